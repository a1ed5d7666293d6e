"""What the grid shows: course, week, day; some people; another order; jumping to whoever is not shown."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.samples import FIRST, GROUP
from tests.ui.attendance_course import Keyboard, Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.people import people
from trainer_app.domain.attendance.arranging import GridSpan, PeopleFilter, PeopleOrder
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.planning import SessionDraft

"""Menus want to be raised; the platform without a screen cannot."""

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def numbers(room: Room) -> list[int]:
    return [row.number for row in room.page.marking.model.rows]


def shown_sessions(room: Room) -> list[int]:
    return [each.number for each in room.page.marking.model.sessions]


def here(room: Room) -> tuple[int, int]:
    """Return the numbers of the current person and session."""
    row, column = room.page.view.place
    model = room.page.marking.model
    return model.rows[row].number, model.sessions[column].number


def choose(room: Room, name: str) -> None:
    """Open the menu of the corner and choose an entry."""
    room.page.open_list()
    menu = room.page.findChild(object, "attendance_list_menu")
    next(each for each in menu.findChildren(QAction) if each.objectName() == name).trigger()
    menu.close()
    menu.setObjectName("")


def test_day_and_week_show_their_sessions_and_keep_person_and_session(room: Room) -> None:
    page = room.page
    page.view.go_to(6, 4)
    page.arranger.show_span(GridSpan.DAY)
    assert (shown_sessions(room), here(room)) == ([4, 5, 6], (7, 5))
    page.arranger.show_span(GridSpan.WEEK)
    assert (shown_sessions(room), here(room)) == ([1, 2, 3, 4, 5, 6], (7, 5))
    page.arranger.show_span(GridSpan.COURSE)
    assert here(room) == (7, 5)


def test_steps_lead_to_the_day_before_and_after_and_stop_at_the_ends(room: Room, keys: Keyboard) -> None:
    page = room.page
    page.arranger.show_span(GridSpan.DAY)
    keys.press(Qt.Key.Key_Right, CTRL)
    assert (shown_sessions(room), here(room)) == ([4, 5, 6], (1, 4))
    keys.press(Qt.Key.Key_Right, CTRL)
    assert here(room) == (1, 4)
    page.view.corner.step_buttons[0].click()
    assert (shown_sessions(room), here(room)) == ([1, 2, 3], (1, 1))
    page.view.corner.step_buttons[1].click()
    assert here(room) == (1, 4)


def test_an_arrow_beyond_the_edge_of_a_day_goes_on_in_the_next_one(room: Room, keys: Keyboard) -> None:
    room.page.arranger.show_span(GridSpan.DAY)
    room.page.view.go_to(3, 2)
    keys.press(Qt.Key.Key_Right)
    assert here(room) == (4, 4)
    keys.press(Qt.Key.Key_Left)
    assert here(room) == (4, 3)
    keys.press(Qt.Key.Key_Home)
    keys.press(Qt.Key.Key_Left)
    assert here(room) == (4, 1)


def test_in_the_whole_course_a_step_is_a_day_and_the_edge_the_end(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Right, CTRL)
    assert here(room) == (1, 4)
    keys.press(Qt.Key.Key_End)
    keys.press(Qt.Key.Key_Right)
    assert here(room) == (1, 6)
    keys.press(Qt.Key.Key_Left, CTRL)
    assert here(room) == (1, 1)
    assert room.page.view.corner.findChild(QWidget, "attendance_before") is None


def test_marks_in_a_day_count_in_the_whole_course(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    page = room.page
    page.view.go_to(2, 3)
    page.arranger.show_span(GridSpan.DAY)
    keys.type("a")
    assert room.marks[2][3] == ("absent", 0)
    model = page.marking.model
    assert model.shares[2] is None, "a mark for a later day says nothing of how it is so far"
    assert model.heads[0].absent == model.whole.heads[3].absent == 1
    page.arranger.show_span(GridSpan.COURSE)
    assert model.shares[2] is None
    assert model.cells[2][3] == model.whole.cells[2][3]


def test_undo_shows_the_day_and_the_person_that_it_changed(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    page = room.page
    page.view.go_to(20, 5)
    keys.type("a")
    page.view.go_to(0, 0)
    page.arranger.show_span(GridSpan.DAY)
    page.arranger.sort(PeopleOrder.NAME)
    keys.type("l")
    page.arranger.show(PeopleFilter.MISSED)
    assert len(numbers(room)) == 1
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert here(room) == (21, 6)
    assert (shown_sessions(room), len(numbers(room))) == ([4, 5, 6], 25)


def test_a_day_says_arrival_and_remark_beside_the_mark(room: Room) -> None:
    page, model = room.page, room.page.marking.model
    place = (model.rows[1].enrolment, model.sessions[0].key)
    attendance.mark(room.work, *place, Mark.LATE, 12, arrived=552)
    attendance.set_remark(room.work, *place, "автобус")
    page.refresh()
    assert model.notes == []
    page.arranger.show_span(GridSpan.DAY)
    assert model.notes[1][0] == "came 09:12 · автобус"
    assert page.view.columnWidth(0) >= 150
    topic = SessionDraft(FIRST, 540, 630, Texts(en="Interviewing the victim"))
    before = page.view.head.grab().toImage()
    sessions.change_session(room.work, model.sessions[0].key, topic)
    page.refresh()
    QApplication.processEvents()
    assert page.view.head.grab().toImage() != before, "the topic stands in the head"


def test_a_mark_in_the_wide_grid_repaints_one_cell_and_never_resets(room: Room, keys: Keyboard) -> None:
    model = room.page.marking.model
    room.page.arranger.show_span(GridSpan.DAY)
    keys.type("p")
    keys.enter()
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    keys.type("a")
    assert (changed.count(), reset.count()) == (1, 0)


def test_a_session_of_a_day_that_is_lost_shows_another_day(room: Room) -> None:
    page = room.page
    page.view.go_to(0, 4)
    page.arranger.show_span(GridSpan.DAY)
    for session in page.marking.model.sessions:
        sessions.remove_session(room.work, session.key)
    page.refresh()
    assert shown_sessions(room) == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("attendance_show_unmarked", list(range(4, 26))),
        ("attendance_show_missed", [2, 3]),
        ("attendance_show_below", [2]),
        ("attendance_show_all", list(range(1, 26))),
    ],
)
def test_filters_show_whom_they_name_and_say_it(
    room: Room, keys: Keyboard, name: str, expected: list[int]
) -> None:
    keys.type("p")
    keys.enter()
    keys.type("a")
    keys.enter()
    keys.type("l10")
    choose(room, name)
    assert numbers(room) == expected
    told = room.page.view.corner.told
    assert told.startswith("" if len(expected) == 25 else f"{len(expected)} of 25: ")
    assert bool(told) == (len(expected) < 25)
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Escape)
    assert (len(numbers(room)), room.page.view.corner.told) == (25, "")


def test_walk_ins_are_a_filter_too(room: Room) -> None:
    person = people.create_person(room.work, {"family": "Азизов", "given": "Рустам"}).key
    enrolments.enrol(room.work, room.course, person or "")
    room.page.refresh()
    assert numbers(room) == list(range(1, 27))
    choose(room, "attendance_show_walk_ins")
    assert numbers(room) == list(range(1, 26))
    assert room.page.view.corner.told == "25 of 26: walk-ins"


def test_a_filter_that_would_leave_nobody_is_not_set_but_said(room: Room, keys: Keyboard) -> None:
    choose(room, "attendance_show_missed")
    assert len(numbers(room)) == 25
    assert "Nobody" in room.page.notice.text.text()


def test_marking_moves_nobody_until_it_is_asked_for(room: Room, keys: Keyboard) -> None:
    choose(room, "attendance_show_unmarked")
    keys.type("p")
    keys.enter()
    keys.type("a")
    assert numbers(room) == list(range(1, 26))
    keys.press(Qt.Key.Key_F5)
    assert numbers(room) == list(range(3, 26))
    assert room.page.view.corner.told == "23 of 25: not marked, session 1"
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert numbers(room) == list(range(3, 26))
    keys.press(Qt.Key.Key_F5)
    assert "Everybody has a mark" in room.page.notice.text.text()


def test_the_words_of_the_filter_are_a_way_back_for_the_mouse(room: Room, qtbot: QtBot) -> None:
    choose(room, "attendance_show_unmarked")
    room.page.mark(Mark.PRESENT)
    room.page.arranger.again()
    corner = room.page.view.corner
    assert "24 of 25" in corner.toolTip()
    qtbot.mouseClick(corner, Qt.MouseButton.LeftButton, pos=QPoint(80, 12))
    assert len(numbers(room)) == 25
    assert corner.toolTip() == ""


def test_heads_are_counted_of_all_whoever_is_shown(room: Room, keys: Keyboard) -> None:
    keys.type("a")
    choose(room, "attendance_show_missed")
    assert len(numbers(room)) == 1
    assert room.page.legend.words.text().startswith("0 of 25 came")
    assert room.page.marking.model.heads[0].unmarked == 24


def test_names_are_sorted_by_the_tajik_alphabet_and_keep_their_numbers(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    enrolments.add_walk_in(room.work, room.course, "Ғаниев Даврон")
    room.page.refresh()
    room.page.view.go_to(4, 2)
    choose(room, "attendance_sort_name")
    shown = [row.name for row in room.page.marking.model.rows]
    assert shown == sorted([*GROUP, "Ғаниев Даврон"], key=sort_key)
    assert shown.index("Ғаниев Даврон") == 5
    assert here(room) == (5, 3), "the same person and session are current"
    keys.type("a")
    assert room.column(3)[4] == ("absent", 0)


def test_units_are_sorted_and_who_has_none_comes_last(room: Room) -> None:
    rows = room.page.marking.model.rows
    for at, unit in ((0, "ШВКД-2"), (3, "ШВКД-1")):
        people.change_person(room.work, rows[at].person, {"unit": unit})
    room.page.refresh()
    choose(room, "attendance_sort_unit")
    assert numbers(room)[:3] == [4, 1, 2]


def test_a_walk_in_comes_last_in_another_order_and_is_current(room: Room, keys: Keyboard) -> None:
    choose(room, "attendance_sort_name")
    keys.press(Qt.Key.Key_Insert)
    keys.type("Азимов Карим")
    keys.enter()
    assert here(room) == (26, 1)
    assert numbers(room)[-1] == 26
    keys.press(Qt.Key.Key_F5)
    assert numbers(room).index(26) == 2


def test_the_first_enter_after_a_number_stays_with_its_person(room: Room, keys: Keyboard) -> None:
    grid = room.page.view
    keys.type("18")
    there = grid.place
    room.page.jump.pause.timeout.emit()
    keys.enter()
    assert grid.place == there, "however slowly"
    keys.enter()
    assert grid.place[0] == there[0] + 1


def test_a_number_or_a_name_that_is_filtered_out_is_reached_all_the_same(room: Room, keys: Keyboard) -> None:
    keys.type("a")
    choose(room, "attendance_show_missed")
    keys.type("14")
    assert (here(room), len(numbers(room))) == ((14, 1), 25)
    keys.press(Qt.Key.Key_Home, CTRL)
    choose(room, "attendance_show_missed")
    keys.type("/hf[")
    keys.enter()
    assert (here(room), len(numbers(room))) == ((18, 1), 25)
    keys.press(Qt.Key.Key_Home, CTRL)
    choose(room, "attendance_show_missed")
    keys.type("/hf[")
    assert here(room) == (18, 1)
    keys.press(Qt.Key.Key_Escape)
    assert (here(room), len(numbers(room))) == ((1, 1), 1), "back to whom it began with, and who was shown"


@in_turn("typed", ["rah", "рах", "раҳ", "hf[", "Hf[", "кфр", "ращ", "hfo"])
def test_rahimov_is_found_from_any_keyboard(room: Room, keys: Keyboard, typed: str) -> None:
    room.page.view.go_to(0, 0)
    assert here(room) == (1, 1)
    keys.press(Qt.Key.Key_F, CTRL)
    keys.type(typed)
    keys.enter()
    assert here(room) == (18, 1)


def test_given_name_rank_and_unit_are_found_after_family_names(room: Room, keys: Keyboard) -> None:
    rows = room.page.marking.model.rows
    people.change_person(room.work, rows[11].person, {"rank": "captain", "unit": "ШВКД-3 Фирдавсӣ"})
    room.page.refresh()
    for typed, number in (("некр", 4), ("капит", 12), ("capt", 12), ("фирд", 12), ("капитан қай", 12)):
        keys.press(Qt.Key.Key_Home, CTRL)
        keys.type(f"/{typed}")
        assert here(room)[0] == number, typed
        keys.press(Qt.Key.Key_Escape)
        assert here(room)[0] == 1, "Esc goes back"


def test_the_menu_opens_by_key_with_what_is_chosen_ticked(room: Room, keys: Keyboard) -> None:
    room.page.arranger.sort(PeopleOrder.NAME)
    keys.press(Qt.Key.Key_F4)
    menu = room.page.findChild(object, "attendance_list_menu")
    ticked = [each.objectName() for each in menu.actions() if each.isChecked()]
    assert ticked == ["attendance_show_all", "attendance_sort_name"]
    assert menu.activeAction().objectName() == "attendance_show_all"
    menu.close()


def test_somebody_shown_alone_who_is_taken_away_leaves_everybody(room: Room) -> None:
    page = room.page
    page.view.go_to(24, 0)
    page.mark(Mark.ABSENT)
    page.arranger.show(PeopleFilter.MISSED)
    page.undo()
    page.arranger.show(PeopleFilter.ALL)
    assert len(numbers(room)) == 25
