"""SQL is peewee's to write: what is written by hand is listed here, each with its reason.

What only SQLite understands stands in one module; another database takes the place of its class.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import Module, modules, sample

DIALECT = "trainer_app/store/base/dialect.py"
STEPS = "trainer_app/store/migrations/steps.py"
ROWS = "trainer_app/store/base/rows.py"
POSTGRES = "trainer_app/store/base/postgres.py"
SERVER = "trainer_app/store/base/server.py"
OPEN_FILE = "trainer_app/store/office/open_file.py"
FOR_OTHERS = {
    "trainer_app/store/office/analyst_views.py": 39,
    "trainer_app/store/office/server_roles.py": 32,
}
"""Modules that speak to people with SQL, and how many statements they hold: views that analysts read on a
server and in a file, roles and policies. peewee has words for none of them."""

_STATEMENT = re.compile(
    r"\s*(SELECT|INSERT|REPLACE|UPDATE|DELETE|CREATE|DROP|ALTER|WITH|PRAGMA|ATTACH|DETACH|VACUUM|ANALYZE|REINDEX"
    r"|BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|EXPLAIN|TRUNCATE|COPY|LOCK|LISTEN|NOTIFY)( |;|$)"
)
_ONLY_SQLITE = re.compile(
    r"\b(PRAGMA|OR (REPLACE|IGNORE|ABORT|FAIL|ROLLBACK)|GLOB|WITHOUT ROWID|ROWID|rowid|json_each"
    r"|AUTOINCREMENT|sqlite_master|sqlite_schema|last_insert_rowid|total_changes|instr|julianday|wal_checkpoint)\b"
)
_SQLITE_CALLS = (
    "backup",
    "total_changes",
    "lastrowid",
    "last_insert_rowid",
    "on_conflict_replace",
    "replace_many",
)

KEPT = {
    (DIALECT, "BEGIN IMMEDIATE"): "transactions are no queries: how one begins differs between databases",
    (DIALECT, "BEGIN"): "the same, for a block that only reads",
    (DIALECT, "BEGIN EXCLUSIVE"): "the same, for a file that gives way to another",
    (DIALECT, "COMMIT"): "as above",
    (DIALECT, "ROLLBACK"): "as above",
    (DIALECT, "SAVEPOINT part"): "as above, of a part of a transaction",
    (DIALECT, "RELEASE part"): "as above",
    (DIALECT, "ROLLBACK TO part"): "as above",
    (DIALECT, "PRAGMA journal_mode = delete"): "settings of SQLite, which are no queries",
    (DIALECT, "PRAGMA data_version"): "as above: what another connection has written",
    (DIALECT, "PRAGMA wal_checkpoint(TRUNCATE)"): "as above: the log goes into the file",
    (DIALECT, "PRAGMA wal_checkpoint(PASSIVE)"): "as above, as far as nobody reads",
    (DIALECT, "PRAGMA user_version"): "as above: the version of the tables",
    (DIALECT, "PRAGMA user_version = "): "as above",
    (DIALECT, "PRAGMA application_id = "): "as above: whose file it is",
    (DIALECT, "PRAGMA application_id"): "as above",
    (DIALECT, "PRAGMA cipher_version"): "as above: whether it is encrypted",
    (DIALECT, "PRAGMA cipher_integrity_check"): "as above: whether each page decrypts",
    (DIALECT, "PRAGMA quick_check"): "as above: whether SQLite finds its way",
    (DIALECT, 'DROP TABLE IF EXISTS "'): "of tables that an older program made no model tells any more",
    (POSTGRES, "BEGIN; SELECT changes FROM server FOR UPDATE; "): "as of SQLite: how a transaction begins",
    (
        POSTGRES,
        "SELECT changes FROM server FOR UPDATE",
    ): "as above, at the end of what was written beside others",
    (POSTGRES, "SELECT pg_try_advisory_xact_lock("): "locks of PostgreSQL, which are no queries",
    (
        POSTGRES,
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 "
        "AND classid = ",
    ): "as above",
    (
        POSTGRES,
        "SELECT id FROM registry WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE",
    ): "as above, of rows",
    (POSTGRES, "LISTEN trainer_app"): "what desks tell each other, for which peewee has no words",
    (POSTGRES, "SELECT pg_notify('trainer_app', $1)"): "as above",
    (
        POSTGRES,
        "SELECT set_config('trainer.desk', $1, false)",
    ): "settings of a connection, which are no queries",
    (POSTGRES, "CREATE SEQUENCE row_number"): "numbers for several who write at once; peewee knows none",
    (
        POSTGRES,
        "CREATE FUNCTION take_numbers(bigint) RETURNS bigint LANGUAGE plpgsql AS $$ DECLARE first bigint; "
        "BEGIN PERFORM pg_advisory_lock(",
    ): "as above",
    (POSTGRES, "SELECT take_numbers($1)"): "as above",
    (
        POSTGRES,
        "SELECT setval('row_number', (SELECT coalesce(max(id), 0) + 1 FROM registry), false)",
    ): "as above, after all was copied",
    (POSTGRES, "SELECT setval(pg_get_serial_sequence('\""): "as above, of the tables' own",
    (POSTGRES, "DROP SEQUENCE IF EXISTS row_number"): "what was made for a move that was stopped goes",
    (POSTGRES, "DROP FUNCTION IF EXISTS take_numbers(bigint)"): "as above",
    (POSTGRES, 'DROP TABLE IF EXISTS "'): "as above",
    (POSTGRES, "TRUNCATE "): "all rows of all tables at once, before others are copied in",
    (POSTGRES, "UPDATE server SET mark = '"): "what a file has in its header",
    (
        POSTGRES,
        "SELECT coalesce((SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()), '')",
    ): "as facts",
    (SERVER, "SELECT pg_database_size(current_database())"): "as facts: PostgreSQL's own catalogue",
    (POSTGRES, "BEGIN"): "as above, before there are tables",
    (POSTGRES, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"): "as above, for a block that only reads",
    (
        POSTGRES,
        "UPDATE server SET changes = changes + 1 / (mark = 'TRNR')::integer; NOTIFY trainer_app; COMMIT",
    ): "as above: how it ends, in one message",
    (POSTGRES, "UPDATE server SET changes = changes + 1; NOTIFY trainer_app; COMMIT"): "as above",
    (
        POSTGRES,
        "CREATE VIEW entry AS SELECT id, import, CASE WHEN substr(tail, 1, 1) = '\\x7b'::bytea THEN tail "
        'ELSE convert_to(\'{"r":"\' || (SELECT name FROM replica WHERE replica.id = journal.id >> 40) || '
        "'\",\"n\":', 'UTF8') || tail END AS line FROM journal",
    ): "a view, for which peewee has no words; as the released steps make it in a file",
    (
        POSTGRES,
        "CREATE RULE entry_delete AS ON DELETE TO entry DO INSTEAD DELETE FROM journal WHERE id = OLD.id",
    ): "as above",
    (
        POSTGRES,
        "CREATE VIEW object AS SELECT id, key, "
        "(SELECT name FROM kind WHERE kind.id = registry.kind) AS entity FROM registry",
    ): "as above",
    (POSTGRES, " SELECT "): "what a statement does with one row, done with those that were copied in",
    (
        POSTGRES,
        "CREATE TABLE server (mark TEXT NOT NULL, version INTEGER NOT NULL, changes BIGINT NOT NULL)",
    ): "what a file has in its header: no model of the program's",
    (POSTGRES, "INSERT INTO server VALUES ('"): "as above",
    (POSTGRES, "UPDATE server SET version = "): "as above",
    (POSTGRES, "SELECT mark FROM server"): "as above",
    (POSTGRES, "SELECT changes FROM server"): "as above",
    (POSTGRES, "SELECT version FROM server"): "as above",
    (POSTGRES, "SELECT 1 WHERE to_regclass('public.server') IS NOT NULL"): "PostgreSQL's own catalogue",
    (POSTGRES, "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace LIMIT 1"): "as above",
    (
        POSTGRES,
        "SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()",
    ): "as above",
    (
        POSTGRES,
        "SELECT current_setting('server_version_num')::integer, "
        "coalesce((SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()), ''), "
        "pg_encoding_to_char(encoding), datcollate, "
        "(SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'), "
        "extract(epoch FROM clock_timestamp())::bigint, "
        "current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on', "
        "current_setting('data_checksums') = 'on', current_setting('is_superuser') = 'on', "
        "current_setting('max_connections')::integer, pg_database_size(datname), "
        "coalesce((SELECT setting FROM pg_settings WHERE name = 'data_directory'), ''), "
        "(SELECT rolsuper OR (rolcreaterole AND oid = datdba) FROM pg_roles WHERE rolname = current_user), "
        "EXISTS (SELECT 1 FROM pg_class c WHERE oid = to_regclass('public.journal') AND relrowsecurity "
        "AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = c.oid)) "
        "FROM pg_database WHERE datname = current_database()",
    ): "as above",
    (POSTGRES, "SELECT row_security_active(?)"): "as above",
    (SERVER, "ANALYZE"): "as above: what it plans by",
    (SERVER, "SELECT set_config($1, $2, false)"): "settings of a connection, which are no queries",
    (SERVER, "COPY "): "many rows at once, for which peewee has no words",
    (SERVER, "CREATE TEMPORARY TABLE "): "as above: where some of them may be there already",
    (SERVER, "DROP TABLE "): "as above",
    (ROWS, "CREATE INDEX "): "never run: a word of the fingerprint that stands in databases and archives",
    (
        ROWS,
        "CREATE TABLE orphan (parent INTEGER NOT NULL, object INTEGER NOT NULL, "
        "PRIMARY KEY (parent, object)) WITHOUT ROWID",
    ): "never run: as above",
    (OPEN_FILE, "BEGIN"): "a file for others' programs is SQLite by its format, whatever database is here",
    (OPEN_FILE, "COMMIT"): "as above",
    (OPEN_FILE, "PRAGMA "): "as above: no second file beside it, on the medium when it is done",
    (OPEN_FILE, "PRAGMA integrity_check"): "as above: read back",
    (OPEN_FILE, "PRAGMA foreign_key_check"): "as above: every key leads somewhere",
    (OPEN_FILE, "CREATE TABLE "): "as above: its tables are those of the open data, no models",
    (OPEN_FILE, "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)"): "as above",
    (OPEN_FILE, "INSERT INTO "): "as above",
    (OPEN_FILE, "INSERT INTO about VALUES (?, ?)"): "as above",
    (OPEN_FILE, "SELECT count(*) FROM "): "as above: read back",
}
"""(Module, statement as far as it is constant) -> why peewee does not write it. Steps are counted apart."""
RELEASED = 40
"""Statements of the migrations: a step that was released holds its SQL as it was then."""
FRAGMENTS = {"1", "*", "NULL", "''", "' '"}
"""What a query may hold in SQL's own words: constants that every database knows."""
SPOKEN = {DIALECT, POSTGRES}
"""Modules in which a database says what it says in its own words."""


