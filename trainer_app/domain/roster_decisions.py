"""What people decide about the rows of a list, and what an import does then."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from trainer_app.domain.letters import clean_text
from trainer_app.domain.people import Sex
from trainer_app.domain.roster_planning import Outcome, RosterLine, RosterPlan
from trainer_app.domain.roster_reader import RowReader
from trainer_app.domain.roster_rows import Repair, RosterRow, is_blank
from trainer_app.domain.tables import Problem, Severity

NEW = "new"
"""In a decision: the row is somebody new, whoever was proposed."""
NOBODY = 0
"""In a decision: the row repeats no other row."""


@dataclass(frozen=True)
class Decision:
    """What a person decided about a row; what is None stays as proposed.

    `person` is a known person's key or `NEW`, `same_as` a row's number or `NOBODY`, `repairs` the repairs to
    take, `fields` corrected values of a `RosterRow` by name.
    """

    leave_out: bool = False
    person: str | None = None
    same_as: int | None = None
    repairs: frozenset[Repair] | None = None
    sex: Sex | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SettledPerson:
    """One person to enrol: a new one, or (`key`) a known one. `rows` are all rows that speak of them."""

    row: RosterRow
    key: str | None
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Settlement:
    """What an import does: people in the order of the list, and what became of each row.

    `problems` are those of the plan, and the rows that somebody decided to leave out.
    """

    people: tuple[SettledPerson, ...]
    outcomes: Mapping[int, Outcome]
    problems: tuple[Problem, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many rows ended in one way."""
        return sum(each is outcome for each in self.outcomes.values())


def settle(plan: RosterPlan, decisions: Mapping[int, Decision] | None = None) -> Settlement:
    """Apply decisions (by row number) to a plan. No blank overwrites a value, no row is lost."""
    reader = RowReader(plan.mapping)
    people: dict[int, SettledPerson] = {}
    by_key: dict[str, int] = {}
    outcomes: dict[int, Outcome] = {}
    as_proposed, decisions = Decision(), decisions or {}
    for line in plan.lines:
        decision = decisions.get(line.number, as_proposed)
        row = _decided_row(reader, line, decision)
        if row is None:
            outcomes[line.number] = Outcome.REFUSED
            continue
        key = line.person if decision.person is None else decision.person
        key = None if key == NEW else key
        same_as = line.same_as if decision.same_as is None else decision.same_as
        first = by_key.get(key, 0) if key else (same_as or NOBODY)
        outcomes[line.number] = Outcome.MATCHED if key or first in people else Outcome.IMPORTED
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
    found = {
        each.name: getattr(row, each.name)
        for each in fields(first)
        if each.name != "number" and is_blank(getattr(first, each.name))
    }
    return replace(first, **found)


def _decided_row(reader: RowReader, line: RosterLine, decision: Decision) -> RosterRow | None:
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
