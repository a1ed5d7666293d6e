"""Scans anywhere in the window: what is marked, said and heard, and what is left alone."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.samples import DAY
from tests.kit.seat import MakeGate
from tests.kit.world import Story
from tests.ui.attendance_course import EIGHT, cell
from tests.ui.driving import click, find, settle, show
from tests.ui.wedge import PERSON, Wedge
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.attendance.sheets import ScanKind, ScanResult, badge_code, spaced_code
from trainer_app.system.computer import Sound, Sounds
from trainer_app.system.preferences import Preferences
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.session.scan_banner import ScanBanner
from trainer_app.ui.attendance.session.scanner import ScanController, scan_controller_of
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch, formats
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import confirm


class Heard(Sounds):
    """Notes what would be played."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> bool:
        self.played.append(sound)
        return True


@pytest.fixture
def wedge(workspace: Workspace, window: MainWindow) -> Wedge:
    window.resize(1366, 697)
    show(window)
    return Wedge(window)


@pytest.fixture
def banner(workspace: Workspace) -> ScanBanner:
    return workspace.scans.banner


@pytest.fixture
def heard(workspace: Workspace) -> Heard:
    made = Heard()
    workspace.scans._sounds = made
    return made


def code(story: Story, place: int) -> str:
    return badge_code(story.enrolments[place])


def at(story: Story, hour: int, minute: int) -> None:
    story.clock.set(datetime(DAY.year, DAY.month, DAY.day, hour, minute, tzinfo=ZoneInfo("Asia/Dushanbe")))


def test_from_today_a_badge_marks_in_the_session_under_way(
    wedge: Wedge, story: Story, banner: ScanBanner, heard: Heard, at_today: Workspace
) -> None:
    wedge.scan(code(story, 15))
    found = cell(story, 15)
    assert (found.mark, found.missed, found.arrived) == (Mark.LATE, 42, 702)
    assert banner.isVisible()
    assert banner.name.text() == "Олимов Хуршед"
    assert banner.word.text() == "Late by 42 minutes"
    assert banner.second.text() == "No.\u00a016"
    assert banner.note.text() == "Session 8, 11:42"
    assert heard.played == [Sound.FOUND]
    assert at_today.current() == "today"


def test_the_banner_is_large_takes_no_keyboard_and_is_said(
    wedge: Wedge, story: Story, banner: ScanBanner, workspace: Workspace
) -> None:
    before = workspace.focusWidget()
    wedge.scan(code(story, 15))
    assert workspace.focusWidget() is before
    assert banner.name.font().pixelSize() >= 40
    assert banner.word.font().pixelSize() >= 28
    assert banner.accessibleName() == "Олимов Хуршед. Late by 42 minutes"
    assert banner.life.interval() == 4_000
    banner.life.timeout.emit()
    assert banner.isHidden()


def test_the_next_scan_takes_the_place_of_the_last(
    wedge: Wedge, story: Story, banner: ScanBanner, heard: Heard
) -> None:
    wedge.scan(code(story, 15))
    wedge.scan(code(story, 16))
    assert banner.name.text() == "Пирова Шаҳноза"
    wedge.scan(code(story, 16))
    assert banner.word.text() == "Already marked: late"
    assert banner.note.text() == "Session 8, scanned at 11:42. Nothing was changed."
    assert heard.played == [Sound.FOUND, Sound.FOUND, Sound.ALREADY]
    assert banner.undo_button.isHidden()


def test_undo_takes_back_that_very_scan(
    wedge: Wedge, story: Story, banner: ScanBanner, workspace: Workspace
) -> None:
    wedge.scan(code(story, 15))
    click(banner.undo_button)
    assert banner.isHidden()
    assert cell(story, 15).mark is None
    wedge.scan(code(story, 15))
    attendance.mark(
        story.work, story.enrolments[20], sessions.find_session(story.work, story.course, 8).key, Mark.ABSENT
    )
    QTest.keyClick(workspace.window().windowHandle(), Qt.Key.Key_F9)
    assert cell(story, 15).mark is None
    assert cell(story, 20).mark is Mark.ABSENT


def test_absent_by_hand_is_asked_about(
    wedge: Wedge, story: Story, banner: ScanBanner, heard: Heard, workspace: Workspace
) -> None:
    wedge.scan(code(story, 11))
    assert banner.word.text() == "Marked by hand: absent"
    assert cell(story, 11).mark is Mark.ABSENT
    assert heard.played == [Sound.UNKNOWN]
    assert banner.life.interval() > 4_000
    QTest.keyClick(workspace.window().windowHandle(), Qt.Key.Key_F9)
    assert (cell(story, 11).mark, cell(story, 11).missed) == (Mark.LATE, 42)
    assert banner.word.text() == "Late by 42 minutes"
    # The key means nothing any more once the banner is gone.
    banner.life.timeout.emit()
    QTest.keyClick(workspace.window().windowHandle(), Qt.Key.Key_F9)
    assert cell(story, 11).mark is Mark.LATE


