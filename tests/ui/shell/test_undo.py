"""Undo in the window: what belongs to the page in sight, what is asked about first, and its one place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.world import Story
from tests.ui.attendance_course import Keyboard
from tests.ui.driving import click, press, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.ui.kit.history_panel import Page
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.undo_steps import UndoQuestion
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import CAPTION
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.painting import caption_lines, width_of

CTRL = Qt.KeyboardModifier.ControlModifier
PERSON, SESSION = 0, 8


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course: certificates can be issued."""
    with worlds.finished(tmp_path).open() as made:
        yield made


@pytest.fixture
def at_grid(workspace: Workspace, window: MainWindow, story: Story) -> Workspace:
    """Go to the grid of the course."""
    workspace.context.go("courses", course=story.course, tab="attendance", session=story.sessions[SESSION])
    show(window)
    settle()
    return workspace


def mark_of(story: Story, place: int = PERSON) -> Mark | None:
    found = attendance.grid(story.work, story.course).rows[place].cells[SESSION]
    assert found is not None
    return found.mark


def mark(workspace: Workspace, story: Story, value: Mark, place: int = PERSON) -> None:
    workspace.context.do(attendance.mark, story.enrolments[place], story.sessions[SESSION], value)


def void_one(workspace: Workspace, story: Story) -> str:
    """Issue certificates and declare one void; return its number."""
    certificates.issue(story.work, story.course, "ru")
    serial = certificates.register(story.work)[0].serial
    workspace.context.do(certificates.void, serial, "misspelt")
    return serial


def question(workspace: Workspace) -> UndoQuestion | None:
    """Return the question that is open."""
    return next((each for each in workspace.window().findChildren(UndoQuestion) if each.isVisible()), None)


def asked(workspace: Workspace) -> UndoQuestion:
    found = question(workspace)
    assert found is not None
    return found


def undo_by_key(window: MainWindow) -> None:
    press(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL)


def test_a_step_of_this_page_goes_at_once_and_of_another_one_is_asked_about(
    at_grid: Workspace, window: MainWindow, story: Story
) -> None:
    mark(at_grid, story, Mark.ABSENT)
    undo_by_key(window)
    assert question(at_grid) is None
    assert mark_of(story) is Mark.PRESENT
    made = at_grid.context.do(people.create_person, {"family": "Саидов"})
    assert made is not None
    undo_by_key(window)
    sheet = asked(at_grid)
    assert sheet.title.text() == "Undo: person added (People)?"
    assert sheet.lead.isHidden()
    assert sheet.leave.hasFocus(), "a hasty Enter takes nothing back"
    click(sheet.leave)
    assert people.search(story.work, "Саидов")
    undo_by_key(window)
    click(asked(at_grid).act)
    assert not people.search(story.work, "Саидов")
    assert question(at_grid) is None


def test_a_certificate_is_taken_back_on_its_own_page_only(
    at_grid: Workspace, window: MainWindow, story: Story
) -> None:
    mark(at_grid, story, Mark.ABSENT)
    serial = void_one(at_grid, story)
    undo_by_key(window)
    sheet = asked(at_grid)
    assert sheet.act.isHidden()
    assert serial in sheet.title.text()
    assert sheet.lead.text() == "Open: Certificates, DSH-1"
    assert sheet.older.text() == "The last step of this page: Абдуллоева, session 9, absent"
    click(sheet.here)
    assert mark_of(story) is Mark.PRESENT, "the mark is no part of it"
    assert certificates.find(story.work, serial).state is CertificateState.VOID
    undo_by_key(window)
    click(asked(at_grid).lead)
    assert at_grid.in_sight() == Page("courses", "certificates", story.course)
    assert certificates.find(story.work, serial).state is CertificateState.VOID
    undo_by_key(window)
    assert question(at_grid) is None
    assert certificates.find(story.work, serial).state is CertificateState.ISSUED


