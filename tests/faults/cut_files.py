"""The power goes while the program's own small files are written: the vault, and a file on a stick.

Below `system.disk` lies a file system in memory that keeps what it was told to keep: bytes that were synced,
names whose folder was synced. Of all else anything may be there afterwards, nothing, or half of it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.bundle.golden import PASSPHRASE
from tests.faults.desk import apart
from tests.faults.disks import Content, PowerCut
from tests.faults.results import Result
from trainer_app.actions.base import data_key
from trainer_app.bundle import vault
from trainer_app.bundle.sealing import MINIMUM_COST
from trainer_app.domain.base.errors import TrainerError
from trainer_app.native.disk import Disk
from trainer_app.system import files
from trainer_app.system.files import write_checked
from trainer_app.system.folders import DataFolder

_NEW = "чойники сабз"


@dataclass
class CutDisk(Disk):
    """The calls over a file system in memory; from the `limit`-th that changes something the power is off."""

    names: dict[Path, Content] = field(default_factory=dict)
    kept: dict[Path, Content] = field(default_factory=dict)
    """Names as programs see them, and as the disk surely holds them."""
    limit: int = 0
    syncs: bool = True
    """False makes it a disk that is asked for nothing: the wrong way, which must be found."""
    operations: int = 0
    _open: dict[int, tuple[Content, list[int]]] = field(default_factory=dict)

    def _operate(self) -> None:
        self.operations += 1
        if self.limit and self.operations >= self.limit:
            raise PowerCut

    def exists(self, path: Path) -> bool:
        return path in self.names

    def create(self, path: Path, mode: int) -> int:
        del mode
        self._operate()
        self.names[path] = Content()
        return self._handle(path)

    def write(self, descriptor: int, block: memoryview) -> int:
        content, place = self._open[descriptor]
        if self.operations + 1 == self.limit:
            content.write(place[0], bytes(block))
        self._operate()
        content.write(place[0], bytes(block))
        place[0] += len(block)
        return len(block)

    def sync(self, descriptor: int) -> None:
        self._operate()
        if self.syncs:
            self._open[descriptor][0].sync()

    def close(self, descriptor: int) -> None:
        self._open.pop(descriptor, None)

    def replace(self, source: Path, target: Path) -> None:
        self._operate()
        self.names[target] = self.names.pop(source)

    def sync_folder(self, folder: Path) -> None:
        del folder
        self._operate()
        if self.syncs:
            self.kept = dict(self.names)

    def open(self, path: Path) -> int:
        return self._handle(path)

    def read(self, descriptor: int, size: int) -> bytes:
        content, place = self._open[descriptor]
        data = bytes(content.seen[place[0] : place[0] + size])
        place[0] += len(data)
        return data

    def remove(self, path: Path) -> None:
        if path in self.names:
            self._operate()
            del self.names[path]

    def _handle(self, path: Path) -> int:
        descriptor = 1 + max(self._open, default=0)
        self._open[descriptor] = (self.names[path], [0])
        return descriptor

    def after_power_cut(self, chance: random.Random) -> dict[Path, bytes]:
        """Return what the next start finds: the newest names, or those that were surely kept."""
        names = self.names if chance.random() < 0.5 else self.kept
        return {path: content.after_power_cut(chance) for path, content in names.items()}


def cut_files(count: int, what: str, *, syncs: bool = True) -> Result:
    """Cut the power `count` times while a "vault" gets a new passphrase, or a "stick" a file."""
    result = Result(f"power cut: {what}", count)
    trial = {"vault": _vault, "stick": _stick}[what]
    chance = random.Random(31)
    with apart() as root:
        for number in range(count):
            disk = CutDisk(syncs=syncs)
            struck, problem = trial(root, disk, chance)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"run {number}: {problem}")
    return result


def working_over(disk: Disk, work: Callable[[], object]) -> bool:
    """Work over a disk; tell whether it came to its end."""
    ordinary = files.Disk
    files.Disk = lambda: disk  # type: ignore[assignment,misc]
    try:
        work()
    except PowerCut:
        return False
    finally:
        files.Disk = ordinary  # type: ignore[misc]
    return True


@cache
def _vaults() -> tuple[bytes, bytes, vault.DataKey]:
    """Return a vault before and after its passphrase was changed, and the key in both."""
    locked, key = vault.create_vault(PASSPHRASE, MINIMUM_COST)
    return locked, vault.change_passphrase(locked, PASSPHRASE, _NEW, MINIMUM_COST), key


def _vault(root: Path, disk: CutDisk, chance: random.Random) -> tuple[bool, str]:
    """Write a vault with another passphrase over the one that is there."""
    folder = DataFolder(root / "data")
    folder.root.mkdir(exist_ok=True)
    before, after, key = _vaults()
    working_over(disk, lambda: data_key.write_vault(folder, before))
    disk.limit = disk.operations + 1 + chance.randrange(12)
    done = working_over(disk, lambda: data_key.write_vault(folder, after))
    for path in (folder.vault, folder.vault_copy):
        path.unlink(missing_ok=True)
    for path, data in disk.after_power_cut(chance).items():
        path.write_bytes(data)
    try:
        content = data_key.read_vault(folder)
    except TrainerError as refused:
        return not done, f"the key is lost: {refused.code}"
    if content not in (before, after) or (done and content != after):
        return not done, "another vault than was acknowledged"
    # Either half opens, by the old passphrase or by the new one.
    opened = vault.unlock(content, _NEW if content == after else PASSPHRASE)
    return not done, "" if opened == key else "another key"


def _stick(root: Path, disk: CutDisk, chance: random.Random) -> tuple[bool, str]:
    """Write a file beside an older one of the same name, pull the stick out, and look what is on it."""
    old, new = chance.randbytes(3000), chance.randbytes(600_000)
    path = root / "stick" / "KD07.tsync"
    working_over(disk, lambda: write_checked(path, old))
    disk.limit = disk.operations + 1 + chance.randrange(12)
    done = working_over(disk, lambda: write_checked(path, new))
    left = {each.name: data for each, data in disk.after_power_cut(chance).items()}
    if left.get("KD07.tsync") != old:
        return not done, "the older file is gone"
    if done and left.get("KD07-2.tsync") != new:
        return not done, "what was saved and checked is not there"
    if left.get("KD07-2.tsync", new) != new:
        return not done, "half a file looks like a whole one"
    return not done, ""
