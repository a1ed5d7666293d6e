"""Reads projected rows with their keys (the one place that joins tables with `object`), and references.

A row whose parents are not there (deleted, or not come yet) is kept in its table and not returned.
`is_used_outside` finds rows that point to other rows, which must not lose the row they refer to.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from trainer_app.domain.base.schema import ENTITIES, VERSION, FieldKind
from trainer_app.domain.exchange.forward_compat import knows_field
from trainer_app.store.base.database import Database
from trainer_app.store.base.object_ids import find_number, key_text

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
        if field.kind is FieldKind.KEY:
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


def _value(kind: FieldKind, value: object) -> object:
    if value is None:
        return None
    if kind is FieldKind.KEY:
        return key_text(_bytes(value))
    if kind is FieldKind.LIST:
        return msgspec.json.decode(str(value))
    if kind is FieldKind.FLAG:
        return bool(value)
    return value


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


_CHUNK = 500

SAYS_SOMETHING = {
    "attendance": "(t.mark IS NOT NULL OR t.remark IS NOT NULL)",
    "paper": "(t.points IS NOT NULL OR EXISTS "
    "(SELECT 1 FROM answer WHERE answer.paper = t.id AND answer.value IS NOT NULL))",
}
"""A mark or score that was taken away again leaves a row in which nothing stands: it rests on nobody."""


def is_used_outside(database: Database, rows: Iterable[tuple[str, int]]) -> bool:
    """Tell whether any row points to one of `rows` (entity, number) without being one of them."""
    inside: dict[str, list[int]] = {}
    for entity, number in rows:
        inside.setdefault(entity, []).append(number)
    known = {number for numbers in inside.values() for number in numbers}
    for table, described in ENTITIES.items():
        for name, field in described.fields.items():
            numbers = inside.get(field.target or "", [])
            if any(found not in known for found in _pointing(database, table, name, numbers)):
                return True
    return False


def _pointing(database: Database, table: str, name: str, numbers: list[int]) -> Iterable[int]:
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        says = SAYS_SOMETHING.get(table, "1")
        query = f'SELECT id FROM "{table}" AS t WHERE "{name}" IN ({marks}) AND {says}'
        for (found,) in database.rows(query, *chunk):
            yield int(str(found))


SQL_TYPES = {
    FieldKind.TEXT: "TEXT",
    FieldKind.NUMBER: "INTEGER",
    FieldKind.FLAG: "INTEGER",
    FieldKind.DAY: "TEXT",
    FieldKind.KEY: "INTEGER",
    FieldKind.LIST: "TEXT",
}
VALUE_TYPES: dict[FieldKind, type] = {
    FieldKind.TEXT: str,
    FieldKind.NUMBER: int,
    FieldKind.FLAG: bool,
    FieldKind.DAY: str,
    FieldKind.KEY: str,
    FieldKind.LIST: list,
}
"""What a value must be to stand in its column."""

_INDEXED = (
    ("session", "course"),
    # With the number: one number given twice is found in the index alone. So with serials.
    ("enrolment", "course", "number"),
    ("enrolment", "person"),
    ("attendance", "enrolment"),
    ("paper", "course"),
    ("feedback_paper", "course"),
    ("sitting", "course"),
    ("answer", "paper"),
    ("certificate", "enrolment"),
    ("certificate", "serial"),
    ("printing", "certificate"),
    ("assignment", "course"),
)
INDEXES = tuple(
    f"CREATE INDEX {'_'.join((entity, *names))} ON {entity} ({', '.join(names)})"
    for entity, *names in _INDEXED
    if entity in ENTITIES and set(names) <= ENTITIES[entity].fields.keys()
)

PROJECTION = tuple(ENTITIES)
"""Names of the projected tables."""

ORPHANS = (
    "CREATE TABLE orphan (parent INTEGER NOT NULL, object INTEGER NOT NULL, "
    "PRIMARY KEY (parent, object)) WITHOUT ROWID"
)
"""Made with them: which of their rows stand without a parent; see `orphans`."""


def create_entity_table(entity: str) -> str:
    """Return the SQL of an entity's table: `id` is the object's number, then one column per field."""
    columns = ", ".join(
        f'"{name}" {SQL_TYPES[field.kind]}' for name, field in ENTITIES[entity].fields.items()
    )
    return f'CREATE TABLE "{entity}" (id INTEGER PRIMARY KEY, {columns})'


def insert_row(entity: str) -> str:
    """Return the SQL that puts a whole row into an entity's table, in place of an older one."""
    fields = ENTITIES[entity].fields
    columns = ", ".join(f'"{name}"' for name in fields)
    marks = ", ".join("?" * (len(fields) + 1))
    return f'INSERT OR REPLACE INTO "{entity}" (id, {columns}) VALUES ({marks})'


def fingerprint() -> str:
    """Return what the projected tables depend on: "hash table table ...".

    It differs from the one kept in a database when the program's vocabulary, or what a merge does with
    a field, has changed since: then the tables are made anew from the journal.
    """
    described = [
        [
            entity,
            [[name, f.kind, f.policy, f.target] for name, f in found.fields.items()],
            found.parents,
        ]
        for entity, found in ENTITIES.items()
    ]
    # What an older version wrote may be shown otherwise by a newer one.
    newer = [VERSION] if VERSION > 1 else []
    raw = msgspec.json.encode([described, INDEXES, ORPHANS, *newer])
    return " ".join((hashlib.sha256(raw).hexdigest()[:16], *PROJECTION))
