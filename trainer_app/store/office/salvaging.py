"""Builds a new database from all that can still be read: single pages of a damaged one, and copies.

Only what cannot be made anew is looked for: the journal and its replicas, what belongs to this laptop alone,
contents of attachments, anonymous drafts. All tables follow from the journal.

Rows are read straight from the pages of the file, without the tree that leads to them. The format is SQLite's
own (https://sqlite.org/fileformat2.html): leaves of tables and of indexes hold records, and a long record
goes on in a chain of overflow pages. Which table a page belongs to is not written on it: rows are known by
their shape. This is about SQLite's files by its nature: a database server's pages are its own matter.
"""

import hashlib
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import batched
from pathlib import Path

from msgspec import Struct

from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.journal import BadEntry, Entry, decode_entry
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.base.settings import SCHEMA_FINGERPRINT
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, adding_missing, any_of, putting
from trainer_app.store.base.files import DatabaseFile, create_database, remove_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import (
    ArrivalRow,
    BlobRow,
    BlobSourceRow,
    DepartureBlobRow,
    DepartureRow,
    DraftRow,
    DroppedRow,
    EntryRow,
    JournalRow,
    LossRow,
    ReplicaRow,
    SettingRow,
    UndoingRow,
    UndoneRow,
    columns_of,
)
from trainer_app.store.base.object_ids import NUMBER_BITS, line_bytes
from trainer_app.store.base.upgrade import rebuild, upgrade
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.store.office.backups import numbers_only_in

type RecordValue = None | int | float | str | bytes
type RecordRow = tuple[RecordValue, ...]
type PageOpener = Callable[[int, bytes], bytes | None]
"""Number and raw bytes of a page -> the plain page, None if it is damaged."""

PAGE = 4096
_RESERVED = 80
_USABLE = PAGE - _RESERVED
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_LARGEST = 64 << 20
_WAL_HEADER, _FRAME_HEADER = 32, 24
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class PageCounts(Struct):
    """How many pages were looked at, and how many of them are damaged."""

    pages: int = 0
    damaged: int = 0


