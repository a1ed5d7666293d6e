"""The journal read for people: who wrote what into a field, what an import touched, what is missing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial, reduce
from operator import or_
from typing import Any

import peewee
from msgspec import Struct

from trainer_app.domain.base.journal import Entry, entry_id, is_key
from trainer_app.domain.base.merging import RowKey, same_value, winner
from trainer_app.domain.base.schema import DELETED, policy_of, read_entry
from trainer_app.domain.exchange.laptops import is_beyond
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of, holds
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import MODELS, ArrivalRow, EntryRow, JournalRow, RegistryRow, TableModel
from trainer_app.store.base.object_ids import MAX_ENTRY_NUMBER, EntityKey, key_text, line_bytes, replica_bases
from trainer_app.store.base.rows import select_row


class WrittenEntry(Struct, frozen=True):
    """One entry about some fields of a row. `at` is in wall milliseconds; `file` brought it, if any."""

    values: dict[str, Any]
    user: str
    at: int
    replica: str
    file: str
    number: int = 0
    """Its number in what the replica wrote."""
    saw: tuple[tuple[str, dict[str, Any]], ...] = ()
    """What stood there when it was written, as it replaced it: who had written it, and the values."""
    id: bytes = b""
    settled: tuple[tuple[str, dict[str, Any]], ...] = ()
    """What of it contradicted each other until then, in one and the same field: a decision."""
    reason: str = ""
    """Why it was decided so, in the words of whoever did."""
    undone: bool = False
    """Whether it decided something and undo took that back."""
    again: str | None = None
    """Who had said it first, where undo of a decision only wrote it anew."""


def written_entries(
    database: Database, entity: str, key: str, fields: Sequence[str] = ()
) -> list[WrittenEntry]:
    """Return what was ever written into these fields (or all) of a row, the oldest first.

    Reads the whole journal, since no index leads from a row to its entries: for one row on request.
    """
    rows = _entries_of_rows(database, [key.encode()])
    return _written(rows.get((entity, key), {}), fields)


def written_about(
    database: Database, entity: str, keys: Collection[str], naming: str
) -> dict[RowKey, list[WrittenEntry]]:
    """Return the same of some rows, and of all rows of the kind `naming` that ever named one of them."""
    rows = _entries_of_rows(database, [*(key.encode() for key in keys), f'"{naming}"'.encode()])
    wanted = {(entity, key) for key in keys}
    # What was said later of a row does not name again what it is about.
    for row, found in rows.items():
        texts = {text for entry, _ in found.values() for text in entry.s.values() if isinstance(text, str)}
        if row[0] == naming and not texts.isdisjoint(keys):
            wanted.add(row)
    return {row: _written(rows[row]) for row in rows if row in wanted}


_TAILS = Statement(lambda: JournalRow.select(JournalRow.id, JournalRow.tail))
_LINES = Statement(
    lambda: (
        EntryRow.select(EntryRow.line, ArrivalRow.file)
        .left_outer_join(ArrivalRow, on=ArrivalRow.id == EntryRow.arrival)
        .where(EntryRow.id.in_(any_of(NUMBERS)))
    )
)
_KEY_BEGINS = b',"k":"'
_KEY_LENGTH = 36


def written_of_rows(
    database: Database, rows: Collection[RowKey], progress: Callable[[int], None] = lambda _count: None
) -> dict[RowKey, list[WrittenEntry]]:
    """Return the same of many rows at once, proposals among it; the oldest first."""
    found = entries_of_rows(database, rows, progress)
    return {row: _written(entries) for row, entries in found.items()}


def entries_of_rows(
    database: Database, rows: Collection[RowKey], progress: Callable[[int], None] = lambda _count: None
) -> "dict[RowKey, _Entries]":
    """Return all entries of some rows.

    Goes through the whole journal once and decodes only what is about one of the rows. `progress` is told
    now and then how many lines were read.
    """
    keys = frozenset(key.encode() for _, key in rows)
    numbers = []
    for count, (number, raw) in enumerate(database.stream(_TAILS), start=1):
        tail = line_bytes(raw)
        begins = tail.find(_KEY_BEGINS) + len(_KEY_BEGINS)
        if tail[begins : begins + _KEY_LENGTH] in keys:
            numbers.append(number)
        if count % _TOLD == 0:
            progress(count)
    found: dict[RowKey, _Entries] = {}
    for raw, file in database.select(_LINES, numbers):
        entry = read_entry(line := line_bytes(raw))
        if not entry.erased and (entry.e, entry.k) in rows:
            found.setdefault((entry.e, entry.k), {})[entry_id(line)] = entry, str(file or "")
    return found


_TOLD = 20_000


type _Entries = dict[bytes, tuple[Entry, str]]
"""Entries by their ids, each with the file that brought it."""


def _entries_of_rows(database: Database, phrases: Sequence[bytes]) -> dict[RowKey, _Entries]:
    """Return the entries in which one of some phrases stands, by their rows."""
    held = [holds(EntryRow.line, phrase) for phrase in phrases]
    rows = database.select(
        EntryRow.select(EntryRow.line, ArrivalRow.file)
        .left_outer_join(ArrivalRow, on=ArrivalRow.id == EntryRow.arrival)
        .where(reduce(or_, held))
    )
    found: dict[RowKey, _Entries] = {}
    for raw, file in rows:
        line = line_bytes(raw)
        entry = read_entry(line)
        if not entry.erased:
            found.setdefault((entry.e, entry.k), {})[entry_id(line)] = entry, str(file or "")
    return found


def _written(entries: _Entries, fields: Sequence[str] = ()) -> list[WrittenEntry]:
    """Return entries about one row as they are shown, the oldest first."""
    known = {own: entry for own, (entry, _) in entries.items()}
    again = said_again(known)
    undone = {bytes.fromhex(one) for own in again for one in _replaced(known[own])}
    found: list[tuple[tuple[int, int], WrittenEntry]] = []
    for name, (entry, file) in entries.items():
        values = _of_fields(entry, fields)
        if values:
            said = partial(_said, known, again, fields)
            saw = tuple(said(one) for one in _seen(entry, known, fields))
            settled = tuple(said(one) for one in _settled(entry, known, fields))
            one = WrittenEntry(
                values,
                entry.u,
                entry.t[0],
                entry.r,
                file,
                entry.n,
                saw,
                name,
                settled,
                entry.y,
                undone=bool(settled or entry.y) and name in undone,
                again=known[again[name]].u if name in again else None,
            )
            found.append((entry.t, one))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _said(
    known: Mapping[bytes, Entry], again: Mapping[bytes, bytes], fields: Sequence[str], one: bytes
) -> tuple[str, dict[str, Any]]:
    """Return who said something, and what: of what an undo wrote anew whoever said it first."""
    return known[again.get(one, one)].u, _of_fields(known[one], fields)


def said_again(entries: Mapping[bytes, Entry]) -> dict[bytes, bytes]:
    """Return which entries of one row undo wrote to open a conflict again, each with the one it repeats.

    Undo writes all sides at once, so that several entries of one replica replace the same ones, or one
    deletes without knowing what its own replica had written. What is repeated is what the decision had
    replaced. All that follows from the journal alone, so that every computer tells the same.
    """
    opened = _opened(entries) if len(entries) <= _MOST_ENTRIES else {}
    found = ((own, _repeated(entries, opened, own)) for own in opened)
    return {own: repeated for own, repeated in found if repeated is not None}


_MOST_ENTRIES = 1_000
"""A row of more entries was written by no honest hand: it is told as it stands."""


def _opened(entries: Mapping[bytes, Entry]) -> dict[bytes, str]:
    """Return the entries that opened a conflict again, each with the field."""
    together: dict[tuple[str, str, frozenset[str]], list[bytes]] = {}
    for own, entry in entries.items():
        for name, hashes in entry.w.items():
            if name in entry.s and hashes:
                together.setdefault((entry.r, name, frozenset(hashes)), []).append(own)
    opened: dict[bytes, str] = {}
    for (_, name, _), found in together.items():
        values = [entries[own].s[name] for own in found]
        if any(not same_value(values[0], value) for value in values):
            opened.update((own, name) for own in found if opened.get(own) != DELETED)
    lone = [own for own, entry in entries.items() if entry.s.get(DELETED) is True and own not in opened]
    opened.update((own, DELETED) for own in lone if _let_go_before(entries, opened, own))
    return opened


def _let_go_before(entries: Mapping[bytes, Entry], opened: Collection[bytes], own: bytes) -> list[bytes]:
    """Return the deletes that a deleting entry may repeat: of a row that its own replica had kept since.

    Whoever deletes in earnest knows what had been kept; what undo wrote knows no more than the first did.
    """
    entry = entries[own]
    mine = [one for name, one in entries.items() if one.r == entry.r and name not in opened]
    kept = [one for one in mine if one.n < entry.n and one.s.get(DELETED) is False]
    before = max(kept, key=lambda one: one.n).w.get(DELETED, ()) if kept else ()
    deletes = [one for each in before if (one := bytes.fromhex(each)) in entries]
    known = _known(entry)
    return [one for one in deletes if entries[one].s.get(DELETED) is True and known <= _known(entries[one])]


def _known(entry: Entry) -> set[str]:
    return {one for name, hashes in entry.w.items() if name != DELETED for one in hashes}


def _replaced(entry: Entry) -> Iterator[str]:
    return (one for hashes in entry.w.values() for one in hashes)


def _repeated(entries: Mapping[bytes, Entry], opened: Mapping[bytes, str], own: bytes) -> bytes | None:
    """Return what an entry repeats, by way of what undo wrote before; None where it is gone.

    Two programs that write as one replica can tell of entries that repeat each other: none was first.
    """
    found: bytes | None = own
    passed: set[bytes] = set()
    while found is not None and found in opened:
        if found in passed:
            return None
        passed.add(found)
        same = _repeats(entries, opened, found)
        found = max(same, key=lambda one: (entries[one].t, one), default=None)
    return found


def _repeats(entries: Mapping[bytes, Entry], opened: Mapping[bytes, str], own: bytes) -> Collection[bytes]:
    """Return what says the same among what the decision had replaced that stood before an entry."""
    entry, name = entries[own], opened[own]
    if entry.s.get(DELETED) is True and (lone := _let_go_before(entries, opened, own)):
        return lone
    past, level = {own}, _before(entries, [own], name)
    while level:
        past |= level
        level = _before(entries, level, name) - past
        same = [one for one in level if same_value(entries[one].s[name], entry.s[name])]
        if same:
            return same
    return ()


def _before(entries: Mapping[bytes, Entry], those: Iterable[bytes], name: str) -> set[bytes]:
    """Return the entries that some replaced in a field, as far as they are known."""
    ids = {bytes.fromhex(one) for own in those for one in entries[own].w.get(name, ())}
    return {one for one in ids if one in entries and name in entries[one].s}


def _of_fields(entry: Entry, fields: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in entry.s.items() if not fields or name in fields}


def _seen(entry: Entry, known: Collection[bytes], fields: Sequence[str]) -> list[bytes]:
    """Return which known entries an entry replaced in some fields, each once."""
    named = (hashes for name, hashes in entry.w.items() if not fields or name in fields)
    ids = dict.fromkeys(bytes.fromhex(one) for hashes in named for one in hashes)
    return [one for one in ids if one in known]


def _settled(entry: Entry, known: Mapping[bytes, Entry], fields: Sequence[str]) -> list[bytes]:
    """Return which known entries an entry decided between: they held different values of one field."""
    found: dict[bytes, None] = {}
    for name, hashes in entry.w.items():
        sides = [one for each in hashes if (one := bytes.fromhex(each)) in known and name in known[one].s]
        values = [known[one].s[name] for one in sides]
        if (not fields or name in fields) and any(not same_value(values[0], each) for each in values[1:]):
            found.update(dict.fromkeys(sides))
    return list(found)


def standing_entries(
    journal: Journal, entity: str, key: str, fields: Collection[str]
) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return the ids of the entries that say what some fields hold now, and of those among them that wait.

    An entry waits where another one says otherwise and nobody has decided yet.
    """
    return standing_of_rows(journal, [(entity, key)], fields)[entity, key]


