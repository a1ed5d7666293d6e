"""The table of the design: models, header, delegates for one or two lines; sorted, widened, copied."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import (
    QEvent,
    QKeyCombination,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer_app.domain.base.text_cleaning import pasted_cell
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, SMALL, TABLE_HEAD, TABLE_ROW
from trainer_app.ui.widgets.indicators import chip_width, draw_chip
from trainer_app.ui.widgets.labels import BY_KEYBOARD
from trainer_app.ui.widgets.pages import FEWEST_ROWS, PageFirst
from trainer_app.ui.widgets.painting import (
    colour_of,
    draw_wrapped,
    height_for,
    least_width,
    pen_of,
    width_of,
    write_fitting,
)
from trainer_app.ui.widgets.presses import go_to_end
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel, TextStyle, choose_row, row_at

NAME_LEAST = 160
"""Pixels that a column without a width keeps whatever else has to give way."""
_MEASURED = 200
"""So many rows tell how narrow a column may become, and how high rows have to be."""
LEAST_FREE = 240
"""Pixels that a column without a width keeps, as long as others can give way: a whole name."""
PADDING, OUTER = 12, 18
"""Left and right of a cell; outside the first and last column, where the card's edge is near."""
_CHIP, _LINE = 22, 18
ROW_ENDS = 4  # pixels above and below the words of a row, together
FOCUS_BAR = 3
"""Pixels of the bar beside the current row of a table that has the keyboard."""


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
            painter.fillRect(box, colour_of(scheme.accent_soft))
        painter.setPen(pen_of(scheme.line))
        bottom = box.bottom() + 0.5
        painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right() + 1, bottom))
        if index.column() == 0 and _has_keys(option.widget, index.row()):
            # The soft ground alone is too pale to tell that keys go there.
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            left = box.right() + 1 - FOCUS_BAR if mirrored else box.left()
            painter.fillRect(left, box.top(), FOCUS_BAR, box.height(), colour_of(scheme.accent))
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
        chip = column.chip(row_at(index)) if column.chip else None
        if chip is not None:
            tone, words, icon = chip
            width = min(room.width(), chip_width(words, with_icon=bool(icon)))
            left = room.right() - width if column.right else room.left()
            draw_chip(painter, QRectF(left, room.center().y() - _CHIP / 2, width, _CHIP), tone, words, icon)
            return
        scheme = tokens()
        weight = 600 if column.look is TextStyle.STRONG else 400
        painter.setPen(colour_of(scheme.text2 if column.look is TextStyle.QUIET else scheme.text))
        text = str(index.model().data(index) or "")
        if column.look is TextStyle.WRAPPED:
            painter.setFont(theme.font(SMALL, weight))
            draw_wrapped(painter, room, text)
            return
        write_fitting(painter, room, text, SMALL, weight, right=column.right)

    def needed_height(self, row: Any, column: Column[Any], width: int) -> float:
        """Return how high a row has to be for a cell of a width to show its words whole."""
        if column.chip is not None and column.chip(row) is not None:
            return _CHIP + ROW_ENDS
        weight = 600 if column.look is TextStyle.STRONG else 400
        return height_for(column.text(row), width, SMALL, _LINE, weight) + ROW_ENDS

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(40, TABLE_ROW)


class HeadView(QHeaderView):
    """Column heads: small quiet words over a line; an arrow at the one that the rows are sorted by."""

    let_go = Signal()
    below = 0
    """Pixels of what stands below the words of each head."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.set_words_height(TABLE_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setMouseTracking(True)

    def set_words_height(self, height: int) -> None:
        """Give the words so much height."""
        if self.height() != height + self.below:
            self.setFixedHeight(height + self.below)

    def sizeHint(self) -> QSize:
        """Return the height that it was given: Qt would measure each head, whose words it does not draw."""
        return QSize(self.minimumSectionSize(), self.minimumHeight())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell when somebody may have made a column wider."""
        super().mouseReleaseEvent(event)
        self.let_go.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head, and the line that sets it apart from the rows."""
        painter.save()
        painter.setPen(pen_of(tokens().line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()
        self.paint_words(painter, rect, section)

    def paint_words(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the words of one head, and how the rows are sorted by it."""
        model = self.model()
        if not isinstance(model, KeyedTableModel) or not rect.isValid():
            return
        painter.save()
        column = model.columns[section]
        room = cell_room(rect, section, len(model.columns))
        title, weight = column.title(), 500
        if model.sorted_by == section:
            title, weight = f"{title} {'▼' if model.falling else '▲'}", 700
        painter.setPen(colour_of(tokens().text3))
        write_fitting(painter, room, title, CAPTION, weight, right=column.right)
        painter.restore()


