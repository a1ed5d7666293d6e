"""The sticks that are plugged in, as the system tells of them."""

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_WINDOWS_REMOVABLE = 2
_MOUNTED_BELOW = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_VIRTUAL = (b"tmpfs", b"devtmpfs", b"overlay", b"squashfs", b"proc", b"sysfs", b"ramfs", b"fuse.portal")


@dataclass(frozen=True)
class Drive:
    """A place to write to. Sizes are in bytes; `name` is what people call it: "KINGSTON (E:)"."""

    path: Path
    name: str
    free: int
    size: int
    writable: bool


def removable_drives() -> list[Drive]:
    """Return the sticks that are in now, write-protected ones too, in the order of their names."""
    found = [drive_of(volume) for volume in QStorageInfo.mountedVolumes() if _is_stick(volume)]
    return sorted(found, key=lambda drive: (not drive.writable, drive.name))


def drive_of(volume: QStorageInfo) -> Drive:
    """Describe a volume."""
    path = Path(volume.rootPath())
    writable = not volume.isReadOnly() and os.access(path, os.W_OK)
    return Drive(path, name_of(volume), volume.bytesAvailable(), volume.bytesTotal(), writable)


def name_of(volume: QStorageInfo) -> str:
    """Return a volume's label with its letter on Windows, else its label or the folder it is mounted on."""
    root = volume.rootPath().rstrip("/")
    letter = f"({root})" if root.endswith(":") else ""
    label = volume.name() or ("" if letter else Path(volume.rootPath()).name or volume.rootPath())
    return f"{label} {letter}".strip()


def _is_stick(volume: QStorageInfo) -> bool:
    if not volume.isValid() or not volume.isReady() or volume.isRoot():
        return False
    if bytes(volume.fileSystemType().data()) in _VIRTUAL:
        return False
    if sys.platform == "win32":
        return _windows_type(volume.rootPath()) == _WINDOWS_REMOVABLE
    return volume.rootPath().startswith(_MOUNTED_BELOW)


def _windows_type(root: str) -> int:
    """Ask Windows what sort of drive a letter is; 0 elsewhere."""
    windows = getattr(ctypes, "windll", None)
    return int(windows.kernel32.GetDriveTypeW(root)) if windows is not None else 0