def standing_of_rows(
    journal: Journal, rows: Iterable[EntityKey], fields: Collection[str]
) -> dict[EntityKey, tuple[frozenset[bytes], frozenset[bytes]]]:
    """Return the same of many rows at once."""
    found = {}
    for row, state in journal.projector.load(rows).items():
        waiting = state.outcome().contradictions
        heads = {name: each.heads.keys() for name, each in state.registers.items() if name in fields}
        found[row] = (
            frozenset(head for each in heads.values() for head in each),
            frozenset(head for name, each in heads.items() if name in waiting for head in each),
        )
    return found


def newest_entry(journal: Journal, entity: str, key: str, field: str) -> list[tuple[str, int]]:
    """Return (replica, number) of the entries that one field of a row rests on, by their ids alone."""
    state = journal.projector.load([(entity, key)])[entity, key]
    found = (state.numbers[bytes.fromhex(head)].entry for head in state.head_ids(field))
    return [(entry.r, entry.n) for entry in found]


def writers_of(journal: Journal, entity: str, key: str, field: str) -> list[str]:
    """Return the names of those who wrote what one field of a row rests on."""
    state = journal.projector.load([(entity, key)])[entity, key]
    return [state.numbers[bytes.fromhex(head)].entry.u for head in state.head_ids(field)]


