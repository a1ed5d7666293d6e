"""A new database of all that can still be read: from single pages of a damaged one, and from copies.

Only what cannot be made anew is looked for: the journal and whose it is, what belongs to this laptop alone,
contents of attachments, sheets that wait. All tables follow from the journal.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from pathlib import Path

from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.journal import BadEntry, Entry, decode_entry
from trainer_app.domain.upgrade import read_entry
from trainer_app.store.backups import numbers_only_in
from trainer_app.store.database import Database, create_database, remove_database
from trainer_app.store.journal import Journal
from trainer_app.store.pages import Pages, Row
from trainer_app.store.rebuilding import rebuild
from trainer_app.store.receiving import Receiver
from trainer_app.store.replicas import NUMBER_BITS, line_bytes
from trainer_app.store.upgrade import upgrade

_BATCH = 5_000
_REPLICA = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SETTING = re.compile(r"[a-z][a-z_]*([.:/ -].*)?", re.DOTALL)
_OWN_SETTING = "projection"
"""Says of which shape the tables are: the new ones have their own."""
_BEGINNINGS = frozenset(bytes([byte]) for byte in b"{0123456789")
type Statement = tuple[str, Row]

_PUT_ENTRY = "INSERT OR IGNORE INTO journal (id, import, tail) VALUES (?, ?, ?)"
_PUT_REPLICA = (
    "INSERT INTO replica (id, name, branch, own) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET own = max(own, excluded.own) ON CONFLICT DO NOTHING"
)
_PUT_SETTING = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"
_PUT_BLOB = "INSERT OR IGNORE INTO blob (sha256, content) VALUES (?, ?)"
_PUT_SOURCE = "INSERT OR IGNORE INTO blob_source (sha256, arrival) VALUES (?, ?)"
_PUT_ARRIVAL = f"INSERT OR IGNORE INTO arrival VALUES ({', '.join('?' * 11)})"
_PUT_DEPARTURE = f"INSERT OR IGNORE INTO departure VALUES ({', '.join('?' * 10)})"
_PUT_DROPPED = "INSERT OR IGNORE INTO dropped (id) VALUES (?)"
_PUT_UNDOING = "INSERT OR IGNORE INTO undoing (arrival, after) VALUES (?, ?)"
_PUT_LOSS = "INSERT OR IGNORE INTO loss (own, by, field, at, seen) VALUES (?, ?, ?, ?, ?)"
_PUT_DRAFT = f"INSERT OR IGNORE INTO feedback_draft VALUES ({', '.join('?' * 10)})"


def create_salvaged(path: Path, key: bytes, salt: bytes) -> Database:
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


def _run_all(database: Database, statements: Iterable[Statement]) -> None:
    grouped: dict[str, list[Row]] = {}
    for sql, row in statements:
        grouped.setdefault(sql, []).append(row)
    for sql, rows in grouped.items():
        database.run_many(sql, rows)


def _statement_of(row_id: int | None, row: Row) -> Statement | None:
    """Know a row by its shape; None for one that follows from others."""
    return _of_table(row_id, row) if row_id else _of_index(row)


def _of_table(row_id: int, row: Row) -> Statement | None:
    match row:
        case (None, int() | None, bytes() as tail) if tail[:1] in _BEGINNINGS:
            return _PUT_ENTRY, (row_id, row[1], tail)
        case (None, str() as name, int(), int()) if _REPLICA.fullmatch(name):
            return _PUT_REPLICA, (row_id, *row[1:])
        case (str() as name, bytes() as content) if hashlib.sha256(content).hexdigest() == name:
            return _PUT_BLOB, row
        case (None, str(), str(), str() as name, int(), *_) if len(row) == 11 and _REPLICA.fullmatch(name):
            return _PUT_ARRIVAL, (row_id, *row[1:])
        case (None, str(), str(), "sync" | "pack", str(), int(), *_) if len(row) == 10:
            return _PUT_DEPARTURE, (row_id, *row[1:])
        case (None,):
            return _PUT_DROPPED, (row_id,)
        case (None, int()):
            return _PUT_UNDOING, (row_id, row[1])
    return None


def _of_index(row: Row) -> Statement | None:
    match row:
        case (str() as name, int(), int() as number) if _REPLICA.fullmatch(name):
            # The index over them: whether the id is an own one stands in the table alone.
            return _PUT_REPLICA, (number, name, row[1], 0)
        case (str() as name, str()) if _SETTING.fullmatch(name) and name != _OWN_SETTING:
            return _PUT_SETTING, row
        case (str() as name, int()) if _HASH.fullmatch(name):
            # Its source, or the place in the index of contents: a wrong source only keeps it longer.
            return _PUT_SOURCE, (name, 0)
        case (int(), int(), str(), int(), int()):
            return _PUT_LOSS, row
        case (bytes() as key, str(), str(), *_) if len(row) == 10 and len(key) == 16:
            return _PUT_DRAFT, row
    return None


def mark_own(database: Database, own: Iterable[str]) -> None:
    """Say which ids are this laptop's, as the note outside the folder and copies tell."""
    with database.write():
        database.run_many(
            "UPDATE replica SET own = 1 WHERE name = ? AND branch = 0", [(name,) for name in own]
        )


