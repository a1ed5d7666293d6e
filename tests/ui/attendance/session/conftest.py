"""Parts for tests of the session page: session 8 of the course, as Today opens it, and the keyboard."""

import pytest

from tests.kit.world import Story
from tests.ui.attendance_course import EIGHT, Keyboard
from tests.ui.driving import find, settle, show
from trainer_app.actions.courses import courses
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace, window: MainWindow, story: Story) -> SessionPage:
    """Open session 8 in the attendance tab, as Today does."""
    window.resize(1366, 697)
    show(window)
    session = courses.get_course(story.work, story.course).sessions[EIGHT].key
    workspace.context.go("courses", course=story.course, tab="attendance", view="session", session=session)
    settle()
    found = find(workspace, SessionPage, "session_page")
    found.view.setFocus()
    return found


@pytest.fixture
def keys(page: SessionPage, window: MainWindow) -> Keyboard:
    """Give the keyboard of the window."""
    return Keyboard(window)
