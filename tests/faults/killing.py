"""A real program is killed with SIGKILL while it works; each mark that it acknowledged must be there."""

import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

from tests.domain.worlds import NOON
from tests.faults import keying_in, room
from tests.faults.marking import IMPORTED
from tests.faults.results import Result
from tests.store.parts import Bench, Clock, key_of, lines_of, put
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.integrity import check_integrity

ROOT = Path(__file__).resolve().parents[2]
_ENOUGH = 30
"""Kills after which every kind of step in the room must have been tried."""


_PAPERS = ("key", "fill")
"""Works on papers: each answer that was acknowledged must be there."""


def kills(count: int, work: str) -> Result:
    """Kill the program `count` times in a row over the same database."""
    result = Result(f"kill -9 while it does: {work}", count)
    with tempfile.TemporaryDirectory() as name, Victims(Path(name) / "told") as victims:
        folder = Path(name)
        bench = Bench(folder, Clock(NOON))
        if work == "room":
            (folder / "own.db").write_bytes(room.furnish(folder))
        elif work in _PAPERS:
            (folder / "own.db").write_bytes(keying_in.furnish(folder))
        else:
            put(bench.create("own"), "person", "one", family="A")
            bench.close()
        marks, kinds = dict[str, int](), set[str]()
        keyed: keying_in.Answers = {}
        entries = _entries(folder)
        for number in range(count):
            told = victims.kill(folder, work, number)
            bench = Bench(folder, Clock(NOON))
            try:
                store = bench.open("own")
                if work == "create":
                    problem = _wrong_databases(folder, told)
                elif work == "room":
                    problem = _wrong_room(store, told, entries)
                    kinds |= {line.split(maxsplit=2)[2] for line in told if line.startswith("room")}
                elif work in _PAPERS:
                    there = keying_in.answers_there(store)
                    problem = _unsound(store) or keying_in.what_is_missing(told, keyed, there)
                    keyed = there
                else:
                    problem = _what_is_wrong(store, told, entries, marks)
                entries = len(lines_of(store))
                marks = _marks(store)
            finally:
                bench.close()
            result.executed += 1
            result.struck += len(told) > 0
            if problem:
                result.problems.append(f"kill {number}: {problem}")
    untried = set(room.ACTS) - kinds if work == "room" and count >= _ENOUGH else ()
    if untried:
        result.problems.append(f"never tried: {', '.join(sorted(untried))}")
    return result


def _entries(folder: Path) -> int:
    bench = Bench(folder, Clock(NOON))
    try:
        return len(lines_of(bench.open("own")))
    finally:
        bench.close()


class Victims:
    """A program whose forks are killed: see `marking`. Its modules are loaded once, not for every kill."""

    def __init__(self, pipe: Path) -> None:
        self._pipe = pipe
        os.mkfifo(pipe)
        program = [sys.executable, "-m", "tests.faults.marking"]
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._parent = subprocess.Popen(program, cwd=ROOT, text=True, **streams)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, problem: type[BaseException] | None, *_more: object) -> None:
        if problem is not None:
            # It may wait for a fork that nobody kills any more; that one ends when it finds no reader.
            self._parent.kill()
        self._parent.__exit__(None, None, None)

    def kill(self, folder: Path, work: str, seed: int) -> list[str]:
        """Let it work, kill it after some acknowledgements; return what it had told."""
        chance = random.Random(seed)
        assert self._parent.stdin is not None
        self._parent.stdin.write(f"{work} {folder} {seed} {self._pipe}\n")
        self._parent.stdin.flush()
        victim = int(self._said())
        told = []
        with self._pipe.open() as running:
            wanted = chance.randrange(1, 40 if work in ("mark", "room", *_PAPERS) else 5)
            for line in running:
                told.append(line)
                if len(told) > wanted:
                    break
            # A few steps of this loop later, so that the kill falls anywhere in a commit.
            for _ in range(chance.randrange(60_000)):
                pass
            os.kill(victim, signal.SIGKILL)
            told += running.readlines()
        if told[:1] != ["ready\n"]:
            raise RuntimeError("the program that is to be killed did not start")
        if self._said() != "ended":
            raise RuntimeError("the program that was killed has not ended")
        return [line.rstrip() for line in told[1:] if line.endswith("\n")]

    def _said(self) -> str:
        assert self._parent.stdout is not None
        return self._parent.stdout.readline().rstrip()


def _what_is_wrong(store: Store, told: list[str], entries: int, marks: dict[str, int]) -> str:
    problems = check_integrity(store.journal).problems
    if problems:
        return problems[0]
    found = len(lines_of(store)) - entries
    imports = [line for line in told if line.startswith("import")]
    if imports or not told:
        whole = found % IMPORTED == 0 or not told
        missing = found < len(imports) * IMPORTED
        return "" if whole and not missing else f"{found} entries of {len(imports)} imports"
    numbers = [int(line.split()[1]) for line in told]
    if not numbers[-1] <= store.journal.number <= numbers[-1] + 1:
        return f"{numbers[-1]} acknowledged, {store.journal.number} there"
    return _wrong_marks(store, told, marks)


def _unsound(store: Store) -> str:
    problems = check_integrity(store.journal).problems
    return problems[0] if problems else ""


def _wrong_room(store: Store, told: list[str], entries: int) -> str:
    """Compare the number of entries with what was acknowledged, and with the step that was under way."""
    problems = check_integrity(store.journal).problems
    if problems:
        return problems[0]
    acknowledged, under_way = entries, 0
    for line in told:
        if line.startswith("writing"):
            under_way += int(line.split()[1])
        else:
            acknowledged, under_way = int(line.split()[1]), 0
    problem = room.whole(store.journal.number, acknowledged, under_way)
    if problem or room.steps_are_whole(store):
        return problem
    return "a step without its entries"


def _wrong_databases(folder: Path, told: list[str]) -> str:
    """Open every database that is there under its name: each is whole, and none that was told is missing."""
    there = {path.stem for path in folder.glob("*.db")} - {"own"}
    missing = {line.removeprefix("create ") for line in told} - there
    if missing:
        return f"{len(missing)} databases are missing"
    for name in sorted(there):
        bench = Bench(folder, Clock(NOON))
        try:
            if not check_integrity(bench.open(name).journal).ok:
                return f"{name} is unsound"
        finally:
            bench.close()
    for name in there:
        (folder / f"{name}.db").unlink()
    return ""


def _wrong_marks(store: Store, told: list[str], marks: dict[str, int]) -> str:
    """Compare the marks with what was acknowledged; one more than that may have been on its way."""
    expected = dict(marks)
    undone = any(line.startswith("undo") for line in told)
    for line in told:
        if line.startswith("mark"):
            _, _, name, missed = line.split()
            expected[key_of(name)] = int(missed)
    there = _marks(store)
    differ = [key for key in expected if there.get(key) != expected[key]]
    allowed = 1 if store.journal.number > int(told[-1].split()[1]) else 0
    return "" if undone or len(differ) <= allowed else f"{len(differ)} marks differ"


def _marks(store: Store) -> dict[str, int]:
    from trainer_app.store.exchange.integrity import shown_rows

    return {
        key: fields.get("missed", 0)
        for entity, key, fields, _ in shown_rows(store.journal)
        if entity == "attendance"
    }
