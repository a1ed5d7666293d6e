"""Pictures of cells: each look is painted once and then only copied.

A picture is keyed by face and tint, and all are dropped when size, colours, letters or the screen's ratio
change. Copying them needs 0.2 ms for a screen full of marks; a delegate needs 12 times as long.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.faces import (
    CANCELLED,
    CONFLICT,
    DASH,
    DAY_START,
    LOCKED,
    PLANNED,
    REMARK,
    UNMARKED,
    Face,
)
from trainer_app.ui.attendance.measures import MARK_WIDTH, PILL_WIDTH, WIDE_MARK
from trainer_app.ui.attendance.painting import font_of, metrics_of
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_MARK, SMALL, Tokens

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_PILL_PAD = 4
_NOTHING = (UNMARKED, PLANNED, DASH, CANCELLED)
HATCH = 8
_FEW, _STACK = 4, 32
"""From how many equal cells on they are copied together, and how many at most."""


class Tint(IntEnum):
    """What lies under a mark: nothing, the current row or column, the current cell."""

    PLAIN = 0
    SELECTED = 1
    CURRENT = 2
    CURRENT_AWAY = 3
    """The current cell while something else has the keyboard."""


@dataclass(frozen=True)
class Scene:
    """All that every picture depends on. `letters` in the order of the marks.

    In a `wide` cell the mark stands at the left and leaves the rest to words.
    """

    scheme: Tokens
    letters: tuple[str, ...]
    width: int
    height: int
    ratio: float
    wide: bool = False


class CellPictures:
    """Keeps the pictures of one scene."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._shared_key = 0
        self._kept: dict[tuple[Face, int], QPixmap] = {}
        self._stacks: dict[tuple[Face, int], QPixmap] = {}
        self._hatches: dict[int, QPixmap] = {}

    def enter(self, scene: Scene) -> None:
        """Say what the pictures now depend on."""
        if scene != self._scene:
            self._scene = scene
            self._shared_key = hash(scene)
            self._kept = {}
            self._stacks = {}
            self._hatches = {}

    def get(self, face: Face, tint: int) -> QPixmap:
        """Return the picture of a whole cell, its lines included."""
        key = (face, tint)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._shared("cell", face, tint, lambda: self._paint(face, tint))
        return picture

    def _shared(self, what: str, face: Face, tint: int, paint: Callable[[], QPixmap]) -> QPixmap:
        """Return a picture from the application's cache, where another course of the same look finds it."""
        return shared(f"{what} {self._shared_key} {face} {tint}", paint)

    def copy(self, painter: QPainter, x: int, y: int, face: Face, tint: int, count: int) -> None:
        """Copy a cell so many times, one below the other."""
        assert self._scene is not None
        height = self._scene.height
        if count < _FEW:
            picture = self.get(face, tint)
            for _ in range(count):
                painter.drawPixmap(x, y, picture)
                y += height
            return
        stack = self._stack(face, tint)
        while count > 0:
            now = min(count, _STACK)
            high = round(now * height * self._scene.ratio)
            painter.drawPixmap(x, y, stack, 0, 0, stack.width(), high)
            count -= now
            y += now * height

    def _stack(self, face: Face, tint: int) -> QPixmap:
        """Return a picture of many equal cells: nearly everybody is present, and one copy is enough."""
        stack = self._stacks.get((face, tint))
        if stack is None:
            paint = partial(self._paint_stack, self.get(face, tint))
            stack = self._stacks[face, tint] = self._shared("cells", face, tint, paint)
        return stack

    def _paint_stack(self, picture: QPixmap) -> QPixmap:
        assert self._scene is not None
        height = self._scene.height
        stack = self._blank(QSize(self._scene.width, height * _STACK))
        painter = QPainter(stack)
        for at in range(_STACK):
            painter.drawPixmap(0, at * height, picture)
        painter.end()
        return stack

    def hatch(self, tint: int) -> QPixmap:
        """Return the tile of a cancelled column, 8 px square."""
        if tint not in self._hatches:
            self._hatches[tint] = self._paint_hatch(tint)
        return self._hatches[tint]

    def _blank(self, size: QSize) -> QPixmap:
        assert self._scene is not None
        picture = QPixmap((size.toSizeF() * self._scene.ratio).toSize())
        picture.setDevicePixelRatio(self._scene.ratio)
        return picture

    def _paint(self, face: Face, tint: int) -> QPixmap:
        scene = self._scene
        assert scene is not None
        picture = self._blank(QSize(scene.width, scene.height))
        kind, late, bits, early = face
        picture.fill(QColor(ground(scene.scheme, tint, locked=bool(bits & LOCKED))))
        painter = QPainter(picture)
        size = QRectF(0, 0, scene.width, scene.height)
        painter.fillRect(QRectF(0, scene.height - 1, scene.width, 1), QColor(scene.scheme.line))
        if bits & DAY_START:
            painter.fillRect(QRectF(0, 0, 1, scene.height), QColor(scene.scheme.line2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if tint >= Tint.CURRENT:
            _draw_frame(painter, size, scene.scheme, away=tint == Tint.CURRENT_AWAY)
        left = 1 if bits & DAY_START else 0
        middle = QRectF(left, 2, WIDE_MARK if scene.wide else scene.width - 1, scene.height - 4)
        draw_mark(painter, middle, scene.scheme, kind, late, scene.letters, early=early)
        if bits & CONFLICT:
            _draw_corner(painter, size, scene.scheme)
        if bits & REMARK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scene.scheme.text3))
            painter.drawEllipse(QPointF(size.right() - 4.5, size.bottom() - 5.5), 1.5, 1.5)
        painter.end()
        return picture

    def _paint_hatch(self, tint: int) -> QPixmap:
        assert self._scene is not None
        picture = self._blank(QSize(HATCH, HATCH))
        picture.fill(QColor(ground(self._scene.scheme, tint)))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._scene.scheme.hatch), 1.4))
        for shift in (-HATCH, 0, HATCH):
            painter.drawLine(QPointF(shift - 1, HATCH + 1), QPointF(shift + HATCH + 1, -1))
        painter.end()
        return picture


