"""Several cells at once: chosen by keys and mouse, marked by one key, taken back by one undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.ui.attendance_course import Keyboard, Room
from tests.ui.driving import press_button
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.domain.attendance.arranging import GridSpan, PeopleFilter
from trainer_app.domain.attendance.marks import Mark
from trainer_app.system.clock import FixedClock
from trainer_app.ui.attendance.grid import blocks
from trainer_app.ui.attendance.grid.selection import CellBlock
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.widgets.overlays import ConfirmDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
P, L, E, A = ("present", 0), ("late", 0), ("excused", 0), ("absent", 0)
NONE = (None, 0)


def turn_clock(room: Room, days: int) -> None:
    """Let all sessions have begun, or go back."""
    assert isinstance(room.work.clock, FixedClock)
    room.work.clock.advance(days=days)
    room.page.refresh()


@pytest.fixture
def room(room: Room) -> Room:
    turn_clock(room, days=7)
    return room


def stretch(keys: Keyboard, *ways: Qt.Key) -> None:
    for way in ways:
        keys.press(way, SHIFT)


DOWN, RIGHT, UP, LEFTWARDS = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left


def chosen(room: Room) -> tuple[range, range] | None:
    block = room.page.view.chosen.block
    return (block.rows, block.columns) if block is not None else None


def part(room: Room, rows: int = 4, columns: int = 3) -> list[list[tuple[str | None, int]]]:
    """Return the first marks as they are on the disk, and see that they are shown so."""
    shown = [
        [(cell.mark, cell.missed) if cell else ("-", 0) for cell in row]
        for row in room.page.marking.model.cells
    ]
    assert shown == room.marks
    return [row[:columns] for row in room.marks[:rows]]


def test_shift_with_arrows_draws_a_rectangle_and_a_letter_marks_all_of_it(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN, DOWN, RIGHT)
    assert chosen(room) == (range(3), range(2))
    assert room.page.view.place == (2, 1), "the current cell is the corner that moves"
    steps = len(history.recent(room.work, 99))
    keys.type("a")
    assert part(room) == [[A, A, NONE]] * 3 + [[NONE] * 3]
    assert len(history.recent(room.work, 99)) == steps + 1
    assert chosen(room) == (range(3), range(2)), "another letter corrects all of them"
    keys.rest()
    keys.type("п")
    assert part(room) == [[P, P, NONE]] * 3 + [[NONE] * 3]
    for expected in ([A, A, NONE], [NONE] * 3):
        keys.press(Qt.Key.Key_Z, CTRL)
        assert part(room, 3) == [expected] * 3
        assert chosen(room) == (range(3), range(2))
    keys.press(Qt.Key.Key_Y, CTRL)
    assert part(room, 3) == [[A, A, NONE]] * 3


def test_the_rectangle_can_shrink_and_turn_around_where_it_was_begun(room: Room, keys: Keyboard) -> None:
    room.page.view.go_to(2, 2)
    stretch(keys, DOWN, RIGHT, UP, UP, LEFTWARDS, LEFTWARDS)
    assert chosen(room) == (range(1, 3), range(1, 3))
    stretch(keys, DOWN, RIGHT)
    assert chosen(room) is None, "only the cell where it began is left"
    keys.type("p")
    assert room.marks[2][2] == P
    assert sum(mark is not None for line in room.marks for mark, _ in line) == 1


@in_turn(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_End, SHIFT, (range(10, 11), range(2, 6))),
        (Qt.Key.Key_Home, SHIFT, (range(10, 11), range(3))),
        (Qt.Key.Key_Down, SHIFT | CTRL, (range(10, 25), range(2, 3))),
        (Qt.Key.Key_Up, SHIFT | CTRL, (range(11), range(2, 3))),
        (Qt.Key.Key_Left, SHIFT | CTRL, (range(10, 11), range(3))),
        (Qt.Key.Key_Right, SHIFT | CTRL, (range(10, 11), range(2, 6))),
        (Qt.Key.Key_End, SHIFT | CTRL, (range(10, 25), range(2, 6))),
        (Qt.Key.Key_A, CTRL, (range(25), range(2, 3))),
    ],
)
def test_whole_stretches_are_chosen_by_one_key(
    room: Room, keys: Keyboard, key: Qt.Key, held: Qt.KeyboardModifier, expected: tuple[range, range]
) -> None:
    room.page.view.go_to(10, 2)
    keys.press(key, held)
    assert chosen(room) == expected


def test_everybody_of_a_session_gets_a_mark_and_the_current_person_stays(room: Room, keys: Keyboard) -> None:
    room.page.view.go_to(7, 1)
    keys.press(Qt.Key.Key_A, CTRL)
    keys.type("e")
    assert room.column(2) == [E] * 25
    assert room.page.view.place == (7, 1)
    keys.press(Qt.Key.Key_Delete)
    assert room.column(2) == [NONE] * 25
    keys.press(Qt.Key.Key_Space, text=" ")
    assert room.column(2) == [E] * 25, "the space bar repeats the last mark"
    keys.press(Qt.Key.Key_Backspace)
    assert room.column(2) == [NONE] * 25


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, CTRL),
        (Qt.Key.Key_Right, CTRL),
    ],
)
def test_what_moves_without_shift_lets_go_of_the_rectangle(
    room: Room, keys: Keyboard, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    room.page.view.go_to(1, 1)
    stretch(keys, UP, LEFTWARDS)
    keys.press(key, held)
    assert chosen(room) is None
    keys.type("p")
    assert sum(mark is not None for line in room.marks for mark, _ in line) == 1


def test_escape_lets_go_first_and_shows_everybody_only_then(room: Room, keys: Keyboard) -> None:
    room.page.arranger.show(PeopleFilter.UNMARKED)
    stretch(keys, DOWN)
    keys.press(Qt.Key.Key_Escape)
    assert (chosen(room), room.page.arranger.now.shown) == (None, PeopleFilter.UNMARKED)
    keys.press(Qt.Key.Key_Escape)
    assert room.page.arranger.now.shown is PeopleFilter.ALL


def test_another_part_of_the_course_begins_without_chosen_cells(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN, RIGHT)
    room.page.arranger.show_span(GridSpan.DAY)
    assert chosen(room) is None


def at(room: Room, row: int, column: int) -> QPoint:
    view = room.page.view
    return view.visualRect(view.model().index(row, column)).center()


def test_the_mouse_chooses_by_dragging_and_by_shift_with_a_click(room: Room) -> None:
    view = room.page.view
    port = view.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, at(room, 1, 1))
    for row, column in ((2, 1), (4, 3)):
        QTest.mouseMove(port, at(room, row, column))
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, at(room, 4, 3))
    assert chosen(room) == (range(1, 5), range(1, 4))
    QTest.mouseClick(port, LEFT, SHIFT, at(room, 2, 2))
    assert chosen(room) == (range(1, 3), range(1, 3))
    QTest.mouseClick(port, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at(room, 1, 1))
    assert chosen(room) == (range(1, 3), range(1, 3)), "their menu is opened there"
    QTest.mouseClick(port, LEFT, Qt.KeyboardModifier.NoModifier, at(room, 2, 2))
    assert chosen(room) is None
    assert view.place == (2, 2)


def test_the_legend_and_the_menu_mark_all_chosen_cells(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN)
    press_button(room.page, "attendance_legend_excused")
    assert part(room, 3, 1) == [[E], [E], [NONE]]
    keys.press(Qt.Key.Key_F10, SHIFT)
    menu = room.page.findChild(QMenu, "attendance_menu")
    assert isinstance(menu, QMenu)
    offered = {each.objectName(): each for each in menu.actions()}
    assert offered["attendance_menu_chosen"].text() == "2 cells selected"
    assert "attendance_menu_withdraw" not in offered, "what concerns one person is not offered for several"
    offered["attendance_menu_present"].trigger()
    assert part(room, 3, 1) == [[P], [P], [NONE]]
    offered["attendance_menu_none"].trigger()
    assert part(room, 3, 1) == [[NONE]] * 3
    menu.close()


def test_the_menu_of_one_cell_chooses_its_session(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Menu)
    menu = room.page.findChild(QMenu, "attendance_menu")
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.objectName() == "attendance_menu_column").trigger()
    menu.close()
    assert chosen(room) == (range(25), range(1))


def test_how_many_are_chosen_stands_in_the_corner_and_is_said(room: Room, keys: Keyboard) -> None:
    corner = room.page.view.corner
    stretch(keys, DOWN, RIGHT)
    assert corner.told == "4 cells: a letter marks all"
    keys.type("p")
    assert corner.told.startswith("4 cells")
    keys.press(Qt.Key.Key_Escape)
    assert corner.told == ""


def test_chosen_cells_look_different_from_the_others(room: Room, keys: Keyboard) -> None:
    view = room.page.view
    place = at(room, 1, 2) + QPoint(0, 9)
    before = view.viewport().grab().toImage().pixelColor(place)
    room.page.view.go_to(0, 2)
    stretch(keys, RIGHT, DOWN, DOWN)
    after = view.viewport().grab().toImage()
    assert after.pixelColor(place) != before
    assert after.pixelColor(at(room, 4, 4) + QPoint(0, 9)) == before


# Minutes


def test_digits_after_late_are_minutes_of_everybody_chosen_in_one_undo(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN)
    keys.type("l15")
    assert part(room, 3, 1) == [[("late", 15)], [("late", 15)], [NONE]]
    keys.press(Qt.Key.Key_Backspace)
    assert part(room, 2, 1) == [[("late", 1)]] * 2
    keys.press(Qt.Key.Key_Z, CTRL)
    assert part(room, 2, 1) == [[NONE]] * 2
    keys.press(Qt.Key.Key_Y, CTRL)
    assert part(room, 2, 1) == [[("late", 1)]] * 2


def test_minutes_left_early_keep_how_late_each_was(room: Room, keys: Keyboard) -> None:
    keys.type("l15")
    keys.enter()
    keys.type("p")
    keys.enter()
    keys.type("a")
    keys.press(Qt.Key.Key_Home, CTRL)
    stretch(keys, DOWN, DOWN)
    keys.type("-20")
    assert part(room, 3, 1) == [[("late", 35)], [("present", 20)], [A]]
    assert "Skipped: 1" in room.page.notice.text.text()
    cells = [row.cells[0] for row in attendance.grid(room.work, room.course).rows[:3]]
    assert [cell.early for cell in cells if cell is not None] == [20, 20, 0]
    keys.press(Qt.Key.Key_Z, CTRL)
    assert part(room, 3, 1) == [[("late", 15)], [P], [A]]


def test_late_given_to_all_leaves_the_minutes_of_who_is_late_already(room: Room, keys: Keyboard) -> None:
    keys.type("l25")
    keys.enter()
    keys.press(Qt.Key.Key_Up)
    stretch(keys, DOWN)
    keys.type("l")
    assert part(room, 2, 1) == [[("late", 25)], [L]]
    keys.type("5")
    assert part(room, 2, 1) == [[("late", 5)]] * 2


def test_nobody_leaves_early_where_nobody_came(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN)
    keys.type("-")
    assert "present or late" in room.page.notice.text.text()
    assert not room.page.marking.typing


def test_more_minutes_than_the_session_has_are_refused_for_all(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN)
    keys.type("l95")
    assert part(room, 2, 1) == [[("late", 9)]] * 2
    assert "90" in room.page.notice.text.text()


# What is not marked


def test_who_is_not_expected_is_passed_over_and_it_is_said(room: Room, keys: Keyboard) -> None:
    rows = room.page.marking.model.rows
    keys_of = [each.key for each in room.page.marking.model.sessions]
    enrolments.withdraw(room.work, rows[1].enrolment, keys_of[1])
    attendance.mark(room.work, rows[1].enrolment, keys_of[0], Mark.PRESENT)
    sessions.lock_session(room.work, keys_of[2])
    room.page.refresh()
    room.page.view.go_to(0, 1)
    stretch(keys, DOWN, DOWN, RIGHT)
    keys.type("a")
    assert part(room) == [[NONE, A, NONE], [P, ("-", 0), ("-", 0)], [NONE, A, NONE], [NONE] * 3]
    assert room.page.notice.text.text() == "Marked: 2. Skipped: withdrawn by then 1, session locked 3."
    keys.press(Qt.Key.Key_Delete)
    assert room.page.notice.text.text() == "Marks removed: 2. Skipped: session locked 3."


def test_a_locked_session_alone_is_refused_and_offers_to_open_it(room: Room, keys: Keyboard) -> None:
    sessions.lock_session(room.work, room.page.marking.model.sessions[0].key)
    room.page.refresh()
    stretch(keys, DOWN)
    keys.type("p")
    assert room.column(1) == [NONE] * 25
    assert room.page.notice.offer.isVisible()


def test_sessions_that_have_not_begun_are_asked_about_once(room: Room, keys: Keyboard) -> None:
    turn_clock(room, days=-7)
    room.page.view.go_to(0, 1)
    ahead = [
        at for at, each in enumerate(room.page.marking.model.sessions) if attendance.is_ahead(room.work, each)
    ]
    stretch(keys, *[RIGHT] * 4, DOWN)
    keys.type("p")
    question = asked(room)
    assert question.title.text() == f"Not begun yet: {len(ahead)} sessions"
    assert "“present”" in question.text.text()
    question.no.click()
    assert room.marks[0] == [NONE] * 6
    keys.rest()
    keys.press(Qt.Key.Key_Space, text=" ")
    asked(room)
    assert room.marks[0] == [NONE] * 6
    keys.enter()
    assert room.marks[0] == [NONE] + [P] * 5
    keys.type("l5")
    assert room.marks[1] == [NONE] + [("late", 5)] * 5, "agreed for these cells"


def asked(room: Room) -> ConfirmDialog:
    """Return the question that stands there."""
    shown = room.window.findChildren(ConfirmDialog, "attendance_ahead_question")
    (found,) = [each for each in shown if each.isVisible()]
    return found


def test_letters_that_turn_out_to_be_a_name_take_back_what_they_marked(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN, DOWN)
    before = room.marks
    keys.type("гул")
    assert room.marks == before
    assert room.page.strip.field.text() == "гул"


def test_a_number_goes_to_that_person_alone(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN, DOWN)
    keys.type("9")
    assert (chosen(room), room.page.view.place) == (None, (8, 0))


def test_while_long_work_writes_all_of_it_waits(room: Room, keys: Keyboard) -> None:
    stretch(keys, DOWN)
    room.page.marking._busy = lambda: True
    keys.type("p")
    assert part(room, 2, 1) == [[NONE]] * 2


def test_many_cells_are_marked_beside_the_window(
    room: Room, keys: Keyboard, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    jobs = Jobs(room.page, release=room.work.release)
    titles: list[str] = []
    jobs.started.connect(titles.append)
    monkeypatch.setattr(blocks, "_AT_ONCE", 3)
    room.page.marking._jobs, room.page.marking._busy = jobs, lambda: jobs.writing
    stretch(keys, DOWN, RIGHT)
    keys.type("p")
    keys.type("a")
    qtbot.waitUntil(lambda: not jobs.busy)
    assert part(room, 2, 2) == [[P, P]] * 2, "meanwhile nothing else was marked"
    for key, expected in ((Qt.Key.Key_Z, NONE), (Qt.Key.Key_Y, P), (Qt.Key.Key_Z, NONE)):
        keys.press(key, CTRL)
        qtbot.waitUntil(lambda: not jobs.busy)
        assert part(room, 2, 2) == [[expected, expected]] * 2
    assert titles == ["Marking the selected cells", "Taking the marks back"] * 2


# Copying


def test_cells_are_copied_as_a_spreadsheet_takes_them(room: Room, keys: Keyboard) -> None:
    clipboard = QGuiApplication.clipboard()
    keys.type("l15-20")
    keys.press(Qt.Key.Key_C, CTRL)
    assert clipboard.text() == "L 15 −20"
    keys.enter()
    keys.type("p")
    stretch(keys, UP, RIGHT)
    keys.press(Qt.Key.Key_C, CTRL)
    rows = room.page.marking.model.rows
    assert clipboard.text().split("\n") == [
        "No.\tParticipant\tSession 1\tSession 2",
        f"1\t{rows[0].called}\tL 15 −20\t",
        f"2\t{rows[1].called}\tP\t",
    ]
    keys.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert [line.count("\t") for line in clipboard.text().split("\n")] == [7] * 26


def test_a_rectangle_is_the_same_from_each_corner() -> None:
    block = CellBlock.between((3, 1), (1, 4))
    assert block == CellBlock.between((1, 4), (3, 1)) == CellBlock(range(1, 4), range(1, 5))
    assert (len(block), len(block.places)) == (12, 12)
    assert (1, 4) in block
    assert (0, 4) not in block
