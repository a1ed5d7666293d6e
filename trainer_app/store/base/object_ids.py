"""Small numbers by which all tables refer to rows and replicas, and how far this laptop itself has come.

Every row of the journal, (entity, key), has a number. Numbers are never taken back, so what another
connection remembers of them stays true. Finding a number goes over 32 bits of the key; the whole key is
compared in the table `registry`.
"""

import contextlib
import os
import struct
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import cast

import peewee
from msgspec import Struct, field

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, is_key
from trainer_app.domain.base.merging import LocalClock
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, adding, adding_missing, among, count
from trainer_app.store.base.models import (
    EntryRow,
    JournalRow,
    KindRow,
    LookupRow,
    RecentRow,
    RegistryRow,
    ReplicaRow,
    StepRow,
)

type EntityKey = tuple[str, str]
type _Unknown = dict[tuple[bytes, str], tuple[EntityKey, int]]

_SHORT = struct.Struct(">12xi")
"""Of 16 bytes the last four, as `short_of` reads them."""
_REMEMBERED = 100_000
_BLOCK = 250
_MANY_RECENT = 500_000
_BEYOND = 1 << 62


def _find(condition: Callable[[peewee.ColumnBase], peewee.Node]) -> Statement:
    """Return the statement that finds rows by their short keys, in both parts of the lookup."""

    def build() -> peewee.Node:
        recent, lookup = (
            RegistryRow.select(RegistryRow.id, RegistryRow.key, RegistryRow.kind)
            .join(part, on=part.object == RegistryRow.id)
            .where(condition(part.short))
            for part in (RecentRow, LookupRow)
        )
        return cast(peewee.Node, recent.union_all(lookup))

    return Statement(build)


def _number_of() -> peewee.Node:
    """Return the query of a row's number by its short key, its key and its entity."""
    recent, lookup = (
        RegistryRow.select(RegistryRow.id)
        .join(part, on=part.object == RegistryRow.id)
        .switch(RegistryRow)
        .join(KindRow, on=KindRow.id == RegistryRow.kind)
        .where(part.short == VALUE, RegistryRow.key == VALUE, KindRow.name == VALUE)
        for part in (RecentRow, LookupRow)
    )
    return cast(peewee.Node, recent.union_all(lookup))


_NUMBER_OF = Statement(_number_of)
MAX_ALIKE = 64
"""So many rows have keys with the same last 32 bits; of ten million honest ones hardly ever two."""
_FIND_ONE = _find(lambda short: short == VALUE)
_FIND_MANY = _find(lambda short: among(short, NUMBERS))
_HOW_MANY_RECENT = Statement(lambda: count(RecentRow))
_ADD_RECENT = adding(RecentRow.short, RecentRow.object)
_LAST_NUMBER = Statement(lambda: RegistryRow.select(peewee.fn.coalesce(peewee.fn.max(RegistryRow.id), 0)))
_ADD_KIND = adding_missing(KindRow.name)
_REPLICAS = Statement(
    lambda: ReplicaRow.select(ReplicaRow.id, ReplicaRow.name, ReplicaRow.branch, ReplicaRow.own).order_by(
        ReplicaRow.id
    )
)
_ADD_REPLICA = adding(ReplicaRow.name, ReplicaRow.branch, ReplicaRow.own)
_LAST_ENTRY = Statement(
    lambda: JournalRow.select(peewee.fn.max(JournalRow.id)).where(JournalRow.id.between(VALUE, VALUE))
)


class NewObjectIds(Struct, frozen=True):
    """New numbers, from `first` on, with what stands of each in `registry`; the heads are still to be set."""

    first: int
    keys: list[bytes]
    kinds: list[int]
    heads: list[int | None]

    def __contains__(self, number: int) -> bool:
        return number >= self.first

    def set_head(self, number: int, head: int | None) -> None:
        """Set the sole head of a new row."""
        self.heads[number - self.first] = head

    def lines(self) -> list[tuple[object, ...]]:
        """Return their lines in `registry`."""
        numbers = range(self.first, self.first + len(self.keys))
        return list(zip(numbers, self.keys, self.kinds, self.heads, strict=True))


