"""How many sessions, people, missing marks and conflicts each course has, counted for many at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from typing import NamedTuple, cast

import peewee
from msgspec import Struct, field

from trainer_app.domain.base.schema import DELETED, ENTITIES
from trainer_app.domain.courses.courses import (
    ON_THE_LIST,
    EnrolmentState,
    SessionState,
    expected_span,
    took_place,
)
from trainer_app.domain.people.persons import Sex, is_blank
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of, in_order
from trainer_app.store.base.models import MODELS, ContradictionRow, RegistryRow, TableModel
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.rows import choice_of, day_of, object_number
from trainer_app.store.courses.courses import NO_DAY
from trainer_app.store.people.people import numbers_named_by, sexes_of_joined

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


class _Row(NamedTuple):
    """A row of a list while a course is counted: its number, what it says, where it is expected."""

    number: int
    on_list: bool
    whole: bool
    woman: bool
    span: tuple[int, int]


class _Apart(Struct):
    """Somebody whose marks are counted one by one: the places where a mark is expected and is, as bits."""

    expected: int = 0
    marked: int = 0


class _Count(Struct):
    """A course while it is counted. `past` has the places of sessions in which marks can be missing.

    These are bits. `whole` is how many are expected at all sessions. `apart` has all others by enrolment, the
    rows of one person as one; `joined` gathers the rows of those who may have several, by who is named.
    """

    now: datetime
    tally: CourseTally = field(default_factory=CourseTally)
    sessions: list[_Column] = field(default_factory=list)
    past: int = 0
    whole: int = 0
    apart: dict[int, _Apart] = field(default_factory=dict)
    joined: dict[int, list[_Row]] = field(default_factory=dict)

    def take(self, rows: Sequence[_Row]) -> None:
        """Count the rows of one person: once, by `domain.attendance.marks.count_once`."""
        on_list = [row for row in rows if row.on_list]
        self.tally.participants += bool(on_list)
        self.tally.women += any(row.woman for row in on_list)
        if len(rows) == 1 and rows[0].whole:
            self.whole += 1
            return
        apart = _Apart()
        for row in rows:
            first, end = row.span
            apart.expected |= self.past & ((1 << end) - (1 << first)) if first < end else 0
            self.apart[row.number] = apart


def tally_courses(database: Database, now: Mapping[str, datetime]) -> dict[str, CourseTally]:
    """Return the tallies of courses, by key; `now` gives each one's time by the clock of its place.

    A mark is missing in a session that is held and has begun, or whose day has passed, where somebody on
    the list has none; nobody is missed where `expected_span` does not expect them. Whoever stands in several
    rows of a course is counted once, and missed where none of the rows has a mark.
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
    left_out = _count_people(database, counts, only)
    _count_marks(database, counts, only, ahead, left_out)
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
            found.past |= past << len(found.sessions)
            found.sessions.append(_Column(number, _day(day)))
        if not past:
            ahead.append(number)
    return ahead


def _count_people(database: Database, counts: Mapping[int, _Count], only: tuple[int, ...]) -> list[int]:
    """Count who is expected; return the numbers of enrolments that are not expected at all sessions."""
    left_out = []
    # Asked once, not for each row (a query on a server), and not where all rows say it.
    heads = numbers_named_by(database)
    joined = cache(partial(sexes_of_joined, database))
    rows = database.select(_tallied_people(one=bool(only)), *only)
    for number, course, raw, person, sex, facts, *since in rows:
        found, state = counts.get(course), _enrolment_state(raw)
        if found is None or person is None:
            left_out.append(number)
            continue
        on_list, said, span = state in ON_THE_LIST, _sex(sex), (0, len(found.sessions))
        # As `then_or_now`.
        if on_list and (not facts or is_blank(said)):
            said = joined().get(person, said)
        whole = on_list and not any(since)
        if whole and person not in heads:
            found.tally.participants += 1
            found.tally.women += said is Sex.FEMALE
            found.whole += 1
            continue
        if not whole:
            from_day, from_session, gone_from = since
            span = expected_span(found.sessions, state, day_of(from_day), from_session, gone_from)
        row = _Row(number, on_list, whole, said is Sex.FEMALE, span)
        if person in heads:
            found.joined.setdefault(heads[person], []).append(row)
        else:
            found.take([row])
    for found in counts.values():
        for several in found.joined.values():
            found.take(several)
        left_out += found.apart
    return left_out


def _count_marks(
    database: Database,
    counts: Mapping[int, _Count],
    only: tuple[int, ...],
    ahead: list[int],
    left_out: list[int],
) -> None:
    """Count the marks that are missing: added up for most people, one by one for those who are apart."""
    for found in counts.values():
        found.tally.unmarked = found.whole * found.past.bit_count()
    for course, marks in database.select(_tallied_marks(one=bool(only)), *only, left_out, ahead):
        if course in counts:
            counts[course].tally.unmarked -= marks
    apart = [number for found in counts.values() for number in found.apart]
    places = {column.key: place for found in counts.values() for place, column in enumerate(found.sessions)}
    for course, number, session in database.select(_MARKS_APART, apart):
        counts[course].apart[number].marked |= 1 << places[session]
    for found in counts.values():
        each_once = {id(one): one for one in found.apart.values()}.values()
        found.tally.unmarked += sum((one.expected & ~one.marked).bit_count() for one in each_once)


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
def _sex(value: object) -> Sex:
    return choice_of(Sex, value, Sex.UNKNOWN)


@cache
def _day(value: object) -> date:
    return day_of(value) or NO_DAY
