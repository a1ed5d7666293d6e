"""A table that is gone through by keyboard: Space says yes to a row, other keys no, or nothing any more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from trainer_app.ui.certificates.cells import InkTable

_NO = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TickTable(InkTable):
    """Emits what a key says of the current row; several can be chosen with Shift."""

    said_yes = Signal()
    said_no = Signal()
    cleared = Signal()

    def __init__(self, name: str, row_height: int) -> None:
        super().__init__(name, row_height, several=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that say something; leave the others to the table."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain and event.key() == Qt.Key.Key_Space:
            self.said_yes.emit()
        elif plain and event.key() in _NO:
            self.said_no.emit()
        elif plain and event.key() in _CLEAR:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def go_on(self, rows: list[int]) -> None:
        """Choose the row below some rows; the last one stays."""
        if rows and self.model().rowCount():
            self.selectRow(min(max(rows) + 1, self.model().rowCount() - 1))
