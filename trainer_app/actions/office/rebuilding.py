"""The database made anew: at the office from its archive, a damaged one from all that can be read.

    work, told = salvage(folder, key)   # the damaged file is kept, nothing is invented

Sources of a salvage, in this order: whole pages of the damaged file and of its log, copies on this laptop,
files that were imported. What is known to be missing is said by laptop and number.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from trainer_app.actions.base import identity, server_home, sync_status
from trainer_app.actions.base.data_key import unlock_key
from trainer_app.actions.base.key_renewal import page_opener, renew_copies
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import (
    Role,
    Workplace,
    is_signed,
    list_snapshots,
    open_with_key,
    take_over,
    take_snapshot,
)
from trainer_app.actions.exchange import archiving, clearing, erased, importing, ledger
from trainer_app.actions.exchange.archiving import ArchiveEvent
from trainer_app.actions.exchange.arrivals import take_bundle
from trainer_app.actions.office.backups import check_copy, opened_copy, set_database_aside
from trainer_app.bundle.layout import EXTENSION, Bundle
from trainer_app.bundle.reader import read_bundle
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.journal import Integrity, author_of
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.laptops import LEDGER_SEEN
from trainer_app.domain.exchange.sending import ArchiveTaken, RebuiltDatabase
from trainer_app.domain.office.backups import MissingEntries, Salvaged
from trainer_app.domain.office.erasing import REBUILT_BESIDE
from trainer_app.native.disk import replace_file, unlink_file
from trainer_app.store.attendance import marks
from trainer_app.store.base import entry_history, upgrade
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import explain_errors, move_database, open_database, remove_database
from trainer_app.store.base.store import copy_settings, create_store, setting_of
from trainer_app.store.evaluations.papers import keep_drafts
from trainer_app.store.exchange import integrity, transfers
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.store.office import erasing, salvaging
from trainer_app.store.office.backups import hold_file
from trainer_app.store.office.salvaging import Pages
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.files import Position, sidecar_of
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of

"""Setting of a database that waits to be put in place: how many entries the one in use held then."""


@guarded
def rebuild(
    work: Workplace,
    folder: Path | None = None,
    *,
    keep: bool = False,
    identities: Sequence[str] = (),
    progress: Progress = no_progress,
) -> RebuiltDatabase:
    """Make a database from the archive alone and compare it with the one in use, which is not touched.

    `folder` is the archive, by default this computer's own; `identities` are further age keys that open
    it, such as the one from paper. With `keep` the new database waits for `put_in_place`. What undo could
    take back is not in an archive. Raises archive.no_order, archive.bad_order, disk.full and its like.
    """
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    if folder is None:
        archiving.archive_own(work, progress)
        archiving.write_order(work)
        folder = work.folder.archive
    path = _path(work)
    remove_database(path)
    author = author_of(work.journal.replica)
    store = create_store(
        path, work.key.key, work.key.salt, work.clock.millis, _note_nothing, author, is_signed
    )
    try:
        copy_settings(work.database, store.database)
        store.forget_setting(LEDGER_SEEN)
        store.journal.reload()
        fresh = Workplace(work.folder, store, work.clock, work.sidecar, work.key)
        missing = _replay(work, fresh, folder, identities, progress)
        # An archive that was copied before somebody was erased holds them still.
        left_out = erased.erase_again(fresh, ledger.found_at([folder]), identities)
        done = _compare(work, fresh, folder, missing)
        fresh.store.change_setting(REBUILT_BESIDE, done.entries_before)
    except BaseException:
        keep = False
        raise
    finally:
        store.close()
        if not keep:
            remove_database(path)
    work.left_out = left_out if keep else work.left_out
    return done


@guarded
def put_in_place(work: Workplace) -> Path:
    """Put the database that `rebuild` kept in the place of the one in use; return the copy made of that one.

    Call it in the only thread that has a connection: work goes on in the new one, under a new id. Raises
    archive.changed_since if something was written meanwhile, database.missing, disk.full and its like.
    """
    fresh = open_database(_path(work), work.key.key, work.key.salt)
    try:
        if setting_of(fresh, REBUILT_BESIDE) != transfers.count_entries(work.database):
            raise TrainerError("archive.changed_since")
        keep_drafts(work.database, fresh)
        aside = work.store.snapshot(work.folder.snapshots / f"before-rebuild-{work.clock.millis()}.db")
        take_over(work, fresh)
        # An archive elsewhere may be from before an erasing, after which files here have other names.
        archiving.find_renamed(work, clearing.identities_of(work))
    finally:
        fresh.close()
        forget_rebuilt(work)
    return aside


@guarded
def take_archive(work: Workplace, folder: Path, progress: Progress = no_progress) -> ArchiveTaken:
    """Take the files that the archive lacks from a copy of it: a folder, or the folder around it.

    What a ledger beside the copy says was erased is erased here first, and no file brings it back. Raises
    archive.no_copy where nothing there is wanted or whole; then nothing was changed.
    """
    places = [folder, *(path for path in sorted(folder.iterdir()) if path.is_dir())]
    paths = {path.name: path for place in reversed(places) for path in place.glob(f"*{EXTENSION}")}
    before = archiving.missing_files(work)
    taken = [name for name in before if name in paths]
    # A copy that was cleared after an erasing which this database does not know has other names.
    named = set(archiving.named_files(work))
    taken += [name for name in paths if name not in named] if len(taken) < len(before) else []
    kept = _keep_whole(work, [paths[name] for name in taken], progress)
    with work.journal.transaction():
        left_out = erased.erase_again(work, ledger.found_at(places))
    ledger.publish(work)
    archiving.find_renamed(work, clearing.identities_of(work))
    for path in kept:
        if path.name not in archiving.named_files(work):
            unlink_file(path)
    missing = archiving.missing_files(work)
    if before and len(missing) == len(before):
        raise TrainerError("archive.no_copy", folder=str(folder))
    if kept and (left_out or erasing.list_erasures(work.database)):
        with work.journal.transaction():
            clearing.note_pending(work)
        clearing.try_clear_files(work, progress)
    archiving.note_order(work)
    return ArchiveTaken(len(before) - len(missing), len(missing))


def _keep_whole(work: Workplace, paths: Sequence[Path], progress: Progress) -> list[Path]:
    """Put those of some files that are what their names say into the archive; return where they lie there."""
    kept = []
    for index, path in enumerate(paths):
        progress("archive.copying", index / len(paths))
        try:
            data = archiving.read_archived(path)
        except TrainerError:
            # Another file, or spoiled: it stays missing, which is told.
            continue
        target = work.folder.archive / archiving.archive_name(data)
        if not target.exists():
            archiving.keep(work, data)
            kept.append(target)
    return kept


def forget_rebuilt(work: Workplace) -> None:
    """Remove the database that `rebuild` kept."""
    remove_database(_path(work))


def _path(work: Workplace) -> Path:
    return work.folder.database.with_suffix(".rebuilt")


def _replay(
    work: Workplace, fresh: Workplace, folder: Path, identities: Sequence[str], progress: Progress
) -> list[str]:
    """Do everything again in its order; return the files that could not be read."""
    events = archiving.read_order(folder)
    missing, numbers, undone = [], dict[int, int](), False
    for index, event in enumerate(events):
        progress("archive.rebuilding", index / max(len(events), 1))
        if event.do == "undo":
            undone |= _take_back(fresh, numbers.get(event.number))
            continue
        try:
            data = archiving.read_archived(folder / event.file)
            bundle = _read(work, data, identities)
        except Cancelled:
            raise
        except TrainerError:
            missing.append(event.file)
            continue
        _take(fresh, event, bundle, data, numbers)
    if undone:
        with fresh.journal.transaction():
            upgrade.rebuild(fresh.journal)
    with fresh.journal.transaction():
        transfers.copy_local(work.database, fresh.database, numbers)
    return list(dict.fromkeys(missing))


def _read(work: Workplace, data: bytes, identities: Sequence[str]) -> Bundle:
    own = [identity.office_keys(work).identity, identity.device_keys(work).identity]
    return read_bundle(data, [*own, *identities], identity.trusted_keys(work), accept_revoked=True)


def _take(
    fresh: Workplace, event: ArchiveEvent, bundle: Bundle, data: bytes, numbers: dict[int, int]
) -> None:
    with fresh.journal.transaction():
        if event.do == "take":
            take_bundle(fresh, bundle, data, event.file)
            numbers[event.number] = transfers.list_arrivals(fresh.database)[0].number
            return
        lines = zip(bundle.lines, bundle.entries, strict=True)
        Receiver(fresh.journal).receive(lines, total=len(bundle.lines))
        transfers.own_replica(fresh.database, bundle.header.replica)
        for blob in bundle.blobs.values():
            marks.put_blob(fresh.database, blob)


def _take_back(fresh: Workplace, number: int | None) -> bool:
    if number is None:
        return False
    with fresh.journal.transaction():
        transfers.remove_arrival(fresh.database, number, marks.forget_source(fresh.database, number))
    return True


def _compare(work: Workplace, fresh: Workplace, folder: Path, missing: list[str]) -> RebuiltDatabase:
    before, count = "", 0
    # A database that is damaged cannot say what it shows; that is no reason not to make another one.
    with suppress(TrainerError):
        before, count = integrity.digest_of(work.journal), transfers.count_entries(work.database)
    files = sum(bool(event.file) for event in archiving.read_order(folder))
    after = integrity.digest_of(fresh.journal)
    return RebuiltDatabase(
        after, transfers.count_entries(fresh.database), before, count, files, tuple(missing)
    )


def _note_nothing(replica: str, number: int) -> None:
    """Leave the sidecar alone: it speaks of the database in use."""


type Range = tuple[int, int]
"""Numbers of one replica, from the first to the last."""
BEFORE_REPAIR = "before-repair"
_log = logging.getLogger(__name__)


@guarded
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
        upgrade.rebuild(work.journal, progress)
    return check_integrity(work.journal)


def file_is_damaged(found: Integrity) -> bool:
    """Tell whether a check met pages that cannot be read, so that nothing can be repaired in place."""
    return any(problem.startswith(("cipher:", "sqlite:")) for problem in found.problems)


def key_of(folder: DataFolder, passphrase: str) -> DataKey:
    """Return the key of a folder whose database may be damaged or gone. Raises vault.*, workplace.missing."""
    if state_of(folder) is WorkplaceState.NEW:
        raise TrainerError("workplace.missing")
    return unlock_key(folder, passphrase)


def salvage(
    folder: DataFolder, key: DataKey, *, clock: Clock | None = None, progress: Progress = no_progress
) -> tuple[Workplace, Salvaged]:
    """Make a new database of all that can be read, set the damaged one aside, and open the new one.

    Until the new one is whole and checked, nothing is changed. Raises salvage.nothing when no entry is found
    anywhere: an empty database is never put in the place of a damaged one. database.in_use while another
    window or program has it open. salvage.on_server where it is not this file that is damaged. disk.full and
    its like.
    """
    clock = clock or SystemClock()
    address = server_home.address_of(folder, key)
    if address is not None:
        raise TrainerError("salvage.on_server", server=address.shown())
    with hold_file(folder.database):
        pass  # refused before the long work, and once more where it gives way
    renew_copies(folder, key)
    fresh = folder.database.with_suffix(".salvaged")
    noted = sidecar_of(folder).read()
    database = salvaging.create_salvaged(fresh, key.key, key.salt)
    try:
        found = _gather(folder, key, database, noted, clock, part_of(progress, 0.0, 0.8))
        left_out = erased.erase_in_copy(folder, database, key, clock)
        move_database(database, fresh)
        if not check_copy(folder, key, fresh, part_of(progress, 0.8, 0.95)).ok:
            raise TrainerError("salvage.failed")
    except BaseException:
        database.close()
        remove_database(fresh)
        raise
    try:
        aside = set_database_aside(folder, clock, vault_too=False)
    except BaseException:
        remove_database(fresh)
        raise
    with explain_errors():
        replace_file(fresh, folder.database)
    work = open_with_key(folder, key, clock)
    try:
        work.left_out = left_out
        from_files = _take_files(work) if _lacks(work, noted) else 0
        erased.resume(work)
        told = replace(found, from_files=from_files, missing=tuple(_missing(work, noted)), aside=aside)
    except BaseException:
        work.close()
        raise
    progress("salvage.done", 1.0)
    return work, told


def _gather(
    folder: DataFolder,
    key: DataKey,
    database: Database,
    noted: Position | None,
    clock: Clock,
    progress: Progress,
) -> Salvaged:
    pages = Pages(folder.database, page_opener(folder, key))
    salvaging.take_pages(database, pages, part_of(progress, 0.0, 0.5))
    _for_each_copy(folder, key, lambda copy: salvaging.take_names(database, copy))
    if noted is not None:
        salvaging.mark_own(database, [noted.replica])
    unknown = salvaging.drop_unassigned(database)
    journal = salvaging.make_tables(database, clock.millis, part_of(progress, 0.5, 0.9))
    from_pages = transfers.count_entries(database)
    gained: list[int] = []
    _for_each_copy(folder, key, lambda copy: gained.append(salvaging.take_entries(journal, copy)))
    if not from_pages and not sum(gained):
        raise TrainerError("salvage.nothing")
    salvaging.drop_unassigned(database)
    return Salvaged(pages.found.pages, pages.found.damaged, from_pages, sum(gained), unknown=unknown)


def _for_each_copy(folder: DataFolder, key: DataKey, use: Callable[[Database], object]) -> None:
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
    undone = {one.archived for one in transfers.list_arrivals(work.database) if one.result == "undone"}
    files = [path for path in sorted(work.folder.archive.glob("*.tsync")) if path.name not in undone]
    if not files:
        return 0
    return sum(result.new_entries for result in importing.import_files(work, files).files)


def _lacks(work: Workplace, noted: Position | None) -> bool:
    """Tell whether files that were taken in may bring something: there are gaps, or an end is not here."""
    ranges = transfers.replica_ranges(work.database)
    last = {known.replica: known.last for known in ranges}
    ends = any(one.last > last.get(one.replica, 0) for one in transfers.list_arrivals(work.database))
    return ends or any(not known.complete for known in ranges) or bool(_missing(work, noted))


def _missing(work: Workplace, noted: Position | None) -> list[MissingEntries]:
    """Return which changes are known to have been here and are not here any more."""
    codes = identity.known_replicas(work)
    own = set(work.journal.own_replicas())
    last = {known.replica: known.last for known in transfers.replica_ranges(work.database)}
    had = _had(work, own, last, noted)
    found = []
    for replica in sorted(had, key=lambda each: (each not in own, codes.get(each, ""), each)):
        who = identity.device_code(work) if replica in own else codes.get(replica, replica[:6])
        gaps = entry_history.missing_ranges(work.database, replica)
        end = last.get(replica, 0)
        gaps.append((end + 1, max((to for _, to in had[replica]), default=end)))
        found += [MissingEntries(who, first, to) for first, to in _within(gaps, had[replica])]
    return found


def _had(
    work: Workplace, own: set[str], last: Mapping[str, int], noted: Position | None
) -> dict[str, list[Range]]:
    """Return replica -> which numbers this computer had.

    Of its own all, as far as the note outside the folder, receipts and the journal tell. Of another's only
    what a file of that laptop brought whose original cannot be read again: packs, and copies of others'
    changes in them, are about some courses, so that what they pass over was never here.
    """
    confirmed, received = sync_status.known_receipts(work), sync_status.known_received(work)
    had: dict[str, list[Range]] = {}
    for replica in own:
        told = noted.number if noted is not None and noted.replica == replica else 0
        end = max(told, confirmed.get(replica, 0), received.get(replica, 0), last.get(replica, 0))
        had[replica] = [(1, end)]
    offices = _offices(work)
    for arrival in transfers.list_arrivals(work.database):
        other = arrival.replica not in own | offices and arrival.result != "undone"
        if other and arrival.first and not _is_whole(work.folder.archive / arrival.archived):
            had.setdefault(arrival.replica, []).append((arrival.first, arrival.last))
    return had


def _offices(work: Workplace) -> set[str]:
    """Return the replicas of the office's computers: their files to laptops are packs."""
    trust = identity.trust_list(work)
    codes = {device.code for device in trust.devices if device.at_office} if trust else set()
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
