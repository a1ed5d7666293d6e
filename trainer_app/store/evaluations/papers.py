"""Papers of participants with what was keyed in of them, and anonymous papers, as stored.

Anonymous papers point to nobody. They are in the journal, and before that drafts. A draft has a random id, no
time finer than the day and no place in any order. It enters the journal together with others, in the order of
the random ids. Whole drafts also lie in that order in the file, byte for byte, and nothing of them stays in
the log, where the newest would stand last.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec
import peewee

from trainer_app.domain.base.journal import Value
from trainer_app.domain.evaluations.forms import AnonymousPaper, NamedPaper, Occasion
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, putting
from trainer_app.store.base.models import MODELS, DraftRow, RegistryRow
from trainer_app.store.base.object_ids import find_number, key_text
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    choice_of,
    contradicted,
    object_number,
    read_rows_ahead,
    record_fields,
    select_row,
    select_rows,
)

_named_paper = RecordReader(NamedPaper, "paper", occasion=Occasion.PRE, own=("attempt",))
_anonymous_paper = RecordReader(
    AnonymousPaper, "feedback_paper", occasion=Occasion.END, own=("answers", "second")
)

type AnswersByPaper = dict[str, dict[str, str]]
"""What was keyed in, by paper and question."""
_PAPERS = Rows("paper", order=lambda rows: (rows.t.number, rows.own.key), of=lambda rows: rows.t.course)
_FEEDBACK_PAPERS = Rows("feedback_paper", lambda rows: rows.t.course == VALUE, lambda rows: (rows.own.key,))
_ANSWERS_OF_COURSE = Rows(
    "answer", order=lambda rows: (rows.t.id,), of=lambda rows: rows.parent("paper").course
)
_ANSWERS_OF_PAPER = Rows("answer", lambda rows: rows.t.paper == VALUE, lambda rows: (rows.t.id,))
_MADE_OF = [Rows(entity, lambda rows: rows.t.form == VALUE) for entity in ("paper", "feedback_paper")]


def list_papers(database: Database, course: str) -> list[NamedPaper]:
    """Return the papers of a course, by number; those with typed points only have no form and no answers."""
    number = object_number(database, "course", course)
    rows = select_rows(database, _PAPERS, number)
    if not rows:
        return []
    first, second = _answers(database, _ANSWERS_OF_COURSE, number)
    waiting = contradicted(database, "paper") | _contradicted_papers(database)
    return [_paper(fields, first, second, waiting) for fields in rows]


def read_ahead(database: Database, courses: Sequence[int]) -> None:
    """Within `Database.still`, read the papers of several courses, which are given by their numbers."""
    read_rows_ahead(database, _PAPERS, courses)
    read_rows_ahead(database, _ANSWERS_OF_COURSE, courses)


def get_paper(database: Database, key: str) -> NamedPaper | None:
    """Return one paper."""
    fields = select_row(database, "paper", key)
    if fields is None:
        return None
    first, second = _answers(database, _ANSWERS_OF_PAPER, object_number(database, "paper", key))
    waiting = contradicted(database, "paper") | _contradicted_papers(database)
    return _paper(fields, first, second, waiting)


def _numbered() -> peewee.ModelSelect:
    paper = MODELS["paper"]
    query: peewee.ModelSelect = paper.select(RegistryRow.key).join(RegistryRow, on=RegistryRow.id == paper.id)
    for column in (paper.course, paper.form, paper.occasion, paper.number):
        query = query.where(column == VALUE)
    return query.order_by(RegistryRow.key)


_NUMBERED = Statement(_numbered)


def answer_keys(database: Database, paper: str) -> list[str]:
    """Return the keys of all answers of a paper, also of those that were entered and removed again."""
    rows = select_rows(database, _ANSWERS_OF_PAPER, object_number(database, "paper", paper))
    return sorted(fields["key"] for fields in rows)


def find_papers(
    database: Database, course: str, form: str, occasion: Occasion, number: int
) -> list[NamedPaper]:
    """Return the papers of a form on an occasion of a course that carry a printed number: one, as a rule."""
    found = database.select(
        _NUMBERED,
        object_number(database, "course", course),
        object_number(database, "form", form),
        occasion.value,
        number,
    )
    papers = (get_paper(database, key_text(key)) for (key,) in found)
    return [paper for paper in papers if paper is not None]


def count_answers(database: Database, form: str) -> int:
    """Return how many papers of both kinds were made of a form."""
    number = object_number(database, "form", form)
    return sum(len(select_rows(database, rows, number)) for rows in _MADE_OF)


def _answers(database: Database, rows: Rows, number: int) -> tuple[AnswersByPaper, AnswersByPaper]:
    first: AnswersByPaper = defaultdict(dict)
    second: AnswersByPaper = defaultdict(dict)
    for fields in select_rows(database, rows, number):
        for answers, name in ((first, "value"), (second, "second")):
            if fields[name] is not None and fields["question"] is not None:
                answers[fields["paper"]][fields["question"]] = fields[name]
    return first, second


def _contradicted_papers(database: Database) -> frozenset[str]:
    """Return the papers of which an answer waits for a decision."""
    waiting = contradicted(database, "answer")
    if not waiting:
        return frozenset()
    return frozenset(
        fields["paper"] for fields in select_rows(database, "answer") if fields["key"] in waiting
    )


def _paper(
    fields: Fields, first: AnswersByPaper, second: AnswersByPaper, waiting: frozenset[str]
) -> NamedPaper:
    key = fields["key"]
    return _named_paper(
        fields,
        attempt=fields["attempt"] or 1,
        answers=dict(first.get(key, {})),
        second=dict(second.get(key, {})),
        conflict=key in waiting,
    )


_COLUMNS = (
    DraftRow.id,
    DraftRow.course,
    DraftRow.form,
    DraftRow.occasion,
    DraftRow.day,
    DraftRow.language,
    DraftRow.number,
    DraftRow.answers,
    DraftRow.second,
    DraftRow.finished,
)
_PUT = putting(*_COLUMNS)
_DRAFTS = Statement(lambda: DraftRow.select(*_COLUMNS).order_by(DraftRow.id))
_DRAFTS_OF = Statement(
    lambda: DraftRow.select(*_COLUMNS).where(DraftRow.course == VALUE).order_by(DraftRow.id)
)
_DRAFT = Statement(lambda: DraftRow.select(*_COLUMNS).where(DraftRow.id == VALUE))
_DROP = Statement(lambda: DraftRow.delete().where(DraftRow.id == VALUE))


def list_feedback_papers(database: Database, course: str) -> list[AnonymousPaper]:
    """Return the papers of a course that are in the journal, in the order of their random keys."""
    number = object_number(database, "course", course)
    rows = select_rows(database, _FEEDBACK_PAPERS, number)
    waiting = contradicted(database, "feedback_paper")
    return [_feedback_paper(fields, waiting) for fields in rows]


def get_feedback_paper(database: Database, key: str) -> AnonymousPaper | None:
    """Return one paper that is in the journal."""
    fields = select_row(database, "feedback_paper", key)
    return _feedback_paper(fields, contradicted(database, "feedback_paper")) if fields else None


def all_feedback_papers(database: Database) -> dict[str, AnonymousPaper]:
    """Return every paper that is in the journal, by key."""
    waiting = contradicted(database, "feedback_paper")
    return {
        fields["key"]: _feedback_paper(fields, waiting) for fields in select_rows(database, "feedback_paper")
    }


def feedback_paper_fields(paper: AnonymousPaper) -> dict[str, Value]:
    """Return what is written of a paper."""
    return record_fields("feedback_paper", paper, second=list(paper.second) or None)


def list_drafts(database: Database, course: str | None = None) -> list[AnonymousPaper]:
    """Return the drafts of a course, or all, in the order of their random keys."""
    rows = database.select(_DRAFTS) if course is None else database.select(_DRAFTS_OF, course)
    return [_draft(row) for row in rows]


def get_draft(database: Database, key: str) -> AnonymousPaper | None:
    """Return one draft."""
    rows = database.select(_DRAFT, uuid.UUID(key).bytes)
    return _draft(rows[0]) if rows else None


def was_entered(database: Database, key: str) -> bool:
    """Tell whether the journal knows a paper, though its entering was taken back."""
    return find_number(database, "feedback_paper", key) is not None


def put_draft(database: Database, paper: AnonymousPaper) -> None:
    """Keep a draft, in place of an older state of it. On the disk when this returns."""
    with database.write():
        database.run(_PUT, *_draft_row(paper))


def _draft_row(paper: AnonymousPaper) -> tuple[object, ...]:
    return (
        uuid.UUID(paper.key).bytes,
        paper.course,
        paper.form,
        paper.occasion.value,
        paper.day,
        paper.language,
        paper.number,
        msgspec.json.encode(paper.answers).decode(),
        msgspec.json.encode(paper.second).decode(),
        paper.finished + (paper.finished and paper.typed),
    )


def put_whole_draft(database: Database, paper: AnonymousPaper) -> None:
    """Keep a draft that became whole among the others, so that none tells when it came."""
    with database.write():
        put_draft(database, paper)
        _lay_in_order(database)
    database.empty_log()


def forget_drafts(database: Database, keys: Sequence[str]) -> None:
    """Forget drafts without a trace."""
    with database.write():
        drop_drafts(database, keys)
        _lay_in_order(database)
    database.empty_log()


def keep_drafts(source: Database, target: Database, entered: Collection[str] = ()) -> None:
    """Give a database that takes another one's place the papers that wait there.

    Of the papers `entered` in the journal of the source, by key, those wait again that the target does not
    know. They keep their keys: entering one a second time is no second paper.
    """
    known = all_feedback_papers(source) if entered else {}
    again = [known[key] for key in entered if key in known and not was_entered(target, key)]
    with target.write():
        target.run(DraftRow.delete())
        target.run_many(_PUT, [*source.select(_DRAFTS), *map(_draft_row, again)])
        _lay_in_order(target)
    target.empty_log()


def _lay_in_order(database: Database) -> None:
    """Write all drafts anew by their ids: a page keeps rows where they came to lie."""
    rows = database.select(_DRAFTS)
    database.run(DraftRow.delete())
    database.run_many(_PUT, rows)


def drop_drafts(database: Database, keys: Sequence[str]) -> None:
    """Forget drafts: what entered the journal, or was thrown away. Use inside a transaction."""
    database.run_many(_DROP, [(uuid.UUID(key).bytes,) for key in keys])


def _feedback_paper(fields: Fields, waiting: frozenset[str]) -> AnonymousPaper:
    return _anonymous_paper(
        fields,
        answers=_feedback_answers(fields["answers"]),
        second=_feedback_answers(fields["second"]),
        conflict=fields["key"] in waiting,
    )


def _draft(row: Sequence[object]) -> AnonymousPaper:
    identity, course, form, occasion, day, language, number, answers, second, finished = row
    assert isinstance(identity, bytes)
    return AnonymousPaper(
        key=str(uuid.UUID(bytes=identity)),
        course=str(course),
        form=str(form),
        occasion=choice_of(Occasion, occasion, Occasion.END),
        day=str(day),
        answers=_feedback_answers(msgspec.json.decode(str(answers))),
        second=_feedback_answers(msgspec.json.decode(str(second))),
        number=number if isinstance(number, int) else None,
        language=str(language),
        finished=bool(finished),
        waiting=True,
        typed=finished == 2,
    )


def _feedback_answers(value: object) -> tuple[str | None, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(each if isinstance(each, str) else None for each in value)
