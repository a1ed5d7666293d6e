"""The short questions of the grid, without a dialog: whom to find, what to remark, who just came."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from trainer_app.domain.attendance import Attendance
from trainer_app.ui.attendance.finding import find
from trainer_app.ui.attendance.grid_view import GridView
from trainer_app.ui.attendance.marking import Marking
from trainer_app.ui.attendance.strip import FieldStrip
from trainer_app.ui.attendance.walk_in_row import WalkInRow

_FIND, _REMARK = "find", "remark"


class Asking(QObject):
    """Opens a field, does what was typed, and gives the keyboard back to the grid."""

    opened = Signal()
    """The walk-in's row came or went: the grid has other room."""

    def __init__(
        self, marking: Marking, view: GridView, stack: QStackedWidget, strip: FieldStrip, walk_in: WalkInRow
    ) -> None:
        super().__init__(view)
        self.setObjectName("attendance_asking")
        self._marking, self._view, self._stack, self._strip = marking, view, stack, strip
        self._walk_in = walk_in
        self._purpose = ""
        self._place = (-1, -1)
        self._found: list[int] = []
        field = strip.field
        field.textEdited.connect(self._typed)
        field.entered.connect(self._entered)
        field.blurred.connect(self._entered)
        field.left.connect(self._left)
        field.stepped.connect(self._step)
        walk_in.entered.connect(self._add)
        walk_in.left.connect(self.close_walk_in)

    def find(self) -> None:
        """Ask for the first letters of a name; the grid follows while they are typed."""
        self._found = []
        self._open(_FIND, self.tr("Find a person"), "", self._hint())

    def remark(self) -> None:
        """Ask for a remark beside the current mark."""
        row, column = self._view.place
        if row < 0:
            return
        model = self._marking.model
        title = self.tr("Remark · No. {number}, session {session}").format(
            number=model.rows[row].number, session=model.sessions[column].number
        )
        self._open(_REMARK, title, self._cell().remark, self.tr("Enter keeps it, Esc leaves it as it was"))

    def walk_in(self) -> None:
        """Ask for the name of somebody who just came."""
        self._walk_in.open_row()
        self.opened.emit()

    def close_walk_in(self) -> None:
        """Take the row away and give the keyboard back."""
        self._walk_in.hide()
        self.opened.emit()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hint(self) -> str:
        return self.tr("First letters of the name, in any script · Enter stays there, Esc goes back")

    def _open(self, purpose: str, title: str, text: str, note: str) -> None:
        self._purpose, self._place = purpose, self._view.place
        self._stack.setCurrentWidget(self._strip)
        self._strip.ask(title, text, note)

    def _close(self) -> None:
        self._purpose = ""
        self._stack.setCurrentIndex(0)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        if self._purpose != _FIND:
            return
        rows = self._marking.model.rows
        self._found = find(text, [row.full_name or row.name for row in rows])
        if self._found:
            self._show(self._found[0])
        elif text.strip():
            self._strip.note.setText(self.tr("Nobody's name begins so"))
        else:
            self._strip.note.setText(self._hint())

    def _step(self, step: int) -> None:
        """Go to the next or the previous one of those found."""
        if self._purpose == _FIND and self._found:
            here = self._view.place[0]
            at = self._found.index(here) if here in self._found else -1
            self._show(self._found[(at + step) % len(self._found)])

    def _show(self, row: int) -> None:
        self._view.go_to(row, self._place[1])
        facts = self._marking.model.rows[row]
        self._strip.note.setText(
            self.tr("{place} of {count} · No. {number} {name}").format(
                place=self._found.index(row) + 1,
                count=len(self._found),
                number=facts.number,
                name=facts.full_name or facts.name,
            )
        )

    def _entered(self) -> None:
        """Do what was asked for; typing somewhere else counts as Enter, so that nothing typed is lost."""
        purpose, text = self._purpose, self._strip.field.text()
        if not purpose:
            return
        self._close()
        if purpose == _REMARK and text.strip() != self._cell().remark:
            self._marking.set_remark(*self._place, text)

    def _left(self) -> None:
        if self._purpose == _FIND:
            self._view.go_to(*self._place)
        self._close()

    def _add(self, name: str) -> None:
        if not name.strip():
            self.close_walk_in()
            return
        column = max(self._view.place[1], 0)
        row = self._marking.add_walk_in(name)
        if row >= 0:
            self.close_walk_in()
            self._view.go_to(row, column)

    def _cell(self) -> Attendance:
        row, column = self._place
        return self._marking.model.cells[row][column] or Attendance()
