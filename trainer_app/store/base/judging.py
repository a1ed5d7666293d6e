"""Sorts entries into those that count and proposals, by the authority that the database holds.

Three tables serve it. `belongs` says what rows belong to, so that an entry can be judged without its row's
past; of leaves (`is_leaf`) their own entries say it. `proposal` names the entries that do not count, with
their rows; `waits` the rows that a proposal was judged by, so that only those are judged again about which
something was learnt. All follow from the journal and the authority, and grow with them: what comes later may
let a proposal count, never the reverse, unless somebody is revoked from an earlier day on, or what said where
a row belongs was erased. Then the tables are made anew.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import peewee
from msgspec import Struct

from trainer_app.domain.base.authority import (
    Authority,
    Homes,
    Judge,
    RowKey,
    SignatureCheck,
    all_fit,
    grounds_of,
    is_leaf,
    rows_named,
    write_rule_of,
)
from trainer_app.domain.base.journal import Entry, author_of, entry_id, is_silent
from trainer_app.domain.base.schema import ENTITIES, read_entry
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, adding, adding_missing, any_of
from trainer_app.store.base.models import BelongsRow, EntryRow, KindRow, ProposalRow, RegistryRow, WaitsRow
from trainer_app.store.base.object_ids import ObjectIds, key_text, line_bytes
from trainer_app.store.base.registers import ObjectState, read_registers

type Arrived = tuple[int, bytes, Entry]
"""An entry with its number in the table `entry` and its line."""

_BLOCK = 250
_REMEMBERED = 100_000
_GROUNDS = 64
"""So many rows are kept that say whether a proposal counts; one of more is judged again by anything."""
_ANYTHING = 0
ADD_TO_REGISTRY = adding(RegistryRow.id, RegistryRow.key, RegistryRow.kind, RegistryRow.head)


def _homes_of() -> "peewee.ModelSelect[Any]":
    query = BelongsRow.select(BelongsRow.object, KindRow.name, RegistryRow.key)
    query = query.join(RegistryRow, on=RegistryRow.id == BelongsRow.home)
    return query.join(KindRow, on=KindRow.id == RegistryRow.kind)


def _waiting() -> "peewee.ModelSelect[Any]":
    query = ProposalRow.select(EntryRow.id, EntryRow.line)
    # In the order of the few that wait: by that of the entries SQLite reads the whole journal for them.
    return query.join(EntryRow, on=EntryRow.id == ProposalRow.entry).order_by(ProposalRow.entry)


_HOMES = Statement(lambda: _homes_of().where(BelongsRow.object.in_(any_of(NUMBERS))))
_PROPOSALS = Statement(_waiting)
_PROPOSALS_AT = Statement(lambda: _waiting().where(ProposalRow.entry.in_(any_of(NUMBERS))))
_OF_AUTHOR = Statement(lambda: ProposalRow.select(ProposalRow.entry).where(ProposalRow.author == VALUE))
_WAITING_FOR = Statement(
    lambda: WaitsRow.select(WaitsRow.entry).where(WaitsRow.object.in_(any_of(NUMBERS))).distinct()
)
_PROPOSALS_ABOUT = Statement(lambda: _waiting().where(ProposalRow.object.in_(any_of(NUMBERS))))
_ANY_PROPOSAL = Statement(lambda: ProposalRow.select(ProposalRow.entry).limit(1))
_DROP_PROPOSAL = Statement(lambda: ProposalRow.delete().where(ProposalRow.entry == VALUE))
_DROP_WAITS = Statement(lambda: WaitsRow.delete().where(WaitsRow.entry == VALUE))
_ADD_PROPOSAL = adding_missing(
    ProposalRow.entry,
    ProposalRow.object,
    ProposalRow.hash,
    ProposalRow.author,
    ProposalRow.sort,
    ProposalRow.wall,
    ProposalRow.counter,
)
_ADD_WAITS = adding_missing(WaitsRow.object, WaitsRow.entry)
_ADD_HOME = adding_missing(BelongsRow.object, BelongsRow.home)
_HOMES_KEPT = Statement(
    lambda: (
        BelongsRow.select(BelongsRow.object, BelongsRow.home, KindRow.name)
        .join(RegistryRow, on=RegistryRow.id == BelongsRow.object)
        .join(KindRow, on=KindRow.id == RegistryRow.kind)
        .where(BelongsRow.object.in_(any_of(NUMBERS)) | BelongsRow.home.in_(any_of(NUMBERS)))
    )
)
_DROP_HOME = Statement(
    lambda: BelongsRow.delete().where(BelongsRow.object == VALUE, BelongsRow.home == VALUE)
)


class Verdict(Struct, frozen=True):
    """What a batch came to: entries that count, proposals, and what was learnt of where rows belong.

    `told` are leaves of which entries say what they belong to.
    """

    counted: list[Arrived]
    proposals: list[Arrived]
    learnt: list[tuple[RowKey, RowKey]]
    told: set[RowKey]


_NO_VERDICT = Verdict([], [], [], set())


def sort_of(entry: Entry) -> str:
    """Return what a proposal is about: equal for the same fields of such rows."""
    return "/".join((entry.e, *sorted(entry.s)))


class EntryJudge:
    """Judges entries as they come. Use inside a transaction. Without an authority everything counts."""

    def __init__(self, database: Database, registry: ObjectIds) -> None:
        self.authority: Authority | None = None
        self.check_signature: SignatureCheck = all_fit
        self._database = database
        self._registry = registry
        self._homes = Homes(self._load)
        self._judge: Judge | None = None

    def _judge_of(self, authority: Authority) -> Judge:
        """Return the judge by all that is known; the one of the time before, while that is the same."""
        judge = self._judge
        if judge is None or not judge.judges_by(authority, self.check_signature, self._homes):
            judge = self._judge = Judge(authority, self.check_signature, self._homes)
        return judge

    def forget(self) -> None:
        """Drop what is remembered of where rows belong: after a roll-back, or when others have written."""
        self._homes = Homes(self._load)

    def sort_out(
        self, batch: Sequence[Arrived], states: Mapping[RowKey, ObjectState] | None = None
    ) -> Verdict:
        """Tell which entries count. Nothing is written: `keep` does that, once their rows are folded.

        `states` are rows that were read already, of which the batch may be.
        """
        if self.authority is None:
            return Verdict([*batch], [], [], set())
        if len(self._homes) > _REMEMBERED:
            self.forget()
        for row, state in (states or {}).items():
            if is_leaf(row[0]) and (stated := _stated_in(state)):
                self._homes.note(row, stated)
        entries = [entry for _, _, entry in batch]
        counts = self._judge_of(self.authority).count(entries)
        learnt, self._homes.learnt = self._homes.learnt, []
        if all(counts):
            return Verdict([*batch], [], learnt, self._told(entries))
        counted = [one for one, count in zip(batch, counts, strict=True) if count]
        proposals = [one for one, count in zip(batch, counts, strict=True) if not count]
        return Verdict(counted, proposals, learnt, self._told(entries))

    def _told(self, entries: Iterable[Entry]) -> set[RowKey]:
        """Return leaves of which entries say what they belong to, if anybody waits for that."""
        told = {
            (entry.e, entry.k)
            for entry in entries
            if is_leaf(entry.e) and (found := write_rule_of(entry.e, tuple(entry.s))) and found.homes
        }
        # Asked last: a mark that is changed says nothing of that, and most of what comes are such.
        return told if told and self._database.select(_ANY_PROPOSAL) else set()

    def keep(self, verdict: Verdict) -> None:
        """Write down what waits, and where rows belong."""
        if not verdict.proposals and not verdict.learnt:
            return
        rows = [(entry.e, entry.k) for _, _, entry in verdict.proposals]
        named = [row for pair in verdict.learnt for row in pair]
        self._homes.look_up(row for _, _, entry in verdict.proposals for row in rows_named(entry))
        grounds = [self._grounds(entry) for _, _, entry in verdict.proposals]
        numbers, fresh = self._registry.number([*rows, *named, *(row for each in grounds for row in each)])
        self._database.run_many(ADD_TO_REGISTRY, fresh.lines())
        self._database.note_written(("proposal",))
        lines: list[tuple[object, ...]] = []
        waits: list[tuple[int, int]] = []
        for (place, line, entry), row, ground in zip(verdict.proposals, rows, grounds, strict=True):
            own = entry_id(line).hex()
            lines.append((place, numbers[row], own, author_of(entry.r), sort_of(entry), *entry.t))
            waits += [(numbers[each], place) for each in ground] or [(_ANYTHING, place)]
        self._database.run_many(_ADD_PROPOSAL, lines)
        self._database.run_many(_ADD_WAITS, waits)
        self._database.run_many(_ADD_HOME, [(numbers[row], numbers[home]) for row, home in verdict.learnt])

    def _grounds(self, entry: Entry) -> Collection[RowKey]:
        """Return the rows by which a proposal is judged; none where that may be any."""
        assert self.authority is not None
        found = grounds_of(entry, self.authority, self._homes, _GROUNDS)
        return found if len(found) <= _GROUNDS else ()

    def late(self, verdict: Verdict) -> Verdict:
        """Judge the proposals again that may rest on what a verdict learnt; those that count are gone then.

        What that teaches in turn stands in the verdict returned.
        """
        if self.authority is None or not self._database.select(_ANY_PROPOSAL):
            return _NO_VERDICT
        rows = {row for row, _ in verdict.learnt} | verdict.told
        numbers = [_ANYTHING, *self._registry.find(rows).values()]
        return self._again(place for (place,) in self._database.select(_WAITING_FOR, numbers))

    def late_of(self, authors: Collection[str]) -> Verdict:
        """Judge the proposals of some authors again, whose place in the office's list is another now.

        Of a new computer of the office, that says where rows belong, all of them.
        """
        if self.authority is None or not self._database.select(_ANY_PROPOSAL):
            return _NO_VERDICT
        if any(self.authority.authors[name].office for name in authors):
            return self._again(self.proposals())
        return self._again(place for name in authors for (place,) in self._database.select(_OF_AUTHOR, name))

    def _again(self, places: Iterable[int]) -> Verdict:
        wanted = sorted(places)
        waiting: list[Arrived] = []
        for start in range(0, len(wanted), _BLOCK):
            rows = self._database.select(_PROPOSALS_AT, wanted[start : start + _BLOCK])
            waiting += [(number, line, read_entry(line)) for number, line in map(_read, rows)]
        if not waiting:
            return _NO_VERDICT
        found = self.sort_out(waiting)
        self._drop(place for place, _, _ in found.counted)
        # By which rows the others are judged may be more by now.
        self._database.run_many(_DROP_WAITS, [(place,) for place, _, _ in found.proposals])
        self.keep(found)
        return Verdict(found.counted, [], found.learnt, set())

    def _drop(self, places: Iterable[int]) -> None:
        gone = [(place,) for place in places]
        if gone:
            self._database.note_written(("proposal",))
        self._database.run_many(_DROP_PROPOSAL, gone)
        self._database.run_many(_DROP_WAITS, gone)

    def proposals(self) -> dict[int, bytes]:
        """Return the entries that wait, by their places in the journal."""
        return read_proposals(self._database)

    def homeless(self, lines: Mapping[int, bytes]) -> set[int]:
        """Return which of some entries wait for what their rows belong to, since that has not come."""
        entries = {place: read_entry(line) for place, line in lines.items()}
        homes = Homes(self._load)
        homes.look_up((entry.e, entry.k) for entry in entries.values() if not entry.erased)

        def is_placed(row: RowKey) -> bool:
            # People are rows of their own: nobody has to come first.
            return row[0] in ("course", "project", "person") or any(map(is_placed, homes.of(row)))

        return {
            place
            for place, entry in entries.items()
            if (described := ENTITIES.get(entry.e)) and described.home and not is_placed((entry.e, entry.k))
        }

    def judge_again(self, rows: Collection[RowKey], entries: Sequence[Arrived]) -> tuple[Verdict, bool]:
        """Judge all entries of some rows once more, after some of them fell silent.

        Tells also whether less is known now of where rows belong, so that others may count no more: then
        all tables must be made anew.
        """
        before = self._taught_by(rows)
        self._database.run_many(_DROP_HOME, list(before))
        numbers = list(self._registry.find(rows).values())
        about = map(_read, self._database.select(_PROPOSALS_ABOUT, numbers))
        silent = [place for place, line in about if is_silent(line)]
        self._drop((*silent, *(place for place, _, _ in entries)))
        self.forget()
        verdict = self.sort_out(entries)
        self.keep(verdict)
        return verdict, not before <= self._taught_by(rows)

    def _taught_by(self, rows: Collection[RowKey]) -> set[tuple[int, int]]:
        """Return what is known by entries of some rows: what these belong to, and people by way of them."""
        numbers = set(self._registry.find(rows).values())
        kept = self._database.select(_HOMES_KEPT, list(numbers), list(numbers)) if numbers else ()
        return {(own, home) for own, home, kind in kept if (home if kind == "person" else own) in numbers}

    def _load(self, rows: Collection[RowKey]) -> Iterator[tuple[RowKey, RowKey]]:
        """Yield what some rows belong to, as the tables tell."""
        numbers = {number: row for row, number in self._registry.find(rows).items()}
        kept = sorted(number for number, row in numbers.items() if not is_leaf(row[0]))
        for start in range(0, len(kept), _BLOCK):
            for number, entity, raw in self._database.select(_HOMES, kept[start : start + _BLOCK]):
                yield numbers[number], (str(entity), key_text(bytes(raw)))
        leaves = {number: row for number, row in numbers.items() if is_leaf(row[0])}
        if leaves:
            yield from self._load_leaves(leaves)

    def _load_leaves(self, rows: Mapping[int, RowKey]) -> Iterator[tuple[RowKey, RowKey]]:
        states = [ObjectState(number, *row) for number, row in rows.items()]
        read_registers(self._database, states)
        for state in states:
            for home in _stated_in(state):
                yield (state.entity, state.key), home
        for _, raw in self._database.select(_PROPOSALS_ABOUT, list(rows)):
            entry = read_entry(line_bytes(raw))
            for home in _proven_by(entry):
                yield (entry.e, entry.k), home


def _stated_in(state: ObjectState) -> list[RowKey]:
    """Return what a leaf belongs to, by one of the entries that it rests on; nothing if none says it."""
    name = ENTITIES[state.entity].home
    stated = sorted({head.id for each in name for head in state.heads(each)})
    return next((found for own in stated if (found := _proven_by(state.numbers[own].entry))), [])


def _proven_by(entry: Entry) -> list[RowKey]:
    found = None if entry.erased else write_rule_of(entry.e, tuple(entry.s))
    return found.stated(entry) if found is not None and found.homes and found.fits(entry) else []


def read_proposals(database: Database) -> dict[int, bytes]:
    """Return the entries that do not count, by their places in the journal."""
    return dict(map(_read, database.select(_PROPOSALS)))


def _read(row: tuple[int, object]) -> tuple[int, bytes]:
    return row[0], line_bytes(row[1])
