"""Writes journal entries: the one way by which anything a person does gets into the database.

`record` writes what a person did on this laptop, in one transaction that holds the entries, the rows
that they change and the step by which it can be undone. Entries of others come in by `receiving`.

What other programs have written into an open database (another window, the command line) `Others` notices.
`Others.look` costs one pragma where nothing was written; SQLite answers it from memory that both share,
without going to the disk. Only then the newest steps are compared: what this program wrote itself, in
whatever thread, is not told again.
"""

import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

import peewee

from trainer_app.domain.base.authority import AUTHORITY, Authority, SignatureCheck, all_fit
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import (
    Entry,
    author_of,
    encode_entry,
    entry_id,
    made_anonymously,
    made_key,
)
from trainer_app.domain.base.schema import ENTITIES, read_entry
from trainer_app.store.base.database import Database, Turn
from trainer_app.store.base.dialect import VALUE, Statement, adding
from trainer_app.store.base.drafts import (
    Draft,
    RowBefore,
    Write,
    Writer,
    add_step,
    continue_step,
    join_steps,
    numbered,
)
from trainer_app.store.base.judging import Arrived
from trainer_app.store.base.models import (
    ArrivalRow,
    DepartureRow,
    EntryRow,
    JournalRow,
    SettingRow,
    StepEntryRow,
    StepRow,
)
from trainer_app.store.base.object_ids import (
    NUMBER_BITS,
    EntityKey,
    OwnReplica,
    Replicas,
    line_bytes,
    lines_after,
    tail_of,
)
from trainer_app.store.base.projection import Projector
from trainer_app.store.base.registers import ObjectState, Stored

_ADD_ENTRY = adding(JournalRow.id, JournalRow.tail)
PUT_LINE = Statement(lambda: JournalRow.update({JournalRow.tail: VALUE}).where(JournalRow.id == VALUE))
"""Puts another line in the place of an entry."""
LONGEST_ERASED = 160
"""Bytes; what is left of an erased line is shorter."""
_AUTHORITY = Statement(lambda: SettingRow.select(SettingRow.value).where(SettingRow.name == VALUE))
_PATIENCE = 10.0
"""Seconds that one thread waits for another to finish writing, as long as the database itself waits."""


