"""Backups: copies of the database beside it and on a stick; making, checking, looking into, restoring.

work = restore_backup(work, path)   # closes the workplace and returns it opened anew
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import Struct

from trainer_app import VERSION
from trainer_app.actions.base import identity, joint, key_renewal, rights, server_home, who_is_here
from trainer_app.actions.base.data_key import Renewal, read_vault, write_vault
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.sync_status import known_receipts
from trainer_app.actions.base.workplace import (
    CARRIED,
    ZONE,
    Workplace,
    list_snapshots,
    made_at,
    open_with_key,
    take_snapshot,
)
from trainer_app.actions.base.workplace_key import ask_for_new_key, renew_if_due
from trainer_app.actions.exchange import erased, ledger
from trainer_app.bundle import vault
from trainer_app.bundle.backup_file import (
    PAGE,
    BackupFile,
    BackupHeader,
    PageReader,
    backup_blocks,
    check_backup_file,
)
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Integrity
from trainer_app.domain.base.passphrases import check_passphrase
from trainer_app.domain.base.rights import Right
from trainer_app.domain.base.settings import SHEETS_LEFT_OUT
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.office.backups import (
    BACKUP_EXTENSION,
    BEFORE_RESTORE,
    BY_HAND,
    OF_DAY,
    BackupPreview,
    CopyFacts,
    LeftOut,
    Snapshot,
)
from trainer_app.native.disk import replace_file, unlink_file
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import explain_errors, move_database, open_database, remove_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.store import copy_settings, setting_of
from trainer_app.store.base.upgrade import is_current, upgrade
from trainer_app.store.evaluations.papers import keep_drafts
from trainer_app.store.exchange.integrity import check_file, check_integrity
from trainer_app.store.office import backups
from trainer_app.store.office.backups import hold_file
from trainer_app.system import messages
from trainer_app.system.child import Child
from trainer_app.system.clock import Clock, SystemClock, civil_date
from trainer_app.system.files import copy_private, make_folder, write_stream
from trainer_app.system.folders import DataFolder

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

    Nothing is made where the disk is short, nor for a reader on a server: nobody asked for it. Raises as
    `create_backup`; then all older copies are still there.
    """
    if work.on_server and not rights.may(work, Right.RECORD):
        return None  # see `take_snapshot`
    # What is about to give way to another copy is kept as it is, damaged or not: that is enough of it.
    copies = [copy for copy in list_snapshots(work.folder) if copy.checked or copy.why == BEFORE_RESTORE]
    size = work.database.size()
    if shutil.disk_usage(work.folder.root).free < size + SPARE:
        return None
    if not copies and not backups.facts_of(work.database).entries:
        return None  # nothing was ever done here
    if copies and _is_like(work, copies[0].path):
        return None
    made = _make(work, OF_DAY)
    day = civil_date(made.at, ZONE)
    for copy in copies:
        if copy.why == OF_DAY and civil_date(copy.at, ZONE) == day:
            unlink_file(copy.path)
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
            return backups.state_of(database, drafts=False) == backups.state_of(work.database, drafts=False)
        finally:
            database.close()
    except TrainerError:
        return False


def _find(folder: DataFolder, name: str) -> Snapshot:
    return next(found for found in list_snapshots(folder) if found.path.name == name)


def list_backups(folder: DataFolder) -> list[Snapshot]:
    """Return the copies of a data folder, the newest first."""
    return list_snapshots(folder)


def verify_backup(work: Workplace, path: Path, progress: Progress = no_progress) -> Integrity:
    """Open a copy with this folder's key and check it as the database itself is checked.

    Raises database.missing, database.damaged, database.newer.
    """
    return check_copy(work.folder, work.key, path, progress)


def check_copy(folder: DataFolder, key: DataKey, path: Path, progress: Progress = no_progress) -> Integrity:
    """Check a copy whose key is known, without an open workplace. Raises what `verify_backup` does."""
    with opened_copy(folder, key, path) as database:
        return check_integrity(_journal(database), progress)


@contextmanager
def opened_copy(folder: DataFolder, key: DataKey, path: Path) -> Iterator[Database]:
    """Open a copy for reading; one of an older version through a second copy that is brought to this one."""
    database = open_database(path, key.key, key.salt)
    second: Path | None = None
    try:
        if not is_current(database):
            database.close()
            second = folder.snapshots / "looked-at.part"
            remove_database(second)
            copy_private(path, second)
            database = open_database(second, key.key, key.salt)
            upgrade(database, lambda: None)
        yield database
    finally:
        database.close()
        if second is not None:
            remove_database(second)


