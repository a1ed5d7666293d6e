"""The size of everything: chosen in Settings, in effect at once, as far as it fits on the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import click, settle, show
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style import text_size as sizes
from trainer_app.ui.style.text_size import SIZES, TextSize, can_change, text_size


@pytest.fixture
def size(qapp: QApplication) -> Iterator[TextSize]:
    """Give the application's size, the usual one before and after."""
    found = text_size()
    yield found
    found.choose(100)
    settle()


def dots(window: MainWindow) -> float:
    """Return how many dots of the screen a pixel of the window has, after what is queued."""
    settle()
    return window.devicePixelRatioF()


def test_this_qt_can_change_it() -> None:
    assert can_change(), "Settings would offer nothing"


def test_a_size_is_taken_at_once_and_back(size: TextSize, window: MainWindow) -> None:
    window.resize(780, 440)
    show(window)
    room, wide = window.screen().availableGeometry().width(), window.width()
    size.choose(115)
    assert dots(window) == pytest.approx(1.15)
    assert window.screen().availableGeometry().width() == pytest.approx(room / 1.15, abs=1)
    assert window.width() == pytest.approx(wide / 1.15, abs=1), "it takes the same room of the screen"
    assert window.isVisible()
    size.choose(90)
    assert dots(window) == pytest.approx(0.9)
    size.choose(100)
    assert dots(window) == 1
    assert window.width() == pytest.approx(wide, abs=2)


def test_nothing_gets_larger_than_fits_on_the_screen(size: TextSize, window: MainWindow) -> None:
    show(window)
    size.choose(150)
    assert 1 < dots(window) <= 1.5
    room = window.screen().availableGeometry()
    assert room.width() >= window.minimumWidth()
    assert room.height() >= window.minimumHeight()
    assert window.width() <= room.width()


def test_what_cannot_be_chosen_is_the_usual_size(size: TextSize, window: MainWindow) -> None:
    show(window)
    size.choose(115)
    size.choose(400)
    assert size.percent == 100
    assert dots(window) == 1


def test_a_qt_without_the_function_keeps_the_size(
    size: TextSize, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizes, "_function", lambda: None)
    show(window)
    size.choose(130)
    assert size.percent == 100
    assert dots(window) == 1
    monkeypatch.undo()
    assert sizes._function("an unheard system") is None


def test_settings_keep_it_for_the_next_start(
    size: TextSize, workspace: Workspace, window: MainWindow, preferences: PreferenceStore
) -> None:
    show(window)
    screen = workspace.open("settings")
    assert isinstance(screen, SettingsScreen)
    settle()
    switch = screen.looks.text_size
    assert switch.value() == "100"
    click(switch.button("115"))
    assert dots(window) == pytest.approx(1.15)
    assert preferences.now.text_size == 115
    assert size.percent == 115
    click(switch.button("100"))
    assert preferences.now.text_size == 100
    assert Preferences.text_size.choices == SIZES
