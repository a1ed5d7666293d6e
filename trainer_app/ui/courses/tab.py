"""The base of every tab of the course workspace, and what the table of tabs says of each.

A tab is made when it is opened for the first time, and then stays: `show_course` gives it another course.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
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
    create: Callable[[Desk], CourseTab]
    """Makes the tab, and imports it only then."""
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The tab's word in the language of the window."""
        return self.words()
