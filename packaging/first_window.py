"""What a start to the first window costs an old laptop: files of its own that are opened, memory.

On a hard disk each file costs two seeks, and a virus scanner looks at each. The kernel tells which were
opened, so libraries count that no Python ever sees. Linux alone.
"""

import contextlib
import ctypes
import os
import struct
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acceptance import PATIENCE, Failed

FILES, MEMORY = 150, 110
"""The most files that may be opened, and MB that may be resident at the first page."""
_OPENED, _OVERFLOW, _FOLDER = 0x20, 0x4000, 0x40000000
_EVENT = struct.Struct("iIII")
_LOOK = 0.02
_NO_BLOCK = 0x800


@dataclass(frozen=True)
class FirstWindow:
    """What one start did: `files` by their places below the tree, `memory` in MB at its peak."""

    files: frozenset[str]
    memory: float

    def line(self) -> str:
        """Return it for people, beside the limits."""
        counted = f"{len(self.files)} files of its own (at most {FILES})"
        return f"to the first window: {counted}, {self.memory:.0f} MB resident (at most {MEMORY})"

    def check(self) -> None:
        """Raise `Failed` where it is too much."""
        if len(self.files) > FILES or self.memory > MEMORY:
            raise Failed(f"A start costs too much. {self.line()}")


def measure(tree: Path, environment: dict[str, str]) -> FirstWindow:
    """Start the program of a tree to its first page and let it end. Raises `Failed`."""
    with opened(tree) as files:
        peak = _run_to_the_first_page(tree, environment)
        return FirstWindow(frozenset(files()), peak)


def _run_to_the_first_page(tree: Path, environment: dict[str, str]) -> float:
    """Return the most memory that the program held, in MB."""
    command = [str(tree / "trainer-app"), "--self-test"]
    running = subprocess.Popen(command, env=environment, cwd=tree.parent, stderr=subprocess.PIPE, text=True)
    peak, until = 0, time.monotonic() + PATIENCE
    while running.poll() is None and time.monotonic() < until:
        peak = max(peak, resident(running.pid))
        time.sleep(_LOOK)
    if running.poll() is None:
        running.kill()
    _, said = running.communicate()
    if running.returncode or not peak:
        raise Failed(f"The window did not open ({running.returncode}): {said}")
    return peak / 1024


def resident(pid: int) -> int:
    """Return the most kB that a process held since it began to run its program; 0 for one that has ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


@contextlib.contextmanager
def opened(tree: Path) -> "Iterator[Opened]":
    """Give what tells the files below a tree that were opened meanwhile, by whomever. Raises `OSError`."""
    system = ctypes.CDLL(None, use_errno=True)
    told = system.inotify_init1(_NO_BLOCK)
    if told < 0:
        raise OSError(ctypes.get_errno(), "inotify")
    try:
        folders = {}
        for folder in (tree, *(path for path in tree.rglob("*") if path.is_dir())):
            number = system.inotify_add_watch(told, os.fsencode(folder), _OPENED)
            if number < 0:
                raise OSError(ctypes.get_errno(), "inotify", str(folder))
            folders[number] = folder.relative_to(tree)
        yield Opened(told, folders)
    finally:
        os.close(told)


class Opened:
    """Called, it returns the places of the files that were opened so far, with `/`."""

    def __init__(self, told: int, folders: dict[int, Path]) -> None:
        self._told, self._folders = told, folders
        self._found: set[str] = set()

    def __call__(self) -> set[str]:
        """Read what the kernel has told. Raises `Failed` where it could not tell all."""
        with contextlib.suppress(BlockingIOError):
            while data := os.read(self._told, 1 << 16):
                self._read(data)
        return set(self._found)

    def _read(self, data: bytes) -> None:
        at = 0
        while at < len(data):
            number, mask, _, length = _EVENT.unpack_from(data, at)
            at += _EVENT.size + length
            if mask & _OVERFLOW:
                raise Failed("More files were opened than the kernel could tell.")
            name = data[at - length : at].rstrip(b"\0").decode()
            if name and not mask & _FOLDER:
                self._found.add((self._folders[number] / name).as_posix())
