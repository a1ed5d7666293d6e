"""Folds entries into registers and registers into rows, a batch at a time, inside a transaction."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from trainer_app.domain import merging, schema
from trainer_app.domain.journal import Entry, entry_id
from trainer_app.domain.keys import is_key
from trainer_app.store.database import Database
from trainer_app.store.orphans import PARENTS, Kin
from trainer_app.store.registers import ObjectState, Stored, Values, read_registers
from trainer_app.store.registry import Fresh, Object, Registry, key_text
from trainer_app.store.tables import VALUE_TYPES, insert_row

__all__ = ["Arrived", "ObjectState", "Projector", "Stored", "key_text"]

type Arrived = tuple[int, bytes, Entry]
"""An entry with its number in the table `entry` and its line."""
type Touched = dict[Object, frozenset[str]]
_UNSORTED = 200_000
"""New rows whose numbers may wait for one sorted entry into the lookup."""

_INSERTS = {entity: insert_row(entity) for entity in schema.ENTITIES}


class _Column(NamedTuple):
    """Place in the table's line, type of what fits (as `schema.project` says), entity pointed to.

    `parent` tells whether a row is not shown without the one that it points to.
    """

    place: int
    type: type
    target: str | None
    parent: bool


_COLUMNS: Mapping[str, Mapping[str, _Column]] = {
    entity: {
        name: _Column(place, VALUE_TYPES[field.kind], field.target, name in found.parents)
        for place, (name, field) in enumerate(found.fields.items(), 1)
    }
    for entity, found in schema.ENTITIES.items()
}
_CLEAN = frozenset[str]()


class _Lines:
    """Lines to be written to the tables, gathered over a batch."""

    def __init__(self, fresh: Fresh) -> None:
        self._fresh = fresh
        self.registry: list[list[object]] = [*fresh.lines]
        self.moved: list[Values] = []
        self.dropped: dict[str, list[Values]] = {"head": [], "awaited": [], "contradiction": []}
        self.heads: list[Values] = []
        self.awaited: list[Values] = []
        self.contradictions: list[Values] = []
        self.rows: list[tuple[int, str, Mapping[str, Any]]] = []
        self.changes: list[tuple[int, str, Mapping[str, Any]]] = []
        self.gone: list[tuple[int, str]] = []

    def tables(self) -> set[str]:
        """Return the names of the tables that rows or decisions are written to."""
        rows = {entity for _, entity, _ in self.rows}
        rows |= {entity for _, entity, _ in self.changes} | {entity for _, entity in self.gone}
        return rows | {"contradiction"} if self.contradictions or self.dropped["contradiction"] else rows

    def put_state(self, state: ObjectState) -> frozenset[str]:
        """Gather the lines of one row; return its contradictions."""
        outcome = state.outcome()
        sole, heads = state.head_lines()
        if state.number in self._fresh:
            self._fresh.set_head(state.number, sole)
        elif sole != state.sole:
            self.moved.append((sole, state.number))
        awaited = state.awaited_lines()
        place = (state.number,)
        for table, was in (("head", state.spread), ("awaited", state.waits), ("contradiction", state.open)):
            if was:
                self.dropped[table].append(place)
        self.heads += heads
        self.awaited += awaited
        self.contradictions += [(state.number, name) for name in outcome.contradictions]
        self._put_row(state, outcome.row)
        state.sole, state.spread, state.waits = sole, bool(heads), bool(awaited)
        state.open, state.shown = bool(outcome.contradictions), outcome.row
        return outcome.contradictions

    def _put_row(self, state: ObjectState, row: merging.Row | None) -> None:
        """Gather what changes in the entity's table: of a row that is there only the fields that differ."""
        if row is None:
            if state.shown is not None:
                self.gone.append((state.number, state.entity))
        elif state.shown is None:
            self.rows.append((state.number, state.entity, row))
        else:
            differ = {
                name: value
                for name, value in row.items()
                if name not in state.shown or not merging.same_value(state.shown[name], value)
            }
            differ |= dict.fromkeys(state.shown.keys() - row.keys())
            if differ:
                self.changes.append((state.number, state.entity, differ))


