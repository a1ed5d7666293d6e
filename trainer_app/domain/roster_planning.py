"""Plans what an import of a list would do with each row."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from trainer_app.domain.changes import Label
from trainer_app.domain.heading_words import LEFT_OUT, Column
from trainer_app.domain.headings import RosterMapping, find_mapping, is_heading, recognise
from trainer_app.domain.letters import clean_text, legacy_letters
from trainer_app.domain.matching import Candidate, MatchPerson
from trainer_app.domain.people import Sex
from trainer_app.domain.ranks import is_rank, rank_texts
from trainer_app.domain.roster_doubles import Doubles, KnownPeople
from trainer_app.domain.roster_reader import RowReader
from trainer_app.domain.roster_rows import Repair, RosterRow, RowReading, is_blank
from trainer_app.domain.tables import Problem, RawRow, RawTable, Severity, column_letter, row_ranges


class Outcome(StrEnum):
    """What becomes of a row."""

    IMPORTED = "imported"
    MATCHED = "matched"
    REFUSED = "refused"


@dataclass(frozen=True)
class RosterLine:
    """One row, as read with the repairs that are proposed.

    `typed` is the reading without any repair. `person` is the key of the known person that the row surely
    is, `known` who else it may be, `same_as` the number of the earlier row it repeats.
    """

    raw: RawRow
    typed: RowReading
    reading: RowReading
    repairs: frozenset[Repair] = frozenset()
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
    def outcome(self) -> Outcome:
        """What becomes of the row if nobody decides otherwise."""
        if self.row is None:
            return Outcome.REFUSED
        return Outcome.MATCHED if self.person or self.same_as else Outcome.IMPORTED


@dataclass(frozen=True)
class RosterPlan:
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
        self._doubles = Doubles()
        usual = {Repair.MIXED, Repair.CASE}
        letters = legacy_letters("".join(["".join(row.cells) for row in rows]))
        # ў is a letter of Uzbek: alone in a whole list it may well be right.
        self._usual = frozenset(usual | {Repair.LEGACY} if letters - {"ў"} else usual)

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
            "field": Label(f"roster.column_{name}"),
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
    pairs = [(each.name, getattr(row, each.name), getattr(first, each.name)) for each in fields(row)]
    return [
        (name, value, kept)
        for name, value, kept in pairs
        if name not in ("row", "number") and not is_blank(value) and not is_blank(kept) and value != kept
    ]


def _table_problems(table: RawTable, mapping: RosterMapping, rows: Sequence[RawRow]) -> list[Problem]:
    """Say which rows above and which columns of the table are not taken."""
    found: list[Problem] = []
    if not mapping.heading_rows:
        found.append(Problem(None, "", "", "roster.no_heading"))
    above = [row.number for row in table.rows if row.number < min(mapping.heading_rows, default=0)]
    if above:
        found.append(Problem(None, "", "", "roster.above_heading", {"rows": row_ranges(above)}))
    for place, column in enumerate(mapping.columns if mapping.has_name else ()):
        first = next((row.cells[place] for row in rows if row.cells[place].strip()), "")
        repeated = mapping.columns.index(column) < place and column not in LEFT_OUT
        if not first or not (column in LEFT_OUT or repeated) or column is Column.SIGNATURE:
            continue
        code = "identity_left_out" if column is Column.IDENTITY else "column_left_out"
        if repeated or (column is Column.NOTHING and recognise(mapping.headings[place]) in mapping.columns):
            code = "column_twice"
        heading = mapping.headings[place] or column_letter(place)
        value = "" if column is Column.IDENTITY else clean_text(first)
        found.append(Problem(None, heading, value, f"roster.{code}", {"heading": heading}))
    return found
