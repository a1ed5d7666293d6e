"""What the tables hold of one row's registers: read from them, folded, and written back as their lines.

The rule itself is `domain.base.merging`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, cast

import peewee
from msgspec import Struct

from trainer_app.domain.base import merging
from trainer_app.domain.base.authority import Authority
from trainer_app.domain.base.journal import Entry, Time, entry_id
from trainer_app.domain.base.merging import Register
from trainer_app.domain.base.schema import read_entry
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of
from trainer_app.store.base.models import AwaitedRow, EntryRow, HeadRow, KindRow, RegistryRow, TableModel
from trainer_app.store.base.object_ids import key_text, line_bytes

type Values = tuple[object, ...]

_BLOCK = 250
type Query = peewee.ModelSelect[Any]
type PerRow = tuple[Statement, Statement]
"""A query for one row, and the same for many."""


def _per_row(query: Callable[[], Query], number: Callable[[], peewee.ColumnBase]) -> PerRow:
    """Return the statements of a query over rows whose number stands in a column."""
    one = Statement(lambda: query().where(number() == VALUE))
    return one, Statement(lambda: query().where(number().in_(any_of(NUMBERS))))


def _soles() -> Query:
    query = RegistryRow.select(RegistryRow.id, EntryRow.id, peewee.SQL("NULL"), EntryRow.line)
    return query.join(EntryRow, on=EntryRow.id == RegistryRow.head)


def _heads() -> Query:
    query = HeadRow.select(HeadRow.object, EntryRow.id, HeadRow.fields, EntryRow.line)
    return query.join(EntryRow, on=EntryRow.id == HeadRow.entry)


def _awaited() -> Query:
    return AwaitedRow.select(AwaitedRow.object, AwaitedRow.field, AwaitedRow.hash)


def _crowded() -> peewee.Query:
    """Ask for the heads of those rows of one kind in which more than so many stand beside each other."""
    inner: TableModel = HeadRow.alias("inner")
    crowded = inner.select(inner.object).join(RegistryRow, on=RegistryRow.id == inner.object)
    crowded = crowded.join(KindRow, on=KindRow.id == RegistryRow.kind).where(KindRow.name == VALUE)
    crowded = crowded.group_by(inner.object).having(peewee.fn.count(peewee.SQL("*")) > VALUE)
    query = HeadRow.select(RegistryRow.key, EntryRow.line).join(EntryRow, on=EntryRow.id == HeadRow.entry)
    query = query.join(RegistryRow, on=RegistryRow.id == HeadRow.object)
    return cast(peewee.Query, query.where(HeadRow.object.in_(crowded)))


_CROWDED = Statement(_crowded)


def entries_beside(database: Database, kind: str, most: int) -> dict[str, list[Entry]]:
    """Return the entries of rows in which more than `most` are heads, the earliest first, by the key."""
    found: dict[str, list[tuple[Time, bytes, Entry]]] = {}
    for raw, stored in database.select(_CROWDED, kind, most):
        line = line_bytes(stored)
        entry = read_entry(line)
        found.setdefault(key_text(bytes(raw)), []).append((entry.t, entry_id(line), entry))
    return {
        key: [entry for *_, entry in sorted(each, key=lambda one: one[:2])] for key, each in found.items()
    }


_SOLE = _per_row(_soles, lambda: RegistryRow.id)
_HEADS = _per_row(_heads, lambda: HeadRow.object)
_AWAITED = _per_row(_awaited, lambda: AwaitedRow.object)


class Stored(NamedTuple):
    """An entry with its number in the table `entry` and its id."""

    number: int
    id: bytes
    entry: Entry


class ObjectState(Struct):
    """What is known of one row while entries are folded. `number` is 0 for one that has none yet."""

    number: int
    entity: str
    key: str
    registers: dict[str, Register] = {}
    numbers: dict[bytes, Stored] = {}
    """Entry id to entry, for all that are or may become heads."""
    sole: int | None = None
    """What `registry.head` holds."""
    spread: bool = False
    """Whether there are lines in `head`."""
    waits: bool = False
    """Whether there are lines in `awaited`."""
    open: bool = False
    """Whether there are lines in `contradiction`."""
    shown: merging.RowValues | None = None
    """What the entity's table shows."""
    authority: Authority | None = None
    """Who may decide between values that never change."""
    resolved: merging.MergedRow | None = None
    """What `outcome` found, until another entry comes: it is asked for again and again."""

    def add(self, stored: Stored) -> None:
        """Fold one entry in."""
        self.resolved = None
        self.numbers[stored.id] = stored
        for name, head, replaces in merging.heads_of(stored.entry, stored.id, self.authority):
            register = self.registers.get(name)
            if register is None:
                register = self.registers[name] = Register()
            merging.take(register, head, replaces)

    def empty(self) -> None:
        """Forget all that is known of the row, so that whatever the tables hold of it is cleared."""
        self.registers, self.numbers, self.resolved, self.shown = {}, {}, None, None
        self.spread = self.waits = self.open = True

    def outcome(self) -> merging.MergedRow:
        """Return the row and its contradictions."""
        if self.resolved is None:
            self.resolved = merging.resolve(self.entity, self.registers)
        return self.resolved

    def heads(self, name: str) -> list[merging.RegisterHead]:
        """Return a field's heads."""
        found = self.registers.get(name)
        return list(found.heads.values()) if found else []

    def head_ids(self, name: str) -> list[str]:
        """Return the hexadecimal ids of a field's heads."""
        found = self.registers.get(name)
        return [head_id.hex() for head_id in found.heads] if found else []

    def head_lines(self) -> tuple[int | None, list[Values]]:
        """Return what `registry.head` and the table `head` must hold."""
        fields: dict[bytes, list[str]] = {}
        for name, register in self.registers.items():
            for head_id in register.heads:
                fields.setdefault(head_id, []).append(name)
        lines: list[tuple[int, int, str | None]] = []
        for head_id, names in fields.items():
            stored = self.numbers[head_id]
            whole = len(names) == len(stored.entry.s)
            lines.append((self.number, stored.number, None if whole else ",".join(sorted(names))))
        if len(lines) == 1 and lines[0][2] is None:
            return lines[0][1], []
        return None, [*lines]

    def awaited_lines(self) -> list[Values]:
        """Return what the table `awaited` must hold: one line for a field, with the ids one after another."""
        return [
            (self.number, name, b"".join(sorted(register.awaited)))
            for name, register in self.registers.items()
            if register.awaited
        ]

    def put_head(self, number: int, fields: str | None, line: bytes) -> None:
        """Take in a head as the tables hold it."""
        self.resolved = None
        own, entry = entry_id(line), read_entry(line)
        self.numbers[own] = Stored(number, own, entry)
        names = fields.split(",") if fields else None
        for name, head, _ in merging.heads_of(entry, own, self.authority):
            if names is None or name in names:
                register = self.registers.get(name)
                if register is None:
                    register = self.registers[name] = Register()
                register.heads[own] = head
        if fields is None and not self.spread:
            self.sole = number


