"""Exact numbers: rounding half up, and numbers as people type them. `percentages` has percentages in words.

Shares are held as hundredths of a per cent (7880 = 78.8 %), exact ones as `Fraction` of the same unit.
Typed numbers may have a point or a comma. Nothing here is a float.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from math import floor

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label

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


def exact_percent(part: int, whole: int) -> Fraction | None:
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


_NUMBER = re.compile(r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,9})?")
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
    """Return row numbers in ascending order as people write them: "4, 9-12"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)
