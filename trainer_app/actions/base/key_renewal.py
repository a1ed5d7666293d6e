"""How all files of a folder go over to a new data key, and what opens those that have not gone yet.

A new key is begun by one file: a vault that opens the new key alone, and with that the one before, sealed.
So an older vault, a passphrase of before or the former key never lead to the new one, wherever the program is
stopped. Then each file goes over by itself: it is written anew beside the old one, page by page, and takes
its name. What a page was is what it is afterwards, in a copy of an older version and in a damaged file too.
At last the former key leaves the vault. Nothing of this needs an open workplace; whatever was stopped goes on
at the next start, from the file that it had come to.
"""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from trainer_app.actions.base.data_key import Renewal, begun_renewal, read_vault, read_whole, write_vault
from trainer_app.bundle import vault
from trainer_app.bundle.backup_file import PAGE, PageReader, PageRenewer
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.store.base.files import explain_errors, remove_database
from trainer_app.store.office.backups import HeldDatabase, hold_database
from trainer_app.store.office.salvaging import PageOpener, Pages
from trainer_app.system.files import remove_file, write_over
from trainer_app.system.folders import DataFolder

_SPARE = 16 << 20
"""Bytes of the disk that must be left beside the largest file that is written anew."""
_TELL_EVERY = 250
"""Pages between two steps of progress."""
type _Through = Callable[[Iterable[bytes]], Iterable[bytes]]
"""What the pages of a file go through on their way to the disk."""
_UNFINISHED = (".restored", ".rebuilt", ".salvaged")
"""Databases that wait beside the one in use, or were begun: each can be made again."""


def begin_renewal(
    folder: DataFolder,
    former: DataKey,
    passphrase: str,
    cost: KdfCost | None = None,
    recipient: str = "",
    users: Mapping[str, str] = MappingProxyType({}),
) -> Renewal:
    """Write the vault of a new key. Every connection to the database must be closed.

    `recipient` is the age recipient of the paper that opens it too, as the database knows it, and `users` are
    those (id -> recipient) of the people whose slots stay; the passphrase is that of who calls. Raises
    database.in_use while another window or program has it open, database.damaged, disk.full where the
    database would not fit twice; then nothing is changed.
    """
    with _held(folder.database, former) as (_, stream):
        _check_whole(stream, PageReader(former))
        size = max(path.stat().st_size for path in (folder.database, *_copies(folder)))
    with explain_errors():
        if shutil.disk_usage(folder.root).free < size + _SPARE:
            raise TrainerError("disk.full")
    key, before = former.renewed(), read_whole(folder.vault) or read_whole(folder.vault_copy)
    try:
        now = read_vault(folder)
        slots, server = vault.believed_users(now, users), (vault.server_of(now, former), vault.keeper_of(now))
        write_vault(folder, vault.begin_renewal(former, key, passphrase, cost, recipient, slots, *server))
    except TrainerError:
        # The vault may be written and its copy not: the passphrase of before is then still the one.
        if before is not None:
            with suppress(TrainerError):
                write_vault(folder, before)
        raise
    return Renewal(former, key)


def finish_renewal(folder: DataFolder, renewal: Renewal, progress: Progress = no_progress) -> None:
    """Put every file that is still under the former key under the new one; `end_renewal` forgets the former.

    Every connection to the database must be closed. Raises database.in_use, database.damaged, disk.full and
    its like, files.*: what was done stays, and the next call does the rest.
    """
    content = read_vault(folder)
    if read_whole(folder.vault_copy) != content:
        write_vault(folder, content)
    copies, aside = _copies(folder), _set_aside(folder)
    told = _Told(progress, [folder.database, *copies, *aside])
    _renew_database(folder.database, renewal, told.on)
    told.done(folder.database)
    for suffix in _UNFINISHED:
        remove_database(folder.database.with_suffix(suffix))
    for part in (*folder.database.parent.glob("*.part*"), *folder.snapshots.glob("*.part*")):
        remove_file(part)
    for path in copies:
        renew_copy(path, renewal, told.on)
        told.done(path)
    for path in aside:
        if renew_copy(path, renewal, told.on):
            # They open a key that opens nothing any more.
            remove_file(path.with_name(folder.vault.name))
            remove_file(path.with_name(folder.vault_copy.name))
        told.done(path)
    # An answer that is still to come would bring the former key.
    remove_file(folder.recovery)
    progress("renewal.done", 1.0)


