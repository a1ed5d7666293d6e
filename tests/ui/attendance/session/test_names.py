"""The session view by keys: a person by name, the digits of a badge, counting, locking, steps in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.attendance_course import EIGHT, Keyboard, cell
from tests.ui.courses_parts import courses_of, tab_of
from tests.ui.driving import find, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.rights import KnownRole
from trainer_app.actions.courses import courses, sessions
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.attendance.sheets import badge_code
from trainer_app.domain.base.rights import Right
from trainer_app.ui.attendance.session.model import SessionColumn
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.courses.plan.tab import ScheduleTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import KeyHint
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RAHIMOV = 17


@pytest.fixture
def tab(workspace: Workspace, window: MainWindow, story: Story) -> AttendanceTab:
    made = tab_of(workspace, AttendanceTab, story.course, "attendance", view="session")
    show(window)
    settle()
    return made


@pytest.fixture
def page(tab: AttendanceTab, workspace: Workspace) -> SessionPage:
    found = find(workspace, SessionPage, "session_page")
    found.view.setFocus()
    return found


def current(page: SessionPage) -> int:
    return page.rows.shown[page.view.place]


@pytest.mark.parametrize("typed", ["rah", "рах", "hf[", "/rah", ".раҳ", "/некр"])
def test_a_name_is_found_in_any_script_or_layout(
    page: SessionPage, keys: Keyboard, story: Story, typed: str
) -> None:
    before = [row.cells[EIGHT] for row in attendance.grid(story.work, story.course).rows]
    keys.type(typed)
    assert page.finder.strip.isVisible()
    assert current(page) == RAHIMOV
    keys.press(Qt.Key.Key_Escape)
    assert current(page) == 14, "Esc goes back"
    assert [row.cells[EIGHT] for row in attendance.grid(story.work, story.course).rows] == before
    keys.type("/rah")
    keys.enter()
    assert not page.finder.strip.isVisible()
    keys.type("e")
    assert cell(story, RAHIMOV).mark is Mark.EXCUSED


def test_somebody_who_is_filtered_out_is_found_all_the_same(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    page.card.only.setChecked(True)
    settle()
    assert page.rows.rowCount() == 11
    page.view.setFocus()
    keys.press(Qt.Key.Key_F, CTRL)
    keys.type("азиз")
    assert QApplication.focusWidget() is page.finder.strip.field
    assert current(page) == 1
    assert not page.card.only.isChecked()
    keys.enter()
    keys.type("hk")
    assert page.finder.strip.field.text() == "hk", "somebody present may be left by a name that begins so"
    assert cell(story, 1) == Attendance(Mark.PRESENT)


@pytest.mark.parametrize("typed", ["гул", "қаю", "/раҳ"])
def test_esc_in_the_search_leads_back_to_whom_it_began_with_and_to_the_filter(
    page: SessionPage, keys: Keyboard, story: Story, typed: str
) -> None:
    """S3: its first letters had marked somebody on the way, who then was not among those without a mark."""
    page.card.only.setChecked(True)
    settle()
    page.view.go_to(5)
    page.view.setFocus()
    before = current(page)
    keys.type(typed)
    settle()
    assert QApplication.focusWidget() is page.finder.strip.field
    assert current(page) != before
    keys.press(Qt.Key.Key_Escape)
    settle()
    assert page.view.hasFocus()
    assert current(page) == before
    assert page.card.only.isChecked()
    assert page.rows.rowCount() == 11
    assert cell(story, before).mark is None


def test_the_first_enter_after_a_number_stays_with_its_person(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("18")
    keys.enter()
    assert current(page) == RAHIMOV
    keys.type("a")
    assert (cell(story, RAHIMOV).mark, cell(story, RAHIMOV + 1).mark) == (Mark.ABSENT, None)
    assert current(page) == RAHIMOV + 1, "the mark goes on"
    keys.enter()
    assert current(page) == RAHIMOV + 1
    keys.enter()
    assert current(page) == RAHIMOV + 2, "and so does Enter without a number or mark before it"
    keys.type("18")
    keys.enter()
    keys.enter()
    assert current(page) == RAHIMOV + 1, "the second Enter goes on"


def test_a_slip_goes_on_with_the_next_person(page: SessionPage, keys: Keyboard, story: Story) -> None:
    keys.type("o")
    keys.enter()
    keys.type("p")
    assert (cell(story, 14).mark, cell(story, 15).mark) == (None, Mark.PRESENT)


def test_the_digits_of_a_badge_mark_from_every_view(
    tab: AttendanceTab, page: SessionPage, keys: Keyboard, story: Story
) -> None:
    assert tab.page is not None
    keys.press(Qt.Key.Key_B, CTRL)
    assert QApplication.focusWidget() is page.scan.field
    keys.type(badge_code(story.enrolments[15]))
    keys.enter()
    assert cell(story, 15).arrived == 702
    keys.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.view
    keys.type(badge_code(story.enrolments[16]))
    assert cell(story, 16).arrived == 702
    for place, view in ((17, "course"), (18, "week"), (19, "day")):
        tab._choose(view)
        keys.press(Qt.Key.Key_B, CTRL)
        keys.type(badge_code(story.enrolments[place]))
        keys.enter()
        assert (cell(story, place).mark, cell(story, place).arrived) == (Mark.LATE, 702), view
        assert QApplication.focusWidget() is tab.page.view
    keys.type(badge_code(story.enrolments[20]))
    assert cell(story, 20).arrived == 702


def test_heads_are_counted_and_the_session_locked_by_key(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.press(Qt.Key.Key_H, CTRL)
    keys.type("13")
    keys.enter()
    assert page.heads.compared.text() == "agrees with the paper"
    assert QApplication.focusWidget() is page.view
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert sessions.find_session(story.work, story.course, 8).locked
    keys.type("p")
    assert cell(story, 14).mark is None
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert page.acts.reason.isVisible()


def test_steps_are_told_in_words_and_lead_to_their_session(
    page: SessionPage, keys: Keyboard, story: Story, workspace: Workspace, qtbot: QtBot
) -> None:
    steps = workspace.rail.steps
    assert steps.undo.isVisible()
    keys.type("l15-20")
    assert steps.undo.accessibleName() == "Undo: Назаров, session 8, late 15 −20"
    page.step(1)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert page.facts.number.text() == "Session 8", "where the mark was taken away"
    assert (current(page), cell(story, 14).mark) == (14, None)
    assert "Назаров, session 8" in steps.redo.accessibleName()
    page.step(-1)
    qtbot.mouseClick(steps.redo, Qt.MouseButton.LeftButton)
    assert (page.facts.number.text(), cell(story, 14).missed) == ("Session 8", 35)
    assert not steps.redo.isVisible()
    qtbot.mouseClick(steps.undo, Qt.MouseButton.LeftButton)
    assert cell(story, 14).mark is None


def test_steps_of_another_page_are_told_too(
    page: SessionPage, workspace: Workspace, context: AppContext, story: Story
) -> None:
    context.do(sessions.lock_session, courses.get_course(story.work, story.course).sessions[0].key)
    assert "session 1" in workspace.rail.steps.undo.accessibleName()


def test_a_session_is_moved_shortened_or_split_where_it_is_planned(
    tab: AttendanceTab, page: SessionPage, workspace: Workspace, story: Story, qtbot: QtBot
) -> None:
    def shown() -> int:
        settle()
        found = find(workspace, ScheduleTab, "screen_course_schedule").current()
        assert found is not None
        return found.number

    page.step(1)
    qtbot.mouseClick(page.facts.plan, Qt.MouseButton.LeftButton)
    assert shown() == 9
    assert tab.page is not None
    tab_of(workspace, AttendanceTab, story.course, "attendance", view="course")
    tab.page.view.go_to(3, 4)
    tab.page.acts._acts["schedule"]()
    assert shown() == 5


@pytest.mark.parametrize("view", ["session", "course"])
def test_ins_adds_a_walk_in_wherever_the_keyboard_is(
    page: SessionPage, keys: Keyboard, workspace: Workspace, story: Story, view: str
) -> None:
    """S3: it did nothing at the arrow to another session, nor at the head of the page."""
    tab = tab_of(workspace, AttendanceTab, story.course, "attendance", view=view)
    inside = courses_of(workspace).workspace
    name = find(workspace, QLineEdit, "room_walk_in_name" if view == "session" else "attendance_walk_in_name")
    places = [inside.tabs, tab.new_button(), *([page.facts.before] if view == "session" else [])]
    for place in places:
        assert place is not None
        place.setFocus()
        keys.press(Qt.Key.Key_Insert)
        settle()
        assert name.hasFocus(), place.objectName()
        keys.press(Qt.Key.Key_Insert)
        assert name.hasFocus()
        keys.press(Qt.Key.Key_Escape)
        settle()
        assert not name.isVisible()


@pytest.mark.parametrize("letter", ["p", "п", "О", "l"])
def test_a_letter_marks_a_walk_in_in_a_session_before_they_were_added(
    page: SessionPage, keys: Keyboard, story: Story, letter: str
) -> None:
    page.add_walk_in("Мамадов Зафар")
    keys.type("P")
    for session in (0, 1):
        page.show_session(story.sessions[session])
        settle()
        index = page.rows.index(25, SessionColumn.PERSON)
        page.view.scrollTo(index)
        middle = page.view.visualRect(index).center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        keys.rest()
        keys.type(letter)
        assert cell(story, 25, session).mark is (Mark.PRESENT if letter in "pп" else Mark.LATE)


def names_of(hints: list[KeyHint]) -> list[str]:
    return [hint.keys for hint in hints]


@pytest.mark.parametrize("view", ["session", "day", "signatures"])
def test_the_list_of_keys_has_none_that_marks_for_a_reader(
    tab: AttendanceTab, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab.show_place(view=view)
    settle()
    marking = {"Del", "Ins", "Ctrl+Shift+P", "Space", "Ctrl+B"}
    assert marking & set(names_of(tab.keys()))
    monkeypatch.setattr(KnownRole, "may", lambda _known, right: right is Right.LOOK)
    left = names_of(tab.keys())
    assert not marking & set(left)
    assert left[0] == "0–9", "a number goes to the person, and says nothing of minutes"
    assert "F4" in left or "Ctrl+I" in left
    assert len(left) == len(set(left))
