"""Parts for tests of the window: a theme, a language, a course in the middle of its third day, a context."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.patient_bot import PatientBot
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeContext, MakeGate
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import make_light, settle, show
from trainer_app.actions.base.workplace import Workplace
from trainer_app.system.folders import DataFolder
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Drive Qt, and wait long enough for a machine that is busy with others."""
    return PatientBot(request)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open a course of 25 people in the middle of its third day."""
    with worlds.at_noon(tmp_path).open() as made:
        yield made


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    """Open an office and two laptops that have exchanged files."""
    with worlds.exchanged(tmp_path / "exchange").open() as made:
        yield Exchange.of(made)


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(scope="session")
def _language(qapp: QApplication) -> LanguageSwitch:
    return LanguageSwitch(qapp, "en")


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    """Give the program's theme, light to begin with."""
    make_light(_theme)
    yield _theme
    make_light(_theme)


@pytest.fixture
def language(_language: LanguageSwitch) -> Iterator[LanguageSwitch]:
    """Give the window's language, English to begin with."""
    _language.choose("en")
    yield _language
    # What is left of a test would read anew what is closed, from a folder that may be gone.
    settle()
    if _language.receivers(SIGNAL("changed(QString)")):
        _language.changed.disconnect()
    _language.choose("en")
    settle()


@pytest.fixture
def preferences(tmp_path: Path) -> PreferenceStore:
    """Preferences of nobody yet, but that papers were printed in English: the courses are held in Tajik."""
    made = PreferenceStore(tmp_path / "preferences.json")
    made.change(Preferences.paper_language, "en")
    return made


@pytest.fixture
def make_context(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> Iterator[MakeContext]:
    """Return what sets up a context over an open computer; long work runs at once, or beside it."""
    made: list[AppContext] = []

    def make(work: Workplace, *, synchronous: bool = True) -> AppContext:
        made.append(AppContext(work, theme, language, preferences, synchronous=synchronous))
        return made[-1]

    yield make
    for each in made:
        each.deleteLater()
    settle()


@pytest.fixture
def context(story: Story, make_context: MakeContext) -> AppContext:
    """Set up a context over the course."""
    return make_context(story.work)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore) -> MainWindow:
    """Show the window, empty, at its promised size."""
    made = MainWindow(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def make_gate(
    window: MainWindow, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> MakeGate:
    """Return a way in to a folder, not begun yet; `more` are `StartOptions`, and long work runs at once."""

    def make(folder: Path | DataFolder, passphrase: str = "", **more: Any) -> StartController:
        where = folder if isinstance(folder, DataFolder) else DataFolder(folder)
        entry = StartOptions(where, passphrase, **{"synchronous": True, **more})
        return StartController(entry, window, theme, language, preferences)

    return make


@pytest.fixture
def enter(make_gate: MakeGate, window: MainWindow) -> MakeGate:
    """Return what starts the program over a folder, in the window, unlocked unless no passphrase is given."""

    def begin(folder: Path | DataFolder, passphrase: str = PASSPHRASE, **more: Any) -> StartController:
        made = make_gate(folder, passphrase, **more)
        made.begin()
        show(window)
        settle()
        return made

    return begin


@pytest.fixture
def workspace(context: AppContext, window: MainWindow) -> Workspace:
    """Open the program on an empty page: the test opens the screen that it is about."""
    # Made inside the window, as the program makes it: what comes into one ready is styled anew, all of it.
    made = context.make_in(window.frame, Workspace)
    empty = QWidget(made.stack)
    empty.setObjectName("empty_page")
    made.stack.addWidget(empty)
    made.stack.setCurrentWidget(empty)
    window.show_page(made)
    window.watch(context.jobs)
    settle()
    return made


@pytest.fixture
def at_today(workspace: Workspace) -> Workspace:
    """Open the program at Today, as it opens for a person."""
    workspace.open("today")
    settle()
    return workspace
