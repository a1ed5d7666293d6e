"""A table into which numbers are typed one after the other.

A digit starts a cell, Enter goes down, Tab across, Delete clears, Esc restores what was there. Enter in the
last row leaves the cells: nothing is typed over whoever stands there. Each number is
saved when its cell is left; a refusal is said in words by whoever has the table.
"""

from collections.abc import Callable, Sequence
from typing import Concatenate

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
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import RADIUS_MARK, SMALL
from trainer_app.ui.widgets.painting import AT_THE_LEFT, AT_THE_RIGHT
from trainer_app.ui.widgets.table_models import (
    Column,
    Index,
    KeyedTableModel,
    ListTableModel,
    TextStyle,
    row_at,
)
from trainer_app.ui.widgets.tables import CellDelegate, TableView, cell_room


class NumberEntryModel[R](ListTableModel[R]):
    """Hands every typed text to `save(row, column's name, text)`, which returns "" or why it was refused.

    Nothing is shown that was not saved: after a save the caller gives the rows anew. `accepted` and
    `refused(words)` tell what came of it.
    """

    accepted = Signal()
    refused = Signal(str)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        key_of: Callable[[R], str],
        inputs: Sequence[str],
        save: Callable[[R, str, str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(name, columns, key_of, parent)
        self._save = save
        self.locked: Callable[[R, str], bool] = lambda _row, _column: False
        """Whether a cell takes nothing, although its column does."""
        self.passed: Callable[[R], bool] = lambda _row: False
        """Whether Enter and Tab go past a row: nobody waits for its numbers, which can still be typed."""
        self.tip: Callable[[R, str], str] = lambda _row, _column: ""
        """What is told of a cell when the mouse rests on it."""
        self.inputs = tuple(index for index, column in enumerate(self.columns) if column.name in inputs)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the columns that take something be edited."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if self.takes(index.row(), index.column()) else found

    def takes(self, row: int, column: int) -> bool:
        """Tell whether something can be typed into a cell."""
        if column not in self.inputs or not 0 <= row < self.rowCount():
            return False
        return not self.locked(self.row(row), self.columns[column].name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the editor starts with, too: what the cell shows."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self.tip(self.row(index.row()), self.columns[index.column()].name) or None
        if role == Qt.ItemDataRole.EditRole:
            role = Qt.ItemDataRole.DisplayRole
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Save what was typed; False if it was refused, and then nothing is changed."""
        if role != Qt.ItemDataRole.EditRole or not self.takes(index.row(), index.column()):
            return False
        text = str(value).strip()
        if text == str(self.data(index) or ""):
            self.accepted.emit()
            return True
        problem = self._save(self.row(index.row()), self.columns[index.column()].name, text)
        if problem:
            self.refused.emit(problem)
            return False
        self.accepted.emit()
        return True


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


class NumberEntryDelegate(CellDelegate):
    """Paints a box where something can be typed, the current one framed.

    `left(editor, rows, columns)` asks to save what was typed and to go on.
    """

    closed = Signal(object, int, int)

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
        takes = isinstance(model, NumberEntryModel) and model.takes(index.row(), index.column())
        ink = self.ink(row_at(index), column.name)
        if takes:
            self._draw_box(painter, room, column, index)
        if self.flagged(row_at(index), column.name):
            _draw_corner(painter, box_of(room, right=column.right).topRight())
        if not takes and not ink:
            super()._draw_content(painter, room, column, index)
            return
        scheme = tokens()
        weight = 600 if column.look is TextStyle.STRONG else 500 if takes else 400
        painter.setFont(theme.font(SMALL, weight))
        painter.setPen(QColor(getattr(scheme, ink or "text")))
        painter.drawText(room, AT_THE_RIGHT if column.right else AT_THE_LEFT, str(index.data() or ""))

    def _draw_box(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        scheme = tokens()
        current = self.current()
        view = self.parent()
        typing = isinstance(view, QWidget) and view.hasFocus()
        here = typing and (index.row(), index.column()) == (current.row(), current.column())
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
        if not isinstance(model, NumberEntryModel):
            return
        box: QRect = option.rect
        room = cell_room(box, index.column(), len(model.columns))
        right = model.columns[index.column()].right
        editor.setGeometry(box_of(room, right=right).toAlignedRect())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with the number that stands there; a digit that opened the field replaces it."""
        model = index.model()
        if isinstance(editor, QLineEdit) and isinstance(model, NumberEntryModel):
            editor.setAccessibleName(str(model.data(index, Qt.ItemDataRole.AccessibleTextRole)))
            if not editor.isModified():
                editor.setText(str(model.data(index) or ""))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        """Save when the field loses the keyboard otherwise than by a key."""
        if isinstance(editor, QLineEdit) and isinstance(model, NumberEntryModel):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand Enter, Tab and the arrows to the table."""
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                if event.type() == QEvent.Type.KeyPress:
                    self.closed.emit(watched, *step)
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


_SIGNS = "0123456789.,"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NumberEntryView(TableView):
    """A `TableView` whose current cell is a place to type. With `wraps`, Enter goes on in the next column.

    `ended(column's name)` tells that Enter left the last row: no cell is current then.
    """

    ended = Signal(str)

    def __init__(
        self,
        name: str,
        row_height: int,
        *,
        wraps: bool = False,
        cells: type[NumberEntryDelegate] = NumberEntryDelegate,
    ) -> None:
        super().__init__(name)
        self._wraps = wraps
        self.cells = cells(self)
        self.cells.current = self.currentIndex
        self.cells.closed.connect(self._go_on)
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(row_height)

    def show_model[R](self, model: KeyedTableModel[R]) -> None:
        """Show a model; every move repaints the row that was left and the one that was reached."""
        super().show_model(model)
        self.selectionModel().currentChanged.connect(self._moved)

    def entries(self) -> "NumberEntryModel[object]":
        """Return the model."""
        model = self.model()
        assert isinstance(model, NumberEntryModel)
        return model

    def start(self) -> None:
        """Go to the first empty cell, in the order in which Enter goes, unless a cell is current."""
        model = self.entries()
        if not model.rowCount() or (self.currentIndex().isValid() and self._takes(self.currentIndex())):
            return
        places = [(row, column) for column in model.inputs for row in range(model.rowCount())]
        open_ones = [place for place in places if model.takes(*place)]
        waited = [place for place in open_ones if not model.passed(model.row(place[0]))]
        empty = (place for place in waited if not model.data(model.index(*place)))
        self.setCurrentIndex(model.index(*next(empty, (waited or open_ones or places)[0])))

    def step(self, rows: int, columns: int = 0) -> bool:
        """Move between cells that take something; return False where the table ends."""
        target = self._target(rows, columns)
        if target is None:
            return False
        self.setCurrentIndex(self.entries().index(*target))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type into the current cell, clear it, or go on."""
        current = self.currentIndex()
        typed = bool(event.text()) and event.text() in _SIGNS
        if event.key() in _ENTER:
            self._down()
        elif typed and not current.isValid():
            event.accept()  # Qt would look for a row that begins so, and the next digit would stand there.
        elif not current.isValid() or not self._takes(current):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.entries().setData(current, "")
        elif typed:
            self._begin(current, event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Let Tab go across and, after the last cell, out of the table."""
        return self.step(0, 1 if forward else -1) or super().focusNextPrevChild(forward)

    def _begin(self, index: QModelIndex, sign: str) -> None:
        self.edit(index)
        editor = self.editor()
        if editor is not None:
            editor.setText(sign)

    def editor(self) -> QLineEdit | None:
        """Return the field that is open."""
        found = self.indexWidget(self.currentIndex())
        return found if isinstance(found, QLineEdit) else None

    def commit(self) -> None:
        """Save what is being typed, before the rows are read anew."""
        editor = self.editor()
        if editor is not None:
            self.entries().setData(self.currentIndex(), editor.text())

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Forget the complaint about a number that was taken back by Esc."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.entries().accepted.emit()

    def _go_on(self, editor: QLineEdit, rows: int, columns: int) -> None:
        """Save what was typed and go on; a number that was refused stays open."""
        if not self.entries().setData(self.currentIndex(), editor.text()):
            editor.selectAll()
            return
        self.cells.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()
        if (rows, columns) == (1, 0):
            self._down()
        elif not self.step(rows, columns) and columns:
            super().focusNextPrevChild(columns > 0)

    def _down(self) -> None:
        """Go down, and out of the cells after the last row: the next number would be typed over it."""
        current = self.currentIndex()
        if not current.isValid() or self.step(1):
            return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self.ended.emit(self.entries().columns[current.column()].name)

    def _takes(self, index: QModelIndex) -> bool:
        return self.entries().takes(index.row(), index.column())

    def _target(self, rows: int, columns: int) -> tuple[int, int] | None:
        """Return the next cell that takes something and for which somebody waits."""
        model = self.entries()
        if not model.rowCount():
            return None
        current = self.currentIndex()
        row = current.row() if current.isValid() else 0
        at = model.inputs.index(current.column()) if current.column() in model.inputs else 0
        found = self._beside(row, at, rows, columns)
        while found is not None and (not model.takes(*found) or model.passed(model.row(found[0]))):
            found = self._beside(found[0], model.inputs.index(found[1]), rows, columns)
        return found

    def _beside(self, row: int, at: int, rows: int, columns: int) -> tuple[int, int] | None:
        model = self.entries()
        row, at = row + rows, at + columns
        if columns:
            turn, at = divmod(at, len(model.inputs))
            row += turn
        elif self._wraps and row == model.rowCount() and at + 1 < len(model.inputs):
            row, at = 0, at + 1
        return (row, model.inputs[at]) if 0 <= row < model.rowCount() else None

    def _moved(self, new: QModelIndex, old: QModelIndex) -> None:
        for index in (new, old):
            if index.isValid():
                box = self.visualRect(index)
                self.viewport().update(0, box.top(), self.viewport().width(), box.height())


def save_number[**P](
    context: AppContext,
    action: Callable[Concatenate[Workplace, P], Changes],
    *args: P.args,
    **values: P.kwargs,
) -> tuple[Changes | None, str]:
    """Run a short write; return what changed, or None and why it was refused."""
    try:
        if context.jobs.writing:
            raise TrainerError("job.wait")
        return action(context.work, *args, **values), ""
    except TrainerError as error:
        return None, messages.text(error.code, context.language.code, **error.values)
