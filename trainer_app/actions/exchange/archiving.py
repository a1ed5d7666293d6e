"""The office's archive: sealed originals as they came, its own changes, and the order of all imports.

The database can be made anew from this folder alone (`office.rebuilding`). `order.ndjson` in it is a copy of
what the database knows of the order: it names files by their hashes and nobody else.
"""

import hashlib
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import ledger, outstanding, sending
from trainer_app.bundle import layout
from trainer_app.bundle.layout import EXTENSION, MAX_BLOBS, MAX_SEALED, BundleContent
from trainer_app.bundle.packing import within_memory, write_bundle
from trainer_app.bundle.reader import unseal_archive
from trainer_app.domain.base.changes import Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import (
    ARCHIVE_CHECKED,
    ARCHIVE_COPIED,
    ARCHIVE_COPIED_AT,
    ARCHIVED_BLOBS,
    ARCHIVED_LIST,
    ARCHIVED_OWN,
    SAFE_ELSEWHERE,
)
from trainer_app.domain.exchange.sending import ArchiveCopy, ArchiveState, CopyGap
from trainer_app.native.disk import unlink_file
from trainer_app.store.attendance.marks import hashes_made_here, read_blob
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.transfers import Departure
from trainer_app.system.files import make_folder, write_atomically, write_checked

_log = logging.getLogger(__name__)

ORDER = "order.ndjson"
OWN = "archive"
"""The kind of a departure that went nowhere but into the archive."""


class ArchiveEvent(msgspec.Struct, frozen=True):
    """One line of `order.ndjson`: a file taken in, an import taken back, a file of the office's own changes.

    `number` is the number of the import; `file` a name in the archive, "" for one that was taken back.
    """

    do: Literal["take", "undo", "own"]
    file: str = ""
    number: int = 0
    at: int = 0


class _Named(msgspec.Struct, frozen=True):
    """What a bundle's header says of itself, of any version."""

    bundle: str = ""


def archive_name(data: bytes) -> str:
    """Return under which name the archive keeps a file: the first half of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:32] + EXTENSION


def keep(work: Workplace, data: bytes) -> str:
    """Put the sealed original into the archive, once; return its name there. Raises files.*."""
    name = archive_name(data)
    target = work.folder.archive / name
    if not target.exists():
        make_folder(target.parent)
        write_atomically(target, data)
    return name


@guarded
def archive_own(work: Workplace, progress: Progress = no_progress) -> int:
    """Put what this office itself wrote since the last time into the archive; return how many changes.

    They go sealed for the office's own two keys, with the list of laptops, as a file to itself. A list that
    changed is reason enough for such a file: whoever begins again from here must know who was revoked.
    Raises files.*.
    """
    if work.role is not Role.OFFICE or not identity.has_office(work):
        return 0
    count = 0
    waiting = _own_blobs(work)
    done = work.store.setting(ARCHIVED_OWN)
    while True:
        part = _next_own(work, done)
        blobs = waiting[:MAX_BLOBS]
        if not part and not blobs and not _list_waits(work):
            break
        waiting = waiting[MAX_BLOBS:]
        count += sum(len(lines) for lines in part.values())
        _write_own(work, part, blobs, progress)
        done |= {replica: lines[-1][0] for replica, lines in part.items() if lines}
    write_order(work)
    return count


def note_own(work: Workplace) -> None:
    """Put own changes and a changed list of laptops into the archive if that is possible now.

    What was changed stays so, whatever the archive says; it goes along with the next file.
    """
    try:
        archive_own(work)
    except TrainerError as problem:
        _log.warning("own changes could not be put into the archive: %s", problem.code)


def order(work: Workplace) -> list[ArchiveEvent]:
    """Return what was taken in and taken back, in the very order in which it happened; own changes first."""
    own = [
        ArchiveEvent("own", found.file, at=found.at)
        for found in reversed(transfers.list_departures(work.database))
        if found.kind == OWN
    ]
    undone: dict[int, list[int]] = {}
    for number, after in transfers.list_undoings(work.database).items():
        undone.setdefault(after, []).append(number)
    events = [*own]
    for found in reversed(transfers.list_arrivals(work.database)):
        events.append(ArchiveEvent("take", found.archived, found.number, found.at))
        events += [ArchiveEvent("undo", "", number) for number in sorted(undone.get(found.number, ()))]
    return events


def write_order(work: Workplace) -> None:
    """Write the order down beside the files, where it differs from what stands there. Raises files.*."""
    if work.role is not Role.OFFICE:
        return
    text = b"".join(msgspec.json.encode(event) + b"\n" for event in order(work))
    path = work.folder.archive / ORDER
    if text and (not path.exists() or path.read_bytes() != text):
        make_folder(path.parent)
        write_atomically(path, text)


def note_order(work: Workplace) -> None:
    """Write the order down if that is possible now: what was taken in stays so, whatever the archive says.

    The database knows the order too, and it is written with the next file that is taken in or made.
    """
    try:
        write_order(work)
    except TrainerError as problem:
        _log.warning("the order of the archive could not be written: %s", problem.code)


def read_order(folder: Path) -> list[ArchiveEvent]:
    """Read the order from an archive. Raises archive.no_order, archive.bad_order."""
    try:
        lines = (folder / ORDER).read_bytes().splitlines()
        return [msgspec.json.decode(line, type=ArchiveEvent) for line in lines]
    except OSError as problem:
        raise TrainerError("archive.no_order") from problem
    except msgspec.MsgspecError as problem:
        raise TrainerError("archive.bad_order") from problem


def find_renamed(work: Workplace, identities: Sequence[str]) -> None:
    """Find files by their bundles' ids where an older database names them as they were before an erasing."""
    there = {path.name for path in work.folder.archive.glob(f"*{EXTENSION}")}
    named = {event.file for event in order(work) if event.file}
    own = [found for found in transfers.list_departures(work.database) if found.kind == OWN]
    lost = {found.bundle: found.file for found in own if found.file not in there}
    for found in transfers.list_arrivals(work.database):
        if found.archived and found.archived not in there:
            lost[found.bundle] = found.archived
    for name in sorted(there - named) if lost else ():
        bundle = _bundle_of(work.folder.archive / name, identities)
        if bundle in lost:
            transfers.rename_archived(work.database, lost.pop(bundle), name)


