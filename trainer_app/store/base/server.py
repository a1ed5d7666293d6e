"""A database on an office's own PostgreSQL server: connections, transactions, many rows at once, errors.

The driver is asked for here alone, when the first address is connected to: no laptop has it. Each thread
has a connection of its own, as with a file. One that broke is made anew, but never within a transaction:
what follows in it would be written without what came before.
"""

import importlib.util
import logging
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from trainer_app.domain.base.authority import SignatureCheck, all_fit
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.server_address import DatabaseState, ServerAddress, ServerFacts, read_address
from trainer_app.store.base.database import Database, Turn
from trainer_app.store.base.dialect import Insertion, Question, Statement
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import MODELS, OrphanRow
from trainer_app.store.base.postgres import LOCAL, POSTGRES
from trainer_app.store.base.signals import Listener
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import upgrade
from trainer_app.store.migrations.steps import STEPS

# A row that the server refuses ends its batch: the driver warns of that besides raising the cause.
logging.getLogger("psycopg").setLevel(logging.ERROR)

_ONE_BY_ONE = 20
"""So few rows are sent as statements: to begin a copy takes longer."""
_AT_ONCE = 2000
"""Rows that a stream brings at a time, and that go into one statement's many runs."""
_CODES = {
    "08": "server.gone",
    "22012": "server.left",
    "22": "server.value_refused",
    "25006": "server.read_only",
    "28": "server.refused",
    "3D": "server.no_database",
    "40": "database.busy",
    "42501": "server.not_allowed",
    "42P01": "database.damaged",
    "53100": "server.disk_full",
    "53": "server.crowded",
    "55P03": "database.busy",
    "57P": "server.gone",
    "58": "server.disk_error",
    "XX001": "database.damaged",
    "XX002": "database.damaged",
}
"""How a code of PostgreSQL begins, and the code of the error that it becomes."""
_WORDS = (
    (("pg_hba",), "server.refused"),
    (("certificate",), "server.certificate"),
    (("ssl",), "server.certificate"),
    (("database", "does not exist"), "server.no_database"),
    (("role", "does not exist"), "server.refused"),
    (("password",), "server.refused"),
    (("authentication",), "server.refused"),
)
"""Words of whoever refuses a connection, and the code of the error that it becomes; the first that fits."""


_MARKS = {
    DatabaseState.OURS: POSTGRES.mark,
    DatabaseState.AWAITED: POSTGRES.awaited,
    DatabaseState.LEFT: POSTGRES.left,
}
ON_THEIR_WAY = frozenset({DatabaseState.AWAITED, DatabaseState.LEFT})
"""Nobody works in such a database; whose data lie there is known by their salt."""


class Standing(NamedTuple):
    """What lies in a database; `salt` is that of data on their way, else empty."""

    state: DatabaseState
    salt: bytes


class _TakenBackError(Exception):
    """Ends a transaction whose writes shall not stay."""


class _Mine(threading.local):
    """What one thread holds of a database."""

    made: Any = None
    holding: bool = False
    commits: int = 0
    statements: int = 0
    turn: Turn | None = None
    """Of the transaction that is open, once it has its turn."""


