"""Proves that the tables are what the journal says: rebuilds every row apart and compares."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from trainer_app.domain import merging, schema
from trainer_app.domain.journal import BadEntry, decode_entry, entry_id
from trainer_app.domain.merging import Row, World
from trainer_app.domain.schema import ENTITIES, Kind
from trainer_app.store.journal import NUMBER_BITS, Journal, line_bytes
from trainer_app.store.projection import Stored, key_text
from trainer_app.store.receiving import CHUNK
from trainer_app.store.tables import PROJECTION

type Shown = tuple[str, str, Row, frozenset[str]]
_DERIVED = ("object", "head", "awaited", "contradiction", *PROJECTION)


@dataclass(frozen=True)
class Integrity:
    """Result of a check. `problems` are short codes with ids, never names."""

    digest: str
    entries: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything agrees."""
        return not self.problems


def shown_rows(journal: Journal) -> Iterator[Shown]:
    """Yield every row that the tables hold: entity, key, fields, contradictions."""
    database = journal.database
    keys = {
        int(str(number)): key_text(_raw(key)) for number, key in database.rows("SELECT id, key FROM object")
    }
    waiting: dict[int, set[str]] = {}
    for number, name in database.rows("SELECT object, field FROM contradiction"):
        waiting.setdefault(int(str(number)), set()).add(str(name))
    for entity in PROJECTION:
        fields = ENTITIES[entity].fields
        columns = ", ".join(f'"{name}"' for name in fields)
        for number, *values in database.execute_sql(f'SELECT id, {columns} FROM "{entity}"'):
            row = {
                name: _value(described.kind, value, keys)
                for (name, described), value in zip(fields.items(), values, strict=True)
                if value is not None
            }
            yield entity, keys[number], row, frozenset(waiting.get(number, ()))


def digest_of(journal: Journal) -> str:
    """Return the digest of everything shown; equal digests show the same."""
    return merging.digest(shown_rows(journal))


def check_integrity(journal: Journal) -> Integrity:
    """Rebuild all rows from the journal in memory and compare them with the tables."""
    problems = [f"sqlite: {text}" for (text,) in journal.database.rows("PRAGMA quick_check") if text != "ok"]
    cipher = journal.database.rows("PRAGMA cipher_integrity_check")
    problems += [f"cipher: {text}" for (text,) in cipher]
    world = World()
    entries = 0
    for number, raw in journal.database.execute_sql("SELECT id, line FROM entry"):
        entries += 1
        try:
            world.add(line_bytes(raw))
        except BadEntry as problem:
            problems.append(f"entry {number >> NUMBER_BITS}/{number & (1 << NUMBER_BITS) - 1}: {problem}")
    expected = {
        (entity, key): (schema.project(entity, outcome.row or {}), outcome.contradictions)
        for (entity, key), outcome in world.state().items()
        if entity in ENTITIES
    }
    rows = list(shown_rows(journal))
    actual = {(entity, key): (row, waiting) for entity, key, row, waiting in rows}
    for place in sorted(expected.keys() | actual.keys()):
        if expected.get(place) != actual.get(place):
            problems.append(f"row differs from the journal: {place[0]} {place[1]}")
    return Integrity(merging.digest(rows), entries, tuple(problems))


def rebuild(journal: Journal) -> None:
    """Make all tables anew from the journal. Use inside `Journal.transaction`."""
    database = journal.database
    for table in _DERIVED:
        database.run(f'DELETE FROM "{table}"')
    journal.projector.forget()
    last = -1
    while True:
        rows = database.rows("SELECT id, line FROM entry WHERE id > ? ORDER BY id LIMIT ?", last, CHUNK)
        if not rows:
            return
        batch = [_stored(number, raw) for number, raw in rows]
        journal.projector.apply(batch)
        last = batch[-1].number


def _stored(number: object, raw: object) -> Stored:
    line = line_bytes(raw)
    return Stored(int(str(number)), entry_id(line), decode_entry(line))


def _raw(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _value(kind: Kind, value: object, keys: dict[int, str]) -> object:
    if kind is Kind.KEY:
        return keys[int(str(value))]
    if kind is Kind.FLAG:
        return bool(value)
    if kind is Kind.LIST:
        return msgspec.json.decode(str(value))
    return value
