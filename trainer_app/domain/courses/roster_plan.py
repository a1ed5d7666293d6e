"""Plans the import of a list of participants, and applies what the user decides about its rows.

Pure functions, without a database: `plan_roster` reads the table and proposes, `settle_roster` applies what
was decided.
Every row below the heading ends in exactly one of three ways, so that rows = imported + matched + refused:

* imported: a person who is new;
* matched: somebody known already, or a row that repeats an earlier row of the same list (its values fill
  what the first one lacks, and overwrite nothing);
* refused: no person can be read from it, or somebody decided to leave it out.

Blank rows are not counted; the table's warnings name them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, partial
from typing import Any

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Problem, RawRow, RawTable, Severity, column_letter, row_ranges
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text, legacy_letters
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.ranks import is_rank, rank_texts
from trainer_app.domain.courses.roster_columns import (
    FIELD_COLUMNS,
    LEFT_OUT,
    RosterColumn,
    RosterMapping,
    column_label,
    find_mapping,
    is_heading,
    recognise_heading,
)
from trainer_app.domain.courses.roster_reader import RosterRow, RowReader, RowReading, RowRepair, is_blank
from trainer_app.domain.people.matching import Candidate, PeopleIndex, compare_people, same_unit, spelling_key
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.names import is_initial
from trainer_app.domain.people.persons import Sex

_SAID = tuple(name for name in FIELD_COLUMNS if name != RosterColumn.NUMBER)
"""What a row says of a person; its number is that of the row."""
_NEAR = 4
_PROPOSALS = 3


def as_person(row: RosterRow) -> MatchPerson:
    """Return a row as matching compares it; its key is "row:N"."""
    return MatchPerson(
        key=f"row:{row.row}",
        family=row.family,
        given=row.given,
        patronymic=row.patronymic,
        latin=row.latin,
        sex=row.sex,
        rank=row.rank,
        unit=row.unit,
        duty_district=row.duty_district,
    )


class RepeatedRows:
    """The rows of a list seen so far."""

    def __init__(self) -> None:
        self._same: dict[tuple[str, str], list[RosterRow]] = {}
        self._near: dict[tuple[str, str], list[RosterRow]] = {}

    def add(self, row: RosterRow) -> tuple[RosterRow | None, RosterRow | None]:
        """Take in a row; return the earlier row it repeats, or else the earlier row it resembles.

        A row repeats another when family and given name fold alike and the fathers' names do too; where one
        has none, unit and rank must not differ. Anything less is only a resemblance, for a person to judge.
        """
        same = self._same.setdefault((fold(row.family), fold(row.given)), [])
        if same and row.given and not is_initial(row.given):
            for other in same:
                if _repeats(row, other):
                    return other, None
        key = spelling_key(row.family, row.given)
        near = self._near.setdefault(key, [])
        alike = next(filter(partial(_resembles, row), near[-_NEAR:]), None) if near else None
        same.append(row)
        near.append(row)
        return None, alike


class KnownPeople:
    """People of earlier courses; `enrolled` are the keys of those on this course's list."""

    def __init__(self, people: Iterable[MatchPerson], enrolled: Collection[str] = ()) -> None:
        self._people = tuple(people)
        self.enrolled = frozenset(enrolled)
        self._by_name: dict[tuple[str, str, str], list[MatchPerson]] = {}
        for person in self._people:
            self._by_name.setdefault(_name_of(person), []).append(person)

    def find(self, row: RosterRow) -> tuple[str | None, tuple[Candidate, ...]]:
        """Return the key of the person that a row surely is, if any, and who else it may be.

        Sure is only: the same full name with patronymic, or the same name and unit, or the same name on this
        very list; the sex must not differ, and nobody else may have that name.
        """
        if not self._people:
            return None, ()
        person = as_person(row)
        namesakes = [
            other for other in self._by_name.get(_name_of(person), ()) if _sexes_agree(row.sex, other.sex)
        ]
        if len(namesakes) == 1 and self._is_sure(row, namesakes[0]):
            return namesakes[0].key, ()
        return None, tuple(self._index.find(person, _PROPOSALS))

    @cached_property
    def _index(self) -> PeopleIndex:
        return PeopleIndex(self._people)

    def _is_sure(self, row: RosterRow, other: MatchPerson) -> bool:
        if is_initial(row.given) or not row.given:
            return False
        on_this_list = other.key in self.enrolled and _agree(row.unit, other.unit)
        return bool(row.patronymic) or same_unit(row.unit, other.unit) or on_this_list


