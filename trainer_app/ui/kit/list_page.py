"""Pages with a list: search and filters above it, commands for a row below it, and what fills an empty one.

A page says in `columns`, `filters` and `commands` what it has. `filters` and `commands` are asked again
whenever words may have changed or another row is chosen, so an entry may depend on what is shown; names and
kinds stay the same. Words stand there as `self.tr("...")`, where the extraction of translations finds them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Options, chosen_option, option_data, show_options
from trainer_app.ui.kit.screens import Screen
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch, Tick
from trainer_app.ui.widgets.fields import ComboBox, SearchField
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.tables import Column, KeyedTableModel, TableView

FOOT_HEIGHT = 54
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListSearchField(SearchField):
    """Down and Enter lead from the search into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list."""
        super().keyPressEvent(event)
        if event.key() in _DOWN:
            self.down.emit()


@dataclass(frozen=True)
class Filter:
    """One thing to ask for. `words` name it to a screen reader, or stand in it."""

    name: str
    words: str
    _: KW_ONLY
    shown: bool = True


@dataclass(frozen=True)
class SearchText(Filter):
    """What is typed; the field grows up to `width`."""

    _: KW_ONLY
    width: int


@dataclass(frozen=True)
class OneOf(Filter):
    """One of a list; the first option asks for nothing."""

    options: Options
    _: KW_ONLY
    width: int


@dataclass(frozen=True)
class OneShown(Filter):
    """One of a few words side by side; the first one asks for nothing."""

    options: Options


@dataclass(frozen=True)
class Also(Filter):
    """A tick that asks for more than usual."""


@dataclass(frozen=True)
class TakeBack(Filter):
    """A button that takes all filters back; it is there while one of them asks for something."""


class FilterBar(Retranslated, QWidget):
    """Filters in a line. `changed` asks for the list anew, `down` leads into it.

    `parts` holds the field of each filter by its name.
    """

    changed = Signal()
    down = Signal()

    def __init__(
        self, name: str, prefix: str, filters: Callable[[], Sequence[Filter]], spacing: int = 8
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._ask = filters
        self._options: dict[str, Options] = {}
        self.parts: dict[str, Any] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        for each in filters():
            part = self._make(each, f"{prefix}_{each.name}")
            self.parts[each.name] = part
            row.addWidget(part, 1 if isinstance(each, SearchText) else 0)
        row.addStretch(1)
        self.retranslate()

    def value(self, name: str) -> Any:
        """Return what is asked for: a text, the value of an option, whether a tick is set."""
        part = self.parts[name]
        if isinstance(part, SearchField):
            return part.text().strip()
        if isinstance(part, Tick):
            return part.isChecked()
        data = part.value() if isinstance(part, Switch) else part.currentData()
        return chosen_option(self._options[name], data)

    @property
    def active(self) -> bool:
        """Tell whether anything is asked for."""
        return any(self._asks(name) for name in self.parts)

    def search(self) -> QWidget:
        """Return the search field, which every bar with a search calls "search"."""
        found: QWidget = self.parts["search"]
        return found

    def clear(self) -> None:
        """Ask for everything."""
        for name, part in self.parts.items():
            if isinstance(part, SearchField):
                part.clear()
            elif isinstance(part, Tick):
                part.setChecked(False)
            elif isinstance(part, Switch):
                part.set_value(option_data(self._options[name][0][0]))
            elif isinstance(part, ComboBox):
                part.setCurrentIndex(0)
        self._chosen()

    def retranslate(self) -> None:
        """Set every word, and offer what there is to choose from; what is chosen stays so."""
        for each in self._ask():
            part = self.parts[each.name]
            if isinstance(each, SearchText):
                part.set_hint(each.words)
            elif isinstance(each, Also | TakeBack):
                part.setText(each.words)
            elif isinstance(each, OneOf):
                part.setAccessibleName(each.words)
                self._options[each.name] = each.options
                show_options(part, each.options)
            elif isinstance(each, OneShown):
                part.setAccessibleName(each.words)
                self._options[each.name] = each.options
                part.set_words(*(words for _, words in each.options))
            part.setVisible(each.shown)
        self._show_way_back()

    def _make(self, each: Filter, name: str) -> QWidget:
        if isinstance(each, SearchText):
            search = ListSearchField(name)
            search.setMaximumWidth(each.width)
            search.searched.connect(lambda _text: self._chosen())
            search.down.connect(self.down)
            return search
        if isinstance(each, OneOf):
            field = ComboBox(name)
            field.setFixedWidth(each.width)
            field.activated.connect(lambda _place: self._chosen())
            return field
        if isinstance(each, OneShown):
            values = tuple(option_data(value) for value, _ in each.options)
            switch = Switch(name, values, narrow=True)
            switch.set_value(values[0])
            switch.chosen.connect(lambda _value: self._chosen())
            return switch
        if isinstance(each, TakeBack):
            back = Button(name, ButtonKind.GHOST, "close")
            back.clicked.connect(self.clear)
            return back
        tick = Tick(name)
        tick.toggled.connect(lambda _on: self._chosen())
        return tick

    def _asks(self, name: str) -> bool:
        part = self.parts[name]
        if isinstance(part, Button):
            return False
        if isinstance(part, ComboBox | Switch):
            return bool(self.value(name) != self._options[name][0][0])
        return bool(self.value(name))

    def _show_way_back(self) -> None:
        for part in self.parts.values():
            if isinstance(part, Button):
                part.setVisible(self.active)

    def _chosen(self) -> None:
        self._show_way_back()
        self.changed.emit()


@dataclass(frozen=True)
class Command:
    """A button: its name, its words and what it does. `spoken` are other words for a screen reader."""

    name: str
    words: str
    act: Callable[[], object]
    kind: ButtonKind = ButtonKind.GHOST
    icon: str = ""
    _: KW_ONLY
    shown: bool = True
    spoken: str = ""


class ListPage[R](Screen):
    """A screen with one list. Make `model` first, then call `build` at the end of `__init__`.

    Buttons are in `buttons` by the names of their commands. The list, "nothing is found" and "there is
    nothing yet" are pages of `body`.
    """

    model: KeyedTableModel[R]

    def __init__(self, name: str, prefix: str, context: AppContext, icon: str) -> None:
        super().__init__(name, context)
        self.prefix = prefix
        self.table = TableView(f"{prefix}_table")
        self.card = Card(f"{prefix}_card", titled=False)
        self.about = TwoLines(f"{prefix}_about")
        self.none_found = EmptyState(f"{prefix}_none_found", "search")
        self.empty = EmptyState(f"{prefix}_empty", icon)
        self.body = QStackedWidget()
        self.buttons: dict[str, Button] = {}
        self._acts: dict[str, Callable[[], object]] = {}

    # What a page says

    def columns(self) -> tuple[Column[R], ...]:
        """Say the columns of the table."""
        raise NotImplementedError

    def filters(self) -> Sequence[Filter]:
        """Say by what the list can be narrowed."""
        raise NotImplementedError

    def head(self) -> Sequence[Command]:
        """Say which buttons may stand in the head of the screen, the primary one last."""
        return ()

    def commands(self, row: R | None) -> Sequence[Command]:
        """Say what can be done with the chosen row; the likeliest command last."""
        raise NotImplementedError

    def first_steps(self) -> Sequence[Command]:
        """Say what to begin with where there is nothing yet; the likeliest command first."""
        raise NotImplementedError

    def everything(self) -> Command:
        """Say how everything is shown again where nothing is found."""
        raise NotImplementedError

    def told(self, row: R) -> tuple[str, str]:
        """Say the chosen row in two lines."""
        raise NotImplementedError

    def refresh_found(self) -> None:
        """Read what is asked for by the filters, and show it."""
        raise NotImplementedError

    # What follows from it

    def build(self, bar: FilterBar) -> None:
        """Lay out the page below its filters, and say every word."""
        self.bar = bar
        bar.changed.connect(self.refresh_found)
        bar.down.connect(self.into_list)
        self.table.show_model(self.model)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.show_chosen())
        foot = QWidget()
        foot.setObjectName(f"{self.prefix}_foot")
        foot.setFixedHeight(FOOT_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        self._make(self.head())
        for button in self._make(self.commands(None)):
            row.addWidget(button)
        self.card.add_row(self.table, 1)
        self.card.add_row(foot)
        self.card.grow()
        for state, steps in ((self.none_found, [self.everything()]), (self.empty, self.first_steps())):
            for button in self._make(steps):
                state.add_button(button)
        self.body.setObjectName(f"{self.prefix}_body")
        for part in (self.card, self.none_found, self.empty):
            self.body.addWidget(part)
        self.column.setSpacing(12)
        self.column.addWidget(bar)
        self.column.addWidget(self.body, 1)
        self.retranslate()

    def show_body(self, *, anything: bool) -> None:
        """Show the list, or that nothing is found, or that there is not `anything` at all."""
        rows = self.model.rowCount() > 0
        self.body.setCurrentWidget(self.card if rows else self.none_found if anything else self.empty)
        self.bar.setVisible(anything)
        self.show_chosen()

    def chosen(self) -> R | None:
        """Return the chosen row."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def current(self) -> str:
        """Return the key of the chosen row, "" for none."""
        index = self.table.currentIndex()
        return self.model.key(index.row()) if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose a row; the first one if it is not shown."""
        if self.model.rowCount():
            place = self.model.place(key)
            self.table.setCurrentIndex(self.model.index(0 if place is None else place, 0))

    def show_chosen(self) -> None:
        """Say the chosen row, and offer what can be done with it."""
        row = self.chosen()
        for command in self.commands(row):
            self._say(command)
            self.buttons[command.name].setVisible(row is not None and command.shown)
        self.about.set_lines(*(self.told(row) if row is not None else ("", "")))

    def into_list(self) -> None:
        """Move the keyboard into the list."""
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        for command in (*self.head(), self.everything(), *self.first_steps()):
            self._say(command)
        self.show_chosen()

    def _make(self, commands: Iterable[Command]) -> list[Button]:
        made = []
        for command in commands:
            button = Button(f"{self.prefix}_{command.name}", command.kind, command.icon)
            button.clicked.connect(lambda _on=False, name=command.name: self._acts[name]())
            self.buttons[command.name] = button
            made.append(button)
        return made

    def _say(self, command: Command) -> None:
        button = self.buttons[command.name]
        self._acts[command.name] = command.act
        button.setText(command.words)
        if command.spoken:
            button.setAccessibleName(command.spoken)
