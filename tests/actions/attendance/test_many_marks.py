"""Several cells at once: one step, all or nothing, and whoever is left out is counted with the reason."""

from datetime import timedelta

import pytest

from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance, reconciliation
from trainer_app.actions.attendance.many_marks import (
    CellMark,
    MarkedCells,
    SkipReason,
    mark_cells,
    marked_from,
    replace_unmarked,
)
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import SessionState

P, L, E, A = Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT
type Marks = list[list[tuple[Mark | None, int, int] | None]]


def wanted(
    room: Room,
    mark: Mark | None,
    rows: range = range(3),
    columns: range = range(2),
    missed: int = 0,
    early: int = 0,
) -> list[CellMark]:
    return [
        CellMark(room.enrolments[row], room.sessions[column], mark, missed, early)
        for row in rows
        for column in columns
    ]


def marks(work: Workplace, room: Room) -> Marks:
    return [
        [(cell.mark, cell.missed, cell.early) if cell is not None else None for cell in row.cells]
        for row in attendance.grid(work, room.course).rows
    ]


def told(found: MarkedCells) -> tuple[int, dict[SkipReason, int]]:
    return found.marked, dict(found.skipped)


def test_a_rectangle_is_one_step_and_one_undo(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[1], room.sessions[1], A)
    before, steps = marks(trainer, room), len(history.recent(trainer, 99))
    found = mark_cells(trainer, room.course, wanted(room, P))
    assert told(found) == (6, {})
    assert [row[:3] for row in marks(trainer, room)] == [[(P, 0, 0), (P, 0, 0), (None, 0, 0)]] * 3
    assert len(history.recent(trainer, 99)) == steps + 1
    assert dict(found.changes.label.values) == {
        "count": 6, "sessions": 2, "mark": attendance.mark_label(P)
    }  # fmt: skip
    history.undo(trainer)
    assert marks(trainer, room) == before
    assert attendance.grid(trainer, room.course).sessions[0].state is SessionState.PLANNED
    history.redo(trainer)
    assert marks(trainer, room)[1][1] == (P, 0, 0)


def test_what_is_so_already_is_not_written_again(trainer: Workplace, room: Room) -> None:
    mark_cells(trainer, room.course, wanted(room, P))
    number = trainer.journal.number
    again = mark_cells(trainer, room.course, wanted(room, P))
    assert (again.changes.step, trainer.journal.number) == (None, number)
    assert again.marked == 6, "they have the mark, whoever gave it"
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], L, 10)
    third = mark_cells(trainer, room.course, wanted(room, P))
    assert third.changes.label.values["count"] == 1
    assert marks(trainer, room)[0][0] == (P, 0, 0)


def test_each_cell_keeps_minutes_of_its_own(trainer: Workplace, room: Room) -> None:
    cells = [*wanted(room, L, range(1), range(1), 25, 10), *wanted(room, P, range(1, 2), range(1), 10, 10)]
    found = mark_cells(trainer, room.course, cells)
    assert [row[0] for row in marks(trainer, room)] == [(L, 25, 10), (P, 10, 10), (None, 0, 0)]
    assert found.changes.label.code == "attendance.step.cells_minutes"
    absent = mark_cells(trainer, room.course, wanted(room, A, range(2), range(1), 25, 10))
    assert absent.marked == 2
    assert [row[0] for row in marks(trainer, room)][:2] == [(A, 0, 0)] * 2, "nobody absent misses minutes"


def test_all_or_nothing_where_a_session_is_shorter_than_the_minutes(trainer: Workplace, room: Room) -> None:
    before = marks(trainer, room)
    cells = [*wanted(room, P), *wanted(room, L, range(1), range(2, 3), 91)]
    with pytest.raises(TrainerError, match="attendance.missed_too_long"):
        mark_cells(trainer, room.course, cells)
    assert marks(trainer, room) == before


@pytest.mark.parametrize("replaced", [True, False])
def test_nobody_is_marked_who_is_not_expected_and_it_is_told_why(
    trainer: Workplace, room: Room, replaced: bool
) -> None:
    gone, since = room.enrolments[0], room.sessions[1]
    if replaced:
        enrolments.add_walk_in(trainer, room.course, "Тоирова Лола", replaces=gone, since=since)
    else:
        enrolments.withdraw(trainer, gone, since)
    late = enrolments.add_walk_in(trainer, room.course, "Шарифова Нигора", first_day=FIRST + timedelta(1)).key
    everybody = [row.enrolment for row in attendance.grid(trainer, room.course).rows]
    cells = [CellMark(each, session, P) for each in everybody for session in room.sessions[:3]]
    found = mark_cells(trainer, room.course, cells)
    why = SkipReason.REPLACED if replaced else SkipReason.WITHDRAWN
    assert late in everybody
    # Two sessions of who left, three of who came on the second day, one of who came in their place.
    assert told(found) == (len(cells) - 5 - replaced, {why: 2, SkipReason.NOT_YET: 3 + replaced})
    shown = dict(zip(everybody, marks(trainer, room), strict=True))
    assert shown[gone][:3] == [(P, 0, 0), None, None]
    assert shown[late or ""][:3] == [None] * 3


