"""What is held about one person: by which fields of the schema a row is about somebody.

It follows from the schema: a row that points to a person is about them, and so is one that points to such a
row (a mark to a place on a list, an answer to a test paper). Of every other kind of row the typed texts are
searched for the name. So no kind of row that is declared later can be forgotten.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from trainer_app.domain.base.fields import Entity, FieldKind
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import ENTITIES

LISTS = frozenset({("session", "trainers"), ("approval", "trainers")})
"""Lists of people's keys: the schema does not tell what a list holds."""
NO_PEOPLE = frozenset(
    {
        *(("course", name) for name in ("languages", "left_open")),
        *(("approval", name) for name in ("sessions", "left_out", "scans")),
        *(("participation", name) for name in ("days", "sessions", "certificates", "tests")),
        *(("question", f"{stem}_{code}") for stem in ("options", "notes") for code in ("tg", "ru", "en")),
        *(("question", name) for name in ("accepted", "credits")),
        ("form", "questions"),
        ("erasure", "courses"),
        # Sheets of nobody: nothing that is kept tells who wrote which.
        *(("feedback_paper", name) for name in ("answers", "second")),
    }
)
"""Lists in which nobody is named, or of whom nobody can say."""


class Way(Struct, frozen=True):
    """A field by which rows of an entity lead to rows of a target that is about people."""

    entity: str
    field: str
    target: str


def ways(entities: Mapping[str, Entity] = ENTITIES) -> tuple[Way, ...]:
    """Return every way from a row to a person, those that need fewest steps first.

    A row that names another one of its own kind (whose place somebody took) is not about whom that is about.
    """
    held, found = {"person"}, list[Way]()
    grew = True
    while grew:
        fresh = [
            Way(entity, name, field.target)
            for entity, described in entities.items()
            for name, field in described.fields.items()
            if field.kind is FieldKind.KEY and field.target in held and field.target != entity
        ]
        new = [way for way in fresh if way not in found]
        found += new
        held |= {way.entity for way in new}
        grew = bool(new)
    return tuple(found)


def searched(entities: Mapping[str, Entity] = ENTITIES) -> tuple[tuple[str, str], ...]:
    """Return (entity, field) of the texts that are searched for a name: of all rows that no way leads to."""
    held = {"person", *(way.entity for way in ways(entities))}
    return tuple(
        (entity, name)
        for entity, described in entities.items()
        for name, field in described.fields.items()
        if entity not in held and field.kind is FieldKind.TEXT
    )


class Mention(Struct, frozen=True):
    """A text of another row in which the name stands."""

    row: RowKey
    field: str
    text: str


class HeldRows(Struct, frozen=True):
    """What was found: rows about the person, rows that list them, and texts that mention the name.

    `wrote` is how many entries somebody of this name wrote.
    """

    own: Mapping[RowKey, Mapping[str, Any]]
    listing: Mapping[RowKey, Mapping[str, Any]]
    mentions: tuple[Mention, ...] = ()
    wrote: int = 0
