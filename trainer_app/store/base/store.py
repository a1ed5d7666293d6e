"""An open database with its journal: what actions hold on to."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from trainer_app.domain.base.authority import SignatureCheck, all_fit
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import RESTORED, Setting
from trainer_app.store.base.database import (
    Database,
    create_database,
    move_database,
    open_database,
    remove_database,
    snapshot_database,
)
from trainer_app.store.base.dialect import VALUE, Statement, putting
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import SettingRow
from trainer_app.store.base.undo import History
from trainer_app.store.base.upgrade import upgrade

_SETTING = Statement(lambda: SettingRow.select(SettingRow.value).where(SettingRow.name == VALUE))
_PUT_SETTING = putting(SettingRow.name, SettingRow.value)


class Store:
    """One open database. Closing it ends every connection of the thread that calls."""

    def __init__(
        self,
        database: Database,
        key: bytes,
        clock: Callable[[], int],
        committed: Callable[[str, int], None],
        check_signature: SignatureCheck = all_fit,
    ) -> None:
        self.database = database
        self._key = key
        self.journal = Journal(database, clock, committed, check_signature)
        self.history = History(self.journal)

    def close(self) -> None:
        """Close this thread's connection."""
        if not self.database.is_closed():
            self.database.close()

    def seal(self) -> None:
        """Close and forget the key, but stay: `unseal` goes on where this left off."""
        self.database.seal()
        self._key = b""

    def unseal(self, key: bytes) -> None:
        """Open again. Raises database.missing, database.damaged, and then stays sealed."""
        self.database.unseal(key)
        self._key = key
        self.journal.reload()

    def snapshot(self, target: Path) -> Path:
        """Copy the whole database into one encrypted file, under the same key; return where it lies.

        An older file of that name is kept: the copy then gets a number behind its name.
        """
        return snapshot_database(self.database, target, self._key)

    def setting[T](self, setting: Setting[T]) -> T:
        """Return a setting of this laptop; it is not part of the journal and never travels."""
        return setting_of(self.database, setting)

    def change_setting[T](self, setting: Setting[T], value: T) -> None:
        """Keep a setting of this laptop."""
        self._keep(setting.key, setting.text_of(value))

    def forget_setting(self, setting: Setting[Any]) -> None:
        """Let a setting be as if it had never been kept."""
        self._keep(setting.key, "")

    def _keep(self, key: str, text: str) -> None:
        with self.database.write():
            self.database.run(_PUT_SETTING, key, text)

    def add_names(self, setting: Setting[frozenset[str]], names: Iterable[str]) -> None:
        """Remember more names in a setting; nothing is written if all are known."""
        known = self.setting(setting)
        both = known.union(names)
        if both != known:
            self.change_setting(setting, both)


def setting_of[T](database: Database, setting: Setting[T]) -> T:
    """Return a setting of a database that may lie beside the one in use."""
    rows = database.rows(_SETTING, setting.key)
    return setting.read(str(rows[0][0]) if rows else "")


def copy_settings(source: Database, target: Database) -> None:
    """Give another database of this laptop the settings of this one, such as its keys and its last serial.

    The other one is also told that it was put back by this program.
    """
    restored = (RESTORED.key, RESTORED.text_of(True))
    rows = [*source.rows(SettingRow.select(SettingRow.name, SettingRow.value)), restored]
    with target.write():
        target.run_many(_PUT_SETTING, rows)


def create_store(
    path: Path,
    key: bytes,
    salt: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    author: str = "",
    check_signature: SignatureCheck = all_fit,
) -> Store:
    """Make a new database and its first replica id, of an author. Raises database.exists, disk.full.

    It is made under another name and appears under its own only when it is whole, so that a power cut
    leaves either no database or a good one.
    """
    if path.exists():
        raise TrainerError("database.exists")
    part = path.with_name(path.name + ".new")
    remove_database(part)
    database = create_database(part, key, salt)
    try:
        upgrade(database, before=lambda: None)
        Journal(database, clock, lambda replica, number: None).take_new_replica(author)
        move_database(database, path)
    except BaseException:
        database.close()
        remove_database(part)
        raise
    store = Store(open_database(path, key, salt), key, clock, committed, check_signature)
    committed(store.journal.replica, store.journal.number)
    return store


def open_store(
    path: Path,
    key: bytes,
    salt: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    snapshot: Path,
    *,
    progress: Progress = no_progress,
    check_signature: SignatureCheck = all_fit,
) -> Store:
    """Open a database and bring it to this program's version.

    `snapshot` is where the copy goes that is made before the tables change. Raises database.missing,
    database.not_encrypted, database.damaged, database.newer; then nothing was changed.
    """
    database = open_database(path, key, salt)
    try:
        keep = partial(_keep, database, snapshot, key)
        upgrade(database, keep, progress=progress, check_signature=check_signature)
        return Store(database, key, clock, committed, check_signature)
    except BaseException:
        database.close()
        raise


def _keep(database: Database, snapshot: Path, key: bytes) -> None:
    snapshot_database(database, snapshot, key)