def test_a_mark_of_who_is_not_expected_stays_but_can_be_taken_away(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[1], P)
    enrolments.withdraw(trainer, room.enrolments[0], room.sessions[1])
    told_of = mark_cells(trainer, room.course, wanted(room, A))
    assert told(told_of) == (5, {SkipReason.WITHDRAWN: 1})
    assert marks(trainer, room)[0][1] == (P, 0, 0)
    assert told(mark_cells(trainer, room.course, wanted(room, None))) == (6, {})
    assert marks(trainer, room)[0][1] is None


def test_locked_and_cancelled_sessions_among_others_stay_as_they_are(trainer: Workplace, room: Room) -> None:
    sessions.lock_session(trainer, room.sessions[0])
    sessions.cancel_session(trainer, room.sessions[1], "no electricity")
    found = mark_cells(trainer, room.course, wanted(room, P, columns=range(3)))
    assert told(found) == (3, {SkipReason.LOCKED: 3, SkipReason.CANCELLED: 3})
    assert [row[2] for row in marks(trainer, room)] == [(P, 0, 0)] * 3
    with pytest.raises(TrainerError, match="attendance.locked"):
        mark_cells(trainer, room.course, wanted(room, None, columns=range(1)))
    with pytest.raises(TrainerError, match="attendance.cancelled"):
        mark_cells(trainer, room.course, wanted(room, A, columns=range(1, 2)))


def test_who_or_what_is_not_there_any_more_is_refused_and_nothing_written(
    trainer: Workplace, room: Room
) -> None:
    number = trainer.journal.number
    for cell, code in (
        (CellMark("nobody", room.sessions[0], P), "attendance.unknown_participant"),
        (CellMark(room.enrolments[0], "no session", P), "attendance.unknown_session"),
    ):
        with pytest.raises(TrainerError, match=code):
            mark_cells(trainer, room.course, [*wanted(room, P), cell])
    assert trainer.journal.number == number
    assert told(mark_cells(trainer, room.course, [])) == (0, {})


def test_arrival_and_a_settled_difference_are_kept_as_a_single_mark_keeps_them(
    trainer: Workplace, room: Room
) -> None:
    first, session = room.enrolments[0], room.sessions[0]
    attendance.mark(trainer, first, session, P, arrived=545)
    reconciliation.set_signed(trainer, first, session, SignatureState.NO)
    reconciliation.settle(trainer, first, session, "left_without_signing")
    mark_cells(trainer, room.course, wanted(room, P, missed=5, early=5))
    cell = attendance.grid(trainer, room.course).rows[0].cells[0]
    assert cell is not None
    assert (cell.arrived, cell.settled) == (545, "left_without_signing")
    mark_cells(trainer, room.course, wanted(room, E))
    cell = attendance.grid(trainer, room.course).rows[0].cells[0]
    assert cell is not None
    assert (cell.arrived, cell.settled) == (None, "")


def test_marks_of_whoever_is_replaced_go_in_the_same_step(trainer: Workplace, room: Room) -> None:
    """S2: somebody was replaced from a session on in which they were marked present, and went on counting."""
    gone, comes, _ = room.enrolments
    for session, mark in zip(room.sessions[:3], (P, P, A), strict=True):
        attendance.mark(trainer, gone, session, mark)
    for since, came, absent in ((0, [1, 2], [3]), (1, [2], [3]), (2, [], [3])):
        found = marked_from(trainer, gone, room.sessions[since])
        assert [each.number for each in found.came] == came
        assert [each.number for each in found.absence] == absent
    before, steps = marks(trainer, room), len(history.recent(trainer, 99))
    since = room.sessions[1]
    changes = replace_unmarked(trainer, gone, since, lambda: enrolments.replace(trainer, gone, comes, since))
    assert marks(trainer, room)[0][:3] == [(P, 0, 0), None, None]
    assert changes.label.code == "enrolment.step.replace"
    assert changes.touches("attendance"), "whoever shows the mark reads it anew"
    assert len(history.recent(trainer, 99)) == steps + 1
    history.undo(trainer)
    assert marks(trainer, room) == before
    assert not enrolments.get_enrolment(trainer, gone).gone


def test_an_absence_where_nobody_is_expected_any_more_is_taken_away_too(
    trainer: Workplace, room: Room
) -> None:
    """S2: who is marked absent, then replaced from that session on, went on counting among those expected."""
    gone, comes, _ = room.enrolments
    for session, mark in zip(room.sessions[:4], (P, A, A, E), strict=True):
        attendance.mark(trainer, gone, session, mark)
    sessions.lock_session(trainer, room.sessions[2])
    before, since = marks(trainer, room), room.sessions[1]
    replace_unmarked(trainer, gone, since, lambda: enrolments.replace(trainer, gone, comes, since))
    assert marks(trainer, room)[0][:4] == [(P, 0, 0), None, (A, 0, 0), None], "what is locked stays"
    history.undo(trainer)
    assert marks(trainer, room) == before


def test_nothing_is_taken_away_where_a_session_is_locked(trainer: Workplace, room: Room) -> None:
    gone, comes, _ = room.enrolments
    attendance.mark(trainer, gone, room.sessions[1], P)
    sessions.lock_session(trainer, room.sessions[1])
    before, since = marks(trainer, room), room.sessions[0]
    with pytest.raises(TrainerError, match="attendance.locked"):
        replace_unmarked(trainer, gone, since, lambda: enrolments.replace(trainer, gone, comes, since))
    assert marks(trainer, room) == before
    assert not enrolments.get_enrolment(trainer, gone).gone