def test_redo_follows_the_same_rules(at_grid: Workspace, window: MainWindow, story: Story) -> None:
    serial = void_one(at_grid, story)
    at_grid.context.go("certificates")
    at_grid.undo()
    assert certificates.find(story.work, serial).state is CertificateState.ISSUED
    at_grid.context.go("courses", course=story.course, tab="attendance")
    settle()
    press(QApplication.focusWidget() or window, Qt.Key.Key_Y, CTRL)
    sheet = asked(at_grid)
    assert sheet.act.isHidden()
    assert sheet.here.isHidden()
    click(sheet.leave)
    assert certificates.find(story.work, serial).state is CertificateState.ISSUED
    at_grid.context.go("certificates")
    click(at_grid.rail.steps.redo)
    assert certificates.find(story.work, serial).state is CertificateState.VOID


def test_what_was_undone_elsewhere_is_done_again_after_a_question(at_grid: Workspace, story: Story) -> None:
    at_grid.context.do(people.create_person, {"family": "Саидов"})
    at_grid.open("people")
    at_grid.undo()
    at_grid.open("courses")
    at_grid.redo()
    sheet = asked(at_grid)
    assert sheet.title.text() == "Redo: person added (People)?"
    click(sheet.act)
    assert people.search(story.work, "Саидов")


def test_a_mark_of_another_course_is_asked_about(at_grid: Workspace, story: Story) -> None:
    mark(at_grid, story, Mark.ABSENT)
    at_grid.open("courses").show_place()  # type: ignore[union-attr]
    assert at_grid.in_sight() == Page("courses")
    assert at_grid.rail.steps.undo.step == "Attendance, DSH-1: No.\u00a01, session 9: absent"
    at_grid.undo()
    click(asked(at_grid).leave)
    at_grid.context.go("courses", course=story.course, tab="attendance")
    assert at_grid.rail.steps.undo.step == "Абдуллоева, session 9, absent"


def test_what_rests_on_a_later_step_says_so(at_grid: Workspace, window: MainWindow, story: Story) -> None:
    mark(at_grid, story, Mark.ABSENT)
    marked = history.pending(story.work, 1)[0].number
    void_one(at_grid, story)
    attendance.mark(story.work, story.enrolments[PERSON], story.sessions[SESSION], Mark.LATE, 5)
    at_grid.context.run_undo(lambda: at_grid.context.undo.undo_step(marked))
    assert "cannot be undone" in at_grid.banner.title.text()
    assert mark_of(story) is Mark.LATE


def test_today_takes_back_what_it_lists_but_no_certificate(workspace: Workspace, story: Story) -> None:
    workspace.open("today")
    mark(workspace, story, Mark.ABSENT)
    workspace.undo()
    assert mark_of(story) is Mark.PRESENT
    serial = void_one(workspace, story)
    # On this day it has no room; a day without a course shows it.
    today = workspace.findChild(TodayScreen)
    assert today is not None
    today.recent.show_recent()
    button = today.recent.findChild(Button, "recent_undo")
    assert button is not None
    click(button)
    assert asked(workspace).lead.isVisible()
    assert certificates.find(story.work, serial).state is CertificateState.VOID


def test_one_question_at_a_time_in_the_language_of_the_window(
    at_grid: Workspace, language: LanguageSwitch
) -> None:
    at_grid.context.do(people.create_person, {"family": "Саидов"})
    at_grid.undo()
    at_grid.undo()
    assert len([each for each in at_grid.window().findChildren(UndoQuestion) if each.isVisible()]) == 1
    language.choose("ru")
    settle()
    assert asked(at_grid).title.text().startswith("Отменить: ")
    assert asked(at_grid).leave.text() == "Оставить как есть"


