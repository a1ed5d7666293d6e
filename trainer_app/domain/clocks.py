"""When a clock is odd enough to ask a person about it."""

from dataclasses import dataclass
from enum import StrEnum

HOUR = 3_600_000
DAY = 24 * HOUR
BACK, AHEAD = HOUR, 200 * DAY
"""Milliseconds before the last change, or after it, from which on a clock is doubted. Laptops lie in a
cupboard for half a year between courses, and a clock may be moved by a few minutes."""
SKEWED = DAY
"""Milliseconds by which a file's time may lie after its arrival before the laptop's clock is called wrong."""


class Oddity(StrEnum):
    """In which direction a clock is odd."""

    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True)
class ClockDoubt:
    """`now` is what the clock says, `last` when something was done last; both in wall milliseconds."""

    oddity: Oddity
    now: int
    last: int

    @property
    def days(self) -> int:
        """By how many days the two differ, at least one."""
        return max(1, round(abs(self.now - self.last) / DAY))


def doubt_of(now: int, last: int) -> ClockDoubt | None:
    """Compare a clock with the time of the last change."""
    if now < last - BACK:
        return ClockDoubt(Oddity.BEHIND, now, last)
    return ClockDoubt(Oddity.AHEAD, now, last) if now > last + AHEAD else None
