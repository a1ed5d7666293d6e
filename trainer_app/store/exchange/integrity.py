"""Proves that the tables are what the journal says: folds every row apart and compares.

The memory needed does not grow with the journal: rows are taken in portions by the last byte of their
key, so that one portion holds some hundred thousand entries.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, cast

import msgspec
import peewee

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.authority import Authority
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.journal import BadEntry, Entry, Integrity, decode_entry, entry_id, is_silent
from trainer_app.domain.base.merging import MergedRow, RowValues
from trainer_app.domain.base.schema import ENTITIES, read_entry
from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.exchange.laptops import CourseDigest, DigestPart, digest_of_ids
from trainer_app.store.attendance.marks import damaged_blobs
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, count
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import (
    MODELS,
    AwaitedRow,
    ContradictionRow,
    EntryRow,
    HeadRow,
    KindRow,
    LookupRow,
    OrphanRow,
    RecentRow,
    RegistryRow,
    ReplicaRow,
    TableModel,
)
from trainer_app.store.base.object_ids import (
    MAX_ENTRY_NUMBER,
    NUMBER_BITS,
    EntityKey,
    key_text,
    line_bytes,
    short_of,
)
from trainer_app.store.base.projection import Held, find_orphans, look_over
from trainer_app.store.base.registers import ObjectState, Stored, ids_in
from trainer_app.store.base.rows import fingerprint
from trainer_app.store.exchange.course_scope import Scopes
from trainer_app.store.exchange.transfers import counting_lines

PORTION = 250_000
"""Entries held in memory at a time, about."""
_MOST_PROBLEMS = 100
_LINES = Statement(lambda: EntryRow.select(EntryRow.id, EntryRow.line))
_NAMES = Statement(lambda: ReplicaRow.select(ReplicaRow.id, ReplicaRow.name))
_KEYS = Statement(lambda: RegistryRow.select(RegistryRow.id, RegistryRow.key))
_FOUND = Statement(
    lambda: LookupRow.select(LookupRow.short, LookupRow.object).union_all(
        RecentRow.select(RecentRow.short, RecentRow.object)
    )
)
_ORPHANS = Statement(lambda: OrphanRow.select(OrphanRow.parent, OrphanRow.object))
_ALL_WAITING = Statement(lambda: ContradictionRow.select(ContradictionRow.object, ContradictionRow.field))
type ShownRow = tuple[str, str, RowValues, frozenset[str]]
type Bytes = tuple[bytes, bytes]


def shown_rows(journal: Journal, held: Held | None = None) -> Iterator[ShownRow]:
    """Yield every row that the tables hold: entity, key, fields, contradictions."""
    waiting: dict[int, set[str]] = {}
    held = held or look_over(journal.database)
    for number, name in held.read(_ALL_WAITING):
        waiting.setdefault(number, set()).add(name)
    for entity in held.entities:
        for number, key, _, row in _table_rows(held, entity, _ALL):
            yield entity, key, row, frozenset(waiting.get(number, ()))


def digest_of(journal: Journal) -> str:
    """Return the digest of everything shown; equal digests show the same."""
    return merging.digest(shown_rows(journal))


def check_integrity(journal: Journal, progress: Progress = no_progress) -> Integrity:
    """Fold all rows from the journal anew and compare them with the tables; changes nothing."""
    database = journal.database
    problems = _Problems()
    _check_pages(database, problems)
    if problems.texts:
        # What cannot be read cannot be compared.
        return Integrity("", 0, tuple(problems.texts))
    held = look_over(database)
    with gc_paused():
        _check_places(database, problems, held.read(_LINES))
        _check_lookup(database, problems, held)
        if set(held.read(_ORPHANS)) != find_orphans(held):
            problems.add("rows without parents differ from the list of them")
        portions = _portions(held.entries)
        for index, portion in enumerate(portions):
            progress("database.check", index / len(portions))
            _Portion(journal, held, portion, problems).check()
    for sha256 in damaged_blobs(database):
        problems.add(f"attachment {sha256[:16]}: its content was changed")
    return Integrity(merging.digest(shown_rows(journal, held)), held.entries, tuple(problems.texts))


def check_file(database: Database) -> tuple[str, ...]:
    """Read every page of a file and every line of its journal; return what is wrong, as a check does.

    The tables are not compared with the journal: what is found here is the damage of a file, which a check
    tells of too. Raises database.damaged where SQLite does not even find its way.
    """
    problems = _Problems()
    _check_pages(database, problems)
    if not problems.texts:
        _check_places(database, problems, database.stream(_LINES))
    return tuple(problems.texts)


class _Problems(msgspec.Struct):
    texts: list[str] = []

    def add(self, text: str) -> None:
        if len(self.texts) < _MOST_PROBLEMS:
            self.texts.append(text)


class _Place(msgspec.Struct):
    """As much of a line as tells to which row it belongs."""

    r: str = ""
    n: int = 0
    e: str = ""
    k: str = ""


_place_decoder = msgspec.json.Decoder(_Place)
_ALL: Bytes = (b"\x00", b"\xff")


def _portions(entries: int) -> list[Bytes]:
    """Return ranges of the last byte of a key, first and last inclusive."""
    count = min(256, 1 + entries // PORTION)
    edges = [256 * place // count for place in range(count + 1)]
    return [(bytes([low]), bytes([high - 1])) for low, high in pairwise(edges)]


def _check_pages(database: Database, problems: _Problems) -> None:
    """Check that every page decrypts and that the database finds its way through them."""
    for text in database.dialect.damage(database, idle=not database.in_transaction()):
        problems.add(text)


def _check_places(database: Database, problems: _Problems, lines: Iterable[tuple[int, bytes]]) -> None:
    """Read every line once: it must be an entry, and lie where its replica and number say."""
    names = dict(database.select(_NAMES))
    for number, raw in lines:
        replica, own = number >> NUMBER_BITS, number & MAX_ENTRY_NUMBER
        try:
            entry = decode_entry(line_bytes(raw))
        except BadEntry as problem:
            problems.add(f"entry {replica}/{own}: {problem}")
            continue
        if entry.r != names.get(replica) or entry.n != own:
            problems.add(f"entry {replica}/{own}: lies in a wrong place")


def _check_lookup(database: Database, problems: _Problems, held: Held) -> None:
    """Compare the lookup with what it finds, by the sum of hashes over both."""
    there = sum(hash((short_of(key), number)) for number, key in held.read(_KEYS))
    found = sum(hash(pair) for pair in held.read(_FOUND))
    if there != found:
        problems.add("lookup differs from the registry")
    for entity in held.entities:
        if database.select(_keyless(entity))[0][0]:
            problems.add(f"rows without a key: {entity}")


def _kind_of(entity: str) -> peewee.Query:
    return KindRow.select(KindRow.id).where(KindRow.name == entity)


@cache
def _keyless(entity: str) -> Statement:
    """Return the statement that counts an entity's rows whose number has no key of its kind."""

    def build() -> peewee.Query:
        t = MODELS[entity]
        of_kind = (RegistryRow.id == t.id) & (RegistryRow.kind == _kind_of(entity))
        return count(t).left_outer_join(RegistryRow, on=of_kind).where(RegistryRow.id.is_null())

    return Statement(build)


