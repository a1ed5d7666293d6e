"""The table of the design: header, delegates for cells of one or two lines, and a slim scroll bar.

The slim bar paints its handle itself: through the style sheet a single bar takes longer to paint than the
marks of a large course.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
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
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionSlider,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, LIST_ROW, SMALL, TABLE_HEAD, TABLE_ROW
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.indicators import Tone, chip_width, draw_chip

_INSET, _RADIUS = 2, 4


class SlimBar(QScrollBar):
    """A bar without arrows and without a ground of its own; the handle is darker under the mouse."""

    def __init__(self, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(way, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the handle can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle; where it lies is the style's to say, so that the mouse finds it there."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.edge if self.underMouse() or self.isSliderDown() else scheme.line2))
        box = QRectF(handle).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


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
    head what is meant.
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
            return f"{column.title()}: {column.text(self.row(index.row()))}"
        return None

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


LEAST_FREE = 240
"""Pixels that a column without a width keeps, as long as others can give way: a whole name."""
PADDING, OUTER = 12, 18
"""Left and right of a cell; outside the first and last column, where the card's edge is near."""
_CHIP = 22


def cell_room(box: QRect, column: int, count: int) -> QRectF:
    """Return where a cell's content lies; heads and cells share it, so that they stand above each other."""
    left = OUTER if column == 0 else PADDING
    right = OUTER if column == count - 1 else PADDING
    return QRectF(box.adjusted(left, 0, -right, 0))


def draw_wrapped(painter: QPainter, room: QRectF, text: str) -> None:
    """Draw a text in the painter's font on one line or two; the second one ends in an ellipsis if need be."""
    metrics, width = painter.fontMetrics(), int(room.width())
    lines = [text]
    if metrics.horizontalAdvance(text) > width:
        first, rest = "", text.split()
        while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".lstrip()) <= width:
            first = f"{first} {rest.pop(0)}".lstrip()
        if first:
            lines = [first, metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]
        else:
            lines = [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    top = room.center().y() - len(lines) * metrics.height() / 2
    for index, line in enumerate(lines):
        box = QRectF(room.left(), top + index * metrics.height(), room.width(), metrics.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)


class CellDelegate(QStyledItemDelegate):
    """Paints one cell: background, text or chip, and the line below it."""

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
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, QColor(scheme.accent_soft))
        painter.setPen(QPen(QColor(scheme.line), 1))
        bottom = box.bottom() + 0.5
        painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right() + 1, bottom))
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
        painter.setFont(theme.font(SMALL, weight))
        painter.setPen(QColor(scheme.text2 if column.look is TextStyle.QUIET else scheme.text))
        text = str(index.data() or "")
        if column.look is TextStyle.WRAPPED:
            draw_wrapped(painter, room, text)
            return
        shown = theme.metrics(SMALL, weight).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(40, TABLE_ROW)


