"""Entries that wait for a newer version of the program."""

from trainer_app.domain.newer import is_beyond
from trainer_app.domain.upgrade import read_entry
from trainer_app.store.database import Database
from trainer_app.store.journal import line_bytes


def count_beyond(database: Database, arrival: int) -> int:
    """Return how many of the entries that came with an import this version cannot show."""
    rows = database.select("SELECT line FROM entry WHERE import = ?", arrival)
    return sum(is_beyond(read_entry(line_bytes(line))) for (line,) in rows)
