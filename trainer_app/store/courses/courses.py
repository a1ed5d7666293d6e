"""Projects, courses, sessions, assignments and enrolments, as stored."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, cast

import peewee
from msgspec import Struct

from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import (
    FINISHED,
    ON_THE_LIST,
    PUT_AWAY,
    Assignment,
    CompletionRule,
    Course,
    Enrolment,
    LogoOwner,
    Project,
    Session,
    TeachingRole,
    state_of,
)
from trainer_app.domain.people.persons import by_person
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement
from trainer_app.store.base.models import MODELS, RegistryRow
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    Source,
    object_number,
    read_rows_ahead,
    select_row,
    select_rows,
)
from trainer_app.store.base.store import put_setting, setting_of
from trainer_app.store.people.people import named_by, people_as_written

NO_DAY = date(1970, 1, 1)
_PROJECTS = Rows("project", order=lambda rows: (rows.t.code, rows.t.id))
_COURSES = Rows("course", order=lambda rows: (rows.t.first_day, rows.t.code, rows.t.id))
_COURSES_FROM = Rows(
    "course",
    lambda rows: rows.t.last_day >= VALUE,
    lambda rows: (rows.t.first_day, rows.t.code, rows.t.id),
)
_COURSES_OPEN = Rows(
    "course",
    lambda rows: (rows.t.last_day >= VALUE) | _unapproved(rows) & ~_finished(rows),
    lambda rows: (rows.t.first_day, rows.t.code, rows.t.id),
)
_COURSES_CLOSED = Rows(
    "course",
    lambda rows: _unapproved(rows) & _finished(rows),
    lambda rows: (rows.t.first_day, rows.t.code, rows.t.id),
)
_SESSIONS = Rows(
    "session", order=lambda rows: (rows.t.day, rows.t.start, rows.own.key), of=lambda rows: rows.t.course
)
_ASSIGNMENTS = Rows("assignment", order=lambda rows: (rows.t.id,))
_ASSIGNMENTS_OF = Rows("assignment", order=lambda rows: (rows.t.id,), of=lambda rows: rows.t.course)
_ENROLMENTS = Rows("enrolment", order=lambda rows: (rows.t.number, rows.own.key))
_ENROLMENTS_OF = Rows(
    "enrolment", order=lambda rows: (rows.t.number, rows.own.key), of=lambda rows: rows.t.course
)
_TIMES, _LISTS = ("session", "course"), ("enrolment", "course", "person")
_READ_AHEAD: tuple[tuple[str, Rows | str, tuple[str, ...]], ...] = (
    ("course", "course", ("course",)),
    ("sessions", _SESSIONS, _TIMES),
    ("enrolments", _ENROLMENTS_OF, _LISTS),
)
"""What is remembered of each course: under which name, by which rows, of which tables."""
_ENROLMENTS_OF_PERSON = Rows("enrolment", lambda rows: rows.t.person == VALUE)


_project = RecordReader(Project, "project")
_course = RecordReader(Course, "course", first_day=NO_DAY, last_day=NO_DAY)
_session = RecordReader(Session, "session", day=NO_DAY)
_assignment = RecordReader(Assignment, "assignment", role=TeachingRole.TRAINER)
_enrolment = RecordReader(Enrolment, "enrolment")


def list_projects(database: Database) -> list[Project]:
    """Return all projects by code."""
    return [_read_project(fields) for fields in select_rows(database, _PROJECTS)]


def get_project(database: Database, key: str) -> Project | None:
    """Return one project."""
    fields = select_row(database, "project", key)
    return _read_project(fields) if fields else None


def list_courses(database: Database) -> list[Course]:
    """Return all courses, the earliest first. Read once until a course is written."""
    return [*database.remembered("courses", lambda: _read_courses(database, _COURSES), ("course",))]


def list_courses_from(database: Database, day: date) -> list[Course]:
    """Return the courses that last until a day or longer, the earliest first.

    An office has a thousand courses, of which a screen of today asks for ten.
    """
    return _list_from(database, _COURSES_FROM, f"courses {day}", day)


def list_open_courses(database: Database, day: date) -> list[Course]:
    """Return the same, and those that nobody has closed."""
    return _list_from(database, _COURSES_OPEN, f"open courses {day}", day)


def list_closed_courses(database: Database) -> list[Course]:
    """Return the courses that are closed and wait for their approval, the earliest first.

    An office has few of them; a laptop, which approves nothing, ends with as many as it ever taught.
    """
    read = partial(_read_courses, database, _COURSES_CLOSED)
    return [*database.remembered("closed courses", read, ("course",))]


def _list_from(database: Database, rows: Rows, name: str, day: date) -> list[Course]:
    read = partial(_read_courses, database, rows, day.isoformat())
    return [*database.remembered(name, read, ("course",))]


def _read_courses(database: Database, rows: Rows, *values: object) -> tuple[Course, ...]:
    away = put_away(database)
    return tuple(_read_course(fields, away) for fields in select_rows(database, rows, *values))


def _finished(rows: Source) -> peewee.ColumnBase:
    found: peewee.ColumnBase = peewee.fn.coalesce(rows.t.state, "").in_([state.value for state in FINISHED])
    return found


def _unapproved(rows: Source) -> peewee.ColumnBase:
    found: peewee.ColumnBase = rows.t.approved.is_null() | ~rows.t.approved
    return found


def put_away(database: Database) -> frozenset[str]:
    """Return the courses (keys) that lists of this computer leave out."""
    return database.remembered("courses put away", lambda: setting_of(database, PUT_AWAY), ("course",))


def change_put_away(database: Database, keys: frozenset[str]) -> None:
    """Keep which courses lists of this computer leave out."""
    with database.write():
        put_setting(database, PUT_AWAY, keys)
        # What is remembered of the courses says whether they are put away.
        database.note_written(("course",))


def get_course(database: Database, key: str) -> Course | None:
    """Return one course. Read once until a course is written."""
    return database.remembered(f"course {key}", lambda: _read_one_course(database, key), ("course",))


def _read_one_course(database: Database, key: str) -> Course | None:
    fields = select_row(database, "course", key)
    return _read_course(fields, put_away(database)) if fields else None


def list_sessions(database: Database, course: str) -> list[Session]:
    """Return a course's sessions in the order of time, numbered from 1. Read once until one is written."""
    return [*database.remembered(f"sessions {course}", lambda: _read_sessions(database, course), _TIMES)]


