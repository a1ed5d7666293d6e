"""One encrypted file: opening, the pragmas, the checks that fail closed, snapshots.

SQLCipher through peewee. The key is raw and carries the salt, so that the file's first 16 bytes are
known beforehand: without the salt a power cut at creation could leave a file that nobody opens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.letters import sort_key

APPLICATION_ID = 0x54524E52
"""`TRNR`, in the file's header once it is decrypted."""

_PROBE = "trainer-app"
_PLAIN_HEADER = b"SQLite format 3\x00"
_PRAGMAS: tuple[tuple[str, object], ...] = (
    # Order matters: the page size before the first read, the rest before the first write.
    ("cipher_page_size", 4096),
    ("cipher_memory_security", "OFF"),
    ("journal_mode", "wal"),
    ("synchronous", "FULL"),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
    ("foreign_keys", 1),
    ("secure_delete", 1),
    ("temp_store", "MEMORY"),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("cache_size", -65536),
    ("busy_timeout", 10000),
)
# Errors of SQLite by the words in them, since its driver gives no codes for a cipher's failure.
_ERRORS = (
    ("file is not a database", "database.damaged"),
    ("malformed", "database.damaged"),
    ("disk image", "database.damaged"),
    ("full", "disk.full"),
    ("disk i/o error", "disk.error"),
    ("readonly", "disk.read_only"),
    ("locked", "database.busy"),
    ("unable to open", "disk.error"),
)


class Database(SqlCipherDatabase):  # type: ignore[misc]
    """A peewee database whose raw key and salt go into SQLCipher's `key` pragma.

    `path` is the file; `key` are 32 bytes, `salt` 16. Use `write` around everything that changes it.
    """

    def __init__(self, path: Path, key: bytes, salt: bytes) -> None:
        if len(key) != 32 or len(salt) != 16:
            raise ValueError("key must be 32 bytes, salt 16")
        super().__init__(
            str(path),
            passphrase=f"x'{key.hex()}{salt.hex()}'",
            pragmas=_PRAGMAS,
            check_same_thread=False,
        )
        self.path = path
        self.salt = salt
        self.register_collation(compare_tajik, "TAJIK")

    @contextmanager
    def write(self) -> Iterator[None]:
        """Run a block as one immediate transaction: all of it is on the disk afterwards, or none.

        Raises `TrainerError` disk.full, disk.error, disk.read_only, database.busy, database.damaged.
        """
        with explain_errors(), self.atomic("IMMEDIATE"):
            yield

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Return all rows of a query."""
        with explain_errors():
            return list(self.execute_sql(sql, values).fetchall())

    def run(self, sql: str, *values: object) -> None:
        """Run one statement with its values."""
        self.execute_sql(sql, values)

    def run_many(self, sql: str, rows: list[tuple[object, ...]]) -> None:
        """Run one statement for many rows, inside the transaction that is open."""
        if rows:
            self.cursor().executemany(sql, rows)


def compare_tajik(left: str, right: str) -> int:
    """Compare two texts in the order of the Tajik alphabet: -1, 0 or 1."""
    first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)


@contextmanager
def explain_errors() -> Iterator[None]:
    """Turn the database's own errors into `TrainerError`s with a code that has words."""
    try:
        yield
    except (peewee.OperationalError, peewee.DatabaseError, sqlcipher.DatabaseError) as problem:
        text = str(problem).lower()
        for words, code in _ERRORS:
            if words in text:
                raise TrainerError(code) from problem
        raise


def create_database(path: Path, key: bytes, salt: bytes) -> Database:
    """Make a new encrypted file. Raises database.exists rather than touch one that is there."""
    if path.exists():
        raise TrainerError("database.exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path, key, salt)
    with explain_errors():
        database.connect()
    with database.write():
        database.run(f"PRAGMA application_id = {APPLICATION_ID}")
        database.run("CREATE TABLE probe (value TEXT NOT NULL)")
        database.run("INSERT INTO probe VALUES (?)", _PROBE)
    # Out of the log into the file, so that its header can be checked from now on.
    database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    check_opened(database)
    return database


def open_database(path: Path, key: bytes, salt: bytes) -> Database:
    """Open an existing file. Raises database.missing, database.not_encrypted, database.damaged."""
    if not path.exists():
        raise TrainerError("database.missing")
    _check_header(path, salt)
    database = Database(path, key, salt)
    try:
        with explain_errors():
            database.connect()
        check_opened(database)
    except BaseException:
        database.close()
        raise
    return database


def check_opened(database: Database) -> None:
    """Refuse to go on unless the cipher is at work, the header is ours and the probe decrypts."""
    version = database.rows("PRAGMA cipher_version")
    if not version or not version[0][0]:
        raise TrainerError("database.not_encrypted")
    _check_header(database.path, database.salt)
    if database.rows("SELECT value FROM probe") != [(_PROBE,)]:
        raise TrainerError("database.damaged")
    if database.rows("PRAGMA application_id") != [(APPLICATION_ID,)]:
        raise TrainerError("database.damaged")


def _check_header(path: Path, salt: bytes) -> None:
    with path.open("rb") as stream:
        header = stream.read(16)
    if header == _PLAIN_HEADER:
        raise TrainerError("database.not_encrypted")
    if header != salt:
        raise TrainerError("database.damaged")


def snapshot_database(database: Database, target: Path, key: bytes) -> None:
    """Copy the open database with SQLite's backup call into a file under the same key and salt.

    The copy appears under its name only when it is whole. Raises disk.full and its like.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    copy = Database(part, key, database.salt)
    try:
        with explain_errors():
            copy.connect()
            database.connection().backup(copy.connection())
        # The copy is moved as one file, so nothing may stay in a log beside it.
        copy.run("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.run("PRAGMA journal_mode = delete")
        check_opened(copy)
    except BaseException:
        copy.close()
        part.unlink(missing_ok=True)
        raise
    copy.close()
    part.replace(target)
