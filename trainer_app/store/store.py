"""An open database with its journal: what actions hold on to."""

from collections.abc import Callable
from pathlib import Path

from trainer_app.store.database import Database, create_database, open_database, snapshot_database
from trainer_app.store.history import History
from trainer_app.store.journal import Journal
from trainer_app.store.migration import migrate


class Store:
    """One open database. Closing it ends every connection of the thread that calls."""

    def __init__(
        self,
        database: Database,
        key: bytes,
        clock: Callable[[], int],
        committed: Callable[[str, int], None],
    ) -> None:
        self.database = database
        self._key = key
        self.journal = Journal(database, clock, committed)
        self.history = History(self.journal)

    def close(self) -> None:
        """Close this thread's connection."""
        if not self.database.is_closed():
            self.database.close()

    def snapshot(self, target: Path) -> None:
        """Copy the whole database into one encrypted file, under the same key."""
        snapshot_database(self.database, target, self._key)

    def setting(self, name: str, default: str = "") -> str:
        """Return a setting of this laptop; it is not part of the journal and never travels."""
        rows = self.database.rows("SELECT value FROM setting WHERE name = ?", name)
        return str(rows[0][0]) if rows else default

    def change_setting(self, name: str, value: str) -> None:
        """Keep a setting of this laptop."""
        with self.database.write():
            self.database.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value)


def create_store(
    path: Path,
    key: bytes,
    salt: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
) -> Store:
    """Make a new database and its first replica id. Raises database.exists, disk.full."""
    database = create_database(path, key, salt)
    migrate(database, before=lambda: None)
    store = Store(database, key, clock, committed)
    store.journal.take_new_replica()
    return store


def open_store(
    path: Path,
    key: bytes,
    salt: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    snapshot: Path,
) -> Store:
    """Open a database and bring it to this program's version.

    `snapshot` is where the copy goes that is made before the tables change. Raises database.missing,
    database.not_encrypted, database.damaged, database.newer; then nothing was changed.
    """
    database = open_database(path, key, salt)
    try:
        migrate(database, before=lambda: snapshot_database(database, snapshot, key))
        return Store(database, key, clock, committed)
    except BaseException:
        database.close()
        raise