class Projector:
    """Keeps the projected tables in step with the journal. Write only inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._registry = Registry(database)

    def forget(self) -> None:
        """Drop what is remembered between batches: after a transaction that was rolled back."""
        self._registry.forget()

    def flush(self) -> None:
        """Finish what batches left for the end: the lookup of new rows, in the order of its index."""
        self._registry.flush()

    def tidy(self) -> None:
        """Put the tables in order after an import, so that the next one costs no more than this one."""
        self._registry.tidy()

    def load(self, objects: Iterable[Object]) -> dict[Object, ObjectState]:
        """Return the registers of rows; empty ones for rows that are unknown. Changes nothing."""
        wanted = list(dict.fromkeys(objects))
        numbers = self._registry.find(wanted)
        states = {place: ObjectState(numbers.get(place, 0), *place) for place in wanted}
        read_registers(self._database, [state for state in states.values() if state.number])
        return states

    def apply(self, batch: Sequence[Arrived], folded: set[int] | None = None) -> Touched:
        """Fold entries into the tables; return each touched row with its contradictions.

        `folded` is for making all tables anew: the numbers of rows that are in them again, to which this
        batch's are added. Call `flush` when all batches are in.
        """
        single, several = _by_row(batch)
        numbers, fresh = self._registry.number([*single, *several])
        lines = _Lines(fresh)
        touched: Touched = {}
        first = fresh.first
        for place, arrived in single.items():
            number = numbers[place]
            blank = number >= first or (folded is not None and number not in folded)
            row = merging.alone(arrived[2]) if blank else None
            if row is None:
                several[place] = [arrived]
                continue
            # Most of an import: a row seen for the first time, by one entry. No registers are needed.
            if number >= first:
                fresh.set_head(number, arrived[0])
            else:
                lines.moved.append((arrived[0], number))
            lines.rows.append((number, place[0], row))
            touched[place] = _CLEAN
        if folded is not None:
            folded.update(numbers.values())
        states = {place: ObjectState(numbers[place], *place) for place in several}
        read_registers(self._database, [state for state in states.values() if state.number not in fresh])
        for place, group in several.items():
            for number, line, entry in group:
                states[place].add(Stored(number, entry_id(line), entry))
            touched[place] = lines.put_state(states[place])
        self._write(lines)
        self._registry.flush(least=_UNSORTED)
        return touched

    def save(self, states: Iterable[ObjectState]) -> Touched:
        """Write back states that entries were added to; return each row with its contradictions."""
        changed = list(states)
        numbers, fresh = self._registry.number((state.entity, state.key) for state in changed)
        lines = _Lines(fresh)
        touched: Touched = {}
        for state in changed:
            state.number = numbers[state.entity, state.key]
            touched[state.entity, state.key] = lines.put_state(state)
        self._write(lines)
        return touched

    def _write(self, lines: _Lines) -> None:
        run_many = self._database.run_many
        kin = Kin()
        tables = self._table_lines(lines, kin)
        self._database.note_written(lines.tables())
        run_many("INSERT INTO registry (id, key, kind, head) VALUES (?, ?, ?, ?)", lines.registry)
        run_many("UPDATE registry SET head = ? WHERE id = ?", lines.moved)
        for table, dropped in lines.dropped.items():
            run_many(f"DELETE FROM {table} WHERE object = ?", dropped)
        run_many("INSERT INTO head VALUES (?, ?, ?)", lines.heads)
        run_many("INSERT INTO awaited VALUES (?, ?, ?)", lines.awaited)
        run_many("INSERT INTO contradiction VALUES (?, ?)", lines.contradictions)
        for sql, found in tables.items():
            run_many(sql, found)
        for number, entity in lines.gone:
            if entity in _COLUMNS:
                self._database.run(f'DELETE FROM "{entity}" WHERE id = ?', number)
                kin.gone.setdefault(entity, []).append(number)
        kin.keep(self._database)

    def _table_lines(self, lines: _Lines, kin: Kin) -> dict[str, list[list[object]]]:
        """Return SQL -> lines for the entities' tables, giving numbers to rows that are pointed to."""
        tables: dict[str, list[list[object]]] = {}
        pointers: dict[Object, list[tuple[list[object], int]]] = {}
        needed: set[Object] = set()
        for number, entity, row in lines.rows:
            columns = _COLUMNS.get(entity)
            if columns is not None:
                line: list[object] = [None] * (len(columns) + 1)
                line[0] = number
                named = 0
                for name, value in row.items():
                    column = columns.get(name)
                    if column is not None and type(value) is column.type:
                        if column.target is not None:
                            place = (column.target, str(value))
                            pointers.setdefault(place, []).append((line, column.place))
                            if column.parent:
                                needed.add(place)
                                named += 1
                        else:
                            line[column.place] = value if column.type is not list else _json(value)
                tables.setdefault(_INSERTS[entity], []).append(line)
                kin.make(entity, number, nameless=named < len(PARENTS[entity]))
        for number, entity, row in lines.changes:
            self._change(number, entity, row, tables, pointers)
            kin.change(entity, number, row)
        numbers, fresh = self._registry.number(place for place in pointers if is_key(place[1]))
        lines.registry += fresh.lines
        for place, found in pointers.items():
            pointed = numbers.get(place)
            for line, at in found:
                line[at] = pointed
        kin.need((target, numbers.get((target, key), 0)) for target, key in needed)
        return tables

    def _change(
        self,
        number: int,
        entity: str,
        row: Mapping[str, Any],
        tables: dict[str, list[list[object]]],
        pointers: dict[Object, list[tuple[list[object], int]]],
    ) -> None:
        """Add the line that changes some fields of a row; the others, and their indexes, are left alone."""
        columns = _COLUMNS.get(entity, {})
        names = sorted(row.keys() & columns.keys())
        line: list[object] = []
        for at, name in enumerate(names):
            value, column = row[name], columns[name]
            fits = type(value) is column.type
            if fits and column.target is not None:
                pointers.setdefault((column.target, str(value)), []).append((line, at))
            line.append((_json(value) if column.type is list else value) if fits else None)
        if names:
            line.append(number)
            tables.setdefault(_update(entity, tuple(names)), []).append(line)


@cache
def _update(entity: str, names: tuple[str, ...]) -> str:
    changes = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{entity}" SET {changes} WHERE id = ?'


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _by_row(batch: Sequence[Arrived]) -> tuple[dict[Object, Arrived], dict[Object, list[Arrived]]]:
    """Return rows that one entry is about, and rows that several are about."""
    single: dict[Object, Arrived] = {}
    several: dict[Object, list[Arrived]] = {}
    for arrived in batch:
        entry = arrived[2]
        if not entry.x:
            place = (entry.e, entry.k)
            first = single.setdefault(place, arrived)
            if first is not arrived:
                several.setdefault(place, [first]).append(arrived)
    for place in several:
        del single[place]
    return single, several
