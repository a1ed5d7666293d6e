"""When the clock alone changes what the first screen shows."""

import pytest

from trainer_app.domain.attendance.marks import Headcount
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.today.overview import DAY_MINUTES, SOON, TodaySession, next_change

START, END = 14 * 60, 15 * 60 + 30


def session(minute: int, state: SessionState = SessionState.PLANNED, *, locked: bool = False) -> TodaySession:
    return TodaySession(
        "s", "c", "DSH", 9, START, END, Texts(), state, Headcount(), locked, begins_in=START - minute
    )


@pytest.mark.parametrize(
    ("minute", "until"),
    [
        (0, START - SOON),
        (START - SOON - 1, 1),
        (START - SOON, SOON),
        (START - 1, 1),
        (START, END - START),
        (END - 1, 1),
        (END, DAY_MINUTES - END),
        (DAY_MINUTES - 1, 1),
    ],
)
def test_it_is_the_next_moment_that_matters(minute: int, until: int) -> None:
    assert next_change((session(minute),), minute) == until


def test_without_sessions_the_day_ends_at_midnight() -> None:
    assert next_change((), 17 * 60) == 7 * 60


def test_the_wait_always_ends() -> None:
    for minute in range(DAY_MINUTES):
        until = next_change((session(minute),), minute)
        assert 0 < until <= DAY_MINUTES - minute


def test_a_session_that_is_cancelled_or_locked_is_not_open() -> None:
    assert session(0).open
    assert not session(0, SessionState.CANCELLED).open
    assert not session(0, SessionState.HELD, locked=True).open
