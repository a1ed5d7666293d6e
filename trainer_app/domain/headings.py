"""What the columns of a list are: headings in Tajik, Russian and English, wherever they stand.

A list from a ministry begins with a title over merged cells, sometimes has its heading in two rows and
below it a row that numbers the columns. A mapping found (or corrected by a person) is recognised again by
the fingerprint of its headings.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from trainer_app.domain.columns import guess_columns, settle_columns
from trainer_app.domain.folding import fold
from trainer_app.domain.heading_words import HEADINGS, NAME_COLUMNS, Column
from trainer_app.domain.letters import clean_text
from trainer_app.domain.tables import RawRow, RawTable, column_letter

# Where the letter is missing, ҷ is typed as ч.
_EXACT = {
    fold(words): column
    for column, headings in HEADINGS.items()
    for words in (*headings.split("|"), *headings.replace("ҷ", "ч").split("|"))
}
_ONLY_HEADINGS = frozenset(
    map(
        fold,
        ("ном", "насаб", "ному насаб", "насабу ном", "фио", "ф и о", "имя", "фамилия", "name", "full name"),
    )
)
"""What no cell below a heading ever holds: one such cell makes a heading."""
_PARTS = re.compile(r"[/\n|()\[\]:;]+")
_LONGEST_HEADING = 80
_LOOKED_AT = 40


@dataclass(frozen=True)
class RosterMapping:
    """What each column of a table is. `heading_rows` are row numbers in the sheet; none: no heading."""

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    heading_rows: tuple[int, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Tell lists with the same headings, however they are spelled; empty without a heading."""
        if not self.heading_rows:
            return ""
        text = "\n".join(map(fold, self.headings))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def place_of(self, column: Column) -> int | None:
        """Return where a column stands."""
        return self.columns.index(column) if column in self.columns else None

    def heading_of(self, column: Column) -> str:
        """Return the heading of a column, as the list has it."""
        place = self.place_of(column)
        return "" if place is None else self.headings[place] or column_letter(place)

    def remap(self, columns: Sequence[str], heading_rows: Sequence[int] | None = None) -> "RosterMapping":
        """Return the mapping with other columns (as plain text, as remembered) and heading rows."""
        if len(columns) != len(self.columns):
            return self
        rows = self.heading_rows if heading_rows is None else tuple(heading_rows)
        return replace(self, columns=tuple(map(Column, columns)), heading_rows=rows)

    @property
    def has_name(self) -> bool:
        """Tell whether there is a column from which a name can be read."""
        return not NAME_COLUMNS.isdisjoint(self.columns)


def find_mapping(table: RawTable, remembered: Mapping[str, Sequence[str]] | None = None) -> RosterMapping:
    """Find the heading and say what the columns are.

    `remembered` holds corrections of earlier lists by fingerprint (see `RosterMapping.remap`).
    """
    rows = table.rows[:_LOOKED_AT]
    place = _find_heading(rows)
    if place is None:
        return RosterMapping(guess_columns(table.rows, table.width), ("",) * table.width)
    heading = [rows[place]]
    if place + 1 < len(rows) and _is_second_heading(rows[place + 1]):
        heading.append(rows[place + 1])
    after = place + len(heading)
    if after < len(rows) and _numbers_the_columns(rows[after]):
        heading.append(rows[after])
    names = [row for row in heading if not _numbers_the_columns(row)]
    headings = tuple(
        clean_text(next((row.cells[at] for row in reversed(names) if row.cells[at].strip()), ""))
        for at in range(table.width)
    )
    recognised = [recognise(text) or Column.NOTHING for text in headings]
    columns = settle_columns(recognised, table.rows[place + len(heading) :])
    mapping = RosterMapping(columns, headings, tuple(row.number for row in heading))
    known = (remembered or {}).get(mapping.fingerprint)
    return mapping.remap(known) if known else mapping


@lru_cache(maxsize=4096)
def recognise(heading: str) -> Column | None:
    """Return what a heading means: "Ному насаб / Full name", "Ф.И.О. участника", "Специальное звание"."""
    return recognise_exactly(heading) or _recognise_inside(heading)


@lru_cache(maxsize=4096)
def recognise_exactly(heading: str) -> Column | None:
    """Return what a heading means if it, or its part in one of two languages, is a known one."""
    if len(heading) > _LONGEST_HEADING:
        return None
    if heading.strip() in ("№", "#", "№№"):
        return Column.NUMBER
    texts = (heading, *_PARTS.split(heading))
    found = [_EXACT[folded] for folded in map(fold, texts) if folded and folded in _EXACT]
    # "Full name (Latin)": the part that says how it is spelled decides.
    return Column.LATIN if Column.LATIN in found else next(iter(found), None)


def _recognise_inside(heading: str) -> Column | None:
    """Return what the longest known heading inside a longer one means."""
    words = fold(heading).split()
    if len(heading) > _LONGEST_HEADING or not words:
        return None
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            found = _EXACT.get(" ".join(words[start : start + length]))
            if found and (length > 1 or len(words[start]) > 2):
                return found
    return None


def is_heading(row: RawRow, mapping: RosterMapping) -> bool:
    """Tell whether a row repeats the heading, as on every page of a printed list."""
    filled = 0
    for cell, heading in zip(row.cells, mapping.headings, strict=False):
        if cell.strip():
            if not heading or cell.isdigit() or fold(cell) != fold(heading):
                return False
            filled += 1
    return filled > 1


def _find_heading(rows: Sequence[RawRow]) -> int | None:
    """Return the place of the first row that is a heading.

    Not of the one most like a heading: that may be its repetition on the next page, and everybody above it
    would be taken for a title.
    """
    return next((place for place, row in enumerate(rows) if _looks_like_heading(row)), None)


def _looks_like_heading(row: RawRow) -> bool:
    exact = {recognise_exactly(cell) for cell in row.cells} - {None}
    found = {recognise(cell) for cell in row.cells} - {None}
    sure = len(found) > 1 or any(fold(cell) in _ONLY_HEADINGS for cell in row.cells)
    return bool(exact) and sure and not found.isdisjoint((*NAME_COLUMNS, Column.LATIN))


def _is_second_heading(row: RawRow) -> bool:
    """Tell whether a row only parts the columns of the one above: "Насаб | Ном | Номи падар"."""
    filled = [cell for cell in row.cells if cell.strip()]
    return len(filled) > 1 and all(recognise_exactly(cell) for cell in filled)


def _numbers_the_columns(row: RawRow) -> bool:
    """Tell whether a row holds 1, 2, 3, ... below the headings, as official forms do."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]
