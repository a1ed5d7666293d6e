"""Today at the office: files in the watched folder, and names whose day has come, without being asked."""

import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import SECONDS
from tests.kit.seat import MakeGate
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, press, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import archiving, importing, incoming, packs
from trainer_app.actions.exchange.incoming import FoundFile, KnownNames
from trainer_app.actions.office import erasing
from trainer_app.actions.office import office as office_actions
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.domain.attendance import marks
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.today.overview import NextKind, NextStep
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.kit.backups import make_verified_backup
from trainer_app.ui.kit.context import Notice, PrintablePdf
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.review.item_list import LINE_ROLE
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.today.screen import TodayScreen, destination_of_step
from trainer_app.ui.widgets.controls import Button


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def made(tmp_path: Path) -> Exchange:
    """Lay an office and two laptops that have exchanged files, all closed."""
    with worlds.exchanged(tmp_path / "exchange").open() as story:
        return Exchange.of(story)


@pytest.fixture
def office(made: Exchange) -> DataFolder:
    return made.office.folder


def before(made: Exchange, office: DataFolder, act: Callable[[Workplace], object]) -> None:
    """Do something at the office on the day before."""
    work = workplace.open_with_key(office, made.office.key, fixed_at(date(2018, 10, 16), 9, "Asia/Dushanbe"))
    act(work)
    work.close()


@pytest.fixture
def start(made: Exchange, office: DataFolder, enter: MakeGate) -> MakeGate:
    """Start the program at the office as people do: by the passphrase, looking in the background."""
    clock = fixed_at(date(2018, 10, 17), 11, "Asia/Dushanbe")
    return lambda: enter(office, clock=clock, synchronous=False)


def today_of(qtbot: QtBot, gate: StartController) -> TodayScreen:
    qtbot.waitUntil(lambda: gate.workspace is not None)
    found = inside(gate).opened_screen("today")
    assert isinstance(found, TodayScreen)
    return found


def inside(gate: StartController) -> Workspace:
    assert gate.workspace is not None
    return gate.workspace


def leave(window: MainWindow) -> None:
    window.close()
    settle()


def test_files_that_wait_are_on_today_without_opening_the_office(
    qtbot: QtBot, made: Exchange, office: DataFolder, inbox: Path, start: MakeGate, window: MainWindow
) -> None:
    before(made, office, lambda work: incoming.watch_folder(work, inbox))
    stick = office.root.parent / "KINGSTON"
    for name in (made.waiting, "DSH-K7-0001.tsync"):
        shutil.copy(stick / name, inbox)
    gate = start()
    today = today_of(qtbot, gate)
    qtbot.waitUntil(lambda: bool(today.view.office.waiting))
    assert inside(gate).opened_screen("office") is None, "nobody opened it"
    assert today.office.waiting.accessibleName() == "1 file in the watched folder", "the other was imported"
    assert today.next_step.title.text() == "1 file waiting in the watched folder"
    assert not inside(gate).rail.items["office"].accessibleName().endswith("Office"), "the rail counts it too"
    press(today.next_step.button, Qt.Key.Key_Return)
    screen = inside(gate).opened_screen("office")
    assert isinstance(screen, OfficeScreen)
    qtbot.waitUntil(lambda: screen.incoming.files.rehearsing)
    assert gate.context is not None
    assert len(importing.imports(gate.context.work)) == 2, "looked at, not imported"
    press(screen.incoming.files.take, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(importing.imports(gate.context.work)) == 3)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not gate.context.jobs.busy and not gate.context.watcher.new)  # type: ignore[union-attr]
    inside(gate).open("today")
    settle()
    assert today.office.waiting.accessibleName() == "0 files in the watched folder"
    assert today.view.office.to_decide == review.count(gate.context.work) > 0
    leave(window)


