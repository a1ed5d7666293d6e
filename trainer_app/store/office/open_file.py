"""Open data as one plain SQLite file, which any program reads: no key, no journal, whole or not at all.

The library is that of the program's own database, which keeps a file plain that is given no key: the Python
that is handed out has no other.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from itertools import batched
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.open_data import (
    OpenField,
    OpenTable,
    OpenType,
    Row,
    Value,
    converted,
    converters,
)

_AT_ONCE = 2_000
"""Rows that are held together."""
_COLUMNS: Mapping[OpenType, str] = {
    OpenType.TEXT: "TEXT",
    OpenType.WHOLE: "INTEGER",
    OpenType.NUMBER: "REAL",
    OpenType.FLAG: "INTEGER",
    OpenType.DAY: "TEXT",
}
_FAILED = (
    ("disk is full", "files.full"),
    ("unable to open", "files.gone"),
    ("readonly", "files.read_only"),
    ("i/o error", "files.device"),
)
"""Words of SQLite's errors, and the code of the error that they become."""

type Made = tuple[OpenTable, Iterable[Row]]
"""A table with its rows, in the order of the fields that are shown."""


def _sqlite_cell(field: OpenField) -> Callable[[Value], Value] | None:
    if field.type is OpenType.FLAG:
        return lambda value: int(bool(value))
    return (lambda value: None if value is None else str(value)) if field.type is OpenType.DAY else None


def write_sqlite(
    path: Path,
    tables: Iterable[Made],
    about: Mapping[str, str],
    *,
    names: bool,
    views: Iterable[str] = (),
) -> dict[str, int]:
    """Write all tables into one new SQLite file and return how many rows each has.

    `views` is the SQL of views over them.

    It is on the medium and was read back when this returns: its pages are sound, every key leads somewhere,
    and each table holds what was written. Texts are as they were typed, blanks are NULL. Raises codes of the
    topic "files"; the caller takes away what is left.
    """
    try:
        with contextlib.closing(dbapi2.connect(path, isolation_level=None)) as database:
            # No second file: what is unfinished is thrown away whole.
            for setting in ("journal_mode = OFF", "synchronous = FULL", "temp_store = MEMORY"):
                database.execute(f"PRAGMA {setting}")
            database.execute("BEGIN")
            counts = {table.name: _fill(database, table, rows, names=names) for table, rows in tables}
            database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
            database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
            for view in views:
                database.execute(view)
            database.execute("COMMIT")
        _check(path, counts)
    except dbapi2.Error as problem:
        raise _told(problem, path) from problem
    return counts


def _fill(database: Any, table: OpenTable, rows: Iterable[Row], *, names: bool) -> int:
    fields = table.shown(names=names)
    columns = [_column(field) for field in fields]
    columns.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    database.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(columns)}) WITHOUT ROWID")
    read = converters(fields, _sqlite_cell)
    insert = f"INSERT INTO {_quoted(table.name)} VALUES ({', '.join('?' * len(fields))})"
    count = 0
    for some in batched(rows, _AT_ONCE):
        database.executemany(insert, some if not read else (converted(row, read) for row in some))
        count += len(some)
    return count


def _column(field: OpenField) -> str:
    refers = f" REFERENCES {_quoted(field.refers[0])} ({_quoted(field.refers[1])})" if field.refers else ""
    return f"{_quoted(field.name)} {_COLUMNS[field.type]}{'' if field.blank else ' NOT NULL'}{refers}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _check(path: Path, counts: Mapping[str, int]) -> None:
    """Read a file back. Raises files.differs where it does not hold what was written."""
    with contextlib.closing(dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        sound = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        lost = database.execute("PRAGMA foreign_key_check").fetchone()
        held = {
            name: database.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0] for name in counts
        }
    if not sound or lost is not None or held != dict(counts):
        raise TrainerError("files.differs", file=path.name)


def _told(problem: dbapi2.Error, path: Path) -> TrainerError:
    said = str(problem).lower()
    code = next((code for words, code in _FAILED if words in said), None)
    if code is None:
        return TrainerError("files.failed", file=path.name, reason=type(problem).__name__)
    return TrainerError(code, file=path.name)
