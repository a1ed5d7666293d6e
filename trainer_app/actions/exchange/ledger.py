"""The ledger of what must never come back, outside the database: written first, read at every start.

It lies in the data folder, at an office in the archive too, and in every backup file. What its lines name is
kept in the database as well, so that either makes the other whole: a copy of the database from before an
erasing learns of it here, and a ledger that is gone, torn or put back to an older state is written anew.
`exchange.erased` erases again what it names. Whatever is wrong with a ledger, the program opens.
"""

import hashlib
import logging
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle import backup_file
from trainer_app.bundle.erasing import (
    MAX_SIZE,
    ErasedRows,
    Ledger,
    LedgerLine,
    LedgerState,
    key_name,
    open_key,
    open_line,
    read_ledger,
    seal_key,
    write_ledger,
    write_line,
)
from trainer_app.domain.base.changes import no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import ROSTER_ANSWERS
from trainer_app.domain.exchange.laptops import (
    ERASED_BLOBS,
    ERASED_ENTRIES,
    ERASED_PEOPLE,
    LEDGER_EDITION,
    LEDGER_KEY,
    LEDGER_KEY_LENGTH,
    LEDGER_LINES,
    LEDGER_SEALED,
    LEDGER_SEEN,
    PURGED_COURSES,
)
from trainer_app.domain.office.backups import BACKUP_EXTENSION, LedgerTrouble
from trainer_app.native.disk import unlink_file
from trainer_app.store.office import erasing
from trainer_app.system.child import Child
from trainer_app.system.files import make_folder, write_atomically
from trainer_app.system.folders import DataFolder

_log = logging.getLogger(__name__)
_MOST_BESIDE = 50
_MOST_BYTES = 2 * MAX_SIZE
"""So many files beside one are looked into, and so much is read of them together."""


class _Source(Struct, frozen=True):
    """One ledger that was found. `own` is the one of this data folder."""

    data: bytes
    own: bool = False


@contextmanager
def written_first(work: Workplace) -> Iterator[None]:
    """Put the ledger back as it was if the transaction inside, which erases, fails after it was written.

    After a power cut between the two the next start goes on from the ledger: it was decided to erase.
    """
    path = work.folder.ledger
    before = _read(path)
    try:
        yield
    except BaseException:
        with suppress(TrainerError):
            if before:
                write_atomically(path, before)
            else:
                unlink_file(path)
        raise


def add(work: Workplace, rows: ErasedRows) -> None:
    """Name what is erased, in the database and outside. Use last inside the transaction that erases.

    Raises files.*: what cannot be named is not erased.
    """
    line = write_line(_key(work), work.today().isoformat(), rows)
    work.store.change_setting(LEDGER_LINES, [*work.store.setting(LEDGER_LINES), line])
    _remember(work, [rows])
    _write(work, work.folder.ledger)
    work.store.forget_setting(LEDGER_SEEN)


def has_changed(work: Workplace) -> bool:
    """Tell whether the ledgers outside are others than those that were taken to heart here last."""
    return work.store.setting(LEDGER_SEEN) != _digest(work)


def lines(work: Workplace) -> list[LedgerLine]:
    """Return what all lines name that the database knows of, the oldest first."""
    key, known = work.store.setting(LEDGER_KEY), work.store.setting(LEDGER_LINES)
    return [found for text in known if key and (found := open_line(key, text)) is not None]


def unite(
    work: Workplace, others: Sequence[bytes] = (), identities: Sequence[str] = ()
) -> frozenset[LedgerTrouble]:
    """Take what the ledgers outside name into the database; return what is wrong with this folder's own.

    `others` are further ledgers; `identities` are age keys, such as the one from paper, that may open the key
    of a ledger of another database. Use inside a transaction; `publish` writes the union down.
    """
    sources = [_Source(data) for data in others]
    sources += [_Source(data, own=True) for path in _places(work) if (data := _read(path))]
    # Read before any is adopted: what is told is about the ledger as it was found.
    troubles = _troubles(work)
    known = work.store.setting(LEDGER_LINES)
    before, named = len(known), [line.rows for line in lines(work)]
    for source in sources:
        found = read_ledger(source.data, _signers(work))
        for text, rows in _fresh(work, found, known, named, identities):
            known.append(text)
            named.append(rows)
        if source.own and found.key not in ("", key_name(_key(work))):
            troubles.add(LedgerTrouble.FOREIGN)
    if len(known) > before:
        work.store.change_setting(LEDGER_LINES, known)
        work.store.forget_setting(LEDGER_SEEN)
    _remember(work, named)
    _name_the_rest(work, named)
    return frozenset(troubles)


