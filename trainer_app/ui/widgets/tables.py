"""The table of the design: models, header, delegates for one or two lines; sorted, widened, copied."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.domain.base.text_cleaning import pasted_cell, sort_key
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, SMALL, TABLE_HEAD, TABLE_ROW
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.indicators import Tone, chip_width, draw_chip
from trainer_app.ui.widgets.labels import BY_KEYBOARD
from trainer_app.ui.widgets.painting import draw_wrapped, least_width, width_of, write_fitting

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Under this role an index gives the whole row, under KEY_ROLE its key."""
KEY_ROLE = Qt.ItemDataRole.UserRole + 1

type Index = QModelIndex | QPersistentModelIndex
type ChipOf[R] = Callable[[R], tuple[Tone, str, str] | None]
"""What chip a row has: tone, words, icon."""

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

    With `chip` the cell is painted as a chip; `text` still says it for a screen reader and for copying.
    `yields` is the order in which columns give way in a narrow window, 1 first; 0: never. `hint` says on its
    head what is meant. `order` gives what rows are sorted by where the words would not do, such as days.
    """

    name: str
    title: Callable[[], str]
    text: Callable[[R], str]
    width: int = 0
    right: bool = False
    look: TextStyle = TextStyle.NORMAL
    chip: ChipOf[R] | None = None
    yields: int = 0
    hint: Callable[[], str] | None = None
    order: Callable[[R], Any] | None = None


class KeyedTableModel[R](QAbstractTableModel):
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
        self._row_of: dict[str, int] = {}
        self._rows: dict[str, R] = {}
        self.second: Mapping[str, Callable[[Any], str]] = MappingProxyType({})
        """What stands on a second line of a column, by its name."""

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._keys = list(keys)
        self._row_of = {key: index for index, key in enumerate(self._keys)}
        self._rows = {}
        self.endResetModel()

    def forget(self, keys: Sequence[str]) -> None:
        """Read some rows again, because they changed; nothing else moves."""
        for key in keys:
            self._rows.pop(key, None)
            row = self._row_of.get(key)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def retranslate(self) -> None:
        """Show heads and texts in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._keys:
            last = self.index(len(self._keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def key(self, row: int) -> str:
        """Return the key of a row, counted from the top."""
        return self._keys[row]

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
        self.sorted_by = -1
        """The column by which the rows are sorted; -1: they stand as they were given."""
        self.falling = False

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows. Where the keys are as before, only the cells are repainted."""
        self._all = {self._key_of(row): row for row in rows}
        keys = self._in_order()
        if keys == self._keys:
            self.forget(keys)
        else:
            self.set_keys(keys)

    def sort_by(self, column: int, *, falling: bool = False) -> None:
        """Sort by a column, now and whatever is shown later; -1 brings back the order that was given."""
        self.sorted_by, self.falling = column, falling
        self.set_keys(self._in_order())

    def _in_order(self) -> list[str]:
        if self.sorted_by < 0:
            return list(self._all)
        column = self.columns[self.sorted_by]
        order = column.order or (lambda row: _natural(column.text(row)))
        return sorted(self._all, key=lambda key: order(self._all[key]), reverse=self.falling)

    def _pick(self, keys: Sequence[str]) -> Mapping[str, R]:
        return {key: self._all[key] for key in keys}


_DIGITS = re.compile(r"(\d+)")


def _natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what sorts texts as people do: "2" before "10", letters by the Tajik alphabet, nothing last."""
    shown = "" if text == "\N{EN DASH}" else text.replace("\N{NO-BREAK SPACE}", "")
    parts = [part for part in _DIGITS.split(shown) if part]
    found = tuple(
        (False, int(part), "") if part.isdecimal() else (False, 0, sort_key(part)) for part in parts
    )
    return found or ((True, 0, ""),)


NAME_LEAST = 160
"""Pixels that a column without a width keeps whatever else has to give way."""
_LOOKED_AT = 30
"""So many rows tell how narrow a column may become."""
LEAST_FREE = 240
"""Pixels that a column without a width keeps, as long as others can give way: a whole name."""
PADDING, OUTER = 12, 18
"""Left and right of a cell; outside the first and last column, where the card's edge is near."""
_CHIP, FOCUS_BAR = 22, 3
"""Pixels: of a chip's height, of the bar beside the current row of a table that has the keyboard."""


def cell_room(box: QRect, column: int, count: int) -> QRectF:
    """Return where a cell's content lies; heads and cells share it, so that they stand above each other."""
    left = OUTER if column == 0 else PADDING
    right = OUTER if column == count - 1 else PADDING
    return QRectF(box.adjusted(left, 0, -right, 0))


def _has_keys(view: QWidget | None, row: int) -> bool:
    return isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == row


class CellDelegate(QStyledItemDelegate):
    """Paints one cell: background, text or chip, and the line below it.

    `second` gives what stands on a second line of a column, for those that draw one.
    """

    second: Mapping[str, Callable[[Any], str]] = MappingProxyType({})

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        model = index.model()
        if not isinstance(model, KeyedTableModel):
            super().paint(painter, option, index)
            return
        scheme = tokens()
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(scheme.accent_soft))
        painter.setPen(QPen(QColor(scheme.line), 1))
        bottom = box.bottom() + 0.5
        painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right() + 1, bottom))
        if index.column() == 0 and _has_keys(option.widget, index.row()):
            # The soft ground alone is too pale to tell that keys go there.
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            left = box.right() + 1 - FOCUS_BAR if mirrored else box.left()
            painter.fillRect(left, box.top(), FOCUS_BAR, box.height(), QColor(scheme.accent))
        column: Column[object] = model.columns[index.column()]
        room = cell_room(box, index.column(), len(model.columns))
        self._draw_content(painter, room, column, index)
        painter.restore()

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chip = column.chip(index.data(ROW_ROLE)) if column.chip else None
        if chip is not None:
            tone, words, icon = chip
            width = min(room.width(), chip_width(words, with_icon=bool(icon)))
            left = room.right() - width if column.right else room.left()
            draw_chip(painter, QRectF(left, room.center().y() - _CHIP / 2, width, _CHIP), tone, words, icon)
            return
        scheme = tokens()
        weight = 600 if column.look is TextStyle.STRONG else 400
        painter.setPen(QColor(scheme.text2 if column.look is TextStyle.QUIET else scheme.text))
        text = str(index.data() or "")
        if column.look is TextStyle.WRAPPED:
            painter.setFont(theme.font(SMALL, weight))
            draw_wrapped(painter, room, text)
            return
        write_fitting(painter, room, text, SMALL, weight, right=column.right)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(40, TABLE_ROW)


