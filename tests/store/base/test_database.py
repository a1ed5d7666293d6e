"""The file: encrypted or refused, durable, never overwritten."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.store.parts import KEY, SALT, Bench, assert_sound, key_of, lines_of, put, row
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import Setting
from trainer_app.native import disk, windows
from trainer_app.store.base.dialect import TOGETHER, adding_missing
from trainer_app.store.base.files import (
    DatabaseFile,
    create_database,
    explain_errors,
    free_name,
    move_database,
    open_database,
    remove_database,
)
from trainer_app.store.base.judging import ADD_TO_REGISTRY
from trainer_app.store.base.models import MODELS, RegistryRow
from trainer_app.store.base.store import Store, create_store, open_store
from trainer_app.store.exchange.integrity import digest_of

pytestmark = pytest.mark.files("it is about the file itself")

CANARY = "Қанорӣ-63817"


def kept(key: str) -> Setting[str]:
    return Setting(key, "", str)


def refusal(path: Path, key: bytes = KEY, salt: bytes = SALT) -> str:
    """Return the code with which a file is refused."""
    with pytest.raises(TrainerError) as refused:
        open_store(path, key, salt, lambda: 0, lambda r, n: None, path.with_suffix(".before"))
    return refused.value.code


def filled(bench: Bench) -> Path:
    """Return a closed database with something in it."""
    store = bench.create("own")
    for number in range(30):
        put(store, "person", f"{number}", family=f"{CANARY} {number}", given="x" * 500)
    store.close()
    return bench.path("own")


def test_the_file_begins_with_our_salt_and_holds_nothing_readable(store: Store, bench: Bench) -> None:
    put(store, "person", "one", family=CANARY)
    for path in bench.folder.iterdir():
        assert CANARY.encode() not in path.read_bytes(), path.name
        assert b"CREATE TABLE" not in path.read_bytes()
    store.close()
    raw = bench.path("own").read_bytes()
    assert raw[:16] == SALT
    assert CANARY.encode() not in raw
    assert [path.name for path in bench.folder.iterdir()] == ["own.db"]


def test_every_connection_has_the_pragmas(store: Store) -> None:
    found = {
        name: store.database.select(f"PRAGMA {name}")[0][0]
        for name, _ in DatabaseFile.dialect.pragmas
        if name not in ("cipher_memory_security", "cipher_log_level")
    }
    assert found == {
        "cipher_page_size": "4096",
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cache_size": -65536,
        "busy_timeout": 10000,
    }
    assert store.database.select("PRAGMA cipher_version")[0][0]


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db") == "database.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_plain_database_is_refused_untouched(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "plain.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE probe (value TEXT)")
    plain.commit()
    plain.close()
    before = path.read_bytes()
    assert refusal(path) == "database.not_encrypted"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x", b"\x00" * 8192, os.urandom(8192)], ids=range(4))
def test_what_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.db"
    path.write_bytes(content)
    assert refusal(path) == "database.damaged"
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == ["odd.db"]


def test_another_key_or_salt_is_refused_untouched(bench: Bench) -> None:
    path = filled(bench)
    before = hashlib.sha256(path.read_bytes()).digest()
    assert refusal(path, key=bytes(32)) == "database.damaged"
    assert refusal(path, salt=bytes(16)) == "database.damaged"
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_key_of_the_wrong_length_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="key must be"):
        DatabaseFile(tmp_path / "x.db", b"short", SALT)
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = create_database(path, KEY, SALT)
    other.run("PRAGMA application_id = 7")
    other.close()
    assert refusal(path) == "database.damaged"
    other = DatabaseFile(path, KEY, SALT)
    other.run("DROP TABLE probe")
    other.close()
    assert refusal(path) == "database.damaged"


def test_an_existing_file_is_never_made_anew(bench: Bench) -> None:
    path = filled(bench)
    before = path.read_bytes()
    for make in (
        lambda: create_store(path, KEY, SALT, bench.clock, lambda r, n: None),
        lambda: create_database(path, KEY, SALT),
    ):
        with pytest.raises(TrainerError) as refused:
            make()
        assert refused.value.code == "database.exists"
    assert path.read_bytes() == before


def test_what_a_broken_creation_left_is_replaced(bench: Bench) -> None:
    bench.path("own").with_name("own.db.new").write_bytes(b"half")
    bench.path("own").with_name("own.db.new-wal").write_bytes(b"half")
    store = bench.create("own")
    put(store, "person", "one", family="A")
    store.close()
    assert [path.name for path in bench.folder.iterdir()] == ["own.db"]


def test_the_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "own.db"
    create_store(path, KEY, SALT, lambda: 1, lambda r, n: None).close()
    assert path.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(TrainerError) as refused:
        create_store(tmp_path / "file" / "own.db", KEY, SALT, lambda: 1, lambda r, n: None)
    assert refused.value.code == "disk.error"


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.db").mkdir()
    assert refusal(tmp_path / "own.db") == "disk.error"


def test_a_snapshot_is_whole_and_encrypted(store: Store, bench: Bench) -> None:
    put(store, "person", "one", family=CANARY)
    target = bench.folder / "snapshots" / "one.db"
    assert store.snapshot(target) == target
    put(store, "person", "two", family=CANARY)
    raw = target.read_bytes()
    assert raw[:16] == SALT
    assert CANARY.encode() not in raw
    assert [path.name for path in target.parent.iterdir()] == ["one.db"]
    copy = open_store(target, KEY, SALT, bench.clock, lambda r, n: None, bench.path("x"))
    assert row(copy, "person", "one") == {"family": CANARY}
    assert row(copy, "person", "two") is None
    assert_sound(copy)
    copy.close()


def test_an_older_snapshot_is_kept(store: Store, bench: Bench) -> None:
    target = bench.folder / "kept.db"
    digests = []
    for number in range(3):
        put(store, "person", "one", birth_year=number)
        digests.append(digest_of(store.journal))
        made = store.snapshot(target)
        assert made.name == ("kept.db", "kept-2.db", "kept-3.db")[number]
    for name, digest in zip(("kept", "kept-2", "kept-3"), digests, strict=True):
        assert digest_of(bench.open(name).journal) == digest


def test_a_snapshot_that_fails_leaves_nothing(store: Store, bench: Bench) -> None:
    put(store, "person", "one", family="A")
    (bench.folder / "file").write_text("x")
    with pytest.raises(TrainerError) as refused:
        store.snapshot(bench.folder / "file" / "one.db")
    assert refused.value.code == "disk.error"
    folder = bench.folder / "snapshots"
    (folder / "one.db.part").mkdir(parents=True)
    with pytest.raises((TrainerError, OSError)):
        store.snapshot(folder / "one.db")
    assert not (folder / "one.db").exists()


def test_a_database_for_reading_only_is_told(store: Store) -> None:
    put(store, "person", "one", family="A")
    store.database.run("PRAGMA query_only = 1")
    with pytest.raises(TrainerError) as refused:
        put(store, "person", "one", family="B")
    assert refused.value.code == "disk.read_only"
    assert row(store, "person", "one") == {"family": "A"}


@pytest.mark.parametrize(
    ("free", "writable", "code"),
    [(0, True, "disk.full"), (1 << 30, False, "disk.read_only"), (1 << 30, True, "disk.error")],
)
@pytest.mark.parametrize("words", ["disk I/O error", "unable to open database file"])
def test_a_full_disk_and_a_locked_folder_are_told_from_a_broken_disk(
    store: Store, monkeypatch: pytest.MonkeyPatch, words: str, free: int, writable: bool, code: str
) -> None:
    class Broken:
        def execute(self, *_anything: object) -> None:
            raise sqlcipher.OperationalError(words)

    space = shutil.disk_usage(store.database.path.parent)._replace(free=free)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "disk_usage", lambda _path: space)
        patched.setattr(os, "access", lambda _path, _mode: writable)
        patched.setattr(store.database, "connection", Broken)
        with pytest.raises(TrainerError) as refused:
            store.database.select("SELECT 1")
    assert refused.value.code == code


def test_errors_of_the_system_have_codes() -> None:
    import errno

    for number, code in (
        (errno.ENOSPC, "disk.full"),
        (errno.EROFS, "disk.read_only"),
        (errno.EACCES, "disk.read_only"),
        (errno.EIO, "disk.error"),
    ):
        with pytest.raises(TrainerError) as refused, explain_errors():
            raise OSError(number, "x")
        assert refused.value.code == code


def test_a_programming_error_is_not_hidden(store: Store) -> None:
    with pytest.raises(Exception, match="syntax error"):
        store.database.rows("SELEC 1")
    with pytest.raises(Exception, match="UNIQUE"):
        store.database.run_many("INSERT INTO kind (id, name) VALUES (?, ?)", [(1, "a"), (1, "b")])


@pytest.mark.parametrize("count", [1, TOGETHER - 1, TOGETHER, 2 * TOGETHER, 2 * TOGETHER + 7])
def test_many_rows_are_written_once_each_and_in_their_order(store: Store, count: int) -> None:
    lines = [(number, bytes([number]), number % 3, None) for number in range(1, count + 1)]
    with store.database.write():
        store.database.run_many(ADD_TO_REGISTRY, lines)
    assert store.database.rows("SELECT id, key, kind, head FROM registry ORDER BY rowid") == lines
    again = adding_missing(RegistryRow.id, RegistryRow.key, RegistryRow.kind)
    with store.database.write():
        store.database.run_many(again, [(number, b"other", 9) for number in range(1, count + 2)])
    assert store.database.rows("SELECT id, key, kind, head FROM registry ORDER BY id") == [
        *lines,
        (count + 1, b"other", 9, None),
    ]


def test_rows_that_fail_together_are_all_taken_back(store: Store) -> None:
    lines = [(number % 50, b"key", 1, None) for number in range(1, 3 * TOGETHER)]
    with pytest.raises(sqlcipher.IntegrityError), store.database.write():
        store.database.run_many(ADD_TO_REGISTRY, lines)
    assert store.database.rows("SELECT count(*) FROM registry") == [(0,)]


def test_a_write_that_fails_takes_everything_back(store: Store) -> None:
    def fail() -> None:
        with store.database.write():
            store.change_setting(kept("language"), "tg")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.setting(Setting("language", "none", str)) == "none"
    store.change_setting(kept("language"), "ru")
    store.change_setting(kept("language"), "tg")
    assert store.setting(kept("language")) == "tg"


def test_a_full_disk_inside_a_part_ends_the_whole_transaction(store: Store) -> None:
    database = store.database
    pages = database.select("PRAGMA page_count")[0][0]
    database.run(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with database.write():
            database.run("INSERT INTO setting VALUES ('large', ?)", "x" * 50_000)

    def work() -> None:
        with database.write():
            store.change_setting(kept("before"), "1")
            with pytest.raises(TrainerError):
                fill()
            store.change_setting(kept("after"), "1")

    with pytest.raises(TrainerError) as refused:
        work()
    assert refused.value.code == "disk.full"
    assert not database.in_transaction()
    assert [store.setting(kept(name)) for name in ("before", "large", "after")] == ["", "", ""]
    store.change_setting(kept("small"), "1")
    assert store.setting(kept("small")) == "1"


def test_a_part_that_fails_leaves_the_rest(store: Store) -> None:
    def fail() -> None:
        with store.database.write():
            store.change_setting(kept("inner"), "1")
            raise ZeroDivisionError

    with store.database.write():
        store.change_setting(kept("before"), "1")
        with pytest.raises(ZeroDivisionError):
            fail()
        store.change_setting(kept("after"), "1")
        assert store.database.in_transaction()
    assert [store.setting(kept(name)) for name in ("before", "inner", "after")] == ["1", "", "1"]


def test_a_free_name_is_found(tmp_path: Path) -> None:
    target = tmp_path / "a.b.db"
    assert free_name(target) == target
    target.touch()
    (tmp_path / "a.b-2.db").touch()
    assert free_name(target).name == "a.b-3.db"


def test_a_crashed_program_loses_nothing(bench: Bench) -> None:
    store = bench.create("own")
    put(store, "person", "one", family="A")
    # What a crash leaves: the file and its log as they are now, taken while the database is open.
    for suffix in ("", "-wal"):
        found = bench.path("own").with_name("own.db" + suffix).read_bytes()
        bench.path("crashed").with_name("crashed.db" + suffix).write_bytes(found)
    assert bench.path("crashed").with_name("crashed.db-wal").stat().st_size > 0
    again = bench.open("crashed")
    assert row(again, "person", "one") == {"family": "A"}
    assert lines_of(again) == lines_of(store)
    assert key_of("one") in {key for _, key in again.journal.projector.load([("person", key_of("one"))])}


def test_opening_reads_the_whole_header(tmp_path: Path) -> None:
    path = tmp_path / "short.db"
    path.write_bytes(SALT)
    assert refusal(path) == "database.damaged"
    assert path.read_bytes() == SALT
    with pytest.raises(TrainerError):
        open_database(path, KEY, SALT)


class ScannedWindows:
    """A Windows on which a virus scanner looks at each fresh file: what touches it fails the first time."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.moved: list[int] = []

    def held(self, name: str) -> bool:
        """Tell whether the scanner still has it; from then on it has not."""
        fresh = name not in self.seen
        self.seen.add(name)
        return fresh

    def MoveFileExW(self, source: str, target: str, flags: int) -> int:  # noqa: N802
        if self.held(source):
            return 0
        self.moved.append(flags)
        Path(source).replace(target)
        return 1

    def error(self) -> int:
        """Return the number of a sharing violation."""
        return 32


