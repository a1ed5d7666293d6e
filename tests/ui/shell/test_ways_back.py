"""The database does not open, or the laptop is a new one: the window leads back to work, in words."""

import shutil
from pathlib import Path

import pytest

from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.ui.driving import click, settle, show, type_text
from trainer_app.actions.base import workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.office import backups
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.start.recovery_pages import BackupPage, SalvagePage
from trainer_app.ui.start.unlock import OpeningFailedPage, UnlockPage


class Door:
    """A gate before a data folder, which a test has damaged."""

    def __init__(self, folder: DataFolder, window: MainWindow, gate: StartController) -> None:
        self.folder, self.window, self.gate = folder, window, gate

    def open(self) -> None:
        self.gate.begin()
        show(self.window)
        settle()

    def page[T](self, kind: type[T]) -> T:
        page = self.window.page()
        assert isinstance(page, kind), page
        return page

    def titles(self) -> list[str]:
        assert self.gate.context is not None
        return [found.course.code for found in courses.list_courses(self.gate.context.work)]


@pytest.fixture
def door(make_gate: MakeGate, window: MainWindow, tmp_path: Path) -> Door:
    folder = DataFolder(worlds.at_noon(tmp_path).lay())
    return Door(folder, window, make_gate(folder, clock=worlds.noon()))


@pytest.fixture
def saved(door: Door, tmp_path: Path) -> Path:
    """Give a backup file of the course, as if made before the mishap."""
    clock = worlds.noon()
    work = workplace.open_workplace(door.folder, PASSPHRASE, clock=clock)
    file = backups.save_backup(work, tmp_path).file
    work.close()
    for snapshot in backups.list_backups(door.folder):
        snapshot.path.unlink()
    return file


def test_a_damaged_database_is_saved_in_the_window_and_work_goes_on(
    door: Door, language: LanguageSwitch
) -> None:
    data = bytearray(door.folder.database.read_bytes())
    data[60:200] = bytes(140)
    door.folder.database.write_bytes(data)
    door.open()
    unlock = door.page(UnlockPage)
    unlock.field.line.setText(PASSPHRASE)
    click(unlock.open_button)
    settle()
    trouble = door.page(OpeningFailedPage)
    assert trouble.salvage.isVisible()
    click(trouble.salvage)
    page = door.page(SalvagePage)
    type_text(page.field.line, "not the passphrase")
    click(page.start)
    assert "does not open" in page.row.error.text()
    page.field.line.setText(PASSPHRASE)
    click(page.start)
    assert page.title.text() == "Everything is back"
    assert page.lines[0].text() == "Nothing is known to be missing."
    language.choose("ru")
    settle()
    assert page.title.text() == "Всё вернулось"
    language.choose("en")
    (kept,) = door.folder.set_aside.glob("*/trainer.db")
    assert kept.read_bytes() == data
    click(page.go_on)
    settle()
    assert len(door.titles()) == 1
    door.window.close()


def test_a_database_that_is_gone_without_any_copy_is_never_an_empty_one(door: Door, saved: Path) -> None:
    door.folder.database.unlink()
    door.open()
    click(door.page(OpeningFailedPage).salvage)
    page = door.page(SalvagePage)
    page.field.line.setText(PASSPHRASE)
    click(page.start)
    assert page.row.error.text().startswith("No change could be read")
    assert not door.folder.database.exists()
    click(page.file)
    backup = door.page(BackupPage)
    backup.choose_file(saved)
    backup.secret.line.setText(PASSPHRASE)
    click(backup.look)
    assert backup.view.texts()[0].startswith("Checked")
    assert not door.folder.database.exists(), "looking changes nothing"
    click(backup.restore)
    settle()
    assert len(door.titles()) == 1
    door.window.close()


def test_a_new_laptop_begins_from_a_backup(door: Door, saved: Path) -> None:
    shutil.rmtree(door.folder.root)
    door.folder.sidecar.unlink()
    door.open()
    click(door.page(FirstStartPage).backup)
    page = door.page(BackupPage)
    click(page.look)
    assert page.file.error.text() == "Choose a file"
    page.choose_file(saved)
    page.secret.line.setText("some other words")
    click(page.look)
    assert page.secret_row.error.isVisible()
    assert page.restore.isHidden()
    page.secret.line.setText(PASSPHRASE)
    click(page.look)
    page.secret.line.setText("changed again")
    assert page.restore.isHidden(), "another passphrase must be tried first"
    page.secret.line.setText(PASSPHRASE)
    click(page.look)
    click(page.restore)
    settle()
    assert len(door.titles()) == 1
    assert door.gate.workspace is not None
    assert "copied or restored" in door.gate.workspace.banner.title.text()
    door.window.close()


def test_one_can_go_back_to_the_first_questions(door: Door) -> None:
    shutil.rmtree(door.folder.root)
    door.open()
    click(door.page(FirstStartPage).backup)
    click(door.page(BackupPage).back)
    settle()
    door.page(FirstStartPage)
    assert not door.folder.database.exists()
    door.window.close()
