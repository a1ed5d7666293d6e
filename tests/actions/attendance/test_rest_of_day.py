"""Marking the rest of a day: what has begun and is open, as one step; what a mark's step remembers."""

from datetime import date, timedelta

from tests.kit.samples import FIRST
from tests.kit.writing import Room, newest_label
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import DayRest
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import sessions
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.planning import SessionDraft

THIRD = FIRST + timedelta(days=2)
"""The day of the clock, at eleven."""


def marks_of(work: Workplace, room: Room, day: date) -> list[list[Mark | None]]:
    table = attendance.grid(work, room.course)
    places = [place for place, each in enumerate(table.sessions) if each.day == day]
    return [[cell.mark if (cell := row.cells[place]) else None for row in table.rows] for place in places]


def three_today(work: Workplace, room: Room) -> list[str]:
    """Leave three sessions on the third day: at nine, at half past ten, at two."""
    for each in attendance.grid(work, room.course).sessions:
        if each.day == THIRD:
            sessions.remove_session(work, each.key)
    starts = (540, 630, 840)
    return [
        sessions.add_session(work, room.course, SessionDraft(THIRD, start, start + 60, Texts())).key or ""
        for start in starts
    ]


def test_only_what_has_begun_and_is_open_is_marked(trainer: Workplace, room: Room) -> None:
    first, second, third = three_today(trainer, room)
    attendance.mark(trainer, room.enrolments[1], first, Mark.ABSENT)
    rest = attendance.rest_of_day(trainer, room.course, THIRD)
    assert (len(rest.sessions), rest.people, rest.marks) == (2, 3, 5)
    changes = attendance.mark_rest_of_day(trainer, room.course, THIRD)
    assert changes.label.values["count"] == 5
    here = Mark.PRESENT
    assert marks_of(trainer, room, THIRD) == [[here, Mark.ABSENT, here], [here] * 3, [None] * 3]
    history.undo(trainer)
    assert marks_of(trainer, room, THIRD) == [[None, Mark.ABSENT, None], [None] * 3, [None] * 3]
    sessions.lock_session(trainer, second)
    assert attendance.rest_of_day(trainer, room.course, THIRD).marks == 2
    attendance.mark(trainer, room.enrolments[0], third, Mark.PRESENT)
    assert attendance.rest_of_day(trainer, room.course, THIRD).marks == 4, "a marked session is held"


def test_nothing_to_mark_writes_nothing(trainer: Workplace, room: Room) -> None:
    three_today(trainer, room)
    attendance.mark_rest_of_day(trainer, room.course, THIRD)
    assert attendance.rest_of_day(trainer, room.course, THIRD) == DayRest((), 0, 0)
    assert attendance.mark_rest_of_day(trainer, room.course, THIRD).step is None
    assert attendance.rest_of_day(trainer, room.course, date(2019, 1, 1)) == DayRest((), 0, 0)


def test_a_past_day_has_begun_as_a_whole_and_a_day_to_come_not_at_all(trainer: Workplace, room: Room) -> None:
    table = attendance.grid(trainer, room.course)
    planned = sum(each.day == FIRST for each in table.sessions)
    assert attendance.rest_of_day(trainer, room.course, FIRST).marks == planned * len(table.rows) > 0
    assert attendance.rest_of_day(trainer, room.course, THIRD + timedelta(days=1)).marks == 0


def test_the_step_of_a_mark_knows_whose_it_is(trainer: Workplace, room: Room) -> None:
    changes = attendance.mark(trainer, room.enrolments[2], room.sessions[0], Mark.LATE, 35, early=20)
    label = newest_label(trainer)
    assert label is not None
    assert label.values["enrolment"] == room.enrolments[2] == changes.label.values["enrolment"]
    assert (label.values["missed"], label.values["early"]) == (15, 20)


def test_a_locked_session_tells_who_locked_it_and_when(trainer: Workplace, room: Room) -> None:
    sessions.lock_session(trainer, room.sessions[0])
    found = attendance.grid(trainer, room.course).sessions[0]
    assert (found.locked, found.locked_by) == (True, "D. Nazarova")
    assert found.locked_at is not None
    sessions.unlock_session(trainer, room.sessions[0], "a name was missing")
    reopened = attendance.grid(trainer, room.course).sessions[0]
    assert (reopened.locked, reopened.locked_by, reopened.locked_at) == (False, "", None)
