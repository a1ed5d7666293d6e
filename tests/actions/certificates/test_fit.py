"""Certificates that no longer are what the figures give: told on the board and on Today, mended."""

import re
from datetime import timedelta

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval
from trainer_app.actions.people import people
from trainer_app.actions.today import finished, today
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import (
    BoardRow,
    Certificate,
    CertificateKind,
    CertificateState,
)
from trainer_app.domain.courses.courses import CompletionRule, CourseDraft, ProjectDraft
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.today.overview import DueKind
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock

COMPLETION, ATTENDANCE, NONE = CertificateKind.COMPLETION, CertificateKind.ATTENDANCE, CertificateKind.NONE


@pytest.fixture
def issued(all_issued: tuple[Certificate, ...], room: Room) -> list[Certificate]:
    """Return everybody's certificate of completion, by number on the list."""
    given = {each.enrolment: each for each in all_issued}
    return [given[enrolment] for enrolment in room.enrolments]


def told(work: Workplace, room: Room) -> list[str]:
    """Return what the board says does not fit, by number on the list; "" for what fits."""
    rows = eligibility.board(work, room.course)
    return [messages.label_text(row.unfit, "en") if row.unfit else "" for row in rows]


def fail(work: Workplace, enrolment: str) -> None:
    scores.set_score(work, enrolment, Occasion.POST, 100, 2000)


def test_a_board_names_every_table_that_it_reads(
    trainer: Workplace, room: Room, issued: list[Certificate]
) -> None:
    """Today keeps what it read of a board until one of these is written."""
    other = enrolments.add_walk_in(trainer, room.course, "Юсупов Юсуф").key or ""
    enrolled = enrolments.list_enrolments(trainer, room.course)[0].enrolment
    fail(trainer, other)
    said: list[str] = []
    trainer.database.connection().set_trace_callback(said.append)
    assert [row for row in eligibility.board(trainer, room.course) if row.enrolment == enrolled.key]
    trainer.database.connection().set_trace_callback(None)
    read = {name for text in said for name in re.findall(r'(?:FROM|JOIN) "(\w+)"', text)} & ENTITIES.keys()
    assert "certificate" in read
    assert read <= set(eligibility.BOARD_TABLES)


def test_what_fits_is_not_told(trainer: Workplace, room: Room, issued: list[Certificate]) -> None:
    assert {each.kind for each in issued} == {COMPLETION}
    assert set(told(trainer, room)) == {""}


def test_a_result_that_came_later_is_told(trainer: Workplace, room: Room, issued: list[Certificate]) -> None:
    fail(trainer, room.enrolments[0])
    for session in room.sessions:
        attendance.mark(trainer, room.enrolments[1], session, None)
    said = told(trainer, room)
    assert said[:2] == [
        "certificate says completion; figures say attendance",
        "certificate says completion; figures say no certificate",
    ]
    assert set(said[2:]) == {""}
    certificates.void(trainer, issued[0].serial, "taken back")
    assert told(trainer, room)[0] == "", "what is void says nothing any more"


def test_other_limits_are_told_and_those_only_asked_about_too(
    trainer: Workplace, room: Room, issued: list[Certificate]
) -> None:
    stricter = CompletionRule(8000, 9000)
    asked = eligibility.board(trainer, room.course, stricter, what_if=True)
    assert all(row.unfit is not None for row in asked)
    assert set(told(trainer, room)) == {""}
    course = courses.get_course(trainer, room.course).course
    project = course.project
    assert project is not None
    fail(trainer, room.enrolments[0])
    (found,) = eligibility.project_board(trainer, project)
    assert [row.unfit is not None for row in found.rows] == [True, *[False] * (len(found.rows) - 1)]


def test_a_decision_by_hand_makes_both_agree(
    trainer: Workplace, room: Room, issued: list[Certificate]
) -> None:
    fail(trainer, room.enrolments[0])
    eligibility.override(trainer, room.enrolments[0], COMPLETION, "the paper was read aloud")
    assert told(trainer, room)[0] == ""
    eligibility.override(trainer, room.enrolments[0], NONE, "copied")
    assert told(trainer, room)[0] == "certificate says completion; figures say no certificate"


