"""Buttons before the workspace that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, press, press_button, settle, show
from tests.ui.shell.test_ways_back import Door, door, saved
from tests.ui.start.test_first_pages import KEY, closed_folder, recovery
from tests.ui.start.test_lost_keys import _cheap, choose_phrase, forgotten, jobs, paper
from tests.ui.widgets.test_printing import paper_printer
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage, RecoveryPapersPage
from trainer_app.ui.start.forgotten import ForgottenPassphrasePage
from trainer_app.ui.start.recovery_pages import BackupPage, SalvagePage
from trainer_app.ui.start.unlock import OpeningFailedPage, UnlockPage
from trainer_app.ui.widgets import printing
from trainer_app.ui.widgets.printing import PrinterChoice

__all__ = [
    "_cheap",
    "closed_folder",
    "door",
    "forgotten",
    "jobs",
    "paper",
    "recovery",
    "saved",
]


def test_who_remembers_the_passphrase_goes_back(qtbot: QtBot, forgotten: ForgottenPassphrasePage) -> None:
    with qtbot.waitSignal(forgotten.closed):
        press_button(forgotten, "forgotten_back")


def test_the_office_answers_by_file_or_by_telephone(forgotten: ForgottenPassphrasePage) -> None:
    click(forgotten.voice)
    choose_phrase(forgotten)
    click(forgotten.go_on)
    waiting = forgotten.waiting
    assert waiting.answer.isVisible()
    press_button(forgotten, "waiting_way_file")
    assert waiting.write.isVisible()
    assert not waiting.answer.isVisible()
    press_button(forgotten, "waiting_way_voice")
    assert waiting.answer.isVisible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_is_chosen_before_the_passphrase(
    make_gate: MakeGate, window: MainWindow, closed_folder: Path, language: LanguageSwitch, code: str
) -> None:
    language.choose("ru" if code != "ru" else "en")
    make_gate(closed_folder).begin()
    show(window)
    assert isinstance(window.page(), UnlockPage)
    press_button(window, f"unlock_language_{code}")
    assert language.code == code


def test_the_language_is_chosen_at_the_first_start(
    make_gate: MakeGate, window: MainWindow, tmp_path: Path, language: LanguageSwitch
) -> None:
    make_gate(tmp_path / "new").begin()
    show(window)
    assert isinstance(window.page(), FirstStartPage)
    for code in ("ru", "tg", "en"):
        press_button(window, f"start_language_{code}")
        assert language.code == code


# Windows knows that no printer is there, whatever the program is told.
@pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)
def test_a_printer_is_asked_for_before_the_paper_key_is_printed(
    recovery: RecoveryPapersPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def agree(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "key.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    there: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: there)
    show(recovery)
    press_button(recovery, "recovery_print")
    assert recovery.form.told.text().startswith("No printer is set up"), "no dialog that can print nothing"
    assert recovery.form.save_button.hasFocus()
    there.append("Canon")
    choose_in_menu(recovery, "recovery_print_more")
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert recovery.form.told.text() == "Sent to the printer"
    assert KEY in "".join(recovery.form.text().split())


def test_the_paper_key_goes_to_a_printer_that_is_chosen_by_name(
    recovery: RecoveryPapersPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def printer_of(name: str) -> PrinterChoice:
        def opened() -> QPrinter:
            asked.append(name)
            return paper_printer(tmp_path / f"{name}.pdf")

        return PrinterChoice(name, opened, lambda: False)

    monkeypatch.setattr(printing, "installed", lambda: [printer_of("Canon"), printer_of("HP")])
    show(recovery)
    choose_in_menu(recovery, "recovery_printer_1")
    assert asked == ["HP"], "no driver of another printer is asked"
    assert (tmp_path / "HP.pdf").read_bytes().startswith(b"%PDF")
    assert recovery.form.told.text() == "Sent to the printer"
    press_button(recovery, "recovery_print")
    menu = recovery.findChild(QMenu, "recovery_printers")
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == ["Canon", "HP", "More settings…"]
    active = menu.activeAction()
    assert active is not None, "the keyboard begins at the printer of the system"
    assert active.text() == "Canon"
    menu.close()


def choose_in_menu(recovery: RecoveryPapersPage, name: str) -> None:
    """Open the menu of printers and choose an entry."""
    press_button(recovery, "recovery_print")
    menu = recovery.findChild(QMenu, "recovery_printers")
    assert menu is not None
    assert menu.isVisible()
    action = next(each for each in menu.actions() if each.objectName() == name)
    menu.setActiveAction(action)
    press(menu, Qt.Key.Key_Return)


def test_saving_what_can_be_read_is_given_up(door: Door) -> None:
    data = bytearray(door.folder.database.read_bytes())
    data[60:200] = bytes(140)
    door.folder.database.write_bytes(data)
    door.open()
    unlock = door.page(UnlockPage)
    unlock.field.line.setText(PASSPHRASE)
    click(unlock.open_button)
    settle()
    click(door.page(OpeningFailedPage).salvage)
    press_button(door.page(SalvagePage), "salvage_back")
    assert not isinstance(door.window.page(), SalvagePage)
    assert door.folder.database.read_bytes() == bytes(data), "nothing was touched"
    door.window.close()


def test_a_backup_is_chosen_by_its_button(door: Door, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    door.folder.database.unlink()
    door.open()
    click(door.page(OpeningFailedPage).salvage)
    click(door.page(SalvagePage).file)
    page = door.page(BackupPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(saved), ""))
    press_button(page, "backup_choose")
    assert page.file.field.text() == str(saved)
    press_button(page, "backup_by_paper")
    assert page.new_row.isVisible()
    press_button(page, "backup_by_passphrase")
    page.secret.line.setText(PASSPHRASE)
    press_button(page, "backup_look")
    assert page.view.texts()[0].startswith("Checked")
    press_button(page, "backup_restore")
    assert len(door.titles()) == 1
    door.window.close()