def _within(key: peewee.ColumnBase) -> peewee.Node:
    """Return the condition for keys whose last byte lies in a range, which is given to the statement."""
    return peewee.fn.substr(key, 16).between(VALUE, VALUE)


def _rest() -> peewee.Query:
    rest = RegistryRow.select(RegistryRow.id, KindRow.name, RegistryRow.key, RegistryRow.head)
    return rest.join(KindRow, on=KindRow.id == RegistryRow.kind).where(_within(RegistryRow.key))


def _inside(*columns: peewee.Field) -> Statement:
    """Return the statement that reads what a table of registers holds of the rows of a portion."""

    def build() -> peewee.Query:
        model: TableModel = columns[0].model
        there = RegistryRow.select(RegistryRow.id).where(_within(RegistryRow.key))
        return cast(peewee.Query, model.select(*columns).where(model.object.in_(there)))

    return Statement(build)


_REST = Statement(_rest)
_HEADS = _inside(HeadRow.object, HeadRow.entry, HeadRow.fields)
_AWAITED = _inside(AwaitedRow.object, AwaitedRow.field, AwaitedRow.hash)
_WAITING = _inside(ContradictionRow.object, ContradictionRow.field)


class _Portion:
    """Some of the rows: their entries from the journal, and all that the tables hold of them."""

    def __init__(self, journal: Journal, held: Held, portion: Bytes, problems: _Problems) -> None:
        self._held = held
        self._authority = journal.authority
        self._proposals = journal.projector.judge.proposals() if journal.authority else {}
        self._portion = portion
        self._problems = problems
        self._entries: dict[EntityKey, list[tuple[int, bytes]] | None] = {}
        self._heads: dict[int, set[tuple[int, str | None]]] = {}
        self._awaited: dict[int, set[tuple[str, bytes]]] = {}
        self._waiting: dict[int, set[str]] = {}

    def check(self) -> None:
        """Compare every row of the portion."""
        self._read()
        for entity in self._held.entities:
            for number, key, head, row in _table_rows(self._held, entity, self._portion):
                self._compare((entity, key), number, head, row)
        for number, entity, key, head in self._held.read(_REST, *self._portion):
            place = (entity, key_text(key))
            if self._entries.get(place, ()) is not None:
                self._compare(place, number, head, None)
        for place, entries in self._entries.items():
            if entries is not None:
                self._differs(place, "row is not in the registry")

    def _read(self) -> None:
        low, high = self._portion
        for number, line in self._held.read(_LINES):
            try:
                found = _place_decoder.decode(line)
                inside = bool(found.k) and low <= bytes.fromhex(found.k[-2:]) <= high
            except (msgspec.DecodeError, ValueError):
                continue
            if inside and number not in self._proposals:
                entries = self._entries.setdefault((found.e, found.k), [])
                if entries is not None:
                    entries.append((number, line))
        for number, entry, fields in self._held.read(_HEADS, low, high):
            self._heads.setdefault(number, set()).add((entry, fields))
        for number, name, missing in self._held.read(_AWAITED, low, high):
            found_here = self._awaited.setdefault(number, set())
            found_here.update((name, each) for each in ids_in(bytes(missing)))
        for number, name in self._held.read(_WAITING, low, high):
            self._waiting.setdefault(number, set()).add(name)

    def _compare(self, place: EntityKey, number: int, head: int | None, row: RowValues | None) -> None:
        """Compare one row with its entries, and mark it as seen."""
        entries = self._entries.get(place) or []
        self._entries[place] = None
        try:
            state, outcome = _fold(place, number, entries, self._authority)
        except BadEntry:
            return
        expected = None
        if place[0] in ENTITIES and outcome.row is not None:
            expected = schema.project(place[0], outcome.row)
        if row != expected:
            self._differs(place, "row differs from the journal")
        if self._waiting.get(number, set()) != outcome.contradictions:
            self._differs(place, "conflicts differ from the journal")
        sole, lines = state.head_lines()
        heads = {(line[1], line[2]) for line in lines}
        if sole != head or self._heads.get(number, set()) != heads:
            self._differs(place, "heads differ from the journal")
        awaited = self._awaited.get(number, set())
        missing = {(name, found) for name, one in state.registers.items() for found in one.awaited}
        if awaited or missing:
            came = {entry_id(line) for _, line in entries}
            if {pair for pair in awaited ^ missing if pair[1] not in came}:
                self._differs(place, "awaited entries differ from the journal")

    def _differs(self, place: EntityKey, what: str) -> None:
        self._problems.add(f"{what}: {place[0]} {place[1]}")


