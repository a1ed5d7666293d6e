"""Writing files so that "saved" is true: to a stick that may be pulled out, over a file that must survive.

A plain write to a stick lost 52 of 52 "saved" files when the stick was pulled; this order of steps lost none:
write a .part in blocks, sync it, give it a name that nothing had, sync the folder, read back, compare.
"""

import contextlib
import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_cleaning import is_safe
from trainer_app.native import windows
from trainer_app.native.disk import Disk, patiently, unlink_file
from trainer_app.system.computer import machine_mark
from trainer_app.system.folders import DataFolder, bad_name, error_of

_LENGTH = 32 + 1 + 16 + 1 + 16


class Position(Struct, frozen=True):
    """The last entry that a replica wrote here."""

    replica: str
    number: int
    bound: bool = True
    """Whether it names the computer; earlier programs did not."""


class Sidecar:
    """The file at `path`. Losing it costs nothing but a new replica id.

    It names the computer: one that came from another, as with a person's whole profile, counts as none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._marked = ("", "")

    def read(self) -> Position | None:
        """Return what was noted last; None if there is no file, it cannot be read, or is another's."""
        try:
            replica, number, *marks = self._path.read_text("ascii").split()
            found = Position(replica, int(number), bound=bool(marks))
        except (OSError, ValueError):
            return None
        return found if marks in ([], [machine_mark(replica)]) else None

    def note(self, replica: str, number: int) -> None:
        """Remember a position. A full disk here must not fail what is safely in the database."""
        if self._marked[0] != replica:
            self._marked = replica, machine_mark(replica)
        text = f"{replica} {number:016d} {self._marked[1]}".encode("ascii")
        try:
            if self._descriptor is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, text)
            os.ftruncate(self._descriptor, _LENGTH)
        except OSError:
            self.close()
            # An old position would look like a restored backup; none is only a new replica id.
            with contextlib.suppress(OSError):  # on Windows another window may hold it
                unlink_file(self._path)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def sidecar_of(folder: DataFolder) -> Sidecar:
    """Return the sidecar of a data folder, moved once from where earlier programs kept it.

    One that lay inside of the data folder has travelled with every copy of it, so it proves nothing: it goes,
    and the folder counts as a copy once.
    """
    path, former = folder.sidecar, folder.former_sidecar
    if former != path and former.exists() and not path.exists():
        try:
            if former.resolve().is_relative_to(folder.root.resolve()):
                unlink_file(former)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(former, path)
        except OSError as problem:
            _log.warning("an earlier sidecar could not be moved: errno %s", problem.errno)
    return Sidecar(path)


def is_old_copy(noted: Position | None, replica: str, number: int) -> bool:
    """Tell whether a database (its replica and last number) is an older state or a copied folder."""
    return noted is None or noted.replica != replica or number < noted.number


_log = logging.getLogger(__name__)
_BLOCK = 256 * 1024
_PRIVATE = 0o600
_SHARED = 0o644
_MOST_NAMES = 1000


def write_checked(
    target: Path, data: bytes, *, progress: Progress = no_progress, disk: Disk | None = None
) -> Path:
    """Write a new file, read it back, and return its path only when every byte is on the medium.

    A name that is taken is never written over: NAME.tsync becomes NAME-2.tsync. On any failure, or when
    `progress` raises, nothing is left behind that could be taken for the file, as far as the medium still
    answers. Raises `TrainerError` with a code of the topic "files".
    """
    return write_stream(target, [data], len(data), progress=progress, disk=disk)


def write_stream(
    target: Path,
    blocks: Iterable[bytes],
    size: int,
    *,
    private: bool = False,
    progress: Progress = no_progress,
    disk: Disk | None = None,
) -> Path:
    """Write a new file as `write_checked` does, from blocks that need not be in memory together.

    `size` is about how many bytes they are, for the progress; a `private` one is its owner's to read.
    """
    disk = disk or Disk()
    _check_name(target)
    with told_as(target.name), _Traces(disk) as traces:
        part = target.with_name(target.name + ".part")
        mode = _PRIVATE if private else _SHARED
        written = _write_synced(disk, traces, part, blocks, size, mode, progress)
        final = _free_name(disk, target)
        patiently(disk.replace, part, final)
        traces.moved(final)
        patiently(disk.sync_folder, final.parent)
        progress("files.checking", 0.9)
        if _digest(disk, final) != written:
            raise TrainerError("files.differs", file=final.name)
        progress("files.checking", 1.0)
        traces.keep()
        return final