def test_an_unknown_badge_shows_its_digits(
    wedge: Wedge, banner: ScanBanner, heard: Heard, story: Story
) -> None:
    own = code(story, 15)
    wrong = own[:-1] + str((int(own[-1]) + 1) % 10)
    wedge.scan(wrong)
    assert banner.word.text() == "Unknown badge"
    assert banner.name.text() == spaced_code(wrong)
    assert heard.played == [Sound.UNKNOWN]
    assert cell(story, 15).mark is None


@pytest.mark.parametrize(
    ("hour", "minute", "note"),
    [
        (13, 0, "The next one starts at 14:00. Nothing was marked."),
        (18, 0, "None starts within half an hour either. Nothing was marked."),
    ],
)
def test_no_session_under_way_is_said_plainly(
    wedge: Wedge, story: Story, banner: ScanBanner, hour: int, minute: int, note: str
) -> None:
    at(story, hour, minute)
    wedge.scan(code(story, 15))
    assert banner.word.text() == "No session is under way"
    assert banner.note.text() == note


@in_turn("kind", list(ScanKind))
@in_turn("language_code", ["tg", "ru", "en"])
def test_every_result_has_its_words_in_every_language(
    workspace: Workspace, language: LanguageSwitch, banner: ScanBanner, kind: ScanKind, language_code: str
) -> None:
    language.choose(language_code)
    settle()
    banner.show_result(
        ScanResult(
            kind, "4129037756", "Раҳимов Некрӯз", 3, mark=Mark.LATE, missed=5, minute=600, session_number=8
        )
    )
    said = f"{banner.word.text()} {banner.note.text()}"
    assert "{" not in said
    assert "scan." not in said
    assert banner.word.text()
    assert banner.note.text()
    assert banner.sizeHint().height() < 260
    assert formats(language_code).code == language_code


def test_a_scan_leaves_the_grid_alone_and_shows_there(
    wedge: Wedge, story: Story, workspace: Workspace
) -> None:
    workspace.context.go("courses", course=story.course, tab="attendance", view="course")
    settle()
    grid = find(workspace, GridView, "attendance_grid")
    grid.setFocus()
    grid.go_to(20, EIGHT)
    wedge.type("L1")
    wedge.scan(code(story, 15))
    assert grid.place == (20, EIGHT)
    assert (cell(story, 20).mark, cell(story, 20).missed) == (Mark.LATE, 1)
    assert (cell(story, 15).mark, cell(story, 15).arrived) == (Mark.LATE, 702)
    assert all(cell(story, place).mark is None for place in (14, 16, 17, 18, 19, 21))


def test_minutes_typed_by_hand_still_arrive_in_the_grid(
    qtbot: QtBot, wedge: Wedge, story: Story, workspace: Workspace
) -> None:
    workspace.context.go("courses", course=story.course, tab="attendance", view="course")
    settle()
    grid = find(workspace, GridView, "attendance_grid")
    grid.setFocus()
    grid.go_to(20, EIGHT)
    wedge.type("L25\r", 90)
    assert (cell(story, 20).mark, cell(story, 20).missed) == (Mark.LATE, 25)
    wedge.type("9", PERSON)
    qtbot.waitUntil(lambda: grid.place[0] == 8)


def test_half_a_name_in_the_strip_stays_as_it_is(wedge: Wedge, story: Story, workspace: Workspace) -> None:
    workspace.context.go("courses", course=story.course, tab="attendance", view="course")
    settle()
    find(workspace, GridView, "attendance_grid").setFocus()
    wedge.type("/")
    field = find(workspace, QLineEdit, "attendance_strip_field")
    assert field.hasFocus()
    wedge.type("Раҳ")
    wedge.scan(code(story, 15))
    assert field.hasFocus()
    assert field.text() == "Раҳ"
    assert cell(story, 15).mark is Mark.LATE


def test_half_a_name_in_settings_stays_as_it_is(wedge: Wedge, story: Story, workspace: Workspace) -> None:
    screen = workspace.open("settings")
    assert isinstance(screen, SettingsScreen)
    screen.person.user.setFocus()
    screen.person.user.clear()
    wedge.type("Дж")
    wedge.scan(code(story, 15))
    assert screen.person.user.text() == "Дж"
    assert story.work.user == "Д. Назарова", "the Enter of the scanner saved nothing"
    assert cell(story, 15).mark is Mark.LATE


def test_a_question_is_not_answered_by_a_scan(
    wedge: Wedge, story: Story, workspace: Workspace, window: MainWindow
) -> None:
    done: list[str] = []
    asked = confirm(workspace, "Really?", "", "Do it", lambda: done.append("done"), danger=False)
    assert asked.yes.hasFocus()
    wedge.scan(code(story, 15))
    assert done == []
    assert asked.isVisible()
    assert cell(story, 15).mark is Mark.LATE
    asked.dismiss()


