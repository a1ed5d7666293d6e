"""An update in the window: looked at first, taken by one press, gone back from; an office sends it on."""

import re
import secrets
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.kit import worlds
from tests.kit.pretended_program import NEWS, Program, pretend
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import press, press_button, settle
from trainer_app import VERSION
from trainer_app.actions.base import workplace
from trainer_app.actions.exchange import packs
from trainer_app.system import installed
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.settings.program import UpdatePanel
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return pretend(tmp_path / "program", monkeypatch)


@pytest.fixture
def start(enter: MakeGate) -> MakeGate:
    return lambda folder, *files: enter(folder, files=files, clock=worlds.noon())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = worlds.empty(tmp_path / "world").lay()
    # Opened once, so that nothing is said of a folder that was copied.
    workplace.open_workplace(DataFolder(folder), PASSPHRASE, clock=worlds.noon()).close()
    return folder


def settings_of(made: StartController) -> SettingsScreen:
    assert made.workspace is not None
    made.workspace.open("settings")
    found = made.workspace.findChild(SettingsScreen)
    assert isinstance(found, SettingsScreen)
    return found


def panel_of(made: StartController) -> UpdatePanel:
    panel = settings_of(made).update_panel
    assert panel.isVisible()
    return panel


def test_a_double_click_shows_what_an_update_brings_and_one_press_takes_it(
    start: MakeGate, root: Path, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    made = start(root, program.update(tmp_path))
    press_button(window, "locked_files_question_yes")
    panel = panel_of(made)
    assert "0.2.0" in panel.number.text()
    assert VERSION in panel.number.text()
    assert panel.news.text() == "Something new"
    assert not panel.refused.isVisible()
    press_button(window, "update_panel_accept")
    settle()
    assert program.place.current == "0.2.0"
    assert not panel.isVisible()
    card = settings_of(made).program
    press_button(window, "program_back")
    press_button(window, "program_back_question_yes")
    assert program.place.current == VERSION
    assert not card.back.isVisible()


def test_what_is_new_and_since_when_is_told_in_the_window_s_language(
    start: MakeGate,
    root: Path,
    window: MainWindow,
    program: Program,
    tmp_path: Path,
    language: LanguageSwitch,
) -> None:
    made = start(root, program.update(tmp_path))
    press_button(window, "locked_files_question_yes")
    panel = panel_of(made)
    for code, month in (("tg", "декабри"), ("ru", "декабря"), ("en", "December")):
        language.choose(code)
        settle()
        assert panel.news.text() == NEWS.best(code)
        assert {"1", month, "2026"} <= set(re.findall(r"\w+", panel.day.text()))


def test_an_update_that_is_opened_while_the_window_is_open_is_taken_by_enter(
    start: MakeGate, root: Path, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    made = start(root)
    for _ in ("Settings are opened by it", "they are open"):
        window.dropped.emit([program.update(tmp_path)])
        settle()
        panel = panel_of(made)
        assert panel.accept_button.hasFocus()
        press(panel.accept_button, Qt.Key.Key_Escape)
        assert not panel.isVisible()
    window.dropped.emit([program.update(tmp_path)])
    press(panel_of(made).accept_button, Qt.Key.Key_Return)
    settle()
    assert program.place.current == "0.2.0"


def test_an_update_that_cannot_be_taken_says_why_and_offers_nothing(
    start: MakeGate, root: Path, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    made = start(root, program.update(tmp_path, runtime="py3.14-1"))
    press_button(window, "locked_files_question_yes")
    panel = panel_of(made)
    assert "installer" in panel.refused.text()
    assert not panel.accept_button.isEnabled()


def test_a_stranger_s_update_is_told_and_not_shown(
    start: MakeGate, root: Path, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    made = start(root, program.update(tmp_path, seed=secrets.token_bytes(32)))
    press_button(window, "locked_files_question_yes")
    assert not settings_of(made).update_panel.isVisible()
    assert made.workspace is not None
    assert "not signed by the publisher" in made.workspace.banner.title.text()


def test_an_update_in_the_office_s_file_is_told_at_the_next_start(
    start: MakeGate, root: Path, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    folder = DataFolder(root)
    folder.update.parent.mkdir()
    folder.update.write_bytes(program.update(tmp_path).read_bytes())
    made = start(root)
    assert made.workspace is not None
    press_button(window, "update_waits")
    assert "0.2.0" in panel_of(made).number.text()
    panel_of(made).dismiss()
    press_button(window, "program_update")
    assert panel_of(made).isVisible(), "the button of the card shows it too"


def test_a_version_that_did_not_start_is_told_once(
    start: MakeGate, root: Path, window: MainWindow, program: Program
) -> None:
    (program.home / "failed.txt").write_text("0.2.0\n")
    made = start(root)
    assert made.workspace is not None
    assert "0.2.0" in made.workspace.banner.title.text()
    assert not (program.home / "failed.txt").exists()


def test_an_office_sends_an_update_with_its_files_and_no_more(
    start: MakeGate, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    root = worlds.prepared_office(tmp_path / "world").lay()
    made = start(root, program.update(tmp_path))
    assert made.context is not None
    press_button(window, "locked_files_question_yes")
    press_button(window, "update_hand_on")
    found = packs.carried_update(made.context.work)
    assert found is not None
    assert "0.2.0" in panel_of(made).carried.text()
    press_button(window, "update_hand_on")
    assert packs.carried_update(made.context.work) is None


def test_a_program_from_its_source_shows_its_version_and_no_way_back(
    start: MakeGate, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "installation", lambda: None)
    card = settings_of(start(root)).program
    assert not card.back.isVisible()
    card.retranslate()


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "trial build"), ("ru", "пробная сборка"), ("tg", "нусхаи озмоишӣ")],
)
def test_a_build_without_a_publisher_says_that_it_is_no_release(
    start: MakeGate,
    root: Path,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: LanguageSwitch,
    code: str,
    words: str,
) -> None:
    language.choose(code)
    keys = tmp_path / "keys.txt"
    keys.write_text("# release, then reserve\nRWQ1\n", encoding="ascii")
    monkeypatch.setattr(packs, "resource", lambda _name: keys)
    card = settings_of(start(root)).program
    told = lambda: [label.text() for label in card.findChildren(QLabel) if VERSION in label.text()]  # noqa: E731
    assert [words in each for each in told()] == [False]
    keys.write_text("# trial key, of nobody\nRWQ1\n", encoding="ascii")
    card.show_standing()
    assert [words in each for each in told()] == [True]


def test_of_several_updates_the_newest_is_shown_and_what_is_none_is_told(
    start: MakeGate, root: Path, window: MainWindow, program: Program, tmp_path: Path
) -> None:
    strange = tmp_path / "strange.tupdate"
    strange.write_bytes(b"no update")
    newer = program.update(tmp_path, "0.10.0")
    made = start(root, program.update(tmp_path, "0.9.0"), newer, strange)
    press_button(window, "locked_files_question_yes")
    assert "0.10.0" in panel_of(made).number.text()
    assert made.workspace is not None
    assert "no update of the program" in made.workspace.banner.title.text()