def test_a_scanner_that_holds_a_fresh_database_fails_neither_its_name_nor_its_end(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = filled(bench), bench.folder / "other.db"
    system, unlink, waited = ScannedWindows(), Path.unlink, list[float]()
    monkeypatch.setattr(windows, "kernel", lambda: system)
    monkeypatch.setattr(disk, "pause", waited.append)
    moved = move_database(open_database(path, KEY, SALT), other)
    assert moved == other
    assert system.moved == [9], "in place of another one, and written through"
    assert waited == [0.05]

    def scanned(name: Path, missing_ok: bool = False) -> None:
        if system.held(f"end of {name}"):
            raise windows.failure(32, name)
        unlink(name, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", scanned)
    remove_database(other)
    assert not other.exists()
    assert len(waited) == 5


def test_a_block_that_stands_still_reads_one_moment_whatever_others_write(bench: Bench) -> None:
    store, other = bench.create("own"), bench.open("own")
    put(store, "person", "one", family="before")
    with store.database.still():
        seen = store.database.remembered("names", lambda: names_in(store), ("person",))
        put(other, "person", "one", family="after")
        put(other, "person", "two", family="new")
        assert names_in(store) == seen == ["before"]
        # What was read in it is kept, since nothing of it can be taken back.
        assert store.database.remembered("names", lambda: ["read again"], ("person",)) == seen
        with store.database.still():
            assert names_in(store) == seen
        assert store.database.in_transaction()
    assert not store.database.in_transaction()
    assert sorted(store.database.remembered("names", lambda: names_in(store), ("person",))) == [
        "after",
        "new",
    ]
    with pytest.raises(KeyError), store.database.still():
        raise KeyError
    assert not store.database.in_transaction()
    other.close()


def names_in(store: Store) -> list[str]:
    person = MODELS["person"]
    return [name for (name,) in store.database.select(person.select(person.family))]
