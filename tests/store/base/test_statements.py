"""Every statement that stands ready in a module of the store is one that a server understands, too."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import closing

import trainer_app.store
from tests.kit.postgres import postgres
from trainer_app.store.base.dialect import Statement
from trainer_app.store.base.postgres import POSTGRES
from trainer_app.store.base.rows import Rows
from trainer_app.store.base.server import ServerDatabase, create_on_server

_FILES_ALONE = ("trainer_app.store.office.salvaging", "trainer_app.store.base.files")
"""What they say is said to files alone."""
MANY = 150


def statements() -> Iterator[tuple[str, Statement]]:
    """Yield the statements of all modules by where they stand."""
    for found in pkgutil.walk_packages(trainer_app.store.__path__, "trainer_app.store."):
        if found.name.startswith(_FILES_ALONE):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            for place, each in _within(value):
                yield f"{found.name.removeprefix('trainer_app.store.')}.{name}{place}", each


def _within(value: object) -> Iterator[tuple[str, Statement]]:
    match value:
        case Statement():
            yield "", value
        case Rows():
            yield "", value.statement
        case list() | tuple():
            for place, each in enumerate(value):
                yield from ((f"[{place}]{more}", one) for more, one in _within(each))
        case Mapping():
            for key, each in value.items():
                yield from ((f"[{key}]{more}", one) for more, one in _within(each))


def test_a_server_prepares_every_statement() -> None:
    address = postgres().create()
    create_on_server(address, lambda: 0, lambda replica, number: None, "a" * 16).close()
    failed: dict[str, str] = {}
    count = 0
    with closing(ServerDatabase(address)) as database:
        for place, statement in statements():
            sql = POSTGRES.sql(statement._build(), value_literals=True)[0]
            count += 1
            try:
                database.connection().execute(f"PREPARE tried AS {sql}")
                database.connection().execute("DEALLOCATE tried")
            except database.failures as problem:
                failed[place] = str(problem)
    assert failed == {}
    assert count > MANY