def _bundle_of(path: Path, identities: Sequence[str]) -> str:
    """Return the id that a file of the archive gives itself; "" for one that cannot be read."""
    try:
        archive = unseal_archive(read_archived(path), identities)
        return msgspec.json.decode(archive.read(layout.HEADER, layout.MAX_TEXT), type=_Named).bundle
    except (TrainerError, msgspec.MsgspecError):
        return ""


def state(work: Workplace) -> ArchiveState:
    """Return how many files the archive holds, their size, what is missing, and what lies elsewhere too."""
    names = named_files(work)
    own = {found.file for found in transfers.list_departures(work.database) if found.kind == OWN}
    paths = [work.folder.archive / name for name in names]
    there = [path for path in paths if path.exists()]
    copied = work.store.setting(ARCHIVE_COPIED)
    return ArchiveState(
        files=len(there),
        size=sum(path.stat().st_size for path in there),
        missing=len(paths) - len(there),
        copied=sum(name in copied for name in names),
        copied_at=work.store.setting(ARCHIVE_COPIED_AT),
        elsewhere=safe_elsewhere(work),
        own=sum(path.name in own for path in there),
    )


def copied_at(work: Workplace) -> int:
    """Return when the archive was copied to another disk last (wall milliseconds), 0 for never."""
    return work.store.setting(ARCHIVE_COPIED_AT)


def copy_gap(work: Workplace) -> CopyGap:
    """Return what the copy on another disk lacks, by the order that lies beside the files.

    What was erased is made anew under another name: the copy has it under the one of before.
    """
    copied = work.store.setting(ARCHIVE_COPIED)
    if not copied:
        return CopyGap()
    try:
        named = {event.file for event in read_order(work.folder.archive) if event.file}
    except TrainerError:
        return CopyGap()
    lacking = sum((work.folder.archive / name).exists() for name in named - copied)
    return CopyGap(lacking, erased=bool(copied - named))


def safe_elsewhere(work: Workplace) -> bool:
    """Tell whether changes count as safe only once their file lies on another disk too."""
    return work.store.setting(SAFE_ELSEWHERE)