class Journal:
    """The journal of one open database.

    `clock` gives wall milliseconds. `committed` is told the number of the last own entry after each
    transaction, for the sidecar that finds clones. Several threads may use one journal, and several
    programs one database: whoever begins to write first looks whether others wrote meanwhile.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        committed: Callable[[str, int], None],
        check_signature: SignatureCheck = all_fit,
        author: str = "",
    ) -> None:
        self.database = database
        self.author = author
        """Whose own ids count where several computers write into one database; "" where one does."""
        self.projector = Projector(database)
        self.projector.judge.check_signature = check_signature
        self.user = ""
        self._clock = clock
        self._committed = committed
        self._replicas = Replicas(database)
        self._own = OwnReplica()
        self._lock = threading.RLock()
        self._depth = 0
        self._made: list[int] = []
        self.own_steps: set[int] = set()
        """Steps that this program has written since `Others` looked last."""
        self._seen = threading.local()
        self._apart: dict[int, int] | None = None
        """While something is written beside others: how far each of them had come when it began."""
        self._stale = True
        self.reload()

    @property
    def replica(self) -> str:
        """The id under which this laptop writes: 32 hex digits."""
        return self._own.replica

    @property
    def number(self) -> int:
        """The number of the last entry that this laptop wrote under its id."""
        if self._stale:
            # The disk did not let us look after a step that failed: what memory holds is too much.
            self.reload()
        return self._own.number

    def reload(self) -> None:
        """Read again which replica writes and how far it has come: at start, after a roll-back."""
        self.projector.forget()
        self.projector.judge.authority = self._read_authority()
        self._own = self._replicas.reload(self.author)
        self._stale = False

    @property
    def authority(self) -> Authority | None:
        """Who may write what here; None without an office, where everything counts."""
        return self.projector.judge.authority

    def _read_authority(self) -> Authority | None:
        rows = self.database.select(_AUTHORITY, AUTHORITY.key)
        return AUTHORITY.read(str(rows[0][0])) if rows else None

    def make_anonymous_key(self, *parents: str) -> str:
        """Return the key of a new row whose place among others must say nothing; see `made_anonymously`."""
        return made_anonymously(author_of(self.replica), *parents)

    def make_key(self, *parents: str) -> str:
        """Return the key of a new row of this laptop's, which belongs to `parents`; see `made_key`."""
        return made_key(author_of(self.replica), *parents)

    def take_new_replica(self, author: str = "") -> str:
        """Go on under a new replica id, numbers from 1: after a clone, a restore, or at first start.

        Its first half, 16 hex digits, is the id of the key that signs this laptop's files: nobody else can
        write under it. `author` gives it; by default it stays as it was.
        """
        with self.transaction():
            self._replicas.add_own(author or author_of(self.replica) or self.author or os.urandom(8).hex())
            self.reload()
        return self.replica

    def work_as(self, author: str) -> None:
        """Write as one of several computers that share the database, under an id of its own."""
        self.author = author
        self.database.work_as(author)
        self.reload()
        if not self.replica:
            self.take_new_replica(author)

    def replica_names(self) -> list[str]:
        """Return every replica id of which anything is known here."""
        return self._replicas.names()

    def replica_numbers(self, name: str) -> list[int]:
        """Return under which numbers the entries of a replica lie, its forks among them."""
        return self._replicas.numbers_of(name)

    def own_replicas(self) -> list[str]:
        """Return every id under which was written here, the first one first: at any desk of an office."""
        return self._replicas.own_names()

    def replicas_of_desk(self) -> list[str]:
        """Return every id under which this very computer has written, the first one first."""
        return self._replicas.own_names(self.author)

    def replica_number(self, name: str, branch: int) -> int:
        """Return the number of a replica, or of a branch of one that was cloned."""
        return self._replicas.number(name, branch)

    def last_number(self, name: str) -> int:
        """Return the highest number known of a replica; 0 for none."""
        return self._replicas.last_number(name)

    def known_replica(self, name: str) -> int | None:
        """Return the number of a replica, or None for one that nothing is known of. Changes nothing."""
        return self._replicas.known(name)

    @contextmanager
    def transaction(self, turn: Turn = Turn.SHORT) -> Iterator[None]:
        """Run a block as one transaction; if it fails, forget what memory held beyond the disk.

        Raises database.busy when another thread or program goes on writing for ten seconds, server.importing
        where another desk imports and the `turn` of this one does not let it.
        """
        if not self._lock.acquire(timeout=_PATIENCE):
            raise TrainerError("database.busy")
        self._depth += 1
        try:
            with self.database.write(turn):
                if self._depth == 1:
                    self._notice_others()
                    self._apart = self._replicas.far() if turn is Turn.BESIDE else None
                yield
                if self._depth == 1:
                    self.join_others()
            if self._depth == 1 and not self.database.in_transaction():
                self._committed(self.replica, self.number)
                self.own_steps.update(self._made)
        except BaseException:
            self._forget()
            raise
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._made.clear()
                self._apart = None
            self._lock.release()

    def join_others(self) -> None:
        """End what was written beside others: what they wrote meanwhile is seen, and they wait from here on.

        Rows that both wrote there are none, as each was held. What follows from several rows is looked at
        again: who has no parent, and which proposals count. Does nothing in any other transaction.
        """
        if self._apart is None:
            return
        far, self._apart = self._apart, None
        self.database.join()
        self._own = self._replicas.reload(self.author)
        entries = map(
            read_entry, lines_after(self.database, {**dict.fromkeys(self._replicas.far(), 0), **far})
        )
        self.projector.look_again({(entry.e, entry.k) for entry in entries if not entry.x})

    def _forget(self) -> None:
        """Read everything again; if the disk does not let us now, before the next transaction."""
        self._stale = True
        with suppress(TrainerError, peewee.PeeweeException):
            self.reload()

    def _notice_others(self) -> None:
        """Read again what memory holds if another connection has written since this one last did."""
        version = (self.database.connection(), self.database.dialect.changes_of_others(self.database))
        if self._stale or getattr(self._seen, "version", None) != version:
            self.reload()
            self._seen.version = version

    def append(self, entries: Iterable[Entry]) -> list[Arrived]:
        """Write entries whose times and replaced ids are given, under this laptop's next numbers.

        For what takes the place of others' entries. Use inside `transaction`; fold their rows afterwards.
        """
        base = self._replicas.number(self.replica, 0) << NUMBER_BITS
        made: list[Arrived] = []
        for entry in entries:
            whole = numbered(entry, self._own, self.user)
            made.append((base | whole.n, encode_entry(whole), whole))
        self.database.run_many(
            _ADD_ENTRY,
            [(number, tail_of(line, self.replica)) for number, line, _ in made],
        )
        return made

    def record(
        self, label: Label, writes: Sequence[Write], *, key: str | None = None, note: bool = False
    ) -> Changes:
        """Write one step: entries, rows and the way back, in one transaction.

        Fields that hold the value already are left out; if nothing remains, `step` is None. `key` is
        handed through for whoever wants to know what was created. A `note` of what has happened in the world
        is passed over by undo. Raises database.value_refused,
        disk.full and its like, and then nothing was written.
        """
        with self.transaction():
            return self.record_step(label, "note" if note else "do", None, writes, key=key)

    def record_step(
        self,
        label: Label,
        kind: str,
        inverts: int | None,
        writes: Sequence[Write],
        *,
        key: str | None = None,
    ) -> Changes:
        """Write a step of a kind (do, note, undo, redo). Use inside `transaction`.

        An undo or redo is kept as a step even if there was nothing left to write.
        """
        places = [(write.entity, write.key) for write in writes]
        self.projector.hold(places)
        states = self.projector.load(places)
        writer = Writer(self._own, self._replicas.number(self.replica, 0), self.user, self._clock)
        drafts: list[Draft] = []
        for write in writes:
            drafts += writer.draft(write, states[write.entity, write.key])
        if not drafts and kind in ("do", "note"):
            return Changes(label, None, frozenset(), key)
        self.database.run_many(
            _ADD_ENTRY,
            [(draft.number, tail_of(draft.line, self.replica)) for draft in drafts],
        )
        waiting, late = self._save(drafts, states)
        touched = frozenset((*(draft.place for draft in drafts), *late))
        entries: list[tuple[int, RowBefore]] = [(draft.number, draft.before) for draft in drafts]
        step = add_step(self.database, label, kind, inverts, writer.at, entries)
        self._made.append(step)
        return Changes(label, step, touched, key, waiting)

    def join(self, label: Label, done: Sequence[Changes]) -> Changes:
        """Make one step of several that were recorded in the transaction that is open, in their order.

        So an action may be made of others that look at what those before them wrote, and be undone as one.
        """
        steps = [changes.step for changes in done if changes.step is not None]
        if not steps:
            return Changes(label)
        with self.transaction():
            join_steps(self.database, label, steps)
            self._made = [step for step in self._made if step not in steps[1:]]
        touched = frozenset().union(*(changes.touched for changes in done))
        return Changes(label, steps[0], touched, waiting=sum(changes.waiting for changes in done))

    def go_on(self, earlier: int | None, done: Changes) -> Changes:
        """Make what was recorded last one step with an earlier one that it goes on with; return it.

        So L 1 5 is undone as a whole, wherever and whenever that is done. Two steps stay where something else
        was done in between. Use inside the `transaction` that recorded it.
        """
        if earlier is None or done.step is None:
            return done
        if continue_step(self.database, earlier, done.step):
            self._made = [step for step in self._made if step != earlier]
        return done

    def _save(
        self, drafts: Sequence[Draft], states: Mapping[EntityKey, ObjectState]
    ) -> tuple[int, Collection[EntityKey]]:
        """Write the rows that own entries change.

        Returns how many of these wait for the office, and rows in which others' entries count from now on.
        """
        projector = self.projector
        arrived = [(draft.number, draft.line, draft.entry) for draft in drafts]
        verdict = projector.judge.sort_out(arrived, states)
        fresh = dict(states)
        if verdict.proposals:
            # The drafts were folded as they were made; of what waits nothing may stay.
            places = {(entry.e, entry.k) for _, _, entry in verdict.proposals}
            fresh |= projector.load(places)
            for number, line, entry in verdict.counted:
                if (entry.e, entry.k) in places:
                    fresh[entry.e, entry.k].add(Stored(number, entry_id(line), entry))
        # In the order of the writes: what is made in one step then stands in lists as it was made.
        places_of_drafts = dict.fromkeys(draft.place for draft in drafts)
        projector.save([fresh[place] for place in places_of_drafts])
        projector.judge.keep(verdict)
        late = projector.fold_late(verdict)
        projector.flush()
        return len(verdict.proposals), late.keys()