def _texts(module: Module) -> Iterator[str]:
    """Yield the texts of a module as far as they are constant, its docstrings left out."""
    documents = {
        id(node.value)
        for node in module.nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value


def written(module: Module) -> list[str]:
    """Return the statements that a module writes by hand."""
    return [text for text in _texts(module) if _STATEMENT.match(text)]


def of_sqlite(module: Module) -> list[str]:
    """Return what a module says that only SQLite, or its driver, understands."""
    called = [
        node.attr for node in module.nodes if isinstance(node, ast.Attribute) and node.attr in _SQLITE_CALLS
    ]
    return [*(text for text in _texts(module) if _ONLY_SQLITE.search(text)), *called]


def fragments(module: Module) -> list[str]:
    """Return the pieces of SQL that a module puts into queries of peewee."""
    return [
        ast.unparse(node.args[0]) if not isinstance(node.args[0], ast.Constant) else str(node.args[0].value)
        for node in module.nodes
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("SQL", "peewee.SQL", "RawQuery", "peewee.RawQuery")
    ]


def core() -> list[Module]:
    """Return the modules that could write SQL: nothing above the actions has a database."""
    return [module for module in modules() if module.layer in ("store", "actions", "cli")]


def test_statements_written_by_hand_are_listed_with_their_reasons() -> None:
    apart = {STEPS, *FOR_OTHERS}
    found = {
        (module.place, text) for module in core() if module.place not in apart for text in written(module)
    }
    assert found == set(KEPT)


def test_released_steps_hold_their_statements() -> None:
    (steps,) = (module for module in core() if module.place == STEPS)
    assert len(written(steps)) == RELEASED


def test_views_and_roles_of_a_server_are_made_in_two_modules() -> None:
    found = {module.place: len(written(module)) for module in core() if module.place in FOR_OTHERS}
    assert found == FOR_OTHERS


def test_only_one_module_says_what_only_sqlite_understands() -> None:
    found = {module.place for module in core() if module.layer == "store" and of_sqlite(module)}
    # The fingerprint's words are never run; released steps stay as they were; open data leave as SQLite.
    assert found == {DIALECT, ROWS, STEPS, OPEN_FILE}
    (rows,) = (module for module in core() if module.place == ROWS)
    assert set(of_sqlite(rows)) <= {text for place, text in KEPT if place == ROWS}


def test_queries_hold_no_pieces_of_sql_but_constants() -> None:
    found = {
        (module.place, piece)
        for module in core()
        if module.place not in SPOKEN
        for piece in fragments(module)
        if piece not in FRAGMENTS
    }
    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        'x = database.select("SELECT id FROM person")',
        'x = database.select(f"SELECT id FROM {table}")',
        'x = f"DELETE FROM {table} WHERE id = ?"',
        'x = "UPDATE person SET family = ?"',
    ],
)
def test_a_statement_written_by_hand_is_found(line: str) -> None:
    assert written(sample(line, "store/base/rows.py"))


@pytest.mark.parametrize(
    "line",
    [
        'x = "INSERT OR REPLACE INTO person VALUES (?)"',
        'x = "id IN (SELECT value FROM json_each(?))"',
        'x = peewee.SQL("rowid")',
        "x = connection.total_changes",
        "x = rows.on_conflict_replace()",
    ],
)
def test_what_only_sqlite_understands_is_found(line: str) -> None:
    assert of_sqlite(sample(line, "store/base/rows.py"))


def test_a_piece_of_sql_is_found() -> None:
    assert fragments(sample('x = peewee.SQL("max(id)")', "store/base/rows.py")) == ["max(id)"]


def test_texts_that_are_no_sql_are_left_alone() -> None:
    text = '"""SELECT is a word."""\nx = "Update of the list"\ny = "select"\n'
    assert not written(sample(text, "store/base/rows.py"))
