"""Copies everything that a database holds into another one of any kind, and tells whether both hold the same.

An office moves so between its file and a server, and the program's own copies of what lies on a server are
made so. Rows are copied as they are, also those that follow from the journal: to fold them anew takes an hour
where the office is large. Both are compared row by row, in an order that every kind of database has.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from itertools import batched
from pathlib import Path
from typing import Any

import msgspec
import peewee

from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, adding, count, order_of_arrival
from trainer_app.store.base.files import (
    DatabaseFile,
    create_database,
    free_name,
    leave_sheets_out,
    move_database,
    remove_database,
)
from trainer_app.store.base.models import MODELS, BlobRow, OrphanRow, columns_of
from trainer_app.store.base.postgres import LOCAL
from trainer_app.store.base.store import put_settings
from trainer_app.store.base.upgrade import upgrade

_AT_ONCE = 5000
"""Rows that are read and written together."""
_CONTENTS = Statement(lambda: BlobRow.select(BlobRow.sha256).order_by(order_of_arrival()))
_CONTENT = Statement(lambda: BlobRow.select(*columns_of(BlobRow)).where(BlobRow.sha256 == VALUE))
type _Batch = list[tuple[Any, ...]]


def copy_all(source: Database, target: Database, progress: Progress = no_progress) -> str:
    """Put all that one database holds in the place of what the other one does; return the digest of it.

    Both have the tables of this program's version. Use it inside a transaction of the target, and where
    nobody writes into the source, or inside its `still`.
    """
    for statement in target.dialect.emptied(_tables()):
        target.run(statement)
    digest = hashlib.sha256()
    for model, rows in _all_rows(source, progress):
        digest.update(_digested(rows))
        target.run_many(_adding(model), rows)
    for statement in target.dialect.numbers_go_on(_tables()):
        target.run(statement)
    target.note_written(MODELS)
    return digest.hexdigest()


def content_digest(database: Database, progress: Progress = no_progress) -> str:
    """Return the digest of all that a database holds; two that hold the same have the same one."""
    digest = hashlib.sha256()
    for _, rows in _all_rows(database, progress):
        digest.update(_digested(rows))
    return digest.hexdigest()


def save_as_file(database: Database, target: Path, key: bytes, salt: bytes) -> Path:
    """Copy an open database of any kind into one encrypted file, but for anonymous sheets that wait.

    The copy appears under its name only when it is whole; an older file of that name is kept, and the copy
    gets a number behind its name. Returns where it lies. Raises disk.full and its like.
    """
    part = target.with_name(target.name + ".part")
    remove_database(part)
    copy = file_like(database, part, key, salt)
    try:
        if database.notes is not None:
            # Whoever is left with the copy alone goes on as this computer.
            with copy.write():
                put_settings(database.notes, copy)
        leave_sheets_out(copy)
        copy.empty_log()
        return move_database(copy, free_name(target))
    except BaseException:
        copy.close()
        remove_database(part)
        raise


def file_like(
    database: Database, path: Path, key: bytes, salt: bytes, progress: Progress = no_progress
) -> DatabaseFile:
    """Make a new encrypted file that holds all that an open database does; return it open.

    Raises database.exists, disk.full and its like; then nothing is left of it.
    """
    copy = create_database(path, key, salt)
    try:
        upgrade(copy, lambda: None)
        with database.still(), copy.write():
            copy_all(database, copy, progress)
    except BaseException:
        copy.close()
        remove_database(path)
        raise
    return copy


@cache
def _tables() -> tuple[Any, ...]:
    """Return all tables, those that others' rows point to first."""
    return (*LOCAL, *MODELS.values(), OrphanRow)


@cache
def _adding(model: Any) -> Statement:
    return adding(*columns_of(model))


@cache
def _reading(model: Any) -> Statement:
    key = model._meta.get_primary_keys()  # noqa: SLF001 - a documented name of peewee's
    return Statement(lambda: model.select(*columns_of(model)).order_by(*key))


@cache
def _flags(model: Any) -> tuple[int, ...]:
    """Return which columns hold yes or no, of which databases make different things."""
    return tuple(
        place for place, each in enumerate(columns_of(model)) if isinstance(each, peewee.BooleanField)
    )


def _all_rows(database: Database, progress: Progress) -> Iterator[tuple[Any, _Batch]]:
    """Yield all rows table by table, some thousand at a time."""
    total = sum(int(database.select(count(model))[0][0]) for model in _tables())
    done = 0
    for model in _tables():
        for rows in _batches(database, model):
            yield model, rows
            done += len(rows)
            progress("moving.copying", done / max(total, 1))


def _batches(database: Database, model: Any) -> Iterator[_Batch]:
    if model is BlobRow:
        # One at a time: some thousand pictures are more than the memory holds.
        for (sha256,) in database.select(_CONTENTS):
            yield database.select(_CONTENT, sha256)
        return
    flags = _flags(model)
    for rows in batched(database.stream(_reading(model)), _AT_ONCE):
        yield [_with_flags(row, flags) for row in rows] if flags else list(rows)


def _with_flags(row: tuple[Any, ...], flags: tuple[int, ...]) -> tuple[Any, ...]:
    values = list(row)
    for place in flags:
        values[place] = None if row[place] is None else bool(row[place])
    return tuple(values)


def _digested(rows: _Batch) -> bytes:
    # Row by row: how many were read together must make no difference.
    return b"".join(map(msgspec.msgpack.encode, rows))
