"""What reports are counted from, read for many courses at once: marks come added up, never one by one.

Courses and enrolments go by their numbers here. `only` are the numbers of the courses asked for: they are
found by the indexes. None stands for all, which is one walk over each table.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple, cast

import msgspec
import peewee
from msgspec import Struct

from trainer_app.domain.attendance.marks import IN_THE_ROOM, Attendance, Mark
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import OFF_THE_LIST, EnrolmentState, SessionState
from trainer_app.domain.office.participations import CertificateLine
from trainer_app.domain.office.reports import Release
from trainer_app.domain.people.persons import Sex
from trainer_app.store.attendance.marks import marks_of_enrolments
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, Given, Statement, any_of, greatest, in_order
from trainer_app.store.base.models import MODELS, RegistryRow, TableModel
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.rows import RecordReader, Rows, choice_of, day_of, select_rows
from trainer_app.store.courses.courses import NO_DAY
from trainer_app.store.people.people import CountedPerson

_RELEASES = Rows("release", order=lambda rows: (rows.t.at.desc(), rows.own.key.desc()))
_release = RecordReader(Release, "release")


def list_releases(database: Database) -> list[Release]:
    """Return what is noted of reports with names, the newest first."""
    return [_release(fields) for fields in select_rows(database, _RELEASES)]


type Exceptional = tuple[int, Attendance]
"""Number of a session, and the mark in it."""
type Only = Collection[int] | None
"""Courses by number; None for all."""


def _marked(t: TableModel) -> peewee.Expression:
    """Return the condition for a mark that this program knows; nearly all are the first, compared alone."""
    often, *others = (mark.value for mark in Mark)
    return cast(peewee.Expression, (t.mark == often) | t.mark.in_(others))


def _held(s: TableModel) -> peewee.Expression:
    return cast(peewee.Expression, s.state == SessionState.HELD.value)


def _minutes(s: TableModel) -> peewee.ColumnBase:
    """Return the planned minutes of a session."""
    return greatest(0, peewee.fn.coalesce(s.end, 0) - peewee.fn.coalesce(s.start, 0))


def _attended(t: TableModel, s: TableModel) -> peewee.ColumnBase:
    """Return what `domain.attendance.attended_minutes` says of a mark of those who came."""
    return greatest(0, _minutes(s) - greatest(0, peewee.fn.coalesce(t.missed, 0)))


def _tables() -> tuple[TableModel, TableModel]:
    return MODELS["attendance"].alias("t"), MODELS["session"].alias("s")


def _of_courses(t: TableModel) -> peewee.Node:
    """Return the condition for marks of the courses whose numbers are given."""
    e = MODELS["enrolment"]
    return cast(peewee.Node, t.enrolment.in_(e.select(e.id).where(e.course.in_(any_of(NUMBERS)))))


def _for_courses(build: Callable[[Collection[Given]], peewee.Query]) -> Mapping[bool, Statement]:
    """Return the statements of a query: of all courses, and of some whose numbers are given to it."""
    return {False: Statement(lambda: build(())), True: Statement(lambda: build((NUMBERS,)))}


def _narrowed(query: Any, conditions: Collection[peewee.Node]) -> Any:
    return query.where(*conditions) if conditions else query


def _course_numbers() -> peewee.Query:
    t = MODELS["course"]
    return cast(peewee.Query, t.select(t.id, RegistryRow.key).join(RegistryRow, on=RegistryRow.id == t.id))


def _sessions(only: Collection[Given]) -> peewee.Query:
    s, own = MODELS["session"].alias("s"), RegistryRow.alias("own")
    query = s.select(s.id, own.key, s.course, s.day, _minutes(s), s.state, s.trainers)
    query = _narrowed(query.join(own, on=own.id == s.id), [s.course.in_(any_of(each)) for each in only])
    return cast(peewee.Query, query.order_by(*in_order(s.course, s.day, s.start, own.key)))


def _enrolled(only: Collection[Given]) -> peewee.Query:
    e, own = MODELS["enrolment"].alias("e"), RegistryRow.alias("own")
    query = e.select(
        *(e.id, own.key, e.course, e.person, e.state),
        *(e.from_day, e.from_session, e.gone_from, e.override, e.override_reason),
        *(e.facts, e.sex, e.rank, e.unit, e.duty_district),
    )
    query = query.join(own, on=own.id == e.id)
    query = _narrowed(query, [e.course.in_(any_of(each)) for each in only])
    return cast(peewee.Query, query.order_by(*in_order(e.course, e.number, own.key)))


def _held_marks(which: peewee.Node) -> peewee.Query:
    t, s = _tables()
    rows, first, last = peewee.fn.count(peewee.SQL("*")), peewee.fn.min(s.course), peewee.fn.max(s.course)
    alone = (first == last) & (peewee.fn.count(s.course) == rows)
    query = t.select(t.enrolment, rows, peewee.Case(None, [(alone, first)], 0))
    query = query.join(s, on=s.id == t.session).where(_held(s), _marked(t), which)
    return cast(peewee.Query, query.group_by(t.enrolment))


def _held_of_courses() -> peewee.Query:
    t, _ = _tables()
    return _held_marks(_of_courses(t))


def _held_of_enrolments() -> peewee.Query:
    t, _ = _tables()
    return _held_marks(t.enrolment.in_(any_of(NUMBERS)))


def _mark_spans() -> peewee.Query:
    t, _ = _tables()
    # To compare each mark with those that are known would take half as long once more.
    marks, first, last = peewee.fn.count(t.mark), peewee.fn.min(t.session), peewee.fn.max(t.session)
    return cast(peewee.Query, t.select(t.enrolment, marks, first, last).group_by(t.enrolment))


def _held_sessions() -> peewee.Query:
    _, s = _tables()
    return cast(peewee.Query, s.select(s.id, s.course).where(_held(s)).order_by(s.id))


def _exceptions(only: Collection[Given]) -> peewee.Query:
    t, _ = _tables()
    whole = (t.mark == Mark.PRESENT.value) & (peewee.fn.coalesce(t.missed, 0) <= 0)
    # Few are left by the first condition.
    query = t.select(t.enrolment, t.session, t.mark, t.missed).where(~whole, t.mark.is_null(False))
    return cast(peewee.Query, _narrowed(query, [_of_courses(t) for _ in only]))


def _sums() -> peewee.Query:
    t, s = _tables()
    came = t.mark.in_([mark.value for mark in IN_THE_ROOM])
    attended = peewee.fn.sum(peewee.Case(None, [(came, _attended(t, s))], 0))
    times = peewee.fn.sum(peewee.Case(None, [(came, 1)], 0))
    query = t.select(t.enrolment, s.course, s.day, attended, times, peewee.fn.count(peewee.SQL("*")))
    query = query.join(s, on=s.id == t.session)
    query = query.where(_held(s), _marked(t), t.enrolment.in_(any_of(NUMBERS)))
    return cast(peewee.Query, query.group_by(t.enrolment, s.course, s.day))


def _with_marks() -> peewee.Query:
    t, s = _tables()
    query = t.select(t.enrolment).join(s, on=s.id == t.session)
    return cast(peewee.Query, query.where(_marked(t), t.enrolment.in_(any_of(NUMBERS))).distinct())


def _register(only: Collection[Given]) -> peewee.Query:
    t, e = MODELS["certificate"].alias("t"), MODELS["enrolment"].alias("e")
    own, e_own = RegistryRow.alias("own"), RegistryRow.alias("e_own")
    query = t.select(t.id, own.key, e_own.key, t.kind, t.serial, t.issued_on, t.void, t.replaced_by)
    query = query.join(own, on=own.id == t.id).join(e, on=e.id == t.enrolment)
    query = query.join(e_own, on=e_own.id == e.id)
    query = _narrowed(query, [e.course.in_(any_of(each)) for each in only])
    return cast(peewee.Query, query.order_by(*in_order(t.serial, own.key)))


_COURSE_NUMBERS, _SUMS, _WITH_MARKS = Statement(_course_numbers), Statement(_sums), Statement(_with_marks)
_SESSIONS, _ENROLLED, _REGISTER = _for_courses(_sessions), _for_courses(_enrolled), _for_courses(_register)
_EXCEPTIONS = _for_courses(_exceptions)
_HELD_OF_COURSES, _HELD_OF_ENROLMENTS = Statement(_held_of_courses), Statement(_held_of_enrolments)
_MARK_SPANS, _HELD_SESSIONS = Statement(_mark_spans), Statement(_held_sessions)
_WITH_PAPERS = Statement(lambda: MODELS["paper"].select(MODELS["paper"].course).distinct())


def _ask(database: Database, query: Mapping[bool, Statement], only: Only) -> list[tuple[Any, ...]]:
    """Return the rows of a query for some courses, or for all."""
    return database.select(query[False]) if only is None else database.select(query[True], only)


class TimedSession(Struct, frozen=True, gc=False):
    """A session by its number, with its planned minutes and the keys of the trainers that are named in it."""

    number: int
    key: str
    course: int
    day: date
    minutes: int
    state: SessionState
    trainers: tuple[str, ...]


class CountedEnrolment(Struct, frozen=True, gc=False):
    """An enrolment by its number, with what a report and the completion rule ask of it."""

    number: int
    key: str
    course: int
    person: str
    state: EnrolmentState
    from_day: date | None
    from_session: int | None
    gone_from: int | None
    override: str
    override_reason: str
    facts: tuple[Sex, str, str, str] | None
    """Sex, rank, unit and district at the course; None for entries from before, which read the person's."""
    gone: bool
    """Somebody who was replaced or withdrew."""
    partly: bool
    """Somebody who may not be expected at all sessions."""


