"""What is typed over a shown day or time, part by part; how it is shown is for `pickers`."""

from collections.abc import Sequence
from datetime import date

_CENTURY = 2000
_YEARS = range(1900, 2200)
DAY, MONTH, YEAR = range(3)
HOUR, MINUTE = range(2)


class PartsTyping:
    """What is typed over a shown value, part by part; the other parts stand until they are reached."""

    mark: str
    """What stands between the parts."""
    separators: frozenset[str]
    """What people write for it."""
    lengths: tuple[int, ...]
    firsts: tuple[str, ...]
    """First digits that a second one may follow: "4" is the whole of a day, "2" the whole of a month."""

    def __init__(self, parts: Sequence[str], part: int = 0) -> None:
        self.parts = list(parts)
        self.part = part
        self._fresh = True
        """Whether the next digit begins the part anew."""

    def take(self, sign: str) -> bool:
        """Take a digit or what stands between parts; tell whether it is one of them."""
        if sign.isdecimal():
            self.digit(str(int(sign)))
        elif sign in self.separators:
            self.separate()
        else:
            return False
        return True

    def digit(self, sign: str) -> None:
        """Take one digit; a part that is full passes on to the next one."""
        if self._fresh:
            self.parts[self.part] = ""
            self._fresh = False
        text = self.parts[self.part]
        if len(text) == self.lengths[self.part]:
            return
        text += sign
        self.parts[self.part] = text
        full = len(text) == self.lengths[self.part] or text not in self.firsts[self.part]
        if full and not self._is_last():
            self._pass_on()

    def separate(self) -> None:
        """Take a dot or what people write for it: a part that has no digit yet was begun by itself."""
        if not self._fresh and self.parts[self.part] and not self._is_last():
            self._pass_on()

    def erase(self) -> None:
        """Take the last digit back, or that of the part before."""
        if not self.parts[self.part] and self.part > 0:
            self.part -= 1
        self.parts[self.part] = self.parts[self.part][:-1] if not self._fresh else ""
        self._fresh = False

    def text(self) -> str:
        """Return what is typed so far, as it is shown."""
        return self.mark.join(self.parts)

    def span(self) -> tuple[int, int]:
        """Return first place and length of what the next digit replaces; length 0: it is added there."""
        start = sum(len(part) + 1 for part in self.parts[: self.part])
        length = len(self.parts[self.part])
        return (start, length) if self._fresh else (start + length, 0)

    def _at_end(self) -> bool:
        """Tell whether the last part is all there, as it was typed."""
        return self._is_last() and not self._fresh and len(self.parts[-1]) == self.lengths[-1]

    def _is_last(self) -> bool:
        return self.part == len(self.parts) - 1

    def _pass_on(self) -> None:
        self.part += 1
        self._fresh = True


class DateTyping(PartsTyping):
    """Starts from a shown day and the part typed first."""

    mark, separators = ".", frozenset(".,/- ")
    lengths, firsts = (2, 2, 4), ("0123", "01", "0123456789")

    def __init__(self, shown: date, part: int = DAY) -> None:
        super().__init__((f"{shown.day:02}", f"{shown.month:02}", f"{shown.year:04}"), part)
        self._shown = shown

    def whole(self) -> date | None:
        """Return the day once the year is all there; None as well if there is no such day."""
        return self.finished() if self._at_end() else None

    def finished(self) -> date | None:
        """Return the day if nothing more is typed: "26" is 2026, an empty part is the one that was shown."""
        day = int(self.parts[DAY] or self._shown.day)
        month = int(self.parts[MONTH] or self._shown.month)
        year = int(self.parts[YEAR] or self._shown.year)
        if len(self.parts[YEAR]) == 2:
            year += _CENTURY
        if year not in _YEARS:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None


class TimeTyping(PartsTyping):
    """Starts from a shown time, in minutes after midnight, and the part typed first."""

    mark, separators = ":", frozenset(":.,- ")
    lengths, firsts = (2, 2), ("012", "012345")

    def __init__(self, shown: int, part: int = HOUR) -> None:
        super().__init__((f"{shown // 60:02}", f"{shown % 60:02}"), part)
        self._shown = shown

    def whole(self) -> int | None:
        """Return the time once the hour, or the time, is all there; None as well if there is no such time."""
        return self.finished() if self._at_end() or self._fresh else None

    def finished(self) -> int | None:
        """Return the time if nothing more is typed: "8:5" is 8:05, an empty part is the shown one."""
        hour = int(self.parts[HOUR] or self._shown // 60)
        minute = int(self.parts[MINUTE] or self._shown % 60)
        return hour * 60 + minute if hour < 24 and minute < 60 else None
