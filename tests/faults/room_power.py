"""The power goes while trainers work in the room; the real program opens what is left."""

import contextlib
import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import room
from tests.faults.disks import Disk, PowerCut
from tests.faults.engines import Engine
from tests.faults.results import Result
from tests.faults.room import Told
from tests.store.parts import KEY, SALT, Bench
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.exchange.integrity import check_integrity

ACTS = 12
"""Things done in each run."""
_TRIALS = 6


@dataclass
class RoomCut:
    """A furnished room whose power is cut again and again. `kinds` are the steps that were acknowledged."""

    image: bytes
    folder: Path
    synchronous: str = "FULL"
    kinds: set[str] = field(default_factory=set)

    def length(self) -> int:
        """Return how many operations of the disk the things take at least when nothing fails."""
        return min(self._work(None, seed)[0].operations for seed in range(_TRIALS))

    def run(self, limit: int, seed: int) -> tuple[bool, str]:
        """Cut the power at an operation; return whether it struck, and what is wrong afterwards."""
        disk, left, told = self._work(limit, seed)
        for path in self.folder.glob("own.db*"):
            path.unlink()
        for name, data in left.items():
            (self.folder / name).write_bytes(data)
        bench = Bench(self.folder)
        try:
            return disk.hit, self._what_is_wrong(room.seat(bench.open("own"), self.folder), told)
        except TrainerError as refused:
            return disk.hit, f"does not open: {refused.code}"
        finally:
            bench.close()

    def _work(self, limit: int | None, seed: int) -> tuple[Disk, dict[str, bytes], Told]:
        """Do some things until they are done or the power goes; return what the disk holds then."""
        chance, told = random.Random(seed), Told()
        disk = Disk({"own.db": self.image})
        engine = Engine(disk, "own.db", KEY, SALT)
        engine.connected.execute(f"PRAGMA synchronous = {self.synchronous}")
        work = room.seat_at(engine.as_database(), self.folder)
        room.watch(engine, told.write)
        told.acknowledge(work, "", look=True)
        disk.operations = 0
        if limit is not None:
            disk.fail_at(limit, "cut")
        with contextlib.suppress(PowerCut):
            for _ in range(ACTS):
                room.act(work, told, chance)
        left = disk.after_power_cut(chance)
        disk.mend()
        engine.close()
        self.kinds |= told.kinds
        return disk, left, told

    def _what_is_wrong(self, work: Workplace, told: Told) -> str:
        problems = check_integrity(work.journal).problems
        if problems:
            return problems[0]
        kept, acknowledged = work.journal.number, told.numbers[-1]
        problem = room.whole(kept, acknowledged, told.under_way)
        if problem:
            return problem
        if not room.steps_are_whole(work.store):
            return "a step without its entries"
        if kept == acknowledged and room.marks_of(work) != told.marks[acknowledged]:
            return "other marks than those that were acknowledged"
        # And it goes on from there.
        enrolments.add_walk_in(work, room.course_of(work), "Пас Азон")
        return "" if check_integrity(work.journal).ok else "unsound after the next write"


def room_cuts(count: int, *, synchronous: str = "FULL", seed: int = 1) -> Result:
    """Cut the power `count` times while a room is worked in, at operations spread over all of it.

    It fails too if a kind of step was never acknowledged: then it was not tried.
    """
    result = Result("power cut: in the room", count)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "base").mkdir()
        cut = RoomCut(room.furnish(folder / "base"), folder, synchronous)
        length = cut.length()
        for number in range(count):
            limit = 1 + (number * length // count + chance.randrange(max(1, length // count))) % length
            struck, problem = cut.run(limit, seed=seed * 100_000 + number)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"run {number}, operation {limit}: {problem}")
        untried = set(room.ACTS) - cut.kinds
        if untried and count >= room.ENOUGH:
            result.problems.append(f"never tried: {', '.join(sorted(untried))}")
    return result
