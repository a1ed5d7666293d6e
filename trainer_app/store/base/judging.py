"""Sorts entries into those that count and proposals, by the authority that the database holds.

Two tables serve it. `belongs` says of which course (or project) a row is, so that an entry can be judged
without its row's past; `proposal` names the entries that do not count. Both follow from the journal and the
authority, and grow with them: what comes later may let a proposal count, never the reverse, unless somebody
is revoked from an earlier day on. Then the tables are made anew.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from trainer_app.domain.base.authority import Authority, Homes, Judge, RowKey, SignatureCheck, all_fit
from trainer_app.domain.base.journal import Entry, is_key
from trainer_app.domain.base.schema import ENTITIES, read_entry
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, adding, adding_missing, any_of
from trainer_app.store.base.models import BelongsRow, EntryRow, KindRow, ProposalRow, RegistryRow
from trainer_app.store.base.object_ids import ObjectIds, key_text, line_bytes

type Arrived = tuple[int, bytes, Entry]
"""An entry with its number in the table `entry` and its line."""

_BLOCK = 250
ADD_TO_REGISTRY = adding(RegistryRow.id, RegistryRow.key, RegistryRow.kind, RegistryRow.head)
_HOMES = Statement(
    lambda: (
        BelongsRow.select(BelongsRow.object, RegistryRow.key)
        .join(RegistryRow, on=RegistryRow.id == BelongsRow.home)
        .where(BelongsRow.object.in_(any_of(NUMBERS)))
    )
)
_TEAMS = Statement(
    lambda: (
        RegistryRow.select(RegistryRow.id, RegistryRow.key)
        .join(KindRow, on=KindRow.id == RegistryRow.kind)
        .where(KindRow.name == "team")
    )
)
_PROPOSALS = Statement(
    lambda: (
        EntryRow.select(EntryRow.id, EntryRow.line)
        .join(ProposalRow, on=ProposalRow.entry == EntryRow.id)
        .order_by(EntryRow.id)
    )
)
_ANY_PROPOSAL = Statement(lambda: ProposalRow.select(ProposalRow.entry).limit(1))
_DROP_PROPOSAL = Statement(lambda: ProposalRow.delete().where(ProposalRow.entry == VALUE))
_ADD_PROPOSAL = adding_missing(ProposalRow.entry)
_ADD_HOME = adding_missing(BelongsRow.object, BelongsRow.home)


class Verdict(Struct, frozen=True):
    """What a batch came to: entries that count, proposals, and what was learnt of where rows belong."""

    counted: list[Arrived]
    proposals: list[Arrived]
    learnt: list[tuple[RowKey, str]]


class EntryJudge:
    """Judges entries as they come. Use inside a transaction. Without an authority everything counts."""

    def __init__(self, database: Database, registry: ObjectIds) -> None:
        self.authority: Authority | None = None
        self.check_signature: SignatureCheck = all_fit
        self._database = database
        self._registry = registry

    def sort_out(self, batch: Sequence[Arrived]) -> Verdict:
        """Tell which entries count. Nothing is written: `keep` does that, once their rows are folded."""
        if self.authority is None:
            return Verdict([*batch], [], [])
        judge = Judge(self.authority, self.check_signature, self._homes_for([entry for _, _, entry in batch]))
        counts = judge.count([entry for _, _, entry in batch])
        counted = [one for one, count in zip(batch, counts, strict=True) if count]
        proposals = [one for one, count in zip(batch, counts, strict=True) if not count]
        return Verdict(counted, proposals, judge.homes.learnt)

    def keep(self, verdict: Verdict) -> None:
        """Write down what waits, and where rows belong."""
        self._database.run_many(_ADD_PROPOSAL, [(place,) for place, _, _ in verdict.proposals])
        if not verdict.learnt:
            return
        rows = [row for row, _ in verdict.learnt]
        # A project's key stands as one too: nothing but the key is ever read of it.
        homes = [("course", course) for _, course in verdict.learnt]
        numbers, fresh = self._registry.number([*rows, *homes])
        self._database.run_many(ADD_TO_REGISTRY, fresh.lines)
        pairs = [(numbers[row], numbers[home]) for row, home in zip(rows, homes, strict=True)]
        self._database.run_many(_ADD_HOME, pairs)

    def late(self) -> list[Arrived]:
        """Return the proposals that count by now; they are none any more."""
        if self.authority is None or not self._database.select(_ANY_PROPOSAL):
            return []
        waiting = [
            (number, line, read_entry(line)) for number, line in map(_read, self._database.select(_PROPOSALS))
        ]
        verdict = self.sort_out(waiting)
        self._database.run_many(_DROP_PROPOSAL, [(place,) for place, _, _ in verdict.counted])
        self.keep(Verdict([], [], verdict.learnt))
        return [one for one in verdict.counted if not one[2].erased]

    def proposals(self) -> dict[int, bytes]:
        """Return the entries that wait, by their places in the journal."""
        return read_proposals(self._database)

    def homeless(self, lines: Mapping[int, bytes]) -> set[int]:
        """Return which of some entries wait for what their rows belong to, since that has not come."""
        entries = {place: read_entry(line) for place, line in lines.items()}
        homes = self._homes_for(entries.values(), own=True)
        return {
            place
            for place, entry in entries.items()
            if (described := ENTITIES.get(entry.e)) and described.home and not homes.of((entry.e, entry.k))
        }

    def _homes_for(self, entries: Iterable[Entry], *, own: bool = False) -> Homes:
        """Return what the tables know of the rows that entries belong to, or (with `own`) are about."""
        homes = Homes()
        wanted: set[RowKey] = set()
        for entry in entries:
            described = ENTITIES.get(entry.e)
            if entry.x or described is None:
                continue
            stated = [(name, entry.s[name]) for name in described.home if entry.s.get(name) is not None]
            for name, value in stated:
                if is_key(str(value)):
                    wanted.add((str(described.fields[name].target), str(value)))
            # Of a row that says itself where it belongs no more is known, but for people.
            if own or not stated:
                wanted.add((entry.e, entry.k))
        numbers = {number: row for row, number in self._registry.find(wanted).items()}
        teams = self._database.select(_TEAMS)
        numbers |= {number: ("team", key_text(bytes(raw))) for number, raw in teams}
        self._read_homes(numbers, homes)
        return homes

    def _read_homes(self, rows: Mapping[int, RowKey], homes: Homes) -> None:
        places = sorted(rows)
        for start in range(0, len(places), _BLOCK):
            for number, raw in self._database.select(_HOMES, places[start : start + _BLOCK]):
                homes.known.setdefault(rows[number], set()).add(key_text(bytes(raw)))


def read_proposals(database: Database) -> dict[int, bytes]:
    """Return the entries that do not count, by their places in the journal."""
    return dict(map(_read, database.select(_PROPOSALS)))


def _read(row: tuple[int, object]) -> tuple[int, bytes]:
    return row[0], line_bytes(row[1])
