"""All rows of the benchmark, quick or at the sizes of the quality page: what `trainer-cli bench` prints."""

import os
from collections.abc import Iterator

from tests.bench.row import BenchRow


def measure(*, full: bool = False) -> list[BenchRow]:
    """Measure everything; each row stands beside its baseline in this run."""
    return [*_store(full), *_certificates(full), *_exchange(full), *_lists(full), *_grid(full)]


def _store(full: bool) -> Iterator[BenchRow]:
    from tests.bench import store

    yield from store.measure(quick=not full)


def _certificates(full: bool) -> Iterator[BenchRow]:
    from tests.bench import certificates

    for row in certificates.measure(1000 if full else 200, 30 if full else 10):
        yield BenchRow(row.work, row.ours, "pages/s", row.baseline, row.theirs, row.target, higher=True)


def _exchange(full: bool) -> Iterator[BenchRow]:
    from tests.bench import exchange

    yield from exchange.measure(100_000 if full else 5_000)


def _lists(full: bool) -> Iterator[BenchRow]:
    from tests.bench import lists

    yield from lists.measure(10_000 if full else 1_000, 20_000 if full else 2_000)


def _grid(full: bool) -> Iterator[BenchRow]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.bench import grid

    application = QApplication.instance() or QApplication(["bench"])
    assert application is not None
    for row in grid.measure(200 if full else 40):
        yield BenchRow(row.work, row.ours, "ms", row.baseline, row.theirs, row.target)
