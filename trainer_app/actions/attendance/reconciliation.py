"""Reconciling the signed paper sheets with the marks: what was signed, what differs, why it may stay.

The paper comes back after a session is locked, so ticks and reasons may be written on a locked session: they
are no marks. A mark that turns out to be wrong is changed by `attendance.mark`, which a lock refuses until
the
session is opened again with a reason. A reason is kept with mark and tick as they are: whoever changes one of
them takes the reason away in the same step (here, in `attendance`, in `review`); undo brings it back.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses.one_person import PersonPlace, place_of
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, GridSession, SignatureState
from trainer_app.domain.attendance.reconciliation import (
    SheetState,
    SheetView,
    SignatureRow,
    difference_kind,
    is_on_paper,
    reason_label,
    view_sheet,
)
from trainer_app.domain.attendance.same_person import grid_rows_of, leading_row
from trainer_app.domain.attendance.sheets import SheetCode, lies_on
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.courses.courses import Course, Enrolment, Session, SessionState
from trainer_app.store.attendance.marks import sheets_of_files
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.system.clock import civil_minute


def sheets(work: Workplace, course: str, *, per_session: bool = False) -> list[SheetState]:
    """Return the sheets of a course in the order of time: one a day, or one a session.

    Cancelled sessions have no sheet of their own; they stand on the day's. A day on which all were
    cancelled has one only if somebody signed for it, or a scan of it is there. Raises course.unknown.
    """
    desk = _Desk(work, course)
    if per_session:
        return [
            desk.view(session.day, session).state for session in desk.table.sessions if not session.cancelled
        ]
    found = [desk.view(day).state for day in desk.days]
    return [
        state for state in found if state.taking_place or state.differences or state.settled or state.files
    ]


def sheet(work: Workplace, course: str, day: date, session: str | None = None) -> SheetView:
    """Return a day's sheet, or the one of a session (by its key), with its rows and differences.

    Raises course.unknown, reconciliation.no_sheet.
    """
    desk = _Desk(work, course)
    if session is None:
        if day not in desk.days:
            raise TrainerError("reconciliation.no_sheet", day=day)
        return desk.view(day)
    found = next((each for each in desk.table.sessions if each.key == session and each.day == day), None)
    if found is None:
        raise TrainerError("reconciliation.no_sheet", day=day)
    return desk.view(day, found)


def sheet_of_session(work: Workplace, course: str, session: str) -> SheetView:
    """Return the day's sheet that a session stands on. Raises as `sheet`."""
    found = courses.get_session(work.database, session)
    if found is None or found.course != course:
        raise TrainerError("attendance.unknown_session")
    return sheet(work, course, found.day)


def open_days(work: Workplace, course: str) -> list[date]:
    """Return the days whose sheets should be back by now and are not reconciled. Raises course.unknown."""
    desk = _Desk(work, course)
    return [day for day in desk.days if desk.waits(day)]


def unscanned_days(work: Workplace, course: str) -> int:
    """Return of how many days of a course no scan of the sheet is here; cancelled days have none."""
    sessions = courses.list_sessions(work.database, course)
    days = tuple(sorted({session.day for session in sessions}))
    held = {session.day for session in sessions if session.state is not SessionState.CANCELLED}
    files = sheets_of_files(work.database, course)
    # Office and course may have had other codes when a sheet was printed: the day decides.
    return sum(not any(lies_on(text, SheetCode("", day, ""), days) for text in files) for day in held)


@guarded
def set_signed(work: Workplace, enrolment: str, session: str, signed: SignatureState) -> Changes:
    """Say whether somebody signed for a session; on locked and cancelled sessions too.

    Raises attendance.unknown_session, attendance.unknown_participant.
    """
    place, column = _place(work, enrolment, session)
    values = {
        "enrolment": place.lead.key,
        "number": place.lead.number,
        "session": column.number,
        "signed": Label(f"reconciliation.signed.{signed.value}"),
    }
    return work.journal.record(Label("reconciliation.step.signed", values), _ticks(place, signed))


@guarded
def sign_line(
    work: Workplace, enrolment: str, session_keys: Sequence[str], signed: SignatureState
) -> Changes:
    """Set whether one person signed in several sessions, as one step of undo. Raises as `set_signed`."""
    writes, numbers, number = [], [], 0
    for session in session_keys:
        place, column = _place(work, enrolment, session)
        enrolment, number = place.lead.key, place.lead.number
        writes += _ticks(place, signed)
        numbers.append(column.number)
    values = {
        "enrolment": enrolment,
        "number": number,
        "sessions": numbers,
        "signed": Label(f"reconciliation.signed.{signed.value}"),
    }
    return work.journal.record(Label("reconciliation.step.line", values), writes)


