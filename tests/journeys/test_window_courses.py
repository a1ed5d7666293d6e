"""Step 1 goes on: the office sets up the series in the window: a project, a course, its sessions by day."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSpinBox

from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_first_start import begin
from tests.kit.seat import CTRL, SHIFT, Seat
from trainer_app.actions.courses import courses, projects
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CompletionRule, SessionState

FIRST, LAST = date(2018, 10, 15), date(2018, 10, 18)


def create_project(seat: Seat) -> None:
    """Fill in the project's form by keyboard, Enter saves."""
    seat.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert seat.focus().objectName() == "project_code"
    seat.type("DV2018")
    for name, text in (
        ("project_donor", "Fund for Safe Homes"),
        ("project_title_tg", "Вокуниши милитсия ба зӯроварӣ"),
        ("project_title_ru", "Реагирование милиции на насилие"),
        ("project_title_en", "Police Response to Domestic Violence"),
        ("project_organiser_tg", "Барномаи омӯзиши кормандони милитсия"),
        ("project_head", "М. Саидова"),
    ):
        seat.fill(name, text)
    seat.press(Qt.Key.Key_Return)
    assert not seat.sees("project_form")


def create_course(seat: Seat, code: str = "DSH1") -> None:
    """Fill in the course's form and let three sessions a day be planned."""
    seat.press(Qt.Key.Key_N, CTRL)
    assert seat.focus().objectName() == "course_title_en", "a code is proposed"
    seat.fill("course_code", code)
    seat.fill("course_title_tg", "Вокуниши милитсия")
    seat.fill("course_title_ru", "Реагирование милиции")
    seat.fill("course_town", "Душанбе")
    seat.fill("course_district", "Душанбе")
    seat.fill("course_venue", "Академия ВКД")
    seat.pick_day("course_first_day", FIRST)
    seat.pick_day("course_last_day", LAST)
    seat.choose("course_project", "DV2018")
    if seat.see("course_language_ru", QAbstractButton).isChecked() is False:
        seat.click("course_language_ru")
    seat.click("course_form_accept")
    assert not seat.sees("course_form"), "the course is open now"


def test_a_series_is_set_up_and_its_days_are_planned(make_seat: MakeSeat) -> None:
    seat = make_seat()
    begin(seat)
    seat.open("courses")
    assert seat.focus().objectName() == "courses_create_first", "an empty list offers what to do"
    create_project(seat)
    (project,) = projects.list_projects(seat.work)
    assert (project.code, project.donor, project.head) == ("DV2018", "Fund for Safe Homes", "М. Саидова")
    assert project.title == Texts(
        tg="Вокуниши милитсия ба зӯроварӣ",
        ru="Реагирование милиции на насилие",
        en="Police Response to Domestic Violence",
    )
    create_course(seat)
    view = courses.get_course(seat.work, courses.find_course(seat.work, "dsh1"))
    assert view.course.project == project.key
    assert (view.course.first_day, view.course.last_day) == (FIRST, LAST)
    assert view.course.rule == CompletionRule()
    assert [(each.day.day, each.start) for each in view.sessions] == [
        (day, start) for day in (15, 16, 17, 18) for start in (540, 660, 840)
    ]
    assert seat.text("course_head_title").startswith("Душанбе"), "and is open in its workspace"


def test_sessions_get_topics_move_are_cancelled_and_all_of_it_goes_back(make_seat: MakeSeat) -> None:
    seat = make_seat()
    begin(seat)
    seat.open("courses")
    create_project(seat)
    create_course(seat)
    seat.open_tab("schedule")
    seat.select("schedule_table", "09:00")
    seat.press(Qt.Key.Key_Return)
    seat.fill("session_topic_tg", "Мафҳум ва намудҳо")
    seat.fill("session_topic_ru", "Понятие и виды")
    seat.press(Qt.Key.Key_Return)
    key = courses.find_course(seat.work, "DSH1")
    assert courses.get_course(seat.work, key).sessions[0].topic == Texts(
        tg="Мафҳум ва намудҳо", ru="Понятие и виды"
    )
    assert any("Понятие" in cell or "Мафҳум" in cell for cell in seat.cells("schedule_table")[0])
    seat.press(Qt.Key.Key_X, CTRL | SHIFT)
    assert seat.sees("reason_form")
    seat.type("барқ нест")
    seat.press(Qt.Key.Key_Return)
    assert courses.get_course(seat.work, key).sessions[0].state is SessionState.CANCELLED
    seat.press(Qt.Key.Key_Z, CTRL)
    assert courses.get_course(seat.work, key).sessions[0].state is SessionState.PLANNED
    seat.press(Qt.Key.Key_Delete)
    assert len(courses.get_course(seat.work, key).sessions) == 11
    seat.click("rail_undo")
    assert len(courses.get_course(seat.work, key).sessions) == 12


def test_a_rule_that_is_typed_is_the_rule_and_a_code_is_taken_once(make_seat: MakeSeat) -> None:
    seat = make_seat()
    begin(seat)
    seat.open("courses")
    create_project(seat)
    create_course(seat)
    seat.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert seat.cells("courses_table")[0][0].startswith("Вокуниши"), "back in the list"
    seat.click("courses_create")
    seat.fill("course_code", "dsh1")
    seat.click("course_form_accept")
    assert "dsh1" in seat.text("course_code_error"), "refused at its field, nothing typed is lost"
    seat.fill("course_code", "GRM1")
    seat.see("rule_share_limit", QSpinBox).setValue(75)
    seat.click("course_form_accept")
    made = courses.get_course(seat.work, courses.find_course(seat.work, "GRM1"))
    assert made.course.rule.share == 7500
    assert len(courses.list_courses(seat.work)) == 2
