"""What only Windows' kernel32 can tell or do: names written through, kinds of drives, free memory.

`kernel()` is None on other systems. Every function takes the kernel that it asks, so that a test hands it
another one.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

_REPLACE_EXISTING, _WRITE_THROUGH = 0x1, 0x8
_LONG = "\\\\?\\"
_SHORT = 230
"""Signs of a path from which on it is written with the prefix."""
_INVALID_HANDLES = frozenset({-1, 2**32 - 1, 2**64 - 1})
_SHARED = 0x1 | 0x2
_OPEN_EXISTING = 3
_ANYBODY = 0xFFFFFFFF
_STORAGE_QUERY_PROPERTY = 0x002D1400
_BUS_AT, _DESCRIPTOR = 28, 1024
"""Where a STORAGE_DEVICE_DESCRIPTOR holds the kind of bus, and how many bytes of it are asked for."""

REMOVABLE, FIXED, REMOTE = 2, 3, 4
"""Kinds of drives, as GetDriveTypeW numbers them."""
_CARRIED_BUSES = frozenset({7, 12, 13})
"""USB, SD and MMC: what is on them can be carried away, also where the drive calls itself fixed."""

NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
"""How a process is created, as `subprocess` takes it, so that Windows opens no black window for it."""


class Kernel(Protocol):
    """The calls that are used, as ctypes offers them; `error` is the number of the last failure."""

    MoveFileExW: Callable[[str, str, int], int]
    GetLogicalDrives: Callable[[], int]
    GetDriveTypeW: Callable[[str], int]
    CreateFileW: Callable[..., int | None]
    DeviceIoControl: Callable[..., int]
    CloseHandle: Callable[[int], int]
    GlobalMemoryStatusEx: Callable[[Any], int]

    def error(self) -> int:
        """Return the number of the failure of the call before."""


@cache
def kernel() -> Kernel | None:
    """Return kernel32; None where there is none."""
    if sys.platform != "win32":
        return None
    # Here and below, not at the top: Linux does without, also in every child.
    import ctypes

    load: Any = getattr(ctypes, "WinDLL")  # noqa: B009
    found = load("kernel32", use_last_error=True)
    found.CreateFileW.restype = ctypes.c_void_p
    found.CreateFileW.argtypes = (
        ctypes.c_wchar_p,
        ctypes.c_uint32,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_uint32,
        ctypes.c_void_p,
    )
    found.DeviceIoControl.argtypes = (
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_void_p,
    )
    found.CloseHandle.argtypes = (ctypes.c_void_p,)
    found.MoveFileExW.argtypes = (ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint32)
    found.GetDriveTypeW.argtypes = (ctypes.c_wchar_p,)
    found.GlobalMemoryStatusEx.argtypes = (ctypes.c_void_p,)
    found.error = getattr(ctypes, "get_last_error")  # noqa: B009 - only there on Windows
    return found


def let_others_come_forward() -> None:
    """Let another program put its window in front: this one, which a person just started, has that right."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("user32").AllowSetForegroundWindow(_ANYBODY)


def failure(number: int, path: Path) -> OSError:
    """Return the error of a call that failed on a file, as the library would have raised it."""
    error = OSError(0, f"error {number} of Windows", str(path), number)
    if getattr(error, "winerror", None) is None:
        error.winerror = number  # type: ignore[attr-defined]
    return error


def move_through(kernel: Kernel, source: Path, target: Path) -> None:
    """Give a file another name, and return only when the name is on the medium. Raises OSError.

    The library's own `replace` returns when the name is in the system's memory, which a power cut empties.
    """
    if not kernel.MoveFileExW(str(source), str(target), _REPLACE_EXISTING | _WRITE_THROUGH):
        raise failure(kernel.error(), target)


def extended(path: Path) -> Path:
    """Return a path by which Windows opens a file however long its name and its folders' are.

    Without the prefix it takes 259 signs, of which a few are wanted for ".part" and numbers; with it, 32,000.
    """
    drive = path.drive
    if len(str(path)) < _SHORT or not path.is_absolute() or drive.startswith(_LONG):
        return path
    if drive.startswith("\\\\"):
        return type(path)(f"{_LONG}UNC\\{str(path)[2:]}")
    return type(path)(f"{_LONG}{path}")


def letters(kernel: Kernel) -> list[str]:
    r"""Return the roots of all drives that have a letter ("C:\\"), without touching any of them."""
    mask = kernel.GetLogicalDrives()
    return [f"{chr(ord('A') + at)}:\\" for at in range(26) if mask >> at & 1]


def drive_type(kernel: Kernel, root: str) -> int:
    r"""Return what sort of drive a letter ("Z:\\") is, without touching it."""
    return int(kernel.GetDriveTypeW(root))


def is_carried(kernel: Kernel, root: str) -> bool:
    r"""Tell whether a drive ("E:\\") can be carried away: a stick, a card, a hard disk on USB.

    Large sticks and USB disks call themselves fixed; then the kind of bus says it. Disks of the network are
    not touched: asking one that is away takes seconds.
    """
    kind = drive_type(kernel, root)
    return kind == REMOVABLE or (kind == FIXED and bus_type(kernel, root) in _CARRIED_BUSES)


def bus_type(kernel: Kernel, root: str) -> int:
    """Return the STORAGE_BUS_TYPE of a drive; 0 where that cannot be found out. Needs no right to read it."""
    import ctypes

    device = "\\\\.\\" + root.rstrip("\\")
    handle = kernel.CreateFileW(device, 0, _SHARED, None, _OPEN_EXISTING, 0, None)
    if handle is None or handle in _INVALID_HANDLES:
        return 0
    try:
        asked = ctypes.create_string_buffer(12)  # STORAGE_PROPERTY_QUERY of zeros: the device, the standard
        told = ctypes.create_string_buffer(_DESCRIPTOR)
        size = ctypes.c_uint32(0)
        done = kernel.DeviceIoControl(
            handle, _STORAGE_QUERY_PROPERTY, asked, len(asked), told, len(told), ctypes.byref(size), None
        )
        if not done or size.value < _BUS_AT + 4:
            return 0
        return int.from_bytes(told.raw[_BUS_AT : _BUS_AT + 4], "little")
    finally:
        kernel.CloseHandle(handle)


def memory_status() -> Any:
    """Return an empty MEMORYSTATUSEX, which knows its own length; sizes in bytes."""
    import ctypes

    class MemoryStatus(ctypes.Structure):
        """What GlobalMemoryStatusEx fills in."""

        _fields_ = (
            ("length", ctypes.c_uint32),
            ("load", ctypes.c_uint32),
            ("total", ctypes.c_uint64),
            ("free", ctypes.c_uint64),
            ("total_page", ctypes.c_uint64),
            ("free_page", ctypes.c_uint64),
            ("total_virtual", ctypes.c_uint64),
            ("free_virtual", ctypes.c_uint64),
            ("free_extended", ctypes.c_uint64),
        )

    return MemoryStatus(length=ctypes.sizeof(MemoryStatus))


def free_memory(kernel: Kernel) -> int | None:
    """Return how many bytes of memory programs can have without the disk; None where that is not told."""
    import ctypes

    status = memory_status()
    if not kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(min(status.free, status.free_page))