@guarded
def sign_rest(
    work: Workplace,
    course: str,
    day: date,
    session: str | None = None,
    signed: SignatureState = SignatureState.YES,
    *,
    only: Sequence[str] | None = None,
) -> Changes:
    """Give every place of a sheet that nobody looked at the same tick, as one step.

    Sessions that have not begun are left out (`not_begun`): nobody can have signed for them. `only` are the
    enrolments of some lines, of a page for instance. Raises as `sheet`.
    """
    view = sheet(work, course, day, session)
    table = grid(work, course)
    leading = {leading_row(table, each) for each in only or ()}
    rows = view.rows if only is None else [row for row in view.rows if row.enrolment in leading]
    later = {each.key for each in not_begun(work, view)}
    places = [place for place in view.unchecked(rows) if place[1] not in later]
    writes = [_tick(*place, Attendance(), signed) for place in places]
    values = {
        "count": len(writes),
        "sheet": str(view.state.code),
        "signed": Label(f"reconciliation.signed.{signed.value}"),
    }
    return work.journal.record(Label("reconciliation.step.rest", values), writes)


def not_begun(work: Workplace, view: SheetView) -> tuple[GridSession, ...]:
    """Return the sessions of a sheet that nobody can have signed for yet, by the clock of this computer."""
    now = work.clock.millis()
    return view.not_begun(work.clock.today(ZONE), civil_minute(now, ZONE))


@guarded
def settle(work: Workplace, enrolment: str, session: str, reason: str) -> Changes:
    """Keep a reason with a difference: a `Reason`, or words of one's own.

    Raises reconciliation.no_reason, reconciliation.no_difference and what `set_signed` raises.
    """
    write, own, column = _settled(work, enrolment, session, reason)
    values = {
        "enrolment": own.key,
        "number": own.number,
        "session": column.number,
        "reason": reason_label(reason.strip()),
    }
    return work.journal.record(Label("reconciliation.step.settle", values), [write])


@guarded
def settle_all(work: Workplace, places: Sequence[tuple[str, str]], reason: str) -> Changes:
    """Keep one reason with the differences of several (enrolment, session), as one step.

    Raises as `settle`, and then none is settled.
    """
    settled = [_settled(work, *place, reason) for place in places]
    values = {"count": len(settled), "reason": reason_label(reason.strip())}
    writes = [write for write, _, _ in settled]
    return work.journal.record(Label("reconciliation.step.settle_all", values), writes)


@guarded
def unsettle(work: Workplace, enrolment: str, session: str) -> Changes:
    """Take a reason away: the difference is open again."""
    place, column = _place(work, enrolment, session)
    own = place.lead
    values = {"enrolment": own.key, "number": own.number, "session": column.number}
    named = [row for row, cell in zip(place.rows, place.cells, strict=True) if row == own or cell.settled]
    writes = [_beside(row.key, session, {"settled": None}) for row in named]
    return work.journal.record(Label("reconciliation.step.unsettle", values), writes)


