"""Courses as a whole in the window: copied to another town, deleted, put away; the first of a project."""

from datetime import date

from PySide6.QtCore import Qt

from tests.kit.world import Story
from tests.ui.bank_parts import add
from tests.ui.courses_parts import PROJECT, add_garm, courses_of, pick_day, tab_of, view_of, write_in
from tests.ui.driving import click, press, settle
from trainer_app.actions.courses import course_life, courses, projects, sessions
from trainer_app.actions.evaluations import forms
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.domain.today.overview import DueKind
from trainer_app.ui.courses.course_list import CourseList
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.kit.form_fields import read_day
from trainer_app.ui.shell.workspace import Workspace


def shown(page: CourseList) -> list[str]:
    return [page.model.row(row).course.code for row in range(page.model.rowCount())]


def overview(workspace: Workspace, course: str) -> OverviewTab:
    return tab_of(workspace, OverviewTab, course, "overview")


def test_a_copy_asks_for_place_and_title_and_shows_its_days(workspace: Workspace, story: Story) -> None:
    work = story.work
    form = (
        forms.save_form(work, Form("", FormKind.TEST, Texts.same("Test"), questions=(add(work),))).key or ""
    )
    forms.choose_form(work, story.course, form, Occasion.PRE)
    tab = overview(workspace, story.course)
    click(tab.copy_button)
    rows = tab.copy_form.rows
    # The day that is proposed lies on no weekend.
    assert read_day(rows["first_day"].field).weekday() < 5
    assert rows["town"].field.text() == "Душанбе"
    write_in(rows["code"].field, "KHJ-1")
    write_in(rows["town"].field, "Хуҷанд")
    write_in(rows["venue"].field, "Китобхона")
    write_in(rows["title"].lines["en"], "Another title")
    pick_day(rows["first_day"].field, date(2018, 11, 10))
    assert rows["days"].text() == "The copy will last 12–15 November 2018: 12 sessions."
    click(rows["skip_weekends"])
    assert rows["days"].text() == "The copy will last 10–13 November 2018: 12 sessions."
    click(rows["skip_weekends"])
    click(tab.copy_form.accept_button)
    settle()
    course = view_of(work, courses_of(workspace).workspace.course).course
    assert (course.code, course.town, course.venue) == ("KHJ-1", "Хуҷанд", "Китобхона")
    assert (course.first_day, course.last_day) == (date(2018, 11, 12), date(2018, 11, 15))
    assert course.title["en"] == "Another title"
    assert [each.sitting.form for each in forms.list_sittings(work, course.key)] == [form]


def test_a_copy_can_leave_the_forms_out(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    click(tab.copy_button)
    write_in(tab.copy_form.rows["code"].field, "KHJ-1")
    click(tab.copy_form.rows["forms"])
    click(tab.copy_form.accept_button)
    settle()
    assert forms.list_sittings(story.work, courses_of(workspace).workspace.course) == []


def test_a_course_made_by_mistake_is_deleted_and_brought_back(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work, plan=DayPlan(per_day=2))
    tab = overview(workspace, garm)
    assert tab.remove_button in tab.head_buttons()
    assert tab.away_button not in tab.head_buttons()
    click(tab.remove_button)
    settle()
    screen = courses_of(workspace)
    assert not screen.in_course()
    assert shown(screen.course_list) == ["DSH-1"]
    assert workspace.rail.steps.undo.isVisible()
    workspace.undo()
    settle()
    assert shown(screen.course_list) == ["DSH-1", "GRM-1"]
    assert len(view_of(story.work, garm).sessions) == 6


def test_a_course_with_marks_can_be_put_away_and_taken_out(workspace: Workspace, story: Story) -> None:
    add_garm(story.work)
    tab = overview(workspace, story.course)
    assert tab.remove_button not in tab.head_buttons()
    assert tab.away_button.text() == "Archive"
    click(tab.away_button)
    settle()
    assert tab.away_button.text() == "Bring back"
    screen = courses_of(workspace)
    screen.show_list()
    page = screen.course_list
    assert shown(page) == ["GRM-1"]
    tick = page.bar.parts["away"]
    assert not tick.isHidden()
    click(tick)
    assert shown(page) == ["DSH-1"]
    assert page.model.index(0, 6).data() == "archived"
    tab = overview(workspace, story.course)
    click(tab.away_button)
    screen.show_list()
    assert shown(page) == ["DSH-1", "GRM-1"]
    assert tick.isHidden()


def test_when_all_courses_are_put_away_the_list_says_so(workspace: Workspace, story: Story) -> None:
    course_life.archive_course(story.work, story.course)
    page = courses_of(workspace).course_list
    page.refresh()
    assert page.body.currentWidget() is page.none_found
    assert page.none_found.title.text() == "All courses are archived"
    click(page.bar.parts["away"])
    assert shown(page) == ["DSH-1"]


def test_what_cannot_be_deleted_says_why(workspace: Workspace, story: Story) -> None:
    tab = overview(workspace, story.course)
    # As if marks had come from another window since the page was shown.
    tab._remove()
    assert not workspace.banner.isHidden()
    assert "cannot be deleted" in workspace.banner.title.text()
    assert courses.has_course(story.work, story.course)


def test_a_new_project_is_shown_and_chosen_and_gets_its_first_course(
    workspace: Workspace, story: Story
) -> None:
    screen = courses_of(workspace)
    page = screen.course_list
    press(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = screen.project_form
    write_in(form.rows["code"].field, "DV18")
    write_in(form.rows["title"].lines["en"], "Domestic violence")
    click(form.accept_button)
    settle()
    (project,) = projects.list_projects(story.work)
    assert page.project() == project.key
    assert not page.bar.parts["projects"].isHidden()
    assert not page.buttons["edit_project"].isHidden()
    assert page.body.currentWidget() is page.none_found
    assert "DV18" in page.none_found.title.text()
    click(page.buttons["create_here"])
    assert screen.course_form.value("project") == project.key
    write_in(screen.course_form.rows["code"].field, "X1")
    click(screen.course_form.accept_button)
    settle()
    assert view_of(story.work, screen.workspace.course).course.project == project.key
    screen.show_list()
    assert shown(page) == ["X1"]


def test_the_only_project_is_proposed_for_a_new_course(workspace: Workspace, story: Story) -> None:
    project = projects.create_project(story.work, PROJECT).key
    screen = courses_of(workspace)
    screen.course_list.refresh()
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.course_form.value("project") == project
    screen.course_form.dismiss()
    projects.create_project(story.work, replace(PROJECT, code="X"))
    screen.course_list.refresh()
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.course_form.value("project") is None


def hold_three_days(story: Story) -> None:
    """Let the fourth day be cancelled and all others held: the course says one day more."""
    for each in view_of(story.work, story.course).sessions:
        if each.day.day == 18:
            sessions.cancel_session(story.work, each.key, "нет света")
        else:
            sessions.hold_session(story.work, each.key)


def test_days_that_differ_are_told_on_the_course_and_lead_to_its_form(
    workspace: Workspace, story: Story
) -> None:
    hold_three_days(story)
    story.clock.advance(days=1)
    tab = overview(workspace, story.course)
    (line,) = [each for each in tab.due.rows if each.objectName() == f"due_{DueKind.DAYS.value}"]
    assert line.title.text() == "The course's days differ from those of its sessions by 1 day"
    click(line.button)
    settle()
    form = tab.course_form
    assert not form.isHidden()
    pick_day(form.rows["last_day"].field, date(2018, 10, 17))
    click(form.accept_button)
    # The cancelled sessions of the fourth day would lie outside.
    assert not form.isHidden()