def shared(key: str, paint: Callable[[], QPixmap]) -> QPixmap:
    """Return a picture from the application's cache, painted if it is not there; never one of a person."""
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = paint()
        QPixmapCache.insert(key, picture)
    return picture


def ground(scheme: Tokens, tint: int, *, locked: bool = False) -> str:
    """Return the colour under a cell; one that is locked lies lower than the others."""
    if tint == Tint.SELECTED:
        return scheme.accent_soft
    return scheme.window if locked else scheme.surface


def draw_mark(
    painter: QPainter,
    middle: QRectF,
    scheme: Tokens,
    kind: str,
    late: int,
    letters: tuple[str, ...],
    width: float = MARK_WIDTH,
    early: int = 0,
) -> None:
    """Paint one mark in the middle of a box; the legend uses it too, with a smaller `width`.

    A kind that this version does not know is a question mark. Minutes widen the mark, at most to the box.
    """
    minutes = minutes_of(late, early) if kind in (Mark.PRESENT, Mark.LATE) else ()
    asked = _width_of(letters[list(Mark).index(Mark(kind))], minutes) if minutes else 0
    if width == MARK_WIDTH and (minutes or kind == Mark.LATE):
        width = min(max(asked + 2 * _PILL_PAD, PILL_WIDTH), max(middle.width() - 2, PILL_WIDTH))
    box = QRectF(0, 0, int(width), middle.height())
    box.moveLeft(middle.left() + int((middle.width() - box.width()) / 2))
    box.moveTop(middle.top())
    if kind == Mark.PRESENT:
        _draw_box(painter, box, scheme.present_soft, "")
        _draw_letter(painter, box, letters[0], scheme.present, 500, minutes)
    elif kind == Mark.LATE:
        painter.setPen(QPen(QColor(scheme.late_edge), 1))
        painter.setBrush(QColor(scheme.late_soft))
        pill = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        _draw_letter(painter, box, letters[1], scheme.late, 700, minutes)
    elif kind == Mark.EXCUSED:
        painter.setPen(QPen(QColor(scheme.excused_edge), 1.2))
        painter.setBrush(QColor(scheme.surface))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), RADIUS_MARK, RADIUS_MARK)
        _draw_letter(painter, box, letters[2], scheme.excused, 600)
    elif kind == Mark.ABSENT:
        _draw_box(painter, box, scheme.absent, "")
        _draw_letter(painter, box, letters[3], scheme.on_absent, 700)
    elif kind in _NOTHING:
        _draw_nothing(painter, middle, scheme, kind)
    else:
        _draw_letter(painter, box, "?", scheme.text2, 600)


