"""What was shown is what is approved: figures that moved meanwhile, and sessions that were opened again."""

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.shown import as_it_stands, check_shown, stamp_of
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.office import approval, approvals
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.approvals import OpenMatter
from trainer_app.domain.today.overview import DueKind
from trainer_app.system.clock import FixedClock

REASON = "варақа дар бойгонӣ"


@pytest.fixture(autouse=True)
def the_last_day(clock: FixedClock) -> None:
    clock.advance(days=1)


@pytest.fixture
def closed(trainer: Workplace, room: Room) -> Room:
    """Close the course, everybody present, and open its first session again."""
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    approval.close(trainer, room.course, REASON)
    sessions.unlock_session(trainer, room.sessions[0], "хато")
    return room


def state(work: Workplace, course: str) -> CourseState:
    return courses.get_course(work, course).course.state


def test_nothing_is_approved_but_the_figures_that_were_shown(trainer: Workplace, closed: Room) -> None:
    shown = approval.before_approving(trainer, closed.course, "en")
    for enrolment in closed.enrolments[:2]:
        attendance.mark(trainer, enrolment, closed.sessions[0], Mark.ABSENT)
    with pytest.raises(TrainerError, match="shown.moved"):
        approval.approve(trainer, closed.course, REASON, shown.stamp)
    assert state(trainer, closed.course) is CourseState.CLOSED
    assert approvals.approval_of(trainer, closed.course) is None
    again = approval.before_approving(trainer, closed.course, "ru")
    assert again.figures != shown.figures
    approval.approve(trainer, closed.course, REASON, again.stamp)
    assert state(trainer, closed.course) is CourseState.APPROVED


def test_a_course_is_not_closed_over_another_list_than_was_shown(trainer: Workplace, room: Room) -> None:
    shown = approval.before_closing(trainer, room.course)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    with pytest.raises(TrainerError, match="shown.moved"):
        approval.close(trainer, room.course, REASON, shown.stamp)
    assert state(trainer, room.course) is not CourseState.CLOSED
    approval.close(trainer, room.course, REASON, approval.before_closing(trainer, room.course).stamp)
    assert state(trainer, room.course) is CourseState.CLOSED


def test_what_is_written_between_reading_and_writing_is_read_anew(trainer: Workplace, room: Room) -> None:
    looks: list[int] = []

    def read() -> int:
        looks.append(len(looks))
        if len(looks) == 1:
            attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
        return len(looks)

    with as_it_stands(trainer, read) as found:
        assert found == 2, "somebody wrote after the first look"
    with as_it_stands(trainer, read) as found:
        assert found == 3, "once is enough where nobody does"


def test_a_stamp_tells_what_differs_and_none_compares_nothing() -> None:
    check_shown(stamp_of({"a": 1, "b": [2]}), {"b": [2], "a": 1})
    check_shown("", {"a": 2})
    with pytest.raises(TrainerError, match="shown.moved"):
        check_shown(stamp_of({"a": 1}), {"a": 2})


def test_a_session_opened_again_is_open_and_approving_locks_it(trainer: Workplace, closed: Room) -> None:
    found = {item.matter: item.count for item in approval.open_items(trainer, closed.course)}
    assert found[OpenMatter.REOPENED] == 1
    (due,) = (
        each for each in today.due_before_closing(trainer, closed.course) if each.kind is DueKind.REOPENED
    )
    assert (due.count, due.session) == (1, closed.sessions[0])
    before = [step.number for step in history.recent(trainer)]
    approval.approve(trainer, closed.course, REASON)
    assert len(history.recent(trainer)) == len(before) + 1, "in one step"
    with pytest.raises(TrainerError, match="attendance.locked"):
        attendance.mark(trainer, closed.enrolments[0], closed.sessions[0], Mark.ABSENT)
    standing = approval.standing(trainer, closed.course)
    assert (standing.changes, standing.moved) == ((), False)
    sessions.unlock_session(trainer, closed.sessions[0], "боз")
    (due,) = today.due_before_closing(trainer, closed.course)
    assert due.kind is DueKind.REOPENED, "of an approved course it is told too"
    sessions.lock_session(trainer, closed.sessions[0])
    assert today.due_before_closing(trainer, closed.course) == ()


def test_a_course_that_runs_has_no_session_opened_again(trainer: Workplace, room: Room) -> None:
    found = {item.matter for item in approval.open_items(trainer, room.course)}
    assert OpenMatter.REOPENED not in found


def test_a_mark_put_back_to_what_was_approved_is_no_change(trainer: Workplace, closed: Room) -> None:
    approval.approve(trainer, closed.course, REASON)
    kept = approvals.approval_of(trainer, closed.course)
    assert kept is not None
    sessions.unlock_session(trainer, closed.sessions[0], "хато")
    attendance.mark(trainer, closed.enrolments[0], closed.sessions[0], Mark.ABSENT)
    assert approvals.count_changes(trainer, kept) == 1
    history.undo(trainer)
    assert approvals.count_changes(trainer, kept) == 0, "undone"
    attendance.mark(trainer, closed.enrolments[0], closed.sessions[0], Mark.ABSENT)
    attendance.mark(trainer, closed.enrolments[0], closed.sessions[0], Mark.PRESENT)
    standing = approval.standing(trainer, closed.course)
    assert (standing.changes, standing.moved) == ((), False), "written back by hand"
