"""The tables, as SQL made from `domain.schema`, and what kind of value lies in which column.

`entry` is the journal. `object` gives every (entity, key) a small number, by which all else refers to
it. `head` says which entries are heads of which fields of an object; `awaited` which replaced entries
have not come yet. Each entity has a table of its own with one column per field: the projection.
"""

from trainer_app.domain.schema import ENTITIES, Kind

SQL_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.NUMBER: "INTEGER",
    Kind.FLAG: "INTEGER",
    Kind.DAY: "TEXT",
    Kind.KEY: "INTEGER",
    Kind.LIST: "TEXT",
}

JOURNAL_TABLES = (
    # id = replica << 40 | number: no index over a hash or a random key on the journal.
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, import INTEGER, line BLOB NOT NULL)",
    "CREATE TABLE replica (id INTEGER PRIMARY KEY, name TEXT NOT NULL, branch INTEGER NOT NULL, "
    "own INTEGER NOT NULL DEFAULT 0, UNIQUE (name, branch))",
    "CREATE TABLE object (id INTEGER PRIMARY KEY, key BLOB NOT NULL, entity TEXT NOT NULL, "
    "UNIQUE (key, entity))",
    # `fields` is NULL when the entry is the head of every field that it set.
    "CREATE TABLE head (object INTEGER NOT NULL, entry INTEGER NOT NULL, fields TEXT, "
    "PRIMARY KEY (object, entry)) WITHOUT ROWID",
    "CREATE TABLE awaited (object INTEGER NOT NULL, field TEXT NOT NULL, hash BLOB NOT NULL, "
    "PRIMARY KEY (object, field, hash)) WITHOUT ROWID",
    "CREATE TABLE contradiction (object INTEGER NOT NULL, field TEXT NOT NULL, "
    "PRIMARY KEY (object, field)) WITHOUT ROWID",
)

LOCAL_TABLES = (
    "CREATE TABLE step (id INTEGER PRIMARY KEY, label TEXT NOT NULL, at INTEGER NOT NULL, "
    "kind TEXT NOT NULL, inverts INTEGER, undone INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE step_entry (step INTEGER NOT NULL, entry INTEGER NOT NULL, "
    "created INTEGER NOT NULL, before TEXT NOT NULL, PRIMARY KEY (step, entry)) WITHOUT ROWID",
    "CREATE TABLE arrival (id INTEGER PRIMARY KEY, bundle TEXT NOT NULL, file TEXT NOT NULL, "
    "replica TEXT NOT NULL, at INTEGER NOT NULL, first INTEGER, last INTEGER, "
    "entries INTEGER NOT NULL, conflicts INTEGER NOT NULL, result TEXT NOT NULL, "
    "archived TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE departure (id INTEGER PRIMARY KEY, bundle TEXT NOT NULL, file TEXT NOT NULL, "
    "kind TEXT NOT NULL, target TEXT NOT NULL, at INTEGER NOT NULL, first INTEGER NOT NULL, "
    "last INTEGER NOT NULL, entries INTEGER NOT NULL, size INTEGER NOT NULL)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

INDEXES = (
    "CREATE INDEX session_course ON session (course)",
    "CREATE INDEX enrolment_course ON enrolment (course)",
    "CREATE INDEX enrolment_person ON enrolment (person)",
    "CREATE INDEX attendance_session ON attendance (session)",
    "CREATE INDEX attendance_enrolment ON attendance (enrolment)",
    "CREATE INDEX paper_course ON paper (course)",
    "CREATE INDEX feedback_course ON feedback (course)",
    "CREATE INDEX certificate_enrolment ON certificate (enrolment)",
    "CREATE INDEX assignment_course ON assignment (course)",
)

PROJECTION = tuple(ENTITIES)
"""Names of the projected tables."""


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
