"""Which rows are about some people, or about everybody of some courses; deleted ones too.

Goes by the tables, where a row stands under whom it is shown; a row that is not shown any more belongs to
everybody whom its entries ever named.
"""

from collections.abc import Collection, Iterable, Iterator

from trainer_app.domain import schema
from trainer_app.domain.merging import Object
from trainer_app.store.database import Database
from trainer_app.store.people import people_by_key
from trainer_app.store.rebuilding import entry_batches
from trainer_app.store.registry import find_number, key_text

_AT_ONCE = 500
_CHILDREN = (
    ("enrolment", "attendance", "enrolment"),
    ("enrolment", "paper", "enrolment"),
    ("enrolment", "certificate", "enrolment"),
    ("paper", "answer", "paper"),
)
"""(entity, entity below it, field by which that names it), parents first."""
_BELOW = ("enrolment", "attendance", "paper", "certificate", "answer", "attachment")


def joined_groups(database: Database) -> dict[str, frozenset[str]]:
    """Return for everybody who was joined with somebody all keys that are this one person."""
    ties: dict[str, set[str]] = {}
    for each in people_by_key(database).values():
        if each.joined_into is not None:
            ties.setdefault(each.key, set()).add(each.joined_into)
            ties.setdefault(each.joined_into, set()).add(each.key)
    groups: dict[str, frozenset[str]] = {}
    for key in ties:
        if key not in groups:
            found, fresh = {key}, [key]
            while fresh:
                fresh = [tied for known in fresh for tied in ties[known] if tied not in found]
                found.update(fresh)
            groups |= dict.fromkeys(found, frozenset(found))
    return groups


def joined_with(database: Database, person: str) -> frozenset[str]:
    """Return the keys of all rows that are one person: joined into it, or that it was joined into."""
    return joined_groups(database).get(person, frozenset({person}))


def rows_of_people(
    database: Database, people: Collection[str], within: Collection[Object] | None = None
) -> frozenset[Object]:
    """Return the rows about some people: they, their enrolments, marks, papers, answers, certificates.

    With `within` rows that are not shown any more are looked for among those alone, which is quick.
    """
    found = {("person", key) for key in people}
    found |= _shown(database, "enrolment", "person", [("person", key) for key in people])
    return frozenset(_below(database, found, {("person", key) for key in people}, within))


def rows_of_courses(
    database: Database, courses: Collection[str], within: Collection[Object] | None = None
) -> frozenset[Object]:
    """Return the rows about everybody of some courses, the people themselves left out; and their scans."""
    named = {("course", key) for key in courses}
    found = _shown(database, "enrolment", "course", named) | _shown(database, "attachment", "course", named)
    return frozenset(_below(database, found, named, within))


def _below(
    database: Database, found: set[Object], named: set[Object], within: Collection[Object] | None
) -> set[Object]:
    """Return rows with all below them, and with hidden rows that named one of them or of `named`."""
    for parent, entity, field in _CHILDREN:
        found |= _shown(database, entity, field, [row for row in found if row[0] == parent])
    hidden = _hidden(database) if within is None else _hidden_among(database, within)
    if not hidden:
        return found
    ties = _ever_named(database, hidden)
    inside = {key for _, key in (*found, *named)}
    # Twice: a hidden answer lies below a hidden paper below a hidden enrolment.
    for _ in range(len(_CHILDREN)):
        fresh = {row for row in hidden - found if not inside.isdisjoint(ties.get(row, ()))}
        found |= fresh
        inside |= {key for _, key in fresh}
    return found


def _shown(database: Database, entity: str, field: str, parents: Iterable[Object]) -> set[Object]:
    """Return the rows of an entity's table whose field points to one of some rows."""
    numbers = [number for row in parents if (number := find_number(database, *row)) is not None]
    found: set[Object] = set()
    for part in _parts(numbers):
        places = ", ".join("?" * len(part))
        sql = (
            f'SELECT object.key FROM "{entity}" AS t JOIN object ON object.id = t.id '
            f'WHERE t."{field}" IN ({places})'
        )
        found |= {(entity, key_text(key)) for (key,) in database.select(sql, *part)}
    return found


def _hidden(database: Database) -> set[Object]:
    """Return the rows that have a number and are not shown: deleted ones, and a newer version's kinds."""
    kinds = [str(name) for (name,) in database.select("SELECT name FROM kind")]
    found: set[Object] = set()
    for entity in kinds:
        if entity not in schema.ENTITIES:
            rows = database.select("SELECT key FROM object WHERE entity = ?", entity)
            found |= {(entity, key_text(key)) for (key,) in rows}
    for entity in _BELOW:
        rows = database.select(
            f'SELECT key FROM object WHERE entity = ? AND id NOT IN (SELECT id FROM "{entity}")', entity
        )
        found |= {(entity, key_text(key)) for (key,) in rows}
    return found


def _hidden_among(database: Database, rows: Collection[Object]) -> set[Object]:
    """Return those of some rows that have a number and are not shown."""
    found: set[Object] = set()
    for entity, key in rows:
        if entity not in schema.ENTITIES:
            found.add((entity, key))
            continue
        number = find_number(database, entity, key) if entity in _BELOW else None
        if number is not None and not database.select(f'SELECT 1 FROM "{entity}" WHERE id = ?', number):
            found.add((entity, key))
    return found


def _ever_named(database: Database, rows: Collection[Object]) -> dict[Object, set[str]]:
    """Return the keys and other texts that the entries of some rows ever set."""
    found: dict[Object, set[str]] = {}
    for batch in entry_batches(database):
        for _, _, entry in batch:
            if (entry.e, entry.k) in rows:
                # A list of a newer version's kind may name people too.
                values = (value if isinstance(value, list) else [value] for value in entry.s.values())
                texts = {each for value in values for each in value if isinstance(each, str)}
                found.setdefault((entry.e, entry.k), set()).update(texts)
    return found


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
