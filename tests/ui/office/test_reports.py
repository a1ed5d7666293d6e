"""Reports in the window: every figure with its parts and rows, periods, splits, four kinds of files."""

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit import samples, worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import click, press, settle
from tests.ui.papers_parts import text_of
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import course_life, courses, enrolments
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval, building, reports
from trainer_app.actions.office.drilldown import Drilldown
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import ASKED, AskedReport, ReportLayout
from trainer_app.domain.office.reports import Figure, Unit
from trainer_app.ui.kit.context import AppContext, Notice, PrintablePdf, PrintOutcome
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.report_builder import ReportView
from trainer_app.ui.office.report_controls import ReportFormat
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.office.wording import OfficeWording


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ReportPage:
    return show(qtbot, ReportPage(context))


def show(qtbot: QtBot, page: ReportPage) -> ReportPage:
    qtbot.addWidget(page)
    page.resize(1120, 560)
    page.show()
    page.show_report()
    settle()
    return page


def choose(page: ReportPage, code: str) -> None:
    place = page.model.row_of(code)
    assert place is not None
    page.table.setCurrentIndex(page.model.index(place, 0))


def names(page: ReportPage) -> list[str]:
    rows = page.figure.rows
    return [str(rows.index(place, 0).data()) for place in range(rows.rowCount())]


def test_every_figure_stands_there_with_its_value(page: ReportPage, story: Story) -> None:
    counted = building.report(story.work)
    shown = {figure.code: page.model.index(place, 1).data() for place, figure in enumerate(counted.figures)}
    assert len(shown) == page.model.rowCount()
    assert (shown["participations"], shown["women"]) == ("25", "9")
    assert shown["tests_matched"] == "0"
    assert shown["pre_mean"] == "–"
    figure = counted.figure("person_hours")
    assert figure is not None
    assert shown["person_hours"] == OfficeWording(page._context).figure_value(figure)


@in_turn(
    ("value", "unit", "text"),
    [
        (1234, Unit.COUNT, "1,234"),
        (16695, Unit.MINUTES, "278.25"),
        (90, Unit.MINUTES, "1.5"),
        (3, Unit.HALF_DAYS, "1.5"),
        (136, Unit.HALF_DAYS, "68"),
        (6543, Unit.PERCENT, "65.4\xa0%"),
        (2930, Unit.POINTS, "+29.3"),
        (4567, Unit.GAIN, "0.46"),
        (None, Unit.GAIN, "–"),
    ],
)
def test_values_are_written_with_their_unit(
    context: AppContext, value: int | None, unit: Unit, text: str
) -> None:
    assert OfficeWording(context).figure_value(Figure("participations", value, unit)) == text


def test_a_figure_opens_the_rows_behind_it(page: ReportPage, story: Story) -> None:
    choose(page, "women")
    assert page.figure.title.text() == "Women (each once)"
    assert page.figure.value.text() == "9"
    assert len(names(page)) == 9
    assert all(name.split()[0].endswith("а") for name in names(page))
    assert page.figure.rows_title.text() == "9 rows behind it"


def test_a_part_shows_its_own_rows(page: ReportPage) -> None:
    choose(page, "participations")
    parts = page.figure.parts
    words = [(parts.index(row, 1).data(), parts.index(row, 2).data()) for row in range(parts.rowCount())]
    assert words == [("All", "25"), ("Women", "9"), ("Men", "16"), ("Sex not stated", "0"), ("DSH-1", "25")]
    page.figure.parts_table.setCurrentIndex(parts.index(2, 0))
    assert len(names(page)) == 16
    assert page.figure.rows_title.text() == "Men: 16 rows behind it"
    page.figure.parts_table.setCurrentIndex(parts.index(3, 0))
    assert names(page) == []


