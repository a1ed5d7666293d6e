"""What a set of journal entries means: registers, heads, the value shown, contradictions, deletes.

The state is a pure function of the *set* of entries: any order, any duplicates, the same state.
A register is one field of one row. Its heads are the entries that no known entry replaces. The store
keeps registers in tables and calls the same functions; `World` keeps them in memory and is the model
that every test compares with.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct, field

from trainer_app.domain.base import schema
from trainer_app.domain.base.authority import Authority, Judge, SignatureCheck, all_fit
from trainer_app.domain.base.fields import Field, MergePolicy
from trainer_app.domain.base.joint import ANSWER, JointAnswer
from trainer_app.domain.base.journal import MAX_NUMBER, Entry, Time, author_of, entry_id, is_made_by
from trainer_app.domain.base.schema import DELETED, read_entry

_encoder = msgspec.json.Encoder(order="sorted")
type RowValues = dict[str, Any]
type RowKey = tuple[str, str]


class RegisterHead(Struct, frozen=True):
    """One entry as a register sees it.

    `seen` are all ids that a delete knew of its row; `settles` tells that it decides between several values.
    `foreign` tells that it was not written by whoever made the row.
    """

    id: bytes
    time: Time
    value: Any
    seen: frozenset[bytes] = frozenset()
    settles: bool = False
    foreign: bool = False


class Register(Struct):
    """One field of one row. `awaited` are ids known to be replaced that have not come yet."""

    heads: dict[bytes, RegisterHead] = field(default_factory=dict)
    awaited: set[bytes] = field(default_factory=set)


_order: Callable[[RegisterHead], tuple[Time, bytes]] = attrgetter("time", "id")


def take(register: Register, head: RegisterHead, replaces: Iterable[bytes]) -> None:
    """Add an entry to a register: it replaces heads, and may itself be replaced already.

    Give each entry once: one that comes again after it was replaced would become a head anew.
    """
    for replaced in replaces:
        if register.heads.pop(replaced, None) is None:
            register.awaited.add(replaced)
    if head.id in register.awaited:
        register.awaited.discard(head.id)
    else:
        register.heads[head.id] = head


def winner(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    """Return the head that is shown. There must be at least one.

    Plain and newest: the greatest (time, id). Sticky: the same, among the true ones if there are any.
    Immutable: a decision if there is one, then what the row's maker wrote, then the smallest (time, id): a
    second value is never shown.
    """
    candidates = list(heads)
    if policy is MergePolicy.IMMUTABLE:
        return min(candidates, key=lambda head: (not head.settles, head.foreign, *_order(head)))
    if policy is MergePolicy.STICKY:
        candidates = [head for head in candidates if head.value is True] or candidates
    return max(candidates, key=_order)


def contradicts(heads: Iterable[RegisterHead], policy: MergePolicy) -> bool:
    """Tell whether heads hold different values, so that somebody must decide.

    Of a sticky field nothing is left to decide once one of them is true, of a newest one never.
    """
    if policy is MergePolicy.NEWEST:
        return False
    values = [head.value for head in heads]
    if policy is MergePolicy.STICKY and any(value is True for value in values):
        return False
    return not all(map(partial(same_value, values[0]), values[1:]))


def same_value(left: object, right: object) -> bool:
    """Tell whether two values are the same for a person: 1 is not yes, and [1] is not [yes]."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list):
        return _encoder.encode(left) == _encoder.encode(right)
    return left == right


class MergedRow(Struct, frozen=True):
    """What a row's registers amount to.

    `row` is None for a row that is deleted or holds nothing yet; `contradictions` names the fields
    that wait for a decision (`_deleted`: deleted on one side, changed or brought back on the other).
    """

    row: RowValues | None
    contradictions: frozenset[str]


NOTHING = MergedRow(None, frozenset())
KEPT = frozenset({"office_user", "joint_decision"})
"""Entities whose rows nothing deletes: what heads signed of each other stays said."""
RULED = "joint_decision"
"""Nobody decides between its values: no answer replaces another one, and all replicas show the same."""


