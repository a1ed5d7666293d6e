"""Brings a database to the version of this program, and rebuilds projected tables from the journal.

First the migrations, then the projected tables: these follow from the journal, so after a change of the
schema they are simply made anew, and what a newer program wrote and this one could not show before appears
by itself. A database of a newer program is refused. The same rebuilding serves single rows that lost an
entry.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from trainer_app.domain.base.authority import AUTHORITY, Authority, SignatureCheck, all_fit
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, entry_id
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.base.settings import SCHEMA_FINGERPRINT
from trainer_app.domain.base.structs import gc_paused, replace
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, count, putting
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.judging import Arrived
from trainer_app.store.base.models import (
    MODELS,
    AwaitedRow,
    BelongsRow,
    ContradictionRow,
    EntryRow,
    HeadRow,
    JournalRow,
    OrphanRow,
    ProposalRow,
    RegistryRow,
    SettingRow,
    WaitsRow,
)
from trainer_app.store.base.object_ids import EntityKey, line_bytes
from trainer_app.store.base.projection import ParentLinks, Touched
from trainer_app.store.base.registers import Stored
from trainer_app.store.base.rows import PROJECTION, create_tables, drop_row, fingerprint
from trainer_app.store.migrations.steps import STEPS, Run


def version_of(database: Database) -> int:
    """Return the version of the tables (`user_version`); 0 for a new file."""
    return database.dialect.version(database)


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
            database.dialect.set_version(database, number + 1)
    return len(steps) - found


_CHUNK = 20_000
_DERIVED = {
    "belongs": BelongsRow,
    "proposal": ProposalRow,
    "waits": WaitsRow,
    "head": HeadRow,
    "awaited": AwaitedRow,
    "contradiction": ContradictionRow,
    "orphan": OrphanRow,
}
"""Beside the tables of the entities."""
_BATCH = Statement(
    lambda: (
        EntryRow.select(EntryRow.id, EntryRow.line)
        .where(EntryRow.id > VALUE)
        .order_by(EntryRow.id)
        .limit(VALUE)
    )
)
_COUNT = Statement(lambda: count(JournalRow))
_WITHOUT_HEADS = Statement(
    lambda: RegistryRow.update({RegistryRow.head: None}).where(RegistryRow.head.is_null(False))
)
_SHAPE = Statement(lambda: SettingRow.select(SettingRow.value).where(SettingRow.name == VALUE))
_KEEP_SHAPE = putting(SettingRow.name, SettingRow.value)


@cache
def _emptied(table: str) -> Statement:
    return Statement(lambda: (_DERIVED.get(table) or MODELS[table]).delete())


def rebuild(journal: Journal, progress: Progress = no_progress) -> None:
    """Make all tables anew from the journal. Use inside `Journal.transaction`.

    The numbers of rows stay, since other connections may remember them.
    """
    database = journal.database
    derived = (*_DERIVED, *MODELS)
    database.note_written(derived)
    database.run_all([_emptied(table) for table in derived])
    database.run(_WITHOUT_HEADS)
    journal.projector.forget()
    total = database.select(_COUNT)[0][0]
    done = 0
    folded: set[int] = set()
    with gc_paused():
        for batch in entry_batches(database):
            journal.projector.apply(batch, folded)
            done += len(batch)
            progress("database.rebuild", done / total)
    journal.projector.flush()


def change_authority(
    journal: Journal, authority: Authority | None, progress: Progress = no_progress
) -> Touched:
    """Let other entries count from now on, as the office's newer list says; return the rows that change.

    A list that gives more lets proposals count. Where somebody's entries count no more, or nobody was judged
    before, all tables are made anew; then no rows are named. Use inside `Journal.transaction`.
    """
    before = journal.authority
    if authority == before:
        return {}
    journal.database.run(_KEEP_SHAPE, AUTHORITY.key, AUTHORITY.text_of(authority))
    journal.projector.judge.authority = authority
    if authority is None or before is None or _takes_away(journal, before, authority):
        rebuild(journal, progress)
        return {}
    changed = [name for name, now in authority.authors.items() if before.authors.get(name) != now]
    touched = journal.projector.fold_late_of(changed)
    journal.projector.flush()
    return touched


def _takes_away(journal: Journal, before: Authority, after: Authority) -> bool:
    """Tell whether any entry that may count under one authority cannot under another."""
    if before.office != after.office:
        return True
    for author, rights in before.authors.items():
        now = after.authors.get(author)
        if now is None:
            return True
        same = replace(now, ends=rights.ends)
        # Also somebody who becomes an office: their decisions count then, and what they say of rows.
        if same != rights:
            return True
        if now.ends is not None and now.ends != rights.ends:
            names = [name for name in journal.replica_names() if author_of(name) == author]
            if any(journal.last_number(name) > now.ends.get(name, 0) for name in names):
                return True
    return False


def refold(journal: Journal, objects: set[EntityKey]) -> Touched:
    """Fold some rows anew from all their entries, after one was erased. Use inside a transaction.

    They are judged again too: what was erased says no more where they belong.
    """
    projector = journal.projector
    states = projector.load(objects)
    kin = ParentLinks()
    for state in states.values():
        # What was loaded may have lacked the erased one: whatever is in the tables must go.
        state.empty()
        if state.entity in PROJECTION:
            journal.database.run(drop_row(state.entity), state.number)
            kin.gone.setdefault(state.entity, []).append(state.number)
    kin.keep(journal.database)
    journal.database.note_written(kin.gone)
    found = [
        one
        for batch in entry_batches(journal.database)
        for one in batch
        if not one[2].erased and (one[2].e, one[2].k) in states
    ]
    verdict, lost = projector.judge.judge_again(objects, found)
    for number, line, entry in verdict.counted:
        states[entry.e, entry.k].add(Stored(number, entry_id(line), entry))
    touched = projector.save(states.values())
    touched.update(projector.fold_late(verdict))
    # What is shown now may point to rows that were never pointed to before.
    projector.flush()
    if lost:
        rebuild(journal)
    return touched


def entry_batches(database: Database) -> Iterator[list[Arrived]]:
    """Yield all entries of the journal in its order, some thousand at a time."""
    last = -1
    while True:
        rows = database.select(_BATCH, last, _CHUNK)
        if not rows:
            return
        batch: list[Arrived] = []
        for number, raw in rows:
            line = line_bytes(raw)
            batch.append((number, line, read_entry(line)))
        last = batch[-1][0]
        yield batch


def upgrade(
    database: Database,
    before: Callable[[], None],
    *,
    steps: Sequence[Callable[[Run], None]] = STEPS,
    progress: Progress = no_progress,
    check_signature: SignatureCheck = all_fit,
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
    journal = Journal(database, lambda: 0, lambda replica, number: None, check_signature)
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
    rows = database.select(_SHAPE, SCHEMA_FINGERPRINT.key)
    return str(rows[0][0]) if rows else ""


def _make_tables(database: Database, old: Sequence[str]) -> None:
    for table in {*old, *PROJECTION, "orphan"}:
        database.run(database.dialect.drop_table(table))
    create_tables(database)
    database.run(_KEEP_SHAPE, SCHEMA_FINGERPRINT.key, fingerprint())