def test_the_session_view_goes_to_the_person_and_keeps_the_result(
    page: SessionPage, wedge: Wedge, story: Story
) -> None:
    wedge.scan(code(story, 22))
    assert page.rows.text(page.view.place, 0) == "Ҳасанова Мадина"
    assert page.rows.text(page.view.place, 5) == "11:42"
    assert page.scan.last.text() == "11:42 · Ҳасанова Мадина · Late by 42 minutes"
    assert page.heads.number.text() == "14"


def test_the_session_that_is_shown_takes_early_comers(page: SessionPage, wedge: Wedge, story: Story) -> None:
    page.step(1)
    wedge.scan(code(story, 15))
    assert (cell(story, 15, EIGHT + 1).mark, cell(story, 15).mark) == (Mark.PRESENT, None)


def test_an_earlier_session_on_the_screen_does_not_swallow_a_scan(
    page: SessionPage, wedge: Wedge, story: Story
) -> None:
    page.step(-4)
    wedge.scan(code(story, 15))
    assert cell(story, 15).mark is Mark.LATE
    assert cell(story, 15, EIGHT - 4).arrived is None


def test_ten_digits_typed_by_hand_mark_too(page: SessionPage, wedge: Wedge, story: Story) -> None:
    page.scan.field.setFocus()
    wedge.type(spaced_code(code(story, 15)) + "\r")
    assert cell(story, 15).mark is Mark.LATE
    assert page.scan.field.text() == ""
    assert page.scan.field.hasFocus()


def picture(path: Path, codes: list[str]) -> Path:
    sheet = Image.new("L", (700, 240 * len(codes)), 255)
    for place, text in enumerate(codes):
        bars = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128).to_image(scale=4)
        sheet.paste(Image.fromarray(bars).resize((600, 160)), (50, 240 * place + 40))
    sheet.save(path)
    return path


def test_badges_are_read_from_files_and_a_bad_file_is_named(
    page: SessionPage, story: Story, tmp_path: Path, workspace: Workspace, banner: ScanBanner
) -> None:
    good = picture(tmp_path / "good.png", [code(story, 15), code(story, 16)])
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no picture")
    page.acts.read_files([bad, good])
    assert {cell(story, place).mark for place in (15, 16)} == {Mark.LATE}
    assert workspace.banner.title.text() == "good.png: 2 badges read, 2 marked now"
    assert "bad.png" in banner.name.text()


def test_while_something_else_writes_a_scan_says_so(
    workspace: Workspace,
    context: AppContext,
    wedge: Wedge,
    story: Story,
    banner: ScanBanner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(context.jobs), "writing", property(lambda _jobs: True))
    wedge.scan(code(story, 15))
    assert banner.name.text() == "Not marked: something else is being written"
    assert banner.note.text() == "Scan again when it is finished."
    assert cell(story, 15).mark is None


def test_sounds_are_silent_when_switched_off(workspace: Workspace, context: AppContext) -> None:
    context.preferences.change(Preferences.sounds, False)
    assert not workspace.scans._sounds.play(Sound.FOUND)


def test_a_page_of_its_own_has_its_own_desk(qtbot: QtBot, context: AppContext) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    made = scan_controller_of(context, alone)
    assert isinstance(made, ScanController)
    assert scan_controller_of(context, alone) is made


def test_who_left_and_other_courses_are_told_apart(
    workspace: Workspace, wedge: Wedge, story: Story, banner: ScanBanner
) -> None:
    enrolments.withdraw(story.work, story.enrolments[15])
    wedge.scan(code(story, 15))
    assert banner.word.text() == "Withdrawn from the course"
    sessions.lock_session(story.work, sessions.find_session(story.work, story.course, 8).key)
    wedge.scan(code(story, 16))
    assert banner.word.text() == "Session 8 is locked"


def test_locked_the_program_hears_no_badge(
    qtbot: QtBot,
    story: Story,
    window: MainWindow,
    enter: MakeGate,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, clock = story.work.folder, story.clock
    story.work.close()
    gate = enter(folder, clock=clock)
    assert gate.workspace is not None
    gate.lock()
    settle()
    heard: list[str] = []
    monkeypatch.setattr(ScanController, "scan", lambda _context, text: heard.append(text))
    Wedge(window).scan(code(story, 15))
    assert heard == []
    work = workplace.open_with_key(folder, story.work.key, clock)
    found = attendance.grid(work, story.course).rows[15].cells[EIGHT]
    assert found == Attendance()
    work.close()


def test_escape_closes_the_banner_before_what_lies_below(
    wedge: Wedge, banner: ScanBanner, workspace: Workspace, story: Story
) -> None:
    workspace.open("courses", course=story.course, tab="overview")
    workspace.read_help("marking")
    settle()
    wedge.scan("1234567890")
    assert banner.isVisible()
    wedge.key("", PERSON, code=Qt.Key.Key_Escape.value)
    assert banner.isHidden()
    assert workspace.help.isVisible(), "the help is still open"
    wedge.key("", PERSON, code=Qt.Key.Key_Escape.value)
    assert not workspace.help.isVisible()
