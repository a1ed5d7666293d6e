"""The program is killed, or its power cut, at every step of a new data key.

Afterwards the folder opens by the new passphrase or by the one before, whichever the vault has, and holds
what it held. Once the next start has done the rest, neither the former key nor a vault of before opens any
file.
"""

import contextlib
import os
import random
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tests import passphrases
from tests.faults.cut_files import working_over
from tests.faults.desk import DAY, apart, copy_folder
from tests.faults.disks import Content, PowerCut
from tests.faults.issuing import Step, spread
from tests.faults.results import Result
from tests.faults.stepping import steps_of
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import data_key, key_renewal, workplace, workplace_key
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups
from trainer_app.bundle import backup_file, vault
from trainer_app.bundle.backup_file import PAGE
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.native.disk import Disk
from trainer_app.store.base import database
from trainer_app.store.base import files as stored_files
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.office import backups as stored_backups
from trainer_app.store.office import salvaging
from trainer_app.system import files, folders
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder

_FILES = tuple(
    str(module.__file__)
    for module in (
        data_key, key_renewal, workplace, vault, backup_file, database, stored_files,
        stored_backups, salvaging, files, folders,
    )
)  # fmt: skip
"""With the module that turns pages, so that a step is every page, too."""
NEW = "чойники сабзи калон дар хона"
FEWEST = 2_000
"""Steps that a new key takes at least; fewer were not counted rather than not there."""
_AT_RANDOM = 4
"""One of so many kills comes at a time, not at a step."""


@dataclass
class Case:
    """A folder with copies and a database set aside, closed; what it holds, and what opened it."""

    folder: DataFolder
    kept: Path
    digest: str
    key: DataKey
    vault: bytes
    note: bytes

    def restore(self) -> None:
        """Put the folder back as it was, at the same place: elsewhere it would be taken for a copy."""
        shutil.rmtree(self.folder.root)
        shutil.copytree(self.kept, self.folder.root)
        self.folder.sidecar.write_bytes(self.note)

    def wrong(self) -> str:
        """Open it as the next start does, let it go on, and tell what is wrong."""
        try:
            work, passphrase = _opened(self.folder)
        except TrainerError as refused:
            return f"does not open: {refused.code}"
        begun = work.renewal is not None or work.key != self.key
        try:
            if work.took_new_replica:
                return "the folder is taken for a copy"
            if problem := self._unsound(work):
                return problem
            workplace_key.renew_if_due(work, passphrase, cost=CHEAP)
            if work.renewal is not None:
                return "the next start does not finish it"
            if problem := self._unsound(work):
                return f"when it was finished: {problem}"
            if begun != (passphrase == NEW):
                return "a new key without its passphrase, or the reverse"
            return self._wrong_files(work, begun=begun)
        finally:
            work.close()

    def _unsound(self, work: Workplace) -> str:
        problems = check_integrity(work.journal).problems
        if problems:
            return problems[0]
        return "" if digest_of(work.journal) == self.digest else "another digest"

    def _wrong_files(self, work: Workplace, *, begun: bool) -> str:
        """Look at every file: one of the two keys opens all of them, the other none."""
        work.release()
        opening, other = (work.key, self.key) if begun else (self.key, None)
        for path in (work.folder.database, *work.folder.root.glob("s*/**/*.db")):
            if not key_renewal.opens(path, opening):
                return f"{path.name} is lost"
        if other is None:
            return ""
        for path in work.folder.root.rglob("*"):
            if path.is_file() and path.stat().st_size >= PAGE and key_renewal.opens(path, other):
                return f"the former key opens {path.name}"
        for path in work.folder.root.rglob("vault.json*"):
            if _opens_with(path, PASSPHRASE):
                return f"the former passphrase opens {path.name}"
        known = vault.unlock(self.vault, PASSPHRASE)
        return "the vault of before opens it" if key_renewal.opens(work.folder.database, known) else ""


def _opens_with(path: Path, passphrase: str) -> bool:
    try:
        vault.unlock(path.read_bytes(), passphrase)
    except TrainerError:
        return False
    return True


def _opened(folder: DataFolder) -> tuple[Workplace, str]:
    try:
        return workplace.open_workplace(folder, NEW, clock=clock()), NEW
    except TrainerError as refused:
        if refused.code != "vault.wrong_passphrase":
            raise
    return workplace.open_workplace(folder, PASSPHRASE, clock=clock()), PASSPHRASE


def clock() -> FixedClock:
    """Return a clock of a day on which nothing is taken for odd."""
    return fixed_at(DAY, 11, workplace.ZONE, step=1)


def furnish(root: Path) -> Case:
    """Make a laptop with a course, two copies, and a database set aside with a log."""
    folder = DataFolder(root / "laptop")
    work = workplace.create(folder, PASSPHRASE, user_name="D. Nazarova", clock=clock(), cost=CHEAP)
    room = write_course(work)
    backups.create_backup(work)
    aside = folder.set_aside / "1539766800000"
    aside.mkdir(parents=True)
    work.database.empty_log()
    for enrolment in room.enrolments:
        attendance.mark(work, enrolment, room.sessions[0], Mark.PRESENT)
    workplace.take_snapshot(work, "before-import")
    digest, key = digest_of(work.journal), work.key
    for end in ("", "-wal"):
        shutil.copyfile(f"{folder.database}{end}", aside / f"trainer.db{end}")
    work.close()
    for path in (folder.vault, folder.vault_copy):
        shutil.copyfile(path, aside / path.name)
    copy_folder(folder, root / "kept")
    return Case(folder, root / "kept", digest, key, folder.vault.read_bytes(), folder.sidecar.read_bytes())


