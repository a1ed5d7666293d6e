"""A real course on the disk for the tests of the attendance tab, and a keyboard to drive it with."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import ZONE, Workplace, create, open_with_key
from trainer_app.actions.courses import agendas, courses, enrolments
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, GridRow, GridSession
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, SessionState
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.kit.change_hub import ChangeHub

FAMILIES = (
    "Абдуллоева", "Азизов", "Бобоҷонов", "Восиев", "Гулмуродова", "Ғафуров", "Давлатов", "Ёров",
    "Зоҳирӣ", "Исмоилов", "Каримова", "Қаюмов", "Латифов", "Маҳмадова", "Назаров", "Олимов",
    "Пирова", "Раҳимов", "Сафаров", "Тоирова", "Умарзода", "Файзуллоев", "Ҳасанова", "Ҷӯраев",
    "Шарифова",
)  # fmt: skip
GIVEN = ("Фаррух", "Далер", "Умед", "Некрӯз", "Рустам")
NAMES = tuple(f"{family} {GIVEN[at % len(GIVEN)]}" for at, family in enumerate(FAMILIES))
FIRST_DAY, SECOND_DAY = date(2018, 10, 15), date(2018, 10, 16)


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

    def column(self, session: int) -> list[tuple[str | None, int]]:
        """Return one session's marks on the disk, by rows."""
        return [row[session - 1] for row in self.marks]


def disk(work: Workplace, course: str) -> AttendanceGrid:
    """Read a grid from the database."""
    return attendance.grid(work, course)


@cache
def _template(people: int) -> tuple[Path, DataKey, str]:
    """Make a data folder once; tests work on copies of it."""
    # Beside the scratch folders of the test run, which go with it.
    root = Path(mkdtemp(prefix="attendance-", dir=Path(os.environ["TRAINER_STATE"]).parent))
    work = create(DataFolder(root), "a long passphrase", user_name="D. N.", clock=clock())
    draft = CourseDraft("DV-1", Texts("Курс", "Курс", "Course"), FIRST_DAY, SECOND_DAY)
    course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, course, DayPlan(per_day=3, first_start=540, minutes=90, break_minutes=30))
    for name in NAMES[:people]:
        enrolments.add_walk_in(work, course, name)
    work.close()
    return root, work.key, course


def clock() -> FixedClock:
    """Return the clock of the course: its first day, 9 in the morning."""
    return fixed_at(FIRST_DAY, 9, ZONE, step=1)


def open_copy(people: int, folder: Path) -> tuple[Workplace, str]:
    """Copy the course into a folder and open it."""
    root, key, course = _template(people)
    target = folder / "data"
    shutil.copytree(root, target)
    return open_with_key(DataFolder(target), key, clock()), course


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
            name=NAMES[number % len(NAMES)],
            full_name=f"{NAMES[number % len(NAMES)]} Каримович",
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
    work, course = open_copy(people, folder)
    changes = ChangeHub()
    page = AttendancePage(work, course, changes, language=language)
    window = show_in_window(page, 1170, 676)
    page.view.setFocus()
    return Room(work, course, changes, page, window)


def show_in_window(page: QWidget, width: int, height: int) -> QWidget:
    """Show a page in a window that leaves it its size; return the window."""
    window = QWidget()
    window.setObjectName("test_window")
    window.resize(width, height)
    page.setParent(window)
    page.setGeometry(0, 0, width, height)
    window.show()
    window.activateWindow()
    return window


class Keyboard:
    """Presses keys on whatever has the keyboard, counts them, and works with any script.

    Events are made by hand, because `QTest.keyClicks` cannot type Cyrillic.
    """

    def __init__(self, window: QWidget) -> None:
        self.pressed = 0
        self._window = window

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
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), held, scan_code, 0, 0, text)
            QApplication.sendEvent(target, event)

    def type(self, text: str) -> None:
        """Type letters and digits, one key each."""
        for letter in text:
            upper = letter.upper()
            key = ord(upper) if upper.isascii() else 0
            self.press(key, text=letter)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return, text="\r")
