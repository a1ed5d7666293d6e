"""The calls by which files are written and read back, in one place so that a test can make them fail."""

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from trainer_app.domain.errors import TrainerError

_BINARY = getattr(os, "O_BINARY", 0)
_OWN_ONLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FULL_SYNC = 51
"""F_FULLFSYNC of macOS, where a plain fsync leaves the data in the drive's own cache."""

_CODES = {
    errno.ENOSPC: "files.full",
    errno.EDQUOT: "files.full",
    errno.EROFS: "files.read_only",
    errno.EACCES: "files.not_allowed",
    errno.EPERM: "files.not_allowed",
    errno.ENOENT: "files.gone",
    errno.ENOTDIR: "files.gone",
    errno.ENODEV: "files.gone",
    errno.ENXIO: "files.gone",
    errno.EIO: "files.device",
}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}


def error_of(error: OSError, file: str) -> TrainerError:
    """Return what to tell a person about a failed call: a code, the file's name, the system's reason."""
    code = _CODES.get(error.errno or 0, "files.failed")
    return TrainerError(code, file=file, reason=errno.errorcode.get(error.errno or 0, "UNKNOWN"))


def patiently[**P, R](call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call again whenever a signal interrupted the call (Python does so for some calls, not for rename)."""
    while True:
        try:
            return call(*args, **kwargs)
        except InterruptedError:
            continue


class Disk:
    """The calls, one method each; every one of them may raise `OSError`."""

    def exists(self, path: Path) -> bool:
        """Tell whether the name is taken, by a broken link too."""
        return os.path.lexists(path)

    def create(self, path: Path, mode: int) -> int:
        """Create a file that must not exist yet and return its descriptor for writing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _OWN_ONLY, mode)

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
        """Give the file another name in one step."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Return only when the folder's names are on the medium, where the file system can say so."""
        if sys.platform == "win32":
            return  # Windows has no such call; it writes names through by itself.
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _OWN_ONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)

    def open(self, path: Path) -> int:
        """Open a file for reading: from the medium, not from the system's memory, where that can be asked."""
        descriptor = os.open(path, os.O_RDONLY | _BINARY | _OWN_ONLY)
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # advice only; some file systems do not take it
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        return descriptor

    def read(self, descriptor: int, size: int) -> bytes:
        """Read at most `size` bytes; none at the end."""
        return os.read(descriptor, size)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is not there is no error."""
        path.unlink(missing_ok=True)
