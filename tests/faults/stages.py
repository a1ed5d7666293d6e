"""An import is killed at each of its stages and then repeated, at the office and on a laptop.

The stages are the calls into the modules that do it, from reading the file to the answer. After each kill
the folder holds all of the file or nothing of it, and once more is as if nothing had happened.
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.faults.desk import Desk, apart, copy_folder, furnish_desk, opened, state_of, unsound
from tests.faults.results import Result
from tests.faults.stepping import steps_of
from trainer_app.actions.base import identity, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving, importing, losses
from trainer_app.bundle import layout, packing, reader, sealing
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.base import database, journal, object_ids, projection, registers, store
from trainer_app.store.base import files as stored_files
from trainer_app.store.base.files import DatabaseFile
from trainer_app.store.exchange import receiving, transfers
from trainer_app.system import files, folders
from trainer_app.system.folders import DataFolder

_MODULES = (
    archiving, losses, identity, importing, sync_status, workplace,
    layout, packing, reader, sealing,
    database, stored_files, journal, object_ids, projection, receiving, registers, store, transfers,
    files, folders,
)  # fmt: skip
_FILES = tuple(str(module.__file__) for module in _MODULES)

STEPS = {"office": 600, "laptop": 500}
"""How often each side is killed before a release, each time at a step of its own."""


@dataclass(frozen=True)
class Kept:
    """What of a folder an import may change: the database's state, receipts, the trust list's number."""

    state: tuple[str, int]
    receipts: dict[str, int]
    serial: int

    @classmethod
    def of(cls, work: Workplace) -> "Kept":
        """Look into a folder."""
        trust = identity.trust_list(work)
        return cls(state_of(work), sync_status.known_receipts(work), trust.serial if trust else 0)


def killed_imports(count: int, side: str) -> Result:
    """Kill `count` imports on a side: "office" (a laptop's file with a scan) or "laptop" (a pack)."""
    result = Result(f"import killed at each stage: {side}", count)
    with apart() as root:
        desk = furnish_desk(root, scan=True)
        case = _Case(desk.office, desk.sync) if side == "office" else _Case(desk.laptop, _answer(desk))
        case.look()
        last = case.length()
        if last < STEPS[side]:
            # Told at the short run already: a program that takes fewer steps needs more files watched.
            result.problems.append(f"only {last} steps")
        for number in range(count):
            at = 1 + number * last // count
            struck, problem = case.crash(at)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"step {at} of {last}: {problem}")
    return result


def _answer(desk: Desk) -> Path:
    """Let the office take the laptop's file in, and answer with a pack that holds a receipt."""
    from trainer_app.actions.exchange import packs

    with opened(desk.office) as work:
        importing.import_files(work, [desk.sync])
        return packs.export_pack(work, "K7", desk.root / "stick").file


@dataclass
class _Case:
    """A folder, a file for it, and what it holds before and after."""

    folder: DataFolder
    file: Path

    def look(self) -> None:
        """Remember the folder as it is, and what a whole import makes of it."""
        with opened(self.folder) as work:
            self.before = Kept.of(work)
        # Everything happens at one place: a folder elsewhere would be taken for a copy.
        self.kept = Path(tempfile.mkdtemp(dir=self.folder.root.parent))
        copy_folder(self.folder, self.kept / "whole")
        self.note = self.folder.sidecar.read_bytes()
        with opened(self.folder) as work:
            self._import(work)
            self.after = Kept.of(work)
            self.archive = _archive(work)
        if self.after == self.before:
            raise RuntimeError("the import changes nothing")

    def restore(self) -> None:
        """Put the folder back as it was."""
        shutil.rmtree(self.folder.root)
        shutil.copytree(self.kept / "whole", self.folder.root)
        self.folder.sidecar.write_bytes(self.note)

    def length(self) -> int:
        """Return how many steps an import takes."""
        self.restore()
        return steps_of(self._work, _FILES)

    def crash(self, at: int) -> tuple[bool, str]:
        """Kill an import at a step, look, repeat it; return whether it was killed, and what is wrong."""
        self.restore()
        steps = steps_of(self._work, _FILES, at)
        with opened(self.folder) as work:
            problem = self._wrong(work) or self._repeated(work)
        return steps == 0, problem

    def _work(self) -> None:
        with opened(self.folder) as work:
            self._import(work)

    def _import(self, work: Workplace) -> FileOutcome:
        return importing.import_files(work, [self.file]).files[0].result

    def _wrong(self, work: Workplace) -> str:
        """Tell what is neither before nor after: entries, receipts and trust come together."""
        if work.took_new_replica:
            return "the folder is taken for a copy"
        if problem := unsound(work):
            return problem
        if Kept.of(work) not in (self.before, self.after):
            return "half an import"
        if Kept.of(work) == self.after and _archive(work) != self.archive:
            return "the original of what was imported is not in the archive"
        return _wrong_snapshot(work, work.folder.snapshots)

    def _repeated(self, work: Workplace) -> str:
        """Import once more, and once again: first all of it, then nothing new."""
        results = [self._import(work), self._import(work)]
        if FileOutcome.REFUSED in results or results[1] is not FileOutcome.DUPLICATE:
            return f"repeated: {results}"
        if Kept.of(work) != self.after or _archive(work) != self.archive:
            return "repeated, it comes out otherwise"
        return unsound(work)


def _archive(work: Workplace) -> set[str]:
    return {path.name for path in work.folder.archive.rglob("*.tsync")}


def _wrong_snapshot(work: Workplace, folder: Path) -> str:
    """Tell of a snapshot under its full name that cannot be opened: a kill may not leave half of one."""
    for path in folder.glob("*.db"):
        database = DatabaseFile(path, work.key.key, work.key.salt)
        try:
            database.select("SELECT count(*) FROM journal")
        except Exception as problem:  # noqa: BLE001  whatever it is, the snapshot is no help
            return f"the snapshot {path.name} is of no use: {problem}"
        finally:
            database.close()
    return ""


def main(arguments: list[str]) -> None:
    """Run a side alone: `python -m tests.faults.stages office 55`."""
    result = killed_imports(int(arguments[1]), arguments[0])
    sys.stdout.write("\n".join([result.line(), *result.problems]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
