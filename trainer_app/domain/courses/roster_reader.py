"""Reads the rows of a list of participants under a mapping, with or without repairs of their letters."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Problem, RawRow, Severity
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import (
    clean_text,
    convert_legacy,
    has_legacy_letters,
    has_lost_letters,
    has_mixed_letters,
    invisible_signs,
    is_cyrillic,
    is_suspicious,
    looks_like_formula,
    repair_mixed,
    unprintable_signs,
)
from trainer_app.domain.courses.ranks import guess_rank, rank_texts, read_rank, split_rank
from trainer_app.domain.courses.roster_columns import (
    FIELD_COLUMNS,
    LEFT_OUT,
    NAME_COLUMNS,
    RosterColumn,
    RosterMapping,
    mentions_unit,
    read_birth,
    read_sex,
)
from trainer_app.domain.people.latin import joined_spelling, part_spellings
from trainer_app.domain.people.names import (
    NameParts,
    clean_name,
    guess_sex,
    has_small_words,
    is_cut,
    is_cut_off,
    is_initial,
    is_patronymic_cut,
    is_spelt_loosely,
    repair_case,
    split_name,
    split_number,
    split_remarks,
)
from trainer_app.domain.people.persons import Person, Sex


class RowRepair(StrEnum):
    """A correction that may be taken or left, for a row."""

    LEGACY = "legacy"
    """Letters of an old font become Tajik ones."""
    MIXED = "mixed"
    """Look-alike letters of another alphabet are replaced."""
    CASE = "case"
    """Names in capitals or small letters are written as names are."""
    RANK = "rank"
    """A misspelled rank becomes the one it resembles."""
    SEX = "sex"
    """A missing sex is taken from the name."""
    YEAR = "year"
    """Two digits of a year of birth become the year that they most likely mean."""


class RosterRow(Person, frozen=True, kw_only=True):
    """A person as a row describes them: `row` is its number in the sheet, `number` the one on the list.

    Texts are clean, empty where nothing stands. Nobody has a key yet.
    """

    row: int
    key: str = ""
    number: int | None = None
    remark: str = ""


class RowReading(Struct, frozen=True):
    """A row as read with some repairs; `row` is None for a row that is refused."""

    row: RosterRow | None
    problems: tuple[Problem, ...] = ()
    offered: frozenset[RowRepair] = field(default_factory=frozenset)


LONGEST_NAME = 120
LONGEST_TEXT = 300
_NAME_COLUMNS = (RosterColumn.NAME, RosterColumn.FAMILY, RosterColumn.GIVEN)
_PARTS_OF_NAME = (*_NAME_COLUMNS, RosterColumn.PATRONYMIC)
_HOLD_NAMES = (*_PARTS_OF_NAME, RosterColumn.LATIN)
_NO_REPAIRS = frozenset[RowRepair]()
_BY_RULE = frozenset(
    (
        *(RosterColumn.NUMBER, RosterColumn.FAMILY, RosterColumn.GIVEN, RosterColumn.PATRONYMIC),
        *(RosterColumn.LATIN, RosterColumn.SEX, RosterColumn.RANK, RosterColumn.BIRTH_YEAR),
    )
)
TEXT_COLUMNS = tuple(name for name in FIELD_COLUMNS if name not in _BY_RULE)
"""Columns that are taken as they are typed."""
_DATE = regex(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|[34]\d{4}(?:\.\d+)?")
_PHONE = regex(r"\+?(?:[\s().-]*\d){7,15}")
_DIGIT = regex(r"\d")
_LETTER = regex(r"[^\W\d_]")
# "Ҳамагӣ: 25 нафар", "Итого 25".
_TOTAL = regex(r"\W*(?:[ҳхњ]амаг[ӣиї]|ҷамъ|итого|всего|total)(?:\W|\d|нафар|человек|$)*$", re.IGNORECASE)


class CellReader:
    """Reads the cells of one row, all repairs of letters done, and gathers what is wrong."""

    def __init__(
        self,
        mapping: RosterMapping,
        raw: RawRow,
        cells: Mapping[str, str],
        repairs: frozenset[RowRepair],
        spellings: Mapping[str, str],
    ) -> None:
        self._mapping = mapping
        self._raw = raw
        self._cells = cells
        self._spellings = spellings
        self._repairs = repairs
        self._problems: list[Problem] = []
        self._offered: set[RowRepair] = set()
        self._remarks: list[str] = []
        self._position = cells.get("position", "")

    def result(self, letters: list[tuple[Problem, RowRepair | None]]) -> RowReading:
        """Return the person, or why the row is refused."""
        if refused := self._refusal():
            return RowReading(None, (refused,))
        self._problems = [problem for problem, _ in letters]
        self._offered = {repair for _, repair in letters if repair}
        typed, ranks = self._names()
        if not typed.family:
            return RowReading(
                None, (self._refuse("not_a_name", self._mapping.name_heading, self._first_value()),)
            )
        parts = self._checked_name(typed)
        latin = self._latin() if self._spellings or RosterColumn.LATIN in self._cells else ""
        self._say_what_is_cut(typed, latin)
        texts: dict[str, Any] = {name: self._text(name) for name in TEXT_COLUMNS if name in self._cells}
        rank = self._rank(ranks)
        texts["position"] = self._position
        row = RosterRow(
            row=self._raw.number,
            family=parts.family,
            given=parts.given,
            patronymic=parts.patronymic,
            latin=latin,
            rank=rank,
            sex=self._sex(parts),
            number=self._number(),
            birth_year=self._birth_year() if self._cells.get(RosterColumn.BIRTH_YEAR) else None,
            **texts,
        )
        if too_long := self._too_long(row):
            return RowReading(None, (*self._problems, too_long))
        return RowReading(row, tuple(self._problems), frozenset(self._offered) or _NO_REPAIRS)

    def _refusal(self) -> Problem | None:
        """Return why a row is not a person's, if it is not."""
        if not self._mapping.has_name:
            return self._refuse("no_name_column", "", self._first_value())
        names = [text for column in _NAME_COLUMNS if (text := self._cells.get(column))]
        first = next(filter(str.strip, self._raw.cells))
        if _TOTAL.match(first) or (names and _TOTAL.match(names[0])):
            return self._refuse("total", "", self._first_value())
        if mentions_unit(first) and sum(map(bool, self._cells.values())) < 2:
            return self._refuse("section", "", self._first_value())
        formula = self._formula()
        if formula:
            return formula
        if not names:
            return self._refuse("no_name", self._mapping.name_heading, self._first_value())
        if not _LETTER.search(names[0]):
            return self._refuse("not_a_name", self._mapping.name_heading, names[0])
        return None

    def _formula(self) -> Problem | None:
        """Return why a row is refused whose name is a formula of a spreadsheet, which no person bears."""
        for column in _HOLD_NAMES:
            typed = self._cells.get(column)
            if typed and looks_like_formula(typed):
                return self._refuse("formula", self._mapping.heading_of(column), typed)
        return None

    def _names(self) -> tuple[NameParts, list[str]]:
        """Return the name as typed and the ranks that stood with it."""
        ranks: list[str] = []
        name, family, given, patronymic = [
            self._take_name(column, typed, ranks) if (typed := self._cells.get(column)) else ""
            for column in _PARTS_OF_NAME
        ]
        if family and (given or patronymic):
            return NameParts(family, given, patronymic), ranks
        parts = split_name(name or family or given)
        return NameParts(parts.family, parts.given, parts.patronymic or patronymic, parts.sure), ranks

    def _take_name(self, column: str, typed: str, ranks: list[str]) -> str:
        """Return a part of a name without ranks, which are added to `ranks`, and what stands in brackets."""
        bare, remarks = split_remarks(_rankless(clean_name(typed), ranks))
        if not remarks:
            return clean_name(bare)
        self._remarks += remarks
        for remark in remarks:
            self._warn("name_brackets", self._mapping.heading_of(column), remark)
        return _rankless(clean_name(bare), ranks)

    def _say_what_is_cut(self, name: NameParts, latin: str) -> None:
        """Say which cells hold anything that is neither in the name nor the rank that stood with it."""
        full = name.full
        for column in _HOLD_NAMES:
            typed = self._cells.get(column)
            if not typed or (typed == full and column not in self._spellings):
                continue
            taken = f"{full} {latin}"
            number, bare = split_number(typed)
            for remark in self._remarks:
                bare = " ".join(map(str.strip, bare.split(remark, 1)))
            if column != RosterColumn.LATIN:
                bare = split_rank(bare, exact=True)[1]
            spelling = self._spellings.get(column, "")
            if is_cut(f"{bare} {spelling}", taken) or number not in (None, self._number_beside()):
                whole = f"{typed} ({spelling})" if spelling else typed
                self._warn("name_cut", self._mapping.heading_of(column), whole, taken.strip())

    def _checked_name(self, parts: NameParts) -> NameParts:
        heading, text = self._mapping.name_heading, parts.full
        if not text.istitle():
            parts = self._cased(parts, heading)
        for code, tell in (("digits_in_name", _DIGIT.search), ("name_cut_off", is_cut_off)):
            if tell(text):
                self._warn(code, heading, text)
        if not parts.given:
            self._warn("one_word_name", heading, text)
        elif is_initial(parts.given):
            self._warn("only_initials", heading, text)
        elif not parts.sure:
            values = {"family": parts.family, "given": parts.given}
            self._problems.append(row_warning(self._raw, heading, text, "order_unsure", **values))
        if is_patronymic_cut(parts.patronymic) and not is_cut_off(text):
            self._warn("patronymic_cut", heading, parts.patronymic)
        return parts

    def _cased(self, parts: NameParts, heading: str) -> NameParts:
        """Offer to write a name in capitals as names are written."""
        small = is_spelt_loosely(parts.full)
        family, given, patronymic = (
            repair_case(each, small=small) for each in (parts.family, parts.given, parts.patronymic)
        )
        cased = NameParts(family, given, patronymic, parts.sure)
        if not small and has_small_words(parts.full):
            self._warn("small_letters", heading, parts.full)
        if cased == parts:
            return parts
        self._warn("capitals", heading, parts.full, cased.full, RowRepair.CASE)
        return cased if RowRepair.CASE in self._repairs else parts

    def _rank(self, ranks: list[str]) -> str:
        typed = self._cells.get(RosterColumn.RANK, "")
        read = read_rank(typed)
        if read and not ranks:
            return read
        heading = self._mapping.heading_of(RosterColumn.RANK)
        if typed and not read:
            # "майор, сардори шуъба": what follows the rank is the position.
            rank, rest = split_rank(typed)
            if rank:
                self._take_rest(heading, typed, rest)
                read = rank
            else:
                guess = guess_rank(typed)
                code, in_words = ("rank_misspelled", rank_texts(guess)) if guess else ("rank_unknown", "")
                self._problems.append(row_warning(self._raw, heading, typed, code, guess, meant=in_words))
                self._offered.update({RowRepair.RANK} if guess else ())
                read = guess if RowRepair.RANK in self._repairs and guess else typed
        others = [rank for rank in ranks if rank != read]
        if read and others:
            in_name = rank_texts(others[0])
            self._problems.append(row_warning(self._raw, heading, typed, "rank_differs", in_name=in_name))
        return read or next(iter(ranks), "")

    def _take_rest(self, heading: str, typed: str, rest: str) -> None:
        """Take what stands with a rank for the position, unless the list says another one."""
        if not self._position:
            self._position = rest
        code = "rank_with_position" if self._position == rest else "rank_with_rest"
        self._problems.append(row_warning(self._raw, heading, typed, code, position=rest))

    def _sex(self, parts: NameParts) -> Sex:
        typed = self._cells.get(RosterColumn.SEX, "")
        read, guess = read_sex(typed) if typed else None, guess_sex(parts)
        if read is guess:
            return read
        heading = self._mapping.heading_of(RosterColumn.SEX)
        if read is None:
            self._guess_sex("sex_unreadable" if typed else "sex_missing", heading, typed, guess)
            return guess if RowRepair.SEX in self._repairs else Sex.UNKNOWN
        if parts.patronymic and guess not in (read, Sex.UNKNOWN):
            self._guess_sex("sex_contradicts", heading, typed, guess)
        return read

    def _guess_sex(self, code: str, heading: str, typed: str, guess: Sex) -> None:
        """Say what is wrong with the sex; what the name shows is only a proposal."""
        if guess is Sex.UNKNOWN:
            self._warn(f"{code}_unguessed", heading, typed)
            return
        words = Label(f"roster.sex_{guess}")
        self._problems.append(row_warning(self._raw, heading, typed, code, guess.value, sex=words))
        if code != "sex_contradicts":
            self._offered.add(RowRepair.SEX)

    def _latin(self) -> str:
        typed = self._cells.get(RosterColumn.LATIN, "")
        if not typed:
            filled = [column for column in _NAME_COLUMNS if self._cells.get(column)]
            return joined_spelling([self._spellings.get(column, "") for column in filled])
        if is_cyrillic(typed):
            self._warn("latin_not_latin", self._mapping.heading_of(RosterColumn.LATIN), typed)
        return clean_name(typed)

    def _text(self, column: str) -> str:
        text = self._cells.get(column, "")
        if column in (RosterColumn.UNIT, RosterColumn.DISTRICT):
            if _DATE.fullmatch(text):
                self._warn("date_instead", self._mapping.heading_of(column), text)
            elif _PHONE.fullmatch(text):
                self._warn("phone_instead", self._mapping.heading_of(column), text)
        return text

    def _number(self) -> int | None:
        number, digits = self._number_beside(), self._cells.get(RosterColumn.NUMBER, "")
        if number is None and digits:
            self._warn("number_unreadable", self._mapping.heading_of(RosterColumn.NUMBER), digits)
        return number

    def _number_beside(self) -> int | None:
        """Return the number on the list: from its own column, or else from before the name."""
        digits = self._cells.get(RosterColumn.NUMBER, "").rstrip(".)")
        if digits.isascii() and digits.isdigit() and len(digits) < 6:
            return int(digits)
        names = (self._cells.get(column, "") for column in _NAME_COLUMNS)
        return None if digits else split_number(next(filter(None, names), ""))[0]

    def _birth_year(self) -> int | None:
        typed = self._cells.get(RosterColumn.BIRTH_YEAR, "")
        heading, found = self._mapping.heading_of(RosterColumn.BIRTH_YEAR), read_birth(typed)
        if found is None:
            self._warn("birth_year_unreadable", heading, typed)
            return None
        if found.short:
            code = "birth_year_short" if found.possible else "birth_date_impossible_short"
            self._warn(code, heading, typed, str(found.year), RowRepair.YEAR)
            return found.year if RowRepair.YEAR in self._repairs else None
        if not found.possible:
            self._warn("birth_date_impossible", heading, typed, str(found.year))
        return found.year

    def _too_long(self, row: RosterRow) -> Problem | None:
        if max(map(len, self._cells.values())) <= LONGEST_NAME:
            return None
        texts = (row.rank, *(str(getattr(row, column)) for column in TEXT_COLUMNS))
        for value, limit in (
            (row.name, LONGEST_NAME),
            (row.latin, LONGEST_NAME),
            *((text, LONGEST_TEXT) for text in texts),
        ):
            if len(value) > limit:
                values = {"limit": limit, "length": len(value)}
                return Problem(self._raw.number, "", value[:40], "roster.too_long", values, Severity.REFUSED)
        return None

    def _warn(
        self, code: str, column: str, value: str, proposal: str = "", repair: RowRepair | None = None
    ) -> None:
        self._problems.append(row_warning(self._raw, column, value, code, proposal))
        if repair:
            self._offered.add(repair)

    def _refuse(self, code: str, column: str, value: str) -> Problem:
        return Problem(self._raw.number, column, value, f"roster.{code}", {}, Severity.REFUSED)

    def _first_value(self) -> str:
        """Return what a person would look for in the row: its first text, or else its first number."""
        filled = [cell for cell in self._raw.cells if cell.strip()]
        return clean_text(next((cell for cell in filled if not cell.strip(" .").isdigit()), filled[0]))


