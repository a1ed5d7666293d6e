"""Reads projected rows with their keys: the one place that joins tables with `object`.

A row whose parents are not there (deleted, or not come yet) is kept in its table and not returned.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from trainer_app.domain.newer import knows_field
from trainer_app.domain.schema import ENTITIES, Kind
from trainer_app.store.database import Database
from trainer_app.store.registry import find_number, key_text

type Fields = dict[str, Any]


def object_number(database: Database, entity: str, key: str) -> int:
    """Return a row's number; -1, which no row has, for a key that is unknown."""
    found = find_number(database, entity, key)
    return -1 if found is None else found


@cache
def _select(entity: str) -> str:
    columns = ["own.key"]
    joins = [f'FROM "{entity}" AS t JOIN object AS own ON own.id = t.id']
    for name, field in ENTITIES[entity].fields.items():
        if field.kind is Kind.KEY:
            joins.append(f'LEFT JOIN object AS "o_{name}" ON "o_{name}".id = t."{name}"')
            columns.append(f'"o_{name}".key')
        else:
            columns.append(f't."{name}"')
    for parent in ENTITIES[entity].parents:
        target = ENTITIES[entity].fields[parent].target
        joins.append(f'JOIN "{target}" AS "p_{parent}" ON "p_{parent}".id = t."{parent}"')
    return f"SELECT {', '.join(columns)} {' '.join(joins)}"


def select_rows(database: Database, entity: str, condition: str = "", *values: object) -> list[Fields]:
    """Return rows as field -> value, with `key`. `condition` is SQL after FROM; the table is `t`.

    Blank fields are None, keys are texts, lists are lists, flags are bool.
    """
    names = ENTITIES[entity].fields
    found = database.rows(f"{_select(entity)} {condition}", *values)
    return [{"key": key_text(_bytes(row[0])), **_fields(names, row[1:])} for row in found]


def select_row(database: Database, entity: str, key: str) -> Fields | None:
    """Return one row by its key, or None."""
    rows = select_rows(database, entity, "WHERE t.id = ?", object_number(database, entity, key))
    return rows[0] if rows else None


def contradicted(database: Database, entity: str) -> frozenset[str]:
    """Return the keys of an entity's rows that wait for a decision which can be made here."""
    rows = database.rows(
        "SELECT object.key, contradiction.field FROM contradiction "
        "JOIN object ON object.id = contradiction.object WHERE object.entity = ?",
        entity,
    )
    return frozenset(key_text(_bytes(key)) for key, name in rows if knows_field(entity, str(name)))


def _fields(names: Mapping[str, Any], values: tuple[object, ...]) -> Fields:
    return {
        name: _value(field.kind, value) for (name, field), value in zip(names.items(), values, strict=True)
    }


def _value(kind: Kind, value: object) -> object:
    if value is None:
        return None
    if kind is Kind.KEY:
        return key_text(_bytes(value))
    if kind is Kind.LIST:
        return msgspec.json.decode(str(value))
    if kind is Kind.FLAG:
        return bool(value)
    return value


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
