"""Marks, attended minutes and shares, and the attendance grid as plain data.

A mark stands for one stretch of time: from when the person came until when the person left. When a session
is shortened or split, both moments stay where they are on the clock; whatever of the stretch lies in a
session is attended there.

A mark from a session on in which somebody else came instead is one that speaks against it: see `MarkedFrom`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Self

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import exact_percent, row_ranges
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState, took_place
from trainer_app.domain.people.persons import by_person, name_apart


class Mark(StrEnum):
    """What is recorded for one person in one session. No mark (None) is not absent."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


IN_THE_ROOM = (Mark.PRESENT, Mark.LATE)
"""Marks of those who came."""


class SignatureState(StrEnum):
    """Whether the person signed the paper sheet."""

    YES = "yes"
    NO = "no"
    NOT_CHECKED = "not_checked"


class Attendance(Struct, frozen=True):
    """One person's mark in one session.

    `missed` is in minutes, late and leaving early together; `early` of them were missed at the end.
    `arrived` is the minute after midnight of a scanned badge. `settled` says how a difference between mark
    and signature was settled. `unknown`: there is a mark that only a newer version of the program can show.
    `taken_from` is the number of the same person's other row that has the mark, 0 where it is the row's own.
    """

    mark: Mark | None = None
    missed: int = 0
    early: int = 0
    arrived: int | None = None
    remark: str = ""
    signed: SignatureState = SignatureState.NOT_CHECKED
    settled: str = ""
    conflict: bool = False
    unknown: bool = False
    taken_from: int = 0

    @property
    def bare(self) -> bool:
        """Tell whether nobody has given a mark."""
        return self.mark is None and not self.unknown

    @property
    def late(self) -> int:
        """Minutes missed at the beginning."""
        return max(0, self.missed - self.early)


class GridSession(Struct, frozen=True):
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


class GridRow(Struct, frozen=True):
    """A row of the grid. `cells` run along the sessions; None where the person is not expected.

    `from_day` is the day number from which the person takes part (1 = from the start), `from_session` the
    number of the session where that is not the first one of its day, else 0. Who was replaced or withdrew
    is `gone`, from the session `gone_from` (a number; 0 where nobody said), `replaced_by` another number on
    the list (0 = nobody); who came in somebody's place `replaces` that number.
    `share` is in hundredths of a per cent, None while nothing was held and marked; `expected` spans places.
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
    share: Fraction | None
    gone: bool = False
    from_session: int = 0
    gone_from: int = 0
    replaced_by: int = 0
    replaces: int = 0
    apart: str = ""
    """What tells somebody from a namesake of the course."""
    expected: tuple[int, int] = (0, 1000)
    same_as: int = 0
    """The number of the row in which the same person is counted, see `same_person`; 0 where this is it."""

    @property
    def walked_in(self) -> bool:
        """Tell whether figures count the person among the walk-ins: came unlisted, and in nobody's place."""
        return self.walk_in and not self.replaces

    @property
    def called(self) -> str:
        """The whole name, with what tells namesakes apart."""
        return name_apart(self.full_name or self.name, self.apart)


class AttendanceGrid(Struct, frozen=True):
    """One course's attendance: rows in the order of their numbers, sessions in the order of time."""

    course: str
    sessions: tuple[GridSession, ...]
    rows: tuple[GridRow, ...]
    share_limit: int | None
    conflicts: int = 0
    """How many cells hold a contradiction."""


class Headcount(Struct, frozen=True):
    """How many people of a session have which mark. `expected` is who is expected, or has a mark.

    `unknown` have a mark that only a newer version of the program can show: whether they came is not known.
    `left` of them all have left the list since, and count where they were expected or marked.
    """

    present: int = 0
    late: int = 0
    excused: int = 0
    absent: int = 0
    unmarked: int = 0
    unknown: int = 0
    left: int = 0

    @property
    def in_room(self) -> int:
        """People who came: present or late."""
        return self.present + self.late

    @property
    def expected(self) -> int:
        """Everybody who is expected or has a mark."""
        return self.in_room + self.excused + self.absent + self.unmarked + self.unknown


