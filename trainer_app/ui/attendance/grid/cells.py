"""Painting the visible cells of the grid from plain lists and cached pictures; no index, no delegate.

A picture is keyed by style and tint, and all are dropped when size, colours, letters or the screen's ratio
change. Copying them needs 0.2 ms for a screen full of marks; a delegate needs 12 times as long.

Over a cancelled session's hatched column an upright label says why it was cancelled.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF
from PySide6.QtWidgets import QTableView

from trainer_app.ui.attendance.grid.selection import BlockSelection
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.marks import CONFLICT, DAY_START, LOCKED, PAD, REMARK, WIDE_MARK, CellStyle, draw_mark
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_MARK, Tokens
from trainer_app.ui.widgets.painting import baseline, draw_text, elided, width_of

HATCH = 8
_CHOSEN = 0.14
"""How much of the accent is under chosen cells."""
_FEW, _STACK = 4, 32
"""From how many equal cells on they are copied together, and how many at most."""


class Tint(IntEnum):
    """What lies under a mark: nothing, the current row or column, the current cell."""

    PLAIN = 0
    SELECTED = 1
    CURRENT = 2
    CURRENT_AWAY = 3
    """The current cell while something else has the keyboard."""
    CHOSEN = 4
    """One of several chosen cells."""


class PictureContext(Struct, frozen=True):
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
        self._scene: PictureContext | None = None
        self._shared_key = 0
        self._kept: dict[tuple[CellStyle, int], QPixmap] = {}
        self._stacks: dict[tuple[CellStyle, int], QPixmap] = {}
        self._hatches: dict[int, QPixmap] = {}

    def enter(self, scene: PictureContext) -> None:
        """Say what the pictures now depend on."""
        if scene != self._scene:
            self._scene = scene
            self._shared_key = hash(scene)
            self._kept = {}
            self._stacks = {}
            self._hatches = {}

    def get(self, face: CellStyle, tint: int) -> QPixmap:
        """Return the picture of a whole cell, its lines included."""
        key = (face, tint)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._shared("cell", face, tint, lambda: self._paint(face, tint))
        return picture

    def _shared(self, what: str, face: CellStyle, tint: int, paint: Callable[[], QPixmap]) -> QPixmap:
        """Return a picture from the application's cache, where another course of the same look finds it."""
        return shared(f"{what} {self._shared_key} {face} {tint}", paint)

    def copy(self, painter: QPainter, x: int, y: int, face: CellStyle, tint: int, count: int) -> None:
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

    def _stack(self, face: CellStyle, tint: int) -> QPixmap:
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

    def _paint(self, face: CellStyle, tint: int) -> QPixmap:
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
        if tint in (Tint.CURRENT, Tint.CURRENT_AWAY):
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
    if tint == Tint.CHOSEN:
        under, over = QColor(scheme.accent_soft), QColor(scheme.accent)
        pairs = ((under.red(), over.red()), (under.green(), over.green()), (under.blue(), over.blue()))
        parts = [round(a + (b - a) * _CHOSEN) for a, b in pairs]
        return QColor(*parts).name()
    return scheme.window if locked else scheme.surface


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


_WIDTH, _END, _BAND = 22, 10, 660
"""Width, space before and after the words, and how many pixels of a column have one plate."""


