"""A real course on the disk for the tests of the attendance tab, and a keyboard to drive it with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.kit import worlds
from tests.kit.samples import GROUP
from tests.kit.world import Story
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, GridRow, GridSession
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.kit.jobs import ChangeHub
from trainer_app.ui.style.theme import dress

EIGHT = 7
"""The session under way in `tests.kit.worlds.at_noon`, 11:00 to 12:30: at 11:42 people 1 to 14 are marked."""


def cell(story: Story, place: int, session: int = EIGHT) -> Attendance:
    """Return a person's place in a session, read from the database."""
    found = attendance.grid(story.work, story.course).rows[place].cells[session]
    assert found is not None
    return found


@dataclass
class Room:
    """An open workplace with one course of two days, three sessions a day; close it at the end."""

    work: Workplace
    course: str
    changes: ChangeHub
    page: AttendancePage
    window: QWidget

    @property
    def marks(self) -> list[list[tuple[str | None, int]]]:
        """What is on the disk, asked from the database: (mark, minutes) by row and session."""
        grid = disk(self.work, self.course)
        return [[(cell.mark, cell.missed) if cell else ("-", 0) for cell in row.cells] for row in grid.rows]

    def close(self) -> None:
        """Close the window and the workplace."""
        self.window.close()
        self.work.close()

    def agree_ahead(self) -> None:
        """Have agreed already that sessions are marked hours before they begin: it is not asked any more."""
        self.page.marking._agreed_ahead |= {each.key for each in self.page.marking.model.whole.sessions}

    def column(self, session: int) -> list[tuple[str | None, int]]:
        """Return one session's marks on the disk, by rows."""
        return [row[session - 1] for row in self.marks]


def newest_step(room: Room) -> str:
    """Return the step that undo would take back, as the page says it."""
    return room.page.namer.words_of(history.pending(room.work, 1)[0].label)


def disk(work: Workplace, course: str) -> AttendanceGrid:
    """Read a grid from the database."""
    return attendance.grid(work, course)


def plain_grid(people: int, days: int, per_day: int, cell: Attendance | None = None) -> AttendanceGrid:
    """Return a grid as plain data, all sessions held, every cell alike."""
    planned = tuple(
        GridSession(
            key=f"s{day * per_day + at}",
            number=day * per_day + at + 1,
            day=date(2018, 10, 1 + day),
            day_number=day + 1,
            start=540 + 120 * at,
            end=630 + 120 * at,
            topic=Texts(),
            state=SessionState.HELD,
        )
        for day in range(days)
        for at in range(per_day)
    )
    rows = tuple(
        GridRow(
            enrolment=f"e{number}",
            person=f"p{number}",
            number=number,
            name=GROUP[number % len(GROUP)],
            full_name=f"{GROUP[number % len(GROUP)]} Каримович",
            rank="сержант",
            unit="ШВКД",
            from_day=1,
            walk_in=False,
            cells=tuple(cell for _ in planned),
            share=None,
        )
        for number in range(1, people + 1)
    )
    return AttendanceGrid("course", planned, rows, 8000)


def open_room(people: int, folder: Path, language: Callable[[], str] = lambda: "en") -> Room:
    """Open a copy of the course in a page of its own, the first cell current."""
    story = worlds.two_days(folder, people).open()
    changes = ChangeHub()
    page = AttendancePage(story.work, story.course, changes, language=language)
    window = show_in_window(page, 1170, 676)
    page.view.setFocus()
    return Room(story.work, story.course, changes, page, window)


def show_in_window(page: QWidget, width: int, height: int) -> QWidget:
    """Show a page in a window that leaves it its size; return the window."""
    window = QWidget()
    window.setObjectName("test_window")
    dress(window)
    window.resize(width, height)
    page.setParent(window)
    page.setGeometry(0, 0, width, height)
    window.show()
    window.activateWindow()
    return window


class Keyboard:
    """Presses keys on whatever has the keyboard, counts them, and works with any script.

    Events are made by hand, because `QTest.keyClicks` cannot type Cyrillic. Each says that it comes `APART`
    milliseconds after the one before, as from quick fingers, however busy the machine is.
    """

    APART = 100

    def __init__(self, window: QWidget) -> None:
        self.pressed = 0
        self._window = window
        self._now = 0

    def press(
        self,
        key: Qt.Key | int,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
        scan_code: int = 0,
    ) -> None:
        """Press and release one key."""
        target = self._window.focusWidget() or self._window
        self.pressed += 1
        self._now += self.APART
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), held, scan_code, 0, 0, text)
            event.setTimestamp(self._now)
            QApplication.sendEvent(target, event)

    def type(self, text: str) -> None:
        """Type letters and digits, one key each."""
        for letter in text:
            upper = letter.upper()
            key = ord(upper) if upper.isascii() else 0
            self.press(key, text=letter)

    def rest(self, milliseconds: int = 60_000) -> None:
        """Let so much time pass before the next key comes, as whoever types would see it."""
        self._now += milliseconds

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return, text="\r")