class ObjectIds:
    """The numbers of rows. New ones are given inside a transaction; `forget` after one that failed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[EntityKey, int] = {}
        self._waiting: dict[EntityKey, int] = {}
        self._lookups: list[tuple[int, int]] = []
        self._kinds: dict[str, int] | None = None
        self._next = 0
        self._crowd = Counter[int]()
        """How many other rows were met in the lookup where one was looked for."""

    def forget(self) -> None:
        """Drop all that memory holds: after a roll-back, or when another connection has written."""
        self._known.clear()
        self._waiting.clear()
        self._lookups.clear()
        self._kinds = None
        self._next = 0

    def find(self, objects: Iterable[EntityKey]) -> dict[EntityKey, int]:
        """Return the numbers of those rows that have one; what is no key has none. Changes nothing."""
        return self._find(each for each in objects if is_key(each[1]))[0]

    def _find(self, objects: Iterable[EntityKey]) -> tuple[dict[EntityKey, int], _Unknown]:
        """Return the numbers of known rows, and the others in their order."""
        found: dict[EntityKey, int] = {}
        missing: list[EntityKey] = []
        known, waiting = self._known, self._waiting
        for place in objects:
            number = known.get(place) or waiting.get(place)
            if number is None:
                missing.append(place)
            else:
                found[place] = number
        if not missing:
            # Each mark asks three times of rows that are known.
            return found, {}
        unknown = _by_raw(missing)
        self._crowd.clear()
        if unknown:
            if len(known) + len(unknown) > _REMEMBERED:
                known.clear()
            entities = {number: name for name, number in self._all_kinds().items()}
            for number, key, kind in self._rows(sorted({short for _, short in unknown.values()})):
                matched = unknown.pop((key, entities.get(kind, "")), None)
                if matched is None:
                    self._crowd[short_of(key)] += 1
                else:
                    found[matched[0]] = known[matched[0]] = number
        return found, unknown

    def _rows(self, shorts: Sequence[int]) -> Iterator[tuple[int, bytes, int]]:
        if len(shorts) <= 8:
            for short in shorts:
                yield from self._database.select(_FIND_ONE, short, short)
            return
        for start in range(0, len(shorts), _BLOCK):
            block = shorts[start : start + _BLOCK]
            yield from self._database.select(_FIND_MANY, block, block)

    def number(self, objects: Iterable[EntityKey]) -> tuple[dict[EntityKey, int], NewObjectIds]:
        """Return the numbers of all rows, and the lines that new ones must have in `registry`.

        Whoever calls writes those lines, then `flush`. Use inside a transaction. Raises bundle.made_up_keys.
        """
        found, unknown = self._find(objects)
        if not unknown:
            return found, NewObjectIds(_BEYOND, [], [], [])
        self._check_crowd(unknown)
        first = self._take(len(unknown))
        kinds = {entity: self._kind_number(entity) for entity in dict.fromkeys(name for _, name in unknown)}
        numbers = range(first, first + len(unknown))
        new = dict(zip([place for place, _ in unknown.values()], numbers, strict=True))
        found.update(new)
        self._waiting.update(new)
        self._lookups += zip([short for _, short in unknown.values()], numbers, strict=True)
        keys, of_kinds = [raw for raw, _ in unknown], [kinds[entity] for _, entity in unknown]
        return found, NewObjectIds(first, keys, of_kinds, [None] * len(keys))

    def _take(self, count: int) -> int:
        """Return the first of so many new numbers."""
        taken = self._database.take_numbers(count)
        if taken is None:
            taken = self._next or self._database.select(_LAST_NUMBER)[0][0] + 1
            self._next = taken + count
        return taken

    def _check_crowd(self, unknown: _Unknown) -> None:
        """Refuse keys that were made to lie in one place of the lookup: each would be slower to find."""
        shorts = [short for _, short in unknown.values()]
        self._crowd.update(shorts)
        if max(map(self._crowd.__getitem__, shorts)) > MAX_ALIKE:
            raise TrainerError("bundle.made_up_keys")

    def flush(self, *, least: int = 1) -> None:
        """Make the new numbers findable, in the order of the index; not for fewer than `least`."""
        if len(self._lookups) < least:
            return
        self._lookups.sort(key=itemgetter(0))
        self._database.run_many(_ADD_RECENT, self._lookups)
        if len(self._known) + len(self._waiting) <= _REMEMBERED:
            self._known.update(self._waiting)
        self._waiting.clear()
        self._lookups.clear()

    def tidy(self) -> None:
        """Move the recent part of the lookup to the large one when it has grown; after an import."""
        if self._database.select(_HOW_MANY_RECENT)[0][0] >= _MANY_RECENT:
            recent = RecentRow.select(RecentRow.short, RecentRow.object)
            recent = recent.order_by(RecentRow.short, RecentRow.object)
            self._database.run(LookupRow.insert_from(recent, [LookupRow.short, LookupRow.object]))
            self._database.run(RecentRow.delete())

    def know_kinds(self, entities: Iterable[str]) -> None:
        """Give every entity its number, in a transaction of its own if any has none yet."""
        missing = [entity for entity in entities if entity not in self._all_kinds()]
        if missing:
            with self._database.write():
                self._database.run_many(_ADD_KIND, [(entity,) for entity in missing])
            self._kinds = None

    def _kind_number(self, entity: str) -> int:
        kinds = self._all_kinds()
        if entity not in kinds:
            # Somebody who writes beside may have met the first row of its kind, too.
            self._database.run(_ADD_KIND, entity)
            kinds.update({str(name): number for number, name in self._database.select(_KINDS)})
        return kinds[entity]

    def _all_kinds(self) -> dict[str, int]:
        if self._kinds is None:
            rows = self._database.select(_KINDS)
            self._kinds = {str(name): number for number, name in rows}
        return self._kinds


def _by_raw(objects: Sequence[EntityKey]) -> _Unknown:
    """Return rows with their short keys, by their keys' bytes and their entities; all keys read at once."""
    raw = bytes.fromhex("".join([key for _, key in objects]).replace("-", ""))
    keys = [raw[at : at + 16] for at in range(0, len(raw), 16)]
    shorts = [short for (short,) in _SHORT.iter_unpack(raw)]
    entities = [entity for entity, _ in objects]
    return dict(zip(zip(keys, entities, strict=True), zip(objects, shorts, strict=True), strict=True))


