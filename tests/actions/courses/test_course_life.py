"""A course from its creation to its end: planned, moved, copied, closed, opened again; who teaches."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit.samples import FIRST, LAST
from tests.kit.world import World
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import signatories
from trainer_app.actions.courses import course_life, courses, enrolments, projects, sessions, teachers
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, CourseState, SessionState, TeachingRole
from trainer_app.domain.courses.planning import ClashKind, DayPlan
from trainer_app.system.clock import FixedClock

DRAFT = CourseDraft("GRM1", Texts(ru="Курс"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
WEEK = timedelta(days=7)


def test_a_course_and_its_sessions_are_one_step(trainer: Workplace) -> None:
    made = sessions.create_course_with_sessions(trainer, DRAFT, DayPlan(per_day=2))
    assert len(courses.get_course(trainer, made.key or "").sessions) == 6
    history.undo(trainer)
    assert courses.list_courses(trainer) == []
    assert sync_status.check(trainer).ok


def test_an_impossible_plan_creates_no_course(trainer: Workplace) -> None:
    plan = DayPlan(per_day=30)
    refused("planning.day_too_long", sessions.create_course_with_sessions, trainer, DRAFT, plan)
    assert courses.list_courses(trainer) == []


def test_courses_are_found_by_title_code_and_town_in_any_script(trainer: Workplace, room: Room) -> None:
    courses.create_course(trainer, DRAFT)

    def codes(text: str, project: str | None = None) -> list[str]:
        return [line.course.code for line in courses.list_courses(trainer, project, text)]

    assert codes("") == ["GRM1", "DSH1"]
    assert codes("garm") == codes("ғарм") == codes("grm1") == ["GRM1"]
    assert codes("vokunishi") == ["DSH1"]
    project = projects.list_projects(trainer)[0].key
    assert codes("", project) == ["DSH1"]
    assert codes("garm", project) == []


def test_sessions_stay_inside_the_days(trainer: Workplace, room: Room) -> None:
    draft = courses.draft_of(courses.get_course(trainer, room.course).course)
    shorter = replace(draft, last_day=date(2018, 10, 17))
    error = refused("course.sessions_outside", courses.change_course, trainer, room.course, shorter)
    assert error.values == {"count": 3}
    later = replace(draft, first_day=FIRST + WEEK, last_day=LAST + WEEK)
    refused("course.sessions_outside", courses.change_course, trainer, room.course, later)
    assert courses.get_course(trainer, room.course).course.first_day == FIRST


def test_a_postponed_course_takes_its_sessions_along(trainer: Workplace, room: Room) -> None:
    view = courses.get_course(trainer, room.course)
    later = replace(courses.draft_of(view.course), first_day=FIRST + WEEK, last_day=LAST + WEEK)
    courses.change_course(trainer, room.course, later, move_sessions=True)
    moved = courses.get_course(trainer, room.course)
    assert [each.day for each in moved.sessions] == [each.day + WEEK for each in view.sessions]
    assert [(each.key, each.start) for each in moved.sessions] == [
        (each.key, each.start) for each in view.sessions
    ]
    history.undo(trainer)
    assert courses.get_course(trainer, room.course) == view


def test_sessions_with_marks_do_not_move(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    draft = courses.draft_of(courses.get_course(trainer, room.course).course)
    later = replace(draft, first_day=FIRST + WEEK, last_day=LAST + WEEK)
    error = refused(
        "course.sessions_marked", courses.change_course, trainer, room.course, later, move_sessions=True
    )
    assert error.values == {"count": 1}
    assert courses.get_course(trainer, room.course).course.first_day == FIRST


def test_a_course_is_closed_on_its_last_day_and_its_sessions_with_it(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    refused("course.not_over", courses.close_course, trainer, room.course)
    refused("course.not_closed", courses.reopen_course, trainer, room.course)
    clock.advance(days=1)
    courses.close_course(trainer, room.course)
    view = courses.get_course(trainer, room.course)
    assert view.course.state is CourseState.CLOSED
    assert all(session.locked for session in view.sessions)
    refused(
        "attendance.locked",
        attendance.mark,
        trainer,
        room.enrolments[0],
        room.sessions[0],
        Mark.PRESENT,
    )
    refused("course.closed", courses.close_course, trainer, room.course)


def test_a_reopened_course_runs_but_each_session_needs_a_reason(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    clock.advance(days=1)
    courses.close_course(trainer, room.course)
    courses.reopen_course(trainer, room.course)
    view = courses.get_course(trainer, room.course)
    assert view.course.state is CourseState.RUNNING
    assert all(session.locked for session in view.sessions)
    sessions.unlock_session(trainer, room.sessions[0], "лист подписей нашёлся")
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)


def test_a_copy_keeps_topics_times_and_trainers_but_no_people(trainer: Workplace, room: Room) -> None:
    lead = teachers.assign_new(trainer, room.course, "Каримова Ситора", TeachingRole.LEAD_TRAINER).key or ""
    first = sessions.get_session(trainer, room.sessions[0])
    topic = Texts(tg="Мавзӯъ", ru="Тема", en="Topic")
    draft = replace(sessions.draft_of(first), topic=topic, trainers=(lead,))
    sessions.change_session(trainer, first.key, draft)
    sessions.cancel_session(trainer, room.sessions[1], "нет света")
    made = course_life.copy_course(trainer, room.course, CourseCopy("KHJ1", date(2018, 11, 5)))
    copy = courses.get_course(trainer, made.key or "")
    assert (copy.course.first_day, copy.course.last_day) == (date(2018, 11, 5), date(2018, 11, 8))
    assert (copy.sessions[0].topic, copy.sessions[0].trainers) == (topic, (lead,))
    assert {each.state for each in copy.sessions} == {SessionState.PLANNED}
    assert [(each.name, each.role) for each in copy.teachers] == [
        ("Каримова Ситора", TeachingRole.LEAD_TRAINER)
    ]
    assert courses.list_courses(trainer, text="KHJ1")[0].participants == 0


def test_a_copy_around_a_weekend_lasts_longer(trainer: Workplace, room: Room) -> None:
    friday = date(2018, 11, 9)
    made = course_life.copy_course(trainer, room.course, CourseCopy("KHJ1", friday, skip_weekends=True))
    copy = courses.get_course(trainer, made.key or "")
    assert sorted({each.day.day for each in copy.sessions}) == [9, 12, 13, 14]
    assert copy.course.last_day == date(2018, 11, 14)


def test_a_new_expert_is_a_person_from_then_on(trainer: Workplace, room: Room) -> None:
    made = teachers.assign_new(
        trainer, room.course, "  Lindqvist   James ", TeachingRole.INTERNATIONAL_EXPERT
    )
    person = people.get_person(trainer, made.key or "")
    assert person.name == "Lindqvist James"
    teacher = courses.get_course(trainer, room.course).teachers[0]
    assert (teacher.person, teacher.role) == (person.key, TeachingRole.INTERNATIONAL_EXPERT)
    teachers.assign(trainer, room.course, person.key, TeachingRole.OBSERVER)
    assert [each.role for each in courses.get_course(trainer, room.course).teachers] == [
        TeachingRole.OBSERVER
    ]
    refused("person.no_name", teachers.assign_new, trainer, room.course, "  ", TeachingRole.TRAINER)


def test_two_courses_that_need_one_trainer_at_one_time_clash(trainer: Workplace, room: Room) -> None:
    lead = teachers.assign_new(trainer, room.course, "Каримова Ситора", TeachingRole.LEAD_TRAINER).key or ""
    assert teachers.clashes(trainer, room.course) == ()
    other = replace(DRAFT, first_day=FIRST, last_day=FIRST)
    made = sessions.create_course_with_sessions(trainer, other, DayPlan(per_day=1))
    theirs = courses.get_course(trainer, made.key or "").sessions[0].key
    for key in (room.sessions[0], theirs):
        draft = sessions.draft_of(sessions.get_session(trainer, key))
        sessions.change_session(trainer, key, replace(draft, trainers=(lead,)))
    found = teachers.clashes(trainer, room.course)
    assert [(each.kind, each.what, {each.first, each.second}) for each in found] == [
        (ClashKind.TRAINER, lead, {room.sessions[0], theirs})
    ]


def test_two_sessions_of_a_course_do_not_fit_one_room(trainer: Workplace, room: Room) -> None:
    sessions.move_session(trainer, room.sessions[1], FIRST, 9 * 60 + 30)
    found = teachers.clashes(trainer, room.course)
    assert [(each.kind, each.first, each.second) for each in found] == [
        (ClashKind.ROOM, room.sessions[0], room.sessions[1])
    ]


def test_marks_are_missing_where_a_day_has_passed_but_not_before_somebody_came(
    trainer: Workplace, room: Room
) -> None:
    def missing() -> int:
        return courses.get_line(trainer, room.course).unmarked

    # Two days of three sessions have passed; today is the third.
    assert missing() == 2 * 3 * 3
    enrolments.add_walk_in(trainer, room.course, "Юсупов Юсуф", first_day=date(2018, 10, 16))
    assert missing() == 2 * 3 * 3 + 3
    sessions.cancel_session(trainer, room.sessions[0], "нет света")
    assert missing() == 2 * 3 * 3 + 3 - 3
    attendance.mark_rest(trainer, room.sessions[3], Mark.PRESENT)
    assert missing() == 2 * 3 * 3 + 3 - 3 - 4
    attendance.mark(trainer, room.enrolments[0], room.sessions[6], Mark.PRESENT)
    assert missing() == 2 * 3 * 3 + 3 - 3 - 4 + 3


@pytest.mark.parametrize(
    ("code", "signs"),
    [("/tmp/x/unissued.", "/ ."), ("DSH:1", ":"), (".DSH1", "."), ("D\tS", "␣"), ('a"b?', '" ?')],
)
def test_a_code_that_names_no_file_is_refused_with_the_signs(
    trainer: Workplace, room: Room, code: str, signs: str
) -> None:
    """S3: it stands on papers and begins the names of files."""
    draft = CourseDraft(code, Texts(en="T"), FIRST, LAST)
    with pytest.raises(TrainerError) as told:
        courses.create_course(trainer, draft)
    assert (told.value.code, told.value.values["signs"]) == ("course.bad_code", signs)
    refused("course.bad_code", courses.change_course, trainer, room.course, draft)
    courses.create_course(trainer, replace(draft, code="ДШБ-1.2 (б)"))


def test_whoever_copies_a_course_on_a_laptop_leads_it_where_nobody_does(tmp_path: Path) -> None:
    """S3: the office makes the owner of a laptop a trainer only, and "Nobody signs" stood on the copy."""
    with World(tmp_path).office().trainer().joined("T5").open() as story:
        work = story.works["trainer"]
        made = courses.create_course(work, DRAFT, lead=True).key or ""
        (own,) = teachers.teachers_of(work, made)
        assert own.role is TeachingRole.LEAD_TRAINER, "as on a laptop of no office"
        teachers.assign(work, made, own.person, TeachingRole.TRAINER)
        assert signatories.lines_without_lead(work, made)
        copy = course_life.copy_course(work, made, CourseCopy("GRM2", DRAFT.first_day + WEEK)).key or ""
        assert [(each.person, each.role) for each in teachers.teachers_of(work, copy)] == [
            (own.person, TeachingRole.LEAD_TRAINER)
        ]
        assert not signatories.lines_without_lead(work, copy)
        other = teachers.assign_new(work, made, "Каримова Ситора", TeachingRole.LEAD_TRAINER).key or ""
        copy = course_life.copy_course(work, made, CourseCopy("GRM3", DRAFT.first_day + WEEK)).key or ""
        found = {each.person: each.role for each in teachers.teachers_of(work, copy)}
        assert found == {own.person: TeachingRole.TRAINER, other: TeachingRole.LEAD_TRAINER}