def test_a_replacement_is_of_the_kind_that_the_figures_give(
    trainer: Workplace, room: Room, issued: list[Certificate]
) -> None:
    fail(trainer, room.enrolments[0])
    (kept,) = certificates.replace(trainer, issued[0].serial, "a letter", keep_kind=True).certificates
    assert kept.kind is kept.facts.kind is COMPLETION
    assert certificates.kind_now(trainer, kept) is ATTENDANCE
    (new,) = certificates.replace(trainer, kept.serial, "the test was read anew").certificates
    assert new.kind is new.facts.kind is ATTENDANCE
    assert told(trainer, room)[0] == ""


def test_where_the_figures_give_none_a_letter_can_be_put_right_all_the_same(
    trainer: Workplace, room: Room, issued: list[Certificate]
) -> None:
    for session in room.sessions:
        attendance.mark(trainer, room.enrolments[0], session, None)
    (new,) = certificates.replace(trainer, issued[0].serial, "a letter").certificates
    assert new.kind is COMPLETION
    assert told(trainer, room)[0] == "certificate says completion; figures say no certificate"


def test_the_first_screen_counts_them(
    trainer: Workplace, clock: FixedClock, room: Room, issued: list[Certificate]
) -> None:
    clock.advance(days=3)

    def unfit() -> list[int]:
        return [each.count for each in today.due(trainer, room.course) if each.kind is DueKind.UNFIT]

    assert unfit() == []
    fail(trainer, room.enrolments[0])
    fail(trainer, room.enrolments[1])
    assert unfit() == [2]
    view = today.overview(trainer)
    step = view.next_step.due
    assert DueKind.UNFIT in {*(each.kind for each in view.due), step.kind if step else None}


@pytest.mark.parametrize("state", ["closed", "approved"])
def test_a_decision_about_the_course_hides_no_paper_that_is_out(
    trainer: Workplace, clock: FixedClock, room: Room, issued: list[Certificate], state: str
) -> None:
    """P2: once the course was approved the overview and Today said nothing of it."""
    clock.advance(days=3)
    fail(trainer, room.enrolments[0])
    approval.close(trainer, room.course, "a reason")
    if state == "approved":
        approval.approve(trainer, room.course, "a reason")
    for told in (today.due(trainer, room.course), today.due_before_closing(trainer, room.course)):
        assert [each.count for each in told if each.kind is DueKind.UNFIT] == [1]
        assert state == "closed" or len(told) == 1, "nothing else is due once it is approved"
    course, day = courses.get_course(trainer, room.course).course, trainer.today()
    courses.create_course(trainer, CourseDraft("NEXT", course.title, day, day))
    view = today.overview(trainer)
    assert DueKind.UNFIT not in {each.kind for each in view.due}, "the first screen of a start reads no more"
    view = today.overview(trainer, late=True)
    said = [*view.due, *([view.next_step.due] if view.next_step.due else [])]
    assert [(each.course, each.course_code) for each in said if each.kind is DueKind.UNFIT] == [
        (room.course, course.code)
    ]


