"""The time, asked in one place so that the demo and the tests can set it."""

import time
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct


class Clock(Protocol):
    """Tells the time."""

    def millis(self) -> int:
        """Return Unix milliseconds, UTC."""
        ...

    def today(self, zone: str) -> date:
        """Return the civil date at a zone of the IANA database, such as "Asia/Dushanbe"."""
        ...


_LAST_MOMENT = 253_402_128_000_000
"""Milliseconds of 9999-12-30, so that any zone has a day for it."""


@lru_cache(64)
def zone_of(name: str) -> tzinfo:
    """Return a zone of the IANA database; UTC for an unknown one."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return UTC


def civil_moment(millis: int, zone: str) -> datetime:
    """Return Unix milliseconds as date and time at a zone of the IANA database.

    A file may say anything: what no calendar has is its last day, and an unknown zone is UTC.
    """
    return datetime.fromtimestamp(min(max(millis, 0), _LAST_MOMENT) / 1000, UTC).astimezone(zone_of(zone))


def civil_date(millis: int, zone: str) -> date:
    """Return the civil date at a zone for Unix milliseconds."""
    return civil_moment(millis, zone).date()


def civil_minute(millis: int, zone: str) -> int:
    """Return the minutes after midnight at a zone for Unix milliseconds."""
    moment = civil_moment(millis, zone)
    return moment.hour * 60 + moment.minute


def tells_day_only(millis: int) -> bool:
    """Tell whether a moment stands for its day alone: anonymous entries are cut to midnight, UTC."""
    return millis % 86_400_000 == 0


class SystemClock:
    """The laptop's own clock."""

    def millis(self) -> int:
        """Return Unix milliseconds, UTC."""
        return time.time_ns() // 1_000_000

    def today(self, zone: str) -> date:
        """Return the civil date at a zone."""
        return civil_date(self.millis(), zone)


class FixedClock(Struct):
    """A clock that stands at `now` (Unix milliseconds) and goes on by `step` of them at every question."""

    now: int
    step: int = 0

    def millis(self) -> int:
        """Return Unix milliseconds, then go on by `step`."""
        told = self.now
        self.now += self.step
        return told

    def today(self, zone: str) -> date:
        """Return the civil date at a zone; the clock stands still."""
        return civil_date(self.now, zone)

    def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0, millis: int = 0) -> None:
        """Move the clock on (or back, with negative numbers)."""
        self.now += ((days * 24 + hours) * 60 + minutes) * 60_000 + millis

    def set(self, moment: datetime) -> None:
        """Put the clock at a moment with a time zone."""
        if moment.tzinfo is None:
            raise ValueError("the moment has no time zone")
        self.now = int(moment.timestamp() * 1000)


def fixed_at(day: date, hour: int, zone: str, step: int = 0) -> FixedClock:
    """Return a clock that stands at an hour of a civil date at a zone."""
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=zone_of(zone))
    return FixedClock(int(moment.timestamp() * 1000), step)
