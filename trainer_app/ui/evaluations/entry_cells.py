"""How cells that take a number look, and the field that opens in them."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from trainer_app.ui.evaluations.entry_model import EntryModel
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import RADIUS_MARK, SMALL
from trainer_app.ui.widgets.models import ROW_ROLE, Column, Index, Look
from trainer_app.ui.widgets.table import CellDelegate, cell_room

type Ink = Callable[[object, str], str]
"""Token of a cell's text by its row and column; "" for the usual one."""
type Flagged = Callable[[object, str], bool]
"""Whether two laptops say different things about a cell."""

_BOX = 56  # width of the box of a cell that takes something
_HIGHEST = 27
_CORNER = 7.0
_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


def box_of(room: QRectF, *, right: bool) -> QRectF:
    """Return where a cell's box stands in its room: its number stands under the head's last letter."""
    left = room.right() - _BOX + 8 if right else room.left()
    height = min(room.height() - 5, _HIGHEST)
    return QRectF(left, round(room.center().y() - height / 2) - 0.5, _BOX, height)


class EntryCells(CellDelegate):
    """Paints a box where something can be typed, the current one framed.

    `left(editor, rows, columns)` asks to save what was typed and to go on.
    """

    left = Signal(object, int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink: Ink = lambda _row, _column: ""
        self.flagged: Flagged = lambda _row, _column: False
        self.current: Callable[[], QModelIndex] = QModelIndex

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tint the current row, then draw the cell."""
        if index.row() == self.current().row():
            box: QRect = option.rect
            painter.fillRect(box, QColor(tokens().accent_soft))
        super().paint(painter, option, index)

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        takes = isinstance(model, EntryModel) and model.takes(index.row(), index.column())
        ink = self.ink(index.data(ROW_ROLE), column.name)
        if takes:
            self._draw_box(painter, room, column, index)
        if self.flagged(index.data(ROW_ROLE), column.name):
            _draw_corner(painter, box_of(room, right=column.right).topRight())
        if not takes and not ink:
            super()._draw_content(painter, room, column, index)
            return
        scheme = tokens()
        weight = 600 if column.look is Look.STRONG else 500 if takes else 400
        painter.setFont(fonts.font(SMALL, weight))
        painter.setPen(QColor(getattr(scheme, ink or "text")))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), str(index.data() or ""))

    def _draw_box(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        scheme = tokens()
        current = self.current()
        here = (index.row(), index.column()) == (current.row(), current.column())
        width = 2.0 if here else 1.0
        painter.setPen(QPen(QColor(scheme.accent if here else scheme.line2), width))
        painter.setBrush(QColor(scheme.surface))
        box = box_of(room, right=column.right).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Open a field for a number."""
        editor = QLineEdit(parent)
        editor.setObjectName(f"{self._name}_editor")
        editor.setMaxLength(7)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setStyleSheet("QLineEdit { font-size: 13px; padding: 0 5px; border-radius: 4px; }")
        return editor

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field where the box is."""
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        box: QRect = option.rect
        room = cell_room(box, index.column(), len(model.columns))
        right = model.columns[index.column()].right
        editor.setGeometry(box_of(room, right=right).toAlignedRect())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with the number that stands there; a digit that opened the field replaces it."""
        model = index.model()
        if isinstance(editor, QLineEdit) and isinstance(model, EntryModel):
            editor.setAccessibleName(str(model.data(index, Qt.ItemDataRole.AccessibleTextRole)))
            if not editor.isModified():
                editor.setText(str(model.data(index) or ""))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        """Save when the field loses the keyboard otherwise than by a key."""
        if isinstance(editor, QLineEdit) and isinstance(model, EntryModel):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand Enter, Tab and the arrows to the table."""
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                if event.type() == QEvent.Type.KeyPress:
                    self.left.emit(watched, *step)
                return event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)

    @property
    def _name(self) -> str:
        parent = self.parent()
        return parent.objectName() if parent else "entry"


def _draw_corner(painter: QPainter, corner: QPointF) -> None:
    """Mark a cell about which two laptops say different things."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().late))
    painter.drawPolygon([corner, corner - QPointF(_CORNER, 0), corner + QPointF(0, _CORNER)])