def test_rows_are_put_in_order_once_for_a_report_and_read_as_they_come_into_sight(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    sorted_for: list[str] = []
    read: list[str] = []
    keys, row = Drilldown.keys, Drilldown._row

    def count_keys(behind: Drilldown, figure: Figure) -> list[str]:
        sorted_for.append(figure.code)
        return keys(behind, figure)

    def count_row(behind: Drilldown, key: str) -> object:
        read.append(key)
        return row(behind, key)

    monkeypatch.setattr(Drilldown, "keys", count_keys)
    monkeypatch.setattr(Drilldown, "_row", count_row)
    page.show_report()
    assert sorted_for == ["participations"]
    assert read == []
    shown = page.figure.rows
    assert shown.row(shown.rowCount() - 1).name
    assert len(read) == shown.rowCount()
    choose(page, "person_hours")
    assert sorted_for == ["participations", "person_hours"]


def test_what_was_left_out_is_said(page: ReportPage, story: Story) -> None:
    choose(page, "person_hours")
    assert page.figure.about.text().startswith("Left out: sessions without a mark")
    assert "not closed yet" in page.notes.text()


def test_another_split_is_chosen(page: ReportPage) -> None:
    page.controls.splits[SplitBy.TOWN].setChecked(True)
    page.controls.splits[SplitBy.SEX].setChecked(False)
    settle()
    choose(page, "participations")
    parts = page.figure.parts
    shown = [(parts.index(row, 0).data(), parts.index(row, 1).data()) for row in range(parts.rowCount())]
    assert shown == [("", "All"), ("Town", "Dushanbe"), ("Course", "DSH-1")]
    assert "Town" in page.controls.split.text()


def test_several_splits_are_ticked_before_the_menu_goes(page: ReportPage) -> None:
    controls = page.controls
    click(controls.split)
    menu = controls.split_menu
    for by in (SplitBy.TOWN, SplitBy.SEX):
        place = menu.actionGeometry(controls.splits[by]).center()
        QTest.mouseMove(menu, place)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert menu.isVisible()
    menu.setActiveAction(controls.splits[SplitBy.UNIT])
    press(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert controls.asked().by == (SplitBy.UNIT, SplitBy.TOWN, SplitBy.COURSE)
    press(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_period_bounds_what_is_counted(page: ReportPage, story: Story) -> None:
    controls = page.controls
    assert controls.days.isHidden()
    assert controls.first.date() == QDate(2018, 10, 15)
    controls.period.setChecked(True)
    controls.last.setDate(QDate(2018, 10, 15))
    settle()
    day = building.report(story.work, first=date(2018, 10, 15), last=date(2018, 10, 15))
    assert page.report is not None
    assert page.report.figure("person_hours") == day.figure("person_hours")
    assert "counted on the day they took place" in page.notes.text()
    controls.period.setChecked(False)
    settle()
    assert page.report.figure("person_hours") != day.figure("person_hours")


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("this_quarter", (2018, 10, 1), (2018, 12, 31)),
        ("last_quarter", (2018, 7, 1), (2018, 9, 30)),
        ("this_year", (2018, 1, 1), (2018, 12, 31)),
        ("last_year", (2017, 1, 1), (2017, 12, 31)),
    ],
)
def test_a_quarter_or_a_year_is_one_press(
    page: ReportPage, name: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    page.controls.period.setChecked(True)
    settle()
    assert page.controls.spans[name].isVisible()
    click(page.controls.spans[name])
    settle()
    assert page.report is not None
    assert (page.report.first, page.report.last) == (date(*first), date(*last))
    assert page.controls.asked().first == date(*first)


def test_a_period_stays_when_other_courses_are_chosen(page: ReportPage, story: Story) -> None:
    controls = page.controls
    controls.period.setChecked(True)
    controls.last.setDate(QDate(2018, 10, 15))
    controls.scope.setCurrentIndex(controls.scope.count() - 1)
    settle()
    assert controls.period.isChecked()
    assert controls.asked().last == date(2018, 10, 15)


def test_one_of_two_courses_is_chosen(page: ReportPage, story: Story) -> None:
    draft = CourseDraft("KHJ-1", Texts(en="Second"), samples.DAY, samples.DAY, town="Хуҷанд")
    other = courses.create_course(story.work, draft).key or ""
    page.show_report()
    scope = page.controls.scope
    assert scope.itemText(0) == "All courses"
    scope.setCurrentIndex(scope.findData(f"course:{other}"))
    settle()
    assert page.report is not None
    assert page.report.courses == ("KHJ-1",)
    page.show_report()
    assert scope.currentData() == f"course:{other}"


def test_a_course_has_its_own_page(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = show(qtbot, ReportPage(context, course=story.course))
    assert page.controls.scope.isHidden()
    assert page.report is not None
    assert page.report.courses == ("DSH-1",)
    page.show_course(story.course)
    assert page.report.title == samples.TITLE


def test_certificates_sessions_and_courses_have_names_too(story: Story) -> None:
    work = story.work
    for enrolment in story.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1900, 2000)
    certificates.issue(work, story.course)
    report = building.report(work)
    behind = Drilldown(work, report)
    for code, count in (("certificates", 25), ("sessions_held", 8), ("courses", 1), ("unique_persons", 25)):
        figure = report.figure(code)
        assert figure is not None
        rows = behind.behind(figure)
        assert len(rows) == count
        assert all(row.name for row in rows)
    figure = report.figure("certificates")
    assert figure is not None
    assert behind.behind(Figure("women", 1, Unit.COUNT, ("nobody",))) == []
    assert [row.name for row in behind.reader(figure)(["nobody"]).values()] == [""]
    first = behind.behind(figure)[0]
    assert first.detail is not None
    assert str(first.detail.values["text"]).startswith("OWN-")


def test_what_is_reported_on_is_called_as_the_language_calls_it(
    page: ReportPage, language: LanguageSwitch
) -> None:
    said = set()
    for code in ("ru", "tg", "en"):
        language.choose(code)
        settle()
        said.add(page.controls.scope.itemText(0))
    assert said == {"Все курсы", "Ҳамаи курсҳо", "All courses"}


def test_the_paper_is_shown_in_the_language_of_the_window(
    qtbot: QtBot, page: ReportPage, context: AppContext, language: LanguageSwitch
) -> None:
    language.choose("tg")
    settle()
    with qtbot.waitSignal(context.paper_requested) as asked:
        click(page.controls.show_pdf)
    assert asked.args is not None
    paper = asked.args[0]
    assert isinstance(paper, PrintablePdf)
    assert paper.data.startswith(b"%PDF-")
    assert paper.title == samples.TITLE["tg"]
    assert paper.file == "report-DSH-1-2018-10-17.pdf"


def test_the_workbook_in_which_nothing_runs_is_offered_first(page: ReportPage) -> None:
    offered = [action.objectName() for action in page.controls.save_menu.actions()]
    assert offered[0] == "report_save_xlsx"
    assert "report_save_csv" in offered


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF-"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")])
def test_a_report_is_saved_and_checked(
    page: ReportPage, context: AppContext, tmp_path: Path, form: str, start: bytes
) -> None:
    heard: list[Notice] = []
    context.noticed.connect(heard.append)
    path = tmp_path / f"report.{form}"
    page.save(ReportFormat(form), "ru", path)
    page.save(ReportFormat(form), "ru", path)
    assert path.read_bytes().startswith(start)
    assert (tmp_path / f"report-2.{form}").exists()
    assert [notice.text for notice in heard] == [str(path), str(tmp_path / f"report-2.{form}")]


