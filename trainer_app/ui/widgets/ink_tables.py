"""Tables whose cells may be written in another colour: boards, registers, lists of names and designs."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import SMALL
from trainer_app.ui.widgets.painting import write_fitting
from trainer_app.ui.widgets.tables import ROW_ROLE, CellDelegate, Column, TableView

SERIAL_WIDTH = 220
"""Room for the longest serial, that of a laptop without an office."""

type Ink = Callable[[object, str], str]
"""Token of a cell's text by its row and its column's name; "" for the usual one."""


class InkCells(CellDelegate):
    """Writes a cell in another colour where `ink` says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink: Ink = lambda _row, _column: ""

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ink = self.ink(index.data(ROW_ROLE), column.name)
        if not ink:
            super()._draw_content(painter, room, column, index)
            return
        # What failed stands out, what is gone steps back.
        weight = 600 if ink == "absent_text" else 400
        painter.setPen(QColor(getattr(tokens(), ink)))
        write_fitting(painter, room, str(index.data() or ""), SMALL, weight, right=column.right)


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
