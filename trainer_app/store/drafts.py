"""Makes the entries of one write: what really changes, what it replaces, and how undo finds back."""

import os
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from trainer_app.domain import merging, schema
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import BadEntry, Entry, Time, Value, encode_entry, entry_id
from trainer_app.domain.schema import DELETED, Policy
from trainer_app.store.registers import ObjectState, Stored
from trainer_app.store.registry import Object
from trainer_app.store.replicas import ANONYMOUS, NUMBER_BITS, Own
from trainer_app.store.steps import Before

_DAY = 86_400_000


@dataclass(frozen=True)
class Write:
    """Fields to set in one row.

    `delete` takes the row away, or with False brings it back as it was. Without it, a row that was
    deleted is created again, blank but for the fields given. `beside` are values that shall stand beside
    those of `fields` as an open contradiction: undo of a decision opens it again. `reason` says why it was
    decided so; it travels with the entry, but never with what is nobody's.
    """

    entity: str
    key: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    delete: bool | None = None
    beside: Sequence[Mapping[str, Value]] = ()
    reason: str = ""


class Draft(NamedTuple):
    """An entry ready to be stored: its number in the journal, its line, its row, the way back."""

    number: int
    line: bytes
    place: Object
    before: Before


class Writer:
    """Makes the entries of one step, and moves this laptop's number and time on."""

    def __init__(self, own: Own, replica: int, user: str, clock: Callable[[], int]) -> None:
        self._own = own
        self._base = replica << NUMBER_BITS
        self._user = user
        self._clock = clock
        self._ticked = False

    @property
    def at(self) -> int:
        """Wall milliseconds of the step; of one whose entries all tell the day only, no more than that."""
        wall = self._clock()
        return self._own.clock.last[0] if self._ticked else wall - wall % _DAY

    def draft(self, write: Write, state: ObjectState) -> list[Draft]:
        """Return the entries of one write, folded into the row's state; none if it changes nothing."""
        outcome = state.outcome()
        fields = _changed_fields(write, state, outcome)
        parts = [dict(part) for part in write.beside]
        if fields:
            parts.append(fields)
        if not parts:
            return []
        before = _before(state, outcome, {name for part in parts for name in part})
        heads = {name: state.heads(name) for name in state.registers}
        made = [self._make(write, part, heads, opens=part is not fields) for part in parts]
        for stored, _ in made:
            state.add(stored)
        before = _and_after(before, state, brought_back=fields.get(DELETED) is False)
        more = Before(more=True)
        return [
            Draft(stored.number, line, (write.entity, write.key), more if place else before)
            for place, (stored, line) in enumerate(made)
        ]

    def _make(
        self, write: Write, fields: dict[str, Value], heads: Mapping[str, list[merging.Head]], *, opens: bool
    ) -> tuple[Stored, bytes]:
        """Make one entry. A delete names all that it saw, unless it shall open a contradiction."""
        names = heads if DELETED in fields and not opens else fields
        reason = "" if opens or write.entity in ANONYMOUS else str(_normal(write.reason))
        entry = Entry(
            r=self._own.replica,
            n=self._own.number + 1,
            t=self._time(write.entity, [head.time for name in fields for head in heads.get(name, ())]),
            v=schema.VERSION,
            u="" if write.entity in ANONYMOUS else self._user,
            e=write.entity,
            k=write.key,
            s=fields,
            w={name: [head.id.hex() for head in heads[name]] for name in names if heads.get(name)},
            z=_salt(write.entity, fields, reason),
            y=reason,
        )
        line = _line_of(entry)
        self._own.number = entry.n
        return Stored(self._base | entry.n, entry_id(line), entry), line

    def _time(self, entity: str, replaced: Iterable[Time]) -> Time:
        wall = self._clock()
        if entity in ANONYMOUS:
            # The day and no more: it must not tell after whom somebody wrote.
            return merging.above((wall - wall % _DAY, 0), replaced)
        self._ticked = True
        return self._own.clock.tick(wall, replaced)


