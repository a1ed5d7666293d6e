"""What a table shows: columns, and models of rows that are known by their keys, sorted by any column."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import takewhile
from types import MappingProxyType
from typing import Any, cast

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.ui.widgets.indicators import ChipWords

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Under this role an index gives the whole row, under KEY_ROLE its key."""
KEY_ROLE = Qt.ItemDataRole.UserRole + 1

type Index = QModelIndex | QPersistentModelIndex
type ChipOf[R] = Callable[[R], ChipWords | None]
"""What chip a row has."""

_PAGE = 200


class TextStyle(StrEnum):
    """How a column's text is set."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"
    WRAPPED = "wrapped"
    """On two lines where one is too short: whole sentences, such as questions."""


class Column[R](Struct, frozen=True):
    """One column. `title` is asked whenever the language changes. `width` 0 takes what is left.

    With `chip` the cell is painted as a chip; `text` still says it for a screen reader and for copying. The
    words in `chips` are all that its chips may have, where a list is long: a rare one far below is whole.
    `yields` is the order in which columns give way in a narrow window, 1 first; 0: never. `hint` says on its
    head what is meant. `order` gives what rows are sorted by where the words would not do, such as days; rows
    of which it is None stay last. `value` is what a file gets instead of the words: a number, a figure.
    """

    name: str
    title: Callable[[], str]
    text: Callable[[R], str]
    width: int = 0
    right: bool = False
    look: TextStyle = TextStyle.NORMAL
    chip: ChipOf[R] | None = None
    chips: Callable[[], Sequence[str]] | None = None
    yields: int = 0
    hint: Callable[[], str] | None = None
    order: Callable[[R], Any] | None = None
    value: Callable[[R], Any] | None = None


class KeyedTableModel[R](QAbstractTableModel):
    """A table of rows known by their keys. `fetch` reads the rows of some keys at once.

    Sorted by a column it is over all rows, also those that were not looked at yet: they are read once for it.
    """

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
        self._given: list[str] = []
        self._orders: dict[str, Any] = {}
        self.sorted_by = -1
        """The column by which the rows are sorted; -1: they stand as they were given."""
        self.falling = False
        self.fixed: frozenset[str] = frozenset()
        """Rows that are not sorted, such as totals: above the others or below them, as they were given."""
        self._keys: list[str] = []
        self._row_of: dict[str, int] = {}
        self._rows: dict[str, R] = {}
        self.second: Mapping[str, Callable[[Any], str]] = MappingProxyType({})
        """What stands on a second line of a column, by its name."""

    def set_keys(self, keys: Sequence[str], *, anew: bool = True) -> None:
        """Show other rows; what those that are known already say has not changed if they are not `anew`."""
        self._given = list(keys)
        if anew:
            self._orders = {}
        self._show(self._in_order())

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show rows that are read anew. Where the keys are as before, only the cells are repainted."""
        self._given, self._orders = list(keys), {}
        shown = self._in_order()
        if shown == self._keys:
            self._rows = {}
            self._repaint()
        else:
            self._show(shown)

    def sort_by(self, column: int, *, falling: bool = False) -> None:
        """Sort by a column, now and whatever is shown later; -1 brings back the order that was given."""
        if column != self.sorted_by:
            self._orders = {}
        self.sorted_by, self.falling = column, falling
        self._show(self._in_order())

    def _in_order(self) -> list[str]:
        if self.sorted_by < 0:
            return self._given
        unknown = [key for key in self._given if key not in self._orders]
        column = self.columns[self.sorted_by]
        order = column.order or (lambda row: _natural(column.text(row)))
        self._orders |= {key: order(row) for key, row in self._fetch(unknown).items()}
        free = [key for key in self._given if key not in self.fixed]
        known = [key for key in free if self._orders.get(key) is not None]
        known.sort(key=self._orders.__getitem__, reverse=self.falling)
        unsaid = [key for key in free if self._orders.get(key) is None]
        above = list(takewhile(self.fixed.__contains__, self._given))
        below = [key for key in self._given[len(above) :] if key in self.fixed]
        return [*above, *known, *unsaid, *below]

    def _show(self, keys: Sequence[str]) -> None:
        self.beginResetModel()
        self._keys = list(keys)
        self._row_of = {key: index for index, key in enumerate(self._keys)}
        self._rows = {}
        self.endResetModel()

    def forget(self, keys: Sequence[str]) -> None:
        """Read some rows again, because they changed; nothing else moves."""
        for key in keys:
            self._rows.pop(key, None)
            self._orders.pop(key, None)
            row = self._row_of.get(key)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def retranslate(self) -> None:
        """Show heads and texts in another language."""
        self._orders = {}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._repaint()

    def _repaint(self) -> None:
        if self._keys:
            last = self.index(len(self._keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def key(self, row: int) -> str:
        """Return the key of a row, counted from the top."""
        return self._keys[row]

    def given_at(self, row: int) -> int:
        """Return as which row it was given, however the rows are sorted now."""
        return self._given.index(self._keys[row])

    def row_of(self, key: str) -> int | None:
        """Return the number of the row that has a key; None if it is not shown."""
        return self._row_of.get(key)

    def row(self, row: int) -> R:
        """Return a row by its number, reading its page if need be."""
        key = self._keys[row]
        if key not in self._rows:
            start = row - row % _PAGE
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
            return self.spoken(index.row(), column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == 0:
            # Whoever goes down the rows hears all of each, and need not go through its cells.
            return ", ".join(self.spoken(index.row(), each) for each in self.columns[1:])
        return None

    def spoken(self, row: int, column: Column[R]) -> str:
        """Return what a screen reader says for a cell: its head, and all that it shows."""
        read = self.row(row)
        second = self.second.get(column.name)
        said = filter(None, (column.text(read), second(read) if second else ""))
        return f"{column.title()}: {', '.join(said)}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title, and its hint where one is asked for."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return column.hint() if column.hint else None
        return column.title() if role == Qt.ItemDataRole.DisplayRole else None


def row_at(index: Index) -> Any:
    """Return the row of a place in such a table.

    Its model is asked itself: through Qt each answer is wrapped and unwrapped, for each cell that is painted.
    """
    return cast(KeyedTableModel[Any], index.model()).row(index.row())


class ListTableModel[R](KeyedTableModel[R]):
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

    def set_rows(self, rows: Sequence[R], *, fixed: Sequence[R] = ()) -> None:
        """Show these rows. Where the keys are as before, only the cells are repainted.

        Those that are `fixed` are not sorted.
        """
        self.fixed = frozenset(map(self._key_of, fixed))
        self._all = {self._key_of(row): row for row in rows}
        self.show_keys(list(self._all))

    def _pick(self, keys: Sequence[str]) -> Mapping[str, R]:
        return {key: self._all[key] for key in keys}


def choose_row(selection: QItemSelectionModel, row: int) -> None:
    """Make a row the only chosen one. Qt's own `selectRow` takes it away while Ctrl is held, as for Undo."""
    flags = QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(selection.model().index(row, 0), flags.ClearAndSelect | flags.Rows)


_DIGITS = regex(r"(\d+)")
_LAST = "\U0010ffff"


def _natural(text: str) -> str:
    """Return what sorts texts as people do: "2" before "10", letters by the Tajik alphabet, nothing last."""
    shown = "" if text == "\N{EN DASH}" else text.replace("\N{NO-BREAK SPACE}", "")
    parts = [part for part in _DIGITS.split(shown) if part]
    return "".join(_number_key(part) if part.isdecimal() else sort_key(part) for part in parts) or _LAST


def _number_key(digits: str) -> str:
    """Return what sorts numbers by their size: how many digits they have, then these."""
    plain = digits.lstrip("0") or "0"
    return f"{len(plain):04}{plain}"
