"""The calls by which files are written fail one after the other, are interrupted, or do less than asked.

A file is told to be saved only when it is there whole; else its code says why, and what was there before is
there still.
"""

import errno
import random
from collections.abc import Callable
from pathlib import Path

from tests.faults.desk import apart
from tests.faults.results import Result
from tests.system.faulty import FaultyDisk, count_calls
from trainer_app.domain.base.errors import TrainerError
from trainer_app.native.disk import Disk
from trainer_app.system.files import PreparedFiles, write_atomically, write_checked

CODES = {errno.EIO: "files.device", errno.ENOSPC: "files.full"}
_SIZES = (0, 1, 700, 262_144, 600_000)
type Write = Callable[[Path, bytes, Disk], object]


def _checked(path: Path, data: bytes, disk: Disk) -> None:
    write_checked(path, data, disk=disk)


def _over(path: Path, data: bytes, disk: Disk) -> None:
    write_atomically(path, data, disk=disk)


def _prepared(path: Path, data: bytes, disk: Disk) -> None:
    with PreparedFiles(disk) as prepared:
        prepared.add(path, data)
        prepared.place()


WAYS: tuple[Write, ...] = (_checked, _over, _prepared)


def failing_calls(count: int) -> Result:
    """Write `count` files in all ways, each with another call failing in another manner."""
    result = Result("EIO, ENOSPC, EINTR, short writes: files", count)
    chance = random.Random(29)
    with apart() as root:
        for number in range(count):
            folder = root / f"{number}"
            folder.mkdir()
            way = WAYS[number % len(WAYS)]
            struck, problem = _fail(way, folder / "file.tsync", chance, number)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"run {number}, {way.__name__}: {problem}")
    return result


def _fail(way: Write, path: Path, chance: random.Random, number: int) -> tuple[bool, str]:
    old, new = b"old", chance.randbytes(_SIZES[number % len(_SIZES)])
    steps = count_calls(lambda disk: way(path.with_name("probe"), new, disk))
    path.with_name("probe").unlink()
    if way is _over:
        path.write_bytes(old)
    disk = FaultyDisk(short=chance.choice((0, 0, 513, 65_536)), interrupted=chance.random() < 0.5)
    if number % 4:
        disk.at, disk.error = 1 + chance.randrange(len(steps)), chance.choice(list(CODES))
    code = ""
    try:
        way(path, new, disk)
    except TrainerError as refused:
        code = refused.code
    left = sorted(each.name for each in path.parent.iterdir())
    if disk.at == 0:
        whole = not code and path.read_bytes() == new and left == [path.name]
        return disk.interrupted or disk.short > 0, "" if whole else f"not saved: {code}, {left}"
    if code != CODES[disk.error]:
        return True, f"told as {code or 'saved'}"
    if way is _over:
        # Only the very last step leaves the new bytes: they are there, and may not survive a power cut.
        return True, "" if path.read_bytes() in (old, new) and left == [path.name] else f"left: {left}"
    return True, f"left: {left}" if left else ""
