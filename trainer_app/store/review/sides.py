"""The sides of a contradiction: which entries stand against each other, by whom, and which are no answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.journal import Entry, Time
from trainer_app.domain.base.schema import DELETED, fields_of
from trainer_app.domain.exchange.laptops import knows_field
from trainer_app.store.base.entry_history import entries_of_rows, file_of_entry, said_again
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.registers import ObjectState


class StoredSide(Struct, frozen=True):
    """One side of a contradiction: its fields, who wrote it when, and the file that it came in.

    It is one head, but of a deleted row all that one person changed on one laptop and that still stands. What
    undo of a decision wrote anew is by whoever had said it first, and when and in which file they did.
    `taken_back` tells that it deletes nothing but what the same laptop had written.
    """

    values: dict[str, Any]
    user: str
    at: int
    replica: str
    file: str
    shown: bool
    taken_back: bool = False


def together(entity: str, name: str) -> tuple[str, ...]:
    """Return the fields that are decided together with one."""
    described = schema.ENTITIES.get(entity)
    together = described.together if described else ()
    return together if name in together else (name,)


MOST_SIDES = 12
"""So many values of one contradiction are shown. Of honest laptops there are two, or three."""


type Words = Mapping[bytes, tuple[Entry, str]]
"""Of entries that undo wrote to open a conflict again: whose word each repeats, and the file that brought it.
"""


def words_again(journal: Journal, states: Iterable[ObjectState]) -> Words:
    """Return whose word is repeated in some rows. Reads the journal only where undo may have opened any."""
    rows = frozenset((state.entity, state.key) for state in states if _may_be_opened(state))
    if not rows:
        return {}

    def read() -> Words:
        found: dict[bytes, tuple[Entry, str]] = {}
        for entries in entries_of_rows(journal.database, rows).values():
            again = said_again({own: entry for own, (entry, _) in entries.items()})
            found.update((own, entries[first]) for own, first in again.items())
        return found

    return journal.database.remembered(f"said again in {sorted(rows)}", read)


def _may_be_opened(state: ObjectState) -> bool:
    """Tell whether one replica says several things at once, or deletes again: most rows are deleted once."""
    for name, register in state.registers.items():
        entries = [state.numbers[head].entry for head in register.heads]
        if len({entry.r for entry in entries}) < len(entries):
            return True
        if name == DELETED and any(entry.s[DELETED] is True and entry.w.get(DELETED) for entry in entries):
            return True
    return False


def heads_of(state: ObjectState, names: tuple[str, ...], words: Words) -> list[list[bytes]]:
    """Return the entries that a contradiction is between, by side, in the order in which they were made.

    What whoever deleted a row knew of speaks for nothing any more. To let it go stands behind what keeps it,
    so that no answer that comes first deletes. It all follows from what stands, so that every computer asks
    the same, whatever came first.
    """

    def made(head: bytes) -> tuple[Time, bytes]:
        return said_by(state, head, words).t, head

    if names != (DELETED,):
        # What is said only of a field in which all agree is no side.
        open_fields = state.outcome().contradictions.intersection(names) or names
        return [
            [head]
            for head in sorted({head for name in open_fields for head in _heads(state, name)}, key=made)
        ]
    known, by_author = merging.known_of(state.registers), dict[tuple[str, str, bool, int], list[bytes]]()
    deletes = {head for head in _heads(state, DELETED) if _deletes(state, head)}
    places: dict[bytes, set[str]] = {}
    for name in state.registers:
        for head in _heads(state, name):
            places.setdefault(head, set()).add(name)
    for head in sorted(places.keys() - (known - deletes), key=made):
        entry, turn, gone = said_by(state, head, words), 0, head in deletes
        # Where a decision was undone whose older word is not here any more, one author says both.
        while not gone and any(
            places[one] & places[head] for one in by_author.get((entry.r, entry.u, gone, turn), ())
        ):
            turn += 1
        by_author.setdefault((entry.r, entry.u, gone, turn), []).append(head)
    matters = _telling(state, by_author.values())
    sides = [side for side in by_author.values() if _deletes(state, side[0]) or matters(side)]
    return sorted(sides, key=lambda side: (_deletes(state, side[0]), made(side[-1])))


def said_by(state: ObjectState, head: bytes, words: Words) -> Entry:
    """Return the entry that a head is, or whose word it only repeats."""
    return words[head][0] if head in words else state.numbers[head].entry


def _telling(state: ObjectState, sides: Iterable[Sequence[bytes]]) -> Callable[[Sequence[bytes]], bool]:
    """Return what tells of a side that keeps a row whether it is an answer of its own.

    What nobody contests is kept with any of them: where they differ, who says nothing of that is no answer;
    where they do not, who left only blanks or what the row belongs to is none beside others.
    """
    contested = kept_of(state)[1]
    unsaid = {DELETED, *(name for name, found in fields_of(state.entity).items() if found.target)}

    def says(side: Sequence[bytes]) -> bool:
        values = _still_said(state, side)
        told = [name for name, value in values.items() if value is not None and name not in unsaid]
        return not contested.isdisjoint(values) if contested else bool(told)

    any_says = any(says(side) for side in sides if not _deletes(state, side[0]))
    return lambda side: not any_says or says(side)


def _still_said(state: ObjectState, heads: Iterable[bytes]) -> dict[str, Any]:
    """Return what of some entries still stands, by field."""
    return {
        name: value
        for head in heads
        for name, value in state.numbers[head].entry.s.items()
        if head in _heads(state, name)
    }


def _deletes(state: ObjectState, head: bytes) -> bool:
    return state.numbers[head].entry.s.get(DELETED) is True


def _is_taken_back(state: ObjectState, side: Sequence[bytes], words: Words) -> bool:
    """Tell whether a side deletes nothing but what its own laptop had written, and nobody else replaced."""
    entries = [said_by(state, head, words) for head in side]
    named = [(name, ids) for entry in entries for name, ids in entry.w.items() if name != DELETED]
    seen = [_heads(state, name).get(bytes.fromhex(one)) for name, ids in named for one in ids]
    mine = all(head is not None and said_by(state, head.id, words).r == entries[0].r for head in seen)
    return _deletes(state, side[0]) and bool(seen) and mine


def kept_of(state: ObjectState) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields in which nobody but whoever deleted the row says otherwise, and those where some do.

    Fields that are written together are contested together.
    """
    known, left = merging.known_of(state.registers), dict[str, list[merging.RegisterHead]]()
    for name, register in state.registers.items():
        unknown = [head for head in register.heads.values() if head.id not in known]
        if name != DELETED and unknown:
            left[name] = unknown
    found, contested = set[str](), set[str]()
    for name, heads in left.items():
        policy = schema.policy_of(state.entity, name)
        if merging.contradicts(heads, policy):
            contested.update(together(state.entity, name))
        elif merging.contradicts(state.registers[name].heads.values(), policy):
            found.update(together(state.entity, name))
    kept = {
        name: merging.winner(left[name], schema.policy_of(state.entity, name)).value
        for name in sorted(found - contested)
        if name in left
    }
    return kept, frozenset(name for name in contested if knows_field(state.entity, name))


