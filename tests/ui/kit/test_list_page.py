"""Parts of pages with a list: filters, buttons that follow what is chosen, the card around a table."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, press, show, type_text
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.list_page import (
    ChoiceFilter,
    ClearFilters,
    Command,
    Filter,
    FilterBar,
    ListCard,
    SearchFilter,
    SwitchFilter,
    TickFilter,
)
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.drawn_tables import InkTable
from trainer_app.ui.widgets.table_models import Column, ListTableModel
from trainer_app.ui.widgets.tables import Selection


class Colour(StrEnum):
    """Something to choose."""

    RED = "red"
    BLUE = "blue"


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> FilterBar:
    """Show a bar with every kind of filter."""

    def filters() -> tuple[Filter, ...]:
        return (
            SearchFilter("search", "Find", width=200),
            ChoiceFilter(
                "colour", "Colour", [(None, "any"), *((each, each.value) for each in Colour)], width=120
            ),
            SwitchFilter("kind", "Kind", [("all", "All"), ("one", "One")]),
            TickFilter("away", "Archive"),
            ClearFilters("reset", "Everything"),
        )

    made = FilterBar("filters", "things", filters)
    qtbot.addWidget(made)
    show(made)
    return made


def test_filters_tell_what_is_asked_for_and_are_taken_back(bar: FilterBar, qtbot: QtBot) -> None:
    reset = bar.parts["reset"]
    assert not bar.active
    assert not reset.isVisible()
    with qtbot.waitSignal(bar.changed):
        type_text(bar.search(), " a ")
    assert bar.value("search") == "a"
    assert reset.isVisible()
    bar.parts["colour"].setCurrentIndex(2)
    click(bar.parts["kind"].button("one"))
    click(bar.parts["away"])
    assert [bar.value(name) for name in ("colour", "kind", "away")] == [Colour.BLUE, "one", True]
    with qtbot.waitSignal(bar.changed):
        click(reset)
    assert [bar.value(name) for name in ("search", "colour", "kind", "away")] == ["", None, "all", False]
    assert not bar.active
    assert not reset.isVisible()


def test_down_and_enter_lead_out_of_the_search(bar: FilterBar, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        with qtbot.waitSignal(bar.down):
            press(bar.search(), key)


class Letters:
    """A card that lists letters, and notes what was done with which of them."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.table = InkTable("letters_table", 30, several=True)
        column = Column[str]("letter", lambda: "Letter", lambda letter: letter)
        self.model = ListTableModel[str]("letters_model", [column], lambda letter: letter, self.table)
        self.selection = Selection(self.table, self.model)
        self.card = ListCard("letters", self.selection, self.commands, self.describe)
        self.buttons = self.card.buttons
        self.model.set_rows("abc")
        self.card.show_chosen()

    def commands(self, rows: Sequence[str]) -> Sequence[Command]:
        words, note = "".join(rows), self.done.append
        return (
            Command(
                "save", "", lambda: self.done.append(f"save {words}"), icon="save", spoken="Save", keys="F2"
            ),
            Command("join", f"Join {words}", partial(note, f"join {words}"), shown=len(rows) > 1),
            Command(
                "open",
                "Open",
                partial(note, f"open {words}"),
                ButtonKind.PLAIN,
                "pen" if "a" in rows else "eye",
                enabled=bool(rows),
                spoken=f"Open {words}",
            ),
        )

    def describe(self, rows: Sequence[str]) -> tuple[str, str]:
        return "".join(rows), str(len(rows))


@pytest.fixture
def letters(qtbot: QtBot, theme: Theme) -> Letters:
    made = Letters()
    qtbot.addWidget(made.card)
    show(made.card)
    return made


def choose(letters: Letters, *rows: int) -> None:
    letters.table.selectRow(rows[0])
    flags = QItemSelectionModel.SelectionFlag
    for row in rows[1:]:
        letters.table.selectionModel().select(letters.model.index(row, 0), flags.Select | flags.Rows)


def test_buttons_follow_what_is_chosen(letters: Letters) -> None:
    buttons = letters.buttons
    assert not buttons["open"].isEnabled()
    assert not buttons["join"].isVisible()
    choose(letters, 2, 0)
    assert letters.selection.rows() == ["a", "c"], "from the top, in whatever order they were chosen"
    assert (letters.card.about.title.text(), letters.card.about.second.text()) == ("ac", "2")
    assert buttons["join"].text() == "Join ac"
    assert buttons["open"].accessibleName() == "Open ac"
    assert buttons["open"].icon_name == "pen"
    click(buttons["join"])
    click(buttons["open"])
    choose(letters, 1)
    assert not buttons["join"].isVisible()
    assert buttons["open"].icon_name == "eye"
    click(buttons["open"])
    click(buttons["save"])
    assert letters.done == ["join ac", "open ac", "open b", "save b"]


def test_a_command_without_words_is_an_icon_that_says_what_it_does(letters: Letters) -> None:
    save = letters.buttons["save"]
    assert (save.text(), save.accessibleName(), save.toolTip()) == ("", "Save", "Save (F2)")
    assert [button.objectName() for button in letters.buttons.all()] == [
        "letters_save",
        "letters_join",
        "letters_open",
    ]


def test_a_button_that_its_page_hides_stays_hidden(letters: Letters) -> None:
    letters.buttons["open"].hide()
    choose(letters, 1)
    assert letters.buttons["open"].isHidden()


def test_the_row_that_was_chosen_is_found_again(letters: Letters) -> None:
    selection = letters.selection
    assert selection.rows() == []
    selection.choose("z", "c", "b")
    assert (selection.key(), selection.row()) == ("c", "c"), "the first key that is shown"
    selection.choose("z")
    assert selection.rows() == ["a"], "the first row where none of them is"
    letters.model.set_rows("")
    selection.choose("a")
    assert selection.rows() == []