def numbered(entry: Entry, own: Own, user: str) -> Entry:
    """Return an entry as this laptop's next one, salted where it is personal; the number is taken."""
    own.number += 1
    return msgspec.structs.replace(
        entry,
        r=own.replica,
        n=own.number,
        u="" if entry.e in ANONYMOUS else user,
        z=_salt(entry.e, entry.s),
    )


def _changed_fields(write: Write, state: ObjectState, outcome: merging.Outcome) -> dict[str, Value]:
    """Return the fields that a write has to set, with `_deleted` where the row comes or goes."""
    given = {name: _clean(write, name, value) for name, value in write.fields.items()}
    beside = {name for part in write.beside for name in part}
    fields = {
        name: value for name, value in given.items() if name in beside or not _holds(state, name, value)
    }
    described = schema.ENTITIES.get(write.entity)
    together = described.together if described else ()
    if any(name in fields for name in together):
        fields.update((name, given[name]) for name in together if name in given)
    deleted = any(head.value is True for head in state.heads(DELETED))
    gone = outcome.row is None
    if write.delete:
        if gone:
            return {}
        return {**fields, DELETED: True}
    if write.delete is False and deleted:
        fields[DELETED] = False
    elif deleted and gone and any(value is not None for value in given.values()):
        fields = {**_blanks(state, given), **fields, DELETED: False}
    elif deleted and gone:
        return {}
    return fields


def _blanks(state: ObjectState, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return what takes the old values out of a row that is created again."""
    return {
        name: None
        for name in state.registers
        if name != DELETED
        and name not in given
        and schema.policy_of(state.entity, name) is not Policy.IMMUTABLE
        and any(head.value is not None for head in state.heads(name))
    }


def _holds(state: ObjectState, name: str, value: Value) -> bool:
    heads = state.heads(name)
    if not heads:
        return value is None
    return len(heads) == 1 and merging.same_value(heads[0].value, value)


def _before(state: ObjectState, outcome: merging.Outcome, names: set[str]) -> Before:
    shown: dict[str, Any] = {}
    others: dict[bytes, dict[str, Any]] = {}
    for name in names - {DELETED}:
        heads = state.heads(name)
        winner = merging.winner(heads, schema.policy_of(state.entity, name)) if heads else None
        shown[name] = winner.value if winner else None
        if name in outcome.contradictions:
            for head in heads:
                if head is not winner:
                    others.setdefault(head.id, {})[name] = head.value
    return Before(
        fields=shown,
        beside=[others[head] for head in sorted(others, key=lambda head: state.numbers[head].entry.t)],
        created=not any(register.heads for register in state.registers.values()),
        gone=outcome.row is None,
        open=DELETED in outcome.contradictions,
    )


def _and_after(before: Before, state: ObjectState, *, brought_back: bool) -> Before:
    after = state.outcome()
    return Before(
        fields={} if before.created else before.fields,
        beside=before.beside,
        created=before.created,
        gone=before.gone,
        open=before.open,
        gone_after=after.row is None,
        open_after=DELETED in after.contradictions,
        row=after.row if brought_back else None,
    )


def _clean(write: Write, name: str, value: Value) -> Value:
    """Return a value as it is stored: text in NFC. Refuse one that its field could not show."""
    described = schema.field_of(write.entity, name)
    cleaned = _normal(value)
    if described is not None and cleaned is not None and not schema.project(write.entity, {name: cleaned}):
        raise TrainerError("database.value_refused", entity=write.entity, field=name)
    return cleaned


def _normal(value: Value) -> Value:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_normal(each) for each in value]
    return value


def _line_of(entry: Entry) -> bytes:
    """Return an entry's line, which is sure to be read again by everybody."""
    try:
        return encode_entry(entry)
    except (BadEntry, TypeError) as problem:
        raise TrainerError("database.value_refused", entity=entry.e, field=", ".join(entry.s)) from problem


def _salt(entity: str, fields: Iterable[str], reason: str = "") -> str:
    """Return a salt for what is personal: what is left of it when it is erased cannot be guessed back."""
    described = (schema.field_of(entity, name) for name in fields)
    personal = bool(reason) or any(found is not None and found.personal for found in described)
    return os.urandom(8).hex() if personal else ""
