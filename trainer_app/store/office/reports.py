"""What reports are counted from, read for many courses at once: marks come added up, never one by one.

Courses and enrolments go by their numbers here. `only` are the numbers of the courses asked for: they are
found by the indexes. None stands for all, which is one walk over each table.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from trainer_app.domain.attendance.marks import IN_THE_ROOM, Attendance, Mark
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import EnrolmentState, SessionState
from trainer_app.domain.office.participations import CertificateLine
from trainer_app.store.attendance.marks import read_marks
from trainer_app.store.base.database import Database
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.records import choice_of, day_of
from trainer_app.store.courses.courses import NO_DAY

type Exceptional = tuple[int, Attendance]
"""Number of a session, and the mark in it."""
type Only = Collection[int] | None
"""Courses by number; None for all."""

_LISTED = "IN (SELECT value FROM json_each(?))"
_MARKED = f"t.mark IN ({', '.join(repr(mark.value) for mark in Mark)})"
_CAME = f"t.mark IN ({', '.join(repr(mark.value) for mark in IN_THE_ROOM)})"
_HELD = f"s.state = '{SessionState.HELD.value}'"
_MINUTES = 'max(0, coalesce(s."end", 0) - coalesce(s.start, 0))'
_ATTENDED = f"max(0, {_MINUTES} - max(0, coalesce(t.missed, 0)))"
"""As `domain.attendance.attended_minutes` says of a mark of those who came."""


class TimedSession(NamedTuple):
    """A session by its number, with its planned minutes and the keys of the trainers that are named in it."""

    number: int
    key: str
    course: int
    day: date
    minutes: int
    state: SessionState
    trainers: tuple[str, ...]


class CountedEnrolment(NamedTuple):
    """An enrolment by its number, with what a report and the completion rule ask of it."""

    number: int
    key: str
    course: int
    person: str
    state: EnrolmentState
    from_day: date | None
    override: str
    override_reason: str


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
    rows = database.select("SELECT t.id, own.key FROM course AS t JOIN registry AS own ON own.id = t.id")
    return {key_text(raw): number for number, raw in rows}


def read_sessions(database: Database, only: Only) -> dict[int, list[TimedSession]]:
    """Return the sessions of courses, each course's in the order of time."""
    rows = database.select(
        f"SELECT s.id, own.key, s.course, s.day, {_MINUTES}, s.state, s.trainers FROM session AS s "
        f"JOIN registry AS own ON own.id = s.id {_where('s.course', only)} "
        "ORDER BY s.course, s.day, s.start, own.key",
        *_values(only),
    )
    found: dict[int, list[TimedSession]] = defaultdict(list)
    for number, key, course, day, minutes, state, trainers in rows:
        found[course].append(
            TimedSession(
                number, key_text(key), course, _day(day), minutes, _state(state), _trainers(trainers)
            )
        )
    return found


def read_enrolled(database: Database, only: Only) -> dict[int, list[CountedEnrolment]]:
    """Return the enrolments of courses, each course's by number on the list."""
    rows = database.select(
        "SELECT e.id, own.key, e.course, who.key, e.state, e.from_day, e.override, e.override_reason "
        "FROM enrolment AS e JOIN registry AS own ON own.id = e.id "
        "JOIN person ON person.id = e.person JOIN registry AS who ON who.id = e.person "
        f"{_where('e.course', only)} ORDER BY e.course, e.number, own.key",
        *_values(only),
    )
    found: dict[int, list[CountedEnrolment]] = defaultdict(list)
    for number, key, course, person, state, from_day, override, reason in rows:
        found[course].append(
            CountedEnrolment(
                number,
                key_text(key),
                course,
                key_text(person),
                _enrolment_state(state),
                day_of(from_day),
                override or "",
                reason or "",
            )
        )
    return found


def count_held(database: Database, only: Only) -> dict[int, tuple[int, int]]:
    """Return of each enrolment (marks in held sessions, course), course 0 where it is not one alone."""
    some = "" if only is None else f"AND t.enrolment IN (SELECT id FROM enrolment WHERE course {_LISTED})"
    rows = database.select(
        "SELECT t.enrolment, count(*), CASE WHEN min(s.course) = max(s.course) "
        "AND count(s.course) = count(*) THEN min(s.course) ELSE 0 END "
        f"FROM attendance AS t JOIN session AS s ON s.id = t.session WHERE {_HELD} AND {_MARKED} {some} "
        "GROUP BY t.enrolment",
        *_values(only),
    )
    return {enrolment: (marks, course) for enrolment, marks, course in rows}


