"""Certificates that no longer are what the figures give: told on the board and on Today, mended."""

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.actions.today import today
from trainer_app.domain.certificates.certificates import Certificate, CertificateKind
from trainer_app.domain.courses.courses import CompletionRule
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.today.overview import DueKind
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock

COMPLETION, ATTENDANCE, NONE = CertificateKind.COMPLETION, CertificateKind.ATTENDANCE, CertificateKind.NONE


@pytest.fixture
def issued(trainer: Workplace, room: Room) -> list[Certificate]:
    """Issue everybody a certificate of completion, by number on the list."""
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    for enrolment in room.enrolments:
        scores.set_score(trainer, enrolment, Occasion.POST, 1600, 2000)
    given = {each.enrolment: each for each in certificates.issue(trainer, room.course).certificates}
    return [given[enrolment] for enrolment in room.enrolments]


def told(work: Workplace, room: Room) -> list[str]:
    """Return what the board says does not fit, by number on the list; "" for what fits."""
    rows = eligibility.board(work, room.course)
    return [messages.label_text(row.unfit, "en") if row.unfit else "" for row in rows]


def fail(work: Workplace, enrolment: str) -> None:
    scores.set_score(work, enrolment, Occasion.POST, 100, 2000)


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
