"""Makes tables anew from the journal: all of them after an upgrade, or the rows that lost an entry."""

from collections.abc import Iterator

from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.collector import without_collector
from trainer_app.domain.journal import entry_id
from trainer_app.domain.upgrade import read_entry
from trainer_app.store.database import Database
from trainer_app.store.journal import Journal
from trainer_app.store.orphans import Kin
from trainer_app.store.projection import Arrived, Touched
from trainer_app.store.registers import Stored
from trainer_app.store.registry import Object
from trainer_app.store.replicas import line_bytes
from trainer_app.store.tables import PROJECTION

_CHUNK = 20_000
_DERIVED = ("head", "awaited", "contradiction", "orphan", *PROJECTION)


def rebuild(journal: Journal, progress: Progress = no_progress) -> None:
    """Make all tables anew from the journal. Use inside `Journal.transaction`.

    The numbers of rows stay, since other connections may remember them.
    """
    database = journal.database
    database.note_written(_DERIVED)
    for table in _DERIVED:
        database.run(f'DELETE FROM "{table}"')
    database.run("UPDATE registry SET head = NULL WHERE head IS NOT NULL")
    journal.projector.forget()
    total = database.select("SELECT count(*) FROM journal")[0][0]
    done = 0
    folded: set[int] = set()
    with without_collector():
        for batch in entry_batches(database):
            journal.projector.apply(batch, folded)
            done += len(batch)
            progress("database.rebuild", done / total)
    journal.projector.flush()


def refold(journal: Journal, objects: set[Object]) -> Touched:
    """Fold some rows anew from all their entries, after one was erased. Use inside a transaction."""
    states = journal.projector.load(objects)
    kin = Kin()
    for state in states.values():
        state.registers, state.numbers = {}, {}
        # What was loaded may have lacked the erased one: whatever is in the tables must go.
        state.spread = state.waits = state.open = True
        state.shown = None
        if state.entity in PROJECTION:
            journal.database.run(f'DELETE FROM "{state.entity}" WHERE id = ?', state.number)
            kin.gone.setdefault(state.entity, []).append(state.number)
    kin.keep(journal.database)
    journal.database.note_written(kin.gone)
    for batch in entry_batches(journal.database):
        for number, line, entry in batch:
            if not entry.erased and (entry.e, entry.k) in states:
                states[entry.e, entry.k].add(Stored(number, entry_id(line), entry))
    touched = journal.projector.save(states.values())
    # What is shown now may point to rows that were never pointed to before.
    journal.projector.flush()
    return touched


def entry_batches(database: Database) -> Iterator[list[Arrived]]:
    """Yield all entries of the journal in its order, some thousand at a time."""
    last = -1
    while True:
        rows = database.select("SELECT id, line FROM entry WHERE id > ? ORDER BY id LIMIT ?", last, _CHUNK)
        if not rows:
            return
        batch: list[Arrived] = []
        for number, raw in rows:
            line = line_bytes(raw)
            batch.append((number, line, read_entry(line)))
        last = batch[-1][0]
        yield batch
