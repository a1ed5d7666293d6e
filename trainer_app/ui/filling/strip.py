"""A strip of all questions: answered ones filled, the one that is open framed. A press goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION

_HEIGHT, _WIDEST, _GAP = 26, 40, 4


class AnswerStrip(QWidget):
    """Emits `chosen(place)` from 0. The keyboard moves by the page, so the strip takes no focus."""

    chosen = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setObjectName("filling_strip")
        self._answered = [False] * count
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_answered(self, answered: Sequence[bool]) -> None:
        """Show which questions have an answer."""
        self._answered = list(answered)
        self.setAccessibleName(f"{sum(self._answered)} / {len(self._answered)}")
        self.update()

    def set_current(self, place: int) -> None:
        """Frame the question that is open."""
        self._current = place
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all boxes at their widest."""
        return QSize(len(self._answered) * (_WIDEST + _GAP), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Boxes may get narrow."""
        return QSize(160, _HEIGHT)

    def place_at(self, point: QPointF) -> int:
        """Return which question lies under a point; -1 for none."""
        return next((at for at in range(len(self._answered)) if self._box(at).contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the question that is pressed."""
        place = self.place_at(event.position())
        if place >= 0:
            self.chosen.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the boxes, with their numbers where there is room."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font(CAPTION, 500))
        for at, answered in enumerate(self._answered):
            box = self._box(at)
            current = at == self._current
            painter.setPen(QPen(QColor(scheme.accent if current else scheme.line2), 2 if current else 1))
            painter.setBrush(QColor(scheme.present_soft if answered else scheme.surface))
            painter.drawRoundedRect(box, 4, 4)
            if box.width() >= 18:
                painter.setPen(QColor(scheme.present if answered else scheme.text3))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(at + 1))

    def _box(self, at: int) -> QRectF:
        count = max(len(self._answered), 1)
        width = min(_WIDEST, (self.width() - (count - 1) * _GAP - 2) / count)
        box = QRectF(1 + at * (width + _GAP), 1, max(width, 2), self.height() - 2)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - box.left())
        return box
