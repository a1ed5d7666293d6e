"""What only SQLite understands, in one class, and statements whose SQL is made once for a dialect.

Queries are built with peewee. Where databases differ, a query holds a phrase (`any_of`, `in_order`, ...),
which the dialect says when it is turned into SQL. Only `office.salvaging`, which reads pages, knows SQLite.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import batched, chain
from operator import methodcaller
from typing import Any, Protocol, cast

import msgspec
import peewee


class Asked(Protocol):
    """What a dialect needs of an open database."""

    def select(self, query: str, /) -> list[tuple[Any, ...]]:
        """Return all rows."""

    def run(self, query: str, /) -> None:
        """Run one statement."""

    def connection(self) -> Any:
        """Return the connection of the calling thread."""


class _Place(Enum):
    """Where a value goes that is known when the statement runs."""

    SINGLE = "single"
    LIST = "list"


class Given(peewee.ColumnBase):
    """A place in a `Statement`, written as a parameter while all constants around it are written out."""

    def __init__(self, place: _Place) -> None:
        self._place = place

    def __sql__(self, ctx: Any) -> Any:
        """Write it into the SQL."""
        with ctx(value_literals=False):
            return ctx.value(self._place, False)


VALUE = Given(_Place.SINGLE)
"""Stands in a `Statement` for a value that is given when it runs."""
NUMBERS = Given(_Place.LIST)
"""Stands in `any_of` of a `Statement` for numbers that are given when it runs: all of them as one value."""
TOGETHER = 20
"""So many rows are added at once where there are many: each run costs as much as to add two rows to it."""


class Statement:
    """A query whose SQL is constant: peewee makes it at the first use, with `VALUE` for what differs.

    The values are given in the order in which they stand in the SQL. Constants of the query are written out
    in it: a database plans better what it knows, and SQLite plans a `LIMIT` that is a parameter at each call.
    """

    __slots__ = ("_build", "made")

    def __init__(self, build: Callable[[], peewee.Node]) -> None:
        self._build = build
        self.made: dict[Dialect, tuple[str, tuple[object, ...]]] = {}
        """The SQL for each dialect that asked, and the kinds of its values where one of them is a list."""

    def prepared(self, dialect: "Dialect", values: Sequence[object]) -> tuple[str, Sequence[object]]:
        """Return the SQL and all its values."""
        sql, places = self.made.get(dialect) or self._make(dialect)
        return sql, _filled(places, values, dialect) if places else values

    def prepared_many(self, dialect: "Dialect", rows: "Sequence[Iterable[object]]") -> "Portion":
        """Return the SQL, and all values of each row."""
        sql, places = self.made.get(dialect) or self._make(dialect)
        return sql, [_filled(places, row, dialect) for row in rows] if places else rows

    def _make(self, dialect: "Dialect") -> tuple[str, tuple[object, ...]]:
        sql, places = dialect.sql(self._build(), value_literals=True)
        # No places where every one takes a single value: those are handed on as they are.
        lists = tuple(places) if _Place.LIST in places else ()
        return self.made.setdefault(dialect, (sql, lists))


def _filled(places: Iterable[object], values: Iterable[object], dialect: "Dialect") -> list[object]:
    """Return the values of a statement, lists of numbers as the one value that they are to the database."""
    return [
        dialect.listed(cast(Iterable[int], value)) if place is _Place.LIST else value
        for place, value in zip(places, values, strict=True)
    ]


type Portion = tuple[str, Iterable[Iterable[object]]]
type Question = str | Statement | peewee.Node
"""A query of peewee, a statement, or SQL of the few kinds that `tests/architecture` counts."""


class Dialect:
    """What a kind of database says in its own words. `writer` is how peewee writes SQL for it."""

    begin: str
    begin_reading: str
    begin_reading_few: str
    commit: str
    rollback = "ROLLBACK"
    begin_part = "SAVEPOINT part"
    commit_part = "RELEASE part"
    rollback_part = "ROLLBACK TO part"
    few = ("IN (SELECT value FROM json_each(", "))")  # what stands around a few numbers: see `among`
    own_steps = "1"  # what is true of rows of `step` that this computer wrote: in a file, of all

    def __init__(self, writer: peewee.Database) -> None:
        self._writer: Any = writer
        self._tables: dict[Any, str] = {}

    # --- from queries to SQL

    def prepared(self, query: Question, values: Sequence[object]) -> tuple[str, Sequence[object]]:
        """Return the SQL of a query and its values; `values` are what a statement or SQL asks for."""
        if isinstance(query, str):
            return query, values
        return query.prepared(self, values) if isinstance(query, Statement) else self.sql(query)

    def portions(self, query: "str | Statement", rows: Sequence[Iterable[object]]) -> list[Portion]:
        """Return the SQL of a statement that runs for many rows, and all values of each run."""
        return [(query, rows) if isinstance(query, str) else query.prepared_many(self, rows)]

    def sql(self, query: peewee.Node, *, value_literals: bool = False) -> tuple[str, list[object]]:
        """Let peewee turn a query into SQL; return it with its values, or with these written out in it."""
        context: Any = self._writer.get_sql_context(dialect=self, value_literals=value_literals)
        sql, values = context.sql(query).query()
        return str(sql), list(values)

    def create_table(self, model: Any) -> str:
        """Return the SQL of a model's table."""
        if model not in self._tables:
            self._tables[model] = self._table(model)
        return self._tables[model]

    def _table(self, model: Any) -> str:
        made: Any = peewee.SchemaManager(model, self._writer)
        return str(made._create_table(safe=False).query()[0])  # noqa: SLF001 - peewee's only way to the text

    def drop_table(self, table: str) -> str:
        """Return the SQL that drops a table, if it is there, also one without a model."""
        return f'DROP TABLE IF EXISTS "{table}"'

    def emptied(self, models: Iterable[Any]) -> Iterator[str]:
        """Yield the SQL that takes all rows out of some tables."""
        for model in models:
            yield self.sql(model.delete())[0]

    def numbers_go_on(self, _models: Iterable[Any]) -> Iterator[str]:
        """Yield the SQL after which new rows get numbers above those that were put in with theirs."""
        yield from ()

    def create_index(self, model: Any, columns: Sequence[peewee.Field], name: str) -> str:
        """Return the SQL of an index."""
        return self.sql(model.index(*columns, name=name, safe=False))[0]

    # --- phrases

    def listed(self, numbers: Iterable[int]) -> object:
        """Return numbers as the one value that `any_of` reads them from."""
        raise NotImplementedError

    def any_of(self, numbers: peewee.Node) -> peewee.Node:
        """Return what stands on the right of IN: any number of numbers in one value."""
        raise NotImplementedError

    def greatest(self, first: object, second: object) -> peewee.Node:
        """Return the greater of two values."""
        raise NotImplementedError

    def holds(self, column: peewee.Node, part: bytes) -> peewee.Node:
        """Return whether bytes stand in a column of bytes, at any place."""
        raise NotImplementedError

    def order_of_arrival(self) -> peewee.Node:
        """Return by what rows come in the order in which they were put into their table."""
        raise NotImplementedError

    def in_order(self, column: peewee.Node) -> peewee.Node:
        """Return what sorts by a column, blanks before all else, after all else where it goes down."""
        raise NotImplementedError

    def put(self, rows: peewee.ModelInsert, columns: Sequence[peewee.Field]) -> peewee.Node:
        """Return an INSERT that takes the place of rows with the same key."""
        raise NotImplementedError

    # --- what an open database is asked beside queries

    def changes_of_others(self, database: Asked) -> int:
        """Return a number that differs once another connection has written."""
        raise NotImplementedError

    def own_changes(self, database: Asked) -> int:
        """Return a number that differs once this connection has written."""
        raise NotImplementedError

    def version(self, database: Asked) -> int:
        """Return the version of the tables; 0 for a new database."""
        raise NotImplementedError

    def set_version(self, database: Asked, version: int) -> None:
        """Write down the version of the tables. Use inside a transaction."""
        raise NotImplementedError

    def damage(self, database: Asked, *, idle: bool) -> Iterator[str]:
        """Yield what is wrong with what lies on the disk; `idle` tells that no transaction is open."""
        raise NotImplementedError