def sides_of(
    journal: Journal, state: ObjectState, names: tuple[str, ...], words: Words
) -> tuple[tuple[StoredSide, ...], int]:
    """Return the oldest sides, with the one that is shown among them, and how many more there are."""
    every, shown = heads_of(state, names, words), None
    if names != (DELETED,):
        contested = state.outcome().contradictions
        first = next(name for name in names if name in contested or (not contested and _heads(state, name)))
        policy = schema.policy_of(state.entity, first)
        shown = merging.winner(state.registers[first].heads.values(), policy).id
    told = every[:MOST_SIDES]
    if shown is not None and [shown] not in told:
        told[-1] = [shown]
    elif names == (DELETED,):
        # Whoever decides whether a row goes has to see a side that keeps it and one that does not.
        gone = _deletes(state, told[0][0])
        other = next((heads for heads in every if _deletes(state, heads[0]) != gone), told[-1])
        told = told if other in told else [*told[:-1], other]
    sides = []
    for heads in told:
        stored, entry = state.numbers[heads[-1]], said_by(state, heads[-1], words)
        whole = names == (DELETED,)
        said = _still_said(state, heads) if whole else {**entry.s, **stored.entry.s}
        wanted = tuple(said) if whole else names
        again = words.get(heads[-1])
        sides.append(
            StoredSide(
                values={name: said[name] for name in wanted if name in said},
                user=entry.u,
                at=entry.t[0],
                replica=entry.r,
                file=again[1] if again else file_of_entry(journal.database, stored.number),
                shown=heads[-1] == shown,
                taken_back=whole and _is_taken_back(state, heads, words),
            )
        )
    return tuple(sides), len(every) - len(sides)


def _heads(state: ObjectState, name: str) -> dict[bytes, merging.RegisterHead]:
    register = state.registers.get(name)
    return register.heads if register else {}
