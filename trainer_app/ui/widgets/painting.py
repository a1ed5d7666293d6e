"""Helpers for painted widgets: cached fonts, elided text, baselines, mirroring, the drop-down arrow.

For languages written from right to left boxes change sides and pictures stay as they are.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CONTROL, SMALL

_SIDE = 6


def draw_line(painter: QPainter, room: QRectF, text: str, token: str, size: int, weight: int = 400) -> None:
    """Write one line in the colour of a token, as `write_fitting` does."""
    painter.setPen(QColor(getattr(tokens(), token)))
    write_fitting(painter, room, text, size, weight)


def draw_current(painter: QPainter, box: QRectF, *, ring: bool) -> None:
    """Paint the soft field behind the current row; with a ring while keys go there."""
    scheme = tokens()
    painter.setPen(QPen(QColor(scheme.accent), 1.5) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.accent_soft))
    field = box.adjusted(_SIDE + 0.75, 1, -_SIDE - 0.75, -1)
    painter.drawRoundedRect(field, RADIUS_CONTROL, RADIUS_CONTROL)


# Joined once: each joining of Qt's flags in Python takes as long as the drawing of a short word.
_BETWEEN = Qt.AlignmentFlag.AlignVCenter
AT_THE_LEFT = int(Qt.AlignmentFlag.AlignLeft | _BETWEEN)
AT_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | _BETWEEN)
IN_THE_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | _BETWEEN)
"""Where a line stands in its room, for `QPainter.drawText`: always between top and bottom."""
# Letters are higher than a tight line: Qt would cut the feet of "g" and "у".
_WHOLE = int(Qt.TextFlag.TextDontClip)


@lru_cache(maxsize=64)
def colour_of(value: str) -> QColor:
    """Return a colour of a scheme, read once."""
    return QColor(value)


@lru_cache(maxsize=64)
def pen_of(colour: str) -> QPen:
    """Return the pen for fine lines of a colour of a scheme."""
    return QPen(QColor(colour), 1)


@lru_cache(maxsize=64)
def font_of(size: int, weight: int = 400, *, narrow: bool = False) -> QFont:
    """Return a font of the interface, made once; what is measured must be what is painted."""
    theme.load_fonts()
    return theme.font(size, weight, narrow=narrow)


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


_TIGHT = 14
"""From line to line where a text stands on several in the height of one or two."""
TWO_LINES = 2 * _TIGHT


def write_fitting(
    painter: QPainter,
    room: QRectF,
    text: str,
    size: int,
    weight: int = 400,
    *,
    right: bool = False,
    centred: bool = False,
) -> None:
    """Write a text whole, in the painter's colour, wherever that can be done.

    In one line, else in the narrow face, else on as many lines as the room is high; only what is too long
    for all of them ends in an ellipsis.
    """
    width = int(room.width())
    where = IN_THE_MIDDLE if centred else AT_THE_RIGHT if right else AT_THE_LEFT
    where |= _WHOLE
    for narrow in (False, True):
        if width_of(text, size, weight, narrow=narrow) <= width:
            painter.setFont(font_of(size, weight, narrow=narrow))
            painter.drawText(room, where, text)
            return
    lines = narrow_lines(text, width, weight, int(room.height() // _TIGHT))
    cut = any(width_of(line, CAPTION, weight, narrow=True) > width for line in lines)
    if cut and len(lines) < 2 and room.height() < TWO_LINES:
        painter.setFont(font_of(size, weight, narrow=True))
        shown = metrics_of(size, weight, narrow=True)
        painter.drawText(room, where, shown.elidedText(text, Qt.TextElideMode.ElideRight, width))
        return
    painter.setFont(font_of(CAPTION, weight, narrow=True))
    measures = metrics_of(CAPTION, weight, narrow=True)
    top = room.center().y() - len(lines) * _TIGHT / 2
    for at, line in enumerate(lines):
        # Widths are rounded to whole pixels, Qt's own measure when it shortens is not.
        fits = width_of(line, CAPTION, weight, narrow=True) <= width
        shown_line = line if fits else measures.elidedText(line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(room.left(), top + at * _TIGHT, room.width(), _TIGHT), where, shown_line)


def words_of(text: str) -> list[str]:
    """Return what a line may be broken between: a no-break space, as before a sign of per cent, holds."""
    return [word for word in text.replace("\n", " ").split(" ") if word]


def narrow_lines(text: str, width: int, weight: int = 400, most: int = 0) -> list[str]:
    """Return a text in lines of the narrow face; the last of `most` lines holds all that is left."""
    lines: list[str] = []
    held = words_of(text)
    whole = all(width_of(word, CAPTION, weight, narrow=True) <= width for word in held)
    for word in held if whole else text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        fits = lines and width_of(longer, CAPTION, weight, narrow=True) <= width
        if fits or (most and len(lines) >= max(1, most)):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def height_for(text: str, width: int, size: int, line: float, weight: int = 400) -> float:
    """Return how high a room of a width has to be for `write_fitting`: `line` where one line is enough."""
    if width_of(text, size, weight, narrow=True) <= width or not text:
        return line
    return max(line, len(narrow_lines(text, width, weight)) * _TIGHT)


def least_width(text: str, height: float, size: int = SMALL, weight: int = 400) -> int:
    """Return how narrow a room of a height may be for `write_fitting` to write a text whole."""
    words = text.split(" ")
    if height < TWO_LINES or len(words) == 1:
        return width_of(text, size, weight, narrow=True) + 1
    ways = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    # Widths are rounded to whole pixels, Qt's own measure when it shortens is not.
    return min(max(width_of(line, CAPTION, weight, narrow=True) for line in lines) for lines in ways) + 1


def fitting(texts: Sequence[str], width: int, size: int) -> str:
    """Return the first of some texts that fits; of none that does as much as fits of the last one."""
    fits = (text for text in texts if width_of(text, size) <= width)
    return next(fits, elided(texts[-1], width, size))


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


type Line = tuple[float, float, str]
"""Where a line begins, in pixels from the left and to its baseline, and what it says."""


def draw_lines(
    painter: QPainter,
    lines: Iterable[Line],
    colour: str,
    size: int,
    weight: int = 400,
    *,
    narrow: bool = False,
) -> None:
    """Write many lines that look alike: a third faster than one by one."""
    painter.setFont(font_of(size, weight, narrow=narrow))
    painter.setPen(QColor(colour))
    write = painter.drawText
    for left, base, text in lines:
        write(QPointF(left, base), text)


class Strips:
    """Keeps painted rows of one height, so that a repaint only copies them; forgets all if they are too many.

    Rows asked for together are painted together, below one another on one picture: a picture and a painter
    for each row took as long as the words on it.
    """

    def __init__(self, most: int = 512) -> None:
        self._most = most
        self._scene: Hashable = None
        self._kept: dict[Hashable, tuple[QPixmap, int]] = {}

    def enter(self, scene: Hashable) -> None:
        """Say what every strip depends on: colours, size, the screen's ratio."""
        if scene != self._scene:
            self._scene = scene
            self._kept = {}

    def draw(
        self,
        painter: QPainter,
        top: int,
        keys: Sequence[Hashable],
        size: QSize,
        ratio: float,
        paint: Callable[[QPainter, list[int]], None],
    ) -> None:
        """Copy the strips of some keys below one another, from `top` on.

        `size` is that of one strip; its height has to be whole in device pixels. `paint` gets the places in
        `keys` of those not painted yet and paints them below one another, from 0 on.
        """
        places = {key: at for at, key in enumerate(keys) if key not in self._kept}
        if len(self._kept) + len(places) > self._most:
            self._kept = {}
            places = {key: at for at, key in enumerate(keys)}
        if places:
            self._paint(list(places), list(places.values()), size, ratio, paint)
        wide, high = round(size.width() * ratio), round(size.height() * ratio)
        at = 0
        while at < len(keys):
            picture, first = self._kept[keys[at]]
            count = 1
            while at + count < len(keys) and self._follows(keys[at + count], picture, first + count):
                count += 1
            # Without a target's size nothing is stretched, where a width is not whole in device pixels.
            place = QPointF(0, top + at * size.height())
            painter.drawPixmap(place, picture, QRectF(0, first * high, wide, count * high))
            at += count

    def _follows(self, key: Hashable, picture: QPixmap, place: int) -> bool:
        kept, at = self._kept[key]
        return at == place and kept is picture

    def _paint(
        self,
        keys: list[Hashable],
        places: list[int],
        size: QSize,
        ratio: float,
        paint: Callable[[QPainter, list[int]], None],
    ) -> None:
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio) * len(keys))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, places)
        painter.end()
        for at, key in enumerate(keys):
            self._kept[key] = picture, at