class Sqlite(Dialect):
    """SQLite, as SQLCipher keeps it."""

    application_id = 0x54524E52
    """`TRNR`, in the file's header once it is decrypted."""
    pragmas: tuple[tuple[str, object], ...] = (
        # Order matters: the page size before the first read, the rest before the first write.
        ("cipher_page_size", 4096),
        ("cipher_memory_security", "OFF"),
        # What it would print about a damaged page is told by the error's code.
        ("cipher_log_level", "NONE"),
        ("journal_mode", "wal"),
        ("synchronous", "FULL"),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", "MEMORY"),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("cache_size", -65536),
        ("busy_timeout", 10000),
    )
    errors = (
        # By the words in them, since a cipher's failure comes under several numbers.
        ("file is not a database", "database.damaged"),
        ("malformed", "database.damaged"),
        ("no such table", "database.damaged"),
        ("disk is full", "disk.full"),
        ("disk i/o error", "disk.error"),
        ("readonly database", "disk.read_only"),
        ("is locked", "database.busy"),
        ("unable to open", "disk.error"),
    )
    """Words of the database's errors, and the code of the error that they become."""

    def __init__(self) -> None:
        super().__init__(peewee.SqliteDatabase(None))

    def portions(self, query: "str | Statement", rows: Sequence[Iterable[object]]) -> list[Portion]:
        """Return the SQL for many rows; where they are added, for `TOGETHER` at once."""
        if not isinstance(query, Insertion) or len(rows) < TOGETHER:
            return super().portions(query, rows)
        whole = len(rows) - len(rows) % TOGETHER
        sql, _ = query.together.prepared(self, ())
        together = (tuple(chain.from_iterable(each)) for each in batched(rows[:whole], TOGETHER))
        rest = super().portions(query, rows[whole:]) if whole < len(rows) else []
        return [(sql, together), *rest]

    def listed(self, numbers: Iterable[int]) -> object:
        """Return numbers as the one value that `any_of` reads them from."""
        return msgspec.json.encode(list(numbers)).decode()

    def any_of(self, numbers: peewee.Node) -> peewee.Node:
        """Return what stands on the right of IN: any number of numbers in one value."""
        said = peewee.SQL("(SELECT value FROM json_each("), numbers, peewee.SQL("))")
        return peewee.NodeList(said, glue="")

    def greatest(self, first: object, second: object) -> peewee.Node:
        """Return the greater of two values."""
        return peewee.fn.max(first, second)

    def holds(self, column: peewee.Node, part: bytes) -> peewee.Node:
        """Return whether bytes stand in a column of bytes, at any place."""
        return peewee.fn.instr(column, peewee.Value(part, converter=False)) > 0

    def order_of_arrival(self) -> peewee.Node:
        """Return by what rows come in the order in which they were put into their table."""
        return peewee.SQL("rowid")

    def in_order(self, column: peewee.Node) -> peewee.Node:
        """Return what sorts by a column, blanks before all else, after all else where it goes down."""
        return column

    def put(self, rows: peewee.ModelInsert, _columns: Sequence[peewee.Field]) -> peewee.Node:
        """Return an INSERT that takes the place of rows with the same key."""
        return rows.on_conflict_replace()

    def _table(self, model: Any) -> str:
        """Let one of a compound key lie in the order of that key alone."""
        together = model._meta.composite_key  # noqa: SLF001 - a documented name of peewee's
        return f"{super()._table(model)} WITHOUT ROWID" if together else super()._table(model)

    # --- transactions

    begin = "BEGIN IMMEDIATE"
    begin_reading = begin_reading_few = "BEGIN"
    commit = "COMMIT"

    def hold_alone(self, database: Asked) -> bool:
        """Take a file for this connection alone, its log written back and gone; tell whether it let us."""
        if database.select("PRAGMA journal_mode = delete") != [("delete",)]:
            return False
        database.run("BEGIN EXCLUSIVE")
        return True

    def changes_of_others(self, database: Asked) -> int:
        """Return a number that differs once another connection has written."""
        return int(database.select("PRAGMA data_version")[0][0])

    def own_changes(self, database: Asked) -> int:
        """Return a number that differs once this connection has written."""
        return int(database.connection().total_changes)

    def number_of_new(self, cursor: Any) -> int:
        """Return the number that the row just inserted was given."""
        return int(cursor.lastrowid)

    # --- the file

    def empty_log(self, database: Asked) -> None:
        """Move all that is written into the file and cut its log to nothing."""
        database.select("PRAGMA wal_checkpoint(TRUNCATE)")

    def end_log(self, database: Asked) -> None:
        """Move all that is written into the file, which has no log from then on."""
        self.empty_log(database)
        database.select("PRAGMA journal_mode = delete")

    def copy(self, source: Asked, target: Asked) -> None:
        """Copy an open database as it stands at one moment, also while it is written to."""
        source.connection().backup(target.connection())

    def version(self, database: Asked) -> int:
        """Return the version of the tables; 0 for a new file."""
        return int(database.select("PRAGMA user_version")[0][0])

    def set_version(self, database: Asked, version: int) -> None:
        """Write down the version of the tables. Use inside a transaction."""
        database.run(f"PRAGMA user_version = {version}")

    def claim(self, database: Asked) -> None:
        """Write into the file's header whose it is."""
        database.run(f"PRAGMA application_id = {self.application_id}")

    def is_ours(self, database: Asked) -> bool:
        """Tell whether the header says so."""
        return database.select("PRAGMA application_id") == [(self.application_id,)]

    def is_encrypted(self, database: Asked) -> bool:
        """Tell whether a cipher is at work at all."""
        return any(version for (version,) in database.select("PRAGMA cipher_version"))

    def damage(self, database: Asked, *, idle: bool) -> Iterator[str]:
        """Yield what is wrong with the pages; `idle` tells that no transaction is open.

        Each must decrypt, and the database must find its way through them.
        """
        found = False
        # The cipher's check reads the file alone: a page that a power cut tore is whole in the log still.
        if idle and self._log_is_in_the_file(database):
            for (text,) in database.select("PRAGMA cipher_integrity_check"):
                found = True
                yield f"cipher: {text}"
        if not found:
            for (text,) in database.select("PRAGMA quick_check"):
                if text != "ok":
                    yield f"sqlite: {text}"

    def _log_is_in_the_file(self, database: Asked) -> bool:
        """Move the log's pages into the file, as far as nobody reads older ones; tell whether all went."""
        busy, pages, moved = database.select("PRAGMA wal_checkpoint(PASSIVE)")[0]
        return not busy and pages == moved


