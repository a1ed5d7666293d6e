"""Compares backup copies with the database, and puts another file in the database's place.

A file is replaced only while nobody else has it open: no window, no command, no copying. Two guards, both of
the system's own locks, which end with the process that holds them, however it ends: SQLite's exclusive lock
for a database that can be opened, the same bytes locked by hand for one that cannot
(https://sqlite.org/fileformat2.html#the_lock_byte_page). Whoever opens the old file while it gives way finds
another one under its name afterwards, and `Database` refuses to go on in it.
"""

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
import peewee

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import ROLE, SHEETS_LEFT_OUT
from trainer_app.domain.office.backups import CopyFacts
from trainer_app.native.disk import sync_path, unlink_file
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, count
from trainer_app.store.base.files import DatabaseFile, explain_errors, move_database
from trainer_app.store.base.models import (
    MODELS,
    ArrivalRow,
    BlobSourceRow,
    DepartureBlobRow,
    DepartureRow,
    DraftRow,
    DroppedRow,
    EntryRow,
    JournalRow,
    LossRow,
    ReplicaRow,
    Row,
    SettingRow,
    StepRow,
    UndoingRow,
    UndoneRow,
)
from trainer_app.store.base.object_ids import MAX_ENTRY_NUMBER, NUMBER_BITS, last_step, line_bytes
from trainer_app.store.base.store import setting_of

type Origin = tuple[str, int]
"""A replica's id and its branch."""

_SMALL: Mapping[str, type[Row]] = {
    "setting": SettingRow,
    "arrival": ArrivalRow,
    "departure": DepartureRow,
    "departure_blob": DepartureBlobRow,
    "blob_source": BlobSourceRow,
    "feedback_draft": DraftRow,
    "undoing": UndoingRow,
    "undone": UndoneRow,
    "loss": LossRow,
    "dropped": DroppedRow,
    "step": StepRow,
}
_REPLICAS = Statement(
    lambda: ReplicaRow.select(ReplicaRow.id, ReplicaRow.name, ReplicaRow.branch, ReplicaRow.own).order_by(
        ReplicaRow.id
    )
)
_SPAN = Statement(
    lambda: JournalRow.select(
        peewee.fn.coalesce(peewee.fn.max(JournalRow.id), 0), peewee.fn.count(peewee.SQL("*"))
    ).where(JournalRow.id.between(VALUE, VALUE))
)
_LINES = Statement(
    lambda: EntryRow.select(EntryRow.id, EntryRow.line).where(EntryRow.id.between(VALUE, VALUE))
)
_NUMBERS = Statement(lambda: JournalRow.select(JournalRow.id).where(JournalRow.id.between(VALUE, VALUE)))


class _Kind(msgspec.Struct):
    e: str = ""
    k: str = ""


_kind_decoder = msgspec.json.Decoder(_Kind)


def state_of(database: Database, *, drafts: bool = True) -> str:
    """Return a digest that differs once anything was written, without reading the whole database.

    Without `drafts` a copy, which holds no anonymous sheets that wait, is like what it was made of.
    """
    digest = hashlib.sha256()
    for row in database.select(_REPLICAS):
        last = _span(database, row[0])
        digest.update(repr((row, last)).encode())
    for table, model in _SMALL.items():
        if model is StepRow:
            # Undoing changes a step in its place.
            sums = count(StepRow).select_extend(peewee.fn.max(StepRow.id), peewee.fn.sum(StepRow.undone))
            rows = database.select(sums)
        elif model is DroppedRow:
            rows = database.select(count(DroppedRow).select_extend(peewee.fn.sum(DroppedRow.id)))
        elif model is UndoneRow:
            rows = database.select(count(UndoneRow).select_extend(peewee.fn.sum(UndoneRow.arrival)))
        else:
            rows = database.select(model.select()) if drafts or model is not DraftRow else []
            if model is SettingRow:
                # A copy holds what is of the computer, too.
                rows += database.notes.select(model.select()) if database.notes is not None else []
                rows = [row for row in rows if row[0] != SHEETS_LEFT_OUT.key]
        digest.update(repr((table, sorted(rows, key=repr))).encode())
    return digest.hexdigest()