def _read_sessions(database: Database, course: str) -> tuple[Session, ...]:
    rows = select_rows(database, _SESSIONS, object_number(database, "course", course))
    return tuple(_session(fields, number=number) for number, fields in enumerate(rows, 1))


def read_ahead(database: Database, numbers: Mapping[str, int]) -> None:
    """Within `Database.still`, read several courses with sessions, enrolments and who works at them.

    They are given by keys with numbers. What is remembered of one is not read again.
    """
    for name, rows, tables in _READ_AHEAD:
        wanted = [each for key, each in numbers.items() if not database.remembers(f"{name} {key}", tables)]
        read_rows_ahead(database, rows, wanted)
    read_rows_ahead(database, _ASSIGNMENTS_OF, [*numbers.values()])


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
        select_rows(database, _ASSIGNMENTS)
        if course is None
        else select_rows(database, _ASSIGNMENTS_OF, object_number(database, "course", course))
    )
    return [_assignment(fields) for fields in rows]


def _read_project(fields: Fields) -> Project:
    return _project(fields, logos={logo: key for logo in LogoOwner if (key := fields[f"{logo}_logo"])})


def _read_course(fields: Fields, away: Collection[str]) -> Course:
    # -1 says that this part of the rule is off; a blank says that nobody changed the default.
    rule = CompletionRule(_limit(fields["share_limit"], 8000), _limit(fields["test_limit"], 6000))
    course = _course(fields, rule=rule)
    state = state_of(course.state, approved=course.approved)
    # Programs before this one wrote in the journal that a course was put away, and so for everybody.
    archived = course.key in away
    same = (state, archived) == (course.state, course.archived)
    return course if same else replace(course, state=state, archived=archived)


def _limit(value: int | None, default: int) -> int | None:
    if value is None:
        return default
    return value if value >= 0 else None


class StoredEnrolment(Struct, frozen=True):
    """An enrolment with what only some screens need: an override, the name checked."""

    enrolment: Enrolment
    override: str
    override_reason: str
    name_checked: str = ""
    name_checked_by: str = ""


def list_enrolments(database: Database, course: str | None = None) -> list[StoredEnrolment]:
    """Return a course's enrolments (or all), by number on the list. A course's are read once."""
    if course is None:
        return [_read_enrolment(fields) for fields in select_rows(database, _ENROLMENTS)]
    return [*database.remembered(f"enrolments {course}", lambda: _read_enrolments(database, course), _LISTS)]


