"""Several cells of the grid at once: the rectangle that is chosen, how it is drawn, what of it is copied.

A rectangle lies between the cell where it was begun and the current one. It is begun and drawn further by
Shift with what moves about, by Shift with a click, or by dragging; whatever else moves lets go of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QTableView

from trainer_app.domain.base.text_cleaning import pasted_cell
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.style.tokens import Tokens

type Place = tuple[int, int]
"""Row and column of a cell that is shown."""

_EDGE = 2.0
"""Pixels of the line around chosen cells."""


class CellBlock(Struct, frozen=True):
    """A rectangle of cells."""

    rows: range
    columns: range

    @classmethod
    def between(cls, one: Place, other: Place) -> "CellBlock":
        """Return the rectangle of which two cells are opposite corners."""
        (row, last_row), (column, last_column) = (sorted(pair) for pair in zip(one, other, strict=True))
        return cls(range(row, last_row + 1), range(column, last_column + 1))

    @property
    def places(self) -> list[Place]:
        """All its cells, row by row."""
        return [(row, column) for row in self.rows for column in self.columns]

    def __len__(self) -> int:
        """Return how many cells it has."""
        return len(self.rows) * len(self.columns)

    def __contains__(self, place: Place) -> bool:
        """Tell whether a cell lies in it."""
        return place[0] in self.rows and place[1] in self.columns


class BlockSelection(QObject):
    """Keeps which cells are chosen in a table of even rows and columns."""

    changed = Signal()

    def __init__(self, table: QTableView, model: GridModel) -> None:
        super().__init__(table)
        self.setObjectName("attendance_chosen")
        self._table, self._model = table, model
        self._anchor: Place | None = None
        self._stretching = False
        self.block: CellBlock | None = None
        """The cells that are chosen, at least two; None where only the current cell is."""
        model.modelReset.connect(self.drop)
        model.rowsRemoved.connect(self.drop)

    @contextmanager
    def stretching(self) -> Iterator[None]:
        """Let whatever moves in between draw the rectangle further."""
        self._stretching = True
        try:
            yield
        finally:
            self._stretching = False

    def follow(self, before: Place, now: Place) -> None:
        """Know that another cell is the current one: the rectangle reaches to it, or is let go of."""
        if not self._stretching or min(*before, *now) < 0:
            self.drop()
            return
        self._anchor = self._anchor or before
        block = CellBlock.between(self._anchor, now)
        self._take(block if len(block) > 1 else None)

    def choose(self, block: CellBlock) -> None:
        """Choose cells; the current one stays where it is."""
        self._anchor = None
        self._take(block if len(block) > 1 else None)

    def drop(self) -> bool:
        """Let go of the rectangle; False if there was none."""
        had, self._anchor = self.block is not None, None
        self._take(None)
        return had

    def _take(self, block: CellBlock | None) -> None:
        if block != self.block:
            self.block = block
            self._table.viewport().update()
            self.changed.emit()

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        """Lay a line around the chosen cells."""
        if self.block is None:
            return
        table, rows, columns = self._table, self.block.rows, self.block.columns
        box = QRect(
            table.columnViewportPosition(columns.start),
            table.rowViewportPosition(rows.start),
            table.columnWidth(0) * len(columns),
            table.rowHeight(0) * len(rows),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.accent), _EDGE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = _EDGE / 2
        painter.drawRect(QRectF(box).adjusted(inset, inset, -inset, -inset))


def copy_cells(model: GridModel, block: CellBlock | None, heads: tuple[str, str]) -> None:
    """Put cells, None: all, where a spreadsheet takes them from; several with numbers, names and sessions.

    `heads` are the titles of numbers and of names.
    """
    block = block or CellBlock(range(model.rowCount()), range(model.columnCount()))
    cells = [[model.words.short(model.cells[row][at]) for at in block.columns] for row in block.rows]
    if len(block) > 1:
        people = [model.rows[row] for row in block.rows]
        titles = [model.words.session(model.sessions[at]) for at in block.columns]
        named = [
            [str(who.number), shown_name(who.called), *line] for who, line in zip(people, cells, strict=True)
        ]
        cells = [[*heads, *titles], *named]
    QGuiApplication.clipboard().setText("\n".join("\t".join(map(pasted_cell, line)) for line in cells))
