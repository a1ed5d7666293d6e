"""A whole session from the grid: heads in words and on paper, locking, the rest of the day, shares, steps."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.kit.samples import FIRST
from tests.ui.attendance_course import Keyboard, Room, disk, newest_step
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import agendas, courses, enrolments, sessions
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, SessionState
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.ui.attendance.grid.cells import CellPictures, PictureContext
from trainer_app.ui.kit.marks import LOCKED
from trainer_app.ui.style.tokens import DARK, LIGHT, Tokens
from trainer_app.ui.widgets.overlays import ConfirmDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def question(room: Room) -> ConfirmDialog | None:
    found = room.window.findChildren(ConfirmDialog, "attendance_rest_of_day_question")
    return next((each for each in found if each.isVisible()), None)


# Heads


def test_heads_are_in_sight_in_words_and_live(room: Room, keys: Keyboard) -> None:
    words = room.page.legend.words
    assert words.text() == "0 of 25 came, 25 not marked"
    keys.type("p")
    keys.enter()
    keys.type("a")
    settle()
    assert words.text() == "1 of 25 came, 1 walk-in, 23 not marked"
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    settle()
    assert words.text() == "24 of 25 came, 24 walk-ins"
    assert words.isVisibleTo(room.page)
    keys.press(Qt.Key.Key_Right)
    assert words.text() == "0 of 25 came, 25 not marked"


def test_a_count_from_the_paper_is_typed_kept_and_compared(room: Room, keys: Keyboard) -> None:
    paper = room.page.legend.paper
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert paper.agrees is None
    keys.press(Qt.Key.Key_H, CTRL)
    keys.type("27")
    keys.enter()
    assert disk(room.work, room.course).sessions[0].counted == 27
    settle()
    assert paper.accessibleName() == "On paper 27, 2 fewer than on paper"
    assert paper.agrees is False
    keys.press(Qt.Key.Key_H, CTRL)
    keys.type("25")
    keys.enter()
    settle()
    assert paper.accessibleName() == "On paper 25, agrees with the paper"
    assert paper.agrees is True
    keys.type("3a")
    settle()
    assert paper.accessibleName() == "On paper 25, 1 fewer than on paper", "it follows every mark"
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert disk(room.work, room.course).sessions[0].counted == 27


def test_an_empty_field_forgets_the_count_and_a_word_is_not_taken(room: Room, keys: Keyboard) -> None:
    sessions.count_heads(room.work, room.page.marking.model.sessions[0].key, 4)
    room.page.refresh()
    room.page.legend.paper.click()
    assert room.page.strip.field.text() == "4"
    keys.type("x")
    keys.enter()
    assert "number" in room.page.strip.note.text()
    keys.press(Qt.Key.Key_Backspace)
    keys.enter()
    assert disk(room.work, room.course).sessions[0].counted is None
    assert room.window.focusWidget() is room.page.view
    keys.press(Qt.Key.Key_H, CTRL)
    keys.type("99999")
    keys.enter()
    assert disk(room.work, room.course).sessions[0].counted is None
    assert room.page.notice.isVisible(), "refused, and said why"


def test_what_cannot_be_kept_does_not_hold_the_strip_open(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_H, CTRL)
    keys.type("x")
    room.page.view.setFocus()
    assert room.page.foot.currentIndex() == 0
    assert disk(room.work, room.course).sessions[0].counted is None


# Locking


def test_what_is_told_stands_upon_the_legend_and_not_upon_rows(room: Room, keys: Keyboard) -> None:
    page = room.page
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    keys.type("a")
    settle()
    notice, foot = page.notice, page.foot
    assert notice.offer.isVisible(), "the longest one, with a button"
    assert notice.geometry().top() >= foot.geometry().top()
    assert notice.geometry().bottom() <= foot.geometry().bottom()
    notice.offer.click()
    assert page.foot.currentIndex() == 1, "the field stands there now"
    notice.say("Refused")
    assert not notice.geometry().intersects(foot.geometry()), "and is not covered"
    keys.press(Qt.Key.Key_Escape)
    settle()
    assert foot.geometry().contains(notice.geometry()), "back when the field is gone"


def test_a_locked_session_says_by_whom_and_opens_again_with_a_reason(room: Room, keys: Keyboard) -> None:
    keys.type("p")
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert disk(room.work, room.course).sessions[0].locked
    assert "locked" in room.page.notice.text.text()
    keys.type("a")
    assert room.marks[0][0] == ("present", 0)
    assert "D. N." in room.page.notice.text.text()
    head = room.page.marking.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "locked: D. N., 15\u00a0Oct, 09:00" in head
    room.page.notice.offer.click()
    assert room.window.focusWidget() is room.page.strip.field
    assert "D. N." in room.page.strip.note.text()
    keys.enter()
    assert disk(room.work, room.course).sessions[0].locked, "without a reason it stays locked"
    keys.type("a name was missing")
    keys.enter()
    session = sessions.get_session(room.work, room.page.marking.model.sessions[0].key)
    assert (session.locked, session.lock_reason) == (False, "a name was missing")
    keys.type("a")
    assert room.marks[0][0] == ("absent", 0)


def test_escape_leaves_a_session_locked(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    keys.type("because")
    keys.press(Qt.Key.Key_Escape)
    assert disk(room.work, room.course).sessions[0].locked


def test_the_menu_locks_and_opens(room: Room) -> None:
    view = room.page.view
    for words in ("Lock the session", "Open the session again…"):
        view.customContextMenuRequested.emit(view.visualRect(room.page.marking.model.index(0, 0)).center())
        menu = room.page.findChild(object, "attendance_menu")
        action = next(each for each in menu.actions() if each.objectName() == "attendance_menu_lock")
        assert action.text().startswith(words)
        action.trigger()
        menu.setObjectName("")
        menu.close()
    assert room.page.strip.isVisible()


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("kind", ["present", "late", "excused", "absent", "unmarked", "planned", "dash"])
def test_a_locked_cell_looks_different_and_keeps_its_mark(qapp: object, scheme: Tokens, kind: str) -> None:
    pictures = CellPictures()
    pictures.enter(PictureContext(scheme, ("P", "L", "E", "A"), 59, 22, 1.0))
    plain, locked = (pictures.get((kind, 0, bits, 0), 0).toImage() for bits in (0, LOCKED))
    greys = [each.convertToFormat(QImage.Format.Format_Grayscale8) for each in (plain, locked)]
    assert greys[0].pixelColor(2, 2).value() != greys[1].pixelColor(2, 2).value()
    assert plain.pixelColor(2, 2).name().upper() == scheme.surface
    assert locked.pixelColor(2, 2).name().upper() == scheme.window


# The rest


def test_after_the_button_the_grid_has_the_keyboard(room: Room) -> None:
    room.page.rest_button.setFocus()
    room.page.rest_button.click()
    assert room.window.focusWidget() is room.page.view


def test_the_rest_of_one_session_is_not_asked_about(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert question(room) is None
    assert room.column(1) == [("present", 0)] * 25
    assert room.column(2) == [(None, 0)] * 25, "the second one has not begun at nine"
    keys.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert "Everybody" in room.page.notice.text.text()


def test_the_rest_of_several_sessions_is_asked_about_and_one_undo(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    keys.type("a")
    keys.press(Qt.Key.Key_Right)
    keys.type("p")
    keys.press(Qt.Key.Key_D, CTRL | SHIFT)
    asked = question(room)
    assert asked is not None
    assert asked.text.text().startswith("24 participants in 2 sessions (1, 2) get 48 marks")
    keys.press(Qt.Key.Key_Escape)
    assert room.column(1) == [("absent", 0)] + [(None, 0)] * 24
    keys.press(Qt.Key.Key_D, CTRL | SHIFT)
    again = question(room)
    assert again is not None
    again.yes.click()
    assert room.column(1) == [("absent", 0)] + [("present", 0)] * 24
    assert room.column(2) == [("present", 0)] * 25
    assert room.column(3) == [(None, 0)] * 25
    room.page.undo()
    assert room.column(1) == [("absent", 0)] + [(None, 0)] * 24
    assert room.column(2) == [("present", 0)] + [(None, 0)] * 24


# Shares


def test_both_shares_are_told_and_why_they_differ(room: Room, keys: Keyboard) -> None:
    room.agree_ahead()
    keys.type("p")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Down)
    keys.type("a")
    shares, height = room.page.card.shares, room.page.view.rowHeight(0)
    assert "certificate counts all held sessions: its share is the small figure" in shares.tip(10)
    first = shares.tip(48 + height // 2)
    assert "So far 100\u00a0%" in first
    assert "For the certificate 50\u00a0%" in first
    keys.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert shares.tip(48 + height // 2) == "100\u00a0% of all held sessions, as for the certificate"
    grid = disk(room.work, room.course)
    assert [room.page.marking.model.whole.share_of_held(row) for row in range(25)] == [
        row.share for row in grid.rows
    ]


def test_the_certificates_share_stands_beside_the_other_one_and_leads_at_the_end(room: Room) -> None:
    model, shares = room.page.marking.model, room.page.card.shares
    late = enrolments.add_walk_in(room.work, room.course, "Давлатова", since=model.sessions[2].key).key
    grid = disk(room.work, room.course)
    last = len(grid.rows) - 1
    assert grid.rows[last].enrolment == late
    for session in grid.sessions[:3]:
        attendance.mark_rest(room.work, session.key)
    model.load(disk(room.work, room.course), grid.sessions[-1].day)
    assert (shares.title, model.shares[last], shares.second(last)) == ("So far", 10000, "33.3")
    assert shares.second(0) == "", "there is nothing to tell where both agree"
    spoken = model.headerData(last, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("share so far 100\u00a0%, for the certificate 33.3\u00a0%")
    beside = _painted(room, last)
    assert beside != _painted(room, 0), "the row shows both figures"
    for session in grid.sessions[3:]:
        attendance.mark_rest(room.work, session.key)
    model.load(disk(room.work, room.course), grid.sessions[-1].day)
    assert (shares.title, model.shares[last], shares.second(last)) == ("Whole course", Fraction(20000, 3), "")
    spoken = model.headerData(last, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("share of the whole course 66.7\u00a0%")
    assert shares.accessibleName().startswith("Whole course: ")
    place = model.index(0, 5)
    model.setData(place, (None, 0, 0))
    assert (shares.title, model.shares[last]) == ("So far", 10000), "one mark is open again"
    model.setData(place, (Mark.PRESENT, 0, 0))
    assert (shares.title, model.shares[last]) == ("Whole course", Fraction(20000, 3))


def _painted(room: Room, row: int) -> QImage:
    """Return the place of the bar, where the certificate's share stands if it is another one."""
    room.page.view.go_to(1, 0)
    room.page.view.scrollTo(room.page.marking.model.index(row, 0))
    height = room.page.view.rowHeight(0)
    top = 48 + room.page.view.rowViewportPosition(row)
    return room.page.card.shares.grab().toImage().copy(6, top + 1, 30, height - 3)


