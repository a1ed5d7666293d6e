"""Settings: language and looks at once, name, passphrase, the office, the data, diagnostics without names."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.kit.samples import NAMES, PASSPHRASE
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, show, type_text
from trainer_app import VERSION
from trainer_app.actions.base import identity, workplace
from trainer_app.bundle import vault
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Integrity
from trainer_app.system.preferences import Preference
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.settings.cards import OnOffRow
from trainer_app.ui.settings.screen import SettingsScreen, collect_diagnostics
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import DARK
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.overlays import Mood

NEW = "панҷ калимаи нави дигар барои ёд"


@pytest.fixture
def screen(workspace: Workspace, window: MainWindow) -> SettingsScreen:
    """Show Settings."""
    window.resize(1366, 900)
    show(window)
    found = workspace.open("settings")
    settle()
    assert isinstance(found, SettingsScreen)
    return found


def test_the_language_changes_at_once_and_stays(screen: SettingsScreen, language: LanguageSwitch) -> None:
    click(screen.looks.language.button("ru"))
    settle()
    assert language.code == "ru"
    assert screen.header.title.text() == "Настройки"
    assert screen.looks.language.value() == "ru"


def test_the_looks_change_at_once_and_stay(screen: SettingsScreen, preferences: PreferenceStore) -> None:
    press(screen.looks.theme.button("dark"), Qt.Key.Key_Space)
    assert tokens() is DARK
    assert preferences.now.theme == "dark"
    screen.context.theme.choose("light")
    assert screen.looks.theme.value() == "light"


def test_another_name_stands_in_the_rail_and_in_new_entries(
    screen: SettingsScreen, workspace: Workspace, context: AppContext, preferences: PreferenceStore
) -> None:
    assert not screen.person.save.isEnabled()
    screen.person.user.clear()
    assert not screen.person.save.isEnabled(), "somebody must be named"
    type_text(screen.person.user, "М. Саидова")
    press(screen.person.user, Qt.Key.Key_Return)
    assert context.work.user == context.work.journal.user == "М. Саидова"
    assert workspace.rail.user.text() == "М. Саидова"
    assert not screen.person.save.isEnabled()


@pytest.mark.parametrize("name", ["Каримов Сорбон Ҳакимович", "Шамсиддинзода-Абдурраҳмонова Гулчеҳрамоҳ"])
def test_ones_own_name_is_seen_from_its_beginning(screen: SettingsScreen, name: str) -> None:
    field = screen.person.user
    field.clear()
    type_text(field, name)
    press(field, Qt.Key.Key_Return)
    settle()
    assert field.cursorPosition() == 0
    three_words = "Каримов Сорбон Ҳакимович"
    assert field.fontMetrics().horizontalAdvance(three_words) <= field.width() - 24


def test_the_lock_waits_as_long_as_chosen(
    qtbot: QtBot, screen: SettingsScreen, context: AppContext, preferences: PreferenceStore
) -> None:
    assert screen.person.minutes.currentText() == "after 15 minutes"
    with qtbot.waitSignal(context.lock_changed):
        place = screen.person.minutes.findData(0)
        screen.person.minutes.setCurrentIndex(place)
        screen.person.minutes.activated.emit(place)
    assert preferences.now.lock_minutes == 0
    assert screen.person.minutes.currentText() == "never"
    assert find(screen, QLabel, "settings_lock_second").text() == "Whoever opens the lid can read every name."


def test_the_passphrase_is_changed_by_who_knows_it(
    screen: SettingsScreen, story: Story, workspace: Workspace
) -> None:
    click(screen.person.passphrase)
    panel = screen.passphrase
    assert panel.isVisible()
    assert panel.old.line.hasFocus()
    type_text(panel.old.line, "чор калимаи хато")
    type_text(panel.phrase.first.line, "кӯтоҳ")
    press(panel.phrase.first.line, Qt.Key.Key_Return)
    assert panel.phrase.row.error.text() == "Too short: four words, or 14 characters"
    panel.phrase.first.line.setText(NEW)
    type_text(panel.phrase.second.line, NEW[:-1].replace("ё", "е"))
    click(panel.accept_button)
    assert panel.phrase.again.error.text() == "The two are not the same"
    type_text(panel.phrase.second.line, NEW[-1])
    click(panel.accept_button)
    assert "does not open your data" in panel.old_row.error.text()
    assert panel.isVisible()
    panel.old.line.setText(PASSPHRASE)
    click(panel.accept_button)
    assert panel.isHidden()
    assert workspace.banner.title.text() == "The passphrase is changed"
    content = story.work.folder.vault.read_bytes()
    assert vault.unlock(content, NEW) == story.work.key
    with pytest.raises(TrainerError):
        vault.unlock(content, PASSPHRASE)
    click(screen.person.passphrase)
    assert [field.text() for field in (panel.old, panel.phrase.first, panel.phrase.second)] == ["", "", ""]


def test_a_request_file_names_its_digits(
    screen: SettingsScreen, workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    digits = identity.device_keys(story.work).fingerprint
    assert screen.office.chip.text() == "No office yet"
    screen.office.write_request(tmp_path / "request.json")
    assert (tmp_path / "request.json").exists()
    assert workspace.banner.title.text() == "Saved and checked"
    assert digits in workspace.banner.text.text()
    assert workspace.banner.mood is Mood.NOW, "a success would go before the digits are read"
    workspace.context.tell_good("Something else")
    click(workspace.banner.close_button)
    assert digits in workspace.banner.text.text(), "they come back until somebody closes them"
    click(workspace.banner.close_button)
    assert workspace.banner.isHidden()
    screen.office.write_request(tmp_path / "nowhere" / "request.json")
    assert workspace.banner.mood is Mood.BAD


def test_the_data_is_checked(screen: SettingsScreen, workspace: Workspace) -> None:
    click(screen.data.check)
    assert workspace.banner.mood is Mood.GOOD
    assert workspace.banner.title.text() == "Everything is in order"


def test_a_check_that_finds_something_says_what_to_do(screen: SettingsScreen, workspace: Workspace) -> None:
    screen.data._checked(Integrity("digest", 3, ("row.differs:person:k", "row.missing:course:k")))
    assert workspace.banner.mood is Mood.BAD
    assert workspace.banner.title.text() == "The check found 2 problems"
    assert "row.missing" in workspace.banner.details.text()


def test_a_copy_is_made_from_here_too(screen: SettingsScreen, workspace: Workspace) -> None:
    click(screen.backups.backup)
    assert workspace.banner.title.text() == "Saved and checked"
    assert "The newest: today, 11:42" in screen.backups._backup_row.second.text()


def test_diagnostics_hold_no_name(screen: SettingsScreen, context: AppContext, tmp_path: Path) -> None:
    logs = context.work.folder.logs
    logs.mkdir(parents=True, exist_ok=True)
    (logs / "trainer.log").write_text("INFO started\n", encoding="utf-8")
    (logs / "crash-1.txt").write_text("ValueError\n", encoding="utf-8")
    screen.about.save_to(tmp_path / "diagnostics.txt")
    text = (tmp_path / "diagnostics.txt").read_text(encoding="utf-8")
    assert f"trainer-app {VERSION}" in text
    assert "INFO started" in text
    assert "ValueError" in text
    assert "database: " in text
    for word in (*NAMES, "Назарова", "Душанбе"):
        assert word not in text
    assert text == collect_diagnostics(context)


def test_every_part_and_the_text_of_its_licence_can_be_read(screen: SettingsScreen) -> None:
    click(screen.about.licences)
    panel = screen.licences
    assert panel is not None
    assert panel.isVisible()
    found = {row.part.name.lower(): row for row in panel.rows}
    assert panel.rows[0].part.name == "Trainer App"
    assert {"peewee", "reportlab", "cryptography", "msgspec", "noto sans"} <= found.keys()
    for name, words in (("trainer app", "GNU GENERAL PUBLIC LICENSE"), ("peewee", "Permission is hereby")):
        click(found[name])
        assert panel.list.isHidden()
        assert words in panel.page.text.toPlainText()
        assert panel.page.back.hasFocus()
        click(panel.page.back)
        assert panel.page.isHidden()
        assert found[name].hasFocus()
    press(found["msgspec"], Qt.Key.Key_Return)
    assert "msgspec" in panel.page.name.text()
    press(panel.close_button, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert f"cryptography {found['cryptography'].part.version}" in collect_diagnostics(screen.context)


@pytest.mark.parametrize("code", ["tg", "ru"])
def test_no_word_stays_english(screen: SettingsScreen, language: LanguageSwitch, code: str) -> None:
    titles = [screen.looks, screen.person, screen.office, screen.data, screen.about]
    before = {card.title.text() for card in titles}
    language.choose(code)
    settle()
    assert not before & {card.title.text() for card in titles}
    assert workplace.Role.TRAINER.value not in screen.person.title.text()


def test_sounds_are_on_until_somebody_switches_them_off(
    screen: SettingsScreen, preferences: PreferenceStore
) -> None:
    assert preferences.now.sounds
    assert screen.looks.switches["sounds"].switch.value() == "on"
    click(screen.looks.switches["sounds"].switch.button("off"))
    assert not preferences.now.sounds
    press(screen.looks.switches["sounds"].switch.button("on"), Qt.Key.Key_Space)
    assert preferences.now.sounds


def test_tables_that_differ_are_made_anew_on_request(
    screen: SettingsScreen, workspace: Workspace, story: Story
) -> None:
    with story.work.database.write():
        story.work.database.run("DELETE FROM attendance WHERE id % 2 = 0")
    click(screen.data.check)
    assert workspace.banner.mood is Mood.BAD
    click(find(workspace.banner, Button, "data_repair"))
    assert workspace.banner.title.text() == "Everything is in order"


def test_the_keyboard_begins_at_the_first_setting(workspace: Workspace) -> None:
    screen = workspace.open("settings")
    settle()
    assert screen is not None
    focus = screen.first_focus()
    assert focus is not None
    assert focus.objectName().startswith("settings_language_")
    assert focus.isVisible()


def test_a_preference_without_a_hint_has_its_row(context: AppContext) -> None:
    plain = Preference("sounds", True, bool, title="preference.sounds")
    row = OnOffRow(context, plain)
    assert row.switch.value() == "on"
    row.switch.set_value("off")
    row.retranslate()
    assert row.switch.value() == "off"
    row.deleteLater()


def test_tab_goes_from_the_old_passphrase_to_the_new_one_and_nothing_is_shown(
    screen: SettingsScreen,
) -> None:
    click(screen.person.passphrase)
    panel = screen.passphrase
    settle()
    phrase, walked = panel.phrase, [panel.window().focusWidget()]
    while len(walked) < 7:
        press(panel.window().focusWidget() or panel, Qt.Key.Key_Tab)
        walked.append(panel.window().focusWidget())
    eyes = [panel.old.eye, phrase.first.eye, phrase.second.eye]
    assert walked == [panel.old.line, *phrase.lines, *eyes, phrase.offer]
    click(panel.old.eye)
    click(phrase.first.eye)
    assert panel.old.line.echoMode() is QLineEdit.EchoMode.Normal
    click(panel.cancel_button)
    assert panel.isHidden()
    click(screen.person.passphrase)
    assert not any(eye.isChecked() for eye in eyes)
    assert {line.echoMode() for line in (panel.old.line, *phrase.lines)} == {QLineEdit.EchoMode.Password}
    click(panel.cancel_button)


def test_a_weak_passphrase_of_before_is_told_of_until_it_is_changed(
    screen: SettingsScreen, story: Story
) -> None:
    assert "Family name first" in find(screen, QLabel, "settings_user_second").text()
    told = find(screen, QLabel, "settings_passphrase_second")
    assert told.text() == "Opens the data on this computer."
    story.work.weak_passphrase = True
    screen.person.retranslate()
    assert told.text() == "The one of now is soon guessed: a new one would be better."
    click(screen.person.passphrase)
    panel = screen.passphrase
    type_text(panel.old.line, PASSPHRASE)
    click(panel.phrase.offer)
    type_text(panel.phrase.second.line, panel.phrase.text())
    click(panel.accept_button)
    settle()
    assert panel.isHidden()
    assert told.text() == "Opens the data on this computer."
