"""Reads projected rows with their keys, the one place that joins tables with `object`, and makes records.

A row whose parents are not there (deleted, or not come yet) is kept in its table and not returned.
`is_used_outside` finds rows that point to other rows, which must not lose the row they refer to.

Records are made by the annotations of their class, and so are fields of records. A field of the journal and
an attribute of the same name belong together, so that a new field is an attribute and nothing else. What is
stored otherwise (a rule made of two limits, logos by their owner) is given by the caller. Marks in
`store.attendance` are read by hand: a grid reads thousands of them at every opening.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import Any, cast, get_args, get_type_hints

import msgspec
import peewee
from msgspec import NODEFAULT
from msgspec.structs import fields

from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.merging import RULED
from trainer_app.domain.base.schema import ENTITIES, VERSION
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.exchange.laptops import knows_field
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import (
    NUMBERS,
    VALUE,
    Dialect,
    Statement,
    adding,
    among,
    any_of,
    in_order,
    named,
    putting,
)
from trainer_app.store.base.models import (
    MODELS,
    ContradictionRow,
    ObjectRow,
    OrphanRow,
    RegistryRow,
    TableModel,
)
from trainer_app.store.base.object_ids import find_number, key_text

type Fields = dict[str, Any]


def object_number(database: Database, entity: str, key: str) -> int:
    """Return a row's number; -1, which no row has, for a key that is unknown."""
    found = find_number(database, entity, key)
    return -1 if found is None else found


class Source:
    """Where the rows of an entity are read from: its table `t`, and `own`, which has the key of each row."""

    def __init__(self, entity: str) -> None:
        self._described = ENTITIES[entity]
        self.t: TableModel = MODELS[entity].alias("t")
        # Not by the view of objects: a server takes each view that is joined apart before it plans.
        self.own = RegistryRow.alias("own")
        self._parents: dict[str, TableModel] = {
            name: MODELS[str(self._described.fields[name].target)].alias(f"p_{name}")
            for name in self._described.parents
        }

    def parent(self, field: str) -> TableModel:
        """Return the table of the row that a parent's field points to."""
        return self._parents[field]

    def query(self) -> peewee.ModelSelect:
        """Return the query of all rows whose parents are there: the key, then every field, keys as keys."""
        fields = self._described.fields
        pointed = {
            name: RegistryRow.alias(f"o_{name}") for name in fields if fields[name].kind is FieldKind.KEY
        }
        places = [(f"o_{name}", "key") if name in pointed else ("t", name) for name in fields]
        columns = named([("own", "key"), *places])
        query: peewee.ModelSelect = self.t.select(columns).join(self.own, on=self.own.id == self.t.id)
        for name, target in pointed.items():
            query = query.left_outer_join(target, on=target.id == getattr(self.t, name))
        for name, table in self._parents.items():
            query = query.join(table, on=table.id == getattr(self.t, name))
        return query


class Rows:
    """The rows of an entity under a condition and in an order, as a statement that is made once.

    `where` and `order` say them of the entity's `Source`; `limited` lets the last value given say how many.
    `of` is the column in which the number stands that is given, of which `of_several` takes any number: what
    it gives ends with that number.
    """

    def __init__(
        self,
        entity: str,
        where: Callable[[Source], peewee.Node] | None = None,
        order: Callable[[Source], Sequence[peewee.Node]] | None = None,
        *,
        of: Callable[[Source], peewee.Field] | None = None,
        limited: bool = False,
    ) -> None:
        self.entity = entity
        self.statement = Statement(self._build)
        self.of_several = Statement(lambda: self._build(several=True))
        self._where, self._order, self._of, self._limited = where, order, of, limited

    def _build(self, *, several: bool = False) -> peewee.ModelSelect:
        source = Source(self.entity)
        query = source.query()
        if self._of is not None:
            column = self._of(source)
            query = query.where(among(column, NUMBERS) if several else column == VALUE)
            query = query.select_extend(column) if several else query
        if self._where is not None:
            query = query.where(self._where(source))
        if self._order is not None:
            query = query.order_by(*in_order(*self._order(source)))
        return query.limit(VALUE) if self._limited else query


@cache
def _all_rows(entity: str) -> Rows:
    return Rows(entity)


@cache
def _one_row(entity: str) -> Rows:
    return Rows(entity, of=lambda rows: rows.t.id)


