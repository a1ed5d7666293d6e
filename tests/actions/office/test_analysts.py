"""What analysts see on a server is what open data say of the same office, and never a name."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.actions.open_worlds import told
from tests.kit.postgres import PostgresServer, postgres
from tests.kit.world import Story
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import analysts, open_data
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.office.analyst_views import SCHEMA, VIEWS
from trainer_app.domain.office.open_data import SECRET, OpenTable, OpenType, Pseudonyms
from trainer_app.store.base.server import create_on_server
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.store.office import analyst_views

type Rows = list[tuple[Any, ...]]


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course with something of everything, its data on a server."""
    with told(tmp_path / "world").open() as made:
        file = made.work.store
        made.work.store = on_server(file, postgres())
        yield made
        made.work.store.close()
        made.work.store = file


def on_server(file: Store, server: PostgresServer) -> Store:
    """Return a store on a server with all entries of a file."""
    lines = [line for (line,) in file.database.select("SELECT line FROM entry ORDER BY id")]
    store = create_on_server(server.create(), lambda: 1_764_000_000_000, lambda replica, number: None, "c" * 16)
    with store.journal.transaction():
        Receiver(store.journal).receive([(line, decode_entry(line)) for line in lines])
    return store


@pytest.fixture
def work(story: Story) -> Workplace:
    analyst_views.make_views(story.work.database)
    analysts.count_tests(story.work)
    return story.work


def on_server_rows(work: Workplace, view: OpenTable) -> Rows:
    columns = ", ".join(f'"{field.name}"' for field in view.fields)
    return work.database.select(f"SELECT {columns} FROM {SCHEMA}.{view.name}")


def in_file_rows(path: Path, view: OpenTable) -> Rows:
    columns = ", ".join(f'"{field.name}"' for field in view.fields)
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {columns} FROM {view.name}").fetchall()


def as_in_file(row: tuple[Any, ...], view: OpenTable, keys: dict[str, str]) -> tuple[Any, ...]:
    """Return a row of the server as the file writes it."""
    cells = []
    for value, field in zip(row, view.fields, strict=True):
        if field.type is OpenType.DAY:
            value = None if value is None else value.isoformat()
        elif field.type is OpenType.FLAG:
            value = int(value)
        cells.append(keys.get(value, value))
    return tuple(cells)


def keys_of(work: Workplace) -> dict[str, str]:
    """Return by the key that somebody has on the server the one in the file."""
    (secret,) = work.database.select(f"SELECT secret FROM {analyst_views.INNER}.secret")[0]
    files = Pseudonyms(bytes.fromhex(work.store.setting(SECRET)), "", names=False)
    kinds = {"person": "people", "enrolment": "enrolments", "paper": "tests", "certificate": "certificates"}
    found = {}
    for raw, entity in work.database.select("SELECT key, entity FROM object"):
        if kind := kinds.get(entity):
            said = f"{secret}/{kind}/{raw.hex()}"
            key = f"{raw.hex()[:8]}-{raw.hex()[8:12]}-{raw.hex()[12:16]}-{raw.hex()[16:20]}-{raw.hex()[20:]}"
            found[hashlib.sha256(said.encode()).hexdigest()[:20]] = files.of(kind, key)
    return found


def test_each_view_holds_what_open_data_hold(work: Workplace, tmp_path: Path) -> None:
    done = open_data.export_open(work, tmp_path / "out", sqlite=True)
    assert done.sqlite is not None
    keys = keys_of(work)
    for view in VIEWS:
        here = sorted((as_in_file(row, view, keys) for row in on_server_rows(work, view)), key=repr)
        there = sorted(in_file_rows(done.sqlite, view), key=repr)
        assert there, view.name
        assert here == there, view.name
