"""Reads the rows of a list under a mapping, with or without repairs of their letters."""

from trainer_app.domain.heading_words import LEFT_OUT, NAME_COLUMNS, Column
from trainer_app.domain.headings import RosterMapping
from trainer_app.domain.letters import (
    clean_text,
    convert_legacy,
    has_legacy_letters,
    has_lost_letters,
    has_mixed_letters,
    invisible_signs,
    is_suspicious,
    repair_mixed,
)
from trainer_app.domain.roster_cells import CellReader, warning
from trainer_app.domain.roster_rows import Repair, RowReading
from trainer_app.domain.signs import strange_signs
from trainer_app.domain.tables import Problem, RawRow

_LETTER_COLUMNS = (
    *sorted(NAME_COLUMNS),
    *(Column.PATRONYMIC, Column.RANK, Column.UNIT, Column.DISTRICT, Column.SEX, Column.REMARK),
)
_LETTER_REPAIRS = frozenset((Repair.LEGACY, Repair.MIXED))


class RowReader:
    """Reads the rows of a table under one mapping."""

    def __init__(self, mapping: RosterMapping) -> None:
        self._mapping = mapping
        self._places: dict[Column, int] = {}
        for place, column in enumerate(mapping.columns):
            if column not in LEFT_OUT:
                self._places.setdefault(column, place)
        self._letter_columns = [column for column in _LETTER_COLUMNS if column in self._places]

    def read(self, raw: RawRow, repairs: frozenset[Repair] = frozenset()) -> RowReading:
        """Read one row, with the repairs that are taken."""
        typed = {column: clean_text(raw.cells[place]) for column, place in self._places.items()}
        cells = typed if repairs.isdisjoint(_LETTER_REPAIRS) else self._repaired(typed, repairs)
        reading = CellReader(self._mapping, raw, cells, repairs)
        return reading.result(self._letter_problems(raw, typed))

    def _repaired(self, typed: dict[Column, str], repairs: frozenset[Repair]) -> dict[Column, str]:
        cells = dict(typed)
        for column in _LETTER_COLUMNS:
            if column in cells and Repair.LEGACY in repairs:
                cells[column] = convert_legacy(cells[column])
            if column in cells and Repair.MIXED in repairs:
                cells[column] = repair_mixed(cells[column])
        return cells

    def _letter_problems(self, raw: RawRow, typed: dict[Column, str]) -> list[tuple[Problem, Repair | None]]:
        """Find what is wrong with the letters of a row, as typed."""
        found: list[tuple[Problem, Repair | None]] = []
        if invisible_signs("".join(raw.cells)):
            found += self._invisible(raw, typed)
        together = " ".join([typed[column] for column in self._letter_columns])
        # Most rows hold nothing of the kind: one look at the whole row says so.
        if not is_suspicious(together) and not strange_signs(together):
            return found
        for column in self._letter_columns:
            text = typed[column]
            if text.isascii():
                continue
            signs = strange_signs(text)
            if signs:
                heading = self._mapping.heading_of(column)
                told = " ".join(signs)
                found.append((warning(raw, heading, text, "strange_signs", signs=told), None))
            if not is_suspicious(text):
                continue
            heading = self._mapping.heading_of(column)
            if has_legacy_letters(text):
                after = convert_legacy(text)
                found.append((warning(raw, heading, text, "legacy_letters", after), Repair.LEGACY))
            if has_mixed_letters(text):
                after = repair_mixed(text)
                if after != text:
                    found.append((warning(raw, heading, text, "mixed_letters", after), Repair.MIXED))
                else:
                    found.append((warning(raw, heading, text, "letters_of_two_alphabets"), None))
            if has_lost_letters(text):
                found.append((warning(raw, heading, text, "lost_letters"), None))
        return found

    def _invisible(self, raw: RawRow, typed: dict[Column, str]) -> list[tuple[Problem, Repair | None]]:
        """Say which cells held signs that nobody sees and that are not taken."""
        found: list[tuple[Problem, Repair | None]] = []
        for column, place in self._places.items():
            signs = ", ".join(invisible_signs(raw.cells[place]))
            if signs:
                heading = self._mapping.heading_of(column)
                found.append((warning(raw, heading, typed[column], "invisible_signs", signs=signs), None))
        return found
