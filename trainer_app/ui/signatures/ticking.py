"""What the keys do to a sheet: every tick is saved before it is shown, and the sheet is counted anew."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from trainer_app.actions import attendance, reconciliation, sessions
from trainer_app.domain.attendance import Attendance, Mark, Signed
from trainer_app.domain.changes import Changes
from trainer_app.domain.reconciliation import Difference, PaperRow, SheetState, SheetView, with_cell
from trainer_app.ui.shell.desk import Desk


class Ticking(QObject):
    """Holds the sheet that is open. `writing` is true while it writes, so that nobody reads twice."""

    changed = Signal()
    """The sheet is another one, or something on it changed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_ticking")
        self._desk = desk
        self.course = ""
        self.view: SheetView | None = None
        self.writing = False

    @property
    def state(self) -> SheetState | None:
        """The open sheet in figures."""
        return self.view.state if self.view is not None else None

    def open(self, state: SheetState | None) -> None:
        """Show another sheet, None for none."""
        self.view = None if state is None else self._read(state.day, state.session)
        self.changed.emit()

    def reload(self) -> None:
        """Read the open sheet again."""
        self.open(self.state)

    def cell(self, enrolment: str, session: str) -> Attendance:
        """Return a place of the open sheet."""
        if self.view is not None:
            at = next((at for at, each in enumerate(self.view.sessions) if each.key == session), -1)
            row = next((each for each in self.view.rows if each.enrolment == enrolment), None)
            if at >= 0 and row is not None:
                return row.cells[at]
        return Attendance()

    def tick(self, enrolment: str, session: str, signed: Signed) -> bool:
        """Say what the paper shows in one place; False if it was refused."""
        before = self.cell(enrolment, session)
        if before.signed is signed and not before.conflict:
            return True
        if not self._write(reconciliation.set_signed, enrolment, session, signed):
            return False
        if before.conflict or self.view is None:
            # Whether the contradiction is settled now is known only on the disk.
            self.reload()
        else:
            settled = before.settled if before.signed is signed else ""
            cell = replace(before, signed=signed, settled=settled)
            self.view = with_cell(self.view, enrolment, session, cell)
            self.changed.emit()
        return True

    def tick_line(self, enrolment: str, keys: Sequence[str], signed: Signed) -> None:
        """Say the same of several sessions of one person, as one step."""
        self._shown(self._write(reconciliation.sign_line, enrolment, keys, signed))

    def rest(self, rows: Sequence[PaperRow] | None) -> Changes | None:
        """Say of every place of some rows (or all) that nobody looked at that it is signed, as one step."""
        state = self.state
        if state is None:
            return None
        only = None if rows is None else [row.enrolment for row in rows]
        changes = self._write(
            lambda work: reconciliation.sign_rest(work, self.course, state.day, state.session, only=only)
        )
        if changes is not None:
            self.reload()
        return changes

    def settle(self, found: Sequence[Difference], reason: str) -> bool:
        """Keep a reason with one difference or several, as one step."""
        if len(found) == 1:
            return self._shown(
                self._write(reconciliation.settle, found[0].enrolment, found[0].session, reason)
            )
        places = [(each.enrolment, each.session) for each in found]
        changes = self._write(reconciliation.settle_all, places, reason)
        if changes is not None:
            self._desk.offer_undo(changes)
        return self._shown(changes)

    def unsettle(self, found: Difference) -> bool:
        """Take a reason away."""
        return self._shown(self._write(reconciliation.unsettle, found.enrolment, found.session))

    def mark(self, found: Difference, mark: Mark) -> bool:
        """Change the mark of a difference."""
        return self._shown(self._write(attendance.mark, found.enrolment, found.session, mark))

    def count(self, session: str, counted: int | None) -> bool:
        """Keep how many signatures were counted on the paper."""
        return self._shown(self._write(sessions.count_heads, session, counted))

    def _shown(self, changes: Changes | None) -> bool:
        if changes is not None:
            self.reload()
        return changes is not None

    def _read(self, day: date, session: str | None) -> SheetView | None:
        return self._desk.ask(reconciliation.sheet, self.course, day, session)

    def _write(self, action: Callable[..., Changes], *args: object) -> Changes | None:
        self.writing = True
        try:
            return self._desk.attempt(action, self, *args)
        finally:
            self.writing = False
