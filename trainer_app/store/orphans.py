"""Keeps which rows stand without a parent, so that nobody needs to look through all rows for them.

The table `orphan` holds (parent, row) once for each such row: the first of its parents that is not there,
0 where none is named. It follows from the projected tables and is kept in step with them by the projector.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

import msgspec

from trainer_app.domain.schema import ENTITIES
from trainer_app.store.database import Database

PARENTS: Mapping[str, Mapping[str, str]] = {
    entity: {column: str(described.fields[column].target) for column in described.parents}
    for entity, described in ENTITIES.items()
}
"""Entity -> column -> entity of the parent."""
_CARRYING = frozenset(chain.from_iterable(parents.values() for parents in PARENTS.values()))
_LISTED = "IN (SELECT value FROM json_each(?))"


def _missing(entity: str) -> str:
    """Return SQL that gives (parent, row) of those that lack a parent; a condition may follow."""
    parents = PARENTS[entity]
    absent = {column: f'"p_{column}".id IS NULL' for column in parents}
    first = " ".join(f'WHEN {none} THEN coalesce(t."{column}", 0)' for column, none in absent.items())
    joins = " ".join(
        f'LEFT JOIN "{parent}" AS "p_{column}" ON "p_{column}".id = t."{column}"'
        for column, parent in parents.items()
    )
    nobody = " OR ".join(absent.values())
    return f'SELECT CASE {first} END, t.id FROM "{entity}" AS t {joins} WHERE ({nobody})'


_MISSING = {entity: _missing(entity) for entity, parents in PARENTS.items() if parents}


class Kin:
    """What a batch of rows changes between parents and children; gathered, then kept in the table.

    `made` are rows that were not shown before, `moved` those whose parents changed, `gone` those shown no
    more; by entity. `needed` are the parents that rows made name, 0 for one that is not there to be named.
    """

    def __init__(self) -> None:
        self.made: dict[str, list[int]] = {}
        self.moved: dict[str, list[int]] = {}
        self.gone: dict[str, list[int]] = {}
        self.needed: dict[str, set[int]] = {}
        self._nameless = False

    def make(self, entity: str, number: int, *, nameless: bool) -> None:
        """Note a row that is new in its table; `nameless` tells whether it lacks the name of a parent."""
        self.made.setdefault(entity, []).append(number)
        self._nameless |= nameless

    def change(self, entity: str, number: int, fields: Collection[str]) -> None:
        """Note that some fields of a row have changed."""
        if not PARENTS.get(entity, {}).keys().isdisjoint(fields):
            self.moved.setdefault(entity, []).append(number)

    def need(self, parents: Iterable[tuple[str, int]]) -> None:
        """Note which parents, as (entity, number), the rows made hang on."""
        for entity, number in parents:
            self.needed.setdefault(entity, set()).add(number)

    def keep(self, database: Database) -> None:
        """Bring the table up to date, when all rows are written. Use inside the transaction."""
        if self.moved or self.gone:
            _look_again(database, chain(*self.moved.values(), *self.gone.values(), self._left(database)))
        if arrived := [number for entity in _CARRYING & self.made.keys() for number in self.made[entity]]:
            _let_go(database, arrived)
        if self._nameless or any(_lacks(database, *needed) for needed in self.needed.items()):
            for entity in _MISSING.keys() & self.made.keys():
                _look_at(database, entity, self.made[entity])

    def _left(self, database: Database) -> Iterable[int]:
        """Return the rows that hang on some that are gone. Most links have no index; deleting is rare."""
        for entity, parents in PARENTS.items():
            for column, parent in parents.items():
                if gone := self.gone.get(parent):
                    sql = f'SELECT id FROM "{entity}" WHERE "{column}" {_LISTED}'
                    yield from (number for (number,) in database.select(sql, _listed(gone)))


def find_orphans(database: Database) -> set[tuple[int, int]]:
    """Return what the table must hold, from all rows: for the check of it."""
    return {(parent, child) for sql in _MISSING.values() for parent, child in database.stream(sql)}


def _let_go(database: Database, arrived: Collection[int]) -> None:
    """Look again at those that waited for rows that are there now."""
    if database.select("SELECT 1 FROM orphan LIMIT 1"):
        sql = f"SELECT object FROM orphan WHERE parent {_LISTED}"
        if waited := [number for (number,) in database.select(sql, _listed(arrived))]:
            database.run(f"DELETE FROM orphan WHERE parent {_LISTED}", _listed(arrived))
            for entity in _MISSING:
                _look_at(database, entity, waited)


def _look_again(database: Database, rows: Iterable[int]) -> None:
    """Look at rows of any entity, whatever was kept of them."""
    numbers = list(rows)
    database.run(f"DELETE FROM orphan WHERE object {_LISTED}", _listed(numbers))
    for entity in _MISSING:
        _look_at(database, entity, numbers)


def _look_at(database: Database, entity: str, numbers: Collection[int]) -> None:
    """Keep those rows of an entity that lack a parent."""
    sql = f"INSERT OR IGNORE INTO orphan {_MISSING[entity]} AND t.id {_LISTED}"
    database.run(sql, _listed(numbers))


def _lacks(database: Database, entity: str, numbers: set[int]) -> bool:
    """Tell whether any of these parents is not there."""
    sql = f'SELECT count(*) FROM "{entity}" WHERE id {_LISTED}'
    found: int = database.select(sql, _listed(numbers))[0][0]
    return found < len(numbers)


def _listed(numbers: Collection[int]) -> str:
    """Return numbers as JSON, which is one value for any number of them."""
    return msgspec.json.encode(list(numbers)).decode()
