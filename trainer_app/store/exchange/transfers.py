"""Imports, exports and the other replicas (none of it in the journal), and the office's requests."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.base.journal import entry_id
from trainer_app.domain.exchange.laptops import OfficeRequest, OfficeRequestKind
from trainer_app.store.base.database import Database
from trainer_app.store.base.object_ids import NUMBER_BITS, line_bytes
from trainer_app.store.base.records import RecordReader
from trainer_app.store.base.rows import Fields, select_rows


@dataclass(frozen=True)
class Arrival:
    """One import. `result` is imported or undone; `at` is in wall milliseconds."""

    number: int
    bundle: str
    file: str
    replica: str
    at: int
    first: int
    last: int
    entries: int
    conflicts: int
    result: str
    archived: str


@dataclass(frozen=True)
class Departure:
    """One export. `first` and `last` are the numbers of the entries in it."""

    number: int
    bundle: str
    file: str
    kind: str
    target: str
    at: int
    first: int
    last: int
    entries: int
    size: int


@dataclass(frozen=True)
class ReplicaRange:
    """What is known of one replica: its last number, and how many of them are there."""

    replica: str
    last: int
    count: int

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing up to the last one."""
        return self.last == self.count


def add_arrival(database: Database, arrival: Arrival) -> int:
    """Keep the record of an import and return its number. Use inside `Database.write`."""
    database.run(
        "INSERT INTO arrival (bundle, file, replica, at, first, last, entries, conflicts, result, archived) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arrival.bundle,
        arrival.file,
        arrival.replica,
        arrival.at,
        arrival.first,
        arrival.last,
        arrival.entries,
        arrival.conflicts,
        arrival.result,
        arrival.archived,
    )
    return int(str(database.rows("SELECT last_insert_rowid()")[0][0]))


def finish_arrival(database: Database, number: int, entries: int, conflicts: int) -> None:
    """Write down what an import brought. Use inside `Database.write`."""
    database.run("UPDATE arrival SET entries = ?, conflicts = ? WHERE id = ?", entries, conflicts, number)


def rename_archived(database: Database, old: str, new: str) -> None:
    """Write down that a file of the archive was made anew under another name; "" if it is there no more."""
    with database.write():
        database.run("UPDATE arrival SET archived = ? WHERE archived = ?", new, old)
        database.run("UPDATE departure SET file = ? WHERE file = ? AND kind = 'archive'", new, old)


def remove_newest_arrival(database: Database) -> None:
    """Drop the record of the newest import. Use inside `Database.write`."""
    database.run("DELETE FROM arrival WHERE id = (SELECT max(id) FROM arrival)")


def list_arrivals(database: Database) -> list[Arrival]:
    """Return all imports, the newest first."""
    rows = database.rows(
        "SELECT id, bundle, file, replica, at, first, last, entries, conflicts, result, archived "
        "FROM arrival ORDER BY id DESC"
    )
    return [Arrival(*row) for row in rows]  # type: ignore[arg-type]


def last_arrival(database: Database) -> int:
    """Return when a file brought something last, in wall milliseconds; 0 for never."""
    rows = database.rows("SELECT max(at) FROM arrival WHERE result = 'imported'")
    return int(str(rows[0][0] or 0))


def add_departure(database: Database, departure: Departure) -> None:
    """Keep the record of an export."""
    with database.write():
        database.run(
            "INSERT INTO departure (bundle, file, kind, target, at, first, last, entries, size) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            departure.bundle,
            departure.file,
            departure.kind,
            departure.target,
            departure.at,
            departure.first,
            departure.last,
            departure.entries,
            departure.size,
        )


def list_departures(database: Database) -> list[Departure]:
    """Return all exports, the newest first."""
    rows = database.rows(
        "SELECT id, bundle, file, kind, target, at, first, last, entries, size FROM departure "
        "ORDER BY id DESC"
    )
    return [Departure(*row) for row in rows]  # type: ignore[arg-type]


def lines_of(database: Database, replica: str, after: int) -> list[tuple[int, bytes]]:
    """Return (number, line) of a replica's entries above a number, also those on its branches.

    What was let go of here never travels.
    """
    found: list[tuple[int, bytes]] = []
    for (base,) in database.rows("SELECT id FROM replica WHERE name = ? ORDER BY branch", replica):
        low = int(str(base)) << NUMBER_BITS
        rows = database.rows(
            "SELECT id, line FROM entry WHERE id > ? AND id < ? "
            "AND id NOT IN (SELECT id FROM dropped) ORDER BY id",
            low + after,
            low + (1 << NUMBER_BITS),
        )
        found.extend((int(str(number)) - low, line_bytes(line)) for number, line in rows)
    return found


def line_after(database: Database, replica: str, number: int) -> bytes | None:
    """Return the line of a replica's next entry after a number that was written here, or None."""
    for (base,) in database.rows("SELECT id FROM replica WHERE name = ? AND branch = 0", replica):
        low = int(str(base)) << NUMBER_BITS
        rows = database.rows(
            "SELECT line FROM entry WHERE id > ? AND id < ? AND import IS NULL ORDER BY id LIMIT 1",
            low + number,
            low + (1 << NUMBER_BITS),
        )
        if rows:
            return line_bytes(rows[0][0])
    return None


def replica_ranges(database: Database) -> list[ReplicaRange]:
    """Return how far each replica is known here."""
    ranges = []
    for number, name in database.rows("SELECT id, name FROM replica WHERE branch = 0 ORDER BY id"):
        low = int(str(number)) << NUMBER_BITS
        last, count = database.rows(
            "SELECT coalesce(max(id), ?) - ?, count(*) FROM entry WHERE id > ? AND id < ?",
            low,
            low,
            low,
            low + (1 << NUMBER_BITS),
        )[0]
        ranges.append(ReplicaRange(str(name), int(str(last)), int(str(count))))
    return ranges


