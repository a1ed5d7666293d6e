"""Projects, courses, sessions, assignments and enrolments, as stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import msgspec

from trainer_app.domain.base.schema import DELETED, ENTITIES
from trainer_app.domain.courses.courses import (
    ON_THE_LIST,
    Assignment,
    CompletionRule,
    Course,
    Enrolment,
    EnrolmentState,
    LogoOwner,
    Project,
    Session,
    SessionState,
    TeachingRole,
    took_place,
)
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.database import Database
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.records import RecordReader, choice_of, day_of
from trainer_app.store.base.rows import Fields, object_number, select_row, select_rows

NO_DAY = date(1970, 1, 1)


_project = RecordReader(Project, "project")
_course = RecordReader(Course, "course", first_day=NO_DAY, last_day=NO_DAY)
_session = RecordReader(Session, "session", day=NO_DAY)
_assignment = RecordReader(Assignment, "assignment", role=TeachingRole.TRAINER)
_enrolment = RecordReader(Enrolment, "enrolment")


def list_projects(database: Database) -> list[Project]:
    """Return all projects by code."""
    return [_read_project(fields) for fields in select_rows(database, "project", "ORDER BY t.code, t.id")]


def get_project(database: Database, key: str) -> Project | None:
    """Return one project."""
    fields = select_row(database, "project", key)
    return _read_project(fields) if fields else None


def list_courses(database: Database) -> list[Course]:
    """Return all courses, the earliest first. Read once until a course is written."""
    return [*database.remembered("courses", lambda: _read_courses(database), ("course",))]


def _read_courses(database: Database) -> tuple[Course, ...]:
    rows = select_rows(database, "course", "ORDER BY t.first_day, t.code, t.id")
    return tuple(_read_course(fields) for fields in rows)


def get_course(database: Database, key: str) -> Course | None:
    """Return one course."""
    fields = select_row(database, "course", key)
    return _read_course(fields) if fields else None


def list_sessions(database: Database, course: str) -> list[Session]:
    """Return a course's sessions in the order of time, numbered from 1."""
    rows = select_rows(
        database,
        "session",
        "WHERE t.course = ? ORDER BY t.day, t.start, own.key",
        object_number(database, "course", course),
    )
    return [_session(fields, number=number) for number, fields in enumerate(rows, 1)]


def get_session(database: Database, key: str) -> Session | None:
    """Return one session with its number in the course."""
    fields = select_row(database, "session", key)
    if fields is None:
        return None
    sessions = list_sessions(database, fields["course"])
    return next((session for session in sessions if session.key == key), None)


def list_assignments(database: Database, course: str | None = None) -> list[Assignment]:
    """Return who works at a course, or at all of them."""
    rows = (
        select_rows(database, "assignment", "ORDER BY t.id")
        if course is None
        else select_rows(
            database,
            "assignment",
            "WHERE t.course = ? ORDER BY t.id",
            object_number(database, "course", course),
        )
    )
    return [_assignment(fields) for fields in rows]


def _read_project(fields: Fields) -> Project:
    return _project(fields, logos={logo: key for logo in LogoOwner if (key := fields[f"{logo}_logo"])})


def _read_course(fields: Fields) -> Course:
    # -1 says that this part of the rule is off; a blank says that nobody changed the default.
    rule = CompletionRule(_limit(fields["share_limit"], 8000), _limit(fields["test_limit"], 6000))
    return _course(fields, rule=rule)


def _limit(value: int | None, default: int) -> int | None:
    if value is None:
        return default
    return value if value >= 0 else None


@dataclass(frozen=True)
class StoredEnrolment:
    """An enrolment with what only some screens need: since when, an override, the name checked."""

    enrolment: Enrolment
    from_day: date | None
    override: str
    override_reason: str
    name_checked: str = ""
    name_checked_by: str = ""


def list_enrolments(database: Database, course: str | None = None) -> list[StoredEnrolment]:
    """Return a course's enrolments (or all), by number on the list."""
    if course is None:
        rows = select_rows(database, "enrolment", "ORDER BY t.number, own.key")
    else:
        number = object_number(database, "course", course)
        rows = select_rows(database, "enrolment", "WHERE t.course = ? ORDER BY t.number, own.key", number)
    return [_read_enrolment(fields) for fields in rows]


def get_enrolment(database: Database, key: str) -> StoredEnrolment | None:
    """Return one enrolment."""
    fields = select_row(database, "enrolment", key)
    return _read_enrolment(fields) if fields else None


_stored_enrolment = RecordReader(StoredEnrolment, "enrolment")


def _read_enrolment(fields: Fields) -> StoredEnrolment:
    return _stored_enrolment(fields, enrolment=_enrolment(fields))


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
