"""A backup opened by a double click, named on the command line or dropped: looked at, never put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import press_button, settle
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.office import backups
from trainer_app.system.folders import DataFolder
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.start.recovery_pages import BackupPage
from trainer_app.ui.start.unlock import UnlockPage


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return worlds.at_noon(tmp_path).lay()


@pytest.fixture
def saved(root: Path, tmp_path: Path) -> Path:
    work = workplace.open_workplace(DataFolder(root), PASSPHRASE, clock=worlds.noon())
    file = backups.save_backup(work, tmp_path).file
    work.close()
    return file


@pytest.fixture
def start(enter: MakeGate, window: MainWindow) -> MakeGate:
    def begin(folder: Path, *files: Path) -> StartController:
        made = enter(folder, files=files, clock=worlds.noon())
        if files and made.workspace is not None:
            press_button(window, "locked_files_question_yes")
        return made

    return begin


def drop(over: QWidget, *paths: Path) -> bool:
    """Drag files over a window and let them go; return whether it would take them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    entered.ignore()
    over.dragEnterEvent(entered)
    if entered.isAccepted():
        over.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))
        settle()
    return entered.isAccepted()


def looked_at(gate: StartController) -> SettingsScreen:
    assert gate.workspace is not None
    assert gate.workspace.current() == "settings"
    screen = gate.workspace.opened_screen("settings")
    assert isinstance(screen, SettingsScreen)
    assert screen.restore.isVisible()
    assert screen.restore.view.texts()[0].startswith("Checked")
    assert screen.restore.accept_button.isEnabled()
    return screen


def test_opened_with_the_program_it_is_looked_at_after_unlocking(
    start: MakeGate, root: Path, saved: Path, window: MainWindow
) -> None:
    gate = start(root, saved)
    looked_at(gate)
    assert gate.context is not None
    before = sync_status.check(gate.context.work)
    assert before.ok
    assert not list(gate.context.work.folder.snapshots.glob("before-restore*"))
    window.close()


def test_the_lock_page_says_how_many_files_wait(
    start: MakeGate, root: Path, saved: Path, window: MainWindow, tmp_path: Path
) -> None:
    gate = start(root)
    gate.lock()
    page = window.page()
    assert isinstance(page, UnlockPage)
    assert not page.waiting.isVisible()
    (tmp_path / "letter.tsync").write_text("Dear trainer", encoding="utf-8")
    assert drop(window, saved)
    assert page.waiting.text() == f"After the passphrase you will be asked about 1 file:\n{saved.name}"
    assert drop(window, tmp_path / "letter.tsync")
    assert page.waiting.text().startswith("After the passphrase you will be asked about 2 files:\n")
    assert page.waiting.text().endswith("\nletter.tsync")
    page.answered.emit(PASSPHRASE)
    settle()
    press_button(window, "locked_files_question_yes")
    assert gate.workspace is not None
    assert "letter.tsync" in gate.workspace.banner.title.text()
    looked_at(gate)
    window.close()


def test_dropped_anywhere_on_the_window_it_is_looked_at(
    start: MakeGate, root: Path, saved: Path, window: MainWindow, tmp_path: Path
) -> None:
    gate = start(root)
    (tmp_path / "letter.docx").write_text("x", encoding="utf-8")
    assert not drop(window, tmp_path / "letter.docx")
    assert drop(window, saved)
    looked_at(gate)
    window.close()


@pytest.mark.parametrize("dropped", [False, True])
def test_on_a_new_computer_it_leads_to_the_page_that_opens_it(
    start: MakeGate, saved: Path, window: MainWindow, tmp_path: Path, *, dropped: bool
) -> None:
    new = tmp_path / "new"
    if dropped:
        start(new)
        assert isinstance(window.page(), FirstStartPage)
        assert drop(window, saved)
    else:
        start(new, saved)
    page = window.page()
    assert isinstance(page, BackupPage)
    assert page.file.field.text() == str(saved)
    assert page.secret.line.hasFocus()
    assert not page.restore.isVisible(), "first it is looked at"
    page.closed.emit()
    settle()
    assert isinstance(window.page(), FirstStartPage), "back leads to the usual first page"
    assert not (new / "database" / "trainer.db").exists()
    window.close()


def test_an_office_file_dropped_on_today_is_taken_in(
    start: MakeGate, root: Path, window: MainWindow, tmp_path: Path
) -> None:
    gate = start(root)
    (tmp_path / "letter.tsync").write_bytes(b"no file of ours")
    assert drop(window, tmp_path / "letter.tsync")
    assert gate.workspace is not None
    assert gate.workspace.banner.isVisible()
    window.close()
