"""Exact numbers: rounding half up, numbers as people type them, and percentages as people read them.

Shares are held as hundredths of a per cent (7880 = 78.8 %), exact ones as `Fraction` of the same unit.
Typed numbers may have a point or a comma. Nothing here is a float.

Screens, papers, the command line and the sentences of messages all ask here for the words of a share, a limit
or a change, so that one share is rounded once, from its exact value, and reads alike everywhere: a value that
was rounded to hundredths before would be rounded twice.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import floor

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import LANGUAGES, Texts

type Percent = int | Fraction
"""Hundredths of a per cent; a `Fraction` where it was not rounded."""

WHOLE = 10_000
"""100 % in hundredths of a per cent."""


def round_half_up(value: Percent) -> int:
    """Return the nearest integer; halves go up (towards plus infinity): 2.5 -> 3, -2.5 -> -2."""
    return floor(value + Fraction(1, 2))


def round_half_away(value: Percent) -> int:
    """Return the nearest integer; halves go away from zero, as spreadsheets do: 2.5 -> 3, -2.5 -> -3.

    For changes, which are shown with their sign: a loss is as large as the gain that makes up for it.
    """
    return round_half_up(value) if value >= 0 else -round_half_up(-value)


@lru_cache(maxsize=4096)
def exact_percent(part: Percent, whole: int) -> Fraction | None:
    """Return part / whole in hundredths of a per cent, not rounded; None where there is no whole."""
    return Fraction(part * WHOLE, whole) if whole > 0 else None


def places_beside(value: Fraction, limits: Iterable[Fraction], least: int, most: int = 4) -> int:
    """Return how many decimals a value needs to stand, rounded, on the same side of each limit as it does.

    0.2996 beside a remark about what is under 0.3 is shown as 0.2996 and not as 0.30. `least` is what it gets
    anyway, `most` where it stops.
    """
    wanted = list(limits)
    for places in range(least, most):
        shown = Fraction(round_half_up(value * 10**places), 10**places)
        if all((shown < limit, shown > limit) == (value < limit, value > limit) for limit in wanted):
            return places
    return most


_NUMBER = regex(r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,9})?")
_PLACES = 2


def is_number(text: str) -> bool:
    """Tell whether a text is a number with a point: "12", "-0.5"."""
    return _NUMBER.fullmatch(text) is not None


def as_fraction(text: str) -> Fraction:
    """Return the exact value of a number for which `is_number` is true."""
    return Fraction(text)


def read_hundredths(text: str) -> int | None:
    """Return a number with at most two decimals in hundredths: "33,5" -> 3350, "−50" -> -5000; else None."""
    plain = text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    if not is_number(plain) or len(plain.partition(".")[2]) > _PLACES:
        return None
    return int(as_fraction(plain) * 100)


class Severity(StrEnum):
    """What a problem means for its row."""

    WARNING = "warning"
    """The row is taken; somebody should look."""
    REFUSED = "refused"
    """The row is not taken."""


class Problem(Struct, frozen=True):
    """Something wrong in a file: where, what stands there, which rule it breaks.

    `row` is the number that the spreadsheet program shows, None for the whole table; `column` is the
    heading, or the column's letter. `values` fill the words of `code`; `proposal` is what may be meant.
    """

    row: int | None
    column: str
    value: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.WARNING
    proposal: str = ""

    @property
    def label(self) -> Label:
        """The problem in words: its sentence may name the row, the column, the value and the proposal too."""
        place = {"row": self.row, "column": self.column, "value": self.value, "proposal": self.proposal}
        return Label(self.code, {**place, **self.values})


class RawRow(Struct, frozen=True):
    """One row that is not empty, with its number in the sheet; as many cells as the table is wide."""

    number: int
    cells: tuple[str, ...]


class RawTable(Struct, frozen=True):
    """One sheet: every row in which anything stands. `sheets` names all sheets of the file."""

    sheet: str
    rows: tuple[RawRow, ...]
    sheets: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    file: str = ""

    @property
    def width(self) -> int:
        """Number of columns, empty ones at the left included."""
        return len(self.rows[0].cells) if self.rows else 0


def column_letter(place: int) -> str:
    """Return a column's letter from its place (0 is A, 26 is AA)."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def row_ranges(numbers: list[int]) -> str:
    """Return row numbers in ascending order as people write them: "4, 9–12"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)


DASH = "–"
"""What stands where there is no value."""
_SIGN = "\N{NO-BREAK SPACE}%"
_MINUS = "\N{MINUS SIGN}"


def percent_text(value: Percent | None, language: str, limit: Percent | None = None) -> str:
    """Return a share as every screen and paper shows it: "85.9 %", "80 %"; a dash for none.

    One decimal, none where it is 0. Beside a `limit` that the rounded share would reach and the share itself
    does not, as many as it takes: 79.96 % never shows as 80 % beside the remark that 80 % was not reached.
    """
    return DASH if value is None else _text(value, _places(value, limit), language)


def percent_label(value: Percent, limit: Percent | None = None) -> Label:
    """Return a share as `percent_text` says it, for a sentence whose language is not known yet."""
    return _label(value, _places(value, limit))


def limit_text(limit: Percent, language: str) -> str:
    """Return what somebody typed, a limit or what an answer is worth, with its hundredths if it has any.

    8000 gives "80 %", 6667 "66.67 %", -3333 "−33.33 %".
    """
    return _text(limit, _EXACT, language)


def hundredths_texts(value: int) -> Texts:
    """Return what is kept in hundredths, points of a test, in every language: 733 gives "7.33", "7,33"."""
    return Texts.made(lambda language: _joined(*_digits(value, _EXACT), language))


def duration_label(minutes: int) -> Label:
    """Return how long something lasts: "4 h 10 min", "20 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return Label("amounts.minutes", {"minutes": rest})
    return Label("amounts.hours_minutes" if rest else "amounts.hours", {"hours": hours, "minutes": rest})