class ServerDatabase(Database):
    """A database on a server. Raises server.no_driver where this computer lacks the driver."""

    dialect = POSTGRES
    on_server = True

    def __init__(self, address: ServerAddress, salt: bytes = b"") -> None:
        super().__init__()
        self._desk = ""
        self._watched = False
        self.away = False
        """Whether the server was found to be gone: nothing is asked before `listen` has reached it again."""
        self.salt = salt
        """What the files begin with that copies of it are saved in."""
        self._driver = load_driver()
        self.failures = (self._driver.Error,)
        self.address: ServerAddress | None = address
        self._mine = _Mine()
        self._guarded: dict[str, bool] = {}

    # --- connections

    def connection(self) -> Any:
        """Return the calling thread's connection, opened if need be."""
        mine = self._mine
        if mine.made is not None and not mine.made.closed:
            return mine.made
        if mine.holding:
            raise TrainerError("server.gone")
        self.connect()
        return mine.made

    def _known_address(self) -> ServerAddress:
        if self.address is None:
            raise TrainerError("workplace.locked")
        return self.address

    def connect(self) -> None:
        """Open the calling thread's connection, and tell it what every one is told."""
        address = self._known_address()
        if self.away:
            raise TrainerError("server.gone")
        self.close()
        with self._explained():
            made = open_connection(self._driver, address)
            try:
                for name, value in self.dialect.settings:
                    made.execute("SELECT set_config($1, $2, false)", (name, value))
                made.execute(self.dialect.take_desk, (self._desk,))
            except BaseException:
                made.close()
                raise
        self._mine.made = made

    def is_closed(self) -> bool:
        """Tell whether the calling thread has no connection."""
        return self._mine.made is None or self._mine.made.closed

    def close(self) -> bool:
        """Close the calling thread's connection, and forget what it remembers."""
        self._read.__dict__.clear()
        mine = self._mine
        made, mine.made, mine.commits = mine.made, None, 0
        if made is not None:
            made.close()
        if self.notes is not None:
            self.notes.close()
        return made is not None

    def seal(self) -> None:
        """Close the calling thread's connection and forget its secret."""
        self.close()
        self.address = None
        self._sealed = True
        if self.notes is not None:
            self.notes.seal()

    def unseal(self, key: bytes) -> None:
        """Open the same database again; `key` is its address. Raises server.gone, and then stays sealed."""
        self.address = read_address(key.decode())
        self._sealed = False
        # It may be somebody else now; and whoever unlocks asks whether it is still gone.
        self._guarded.clear()
        self.away = False
        try:
            self.connect()
        except BaseException:
            self.seal()
            raise

    def explain(self, problem: Exception) -> NoReturn:
        """Raise a `TrainerError` for what the driver raised."""
        if isinstance(problem, self._driver.Error):
            code = code_of(self._driver, problem)
            if code == "database.busy" and self._mine.turn is Turn.SHORT:
                # It has its turn: only rows that an import holds are waited for then.
                code = "server.row_importing"
            self.away |= code == "server.gone" and self._watched
            raise TrainerError(code) from problem
        raise problem

    # --- transactions

    def in_transaction(self) -> bool:
        """Tell whether the calling thread's connection has a transaction open."""
        if self.is_closed():
            return False
        return bool(self._mine.made.info.transaction_status != self._driver.pq.TransactionStatus.IDLE)

    @contextmanager
    def write(self, turn: Turn = Turn.SHORT) -> Iterator[None]:
        """Run a block as one transaction: all of it is on the server's disk afterwards, or none.

        Raises server.importing where another desk does and `turn` is not for that, server.row_importing for
        rows that are held by an import, database.busy, and server.gone: whoever did not get an answer to
        the end of a transaction does not know whether it stays, and nothing of it may be shown as saved.
        """
        inner = self.in_transaction()
        with self._held():
            try:
                with super().write(turn):
                    yield
            finally:
                # One that was refused its turn is still open.
                if not inner:
                    self._mine.turn = None
                    if self.in_transaction():
                        self.run(self.dialect.rollback)
        if not inner:
            self._mine.commits += 1

    def _begin(self, turn: Turn) -> None:
        own = turn in (Turn.BESIDE, Turn.TRIAL)
        self.run(self.dialect.begin_beside if own else self.dialect.begin)
        if turn is not Turn.SHORT and not self.select(self.dialect.import_alone)[0][0]:
            raise TrainerError("server.importing")
        self._mine.turn = turn

    def take_numbers(self, count: int) -> int:
        """Return the first of so many new numbers of rows in a line; nobody else is given any of them."""
        return int(self.select(self.dialect.take_numbers, count)[0][0])

    def join(self) -> None:
        """Wait for whoever writes, and let the others wait until the transaction is over."""
        self.run(self.dialect.join)

    @contextmanager
    def telling(self) -> Iterator[Callable[[str], object] | None]:
        """Give what tells other desks something at once, over a connection of its own."""
        with self._explained():
            made = open_connection(self._driver, self._known_address())

        def tell(words: str) -> None:
            with self._explained():
                made.execute(self.dialect.notify, (words,))

        try:
            yield tell
        finally:
            made.close()

    def importing(self) -> bool:
        """Tell whether any desk imports at this moment: its lock goes with its connection."""
        return bool(self.select(self.dialect.importing)[0][0])

    def listen(self) -> Listener:
        """Return what hears of others' writes from now on; any thread may ask. Raises what connecting does.

        From then on a connection that breaks is made anew by nobody before this was asked again: a window
        would stand still for each question to a server that does not answer.
        """
        with self._explained():
            made = open_connection(self._driver, self._known_address())
            listener = Listener(made, self.failures, self.dialect.listen)
        self.away, self._watched = False, True
        return listener

    def hold(self, numbers: Sequence[int]) -> None:
        """Let nobody else write these rows before the transaction is over. Raises server.row_importing."""
        if numbers:
            self.select(self.dialect.hold, list(numbers))

    def work_as(self, desk: str) -> None:
        """Say whose steps are written from now on, over every connection."""
        self._desk = desk
        self.select(self.dialect.take_desk, desk)

    @contextmanager
    def still(self, *, few: bool = False) -> Iterator[None]:
        """Let a block read everything as it is at one moment, whatever others write meanwhile."""
        with self._held(), super().still(few=few):
            yield

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Keep to the connection that there is: one made anew would know nothing of the transaction."""
        self.connection()
        mine = self._mine
        before, mine.holding = mine.holding, True
        try:
            yield
        finally:
            mine.holding = before

    @property
    def own_commits(self) -> int:
        """How many transactions the calling thread's connection has written."""
        return self._mine.commits

    @property
    def own_statements(self) -> int:
        """How many statements the calling thread has run that may have written."""
        return self._mine.statements

    def size(self) -> int:
        """Return how many bytes it has on the server."""
        return int(self.select("SELECT pg_database_size(current_database())")[0][0])

    def protection(self) -> str:
        """Return the version of TLS of the calling thread's connection; "" where nothing leaves."""
        return str(self.select(self.dialect.protection)[0][0])

    def snapshot(self, target: Path, key: bytes) -> Path:
        """Copy all of it into one encrypted file; see `copies.save_as_file`."""
        from trainer_app.store.base.copies import save_as_file

        if not self.salt:
            raise TrainerError("server.no_copy")
        return save_as_file(self, target, key, self.salt)

    def empty_log(self) -> None:
        """Do nothing: the log of a server is its owner's, and in no order that a reader of tables sees."""

    @contextmanager
    def created(self, *, over: bytes = b"") -> Iterator[None]:
        """Make the tables beside the projected ones, then run a block, all in one transaction.

        `over`: what an office of this salt left there, on its way, gives way to it. Raises server.not_empty
        for a database that holds anything else.
        """
        with self._held():
            self.run(self.dialect.begin_beside)
            try:
                if over and self.standing() in (Standing(each, over) for each in ON_THEIR_WAY):
                    for statement in self.dialect.unmade((*LOCAL, *MODELS.values(), OrphanRow)):
                        self.run(statement)
                if not self.dialect.is_empty(self):
                    raise TrainerError("server.not_empty")
                for statement in self.dialect.create_all():
                    self.run(statement)
                self.dialect.set_version(self, len(STEPS))
                yield
                self.run(self.dialect.commit_standing)
            except BaseException:
                if self.in_transaction():
                    self.run(self.dialect.rollback)
                raise
        self._mine.commits += 1

    def count_through(self) -> None:
        """Let the server look at what was put in: until it does so by itself it plans by guesses."""
        self.run("ANALYZE")

    def check_ours(self) -> None:
        """Refuse a database in which no office works. Raises server.not_ours, server.left."""
        if not self.dialect.is_ours(self):
            left = self._state() is DatabaseState.LEFT
            raise TrainerError("server.left" if left else "server.not_ours")

    def standing(self) -> "Standing":
        """Return what lies in the database, and whose data they are that are on their way."""
        state = self._state()
        _, salt = self.dialect.told(self) if state in ON_THEIR_WAY else ("", "")
        return Standing(state, bytes.fromhex(salt))

    def stand(self, state: DatabaseState, salt: bytes = b"") -> None:
        """Note how it stands with what lies here. Use inside `created` or `held`."""
        self.dialect.tell(self, _MARKS[state], salt.hex())

    @contextmanager
    def held(self) -> Iterator[None]:
        """Run a block as one transaction in which nobody else writes, and at whose end `stand` may differ."""
        with self._held():
            try:
                self.run(self.dialect.begin)
                yield
                self.run(self.dialect.commit_standing)
            except BaseException:
                if self.in_transaction():
                    self.run(self.dialect.rollback)
                raise
        self._mine.commits += 1

    def look(self, now: int) -> ServerFacts:
        """Return what the server tells of itself; in an empty database all tables are made, and taken back.

        `now` is our clock, in wall seconds.
        """
        assert self.address is not None
        here, state = self.address.stays_here, self._state()
        row = self.select(self.dialect.facts)[0]
        (
            version,
            tls,
            encoding,
            collation,
            zone,
            at,
            whole,
            checksums,
            superuser,
            most,
            size,
            folder,
            roles,
            lost,
        ) = row
        return ServerFacts(
            version=version,
            stays_here=here,
            tls=tls,
            encoding=encoding,
            collation=collation,
            zone=zone,
            ahead=at - now,
            whole_writes=whole,
            checksums=checksums,
            superuser=superuser,
            state=state,
            may_write=state is not DatabaseState.STRANGE and self._may_write(state),
            connections=most,
            size=size,
            free=_free(folder) if here and folder else None,
            may_make_roles=roles,
            roles_lost=lost,
        )

    def _state(self) -> DatabaseState:
        if self.dialect.is_empty(self):
            return DatabaseState.EMPTY
        mark, _ = self.dialect.told(self)
        return next((state for state, each in _MARKS.items() if each == mark), DatabaseState.STRANGE)

    def _may_write(self, state: DatabaseState) -> bool:
        """Try to write, and take it back."""
        try:
            with self.created() if state is DatabaseState.EMPTY else self.write():
                if state is DatabaseState.EMPTY:
                    upgrade(self, lambda: None)
                self.dialect.set_version(self, len(STEPS))
                raise _TakenBackError
        except _TakenBackError:
            return True
        except TrainerError as problem:
            if problem.code not in ("server.not_allowed", "server.read_only"):
                raise
            return False

    # --- statements

    def _answer(self, sql: str, given: Sequence[object]) -> list[tuple[Any, ...]]:
        # As the server holds them: a key written out as text takes twice the room, and both ends the work.
        try:
            found: list[tuple[Any, ...]] = self.connection().execute(sql, given, binary=True).fetchall()
        except self.failures as problem:
            self.explain(problem)
        return found

    def stream(self, query: Question, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query one by one; the server holds them until they are asked for."""
        sql, given = self._prepared(query, values)
        with self._explained():
            name = f"stream_{self._mine.statements}_{id(given)}"
            cursor = self.connection().cursor(name, withhold=not self.in_transaction())
            cursor.itersize = _AT_ONCE
            with cursor:
                cursor.execute(sql, given)
                yield from cursor

    def run(self, query: Question, *values: object) -> None:
        """Run one statement with its values."""
        self._mine.statements += 1
        super().run(query, *values)

    def run_all(self, queries: Sequence[Statement]) -> None:
        """Send statements that ask for no values together: each alone would go there and back."""
        self._mine.statements += 1
        together = "; ".join(self._prepared(each, ())[0] for each in queries)
        with self._explained():
            self.connection().execute(together, prepare=False)

    def insert(self, query: Question, *values: object) -> int:
        """Run one INSERT and return the number of the new row."""
        self._mine.statements += 1
        sql, given = self._prepared(query, values)
        with self._explained():
            return int(self.connection().execute(f"{sql} RETURNING id", given).fetchone()[0])

    def run_many(self, query: str | Statement, rows: Sequence[Iterable[object]]) -> None:
        """Run one statement for many rows, inside the transaction that is open; rows are copied in."""
        if not rows:
            return
        self._mine.statements += 1
        with self._explained():
            if isinstance(query, Insertion) and len(rows) > _ONE_BY_ONE:
                self._copy(query, rows)
                return
            with self.connection().cursor() as cursor:
                for sql, given in self.dialect.portions(query, rows):
                    for some in batched(given, _AT_ONCE):
                        cursor.executemany(sql, some)

    def _copy(self, query: Insertion, rows: Sequence[Iterable[object]]) -> None:
        """Copy rows into their table, by way of one of this transaction where some may be there already."""
        table, columns = query.table, ", ".join(f'"{each}"' for each in query.columns)
        if not query.conflicts and not self._is_guarded(table):
            self._copy_into(f'"{table}" ({columns})', rows)
            return
        given = query.last_of_each(rows) if query.replaces else rows
        aside = f'"incoming_{table}"'
        self.run(f'CREATE TEMPORARY TABLE {aside} ON COMMIT DROP AS SELECT {columns} FROM "{table}" LIMIT 0')
        self._copy_into(f"{aside} ({columns})", given)
        self.run(self.dialect.put_from(query, aside))
        self.run(f"DROP TABLE {aside}")

    def _is_guarded(self, table: str) -> bool:
        """Tell whether a policy looks at each row that is written, which none can while rows are copied."""
        if table not in self._guarded:
            self._guarded[table] = bool(self.select(self.dialect.guarded, table)[0][0])
        return self._guarded[table]

    def _copy_into(self, target: str, rows: Iterable[Iterable[object]]) -> None:
        with self.connection().cursor() as cursor, cursor.copy(f"COPY {target} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _free(folder: str) -> int | None:
    """Return how many bytes are left where a server of this computer has its data; None if nobody tells."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def load_driver() -> Any:
    """Return the driver. Raises server.no_driver or, in Windows, server.no_driver_windows where it is not."""
    try:
        import psycopg
    except ImportError as problem:
        # What was installed is completed in another way on each.
        code = "server.no_driver_windows" if sys.platform == "win32" else "server.no_driver"
        raise TrainerError(code) from problem
    return psycopg


def try_driver() -> bool:
    """Tell whether the driver is installed. Raises server.no_driver where it is, and does not load."""
    return importlib.util.find_spec("psycopg") is not None and bool(load_driver().pq.version())


def open_connection(driver: Any, address: ServerAddress) -> Any:
    """Return a new connection, each statement a transaction. Raises server.unsafe, what the driver raises."""
    patience = {"connect_timeout": 10, "keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 3}
    # A cable that was pulled out says nothing; without it Linux goes on asking for a quarter of an hour.
    patience["tcp_user_timeout"] = 10_000
    made = driver.connect(
        **address.parameters(),
        **patience,
        application_name="trainer-app",
        autocommit=True,
        cursor_factory=driver.RawCursor,
        prepare_threshold=3,
    )
    try:
        made.server_cursor_factory = driver.RawServerCursor
        made.prepared_max = 400
        for reader in _whole_numbers(driver):
            made.adapters.register_loader("numeric", reader)
        if not address.stays_here and not made.pgconn.ssl_in_use:
            raise TrainerError("server.unsafe", host=address.host)
    except BaseException:
        made.close()
        raise
    return made


def _whole_numbers(driver: Any) -> tuple[type, type]:
    """Return what reads sums, which are whole numbers as all that the tables hold: as text, and binary."""

    class WholeNumber(driver.adapt.Loader):  # type: ignore[misc]
        """Reads a number without a fraction."""

        def load(self, data: Any) -> int:
            """Return it."""
            return int(bytes(data))

    class BinaryWholeNumber(driver.types.numeric.NumericBinaryLoader):  # type: ignore[misc]
        """Reads the same from its digits."""

        def load(self, data: Any) -> int:
            """Return it."""
            return int(super().load(data))

    return WholeNumber, BinaryWholeNumber


def code_of(driver: Any, problem: Exception) -> str:
    """Return the code of the error that one of the driver's becomes."""
    state = getattr(problem, "sqlstate", None) or ""
    for length in (5, 3, 2):
        if state[:length] in _CODES:
            return _CODES[state[:length]]
    if state:
        return "server.failed"
    if isinstance(problem, driver.DataError | UnicodeError):
        # A text with a character that no text of PostgreSQL has.
        return "server.value_refused"
    # Who is not let in is told no code, but words.
    words = str(problem).lower()
    return next((code for said, code in _WORDS if all(each in words for each in said)), "server.gone")


def create_on_server(
    address: ServerAddress,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    author: str,
    check_signature: SignatureCheck = all_fit,
    notes: Database | None = None,
) -> Store:
    """Make the tables in an empty database of a server, and the replica id of the desk that `author` names.

    `notes` is where settings of this computer lie (`create_notes`), by default with the data. Raises
    server.not_empty, and what connecting raises; then nothing was made.
    """
    database = ServerDatabase(address)
    database.notes = notes
    try:
        with database.created():
            upgrade(database, before=lambda: None)
            Journal(database, clock, lambda replica, number: None).take_new_replica(author)
        return _store_of_desk(database, b"", clock, committed, check_signature, author)
    except BaseException:
        database.close()
        raise


def open_on_server(
    address: ServerAddress,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    *,
    key: bytes = b"",
    salt: bytes = b"",
    progress: Progress = no_progress,
    check_signature: SignatureCheck = all_fit,
    author: str = "",
    notes: Database | None = None,
) -> Store:
    """Open a database on a server and bring it to this program's version; its owner keeps the copies.

    With `key` and `salt` the program's own copies are encrypted files. `author` is the id of the key of this
    desk, hex digits: it writes under replica ids of its own, takes back what it did itself, and has the
    settings of this computer in `notes`. Without one there is one desk. Raises server.not_ours,
    database.newer, and what connecting raises; then nothing was changed.
    """
    database = ServerDatabase(address, salt)
    database.notes = notes
    try:
        database.check_ours()
        upgrade(database, lambda: None, progress=progress, check_signature=check_signature)
        return _store_of_desk(database, key, clock, committed, check_signature, author)
    except BaseException:
        database.close()
        raise


def _store_of_desk(
    database: ServerDatabase,
    key: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    check_signature: SignatureCheck,
    author: str,
) -> Store:
    store = Store(database, key, clock, committed, check_signature, author)
    if author:
        store.journal.work_as(author)
        # Of a kind that an import meets first nobody else could write before it is done.
        store.journal.projector.know_kinds(ENTITIES)
    return store
