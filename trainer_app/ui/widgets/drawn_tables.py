"""Tables whose cells are drawn otherwise: in two lines, or in another colour.

The second line is quieter and says what belongs to the first. Colours stand in boards, registers, lists of
names and designs.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, LIST_ROW, SMALL
from trainer_app.ui.widgets.painting import TWO_LINES, height_for, write_fitting
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel, TextStyle, row_at
from trainer_app.ui.widgets.tables import ROW_ENDS, CellDelegate, TableView

SERIAL_WIDTH = 220
"""Room for the longest serial, that of a laptop without an office."""

type Ink = Callable[[object, str], str]
"""Token of a cell's text by its row and its column's name; "" for the usual one."""
_FIRST, _SECOND, _CHIP_LINE = 19.0, 17.0, 26.0


class TwoLineDelegate(CellDelegate):
    """Paints the columns named in `second` with a second line, which a function gives for each row.

    `due` says of a row which columns hold something to be decided in that line: it stands out there. A chip
    has its second line below it.
    """

    def __init__(
        self,
        second: Mapping[str, Callable[[Any], str]],
        parent: QObject | None = None,
        due: Callable[[Any], Collection[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.second = second
        self._due = due

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        below = self.second.get(column.name)
        if below is None:
            super()._draw_content(painter, room, column, index)
            return
        row = row_at(index)
        first, second, whole = str(index.data() or ""), below(row), room.height()
        if column.chip is not None and column.chip(row) is not None:
            head = room.adjusted(0, 2, 0, -_SECOND - 2) if second else room
            super()._draw_content(painter, head, column, index)
            first, room = "", room.adjusted(0, _CHIP_LINE, 0, -3) if second else room
        strong, quiet = column.look is TextStyle.STRONG, column.look is TextStyle.QUIET
        ink = tokens().text2 if quiet else tokens().text
        weight, width = 600 if strong else 400, int(room.width())
        due = self._due is not None and column.name in self._due(row)
        lines = [(first, BODY, weight, ink, height_for(first, width, BODY, _FIRST, weight))] if first else []
        if second:
            high = height_for(second, width, CAPTION, _SECOND)
            lines.append((second, CAPTION, 400, tokens().late if due else tokens().text3, high))
        if first and not due and sum(high for *_, high in lines) > whole:
            # The first line counts.
            lines = [(first, BODY, weight, ink, whole)]
        top = room.top() + (room.height() - sum(height for *_, height in lines)) / 2
        for text, size, weight, colour, height in lines:
            line = QRectF(room.left(), top, room.width(), height)
            painter.setPen(QColor(colour))
            write_fitting(painter, line, text, size, weight)
            top += height

    def needed_height(self, row: Any, column: Column[Any], width: int) -> float:
        """Return how high a row has to be for both lines of a cell."""
        below = self.second.get(column.name)
        if below is None:
            return super().needed_height(row, column, width)
        first, second = column.text(row), below(row)
        weight = 600 if column.look is TextStyle.STRONG else 400
        chip = column.chip is not None and column.chip(row) is not None
        high = _CHIP_LINE if chip else height_for(first, width, BODY, _FIRST, weight) if first else 0
        return high + (height_for(second, width, CAPTION, _SECOND) if second else 0) + ROW_ENDS


def show_two_lines(
    table: TableView,
    second: Mapping[str, Callable[[Any], str]],
    row: int = LIST_ROW,
    due: Callable[[Any], Collection[str]] | None = None,
) -> None:
    """Give a table rows of two lines, `row` pixels high."""
    table.setItemDelegate(TwoLineDelegate(second, table, due))
    model = table.model()
    if isinstance(model, KeyedTableModel):
        model.second = second
    table.verticalHeader().setDefaultSectionSize(row)


class InkCells(CellDelegate):
    """Writes a cell in another colour where `ink` says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink: Ink = lambda _row, _column: ""
        self.brief = ""
        """The column whose words may be long, and stand whole elsewhere: here they have two lines."""

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ink = self.ink(row_at(index), column.name)
        if not ink:
            super()._draw_content(painter, room, column, index)
            return
        # What failed stands out, what is gone steps back.
        weight = 600 if ink == "absent_text" else 400
        painter.setPen(QColor(getattr(tokens(), ink)))
        write_fitting(painter, room, str(index.data() or ""), SMALL, weight, right=column.right)

    def needed_height(self, row: Any, column: Column[Any], width: int) -> float:
        """Return how high a row has to be: what stands out is wider."""
        weight = 600 if self.ink(row, column.name) == "absent_text" else 400
        usual = super().needed_height(row, column, width)
        high = max(usual, height_for(column.text(row), width, SMALL, 0, weight) + ROW_ENDS)
        return min(high, TWO_LINES + ROW_ENDS) if column.name == self.brief else high


class InkTable(TableView):
    """A table of whole rows, closer together than usual; with `several` more than one can be chosen."""

    def __init__(self, name: str, row_height: int, *, several: bool = False) -> None:
        super().__init__(name)
        self.cells = InkCells(self)
        self.setItemDelegate(self.cells)
        self.verticalHeader().setDefaultSectionSize(row_height)
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the chosen rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
