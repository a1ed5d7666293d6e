"""Marks: what is written, what is refused, what undo takes back."""

import random
from datetime import date

import pytest

from tests.kit.postgres import statements_of
from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import course_life, enrolments, sessions
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.domain.attendance.marks import Attendance, Mark, count_heads
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import SessionState


def cell(work: Workplace, room: Room, row: int, column: int) -> Attendance | None:
    return attendance.grid(work, room.course).rows[row].cells[column]


def test_no_mark_is_not_absent(trainer: Workplace, room: Room) -> None:
    assert cell(trainer, room, 0, 0) == Attendance()
    table = attendance.grid(trainer, room.course)
    assert count_heads([row.cells[0] for row in table.rows]).unmarked == 3
    assert table.rows[0].share is None


def test_marking_holds_the_session_in_the_same_step(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert attendance.grid(trainer, room.course).sessions[0].state is SessionState.HELD
    history.undo(trainer)
    assert attendance.grid(trainer, room.course).sessions[0].state is SessionState.PLANNED
    assert cell(trainer, room, 0, 0) == Attendance()


def test_a_mark_does_not_read_its_course_again(trainer: Workplace, room: Room) -> None:
    with statements_of(trainer.database) as asked:
        # The first one makes its session a held one; the second one reads the sessions, once.
        for enrolment in room.enrolments:
            asked.clear()
            attendance.mark(trainer, enrolment, room.sessions[0], Mark.PRESENT)
    questions = [sql for sql in asked if sql.startswith("SELECT")]
    assert not [sql for sql in questions if '"course" = ?' in sql]


def test_undo_and_redo_walk_through_marks(trainer: Workplace, room: Room) -> None:
    for missed in (0, 10, 20):
        attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, missed)
    seen = []
    for _ in range(2):
        history.undo(trainer)
        found = cell(trainer, room, 0, 0)
        seen.append(found.missed if found else None)
    assert seen == [10, 0]
    history.redo(trainer)
    history.redo(trainer)
    assert cell(trainer, room, 0, 0) == Attendance(Mark.LATE, 20)
    with pytest.raises(TrainerError, match="history.nothing_to_redo"):
        history.redo(trainer)


def test_minutes_that_are_typed_on_are_one_step_wherever_it_is_taken_back(
    trainer: Workplace, room: Room
) -> None:
    place = (room.enrolments[0], room.sessions[0])
    step = None
    for missed in (0, 2, 25):
        step = attendance.mark(trainer, *place, Mark.LATE, missed, goes_on=step).step
    assert history.pending(trainer, 1)[0].number == step
    attendance.mark_rest(trainer, room.sessions[0])
    enrolments.add_walk_in(trainer, room.course, "Ганиев Олим")
    for left in (Attendance(Mark.LATE, 25), Attendance(Mark.LATE, 25), Attendance()):
        history.undo(trainer)
        assert cell(trainer, room, 0, 0) == left
    assert cell(trainer, room, 1, 0) == Attendance()
    history.redo(trainer)
    assert cell(trainer, room, 0, 0) == Attendance(Mark.LATE, 25)


def test_minutes_go_on_with_no_step_that_another_one_followed(trainer: Workplace, room: Room) -> None:
    place = (room.enrolments[0], room.sessions[0])
    first = attendance.mark(trainer, *place, Mark.LATE, 2).step
    attendance.mark(trainer, room.enrolments[1], room.sessions[0], Mark.ABSENT)
    attendance.mark(trainer, *place, Mark.LATE, 25, goes_on=first)
    history.undo(trainer)
    assert cell(trainer, room, 0, 0) == Attendance(Mark.LATE, 2)
    second = attendance.mark(trainer, *place, Mark.LATE, 3).step
    history.undo(trainer)
    attendance.mark(trainer, *place, Mark.LATE, 30, goes_on=second)
    history.undo(trainer)
    assert cell(trainer, room, 0, 0) == Attendance(Mark.LATE, 2)
    assert cell(trainer, room, 1, 0) == Attendance(Mark.ABSENT)


