"""All rows of the benchmark, quick or at the sizes of the quality page: what `dev.py bench` prints."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import BenchRow
from trainer_app.system.folders import DataFolder

_FEW_TURNS = 3
"""Of starts and children where it is measured in brief, beside the tests."""


def measure(*, full: bool = False, brief: bool = False) -> list[BenchRow]:
    """Measure everything; each row stands beside its baseline in this run.

    In brief, which is for the run of all tests, starts have fewer turns, and what the built program costs is
    left to the step beside it that tries that program.
    """
    parts = [
        _store(full),
        _certificates(full),
        _exchange(full),
        _lists(full),
        _children(brief),
        _grid(full),
        _start(brief),
        *([] if brief else [_built()]),
        _million(full),
        _servers(full),
    ]
    return [row for part in parts for row in apart(part)]


def apart(part: Iterator[BenchRow]) -> Iterator[BenchRow]:
    """Measure a part and let the collector look through everything again, also where something fails."""
    try:
        yield from part
    finally:
        gc.unfreeze()


def measure_growth(files: int) -> list[BenchRow]:
    """Measure an office that grows to `files` files of 100,000 entries; a hundred are the quality page's."""
    from tests.bench import growth

    return growth.measure(files, growth.ENTRIES)


def _store(full: bool) -> Iterator[BenchRow]:
    from tests.bench import store

    yield from store.measure(quick=not full)


def _certificates(full: bool) -> Iterator[BenchRow]:
    from tests.bench import certificates, peers

    pages, few = (1000, 30) if full else (200, 10)
    rows = certificates.measure(pages, few)
    for row in rows:
        yield BenchRow(row.work, row.ours, "pages/s", row.baseline, row.theirs, row.target, higher=True)
    yield from peers.measure(certificates.sample(pages), rows[0].ours, few)
    for row in rows:
        if row.work.endswith("design"):
            yield BenchRow(row.work, row.ours, "pages/s", "300 pages a second", 300.0, 1.0, higher=True)
    many = 10_000 if full else 500
    peak = certificates.peak_memory(many) / 1_000_000
    yield BenchRow(f"{many} certificates, memory at its peak", peak, "MB", "200 MB", 200.0, 1.0)


def _exchange(full: bool) -> Iterator[BenchRow]:
    from tests.bench import exchange

    yield from exchange.measure(100_000 if full else 5_000)
    yield from exchange.measure_flood(30_000 if full else 5_000)


def _lists(full: bool) -> Iterator[BenchRow]:
    from tests.bench import lists

    yield from lists.measure(10_000 if full else 1_000, 20_000 if full else 2_000)


def _children(brief: bool) -> Iterator[BenchRow]:
    from tests.bench import children

    yield from children.measure(_FEW_TURNS if brief else children.TURNS)


def _grid(full: bool) -> Iterator[BenchRow]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.bench import grid

    application = QApplication.instance() or QApplication(["bench"])
    assert application is not None
    for row in grid.measure(200 if full else 40):
        yield BenchRow(row.work, row.ours, "ms", row.baseline, row.theirs, row.target)


def _start(brief: bool) -> Iterator[BenchRow]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench import million, start

    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = DataFolder(Path(name) / "data")
        key = million.fill(folder, 2)
        turns = _FEW_TURNS if brief else start.TURNS
        yield from start.measure(folder, key, 2 * million.MARKS_A_COURSE, million.TODAY, turns)


def _built() -> Iterator[BenchRow]:
    from tests.bench import built

    yield from built.measure()


def _servers(full: bool) -> Iterator[BenchRow]:
    """Only in full: a million marks are made twice."""
    if full:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from tests.bench import servers

        yield from servers.measure(1_000_000, 100_000)


def _million(full: bool) -> Iterator[BenchRow]:
    """Only in full: to make a million marks takes a minute or two."""
    if full:
        from tests.bench import million

        yield from million.measure(1_000_000)