def minutes_of(late: int, early: int) -> tuple[str, ...]:
    """Return the minutes that stand beside the letter: "15" late, "−20" left early."""
    return tuple(([str(late)] if late else []) + ([f"−{early}"] if early else []))


def _draw_nothing(painter: QPainter, middle: QRectF, scheme: Tokens, kind: str) -> None:
    """Paint what stands where there is no mark: a ring, a dot, a dash."""
    centre = QPointF(round(middle.center().x()), round(middle.center().y()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind == UNMARKED:
        painter.setPen(QPen(QColor(scheme.unmarked), 1.4))
        painter.drawEllipse(centre, 3.5, 3.5)
    elif kind == PLANNED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.planned))
        painter.drawEllipse(centre, 1.5, 1.5)
    elif kind == DASH:
        painter.setPen(QPen(QColor(scheme.planned), 1.4))
        painter.drawLine(QPointF(centre.x() - 5, centre.y()), QPointF(centre.x() + 5, centre.y()))


def _draw_box(painter: QPainter, box: QRectF, fill: str, border: str) -> None:
    painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)


def _width_of(letter: str, minutes: tuple[str, ...]) -> int:
    """Return the width of a letter with its minutes; the narrow cut is for two numbers."""
    gap = _gap(minutes)
    measures = metrics_of(CAPTION, 500, narrow=len(minutes) > 1)
    first = metrics_of(SMALL, 700).horizontalAdvance(letter) if letter else 0
    return first + sum(measures.horizontalAdvance(each) + gap for each in minutes) - (0 if letter else gap)


def _gap(minutes: tuple[str, ...]) -> int:
    signs = sum(map(len, minutes))
    return 4 if signs <= 2 else 3 if signs <= 5 else 2


def _draw_letter(
    painter: QPainter, box: QRectF, letter: str, colour: str, weight: int, minutes: tuple[str, ...] = ()
) -> None:
    """Write the letter and beside it any minutes. Where not all fits, the shape has to do."""
    painter.setPen(QColor(colour))
    if not minutes:
        painter.setFont(font_of(SMALL, weight))
        painter.drawText(box, _CENTRE, letter)
        return
    if _width_of(letter, minutes) > box.width() - 2:
        letter = ""
    narrow = len(minutes) > 1
    strong, plain = metrics_of(SMALL, 700), metrics_of(CAPTION, 500, narrow=narrow)
    at = int(box.left() + (box.width() - _width_of(letter, minutes)) / 2)
    base = round(box.top() + (box.height() + strong.ascent() - strong.descent()) / 2)
    if letter:
        painter.setFont(font_of(SMALL, 700))
        painter.drawText(QPointF(at, base), letter)
        at += strong.horizontalAdvance(letter) + _gap(minutes)
    painter.setFont(font_of(CAPTION, 500, narrow=narrow))
    for each in minutes:
        painter.drawText(QPointF(at, base), each)
        at += plain.horizontalAdvance(each) + _gap(minutes)


def _draw_frame(painter: QPainter, cell: QRectF, scheme: Tokens, *, away: bool) -> None:
    """Frame the current cell, above its row line; thinner and grey while the keyboard is elsewhere."""
    width = 1.0 if away else 2.0
    painter.setPen(QPen(QColor(scheme.edge if away else scheme.accent), width))
    painter.setBrush(QColor(scheme.surface))
    inset = width / 2
    painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset - 0.5), RADIUS_MARK, RADIUS_MARK)


def _draw_corner(painter: QPainter, cell: QRectF, scheme: Tokens) -> None:
    """Mark a contradiction in the upper right corner."""
    right, top = cell.right() - 1, cell.top() + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.late))
    painter.drawPolygon(QPolygonF([QPointF(right - 7, top), QPointF(right, top), QPointF(right, top + 7)]))
