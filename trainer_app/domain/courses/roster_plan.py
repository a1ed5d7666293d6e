"""Plans the import of a list of participants, and applies what the user decides about its rows.

Pure functions, without a database: `plan_roster` reads the table and proposes, `settle_roster` applies what
was decided.
Every row below the heading ends in exactly one of three ways, so that rows = imported + matched + refused:

* imported: a person who is new;
* matched: somebody known already, or a row that repeats an earlier row of the same list (its values fill
  what the first one lacks, and overwrite nothing);
* refused: no person can be read from it, or somebody decided to leave it out.

Blank rows are not counted; the table's warnings name them.

What is not sure is a question (`RosterQuestion`): whether a row repeats an earlier one, and whether it is
somebody known. Until it is answered the row is somebody new.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from trainer_app.domain.base.numbers import Problem, RawRow, RawTable, Severity, column_letter, row_ranges
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text, is_all_latin, legacy_letters
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.roster_closings import Nobody, nobody_in
from trainer_app.domain.courses.roster_columns import (
    FIELD_COLUMNS,
    LEFT_OUT,
    RosterColumn,
    RosterMapping,
    find_mapping,
    recognise_heading,
)
from trainer_app.domain.courses.roster_doubles import (
    SAID,
    FactReader,
    KnownPeople,
    Recognised,
    RepeatedRows,
    alike_problems,
    double_problems,
    fact_problems,
    row_problem,
    shared_problem,
    sharing_rows,
)
from trainer_app.domain.courses.roster_reader import (
    RosterRow,
    RowReader,
    RowReading,
    RowRepair,
)
from trainer_app.domain.courses.roster_tails import ReadRow, tail_of
from trainer_app.domain.people.facts import Facts
from trainer_app.domain.people.matching import Candidate
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.persons import Sex, is_blank


class RowOutcome(StrEnum):
    """What becomes of a row."""

    IMPORTED = "imported"
    MATCHED = "matched"
    REFUSED = "refused"


class RosterQuestion(StrEnum):
    """What a person should say of a row."""

    ROW = "row"
    """Whether it is the person of the earlier row `alike`."""
    PERSON = "person"
    """Whether it is somebody of `known`."""


QUESTION_CODES = frozenset(
    f"roster.{code}"
    for code in (
        *("looks_double", "double_unsure", "double_unknown"),
        *("number_shared", "identity_shared"),
        *("maybe_known", "known_differs"),
    )
)
"""Problems that ask something."""


class RosterLine(Struct, frozen=True):
    """One row, as read with the repairs that are proposed.

    `typed` is the reading without any repair. `person` is the key of the known person that the row surely
    is, `known` who else it may be, `same_as` the number of the earlier row it repeats, `alike` that of one
    whose person it may be. `differs` are the facts that speak against `alike` and `known`. `left_out` tells
    that the row should not be taken, although a person can be read from it: a signature, or two people.
    """

    raw: RawRow
    typed: RowReading
    reading: RowReading
    repairs: frozenset[RowRepair] = frozenset()
    person: str | None = None
    known: tuple[Candidate, ...] = ()
    same_as: int | None = None
    alike: int | None = None
    differs: tuple[str, ...] = ()
    left_out: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def asks(self) -> frozenset[RosterQuestion]:
        """What a person should say of the row."""
        row = {RosterQuestion.ROW} if self.alike is not None else set()
        return frozenset(row | ({RosterQuestion.PERSON} if self.known else set()))

    @property
    def number(self) -> int:
        """The row's number in the sheet."""
        return self.raw.number

    @property
    def is_below(self) -> bool:
        """Whether it is left out for standing below a numbered list without a number alone."""
        return any(problem.code == "roster.below_list" for problem in self.problems)

    @property
    def row(self) -> RosterRow | None:
        """The person proposed; None for a refused row."""
        return self.reading.row

    @property
    def outcome(self) -> RowOutcome:
        """What becomes of the row if nobody decides otherwise."""
        if self.row is None or self.left_out:
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
    facts: Mapping[str, Facts] | None = None,
    heads: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
) -> RosterPlan:
    """Say what an import of a table would do.

    `known` are the people of earlier courses, `facts` what is known of them by key, `enrolled` the keys of
    those on this course, `heads` who stands for a record that was joined, `answers` who was said before to be
    a row's person. `mapping` is a person's correction; else headings tell the columns, or `remembered`.
    """
    mapping = mapping or find_mapping(table, remembered)
    last_heading = max(mapping.heading_rows, default=0)
    rows = [row for row in table.rows if row.number > last_heading]
    planner = _Planner(mapping, rows, KnownPeople(known, enrolled, facts, heads, answers))
    lines = _told_of_latin(_told_of_shared(_without_tail(planner.plan(rows), mapping), planner.facts))
    problems = [*table.warnings, *_table_problems(table, mapping, rows)]
    # Only the first ones are in sight, and somebody may wait for what is not taken.
    problems.sort(key=lambda each: each.code != "roster.column_asked_for")
    if below := [line.number for line in lines if line.is_below]:
        told = {"count": len(below), "rows": row_ranges(below)}
        problems.insert(0, Problem(None, "", "", "roster.below_list_rows", told))
    problems += [problem for line in lines for problem in line.problems]
    return RosterPlan(table.file, table.sheet, mapping, lines, tuple(problems), table.sheets)


