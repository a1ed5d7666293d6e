"""Takes people's data out of the journal: lines fall silent, what may stay of them is written anew.

A silenced line keeps its number and its id (see `domain.journal`), so nothing is missing from the journal,
and the full line never comes back. It cannot be undone.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from trainer_app.domain.changes import Label
from trainer_app.domain.collector import without_collector
from trainer_app.domain.journal import Entry, entry_id, erase_line, is_silent
from trainer_app.domain.merging import Object
from trainer_app.domain.rewriting import Rest, rewrite
from trainer_app.store.database import Database
from trainer_app.store.journal import Journal
from trainer_app.store.rebuilding import entry_batches, refold
from trainer_app.store.replicas import line_bytes
from trainer_app.store.steps import forget_steps

_LONGEST = 160
"""Bytes; what is left of an erased line is shorter."""
_PART = 2_000
"""Lines changed by one statement."""


@dataclass(frozen=True)
class Planned:
    """What erasing would do: numbers of lines with what is left of them, entries to write, rows touched."""

    gone: tuple[tuple[int, bytes], ...] = ()
    made: tuple[Entry, ...] = ()
    rows: frozenset[Object] = frozenset()


def plan(database: Database, rows: Collection[Object], rest: Rest) -> Planned:
    """Look at what must go of some rows; `rest` says what may stay. Changes nothing."""
    gone: list[tuple[int, bytes]] = []
    made: list[Entry] = []
    touched: set[Object] = set()
    for place, lines in lines_of_rows(database, rows).items():
        entries = {own: entry for own, (_, _, entry) in lines.items()}
        rewritten = rewrite(place, entries, rest)
        if rewritten.silenced:
            touched.add(place)
            gone += [(lines[own][0], erase_line(lines[own][1])) for own in rewritten.silenced]
            made += rewritten.made
    return Planned(tuple(gone), tuple(made), frozenset(touched))


def silence(journal: Journal, planned: Planned, label: Label, at: int) -> None:
    """Erase what was planned. Use inside the `Journal.transaction` in which it was; undo ends here.

    `label` and `at` (wall milliseconds) are what the list of steps begins with now.
    """
    if not planned.gone:
        return
    journal.append(planned.made)
    put_silent(journal.database, planned.gone)
    forget_steps(journal.database, label, at)
    refold(journal, set(planned.rows))
    journal.projector.flush()


def put_silent(database: Database, lines: Iterable[tuple[int, bytes]]) -> None:
    """Put erased lines in the places of full ones. Use inside a transaction, and fold their rows anew."""
    waiting = [(line, number) for number, line in lines]
    for start in range(0, len(waiting), _PART):
        database.run_many("UPDATE journal SET tail = ? WHERE id = ?", waiting[start : start + _PART])


def lines_of_rows(
    database: Database, rows: Collection[Object]
) -> dict[Object, dict[bytes, tuple[int, bytes, Entry]]]:
    """Return the lines of some rows by id, each with its number; erased ones left out."""
    wanted = frozenset(rows)
    found: dict[Object, dict[bytes, tuple[int, bytes, Entry]]] = {}
    with without_collector():
        for batch in entry_batches(database):
            for number, line, entry in batch:
                place = (entry.e, entry.k)
                if not entry.erased and place in wanted:
                    found.setdefault(place, {})[entry_id(line)] = (number, line, entry)
    return found


def silent_ids(database: Database) -> frozenset[bytes]:
    """Return the ids of all lines that were erased."""
    rows = database.stream(
        "SELECT entry.line FROM journal JOIN entry ON entry.id = journal.id WHERE length(journal.tail) < ?",
        _LONGEST,
    )
    lines = (line_bytes(line) for (line,) in rows)
    return frozenset(entry_id(line) for line in lines if is_silent(line))


def speaking_entries(database: Database) -> Iterator[tuple[bytes, Entry]]:
    """Yield every line that still says something, with its entry."""
    for batch in entry_batches(database):
        yield from ((line, entry) for _, line, entry in batch if not entry.erased)