def renew_copy(path: Path, renewal: Renewal, through: _Through = iter) -> bool:
    """Put a database that nobody has open under the new key, with what its log holds.

    Return whether it is one of this folder: one that neither key opens stays as it is.
    """
    renewed = Pages(path, PageReader(renewal.key).open)
    if not _opens(renewed):
        if not opens(path, renewal.former):
            return False
        write_over(path, through(_renewed_pages(path, renewal)), path.stat().st_size)
    elif renewed.has_log_of(PageReader(renewal.key).open):
        return True
    for ending in ("-wal", "-shm"):
        remove_file(path.with_name(path.name + ending))
    return True


def renew_copies(folder: DataFolder, key: DataKey) -> None:
    """Put the copies under the key that the vault opens, where a new one was begun."""
    renewal = begun_renewal(folder, key)
    if renewal is not None:
        for path in _copies(folder):
            renew_copy(path, renewal)


def page_opener(folder: DataFolder, key: DataKey) -> PageOpener:
    """Return what opens a page of the database, also of one that is still under the key before this one."""
    opened, renewal = PageReader(key).open, begun_renewal(folder, key)
    if renewal is None:
        return opened
    former = PageReader(renewal.former).open
    return lambda number, page: opened(number, page) or former(number, page)


def opens(path: Path, key: DataKey) -> bool:
    """Tell whether a key opens any page of a database's file; the first one tells nearly always."""
    return _opens(Pages(path, PageReader(key).open))


def _opens(pages: Pages) -> bool:
    return any(pages.read(number) is not None for number in range(1, pages.count + 1))


@contextmanager
def _held(path: Path, key: DataKey) -> Iterator[tuple[HeldDatabase, BinaryIO]]:
    """Hold the database for oneself alone, and read its file.

    The file is closed after the locks are let go: to close it takes away those that its process has on it.
    """
    with (
        explain_errors(),
        path.open("rb") as stream,
        hold_database(path, key.key, key.salt) as held,
    ):
        yield held, stream


def _renew_database(path: Path, renewal: Renewal, through: _Through) -> None:
    """Put the database in use under the new key. Raises database.damaged where a page is not whole."""
    try:
        with _held(path, renewal.former) as (held, stream):

            def give_way() -> None:
                held.give_way()
                if sys.platform == "win32":
                    stream.close()

            renewer = PageRenewer(renewal.former, renewal.key)
            pages = through(_whole_pages(stream, renewer))
            write_over(path, pages, path.stat().st_size, give_way)
    except TrainerError as problem:
        if problem.code != "database.damaged" or not opens(path, renewal.key):
            raise


def _check_whole(stream: BinaryIO, reader: PageReader) -> None:
    """Raise database.damaged unless every page opens; SQLite leaves those empty that it has not written."""
    number = 0
    while page := stream.read(PAGE):
        number += 1
        if any(page) and reader.open(number, page) is None:
            raise TrainerError("database.damaged")


def _whole_pages(stream: BinaryIO, renewer: PageRenewer) -> Iterator[bytes]:
    number = 0
    while page := stream.read(PAGE):
        number += 1
        renewed, whole = renewer.renew(number, page.ljust(PAGE, b"\0"))
        if not whole:
            raise TrainerError("database.damaged")
        yield renewed


def _renewed_pages(path: Path, renewal: Renewal) -> Iterator[bytes]:
    """Yield the pages of a copy under the new key, as its log has them where they are newer there.

    What cannot be opened stays a damaged page, as the one that it was.
    """
    renewer = PageRenewer(renewal.former, renewal.key)
    pages = Pages(path, PageReader(renewal.former).open)
    for number in range(1, pages.count + 1):
        plain = pages.read(number)
        if plain is not None:
            yield renewer.seal(number, plain)
        else:
            yield renewer.renew(number, pages.raw(number).ljust(PAGE, b"\0"))[0]


class _Told:
    """Tells how much of some files is done."""

    def __init__(self, progress: Progress, files: Sequence[Path]) -> None:
        self._progress = progress
        self._sizes = {path: path.stat().st_size for path in files}
        self._whole = max(1, sum(self._sizes.values()))
        self._done = 0
        self._tell(0)

    def on(self, pages: Iterable[bytes]) -> Iterator[bytes]:
        """Hand on the pages of a file and tell of them on the way."""
        for number, page in enumerate(pages):
            if not number % _TELL_EVERY:
                self._tell(number * PAGE)
            yield page

    def done(self, path: Path) -> None:
        """Count a file as done."""
        self._done += self._sizes[path]
        self._tell(0)

    def _tell(self, more: int) -> None:
        self._progress("renewal.files", min(0.99, (self._done + more) / self._whole))


def _copies(folder: DataFolder) -> list[Path]:
    own = [folder.desk] if folder.desk.exists() else []
    return [*sorted(folder.snapshots.glob("*.db")), *own]


def _set_aside(folder: DataFolder) -> list[Path]:
    return sorted(folder.set_aside.glob("*/trainer.db"))
