"""Reads what waits for a decision, with every side of it."""

from dataclasses import dataclass
from typing import Any

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.exchange.forward_compat import knows_field
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.registers import ObjectState
from trainer_app.store.base.rows import SAYS_SOMETHING


@dataclass(frozen=True)
class StoredSide:
    """One head of a contradiction: its fields, who wrote it when, and the file that it came in."""

    values: dict[str, Any]
    user: str
    at: int
    replica: str
    file: str
    shown: bool


@dataclass(frozen=True)
class Contradiction:
    """One field (or fields written together) of one row with more than one value."""

    entity: str
    key: str
    fields: tuple[str, ...]
    sides: tuple[StoredSide, ...]


def count_contradictions(journal: Journal) -> int:
    """Return how many decisions are open; fields that are written together count once."""
    return len({place for _, places in _waiting(journal) for place in places})


def list_contradictions(journal: Journal) -> list[Contradiction]:
    """Return all open contradictions, the oldest row first."""
    found = []
    for (entity, key), groups in _waiting(journal):
        state = journal.projector.load([(entity, key)])[entity, key]
        for _, _, names in groups:
            found.append(Contradiction(entity, key, names, _sides(journal, state, names)))
    return found


def contradicting(journal: Journal) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return (entity, key, fields written together) of all open contradictions, without their sides."""
    return [place for _, places in _waiting(journal) for place in places]


def _waiting(journal: Journal) -> list[tuple[tuple[str, str], list[tuple[str, str, tuple[str, ...]]]]]:
    """Return each row that waits, with its groups of fields as (entity, key, fields)."""
    rows = journal.database.rows(
        "SELECT object.entity, object.key, contradiction.field FROM contradiction "
        "JOIN object ON object.id = contradiction.object "
        # Not by the rows' own numbers: the database would walk through all rows for that order.
        "ORDER BY contradiction.object, contradiction.field"
    )
    groups: dict[tuple[str, str], list[tuple[str, str, tuple[str, ...]]]] = {}
    for entity, raw, name in rows:
        if not knows_field(str(entity), str(name)):
            # Nobody can decide here between values that only a newer version can show: they wait for it.
            continue
        place = (str(entity), key_text(raw if isinstance(raw, bytes) else b""))
        described = schema.ENTITIES.get(place[0])
        together = described.together if described else ()
        names = together if name in together else (str(name),)
        known = groups.setdefault(place, [])
        if (*place, names) not in known:
            known.append((*place, names))
    return list(groups.items())


def _sides(journal: Journal, state: ObjectState, names: tuple[str, ...]) -> tuple[StoredSide, ...]:
    if names == (DELETED,):
        heads = {head for register in state.registers.values() for head in register.heads}
        shown = None
    else:
        heads = {head for name in names for head in _heads(state, name)}
        first = next(name for name in names if _heads(state, name))
        policy = schema.policy_of(state.entity, first)
        shown = merging.winner(state.registers[first].heads.values(), policy).id
    sides = []
    for head in sorted(heads, key=lambda found: state.numbers[found].entry.t):
        stored = state.numbers[head]
        wanted = names if names != (DELETED,) else tuple(stored.entry.s)
        sides.append(
            StoredSide(
                values={name: stored.entry.s[name] for name in wanted if name in stored.entry.s},
                user=stored.entry.u,
                at=stored.entry.t[0],
                replica=stored.entry.r,
                file=_file_of(journal, stored.number),
                shown=head == shown,
            )
        )
    return tuple(sides)


def _heads(state: ObjectState, name: str) -> dict[bytes, merging.RegisterHead]:
    register = state.registers.get(name)
    return register.heads if register else {}


def _file_of(journal: Journal, number: int) -> str:
    rows = journal.database.rows(
        "SELECT arrival.file FROM entry JOIN arrival ON arrival.id = entry.import WHERE entry.id = ?", number
    )
    return str(rows[0][0]) if rows else ""


def waiting_rows(journal: Journal) -> list[tuple[str, str]]:
    """Return rows (entity, key) whose parents are not there: kept, and shown nowhere else.

    Rows in which nothing stands any more wait for nobody. Costs nothing where nobody waits.
    """
    database = journal.database
    found: list[tuple[str, str]] = []
    for (entity,) in database.select(
        "SELECT DISTINCT object.entity FROM orphan JOIN object ON object.id = orphan.object"
    ):
        says = SAYS_SOMETHING.get(entity, "1")
        rows = database.select(
            f'SELECT registry.key FROM orphan JOIN "{entity}" AS t ON t.id = orphan.object '
            f"JOIN registry ON registry.id = t.id WHERE {says}"
        )
        found.extend((entity, key_text(raw)) for (raw,) in rows)
    return sorted(found)
