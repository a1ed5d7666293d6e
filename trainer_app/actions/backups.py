"""Copies of the database that guard it: making, looking at, putting one back.

work = backups.restore_backup(work, path)      closes the workplace and returns it opened anew
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions.receipts import known_receipts
from trainer_app.actions.snapshots import list_snapshots, made_at
from trainer_app.actions.workplace import RESTORED, ZONE, Workplace, take_snapshot
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.backups import BEFORE_RESTORE, BY_HAND, OF_DAY, CopyFacts, CopyLook, Snapshot
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.store import backups as stored
from trainer_app.store.database import (
    Database,
    explain_errors,
    move_database,
    open_database,
    remove_database,
)
from trainer_app.store.feedback_papers import keep_drafts
from trainer_app.store.integrity import Integrity, check_file, check_integrity
from trainer_app.store.journal import Journal
from trainer_app.store.store import copy_settings
from trainer_app.store.swapping import replace_database
from trainer_app.store.upgrade import is_current, upgrade
from trainer_app.system.clock import civil_date
from trainer_app.system.folders import Folder

SPARE = 64 << 20
"""Bytes of the disk that an automatic copy leaves free beside its own size."""


def create_backup(work: Workplace) -> Snapshot:
    """Make a copy beside the data and read it back, whole or not at all.

    Raises disk.full, database.damaged where the database itself cannot be read everywhere, backup.not_kept
    where the disk did not keep what was written.
    """
    return _make(work, BY_HAND)


def keep_day(work: Workplace) -> Snapshot | None:
    """Make the copy of the day if anything was written since the newest copy; of a day the last one stays.

    Nothing is made where the disk is short: this is a help that nobody asked for. Raises as `create_backup`;
    then all older copies are still there.
    """
    # What is about to give way to another copy is kept as it is, damaged or not: that is enough of it.
    copies = [copy for copy in list_snapshots(work.folder) if copy.checked or copy.why == BEFORE_RESTORE]
    size = work.folder.database.stat().st_size
    if shutil.disk_usage(work.folder.root).free < size + SPARE:
        return None
    if not copies and not stored.facts_of(work.database).entries:
        return None  # nothing was ever done here
    if copies and _is_like(work, copies[0].path):
        return None
    made = _make(work, OF_DAY)
    day = civil_date(made.at, ZONE)
    for copy in copies:
        if copy.why == OF_DAY and civil_date(copy.at, ZONE) == day:
            copy.path.unlink(missing_ok=True)
    return made


def _make(work: Workplace, why: str) -> Snapshot:
    return _find(work.folder, take_snapshot(work, why, lambda path: _read_back(work, path)))


def _read_back(work: Workplace, path: Path) -> None:
    """Read all of a new copy: SQLite copies a page that it could not decrypt without a word."""
    try:
        with closing(open_database(path, work.key.key, work.key.salt)) as copy:
            whole = not check_file(copy)
    except TrainerError as error:
        if error.code != "database.damaged":
            raise
        whole = False
    if whole:
        return
    if check_file(work.database):
        raise TrainerError("database.damaged")
    raise TrainerError("backup.not_kept")


def _is_like(work: Workplace, copy: Path) -> bool:
    """Tell whether a copy holds what the database holds; one that cannot be read does not."""
    try:
        database = open_database(copy, work.key.key, work.key.salt)
        try:
            return stored.state_of(database) == stored.state_of(work.database)
        finally:
            database.close()
    except TrainerError:
        return False


def _find(folder: Folder, name: str) -> Snapshot:
    return next(found for found in list_snapshots(folder) if found.path.name == name)


def list_backups(folder: Folder) -> list[Snapshot]:
    """Return the copies of a data folder, the newest first."""
    return list_snapshots(folder)


def newest_checked(folder: Folder) -> Snapshot | None:
    """Return the newest copy that was read back when it was made."""
    return next((copy for copy in list_snapshots(folder) if copy.checked), None)


def last_backup(work: Workplace) -> int | None:
    """Return when the newest copy was made, in wall milliseconds."""
    found = newest_checked(work.folder)
    return found.at if found else None


def verify_backup(work: Workplace, path: Path, progress: Progress = no_progress) -> Integrity:
    """Open a copy with this folder's key and check it as the database itself is checked.

    Raises database.missing, database.damaged, database.newer.
    """
    return check_copy(work.folder, work.key, path, progress)


def check_copy(folder: Folder, key: DataKey, path: Path, progress: Progress = no_progress) -> Integrity:
    """Check a copy whose key is known, without an open workplace. Raises what `verify_backup` does."""
    with opened_copy(folder, key, path) as database:
        return check_integrity(_journal(database), progress)


@contextmanager
def opened_copy(folder: Folder, key: DataKey, path: Path) -> Iterator[Database]:
    """Open a copy for reading; one of an older version through a second copy that is brought to this one."""
    database = open_database(path, key.key, key.salt)
    second: Path | None = None
    try:
        if not is_current(database):
            database.close()
            second = folder.snapshots / "looked-at.part"
            remove_database(second)
            shutil.copyfile(path, second)
            database = open_database(second, key.key, key.salt)
            upgrade(database, lambda: None)
        yield database
    finally:
        database.close()
        if second is not None:
            remove_database(second)


def look_at(work: Workplace, path: Path, progress: Progress = no_progress) -> CopyLook:
    """Return what a copy is and what putting it back would change; nothing is changed by looking.

    Raises database.missing, database.damaged, database.newer.
    """
    with opened_copy(work.folder, work.key, path) as copy:
        checked = check_integrity(_journal(copy), progress)
        if not checked.ok:
            return CopyLook(path, _made(path), path.stat().st_size, problems=checked.problems)
        own, safe = set(work.journal.own_replicas()), known_receipts(work)
        lost: dict[str, int] = {}
        here = confirmed = 0
        for (replica, branch), number, entity in stored.only_in(work.database, copy):
            lost[entity] = lost.get(entity, 0) + 1
            if replica in own and branch == 0:
                here += 1
                confirmed += number <= safe.get(replica, 0)
        return CopyLook(
            path,
            _made(path),
            path.stat().st_size,
            stored.facts_of(copy),
            stored.facts_of(work.database),
            lost,
            here,
            confirmed,
            stored.count_only_in(copy, work.database).total(),
        )


def look_alone(
    folder: Folder, key: DataKey, path: Path, progress: Progress = no_progress, *, at: int = 0
) -> CopyLook:
    """Return what a copy is where there is no data of now to compare it with. Raises as `look_at` does."""
    with opened_copy(folder, key, path) as copy:
        checked = check_integrity(_journal(copy), progress)
        facts = stored.facts_of(copy) if checked.ok else CopyFacts()
        return CopyLook(path, at or _made(path), path.stat().st_size, facts, problems=checked.problems)


def _made(path: Path) -> int:
    """Return when a copy was made: its name tells, or its file."""
    return made_at(path) or path.stat().st_mtime_ns // 1_000_000


@dataclass(frozen=True)
class Restoring:
    """A checked copy that waits beside the database for `finish_restore`. `aside` keeps what is there now.

    `state` tells what the database held when it was kept there.
    """

    folder: Folder
    key: DataKey
    fresh: Path
    aside: Path
    state: str


def restore_backup(work: Workplace, path: Path) -> Path:
    """Put a checked copy in the database's place; closes the workplace, which must be opened again.

    The database of now is set aside, not deleted; its path is returned. What this laptop knows of itself
    (its keys, its office, the last serial it gave) stays as it is now: a serial is never given twice. At the
    next opening the laptop takes a new replica id, since numbers after the copy were given already. Raises
    backup.damaged, database.in_use, backup.changed_since, disk.full and its like, and then the database of
    now is still the one.
    """
    ready = prepare_restore(work, path)
    work.close()
    finish_restore(ready)
    return ready.aside


def prepare_restore(work: Workplace, path: Path, progress: Progress = no_progress) -> Restoring:
    """Check a copy, lay it beside the database, and set a copy of the database of now aside.

    May run in a worker. Raises backup.damaged, disk.full and its like; then nothing is changed.
    """
    if not verify_backup(work, path, progress).ok:
        raise TrainerError("backup.damaged", file=path.name)
    fresh = work.folder.database.with_suffix(".restored")
    remove_database(fresh)
    try:
        with explain_errors():
            shutil.copyfile(path, fresh)
        database = open_database(fresh, work.key.key, work.key.salt)
        try:
            upgrade(database, lambda: None)
            copy_settings(work.database, database, {RESTORED: "1"})
            keep_drafts(work.database, database)
            move_database(database, fresh)
        finally:
            database.close()
        state = stored.state_of(work.database)
        aside = take_snapshot(work, BEFORE_RESTORE)
    except BaseException:
        remove_database(fresh)
        raise
    return Restoring(work.folder, work.key, fresh, work.folder.snapshots / aside, state)


def finish_restore(ready: Restoring) -> None:
    """Give the prepared copy the database's name. Every connection to the database must be closed.

    Raises database.in_use while another window or program has the data folder open, backup.changed_since
    where one has written into it since it was kept; then the database of now is still the one.
    """

    def check(old: Database) -> None:
        if stored.state_of(old) != ready.state:
            raise TrainerError("backup.changed_since")

    database = open_database(ready.fresh, ready.key.key, ready.key.salt)
    try:
        replace_database(database, ready.folder.database, ready.key.key, check)
    finally:
        database.close()
        remove_database(ready.fresh)


def _journal(database: Database) -> Journal:
    """Open the journal of a copy that is only looked at."""
    return Journal(database, lambda: 0, _note_nothing)


def _note_nothing(replica: str, number: int) -> None:
    """Leave the sidecar alone: a copy is only looked at."""
