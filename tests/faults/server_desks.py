"""Desks, each a process, write by chance into one real server; desks and the server are killed meanwhile.

Afterwards every entry that a desk was told is written must be there, the tables must be what the journal
says, no counted number may be lost, and the same entries in a file must show the same.
"""

import contextlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.domain.worlds import NOON
from tests.faults.results import Result
from tests.kit.postgres import PostgresServer, start_another
from tests.store.parts import KEY, SALT, STEP, Clock, key_of, lines_of, put, receive
from trainer_app.domain.base.changes import no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.base.server_address import read_address
from trainer_app.store.base.database import Turn
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.server import create_on_server, open_on_server
from trainer_app.store.base.store import Store, create_store
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.exchange.receiving import Receiver

ROOT = Path(__file__).resolve().parents[2]
_ROWS, _BROUGHT = 12, 40
_LATER = frozenset({"database.busy", "server.row_importing", "server.importing", "history.changed_since"})
_NOTHING = frozenset({"history.nothing_to_undo", "history.nothing_to_redo", "history.used_since"})
_UNSURE = frozenset({"server.gone", "server.crowded", "server.failed"})
"""Whether it was written nobody was told."""
_COUNTER = "counted"
_PATIENCE = 2 * 3600
"""Seconds that a desk may work at the most: ten thousand actions take half an hour on a busy machine."""


@dataclass
class Told:
    """What the desks were told is written: replica -> its last number; and how often they counted on."""

    last: dict[str, int] = field(default_factory=dict)
    counted: int = 0
    unsure: int = 0
    actions: int = 0
    finished: int = 0

    def take(self, line: str) -> None:
        """Take in a line of a desk."""
        word, *rest = line.split()
        if word == "wrote":
            self.actions += 1
            self.last[rest[0]] = max(self.last.get(rest[0], 0), int(rest[1]))
            self.counted += rest[2] == "count"
        elif word == "refused":
            self.actions += 1
        elif word == "unsure":
            self.actions += 1
            self.unsure += rest[0] == "count"
        elif word == "finished":
            self.finished += 1