def _check_name(target: Path) -> None:
    """Refuse what would be no file: a folder, or on Windows a device or a stream of another file."""
    if not target.name or target.is_dir():
        raise TrainerError("files.is_folder", file=target.name)
    if windows.kernel() is not None and not is_safe(target.name):
        raise bad_name(target.name)


class PreparedFiles:
    """Files that are written whole under other names, and get their own only when `place` is called.

    with Prepared() as files:
        with transaction():
            files.add(path, data)       a full disk is noticed while the transaction can still be taken back
        paths = files.place()           and no file is there before what it says is on the disk

    What was not placed is taken away again. Raises `TrainerError` with codes of the topic "files".
    """

    def __init__(self, disk: Disk | None = None) -> None:
        self._disk = disk or Disk()
        self._waiting: list[tuple[Path, Path, bytes]] = []

    def __enter__(self) -> "PreparedFiles":
        return self

    def __exit__(self, *failure: object) -> None:
        for part, _, _ in self._waiting:
            with contextlib.suppress(OSError):
                patiently(self._disk.remove, part)

    def add(self, target: Path, data: bytes) -> None:
        """Write a file's bytes beside where it will be, and sync them."""
        _check_name(target)
        with told_as(target.name), _Traces(self._disk) as traces:
            part = target.with_name(target.name + ".part")
            written = _write_synced(self._disk, traces, part, [data], len(data), _SHARED, no_progress)
            traces.keep()
        self._waiting.append((part, target, written))

    def place(self) -> list[Path]:
        """Give the files their names, those that are taken another, and read them back."""
        placed = []
        while self._waiting:
            part, target, digest = self._waiting[0]
            with told_as(target.name), _Traces(self._disk) as traces:
                final = _free_name(self._disk, target)
                patiently(self._disk.replace, part, final)
                traces.moved(final)
                patiently(self._disk.sync_folder, final.parent)
                if _digest(self._disk, final) != digest:
                    raise TrainerError("files.differs", file=final.name)
                traces.keep()
            self._waiting.pop(0)
            placed.append(final)
        return placed


class NewFolder:
    """A folder that is filled under another name and gets its own, which nothing had, by `place` alone.

    with NewFolder(target) as folder:
        write_checked(folder.path / name, data)
        path = folder.place()

    What was not placed is taken away again, and so is what a crash left. Raises codes of the topic "files".
    """

    def __init__(self, target: Path, disk: Disk | None = None) -> None:
        self._disk = disk or Disk()
        self._target = target
        self.path = target.with_name(target.name + ".part")

    def __enter__(self) -> "NewFolder":
        with told_as(self._target.name):
            self._remove()
            self.path.mkdir(parents=True)
        return self

    def __exit__(self, *failure: object) -> None:
        with contextlib.suppress(OSError):
            self._remove()

    def place(self) -> Path:
        """Give the folder its name, or one with a number where that is taken; an empty one gives way."""
        with told_as(self._target.name):
            patiently(self._disk.sync_folder, self.path)
            with contextlib.suppress(OSError):
                self._target.rmdir()
            final = _free_name(self._disk, self._target)
            # Not `Disk.replace`: Windows writes through names of files alone.
            patiently(self.path.rename, final)
            patiently(self._disk.sync_folder, final.parent)
            return final

    def _remove(self) -> None:
        if self.path.is_dir():
            shutil.rmtree(self.path)