def _name_of(person: MatchPerson) -> tuple[str, str, str]:
    return person.family.casefold(), person.given.casefold(), person.patronymic.casefold()


def _repeats(row: RosterRow, other: RosterRow) -> bool:
    """Tell whether a row repeats another of the same family and given name."""
    mine, theirs = fold(row.patronymic), fold(other.patronymic)
    if mine and theirs and mine != theirs:
        return False
    if not _sexes_agree(row.sex, other.sex):
        return False
    if mine and theirs:
        return True
    return _agree(row.unit, other.unit) and (not row.rank or not other.rank or row.rank == other.rank)


def _resembles(row: RosterRow, other: RosterRow) -> bool:
    mine, theirs = fold(row.patronymic), fold(other.patronymic)
    # Other fathers: no need to look closer.
    if mine[:2] != theirs[:2] and mine and theirs:
        return False
    return compare_people(as_person(row), as_person(other)) is not None


def _agree(left: str, right: str) -> bool:
    return not left or not right or fold(left) == fold(right) or same_unit(left, right)


def _sexes_agree(left: Sex, right: Sex) -> bool:
    return left is right or Sex.UNKNOWN in (left, right)


class RowOutcome(StrEnum):
    """What becomes of a row."""

    IMPORTED = "imported"
    MATCHED = "matched"
    REFUSED = "refused"


class RosterLine(Struct, frozen=True):
    """One row, as read with the repairs that are proposed.

    `typed` is the reading without any repair. `person` is the key of the known person that the row surely
    is, `known` who else it may be, `same_as` the number of the earlier row it repeats.
    """

    raw: RawRow
    typed: RowReading
    reading: RowReading
    repairs: frozenset[RowRepair] = frozenset()
    person: str | None = None
    known: tuple[Candidate, ...] = ()
    same_as: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def number(self) -> int:
        """The row's number in the sheet."""
        return self.raw.number

    @property
    def row(self) -> RosterRow | None:
        """The person proposed; None for a refused row."""
        return self.reading.row

    @property
    def outcome(self) -> RowOutcome:
        """What becomes of the row if nobody decides otherwise."""
        if self.row is None:
            return RowOutcome.REFUSED
        return RowOutcome.MATCHED if self.person or self.same_as else RowOutcome.IMPORTED


