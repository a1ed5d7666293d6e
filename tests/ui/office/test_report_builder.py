"""A report that is put together in the window: scope, table, charts, words, kept reports.

The ten questions of a donor, and how many presses from the open page answer each; a list to choose from costs
two, its opening and the choice. The tests press them and count; none may take more than `MOST`.

| question | presses |
|---|---|
| How many people were trained, and how many of them are women? | 0 |
| Who are they? | 1 |
| How many women were there in each district? | 5 |
| How much did women learn, how much men, and out of how many tests? | 1 |
| How many were there in each quarter? | 3 |
| What did my project reach? | 2 |
| What was planned, and what of it was reached? | 3 |
| What was done with my money, by all projects? | 3 |
| How does it look, for a slide? | 1 |
| What may I write into my annual report, in my language? | 3 |
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.documents.reading import pages
from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import click, press, press_button, settle, type_text
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.office import building
from trainer_app.domain.base import help_pages
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure, ReportExtent
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.report_builder import ReportView
from trainer_app.ui.office.report_controls import ReportFormat, report_bytes
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.widgets.table_models import ListTableModel
from trainer_app.ui.widgets.tables import TableView


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open a course at its end, of a project with a donor and targets, and a project without people."""
    with worlds.finished(tmp_path).open() as made:
        work = made.work
        project = projects.find_project(work, "DV18")
        draft = projects.draft_of_project(project)
        told = replace(
            draft,
            donor="Fund",
            field_of_work="Policing",
            partner=Texts(ru="Министерство", en="Ministry"),
            planned_participants=30,
            planned_women=12,
            planned_courses=2,
            planned_districts=1,
        )
        projects.change_project(work, project.key, told)
        other = projects.create_project(work, ProjectDraft("OTHER", Texts(en="Other"), donor="Bank")).key
        course = courses.get_course(work, made.course).course
        courses.change_course(work, made.course, replace(courses.draft_of(course), district="Сино"))
        day = course.first_day
        courses.create_course(work, CourseDraft("KHJ-1", Texts(en="Later"), day, day, other, town="Хуҷанд"))
        yield made


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ReportPage:
    page = ReportPage(context)
    qtbot.addWidget(page)
    page.resize(1120, 620)
    page.show()
    page.show_report()
    settle()
    return page


@pytest.fixture
def notices(context: AppContext) -> list[Notice]:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    return told


MOST = 5
TOLD = dict(re.findall(r"^\| (.+\?) \| (\d) \|$", __doc__, re.MULTILINE))
"""How many presses each question takes, as the text above says."""