def select_rows(database: Database, rows: Rows | str, *values: object) -> list[Fields]:
    """Return rows as field -> value, with `key`; of an entity by its name all, in no order.

    `values` are those that the condition asks for. Blank fields are None, keys are texts, lists are lists,
    flags are bool.
    """
    wanted = _all_rows(rows) if isinstance(rows, str) else rows
    names = ("key", *ENTITIES[wanted.entity].fields)
    # By columns: most hold nothing that would have to be turned into anything.
    columns = list(zip(*database.rows(wanted.statement, *values), strict=True))
    for at, turn in _turned(wanted.entity):
        if columns:
            columns[at] = tuple(map(turn, columns[at]))
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def select_row(database: Database, entity: str, key: str) -> Fields | None:
    """Return one row by its key, or None."""
    number = find_number(database, entity, key)
    return next(iter(select_rows(database, _one_row(entity), number)), None) if number is not None else None


def read_rows_ahead(database: Database, rows: Rows | str, numbers: Sequence[int]) -> None:
    """Within `Database.still`, read the rows of several numbers in one question; of an entity those rows."""
    wanted = _one_row(rows) if isinstance(rows, str) else rows
    database.ask_ahead(wanted.statement, wanted.of_several, numbers)


_CONTRADICTED = Statement(
    lambda: (
        ContradictionRow.select(ObjectRow.id, ObjectRow.key, ContradictionRow.field)
        .join(ObjectRow, on=ObjectRow.id == ContradictionRow.object)
        .where(ObjectRow.entity == VALUE)
    )
)


def contradicted(database: Database, entity: str) -> frozenset[str]:
    """Return the keys of an entity's rows that wait for a decision which can be made here."""
    rows = database.select(_CONTRADICTED, entity)
    return frozenset(_key(key) for _, key, name in rows if knows_field(entity, name))


def contradicted_numbers(database: Database, entity: str) -> frozenset[int]:
    """Return the numbers of the same rows."""
    rows = database.select(_CONTRADICTED, entity)
    return frozenset(number for number, _, name in rows if knows_field(entity, name))


@cache
def _turned(entity: str) -> Sequence[tuple[int, Callable[[Any], object]]]:
    """Return which columns of an entity's rows are stored in another form, each with what reads it."""
    forms: Mapping[FieldKind, Callable[[Any], object]] = {
        FieldKind.KEY: lru_cache(maxsize=4096)(_key),  # Many rows point to one and the same.
        FieldKind.LIST: lambda value: None if value is None else msgspec.json.decode(str(value)),
        FieldKind.FLAG: lambda value: None if value is None else bool(value),
    }
    kinds = enumerate(ENTITIES[entity].fields.values(), start=1)
    found = [(at, forms[field.kind]) for at, field in kinds if field.kind in forms]
    return (0, _key), *found


def _key(value: object) -> Any:
    return None if value is None else key_text(value if isinstance(value, bytes) else str(value).encode())


def says_something(entity: str, t: TableModel) -> list[peewee.Node]:
    """Return the condition under which a row of an entity's table says anything; none for most.

    A mark, score or answer taken away again leaves a row in which nothing stands: it rests on nobody.
    """
    if names := {"attendance": ("mark", "remark"), "answer": ("value", "second")}.get(entity):
        return [getattr(t, names[0]).is_null(False) | getattr(t, names[1]).is_null(False)]
    if entity == "paper":
        answer = MODELS["answer"]
        answered = answer.select(peewee.SQL("1")).where(answer.paper == t.id, answer.value.is_null(False))
        return [t.points.is_null(False) | peewee.fn.exists(answered)]
    return []


def is_used_outside(database: Database, rows: Iterable[tuple[str, int]]) -> bool:
    """Tell whether any row points to one of `rows` (entity, number) without being one of them."""
    inside: dict[str, list[int]] = {}
    for entity, number in rows:
        inside.setdefault(entity, []).append(number)
    known = {number for numbers in inside.values() for number in numbers}
    for table, described in ENTITIES.items():
        for name, field in described.fields.items():
            numbers = inside.get(field.target or "", [])
            if numbers and any(
                found not in known for (found,) in database.select(_pointing(table, name), numbers)
            ):
                return True
    return False