def read_exceptions(database: Database, only: Only) -> dict[int, list[Exceptional]]:
    """Return the marks of each enrolment that stand for less than the whole session."""
    some = "" if only is None else f"AND t.enrolment IN (SELECT id FROM enrolment WHERE course {_LISTED})"
    rows = database.select(
        f"SELECT t.enrolment, t.session, t.mark, t.missed FROM attendance AS t WHERE {_MARKED} "
        f"AND NOT (t.mark = '{Mark.PRESENT.value}' AND coalesce(t.missed, 0) <= 0) {some}",
        *_values(only),
    )
    found: dict[int, list[Exceptional]] = defaultdict(list)
    for enrolment, session, mark, missed in rows:
        found[enrolment].append((session, _cell(mark, missed or 0)))
    return found


def read_sums(database: Database, enrolments: Iterable[int]) -> dict[tuple[int, int], dict[date, DaySums]]:
    """Return by (enrolment, course) what the marks of each day with a held session add up to."""
    rows = database.select(
        f"SELECT t.enrolment, s.course, s.day, sum(CASE WHEN {_CAME} THEN {_ATTENDED} ELSE 0 END), "
        f"sum({_CAME}), sum({_MARKED}) FROM attendance AS t JOIN session AS s ON s.id = t.session "
        f"WHERE {_HELD} AND {_MARKED} AND t.enrolment {_LISTED} GROUP BY t.enrolment, s.course, s.day",
        _json(enrolments),
    )
    found: dict[tuple[int, int], dict[date, DaySums]] = defaultdict(dict)
    for enrolment, course, text, *sums in rows:
        days, day = found[enrolment, course], _day(text)
        more = days.get(day)
        # Days that are none count as one.
        days[day] = DaySums(*sums) if more is None else DaySums(*map(sum, zip(more, sums, strict=True)))
    return found


def read_marked(database: Database, enrolments: Iterable[int]) -> set[int]:
    """Return those of some enrolments that have a mark in any session."""
    rows = database.select(
        "SELECT DISTINCT t.enrolment FROM attendance AS t JOIN session AS s ON s.id = t.session "
        f"WHERE {_MARKED} AND t.enrolment IN (SELECT value FROM json_each(?))",
        _json(enrolments),
    )
    return {number for (number,) in rows}


def read_cells(database: Database, enrolments: Iterable[int]) -> dict[tuple[str, str], Attendance]:
    """Return (enrolment, session) -> attendance of some enrolments, by their keys."""
    condition = "enrolment.id IN (SELECT value FROM json_each(?))"
    return read_marks(database, condition, _json(enrolments))


def read_register(database: Database, only: Only) -> Mapping[str, list[RegisterLine]]:
    """Return the certificates of each enrolment, by its key, in the order of serials."""
    rows = database.select(
        "SELECT own.key, e_own.key, t.kind, t.serial, t.issued_on, t.void, t.replaced_by "
        "FROM certificate AS t JOIN registry AS own ON own.id = t.id "
        "JOIN enrolment AS e ON e.id = t.enrolment JOIN registry AS e_own ON e_own.id = e.id "
        f"{_where('e.course', only)} ORDER BY t.serial, own.key",
        *_values(only),
    )
    found: dict[str, list[RegisterLine]] = defaultdict(list)
    for key, enrolment, kind, serial, issued_on, void, replaced in rows:
        state = CertificateState.VOID if void else CertificateState.ISSUED
        line = CertificateLine(
            key_text(key),
            choice_of(CertificateKind, kind, CertificateKind.ATTENDANCE),
            CertificateState.REPLACED if replaced else state,
            _day(issued_on),
        )
        found[key_text(enrolment)].append(RegisterLine(line, serial or ""))
    return found


def courses_with_papers(database: Database) -> set[int]:
    """Return the courses of which any test or rating is kept."""
    return {number for (number,) in database.select("SELECT DISTINCT course FROM paper")}


def _where(column: str, only: Only) -> str:
    return "" if only is None else f"WHERE {column} {_LISTED}"


def _values(only: Only) -> tuple[str, ...]:
    return () if only is None else (_json(only),)


@cache
def _day(value: object) -> date:
    return day_of(value) or NO_DAY


@cache
def _state(value: object) -> SessionState:
    return choice_of(SessionState, value, SessionState.PLANNED)


@cache
def _enrolment_state(value: object) -> EnrolmentState:
    return choice_of(EnrolmentState, value, EnrolmentState.NOMINATED)


@cache
def _cell(mark: str, missed: int) -> Attendance:
    return Attendance(Mark(mark), missed)


def _trainers(raw: str | None) -> tuple[str, ...]:
    return tuple(str(key) for key in msgspec.json.decode(raw)) if raw else ()


def _json(numbers: Iterable[int]) -> str:
    return msgspec.json.encode(list(numbers)).decode()
