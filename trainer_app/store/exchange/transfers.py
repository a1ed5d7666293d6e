"""Imports, exports and the other replicas (none of it in the journal), and the office's requests."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

import peewee
from msgspec import Struct

from trainer_app.domain.base.journal import entry_id
from trainer_app.domain.exchange.laptops import OfficeRequest, OfficeRequestKind
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, adding, adding_missing, count, holds, putting
from trainer_app.store.base.journal import LONGEST_ERASED
from trainer_app.store.base.models import (
    ArrivalRow,
    DepartureBlobRow,
    DepartureRow,
    DroppedRow,
    EntryRow,
    JournalRow,
    ProposalRow,
    ReplicaRow,
    UndoingRow,
    UndoneRow,
    columns_of,
)
from trainer_app.store.base.object_ids import NUMBER_BITS, line_bytes, replica_bases
from trainer_app.store.base.rows import Fields, RecordReader, Rows, select_rows


class Arrival(Struct, frozen=True):
    """One import. `result` is imported or undone; `at` is in wall milliseconds.

    `signer` is the id of the key that signed it (16 hex digits), `carried` those of whoever signed the files
    in it, with spaces between them.
    """

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
    signer: str = ""
    carried: str = ""


class Departure(Struct, frozen=True):
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


class ReplicaRange(Struct, frozen=True):
    """What is known of one replica: its last number, and how many of them are there."""

    replica: str
    last: int
    count: int

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing up to the last one."""
        return self.last == self.count


_ADD_ARRIVAL = adding(*columns_of(ArrivalRow)[1:])
_ADD_DEPARTURE = adding(*columns_of(DepartureRow)[1:])
_PUT_UNDOING = putting(UndoingRow.arrival, UndoingRow.after)
_PUT_UNDONE = putting(UndoneRow.id, UndoneRow.arrival)
_FORGET_UNDONE = Statement(lambda: UndoneRow.delete().where(UndoneRow.id == VALUE))
_UNDONE = Statement(
    lambda: UndoneRow.select(UndoneRow.id, ArrivalRow.bundle).join(
        ArrivalRow, on=ArrivalRow.id == UndoneRow.arrival
    )
)
_UNDOINGS = Statement(lambda: UndoingRow.select(UndoingRow.arrival, UndoingRow.after))
_FINISH_ARRIVAL = Statement(
    lambda: ArrivalRow.update({ArrivalRow.entries: VALUE, ArrivalRow.conflicts: VALUE}).where(
        ArrivalRow.id == VALUE
    )
)
_ARRIVALS = Statement(lambda: ArrivalRow.select().order_by(ArrivalRow.id.desc()))
_LAST_ARRIVAL = Statement(
    lambda: ArrivalRow.select(peewee.fn.max(ArrivalRow.at)).where(ArrivalRow.result == "imported")
)
_DEPARTURES = Statement(lambda: DepartureRow.select().order_by(DepartureRow.id.desc()))
_TRAVELLING = Statement(
    lambda: (
        EntryRow.select(EntryRow.id, EntryRow.line)
        .where(EntryRow.id > VALUE, EntryRow.id < VALUE, EntryRow.id.not_in(DroppedRow.select(DroppedRow.id)))
        .order_by(EntryRow.id)
    )
)
_FIRST_BRANCHES = Statement(
    lambda: (
        ReplicaRow.select(ReplicaRow.id, ReplicaRow.name)
        .where(ReplicaRow.branch == 0)
        .order_by(ReplicaRow.id)
    )
)
_NUMBERS = Statement(
    lambda: EntryRow.select(EntryRow.id).where(EntryRow.id > VALUE, EntryRow.id < VALUE).order_by(EntryRow.id)
)
_RANGE = Statement(
    lambda: JournalRow.select(peewee.fn.max(JournalRow.id), peewee.fn.count(peewee.SQL("*"))).where(
        JournalRow.id > VALUE, JournalRow.id < VALUE
    )
)
_OWN_LAST = Statement(
    lambda: (
        EntryRow.select(EntryRow.id)
        .where(EntryRow.arrival.is_null(), EntryRow.id > VALUE, EntryRow.id < VALUE)
        .order_by(EntryRow.id.desc())
        .limit(1)
    )
)
_OWN_FIRST = Statement(
    lambda: (
        EntryRow.select(EntryRow.line)
        .where(EntryRow.arrival.is_null(), EntryRow.id > VALUE, EntryRow.id < VALUE)
        .order_by(EntryRow.id)
        .limit(1)
    )
)
_BRANCHES = Statement(
    lambda: ReplicaRow.select(ReplicaRow.id).where(ReplicaRow.name == VALUE).order_by(ReplicaRow.branch)
)
_ALL_LINES = Statement(lambda: EntryRow.select(EntryRow.id, EntryRow.line).order_by(EntryRow.id))
_COUNTING = Statement(
    lambda: (
        EntryRow.select(EntryRow.id, EntryRow.line)
        .where(EntryRow.id.not_in(ProposalRow.select(ProposalRow.entry)))
        .order_by(EntryRow.id)
    )
)
_DROPPED = Statement(lambda: DroppedRow.select(DroppedRow.id))