def renew(case: Case) -> None:
    """Give the folder a new key and a new passphrase, as the command and the window do."""
    work, _ = _opened(case.folder)
    workplace_key.check_new_passphrase(work, PASSPHRASE, NEW)
    workplace_key.renew_key(work, NEW, cost=CHEAP)
    work.close()


def kills(count: int, seed: int = 0) -> Result:
    """Kill the program `count` times: at steps spread over all of it, and at times of its own."""
    result = Result("kill -9 while the data gets a new key", count)
    chance = random.Random(seed)
    with apart() as root:
        case = furnish(root)
        case.restore()
        began = time.monotonic()
        steps = _steps(lambda: renew(case))
        took = time.monotonic() - began
        if len(steps) < FEWEST:
            result.problems.append(f"only {len(steps)} steps")
        for number, at in enumerate(spread(steps, count, seed)):
            case.restore()
            if number % _AT_RANDOM == _AT_RANDOM - 1:
                after = chance.uniform(0, took)
                struck, where = _killed_after(lambda: renew(case), after), f"after {after:.3f} s"
            else:
                struck = steps_of(lambda: renew(case), _FILES, at) == 0
                where = f"at step {at} of {len(steps)}, {steps[at - 1].function}"
            result.executed += 1
            result.struck += struck
            if problem := case.wrong():
                result.problems.append(f"killed {where}: {problem}")
    return result


def _steps(work: Callable[[], object]) -> list[Step]:
    """Work, and return all steps, as `steps_of` counts them."""
    taken: list[Step] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.endswith(_FILES) and not code.co_name.startswith("<"):
            taken.append(Step("renew", code.co_qualname))

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return taken


def _killed_after(work: Callable[[], object], seconds: float) -> bool:
    """Work in a child that is killed after a time; tell whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    killer = threading.Timer(seconds, os.kill, (child, signal.SIGKILL))
    killer.start()
    _, how = os.waitpid(child, 0)
    killer.cancel()
    return os.WIFSIGNALED(how)


@dataclass
class PowerDisk(Disk):
    """A real disk of which it is known what would be left if the power went at the `limit`-th operation."""

    root: Path
    limit: int = 0
    syncs: bool = True
    """False makes it a disk that is asked for nothing: the wrong way, which must be found."""
    operations: int = 0
    _open: dict[int, Content] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = {path: _durable(path) for path in self.root.rglob("*") if path.is_file()}
        self.kept = dict(self.names)

    def _operate(self) -> None:
        self.operations += 1
        if self.limit and self.operations >= self.limit:
            raise PowerCut

    def create(self, path: Path, mode: int) -> int:
        self._operate()
        descriptor = super().create(path, mode)
        self.names[path] = self._open[descriptor] = Content()
        return descriptor

    def write(self, descriptor: int, block: memoryview) -> int:
        self._operate()
        content = self._open[descriptor]
        written = super().write(descriptor, block)
        content.write(len(content.seen), bytes(block[:written]))
        return written

    def sync(self, descriptor: int) -> None:
        self._operate()
        if self.syncs:
            self._open[descriptor].sync()

    def replace(self, source: Path, target: Path) -> None:
        self._operate()
        super().replace(source, target)
        self.names[target] = self.names.pop(source)

    def remove(self, path: Path) -> None:
        if path.exists():
            self._operate()
            self.names.pop(path, None)
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self._operate()
        if self.syncs:
            # The names of this folder alone are on the disk for sure.
            self.kept = {path: each for path, each in self.kept.items() if path.parent != folder}
            self.kept |= {path: each for path, each in self.names.items() if path.parent == folder}

    def cut(self, chance: random.Random) -> None:
        """Leave the names of now or those that were surely kept, folder by folder, as a power cut does."""
        parents = {path.parent for path in (*self.names, *self.kept)}
        left: dict[Path, Content] = {}
        for parent in sorted(parents):
            chosen = self.names if chance.random() < 0.5 else self.kept
            left |= {path: content for path, content in chosen.items() if path.parent == parent}
        for path in (*self.names, *self.kept):
            path.unlink(missing_ok=True)
        for path, content in left.items():
            path.write_bytes(content.after_power_cut(chance))


def _durable(path: Path) -> Content:
    data = path.read_bytes()
    return Content(bytearray(data), bytearray(data))


def power_cuts(count: int, seed: int = 0, *, syncs: bool = True) -> Result:
    """Cut the power `count` times at a write, a sync, a new name or a removal of a new key."""
    result = Result("power cut: new data key", count)
    chance = random.Random(seed)
    with apart() as root:
        case = furnish(root)
        last = _cut(case, PowerDisk(case.folder.root), chance)
        for number in range(count):
            case.restore()
            at = 1 + (number * last // count + chance.randrange(max(1, last // count))) % last
            _cut(case, PowerDisk(case.folder.root, at, syncs), chance)
            result.executed += 1
            result.struck += 1
            if problem := case.wrong():
                result.problems.append(f"operation {at} of {last}: {problem}")
    return result


def _cut(case: Case, disk: PowerDisk, chance: random.Random) -> int:
    """Give the folder a new key over a disk, and leave what is left; return how many operations it took."""
    work, _ = _opened(case.folder)
    disk.__post_init__()
    done = False
    # A wrong program cannot even open the folder again, after the power is off.
    with contextlib.suppress(TrainerError):
        done = working_over(disk, lambda: workplace_key.renew_key(work, NEW, cost=CHEAP))
    work.close()
    if not done:
        disk.cut(chance)
    return disk.operations


def main(arguments: list[str]) -> None:
    """Run it alone: `python -m tests.faults.rekeying kills 200`, or `cuts`."""
    passphrases.remember()
    work = {"kills": kills, "cuts": power_cuts}[arguments[0]]
    result = work(int(arguments[1]))
    sys.stdout.write("\n".join([result.line(), *result.problems]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