class DaySums(NamedTuple):
    """One enrolment's marks in the held sessions of a day: minutes attended, times there, marks."""

    attended: int
    came: int
    marked: int


class RegisterLine(NamedTuple):
    """A certificate with its serial."""

    line: CertificateLine
    serial: str


def course_numbers(database: Database) -> dict[str, int]:
    """Return the numbers of all courses by key."""
    return {key_text(raw): number for number, raw in database.select(_COURSE_NUMBERS)}


def read_sessions(database: Database, only: Only) -> dict[int, list[TimedSession]]:
    """Return the sessions of courses, each course's in the order of time."""
    rows = _ask(database, _SESSIONS, only)
    found: dict[int, list[TimedSession]] = defaultdict(list)
    for number, key, course, day, minutes, state, trainers in rows:
        found[course].append(
            TimedSession(
                number, key_text(key), course, _day(day), minutes, _state(state), _trainers(trainers)
            )
        )
    return found


def read_enrolled(
    database: Database, only: Only, people: Mapping[int, CountedPerson]
) -> dict[int, list[CountedEnrolment]]:
    """Return the enrolments of courses, each course's by number on the list; `people` are all there are."""
    rows = _ask(database, _ENROLLED, only)
    found: dict[int, list[CountedEnrolment]] = defaultdict(list)
    for number, key, course, who, written, from_day, *more in rows:
        person = people.get(who)
        if person is None:
            continue
        from_session, gone_from, override, reason, carried, *facts = more
        (state, gone), day = _enrolment_state(written), day_of(from_day)
        found[course].append(
            CountedEnrolment(
                number,
                key_text(key),
                course,
                person.key,
                state,
                day,
                from_session,
                gone_from,
                override or "",
                reason or "",
                _facts(*facts) if carried else None,
                gone,
                gone or day is not None or from_session is not None,
            )
        )
    return found