def is_heading(row: RawRow, mapping: RosterMapping) -> bool:
    """Tell whether a row repeats the heading, as on every page of a printed list."""
    filled = 0
    for cell, heading in zip(row.cells, mapping.headings, strict=False):
        if cell.strip():
            if not heading or cell.isdigit() or fold(cell) != fold(heading):
                return False
            filled += 1
    return filled > 1


class _Planner:
    """Plans rows in three rounds: what does one thing at a time is quicker by a quarter."""

    def __init__(self, mapping: RosterMapping, rows: Sequence[RawRow], known: KnownPeople) -> None:
        self._mapping = mapping
        self._reader = RowReader(mapping)
        self._known = known
        self._who: dict[int, str | None] = {}
        self._doubles = RepeatedRows()
        self._facts = FactReader(mapping)
        self.facts: dict[int, Facts] = {}
        """What each row says beside the name, by its number."""
        usual = {RowRepair.MIXED, RowRepair.CASE}
        letters = legacy_letters("".join(["".join(row.cells) for row in rows]))
        # ў is a letter of Uzbek: alone in a whole list it may well be right.
        numbers = mapping.place_of(RosterColumn.NUMBER)
        numbered = [row.number for row in rows if numbers is not None and row.cells[numbers].strip()]
        # Below the last number of a list that is numbered, and after an empty row, its signatures may stand.
        self._last_numbered = numbered[-1] if 2 * len(numbered) > len(rows) else None
        self._row_before = 0
        self._below = False
        self._usual = frozenset(usual | {RowRepair.LEGACY} if letters - {"ў"} else usual)

    def plan(self, rows: Iterable[RawRow]) -> list[RosterLine]:
        """Plan rows, in their order."""
        read = [self._read(raw) for raw in rows]
        compared = [line if line.row is None else self._compare(line, line.row) for line in read]
        return [self._told_of_nobody(line) for line in compared]

    def _read(self, raw: RawRow) -> RosterLine:
        if is_heading(raw, self._mapping):
            first = next(clean_text(cell) for cell in raw.cells if cell.strip())
            again = Problem(raw.number, "", first, "roster.heading_again", {}, Severity.REFUSED)
            refused = RowReading(None, (again,))
            return RosterLine(raw, refused, refused, problems=refused.problems)
        typed = self._reader.read(raw)
        repairs = typed.offered & self._usual if typed.offered else typed.offered
        reading = self._reader.read(raw, repairs) if repairs else typed
        if reading.row is None:
            return RosterLine(raw, typed, reading, problems=reading.problems)
        problems = (*typed.problems, *_told_of_repaired(typed, reading)) if repairs else typed.problems
        return RosterLine(raw, typed, reading, repairs, problems=problems)

    def _told_of_nobody(self, line: RosterLine) -> RosterLine:
        self._below, self._row_before = self._is_below(line.raw), line.number
        found = nobody_in(line.raw, self._mapping, below=self._below) if line.row is not None else None
        return line if found is None else _left_to_nobody(line, found)

    def _is_below(self, raw: RawRow) -> bool:
        """Tell whether a row stands below a numbered list, after an empty row."""
        if self._last_numbered is None or raw.number <= self._last_numbered:
            return False
        return self._below or raw.number > self._row_before + 1

    def _compare(self, line: RosterLine, row: RosterRow) -> RosterLine:
        """Say whether a row repeats an earlier one and whether it is somebody known."""
        self.facts[line.number] = facts = self._facts.read(line.raw, row)
        earlier = self._doubles.add(row, facts)
        if earlier is not None and earlier.sure:
            problems = (*line.problems, *double_problems(row, earlier.row))
            return replace(line, same_as=earlier.row.row, problems=problems)
        found = self._known.find(row, facts)
        self._who[row.row] = found.person
        if found.person:
            self._doubles.tell_last(self._known.facts(found.person))
        if earlier is not None and found.person and self._who.get(earlier.row.row):
            # Both are known, and are two.
            earlier = None
        alike = alike_problems(row, facts, earlier) if earlier else []
        problems = (*line.problems, *alike, *self._known_problems(row, facts, found))
        return replace(
            line,
            person=found.person,
            known=found.candidates,
            alike=earlier.row.row if earlier else None,
            differs=(*(earlier.differs if earlier else ()), *found.differs),
            problems=problems,
        )

    def _known_problems(self, row: RosterRow, facts: Facts, found: Recognised) -> list[Problem]:
        if found.person in self._known.enrolled:
            return [row_problem(row, "already_enrolled", row.name)]
        if not found.candidates:
            return []
        if not found.differs:
            return [row_problem(row, "maybe_known", row.name, score=found.candidates[0].score)]
        there = self._known.facts(found.candidates[0].b)
        return [row_problem(row, "known_differs", row.name), *fact_problems(row, facts, there, found.differs)]