def publish(work: Workplace) -> None:
    """Write the ledger where it belongs and differs; what cannot be written now is at the next start."""
    try:
        for path in _places(work):
            _write(work, path)
        work.store.change_setting(LEDGER_EDITION, len(work.store.setting(LEDGER_LINES)))
        work.store.change_setting(LEDGER_SEEN, _digest(work))
    except TrainerError as problem:
        _log.warning("the ledger of what was erased could not be written: %s", problem.code)


def content(work: Workplace) -> bytes:
    """Return the ledger as it is written; b"" while nothing was erased."""
    known = work.store.setting(LEDGER_LINES)
    if not known:
        return b""
    return write_ledger(_key(work), _sealed_key(work), known, identity.device_keys(work))


def found_at(places: Iterable[Path]) -> list[bytes]:
    """Return the ledgers in some folders and those in them, beside files, and inside backup files."""
    found: dict[bytes, None] = {}
    for data in _all_at(places):
        if data and sum(map(len, found)) + len(data) <= _MOST_BYTES:
            found[data] = None
    return list(found)


def _all_at(places: Iterable[Path]) -> Iterator[bytes]:
    for place in dict.fromkeys(place if place.is_dir() else place.parent for place in places):
        name = DataFolder(place).ledger.name
        with suppress(OSError):
            yield from map(_read, (place / name, *sorted(place.glob(f"*/{name}"))[:_MOST_BESIDE]))
            newest_last = sorted(place.glob(f"*{BACKUP_EXTENSION}"), key=lambda path: path.stat().st_mtime_ns)
            yield from map(_ledger_in, newest_last[-_MOST_BESIDE:])


def _ledger_in(path: Path) -> bytes:
    """Return the ledger in somebody's backup file, which a child reads; b"" where that does not go."""
    try:
        return Child().run(no_progress, backup_file.ledger_in, path)
    except TrainerError:
        return b""


def adopt(work: Workplace, data: Iterable[bytes], identities: Sequence[str]) -> None:
    """Go on with the key of a ledger found elsewhere, while this computer has none of its own to lose."""
    if work.store.setting(LEDGER_LINES):
        return
    for found in (read_ledger(one, _signers(work)) for one in data):
        key = open_key(found, identities) if found.state is LedgerState.WHOLE else None
        if key is not None:
            work.store.change_setting(LEDGER_KEY, key)
            work.store.forget_setting(LEDGER_SEALED)
            return


def _fresh(
    work: Workplace,
    found: Ledger,
    known: Sequence[str],
    named: Sequence[ErasedRows],
    identities: Sequence[str],
) -> Iterator[tuple[str, ErasedRows]]:
    """Yield the lines of a ledger that are new here, as they stand under this database's key.

    Those under another key only where it can be opened, by this computer's own keys or those given, and where
    the signature fits: anybody can seal a key for an office.
    """
    own = _key(work)
    key: bytes | None = own
    if found.key not in ("", key_name(own)):
        whole = found.state is LedgerState.WHOLE
        key = open_key(found, [*identities, *_identities(work)]) if whole else None
    if key is None:
        return
    held = set(known)
    for text in dict.fromkeys(found.lines):
        line = open_line(key, text) if text not in held else None
        if line is not None and key == own:
            yield text, line.rows
        elif line is not None and line.rows not in named:
            yield write_line(own, line.day, line.rows), line.rows


def _troubles(work: Workplace) -> set[LedgerTrouble]:
    """Return what is wrong with the ledger of this data folder, as far as the database knows."""
    edition, data = work.store.setting(LEDGER_EDITION), _read(work.folder.ledger)
    if not data:
        return {LedgerTrouble.MISSING} if edition else set()
    found = read_ledger(data, _signers(work))
    if found.state is LedgerState.NEWER:
        return {LedgerTrouble.NEWER}
    if found.state is LedgerState.DAMAGED:
        return {LedgerTrouble.DAMAGED}
    return {LedgerTrouble.OLDER} if found.edition < edition else set()


def _remember(work: Workplace, named: Iterable[ErasedRows]) -> None:
    for rows in named:
        work.store.add_names(ERASED_PEOPLE, rows.people)
        work.store.add_names(PURGED_COURSES, rows.courses)
        work.store.add_names(ERASED_BLOBS, rows.contents)
        work.store.add_names(ERASED_ENTRIES, rows.entries)
    forget_erased_answers(work)


