"""Finds everything that is held about some records of one person, by the tables and by the journal."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import peewee

from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.office.outline import LISTS, Mention, searched, ways
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import holds
from trainer_app.store.base.models import MODELS, EntryRow, RegistryRow
from trainer_app.store.base.object_ids import key_text, line_bytes
from trainer_app.store.base.rows import Fields, select_row
from trainer_app.store.office.erasing import rows_of_people, rows_pointing

type Name = tuple[str, str]
"""Family and given name."""
_USER = b',"u":"'


def rows_about(database: Database, people: Collection[str]) -> frozenset[RowKey]:
    """Return the rows about some people, also those that are not shown any more."""
    found = {("person", key) for key in people}
    for way in ways():
        parents = [row for row in found if row[0] == way.target]
        found |= rows_pointing(database, way.entity, way.field, parents)
    return frozenset(found) | rows_of_people(database, people)


def shown_rows(database: Database, rows: Collection[RowKey]) -> dict[RowKey, Fields]:
    """Return the fields of those rows that are shown, in the order of their kinds and keys."""
    read = ((row, select_row(database, *row)) for row in sorted(rows) if row[0] in MODELS)
    return {row: fields for row, fields in read if fields is not None}


def rows_listing(database: Database, people: Collection[str]) -> dict[RowKey, Fields]:
    """Return the rows in whose lists one of some people stands."""
    found: set[RowKey] = set()
    for entity, name in sorted(LISTS):
        for key in people:
            found |= {row for row, _ in _holding(database, entity, name, (key,))}
    return shown_rows(database, found)


def mentions_of(database: Database, names: Collection[Name]) -> list[Mention]:
    """Return the texts of other rows in which family and given name of somebody stand."""
    found = [
        Mention(row, name, text)
        for entity, name in searched()
        for each in names
        for row, text in _holding(database, entity, name, each)
    ]
    return list(dict.fromkeys(found))


def _holding(
    database: Database, entity: str, name: str, parts: Sequence[str]
) -> Iterator[tuple[RowKey, str]]:
    """Yield the rows in whose column all parts stand, with what stands there."""
    t = MODELS[entity]
    column = getattr(t, name)
    query: peewee.ModelSelect = t.select(RegistryRow.key, column).join(RegistryRow, on=RegistryRow.id == t.id)
    for part in parts:
        query = query.where(holds(column, part.encode()))
    for key, text in database.select(query):
        yield (entity, key_text(key)), str(text)


def writers(database: Database) -> Counter[str]:
    """Return under which names entries were written, and how many; without decoding what they say."""
    found: Counter[bytes] = Counter()
    for (raw,) in database.stream(EntryRow.select(EntryRow.line)):
        line = line_bytes(raw)
        begins = line.find(_USER)
        if begins >= 0:
            found[line[begins + len(_USER) : line.find(b'"', begins + len(_USER))]] += 1
    return Counter({name.decode("utf-8", "replace"): count for name, count in found.items()})
