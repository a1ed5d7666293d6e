"""What is written out for somebody outside: pages of facts and tables whose words are still in no language.

One outline becomes an HTML page, a PDF, a JSON document and CSV tables, each in any language: whoever writes
it down is given what turns `Said` into words.
"""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import Texts

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