# Steps


def test_a_step_names_the_person(room: Room, keys: Keyboard) -> None:
    keys.type("18l15")
    assert newest_step(room) == "Раҳимов, session 1, late 15"
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[17][0] == (None, 0)
    keys.press(Qt.Key.Key_Y, CTRL)
    assert room.marks[17][0] == ("late", 15)


def test_a_mark_of_another_course_is_not_given_a_name_of_this_one(room: Room) -> None:
    title = Texts(tg="Б", ru="Б", en="B")
    other = courses.create_course(room.work, CourseDraft("B", title, FIRST, FIRST)).key or ""
    agendas.plan_sessions(room.work, other, DayPlan(per_day=1))
    enrolments.add_walk_in(room.work, other, "Чужой Человек")
    grid = attendance.grid(room.work, other)
    changes = attendance.mark(room.work, grid.rows[0].enrolment, grid.sessions[0].key, Mark.PRESENT)
    room.changes.announce(changes, "another screen")
    assert newest_step(room) == "", "the step says itself which number it was"


def test_states_count_apart(room: Room, keys: Keyboard) -> None:
    model = room.page.marking.model
    keys.type("a")
    keys.enter()
    keys.type("e")
    sessions.cancel_session(room.work, model.sessions[1].key, "no light")
    room.page.refresh()
    heads = model.heads[0]
    assert (heads.absent, heads.excused, heads.unmarked, heads.in_room) == (1, 1, 23, 0)
    assert model.sessions[1].state is SessionState.CANCELLED
    assert model.shares[0] == 0
    assert model.cells[2][0] == Attendance()
    assert model.shares[2] is None
