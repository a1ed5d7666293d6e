"""Writes journal entries: the one way by which anything a person does gets into the database.

`record` writes what a person did on this laptop, in one transaction that holds the entries, the rows
that they change and the step by which it can be undone. Entries of others come in by `receiving`.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

import peewee

from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, encode_entry
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, adding
from trainer_app.store.base.drafts import Draft, RowBefore, Write, Writer, add_step, numbered
from trainer_app.store.base.models import JournalRow
from trainer_app.store.base.object_ids import NUMBER_BITS, OwnReplica, Replicas, tail_of
from trainer_app.store.base.projection import Arrived, Projector

_ADD_ENTRY = adding(JournalRow.id, JournalRow.tail)
PUT_LINE = Statement(lambda: JournalRow.update({JournalRow.tail: VALUE}).where(JournalRow.id == VALUE))
"""Puts another line in the place of an entry."""
LONGEST_ERASED = 160
"""Bytes; what is left of an erased line is shorter."""
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
    ) -> None:
        self.database = database
        self.projector = Projector(database)
        self.user = ""
        self._clock = clock
        self._committed = committed
        self._replicas = Replicas(database)
        self._own = OwnReplica()
        self._lock = threading.RLock()
        self._depth = 0
        self._seen = threading.local()
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
        self._own = self._replicas.reload()
        self._stale = False

    def take_new_replica(self) -> str:
        """Go on under a new replica id, numbers from 1: after a clone, a restore, or at first start."""
        with self.transaction():
            self._replicas.add_own()
            self.reload()
        return self.replica

    def own_replicas(self) -> list[str]:
        """Return every id under which this laptop has written, the first one first."""
        return self._replicas.own_names()

    def replica_number(self, name: str, branch: int) -> int:
        """Return the number of a replica, or of a branch of one that was cloned."""
        return self._replicas.number(name, branch)

    def known_replica(self, name: str) -> int | None:
        """Return the number of a replica, or None for one that nothing is known of. Changes nothing."""
        return self._replicas.known(name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one transaction; if it fails, forget what memory held beyond the disk.

        Raises database.busy when another thread or program goes on writing for ten seconds.
        """
        if not self._lock.acquire(timeout=_PATIENCE):
            raise TrainerError("database.busy")
        self._depth += 1
        try:
            with self.database.write():
                if self._depth == 1:
                    self._notice_others()
                yield
            if self._depth == 1 and not self.database.in_transaction():
                self._committed(self.replica, self.number)
        except BaseException:
            self._forget()
            raise
        finally:
            self._depth -= 1
            self._lock.release()

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
        states = self.projector.load((write.entity, write.key) for write in writes)
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
        # In the order of the writes: what is made in one step then stands in lists as it was made.
        places = dict.fromkeys(draft.place for draft in drafts)
        touched = frozenset(places)
        self.projector.save(states[place] for place in places)
        self.projector.flush()
        entries: list[tuple[int, RowBefore]] = [(draft.number, draft.before) for draft in drafts]
        step = add_step(self.database, label, kind, inverts, writer.at, entries)
        return Changes(label, step, touched, key)
