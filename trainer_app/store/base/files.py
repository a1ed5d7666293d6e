"""One encrypted file: opening, the pragmas, the checks that fail closed, snapshots.

SQLCipher through peewee. The key is raw and carries the salt, so that the file's first 16 bytes are
known beforehand: without the salt a power cut at creation could leave a file that nobody opens.
"""

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import SHEETS_LEFT_OUT
from trainer_app.native.disk import Fault, fault_of, replace_file, sync_path, unlink_file
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import SQLITE, Question, Statement, adding, count, putting
from trainer_app.store.base.models import DraftRow, ProbeRow, SettingRow

_PROBE = "trainer-app"
_PLAIN_HEADER = b"SQLite format 3\x00"
_FAULTS = {
    Fault.FULL: "disk.full",
    Fault.READ_ONLY: "disk.read_only",
    Fault.NOT_ALLOWED: "disk.read_only",
    Fault.IN_USE: "database.in_use",
}
_NEEDED = 64 << 10
"""Bytes that a disk must have left to be opened from: SQLite lays an index of the log beside the file."""
_FAILURES = (peewee.DatabaseError, dbapi2.DatabaseError)
_STATEMENTS = 512
"""So many statements are kept as SQLite has read them: a screen asks dozens, and the driver's own 100 made a
program that goes through its screens read each of them anew."""
_PUT_PROBE = adding(ProbeRow.value)
_PROBES = Statement(lambda: ProbeRow.select(ProbeRow.value))
_HOW_MANY_SHEETS = Statement(lambda: count(DraftRow))
_HOW_MANY_WHOLE_SHEETS = Statement(lambda: count(DraftRow).where(DraftRow.finished > 0))
_DROP_SHEETS = Statement(lambda: DraftRow.delete())
_PUT_SETTING = putting(SettingRow.name, SettingRow.value)


class DatabaseFile(Database, SqlCipherDatabase):  # type: ignore[misc]
    """A peewee database whose raw key and salt go into SQLCipher's `key` pragma.

    `path` is the file; `key` are 32 bytes, `salt` 16.
    """

    dialect = SQLITE
    failures = _FAILURES
    ahead_from = 8
    """A file answers sooner than peewee makes the statement that asks for several."""

    def __init__(self, path: Path, key: bytes, salt: bytes) -> None:
        if len(key) != 32 or len(salt) != 16:
            raise ValueError("key must be 32 bytes, salt 16")
        Database.__init__(self)
        SqlCipherDatabase.__init__(
            self,
            str(path),
            passphrase=_raw_key(key, salt),
            pragmas=self.dialect.pragmas,
            cached_statements=_STATEMENTS,
            check_same_thread=False,
        )
        self.path = path
        self.salt = salt

    def explain(self, problem: Exception) -> NoReturn:
        """Raise a `TrainerError`; where SQLite does not say why it failed, its disk is looked at."""
        _raise(problem, self.path)

    def close(self) -> bool:
        """Close the calling thread's connection, and forget what it remembers."""
        self._read.__dict__.clear()
        return bool(SqlCipherDatabase.close(self))

    def seal(self) -> None:
        """Close the calling thread's connection and forget the key: nothing can be read before `unseal`."""
        self.close()
        self.set_passphrase("")
        self._sealed = True

    def unseal(self, key: bytes) -> None:
        """Open the same file again. Raises database.missing, database.damaged, and then stays sealed."""
        if not self.path.exists():
            raise TrainerError("database.missing")
        _check_header(self.path, self.salt)
        self.set_passphrase(_raw_key(key, self.salt))
        self._sealed = False
        try:
            with explain_errors(self.path):
                self.connect()
            check_opened(self)
        except BaseException:
            self.seal()
            raise

    def _connect(self) -> Any:
        if self._sealed:
            raise TrainerError("workplace.locked")
        self._read.__dict__.clear()
        before = _file_of(self.path)
        try:
            made = super()._connect()
        except _FAILURES as problem:
            self._check_still(before, problem)
            _raise(problem, self.path)
        try:
            self._check_still(before)
        except TrainerError:
            made.close()
            raise
        return made

    def _check_still(self, before: tuple[int, int] | None, why: Exception | None = None) -> None:
        """Refuse a file that gave way to another one while it was opened: what is written into it is lost."""
        if before not in (None, _file_of(self.path)):
            raise TrainerError("database.replaced") from why

    def in_transaction(self) -> bool:
        """Tell whether the calling thread's connection has a transaction open."""
        return not self.is_closed() and bool(self.connection().in_transaction)

    def insert(self, query: Question, *values: object) -> int:
        """Run one INSERT and return the number of the new row."""
        sql, given = self._prepared(query, values)
        try:
            return self.dialect.number_of_new(self.connection().execute(sql, given))
        except _FAILURES as problem:
            self.explain(problem)

    def size(self) -> int:
        """Return how many bytes it has on the disk."""
        with explain_errors(self.path):
            return self.path.stat().st_size

    def snapshot(self, target: Path, key: bytes) -> Path:
        """Copy it with SQLite's backup call; see `snapshot_database`."""
        return snapshot_database(self, target, key)

    def empty_log(self) -> None:
        """Move all that is written into the file and cut the log to nothing: it tells what came after what.

        Not inside a transaction, and not while somebody reads: then the log stays, and the next call cuts it.
        """
        if not self.in_transaction():
            self.dialect.empty_log(self)


