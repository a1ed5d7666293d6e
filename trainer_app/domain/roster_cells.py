"""Makes a person of the cells of one row, and says what is wrong with them."""

import re
from collections.abc import Mapping

from trainer_app.domain.changes import Label
from trainer_app.domain.columns import mentions_unit, read_sex
from trainer_app.domain.formulas import looks_like_formula
from trainer_app.domain.heading_words import Column
from trainer_app.domain.headings import RosterMapping
from trainer_app.domain.letters import clean_text, is_cyrillic
from trainer_app.domain.names import (
    NameParts,
    clean_name,
    guess_sex,
    is_cut,
    is_initial,
    repair_case,
    split_name,
    split_number,
)
from trainer_app.domain.people import Sex
from trainer_app.domain.ranks import guess_rank, rank_texts, read_rank, split_rank
from trainer_app.domain.roster_rows import Repair, RosterRow, RowReading
from trainer_app.domain.tables import Problem, RawRow, Severity

LONGEST_NAME = 120
LONGEST_TEXT = 300
_NAME_COLUMNS = (Column.NAME, Column.FAMILY, Column.GIVEN)
_TEXT_COLUMNS = (Column.UNIT, Column.DISTRICT, Column.PHONE, Column.EMAIL, Column.REMARK)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|[34]\d{4}(?:\.\d+)?")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")
_LATIN_IN_BRACKETS = re.compile(r"\(([A-Za-z][A-Za-z' .-]+)\)")
# Who signs below the list: "Сардори раёсат", "Исполнитель".
_OFFICIAL = re.compile(
    r"(?:(?:сардор|мудир|роҳбар|муовин|ҷонишин)и\b|тартибдиҳанда|иҷрокунанда|тасдиқ|мувофиқ|начальник|руководител|"
    r"заместител|исполнител|утвержда|согласован|директор|head\b|director\b|prepared\b|approved\b)",
    re.IGNORECASE,
)
# "Ҳамагӣ: 25 нафар", "Итого 25".
_TOTAL = re.compile(r"\W*(?:[ҳхњ]амаг[ӣиї]|ҷамъ|итого|всего|total)(?:\W|\d|нафар|человек|$)*$", re.IGNORECASE)


