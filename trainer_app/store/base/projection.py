"""Folds entries into registers and registers into rows, a batch at a time, inside a transaction.

The table `orphan` says which rows stand without a parent, so that nobody needs to look through all rows for
them: it holds (parent, row) once for each such row, with the first of its parents that is missing, 0 where
none is named. It follows from the projected tables, and the projector keeps it in step with them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.journal import Entry, entry_id, is_key
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.store.base.database import Database
from trainer_app.store.base.object_ids import EntityKey, NewObjectIds, ObjectIds
from trainer_app.store.base.registers import ObjectState, Stored, Values, read_registers
from trainer_app.store.base.rows import VALUE_TYPES, insert_row

PARENTS: Mapping[str, Mapping[str, str]] = {
    entity: {column: str(described.fields[column].target) for column in described.parents}
    for entity, described in ENTITIES.items()
}
"""Entity -> column -> entity of the parent."""
_CARRYING = frozenset(chain.from_iterable(parents.values() for parents in PARENTS.values()))
_LISTED = "IN (SELECT value FROM json_each(?))"


def _missing(entity: str) -> str:
    """Return SQL that gives (parent, row) of those that lack a parent; a condition may follow."""
    parents = PARENTS[entity]
    absent = {column: f'"p_{column}".id IS NULL' for column in parents}
    first = " ".join(f'WHEN {none} THEN coalesce(t."{column}", 0)' for column, none in absent.items())
    joins = " ".join(
        f'LEFT JOIN "{parent}" AS "p_{column}" ON "p_{column}".id = t."{column}"'
        for column, parent in parents.items()
    )
    nobody = " OR ".join(absent.values())
    return f'SELECT CASE {first} END, t.id FROM "{entity}" AS t {joins} WHERE ({nobody})'


_MISSING = {entity: _missing(entity) for entity, parents in PARENTS.items() if parents}


class ParentLinks:
    """What a batch of rows changes between parents and children; gathered, then kept in the table.

    `made` are rows that were not shown before, `moved` those whose parents changed, `gone` those shown no
    more; by entity. `needed` are the parents that rows made name, 0 for one that is not there to be named.
    """

    def __init__(self) -> None:
        self.made: dict[str, list[int]] = {}
        self.moved: dict[str, list[int]] = {}
        self.gone: dict[str, list[int]] = {}
        self.needed: dict[str, set[int]] = {}
        self._nameless = False

    def make(self, entity: str, number: int, *, nameless: bool) -> None:
        """Note a row that is new in its table; `nameless` tells whether it lacks the name of a parent."""
        self.made.setdefault(entity, []).append(number)
        self._nameless |= nameless

    def change(self, entity: str, number: int, fields: Collection[str]) -> None:
        """Note that some fields of a row have changed."""
        if not PARENTS.get(entity, {}).keys().isdisjoint(fields):
            self.moved.setdefault(entity, []).append(number)

    def need(self, parents: Iterable[tuple[str, int]]) -> None:
        """Note which parents, as (entity, number), the rows made hang on."""
        for entity, number in parents:
            self.needed.setdefault(entity, set()).add(number)

    def keep(self, database: Database) -> None:
        """Bring the table up to date, when all rows are written. Use inside the transaction."""
        if self.moved or self.gone:
            _look_again(database, chain(*self.moved.values(), *self.gone.values(), self._left(database)))
        if arrived := [number for entity in _CARRYING & self.made.keys() for number in self.made[entity]]:
            _let_go(database, arrived)
        if self._nameless or any(_lacks(database, *needed) for needed in self.needed.items()):
            for entity in _MISSING.keys() & self.made.keys():
                _look_at(database, entity, self.made[entity])

    def _left(self, database: Database) -> Iterable[int]:
        """Return the rows that hang on some that are gone. Most links have no index; deleting is rare."""
        for entity, parents in PARENTS.items():
            for column, parent in parents.items():
                if gone := self.gone.get(parent):
                    sql = f'SELECT id FROM "{entity}" WHERE "{column}" {_LISTED}'
                    yield from (number for (number,) in database.select(sql, _listed(gone)))


def find_orphans(database: Database) -> set[tuple[int, int]]:
    """Return what the table must hold, from all rows: for the check of it."""
    return {(parent, child) for sql in _MISSING.values() for parent, child in database.stream(sql)}


def _let_go(database: Database, arrived: Collection[int]) -> None:
    """Look again at those that waited for rows that are there now."""
    if database.select("SELECT 1 FROM orphan LIMIT 1"):
        sql = f"SELECT object FROM orphan WHERE parent {_LISTED}"
        if waited := [number for (number,) in database.select(sql, _listed(arrived))]:
            database.run(f"DELETE FROM orphan WHERE parent {_LISTED}", _listed(arrived))
            for entity in _MISSING:
                _look_at(database, entity, waited)


def _look_again(database: Database, rows: Iterable[int]) -> None:
    """Look at rows of any entity, whatever was kept of them."""
    numbers = list(rows)
    database.run(f"DELETE FROM orphan WHERE object {_LISTED}", _listed(numbers))
    for entity in _MISSING:
        _look_at(database, entity, numbers)


def _look_at(database: Database, entity: str, numbers: Collection[int]) -> None:
    """Keep those rows of an entity that lack a parent."""
    sql = f"INSERT OR IGNORE INTO orphan {_MISSING[entity]} AND t.id {_LISTED}"
    database.run(sql, _listed(numbers))


def _lacks(database: Database, entity: str, numbers: set[int]) -> bool:
    """Tell whether any of these parents is not there."""
    sql = f'SELECT count(*) FROM "{entity}" WHERE id {_LISTED}'
    found: int = database.select(sql, _listed(numbers))[0][0]
    return found < len(numbers)


def _listed(numbers: Collection[int]) -> str:
    """Return numbers as JSON, which is one value for any number of them."""
    return msgspec.json.encode(list(numbers)).decode()


type Arrived = tuple[int, bytes, Entry]
"""An entry with its number in the table `entry` and its line."""
type Touched = dict[EntityKey, frozenset[str]]
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

    def __init__(self, fresh: NewObjectIds) -> None:
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

    def _put_row(self, state: ObjectState, row: merging.RowValues | None) -> None:
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
        self._registry = ObjectIds(database)

    def forget(self) -> None:
        """Drop what is remembered between batches: after a transaction that was rolled back."""
        self._registry.forget()

    def flush(self) -> None:
        """Finish what batches left for the end: the lookup of new rows, in the order of its index."""
        self._registry.flush()

    def tidy(self) -> None:
        """Put the tables in order after an import, so that the next one costs no more than this one."""
        self._registry.tidy()

    def load(self, objects: Iterable[EntityKey]) -> dict[EntityKey, ObjectState]:
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
        kin = ParentLinks()
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

    def _table_lines(self, lines: _Lines, kin: ParentLinks) -> dict[str, list[list[object]]]:
        """Return SQL -> lines for the entities' tables, giving numbers to rows that are pointed to."""
        tables: dict[str, list[list[object]]] = {}
        pointers: dict[EntityKey, list[tuple[list[object], int]]] = {}
        needed: set[EntityKey] = set()
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
        pointers: dict[EntityKey, list[tuple[list[object], int]]],
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


def _by_row(batch: Sequence[Arrived]) -> tuple[dict[EntityKey, Arrived], dict[EntityKey, list[Arrived]]]:
    """Return rows that one entry is about, and rows that several are about."""
    single: dict[EntityKey, Arrived] = {}
    several: dict[EntityKey, list[Arrived]] = {}
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
