"""Folds entries into registers and registers into rows, a batch at a time, inside a transaction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from trainer_app.domain import merging, schema
from trainer_app.domain.journal import Entry, entry_id
from trainer_app.domain.keys import is_key
from trainer_app.store.database import Database
from trainer_app.store.registers import ObjectState, Stored, Values, read_registers
from trainer_app.store.registry import Fresh, Object, Registry, key_text
from trainer_app.store.tables import VALUE_TYPES, insert_row

__all__ = ["Arrived", "ObjectState", "Projector", "Stored", "key_text"]

type Arrived = tuple[int, bytes, Entry]
"""An entry with its number in the table `entry` and its line."""
type Touched = dict[Object, frozenset[str]]

_INSERTS = {entity: insert_row(entity) for entity in schema.ENTITIES}
_COLUMNS = {
    entity: tuple((name, VALUE_TYPES[field.kind], field.target) for name, field in found.fields.items())
    for entity, found in schema.ENTITIES.items()
}
_KEYS = {
    entity: tuple((name, target) for name, _, target in columns if target is not None)
    for entity, columns in _COLUMNS.items()
}
_CLEAN = frozenset[str]()


class _Lines:
    """Lines to be written to the tables, gathered over a batch."""

    def __init__(self) -> None:
        self.registry: list[Values] = []
        self.moved: list[Values] = []
        self.dropped: dict[str, list[Values]] = {"head": [], "awaited": [], "contradiction": []}
        self.heads: list[Values] = []
        self.awaited: list[Values] = []
        self.contradictions: list[Values] = []
        self.rows: list[tuple[int, str, Mapping[str, Any]]] = []
        self.gone: list[tuple[int, str]] = []

    def put_state(self, state: ObjectState, fresh: Fresh) -> frozenset[str]:
        """Gather the lines of one row; return its contradictions."""
        outcome = state.outcome()
        sole, heads = state.head_lines()
        if state.number in fresh:
            self.registry.append((state.number, *fresh.pop(state.number), sole))
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
        if outcome.row is None:
            self.gone.append((state.number, state.entity))
        else:
            self.rows.append((state.number, state.entity, outcome.row))
        state.sole, state.spread, state.waits = sole, bool(heads), bool(awaited)
        state.open = bool(outcome.contradictions)
        return outcome.contradictions


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

    def load(self, objects: Iterable[Object]) -> dict[Object, ObjectState]:
        """Return the registers of rows; empty ones for rows that are unknown. Changes nothing."""
        wanted = list(dict.fromkeys(objects))
        numbers = self._registry.find(wanted)
        states = {place: ObjectState(numbers.get(place, 0), *place) for place in wanted}
        read_registers(self._database, [state for state in states.values() if state.number])
        return states

    def apply(self, batch: Sequence[Arrived]) -> Touched:
        """Fold entries into the tables; return each touched row with its contradictions.

        Call `flush` when all batches are in.
        """
        groups: dict[Object, list[Arrived]] = {}
        for arrived in batch:
            entry = arrived[2]
            if not entry.x:
                groups.setdefault((entry.e, entry.k), []).append(arrived)
        numbers, fresh = self._registry.number(groups)
        lines = _Lines()
        touched: Touched = {}
        folded: list[ObjectState] = []
        for place, group in groups.items():
            number = numbers[place]
            row = merging.alone(group[0][2]) if number in fresh and len(group) == 1 else None
            if row is None:
                folded.append(ObjectState(number, *place))
                continue
            # Most of an import: a row seen for the first time, by one entry. No registers are needed.
            lines.registry.append((number, *fresh.pop(number), group[0][0]))
            lines.rows.append((number, place[0], row))
            touched[place] = _CLEAN
        read_registers(self._database, [state for state in folded if state.number not in fresh])
        for state in folded:
            for number, line, entry in groups[state.entity, state.key]:
                state.add(Stored(number, entry_id(line), entry))
            touched[state.entity, state.key] = lines.put_state(state, fresh)
        self._write(lines, numbers)
        self._registry.flush(least=200_000)
        return touched

    def save(self, states: Iterable[ObjectState]) -> Touched:
        """Write back states that entries were added to; return each row with its contradictions."""
        changed = list(states)
        numbers, fresh = self._registry.number((state.entity, state.key) for state in changed)
        lines = _Lines()
        touched: Touched = {}
        for state in changed:
            state.number = numbers[state.entity, state.key]
            touched[state.entity, state.key] = lines.put_state(state, fresh)
        self._write(lines, numbers)
        return touched

    def _write(self, lines: _Lines, numbers: dict[Object, int]) -> None:
        run_many = self._database.run_many
        rows = self._columns(lines, numbers)
        run_many("INSERT INTO registry (id, key, kind, head) VALUES (?, ?, ?, ?)", lines.registry)
        run_many("UPDATE registry SET head = ? WHERE id = ?", lines.moved)
        for table, dropped in lines.dropped.items():
            run_many(f"DELETE FROM {table} WHERE object = ?", dropped)
        run_many("INSERT INTO head VALUES (?, ?, ?)", lines.heads)
        run_many("INSERT INTO awaited VALUES (?, ?, ?)", lines.awaited)
        run_many("INSERT INTO contradiction VALUES (?, ?)", lines.contradictions)
        for entity, values in rows.items():
            run_many(_INSERTS[entity], values)
        for number, entity in lines.gone:
            if entity in _COLUMNS:
                self._database.run(f'DELETE FROM "{entity}" WHERE id = ?', number)

    def _columns(self, lines: _Lines, numbers: dict[Object, int]) -> dict[str, list[Values]]:
        """Return the lines of each entity's table, giving numbers to rows that are pointed to."""
        targets = {
            (target, value)
            for _, entity, row in lines.rows
            for name, target in _KEYS.get(entity, ())
            if type(value := row.get(name)) is str
        }
        pointed, fresh = self._registry.number(
            place for place in sorted(targets - numbers.keys()) if is_key(place[1])
        )
        lines.registry += [(number, *described, None) for number, described in fresh.items()]
        numbers.update(pointed)
        found: dict[str, list[Values]] = {}
        for number, entity, row in lines.rows:
            if entity in _COLUMNS:
                found.setdefault(entity, []).append(_line(number, entity, row, numbers))
        return found


def _line(number: int, entity: str, row: Mapping[str, Any], numbers: Mapping[Object, int]) -> Values:
    """Return a table's line. What does not fit its column is not shown: as `schema.project` says."""
    values: list[object] = [number]
    for name, expected, target in _COLUMNS[entity]:
        value = row.get(name)
        if type(value) is not expected:
            values.append(None)
        elif target is not None:
            values.append(numbers.get((target, str(value))))
        elif expected is list:
            values.append(msgspec.json.encode(value).decode())
        else:
            values.append(value)
    return tuple(values)
