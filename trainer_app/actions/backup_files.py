"""The backup that is carried on a stick: writing it, and bringing it back on this computer or another one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions import identity
from trainer_app.actions.backups import check_copy, create_backup, look_alone
from trainer_app.actions.snapshots import CARRIED
from trainer_app.actions.workplace import (
    Cost,
    Workplace,
    check_passphrase,
    open_with_key,
    read_vault,
    write_vault,
)
from trainer_app.bundle import vault
from trainer_app.bundle.backup_file import EXTENSION, About, BackupFile, backup_blocks
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.backups import CopyLook
from trainer_app.domain.changes import Progress, no_progress, part_of
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import LANGUAGES
from trainer_app.store.database import explain_errors
from trainer_app.store.swapping import held
from trainer_app.system import messages
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.files import make_folder, write_stream
from trainer_app.system.folders import Folder
from trainer_app.system.version import VERSION

__all__ = ["EXTENSION", "Opening", "SavedBackup", "bring_here", "look_into", "restore_file", "save_backup"]


@dataclass(frozen=True)
class SavedBackup:
    """A backup that was written and read back; `size` in bytes."""

    file: Path
    size: int
    entries: int


@dataclass(frozen=True)
class Opening:
    """With what a backup file is opened: the passphrase of its day, or the office's key from paper.

    With the paper key a `new_passphrase` is set, since nobody may know the old one.
    """

    passphrase: str = ""
    paper_key: str = ""
    new_passphrase: str = ""


def save_backup(work: Workplace, folder: Path, *, progress: Progress = no_progress) -> SavedBackup:
    """Make a copy, check every row of it, write it with its vault as one file into a folder, read it back.

    The copy stays on this laptop too, as the newest of its copies. Raises backup.damaged, disk.full, files.*.
    """
    made = create_backup(work)
    found = check_copy(work.folder, work.key, made.path, part_of(progress, 0.0, 0.5))
    if not found.ok:
        raise TrainerError("backup.damaged", file=made.path.name)
    about = About(made.at, VERSION, work.office_code, identity.device_code(work))
    readme = "\n\n".join(messages.text("backup.readme", language) for language in LANGUAGES) + "\n"
    day = work.today().strftime("%Y%m%d")
    code = "-".join(part for part in (about.office, about.device) if part)
    blocks = backup_blocks(about, read_vault(work.folder), made.path, readme)
    tell = part_of(progress, 0.5, 1.0)
    path = write_stream(folder / f"{code}-{day}{EXTENSION}", blocks, made.size, progress=tell)
    return SavedBackup(path, path.stat().st_size, found.entries)


def bring_here(work: Workplace, path: Path) -> Path:
    """Lay the database of a backup file among this laptop's copies and return where; nothing is put back yet.

    Raises backup.other_laptop for the data of another one, backup.not_a_backup, .too_new, .damaged.
    """
    file = BackupFile(path)
    blocks = file.database_blocks()
    first = next(blocks, b"")
    if first[:16] != work.key.salt:
        raise TrainerError("backup.other_laptop", file=path.name)
    make_folder(work.folder.snapshots)
    return _unpack(file, work.folder.snapshots / f"{CARRIED}-{file.about.at}.db")


def look_into(folder: Folder, path: Path, opening: Opening, *, progress: Progress = no_progress) -> CopyLook:
    """Open a backup file with its own vault and tell what it holds; nothing of the data folder is changed.

    Raises vault.wrong_passphrase, vault.no_recovery, vault.wrong_recovery_key, backup.*.
    """
    file = BackupFile(path)
    key = _key(file, opening)
    make_folder(folder.snapshots)
    part = _unpack(file, folder.snapshots / f"{CARRIED}-{file.about.at}.part")
    try:
        return look_alone(folder, key, part, progress, at=file.about.at)
    finally:
        part.unlink(missing_ok=True)


def restore_file(
    folder: Folder,
    path: Path,
    opening: Opening,
    *,
    clock: Clock | None = None,
    cost: Cost | None = None,
    progress: Progress = no_progress,
) -> Workplace:
    """Make a data folder of a backup file, checked first; what lies there now is set aside, not deleted.

    The laptop goes on under a new replica id, and numbers its certificates in a block of its own. Raises
    vault.wrong_passphrase, vault.no_recovery, vault.wrong_recovery_key, passphrase.too_short,
    database.in_use, backup.*, disk.*; then the folder is as it was.
    """
    clock = clock or SystemClock()
    file = BackupFile(path)
    key = _key(file, opening)
    content = file.vault
    if opening.paper_key:
        check_passphrase(opening.new_passphrase)
        content = vault.set_passphrase(content, key, opening.new_passphrase, cost)
    with held(folder.database):
        pass  # refused before the long work, and once more where it gives way
    folder.make()
    fresh = _unpack(file, folder.database.with_suffix(".restored"))
    try:
        if not check_copy(folder, key, fresh, progress).ok:
            raise TrainerError("backup.damaged", file=path.name)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    try:
        set_aside(folder, clock)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    with explain_errors():
        fresh.replace(folder.database)
    write_vault(folder, content)
    return open_with_key(folder, key, clock)


def set_aside(folder: Folder, clock: Clock, *, vault_too: bool = True) -> Path | None:
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
    with held(database), explain_errors():
        make_folder(aside)
        for path in vaults:
            if path.exists():
                shutil.copyfile(path, aside / path.name)
        for path in paths:
            if path.exists():
                path.replace(aside / path.name)
    return aside


def _key(file: BackupFile, opening: Opening) -> DataKey:
    if opening.paper_key:
        return vault.unlock_with_recovery(file.vault, opening.paper_key)
    return vault.unlock(file.vault, opening.passphrase)


def _unpack(file: BackupFile, target: Path) -> Path:
    """Write the database of a backup file to a path, in place of what an earlier look left there."""
    with explain_errors():
        target.unlink(missing_ok=True)
    return write_stream(target, file.database_blocks(), file.size)
