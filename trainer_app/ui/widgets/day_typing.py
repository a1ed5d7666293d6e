"""A day while it is typed: day, month and year fill one after the other, with or without signs between."""

import calendar
from datetime import date

_LENGTHS = (2, 2, 4)
_FIRSTS = ("0123", "01", "0123456789")
"""First digits that a second one may follow: "4" is the whole of a day, "2" the whole of a month."""
_CENTURY = 2000
_YEARS = range(1900, 2200)
DAY, MONTH, YEAR = range(3)
SEPARATORS = frozenset(".,/- ")


class DayTyping:
    """Starts from a shown day and the part typed first; the other parts stand until they are reached."""

    def __init__(self, shown: date, part: int = DAY) -> None:
        self._shown = shown
        self.parts = [f"{shown.day:02}", f"{shown.month:02}", f"{shown.year:04}"]
        self.part = part
        self._fresh = True
        """Whether the next digit begins the part anew."""

    def digit(self, sign: str) -> None:
        """Take one digit; a part that is full passes on to the next one."""
        if self._fresh:
            self.parts[self.part] = ""
            self._fresh = False
        text = self.parts[self.part]
        if len(text) == _LENGTHS[self.part]:
            return
        text += sign
        self.parts[self.part] = text
        if self.part < YEAR and (len(text) == _LENGTHS[self.part] or text not in _FIRSTS[self.part]):
            self._pass_on()

    def separate(self) -> None:
        """Take a dot or what people write for it: a part that has no digit yet was begun by itself."""
        if not self._fresh and self.parts[self.part] and self.part < YEAR:
            self._pass_on()

    def erase(self) -> None:
        """Take the last digit back, or that of the part before."""
        if not self.parts[self.part] and self.part > DAY:
            self.part -= 1
        self.parts[self.part] = self.parts[self.part][:-1] if not self._fresh else ""
        self._fresh = False

    def text(self) -> str:
        """Return what is typed so far, as it is shown."""
        return ".".join(self.parts)

    def span(self) -> tuple[int, int]:
        """Return first place and length of what the next digit replaces; length 0: it is added there."""
        start = sum(len(part) + 1 for part in self.parts[: self.part])
        length = len(self.parts[self.part])
        return (start, length) if self._fresh else (start + length, 0)

    def whole(self) -> date | None:
        """Return the day once the year is all there; None as well if there is no such day."""
        there = self.part == YEAR and not self._fresh and len(self.parts[YEAR]) == _LENGTHS[YEAR]
        return self.finished() if there else None

    def finished(self) -> date | None:
        """Return the day if nothing more is typed: "26" is 2026, an empty part is the one that was shown."""
        day = int(self.parts[DAY] or self._shown.day)
        month = int(self.parts[MONTH] or self._shown.month)
        year = int(self.parts[YEAR] or self._shown.year)
        if len(self.parts[YEAR]) == 2:
            year += _CENTURY
        if year not in _YEARS or not 1 <= month <= 12:
            return None
        return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None

    def _pass_on(self) -> None:
        self.part += 1
        self._fresh = True
