"""Every action of the window's table does what it says when it is triggered, and every screen has its key."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.courses_parts import GARM, courses_of
from tests.ui.driving import find, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import ACTIONS, screens_for
from trainer_app.ui.shell.help import HelpOverlay
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.shell.quick_search import QuickSearch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

type Check = Callable[[QtBot, Workspace, Story], None]


def trigger(workspace: Workspace, name: str) -> None:
    """Trigger an action, found by its name as a menu would find it."""
    find(workspace, QAction, f"action_{name}").trigger()
    settle()


def mark_of(story: Story) -> Mark | None:
    """Return the first mark of the course."""
    cell = attendance.grid(story.work, story.course).rows[0].cells[0]
    return cell.mark if cell is not None else None


def mark_anew(workspace: Workspace, story: Story) -> None:
    """Write a mark as a screen does, so that there is something to take back."""
    session = attendance.grid(story.work, story.course).sessions[0].key
    workspace.context.changes.announce(
        attendance.mark(story.work, story.enrolments[0], session, Mark.EXCUSED)
    )
    settle()


def undoes(_bot: QtBot, workspace: Workspace, story: Story) -> None:
    before = mark_of(story)
    mark_anew(workspace, story)
    assert mark_of(story) is Mark.EXCUSED
    trigger(workspace, "undo")
    assert mark_of(story) is before


def does_again(_bot: QtBot, workspace: Workspace, story: Story) -> None:
    mark_anew(workspace, story)
    assert not workspace.actions_table["redo"].isEnabled(), "nothing was taken back yet"
    trigger(workspace, "undo")
    trigger(workspace, "redo")
    assert mark_of(story) is Mark.EXCUSED


def goes_between_rail_and_page(_bot: QtBot, workspace: Workspace, _story: Story) -> None:
    workspace.open("today")
    show(workspace.window())
    trigger(workspace, "next_area")
    assert workspace.rail.isAncestorOf(QApplication.focusWidget() or workspace)
    trigger(workspace, "next_area")
    assert workspace.stack.isAncestorOf(QApplication.focusWidget() or workspace)


def looks_for_people(_bot: QtBot, workspace: Workspace, _story: Story) -> None:
    show(workspace.window())
    trigger(workspace, "find_person")
    assert workspace.current() == "people"
    field = QApplication.focusWidget()
    assert field is not None
    assert "search" in field.objectName()


def asks_to_lock(bot: QtBot, workspace: Workspace, _story: Story) -> None:
    with bot.waitSignal(workspace.lock_requested):
        trigger(workspace, "lock")


def shows_and_closes_the_help(_bot: QtBot, workspace: Workspace, _story: Story) -> None:
    workspace.open("people")
    show(workspace.window())
    trigger(workspace, "help")
    assert workspace.help.isVisible()
    assert workspace.help.view.page_name == "participants"
    trigger(workspace, "help")
    assert not workspace.help.isVisible()


def lists_the_keys(_bot: QtBot, workspace: Workspace, _story: Story) -> None:
    trigger(workspace, "keys")
    sheet = workspace.window().findChild(HelpOverlay)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.close_button.click()
    settle()
    assert workspace.window().findChild(HelpOverlay) is None


def closes(bot: QtBot, workspace: Workspace, _story: Story) -> None:
    window = workspace.window()
    assert isinstance(window, MainWindow)
    with bot.waitSignal(window.closing):
        trigger(workspace, "quit")
    assert not window.isVisible()


def finds_anything(_bot: QtBot, workspace: Workspace, _story: Story) -> None:
    trigger(workspace, "find_anything")
    sheet = workspace.window().findChild(QuickSearch)
    assert sheet is not None
    assert "Settings" in [each.words for each in sheet.found()]
    sheet.dismiss()
    settle()


def makes_a_course(_bot: QtBot, workspace: Workspace, _story: Story) -> None:
    show(workspace.window())
    workspace.open("settings")
    trigger(workspace, "new")
    assert workspace.current() == "courses"
    form = find(workspace, CourseForm, "course_form")
    assert form.isVisible()


def leads_to_papers(_bot: QtBot, workspace: Workspace, story: Story) -> None:
    trigger(workspace, "print")
    assert workspace.current() == "courses", "no course was open: one is chosen first"
    workspace.open("courses", course=story.course)
    trigger(workspace, "print")
    here = workspace.in_sight()
    assert here is not None
    assert (here.tab, here.course) == ("print", story.course)
    workspace.open("courses")
    courses_of(workspace).show_list()
    trigger(workspace, "print")
    here = workspace.in_sight()
    assert here is not None
    assert (here.tab, here.course) == ("print", story.course), "the course of before is meant"


def test_new_leaves_nobody_who_is_looked_at(workspace: Workspace, story: Story) -> None:
    """S2: Ctrl+N on a person's page led to the form of a new course."""
    show(workspace.window())
    workspace.open("people", person=people.search(story.work, "")[0].key)
    settle()
    trigger(workspace, "new")
    assert workspace.current() == "people"
    assert workspace.banner.title.text() == "Nothing new is made on this page"
    workspace.open("people")
    trigger(workspace, "new")
    assert workspace.current() == "people"


