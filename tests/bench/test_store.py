"""The benchmark of the store measures what it says: the same lines on both sides, durable. No times."""

import gc
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.bench.row import BenchRow
from tests.bench.rows import apart
from tests.bench.store import (
    KEY,
    SALT,
    Source,
    bare_import,
    growth,
    imports,
    judged_import,
    measure,
    one_mark,
    take_in,
)
from trainer_app.domain.base.journal import decode_entry
from trainer_app.store.base.store import create_store
from trainer_app.store.exchange.integrity import check_integrity


def test_lines_are_what_a_laptop_writes() -> None:
    source = Source()
    entries = [decode_entry(line) for line in (*source.lines(90), *source.lines(10))]
    assert [entry.n for entry in entries] == list(range(1, 101))
    assert len({entry.k for entry in entries}) == 100
    assert len({entry.s["session"] for entry in entries}) == 50


def unlocked(path: Path) -> Any:
    """Open a database of the benchmark without the program."""
    database = sqlcipher.connect(str(path))
    database.execute(f"PRAGMA key = \"x'{KEY.hex()}{SALT.hex()}'\"")
    return database


def test_both_sides_take_in_everything(tmp_path: Path) -> None:
    lines = Source().lines(200)
    bare_import(tmp_path / "bare.db", lines)
    with closing(unlocked(tmp_path / "bare.db")) as bare:
        assert [line for (line,) in bare.execute("SELECT line FROM entry ORDER BY id")] == lines
        assert bare.execute("SELECT count(*) FROM mark").fetchone() == (200,)
    with closing(
        create_store(tmp_path / "own.db", KEY, SALT, lambda: 1, lambda replica, number: None)
    ) as own:
        take_in(own, lines)
        assert [line for (line,) in own.database.select("SELECT line FROM entry ORDER BY id")] == lines
        assert own.database.select("SELECT count(*) FROM attendance") == [(200,)]
        assert check_integrity(own.journal).ok


def test_every_mark_of_the_benchmark_is_written(tmp_path: Path) -> None:
    row = one_mark(tmp_path, 20)
    assert row.value > 0
    with closing(unlocked(tmp_path / "mark.db")) as store:
        assert store.execute("SELECT count(*) FROM step").fetchone() == (20,)
    with closing(sqlite3.connect(tmp_path / "plain-mark.db")) as plain:
        assert plain.execute("SELECT count(*) FROM mark").fetchone() == (20,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_is_judged_counts_and_is_written(tmp_path: Path) -> None:
    rows = [one_mark(tmp_path, 20, judged=True), judged_import(tmp_path, 400)]
    assert all(row.value > 0 and row.target == 3.0 for row in rows)
    for name, marks in (("judged", 1000), ("judged0", 400)):
        with closing(unlocked(tmp_path / f"{name}.db")) as store:
            assert store.execute("SELECT count(*) FROM attendance").fetchone() == (marks,)
            assert store.execute("SELECT count(*) FROM proposal").fetchone() == (0,)
            assert "K100" in store.execute("SELECT value FROM setting WHERE name = 'authority'").fetchone()[0]


def test_what_fails_while_it_is_measured_leaves_nothing_to_the_collector(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*values: Any, **more: Any) -> sqlite3.Connection:
        opened.append(connect(*values, **more))
        return opened[-1]

    def full(*_values: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(sqlite3, "connect", remembered)
    monkeypatch.setattr("tests.bench.store._insert", full)
    collector: list[str] = []
    for name in ("freeze", "unfreeze"):
        monkeypatch.setattr(gc, name, lambda name=name: collector.append(name))
    with pytest.raises(sqlite3.OperationalError, match="disk full"):
        list(apart(one_mark(tmp_path, turns) for turns in (5,)))
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
    assert (collector[0], collector[-1]) == ("freeze", "unfreeze"), (
        "nor is the collector left without its work"
    )


def test_every_row_has_its_baseline_and_target(tmp_path: Path) -> None:
    rows = [*imports(tmp_path, 400), *growth(tmp_path, 2, 200)]
    assert len(rows) == 6
    assert [row.name.split()[-1] for row in rows if row.unit == "bytes"] == ["kB", "them"]
    assert len({row.name for row in rows}) == 6
    for row in rows:
        assert row.value > 0
        assert row.base > 0
        assert row.target > 0
        assert row.baseline
    assert [row.target for row in rows] == [3.0, 1.0, 8.0, 400.0, 1.6, 400.0]


def test_a_quick_run_has_no_growth(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []

    def a_few(folder: Path, count: int) -> list[BenchRow]:
        counts.append(count)
        return imports(folder, count // 25)

    def a_few_judged(folder: Path, count: int) -> BenchRow:
        counts.append(count)
        return judged_import(folder, count // 25)

    monkeypatch.setattr("tests.bench.store.imports", a_few)
    monkeypatch.setattr("tests.bench.store.judged_import", a_few_judged)
    told: list[str] = []
    names = [row.name for row in measure(quick=True, progress=told.append)]
    assert told == ["mark", "import"]
    assert counts == [10_000, 10_000]
    assert names[0].startswith("one mark")
    assert len(names) == 7
