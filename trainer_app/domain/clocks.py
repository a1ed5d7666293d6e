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


@dataclass(frozen=True)
class Seen:
    """What the newest file of a laptop says of its clock; times in wall milliseconds.

    `last` is the number of its last change, `wall` when the file was written there, `newest` the latest time
    of a change in it, `received` when it came here.
    """

    last: int
    wall: int
    newest: int
    received: int
    behind: int = 0
    """By how much its clock went back since the file before, in milliseconds."""

    @property
    def days(self) -> int:
        """By how many days its clock is wrong: more than 0 ahead, less than 0 behind, 0 if nothing is odd."""
        ahead = max(self.wall, self.newest) - self.received
        if ahead > SKEWED:
            return max(1, round(ahead / DAY))
        return -max(1, round(self.behind / DAY)) if self.behind > SKEWED else 0


def see(before: Seen | None, last: int, wall: int, newest: int, received: int) -> Seen | None:
    """Return what is known of a laptop's clock after another file; None if the file is no newer one."""
    if before is not None and last < before.last:
        return None
    # A file with more changes was written later. One written before its own changes was set back, too.
    floor = max(newest, before.wall if before is not None else 0)
    floor = min(floor, received)
    return Seen(last, wall, newest, received, max(0, floor - wall))
