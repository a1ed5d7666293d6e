"""Table cells of two lines: what it is, and a quiet line below."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, CAPTION, LIST_ROW
from trainer_app.ui.widgets.models import ROW_ROLE, Column, Look
from trainer_app.ui.widgets.table import CellDelegate, TableView

_FIRST, _SECOND = 19.0, 17.0


class TwoLineDelegate(CellDelegate):
    """Paints the columns named in `second` with a second line, which a function gives for each row."""

    def __init__(self, second: Mapping[str, Callable[[Any], str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._second = second

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        below = self._second.get(column.name)
        if below is None:
            super()._draw_content(painter, room, column, index)
            return
        first, second = str(index.data() or ""), below(index.data(ROW_ROLE))
        strong = column.look is Look.STRONG
        lines = [(first, BODY, 600 if strong else 400, tokens().text, _FIRST)]
        if second:
            lines.append((second, CAPTION, 400, tokens().text3, _SECOND))
        top = room.top() + (room.height() - sum(height for *_, height in lines)) / 2
        for text, size, weight, colour, height in lines:
            line = QRectF(room.left(), top, room.width(), height)
            painter.setFont(fonts.font(size, weight))
            painter.setPen(QColor(colour))
            shown = fonts.metrics(size, weight).elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            top += height


def show_two_lines(table: TableView, second: Mapping[str, Callable[[Any], str]], row: int = LIST_ROW) -> None:
    """Give a table rows of two lines, `row` pixels high."""
    table.setItemDelegate(TwoLineDelegate(second, table))
    table.verticalHeader().setDefaultSectionSize(row)
