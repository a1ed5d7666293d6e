"""A computer as a person has it in front of them: a data folder, and the real window over it.

Widgets are found by their object names, and only if they can be seen: what is hidden, switched off or lies
under something else cannot be clicked here, as it cannot be on a screen.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.kit.running import MILLISECONDS
from tests.kit.samples import clock_at
from tests.ui.driving import settle, type_text
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.navigation import TABS
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

SIZE = (1366, 697)
"""What title bar and task bar leave of a cheap laptop's screen."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier

type MakeContext = Callable[..., AppContext]
"""What the fixture `make_context` gives: sets up what a screen is given, over an open computer."""
type MakeGate = Callable[..., StartController]
"""What the fixtures `make_gate` and `enter` give: start the program over a folder."""


@dataclass
class Choosers:
    """What the next file choosers answer, instead of the system's own windows. Unasked answers fail."""

    answers: list[list[Path]] = field(default_factory=list)

    def answer(self, *paths: Path) -> None:
        """Choose these in the next chooser that opens."""
        self.answers.append(list(paths))

    def taken(self) -> list[str]:
        """Return what was chosen, as a chooser does."""
        assert self.answers, "a chooser opened that nobody expected"
        return [str(path) for path in self.answers.pop(0)]

    def put_in_place(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Answer in place of Qt's four choosers."""
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_args: (self.taken()[0], ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (self.taken(), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: self.taken()[0])


@dataclass
class Desktop:
    """What all windows of one application share."""

    theme: Theme
    language: LanguageSwitch
    choosers: Choosers


class Seat:
    """One computer. `start` opens the window as the program does, `leave` closes it as a person does.

    What is done at it can be written in one line: `seat.start(PASSPHRASE).course().open_tab("tests")`.
    """

    def __init__(self, root: Path, desktop: Desktop, clock: FixedClock, *, synchronous: bool = True) -> None:
        self.root = root
        self.desktop = desktop
        self.clock = clock
        self.synchronous = synchronous
        """Whether long work is done at once, and not beside the window as in the program."""
        self.window: MainWindow
        self.gate: StartController
        self._running = False

    # Starting and leaving

    def start(self, passphrase: str = "", files: tuple[Path, ...] = ()) -> Self:
        """Start the program over the data folder; with a passphrase, type it into the unlock page."""
        folder = DataFolder(self.root)
        folder.make()
        preferences = PreferenceStore(folder.preferences)
        self.window = MainWindow(preferences)
        entry = StartOptions(folder, files=files, clock=self.clock, synchronous=self.synchronous)
        self.gate = StartController(
            entry, self.window, self.desktop.theme, self.desktop.language, preferences
        )
        self.gate.begin()
        self.window.show()
        self.window.resize(*SIZE)
        self._running = True
        self.front()
        if passphrase:
            self.fill("unlock_passphrase", passphrase)
            self.press(Qt.Key.Key_Return)
            assert self.gate.context is not None, self.text("unlock_holder_error")
            if files:
                self.click("locked_files_question_yes")
        return self

    def leave(self) -> None:
        """Close the window; it must not hold back."""
        if self._running:
            self.front()
            self.window.close()
            assert not self.window.isVisible()
            self.window.deleteLater()
            self._running = False
            settle()

    def front(self) -> None:
        """Bring the window to the front, as one does before typing."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window, MILLISECONDS)
        settle()

    @property
    def work(self) -> Workplace:
        """The open data folder, to look whether what is shown is what is kept."""
        assert self.gate.context is not None
        return self.gate.context.work

    @property
    def workspace(self) -> Workspace:
        """The open program."""
        assert self.gate.workspace is not None
        return self.gate.workspace

    def at(self, day: date, hour: int, minute: int = 0) -> Self:
        """Let it be another time."""
        self.clock.set(datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(ZONE)))
        return self

    # Seeing

    def sees(self, name: str) -> bool:
        """Tell whether a widget of this name is shown."""
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    def see[W: QWidget](self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return the one widget of this name that is shown."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        if not found:
            shown = {each.objectName() for each in self.window.findChildren(QWidget) if each.isVisible()}
            alike = sorted(each for each in shown if each.split("_")[0] == name.split("_")[0])
            raise AssertionError(f"{name} is not shown; there are {alike}")
        assert len(found) == 1, f"{len(found)} widgets named {name} are shown"
        return found[0]

    def text(self, name: str) -> str:
        """Return the words of a label, a button or a field."""
        shown = self.see(name)
        assert isinstance(shown, QLabel | QAbstractButton | QLineEdit), type(shown)
        return shown.text()

    def banner(self) -> str:
        """Return what the band at the top says."""
        return f"{self.text('notice_title')}. {self.text('notice_text') if self.sees('notice_text') else ''}"

    def cells(self, name: str) -> list[list[str]]:
        """Return what a table shows, row by row, hidden columns left out."""
        table = self.see(name, QTableView)
        model = table.model()
        columns = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
        return [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in range(model.rowCount())
            if not table.isRowHidden(row)
        ]

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        has = self.window.focusWidget()
        assert has is not None, "nothing has the keyboard"
        return has

    # Doing

    def click(self, name: str) -> Self:
        """Press a button with the mouse: it must be there, usable, and not under anything."""
        target = self.see(name)
        self._hit(target, target.rect().center())
        return self

    def choose_tab(self, name: str, place: int) -> Self:
        """Click one tab of a row of tabs."""
        tabs = self.see(name, QTabBar)
        self._hit(tabs, tabs.tabRect(place).center())
        return self

    def choose(self, name: str, words: str) -> Self:
        """Choose in a list that drops down, by a part of its words, with the arrow keys."""
        box = self.see(name, QComboBox)
        wanted = next((at for at in range(box.count()) if words in box.itemText(at)), -1)
        assert wanted >= 0, [box.itemText(at) for at in range(box.count())]
        box.setFocus()
        while box.currentIndex() != wanted:
            self.press(Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)
        settle()
        return self

    def menu(self, name: str) -> Self:
        """Choose an entry of a menu that is open."""
        self.window.findChildren(QAction, name)[0].trigger()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        settle()
        return self

    def select(self, table: str, words: str) -> int:
        """Click the first row of a table in which a cell has these words; return its place."""
        view = self.see(table, QTableView)
        for row, cells in enumerate(self.cells(table)):
            if any(words in cell for cell in cells):
                index = view.model().index(row, 1 if len(cells) > 1 else 0)
                view.scrollTo(index)
                QTest.mouseClick(
                    view.viewport(), Qt.MouseButton.LeftButton, _PLAIN, view.visualRect(index).center()
                )
                settle()
                return row
        raise AssertionError(f"{words} is not in {self.cells(table)}")

    def fill(self, name: str, text: str) -> Self:
        """Write a text into a field in place of what it says."""
        target = self.see(name, QLineEdit)
        assert target.isEnabled()
        target.setFocus()
        target.selectAll()
        type_text(target, text)
        settle()
        return self

    def pick_day(self, name: str, day: date) -> Self:
        """Choose a day in a field of days."""
        self.see(name, QDateTimeEdit).setDate(QDate(day.year, day.month, day.day))
        settle()
        return self

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> Self:
        """Press one key on whatever has the keyboard."""
        QTest.keyClick(self.focus(), key, modifier)
        settle()
        return self

    def type(self, text: str) -> Self:
        """Type letters, in any script, into whatever has the keyboard."""
        for letter in text:
            type_text(self.focus(), letter)
        settle()
        return self

    def open(self, screen: str) -> Self:
        """Open an entry of the rail."""
        self.click(f"rail_{screen}")
        assert self.workspace.current() == screen
        return self

    def course(self, words: str = "") -> Self:
        """Open a course of the list: the first one with these words in its row."""
        self.open("courses").select("courses_table", words)
        return self.press(Qt.Key.Key_Return)

    def open_tab(self, tab: str) -> Self:
        """Open a tab of the course that is open."""
        self.choose_tab("course_tabs", [spec.name for spec in TABS].index(tab))
        return self

    def _hit(self, target: QWidget, at: QPoint) -> None:
        assert target.isEnabled(), f"{target.objectName()} is switched off"
        _scroll_to(target, at)
        spot = target.mapTo(self.window, at)
        under = self.window.childAt(spot)
        while under is not None and under is not target and not target.isAncestorOf(under):
            raise AssertionError(f"{target.objectName()} lies under {under.objectName()}")
        assert under is not None, f"{target.objectName()} is out of the window: {spot}"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, _PLAIN, at)
        settle()


def _scroll_to(target: QWidget, at: QPoint) -> None:
    parent = target.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            inside = target.mapTo(parent.widget(), at)
            parent.ensureVisible(inside.x(), inside.y(), 30, 30)
        parent = parent.parentWidget()
    settle()


def october(day: int, hour: int) -> FixedClock:
    """Return a clock that stands at an hour of a day of October 2018, in Dushanbe."""
    return clock_at(date(2018, 10, day), hour, step=7)
