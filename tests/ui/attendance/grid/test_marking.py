"""Marking by keyboard, on a real course in a real database: what is shown is on the disk after each key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.kit.samples import GROUP
from tests.ui.attendance_course import Keyboard, Room
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.courses import sessions
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.ui.widgets.overlays import ConfirmDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
P, L, E, A = ("present", 0), ("late", 0), ("excused", 0), ("absent", 0)
NONE = (None, 0)


@pytest.fixture
def keys(room: Room) -> Keyboard:
    return Keyboard(room.page)


def shown(room: Room) -> list[list[tuple[str | None, int]]]:
    return [
        [(cell.mark, cell.missed) if cell else ("-", 0) for cell in row]
        for row in room.page.marking.model.cells
    ]


def test_twenty_five_people_with_three_exceptions_take_twelve_keys(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    keys.type("12a")
    keys.type("15l20")
    keys.enter()
    keys.type("6e")
    assert keys.pressed == 12
    expected = [P] * 25
    expected[11], expected[14], expected[5] = A, ("late", 20), E
    assert room.column(1) == expected
    assert shown(room) == room.marks


def test_exceptions_first_then_the_rest_is_as_short(room: Room, keys: Keyboard) -> None:
    keys.type("6e7l15")
    keys.enter()
    keys.type("12a")
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert keys.pressed == 11
    expected = [P] * 25
    expected[5], expected[6], expected[11] = E, ("late", 15), A
    assert room.column(1) == expected


def test_marking_one_by_one_takes_two_keys_each(room: Room, keys: Keyboard) -> None:
    keys.type("п")
    for _ in range(24):
        keys.enter()
        keys.press(Qt.Key.Key_Space, text=" ")
    assert keys.pressed == 49
    assert room.column(1) == [P] * 25
    assert room.page.view.place == (24, 0)


@pytest.mark.parametrize("letters", ["plea", "ҳдуғ", "поун", "здуф"])
def test_the_four_marks_in_every_layout(room: Room, keys: Keyboard, letters: str) -> None:
    for letter in letters:
        keys.type(letter)
        keys.enter()
    assert room.column(1)[:4] == [P, L, E, A]


def test_each_key_is_on_the_disk_before_the_next_one(room: Room, keys: Keyboard) -> None:
    for key, expected in (("l", L), ("1", ("late", 1)), ("5", ("late", 15))):
        keys.type(key)
        assert room.marks[0][0] == expected == shown(room)[0][0]


def test_one_undo_takes_back_a_mark_with_its_minutes(room: Room, keys: Keyboard) -> None:
    keys.type("pl25")
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == P
    keys.press(Qt.Key.Key_Y, CTRL)
    assert room.marks[0][0] == ("late", 25)
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == NONE
    keys.press(Qt.Key.Key_Z, CTRL | SHIFT)
    keys.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert room.marks[0][0] == ("late", 25)
    assert shown(room) == room.marks


def test_backspace_takes_back_digits_then_the_mark(room: Room, keys: Keyboard) -> None:
    keys.type("l25")
    keys.press(Qt.Key.Key_Backspace)
    assert room.marks[0][0] == ("late", 2)
    keys.press(Qt.Key.Key_Backspace)
    assert room.marks[0][0] == L
    keys.press(Qt.Key.Key_Backspace)
    assert room.marks[0][0] == NONE


def test_minutes_end_when_the_person_moves_on(room: Room, keys: Keyboard) -> None:
    keys.type("l5")
    keys.enter()
    keys.type("7")
    assert room.page.view.place == (6, 0)
    keys.press(Qt.Key.Key_Home, CTRL)
    keys.type("3")
    assert room.marks[0][0] == ("late", 5)
    assert room.page.view.place == (2, 0)


def test_escape_ends_minutes_and_numbers(room: Room, keys: Keyboard) -> None:
    keys.type("l5")
    keys.press(Qt.Key.Key_Escape)
    keys.type("2")
    assert (room.marks[0][0], room.page.view.place) == (("late", 5), (1, 0))
    keys.press(Qt.Key.Key_Escape)
    keys.type("3")
    assert room.page.view.place == (2, 0)


def test_l_on_somebody_late_only_begins_new_minutes(room: Room, keys: Keyboard) -> None:
    keys.type("l20p")
    keys.press(Qt.Key.Key_Z, CTRL)
    before = len(history.recent(room.work, 99))
    keys.type("l")
    assert room.marks[0][0] == ("late", 20)
    assert len(history.recent(room.work, 99)) == before
    keys.type("7")
    assert room.marks[0][0] == ("late", 7)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == ("late", 20), "the new minutes are a step of their own"


def test_more_minutes_than_the_session_has_are_refused_and_the_last_ones_kept(
    room: Room, keys: Keyboard
) -> None:
    keys.type("l95")
    assert room.marks[0][0] == ("late", 9)
    assert "90" in room.page.notice.text.text()
    keys.type("0")
    assert room.marks[0][0] == ("late", 90)


def test_the_same_mark_again_writes_nothing(room: Room, keys: Keyboard) -> None:
    keys.type("p")
    before = history.recent(room.work, 99)
    keys.type("ppз")
    assert history.recent(room.work, 99) == before


def test_space_repeats_minutes_too(room: Room, keys: Keyboard) -> None:
    keys.type("l10")
    keys.enter()
    keys.press(Qt.Key.Key_Space, text=" ")
    assert room.column(1)[:2] == [("late", 10)] * 2


def test_delete_takes_a_mark_away_and_no_mark_is_not_absent(room: Room, keys: Keyboard) -> None:
    keys.type("a")
    keys.press(Qt.Key.Key_Delete)
    assert room.marks[0][0] == NONE
    assert room.page.marking.model.heads[0].absent == 0
    assert room.page.marking.model.heads[0].unmarked == 25


def test_the_rest_of_a_session_is_one_step_and_leaves_what_is_marked(room: Room, keys: Keyboard) -> None:
    keys.type("a")
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert room.column(1) == [A] + [P] * 24
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.column(1) == [A] + [NONE] * 24
    keys.press(Qt.Key.Key_Y, CTRL)
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert "already" in room.page.notice.text.text()


def test_undo_goes_to_what_it_changed(room: Room, keys: Keyboard) -> None:
    keys.type("17a4")
    assert room.page.view.place == (3, 0)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.page.view.place == (16, 0)


def test_undo_of_everything_ends_quietly(room: Room) -> None:
    steps = len([step for step in history.recent(room.work, 999) if not step.undone])
    for _ in range(steps - 1):
        room.page.undo()
    assert room.page.card.isHidden(), "nobody is left, and no session"
    assert room.page.banner.isHidden()
    room.page.undo()
    assert not room.page.banner.isHidden(), "the course itself is gone"
    room.page.undo()
    assert "undo" in room.page.notice.text.text().lower()


def test_keys_that_move(room: Room, keys: Keyboard) -> None:
    view = room.page.view
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    assert view.place == (1, 1)
    keys.press(Qt.Key.Key_End)
    assert view.place == (1, 5)
    keys.press(Qt.Key.Key_Home)
    assert view.place == (1, 0)
    keys.press(Qt.Key.Key_End, CTRL)
    assert view.place == (24, 5)
    keys.press(Qt.Key.Key_PageUp)
    assert view.place[0] == 0
    keys.press(Qt.Key.Key_PageDown)
    assert view.place[0] == 24
    keys.enter()
    assert view.place[0] == 24
    keys.press(Qt.Key.Key_Return, SHIFT, "\r")
    assert view.place[0] == 23


def test_tab_leaves_the_grid(room: Room, keys: Keyboard) -> None:
    keys.type("p")
    assert room.page.focusWidget() is room.page.view
    beside = QPushButton(room.window)
    beside.show()
    keys.press(Qt.Key.Key_Tab, text="\t")
    assert room.window.focusWidget() is beside
    assert room.page.view.place == (0, 0)


def test_a_number_that_nobody_has_is_said(room: Room, keys: Keyboard) -> None:
    keys.type("0")
    assert room.page.view.place == (0, 0)
    assert "0" in room.page.view.corner._hint


def test_late_without_minutes_says_how_they_are_added_later(room: Room, keys: Keyboard) -> None:
    """S3: coming back to such a mark and typing 15 led to somebody else, and nothing said why."""
    corner, view = room.page.view.corner, room.page.view
    keys.type("l")
    assert corner._hint == "Late: minutes, then Enter"
    view.go_to(1, 0)
    assert corner._hint == ""
    view.go_to(0, 0)
    assert corner._hint == "L again, then minutes"
    keys.type("l")
    keys.type("15")
    view.go_to(1, 0)
    view.go_to(0, 0)
    assert room.marks[0][0] == ("late", 15)
    assert corner._hint == "", "nothing is missing"
    room.page.mark(None)
    assert corner._hint == ""


def test_a_locked_session_is_refused_quietly(room: Room, keys: Keyboard) -> None:
    sessions.lock_session(room.work, room.page.marking.model.sessions[0].key)
    room.page.refresh()
    for act in ("p", "l", " "):
        keys.press(ord(act.upper()), text=act)
        assert "locked" in room.page.notice.text.text()
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    keys.press(Qt.Key.Key_Delete)
    assert room.column(1) == [NONE] * 25
    assert room.page.banner.isHidden()


def test_a_cancelled_session_is_refused_quietly(room: Room, keys: Keyboard) -> None:
    sessions.cancel_session(room.work, room.page.marking.model.sessions[1].key, "no light")
    room.page.refresh()
    keys.press(Qt.Key.Key_Right)
    keys.type("p")
    assert "cancelled" in room.page.notice.text.text()
    assert room.column(2) == [NONE] * 25


def test_a_mark_that_is_kept_in_a_cancelled_session_counts_for_nobody_and_is_refused_too(
    room: Room, keys: Keyboard
) -> None:
    keys.type("p")
    session = room.page.marking.model.sessions[0].key
    sessions.cancel_session(room.work, session, "no light")
    room.page.refresh()
    legend = room.page.legend
    assert legend.words.text() == "cancelled, counts for nobody"
    assert all(button.accessibleName().startswith("0 ") for button in legend.buttons)
    keys.type("p")
    assert "cancelled" in room.page.notice.text.text()
    sessions.restore_session(room.work, session)
    room.page.refresh()
    assert legend.words.text().startswith("1 of 25")
    assert room.marks[0][0] == P


def test_a_session_locked_by_somebody_else_meanwhile_is_refused_too(room: Room, keys: Keyboard) -> None:
    sessions.lock_session(room.work, room.page.marking.model.sessions[0].key)
    keys.type("p")
    assert shown(room)[0][0] == room.marks[0][0] == NONE
    assert "locked" in room.page.notice.text.text()


def test_every_write_is_announced_with_the_page_as_its_source(room: Room, keys: Keyboard) -> None:
    heard: list[tuple[Changes, object]] = []
    room.changes.announced.connect(lambda changes, source: heard.append((changes, source)))
    keys.type("l5")
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert len(heard) == 4
    assert all(source is room.page for _, source in heard)
    assert all(changes.touches("attendance") for changes, _ in heard)


def test_what_others_write_is_shown_and_undone_by_itself(room: Room, keys: Keyboard) -> None:
    keys.type("l15")
    model = room.page.marking.model
    changes = attendance.mark(room.work, model.rows[4].enrolment, model.sessions[2].key, Mark.EXCUSED)
    room.changes.announce(changes, "somebody else")
    assert shown(room)[4][2] == E
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[4][2] == NONE
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == NONE, "minutes are taken back whole: 1 was never meant"


def test_a_hidden_page_reads_again_when_it_is_shown(room: Room) -> None:
    model = room.page.marking.model
    room.page.hide()
    changes = attendance.mark(room.work, model.rows[0].enrolment, model.sessions[0].key, Mark.PRESENT)
    room.changes.announce(changes, None)
    assert shown(room)[0][0] == NONE
    room.page.show()
    assert shown(room)[0][0] == P


def test_a_mark_repaints_one_cell_and_never_resets(room: Room, keys: Keyboard) -> None:
    keys.type("p")
    model = room.page.marking.model
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    keys.enter()
    keys.type("l15")
    assert (changed.count(), reset.count()) == (3, 0)
    assert all(changed.at(at)[0] == changed.at(at)[1] for at in range(3))


def test_the_mouse_can_do_it_too(room: Room, qtbot: QtBot) -> None:
    room.agree_ahead()
    view, page = room.page.view, room.page
    cell = view.visualRect(page.marking.model.index(3, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert view.place == (3, 2)
    legend = {button.mark: button for button in page.legend.buttons}
    qtbot.mouseClick(legend[Mark.EXCUSED], Qt.MouseButton.LeftButton)
    assert room.marks[3][2] == E
    page.undo()
    assert room.marks[3][2] == NONE
    head = QPoint(view.head.sectionViewportPosition(5) + 10, 30)
    qtbot.mouseClick(view.head.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert view.place == (3, 5)
    row = QPoint(60, view.row_head.sectionViewportPosition(9) + 5)
    qtbot.mouseClick(view.row_head.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert view.place == (9, 5)
    page.rest_button.click()
    question = page.window().findChild(ConfirmDialog, "mark_ahead_question")
    assert question is not None
    assert room.column(6) == [NONE] * 25, "a session that has not begun is asked about"
    question.yes.click()
    assert room.column(6) == [P] * 25


def test_one_mark_long_before_its_session_is_asked_about(room: Room) -> None:
    page, keys = room.page, Keyboard(room.window)
    page.view.go_to(2, 5)
    keys.press(Qt.Key.Key_Space, text=" ")
    question = page.window().findChild(ConfirmDialog, "mark_ahead_question")
    assert question is not None
    keys.press(Qt.Key.Key_Escape)
    assert room.column(6) == [NONE] * 25
    settle()
    keys.type("E")
    keys.enter()
    assert room.marks[2][5] == E
    assert page.view.hasFocus()
    settle()
    page.view.go_to(3, 5)
    keys.type("A")
    assert room.marks[3][5] == A, "once for each session"
    page.view.go_to(4, 4)
    page.mark(Mark.PRESENT)
    question = page.window().findChild(ConfirmDialog, "mark_ahead_question")
    assert question is not None
    question.yes.click()
    assert room.marks[4][4] == P


def test_the_menu_of_a_cell_does_what_the_keys_do(room: Room, qtbot: QtBot) -> None:
    view = room.page.view
    view.customContextMenuRequested.emit(view.visualRect(room.page.marking.model.index(0, 0)).center())
    menu = room.page.findChild(object, "attendance_menu")
    actions = {action.objectName(): action for action in menu.actions()}
    actions["attendance_menu_absent"].trigger()
    assert room.marks[0][0] == A
    actions["attendance_menu_none"].trigger()
    assert room.marks[0][0] == NONE
    actions["attendance_menu_rest"].trigger()
    assert room.column(1) == [P] * 25
    menu.close()


def test_names_of_people_stay_in_the_order_of_their_numbers(room: Room) -> None:
    assert [row.name for row in room.page.marking.model.rows] == list(GROUP)
