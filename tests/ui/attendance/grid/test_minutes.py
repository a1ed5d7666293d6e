"""Minutes left early: typed after the minus or the key H, seen, said, undone with the rest of the cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.ui.attendance_course import Keyboard, Room, disk, newest_step
from trainer_app.actions.attendance import attendance
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.ui.attendance.grid.cells import CellPictures, PictureContext
from trainer_app.ui.attendance.key_input import is_early, letters_of, mark_of
from trainer_app.ui.kit.marks import CELL_LEAST, minutes_of
from trainer_app.ui.style.tokens import LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier
LETTERS = ("П", "О", "У", "Н")


def cell(room: Room, row: int = 0) -> tuple[Mark | None, int, int]:
    found = disk(room.work, room.course).rows[row].cells[0]
    assert found is not None
    assert found == room.page.marking.model.cells[row][0], "what is shown is on the disk"
    return found.mark, found.missed, found.early


@pytest.mark.parametrize("key", ["-", "−", "h", "H", "р", "Р"])
def test_late_and_left_early_are_one_entry_and_one_undo(room: Room, keys: Keyboard, key: str) -> None:
    keys.type(f"l15{key}20")
    assert cell(room) == (Mark.LATE, 35, 20)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert cell(room) == (None, 0, 0)
    keys.press(Qt.Key.Key_Y, CTRL)
    assert cell(room) == (Mark.LATE, 35, 20)


@pytest.mark.parametrize("leaving", [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Escape])
def test_the_prompt_for_minutes_ends_with_the_cell(room: Room, keys: Keyboard, leaving: Qt.Key) -> None:
    keys.type("p-")
    corner = room.page.view.corner
    assert corner.told.startswith("Left early")
    keys.type("2")
    assert corner.told.startswith("Left early"), "more digits may follow"
    keys.press(leaving)
    assert not corner.told.startswith("Left early")
    keys.rest()
    keys.type("p-a")
    assert not corner.told.startswith("Left early"), "another mark is no minutes"


def test_every_digit_is_on_the_disk_at_once(room: Room, keys: Keyboard) -> None:
    for key, expected in (
        ("l", (Mark.LATE, 0, 0)), ("5", (Mark.LATE, 5, 0)), ("-", (Mark.LATE, 5, 0)),
        ("3", (Mark.LATE, 8, 3)), ("0", (Mark.LATE, 35, 30)),
    ):  # fmt: skip
        keys.type(key)
        assert cell(room) == expected


def test_somebody_present_can_leave_early_and_stays_present(room: Room, keys: Keyboard) -> None:
    keys.type("p-20")
    assert cell(room) == (Mark.PRESENT, 20, 20)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert cell(room) == (None, 0, 0), "the mark and its minutes were typed in one go"


def test_the_second_pass_adds_minutes_to_a_mark_of_the_morning(room: Room, keys: Keyboard) -> None:
    keys.type("l10")
    keys.enter()
    keys.type("p")
    keys.press(Qt.Key.Key_Home, CTRL)
    keys.type("-25")
    assert cell(room) == (Mark.LATE, 35, 25)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert cell(room) == (Mark.LATE, 10, 0)


def test_the_minus_of_the_keypad_works_too(room: Room, keys: Keyboard) -> None:
    keys.type("p")
    keys.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.KeypadModifier, "-")
    keys.type("5")
    assert cell(room) == (Mark.PRESENT, 5, 5)


def test_nobody_leaves_early_who_did_not_come(room: Room, keys: Keyboard) -> None:
    for mark in ("", "a", "e"):
        keys.rest()
        keys.type(f"{mark}-")
        assert "present or late" in room.page.notice.text.text()
        assert not room.page.marking.typing
    assert cell(room) == (Mark.EXCUSED, 0, 0)


def test_minutes_of_who_did_not_come_lead_to_nobody(room: Room, keys: Keyboard) -> None:
    """S2: "-20" was refused, and its 20 led to No. 20, who got the next letter."""
    keys.type("-20a")
    assert cell(room) == (Mark.ABSENT, 0, 0)
    assert cell(room, 19) == (None, 0, 0)
    keys.enter()
    keys.type("20")
    assert room.page.view.place[0] == 19


def test_late_typed_anew_keeps_the_minutes_left_early(room: Room, keys: Keyboard) -> None:
    keys.type("l15-20")
    keys.enter()
    keys.press(Qt.Key.Key_Up)
    keys.type("l30")
    assert cell(room) == (Mark.LATE, 50, 20)


def test_another_mark_takes_the_minutes_away(room: Room, keys: Keyboard) -> None:
    keys.type("l15-20a")
    assert cell(room) == (Mark.ABSENT, 0, 0)
    keys.type("p-20p")
    assert cell(room) == (Mark.PRESENT, 0, 0)


def test_backspace_takes_back_a_digit_then_the_minus_then_the_mark(room: Room, keys: Keyboard) -> None:
    keys.type("l15-2")
    for expected in ((Mark.LATE, 15, 0), (Mark.LATE, 15, 0), (None, 0, 0)):
        keys.press(Qt.Key.Key_Backspace)
        assert cell(room) == expected


def test_more_than_the_session_has_is_refused_and_the_last_number_kept(room: Room, keys: Keyboard) -> None:
    keys.type("l60-40")
    assert cell(room) == (Mark.LATE, 64, 4)
    told = "The session lasts 90 min: 40 do not fit, 4 are kept. Enter goes on."
    assert room.page.notice.text.text() == told


def test_after_a_pause_a_digit_is_somebodys_number_and_no_minute(room: Room, keys: Keyboard) -> None:
    keys.type("l5")
    keys.rest(3_000)
    keys.type("7a")
    assert cell(room) == (Mark.LATE, 5, 0)
    assert cell(room, 6) == (Mark.ABSENT, 0, 0)


def test_however_long_the_clock_is_read_the_first_digits_are_minutes(room: Room, keys: Keyboard) -> None:
    for pressed in ("l", "1", "5"):
        keys.type(pressed)
        keys.rest(1_500)
    assert cell(room) == (Mark.LATE, 15, 0)
    keys.rest()
    keys.type("-")
    keys.rest()
    keys.type("20")
    assert cell(room) == (Mark.LATE, 35, 20)


def test_a_letter_after_a_digit_that_did_not_fit_marks_nobody(room: Room, keys: Keyboard) -> None:
    keys.type("l103a")
    assert cell(room) == (Mark.LATE, 10, 0), "the 3 may be a number, and the letter of whoever has it"
    assert "did not fit" in room.page.notice.text.text()
    keys.press(Qt.Key.Key_Backspace)
    assert cell(room) == (Mark.LATE, 10, 0), "what was not taken is gone, and no more"
    keys.type("2")
    assert "90" in room.page.notice.text.text()
    keys.enter()
    keys.type("3a")
    assert [cell(room, row) for row in (1, 2)] == [(None, 0, 0), (Mark.ABSENT, 0, 0)]


def test_what_digits_are_is_said_beside_the_table(room: Room, keys: Keyboard) -> None:
    keys.type("l")
    assert room.page.view.corner.told == "Late: minutes, then Enter"
    keys.enter()
    assert room.page.view.corner.told != "Late: minutes, then Enter"


def test_minutes_that_begin_as_they_stand_are_a_step_of_their_own(room: Room, keys: Keyboard) -> None:
    """The first digit changed nothing, and the next one went on with the step of somebody else's mark."""
    model = room.page.marking.model
    attendance.mark(room.work, model.rows[1].enrolment, model.sessions[0].key, Mark.PRESENT, 2, early=2)
    room.page.refresh()
    keys.type("p")
    keys.enter()
    keys.type("-20")
    assert cell(room, 1) == (Mark.PRESENT, 20, 20)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert [cell(room, row) for row in (0, 1)] == [(Mark.PRESENT, 0, 0), (Mark.PRESENT, 2, 2)]


