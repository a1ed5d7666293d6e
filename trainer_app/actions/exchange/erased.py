"""The ledger of what is erased: upheld against every file that comes, and cleared from files here.

What was erased must leave the archive, copies of the database and sent files too. That is begun by a note in
the transaction that erases, and done after it; a power cut in between is made good at the next start. What a
laptop that did not know yet wrote meanwhile about an erased person falls silent when it comes.
"""

import logging
import shutil
from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, Workplace, take_snapshot
from trainer_app.actions.exchange import incoming, losses
from trainer_app.actions.exchange.archiving import archive_name, keep, write_order
from trainer_app.bundle.credential import read_credential
from trainer_app.bundle.layout import EXTENSION
from trainer_app.bundle.packing import within_memory
from trainer_app.bundle.redacting import ErasedContent, Search, holds_erased, is_in, redact
from trainer_app.domain.base.changes import Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.evaluations.questions import Question
from trainer_app.domain.exchange.laptops import (
    ERASED_BLOBS,
    ERASED_PEOPLE,
    ERASING_PENDING,
    ERASING_UNREAD,
    PURGED_COURSES,
)
from trainer_app.domain.office.backups import AFTER_ERASING
from trainer_app.domain.office.erasing import Blurring, RetentionRules
from trainer_app.store.attendance import marks
from trainer_app.store.base.database import explain_errors, open_database, remove_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.rows import select_row
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.store.office import erasing
from trainer_app.store.office.erasing import joined_groups, rows_of_courses, rows_of_people, silent_ids
from trainer_app.system.child import ChildNotStarted
from trainer_app.system.files import write_atomically


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


def add_erased_blobs(work: Workplace, hashes: Iterable[str]) -> None:
    """Remember which contents of attachments may never come back. Use inside a transaction."""
    work.store.add_names(ERASED_BLOBS, hashes)


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


def keep_without(work: Workplace, data: bytes) -> None:
    """Archive a file that was just taken in, without what was erased; a laptop keeps none.

    Use inside the transaction that takes it in.
    """
    kept = _redacted(work, data, _erased(work)) if _is_keeper(work) else None
    if kept is not None:
        transfers.rename_archived(work.database, archive_name(data), keep(work, kept))
    elif _is_keeper(work):
        keep(work, data)
    else:
        transfers.rename_archived(work.database, archive_name(data), "")


def _is_keeper(work: Workplace) -> bool:
    """Tell whether databases are made anew from the archive here; elsewhere the office sends again."""
    return work.role is Role.OFFICE and identity.has_office(work)


def _erased(work: Workplace) -> ErasedContent:
    return ErasedContent(silent_ids(work.database), erased_blobs(work))


def _clear_bundles(work: Workplace, progress: Progress) -> Cleared:
    erased = _erased(work)
    files = sorted(work.folder.archive.rglob(f"*{EXTENSION}"))
    fates: Counter[str] = Counter()
    for index, path in enumerate(files):
        progress("erasing.progress.files", 0.8 * index / len(files))
        fates[_clear_bundle(work, path, erased)] += 1
    if fates["redacted"]:
        write_order(work)
    removed = fates["removed"] + fates["unread"]
    return Cleared(fates["redacted"], removed, fates["unopened"], fates["unread"])


def _clear_bundle(work: Workplace, path: Path, erased: ErasedContent) -> str:
    """Take what was erased out of one file; return what became of it."""
    try:
        data = _read(path)
        # What lies in the archive was verified when it was taken in.
        search = _search_in_child(work) if incoming.is_set_aside(path) else is_in
        concerned = holds_erased(data, _identities(work), erased, search)
    except TrainerError:
        # Of a stranger's file nobody can say that it holds nothing: it may neither stay nor stop the erasing.
        if incoming.is_set_aside(path):
            work.store.change_setting(ERASING_UNREAD, removed_unread(work) + 1)
            return _remove(work, path, "unread")
        # At the office only files that were sealed for it get here; a laptop needs none of them.
        return "unopened" if _is_keeper(work) else _remove(work, path)
    if not concerned:
        return "kept"
    kept = None
    if _is_keeper(work):
        # What was never taken in may be too odd to be made anew.
        with suppress(TrainerError):
            kept = _redacted(work, data, erased)
    if kept is None:
        return _remove(work, path)
    _replace(work, path, kept)
    path.unlink(missing_ok=True)
    return "redacted"


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


