"""Marks of several cells of a course at once: one step, one transaction, one undo."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.one_person import attendance_write, stays_beside
from trainer_app.domain.attendance.marks import (
    IN_THE_ROOM,
    Attendance,
    AttendanceGrid,
    GridRow,
    GridSession,
    Mark,
    MarkedFrom,
)
from trainer_app.domain.attendance.same_person import leading_row
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import OFF_THE_LIST, Enrolment, EnrolmentState
from trainer_app.store.attendance.marks import marks_of_course
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses


class CellMark(Struct, frozen=True):
    """What one of several cells shall have; `missed` and `early` are in minutes as in `mark`."""

    enrolment: str
    session: str
    mark: Mark | None
    missed: int = 0
    early: int = 0


class SkipReason(StrEnum):
    """Why a cell among others gets no mark."""

    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    NOT_YET = "not_yet"
    """The person came in later."""
    LOCKED = "locked"
    CANCELLED = "cancelled"


class MarkedCells(Struct, frozen=True):
    """What became of several cells: how many have their mark now, and how many were left out, and why."""

    changes: Changes
    marked: int
    skipped: Mapping[SkipReason, int]


@guarded
def mark_cells(
    work: Workplace, course: str, wanted: Sequence[CellMark], *, goes_on: int | None = None
) -> MarkedCells:
    """Set the marks of several cells of a course as one step: all of them, or none if one cannot be.

    Left out are cells of locked and cancelled sessions, and marks for people who are not expected there; a
    mark that they have all the same can be taken away. What is so already is not written again. Whoever
    offers it asks first where a session has not begun (`is_ahead`). `goes_on` is as of `attendance.mark`.

    Raises attendance.missed_too_long, attendance.unknown_participant, attendance.unknown_session; and
    attendance.locked or attendance.cancelled where there is no other session among them.
    """
    table = attendance.grid(work, course)
    writes, touched, made, marked = [], set[int](), 0, 0
    skipped: Counter[SkipReason] = Counter()
    found, others = _look_up(work, table, wanted), _OtherRows(work, table)
    for each, at, shown, why in found:
        if why is not None:
            skipped[why] += 1
            continue
        marked += each.mark is not None or not shown.bare
        write = _cell_write(table.sessions[at], shown, each)
        cell = [*([write] if write is not None else []), *others.cleared(each)]
        if cell:
            writes += cell
            made += 1
            touched.add(at)
    if wanted and skipped[SkipReason.LOCKED] + skipped[SkipReason.CANCELLED] == len(found):
        attendance.open_session(work, wanted[0].session)
    held = [write for at in sorted(touched) for write in attendance.hold_session(table.sessions[at])]
    label = _cells_label(made, len(touched), {each.mark for each in wanted})
    with work.journal.transaction():
        done = work.journal.go_on(goes_on, work.journal.record(label, [*writes, *held]))
    return MarkedCells(done, marked, skipped)


def marked_from(work: Workplace, enrolment: str, since: str) -> MarkedFrom:
    """Return in which sessions from one on somebody has which mark.

    Of a row beside another one of theirs that stays on the list, the row's own marks of presence: they go on
    under the other number, where somebody waits for them, so that no absence goes with the row.
    """
    found = courses.get_enrolment(work.database, enrolment)
    if found is None:
        return MarkedFrom()
    table = attendance.grid(work, found.enrolment.course)
    keys = [session.key for session in table.sessions]
    if since not in keys:
        return MarkedFrom()
    if stays_beside(work, enrolment):
        written = marks_of_course(work.database, table.course)
        own = [written.get((enrolment, key)) for key in keys]
        return replace(MarkedFrom.of(table.sessions, own, keys.index(since)), absence=())
    lead = leading_row(table, enrolment)
    cells = next((row.cells for row in table.rows if row.enrolment == lead), ())
    return MarkedFrom.of(table.sessions, cells, keys.index(since)) if cells else MarkedFrom()


@guarded
def replace_unmarked(work: Workplace, gone: str, since: str, put: Callable[[], Changes]) -> Changes:
    """Take away the marks of whoever is replaced from a session on, and replace them, as one step.

    Which marks go is said by `marked_from`; `put` records who comes in the place. Raises attendance.locked
    where a mark of presence is in a locked session, and what `put` raises: then all is as it was.
    """
    found, marked = courses.get_enrolment(work.database, gone), marked_from(work, gone, since)
    if found is None:
        raise TrainerError("attendance.unknown_participant")
    sessions = [session.key for session in (*marked.came, *marked.absence)]
    if not sessions:
        return put()
    with work.journal.transaction():
        for session in marked.came:
            attendance.open_session(work, session.key)
        taken = _take_marks(work, found.enrolment, sessions)
        done = work.journal.go_on(taken.step, put())
    return replace(done, touched=done.touched | taken.touched, waiting=done.waiting + taken.waiting)


def _take_marks(work: Workplace, gone: Enrolment, sessions: Sequence[str]) -> Changes:
    """Take away somebody's marks in some sessions: of a row beside one that stays, those of the row alone."""
    if not stays_beside(work, gone.key):
        return mark_cells(work, gone.course, [CellMark(gone.key, each, None) for each in sessions]).changes
    writes = [attendance_write(gone.key, session, None) for session in sessions]
    return work.journal.record(_cells_label(len(writes), len(writes), {None}), writes)