@pytest.mark.parametrize("width", [1366, 1024])
def test_the_one_place_is_in_sight_with_a_drawer_a_search_and_a_paper(
    at_grid: Workspace, window: MainWindow, story: Story, width: int
) -> None:
    window.resize(width, 697)
    settle()
    undo = at_grid.rail.steps.undo
    place = QRect(undo.mapTo(window, QPoint()), undo.size())
    keys = Keyboard(window)
    mark(at_grid, story, Mark.ABSENT)
    for act in (
        lambda: keys.press(Qt.Key.Key_I, CTRL),
        lambda: keys.press(Qt.Key.Key_Escape),
        lambda: keys.type("саф"),
    ):
        act()
        settle()
        assert QRect(undo.mapTo(window, QPoint()), undo.size()) == place
        under = window.childAt(place.center())
        assert under is undo, under
    others = [each for each in at_grid.stack.findChildren(QWidget) if each.objectName() == "attendance_undo"]
    assert not others


def test_undo_beside_the_search_takes_the_mark_back(
    at_grid: Workspace, window: MainWindow, story: Story, qtbot: QtBot
) -> None:
    keys = Keyboard(window)
    keys.type("a")
    assert mark_of(story) is Mark.ABSENT
    keys.rest()
    keys.type("саф")
    field = QApplication.focusWidget()
    qtbot.mouseClick(at_grid.rail.steps.undo, Qt.MouseButton.LeftButton)
    assert mark_of(story) is Mark.PRESENT
    assert QApplication.focusWidget() is field, "the keyboard stays where it was"


def test_a_step_is_told_in_lines_that_fit(window: MainWindow) -> None:
    words = "DUSHANBE: No. 15, session 5: late, 20 minutes missed"
    assert caption_lines("short", 120, 3) == (["short"], False)
    three, tight = caption_lines(words, 140, 3)
    assert len(three) == 3
    assert " ".join(three) == words, "whole in three lines"
    assert not tight
    assert all(width_of(each, CAPTION) <= 140 for each in three)
    closer = next(room for room in range(139, 40, -1) if caption_lines(words, room, 3)[1])
    lines, _ = caption_lines(words, closer, 3)
    assert " ".join(lines) == words, "whole in the narrow face where the usual one is too wide"
    assert caption_lines(words, 60, 2)[0][1].endswith("…")
    numbers = [f"OWN-2026-XVP046-0000{end}" for end in ("12-34", "13-56")]
    cut = [caption_lines(f"certificate {number}", 90, 2)[0][1] for number in numbers]
    assert [each[-2:] for each in cut] == ["34", "56"], "S3: both were cut to the same"
    assert all("…" in each for each in cut)


def test_the_narrow_rail_keeps_the_button(at_grid: Workspace, window: MainWindow, story: Story) -> None:
    mark(at_grid, story, Mark.ABSENT)
    at_grid.rail.set_narrow(True)
    undo = at_grid.rail.steps.undo
    assert undo.isVisible()
    at_grid.undo()
    assert at_grid.rail.steps.redo.isVisible()
    assert at_grid.rail.steps.redo.geometry().top() >= undo.geometry().bottom()
    click(at_grid.rail.steps.redo)
    assert mark_of(story) is Mark.ABSENT
    assert "Абдуллоева, session 9, absent" in undo.toolTip()
    press(undo, Qt.Key.Key_Return)
    assert mark_of(story) is Mark.PRESENT


def test_a_step_before_an_import_is_not_called_the_last_one(
    at_grid: Workspace, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The office took "2 courses planned" for its import, since that was said to be done last."""
    at_grid.context.do(people.create_person, {"family": "Саидов"})
    monkeypatch.setattr(history, "imported_since", lambda _work, _step: True)
    at_grid.undo()
    sheet = asked(at_grid)
    earlier = "This step was done earlier, and not on the page that is open."
    assert sheet.text.text() == f"Files were imported since. {earlier}"
    click(sheet.leave)
    listing = UndoQuestion(
        at_grid, lambda: ("a step", "", ""), act=lambda: None, imported=True, lists_imports=True
    )
    where = "An import is undone in “Office”, “Incoming files”."
    assert listing.text.text() == f"Files were imported since. {where} {earlier}"
    listing.dismiss()