def attended_minutes(planned: int, attendance: Attendance | None) -> int:
    """Return the minutes of a held session that a mark stands for."""
    if attendance is None or attendance.mark not in IN_THE_ROOM:
        return 0
    # Asked tens of thousands of times when a large grid opens: most miss nothing.
    missed = attendance.missed
    return max(0, planned - missed) if missed > 0 else max(0, planned)


def attendance_share(attended: int, planned: int) -> Fraction | None:
    """Return attended / planned in hundredths of a per cent, not rounded; None if nothing was held."""
    return exact_percent(attended, planned)


def reaches(attended: int, planned: int, limit: int) -> bool:
    """Tell whether attended / planned >= limit (hundredths of a per cent), exactly."""
    return planned > 0 and attended * 10000 >= limit * planned


def held_minutes(sessions: Sequence[GridSession]) -> list[int | None]:
    """Return the planned minutes of each session that was held; None for one that was not."""
    return [session.minutes if session.state is SessionState.HELD else None for session in sessions]


def share_so_far(held: Sequence[int | None], cells: Sequence[Attendance | None]) -> Fraction | None:
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


def share_of_held(held: Sequence[int | None], cells: Sequence[Attendance | None]) -> Fraction | None:
    """Return the share of one row over all held sessions, marked or not: what completion is judged by.

    `held` is `held_minutes` of the sessions. It differs from `share_so_far` as long as somebody has no mark
    in a held session.
    """
    attended, planned, _ = count_minutes(held, cells)
    return attendance_share(attended, planned)


def count_minutes(held: Sequence[int | None], cells: Sequence[Attendance | None]) -> tuple[int, int, int]:
    """Return (attended minutes, held minutes, held sessions without a mark) of one row.

    `held` is `held_minutes` of the sessions, along which `cells` run.
    """
    attended = planned = unmarked = 0
    for minutes, cell in zip(held, cells, strict=True):
        if minutes is None:
            continue
        planned += minutes
        if cell is None:
            continue
        # Most miss nothing: the first screen asks this for thousands of cells before it is seen.
        mark = cell.mark
        if mark is Mark.PRESENT and not cell.missed:
            attended += minutes
        elif mark is None:
            unmarked += 1
        else:
            attended += attended_minutes(minutes, cell)
    return attended, planned, unmarked


def has_begun(session: GridSession, today: date, minute: int) -> bool:
    """Tell whether a session runs or is over on a day at a minute after midnight; a cancelled one never."""
    if session.cancelled:
        return False
    return session.state is SessionState.HELD or (session.day, session.start) <= (today, minute)


def count_walk_ins(rows: Sequence[GridRow], cells: Sequence[Attendance | None]) -> int:
    """Return how many of those in the room of one session are walk-ins; `cells` by row."""
    return sum(row.walked_in and is_in_room(cell) for row, cell in zip(rows, cells, strict=True))


def is_in_room(cell: Attendance | None) -> bool:
    """Tell whether somebody is present or late, by a cell."""
    return cell is not None and cell.mark in IN_THE_ROOM


def doubled_rows(rows: Iterable[GridRow]) -> list[list[int]]:
    """Return the places of the rows of each joined person who has several in one course: they count once."""
    people = [row.person for row in rows]
    named = (place for place, person in enumerate(people) if person)
    return [found for found in by_person(named, people.__getitem__) if len(found) > 1]


def count_once(
    cells: Iterable[Attendance | None], doubled: Iterable[Sequence[int]]
) -> list[Attendance | None]:
    """Return one session's cells; of each person in several rows (`doubled_rows`) only one stays.

    In a grid that is the leading row's, the only one there is (`same_person`).
    """
    found = list(cells)
    for places in doubled:
        kept = max(places, key=lambda place: weight_of(found[place]))
        for place in places:
            found[place] = found[place] if place == kept else None
    return found


