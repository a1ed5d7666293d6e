"""Brings a database to the version of this program, or refuses one from a newer program."""

from collections.abc import Callable, Sequence

from trainer_app.domain.errors import TrainerError
from trainer_app.store.database import Database
from trainer_app.store.migrations.steps import STEPS, Run


def version_of(database: Database) -> int:
    """Return the version of the tables (`user_version`); 0 for a new file."""
    version: int = database.select("PRAGMA user_version")[0][0]
    return version


def migrate(
    database: Database,
    before: Callable[[], None],
    steps: Sequence[Callable[[Run], None]] = STEPS,
) -> int:
    """Run the steps that are missing, each in one transaction with its record.

    `before` makes a snapshot; it is called once, when an older database is about to change. Returns the
    number of steps run. Raises database.newer for a database from a newer program, untouched.
    """
    found = version_of(database)
    if found > len(steps):
        raise TrainerError("database.newer", found=found, known=len(steps))
    if 0 < found < len(steps):
        before()
    for number in range(found, len(steps)):
        with database.write():
            steps[number](database.run)
            database.run(f"PRAGMA user_version = {number + 1}")
    return len(steps) - found
