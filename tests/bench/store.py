"""How fast the store writes, takes in and checks, against bare SQLite doing the least that could do.

`measure` is what `dev.py bench` calls; nothing here fails for being slow. Each row holds its own
baseline from the same run, on the same disk.
"""

import hashlib
import os
import resource
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from tests.bench.row import BenchRow, cpu_seconds, seconds, tidy
from trainer_app.domain.base.authority import Authority, AuthorRights
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Entry, decode_entry, derive_key, encode_entry, made_key
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.store import Store, create_store
from trainer_app.store.base.upgrade import change_authority
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.exchange.receiving import Receiver

KEY, SALT = bytes(range(32)), bytes(range(16))
SESSIONS = 40
STEP = Label("bench.step")
MARK_TARGET, IMPORT_TARGET, AGAIN_TARGET = 3.0, 3.0, 1.0
BYTES_TARGET, GROWTH_TARGET, CHECK_TARGET = 400.0, 1.6, 8.0


class Source:
    """Lines of attendance as a laptop writes them, course after course of 2,500 x 40 marks.

    `author` is the id of the laptop's key; `rooms` are the lines of the courses, which it wrote before.
    """

    def __init__(self, user: str = "D. Nazarova", author: str = "") -> None:
        self.author = author or os.urandom(8).hex()
        self.rooms: list[bytes] = []
        self._replica = self.author + os.urandom(8).hex()
        self._before = self.author + os.urandom(8).hex()
        self._user = user
        self._number = 0

    @property
    def authority(self) -> Authority:
        """A list of an office in which the laptop stands among a hundred others."""
        others = {os.urandom(8).hex(): AuthorRights(f"K{n}", b"") for n in range(100)}
        return Authority({**others, self.author: AuthorRights("K100", b"")}, "DSH")

    def lines(self, count: int) -> list[bytes]:
        """Return the next lines: new marks of new people in new sessions."""
        course = made_key(self.author)
        sessions = [made_key(self.author, course) for _ in range(SESSIONS)]
        guests = [made_key(self.author) for _ in range(-(-count // SESSIONS))]
        people = [derive_key("enrolment", course, guest) for guest in guests]
        self._before_marks("course", course, {"code": "GRM"})
        for session in sessions:
            self._before_marks("session", session, {"course": course})
        for person, guest in zip(people, guests, strict=True):
            self._before_marks("enrolment", person, {"course": course, "person": guest})
        places = [(person, session) for person in people for session in sessions]
        return [self._line(person, session) for person, session in places[:count]]

    def _before_marks(self, entity: str, key: str, fields: dict[str, Any]) -> None:
        number = len(self.rooms) + 1
        at = (1_764_000_000_000 - number, 0)
        self.rooms.append(encode_entry(Entry(r=self._before, n=number, t=at, e=entity, k=key, s=fields)))

    def _line(self, enrolment: str, session: str) -> bytes:
        self._number += 1
        entry = Entry(
            r=self._replica,
            n=self._number,
            t=(1_764_000_000_000 + self._number, 0),
            u=self._user,
            e="attendance",
            k=derive_key("attendance", enrolment, session),
            s={"enrolment": enrolment, "session": session, "mark": "present", "missed": 0},
        )
        return encode_entry(entry)


def measure(*, quick: bool = False, progress: Callable[[str], None] = lambda text: None) -> list[BenchRow]:
    """Return all rows. `quick` takes a tenth of the entries and leaves out the growth to millions."""
    count = 10_000 if quick else 100_000
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        progress("mark")
        rows.append(one_mark(folder, 100 if quick else 400))
        rows.append(one_mark(folder, 100 if quick else 400, judged=True))
        progress("import")
        rows += imports(folder, count)
        rows.append(judged_import(folder, count))
        if not quick:
            progress("growth")
            rows += growth(folder, 50, count)
    return rows


def one_mark(folder: Path, count: int, *, judged: bool = False) -> BenchRow:
    """Measure one mark from the call to the durable row, at the median, by turns with the baseline.

    A `judged` one is made on a laptop that an office's list says something of.
    """
    name = "judged" if judged else "mark"
    plain = sqlite3.connect(folder / f"plain-{name}.db", isolation_level=None)
    ours, theirs = [], []
    with closing(plain), closing(_new(folder / f"{name}.db")) as store:
        source = Source(author=store.journal.replica[:16])
        lines = source.lines(SESSIONS * 25)
        if judged:
            judge(store, source)
        take_in(store, lines)
        for sql in (
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "CREATE TABLE mark (id, text)",
        ):
            plain.execute(sql)
        found = store.database.select(
            "SELECT key FROM registry JOIN attendance USING (id) WHERE head IS NOT NULL"
        )
        keys = [key_text(key) for (key,) in found]
        for number in range(count):
            write = Write("attendance", keys[number % len(keys)], {"mark": "late", "missed": 1 + number % 80})
            ours.append(_timed(store.journal.record, STEP, [write]))
            theirs.append(_timed(_insert, plain, number))
        assert not store.database.select("SELECT entry FROM proposal")
    return BenchRow(
        "one mark under an office's list" if judged else "one mark, call to durable row",
        _median(ours) * 1000,
        "ms",
        "bare sqlite3 INSERT + commit, WAL, FULL",
        _median(theirs) * 1000,
        MARK_TARGET,
    )


def imports(folder: Path, count: int) -> list[BenchRow]:
    """Measure an import into an empty database, the same again, its size, a check of it.

    Three times each, in turn with the baseline, which finds its database open as well; the medians count, of
    what the processor did: both sides write as much to the disk, and others of the machine slow down now the
    one, now the other. A new database holds a page for each of
    its tables and indexes, which the size is counted beyond: it says nothing of what an entry takes.
    """
    bare, first, again = [], [], []
    for turn in range(3):
        lines = Source().lines(count)
        bare.append(_bare_time(folder / f"bare{turn}.db", lines))
        with closing(_new(folder / f"import{turn}.db")) as store:
            first.append(_busy(take_in, store, lines))
            again.append(_busy(take_in, store, lines))
            checked = _busy(check_integrity, store.journal)
    _new(folder / "empty.db").close()
    new = (folder / "empty.db").stat().st_size
    size = ((folder / "import0.db").stat().st_size - new) / count
    baseline, base = "bare msgspec + sha256 + executemany, encrypted", _median(bare)
    return [
        BenchRow(f"import of {count:,} entries", _median(first), "s", baseline, base, IMPORT_TARGET),
        BenchRow("the same entries again", _median(again), "s", baseline, base, AGAIN_TARGET),
        BenchRow(f"check of {count:,} entries", checked, "s", baseline, base, CHECK_TARGET),
        BenchRow(
            f"database after it, beyond a new one's {new // 1000} kB",
            size,
            "bytes",
            "one byte an entry",
            1.0,
            BYTES_TARGET,
        ),
    ]


def judged_import(folder: Path, count: int) -> BenchRow:
    """Measure an import where an office's list says whose entries count, as `imports` does it."""
    bare, ours = [], []
    for turn in range(3):
        source = Source()
        lines = source.lines(count)
        bare.append(_bare_time(folder / f"bare-judged{turn}.db", lines))
        with closing(_new(folder / f"judged{turn}.db")) as store:
            judge(store, source)
            ours.append(_busy(take_in, store, lines))
            assert not store.database.select("SELECT entry FROM proposal")
    baseline = "bare msgspec + sha256 + executemany, encrypted"
    name = f"import of {count:,} entries under an office's list"
    return BenchRow(name, _median(ours), "s", baseline, _median(bare), IMPORT_TARGET)


def judge(store: Store, source: Source) -> None:
    """Let a list say whose entries count, and take in the courses that marks are about."""
    with store.journal.transaction():
        change_authority(store.journal, source.authority)
    take_in(store, source.rooms)


def growth(folder: Path, rounds: int, count: int) -> list[BenchRow]:
    """Measure the last of many imports into one database against the first ones."""
    source = Source()
    with closing(_new(folder / "growth.db")) as store:
        times = [_busy(take_in, store, source.lines(count)) for _ in range(rounds)]
    size = (folder / "growth.db").stat().st_size / (rounds * count)
    name, first = f"import number {rounds}", "the first into the same database"
    return [
        BenchRow(name, _median(times[-5:]), "s", first, _median(times[:5]), GROWTH_TARGET),
        BenchRow("database after them", size, "bytes", "one byte an entry", 1.0, BYTES_TARGET),
    ]


def bare_import(path: Path, lines: Sequence[bytes]) -> None:
    """Read, hash and insert the same lines with nothing but the libraries, into the same encryption.

    No merge, no row of an unknown kind, no decision: what anybody's import costs at least.
    """
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as database:
        _import_bare(database, lines)


def _import_bare(database: Any, lines: Sequence[bytes]) -> None:
    database.execute(f"PRAGMA key = \"x'{KEY.hex()}{SALT.hex()}'\"")
    for sql in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA cache_size = -65536",
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, hash BLOB, line BLOB)",
        "CREATE TABLE person (id INTEGER PRIMARY KEY, key TEXT)",
        "CREATE TABLE session (id INTEGER PRIMARY KEY, key TEXT)",
        "CREATE TABLE mark (person INTEGER, session INTEGER, entry INTEGER, mark TEXT, missed INTEGER, "
        "PRIMARY KEY (person, session)) WITHOUT ROWID",
    ):
        database.execute(sql)
    decoder = msgspec.json.Decoder(dict[str, Any])
    people: dict[str, int] = {}
    sessions: dict[str, int] = {}
    entries, marks = [], []
    for line in lines:
        entry = decoder.decode(line)
        fields = entry["s"]
        person = people.setdefault(fields["enrolment"], len(people))
        session = sessions.setdefault(fields["session"], len(sessions))
        entries.append((entry["n"], hashlib.sha256(line).digest()[:16], line))
        marks.append((person, session, entry["n"], fields["mark"], fields["missed"]))
    marks.sort()
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO entry VALUES (?, ?, ?)", entries)
    database.executemany("INSERT INTO person VALUES (?, ?)", [(n, key) for key, n in people.items()])
    database.executemany("INSERT INTO session VALUES (?, ?)", [(n, key) for key, n in sessions.items()])
    database.executemany("INSERT INTO mark VALUES (?, ?, ?, ?, ?)", marks)
    database.execute("COMMIT")


def check_memory(entries: int) -> tuple[float, float]:
    """Return megabytes used at most before and after a check of a database with so many entries."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        source = Source()
        with closing(_new(Path(name) / "large.db")) as store:
            for _ in range(entries // 50_000):
                take_in(store, source.lines(50_000))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            assert check_integrity(store.journal).ok
            assert digest_of(store.journal)
    return before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _new(path: Path) -> Store:
    return create_store(path, KEY, SALT, lambda: 1_764_000_000_000, lambda replica, number: None)


def take_in(store: Store, lines: Sequence[bytes]) -> None:
    """Take in lines as an import does: read and check each, then all in one transaction."""
    with store.journal.transaction():
        Receiver(store.journal).receive(((line, decode_entry(line)) for line in lines), arrival=1)


def _insert(plain: sqlite3.Connection, number: int) -> None:
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("INSERT INTO mark VALUES (?, ?)", (number, "late"))
    plain.execute("COMMIT")


def _busy(work: Callable[..., object], *values: object) -> float:
    """Return how long the processor was busy with one call."""
    return cpu_seconds(lambda: work(*values))


def _bare_time(path: Path, lines: Sequence[bytes]) -> float:
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as database:
        return _busy(_import_bare, database, lines)


def _timed(work: Callable[..., object], *values: object) -> float:
    """Return how long one call took, with nothing left over from before."""
    tidy()
    return seconds(lambda: work(*values))


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def main() -> None:
    """Print all rows."""
    import sys

    began = perf_counter()
    for row in measure(quick="--quick" in sys.argv, progress=lambda text: None):
        sys.stdout.write(row.line() + "\n")
    sys.stdout.write(f"{perf_counter() - began:.0f} s\n")


if __name__ == "__main__":
    main()
