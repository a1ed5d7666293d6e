"""What the tab needs from the actions, as one small interface, and the real one behind it."""

from datetime import date
from typing import Protocol

from trainer_app.actions import attendance, enrolments, history
from trainer_app.actions.workplace import ZONE, Workplace
from trainer_app.domain.attendance import AttendanceGrid, Mark
from trainer_app.domain.changes import Changes, Label


class AttendanceActions(Protocol):
    """Everything that the tab can ask for. Each writing method is durable when it returns.

    All may raise `TrainerError`; then nothing was written.
    """

    def grid(self, work: Workplace, course: str) -> AttendanceGrid:
        """Return a course's grid."""
        ...

    def mark(
        self, work: Workplace, enrolment: str, session: str, value: Mark | None, missed: int = 0
    ) -> Changes:
        """Set or take away one mark; `missed` in minutes."""
        ...

    def mark_rest(self, work: Workplace, session: str, value: Mark) -> Changes:
        """Give everybody of a session who has no mark the same one, as one step."""
        ...

    def set_remark(self, work: Workplace, enrolment: str, session: str, text: str) -> Changes:
        """Keep a remark beside a mark."""
        ...

    def add_walk_in(self, work: Workplace, course: str, name: str) -> Changes:
        """Enrol somebody who just came; the result's `key` is the enrolment."""
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

    def today(self, work: Workplace) -> date:
        """Return the day by which a session is past or not."""
        ...


class RealActions:
    """The actions of the program."""

    def grid(self, work: Workplace, course: str) -> AttendanceGrid:
        """Return a course's grid."""
        return attendance.grid(work, course)

    def mark(
        self, work: Workplace, enrolment: str, session: str, value: Mark | None, missed: int = 0
    ) -> Changes:
        """Set or take away one mark; `missed` in minutes."""
        return attendance.mark(work, enrolment, session, value, missed)

    def mark_rest(self, work: Workplace, session: str, value: Mark) -> Changes:
        """Give everybody of a session who has no mark the same one, as one step."""
        return attendance.mark_rest(work, session, value)

    def set_remark(self, work: Workplace, enrolment: str, session: str, text: str) -> Changes:
        """Keep a remark beside a mark."""
        return attendance.set_remark(work, enrolment, session, text)

    def add_walk_in(self, work: Workplace, course: str, name: str) -> Changes:
        """Enrol somebody who just came; the result's `key` is the enrolment."""
        return enrolments.add_walk_in(work, course, name)

    def undo(self, work: Workplace) -> Changes:
        """Take back the newest step."""
        return history.undo(work)

    def redo(self, work: Workplace) -> Changes:
        """Do again what was undone last."""
        return history.redo(work)

    def undo_label(self, work: Workplace) -> Label | None:
        """Return what undo would take back."""
        return history.undo_label(work)

    def today(self, work: Workplace) -> date:
        """Return the day at the place of the courses."""
        return work.clock.today(ZONE)