def _raw_key(key: bytes, salt: bytes) -> str:
    return f"x'{key.hex()}{salt.hex()}'"


@contextmanager
def explain_errors(path: Path | None = None) -> Iterator[None]:
    """Turn the database's and the system's own errors into `TrainerError`s with a code that has words.

    `path` is the file that is worked with, where SQLite does not say why it failed.
    """
    try:
        yield
    except (*_FAILURES, OSError) as problem:
        _raise(problem, path)


def _raise(problem: Exception, path: Path | None = None) -> NoReturn:
    if isinstance(problem, OSError):
        fault = fault_of(problem)
        raise TrainerError(_FAULTS.get(fault, "disk.error") if fault else "disk.error") from problem
    text = str(problem).lower()
    for words, code in SQLITE.errors:
        if words in text:
            if code == "disk.error" and path is not None:
                code = _what_disk(path)
            raise TrainerError(code) from problem
    raise problem


def _what_disk(path: Path) -> str:
    """Return why SQLite could not write or open: its error is the same for a full and for a broken disk."""
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return "disk.error"
    if free < _NEEDED:
        return "disk.full"
    return "disk.error" if os.access(path.parent, os.W_OK) else "disk.read_only"


_PRIVATE = 0o600


def create_database(path: Path, key: bytes, salt: bytes) -> DatabaseFile:
    """Make a new encrypted file. Raises database.exists rather than touch one that is there."""
    if path.exists():
        raise TrainerError("database.exists")
    with explain_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(_PRIVATE, exist_ok=False)
    database = DatabaseFile(path, key, salt)
    try:
        with explain_errors(path):
            database.connect()
        with database.write():
            database.dialect.claim(database)
            database.run(database.dialect.create_table(ProbeRow))
            database.run(_PUT_PROBE, _PROBE)
        # Out of the log into the file, so that its header can be checked from now on.
        database.empty_log()
        database.close()
        _check_header(path, salt)
        check_opened(database)
    except BaseException:
        database.close()
        remove_database(path)
        raise
    return database


def open_database(path: Path, key: bytes, salt: bytes) -> DatabaseFile:
    """Open an existing file. Raises database.missing, database.not_encrypted, database.damaged."""
    if not path.exists():
        raise TrainerError("database.missing")
    _check_header(path, salt)
    database = DatabaseFile(path, key, salt)
    try:
        with explain_errors(path):
            database.connect()
        check_opened(database)
    except BaseException:
        database.close()
        raise
    return database


