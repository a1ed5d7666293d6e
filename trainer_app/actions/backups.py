"""Copies of the database that guard it: making, looking at, putting one back."""

from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions.workplace import RESTORED, Workplace, take_snapshot
from trainer_app.domain.errors import TrainerError
from trainer_app.store.database import move_database, open_database
from trainer_app.store.integrity import Integrity, check_integrity
from trainer_app.store.journal import Journal
from trainer_app.store.store import copy_settings
from trainer_app.system.files import write_atomically
from trainer_app.system.folders import Folder


@dataclass(frozen=True)
class Snapshot:
    """One copy. `at` is in wall milliseconds, `size` in bytes, `why` what it was made before."""

    path: Path
    why: str
    at: int
    size: int


def create_backup(work: Workplace) -> Snapshot:
    """Make a copy beside the data, whole or not at all. Raises disk.full."""
    name = take_snapshot(work, "backup")
    return next(found for found in list_backups(work.folder) if found.path.name == name)


def list_backups(folder: Folder) -> list[Snapshot]:
    """Return the copies of a data folder, the newest first."""
    if not folder.snapshots.is_dir():
        return []
    found = []
    for path in folder.snapshots.glob("*.db"):
        why, _, stamp = path.stem.rpartition("-")
        if stamp.isdigit():
            found.append(Snapshot(path, why, int(stamp), path.stat().st_size))
    return sorted(found, key=lambda snapshot: snapshot.at, reverse=True)


def last_backup(work: Workplace) -> int | None:
    """Return when the newest copy was made, in wall milliseconds."""
    found = list_backups(work.folder)
    return found[0].at if found else None


def verify_backup(work: Workplace, path: Path) -> Integrity:
    """Open a copy with this folder's key and check it as the database itself is checked.

    Raises database.missing, database.damaged.
    """
    database = open_database(path, work.key.key, work.key.salt)
    try:
        return check_integrity(Journal(database, work.clock.millis, _note_nothing))
    finally:
        database.close()


def restore_backup(work: Workplace, path: Path) -> Path:
    """Put a checked copy in the database's place; closes the workplace, which must be opened again.

    The database of now is set aside, not deleted; its path is returned. What this laptop knows of itself
    (its keys, its office, the last serial it gave) stays as it is now: a serial is never given twice. At the
    next opening the laptop takes a new replica id, since numbers after the copy were given already. Raises
    backup.damaged, disk.full and its like, and then the database of now is still the one.
    """
    if not verify_backup(work, path).ok:
        raise TrainerError("backup.damaged", file=path.name)
    write_atomically(work.folder.database.with_suffix(".restored"), path.read_bytes())
    fresh = open_database(work.folder.database.with_suffix(".restored"), work.key.key, work.key.salt)
    try:
        copy_settings(work.database, fresh, {RESTORED: "1"})
        aside = work.store.snapshot(work.folder.snapshots / f"before-restore-{work.clock.millis()}.db")
        work.close()
        for suffix in ("-wal", "-shm"):
            work.folder.database.with_name(work.folder.database.name + suffix).unlink(missing_ok=True)
        move_database(fresh, work.folder.database)
    finally:
        fresh.close()
    return aside


def _note_nothing(replica: str, number: int) -> None:
    """Leave the sidecar alone: a copy is only looked at."""
