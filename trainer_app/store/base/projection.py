"""Folds entries into registers and registers into rows, a batch at a time, inside a transaction.

The table `orphan` says which rows stand without a parent, so that nobody needs to look through all rows for
them: it holds (parent, row) once for each such row, with the first of its parents that is missing, 0 where
none is named. It follows from the projected tables, and the projector keeps it in step with them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import Any, NamedTuple

import msgspec
import peewee

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.journal import entry_id, is_key
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, adding, adding_missing, any_of, count
from trainer_app.store.base.judging import ADD_TO_REGISTRY, Arrived, EntryJudge, Verdict
from trainer_app.store.base.models import (
    MODELS,
    AwaitedRow,
    ContradictionRow,
    HeadRow,
    JournalRow,
    OrphanRow,
    RegistryRow,
    TableModel,
)
from trainer_app.store.base.object_ids import EntityKey, NewObjectIds, ObjectIds
from trainer_app.store.base.registers import ObjectState, Stored, Values, read_registers
from trainer_app.store.base.rows import drop_row, put_row

PARENTS: Mapping[str, Mapping[str, str]] = {
    entity: {column: str(described.fields[column].target) for column in described.parents}
    for entity, described in ENTITIES.items()
}
"""Entity -> column -> entity of the parent."""
_CARRYING = frozenset(chain.from_iterable(parents.values() for parents in PARENTS.values()))
_CHILDREN = tuple(entity for entity, parents in PARENTS.items() if parents)


def _missing(entity: str, *, some: bool) -> peewee.ModelSelect:
    """Return the query that gives (parent, row) of those that lack a parent; of some rows, or of all."""
    t = MODELS[entity].alias("t")
    absent: list[tuple[peewee.Expression, peewee.Node]] = []
    joined: list[tuple[TableModel, peewee.Node]] = []
    for column, parent in PARENTS[entity].items():
        table, pointer = MODELS[parent].alias(f"p_{column}"), getattr(t, column)
        absent.append((table.id.is_null(), peewee.fn.coalesce(pointer, 0)))
        joined.append((table, table.id == pointer))
    query: peewee.ModelSelect = t.select(peewee.Case(None, absent), t.id)
    for table, condition in joined:
        query = query.left_outer_join(table, on=condition)
    query = query.where(reduce(or_, (none for none, _ in absent)))
    return query.where(t.id.in_(any_of(NUMBERS))) if some else query


@cache
def _all_missing(entity: str) -> Statement:
    return Statement(lambda: _missing(entity, some=False))


@cache
def _keep_missing(entity: str) -> Statement:
    """Return the statement that keeps those of some rows that lack a parent."""
    columns = [OrphanRow.parent, OrphanRow.object]
    return Statement(lambda: OrphanRow.insert_from(_missing(entity, some=True), columns).on_conflict_ignore())


@cache
def _hanging_on(entity: str, column: str) -> Statement:
    model = MODELS[entity]
    return Statement(lambda: model.select(model.id).where(getattr(model, column).in_(any_of(NUMBERS))))


@cache
def _there(entity: str) -> Statement:
    """Return the statement that tells which of some rows are there."""
    model = MODELS[entity]
    return Statement(lambda: model.select(model.id).where(model.id.in_(any_of(NUMBERS))))


_WHAT_IS_HELD = Statement(
    lambda: peewee.Select(
        columns=[
            count(JournalRow),
            *(peewee.fn.EXISTS(MODELS[entity].select(peewee.SQL("1"))) for entity in ENTITIES),
        ]
    )
)
_ADD_ORPHAN = adding_missing(OrphanRow.parent, OrphanRow.object)
_SMALL = 2_000
"""Entries of a journal of which all may be held at once."""
_ANY_ORPHAN = Statement(lambda: OrphanRow.select(peewee.SQL("1")).limit(1))
_WAITING_FOR = Statement(
    lambda: OrphanRow.select(OrphanRow.object).where(OrphanRow.parent.in_(any_of(NUMBERS)))
)
_DROP_WAITING_FOR = Statement(lambda: OrphanRow.delete().where(OrphanRow.parent.in_(any_of(NUMBERS))))
_DROP_ORPHANS = Statement(lambda: OrphanRow.delete().where(OrphanRow.object.in_(any_of(NUMBERS))))


class ParentLinks:
    """What a batch of rows changes between parents and children; gathered, then kept in the table.

    `made` are rows that were not shown before, `moved` those whose parents changed, `gone` those shown no
    more; by entity. `fresh` are rows made that nothing was known of, with their parents, column by column:
    most of an import. `needed` are the parents that rows made name.
    """

    def __init__(self) -> None:
        self.made: dict[str, list[int]] = {}
        self.moved: dict[str, list[int]] = {}
        self.gone: dict[str, list[int]] = {}
        self.fresh: dict[str, list[tuple[Sequence[int], list[Sequence[int | None]]]]] = {}
        self.needed: dict[str, set[int]] = {}
        self._nameless = False

    def make(
        self,
        entity: str,
        numbers: Sequence[int],
        columns: Mapping[str, Sequence[int | None]],
        *,
        fresh: bool = False,
    ) -> None:
        """Note rows that are new in their table, by the columns that point to others; None: to none."""
        self.made.setdefault(entity, []).extend(numbers)
        blank = [None] * len(numbers)
        parents = [columns.get(column, blank) for column in PARENTS[entity]]
        for target, named in zip(PARENTS[entity].values(), map(set, parents), strict=True):
            self._nameless |= None in named
            self.needed.setdefault(target, set()).update(each for each in named if each is not None)
        if fresh and parents:
            self.fresh.setdefault(entity, []).append((numbers, parents))

    def change(self, entity: str, number: int, fields: Collection[str]) -> None:
        """Note that some fields of a row have changed."""
        if not PARENTS.get(entity, {}).keys().isdisjoint(fields):
            self.moved.setdefault(entity, []).append(number)

    def keep(self, database: Database) -> None:
        """Bring the table up to date, when all rows are written. Use inside the transaction."""
        if self.moved or self.gone:
            _look_again(database, self._to_look_at(database))
        if arrived := {entity: self.made[entity] for entity in _CARRYING & self.made.keys()}:
            _let_go(database, arrived)
        absent = {entity: _absent(database, entity, needed) for entity, needed in self.needed.items()}
        if self._nameless or any(absent.values()):
            for entity in self.made.keys() & set(_CHILDREN):
                new = {number for numbers, _ in self.fresh.get(entity, ()) for number in numbers}
                if known := [number for number in self.made[entity] if number not in new]:
                    _look_at(database, entity, known)
            database.run_many(_ADD_ORPHAN, list(self._fresh_orphans(absent)))

    def _fresh_orphans(self, absent: Mapping[str, Collection[int]]) -> Iterator[tuple[int, int]]:
        """Yield (parent, row) of the rows that nothing was known of and that lack a parent."""
        for entity, blocks in self.fresh.items():
            lacking = [{None, *absent[target]} for target in PARENTS[entity].values()]
            for numbers, columns in blocks:
                for number, *parents in zip(numbers, *columns, strict=True):
                    for parent, missing in zip(parents, lacking, strict=True):
                        if parent in missing:
                            yield parent or 0, number
                            break

    def _to_look_at(self, database: Database) -> dict[str, set[int]]:
        """Return the rows that may lack a parent now, by entity, with those that hang on some that are gone.

        Most links have no index; deleting is rare.
        """
        found: dict[str, set[int]] = {}
        for entity, numbers in chain(self.moved.items(), self.gone.items()):
            found.setdefault(entity, set()).update(numbers)
        for entity, parents in PARENTS.items():
            for column, parent in parents.items():
                if gone := self.gone.get(parent):
                    hanging = database.select(_hanging_on(entity, column), gone)
                    found.setdefault(entity, set()).update(number for (number,) in hanging)
        return found


class Held(NamedTuple):
    """What a database holds: how many entries, the entities of which any row is there, how rows are read.

    Most offices have no row of many entities, and each costs a question.
    """

    entries: int
    entities: list[str]
    read: Callable[..., Iterable[tuple[Any, ...]]]


def look_over(database: Database) -> Held:
    """Ask what is held. Rows of a small journal's tables are read at once from a server, else one by one.

    It is asked four times for rows that it holds until they are wanted, and plans each such question anew:
    that is most of what a check takes there.
    """
    entries, *found = database.select(_WHAT_IS_HELD)[0]
    there = [entity for entity, any_row in zip(ENTITIES, found, strict=True) if any_row]
    small = database.on_server and entries <= _SMALL
    return Held(entries, there, database.select if small else database.stream)


def find_orphans(held: Held) -> set[tuple[int, int]]:
    """Return what the table must hold, from all rows: for the check of it."""
    children = [entity for entity in held.entities if entity in _CHILDREN]
    return {(parent, child) for entity in children for parent, child in held.read(_all_missing(entity))}


def _let_go(database: Database, arrived: Mapping[str, Collection[int]]) -> None:
    """Look again at those that waited for rows that are there now, by entity."""
    if not database.select(_ANY_ORPHAN):
        return
    parents = [number for numbers in arrived.values() for number in numbers]
    if waited := [number for (number,) in database.select(_WAITING_FOR, parents)]:
        database.run(_DROP_WAITING_FOR, parents)
        for entity in _CHILDREN:
            if not arrived.keys().isdisjoint(PARENTS[entity].values()):
                _look_at(database, entity, waited)


def _look_again(database: Database, rows: Mapping[str, Collection[int]]) -> None:
    """Look at rows, by entity, whatever was kept of them."""
    database.run(_DROP_ORPHANS, [number for numbers in rows.values() for number in numbers])
    for entity in _CHILDREN:
        if numbers := rows.get(entity):
            _look_at(database, entity, list(numbers))


def _look_at(database: Database, entity: str, numbers: Collection[int]) -> None:
    """Keep those rows of an entity that lack a parent."""
    database.run(_keep_missing(entity), numbers)


def _absent(database: Database, entity: str, numbers: set[int]) -> set[int]:
    """Return which of these parents are not there."""
    return numbers.difference(number for (number,) in database.select(_there(entity), list(numbers)))


type Touched = dict[EntityKey, frozenset[str]]
_UNSORTED = 200_000
"""New rows whose numbers may wait for one sorted entry into the lookup."""


class _Column(NamedTuple):
    """Type of what fits (as `Field.fits` says), entity pointed to, bounds of numbers."""

    type: type
    target: str | None
    least: int
    most: int

    def fits(self, value: object) -> bool:
        """Tell whether a value that is no blank is shown."""
        if type(value) is not self.type:
            return False
        return type(value) is not int or self.least <= value <= self.most

    def shown(self, values: list[Any]) -> list[Any]:
        """Return a column of values as its table shows it: blanks for what does not fit."""
        if {*map(type, values)} != {self.type} or (
            self.type is int and not (self.least <= min(values) and max(values) <= self.most)
        ):
            values = [value if self.fits(value) else None for value in values]
        if self.type is list:
            return [None if value is None else _json(value) for value in values]
        return values


_COLUMNS: Mapping[str, Mapping[str, _Column]] = {
    entity: {
        name: _Column(field.value_type, field.target, field.least, field.most)
        for name, field in found.fields.items()
    }
    for entity, found in schema.ENTITIES.items()
}
type _Shape = tuple[str, bool, tuple[str, ...]]
"""What rows of a table set: the entity, whether nothing was known of them, and the fields in their order."""
_CLEAN = frozenset[str]()


_MOVE_HEAD = Statement(lambda: RegistryRow.update({RegistryRow.head: VALUE}).where(RegistryRow.id == VALUE))
_ADD_HEAD = adding(HeadRow.object, HeadRow.entry, HeadRow.fields)
_ADD_AWAITED = adding(AwaitedRow.object, AwaitedRow.field, AwaitedRow.hash)
_ADD_CONTRADICTION = adding(ContradictionRow.object, ContradictionRow.field)
_DROPS = {
    "head": Statement(lambda: HeadRow.delete().where(HeadRow.object == VALUE)),
    "awaited": Statement(lambda: AwaitedRow.delete().where(AwaitedRow.object == VALUE)),
    "contradiction": Statement(lambda: ContradictionRow.delete().where(ContradictionRow.object == VALUE)),
}


class _Lines:
    """Lines to be written to the tables, gathered over a batch."""

    def __init__(self, fresh: NewObjectIds) -> None:
        self._fresh = fresh
        self.named: list[Values] = []
        self.moved: list[Values] = []
        self.dropped: dict[str, list[Values]] = {"head": [], "awaited": [], "contradiction": []}
        self.heads: list[Values] = []
        self.awaited: list[Values] = []
        self.contradictions: list[Values] = []
        self.rows: dict[_Shape, tuple[list[int], list[Mapping[str, Any]]]] = {}
        self.changes: list[tuple[int, str, Mapping[str, Any]]] = []
        self.gone: list[tuple[int, str]] = []

    def tables(self) -> set[str]:
        """Return the names of the tables that rows or decisions are written to."""
        rows = {entity for entity, *_ in self.rows}
        rows |= {entity for _, entity, _ in self.changes} | {entity for _, entity in self.gone}
        return rows | {"contradiction"} if self.contradictions or self.dropped["contradiction"] else rows

    def registry(self) -> list[Values]:
        """Return the lines of the rows that are new, and of those that they name."""
        return [*self._fresh.lines(), *self.named]

    def add(self, number: int, entity: str, row: Mapping[str, Any], *, fresh: bool) -> None:
        """Gather a row that is not shown yet; a `fresh` one has its number since this batch alone."""
        shape = (entity, fresh, tuple(row))
        found = self.rows.get(shape)
        if found is None:
            found = self.rows[shape] = [], []
        found[0].append(number)
        found[1].append(row)

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
            self.add(state.number, state.entity, row, fresh=state.number in self._fresh)
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
        self.judge = EntryJudge(database, self._registry)

    def forget(self) -> None:
        """Drop what is remembered between batches: after a transaction that was rolled back."""
        self._registry.forget()
        self.judge.forget()

    def know_kinds(self, entities: Iterable[str]) -> None:
        """Give every entity its number, in a transaction of its own if any has none yet."""
        self._registry.know_kinds(entities)

    def flush(self) -> None:
        """Finish what batches left for the end: the lookup of new rows, in the order of its index."""
        self._registry.flush()

    def tidy(self) -> None:
        """Put the tables in order after an import, so that the next one costs no more than this one."""
        self._registry.tidy()

    def hold(self, objects: Iterable[EntityKey]) -> None:
        """Let nobody else write these rows before the transaction is over, where others write beside."""
        if self._database.on_server:
            self._database.hold(list(self._registry.find(objects).values()))

    def look_again(self, objects: Collection[EntityKey]) -> None:
        """Look again at what follows of rows that others wrote beside this, now that both are seen."""
        numbers: dict[str, list[int]] = {}
        for (entity, _), number in self._registry.find(objects).items():
            numbers.setdefault(entity, []).append(number)
        kin = ParentLinks()
        kin.gone = {entity: found for entity, found in numbers.items() if entity in _COLUMNS}
        kin.made = dict(kin.gone)
        kin.keep(self._database)
        self.judge.forget()
        self.fold_late(Verdict([], [], [], set(objects)))
        self.flush()

    def load(self, objects: Iterable[EntityKey]) -> dict[EntityKey, ObjectState]:
        """Return the registers of rows; empty ones for rows that are unknown. Changes nothing."""
        wanted = list(dict.fromkeys(objects))
        numbers = self._registry.find(wanted)
        states = {place: self._state(numbers.get(place, 0), place) for place in wanted}
        read_registers(self._database, [state for state in states.values() if state.number])
        return states

    def _state(self, number: int, place: EntityKey) -> ObjectState:
        return ObjectState(number, *place, authority=self.judge.authority)

    def apply(self, batch: Sequence[Arrived], folded: set[int] | None = None) -> Touched:
        """Fold the entries that count into the tables; return each touched row with its contradictions.

        So are earlier ones that count by now. `folded` is for making all tables anew: the numbers of rows
        that are in them again, to which this batch's are added. Call `flush` when all batches are in.
        """
        if self.judge.authority is None:
            return self._fold(batch, folded)
        verdict = self.judge.sort_out(batch)
        # Rows that only a proposal is about are told too: whoever was erased may be named in it.
        touched: Touched = {(entry.e, entry.k): _CLEAN for _, _, entry in verdict.proposals if not entry.x}
        touched |= self._fold(verdict.counted, folded)
        self.judge.keep(verdict)
        touched.update(self.fold_late(verdict, folded))
        return touched

    def fold_late(self, verdict: Verdict, folded: set[int] | None = None) -> Touched:
        """Fold the proposals that count by what a verdict learnt."""
        touched: Touched = {}
        while verdict.learnt or verdict.told:
            verdict = self.judge.late(verdict)
            touched.update(self._fold([one for one in verdict.counted if not one[2].erased], folded))
        return touched

    def fold_late_of(self, authors: Collection[str]) -> Touched:
        """Fold the proposals that count since these authors came into the office's list."""
        verdict = self.judge.late_of(authors)
        touched = self._fold([one for one in verdict.counted if not one[2].erased])
        return touched | self.fold_late(verdict)

    def _fold(self, batch: Sequence[Arrived], folded: set[int] | None = None) -> Touched:
        single, several = _by_row(batch)
        numbers, fresh = self._registry.number([*single, *several])
        if self._database.on_server:
            self._database.hold([number for number in numbers.values() if number not in fresh])
        lines = _Lines(fresh)
        touched: Touched = dict.fromkeys(single, _CLEAN)
        first, heads = fresh.first, fresh.heads
        for place, arrived in single.items():
            number = numbers[place]
            blank = number >= first or (folded is not None and number not in folded)
            row = merging.alone(arrived[2]) if blank else None
            if row is None:
                several[place] = [arrived]
                continue
            # Most of an import: a row seen for the first time, by one entry. No registers are needed.
            if number >= first:
                heads[number - first] = arrived[0]
            else:
                lines.moved.append((arrived[0], number))
            lines.add(number, place[0], row, fresh=number >= first)
        if folded is not None:
            folded.update(numbers.values())
        states = {place: self._state(numbers[place], place) for place in several}
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
        numbers, fresh = self._registry.number([(state.entity, state.key) for state in changed])
        lines = _Lines(fresh)
        touched: Touched = {}
        for state in changed:
            state.number = numbers[state.entity, state.key]
            touched[state.entity, state.key] = lines.put_state(state)
        self._write(lines)
        return touched

    def _write(self, lines: _Lines) -> None:
        kin = ParentLinks()
        tables = self._table_lines(lines, kin)
        self._database.note_written(lines.tables())
        in_turn: Iterable[tuple[Statement, Sequence[Sequence[object]]]] = (
            (ADD_TO_REGISTRY, lines.registry()),
            (_MOVE_HEAD, lines.moved),
            *((_DROPS[table], dropped) for table, dropped in lines.dropped.items()),
            (_ADD_HEAD, lines.heads),
            (_ADD_AWAITED, lines.awaited),
            (_ADD_CONTRADICTION, lines.contradictions),
            *tables.items(),
        )
        for statement, found in in_turn:
            if found:
                self._database.run_many(statement, found)
        for number, entity in lines.gone:
            if entity in _COLUMNS:
                self._database.run(drop_row(entity), number)
                kin.gone.setdefault(entity, []).append(number)
        kin.keep(self._database)

    def _table_lines(self, lines: _Lines, kin: ParentLinks) -> dict[Statement, list[Sequence[object]]]:
        """Return statement -> lines for the entities' tables, giving numbers to rows that are pointed to."""
        tables: dict[Statement, list[Sequence[object]]] = {}
        pointers: dict[EntityKey, list[tuple[list[object], int]]] = {}
        for number, entity, row in lines.changes:
            self._change(number, entity, row, tables, pointers)
            kin.change(entity, number, row)
        made = [(*shape, *rows) for shape, rows in lines.rows.items() if shape[0] in _COLUMNS]
        columns = [_shown(entity, names, rows) for entity, _, names, _, rows in made]
        named: dict[EntityKey, None] = dict.fromkeys(pointers)
        for (entity, *_), shown in zip(made, columns, strict=True):
            for name, values in shown.items():
                if (target := _COLUMNS[entity][name].target) is not None:
                    named.update(dict.fromkeys((target, key) for key in dict.fromkeys(values) if key))
        numbers, fresh = self._registry.number([place for place in named if is_key(place[1])])
        lines.named = fresh.lines()
        by_target: dict[str, dict[object, int]] = {}
        for (target, key), number in numbers.items():
            by_target.setdefault(target, {})[key] = number
        for (entity, fresh_rows, _, own, _), shown in zip(made, columns, strict=True):
            for name in shown:
                if (target := _COLUMNS[entity][name].target) is not None:
                    shown[name] = [*map(by_target.get(target, {}).get, shown[name])]
            kin.make(entity, own, shown, fresh=fresh_rows)
            statement = put_row(entity, tuple(shown), fresh=fresh_rows)
            tables.setdefault(statement, []).extend(zip(own, *shown.values(), strict=True))
        for place, changed in pointers.items():
            for line, at in changed:
                line[at] = numbers.get(place)
        return tables

    def _change(
        self,
        number: int,
        entity: str,
        row: Mapping[str, Any],
        tables: dict[Statement, list[Sequence[object]]],
        pointers: dict[EntityKey, list[tuple[list[object], int]]],
    ) -> None:
        """Add the line that changes some fields of a row; the others, and their indexes, are left alone."""
        columns = _COLUMNS.get(entity, {})
        names = [name for name in columns if name in row]
        line: list[object] = []
        for at, name in enumerate(names):
            value, column = row[name], columns[name]
            fits = column.fits(value)
            if fits and column.target is not None:
                pointers.setdefault((column.target, str(value)), []).append((line, at))
            line.append((_json(value) if column.type is list else value) if fits else None)
        if names:
            line.append(number)
            tables.setdefault(_update(entity, tuple(names)), []).append(line)


def _shown(entity: str, names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return the columns of rows that set the same fields, in the order of their table.

    A column at a time: an import asks of every value whether it fits. Keys stand there yet, not numbers.
    """
    return {
        name: column.shown([row[name] for row in rows])
        for name, column in _COLUMNS[entity].items()
        if name in names
    }


@cache
def _update(entity: str, names: tuple[str, ...]) -> Statement:
    """Return the statement that sets some fields of a row, in the order in which its table has them."""
    model = MODELS[entity]
    return Statement(
        lambda: model.update({getattr(model, name): VALUE for name in names}).where(model.id == VALUE)
    )


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
