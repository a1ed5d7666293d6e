"""Finds everything that is held about some records of one person, by the tables and by the journal."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

import peewee
from msgspec import Struct

from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.office.outline import LISTS, Mention, searched, ways
from trainer_app.domain.people.name_similarity import is_called
from trainer_app.domain.people.persons import Person
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import holds
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.base.models import MODELS, EntryRow, ObjectRow, RegistryRow
from trainer_app.store.base.object_ids import key_text, line_bytes
from trainer_app.store.base.rows import Fields, select_row
from trainer_app.store.office.erasing import rows_of_people, rows_pointing, speaking_entries

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


def approval_rows(database: Database) -> frozenset[RowKey]:
    """Return the rows of all approvals that there ever were, also of those that were undone."""
    keys = database.select(ObjectRow.select(ObjectRow.key).where(ObjectRow.entity == "approval"))
    return frozenset(("approval", key_text(key)) for (key,) in keys)


def taken_back(course: str, written: Mapping[RowKey, Sequence[WrittenEntry]]) -> dict[str, WrittenEntry]:
    """Return which approvals of a course were taken back, each with the entry that did it.

    `written` are the entries of the course and of all approvals. The first entry after an approval that says
    that the course is not approved takes it back; one that says it is again, as undoing does, lifts that.
    """
    moments = [
        (entry.at, entry.replica, entry.number, key if entity == "approval" else "", entry)
        for (entity, key), entries in written.items()
        for entry in (entries[:1] if entity == "approval" else entries)
        if (entry.values.get("course") == course if entity == "approval" else "approved" in entry.values)
        and (entity == "approval" or key == course)
    ]
    found: dict[str, WrittenEntry] = {}
    newest = ""
    for *_, approval, entry in sorted(moments, key=lambda each: each[:3]):
        if approval:
            newest = approval
        elif entry.values["approved"]:
            found.pop(newest, None)
        elif newest:
            found.setdefault(newest, entry)
    return found


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


class Elsewhere(Struct, frozen=True):
    """Where else the names of somebody stand.

    `texts` are rows that are shown, each with its field; `namesakes` keys of other people who are shown;
    `past` counts rows of which only the history still says the name, and `wrote` entries under this name.
    """

    texts: tuple[tuple[RowKey, str], ...] = ()
    namesakes: tuple[str, ...] = ()
    past: int = 0
    wrote: int = 0


def names_elsewhere(database: Database, own: Collection[Person], rows: Collection[RowKey]) -> Elsewhere:
    """Return where the names of some records of one person stand in other rows than theirs."""
    names = [(each.family, each.given) for each in own if each.family and each.given]
    places, wrote = _ever_saying(database, own, names, rows)
    texts: dict[RowKey, str] = {}
    namesakes = set[str]()
    for place, fields in shown_rows(database, places).items():
        if place[0] == "person" and (fields["family"], fields["given"]) in names:
            namesakes.add(place[1])
        elif field := _field_saying(fields, names):
            texts[place] = field
    # A certificate of somebody else of this name is theirs.
    theirs = rows_of_people(database, namesakes, places) if namesakes else frozenset[RowKey]()
    told = tuple((place, field) for place, field in texts.items() if place not in theirs)
    past = len(places - theirs - texts.keys())
    return Elsewhere(told, tuple(sorted(namesakes)), past, wrote)


def _ever_saying(
    database: Database, own: Collection[Person], names: Collection[Name], rows: Collection[RowKey]
) -> tuple[set[RowKey], int]:
    """Return of which other rows any entry says a name, and how many entries somebody of it wrote."""
    pairs = [(family.encode(), given.encode()) for family, given in names]
    called = cache(lambda user: any(is_called(user, each) for each in own))
    places: set[RowKey] = set()
    wrote = 0
    for line, entry in speaking_entries(database):
        if entry.u and called(entry.u):
            wrote += 1
        place = (entry.e, entry.k)
        if place in rows or place in places:
            continue
        # The line without its first part, in which the writer's own name stands.
        body = line[line.find(b'"s":') :]
        if any(family in body and given in body for family, given in pairs):
            places.add(place)
    return places, wrote


def _field_saying(fields: Fields, names: Collection[Name]) -> str:
    """Return the field of a row in which a name stands, or the one with its family name; "" for none."""
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    for family, given in names:
        whole = [name for name, value in texts.items() if family in value and given in value]
        part = [name for name, value in texts.items() if family in value]
        if whole or (part and any(given in value for value in texts.values())):
            return (whole or part)[0]
    return ""
