"""Finds rows that point to other rows: what must not lose the row it stands on."""

from collections.abc import Iterable

from trainer_app.domain.schema import ENTITIES
from trainer_app.store.database import Database

_CHUNK = 500


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
        for (found,) in database.rows(f'SELECT id FROM "{table}" WHERE "{name}" IN ({marks})', *chunk):
            yield int(str(found))
