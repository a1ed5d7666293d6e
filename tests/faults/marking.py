"""A program that works until it is killed: `python -m tests.faults.marking`.

For each line "WORK FOLDER SEED PIPE" that it reads, it forks, tells the fork's number, and waits for its end.
It opens no database itself: a fork starts with nothing but the modules, as a program does once these are
loaded. The fork prints a line into the pipe after each commit, and never before: whoever kills it compares.
"""

import os
import random
import sys
import traceback
from pathlib import Path

from tests.domain.worlds import NOON, Laptop
from tests.faults import filled_in, keying_in, room
from tests.store.parts import STEP, Bench, Clock, key_of
from trainer_app.domain.base.journal import decode_entry
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.receiving import Receiver

IMPORTED = 400
"""Entries in each of the files that the importing program takes in."""


def mark(store: Store, seed: int) -> None:
    """Mark attendance for ever, one person at a time; now and then undo."""
    chance = random.Random(seed)
    while True:
        name, missed = f"{chance.randrange(60)}", chance.randrange(1, 90)
        if chance.random() < 0.1 and store.history.next_undo():
            store.history.undo()
            say(f"undo {store.journal.number}")
            continue
        store.journal.record(STEP, [Write("attendance", key_of(name), {"mark": "late", "missed": missed})])
        say(f"mark {store.journal.number} {name} {missed}")


def work_in_room(store: Store, seed: int) -> None:
    """Do what trainers do in a room, for ever; say before each commit how much it writes."""
    work = room.seat(store, store.database.path.parent)
    told, chance = room.Told(), random.Random(seed)
    room.watch(store.database, lambda count: say(f"writing {count}"))
    while True:
        kind = room.act(work, told, chance, look=False)
        say(f"room {store.journal.number} {kind}")


def key_in_papers(store: Store, seed: int) -> None:
    """Key in papers, for ever."""
    keying_in.key_in(store, seed, say)


def fill_in_sheets(store: Store, seed: int) -> None:
    """Fill in tests and feedback on the laptop, for ever."""
    filled_in.fill_in(store, seed, say)


def take_in(store: Store, seed: int) -> None:
    """Import one file after another."""
    for file in range(1000):
        other = Laptop(f"{seed:016x}{file:016x}", 0)
        came = []
        for number in range(IMPORTED):
            place = ("attendance", key_of(f"{file} {number}"))
            came.append(other.write(NOON, place, {"missed": number}, blind=True))
            other.lines.clear()
        with store.journal.transaction():
            Receiver(store.journal).receive(((line, decode_entry(line)) for line in came), arrival=file)
        say(f"import {file}")


def create(store: Store, seed: int) -> None:
    """Make one database after another in the folder of the first."""
    bench = Bench(store.database.path.parent, Clock(NOON))
    for number in range(100_000):
        bench.create(f"{seed} {number}").close()
        say(f"create {seed} {number}")


def say(text: str) -> None:
    """Tell what is committed."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def work_at(work: str, folder: str, seed: str) -> None:
    """Open the store in a folder and work."""
    store = Bench(Path(folder), Clock(NOON)).open("own")
    say("ready")
    works = {
        "mark": mark,
        "room": work_in_room,
        "key": key_in_papers,
        "fill": fill_in_sheets,
        "import": take_in,
        "create": create,
    }
    works[work](store, int(seed))


def main() -> None:
    """Fork for each line, and tell when the fork has ended: then the kernel has taken back all it held."""
    for line in sys.stdin:
        work, folder, seed, pipe = line.split()
        child = os.fork()
        if child == 0:
            os.dup2(os.open(pipe, os.O_WRONLY), sys.stdout.fileno())
            try:
                work_at(work, folder, seed)
            except BaseException:  # noqa: BLE001  no part of this loop may follow, whatever it was
                traceback.print_exc()
            os._exit(1)
        say(str(child))
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
