"""Brings an opened database to this program: its tables' version first, then the projected tables.

The projected tables follow from the journal, so that after a change of the vocabulary they are simply
made anew: what a newer program wrote, and this one could not show before, appears by itself.
"""

from collections.abc import Callable, Sequence

from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.store.database import Database
from trainer_app.store.journal import Journal
from trainer_app.store.migration import migrate, version_of
from trainer_app.store.migrations.steps import STEPS, Run
from trainer_app.store.rebuilding import rebuild
from trainer_app.store.tables import INDEXES, ORPHANS, PROJECTION, create_entity_table, fingerprint

_SETTING = "projection"


def upgrade(
    database: Database,
    before: Callable[[], None],
    *,
    steps: Sequence[Callable[[Run], None]] = STEPS,
    progress: Progress = no_progress,
) -> bool:
    """Run the missing steps and make the projected tables anew if they are out of date.

    `before` makes a snapshot; it is called once, before an older database changes. Returns whether
    anything changed. Raises database.newer.
    """
    made: list[bool] = []

    def snapshot_once() -> None:
        if not made:
            made.append(True)
            before()

    changed = migrate(database, snapshot_once, steps) > 0
    known = _known(database)
    if known == fingerprint():
        return changed
    if known:
        snapshot_once()
    journal = Journal(database, lambda: 0, lambda replica, number: None)
    with journal.transaction():
        _make_tables(database, known.split()[1:])
        rebuild(journal, progress)
    return True


def is_current(database: Database) -> bool:
    """Tell whether a database has the tables of this program. Raises database.newer."""
    found = version_of(database)
    if found > len(STEPS):
        raise TrainerError("database.newer", found=found, known=len(STEPS))
    return found == len(STEPS) and _known(database) == fingerprint()


def _known(database: Database) -> str:
    rows = database.select("SELECT value FROM setting WHERE name = ?", _SETTING)
    return str(rows[0][0]) if rows else ""


def _make_tables(database: Database, old: Sequence[str]) -> None:
    for table in {*old, *PROJECTION, "orphan"}:
        database.run(f'DROP TABLE IF EXISTS "{table}"')
    for entity in PROJECTION:
        database.run(create_entity_table(entity))
    for sql in (*INDEXES, ORPHANS):
        database.run(sql)
    database.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", _SETTING, fingerprint())
