"""Questions of the bank, forms and sittings, as stored."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

import peewee

from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion, Sitting
from trainer_app.domain.evaluations.questions import UNKNOWN_KIND, Accepted, Option, Question
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, among, any_of
from trainer_app.store.base.models import MODELS, RegistryRow
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    choice_of,
    object_number,
    read_rows_ahead,
    record_fields,
    select_row,
    select_rows,
)
from trainer_app.store.evaluations import papers

_question = RecordReader(Question, "question", kind=UNKNOWN_KIND, own=("accepted",))
_form = RecordReader(Form, "form", kind=FormKind.TEST, own=("version",))
_sitting = RecordReader(Sitting, "sitting", occasion=Occasion.END)

_AT_ONCE = 500
"""Rows asked for in one question."""
_QUESTIONS = Rows("question", order=lambda rows: (rows.t.id,))
_SOME = Rows("question", lambda rows: rows.t.id.in_(any_of(NUMBERS)))
_FORMS = Rows("form", order=lambda rows: (rows.t.id,))
_SITTINGS = Rows("sitting", order=lambda rows: (rows.t.id,))
_SITTINGS_OF = Rows("sitting", order=lambda rows: (rows.t.id,), of=lambda rows: rows.t.course)


def list_questions(database: Database) -> list[Question]:
    """Return all questions, the oldest first; those put away too."""
    return [_read_question(fields) for fields in select_rows(database, _QUESTIONS)]


class BankLine(NamedTuple):
    """What lists and searches read of a question; `words` is all that is searched, in every language."""

    key: str
    kind: str
    topic: str
    words: str
    previous: str | None
    archived: bool


def _lines() -> peewee.ModelSelect:
    t, own, before = MODELS["question"].alias("t"), RegistryRow.alias("own"), RegistryRow.alias("before")
    texts = [getattr(t, f"{stem}_{language}") for stem in ("text", "options") for language in LANGUAGES]
    query: peewee.ModelSelect = t.select(own.key, t.kind, t.topic, before.key, t.archived, t.name, *texts)
    query = query.join(own, on=own.id == t.id).left_outer_join(before, on=before.id == t.previous)
    return query.order_by(t.id)


_LINES = Statement(_lines)


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
        rows = select_rows(database, _SOME, numbers[start : start + _AT_ONCE])
        found.update((fields["key"], _read_question(fields)) for fields in rows)
    return {key: found[key] for key in dict.fromkeys(keys) if key in found}


def question_fields(question: Question) -> dict[str, Value]:
    """Return what is written of a question, its key excepted."""
    own: dict[str, Value] = {"name": question.name, "topic": question.topic}
    for language in LANGUAGES:
        own[f"options_{language}"] = [option.text[language] for option in question.options]
        own[f"notes_{language}"] = [option.note[language] for option in question.options]
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
            Option(text, _at(credits, index), notes[index] if index < len(notes) else Texts())
            for index, text in enumerate(options)
        ),
        accepted=tuple(Accepted(value, _at(credits, index)) for index, value in enumerate(accepted)),
    )


def _by_place(fields: Fields, stem: str) -> list[Texts]:
    """Return texts from a list for each language, as many as the longest has."""
    lists = [_words(fields[f"{stem}_{language}"]) for language in LANGUAGES]
    longest = max(map(len, lists))
    return [
        Texts.of_list(each[place] if place < len(each) else "" for each in lists) for place in range(longest)
    ]


def _words(value: object) -> list[str]:
    return [each if isinstance(each, str) else "" for each in value] if isinstance(value, list) else []


def _numbers(value: object) -> list[int]:
    return [each if type(each) is int else 0 for each in value] if isinstance(value, list) else []


def _at(credits: Sequence[int], place: int) -> int:
    return credits[place] if place < len(credits) else 0


def list_forms(database: Database) -> list[Form]:
    """Return all forms, the oldest first; those put away too."""
    return [_read_form(fields) for fields in select_rows(database, _FORMS)]


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
        rows = select_rows(database, _SITTINGS)
    else:
        rows = select_rows(database, _SITTINGS_OF, object_number(database, "course", course))
    found = [*map(_sitting, rows)]
    known = {sitting.key for sitting in found}
    found += [sitting for sitting in _of_papers(database, course) if sitting.key not in known]
    order = list(Occasion)
    return sorted(found, key=lambda sitting: order.index(sitting.occasion))


def read_sittings_ahead(database: Database, courses: Sequence[int]) -> None:
    """Within `Database.still`, read the sittings of several courses, which are given by their numbers."""
    read_rows_ahead(database, _SITTINGS_OF, courses)
    database.ask_ahead(_OF_PAPERS_OF, _OF_PAPERS_OF_EACH, courses, times=2)


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
    """Return the sittings to which papers belong, as they go by default, in the order of their keys.

    Anonymous sheets that wait are papers too: another laptop that took the choice away knew of none.
    """
    if course is None:
        rows = database.select(_ALL_OF_PAPERS)
    else:
        number = object_number(database, "course", course)
        rows = database.select(_OF_PAPERS_OF, number, number)
    found = {
        (key_text(own), key_text(used), choice_of(Occasion, occasion, Occasion.END))
        for own, used, occasion in rows
    }
    # All at once, since Today asks this of one course after the other.
    drafts = (each for each in papers.list_drafts(database) if course in (None, each.course))
    waiting = {(each.course, each.form, each.occasion) for each in drafts}
    there = {form for form in {form for _, form, _ in waiting} if select_row(database, "form", form)}
    found.update(each for each in waiting if each[1] in there)
    made = [Sitting(sitting_key(*each), *each) for each in found]
    return sorted(made, key=lambda sitting: sitting.key)


def _sittings_of_papers(
    where: Callable[[peewee.Field], peewee.Node] | None, *, of_each: bool = False
) -> peewee.Node:
    parts = []
    for entity in ("paper", "feedback_paper"):
        t, own, used = MODELS[entity].alias("t"), RegistryRow.alias("own"), RegistryRow.alias("used")
        course, form = MODELS["course"], MODELS["form"]
        query = t.select(own.key, used.key, t.occasion)
        for table, number in ((own, t.course), (used, t.form), (course, t.course), (form, t.form)):
            query = query.join(table, on=table.id == number)
        query = query.where(t.occasion.is_null(False))
        query = query.select_extend(t.course) if of_each else query
        parts.append(query if where is None else query.where(where(t.course)))
    return cast(peewee.Node, parts[0].union(parts[1]))


_ALL_OF_PAPERS = Statement(lambda: _sittings_of_papers(None))
_OF_PAPERS_OF = Statement(lambda: _sittings_of_papers(lambda course: course == VALUE))
_OF_PAPERS_OF_EACH = Statement(
    lambda: _sittings_of_papers(lambda course: among(course, NUMBERS), of_each=True)
)


def sitting_fields(sitting: Sitting) -> dict[str, Value]:
    """Return what is written of a sitting."""
    return record_fields("sitting", sitting, language=sitting.language)


def _read_form(fields: Fields) -> Form:
    return _form(fields, version=fields["version"] or 1)
