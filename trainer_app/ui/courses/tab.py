"""The base of every tab of the course workspace, and the table of those that there are.

A tab lies in a module with a function `create(desk)`; it is imported and made when it is opened for the first
time, and then stays: `show_course` gives it another course. A module that is missing is left out.
"""

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Screen


class CourseTab(Screen):
    """One task of one course. A `Screen` whose `refresh` shows `self.course`; never called without one.

    Fill `column` (a `Page` inside scrolls). What stands in the workspace's head while the tab is open comes
    from `head_buttons` (right of the course's name) and `summary` (right of the tabs).
    """

    wanted = Signal(str)
    """Another tab is needed first, by its name in `TABS`."""
    head_changed = Signal()
    """`head_buttons` or `summary` gives other widgets from now on, or their sizes changed."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(f"course_{name}", desk)
        self.course = ""

    def show_course(self, key: str) -> None:
        """Show another course, or the same one anew: at once if the tab is seen, else when it is."""
        self.course = key
        self.refresh_now()

    def refresh_now(self) -> None:
        """Refresh if visible and there is a course; else later."""
        if self.course:
            super().refresh_now()

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the buttons for the head, the primary one last. The same widgets until `head_changed`."""
        return ()

    def summary(self) -> QWidget | None:
        """Return what stands at the end of the row of tabs; None for the plain count of participants."""
        return None


@dataclass(frozen=True)
class TabSpec:
    """One tab. `also` are other names by which `desk.go("courses", tab=...)` may ask for it."""

    name: str
    words: Callable[[], str]
    module: str
    also: tuple[str, ...] = ()
    factory: Callable[[Desk], CourseTab] | None = None

    @property
    def title(self) -> str:
        """The tab's word in the language of the window."""
        return self.words()

    def exists(self) -> bool:
        """Tell whether the tab is part of this program, without importing it."""
        if self.factory is not None:
            return True
        package = importlib.util.find_spec(self.module.rpartition(".")[0])
        return package is not None and importlib.util.find_spec(self.module) is not None

    def create(self, desk: Desk) -> CourseTab:
        """Import and make the tab."""
        if self.factory is not None:
            return self.factory(desk)
        return cast(CourseTab, importlib.import_module(self.module).create(desk))


_UI = "trainer_app.ui"

TABS = (
    TabSpec(
        "overview",
        lambda: QCoreApplication.translate("CourseTabs", "Overview"),
        f"{_UI}.courses.overview_tab",
    ),
    TabSpec(
        "schedule",
        lambda: QCoreApplication.translate("CourseTabs", "Schedule"),
        f"{_UI}.courses.schedule_tab",
        ("sessions",),
    ),
    TabSpec(
        "participants",
        lambda: QCoreApplication.translate("CourseTabs", "Participants"),
        f"{_UI}.participants.tab",
    ),
    TabSpec(
        "attendance",
        lambda: QCoreApplication.translate("CourseTabs", "Attendance"),
        f"{_UI}.attendance.tab",
    ),
    TabSpec(
        "tests",
        lambda: QCoreApplication.translate("CourseTabs", "Tests"),
        f"{_UI}.evaluations.tests_tab",
        ("evaluations",),
    ),
    TabSpec(
        "feedback",
        lambda: QCoreApplication.translate("CourseTabs", "Feedback"),
        f"{_UI}.evaluations.feedback_tab",
    ),
    TabSpec(
        "certificates",
        lambda: QCoreApplication.translate("CourseTabs", "Certificates"),
        f"{_UI}.certificates.tab",
    ),
    TabSpec("print", lambda: QCoreApplication.translate("CourseTabs", "Print"), f"{_UI}.papers.print_tab"),
)
"""All tabs in the order of the work."""


def tabs_there(table: tuple[TabSpec, ...] = TABS) -> tuple[TabSpec, ...]:
    """Return the tabs that are part of this program."""
    return tuple(spec for spec in table if spec.exists())
