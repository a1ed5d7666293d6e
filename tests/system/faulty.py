"""A disk that fails where it is told to: the real calls, with one of them answering with a real error."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from trainer_app.native.disk import Disk


@dataclass
class FaultyDisk(Disk):
    """Counts every call as "name" and fails the `at`-th one (from 1) of all calls with `error`.

    With `at` beyond the last call nothing fails, and `calls` tells how many there were.
    `short` makes every write take at most that many bytes. `interrupted` lets each call fail once with EINTR
    before it works, as a signal does. `before` runs before the failing call, to change the world instead.
    """

    at: int = 0
    error: int = errno.EIO
    short: int = 0
    interrupted: bool = False
    before: Callable[[], None] | None = None
    calls: list[str] = field(default_factory=list)
    _told: set[int] = field(default_factory=set)

    def _step(self, name: str) -> None:
        if self.interrupted and len(self.calls) not in self._told:
            self._told.add(len(self.calls))
            raise InterruptedError(errno.EINTR, "interrupted")
        self.calls.append(name)
        if len(self.calls) == self.at:
            if self.before is not None:
                self.before()
                return
            raise OSError(self.error, os.strerror(self.error))

    def create(self, path: Path, mode: int) -> int:
        self._step("create")
        return super().create(path, mode)

    def write(self, descriptor: int, block: memoryview) -> int:
        self._step("write")
        return super().write(descriptor, block[: self.short] if self.short else block)

    def sync(self, descriptor: int) -> None:
        self._step("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._step("replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._step("sync_folder")
        super().sync_folder(folder)

    def open(self, path: Path) -> int:
        self._step("open")
        return super().open(path)

    def read(self, descriptor: int, size: int) -> bytes:
        self._step("read")
        return super().read(descriptor, size)

    def remove(self, path: Path) -> None:
        self._step("remove")
        super().remove(path)


def count_calls(work: Callable[[FaultyDisk], object]) -> list[str]:
    """Return the names of the calls that a piece of work makes when nothing fails."""
    disk = FaultyDisk()
    work(disk)
    return disk.calls
