"""From which session on somebody who leaves a course is out of it."""

from collections.abc import Collection
from datetime import date

import pytest
from msgspec import Struct

from trainer_app.domain.courses.courses import EnrolmentState, Leaving, expected_span, leaving_of


class Held(Struct, frozen=True):
    """A session by its number."""

    key: int
    day: date = date(2018, 10, 15)


FOUR = [Held(key) for key in range(1, 5)]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ((), Leaving(1)),
        ((1,), Leaving(2)),
        ((1, 3), Leaving(4)),
        ((4,), Leaving(None, at_end=True)),
        ((1, 2, 3, 4), Leaving(None, at_end=True)),
        ((9,), Leaving(1)),
    ],
)
def test_who_leaves_is_out_from_the_first_session_after_all_marks(
    marked: Collection[int], found: Leaving[int]
) -> None:
    assert leaving_of(FOUR, marked) == found
    if found.since is not None:
        first, end = expected_span(FOUR, EnrolmentState.WITHDRAWN, gone_from=found.since)
        assert (first, end) == (0, found.since - 1), "expected until then, and no longer"


def test_a_course_without_sessions_has_no_end_to_leave_after() -> None:
    assert leaving_of([], ()) == Leaving()