def write_atomically(path: Path, data: bytes, *, private: bool = True, disk: Disk | None = None) -> None:
    """Write over one of the program's own files: it then holds the old bytes or the new, never a mixture.

    A failure before the last step leaves the old file. Raises `TrainerError`, codes of the topic "files".
    """
    _write_over(path, [data], len(data), _PRIVATE if private else _SHARED, disk or Disk(), lambda: None)


def write_over(
    path: Path, blocks: Iterable[bytes], size: int, before: Callable[[], object] = lambda: None
) -> None:
    """Do the same from blocks that need not be in memory together; they may be made of the old file.

    `before` is called when all is written, before the old file gives way.
    """
    _write_over(path, blocks, size, _PRIVATE, Disk(), before)


def _write_over(
    path: Path, blocks: Iterable[bytes], size: int, mode: int, disk: Disk, before: Callable[[], object]
) -> None:
    with told_as(path.name), _Traces(disk) as traces:
        part = path.with_name(path.name + ".part")
        _write_synced(disk, traces, part, blocks, size, mode, no_progress)
        before()
        patiently(disk.replace, part, path)
        traces.keep()
        patiently(disk.sync_folder, path.parent)


def remove_file(path: Path) -> None:
    """Remove one of the program's own files, if it is there, for good. Raises codes of the topic "files"."""
    disk = Disk()
    if disk.exists(path):
        with told_as(path.name):
            patiently(disk.remove, path)
            patiently(disk.sync_folder, path.parent)


def copy_private(source: Path, target: Path) -> None:
    """Copy one of the program's own files, over one that is there; only its owner can read it. OSError."""
    unlink_file(target)
    target.touch(_PRIVATE, exist_ok=False)
    shutil.copyfile(source, target)


def make_folder(path: Path) -> None:
    """Make a folder and those above it if they are not there. Raises codes of the topic "files"."""
    with told_as(path.name):
        path.mkdir(parents=True, exist_ok=True)


class _Traces:
    """The one file a writer has made so far; taken away again unless it says `keep`."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._path: Path | None = None

    def moved(self, path: Path) -> None:
        """Remember where the file lies now."""
        self._path = path

    def keep(self) -> None:
        """Leave the file where it is."""
        self._path = None

    def __enter__(self) -> "_Traces":
        return self

    def __exit__(self, *failure: object) -> None:
        if self._path is not None:
            # The stick may be gone: the failure that is on its way up says more than this one.
            with contextlib.suppress(OSError):
                patiently(self._disk.remove, self._path)


@contextlib.contextmanager
def told_as(file: str) -> Iterator[None]:
    """Turn a failed call into words for a person."""
    try:
        yield
    except OSError as error:
        raise error_of(error, file) from error


def _write_synced(
    disk: Disk,
    traces: _Traces,
    part: Path,
    blocks: Iterable[bytes],
    size: int,
    mode: int,
    progress: Progress,
) -> bytes:
    """Write all blocks into the new file `part` and sync it; return their digest.

    What a crash left there goes first.
    """
    patiently(disk.remove, part)
    descriptor = patiently(disk.create, part, mode)
    traces.moved(part)
    digest, done = hashlib.sha256(), 0
    try:
        for block in blocks:
            digest.update(block)
            rest = memoryview(block)
            while rest:
                written = patiently(disk.write, descriptor, rest[:_BLOCK])
                if written <= 0:
                    raise OSError(errno.ENOSPC, "nothing was written")
                rest = rest[written:]
                done += written
                progress("files.writing", 0.8 * min(1.0, done / max(size, 1)))
        patiently(disk.sync, descriptor)
    finally:
        disk.close(descriptor)
    return digest.digest()


def _free_name(disk: Disk, target: Path) -> Path:
    for number in range(1, _MOST_NAMES):
        name = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
        if not disk.exists(name):
            return name
    raise TrainerError("files.no_free_name", file=target.name)


def _digest(disk: Disk, path: Path) -> bytes:
    digest = hashlib.sha256()
    descriptor = patiently(disk.open, path)
    try:
        while block := patiently(disk.read, descriptor, _BLOCK):
            digest.update(block)
    finally:
        disk.close(descriptor)
    return digest.digest()