class RosterPlan(Struct, frozen=True):
    """What an import would do. `problems` are those of the table, then those of the rows in order."""

    file: str
    sheet: str
    mapping: RosterMapping
    lines: tuple[RosterLine, ...]
    problems: tuple[Problem, ...]
    sheets: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Rows below the heading in which something stands."""
        return len(self.lines)


def plan_roster(
    table: RawTable,
    mapping: RosterMapping | None = None,
    known: Iterable[MatchPerson] = (),
    enrolled: Collection[str] = (),
    remembered: Mapping[str, Sequence[str]] | None = None,
) -> RosterPlan:
    """Say what an import of a table would do.

    `known` are the people of earlier courses, `enrolled` the keys of those on this course. `mapping` is a
    person's correction; else the columns are found by their headings, or `remembered` (by fingerprint).
    """
    mapping = mapping or find_mapping(table, remembered)
    last_heading = max(mapping.heading_rows, default=0)
    rows = [row for row in table.rows if row.number > last_heading]
    planner = _Planner(mapping, rows, KnownPeople(known, enrolled))
    lines = tuple(planner.plan(row) for row in rows)
    problems = [*table.warnings, *_table_problems(table, mapping, rows)]
    problems += [problem for line in lines for problem in line.problems]
    return RosterPlan(table.file, table.sheet, mapping, lines, tuple(problems), table.sheets)


class _Planner:
    """Plans one row after the other."""

    def __init__(self, mapping: RosterMapping, rows: Sequence[RawRow], known: KnownPeople) -> None:
        self._mapping = mapping
        self._reader = RowReader(mapping)
        self._known = known
        self._doubles = RepeatedRows()
        usual = {RowRepair.MIXED, RowRepair.CASE}
        letters = legacy_letters("".join(["".join(row.cells) for row in rows]))
        # ў is a letter of Uzbek: alone in a whole list it may well be right.
        self._usual = frozenset(usual | {RowRepair.LEGACY} if letters - {"ў"} else usual)

    def plan(self, raw: RawRow) -> RosterLine:
        """Plan one row."""
        if is_heading(raw, self._mapping):
            first = next(clean_text(cell) for cell in raw.cells if cell.strip())
            again = Problem(raw.number, "", first, "roster.heading_again", {}, Severity.REFUSED)
            refused = RowReading(None, (again,))
            return RosterLine(raw, refused, refused, problems=refused.problems)
        typed = self._reader.read(raw)
        repairs = typed.offered & self._usual
        reading = self._reader.read(raw, repairs) if repairs else typed
        row = reading.row
        if row is None:
            return RosterLine(raw, typed, reading, problems=reading.problems)
        problems = list(typed.problems)
        double, alike = self._doubles.add(row)
        if double is not None:
            problems += _double_problems(row, double)
            return RosterLine(raw, typed, reading, repairs, same_as=double.row, problems=tuple(problems))
        if alike is not None:
            problems.append(_problem(row, "looks_double", row.name, first=alike.row, name=alike.name))
        person, known = self._known.find(row)
        if person in self._known.enrolled:
            problems.append(_problem(row, "already_enrolled", row.name))
        elif known:
            problems.append(_problem(row, "maybe_known", row.name, score=known[0].score))
        return RosterLine(raw, typed, reading, repairs, person, known, problems=tuple(problems))


def _problem(row: RosterRow, code: str, value: str, column: str = "", **values: object) -> Problem:
    return Problem(row.row, column, value, f"roster.{code}", values)


def _double_problems(row: RosterRow, first: RosterRow) -> list[Problem]:
    """Say that a row repeats another, and which of its values are therefore not taken."""
    found = [_problem(row, "double", row.name, first=first.row)]
    for name, value, kept in _differences(first, row):
        values: dict[str, Any] = {
            "field": column_label(name),
            "other": _words(value),
            "kept": _words(kept),
        }
        found.append(_problem(row, "double_differs", str(value), first=first.row, **values))
    return found


def _words(value: object) -> object:
    """Return a value as it is shown: a sex or a rank in the language of whoever reads."""
    if isinstance(value, Sex):
        return Label(f"roster.sex_{value}")
    return rank_texts(value) if isinstance(value, str) and is_rank(value) else value


def _differences(first: RosterRow, row: RosterRow) -> list[tuple[str, object, object]]:
    pairs = [(name, getattr(row, name), getattr(first, name)) for name in _SAID]
    return [
        (name, value, kept)
        for name, value, kept in pairs
        if not is_blank(value) and not is_blank(kept) and value != kept
    ]


def _table_problems(table: RawTable, mapping: RosterMapping, rows: Sequence[RawRow]) -> list[Problem]:
    """Say which rows above and which columns of the table are not taken."""
    found: list[Problem] = []
    if not mapping.heading_rows:
        found.append(Problem(None, "", "", "roster.no_heading"))
    above = [row.number for row in table.rows if row.number < min(mapping.heading_rows, default=0)]
    if above:
        found.append(Problem(None, "", "", "roster.above_heading", {"rows": row_ranges(above)}))
    for index, column in enumerate(mapping.columns if mapping.has_name else ()):
        first = next((row.cells[index] for row in rows if row.cells[index].strip()), "")
        repeated = mapping.columns.index(column) < index and column not in LEFT_OUT
        if not first or not (column in LEFT_OUT or repeated) or column == RosterColumn.SIGNATURE:
            continue
        code = "identity_left_out" if column == RosterColumn.IDENTITY else "column_left_out"
        if repeated or (
            column == RosterColumn.NOTHING and recognise_heading(mapping.headings[index]) in mapping.columns
        ):
            code = "column_twice"
        heading = mapping.headings[index] or column_letter(index)
        value = "" if column == RosterColumn.IDENTITY else clean_text(first)
        found.append(Problem(None, heading, value, f"roster.{code}", {"heading": heading}))
    return found


NEW = "new"
"""In a decision: the row is somebody new, whoever was proposed."""
NOBODY = 0
"""In a decision: the row repeats no other row."""


class RowDecision(Struct, frozen=True):
    """What a person decided about a row; what is None stays as proposed.

    `person` is a known person's key or `NEW`, `same_as` a row's number or `NOBODY`, `repairs` the repairs to
    take, `fields` corrected values of a `RosterRow` by name.
    """

    leave_out: bool = False
    person: str | None = None
    same_as: int | None = None
    repairs: frozenset[RowRepair] | None = None
    sex: Sex | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


class SettledPerson(Struct, frozen=True):
    """One person to enrol: a new one, or (`key`) a known one. `rows` are all rows that speak of them."""

    row: RosterRow
    key: str | None
    rows: tuple[int, ...]


class Settlement(Struct, frozen=True):
    """What an import does: people in the order of the list, and what became of each row.

    `problems` are those of the plan, and the rows that somebody decided to leave out.
    """

    people: tuple[SettledPerson, ...]
    outcomes: Mapping[int, RowOutcome]
    problems: tuple[Problem, ...] = ()

    def count(self, outcome: RowOutcome) -> int:
        """Return how many rows ended in one way."""
        return sum(each is outcome for each in self.outcomes.values())


def settle_roster(plan: RosterPlan, decisions: Mapping[int, RowDecision] | None = None) -> Settlement:
    """Apply decisions (by row number) to a plan. No blank overwrites a value, no row is lost."""
    reader = RowReader(plan.mapping)
    people: dict[int, SettledPerson] = {}
    by_key: dict[str, int] = {}
    outcomes: dict[int, RowOutcome] = {}
    as_proposed, decisions = RowDecision(), decisions or {}
    for line in plan.lines:
        decision = decisions.get(line.number, as_proposed)
        row = _decided_row(reader, line, decision)
        if row is None:
            outcomes[line.number] = RowOutcome.REFUSED
            continue
        key = line.person if decision.person is None else decision.person
        key = None if key == NEW else key
        same_as = line.same_as if decision.same_as is None else decision.same_as
        first = by_key.get(key, 0) if key else (same_as or NOBODY)
        outcomes[line.number] = RowOutcome.MATCHED if key or first in people else RowOutcome.IMPORTED
        if first in people:
            earlier = people[first]
            rows = (*earlier.rows, line.number)
            people[first] = SettledPerson(_completed(earlier.row, row), earlier.key, rows)
            continue
        people[line.number] = SettledPerson(row, key, (line.number,))
        if key:
            by_key[key] = line.number
    left = [line for line in plan.lines if decisions.get(line.number, as_proposed).leave_out]
    return Settlement(tuple(people.values()), outcomes, (*plan.problems, *map(_left_out, left)))


def _completed(first: RosterRow, row: RosterRow) -> RosterRow:
    """Return the first row with its blanks filled from a row that repeats it."""
    found = {name: getattr(row, name) for name in _SAID if is_blank(getattr(first, name))}
    return replace(first, **found)


def _decided_row(reader: RowReader, line: RosterLine, decision: RowDecision) -> RosterRow | None:
    """Return a row's person with the decided repairs and corrections; None if it is left out."""
    if decision.leave_out:
        return None
    own = decision.repairs
    reading = line.reading if own is None or own == line.repairs else reader.read(line.raw, own)
    if reading.row is None:
        return None
    corrected: dict[str, Any] = {name: clean_text(text) for name, text in decision.fields.items()}
    row = replace(reading.row, **corrected) if corrected else reading.row
    return replace(row, sex=decision.sex) if decision.sex is not None else row


def _left_out(line: RosterLine) -> Problem:
    name = line.row.name if line.row else ""
    return Problem(line.number, "", name, "roster.left_out", {}, Severity.REFUSED)
