"""Walk-ins, remarks, finding people: short questions without a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.kit.samples import FIRST, GROUP
from tests.ui.attendance_course import Keyboard, Room, disk
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.domain.attendance.marks import Attendance
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.ui.widgets.pages import row_in_hand

CTRL = Qt.KeyboardModifier.ControlModifier


def remark(room: Room, row: int, column: int) -> str:
    cell = disk(room.work, room.course).rows[row].cells[column]
    return cell.remark if cell else ""


def test_a_walk_in_is_insert_name_enter(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    room.page.view.go_to(3, 1)
    keys.press(Qt.Key.Key_Insert)
    keys.type("сержант Ӯктамов Ҷаҳонгир")
    keys.enter()
    rows = disk(room.work, room.course).rows
    assert (len(rows), rows[-1].name, rows[-1].rank, rows[-1].number) == (
        26,
        "Ӯктамов Ҷаҳонгир",
        "sergeant",
        26,
    )
    assert room.page.view.place == (25, 1), "ready to be marked in the session that runs"
    assert room.window.focusWidget() is room.page.view
    assert room.marks[25][1] == (None, 0)
    assert "not marked yet" in room.page.notice.text.text(), "the name alone is no presence"
    keys.type("p")
    assert room.marks[25][1] == ("present", 0)
    assert room.page.notice.isHidden(), "what was said of the missing mark holds no more"
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.page.marking.model.rowCount() == len(room.marks) == 25


def test_what_is_said_of_a_walk_in_leaves_their_row_in_sight(
    room: Room, keys: Keyboard, qtbot: QtBot
) -> None:
    room.agree_ahead()
    room.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is room.window)
    keys.press(Qt.Key.Key_Insert)
    keys.type("Саидов Алӣ")
    keys.enter()
    row = row_in_hand(room.page.card)
    assert room.page.view.place[0] == 25
    assert not row.isEmpty()
    assert not room.page.notice.geometry().intersects(row)


def test_a_walk_in_of_yesterdays_paper_can_be_marked_there(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    room.work.clock.advance(days=1)
    room.page.refresh()
    room.page.view.go_to(3, 1)
    keys.press(Qt.Key.Key_Insert)
    assert "from session 2 on (Mon 15\xa0Oct)" in room.page.card.walk_in.note.text()
    keys.type("Саидов Алӣ")
    keys.enter()
    keys.type("l20")
    assert room.marks[25] == [("-", 0), ("late", 20), (None, 0), (None, 0), (None, 0), (None, 0)]
    room.page.view.go_to(3, 4)
    keys.press(Qt.Key.Key_Insert)
    assert "from session 5 on" in room.page.card.walk_in.note.text()
    keys.type("Ятимова Нигина")
    keys.enter()
    keys.type("p")
    assert room.marks[26] == [("-", 0)] * 4 + [("present", 0), (None, 0)]


def test_an_empty_name_and_escape_add_nobody(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Insert)
    keys.enter()
    assert not room.page.card.walk_in.isHidden(), "or the name typed next would become marks"
    keys.type("Азизов")
    keys.press(Qt.Key.Key_Escape)
    assert room.page.card.walk_in.isHidden()
    assert len(room.marks) == 25
    assert room.window.focusWidget() is room.page.view


def test_what_was_typed_stays_until_it_is_entered_or_given_up(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Insert)
    keys.type("Азизов")
    room.page.view.setFocus()
    room.page.add_button.click()
    assert room.page.card.walk_in.field.text() == "Азизов"


def test_a_remark_is_kept_beside_a_mark(room: Room, keys: Keyboard) -> None:
    keys.type("l")
    keys.press(Qt.Key.Key_F2)
    assert "No.\u00a01" in room.page.strip.title.text()
    keys.type("автобус")
    keys.enter()
    assert remark(room, 0, 0) == "автобус"
    assert room.marks[0][0] == ("late", 0)
    assert "автобус" in room.page.marking.model.spoken(0, 0)
    keys.type("a")
    assert remark(room, 0, 0) == "автобус", "another mark leaves the remark"


def test_a_remark_can_be_changed_left_and_undone(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_R, CTRL)
    keys.type("first")
    keys.enter()
    keys.press(Qt.Key.Key_R, CTRL)
    assert room.page.strip.field.text() == "first"
    keys.type("second")
    keys.press(Qt.Key.Key_Escape)
    assert remark(room, 0, 0) == "first"
    keys.press(Qt.Key.Key_Z, CTRL)
    assert remark(room, 0, 0) == ""


def test_a_remark_is_not_lost_by_going_elsewhere(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_F2)
    keys.type("typed")
    room.page.view.setFocus()
    assert remark(room, 0, 0) == "typed"
    assert room.page.foot.currentWidget() is room.page.legend


def test_a_remark_in_a_locked_session_is_refused_quietly(room: Room, keys: Keyboard) -> None:
    sessions.lock_session(room.work, room.page.marking.model.sessions[0].key)
    room.page.refresh()
    keys.press(Qt.Key.Key_F2)
    keys.type("x")
    keys.enter()
    assert remark(room, 0, 0) == ""
    assert "locked" in room.page.notice.text.text()


@pytest.mark.parametrize(
    ("opened", "typed", "name"),
    [("/", "наз", "Назаров"), (".", "nazar", "Назаров"), ("/", "yfpfh", "Назаров"), ("/", "қаю", "Қаюмов"),
     ("/", "kay", "Қаюмов"), ("/", "juraev", "Ҷӯраев")],
)  # fmt: skip
def test_a_name_is_found_while_it_is_typed(
    room: Room, keys: Keyboard, opened: str, typed: str, name: str
) -> None:
    keys.type(opened)
    keys.type(typed)
    row, column = room.page.view.place
    assert (GROUP[row].split()[0], column) == (name, 0)
    keys.enter()
    assert room.window.focusWidget() is room.page.view
    keys.type("p")
    assert room.marks[row][0] == ("present", 0)


def test_arrows_go_through_those_found_and_escape_goes_back(room: Room, keys: Keyboard) -> None:
    room.page.view.go_to(2, 1)
    keys.press(Qt.Key.Key_F, CTRL)
    keys.type("далер")
    assert "1 of 5" in room.page.strip.note.text()
    rows = [room.page.view.place[0]]
    for _ in range(5):
        keys.press(Qt.Key.Key_Down)
        rows.append(room.page.view.place[0])
    assert rows == [1, 6, 11, 16, 21, 1]
    keys.press(Qt.Key.Key_Up)
    assert room.page.view.place[0] == 21
    keys.press(Qt.Key.Key_Escape)
    assert room.page.view.place == (2, 1)


def test_nobody_found_says_so_and_stays(room: Room, keys: Keyboard) -> None:
    keys.type("/ъъ")
    assert room.page.view.place == (0, 0)
    assert "Nobody" in room.page.strip.note.text()
    keys.press(Qt.Key.Key_Backspace)
    keys.press(Qt.Key.Key_Backspace)
    assert "Enter" in room.page.strip.note.text()


def test_nothing_here_opens_a_dialog(room: Room, keys: Keyboard) -> None:
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Escape):
        keys.press(key)
        assert QApplication.activeModalWidget() is None
        assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    keys.type("/")
    assert QApplication.activeModalWidget() is None


def test_the_walk_ins_row_offers_who_is_known(room: Room, keys: Keyboard) -> None:
    title = Texts(tg="Б", ru="Б", en="B")
    other = courses.create_course(room.work, CourseDraft("B", title, FIRST, FIRST)).key or ""
    elsewhere = enrolments.add_walk_in(room.work, other, "Сафаров Баҳодур").key or ""
    known = enrolments.get_enrolment(room.work, elsewhere).person
    room.page.view.go_to(3, 1)
    keys.press(Qt.Key.Key_Insert)
    keys.type("Сафар")
    field = room.page.card.walk_in.field
    assert field.offers.isVisible()
    QTest.keyClick(field.offers, Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Down)
    QTest.keyClick(field.offers, Qt.Key.Key_Return)
    row = disk(room.work, room.course).rows[-1]
    assert (row.person, row.walk_in, row.cells[0], row.cells[1]) == (known, True, None, Attendance())
    assert room.page.view.place == (25, 1)
