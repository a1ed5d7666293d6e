"""Makes records of rows, and fields of records: by the annotations of the record's class.

A field of the journal and an attribute of the same name belong together, so that a new field is an attribute
and nothing else. What is stored otherwise (a rule made of two limits, logos by their owner) is given by the
caller. Marks in `store.attendance` are read by hand: a grid reads thousands of them at every opening.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, cast, get_args, get_type_hints

from msgspec import NODEFAULT
from msgspec.structs import fields

from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.store.base.rows import Fields

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
