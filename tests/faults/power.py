"""The power goes at any write, sync or removal; afterwards the real program opens what is left."""

import contextlib
import functools
import random
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.domain.worlds import KEYS, NOON, Laptop
from tests.faults.disks import Disk, PowerCut
from tests.faults.engines import Engine
from tests.faults.results import Result
from tests.faults.room import steps_are_whole, watch, whole
from tests.kit.pages import decrypted_pages
from tests.store.parts import KEY, SALT, STEP, Bench, Clock, key_of, lines_of, put, row
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.base.settings import SCHEMA_FINGERPRINT
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.files import open_database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.store import History, Store
from trainer_app.store.base.upgrade import upgrade
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.store.migrations.steps import STEPS, Run
from trainer_app.store.office.erasing import plan_erasing, silence_planned, silent_ids

NAME = "Canary-Nazarova"
PERSON = ("person", key_of("one"))


@dataclass
class Log:
    """What was acknowledged before the power went: numbers of entries after each step."""

    before: int
    acknowledged: list[int] = field(default_factory=list)
    under_way: int = 0

    def write(self, entries: int) -> None:
        """Note that entries of a step go to the database now."""
        self.under_way += entries

    def acknowledge(self, number: int) -> None:
        """Note that a step came back."""
        self.acknowledged.append(number)
        self.under_way = 0


type Work = Callable[[Database, Log, random.Random], None]


def edit(database: Database, log: Log, chance: random.Random) -> None:
    """Mark, change, undo and redo; steps of one to five entries."""
    journal = Journal(database, Clock(NOON + 10**6), lambda replica, number: None)
    history = History(journal)
    for _ in range(25):
        names = [f"{chance.randrange(30)}" for _ in range(chance.choice((1, 1, 1, 5)))]
        writes = [
            Write("attendance", key_of(name), {"mark": "late", "missed": chance.randrange(90)})
            for name in dict.fromkeys(names)
        ]
        act = chance.randrange(6)
        try:
            if act == 0:
                history.undo()
            elif act == 1:
                history.redo()
            else:
                journal.record(STEP, writes)
        except TrainerError as refused:
            if not refused.code.startswith("history."):
                raise
        log.acknowledge(journal.number)


def take_in(database: Database, log: Log, chance: random.Random) -> None:
    """Import a file of 150 entries, with contradictions."""
    journal = Journal(database, Clock(NOON + 10**6), lambda replica, number: None)
    other = Laptop("d" * 32, 0)
    place = [("attendance", KEYS[0]), ("attendance", key_of("1")), ("person", key_of("one"))]
    lines = []
    for number in range(150):
        fields = {"remark": f"{number}"} if number % 3 < 2 else {"family": f"{number}"}
        other.number = number
        lines.append(other.write(NOON + number, place[number % 3], fields, blind=number % 7 != 0))
        other.lines = other.lines[-3:]
    chance.shuffle(lines)
    with journal.transaction():
        Receiver(journal).receive(((line, decode_entry(line)) for line in lines), arrival=1)
    log.acknowledged.append(150)