class _OtherRows:
    """The rows of joined people beside the leading one: what is taken away is taken from them too."""

    def __init__(self, work: Workplace, table: AttendanceGrid) -> None:
        self._led = [(row.person, row.enrolment) for row in table.rows if row.same_as]
        joined = {person for person, _ in self._led}
        self._people = {row.enrolment: row.person for row in table.rows if row.person in joined}
        self._marks = marks_of_course(work.database, table.course) if joined else {}

    def cleared(self, wanted: CellMark) -> list[Write]:
        """Return what clears one session in them, where no mark is wanted in it."""
        person = self._people.get(wanted.enrolment) if wanted.mark is None else None
        rows = [own for whose, own in self._led if person is not None and whose == person]
        cells = [(own, self._marks.get((own, wanted.session), Attendance())) for own in rows]
        return attendance.no_marks(cells, wanted.session)


def _look_up(
    work: Workplace, table: AttendanceGrid, wanted: Sequence[CellMark]
) -> list[tuple[CellMark, int, Attendance, SkipReason | None]]:
    """Return each cell with the place of its session, what it shows, and why it is left out if it is.

    Two rows of one person are one cell, the leading row's.
    """
    columns = {session.key: at for at, session in enumerate(table.sessions)}
    rows = {row.enrolment: row for row in table.rows}
    enrolled = courses.list_enrolments(work.database, table.course)
    states = {each.enrolment.key: each.enrolment.state for each in enrolled}
    spans: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for row in table.rows:
        spans[row.person, row.same_as or row.number].append(row.expected)
    found: dict[tuple[str, str], tuple[CellMark, int, Attendance, SkipReason | None]] = {}
    for asked in wanted:
        if asked.session not in columns:
            raise TrainerError("attendance.unknown_session")
        if asked.enrolment not in rows:
            raise TrainerError("attendance.unknown_participant")
        at, each = columns[asked.session], replace(asked, enrolment=leading_row(table, asked.enrolment))
        row = rows[each.enrolment]
        expected = any(first <= at < end for first, end in spans[row.person, row.number])
        place, state = (at, each.mark), states[each.enrolment]
        why = _why_skipped(table.sessions[at], place, row, expected=expected, state=state)
        found.setdefault((each.enrolment, each.session), (each, at, row.cells[at] or Attendance(), why))
    return list(found.values())


def _cells_label(count: int, sessions: int, marks: set[Mark | None]) -> Label:
    values: dict[str, object] = {"count": count, "sessions": sessions}
    if len(marks) != 1:
        return Label("attendance.step.cells_minutes", values)
    return Label("attendance.step.cells", {**values, "mark": attendance.mark_label(*marks)})


def _why_skipped(
    session: GridSession,
    place: tuple[int, Mark | None],
    row: GridRow,
    *,
    expected: bool,
    state: EnrolmentState,
) -> SkipReason | None:
    """Return why a cell of the session at a place among all gets no mark; None if it does.

    `expected`: in any row of the person, of which `row` leads.
    """
    at, mark = place
    if session.locked:
        return SkipReason.LOCKED
    if session.cancelled:
        return SkipReason.CANCELLED
    if mark is None or expected:
        return None
    first, end = row.expected
    if state not in OFF_THE_LIST or at < first < end:
        return SkipReason.NOT_YET
    return SkipReason.REPLACED if state is EnrolmentState.REPLACED else SkipReason.WITHDRAWN


def _cell_write(session: GridSession, shown: Attendance, wanted: CellMark) -> Write | None:
    """Return the write of one cell; None if it is so already. Raises attendance.missed_too_long.

    A mark of another row is none of the cell's own: it is written here too, and its reason stands on.
    """
    if not 0 <= wanted.early <= wanted.missed <= session.minutes:
        raise TrainerError("attendance.missed_too_long", minutes=session.minutes)
    came = wanted.mark in IN_THE_ROOM
    missed, early = (wanted.missed, wanted.early) if came else (0, 0)
    own = Attendance() if shown.taken_from else shown
    settled = shown.settled if shown.mark is wanted.mark else ""
    unsettled = shown.conflict or own.unknown or settled != shown.settled
    if not unsettled and (own.mark, own.missed, own.early) == (wanted.mark, missed, early):
        return None
    arrived = own.arrived if came else None
    return attendance_write(
        wanted.enrolment, wanted.session, wanted.mark, missed, early, arrived, settled=settled
    )
