"""A damaged database: its tables made anew from the journal, or a new one of all that can still be read.

work, told = salvaging.salvage(folder, key)        the damaged file is kept, nothing is invented

Sources, in this order: whole pages of the damaged file and of its log, copies on this laptop, files that were
taken in. What is known to be missing is said by laptop and number.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from trainer_app.actions import archiving, identity, merging, receipts
from trainer_app.actions.backup_files import set_aside
from trainer_app.actions.backups import check_copy, opened_copy
from trainer_app.actions.snapshots import list_snapshots
from trainer_app.actions.workplace import State, Workplace, open_with_key, state_of, take_snapshot, unlock_key
from trainer_app.bundle.cipher_pages import PageReader
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.backups import Missing, Salvaged
from trainer_app.domain.changes import Progress, no_progress, part_of
from trainer_app.domain.errors import TrainerError
from trainer_app.store import chronicle, exchange
from trainer_app.store import salvaging as stored
from trainer_app.store.database import Database, explain_errors, move_database, remove_database
from trainer_app.store.integrity import Integrity, check_integrity, rebuild
from trainer_app.store.pages import Pages
from trainer_app.store.swapping import held
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.folders import Folder
from trainer_app.system.sidecar import Position, Sidecar

type Range = tuple[int, int]
"""Numbers of one replica, from the first to the last."""
BEFORE_REPAIR = "before-repair"
_log = logging.getLogger(__name__)


def repair(work: Workplace, progress: Progress = no_progress) -> Integrity:
    """Make all tables anew from a journal that is whole, after a copy; returns what a check finds then.

    Raises salvage.pages_damaged when the file itself is damaged: then `salvage` is the way.
    """
    found = check_integrity(work.journal)
    if found.ok:
        return found
    if file_is_damaged(found):
        raise TrainerError("salvage.pages_damaged")
    take_snapshot(work, BEFORE_REPAIR)
    with work.journal.transaction():
        rebuild(work.journal, progress)
    return check_integrity(work.journal)


def file_is_damaged(found: Integrity) -> bool:
    """Tell whether a check met pages that cannot be read, so that nothing can be repaired in place."""
    return any(problem.startswith(("cipher:", "sqlite:")) for problem in found.problems)


def key_of(folder: Folder, passphrase: str) -> DataKey:
    """Return the key of a folder whose database may be damaged or gone. Raises vault.*, workplace.missing."""
    if state_of(folder) is State.NEW:
        raise TrainerError("workplace.missing")
    return unlock_key(folder, passphrase)


def salvage(
    folder: Folder, key: DataKey, *, clock: Clock | None = None, progress: Progress = no_progress
) -> tuple[Workplace, Salvaged]:
    """Make a new database of all that can be read, set the damaged one aside, and open the new one.

    Until the new one is whole and checked, nothing is changed. Raises salvage.nothing when no entry is found
    anywhere: an empty database is never put in the place of a damaged one. database.in_use while another
    window or program has it open. disk.full and its like.
    """
    clock = clock or SystemClock()
    with held(folder.database):
        pass  # refused before the long work, and once more where it gives way
    fresh = folder.database.with_suffix(".salvaged")
    noted = Sidecar(folder.sidecar).read()
    database = stored.create_salvaged(fresh, key.key, key.salt)
    try:
        found = _gather(folder, key, database, noted, clock, part_of(progress, 0.0, 0.8))
        move_database(database, fresh)
        if not check_copy(folder, key, fresh, part_of(progress, 0.8, 0.95)).ok:
            raise TrainerError("salvage.failed")
    except BaseException:
        database.close()
        remove_database(fresh)
        raise
    try:
        aside = set_aside(folder, clock, vault_too=False)
    except BaseException:
        remove_database(fresh)
        raise
    with explain_errors():
        fresh.replace(folder.database)
    work = open_with_key(folder, key, clock)
    try:
        from_files = _take_files(work) if _lacks(work, noted) else 0
        told = replace(found, from_files=from_files, missing=tuple(_missing(work, noted)), aside=aside)
    except BaseException:
        work.close()
        raise
    progress("salvage.done", 1.0)
    return work, told


def _gather(
    folder: Folder,
    key: DataKey,
    database: Database,
    noted: Position | None,
    clock: Clock,
    progress: Progress,
) -> Salvaged:
    pages = Pages(folder.database, PageReader(key).open)
    stored.take_pages(database, pages, part_of(progress, 0.0, 0.5))
    _for_each_copy(folder, key, lambda copy: stored.take_names(database, copy))
    if noted is not None:
        stored.mark_own(database, [noted.replica])
    unknown = stored.settle(database)
    journal = stored.make_tables(database, clock.millis, part_of(progress, 0.5, 0.9))
    from_pages = exchange.count_entries(database)
    gained: list[int] = []
    _for_each_copy(folder, key, lambda copy: gained.append(stored.take_entries(journal, copy)))
    if not from_pages and not sum(gained):
        raise TrainerError("salvage.nothing")
    stored.settle(database)
    return Salvaged(pages.found.pages, pages.found.damaged, from_pages, sum(gained), unknown=unknown)


def _for_each_copy(folder: Folder, key: DataKey, use: Callable[[Database], object]) -> None:
    """Use every copy that can be read, the newest first; one that is damaged too is passed over."""
    for snapshot in list_snapshots(folder):
        try:
            with opened_copy(folder, key, snapshot.path) as copy:
                use(copy)
        except TrainerError as problem:
            if problem.code.startswith("disk."):
                raise
            _log.warning("a copy could not be used: %s", problem)


def _take_files(work: Workplace) -> int:
    """Take in what lies in the archive, except what was undone; returns how many entries it brought."""
    undone = {one.archived for one in exchange.list_arrivals(work.database) if one.result == "undone"}
    files = [path for path in sorted(work.folder.archive.glob("*.tsync")) if path.name not in undone]
    if not files:
        return 0
    return sum(result.new_entries for result in merging.import_files(work, files).files)


def _lacks(work: Workplace, noted: Position | None) -> bool:
    """Tell whether files that were taken in may bring something: there are gaps, or an end is not here."""
    ranges = exchange.replica_ranges(work.database)
    last = {known.replica: known.last for known in ranges}
    ends = any(one.last > last.get(one.replica, 0) for one in exchange.list_arrivals(work.database))
    return ends or any(not known.complete for known in ranges) or bool(_missing(work, noted))


def _missing(work: Workplace, noted: Position | None) -> list[Missing]:
    """Return which changes are known to have been here and are not here any more."""
    codes = identity.known_replicas(work)
    own = set(work.journal.own_replicas())
    last = {known.replica: known.last for known in exchange.replica_ranges(work.database)}
    had = _had(work, own, last, noted)
    found = []
    for replica in sorted(had, key=lambda each: (each not in own, codes.get(each, ""), each)):
        who = identity.device_code(work) if replica in own else codes.get(replica, replica[:6])
        gaps = chronicle.missing_ranges(work.database, replica)
        end = last.get(replica, 0)
        gaps.append((end + 1, max((to for _, to in had[replica]), default=end)))
        found += [Missing(who, first, to) for first, to in _within(gaps, had[replica])]
    return found


def _had(
    work: Workplace, own: set[str], last: Mapping[str, int], noted: Position | None
) -> dict[str, list[Range]]:
    """Return replica -> which numbers this computer had.

    Of its own all, as far as the note outside the folder, receipts and the journal tell. Of another's only
    what a file of that laptop brought whose original cannot be read again: packs, and copies of others'
    changes in them, are about some courses, so that what they pass over was never here.
    """
    confirmed, received = receipts.known_receipts(work), receipts.known_received(work)
    had: dict[str, list[Range]] = {}
    for replica in own:
        told = noted.number if noted is not None and noted.replica == replica else 0
        end = max(told, confirmed.get(replica, 0), received.get(replica, 0), last.get(replica, 0))
        had[replica] = [(1, end)]
    offices = _offices(work)
    for arrival in exchange.list_arrivals(work.database):
        other = arrival.replica not in own | offices and arrival.result != "undone"
        if other and arrival.first and not _is_whole(work.folder.archive / arrival.archived):
            had.setdefault(arrival.replica, []).append((arrival.first, arrival.last))
    return had


def _offices(work: Workplace) -> set[str]:
    """Return the replicas of the office's computers: their files to laptops are packs."""
    trust = identity.trust_list(work)
    codes = {device.code for device in trust.devices if device.role == "office"} if trust else set()
    return {replica for replica, code in identity.known_replicas(work).items() if code in codes}


def _is_whole(path: Path) -> bool:
    try:
        return bool(archiving.read_archived(path))
    except TrainerError:
        return False


def _within(gaps: Sequence[Range], had: Sequence[Range]) -> list[Range]:
    """Return the parts of some gaps that lie in what was there, each number once, in order."""
    found: list[Range] = []
    for low, high in sorted(had):
        after = found[-1][1] + 1 if found else 0
        for first, to in gaps:
            start, end = max(first, low, after), min(to, high)
            if start <= end:
                found.append((start, end))
    return found


def damaged_files(folder: Folder) -> list[Path]:
    """Return the databases that were set aside."""
    return sorted(folder.set_aside.glob("*/trainer.db")) if folder.set_aside.is_dir() else []