@cache
def _pointing(entity: str, name: str) -> Statement:
    """Return the statement that gives the rows whose field points to one of some."""

    def build() -> peewee.ModelSelect:
        t = MODELS[entity].alias("t")
        found: peewee.ModelSelect = t.select(t.id).where(getattr(t, name).in_(any_of(NUMBERS)))
        said = says_something(entity, t)
        return found.where(*said) if said else found

    return Statement(build)


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
    ("approval", "course"),
    ("participation", "approval"),
    ("participation", "enrolment"),
)
_INDEXES = tuple(
    (entity, *names)
    for entity, *names in _INDEXED
    if entity in ENTITIES and set(names) <= ENTITIES[entity].fields.keys()
)

PROJECTION = tuple(ENTITIES)
"""Names of the projected tables."""


def create_tables(database: Database) -> None:
    """Make the projected tables and their indexes, and the table of rows without a parent beside them."""
    for statement in _making(database.dialect):
        database.run(statement)


@cache
def _making(dialect: Dialect) -> tuple[str, ...]:
    """Return the SQL that makes the projected tables and their indexes: to write it takes longest."""
    tables = [dialect.create_table(model) for model in (*MODELS.values(), OrphanRow)]
    indexes = []
    for entity, *names in _INDEXES:
        columns = [getattr(MODELS[entity], name) for name in names]
        indexes.append(dialect.create_index(MODELS[entity], columns, "_".join((entity, *names))))
    return (*tables, *indexes)


@lru_cache(4096)
def put_row(entity: str, names: tuple[str, ...], *, fresh: bool = False) -> Statement:
    """Return the statement that puts a row into an entity's table, in place of an older one.

    What is not among the `names` is blank then. Of a `fresh` row there is no older one, which a server need
    not look for.
    """
    model = MODELS[entity]
    return (adding if fresh else putting)(model.id, *(getattr(model, name) for name in names))


@cache
def drop_row(entity: str) -> Statement:
    """Return the statement that takes a row out of an entity's table, by its number."""
    return Statement(lambda: MODELS[entity].delete().where(MODELS[entity].id == VALUE))


# The words in which the first versions told of the tables beside the entities. They name the shape of the
# tables in databases and in files that stand in archives, so they stay, whoever makes the tables now.
_SHAPE_OF_INDEXES = tuple(
    f"CREATE INDEX {'_'.join((entity, *names))} ON {entity} ({', '.join(names)})"
    for entity, *names in _INDEXES
)
_SHAPE_OF_ORPHANS = (
    "CREATE TABLE orphan (parent INTEGER NOT NULL, object INTEGER NOT NULL, "
    "PRIMARY KEY (parent, object)) WITHOUT ROWID"
)


def fingerprint() -> str:
    """Return what the projected tables depend on: "hash table table ...".

    It differs from the one kept in a database when the program's vocabulary, or what a merge does with
    a field, has changed since: then the tables are made anew from the journal.
    """
    described = [
        [
            entity,
            [[name, f.kind, f.policy, f.target, f.writers] for name, f in found.fields.items()],
            found.parents,
            found.writers,
            found.home,
        ]
        for entity, found in ENTITIES.items()
    ]
    # What an older version wrote may be shown otherwise by a newer one.
    newer = [VERSION] if VERSION > 1 else []
    raw = msgspec.json.encode([described, _SHAPE_OF_INDEXES, _SHAPE_OF_ORPHANS, RULED, *newer])
    return " ".join((hashlib.sha256(raw).hexdigest()[:16], *PROJECTION))


type _Read = Callable[[Fields], object]

_BLANKS: Mapping[object, object] = {str: "", int: 0, bool: False, tuple[str, ...]: (), Texts: Texts()}
"""What stands for a blank where the record has no default."""


