"""What an office's data weigh on a PostgreSQL server, and how long analysts wait: the figures of SERVERS.md.

    python -m tests.bench.weights [--entries N]

Courses as in the other benchmarks are taken in through the store's own import, into a server that is set up
to lose nothing. Sizes are those of PostgreSQL itself, indexes with them, after VACUUM.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from time import perf_counter

from msgspec import Struct

from tests.bench.million import CourseLines
from tests.kit.postgres import PostgresServer, start_another
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.office.analyst_views import SCHEMA, VIEWS
from trainer_app.store.base.server import create_on_server
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.store.office.server_roles import arrange

ENTRIES, AT_ONCE = 400_000, 50_000


class Weights(Struct, frozen=True):
    """What was measured: entries and marks, bytes of each table, seconds of each import and of each view."""

    entries: int
    marks: int
    tables: dict[str, int]
    imports: tuple[float, ...]
    views: dict[str, float]

    @property
    def bytes_each(self) -> float:
        """Bytes for one entry."""
        return sum(self.tables.values()) / self.entries


def lines() -> Iterator[bytes]:
    """Yield lines of a journal, course by course, for ever."""
    writer, number = CourseLines(), 0
    while True:
        yield from writer.course(number % 10_000, 10_000)
        number += 1


def measure(server: PostgresServer, entries: int = ENTRIES, at_once: int = AT_ONCE) -> Weights:
    """Fill a database with so many entries and measure it."""
    address = server.create()
    store = create_on_server(address, lambda: 1_764_000_000_000, lambda replica, number: None, "f" * 16)
    with closing(store):
        arrange(store.database)
        source, imports = lines(), []
        while at_once * len(imports) < entries:
            imports.append(_take_in(store, list(islice(source, at_once))))
        server.ask("VACUUM ANALYZE", address.database)
        rows = store.database.select(
            "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        )
        views = {view.name: _seconds(store, f"SELECT count(*) FROM {SCHEMA}.{view.name}") for view in VIEWS}
        views["a pivot"] = _seconds(
            store, f"SELECT town, sex, sum(came) FROM {SCHEMA}.participations GROUP BY town, sex"
        )
        (marks,) = store.database.select("SELECT count(*) FROM attendance")[0]
    return Weights(at_once * len(imports), marks, dict(rows), tuple(imports), views)


def _take_in(store: Store, some: Sequence[bytes]) -> float:
    pairs = [(line, decode_entry(line)) for line in some]
    begun = perf_counter()
    with store.journal.transaction():
        Receiver(store.journal).receive(pairs)
    return perf_counter() - begun


def _seconds(store: Store, question: str) -> float:
    begun = perf_counter()
    store.database.select(question)
    return perf_counter() - begun


def report(found: Weights) -> list[str]:
    """Return what was measured, in lines."""
    tables = sorted(found.tables.items(), key=lambda each: -each[1])
    largest = [(name, size) for name, size in tables if size * 100 > sum(found.tables.values())]
    a_mark = found.bytes_each * found.entries / found.marks
    return [
        f"{found.entries:,} entries, {found.marks:,} marks: {found.bytes_each:.0f} bytes an entry",
        *(f"  {name}: {size / found.entries:.0f} bytes an entry" for name, size in largest),
        f"imports of {found.entries // len(found.imports):,}: "
        + ", ".join(f"{each:.1f} s" for each in found.imports),
        *(f"  {name}: {seconds:.2f} s" for name, seconds in found.views.items()),
        *(f"{millions},000,000 marks: {a_mark * millions / 1000:.0f} GB" for millions in (10, 100, 1000)),
    ]


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=ENTRIES)
    for said in report(measure(start_another(safe=True), asked.parse_args().entries)):
        sys.stdout.write(f"{said}\n")