SQLITE = Sqlite()


class _Phrase(peewee.ColumnBase):
    """A part of a query that each dialect says in its own words."""

    def __init__(self, said: Callable[[Dialect], peewee.Node]) -> None:
        self._said = said

    def __sql__(self, ctx: Any) -> Any:
        """Write it into the SQL."""
        return ctx.sql(self._said(ctx.state.dialect))


def any_of(numbers: Iterable[int] | Given) -> peewee.ColumnBase:
    """Return what `in_` and `not_in` take for any number of numbers; `NUMBERS` in a statement."""
    if isinstance(numbers, Given):
        return _Phrase(lambda dialect: dialect.any_of(numbers))
    known = list(numbers)
    return _Phrase(lambda dialect: dialect.any_of(peewee.Value(dialect.listed(known), converter=False)))


def among(column: peewee.Node, numbers: Given) -> peewee.ColumnBase:
    """Return whether a column holds one of a few numbers: a server counts them before it plans."""
    sql = peewee.SQL
    return _Phrase(lambda on: peewee.NodeList((column, sql(on.few[0]), numbers, sql(on.few[1]))))


def greatest(first: object, second: object) -> peewee.ColumnBase:
    """Return the greater of two values of one row."""
    return _Phrase(lambda dialect: dialect.greatest(first, second))