class RecordReader[Record]:
    """Reads rows of an entity as records. It is made once for a class; calling it reads one row.

    A blank, or a value that this program does not know, becomes the record's default. Days and choices
    without a default need one in `blank`. `own` names attributes that share their name with a field and are
    stored in another form: the caller gives them with each row, as all that the row does not hold.
    """

    def __init__(
        self, record: type[Record], entity: str, *, own: tuple[str, ...] = (), **blank: object
    ) -> None:
        self._record: Callable[..., Record] = record
        stored = ENTITIES[entity].fields
        hints = get_type_hints(record)
        self._first: list[_Read] = []
        self._others: dict[str, _Read] = {}
        for index, attribute in enumerate(fields(cast(Any, record))):
            name, hint = attribute.name, hints[attribute.name]
            several = hint is Texts and f"{name}_{DEFAULT}" in stored
            if name not in own and (several or name in stored or name == "key"):
                default = blank.get(name, _default(attribute.default, attribute.default_factory, hint))
                read = _column(name, hint, default)
                # Attributes from the first on are handed over by place, which takes half the time.
                if len(self._first) == index:
                    self._first.append(read)
                else:
                    self._others[name] = read

    def __call__(self, row: Fields, **own: object) -> Record:
        """Return a row as a record; `own` are the attributes that are not read from it."""
        others = {name: read(row) for name, read in self._others.items()}
        return self._record(*[read(row) for read in self._first], **others, **own)


def record_fields(entity: str, record: object, **own: Value) -> dict[str, Value]:
    """Return what is written of a record, in the order of the entity's fields; blank texts are None.

    `own` are fields that are stored in another form than the record has them, or that it does not have.
    """
    found: dict[str, Value] = {}
    for name, field in ENTITIES[entity].fields.items():
        stem = name.removesuffix(f"_{field.language}") if field.language else name
        if name in own:
            found[name] = own[name]
        elif hasattr(record, stem):
            found[name] = _written(getattr(record, stem), field.language)
    return found


def changed_fields(entity: str, wanted: Mapping[str, Value], held: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields that differ from those that are held, and what is always written together with them.

    A field that nobody changed stays unwritten, so that no contradiction in it is decided by the way.
    """
    names = {name for name, value in wanted.items() if value != held.get(name)}
    together = ENTITIES[entity].together
    if names.intersection(together):
        names.update(together)
    return {name: value for name, value in wanted.items() if name in names}


def day_of(text: object) -> date | None:
    """Return a day from its ISO form; None for a blank or for what is no day of a course or a person.

    Beside the ends of the calendar there is no day before or after, which screens and papers reckon with.
    """
    try:
        found = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and 1900 <= found.year <= 2200 else None


def choice_of[Choice: StrEnum](options: type[Choice], value: object, default: Choice) -> Choice:
    """Return a member by its value; the default for one that this program does not know."""
    return cast(Choice, _members(options).get(value, default))


@cache
def _members(options: type[StrEnum]) -> Mapping[object, StrEnum]:
    """Return the members by their values: asked for thousands of rows at a time."""
    return {option.value: option for option in options}


def _default(value: object, factory: object, hint: object) -> object:
    """Return what stands for a blank; NODEFAULT where only the reader's `blank` can tell."""
    if value is not NODEFAULT:
        return value
    if callable(factory):
        return factory()
    return None if type(None) in get_args(hint) else _BLANKS.get(hint, NODEFAULT)


def _column(name: str, hint: object, default: object) -> _Read:
    """Return what reads one attribute. Raises TypeError for a type that no field holds."""
    kinds = [each for each in get_args(hint) if each is not type(None)]
    kind = kinds[0] if isinstance(hint, UnionType) and len(kinds) == 1 else hint
    if default is NODEFAULT:
        raise TypeError(f"{name} has no default: say what stands for a blank")
    if kind is Texts:
        columns = [f"{name}_{language}" for language in LANGUAGES]
        return lambda row: Texts.of_list([row[column] or "" for column in columns])
    if kind == tuple[str, ...]:
        return lambda row: _texts(row[name]) or default
    if kind is date:
        return lambda row: day_of(row[name]) or default
    if kind is str and kind is hint:
        return lambda row: row[name] or default
    if kind in (str, int, bool):
        return (lambda row: row[name]) if default is None else (lambda row: _known(row[name], default))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members = _members(kind)
        return lambda row: members.get(row[name], default)
    raise TypeError(f"{name}: no field holds {hint}")


def _known(value: object, default: object) -> object:
    return default if value is None else value


def _texts(value: object) -> tuple[str, ...]:
    return tuple([each for each in value if isinstance(each, str)]) if isinstance(value, list) else ()


def _written(value: Any, language: str) -> Value:
    """Return an attribute as the journal keeps it."""
    match value:
        case Texts():
            return value[language]
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case "":
            return None
    return cast(Value, value)