def read_registers(database: Database, states: Sequence[ObjectState]) -> None:
    """Fill states, which have numbers, with what the tables hold of them."""
    by_number = {state.number: state for state in states}
    for number, name, missing in _select(database, _AWAITED, by_number):
        state = by_number[number]
        state.waits = True
        state.registers.setdefault(name, Register()).awaited.update(ids_in(bytes(missing)))
    for number, entry, fields, line in _select(database, _HEADS, by_number):
        by_number[number].spread = True
        by_number[number].put_head(entry, fields, line)
    for number, entry, fields, line in _select(database, _SOLE, by_number):
        by_number[number].put_head(entry, fields, line)
    for state in states:
        outcome = state.outcome()
        state.open, state.shown = bool(outcome.contradictions), outcome.row


_ID = 16


def ids_in(joined: bytes) -> Iterator[bytes]:
    """Yield the ids of entries that stand one after another in a value."""
    return (joined[start : start + _ID] for start in range(0, len(joined), _ID))


def _select(database: Database, query: PerRow, wanted: Iterable[int]) -> Iterator[tuple[Any, ...]]:
    one, many = query
    numbers = sorted(wanted)
    if len(numbers) <= 8:
        for number in numbers:
            yield from database.select(one, number)
        return
    for start in range(0, len(numbers), _BLOCK):
        yield from database.select(many, numbers[start : start + _BLOCK])