def test_finished_courses_are_read_again_only_when_something_of_them_was_written(
    trainer: Workplace,
    clock: FixedClock,
    room: Room,
    issued: list[Certificate],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """S3: after a start Today read each board twice in the window's thread, and at every look again."""
    clock.advance(days=3)
    approval.close(trainer, room.course, "a reason")
    read: list[str] = []

    def board(work: Workplace, course: str) -> list[BoardRow]:
        read.append(course)
        return eligibility.board(work, course)

    monkeypatch.setattr(finished, "board", board)
    assert finished.unfit_lately(trainer) == []
    assert today.overview(trainer, late=True).day == trainer.today()
    projects.create_project(trainer, ProjectDraft("OTHER", Texts(en="Another project")))
    assert finished.unfit_lately(trainer) == []
    assert read == [room.course], "a project changes no certificate"
    fail(trainer, room.enrolments[0])
    assert [due.count for due in finished.unfit_lately(trainer)] == [1]
    correct(trainer, room.enrolments[1], rank="colonel")
    assert [due.count for due in finished.unfit_lately(trainer)] == [2]
    shift_course(trainer, room.course)
    assert [due.count for due in finished.unfit_lately(trainer)] == [len(room.enrolments)]
    certificates.void(trainer, issued[0].facts.serial, "a reason")
    assert [due.count for due in finished.unfit_lately(trainer)] == [len(room.enrolments) - 1]
    assert read == [room.course] * 5


def correct(work: Workplace, enrolment: str, **fields: Value) -> None:
    """Correct a name, or a rank at the course."""
    person = enrolments.get_enrolment(work, enrolment).person
    people.change_person(work, person, dict(fields), enrolment=enrolment)


def shift_course(work: Workplace, course: str) -> None:
    """Let a course end a day later."""
    view = courses.get_course(work, course)
    draft = courses.draft_of(view.course)
    courses.change_course(work, course, replace(draft, last_day=draft.last_day + timedelta(days=1)))


def reasons(work: Workplace, room: Room) -> list[list[str]]:
    """Return everything that the board says does not fit, by number on the list."""
    rows = eligibility.board(work, room.course)
    return [[messages.label_text(reason, "en") for reason in row.misfits] for row in rows]


def test_a_name_a_rank_and_a_day_corrected_later_are_told(
    trainer: Workplace, clock: FixedClock, room: Room, issued: list[Certificate]
) -> None:
    assert not any(reasons(trainer, room))
    shown = issued[0].facts.name
    correct(trainer, room.enrolments[0], family="Қодирзода")
    correct(trainer, room.enrolments[1], rank="major")
    first, second, *others = reasons(trainer, room)
    (name,) = first
    assert name.startswith(f"certificate says “{shown}”; the name is “Қодирзода ")
    (rank,) = second
    assert rank.startswith("certificate says “–”; the rank at the course is “")
    assert not any(others)
    clock.advance(days=3)
    assert [each.count for each in today.due(trainer, room.course) if each.kind is DueKind.UNFIT] == [2]
    shift_course(trainer, room.course)
    assert all(any("first and last day" in each for each in said) for said in reasons(trainer, room))


def test_what_was_put_back_fits_again(trainer: Workplace, room: Room, issued: list[Certificate]) -> None:
    person = people.get_person(trainer, enrolments.get_enrolment(trainer, room.enrolments[0]).person)
    correct(trainer, room.enrolments[0], family="Қодирзода")
    assert reasons(trainer, room)[0]
    correct(trainer, room.enrolments[0], family=person.family)
    assert not any(reasons(trainer, room))


def test_what_no_longer_fits_is_issued_anew_in_one_step(
    trainer: Workplace, room: Room, issued: list[Certificate]
) -> None:
    with pytest.raises(TrainerError, match="certificate.all_fit"):
        certificates.renew(trainer, room.course, "хато")
    correct(trainer, room.enrolments[0], family="Қодирзода")
    fail(trainer, room.enrolments[1])
    for session in room.sessions:
        attendance.mark(trainer, room.enrolments[2], session, None)
    with pytest.raises(TrainerError, match="certificate.no_reason"):
        certificates.renew(trainer, room.course, " ")
    made = certificates.renew(trainer, room.course, "хато").certificates
    assert {each.facts.replaces for each in made} == {issued[0].serial, issued[1].serial}
    assert len({each.serial for each in made} | {each.serial for each in issued}) == len(issued) + 2
    new = {each.facts.replaces: each for each in made}
    assert new[issued[0].serial].facts.name.startswith("Қодирзода")
    assert new[issued[1].serial].kind is ATTENDANCE
    # Whom the figures give none any more: somebody declares that one void.
    assert told(trainer, room) == ["", "", "certificate says completion; figures say no certificate"]
    assert certificates.find(trainer, issued[2].serial).state is CertificateState.ISSUED
    history.undo(trainer)
    assert certificates.find(trainer, issued[0].serial).state is CertificateState.ISSUED