def holds(column: peewee.Node, part: bytes) -> peewee.ColumnBase:
    """Return whether some bytes stand in a column of bytes."""
    return _Phrase(lambda dialect: dialect.holds(column, part))


def order_of_arrival() -> peewee.ColumnBase:
    """Return what orders rows by when they were put into their table; no column tells it."""
    return _Phrase(lambda dialect: dialect.order_of_arrival())


def named(columns: Iterable[tuple[str, str]]) -> peewee.Node:
    """Return columns by table and name; peewee would go through each by thirty calls, for these words."""
    return peewee.SQL(", ".join(f'"{table}"."{name}"' for table, name in columns))


def of_this_desk() -> peewee.ColumnBase:
    """Return what is true of the rows of `step` that this computer wrote, of those that share a server."""
    return _Phrase(lambda dialect: peewee.SQL(dialect.own_steps))


def in_order(*columns: peewee.Node) -> list[peewee.ColumnBase]:
    """Return what sorts rows by columns in which something may be blank."""
    return [_Phrase(methodcaller("in_order", column)) for column in columns]


def count(model: Any) -> peewee.ModelSelect:
    """Return the query of how many rows there are; more may follow."""
    return cast(peewee.ModelSelect, model.select(peewee.fn.count(peewee.SQL("*"))))