def _left_to_nobody(line: RosterLine, found: Nobody) -> RosterLine:
    told = Problem(line.number, "", found.words, f"roster.{found.code}", {}, Severity.REFUSED)
    return replace(line, left_out=True, problems=(told, *line.problems))


def _without_tail(lines: Sequence[RosterLine], mapping: RosterMapping) -> list[RosterLine]:
    """Leave out what stands below a numbered list and is nobody by that."""
    found = tail_of([ReadRow(each.raw, None if each.left_out else each.row) for each in lines], mapping)
    return [_left_to_nobody(each, found[each.number]) if each.number in found else each for each in lines]


def _told_of_shared(lines: Sequence[RosterLine], facts: Mapping[int, Facts]) -> list[RosterLine]:
    """Ask about rows that share a number, or a name that Review would ask about; each about one other row."""
    found = {line.number: line for line in lines}
    rows = {
        line.number: line.row
        for line in lines
        if line.row is not None and not line.left_out and line.same_as is None
    }
    numbered = set[int]()
    for shared in sharing_rows(rows, facts):
        line, first = found[shared.row], found[shared.first]
        if line.person is not None and first.person is not None:
            continue  # Both are known, and are two.
        # One number is enough to show what a like name is asked about.
        shows = bool(shared.field) and line.alike == shared.first and shared.row not in numbered
        if line.alike is None or shows:
            numbered |= {shared.row} if shared.field else set()
            problems = (*line.problems, shared_problem(shared, rows, facts))
            found[line.number] = replace(line, alike=shared.first, problems=problems)
    return list(found.values())


def _told_of_latin(lines: Sequence[RosterLine]) -> tuple[RosterLine, ...]:
    """Tell of names in Latin letters where the list has others; who is known keeps the name they have."""
    rows = [each.row for each in lines if each.row is not None and not each.left_out]
    latin = {row.row: row for row in rows if is_all_latin(row.name)}
    if 2 * len(latin) >= len(rows):
        return tuple(lines)
    told = {number: row_problem(row, "name_latin", row.name) for number, row in latin.items()}
    return tuple(
        replace(line, problems=(*line.problems, told[line.number]))
        if line.number in told and line.person is None and line.same_as is None
        else line
        for line in lines
    )


_LEFT_OUT_OF_NAME = frozenset(("roster.name_brackets", "roster.name_cut", "roster.rank_differs"))


def _told_of_repaired(typed: RowReading, repaired: RowReading) -> list[Problem]:
    """Return what is left out of a name only once its letters are repaired: "капитaн" is a rank then."""
    told = {(each.code, each.column) for each in typed.problems}
    found = [each for each in repaired.problems if each.code in _LEFT_OUT_OF_NAME]
    return [each for each in found if (each.code, each.column) not in told]


