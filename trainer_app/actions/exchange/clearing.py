"""Clearing: taking what was erased out of the files here: archive, copies of the database, sent files.

That is begun by a note in the transaction that erases, and done after it; a power cut in between is made good
at the next start.
"""

import logging
import shutil
from collections import Counter
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base import identity, server_home
from trainer_app.actions.base.workplace import CARRIED, Role, Workplace, list_snapshots, take_snapshot
from trainer_app.actions.exchange import incoming, losses
from trainer_app.actions.exchange.archiving import archive_name, find_renamed, keep, write_order
from trainer_app.bundle.erasing import ErasedContent, Search, holds_erased, is_in, redact
from trainer_app.bundle.layout import EXTENSION
from trainer_app.bundle.packing import within_memory
from trainer_app.domain.base.changes import Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.laptops import (
    ERASED_BLOBS,
    ERASED_PEOPLE,
    ERASING_PENDING,
    ERASING_UNREAD,
    LEDGER_LINES,
)
from trainer_app.domain.office.backups import AFTER_ERASING
from trainer_app.native.disk import unlink_file
from trainer_app.store.attendance import marks
from trainer_app.store.base.files import explain_errors, open_database, remove_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.store import setting_of
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.store.exchange.receiving import ReceiveResult
from trainer_app.store.office import erasing
from trainer_app.store.office.erasing import silent_ids
from trainer_app.system.child import ChildNotStarted
from trainer_app.system.files import write_atomically

_log = logging.getLogger(__name__)


class _Fate(Enum):
    """What becomes of one file when somebody is erased."""

    KEPT = "kept"
    REDACTED = "redacted"
    REMOVED = "removed"
    UNREAD = "unread"
    """Removed, as nobody here could look into it."""
    UNOPENED = "unopened"


class Cleared(Struct, frozen=True):
    """What became of files: made anew without the data, removed, and those that nobody here can open.

    `unread` of the removed ones were set aside and could not be looked into.
    """

    redacted: int = 0
    removed: int = 0
    unopened: int = 0
    unread: int = 0


def note_pending(work: Workplace) -> None:
    """Remember that files must be cleared. Use inside the transaction that erases."""
    work.store.change_setting(ERASING_PENDING, True)
    work.store.change_setting(ERASING_UNREAD, 0)
    losses.count_again(work)


def is_pending(work: Workplace) -> bool:
    """Tell whether files are still to be cleared."""
    return work.store.setting(ERASING_PENDING)


def removed_unread(work: Workplace) -> int:
    """Return how many files set aside the last erasing removed, as they could not be looked into."""
    return work.store.setting(ERASING_UNREAD)


def erased_blobs(work: Workplace) -> frozenset[str]:
    """Return the hashes of contents that were erased here."""
    return work.store.setting(ERASED_BLOBS)


def clear_files(work: Workplace, progress: Progress = no_progress) -> Cleared:
    """Take what was erased out of every file here, and make one fresh copy in the place of the older ones.

    Raises backup.damaged before anything is removed if the fresh copy is not whole, and disk.full and its
    like; then the rest is done at the next start.
    """
    work.database.empty_log()
    marks.prune(work.database)
    cleared = _clear_bundles(work, progress)
    _clear_folder(work.folder.outgoing, f"*{EXTENSION}")
    for suffix in (".restored", ".rebuilt", ".salvaged"):
        remove_database(work.folder.database.with_suffix(suffix))
    _renew_snapshots(work, progress)
    with explain_errors():
        # Databases that were damaged or gave way: what was erased may be read in them still.
        if work.folder.set_aside.is_dir():
            shutil.rmtree(work.folder.set_aside)
    work.store.change_setting(ERASING_PENDING, False)
    work.database.empty_log()
    progress("erasing.progress.files", 1.0)
    return cleared


def keep_original(work: Workplace, data: bytes, received: ReceiveResult) -> None:
    """Archive a file that was just taken in, without what was erased; a laptop then keeps none.

    Use inside the transaction that takes it in. Raises files.*.
    """
    if not (received.stale or received.erased or received.upheld):
        keep(work, data)
        return
    # Whatever is kept of it has other bytes; who finds the file again brings nothing new with it.
    incoming.remember(work, archive_name(data))
    if not (received.new or received.blobs):
        return
    if _is_keeper(work):
        kept = _redacted(work, data, _erased(work))
        transfers.rename_archived(work.database, archive_name(data), keep(work, kept or data))
    elif holds_erased(data, identities_of(work), _erased(work)):
        transfers.rename_archived(work.database, archive_name(data), "")
    else:
        keep(work, data)


def _is_keeper(work: Workplace) -> bool:
    """Tell whether databases are made anew from the archive here; elsewhere the office sends again."""
    return work.role is Role.OFFICE and identity.has_office(work)


def _erased(work: Workplace) -> ErasedContent:
    return ErasedContent(silent_ids(work.database), erased_blobs(work))


def _keys_of_erased(work: Workplace) -> frozenset[bytes]:
    """Return the keys of people who were erased and of all that belongs to them."""
    people = work.store.setting(ERASED_PEOPLE)
    return frozenset(key.encode() for _, key in erasing.rows_of_people(work.database, people))


def _clear_bundles(work: Workplace, progress: Progress) -> Cleared:
    erased = _erased(work)
    # What was never taken in may hold entries about the same people that nobody here has seen.
    aside = replace(erased, about=_keys_of_erased(work))
    files = sorted(work.folder.archive.rglob(f"*{EXTENSION}"))
    fates: Counter[_Fate] = Counter()
    for index, path in enumerate(files):
        progress("erasing.progress.files", 0.8 * index / len(files))
        fates[_clear_bundle(work, path, aside if incoming.is_set_aside(path) else erased)] += 1
    if _is_keeper(work):
        find_renamed(work, identities_of(work))
        write_order(work)
    removed = fates[_Fate.REMOVED] + fates[_Fate.UNREAD]
    return Cleared(fates[_Fate.REDACTED], removed, fates[_Fate.UNOPENED], fates[_Fate.UNREAD])


