"""The calls by which files are written, and what their errors mean.

On Windows a virus scanner keeps a fresh file from others for a moment: `patiently` waits for it.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from trainer_app.native import windows

_BINARY = getattr(os, "O_BINARY", 0)
_OWN_ONLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FULL_SYNC = 51
"""F_FULLFSYNC of macOS, where a plain fsync leaves the data in the drive's own cache."""
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}


class Fault(StrEnum):
    """Why a call failed, as far as a person can do something about it."""

    FULL = "full"
    READ_ONLY = "read_only"
    NOT_ALLOWED = "not_allowed"
    GONE = "gone"
    DEVICE = "device"
    IN_USE = "in_use"
    VIRUS = "virus"
    TOO_LONG = "too_long"
    BAD_NAME = "bad_name"


_OF_WINDOWS = {
    2: Fault.GONE,
    3: Fault.GONE,
    5: Fault.NOT_ALLOWED,
    15: Fault.GONE,  # no such drive
    19: Fault.READ_ONLY,  # write-protected
    21: Fault.GONE,  # not ready
    23: Fault.DEVICE,  # checksum
    27: Fault.DEVICE,  # sector not found
    31: Fault.DEVICE,
    32: Fault.IN_USE,
    33: Fault.IN_USE,
    39: Fault.FULL,
    55: Fault.GONE,  # the network resource is no longer there
    112: Fault.FULL,
    123: Fault.BAD_NAME,
    161: Fault.BAD_NAME,
    206: Fault.TOO_LONG,
    225: Fault.VIRUS,
    226: Fault.VIRUS,  # and the file was deleted
    433: Fault.GONE,  # no such device
    483: Fault.DEVICE,
    1006: Fault.GONE,  # another medium in the drive
    1117: Fault.DEVICE,
    1167: Fault.GONE,  # not connected
    1295: Fault.FULL,  # quota
    1392: Fault.DEVICE,  # the file system is damaged
    1393: Fault.DEVICE,
}
"""By Windows' own number. Its `errno` says less: of 19, 21, 32 and 225 it makes "permission denied"."""
_OF_POSIX = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.NOT_ALLOWED,
    errno.EPERM: Fault.NOT_ALLOWED,
    errno.ENOENT: Fault.GONE,
    errno.ENOTDIR: Fault.GONE,
    errno.ENODEV: Fault.GONE,
    errno.ENXIO: Fault.GONE,
    errno.EIO: Fault.DEVICE,
    errno.ENAMETOOLONG: Fault.TOO_LONG,
}


def windows_number(error: OSError) -> int:
    """Return the number by which Windows names a failure; 0 on other systems."""
    return int(getattr(error, "winerror", None) or 0)


def fault_of(error: OSError) -> Fault | None:
    """Return what a failed call means; None for what is none of these."""
    return _OF_WINDOWS.get(windows_number(error)) or _OF_POSIX.get(error.errno or 0)


def reason_of(error: OSError) -> str:
    """Return the system's own name of a failure, for whoever is asked for help: "EIO", "WIN1450"."""
    number = windows_number(error)
    return f"WIN{number}" if number else errno.errorcode.get(error.errno or 0, "UNKNOWN")


_HELD = frozenset({5, 32, 33})
"""What Windows says of a file that a virus scanner or an indexer holds: denied, in use, locked."""
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds; a scanner lets go of a small file within the first two or three."""


def pause(seconds: float) -> None:
    """Wait for another program; never in the window's thread for longer than nobody notices."""
    time.sleep(seconds)


def patiently[**P, R](call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call again where a signal interrupted the call (Python does so for some calls, not for rename).

    On Windows also where somebody else holds the file, for a second and a half; then its error is raised.
    """
    waits = iter(_WAITS)
    while True:
        try:
            return call(*args, **kwargs)
        except InterruptedError:
            continue
        except OSError as error:
            wait = next(waits, None) if windows_number(error) in _HELD else None
            if wait is None:
                raise
            pause(wait)


def long(path: Path) -> Path:
    """Return a path by which this system opens a file however long it is."""
    return path if windows.kernel() is None else windows.extended(path)


class Disk:
    """The calls, one method each; every one of them may raise `OSError`."""

    def exists(self, path: Path) -> bool:
        """Tell whether the name is taken, by a broken link too."""
        return os.path.lexists(long(path))

    def create(self, path: Path, mode: int) -> int:
        """Create a file that must not exist yet and return its descriptor for writing."""
        return os.open(long(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _OWN_ONLY, mode)

    def write(self, descriptor: int, block: memoryview) -> int:
        """Write the beginning of a block; return how many bytes that was."""
        return os.write(descriptor, block)

    def sync(self, descriptor: int) -> None:
        """Return only when the file's bytes are on the medium."""
        if sys.platform == "darwin":  # pragma: no cover
            import fcntl

            fcntl.fcntl(descriptor, _FULL_SYNC)
        else:
            os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give the file another name in one step.

        On Windows the name is on the medium when this returns; elsewhere `sync_folder` makes sure of that.
        """
        kernel = windows.kernel()
        if kernel is None:
            source.replace(target)
        else:
            windows.move_through(kernel, long(source), long(target))

    def sync_folder(self, folder: Path) -> None:
        """Return only when the folder's names are on the medium, where the file system can say so."""
        if windows.kernel() is not None:
            return  # Windows has no such call: `replace` writes through instead.
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _OWN_ONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)

    def open(self, path: Path) -> int:
        """Open a file for reading: from the medium, not from the system's memory, where that can be asked."""
        descriptor = os.open(long(path), os.O_RDONLY | _BINARY | _OWN_ONLY)
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # advice only; some file systems do not take it
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        return descriptor

    def read(self, descriptor: int, size: int) -> bytes:
        """Read at most `size` bytes; none at the end."""
        return os.read(descriptor, size)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is not there is no error."""
        long(path).unlink(missing_ok=True)


def replace_file(source: Path, target: Path, disk: Disk | None = None) -> Path:
    """Give a file another name, in place of one that may be there, durably; return the new path."""
    disk = disk or Disk()
    patiently(disk.replace, source, target)
    patiently(disk.sync_folder, target.parent)
    return target


def unlink_file(path: Path, disk: Disk | None = None) -> None:
    """Remove a file, if it is there."""
    patiently((disk or Disk()).remove, path)


def sync_path(path: Path, disk: Disk | None = None) -> None:
    """Force a file, or the names in a folder, to the disk."""
    disk = disk or Disk()
    if path.is_dir():
        patiently(disk.sync_folder, path)
        return
    # Windows syncs only what may be written; elsewhere a file may have been made read-only.
    flags = os.O_RDONLY if windows.kernel() is None else os.O_RDWR
    descriptor = patiently(os.open, path, flags | _BINARY | _OWN_ONLY)
    try:
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold_alone(path: Path) -> int | None:
    """Return a descriptor that holds a file for this process alone; None where another one holds it.

    The system lets go of it when the process ends, however it ends. OSError where there can be no such file.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY | _OWN_ONLY, 0o600)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