def look_at(work: Workplace, path: Path, progress: Progress = no_progress) -> BackupPreview:
    """Return what a copy is and what putting it back would change; nothing is changed by looking.

    Raises database.missing, database.damaged, database.newer.
    """
    with opened_copy(work.folder, work.key, path) as copy:
        checked = check_integrity(_journal(copy), progress)
        if not checked.ok:
            return BackupPreview(path, _made(path), path.stat().st_size, problems=checked.problems)
        own, safe = set(work.journal.own_replicas()), known_receipts(work)
        lost: dict[str, int] = {}
        here = confirmed = 0
        for (replica, branch), number, entity in backups.only_in(work.database, copy):
            lost[entity] = lost.get(entity, 0) + 1
            if replica in own and branch == 0:
                here += 1
                confirmed += number <= safe.get(replica, 0)
        return BackupPreview(
            path,
            _made(path),
            path.stat().st_size,
            backups.facts_of(copy),
            backups.facts_of(work.database),
            lost,
            here,
            confirmed,
            backups.count_only_in(copy, work.database).total(),
            sheets=setting_of(copy, SHEETS_LEFT_OUT),
        )


def look_alone(
    folder: DataFolder, key: DataKey, path: Path, progress: Progress = no_progress, *, at: int = 0
) -> BackupPreview:
    """Return what a copy is where there is no data of now to compare it with. Raises as `look_at` does."""
    with opened_copy(folder, key, path) as copy:
        checked = check_integrity(_journal(copy), progress)
        facts = backups.facts_of(copy) if checked.ok else CopyFacts()
        sheets = setting_of(copy, SHEETS_LEFT_OUT)
        size = path.stat().st_size
        return BackupPreview(path, at or _made(path), size, facts, problems=checked.problems, sheets=sheets)


def sheets_left_out(work: Workplace) -> int:
    """Return how many anonymous sheets waited when the copy was made of which `restore_file` made this."""
    return work.store.setting(SHEETS_LEFT_OUT)


def _made(path: Path) -> int:
    """Return when a copy was made: its name tells, or its file."""
    return made_at(path) or path.stat().st_mtime_ns // 1_000_000


class Restoring(Struct, frozen=True):
    """A checked copy that waits beside the database for `finish_restore`. `aside` keeps what is there now.

    `state` tells what the database held when it was kept there, `left_out` what was erased again in the copy.
    """

    folder: DataFolder
    key: DataKey
    fresh: Path
    aside: Path
    state: str
    left_out: LeftOut = LeftOut()


@guarded
def restore_backup(work: Workplace, path: Path) -> Path:
    """Put a checked copy in the database's place; closes the workplace, which must be opened again.

    The database of now is set aside, not deleted; its path is returned. Whoever was erased since the copy is
    erased in it first, which `work.left_out` tells afterwards. Anonymous sheets that wait now, or
    were entered here since the copy, wait afterwards: no copy holds them. What this laptop knows of itself
    (its keys, its office, the last serial it gave) stays as it is now: a serial is never given twice. At the
    next opening the laptop takes a new replica id, since numbers after the copy were given already. Raises
    backup.damaged, database.in_use, backup.changed_since, disk.full and its like, and then the database of
    now is still the one.
    """
    ready = prepare_restore(work, path)
    work.close()
    finish_restore(ready)
    work.left_out = ready.left_out
    return ready.aside


@guarded
def prepare_restore(work: Workplace, path: Path, progress: Progress = no_progress) -> Restoring:
    """Check a copy, lay it beside the database, and set a copy of the database of now aside.

    May run in a worker. Raises backup.damaged, backup.before_heads for one in which a head of now decides
    nothing yet, backup.before_decisions, disk.full and its like; then nothing is changed.
    """
    if not verify_backup(work, path, progress).ok:
        raise TrainerError("backup.damaged", file=path.name)
    fresh = work.folder.database.with_suffix(".restored")
    remove_database(fresh)
    try:
        with explain_errors():
            copy_private(path, fresh)
        database = open_database(fresh, work.key.key, work.key.salt)
        try:
            upgrade(database, lambda: None)
            joint.check_copy(work, database)
            copy_settings(work.database, database)
            entered = backups.rows_written_since(work.database, database, "feedback_paper")
            keep_drafts(work.database, database, entered)
            left_out = erased.erase_in_copy(work.folder, database, work.key, work.clock)
            move_database(database, fresh)
        finally:
            database.close()
        state = backups.state_of(work.database)
        aside = take_snapshot(work, BEFORE_RESTORE)
    except BaseException:
        remove_database(fresh)
        raise
    return Restoring(work.folder, work.key, fresh, work.folder.snapshots / aside, state, left_out)


