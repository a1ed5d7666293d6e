"""Disks: those of this computer, shares that other computers reach too, and what can be carried away.

The database may be opened by programs of one computer only: they share a piece of its memory. On a share
SQLite cannot keep two computers apart, and the file is spoiled without a word; so a data folder there is
refused. On macOS shares are not recognised.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from trainer_app.domain.base.errors import TrainerError
from trainer_app.native import windows

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
    for found, of in _mounted(mounts):
        if path.is_relative_to(found) and (not kind or found.is_relative_to(place)):
            kind, place = of, found
    return _is_of_others(kind) and not (kind == "9p" and place == PurePosixPath("/"))


def _mounted(mounts: str) -> Iterator[tuple[PurePosixPath, str]]:
    """Give each mount's place and its kind in small letters."""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) >= 5 and after:
            place = _OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])
            yield PurePosixPath(place), after.split(" ")[0].lower()


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
        str(place)
        for place, kind in last.items()
        if str(place).startswith(_MOUNTED_BELOW) and kind not in _VIRTUAL and not _is_of_others(kind)
    ]
