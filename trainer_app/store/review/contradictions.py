"""Reads what waits for a decision, with every side of it."""

from functools import cache
from typing import Any, cast

import peewee
from msgspec import Struct

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.journal import Entry, entry_id
from trainer_app.domain.base.schema import DELETED, read_entry
from trainer_app.domain.courses.courses import FACTS
from trainer_app.domain.exchange.forward_compat import knows_field
from trainer_app.store.base.dialect import Statement
from trainer_app.store.base.entry_history import file_of_entry, row_of
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import (
    MODELS,
    ContradictionRow,
    ObjectRow,
    OrphanRow,
    RegistryRow,
    TableModel,
)
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.registers import ObjectState
from trainer_app.store.base.rows import says_something


class StoredSide(Struct, frozen=True):
    """One head of a contradiction: its fields, who wrote it when, and the file that it came in."""

    values: dict[str, Any]
    user: str
    at: int
    replica: str
    file: str
    shown: bool


type Place = tuple[str, str, tuple[str, ...]]
"""Entity, key, and fields that are written together."""


class Contradiction(Struct, frozen=True):
    """One field (or fields written together) of one row with more than one value.

    `echoes` are the participations (keys) that the same writing left with the same values: a correction of a
    person follows into courses that are open, see `actions.people.people.change_person`.
    """

    entity: str
    key: str
    fields: tuple[str, ...]
    sides: tuple[StoredSide, ...]
    echoes: tuple[str, ...] = ()


def count_contradictions(journal: Journal) -> int:
    """Return how many decisions are open; what one decision settles counts once."""
    places = set(contradicting(journal))
    return len(places) - sum(map(len, echoes(journal).values()))


def list_contradictions(journal: Journal) -> list[Contradiction]:
    """Return all open contradictions, the oldest row first; echoes stand with what they echo."""
    follow = echoes(journal)
    echoed = {("enrolment", key, place[2]) for place, keys in follow.items() for key in keys}
    return [
        Contradiction(*place, _sides_of(journal, place), follow.get(place, ()))
        for place in contradicting(journal)
        if place not in echoed
    ]


def contradicting(journal: Journal) -> list[Place]:
    """Return all open contradictions without their sides, echoes too."""
    return [place for _, places in _waiting(journal) for place in places]


def echoes(journal: Journal) -> dict[Place, tuple[str, ...]]:
    """Return the echoes of contradictions about people: participations (keys), by what they echo.

    The same laptops must have said the same of both, so that one decision can be meant for both.
    """
    return journal.database.remembered("echoes of contradictions", lambda: _read_echoes(journal))


def _read_echoes(journal: Journal) -> dict[Place, tuple[str, ...]]:
    waiting = contradicting(journal)
    of_people = {place for place in waiting if place[0] == "person" and set(place[2]) <= set(FACTS)}
    found: dict[Place, tuple[str, ...]] = {}
    if not of_people:
        return found
    for place in waiting:
        entity, key, fields = place
        person = ("person", str(row_of(journal, entity, key).get("person")), fields)
        if entity == "enrolment" and person in of_people and _said(journal, place) == _said(journal, person):
            found[person] = (*found.get(person, ()), key)
    return found


def _said(journal: Journal, place: Place) -> list[tuple[str, list[tuple[str, Any]]]]:
    """Return who said what of a place."""
    return sorted((side.replica, sorted(side.values.items())) for side in _sides_of(journal, place))


def _sides_of(journal: Journal, place: Place) -> tuple[StoredSide, ...]:
    entity, key, fields = place
    return _sides(journal, journal.projector.load([(entity, key)])[entity, key], fields)


def _waiting_fields() -> peewee.Query:
    waiting: TableModel = ContradictionRow.alias("contradiction")
    query = waiting.select(ObjectRow.entity, ObjectRow.key, waiting.field)
    query = query.join(ObjectRow, on=ObjectRow.id == waiting.object)
    # Not by the rows' own numbers: the database would walk through all rows for that order.
    return cast(peewee.Query, query.order_by(waiting.object, waiting.field))


_WAITING = Statement(_waiting_fields)


def _waiting(journal: Journal) -> list[tuple[tuple[str, str], list[Place]]]:
    """Return each row that waits, with its groups of fields as (entity, key, fields)."""
    rows = journal.database.rows(_WAITING)
    groups: dict[tuple[str, str], list[Place]] = {}
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
                file=file_of_entry(journal.database, stored.number),
                shown=head == shown,
            )
        )
    return tuple(sides)


def _heads(state: ObjectState, name: str) -> dict[bytes, merging.RegisterHead]:
    register = state.registers.get(name)
    return register.heads if register else {}


class Proposal(Struct, frozen=True):
    """An entry that does not count: its id, its place in the journal and itself, and the file it came in.

    `early` tells that it only waits for what its row belongs to, which has not come.
    """

    id: str
    place: int
    entry: Entry
    file: str
    early: bool


def list_proposals(journal: Journal) -> list[Proposal]:
    """Return the proposals to which no office has said anything yet, the oldest first."""
    found = journal.projector.judge.proposals()
    if not found:
        return []
    homes = journal.projector.judge.homeless(found)
    decided = {str(name) for (name,) in journal.database.select(_DECIDED)}
    proposals = [
        Proposal(own, place, entry, file_of_entry(journal.database, place), place in homes)
        for place, line in found.items()
        if (own := entry_id(line).hex()) not in decided and not (entry := read_entry(line)).erased
    ]
    return sorted(proposals, key=lambda proposal: (proposal.entry.t, proposal.place))


def _decided() -> peewee.Query:
    decision = MODELS["decision"]
    return cast(peewee.Query, decision.select(decision.entry))


_DECIDED = Statement(_decided)


def waiting_rows(journal: Journal) -> list[tuple[str, str]]:
    """Return rows (entity, key) whose parents are not there: kept, and shown nowhere else.

    Rows in which nothing stands any more wait for nobody. Costs nothing where nobody waits.
    """
    database = journal.database
    found: list[tuple[str, str]] = []
    for (entity,) in database.select(_WITH_ORPHANS):
        found.extend((entity, key_text(raw)) for (raw,) in database.select(_orphans_of(entity)))
    return sorted(found)


def _entities_with_orphans() -> peewee.Query:
    orphan: TableModel = OrphanRow.alias("orphan")
    query = orphan.select(ObjectRow.entity).join(ObjectRow, on=ObjectRow.id == orphan.object)
    return cast(peewee.Query, query.distinct())


_WITH_ORPHANS = Statement(_entities_with_orphans)


@cache
def _orphans_of(entity: str) -> Statement:
    def build() -> peewee.Query:
        t = MODELS[entity].alias("t")
        found = OrphanRow.select(RegistryRow.key).join(t, on=t.id == OrphanRow.object)
        found = found.join(RegistryRow, on=RegistryRow.id == t.id)
        said = says_something(entity, t)
        return found.where(*said) if said else found

    return Statement(build)
