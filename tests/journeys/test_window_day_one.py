"""Steps 3 and 4 of the story, in the window: day 1 by keyboard, a walk-in, undo, and the power that fails."""

import shutil
from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses

type Marks = list[tuple[str | None, int]]


def begin_session(seat: Seat) -> None:
    """Start in the morning and go from Today to the session with one press."""
    seat.start(PASSPHRASE)
    assert seat.workspace.current() == "today"
    seat.press(Qt.Key.Key_Return)
    assert seat.focus().objectName() == "attendance_grid"


def column(seat: Seat, session: int) -> Marks:
    """Return a session's marks as they are kept, by rows."""
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    cells = [row.cells[session - 1] for row in table.rows]
    return [(cell.mark.value if cell and cell.mark else None, cell.missed if cell else 0) for cell in cells]


def shown(seat: Seat, session: int) -> list[str]:
    """Return a session's marks as the grid shows them."""
    return [row[session - 1] for row in seat.cells("attendance_grid")]


def mark_exceptions(seat: Seat) -> None:
    """Mark number 2 as 20 minutes late, Gulmurodova as excused, number 19 as absent."""
    seat.press(Qt.Key.Key_Down)
    seat.type("L20")
    seat.type("/гулм")
    seat.press(Qt.Key.Key_Return)
    seat.type("E")
    seat.type("19")
    seat.type("A")


def mark_first_session(seat: Seat) -> None:
    """Mark the exceptions, and everybody else as here."""
    mark_exceptions(seat)
    seat.press(Qt.Key.Key_P, CTRL | SHIFT)


FIRST = {1: ("late", 20), 4: ("excused", 0), 18: ("absent", 0)}


def expected(exceptions: dict[int, tuple[str, int]], people: int = NAMED) -> Marks:
    return [exceptions.get(at, ("present", 0)) for at in range(people)]


def test_a_session_is_marked_by_keyboard_alone_and_every_key_is_kept_at_once(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    begin_session(seat)
    seat.press(Qt.Key.Key_Down)
    seat.type("L")
    assert column(seat, 1)[1] == ("late", 0)
    seat.type("20")
    assert column(seat, 1)[1] == ("late", 20)
    seat.press(Qt.Key.Key_Z, CTRL)
    assert column(seat, 1)[1] == (None, 0), "one undo for the late mark with its minutes"
    seat.press(Qt.Key.Key_Up)
    mark_first_session(seat)
    assert column(seat, 1) == expected(FIRST)
    assert shown(seat, 1) == [
        "L 20" if at == 1 else "E" if at == 4 else "A" if at == 18 else "P" for at in range(NAMED)
    ]
    assert seat.see("attendance_legend_present").accessibleName().startswith(f"{NAMED - 3} ")


@pytest.mark.parametrize(("language", "letters"), [("tg", "ДУҒҲ"), ("ru", "ОУНП")])
def test_the_keys_of_the_three_languages_mark_too(make_seat: MakeSeat, language: str, letters: str) -> None:
    seat = make_seat(begins=worlds.listed)
    seat.desktop.language.choose(language)
    begin_session(seat)
    for letter in letters:
        seat.type(letter)
        seat.press(Qt.Key.Key_Return)
    assert [mark for mark, _ in column(seat, 1)[:4]] == ["late", "excused", "absent", "present"]
    assert shown(seat, 1)[:4] == list(letters), "what is pressed is what is shown"


def test_somebody_walks_in_and_undo_and_redo_go_through_the_whole_morning(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    begin_session(seat)
    mark_first_session(seat)
    seat.press(Qt.Key.Key_Insert)
    seat.type("сержант Сафарзода Фаридун")
    seat.press(Qt.Key.Key_Return)
    assert seat.focus().objectName() == "attendance_grid", "and marking goes on at the new row"
    seat.type("P")
    assert column(seat, 1) == expected(FIRST, NAMED + 1)
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    assert (table.rows[-1].number, table.rows[-1].walk_in) == (NAMED + 1, True)
    assert table.rows[-1].name == "Сафарзода Фаридун", "the rank is not part of the name"
    end = sync_status.check(seat.work)
    for _ in range(6):
        seat.press(Qt.Key.Key_Z, CTRL)
    assert column(seat, 1) == [(None, 0)] * NAMED, "the walk-in, the rest and the exceptions are back"
    for _ in range(6):
        seat.press(Qt.Key.Key_Y, CTRL)
    assert column(seat, 1) == expected(FIRST, NAMED + 1)
    assert sync_status.check(seat.work).ok
    assert end.ok


def test_many_cells_are_marked_at_once_by_keyboard_alone(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    begin_session(seat)
    seat.press(Qt.Key.Key_A, CTRL)
    seat.type("P")
    assert column(seat, 1) == expected({}), "everybody in the session"
    seat.type("3")
    for _ in range(3):
        seat.press(Qt.Key.Key_Down, SHIFT)
    seat.type("L30")
    together = dict.fromkeys(range(2, 6), ("late", 30))
    assert column(seat, 1) == expected(together), "four who came by one bus"
    seat.press(Qt.Key.Key_Z, CTRL)
    assert column(seat, 1) == expected({}), "one undo for all of them with their minutes"
    seat.press(Qt.Key.Key_Y, CTRL)
    seat.press(Qt.Key.Key_Right, SHIFT)
    seat.type("E")
    assert seat.sees("attendance_ahead_question"), "the second session has not begun"
    seat.press(Qt.Key.Key_Escape)
    assert column(seat, 1) == expected(together)
    seat.press(Qt.Key.Key_Space)
    assert column(seat, 2) == [(None, 0)] * NAMED
    seat.press(Qt.Key.Key_Return)
    assert [column(seat, at)[2:6] for at in (1, 2)] == [[("late", 30)] * 4] * 2, "the last mark again"
    seat.leave()
    seat.start(PASSPHRASE)
    assert [column(seat, at)[2:6] for at in (1, 2)] == [[("late", 30)] * 4] * 2


def test_a_restart_in_the_middle_keeps_marks_and_undo(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    begin_session(seat)
    seat.type("L5")
    seat.press(Qt.Key.Key_Return)
    seat.type("A")
    seat.leave()
    begin_session(seat)
    assert shown(seat, 1)[:3] == ["L 5", "A", ""]
    assert seat.text("rail_saved") == "Everything is saved"
    seat.press(Qt.Key.Key_Z, CTRL)
    assert column(seat, 1)[:2] == [("late", 5), (None, 0)], "undo reaches back over the restart"


def test_what_was_shown_as_marked_is_there_after_the_power_failed(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    begin_session(seat)
    mark_exceptions(seat)
    # The files as a power cut leaves them: the program is still at work and closes nothing.
    shutil.copytree(seat.root, seat.root.parent / "after")
    after = make_seat("after")
    begin_session(after)
    assert column(after, 1) == [FIRST.get(at, (None, 0)) for at in range(NAMED)]
    after.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert column(after, 1) == expected(FIRST), "and the work goes on"
    assert sync_status.check(after.work).ok


def test_a_remark_and_the_next_day(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    begin_session(seat)
    seat.type("E")
    seat.press(Qt.Key.Key_F2)
    seat.type("дар суд")
    seat.press(Qt.Key.Key_Return)
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    assert table.rows[0].cells[0] is not None
    assert table.rows[0].cells[0].remark == "дар суд"
    seat.press(Qt.Key.Key_P, CTRL | SHIFT)
    seat.at(date(2018, 10, 16), 9)
    seat.leave()
    begin_session(seat)
    seat.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert column(seat, 4) == [("present", 0)] * NAMED, "Today leads to today's first session"
