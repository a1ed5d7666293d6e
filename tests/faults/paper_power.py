"""The power goes while papers are keyed in or filled in; the real program opens what is left."""

import contextlib
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.faults import filled_in, keying_in, room
from tests.faults.disks import Disk, PowerCut
from tests.faults.engines import Engine
from tests.faults.results import Result
from tests.store.parts import KEY, SALT, Bench
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.exchange.integrity import check_integrity

type Say = Callable[[str], None]
type Act = Callable[[Workplace, random.Random, Say], None]

ACTS: dict[str, tuple[Act, int]] = {"key": (keying_in.key_one, 14), "fill": (filled_in.fill_one, 4)}
"""What is done, and how often in one run."""


def paper_cuts(count: int, kind: str, *, synchronous: str = "FULL") -> Result:
    """Cut the power `count` times, at operations spread over all of the work."""
    result = Result(f"power cut: papers, {kind}", count)
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "base").mkdir()
        image = keying_in.furnish(folder / "base")
        length = min(_work(image, folder, kind, None, seed, synchronous)[0].operations for seed in range(4))
        for number in range(count):
            limit = 1 + (number * length // count + chance.randrange(max(1, length // count))) % length
            disk, left, told = _work(image, folder, kind, limit, number, synchronous)
            result.executed += 1
            result.struck += disk.hit
            problem = _what_is_wrong(folder, left, told)
            if problem:
                result.problems.append(f"run {number}, operation {limit}: {problem}")
    return result


def _work(
    image: bytes, folder: Path, kind: str, limit: int | None, seed: int, synchronous: str
) -> tuple[Disk, dict[str, bytes], list[str]]:
    """Work until it is done or the power goes; return the disk, what it holds then, and what was told."""
    chance, told = random.Random(seed), list[str]()
    disk = Disk({"own.db": image})
    engine = Engine(disk, "own.db", KEY, SALT)
    engine.connected.execute(f"PRAGMA synchronous = {synchronous}")
    work = room.seat_at(engine.as_database(), folder)
    disk.operations = 0
    if limit is not None:
        disk.fail_at(limit, "cut")
    act, times = ACTS[kind]
    with contextlib.suppress(PowerCut):
        for _ in range(times):
            act(work, chance, told.append)
    left = disk.after_power_cut(chance)
    disk.mend()
    engine.close()
    return disk, left, told


def _what_is_wrong(folder: Path, left: dict[str, bytes], told: list[str]) -> str:
    for path in folder.glob("own.db*"):
        path.unlink()
    for name, data in left.items():
        (folder / name).write_bytes(data)
    bench = Bench(folder)
    try:
        store = bench.open("own")
        problems = check_integrity(store.journal).problems
        if problems:
            return problems[0]
        if not room.steps_are_whole(store):
            return "a step without its entries"
        missing = keying_in.what_is_missing(told, {}, keying_in.answers_there(store))
        if missing:
            return missing
        # And it goes on from there, the sheets that wait too.
        work = room.seat(store, folder)
        filled_in.fill_one(work, random.Random(1), lambda line: None)
        feedback.enter_papers(work, few=True)
        return "" if check_integrity(store.journal).ok else "unsound after the next sheet"
    except TrainerError as refused:
        return f"does not open: {refused.code}"
    finally:
        bench.close()
