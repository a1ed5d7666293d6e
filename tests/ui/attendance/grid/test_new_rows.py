"""Somebody is added in another tab while the grid, opened before, is out of sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from tests.kit import worlds
from tests.kit.world import Story
from tests.ui.courses_parts import tab_of
from tests.ui.driving import find, settle, show
from trainer_app.actions.courses import enrolments
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

PEOPLE = 13


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open a course of so few people that all of them have room."""
    with worlds.two_days(tmp_path, PEOPLE).open() as made:
        yield made


def test_the_new_row_has_number_and_name_and_nothing_scrolls(
    workspace: Workspace, window: MainWindow, story: Story, context: AppContext
) -> None:
    window.resize(1366, 768)
    tab_of(workspace, AttendanceTab, story.course, "attendance", view="course")
    show(window)
    settle()
    page = find(workspace, AttendancePage, "attendance_page")
    workspace.open("courses", course=story.course, tab="participants")
    settle()
    context.changes.announce(enrolments.add_walk_in(story.work, story.course, "Саидов Акмал"), None)
    workspace.open("courses", course=story.course, tab="attendance")
    settle()
    view, last = page.view, page.marking.model.rows[-1]
    assert last.name.startswith("Саидов")
    # The frozen part is a widget beside the marks: as high as they are, or the new row is bare.
    assert view.row_head.height() == view.viewport().height() == (PEOPLE + 1) * view.rowHeight(0)
    assert view.row_head.logicalIndexAt(QPoint(2, view.rowViewportPosition(PEOPLE) + 2)) == PEOPLE
    assert not page.card.down.isVisible(), "there is room for all of them"