def find_number(database: Database, entity: str, key: str) -> int | None:
    """Return a row's number, or None: for reading, over any connection."""
    known = database.numbers.get((entity, key))
    if known is not None:
        return known
    try:
        raw = uuid.UUID(key).bytes
    except ValueError:
        return None
    wanted = (short_of(raw), raw, entity)
    rows = database.select(_NUMBER_OF, *wanted, *wanted)
    if rows and database.settled:
        database.numbers[entity, key] = rows[0][0]
    return rows[0][0] if rows else None


def find_numbers(database: Database, rows: Iterable[EntityKey]) -> dict[EntityKey, int]:
    """Return the numbers of those rows that were ever written, at once: for reading, over any connection."""
    asked, known = list(rows), database.numbers
    found = {row: known[row] for row in asked if row in known}
    if len(found) == len(asked):
        return found
    kinds = {name: number for number, name in database.select(_KINDS)}
    wanted: dict[tuple[bytes, int], EntityKey] = {}
    for entity, key in asked:
        # What an approval of somebody else's program names may be no key at all.
        with contextlib.suppress(ValueError):
            wanted[uuid.UUID(key).bytes, kinds.get(entity, 0)] = (entity, key)
    shorts = sorted({short_of(raw) for raw, _ in wanted})
    for start in range(0, len(shorts), _BLOCK):
        block = shorts[start : start + _BLOCK]
        for number, raw, kind in database.select(_FIND_MANY, block, block):
            row = wanted.get((raw, kind))
            if row is not None:
                found[row] = number
    if database.settled and len(found) <= _BLOCK:
        known.update(found)
    return found