def test_space_repeats_both(room: Room, keys: Keyboard) -> None:
    keys.type("l15-20")
    keys.enter()
    keys.press(Qt.Key.Key_Space, text=" ")
    assert cell(room, 1) == (Mark.LATE, 35, 20)


def test_a_corrected_mark_keeps_when_the_badge_was_scanned(room: Room, keys: Keyboard) -> None:
    model = room.page.marking.model
    first = (model.rows[0].enrolment, model.sessions[0].key)
    attendance.mark(room.work, *first, Mark.PRESENT, arrived=545)
    room.page.refresh()
    keys.type("l5")
    found = disk(room.work, room.course).rows[0].cells[0]
    assert found == Attendance(Mark.LATE, 5, arrived=545)
    assert "came 09:05" in model.spoken(0, 0)
    keys.type("a")
    assert disk(room.work, room.course).rows[0].cells[0] == Attendance(Mark.ABSENT)


def test_both_are_said_and_named_in_the_undo(room: Room, keys: Keyboard) -> None:
    keys.type("l15-20")
    model = room.page.marking.model
    assert model.spoken(0, 0).endswith("late, 15 min late, left 20 min early")
    assert model.data(model.index(0, 0)) == "L 15 −20"
    assert newest_step(room) == "Абдуллоева, session 1, late 15 −20"


def test_a_share_counts_both(room: Room, keys: Keyboard) -> None:
    keys.type("l15-30")
    assert room.page.marking.model.shares[0] == 5000


def test_h_and_the_minus_mark_nothing_and_no_letter_of_a_mark_means_early() -> None:
    for letter in "-−HР":
        assert is_early(letter, 0)
        assert is_early(letter.lower(), 0)
        assert mark_of(letter, 0) is None
    for letter in "".join(letters_of(mark) for mark in Mark) + "0123456789/. BQЯ":
        assert not is_early(letter, 0), letter
    assert is_early("ا", 43, "linux")
    assert is_early("ا", 0x23, "win32")
    assert not is_early("ا", 43, "darwin")


def picture(kind: str, late: int, early: int, width: int = CELL_LEAST) -> QImage:
    pictures = CellPictures()
    pictures.enter(PictureContext(LIGHT, LETTERS, width, 22, 1.0))
    return pictures.get((kind, late, 0, early), 0).toImage()


@pytest.mark.parametrize(
    ("late", "early"), [(15, 0), (0, 20), (15, 20), (5, 5), (120, 0), (0, 120), (100, 120)]
)
@pytest.mark.parametrize("kind", ["present", "late"])
@pytest.mark.parametrize("width", [CELL_LEAST, 59, 84])
def test_minutes_are_never_cut(qapp: object, kind: str, late: int, early: int, width: int) -> None:
    shot = picture(kind, late, early, width)
    edge = {shot.pixelColor(x, y).name().upper() for x in (0, width - 1) for y in range(21)}
    assert edge == {LIGHT.surface}, "nothing reaches the edge of the cell"
    assert shot != picture(kind, 0, 0, width)
    assert picture(kind, late, early, width) != picture(kind, late + 1, early, width)
    assert picture(kind, late, early, width) != picture(kind, late, early + 1, width)


def test_late_and_early_minutes_differ_by_their_sign(qapp: object) -> None:
    assert minutes_of(15, 20) == ("15", "−20")
    assert minutes_of(0, 0) == ()
    assert picture("late", 15, 0) != picture("late", 0, 15)
