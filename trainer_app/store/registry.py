"""Gives every row of the journal, (entity, key), a small number by which all tables refer to it.

Numbers are never taken back, so what another connection remembers of them stays true. Finding a number
goes over the key's first 48 bits; the whole key is compared in `registry`.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence

from trainer_app.store.database import Database

type Object = tuple[str, str]
type Fresh = dict[int, tuple[bytes, int]]

_REMEMBERED = 100_000
_BLOCK = 250
_FIND = (
    "SELECT registry.id, registry.key, registry.kind FROM lookup "
    "JOIN registry ON registry.id = lookup.object WHERE lookup.short "
)
_FIND_ONE = _FIND + "= ?"
_FIND_BLOCK = _FIND + f"IN ({', '.join('?' * _BLOCK)})"


class Registry:
    """The numbers of rows. New ones are given inside a transaction; `forget` after one that failed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[Object, int] = {}
        self._waiting: dict[Object, int] = {}
        self._kinds: dict[str, int] = {}
        self._next = 0

    def forget(self) -> None:
        """Drop all that memory holds: after a roll-back, or when another connection has written."""
        self._known.clear()
        self._waiting.clear()
        self._kinds.clear()
        self._next = 0

    def find(self, objects: Iterable[Object]) -> dict[Object, int]:
        """Return the numbers of those rows that have one. Changes nothing."""
        found: dict[Object, int] = {}
        unknown: dict[tuple[bytes, int], Object] = {}
        for place in objects:
            number = self._known.get(place) or self._waiting.get(place)
            if number is not None:
                found[place] = number
            elif (kind := self._kind(place[0])) is not None:
                unknown[key_bytes(place[1]), kind] = place
        if len(self._known) + len(unknown) > _REMEMBERED:
            self._known.clear()
        for number, key, kind in self._rows(sorted({short_of(key) for key, _ in unknown})):
            matched = unknown.get((key, kind))
            if matched is not None:
                found[matched] = self._known[matched] = number
        return found

    def _rows(self, shorts: Sequence[int]) -> Iterator[tuple[int, bytes, int]]:
        if len(shorts) <= 8:
            for short in shorts:
                yield from self._database.select(_FIND_ONE, short)
            return
        for start in range(0, len(shorts), _BLOCK):
            block = list(shorts[start : start + _BLOCK])
            block += block[-1:] * (_BLOCK - len(block))
            yield from self._database.select(_FIND_BLOCK, *block)

    def number(self, objects: Iterable[Object]) -> tuple[dict[Object, int], Fresh]:
        """Return the numbers of all rows, and of new ones what their line in `registry` must hold.

        Whoever calls writes those lines, then `flush`. Use inside a transaction.
        """
        wanted = list(dict.fromkeys(objects))
        found = self.find(wanted)
        fresh: Fresh = {}
        if len(found) == len(wanted):
            return found, fresh
        if not self._next:
            self._next = self._database.select("SELECT coalesce(max(id), 0) FROM registry")[0][0] + 1
        for place in wanted:
            if place not in found:
                number, self._next = self._next, self._next + 1
                found[place] = self._waiting[place] = number
                fresh[number] = (key_bytes(place[1]), self._kind_number(place[0]))
        return found, fresh

    def flush(self, *, least: int = 1) -> None:
        """Make the new numbers findable, in the order of the index; not for fewer than `least`."""
        if len(self._waiting) < least:
            return
        rows = sorted((short_of(key_bytes(key)), number) for (_, key), number in self._waiting.items())
        self._database.run_many("INSERT INTO lookup (short, object) VALUES (?, ?)", rows)
        if len(self._known) + len(self._waiting) <= _REMEMBERED:
            self._known.update(self._waiting)
        self._waiting.clear()

    def _kind(self, entity: str) -> int | None:
        if not self._kinds:
            rows = self._database.select("SELECT id, name FROM kind")
            self._kinds = {str(name): number for number, name in rows}
        return self._kinds.get(entity)

    def _kind_number(self, entity: str) -> int:
        known = self._kind(entity)
        if known is None:
            known = self._kinds[entity] = self._database.insert("INSERT INTO kind (name) VALUES (?)", entity)
        return known


def find_number(database: Database, entity: str, key: str) -> int | None:
    """Return a row's number, or None: for reading, over any connection."""
    try:
        raw = uuid.UUID(key).bytes
    except ValueError:
        return None
    rows = database.select(
        _FIND_ONE + " AND registry.kind = (SELECT id FROM kind WHERE name = ?)", short_of(raw), entity
    )
    return next((number for number, found, _ in rows if found == raw), None)


def key_bytes(key: str) -> bytes:
    """Return a key's 16 bytes."""
    return bytes.fromhex(key.replace("-", ""))


def key_text(raw: bytes) -> str:
    """Return a key from its 16 bytes; nothing from nothing."""
    if len(raw) != 16:
        return ""
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def short_of(raw: bytes) -> int:
    """Return a key's first 48 bits: of a UUIDv7 its milliseconds, of a UUIDv5 a hash."""
    return int.from_bytes(raw[:6])
