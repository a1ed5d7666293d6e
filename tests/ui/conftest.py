"""Parts for tests of the window: a theme, a language, a course in the middle of its third day, a desk."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import exchange_parts
from tests.ui import story as stories
from tests.ui.driving import settle
from tests.ui.evaluation_parts import finish
from tests.ui.exchange_parts import Exchange, Made
from tests.ui.story import Story, Template
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme, ThemeMode, style_sheet
from trainer_app.ui.style.tokens import LIGHT


def pytest_configure(config: pytest.Config) -> None:
    """Let one warning pass: the platform without a screen has no window manager to tell sizes to."""
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support propagateSizeHints\(\)")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Make the course once for all tests."""
    made = stories.fill(stories.new_work(tmp_path_factory.mktemp("template") / "data"))
    return Template.of(replace(made, clock=_noon()))


@pytest.fixture(scope="session")
def finished(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Make the course at its end once for all tests."""
    with template.opened(tmp_path_factory.mktemp("finished") / "data") as made:
        return Template.of(finish(made))


@pytest.fixture
def story(template: Template, tmp_path: Path) -> Iterator[Story]:
    """Open a copy of the course for one test."""
    with template.opened(tmp_path / "data") as made:
        yield made


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make an office and a laptop that exchange files once for all tests."""
    return exchange_parts.make(tmp_path_factory.mktemp("exchange") / "made")


@pytest.fixture
def exchange(made: Made, tmp_path: Path) -> Iterator[Exchange]:
    """Open a copy of office and laptop for one test."""
    opened = exchange_parts.open_copy(made, tmp_path / "exchange")
    yield opened
    exchange_parts.close(opened)


def _noon() -> FixedClock:
    clock = fixed_at(stories.DAY, 11, "Asia/Dushanbe", step=7)
    clock.advance(minutes=42)
    return clock


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(scope="session")
def _language(qapp: QApplication) -> LanguageSwitch:
    return LanguageSwitch(qapp, "en")


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    """Give the program's theme, light to begin with."""
    _light(_theme)
    yield _theme
    _light(_theme)


def _light(theme: Theme) -> None:
    """Go back to the light theme where a test left it: to set a style sheet anew takes long each time.

    What measures the window beside these tests has a theme of its own, and leaves none behind.
    """
    application = theme.parent()
    assert isinstance(application, QApplication)
    if (theme.mode, application.styleSheet()) != (ThemeMode.LIGHT, style_sheet(LIGHT)):
        theme.choose(ThemeMode.LIGHT)


@pytest.fixture
def language(_language: LanguageSwitch) -> Iterator[LanguageSwitch]:
    """Give the window's language, English to begin with."""
    _language.choose("en")
    yield _language
    _language.choose("en")
    settle()


@pytest.fixture
def preferences(tmp_path: Path) -> PreferenceStore:
    """Preferences of nobody yet."""
    return PreferenceStore(tmp_path / "preferences.json")


@pytest.fixture
def desk(
    qtbot: QtBot, story: Story, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> Iterator[AppContext]:
    """Set up a desk over the course; long work runs at once."""
    made = AppContext(story.work, theme, language, preferences, synchronous=True)
    yield made
    made.deleteLater()
    settle()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore) -> MainWindow:
    """Show the window, empty, at its promised size."""
    made = MainWindow(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def workspace(desk: AppContext, window: MainWindow) -> Workspace:
    """Open the program at Today."""
    made = Workspace(desk)
    window.show_page(made)
    window.watch(desk.jobs)
    made.open("today")
    settle()
    return made
