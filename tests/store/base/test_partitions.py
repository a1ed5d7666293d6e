"""Beyond one disk or server: every large table is reached by object and can be cut by it in plain PostgreSQL.

Nothing of the program changes for it: the tables of a new database are taken for partitioned ones before
the first row, and the store writes, reads, merges and rebuilds as in a file. What Citus asks of a key is the
same: the column by which rows are spread is part of each unique key, and of each question on the hot path.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.worlds import history_of
from tests.kit.postgres import postgres
from tests.store.parts import Bench, assert_sound, receive
from trainer_app.store.base.models import MODELS
from trainer_app.store.base.server import ServerDatabase
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.exchange.integrity import digest_of

PARTS = 4
BY = {
    "journal": "id",
    "head": "object",
    "belongs": "object",
    "lookup": "short",
    "recent": "short",
    "awaited": "object",
    "step_entry": "entry",
    **{model._meta.table_name: "id" for model in MODELS.values()},
}
"""Each table that grows with what is recorded, and the column that it is cut by.

The registry stays whole: it alone says whether a key has a number, of which there must be one over all parts.
"""
SMALL = {"arrival", "departure", "kind", "replica"}
"""Tables whose rows are numbered by a sequence and that stay small: files, computers, words."""


def partition(database: ServerDatabase) -> None:
    """Take the tables of an empty database for partitioned ones with the same columns and keys."""
    for table, column in BY.items():
        database.run(f'ALTER TABLE "{table}" RENAME TO "{table}_whole"')
        database.run(
            f'CREATE TABLE "{table}" (LIKE "{table}_whole" INCLUDING ALL) PARTITION BY HASH ({column})'
        )
        for part in range(PARTS):
            database.run(
                f'CREATE TABLE "{table}_{part}" PARTITION OF "{table}" '
                f"FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {part})"
            )
    # Views stay with the tables that they were made over.
    for view in ("entry", "object"):
        made = database.select("SELECT pg_get_viewdef(?::regclass)", f"public.{view}")[0][0]
        made = made.replace("journal_whole", "journal")
        database.run(f"DROP VIEW {view}")
        database.run(f"CREATE VIEW {view} AS {made}")
    for table in BY:
        database.run(f'DROP TABLE "{table}_whole"')


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Return a store in a file, and one on a server whose large tables lie in parts."""
    postgres()
    file, server = Bench(tmp_path), Bench(tmp_path, on_server=True)
    parted = server.create("parted")
    assert isinstance(parted.database, ServerDatabase)
    partition(parted.database)
    yield file.create("whole"), parted
    file.close()
    server.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_store_whose_tables_lie_in_parts_is_the_same_store(stores: tuple[Store, Store], seed: int) -> None:
    chance = random.Random(seed)
    lines = history_of(chance.randbytes(400)).everything()
    for store in stores:
        some = list(lines)
        chance.shuffle(some)
        half = len(some) // 2
        receive(store, some[:half])
        receive(store, some[half:])
        assert_sound(store)
    whole, parted = stores
    assert digest_of(whole.journal) == digest_of(parted.journal)
    with parted.journal.transaction():
        rebuild(parted.journal)
    assert digest_of(whole.journal) == digest_of(parted.journal)
    used = [
        parted.database.select(f'SELECT count(*) > 0 FROM "journal_{part}"')[0][0] for part in range(PARTS)
    ]
    assert sum(used) > 1, "rows lie in more than one part"


@pytest.mark.parametrize("table", ["journal", "head", "belongs", "attendance", "enrolment"])
def test_one_part_alone_is_asked_for_one_object(stores: tuple[Store, Store], table: str) -> None:
    _, parted = stores
    plan = parted.database.select(f'EXPLAIN SELECT * FROM "{table}" WHERE {BY[table]} = 7')
    touched = {word for (line,) in plan for word in line.split() if word.startswith(f"{table}_")}
    assert len({word.split("_")[-1] for word in touched if word[-1].isdigit()}) == 1, plan


def test_no_sequence_numbers_the_rows_of_a_large_table(stores: tuple[Store, Store]) -> None:
    _, parted = stores
    found = {
        name
        for (name,) in parted.database.select(
            "SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relnamespace = 'public'::regnamespace AND a.attidentity <> ''"
        )
    }
    # A step is what one undo takes back, a content comes with a scan: neither is written for an entry.
    assert found == SMALL | {"step", "blob"}
    assert found.isdisjoint(BY)


def test_every_large_table_has_the_column_that_it_is_cut_by_in_its_key(stores: tuple[Store, Store]) -> None:
    _, parted = stores
    for table, column in BY.items():
        keys = parted.database.select(
            "SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a "
            "ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) "
            "WHERE i.indrelid = ?::regclass AND i.indisunique GROUP BY i.indexrelid",
            f'public."{table}"',
        )
        assert keys, table
        assert all(column in key for (key,) in keys), table