SPEAKING = (None, Mark.ABSENT, Mark.EXCUSED, Mark.LATE, Mark.PRESENT)
"""Marks by how much they say of somebody with several; see `weight_of`."""


def weight_of(cell: Attendance | None) -> tuple[bool, bool, int, int, bool]:
    """Return how much one of several cells of a person says: who came first, then the more minutes."""
    if cell is None:
        return False, False, 0, -1, False
    came = cell.mark in IN_THE_ROOM
    return True, came, -cell.missed if came else 0, SPEAKING.index(cell.mark), cell.unknown


def rows_left(rows: Sequence[GridRow]) -> list[int]:
    """Return the places of who left the list; nobody left who stands on it in another row."""
    here = {row.person for row in rows if row.person and not row.gone}
    return [place for place, row in enumerate(rows) if row.gone and row.person not in here]


def people_here(rows: Iterable[GridRow]) -> int:
    """Return how many people stand on the list, each joined one once."""
    return len(by_person((row for row in rows if not row.gone), lambda row: row.person or row.enrolment))


def count_session(rows: Sequence[GridRow], place: int) -> Headcount:
    """Count one session (a place among the cells) with those of its people who have left the list since."""
    cells = count_once((row.cells[place] for row in rows), doubled_rows(rows))
    return count_heads(cells, sum(cells[at] is not None for at in rows_left(rows)))


def count_heads(marks: Iterable[Attendance | None], gone: int = 0) -> Headcount:
    """Count one session's marks; None stands for a person who is not expected and is left out.

    `gone` is how many of them have left the list, see `rows_left`.
    """
    cells = [cell for cell in marks if cell is not None]
    enrolled = [cell.mark for cell in cells]
    left, counts = len(enrolled), []
    for mark in Mark:
        # In most sessions of a large course nearly everybody has one of few marks.
        counts.append(enrolled.count(mark) if left else 0)
        left -= counts[-1]
    unknown = sum(cell.unknown for cell in cells) if left else 0
    counts += [left - unknown, unknown]
    return replace(Headcount(*counts), left=gone) if gone else Headcount(*counts)


class MissingMarks(Struct, frozen=True):
    """How many marks are missing in a course by a moment, each counted once; cancelled sessions miss none.

    `earlier`: in sessions of earlier days, `first` one of these; `locked`: in locked sessions, of any
    day; `begun`: in sessions of today that are held and have begun; `silent`: in those of today that are over
    and that nobody said were held. Nobody is missed in what is still to come.
    """

    earlier: int = 0
    locked: int = 0
    begun: int = 0
    silent: int = 0
    first: str | None = None

    @property
    def whole(self) -> int:
        """All of them, as closing a course asks."""
        return self.earlier + self.locked + self.begun + self.silent


def missing_marks(table: AttendanceGrid, day: date, minute: int = 0) -> MissingMarks:
    """Count the marks that are missing by a minute of a day: the one count that every place tells from.

    Joined people miss one mark, not one in each of their rows.
    """
    found, first = {"earlier": 0, "locked": 0, "begun": 0, "silent": 0}, None
    doubled = doubled_rows(table.rows)
    for place, session in enumerate(table.sessions):
        held, silent = (took_place(session.state, session.day, day, session.start, minute), False)
        if not held:
            silent = session.state is SessionState.PLANNED and (session.day, session.end) <= (day, minute)
        if not (held or silent):
            continue
        part = "silent" if silent else "earlier" if session.day < day else "begun"
        cells = (row.cells[place] for row in table.rows)
        missing = count_heads(count_once(cells, doubled) if doubled else cells).unmarked
        found["locked" if session.locked else part] += missing
        if missing and first is None and part == "earlier" and not session.locked:
            first = session.key
    return MissingMarks(**found, first=first)


