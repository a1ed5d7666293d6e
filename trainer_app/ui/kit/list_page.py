"""Parts of pages with a list: filters above it, a card with the table, commands for the chosen rows below it.

A page declares its filters and commands in methods that return them. These are called again whenever the
language, the data or the selection changes, so words and states may depend on what is shown; names and kinds
stay the same. The words are `self.tr("...")` there, where the extraction of translations finds them.

`FilterBar`, `CommandButtons` and `ListCard` can be used alone, in any widget; a `Listing` has all that stands
below the head of any page; `ListPage` is a whole screen of it. `TickList` is a short list of lines to be
ticked, for forms.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, override

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from trainer_app.domain.base.structs import replace
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Options, chosen_option, option_data, show_options
from trainer_app.ui.kit.screens import Screen, withhold
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, RADIUS_MARK
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import (
    Button,
    ButtonKind,
    IconButton,
    Shape,
    Switch,
    Tick,
    draw_indicator,
)
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.flow import FlowRow, PageStack, stand_at_least
from trainer_app.ui.widgets.labels import FocusRing, Retranslated
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.painting import visual
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import KeyedTableModel
from trainer_app.ui.widgets.tables import Selection, TableView

FOOT_HEIGHT = 54
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListSearchField(SearchField):
    """Down and Enter lead from the search into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list."""
        super().keyPressEvent(event)
        if event.key() in _DOWN:
            self.search_now()
            self.down.emit()


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


@dataclass(frozen=True)
class Filter:
    """One filter. `words` name it to a screen reader, or stand in it."""

    name: str
    words: str
    _: KW_ONLY
    shown: bool = True


@dataclass(frozen=True)
class SearchFilter(Filter):
    """A text that is typed; the field grows up to `width`."""

    _: KW_ONLY
    width: int


@dataclass(frozen=True)
class ChoiceFilter(Filter):
    """One of a list; the first option sets nothing."""

    options: Options
    _: KW_ONLY
    width: int


@dataclass(frozen=True)
class SwitchFilter(Filter):
    """One of a few words side by side; the first one sets nothing."""

    options: Options


@dataclass(frozen=True)
class TickFilter(Filter):
    """A tick that lets more than usual be shown."""


@dataclass(frozen=True)
class ClearFilters(Filter):
    """A button that takes all filters back; it is shown while one of them is set."""


class FilterBar(Retranslated, QWidget):
    """Filters in a line. `changed` is emitted when one is set or taken back, `down` leads into the list.

    `parts` holds the field of each filter by its name. A page may put buttons of its own into `row`.
    """

    changed = Signal()
    down = Signal()

    def __init__(self, name: str, prefix: str, filters: Callable[[], Sequence[Filter]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._filters = filters
        self._options: dict[str, Options] = {}
        self.parts: dict[str, Any] = {}
        self.row = FlowRow(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        for each in filters():
            part = self._make(each, f"{prefix}_{each.name}")
            self.parts[each.name] = part
            self.row.addWidget(part, 1 if isinstance(each, SearchFilter) else 0)
        self.row.addStretch(1)
        self.retranslate()

    def value(self, name: str) -> Any:
        """Return the value of a filter: a text, the value of an option, whether a tick is set."""
        part = self.parts[name]
        if isinstance(part, SearchField):
            return part.text().strip()
        if isinstance(part, Tick):
            return part.isChecked()
        data = part.value() if isinstance(part, Switch) else part.currentData()
        return chosen_option(self._options[name], data)

    def choose_only(self, name: str, value: object) -> None:
        """Set the filter of this name, one of a list, and take all others back: nothing else is left out."""
        part = self.parts[name]
        assert isinstance(part, ComboBox)
        self._take_back()
        part.setCurrentIndex(part.findData(option_data(value)))
        self._change()

    @property
    def active(self) -> bool:
        """Tell whether any filter is set."""
        return any(self._is_set(name) for name in self.parts)

    def search(self) -> QWidget:
        """Return the search field, which every bar with a search calls "search"."""
        found: QWidget = self.parts["search"]
        return found

    def clear(self) -> None:
        """Take all filters back."""
        self._take_back()
        self._change()

    def _take_back(self) -> None:
        for name, part in self.parts.items():
            if isinstance(part, SearchField):
                part.clear()
            elif isinstance(part, Tick):
                part.setChecked(False)
            elif isinstance(part, Switch):
                part.set_value(option_data(self._options[name][0][0]))
            elif isinstance(part, ComboBox):
                part.setCurrentIndex(0)

    @override
    def retranslate(self) -> None:
        for each in self._filters():
            part = self.parts[each.name]
            if isinstance(each, SearchFilter):
                part.set_hint(each.words)
            elif isinstance(each, TickFilter | ClearFilters):
                part.setText(each.words)
            elif isinstance(each, ChoiceFilter):
                part.setAccessibleName(each.words)
                self._options[each.name] = each.options
                show_options(part, each.options)
            elif isinstance(each, SwitchFilter):
                part.setAccessibleName(each.words)
                self._options[each.name] = each.options
                part.set_words(*(words for _, words in each.options))
            part.setVisible(each.shown)
        self._show_clear()

    def _make(self, each: Filter, name: str) -> QWidget:
        if isinstance(each, SearchFilter):
            search = ListSearchField(name)
            search.setMaximumWidth(each.width)
            search.searched.connect(lambda _text: self._change())
            search.down.connect(self.down)
            return search
        if isinstance(each, ChoiceFilter):
            field = ComboBox(name)
            field.setFixedWidth(each.width)
            field.activated.connect(lambda _index: self._change())
            return field
        if isinstance(each, SwitchFilter):
            values = tuple(option_data(value) for value, _ in each.options)
            switch = Switch(name, values, narrow=True)
            switch.set_value(values[0])
            switch.chosen.connect(lambda _value: self._change())
            return switch
        if isinstance(each, ClearFilters):
            back = Button(name, ButtonKind.GHOST, "close")
            back.clicked.connect(self.clear)
            return back
        tick = Tick(name)
        tick.toggled.connect(lambda _on: self._change())
        return tick

    def _is_set(self, name: str) -> bool:
        part = self.parts[name]
        if isinstance(part, Button):
            return False
        if isinstance(part, ComboBox | Switch):
            return bool(self.value(name) != self._options[name][0][0])
        return bool(self.value(name))

    def _show_clear(self) -> None:
        for part in self.parts.values():
            if isinstance(part, Button):
                part.setVisible(self.active)

    def _change(self) -> None:
        self._show_clear()
        self.changed.emit()


@dataclass(frozen=True)
class Command:
    """A button: its name, its words and what it does. `spoken` are other words for a screen reader.

    Without words it is an icon alone, and `spoken` is its tool tip too. `keys`, which the page listens to by
    itself, are told there. `needs` names the guarded action that it does or leads to: see `screens.withhold`.
    `withheld` is why it cannot be pressed now, as its tool tip; else `tip` is.
    """

    name: str
    words: str
    act: Callable[[], object]
    kind: ButtonKind = ButtonKind.GHOST
    icon: str = ""
    _: KW_ONLY
    shown: bool = True
    enabled: bool = True
    spoken: str = ""
    withheld: str = ""
    tip: str = ""
    keys: str = ""
    needs: str | tuple[str, ...] = ""


class CommandButtons:
    """Makes the buttons of the commands that `commands` returns; the page lays them out.

    Call `refresh` after the layout and whenever words or states may have changed. A button that goes while it
    has the keyboard hands it to `home`, the list that it is about: Qt would go on to any button after it.
    """

    def __init__(
        self, prefix: str, commands: Callable[[], Sequence[Command]], home: QWidget | None = None
    ) -> None:
        self._commands, self._home = commands, home
        self._acts: dict[str, Callable[[], object]] = {}
        self._made: dict[str, Button] = {}
        self._shown: dict[str, bool] = {}
        self._withheld: dict[str, str] = {}
        for command in commands():
            button = _make_button(f"{prefix}_{command.name}", command)
            button.clicked.connect(lambda _on=False, name=command.name: self._acts[name]())
            if command.needs:
                withhold(command.needs, button)
            self._made[command.name], self._shown[command.name] = button, True
            self._withheld[command.name] = ""

    def __getitem__(self, name: str) -> Button:
        """Return the button of a command."""
        return self._made[name]

    def named(self) -> Iterable[tuple[str, Button]]:
        """Return the commands' names with their buttons, in their order."""
        return self._made.items()

    def all(self) -> list[Button]:
        """Return the buttons in the order of the commands."""
        return list(self._made.values())

    def refresh(self) -> None:
        """Give the buttons the words, states and actions that their commands have now."""
        for command in self._commands():
            button = self._made[command.name]
            self._acts[command.name] = command.act
            if isinstance(button, IconButton):
                button.set_words(command.spoken)
            else:
                button.setText(command.words)
                if command.spoken:
                    button.setAccessibleName(command.spoken)
            if command.keys:
                button.set_hint(command.keys)
            if button.icon_name != command.icon:
                button.set_icon(command.icon)
            if self._home is not None and button.hasFocus() and not (command.shown and command.enabled):
                self._home.setFocus(Qt.FocusReason.OtherFocusReason)
            told = command.withheld or command.tip
            if told or self._withheld[command.name]:
                self._withheld[command.name] = told
                button.setToolTip(told)
                button.setAccessibleDescription(told)
            button.setEnabled(command.enabled)
            # A button that stays shown is left alone: others may hide it with what stands around it.
            if command.shown != self._shown[command.name]:
                self._shown[command.name] = command.shown
                button.setVisible(command.shown)


