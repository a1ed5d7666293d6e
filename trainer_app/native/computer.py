"""Which computer this is, and how much of its memory is free."""

import hashlib
import importlib
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from trainer_app.native import windows

_OF_LINUX = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_MEMORY = Path("/proc/meminfo")
_REGISTRY_KEY, _REGISTRY_NAME = r"SOFTWARE\Microsoft\Cryptography", "MachineGuid"
_KILOBYTE = 1024


def machine_mark(replica: str, machine: str | None = None) -> str:
    """Return 16 hexadecimal digits of this computer for somebody who has an id of their own.

    The number of the computer itself is nobody's business: it is never written down.
    """
    name = machine_id() if machine is None else machine
    return hashlib.sha256(f"trainer-app/{name}/{replica}".encode()).hexdigest()[:16]


@cache
def machine_id(platform: str = sys.platform) -> str:
    """Return the number that a system gave its computer when it was installed; "" where there is none."""
    return _SOURCES.get(platform, lambda: "")()


def linux_id(files: tuple[Path, ...] = _OF_LINUX) -> str:
    """Return the number that systemd or D-Bus wrote."""
    for file in files:
        try:
            found = file.read_text("ascii").strip()
        except (OSError, ValueError):
            continue
        if found and found != "uninitialized":
            return found
    return ""


def windows_id(registry: Any = None) -> str:
    """Return the number that Windows' set-up made; a 64-bit one also where the program were 32-bit."""
    try:
        if registry is None:
            registry = importlib.import_module("winreg")
        access = registry.KEY_READ | registry.KEY_WOW64_64KEY
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _REGISTRY_KEY, 0, access) as key:
            return str(registry.QueryValueEx(key, _REGISTRY_NAME)[0]).strip().lower()
    except (ImportError, OSError):
        return ""


def mac_id(library: Callable[[], Any] | None = None) -> str:
    """Return the number of the hardware (IOPlatformUUID), for which the C library has a call."""
    import ctypes

    found = (ctypes.c_ubyte * 16)()
    wait = (ctypes.c_long * 2)(1, 0)
    try:
        if (library() if library else ctypes.CDLL(None)).gethostuuid(found, wait) != 0:
            return ""
    except (AttributeError, OSError):
        return ""
    return bytes(found).hex()


_SOURCES: dict[str, Callable[[], str]] = {"linux": linux_id, "win32": windows_id, "darwin": mac_id}


def free_memory(file: Path = _MEMORY) -> int | None:
    """Return how many bytes of memory a program can have without pushing others out; None if unknown."""
    kernel = windows.kernel()
    if kernel is not None:
        return windows.free_memory(kernel)
    try:
        lines = file.read_text("ascii").splitlines()
    except (OSError, ValueError):
        return None
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    words = told.get("MemAvailable", "").split()
    return int(words[0]) * _KILOBYTE if words and words[0].isdigit() else None