class HeadView(QHeaderView):
    """Column heads: small quiet words over a line; an arrow at the one that the rows are sorted by."""

    let_go = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setFixedHeight(TABLE_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setMouseTracking(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell when somebody may have made a column wider."""
        super().mouseReleaseEvent(event)
        self.let_go.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        model = self.model()
        if not isinstance(model, KeyedTableModel) or not rect.isValid():
            return
        scheme = tokens()
        painter.save()
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        column = model.columns[section]
        room = cell_room(rect, section, len(model.columns))
        title, weight = column.title(), 500
        if isinstance(model, ListTableModel) and model.sorted_by == section:
            title, weight = f"{title} {'▼' if model.falling else '▲'}", 700
        painter.setPen(QColor(scheme.text3))
        write_fitting(painter, room, title, CAPTION, weight, right=column.right)
        painter.restore()


_LEAST_DRAWN = 140
"""Pixels that whoever draws a column wider leaves to the one that takes the rest."""
_COPY_ALL = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)


class TableView(QTableView):
    """A table of whole rows. `opened` gives the number of the row on Enter or a double click.

    Columns can be made wider with the mouse; `widths` are those that somebody chose, by the columns' names.
    """

    opened = Signal(int)
    widths_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "in_card")
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self))
        head = HeadView(f"{name}_head", self)
        head.let_go.connect(self._keep_widths)
        self.setHorizontalHeader(head)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(TABLE_ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._most_rows = 0
        self.widths: dict[str, int] = {}
        self._given: dict[int, int] = {}
        self.least_free = LEAST_FREE

    def show_model[R](self, model: KeyedTableModel[R]) -> None:
        """Show a model and give its columns their widths."""
        self.setModel(model)
        cells = self.itemDelegate()
        if isinstance(cells, CellDelegate):
            model.second = cells.second
        head = self.horizontalHeader()
        for index, column in enumerate(model.columns):
            if column.width:
                head.setSectionResizeMode(index, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(index, self._width_of(column))
            else:
                head.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._fit)
        # Other rows, and heads in another language, need another width.
        for changed in (model.modelReset, model.headerDataChanged):
            changed.connect(self._make_room)
        self._fit()
        self._make_room()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the row that the keys act on into sight."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def open_on_press(self) -> None:
        """Open a row with one press of the mouse, as the pointer then says."""
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.doubleClicked.disconnect()

    def allow_sorting(self) -> None:
        """Let a press on a head sort by its column, another one the other way round, a third as it was.

        Only where all rows are at hand: of a list that is read page by page nothing could be sorted.
        """
        if not isinstance(self.model(), ListTableModel):
            return
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.sort_by)

    def sort_by(self, column: int) -> None:
        """Do what a press on a column's head does; the row that was current stays so."""
        model = self.model()
        if not isinstance(model, ListTableModel):
            return
        current = self.currentIndex()
        key = model.key(current.row()) if current.isValid() else ""
        if model.sorted_by != column:
            model.sort_by(column)
        elif not model.falling:
            model.sort_by(column, falling=True)
        else:
            model.sort_by(-1)
        place = model.row_of(key)
        if place is not None:
            self.selectRow(place)
        self.horizontalHeader().viewport().update()

    @property
    def sortable(self) -> bool:
        """Tell whether a press on a head sorts."""
        return self.horizontalHeader().sectionsClickable()

    def take_widths(self, widths: Mapping[str, int]) -> None:
        """Make columns as wide as somebody chose; those that are not named as they are usually."""
        self.widths = dict(widths)
        model = self.model()
        if isinstance(model, KeyedTableModel):
            for index, column in enumerate(model.columns):
                if column.width:
                    self.horizontalHeader().resizeSection(index, self._width_of(column))
            self._make_room()

    def _width_of(self, column: Column[Any]) -> int:
        return self.widths.get(column.name, column.width)

    def _keep_widths(self) -> None:
        """Keep what somebody has drawn wider or narrower; the column of names keeps what it needs."""
        model, head = self.model(), self.horizontalHeader()
        if not isinstance(model, KeyedTableModel):
            return
        shown = [
            (i, each) for i, each in enumerate(model.columns) if each.width and not self.isColumnHidden(i)
        ]
        changed = [i for i, each in shown if head.sectionSize(i) != self._given.get(i, self._width_of(each))]
        if not changed:
            return
        free = self.viewport().width() - sum(head.sectionSize(i) for i, _ in shown)
        lacking = _LEAST_DRAWN - free
        if lacking > 0 and len(shown) < len(model.columns):
            head.resizeSection(
                changed[0], max(head.sectionSize(changed[0]) - lacking, head.minimumSectionSize())
            )
        for i, each in shown:
            if head.sectionSize(i) != self._given.get(i, self._width_of(each)):
                self.widths[each.name] = head.sectionSize(i)
        self.widths_changed.emit()

    def fit_to_rows(self, most: int) -> None:
        """Be exactly as high as the rows, up to `most` of them: for short tables on a page that scrolls."""
        self._most_rows = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take columns away or bring them back."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter, copy on Ctrl+C, the whole table on Ctrl+Shift+C."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.keyCombination() == _COPY_ALL:
            self.copy(whole=True)
        else:
            super().keyPressEvent(event)

    def copy(self, *, whole: bool = False) -> None:
        """Put the chosen rows, or all, where a spreadsheet takes them from; several under their heads."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        text = self.copied(range(self.model().rowCount()) if whole else rows, heads=whole or len(rows) > 1)
        if text:
            QGuiApplication.clipboard().setText(text)

    def copied(self, rows: Sequence[int], *, heads: bool) -> str:
        """Return rows as they are pasted into a spreadsheet: a tab between cells, what is shown as shown.

        What stands on a second line gets a column of its own, without a head.
        """
        model, delegate = self.model(), self.itemDelegate()
        if not isinstance(model, KeyedTableModel):
            return ""
        below = delegate.second if isinstance(delegate, CellDelegate) else {}
        shown = [(i, each) for i, each in enumerate(model.columns) if not self.isColumnHidden(i)]
        lines = []
        if heads:
            titles = [(each.title(), *([""] if each.name in below else [])) for _, each in shown]
            lines.append([title for pair in titles for title in pair])
        for row in rows:
            cells: list[str] = []
            for _, each in shown:
                cells.append(each.text(model.row(row)))
                if each.name in below:
                    cells.append(below[each.name](model.row(row)))
            lines.append(cells)
        return "\n".join("\t".join(map(pasted_cell, line)) for line in lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        model = self.model() if event.type() == QEvent.Type.LanguageChange else None
        if isinstance(model, KeyedTableModel):
            model.retranslate()
        super().changeEvent(event)

    def _fit(self) -> None:
        model = self.model()
        if self._most_rows and model is not None:
            shown = min(self._most_rows, max(1, model.rowCount()))
            self.setFixedHeight(TABLE_HEAD + shown * TABLE_ROW)

    def _make_room(self) -> None:
        """Give the columns without a width enough: others go away, one after the other, then become narrower.

        They keep `NAME_LEAST`, or what the table says is enough, whatever happens; then it scrolls sideways.
        """
        model = self.model()
        if not isinstance(model, KeyedTableModel):
            return
        columns = dict(enumerate(model.columns))
        yielding = sorted((i for i in columns if columns[i].yields), key=lambda i: columns[i].yields)
        shown = [i for i in columns if i in yielding or not self.isColumnHidden(i)]
        lacking = sum(self._width_of(columns[i]) or self.least_free for i in shown)
        lacking -= self.viewport().width()
        for index in yielding:
            self.setColumnHidden(index, lacking > 0)
            lacking -= self._width_of(columns[index])
        self._squeeze([i for i in shown if not self.isColumnHidden(i)], lacking)

    def _squeeze(self, shown: Sequence[int], lacking: int) -> None:
        """Make wide columns narrower where so many pixels lack; those that somebody has drawn stay so."""
        model, head = self.model(), self.horizontalHeader()
        assert isinstance(model, KeyedTableModel)
        free = [i for i in shown if not model.columns[i].width]
        if not free:
            return
        widths = {i: self._width_of(model.columns[i]) for i in shown if i not in free}
        give = {
            i: max(0, width - self._needed(i))
            for i, width in widths.items()
            if lacking > 0 and model.columns[i].name not in self.widths
        }
        most = sum(give.values())
        share = min(1.0, max(0, lacking) / most) if most else 0.0
        for i, width in widths.items():
            self._given[i] = width - math.ceil(give.get(i, 0) * share)
            head.resizeSection(i, self._given[i])
        room = (self.viewport().width() - sum(self._given[i] for i in widths)) // len(free)
        ways = QHeaderView.ResizeMode
        least = min(NAME_LEAST, self.least_free)
        for i in free:
            head.setSectionResizeMode(i, ways.Stretch if room >= least else ways.Interactive)
            if room < least:
                head.resizeSection(i, least)

    def _needed(self, index: int) -> int:
        """Return how narrow a column may become: its longest words and its chips stay whole."""
        model = self.model()
        assert isinstance(model, KeyedTableModel)
        column, height = model.columns[index], self.verticalHeader().defaultSectionSize()
        delegate = self.itemDelegate()
        below = delegate.second.get(column.name) if isinstance(delegate, CellDelegate) else None
        found = [least_width(column.title(), TABLE_HEAD, CAPTION)]
        for place in range(min(model.rowCount(), _LOOKED_AT)):
            row = model.row(place)
            chip = column.chip(row) if column.chip else None
            if chip is not None:
                found.append(chip_width(chip[1], with_icon=bool(chip[2])))
            else:
                found.append(least_width(column.text(row), height))
            if below is not None:
                found.append(width_of(below(row), CAPTION, narrow=True))
        ends = OUTER if index in (0, len(model.columns) - 1) else PADDING
        return max(found) + PADDING + ends + 2


class SearchedName(SearchField):
    """Searches while typing; Down goes on to the first row of the table below."""

    def __init__(self, name: str, below: TableView) -> None:
        super().__init__(name)
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move down into the table."""
        if event.key() != Qt.Key.Key_Down:
            super().keyPressEvent(event)
            return
        self.search_now()
        if self._below.model().rowCount():
            self._below.setFocus(Qt.FocusReason.OtherFocusReason)
            self._below.selectRow(0)


class Selection[R]:
    """Shows a model in a table and gives the rows that are chosen there, with their type."""

    def __init__(self, table: TableView, model: KeyedTableModel[R]) -> None:
        self.table, self._model = table, model
        table.show_model(model)

    def rows(self) -> list[R]:
        """Return the chosen rows, from the top."""
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self._model.row(row) for row in chosen]

    def row(self) -> R | None:
        """Return the current row: the one that the keyboard is on."""
        index = self.table.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def key(self) -> str:
        """Return the key of the current row, "" for none."""
        index = self.table.currentIndex()
        return self._model.key(index.row()) if index.isValid() else ""

    def choose(self, *keys: str) -> None:
        """Choose the row of the first key that is shown; where none of them is, the first row."""
        shown = (row for key in keys if (row := self._model.row_of(key)) is not None)
        self.table.selectRow(next(shown, 0))
