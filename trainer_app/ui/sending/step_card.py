"""A card that is one of the three steps: a number in a soft circle, a title, and what belongs to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import SMALL
from trainer_app.ui.widgets.labels import ElidedLabel

_DISC, _PADDING = 24, 18


class StepNumber(QWidget):
    """A number in a circle. The title beside it is what a screen reader says."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(_DISC, _DISC)
        self._number = number

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent_soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(tokens().accent_text))
        painter.setFont(fonts.font(SMALL, 600))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


class StepCard(QFrame):
    """Fill `body`. All three take the same width."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.title = ElidedLabel("card_title", f"{name}_title")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(StepNumber(f"{name}_number", number))
        head.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 14, _PADDING, _PADDING)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self.body, 1)

    def set_title(self, text: str) -> None:
        """Set the head's words; they also name the card for a screen reader."""
        self.title.setText(text)
        self.setAccessibleName(text)
