"""The power goes, or the program is killed, while an update is laid out and made the current version.

Whatever is left: the version that `current.txt` names is whole, so is the one to go back to, and the update
can be taken again.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.cut_files import working_over
from tests.faults.desk import apart
from tests.faults.rekeying import PowerDisk
from tests.faults.results import Result
from tests.faults.stepping import steps_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.native.disk import Disk
from trainer_app.system.installed import ProgramPlace

_OLD = {"trainer_app.zip": b"old" * 500, "resources/words.json": b"{}", "release.json": b"{}"}
_NEW = {"trainer_app.zip": b"new" * 600, "resources/words.json": b"[]", "resources/deep/page.html": b"<p>"}
_VERSIONS = {"0.1.0": _OLD, "0.2.0": _NEW}
_FILES = ("system/installed.py", "system/files.py", "system/folders.py")


@dataclass
class FolderPowerDisk(PowerDisk):
    """Knows of folders that got another name, and whether that is on the disk for sure."""

    moved: list[tuple[Path, Path]] = field(default_factory=list)

    def replace(self, source: Path, target: Path) -> None:
        if source.is_file():
            super().replace(source, target)
            return
        self._operate()
        Disk.replace(self, source, target)
        if target.suffix == ".gone":
            self.names, self.kept = _without(self.names, source), _without(self.kept, source)
            return
        self.names = _renamed(self.names, source, target)
        self.moved.append((source, target))

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        for source, target in [each for each in self.moved if each[1].parent == folder]:
            self.kept = _renamed(self.kept, source, target)
            self.moved.remove((source, target))

    def cut(self, chance: random.Random) -> None:
        for source, target in self.moved:
            # A folder has the one name or the other, with all that is in it.
            if chance.random() < 0.5:
                self.kept = _renamed(self.kept, source, target)
            else:
                self.names = _renamed(self.names, target, source)
        for path in (*self.names, *self.kept):
            path.parent.mkdir(parents=True, exist_ok=True)
        super().cut(chance)


def _renamed[T](names: dict[Path, T], source: Path, target: Path) -> dict[Path, T]:
    return {
        target / path.relative_to(source) if path.is_relative_to(source) else path: content
        for path, content in names.items()
    }


def _without[T](names: dict[Path, T], folder: Path) -> dict[Path, T]:
    return {path: content for path, content in names.items() if not path.is_relative_to(folder)}


def power_cuts(count: int, seed: int = 0, *, syncs: bool = True) -> Result:
    """Cut the power `count` times at a write, a sync or a new name while an update is taken."""
    result = Result("power cut: update of the program", count)
    chance = random.Random(seed)
    with apart() as top:
        disk = FolderPowerDisk(_begin(top))
        working_over(disk, lambda: _take(disk.root, disk))
        last = disk.operations
        for number in range(count):
            root = _begin(top)
            at = 1 + (number * last // count + chance.randrange(max(1, last // count))) % last
            result.struck += _cut(FolderPowerDisk(root, at, syncs), chance)
            result.executed += 1
            if problem := _wrong(root):
                result.problems.append(f"operation {at} of {last}: {problem}")
    return result


def _cut(disk: FolderPowerDisk, chance: random.Random) -> bool:
    """Take the update over a disk, and leave what is left; tell whether the power went meanwhile."""
    done = working_over(disk, lambda: _take(disk.root, disk))
    if not done:
        disk.cut(chance)
    return not done


def kills(count: int) -> Result:
    """Kill the program `count` times, at steps spread over all of taking an update."""
    result = Result("kill -9 while an update is taken", count)
    with apart() as top:
        steps = steps_of(_taking(_begin(top)), _FILES)
        for number in range(count):
            root = _begin(top)
            at = 1 + number * steps // count
            result.struck += steps_of(_taking(root), _FILES, at) == 0
            result.executed += 1
            if problem := _wrong(root):
                result.problems.append(f"killed at step {at} of {steps}: {problem}")
    return result


def _begin(top: Path) -> Path:
    """Return a place where a version runs that came by update, with half of one that was cut short."""
    root = top / "program"
    shutil.rmtree(root, ignore_errors=True)
    place = ProgramPlace(root)
    place.lay_out("0.1.0", _OLD)
    place.make_current("0.1.0", "")
    place.note_window()
    half = place.folder("0.2.0.part") / "trainer_app.zip"
    half.parent.mkdir()
    half.write_bytes(b"half")
    return root


def _taking(root: Path) -> Callable[[], None]:
    return lambda: _take(root, Disk())


def _take(root: Path, disk: Disk) -> None:
    place = ProgramPlace(root, disk)
    place.lay_out("0.2.0", _NEW)
    place.make_current("0.2.0", "0.1.0")


def _wrong(root: Path) -> str:
    """Say what is wrong with what is left; empty where all is well."""
    place = ProgramPlace(root)
    current = place.current
    if current not in _VERSIONS:
        return f"no version is the current one: {current!r}"
    for number in dict.fromkeys((current, "0.1.0")):
        if _content(place.folder(number)) != _VERSIONS[number]:
            return f"version {number} is not whole"
    try:
        if current == "0.1.0":
            _take(root, Disk())
    except TrainerError as problem:
        return f"the update cannot be taken again: {problem.code}"
    place.tidy("0.1.0")
    return "" if _content(place.folder("0.2.0")) == _NEW else "the update that was taken again is not whole"


def _content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
