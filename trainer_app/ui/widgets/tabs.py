"""The tabs of a workspace: words with a line under the one that is open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, RADIUS_MARK, TAB

_PADDING, _LEAST_PADDING = 14, 6


class Tabs(QTabBar):
    """Words side by side; arrows move between them. Scroll buttons appear when the window is too narrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFont(fonts.font(BODY, 500))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the word and its padding."""
        return QSize(self._word(index) + 2 * self._padding(), TAB)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Never cut."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Scroll before the window grows."""
        return QSize(160, TAB)

    def _word(self, index: int) -> int:
        return self.fontMetrics().horizontalAdvance(self.tabText(index))

    def _padding(self) -> int:
        """Move words together before scroll buttons are needed."""
        words = sum(map(self._word, range(self.count())))
        room = (self.width() - words) // (2 * max(self.count(), 1))
        return min(max(room, _LEAST_PADDING), _PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each word, the line under the open one, and the focus."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            box = QRectF(self.tabRect(index))
            current = index == self.currentIndex()
            colour = scheme.accent_text if current else scheme.text2
            painter.setPen(QColor(colour if self.isTabEnabled(index) else scheme.planned))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(index))
            if current:
                painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), QColor(scheme.accent))
            if current and self.hasFocus():
                painter.setPen(QPen(QColor(scheme.accent), 1.5))
                painter.drawRoundedRect(box.adjusted(3, 4, -3, -6), RADIUS_MARK, RADIUS_MARK)
