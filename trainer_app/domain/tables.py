"""Tables that others made, as plain rows, and what was wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.changes import Label


class Severity(StrEnum):
    """What a problem means for its row."""

    WARNING = "warning"
    """The row is taken; somebody should look."""
    REFUSED = "refused"
    """The row is not taken."""


@dataclass(frozen=True)
class Problem:
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


@dataclass(frozen=True)
class RawRow:
    """One row that is not empty, with its number in the sheet; as many cells as the table is wide."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class RawTable:
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