def add_arrival(database: Database, arrival: Arrival) -> int:
    """Keep the record of an import and return its number. Use inside `Database.write`."""
    return database.insert(
        _ADD_ARRIVAL,
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
        arrival.signer,
        arrival.carried,
    )


def finish_arrival(database: Database, number: int, entries: int, conflicts: int) -> None:
    """Write down what an import brought. Use inside `Database.write`."""
    database.run(_FINISH_ARRIVAL, entries, conflicts, number)


def rename_archived(database: Database, old: str, new: str) -> None:
    """Write down that a file of the archive was made anew under another name; "" if it is there no more."""
    with database.write():
        database.run(ArrivalRow.update({ArrivalRow.archived: new}).where(ArrivalRow.archived == old))
        renamed = DepartureRow.update({DepartureRow.file: new})
        database.run(renamed.where(DepartureRow.file == old, DepartureRow.kind == "archive"))


def remove_newest_arrival(database: Database) -> None:
    """Drop the record of the newest import. Use inside `Database.write`."""
    newest = ArrivalRow.alias("newest")
    last = newest.select(peewee.fn.max(newest.id))
    database.run(ArrivalRow.delete().where(ArrivalRow.id == last))


def list_arrivals(database: Database) -> list[Arrival]:
    """Return all imports, the newest first."""
    return [Arrival(*row) for row in database.select(_ARRIVALS)]


def last_arrival(database: Database) -> int:
    """Return when a file brought something last, in wall milliseconds; 0 for never."""
    return int(database.select(_LAST_ARRIVAL)[0][0] or 0)