class _Desk:
    """A course with its papers: read once, for one question."""

    def __init__(self, work: Workplace, key: str) -> None:
        found = courses.get_course(work.database, key)
        if found is None:
            raise TrainerError("course.unknown")
        self.course: Course = found
        self.table: AttendanceGrid = grid(work, key)
        self.days = sorted({session.day for session in self.table.sessions})
        self._work = work
        self._today = work.clock.today(self.course.zone)
        self._minute = civil_minute(work.clock.millis(), self.course.zone)

    # Only a sheet that is worked out asks for these.

    @cached_property
    def _office(self) -> str:
        return identity.office_code(self._work)

    @cached_property
    def _files(self) -> list[str]:
        return sheets_of_files(self._work.database, self.course.key)

    def waits(self, day: date) -> bool:
        """Tell whether a day's sheet should be back by now and is not reconciled; see `SheetState.waits`."""
        places = [at for at, session in enumerate(self.table.sessions) if session.day == day]
        sessions = [self.table.sessions[at] for at in places]
        if not self._is_over(day, sessions) or all(each.state is not SessionState.HELD for each in sessions):
            return False
        # Most sheets lie where nobody has looked at them yet: nothing needs to be compared for that.
        checked = any(
            (cell := row.cells[at]) is not None and cell.signed is not SignatureState.NOT_CHECKED
            for row in self.table.rows
            for at in places
        )
        return not checked or self.view(day).state.waits

    def view(self, day: date, alone: GridSession | None = None) -> SheetView:
        """Return the sheet of a day, or of one of its sessions."""
        places = [
            at
            for at, session in enumerate(self.table.sessions)
            if session.day == day and (alone is None or session.key == alone.key)
        ]
        sessions = tuple(self.table.sessions[at] for at in places)
        code = SheetCode(self._office, day, self.course.code, alone.number if alone else None)
        state = SheetState(
            code=code,
            course=self.course.key,
            day=day,
            day_number=sessions[0].day_number,
            numbers=tuple(session.number for session in sessions),
            session=alone.key if alone else None,
            files=sum(lies_on(text, code, tuple(self.days)) for text in self._files),
            taking_place=not all(session.cancelled for session in sessions),
            over=self._is_over(day, sessions),
        )
        return view_sheet(state, sessions, self._rows(day, places))

    def _rows(self, day: date, places: list[int]) -> tuple[SignatureRow, ...]:
        of_day = [at for at, session in enumerate(self.table.sessions) if session.day == day]
        found = []
        for row in self.table.rows:
            if row.same_as:
                continue  # the person has a line under the leading number
            cells = {at: row.cells[at] or Attendance() for at in of_day}
            spans = [each.expected for each in grid_rows_of(self.table, row.enrolment)]
            expected = any(first <= at < end for first, end in spans for at in places)
            if is_on_paper(expected=expected, cells=list(cells.values())):
                found.append(
                    SignatureRow(
                        enrolment=row.enrolment,
                        number=row.number,
                        name=row.name,
                        full_name=row.full_name,
                        cells=tuple(cells[at] for at in places),
                        rank=row.rank,
                        walk_in=row.walk_in,
                    )
                )
        return tuple(found)

    def _is_over(self, day: date, sessions: Sequence[GridSession]) -> bool:
        last = max((session.end for session in sessions if not session.cancelled), default=0)
        return day < self._today or (day == self._today and last <= self._minute)


def _place(work: Workplace, enrolment: str, session: str) -> tuple[PersonPlace, Session]:
    """Return a place on paper, and its session."""
    column = courses.get_session(work.database, session)
    if column is None:
        raise TrainerError("attendance.unknown_session")
    place = place_of(work, enrolment, session)
    if place is None or place.lead.course != column.course:
        raise TrainerError("attendance.unknown_participant")
    return place, column


def _settled(work: Workplace, enrolment: str, session: str, reason: str) -> tuple[Write, Enrolment, Session]:
    """Return the write of a reason, with the person's row and the session."""
    words = reason.strip()
    if not words:
        raise TrainerError("reconciliation.no_reason")
    place, column = _place(work, enrolment, session)
    cell, own = place.counted, place.lead
    if difference_kind(cell, cancelled=column.state is SessionState.CANCELLED) is None:
        raise TrainerError("reconciliation.no_difference", number=own.number, session=column.number)
    fields: dict[str, Value] = {"settled": words}
    if place.own.signed is not cell.signed:
        fields["signed"] = cell.signed.value  # a reason stands beside what it was given for
    return _beside(own.key, session, fields), own, column


def _ticks(place: PersonPlace, signed: SignatureState) -> list[Write]:
    """Return the writes of a tick: in the leading row, and where it is taken away in all of the person."""
    blank = signed is SignatureState.NOT_CHECKED
    writes = [_tick(place.lead.key, place.session, place.counted, signed)]
    ticked = [key for key, cell in place.others if blank and cell.signed is not signed]
    return writes + [_beside(key, place.session, {"signed": None, "settled": None}) for key in ticked]


def _tick(enrolment: str, session: str, before: Attendance, signed: SignatureState) -> Write:
    """Return the write of a tick; another one than before takes the reason along."""
    fields: dict[str, Value] = {"signed": None if signed is SignatureState.NOT_CHECKED else signed.value}
    if before.signed is not signed:
        fields["settled"] = None
    return _beside(enrolment, session, fields)


def _beside(enrolment: str, session: str, fields: Mapping[str, Value]) -> Write:
    """Return the write of what stands beside a mark."""
    named: dict[str, Value] = {"enrolment": enrolment, "session": session, **fields}
    return Write("attendance", derive_key("attendance", enrolment, session), named)