def own_last(database: Database, replica: str) -> int:
    """Return the last number that was written here under a replica id, not taken in from a file; or 0."""
    for (base,) in database.rows("SELECT id FROM replica WHERE name = ? AND branch = 0", replica):
        low = int(str(base)) << NUMBER_BITS
        rows = database.rows(
            "SELECT id FROM entry WHERE id > ? AND id < ? AND import IS NULL ORDER BY id DESC LIMIT 1",
            low,
            low + (1 << NUMBER_BITS),
        )
        return int(str(rows[0][0])) - low if rows else 0
    return 0


def id_at(database: Database, replica: str, number: int) -> str:
    """Return the id (32 hex digits) of a replica's entry with a number; "" if it is not here."""
    rows = database.rows(
        "SELECT entry.line FROM replica JOIN entry ON entry.id = (replica.id << ?) + ? "
        "WHERE replica.name = ? AND replica.branch = 0",
        NUMBER_BITS,
        number,
        replica,
    )
    return entry_id(line_bytes(rows[0][0])).hex() if rows else ""


def remove_arrival(database: Database, number: int) -> int:
    """Take out the entries that an import brought; rebuild afterwards. Returns how many.

    Use inside `Journal.transaction`. The encrypted original stays in the archive.
    """
    count = int(str(database.rows("SELECT count(*) FROM entry WHERE import = ?", number)[0][0]))
    # What was erased stays known: a later file that brings the full line shall not bring it back.
    database.run(
        "DELETE FROM journal WHERE import = ? AND NOT (length(tail) < 160 AND instr(tail, ?))",
        number,
        b',"x":"',
    )
    database.run("UPDATE arrival SET result = 'undone' WHERE id = ?", number)
    database.run(
        "INSERT OR REPLACE INTO undoing (arrival, after) SELECT ?, coalesce(max(id), 0) FROM arrival", number
    )
    return count


def list_undoings(database: Database) -> dict[int, int]:
    """Return import taken back -> the newest import at that time."""
    return {int(str(one)): int(str(after)) for one, after in database.rows("SELECT * FROM undoing")}


def rename_arrival(database: Database, number: int, file: str, at: int) -> None:
    """Write down under which name and when an import came in the first place. Use inside `Database.write`."""
    database.run("UPDATE arrival SET file = ?, at = ? WHERE id = ?", file, at, number)


def first_of_imports(database: Database, replica: str) -> dict[int, int]:
    """Return import -> the lowest number of a replica's entries that came with it."""
    found: dict[int, int] = {}
    for (base,) in database.rows("SELECT id FROM replica WHERE name = ? AND branch = 0", replica):
        low = int(str(base)) << NUMBER_BITS
        for number, first in database.rows(
            "SELECT import, min(id) FROM journal "
            "WHERE id > ? AND id < ? AND import IS NOT NULL GROUP BY import",
            low,
            low + (1 << NUMBER_BITS),
        ):
            found[int(str(number))] = int(str(first)) - low
    return found


def own_replica(database: Database, name: str) -> None:
    """Remember that this computer once wrote under a replica id. Use inside `Database.write`."""
    database.run("UPDATE replica SET own = 1 WHERE name = ? AND branch = 0", name)


def last_contiguous(database: Database, replica: str) -> int:
    """Return up to which number a replica's entries are all here."""
    expected = 1
    for (base,) in database.rows("SELECT id FROM replica WHERE name = ? AND branch = 0", replica):
        low = int(str(base)) << NUMBER_BITS
        for (number,) in database.execute_sql(
            "SELECT id FROM entry WHERE id > ? AND id < ? ORDER BY id", (low, low + (1 << NUMBER_BITS))
        ):
            if number - low != expected:
                break
            expected += 1
    return expected - 1


def all_lines(database: Database) -> list[tuple[int, bytes]]:
    """Return every entry as (number of the row, line)."""
    rows = database.rows("SELECT id, line FROM entry ORDER BY id")
    return [(int(str(number)), line_bytes(line)) for number, line in rows]


def is_forked(database: Database, replica: str) -> bool:
    """Tell whether two computers wrote under one id, as far as their entries came here."""
    return bool(database.rows("SELECT 1 FROM replica WHERE name = ? AND branch > 0", replica))


def count_entries(database: Database) -> int:
    """Return how many entries the journal holds."""
    return int(str(database.rows("SELECT count(*) FROM journal")[0][0]))


def copy_local(source: Database, target: Database, imports: Mapping[int, int]) -> None:
    """Copy what stands in no journal: files sent, sheets that wait, names of imports (old number -> new one).

    Use inside `Database.write` of the target.
    """
    for table in ("departure", "departure_blob", "feedback_draft"):
        rows = source.rows(f'SELECT * FROM "{table}"')
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            target.run_many(f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})', rows)
    for found in list_arrivals(source):
        if found.number in imports:
            rename_arrival(target, imports[found.number], found.file, found.at)


_request = RecordReader(OfficeRequest, "errand", kind=OfficeRequestKind.OTHER)


def list_office_requests(database: Database, device: str = "") -> list[OfficeRequest]:
    """Return all requests, or those to one laptop, the newest first."""
    where = "WHERE t.device = ? " if device else ""
    values = (device,) if device else ()
    rows = select_rows(database, "errand", f"{where}ORDER BY t.asked_on DESC, own.key DESC", *values)
    codes = {row["key"]: row["code"] or "" for row in select_rows(database, "course")}
    return [_read_request(fields, codes) for fields in rows]


def _read_request(fields: Fields, codes: dict[str, str]) -> OfficeRequest:
    return _request(fields, course_code=codes.get(fields["course"] or "", ""))