def _span(database: Database, replica: int) -> tuple[int, int]:
    low = replica << NUMBER_BITS
    ((last, found),) = database.select(_SPAN, low, low + MAX_ENTRY_NUMBER)
    return last & MAX_ENTRY_NUMBER, found


def facts_of(database: Database) -> CopyFacts:
    """Return what a database holds, in numbers."""
    tables = (JournalRow, MODELS["course"], MODELS["enrolment"], MODELS["certificate"])
    entries, courses, participants, certificates = (database.select(count(model))[0][0] for model in tables)
    return CopyFacts(
        entries=entries,
        courses=courses,
        participants=participants,
        certificates=certificates,
        last=last_step(database),
        office=setting_of(database, ROLE) == "office",
    )


def only_in(database: Database, other: Database) -> Iterator[tuple[Origin, int, str]]:
    """Yield what one database has and the other has not: who wrote it, its number, its entity.

    Compared by replica and number; where both hold one number, they hold the same entry, unless the laptop
    was cloned, and then each content lies on a branch of its own.
    """
    names = {replica: origin for origin, replica in _origins(database).items()}
    for low, last, known in _differing(database, other):
        for number, line in database.stream(_LINES, low + last + 1, low + MAX_ENTRY_NUMBER):
            if number - low not in known:
                origin = names[low >> NUMBER_BITS]
                yield origin, number - low, _kind_decoder.decode(line_bytes(line)).e


def rows_written_since(database: Database, copy: Database, entity: str) -> set[str]:
    """Return the keys of an entity's rows about which this computer wrote what a copy has not."""
    own = {number for number, _, _, own in database.select(_REPLICAS) if own}
    found: set[str] = set()
    for low, last, known in _differing(database, copy):
        if low >> NUMBER_BITS in own:
            lines = database.stream(_LINES, low + last + 1, low + MAX_ENTRY_NUMBER)
            new = (_kind_decoder.decode(line_bytes(line)) for at, line in lines if at - low not in known)
            found |= {kind.k for kind in new if kind.e == entity}
    return found


def numbers_only_in(database: Database, other: Database) -> Iterator[int]:
    """Yield the places in the journal of what one database has and the other has not."""
    for low, last, known in _differing(database, other):
        for (number,) in database.stream(_NUMBERS, low + last + 1, low + MAX_ENTRY_NUMBER):
            if number - low not in known:
                yield number


def _differing(database: Database, other: Database) -> Iterator[tuple[int, int, set[int]]]:
    """Yield (place before the first, last number that both have, numbers that the other has) by replica."""
    there = _origins(other)
    for origin, replica in _origins(database).items():
        known: set[int] = set()
        last = 0
        if origin in there:
            held = _span(other, there[origin])[0]
            if _sums(database, replica, held) == _sums(other, there[origin], held):
                last = held  # the usual case: one ends earlier, with the same numbers before
            else:
                known = _numbers(other, there[origin])
        yield replica << NUMBER_BITS, last, known


def count_only_in(database: Database, other: Database) -> Counter[str]:
    """Return how many entries only the first has, by entity."""
    return Counter(entity for _, _, entity in only_in(database, other))


def _sums(database: Database, replica: int, last: int) -> tuple[int, int]:
    """Return what tells two sets of numbers up to `last` apart: how many they are, and their sum."""
    low = replica << NUMBER_BITS
    own = peewee.fn.sum(JournalRow.id.bin_and(MAX_ENTRY_NUMBER))
    sums = count(JournalRow).select_extend(peewee.fn.coalesce(own, 0))
    ((found, total),) = database.select(sums.where(JournalRow.id.between(low, low + last)))
    return found, total