def written_when(journal: Journal, rows: Iterable[EntityKey], field: str) -> dict[EntityKey, tuple[int, int]]:
    """Return when what a field of some rows says now was written, by the clock of the journal."""
    found = {}
    for row, state in journal.projector.load(rows).items():
        moments = [state.numbers[bytes.fromhex(head)].entry.t for head in state.head_ids(field)]
        if moments:
            found[row] = max(moments)
    return found


def creating_entry(journal: Journal, entity: str, key: str) -> WrittenEntry | None:
    """Return the oldest entry that a row still rests on: who made it, as far as its heads tell."""
    state = journal.projector.load([(entity, key)])[entity, key]
    heads = {head for register in state.registers.values() for head in register.heads}
    found = sorted((state.numbers[head] for head in heads), key=lambda stored: stored.entry.t)
    if not found:
        return None
    number, _, entry = found[0]
    file = file_of_entry(journal.database, number)
    return WrittenEntry(dict(entry.s), entry.u, entry.t[0], entry.r, file)


_FILE = Statement(
    lambda: (
        EntryRow.select(ArrivalRow.file)
        .join(ArrivalRow, on=ArrivalRow.id == EntryRow.arrival)
        .where(EntryRow.id == VALUE)
    )
)


_SENDER = Statement(
    lambda: (
        EntryRow.select(ArrivalRow.replica)
        .join(ArrivalRow, on=ArrivalRow.id == EntryRow.arrival)
        .where(EntryRow.id == VALUE)
    )
)


