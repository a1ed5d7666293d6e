"""The journal read for people: who wrote what into a field, what an import touched, what is missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.base.journal import Entry, entry_id
from trainer_app.domain.base.merging import same_value
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.exchange.forward_compat import is_beyond
from trainer_app.store.base.database import Database
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.object_ids import MAX_ENTRY_NUMBER, NUMBER_BITS, line_bytes


@dataclass(frozen=True)
class WrittenEntry:
    """One entry about some fields of a row. `at` is in wall milliseconds; `file` brought it, if any."""

    values: dict[str, Any]
    user: str
    at: int
    replica: str
    file: str
    number: int = 0
    """Its number in what the replica wrote."""
    saw: tuple[tuple[str, dict[str, Any]], ...] = ()
    """What stood there when it was written, as it replaced it: who had written it, and the values."""
    id: bytes = b""
    settled: tuple[tuple[str, dict[str, Any]], ...] = ()
    """What of it contradicted each other until then, in one and the same field: a decision."""
    reason: str = ""
    """Why it was decided so, in the words of whoever did."""


def written_entries(
    database: Database, entity: str, key: str, fields: Sequence[str] = ()
) -> list[WrittenEntry]:
    """Return what was ever written into these fields (or all) of a row, the oldest first.

    Reads the whole journal, since no index leads from a row to its entries: for one row on request.
    """
    rows = database.select(
        "SELECT entry.line, arrival.file FROM entry LEFT JOIN arrival ON arrival.id = entry.import "
        "WHERE instr(entry.line, ?) > 0",
        key.encode(),
    )
    files: dict[bytes, str] = {}
    known: dict[bytes, Entry] = {}
    for raw, file in rows:
        line = line_bytes(raw)
        entry = read_entry(line)
        if (entry.e, entry.k) == (entity, key) and not entry.erased:
            known[entry_id(line)], files[entry_id(line)] = entry, str(file or "")
    found: list[tuple[tuple[int, int], WrittenEntry]] = []
    for name, entry in known.items():
        values, file = _of_fields(entry, fields), files[name]
        if values:
            saw = tuple((known[one].u, _of_fields(known[one], fields)) for one in _seen(entry, known, fields))
            settled = tuple(
                (known[one].u, _of_fields(known[one], fields)) for one in _settled(entry, known, fields)
            )
            one = WrittenEntry(
                values, entry.u, entry.t[0], entry.r, file, entry.n, saw, name, settled, entry.y
            )
            found.append((entry.t, one))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _of_fields(entry: Entry, fields: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in entry.s.items() if not fields or name in fields}


def _seen(entry: Entry, known: Collection[bytes], fields: Sequence[str]) -> list[bytes]:
    """Return which known entries an entry replaced in some fields, each once."""
    named = (hashes for name, hashes in entry.w.items() if not fields or name in fields)
    ids = dict.fromkeys(bytes.fromhex(one) for hashes in named for one in hashes)
    return [one for one in ids if one in known]


def _settled(entry: Entry, known: Mapping[bytes, Entry], fields: Sequence[str]) -> list[bytes]:
    """Return which known entries an entry decided between: they held different values of one field."""
    found: dict[bytes, None] = {}
    for name, hashes in entry.w.items():
        sides = [one for each in hashes if (one := bytes.fromhex(each)) in known and name in known[one].s]
        values = [known[one].s[name] for one in sides]
        if (not fields or name in fields) and any(not same_value(values[0], each) for each in values[1:]):
            found.update(dict.fromkeys(sides))
    return list(found)


def standing_entries(
    journal: Journal, entity: str, key: str, fields: Collection[str]
) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return the ids of the entries that say what some fields hold now, and of those among them that wait.

    An entry waits where another one says otherwise and nobody has decided yet.
    """
    state = journal.projector.load([(entity, key)])[entity, key]
    waiting = state.outcome().contradictions
    heads = {name: found.heads.keys() for name, found in state.registers.items() if name in fields}
    return (
        frozenset(head for found in heads.values() for head in found),
        frozenset(head for name, found in heads.items() if name in waiting for head in found),
    )


