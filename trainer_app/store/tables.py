"""The projected tables, as SQL made from `domain.schema`: one per entity, one column per field.

The other tables are made by `migrations.steps`. There, `entry` is the journal; `registry` gives every
(entity, key) a small number, by which all else refers to it (`object` shows it in words), and `lookup`
finds it; `head` says which entries are heads of which fields; `awaited` which replaced entries have not
come yet.
"""

import hashlib

import msgspec

from trainer_app.domain.schema import ENTITIES, VERSION, Kind

SQL_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.NUMBER: "INTEGER",
    Kind.FLAG: "INTEGER",
    Kind.DAY: "TEXT",
    Kind.KEY: "INTEGER",
    Kind.LIST: "TEXT",
}
VALUE_TYPES: dict[Kind, type] = {
    Kind.TEXT: str,
    Kind.NUMBER: int,
    Kind.FLAG: bool,
    Kind.DAY: str,
    Kind.KEY: str,
    Kind.LIST: list,
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