def take_names(database: Database, copy: Database) -> None:
    """Take the ids of replicas, and the settings, that only a copy still tells.

    A copy of the same laptop counts its replicas alike; one that does not is left alone.
    """
    names = dict(database.select("SELECT id, name FROM replica WHERE branch = 0"))
    theirs = copy.select("SELECT id, name, branch, own FROM replica")
    if any(names.get(number, name) != name for number, name, branch, _ in theirs if branch == 0):
        return
    with database.write():
        database.run_many(_PUT_REPLICA, theirs)
        settings = copy.select("SELECT name, value FROM setting WHERE name <> ?", _OWN_SETTING)
        database.run_many("INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)", settings)
        for table in ("arrival", "departure", "departure_blob", "blob_source", "undoing", "dropped"):
            rows = copy.select(f"SELECT * FROM {table}")
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                database.run_many(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)
    mark_own(database, [name for _, name, branch, own in theirs if own and branch == 0])


def settle(database: Database) -> int:
    """Drop what cannot be assigned to anybody or is no entry, and return how many entries that was."""
    dropped = [
        (number,)
        for number, line in database.stream("SELECT id, line FROM entry")
        if not _is_entry(number, line)
    ]
    with database.write():
        database.run_many("DELETE FROM journal WHERE id = ?", dropped)
        database.run("UPDATE journal SET import = NULL WHERE import NOT IN (SELECT id FROM arrival)")
        database.run(
            "DELETE FROM undoing WHERE arrival NOT IN (SELECT id FROM arrival WHERE result = 'undone')"
        )
        database.run_many("DELETE FROM dropped WHERE id = ?", _not_silent(database))
        database.run("DELETE FROM loss WHERE own NOT IN (SELECT id FROM journal)")
        database.run("DELETE FROM blob_source WHERE sha256 NOT IN (SELECT sha256 FROM blob)")
        database.run("INSERT OR IGNORE INTO blob_source SELECT sha256, 0 FROM blob")
    return len(dropped)


def _not_silent(database: Database) -> list[tuple[int]]:
    """Return the places called dropped whose lines speak, or are not here."""
    rows = database.select("SELECT dropped.id, line FROM dropped LEFT JOIN entry ON entry.id = dropped.id")
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
    undone = {number for (number,) in database.select("SELECT id FROM arrival WHERE result = 'undone'")}
    with journal.transaction():
        received = Receiver(journal).receive(_lines(copy, database, undone))
        for sha256, content in copy.stream("SELECT sha256, content FROM blob"):
            if hashlib.sha256(content).hexdigest() == sha256:
                database.run(_PUT_BLOB, sha256, content)
                database.run(_PUT_SOURCE, sha256, 0)
    return received.new


def _lines(copy: Database, database: Database, undone: set[int]) -> Iterator[tuple[bytes, Entry]]:
    places = list(numbers_only_in(copy, database))
    for batch in batched(places, 500):
        marks = ", ".join("?" * len(batch))
        for brought, raw in copy.select(f"SELECT import, line FROM entry WHERE id IN ({marks})", *batch):
            if brought not in undone:
                line = line_bytes(raw)
                yield line, read_entry(line)