class Insertion(Statement):
    """The statement that adds a row, of which databases can take many at once.

    `columns` are the names of what each row brings; `conflicts` tells that a row with its key may be there,
    `replaces` that it gives way then. `together` takes `TOGETHER` rows at once, one after the other.
    """

    __slots__ = ("_key", "columns", "conflicts", "replaces", "table", "together")

    def __init__(
        self,
        columns: Sequence[peewee.Field],
        build: Callable[[int], peewee.Node],
        *,
        conflicts: bool = False,
        replaces: bool = False,
    ) -> None:
        super().__init__(lambda: build(1))
        self.together = Statement(lambda: build(TOGETHER))
        meta: Any = columns[0].model._meta  # noqa: SLF001 - a documented name of peewee's
        self.table = str(meta.table_name)
        self.columns = tuple(str(each.column_name) for each in columns)
        self.conflicts = conflicts or replaces
        self.replaces = replaces
        key = {each.name for each in meta.get_primary_keys()}
        self._key = tuple(place for place, each in enumerate(columns) if each.name in key)

    def last_of_each(self, rows: Iterable[Iterable[object]]) -> list[tuple[object, ...]]:
        """Return rows, of those with one key the last one: what one by one would leave."""
        whole = [tuple(row) for row in rows]
        return list({tuple(row[place] for place in self._key): row for row in whole}.values())


def adding(*columns: peewee.Field) -> Statement:
    """Return the statement that adds a row with these columns."""
    return Insertion(columns, lambda count: _insert(columns, count))


def adding_missing(*columns: peewee.Field) -> Statement:
    """Return the statement that adds a row unless there is one with its key."""
    return Insertion(columns, lambda count: _insert(columns, count).on_conflict_ignore(), conflicts=True)


def putting(*columns: peewee.Field) -> Statement:
    """Return the statement that puts a row in, in place of an older one with its key."""
    return Insertion(
        columns,
        lambda count: _Phrase(lambda dialect: dialect.put(_insert(columns, count), columns)),
        replaces=True,
    )


def _insert(columns: Sequence[peewee.Field], count: int) -> peewee.ModelInsert:
    model: Any = columns[0].model
    rows = [[VALUE] * len(columns)] * count
    return cast(peewee.ModelInsert, model.insert_many(rows, fields=columns))