def create_notes(path: Path, key: bytes, salt: bytes) -> DatabaseFile:
    """Make the file in which a desk keeps the settings of its computer beside a server.

    `open_database` opens it. Raises database.exists. It appears under its name only when it is whole.
    """
    if path.exists():
        raise TrainerError("database.exists")
    part = path.with_name(path.name + ".new")
    remove_database(part)
    database = create_database(part, key, salt)
    try:
        with database.write():
            database.run(database.dialect.create_table(SettingRow))
        move_database(database, path)
    except BaseException:
        database.close()
        remove_database(part)
        raise
    return open_database(path, key, salt)


def check_opened(database: DatabaseFile) -> None:
    """Refuse to go on unless the cipher is at work and the probe decrypts.

    The header is looked at before a connection is there: to close a file takes away all locks that its
    process has on it, so that SQLite would hold none any more (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if not database.dialect.is_encrypted(database):
        raise TrainerError("database.not_encrypted")
    if database.rows(_PROBES) != [(_PROBE,)]:
        raise TrainerError("database.damaged")
    if not database.dialect.is_ours(database):
        raise TrainerError("database.damaged")


def _file_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of the same name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_header(path: Path, salt: bytes) -> None:
    with explain_errors(), path.open("rb") as stream:
        header = stream.read(16)
    if header == _PLAIN_HEADER:
        raise TrainerError("database.not_encrypted")
    if header != salt:
        raise TrainerError("database.damaged")


def snapshot_database(database: DatabaseFile, target: Path, key: bytes) -> Path:
    """Copy the open database with SQLite's backup call into a file under the same key and salt.

    Anonymous sheets that wait are left out: copies that grow by a sheet each would tell who wrote which.
    The copy appears under its name only when it is whole; an older file of that name is kept, and the
    copy gets a number behind its name. Returns where it lies. Raises disk.full and its like.
    """
    with explain_errors():
        target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    remove_database(part)
    with explain_errors():
        # SQLite would make it for everybody to read; what it makes beside a file is as private as that is.
        part.touch(_PRIVATE, exist_ok=False)
    copy = DatabaseFile(part, key, database.salt)
    try:
        with explain_errors():
            copy.connect()
            database.dialect.copy(database, copy)
        leave_sheets_out(copy)
        copy.empty_log()
        copy.close()
        _check_header(part, copy.salt)
        check_opened(copy)
        if copy.select(_HOW_MANY_SHEETS)[0][0]:
            raise TrainerError("backup.not_kept")
        return move_database(copy, free_name(target))
    except BaseException:
        copy.close()
        remove_database(part)
        raise


def leave_sheets_out(copy: Database) -> None:
    """Take the sheets that wait out of a copy, their pages too (`secure_delete`); only their number stays."""
    ((whole,),) = copy.select(_HOW_MANY_WHOLE_SHEETS)
    with copy.write():
        copy.run(_DROP_SHEETS)
        copy.run(_PUT_SETTING, SHEETS_LEFT_OUT.key, SHEETS_LEFT_OUT.text_of(whole))


def move_database(database: DatabaseFile, target: Path) -> Path:
    """Close a database and give its file another name, durably. Nothing may stay in a log beside it."""
    database.dialect.end_log(database)
    database.close()
    with explain_errors():
        sync_path(database.path)
        return replace_file(database.path, target)


def remove_database(path: Path) -> None:
    """Remove an unfinished file and what SQLite may have left beside it."""
    with explain_errors():
        for end in ("", "-wal", "-shm", "-journal"):
            unlink_file(path.with_name(path.name + end))


def free_name(target: Path) -> Path:
    """Return a name that no file has: the one wished for, or with a number behind it."""
    names = (target.with_stem(f"{target.stem}-{number}") for number in itertools.count(2))
    return target if not target.exists() else next(name for name in names if not name.exists())