def _rankless(text: str, ranks: list[str]) -> str:
    """Return what is left of a name without its rank, which is added to `ranks`; another one stays."""
    rank, rest = split_rank(text)
    if not rank or (ranks and rank != ranks[0]):
        return text
    ranks.append(rank)
    return clean_name(rest)


def row_warning(
    raw: RawRow, column: str, value: str, code: str, proposal: str = "", **values: object
) -> Problem:
    """Return a problem of a row that is taken all the same."""
    return Problem(raw.number, column, value, f"roster.{code}", values, Severity.WARNING, proposal)


_LETTER_COLUMNS = (
    *sorted(NAME_COLUMNS),
    *(RosterColumn.PATRONYMIC, RosterColumn.RANK),
    *(
        name
        for name in TEXT_COLUMNS
        if FIELD_COLUMNS[name][0] == "person" and not FIELD_COLUMNS[name][1].rare
    ),
    *(RosterColumn.SEX, RosterColumn.REMARK),
)
"""Columns whose letters are looked at: not what is rarely taken, such as an address in Latin letters."""
_LETTER_REPAIRS = frozenset((RowRepair.LEGACY, RowRepair.MIXED))


class RowReader:
    """Reads the rows of a table under one mapping."""

    def __init__(self, mapping: RosterMapping) -> None:
        self._mapping = mapping
        self._places: dict[str, int] = {}
        for index, column in enumerate(mapping.columns):
            if column not in LEFT_OUT:
                self._places.setdefault(column, index)
        self._letter_columns = [column for column in _LETTER_COLUMNS if column in self._places]

    def read(self, raw: RawRow, repairs: frozenset[RowRepair] = frozenset()) -> RowReading:
        """Read one row, with the repairs that are taken."""
        typed = {column: clean_text(raw.cells[place]) for column, place in self._places.items()}
        # Before any letter is repaired: beside "НKarimov", which is Latin then, none would be known as one.
        cells, spellings = part_spellings(typed, _NAME_COLUMNS)
        if not repairs.isdisjoint(_LETTER_REPAIRS):
            cells = self._repaired(cells, repairs)
        reading = CellReader(self._mapping, raw, cells, repairs, spellings)
        return reading.result(self._letter_problems(raw, typed))

    def _repaired(self, typed: dict[str, str], repairs: frozenset[RowRepair]) -> dict[str, str]:
        cells = dict(typed)
        for column in _LETTER_COLUMNS:
            if column in cells and RowRepair.LEGACY in repairs:
                cells[column] = convert_legacy(cells[column])
            if column in cells and RowRepair.MIXED in repairs:
                cells[column] = repair_mixed(cells[column])
        return cells

    def _letter_problems(self, raw: RawRow, typed: dict[str, str]) -> list[tuple[Problem, RowRepair | None]]:
        """Find what is wrong with the letters of a row, as typed."""
        found: list[tuple[Problem, RowRepair | None]] = []
        if invisible_signs("".join(raw.cells)):
            found += self._invisible(raw, typed)
        together = " ".join([typed[column] for column in self._letter_columns])
        # Most rows hold nothing of the kind: one look at the whole row says so.
        if not is_suspicious(together) and not unprintable_signs(together):
            return found
        for column in self._letter_columns:
            text = typed[column]
            if text.isascii():
                continue
            signs = unprintable_signs(text)
            if signs:
                heading = self._mapping.heading_of(column)
                told = " ".join(signs)
                found.append((row_warning(raw, heading, text, "strange_signs", signs=told), None))
            if not is_suspicious(text):
                continue
            heading = self._mapping.heading_of(column)
            if has_legacy_letters(text):
                after = convert_legacy(text)
                found.append((row_warning(raw, heading, text, "legacy_letters", after), RowRepair.LEGACY))
            if has_mixed_letters(text):
                after = repair_mixed(text)
                if after != text:
                    found.append((row_warning(raw, heading, text, "mixed_letters", after), RowRepair.MIXED))
                else:
                    found.append((row_warning(raw, heading, text, "letters_of_two_alphabets"), None))
            if has_lost_letters(text):
                found.append((row_warning(raw, heading, text, "lost_letters"), None))
        return found

    def _invisible(self, raw: RawRow, typed: dict[str, str]) -> list[tuple[Problem, RowRepair | None]]:
        """Say which cells held signs that nobody sees and that are not taken."""
        found: list[tuple[Problem, RowRepair | None]] = []
        for column, place in self._places.items():
            signs = ", ".join(invisible_signs(raw.cells[place]))
            if signs:
                heading = self._mapping.heading_of(column)
                found.append((row_warning(raw, heading, typed[column], "invisible_signs", signs=signs), None))
        return found