def _origins(database: Database) -> dict[Origin, int]:
    return {(str(name), branch): number for number, name, branch, _ in database.select(_REPLICAS)}


def _numbers(database: Database, replica: int) -> set[int]:
    low = replica << NUMBER_BITS
    rows = database.stream(_NUMBERS, low, low + MAX_ENTRY_NUMBER)
    return {number - low for (number,) in rows}


_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510
"""The bytes that every reader of an SQLite file has locked, in a log or without one."""
_KEEPS_OPEN = sys.platform != "win32"
"""Whether a file can give way while it is held open. On Windows the system refuses that by itself."""


def replace_database(
    fresh: DatabaseFile, target: Path, key: bytes, check: Callable[[Database], object] = lambda _old: None
) -> None:
    """Close a database and put its file in the place of another one, which `check` may look at last.

    Raises database.in_use while somebody else has that one open, in this program or another, and what
    `check` raises; then nothing is changed. The one that gives way may be damaged: then it is not checked.
    """
    if not target.exists():
        _move(fresh, target)
        return
    try:
        old = _seize(target, key, fresh.salt)
    except TrainerError as problem:
        if problem.code != "database.damaged":
            raise
        with hold_file(target):
            # What a log of the damaged file holds must never be read into the new one.
            for suffix in ("-wal", "-shm"):
                unlink_file(target.with_name(target.name + suffix))
            _move(fresh, target)
        return
    try:
        check(old)
        HeldDatabase(old).give_way()
        _move(fresh, target)
    finally:
        _release(old)


class HeldDatabase:
    """A database that nobody else can open now; it has no log."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def give_way(self) -> None:
        """Be about to be replaced: Windows replaces no file that is held open."""
        if not _KEEPS_OPEN:
            _release(self.database)


@contextmanager
def hold_database(path: Path, key: bytes, salt: bytes) -> Iterator[HeldDatabase]:
    """Hold a whole database for a block that reads its file or puts another one in its place.

    Raises database.in_use while somebody else has it open, in this program or another, database.damaged.
    """
    database = _seize(path, key, salt)
    try:
        yield HeldDatabase(database)
    finally:
        _release(database)


def _seize(path: Path, key: bytes, salt: bytes) -> Database:
    """Open a database for oneself alone, its log written back and gone."""
    database = DatabaseFile(path, key, salt)
    try:
        database.connect()
        if not database.dialect.hold_alone(database):
            raise TrainerError("database.in_use")
        # Its log must not come back after a power cut, beside a file that it is not about.
        with explain_errors():
            sync_path(path.parent)
    except BaseException as problem:
        _release(database)
        if isinstance(problem, TrainerError) and problem.code == "database.busy":
            raise TrainerError("database.in_use") from problem
        raise
    return database


def _release(database: Database) -> None:
    if database.in_transaction():
        database.run(database.dialect.rollback)
    database.close()


def _move(fresh: DatabaseFile, target: Path) -> None:
    try:
        move_database(fresh, target)
    except TrainerError as problem:
        # What Windows says of a file that somebody opened a moment ago.
        if not _KEEPS_OPEN and problem.code == "disk.read_only":
            raise TrainerError("database.in_use") from problem
        raise


@contextmanager
def hold_file(path: Path) -> Iterator[None]:
    """Hold a file that need not be a whole database, for a block that moves it. A missing one is held by all.

    Raises database.in_use while another process has it open. In this process nobody may: closing the file
    here would take the locks of such a connection away.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except OSError:
        # Nobody can be at work in a file that is gone; one that must not be written is not locked either.
        yield
        return
    try:
        try:
            _lock(descriptor)
        except OSError as problem:
            raise TrainerError("database.in_use") from problem
        if not _KEEPS_OPEN:
            os.close(descriptor)
            descriptor = -1
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _SHARED_FIRST, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, _SHARED_SIZE)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, _SHARED_SIZE)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
