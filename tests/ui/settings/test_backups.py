"""Copies in the window: the stick, looking before putting back; what people are told of their laptop."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.actions.second_process import second
from tests.kit import worlds, writing
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeGate
from tests.kit.world import World
from tests.ui.driving import click, find, press, press_button, read_messages, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import data_key, sync_status, workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import clearing
from trainer_app.actions.office import backups, erasing, office
from trainer_app.actions.people import people
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.evaluations.forms import AnonymousPaper, Occasion
from trainer_app.domain.office import backups as backup_file
from trainer_app.store.evaluations.papers import put_whole_draft
from trainer_app.system.clock import FixedClock
from trainer_app.ui.exchange.sent_files import JoinPanel
from trainer_app.ui.kit.backups import BackupComparison
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.background import BackupKeeper, ClockWatch
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.today.backup_card import BackupCard
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.indicators import Chip
from trainer_app.ui.widgets.overlays import Mood


class Seat:
    """A window on a copy of the course, with a clock that a test moves."""

    def __init__(self, gate: StartController, clock: FixedClock, root: Path) -> None:
        self.gate, self.clock, self.root = gate, clock, root

    @property
    def context(self) -> AppContext:
        assert self.gate.context is not None
        return self.gate.context

    @property
    def workspace(self) -> Workspace:
        assert self.gate.workspace is not None
        return self.gate.workspace

    def settings(self) -> SettingsScreen:
        screen = self.workspace.open("settings")
        settle()
        assert isinstance(screen, SettingsScreen)
        return screen

    def mark(self, place: int, mark: Mark) -> None:
        table = attendance.grid(self.context.work, courses.list_courses(self.context.work)[0].course.key)
        attendance.mark(self.context.work, table.rows[place].enrolment, table.sessions[0].key, mark)


@pytest.fixture
def seat(enter: MakeGate, tmp_path: Path) -> Seat:
    root, clock = worlds.at_noon(tmp_path).lay(), worlds.noon()
    made = Seat(enter(root, clock=clock), clock, root)
    # A folder copied for a test is a copied folder, and the window says so.
    assert "copied or restored" in made.workspace.banner.title.text()
    click(made.workspace.banner.close_button)
    return made


def test_a_copy_is_looked_at_and_put_back_and_the_window_goes_on_with_it(
    seat: Seat, window: MainWindow
) -> None:
    copy = backups.create_backup(seat.context.work)
    seat.mark(0, Mark.EXCUSED)
    entries = backups.look_at(seat.context.work, copy.path).now
    screen = seat.settings()
    click(screen.backups.restore)
    panel = screen.restore
    assert not panel.accept_button.isEnabled(), "first it is looked at"
    click(panel.look_button)
    lines = panel.view.texts()
    assert lines[0].startswith("Checked")
    assert "1 change" in lines[1]
    assert "attendance marks 1" in lines[1]
    click(panel.accept_button)
    settle()
    banner = seat.workspace.banner
    assert banner.title.text() == "The copy is put back"
    assert "kept as a copy too" in banner.text.text()
    click(banner.close_button)
    assert banner.title.text().startswith("This data folder was copied or restored"), (
        "what stays is told next"
    )
    now = backups.look_at(seat.context.work, copy.path).now
    assert entries is not None
    assert now is not None
    assert now.entries == entries.entries - 1
    assert backups.list_backups(seat.context.work.folder)[0].why == "before-restore"
    window.close()


def test_a_backup_is_checked_without_being_put_back(seat: Seat, window: MainWindow) -> None:
    backups.create_backup(seat.context.work)
    screen = seat.settings()
    click(screen.backups.check)
    panel = screen.restore
    assert (panel.title.text(), panel.look_button.text()) == ("Check a backup", "Check it")
    click(panel.look_button)
    assert panel.view.texts()[0].startswith("Checked")
    assert panel.accept_button.isHidden()
    assert panel.follows.isHidden()
    assert "laptop" not in panel.copies.caption.text()
    click(panel.cancel_button)
    click(screen.backups.restore)
    assert (panel.title.text(), panel.accept_button.isVisible()) == ("Put a copy back", True)
    window.close()


def test_who_was_erased_since_a_copy_is_left_out_of_it_and_that_is_said(
    seat: Seat, window: MainWindow, tmp_path: Path
) -> None:
    """H6 in the window: also by a file from a stick the name is never shown again."""
    work = seat.context.work
    file = backups.save_backup(work, tmp_path).file
    person = people.search(work, "")[0]
    erasing.erase_person(work, person.key, "asked in writing")
    screen = seat.settings()
    click(screen.backups.restore)
    screen.restore.look_at_file(file)
    click(screen.restore.accept_button)
    settle()
    banner = seat.workspace.banner
    assert banner.title.text() == "The copy is put back"
    told = read_messages(banner)
    assert sum("Left out of what was brought back: 1 person" in words for words in told) == 1
    assert people.search(seat.context.work, person.family) == []
    assert [each.reason for each in erasing.list_erasures(seat.context.work)] == ["asked in writing"]
    assert not clearing.is_pending(seat.context.work)
    names = [path.name.split("-")[0] for path in seat.context.work.folder.snapshots.glob("*.db")]
    assert "carried" not in names
    assert "before" in names, "what was there before it was put back is kept"
    window.close()


def test_a_look_at_a_copy_says_that_the_sheets_that_waited_are_not_in_it(seat: Seat) -> None:
    work = seat.context.work
    course = courses.list_courses(work)[0].course.key
    sheet = AnonymousPaper(new_key(), course, "a form", Occasion.END, "2018-10-17", ("3",), finished=True)
    put_whole_draft(work.database, sheet)
    copy = backups.create_backup(work)
    screen = seat.settings()
    click(screen.backups.restore)
    click(screen.restore.look_button)
    assert screen.restore.view.texts()[1] == (
        "Not in the copy: 1 anonymous sheet that waited then. The sheets that wait on this computer now stay."
    )
    view = BackupComparison("alone")
    view.show_look(backups.look_alone(work.folder, work.key, copy.path), seat.context.formats)
    assert view.texts()[1].endswith("Enter them again from paper, or have them filled in again.")


def test_no_copy_is_put_back_while_a_second_program_has_the_folder_open(
    seat: Seat, window: MainWindow
) -> None:
    backups.create_backup(seat.context.work)
    seat.mark(0, Mark.EXCUSED)
    entries = len(courses.list_courses(seat.context.work))
    with second(seat.context.work) as other:
        screen = seat.settings()
        click(screen.backups.restore)
        click(screen.restore.look_button)
        click(screen.restore.accept_button)
        settle()
        assert seat.workspace.banner.title.text() == "The data folder is open in another window or program"
        assert other.tell("write ABC-1") == f"ok {entries + 1}"
    assert len(courses.list_courses(seat.context.work)) == entries + 1
    click(seat.workspace.banner.close_button)
    screen = seat.settings()
    click(screen.backups.restore)
    click(screen.restore.look_button)
    click(screen.restore.accept_button)
    settle()
    assert seat.workspace.banner.title.text() == "The copy is put back"
    window.close()


def test_a_file_for_the_stick_is_written_checked_and_brought_back(seat: Seat, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    screen = seat.settings()
    click(screen.backups.stick)
    # No office knows this laptop: it has no key either.
    assert "and with nothing else" in screen.stick.about.text()
    screen.stick.place.field.choose(stick)
    click(screen.stick.accept_button)
    assert seat.workspace.banner.title.text() == "Saved and checked"
    (file,) = stick.glob(f"*{backup_file.BACKUP_EXTENSION}")
    seat.mark(1, Mark.ABSENT)
    click(screen.backups.restore)
    screen.restore.look_at_file(file)
    assert "attendance marks 1" in screen.restore.view.texts()[1]
    file.write_bytes(file.read_bytes()[:-4000])
    screen.restore.look_at_file(file)
    assert screen.restore.error.isVisible()
    assert not screen.restore.accept_button.isEnabled()
    seat.gate.lock()


def test_a_file_of_an_earlier_key_asks_for_the_passphrase_of_its_day(seat: Seat, tmp_path: Path) -> None:
    file = backups.save_backup(seat.context.work, tmp_path).file
    seat.mark(1, Mark.ABSENT)
    seat.context.key_requested.emit("чойники сабзи калон дар хона")
    settle()
    screen = seat.settings()
    click(screen.backups.restore)
    panel = screen.restore
    assert not panel.secret.isVisible()
    panel.look_at_file(file)
    assert "passphrase that held on the day it was made" in panel.error.text()
    assert panel.secret.line.hasFocus()
    panel.secret.line.setText("not the one of that day")
    click(panel.open_button)
    assert panel.secret.isVisible()
    assert not panel.accept_button.isEnabled()
    panel.secret.line.setText(PASSPHRASE)
    press(panel.secret.line, Qt.Key.Key_Return)
    assert "attendance marks 1" in panel.view.texts()[1]
    assert not panel.secret.isVisible()
    assert panel.secret.text() == ""
    click(panel.accept_button)
    settle()
    assert seat.workspace.current() == "today"


def test_the_copy_of_the_day_is_made_when_the_program_locks_and_when_it_closes(
    seat: Seat, window: MainWindow
) -> None:
    folder = seat.context.work.folder
    seat.mark(0, Mark.EXCUSED)
    seat.gate.lock()
    (first,) = backups.list_backups(folder)
    seat.gate._unlock(PASSPHRASE)
    seat.mark(1, Mark.EXCUSED)
    window.close()
    (second,) = backups.list_backups(folder)
    assert second.at > first.at


def test_nothing_new_makes_no_copy(seat: Seat) -> None:
    keeper = find(seat.gate, BackupKeeper, "backup_keeper")
    chip = find(seat.workspace, Chip, "backup_chip")
    assert chip.text() == "None yet"
    keeper.keep()
    assert chip.text() == "Checked", "Today tells of it at once"
    (first,) = backups.list_backups(seat.context.work.folder)
    seat.clock.advance(days=1)
    keeper.keep()
    assert backups.list_backups(seat.context.work.folder) == [first]


def test_a_clock_years_ahead_is_asked_about_until_a_person_answers(
    seat: Seat, language: LanguageSwitch
) -> None:
    seat.gate.lock()
    seat.clock.advance(days=3 * 365)
    seat.gate._unlock(PASSPHRASE)
    banner = seat.workspace.banner
    assert banner.mood is Mood.DUE
    assert banner.title.text().startswith("The clock says")
    seat.context.tell_good("Something else")
    assert banner.title.text() == "Something else"
    seat.settings()
    assert banner.title.text().startswith("The clock says"), "it stays until it is answered"
    language.choose("tg")
    settle()
    assert banner.title.text().startswith("Соат нишон медиҳад")
    language.choose("en")
    settle()
    click(find(banner, Button, "clock_is_right"))
    assert banner.isHidden()
    assert sync_status.doubt_clock(seat.context.work) is None
    seat.gate.lock()
    seat.gate._unlock(PASSPHRASE)
    assert seat.workspace.banner.isHidden()
    seat.gate.lock()


def test_a_copied_folder_with_an_odd_clock_tells_of_both_at_once(
    enter: MakeGate, language: LanguageSwitch, tmp_path: Path
) -> None:
    root, clock = worlds.at_noon(tmp_path).lay(), worlds.noon()
    clock.advance(days=3 * 365)
    seat = Seat(enter(root, clock=clock), clock, root)
    banner = seat.workspace.banner
    for code, asked, more in (
        ("en", "The clock says", "1 more message"),
        ("ru", "Часы показывают", "ещё 1 сообщение"),
        ("tg", "Соат нишон медиҳад", "боз 1 паём"),
    ):
        language.choose(code)
        settle()
        assert banner.title.text().startswith(asked)
        assert banner.title.text().endswith(more), "another one waits behind it"
        assert banner.mood is Mood.DUE
    click(find(banner, Button, "clock_is_right"))
    assert read_messages(banner)[0].startswith("Ин ҷузвдони маълумот нусхабардорӣ ё барқарор шудааст")
    assert sync_status.doubt_clock(seat.context.work) is None
    seat.gate.lock()


@pytest.mark.logs("recovery slot")
def test_a_recovery_slot_that_was_exchanged_is_told_once(seat: Seat, language: LanguageSwitch) -> None:
    """M7: by who unlocks, in the window, whether the program was closed meanwhile or only locked."""
    work = seat.context.work
    recipient = sealing.recipient_of(sealing.new_identity())
    workplace.write_recovery_slot(work, recipient)
    seat.gate.lock()
    content = vault.add_recovery(work.folder.vault.read_bytes(), DataKey.generate(), recipient)
    data_key.write_vault(work.folder, content)
    seat.gate._unlock(PASSPHRASE)
    banner = seat.workspace.banner
    assert banner.mood is Mood.DUE
    for code, title in (
        ("en", "The part of the key file that the office's recovery key opens was not the one"),
        ("ru", "Часть файла ключа, которую открывает ключ восстановления офиса"),
        ("tg", "Он қисми файли калид, ки калиди барқарорсозии идора мекушояд"),
    ):
        language.choose(code)
        settle()
        assert banner.title.text().startswith(title)
    language.choose("en")
    seat.gate.lock()
    seat.gate._unlock(PASSPHRASE)
    assert seat.workspace.banner.isHidden(), "once"
    seat.gate.lock()


def test_an_office_s_first_file_that_waits_is_told_after_opening(
    seat: Seat, language: LanguageSwitch, tmp_path: Path
) -> None:
    """H3: it survives a restart, and whoever forgot it is led to where its digits are typed."""
    with World(tmp_path / "desk").office().open() as desk:
        asked, _ = office.request(seat.context.work, tmp_path / "me.treq")
        office.meet(seat.context.work, writing.enrolled(desk.work, asked, "K7", tmp_path).pack.file)
    seat.gate.lock()
    seat.gate._unlock(PASSPHRASE)
    banner = seat.workspace.banner
    assert banner.title.text() == "The first file of an office waits for the office's digits"
    language.choose("tg")
    settle()
    assert banner.title.text() == "Файли аввали идора рақамҳои идораро интизор аст"
    language.choose("en")
    settle()
    press_button(banner, "join_waits")
    panel = find(seat.workspace, JoinPanel, "join_panel")
    assert panel.isVisible()
    assert panel.digits.field.lines[0].isVisible()
    seat.gate.lock()


def test_a_clock_set_back_while_the_program_runs_is_told_at_once(seat: Seat) -> None:
    watch = find(seat.gate, ClockWatch, "clock_watch")
    watch.look()
    assert seat.workspace.banner.isHidden()
    seat.clock.advance(days=-40)
    watch.look()
    assert seat.workspace.banner.title.text() == "The clock was set back"
    seat.mark(0, Mark.EXCUSED)
    watch.look()
    click(seat.workspace.banner.close_button)
    watch.look()
    assert seat.workspace.banner.isHidden(), "once"
    seat.gate.lock()
    seat.gate._unlock(PASSPHRASE)
    assert "before the last change" in seat.workspace.banner.title.text()
    seat.gate.lock()


def test_today_and_settings_tell_of_the_same_newest_copy(seat: Seat) -> None:
    chip, when = find(seat.workspace, Chip, "backup_chip"), find(seat.workspace, QLabel, "backup_when")
    card = find(seat.workspace, BackupCard, "backup")
    assert when.text() == "No copy on this computer yet"
    workplace.take_snapshot(seat.context.work, "before-import")
    card.show_backup()
    assert (chip.text(), when.text()[:5]) == ("Not read back", "Today")
    said = " ".join(each.text() for each in seat.settings().findChildren(QLabel))
    assert f"The newest: {when.text()[:1].lower()}{when.text()[1:]}" in said
