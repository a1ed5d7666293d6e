"""Results in the window: the way there and back, figures with their people, items, ratings, sheets, files."""

import io
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from tests.actions.evaluated import SHEETS, hand_in
from tests.actions.sheets import enter_alone
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.driving import click, find, press, press_button, settle
from tests.ui.evaluation_parts import cut_heads
from tests.ui.result_parts import Evaluated, fill
from trainer_app.actions.evaluations import scores
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations.results.controls import ResultFormat
from trainer_app.ui.evaluations.results.page import ResultsPage
from trainer_app.ui.evaluations.screen import EvaluationsScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.table_models import KeyedTableModel
from trainer_app.ui.widgets.tables import TableView


@pytest.fixture
def made(story: Story) -> Evaluated:
    return fill(story)


@pytest.fixture
def page(workspace: Workspace, story: Story, made: Evaluated) -> ResultsPage:
    return open_page(workspace, story)


def open_page(workspace: Workspace, story: Story, part: str = "learning") -> ResultsPage:
    screen = workspace.open("evaluations", page="results", course=story.course, part=part)
    assert isinstance(screen, EvaluationsScreen)
    settle()
    return screen.results


def rows(table: TableView) -> list[list[str]]:
    model = table.model()
    return [
        [
            str(model.index(row, column).data() or "").replace("\xa0", " ")
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def column(table: TableView, name: str) -> list[str]:
    model = table.model()
    assert isinstance(model, KeyedTableModel)
    place = next(at for at, each in enumerate(model.columns) if each.name == name)
    return [row[place] for row in rows(table)]


def test_the_answer_stands_first_with_its_figures(page: ResultsPage) -> None:
    # Right of 3, before: 1 2 0 1 2 = 6 of 15; after: 2 3 1 1 1 = 8 of 15: 40 % and 53.33 %.
    view = page.learning
    assert (
        view.sentence.text().replace("\xa0", " ")
        == "13.3 percentage points more after the course: 40 % before, 53.3 % after."
    )
    figures = {
        line.code: line.value for line in (view.figures.row(at) for at in range(view.figures.rowCount()))
    }
    assert (figures["matched"], figures["losses"], figures["same"]) == ("5", "1", "1")
    assert figures["hake_g"] == "0.22"


def test_each_figure_opens_its_people(page: ResultsPage) -> None:
    view = page.learning
    assert column(view.people_table, "number") == ["1", "2", "3", "4", "5"]
    codes = [view.figures.key(at) for at in range(view.figures.rowCount())]
    view.figures_table.selectRow(codes.index("losses"))
    assert column(view.people_table, "number") == ["5"]
    assert column(view.people_table, "change") == ["−33.3"]
    assert view.behind.title.text() == "Scored lower after the course: 1 participant"
    view.figures_table.selectRow(codes.index("only_pre"))
    assert rows(view.people_table) == []


def test_the_chart_is_drawn_and_said_in_words(page: ResultsPage) -> None:
    chart = page.learning.chart
    assert "Pre-test" in chart.accessibleName()
    assert "60–70: 2" in chart.accessibleName()
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    chart.render(image)
    assert len({image.pixel(x, chart.height() // 2) for x in range(0, chart.width(), 3)}) > 2


def test_a_dark_window_draws_its_charts_anew(page: ResultsPage, theme: Theme) -> None:
    def ground() -> int:
        chart = page.learning.chart
        return page.grab().toImage().pixelColor(chart.mapTo(page, QPoint(2, 2))).lightness()

    assert ground() > 200
    theme.choose("dark")
    settle()
    assert ground() < 80


def test_pictures_stand_in_the_rows(page: ResultsPage) -> None:
    table = page.learning.people_table
    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    table.viewport().render(image)
    last = table.model().columnCount() - 1
    box = table.visualRect(table.model().index(0, last))
    assert len({image.pixel(x, box.center().y()) for x in range(box.left() + 12, box.right() - 12)}) > 2


def test_an_item_is_told_in_full(page: ResultsPage) -> None:
    page.tabs.setCurrentIndex(1)
    view = page.items
    assert column(view.table, "before") == ["80 %", "40 %", "0 %"]
    assert column(view.table, "after") == ["100 %", "40 %", "20 %"]
    view.table.selectRow(2)
    assert view.remark.text().startswith("Hard: fewer than three in ten")
    assert rows(view.options_table)[0][1:] == ["right", "0", "1"]
    assert column(view.table, "look")[0] == "easy, weak"


def test_statistics_of_items_are_there_for_whoever_asks(page: ResultsPage, workspace: Workspace) -> None:
    page.tabs.setCurrentIndex(1)
    view = page.items
    settle()
    places = [view.model.columns.index(each) for each in view.model.columns if each.name in ("d", "r")]
    assert [view.table.isColumnHidden(place) for place in places] == [True, True]
    assert not view.reliability.isVisible()
    workspace.window().resize(1920, 1000)
    settle()
    assert [view.table.isColumnHidden(place) for place in places] == [True, True], "room alone brings none"
    click(view.statistics)
    settle()
    assert [view.table.isColumnHidden(place) for place in places] == [False, False]
    assert column(view.table, "before") == ["0.80", "0.40", "0.00"]
    assert column(view.table, "after") == ["1.00", "0.40", "0.20"]
    assert view.reliability.isVisible()
    assert "Fewer than 30 papers" in view.reliability.text()
    click(view.statistics)
    assert column(view.table, "before") == ["80 %", "40 %", "0 %"]


def test_ratings_show_what_the_chosen_person_got(page: ResultsPage) -> None:
    page.tabs.setCurrentIndex(2)
    view = page.practical
    assert column(view.people_table, "mean") == ["4.5", "4", "3", "5"]
    view.people_table.selectRow(2)
    assert column(view.items_table, "own") == ["3 / 5", "–"]
    assert column(view.items_table, "mean") == ["4.25", "4.33"]


def picture_at(table: TableView, row: int) -> list[int]:
    """Return what is drawn in the picture of a row, pixel by pixel."""
    model = table.model()
    assert isinstance(model, KeyedTableModel)
    place = next(at for at, each in enumerate(model.columns) if each.name == "picture")
    box = table.visualRect(model.index(row, place)).adjusted(1, 1, -1, -1)
    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(0)
    table.clearSelection()
    table.viewport().render(image)
    return [image.pixel(x, y) for y in range(box.top(), box.bottom()) for x in range(box.left(), box.right())]


def test_results_are_sorted_by_their_numbers_and_each_keeps_its_picture(page: ResultsPage) -> None:
    table, model = page.learning.people_table, page.learning.people
    given = [model.key(row) for row in range(model.rowCount())]
    drawn = dict(zip(given, (picture_at(table, row) for row in range(len(given))), strict=True))
    assert len({tuple(each) for each in drawn.values()}) > 1
    for name in ("change", "gain", "after", "before"):
        at = next(place for place, each in enumerate(model.columns) if each.name == name)
        order = model.columns[at].order
        assert order is not None
        for falling in (False, True):
            table.sort_by(at)
            shown = [order(model.row(row)) for row in range(model.rowCount())]
            said = [each for each in shown if each is not None]
            assert said == sorted(said, reverse=falling)
            assert shown[: len(said)] == said, "what cannot be said stays last"
        assert {model.key(row): picture_at(table, row) for row in range(model.rowCount())} == drawn
    table.sort_by(model.columnCount() - 1)
    assert model.sorted_by == at, "a picture is no order"
    page.tabs.setCurrentIndex(1)
    page.items.table.sort_by(3)
    assert column(page.items.table, "after") == ["20 %", "40 %", "100 %"]
    assert page.items.remark.text().startswith("Easy"), "the question that was looked at is looked at"
    page.tabs.setCurrentIndex(2)
    view = page.practical
    view.people_table.sort_by(4)
    assert column(view.people_table, "mean") == ["3", "4", "4.5", "5"]
    view.items_table.sort_by(6)
    view.items_table.sort_by(6)
    assert column(view.items_table, "mean") == ["4.33", "4.25"]
    page.tabs.setCurrentIndex(3)
    page.feedback.table.sort_by(5)
    assert column(page.feedback.table, "top") == ["71.4 %", ""]


def test_feedback_shows_scales_and_open_answers(page: ResultsPage) -> None:
    page.tabs.setCurrentIndex(3)
    view = page.feedback
    assert column(view.table, "top") == ["71.4 %", ""]
    view.table.selectRow(0)
    assert [row[1] for row in rows(view.answers_table)] == ["0", "1", "1", "2", "3"]
    assert view.open.isHidden()
    view.table.selectRow(1)
    assert set(view.open.texts) == {row[3] for row in SHEETS if row[3]}
    assert not view.open.isHidden()
    assert view.answers_table.isHidden()


def test_too_few_sheets_are_hidden_and_why_is_said(workspace: Workspace, story: Story) -> None:
    fill(story, sheets=4)
    enter_alone(story.work)
    view = open_page(workspace, story, "feedback").feedback
    assert column(view.table, "median") == ["hidden", "hidden"]
    view.table.selectRow(1)
    assert "fewer than 5" in view.note.text()
    assert view.open.isHidden()
    assert "Ҳама чиз хуб буд" not in "".join(label.text() for label in view.findChildren(QLabel))


def test_a_sheet_that_comes_in_is_seen_at_once(
    page: ResultsPage, context: AppContext, story: Story, made: Evaluated
) -> None:
    page.tabs.setCurrentIndex(3)
    hand_in(story.work, made.sitting, [("5", ""), ("5", "")])
    context.do(scores.set_score, story.enrolments[9], Occasion.PRE, 1000, 2000)
    settle()
    assert column(page.feedback.table, "answers")[0] == "7", "what waits is not seen one by one"
    context.do(enter_alone)
    settle()
    assert column(page.feedback.table, "answers")[0] == "9"
    assert page.results is not None
    assert len(page.results.people) == 6


def test_the_way_from_a_tab_and_back(workspace: Workspace, story: Story, made: Evaluated) -> None:
    for tab, part in (("tests", 0), ("feedback", 3)):
        workspace.open("courses", course=story.course, tab=tab)
        settle()
        click(find(workspace, Button, f"{tab}_results"))
        settle()
        assert workspace.current() == "evaluations"
        screen = find(workspace, EvaluationsScreen, "screen_evaluations")
        assert screen.results is not None
        assert screen.results.tabs.currentIndex() == part
        press(screen.results, Qt.Key.Key_Escape)
        settle()
        assert workspace.current() == "courses"
        assert find(workspace, Button, f"{tab}_results").isVisible()


def test_the_way_from_the_list_and_back(workspace: Workspace, story: Story, made: Evaluated) -> None:
    screen = workspace.open("evaluations")
    assert isinstance(screen, EvaluationsScreen)
    settle()
    screen.courses.view.selectRow(0)
    click(screen.courses.buttons["open_results"])
    settle()
    assert screen.results is not None
    assert screen.results.isVisible()
    assert screen.results.results is not None
    assert screen.results.results.courses == ("DSH-1",)
    click(screen.results.back)
    settle()
    assert screen.courses.view.isVisible()


def test_other_scopes_are_one_choice_away(page: ResultsPage, made: Evaluated) -> None:
    page.scope.setCurrentIndex(page.scope.findData(f"form:{made.test}"))
    settle()
    assert page.results is not None
    assert page.results.title["en"] == "Қонун"
    assert page.results.feedback == ()
    assert page.feedback.body.currentWidget() is page.feedback.empty
    page.scope.setCurrentIndex(0)
    settle()
    assert page.header.title.text() == "All courses"
    assert page.results.learning.matched == 5


def test_files_are_written_and_read_back(page: ResultsPage, tmp_path: Path) -> None:
    for form in ResultFormat:
        path = tmp_path / f"results.{form.value}"
        page.save_to(form, "tg", path)
        assert path.stat().st_size > 500
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "results.xlsx").read_bytes()))
    assert "Ҳар нафар" in book.sheetnames


def test_the_workbook_in_which_nothing_runs_is_offered_first(page: ResultsPage) -> None:
    offered = [action.objectName() for action in page.save.list.actions()]
    assert offered[0] == "results_save_xlsx"
    assert "results_save_csv" in offered


def test_the_paper_is_shown_and_can_be_nameless(workspace: Workspace, page: ResultsPage) -> None:
    page.save.nameless.trigger()
    click(page.show_pdf)
    settle()
    assert workspace.paper.isVisible()
    assert workspace.paper.preview.page_count() >= 2


def test_a_file_that_is_there_is_not_written_over(
    page: ResultsPage, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "results.csv"
    path.write_text("mine")
    page.save_to(ResultFormat.CSV, "en", path)
    settle()
    assert path.read_text() == "mine"


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(page: ResultsPage, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    for part, view in enumerate((page.learning, page.items, page.practical, page.feedback)):
        page.tabs.setCurrentIndex(part)
        settle()
        assert view.isVisible()
        for table in view.findChildren(TableView):
            if table.isVisible():
                assert cut_heads(table) == [], table.objectName()
                assert table.horizontalScrollBar().maximum() == 0, table.objectName()
    assert page.minimumSizeHint().width() <= SMALLEST[0] - 196
    assert page.minimumSizeHint().height() <= SMALLEST[1]


def test_many_notes_lie_over_no_figure_on_a_low_screen(
    workspace: Workspace, page: ResultsPage, language: LanguageSwitch
) -> None:
    language.choose("tg")
    workspace.window().resize(1366, 620)
    view = page.learning
    view.notes.setText("\n".join([view.about.text()] * 4))
    view.notes.setVisible(True)
    settle()
    bottom = view.figures_table.mapTo(view.answer, view.figures_table.rect().bottomLeft()).y()
    assert bottom < view.about.mapTo(view.answer, QPoint(0, 0)).y()
    assert view.notes.height() >= view.notes.heightForWidth(view.notes.width())


def test_at_125_per_cent_the_picture_gives_way_to_the_names(workspace: Workspace, page: ResultsPage) -> None:
    table = page.learning.people_table
    workspace.window().resize(1366, 697)
    settle()
    assert not table.isColumnHidden(7)
    workspace.window().resize(1093, 583)
    settle()
    assert table.isColumnHidden(7)
    assert table.columnWidth(1) >= 150
    assert table.horizontalScrollBar().maximum() == 0
    page.tabs.setCurrentIndex(1)
    settle()
    assert page.items.table.columnWidth(1) >= 170


@in_turn("code", ["en", "ru", "tg"])
def test_at_150_per_cent_figures_of_the_feedback_stand_whole_beside_the_answers(
    workspace: Workspace, page: ResultsPage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    page.tabs.setCurrentIndex(3)
    workspace.window().resize(911, 512)
    settle()
    view = page.feedback
    columns = {each.name: place for place, each in enumerate(view.model.columns)}
    assert view.table.horizontalScrollBar().maximum() == 0
    assert cut_heads(view.table) == []
    gone = [name for name, place in columns.items() if view.table.isColumnHidden(place)]
    assert {"number", "question", "median", "top", "bottom"}.isdisjoint(gone)


def test_before_anything_was_keyed_in_each_part_says_what_to_do(workspace: Workspace, story: Story) -> None:
    page = open_page(workspace, story)
    for view in (page.learning, page.items, page.practical, page.feedback):
        assert view.body.currentWidget() is view.empty
    assert not page.show_pdf.isEnabled()


def test_models_keep_qts_rules(page: ResultsPage) -> None:
    view = page.learning
    models = (
        view.figures,
        view.people,
        page.items.model,
        page.items.options,
        page.practical.people,
        page.practical.items,
        page.feedback.model,
        page.feedback.answers,
        page.feedback.parts,
    )
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    page.refresh()
    assert all(tester.model() is not None for tester in testers)


def test_the_forms_of_a_file_are_a_menu(page: ResultsPage) -> None:
    press_button(page, "results_save")
    menu = QApplication.activePopupWidget()
    assert menu is page.save.list
    assert {f"results_save_{form.value}" for form in ResultFormat if form is not ResultFormat.PDF} <= {
        act.objectName() for act in menu.actions()
    }
    menu.close()
