"""Another file in a database's place, only while nobody else has it open: no window, no command, no copying.

Two guards, both of the system's own locks, which end with the process that holds them, however it ends:
SQLite's exclusive lock for a database that can be opened, the same bytes locked by hand for one that cannot
(https://sqlite.org/fileformat2.html#the_lock_byte_page). Whoever opens the old file while it gives way finds
another one under its name afterwards, and `Database` refuses to go on in it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer_app.domain.errors import TrainerError
from trainer_app.store.database import Database, move_database

_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510
"""The bytes that every reader of an SQLite file has locked, in a log or without one."""
_KEEPS_OPEN = sys.platform != "win32"
"""Whether a file can give way while it is held open. On Windows the system refuses that by itself."""


def replace_database(
    fresh: Database, target: Path, key: bytes, check: Callable[[Database], object] = lambda _old: None
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
        with held(target):
            # What a log of the damaged file holds must never be read into the new one.
            for suffix in ("-wal", "-shm"):
                target.with_name(target.name + suffix).unlink(missing_ok=True)
            _move(fresh, target)
        return
    try:
        check(old)
        if not _KEEPS_OPEN:
            _release(old)
        _move(fresh, target)
    finally:
        _release(old)


def _seize(path: Path, key: bytes, salt: bytes) -> Database:
    """Open a database for oneself alone, its log written back and gone."""
    database = Database(path, key, salt)
    try:
        database.connect()
        if database.select("PRAGMA journal_mode = delete") != [("delete",)]:
            raise TrainerError("database.in_use")
        database.run("BEGIN EXCLUSIVE")
    except BaseException as problem:
        _release(database)
        if isinstance(problem, TrainerError) and problem.code == "database.busy":
            raise TrainerError("database.in_use") from problem
        raise
    return database


def _release(database: Database) -> None:
    if database.in_transaction():
        database.run("ROLLBACK")
    database.close()


def _move(fresh: Database, target: Path) -> None:
    try:
        move_database(fresh, target)
    except TrainerError as problem:
        # What Windows says of a file that somebody opened a moment ago.
        if not _KEEPS_OPEN and problem.code == "disk.read_only":
            raise TrainerError("database.in_use") from problem
        raise


@contextmanager
def held(path: Path) -> Iterator[None]:
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
