"""A table of rows in which some columns take what is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from trainer_app.ui.widgets.models import Column, Index, RowsModel


class EntryModel[R](RowsModel[R]):
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
        self.tip: Callable[[R, str], str] = lambda _row, _column: ""
        """What is told of a cell when the mouse rests on it."""
        self.inputs = tuple(place for place, column in enumerate(self.columns) if column.name in inputs)

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