def _fold(
    place: EntityKey, number: int, entries: list[tuple[int, bytes]], authority: Authority | None
) -> tuple[ObjectState, MergedRow]:
    state = ObjectState(number, *place, authority=authority)
    for own, line in entries:
        entry: Entry = read_entry(line)
        state.add(Stored(own, entry_id(line), entry))
    return state, state.outcome()


def _table_rows(held: Held, entity: str, portion: Bytes) -> Iterator[tuple[int, str, int | None, RowValues]]:
    """Yield (number, key, sole head, fields) of an entity's table, for keys that end in a range."""
    # Many rows point to one and the same.
    turns: dict[FieldKind, Callable[[Any], Any]] = {
        **_TURNS,
        FieldKind.KEY: lru_cache(maxsize=65536)(key_text),
    }
    fields = [(name, turns.get(described.kind)) for name, described in ENTITIES[entity].fields.items()]
    for number, key, head, *values in held.read(_select(entity), *portion):
        row = {
            name: turn(value) if turn is not None else value
            for (name, turn), value in zip(fields, values, strict=True)
            if value is not None
        }
        yield number, key_text(key), head, row


@cache
def _select(entity: str) -> Statement:
    return Statement(lambda: _rows_of(entity))


def _rows_of(entity: str) -> peewee.ModelSelect:
    t, own = MODELS[entity].alias("t"), RegistryRow.alias("own")
    columns, pointed = [], []
    for name, described in ENTITIES[entity].fields.items():
        column = getattr(t, name)
        if described.kind is FieldKind.KEY:
            target = RegistryRow.alias(f"r_{name}")
            columns.append(target.key)
            of_kind = target.kind == _kind_of(str(described.target))
            pointed.append((target, (target.id == column) & of_kind))
        else:
            columns.append(column)
    query: peewee.ModelSelect = t.select(t.id, own.key, own.head, *columns)
    query = query.join(own, on=(own.id == t.id) & (own.kind == _kind_of(entity)))
    for target, condition in pointed:
        query = query.left_outer_join(target, on=condition)
    return query.where(_within(own.key))


