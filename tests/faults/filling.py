"""The disk is full, or fails, in the middle of work: the step is refused whole, and work goes on after."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.domain.worlds import NOON, Laptop
from tests.faults.disks import Disk
from tests.faults.engines import Engine
from tests.faults.power import base
from tests.faults.results import Result
from tests.store.parts import KEY, SALT, STEP, Bench, Clock, key_of, lines_of, put
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.exchange.receiving import Receiver


def full_at_each_page(count: int) -> Result:
    """Leave 0, 1, 2 ... free pages in a real database, and work until it is full."""
    result = Result("disk full at each number of free pages", count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        image = base(folder, old=False)
        for free in range(count):
            bench = Bench(folder)
            bench.path("own").write_bytes(image)
            try:
                problem, struck = _fill(bench.open("own"), free)
            finally:
                bench.close()
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"{free} pages: {problem}")
    return result


def _fill(store: Store, free: int) -> tuple[str, bool]:
    """Work with some free pages; return what is wrong, and whether the disk was full."""
    database = store.database
    pages = database.select("PRAGMA page_count")[0][0]
    database.run(f"PRAGMA max_page_count = {pages + free}")
    chance = random.Random(free)
    other = Laptop("d" * 32, 0)
    digest, lines = digest_of(store.journal), lines_of(store)
    struck = False
    for number in range(400):
        try:
            _work(store, other, chance, number)
        except TrainerError as refused:
            if refused.code != "disk.full":
                return f"told as {refused.code}", True
            struck = True
            break
        digest, lines = digest_of(store.journal), lines_of(store)
    if digest_of(store.journal) != digest or lines_of(store) != lines:
        return "something of the refused step stayed", struck
    database.run("PRAGMA max_page_count = 1000000")
    return _goes_on(store, lines), struck


def _work(store: Store, other: Laptop, chance: random.Random, number: int) -> None:
    match chance.randrange(5):
        case 0:
            wall = NOON + number
            came = [
                other.write(wall, ("person", key_of(f"{number} {each}")), {"family": "x" * 60}, blind=True)
                for each in range(20)
            ]
            with store.journal.transaction():
                Receiver(store.journal).receive(((line, decode_entry(line)) for line in came), arrival=1)
        case 1 if store.history.next_undo():
            store.history.undo()
        case _:
            names = [f"{number} {each}" for each in range(chance.choice((1, 1, 12)))]
            writes = [Write("person", key_of(name), {"family": "x" * 90}) for name in names]
            store.journal.record(STEP, writes)


def _goes_on(store: Store, lines: list[bytes]) -> str:
    put(store, "person", "after", family="B")
    numbers = [
        found for (found,) in store.database.select("SELECT id & 1099511627775 FROM entry WHERE id >> 40 = 1")
    ]
    if sorted(numbers) != list(range(1, store.journal.number + 1)):
        return "a gap in the numbers"
    if len(lines_of(store)) != len(lines) + 1:
        return "the next step is not there"
    problems = check_integrity(store.journal).problems
    return problems[0] if problems else ""


def failing_writes(count: int, fault: str) -> Result:
    """Let the disk be full, or fail, from any operation on; mend it and go on in the same program."""
    code = {"full": "disk.full", "error": "disk.error"}[fault]
    result = Result(f"{code} at any write or sync", count)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        image = base(folder, old=False)
        for number in range(count):
            problem, struck = _fail(folder, image, fault, code, number)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"run {number}: {problem}")
    return result


def _fail(folder: Path, image: bytes, fault: str, code: str, seed: int) -> tuple[str, bool]:
    chance = random.Random(seed)
    disk = Disk({"own.db": image})
    engine = Engine(disk, "own.db", KEY, SALT)
    journal = Journal(engine.as_database(), Clock(NOON + 10**6), lambda replica, number: None)
    kept = journal.number
    disk.fail_at(1 + chance.randrange(300), fault)
    for number in range(40):
        write = Write("attendance", key_of(f"{chance.randrange(50)}"), {"mark": "late", "missed": number})
        found = _refusal(lambda write=write: journal.record(STEP, [write]))  # type: ignore[misc]
        if found not in ("", code):
            return f"told as {found}", True
        if found:
            disk.mend()
            if journal.number != kept:
                return "the refused entry was counted", True
        kept = journal.number
    engine.close()
    for path in folder.glob("own.db*"):
        path.unlink()
    for name, content in disk.files.items():
        (folder / name).write_bytes(bytes(content.seen))
    bench = Bench(folder, Clock(NOON + 10**7))
    try:
        store = bench.open("own")
        if store.journal.number != kept:
            return f"{store.journal.number} entries for {kept}", disk.hit
        return _goes_on(store, lines_of(store)), disk.hit
    finally:
        bench.close()


def failing_reads(count: int) -> Result:
    """Let the disk not be read from any read on, while work goes on that looks at all of it; mend it."""
    result = Result("disk.error at any read", count)
    with tempfile.TemporaryDirectory() as name:
        image = base(Path(name), old=False)
        for number in range(count):
            problem, struck = _unreadable(image, number)
            result.executed += 1
            result.struck += struck
            if problem:
                result.problems.append(f"run {number}: {problem}")
    return result


def _unreadable(image: bytes, seed: int) -> tuple[str, bool]:
    chance = random.Random(seed)
    disk = Disk({"own.db": image})
    engine = Engine(disk, "own.db", KEY, SALT)
    # So few pages stay in memory that the disk is asked again and again; the log is not moved meanwhile, for
    # that may fail after the commit, which SQLite forgives.
    engine.connected.execute("PRAGMA cache_size = 2")
    engine.connected.execute("PRAGMA wal_autocheckpoint = 0")
    journal = Journal(engine.as_database(), Clock(NOON + 10**6), lambda replica, number: None)
    kept = journal.number
    disk.fail_at(1 + chance.randrange(120), "unreadable")
    for number in range(40):
        write = Write("attendance", key_of(f"{chance.randrange(50)}"), {"mark": "late", "missed": number})
        found = _refusal(lambda write=write: journal.record(STEP, [write]))  # type: ignore[misc]
        if found not in ("", "disk.error"):
            return f"told as {found}", True
        if found:
            disk.mend()
            if journal.number != kept:
                return "the refused entry was counted", True
        kept = journal.number
    disk.mend()
    problems = check_integrity(journal).problems
    entries = len(journal.database.select("SELECT 1 FROM journal"))
    engine.close()
    if entries != kept:
        return f"{entries} entries for {kept}", disk.hit
    return problems[0] if problems else "", disk.hit


def _refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except TrainerError as refused:
        return refused.code
    return ""
