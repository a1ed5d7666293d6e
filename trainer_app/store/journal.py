"""Writes journal entries: the one way by which anything a person does gets into the database.

`record` writes what a person did on this laptop, in one transaction that holds the entries, the rows
that they change and the step by which it can be undone. What others wrote comes in by `receiving`.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import msgspec

from trainer_app.domain import merging, schema
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Entry, Value, decode_entry, encode_entry, entry_id
from trainer_app.domain.schema import DELETED
from trainer_app.store.database import Database
from trainer_app.store.projection import ObjectState, Projector, Stored

NUMBER_BITS = 40
_ANONYMOUS = ("feedback",)
"""Entities that carry no user and no time finer than the day."""


@dataclass(frozen=True)
class Write:
    """Fields to set in one row; `delete` takes the row away, or with False brings it back."""

    entity: str
    key: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    delete: bool | None = None


class Journal:
    """The journal of one open database.

    `replica` is this laptop's id (32 hex digits). `clock` gives wall milliseconds. `committed` is told
    the number of the last own entry after each transaction, for the sidecar that finds clones.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        committed: Callable[[str, int], None],
    ) -> None:
        self.database = database
        self.projector = Projector(database)
        self.user = ""
        self._clock = clock
        self._committed = committed
        self._replicas: dict[tuple[str, int], int] = {}
        self.replica = ""
        self.number = 0
        self._last: tuple[int, int] = (0, 0)
        self.reload()

    def reload(self) -> None:
        """Read again which replica writes and how far it has come: at start, after a roll-back."""
        self.projector.forget()
        self._replicas = {
            (str(name), int(str(branch))): int(str(number))
            for number, name, branch in self.database.rows("SELECT id, name, branch FROM replica")
        }
        own = self.database.rows("SELECT name FROM replica WHERE own = 1 ORDER BY id DESC LIMIT 1")
        self.replica = str(own[0][0]) if own else ""
        self.number, self._last = self._last_of(self.replica) if own else (0, (0, 0))

    def _last_of(self, replica: str) -> tuple[int, tuple[int, int]]:
        base = self._replicas[replica, 0] << NUMBER_BITS
        found = self.database.rows(
            "SELECT id, line FROM entry WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1",
            base,
            base + (1 << NUMBER_BITS) - 1,
        )
        if not found:
            return 0, (0, 0)
        number, line = found[0]
        return int(str(number)) - base, decode_entry(line_bytes(line)).t

    def take_new_replica(self) -> str:
        """Go on under a new replica id, numbers from 1: after a clone, a restore, or at first start."""
        with self.database.write():
            self.add_replica(os.urandom(16).hex(), 0, own=True)
        self.reload()
        self._committed(self.replica, self.number)
        return self.replica

    def own_replicas(self) -> list[str]:
        """Return every id under which this laptop has written, the first one first."""
        rows = self.database.rows("SELECT name FROM replica WHERE own = 1 AND branch = 0 ORDER BY id")
        return [str(name) for (name,) in rows]

    def replica_number(self, name: str, branch: int) -> int:
        """Return the number of a replica, or of a branch of one that was cloned."""
        found = self._replicas.get((name, branch))
        return self.add_replica(name, branch) if found is None else found

    def add_replica(self, name: str, branch: int, *, own: bool = False) -> int:
        """Give a replica a number. Use inside `Database.write`."""
        self.database.run("INSERT INTO replica (name, branch, own) VALUES (?, ?, ?)", name, branch, int(own))
        number = int(str(self.database.rows("SELECT last_insert_rowid()")[0][0]))
        self._replicas[name, branch] = number
        return number

    # Own writing

    def record(self, label: Label, writes: Sequence[Write], *, key: str | None = None) -> Changes:
        """Write one step: entries, rows and the way back, in one transaction.

        Fields that hold the value already are left out; if nothing remains, `step` is None. `key` is
        handed through for whoever wants to know what was created. Raises disk.full and its like, and
        then nothing was written.
        """
        with self.transaction():
            return self.record_step(label, "do", None, writes, key=key)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one transaction; if it fails, forget what memory held beyond the disk."""
        try:
            with self.database.write():
                yield
        except BaseException:
            self.reload()
            raise
        if not self.database.in_transaction():
            self._committed(self.replica, self.number)

    def record_step(
        self,
        label: Label,
        kind: str,
        inverts: int | None,
        writes: Sequence[Write],
        *,
        key: str | None = None,
    ) -> Changes:
        """Write a step of a kind (do, undo, redo). Use inside `transaction`."""
        states = self.projector.load((write.entity, write.key) for write in writes)
        batch: list[Stored] = []
        undo: list[tuple[int, bool, str]] = []
        for write in writes:
            state = states[write.entity, write.key]
            prepared = self._prepare(write, state)
            if prepared is not None:
                stored, created, before = prepared
                batch.append(stored)
                undo.append((stored.number, created, before))
                state.add(stored)
        if not batch:
            return Changes(label, None, frozenset(), key)
        self.projector.apply(batch)
        step = self._add_step(label, kind, inverts, undo)
        touched = frozenset((stored.entry.e, stored.entry.k) for stored in batch)
        return Changes(label, step, touched, key)

    def _prepare(self, write: Write, state: ObjectState) -> tuple[Stored, bool, str] | None:
        """Make and store the entry of one write; None if it would change nothing."""
        row = state.outcome().row
        fields: dict[str, Value] = {
            name: value for name, value in write.fields.items() if not self._holds(state, row, name, value)
        }
        together = _together(write.entity)
        if any(name in fields for name in together):
            fields.update((name, write.fields[name]) for name in together if name in write.fields)
        existed = any(register.heads for register in state.registers.values())
        if write.delete is not None and (write.delete != (row is None) or write.delete is False):
            fields[DELETED] = write.delete
        elif existed and row is None and fields and write.delete is None:
            fields[DELETED] = False
        if not fields or (write.delete is True and row is None):
            return None
        before = {name: _shown(write.entity, state, name) for name in fields}
        stored = self._append(write, fields, state)
        return stored, not existed, msgspec.json.encode(before).decode()

    def _holds(self, state: ObjectState, row: merging.Row | None, name: str, value: Value) -> bool:
        register = state.registers.get(name)
        heads = list(register.heads.values()) if register else []
        if not heads:
            return value is None
        return row is not None and len(heads) == 1 and _same(heads[0].value, value)

    def _append(self, write: Write, fields: dict[str, Value], state: ObjectState) -> Stored:
        names = state.registers if DELETED in fields else fields
        replaced = {name: ids for name in names if (ids := state.head_ids(name))}
        times = [
            head.time
            for name in fields
            for head in (state.registers[name].heads.values() if name in state.registers else ())
        ]
        anonymous = write.entity in _ANONYMOUS
        wall = self._clock()
        self._last = merging.next_time(wall - wall % 86_400_000 if anonymous else wall, self._last, times)
        entry = Entry(
            r=self.replica,
            n=self.number + 1,
            t=self._last,
            v=schema.VERSION,
            u="" if anonymous else self.user,
            e=write.entity,
            k=write.key,
            s=fields,
            w=replaced,
            z=os.urandom(8).hex() if _is_personal(write.entity, fields) else "",
        )
        line = encode_entry(entry)
        number = self._replicas[self.replica, 0] << NUMBER_BITS | entry.n
        self.database.run("INSERT INTO entry (id, line) VALUES (?, ?)", number, line)
        self.number = entry.n
        return Stored(number, entry_id(line), entry)

    def _add_step(
        self, label: Label, kind: str, inverts: int | None, undo: list[tuple[int, bool, str]]
    ) -> int:
        text = msgspec.json.encode({"code": label.code, "values": _plain(label.values)}).decode()
        self.database.run(
            "INSERT INTO step (label, at, kind, inverts) VALUES (?, ?, ?, ?)",
            text,
            self._clock(),
            kind,
            inverts,
        )
        step = int(str(self.database.rows("SELECT last_insert_rowid()")[0][0]))
        self.database.run_many(
            "INSERT INTO step_entry (step, entry, created, before) VALUES (?, ?, ?, ?)",
            [(step, number, int(created), before) for number, created, before in undo],
        )
        return step


def line_bytes(value: object) -> bytes:
    """Return a line read from the journal; anything but bytes means a damaged file."""
    if not isinstance(value, bytes):
        raise TrainerError("database.damaged")
    return value


def _shown(entity: str, state: ObjectState, name: str) -> Value:
    register = state.registers.get(name)
    if register is None or not register.heads:
        return None
    value: Value = merging.winner(register.heads.values(), schema.policy_of(entity, name)).value
    return value


def _together(entity: str) -> tuple[str, ...]:
    found = schema.ENTITIES.get(entity)
    return found.together if found else ()


def _same(left: object, right: object) -> bool:
    return left == right and type(left) is type(right)


def _is_personal(entity: str, fields: Iterable[str]) -> bool:
    described = (schema.field_of(entity, name) for name in fields)
    return any(found is not None and found.personal for found in described)


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """Turn a label's values into JSON: numbers and texts stay, a label becomes an object."""
    plain: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, Label):
            plain[name] = {"code": value.code, "values": _plain(value.values)}
        else:
            plain[name] = value if isinstance(value, int) else str(value)
    return plain
