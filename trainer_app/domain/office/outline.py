"""What is written out for somebody outside, in words of any language; and which rows are about one person.

One outline becomes an HTML page, a PDF, a JSON document and CSV tables: whoever writes it down is given what
turns `Said` into words.

Whom a row is about follows from the schema: a row that points to a person is about them, and so is one that
points to such a row (a mark to a place on a list, an answer to a test paper). Of every other kind of row the
typed texts are searched for the name. So no kind of row that is declared later can be forgotten.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import Entity, FieldKind
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.texts import LANGUAGES, Texts

type Said = Label | Texts | date | str | int | None
"""Something to be said: words by their code, typed text, a day, a number; None for nothing."""

type Speak = Callable[[Said], str]
"""Gives it its words in one language."""


class Link(Struct, frozen=True):
    """Words that lead to another file of the same folder; `file` is its path from the folder's top."""

    said: Said
    file: str


type OutlineCell = Said | Link


def words_of(cell: OutlineCell) -> Said:
    """Return what a cell says, wherever it leads."""
    return cell.said if isinstance(cell, Link) else cell


class OutlineTable(Struct, frozen=True):
    """A table. `name` names it for programs, `columns` its columns likewise (ASCII); `heads` are their words.

    `right` are the places of columns that hold numbers.
    """

    name: str
    columns: tuple[str, ...]
    heads: tuple[Said, ...]
    rows: tuple[tuple[OutlineCell, ...], ...]
    right: tuple[int, ...] = ()


class OutlineSection(Struct, frozen=True):
    """A part of a page: `words` are paragraphs, `facts` pairs of what it is and what is known of it."""

    name: str
    title: Said
    words: tuple[Said, ...] = ()
    facts: tuple[tuple[Said, OutlineCell], ...] = ()
    table: OutlineTable | None = None


class Outline(Struct, frozen=True):
    """One page, or one document. `name` is the file's name without its ending."""

    name: str
    title: Said
    second: Said = None
    sections: tuple[OutlineSection, ...] = ()

    @property
    def tables(self) -> Iterator[OutlineTable]:
        """Its tables, in their order."""
        return (section.table for section in self.sections if section.table is not None)


def outline_document(outline: Outline, speak: Speak) -> dict[str, object]:
    """Return an outline as a document of texts, numbers, lists and objects.

    `{"title", "sections": [{"name", "title", "words": [text], "facts": [{"name", "value"}],
    "rows": [{column: value}]}]}`; numbers stay numbers.
    """
    return {
        "title": speak(outline.title),
        "sections": [_section(section, speak) for section in outline.sections],
    }


def _section(section: OutlineSection, speak: Speak) -> dict[str, object]:
    found: dict[str, object] = {"name": section.name, "title": speak(section.title)}
    if section.words:
        found["words"] = [speak(each) for each in section.words]
    if section.facts:
        found["facts"] = [
            {"name": speak(name), "value": _value(value, speak)} for name, value in section.facts
        ]
    if section.table is not None:
        columns = section.table.columns
        found["rows"] = [
            dict(zip(columns, (_value(cell, speak) for cell in row), strict=True))
            for row in section.table.rows
        ]
    return found


def _value(cell: OutlineCell, speak: Speak) -> str | int | None:
    said = words_of(cell)
    if said is None or isinstance(said, int):
        return said
    return said.isoformat() if isinstance(said, date) else speak(said)


def document_bytes(document: object) -> bytes:
    """Return a document as JSON that people can read too."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


LISTS = frozenset({("session", "trainers"), ("approval", "trainers")})
"""Lists of people's keys: the schema does not tell what a list holds."""
NO_PEOPLE = frozenset(
    {
        *(("course", name) for name in ("languages", "left_open")),
        *(("approval", name) for name in ("sessions", "left_out", "scans")),
        *(("participation", name) for name in ("days", "sessions", "certificates", "tests")),
        *(("question", f"{stem}_{code}") for stem in ("options", "notes") for code in LANGUAGES),
        *(("question", name) for name in ("accepted", "credits")),
        ("form", "questions"),
        ("erasure", "courses"),
        *(("office", name) for name in ("places_kept", "units_kept")),
        # A person's key stands there as in `erasure`, and no name.
        ("joint_decision", "subjects"),
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