class MinuteSpan(Struct, frozen=True):
    """A piece of a day, in minutes after midnight."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return max(0, self.end - self.start)


def shorten_mark(cell: Attendance, old: MinuteSpan, new_minutes: int) -> Attendance:
    """Return a mark after its session lost minutes at the end; a longer session changes no mark.

    Whoever left before the new end left at the same moment as before, and minutes late stay as far as
    the session still has them.
    """
    if new_minutes >= old.minutes:
        return cell
    return _within(cell, old, MinuteSpan(old.start, old.start + new_minutes))


def split_mark(
    cell: Attendance, old: MinuteSpan, at: int, break_minutes: int
) -> tuple[Attendance, Attendance]:
    """Return what a mark becomes in the two parts of a session that was split.

    The first part ends at `at`, the second begins after the break and ends when the session ended. The
    remark stays with the first. Whoever was late only in the first is present in the second.
    """
    first = _within(cell, old, MinuteSpan(old.start, at))
    start = at + break_minutes
    second = replace(_within(cell, old, MinuteSpan(start, old.end)), remark="", conflict=False)
    if second.mark is Mark.LATE and second.late == 0:
        second = replace(second, mark=Mark.PRESENT)
    if second.arrived is not None and second.arrived < start:
        second = replace(second, arrived=None)
    return first, second


def _within(cell: Attendance, old: MinuteSpan, new: MinuteSpan) -> Attendance:
    """Re-express a mark for `new`, a part of the session that used to span `old`.

    Minutes late or left early that lie outside `new` are dropped.
    """
    if cell.mark not in IN_THE_ROOM:
        return cell
    came = old.start + min(cell.late, old.minutes)
    left = max(came, old.end - max(0, cell.early))
    late = min(max(0, came - new.start), new.minutes)
    early = min(max(0, new.end - left), new.minutes - late)
    return replace(cell, missed=late + early, early=early)


class MarkedFrom(Struct, frozen=True):
    """The sessions from one on in which somebody has a mark: of presence (`came`), or of `absence`.

    Whoever is said to be replaced from that session on was there all the same in the first; in the others
    nobody waits for them, so that an absence there says nothing. In a locked session it stays. Cancelled
    sessions count for nobody.
    """

    came: tuple[GridSession, ...] = ()
    absence: tuple[GridSession, ...] = ()
    later: GridSession | None = None
    """The session after the last mark of presence; None without such a mark, or where it is the last one."""

    @classmethod
    def of(cls, sessions: Sequence[GridSession], cells: Sequence[Attendance | None], since: int) -> Self:
        """Return those of one row, from a place among the sessions on; `cells` run along these."""
        marked = [
            (session, cell)
            for session, cell in list(zip(sessions, cells, strict=True))[since:]
            if cell is not None and cell.mark is not None and not session.cancelled
        ]
        came = tuple(session for session, cell in marked if is_in_room(cell))
        absence = tuple(each for each, cell in marked if not is_in_room(cell) and not each.locked)
        after = list(sessions)[sessions.index(came[-1]) + 1 :] if came else []
        return cls(came, absence, next((each for each in after if not each.cancelled), None))

    @property
    def absence_taken(self) -> Label | None:
        """Words for the absence that goes with a replacement; None where there is none."""
        numbers = [session.number for session in self.absence]
        values = {"count": len(numbers), "numbers": row_ranges(numbers)}
        return Label("attendance.absence_taken", values) if numbers else None


def replaceable_rows(
    sessions: Sequence[GridSession],
    rows: Sequence[GridRow],
    cells: Sequence[Sequence[Attendance | None]],
    at: int,
    enrolment: str,
) -> list[GridRow]:
    """Return whose place somebody may take from a session on without a question.

    That is who was nominated, is absent or not marked in it, and was not there later; the other row of a
    joined person does not tell that. `cells` run along the sessions, by row; `at` is the session's place.
    """
    return [
        row
        for row, marks in zip(rows, cells, strict=True)
        if row.enrolment != enrolment
        and not row.walk_in
        and not row.same_as
        and ((cell := marks[at]) is None or cell.bare or cell.mark is Mark.ABSENT)
        and not MarkedFrom.of(sessions, marks, at).came
    ]