@guarded
def choose_safety(work: Workplace, *, elsewhere: bool) -> None:
    """Choose when a receipt says "safe": in database and archive of this computer, or on another disk too."""
    work.store.change_setting(SAFE_ELSEWHERE, elsewhere)


@guarded
def copy_archive(work: Workplace, folder: Path, *, progress: Progress = no_progress) -> ArchiveCopy:
    """Copy what the archive holds into a folder on another disk, read back; what is there already stays.

    The office's own changes go along. Once all is there, the originals of an older copy are removed that were
    made anew since, as something in them was erased, or that erasing left nothing of. Raises archive.damaged
    for a file that is no longer what came, files.*.
    """
    archive_own(work, progress)
    target = folder / f"{identity.office_code(work)}-archive"
    make_folder(target)
    names = named_files(work)
    new = 0
    for index, name in enumerate(names):
        progress("archive.copying", index / max(len(names), 1))
        data = read_archived(work.folder.archive / name)
        if not _holds(target / name, data):
            # A damaged copy makes room for a good one: its bytes are another file's or nobody's.
            unlink_file(target / name)
            write_checked(target / name, data)
            new += 1
    write_atomically(target / ORDER, (work.folder.archive / ORDER).read_bytes(), private=False)
    _copy_ledger(work, target)
    removed, left = _remove_superseded(work, target, frozenset(names))
    # What was made anew since counts as long as this copy has it as it was before.
    before = frozenset(name for name in work.store.setting(ARCHIVE_COPIED) if (target / name).exists())
    work.store.change_setting(ARCHIVE_COPIED, before.union(names))
    work.store.change_setting(ARCHIVE_COPIED_AT, work.clock.millis())
    return ArchiveCopy(target, new, len(names), removed, left)


def copy_told(done: ArchiveCopy) -> tuple[Label, ...]:
    """Return what is to be said of the files that lay in the folder besides."""
    said = [Label("archive.copy_removed", {"count": done.removed})] if done.removed else []
    if done.left:
        some = (*done.left[:3], "…") if len(done.left) > 3 else done.left
        said.append(Label("archive.copy_left", {"count": len(done.left), "files": some}))
    return tuple(said)


