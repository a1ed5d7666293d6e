"""Folds entries into registers and registers into rows, a batch at a time, inside a transaction.

The rule itself is `domain.merging`; here registers are loaded from tables, folded, and written back.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from trainer_app.domain import merging, schema
from trainer_app.domain.journal import Entry, decode_entry, entry_id
from trainer_app.domain.merging import Register
from trainer_app.store.database import Database
from trainer_app.store.tables import insert_row

_CACHED_OBJECTS = 200_000
_INSERTS = {entity: insert_row(entity) for entity in schema.ENTITIES}
_ALL = "*"


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry with its number in the table `entry` and its id."""

    number: int
    id: bytes
    entry: Entry


@dataclass(slots=True)
class ObjectState:
    """What is known of one row while a batch is folded."""

    number: int
    entity: str
    key: str
    fresh: bool
    registers: dict[str, Register] = field(default_factory=dict)
    numbers: dict[bytes, Stored] = field(default_factory=dict)
    """Entry id to entry, for all that are or may become heads."""

    def add(self, stored: Stored) -> None:
        """Fold one entry in."""
        self.numbers[stored.id] = stored
        for name, head, replaces in merging.heads_of(stored.entry, stored.id):
            merging.take(self.registers.setdefault(name, Register()), head, replaces)

    def outcome(self) -> merging.Outcome:
        """Return the row and its contradictions."""
        return merging.resolve(self.entity, self.registers)

    def head_ids(self, name: str) -> list[str]:
        """Return the hexadecimal ids of a field's heads."""
        found = self.registers.get(name)
        return [head_id.hex() for head_id in found.heads] if found else []

    def head_rows(self) -> list[tuple[object, ...]]:
        """Return the rows of the table `head`."""
        fields: dict[bytes, list[str]] = {}
        for name, register in self.registers.items():
            for head_id in register.heads:
                fields.setdefault(head_id, []).append(name)
        rows: list[tuple[object, ...]] = []
        for head_id, names in fields.items():
            stored = self.numbers[head_id]
            whole = len(names) == len(stored.entry.s)
            rows.append((self.number, stored.number, None if whole else ",".join(sorted(names))))
        return rows


