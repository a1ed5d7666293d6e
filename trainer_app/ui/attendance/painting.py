"""Small helpers that the painted parts of the grid share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from trainer_app.ui.shell import fonts


def draw_text(
    painter: QPainter,
    at: QPointF,
    text: str,
    colour: str,
    size: int,
    weight: int = 400,
    *,
    narrow: bool = False,
) -> int:
    """Write one line whose baseline starts at a point; return its width in pixels."""
    painter.setFont(fonts.font(size, weight, narrow=narrow))
    painter.setPen(QColor(colour))
    painter.drawText(at, text)
    return fonts.metrics(size, weight, narrow=narrow).horizontalAdvance(text)


def width_of(text: str, size: int, weight: int = 400, *, narrow: bool = False) -> int:
    """Return the width of a line in pixels."""
    return fonts.metrics(size, weight, narrow=narrow).horizontalAdvance(text)


def elided(text: str, width: int, size: int, weight: int = 400) -> str:
    """Return as much of a line as fits, with an ellipsis where it was cut."""
    return fonts.metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)


def baseline(top: float, height: float, size: int) -> int:
    """Return the baseline of a line of a font that is centred in a height."""
    measures = fonts.metrics(size)
    return round(top + (height - measures.height()) / 2 + measures.ascent())


def rounded(box: QRectF, radius: float, *, top: bool = False, bottom: bool = False) -> QPainterPath:
    """Return a box of which the two upper or the two lower corners are round."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    middle = box.height() / 2
    if not top:
        path.addRect(QRectF(box.left(), box.top(), box.width(), middle))
    if not bottom:
        path.addRect(QRectF(box.left(), box.top() + middle, box.width(), middle))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
