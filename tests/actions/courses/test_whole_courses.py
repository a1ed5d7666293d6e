"""Courses as a whole: copies keep forms and follow their sessions; put away; deleted while empty."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit.samples import FIRST, LAST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import course_life, courses, enrolments, sessions, teachers
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import forms, questions
from trainer_app.actions.exchange import packs, sending
from trainer_app.actions.people import people
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.settings import DEVICE_CODE
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ResitRule, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind
from trainer_app.domain.today.overview import DueKind
from trainer_app.store.base.drafts import Write

SATURDAY = date(2018, 11, 10)
DRAFT = CourseDraft("GRM1", Texts(ru="Курс"), date(2018, 10, 22), date(2018, 10, 24), town="Ғарм")


def a_test(work: Workplace) -> str:
    right = Option(Texts.same("yes"), 10_000)
    question = Question("", QuestionKind.SINGLE, Texts.same("?"), (right, Option(Texts.same("no"))))
    key = questions.save_question(work, question).key or ""
    return forms.save_form(work, Form("", FormKind.TEST, Texts.same("Test"), questions=(key,))).key or ""


def view_of(work: Workplace, key: str) -> tuple[date, date, list[date]]:
    view = courses.get_course(work, key)
    return view.course.first_day, view.course.last_day, sorted({each.day for each in view.sessions})


def test_first_and_last_day_of_a_copy_are_those_of_its_sessions(trainer: Workplace, room: Room) -> None:
    wanted = CourseCopy("KHJ1", SATURDAY, skip_weekends=True)
    copy = course_life.copy_course(trainer, room.course, wanted).key or ""
    first, last, days = view_of(trainer, copy)
    assert (first, last) == (date(2018, 11, 12), date(2018, 11, 15)) == (days[0], days[-1])
    assert course_life.copied_days(courses.get_course(trainer, room.course), wanted) == (first, last)
    on_weekend = course_life.copy_course(trainer, room.course, CourseCopy("KHJ2", SATURDAY)).key or ""
    assert view_of(trainer, on_weekend)[:2] == (SATURDAY, date(2018, 11, 13))


def test_a_copy_without_sessions_keeps_its_length(trainer: Workplace) -> None:
    made = courses.create_course(trainer, DRAFT).key or ""
    copy = course_life.copy_course(trainer, made, CourseCopy("KHJ1", SATURDAY)).key or ""
    assert view_of(trainer, copy) == (SATURDAY, date(2018, 11, 12), [])


def test_a_copy_keeps_forms_and_says_another_place(trainer: Workplace, room: Room) -> None:
    form = a_test(trainer)
    for occasion in (Occasion.PRE, Occasion.POST):
        sitting = forms.choose_form(trainer, room.course, form, occasion).key or ""
        forms.change_sitting(trainer, replace(forms.get_sitting(trainer, sitting), minutes=30))
    forms.set_resit_rule(trainer, room.course, ResitRule.LAST)
    wanted = CourseCopy(
        "KHJ1", SATURDAY, title=Texts(ru="Другой"), town="Хуҷанд", district="Суғд", venue="Зал"
    )
    copy = course_life.copy_course(trainer, room.course, wanted).key or ""
    course = courses.get_course(trainer, copy).course
    assert (course.town, course.district, course.venue) == ("Хуҷанд", "Суғд", "Зал")
    assert (course.title, course.resit_rule) == (Texts(ru="Другой"), ResitRule.LAST)
    found = {
        (each.sitting.form, each.sitting.occasion, each.sitting.minutes)
        for each in forms.list_sittings(trainer, copy)
    }
    assert found == {(form, Occasion.PRE, 30), (form, Occasion.POST, 30)}
    without = course_life.copy_course(trainer, room.course, CourseCopy("KHJ2", SATURDAY, forms=False)).key
    assert forms.list_sittings(trainer, without or "") == []
    history.undo(trainer)
    history.undo(trainer)
    assert [line.course.code for line in courses.list_courses(trainer)] == ["DSH1"]
    assert sync_status.check(trainer).ok


def test_a_course_made_by_mistake_is_deleted_with_its_plan_and_comes_back(
    trainer: Workplace, room: Room
) -> None:
    made = sessions.create_course_with_sessions(trainer, DRAFT, DayPlan(per_day=2)).key or ""
    person = enrolments.add_by_name(trainer, made, "Пирова Шаҳноза").key or ""
    teachers.assign_new(trainer, made, "Каримова Ситора", TeachingRole.LEAD_TRAINER)
    forms.choose_form(trainer, made, a_test(trainer), Occasion.PRE)
    before = courses.get_course(trainer, made), enrolments.list_enrolments(trainer, made)
    known = len(people.search(trainer, ""))
    assert course_life.obstacles(trainer, made) == []
    changes = course_life.remove_course(trainer, made)
    assert ("course", made) in changes.touched
    assert changes.label == Label("course.step.remove", {"code": "GRM1"})
    assert not courses.has_course(trainer, made)
    assert len(people.search(trainer, "")) == known, f"{person} stays known"
    assert sync_status.check(trainer).ok
    history.undo(trainer)
    assert (courses.get_course(trainer, made), enrolments.list_enrolments(trainer, made)) == before
    assert len(forms.list_sittings(trainer, made)) == 1
    history.redo(trainer)
    assert not courses.has_course(trainer, made)
    # The code is free again.
    assert courses.create_course(trainer, DRAFT).step is not None


def test_a_mark_that_was_taken_back_hinders_nothing(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    error = refused("course.not_empty", course_life.remove_course, trainer, room.course)
    assert error.values["reasons"] == [Label("course.holds.marked", {"count": 1})]
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], None)
    course_life.remove_course(trainer, room.course)
    assert courses.list_courses(trainer) == []
    assert sync_status.check(trainer).ok


def test_what_was_sent_is_not_deleted(joined: Workplace, stick: Path) -> None:
    made = courses.create_course(joined, DRAFT).key or ""
    assert course_life.obstacles(joined, made) == []
    sending.export(joined, stick)
    error = refused("course.not_empty", course_life.remove_course, joined, made)
    assert error.values["reasons"] == [Label("course.holds.sent")]
    # What is made afterwards is known nowhere else.
    later = courses.create_course(joined, replace(DRAFT, code="LATER")).key or ""
    course_life.remove_course(joined, later)


def test_the_office_deletes_what_no_laptop_was_given(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    given = courses.create_course(bureau, DRAFT).key or ""
    own = courses.create_course(bureau, replace(DRAFT, code="OWN")).key or ""
    packs.export_pack(bureau, "K7", stick, courses=[given])
    refused("course.not_empty", course_life.remove_course, bureau, given)
    course_life.remove_course(bureau, own)
    assert [line.course.code for line in courses.list_courses(bureau)] == ["GRM1"]


def test_a_course_that_is_put_away_is_in_no_list_and_counts_as_before(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert today.overview(trainer).course is not None
    course_life.archive_course(trainer, room.course)
    assert course_life.count_archived(trainer) == 1
    assert courses.list_courses(trainer, archived=False) == []
    assert [line.course.code for line in courses.list_courses(trainer, archived=True)] == ["DSH1"]
    assert len(courses.list_courses(trainer)) == 1, "reports and packs go on with it"
    assert today.overview(trainer).course is None
    course_life.archive_course(trainer, room.course, archived=False)
    assert len(courses.list_courses(trainer, archived=False)) == 1
    assert not courses.get_course(trainer, room.course).course.archived


def test_putting_away_is_of_one_computer(bureau: Workplace, stick: Path) -> None:
    """What a trainer has done with may be what the office works on today."""
    key = courses.create_course(bureau, DRAFT).key or ""
    before = len(bureau.store.history.recent())
    course_life.archive_course(bureau, key)
    assert len(bureau.store.history.recent()) == before, "nothing of it is in the journal, so nothing travels"
    # A program before this one wrote it in the journal, for everybody.
    course_life.archive_course(bureau, key, archived=False)
    bureau.journal.record(Label("course.step.archive"), [Write("course", key, {"archived": True})])
    assert not courses.get_course(bureau, key).course.archived
    assert course_life.count_archived(bureau) == 0


@pytest.mark.parametrize("other", [True, False], ids=["other days", "the same days"])
def test_papers_that_would_print_other_days_are_told(trainer: Workplace, room: Room, other: bool) -> None:
    batches = [Batch(room.course)]
    assert eligibility.other_days_told(trainer, batches) == []
    for each in courses.get_course(trainer, room.course).sessions:
        if other and each.day == LAST:
            sessions.cancel_session(trainer, each.key, "нет света")
        else:
            sessions.hold_session(trainer, each.key)
    told = eligibility.other_days_told(trainer, batches)
    if not other:
        assert told == []
        return
    (label,) = told
    held = date(LAST.year, LAST.month, LAST.day - 1)
    assert label.values == {
        "code": "DSH1",
        "first": FIRST,
        "last": LAST,
        "held_first": FIRST,
        "held_last": held,
    }
    trainer.clock.advance(days=2)  # type: ignore[attr-defined]
    days = [each for each in today.due(trainer, room.course) if each.kind is DueKind.DAYS]
    assert [each.count for each in days] == [1]


def test_a_code_is_proposed_that_no_course_has(trainer: Workplace, room: Room) -> None:
    day = date(2018, 11, 5)
    assert courses.propose_code(trainer, day) == "2018-1"
    for code, like, wanted in (
        ("2018-1", "", "2018-2"),
        ("DSH9", "DSH9", "DSH10"),
        ("DSH10", "DSH9", "DSH11"),
        ("GARM", "GARM", "GARM-2"),
        ("garm-2", "GARM", "GARM-3"),
    ):
        courses.create_course(trainer, CourseDraft(code, Texts(), day, day))
        assert courses.propose_code(trainer, day, like) == wanted
    trainer.store.change_setting(DEVICE_CODE, "K7")
    assert courses.propose_code(trainer, day) == "K7-1"
