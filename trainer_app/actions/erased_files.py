"""What was erased must leave every file here too: the archive, copies of the database, what was sent.

It is begun by a note in the transaction that erases, and done after it; a power cut in between is made good
at the next start.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions import identity, newer, quarantine
from trainer_app.actions.archiving import archive_name, keep, write_order
from trainer_app.actions.workplace import Role, Workplace, take_snapshot
from trainer_app.bundle.layout import EXTENSION
from trainer_app.bundle.redacting import Erased, holds_erased, redact
from trainer_app.domain.backups import AFTER_ERASING
from trainer_app.domain.changes import Progress, no_progress, part_of
from trainer_app.domain.errors import TrainerError
from trainer_app.store import attachments, exchange
from trainer_app.store.database import explain_errors, open_database, remove_database
from trainer_app.store.erasing import silent_ids
from trainer_app.store.integrity import check_integrity
from trainer_app.store.journal import Journal
from trainer_app.system.files import write_atomically

_PENDING = "erasing_pending"
_BLOBS = "erased_blobs"


@dataclass(frozen=True)
class Cleared:
    """What became of files: made anew without the data, removed, and those that nobody here can open."""

    redacted: int = 0
    removed: int = 0
    unopened: int = 0


def note_pending(work: Workplace) -> None:
    """Remember that files must be cleared. Use inside the transaction that erases."""
    work.store.change_setting(_PENDING, "1")
    newer.count_again(work)


def is_pending(work: Workplace) -> bool:
    """Tell whether files are still to be cleared."""
    return bool(work.store.setting(_PENDING))


def add_erased_blobs(work: Workplace, hashes: Iterable[str]) -> None:
    """Remember which contents of attachments may never come back. Use inside a transaction."""
    work.store.add_names(_BLOBS, hashes)


def erased_blobs(work: Workplace) -> frozenset[str]:
    """Return the hashes of contents that were erased here."""
    return work.store.names(_BLOBS)


def clear_files(work: Workplace, progress: Progress = no_progress) -> Cleared:
    """Take what was erased out of every file here, and make one fresh copy in the place of the older ones.

    Raises backup.damaged before anything is removed if the fresh copy is not whole, and disk.full and its
    like; then the rest is done at the next start.
    """
    work.database.empty_log()
    attachments.prune(work.database)
    cleared = _clear_bundles(work, progress)
    _clear_folder(work.folder.outgoing, f"*{EXTENSION}")
    for suffix in (".restored", ".rebuilt", ".salvaged"):
        remove_database(work.folder.database.with_suffix(suffix))
    _renew_snapshots(work, progress)
    with explain_errors():
        # Databases that were damaged or gave way: what was erased may be read in them still.
        if work.folder.set_aside.is_dir():
            shutil.rmtree(work.folder.set_aside)
    work.store.change_setting(_PENDING, "")
    work.database.empty_log()
    progress("erasing.progress.files", 1.0)
    return cleared


def keep_without(work: Workplace, data: bytes) -> None:
    """Archive a file that was just taken in, without what was erased; a laptop keeps none.

    Use inside the transaction that takes it in.
    """
    kept = _redacted(work, data, _erased(work)) if _is_keeper(work) else None
    if kept is not None:
        exchange.rename_archived(work.database, archive_name(data), keep(work, kept))
    elif _is_keeper(work):
        keep(work, data)
    else:
        exchange.rename_archived(work.database, archive_name(data), "")


def _is_keeper(work: Workplace) -> bool:
    """Tell whether databases are made anew from the archive here; elsewhere the office sends again."""
    return work.role is Role.OFFICE and identity.has_office(work)


def _erased(work: Workplace) -> Erased:
    return Erased(silent_ids(work.database), erased_blobs(work))


def _clear_bundles(work: Workplace, progress: Progress) -> Cleared:
    erased, identities = _erased(work), _identities(work)
    files = sorted(work.folder.archive.rglob(f"*{EXTENSION}"))
    redacted = removed = unopened = 0
    for place, path in enumerate(files):
        progress("erasing.progress.files", 0.8 * place / len(files))
        data = path.read_bytes()
        try:
            concerned = holds_erased(data, identities, erased)
        except TrainerError:
            # At the office only files that were sealed for it get here; a laptop needs none of them.
            unopened += _is_keeper(work)
            concerned = not _is_keeper(work)
        if not concerned:
            continue
        kept = _redacted(work, data, erased) if _is_keeper(work) else None
        if kept is not None:
            _replace(work, path, kept)
            redacted += 1
        else:
            exchange.rename_archived(work.database, path.name, "")
            removed += 1
        path.unlink(missing_ok=True)
    if redacted:
        write_order(work)
    return Cleared(redacted, removed, unopened)


def _replace(work: Workplace, path: Path, data: bytes) -> None:
    """Put a file made anew beside an old one, under the name that its own hash gives it."""
    name = archive_name(data)
    write_atomically(path.with_name(name), data)
    if path.parent == work.folder.archive:
        exchange.rename_archived(work.database, path.name, name)
    else:
        quarantine.rename(path, name)


def _redacted(work: Workplace, data: bytes, erased: Erased) -> bytes | None:
    office = identity.trust_list(work)
    if office is None:
        return None
    recipients = [office.office.recipient, office.office.recovery]
    day = work.today().isoformat()
    signer = identity.device_keys(work)
    return redact(data, _identities(work), erased, recipients=recipients, signer=signer, day=day)


def _identities(work: Workplace) -> list[str]:
    own = [identity.device_keys(work).identity]
    if _is_keeper(work):
        own.append(identity.office_keys(work).identity)
    return own


def _renew_snapshots(work: Workplace, progress: Progress) -> None:
    """Make one copy, look whether it is whole, and only then remove those from before."""
    folder = work.folder.snapshots
    older = sorted(folder.glob("*.db*")) if folder.is_dir() else []
    progress("erasing.progress.copy", 0.8)
    fresh = folder / take_snapshot(work, AFTER_ERASING)
    database = open_database(fresh, work.key.key, work.key.salt)
    try:
        journal = Journal(database, work.clock.millis, lambda replica, number: None)
        whole = check_integrity(journal, part_of(progress, 0.8, 1.0)).ok
    finally:
        database.close()
    if not whole:
        remove_database(fresh)
        raise TrainerError("backup.damaged", file=fresh.name)
    for path in older:
        path.unlink(missing_ok=True)
    # Opening the copy may have left a log beside it.
    for suffix in ("-wal", "-shm"):
        fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)


def _clear_folder(folder: Path, pattern: str) -> None:
    if folder.is_dir():
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)
