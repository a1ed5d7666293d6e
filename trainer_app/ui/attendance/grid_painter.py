"""Painting the visible cells of the table from plain lists and kept pictures; no index, no delegate."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from trainer_app.ui.attendance.cell_pictures import HATCH, CellPictures, Scene, Tint
from trainer_app.ui.attendance.faces import Face
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import PAD, WIDE_MARK
from trainer_app.ui.attendance.painting import baseline, draw_text, elided
from trainer_app.ui.attendance.plates import draw_plates
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, Tokens


class GridPainter:
    """Knows how the cells of a model look in a table of even rows and columns."""

    def __init__(self, table: QTableView, model: GridModel) -> None:
        self._table, self._grid = table, model
        self._pictures = CellPictures()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in an area of the table's viewport."""
        scheme, grid, table = tokens(), self._grid, self._table
        painter.fillRect(area, QColor(scheme.surface))
        if not grid.rows or not grid.sessions:
            return
        height, width = table.rowHeight(0), table.columnWidth(0)
        ratio = table.devicePixelRatioF()
        self._pictures.enter(Scene(scheme, grid.words.letters(), width, height, ratio, grid.wide))
        rows, columns = self._visible(area)
        self._copy_cells(painter, rows, columns, width, height)
        if grid.wide:
            self._write_notes(painter, scheme, rows, columns)
        cancelled = [each for each in columns if grid.sessions[each].cancelled]
        for column in cancelled:
            self._fill_cancelled(painter, scheme, column, rows, height)
        draw_plates(painter, scheme, grid, cancelled, self._content_box)
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


def _alike(faces: Sequence[Face], apart: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of equal looks as first place and the one after the last; `apart` is in none."""
    first = 0
    for at in range(1, len(faces) + 1):
        if at == len(faces) or at == apart or first == apart or faces[at] != faces[first]:
            if first != apart:
                yield first, at
            first = at