def key_bytes(key: str) -> bytes:
    """Return a key's 16 bytes."""
    return bytes.fromhex(key.replace("-", ""))


def key_text(raw: bytes) -> str:
    """Return a key from its 16 bytes; nothing from nothing."""
    if len(raw) != 16:
        return ""
    return "".join(_PARTS(raw.hex("-", 2)))


_PARTS = itemgetter(slice(0, 4), slice(5, 29), slice(30, 34), slice(35, 39))
"""What is taken of "aabb-ccdd-…" to drop the dashes that a key does not have: the quickest way."""


def short_of(raw: bytes) -> int:
    """Return a key's last 32 bits as a signed number, which SQLite keeps in four bytes.

    They are random in every key: those at its beginning tell the time, and many rows share it.
    """
    return int.from_bytes(raw[12:], signed=True)


NUMBER_BITS = 40
"""An entry's place in the journal is its replica's number << 40 | its own number."""
MAX_ENTRY_NUMBER = (1 << NUMBER_BITS) - 1
ANONYMOUS = ("feedback_paper",)
"""Entities that carry no user and no time finer than the day."""


class OwnReplica(Struct):
    """Who writes here, its last number, and the clock of its entries."""

    replica: str = ""
    number: int = 0
    clock: LocalClock = field(default_factory=LocalClock)


MAX_IDS, MAX_BRANCHES = 500, 20
"""Ids of one author, with their branches, and branches of one id: a laptop has a handful in its life."""


class Replicas:
    """The table `replica`, remembered. A fork's second content lies on a branch above 0."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._numbers: dict[tuple[str, int], int] = {}
        self._own: tuple[str, ...] = ()

    def reload(self, author: str = "") -> OwnReplica:
        """Read the table again; return who writes here and how far it has come.

        `author` says whose id that is where several computers write into one database.
        """
        rows = self._database.select(_REPLICAS)
        self._numbers = {(str(name), branch): number for number, name, branch, _ in rows}
        self._own = tuple(str(name) for _, name, branch, mine in rows if mine and branch == 0)
        own = [name for name in self._own if not author or author_of(name) == author]
        if not own:
            return OwnReplica()
        # One beyond the last step, whose own entries may have counted on from its time.
        clock = LocalClock((self._last_step() + 1, 0))
        return OwnReplica(own[-1], self._last_number(self._numbers[own[-1], 0]), clock)

    def last_number(self, name: str) -> int:
        """Return the highest number known of a replica, its forks left out; 0 for none."""
        base = self.known(name)
        return 0 if base is None else self._last_number(base)

    def _last_number(self, replica: int) -> int:
        base = replica << NUMBER_BITS
        found = self._database.select(_LAST_ENTRY, base, base + MAX_ENTRY_NUMBER)
        return found[0][0] - base if found[0][0] is not None else 0

    def _last_step(self) -> int:
        """Return up to when own steps reach. Entries do not tell: some were raised above others' clocks."""
        return last_step(self._database) or 0

    def number(self, name: str, branch: int) -> int:
        """Return the number of a replica, or of a branch of one that was cloned, giving it one if need be.

        Raises bundle.too_many_ids where no laptop would ever come to: every id of an author makes all files
        longer, and every branch is gone through by each line of the next.
        """
        found = self._numbers.get((name, branch))
        if found is None and branch == 0 and (found := self.known(name)) is not None:
            # Somebody who shares the database has met it meanwhile.
            self._numbers[name, branch] = found
        if found is not None:
            return found
        author = author_of(name)
        ids = sum(author_of(known) == author for known, _ in self._numbers)
        if branch > MAX_BRANCHES or ids >= MAX_IDS:
            raise TrainerError("bundle.too_many_ids")
        return self.add(name, branch)

    def known(self, name: str) -> int | None:
        """Return the number that a replica has by now, whoever gave it; None if it has none."""
        rows = self._database.select(_MAIN_BRANCH, name)
        return int(rows[0][0]) if rows else None

    def add(self, name: str, branch: int, *, own: bool = False) -> int:
        """Give a replica a number. Use inside a transaction."""
        number = self._database.insert(_ADD_REPLICA, name, branch, int(own))
        self._numbers[name, branch] = number
        return number

    def add_own(self, author: str) -> str:
        """Give this laptop a new id, begun with its author's. Use inside a transaction, then `reload`."""
        name = author + os.urandom(8).hex()
        self.add(name, 0, own=True)
        return name

    def names(self) -> list[str]:
        """Return every id under which anything was ever written, as far as it is known here."""
        return [name for name, branch in self._numbers if branch == 0]

    def numbers_of(self, name: str) -> list[int]:
        """Return the numbers of a replica and of its branches."""
        return [number for (known, _), number in self._numbers.items() if known == name]

    def own_names(self, author: str = "") -> list[str]:
        """Return every id under which was written into this database itself, the first one first.

        `author` asks for those of one of several computers.
        """
        found = self._database.select(_OWN_NAMES)
        if self._database.foresees:
            self._database.foretell(_MAIN_BRANCH, {(name,): [(number,)] for name, number in found})
        return [str(name) for name, _ in found if not author or author_of(str(name)) == author]

    def far(self) -> dict[int, int]:
        """Return the number of each replica that writes into this database itself, with its last entry's."""
        return {self._numbers[name, 0]: self._last_number(self._numbers[name, 0]) for name in self._own}


