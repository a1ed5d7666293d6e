"""The forms of projects and courses: what is typed is what is kept, a refusal stands at its field."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.kit.samples import DAY
from tests.kit.world import Story
from tests.ui.courses_parts import GARM, PROJECT, add_garm, courses_of, pick_day, view_of, write_in
from tests.ui.driving import click, find, press, settle, show, switched_off, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.courses import courses, projects
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.schema import field_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CompletionRule, CourseKind, TeachingRole
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.forms import CourseForm, RuleFields
from trainer_app.ui.courses.screen import CoursesScreen
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

FIRST, LAST = date(2018, 11, 5), date(2018, 11, 7)


def new_course(workspace: Workspace) -> tuple[CoursesScreen, CourseForm]:
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not screen.course_form.isHidden()
    language = workspace.context.language.code
    assert screen.course_form.rows["title"].lines[language].hasFocus(), "a code is proposed"
    return screen, screen.course_form


def fill_in(form: CourseForm, code: str = "BHT-1") -> None:
    rows = form.rows
    write_in(rows["code"].field, code)
    write_in(rows["title"].lines["tg"], "Курси Бохтар")
    write_in(rows["title"].lines["ru"], "Курс в Бохтаре")
    write_in(rows["town"].field, "Бохтар")
    write_in(rows["venue"].field, "Китобхона")
    pick_day(rows["first_day"].field, FIRST)
    pick_day(rows["last_day"].field, LAST)


def test_a_new_course_is_created_with_its_sessions_and_opened(workspace: Workspace, story: Story) -> None:
    project = projects.create_project(story.work, PROJECT).key
    screen, form = new_course(workspace)
    fill_in(form)
    rows = form.rows
    rows["project"].field.setCurrentIndex(rows["project"].field.findData(project))
    rows["kind"].field.setCurrentIndex(rows["kind"].field.findData("training_of_trainers"))
    click(rows["languages"].field.ticks["tg"])
    click(rows["rule"].test)
    rows["rule"].share_limit.setValue(75)
    form.plan.rows["per_day"].field.setValue(2)
    press(rows["code"].field, Qt.Key.Key_Return)
    assert form.isHidden()
    assert screen.in_course()
    view = view_of(story.work, screen.workspace.course)
    course = view.course
    assert (course.code, course.title) == ("BHT-1", Texts(tg="Курси Бохтар", ru="Курс в Бохтаре"))
    assert (course.town, course.venue, course.project) == ("Бохтар", "Китобхона", project)
    assert (course.first_day, course.last_day) == (FIRST, LAST)
    assert course.kind is CourseKind.TRAINING_OF_TRAINERS
    assert set(course.languages) == {"en", "tg"}
    assert course.rule == CompletionRule(7500, None)
    assert [(each.day.day, each.start) for each in view.sessions] == [
        (day, start) for day in (5, 6, 7) for start in (540, 660)
    ]
    history.undo(story.work)
    assert [line.course.code for line in courses.list_courses(story.work)] == ["DSH-1"]


def test_who_makes_a_course_leads_it_unless_that_is_unticked(workspace: Workspace, story: Story) -> None:
    assert story.work.user == "Д. Назарова"
    screen, form = new_course(workspace)
    fill_in(form)
    press(form.rows["code"].field, Qt.Key.Key_Return)
    led = view_of(story.work, screen.workspace.course).teachers
    assert [(each.name, each.role) for each in led] == [("Назарова Д.", TeachingRole.LEAD_TRAINER)]
    screen.show_list()
    screen, form = new_course(workspace)
    fill_in(form, "BHT-2")
    click(find(form, QAbstractButton, "course_lead"))
    press(form.rows["code"].field, Qt.Key.Key_Return)
    assert view_of(story.work, screen.workspace.course).teachers == ()


def test_a_code_is_proposed_and_typing_replaces_it(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    field = form.rows["code"].field
    assert field.text() == "2018-1"
    while not field.hasFocus():
        press(form.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert "Required" in form.rows["code"].description.text()
    type_text(field, "BHT-9")
    assert field.text() == "BHT-9"
    form.rows["title"].lines["en"].setText("Second thoughts")
    assert form.is_begun(), "asked before it is thrown away"
    form.dismiss()


def test_what_was_wrong_with_a_day_is_forgotten_with_the_form(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    day = form.rows["first_day"]
    type_text(day.field, "31.02.2027")
    press(day.field, Qt.Key.Key_Tab)
    assert day.error.text() == "There is no day 31.02.2027"
    form.dismiss()
    _, form = new_course(workspace)
    assert form.rows["first_day"].error.isHidden()


def test_sessions_can_wait(workspace: Workspace, story: Story) -> None:
    screen, form = new_course(workspace)
    fill_in(form)
    click(form.rows["plan"])
    assert form.plan.isHidden()
    click(form.accept_button)
    assert view_of(story.work, screen.workspace.course).sessions == ()


def test_the_preview_shows_the_times_at_once_and_says_what_cannot_be(
    workspace: Workspace, story: Story
) -> None:
    _, form = new_course(workspace)
    plan = form.plan
    form.plan.set_days(FIRST, LAST)
    assert plan.result.strong.text().split() == ["09:00–10:30", "11:00–12:30", "14:00–15:30"]
    assert plan.result.small.text() == "9 sessions · 3 days · 13.5 h"
    plan.rows["minutes"].field.setValue(45)
    plan.rows["break_minutes"].field.setValue(15)
    assert plan.result.strong.text().split() == ["09:00–09:45", "10:00–10:45", "11:00–11:45"]
    click(plan.lunch.tick)
    assert not plan.lunch.start.isEnabled()
    plan.rows["per_day"].field.setValue(12)
    plan.rows["minutes"].field.setValue(120)
    assert plan.result.strong.property("role") == "error"
    assert plan.result.small.isHidden()
    fill_in(form)
    click(form.accept_button)
    assert not form.isHidden()
    assert form.trouble.text() == plan.result.strong.text()
    assert len(courses.list_courses(story.work)) == 1


def test_a_weekend_can_be_left_out(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    form.plan.set_days(date(2018, 11, 9), date(2018, 11, 12))
    assert form.plan.result.small.text().startswith("12 sessions")
    click(form.plan.rows["skip_weekends"])
    assert form.plan.result.small.text().startswith("6 sessions · 2 days")


@pytest.mark.parametrize(("code", "said"), [("", "needs a short code"), ("dsh-1", "dsh-1 already")])
def test_a_refusal_stands_at_the_code_and_nothing_typed_is_lost(
    workspace: Workspace, story: Story, code: str, said: str
) -> None:
    _, form = new_course(workspace)
    fill_in(form, code)
    click(form.accept_button)
    row = form.rows["code"]
    assert not form.isHidden()
    assert said in row.error.text()
    assert row.field.hasFocus()
    assert row.field.property("wrong") == "true"
    assert form.rows["town"].field.text() == "Бохтар"
    write_in(row.field, "BHT-1")
    click(form.accept_button)
    assert row.error.text() == ""
    assert len(courses.list_courses(story.work)) == 2


def test_reversed_days_are_told_at_the_last_day(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    fill_in(form)
    pick_day(form.rows["last_day"].field, date(2018, 11, 1))
    click(form.accept_button)
    assert "before the first" in form.rows["last_day"].error.text()


def test_the_last_day_follows_the_first(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    fill_in(form)
    pick_day(form.rows["first_day"].field, date(2018, 12, 30))
    assert form.value("last_day") == date(2019, 1, 1)


def test_esc_and_cancel_leave_everything_as_it_was(workspace: Workspace, story: Story) -> None:
    screen, form = new_course(workspace)
    fill_in(form)
    press(form.rows["town"].field, Qt.Key.Key_Escape)
    assert not form.isHidden(), "so much typed is not thrown away by one key"
    click(find(workspace.window(), ConfirmDialog, "panel_question").yes)
    assert form.isHidden()
    assert screen.course_list.table.hasFocus()
    assert len(courses.list_courses(story.work)) == 1
    screen.course_list.create_requested.emit()
    assert form.rows["town"].field.text() == ""


def test_a_form_that_was_begun_is_not_emptied_by_the_key_that_opened_it(
    workspace: Workspace, story: Story
) -> None:
    """S2: Ctrl+N in an open form emptied it, and nothing brought it back."""
    screen, form = new_course(workspace)
    control = Qt.KeyboardModifier.ControlModifier
    title = form.rows["title"].lines[workspace.context.language.code]
    town = form.rows["town"].field
    type_text(title, "Волидон")
    press(title, Qt.Key.Key_N, control)
    assert (title.text(), title.hasFocus()) == ("Волидон", True), "be it one line"
    type_text(town, "Рашт")
    workspace.open("today")
    press(workspace, Qt.Key.Key_N, control)
    assert (title.text(), town.text(), town.hasFocus()) == ("Волидон", "Рашт", True)
    # Another form, or a course that is gone to, asks as closing does.
    asks: list[tuple[Callable[[], object], Callable[[], bool]]] = [
        (
            lambda: click(screen.course_list.buttons["create_project"]),
            lambda: not screen.project_form.isHidden(),
        ),
        (lambda: workspace.context.go("courses", course=story.course), screen.in_course),
    ]
    for act, done in asks:
        act()
        click(find(workspace.window(), ConfirmDialog, "panel_question").no)
        settle()
        assert (title.text(), town.text(), form.isHidden(), done()) == ("Волидон", "Рашт", False, False)
        act()
        click(find(workspace.window(), ConfirmDialog, "panel_question").yes)
        assert (form.isHidden(), done()) == (True, True)
        screen.show_list()
        screen.course_list.create_requested.emit()
        assert (title.text(), town.text()) == ("", "")
        type_text(title, "Волидон")
        type_text(town, "Рашт")


def test_a_project_that_was_begun_goes_on(workspace: Workspace) -> None:
    screen = courses_of(workspace)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(screen.course_list.table, Qt.Key.Key_N, keys)
    donor = screen.project_form.rows["donor"].field
    type_text(donor, "OSCE")
    screen.course_list.table.setFocus()
    press(screen.course_list.table, Qt.Key.Key_N, keys)
    assert (donor.text(), donor.hasFocus()) == ("OSCE", True)


def test_a_course_is_changed_and_its_other_fields_stay(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    screen = courses_of(workspace)
    screen.course_form.open_course(garm)
    form = screen.course_form
    assert form.rows["plan"].isHidden()
    write_in(form.rows["venue"].field, "Мактаб №2")
    click(form.accept_button)
    changed = view_of(story.work, garm).course
    assert changed.venue == "Мактаб №2"
    assert courses.draft_of(changed) == replace(GARM, venue="Мактаб №2")


def test_places_and_when_one_is_late_are_kept(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    screen = courses_of(workspace)
    form = screen.course_form
    form.open_course(garm)
    assert form.rows["capacity"].field.text() == "not said"
    assert form.rows["late_after"].field.value() == 10
    form.rows["capacity"].field.setValue(25)
    form.rows["late_after"].field.setValue(15)
    click(form.accept_button)
    changed = view_of(story.work, garm).course
    assert (changed.capacity, changed.late_after) == (25, 15)
    form.open_course(garm)
    form.rows["capacity"].field.setValue(0)
    click(form.accept_button)
    assert view_of(story.work, garm).course.capacity is None


@pytest.mark.parametrize(
    ("code", "caption", "sentence"),
    [
        ("en", "Late after (minutes)", "changed: late after (minutes)"),
        ("ru", "Опоздание после (минут)", "изменено: опоздание после (минут)"),
        ("tg", "Дер пас аз (дақиқа)", "тағйир ёфт: дер пас аз (дақиқа)"),
    ],
)
def test_when_one_is_late_has_one_name_in_the_form_and_in_sentences(
    workspace: Workspace, language: LanguageSwitch, code: str, caption: str, sentence: str
) -> None:
    language.choose(code)
    assert courses_of(workspace).course_form.caption("late_after") == caption
    changed = Label("approval.change.other", {"what": field_label("course", "late_after")})
    assert label_text(changed, code) == sentence


def test_another_first_day_takes_the_sessions_along_unless_they_have_marks(
    workspace: Workspace, story: Story
) -> None:
    screen = courses_of(workspace)
    form = screen.course_form
    form.open_course(story.course)
    assert form.rows["move_sessions"].isHidden()
    pick_day(form.rows["first_day"].field, date(2018, 10, 22))
    assert not form.rows["move_sessions"].isHidden()
    click(form.accept_button)
    assert "marks already" in form.rows["first_day"].error.text()
    click(form.rows["move_sessions"])
    click(form.accept_button)
    assert "outside" in form.rows["last_day"].error.text()
    table = attendance.grid(story.work, story.course)
    for place, row in enumerate(table.rows):
        for at, cell in enumerate(row.cells):
            if cell is not None and cell.mark is not None:
                attendance.mark(story.work, table.rows[place].enrolment, table.sessions[at].key, None)
    click(form.rows["move_sessions"])
    click(form.accept_button)
    assert form.isHidden()
    assert view_of(story.work, story.course).sessions[0].day == date(2018, 10, 22)
    attendance.mark(story.work, story.enrolments[0], table.sessions[0].key, Mark.PRESENT)


def test_a_project_has_its_days_once_they_are_planned(workspace: Workspace, story: Story) -> None:
    workspace.open("courses")
    form = courses_of(workspace).project_form
    form.open_new()
    rows = form.rows
    rows["code"].field.setText("D1")
    first, last = (rows[name].field for name in ("first_day", "last_day"))
    click(first.known)
    pick_day(first.shown, date(2018, 10, 1))
    click(last.known)
    pick_day(last.shown, date(2018, 9, 30))
    click(form.accept_button)
    assert "before the first" in rows["last_day"].error.text()
    click(last.known)
    click(form.accept_button)
    made = projects.find_project(story.work, "d1")
    assert (made.first_day, made.last_day) == (date(2018, 10, 1), None)
    form.open_project(made.key)
    assert (first.known.isChecked(), last.known.isChecked(), last.shown.isVisible()) == (True, False, False)
    click(first.known)
    click(form.accept_button)
    assert projects.get_project(story.work, made.key).first_day is None


def test_a_day_of_a_project_begins_with_today_by_the_programs_clock(
    workspace: Workspace, story: Story
) -> None:
    workspace.open("courses")
    form = courses_of(workspace).project_form
    form.open_new()
    first, last = (form.rows[name].field for name in ("first_day", "last_day"))
    click(first.known)
    assert first.day() == DAY
    form.rows["code"].field.setText("D1")
    pick_day(first.shown, date(2018, 10, 1))
    click(form.accept_button)
    story.clock.set(datetime(2019, 3, 4, 9, tzinfo=ZoneInfo("Asia/Dushanbe")))
    form.open_new()
    click(first.known)
    click(last.known)
    assert (first.day(), last.day()) == (date(2019, 3, 4), date(2019, 3, 4)), "and not with another project's"


def test_a_project_plans_no_more_women_than_people(workspace: Workspace, story: Story) -> None:
    workspace.open("courses")
    form = courses_of(workspace).project_form
    form.open_new()
    rows = form.rows
    rows["code"].field.setText("W1")
    rows["title"].lines["en"].setText("Women")
    rows["planned_participants"].field.setText("40")
    rows["planned_women"].field.setText("60")
    click(form.accept_button)
    assert projects.list_projects(story.work) == []
    assert "60" in rows["planned_women"].error.text()
    rows["planned_women"].field.setText("20")
    click(form.accept_button)
    assert projects.find_project(story.work, "w1").planned_women == 20


def test_a_project_is_created_and_changed(workspace: Workspace, story: Story) -> None:
    screen = courses_of(workspace)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(screen.course_list.table, Qt.Key.Key_N, modifiers)
    form = screen.project_form
    assert form.rows["code"].field.hasFocus()
    click(form.accept_button)
    assert "short code" in form.rows["code"].error.text()
    write_in(form.rows["code"].field, "DV18")
    write_in(form.rows["donor"].field, "Donor")
    write_in(form.rows["organiser"].lines["tg"], "Барнома")
    write_in(form.rows["head"].field, "М. Саидова")
    press(form.rows["head"].field, Qt.Key.Key_Return)
    assert form.isHidden()
    project = projects.find_project(story.work, "dv18")
    assert (project.donor, project.organiser["tg"], project.head) == ("Donor", "Барнома", "М. Саидова")
    form.open_project(project.key)
    write_in(form.rows["title"].lines["en"], "Series")
    click(form.accept_button)
    assert projects.get_project(story.work, project.key).title == Texts(en="Series")
    form.open_new()
    write_in(form.rows["code"].field, "dv18")
    click(form.accept_button)
    assert "already" in form.rows["code"].error.text()


def test_one_form_closes_the_other(workspace: Workspace, story: Story) -> None:
    screen, form = new_course(workspace)
    screen.course_list.project_requested.emit("")
    assert form.isHidden()
    assert not screen.project_form.isHidden()


def test_while_long_work_writes_nothing_is_saved(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    fill_in(form)

    said: list[str] = []

    def save_meanwhile(_work: object, _progress: object) -> None:
        click(form.accept_button)
        said.append(form.trouble.text())

    workspace.context.run("Work", save_meanwhile, done=lambda _nothing: None)
    assert not form.isHidden()
    assert said != [""]
    assert form.trouble.text() == "", "it goes once nothing is in the way any more"
    assert len(courses.list_courses(story.work)) == 1


def test_forms_speak_the_language_of_the_window(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    _, form = new_course(workspace)
    language.choose("ru")
    settle()
    assert form.title.text() == "Новый курс"
    assert form.rows["town"].caption.text() == "Город"
    assert form.rows["title"].lines["tg"].accessibleName() == "Название: Тоҷикӣ"
    assert form.plan.result.small.text().endswith("ч")
    assert form.rows["kind"].field.count() == len(CourseKind)


def test_the_window_asks_before_it_closes_over_a_form(workspace: Workspace, story: Story) -> None:
    _, form = new_course(workspace)
    assert workspace.doubt() is None, "nothing is typed yet"
    type_text(form.rows["title"].lines["tg"], "Курси нав")
    window = workspace.window()
    window.close()
    click(find(window, ConfirmDialog, "leave_question").no)
    fill_in(form)
    window.close()
    assert window.isVisible()
    click(find(window, ConfirmDialog, "leave_question").no)
    settle()
    assert form.isVisible()
    click(form.cancel_button)
    assert workspace.doubt() is None


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_form_of_a_new_course_is_no_wider_than_its_panel(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    """Its right side was cut in Tajik: one tick with long words made it wider."""
    language.choose(code)
    workspace.window().resize(1366, 768)
    show(workspace.window())
    _, form = new_course(workspace)
    settle()
    area = find(form, QScrollArea, "course_form_scroll")
    assert area.verticalScrollBar().isVisible()
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_switching_the_computer_off_is_held_back_over_a_form(workspace: Workspace, story: Story) -> None:
    """Whoever closes the lid on a form finds its words; marks are on the disk as soon as they show."""
    _, form = new_course(workspace)
    window = workspace.window()
    assert isinstance(window, MainWindow)
    assert not switched_off(window)
    fill_in(form)
    assert switched_off(window)
    click(find(window, ConfirmDialog, "leave_question").no)
    settle()
    assert form.isVisible()
    click(form.cancel_button)
    assert not switched_off(window)


def test_another_language_is_nothing_typed(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    _, form = new_course(workspace)
    for code in ("tg", "ru"):
        language.choose(code)
        settle()
        assert not form.is_begun()
    press(form.rows["town"].field, Qt.Key.Key_Escape)
    assert form.isHidden()


def test_a_limit_with_hundredths_is_shown_and_kept_until_it_is_changed(qtbot: QtBot) -> None:
    fields = RuleFields()
    qtbot.addWidget(fields)
    fields.set_rule(CompletionRule(7950, 6000))
    assert fields.share_limit.text() == "79.5\N{NO-BREAK SPACE}%"
    assert fields.rule() == CompletionRule(7950, 6000)
    fields.share_limit.setValue(75)
    assert fields.share_limit.text() == "75\N{NO-BREAK SPACE}%"
    assert fields.rule() == CompletionRule(7500, 6000)


def test_a_last_day_that_moves_along_with_the_first_is_told(workspace: Workspace, story: Story) -> None:
    """It moved without a word, and was found on the certificates."""
    _, form = new_course(workspace)
    fill_in(form)
    last = form.rows["last_day"]
    assert last.description.text() == "3 days in all"
    pick_day(form.rows["first_day"].field, date(2018, 11, 12))
    assert form.value("last_day") == date(2018, 11, 14)
    assert last.description.text() == "Moved with the first day: 3 days"
    pick_day(last.field, date(2018, 11, 12))
    assert last.description.text() == "1 day in all"
    pick_day(last.field, date(2018, 11, 9))
    assert last.description.text() == "The last day is before the first one."


def test_a_weekend_between_the_days_of_a_new_course_is_said_below_them(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    """Three days from Friday on are two days of sessions: it was seen in the schedule only."""
    _, form = new_course(workspace)
    fill_in(form)
    last = form.rows["last_day"]
    pick_day(form.rows["first_day"].field, date(2018, 11, 9))
    pick_day(last.field, date(2018, 11, 13))
    assert last.description.text() == "5 days in all"
    click(form.plan.rows["skip_weekends"])
    over = "Saturday and Sunday are left out: the sessions end on 13.11.2018."
    assert last.description.text() == f"5 days in all. {over}"
    pick_day(last.field, date(2018, 11, 11))
    assert last.description.text().endswith("the sessions end on 09.11.2018.")
    click(form.rows["plan"])
    assert last.description.text() == "3 days in all"