def add_departure(database: Database, departure: Departure) -> None:
    """Keep the record of an export."""
    with database.write():
        database.run(
            _ADD_DEPARTURE,
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
    return [Departure(*row) for row in database.select(_DEPARTURES)]


def lines_of(database: Database, replica: str, after: int) -> list[tuple[int, bytes]]:
    """Return (number, line) of a replica's entries above a number, also those on its branches.

    What was let go of here never travels.
    """
    found: list[tuple[int, bytes]] = []
    for (base,) in database.select(_BRANCHES, replica):
        low = int(base) << NUMBER_BITS
        rows = database.select(_TRAVELLING, low + after, low + (1 << NUMBER_BITS))
        found.extend((number - low, line_bytes(line)) for number, line in rows)
    return found


def speaking_after(
    database: Database, imports: Collection[int], seen: Mapping[str, int]
) -> set[tuple[str, int]]:
    """Return (replica, number) of entries above what somebody has `seen` that came with some imports.

    Those that fell silent say nothing any more and are left out, and so are a computer's own ones.
    """
    found: set[tuple[str, int]] = set()
    own = ReplicaRow.select(ReplicaRow.name).where(ReplicaRow.own == 1)
    others = ReplicaRow.select(ReplicaRow.id, ReplicaRow.name).where(ReplicaRow.name.not_in(own))
    for number, name in database.select(others):
        low = int(number) << NUMBER_BITS
        above = JournalRow.id > low + seen.get(name, 0), JournalRow.id < low + (1 << NUMBER_BITS)
        came = JournalRow.select(JournalRow.id).where(
            *above, JournalRow.arrival.in_(list(imports)), _speaking()
        )
        found.update((name, place - low) for (place,) in database.select(came))
    return found


def _speaking(*, silent: bool = False) -> peewee.Node:
    """Return the condition for entries that have their content, or for those that fell `silent`."""
    short = peewee.fn.length(JournalRow.tail) < LONGEST_ERASED
    erased = short & holds(JournalRow.tail, b',"x":"')
    asked: peewee.Node = erased if silent else ~erased
    return asked


def line_after(database: Database, replica: str, number: int) -> bytes | None:
    """Return the line of a replica's next entry after a number that was written here, or None."""
    for low in replica_bases(database, replica):
        if rows := database.select(_OWN_FIRST, low + number, low + (1 << NUMBER_BITS)):
            return line_bytes(rows[0][0])
    return None


def replica_ranges(database: Database) -> list[ReplicaRange]:
    """Return how far each replica is known here."""
    ranges = []
    for number, name in database.select(_FIRST_BRANCHES):
        low = int(number) << NUMBER_BITS
        last, found = database.select(_RANGE, low, low + (1 << NUMBER_BITS))[0]
        ranges.append(ReplicaRange(str(name), 0 if last is None else last - low, found))
    return ranges


def own_last(database: Database, replica: str) -> int:
    """Return the last number that was written here under a replica id, not taken in from a file; or 0."""
    for low in replica_bases(database, replica):
        rows = database.select(_OWN_LAST, low, low + (1 << NUMBER_BITS))
        return int(rows[0][0]) - low if rows else 0
    return 0


def id_at(database: Database, replica: str, number: int) -> str:
    """Return the id (32 hex digits) of a replica's entry with a number; "" if it is not here."""
    for low in replica_bases(database, replica):
        if rows := database.select(EntryRow.select(EntryRow.line).where(EntryRow.id == low + number)):
            return entry_id(line_bytes(rows[0][0])).hex()
    return ""


def remove_arrival(database: Database, number: int, contents: Collection[str] = ()) -> int:
    """Take out the entries that an import brought; rebuild afterwards. Returns how many.

    With the hashes of the `contents` that went with it they are remembered, so that no file of anybody else
    brings them back. Use inside `Journal.transaction`. The encrypted original stays in the archive.
    """
    brought: int = database.select(count(JournalRow).where(JournalRow.arrival == number))[0][0]
    speaking = JournalRow.select(JournalRow.id).where(JournalRow.arrival == number, _speaking())
    lines = database.select(EntryRow.select(EntryRow.line).where(EntryRow.id.in_(speaking)))
    gone = [entry_id(line_bytes(line)) for (line,) in lines]
    gone += [bytes.fromhex(sha256) for sha256 in contents]
    database.run_many(_PUT_UNDONE, [(own, number) for own in gone])
    # What was erased stays known: a later file that brings the full line shall not bring it back.
    database.run(JournalRow.delete().where(JournalRow.arrival == number, _speaking()))
    database.run(ArrivalRow.update({ArrivalRow.result: "undone"}).where(ArrivalRow.id == number))
    newest = database.select(ArrivalRow.select(peewee.fn.coalesce(peewee.fn.max(ArrivalRow.id), 0)))[0][0]
    database.run(_PUT_UNDOING, number, newest)
    return brought


def list_undone(database: Database) -> dict[bytes, str]:
    """Return id of an entry, or hash of a content, that was taken back -> id of the bundle it had come in."""
    return {bytes(own): bundle for own, bundle in database.select(_UNDONE)}


def forget_undone(database: Database, ids: Iterable[bytes]) -> None:
    """Let what was taken in anew be as if it had never been taken back. Use inside `Database.write`."""
    database.run_many(_FORGET_UNDONE, [(own,) for own in ids])


def list_undoings(database: Database) -> dict[int, int]:
    """Return import taken back -> the newest import at that time."""
    return dict(database.select(_UNDOINGS))


def rename_arrival(database: Database, number: int, file: str, at: int) -> None:
    """Write down under which name and when an import came in the first place. Use inside `Database.write`."""
    renamed = ArrivalRow.update({ArrivalRow.file: file, ArrivalRow.at: at})
    database.run(renamed.where(ArrivalRow.id == number))


def first_of_imports(database: Database, replica: str) -> dict[int, int]:
    """Return import -> the lowest number of a replica's entries that came with it."""
    found: dict[int, int] = {}
    for low in replica_bases(database, replica):
        firsts = JournalRow.select(JournalRow.arrival, peewee.fn.min(JournalRow.id)).where(
            JournalRow.id > low, JournalRow.id < low + (1 << NUMBER_BITS), JournalRow.arrival.is_null(False)
        )
        for number, first in database.select(firsts.group_by(JournalRow.arrival)):
            found[number] = first - low
    return found


def last_until(database: Database, replica: str, number: int) -> int:
    """Return the highest number of a replica's entries that came with an import or one before it; or 0."""
    highest = 0
    for low in replica_bases(database, replica):
        came = JournalRow.select(peewee.fn.max(JournalRow.id)).where(
            JournalRow.id > low, JournalRow.id < low + (1 << NUMBER_BITS), JournalRow.arrival <= number
        )
        highest = max(highest, (database.select(came)[0][0] or low) - low)
    return highest


def own_replica(database: Database, name: str) -> None:
    """Remember that this computer once wrote under a replica id. Use inside `Database.write`."""
    own = ReplicaRow.update({ReplicaRow.own: 1})
    database.run(own.where(ReplicaRow.name == name, ReplicaRow.branch == 0))


def last_contiguous(database: Database, replica: str) -> int:
    """Return up to which number a replica's entries are all here."""
    expected = 1
    for low in replica_bases(database, replica):
        for (number,) in database.stream(_NUMBERS, low, low + (1 << NUMBER_BITS)):
            if number - low != expected:
                break
            expected += 1
    return expected - 1


def all_lines(database: Database) -> list[tuple[int, bytes]]:
    """Return every entry as (number of the row, line)."""
    return [(number, line_bytes(line)) for number, line in database.select(_ALL_LINES)]


def counting_lines(database: Database) -> list[tuple[int, bytes]]:
    """Return every entry that counts here, as (number of the row, line)."""
    return [(number, line_bytes(line)) for number, line in database.select(_COUNTING)]


def lines_for_others(
    database: Database, *, proposals: bool = False, known: Mapping[str, int] = MappingProxyType({})
) -> list[tuple[int, bytes]]:
    """Return what an office passes on: what counts, and no silent line that no office has silenced.

    Its own computers get `proposals` too: they decide about them. `known` (replica -> number) is left out.
    """
    parked = {number for (number,) in database.select(_DROPPED)}
    if proposals:
        lines = _lines_beyond(database, known) if known else all_lines(database)
    else:
        lines = counting_lines(database)
    return [pair for pair in lines if pair[0] not in parked]


def _lines_beyond(database: Database, known: Mapping[str, int]) -> list[tuple[int, bytes]]:
    """Return every entry above the numbers that somebody knows, and below them all that fell silent.

    Of an id under which two computers wrote nobody knows whose entries are known: all of it goes.
    """
    found: list[tuple[int, bytes]] = []
    replicas = database.select(ReplicaRow.select(ReplicaRow.id, ReplicaRow.name).order_by(ReplicaRow.id))
    names = Counter(name for _, name in replicas)
    lines = EntryRow.select(EntryRow.id, EntryRow.line).order_by(EntryRow.id)
    for number, name in replicas:
        low = int(number) << NUMBER_BITS
        after = known.get(name, 0) if names[name] == 1 else 0
        below = JournalRow.id > low, JournalRow.id <= low + after
        silent = JournalRow.select(JournalRow.id).where(*below, _speaking(silent=True))
        rows = database.select(lines.where(EntryRow.id.in_(silent))) if after else []
        above = EntryRow.id > low + after, EntryRow.id < low + (1 << NUMBER_BITS)
        rows = [*rows, *database.select(lines.where(*above))]
        found.extend((place, line_bytes(line)) for place, line in rows)
    return found


def is_forked(database: Database, replica: str) -> bool:
    """Tell whether two computers wrote under one id, as far as their entries came here."""
    forks = ReplicaRow.select(peewee.SQL("1")).where(ReplicaRow.name == replica, ReplicaRow.branch > 0)
    return bool(database.select(forks))


def count_entries(database: Database) -> int:
    """Return how many entries the journal holds."""
    return int(database.select(count(JournalRow))[0][0])


def copy_local(source: Database, target: Database, imports: Mapping[int, int]) -> None:
    """Copy what stands in no journal: files sent, names of imports (old number -> new one).

    Use inside `Database.write` of the target.
    """
    for model in (DepartureRow, DepartureBlobRow):
        target.run_many(adding_missing(*columns_of(model)), source.rows(model.select()))
    for found in list_arrivals(source):
        if found.number in imports:
            rename_arrival(target, imports[found.number], found.file, found.at)


_REQUESTS = Rows("errand", order=lambda rows: (rows.t.asked_on.desc(), rows.own.key.desc()))
_REQUESTS_TO = Rows(
    "errand",
    lambda rows: rows.t.device == VALUE,
    lambda rows: (rows.t.asked_on.desc(), rows.own.key.desc()),
)
_request = RecordReader(OfficeRequest, "errand", kind=OfficeRequestKind.OTHER)


def list_office_requests(database: Database, device: str = "") -> list[OfficeRequest]:
    """Return all requests, or those to one laptop, the newest first."""
    rows = select_rows(database, _REQUESTS_TO, device) if device else select_rows(database, _REQUESTS)
    codes = {row["key"]: row["code"] or "" for row in select_rows(database, "course")}
    return [_read_request(fields, codes) for fields in rows]


def _read_request(fields: Fields, codes: dict[str, str]) -> OfficeRequest:
    return _request(fields, course_code=codes.get(fields["course"] or "", ""))