def forget_erased_answers(work: Workplace) -> None:
    """Forget what was answered about list rows of everybody who is erased here, by the ledger or a file.

    Use inside the transaction by which that is known.
    """
    if not work.store.setting(ROSTER_ANSWERS):
        return
    shown = erasing.shown_people(work.database)
    people = work.store.setting(ERASED_PEOPLE).union(key for key, gone in shown.items() if gone)
    records = erasing.list_erasures(work.database)
    courses = work.store.setting(PURGED_COURSES).union(*(record.courses for record in records))
    forget_answers(work, people, courses)


def forget_answers(work: Workplace, people: Collection[str], courses: Collection[str]) -> None:
    """Forget the answers about list rows of some people, and about all rows of some courses.

    What stands for a row is a hash of what it says: whoever has the list can tell by it whose the row is.
    """
    known = work.store.setting(ROSTER_ANSWERS)
    left = {
        course: {row: person for row, person in rows.items() if person not in people}
        for course, rows in known.items()
        if course not in courses
    }
    kept = {course: rows for course, rows in left.items() if rows}
    if kept != known:
        work.store.change_setting(ROSTER_ANSWERS, kept)


def _name_the_rest(work: Workplace, named: Sequence[ErasedRows]) -> None:
    """Add a line for what the database knows and no line names."""

    def rest(known: frozenset[str], listed: Iterable[Iterable[str]]) -> tuple[str, ...]:
        return tuple(sorted(known.difference(*listed)))

    setting = work.store.setting
    rows = ErasedRows(
        rest(setting(ERASED_PEOPLE), (each.people for each in named)),
        rest(setting(PURGED_COURSES), (each.courses for each in named)),
        rest(setting(ERASED_BLOBS), (each.contents for each in named)),
        rest(setting(ERASED_ENTRIES), (each.entries for each in named)),
    )
    if rows:
        line = write_line(_key(work), work.today().isoformat(), rows)
        work.store.change_setting(LEDGER_LINES, [*setting(LEDGER_LINES), line])


def _key(work: Workplace) -> bytes:
    """Return the ledger's key; a database that lost it begins with another one."""
    key = work.store.setting(LEDGER_KEY)
    if not key:
        key = secrets.token_bytes(LEDGER_KEY_LENGTH)
        work.store.change_setting(LEDGER_KEY, key)
    return key


def _sealed_key(work: Workplace) -> bytes:
    """Return the key sealed for this computer and at an office for its two keys, the same bytes each time."""
    recipients = [identity.device_keys(work).recipient]
    if _is_keeper(work):
        keys = identity.office_keys(work)
        recipients += [keys.recipient, keys.recovery_recipient]
    targets = " ".join((key_name(_key(work)), *recipients))
    known, sealed = work.store.setting(LEDGER_SEALED)
    if known != targets:
        sealed = seal_key(_key(work), recipients)
        work.store.change_setting(LEDGER_SEALED, (targets, sealed))
    return sealed


def _signers(work: Workplace) -> list[bytes]:
    """Return whose signature a ledger may bear: this computer's, and those of the office, also lost ones."""
    trust = identity.trust_list(work)
    offices = [each.signing_key for each in trust.devices if each.at_office] if trust else []
    return [identity.device_keys(work).signing_key, *offices]


def _identities(work: Workplace) -> list[str]:
    own = [identity.device_keys(work).identity]
    return [*own, identity.office_keys(work).identity] if _is_keeper(work) else own


def _is_keeper(work: Workplace) -> bool:
    return work.role is Role.OFFICE and identity.has_office(work)


def _places(work: Workplace) -> list[Path]:
    own = work.folder.ledger
    return [own, work.folder.archive / own.name] if work.role is Role.OFFICE else [own]


def _write(work: Workplace, path: Path) -> None:
    """Write the ledger to a path unless it stands there. Raises files.*."""
    data, there = content(work), _read(path)
    if not data or data == there:
        return
    found = read_ledger(there, ()) if there else None
    if found is not None and found.state is LedgerState.NEWER:
        return
    make_folder(path.parent)
    if found is not None and found.key not in ("", key_name(_key(work))):
        # Of another database: nobody here can read it, and it may be wanted with that one.
        write_atomically(path.with_name(f"{path.stem}-{found.key}{path.suffix}"), there)
    write_atomically(path, data)


def _digest(work: Workplace) -> str:
    """Return a hash of the ledgers outside; "" while there is none."""
    found = [_read(path) for path in _places(work)]
    if not any(found):
        return ""
    return hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in found)).hexdigest()


def _read(path: Path) -> bytes:
    """Return a file's bytes, up to what a ledger may have; b"" for one that cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_SIZE + 1)
    except OSError:
        return b""
