"""Small helpers that the painted parts of the grid share."""

from collections.abc import Callable, Hashable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPixmap

from trainer_app.ui.shell import fonts


@lru_cache(maxsize=64)
def font_of(size: int, weight: int = 400, *, narrow: bool = False) -> QFont:
    """Return a font of the interface, made once; what is measured must be what is painted."""
    fonts.load_fonts()
    return fonts.font(size, weight, narrow=narrow)


@lru_cache(maxsize=64)
def metrics_of(size: int, weight: int = 400, *, narrow: bool = False) -> QFontMetrics:
    """Return the measures of a font, made once."""
    return QFontMetrics(font_of(size, weight, narrow=narrow))


@lru_cache(maxsize=4096)
def width_of(text: str, size: int, weight: int = 400, *, narrow: bool = False) -> int:
    """Return the width of a line in pixels."""
    return metrics_of(size, weight, narrow=narrow).horizontalAdvance(text)


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
    painter.setFont(font_of(size, weight, narrow=narrow))
    painter.setPen(QColor(colour))
    painter.drawText(at, text)
    return width_of(text, size, weight, narrow=narrow)


def elided(text: str, width: int, size: int, weight: int = 400) -> str:
    """Return as much of a line as fits, with an ellipsis where it was cut."""
    if width_of(text, size, weight) <= width:
        return text
    return metrics_of(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)


def baseline(top: float, height: float, size: int) -> int:
    """Return the baseline of a line of a font that is centred in a height."""
    measures = metrics_of(size)
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


class Strips:
    """Keeps painted rows, so that a repaint only copies them. Forgets all when there are too many."""

    def __init__(self, most: int = 512) -> None:
        self._most = most
        self._scene: Hashable = None
        self._kept: dict[Hashable, QPixmap] = {}

    def enter(self, scene: Hashable) -> None:
        """Say what every strip depends on: colours, size, the screen's ratio."""
        if scene != self._scene:
            self._scene = scene
            self._kept = {}

    def get(self, key: Hashable, size: QSize, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
        """Return the strip of a key, painting it when it is asked for the first time."""
        strip = self._kept.get(key)
        if strip is None:
            strip = QPixmap((size.toSizeF() * ratio).toSize())
            strip.setDevicePixelRatio(ratio)
            # A width that is not whole in device pixels leaves an edge that nothing is painted on.
            strip.fill(Qt.GlobalColor.transparent)
            painter = QPainter(strip)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            if len(self._kept) >= self._most:
                self._kept = {}
            self._kept[key] = strip
        return strip