def _table_problems(table: RawTable, mapping: RosterMapping, rows: Sequence[RawRow]) -> list[Problem]:
    """Say which rows above and which columns of the table are not taken."""
    found = [] if mapping.heading_rows else [Problem(None, "", "", "roster.no_heading")]
    asked: list[str] = []
    above = [row.number for row in table.rows if row.number < min(mapping.heading_rows, default=0)]
    if above:
        told_above = {"count": len(above), "rows": row_ranges(above)}
        found.append(Problem(None, "", "", "roster.above_heading", told_above))
    for index, column in enumerate(mapping.columns if mapping.has_name else ()):
        first = next((row.cells[index] for row in rows if row.cells[index].strip()), "")
        repeated = mapping.columns.index(column) < index and column not in LEFT_OUT
        if not first or not (column in LEFT_OUT or repeated) or column == RosterColumn.SIGNATURE:
            continue
        code = "identity_left_out" if column == RosterColumn.IDENTITY else "column_left_out"
        if repeated or (column == RosterColumn.NOTHING and _is_there_twice(mapping, index)):
            code = "column_twice"
        elif column == RosterColumn.NOTHING and _is_rarely_taken(mapping.headings[index]):
            asked.append(mapping.headings[index].rstrip(" .:"))
            continue
        heading = mapping.headings[index] or column_letter(index)
        value = "" if column == RosterColumn.IDENTITY else clean_text(first)
        found.append(Problem(None, heading, value, f"roster.{code}", {"heading": heading}))
    # One line for all, which nobody has to look for: whoever needs them must know how.
    told = [Problem(None, asked[0], "", "roster.column_asked_for", {"headings": asked})] if asked else []
    return told + found


def _is_rarely_taken(heading: str) -> bool:
    """Tell whether a heading names what is taken only when somebody asks for it, such as a telephone."""
    field = FIELD_COLUMNS.get(recognise_heading(heading) or "")
    return field is not None and field[1].rare and not field[1].apart


def _is_there_twice(mapping: RosterMapping, index: int) -> bool:
    """Tell whether another column was taken for what the heading of one says too."""
    held = recognise_heading(mapping.headings[index])
    return held in mapping.columns and fold(mapping.heading_of(held or "")) == fold(mapping.headings[index])


NEW = "new"
"""In a decision: the row is somebody new, whoever was proposed."""
NOBODY = 0
"""In a decision: the row repeats no other row."""


class RowDecision(Struct, frozen=True):
    """What a person decided about a row; what is None stays as proposed.

    `person` is a known person's key or `NEW`, `same_as` a row's number or `NOBODY`, `repairs` the repairs to
    take, `fields` corrected values of a `RosterRow` by name.
    """

    leave_out: bool | None = None
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
    # The row to whose person each row belongs.
    heads: dict[int, int] = {}
    as_proposed, decisions = RowDecision(), decisions or {}
    for line in plan.lines:
        decision = decisions.get(line.number, as_proposed)
        row = _decided_row(reader, line, decision)
        if row is None:
            outcomes[line.number] = RowOutcome.REFUSED
            continue
        key, same_as = _decided_person(line, decision)
        first = by_key.get(key, NOBODY) if key else NOBODY
        first = first or heads.get(same_as, NOBODY)
        heads[line.number] = first or line.number
        outcomes[line.number] = RowOutcome.MATCHED if key or first else RowOutcome.IMPORTED
        if first:
            earlier = people[first]
            key = earlier.key or key
            row = _completed(earlier.row, row)
        rows = (*people[first].rows, line.number) if first else (line.number,)
        people[first or line.number] = SettledPerson(row, key, rows)
        if key:
            by_key.setdefault(key, first or line.number)
    left = [line for line in plan.lines if decisions.get(line.number, as_proposed).leave_out]
    return Settlement(tuple(people.values()), outcomes, (*plan.problems, *map(_left_out, left)))


def _decided_person(line: RosterLine, decision: RowDecision) -> tuple[str | None, int]:
    """Return whom a row is: the key of somebody known, and the earlier row whose person it is."""
    key = line.person if decision.person is None else decision.person
    key = None if key == NEW else key
    same_as = line.same_as if decision.same_as is None else decision.same_as
    if decision.same_as and decision.person is None:
        # Who said that it is the person of another row said whom that is.
        key = None
    return key, NOBODY if key else same_as or NOBODY


def is_left_out(line: RosterLine, decision: RowDecision) -> bool:
    """Tell whether a row is not taken: because it is nobody's, or because that is decided or proposed."""
    left = line.left_out if decision.leave_out is None else decision.leave_out
    return line.row is None or left


def _completed(first: RosterRow, row: RosterRow) -> RosterRow:
    """Return the first row with its blanks filled from a row that repeats it."""
    found = {name: getattr(row, name) for name in SAID if is_blank(getattr(first, name))}
    return replace(first, **found)


def _decided_row(reader: RowReader, line: RosterLine, decision: RowDecision) -> RosterRow | None:
    """Return a row's person with the decided repairs and corrections; None if it is left out."""
    if is_left_out(line, decision):
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
