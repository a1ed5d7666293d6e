"""Nothing but the window itself is ever shown while screens, tabs and views are opened for the first time.

Nor is anything made that lies in no window: it would stay when its screen goes, and each change of the theme
would style it as a window of its own.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import settle
from trainer_app.ui.kit.screens import screens_for
from trainer_app.ui.office.screen import TABS as PLACES
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace


class Windows(QObject):
    """Notes every window that is shown beside the one there is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._before = set(map(id, QApplication.topLevelWidgets()))
        self.others: list[str] = []

    def alone(self) -> list[str]:
        """Return what was made since and lies in nothing."""
        made = [each for each in QApplication.topLevelWidgets() if id(each) not in self._before]
        return [each.objectName() for each in made if each.parent() is None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is not the one."""
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and watched is not self._window:
            self.others.append(f"{type(watched).__name__} {watched.objectName()}")
        return super().eventFilter(watched, event)


@pytest.fixture
def shown(qapp: QApplication, window: MainWindow) -> Iterator[Windows]:
    made = Windows(window)
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_a_window_of_its_own_is_noticed(shown: Windows, qtbot: QtBot) -> None:
    stray = QWidget()
    stray.setObjectName("stray")
    qtbot.addWidget(stray)
    stray.setVisible(True)
    assert shown.others == ["QWidget stray"]
    assert shown.alone() == ["stray"]


def test_no_screen_of_a_trainer_opens_a_second_window(
    workspace: Workspace, story: Story, shown: Windows
) -> None:
    context = workspace.context
    for spec in screens_for(context.work.role, SCREENS):
        context.go(spec.name)
        settle()
    for tab in TABS:
        context.go("courses", course=story.course, tab=tab.name)
        settle()
    for view in ("session", "signatures"):
        context.go("courses", course=story.course, tab="attendance", view=view)
        settle()
    for page in ("forms", "questions", "results"):
        context.go("evaluations", page=page, course=story.course)
        settle()
    assert shown.others == []
    assert shown.alone() == []


def test_no_screen_of_the_office_opens_a_second_window(
    exchange: Exchange, window: MainWindow, shown: Windows, make_context: MakeContext
) -> None:
    context = make_context(exchange.office)
    window.show_page(Workspace(context))
    for spec in screens_for(context.work.role, SCREENS):
        context.go(spec.name)
        settle()
    for place in PLACES:
        context.go("office", tab=place)
        settle()
    assert shown.others == []
    assert shown.alone() == []
    window.close()