def senders_of(journal: Journal, entity: str, key: str, field: str) -> list[tuple[str, int, str]]:
    """Return (replica, number, sender) of the entries that a field of a row rests on.

    The sender is the replica whose file brought the entry, "" for one that was written here.
    """
    state = journal.projector.load([(entity, key)])[entity, key]
    stored = (state.numbers[bytes.fromhex(head)] for head in state.head_ids(field))
    found = []
    for number, _, entry in stored:
        rows = journal.database.select(_SENDER, number)
        found.append((entry.r, entry.n, str(rows[0][0]) if rows else ""))
    return found


def file_of_entry(database: Database, number: int) -> str:
    """Return the file in which an entry came, by its place in the journal; "" for one written here."""
    rows = database.select(_FILE, number)
    return str(rows[0][0]) if rows else ""


def row_of(journal: Journal, entity: str, key: str) -> dict[str, Any]:
    """Return a row's values even if what it belongs to is not there; nothing for one that is deleted."""
    return rows_of(journal, [(entity, key)])[entity, key]


def rows_of(journal: Journal, places: Iterable[EntityKey]) -> dict[EntityKey, dict[str, Any]]:
    """Return the same of many rows at once, each (entity, key)."""
    states = journal.projector.load(places)
    return {place: dict(state.outcome().row or {}) for place, state in states.items()}


def last_row(journal: Journal, entity: str, key: str) -> dict[str, Any]:
    """Return a row's values though it is deleted: those with which it would come back."""
    state = journal.projector.load([(entity, key)])[entity, key]
    return {
        name: winner(register.heads.values(), policy_of(entity, name)).value
        for name, register in state.registers.items()
        if name != DELETED and register.heads
    }


