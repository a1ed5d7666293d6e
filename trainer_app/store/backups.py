"""Copies of the database as such: whether one differs from the database, and what only one of two has."""

import hashlib
from collections import Counter
from collections.abc import Iterator

import msgspec

from trainer_app.domain.backups import CopyFacts
from trainer_app.store.database import Database
from trainer_app.store.replicas import MAX_ENTRY_NUMBER, NUMBER_BITS, line_bytes

type Origin = tuple[str, int]
"""A replica's id and its branch."""

_SMALL = (
    "setting",
    "arrival",
    "departure",
    "departure_blob",
    "blob_source",
    "feedback_draft",
    "undoing",
    "loss",
    "dropped",
    "step",
)


class _Kind(msgspec.Struct):
    e: str = ""


_kind_decoder = msgspec.json.Decoder(_Kind)


def state_of(database: Database) -> str:
    """Return a digest that differs once anything was written, without reading the whole database."""
    digest = hashlib.sha256()
    for row in database.select("SELECT id, name, branch, own FROM replica ORDER BY id"):
        last = _span(database, row[0])
        digest.update(repr((row, last)).encode())
    for table in _SMALL:
        if table == "step":
            # Undoing changes a step in its place.
            rows = database.select("SELECT count(*), max(id), sum(undone) FROM step")
        elif table == "dropped":
            rows = database.select("SELECT count(*), sum(id) FROM dropped")
        else:
            rows = database.select(f"SELECT * FROM {table}")
        digest.update(repr((table, sorted(rows, key=repr))).encode())
    return digest.hexdigest()


def _span(database: Database, replica: int) -> tuple[int, int]:
    low = replica << NUMBER_BITS
    ((last, count),) = database.select(
        "SELECT coalesce(max(id), 0), count(*) FROM journal WHERE id BETWEEN ? AND ?",
        low,
        low + MAX_ENTRY_NUMBER,
    )
    return last & MAX_ENTRY_NUMBER, count


def facts_of(database: Database) -> CopyFacts:
    """Return what a database holds, in numbers."""
    count = {
        table: database.select(f"SELECT count(*) FROM {table}")[0][0]
        for table in ("journal", "course", "enrolment", "certificate")
    }
    return CopyFacts(
        entries=count["journal"],
        courses=count["course"],
        participants=count["enrolment"],
        certificates=count["certificate"],
        last=last_change(database),
    )


def last_change(database: Database) -> int | None:
    """Return when something was done on this laptop last, in wall milliseconds."""
    rows = database.select("SELECT max(at) FROM (SELECT at FROM step ORDER BY id DESC LIMIT 100)")
    found = rows[0][0]
    return int(found) if found is not None else None


def only_in(database: Database, other: Database) -> Iterator[tuple[Origin, int, str]]:
    """Yield what one database has and the other has not: who wrote it, its number, its entity.

    Compared by replica and number; where both hold one number, they hold the same entry, unless the laptop
    was cloned, and then each content lies on a branch of its own.
    """
    names = {replica: origin for origin, replica in _origins(database).items()}
    for low, last, known in _differing(database, other):
        for number, line in database.stream(
            "SELECT id, line FROM entry WHERE id BETWEEN ? AND ?", low + last + 1, low + MAX_ENTRY_NUMBER
        ):
            if number - low not in known:
                origin = names[low >> NUMBER_BITS]
                yield origin, number - low, _kind_decoder.decode(line_bytes(line)).e


def numbers_only_in(database: Database, other: Database) -> Iterator[int]:
    """Yield the places in the journal of what one database has and the other has not."""
    for low, last, known in _differing(database, other):
        for (number,) in database.stream(
            "SELECT id FROM journal WHERE id BETWEEN ? AND ?", low + last + 1, low + MAX_ENTRY_NUMBER
        ):
            if number - low not in known:
                yield number


def _differing(database: Database, other: Database) -> Iterator[tuple[int, int, set[int]]]:
    """Yield (place before the first, last number that both have, numbers that the other has) by replica."""
    there = _origins(other)
    for origin, replica in _origins(database).items():
        known: set[int] = set()
        last = 0
        if origin in there:
            held = _span(other, there[origin])[0]
            if _sums(database, replica, held) == _sums(other, there[origin], held):
                last = held  # the usual case: one ends earlier, with the same numbers before
            else:
                known = _numbers(other, there[origin])
        yield replica << NUMBER_BITS, last, known


def count_only_in(database: Database, other: Database) -> Counter[str]:
    """Return how many entries only the first has, by entity."""
    return Counter(entity for _, _, entity in only_in(database, other))


def _sums(database: Database, replica: int, last: int) -> tuple[int, int]:
    """Return what tells two sets of numbers up to `last` apart: how many they are, and their sum."""
    low = replica << NUMBER_BITS
    sql = f"SELECT count(*), coalesce(sum(id & {MAX_ENTRY_NUMBER}), 0) FROM journal WHERE id BETWEEN ? AND ?"
    ((count, total),) = database.select(sql, low, low + last)
    return count, total


def _origins(database: Database) -> dict[Origin, int]:
    rows = database.select("SELECT id, name, branch FROM replica ORDER BY id")
    return {(str(name), branch): number for number, name, branch in rows}


def _numbers(database: Database, replica: int) -> set[int]:
    low = replica << NUMBER_BITS
    rows = database.stream("SELECT id FROM journal WHERE id BETWEEN ? AND ?", low, low + MAX_ENTRY_NUMBER)
    return {number - low for (number,) in rows}
