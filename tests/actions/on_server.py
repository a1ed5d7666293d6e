"""An office's data on a real server: the same entries as in its file, and the same workplace."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.kit.postgres import PostgresServer
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.store.base.server import create_on_server
from trainer_app.store.base.store import Store, copy_settings
from trainer_app.store.exchange.receiving import Receiver


def copied(file: Store, address: ServerAddress) -> Store:
    """Return a store on a server with all entries and settings of a file."""
    lines = [line for (line,) in file.database.select("SELECT line FROM entry ORDER BY id")]
    store = create_on_server(
        address, lambda: 1_764_000_000_000, lambda replica, number: None, file.journal.replica[:16]
    )
    with store.journal.transaction():
        copy_settings(file.database, store.database)
    store.journal.reload()
    with store.journal.transaction():
        Receiver(store.journal).receive([(line, decode_entry(line)) for line in lines])
    return store


@contextmanager
def moved(
    work: Workplace, server: PostgresServer, address: ServerAddress | None = None
) -> Iterator[Workplace]:
    """Let a workplace work on a server for a while."""
    file = work.store
    work.store = copied(file, address or server.create())
    try:
        yield work
    finally:
        work.store.close()
        work.store = file
