"""When saving fails: the cell shows what is on the disk, and a banner says what happened."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.ui.attendance_course import Keyboard, Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.domain.attendance.marks import Mark
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.kit.jobs import ChangeHub

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@contextmanager
def full_disk(work: Workplace) -> Iterator[None]:
    """Let the database grow no further: SQLite answers as it does on a full disk."""
    database = work.database
    pages = int(str(database.rows("PRAGMA page_count")[0][0]))
    database.rows(f"PRAGMA max_page_count = {pages}")
    yield
    database.rows("PRAGMA max_page_count = 1000000")


@contextmanager
def read_only_disk(work: Workplace) -> Iterator[None]:
    """Let the database refuse every write, as it does on a stick that is write-protected."""
    work.database.rows("PRAGMA query_only = 1")
    yield
    work.database.rows("PRAGMA query_only = 0")


FAULTS = pytest.mark.parametrize("fault", [full_disk, read_only_disk])
type Fault = Callable[[Workplace], AbstractContextManager[None]]


def mark_until_refused(room: Room) -> int:
    """Mark cells until one is refused; return how many were saved."""
    page = room.page
    for count in range(150):
        page.view.go_to(count % 25, count // 25)
        page.mark(Mark.PRESENT)
        if not page.banner.isHidden():
            return count
    raise AssertionError("the disk never became full")


@FAULTS
def test_the_cell_goes_back_and_a_banner_says_so(room: Room, keys: Keyboard, fault: Fault) -> None:
    page = room.page
    with fault(room.work):
        saved = mark_until_refused(room)
        row, column = page.view.place
        assert (row, column) == (saved % 25, saved // 25)
        assert page.marking.model.cells[row][column].mark is None
        assert room.marks[row][column] == (None, 0)
        assert sum(mark is not None for line in room.marks for mark, _ in line) == saved
        assert page.banner.title.text()
    keys.type("p")
    assert room.marks[row][column] == ("present", 0)
    assert page.banner.isHidden(), "the next mark that is saved takes the banner away"


@FAULTS
def test_minutes_stay_what_was_saved_last(room: Room, keys: Keyboard, fault: Fault) -> None:
    with fault(room.work):
        mark_until_refused(room)
        row, column = room.page.view.place
        before = room.marks
        keys.type("l15")
        assert room.marks == before
        assert room.page.marking.model.cells[row][column].mark is None
        assert room.page.view.place == (row, column), "the digits of a refused mark lead nowhere"
    keys.type("l15")
    assert room.marks[row][column] == ("late", 15)


@FAULTS
def test_the_rest_of_a_session_is_all_or_nothing(room: Room, keys: Keyboard, fault: Fault) -> None:
    with fault(room.work):
        mark_until_refused(room)
        before = room.marks
        room.page.view.go_to(0, 5)
        keys.press(Qt.Key.Key_P, CTRL | SHIFT)
        # It has not begun: yes, all the same.
        keys.enter()
        keys.press(Qt.Key.Key_Insert)
        keys.type("Азизов Умед")
        keys.enter()
        assert room.marks == before
        assert room.page.card.walk_in.field.text() == "Азизов Умед", "what was typed is kept"


def test_somebody_who_left_the_list_meanwhile_is_told_and_the_grid_shows_it(
    room: Room, keys: Keyboard
) -> None:
    model = room.page.marking.model
    enrolments.withdraw(room.work, model.rows[24].enrolment)
    room.page.refresh()
    assert model.rowCount() == 24
    room.page.view.go_to(24, 0)
    keys.type("p")
    assert room.page.view.place == (23, 0)
    assert room.marks[23][0] == ("present", 0)


def test_while_long_work_writes_marks_wait(tmp_path: Path, qtbot: QtBot) -> None:
    story = worlds.two_days(tmp_path, 25).open()
    busy = True
    page = AttendancePage(story.work, story.course, ChangeHub(), language=lambda: "en", busy=lambda: busy)
    page.mark(Mark.PRESENT)
    page.mark_rest()
    page.undo()
    assert page.marking.model.heads[0].unmarked == 25
    assert page.marking.model.rowCount() == 25
    busy = False
    page.mark(Mark.PRESENT)
    assert page.marking.model.heads[0].present == 1
    story.close()


def test_a_course_that_is_not_there_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    story = worlds.two_days(tmp_path, 25).open()
    page = AttendancePage(story.work, "no such course", ChangeHub(), language=lambda: "en")
    assert not page.banner.isHidden()
    assert page.marking.model.rowCount() == 0
    story.close()
