"""Every table as a peewee model: those of the entities made from the schema, the others declared here.

Queries are built with these and run by `Database`, which has its own dialect: no model is bound to a
database, since several are open at a time. What is written are tuples and what is read are tuples; no
instance of a model is ever made.

The two views give what the tables do not hold as it is asked for: `EntryRow` the whole line of an entry,
`ObjectRow` the name of an entity.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import peewee
from peewee import AutoField, BigIntegerField, BlobField, BooleanField, CompositeKey, IntegerField, TextField

from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.schema import ENTITIES

type TableModel = Any
"""A model of an entity: its columns are known when the program runs, and to no checker of types."""


class Row(peewee.Model):
    """What all tables have in common: nothing but that they are made of rows."""

    class Meta:
        """No key of its own, which peewee would copy for each table."""

        primary_key = False


class ReplicaRow(Row):
    """Who writes. A fork's second content lies on a branch above 0."""

    id = AutoField()
    name = TextField()
    branch = IntegerField()
    own = IntegerField(constraints=[peewee.Default(0)])

    class Meta:
        """Where it lies."""

        table_name = "replica"


class JournalRow(Row):
    """An entry by its place: its line without the beginning that its replica's name gives again."""

    id = BigIntegerField(primary_key=True)
    arrival = IntegerField(column_name="import", null=True)
    tail = BlobField()

    class Meta:
        """Where it lies."""

        table_name = "journal"


class EntryRow(Row):
    """A view: the same entries with their whole lines."""

    id = BigIntegerField(primary_key=True)
    arrival = IntegerField(column_name="import", null=True)
    line = BlobField()

    class Meta:
        """Where it lies."""

        table_name = "entry"


class KindRow(Row):
    """The name of an entity, known to this version or not."""

    id = AutoField()
    name = TextField(unique=True)

    class Meta:
        """Where it lies."""

        table_name = "kind"


class RegistryRow(Row):
    """A row of the journal by its number; `head` is the entry that is the only head of all that it set."""

    id = IntegerField(primary_key=True)
    key = BlobField()
    kind = IntegerField()
    head = BigIntegerField(null=True)

    class Meta:
        """Where it lies."""

        table_name = "registry"


class ObjectRow(Row):
    """A view: the same rows with the names of their entities."""

    id = IntegerField(primary_key=True)
    key = BlobField()
    entity = TextField()

    class Meta:
        """Where it lies."""

        table_name = "object"


class LookupRow(Row):
    """From the last 32 bits of a key to the numbers of rows."""

    short = IntegerField()
    object = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "lookup"
        primary_key = CompositeKey("short", "object")


class RecentRow(Row):
    """The newest part of the lookup."""

    short = IntegerField()
    object = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "recent"
        primary_key = CompositeKey("short", "object")


class HeadRow(Row):
    """An entry that is a head of some fields of a row; `fields` is NULL for all that it set."""

    object = IntegerField()
    entry = BigIntegerField()
    fields = TextField(null=True)

    class Meta:
        """Where it lies."""

        table_name = "head"
        primary_key = CompositeKey("object", "entry")


class AwaitedRow(Row):
    """Entries that others replaced in a field of a row and that have not come yet: their ids, joined."""

    object = IntegerField()
    field = TextField()
    hash = BlobField()

    class Meta:
        """Where it lies."""

        table_name = "awaited"
        primary_key = CompositeKey("object", "field", "hash")


class ContradictionRow(Row):
    """A field of a row that waits for a decision."""

    object = IntegerField()
    field = TextField()

    class Meta:
        """Where it lies."""

        table_name = "contradiction"
        primary_key = CompositeKey("object", "field")


class OrphanRow(Row):
    """A row that stands without a parent, and which."""

    parent = IntegerField()
    object = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "orphan"
        primary_key = CompositeKey("parent", "object")


class StepRow(Row):
    """What was done on this laptop, for undo."""

    id = AutoField()
    label = TextField()
    at = BigIntegerField()
    kind = TextField()
    inverts = IntegerField(null=True)
    undone = IntegerField(constraints=[peewee.Default(0)])

    class Meta:
        """Where it lies."""

        table_name = "step"


class StepEntryRow(Row):
    """An entry that a step wrote, and how its row stood before."""

    step = IntegerField()
    entry = BigIntegerField()
    before = TextField()

    class Meta:
        """Where it lies."""

        table_name = "step_entry"
        primary_key = CompositeKey("step", "entry")


class ArrivalRow(Row):
    """An import."""

    id = AutoField()
    bundle = TextField()
    file = TextField()
    replica = TextField()
    at = BigIntegerField()
    first = BigIntegerField(null=True)
    last = BigIntegerField(null=True)
    entries = IntegerField()
    conflicts = IntegerField()
    result = TextField()
    archived = TextField(constraints=[peewee.Default("''")])
    signer = TextField(constraints=[peewee.Default("''")])
    carried = TextField(constraints=[peewee.Default("''")])

    class Meta:
        """Where it lies."""

        table_name = "arrival"


class DepartureRow(Row):
    """An export."""

    id = AutoField()
    bundle = TextField()
    file = TextField()
    kind = TextField()
    target = TextField()
    at = BigIntegerField()
    first = BigIntegerField()
    last = BigIntegerField()
    entries = IntegerField()
    size = BigIntegerField()

    class Meta:
        """Where it lies."""

        table_name = "departure"


