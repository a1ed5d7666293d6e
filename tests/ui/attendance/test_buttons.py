"""Buttons of the grid, of scans, signed sheets and of the ways in that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.actions import scans
from tests.kit.world import Story
from tests.ui.attendance.session.conftest import page
from tests.ui.attendance.session.test_scans import code, picture
from tests.ui.attendance_course import EIGHT, cell
from tests.ui.driving import click, find, press_button, settle
from tests.ui.signatures_parts import cancel, open_pass
from tests.ui.wedge import Wedge
from trainer_app.actions.attendance import attachments, attendance, reconciliation
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import REASONS, DifferenceKind
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.sheets.attachment_viewer import open_attachment
from trainer_app.ui.attendance.tab import VIEWS
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.office_again import RestoreOfficePage
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.controls import Switch

__all__ = ["page"]


@pytest.fixture
def grid(workspace: Workspace, window: MainWindow, story: Story) -> GridView:
    """Open the whole course in the attendance tab."""
    window.resize(1366, 697)
    workspace.context.go("courses", course=story.course, tab="attendance", view="course")
    settle()
    return find(workspace, GridView, "attendance_grid")


def test_the_legend_marks_the_current_place(workspace: Workspace, grid: GridView, story: Story) -> None:
    grid.go_to(20, EIGHT)
    for mark in (*Mark, None):
        press_button(workspace, f"attendance_legend_{mark.value if mark else 'unmarked'}")
        assert cell(story, 20).mark is mark


def test_who_is_shown_is_chosen_by_button_too(workspace: Workspace, grid: GridView) -> None:
    press_button(workspace, "attendance_list")
    menu = find(workspace, QMenu, "attendance_list_menu")
    assert menu.isVisible()
    shown = {each.objectName(): each for each in menu.actions()}
    shown["attendance_show_unmarked"].trigger()
    menu.close()
    settle()
    assert grid.model().rowCount() < 25


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_chosen_by_its_part_of_the_switch(
    workspace: Workspace, grid: GridView, story: Story, view: str
) -> None:
    start = "day" if view == "course" else "course"
    workspace.context.go("courses", course=story.course, tab="attendance", view=start)
    settle()
    press_button(workspace, f"attendance_view_{view}")
    shown = {"session": "session_page", "signatures": "signatures_page"}.get(view, "attendance_grid")
    assert find(workspace, QWidget, shown).isVisible()
    if shown == "attendance_grid":
        columns = {"course": 12, "week": 12, "day": 3}[view]
        assert grid.model().columnCount() == columns


def test_the_switch_stays_where_it_is_in_every_view(workspace: Workspace, grid: GridView) -> None:
    places = []
    for view in VIEWS:
        press_button(workspace, f"attendance_view_{view}")
        settle()
        switch = find(workspace, Switch, "attendance_view")
        places.append(switch.mapTo(workspace, switch.rect().topLeft()))
    assert len(set(map(QPoint.toTuple, places))) == 1


def test_the_sessions_before_and_after_come_by_button(page: SessionPage) -> None:
    assert page.facts.number.text() == "Session 8"
    press_button(page, "room_after")
    assert page.facts.number.text() == "Session 9"
    press_button(page, "room_before")
    assert page.facts.number.text() == "Session 8"


def test_more_is_a_menu_about_the_current_person(page: SessionPage) -> None:
    press_button(page, "room_more")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "room_menu_history" in {each.objectName() for each in menu.actions()}
    menu.close()


def test_badges_are_read_from_files_that_are_chosen(
    page: SessionPage, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = picture(tmp_path / "badge.png", [code(story, 15)])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(chosen)], ""))
    assert cell(story, 15).mark is None
    press_button(page, "room_scan_files")
    assert cell(story, 15).mark is Mark.LATE


def test_what_a_scan_said_is_put_away_by_its_button(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    window.resize(1366, 697)
    Wedge(window).scan(code(story, 15))
    assert workspace.scans.banner.isVisible()
    press_button(window, "scan_banner_close")
    assert not workspace.scans.banner.isVisible()
    assert cell(story, 15).mark is Mark.LATE, "what was marked stays"


@pytest.mark.parametrize("place", range(1, 1 + len(REASONS[DifferenceKind.UNSIGNED])))
def test_a_reason_is_given_by_its_button(qtbot: QtBot, context: AppContext, story: Story, place: int) -> None:
    evening = open_pass(qtbot, context, story)
    evening.type("2n")
    for _ in range(4):
        evening.rest()
    press_button(evening.page, f"signatures_reason_{place}")
    assert evening.cell(2, 1).settled == REASONS[DifferenceKind.UNSIGNED][place - 1]
    assert evening.disk().state.settled == 1


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.PRESENT])
def test_the_mark_of_a_difference_is_changed_by_its_button(
    qtbot: QtBot, context: AppContext, story: Story, mark: Mark
) -> None:
    evening = open_pass(qtbot, context, story)
    evening.type("2n")
    for _ in range(4):
        evening.rest()
    press_button(evening.page, f"signatures_mark_{mark.value}")
    assert evening.cell(2, 1).mark is mark


def test_whoever_signed_and_stood_absent_is_marked_present_by_button(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    attendance.mark(story.work, story.enrolments[1], story.sessions[0], Mark.ABSENT)
    evening = open_pass(qtbot, context, story)
    evening.type("2s")
    for _ in range(4):
        evening.rest()
    evening.press(Qt.Key.Key_F4)
    press_button(evening.page, "signatures_mark_present")
    assert evening.cell(2, 1).mark is Mark.PRESENT
    assert evening.disk().state.differences == 0


def test_a_tick_that_was_wrong_is_put_right_by_button(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    evening = open_pass(qtbot, context, story)
    evening.type("2n")
    for _ in range(4):
        evening.rest()
    assert evening.cell(2, 1).signed is SignatureState.NO
    press_button(evening.page, "signatures_tick_right")
    assert evening.cell(2, 1).signed is SignatureState.YES
    assert evening.disk().state.differences == 0


def test_one_reason_for_all_is_ticked(qtbot: QtBot, context: AppContext, story: Story) -> None:
    evening = open_pass(qtbot, context, story)
    reconciliation.sign_rest(story.work, story.course, evening.disk().state.day)
    cancel(story, 2)
    evening.page.refresh()
    evening.press(Qt.Key.Key_F4)
    assert evening.disk().state.differences == 25
    press_button(evening.page, "signatures_alike")
    press_button(evening.page, "signatures_reason_1")
    assert (evening.disk().state.differences, evening.disk().state.settled) == (0, 25)


def test_the_viewer_of_a_scan_is_left_by_its_button(
    workspace: Workspace, window: MainWindow, story: Story, tmp_path: Path
) -> None:
    path = scans.pdf(tmp_path / "one.pdf", "a")
    key = attachments.attach(story.work, path, kind=AttachmentKind.SHEET, course=story.course).key or ""
    viewer = open_attachment(workspace.context, window, key)
    assert viewer is not None
    settle()
    assert viewer.isVisible()
    press_button(window, "viewer_close")
    assert not window.findChildren(QWidget, "viewer_close"), "it is gone"
    assert len(attachments.list_attachments(story.work, course=story.course)) == 1


def test_whoever_stands_absent_and_comes_is_marked_by_the_button(
    workspace: Workspace, window: MainWindow, story: Story
) -> None:
    window.resize(1366, 697)
    session = attendance.grid(story.work, story.course).sessions[EIGHT].key
    attendance.mark(story.work, story.enrolments[15], session, Mark.ABSENT)
    Wedge(window).scan(code(story, 15))
    banner = workspace.scans.banner
    assert banner.present_button.isVisible()
    assert cell(story, 15).mark is Mark.ABSENT, "by hand stays until somebody says otherwise"
    click(banner.present_button)
    settle()
    assert cell(story, 15).mark in (Mark.PRESENT, Mark.LATE)


def test_a_settled_difference_is_opened_again_by_button(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    evening = open_pass(qtbot, context, story)
    evening.type("n")
    for _ in range(4):
        evening.rest()
    evening.type("1")
    assert evening.disk().state.settled == 1
    evening.page.side.list.setFocus()
    side = evening.page.side
    assert side.answers.open_again.isVisible()
    click(side.answers.open_again)
    settle()
    assert evening.disk().state.settled == 0


def test_the_next_sheet_comes_by_its_button(qtbot: QtBot, context: AppContext, story: Story) -> None:
    evening = open_pass(qtbot, context, story)
    for _ in range(4):
        evening.rest()
    side = evening.page.side
    assert side.next_button.isVisible()
    assert evening.cell(1, 1).signed is SignatureState.YES
    click(side.next_button)
    settle()
    assert evening.place()[1] > 3


def test_the_folder_of_a_trouble_is_shown(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    page = OpeningFailedPage(language, DataFolder(tmp_path), TrainerError("disk.full"))
    qtbot.addWidget(page)
    page.show_folder.click()
    assert [Path(each) for each in shown] == [tmp_path]


def test_files_are_added_to_those_of_a_lost_office(
    qtbot: QtBot, theme: Theme, language: LanguageSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = RestoreOfficePage(language, Jobs(synchronous=True), DataFolder(tmp_path / "fresh"), SystemClock())
    qtbot.addWidget(page)
    page.show()
    names = [str(tmp_path / name) for name in ("one.tsync", "two.tsync")]
    for name in names:
        Path(name).touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
    page.add_files.click()
    assert page.places.text() == "one.tsync, two.tsync"
