"""Parts for tests of the signed sheets: the page as the attendance tab holds it, and a counting keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import settle, show
from trainer_app.actions.attendance import attendance, reconciliation
from trainer_app.actions.courses import sessions
from trainer_app.domain.attendance.marks import Attendance
from trainer_app.domain.attendance.reconciliation import SheetView
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.courses.courses import SessionState
from trainer_app.ui.attendance.sheets.page import SignaturesPage
from trainer_app.ui.kit.context import AppContext

SIZE = (1366 - 196, 697 - 92)
"""What rail, head and tabs leave of the smallest screen."""


class Holder(QWidget):
    """Hears of changes as the tab does, and lets the page read again."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("holder")
        self.page = SignaturesPage(context)
        self.refreshed = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for button in self.page.head_buttons():
            column.addWidget(button)
        column.addWidget(self.page)
        context.changes.announced.connect(self._hear)

    def _hear(self, changes: Changes, _source: object) -> None:
        if self.page.concerns(changes):
            self.refreshed += 1
            self.page.refresh()


@dataclass
class Pass:
    """The page over the story's course, whose first day is open."""

    story: Story
    context: AppContext
    holder: Holder
    pressed: int = 0

    @property
    def page(self) -> SignaturesPage:
        """The page itself."""
        return self.holder.page

    def disk(self, day: int = 0) -> SheetView:
        """Return a day's sheet as it is on the disk."""
        state = reconciliation.sheets(self.story.work, self.story.course)[day]
        return reconciliation.sheet(self.story.work, self.story.course, state.day)

    def cell(self, number: int, session: int) -> Attendance:
        """Return a place on the disk by the person's number and the session's number."""
        cell = attendance.grid(self.story.work, self.story.course).rows[number - 1].cells[session - 1]
        assert cell is not None
        return cell

    def place(self) -> tuple[int, int]:
        """Return the number of the current line and the number of the current session."""
        found = self.page.paper.model.place(self.page.paper.view.currentIndex())
        assert found is not None
        return found[0].number, found[1].number

    def press(
        self,
        key: Qt.Key | int,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
    ) -> None:
        """Press a key where the keyboard is; every modifier counts as a key, too."""
        target = self.holder.focusWidget() or self.holder
        self.pressed += 1 + bin(held.value).count("1")
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, int(key), held, text))
        settle()

    def type(self, text: str) -> None:
        """Type letters of any script and digits, one key each."""
        for letter in text:
            upper = letter.upper()
            self.press(ord(upper) if upper.isascii() else 0, text=letter)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return, text="\r")

    def rest(self) -> None:
        """Press what says that the rest of the page is signed."""
        self.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def open_pass(qtbot: QtBot, context: AppContext, story: Story) -> Pass:
    """Show the page in a window, with the keyboard on the paper."""
    holder = Holder(context)
    qtbot.addWidget(holder)
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    holder.resize(SIZE[0], SIZE[1] + 36)
    show(holder)
    holder.page.show_course(story.course)
    focus = holder.page.first_focus()
    assert focus is not None
    focus.setFocus()
    settle()
    return Pass(story, context, holder)


def cancel(story: Story, number: int) -> None:
    """Cancel a session of the story by its number."""
    sessions.cancel_session(story.work, session_key(story, number), "no light")


def session_key(story: Story, number: int) -> str:
    """Return a session's key by its number."""
    found = attendance.grid(story.work, story.course).sessions[number - 1]
    assert found.state in tuple(SessionState)
    return found.key