class Pages:
    """The pages of a database file with what its log holds of them."""

    def __init__(self, path: Path, opened: PageOpener) -> None:
        self._path, self._open = path, opened
        self._log = path.with_name(path.name + "-wal")
        self._frames = _committed_frames(self._log)
        size = path.stat().st_size if path.exists() else 0
        self.count = max([-(-size // PAGE), *self._frames])
        self.found = PageCounts()

    def read(self, number: int) -> bytes | None:
        """Return a plain page: the newest in the log that is whole, else the one in the file."""
        if number in self._frames:
            plain = self._open(number, _bytes_at(self._log, self._frames[number]))
            if plain is not None:
                return plain
        return self._open(number, self.raw(number))

    def raw(self, number: int) -> bytes:
        """Return what the file has of a page, whole or not; nothing where the disk does not give it."""
        return _bytes_at(self._path, (number - 1) * PAGE)

    def has_log_of(self, opened: PageOpener) -> bool:
        """Tell whether the log holds a page that somebody can open."""
        frames = self._frames.items()
        return any(opened(number, _bytes_at(self._log, at)) is not None for number, at in frames)

    def rows(self) -> Iterator[tuple[int | None, RecordRow]]:
        """Yield the rows of every whole leaf, each with its row id, None in an index."""
        for number in range(1, self.count + 1):
            self.found.pages += 1
            page = self.read(number)
            if page is None:
                self.found.damaged += 1
                continue
            yield from self._rows_of(number, page)

    def _rows_of(self, number: int, page: bytes) -> Iterator[tuple[int | None, RecordRow]]:
        start = 100 if number == 1 else 0
        kind = page[start]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
            return
        count = int.from_bytes(page[start + 3 : start + 5])
        first = start + (12 if kind == _INDEX_INNER else 8)
        for place in range(count):
            at = int.from_bytes(page[first + 2 * place : first + 2 * place + 2])
            try:
                yield self._cell(page, at, kind)
            except (IndexError, ValueError, struct.error):
                continue  # no page of rows after all, or its rest is in a page that is gone

    def _cell(self, page: bytes, at: int, kind: int) -> tuple[int | None, RecordRow]:
        if kind == _INDEX_INNER:
            at += 4
        size, at = _varint(page, at)
        row_id = None
        if kind == _TABLE_LEAF:
            row_id, at = _varint(page, at)
        if size > _LARGEST or at >= _USABLE:
            raise ValueError("no cell")
        most = _USABLE - 35 if kind == _TABLE_LEAF else (_USABLE - 12) * 64 // 255 - 23
        if size <= most:
            payload = page[at : at + size]
        else:
            least = (_USABLE - 12) * 32 // 255 - 23
            local = least + (size - least) % (_USABLE - 4)
            local = local if local <= most else least
            payload = page[at : at + local] + self._overflow(page, at + local, size - local)
        if len(payload) != size:
            raise ValueError("cut short")
        return row_id, _record(payload)

    def _overflow(self, page: bytes, at: int, rest: int) -> bytes:
        following = int.from_bytes(page[at : at + 4])
        parts: list[bytes] = []
        while rest > 0:
            found = self.read(following) if 0 < following <= self.count else None
            if found is None:
                raise ValueError("a page of the chain is gone")
            parts.append(found[4 : 4 + min(rest, _USABLE - 4)])
            rest -= len(parts[-1])
            following = int.from_bytes(found[:4])
        return b"".join(parts)


def _bytes_at(path: Path, offset: int) -> bytes:
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            return stream.read(PAGE)
    except OSError:
        return b""  # a sector that the disk does not give


def _committed_frames(path: Path) -> Mapping[int, int]:
    """Return for each page where its newest committed frame lies in the log."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_WAL_HEADER)
            if len(head) < _WAL_HEADER:
                return {}
            salts = head[16:24]
            committed: dict[int, int] = {}
            waiting: dict[int, int] = {}
            at = _WAL_HEADER
            while len(frame := stream.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == salts:
                number, size = struct.unpack(">II", frame[:8])
                waiting[number] = at + _FRAME_HEADER
                if size:
                    committed.update(waiting)
                    waiting.clear()
                at += _FRAME_HEADER + PAGE
                stream.seek(at)
            return committed
    except OSError:
        return {}


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), at + 9


def _record(payload: bytes) -> RecordRow:
    end, at = _varint(payload, 0)
    if not 0 < end <= len(payload):
        raise ValueError("no record")
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values, at = [], end
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[RecordValue, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        _within(payload, at, size)
        return int.from_bytes(payload[at : at + size], signed=True), at + size
    if kind < 12:
        raise ValueError("no such type")
    size = (kind - 12) // 2
    _within(payload, at, size)
    raw = payload[at : at + size]
    return (raw if kind % 2 == 0 else raw.decode("utf-8")), at + size


def _within(payload: bytes, at: int, size: int) -> None:
    if at + size > len(payload):
        raise ValueError("cut short")


_BATCH = 5_000
_REPLICA = regex(r"[0-9a-f]{32}")
_HASH = regex(r"[0-9a-f]{64}")
_SETTING = regex(r"[a-z][a-z_]*([.:/ -].*)?", re.DOTALL)
"""Says of which shape the tables are: the new ones have their own."""
_BEGINNINGS = frozenset(bytes([byte]) for byte in b"{0123456789")
type Salvaged = tuple[Statement, RecordRow]

_PUT_ENTRY = adding_missing(*columns_of(JournalRow))
_PUT_REPLICA = adding_missing(*columns_of(ReplicaRow))
_OWN_BY_ID = Statement(lambda: ReplicaRow.update({ReplicaRow.own: 1}).where(ReplicaRow.id == VALUE))
_OWN_BY_NAME = Statement(
    lambda: ReplicaRow.update({ReplicaRow.own: 1}).where(ReplicaRow.name == VALUE, ReplicaRow.branch == 0)
)
_PUT_SETTING = putting(*columns_of(SettingRow))
_PUT_MISSING_SETTING = adding_missing(*columns_of(SettingRow))
_PUT_BLOB = adding_missing(*columns_of(BlobRow))
_PUT_SOURCE = adding_missing(*columns_of(BlobSourceRow))
_PUT_ARRIVAL = adding_missing(*columns_of(ArrivalRow))
_PUT_DEPARTURE = adding_missing(*columns_of(DepartureRow))
_PUT_DROPPED = adding_missing(*columns_of(DroppedRow))
_PUT_UNDOING = adding_missing(*columns_of(UndoingRow))
_PUT_UNDONE = adding_missing(*columns_of(UndoneRow))
_PUT_LOSS = adding_missing(*columns_of(LossRow))
_PUT_DRAFT = adding_missing(*columns_of(DraftRow))
_DROP_ENTRY = Statement(lambda: JournalRow.delete().where(JournalRow.id == VALUE))
_FORGET_DROPPED = Statement(lambda: DroppedRow.delete().where(DroppedRow.id == VALUE))
_UNDONE = Statement(lambda: ArrivalRow.select(ArrivalRow.id).where(ArrivalRow.result == "undone"))
_SOME_LINES = Statement(
    lambda: EntryRow.select(EntryRow.arrival, EntryRow.line).where(EntryRow.id.in_(any_of(NUMBERS)))
)


def create_salvaged(path: Path, key: bytes, salt: bytes) -> DatabaseFile:
    """Make an empty database beside the damaged one, in place of an unfinished one."""
    remove_database(path)
    database = create_database(path, key, salt)
    upgrade(database, before=lambda: None)
    return database


def take_pages(database: Database, pages: Pages, progress: Progress = no_progress) -> None:
    """Put into a new database what the whole pages of a damaged one hold."""
    found = (statement for row_id, row in pages.rows() if (statement := _statement_of(row_id, row)))
    for batch in batched(found, _BATCH):
        with database.write():
            _run_all(database, batch)
        progress("salvage.pages", pages.found.pages / max(pages.count, 1))


def _run_all(database: Database, found: Iterable[Salvaged]) -> None:
    grouped: dict[Statement, list[RecordRow]] = {}
    for statement, row in found:
        grouped.setdefault(statement, []).append(row)
    for statement, rows in grouped.items():
        if statement is _PUT_REPLICA:
            _put_replicas(database, rows)
        else:
            database.run_many(statement, rows)


def _put_replicas(database: Database, rows: Sequence[RecordRow]) -> None:
    """Put in replicas as (number, name, branch, own): one that any of them calls an own one stays that."""
    database.run_many(_PUT_REPLICA, rows)
    database.run_many(_OWN_BY_ID, [(number,) for number, _, _, own in rows if own])


_BESIDE = (ArrivalRow, DepartureRow, DepartureBlobRow, BlobSourceRow)
_ARRIVAL = (11, 13)
"""Columns of an import's record: before it told who signed the file and what it carried, and since."""


def _statement_of(row_id: int | None, row: RecordRow) -> Salvaged | None:
    """Know a row by its shape; None for one that follows from others."""
    return _of_table(row_id, row) if row_id else _of_index(row)


def _of_table(row_id: int, row: RecordRow) -> Salvaged | None:
    match row:
        case (None, int() | None, bytes() as tail) if tail[:1] in _BEGINNINGS:
            return _PUT_ENTRY, (row_id, row[1], tail)
        case (None, str() as name, int(), int()) if _REPLICA.fullmatch(name):
            return _PUT_REPLICA, (row_id, *row[1:])
        case (str() as name, bytes() as content) if hashlib.sha256(content).hexdigest() == name:
            return _PUT_BLOB, row
        case (None, str(), str(), str() as name, int(), *_) if len(row) in _ARRIVAL and _REPLICA.fullmatch(
            name
        ):
            return _PUT_ARRIVAL, (row_id, *row[1:], *([""] * (_ARRIVAL[-1] - len(row))))
        case (None, str(), str(), "sync" | "pack", str(), int(), *_) if len(row) == 10:
            return _PUT_DEPARTURE, (row_id, *row[1:])
        case (None,):
            return _PUT_DROPPED, (row_id,)
        case (None, int()):
            return _PUT_UNDOING, (row_id, row[1])
    return None


def _of_index(row: RecordRow) -> Salvaged | None:
    match row:
        case (str() as name, int(), int() as number) if _REPLICA.fullmatch(name):
            # The index over them: whether the id is an own one stands in the table alone.
            return _PUT_REPLICA, (number, name, row[1], 0)
        case (str() as name, str()) if _SETTING.fullmatch(name) and name != SCHEMA_FINGERPRINT.key:
            return _PUT_SETTING, row
        case (str() as name, int()) if _HASH.fullmatch(name):
            # Its source, or the place in the index of contents: a wrong source only keeps it longer.
            return _PUT_SOURCE, (name, 0)
        case (int(), int(), str(), int(), int()):
            return _PUT_LOSS, row
        case (bytes() as own, int()) if len(own) in (16, 32):
            return _PUT_UNDONE, row
        case (bytes() as key, str(), str(), *_) if len(row) == 10 and len(key) == 16:
            return _PUT_DRAFT, row
    return None


def mark_own(database: Database, own: Iterable[str]) -> None:
    """Say which ids are this laptop's, as the note outside the folder and copies tell."""
    with database.write():
        database.run_many(_OWN_BY_NAME, [(name,) for name in own])


def take_names(database: Database, copy: Database) -> None:
    """Take the ids of replicas, and the settings, that only a copy still tells.

    A copy of the same laptop counts its replicas alike; one that does not is left alone.
    """
    main = ReplicaRow.select(ReplicaRow.id, ReplicaRow.name).where(ReplicaRow.branch == 0)
    names = dict(database.select(main))
    theirs = copy.select(ReplicaRow.select(*columns_of(ReplicaRow)))
    if any(names.get(number, name) != name for number, name, branch, _ in theirs if branch == 0):
        return
    with database.write():
        _put_replicas(database, theirs)
        settings = copy.select(SettingRow.select().where(SettingRow.name != SCHEMA_FINGERPRINT.key))
        database.run_many(_PUT_MISSING_SETTING, settings)
        for model in (*_BESIDE, UndoingRow, UndoneRow, DroppedRow):
            database.run_many(adding_missing(*columns_of(model)), copy.select(model.select()))
    mark_own(database, [name for _, name, branch, own in theirs if own and branch == 0])


def drop_unassigned(database: Database) -> int:
    """Drop what cannot be assigned to anybody or is no entry, and return how many entries that was."""
    dropped = [
        (number,)
        for number, line in database.stream(EntryRow.select(EntryRow.id, EntryRow.line))
        if not _is_entry(number, line)
    ]
    with database.write():
        database.run_many(_DROP_ENTRY, dropped)
        arrivals, places = ArrivalRow.select(ArrivalRow.id), JournalRow.select(JournalRow.id)
        contents = BlobRow.select(BlobRow.sha256)
        nobody = JournalRow.update({JournalRow.arrival: None})
        database.run(nobody.where(JournalRow.arrival.not_in(arrivals)))
        undone = arrivals.where(ArrivalRow.result == "undone")
        database.run(UndoingRow.delete().where(UndoingRow.arrival.not_in(undone)))
        database.run(UndoneRow.delete().where(UndoneRow.arrival.not_in(undone)))
        database.run_many(_FORGET_DROPPED, _not_silent(database))
        database.run(LossRow.delete().where(LossRow.own.not_in(places)))
        database.run(BlobSourceRow.delete().where(BlobSourceRow.sha256.not_in(contents)))
        database.run_many(_PUT_SOURCE, [(sha256, 0) for (sha256,) in database.select(contents)])
    return len(dropped)


def _not_silent(database: Database) -> list[tuple[int]]:
    """Return the places called dropped whose lines speak, or are not here."""
    dropped = DroppedRow.select(DroppedRow.id, EntryRow.line)
    rows = database.select(dropped.left_outer_join(EntryRow, on=EntryRow.id == DroppedRow.id))
    return [(number,) for number, line in rows if not (_is_entry(number, line) and decode_entry(line).erased)]


def _is_entry(number: int, line: object) -> bool:
    try:
        return isinstance(line, bytes) and bool(decode_entry(line)) and number >> NUMBER_BITS > 0
    except BadEntry:
        return False


def make_tables(database: Database, clock: Callable[[], int], progress: Progress = no_progress) -> Journal:
    """Make every table of the journal that was found; returns the open journal."""
    journal = Journal(database, clock, lambda replica, number: None)
    with journal.transaction():
        rebuild(journal, progress)
    return journal


def take_entries(journal: Journal, copy: Database) -> int:
    """Take the entries and contents that only a copy has; returns how many entries.

    What was taken back here since stays taken back: an import that was undone is left out.
    """
    database = journal.database
    undone = {number for (number,) in database.select(_UNDONE)}
    with journal.transaction():
        received = Receiver(journal).receive(_lines(copy, database, undone))
        for sha256, content in copy.stream(BlobRow.select(BlobRow.sha256, BlobRow.content)):
            if hashlib.sha256(content).hexdigest() == sha256:
                database.run(_PUT_BLOB, sha256, content)
                database.run(_PUT_SOURCE, sha256, 0)
    return received.new


def _lines(copy: Database, database: Database, undone: set[int]) -> Iterator[tuple[bytes, Entry]]:
    places = list(numbers_only_in(copy, database))
    for batch in batched(places, 500):
        for brought, raw in copy.select(_SOME_LINES, batch):
            if brought not in undone:
                line = line_bytes(raw)
                yield line, read_entry(line)
