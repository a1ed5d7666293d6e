"""Does the work of the table's lines, several at once where there are processors for it."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context

from tests import passphrases
from tests.faults.results import Result
from tests.faults.table import Line
from tests.kit.running import WORLDS


def inject(line: Line, count: int) -> tuple[Result, float]:
    """Do the work of a line; return what came of it, and how many seconds it took."""
    passphrases.remember()
    began = time.monotonic()
    try:
        result = line.work(count)
    except Exception as problem:  # noqa: BLE001  a work that fails by itself fails the run, not the others
        result = Result(line.row, count, problems=[f"the work failed: {problem!r}"])
    return result, time.monotonic() - began


@contextmanager
def worlds_shared() -> Iterator[None]:
    """Let the works of a run, in all their processes, share the worlds that they make."""
    before = os.environ.get(WORLDS)
    with tempfile.TemporaryDirectory(prefix="worlds-") as shared:
        os.environ[WORLDS] = shared
        try:
            yield
        finally:
            if before is None:
                del os.environ[WORLDS]
            else:
                os.environ[WORLDS] = before


def in_order(lines: Sequence[Line], *, full: bool, jobs: int) -> list[Line]:
    """Return lines the longest first; who needs what another makes comes after those that begin at once."""
    longest = sorted(lines, key=lambda line: -line.duration(full=full))
    makers = {line.shared: line for line in reversed(longest)}
    users = [line for line in longest if line.shared and line is not makers[line.shared]]
    others = [line for line in longest if line not in users]
    return [*others[:jobs], *users, *others[jobs:]]


def inject_all(
    lines: Sequence[Line], *, full: bool, jobs: int, tell: Callable[[Result, float], None]
) -> list[Result]:
    """Do the work of all lines, several at once, the longest first; tell of each when it is done."""
    if jobs == 1:
        found = []
        for line in lines:
            found.append(inject(line, line.count(full=full)))
            tell(*found[-1])
        return [result for result, _ in found]
    # Fresh processes: a fork of this one would share what SQLite holds in memory.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        order = in_order(lines, full=full, jobs=jobs)
        coming = {pool.submit(inject, line, line.count(full=full)): line for line in order}
        done: dict[Line, Result] = {}
        for future in as_completed(coming):
            result, seconds = future.result()
            done[coming[future]] = result
            tell(result, seconds)
    return [done[line] for line in lines]
