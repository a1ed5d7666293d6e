"""The rows behind a figure and the other lists of a report: units, sorting, opening, copying, saving."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.driving import click, press, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import reports
from trainer_app.actions.office.drilldown import DrilldownRow
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import Figure, Unit
from trainer_app.ui.attendance.tab import AttendanceTab
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.report_builder import ReportView
from trainer_app.ui.office.report_choices import ListMenu
from trainer_app.ui.office.report_rows import FigureRows
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.tables import TableView


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, story: Story) -> Iterator[ReportPage]:
    attendance.mark(story.work, story.enrolments[1], story.sessions[0], Mark.LATE, 45)
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.resize(1120, 560)
    made.show()
    made.show_report()
    settle()
    yield made
    QGuiApplication.clipboard().clear()


def rows_of(page: ReportPage, code: str) -> FigureRows:
    """Choose a figure; return the list behind it."""
    place = page.model.row_of(code)
    assert place is not None
    page.table.setCurrentIndex(page.model.index(place, 0))
    return page.figure.below


def column(rows: FigureRows, place: int) -> list[str]:
    return [str(rows.model.index(row, place).data()) for row in range(rows.model.rowCount())]


def head(rows: FigureRows) -> str:
    return str(rows.model.headerData(4, Qt.Orientation.Horizontal))


def test_what_is_not_stated_says_how_to_fill_it_in_and_leads_there(
    page: ReportPage, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(context, "go", lambda screen, **shown: places.append((screen, shown)))
    page.controls.splits[SplitBy.DUTY_DISTRICT].setChecked(True)
    settle()
    rows = rows_of(page, "participations")
    card = page.figure
    lacking = [
        row
        for row in range(card.parts.rowCount())
        if card.parts.row(row).by == "duty_district" and card.parts.row(row).words == "Not stated"
    ]
    assert lacking, [card.parts.row(row).words for row in range(card.parts.rowCount())]
    assert "To fill in what is not stated" in card.about.text()
    assert "press Edit there" not in card.about.text(), "the whole figure"
    card.parts_table.setCurrentIndex(card.parts.index(lacking[0], 0))
    settle()
    assert card.about.isVisible()
    assert "press Edit there" in card.about.text()
    assert "To fill in what is not stated" not in card.about.text(), "it is chosen"
    rows.table.setCurrentIndex(rows.model.index(0, 0))
    rows.open_first()
    ((screen, shown),) = places
    assert (screen, shown["tab"], bool(shown["enrolment"])) == ("courses", "participants", True)


@pytest.mark.parametrize(("code", "unit"), [("person_hours", "Hours"), ("person_days", "Days")])
def test_the_rows_of_hours_and_days_say_hours_and_days_and_add_up(
    page: ReportPage, code: str, unit: str
) -> None:
    rows = rows_of(page, code)
    assert head(rows) == unit
    assert page.report is not None
    figure = page.report.figure(code)
    assert figure is not None
    assert figure.shown is not None
    given = [row.amount.shown for row in map(rows.model.row, range(rows.model.rowCount())) if row.amount]
    assert sum(value for value in given if value is not None) == figure.shown
    assert not any("%" in text for text in column(rows, 4))


def test_a_part_adds_up_to_its_own_number(page: ReportPage) -> None:
    rows = rows_of(page, "person_hours")
    page.figure.parts_table.setCurrentIndex(page.figure.parts.index(1, 0))
    part = page.figure.parts.row(1).figure
    given = [rows.model.row(place).amount for place in range(rows.model.rowCount())]
    assert sum(each.shown or 0 for each in given if each) == part.shown


def test_scores_and_gains_say_their_points(page: ReportPage, story: Story) -> None:
    for place, (before, after) in enumerate([(800, 1600), (1000, 900), (2000, 2000)]):
        scores.set_score(story.work, story.enrolments[place], Occasion.PRE, before, 2000)
        scores.set_score(story.work, story.enrolments[place], Occasion.POST, after, 2000)
    page.show_report()
    rows = rows_of(page, "gain_points")
    assert (head(rows), sorted(column(rows, 4))) == ("Change, points", ["+40", "0", "−5"])
    assert head(rows_of(page, "post_mean")) == "Result, %"
    rows = rows_of(page, "losses")
    assert column(rows, 4) == ["−5"], "only who lost"
    assert sorted(column(rows_of(page, "mean_individual_g"), 4)) == ["0.67", "–", "−0.10"]


def test_the_list_is_sorted_by_the_size_of_its_numbers(page: ReportPage) -> None:
    rows = rows_of(page, "person_hours")
    rows.table.sort_by(4)
    first = rows.model.row(0).amount
    last = rows.model.row(rows.model.rowCount() - 1).amount
    assert first is not None
    assert last is not None
    assert (first.shown or 0) < (last.shown or 0)
    rows.table.sort_by(4)
    assert rows.model.row(0).amount == last


def test_three_rows_are_seen_also_with_a_period(page: ReportPage) -> None:
    rows = rows_of(page, "person_hours")
    page.controls.period.setChecked(True)
    settle()
    assert rows.table.viewport().height() >= 3 * rows.table.rowHeight(0)


def test_it_is_copied_as_a_spreadsheet_takes_it(page: ReportPage) -> None:
    rows = rows_of(page, "person_hours")
    click(rows.copy_button)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Name", "Rank", "Unit", "Course", "Hours"]
    assert len(lines) == 1 + rows.model.rowCount()
    float(lines[1].split("\t")[4])
    rows.table.selectRow(2)
    press(rows.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == lines[3]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_it_is_saved_and_noted(
    page: ReportPage, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    rows = rows_of(page, "person_hours")
    path = tmp_path / f"list.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    click(rows.save_button)
    rows.files[form].trigger()
    rows.save_menu.close()
    assert path.stat().st_size > 100
    if form == "xlsx":
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        cells = list(sheet.iter_rows(values_only=True))
        assert [cells[0][0], cells[0][4]] == ["Name", "Hours"]
        assert all(isinstance(row[4], int | float) for row in cells[1:]), "numbers are numbers"
    (release,) = reports.releases(story.work)
    assert (release.form, release.people) == (form, rows.model.rowCount())


@pytest.mark.parametrize(
    ("unit", "value", "shown", "number"),
    [
        (Unit.MINUTES, 95, "#,##0.00", 95 / 60),
        (Unit.POINTS, -5165, "+0.0;-0.0;0.0", -51.65),
        (Unit.PERCENT, 8333, "0.0", 83.33),
        (Unit.GAIN, 4567, "0.00", 0.4567),
    ],
)
def test_a_saved_list_shows_numbers_as_the_window_does(
    page: ReportPage, tmp_path: Path, unit: Unit, value: int, shown: str, number: float
) -> None:
    rows = rows_of(page, "person_hours")
    line = DrilldownRow("one", "Азизов Фаррух", amount=Figure("change", value, unit))
    rows._reader = lambda _keys: {"one": line}
    rows.model.set_keys(["one"])
    rows.save(tmp_path / "list.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    cell = sheet.cell(2, 5)
    assert cell.value == pytest.approx(number)
    assert cell.number_format == shown


def test_a_list_of_courses_names_nobody_and_is_not_noted(
    page: ReportPage, story: Story, tmp_path: Path
) -> None:
    rows = rows_of(page, "courses")
    rows.save(tmp_path / "courses.csv")
    assert (tmp_path / "courses.csv").is_file()
    assert reports.releases(story.work) == []


def went(qtbot: QtBot, context: AppContext, act: Any) -> tuple[str, dict[str, Any]]:
    """Return where something leads."""
    with qtbot.waitSignal(context.place_requested) as asked:
        act()
    assert asked.args is not None
    return asked.args[0], asked.args[1]


def test_a_row_opens_what_it_is(qtbot: QtBot, page: ReportPage, context: AppContext, story: Story) -> None:
    for enrolment in story.enrolments:
        scores.set_score(story.work, enrolment, Occasion.POST, 1900, 2000)
    certificates.issue(story.work, story.course)
    page.show_report()
    listed = {
        each.enrolment.key: each.person.key for each in enrolments.list_enrolments(story.work, story.course)
    }
    first = {
        "person_hours": ("courses", "attendance"),
        "unique_persons": ("people", None),
        "certificates": ("courses", "certificates"),
        "sessions_held": ("courses", "attendance"),
        "tests_only_post": ("courses", "tests"),
        "courses": ("courses", "overview"),
    }
    for code, (screen, tab) in first.items():
        rows = rows_of(page, code)
        rows.table.setCurrentIndex(rows.model.index(0, 0))
        shown, place = went(qtbot, context, lambda rows=rows: press(rows.table, Qt.Key.Key_Return))
        assert (shown, place.get("tab")) == (screen, tab), code
        if code == "person_hours":
            assert place["enrolment"] in listed
        if screen == "people":
            assert place["person"] in listed.values()


def test_every_way_of_a_row_is_offered_in_its_menu(
    qtbot: QtBot, page: ReportPage, context: AppContext
) -> None:
    rows = rows_of(page, "participations")
    rows.table.setCurrentIndex(rows.model.index(0, 0))
    settle()
    click(rows.open_button)
    offered = {name for name, action in rows.ways.items() if action.isVisible()}
    assert offered == {"marks", "list", "person", "tests", "certificates", "course"}
    for name, action in rows.ways.items():
        screen, _ = went(qtbot, context, action.trigger)
        assert screen == ("people" if name == "person" else "courses")
    rows.open_menu.close()
    rows = rows_of(page, "courses")
    rows.table.setCurrentIndex(rows.model.index(0, 0))
    settle()
    click(rows.open_button)
    assert {name for name, action in rows.ways.items() if action.isVisible()} == {"course"}
    rows.open_menu.close()


def test_the_marks_open_at_the_person(workspace: Workspace, story: Story) -> None:
    workspace.context.go("courses", course=story.course, tab="attendance", enrolment=story.enrolments[6])
    settle()
    tab = workspace.findChild(AttendanceTab)
    assert tab is not None
    assert tab.page is not None
    row = tab.page.view.place[0]
    assert tab.page.marking.model.rows[row].enrolment == story.enrolments[6]


@pytest.fixture
def seen(workspace: Workspace, window: MainWindow) -> Workspace:
    """Show the window, with another screen in sight than that of the courses."""
    show(window)
    workspace.open("today")
    settle()
    return workspace


def certificates_at(workspace: Workspace, course: str, enrolment: str) -> CertificatesTab:
    """Go to what one participant got, from the screen that is open."""
    workspace.open("today")
    workspace.context.go("courses", course=course, tab="certificates", enrolment=enrolment)
    settle()
    tab = workspace.findChild(CertificatesTab)
    assert tab is not None
    assert tab.isVisible()
    return tab


def test_a_certificate_opens_at_the_person_in_the_register(seen: Workspace, story: Story) -> None:
    for enrolment in story.enrolments:
        scores.set_score(story.work, enrolment, Occasion.POST, 1900, 2000)
    issued = certificates.issue(story.work, story.course).certificates
    certificates.void(story.work, issued[0].serial, "left")
    for enrolment in (issued[-1].enrolment, issued[0].enrolment):
        tab = certificates_at(seen, story.course, enrolment)
        assert tab.switch.value() == "register"
        assert [each.enrolment for each in tab.register.selection.rows()] == [enrolment]


def test_who_has_no_certificate_is_chosen_among_the_results(seen: Workspace, story: Story) -> None:
    for enrolment in (story.enrolments[4], story.enrolments[3]):
        tab = certificates_at(seen, story.course, enrolment)
        assert tab.switch.value() == "board"
        assert [line.row.enrolment for line in tab.board.selection.rows()] == [enrolment]


# The other lists of a report


@pytest.fixture
def lists(page: ReportPage, story: Story) -> dict[str, TableView]:
    """Give each list of a report by its name, with what a project planned; the table is of districts."""
    planned = ProjectDraft("DV18", Texts(en="Project"), planned_participants=30, planned_women=12)
    project = projects.create_project(story.work, planned).key
    course = courses.get_course(story.work, story.course).course
    courses.change_course(story.work, story.course, replace(courses.draft_of(course), project=project))
    for enrolment, place in zip(story.enrolments, ("Сино", "Хуҷанд", "Хуҷанд", "Хоруғ"), strict=False):
        person = enrolments.get_enrolment(story.work, enrolment).person
        people.change_person(story.work, person, {"duty_district": place})
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.DUTY_DISTRICT.value))
    page.show_report()
    tables = (page.table, page.figure.parts_table, page.cross.table, page.cross.map.table, page.targets.table)
    return {table.objectName(): table for table in tables}


def rows_shown(table: TableView) -> list[list[str]]:
    """Return what a list shows, and so copies, without its heads."""
    return [
        line.split("\t") for line in table.copied(range(table.model().rowCount()), heads=False).split("\n")
    ]


def number_of(text: str) -> float:
    found = re.match(r"[+−]?[\d.]+", text.replace(" ", ""))
    return float(found[0].replace("−", "-")) if found else float("inf")


def press_head(table: TableView, column: int) -> None:
    """Press a heading where it is drawn, the list being in sight or not."""
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def in_sight(page: ReportPage, name: str) -> None:
    """Look at the view that a list is in."""
    views = {"report_targets_table": ReportView.TARGETS, "report_cross": ReportView.TABLE}
    page.builder.look(views.get(name, ReportView.FIGURES))
    if name == "report_map_places":
        page.builder.look(ReportView.TABLE)
        click(page.cross.shown.button("map"))
    settle()


LISTS = {
    "report_figures_table": (1, 0, 0),
    "report_parts": (2, 1, 0),
    "report_cross": (1, 0, 1),
    "report_map_places": (1, 0, 0),
    "report_targets_table": (2, 0, 0),
}
"""Lists of a report: a column of numbers, how many lines stay above, how many below."""


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_by_its_numbers_and_totals_stay(
    page: ReportPage, lists: dict[str, TableView], name: str
) -> None:
    table, (column, above, below) = lists[name], LISTS[name]
    in_sight(page, name)
    given = rows_shown(table)
    end = len(given) - below
    assert end - above >= 2, "there is something to sort"
    numbers = sorted(number_of(row[column]) for row in given[above:end])
    said = [each for each in numbers if each != float("inf")]
    unsaid = numbers[len(said) :]
    for order in (said, said[::-1]):
        press_head(table, column)
        now = rows_shown(table)
        assert [number_of(row[column]) for row in now[above:end]] == [*order, *unsaid]
        assert (now[:above], now[end:]) == (given[:above], given[end:])
    press_head(table, column)
    assert rows_shown(table) == given, "a third press brings back the usual order"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_copied_and_saved_by_its_menu(
    page: ReportPage,
    lists: dict[str, TableView],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    table, column = lists[name], LISTS[name][0]
    in_sight(page, name)
    table.selectRow(0)
    table.sort_by(column)
    shown = rows_shown(table)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t") in shown
    menu = table.findChild(ListMenu)
    assert menu is not None
    table.customContextMenuRequested.emit(table.visualRect(table.model().index(0, 0)).center())
    assert menu.isVisible()
    menu.copy_rows.trigger()
    assert QGuiApplication.clipboard().text().split("\t") in shown
    menu.copy_all.trigger()
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert copied[1:] == shown
    for form, action in menu.files.items():
        path = tmp_path / f"list.{form}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        action.trigger()
    menu.close()
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert [line[0] for line in lines] == [line[0] for line in copied]
    assert [each for each in lines[0] if not each.endswith(", n")] == copied[0]
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    cells = [row[column] for row in sheet.iter_rows(values_only=True, min_row=2)]
    assert len(cells) == len(shown)
    for cell, row in zip(cells, shown, strict=True):
        said = number_of(row[column])
        assert cell is None if said == float("inf") else cell == pytest.approx(said, abs=0.05)


def test_a_list_that_is_sorted_stays_so_when_another_period_is_counted(
    page: ReportPage, lists: dict[str, TableView]
) -> None:
    page.table.sort_by(1)
    place = page.model.row_of("women")
    assert place is not None
    page.table.selectRow(place)
    page.cross.table.sort_by(1)
    page.controls.period.setChecked(True)
    page.controls.last.setDate(QDate(2018, 10, 15))
    settle()
    assert page.model.key(page.table.currentIndex().row()) == "women", "what is looked at stays"
    assert page.figure.title.text() == page.wording.figure_name("women")
    assert page.cross.model.sorted_by == 1
    assert rows_shown(page.cross.table)[-1][0] == "Total"
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.SEX.value))
    settle()
    assert page.cross.model.sorted_by == -1, "another table stands in its own order"


def test_its_words_follow_the_language(page: ReportPage, language: LanguageSwitch) -> None:
    rows = rows_of(page, "person_hours")
    language.choose("tg")
    settle()
    assert head(rows) == "Соатҳо"
    assert rows.save_button.text() == "Сабт ҳамчун…"