_BETWEEN = Statement(
    lambda: EntryRow.select(EntryRow.line).where(EntryRow.id.between(VALUE, VALUE)).order_by(EntryRow.id)
)


def lines_after(database: Database, far: Mapping[int, int]) -> Iterator[bytes]:
    """Yield the lines that replicas (by their numbers) have written beyond some of their own entries."""
    for replica, number in far.items():
        base = replica << NUMBER_BITS
        for (line,) in database.select(_BETWEEN, base + number + 1, base + MAX_ENTRY_NUMBER):
            yield line_bytes(line)


_OWN_NAMES = Statement(
    lambda: (
        ReplicaRow.select(ReplicaRow.name, ReplicaRow.id)
        .where(ReplicaRow.own == 1, ReplicaRow.branch == 0)
        .order_by(ReplicaRow.id)
    )
)
_KINDS = Statement(lambda: KindRow.select(KindRow.id, KindRow.name))
_MAIN_BRANCH = Statement(
    lambda: ReplicaRow.select(ReplicaRow.id).where(ReplicaRow.name == VALUE, ReplicaRow.branch == 0)
)


def replica_bases(database: Database, name: str) -> list[int]:
    """Return before which place a replica's entries begin, its forks left out; nothing for an unknown one."""
    return [int(number) << NUMBER_BITS for (number,) in database.select(_MAIN_BRANCH, name)]


def _last_at() -> peewee.Query:
    newest = StepRow.select(StepRow.at).order_by(StepRow.id.desc()).limit(100).alias("newest")
    return peewee.Select([newest], [peewee.fn.max(newest.c.at)])


_LAST_AT = Statement(_last_at)


def last_step(database: Database) -> int | None:
    """Return when something was done on this laptop last, in wall milliseconds, as its newest steps tell."""
    found = database.select(_LAST_AT)[0][0]
    return int(found) if found is not None else None


def tail_of(line: bytes, replica: str) -> bytes:
    """Return what the journal keeps of a line; the view `entry` gives the line again, byte for byte."""
    return line.removeprefix(prefix_of(replica))


def prefix_of(replica: str) -> bytes:
    """Return how the lines of a replica begin, as this program and its like write them."""
    return f'{{"r":"{replica}","n":'.encode("ascii")


def line_bytes(value: object) -> bytes:
    """Return a line read from the journal; anything but bytes means a damaged file."""
    if not isinstance(value, bytes):
        raise TrainerError("database.damaged")
    return value
