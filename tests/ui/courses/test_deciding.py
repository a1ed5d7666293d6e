"""Approving in the window: what the drawer shows is what is kept, also when data change beside it."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.kit.world import Story
from tests.ui.courses_parts import tab_of, view_of
from tests.ui.driving import click, find, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.office import approval
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.approvals import OpenItem, OpenMatter
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

REASON = "варақаҳо дар бойгонӣ"


@pytest.fixture
def closed(story: Story) -> Story:
    """Close the course, everybody present, and open its first session again."""
    work, course = story.work, story.course
    story.clock.advance(days=5)
    for session in view_of(work, course).sessions:
        attendance.mark_rest(work, session.key)
    approval.close(work, course, REASON)
    sessions.unlock_session(work, view_of(work, course).sessions[0].key, "хато")
    return story


def overview(workspace: Workspace, course: str) -> OverviewTab:
    return tab_of(workspace, OverviewTab, course, "overview")


def go_to_tab(workspace: Workspace, name: str) -> None:
    """Press a tab of the course that is shown: a drawer over another one stays open."""
    screen = workspace.opened_screen("courses")
    assert isinstance(screen, CoursesScreen)
    inside = screen.workspace
    inside.tabs.setCurrentIndex([spec.name for spec in inside.specs].index(name))
    settle()


def mark_absent(story: Story, place: int) -> None:
    first = view_of(story.work, story.course).sessions[0].key
    attendance.mark(story.work, story.enrolments[place], first, Mark.ABSENT)


def state(story: Story) -> CourseState:
    return courses.get_course(story.work, story.course).course.state


def test_the_drawer_shows_new_figures_when_it_is_seen_again(workspace: Workspace, closed: Story) -> None:
    tab = overview(workspace, closed.course)
    click(tab.approval.button)
    assert "sessions opened again and not locked: 1" in find(tab.reason, QLabel, "reason_about").text()
    moved, after = (find(tab.reason, QLabel, name) for name in ("reason_moved", "reason_after"))
    assert moved.isHidden()
    before = after.text()
    go_to_tab(workspace, "attendance")
    assert not tab.reason.isVisible()
    for place in (0, 1):
        mark_absent(closed, place)
    go_to_tab(workspace, "overview")
    assert moved.isVisible()
    assert moved.text().startswith("This has changed since it was shown:")
    assert "→" in moved.text()
    assert after.text() != before
    for name, value in approval.before_approving(closed.work, closed.course, "en").figures:
        assert f"– {name}: {value}" in after.text()
    tab.reason.rows["reason"].field.setText(REASON)
    click(tab.reason.accept_button)
    assert state(closed) is CourseState.APPROVED


def test_a_press_with_other_figures_approves_nothing_and_says_so(workspace: Workspace, closed: Story) -> None:
    tab = overview(workspace, closed.course)
    click(tab.approval.button)
    tab.reason.rows["reason"].field.setText(REASON)
    mark_absent(closed, 0)  # As another program does: nothing is announced here.
    click(tab.reason.accept_button)
    assert state(closed) is CourseState.CLOSED
    moved = find(tab.reason, QLabel, "reason_moved")
    assert moved.isVisible()
    assert moved.text().startswith("Nothing was done:")
    assert "→" in moved.text()
    assert tab.reason.rows["reason"].field.text() == REASON, "what was typed stays"
    click(tab.reason.accept_button)
    assert state(closed) is CourseState.APPROVED
    assert tab.reason.isHidden()


def test_where_nothing_is_open_the_question_follows_too(
    workspace: Workspace, closed: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval, "open_items", lambda _work, _course: [])
    tab = overview(workspace, closed.course)
    click(tab.approval.button)
    asked = find(workspace.window(), ConfirmDialog, "approval_question")
    before = asked.text.text()
    mark_absent(closed, 0)
    click(asked.yes)
    assert state(closed) is CourseState.CLOSED
    (again,) = (
        each
        for each in workspace.window().findChildren(ConfirmDialog, "approval_question")
        if each.isVisible()
    )
    assert again.text.text().startswith("Nothing was done:")
    assert again.text.text() != before
    shown = again.text.text()
    first = view_of(closed.work, closed.course).sessions[0].key
    workspace.context.do(attendance.mark, closed.enrolments[1], first, Mark.ABSENT)
    assert again.text.text().startswith("This has changed since it was shown:")
    assert again.text.text() != shown
    click(again.yes)
    assert state(closed) is CourseState.APPROVED


def test_what_needs_no_reason_is_told_before_a_course_is_closed(
    workspace: Workspace, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.clock.advance(days=5)
    left = [OpenItem(OpenMatter.NO_FEEDBACK, 2, needs_reason=False)]
    monkeypatch.setattr(approval, "open_items", lambda _work, _course: left)
    tab = overview(workspace, story.course)
    click(tab.close_button)
    asked = find(workspace.window(), ConfirmDialog, "closing_question")
    assert "– feedback sheets missing: 2" in asked.text.text()
    assert "All sessions are locked." in asked.text.text()
    assert state(story) is not CourseState.CLOSED
    click(asked.yes)
    assert state(story) is CourseState.CLOSED


def test_an_approved_course_says_over_its_marks_that_changes_are_listed(
    workspace: Workspace, closed: Story
) -> None:
    tab = tab_of(workspace, AttendanceTab, closed.course, "attendance")
    assert tab.approved.isHidden()
    approval.approve(closed.work, closed.course, REASON)
    tab.refresh()
    assert tab.approved.isVisible()
    assert "as changed since the approval" in tab.approved.words.text()


def test_a_session_that_was_opened_again_is_locked_from_the_overview(
    workspace: Workspace, closed: Story
) -> None:
    tab = overview(workspace, closed.course)
    click(tab.due.more)
    (row,) = (each for each in tab.due.rows if each.objectName() == "due_reopened")
    assert row.title.text().startswith("Opened again and not locked: 1")
    click(row.button)
    settle()
    shown = tab_of(workspace, AttendanceTab, closed.course, "attendance")
    assert shown.view == "session"


def test_the_reason_for_opening_a_session_again_has_its_button(workspace: Workspace, closed: Story) -> None:
    session = view_of(closed.work, closed.course).sessions[1]
    tab = tab_of(workspace, AttendanceTab, closed.course, "attendance")
    page = tab.page
    assert page is not None
    page.go_to_session(session.key)
    page.asking.find()
    assert page.strip.enter_button is None or page.strip.enter_button.isHidden(), (
        "a search goes on while one types"
    )
    page.asking.unlock()
    settle()
    button = page.strip.enter_button
    assert button is not None
    assert button.isVisible()
    assert button.text() == "Open again"
    click(button)
    assert view_of(closed.work, closed.course).sessions[1].locked, "not without a reason"
    page.strip.field.setText("опечатка")
    click(button)
    assert not view_of(closed.work, closed.course).sessions[1].locked
