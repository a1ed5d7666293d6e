"""A ready answer with its key: "1  left without signing". Pressing the row is the same as the key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.cell_pictures import draw_mark
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_CONTROL, RADIUS_MARK, SMALL
from trainer_app.ui.signatures.drawing import draw_line
from trainer_app.ui.widgets.naming import FocusRing

_HEIGHT, _KEY, _EDGE, _GAP = 32, 20, 8, 10
_MARK_WIDTH = 44


class _Answer(FocusRing, QAbstractButton):
    """What a reason and a mark share: hover, focus, Enter."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw_box(self, painter: QPainter) -> None:
        scheme = tokens()
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        width = 2.0 if self.ring_shown else 1.0
        painter.setPen(QPen(QColor(scheme.accent if self.ring_shown else scheme.line2), width))
        painter.setBrush(QColor(scheme.sunken if over else scheme.surface))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)


class AnswerRow(_Answer):
    """A reason in words, with the digit that chooses it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = ""

    def set_answer(self, key: str, words: str) -> None:
        """Say what it does and which key does the same."""
        self._key = key
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{words} ({key})")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words; they may be cut."""
        return QSize(fonts.metrics(SMALL).horizontalAdvance(self.text()) + _KEY + 2 * _EDGE + _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its column."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the key, the words."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        key = QRectF(_EDGE + 0.5, (self.height() - _KEY) / 2 + 0.5, _KEY - 1, _KEY - 1)
        painter.setPen(QPen(QColor(scheme.line2), 1))
        painter.setBrush(QColor(scheme.sunken))
        painter.drawRoundedRect(key, RADIUS_MARK, RADIUS_MARK)
        painter.setFont(fonts.font(CAPTION, 600))
        painter.setPen(QColor(scheme.text2))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), self._key)
        left = _EDGE + _KEY + _GAP
        draw_line(
            painter, QRectF(left, 0, self.width() - left - _EDGE, self.height()), self.text(), "text", SMALL
        )


class MarkAnswer(_Answer):
    """One of the four marks, as the grid shows it."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(f"signatures_mark_{mark.value}")
        self.mark = mark
        self.setFixedSize(_MARK_WIDTH, _HEIGHT)
        self._letters: tuple[str, ...] = ("", "", "", "")

    def set_words(self, letters: tuple[str, ...], word: str) -> None:
        """Set the letters of all marks, and the word of this one."""
        self._letters = letters
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the mark in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        middle = QRectF(0, (self.height() - 18) / 2, self.width(), 18)
        draw_mark(painter, middle, tokens(), self.mark.value, 0, self._letters, width=28)
