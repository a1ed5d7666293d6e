"""Older databases are brought up with a snapshot first; newer ones are refused untouched."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.parts import KEY, SALT, Bench, assert_sound, key_of, put, row
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import SCHEMA_FINGERPRINT
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import open_database
from trainer_app.store.base.rows import PROJECTION, fingerprint
from trainer_app.store.base.upgrade import migrate, upgrade, version_of
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.store.migrations.steps import STEPS, Run

pytestmark = pytest.mark.files("the released steps are those of files")


def add_table(run: Run) -> None:
    run("CREATE TABLE extra (id INTEGER PRIMARY KEY)")
    run("INSERT INTO extra VALUES (7)")


def fail(run: Run) -> None:
    run("CREATE TABLE half (id INTEGER PRIMARY KEY)")
    raise ZeroDivisionError


def tables_of(database: Database) -> set[str]:
    return {name for (name,) in database.select("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_database_has_this_programs_version(bench: Bench) -> None:
    store = bench.create("own")
    assert version_of(store.database) == len(STEPS)
    assert store.setting(SCHEMA_FINGERPRINT) == fingerprint()
    assert set(PROJECTION) <= tables_of(store.database)


def test_nothing_is_done_twice_and_no_snapshot_is_made_without_need(bench: Bench) -> None:
    bench.create("own").close()
    bench.open("own").close()
    assert sorted(path.name for path in bench.folder.iterdir()) == ["own.db"]


def test_missing_steps_run_in_order_after_one_snapshot(bench: Bench) -> None:
    store = bench.create("own")
    calls: list[str] = []
    steps = (*STEPS, lambda run: calls.append("second"), lambda run: calls.append("third"))
    assert migrate(store.database, lambda: calls.append("snapshot"), steps) == 2
    assert calls == ["snapshot", "second", "third"]
    assert version_of(store.database) == len(STEPS) + 2
    assert migrate(store.database, lambda: calls.append("snapshot"), steps) == 0
    assert len(calls) == 3


def test_a_step_that_fails_leaves_the_version_before_it(bench: Bench) -> None:
    store = bench.create("own")
    put(store, "person", "one", family="A")
    with pytest.raises(ZeroDivisionError):
        migrate(store.database, lambda: None, (*STEPS, add_table, fail))
    assert version_of(store.database) == len(STEPS) + 1
    assert "extra" in tables_of(store.database)
    assert "half" not in tables_of(store.database)
    assert migrate(store.database, lambda: None, (*STEPS, add_table, add_table_after)) == 1
    assert_sound(store)


def add_table_after(run: Run) -> None:
    run("INSERT INTO extra VALUES (8)")


def test_a_failing_snapshot_stops_everything(bench: Bench) -> None:
    store = bench.create("own")

    def full() -> None:
        raise TrainerError("disk.full")

    with pytest.raises(TrainerError):
        upgrade(store.database, full, steps=(*STEPS, add_table))
    assert version_of(store.database) == len(STEPS)
    assert "extra" not in tables_of(store.database)


def test_a_newer_database_is_refused_untouched(bench: Bench) -> None:
    store = bench.create("own")
    put(store, "person", "one", family="A")
    store.database.run("PRAGMA user_version = 99")
    store.close()
    before = hashlib.sha256(bench.path("own").read_bytes()).digest()
    with pytest.raises(TrainerError) as refused:
        bench.open("own")
    assert refused.value.code == "database.newer"
    assert refused.value.values == {"found": 99, "known": len(STEPS)}
    assert hashlib.sha256(bench.path("own").read_bytes()).digest() == before
    assert [path.name for path in bench.folder.iterdir()] == ["own.db"]


OLD_PROGRAM = """
import sys
from pathlib import Path
from trainer_app.domain.base import schema
entities = schema.ENTITIES
del entities["sitting"], entities["team"]
person = dict(entities["person"].fields)
del person["rank"], entities["pair"]
person["nickname"] = schema.Field(schema.FieldKind.TEXT)
entities["person"] = schema.Entity(person)
entities["room"] = schema.Entity({"name": schema.Field(schema.FieldKind.TEXT)})
from tests.store.parts import Bench, assert_sound, key_of, put, row
bench = Bench(Path(sys.argv[1]))
store = bench.create("old")
put(store, "person", "one", family="A", rank="major", nickname="N")
put(store, "room", "one", name="Hall")
put(store, "sitting", "one", occasion="end", minutes=30, course=key_of("course"), form=key_of("form"))
put(store, "sitting", "one", minutes=40)
assert row(store, "person", "one") == {"family": "A", "nickname": "N"}
assert row(store, "sitting", "one") is None
assert_sound(store)
store.close()
"""


def make_old(folder: Path) -> None:
    """Let a program that knows less make a database that holds more than it can show."""
    done = subprocess.run(
        [sys.executable, "-c", OLD_PROGRAM, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_what_an_older_program_could_not_show_appears_after_the_upgrade(bench: Bench) -> None:
    make_old(bench.folder)
    store = bench.open("old")
    assert row(store, "person", "one") == {"family": "A", "rank": "major"}
    assert row(store, "sitting", "one") == {
        "occasion": "end",
        "minutes": 40,
        "course": key_of("course"),
        "form": key_of("form"),
    }
    assert "room" not in tables_of(store.database)
    assert_sound(store)
    put(store, "person", "one", rank="colonel")
    store.history.undo()
    assert_sound(store)
    copy = bench.folder / "old-before.db"
    assert copy.exists(), "a snapshot of the older state"
    old = open_database(copy, KEY, SALT)
    assert "room" in tables_of(old)
    old.close()


def test_an_upgrade_that_is_cut_off_happens_again(bench: Bench) -> None:
    make_old(bench.folder)

    def stop(code: str, fraction: float) -> None:
        raise TrainerError("cancelled")

    database = open_database(bench.path("old"), KEY, SALT)
    with pytest.raises(TrainerError):
        upgrade(database, lambda: None, progress=stop)
    assert "room" in tables_of(database)
    assert "sitting" not in tables_of(database)
    assert upgrade(database, lambda: None)
    assert not upgrade(database, lambda: None)
    database.close()
    assert row(bench.open("old"), "sitting", "one") is not None


def test_an_upgraded_database_equals_one_that_was_always_new(bench: Bench) -> None:
    from tests.store.parts import lines_of, receive

    make_old(bench.folder)
    old, new = bench.open("old"), bench.create("new")
    receive(new, lines_of(old), arrival=1)
    assert digest_of(old.journal) == digest_of(new.journal)
