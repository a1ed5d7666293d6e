"""Questions of the bank, forms and sittings, as stored."""

from collections.abc import Sequence
from typing import NamedTuple

from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion, Sitting
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.store.base.database import Database
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.records import RecordReader, choice_of, record_fields
from trainer_app.store.base.rows import Fields, object_number, select_row, select_rows

_question = RecordReader(Question, "question", kind=QuestionKind.TEXT, own=("accepted",))
_form = RecordReader(Form, "form", kind=FormKind.TEST, own=("version",))
_sitting = RecordReader(Sitting, "sitting", occasion=Occasion.END)

_AT_ONCE = 500
"""Rows asked for in one question."""


def list_questions(database: Database) -> list[Question]:
    """Return all questions, the oldest first; those put away too."""
    return [_read_question(fields) for fields in select_rows(database, "question", "ORDER BY t.id")]


class BankLine(NamedTuple):
    """What lists and searches read of a question; `words` is all that is searched, in every language."""

    key: str
    kind: str
    topic: str
    words: str
    previous: str | None
    archived: bool


_LINES = (
    "SELECT own.key, t.kind, t.topic, before.key, t.archived, t.name, t.text_tg, t.text_ru, t.text_en, "
    "t.options_tg, t.options_ru, t.options_en FROM question AS t JOIN object AS own ON own.id = t.id "
    "LEFT JOIN object AS before ON before.id = t.previous ORDER BY t.id"
)


def bank_lines(database: Database) -> list[BankLine]:
    """Return a line of every question, the oldest first: a sixth of the time of whole questions."""
    return [
        BankLine(
            key_text(key),
            kind or "",
            topic or "",
            # Lists are searched as they are stored: between their words stand only signs.
            " ".join(filter(None, (topic, *texts))),
            key_text(before) if before is not None else None,
            bool(archived),
        )
        for key, kind, topic, before, archived, *texts in database.select(_LINES)
    ]


def get_question(database: Database, key: str) -> Question | None:
    """Return one question."""
    fields = select_row(database, "question", key)
    return _read_question(fields) if fields else None


def get_questions(database: Database, keys: Sequence[str]) -> dict[str, Question]:
    """Return questions by key, in the order asked; those that are not here are left out."""
    numbers = [object_number(database, "question", key) for key in dict.fromkeys(keys)]
    found: dict[str, Question] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        places = ", ".join("?" * len(part))
        rows = select_rows(database, "question", f"WHERE t.id IN ({places})", *part)
        found.update((fields["key"], _read_question(fields)) for fields in rows)
    return {key: found[key] for key in dict.fromkeys(keys) if key in found}


def question_fields(question: Question) -> dict[str, Value]:
    """Return what is written of a question, its key excepted."""
    own: dict[str, Value] = {"name": question.name, "topic": question.topic}
    for language in LANGUAGES:
        own[f"options_{language}"] = [getattr(option.text, language) for option in question.options]
        own[f"notes_{language}"] = [getattr(option.note, language) for option in question.options]
    own["accepted"] = [each.value for each in question.accepted]
    own["credits"] = [each.credit for each in question.options or question.accepted]
    return record_fields("question", question, **own)


def _read_question(fields: Fields) -> Question:
    credits = _numbers(fields["credits"])
    accepted = _words(fields["accepted"])
    options = _by_place(fields, "options")
    notes = _by_place(fields, "notes")
    return _question(
        fields,
        options=tuple(
            Option(text, _at(credits, place), notes[place] if place < len(notes) else Texts())
            for place, text in enumerate(options)
        ),
        accepted=tuple(Accepted(value, _at(credits, place)) for place, value in enumerate(accepted)),
    )


def _by_place(fields: Fields, stem: str) -> list[Texts]:
    """Return texts in three languages from three lists, as many as the longest has."""
    lists = [_words(fields[f"{stem}_{language}"]) for language in LANGUAGES]
    longest = max(map(len, lists))
    return [Texts(*(each[place] if place < len(each) else "" for each in lists)) for place in range(longest)]


def _words(value: object) -> list[str]:
    return [each if isinstance(each, str) else "" for each in value] if isinstance(value, list) else []


def _numbers(value: object) -> list[int]:
    return [each if type(each) is int else 0 for each in value] if isinstance(value, list) else []


def _at(credits: Sequence[int], place: int) -> int:
    return credits[place] if place < len(credits) else 0


def list_forms(database: Database) -> list[Form]:
    """Return all forms, the oldest first; those put away too."""
    return [_read_form(fields) for fields in select_rows(database, "form", "ORDER BY t.id")]


def get_form(database: Database, key: str) -> Form | None:
    """Return one form."""
    fields = select_row(database, "form", key)
    return _read_form(fields) if fields else None


def form_fields(form: Form) -> dict[str, Value]:
    """Return what is written of a form, its key and its freezing excepted."""
    found = record_fields("form", form)
    del found["frozen"]
    return found


def list_sittings(database: Database, course: str | None = None) -> list[Sitting]:
    """Return the sittings of a course, or all: the earliest occasion first.

    Where there are papers there is a sitting, though another laptop that knew of none took the form away.
    """
    if course is None:
        rows = select_rows(database, "sitting", "ORDER BY t.id")
    else:
        number = object_number(database, "course", course)
        rows = select_rows(database, "sitting", "WHERE t.course = ? ORDER BY t.id", number)
    found = [*map(_sitting, rows)]
    known = {sitting.key for sitting in found}
    found += [sitting for sitting in _of_papers(database, course) if sitting.key not in known]
    order = list(Occasion)
    return sorted(found, key=lambda sitting: order.index(sitting.occasion))


def get_sitting(database: Database, key: str) -> Sitting | None:
    """Return one sitting."""
    fields = select_row(database, "sitting", key)
    if fields is not None:
        return _sitting(fields)
    return next((sitting for sitting in _of_papers(database, None) if sitting.key == key), None)


def sitting_key(course: str, form: str, occasion: Occasion) -> str:
    """Return the key of a sitting: the same choice made on two laptops is one."""
    return derive_key("sitting", course, form, occasion.value)


def _of_papers(database: Database, course: str | None) -> list[Sitting]:
    """Return the sittings to which papers belong, as they go by default, in the order of their keys."""
    where = "" if course is None else "AND t.course = ?1"
    values = () if course is None else (object_number(database, "course", course),)
    there = (
        "JOIN object AS own ON own.id = t.course JOIN object AS used ON used.id = t.form "
        "JOIN course ON course.id = t.course JOIN form ON form.id = t.form "
        f"WHERE t.occasion IS NOT NULL {where}"
    )
    parts = (
        f'SELECT own.key, used.key, t.occasion FROM "{entity}" AS t {there}'
        for entity in ("paper", "feedback_paper")
    )
    found = {
        (key_text(own), key_text(used), choice_of(Occasion, occasion, Occasion.END))
        for own, used, occasion in database.select(" UNION ".join(parts), *values)
    }
    made = [Sitting(sitting_key(*each), *each) for each in found]
    return sorted(made, key=lambda sitting: sitting.key)


def sitting_fields(sitting: Sitting) -> dict[str, Value]:
    """Return what is written of a sitting."""
    return record_fields("sitting", sitting, language=sitting.language)


def _read_form(fields: Fields) -> Form:
    return _form(fields, version=fields["version"] or 1)
