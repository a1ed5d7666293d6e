"""The archive in the window: what it holds, its copy on another disk, the database made anew from it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle
from tests.ui.office_parts import context, screen, told
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import archiving, importing
from trainer_app.actions.office import erasing
from trainer_app.actions.people import people
from trainer_app.domain.exchange.laptops import ARCHIVE_COPIED
from trainer_app.store.base.database import Database
from trainer_app.store.exchange import transfers
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.archive_page import ArchivePage
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.settings.data import DriveBackupPanel
from trainer_app.ui.widgets.overlays import ConfirmDialog

__all__ = ["context", "screen", "told"]


@pytest.fixture
def page(screen: OfficeScreen) -> ArchivePage:
    screen.show_place(tab="archive")
    settle()
    return screen.archive


def lose_something(database: Database) -> None:
    """Take the newest entry of another laptop out of the journal, as a fault of a disk might."""
    with database.write():
        database.run("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal WHERE import IS NOT NULL)")


def test_it_says_what_it_holds_and_that_nothing_is_missing(page: ArchivePage) -> None:
    came = len(transfers.list_arrivals(page._context.work.database))
    assert page.files.words.second.text().startswith(
        f"{came} files, {5 - came} more with the office's own changes, "
    )
    assert page.files.words.second.text().endswith("Nothing is missing.")
    assert page.copies.words.second.text() == "There is no copy yet."


def test_a_copy_is_made_and_told(page: ArchivePage, tmp_path: Path, told: list[Notice]) -> None:
    page.copy_to(tmp_path)
    assert told[-1].title == "Saved and checked"
    assert "5 files, new: 5" in told[-1].text
    assert page.copies.words.second.text().startswith("5 of 5 files, ")
    assert (tmp_path / "DSH-archive" / "order.ndjson").exists()


def test_the_copy_is_rid_of_what_was_erased_by_copying_anew(
    page: ArchivePage, exchange: Exchange, tmp_path: Path, told: list[Notice]
) -> None:
    page.copy_to(tmp_path)
    gone = enrolments.list_enrolments(exchange.office, exchange.course)[0].person.key
    erasing.erase_person(exchange.office, gone, "asked in writing")
    page.show_archive()
    reminder = "It still holds erased data: copy anew into the same folder."
    assert page.copies.words.second.text().endswith(reminder)
    (tmp_path / "DSH-archive" / "another.tsync").write_bytes(b"another's")
    page.copy_to(tmp_path)
    assert "\nOlder files removed there, which held what was erased: " in told[-1].text
    assert "not known as files of this archive: 1 (another.tsync)" in told[-1].text
    assert reminder not in page.copies.words.second.text()


def test_a_copy_of_which_every_file_was_made_anew_is_still_one(
    page: ArchivePage, exchange: Exchange, tmp_path: Path
) -> None:
    page.copy_to(tmp_path)
    exchange.office.store.change_setting(ARCHIVE_COPIED, frozenset({f"{'0' * 32}.tsync"}))
    page.show_archive()
    second = page.copies.words.second.text()
    assert second.startswith("0 of 5 files, ")
    assert second.endswith("It still holds erased data: copy anew into the same folder.")


def test_what_is_missing_is_taken_from_a_copy(
    page: ArchivePage, exchange: Exchange, tmp_path: Path, told: list[Notice]
) -> None:
    """As after a backup was put back on a new computer: the database is there, and no original."""
    assert page.files.button.isHidden(), "nothing is to be taken"
    page.copy_to(tmp_path)
    archive = exchange.office.folder.archive
    names = archiving.named_files(exchange.office)
    for name in names:
        (archive / name).unlink()
    page.show_archive()
    assert page.files.words.second.text().endswith("Missing: 5 files. Take them from a copy.")
    assert not page.files.button.isHidden()
    (tmp_path / "empty").mkdir()
    page.take_from(tmp_path / "empty")
    assert told[-1].title.startswith("None of the missing files is in")
    spoiled = tmp_path / "DSH-archive" / names[0]
    whole = spoiled.read_bytes()
    spoiled.write_bytes(whole[:-1])
    page.take_from(tmp_path)
    assert (told[-1].title, told[-1].text) == (
        "4 files taken from the copy",
        "Still missing: 1 file. Take them from another copy.",
    )
    spoiled.write_bytes(whole)
    page.take_from(tmp_path / "DSH-archive")
    assert told[-1].title == "1 file taken from the copy"
    assert page.files.words.second.text().endswith("Nothing is missing.")
    click(page.compare.button)
    assert page.banner.title.text().startswith("The archive gives the same database · today, ")


def test_the_offices_backup_says_that_the_archive_is_not_in_it(
    page: ArchivePage, context: AppContext
) -> None:
    panel = DriveBackupPanel(context, page.window(), list)
    panel.open()
    settle()
    assert panel.archive.isVisible()
    assert panel.archive.words.text().startswith("Not in it: the archive of the files that were imported.")
    panel.dismiss()


def test_a_laptop_has_no_archive_to_speak_of(
    qtbot: QtBot, exchange: Exchange, make_context: MakeContext
) -> None:
    laptop = make_context(exchange.trainer)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    panel = DriveBackupPanel(laptop, host, list)
    panel.open()
    settle()
    assert not panel.archive.isVisible()
    assert "or with the office's recovery key" in panel.about.text()


def test_the_same_database_needs_no_replacing(page: ArchivePage, exchange: Exchange) -> None:
    click(page.compare.button)
    assert page.banner.title.text().startswith("The archive gives the same database · today, ")
    assert page.replace.isHidden()


def test_a_database_that_lost_something_gets_it_back(
    page: ArchivePage, exchange: Exchange, told: list[Notice]
) -> None:
    whole = sync_status.check(exchange.office).digest
    lose_something(exchange.office.database)
    assert not sync_status.check(exchange.office).ok
    people.create_person(exchange.office, {"family": "Саидова", "given": "Малика"})
    click(page.compare.button)
    assert page.banner.title.text().startswith("The archive gives another database · today, ")
    click(page.replace)
    question = page.window().findChild(ConfirmDialog)
    assert question is not None
    click(question.yes)
    assert told[-1].title == "The database from the archive is in use now"
    found = sync_status.check(exchange.office)
    assert found.ok
    assert found.digest != whole, "with whom the office wrote down meanwhile"
    assert importing.imports(exchange.office)
    assert len(people.search(exchange.office, "Саидова Малика")) == 1


def test_receipts_can_wait_for_a_copy(page: ArchivePage, exchange: Exchange) -> None:
    click(page.elsewhere)
    assert archiving.safe_elsewhere(exchange.office)
    click(page.here)
    assert not archiving.safe_elsewhere(exchange.office)


@in_turn("code", ["en", "ru", "tg"])
def test_its_answer_speaks_every_language(page: ArchivePage, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    click(page.compare.button)
    said, _, _ = page.banner.title.text().partition(" · ")
    assert said.isascii() == (code == "en")
    assert page.replace.isHidden()


# The watched folder


def test_a_file_that_arrives_is_proposed_once_it_is_whole(
    qtbot: QtBot, context: AppContext, exchange: Exchange, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    screen = OfficeScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_place(tab="incoming")
    page = screen.incoming
    page.watch(inbox)
    assert page.watched.words.second.text() == "Nothing new in it."
    data = exchange.waiting.read_bytes()
    target = inbox / exchange.waiting.name
    target.write_bytes(data[:1000])
    page.watcher.look()
    target.write_bytes(data)
    page.watcher.look()
    assert page.watched.words.second.text() == "Nothing new in it.", "it was still growing"
    page.watcher.look()
    assert page.watched.words.title.text() == "1 new file in inbox"
    before = sync_status.check(exchange.office).digest
    click(page.watched.button)
    assert page.files.rehearsing
    assert sync_status.check(exchange.office).digest == before, "looked at, not imported"
    click(page.files.take)
    page.watcher.look()
    assert page.watched.words.second.text() == "Nothing new in it."
    click(page.pass_over)
    assert page.watched.words.title.text() == "No folder is watched"


def test_the_system_tells_of_a_new_file(
    qtbot: QtBot, context: AppContext, exchange: Exchange, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    screen = OfficeScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.incoming.watch(inbox)
    with qtbot.waitSignal(screen.incoming.watcher.found, check_params_cb=lambda paths: len(paths) == 1):
        (inbox / exchange.waiting.name).write_bytes(exchange.waiting.read_bytes())
