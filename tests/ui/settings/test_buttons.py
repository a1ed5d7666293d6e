"""Buttons of Settings that no other test presses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit import worlds, writing
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import find, press_button, settle
from tests.ui.settings.test_screen import screen
from trainer_app.actions.base import identity
from trainer_app.actions.office import office
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.style.theme import Theme, ThemeMode
from trainer_app.ui.widgets.controls import Button

__all__ = ["screen"]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Answer every chooser of files with the path that stands first."""
    paths: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(paths[0]), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(paths[0])], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(paths[0]))
    return paths


def test_diagnostics_are_saved_to_the_file_that_is_chosen(
    screen: SettingsScreen, chosen: list[Path], tmp_path: Path
) -> None:
    chosen.append(tmp_path / "diagnostics.txt")
    press_button(screen, "about_diagnostics")
    assert "Qt" in chosen[0].read_text(encoding="utf-8")


def test_a_laptop_asks_to_be_enrolled_by_file(
    screen: SettingsScreen, exchange: Exchange, chosen: list[Path], tmp_path: Path
) -> None:
    chosen.append(tmp_path / "me.treq")
    press_button(screen, "settings_request")
    enrolled = writing.enrolled(exchange.office, chosen[0], "K5", tmp_path)
    assert enrolled.pack.file.exists(), "the office takes the file as a request"


def test_the_office_leads_to_its_people(
    screen: SettingsScreen, exchange: Exchange, qtbot: QtBot, make_context: MakeContext
) -> None:
    """S3: who looked for users and roles looked in Settings; they stand under Keys of Office."""
    assert not find(screen, Button, "settings_people").isVisible(), "a laptop has none"
    context = make_context(exchange.office, synchronous=False)
    gone: list[tuple[str, object]] = []
    context.place_requested.connect(lambda name, place: gone.append((name, place)))
    shown = SettingsScreen(context)
    qtbot.addWidget(shown)
    shown.show()
    settle()
    press_button(shown, "settings_people")
    assert gone == [("office", {"tab": "keys"})]


class TestJoining:
    """A laptop that has asked an office and got its file."""

    @pytest.fixture
    def story(self, tmp_path: Path) -> Iterator[Story]:
        with worlds.empty(tmp_path / "new").open() as made:
            yield made

    def test_the_file_of_the_office_is_taken_in(
        self, screen: SettingsScreen, exchange: Exchange, story: Story, chosen: list[Path], tmp_path: Path
    ) -> None:
        asked, _ = office.request(story.work, tmp_path / "me.treq")
        pack = writing.enrolled(exchange.office, asked, "K5", tmp_path).pack.file
        chosen.append(pack)
        assert not identity.has_office(story.work)
        asked_for: list[dict[str, bool]] = []
        screen.context.place_requested.connect(lambda name, place: asked_for.append({name: True, **place}))
        press_button(screen, "settings_take_in")
        settle()
        assert not identity.has_office(story.work)
        assert office.waiting(story.work) is not None
        assert asked_for == [{"sending": True, "joining": True}], "there the office's digits are asked for"


@in_turn("code", LANGUAGES)
def test_every_language_is_chosen_by_its_part_of_the_switch(
    screen: SettingsScreen, language: LanguageSwitch, code: str
) -> None:
    language.choose("ru" if code != "ru" else "en")
    settle()
    press_button(screen, f"settings_language_{code}")
    assert language.code == code


@pytest.mark.parametrize("mode", list(ThemeMode))
def test_every_look_is_chosen_by_its_part_of_the_switch(
    screen: SettingsScreen, theme: Theme, preferences: PreferenceStore, mode: ThemeMode
) -> None:
    theme.choose("light" if mode is not ThemeMode.LIGHT else "dark")
    settle()
    press_button(screen, f"settings_theme_{mode.value}")
    assert theme.mode is mode
    assert preferences.now.theme == mode.value


def test_a_backup_for_a_stick_goes_into_a_folder_that_is_chosen(
    screen: SettingsScreen, chosen: list[Path], tmp_path: Path
) -> None:
    chosen.append(tmp_path / "sticks")
    chosen[0].mkdir()
    press_button(screen, "data_stick")
    press_button(screen, "stick_place_other")
    press_button(screen, "stick_panel_accept")
    assert [each.suffix for each in chosen[0].iterdir()] == [".tbackup"]
