"""Papers that point to participants, with what was keyed in of them, as stored."""

from collections import defaultdict

from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.sittings import NamedPaper
from trainer_app.store.courses import choice_of
from trainer_app.store.database import Database
from trainer_app.store.registry import key_text
from trainer_app.store.rows import Fields, contradicted, object_number, select_row, select_rows

type Answers = dict[str, dict[str, str]]
"""What was keyed in, by paper and question."""


def list_papers(database: Database, course: str) -> list[NamedPaper]:
    """Return the papers of a course, by number; those with typed points only have no form and no answers."""
    number = object_number(database, "course", course)
    rows = select_rows(database, "paper", "WHERE t.course = ? ORDER BY t.number, own.key", number)
    first, second = _answers(database, "WHERE p_paper.course = ?", number)
    waiting = contradicted(database, "paper") | _contradicted_papers(database)
    return [_paper(fields, first, second, waiting) for fields in rows]


def get_paper(database: Database, key: str) -> NamedPaper | None:
    """Return one paper."""
    fields = select_row(database, "paper", key)
    if fields is None:
        return None
    first, second = _answers(database, "WHERE t.paper = ?", object_number(database, "paper", key))
    waiting = contradicted(database, "paper") | _contradicted_papers(database)
    return _paper(fields, first, second, waiting)


def find_papers(
    database: Database, course: str, form: str, occasion: Occasion, number: int
) -> list[NamedPaper]:
    """Return the papers of a form on an occasion of a course that carry a printed number: one, as a rule."""
    found = database.select(
        "SELECT object.key FROM paper JOIN object ON object.id = paper.id "
        "WHERE course = ? AND form = ? AND occasion = ? AND number = ? ORDER BY object.key",
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
    named = select_rows(database, "paper", "WHERE t.form = ?", number)
    return len(named) + len(select_rows(database, "feedback_paper", "WHERE t.form = ?", number))


def _answers(database: Database, condition: str, number: int) -> tuple[Answers, Answers]:
    first: Answers = defaultdict(dict)
    second: Answers = defaultdict(dict)
    for fields in select_rows(database, "answer", f"{condition} ORDER BY t.id", number):
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


def _paper(fields: Fields, first: Answers, second: Answers, waiting: frozenset[str]) -> NamedPaper:
    key = fields["key"]
    return NamedPaper(
        key=key,
        enrolment=fields["enrolment"],
        form=fields["form"],
        occasion=choice_of(Occasion, fields["occasion"], Occasion.PRE),
        number=fields["number"] or 0,
        attempt=fields["attempt"] or 1,
        answers=dict(first.get(key, {})),
        second=dict(second.get(key, {})),
        points=fields["points"],
        out_of=fields["out_of"] or 0,
        keyed_by=fields["keyed_by"] or "",
        checked_by=fields["checked_by"] or "",
        finished=bool(fields["finished"]),
        started=fields["started"] or 0,
        language=fields["language"] or "",
        conflict=key in waiting,
    )
