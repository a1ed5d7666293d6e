"""The row in which somebody who just came is added: a name, Enter."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.attendance.measures import NUMBER, PAD
from trainer_app.ui.attendance.painting import baseline, draw_text, width_of
from trainer_app.ui.attendance.strip import KeyField
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import SMALL
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated

_HEIGHT = 26


class WalkInRow(Retranslated, QWidget):
    """Stands under the last row of the table while it is open."""

    entered = Signal(str)
    """A name, ready to be added."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_walk_in")
        self.setFixedHeight(_HEIGHT)
        self._day = ""
        self.field = KeyField("attendance_walk_in_name")
        # A field of the table, not of a form: as low as a row.
        self.field.setStyleSheet(
            "min-height: 0; max-height: 100px; border: 0; padding: 0; background: transparent;"
            "font-size: 13px;"
        )
        self.note = ElidedLabel("caption", "attendance_walk_in_note")
        row = QHBoxLayout(self)
        row.setContentsMargins(NUMBER + PAD - 2, 1, PAD, 1)
        row.setSpacing(12)
        row.addWidget(self.field, 3)
        row.addWidget(self.note, 4)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.left)
        self.retranslate()
        self.hide()

    def _enter(self) -> None:
        """Hand a name over; without one the row stays, or the next letters would become marks."""
        if self.field.text().strip():
            self.entered.emit(self.field.text())

    def open_row(self, day: str = "") -> None:
        """Show the empty row and give it the keyboard; an open one keeps what was typed.

        `day` is from when on the person takes part, in words, if not from today.
        """
        self._day = day
        self.retranslate()
        if self.isHidden():
            self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the words."""
        self.field.setPlaceholderText(self.tr("Family name, given name"))
        self.field.setAccessibleName(self.tr("Name of the person who came"))
        note = self.tr("Enter adds the person, Esc leaves; the rest can be typed later")
        if self._day:
            note = self.tr("Enter adds the person from {day} on, Esc leaves").format(day=self._day)
        self.note.setText(note)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row as the current one."""
        scheme = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.accent_soft))
        painter.fillRect(0, 0, self.width(), 1, QColor(scheme.accent))
        at = QPointF(NUMBER - PAD - width_of("+", SMALL, 600), baseline(0, self.height(), SMALL))
        draw_text(painter, at, "+", scheme.accent_text, SMALL, 600)
