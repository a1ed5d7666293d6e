"""An office that grows to millions of entries: file after file, sealed and signed, through the real import.

`measure` is what `dev.py bench --growth` calls: 100 files of 100,000 entries, about fifteen minutes and
ten gigabytes on the disk while it runs. Five laptops send by turns what courses bring: people, enrolments,
sessions, marks. The files come in a few calls, as an office takes in what has gathered; each call copies the
database before its first file. Such a file counts in none of the rows: the copy has one of its own.
"""

import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice, pairwise
from pathlib import Path
from time import perf_counter, process_time

import msgspec

from tests.bench.million import CourseLines
from tests.bench.row import BenchRow, cpu_seconds
from tests.kit import writing
from trainer_app.actions.base import identity, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import office
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.exchange.transfers import count_entries
from trainer_app.system.folders import DataFolder

FILES, ENTRIES, CALLS, LAPTOPS = 100, 100_000, 5, 5
GROWTH_TARGET, BYTES_TARGET, AGAIN_TARGET, COPY_TARGET = 1.6, 400.0, 1.0, 4.0
MEMORY_TARGET = 1200.0
"""Megabytes: 960 were measured, with the two million rows that a call of twenty files tells of."""
_NEAR = 5
"""So many files count for the first, the middle and the last one, at the median."""
_COURSES = 100_000
"""More than any run needs: it only says how far back in time the first one lies."""


@dataclass
class Times:
    """Seconds by clock and by processor for each file; None for a file before which a copy was made."""

    clock: list[float | None] = field(default_factory=list)
    cpu: list[float | None] = field(default_factory=list)

    def around(self, values: Sequence[float | None], first: int, last: int) -> float:
        """Return the median of files number `first` to `last` that needed no copy."""
        return statistics.median(found for found in values[first - 1 : last] if found is not None)


def measure(
    files: int = FILES,
    entries: int = ENTRIES,
    calls: int = CALLS,
    progress: Callable[[str], None] = lambda text: None,
) -> list[BenchRow]:
    """Take `files` files (4 at least) of `entries` entries into one new office, in `calls` calls at most."""
    # Of four files in a call there are some on each side of every median that needed no copy.
    calls = max(1, min(calls, files // 4))
    with tempfile.TemporaryDirectory(prefix="growth-") as name:
        root = Path(name)
        context = workplace.create(
            DataFolder(root / "desk"), "a laptop that is only measured", role=Role.OFFICE, cost=KdfCost()
        )
        try:
            office.init(context, Texts(en="Bench"), "BN")
            return _measure(root, context, (files, entries, calls), progress)
        finally:
            context.close()


def _measure(
    root: Path, context: Workplace, sizes: tuple[int, int, int], progress: Callable[[str], None]
) -> list[BenchRow]:
    files, entries, calls = sizes
    laptops = [Sender(root, context, f"K{number + 1}") for number in range(LAPTOPS)]
    times = Times()
    empty = _size(context)
    sent: list[Path] = []
    for call in range(calls):
        for old in sent:
            old.unlink()
        number = files * (call + 1) // calls - files * call // calls
        sent = [laptops[place % LAPTOPS].send(entries) for place in range(number)]
        take_in(context, sent, times)
        progress(f"{count_entries(context.database):,} entries")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    again = cpu_seconds(lambda: _again(context, sent[-1]))
    copy, read = _copies(context)
    total = files * entries
    bytes_each = (_size(context) - empty) / total
    return [
        *_grown(times, files),
        BenchRow("the last file again, CPU", again, "s", "the first files", _first(times.cpu), AGAIN_TARGET),
        BenchRow(
            f"database of {total:,}, a new one's apart", bytes_each, "bytes", "1 an entry", 1, BYTES_TARGET
        ),
        BenchRow("copy of it before an import, CPU", copy, "s", "a check of its cipher", read, COPY_TARGET),
        BenchRow("memory at its peak", peak, "MB", "one MB", 1.0, MEMORY_TARGET),
    ]


def _grown(times: Times, files: int) -> Iterator[BenchRow]:
    """Yield the middle and the last file against the first ones, by processor and by clock."""
    for number in (files // 2, files):
        for name, values in (("CPU", times.cpu), ("clock", times.clock)):
            late = times.around(values, max(1, number - _NEAR + 1), number)
            yield BenchRow(
                f"file {number} of {files}, {name}",
                late,
                "s",
                "the first files",
                _first(values),
                GROWTH_TARGET,
            )


def _first(values: Sequence[float | None]) -> float:
    return statistics.median([found for found in values if found is not None][:_NEAR])


class Sender:
    """A laptop that the office knows, and the courses that it writes of."""

    def __init__(self, root: Path, context: Workplace, code: str) -> None:
        self._folder = root / code
        self._work = workplace.create(
            DataFolder(self._folder), "a laptop that is only measured", cost=KdfCost()
        )
        asked, _ = office.request(self._work, root / f"{code}.treq")
        writing.join(self._work, writing.enrolled(context, asked, code, root).pack.file)
        self._keys = identity.device_keys(self._work)
        trust = identity.trust_list(self._work)
        assert trust is not None
        self._recipients = [trust.office.recipient, trust.office.recovery]
        self._lines = CourseLines(self._keys.key_id.hex())
        self._stream = (line for number in count() for line in self._lines.course(number, _COURSES))
        self._header = sending.make_header(self._work, "sync", 1, 1)
        self._sent = self._files = 0
        self._work.close()

    def send(self, entries: int) -> Path:
        """Write the next entries into a file, sealed and signed, and return it."""
        first, last = self._sent + 1, self._sent + entries
        self._sent, self._files = last, self._files + 1
        header = msgspec.structs.replace(
            self._header, replica=self._lines.replica, bundle=new_key(), first=first, last=last
        )
        content = BundleContent(header, list(islice(self._stream, entries)))
        path = self._folder / f"{self._files:04}.tsync"
        path.write_bytes(write_bundle(content, self._keys, self._recipients))
        return path


def take_in(context: Workplace, files: Sequence[Path], times: Times) -> None:
    """Take files in by one call, and note what each took; the first of them waits for the copy."""
    starts: list[tuple[float, float]] = []

    def listen(code: str, _share: float) -> None:
        if code == "bundle.opening":
            starts.append((perf_counter(), process_time()))

    report = importing.import_files(context, files, progress=listen)
    starts.append((perf_counter(), process_time()))
    if {found.result for found in report.files} != {FileOutcome.IMPORTED}:
        raise AssertionError(f"not imported: {report.files}")
    spans = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(starts)]
    times.clock += [None, *(clock for clock, _ in spans[1:])]
    times.cpu += [None, *(cpu for _, cpu in spans[1:])]


def _again(context: Workplace, file: Path) -> None:
    """Take in a file that is known."""
    (found,) = importing.import_files(context, [file]).files
    if found.result is not FileOutcome.DUPLICATE:
        raise AssertionError(f"imported twice: {found}")


def _copies(context: Workplace) -> tuple[float, float]:
    """Return what a copy of the database as it is made before an import takes, and to read it all once."""
    read = cpu_seconds(lambda: context.database.select("PRAGMA cipher_integrity_check"))
    return cpu_seconds(lambda: workplace.take_snapshot(context, "measured")), read


def _size(context: Workplace) -> int:
    context.database.empty_log()
    return context.folder.database.stat().st_size
