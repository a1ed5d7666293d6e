"""Tells by numbers where a list of participants ends, and what below it is no participant.

Words are never complete. Where nearly every row of a list has a number, and the numbers go up, whatever
stands below the last one without a number is left out once the list has visibly ended: after an empty row,
or after a row that is nobody. It is told, and can be taken. Whoever has a rank and a unit in their columns is
somebody there too, and so is whoever was written right below the last one, unless the row is one to sign on,
a note, or an office before a name. A second heading begins a second list, with or without numbers.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from trainer_app.domain.base.numbers import RawRow
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.ranks import split_rank
from trainer_app.domain.courses.roster_closings import Nobody, dashed_places, names_signer, states_service
from trainer_app.domain.courses.roster_columns import (
    NAME_COLUMNS,
    RosterColumn,
    RosterMapping,
    recognise_exactly,
)
from trainer_app.domain.courses.roster_reader import RosterRow
from trainer_app.domain.people.names import clean_name, is_initial, is_small_word
from trainer_app.domain.people.persons import Sex

_FEWEST = 2
"""Rows with a number that a numbered list has at least."""
_MOST = 0.8
"""The share of rows with a number, and of numbers that go up or begin anew, from which on a list counts."""
# "4", "4а)", "IV": somebody's number. "27.11.2026" is none.
_NUMBER = regex(r"№?\s*(?:\d{1,5}\s*[^\W\d_]?|[IVXLХІ]{1,5})\s*[.)]{0,2}")
_TO_SIGN_ON = regex(r"(?:[_.\-\u2010-\u2015]\s*){3,}|(?:…[\s.]*)+|/?\s*_{3,}\s*/?")
_STARRED = regex(r"\s*[*†•]")
_SAYS_NOTHING = NAME_COLUMNS | {
    RosterColumn.NUMBER,
    RosterColumn.NOTHING,
    RosterColumn.SIGNATURE,
    RosterColumn.REMARK,
}
_OFFICE_WORDS = 2
"""So many common nouns before a capital are an office: "Инспектор отдела кадров Холова"."""
_SHORTEST = 3


class ReadRow(Struct, frozen=True):
    """A row below the heading, and whose it is; nobody's, where that is known already."""

    raw: RawRow
    person: RosterRow | None


def tail_of(rows: Sequence[ReadRow], mapping: RosterMapping) -> dict[int, Nobody]:
    """Return which rows below a numbered list are nobody, by their numbers; empty without numbers."""
    last = _last_numbered(rows, mapping)
    if last is None:
        return {}
    return dict(_Tail(rows[: last + 1], mapping).read(rows[last + 1 :]))


def _last_numbered(rows: Sequence[ReadRow], mapping: RosterMapping) -> int | None:
    """Return the place of the last row with a number in a list that is numbered; None for any other."""
    if mapping.place_of(RosterColumn.NUMBER) is None:
        return None
    numbers = [(place, row.person.number) for place, row in enumerate(rows) if row.person is not None]
    while numbers and numbers[-1][1] is None:
        numbers.pop()
    found = [number for _, number in numbers if number is not None]
    if len(found) < _FEWEST or len(found) < _MOST * len(numbers):
        return None
    rising = sum(after > before or after == 1 for before, after in pairwise(found))
    return numbers[-1][0] if rising >= _MOST * (len(found) - 1) else None