class HeadView(QHeaderView):
    """Column heads: small quiet words over a line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setFixedHeight(TABLE_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)

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
        painter.setFont(theme.font(CAPTION, 500))
        painter.setPen(QColor(scheme.text3))
        text = theme.metrics(CAPTION, 500).elidedText(
            column.title(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


class TableView(QTableView):
    """A table of whole rows. `opened` gives the number of the row on Enter or a double click."""

    opened = Signal(int)

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
        self.setHorizontalHeader(HeadView(f"{name}_head", self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(TABLE_ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._most_rows = 0
        self.least_free = LEAST_FREE

    def show_model[R](self, model: KeyedTableModel[R]) -> None:
        """Show a model and give its columns their widths."""
        self.setModel(model)
        head = self.horizontalHeader()
        for index, column in enumerate(model.columns):
            if column.width:
                head.setSectionResizeMode(index, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(index, column.width)
            else:
                head.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._fit)
        self._fit()
        self._make_room()

    def fit_to_rows(self, most: int) -> None:
        """Be exactly as high as the rows, up to `most` of them: for short tables on a page that scrolls."""
        self._most_rows = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take columns away or bring them back."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

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
        """Hide columns that give way, one after the other, until those without a width have enough."""
        model = self.model()
        if not isinstance(model, KeyedTableModel) or not any(column.yields for column in model.columns):
            return
        indexes = range(len(model.columns))
        yielding = sorted(
            (i for i in indexes if model.columns[i].yields), key=lambda i: model.columns[i].yields
        )
        shown = [i for i in indexes if i in yielding or not self.isColumnHidden(i)]
        widths = [model.columns[i].width or self.least_free for i in shown]
        lacking = sum(widths) - self.viewport().width()
        for index in yielding:
            self.setColumnHidden(index, lacking > 0)
            lacking -= model.columns[index].width


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


SERIAL_WIDTH = 220
"""Room for the longest serial, that of a laptop without an office."""

type Ink = Callable[[object, str], str]
"""Token of a cell's text by its row and its column's name; "" for the usual one."""


class InkCells(CellDelegate):
    """Writes a cell in another colour where `ink` says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ink: Ink = lambda _row, _column: ""

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ink = self.ink(index.data(ROW_ROLE), column.name)
        if not ink:
            super()._draw_content(painter, room, column, index)
            return
        # What failed stands out, what is gone steps back.
        weight = 600 if ink == "absent_text" else 400
        painter.setFont(theme.font(SMALL, weight))
        painter.setPen(QColor(getattr(tokens(), ink)))
        shown = theme.metrics(SMALL, weight).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, int(room.width())
        )
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class InkTable(TableView):
    """A table of whole rows, closer together than usual; with `several` more than one can be chosen."""

    def __init__(self, name: str, row_height: int, *, several: bool = False) -> None:
        super().__init__(name)
        self.cells = InkCells(self)
        self.setItemDelegate(self.cells)
        self.verticalHeader().setDefaultSectionSize(row_height)
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the chosen rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())


_FIRST, _SECOND, _CHIP_LINE = 19.0, 17.0, 26.0


class TwoLineDelegate(CellDelegate):
    """Paints the columns named in `second` with a second line, which a function gives for each row.

    `due` says of a row which columns hold something to be decided in that line: it stands out there. A chip
    has its second line below it.
    """

    def __init__(
        self,
        second: Mapping[str, Callable[[Any], str]],
        parent: QObject | None = None,
        due: Callable[[Any], Collection[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._second = second
        self._due = due

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
        row = index.data(ROW_ROLE)
        first, second = str(index.data() or ""), below(row)
        if column.chip is not None and column.chip(row) is not None:
            head = room.adjusted(0, 2, 0, -_SECOND - 2) if second else room
            super()._draw_content(painter, head, column, index)
            first, room = "", room.adjusted(0, _CHIP_LINE, 0, -3) if second else room
        strong, quiet = column.look is TextStyle.STRONG, column.look is TextStyle.QUIET
        ink = tokens().text2 if quiet else tokens().text
        lines = [(first, BODY, 600 if strong else 400, ink, _FIRST)] if first else []
        if second:
            due = self._due is not None and column.name in self._due(row)
            lines.append((second, CAPTION, 400, tokens().late if due else tokens().text3, _SECOND))
        top = room.top() + (room.height() - sum(height for *_, height in lines)) / 2
        for text, size, weight, colour, height in lines:
            line = QRectF(room.left(), top, room.width(), height)
            painter.setFont(theme.font(size, weight))
            painter.setPen(QColor(colour))
            shown = theme.metrics(size, weight).elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            top += height


def show_two_lines(
    table: TableView,
    second: Mapping[str, Callable[[Any], str]],
    row: int = LIST_ROW,
    due: Callable[[Any], Collection[str]] | None = None,
) -> None:
    """Give a table rows of two lines, `row` pixels high."""
    table.setItemDelegate(TwoLineDelegate(second, table, due))
    table.verticalHeader().setDefaultSectionSize(row)