class CellReader:
    """Reads the cells of one row, all repairs of letters done, and gathers what is wrong."""

    def __init__(
        self, mapping: RosterMapping, raw: RawRow, cells: Mapping[Column, str], repairs: frozenset[Repair]
    ) -> None:
        self._mapping = mapping
        self._raw = raw
        self._cells = cells
        self._repairs = repairs
        self._problems: list[Problem] = []
        self._offered: set[Repair] = set()

    def result(self, letters: list[tuple[Problem, Repair | None]]) -> RowReading:
        """Return the person, or why the row is refused."""
        refused = self._refusal()
        if refused:
            return RowReading(None, (refused,))
        self._problems = [problem for problem, _ in letters]
        self._offered = {repair for _, repair in letters if repair}
        typed, ranks = self._names()
        if not typed.family:
            return RowReading(None, (self._refuse("not_a_name", self._name_heading(), self._first_value()),))
        if not typed.sure and (_OFFICIAL.match(typed.full) or mentions_unit(typed.full)):
            return RowReading(None, (self._refuse("section", self._name_heading(), typed.full),))
        parts = self._checked_name(typed)
        latin = self._latin()
        self._say_what_is_cut(typed, latin)
        row = RosterRow(
            row=self._raw.number,
            family=parts.family,
            given=parts.given,
            patronymic=parts.patronymic,
            latin=latin,
            rank=self._rank(ranks),
            sex=self._sex(parts),
            number=self._number(),
            birth_year=self._birth_year(),
            **{column.value: self._text(column) for column in _TEXT_COLUMNS if column in self._cells},
        )
        too_long = self._too_long(row)
        if too_long:
            return RowReading(None, (*self._problems, too_long))
        return RowReading(row, tuple(self._problems), frozenset(self._offered))

    def _refusal(self) -> Problem | None:
        """Return why a row is not a person's, if it is not."""
        if not self._mapping.has_name:
            return self._refuse("no_name_column", "", self._first_value())
        names = [self._cells[column] for column in _NAME_COLUMNS if self._cells.get(column)]
        first = next(filter(str.strip, self._raw.cells))
        if _TOTAL.match(first) or (names and _TOTAL.match(names[0])):
            return self._refuse("total", "", self._first_value())
        if list(map(bool, self._cells.values())).count(True) < 2 and mentions_unit(first):
            return self._refuse("section", "", self._first_value())
        formula = self._formula()
        if formula:
            return formula
        if not names:
            return self._refuse("no_name", self._name_heading(), self._first_value())
        if not _LETTER.search(names[0]):
            return self._refuse("not_a_name", self._name_heading(), names[0])
        return None

    def _formula(self) -> Problem | None:
        """Return why a row is refused whose name is a formula of a spreadsheet, which no person bears."""
        for column in (*_NAME_COLUMNS, Column.PATRONYMIC, Column.LATIN):
            typed = self._cells.get(column, "")
            if looks_like_formula(typed):
                return self._refuse("formula", self._mapping.heading_of(column), typed)
        return None

    def _names(self) -> tuple[NameParts, list[str]]:
        """Return the name as typed and the ranks that stood with it."""
        ranks: list[str] = []

        def take(column: Column) -> str:
            text = self._cells.get(column, "")
            if not text:
                return ""
            cleaned = clean_name(text)
            rank, rest = split_rank(cleaned)
            if not rank or (ranks and rank != ranks[0]):
                return cleaned
            ranks.append(rank)
            return clean_name(rest)

        name, family, given = take(Column.NAME), take(Column.FAMILY), take(Column.GIVEN)
        patronymic = take(Column.PATRONYMIC)
        if family and (given or patronymic):
            return NameParts(family, given, patronymic), ranks
        whole = name or family or given
        latin = _LATIN_IN_BRACKETS.search(whole) if "(" in whole else None
        if latin and is_cyrillic(whole):
            whole = clean_name(whole.replace(latin.group(), " "))
        parts = split_name(whole)
        return NameParts(parts.family, parts.given, parts.patronymic or patronymic, parts.sure), ranks

    def _say_what_is_cut(self, name: NameParts, latin: str) -> None:
        """Say which cells hold anything that is neither in the name nor the rank that stood with it."""
        taken = f"{name.full} {latin}"
        for column in (*_NAME_COLUMNS, Column.PATRONYMIC, Column.LATIN):
            typed = self._cells.get(column, "")
            if not typed or typed == name.full:
                continue
            number, bare = split_number(typed)
            if column is not Column.LATIN:
                bare = split_rank(bare, exact=True)[1]
            brackets = _LATIN_IN_BRACKETS.search(bare)
            if brackets and clean_name(brackets.group(1)) == latin:
                bare = bare.replace(brackets.group(), f" {brackets.group(1)} ")
            if is_cut(bare, taken) or number not in (None, self._number_beside()):
                self._warn("name_cut", self._mapping.heading_of(column), typed, taken.strip())

    def _checked_name(self, parts: NameParts) -> NameParts:
        heading, text = self._name_heading(), parts.full
        if not text.istitle():
            parts = self._cased(parts, heading)
        if _DIGIT.search(text):
            self._warn("digits_in_name", heading, text)
        if not parts.given:
            self._warn("one_word_name", heading, text)
        elif is_initial(parts.given):
            self._warn("only_initials", heading, text)
        elif not parts.sure:
            values = {"family": parts.family, "given": parts.given}
            self._problems.append(warning(self._raw, heading, text, "order_unsure", **values))
        return parts

    def _cased(self, parts: NameParts, heading: str) -> NameParts:
        """Offer to write a name in capitals as names are written."""
        cased = NameParts(
            repair_case(parts.family), repair_case(parts.given), repair_case(parts.patronymic), parts.sure
        )
        if cased == parts:
            return parts
        self._warn("capitals", heading, parts.full, cased.full, Repair.CASE)
        return cased if Repair.CASE in self._repairs else parts

    def _rank(self, ranks: list[str]) -> str:
        typed = self._cells.get(Column.RANK, "")
        heading = self._mapping.heading_of(Column.RANK)
        read = read_rank(typed)
        if typed and not read:
            # "майор, сардори шуъба": what follows the rank is a position, which has no place of its own.
            rank, _ = split_rank(typed)
            if rank:
                self._warn("rank_with_rest", heading, typed)
                read = rank
            else:
                guess = guess_rank(typed)
                code = "rank_misspelled" if guess else "rank_unknown"
                in_words = rank_texts(guess) if guess else ""
                self._problems.append(warning(self._raw, heading, typed, code, guess, meant=in_words))
                self._offered.update({Repair.RANK} if guess else ())
                read = guess if Repair.RANK in self._repairs and guess else typed
        others = [rank for rank in ranks if rank != read]
        if read and others:
            in_name = rank_texts(others[0])
            self._problems.append(warning(self._raw, heading, typed, "rank_differs", in_name=in_name))
        return read or next(iter(ranks), "")

    def _sex(self, parts: NameParts) -> Sex:
        typed = self._cells.get(Column.SEX, "")
        heading = self._mapping.heading_of(Column.SEX)
        read, guess = read_sex(typed) if typed else None, guess_sex(parts)
        if read is None:
            code = "sex_unreadable" if typed else "sex_missing"
            self._guess_sex(code, heading, typed, guess)
            return guess if Repair.SEX in self._repairs else Sex.UNKNOWN
        if parts.patronymic and guess not in (read, Sex.UNKNOWN):
            self._guess_sex("sex_contradicts", heading, typed, guess)
        return read

    def _guess_sex(self, code: str, heading: str, typed: str, guess: Sex) -> None:
        """Say what is wrong with the sex; what the name shows is only a proposal."""
        if guess is Sex.UNKNOWN:
            self._warn(f"{code}_unguessed", heading, typed)
            return
        words = Label(f"roster.sex_{guess}")
        self._problems.append(warning(self._raw, heading, typed, code, guess.value, sex=words))
        if code != "sex_contradicts":
            self._offered.add(Repair.SEX)

    def _latin(self) -> str:
        typed = self._cells.get(Column.LATIN, "")
        if not typed:
            found = _LATIN_IN_BRACKETS.search(self._cells.get(Column.NAME, ""))
            return clean_name(found.group(1)) if found else ""
        if is_cyrillic(typed):
            self._warn("latin_not_latin", self._mapping.heading_of(Column.LATIN), typed)
        return clean_name(typed)

    def _text(self, column: Column) -> str:
        text = self._cells.get(column, "")
        if column in (Column.UNIT, Column.DISTRICT) and _DATE.fullmatch(text):
            self._warn("date_instead", self._mapping.heading_of(column), text)
        return text

    def _number(self) -> int | None:
        number, digits = self._number_beside(), self._cells.get(Column.NUMBER, "")
        if number is None and digits:
            self._warn("number_unreadable", self._mapping.heading_of(Column.NUMBER), digits)
        return number

    def _number_beside(self) -> int | None:
        """Return the number on the list: from its own column, or else from before the name."""
        digits = self._cells.get(Column.NUMBER, "").rstrip(".)")
        if digits.isascii() and digits.isdigit() and len(digits) < 6:
            return int(digits)
        names = (self._cells.get(column, "") for column in _NAME_COLUMNS)
        return None if digits else split_number(next(filter(None, names), ""))[0]

    def _birth_year(self) -> int | None:
        typed = self._cells.get(Column.BIRTH_YEAR, "")
        found = _YEAR.search(typed)
        if typed and not found:
            self._warn("birth_year_unreadable", self._mapping.heading_of(Column.BIRTH_YEAR), typed)
        return int(found.group()) if found else None

    def _too_long(self, row: RosterRow) -> Problem | None:
        if max(map(len, self._cells.values())) <= LONGEST_NAME:
            return None
        texts = (row.rank, row.unit, row.district, row.phone, row.email, row.remark)
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
        self, code: str, column: str, value: str, proposal: str = "", repair: Repair | None = None
    ) -> None:
        self._problems.append(warning(self._raw, column, value, code, proposal))
        if repair:
            self._offered.add(repair)

    def _refuse(self, code: str, column: str, value: str) -> Problem:
        return Problem(self._raw.number, column, value, f"roster.{code}", {}, Severity.REFUSED)

    def _name_heading(self) -> str:
        column = next((column for column in _NAME_COLUMNS if column in self._mapping.columns), Column.NAME)
        return self._mapping.heading_of(column)

    def _first_value(self) -> str:
        """Return what a person would look for in the row: its first text, or else its first number."""
        filled = [cell for cell in self._raw.cells if cell.strip()]
        return clean_text(next((cell for cell in filled if not cell.strip(" .").isdigit()), filled[0]))


def warning(raw: RawRow, column: str, value: str, code: str, proposal: str = "", **values: object) -> Problem:
    """Return a problem of a row that is taken all the same."""
    return Problem(raw.number, column, value, f"roster.{code}", values, Severity.WARNING, proposal)
