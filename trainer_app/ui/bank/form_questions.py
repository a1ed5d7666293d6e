"""The questions of a form in their order: moved by keys and by dragging, opened, taken out."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from trainer_app.domain.questions import Question
from trainer_app.ui.widgets.models import Index, RowsModel
from trainer_app.ui.widgets.table import TableView


class QuestionsModel(RowsModel[Question]):
    """Rows that can be dragged, unless the form is `locked`."""

    locked = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged, and dropped between rows."""
        flags = super().flags(index)
        if self.locked:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Move only."""
        return Qt.DropAction.MoveAction


class QuestionsTable(TableView):
    """Alt with an arrow and dragging ask to move the current row; Delete asks to take it out."""

    moved = Signal(int, int)
    """From which place to which, counted from 0, after it was taken out."""
    removed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and take out by keys."""
        row = self.currentIndex().row()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if row >= 0 and alt and event.key() in steps:
            self._ask(row, row + steps[Qt.Key(event.key())])
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the row would go; only rows of this table are taken."""
        super().dragMoveEvent(event)
        if event.source() is not self:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the current row to where it was dropped; the model is set anew by whoever listens."""
        row = self.currentIndex().row()
        if event.source() is not self or row < 0:
            event.ignore()
            return
        target = self._place_at(event)
        # Qt would take the dragged row out of the model after a move.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._ask(row, target - 1 if target > row else target)

    def _place_at(self, event: QDropEvent) -> int:
        """Return before which row something was dropped."""
        index: QModelIndex = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.model().rowCount()
        box = self.visualRect(index)
        return index.row() + (event.position().y() > box.center().y())

    def _ask(self, row: int, target: int) -> None:
        if 0 <= target < self.model().rowCount() and target != row:
            self.moved.emit(row, target)