def from_right(painter: QPainter) -> bool:
    """Tell whether the program is laid out from the right; Qt tells every painter so."""
    return painter.layoutDirection() is Qt.LayoutDirection.RightToLeft


def visual(painter: QPainter, within: QRectF, box: QRectF) -> QRectF:
    """Return where a box, meant for a layout from the left, stands inside another one."""
    if not from_right(painter):
        return box
    return QRectF(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())


_SIZE = 16


def draw_arrow(field: QWidget) -> None:
    """Draw it at the end of a field, in the middle of its height."""
    painter = QPainter(field)
    size = QSize(_SIZE, _SIZE)
    mirrored = field.isRightToLeft()
    left = 10 if mirrored else field.width() - size.width() - 10
    box = QRectF(left, (field.height() - size.height()) / 2, size.width(), size.height())
    theme.draw(painter, "down", box, "text3" if field.isEnabled() else "line2")


def _broken(part: str, room: int) -> list[str]:
    """Break what is kept together by hard spaces where no line can hold it."""
    return part.split("\N{NO-BREAK SPACE}") if width_of(part, CAPTION, narrow=True) > room else [part]


def caption_lines(words: str, room: int, most: int, *, narrow: bool = False) -> tuple[list[str], bool]:
    """Break words into at most so many lines of so many pixels; tell whether the narrow face holds them.

    It is taken where the usual one does not do; what is too long for that too ends in an ellipsis.
    """
    lines: list[str] = []
    parts = [part for each in words.split(" ") for part in _broken(each, room)]
    while parts:
        counts = range(len(parts), 0, -1)
        fitting = (n for n in counts if width_of(" ".join(parts[:n]), CAPTION, narrow=narrow) <= room)
        at = next(fitting, 1) if len(lines) < most - 1 else len(parts)
        lines.append(" ".join(parts[:at]))
        parts = parts[at:]
    fits = all(width_of(line, CAPTION, narrow=narrow) <= room for line in lines)
    if not fits and not narrow:
        return caption_lines(words, room, most, narrow=True)
    measures = metrics_of(CAPTION, narrow=narrow)
    if not fits:
        lines = [measures.elidedText(line, _elided_where(line), room) for line in lines]
    return lines, narrow


def _elided_where(line: str) -> Qt.TextElideMode:
    """Return where a line that is too long is cut: numbers of certificates differ at their ends."""
    number = " " not in line and line[-1:].isdigit()
    return Qt.TextElideMode.ElideMiddle if number else Qt.TextElideMode.ElideRight


def draw_wrapped(painter: QPainter, room: QRectF, text: str) -> None:
    """Draw a text in the painter's font on one line or two; a longer one as `write_fitting` does."""
    metrics, width = painter.fontMetrics(), int(room.width())
    lines = [text]
    if metrics.horizontalAdvance(text) > width:
        first, rest = "", words_of(text)
        while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".lstrip()) <= width:
            first = f"{first} {rest.pop(0)}".lstrip()
        second = " ".join(rest)
        if not first or metrics.horizontalAdvance(second) > width:
            write_fitting(painter, room, text, SMALL)
            return
        lines = [first, second]
    top = room.center().y() - len(lines) * metrics.height() / 2
    for index, line in enumerate(lines):
        box = QRectF(room.left(), top + index * metrics.height(), room.width(), metrics.height())
        painter.drawText(box, AT_THE_LEFT, line)
