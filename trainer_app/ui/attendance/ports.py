"""Deleted by hand: see ui2-arrows.md."""

from datetime import date
from typing import Protocol

from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import DayRest
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, Mark
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.review.contradictions import RowHistory
from trainer_app.system.clock import civil_date, civil_minute


class AttendanceActions(Protocol):
    """Everything that the tab can ask for. Each writing method is durable when it returns.

    All may raise `TrainerError`; then nothing was written.
    """

    def grid(self, work: Workplace, course: str) -> AttendanceGrid:
        """Return a course's grid."""
        ...

    def mark(self, work: Workplace, enrolment: str, session: str, cell: Attendance) -> Changes:
        """Set or take away one mark with its minutes and its arrival; the rest of `cell` stays as it is."""
        ...

    def rest_of_day(self, work: Workplace, course: str, day: date) -> DayRest:
        """Return who has no mark yet in the day's sessions that have begun."""
        ...

    def mark_rest_of_day(self, work: Workplace, course: str, day: date) -> Changes:
        """Mark them present, as one step."""
        ...

    def count_heads(self, work: Workplace, session: str, counted: int | None) -> Changes:
        """Keep how many signatures the paper has; None takes the number away."""
        ...

    def lock(self, work: Workplace, session: str) -> Changes:
        """Lock a session."""
        ...

    def unlock(self, work: Workplace, session: str, reason: str) -> Changes:
        """Open a locked session again."""
        ...

    def redo_label(self, work: Workplace) -> Label | None:
        """Return what redo would do again."""
        ...

    def mark_rest(self, work: Workplace, session: str, value: Mark) -> Changes:
        """Give everybody of a session who has no mark the same one, as one step."""
        ...

    def set_remark(self, work: Workplace, enrolment: str, session: str, text: str) -> Changes:
        """Keep a remark beside a mark."""
        ...

    def add_walk_in(self, work: Workplace, course: str, name: str, day: date | None) -> Changes:
        """Enrol somebody who came on a day, None for today; the result's `key` is the enrolment."""
        ...

    def replace(self, work: Workplace, gone: str, by: str) -> Changes:
        """Say that one enrolment takes another one's place."""
        ...

    def withdraw(self, work: Workplace, enrolment: str) -> Changes:
        """Take somebody off the list; marks stay."""
        ...

    def mark_history(self, work: Workplace, enrolment: str, session: str) -> RowHistory:
        """Return everything that was written about one mark, the newest first."""
        ...

    def mark_state(self, work: Workplace, enrolment: str, session: str) -> ChangeState | None:
        """Return how far a mark has come to the office; None where that is not asked."""
        ...

    def undo(self, work: Workplace) -> Changes:
        """Take back the newest step."""
        ...

    def redo(self, work: Workplace) -> Changes:
        """Do again what was undone last."""
        ...

    def undo_label(self, work: Workplace) -> Label | None:
        """Return what undo would take back."""
        ...

    def now(self, work: Workplace) -> tuple[date, int]:
        """Return the day and the minute of the day by which a session is past or not."""
        ...


class RealActions:
    """The actions of the program."""

    def grid(self, work: Workplace, course: str) -> AttendanceGrid:
        """Return a course's grid."""
        return attendance.grid(work, course)

    def mark(self, work: Workplace, enrolment: str, session: str, cell: Attendance) -> Changes:
        """Set or take away one mark with its minutes and its arrival; the rest of `cell` stays as it is."""
        return attendance.mark(
            work, enrolment, session, cell.mark, cell.missed, early=cell.early, arrived=cell.arrived
        )

    def rest_of_day(self, work: Workplace, course: str, day: date) -> DayRest:
        """Return who has no mark yet in the day's sessions that have begun."""
        return attendance.rest_of_day(work, course, day)

    def mark_rest_of_day(self, work: Workplace, course: str, day: date) -> Changes:
        """Mark them present, as one step."""
        return attendance.mark_rest_of_day(work, course, day)

    def count_heads(self, work: Workplace, session: str, counted: int | None) -> Changes:
        """Keep how many signatures the paper has; None takes the number away."""
        return sessions.count_heads(work, session, counted)

    def lock(self, work: Workplace, session: str) -> Changes:
        """Lock a session."""
        return sessions.lock_session(work, session)

    def unlock(self, work: Workplace, session: str, reason: str) -> Changes:
        """Open a locked session again."""
        return sessions.unlock_session(work, session, reason)

    def redo_label(self, work: Workplace) -> Label | None:
        """Return what redo would do again."""
        return history.redo_label(work)

    def mark_rest(self, work: Workplace, session: str, value: Mark) -> Changes:
        """Give everybody of a session who has no mark the same one, as one step."""
        return attendance.mark_rest(work, session, value)

    def set_remark(self, work: Workplace, enrolment: str, session: str, text: str) -> Changes:
        """Keep a remark beside a mark."""
        return attendance.set_remark(work, enrolment, session, text)

    def add_walk_in(self, work: Workplace, course: str, name: str, day: date | None) -> Changes:
        """Enrol somebody who came on a day, None for today; the result's `key` is the enrolment."""
        return enrolments.add_walk_in(work, course, name, first_day=day)

    def replace(self, work: Workplace, gone: str, by: str) -> Changes:
        """Say that one enrolment takes another one's place."""
        return enrolments.replace(work, gone, by)

    def withdraw(self, work: Workplace, enrolment: str) -> Changes:
        """Take somebody off the list; marks stay."""
        return enrolments.withdraw(work, enrolment)

    def mark_history(self, work: Workplace, enrolment: str, session: str) -> RowHistory:
        """Return everything that was written about one mark, the newest first."""
        return attendance.mark_history(work, enrolment, session)

    def mark_state(self, work: Workplace, enrolment: str, session: str) -> ChangeState | None:
        """Return how far a mark has come to the office; None where that is not asked."""
        return attendance.mark_state(work, enrolment, session)

    def undo(self, work: Workplace) -> Changes:
        """Take back the newest step."""
        return history.undo(work)

    def redo(self, work: Workplace) -> Changes:
        """Do again what was undone last."""
        return history.redo(work)

    def undo_label(self, work: Workplace) -> Label | None:
        """Return what undo would take back."""
        return history.undo_label(work)

    def now(self, work: Workplace) -> tuple[date, int]:
        """Return day and minute at the place of the courses."""
        millis = work.clock.millis()
        return civil_date(millis, ZONE), civil_minute(millis, ZONE)
