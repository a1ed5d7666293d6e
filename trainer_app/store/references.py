"""Finds rows that point to other rows: what must not lose the row it stands on."""

from collections.abc import Iterable

from trainer_app.domain.schema import ENTITIES
from trainer_app.store.database import Database

_CHUNK = 500

SAYS_SOMETHING = {
    "attendance": "(t.mark IS NOT NULL OR t.remark IS NOT NULL)",
    "paper": "(t.points IS NOT NULL OR EXISTS "
    "(SELECT 1 FROM answer WHERE answer.paper = t.id AND answer.value IS NOT NULL))",
}
"""A mark or score that was taken away again leaves a row in which nothing stands: it rests on nobody."""


def is_used_outside(database: Database, rows: Iterable[tuple[str, int]]) -> bool:
    """Tell whether any row points to one of `rows` (entity, number) without being one of them."""
    inside: dict[str, list[int]] = {}
    for entity, number in rows:
        inside.setdefault(entity, []).append(number)
    known = {number for numbers in inside.values() for number in numbers}
    for table, described in ENTITIES.items():
        for name, field in described.fields.items():
            numbers = inside.get(field.target or "", [])
            if any(found not in known for found in _pointing(database, table, name, numbers)):
                return True
    return False


def _pointing(database: Database, table: str, name: str, numbers: list[int]) -> Iterable[int]:
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        says = SAYS_SOMETHING.get(table, "1")
        query = f'SELECT id FROM "{table}" AS t WHERE "{name}" IN ({marks}) AND {says}'
        for (found,) in database.rows(query, *chunk):
            yield int(str(found))
