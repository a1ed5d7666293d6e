"""Where a course stands on each day around it."""

from dataclasses import replace
from datetime import date

import pytest

from trainer_app.domain.courses import Course, CourseState
from trainer_app.domain.stages import Stage, stage
from trainer_app.domain.texts import Texts

COURSE = Course("key", "DSH1", None, Texts(), date(2018, 10, 15), date(2018, 10, 18))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (14, Stage.PLANNED),
        (15, Stage.RUNNING),
        (18, Stage.RUNNING),
        (19, Stage.OVER),
    ],
)
def test_until_somebody_closes_it_only_the_days_tell(day: int, expected: Stage) -> None:
    assert stage(COURSE, date(2018, 10, day)) is expected
    recorded = replace(COURSE, state=CourseState.RUNNING)
    assert stage(recorded, date(2018, 10, day)) is expected


@pytest.mark.parametrize("day", [14, 16, 19])
def test_what_was_decided_stands_whatever_the_day(day: int) -> None:
    for state, expected in ((CourseState.CLOSED, Stage.CLOSED), (CourseState.APPROVED, Stage.APPROVED)):
        assert stage(replace(COURSE, state=state), date(2018, 10, day)) is expected
