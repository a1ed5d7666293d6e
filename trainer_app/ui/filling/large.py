"""Large controls for people who never saw this program: buttons, and options with their letters."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CARD_TITLE, RADIUS_CONTROL
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.mirroring import visual
from trainer_app.ui.widgets.naming import FocusRing

LARGE = 18
"""Pixels of what is read: question, options, answers."""
_HEIGHT, _MARK, _PAD, _GAP = 52, 32, 12, 14


class LargeButton(Button):
    """A button half as high again as the others."""

    def __init__(self, name: str, kind: Kind = Kind.PLAIN, icon: str = "") -> None:
        super().__init__(name, kind, icon)
        self.setFont(fonts.font(CARD_TITLE, 600 if kind is Kind.PRIMARY else 500))

    def sizeHint(self) -> QSize:
        """Return the size of a button with more room around the words."""
        return QSize(super().sizeHint().width() + 20, _HEIGHT)


class OptionRow(FocusRing, QAbstractButton):
    """One option: its letter in a box, round where only one can be chosen, and its words on several lines.

    It is chosen by a press, Space, or the key of its letter or number on the page.
    """

    def __init__(self, name: str, letter: str, *, several: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.letter, self._several = letter, several
        self.setFont(fonts.font(LARGE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._laid_out = 600

    def set_words(self, text: str) -> None:
        """Set what the option says."""
        self.setText(text)
        self.setAccessibleName(f"{self.letter}. {text}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height that the words need at the width that the layout gave."""
        return QSize(360, self._height(self._laid_out))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return QSize(200, self._height(self._laid_out))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and arrows to the page: only Space presses."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline, the letter and the words."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        strong = chosen or self.ring_shown
        edge = scheme.accent if strong else scheme.edge if self.underMouse() else scheme.line2
        width = 2.0 if strong else 1.0
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(scheme.accent_soft if chosen else scheme.surface))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        whole = QRectF(self.rect())
        self._draw_letter(painter, visual(painter, whole, QRectF(_PAD, _PAD - 2, _MARK, _MARK)))
        painter.setPen(QColor(scheme.text))
        painter.setFont(self.font())
        room = visual(painter, whole, whole.adjusted(_PAD + _MARK + _GAP, 0, -_PAD, 0))
        painter.drawText(room, int(_FLAGS), self.text())

    def _draw_letter(self, painter: QPainter, box: QRectF) -> None:
        scheme = tokens()
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(scheme.accent if chosen else scheme.edge), 1.5))
        painter.setBrush(QColor(scheme.accent if chosen else scheme.surface))
        radius = 6 if self._several else _MARK / 2
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QColor(scheme.on_accent if chosen else scheme.text2))
        painter.setFont(fonts.font(CARD_TITLE, 600))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.letter)

    def _height(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _PAD - _MARK - _GAP, 80), 10_000)
        return max(
            _HEIGHT, self.fontMetrics().boundingRect(room, int(_FLAGS), self.text()).height() + 2 * _PAD
        )


_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