@pytest.mark.parametrize("seed", range(8))
def test_steps_that_go_on_never_lose_or_invent_a_mark(trainer: Workplace, room: Room, seed: int) -> None:
    """By chance: marks, minutes that go on, undo and redo give what a list of whole states gives."""
    chance = random.Random(seed)
    place, states, undone, step = (room.enrolments[0], room.sessions[0]), [Attendance()], [], None
    for missed in range(1, 25):
        act = chance.choice(["mark", "go on", "go on", "undo", "redo"])
        if act == "undo" and len(states) > 1:
            history.undo(trainer)
            undone.append(states.pop())
            step = None
        elif act == "redo" and undone:
            history.redo(trainer)
            states.append(undone.pop())
            step = None
        elif act in ("mark", "go on"):
            joins = act == "go on" and step is not None
            step = attendance.mark(trainer, *place, Mark.LATE, missed, goes_on=step if joins else None).step
            states[len(states) - joins :] = [Attendance(Mark.LATE, missed)]
            undone.clear()
        assert cell(trainer, room, 0, 0) == states[-1]
    while len(states) > 1:
        history.undo(trainer)
        states.pop()
        assert cell(trainer, room, 0, 0) == states[-1]


def test_the_rest_are_marked_as_one_step(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[1], room.sessions[0], Mark.ABSENT)
    changes = attendance.mark_rest(trainer, room.sessions[0])
    assert changes.label.values["count"] == 2
    marks = [row.cells[0].mark for row in attendance.grid(trainer, room.course).rows if row.cells[0]]
    assert marks == [Mark.PRESENT, Mark.ABSENT, Mark.PRESENT]
    history.undo(trainer)
    marks = [row.cells[0].mark for row in attendance.grid(trainer, room.course).rows if row.cells[0]]
    assert marks == [None, Mark.ABSENT, None]


def test_the_same_mark_again_writes_nothing(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    before = trainer.journal.number
    assert attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT).step is None
    assert trainer.journal.number == before


@pytest.mark.parametrize("missed", [-1, 91, 10_000])
def test_minutes_beyond_the_session_are_refused(trainer: Workplace, room: Room, missed: int) -> None:
    before = trainer.journal.number
    with pytest.raises(TrainerError, match="attendance.missed_too_long"):
        attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, missed)
    assert trainer.journal.number == before


def test_locked_and_cancelled_sessions_are_refused(trainer: Workplace, room: Room) -> None:
    sessions.lock_session(trainer, room.sessions[0])
    sessions.cancel_session(trainer, room.sessions[1], "no electricity")
    for session, code in (
        (room.sessions[0], "attendance.locked"),
        (room.sessions[1], "attendance.cancelled"),
    ):
        with pytest.raises(TrainerError, match=code):
            attendance.mark(trainer, room.enrolments[0], session, Mark.PRESENT)
    sessions.unlock_session(trainer, room.sessions[0], "a forgotten mark")
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)


def test_a_cancelled_session_counts_for_nobody(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    attendance.mark(trainer, room.enrolments[0], room.sessions[1], Mark.ABSENT)
    assert attendance.grid(trainer, room.course).rows[0].share == 5000
    sessions.cancel_session(trainer, room.sessions[1], "no electricity")
    assert attendance.grid(trainer, room.course).rows[0].share == 10000
    sessions.restore_session(trainer, room.sessions[1])
    assert attendance.grid(trainer, room.course).rows[0].share == 5000


def test_a_walk_in_of_day_two_has_no_cells_before(trainer: Workplace, room: Room) -> None:
    enrolments.add_walk_in(trainer, room.course, "Шарифова Тахмина", first_day=date(2018, 10, 16))
    row = attendance.grid(trainer, room.course).rows[-1]
    assert row.number == 4
    assert row.from_day == 2
    assert row.walk_in
    assert row.cells[:3] == (None, None, None)
    assert row.cells[3] == Attendance()


def test_the_remark_stays_with_the_mark(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.EXCUSED)
    attendance.set_remark(trainer, room.enrolments[0], room.sessions[0], " called to duty ")
    assert cell(trainer, room, 0, 0) == Attendance(Mark.EXCUSED, remark="called to duty")


def test_somebody_of_another_course_is_not_marked_here(trainer: Workplace, room: Room) -> None:
    other = course_life.copy_course(trainer, room.course, CourseCopy("OTHER", FIRST)).key or ""
    stranger = enrolments.add_walk_in(trainer, other, "Тоирова Лола", first_day=FIRST).key or ""
    with pytest.raises(TrainerError, match="attendance.unknown_participant"):
        attendance.mark(trainer, stranger, room.sessions[0], Mark.PRESENT)
