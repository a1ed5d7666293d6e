"""Tells the digits of a scanner from those of a person, by the time stamps of the keys alone.

A scanner types a key every 1 to 30 milliseconds; the fastest people need 60 and more for each of ten
digits. So digits are kept back for a moment, and given back as they came once a pause shows a person.
"""

from enum import Enum

from trainer_app.domain.badges import DIGITS, is_badge_code

GAP = 50
"""Milliseconds between two keys from which on a person types."""
LATER_GAP = 100
"""The same after `SURE` keys: nobody types so many so fast, and slow scanners and busy laptops pause."""
SURE = 4
LEAST = 6
"""Fewer digits are no code of any badge: a number that was typed."""


class Step(Enum):
    """What to do with a key."""

    HOLD = "hold"
    """Keep it back: it may belong to a scan."""
    RELEASE = "release"
    """Give back what is held, then let this key pass."""
    RESTART = "restart"
    """Give back what is held, then keep this key."""
    SCAN = "scan"
    """Drop this key and what is held: `digits` were scanned."""


class Bursts:
    """Follows keys one by one. Times are milliseconds of one clock; `digits` are those held."""

    def __init__(self) -> None:
        self.digits = ""
        self._last = 0
        self._other = -LATER_GAP
        self._joined = False

    @property
    def gap(self) -> int:
        """How long the next key may take and still belong to the scan."""
        return LATER_GAP if len(self.digits) >= SURE else GAP

    def digit(self, sign: str, at: int) -> Step:
        """Take a digit."""
        fresh = bool(self.digits) and not self._follows(at)
        if fresh:
            self.digits = ""
        if not self.digits:
            # Digits right behind a letter are the end of a longer code, if they are not a badge's.
            self._joined = 0 <= at - self._other <= GAP
        self.digits += sign
        self._last = at
        return Step.RESTART if fresh else Step.HOLD

    def end(self, at: int, *, tab: bool = False) -> Step:
        """Take the key that may end a scan: Enter, or Tab, which only some scanners send."""
        if self._follows(at) and self._is_scan(strict=tab):
            return Step.SCAN
        return self.other(at)

    def other(self, at: int) -> Step:
        """Take any other key."""
        self._other = at
        self.digits = ""
        return Step.RELEASE

    def silence(self) -> Step:
        """Take a pause. Ten digits with the right check digit need no Enter: not every scanner sends it."""
        return Step.SCAN if self._is_scan(strict=True) else Step.RELEASE

    def _follows(self, at: int) -> bool:
        return bool(self.digits) and 0 <= at - self._last <= self.gap

    def _is_scan(self, *, strict: bool) -> bool:
        if strict or self._joined:
            return len(self.digits) == DIGITS and is_badge_code(self.digits)
        return len(self.digits) >= LEAST