@pytest.mark.parametrize(
    ("tab", "opens"),
    [
        ("overview", ""),
        ("schedule", "session_form"),
        ("participants", "participants_add_bar"),
        ("attendance", "attendance_walk_in"),
        ("tests", ""),
        ("feedback", ""),
        ("certificates", ""),
        ("print", ""),
    ],
)
def test_new_stays_in_the_course(workspace: Workspace, story: Story, tab: str, opens: str) -> None:
    """S2: Ctrl+N in Schedule left the course for the form of a new one, though it adds sessions itself."""
    show(workspace.window())
    workspace.open("courses", course=story.course, tab=tab)
    settle()
    trigger(workspace, "new")
    here = workspace.in_sight()
    assert here is not None
    assert (here.course, here.tab) == (story.course, tab)
    made = [each for each in workspace.findChildren(CourseForm) if each.isVisible()]
    assert made == []
    if opens:
        assert find(workspace, QWidget, opens).isVisible()
    else:
        assert workspace.banner.title.text() == "Nothing new is made on this page"


@pytest.mark.parametrize("place", ["people", "sending"])
def test_a_page_without_paper_leads_to_no_course(workspace: Workspace, story: Story, place: str) -> None:
    """S2: Ctrl+P in the office's reports showed the papers of the course that was open last."""
    show(workspace.window())
    workspace.open("courses", course=story.course)
    workspace.open(place)
    settle()
    trigger(workspace, "print")
    assert workspace.current() == place
    assert workspace.banner.title.text() == "This page has no paper of its own"


def test_what_is_in_sight_is_printed(workspace: Workspace, story: Story) -> None:
    show(workspace.window())
    workspace.open("courses", course=story.course, tab="attendance")
    settle()
    trigger(workspace, "print")
    assert workspace.stack.currentWidget() is workspace.paper, "the sign-in sheet of the grid"
    workspace.paper.closed.emit()
    workspace.open("courses", course=story.course, tab="overview")
    trigger(workspace, "print")
    here = workspace.in_sight()
    assert here is not None
    assert here.tab == "print"


def reads_anew(_bot: QtBot, workspace: Workspace, story: Story) -> None:
    show(workspace.window())
    workspace.open("courses")
    before = courses_of(workspace).course_list.model.rowCount()
    courses.create_course(story.work, GARM)
    trigger(workspace, "refresh")
    assert courses_of(workspace).course_list.model.rowCount() == before + 1


CHECKS: dict[str, Check] = {
    "find_anything": finds_anything,
    "new": makes_a_course,
    "print": leads_to_papers,
    "refresh": reads_anew,
    "undo": undoes,
    "redo": does_again,
    "next_area": goes_between_rail_and_page,
    "find_person": looks_for_people,
    "lock": asks_to_lock,
    "help": shows_and_closes_the_help,
    "keys": lists_the_keys,
    "quit": closes,
}


def test_every_action_of_the_table_is_triggered_here(workspace: Workspace) -> None:
    assert set(CHECKS) == {spec.name for spec in ACTIONS}
    assert {action.objectName() for action in workspace.actions()} == {f"action_{name}" for name in CHECKS}


@pytest.mark.parametrize("name", CHECKS)
def test_an_action_does_what_it_says(name: str, qtbot: QtBot, workspace: Workspace, story: Story) -> None:
    CHECKS[name](qtbot, workspace, story)


def test_every_screen_is_opened_by_its_key(workspace: Workspace, context: AppContext) -> None:
    names = [spec.name for spec in screens_for(context.work.role, SCREENS)]
    assert len(names) > 5
    for name in names:
        find(workspace, QShortcut, f"open_{name}").activated.emit()
        settle()
        assert workspace.current() == name
    opened = {key.objectName() for key in workspace.findChildren(QShortcut) if key.parent() is workspace}
    assert opened >= {f"open_{name}" for name in names}
