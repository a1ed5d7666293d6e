"""Projects, courses, sessions, assignments and enrolments, as stored."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import cast

import peewee
from msgspec import Struct, field

from trainer_app.domain.base.schema import DELETED, ENTITIES
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import (
    ON_THE_LIST,
    PUT_AWAY,
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
    expected_span,
    state_of,
    took_place,
)
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of, in_order
from trainer_app.store.base.models import MODELS, ContradictionRow, RegistryRow, TableModel
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    choice_of,
    day_of,
    object_number,
    read_rows_ahead,
    select_row,
    select_rows,
)
from trainer_app.store.base.store import put_setting, setting_of
from trainer_app.store.people.people import sexes_of_joined

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
    lambda rows: (rows.t.last_day >= VALUE) | rows.t.approved.is_null() | ~rows.t.approved,
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
    return [*database.remembered("courses", lambda: _read_courses(database), ("course",))]


def list_courses_from(database: Database, day: date) -> list[Course]:
    """Return the courses that last until a day or longer, the earliest first.

    An office has a thousand courses, of which a screen of today asks for ten.
    """
    return _list_from(database, _COURSES_FROM, f"courses {day}", day)


def list_open_courses(database: Database, day: date) -> list[Course]:
    """Return the same, and those that nobody has approved."""
    return _list_from(database, _COURSES_OPEN, f"open courses {day}", day)


def _list_from(database: Database, rows: Rows, name: str, day: date) -> list[Course]:
    def read() -> tuple[Course, ...]:
        away = put_away(database)
        return tuple(_read_course(fields, away) for fields in select_rows(database, rows, day.isoformat()))

    return [*database.remembered(name, read, ("course",))]


def _read_courses(database: Database) -> tuple[Course, ...]:
    away = put_away(database)
    return tuple(_read_course(fields, away) for fields in select_rows(database, _COURSES))


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


def _read_enrolment(fields: Fields) -> StoredEnrolment:
    return _stored_enrolment(fields, enrolment=_enrolment(fields))


TABLES = ("course", "session", "enrolment", "person", "pair", "attendance", "contradiction")
"""Tables from which all is counted."""


def _of_course(table: TableModel, *, one: bool) -> peewee.Node:
    """Return the condition for one course, which is found by the indexes, or for all in one walk."""
    return cast(peewee.Node, table.course == (VALUE if one else table.course))


@cache
def _tallied_sessions(*, one: bool) -> Statement:
    def build() -> peewee.ModelSelect:
        e = MODELS["session"].alias("e")
        own = RegistryRow.alias("own")
        query: peewee.ModelSelect = e.select(e.id, e.course, e.state, e.day, e.start)
        query = query.join(own, on=own.id == e.id).where(_of_course(e, one=one))
        # As `list_sessions` does: who came in later is expected from a place in the order of time.
        return query.order_by(*in_order(e.day, e.start, own.key))

    return Statement(build)


@cache
def _tallied_people(*, one: bool) -> Statement:
    def build() -> peewee.ModelSelect:
        e, p = MODELS["enrolment"].alias("e"), MODELS["person"].alias("p")
        # Blank columns that are the same for nearly everybody cost less to read than to ask for apart.
        span = (e.from_day, e.from_session, e.gone_from)
        sex = peewee.Case(None, [(e.facts, e.sex)], p.sex)
        query: peewee.ModelSelect = e.select(e.id, e.course, e.state, p.id, sex, e.facts, *span)
        return query.left_outer_join(p, on=p.id == e.person).where(_of_course(e, one=one))

    return Statement(build)


@cache
def _tallied_marks(*, one: bool) -> Statement:
    """Return the statement that counts marks, but those of some enrolments and those in some sessions."""

    def build() -> peewee.ModelSelect:
        t, e, s = (MODELS[entity].alias(entity[0]) for entity in ("attendance", "enrolment", "session"))
        query = _with_marks(t, e, s, e.course, peewee.fn.count(peewee.SQL("*"))).where(_of_course(e, one=one))
        apart, ahead = e.id.not_in(any_of(NUMBERS)), s.id.not_in(any_of(NUMBERS))
        return query.where(apart, ahead).group_by(e.course)

    return Statement(build)


def _marks_apart() -> peewee.ModelSelect:
    t, e, s = (MODELS[entity].alias(entity[0]) for entity in ("attendance", "enrolment", "session"))
    return _with_marks(t, e, s, e.course, e.id, s.id).where(e.id.in_(any_of(NUMBERS)))


def _with_marks(t: TableModel, e: TableModel, s: TableModel, *columns: peewee.Node) -> peewee.ModelSelect:
    """Return the query of all marks with their enrolments and sessions."""
    query: peewee.ModelSelect = t.select(*columns).join(e, on=e.id == t.enrolment)
    query = query.join(s, on=(s.id == t.session) & (s.course == e.course))
    return query.where(t.mark.is_null(False))


def _waiting_marks() -> peewee.Query:
    t, e, s = (MODELS[entity].alias(entity[0]) for entity in ("attendance", "enrolment", "session"))
    query = ContradictionRow.select(e.course, peewee.fn.count(t.id.distinct()))
    query = query.join(t, on=t.id == ContradictionRow.object).join(e, on=e.id == t.enrolment)
    query = query.join(s, on=s.id == t.session)
    # In other fields only a newer version can decide.
    fields = [*ENTITIES["attendance"].fields, DELETED]
    return query.where(ContradictionRow.field.in_(fields)).group_by(e.course)


_MARKS_APART = Statement(_marks_apart)
_WAITING_MARKS = Statement(_waiting_marks)
_COURSE_KEYS = Statement(
    lambda: (
        MODELS["course"]
        .select(MODELS["course"].id, RegistryRow.key)
        .join(RegistryRow, on=RegistryRow.id == MODELS["course"].id)
    )
)


class CourseTally(Struct):
    """How many sessions and expected people a course has, how many marks are missing or contradicted."""

    sessions: int = 0
    cancelled: int = 0
    participants: int = 0
    women: int = 0
    unmarked: int = 0
    conflicts: int = 0


class _Column(Struct):
    """A session while a course is counted. `key` is its number: enrolments name sessions by it."""

    key: int
    day: date
    past: bool


class _Count(Struct):
    """A course while it is counted. `partly` are enrolments expected at a part of its sessions, as spans."""

    now: datetime
    tally: CourseTally = field(default_factory=CourseTally)
    sessions: list[_Column] = field(default_factory=list)
    whole: int = 0
    partly: dict[int, tuple[int, int]] = field(default_factory=dict)


def tally_courses(database: Database, now: Mapping[str, datetime]) -> dict[str, CourseTally]:
    """Return the tallies of courses, by key; `now` gives each one's time by the clock of its place.

    A mark is missing in a session that is held and has begun, or whose day has passed, where somebody on
    the list has none; nobody is missed where `expected_span` does not expect them.
    """
    if len(now) == 1:
        # An office has a thousand courses, and Today asks for few of them, one by one.
        keys = {object_number(database, "course", key): key for key in now}
    else:
        rows = database.select(_COURSE_KEYS)
        keys = {number: key for number, raw in rows if (key := key_text(raw)) in now}
    counts = {number: _Count(now[key]) for number, key in keys.items()}
    # One course is found by the indexes; all of them by one walk over all marks.
    only = (next(iter(counts)),) if len(counts) == 1 else ()
    ahead = _count_sessions(database, counts, only)
    apart = _count_people(database, counts, only)
    for count in counts.values():
        _expect(count)
    _take_off_marks(database, counts, only, ahead, apart)
    _count_conflicts(database, counts)
    return {keys[number]: count.tally for number, count in counts.items()}


def _count_sessions(database: Database, counts: Mapping[int, _Count], only: tuple[int, ...]) -> list[int]:
    """Count sessions; return the numbers of those in which nobody is missed."""
    ahead = []
    for number, course, raw, day, start in database.select(_tallied_sessions(one=bool(only)), *only):
        found, state = counts.get(course), _state(raw)
        past = found is not None and took_place(
            state, _day(day), found.now.date(), start or 0, found.now.hour * 60 + found.now.minute
        )
        if found is not None:
            found.tally.sessions += 1
            found.tally.cancelled += state is SessionState.CANCELLED
            found.sessions.append(_Column(number, _day(day), past))
        if not past:
            ahead.append(number)
    return ahead


def _count_people(database: Database, counts: Mapping[int, _Count], only: tuple[int, ...]) -> list[int]:
    """Count who is expected; return the numbers of enrolments that are not expected at all sessions."""
    apart, rows = list[int](), database.select(_tallied_people(one=bool(only)), *only)
    for number, course, raw, person, sex, facts, *since in rows:
        found, state = counts.get(course), _enrolment_state(raw)
        known = found is not None and person is not None
        if known and found is not None and state in ON_THE_LIST:
            found.tally.participants += 1
            said = facts and sex in (Sex.FEMALE, Sex.MALE)
            found.tally.women += (sex if said else sexes_of_joined(database).get(person, sex)) == Sex.FEMALE
        if known and found is not None and state in ON_THE_LIST and not any(since):
            found.whole += 1
            continue
        apart.append(number)
        if known and found is not None:
            from_day, from_session, gone_from = since
            found.partly[number] = expected_span(
                found.sessions, state, day_of(from_day), from_session, gone_from
            )
    return apart


def _expect(found: _Count) -> None:
    """Set how many marks there would be if none were missing."""
    missed = [column.past for column in found.sessions]
    parts = sum(sum(missed[first:end]) for first, end in found.partly.values())
    found.tally.unmarked = found.whole * sum(missed) + parts


def _take_off_marks(
    database: Database,
    counts: Mapping[int, _Count],
    only: tuple[int, ...],
    ahead: list[int],
    apart: list[int],
) -> None:
    """Take off the marks that there are: added up for most people, one by one for who was partly expected."""
    for course, marks in database.select(_tallied_marks(one=bool(only)), *only, apart, ahead):
        if course in counts:
            counts[course].tally.unmarked -= marks
    partly = [number for found in counts.values() for number in found.partly]
    places = {column.key: place for found in counts.values() for place, column in enumerate(found.sessions)}
    for course, number, session in database.select(_MARKS_APART, partly):
        found, place = counts[course], places[session]
        first, end = found.partly[number]
        found.tally.unmarked -= first <= place < end and found.sessions[place].past


def _count_conflicts(database: Database, counts: Mapping[int, _Count]) -> None:
    for course, conflicts in database.select(_WAITING_MARKS):
        if course in counts:
            counts[course].tally.conflicts = conflicts


@cache
def _state(value: object) -> SessionState:
    return choice_of(SessionState, value, SessionState.PLANNED)


@cache
def _enrolment_state(value: object) -> EnrolmentState:
    return choice_of(EnrolmentState, value, EnrolmentState.NOMINATED)


@cache
def _day(value: object) -> date:
    return day_of(value) or NO_DAY