def without_names(entity: str, fields: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Drop family names, as erasing does."""
    del entity, row
    return {name: value for name, value in fields.items() if name != "family"}


def erase(database: Database, log: Log, chance: random.Random) -> None:
    """Erase a person: lines fall silent, what stays is written anew, undo ends, in one transaction."""
    del chance
    journal = Journal(database, Clock(NOON + 10**6), lambda replica, number: None)
    with journal.transaction():
        planned = plan_erasing(database, [PERSON], without_names)
        silence_planned(journal, planned, STEP, NOON)
        journal.record(STEP, [Write(*PERSON, {"erased": True})], note=True)
    log.acknowledged.append(journal.number)
    database.empty_log()


def add_column(run: Run) -> None:
    """Stand for a step of a later version."""
    run("CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT)")
    run("INSERT INTO later SELECT id, hex(line) FROM entry")


def change_column(run: Run) -> None:
    """Stand for the step after it."""
    run("UPDATE later SET text = text || 'x'")


LATER = (*STEPS, add_column, change_column)


def migrate(database: Database, log: Log, chance: random.Random) -> None:
    """Bring an older database up: two steps, and all projected tables made anew."""
    del chance
    upgrade(database, lambda: None, steps=LATER)
    log.acknowledged.append(1)


def base(folder: Path, *, old: bool) -> bytes:
    """Return a database with some rows; an `old` one was projected by a program that knew less."""
    bench = Bench(folder)
    store = bench.create("base")
    put(store, "person", "one", family=NAME)
    for number in range(40):
        put(store, "attendance", f"{number}", enrolment=key_of("e"), session=key_of(f"{number}"), mark="late")
    if old:
        store.change_setting(SCHEMA_FINGERPRINT, "older attendance person")
    bench.close()
    return bench.path("base").read_bytes()


@dataclass
class Cut:
    """One run: the work, cut off at an operation, and opened again."""

    work: Work
    image: bytes
    folder: Path
    synchronous: str = "FULL"

    def length(self) -> int:
        """Return how many operations the work takes when nothing fails."""
        disk = Disk({"own.db": self.image})
        engine = Engine(disk, "own.db", KEY, SALT)
        disk.operations = 0
        self.work(engine.as_database(), Log(0), random.Random(0))
        length = disk.operations
        engine.close()
        return length

    def run(self, limit: int, seed: int) -> tuple[bool, str]:
        """Cut the power at an operation; return whether it struck, and what is wrong afterwards."""
        chance = random.Random(seed)
        disk = Disk({"own.db": self.image})
        engine = Engine(disk, "own.db", KEY, SALT)
        engine.connected.execute(f"PRAGMA synchronous = {self.synchronous}")
        log = Log(41)
        watch(engine, log.write)
        disk.fail_at(limit, "cut")
        with contextlib.suppress(PowerCut):
            self.work(engine.as_database(), log, chance)
        left = disk.after_power_cut(chance)
        disk.mend()
        engine.close()
        for path in self.folder.glob("own.db*"):
            path.unlink()
        for name, data in left.items():
            (self.folder / name).write_bytes(data)
        return disk.hit, self._what_is_wrong(log)

    def _what_is_wrong(self, log: Log) -> str:
        bench = Bench(self.folder, Clock(NOON + 10**7))
        try:
            if self.work is migrate:
                # The next start goes on with what was cut off.
                database = open_database(bench.path("own"), KEY, SALT)
                upgrade(database, lambda: None, steps=LATER)
                found = self._wrong_after_migration(database)
                database.close()
                return found
            return self._wrong_after_work(bench.open("own"), log)
        except TrainerError as refused:
            return f"does not open: {refused.code}"
        finally:
            bench.close()

    def _wrong_after_work(self, store: Store, log: Log) -> str:
        problems = check_integrity(store.journal).problems
        if problems:
            return problems[0]
        if self.work is erase:
            return self._wrong_after_erasing(store, log)
        if self.work is take_in:
            came = len(lines_of(store)) - log.before
            if came not in (0, 150) or (log.acknowledged and came != 150):
                return f"{came} of 150 entries of an import"
        else:
            problem = whole(store.journal.number, max(log.acknowledged, default=log.before), log.under_way)
            if problem:
                return problem
            if not steps_are_whole(store):
                return "a step without its entries"
        put(store, "person", "after", family="B")
        return "" if check_integrity(store.journal).ok else "unsound after the next write"

    def _wrong_after_erasing(self, store: Store, log: Log) -> str:
        """Tell whether it is half done; begun again it must come to its end, and no page hold the name."""
        shown = row(store, "person", "one")
        silent = silent_ids(store.database)
        if (shown, len(silent)) not in (({"family": NAME}, 0), ({"erased": True}, 1)):
            return f"half an erasure: {sorted(shown or {})}, {len(silent)} silent lines"
        if log.acknowledged and not silent:
            return "an acknowledged erasure is lost"
        erase(store.database, Log(0), random.Random(0))
        store.journal.reload()
        store.close()
        if NAME.encode() in decrypted_pages(store.database.path, KEY):
            return "a page still holds the name"
        return "" if check_integrity(store.journal).ok else "unsound when it was done again"

    def _wrong_after_migration(self, database: Database) -> str:
        journal = Journal(database, Clock(), lambda replica, number: None)
        problems = check_integrity(journal).problems
        if problems:
            return problems[0]
        rows = database.select("SELECT count(*), sum(substr(text, -1) = 'x') FROM later")
        if rows != [(41, 41)] or journal.number != 41:
            return f"the migration came out as {rows}"
        expected = expected_digest(self.image)
        return "" if digest_of(journal) == expected else "another digest"


@functools.lru_cache(1)
def expected_digest(image: bytes) -> str:
    """Return the digest of a base image, brought up without any fault."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        bench.path("own").write_bytes(image)
        digest = digest_of(bench.open("own").journal)
        bench.close()
    return digest


def power_cuts(count: int, work: Work, *, synchronous: str = "FULL", seed: int = 1) -> Result:
    """Cut the power `count` times during a work, at operations spread over all of it."""
    result = Result(f"power cut: {work.__name__.replace('_', ' ')}", count)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "base").mkdir()
        image = base(folder / "base", old=work is migrate)
        cut = Cut(work, image, folder, synchronous)
        length = cut.length()
        for number in range(count):
            limit = 1 + (number * length // count + chance.randrange(max(1, length // count))) % length
            struck, problem = cut.run(limit, seed=number)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"run {number}, operation {limit}: {problem}")
    return result
