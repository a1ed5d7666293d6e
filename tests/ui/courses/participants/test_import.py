"""Taking in a nomination list through the window: reading, deciding, the sum, taking in, the way back."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.actions.lists import LIST, write_list
from tests.kit.running import SECONDS
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle, type_text
from tests.ui.people_parts import participants_of, texts, unnamed
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.courses import agendas, courses, enrolments, roster
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.courses.roster_plan import NEW
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.courses.participants.import_page import RosterImportPage
from trainer_app.ui.courses.participants.import_preview import RosterPreviewPage
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.overlays import ConfirmDialog
from trainer_app.ui.widgets.table_models import ROW_ROLE

SUM = "rows 6 = new 2 + who is it? 1 + known or double 1 + not taken 2"


@pytest.fixture
def course(story: Story) -> str:
    """Make a course that has not begun and has nobody."""
    draft = CourseDraft("NEW-1", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8), town="Хоруғ")
    return courses.create_course(story.work, draft).key or ""


@pytest.fixture
def importing(workspace: Workspace, course: str) -> RosterImportPage:
    """Open the import of that course."""
    tab = participants_of(workspace, course)
    click(tab.import_first)
    return tab.importing


def read(importing: RosterImportPage, path: Path) -> RosterPreviewPage:
    importing.choose.file_chosen.emit(path)
    settle()
    assert importing.steps.currentWidget() is importing.preview
    return importing.preview


def take(page: RosterPreviewPage) -> None:
    """Take the list, and what has no answer as somebody new."""
    click(page.accept)
    for asked in page.window().findChildren(ConfirmDialog, "import_open_question"):
        if asked.isVisible():
            click(asked.yes)


def fates(page: RosterPreviewPage) -> list[str]:
    return texts(page.table.model_, 1)


def problems(page: RosterPreviewPage) -> list[str]:
    return [child.text() for child in page.row_card.findChildren(QLabel) if "_problem_" in child.objectName()]


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


def test_what_each_column_holds_stands_below_its_words(importing: RosterImportPage, tmp_path: Path) -> None:
    importing.read(write_list(tmp_path))
    settle()
    head = importing.preview.table.head
    assert head.fields
    assert all(field.y() > 0 and field.geometry().bottom() < head.height() for field in head.fields)


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


def test_only_rows_with_a_problem_can_be_shown(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    assert page.strip.only_problems.text() == "Only rows with a problem: 5"
    click(page.strip.only_problems)
    assert texts(page.table.model_, 0) == ["2", "4", "5", "6", "7"]
    assert page.sum.text() == SUM
    click(page.strip.only_problems)
    assert len(texts(page.table.model_, 0)) == 6


def test_trouble_stands_below_the_name(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    model = page.table.model_
    assert model is not None
    assert page.table.delegate.told_in == 3
    words, refused = page.table.delegate.trouble(model.index(3, 3).data(ROW_ROLE))
    assert words.startswith("There is no name in this row")
    assert refused
    assert page.table.delegate.trouble(model.index(1, 3).data(ROW_ROLE)) == ("", False)


def test_the_list_is_taken_in_and_taken_back_as_a_whole(
    importing: RosterImportPage, course: str, story: Story, workspace: Workspace, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    before = history.recent(story.work, 1)[0].number
    take(page)
    assert importing.steps.currentWidget() is importing.result
    assert importing.result.title.text() == "3 people added to the list"
    assert importing.result.text.text() == SUM
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


def test_a_row_can_be_left_out_by_keyboard(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    page.table.choose(2)
    tick = page.row_card.leave_out
    assert tick is not None
    tick.setFocus()
    press(tick, Qt.Key.Key_Space)
    settle()
    assert fates(page)[0] == "not taken"
    assert page.sum.text() == "rows 6 = new 2 + known or double 1 + not taken 3"
    again = page.row_card.leave_out
    assert again is not None
    assert QApplication.focusWidget() is again
    press(again, Qt.Key.Key_Space)
    assert page.sum.text() == SUM


def test_a_double_can_be_another_person(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path))
    page.table.choose(6)
    assert page.row_card.choices["same"].isChecked()
    click(page.row_card.choices["other"])
    assert fates(page)[4] == "new"
    assert page.accept.text() == "Import 4 people (unanswered as new: 1)"
    take(page)
    assert len(enrolments.list_enrolments(story.work, course)) == 4


def test_namesakes_are_kept_apart_for_good_and_told_apart(
    importing: RosterImportPage, workspace: Workspace, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("№", "Ному насаб", "Рутба", "Шуъба", "Соли таваллуд")
    rows = [
        (number, "Бобоев Фаррух", "майор", "ШВКД Рӯдакӣ", year)
        for number, year in (("1", "1985"), ("2", "1991"))
    ]
    page = read(importing, write_list(tmp_path, rows, heading))
    page.table.choose(3)
    assert "1985" in page.row_card.choices["same"].accessibleDescription()
    click(page.row_card.choices["other"])
    take(page)
    settle()
    (pair,) = joining.joins_of(story.work).apart
    assert {people.get_person(story.work, key).birth_year for key in pair.people} == {1985, 1991}
    model = participants_of(workspace, course).list.model
    assert [model.index(row, 1).data() for row in range(2)] == ["Бобоев Фаррух, 1985", "Бобоев Фаррух, 1991"]


def test_a_missing_sex_is_decided_for_one_row_or_for_all(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    rows = [*LIST[:3], ("6", "Эмомова Ҷамила Саидовна", "майор", "ШКД н. Сино", "")]
    page = read(importing, write_list(tmp_path, rows))
    page.table.choose(4)
    switch = page.row_card.sex
    assert switch is not None
    assert switch.value() == Sex.UNKNOWN.value
    click(switch.button(Sex.FEMALE.value))
    for_all = page.strip.for_all[RowRepair.SEX]
    assert for_all.text().endswith(": 2")
    click(for_all)
    take(page)
    sexes = {each.person.given: each.person.sex for each in enrolments.list_enrolments(story.work, course)}
    # What was decided for the row itself counts.
    assert (sexes["Алишер"], sexes["Ҷамила"]) == (Sex.FEMALE, Sex.FEMALE)


def test_known_people_are_proposed_with_reasons(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    known = people.search(story.work, "Раҳимов")[0].key
    people.change_person(story.work, known, {"patronymic": "Файзуллоевич", "unit": "ШКД н. Рашт"})
    rows = [("1", "Рахимов Некруз Файзуллоевич", "капитан", "ОВД р-на Рашт", "М")]
    page = read(importing, write_list(tmp_path, rows))
    assert fates(page) == ["who is it?"]
    choices = page.row_card.choices
    assert list(choices) == [known, NEW]
    assert not any(choice.isChecked() for choice in choices.values()), "nobody has said it yet"
    assert page.questions.text() == "Questions without an answer: 1"
    click(choices[NEW])
    assert fates(page) == ["new"]
    assert page.questions.isHidden()
    choices = page.row_card.choices
    why = find(page.row_card, QLabel, "import_row_why_0").text().splitlines()
    assert len(why) > 1
    assert any("Рахимов – Раҳимов" in line for line in why)
    click(choices[known])
    assert fates(page) == ["known"]
    assert page.sum.text() == "rows 1 = new 0 + known or double 1 + not taken 0"
    assert page.accept.text() == "Import one person"
    take(page)
    assert [each.person.key for each in enrolments.list_enrolments(story.work, course)] == [known]
    assert people.get_person(story.work, known).rank == "captain"


def test_a_newer_rank_is_taken_only_when_ticked(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    known = people.search(story.work, "Азизов")[0].key
    people.change_person(story.work, known, {"patronymic": "Бахтиёрович", "rank": "lieutenant"})
    page = read(importing, write_list(tmp_path, LIST[:1]))
    assert fates(page) == ["known"]
    differs = find(page.row_card, QLabel, "import_row_differs_rank")
    assert differs.text() == "Rank: “Lieutenant” stays, not “Captain”"
    assert page.strip.newer.isVisible()
    click(page.strip.newer)
    settle()
    differs = find(page.row_card, QLabel, "import_row_differs_rank")
    assert differs.text() == "Rank: “Captain” stays, not “Lieutenant”"
    take(page)
    assert people.get_person(story.work, known).rank == "captain"


def test_repairs_can_be_left(importing: RosterImportPage, course: str, story: Story, tmp_path: Path) -> None:
    rows = [("1", "Ањмадов Фирўз Љўраевич", "", "ШКД ш. Хуҷанд", "М")]
    page = read(importing, write_list(tmp_path, rows))
    assert find(page.row_card, QLabel, "import_row_name").text() == "Аҳмадов Фирӯз Ҷӯраевич"
    tick = page.row_card.repairs[RowRepair.LEGACY]
    assert tick.isChecked()
    click(tick)
    settle()
    assert find(page.row_card, QLabel, "import_row_name").text() == "Ањмадов Фирўз Љўраевич"
    # Now it is offered for all rows, since it is not taken in this one.
    click(page.row_card.repairs[RowRepair.LEGACY])
    take(page)
    assert enrolments.list_enrolments(story.work, course)[0].person.family == "Аҳмадов"


def test_the_unit_of_a_row_is_corrected(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Кор", "Ҷой")
    rows = [("Шокиров Алишер Валиевич", "ШКД н. Сно", "Душанбе"), ("Пирова Шаҳноза", "ШКД н. Сно", "Ваҳдат")]
    page = read(importing, write_list(tmp_path, rows, heading))
    mean(page, 1, "unit")
    unit = find(page.row_card, QLineEdit, "import_row_unit")
    assert unit.text() == "ШКД н. Сно"
    unit.selectAll()
    type_text(unit, "  ШКД  н. Сино")
    press(unit, Qt.Key.Key_Return)
    settle()
    assert find(page.row_card, QLabel, "import_row_second").text() == "ШКД н. Сино"
    assert find(page.row_card, QLineEdit, "import_row_unit").hasFocus(), "the keyboard stays where it was"
    assert page.state is not None
    assert [page.state.row(number).unit for number in page.state.lines] == ["ШКД н. Сино", "ШКД н. Сно"]
    # It holds on while the column means the same; what another column says is no mistake of that kind.
    mean(page, 2, "duty_district")
    assert find(page.row_card, QLineEdit, "import_row_unit").text() == "ШКД н. Сино"
    mean(page, 1, "nothing")
    mean(page, 2, "unit")
    assert find(page.row_card, QLineEdit, "import_row_unit").text() == "Душанбе"
    find(page.row_card, QLineEdit, "import_row_unit").clear()
    type_text(find(page.row_card, QLineEdit, "import_row_unit"), "ШКД н. Сино")
    take(page)
    units = {each.person.family: each.person.unit for each in enrolments.list_enrolments(story.work, course)}
    assert units == {"Шокиров": "ШКД н. Сино", "Пирова": "Ваҳдат"}


def test_two_people_in_one_cell_wait_and_the_name_of_a_row_is_corrected(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Ҷинс")
    rows = [("Юсупов Анвар, Юсупова Зарина", "М"), ("Каримова Нигина (беременна)", "З")]
    page = read(importing, write_list(tmp_path, rows, heading))
    assert fates(page) == ["not taken", "new"]
    page.table.choose(2)
    assert "More than one person seems to stand in this cell" in problems(page)[0]
    assert page.row_card.findChildren(QLineEdit, "import_row_full_name") == []
    assert page.row_card.leave_out is not None
    click(page.row_card.leave_out)
    settle()
    name = find(page.row_card, QLineEdit, "import_row_full_name")
    assert name.text() == "Юсупов Анвар Юсупова Зарина"
    name.clear()
    press(name, Qt.Key.Key_Return)
    assert name.text() == "Юсупов Анвар Юсупова Зарина", "nobody is without a name"
    name.selectAll()
    type_text(name, " Анвар Юсупов")
    press(name, Qt.Key.Key_Return)
    settle()
    assert find(page.row_card, QLabel, "import_row_name").text() == "Юсупов Анвар"
    assert find(page.row_card, QLineEdit, "import_row_full_name").text() == "Юсупов Анвар"
    assert problems(page) == []
    page.table.choose(3)
    assert problems(page) == [
        "Ному насаб: What stands in brackets is not taken into the name: (беременна). "
        "If it is part of the name, write it without brackets."
    ]
    take(page)
    people_there = enrolments.list_enrolments(story.work, course)
    assert [each.person.name for each in people_there] == ["Юсупов Анвар", "Каримова Нигина"]


def mean(page: RosterPreviewPage, column: int, what: str) -> None:
    """Say what a column holds."""
    field = page.table.head.fields[column]
    field.setCurrentIndex(field.findData(what))
    field.activated.emit(field.currentIndex())
    settle()


def test_a_column_is_told_what_it_holds_and_remembered(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Кор", "Телефон")
    rows = [("Шокиров Алишер Валиевич", "н. Сино", "918 11 22 33")]
    page = read(importing, write_list(tmp_path, rows, heading))
    fields = page.table.head.fields
    assert [field.currentData() for field in fields] == ["name", "nothing", "nothing"]
    assert any("Телефон" in line for line in page.strip.notes.text().splitlines())
    mean(page, 1, "unit")
    assert find(page.row_card, QLabel, "import_row_second").text() == "н. Сино"
    take(page)
    assert enrolments.list_enrolments(story.work, course)[0].person.unit == "н. Сино"
    importing.open_for(course)
    other = write_list(tmp_path, [("Пирова Шаҳноза", "ш. Хуҷанд", "")], heading, "second.csv")
    page = read(importing, other)
    assert [field.currentData() for field in page.table.head.fields] == ["name", "unit", "nothing"]


def test_one_kind_is_held_by_one_column(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    fields = page.table.head.fields
    assert [field.currentData() for field in fields] == ["number", "name", "rank", "unit", "sex"]
    fields[2].setCurrentIndex(fields[2].findData("name"))
    fields[2].activated.emit(fields[2].currentIndex())
    settle()
    held = [field.currentData() for field in page.table.head.fields]
    assert held == ["number", "nothing", "name", "unit", "sex"]
    # Nobody has a rank for a name.
    assert page.sum.text().startswith("rows 6 = new 0")
    assert not page.accept.isEnabled()


def test_another_sheet_can_be_read(importing: RosterImportPage, tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Рӯйхат"
    second = book.create_sheet("Эҳтиёт")
    for sheet, names in ((first, ("Шокиров Алишер", "Пирова Шаҳноза")), (second, ("Тоирова Лола",))):
        sheet.append(["Ному насаб", "Ҷинс"])
        for name in names:
            sheet.append([name, "М" if name.startswith("Ш") else "З"])
    book.save(tmp_path / "two.xlsx")
    page = read(importing, tmp_path / "two.xlsx")
    assert page.strip.sheet.isVisible()
    assert page.strip.sheet.currentText() == "Рӯйхат"
    assert page.accept.text() == "Import 2 people (unanswered as new: 1)"
    page.strip.sheet.setCurrentIndex(1)
    page.strip.sheet.activated.emit(1)
    settle()
    assert page.strip.sheet.currentText() == "Эҳтиёт"
    assert page.accept.text() == "Import one person (unanswered as new: 1)"


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
    take(page)
    assert importing.result.title.text() == "0 people added to the list"
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
    click(tab.import_first)
    assert importing.steps.currentWidget() is importing.choose


def test_another_course_begins_anew(
    importing: RosterImportPage, workspace: Workspace, story: Story, course: str, tmp_path: Path
) -> None:
    read(importing, write_list(tmp_path))
    tab = participants_of(workspace, story.course)
    assert tab.pages.currentIndex() == 0
    click(tab.import_button)
    assert importing.steps.currentWidget() is importing.choose
    page = read(importing, write_list(tmp_path, LIST[1:2]))
    take(page)
    assert len(enrolments.list_enrolments(story.work, story.course)) == 26
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


TWINS = [
    ("1", "Каримова Нилуфар Саидовна", "лейтенант", "ШКД н. Сино", "З"),
    ("2", "Каримова Нилуфар Саидовна", "майор", "ШКД н. Варзоб", "З"),
    ("3", "Тоиров Лутфулло Ғиёсович", "майор", "ШКД н. Варзоб", "М"),
    ("4", "Тоиров Лутфуло Ғиёсович", "майор", "ШКД н. Варзоб", "М"),
]


def test_facts_and_letters_that_differ_are_asked_and_counted_beside_the_button(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path, TWINS))
    assert fates(page) == ["new", "who is it?", "new", "who is it?"]
    assert page.questions.text() == "Questions without an answer: 2"
    assert page.sum.text() == "rows 4 = new 2 + who is it? 2 + known or double 0 + not taken 0"
    assert page.accept.text() == "Import 4 people (unanswered as new: 2)"
    page.table.choose(2)
    click(page.questions)
    assert page.row_card.title.text() == "Row 3"
    assert any("Row 2 has the same name" in line for line in problems(page))
    assert any("“Major” here, “Lieutenant” there" in line for line in problems(page))
    choices = page.row_card.choices
    assert not choices["same"].isChecked()
    assert not choices["other"].isChecked()
    click(choices["other"])
    assert fates(page) == ["new", "new", "new", "who is it?"]
    click(page.questions)
    assert page.row_card.title.text() == "Row 5"
    click(page.row_card.choices["same"])
    assert fates(page) == ["new", "new", "new", "with row 4"]
    assert page.questions.isHidden()
    click(page.accept)
    assert len(enrolments.list_enrolments(story.work, course)) == 3
    assert importing.result.rows["open"].isHidden()


def test_what_was_not_answered_is_taken_as_somebody_new_and_told(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path, TWINS))
    click(page.accept)
    asked = find(importing.window(), ConfirmDialog, "import_open_question")
    assert asked.title.text() == "2 rows without an answer: who is it?"
    assert enrolments.list_enrolments(story.work, course) == []
    click(asked.yes)
    assert len(enrolments.list_enrolments(story.work, course)) == 4
    assert importing.result.rows["open"].isVisible()
    assert find(importing.result, QLabel, "import_result_open_value").text() == "2"


def test_open_questions_are_asked_about_once_and_lead_to_the_row(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    page = read(importing, write_list(tmp_path, TWINS))
    page.table.choose(2)
    click(page.accept)
    click(find(importing.window(), ConfirmDialog, "import_open_question").no)
    assert page.row_card.title.text() == "Row 3"
    assert enrolments.list_enrolments(story.work, course) == []
    click(page.accept)
    assert len(enrolments.list_enrolments(story.work, course)) == 4, "it asks once"


def change_column(page: RosterPreviewPage, place: int, column: str) -> None:
    field = page.table.head.fields[place]
    field.setCurrentIndex(field.findData(column))
    field.activated.emit(field.currentIndex())
    settle()


def test_decisions_outlive_a_correction_of_a_column(importing: RosterImportPage, tmp_path: Path) -> None:
    heading = ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс", "Телефон")
    rows = [(*row, f"91800000{row[0]}") for row in [*TWINS, ("5", "Эмомова Ҷамила Саидовна", "", "", "")]]
    rows.append(("6", "Норин Ким", "", "", "М", ""))
    page = read(importing, write_list(tmp_path, rows, heading))
    page.table.choose(5)
    click(page.row_card.choices["same"])
    page.table.choose(2)
    assert page.row_card.leave_out is not None
    click(page.row_card.leave_out)
    click(page.strip.for_all[RowRepair.SEX])
    click(page.strip.only_problems)
    shown = fates(page)
    page.table.choose(7)
    change_column(page, 5, "phone")
    assert fates(page) == shown
    assert page.strip.only_problems.isChecked()
    assert page.strip.for_all[RowRepair.SEX].isChecked()
    assert page.row_card.title.text() == "Row 7"
    assert "Asked anew" not in page.strip.notes.text()
    # An answer rests on the names; that a row is left out does not.
    change_column(page, 1, "remark")
    assert "Asked anew because of the column: 1 row" in page.strip.notes.text()


def test_what_was_settled_leaves_the_rows_with_a_problem(importing: RosterImportPage, tmp_path: Path) -> None:
    names = ("Одинаев Сорбон Рустамович", "Юнусов Фаррух Далерович", "Холова Мадина Умедовна")
    rows = [(str(at), name, "майор", "ШКД н. Сино", "") for at, name in enumerate(names, start=1)]
    page = read(importing, write_list(tmp_path, rows))
    only = page.strip.only_problems
    assert only.text() == "Only rows with a problem: 3"
    click(only)
    page.table.choose(3)
    assert page.row_card.sex is not None
    click(page.row_card.sex.button("male"))
    settle()
    assert only.text() == "Only rows with a problem: 2"
    assert texts(page.table.model_, 0) == ["2", "3", "4"], "the one that is worked on stays"
    assert page.row_card.title.text() == "Row 3"
    assert problems(page) == []
    page.table.choose(4)
    click(page.strip.for_all[RowRepair.SEX])
    assert only.text() == "Only rows with a problem: 0"
    assert texts(page.table.model_, 0) == ["4"]
    assert page.row_card.title.text() == "Row 4"
    assert only.isEnabled(), "it can be taken away"
    click(page.strip.for_all[RowRepair.SEX])
    assert texts(page.table.model_, 0) == ["2", "4"]