def test_the_data_are_those_of_the_command_line(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    page.controls.files[ReportFormat.JSON, ""].trigger()
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["figures"]["participations"] == 25
    assert document["by"]["sex"]["female"]["participations"] == 9
    assert len(document["rows"]["participations"]) == 25


def test_a_disk_that_refuses_is_told(page: ReportPage, context: AppContext, tmp_path: Path) -> None:
    heard: list[Notice] = []
    context.noticed.connect(heard.append)
    page.save(ReportFormat.CSV, "en", tmp_path / "nowhere" / "report.csv")
    assert "is not there" in heard[-1].title


def test_without_a_course_the_page_says_what_to_do(
    qtbot: QtBot, tmp_path: Path, make_context: MakeContext
) -> None:
    empty = worlds.empty(tmp_path / "empty").open()
    page = show(qtbot, ReportPage(make_context(empty.work)))
    assert page.body.currentWidget() is page.empty
    assert page.controls.isHidden()
    empty.work.close()


def test_a_file_is_named_after_its_course_and_nobody(page: ReportPage) -> None:
    assert page.report is not None
    assert reports.report_name(page.report, "en", "xlsx").file == "report-DSH-1-2018-10-17.xlsx"


@in_turn("code", ["tg", "ru"])
def test_figures_follow_the_language(page: ReportPage, language: LanguageSwitch, code: str) -> None:
    choose(page, "women")
    language.choose(code)
    page.show_report()
    settle()
    assert not page.figure.title.text().isascii()
    assert not str(page.model.index(0, 0).data()).isascii()
    assert page.figure.value.text() == "9"
    assert page.minimumSizeHint().width() <= 1122


def test_names_are_listed_only_when_asked_for_and_it_is_said_and_noted(
    page: ReportPage, context: AppContext, story: Story, tmp_path: Path
) -> None:
    heard: list[Notice] = []
    context.noticed.connect(heard.append)
    assert page.given.isHidden()
    page.save(ReportFormat.PDF, "en", tmp_path / "without.pdf")
    assert "Абдуллоева" not in text_of((tmp_path / "without.pdf").read_bytes())
    assert reports.releases(story.work) == []
    click(page.controls.names)
    # Figures alone name nobody, whatever is ticked.
    page.save(ReportFormat.CSV, "en", tmp_path / "figures.csv")
    assert reports.releases(story.work) == []
    page.save(ReportFormat.PDF, "en", tmp_path / "with.pdf")
    named = text_of((tmp_path / "with.pdf").read_bytes())
    assert "Абдуллоева" in named
    assert "With names of participants" in named
    assert "noted" in heard[-1].text
    (release,) = reports.releases(story.work)
    assert (release.by, release.form, release.scope, release.people) == (story.work.user, "pdf", "DSH-1", 25)
    assert page.given.text() == "Reports with names: 1"
    click(page.given)
    (line,) = page.given_panel.list.lines
    assert "PDF · DSH-1 · 25 lines with a name" in line
    assert story.work.user in line
    click(page.given_panel.accept_button)
    assert page.given_panel.isHidden()


def test_names_are_asked_for_anew_where_it_is_of_something_else(page: ReportPage) -> None:
    click(page.controls.names)
    assert page.controls.asked().names
    scope = page.controls.scope
    scope.setCurrentIndex(next(each for each in range(scope.count()) if each != scope.currentIndex()))
    settle()
    assert not page.controls.asked().names


def test_a_report_with_names_that_is_printed_is_noted_too(
    qtbot: QtBot, page: ReportPage, context: AppContext, story: Story
) -> None:
    with qtbot.waitSignal(context.paper_requested) as asked:
        click(page.controls.show_pdf)
    assert asked.args is not None
    assert asked.args[0].kept is None
    click(page.controls.names)
    with qtbot.waitSignal(context.paper_requested) as asked:
        click(page.controls.show_pdf)
    assert asked.args is not None
    paper = asked.args[0]
    assert reports.releases(story.work) == [], "to look at it is not to hand it out"
    assert paper.kept is not None
    paper.kept(PrintOutcome(copies=2))
    assert [each.people for each in reports.releases(story.work)] == [25]
    assert not page.given.isHidden()


def test_a_file_that_cannot_be_written_is_not_noted(
    page: ReportPage, story: Story, context: AppContext, tmp_path: Path
) -> None:
    click(page.controls.names)
    page.save(ReportFormat.XLSX, "en", tmp_path / "nowhere" / "report.xlsx")
    assert reports.releases(story.work) == []


def test_what_is_open_stands_above_the_figures_and_beside_the_persons(page: ReportPage, story: Story) -> None:
    assert "fewer" not in page.notes.text()
    new = enrolments.add_walk_in(story.work, story.course, "Азизов Фарух", first_day=samples.FIRST).key or ""
    attendance.mark(story.work, new, story.sessions[0], Mark.PRESENT)
    scores.set_score(story.work, new, Occasion.POST, 1000, 2000)
    day = samples.FIRST
    courses.create_course(story.work, CourseDraft("OLD1", Texts(en="Old"), day, day))
    page.show_report()
    choose(page, "unique_persons")
    assert "0 of 1 courses that ended have marks. 1 course ended without any mark: OLD1." in page.notes.text()
    assert "Up to 1 fewer: 1 pair of people who may be one waits in Review." in page.notes.text()
    assert page.figure.about.text().startswith("Up to 1 fewer: 1 pair waits in Review")
    choose(page, "participations")
    assert "fewer" not in page.figure.about.text()


@pytest.fixture
def approved(page: ReportPage, story: Story) -> ReportPage:
    """Close and approve the course, and add one that is not approved."""
    story.clock.advance(days=10)
    day = courses.get_course(story.work, story.course).course.first_day
    approval.close(story.work, story.course, "варақа дар бойгонӣ")
    approval.approve(story.work, story.course, "варақа дар бойгонӣ")
    course_life.copy_course(story.work, story.course, CourseCopy("DSH-2", day))
    page.show_report()
    settle()
    return page


def test_where_nothing_was_approved_there_is_no_choice(page: ReportPage) -> None:
    assert page.controls.basis.isHidden()
    assert "approved" not in page.notes.text()


def test_as_approved_or_as_of_today_is_chosen_and_said(
    approved: ReportPage, story: Story, language: LanguageSwitch, tmp_path: Path
) -> None:
    page = approved
    basis = page.controls.basis
    assert basis.isVisible()
    assert page.notes.text().startswith("As of today, ")
    assert "Not approved: DSH-2." in page.notes.text()
    said = "Not counted: 1 course that is not approved"
    assert said not in page.figure.about.text(), "as of today it is counted"
    basis.setCurrentIndex(basis.findData("approved"))
    settle()
    assert page.report is not None
    assert (page.report.courses, page.report.unapproved) == (("DSH-1",), ("DSH-2",))
    assert page.notes.text().startswith("As approved by the office: courses 1 of 2. ")
    assert said in page.figure.about.text()
    assert reports.report_name(page.report, "en").file.startswith("report-DSH-1-approved-")
    for code, words in {"en": "As approved by the office", "ru": "Как утверждено офисом"}.items():
        language.choose(code)
        settle()
        for form in ReportFormat:
            file = tmp_path / f"{code}.{form.value}"
            page.save(form, code, file)
            assert words in said_in(file), (code, form)
        assert basis.minimumSizeHint().width() <= basis.width()


def said_in(file: Path) -> str:
    """Return all the words of a saved report."""
    if file.suffix == ".pdf":
        return text_of(file.read_bytes())
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as parts:
            return parts.read("xl/sharedStrings.xml").decode()
    return file.read_text("utf-8-sig")


def test_a_course_that_is_not_approved_has_no_approved_figures(approved: ReportPage) -> None:
    page = approved
    page.controls.basis.setCurrentIndex(page.controls.basis.findData("approved"))
    scope = page.controls.scope
    scope.setCurrentIndex(next(at for at in range(scope.count()) if "DSH-2" in scope.itemText(at)))
    settle()
    assert page.empty.isVisible()
    assert page.empty.title.text() == "No course of this report is approved"
    assert not page.controls.save.isEnabled()
    page.controls.basis.setCurrentIndex(page.controls.basis.findData("today"))
    settle()
    assert not page.empty.isVisible()
    assert page.controls.save.isEnabled()


def test_what_was_chosen_is_there_after_the_lock(page: ReportPage, qtbot: QtBot, story: Story) -> None:
    """Splits, period, view and figure began anew as soon as the program had locked itself."""
    page.controls.splits[SplitBy.SEX].setChecked(False)
    page.controls.splits[SplitBy.RANK].setChecked(True)
    page.controls.period.setChecked(True)
    page.builder.look(ReportView.CHARTS)
    choose(page, "women")
    asked = page.controls.asked()
    page.put_by()
    after = ReportPage(page._context)
    after.take_up()
    show(qtbot, after)
    assert after.controls.asked() == asked
    assert SplitBy.RANK in asked.by
    assert after.builder.views.value() == ReportView.CHARTS
    assert after.model.key(after.table.currentIndex().row()) == "women"
    assert building.take_up(story.work) is None, "once"
    story.work.store.change_setting(ASKED, [AskedReport("Somebody Else", ReportLayout(""))])
    assert building.take_up(story.work) is None, "of nobody else"