def _remove(work: Workplace, path: Path, fate: str = "removed") -> str:
    if incoming.is_set_aside(path):
        incoming.remove(path)
    else:
        transfers.rename_archived(work.database, path.name, "")
        path.unlink(missing_ok=True)
    return fate


def _replace(work: Workplace, path: Path, data: bytes) -> None:
    """Put a file made anew beside an old one, under the name that its own hash gives it."""
    name = archive_name(data)
    write_atomically(path.with_name(name), data)
    if path.parent == work.folder.archive:
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


_log = logging.getLogger(__name__)
UNDO_ENDS = Label("erasing.step.undo_ends")


def uphold(work: Workplace, touched: Collection[RowKey]) -> int:
    """Let fall silent what came about people who were erased, or whose courses were; return how many lines.

    Use inside the transaction that took it in.
    """
    if not touched:
        return 0
    rows = _erased_rows(work, touched).intersection(touched)
    return _silence(work, rows) if rows else 0


def resume(work: Workplace) -> int:
    """Finish what a power cut left undone, and erase again what an older copy brought back.

    Return how many files set aside were removed unread with that.
    """
    if work.took_new_replica:
        with work.journal.transaction():
            if _silence(work, _erased_rows(work)):
                note_pending(work)
    if not is_pending(work):
        return 0
    before = removed_unread(work)
    try_clear_files(work, no_progress)
    return removed_unread(work) - before


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


def remember_courses(work: Workplace, keys: Collection[str], persons: Collection[str]) -> None:
    """Remember that the data of some courses, and of some people, were erased. Inside a transaction."""
    work.store.add_names(PURGED_COURSES, keys)
    work.store.add_names(ERASED_PEOPLE, persons)


def purged_courses(work: Workplace) -> frozenset[str]:
    """Return the keys of the courses whose data were erased here."""
    return work.store.setting(PURGED_COURSES)


def blurring(work: Workplace) -> Blurring:
    """Return how values are blurred, with this database's questions."""

    @cache
    def question(key: str) -> Question | None:
        return forms.get_question(work.database, key)

    return Blurring(question, _credential_id)


def _credential_id(text: str) -> str:
    try:
        return read_credential(text).id
    except TrainerError:
        return ""


def _erased_rows(work: Workplace, within: Collection[RowKey] | None = None) -> frozenset[RowKey]:
    persons, purged = work.store.setting(ERASED_PEOPLE), work.store.setting(PURGED_COURSES)
    rows: frozenset[RowKey] = frozenset()
    if persons:
        rows |= rows_of_people(work.database, persons, within)
    if purged:
        rows |= rows_of_courses(work.database, purged, within)
    return rows


def _silence(work: Workplace, rows: Collection[RowKey]) -> int:
    planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
    erasing.silence_planned(work.journal, planned, UNDO_ENDS, work.clock.millis())
    return len(planned.gone)


def retention_rules(work: Workplace) -> RetentionRules:
    """Return the office's rule; it travels to the laptops in packs."""
    row = select_row(work.database, "office", derive_key("office", work.office_code)) or {}
    return RetentionRules(whole_number(row.get("retention_months")), whole_number(row.get("drop_days")))


def people_of_courses(work: Workplace, chosen: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of people who go, and of those who stay because something else holds them."""
    free = frozenset(chosen) | purged_courses(work)
    inside: set[str] = set()
    held = {found.person for found in courses.list_assignments(work.database)}
    for item in courses.list_enrolments(work.database):
        own = item.enrolment
        if own.course in chosen:
            inside.add(own.person)
        if own.course not in free:
            held.add(own.person)
    groups = joined_groups(work.database)
    gone: set[str] = set()
    kept: set[str] = set()
    for person in inside:
        if person not in gone and person not in kept:
            group = groups.get(person, frozenset({person}))
            (kept if held.intersection(group) else gone).update(group)
    return frozenset(gone), frozenset(kept)


def whole_number(value: object) -> int | None:
    """Return a setting's value if it is a whole number from 0; None for anything else."""
    return value if isinstance(value, int) and value >= 0 else None
