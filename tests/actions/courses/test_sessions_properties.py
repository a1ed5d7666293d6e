"""Shares and minutes agree with a naive recount after any sequence of changes, and all of it comes back."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import sessions
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import SessionState

type Step = tuple[str, int, int, int, int]


@dataclass
class Naive:
    """A session as a set of minutes on the clock, and for each person the minutes in the room."""

    minutes: set[int]
    day: date
    state: SessionState = SessionState.PLANNED
    marks: dict[str, Mark | None] = field(default_factory=dict)
    attended: dict[str, set[int]] = field(default_factory=dict)


_steps = st.lists(
    st.tuples(
        st.sampled_from(["mark", "mark", "mark", "shorten", "split", "move", "cancel", "restore", "swap"]),
        st.integers(0, 30),
        st.integers(0, 2),
        st.integers(0, 90),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=14,
)


def _marked(work: Workplace, model: dict[str, Naive], key: str, person: str, step: Step) -> Changes:
    _, pick, _, late, early = step
    session = model[key]
    mark = [Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT, None][pick % 5]
    done = attendance.mark(work, person, key, mark, late + early, early=early)
    came = sorted(session.minutes)[late : len(session.minutes) - early]
    session.marks[person] = mark
    session.attended[person] = set(came) if mark in (Mark.PRESENT, Mark.LATE) else set()
    session.state = SessionState.HELD
    return done


def _shorten(work: Workplace, model: dict[str, Naive], key: str, end: int) -> Changes:
    done = sessions.shorten_session(work, key, end)
    session = model[key]
    session.minutes = {minute for minute in session.minutes if minute < end}
    session.attended = {person: came & session.minutes for person, came in session.attended.items()}
    return done


def _split(work: Workplace, model: dict[str, Naive], key: str, at: int, pause: int) -> Changes:
    done = sessions.split_session(work, key, at, pause)
    first = model[key]
    late = {minute for minute in first.minutes if minute >= at + pause}
    model[done.key or ""] = Naive(
        late,
        first.day,
        first.state,
        dict(first.marks),
        {person: came & late for person, came in first.attended.items()},
    )
    first.minutes = {minute for minute in first.minutes if minute < at}
    first.attended = {person: came & first.minutes for person, came in first.attended.items()}
    return done


def _move(work: Workplace, model: dict[str, Naive], key: str, day: int, by: int) -> Changes:
    start = min(model[key].minutes) + by
    done = sessions.move_session(work, key, FIRST + timedelta(days=day), start)
    model[key].day = FIRST + timedelta(days=day)
    model[key].minutes = {minute + by for minute in model[key].minutes}
    model[key].attended = {
        person: {minute + by for minute in came} for person, came in model[key].attended.items()
    }
    return done


def _swap(work: Workplace, model: dict[str, Naive], key: str) -> Changes:
    """Change places; the oracle only takes over where the sessions went, never how long they are."""
    done = sessions.shift_session(work, key, 1)
    for each in model:
        shift = sessions.get_session(work, each).start - min(model[each].minutes)
        model[each].minutes = {minute + shift for minute in model[each].minutes}
        model[each].attended = {
            person: {minute + shift for minute in came} for person, came in model[each].attended.items()
        }
    return done


def _apply(work: Workplace, room: Room, model: dict[str, Naive], step: Step) -> Changes:
    name, pick, who, first, second = step
    key = list(model)[pick % len(model)]
    session = model[key]
    start = min(session.minutes)
    if name == "mark":
        return _marked(work, model, key, room.enrolments[who], step)
    if name == "shorten":
        return _shorten(work, model, key, start + first)
    if name == "split":
        return _split(work, model, key, start + first, second % 10)
    if name == "move":
        return _move(work, model, key, pick % 4, second - 20)
    if name == "swap":
        return _swap(work, model, key)
    if name == "cancel":
        done = sessions.cancel_session(work, key, "сабаб")
        session.state = SessionState.CANCELLED
        return done
    done = sessions.restore_session(work, key)
    session.state = SessionState.HELD if any(session.marks.values()) else SessionState.PLANNED
    return done


def _check(work: Workplace, room: Room, model: dict[str, Naive]) -> None:
    grid = attendance.grid(work, room.course)
    assert {each.key: (each.day, each.start, each.end) for each in grid.sessions} == {
        key: (found.day, min(found.minutes), max(found.minutes) + 1) for key, found in model.items()
    }
    held = {key: found for key, found in model.items() if found.state is SessionState.HELD}
    planned = sum(len(found.minutes) for found in held.values())
    for row in grid.rows:
        attended = sum(len(found.attended.get(row.enrolment, ())) for found in held.values())
        expected = Fraction(attended * 10_000, planned) if planned else None
        assert row.share == expected
        found = {
            each.key: _coarse(cell.mark)
            for each, cell in zip(grid.sessions, row.cells, strict=True)
            if cell is not None
        }
        assert found == {key: _coarse(each.marks.get(row.enrolment)) for key, each in model.items()}


def _coarse(mark: Mark | None) -> Mark | None:
    """Take late for present: in the second part of a session nobody is late who came during the first."""
    return Mark.PRESENT if mark is Mark.LATE else mark


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(_steps)
def test_shares_agree_with_sets_of_minutes(trainer: Workplace, room: Room, steps: list[Step]) -> None:
    before = attendance.grid(trainer, room.course)
    model = {each.key: Naive(set(range(each.start, each.end)), each.day) for each in before.sessions}
    done = 0
    try:
        for step in steps:
            shown = attendance.grid(trainer, room.course)
            try:
                done += _apply(trainer, room, model, step).step is not None
            except TrainerError:
                # What is refused changes nothing.
                assert attendance.grid(trainer, room.course) == shown
            _check(trainer, room, model)
    finally:
        for _ in range(done):
            history.undo(trainer)
    assert attendance.grid(trainer, room.course) == before