def newest_entry(journal: Journal, entity: str, key: str, field: str) -> list[tuple[str, int]]:
    """Return (replica, number) of the entries that one field of a row rests on, by their ids alone."""
    state = journal.projector.load([(entity, key)])[entity, key]
    found = (state.numbers[bytes.fromhex(head)].entry for head in state.head_ids(field))
    return [(entry.r, entry.n) for entry in found]


def creating_entry(journal: Journal, entity: str, key: str) -> WrittenEntry | None:
    """Return the oldest entry that a row still rests on: who made it, as far as its heads tell."""
    state = journal.projector.load([(entity, key)])[entity, key]
    heads = {head for register in state.registers.values() for head in register.heads}
    found = sorted((state.numbers[head] for head in heads), key=lambda stored: stored.entry.t)
    if not found:
        return None
    number, _, entry = found[0]
    files = journal.database.select(
        "SELECT arrival.file FROM entry JOIN arrival ON arrival.id = entry.import WHERE entry.id = ?", number
    )
    return WrittenEntry(dict(entry.s), entry.u, entry.t[0], entry.r, str(files[0][0]) if files else "")


def row_of(journal: Journal, entity: str, key: str) -> dict[str, Any]:
    """Return a row's values even if what it belongs to is not there; nothing for one that is deleted."""
    return dict(journal.projector.load([(entity, key)])[entity, key].outcome().row or {})


def is_deleted(journal: Journal, entity: str, key: str) -> bool:
    """Tell whether a row was there once and was deleted."""
    state = journal.projector.load([(entity, key)])[entity, key]
    return bool(state.registers) and state.outcome().row is None


def touched_by(database: Database, arrival: int) -> frozenset[tuple[str, str]]:
    """Return the rows (entity, key) about which an import brought entries."""
    lines = database.select("SELECT line FROM entry WHERE import = ?", arrival)
    entries = (read_entry(line_bytes(line)) for (line,) in lines)
    return frozenset((entry.e, entry.k) for entry in entries)


def missing_ranges(database: Database, replica: str) -> list[tuple[int, int]]:
    """Return the numbers of a replica, as (first, last), that lie below its last one and are not here."""
    found: list[tuple[int, int]] = []
    for (base,) in database.select("SELECT id FROM replica WHERE name = ? AND branch = 0", replica):
        low = int(base) << NUMBER_BITS
        rows = database.select(
            "SELECT before + 1, id - 1 FROM ("
            "SELECT id, lag(id, 1, ?) OVER (ORDER BY id) AS before FROM entry WHERE id BETWEEN ? AND ?"
            ") WHERE id > before + 1 ORDER BY id",
            low,
            low + 1,
            low + MAX_ENTRY_NUMBER,
        )
        found.extend((first - low, last - low) for first, last in rows)
    return found


def find_equal_rows(
    database: Database, entity: str, columns: Sequence[str], condition: str = "1"
) -> list[list[str]]:
    """Return groups of rows (keys, the oldest first) that hold the same values in these columns.

    `condition` is SQL over the table `t`. Blank values are no double.
    """
    names = ", ".join(f't."{name}"' for name in columns)
    there = " AND ".join(f't."{name}" IS NOT NULL' for name in columns)
    # What is there twice at all is found in an index alone; only those few rows are asked for the condition.
    rows = database.select(
        f'SELECT {names}, lower(hex(registry.key)) FROM "{entity}" AS t JOIN registry ON registry.id = t.id '
        f'WHERE ({names}) IN (SELECT {names} FROM "{entity}" AS t WHERE {there} '
        f"GROUP BY {names} HAVING count(*) > 1) AND {condition} ORDER BY {names}, registry.key"
    )
    groups: dict[tuple[Any, ...], list[str]] = {}
    for *values, raw in rows:
        text = str(raw)
        key = f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
        groups.setdefault(tuple(values), []).append(key)
    return [keys for keys in groups.values() if len(keys) > 1]


def count_beyond(database: Database, arrival: int) -> int:
    """Return how many of the entries that came with an import this version cannot show."""
    rows = database.select("SELECT line FROM entry WHERE import = ?", arrival)
    return sum(is_beyond(read_entry(line_bytes(line))) for (line,) in rows)