class Presses:
    """Presses as a person does, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def answered(self, question: str) -> None:
        """Hold the presses up to now against what is told of a question."""
        assert self.count == int(TOLD[question]) <= MOST

    def on(self, widget: QWidget) -> None:
        """Press a button."""
        click(widget)
        settle()
        self.count += 1

    def choose(self, box: QComboBox, value: str) -> None:
        """Open a list and choose from it."""
        place = box.findData(value)
        assert place >= 0, f"{value} is not among the choices"
        self.on(box)
        assert box.view().isVisible(), "the list opens"
        box.view().setCurrentIndex(box.model().index(place, 0))
        press(box.view(), Qt.Key.Key_Return)
        settle()
        assert box.currentIndex() == place
        self.count += 1

    def line(self, table: TableView, model: ListTableModel[Any], key: str, column: int = 0) -> None:
        """Press a line of a list."""
        row = model.row_of(key)
        assert row is not None
        box = table.visualRect(model.index(row, column))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        settle()
        self.count += 1


@pytest.fixture
def hand() -> Presses:
    return Presses()


def value_of(page: ReportPage, code: str) -> str:
    place = page.model.row_of(code)
    assert place is not None
    return str(page.model.index(place, 1).data())


def table_of(page: ReportPage) -> list[list[str]]:
    """Return what the table shows, its heads first."""
    model = page.cross.model
    heads = [
        str(model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        for at in range(model.columnCount())
    ]
    rows = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return [heads, *rows]


def test_how_many_people_were_trained_and_how_many_are_women(page: ReportPage, hand: Presses) -> None:
    assert (value_of(page, "unique_persons"), value_of(page, "women")) == ("24", "8")
    hand.answered("How many people were trained, and how many of them are women?")


def test_who_are_they(page: ReportPage, hand: Presses) -> None:
    hand.line(page.table, page.model, "unique_persons")
    assert page.figure.rows.rowCount() == 24
    hand.answered("Who are they?")


def test_how_many_women_were_there_in_each_district(page: ReportPage, hand: Presses) -> None:
    hand.on(page.builder.views.button(ReportView.TABLE))
    hand.choose(page.builder.rows, SplitBy.DISTRICT)
    hand.choose(page.builder.columns, SplitBy.SEX)
    heads, first, total = table_of(page)
    assert heads == ["Venue district", "Women", "Men", "Total"]
    assert first == ["Sino", "8", "16", "24"]
    assert total[0] == "Total"
    hand.answered("How many women were there in each district?")


def test_how_much_did_women_and_men_learn(page: ReportPage, hand: Presses) -> None:
    hand.on(page.builder.views.button(ReportView.TABLE))
    heads, women, men, total = table_of(page)
    assert heads[-1] == "Gain in percentage points"
    told = building.report(page._context.work).figure("gain_points")
    assert told is not None
    assert total[-1].endswith(f"(n {told.n})")
    assert women[-1].startswith("+")
    counts = [int(line[-1].split("(n ")[1].rstrip(")")) for line in (women, men)]
    assert sum(counts) == told.n == 23
    hand.answered("How much did women learn, how much men, and out of how many tests?")


def test_how_many_were_there_in_each_quarter(page: ReportPage, hand: Presses) -> None:
    hand.on(page.builder.views.button(ReportView.TABLE))
    hand.choose(page.builder.rows, SplitBy.QUARTER)
    assert table_of(page)[1][:2] == ["Q4 2018", "24"]
    hand.answered("How many were there in each quarter?")


def test_what_did_my_project_reach_of_what_was_planned(page: ReportPage, hand: Presses, story: Story) -> None:
    hand.choose(page.controls.scope, f"project:{projects.find_project(story.work, 'DV18').key}")
    assert page.report is not None
    assert page.report.courses == ("DSH-1",)
    assert (value_of(page, "unique_persons"), value_of(page, "courses")) == ("24", "1")
    hand.answered("What did my project reach?")
    hand.on(page.builder.views.button(ReportView.TARGETS))
    targets = page.targets.model
    told = [[targets.index(row, at).data() for at in range(5)] for row in range(targets.rowCount())]
    assert told == [
        ["DV18", "Persons (each once)", "30", "24", "80\xa0%"],
        ["DV18", "Women (each once)", "12", "8", "66.7\xa0%"],
        ["DV18", "Courses with sessions held", "2", "1", "50\xa0%"],
        ["DV18", "Districts with courses", "1", "1", "100\xa0%"],
    ]
    assert page.targets.table.isVisible()
    hand.answered("What was planned, and what of it was reached?")
    page.controls.scope.setCurrentIndex(
        page.controls.scope.findData(f"project:{projects.find_project(story.work, 'OTHER').key}")
    )
    settle()
    assert page.targets.none.isVisible(), "nothing was planned there"
    assert page.targets.table.isHidden()


def test_what_was_done_with_my_money(page: ReportPage, hand: Presses) -> None:
    hand.on(page.controls.several)
    hand.line(page.scope_panel.table, page.scope_panel.model, "donors/Fund", 2)
    hand.on(page.scope_panel.accept_button)
    assert page.report is not None
    assert page.report.courses == ("DSH-1",)
    assert page.controls.scope.currentText() == "Chosen: 1"
    hand.answered("What was done with my money, by all projects?")


def test_how_does_it_look(page: ReportPage, hand: Presses) -> None:
    hand.on(page.builder.views.button(ReportView.CHARTS))
    said = page.charts.view.accessibleName()
    assert "October 2018: 24" in said
    assert "Women: 8, Men: 16" in said
    assert "Sino: 24" in said
    picture = page.charts.view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 900, 7) for y in range(0, 240, 7)}
    assert len(colours) > 2, "bars are drawn"
    hand.answered("How does it look, for a slide?")


def test_what_may_i_write_into_my_annual_report(page: ReportPage, hand: Presses) -> None:
    hand.on(page.builder.views.button(ReportView.WORDS))
    hand.on(page.words.language.button("ru"))
    hand.on(page.words.copy_sentence)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("24 человека (из них 8 женщин) приняли участие в одном учебном курсе «")
    assert "Душанбе; 15–18 октября 2018" in copied
    hand.answered("What may I write into my annual report, in my language?")
    assert page.words.told.text() == "Copied: paste it into your report."
    click(page.words.copy_paragraph)
    whole = QGuiApplication.clipboard().text()
    assert "донор: Fund; партнёр: Министерство." in whole
    assert whole.endswith("\n".join(page.words.notes.text().splitlines()))


def test_each_of_the_ten_questions_is_asked_and_counted() -> None:
    source = Path(__file__).read_text("utf-8")
    assert len(TOLD) == 10
    assert [each for each in TOLD if source.count(f'answered("{each}")') != 1] == []


# The rest


def test_a_cell_opens_the_list_behind_it_and_closes_again(page: ReportPage) -> None:
    page.builder.look(ReportView.TABLE)
    page.builder.columns.setCurrentIndex(page.builder.columns.findData(SplitBy.DISTRICT.value))
    settle()
    page.cross.table.setCurrentIndex(page.cross.model.index(0, 1))
    press(page.cross.table, Qt.Key.Key_Return)
    assert page.rows_panel.isVisible()
    assert page.rows_panel.title.text() == "Women · Sino"
    assert page.rows_panel.count.text() == "Participations: 8"
    assert page.rows_panel.rows.title.text() == "8 rows behind it"
    assert page.rows_panel.model.rowCount() == 8
    press_button(page, "report_behind_panel_accept")
    assert page.rows_panel.isHidden()
    # The name of a line opens nothing.
    page.cross.table.setCurrentIndex(page.cross.model.index(0, 0))
    press(page.cross.table, Qt.Key.Key_Return)
    assert page.rows_panel.isHidden()


def test_the_list_behind_a_cell_is_copied_saved_and_opened_as_others_are(page: ReportPage) -> None:
    page.builder.look(ReportView.TABLE)
    page.cross.table.setCurrentIndex(page.cross.model.index(0, 1))
    press(page.cross.table, Qt.Key.Key_Return)
    rows = page.rows_panel.rows
    press_button(page, "report_behind_copy")
    assert len(QGuiApplication.clipboard().text().splitlines()) == rows.model.rowCount() + 1
    rows.table.setCurrentIndex(rows.model.index(0, 0))
    for name, menu in (("open", rows.open_menu), ("save", rows.save_menu)):
        press_button(page, f"report_behind_{name}")
        assert menu.isVisible()
        menu.close()


def test_figures_of_the_table_are_chosen_from_a_menu(page: ReportPage) -> None:
    page.builder.look(ReportView.TABLE)
    press_button(page, "report_table_figures")
    assert page.builder.menu.isVisible()
    page.builder.menu.close()


def test_the_list_behind_hours_shows_hours_that_add_up_in_a_period_too(page: ReportPage) -> None:
    def hours() -> list[float]:
        rows = page.figure.rows
        return [float(rows.index(row, 4).data()) for row in range(rows.rowCount())]

    place = page.model.row_of("person_hours")
    assert place is not None
    page.table.setCurrentIndex(page.model.index(place, 0))
    assert len(hours()) == 24
    assert sum(hours()) == float(page.model.index(place, 1).data())
    page.controls.period.setChecked(True)
    page.controls.last.setDate(QDate(2018, 10, 15))
    settle()
    assert sum(hours()) == float(page.model.index(place, 1).data())
    assert max(hours()) < 18


def test_another_figure_stands_in_the_cells(page: ReportPage) -> None:
    page.builder.look(ReportView.TABLE)
    page.builder.columns.setCurrentIndex(page.builder.columns.findData(SplitBy.COURSE.value))
    assert page.cross.figure.currentData() == "participations"
    page.cross.figure.setCurrentIndex(page.cross.figure.findData("person_hours"))
    whole = building.report(page._context.work).figure("person_hours")
    assert whole is not None
    assert table_of(page)[-1][-1] == page.wording.figure_value(whole)
    # What is looked at stays when something else is asked for.
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.MONTH.value))
    assert page.cross.figure.currentData() == "person_hours"


def test_what_a_split_is_stands_below_the_table_and_at_the_boxes(page: ReportPage) -> None:
    page.builder.look(ReportView.TABLE)
    for box, by in ((page.builder.rows, SplitBy.RANK), (page.builder.columns, SplitBy.RANK_NOW)):
        box.setCurrentIndex(box.findData(by.value))
        assert box.toolTip() == page.wording.split_about(by.value)
        assert box.accessibleDescription() == box.toolTip()
    settle()
    lines = page.cross.notes.text().splitlines()
    assert lines[:2] == [
        "Rank: the rank that the person had at the course",
        "Rank now: the rank on the person's page today, for every course",
    ]
    told = [box.itemData(box.findData(by.value), Qt.ItemDataRole.ToolTipRole) for by in SplitBy]
    assert all(told)
    assert len(set(told)) == len(SplitBy), "each is told apart from all others"


def test_each_split_of_the_menu_is_explained_by_mouse_and_by_keys(page: ReportPage) -> None:
    press_button(page, "report_split")
    menu = page.controls.split_menu
    assert menu.isVisible()
    for by, action in page.controls.splits.items():
        menu.setActiveAction(action)
        assert QToolTip.text() == page.wording.split_about(by.value) == action.whatsThis()
    menu.close()


@in_turn("code", LANGUAGES)
def test_the_help_names_and_explains_every_split(
    page: ReportPage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    told = help_pages.page("splits", code).plain.casefold()
    for by in SplitBy:
        assert page.wording.split_name(by.value).casefold() in told


def test_places_are_looked_at_as_a_map(page: ReportPage, story: Story) -> None:
    page.builder.look(ReportView.TABLE)
    card = page.cross
    assert card.shown.isHidden(), "sex is no place"
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.TOWN.value))
    settle()
    assert card.shown.isVisible()
    assert card.figure.isHidden(), "every figure has its column"
    click(card.shown.button("map"))
    settle()
    assert card.map.isVisible()
    assert card.figure.isVisible()
    assert card.map.view.accessibleName() == "Map: Participations, town: Dushanbe\xa024"
    assert card.map.told.text() == "Outline of countries, for orientation only: Natural Earth"
    picture = card.map.view.grab().toImage()
    spots = ((x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3))
    assert len({picture.pixelColor(x, y).name() for x, y in spots}) > 3, "a circle, its name and the ground"
    card.figure.setCurrentIndex(card.figure.findData("women"))
    assert card.map.view.accessibleName().endswith("Dushanbe\xa08")
    assert page.report is not None
    assert page.report.mapped == "women", "what leaves has the same map, and nothing was counted for it"
    assert "Dushanbe 8" in " ".join(_pdf_text(page).replace("\xa0", " ").split())
    # A place opens the list behind it.
    card.map.table.setCurrentIndex(card.map.model.index(0, 0))
    press(card.map.table, Qt.Key.Key_Return)
    assert page.rows_panel.title.text() == "Dushanbe"
    assert page.rows_panel.model.rowCount() == 8
    page.rows_panel.dismiss()
    # What has no point is told, and is in the list.
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.DUTY_DISTRICT.value))
    settle()
    assert card.map.none.isVisible() != card.map.view.isVisible()
    assert card.map.told.isVisible()
    assert "Natural Earth" not in card.map.told.text(), "there is no map"
    # Without places there is the table alone.
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.SEX.value))
    settle()
    assert card.table.isVisible()
    assert card.shown.isHidden()
    click(page.builder.views.button(ReportView.TABLE))


def test_the_map_that_was_looked_at_is_kept_with_the_report(page: ReportPage, story: Story) -> None:
    page.builder.look(ReportView.TABLE)
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.TOWN.value))
    settle()
    page.cross.figure.setCurrentIndex(page.cross.figure.findData("completions"))
    kept = building.keep_layout(story.work, page._as_layout("Where"))
    assert kept.table.mapped == "completions"
    page.cross.figure.setCurrentIndex(0)
    page.open_layout(building.find_layout(story.work, "where"))
    settle()
    assert page.report is not None
    assert (page.cross.mapped(), page.report.mapped) == ("completions", "completions")


def _pdf_text(page: ReportPage) -> str:
    assert page.report is not None
    return "\n".join(pages(report_bytes(page.report, ReportFormat.PDF, "en")))


def test_figures_are_chosen_and_what_cannot_be_said_is_told(page: ReportPage) -> None:
    page.builder.look(ReportView.TABLE)
    page.builder.chosen["sessions_held"].setChecked(True)
    settle()
    assert page.builder.figures.text() == "Figures: 7"
    assert "Cannot be said by sex, so not in the table: women (each once), sessions held." in (
        page.cross.notes.text()
    )
    for action in page.builder.chosen.values():
        action.setChecked(False)
    settle()
    assert table_of(page)[0] == ["Sex"], "no figure is asked for"
    page.builder.rows.setCurrentIndex(0)
    assert page.cross.title.text() == "Total"


def test_nothing_is_read_again_for_another_split(page: ReportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("the courses are read again")

    monkeypatch.setattr("trainer_app.ui.office.reports.gather", refuse)
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.RANK.value))
    page.controls.period.setChecked(True)
    page.controls.last.setDate(QDate(2018, 10, 15))
    settle()
    assert page.report is not None
    assert page.report.extent.last == date(2018, 10, 15)
    assert page.report.table is not None
    assert page.report.table.rows == "rank"


def test_several_are_found_by_words_taken_and_let_go(page: ReportPage, story: Story) -> None:
    press_button(page, "report_several")
    panel = page.scope_panel
    assert panel.model.rowCount() == 7
    type_text(panel.search, "fund")
    assert [panel.model.row(row).key for row in range(panel.model.rowCount())] == ["donors/Fund"]
    panel.search.clear()
    for key in (f"projects/{projects.find_project(story.work, 'OTHER').key}", f"courses/{story.course}"):
        row = panel.model.row_of(key)
        assert row is not None
        panel.table.setCurrentIndex(panel.model.index(row, 0))
        press(panel.table, Qt.Key.Key_Space)
        assert panel.model.index(row, 0).data() == "taken"
    press_button(page, "report_scope_panel_accept")
    assert page.report is not None
    assert sorted(page.report.courses) == ["DSH-1", "KHJ-1"]
    assert page.controls.scope.currentText() == "Chosen: 2"
    press_button(page, "report_several")
    press_button(page, "report_scope_none")
    press_button(page, "report_scope_panel_accept")
    assert page.controls.extent() == ReportExtent()
    # One project alone is chosen in the list of all.
    press_button(page, "report_several")
    row = panel.model.row_of(f"projects/{projects.find_project(story.work, 'OTHER').key}")
    assert row is not None
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    press(panel.table, Qt.Key.Key_Space)
    press_button(page, "report_scope_panel_accept")
    assert page.controls.scope.currentText() == "OTHER · Other"


def test_a_report_is_kept_opened_renamed_and_removed(
    page: ReportPage, story: Story, notices: list[Notice]
) -> None:
    page.controls.several.click()
    page.scope_panel._taken = {"donors/Fund"}
    page.scope_panel.accept_button.click()
    page.controls.period.setChecked(True)
    page.controls.last.setDate(QDate(2018, 10, 16))
    page.builder.look(ReportView.TABLE)
    page.builder.columns.setCurrentIndex(page.builder.columns.findData(SplitBy.TOWN.value))
    press_button(page, "report_layouts")
    panel = page.layouts_panel
    assert not panel.open_button.isEnabled()
    type_text(panel.name, "Quarterly")
    press_button(page, "report_layouts_panel_accept")
    assert panel.isHidden()
    (kept,) = building.list_layouts(story.work)
    (told,) = notices
    assert (told.title, [each.words for each in told.offers]) == ("Kept: “Quarterly”", ["Open"])
    assert (kept.extent.donors, kept.extent.last) == (("Fund",), date(2018, 10, 16))
    asked = page.report
    # Something else is looked at, and the kept one brought back.
    page.controls.scope.setCurrentIndex(0)
    page.builder.columns.setCurrentIndex(0)
    page.builder.look(ReportView.FIGURES)
    settle()
    press_button(page, "report_layouts")
    press_button(page, "report_layout_open")
    assert page.report is not None
    assert asked is not None
    assert (page.report.extent, page.report.table) == (asked.extent, asked.table)
    # It is shown as it was kept, says which one it is, and leads back.
    assert page.body.currentWidget() is page._views[ReportView.TABLE]
    assert page.table.currentIndex().row() == 0
    assert page.kept.name.text() == "Kept report: “Quarterly”"
    page.builder.columns.setCurrentIndex(0)
    settle()
    assert page.kept.name.text() == "Kept report “Quarterly”, changed since it was opened"
    press_button(page, "report_kept_back")
    assert (page.kept.isHidden(), page.builder.views.value()) == (True, ReportView.FIGURES)
    assert page.report.extent.everything
    press_button(page, "report_layouts")
    type_text(panel.name, "Yearly")
    press_button(page, "report_layout_rename")
    assert [each.name for each in building.list_layouts(story.work)] == ["Yearly"]
    building.keep_layout(story.work, replace(kept, name="Other"))
    panel.open()
    type_text(panel.name, "yearly")
    press_button(page, "report_layout_rename")
    assert "under the name “yearly” already" in panel.told.text()
    panel.name.clear()
    press_button(page, "report_layout_remove")
    assert [each.name for each in building.list_layouts(story.work)] == ["Yearly"]


def test_what_is_built_is_in_every_file(page: ReportPage, tmp_path: Path) -> None:
    page.builder.columns.setCurrentIndex(page.builder.columns.findData(SplitBy.TOWN.value))
    settle()
    for form in ReportFormat:
        page.save(form, "en", tmp_path / f"report.{form.value}")
    document = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert sorted(document["extent"]) == ["courses", "donors", "fields", "first", "last", "projects"]
    assert (document["table"]["rows"], document["table"]["columns"]) == ("sex", "town")
    assert "sex,female,town,Душанбе,participations,8,count" in (tmp_path / "report.csv").read_text(
        "utf-8-sig"
    )


@in_turn("code", ["tg", "ru"])
def test_all_views_follow_the_language(page: ReportPage, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    page.show_report()
    for view in ReportView:
        page.builder.look(view)
        settle()
        assert page.minimumSizeHint().width() <= 1122
    for text in (
        page.builder.figures.text(),
        page.cross.notes.text(),
        page.words.title.text(),
        page.charts.title.text(),
        page.targets.title.text(),
        table_of(page)[1][0],
    ):
        assert not text.isascii()
    assert page.words.language.value() == code


def test_many_courses_show_figures_first_and_leave_only_once_it_is_known_what_is_open(
    qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch, make_context: MakeContext
) -> None:
    monkeypatch.setattr("trainer_app.ui.office.reports._AT_ONCE", 0)
    context = make_context(story.work, synchronous=False)
    page = ReportPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_report()
    assert not page.controls.save.isEnabled()
    qtbot.waitUntil(lambda: page.report is not None)
    qtbot.waitUntil(lambda: page.controls.save.isEnabled())
    assert page.report is not None
    assert page.report.open == building.report(story.work).open
    assert page.report.charts
    first = page.report
    # Another split is counted without looking for it again.
    monkeypatch.setattr("trainer_app.ui.office.reports.add_doubts", lambda *_args: pytest.fail("again"))
    page.builder.rows.setCurrentIndex(page.builder.rows.findData(SplitBy.TOWN.value))
    qtbot.waitUntil(lambda: page.report is not first and page.controls.save.isEnabled())
    assert page.report is not None
    assert (page.report.open, page.report.charts) == (first.open, first.charts)
    context.jobs.wait()


def test_stop_ends_the_search_for_what_is_open_and_the_figures_stay(
    qtbot: QtBot,
    story: Story,
    language: LanguageSwitch,
    monkeypatch: pytest.MonkeyPatch,
    make_context: MakeContext,
) -> None:
    monkeypatch.setattr("trainer_app.ui.office.reports._AT_ONCE", 0)
    language.choose("en")
    context = make_context(story.work, synchronous=False)
    page, told = ReportPage(context), []
    qtbot.addWidget(page)
    page.show()
    context.failed.connect(told.append)

    def stop(title: str) -> None:
        if title == "Looking for what is open":
            context.jobs.cancel()

    context.jobs.started.connect(stop)
    page.show_report()
    qtbot.waitUntil(lambda: bool(told))
    assert [error.code for error in told] == ["cancelled"]
    assert page.report is not None
    assert page.report.figures
    assert not page.report.charts
    assert not page.controls.save.isEnabled()
    assert page.again.isVisible()
    assert "it can be saved once that is done" in page.notes.text()
    # Once more, and then it is looked for to the end.
    click(page.again)
    assert page.again.isHidden(), "it is being looked for"
    qtbot.waitUntil(lambda: len(told) == 2)
    assert page.again.isVisible()
    context.jobs.started.disconnect(stop)
    click(page.again)
    qtbot.waitUntil(lambda: page.controls.save.isEnabled())
    assert page.again.isHidden()
    assert "once that is done" not in page.notes.text()
    assert page.report.open == building.report(story.work).open
    assert page.report.charts
    context.jobs.wait()


def test_building_and_reporting_at_once_are_the_same(story: Story) -> None:
    material = building.gather(story.work)
    assert building.build(story.work, material) == building.report(story.work)


def test_places_stand_by_letter_in_the_language_of_the_window(
    page: ReportPage, language: LanguageSwitch
) -> None:
    def line(name: str, people: int) -> CrossLine:
        return CrossLine(name, ((Figure("unique_persons", people),),))

    counted = (line("Ванҷ", 1), line("Исфара", 2), line("Хоруғ", 3), line("Шаҳритус", 4), line("", 5))
    page.cross.show_table(CrossTable("district", "", ("unique_persons",), (), counted, line("", 15)))
    seen = {}
    for code in LANGUAGES:
        language.choose(code)
        settle()
        seen[code] = [each[0] for each in table_of(page)[1:]]
    assert seen["en"][:4] == ["Isfara", "Khorugh", "Shahritus", "Vanj"]
    assert seen["tg"][:4] == ["Ванҷ", "Исфара", "Хоруғ", "Шаҳритус"]
    language.choose("en")
    settle()
    assert [each[1] for each in table_of(page)[1:]] == ["2", "3", "4", "1", "5", "15"]