EVERYTHING: frozenset[EntityKey] = frozenset((entity, "") for entity in (*ENTITIES, "arrival"))
"""Rows of every kind: what is told where it is not known what was changed."""
_MOST_STEPS = 200
"""Of more steps at a time everything is told."""

_NEW_STEPS = Statement(lambda: StepRow.select(StepRow.id).where(StepRow.id > VALUE).order_by(StepRow.id))
# One query each: SQLite finds a smallest or a largest id at once, but reads all rows for both together.
_FIRST_STEP = Statement(lambda: StepRow.select(peewee.fn.coalesce(peewee.fn.min(StepRow.id), 0)))
_LAST_STEP = Statement(lambda: StepRow.select(peewee.fn.coalesce(peewee.fn.max(StepRow.id), 0)))
_LINES = Statement(
    lambda: (
        StepEntryRow.select(EntryRow.line)
        .join(EntryRow, on=EntryRow.id == StepEntryRow.entry)
        .where(StepEntryRow.step == VALUE)
    )
)
_ARRIVALS = Statement(
    lambda: ArrivalRow.select(ArrivalRow.id, ArrivalRow.result).order_by(ArrivalRow.id.desc()).limit(1)
)
_DEPARTURES = Statement(lambda: DepartureRow.select(peewee.fn.coalesce(peewee.fn.max(DepartureRow.id), 0)))
_SETTINGS = Statement(lambda: SettingRow.select(SettingRow.name, SettingRow.value).order_by(SettingRow.name))