def _facts(sex: object, *texts: str | None) -> tuple[Sex, str, str, str]:
    rank, unit, district = (text or "" for text in texts)
    return choice_of(Sex, sex, Sex.UNKNOWN), rank, unit, district


def count_held(database: Database, only: Only) -> Mapping[int, tuple[int, int]]:
    """Return of each enrolment (marks in held sessions, course), course 0 where it is not one alone."""
    if only is not None:
        return _by_enrolment(database.select(_HELD_OF_COURSES, only))
    return _all_marks(database).held


class _AllMarks(NamedTuple):
    """Of everybody's marks how many are those of held sessions, and which of them are no whole ones."""

    held: dict[int, tuple[int, int]]
    exceptions: dict[int, list[Exceptional]]


def _all_marks(database: Database) -> _AllMarks:
    """Return it, read once until one of the tables that it is read from is written."""
    return database.remembered("all marks", lambda: _read_all_marks(database), _OF_MARKS)


def _read_all_marks(database: Database) -> _AllMarks:
    """Count the marks of everybody without looking up the session of each: that takes as long once more.

    The sessions of a course are mostly written one after the other, so that their numbers follow each other.
    Where nothing but held sessions of one course lies from the first to the last of somebody's marks, all the
    marks are in these. Whoever it cannot be said of is looked up, and whoever has a mark that is not known.
    """
    exceptions, unknown = _sorted_out(_ask(database, _EXCEPTIONS, None))
    runs = _runs(database.select(_HELD_SESSIONS))
    held: dict[int, tuple[int, int]] = {}
    unsure: list[int] = []
    for enrolment, marks, first, last in database.select(_MARK_SPANS):
        run = runs.get(first)
        if run is not None and run is runs.get(last) and enrolment not in unknown:
            if marks:
                held[enrolment] = marks, run[0]
        elif enrolment is not None:
            unsure.append(enrolment)
    if unsure:
        held.update(_by_enrolment(database.select(_HELD_OF_ENROLMENTS, unsure)))
    return _AllMarks(held, exceptions)


