"""Marks, minutes and shares; the grid as plain data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer_app.domain.courses import SessionState
from trainer_app.domain.texts import Texts


class Mark(StrEnum):
    """What is recorded for one person in one session. No mark (None) is not absent."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


IN_THE_ROOM = (Mark.PRESENT, Mark.LATE)
"""Marks of those who came."""


class Signed(StrEnum):
    """Whether the person signed the paper sheet."""

    YES = "yes"
    NO = "no"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True)
class Attendance:
    """One person's mark in one session.

    `missed` is in minutes, late and leaving early together; `early` of them were missed at the end.
    `arrived` is the minute after midnight of a scanned badge. `settled` says how a difference between mark
    and signature was settled. `unknown`: there is a mark that only a newer version of the program can show.
    """

    mark: Mark | None = None
    missed: int = 0
    early: int = 0
    arrived: int | None = None
    remark: str = ""
    signed: Signed = Signed.NOT_CHECKED
    settled: str = ""
    conflict: bool = False
    unknown: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether nobody has given a mark."""
        return self.mark is None and not self.unknown

    @property
    def late(self) -> int:
        """Minutes missed at the beginning."""
        return max(0, self.missed - self.early)


@dataclass(frozen=True)
class GridSession:
    """A column of the grid. `day_number` counts the course's days from 1."""

    key: str
    number: int
    day: date
    day_number: int
    start: int
    end: int
    topic: Texts
    state: SessionState
    cancel_reason: str = ""
    locked: bool = False
    room: str = ""
    counted: int | None = None
    locked_by: str = ""
    locked_at: int | None = None
    """In Unix milliseconds."""

    @property
    def minutes(self) -> int:
        """Planned minutes; none where a merge of two changes left the end before the start."""
        return max(0, self.end - self.start)

    @property
    def cancelled(self) -> bool:
        """Tell whether the session counts for nobody."""
        return self.state is SessionState.CANCELLED


@dataclass(frozen=True)
class GridRow:
    """A row of the grid. `cells` run along the sessions; None where the person was not yet enrolled.

    `from_day` is the day number from which the person takes part (1 = from the start).
    `share` is in hundredths of a per cent, None while nothing was held and marked.
    """

    enrolment: str
    person: str
    number: int
    name: str
    full_name: str
    rank: str
    unit: str
    from_day: int
    walk_in: bool
    cells: tuple[Attendance | None, ...]
    share: int | None


@dataclass(frozen=True)
class AttendanceGrid:
    """One course's attendance: rows in the order of their numbers, sessions in the order of time."""

    course: str
    sessions: tuple[GridSession, ...]
    rows: tuple[GridRow, ...]
    share_limit: int | None
    conflicts: int = 0
    """How many cells hold a contradiction."""


@dataclass(frozen=True)
class Headcount:
    """How many people of a session have which mark. `expected` is who was enrolled by then.

    `unknown` have a mark that only a newer version of the program can show: whether they came is not known.
    """

    present: int = 0
    late: int = 0
    excused: int = 0
    absent: int = 0
    unmarked: int = 0
    unknown: int = 0

    @property
    def in_room(self) -> int:
        """People who came: present or late."""
        return self.present + self.late

    @property
    def expected(self) -> int:
        """Everybody on the list."""
        return self.in_room + self.excused + self.absent + self.unmarked + self.unknown


_IN_ROOM = (Mark.PRESENT, Mark.LATE)


def attended_minutes(planned: int, attendance: Attendance | None) -> int:
    """Return the minutes of a held session that a mark stands for."""
    if attendance is None or attendance.mark not in _IN_ROOM:
        return 0
    # Asked tens of thousands of times when a large grid opens: most miss nothing.
    missed = attendance.missed
    return max(0, planned - missed) if missed > 0 else max(0, planned)


def attendance_share(attended: int, planned: int) -> int | None:
    """Return attended / planned in hundredths of a per cent, rounded half up; None if nothing was held.

    Only for showing: a limit is compared by `reaches`, without rounding.
    """
    if planned <= 0:
        return None
    return (attended * 20000 + planned) // (2 * planned)


def reaches(attended: int, planned: int, limit: int) -> bool:
    """Tell whether attended / planned >= limit (hundredths of a per cent), exactly."""
    return planned > 0 and attended * 10000 >= limit * planned


def held_minutes(sessions: Sequence[GridSession]) -> list[int | None]:
    """Return the planned minutes of each session that was held; None for one that was not."""
    return [session.minutes if session.state is SessionState.HELD else None for session in sessions]


def share_so_far(held: Sequence[int | None], cells: Sequence[Attendance | None]) -> int | None:
    """Return the share of one row while the course runs, in hundredths of a per cent.

    `held` is `held_minutes` of the sessions, along which `cells` run. Only held sessions in which the person
    has a mark count: what is not marked yet is neither for nor against anybody, so nobody's share falls while
    a session is being marked. None while nothing is marked.
    Completion is judged elsewhere, over all held sessions.
    """
    planned = attended = 0
    for minutes, cell in zip(held, cells, strict=True):
        if minutes is not None and cell is not None and cell.mark is not None:
            planned += minutes
            # Most miss nothing: a large grid asks this for thousands of cells before it is seen.
            bare = cell.mark is Mark.PRESENT and not cell.missed
            attended += minutes if bare else attended_minutes(minutes, cell)
    return attendance_share(attended, planned)


def share_of_held(sessions: Sequence[GridSession], cells: Sequence[Attendance | None]) -> int | None:
    """Return the share of one row over all held sessions, marked or not: what completion is judged by.

    It differs from `share_so_far` as long as somebody has no mark in a held session.
    """
    held = [
        (session.minutes, cell)
        for session, cell in zip(sessions, cells, strict=True)
        if session.state is SessionState.HELD
    ]
    return attendance_share(
        sum(attended_minutes(*pair) for pair in held), sum(minutes for minutes, _ in held)
    )


def has_begun(session: GridSession, today: date, minute: int) -> bool:
    """Tell whether a session runs or is over on a day at a minute after midnight; a cancelled one never."""
    if session.cancelled:
        return False
    return session.state is SessionState.HELD or (session.day, session.start) <= (today, minute)


def count_walk_ins(rows: Sequence[GridRow], cells: Sequence[Attendance | None]) -> int:
    """Return how many of those in the room of one session were not nominated; `cells` by row."""
    return sum(
        row.walk_in and cell is not None and cell.mark in (Mark.PRESENT, Mark.LATE)
        for row, cell in zip(rows, cells, strict=True)
    )


def count_heads(marks: Iterable[Attendance | None]) -> Headcount:
    """Count one session's marks; None stands for a person not enrolled then and is left out."""
    cells = [cell for cell in marks if cell is not None]
    enrolled = [cell.mark for cell in cells]
    left, counts = len(enrolled), []
    for mark in Mark:
        # In most sessions of a large course nearly everybody has one of few marks.
        counts.append(enrolled.count(mark) if left else 0)
        left -= counts[-1]
    unknown = sum(cell.unknown for cell in cells) if left else 0
    counts += [left - unknown, unknown]
    return Headcount(*counts)
