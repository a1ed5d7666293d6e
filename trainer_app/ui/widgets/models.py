"""Item models for lists: columns as data, keys first, rows read only when they come into view.

A list of 50,000 people opens at once, because only their keys are read; a page of rows is fetched when
the view asks for one of them. Filtering and sorting are the query's work: set other keys.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer_app.ui.widgets.chips import Tone

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Under this role an index gives the whole row, under KEY_ROLE its key."""
KEY_ROLE = Qt.ItemDataRole.UserRole + 1

type Index = QModelIndex | QPersistentModelIndex
type ChipOf[R] = Callable[[R], tuple[Tone, str, str] | None]
"""What chip a row has: tone, words, icon."""

_PAGE = 200


class Look(StrEnum):
    """How a column's text is set."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"
    WRAPPED = "wrapped"
    """On two lines where one is too short: whole sentences, such as questions."""


@dataclass(frozen=True)
class Column[R]:
    """One column. `title` is asked whenever the language changes. `width` 0 takes what is left.

    With `chip` the cell is painted as a chip; `text` still says it for a screen reader and for copying.
    `yields` is the place in which a column gives way in a narrow window, 1 first; 0: never.
    """

    name: str
    title: Callable[[], str]
    text: Callable[[R], str]
    width: int = 0
    right: bool = False
    look: Look = Look.NORMAL
    chip: ChipOf[R] | None = None
    yields: int = 0


class IdsModel[R](QAbstractTableModel):
    """A table of rows known by their keys. `fetch` reads the rows of some keys at once."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[str]], Mapping[str, R]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._keys: list[str] = []
        self._places: dict[str, int] = {}
        self._rows: dict[str, R] = {}

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._keys = list(keys)
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._rows = {}
        self.endResetModel()

    def forget(self, keys: Sequence[str]) -> None:
        """Read some rows again, because they changed; nothing else moves."""
        for key in keys:
            self._rows.pop(key, None)
            place = self._places.get(key)
            if place is not None:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def retranslate(self) -> None:
        """Show heads and texts in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._keys:
            last = self.index(len(self._keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def key(self, place: int) -> str:
        """Return the key of a row's place."""
        return self._keys[place]

    def place(self, key: str) -> int | None:
        """Return where a key stands, None if it is not shown."""
        return self._places.get(key)

    def row(self, place: int) -> R:
        """Return a row, reading its page if need be."""
        key = self._keys[place]
        if key not in self._rows:
            start = place - place % _PAGE
            wanted = [each for each in self._keys[start : start + _PAGE] if each not in self._rows]
            self._rows.update(self._fetch(wanted))
        return self._rows[key]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, alignment, words for a screen reader, or the row itself."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.row(index.row()))
        if role == ROW_ROLE:
            return self.row(index.row())
        if role == KEY_ROLE:
            return self._keys[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title()}: {column.text(self.row(index.row()))}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        return self.columns[section].title() if role == Qt.ItemDataRole.DisplayRole else None


class RowsModel[R](IdsModel[R]):
    """The same for a list that is at hand as a whole."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        key_of: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        self._all: dict[str, R] = {}
        super().__init__(name, columns, self._pick, parent)
        self._key_of = key_of

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows. Where the keys are as before, only the cells are repainted."""
        self._all = {self._key_of(row): row for row in rows}
        keys = list(self._all)
        if keys == self._keys:
            self.forget(keys)
        else:
            self.set_keys(keys)

    def _pick(self, keys: Sequence[str]) -> Mapping[str, R]:
        return {key: self._all[key] for key in keys}
