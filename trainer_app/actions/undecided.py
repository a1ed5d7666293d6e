"""Whom it would be too early to print: contradictions that may still change a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.actions.certificates import Batch, board, due_rows
from trainer_app.actions.courses import get_course
from trainer_app.actions.naming import Names
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.schema import DELETED
from trainer_app.store import chronicle, enrolments
from trainer_app.store import review as stored

_PERSONAL = {
    "attendance": {"mark", DELETED},
    "paper": {"points", "occasion", "attempt", "enrolment", DELETED},
    "answer": {"value", "question", DELETED},
    "enrolment": {"state", "override", "override_reason", "person", DELETED},
    "person": {"family", "given", "patronymic", "latin", "rank", "joined_into", DELETED},
}
"""Fields on which a certificate rests, of rows that belong to one person."""
_COMMON = {
    "session": {"day", "start", "end", "state", "topic_tg", "topic_ru", "topic_en", DELETED},
    "course": {
        *("title_tg", "title_ru", "title_en", "kind", "town", "first_day", "last_day"),
        *("share_limit", "test_limit", "resit_rule"),
    },
}
"""Likewise of rows that belong to everybody of a course."""
_NAMED = 8


@dataclass(frozen=True)
class UndecidedPerson:
    """Somebody who would get a certificate: code of the course, number on its list, name."""

    course: str
    number: int
    name: str


@dataclass(frozen=True)
class Undecided:
    """Who is concerned, and the codes of courses where everybody is."""

    people: tuple[UndecidedPerson, ...] = ()
    courses: tuple[str, ...] = ()

    def labels(self) -> list[Label]:
        """Return it in sentences; the people by number, of several courses by course."""
        labels = []
        if self.people:
            several = len({each.course for each in self.people}) > 1
            named = [
                f"{each.course} № {each.number} {each.name}" if several else f"№ {each.number} {each.name}"
                for each in self.people[:_NAMED]
            ]
            more = ["…"] if len(self.people) > _NAMED else []
            told = {"count": len(self.people), "people": ", ".join([*named, *more])}
            labels.append(Label("certificate.undecided", told))
        if self.courses:
            labels.append(Label("certificate.undecided_course", {"courses": self.courses}))
        return labels


def undecided(work: Workplace, batches: Sequence[Batch]) -> Undecided:
    """Return whose certificates of some batches may change by contradictions that wait in Review."""
    places = _places(work)
    if not places:
        return Undecided()
    people: list[UndecidedPerson] = []
    courses = []
    for batch in batches:
        code = get_course(work, batch.course).course.code
        due = due_rows(board(work, batch.course), batch.only)
        if due and ("", batch.course) in places:
            courses.append(code)
        listed = enrolments.list_enrolments(work.database, batch.course)
        persons = {item.enrolment.key: item.enrolment.person for item in listed}
        for row in sorted(due, key=lambda row: row.number):
            person = persons[row.enrolment]
            if (person, batch.course) in places or (person, "") in places:
                people.append(UndecidedPerson(code, row.number, row.name))
    return Undecided(tuple(people), tuple(courses))


def _places(work: Workplace) -> set[tuple[str, str]]:
    """Return (person, course) of all that is not decided: "" for every course, or for everybody of one."""
    names = Names(work)
    found = set()
    for entity, key, fields in stored.contradicting(work.journal):
        person, course, _ = names.places(entity, key)
        if _PERSONAL.get(entity, set()).intersection(fields) and not _of_the_beginning(
            work, names, entity, key
        ):
            found.add((person, "" if entity == "person" else course))
        if _COMMON.get(entity, set()).intersection(fields):
            found.add(("", course))
    return found - {("", "")}


def _of_the_beginning(work: Workplace, names: Names, entity: str, key: str) -> bool:
    """Tell whether it stands on a test of the beginning, on which no certificate rests."""
    if entity == "answer":
        return names.papers.paper_of(key).get("occasion") == Occasion.PRE
    return entity == "paper" and chronicle.row_of(work.journal, entity, key).get("occasion") == Occasion.PRE
