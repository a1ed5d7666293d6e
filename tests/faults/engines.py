"""The store's own code over another SQLite, whose disk can fail: the same calls as `store.database`."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

import apsw

from tests.faults.disks import Disk
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.database import Database, Turn
from trainer_app.store.base.dialect import SQLITE, Dialect, Question, Statement

_ERRORS = (
    (apsw.FullError, "disk.full"),
    (apsw.IOError, "disk.error"),
    (apsw.CorruptError, "database.damaged"),
)


class Engine:
    """A database on a `Disk`, encrypted as SQLCipher 4 does it, with the pragmas of the real one."""

    def __init__(self, disk: Disk, name: str, key: bytes, salt: bytes) -> None:
        self.connected = apsw.Connection(disk.path(name), vfs="multipleciphers-faulty")
        self.connected.pragma("cipher", "sqlcipher")
        self.connected.pragma("legacy", 4)
        self.connected.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
        # Without memory shared between programs the log needs the file for itself.
        self.connected.execute("PRAGMA locking_mode = EXCLUSIVE")
        for pragma, value in SQLITE.pragmas:
            if not pragma.startswith("cipher") and pragma != "trusted_schema":
                self.connected.execute(f"PRAGMA {pragma} = {value}")
        # Often, so that cuts hit the moving of pages from the log into the file too.
        self.connected.execute("PRAGMA wal_autocheckpoint = 25")

    # What a file says of other desks, of which it has none.
    on_server, away, notes = Database.on_server, Database.away, Database.notes
    take_numbers, hold, join, telling = Database.take_numbers, Database.hold, Database.join, Database.telling
    work_as, importing, run_all = Database.work_as, Database.importing, Database.run_all
    # Nothing is known by heart: see `remembered`.
    settled = False

    @property
    def dialect(self) -> Dialect:
        """Return what says what only SQLite understands."""
        return SQLITE

    @property
    def numbers(self) -> dict[tuple[str, str], int]:
        """Return no number of any row."""
        return {}

    def as_database(self) -> Database:
        """Return this as what the store's code asks for."""
        return cast("Database", self)

    def connection(self) -> apsw.Connection:
        """Return the connection."""
        return self.connected

    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return bool(self.connected.in_transaction)

    def remembered[T](self, _what: str, read: Callable[[], T], _tables: Collection[str] = ()) -> T:
        """Read anew each time: what is told must be on the disk, not in memory."""
        return read()

    def note_written(self, _tables: Iterable[str]) -> None:
        """Remember nothing, so that nothing can be out of date."""

    def empty_log(self) -> None:
        """Move all into the file and cut the log, as the store does after an anonymous sheet."""
        if not self.in_transaction():
            self.connected.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def write(self, _turn: Turn = Turn.SHORT) -> Iterator[None]:
        """Run a block as one transaction, or as a part of the one that is open."""
        inner = self.in_transaction()
        self.run("SAVEPOINT inner" if inner else "BEGIN IMMEDIATE")
        before = self._steps()
        try:
            yield
            if inner:
                self.run("RELEASE inner")
            else:
                self._commit(before)
        except BaseException:
            # SQLite has rolled back by itself after some errors.
            if self.connected.in_transaction:
                self.run("ROLLBACK TO inner" if inner else "ROLLBACK")
            raise

    def _commit(self, before: int) -> None:
        try:
            self.run("COMMIT")
        except TrainerError:
            # Moving pages from the log comes after the commit; SQLite forgives a failure there, apsw
            # tells of every one.
            if self.in_transaction() or self._steps() == before:
                raise

    def _steps(self) -> int:
        return int(self.select("SELECT count(*) FROM sqlite_master WHERE name = 'step'")[0][0]) and int(
            self.select("SELECT coalesce(max(id), 0) FROM step")[0][0]
        )

    def select(self, query: Question, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        sql, given = SQLITE.prepared(query, values)
        with _explained():
            return list(self.connected.execute(sql, cast("Any", given)))

    rows = select

    def stream(self, query: Question, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""
        sql, given = SQLITE.prepared(query, values)
        with _explained():
            yield from self.connected.execute(sql, cast("Any", given))

    def run(self, query: Question, *values: object) -> None:
        """Run one statement."""
        self.select(query, *values)

    def insert(self, query: Question, *values: object) -> int:
        """Run one INSERT and return the number of the new row."""
        self.select(query, *values)
        return int(self.connected.last_insert_rowid())

    def run_many(self, query: str | Statement, rows: Sequence[Iterable[object]]) -> None:
        """Run one statement for many rows."""
        with _explained():
            for sql, given in SQLITE.portions(query, rows):
                self.connected.executemany(sql, cast("Any", given)).fetchall()

    def close(self) -> None:
        """Close the connection."""
        self.connected.close(True)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except apsw.Error as problem:
        for kind, code in _ERRORS:
            if isinstance(problem, kind):
                raise TrainerError(code) from problem
        raise