def finish_restore(ready: Restoring) -> None:
    """Give the prepared copy the database's name. Every connection to the database must be closed.

    Raises database.in_use while another window or program has the data folder open, backup.changed_since
    where one has written into it since it was kept; then the database of now is still the one.
    """

    def check(old: Database) -> None:
        if backups.state_of(old) != ready.state:
            raise TrainerError("backup.changed_since")

    database = open_database(ready.fresh, ready.key.key, ready.key.salt)
    try:
        server_home.replace_data(ready.folder, ready.key, database, check)
    finally:
        database.close()
        remove_database(ready.fresh)


def open_restored(ready: Restoring, clock: Clock, *, placed: bool = True) -> Workplace:
    """Open the data folder in which a copy was put back, or not `placed` after all; it is cleared first.

    Raises what `open_with_key` does.
    """
    work = open_with_key(ready.folder, ready.key, clock)
    return _entered(work, ready.left_out if placed else LeftOut())


def _journal(database: Database) -> Journal:
    """Open the journal of a copy that is only looked at."""
    return Journal(database, lambda: 0, _note_nothing)


def _note_nothing(replica: str, number: int) -> None:
    """Leave the sidecar alone: a copy is only looked at."""


class SavedBackup(Struct, frozen=True):
    """A backup that was written and read back; `size` in bytes."""

    file: Path
    size: int
    entries: int


class Opening(Struct, frozen=True):
    """With what a backup file is opened: the passphrase of its day, or the office's key from paper.

    With the paper key a `new_passphrase` is set, since nobody may know the old one.
    """

    passphrase: str = ""
    paper_key: str = ""
    new_passphrase: str = ""


@guarded
def save_backup(work: Workplace, folder: Path, *, progress: Progress = no_progress) -> SavedBackup:
    """Make a copy, check every row of it, write it with its vault as one file into a folder, read it back.

    The copy stays on this laptop too, as the newest of its copies. Raises backup.damaged, disk.full, files.*.
    """
    made = create_backup(work)
    found = check_copy(work.folder, work.key, made.path, part_of(progress, 0.0, 0.5))
    if not found.ok:
        raise TrainerError("backup.damaged", file=made.path.name)
    about = BackupHeader(made.at, VERSION, work.office_code, identity.device_code(work))
    readme = "\n\n".join(messages.text("backup.readme", language) for language in LANGUAGES) + "\n"
    day = work.today().strftime("%Y%m%d")
    code = "-".join(part for part in (about.office, about.device) if part)
    # Where the office's server is, and its password, is not for who opens a backup of years ago.
    keys = vault.put_server(read_vault(work.folder), work.vault_key, "")
    blocks = backup_blocks(about, keys, made.path, readme, ledger.content(work))
    tell = part_of(progress, 0.5, 1.0)
    path = write_stream(
        folder / f"{code}-{day}{BACKUP_EXTENSION}", blocks, made.size, private=True, progress=tell
    )
    return SavedBackup(path, path.stat().st_size, found.entries)


@guarded
def bring_here(work: Workplace, path: Path, opening: Opening | None = None) -> Path:
    """Lay the database of a backup file among this laptop's copies and return where; nothing is put back yet.

    One from before the data got its present key comes under that one, once it is opened. Raises
    backup.other_laptop for the data of another one, backup.older_key where it must be opened,
    vault.wrong_passphrase, backup.not_a_backup, .too_new, .damaged.
    """
    file = _open_file(work.child, path)
    blocks = file.database_blocks()
    first = next(blocks, b"")
    if first[:16] != work.key.salt:
        raise TrainerError("backup.other_laptop", file=path.name)
    make_folder(work.folder.snapshots)
    target = work.folder.snapshots / f"{CARRIED}-{file.about.at}.db"
    part = _unpack(file, target.with_suffix(".part"))
    try:
        if not key_renewal.opens(part, work.key):
            if opening is None:
                raise TrainerError("backup.older_key", file=path.name)
            if not key_renewal.renew_copy(part, Renewal(_key(file, opening), work.key)):
                raise TrainerError("backup.damaged", file=path.name)
        with explain_errors():
            return replace_file(part, target)
    finally:
        remove_database(part)


def look_into(
    folder: DataFolder, path: Path, opening: Opening, *, progress: Progress = no_progress
) -> BackupPreview:
    """Open a backup file with its own vault and tell what it holds; nothing of the data folder is changed.

    Raises vault.wrong_passphrase, vault.no_recovery, vault.wrong_recovery_key, backup.*.
    """
    file = _open_file(Child(), path, progress)
    key = _key(file, opening)
    make_folder(folder.snapshots)
    part = _unpack(file, folder.snapshots / f"{CARRIED}-{file.about.at}.part")
    try:
        return look_alone(folder, key, part, progress, at=file.about.at)
    finally:
        unlink_file(part)