class DepartureBlobRow(Row):
    """A content that a file took along."""

    bundle = TextField()
    sha256 = TextField()

    class Meta:
        """Where it lies."""

        table_name = "departure_blob"
        primary_key = CompositeKey("bundle", "sha256")


class SettingRow(Row):
    """A setting of this laptop; never travels."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        """Where it lies."""

        table_name = "setting"


class BlobRow(Row):
    """The content of attachments, by its SHA-256."""

    sha256 = TextField(primary_key=True)
    content = BlobField()

    class Meta:
        """Where it lies."""

        table_name = "blob"


class BlobSourceRow(Row):
    """Which imports brought a content; 0: attached here."""

    sha256 = TextField()
    arrival = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "blob_source"
        primary_key = CompositeKey("sha256", "arrival")


class DraftRow(Row):
    """An anonymous paper before it enters the journal."""

    id = BlobField(primary_key=True)
    course = TextField()
    form = TextField()
    occasion = TextField()
    day = TextField()
    language = TextField()
    number = IntegerField(null=True)
    answers = TextField()
    second = TextField()
    finished = IntegerField()
    """0 begun, 1 whole, 2 whole and typed from paper."""

    class Meta:
        """Where it lies."""

        table_name = "feedback_draft"


class UndoingRow(Row):
    """An import that was taken back, and the newest one then."""

    arrival = IntegerField(primary_key=True)
    after = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "undoing"


class UndoneRow(Row):
    """An entry (16 bytes of its hash) or a content (32) that went with an import which was taken back."""

    id = BlobField(primary_key=True)
    arrival = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "undone"


class LossRow(Row):
    """An own entry that another computer replaced by another value."""

    own = BigIntegerField()
    by = BigIntegerField()
    field = TextField()
    at = BigIntegerField()
    seen = IntegerField(constraints=[peewee.Default(0)])

    class Meta:
        """Where it lies."""

        table_name = "loss"
        primary_key = CompositeKey("own", "by", "field")


class DroppedRow(Row):
    """The place of a line that this laptop let go of."""

    id = BigIntegerField(primary_key=True)

    class Meta:
        """Where it lies."""

        table_name = "dropped"


class BelongsRow(Row):
    """What a row belongs to; of a person, by which rows they are in courses."""

    object = IntegerField()
    home = IntegerField()

    class Meta:
        """Where it lies."""

        table_name = "belongs"
        primary_key = CompositeKey("object", "home")


class ProposalRow(Row):
    """The place of an entry that does not count, and its row.

    `hash` is its id as a decision names it, `sort` what it is about (`sort_of`), `wall` and `counter` its
    time.
    """

    entry = BigIntegerField(primary_key=True)
    object = IntegerField()
    hash = TextField()
    author = TextField()
    sort = TextField()
    wall = BigIntegerField()
    counter = BigIntegerField()

    class Meta:
        """Where it lies."""

        table_name = "proposal"


class WaitsRow(Row):
    """A row that says whether a proposal counts, and that proposal; the row 0 stands for any."""

    object = IntegerField()
    entry = BigIntegerField()

    class Meta:
        """Where it lies."""

        table_name = "waits"
        primary_key = CompositeKey("object", "entry")


class ProbeRow(Row):
    """One word that is known beforehand: who can read it has the right key."""

    value = TextField()

    class Meta:
        """Where it lies."""

        table_name = "probe"
        primary_key = False


def columns_of(model: type[Row]) -> list[peewee.Field]:
    """Return all columns of a table in their order."""
    return list(model._meta.sorted_fields)  # noqa: SLF001 - a documented name of peewee's


_COLUMNS: Mapping[FieldKind, Callable[[], peewee.Field]] = {
    FieldKind.TEXT: lambda: TextField(null=True),
    FieldKind.NUMBER: lambda: BigIntegerField(null=True),
    FieldKind.FLAG: lambda: BooleanField(null=True),
    FieldKind.DAY: lambda: TextField(null=True),
    FieldKind.KEY: lambda: IntegerField(null=True),
    FieldKind.LIST: lambda: TextField(null=True),
}
"""Kind of a field -> its column. A key is the number of the row that it points to, a list is JSON."""


def _entity_model(entity: str) -> TableModel:
    columns = {name: _COLUMNS[field.kind]() for name, field in ENTITIES[entity].fields.items()}
    meta = type("Meta", (), {"table_name": entity})
    name = entity.title().replace("_", "")
    return type(name, (Row,), {"id": IntegerField(primary_key=True), **columns, "Meta": meta})


class _Models(Mapping[str, TableModel]):
    """Entity -> the model of its table, made when it is first asked for: a first screen reads half."""

    def __init__(self) -> None:
        self._made: dict[str, TableModel] = {}

    def __getitem__(self, entity: str) -> TableModel:
        made = self._made.get(entity)
        if made is None:
            # Of two threads that ask at once both get the same.
            made = self._made.setdefault(entity, _entity_model(entity))
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(ENTITIES)

    def __len__(self) -> int:
        return len(ENTITIES)

    def __contains__(self, entity: object) -> bool:
        return entity in ENTITIES


MODELS: Mapping[str, TableModel] = _Models()
"""Entity -> the model of its table: `id` is the object's number, then one column per field."""
