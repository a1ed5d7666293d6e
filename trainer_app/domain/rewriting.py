"""Which entries of a row must go when somebody is erased, and which take their place.

Why somebody decided so (`Entry.y`) is free words about a person, and never stays.

Taking an entry away undoes what it did: what it replaced would be shown again. So whatever may stay of it is
written anew, at the same time, and replaces all that it replaced. Every field that stays keeps its value and
its contradictions, and a deleted row stays deleted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer_app.domain import merging, schema
from trainer_app.domain.journal import Entry, Time
from trainer_app.domain.merging import Object, Register, Row
from trainer_app.domain.schema import DELETED, Policy

type Rest = Callable[[str, Mapping[str, Any], Mapping[str, Any]], Row]
"""(entity, fields of an entry, row shown) -> what may stay of the fields; see `erasing.Blurring.rest_of`."""
type Entries = Mapping[bytes, Entry]
type Registers = Mapping[str, Register]


@dataclass(frozen=True)
class Rewritten:
    """`silenced` are ids of entries that must go; `made` are new ones, still without replica and number."""

    silenced: frozenset[bytes] = frozenset()
    made: tuple[Entry, ...] = ()


def rewrite(place: Object, entries: Entries, rest: Rest) -> Rewritten:
    """Return what must happen to the entries of one row (id -> entry, erased ones left out)."""
    entity, _ = place
    # Most rows hold nothing personal. Knowing nothing of a row, `rest` lets no more of it stay.
    if all(not entry.y and rest(entity, entry.s, {}) == entry.s for entry in entries.values()):
        return Rewritten()
    registers = _fold(entries)
    outcome = merging.resolve(entity, registers)
    shown = outcome.row or {}
    silenced = frozenset(
        own for own, entry in entries.items() if entry.y or rest(entity, entry.s, shown) != entry.s
    )
    if not silenced:
        return Rewritten()
    staying = {own: entry for own, entry in entries.items() if own not in silenced}
    if outcome.row is None:
        return Rewritten(silenced, tuple(_deleted_again(place, registers, entries)))
    lost = _LostSight(entries, silenced, registers)
    made = [
        _entry(place, entries[own], own, kept, lost)
        for own in sorted(silenced, key=lambda own: (entries[own].t, own))
        if (kept := rest(entity, _headed(entries[own], own, registers), shown))
    ]
    covered = {(name, old) for entry in made for name, olds in entry.w.items() for old in olds}
    made += _restated(place, registers, staying, lost, covered)
    if DELETED in outcome.contradictions:
        made += _unseen(place, registers, staying, made)
    return Rewritten(silenced, tuple(made))


def _fold(entries: Entries) -> dict[str, Register]:
    registers: dict[str, Register] = {}
    for own, entry in entries.items():
        for name, head, replaces in merging.heads_of(entry, own):
            merging.take(registers.setdefault(name, Register()), head, replaces)
    return registers


def _headed(entry: Entry, own: bytes, registers: Registers) -> Row:
    """Return the fields of an entry that are still shown or contradict what is shown."""
    return {name: value for name, value in entry.s.items() if own in registers[name].heads}


class _LostSight:
    """Entries that stay, or may still come, and were replaced only by some that go.

    Without help they would be shown again.
    """

    def __init__(self, entries: Entries, silenced: frozenset[bytes], registers: Registers) -> None:
        self._registers = registers
        self._old: dict[str, set[bytes]] = {}
        self._replaced: dict[str, set[bytes]] = {}
        for own, entry in entries.items():
            for name, _, replaces in merging.heads_of(entry, own):
                if own in silenced:
                    self._old.setdefault(name, set()).update(set(replaces) - silenced)
                else:
                    self._old.setdefault(name, set()).add(own)
                    self._replaced.setdefault(name, set()).update(replaces)

    @property
    def fields(self) -> Iterable[str]:
        """The fields of which anything stays."""
        return self._old.keys()

    def of(self, name: str) -> list[bytes]:
        """Return those of one field."""
        heads = self._registers[name].heads.keys() if name in self._registers else ()
        return sorted(self._old.get(name, set()) - self._replaced.get(name, set()) - set(heads))


def _entry(place: Object, entry: Entry, own: bytes, kept: Row, lost: _LostSight) -> Entry:
    """Return what takes the place of one entry. A decision stays one: it goes on naming what it decided."""
    replaces: dict[str, list[str]] = {}
    for name in kept:
        settled = sorted(set(entry.w.get(name, ())))
        immutable = schema.policy_of(place[0], name) is Policy.IMMUTABLE
        if name not in entry.s or (immutable and len(settled) < 2):
            continue
        olds = [old.hex() for old in lost.of(name)]
        replaces[name] = sorted({own.hex(), *olds, *settled})
    if kept.get(DELETED) is True:
        replaces = {**{name: list(olds) for name, olds in entry.w.items()}, **replaces}
    return _new(place, entry.t, kept, replaces)


def _restated(
    place: Object,
    registers: Registers,
    staying: Entries,
    lost: _LostSight,
    covered: set[tuple[str, str]],
) -> Iterable[Entry]:
    """Yield values that stay anyway, said again where they must replace what has lost its replacement."""
    for name in sorted(lost.fields):
        heads = registers[name].heads
        mine = [head for own, head in heads.items() if own in staying]
        olds = [old for old in lost.of(name) if (name, old.hex()) not in covered]
        if mine and olds:
            head = merging.winner(mine, schema.policy_of(place[0], name))
            seen = {other: list(olds) for other, olds in staying[head.id].w.items()} if head.seen else {}
            own = sorted(each.hex() for each in (head.id, *olds))
            yield _new(place, head.time, {name: head.value}, {**seen, name: own})


def _unseen(place: Object, registers: Registers, staying: Entries, made: list[Entry]) -> Iterable[Entry]:
    """Yield a value again that no delete has seen, where only what goes kept the row from being deleted."""
    stand_ins = {bytes([number >> 8, number & 255]): entry for number, entry in enumerate(made)}
    if merging.resolve(place[0], _fold({**staying, **stand_ins})).row is not None:
        return
    for name, register in sorted(registers.items()):
        mine = [head for own, head in register.heads.items() if own in staying and head.value is not None]
        if name != DELETED and mine:
            head = merging.winner(mine, schema.policy_of(place[0], name))
            yield _new(place, head.time, {name: head.value}, {name: [head.id.hex()]})
            return


def _deleted_again(place: Object, registers: Registers, entries: Entries) -> Iterable[Entry]:
    """Yield the delete of a row again, which now has seen all that stays of it or may still come."""
    replaces: dict[str, set[str]] = {}
    for own, entry in entries.items():
        for name in entry.s:
            replaces.setdefault(name, set()).update((own.hex(), *entry.w.get(name, ())))
    time = max(head.time for head in registers[DELETED].heads.values())
    named = {name: sorted(found) for name, found in replaces.items()}
    yield _new(place, time, {DELETED: True}, named)


def _new(place: Object, time: Time, fields: Row, replaces: dict[str, list[str]]) -> Entry:
    return Entry(r="", n=0, t=time, v=schema.VERSION, e=place[0], k=place[1], s=fields, w=replaces)