def test_a_slow_folder_holds_nothing_up(
    qtbot: QtBot,
    made: Exchange,
    office: DataFolder,
    inbox: Path,
    start: MakeGate,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before(made, office, lambda work: incoming.watch_folder(work, inbox))
    asked, answered = threading.Event(), threading.Event()
    real, threads = incoming.look_at_folder, list[int]()

    def slow(place: Path, names: KnownNames, progress: Progress) -> list[FoundFile]:
        threads.append(threading.get_ident())
        asked.set()
        assert answered.wait(SECONDS)
        return real(place, names, progress)

    monkeypatch.setattr(incoming, "look_at_folder", slow)
    gate = start()
    today = today_of(qtbot, gate)
    qtbot.waitUntil(asked.is_set)
    assert threads[0] != threading.get_ident()
    shutil.copy(made.waiting, inbox)
    context = gate.context
    assert context is not None
    assert not context.jobs.busy, "no progress is shown, closing is not held back"
    row = attendance.grid(context.work, made.course).rows[0]
    assert context.do(attendance.mark, row.enrolment, made.sessions[5], marks.Mark.PRESENT) is not None
    assert today.office.waiting.accessibleName() == "0 files in the watched folder"
    answered.set()
    qtbot.waitUntil(lambda: bool(today.view.office.waiting))
    leave(window)


def test_without_a_folder_nothing_is_said_of_files(qtbot: QtBot, start: MakeGate, window: MainWindow) -> None:
    today = today_of(qtbot, start())
    assert today.office.waiting.isHidden()
    assert today.office.retention.isHidden()
    leave(window)


def test_a_day_that_has_come_leads_to_the_names_that_are_to_go(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    before(made, office, lambda work: erasing.set_course(work, made.course, date(2018, 10, 1)))
    gate = start()
    today = today_of(qtbot, gate)
    assert today.office.retention.isHidden(), "its last day has not passed"
    context = gate.context
    assert context is not None
    context.work.clock.advance(minutes=60 * 24 * 5)  # type: ignore[attr-defined]
    today.refresh_now()
    assert today.office.retention.accessibleName() == "1 course: names to erase"
    click(today.office.retention)
    screen = inside(gate).opened_screen("office")
    assert isinstance(screen, OfficeScreen)
    assert screen.pages.currentIndex() == 4
    assert screen.retention.isVisible()
    leave(window)


def test_laptops_and_courses_of_which_nothing_comes_are_named(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    lost = CourseDraft("LOST", Texts(en="Of which nothing came"), date(2018, 10, 1), date(2018, 10, 3))
    before(made, office, lambda work: courses.create_course(work, lost))
    gate = start()
    today = today_of(qtbot, gate)
    assert today.office.silent.isHidden()
    assert today.office.unmarked.accessibleName() == "1 course ended without any mark"
    assert today.office.unmarked.accessibleDescription() == "LOST"
    click(today.office.unmarked)
    opened = inside(gate).opened_screen("courses")
    assert isinstance(opened, CoursesScreen)
    assert opened.workspace.course == today.view.office.unmarked.copy().popitem()[0]
    context = gate.context
    assert context is not None
    more = CourseDraft("LOST-2", Texts(en="Another"), date(2018, 10, 1), date(2018, 10, 3))
    assert context.do(courses.create_course, more) is not None
    inside(gate).open("today")
    today.refresh_now()
    click(today.office.unmarked)
    assert opened.course_list.isVisible(), "of several courses none is meant"
    context.work.clock.advance(minutes=60 * 24 * 25)  # type: ignore[attr-defined]
    inside(gate).open("today")
    today.refresh_now()
    assert today.office.silent.accessibleName() == "2 laptops silent for three weeks"
    assert today.office.silent.accessibleDescription() == "K7, K9"
    for row in (today.office.silent, today.office.unmarked):
        shown = row.words.title
        assert shown.fontMetrics().horizontalAdvance(shown.text()) <= shown.width()
    click(today.office.silent)
    screen = inside(gate).opened_screen("office")
    assert isinstance(screen, OfficeScreen)
    assert screen.laptops.isVisible()
    leave(window)


def test_the_copy_on_another_disk_is_looked_after(
    qtbot: QtBot, tmp_path: Path, start: MakeGate, window: MainWindow
) -> None:
    gate = start()
    today = today_of(qtbot, gate)
    assert today.backup.where.text() == "If this disk breaks, it is lost."
    assert today.backup.archive.text() == "The archive lies on this disk only."
    assert today.findChild(QWidget, "print_sign_in") is None, "the office stands in no room"
    click(today.backup.copy_archive)
    screen = inside(gate).opened_screen("office")
    assert isinstance(screen, OfficeScreen)
    assert screen.archive.isVisible()
    other = tmp_path / "another disk"
    other.mkdir()
    context = gate.context
    assert context is not None
    assert make_verified_backup(context.work)
    inside(gate).open("today")
    today.refresh_now()
    assert today.backup.where.text().startswith("On this computer · ")
    assert today.backup.chip.text() == "Here only", "a copy on the same disk alone is not good"
    archiving.copy_archive(context.work, other)
    inside(gate).open("today")
    today.refresh_now()
    assert today.backup.archive.text() == "Archive on another disk: today, 11:00"
    assert today.backup.archive.property("role") == "second"
    assert today.backup.chip.text() == "Checked"
    # What came since is in no copy: nothing about that is green, until it is copied anew.
    people.create_person(context.work, {"family": "Назаров", "given": "Рустам"})
    archiving.archive_own(context.work)
    today.refresh_now()
    assert today.backup.archive.text() == (
        "Archive on another disk: today, 11:00. It lacks 1 file: copy anew."
    )
    assert today.backup.archive.property("role") == "due_text"
    assert today.backup.chip.text() == "Copy anew"
    archiving.copy_archive(context.work, other)
    context.archive_copied.emit()
    assert today.backup.chip.text() == "Checked"
    context.work.clock.advance(minutes=60 * 24 * 8)  # type: ignore[attr-defined]
    today.refresh_now()
    assert today.backup.archive.property("role") == "due_text"
    leave(window)


def test_receipts_to_send_back_lead_to_sending(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    gate = start()
    today = today_of(qtbot, gate)
    context = gate.context
    assert context is not None
    assert today.office.receipts.accessibleName() == "2 laptops: receipt to send back"
    assert today.office.receipts.accessibleDescription() == "K7, K9"
    context.work.clock.advance(minutes=60 * 24)  # type: ignore[attr-defined]
    packs.export_pack(context.work, "K7", made.stick)
    today.refresh_now()
    assert today.office.receipts.accessibleName() == "1 laptop: receipt to send back"
    assert today.office.receipts.accessibleDescription() == "K9"
    step = NextStep(NextKind.RECEIPTS, whole=1)
    words = "Write files for 1 laptop: the receipt goes back with them"
    assert today.wording.next_step(step) == words
    assert destination_of_step(step) == ("sending", {})
    click(today.office.receipts)
    assert inside(gate).current() == "sending"
    leave(window)


def test_a_copy_made_by_hand_says_what_was_written_and_where(
    qtbot: QtBot, start: MakeGate, window: MainWindow
) -> None:
    """It ended without a word."""
    gate = start()
    today = today_of(qtbot, gate)
    context = gate.context
    assert context is not None
    told: list[Notice] = []
    context.noticed.connect(told.append)
    click(today.backup.button)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].title == "Saved and checked"
    assert "encrypted, on this disk: " in told[-1].text
    assert told[-1].text.endswith("Another disk: Settings.")
    assert [each.name for each in told[-1].offers] == ["notice_open_folder", "notice_other_disk"]
    click(find(inside(gate).banner, Button, "notice_other_disk"))
    assert inside(gate).opened_screen("settings") is not None
    leave(window)


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_its_words_fit_in_every_language(
    qtbot: QtBot,
    made: Exchange,
    office: DataFolder,
    inbox: Path,
    start: MakeGate,
    language: LanguageSwitch,
    code: str,
    window: MainWindow,
) -> None:
    before(made, office, lambda work: incoming.watch_folder(work, inbox))
    shutil.copy(made.waiting, inbox)
    today = today_of(qtbot, start())
    qtbot.waitUntil(lambda: bool(today.view.office.waiting))
    language.choose(code)
    settle()
    words = today.office.waiting.words
    for shown in (words.title, words.second):
        assert shown.text()
        assert shown.text().isascii() == (code == "en")
        assert shown.fontMetrics().horizontalAdvance(shown.text()) <= shown.width()
    leave(window)


def test_refused_files_stand_first_by_name_and_the_list_to_telephone_is_shown(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    late = made.waiting.name

    def refuse(work: Workplace) -> None:
        office_actions.revoke(work, "K7")
        importing.import_files(work, [made.waiting])

    before(made, office, refuse)
    gate = start()
    today = today_of(qtbot, gate)
    assert today.office.refused.accessibleName() == "1 file refused and set aside"
    assert today.office.refused.accessibleDescription() == late
    shown: list[PrintablePdf] = []
    context = gate.context
    assert context is not None
    context.paper_requested.connect(shown.append)
    click(today.office.calls)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown[0].data.startswith(b"%PDF")
    assert shown[0].title == "Whom to telephone"
    click(today.office.refused)
    assert inside(gate).opened_screen("review") is not None
    leave(window)


def test_the_office_sees_courses_in_place_of_sessions(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    beside = CourseDraft("KHJ", Texts(en="Beside it"), date(2018, 10, 17), date(2018, 10, 19), town="Khujand")
    before(made, office, lambda work: courses.create_course(work, beside))
    gate = start()
    today = today_of(qtbot, gate)
    rows = [row for row in today.courses.rows if row.isVisible()]
    said = {row.words.title.text().split(" · ")[0]: row.words.second.text() for row in rows}
    assert said["KHJ"] == "Khujand · day 1 of 3 · no session today"
    assert len(said) == 2
    assert "sessions of today marked in full: " in said[next(code for code in said if code != "KHJ")]
    assert not today.courses.nothing.isVisible()
    click(next(row for row in rows if row.words.title.text() == "KHJ · Beside it").button)
    opened = inside(gate).opened_screen("courses")
    assert isinstance(opened, CoursesScreen)
    assert opened.workspace.isVisible()
    inside(gate).open("today")
    click(today.courses.every)
    assert opened.course_list.isVisible()
    context = gate.context
    assert context is not None
    context.work.clock.advance(minutes=60 * 24 * 10)  # type: ignore[attr-defined]
    inside(gate).open("today")
    today.refresh_now()
    assert today.courses.nothing.title.text() == "No course runs today"
    assert not any(row.isVisible() for row in today.courses.rows)
    click(today.courses.nothing.button)
    assert opened.workspace.isVisible()
    leave(window)


def test_an_office_is_led_through_every_course_that_is_to_be_closed(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    def add(work: Workplace) -> None:
        for code in ("GARM", "KHUJAND"):
            days = date(2018, 9, 3), date(2018, 9, 5)
            courses.create_course(work, CourseDraft(code, Texts(en=code), *days, town=code.title()))

    before(made, office, add)
    gate = start()
    today = today_of(qtbot, gate)
    if not today.due.all_shown and today.due.more.isVisible():
        click(today.due.more)
    row = next(row for row in today.due.rows if row.button.objectName().startswith("due_close"))
    assert row.title.text() == "To be closed: 2 courses · GARM, KHUJAND"
    click(row.button)
    opened = inside(gate).opened_screen("courses")
    assert isinstance(opened, CoursesScreen)
    assert opened.course_list.isVisible()
    listed = map(opened.course_list.model.row, range(opened.course_list.model.rowCount()))
    assert [line.course.code for line in listed] == ["GARM", "KHUJAND"], "those alone"
    leave(window)


def test_pairs_of_people_are_counted_and_lead_to_review(
    qtbot: QtBot, made: Exchange, office: DataFolder, start: MakeGate, window: MainWindow
) -> None:
    def meet_twice(work: Workplace) -> None:
        importing.import_files(work, [made.waiting])
        for given in ("Фаррух", "Фарух"):
            people.create_person(work, {"family": "Раҳимзода", "given": given, "patronymic": "Саидович"})

    before(made, office, meet_twice)
    gate = start()
    today = today_of(qtbot, gate)
    qtbot.waitUntil(lambda: not today.office.pairs.isHidden())
    assert gate.context is not None
    count = len(joining.candidates(gate.context.work))
    assert count > 1
    assert today.office.pairs.accessibleName() == f"{count} pairs of people"
    click(today.office.pairs)
    opened = inside(gate).opened_screen("review")
    assert isinstance(opened, ReviewScreen)
    entry = opened.list.currentIndex().data(LINE_ROLE)
    assert entry.group == "people", "not at the first conflict, which stands above"
    assert opened.model.entries()[0].group != "people"
    leave(window)
