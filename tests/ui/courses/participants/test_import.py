"""Taking in a nomination list through the window: reading, the sum, taking in, the way back."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.actions.lists import LIST, write_list
from tests.kit.running import SECONDS
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle
from tests.ui.import_parts import SUM, course, fates, importing, problems, read, take
from tests.ui.people_parts import participants_of, texts, unnamed
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.courses import agendas, enrolments, roster
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.courses.roster_plan import RowDecision
from trainer_app.ui.courses.participants.import_page import RosterImportPage
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.overlays import ConfirmDialog

__all__ = ["course", "importing"]


def test_a_list_is_taken_once_however_often_the_button_is_pressed(
    importing: RosterImportPage,
    story: Story,
    course: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    page = read(importing, write_list(tmp_path, LIST[1:3]))
    gate, apply, jobs = threading.Event(), roster.apply, importing.context.jobs

    def apply_late(*given: Any, **named: Any) -> Any:
        assert gate.wait(SECONDS)
        return apply(*given, **named)

    monkeypatch.setattr(roster, "apply", apply_late)
    monkeypatch.setattr(jobs, "_synchronous", False)
    click(page.accept)
    click(page.accept)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert importing.steps.currentWidget() is importing.result
    click(page.accept)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(enrolments.list_enrolments(story.work, course)) == 2


def test_a_dropped_file_is_read(importing: RosterImportPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path)))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field, copy = importing.choose.field, Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPointF(20, 20), copy, data, left, none)
    QApplication.sendEvent(field, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(field, QDropEvent(QPointF(20, 20), copy, data, left, none))
    assert importing.steps.currentWidget() is importing.preview
    assert importing.preview.strip.file.text() == "list.csv"


def test_every_row_says_what_happens_and_the_sum_is_right(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    assert fates(page) == ["who is it?", "new", "new", "not taken", "with row 3", "not taken"]
    assert page.sum.text() == SUM
    assert page.accept.text() == "Import 3 people (unanswered as new: 1)"
    assert QApplication.focusWidget() is page.table
    # The first row that somebody should look at: a name that is known from the other course.
    assert page.row_card.title.text() == "Row 2"
    page.table.choose(5)
    assert problems(page) == ["Ному насаб: There is no name in this row. The row says: майор"]
    page.table.choose(7)
    assert problems(page) == ["This is a total, not a person: Ҳамагӣ: 25 нафар"]


def test_the_model_keeps_the_rules_of_qt(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    model = page.table.model_
    assert model is not None
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.show_rows(only_problems=True)
    page.table.show_rows(only_problems=False)
    assert model.rowCount() == 6


def test_the_list_is_taken_in_and_taken_back_as_a_whole(
    importing: RosterImportPage, course: str, story: Story, workspace: Workspace, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    before = history.recent(story.work, 1)[0].number
    take(page)
    assert importing.steps.currentWidget() is importing.result
    assert importing.result.title.text() == "3 people added to the list"
    # Nobody asks any more who it is: whoever was not answered for is new.
    assert importing.result.text.text() == "rows 6 = new 3 + known or double 1 + not taken 2"
    shown = [name for name, row in importing.result.rows.items() if row.isVisible()]
    assert shown == ["added", "joined", "refused", "open"], "nothing is said of nobody"
    assert [step.number for step in history.recent(story.work, 2)] == [before + 1, before]
    assert len(enrolments.list_enrolments(story.work, course)) == 3
    click(importing.result.undo)
    assert enrolments.list_enrolments(story.work, course) == []
    # What was looked at before is there again, and can be taken in once more.
    assert importing.steps.currentWidget() is page
    take(page)
    click(importing.result.to_list)
    tab = participants_of(workspace, course)
    assert tab.pages.currentIndex() == 0
    assert texts(tab.list.model, 1) == [
        "Азизов Фаррух Бахтиёрович",
        "Каримова Нилуфар Саидовна",
        "Шокиров Алишер Валиевич",
    ]
    assert tab.counts.text() == "3 participants · women: 1 · sex not stated: 1"


def test_marks_since_forbid_the_way_back_in_words(
    importing: RosterImportPage, course: str, story: Story, workspace: Workspace, tmp_path: Path
) -> None:
    agendas.plan_sessions(story.work, course, DayPlan(per_day=3))
    page = read(importing, write_list(tmp_path))
    take(page)
    grid = attendance.grid(story.work, course)
    attendance.mark(story.work, grid.rows[0].enrolment, grid.sessions[0].key, None)
    attendance.mark_rest(story.work, grid.sessions[0].key)
    click(importing.result.undo)
    assert workspace.banner.title.text() == (
        "The import cannot be taken back: 3 of its people have marks, tests, certificates or another "
        "course since, and they would disappear with it"
    )
    assert len(enrolments.list_enrolments(story.work, course)) == 3


def test_whoever_is_on_the_list_is_not_doubled(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    path = write_list(tmp_path)
    take(read(importing, path))
    importing.open_for(course)
    page = read(importing, path)
    assert fates(page) == [
        "on the list",
        "on the list",
        "on the list",
        "not taken",
        "with row 3",
        "not taken",
    ]
    assert page.accept.text() == "Import 3 people (on the list already: 3)"
    told = [line.number for line in page.state.lines.values() if line.problems] if page.state else []
    looked = [number for number in told if page.state is not None and page.state.has_problem(number)]
    assert [number for number in told if number not in looked] == [2, 3], "of them only this is told"
    assert page.strip.only_problems.text() == f"Only rows with a problem: {len(looked)}"
    take(page)
    assert importing.result.title.text() == "0 people added to the list"
    shown = [name for name, row in importing.result.rows.items() if row.isVisible()]
    assert shown == ["added", "already", "joined", "refused"], "no blanks are told of where none were filled"
    assert not importing.result.undo.isVisible()
    assert len(enrolments.list_enrolments(story.work, course)) == 3


def test_what_cannot_be_read_is_told_and_the_choice_stays(
    importing: RosterImportPage, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    importing.choose.file_chosen.emit(path)
    assert importing.steps.currentWidget() is importing.choose
    assert "damaged" in workspace.banner.title.text()


def test_cancelling_writes_nothing(
    importing: RosterImportPage, course: str, story: Story, workspace: Workspace, tmp_path: Path
) -> None:
    number = story.work.journal.number
    page = read(importing, write_list(tmp_path))
    page.table.choose(2)
    press(page.table, Qt.Key.Key_Escape)
    tab = participants_of(workspace, course)
    assert tab.pages.currentIndex() == 0
    assert story.work.journal.number == number
    tab.open_import()
    assert importing.steps.currentWidget() is importing.choose


def test_another_course_begins_anew(
    importing: RosterImportPage, workspace: Workspace, story: Story, course: str, tmp_path: Path
) -> None:
    read(importing, write_list(tmp_path))
    tab = participants_of(workspace, story.course)
    assert tab.pages.currentIndex() == 0
    tab.open_import()
    assert importing.steps.currentWidget() is importing.choose
    page = read(importing, write_list(tmp_path, LIST[1:2]))
    take(page)
    assert len(enrolments.list_enrolments(story.work, story.course)) == 26
    assert enrolments.list_enrolments(story.work, course) == []


def test_an_unfinished_list_stays_with_its_course_and_knows_who_came_since(
    importing: RosterImportPage, workspace: Workspace, story: Story, course: str, tmp_path: Path
) -> None:
    """Going to another course forgot the list that was looked through, with every answer given there."""
    page = read(importing, write_list(tmp_path))
    page.table.choose(2)
    assert page.state is not None
    page.state.decide(2, RowDecision(leave_out=True))
    decided = page.state.decisions
    other = participants_of(workspace, story.course)
    other.open_import()
    take(read(other.importing, write_list(tmp_path, LIST[2:3])))
    assert importing.holds_work()
    assert not importing.holds_list
    tab = participants_of(workspace, course)
    settle()
    assert tab.pages.currentWidget() is importing
    assert importing.steps.currentWidget() is importing.preview
    assert page.state is not None
    assert page.state.decisions == decided
    assert "known" in fates(page), "the other course's list brought one of them"
    press(page.table, Qt.Key.Key_Escape)
    click(find(workspace.window(), ConfirmDialog, "import_leave_question").yes)
    assert tab.pages.currentIndex() == 0
    assert not importing.holds_work()
    assert enrolments.list_enrolments(story.work, course) == []


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_every_step_fits_the_smallest_window(
    importing: RosterImportPage,
    workspace: Workspace,
    language: LanguageSwitch,
    theme: Theme,
    tmp_path: Path,
    code: str,
) -> None:
    language.choose(code)
    theme.choose("dark")
    settle()
    room = SMALLEST[0] - workspace.rail.minimumSizeHint().width()
    assert unnamed(importing) == []
    rows = [*LIST, ("9", "КАРИМОВА НИЛУФАР", "лейтинант", "ШКД", "")]
    page = read(importing, write_list(tmp_path, rows))
    for number in (3, 4, 8):
        page.table.choose(number)
        settle()
        assert importing.minimumSizeHint().width() <= room
        assert importing.minimumSizeHint().height() <= SMALLEST[1] - 92
        assert unnamed(importing) == []
    take(page)
    settle()
    assert importing.minimumSizeHint().width() <= room
    assert unnamed(importing) == []


def test_a_language_change_keeps_what_was_decided(
    importing: RosterImportPage, language: LanguageSwitch, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    page.table.choose(6)
    click(page.row_card.choices["other"])
    language.choose("ru")
    settle()
    assert page.sum.text() == "строк 6 = новых 3 + кто это? 1 + известных или повторных 0 + не взято 2"
    assert page.row_card.title.text() == "Строка 6"
    assert page.row_card.choices["other"].isChecked()
    assert page.accept.text() == "Принять: 4 человека (без ответа как новые: 1)"
    assert page.table.head.fields[1].currentText() == "Полное имя"