def _remove_superseded(work: Workplace, target: Path, names: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """Remove from a copy what is of this archive and no longer in it; return how many, and what was left.

    What went has been made anew, or dropped where nothing was left of it. A file is of this archive if it is
    whole, and was copied from here or is a bundle whose present original
    is among `names`. Whatever else lies there is nobody's to remove.
    """
    copied = work.store.setting(ARCHIVE_COPIED)
    bundles = _bundles_of(work, names)
    keys = [identity.device_keys(work).identity, identity.office_keys(work).identity]
    removed, left = 0, []
    for path in sorted(target.glob(f"*{EXTENSION}")):
        if path.name in names:
            continue
        try:
            _check_size(path)
            read_archived(path)
            ours = path.name in copied or _bundle_of(path, keys) in bundles
            if ours:
                unlink_file(path)
        except (TrainerError, OSError):
            ours = False
        if ours:
            removed += 1
        else:
            left.append(path.name)
    return removed, tuple(left)


def _check_size(path: Path) -> None:
    """Refuse unread what is too large for any file of an archive. Raises bundle.too_big."""
    if path.stat().st_size > MAX_SEALED:
        raise TrainerError("bundle.too_big")


def _bundles_of(work: Workplace, names: frozenset[str]) -> frozenset[str]:
    """Return the ids of the bundles that lie in some files of the archive."""
    database = work.database
    found = {each.bundle for each in transfers.list_arrivals(database) if each.archived in names}
    own = {each.bundle for each in transfers.list_departures(database) if each.file in names}
    return frozenset(found | own) - {""}


def _copy_ledger(work: Workplace, target: Path) -> None:
    """Put the ledger of what was erased beside the copy; what only the one there names counts here too."""
    with work.journal.transaction():
        ledger.unite(work, ledger.found_at([target]))
        data = ledger.content(work)
    if data:
        write_atomically(target / work.folder.ledger.name, data, private=False)


def safe_imports(work: Workplace) -> frozenset[int]:
    """Return the imports whose changes survive the loss of the database: their originals are whole.

    Each original is read and compared once; afterwards it is only looked whether it is still there.
    """
    checked, copied = work.store.setting(ARCHIVE_CHECKED), work.store.setting(ARCHIVE_COPIED)
    elsewhere = safe_elsewhere(work)
    found, fresh = set(), set()
    for arrival in transfers.list_arrivals(work.database):
        path = work.folder.archive / arrival.archived
        if not arrival.archived or not path.exists():
            continue
        if arrival.archived not in checked:
            try:
                read_archived(path)
            except TrainerError:
                continue
            fresh.add(arrival.archived)
        if not elsewhere or arrival.archived in copied:
            found.add(arrival.number)
    work.store.add_names(ARCHIVE_CHECKED, fresh)
    return frozenset(found)


def missing_files(work: Workplace) -> list[str]:
    """Return the names of the files that the order names and the archive lacks, in that order."""
    return [name for name in named_files(work) if not (work.folder.archive / name).exists()]


def named_files(work: Workplace) -> list[str]:
    """Return the names of all files that the archive should hold, in the order of the imports."""
    return list(dict.fromkeys(event.file for event in order(work) if event.file))


def read_archived(path: Path) -> bytes:
    """Read a file of the archive. Raises archive.damaged, archive.missing, bundle.too_big."""
    try:
        with within_memory():
            data = path.read_bytes()
    except OSError as problem:
        raise TrainerError("archive.missing", file=path.name) from problem
    if archive_name(data) != path.name:
        raise TrainerError("archive.damaged", file=path.name)
    return data


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _next_own(work: Workplace, done: dict[str, int]) -> dict[str, list[tuple[int, bytes]]]:
    """Return the next own changes for one file, by replica; one replica at a time, as headers name one."""
    for replica in work.journal.own_replicas():
        lines = transfers.lines_of(work.database, replica, done.get(replica, 0))
        if lines:
            return {replica: lines[: _fitting(lines)]}
    return {}


def _fitting(lines: list[tuple[int, bytes]]) -> int:
    """Return how many of some lines one file has room for."""
    room = outstanding.room_beside(())
    for index, (_, line) in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            return max(index, 1)
    return len(lines)


def _list_waits(work: Workplace) -> bool:
    """Tell whether no file of the archive brings the present list of laptops yet."""
    return work.store.setting(ARCHIVED_LIST) != _list_mark(work)


def _list_mark(work: Workplace) -> str:
    signed = identity.signed_trust(work)
    return hashlib.sha256(signed.data).hexdigest() if signed else ""


def _own_blobs(work: Workplace) -> list[str]:
    known = work.store.setting(ARCHIVED_BLOBS)
    return [sha256 for sha256 in hashes_made_here(work.database) if sha256 not in known]


def _write_own(
    work: Workplace, part: dict[str, list[tuple[int, bytes]]], blobs: list[str], progress: Progress
) -> None:
    replica, lines = next(iter(part.items()), (work.journal.replica, []))
    first = lines[0][0] if lines else 0
    last = lines[-1][0] if lines else 0
    own = identity.own_device(work)
    made = sending.make_header(work, "pack", first, last, addressee=own)
    header = msgspec.structs.replace(made, replica=replica)
    content = BundleContent(
        header,
        [line for _, line in lines],
        blobs=list(_contents(work, blobs)),
        trust=identity.signed_trust(work),
        revoked=identity.revocations(work),
    )
    keys = identity.office_keys(work)
    data = write_bundle(
        content,
        identity.device_keys(work),
        [keys.recipient, keys.recovery_recipient],
        progress=progress,
    )
    name = keep(work, data)
    transfers.add_departure(
        work.database,
        Departure(0, header.bundle, name, OWN, "", header.wall, first, last, len(lines), len(data)),
    )
    done = work.store.setting(ARCHIVED_OWN)
    work.store.change_setting(ARCHIVED_OWN, {**done, **({replica: last} if lines else {})})
    work.store.add_names(ARCHIVED_BLOBS, blobs)
    work.store.change_setting(ARCHIVED_LIST, _list_mark(work))


def _contents(work: Workplace, blobs: list[str]) -> Iterator[bytes]:
    for sha256 in blobs:
        content = read_blob(work.database, sha256)
        if content is not None:
            yield content