def _read_enrolments(database: Database, course: str) -> tuple[StoredEnrolment, ...]:
    rows = select_rows(database, _ENROLMENTS_OF, object_number(database, "course", course))
    return tuple(_read_enrolment(fields) for fields in rows)


def enrolments_of_person(database: Database, person: str) -> list[Enrolment]:
    """Return the enrolments of a person in all courses, in no order."""
    rows = select_rows(database, _ENROLMENTS_OF_PERSON, object_number(database, "person", person))
    return [_enrolment(fields) for fields in rows]


def courses_taken(database: Database) -> Mapping[str, frozenset[str]]:
    """Return the keys of the courses on whose lists each person stands. Read once until that changes."""
    return database.remembered("courses taken", lambda: MappingProxyType(_read_taken(database)), _LISTS)


def _read_taken(database: Database) -> dict[str, frozenset[str]]:
    found: dict[bytes, set[bytes]] = {}
    for person, course in database.select(_TAKEN):
        found.setdefault(bytes(person), set()).add(bytes(course))
    names = {course: key_text(course) for taken in found.values() for course in taken}
    return {key_text(person): frozenset(names[course] for course in taken) for person, taken in found.items()}


def _enrolled_people() -> peewee.ModelSelect:
    """Return the query of (person, course) of all enrolments that are shown."""
    t = MODELS["enrolment"].alias("t")
    keys = {name: RegistryRow.alias(f"o_{name}") for name in ("person", "course")}
    query: peewee.ModelSelect = t.select(keys["person"].key, keys["course"].key)
    for name, own in keys.items():
        shown = MODELS[name].alias(f"p_{name}")
        query = query.join(own, on=own.id == getattr(t, name)).join(shown, on=shown.id == own.id)
    return query


_TAKEN = Statement(_enrolled_people)


def get_enrolment(database: Database, key: str) -> StoredEnrolment | None:
    """Return one enrolment."""
    fields = select_row(database, "enrolment", key)
    return _read_enrolment(fields) if fields else None


_stored_enrolment = RecordReader(StoredEnrolment, "enrolment")


def rows_by_person(database: Database, rows: Iterable[Enrolment]) -> list[list[Enrolment]]:
    """Return rows of one course by whom they name; see `domain.people.persons.by_person`."""
    named = named_by(database)
    return by_person(rows, lambda own: named.get(own.person, own.person))


def people_on_list(database: Database, course: str) -> int:
    """Return how many people stand on a course's list, each joined one once."""
    rows = (item.enrolment for item in list_enrolments(database, course))
    return len(rows_by_person(database, (own for own in rows if own.state in ON_THE_LIST)))


def _read_enrolment(fields: Fields) -> StoredEnrolment:
    return _stored_enrolment(fields, enrolment=_enrolment(fields))


UNIT_TABLES = ("person", "enrolment", "pair")
"""The projected tables that `units_written` reads."""


class WrittenUnit(NamedTuple):
    """A unit as it stands in a row: whose it is, at which course, and the duty district beside it."""

    entity: str
    key: str
    unit: str
    district: str
    person: str
    """The record that stands for the person."""
    course: str = ""


def _participations() -> peewee.Query:
    e, own, course = MODELS["enrolment"].alias("e"), RegistryRow.alias("own"), RegistryRow.alias("course")
    shown = MODELS["course"].alias("shown")
    query = e.select(own.key, e.unit, e.duty_district, e.person, course.key)
    query = query.join(own, on=own.id == e.id).join(course, on=course.id == e.course)
    query = query.join(shown, on=shown.id == e.course)
    return cast(peewee.Query, query.where(e.facts, e.unit.is_null(False), e.unit != ""))


_PARTICIPATIONS = Statement(_participations)


def units_written(database: Database) -> Iterator[WrittenUnit]:
    """Yield every unit that is written with a person or fixed with a participation, in no order.

    Participations from before carry none: they read the person's.
    """
    people = people_as_written(database)
    for person in people.values():
        if person.unit.strip():
            yield WrittenUnit("person", person.key, person.unit, person.duty_district, person.shown_key)
    for key, unit, district, who, course in database.select(_PARTICIPATIONS):
        if who in people and unit.strip():
            whose = people[who].shown_key
            yield WrittenUnit("enrolment", key_text(key), unit, district or "", whose, key_text(course))
