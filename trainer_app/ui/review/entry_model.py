"""The model of the list: heads of groups and, below them, what waits. Heads cannot be chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer_app.ui.review.entries import Entry, Group

LINE_ROLE = Qt.ItemDataRole.UserRole
"""Gives the `Entry`, or the `Head`, of a row."""

type Index = QModelIndex | QPersistentModelIndex


class Head:
    """The head of a group and how many things it holds; `first` for the one at the top."""

    def __init__(self, group: Group, count: int, *, first: bool) -> None:
        self.group, self.count, self.first = group, count, first


class EntryModel(QAbstractListModel):
    """Rows are heads and entries, in the order shown. `words` names a group in the window's language."""

    def __init__(self, words: Callable[[Group], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_entries")
        self._words = words
        self._lines: list[Head | Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, which must be in the order of their groups."""
        self.beginResetModel()
        self._lines = []
        for group in dict.fromkeys(entry.group for entry in entries):
            inside = [entry for entry in entries if entry.group is group]
            self._lines.append(Head(group, len(inside), first=not self._lines))
            self._lines.extend(inside)
        self.endResetModel()

    def entries(self) -> list[Entry]:
        """Return the entries in the order shown."""
        return [line for line in self._lines if isinstance(line, Entry)]

    def find(self, entry: str) -> QModelIndex:
        """Return the index of an entry by its id; an invalid one if it is not there."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Entry) and line.id == entry:
                return self.index(row)
        return QModelIndex()

    def words(self, group: Group) -> str:
        """Return a group's head."""
        return self._words(group)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only entries be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, or the line itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if isinstance(line, Head):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._words(line.group)
            return f"{self._words(line.group)}: {line.count}" if role == _SPOKEN else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        return f"{line.title}, {line.second}" if role == _SPOKEN else None


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
