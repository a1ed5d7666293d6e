"""A field that takes the place of the legend for a moment: to find a person, to write a remark."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.ui.attendance.measures import LEGEND_BAR
from trainer_app.ui.widgets.labels import ElidedLabel, label

_FIELD_LEAST = 260


class KeyField(QLineEdit):
    """A line of text whose Enter, Esc, Up and Down are commands."""

    entered = Signal()
    left = Signal()
    stepped = Signal(int)
    """Up (-1) or Down (1)."""
    blurred = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_Up: lambda: self.stepped.emit(-1),
            Qt.Key.Key_Down: lambda: self.stepped.emit(1),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a command, or type."""
        if event.key() in self._keys:
            self._keys[event.key()]()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody went elsewhere; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.blurred.emit()


class FieldStrip(QWidget):
    """What the field is for, the field, and a word beside it that says how it goes."""

    def __init__(self, name: str, sides: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(LEGEND_BAR)
        self.title = label("row_title", f"{name}_title")
        self.field = KeyField(f"{name}_field")
        self.field.setMinimumWidth(_FIELD_LEAST)
        self.title.setBuddy(self.field)
        self.note = ElidedLabel("second", f"{name}_note")
        row = QHBoxLayout(self)
        row.setContentsMargins(sides, 0, sides, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.field, 2)
        row.addWidget(self.note, 3)

    def ask(self, title: str, text: str = "", note: str = "") -> None:
        """Show the field with a text to go on from, and give it the keyboard."""
        self.title.setText(title)
        self.field.setAccessibleName(title)
        self.field.setText(text)
        self.field.selectAll()
        self.note.setText(note)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
