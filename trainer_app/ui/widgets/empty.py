"""What an empty screen shows: a quiet drawing, what to do, and the button that does it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.labels import label

_DISC, _DRAWING, _TEXT_WIDTH = 72, 32, 460


class Disc(QWidget):
    """A drawing in a soft round field."""

    def __init__(self, name: str, icon: str, fill: str = "accent_soft", ink: str = "accent_text") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(_DISC, _DISC)
        self._icon, self._fill, self._ink = icon, fill, ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens(), self._fill)))
        painter.drawEllipse(self.rect())
        inset = (_DISC - _DRAWING) / 2
        icons.draw(painter, self._icon, QRectF(inset, inset, _DRAWING, _DRAWING), self._ink)


class EmptyState(QWidget):
    """Fills the place of a list or a page that has nothing to show yet."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = label("card_title", f"{name}_title", wrap=True)
        self.text = label("subtitle", f"{name}_text", wrap=True)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMinimumWidth(0)
            words.setMaximumWidth(_TEXT_WIDTH)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Disc(f"{name}_icon", icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        for words, gap in ((self.title, 6), (self.text, 20)):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(words, 100)
            line.addStretch(1)
            column.addLayout(line)
            column.addSpacing(gap)
        column.addLayout(self._buttons)
        column.addStretch(2)

    def compact(self) -> None:
        """Ask for less height, where another list shares the page and there is no button."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(24, 16, 24, 0)

    def set_words(self, title: str, text: str) -> None:
        """Say what is not there and what to do about it."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)

    def add_button(self, button: Button) -> None:
        """Offer something to do; the first one should be the likeliest."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a card."""
        return QSize(240, super().minimumSizeHint().height())