def _runs(held: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Return (course, first session) by session, one and the same where no number lies between two."""
    found: dict[int, tuple[int, int]] = {}
    before, run = 0, (0, 0)
    for session, course in held:
        if session != before + 1 or course != run[0]:
            run = course, session
        found[session] = run
        before = session
    return found


def _by_enrolment(rows: Iterable[tuple[int, int, int]]) -> dict[int, tuple[int, int]]:
    return {enrolment: (marks, course) for enrolment, marks, course in rows}


_OF_MARKS = ("attendance", "enrolment", "session")
"""What walks over all marks reads: until one of these is written, opening a report again does not walk."""


def read_exceptions(database: Database, only: Only) -> Mapping[int, list[Exceptional]]:
    """Return the marks of each enrolment that stand for less than the whole session."""
    if only is None:
        return _all_marks(database).exceptions
    return _sorted_out(_ask(database, _EXCEPTIONS, only))[0]


def _sorted_out(rows: Iterable[tuple[Any, ...]]) -> tuple[dict[int, list[Exceptional]], set[int]]:
    """Return the marks that are not whole ones, by enrolment, and who has any that is not known here."""
    found: dict[int, list[Exceptional]] = defaultdict(list)
    unknown: set[int] = set()
    for enrolment, session, mark, missed in rows:
        cell = _cell(mark, missed or 0)
        if cell is not None:
            found[enrolment].append((session, cell))
        else:
            unknown.add(enrolment)
    return found, unknown


def read_sums(database: Database, enrolments: Iterable[int]) -> dict[tuple[int, int], dict[date, DaySums]]:
    """Return by (enrolment, course) what the marks of each day with a held session add up to."""
    rows = database.select(_SUMS, enrolments)
    found: dict[tuple[int, int], dict[date, DaySums]] = defaultdict(dict)
    for enrolment, course, text, *sums in rows:
        days, day = found[enrolment, course], _day(text)
        more = days.get(day)
        # Days that are none count as one.
        days[day] = DaySums(*sums) if more is None else DaySums(*map(sum, zip(more, sums, strict=True)))
    return found


def read_marked(database: Database, enrolments: Iterable[int]) -> set[int]:
    """Return those of some enrolments that have a mark in any session."""
    return {number for (number,) in database.select(_WITH_MARKS, enrolments)}


def read_cells(database: Database, enrolments: Iterable[int]) -> dict[tuple[str, str], Attendance]:
    """Return (enrolment, session) -> attendance of some enrolments, by their keys."""
    return marks_of_enrolments(database, enrolments)


def read_register(database: Database, only: Only) -> Mapping[str, list[RegisterLine]]:
    """Return the certificates of each enrolment, by its key, in the order of serials.

    One that replaces another counts where that was issued: no quarter loses it by a letter put right later.
    """
    rows = list(_ask(database, _REGISTER, only))
    issued = {own: _day(day) for own, *_, day, _, _ in rows}
    first = _first_days(issued, {own: new for own, *_, new in rows if new})
    found: dict[str, list[RegisterLine]] = defaultdict(list)
    for own, key, enrolment, kind, serial, _, void, replaced in rows:
        state = CertificateState.VOID if void else CertificateState.ISSUED
        line = CertificateLine(
            key_text(key),
            choice_of(CertificateKind, kind, CertificateKind.ATTENDANCE),
            CertificateState.REPLACED if replaced else state,
            first[own],
        )
        found[key_text(enrolment)].append(RegisterLine(line, serial or ""))
    return found


def _first_days(issued: Mapping[int, date], replaced: Mapping[int, int]) -> Mapping[int, date]:
    """Return on which day each certificate counts: its own, or of what it replaces the earliest one."""
    first = dict(issued)
    for own in replaced:
        met, new = {own}, replaced.get(own)
        while new is not None and new in first and new not in met:
            first[new] = min(first[new], issued[own])
            met.add(new)
            new = replaced.get(new)
    return first


def courses_with_papers(database: Database) -> set[int]:
    """Return the courses of which any test or rating is kept."""
    return {number for (number,) in database.select(_WITH_PAPERS)}


@cache
def _day(value: object) -> date:
    return day_of(value) or NO_DAY


@cache
def _state(value: object) -> SessionState:
    return choice_of(SessionState, value, SessionState.PLANNED)


@cache
def _enrolment_state(value: object) -> tuple[EnrolmentState, bool]:
    """Return a state, and whether it is of somebody who has left the list."""
    state = choice_of(EnrolmentState, value, EnrolmentState.NOMINATED)
    return state, state in OFF_THE_LIST


@cache
def _cell(mark: str, missed: int) -> Attendance | None:
    return Attendance(Mark(mark), missed) if mark in _KNOWN else None


_KNOWN = frozenset(mark.value for mark in Mark)


def _trainers(raw: str | None) -> tuple[str, ...]:
    return tuple(str(key) for key in msgspec.json.decode(raw)) if raw else ()