_LEAST_DRAWN = 140
"""Pixels that whoever draws a column wider leaves to the one that takes the rest."""
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_COPY_ALL = QKeyCombination(_CTRL_SHIFT, Qt.Key.Key_C)
_SORT = QKeyCombination(_CTRL_SHIFT, Qt.Key.Key_O)


@runtime_checkable
class KeepsWidths(Protocol):
    """What a table lies in that remembers the widths of its columns."""

    def keep_widths(self, table: "TableView") -> None:
        """Give a table its widths of before; called when it is seen for the first time."""


_TORN, _SHARED, _NARROWEST = 200, 0.6, 60
"""From so many pixels on that names do not need, this share goes to the other columns but numbers of rows."""


class TableView(PageFirst, QTableView):
    """A table of whole rows. `opened` gives the number of the row on Enter or a double click.

    Columns can be made wider with the mouse; `widths` are those that somebody chose, by the columns' names.
    """

    _seen = False

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
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self._fit())
        self._most_rows = 0
        self.widths: dict[str, int] = {}
        self._given: dict[int, int] = {}
        self._row = self._raised = TABLE_ROW
        self._raised_at = -1
        self.least_free = LEAST_FREE
        self.wished = 0
        """The height that it asks for, in pixels; 0: what Qt would like it to have."""

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
            changed.connect(self.make_room_anew)
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
        """Let a press on a head sort by its column, another one the other way round, a third as it was."""
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.sort_by)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda _at: self.show_sorting())
        self._say_how_to_sort()

    def _say_how_to_sort(self) -> None:
        """Tell it where one looks: Tab passes by the heads, as it does in other programs of a desktop."""
        keys = QKeySequence(_SORT).toString(QKeySequence.SequenceFormat.NativeText)
        self.horizontalHeader().setToolTip(
            self.tr("Press to sort by a column. Without a mouse: {keys} in the list").format(keys=keys)
        )
        self.setAccessibleDescription(self.tr("{keys} sorts the list").format(keys=keys))

    def show_sorting(self) -> None:
        """Offer the columns to sort by, for whoever has no mouse; choosing one is a press on its head."""
        model = self.model()
        if not self.sortable or not isinstance(model, KeyedTableModel):
            return
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}_sorting")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, column in enumerate(model.columns):
            if self.isColumnHidden(at) or not column.title():
                continue
            arrow = (" ▼" if model.falling else " ▲") if model.sorted_by == at else ""
            action = menu.addAction(f"{column.title()}{arrow}")
            action.setObjectName(f"{menu.objectName()}_{column.name}")
            action.triggered.connect(lambda _checked=False, at=at: self.sort_by(at))
            if arrow:
                menu.setActiveAction(action)
        menu.popup(self.mapToGlobal(QPoint(8, self.horizontalHeader().height())))

    def sort_by(self, column: int) -> None:
        """Do what a press on a column's head does; the row that was current stays so."""
        model = self.model()
        if not isinstance(model, KeyedTableModel) or not model.columns[column].title():
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

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the widths of before."""
        super().showEvent(event)
        above = None if self._seen else self.parentWidget()
        self._seen = True
        while above is not None and not isinstance(above, KeepsWidths):
            above = above.parentWidget()
        if isinstance(above, KeepsWidths):
            above.keep_widths(self)

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
        drawn = self.widths.get(column.name)
        if drawn is not None or not column.width:
            return drawn or 0
        # The head is whole too, in a language with longer words.
        return max(column.width, least_width(column.title(), TABLE_HEAD, CAPTION, 500) + OUTER + PADDING)

    def _keep_widths(self) -> None:
        """Keep what somebody has drawn wider or narrower; the column of names keeps what it needs."""
        model, head = self.model(), self.horizontalHeader()
        if not isinstance(model, KeyedTableModel):
            return
        seen = ((i, each) for i, each in enumerate(model.columns) if not self.isColumnHidden(i))
        shown = [(i, each) for i, each in seen if each.width]
        changed = [i for i, each in shown if head.sectionSize(i) != self._given.get(i, self._width_of(each))]
        if not changed:
            return
        free = self.viewport().width() - sum(head.sectionSize(i) for i, _ in shown)
        lacking = _LEAST_DRAWN - free
        if lacking > 0 and len(shown) < len(model.columns):
            kept = max(head.sectionSize(changed[0]) - lacking, head.minimumSectionSize())
            head.resizeSection(changed[0], kept)
        for i, each in shown:
            if head.sectionSize(i) != self._given.get(i, self._width_of(each)):
                self.widths[each.name] = head.sectionSize(i)
        self.widths_changed.emit()

    def fit_to_rows(self, most: int) -> None:
        """Be exactly as high as the rows, up to `most` of them: for short tables on a page that scrolls."""
        self._most_rows = most
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Where it lies on what scrolls, keep the height of a few rows, or of those that there are."""
        hint, model = super().minimumSizeHint(), self.model()
        if model is None or self.page_around() is None:
            return hint
        return QSize(hint.width(), self.height_of(min(FEWEST_ROWS, max(1, model.rowCount()))))

    def sizeHint(self) -> QSize:
        """Ask for the height that is wished."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.wished) if self.wished else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take columns away or bring them back; keep the current row in sight where the table gets lower."""
        super().resizeEvent(event)
        high = event.oldSize().height()
        if event.size().height() < high and 0 <= self.visualRect(self.currentIndex()).y() < high:
            self.scrollTo(self.currentIndex())
        if event.size().width() != event.oldSize().width():
            self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter, copy on Ctrl+C, all on Ctrl+Shift+C, sort on Ctrl+Shift+O."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.keyCombination() == _COPY_ALL:
            self.copy(whole=True)
        elif event.keyCombination() == _SORT and self.sortable:
            self.show_sorting()
        elif not go_to_end(self, event):
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
            if self.sortable:
                self._say_how_to_sort()
        super().changeEvent(event)

    def _fit(self) -> None:
        model = self.model()
        if self._most_rows and model is not None:
            self.setFixedHeight(self.height_of(min(self._most_rows, max(1, model.rowCount()))))
        self.updateGeometry()

    def height_of(self, rows: int) -> int:
        """Return how high heads and so many rows are, with the bar at the bottom where there is one."""
        bar = self.horizontalScrollBar()
        more = bar.sizeHint().height() if bar.maximum() > 0 else 0
        head = max(TABLE_HEAD, self.horizontalHeader().height())
        return head + rows * self.verticalHeader().defaultSectionSize() + more

    def make_room_anew(self) -> None:
        """Share the width out again: other rows do so by themselves, other words in the same rows do not."""
        self._raised_at = -1
        self._make_room()

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
            self._take_away(index, away=lacking > 0)
            lacking -= self._width_of(columns[index])
        self._raise_rows(self._squeeze([i for i in shown if not self.isColumnHidden(i)], lacking))

    def _take_away(self, index: int, *, away: bool) -> None:
        """Take a column away or bring it back; a blank band would be left while another one stretches.

        Qt takes the room of a hidden one away only later then: never, if by then none stretches any more.
        """
        model = self.model()
        assert isinstance(model, KeyedTableModel)
        if self.isColumnHidden(index) is away:
            return
        for place, column in enumerate(model.columns):
            if not column.width:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
        self.setColumnHidden(index, away)

    def _raise_rows(self, widths: Mapping[int, int]) -> None:
        """Make rows and heads high enough for the words in them, in columns as wide as they are now."""
        model, delegate, rows = self.model(), self.itemDelegate(), self.verticalHeader()
        assert isinstance(model, KeyedTableModel)
        if rows.defaultSectionSize() != self._raised:
            # It was set since: that is the least height from now on.
            self._row = self._raised = rows.defaultSectionSize()
        if not isinstance(delegate, CellDelegate) or self.width() <= 0:
            return
        high, head = float(self._row), float(TABLE_HEAD)
        for i, whole in widths.items():
            column = model.columns[i]
            width = whole - PADDING - (OUTER if i in (0, len(model.columns) - 1) else PADDING)
            head = max(head, height_for(column.title(), width, CAPTION, 0, 500) + ROW_ENDS)
            for place in range(min(model.rowCount(), _MEASURED)):
                high = max(high, delegate.needed_height(model.row(place), column, width))
        if self.width() == self._raised_at:
            # A bar that came or went is no reason to become lower: it would come and go for ever.
            high = max(high, self._raised)
        self._raised, self._raised_at = math.ceil(high), self.width()
        if rows.defaultSectionSize() != self._raised:
            rows.setDefaultSectionSize(self._raised)
        heads = self.horizontalHeader()
        assert isinstance(heads, HeadView)
        heads.set_words_height(math.ceil(head))
        self._fit()

    def _squeeze(self, shown: Sequence[int], lacking: int) -> dict[int, int]:
        """Make wide columns narrower where so many pixels lack; those that somebody has drawn stay so.

        Returns how wide each column is then.
        """
        model, head = self.model(), self.horizontalHeader()
        assert isinstance(model, KeyedTableModel)
        free = [i for i in shown if not model.columns[i].width]
        if not free:
            return {i: self.columnWidth(i) for i in shown}
        widths = {i: self._width_of(model.columns[i]) for i in shown if i not in free}
        for i in (i for i in widths if model.columns[i].chip and model.columns[i].name not in self.widths):
            # Words go on in a second line, a chip has one.
            more = max(0, self._needed(i) - widths[i])
            widths[i], lacking = widths[i] + more, lacking + more
        give = {
            i: max(0, width - self._needed(i))
            for i, width in widths.items()
            if lacking > 0 and model.columns[i].name not in self.widths
        }
        most = sum(give.values())
        share = min(1.0, max(0, lacking) / most) if most else 0.0
        for i, width in widths.items():
            self._given[i] = width - math.ceil(give.get(i, 0) * share)
        if len(free) == 1:
            self._share_out(free[0], tuple(widths))
        room = (self.viewport().width() - sum(self._given[i] for i in widths)) // len(free)
        ways = QHeaderView.ResizeMode
        least = min(NAME_LEAST, self.least_free)
        for i in widths:
            head.resizeSection(i, self._given[i])
        for i in free:
            head.setSectionResizeMode(i, ways.Stretch if room >= least else ways.Interactive)
            if room < least:
                head.resizeSection(i, least)
        return {i: self._given[i] if i in widths else max(room, least) for i in shown}

    def _share_out(self, free: int, others: Sequence[int]) -> None:
        """Let no words be small beside empty room: what columns have too much goes to those that lack it.

        What somebody has drawn stays so, and so do pictures. `free` is served last, and takes what is left.
        """
        model, lacks, spare = self.model(), dict[int, int](), dict[int, int]()
        assert isinstance(model, KeyedTableModel)
        for i in others:
            title = model.columns[i].title()
            if title and model.columns[i].name not in self.widths:
                words = self._in_one_line(i)
                ends = PADDING + (OUTER if i in (0, len(model.columns) - 1) else PADDING)
                spare[i] = max(0, self._given[i] - max(words, width_of(title, CAPTION, 500) + ends))
                lacks[i] = max(0, words - self._given[i])
        rest = self.viewport().width() - sum(self._given[i] for i in others)
        kept = max(self.least_free, self._in_one_line(free))
        rest -= kept
        wanted, there = sum(lacks.values()), sum(spare.values())
        filled = min(1.0, (there + max(0, rest)) / wanted) if wanted else 0.0
        taken = min(there, max(0, int(wanted * filled) - rest)) / there if there else 0.0
        for i in spare:
            self._given[i] += int(lacks[i] * filled) - math.ceil(spare[i] * taken)
        left = self.viewport().width() - sum(self._given[i] for i in others)
        left -= kept
        wide = [i for i in spare if self._given[i] >= _NARROWEST]
        if left > _TORN and wide:
            # No row is torn apart by a wide window: what names need not is room for all columns.
            more = min(1.5, left * _SHARED / sum(self._given[i] for i in wide))
            for i in wide:
                self._given[i] += int(self._given[i] * more)

    def _in_one_line(self, index: int) -> int:
        """Return how wide a column has to be for the words of each row to stand in one line, in full size."""
        model, delegate = self.model(), self.itemDelegate()
        assert isinstance(model, KeyedTableModel)
        column = model.columns[index]
        below = delegate.second.get(column.name) if isinstance(delegate, CellDelegate) else None
        size, weight = SMALL if below is None else BODY, 600 if column.look is TextStyle.STRONG else 400
        found = [0]
        for row in map(model.row, range(min(model.rowCount(), _MEASURED))):
            found.append(_chip(column, row) or width_of(column.text(row), size, weight))
            if below is not None:
                found.append(width_of(below(row), CAPTION))
        ends = OUTER if index in (0, len(model.columns) - 1) else PADDING
        return max(found) + PADDING + ends + 2

    def _needed(self, index: int) -> int:
        """Return how narrow a column may become: its longest words and its chips stay whole, pictures too."""
        model = self.model()
        assert isinstance(model, KeyedTableModel)
        column, height = model.columns[index], self.verticalHeader().defaultSectionSize()
        if not column.title():
            return self._width_of(column)
        delegate = self.itemDelegate()
        below = delegate.second.get(column.name) if isinstance(delegate, CellDelegate) else None
        size, weight = SMALL if below is None else BODY, 600 if column.look is TextStyle.STRONG else 400
        found = [least_width(column.title(), TABLE_HEAD, CAPTION, 500)]
        found += [chip_width(words, with_icon=True) for words in (column.chips or tuple)()]
        for row in map(model.row, range(min(model.rowCount(), _MEASURED))):
            found.append(_chip(column, row) or least_width(column.text(row), height, size, weight))
            if below is not None:
                found.append(width_of(below(row), CAPTION, narrow=True))
        ends = OUTER if index in (0, len(model.columns) - 1) else PADDING
        return max(found) + PADDING + ends + 2


def _chip(column: Column[Any], row: Any) -> int:
    """Return how wide the chip of a row is; 0 for none."""
    chip = column.chip(row) if column.chip else None
    return chip_width(chip[1], with_icon=bool(chip[2])) if chip is not None else 0


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
        choose_row(self.table.selectionModel(), next(shown, 0))