def _make_button(name: str, command: Command) -> Button:
    return Button(name, command.kind, command.icon) if command.words else IconButton(name, command.icon)


class ListCard[R](Card):
    """A table; below it, where anything is done with them, the chosen rows in words and the buttons for that.

    `commands` and `describe` get the chosen rows, from the top; the likeliest command comes last. A page may
    add rows of its own, and change the margins of `foot`.
    """

    def __init__(
        self,
        prefix: str,
        selection: Selection[R],
        commands: Callable[[Sequence[R]], Sequence[Command]],
        describe: Callable[[Sequence[R]], tuple[str, str]],
    ) -> None:
        super().__init__(f"{prefix}_card", titled=False)
        self.selection = selection
        self.buttons = CommandButtons(prefix, lambda: commands(selection.rows()), selection.table)
        self._describe = describe
        selection.table.allow_sorting()
        self.add_row(selection.table, 1)
        if self.buttons.all():
            self._add_foot(prefix)
        self.grow()

    def _add_foot(self, prefix: str) -> None:
        self.about = TwoLines(f"{prefix}_about")
        foot = QWidget()
        foot.setObjectName(f"{prefix}_foot")
        stand_at_least(foot, FOOT_HEIGHT)
        self.foot = FlowRow(foot)
        self.foot.setContentsMargins(18, 0, 10, 0)
        self.foot.setSpacing(4)
        self.foot.addWidget(self.about, 1)
        for button in self.buttons.all():
            self.foot.addWidget(button)
        self.add_row(foot)
        self.selection.table.selectionModel().selectionChanged.connect(lambda *_: self.show_chosen())

    def show_chosen(self) -> None:
        """Describe the chosen rows and offer what can be done with them."""
        if self.buttons.all():
            self.buttons.refresh()
            self.about.set_lines(*self._describe(self.selection.rows()))


