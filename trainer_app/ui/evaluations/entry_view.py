"""Typing numbers fast: a digit starts a cell, Enter goes down, Tab across, Delete clears, Esc takes back."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QWidget

from trainer_app.ui.evaluations.entry_cells import EntryCells
from trainer_app.ui.evaluations.entry_model import EntryModel
from trainer_app.ui.widgets.models import IdsModel
from trainer_app.ui.widgets.table import TableView

_SIGNS = "0123456789.,"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryView(TableView):
    """A `TableView` whose current cell is a place to type. With `wraps`, Enter goes on in the next column."""

    def __init__(
        self, name: str, row_height: int, *, wraps: bool = False, cells: type[EntryCells] = EntryCells
    ) -> None:
        super().__init__(name)
        self._wraps = wraps
        self.cells = cells(self)
        self.cells.current = self.currentIndex
        self.cells.left.connect(self._go_on)
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(row_height)

    def show_model[R](self, model: IdsModel[R]) -> None:
        """Show a model; every move repaints the row that was left and the one that was reached."""
        super().show_model(model)
        self.selectionModel().currentChanged.connect(self._moved)

    def entries(self) -> "EntryModel[object]":
        """Return the model."""
        model = self.model()
        assert isinstance(model, EntryModel)
        return model

    def start(self) -> None:
        """Go to the first empty cell, in the order in which Enter goes, unless a cell is current."""
        model = self.entries()
        if not model.rowCount() or (self.currentIndex().isValid() and self._takes(self.currentIndex())):
            return
        places = [(row, column) for column in model.inputs for row in range(model.rowCount())]
        open_ones = [place for place in places if model.takes(*place)]
        empty = (place for place in open_ones if not model.data(model.index(*place)))
        self.setCurrentIndex(model.index(*next(empty, (open_ones or places)[0])))

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
        if event.key() in _ENTER:
            self.step(1)
        elif not current.isValid() or not self._takes(current):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.entries().setData(current, "")
        elif event.text() and event.text() in _SIGNS:
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
        if not self.step(rows, columns) and columns:
            super().focusNextPrevChild(columns > 0)

    def _takes(self, index: QModelIndex) -> bool:
        return self.entries().takes(index.row(), index.column())

    def _target(self, rows: int, columns: int) -> tuple[int, int] | None:
        """Return the next cell that takes something; cells that take nothing are passed over."""
        model = self.entries()
        if not model.rowCount():
            return None
        current = self.currentIndex()
        row = current.row() if current.isValid() else 0
        at = model.inputs.index(current.column()) if current.column() in model.inputs else 0
        found = self._beside(row, at, rows, columns)
        while found is not None and not model.takes(*found):
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
