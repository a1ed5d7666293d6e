"""The clock: the civil date belongs to a place, not to the laptop."""

import time
from datetime import UTC, date, datetime

import pytest

from trainer_app.system.clock import Clock, FixedClock, SystemClock, civil_date, fixed_at

ZONE = "Asia/Dushanbe"
EVENING = int(datetime(2018, 10, 3, 20, 30, tzinfo=UTC).timestamp() * 1000)
"""20:30 in Greenwich, 01:30 of the next day in Dushanbe."""


def test_the_date_is_that_of_the_zone() -> None:
    assert civil_date(EVENING, ZONE) == date(2018, 10, 4)
    assert civil_date(EVENING, "UTC") == date(2018, 10, 3)


def test_the_system_clock_tells_unix_milliseconds() -> None:
    clock: Clock = SystemClock()
    before = time.time() * 1000
    told = clock.millis()
    assert before - 1 <= told <= time.time() * 1000 + 1
    assert abs((clock.today(ZONE) - datetime.now(UTC).date()).days) <= 1


def test_a_fixed_clock_goes_on_only_as_told() -> None:
    clock = FixedClock(EVENING, step=5)
    assert [clock.millis(), clock.millis()] == [EVENING, EVENING + 5]
    still: Clock = FixedClock(EVENING)
    assert still.millis() == still.millis() == EVENING
    assert still.today(ZONE) == still.today(ZONE) == date(2018, 10, 4)


def test_it_can_be_moved_and_set() -> None:
    clock = FixedClock(EVENING)
    clock.advance(days=1, hours=2, minutes=3, millis=4)
    assert clock.now == EVENING + 86_400_000 + 7_200_000 + 180_000 + 4
    clock.advance(days=-2)
    assert clock.today("UTC") == date(2018, 10, 2)
    clock.set(datetime(2018, 10, 18, tzinfo=UTC))
    assert clock.today("UTC") == date(2018, 10, 18)
    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2018, 10, 18))


def test_a_clock_at_an_hour_of_a_place() -> None:
    clock = fixed_at(date(2018, 10, 3), 9, ZONE)
    assert datetime.fromtimestamp(clock.now / 1000, UTC) == datetime(2018, 10, 3, 4, tzinfo=UTC)
    assert clock.today(ZONE) == date(2018, 10, 3)
