"""Own values that others replaced: found when their entries come in, and kept until they were seen."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from trainer_app.domain.base import schema
from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.journal import Entry, entry_id
from trainer_app.domain.base.schema import DELETED, read_entry
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, adding_missing, count
from trainer_app.store.base.entry_history import file_of_entry
from trainer_app.store.base.models import EntryRow, LossRow, ReplicaRow
from trainer_app.store.base.object_ids import MAX_ENTRY_NUMBER, NUMBER_BITS, line_bytes

_SILENT = ("feedback_paper", "errand")
"""Entities whose values belong to nobody, or are an answer to somebody."""


class StoredLoss(Struct, frozen=True):
    """An own entry, the one that replaced it, and the field; both by their places in the journal.

    `others` are further entries that the second one replaced in this field: a contradiction was settled.
    """

    place: int
    by_place: int
    field: str
    own: Entry
    by: Entry
    file: str = ""
    others: tuple[Entry, ...] = ()


def note_losses(database: Database, arrival: int, own: Collection[str], at: int) -> int:
    """Write down which own values an import replaced by others; return how many.

    Use inside `Database.write`.
    """
    replaced: dict[bytes, list[tuple[int, Entry, str]]] = {}
    brought = EntryRow.select(EntryRow.id, EntryRow.line).where(EntryRow.arrival == arrival)
    for place, raw in database.select(brought):
        entry = read_entry(line_bytes(raw))
        if entry.erased or entry.r in own or entry.e in _SILENT:
            continue
        # A deletion names the heads of all fields that it saw: one loss, not one for each.
        whole = entry.s.get(DELETED) is True
        for name, hashes in entry.w.items():
            for found in hashes:
                replaced.setdefault(bytes.fromhex(found), []).append(
                    (place, entry, DELETED if whole else name)
                )
    if not replaced:
        return 0
    mine = list(_own_entries(database, own, replaced))
    renewed = _renewed(database, own) if mine else frozenset()
    rows = {
        (place, by_place, _group(entry.e, name), at)
        for place, entry, key in mine
        for by_place, by, name in replaced[key]
        if (key.hex(), name) not in renewed and _differs(entry, by, name)
    }
    database.run_many(_ADD_LOSS, sorted(rows))
    return len(rows)


def list_losses(database: Database, *, seen: bool = False, beside: bool = True) -> list[StoredLoss]:
    """Return what was replaced and not seen yet (or what was seen), the newest first.

    What was erased meanwhile is left out. Without `beside` nothing is told of `file` and `others`, for which
    the whole journal is gone through.
    """
    losses = LossRow.select(LossRow.own, LossRow.by, LossRow.field).where(LossRow.seen == int(seen))
    rows = database.select(losses.order_by(LossRow.at.desc(), LossRow.own, LossRow.by, LossRow.field))
    found = []
    for place, by_place, name in rows:
        own, by = _entry_at(database, place), _entry_at(database, by_place)
        if own is not None and by is not None:
            found.append(StoredLoss(place, by_place, name, own, by))
    if not beside:
        return found
    others = _others(database, found)
    return [
        replace(one, file=file_of_entry(database, one.by_place), others=tuple(each))
        for one, each in zip(found, others, strict=True)
    ]


def count_losses(database: Database) -> int:
    """Return how many records of losses were not seen yet."""
    return int(database.select(_UNSEEN)[0][0])


def mark_seen(database: Database, places: Collection[tuple[int, int, str]]) -> None:
    """Write down that records (own entry, other entry, field) were seen."""
    with database.write():
        database.run_many(_MARK_SEEN, list(places))


_ADD_LOSS = adding_missing(LossRow.own, LossRow.by, LossRow.field, LossRow.at)
_UNSEEN = Statement(lambda: count(LossRow).where(LossRow.seen == 0))
_MARK_SEEN = Statement(
    lambda: LossRow.update({LossRow.seen: 1}).where(
        LossRow.own == VALUE, LossRow.by == VALUE, LossRow.field == VALUE
    )
)
_EVERY_LINE = Statement(lambda: EntryRow.select(EntryRow.line))
_LINES_BETWEEN = Statement(
    lambda: EntryRow.select(EntryRow.id, EntryRow.line).where(EntryRow.id.between(VALUE, VALUE))
)


def _own_bases(database: Database) -> list[int]:
    """Return before which places the entries begin that were written here, forks too."""
    own = database.select(ReplicaRow.select(ReplicaRow.id).where(ReplicaRow.own == 1))
    return [int(number) << NUMBER_BITS for (number,) in own]


def _own_entries(
    database: Database, own: Collection[str], wanted: Collection[bytes]
) -> Iterator[tuple[int, Entry, bytes]]:
    """Yield (place, entry, id) of own entries with some ids. Ids are computed, so all are gone through."""
    for low in _own_bases(database):
        for place, raw in database.stream(_LINES_BETWEEN, low, low + MAX_ENTRY_NUMBER):
            line = line_bytes(raw)
            key = entry_id(line)
            if key in wanted:
                entry = read_entry(line)
                if not entry.erased and entry.r in own:
                    yield place, entry, key


def _renewed(database: Database, own: Collection[str]) -> frozenset[tuple[str, str]]:
    """Return (id, field) of what was written here and then written anew here: nobody else took that away."""
    found = set()
    for low in _own_bases(database):
        for _, raw in database.stream(_LINES_BETWEEN, low, low + MAX_ENTRY_NUMBER):
            entry = read_entry(line_bytes(raw))
            if entry.r in own:
                found |= {(one, name) for name, hashes in entry.w.items() for one in hashes}
    return frozenset(found)


def _differs(own: Entry, by: Entry, name: str) -> bool:
    """Tell whether the other entry says something else than the own one did."""
    if name == DELETED:
        return by.s.get(DELETED) is True and own.s.get(DELETED) is not True
    if schema.policy_of(own.e, name) is MergePolicy.NEWEST:
        return False
    names = _together(own.e, name)
    return any(own.s.get(one) != by.s.get(one) for one in names if one in own.s and one in by.s)


def _together(entity: str, name: str) -> tuple[str, ...]:
    described = schema.ENTITIES.get(entity)
    return described.together if described and name in described.together else (name,)


def _group(entity: str, name: str) -> str:
    """Return the field under which those written together are recorded once."""
    return _together(entity, name)[0]


def _entry_at(database: Database, place: int) -> Entry | None:
    rows = database.select(_LINES_BETWEEN, place, place)
    entry = read_entry(line_bytes(rows[0][1])) if rows else None
    return None if entry is None or entry.erased else entry


def _others(database: Database, losses: Sequence[StoredLoss]) -> list[list[Entry]]:
    """Return for each loss what else the second entry replaced in its field, as far as it is here."""
    wanted: dict[bytes, list[int]] = {}
    for number, one in enumerate(losses):
        hashes = {bytes.fromhex(each) for each in one.by.w.get(one.field, ())}
        for each in hashes if len(hashes) > 1 else ():
            wanted.setdefault(each, []).append(number)
    found: list[list[Entry]] = [[] for _ in losses]
    # Ids are computed, so all entries are gone through: once for all losses.
    for (raw,) in database.stream(_EVERY_LINE) if wanted else ():
        line = line_bytes(raw)
        for number in wanted.get(entry_id(line), ()):
            entry, own = read_entry(line), losses[number].own
            if not entry.erased and entry.k == own.k and entry.r != own.r:
                found[number].append(entry)
    return found