def limit_label(limit: int) -> Label:
    """Return a limit as `limit_text` says it, for a sentence whose language is not known yet."""
    return _label(limit, _EXACT)


def points_text(change: Percent | None, language: str) -> str:
    """Return a change in percentage points, rounded as shares are: "+27.5", "−3"; a dash for none."""
    if change is None:
        return DASH
    whole, decimals = _digits(change, 1)
    sign = "+" if change > 0 and (whole, decimals) != ("0", "") else ""
    return f"{sign}{_joined(whole, decimals, language)}"


def progress_text(done: float) -> str:
    """Return in whole per cent how much of something is done or how large it is shown: 0.4 gives "40 %".

    What is not done never shows as 100 %.
    """
    percent = round(100 * done)
    return f"{99 if done < 1 <= percent / 100 else percent}{_SIGN}"


_EXACT = 2
"""Decimals of what is kept in hundredths of a per cent."""


def _places(value: Percent, limit: Percent | None) -> int:
    places = 1
    if limit is not None:
        while (_scale(value, places) >= limit * Fraction(10**places, 100)) != (value >= limit):
            places += 1
    return places


def _scale(value: Percent, places: int) -> int:
    """Return hundredths of a per cent as units of the last decimal shown."""
    # Half away from 0, in integers: the board of a course asks this for each of its people.
    part: int = abs(value.numerator) * 10**places
    whole = 100 * value.denominator
    scaled = (2 * part + whole) // (2 * whole)
    return -scaled if value < 0 else scaled


def _digits(value: Percent, places: int) -> tuple[str, str]:
    """Return what stands before and after the decimal sign, without zeros at the end."""
    scaled = _scale(value, places)
    whole, part = divmod(abs(scaled), 10**places)
    return f"{_MINUS if scaled < 0 else ''}{whole}", f"{part:0{places}d}".rstrip("0")


def _joined(whole: str, decimals: str, language: str) -> str:
    return f"{whole}{LANGUAGES[language].decimal}{decimals}" if decimals else whole


def _text(value: Percent, places: int, language: str) -> str:
    return f"{_joined(*_digits(value, places), language)}{_SIGN}"


def _label(value: Percent, places: int) -> Label:
    whole, decimals = _digits(value, places)
    if not decimals:
        return Label("amounts.percent", {"whole": whole})
    return Label("amounts.percent_decimal", {"whole": whole, "part": decimals})
