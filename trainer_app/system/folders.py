"""Where files lie: a laptop's data folder, a sidecar that stays with it, never on a share; and sticks.

The database may be opened by programs of one computer only: they share a piece of its memory. On a share
SQLite cannot keep two computers apart, and the file is spoiled without a word; so a data folder there is
refused. On macOS shares are not recognised.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath

from msgspec import Struct
from platformdirs import PlatformDirs
from platformdirs.api import PlatformDirsABC

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import safe_name
from trainer_app.native import windows
from trainer_app.native.disk import Fault, fault_of, reason_of

_MOUNTS = Path("/proc/self/mountinfo")
_OF_OTHERS = frozenset(
    {"9p", "afp", "afs", "ceph", "cephfs", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncp"}
    | {"ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "smb", "smb2", "smb3", "smbfs", "sshfs", "vboxsf", "vmhgfs"}
)
"""File systems of other computers, and those that a virtual machine shares with its host."""
_OF_OTHERS_BY_FUSE = frozenset(
    {"afpfs", "ceph", "curlftpfs", "davfs2", "glusterfs", "gvfsd-fuse"}
    | {"rclone", "s3fs", "smbnetfs", "sshfs", "vmhgfs-fuse"}
)
_MOUNTED_BELOW = ("/media/", "/run/media/", "/mnt/")
"""Where systems put what is plugged in."""
_VIRTUAL = frozenset({"devtmpfs", "overlay", "proc", "ramfs", "squashfs", "sysfs", "tmpfs"})
_OCTAL = regex(r"\\([0-7]{3})")


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
    kind, place, inside = "", "", f"{path}/"
    for found, of in _mounted(mounts):
        begin = f"{found.rstrip('/')}/"
        # Of those above one path, the longer is the inner one.
        if inside.startswith(begin) and len(begin) >= len(place):
            kind, place = of, begin
    return _is_of_others(kind) and not (kind == "9p" and place == "/")


def _mounted(mounts: str) -> Iterator[tuple[str, str]]:
    """Give each mount's place and its kind in small letters."""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) >= 5 and after:
            place = _OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])
            yield place, after.split(" ")[0].lower()


def _is_of_others(kind: str) -> bool:
    family, _, inner = kind.partition(".")
    if inner:
        return family in ("fuse", "fuseblk") and inner in _OF_OTHERS_BY_FUSE
    return family in _OF_OTHERS


def is_windows_share(path: PureWindowsPath, drive_type: Callable[[str], int]) -> bool:
    r"""Tell it on Windows: \\server\share, or a letter that stands for one by `drive_type` ("Z:\\")."""
    drive = path.drive.replace("/", "\\")
    plain = drive.removeprefix("\\\\?\\").removeprefix("\\\\.\\")
    if plain.upper().startswith("UNC\\") or (plain == drive and drive.startswith("\\\\")):
        return True
    return len(plain) == 2 and plain[1] == ":" and drive_type(f"{plain}\\") == windows.REMOTE


def _drive_type(root: str) -> int:  # pragma: no cover
    kernel = windows.kernel()
    return windows.drive_type(kernel, root) if kernel is not None else 0


def carried_roots() -> list[str] | None:
    """Return where the disks begin that can be carried away: sticks, cards, hard disks on USB.

    No disk of the network is touched for it: one that is away would take seconds. None where only the
    window's library can tell.
    """
    kernel = windows.kernel()
    if kernel is not None:
        return [root for root in windows.letters(kernel) if windows.is_carried(kernel, root)]
    try:
        return mounted_sticks(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return None


def mounted_sticks(mounts: str) -> list[str]:
    """Return them on Linux, by what `/proc/self/mountinfo` says; of several at one place the last counts."""
    last = dict(_mounted(mounts))
    return [
        place
        for place, kind in last.items()
        if place.startswith(_MOUNTED_BELOW) and kind not in _VIRTUAL and not _is_of_others(kind)
    ]


def error_of(error: OSError, file: str) -> TrainerError:
    """Return what to tell a person about a failed call: a code, the file's name, the system's reason."""
    fault = fault_of(error)
    if fault is Fault.BAD_NAME:
        return bad_name(file)
    return TrainerError(f"files.{fault}" if fault else "files.failed", file=file, reason=reason_of(error))


def bad_name(file: str) -> TrainerError:
    """Return what to tell of a name that Windows does not take, with one that it does."""
    return TrainerError("files.bad_name", file=file, better=safe_name(file))


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
    def desk(self) -> Path:
        """The encrypted settings of this computer, where the data lie on the office's server."""
        return self.root / "database" / "desk.db"

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
        return _outside(self.root, state_root()) / self._sidecar_name

    @property
    def former_sidecar(self) -> Path:
        """Where earlier programs kept it: on Windows and macOS that was the default data folder itself."""
        return _PLACES.user_state_path / self._sidecar_name

    @property
    def _sidecar_name(self) -> str:
        return f"{hashlib.sha256(os.fsencode(self.root.resolve())).hexdigest()[:32]}.json"

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


_PLATFORM = sys.platform
_PLACES: PlatformDirsABC = PlatformDirs(PROGRAM, appauthor=False)
_STATE = "-state"


def default_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder used when none is named: `TRAINER_DATA`, or the platform's place for data."""
    given = environment.get("TRAINER_DATA")
    return Path(given).expanduser() if given else _PLACES.user_data_path


def data_folder(given: Path | None = None) -> DataFolder:
    """Return the data folder that was asked for, or the usual one."""
    return DataFolder((given or default_root()).absolute())


def state_root(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the sidecars: `TRAINER_STATE`, or the platform's place for state.

    Windows and macOS know no such place apart from that for data: there it stands beside the data folder, so
    that whoever copies or restores that one does not take it along.
    """
    given = environment.get("TRAINER_STATE")
    if given:
        return Path(given).expanduser()
    if _PLATFORM in ("win32", "darwin"):
        return _PLACES.user_data_path.with_name(PROGRAM + _STATE)
    return _PLACES.user_state_path


def _outside(root: Path, state: Path) -> Path:
    """Return the folder of the sidecars, or one beside a data folder that would hold it."""
    found = root.resolve()
    return found.with_name(found.name + _STATE) if state.resolve().is_relative_to(found) else state


class WorkplaceState(StrEnum):
    """What a data folder needs before anybody can work in it."""

    NEW = "new"
    LOCKED = "locked"
    BROKEN = "broken"


def opened_by_several(folder: DataFolder) -> bool:
    """Tell whether several people open a folder, each with a passphrase of their own and a short name.

    It is read off the key file without understanding it: the page that asks for them waits for no library.
    """
    return _count_slots(folder, b"user") + _count_slots(folder, b"passphrase") > 1


def opened_without_name(folder: DataFolder) -> bool:
    """Tell whether a passphrase that is nobody's opens a folder too: once the paper had to open it."""
    return _count_slots(folder, b"passphrase") > 0


def opened_by_people(folder: DataFolder) -> bool:
    """Tell whether somebody of an office, perhaps one alone, has a passphrase of their own for a folder."""
    return _count_slots(folder, b"user") > 0


def _count_slots(folder: DataFolder, kind: bytes) -> int:
    try:
        return folder.vault.read_bytes().count(b'"kind": "%s"' % kind)
    except OSError:
        return 0


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
