"""Where a course stands on each day around it."""

from datetime import date

import pytest

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import Course, CourseStage, CourseState, course_stage

COURSE = Course("key", "DSH1", None, Texts(), date(2018, 10, 15), date(2018, 10, 18))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (14, CourseStage.PLANNED),
        (15, CourseStage.RUNNING),
        (18, CourseStage.RUNNING),
        (19, CourseStage.OVER),
    ],
)
def test_until_somebody_closes_it_only_the_days_tell(day: int, expected: CourseStage) -> None:
    assert course_stage(COURSE, date(2018, 10, day)) is expected
    recorded = replace(COURSE, state=CourseState.RUNNING)
    assert course_stage(recorded, date(2018, 10, day)) is expected


@pytest.mark.parametrize("day", [14, 16, 19])
def test_what_was_decided_stands_whatever_the_day(day: int) -> None:
    for state, expected in (
        (CourseState.CLOSED, CourseStage.CLOSED),
        (CourseState.APPROVED, CourseStage.APPROVED),
    ):
        assert course_stage(replace(COURSE, state=state), date(2018, 10, day)) is expected