def _clear_bundle(work: Workplace, path: Path, erased: ErasedContent) -> _Fate:
    """Take what was erased out of one file; return what became of it."""
    try:
        data = _read(path)
        # What lies in the archive was verified when it was taken in.
        search = _search_in_child(work) if incoming.is_set_aside(path) else is_in
        concerned = holds_erased(data, identities_of(work), erased, search)
    except TrainerError:
        # Of a stranger's file nobody can say that it holds nothing: it may neither stay nor stop the erasing.
        if incoming.is_set_aside(path):
            work.store.change_setting(ERASING_UNREAD, removed_unread(work) + 1)
            return _remove(work, path, _Fate.UNREAD)
        # At the office only files that were sealed for it get here; a laptop needs none of them.
        return _Fate.UNOPENED if _is_keeper(work) else _remove(work, path)
    if not concerned:
        return _Fate.KEPT
    kept = None
    if _is_keeper(work):
        # What was never taken in may be too odd to be made anew.
        with suppress(TrainerError):
            kept = _redacted(work, data, erased)
    if kept is None:
        return _remove(work, path)
    _replace(work, path, kept)
    unlink_file(path)
    return _Fate.REDACTED


def _search_in_child(work: Workplace) -> Search:
    """Return what searches the files of strangers."""

    def search(archive: bytes, erased: ErasedContent) -> bool:
        try:
            return work.child.run(no_progress, is_in, archive, erased)
        except ChildNotStarted:
            # That is no fault of the file, which would be removed for it. The cheap bounds hold here too.
            return is_in(archive, erased)

    return search


def _read(path: Path) -> bytes:
    """Return a file's bytes. Raises bundle.too_big, archive.missing."""
    try:
        with within_memory():
            return path.read_bytes()
    except OSError as problem:
        raise TrainerError("archive.missing", file=path.name) from problem


def _remove(work: Workplace, path: Path, fate: _Fate = _Fate.REMOVED) -> _Fate:
    if incoming.is_set_aside(path):
        incoming.remove(path)
    else:
        incoming.stays_known(work, path.name)
        transfers.rename_archived(work.database, path.name, "")
        unlink_file(path)
    return fate


def _replace(work: Workplace, path: Path, data: bytes) -> None:
    """Put a file made anew beside an old one, under the name that its own hash gives it."""
    name = archive_name(data)
    write_atomically(path.with_name(name), data)
    if path.parent == work.folder.archive:
        incoming.stays_known(work, path.name)
        transfers.rename_archived(work.database, path.name, name)
    else:
        incoming.rename(path, name)


def _redacted(work: Workplace, data: bytes, erased: ErasedContent) -> bytes | None:
    office = identity.trust_list(work)
    if office is None:
        return None
    recipients = [office.office.recipient, office.office.recovery]
    day = work.today().isoformat()
    signer = identity.device_keys(work)
    return redact(data, identities_of(work), erased, recipients=recipients, signer=signer, day=day)


def identities_of(work: Workplace) -> list[str]:
    """Return the age keys that open the files kept here."""
    own = [identity.device_keys(work).identity]
    if _is_keeper(work):
        own.append(identity.office_keys(work).identity)
    return own


def _renew_snapshots(work: Workplace, progress: Progress) -> None:
    """Make one copy, look whether it is whole, and only then remove those from before."""
    folder = work.folder.snapshots
    found = sorted(path for end in ("*.db*", "*.part") for path in folder.glob(end))
    older = [path for path in found if path.suffix != ".db" or not _is_clean(work, path)]
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
    if work.on_server:
        # The file that was kept when the office moved to its server is one more copy.
        server_home.keep_clean(work.folder, work.key, fresh, server_home.shown(work.database))
    for path in older:
        unlink_file(path)
    # Opening the copy may have left a log beside it.
    for suffix in ("-wal", "-shm"):
        unlink_file(fresh.with_name(fresh.name + suffix))


def _clear_folder(folder: Path, pattern: str) -> None:
    if folder.is_dir():
        for path in folder.glob(pattern):
            unlink_file(path)


def try_clear_files(work: Workplace, progress: Progress) -> None:
    """Clear the files; what cannot be done now is tried again at the next start."""

    def tell(code: str, fraction: float) -> None:
        # What is erased is erased: nobody can stop in the middle any more.
        with suppress(Cancelled):
            progress(code, fraction)

    try:
        clear_files(work, tell)
    except TrainerError as problem:
        _log.warning("files still hold what was erased: %s", problem.code)


def drop_carried(work: Workplace) -> None:
    """Remove copies that came on a stick and were not put back, where they hold what was erased."""
    for copy in list_snapshots(work.folder):
        if copy.why == CARRIED and not _is_clean(work, copy.path):
            unlink_file(copy.path)


def _is_clean(work: Workplace, path: Path) -> bool:
    """Tell whether a copy was made after all that was erased, or let go of, here."""
    needed, dropped = work.store.setting(LEDGER_LINES), erasing.dropped_places(work.database)
    try:
        with closing(open_database(path, work.key.key, work.key.salt)) as copy:
            known = setting_of(copy, LEDGER_LINES)
            return set(known).issuperset(needed) and erasing.dropped_places(copy) >= dropped
    except TrainerError:
        return not (needed or dropped)