class Others:
    """Looks at one database from one thread, which must be the same each time."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._database: Database = journal.database
        self._version = self._read_version()
        self._first, self._last = self._ends()
        self._rest = self._read_rest()

    def look(self) -> frozenset[EntityKey]:
        """Return the rows (entity, key) that others have changed since the last look; mostly none.

        `EVERYTHING` where that cannot be told. Entity "arrival" stands for files that came or went, "setting"
        for settings of this computer. Raises what reading a database raises.
        """
        version = self._read_version()
        if version == self._version:
            return frozenset()
        first, last = self._ends()
        rest = self._read_rest()
        steps = [row[0] for row in self._database.select(_NEW_STEPS, self._last)]
        foreign = sorted(set(steps) - self._journal.own_steps)
        self._journal.own_steps.clear()
        shrunk = first != self._first or last < self._last
        (files, settings), (old_files, old_settings) = rest, self._rest
        self._version, self._first, self._last, self._rest = version, first, last, rest
        if shrunk or len(foreign) > _MOST_STEPS:
            return EVERYTHING
        if files != old_files and not foreign:
            # An import leaves no step: what it brought may be anything.
            return EVERYTHING
        told = {("arrival", "")} if files != old_files else set()
        told |= {("setting", "")} if settings != old_settings else set()
        return frozenset((*told, *(row for step in foreign for row in self._rows_of(step))))

    def miss(self) -> None:
        """Let the next look tell of everything."""
        self._first, self._version = -1, (0, 0)

    def pass_over(self) -> None:
        """Take as known what another thread of this program has just written, and told of itself.

        Where others wrote steps meanwhile, the next look tells of all of it.
        """
        version = self._read_version()
        first, last = self._ends()
        new = {row[0] for row in self._database.select(_NEW_STEPS, self._last)}
        if new <= self._journal.own_steps:
            self._journal.own_steps.clear()
            self._version, self._first, self._last, self._rest = version, first, last, self._read_rest()

    def _read_version(self) -> tuple[int, int]:
        database = self._database
        return id(database.connection()), database.dialect.changes_of_others(database)

    def _ends(self) -> tuple[int, int]:
        first, last = (self._database.select(each)[0][0] for each in (_FIRST_STEP, _LAST_STEP))
        return int(first), int(last)

    def _read_rest(self) -> tuple[object, object]:
        """Return what differs after writes that are no steps: files in and out; settings of this computer."""
        database = self._database
        files = database.select(_ARRIVALS), database.select(_DEPARTURES)
        return files, database.select(_SETTINGS)

    def _rows_of(self, step: int) -> set[EntityKey]:
        entries = (read_entry(line_bytes(line)) for (line,) in self._database.select(_LINES, step))
        return {(entry.e, entry.k) for entry in entries}