class _Tail:
    """Goes down the rows below the last number. `above`: the list itself."""

    def __init__(self, above: Sequence[ReadRow], mapping: RosterMapping) -> None:
        self._mapping = mapping
        self._before = above[-1].raw.number
        self._ended = self._signed = False
        self._above = above

    @cached_property
    def _lined(self) -> set[int]:
        """Columns that hold lines to sign on beside people too; most lists have nobody below to ask it of."""
        return {
            place
            for place, column in enumerate(self._mapping.columns)
            if column == RosterColumn.SIGNATURE
            or any(_TO_SIGN_ON.fullmatch(row.raw.cells[place].strip()) for row in self._above)
        }

    def read(self, rows: Sequence[ReadRow]) -> Iterator[tuple[int, Nobody]]:
        """Return who is nobody, until another list begins."""
        for row in rows:
            if _is_heading(row.raw, self._mapping):
                return
            gap = row.raw.number > self._before + 1
            self._ended, self._signed = self._ended or gap, self._signed and not gap
            self._before = row.raw.number
            found = self._nobody(row.raw, row.person) if row.person is not None else None
            if found is not None:
                yield row.raw.number, found
            self._ended = self._ended or row.person is None or found is not None
            self._signed = names_signer(row.raw, self._mapping)

    def _nobody(self, raw: RawRow, person: RosterRow) -> Nobody | None:
        if self._has_number(raw, person) or person.sex is not Sex.UNKNOWN or person.birth_year is not None:
            return None
        name = self._name(raw)
        if line := self._line(raw):
            return Nobody("signature_line", line)
        if self._is_alone(raw) and (_STARRED.match(name) or _is_office(name)):
            return Nobody("footer", name)
        # Right below "Начальник отдела кадров" or "Согласовано:" stands who signs, with their rank and unit.
        if not self._ended or (not self._signed and states_service(raw, self._mapping)):
            return None
        return Nobody("below_list", self._label(raw, name))

    def _has_number(self, raw: RawRow, person: RosterRow) -> bool:
        place = self._mapping.place_of(RosterColumn.NUMBER)
        cell = raw.cells[place].strip() if place is not None else ""
        return person.number is not None or _NUMBER.fullmatch(cell) is not None

    def _name(self, raw: RawRow) -> str:
        """Return what stands where a name would."""
        columns = NAME_COLUMNS | {RosterColumn.PATRONYMIC}
        places = [place for place, column in enumerate(self._mapping.columns) if column in columns]
        return clean_text(" ".join(raw.cells[place] for place in places if raw.cells[place].strip()))

    def _label(self, raw: RawRow, name: str) -> str:
        """Return the same with what stands in the column of numbers: "Ответственный Петров П. П."."""
        place = self._mapping.place_of(RosterColumn.NUMBER)
        return clean_text(f"{raw.cells[place]} {name}") if place is not None else name

    def _line(self, raw: RawRow) -> str:
        """Return the cell of a row that is no more than a line to sign on."""
        beside = self._lined | dashed_places(raw, self._mapping)
        cells = (cell.strip() for place, cell in enumerate(raw.cells) if place not in beside)
        return next((cell for cell in cells if _TO_SIGN_ON.fullmatch(cell)), "")

    def _is_alone(self, raw: RawRow) -> bool:
        return not any(
            raw.cells[place].strip()
            for place, column in enumerate(self._mapping.columns)
            if column not in _SAYS_NOTHING
        )


def _is_heading(raw: RawRow, mapping: RosterMapping) -> bool:
    """Tell whether a row heads a second list: not "(должность) (подпись) (Ф.И.О.)"."""
    cells = [cell for cell in map(str.strip, raw.cells) if cell and cell[0] not in "(["]
    found = {recognise_exactly(cell) for cell in cells} - {None, RosterColumn.SIGNATURE}
    return len(found) > 1 and not found.isdisjoint(NAME_COLUMNS | {RosterColumn.NUMBER})


def _is_office(text: str) -> bool:
    """Tell whether a text is an office before a name: common nouns between capitals, initials at the end."""
    first, *rest = clean_name(split_rank(text)[1]).split() or [""]
    if not first[:1].isupper() or not rest:
        return False
    common = 0
    for word in rest:
        if not word[0].islower() or is_small_word(word) or len(word) < _SHORTEST:
            break
        common += 1
    name = rest[common:]
    if not common or not name or not name[0][0].isupper():
        return False
    return common >= _OFFICE_WORDS or is_initial(name[-1])