class Desk:
    """One process that works; a thread takes in what it says, and it can be told something."""

    def __init__(self, told: Told, *arguments: object, module: str = "tests.faults.server_desks") -> None:
        command = [sys.executable, "-m", module, *map(str, arguments)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)
        self._told = told
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):
                self._told.take(line)

    def tell(self, words: str) -> None:
        """Write a line to it."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(words + "\n")
            self.process.stdin.flush()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.wait()

    def wait(self) -> int:
        """Wait until it is over, and all that it said is taken in."""
        code = self.process.wait(_PATIENCE)
        self._reader.join()
        return code


def desks_at_once(count: int, desks: int, *, killed: bool) -> Result:
    """Let so many desks do `count` things in all; `killed`: desks and the server die meanwhile."""
    result = Result(f"{desks} desks at one server{', killed' if killed else ''}", count)
    server = start_another(safe=killed)
    try:
        address = server.create()
        clock = Clock(NOON)
        create_on_server(address, clock, _pass, _author(0)).close()
        told = Told()
        each = -(-count // desks)
        running = [Desk(told, address.text(), place, place, each) for place in range(desks)]
        if killed:
            result.struck = _trouble(server, running, told, address.text(), each)
        codes = [desk.wait() for desk in running]
        if any(codes):
            result.problems.append(f"desks ended with {codes}")
        store = open_on_server(address, clock, _pass)
        try:
            result.problems += what_is_wrong(store, told, exact=not killed)
        finally:
            store.close()
        result.executed = told.actions
        # Where nothing is killed the others are the fault.
        result.struck += 0 if killed else told.finished
    finally:
        server.stop()
    return result


def _trouble(server: PostgresServer, running: list[Desk], told: Told, address: str, each: int) -> int:
    """Kill desks and the server in turn while the others write; return how often."""
    chance, struck = random.Random(18), 0
    for turn in range(4):
        seen = told.actions
        while told.actions < seen + max(4, each // 6) and any(one.process.poll() is None for one in running):
            time.sleep(0.02)
        if turn % 2:
            server.stop(signal.SIGQUIT)
            server.start()
        else:
            place = chance.randrange(len(running))
            running[place].kill()
            running[place] = Desk(told, address, place, 100 + turn, each)
        struck += 1
    return struck


def what_is_wrong(store: Store, told: Told, *, exact: bool) -> list[str]:
    """Return what is lost, or not as the journal says; `exact`: all that was done was told."""
    found = [f"tables: {problem}" for problem in check_integrity(store.journal).problems]
    lines = lines_of(store)
    found += what_is_lost(lines, told)
    counted = _counted(store)
    most = told.counted + (0 if exact else told.unsure)
    if not told.counted <= counted <= most:
        found.append(f"counted {counted}, told {told.counted}, at most {most}")
    with tempfile.TemporaryDirectory() as folder:
        file = create_store(Path(folder) / "same.db", KEY, SALT, Clock(NOON), _pass)
        try:
            receive(file, lines, arrival=1)
            if digest_of(file.journal) != digest_of(store.journal):
                found.append("a file with the same entries shows something else")
        finally:
            file.close()
    return found


def what_is_lost(lines: Sequence[bytes], told: Told) -> list[str]:
    """Return of whose entries some are not there that they were told are written."""
    numbers: dict[str, set[int]] = {}
    for line in lines:
        entry = decode_entry(line)
        numbers.setdefault(entry.r, set()).add(entry.n)
    missing = {name: set(range(1, last + 1)) - numbers.get(name, set()) for name, last in told.last.items()}
    lost = {name: len(found) for name, found in missing.items() if found}
    return [f"{count} acknowledged entries of {name[:6]} are lost" for name, count in lost.items()]


def _counted(store: Store) -> int:
    place = ("project", key_of(_COUNTER))
    row = store.journal.projector.load([place])[place].outcome().row
    return int(row["donor"]) if row else 0


# --- what a desk does


def _author(place: int) -> str:
    return f"{place + 1:016x}"


def _pass(_replica: str, _number: int) -> None:
    pass


def main(address: str, place: int, seed: int, count: int) -> None:
    """Be one desk, and tell of each thing once it is done."""
    chance, clock = random.Random(seed), Clock(NOON + seed)
    store = _opened(address, clock, place)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            act = chance.choices(
                ("put", "count", "child", "delete", "undo", "redo", "import"), (8, 4, 4, 2, 2, 1, 1)
            )
            with contextlib.suppress(BrokenPipeError):
                _do(store, act[0], chance, Path(folder), number)
    store.close()
    _say("finished")


def hold(address: str, place: int) -> None:
    """Be a desk in the middle of an import, until it is killed."""
    store = _opened(address, Clock(NOON), place)
    with tempfile.TemporaryDirectory() as folder:
        laptop = create_store(Path(folder) / "laptop.db", KEY, SALT, Clock(NOON), _pass)
        put(laptop, "course", "held", venue="from the laptop")
        lines = [(line, decode_entry(line)) for line in lines_of(laptop)]
        laptop.close()
        with store.journal.transaction(Turn.BESIDE):
            Receiver(store.journal).receive(lines, arrival=1)
            _say("holding")
            sys.stdin.read()


def _opened(address: str, clock: Clock, place: int) -> Store:
    while True:
        try:
            return open_on_server(read_address(address), clock, _pass, author=_author(place))
        except TrainerError as problem:
            if problem.code not in _UNSURE:
                raise
            time.sleep(0.05)


def _do(store: Store, act: str, chance: random.Random, folder: Path, number: int) -> None:
    try:
        if _done(store, act, chance, folder, number):
            _say(f"wrote {store.journal.replica} {store.journal.number} {act}")
        else:
            _say("refused")
    except TrainerError as problem:
        if problem.code in _UNSURE:
            _say(f"unsure {act}")
            time.sleep(0.05)
            return
        if problem.code not in _LATER | _NOTHING:
            raise
        _say("refused")


def _done(store: Store, act: str, chance: random.Random, folder: Path, number: int) -> bool:
    """Do one thing; tell whether it wrote own entries."""
    name = f"row {chance.randrange(_ROWS)}"
    if act == "put":
        return put(store, "course", name, town=f"{chance.random()}").step is not None
    if act == "child":
        fields = {"course": key_of(name), "place": f"{chance.random()}"}
        return put(store, "session", f"child {chance.randrange(_ROWS)}", **fields).step is not None
    if act == "delete":
        write = Write("course", key_of(name), delete=chance.random() < 0.7)
        return store.journal.record(STEP, [write]).step is not None
    if act == "count":
        with store.journal.transaction():
            more = Write("project", key_of(_COUNTER), {"donor": str(_counted(store) + 1)})
            # A note: no undo takes it back.
            return store.journal.record(STEP, [more], note=True).step is not None
    if act == "import":
        _import(store, chance, folder, number)
        return False
    return (store.history.undo() if act == "undo" else store.history.redo()).step is not None


def _import(store: Store, chance: random.Random, folder: Path, number: int) -> None:
    """Take in what a laptop wrote about the same rows, and some of its own."""
    laptop = create_store(folder / f"laptop{number}.db", KEY, SALT, Clock(NOON + number), _pass)
    for each in range(_BROUGHT):
        name = f"row {chance.randrange(_ROWS)}" if each % 4 == 0 else f"brought {chance.random()}"
        put(laptop, "course", name, venue=f"{chance.random()}")
        put(laptop, "session", f"{name} session", course=key_of(name), place=str(each))
    lines = [(line, decode_entry(line)) for line in lines_of(laptop)]
    laptop.close()
    with store.journal.transaction(Turn.BESIDE):
        Receiver(store.journal).receive(lines, arrival=1, progress=no_progress)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[3] == "hold":
        hold(sys.argv[1], int(sys.argv[2]))
    else:
        main(sys.argv[1], *map(int, sys.argv[2:5]))
