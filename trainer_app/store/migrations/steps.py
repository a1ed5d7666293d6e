"""The ordered steps from one version of the tables to the next.

Each is a small function over an open connection, in one transaction with its record. A step that was
released is never changed: it must not import a live model, so it holds its SQL as it was then.
"""

from collections.abc import Callable

type Run = Callable[[str], object]


def create_tables(run: Run) -> None:
    """Version 1: the tables as they are described in `tables` (unreleased, so made from it)."""
    from trainer_app.store import tables

    for sql in (*tables.JOURNAL_TABLES, *tables.LOCAL_TABLES):
        run(sql)
    for entity in tables.PROJECTION:
        run(tables.create_entity_table(entity))
    for sql in tables.INDEXES:
        run(sql)


STEPS: tuple[Callable[[Run], None], ...] = (create_tables,)
"""Step i leads from version i to version i + 1."""