def resolve(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    """Return a row and its contradictions from the registers of its fields."""
    row: RowValues = {}
    contradictions = set()
    fields = schema.fields_of(entity)
    answer = _shown_answer(registers) if entity == RULED else None
    for name, register in registers.items():
        if name == DELETED or not register.heads:
            continue
        if answer is not None and name in ANSWER:
            if answer in register.heads:
                row[name] = register.heads[answer].value
            continue
        heads = register.heads.values()
        if len(heads) == 1:
            (head,) = heads
            row[name] = head.value
            continue
        policy = _policy(fields, name)
        row[name] = winner(heads, policy).value
        if entity != RULED and contradicts(heads, policy):
            contradictions.add(name)
    if not row:
        return NOTHING
    marks = _heads(registers, DELETED)
    deletes = [head for head in marks if head.value is True]
    if deletes and entity not in KEPT:
        if len(deletes) == len(marks) and not _unseen(registers):
            return NOTHING
        contradictions.add(DELETED)
    return MergedRow(row, frozenset(contradictions))


def _shown_answer(registers: Mapping[str, Register]) -> bytes | None:
    """Return the entry whose answer to a request is shown: the first that confirms, else the first of all.

    What was confirmed is done on the computer on which it was; whoever withdrew it elsewhere did not know.
    """
    values = {head.id: head.value for head in _heads(registers, "answer")}
    said = {head.id: head for name in ANSWER for head in _heads(registers, name)}

    def rank(head: RegisterHead) -> tuple[bool, bool, Time, bytes]:
        return values.get(head.id) != JointAnswer.CONFIRMED, head.id not in values, *_order(head)

    order = sorted(said.values(), key=rank)
    return order[0].id if order else None


def alone(entry: Entry) -> RowValues | None:
    """Return the row of which this entry is the only one known, without building registers.

    None where that takes the long way: it deletes, or replaces what has not come yet. There is no
    contradiction in the row returned.
    """
    if DELETED in entry.s or (entry.w and any(entry.w.values())):
        return None
    return entry.s


def _heads(registers: Mapping[str, Register], name: str) -> list[RegisterHead]:
    found = registers.get(name)
    return list(found.heads.values()) if found else []


def known_of(registers: Mapping[str, Register]) -> frozenset[bytes]:
    """Return the entries of a row that those knew who deleted it: what these say stands against nothing."""
    deletes = (head for head in _heads(registers, DELETED) if head.value is True)
    return frozenset[bytes]().union(*(head.seen for head in deletes))


def _unseen(registers: Mapping[str, Register]) -> bool:
    """Tell whether any field holds a head that no delete knew of."""
    seen = known_of(registers)
    return any(
        head_id not in seen
        for name, register in registers.items()
        if name != DELETED
        for head_id in register.heads
    )


def heads_of(
    entry: Entry, own_id: bytes, authority: Authority | None = None
) -> list[tuple[str, RegisterHead, list[bytes]]]:
    """Return (field, head, ids that it replaces) for each field that an entry sets.

    An immutable field is replaced only by a decision between several values, by somebody who may decide: one
    that would overwrite a single value stays beside it, so that somebody sees both. An answer to a request of
    two heads is replaced by nothing.
    """
    seen = frozenset[bytes]()
    if entry.s.get(DELETED) is True:
        seen = frozenset(bytes.fromhex(head) for heads in entry.w.values() for head in heads)
        # A row may be deleted and, in the same entry, have a field set: that field was seen too.
        seen |= {own_id}
    found = []
    fields = schema.fields_of(entry.e)
    for name, value in entry.s.items():
        replaces = [bytes.fromhex(head) for head in entry.w[name]] if name in entry.w else []
        settles = len(replaces) > 1 and len(set(replaces)) > 1
        foreign = False
        if _policy(fields, name) is MergePolicy.IMMUTABLE:
            settles = settles and (authority is None or authority.may_settle(entry))
            foreign = authority is not None and not is_made_by(entry.k, author_of(entry.r))
            replaces = replaces if settles else []
        elif entry.e == RULED and name in ANSWER:
            replaces = []
        found.append((name, RegisterHead(own_id, entry.t, value, seen, settles, foreign), replaces))
    return found


def _policy(fields: Mapping[str, Field], name: str) -> MergePolicy:
    """Return the policy of a field by the fields of its entity: asked for every field of every row."""
    found = fields.get(name)
    return found.policy if found else MergePolicy.PLAIN


class LocalClock(Struct):
    """Gives own entries their times. Only own entries move it: remote clocks never do."""

    last: Time = (0, 0)

    def tick(self, wall: int, replaced: Iterable[Time]) -> Time:
        """Return the time of a new entry: max(wall, last local), and above every head it replaces.

        What it replaces may carry a clock of years ahead; that raises this one entry and no other.
        """
        self.last = (wall, 0) if wall > self.last[0] else _after(self.last)
        return above(self.last, replaced)


def above(time: Time, replaced: Iterable[Time]) -> Time:
    """Return a time, raised above those of the heads that are replaced."""
    floor = max(replaced, default=(-1, 0))
    return time if time > floor else _after(floor)


def _after(time: Time) -> Time:
    """Return the next time.

    The very last one that can be written is followed by itself: what is replaced stays replaced.
    """
    wall, counter = time
    if counter < MAX_NUMBER:
        return wall, counter + 1
    return (wall + 1, 0) if wall < MAX_NUMBER else time


class World:
    """All entries known, in memory: the reference of the merge.

    `forks` holds (replica, number) pairs that came with two different contents: a cloned laptop.
    An erased entry says nothing any more, whether its full line came before it, after it or never. With an
    authority, only entries that count are folded; it may be exchanged at any time.
    """

    def __init__(self, authority: Authority | None = None, check_signature: SignatureCheck = all_fit) -> None:
        self.authority = authority
        self.registers: dict[RowKey, dict[str, Register]] = {}
        """Of all entries, while there is no authority."""
        self.ids: dict[tuple[str, int], set[bytes]] = {}
        self._check_signature = check_signature
        self._entries: dict[RowKey, dict[bytes, Entry]] = {}
        self._places: dict[bytes, RowKey] = {}

    def add(self, line: bytes) -> bool:
        """Take in a line; return False for one that changes nothing that is known."""
        return self.add_entry(read_entry(line), entry_id(line))

    def add_entry(self, entry: Entry, own_id: bytes) -> bool:
        """Do the same with an entry that is decoded already, and its id."""
        known = self.ids.setdefault((entry.r, entry.n), set())
        if own_id in known:
            return entry.erased and self._erase(own_id)
        known.add(own_id)
        if not entry.erased:
            place = (entry.e, entry.k)
            self._places[own_id] = place
            self._entries.setdefault(place, {})[own_id] = entry
            self._fold(self.registers, own_id, entry)
        return True

    def _fold(self, rows: dict[RowKey, dict[str, Register]], own_id: bytes, entry: Entry) -> None:
        registers = rows.setdefault((entry.e, entry.k), {})
        for name, head, replaces in heads_of(entry, own_id, self.authority):
            take(registers.setdefault(name, Register()), head, replaces)

    def _erase(self, own_id: bytes) -> bool:
        place = self._places.pop(own_id, None)
        if place is None:
            return False
        entries = self._entries[place]
        del entries[own_id]
        self.registers[place] = {}
        for other, entry in entries.items():
            self._fold(self.registers, other, entry)
        return True

    @property
    def forks(self) -> frozenset[tuple[str, int]]:
        """Numbers that one replica gave twice."""
        return frozenset(number for number, ids in self.ids.items() if len(ids) > 1)

    def counting(self) -> dict[bytes, Entry]:
        """Return the entries that count, by their ids."""
        entries = {own: entry for row in self._entries.values() for own, entry in row.items()}
        if self.authority is None:
            return entries
        judge = Judge(self.authority, self._check_signature)
        counted = judge.count([*entries.values()])
        return {own: entry for (own, entry), counts in zip(entries.items(), counted, strict=True) if counts}

    def state(self) -> dict[RowKey, MergedRow]:
        """Return every row that exists, with its contradictions."""
        rows = self.registers
        if self.authority is not None:
            rows = {}
            for own, entry in self.counting().items():
                self._fold(rows, own, entry)
        outcomes = {found: resolve(found[0], registers) for found, registers in rows.items()}
        return {found: outcome for found, outcome in outcomes.items() if outcome.row is not None}


def digest(rows: Iterable[tuple[str, str, RowValues, frozenset[str]]]) -> str:
    """Return one SHA-256 over (entity, key, projected row, contradictions), whatever their order.

    Two databases with the same digest show the same, down to what waits for a decision.
    """
    hashes = sorted(
        hashlib.sha256(_encoder.encode([entity, key, row, sorted(fields) if fields else ()])).digest()
        for entity, key, row, fields in rows
    )
    return hashlib.sha256(b"".join(hashes)).hexdigest()
