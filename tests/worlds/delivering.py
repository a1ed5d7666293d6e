"""The lines of a whole world, cut into files, come to a store and to the pure merge in any schedule.

Each laptop's files reach from some number to a later one, overlap, are lost, come twice and out of order;
in the end everything has come at least once. One digest must come of it, in the store and in memory.
"""

import functools
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from tests.domain.merge_checks import digest_of as digest_of_world
from tests.domain.merge_checks import heads_found_once, world_of
from tests.faults.results import Result
from tests.store.parts import Bench
from tests.worlds.making import kept_world
from trainer_app.domain.base import journal, merging, schema
from trainer_app.domain.base.journal import Entry, decode_entry
from trainer_app.store.base import registers
from trainer_app.store.exchange import receiving
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.exchange.receiving import Receiver

READERS = (registers, receiving, merging)
"""The modules that read each line of a file which comes."""
ENTRIES = 500
"""What each of the eight laptops writes."""
type Pair = tuple[bytes, Entry]


@dataclass(frozen=True)
class Sender:
    """One computer's own lines, in the order in which it wrote them."""

    lines: list[Pair]

    def files(self, chance: random.Random) -> Iterator[list[Pair]]:
        """Yield files, each line in one of them at least; some files come twice."""
        durable, sent = 0, 0
        while sent < len(self.lines):
            sent = min(len(self.lines), sent + chance.randrange(150, 500))
            file = self.lines[durable:sent]
            if chance.random() < 0.3 and sent < len(self.lines):
                continue
            yield file
            if chance.random() < 0.15:
                yield file
            # Only what came may be left out of the next file.
            durable = sent if chance.random() < 0.6 else durable


def schedules(count: int, entries: int = ENTRIES, first: int = 0) -> Result:
    """Deliver a world's files in `count` schedules to a store; every tenth to the pure merge too.

    `first` is the number of the first schedule, where several programs share them.
    """
    result = Result(f"worlds of 8 x {entries}: schedules", count)
    with tempfile.TemporaryDirectory(prefix="worlds-") as name, lines_read_once(READERS), heads_found_once():
        root = Path(name)
        written = kept_world(entries).written
        senders = [Sender([(line, decode_entry(line)) for line in lines]) for lines in written]
        everything = {line for sender in senders for line, _ in sender.lines}
        expected = digest_of_world(world_of(sorted(everything)))
        bench = Bench(root)
        bench.create("empty")
        bench.close()
        for number in range(first, first + count):
            chance = random.Random(number)
            files = [file for sender in senders for file in sender.files(chance)]
            chance.shuffle(files)
            problem = _deliver(root, number, files, expected)
            if number % 10 == 0:
                lines = [line for file in files for line, _ in file]
                if digest_of_world(world_of(lines)) != expected:
                    problem = problem or "the merge in memory shows something else"
            result.executed += 1
            result.struck += len(files) > len(senders)
            if problem:
                result.problems.append(f"schedule {number}: {problem}")
    return result


@contextmanager
def lines_read_once(readers: Sequence[ModuleType]) -> Iterator[None]:
    """Remember what each line says, and its id: the same some thousand are in all schedules and files.

    It is remembered in these modules; that the lines of files are read nowhere else, `test_worlds` counts.
    """
    pure = {"read_entry": schema.read_entry, "decode_entry": decode_entry, "entry_id": journal.entry_id}
    once = {name: functools.cache(function) for name, function in pure.items()}
    with pytest.MonkeyPatch.context() as patch:
        for module in readers:
            for name in once.keys() & vars(module).keys():
                patch.setattr(module, name, once[name])
        yield


def _deliver(root: Path, number: int, files: list[list[Pair]], expected: str) -> str:
    """Let a fresh store take in files, each in one transaction; return what is wrong afterwards."""
    bench = Bench(root)
    shutil.copyfile(bench.path("empty"), bench.path("office"))
    store = bench.open("office")
    # What is here is thrown away: nobody waits for the disk.
    store.database.run("PRAGMA synchronous = OFF")
    try:
        for arrival, file in enumerate(files, 1):
            with store.journal.transaction():
                Receiver(store.journal).receive(file, arrival=arrival)
        if digest_of(store.journal) != expected:
            return "the store shows something else"
        return "" if number % 20 or check_integrity(store.journal).ok else "the store is unsound"
    finally:
        bench.close()
        for path in root.glob("office.db*"):
            path.unlink()