class Projector:
    """Keeps the projected tables in step with the journal. Use inside `Database.write`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._objects: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """Drop what is remembered between batches: after a transaction that was rolled back."""
        self._objects.clear()

    def apply(self, batch: Sequence[Stored]) -> dict[tuple[str, str], frozenset[str]]:
        """Fold entries into the tables; return each touched row with its contradictions."""
        states = self.load((stored.entry.e, stored.entry.k) for stored in batch if not stored.entry.erased)
        for stored in batch:
            if not stored.entry.erased:
                states[stored.entry.e, stored.entry.k].add(stored)
        return self._save(states.values())

    def load(self, objects: Iterable[tuple[str, str]]) -> dict[tuple[str, str], ObjectState]:
        """Return the registers of rows, giving a number to rows that are new."""
        states: dict[tuple[str, str], ObjectState] = {}
        for entity, key in objects:
            if (entity, key) not in states:
                number, fresh = self.number_of(entity, key)
                states[entity, key] = ObjectState(number, entity, key, fresh)
        for state in states.values():
            if not state.fresh:
                self._load_registers(state)
        return states

    def _load_registers(self, state: ObjectState) -> None:
        cursor = self._database.cursor()
        found = cursor.execute(
            "SELECT head.entry, head.fields, entry.line FROM head "
            "JOIN entry ON entry.id = head.entry WHERE head.object = ?",
            (state.number,),
        ).fetchall()
        for number, fields, line in found:
            stored = Stored(number, entry_id(line), decode_entry(line))
            state.numbers[stored.id] = stored
            names = frozenset(fields.split(",")) if fields else None
            for name, head, _ in merging.heads_of(stored.entry, stored.id):
                if names is None or name in names:
                    state.registers.setdefault(name, Register()).heads[stored.id] = head
        for name, awaited in cursor.execute(
            "SELECT field, hash FROM awaited WHERE object = ?", (state.number,)
        ).fetchall():
            state.registers.setdefault(name, Register()).awaited.add(bytes(awaited))

    def number_of(self, entity: str, key: str) -> tuple[int, bool]:
        """Return a row's number, and whether it was given just now."""
        cached = self._objects.get((entity, key))
        if cached is not None:
            return cached, False
        raw = _key_bytes(key)
        cursor = self._database.cursor()
        found = cursor.execute("SELECT id FROM object WHERE key = ? AND entity = ?", (raw, entity)).fetchone()
        fresh = found is None
        if fresh:
            cursor.execute("INSERT INTO object (key, entity) VALUES (?, ?)", (raw, entity))
        number = int(cursor.lastrowid if found is None else found[0])
        if len(self._objects) >= _CACHED_OBJECTS:
            self._objects.clear()
        self._objects[entity, key] = number
        return number, fresh

    def _save(self, states: Iterable[ObjectState]) -> dict[tuple[str, str], frozenset[str]]:
        heads: list[tuple[object, ...]] = []
        awaited: list[tuple[object, ...]] = []
        contradictions: list[tuple[object, ...]] = []
        known: list[tuple[object, ...]] = []
        rows: dict[str, list[tuple[object, ...]]] = {}
        gone: dict[str, list[tuple[object, ...]]] = {}
        touched = {}
        for state in states:
            outcome = state.outcome()
            touched[state.entity, state.key] = outcome.contradictions
            if not state.fresh:
                known.append((state.number,))
            heads.extend(state.head_rows())
            for name, register in state.registers.items():
                awaited.extend((state.number, name, missing) for missing in register.awaited)
            contradictions.extend((state.number, name) for name in outcome.contradictions)
            if state.entity in schema.ENTITIES:
                if outcome.row is None:
                    gone.setdefault(state.entity, []).append((state.number,))
                else:
                    rows.setdefault(state.entity, []).append(self._columns(state, outcome.row))
        self._write(known, heads, awaited, contradictions)
        for entity, values in rows.items():
            self._database.run_many(_INSERTS[entity], values)
        for entity, values in gone.items():
            self._database.run_many(f'DELETE FROM "{entity}" WHERE id = ?', values)
        return touched

    def _write(
        self,
        known: list[tuple[object, ...]],
        heads: list[tuple[object, ...]],
        awaited: list[tuple[object, ...]],
        contradictions: list[tuple[object, ...]],
    ) -> None:
        for table in ("head", "awaited", "contradiction"):
            self._database.run_many(f"DELETE FROM {table} WHERE object = ?", known)
        self._database.run_many("INSERT INTO head VALUES (?, ?, ?)", heads)
        self._database.run_many("INSERT INTO awaited VALUES (?, ?, ?)", awaited)
        self._database.run_many("INSERT INTO contradiction VALUES (?, ?)", contradictions)

    def _columns(self, state: ObjectState, row: Mapping[str, object]) -> tuple[object, ...]:
        shown = schema.project(state.entity, row)
        values: list[object] = [state.number]
        for name, described in schema.ENTITIES[state.entity].fields.items():
            value = shown.get(name)
            if value is None:
                values.append(None)
            elif described.target is not None:
                values.append(self.number_of(described.target, str(value))[0])
            elif isinstance(value, list):
                values.append(msgspec.json.encode(value).decode())
            else:
                values.append(value)
        return tuple(values)


def _key_bytes(key: str) -> bytes:
    """Return 16 bytes for a UUID; a key of another form (a newer program's) goes in as it is."""
    try:
        return uuid.UUID(key).bytes
    except ValueError:
        return key.encode()


def key_text(raw: bytes) -> str:
    """Return a key from its bytes in the table `object`."""
    return str(uuid.UUID(bytes=bytes(raw))) if len(raw) == 16 else bytes(raw).decode()
