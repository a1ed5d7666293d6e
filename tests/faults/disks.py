"""A disk in memory that can lose its power, be full, or fail, at any of its operations.

SQLite writes to it through a VFS of `apsw` below the cipher, so the bytes are those of a real disk:
encrypted pages and log frames. What was not synced when the power went is there, not there, or torn, in
any combination.
"""

import functools
import itertools
import random
import weakref
from dataclasses import dataclass, field
from typing import Any

import apsw

SECTOR = 512


class PowerCut(Exception):
    """The power is off; nothing more reaches the disk."""


@dataclass
class Content:
    """A file: what programs see, and what the disk surely holds with the writes that may follow it."""

    seen: bytearray = field(default_factory=bytearray)
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, bytes) of writes, (length, None) of truncations, in their order."""

    def write(self, offset: int, data: bytes) -> None:
        """Write, for now only as programs see it."""
        _put(self.seen, offset, data)
        self.pending.append((offset, data))

    def truncate(self, length: int) -> None:
        """Cut off the end, for now only as programs see it."""
        del self.seen[length:]
        self.pending.append((length, None))

    def sync(self) -> None:
        """Make all of it durable."""
        self.durable = bytearray(self.seen)
        self.pending.clear()

    def after_power_cut(self, chance: random.Random) -> bytes:
        """Return what is on the disk afterwards."""
        left = bytearray(self.durable)
        how = chance.choice(("nothing", "all", "some", "torn"))
        for offset, data in self.pending:
            if how == "nothing" or (how in ("some", "torn") and chance.random() < 0.5):
                continue
            if data is None:
                del left[offset:]
            elif how == "torn":
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.7:
                        _put(left, offset + start, data[start : start + SECTOR])
            else:
                _put(left, offset, data)
        return bytes(left)


def _put(target: bytearray, offset: int, data: bytes) -> None:
    if len(target) < offset:
        target.extend(bytes(offset - len(target)))
    target[offset : offset + len(data)] = data


class Disk:
    """A disk with files by name. From the `limit`-th operation on it does what `fault` says.

    `fault` is "cut" (every operation fails, for good), "full" or "error" (writes and syncs fail until
    `mend` is called), or "unreadable" (reads fail until then, and only they are counted). `path` gives the
    name by which SQLite opens a file of it.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = {name: Content(bytearray(data), bytearray(data)) for name, data in files.items()}
        self.operations = 0
        self.limit: int | None = None
        self.fault = "cut"
        self.hit = False
        self._number = driver().plug_in(self)

    def path(self, name: str) -> str:
        """Return the name by which a file is opened."""
        return f"{self._number}/{name}"

    def fail_at(self, limit: int, fault: str) -> None:
        """Let the disk fail from an operation on, counted from now."""
        self.operations, self.limit, self.fault, self.hit = 0, limit, fault, False

    def mend(self) -> None:
        """Let the disk work again."""
        self.limit = None

    def operate(self) -> None:
        """Count one write, sync or removal, and fail if it is time to."""
        if self.fault != "unreadable":
            self._count()

    def read(self) -> None:
        """Count one read where reads are what fails."""
        if self.fault == "unreadable":
            self._count()

    def _count(self) -> None:
        self.operations += 1
        if self.limit is None or self.operations < self.limit:
            return
        self.hit = True
        if self.fault == "full":
            raise apsw.FullError("no space left")
        if self.fault in ("error", "unreadable"):
            raise apsw.IOError("input/output error")
        raise PowerCut

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files as the next start finds them."""
        return {name: content.after_power_cut(chance) for name, content in self.files.items()}


class Driver(apsw.VFS):  # type: ignore[misc]
    """What SQLite calls. There is one for all disks, since the cipher's layer above it never goes away."""

    def __init__(self) -> None:
        super().__init__("faulty", "")
        self._disks: weakref.WeakValueDictionary[str, Disk] = weakref.WeakValueDictionary()
        self._numbers = itertools.count(1)

    def plug_in(self, disk: Disk) -> str:
        """Give a disk its number."""
        number = str(next(self._numbers))
        self._disks[number] = disk
        return number

    def _find(self, name: str) -> tuple[Disk, str]:
        number, _, found = name.partition("/")
        return self._disks[number], found

    def xOpen(self, name: Any, flags: list[int]) -> "_File":  # noqa: N802
        """Open a file, making it if it is not there."""
        del flags
        disk, found = self._find(str(getattr(name, "filename", lambda: name)()))
        return _File(disk, disk.files.setdefault(found, Content()))

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        """Remove a file."""
        del sync
        disk, found = self._find(name)
        disk.operate()
        disk.files.pop(found, None)

    def xAccess(self, name: str, flags: int) -> bool:  # noqa: N802
        """Tell whether a file is there."""
        del flags
        disk, found = self._find(name)
        return found in disk.files

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        """Return the name itself: there are no folders."""
        return name


@functools.cache
def driver() -> Driver:
    """Return the driver, registered with SQLite at the first call."""
    return Driver()


class _File:
    """An open file of a `Disk`, with the methods that SQLite calls."""

    def __init__(self, disk: Disk, content: Content) -> None:
        self._disk = disk
        self._content = content

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.read()
        return bytes(self._content.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        if self._disk.fault == "cut" and self._disk.operations + 1 == self._disk.limit:
            # The write that is under way when the power goes.
            self._content.write(offset, bytes(data))
        self._disk.operate()
        self._content.write(offset, bytes(data))

    def xTruncate(self, length: int) -> None:  # noqa: N802
        self._disk.operate()
        self._content.truncate(length)

    def xSync(self, flags: int) -> None:  # noqa: N802
        del flags
        self._disk.operate()
        self._content.sync()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._content.seen)

    def xClose(self) -> None:  # noqa: N802
        """Nothing to do."""

    def xLock(self, level: int) -> None:  # noqa: N802
        """Nobody else is there."""

    def xUnlock(self, level: int) -> None:  # noqa: N802
        """Nobody else is there."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, operation: int, pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return 4096

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0
