"""The list of courses: what it counts, how a course is found and opened, what an empty one offers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.seat import MakeContext
from tests.kit.world import Story, World
from tests.ui.courses_parts import GARM, PROJECT, add_garm, courses_of, write_in
from tests.ui.driving import click, find, press, press_button, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, projects, sessions
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.today.overview import Due, DueKind
from trainer_app.ui.courses.course_list import CourseList
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import destination_of_due
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.tables import TableView


def cells(page: CourseList, place: int) -> list[str]:
    model = page.model
    return [str(model.index(place, column).data()) for column in range(model.columnCount())]


def shown(page: CourseList) -> list[str]:
    return [page.model.row(place).course.code for place in range(page.model.rowCount())]


def test_a_row_counts_people_women_sessions_and_missing_marks(workspace: Workspace, story: Story) -> None:
    page = courses_of(workspace).course_list
    assert cells(page, 0) == [
        "Police response to domestic violence",
        "Душанбе",
        "25",
        "9",
        "12",
        "11",
        "running",
    ]
    attendance.mark_rest(story.work, attendance.grid(story.work, story.course).sessions[7].key, Mark.PRESENT)
    page.refresh()
    assert cells(page, 0)[5] == "0"
    head = {column.name: column for column in page.model.columns}["unmarked"]
    assert head.title() == "Marks missing", "a bare number says of what it is"
    assert head.hint is not None
    assert "held" in head.hint()
    sessions.cancel_session(story.work, story.sessions[-1], "The hall was closed")
    page.refresh()
    assert cells(page, 0)[4] == "11", "as the schedule counts them"


def test_the_model_keeps_the_rules_of_qt(workspace: Workspace, story: Story) -> None:
    page = courses_of(workspace).course_list
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    add_garm(story.work)
    page.refresh()
    assert page.model.rowCount() == 2


def test_the_stage_follows_the_days_until_somebody_closes_the_course(
    workspace: Workspace, story: Story
) -> None:
    garm = add_garm(story.work)
    page = courses_of(workspace).course_list
    chip = page.model.columns[6].chip
    assert chip is not None
    shown_chips = [chip(page.model.row(row)) for row in range(2)]
    assert [each[0] for each in shown_chips if each] == [Tone.NOW, Tone.DUE]
    workspace.context.do(courses.close_course, garm)
    assert courses.get_course(story.work, garm).course.state is CourseState.CLOSED
    assert cells(page, 1)[6] == "closed"


def test_typing_finds_courses_in_any_script(workspace: Workspace, story: Story) -> None:
    add_garm(story.work)
    page = courses_of(workspace).course_list
    write_in(page.bar.search(), "vokunish")
    press(page.bar.search(), Qt.Key.Key_Return)
    assert shown(page) == ["DSH-1"]
    assert page.table.hasFocus()
    write_in(page.bar.search(), "нет такого")
    press(page.bar.search(), Qt.Key.Key_Return)
    assert page.body.currentWidget() is page.none_found
    click(page.buttons["show_all"])
    assert shown(page) == ["DSH-1", "GRM-1"]
    assert page.bar.search().text() == ""


def test_a_project_narrows_the_list_and_can_be_changed(workspace: Workspace, story: Story) -> None:
    page = courses_of(workspace).course_list
    assert page.bar.parts["projects"].isHidden()
    project = workspace.context.do(projects.create_project, PROJECT)
    assert project is not None
    add_garm(story.work, project.key)
    page.refresh()
    page.bar.parts["projects"].setCurrentIndex(page.bar.parts["projects"].findData(project.key))
    page.bar.parts["projects"].activated.emit(page.bar.parts["projects"].currentIndex())
    assert shown(page) == ["GRM-1"]
    assert not page.buttons["edit_project"].isHidden()
    click(page.buttons["edit_project"])
    form = courses_of(workspace).project_form
    assert not form.isHidden()
    assert form.rows["donor"].field.text() == "Donor"


def choose(page: CourseList, name: str, place: int) -> None:
    """Choose in a filter as a person does."""
    field = page.bar.parts[name]
    field.setCurrentIndex(place)
    field.activated.emit(place)


def test_after_a_project_was_created_it_is_said_what_is_shown_and_one_press_shows_all(
    workspace: Workspace, story: Story
) -> None:
    """S3: the list stayed at it, with a state chosen before as well, and the other courses seemed lost."""
    screen = courses_of(workspace)
    page = screen.course_list
    assert page.bar.parts["reset"].isHidden(), "all courses are shown"
    choose(page, "stages", page.bar.parts["stages"].count() - 1)
    assert shown(page) == []
    click(page.buttons["create_project"])
    form = screen.project_form
    form.rows["code"].field.setText("DV2019")
    form.rows["title"].lines["en"].setText("Second year")
    click(form.accept_button)
    settle()
    project = page.project()
    assert project, "it is chosen"
    assert page.bar.value("stages") is None, "alone: nothing else leaves courses out"
    assert page.header.subtitle.text().startswith("0 of 1 course")
    add_garm(story.work, project)
    page.refresh()
    assert shown(page) == ["GRM-1"]
    assert page.header.subtitle.text().startswith("1 of 2 courses")
    press_button(page, "courses_reset")
    assert len(shown(page)) == 2
    assert page.header.subtitle.text().startswith("2 courses")


def test_a_new_course_is_in_the_list_whatever_was_chosen_there(workspace: Workspace, story: Story) -> None:
    screen = courses_of(workspace)
    choose(screen.course_list, "stages", screen.course_list.bar.parts["stages"].count() - 1)
    made = add_garm(story.work, None)
    screen.course_list.let_be_seen(made)
    assert not screen.course_list.bar.active
    assert screen.course_list.selection.key() == made


def test_who_is_led_to_the_courses_that_are_over_sees_all_of_them(workspace: Workspace, story: Story) -> None:
    """Today counts them all: what was searched for before would leave some out."""
    add_garm(story.work)
    page = courses_of(workspace).course_list
    write_in(page.bar.search(), "DSH")
    press(page.bar.search(), Qt.Key.Key_Return)
    assert shown(page) == ["DSH-1"]
    screen, place = destination_of_due(Due(DueKind.CLOSE, "", 1))
    workspace.context.go(screen, **place)
    assert shown(page) == ["GRM-1"]
    assert page.bar.search().text() == ""


def test_courses_are_narrowed_by_year_and_state_and_found_by_year(workspace: Workspace, story: Story) -> None:
    add_garm(story.work)
    later = replace(GARM, code="GRM-2", first_day=date(2019, 3, 4), last_day=date(2019, 3, 6))
    courses.create_course(story.work, later)
    page = courses_of(workspace).course_list
    page.refresh()
    assert shown(page) == ["DSH-1", "GRM-2", "GRM-1"], "what is on, what comes next, what is over"
    years = page.bar.parts["years"]
    assert [years.itemText(place) for place in range(years.count())] == ["All years", "2019", "2018"]
    choose(page, "years", 1)
    assert shown(page) == ["GRM-2"]
    choose(page, "years", 0)
    stages = page.bar.parts["stages"]
    choose(page, "stages", stages.findText("running"))
    assert shown(page) == ["DSH-1"]
    choose(page, "stages", stages.findText("approved"))
    assert page.body.currentWidget() is page.none_found
    click(page.buttons["show_all"])
    assert len(shown(page)) == 3
    write_in(page.bar.search(), "2019")
    press(page.bar.search(), Qt.Key.Key_Return)
    assert shown(page) == ["GRM-2"]


def test_a_width_that_was_drawn_is_there_again_after_the_next_start(
    workspace: Workspace, window: MainWindow, story: Story, preferences: PreferenceStore
) -> None:
    show(window)
    page = courses_of(workspace).course_list
    settle()
    page.table.horizontalHeader().resizeSection(1, 170)
    page.table.horizontalHeader().let_go.emit()
    assert preferences.now.columns["courses_table"] == {"place": 170}
    again = TableView("courses_table")
    again.show_model(page.model)
    again.take_widths(preferences.now.columns["courses_table"])
    assert again.columnWidth(1) == 170


@pytest.mark.parametrize("way", ["enter", "press"])
def test_a_course_opens_by_key_and_by_mouse_and_esc_leads_back(
    workspace: Workspace, story: Story, qtbot: QtBot, way: str
) -> None:
    add_garm(story.work)
    screen = courses_of(workspace)
    screen.course_list.selection.choose(story.course)
    if way == "enter":
        press(screen.course_list.table, Qt.Key.Key_Return)
    else:
        box = screen.course_list.table.visualRect(screen.course_list.table.currentIndex())
        viewport = screen.course_list.table.viewport()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    assert screen.in_course()
    assert screen.workspace.course == story.course
    screen.workspace.tabs.setFocus()
    press(screen.workspace.tabs, Qt.Key.Key_Escape)
    assert not screen.in_course()
    assert screen.course_list.selection.key() == story.course
    assert screen.course_list.table.hasFocus()


def test_an_empty_list_says_what_to_do_and_does_it(
    qtbot: QtBot, tmp_path: Path, window: MainWindow, make_context: MakeContext
) -> None:
    fresh = worlds.empty(tmp_path / "fresh").open()
    context = make_context(fresh.work)
    workspace = Workspace(context)
    window.show_page(workspace)
    screen = courses_of(workspace)
    assert screen.course_list.body.currentWidget() is screen.course_list.empty
    assert screen.course_list.bar.isHidden()
    assert screen.course_list.buttons["create"].isHidden()
    assert screen.course_list.buttons["create_first"].hasFocus()
    press(screen.course_list.buttons["create_first"], Qt.Key.Key_Return)
    assert not screen.course_form.isHidden()
    fresh.work.close()


@pytest.mark.parametrize(
    ("world", "words"),
    [
        (worlds.empty, "or import the file that the office has given you."),
        (worlds.prepared_office, "or import the files of the trainers."),
    ],
)
def test_an_empty_list_says_where_courses_come_from_here(
    window: MainWindow, tmp_path: Path, world: Callable[[Path], World], words: str, make_context: MakeContext
) -> None:
    fresh = world(tmp_path / "fresh").open()
    context = make_context(fresh.work)
    workspace = Workspace(context)
    window.show_page(workspace)
    said = [each.text() for each in courses_of(workspace).course_list.empty.findChildren(QLabel)]
    assert f"Create the first course here, {words}" in said
    fresh.work.close()


def test_undo_of_a_new_course_leads_back_to_the_list(workspace: Workspace, story: Story) -> None:
    screen = courses_of(workspace)
    made = workspace.context.do(courses.create_course, GARM)
    assert made is not None
    screen.show_place(course=made.key)
    assert screen.in_course()
    workspace.undo()
    assert not screen.in_course()
    assert shown(screen.course_list) == ["DSH-1"]


def test_every_language_fits_the_smallest_window(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    add_garm(story.work, plan=DayPlan(per_day=3))
    screen = courses_of(workspace)
    for code in ("tg", "ru", "en"):
        language.choose(code)
        settle()
        assert screen.minimumSizeHint().width() <= 1366 - 196
        assert screen.minimumSizeHint().height() <= 697
        metrics = screen.course_list.table.horizontalHeader().fontMetrics()
        for place, column in enumerate(screen.course_list.model.columns):
            room = screen.course_list.table.columnWidth(place)
            assert metrics.horizontalAdvance(column.title()) <= room, (code, column.name)


@pytest.mark.parametrize("way", ["recent", "list"])
def test_esc_after_closing_was_refused_leaves_no_course(workspace: Workspace, story: Story, way: str) -> None:
    """S2: the keyboard stood at the button in the head then, so one Esc left the course."""
    show(workspace.window())
    workspace.open("courses", course=story.course, tab="overview")
    workspace.open("today")
    settle()
    if way == "recent":
        click(workspace.line.recent.buttons[0])
    else:
        courses_of(workspace).show_place(course=story.course)
    settle()
    closing = find(workspace, Button, "overview_close")
    closing.setFocus()
    press(closing, Qt.Key.Key_Space)
    settle()
    assert workspace.banner.title.text() == "Course DSH-1 is not over yet"
    assert closing.hasFocus()
    for _ in range(2):
        press(closing, Qt.Key.Key_Escape)
        settle()
        assert courses_of(workspace).in_course()
    screen = courses_of(workspace)
    screen.workspace.tabs.setFocus()
    workspace.context.tell(Mood.BAD, "The disk refused", "what was kept, what was not and what to do; " * 9)
    settle()
    assert workspace.banner.box.isVisible()
    press(screen.workspace.tabs, Qt.Key.Key_Escape)
    assert not workspace.banner.box.isVisible()
    assert screen.in_course(), "the message lay uppermost"
