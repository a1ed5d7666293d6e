"""The room of a report: what is in sight on a cheap laptop, in a low and narrow window, and nothing cut."""

from unittest.mock import patch

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot

from tests.cut_texts import go_to_list, lay_out, rows_in_sight
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, press, press_button, settle, show
from tests.ui.office_parts import context, screen
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.office.counting import SplitBy
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.office.screen import TABS, OfficeScreen
from trainer_app.ui.style.tokens import CONTROL
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.flow import LowPage, PageStack
from trainer_app.ui.widgets.pages import FEWEST_ROWS

__all__ = ["context", "screen"]


CHEAP, SMALL, LARGE = QSize(1170, 706), QSize(618, 410), QSize(1720, 1000)
"""What the screen has of a cheap laptop, of 1024x700 at 150 % and of a large screen."""


def reports(screen: OfficeScreen, size: QSize = CHEAP) -> ReportPage:
    """Show the reports in a room of a size."""
    screen.show_place(tab="reports")
    lay_out(screen, size)
    return screen.reports


def page_bar(screen: OfficeScreen) -> QScrollBar:
    """Return the bar by which the whole page of reports scrolls."""
    return find(screen, QScrollArea, "report_page_page").verticalScrollBar()


@pytest.mark.parametrize("code", LANGUAGES)
def test_figures_have_the_room_of_a_cheap_laptop(
    code: str, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S3: filters, notes and heads took half of it, and the page scrolled beside three lists that do."""
    language.choose(code)
    page = reports(screen)
    bar = page.builder
    assert page_bar(screen).maximum() == 0
    assert rows_in_sight(page.table) >= 10
    assert rows_in_sight(page.figure.parts_table) >= FEWEST_ROWS, "the total, and each sex"
    assert rows_in_sight(page.figure.rows_table) >= FEWEST_ROWS
    assert bar.height() <= CONTROL + 12, "all stands in one low row"
    rare = [each for each in (page.open_data, *page.evidence.findChildren(Button)) if each.isVisible()]
    folded = [each.folded for each in rare]
    assert folded == sorted(folded), "as many keep their words as there is room for, the rarest goes first"
    assert any(folded) is (code != "en"), "English is short enough for all words"
    assert not page.open_data.folded
    assert all(each.toolTip() for each in rare if each.folded), "a drawing says what it is"
    lay_out(screen, LARGE)
    assert not page.open_data.folded, "with room it has its words"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("size", [QSize(1170, 635), QSize(846, 448)])
def test_what_a_report_is_about_and_its_files_stand_in_one_row(
    code: str, size: QSize, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S3: with approved courses "Show as PDF" stood on a row of its own on a cheap laptop."""
    language.choose(code)
    page = reports(screen, LARGE)
    controls = page.controls
    controls.basis.show()
    settle()
    whole = controls.split.text(), controls.show_pdf.text()
    assert not controls.save.folded
    lay_out(screen, size)
    assert controls.height() == CONTROL
    assert controls.scope.shown_text() == controls.scope.currentText(), "of what it is is never cut"
    said = [(each.text(), each.toolTip()) for each in (controls.split, controls.show_pdf)]
    assert all(words in each for words, each in zip(whole, said, strict=True)), "whole, or as a tip"
    assert (controls.split.accessibleName(), controls.show_pdf.accessibleName()) == whole
    if size.width() < 1000:
        assert controls.save.folded
        assert controls.save.toolTip() == controls.save.text(), "a drawing says what it is"
    else:
        assert page_bar(screen).maximum() == 0, "no page scrolls around lists that do"
    with patch.object(controls.save_menu, "popup") as opened:
        click(controls.save)
    assert opened.called, "it is pressed as before"


@pytest.mark.parametrize(
    ("code", "size"), [("ru", QSize(870, 764)), ("ru", QSize(870, 950)), ("tg", QSize(930, 690))]
)
def test_a_lower_window_comes_to_rest(
    code: str, size: QSize, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S1: the program hung or ended there: the card chose anew, or the bar of the page came and went."""
    language.choose(code)
    page = reports(screen, LARGE)
    for by in (SplitBy.RANK, SplitBy.DUTY_DISTRICT):
        page.controls.splits[by].setChecked(True)
    for button in (page.places, page.units, page.controls.basis):
        button.show()
    page.table.setCurrentIndex(page.model.index(5, 0))
    settle()
    lay_out(screen, size)
    parts, rows = page.figure.parts_table.height(), page.figure.rows_table.height()
    lay_out(screen, size)
    assert (page.figure.parts_table.height(), page.figure.rows_table.height()) == (parts, rows)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_figure_leaves_out_makes_no_page_scroll(
    code: str, screen: OfficeScreen, exchange: Exchange, language: LanguageSwitch
) -> None:
    """S3: with people who were named and never came one more line stood under the figure."""
    course = courses.list_courses(exchange.office)[0].course.key
    for name in ("Азизова Мадина", "Қодиров Шариф"):
        enrolments.add_by_name(exchange.office, course, name)
    listed = enrolments.list_enrolments(exchange.office, course)
    for session in courses.get_course(exchange.office, course).sessions:
        attendance.mark(exchange.office, listed[-1].enrolment.key, session.key, Mark.ABSENT)
    language.choose(code)
    page = reports(screen)
    assert page.report is not None
    told = page.report.figures[0].exclusions
    assert len(told) >= 2
    assert page.figure.about.isVisible()
    assert page_bar(screen).maximum() == 0
    assert rows_in_sight(page.figure.rows_table) >= FEWEST_ROWS


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_figure_of_which_much_is_said_makes_no_page_scroll_on_a_cheap_laptop(
    code: str, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S3: 1366x697 is left there; lines under a figure, and a part that is not stated, made it scroll."""
    language.choose(code)
    page = reports(screen, QSize(1170, 635))
    for by in (SplitBy.RANK, SplitBy.DUTY_DISTRICT):
        page.controls.splits[by].setChecked(True)
    settle()
    card, bar = page.figure, page_bar(screen)
    lines = set()
    for row in range(page.model.rowCount()):
        page.table.setCurrentIndex(page.model.index(row, 0))
        for part in range(card.parts.rowCount()):
            card.parts_table.setCurrentIndex(card.parts.index(part, 0))
            settle()
            lines.add(card.about.isVisible() and card.about.height() // card.about.fontMetrics().height())
            assert bar.maximum() == 0, (page.model.row(row).code, card.about.text())
            assert rows_in_sight(card.parts_table) >= min(FEWEST_ROWS, card.parts.rowCount()), (
                "not two of many"
            )
            assert card.rows_table.height() >= card.rows_table.height_of(2)
            assert card.about.height() >= card.about.heightForWidth(card.about.width()), "nothing is cut"
    assert max(lines) >= 2
    lay_out(screen, QSize(1170, 800))
    page.table.setCurrentIndex(page.model.index(0, 0))
    settle()
    assert rows_in_sight(card.parts_table) == min(6, card.parts.rowCount()), "with room there are more"


@pytest.mark.parametrize("size", [QSize(828, 638), QSize(715, 450), SMALL])
def test_five_rows_behind_a_figure_are_in_sight_where_the_page_scrolls(
    size: QSize, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S2: of 65 rows one was seen at 1024x700, and at 1366x768 with 150 %."""
    language.choose("tg")
    page = reports(screen, size)
    for by in (SplitBy.SEX, SplitBy.RANK, SplitBy.DUTY_DISTRICT, SplitBy.TOWN):
        page.controls.splits[by].setChecked(True)
    settle()
    rows = page.figure.rows_table
    if page.figure.below.folded:
        press_button(screen, "report_rows_list")
        rows = page.rows_panel.table
    go_to_list(rows)
    settle()
    assert rows_in_sight(rows) >= 5


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("size", [QSize(846, 512), QSize(896, 540), QSize(1028, 614)])
def test_beside_the_figures_no_page_scrolls_around_lists_that_do(
    code: str, size: QSize, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S2: at 1366x768 with 150 % the page, the figures, the parts and the rows all scrolled."""
    language.choose(code)
    page = reports(screen, LARGE)
    assert not page.figure.below.folded
    lay_out(screen, size)
    assert page_bar(screen).maximum() == 0
    assert page.figure.below.folded
    assert not page.figure.rows_table.isVisible()
    assert rows_in_sight(page.table) >= 4
    assert rows_in_sight(page.figure.parts_table) >= 3
    page.figure.parts_table.setCurrentIndex(page.figure.parts.index(1, 0))
    settle()
    press_button(screen, "report_rows_list")
    settle()
    panel = page.rows_panel
    assert panel.title.text() == page.figure.parts.row(1).words
    assert panel.model.rowCount() == page.figure.rows.rowCount()
    assert rows_in_sight(panel.table) >= min(4, panel.model.rowCount())
    around = panel.table.page_around()
    assert around is None or around.verticalScrollBar().maximum() == 0, "the rows alone scroll"
    panel.dismiss()
    lay_out(screen, LARGE)
    assert not page.figure.below.folded
    assert page.figure.rows_table.isVisible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_a_narrow_window_the_views_are_chosen_in_a_list(
    code: str, screen: OfficeScreen, language: LanguageSwitch
) -> None:
    """S3: at 1024x700 with 150 % the switch and the buttons beside it took two lines of five for figures."""
    language.choose(code)
    page = reports(screen, SMALL)
    bar = page.builder
    assert bar.chooser.isVisible()
    assert not bar.views.isVisible()
    assert bar.height() <= CONTROL + 12, "all stands in one low row"
    assert bar.chooser.width() >= bar.chooser.sizeHint().width(), "its longest choice is whole"
    assert bar.notes.folded is (code == "tg"), "its words have room in the others"
    assert bar.notes.text() in (bar.notes.toolTip() or bar.notes.text())
    assert page.figure.parts_table.height() >= page.figure.parts_table.height_of(3), "below, all have room"
    assert page.figure.rows_table.height() >= page.figure.rows_table.height_of(FEWEST_ROWS)
    bar.chooser.setFocus()
    press(bar.chooser, Qt.Key.Key_Down)
    press(bar.chooser, Qt.Key.Key_Down)
    assert bar.views.value() == "charts"
    assert page.charts.isVisible()
    lay_out(screen, QSize(1170, 635))
    assert bar.views.isVisible()
    assert not bar.chooser.isVisible()
    assert not bar.notes.folded
    press_button(screen, "report_view_table")
    lay_out(screen, SMALL)
    assert bar.chooser.currentText() == bar.views.button("table").text()


@pytest.mark.parametrize("tab", TABS)
def test_a_low_window_has_one_scrollbar_for_a_page_and_figures_in_sight(
    tab: str, screen: OfficeScreen, qtbot: QtBot
) -> None:
    """1024x700 at 150 %, and the smallest window of all: what scrolls is the page, and nothing around it."""
    stack = PageStack()
    stack.addWidget(screen)
    screen.show()
    around = LowPage("probe_page", stack)
    qtbot.addWidget(around)
    show(around)
    for size in (SMALL, QSize(576, 302)):
        lay_out(around, size)
        screen.show_place(tab=tab)
        settle()
        assert around.verticalScrollBar().maximum() == 0
        assert screen.header.isVisible() is (tab != "reports"), "figures have its room"
    if tab == "reports":
        lay_out(around, SMALL)
        shown = screen.reports.table
        inside = find(screen, QScrollArea, "report_page_page").viewport()
        left = inside.height() - shown.viewport().mapTo(inside, QPoint()).y()
        assert left > 2.5 * shown.rowHeight(0), "the third figure can be read"


def test_what_is_said_about_the_data_is_counted_and_shown_to_who_asks(screen: OfficeScreen) -> None:
    page = reports(screen)
    assert page.report is not None
    count = len(page.report.told)
    assert count
    assert not page.notes.isVisible()
    assert page.builder.notes.text() == f"About the data: {count}"
    press_button(screen, "report_about_data")
    assert page.notes.isVisible()
    assert page.builder.notes.text() == "Hide what is said about the data"
    press_button(screen, "report_about_data")
    assert not page.notes.isVisible()
    lay_out(screen, LARGE)
    assert not page.notes.isVisible(), "who hid it sees it no more"


def test_a_tall_window_says_at_once_what_is_to_be_known_about_the_data(screen: OfficeScreen) -> None:
    assert reports(screen, LARGE).notes.isVisible()


def test_charts_whose_bars_add_up_to_more_say_why_below(screen: OfficeScreen) -> None:
    page = reports(screen)
    press_button(screen, "report_view_charts")
    settle()
    assert page.charts.told.isHidden(), "all bars add up"
    assert page.report is not None
    name = Label("counting.participations")
    overlap = Label("counting.overlap", {"figure": name, "sum": 48, "total": 24})
    note = Label("counting.lines_overlap", {"overlaps": (overlap,)})
    months, *others = page.report.charts
    page.charts.show_report(replace(page.report, charts=(replace(months, notes=(note,)), *others)))
    settle()
    assert page.charts.told.isVisible()
    assert "48 in the lines and 24 in all" in page.charts.told.text()
