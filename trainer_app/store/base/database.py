"""What questions are asked of, and how a block is written as one transaction, whatever keeps the tables.

`files.DatabaseFile` is one encrypted file. All that a kind of database says in its own words stands in its
dialect; what it raises becomes a `TrainerError` here.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from trainer_app.store.base.dialect import Dialect, Question, Statement

if TYPE_CHECKING:
    from trainer_app.store.base.signals import Listener

_REMEMBERED = 80
"""So many things at most are remembered at a time."""
_ASKED, _FEW = 256, 64
"""So many answers at most, of so many rows at most, are kept while nothing can differ."""
_NUMBERS = 4096
"""So many numbers of rows are known by heart at most."""


class Turn(Enum):
    """How a transaction that writes stands to those of others; in a file one at a time writes in any case.

    On a server those of `SHORT` follow each other too, so that each may decide by what it reads. Beside one
    of `BESIDE` (an import) others go on with the short ones, until it joins them at its end; nothing of one
    of `TRIAL` stays. Of both together there is one at a time, and none while one of `ALONE` writes.
    """

    SHORT = "short"
    BESIDE = "beside"
    TRIAL = "trial"
    ALONE = "alone"


class Database:
    """An open database. Use `write` around everything that changes it.

    Its methods raise `TrainerError` disk.full, disk.error, disk.read_only, database.busy and
    database.damaged for what a disk can do to them.
    """

    dialect: Dialect
    on_server = False
    """Whether it lies on an office's server, where several computers may write into it."""
    failures: tuple[type[Exception], ...] = ()
    """What its driver raises."""
    connect: Callable[[], Any]
    """Opens the calling thread's connection."""
    is_closed: Callable[[], bool]
    """Tells whether the calling thread has none."""
    connection: Callable[[], Any]
    """Returns it, opened if need be."""
    ahead_from = 2
    """Of so many rows at least `ask_ahead` asks together: a server answers over a network."""
    away = False
    """Whether the server that keeps it was found to be gone."""
    notes: "Database | None" = None
    """Where settings of this computer lie, if not beside the data that several share."""

    def __init__(self) -> None:
        self._sealed = False
        self._lost = threading.local()
        self._read = threading.local()
        self._written: dict[str, int] = {}

    def explain(self, problem: Exception) -> NoReturn:
        """Raise a `TrainerError` for what the driver or the system raised, where there is a code for it."""
        raise NotImplementedError

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            self.explain(problem)
        except self.failures as problem:
            self.explain(problem)

    def seal(self) -> None:
        """Close the calling thread's connection and forget the key: nothing can be read before `unseal`."""
        raise NotImplementedError

    def unseal(self, key: bytes) -> None:
        """Open the same database again. Raises database.missing, database.damaged, and then stays sealed."""
        raise NotImplementedError

    def size(self) -> int:
        """Return how many bytes it has where it lies."""
        raise NotImplementedError

    def check_ours(self) -> None:
        """Raise server.not_ours, server.left where nobody works in it any more; a file's header tells."""

    def snapshot(self, target: Path, key: bytes) -> Path:
        """Copy all of it into one encrypted file, whose key is given; return where that lies.

        An older file of that name is kept: the copy then gets a number behind its name.
        """
        raise NotImplementedError

    def empty_log(self) -> None:
        """Leave nothing behind that tells what came after what, where the kind of database does so."""
        raise NotImplementedError

    def close(self) -> bool:
        """Close the calling thread's connection, and forget what it remembers; tell whether there was one."""
        raise NotImplementedError

    def in_transaction(self) -> bool:
        """Tell whether the calling thread's connection has a transaction open."""
        raise NotImplementedError

    def remembered[T](self, what: str, read: Callable[[], T], tables: Collection[str] = ()) -> T:
        """Return what `read` returned last under this name, or read it anew if anything was written since.

        For what many questions need whole, as all people: the thread that asks keeps it until its connection
        closes. Whoever gets it must not change it. `tables` are the projected tables that `read` reads, where
        it reads no other ones: what this program writes elsewhere then changes nothing.
        """
        kept: dict[str, tuple[tuple[int, int], object]] = self._read.__dict__.setdefault("kept", {})
        stamp = self._stamp(tables)
        if what in kept and kept[what][0] == stamp:
            # To the end: what was not asked for longest goes first.
            kept[what] = kept.pop(what)
            return cast(T, kept[what][1])
        value = read()
        kept.pop(what, None)
        if self.settled or self._untouched(tables):
            kept[what] = stamp, value
            if len(kept) > _REMEMBERED:
                del kept[next(iter(kept))]
        return value

    @property
    def settled(self) -> bool:
        """Tell whether what is read now stays: what is being written may still be taken back, unnoticed."""
        return bool(self._read.__dict__.get("still")) or not self.in_transaction()

    def _untouched(self, tables: Collection[str]) -> bool:
        """Tell whether the transaction that writes into a file has left these tables as they were.

        Nobody else writes there meanwhile. Without this each mark would read the whole course again after
        the first one, which made its session a held one.
        """
        began: dict[str, int] | None = self._read.__dict__.get("began")
        if began is None or not tables:
            return False
        return all(self._written.get(table) == began.get(table) for table in tables)

    @property
    def numbers(self) -> dict[tuple[str, str], int]:
        """The numbers of rows by entity and key, as far as the calling thread has met them.

        A row keeps the number that it was given. Only what is `settled` may be added.
        """
        known: dict[tuple[str, str], int] = self._read.__dict__.setdefault("numbers", {})
        if len(known) > _NUMBERS:
            known.clear()
        return known

    @property
    def foresees(self) -> bool:
        """Tell whether several answers may be read in one question, as within `still`: see `foretell`."""
        return "told" in self._read.__dict__

    def foretell(self, query: Statement, answers: Mapping[tuple[object, ...], list[tuple[Any, ...]]]) -> None:
        """Within `still`, give the answers to what will be asked, by the values that will be given."""
        sql, _ = self._prepared(query, ())
        self._read.told.update({(sql, values): rows for values, rows in answers.items()})

    def ask_ahead(
        self,
        one: Statement,
        several: Statement,
        numbers: Sequence[int],
        *,
        times: int = 1,
        completed: Callable[[list[tuple[Any, ...]]], Iterable[tuple[Any, ...]]] = iter,
    ) -> None:
        """Within `still`, ask once for several numbers what `one` will be asked for each of them.

        `several` gives the same rows in the same order, each with its number at the end; where it leaves
        anything out, `completed` puts that in. Both take the numbers so many `times`.
        """
        if len(numbers) >= self.ahead_from and self.foresees:
            found: dict[tuple[object, ...], list[tuple[Any, ...]]] = {(each,) * times: [] for each in numbers}
            for *row, number in completed(self.select(several, *[numbers] * times)):
                found[(number,) * times].append(tuple(row))
            self.foretell(one, found)

    def remembers(self, what: str, tables: Collection[str] = ()) -> bool:
        """Tell whether `remembered` would not read this anew."""
        kept: dict[str, tuple[tuple[int, int], object]] = self._read.__dict__.get("kept", {})
        return what in kept and kept[what][0] == self._stamp(tables)

    def note_written(self, tables: Iterable[str]) -> None:
        """Tell that these projected tables are about to differ, for what is remembered of them."""
        for table in tables:
            self._written[table] = self._written.get(table, 0) + 1

    def _stamp(self, tables: Collection[str]) -> tuple[int, int]:
        """Return what differs after any change: by this connection, by another one."""
        others = self._changes_of_others()
        if tables:
            return sum(self._written.get(table, 0) for table in tables), others
        return self.dialect.own_changes(self), others

    @property
    def written_so_far(self) -> tuple[int, int]:
        """What differs after any write, by this connection or by another one."""
        return self._stamp(())

    @property
    def known_writes(self) -> tuple[int, int]:
        """What differs after a write that is known without asking a server, which tells others' by itself."""
        return self.dialect.own_changes(self), 0 if self.on_server else self._changes_of_others()

    def _changes_of_others(self) -> int:
        """Ask; once within `still`, where nothing of it is seen, and while only this writes into a file.

        A server answers over a network.
        """
        mine = self._read.__dict__
        if not mine.get("still") and "began" not in mine:
            return self.dialect.changes_of_others(self)
        if "others" not in mine:
            mine["others"] = self.dialect.changes_of_others(self)
        return cast(int, mine["others"])

    @property
    def sealed(self) -> bool:
        """Tell whether the key is forgotten."""
        return self._sealed

    def work_as(self, desk: str) -> None:
        """Say whose steps are written from now on, and which are meant by those of "this computer".

        `desk` is the id of the key of one that shares the database with others.
        """

    def take_numbers(self, _count: int) -> int | None:
        """Return the first of so many new numbers of rows in a line; None where whoever writes counts."""
        return None

    def join(self) -> None:
        """End what is written beside others: they wait until it is over, and all they wrote is seen."""

    @contextmanager
    def telling(self) -> Iterator[Callable[[str], object] | None]:
        """Give what tells other desks something at once, even in a transaction; None where there are none."""
        yield None

    def importing(self) -> bool:
        """Tell whether another desk imports at this moment."""
        return False

    def listen(self) -> "Listener":
        """Return what hears of others' writes from now on, where they can tell. Raises server.gone."""
        raise NotImplementedError

    def hold(self, numbers: Sequence[int]) -> None:
        """Let nobody else write these rows (numbers of `registry`) before the transaction is over."""

    @contextmanager
    def write(self, turn: Turn = Turn.SHORT) -> Iterator[None]:
        """Run a block as one immediate transaction: all of it is on the disk afterwards, or none.

        Inside another such block it is a part of that one, which can fail alone; `turn` is then that one's.
        """
        if self.in_transaction():
            self._read.__dict__.pop("told", None)
            with self._part():
                yield
            return
        self._lost.cause = None
        self._begin(turn)
        try:
            with self._explained():
                yield
            if self._lost.cause is not None:
                raise self._lost.cause
            self._command(self.dialect.commit)
        except BaseException:
            # SQLite has rolled back by itself after a full disk, among others.
            if self.in_transaction():
                self.run(self.dialect.rollback)
            raise
        finally:
            for name in ("began", "others"):
                self._read.__dict__.pop(name, None)

    def _begin(self, _turn: Turn) -> None:
        self._command(self.dialect.begin)
        self._read.began = {**self._written}

    @contextmanager
    def still(self, *, few: bool = False) -> Iterator[None]:
        """Let a block read everything as it is at one moment, whatever others write meanwhile.

        Nothing may be written in it. Inside a transaction it is a part of that one. `few` tells that each
        question is for few rows, which take a server longer to plan for than to read.
        """
        if self.in_transaction():
            yield
            return
        self._command(self.dialect.begin_reading_few if few else self.dialect.begin_reading)
        self._read.still = True
        self._read.told = {}
        try:
            yield
        finally:
            for name in ("still", "told", "others"):
                self._read.__dict__.pop(name, None)
            if self.in_transaction():
                self._command(self.dialect.rollback)

    @contextmanager
    def _part(self) -> Iterator[None]:
        self.run(self.dialect.begin_part)
        try:
            with self._explained():
                yield
            self.run(self.dialect.commit_part)
        except BaseException as problem:
            if self.in_transaction():
                self.run(self.dialect.rollback_part)
                self.run(self.dialect.commit_part)
            else:
                # All of the transaction is gone. What follows in it must not stay either.
                self._lost.cause = problem
                self.run(self.dialect.begin)
            raise

    def _prepared(self, query: Question, values: Sequence[object]) -> tuple[str, Sequence[object]]:
        # Twenty times for each mark: what was made before needs nobody else.
        if isinstance(query, Statement) and (made := query.made.get(self.dialect)) and not made[1]:
            return made[0], values
        return self.dialect.prepared(query, values)

    def rows(self, query: Question, *values: object) -> list[tuple[object, ...]]:
        """Return all rows of a query."""
        return self.select(query, *values)

    def select(self, query: Question, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows of a query whose columns' types the caller knows.

        `values` are those that a statement asks for; a query of peewee holds its own. Within `still` a
        statement that is asked again has the answer of before.
        """
        sql, given = self._prepared(query, values)
        told = self._read.__dict__.get("told")
        if told is None or given is not values or not isinstance(query, Statement):
            return self._answer(sql, given)
        known = told.get((sql, given))
        if known is None:
            known = self._answer(sql, given)
            if len(known) <= _FEW:
                if len(told) >= _ASKED:
                    told.clear()
                told[sql, given] = known
        return [*known]

    def _answer(self, sql: str, given: Sequence[object]) -> list[tuple[Any, ...]]:
        try:
            return list(self.connection().execute(sql, given).fetchall())
        except self.failures as problem:
            self.explain(problem)

    def stream(self, query: Question, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query one by one, for those that are too many to be held."""
        sql, given = self._prepared(query, values)
        with self._explained():
            yield from self.connection().execute(sql, given)

    def run(self, query: Question, *values: object) -> None:
        """Run one statement with its values."""
        sql, given = self._prepared(query, values)
        self._command(sql, given)

    def run_all(self, queries: Sequence[Statement]) -> None:
        """Run statements that ask for no values, one after the other."""
        for query in queries:
            self.run(query)

    def _command(self, sql: str, given: Sequence[object] = ()) -> None:
        try:
            self.connection().execute(sql, given)
        except self.failures as problem:
            self.explain(problem)

    def insert(self, query: Question, *values: object) -> int:
        """Run one INSERT and return the number of the new row."""
        raise NotImplementedError

    def run_many(self, query: str | Statement, rows: Sequence[Iterable[object]]) -> None:
        """Run one statement for many rows, inside the transaction that is open."""
        if not rows:
            return
        try:
            for sql, given in self.dialect.portions(query, rows):
                self.connection().executemany(sql, given)
        except self.failures as problem:
            self.explain(problem)