def restore_file(
    folder: DataFolder,
    path: Path,
    opening: Opening,
    *,
    clock: Clock | None = None,
    cost: KdfCost | None = None,
    ledgers: Sequence[Path] = (),
    progress: Progress = no_progress,
) -> Workplace:
    """Make a data folder of a backup file, checked first; what lies there now is set aside, not deleted.

    Who was erased since is erased in it first, as far as a ledger tells: the data folder's and its archive's,
    those in and beside the backup file, and at `ledgers`, files or folders such as a copy of the archive.
    `work.left_out` tells who. The laptop goes on under a new replica id, and numbers its certificates in a
    block of its own. Raises vault.wrong_passphrase, vault.no_recovery, vault.wrong_recovery_key,
    passphrase.*, database.in_use, backup.*, disk.*; then the folder is as it was.
    """
    clock = clock or SystemClock()
    file = _open_file(Child(), path, progress)
    key = _key(file, opening)
    content = file.vault
    if opening.paper_key:
        check_passphrase(opening.new_passphrase)
        content = vault.set_passphrase(content, key, opening.new_passphrase, cost)
    with hold_file(folder.database):
        pass  # refused before the long work, and once more where it gives way
    folder.make()
    fresh = _unpack(file, folder.database.with_suffix(".restored"))
    try:
        if not check_copy(folder, key, fresh, progress).ok:
            raise TrainerError("backup.damaged", file=path.name)
        others = [file.ledger, *ledger.found_at([path, *ledgers])]
        left_out = _erase_in_file(folder, fresh, key, clock, others)
        set_database_aside(folder, clock)
    except BaseException:
        remove_database(fresh)
        raise
    with explain_errors():
        replace_file(fresh, folder.database)
    write_vault(folder, content)
    work = _entered(open_with_key(folder, key, clock), left_out)
    if opening.paper_key:
        who_is_here.leave_names(work)
        who_is_here.note_paper(work, opening.paper_key)
    # The file and its vault stay where they were: they open nothing of what is written from now on.
    ask_for_new_key(work)
    renew_if_due(work, opening.new_passphrase or opening.passphrase, cost=cost, progress=progress)
    return work


def _erase_in_file(
    folder: DataFolder, path: Path, key: DataKey, clock: Clock, others: Sequence[bytes]
) -> LeftOut:
    """Bring an unpacked database to this version and erase in it what the ledgers name."""
    database = open_database(path, key.key, key.salt)
    try:
        upgrade(database, lambda: None)
        left_out = erased.erase_in_copy(folder, database, key, clock, others, elsewhere=True)
        move_database(database, path)
    finally:
        database.close()
    return left_out


def _entered(work: Workplace, left_out: LeftOut) -> Workplace:
    """Clear what is left of whoever was left out, before anybody works in a database that was put back."""
    work.left_out = left_out
    try:
        erased.resume(work)
    except BaseException:
        work.close()
        raise
    return work


def set_database_aside(folder: DataFolder, clock: Clock, *, vault_too: bool = True) -> Path | None:
    """Move a database that is there into a folder of its own; returns it, None if there is nothing.

    With `vault_too` the vault is copied there, and stays: a power cut now leaves a vault without a database,
    which is told at the next start, and never a folder that looks new.
    """
    database = folder.database
    paths = [database.with_name(database.name + end) for end in ("", "-wal", "-shm")]
    vaults = [folder.vault, folder.vault_copy] if vault_too else []
    there = [path for path in (*paths, *vaults) if path.exists()]
    if not there:
        return None
    aside = folder.set_aside / str(clock.millis())
    with hold_file(database), explain_errors():
        make_folder(aside)
        for path in vaults:
            if path.exists():
                copy_private(path, aside / path.name)
        for path in paths:
            if path.exists():
                replace_file(path, aside / path.name)
    return aside


def _open_file(child: Child, path: Path, progress: Progress = no_progress) -> BackupFile:
    """Open a backup file; a child goes ahead, and what it can read is read here."""
    child.run(progress, check_backup_file, path)
    return BackupFile(path)


def _key(file: BackupFile, opening: Opening) -> DataKey:
    """Return the key of the database in a backup file; its vault may be one of a new key that was begun."""
    if opening.paper_key:
        key = vault.unlock_with_recovery(file.vault, opening.paper_key)
    else:
        key = vault.unlock(file.vault, opening.passphrase)
    former = vault.former_key(file.vault, key)
    if former is None:
        return key
    page = next(file.database_blocks(), b"")[:PAGE]
    return former if PageReader(key).open(1, page) is None else key


def _unpack(file: BackupFile, target: Path) -> Path:
    """Write the database of a backup file to a path, in place of what an earlier look left there."""
    with explain_errors():
        unlink_file(target)
    return write_stream(target, file.database_blocks(), file.size, private=True)