_TURNS: Mapping[FieldKind, Callable[[Any], Any]] = {FieldKind.FLAG: bool, FieldKind.LIST: msgspec.json.decode}
"""What is stored in another form, with what reads it."""


class _RowOf(msgspec.Struct, frozen=True):
    """The two members of an entry that name its row."""

    e: str = ""
    k: str = ""


_rows = msgspec.json.Decoder(_RowOf)


class CourseDigests:
    """Goes through the journal once for several courses. `limits`: replica -> up to which number."""

    def __init__(
        self,
        journal: Journal,
        courses: Collection[str],
        limits: Mapping[str, int],
        scopes: Scopes | None = None,
    ) -> None:
        self._journal = journal
        self._limits = limits
        rows = (scopes or Scopes(journal.database)).rows_by_course(courses)
        self._courses = {row: course for course, found in rows.items() for row in found}
        self._ids: dict[tuple[str, str], list[bytes]] = {
            (course, replica): [] for course in courses for replica in limits
        }
        self._beyond: set[str] = set()
        self.silent: dict[str, int] = dict.fromkeys(limits, 0)
        self._read()

    def _read(self) -> None:
        replicas = ReplicaRow.select(ReplicaRow.id, ReplicaRow.name)
        names: dict[int, str] = dict(self._journal.database.select(replicas))
        for place, line in counting_lines(self._journal.database):
            replica, number = names[place >> NUMBER_BITS], place & ((1 << NUMBER_BITS) - 1)
            within = number <= self._limits.get(replica, 0)
            if is_silent(line):
                if within:
                    self.silent[replica] += 1
                continue
            # Each line was checked when it came: of its many members only the row is needed here.
            entry = _rows.decode(line)
            course = self._courses.get((entry.e, entry.k))
            if course is None:
                continue
            if within:
                self._ids[course, replica].append(entry_id(line))
            else:
                self._beyond.add(course)

    def parts(self, course: str) -> tuple[DigestPart, ...]:
        """Return a course in parts, one for each replica that counts."""
        return tuple(
            DigestPart(replica, to, len(ids), digest_of_ids(ids), self.silent[replica])
            for replica, to in sorted(self._limits.items())
            for ids in (self._ids[course, replica],)
        )

    def complete(self, course: str) -> bool:
        """Tell whether nothing about the course lies beyond what is counted."""
        return course not in self._beyond

    def shown(self, courses: Collection[str]) -> dict[str, str]:
        """Return the digest of the rows of courses as the tables show them."""
        rows: dict[str, list[ShownRow]] = {course: [] for course in courses}
        for one in shown_rows(self._journal):
            course = self._courses.get((one[0], one[1]))
            if course in rows:
                rows[course].append(one)
        return {course: merging.digest(found) for course, found in rows.items()}


def vocabulary() -> str:
    """Return the name of the vocabulary by which this program shows rows."""
    return fingerprint().split()[0]


def digests_of(
    journal: Journal, courses: Collection[str], limits: Mapping[str, int], scopes: Scopes | None = None
) -> tuple[CourseDigest, ...]:
    """Return the digests of courses as this database holds them."""
    found = CourseDigests(journal, courses, limits, scopes)
    shown = found.shown([course for course in courses if found.complete(course)]) if courses else {}
    return tuple(
        CourseDigest(course, found.parts(course), shown.get(course, ""), vocabulary()) for course in courses
    )