def shown_row(journal: Journal, entity: str, key: str) -> dict[str, Any]:
    """Return the same as the tables show it: what this version knows, however many entries it rests on."""
    known = entity in MODELS and is_key(key)
    row = select_row(journal.database, entity, key) if known else None
    if row is None:
        # A row without its parents is shown nowhere.
        return row_of(journal, entity, key)
    return {name: value for name, value in row.items() if name != "key" and value is not None}


def is_deleted(journal: Journal, entity: str, key: str) -> bool:
    """Tell whether a row was there once and was deleted."""
    state = journal.projector.load([(entity, key)])[entity, key]
    return bool(state.registers) and state.outcome().row is None


def touched_by(database: Database, arrival: int) -> frozenset[tuple[str, str]]:
    """Return the rows (entity, key) about which an import brought entries."""
    return frozenset((entry.e, entry.k) for entry in brought_by(database, arrival))


def brought_by(database: Database, arrival: int) -> Iterator[Entry]:
    """Give the entries that came with an import."""
    for (line,) in database.select(EntryRow.select(EntryRow.line).where(EntryRow.arrival == arrival)):
        yield read_entry(line_bytes(line))


def missing_ranges(database: Database, replica: str) -> list[tuple[int, int]]:
    """Return the numbers of a replica, as (first, last), that lie below its last one and are not here."""
    found: list[tuple[int, int]] = []
    for base in replica_bases(database, replica):
        rows = database.select(_GAPS, base, base + 1, base + MAX_ENTRY_NUMBER)
        found.extend((first - base, last - base) for first, last in rows)
    return found


def _gaps() -> peewee.Node:
    """Return the query of runs of numbers that are not there, by the entries on both sides."""
    before = peewee.fn.lag(JournalRow.id, 1, VALUE).over(order_by=[JournalRow.id]).alias("before")
    sides = JournalRow.select(JournalRow.id, before).where(JournalRow.id.between(VALUE, VALUE)).alias("sides")
    missing = peewee.Select([sides], [sides.c.before + 1, sides.c.id - 1])
    return missing.where(sides.c.id > sides.c.before + 1).order_by(sides.c.id)


_GAPS = Statement(_gaps)


def find_equal_rows(database: Database, entity: str, columns: Sequence[str]) -> list[list[str]]:
    """Return groups of rows (keys, the oldest first) that hold the same values in these columns.

    Only rows that count are looked at: enrolments whose course and person are there, certificates that are
    valid. Blank values are no double.
    """
    rows = database.select(_equal_rows(entity, tuple(columns)))
    groups: dict[tuple[Any, ...], list[str]] = {}
    for *values, raw in rows:
        groups.setdefault(tuple(values), []).append(key_text(raw))
    return [keys for keys in groups.values() if len(keys) > 1]


@cache
def _equal_rows(entity: str, columns: tuple[str, ...]) -> Statement:
    def build() -> peewee.ModelSelect:
        t, inner = MODELS[entity].alias("t"), MODELS[entity].alias("same")
        shown = [getattr(t, name) for name in columns]
        same = [getattr(inner, name) for name in columns]
        # What is there twice at all is found in an index alone; only those few rows are asked whether they
        # count.
        twice = inner.select(*same).where(*(column.is_null(False) for column in same))
        twice = twice.group_by(*same).having(peewee.fn.count(peewee.SQL("*")) > 1)
        query: peewee.ModelSelect = t.select(*shown, RegistryRow.key)
        query = query.join(RegistryRow, on=RegistryRow.id == t.id)
        query = query.where(peewee.Tuple(*shown).in_(twice), *_counts(entity, t))
        return query.order_by(*shown, RegistryRow.key)

    return Statement(build)


def _counts(entity: str, t: TableModel) -> list[peewee.Node]:
    """Return the conditions under which a row counts."""
    there = {name: MODELS[name].select(MODELS[name].id) for name in ("course", "person", "enrolment")}
    if entity == "enrolment":
        return [t.course.in_(there["course"]), t.person.in_(there["person"])]
    valid = t.void.is_null() | ~t.void
    return [valid, t.replaced_by.is_null(), t.enrolment.in_(there["enrolment"])]


def count_beyond(database: Database, arrival: int) -> int:
    """Return how many of the entries that came with an import this version cannot show."""
    return sum(map(is_beyond, brought_by(database, arrival)))
