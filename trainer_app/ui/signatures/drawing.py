"""What the two painted lists of the signed sheets share: a line of text, the field of the current row."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import RADIUS_CONTROL

_SIDE = 6
_WHERE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def draw_line(painter: QPainter, room: QRectF, text: str, token: str, size: int, weight: int = 400) -> None:
    """Write one line, with an ellipsis where it does not fit."""
    painter.setFont(fonts.font(size, weight))
    painter.setPen(QColor(getattr(tokens(), token)))
    shown = fonts.metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _WHERE, shown)


def draw_current(painter: QPainter, box: QRectF, *, ring: bool) -> None:
    """Paint the soft field behind the current row; with a ring while keys go there."""
    scheme = tokens()
    painter.setPen(QPen(QColor(scheme.accent), 1.5) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.accent_soft))
    field = box.adjusted(_SIDE + 0.75, 1, -_SIDE - 0.75, -1)
    painter.drawRoundedRect(field, RADIUS_CONTROL, RADIUS_CONTROL)
