"""Days, times and lengths as people write them into an agenda.

Days: 15.10.2018, 2018-10-15, 15 октября, Oct 15, 43388 (a spreadsheet's number), "Рӯзи 2", "Day 2".
Times: 9:00, 9.00, 9-00, 9:00–10:30, "аз 9:00 то 10:30", 1:30 pm, 0.375. Lengths: 90, "90 мин", 1:30, "1,5 ч".
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from trainer_app.domain.agenda_words import DAY_WORDS, MONTHS
from trainer_app.domain.planning import DAY_END

_SERIAL_ORIGIN = date(1899, 12, 30)
_SERIALS = range(20000, 80000)
_HOURS_AT_MOST = 12
"""A bare number up to this is a length in hours, a greater one in minutes."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?![\d:])")
_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")
_SMALL = re.compile(r"(?<![\d:.])(\d{1,2})(?![\d:])")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(
    rf"{DAY_WORDS}\s*[-№#]?\s*(\d{{1,3}})(?!\d)|(?<!\d)(\d{{1,3}})\s*(?:-?\s*(?:й|ый|ой|ум|юм|st|nd|rd|th))?\s*{DAY_WORDS}\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})\s?[:.]\s?(\d\d)(?::\d\d)?(?!\d)\s*([ap])?\.?(?:m\b)?", re.IGNORECASE
)
_DASHED = re.compile(r"^\s*(\d{1,2})-(\d\d)(?:\s*[-–—]\s*(\d{1,2})-(\d\d))?\s*$")
_HOURS = re.compile(
    r"^\D*(\d{1,2})\s*(am|pm)?\s*(?:[-–—]|то|до|to)\s*(\d{1,2})\s*(am|pm)?\D*$", re.IGNORECASE
)
_HOUR = re.compile(r"^\s*(\d{1,2})\s*(am|pm)?\s*$", re.IGNORECASE)
_BARE_FIRST = re.compile(r"(?<![\d:.])(\d{1,2})(?=\s*[-–—]\s*\d{1,2}[:.]\d\d)")
_BARE_LAST = re.compile(r"([:.]\d\d\s*[-–—]\s*\d{1,2})(?![\d:.])")
_LONGEST_SPAN = 4
"""Hours: "9-11" is a span, "9-30" half past nine."""
_FRACTION = re.compile(r"^\s*0?[.,]\d+\s*$")
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]*)")
_HOUR_UNITS = ("h", "ч", "соат", "час", "hour", "hr")


@dataclass(frozen=True)
class DayText:
    """A day as written: a date, or the number of a day of the course."""

    day: date | None = None
    number: int | None = None


def read_day(text: str, near: date) -> DayText | None:
    """Return the day that a cell names; without a year it is the one nearest to `near`."""
    plain = text.strip().rstrip(".")
    if not plain:
        return None
    if plain.removesuffix(".0").isdigit() and int(plain.removesuffix(".0")) in _SERIALS:
        return DayText(_SERIAL_ORIGIN + timedelta(days=int(plain.removesuffix(".0"))))
    found = _iso(plain) or _dotted(plain, near) or _worded(plain, near)
    if found is not None:
        return DayText(found)
    numbered = _NUMBERED.search(plain)
    if numbered:
        return DayText(number=int(numbered.group(1) or numbered.group(2)))
    return DayText(number=int(plain)) if plain.isdigit() and len(plain) < 3 else None


def read_times(text: str) -> tuple[int, ...]:
    """Return the times in a cell, in minutes after midnight: none, one, or two of a span."""
    if _FRACTION.match(text):
        minutes = Fraction(text.strip().replace(",", ".")) * DAY_END
        return (int(minutes + Fraction(1, 2)),)
    whole = _BARE_LAST.sub(r"\1:00", _BARE_FIRST.sub(r"\1:00", text))
    found = [_clock(hour, minute, half) for hour, minute, half in _CLOCK.findall(whole)]
    dashed = None if found else _DASHED.match(text)
    if dashed and (dashed[3] or not 0 < int(dashed[2]) - int(dashed[1]) <= _LONGEST_SPAN):
        groups = dashed.groups()
        found = [_clock(groups[0], groups[1]), *([_clock(groups[2], groups[3])] if groups[2] else [])]
    if not found and (hours := _HOURS.match(text)):
        first, half, last, other = hours.groups()
        found = [_clock(first, "0", half or other or ""), _clock(last, "0", other or "")]
    if not found and (hour := _HOUR.match(text)):
        found = [_clock(hour.group(1), "0", hour.group(2) or "")]
    times = [each for each in found if each is not None]
    return tuple(times[:2]) if len(times) == len(found) else ()


def read_length(text: str) -> int | None:
    """Return a length in minutes: "90", "90 мин", "1:30", "1,5 соат", "2 h"; None if there is none."""
    clock = re.fullmatch(r"\s*(\d{1,2}):(\d\d)(?::\d\d)?\s*", text)
    if clock:
        return int(clock.group(1)) * 60 + int(clock.group(2)) or None
    total = Fraction(0)
    for amount, unit in _AMOUNT.findall(text):
        value = Fraction(amount.replace(",", "."))
        hours = unit.lower().startswith(_HOUR_UNITS) if unit else value <= _HOURS_AT_MOST
        total += value * 60 if hours else value
    minutes = int(total + Fraction(1, 2))
    return minutes if 0 < minutes <= DAY_END else None


def _clock(hour: str, minute: str, half: str = "") -> int | None:
    hours, minutes = int(hour), int(minute)
    if half[:1].lower() == "p" and hours < 12:
        hours += 12
    elif half[:1].lower() == "a" and hours == 12:
        hours = 0
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= DAY_END else None


def _iso(text: str) -> date | None:
    found = _ISO.search(text)
    return _date(*map(int, found.groups())) if found else None


def _dotted(text: str, near: date) -> date | None:
    """Read day, month and perhaps year; month first only where nothing else is possible."""
    found = _DOTTED.search(text)
    if not found:
        return None
    first, second, year = int(found.group(1)), int(found.group(2)), found.group(3)
    if first > 12 or second <= 12:
        day, month = first, second
    else:
        day, month = second, first
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return _nearest(month, day, near)


def _worded(text: str, near: date) -> date | None:
    months = [number for word in _WORD.findall(text.lower()) if (number := MONTHS.get(word[:3]))]
    year = _YEAR.search(text)
    rest = _YEAR.sub(" ", text)
    days = _SMALL.findall(_NUMBERED.sub(" ", rest) if len(_SMALL.findall(rest)) > 1 else rest)
    if len(months) != 1 or not days:
        return None
    if year:
        return _date(int(year.group()), months[0], int(days[0]))
    return _nearest(months[0], int(days[0]), near)


def _nearest(month: int, day: int, near: date) -> date | None:
    years = (near.year - 1, near.year, near.year + 1)
    found = [each for year in years if (each := _date(year, month, day)) is not None]
    return min(found, key=lambda each: abs((each - near).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
