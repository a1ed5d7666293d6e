"""What the tests of the store are made of."""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.kit.postgres import postgres
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.journal import decode_entry, derive_key
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.server import ServerDatabase, open_on_server
from trainer_app.store.base.store import Store, create_store, open_store
from trainer_app.store.base.upgrade import upgrade
from trainer_app.store.exchange.integrity import check_integrity, shown_rows
from trainer_app.store.exchange.receiving import Receiver, ReceiveResult

KEY, SALT = bytes(range(32)), bytes(range(100, 116))
NOON = 1_764_000_000_000
STEP = Label("test.step")


@dataclass
class Clock:
    """A clock that goes on by a millisecond whenever it is asked."""

    now: int = NOON

    def __call__(self) -> int:
        """Return wall milliseconds."""
        self.now += 1
        return self.now


@dataclass
class Bench:
    """Makes stores in a folder, or on a server, and remembers them."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    on_server: bool = field(default=False, kw_only=True)
    addresses: dict[str, ServerAddress] = field(default_factory=dict)
    noted: list[tuple[str, int]] = field(default_factory=list)
    _made: list[Store] = field(default_factory=list)

    def path(self, name: str) -> Path:
        """Return where a store's file lies."""
        return self.folder / f"{name}.db"

    def create(self, name: str) -> Store:
        """Make a new store."""
        if self.on_server:
            address = self.addresses[name] = postgres().copied("store_of_tests", _make_tables)
            store = open_on_server(address, self.clock, self._note)
            store.journal.take_new_replica()
            return self._keep(store)
        return self._keep(create_store(self.path(name), KEY, SALT, self.clock, self._note))

    def open(self, name: str) -> Store:
        """Open a store that is there."""
        if self.on_server:
            return self._keep(open_on_server(self.addresses[name], self.clock, self._note))
        snapshot = self.folder / f"{name}-before.db"
        return self._keep(open_store(self.path(name), KEY, SALT, self.clock, self._note, snapshot))

    def _note(self, replica: str, number: int) -> None:
        self.noted.append((replica, number))

    def _keep(self, store: Store) -> Store:
        store.journal.user = "t"
        self._made.append(store)
        return store

    def close(self) -> None:
        """Close all stores."""
        for store in self._made:
            store.close()


def _make_tables(address: ServerAddress) -> None:
    """Make what every store begins with, but for who writes there."""
    database = ServerDatabase(address)
    with database.created():
        upgrade(database, lambda: None)
    database.close()


def key_of(name: str) -> str:
    """Return a key that is the same in every run."""
    return derive_key("test", name)


def put(store: Store, entity: str, name: str, /, **fields: Any) -> Changes:
    """Write fields of one row."""
    return store.journal.record(STEP, [Write(entity, key_of(name), fields)])


def delete(store: Store, entity: str, name: str) -> Changes:
    """Delete a row."""
    return store.journal.record(STEP, [Write(entity, key_of(name), delete=True)])


def bring_back(store: Store, entity: str, name: str) -> Changes:
    """Bring a deleted row back as it was."""
    return store.journal.record(STEP, [Write(entity, key_of(name), delete=False)])


def row(store: Store, entity: str, name: str) -> dict[str, Any] | None:
    """Return what the tables show of a row; None if nothing."""
    found = {(shown[0], shown[1]): shown[2] for shown in shown_rows(store.journal)}
    return found.get((entity, key_of(name)))


def waiting(store: Store, entity: str, name: str) -> set[str]:
    """Return the fields of a row that wait for a decision."""
    found = {(shown[0], shown[1]): shown[3] for shown in shown_rows(store.journal)}
    return set(found.get((entity, key_of(name)), ()))


def lines_of(store: Store) -> list[bytes]:
    """Return all lines of the journal in its order."""
    return [line for (line,) in store.database.select("SELECT line FROM entry ORDER BY id")]


def last_entry(store: Store) -> Mapping[str, Any]:
    """Return the newest entry of this laptop as JSON."""
    own: list[dict[str, Any]] = [
        entry for entry in map(json.loads, lines_of(store)) if entry["r"] == store.journal.replica
    ]
    return max(own, key=lambda entry: entry["n"])


def receive(store: Store, lines: Iterable[bytes], **options: Any) -> ReceiveResult:
    """Take in lines as an import does."""
    with store.journal.transaction():
        pairs = [(line, decode_entry(line)) for line in lines]
        return Receiver(store.journal).receive(pairs, **options)


def exchange(first: Store, second: Store) -> None:
    """Let two stores learn all that the other knows."""
    receive(second, lines_of(first), arrival=1)
    receive(first, lines_of(second), arrival=1)


def assert_sound(store: Store) -> None:
    """Check that the tables are what the journal says."""
    assert check_integrity(store.journal).problems == ()


class RolledBackError(Exception):
    """Ends a block whose writes shall not stay."""


@contextlib.contextmanager
def rolled_back(store: Store) -> Iterator[None]:
    """Run a block in a transaction that leaves nothing."""
    try:
        with store.journal.transaction():
            yield
            raise RolledBackError
    except RolledBackError:
        pass
