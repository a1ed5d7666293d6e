"""The office's database made anew from its archive: beside the one in use, compared, and put in its place."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from trainer_app.actions import archiving, identity
from trainer_app.actions.archiving import Event
from trainer_app.actions.merging import take_bundle
from trainer_app.actions.workplace import RESTORED, Role, Workplace, take_over
from trainer_app.bundle.layout import Bundle
from trainer_app.bundle.reader import read_bundle
from trainer_app.domain.archiving import Rebuilt
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import Cancelled, TrainerError
from trainer_app.store import attachments as stored
from trainer_app.store import exchange, integrity
from trainer_app.store.database import open_database, remove_database
from trainer_app.store.receiving import Receiver
from trainer_app.store.store import copy_settings, create_store, setting_of

_MADE_OF = "rebuilt_beside"
"""Setting of a database that waits to be put in place: how many entries the one in use held then."""


def rebuild(
    work: Workplace,
    folder: Path | None = None,
    *,
    keep: bool = False,
    identities: Sequence[str] = (),
    progress: Progress = no_progress,
) -> Rebuilt:
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
    store = create_store(path, work.key.key, work.key.salt, work.clock.millis, _note_nothing)
    try:
        copy_settings(work.database, store.database, {RESTORED: "1"})
        fresh = Workplace(work.folder, store, work.clock, work.sidecar, work.key)
        missing = _replay(work, fresh, folder, identities, progress)
        done = _compare(work, fresh, folder, missing)
        fresh.store.change_setting(_MADE_OF, str(done.entries_before))
    except BaseException:
        keep = False
        raise
    finally:
        store.close()
        if not keep:
            remove_database(path)
    return done


def put_in_place(work: Workplace) -> Path:
    """Put the database that `rebuild` kept in the place of the one in use; return the copy made of that one.

    Call it in the only thread that has a connection: work goes on in the new one, under a new id. Raises
    archive.changed_since if something was written meanwhile, database.missing, disk.full and its like.
    """
    fresh = open_database(_path(work), work.key.key, work.key.salt)
    try:
        if setting_of(fresh, _MADE_OF) != str(exchange.count_entries(work.database)):
            raise TrainerError("archive.changed_since")
        aside = work.store.snapshot(work.folder.snapshots / f"before-rebuild-{work.clock.millis()}.db")
        take_over(work, fresh)
    finally:
        fresh.close()
        forget(work)
    return aside


def forget(work: Workplace) -> None:
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
    for place, event in enumerate(events):
        progress("archive.rebuilding", place / max(len(events), 1))
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
            integrity.rebuild(fresh.journal)
    with fresh.journal.transaction():
        exchange.copy_local(work.database, fresh.database, numbers)
    return list(dict.fromkeys(missing))


def _read(work: Workplace, data: bytes, identities: Sequence[str]) -> Bundle:
    own = [identity.office_keys(work).identity, identity.device_keys(work).identity]
    return read_bundle(data, [*own, *identities], identity.trusted_keys(work), accept_revoked=True)


def _take(fresh: Workplace, event: Event, bundle: Bundle, data: bytes, numbers: dict[int, int]) -> None:
    with fresh.journal.transaction():
        if event.do == "take":
            take_bundle(fresh, bundle, data, event.file)
            numbers[event.number] = exchange.list_arrivals(fresh.database)[0].number
            return
        lines = zip(bundle.lines, bundle.entries, strict=True)
        Receiver(fresh.journal).receive(lines, total=len(bundle.lines))
        exchange.own_replica(fresh.database, bundle.header.replica)
        for blob in bundle.blobs.values():
            stored.put_blob(fresh.database, blob)


def _take_back(fresh: Workplace, number: int | None) -> bool:
    if number is None:
        return False
    with fresh.journal.transaction():
        exchange.remove_arrival(fresh.database, number)
        stored.forget_source(fresh.database, number)
    return True


def _compare(work: Workplace, fresh: Workplace, folder: Path, missing: list[str]) -> Rebuilt:
    before, count = "", 0
    # A database that is damaged cannot say what it shows; that is no reason not to make another one.
    with suppress(TrainerError):
        before, count = integrity.digest_of(work.journal), exchange.count_entries(work.database)
    files = sum(bool(event.file) for event in archiving.read_order(folder))
    after = integrity.digest_of(fresh.journal)
    return Rebuilt(after, exchange.count_entries(fresh.database), before, count, files, tuple(missing))


def _note_nothing(replica: str, number: int) -> None:
    """Leave the sidecar alone: it speaks of the database in use."""
