"""What lists say about courses, counted in SQL: marks are added up where they lie, never read one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import msgspec

from trainer_app.domain.courses import SessionState, took_place
from trainer_app.domain.enrolments import ON_THE_LIST, EnrolmentState
from trainer_app.domain.people import Sex
from trainer_app.domain.schema import DELETED, ENTITIES
from trainer_app.store.courses import NO_DAY, choice_of, day_of
from trainer_app.store.database import Database
from trainer_app.store.registry import key_text

TABLES = ("course", "session", "enrolment", "person", "attendance", "contradiction")
"""Tables from which all is counted."""

_MARKS = (
    "FROM attendance AS t JOIN enrolment AS e ON e.id = t.enrolment "
    "JOIN session AS s ON s.id = t.session AND s.course = e.course "
    "WHERE t.mark IS NOT NULL"
)
_FIELDS = ", ".join(repr(name) for name in (*ENTITIES["attendance"].fields, DELETED))
"""In others only a newer version can decide."""
_LISTED = "(SELECT value FROM json_each(?))"


@dataclass
class CourseTally:
    """How many sessions and expected people a course has, how many marks are missing or contradicted."""

    sessions: int = 0
    participants: int = 0
    women: int = 0
    unmarked: int = 0
    conflicts: int = 0


@dataclass
class _Count:
    """A course while it is counted: days of sessions that took place, first days of who came in later."""

    today: date
    tally: CourseTally = field(default_factory=CourseTally)
    past: dict[int, date] = field(default_factory=dict)
    late: dict[int, date] = field(default_factory=dict)


def tally_courses(database: Database, today: Mapping[str, date]) -> dict[str, CourseTally]:
    """Return the tallies of courses, by key; `today` gives each one's day by the clock of its place.

    A mark is missing in a session that was held, or whose day has passed, where somebody on the list has
    none; nobody is missed before their first day.
    """
    rows = database.select("SELECT t.id, own.key FROM course AS t JOIN registry AS own ON own.id = t.id")
    keys = {number: key for number, raw in rows if (key := key_text(raw)) in today}
    counts = {number: _Count(today[key]) for number, key in keys.items()}
    # One course is found by the indexes; all of them by one walk over all marks.
    only = str(next(iter(counts))) if len(counts) == 1 else "e.course"
    ahead = _count_sessions(database, counts, only)
    apart = _count_people(database, counts, only)
    _expect(counts)
    _take_off_marks(database, counts, only, ahead, apart)
    _count_conflicts(database, counts)
    return {keys[number]: count.tally for number, count in counts.items()}


def _count_sessions(database: Database, counts: Mapping[int, _Count], only: str) -> list[int]:
    """Count sessions; return the numbers of those in which nobody is missed."""
    ahead = []
    rows = database.select(f"SELECT e.id, e.course, e.state, e.day FROM session AS e WHERE e.course = {only}")
    for number, course, state, day in rows:
        if (found := counts.get(course)) is not None:
            found.tally.sessions += 1
            if took_place(_state(state), _day(day), found.today):
                found.past[number] = _day(day)
                continue
        ahead.append(number)
    return ahead


def _count_people(database: Database, counts: Mapping[int, _Count], only: str) -> list[int]:
    """Count who is expected; return the numbers of enrolments that are not, or not from the beginning."""
    apart = []
    rows = database.select(
        "SELECT e.id, e.course, e.state, e.from_day, p.id, p.sex FROM enrolment AS e "
        f"LEFT JOIN person AS p ON p.id = e.person WHERE e.course = {only}"
    )
    for number, course, state, from_day, person, sex in rows:
        found = counts.get(course)
        expected = found is not None and person is not None and _on_the_list(state)
        first = day_of(from_day)
        if expected and found is not None:
            found.tally.participants += 1
            found.tally.women += sex == Sex.FEMALE
            if first is not None:
                found.late[number] = first
        if not expected or first is not None:
            apart.append(number)
    return apart


def _expect(counts: Mapping[int, _Count]) -> None:
    """Set how many marks there would be if none were missing."""
    for found in counts.values():
        whole = found.tally.participants - len(found.late)
        days = found.past.values()
        later = sum(first <= day for first in found.late.values() for day in days)
        found.tally.unmarked = whole * len(days) + later


def _take_off_marks(
    database: Database, counts: Mapping[int, _Count], only: str, ahead: list[int], apart: list[int]
) -> None:
    """Take off the marks that there are: added up for most people, one by one for who came in later."""
    rows = database.select(
        f"SELECT e.course, count(*) {_MARKS} AND e.course = {only} AND e.id NOT IN {_LISTED} "
        f"AND s.id NOT IN {_LISTED} GROUP BY e.course",
        _json(apart),
        _json(ahead),
    )
    for course, marks in rows:
        if course in counts:
            counts[course].tally.unmarked -= marks
    late = [number for found in counts.values() for number in found.late]
    rows = database.select(f"SELECT e.course, e.id, s.id {_MARKS} AND e.id IN {_LISTED}", _json(late))
    for course, number, session in rows:
        found = counts[course]
        day = found.past.get(session)
        found.tally.unmarked -= day is not None and found.late[number] <= day


def _count_conflicts(database: Database, counts: Mapping[int, _Count]) -> None:
    rows = database.select(
        "SELECT e.course, count(DISTINCT t.id) FROM contradiction JOIN attendance AS t "
        "ON t.id = contradiction.object JOIN enrolment AS e ON e.id = t.enrolment "
        f"JOIN session AS s ON s.id = t.session WHERE contradiction.field IN ({_FIELDS}) GROUP BY e.course"
    )
    for course, conflicts in rows:
        if course in counts:
            counts[course].tally.conflicts = conflicts


@cache
def _state(value: object) -> SessionState:
    return choice_of(SessionState, value, SessionState.PLANNED)


@cache
def _on_the_list(value: object) -> bool:
    return choice_of(EnrolmentState, value, EnrolmentState.NOMINATED) in ON_THE_LIST


@cache
def _day(value: object) -> date:
    return day_of(value) or NO_DAY


def _json(numbers: Iterable[int]) -> str:
    return msgspec.json.encode(list(numbers)).decode()
