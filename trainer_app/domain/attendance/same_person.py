"""What counts of a joined person who stands in several rows of one course: the one rule, told here alone.

One row leads: one that is on the list, then the one with the lowest number. Once Review has said which row
is kept, that is the only one on the list. What the leading row says counts, also what is corrected in it
later. Where it has no mark, the mark of another row counts, and of several the one that says most
(`marks.weight_of`): whoever was there under either name was there, with the fewest minutes missed. The other
rows count for nothing themselves. Tests and decisions by hand follow the same order.

Signature and reason are the leading row's too, also where the mark is taken from another one; where it has
no signature, that of another row stands for the person. Whoever takes something away takes it from all rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from trainer_app.domain.attendance.marks import (
    Attendance,
    AttendanceGrid,
    GridRow,
    SignatureState,
    doubled_rows,
    weight_of,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import Enrolment
from trainer_app.domain.people.persons import by_person


class Keyed(Protocol):
    """An enrolment, in whatever form it is read."""

    @property
    def key(self) -> str:
        """Return its key."""


def _turn(row: GridRow) -> tuple[bool, int, str]:
    return row.gone, row.number, row.enrolment


def counted_cell(
    own: Attendance | None, others: Sequence[tuple[int, Attendance | None]]
) -> Attendance | None:
    """Return what counts in one session: the leading row's own cell, or where it is bare another row's.

    `others` are cells with the numbers of their rows, in turn. None where nobody is expected under any.
    """
    found = _marked_anywhere(own, others)
    if found is None or found.signed is not SignatureState.NOT_CHECKED:
        return found
    return _signed_anywhere(found, [cell for _, cell in others])


def counting_place(cells: Sequence[Attendance | None]) -> int:
    """Return which of a person's cells in one session counts; they stand in turn, the leading row's first."""
    own, *others = cells
    if own is not None and not own.bare:
        return 0
    place = max(range(len(others)), key=lambda at: weight_of(others[at]), default=-1)
    best = others[place] if others else None
    return 0 if best is None or best.bare else place + 1


def _marked_anywhere(
    own: Attendance | None, others: Sequence[tuple[int, Attendance | None]]
) -> Attendance | None:
    place = counting_place([own, *(cell for _, cell in others)])
    if not place:
        expected = any(cell is not None for _, cell in others)
        return own if own is not None or not expected else Attendance()
    number, best = others[place - 1]
    assert best is not None
    mine = own or Attendance()
    return replace(
        best,
        taken_from=number,
        conflict=mine.conflict,
        remark=mine.remark or best.remark,
        signed=mine.signed,
        settled=mine.settled,
    )


def _signed_anywhere(cell: Attendance, others: Iterable[Attendance | None]) -> Attendance:
    """Return a cell that nobody looked at on the paper with what was ticked for the person in another row.

    A reason stands only where it was given for the same mark.
    """
    ticked = [each for each in others if each is not None and each.signed is not SignatureState.NOT_CHECKED]
    if not ticked:
        return cell
    best = max(ticked, key=lambda each: (each.signed is SignatureState.YES, each.mark is cell.mark))
    return replace(cell, signed=best.signed, settled=best.settled if best.mark is cell.mark else "")


def counted_marks(
    marks: Mapping[tuple[str, str], Attendance], people: Iterable[Sequence[Keyed]]
) -> dict[tuple[str, str], Attendance]:
    """Return marks by (enrolment, session) as they count; `people` are the rows of each person, in turn."""
    turns = ([own.key for own in rows] for rows in people)
    led = {own: rows for rows in turns for own in rows[1:]}
    found = {place: cell for place, cell in marks.items() if place[0] not in led}
    for own, session in marks:
        rows = led.get(own)
        if rows is not None:
            others = [(0, marks.get((each, session))) for each in rows[1:]]
            cell = counted_cell(marks.get((rows[0], session)), others)
            found |= {(rows[0], session): cell} if cell is not None else {}
    return found


def with_leading(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """Return a grid's rows; of each joined person in several of them one holds what counts.

    The others hold no cell, and say whose they are. Shares are none yet.
    """
    found = list(rows)
    for places in doubled_rows(rows):
        first, *others = sorted(places, key=lambda at: _turn(rows[at]))
        lead = rows[first]
        cells = tuple(
            counted_cell(own, [(rows[at].number, rows[at].cells[column]) for at in others])
            for column, own in enumerate(lead.cells)
        )
        found[first] = replace(lead, cells=cells)
        for at in others:
            found[at] = replace(rows[at], cells=(None,) * len(cells), same_as=lead.number)
    return tuple(found)


def rows_in_turn(
    listed: Iterable[Enrolment], person: Callable[[str], str]
) -> dict[str, tuple[Enrolment, ...]]:
    """Return everybody's rows of a course by the leading one, which stands first; `person` names the head."""
    groups = by_person(listed, lambda own: person(own.person))
    found = (sorted(rows, key=lambda own: (own.gone, own.number, own.key)) for rows in groups)
    return {rows[0].key: tuple(rows) for rows in found}


def leading_row(table: AttendanceGrid, enrolment: str) -> str:
    """Return the row (an enrolment) that is marked for another: who marks under either number marks it."""
    own = next((row for row in table.rows if row.enrolment == enrolment), None)
    if own is None or not own.same_as:
        return enrolment
    return next(row.enrolment for row in table.rows if row.person == own.person and not row.same_as)


def grid_rows_of(table: AttendanceGrid, enrolment: str) -> tuple[GridRow, ...]:
    """Return the rows of whoever an enrolment is of, as they stand in a grid, the leading one first."""
    own = next((row for row in table.rows if row.enrolment == enrolment), None)
    if own is None or not own.person:
        return () if own is None else (own,)
    return tuple(sorted((row for row in table.rows if row.person == own.person), key=_turn))


class JoinedRows[Row: Keyed]:
    """The rows of people who stand on the list of a course more than once; `people` are theirs, in turn."""

    def __init__(self, people: Iterable[Sequence[Row]]) -> None:
        self._groups = {rows[0].key: rows for rows in people if len(rows) > 1}
        self._led = {row.key: rows[0].key for rows in self._groups.values() for row in rows[1:]}

    def __contains__(self, key: object) -> bool:
        return key in self._groups or key in self._led

    def is_led(self, key: str) -> bool:
        """Tell whether a row counts for nothing itself."""
        return key in self._led

    def rows_of(self, row: Row) -> Sequence[Row]:
        """Return the rows that a leading one stands for, itself first; of anybody else the row alone."""
        return self._groups.get(row.key, [row])

    def counts(self, marks: Mapping[tuple[str, str], Attendance], key: str, session: str) -> bool:
        """Tell whether what a row (an enrolment) says in a session is what counts of its person."""
        rows = self._groups.get(self._led.get(key, key))
        if rows is None:
            return True
        return rows[counting_place([marks.get((row.key, session)) for row in rows])].key == key

    def cells(self, marks: Mapping[tuple[str, str], Attendance]) -> dict[tuple[str, str], Attendance]:
        """Return marks as they count: all of a person in the leading row."""
        return counted_marks(marks, self._groups.values())
