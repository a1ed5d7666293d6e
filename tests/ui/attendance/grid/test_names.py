"""Letters typed into the marks: a name from its first letter on, a slip, the digits of a badge."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.kit.samples import GROUP
from tests.ui.attendance_course import Keyboard, Room, disk
from trainer_app.actions.courses import enrolments
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Attendance, Mark, replaceable_rows
from trainer_app.domain.attendance.sheets import badge_code
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import EnrolmentState
from trainer_app.ui.attendance.key_input import FIND, begins_name, is_early, mark_of

CTRL = Qt.KeyboardModifier.ControlModifier
RAHIMOV = 17


def marked(room: Room) -> int:
    return sum(mark is not None and mark != "-" for row in room.marks for mark, _ in row)


@pytest.mark.parametrize("typed", ["rah", "Rah", "рах", "раҳ", "hf[", "hfo", "кфр", "ращ"])
def test_a_name_typed_into_the_marks_is_found_and_marks_nobody(
    room: Room, keys: Keyboard, typed: str
) -> None:
    room.agree_ahead()
    room.page.view.go_to(3, 2)
    keys.type(typed)
    assert room.page.view.place == (RAHIMOV, 2)
    assert marked(room) == 0
    keys.enter()
    keys.type("l15")
    assert room.marks[RAHIMOV][2] == ("late", 15)
    assert marked(room) == 1


@pytest.mark.parametrize("typed", ["рах", "hf["])
def test_where_somebody_came_h_may_still_be_the_first_letter(room: Room, keys: Keyboard, typed: str) -> None:
    keys.type("p")
    keys.rest()
    keys.type(typed)
    assert room.page.view.place == (RAHIMOV, 0)
    keys.press(Qt.Key.Key_Escape)
    assert room.page.view.place == (0, 0)
    assert room.marks[0][0] == ("present", 0)
    keys.type("h20")
    assert room.marks[0][0] == ("present", 20), "and with digits it means minutes"
    keys.type("р")
    keys.rest()
    keys.type("ш")
    assert room.page.strip.field.text() == "рш"


def test_a_slip_beside_p_moves_nobody_else_into_the_next_mark(room: Room, keys: Keyboard) -> None:
    for letter in "popp":
        keys.type(letter)
        keys.enter()
    assert room.column(1)[:5] == [
        ("present", 0),
        (None, 0),
        ("present", 0),
        ("present", 0),
        (None, 0),
    ], "whom the slip was meant for stays unmarked"
    assert room.page.view.place == (4, 0)


def test_letters_that_lead_to_nobody_keep_what_follows_from_becoming_marks(
    room: Room, keys: Keyboard
) -> None:
    keys.type("w")
    assert "next letters" in room.page.strip.note.text()
    keys.type("x")
    keys.enter()
    keys.type("pp")
    keys.enter()
    assert marked(room) == 0
    assert "Nobody" in room.page.strip.note.text()
    keys.press(Qt.Key.Key_Escape)
    assert room.page.view.place == (0, 0)
    assert room.window.focusWidget() is room.page.view


def test_a_name_is_begun_and_left_by_the_mouse(room: Room, keys: Keyboard, qtbot: QtBot) -> None:
    room.agree_ahead()
    keys.type("ra")
    head = room.page.view.visualRect(room.page.marking.model.index(2, 1)).center()
    qtbot.mouseClick(room.page.view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert room.page.view.place == (2, 1)
    assert room.page.foot.currentIndex() == 0
    keys.type("e")
    assert room.marks[2][1] == ("excused", 0)


def test_no_letter_begins_a_name_that_means_something_else() -> None:
    for sign in "0123456789 -\t*/":
        assert not begins_name(sign), sign
    meant = "PLEAҲДУҒПОНХЗГФ-HР/"
    assert all(mark_of(sign, 0, "linux") or is_early(sign, 0, "linux") or sign in FIND for sign in meant)
    free = {name[0] for name in GROUP if not (mark_of(name[0], 0, "linux") or is_early(name[0], 0, "linux"))}
    assert {"А", "Б", "С", "Т", "Қ", "Ҷ", "И"} <= free, "names that can be typed as they are"


def test_the_digits_of_a_badge_are_no_numbers(room: Room, keys: Keyboard) -> None:
    told: list[str] = []
    room.page.badge_typed.connect(told.append)
    room.page.view.go_to(4, 3)
    code = badge_code(room.page.marking.model.rows[RAHIMOV].enrolment)
    keys.type(code)
    assert told == [code]
    assert room.page.view.place == (4, 3), "back to where the digits began"
    keys.type("7")
    assert room.page.view.place == (6, 3)
    keys.press(Qt.Key.Key_B, CTRL)
    assert "badge" in room.page.strip.title.text()
    keys.type(f"{code[:3]} {code[3:6]} {code[6:]}")
    keys.enter()
    assert told == [code, code]
    assert room.window.focusWidget() is room.page.view
    keys.press(Qt.Key.Key_B, CTRL)
    keys.type("12")
    keys.press(Qt.Key.Key_Escape)
    assert told == [code, code]
    assert marked(room) == 0


def menu_at(room: Room, row: int) -> dict[str, QAction]:
    room.page.view.go_to(row, 0)
    Keyboard(room.window).press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = room.page.findChildren(QMenu, "attendance_menu")[-1]
    acts = {action.objectName(): action for action in menu.actions()}
    for inner in menu.findChildren(QMenu):
        acts |= {action.objectName(): action for action in inner.actions()}
    menu.close()
    return acts


def test_a_walk_in_replaces_somebody_and_is_withdrawn_from_the_menu(room: Room) -> None:
    nominated = people.create_person(room.work, {"family": "Каримзода"}).key or ""
    gone = enrolments.enrol(room.work, room.course, nominated).key or ""
    room.page.refresh()
    acts = menu_at(room, 4)
    assert [name for name in acts if "replaces" in name] == ["attendance_menu_replaces_26"]
    acts["attendance_menu_replaces_26"].trigger()
    states = {
        item.enrolment.key: item.enrolment.state
        for item in enrolments.list_enrolments(room.work, room.course)
    }
    assert states[gone] is EnrolmentState.REPLACED
    room.page.undo()
    assert len(disk(room.work, room.course).rows) == 26
    acts = menu_at(room, 4)
    asked: list[tuple[str, str]] = []
    room.page.acts.left.connect(lambda *who: asked.append(who))
    acts["attendance_menu_withdraw"].trigger()
    row = disk(room.work, room.course).rows[4]
    assert asked == [(row.enrolment, "")], "it is asked since when, and why"


def test_nobody_who_came_can_be_replaced(room: Room) -> None:
    rows = disk(room.work, room.course).rows
    listed = [replace(row, walk_in=False) for row in rows[:4]]
    sessions = disk(room.work, room.course).sessions[:1]
    cells = [(Attendance(Mark.PRESENT),), (Attendance(Mark.ABSENT),), (Attendance(),), (None,)]
    assert replaceable_rows(sessions, listed, cells, 0, "") == listed[1:]
    assert replaceable_rows(sessions, listed, cells, 0, listed[2].enrolment) == [listed[1], listed[3]]
    assert replaceable_rows(sessions, rows[:4], cells, 0, "") == []
    listed[3] = replace(listed[3], same_as=1)
    assert replaceable_rows(sessions, listed, cells, 0, "") == listed[1:3], "its own marks are not shown"
