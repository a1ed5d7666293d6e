"""A file without an end while the window is open: it is told, it can be stopped, and the rest goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.actions import scans
from tests.actions.base.test_strange_files import nested_pdf
from tests.kit.running import MILLISECONDS
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.system.test_child import children
from tests.ui.certificate_parts import ended, shown, story
from tests.ui.driving import settle
from trainer_app.actions.courses import projects
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft
from trainer_app.system.child import Child, Limits
from trainer_app.ui.certificates.screen import CertificatesScreen, CheckPage
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

__all__ = ["ended", "shown", "story"]

pytestmark = pytest.mark.child


@pytest.fixture
def context(story: Story, make_context: MakeContext) -> Iterator[AppContext]:
    """Set up a context in which long work runs in a thread, as in the program."""
    made = make_context(story.work, synchronous=False)
    yield made
    made.jobs.cancel()
    made.jobs.wait()


@pytest.fixture
def page(workspace: Workspace) -> CheckPage:
    screen = workspace.open("certificates", check=True)
    assert isinstance(screen, CertificatesScreen)
    settle()
    return screen.check


def test_the_window_stays_usable_and_stop_kills_the_child(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, page: CheckPage, tmp_path: Path
) -> None:
    """M4: the page says what is done, with Stop; meanwhile the program works."""
    context = workspace.context
    page.check_file(nested_pdf(tmp_path / "certificate.pdf", 90, 3))
    qtbot.waitUntil(
        lambda: bool(children()) and workspace.progress.step.text() == "Looking for codes",
        timeout=MILLISECONDS,
    )
    assert workspace.progress.isVisible()
    assert workspace.progress.title.text() == "Reading certificate.pdf"
    made = context.do(projects.create_project, ProjectDraft("P", Texts(en="P")))
    assert made is not None
    QTest.mouseClick(workspace.progress.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=MILLISECONDS)
    assert children() == []
    assert not workspace.progress.isVisible()
    page.check_file(scans.pdf(tmp_path / "none.pdf", ""))
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=MILLISECONDS)
    assert page.result.answer.text() == "No QR code was found in none.pdf"


def test_what_takes_too_long_is_refused_in_words(
    qtbot: QtBot, workspace: Workspace, page: CheckPage, tmp_path: Path
) -> None:
    """M4: with nobody who presses Stop."""
    workspace.context.work.child = Child(Limits(seconds=1.0))
    page.check_file(nested_pdf(tmp_path / "certificate.pdf", 90, 3))
    qtbot.waitUntil(lambda: not workspace.context.jobs.busy, timeout=MILLISECONDS)
    assert page.result.answer.text() == "This file, or one page of it, needed more than 1 seconds to be read"
    assert children() == []
