"""Lets go of rows that are safe elsewhere: their lines fall silent here alone, and can come back.

Unlike what was erased (`erasing`), a dropped line never travels, and its full line is welcome again.
"""

from collections.abc import Collection, Iterable

from trainer_app.domain.changes import Label
from trainer_app.domain.journal import Entry, erase_line
from trainer_app.domain.merging import Object
from trainer_app.store.database import Database
from trainer_app.store.erasing import lines_of_rows, put_silent
from trainer_app.store.journal import Journal
from trainer_app.store.rebuilding import refold
from trainer_app.store.steps import forget_steps


def entries_of_rows(database: Database, rows: Collection[Object]) -> Iterable[tuple[Object, Entry]]:
    """Yield the entries about some rows, each with its row."""
    for place, lines in lines_of_rows(database, rows).items():
        for _, _, entry in lines.values():
            yield place, entry


def drop(journal: Journal, rows: Collection[Object], label: Label, at: int) -> int:
    """Let go of some rows; return how many lines fell silent. Use inside `Journal.transaction`.

    Undo ends here: the list of steps begins with `label` at `at` (wall milliseconds).
    """
    found = lines_of_rows(journal.database, rows)
    lines = [(number, erase_line(line)) for each in found.values() for number, line, _ in each.values()]
    if not lines:
        return 0
    put_silent(journal.database, lines)
    journal.database.run_many(
        "INSERT OR IGNORE INTO dropped (id) VALUES (?)", [(number,) for number, _ in lines]
    )
    forget_steps(journal.database, label, at)
    refold(journal, set(found))
    journal.projector.flush()
    return len(lines)