def draw_cancelled_overlays(
    painter: QPainter,
    scheme: Tokens,
    model: GridModel,
    columns: Iterable[int],
    box_of: Callable[[int], QRect],
) -> None:
    """Paint the plates of cancelled columns. `box_of` gives a whole column, also where it is scrolled away.

    The plate stands in the middle of the column and, in a long list, once in every band of it, so that
    it scrolls with the rows and one is nearly always in sight.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for column in columns:
        whole = box_of(column)
        bands = max(1, round(whole.height() / _BAND))
        height = whole.height() / bands
        for band in range(bands):
            box = QRectF(whole.left(), whole.top() + band * height, whole.width(), height)
            _draw_cancelled_overlay(painter, scheme, box, model.words.cancelled(model.sessions[column]))


def _draw_cancelled_overlay(painter: QPainter, scheme: Tokens, band: QRectF, words: str) -> None:
    words = elided(words, max(int(band.height()) - 4 * _END, 0), CAPTION, 500)
    length = width_of(words, CAPTION, 500) + 2 * _END
    left = int(band.center().x() - _WIDTH / 2) + 0.5
    top = int(band.center().y() - length / 2) + 0.5
    plate = QRectF(left, top, _WIDTH, length)
    painter.setPen(QPen(QColor(scheme.line2), 1))
    painter.setBrush(QColor(scheme.surface))
    painter.drawRoundedRect(plate, _WIDTH / 2, _WIDTH / 2)
    painter.save()
    painter.setClipping(True)
    painter.translate(plate.center().x(), plate.bottom() - _END)
    painter.rotate(-90)
    measures = theme.metrics(CAPTION, 500)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    draw_text(
        painter, QPointF(0, (measures.ascent() - measures.descent()) / 2), words, scheme.text2, CAPTION, 500
    )
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)


class GridPainter:
    """Knows how the cells of a model look in a table of even rows and columns, and which are chosen."""

    def __init__(self, table: QTableView, model: GridModel, chosen: BlockSelection) -> None:
        self._table, self._grid, self._chosen = table, model, chosen
        self._pictures = CellPictures()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in an area of the table's viewport."""
        scheme, grid, table = tokens(), self._grid, self._table
        painter.fillRect(area, QColor(scheme.surface))
        if not grid.rows or not grid.sessions:
            return
        height, width = table.rowHeight(0), table.columnWidth(0)
        ratio = table.devicePixelRatioF()
        self._pictures.enter(PictureContext(scheme, grid.words.letters(), width, height, ratio, grid.wide))
        rows, columns = self._visible(area)
        self._copy_cells(painter, rows, columns, width, height)
        self._copy_chosen(painter, rows, columns)
        if grid.wide:
            self._write_notes(painter, scheme, rows, columns)
        cancelled = [each for each in columns if grid.sessions[each].cancelled]
        for column in cancelled:
            self._fill_cancelled(painter, scheme, column, rows, height)
        draw_cancelled_overlays(painter, scheme, grid, cancelled, self._content_box)
        if not grid.starts_day(columns.start):
            edge = QRect(0, 0, 1, self._content_box(0).bottom() + 1)
            painter.fillRect(edge & table.viewport().rect(), QColor(scheme.line2))

    def _place(self) -> tuple[int, int]:
        index = self._table.currentIndex()
        return index.row(), index.column()

    def _visible(self, area: QRect) -> tuple[range, range]:
        """Return the rows and columns that touch an area."""
        table, grid = self._table, self._grid
        last_row, last_column = table.rowAt(area.bottom()), table.columnAt(area.right())
        return (
            range(max(table.rowAt(area.top()), 0), (last_row if last_row >= 0 else grid.rowCount() - 1) + 1),
            range(
                max(table.columnAt(area.left()), 0),
                (last_column if last_column >= 0 else grid.columnCount() - 1) + 1,
            ),
        )

    def _copy_cells(self, painter: QPainter, rows: range, columns: range, width: int, height: int) -> None:
        """Copy the picture of each cell; cells that look alike below one another in one go."""
        table, pictures = self._table, self._pictures
        current_row, current_column = self._place()
        top, left = table.rowViewportPosition(rows.start), table.columnViewportPosition(columns.start)
        seen = self._visible(table.viewport().rect())[1]
        self._grid.see(seen)
        part = slice(columns.start - seen.start, columns.stop - seen.start)
        looks = [self._grid.faces[row][part] for row in rows]
        here = current_row - rows.start if current_row in rows else -1
        for at, faces in enumerate(zip(*looks, strict=True)):
            x, on = left + at * width, columns.start + at == current_column
            if here >= 0:
                tint = Tint.SELECTED if not on else Tint.CURRENT if table.hasFocus() else Tint.CURRENT_AWAY
                painter.drawPixmap(x, top + here * height, pictures.get(faces[here], tint))
            tint = Tint.SELECTED if on else Tint.PLAIN
            for first, after in _alike(faces, here):
                pictures.copy(painter, x, top + first * height, faces[first], tint, after - first)

    def _copy_chosen(self, painter: QPainter, rows: range, columns: range) -> None:
        """Lay another ground under the chosen cells; the current one is framed already."""
        block, table = self._chosen.block, self._table
        if block is None:
            return
        seen = self._visible(table.viewport().rect())[1]
        for row in common(rows, block.rows):
            top, faces = table.rowViewportPosition(row), self._grid.faces[row]
            for column in common(columns, block.columns):
                if (row, column) != self._place():
                    picture = self._pictures.get(faces[column - seen.start], Tint.CHOSEN)
                    painter.drawPixmap(table.columnViewportPosition(column), top, picture)

    def _write_notes(self, painter: QPainter, scheme: Tokens, rows: range, columns: range) -> None:
        """Write arrival and remark beside the marks of wide cells."""
        table = self._table
        room = table.columnWidth(0) - WIDE_MARK - PAD
        base = baseline(0, table.rowHeight(0) - 1, CAPTION)
        for row in rows:
            top = table.rowViewportPosition(row)
            for column in columns:
                note = self._grid.notes[row][column]
                if note:
                    at = QPointF(table.columnViewportPosition(column) + WIDE_MARK, top + base)
                    draw_text(painter, at, elided(note, room, CAPTION), scheme.text2, CAPTION)

    def _fill_cancelled(
        self, painter: QPainter, scheme: Tokens, column: int, rows: range, height: int
    ) -> None:
        """Hatch a column, the current row and column tinted, and draw the lines of the rows over it."""
        current_row, current_column = self._place()
        table = self._table
        shift = table.horizontalHeader().sectionPosition(column) % HATCH
        for row in rows:
            here, on = row == current_row, column == current_column
            if here and on:
                continue
            box = QRect(
                table.columnViewportPosition(column),
                table.rowViewportPosition(row),
                table.columnWidth(column),
                height,
            )
            tile = self._pictures.hatch(Tint.SELECTED if here or on else Tint.PLAIN)
            painter.drawTiledPixmap(box, tile, QPoint(shift, row * height % HATCH))
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(scheme.line))
            if self._grid.starts_day(column):
                painter.fillRect(box.left(), box.top(), 1, box.height(), QColor(scheme.line2))

    def _content_box(self, column: int) -> QRect:
        """Return the box of a whole column, in the viewport's pixels, hidden rows included."""
        table = self._table
        return QRect(
            table.columnViewportPosition(column),
            table.rowViewportPosition(0),
            table.columnWidth(column),
            table.rowHeight(0) * self._grid.rowCount(),
        )


def common(one: range, other: range) -> range:
    """Return what two ranges of rows or columns share."""
    return range(max(one.start, other.start), min(one.stop, other.stop))


def _alike(faces: Sequence[CellStyle], apart: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of equal looks as first place and the one after the last; `apart` is in none."""
    first = 0
    for at in range(1, len(faces) + 1):
        if at == len(faces) or at == apart or first == apart or faces[at] != faces[first]:
            if first != apart:
                yield first, at
            first = at
