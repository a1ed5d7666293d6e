"""Buttons of courses, their sessions and their certificates that no other test presses."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.kit.world import Story
from tests.ui.courses_parts import add_garm, courses_of, tab_of, view_of
from tests.ui.driving import click, find, settle
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.courses.plan.tab import ScheduleTab
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button


def test_a_project_is_begun_by_its_button(workspace: Workspace) -> None:
    screen = courses_of(workspace)
    click(screen.course_list.buttons["create_project"])
    assert screen.project_form.isVisible()


@pytest.mark.parametrize(("name", "tab"), [("sessions", "schedule"), ("participants", "participants")])
def test_what_comes_next_leads_there(workspace: Workspace, story: Story, name: str, tab: str) -> None:
    overview = tab_of(workspace, OverviewTab, add_garm(story.work), "overview")
    click(find(overview, Button, f"next_{name}"))
    settle()
    opened = courses_of(workspace).workspace.tab()
    assert opened is not None
    assert opened.objectName() == f"screen_course_{tab}"


def test_whoever_teaches_comes_next_too(workspace: Workspace, story: Story) -> None:
    overview = tab_of(workspace, OverviewTab, add_garm(story.work), "overview")
    button = find(overview, Button, "next_teachers")
    click(button)
    assert overview.assign_form.isVisible()


def test_more_is_a_menu_of_the_sessions_and_the_import_can_be_left(
    workspace: Workspace, story: Story
) -> None:
    tab = tab_of(workspace, ScheduleTab, story.course, "schedule")
    click(tab.buttons["more"])
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) > 3
    menu.close()
    tab.open_import()
    settle()
    click(tab.agenda.first.cancel)
    settle()
    assert not tab.agenda.isVisible()
    assert tab.table.isVisible()


def test_a_course_can_ask_for_no_share_of_attendance(workspace: Workspace, story: Story) -> None:
    overview = tab_of(workspace, OverviewTab, story.course, "overview")
    click(overview.edit_button)
    form = overview.course_form
    assert form.rows["rule"].share.isChecked()
    click(form.rows["rule"].share)
    click(form.accept_button)
    settle()
    assert view_of(story.work, story.course).course.rule.share is None
