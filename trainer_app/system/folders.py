"""Where files lie: a laptop's data folder, a sidecar that stays with it, and why never on a share.

The database may be opened by programs of one computer only: they share a piece of its memory. On a share
SQLite cannot keep two computers apart, and the file is spoiled without a word; so a data folder there is
refused. On macOS shares are not recognised.
"""

import contextlib
import errno
import hashlib
import os
import re
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath

import platformdirs
from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError

_MOUNTS = Path("/proc/self/mountinfo")
_DRIVE_REMOTE = 4
"""What Windows calls a drive of another computer."""
_OF_OTHERS = frozenset(
    {"9p", "afp", "afs", "ceph", "cephfs", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncp"}
    | {"ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "smb", "smb2", "smb3", "smbfs", "sshfs", "vboxsf", "vmhgfs"}
)
"""File systems of other computers, and those that a virtual machine shares with its host."""
_OF_OTHERS_BY_FUSE = frozenset(
    {"afpfs", "ceph", "curlftpfs", "davfs2", "glusterfs", "gvfsd-fuse"}
    | {"rclone", "s3fs", "smbnetfs", "sshfs", "vmhgfs-fuse"}
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def refuse_share(folder: Path) -> None:
    """Raise workplace.on_share for a folder that lies on a share, or would if it were made."""
    if is_on_share(folder):
        raise TrainerError("workplace.on_share", folder=str(folder))


def is_on_share(folder: Path) -> bool:
    """Tell whether a folder, or the place where it would be made, is another computer's too.

    What cannot be found out counts as this computer's own.
    """
    try:
        resolved = folder.resolve()
    except (OSError, RuntimeError):
        resolved = folder.absolute()
    if sys.platform == "win32":  # pragma: no cover
        both = (PureWindowsPath(folder.absolute()), PureWindowsPath(resolved))
        return any(is_windows_share(each, _drive_type) for each in both)
    if sys.platform == "linux":
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
        return is_mounted_share(PurePosixPath(resolved), mounts)
    return False


def is_mounted_share(path: PurePosixPath, mounts: str) -> bool:
    """Tell it on Linux, by what `/proc/self/mountinfo` says of all that is mounted.

    The innermost mount counts, and of several at one place the last. A root that is a 9p is a virtual
    machine's own disk.
    """
    kind, place = "", PurePosixPath()
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if not dash or len(fields) < 5 or not after:
            continue
        found = PurePosixPath(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        if path.is_relative_to(found) and (not kind or found.is_relative_to(place)):
            kind, place = after.split(" ")[0], found
    family, _, inner = kind.lower().partition(".")
    if inner:
        return family in ("fuse", "fuseblk") and inner in _OF_OTHERS_BY_FUSE
    return family in _OF_OTHERS and not (family == "9p" and place == PurePosixPath("/"))


def is_windows_share(path: PureWindowsPath, drive_type: Callable[[str], int]) -> bool:
    r"""Tell it on Windows: \\server\share, or a letter that stands for one by `drive_type` ("Z:\\")."""
    drive = path.drive.replace("/", "\\")
    plain = drive.removeprefix("\\\\?\\").removeprefix("\\\\.\\")
    if plain.upper().startswith("UNC\\") or (plain == drive and drive.startswith("\\\\")):
        return True
    return len(plain) == 2 and plain[1] == ":" and drive_type(f"{plain}\\") == _DRIVE_REMOTE


def _drive_type(root: str) -> int:  # pragma: no cover
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return int(windows.kernel32.GetDriveTypeW(root)) if windows is not None else 0


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


PROGRAM = "trainer-app"
_PRIVATE = 0o700


class DataFolder(Struct, frozen=True):
    """One data folder and the names in it. Making a `Folder` touches nothing; `make` does."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.root / "database" / "trainer.db"

    @property
    def vault(self) -> Path:
        """The slots that open the database: passphrase and recovery."""
        return self.root / "vault.json"

    @property
    def update(self) -> Path:
        """The update of the program that packs carry, or that came in one."""
        return self.root / "update" / "program.tupdate"

    @property
    def vault_copy(self) -> Path:
        """The copy of the vault, read when the vault is damaged."""
        return self.root / "vault.json.bak"

    @property
    def ledger(self) -> Path:
        """What was erased and must never come back, outside the database; readable with its key alone."""
        return self.root / "erased.ledger"

    @property
    def recovery(self) -> Path:
        """The request that waits for the office's answer when the passphrase is forgotten."""
        return self.root / "recovery.json"

    @property
    def first_file(self) -> Path:
        """The first file of an office, sealed as it came, until somebody has typed the office's digits."""
        return self.root / "first-file.tsync"

    @property
    def preferences(self) -> Path:
        """What the person likes; nothing secret."""
        return self.root / "preferences.json"

    @property
    def archive(self) -> Path:
        """The imported bundles, as they came, encrypted."""
        return self.root / "archive"

    @property
    def snapshots(self) -> Path:
        """Copies of the database made before migrations and imports."""
        return self.root / "snapshots"

    @property
    def set_aside(self) -> Path:
        """Databases that could not be read, or gave way to a backup; never deleted by the program."""
        return self.root / "set-aside"

    @property
    def outgoing(self) -> Path:
        """Copies of the bundles that were sent."""
        return self.root / "outgoing"

    @property
    def papers(self) -> Path:
        """The papers a person asked to keep."""
        return self.root / "papers"

    @property
    def sounds(self) -> Path:
        """The sounds of the scanner, made when they are first heard; may be deleted at any time."""
        return self.root / "sounds"

    @property
    def logs(self) -> Path:
        """The log and the crash reports: ids only."""
        return self.root / "logs"

    @property
    def sidecar(self) -> Path:
        """A file outside the data folder that tells a copied or restored folder from the one last used.

        Named by the resolved path of the data folder, so that a copy elsewhere has none.
        """
        name = hashlib.sha256(os.fsencode(self.root.resolve())).hexdigest()[:32]
        return state_root() / f"{name}.json"

    def make(self) -> None:
        """Create what is missing of the directories, readable by their owner only (where the system can).

        Raises workplace.on_share, files.*; nothing is made on a share.
        """
        refuse_share(self.root)
        inner = (self.archive, self.snapshots, self.outgoing, self.papers, self.logs)
        try:
            for directory in (self.root, self.database.parent, *inner):
                directory.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        except OSError as error:
            raise error_of(error, self.root.name) from error


def default_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder used when none is named: `TRAINER_DATA`, or the platform's place for data."""
    given = environment.get("TRAINER_DATA")
    if given:
        return Path(given).expanduser()
    return platformdirs.user_data_path(PROGRAM, appauthor=False)


def state_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the sidecars: `TRAINER_STATE`, or the platform's place for state."""
    given = environment.get("TRAINER_STATE")
    if given:
        return Path(given).expanduser()
    return platformdirs.user_state_path(PROGRAM, appauthor=False)


class WorkplaceState(StrEnum):
    """What a data folder needs before anybody can work in it."""

    NEW = "new"
    LOCKED = "locked"
    BROKEN = "broken"


def state_of(folder: DataFolder) -> WorkplaceState:
    """Tell what a data folder needs: nothing is opened or changed.

    A database without a vault, or the reverse, is broken: it is never replaced by an empty one.
    """
    has_vault = folder.vault.exists() or folder.vault_copy.exists()
    if has_vault and folder.database.exists():
        return WorkplaceState.LOCKED
    return WorkplaceState.BROKEN if has_vault or folder.database.exists() else WorkplaceState.NEW


def broken(folder: DataFolder) -> TrainerError:
    """Return what is wrong with a broken folder: a database whose key is lost can be opened by the office."""
    return TrainerError("vault.lost" if folder.database.exists() else "workplace.broken")
