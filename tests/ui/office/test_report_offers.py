"""What a report offers beside its figures: what was just kept, and one spelling of towns typed as several."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press_button, settle, type_text
from trainer_app.actions.courses import courses
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import ReportLayout, TableQuery
from trainer_app.domain.people.places import one_spelling
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.report_builder import ReportView
from trainer_app.ui.office.reports import ReportPage


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ReportPage:
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.show()
    made.show_report()
    settle()
    return made


def test_a_report_that_was_just_kept_is_opened_from_the_notice(page: ReportPage, context: AppContext) -> None:
    notices: list[Notice] = []
    context.noticed.connect(notices.append)
    page.table.setCurrentIndex(page.model.index(3, 0))
    page.builder.look(ReportView.CHARTS)
    press_button(page, "report_layouts")
    type_text(page.layouts_panel.name, "All")
    press_button(page, "report_layouts_panel_accept")
    (told,) = notices
    page.builder.look(ReportView.TABLE)
    told.offers[0].act()
    assert page.body.currentWidget() is page._views[ReportView.CHARTS]
    assert page.table.currentIndex().row() == 0
    assert (page.kept.isVisible(), page.kept.name.text()) == (True, "Kept report: “All”")


@pytest.mark.parametrize(
    ("table", "view"),
    [
        (TableQuery(SplitBy.DISTRICT), ReportView.TABLE),
        (TableQuery(SplitBy.SEX, SplitBy.TOWN), ReportView.TABLE),
        (TableQuery(SplitBy.SEX), ReportView.FIGURES),
        (TableQuery(), ReportView.FIGURES),
    ],
)
def test_a_report_kept_by_an_older_program_opens_where_its_split_is_seen(
    page: ReportPage, table: TableQuery, view: ReportView
) -> None:
    page.builder.look(ReportView.WORDS)
    page.open_layout(ReportLayout("Old", table=table))
    assert page.body.currentWidget() is page._views[view]


def test_signs_of_kept_reports_and_of_evidence_differ(page: ReportPage) -> None:
    assert page.builder.layouts.icon_name != page.evidence.make.icon_name


def test_towns_typed_as_several_are_brought_together_from_the_split(page: ReportPage, story: Story) -> None:
    assert page.places.isHidden(), "nothing is split by places"
    day = date(2018, 10, 15)
    for code, town in (("A-1", "Чорбоғ"), ("A-2", "Чорбоғ"), ("A-3", "Чорбог ш."), ("A-4", "Чорбоққ")):
        near = "Чорбоғи нав" if code == "A-3" else ""
        draft = CourseDraft(code, Texts(en="A"), day, day, town=town, district=near)
        courses.create_course(story.work, draft)
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    settle()
    assert page.places.isVisible()
    assert page.places.text() == "Places with several spellings: 1…"
    press_button(page, "report_places")
    panel = page.places.panel
    (row,) = panel.rows
    assert row.tick.text() == "Town: “Чорбоғ” in all its courses. To be changed: A-3, A-4"
    told = [f"{each.text()} · {each.accessibleDescription()}" for each in row.spellings]
    assert told[0] == "“Чорбоғ” · 2 courses (A-1, A-2) · 0 participants"
    assert told[1] == "“Чорбог ш.” · Chorboghi nav · 1 course (A-3) · 0 participants"
    click(row.tick)
    assert not panel.accept_button.isEnabled()
    assert not row.spellings[1].isEnabled()
    click(row.tick)
    press_button(page, "report_places_panel_accept")
    assert panel.isHidden()
    assert {line.course.town for line in courses.list_courses(story.work)} >= {"Чорбоғ"}
    page.show_report()
    settle()
    assert page.places.isHidden()


def test_the_spelling_that_stays_is_chosen(page: ReportPage, story: Story) -> None:
    """Two lines looked equal, and the one that stood more often was written."""
    day = date(2018, 10, 15)
    for code, town in (("A-1", "Hudjant"), ("A-2", "Чорбоғ"), ("A-3", "Чорбоғ"), ("A-4", "Чорбог")):
        courses.create_course(story.work, CourseDraft(code, Texts(en="A"), day, day, town=town))
    for split in (SplitBy.TOWN, SplitBy.DISTRICT):
        page.controls.splits[split].setChecked(True)
    settle()
    press_button(page, "report_places")
    panel = page.places.panel
    shown = [(each.text(), each.accessibleDescription()) for row in panel.rows for each in row.spellings]
    assert len(set(shown)) == len(shown)
    known, typed = panel.rows
    assert shown[0][0] == "Khujand"
    assert shown[0][1].startswith("Sughd · in the list of places · ")
    click(known.tick)
    click(typed.spellings[1])
    assert typed.tick.text() == "Town: “Чорбог” in all its courses. To be changed: A-2, A-3"
    press_button(page, "report_places_panel_accept")
    towns = {line.course.code: line.course.town for line in courses.list_courses(story.work)}
    assert [towns[code] for code in ("A-1", "A-2", "A-3", "A-4")] == ["Hudjant", *["Чорбог"] * 3]


def test_spellings_that_are_to_stay_are_not_offered_again(at_office: ReportPage, exchange: Exchange) -> None:
    page = at_office
    day = date(2018, 10, 15)
    for code, town in (("A-1", "Hudjant"), ("A-2", "Чорбоғ"), ("A-3", "Чорбог")):
        courses.create_course(exchange.office, CourseDraft(code, Texts(en="A"), day, day, town=town))
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    settle()
    assert page.places.text() == "Places with several spellings: 2…"
    press_button(page, "report_places")
    panel = page.places.panel
    known, typed = panel.rows
    assert typed.stay.isVisible()
    assert panel.accept_button.text() == "Write one spelling"
    assert typed.stay.text() == "Keep all as they are, and do not ask again"
    click(typed.stay)
    assert typed.tick.text() == "Town: “Чорбог”, “Чорбоғ”"
    click(known.spellings[1])
    assert panel.accept_button.text() == "Keep as they are"
    press_button(page, "report_places_panel_accept")
    assert panel.isHidden()
    towns = {line.course.code: line.course.town for line in courses.list_courses(exchange.office)}
    assert [towns[code] for code in ("A-1", "A-2", "A-3")] == ["Hudjant", "Чорбоғ", "Чорбог"]
    page.show_report()
    settle()
    assert page.places.isHidden()


SPELLED = {
    # What the list of places knows in any script is one line without a question.
    "A-1": "Хуҷанд",
    "A-2": "г. Худжанд",
    "A-3": "Khujand",
    "A-4": "Хучанд",
    "B-1": "Kulob city",
    "B-2": "Кулаб",
    "C-1": "Истаравшан",
    "C-2": "Istaravshon",
    "D-1": "Курган-Тюбе",
    "D-2": "Қурғонтеппа",
    "E-1": "Панҷакент",
    "E-2": "Панчакент",
}


@pytest.mark.parametrize("code", ["ru", "tg"])
def test_ten_spellings_of_five_places_become_five_in_one_go(
    at_office: ReportPage, exchange: Exchange, language: LanguageSwitch, code: str
) -> None:
    day = date(2018, 10, 15)
    for each, town in SPELLED.items():
        courses.create_course(exchange.office, CourseDraft(each, Texts(en="A"), day, day, town=town))
    language.choose(code)
    page = at_office
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    settle()
    press_button(page, "report_places")
    panel = page.places.panel
    said = [row.tick.text().rpartition(": ")[2] for row in panel.rows]
    assert said == ["C-2", "D-2", "B-2", "E-2", "A-4"]
    press_button(page, "report_places_panel_accept")
    towns = {line.course.code: line.course.town for line in courses.list_courses(exchange.office)}
    assert {each: one_spelling(towns[each]) for each in SPELLED} == {
        **dict.fromkeys(("A-1", "A-2", "A-3", "A-4"), "Хуҷанд"),
        **dict.fromkeys(("B-1", "B-2"), "Кӯлоб"),
        **dict.fromkeys(("C-1", "C-2"), "Истаравшан"),
        **dict.fromkeys(("D-1", "D-2"), "Курган-Тюбе"),
        **dict.fromkeys(("E-1", "E-2"), "Панҷакент"),
    }
    page.show_report()
    settle()
    assert page.places.isHidden()
    page._context.undo.undo()
    settle()
    again = {line.course.code: line.course.town for line in courses.list_courses(exchange.office)}
    assert {each: again[each] for each in SPELLED} == SPELLED


def test_a_former_name_is_offered_with_the_name_of_now_and_may_stay(
    at_office: ReportPage, exchange: Exchange
) -> None:
    """S2: "Ленинобод" counted as a town of its own beside Хуҷанд and was not offered."""
    day = date(2018, 10, 15)
    for each, town in (("A-1", "Хуҷанд"), ("A-2", "Хучанд"), ("A-3", "Ленинобод")):
        courses.create_course(exchange.office, CourseDraft(each, Texts(en="A"), day, day, town=town))
    page = at_office
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    settle()
    press_button(page, "report_places")
    (row,) = page.places.panel.rows
    told = {each.text(): each.accessibleDescription() for each in row.spellings}
    assert [*told] == ["Khujand", "“Ленинобод”", "“Хучанд”"]
    assert told["“Ленинобод”"].startswith("former name · 1 course (A-3)")
    assert "former" not in told["Khujand"] + told["“Хучанд”"]
    press_button(page, "report_places_panel_accept")
    towns = {line.course.code: line.course.town for line in courses.list_courses(exchange.office)}
    assert {one_spelling(towns[each]) for each in ("A-1", "A-2", "A-3")} == {"Хуҷанд"}
    page._context.undo.undo()
    settle()
    page.show_report()
    settle()
    press_button(page, "report_places")
    click(page.places.panel.rows[0].stay)
    press_button(page, "report_places_panel_accept")
    page.show_report()
    settle()
    assert page.places.isHidden(), "they stay, and nobody is asked again"


def test_spellings_that_count_as_one_are_brought_together_from_the_office(
    at_office: ReportPage, exchange: Exchange
) -> None:
    """S2: of Bokhtar and Bokhtarr it was said that every town is written in one way."""
    page, day, notices = at_office, date(2018, 10, 15), list[Notice]()
    page._context.noticed.connect(notices.append)
    for code, town in (("A-1", "Bokhtar"), ("A-2", "Bokhtarr")):
        courses.create_course(exchange.office, CourseDraft(code, Texts(en="A"), day, day, town=town))
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    settle()
    assert page.places.isHidden(), "the figures take them together"
    page.places.open_all()
    panel = page.places.panel
    (row,) = [each for each in panel.rows if "Bokhtar" in each.tick.text()]
    assert panel.about.text().startswith("Each of these seems to be one place, written in several ways.")
    told = {each.text(): each.accessibleDescription() for each in row.spellings}
    assert [*told] == ["“Bokhtar”", "“Bokhtarr”"]
    assert "in the list of places" in told["“Bokhtar”"]
    assert "counts as Bokhtar" in told["“Bokhtarr”"]
    assert "in the list" not in told["“Bokhtarr”"]
    assert not row.stay.isVisible(), "there is nothing to be decided for the figures"
    assert row.tick.text() == "Town: “Bokhtar” in all its courses. To be changed: A-2"
    press_button(page, "report_places_panel_accept")
    towns = {line.course.code: line.course.town for line in courses.list_courses(exchange.office)}
    assert (towns["A-1"], towns["A-2"]) == ("Bokhtar", "Bokhtar")
    page.places.open_all()
    assert panel.isHidden()
    assert notices[-1].title == "No place has several spellings"


def test_on_a_laptop_nobody_is_asked_to_let_spellings_stay(page: ReportPage, story: Story) -> None:
    day = date(2018, 10, 15)
    for code, town in (("A-1", "Чорбоғ"), ("A-2", "Чорбог")):
        courses.create_course(story.work, CourseDraft(code, Texts(en="A"), day, day, town=town))
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    settle()
    press_button(page, "report_places")
    (row,) = page.places.panel.rows
    assert (row.stay.isVisible(), row.spellings[0].isVisible()) == (False, True)
