"""Buttons of scans, signed sheets and of the ways in that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.attendance.session.test_scans import EIGHT, cell, code
from tests.ui.driving import click, settle
from tests.ui.signatures_parts import open_pass
from tests.ui.wedge import Wedge
from trainer_app.actions.attendance import attendance
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.office_again import RestoreOfficePage
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.theme import Theme


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
    assert shown == [str(tmp_path)]


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
