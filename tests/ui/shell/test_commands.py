"""Ctrl+K finds each page, tab and action by its caption and by everyday words, and leads to what it names."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import find, settle, show
from trainer_app.actions.courses import courses
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.kit.context import AppContext, Notice, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.place_spellings import PlacesPanel
from trainer_app.ui.office.wording import tab_titles
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.quick_search import Found, QuickSearch, command_list
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

ITSELF = frozenset({"find_anything", "next_area"})
"""The search, and a key alone: it moves the keyboard between the navigation and the page."""
BEGUN = frozenset({"people_search"})
"""Where only the way begins: a person's data are erased on the page of that person."""


@pytest.fixture
def trainer(workspace: Workspace, window: MainWindow, story: Story) -> Workspace:
    """Show a trainer's course."""
    window.resize(1366, 697)
    show(window)
    workspace.open("courses", course=story.course)
    settle()
    return workspace


@pytest.fixture
def office(
    qtbot: QtBot,
    exchange: Exchange,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
    window: MainWindow,
) -> Iterator[Workspace]:
    """Show a course at the office."""
    context = AppContext(exchange.office, theme, language, preferences, synchronous=True)
    made = context.make_in(window.frame, Workspace)
    window.show_page(made)
    window.watch(context.jobs)
    window.resize(1366, 697)
    show(window)
    made.open("courses", course=courses.list_courses(exchange.office)[0].course.key)
    settle()
    yield made
    context.deleteLater()
    settle()


def search(workspace: Workspace) -> QuickSearch:
    workspace.anywhere.find()
    return find(workspace.window(), QuickSearch, "quick_search")


def in_sight(workspace: Workspace) -> set[str]:
    """Return what the captions in sight say, folded."""
    parts = (*workspace.findChildren(QLabel), *workspace.findChildren(QAbstractButton))
    return {fold(part.text()) for part in parts if part.isVisible()}


def missing(sheet: QuickSearch, line: Found, asked: str) -> bool:
    return line not in (*sheet.commands_for(asked), *sheet.steps_for(asked))


def lost(workspace: Workspace) -> list[str]:
    """Return which pages, tabs and actions are not found by their captions or by an everyday word."""
    language = workspace.context.language.code
    sheet = search(workspace)
    lines = {line.words: line for line in (*sheet._commands, *sheet._led)}
    captions = [spec.title for spec in workspace.specs.values()] + [tab.title for tab in TABS]
    captions += tab_titles().values() if "office" in workspace.specs else []
    captions += [spec.words() for spec in workspace.actions_table.specs() if spec.name not in ITSELF]
    off = [spec.words() for spec in workspace.actions_table.specs() if not _enabled(workspace, spec.name)]
    # "Undo" says on and off what it takes back.
    wrong = [
        each for each in captions if each not in off and not any(line.startswith(each) for line in lines)
    ]
    known = command_list()
    said = [*known.also.values(), *(each.also for each in known.commands)]
    for line in lines.values():
        everyday = next((each[language] for each in said if line.also == " ".join(each.values())), "")
        # What would be undone is no word of Undo.
        for asked in (*(() if line.step else (line.words,)), *everyday.split()):
            if missing(sheet, line, asked):
                wrong.append(f"{line.words}: {asked}")
    sheet.dismiss()
    settle()
    return wrong


def _enabled(workspace: Workspace, name: str) -> bool:
    return workspace.actions_table[name].isEnabled()


def not_reached(workspace: Workspace) -> list[str]:
    """Return to which parts one is not led: they are not shown, or are called otherwise, or lack the keys."""
    sheet = search(workspace)
    lines = [line for line in sheet._led if line.part]
    sheet.dismiss()
    wrong = []
    for line in lines:
        workspace.anywhere._go_to_found(line)
        settle()
        parts = [each for name in line.part.split() for each in workspace.findChildren(QWidget, name)]
        shown = [part for part in parts if part.isVisible()]
        held = QApplication.focusWidget()
        if not shown:
            wrong.append(line.part)
        elif shown[0].isEnabled() and (held is None or not (held is shown[0] or shown[0].isAncestorOf(held))):
            wrong.append(f"{line.part}: the keyboard is at {held.objectName() if held else None}")
        elif line.part not in BEGUN and fold(line.words.rpartition(": ")[2]) not in in_sight(workspace):
            wrong.append(f"{line.part}: {line.words}")
    return wrong


def test_every_name_has_everyday_words_in_every_language() -> None:
    known = command_list()
    names = {f"screen/{spec.name}" for spec in SCREENS} | {f"tab/{tab.name}" for tab in TABS}
    names |= {f"office/{name}" for name in tab_titles()}
    assert sorted(names - set(known.also)) == []
    for words in (*known.also.values(), *(each.also for each in known.commands)):
        assert list(words) == ["en", "ru", "tg"]
        assert all(words.values())
    assert set(LANGUAGES) == {"en", "ru", "tg"}


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_a_trainer_finds_everything_by_its_caption_and_by_everyday_words(
    trainer: Workspace, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert lost(trainer) == []


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_an_office_finds_everything_by_its_caption_and_by_everyday_words(
    office: Workspace, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert lost(office) == []


def test_a_trainer_is_led_to_what_was_found(trainer: Workspace, language: LanguageSwitch) -> None:
    language.choose("ru")
    settle()
    assert not_reached(trainer) == []


def test_an_office_is_led_to_what_was_found(office: Workspace, language: LanguageSwitch) -> None:
    language.choose("tg")
    settle()
    assert not_reached(office) == []


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("erase", "Erase the names…"),
        ("стереть", "Erase the names…"),
        ("удалить", "Retention"),
        ("places", "Spellings of places"),
        ("места", "Spellings of places"),
        ("ҷой", "Spellings of places"),
    ],
)
def test_what_only_the_help_knew_is_found(office: Workspace, asked: str, wanted: str) -> None:
    """S3: these found pages of the help alone."""
    sheet = search(office)
    assert wanted in [line.words for line in sheet.commands_for(asked)]
    sheet.dismiss()


def test_spellings_of_places_are_opened_or_said_to_be_one(office: Workspace) -> None:
    told: list[Notice] = []
    office.context.noticed.connect(told.append)
    sheet = search(office)
    (line,) = [each for each in sheet._led if each.words == "Spellings of places"]
    sheet.dismiss()
    office.anywhere._go_to_found(line)
    settle()
    shown = [each for each in office.findChildren(PlacesPanel) if each.isVisible()]
    assert bool(shown) is not ("No place has several spellings" in [each.title for each in told])
    assert office.current() == "office"