class Listing[R]:
    """What stands below the head of a page with one list. Put it before the Qt class.

    Make `table`, `model`, `none_found` and `empty` first (the last two may be one, which says both). Then
    call `make_body` and lay out `body`: its pages are the card and these. Buttons are in `buttons` by the
    names of their commands.
    """

    table: TableView
    model: KeyedTableModel[R]
    none_found: EmptyState
    empty: EmptyState
    bar: FilterBar

    # What a page declares

    def head(self) -> Sequence[Command]:
        """Return which buttons may stand above the list, the primary one last; the page lays them out."""
        return ()

    def row_commands(self, _rows: Sequence[R]) -> Sequence[Command]:
        """Return what can be done with the chosen rows; the likeliest command last."""
        return ()

    def describe_rows(self, _rows: Sequence[R]) -> tuple[str, str]:
        """Return the chosen rows in two lines."""
        return "", ""

    def further_steps(self) -> Sequence[Command]:
        """Return what to do where nothing is found; the likeliest command first."""
        return ()

    def first_steps(self) -> Sequence[Command]:
        """Return what to begin with where there is nothing yet; the likeliest command first."""
        return ()

    def refresh(self) -> None:
        """Read what is shown, and show it."""

    def refresh_found(self) -> None:
        """Show what the filters ask for; what is known already need not be read again."""
        self.refresh()

    # What follows from it

    def make_body(self, prefix: str) -> None:
        """Make the card, all buttons and `body`."""
        self.selection = Selection(self.table, self.model)
        self.card = ListCard(prefix, self.selection, self.row_commands, self.describe_rows)
        self.page_buttons = CommandButtons(prefix, self._page_commands)
        self.buttons = dict((*self.card.buttons.named(), *self.page_buttons.named()))
        self.body = PageStack()
        self.body.setObjectName(f"{prefix}_body")
        for place, steps in ((self.none_found, self.further_steps()), (self.empty, self.first_steps())):
            for command in steps:
                place.add_button(self.buttons[command.name])
        for part in dict.fromkeys((self.card, self.none_found, self.empty)):
            self.body.addWidget(part)

    def filter_by(self, bar: FilterBar) -> None:
        """Follow these filters."""
        self.bar = bar
        bar.changed.connect(self.refresh_found)
        bar.down.connect(self.into_list)

    def show_body(self, *, anything: bool) -> None:
        """Show the list, or that nothing is found, or that there is not `anything` at all."""
        rows = self.model.rowCount() > 0
        self.body.setCurrentWidget(self.card if rows else self.none_found if anything else self.empty)
        self.card.show_chosen()

    def into_list(self) -> None:
        """Move the keyboard into the list."""
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Word the buttons anew; the page does the rest."""
        self.page_buttons.refresh()
        self.card.show_chosen()

    def _page_commands(self) -> Sequence[Command]:
        return (*self.head(), *self.further_steps(), *self.first_steps())


class ListPage[R](Listing[R], Screen):
    """A screen with one list, of which one row is chosen. Make `model`, then call `build` last."""

    def __init__(self, name: str, prefix: str, context: AppContext, icon: str) -> None:
        super().__init__(name, context)
        self.prefix = prefix
        self.table = TableView(f"{prefix}_table")
        self.none_found = EmptyState(f"{prefix}_none_found", "search")
        self.empty = EmptyState(f"{prefix}_empty", icon)

    def commands(self, row: R | None) -> Sequence[Command]:
        """Return what can be done with the chosen row; the likeliest command last."""
        raise NotImplementedError

    def describe(self, row: R) -> tuple[str, str]:
        """Return the chosen row in two lines."""
        raise NotImplementedError

    def build(self, bar: FilterBar) -> None:
        """Lay out the page below its filters, and word it."""
        self.make_body(self.prefix)
        self.filter_by(bar)
        self.card.foot.setContentsMargins(18, 0, 18, 0)
        self.column.setSpacing(12)
        self.column.addWidget(bar)
        self.column.addWidget(self.body, 1)
        self.retranslate()

    def own_buttons(self) -> Sequence[QWidget]:
        """Return every button that may stand in the head, the primary one last."""
        return [self.buttons[command.name] for command in self.head()]

    @override
    def show_body(self, *, anything: bool) -> None:
        super().show_body(anything=anything)
        self.bar.setVisible(anything)

    @override
    def row_commands(self, rows: Sequence[R]) -> Sequence[Command]:
        if rows:
            return self.commands(rows[0])
        return [replace(command, shown=False) for command in self.commands(None)]

    @override
    def describe_rows(self, rows: Sequence[R]) -> tuple[str, str]:
        return self.describe(rows[0]) if rows else ("", "")


_TICK_ROW, _TICK_BOX, _TICK_LEFT, _TICK_GAP = 30, 18, 8, 10

type Index = QModelIndex | QPersistentModelIndex


class TickModel(QAbstractListModel):
    """Lines of words, each ticked or not. `ticked(place)` is emitted when one was changed by a person."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{parent.objectName()}_lines")
        self._words: tuple[str, ...] = ()
        self._on: set[int] = set()

    def set_words(self, words: Sequence[str]) -> None:
        """Show other lines, none of them ticked."""
        self.beginResetModel()
        self._words, self._on = tuple(words), set()
        self.endResetModel()

    def set_on(self, places: Iterable[int]) -> None:
        """Tick these lines and no others, without announcing it."""
        self._on = set(places)
        if self._words:
            self.dataChanged.emit(self.index(0), self.index(len(self._words) - 1))

    def on(self) -> tuple[int, ...]:
        """Return the places of the lines that are ticked, in their order."""
        return tuple(sorted(self._on))

    def turn(self, place: int) -> None:
        """Tick a line, or take its tick away, and announce it."""
        self._on ^= {place}
        index = self.index(place)
        self.dataChanged.emit(index, index)
        self.ticked.emit(place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words and whether it is ticked."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._on else Qt.CheckState.Unchecked
        return None


class TickDelegate(QStyledItemDelegate):
    """Paints a box and words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line; the one with the keyboard has a ring."""
        scheme = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        at = QRectF(whole.left() + _TICK_LEFT, whole.center().y() - _TICK_BOX / 2, _TICK_BOX, _TICK_BOX)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        draw_indicator(painter, visual(painter, whole, at), Shape.TICK, checked=checked, enabled=True)
        text = whole.adjusted(_TICK_LEFT + _TICK_BOX + _TICK_GAP, 0, -_TICK_LEFT, 0)
        painter.setFont(theme.font(BODY))
        painter.setPen(QColor(scheme.text))
        words = str(index.data())
        shown = theme.metrics(BODY).elidedText(words, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(visual(painter, whole, text), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 1.5))
            painter.drawRoundedRect(whole.adjusted(2, 1, -2, -1), RADIUS_MARK, RADIUS_MARK)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(80, _TICK_ROW)


class TickList(FocusRing, QListView):
    """Shows `model`, at most `lines` lines at a time."""

    def __init__(self, name: str, lines: int = 7) -> None:
        super().__init__()
        self.setObjectName(name)
        self.lines = TickModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.show_at_most(lines)

    def show_at_most(self, lines: int) -> None:
        """Be as high as so many lines; the others are scrolled to."""
        self.setFixedHeight(lines * _TICK_ROW + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; all else moves and finds."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.lines.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the line that is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.lines.turn(index.row())
