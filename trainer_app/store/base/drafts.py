"""Makes the entries of one write (what really changes, what it replaces), and keeps the step for undo.

A step is what undo goes by: what was done, in words, and how each row stood before it.
"""

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

import msgspec
import peewee
from msgspec import Struct, field

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.journal import MAX_REPLACED, BadEntry, Entry, Time, Value, encode_entry, entry_id
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.base.texts import Texts
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, adding, of_this_desk
from trainer_app.store.base.models import EntryRow, StepEntryRow, StepRow
from trainer_app.store.base.object_ids import ANONYMOUS, NUMBER_BITS, EntityKey, OwnReplica
from trainer_app.store.base.registers import ObjectState, Stored


class RowBefore(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a row stood before and after one write, kept beside each of its entries as JSON.

    `fields` holds what was shown before; `beside` the values that contradicted it, one mapping for each
    entry that held them. `gone` tells whether the row was not shown, `open` whether a delete of it waited
    for a decision; both again for afterwards. `row` is the whole row where the write brought it back.
    `known` are the entries (hexadecimal ids) that stood there and that whoever had deleted it knew: they
    stand against nothing and are not written again. `more` marks the further entries of a write of several.
    """

    fields: dict[str, Any] = {}
    beside: list[dict[str, Any]] = []
    created: bool = False
    gone: bool = False
    open: bool = False
    gone_after: bool = False
    open_after: bool = False
    row: dict[str, Any] | None = None
    known: list[str] = []
    more: bool = False


class Step(Struct, frozen=True):
    """Something that was done: words, wall milliseconds, whether it is undone now."""

    number: int
    label: Label
    at: int
    undone: bool


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(RowBefore)
_ADD_STEP = adding(StepRow.label, StepRow.at, StepRow.kind, StepRow.inverts)
_ADD_STEP_ENTRY = adding(StepEntryRow.step, StepEntryRow.entry, StepEntryRow.before)
_ENTRIES_OF = Statement(
    lambda: (
        StepEntryRow.select(EntryRow.line, StepEntryRow.before)
        .join(EntryRow, on=EntryRow.id == StepEntryRow.entry)
        .where(StepEntryRow.step == VALUE)
        .order_by(EntryRow.id)
        .limit(VALUE)
    )
)
_STEP_BEFORE = Statement(
    lambda: (
        StepRow.select(StepRow.id, StepRow.kind, StepRow.undone)
        .where(StepRow.id < VALUE, of_this_desk())
        .order_by(StepRow.id.desc())
        .limit(1)
    )
)
_ALL = 1 << 62
"""As many as there are."""


def add_step(
    database: Database,
    label: Label,
    kind: str,
    inverts: int | None,
    at: int,
    entries: Sequence[tuple[int, RowBefore]],
) -> int:
    """Keep a step of a kind (do, undo, redo) and return its number. Use inside a transaction."""
    step = database.insert(
        _ADD_STEP,
        _encoder.encode(plain_label(label)).decode(),
        at,
        kind,
        inverts,
    )
    database.run_many(
        _ADD_STEP_ENTRY,
        [(step, number, _encoder.encode(before).decode()) for number, before in entries],
    )
    return step


def join_steps(database: Database, label: Label, steps: Sequence[int]) -> None:
    """Make the first of some steps hold the entries of all, under one label. Use inside a transaction."""
    first, others = steps[0], steps[1:]
    words = _encoder.encode(plain_label(label)).decode()
    database.run(StepRow.update({StepRow.label: words}).where(StepRow.id == first))
    for step in others:
        database.run(StepEntryRow.update({StepEntryRow.step: first}).where(StepEntryRow.step == step))
        database.run(StepRow.delete().where(StepRow.id == step))


def continue_step(database: Database, earlier: int, step: int) -> bool:
    """Have a new step hold what an earlier one wrote, too, which then is gone: undo takes back both as one.

    The new one stays, since others look for steps by their numbers. False, and nothing is changed, where
    another step of this desk came between, or the earlier one does not stand. Use inside a transaction.
    """
    if list(database.select(_STEP_BEFORE, step)) != [(earlier, "do", 0)]:
        return False
    database.run(StepEntryRow.update({StepEntryRow.step: step}).where(StepEntryRow.step == earlier))
    database.run(StepRow.delete().where(StepRow.id == earlier))
    return True


def forget_steps(database: Database, label: Label, at: int) -> None:
    """Forget what was done and how it stood before: the words of steps name people. Inside a transaction.

    One step is left, which no undo goes beyond; it says why, and until when this laptop's clock has come.
    """
    newest = database.select(StepRow.select(peewee.fn.coalesce(peewee.fn.max(StepRow.at), 0)))[0][0]
    database.run(StepEntryRow.delete())
    database.run(StepRow.delete())
    add_step(database, label, "note", None, max(at, newest), [])


def forgotten_until(database: Database, label: Label) -> int | None:
    """Return until when steps were forgotten under a label, in wall milliseconds; None where none were."""
    for kind, words, at in database.select(_FIRST_STEP):
        if kind == "note" and msgspec.json.decode(str(words))["code"] == label.code:
            return int(at)
    return None


_FIRST_STEP = Statement(
    lambda: StepRow.select(StepRow.kind, StepRow.label, StepRow.at).order_by(StepRow.id).limit(1)
)


def steps_newest_first() -> "peewee.ModelSelect[StepRow]":
    """Return the query that `read_steps` takes; conditions and a limit may follow."""
    return StepRow.select(StepRow.id, StepRow.label, StepRow.at, StepRow.undone).order_by(StepRow.id.desc())


def read_steps(database: Database, steps: Statement, *values: object) -> list[Step]:
    """Return the steps that a statement made of `steps_newest_first` gives."""
    rows = database.select(steps, *values)
    return [
        Step(number, read_label(msgspec.json.decode(str(label))), at, bool(undone))
        for number, label, at, undone in rows
    ]


def entries_of(database: Database, step: int, limit: int = _ALL) -> list[tuple[object, RowBefore]]:
    """Return (line, before) of a step's entries, the first one first."""
    rows = database.select(_ENTRIES_OF, step, limit)
    return [(line, _decoder.decode(str(before))) for line, before in rows]


def plain_label(label: Label) -> dict[str, object]:
    """Turn a label into JSON that `read_label` turns back: dates, labels and lists stay what they are."""
    return {"code": label.code, "values": {name: _plain(value) for name, value in label.values.items()}}


def _plain(value: object) -> object:
    match value:
        case Label():
            return {"label": plain_label(value)}
        case Enum():
            return _plain(value.value)
        case Texts():
            return {"texts": value.as_list()}
        case date():
            return {"day": value.isoformat()[:10]}
        case None | str() | bool() | int():
            return value
        case list() | tuple() | set() | frozenset():
            return [_plain(each) for each in _in_order(value)]
    return str(value)


def _in_order(values: Iterable[object]) -> Iterable[object]:
    return sorted(values, key=str) if isinstance(values, set | frozenset) else values


def read_label(raw: Mapping[str, Any]) -> Label:
    """Return a label from its JSON."""
    return Label(raw["code"], {name: _read(value) for name, value in raw["values"].items()})


def _read(value: Any) -> object:
    match value:
        case {"label": label}:
            return read_label(label)
        case {"texts": texts}:
            return Texts.of_list(texts)
        case {"day": day}:
            return date.fromisoformat(day)
        case list():
            return [_read(each) for each in value]
    return value


_DAY = 86_400_000


class Write(Struct, frozen=True):
    """Fields to set in one row.

    `delete` takes the row away, or with False brings it back as it was. Without it, a row that was
    deleted is created again, blank but for the fields given. `beside` are values that shall stand beside
    those of `fields` as an open contradiction: undo of a decision opens it again, where a delete of the row
    knows what is `known`. `reason` says why it was decided so; it travels with the entry, but never with what
    is nobody's.
    """

    entity: str
    key: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    delete: bool | None = None
    beside: Sequence[Mapping[str, Value]] = ()
    known: Collection[str] = ()
    reason: str = ""


class Draft(NamedTuple):
    """An entry ready to be stored: its number in the journal, its line, its row, the way back."""

    number: int
    line: bytes
    entry: Entry
    place: EntityKey
    before: RowBefore


type _Heads = Mapping[str, list[merging.RegisterHead]]
"""The heads of a row's fields; a field that nobody wrote has none."""


class Writer:
    """Makes the entries of one step, and moves this laptop's number and time on."""

    def __init__(self, own: OwnReplica, replica: int, user: str, clock: Callable[[], int]) -> None:
        self._own = own
        self._base = replica << NUMBER_BITS
        self._user = user
        self._clock = clock
        self._ticked = False

    @property
    def at(self) -> int:
        """Wall milliseconds of the step; of one whose entries all tell the day only, no more than that."""
        return self._own.clock.last[0] if self._ticked else self._today()

    def draft(self, write: Write, state: ObjectState) -> list[Draft]:
        """Return the entries of one write, folded into the row's state; none if it changes nothing."""
        heads = {name: state.heads(name) for name in state.registers}
        fields = _changed_fields(write, state, heads)
        parts = [dict(part) for part in write.beside]
        if fields:
            parts.append(fields)
        if not parts:
            return []
        before = _before(state, heads, {name for part in parts for name in part})
        made = [one for part in parts for one in self._make_all(write, part, heads, opens=part is not fields)]
        for stored, _ in made:
            state.add(stored)
        before = _and_after(before, state, brought_back=fields.get(DELETED) is False)
        more = RowBefore(more=True)
        return [
            Draft(stored.number, line, stored.entry, (write.entity, write.key), more if index else before)
            for index, (stored, line) in enumerate(made)
        ]

    def _make_all(
        self,
        write: Write,
        fields: dict[str, Value],
        heads: _Heads,
        *,
        opens: bool,
    ) -> list[tuple[Stored, bytes]]:
        """Make the entries that say the same; more than one where a line cannot name all that it replaces.

        A delete names all that it saw, unless it shall open a contradiction: several of them saw it together.
        Else each takes the place of the one before.
        """
        names = heads if DELETED in fields and not opens else fields
        # Each but the first one replaces the one before it too, in every field.
        most = MAX_REPLACED - len(fields)
        seen = [(name, head) for name in names for head in heads.get(name, ())]
        if opens and DELETED in fields:
            # It knows what the one before it knew, and not what was written along with the decision.
            values = [(name, head) for name, found in heads.items() if name != DELETED for head in found]
            standing = {head.id for _, head in values}
            seen = [(name, head) for name, head in seen if head.id not in standing]
            seen += [(name, head) for name, head in values if head.id.hex() in write.known]
        made: list[tuple[Stored, bytes]] = []
        for start in range(0, len(seen) or 1, most):
            named: dict[str, list[merging.RegisterHead]] = {}
            for name, head in seen[start : start + most]:
                named.setdefault(name, []).append(head)
            if made and DELETED not in fields:
                before = made[-1][0]
                for name, value in fields.items():
                    last = merging.RegisterHead(before.id, before.entry.t, value)
                    named.setdefault(name, []).append(last)
            made.append(self._make(write, fields, heads, named, opens=opens))
        return made

    def _make(
        self,
        write: Write,
        fields: dict[str, Value],
        heads: _Heads,
        named: _Heads,
        *,
        opens: bool,
    ) -> tuple[Stored, bytes]:
        """Make one entry that replaces what is `named` of the heads."""
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
            w={name: [head.id.hex() for head in found] for name, found in named.items()},
            z=_salt(write.entity, fields, reason),
            y=reason,
        )
        line = _line_of(entry)
        self._own.number = entry.n
        return Stored(self._base | entry.n, entry_id(line), entry), line

    def _time(self, entity: str, replaced: Iterable[Time]) -> Time:
        if entity in ANONYMOUS:
            # The day and no more: it must not tell after whom somebody wrote.
            return merging.above((self._today(), 0), replaced)
        self._ticked = True
        return self._own.clock.tick(self._clock(), replaced)

    def _today(self) -> int:
        wall = self._clock()
        return wall - wall % _DAY


def numbered(entry: Entry, own: OwnReplica, user: str) -> Entry:
    """Return an entry as this laptop's next one, salted where it is personal; the number is taken."""
    own.number += 1
    return msgspec.structs.replace(
        entry,
        r=own.replica,
        n=own.number,
        u="" if entry.e in ANONYMOUS else user,
        z=_salt(entry.e, entry.s),
    )


def _changed_fields(write: Write, state: ObjectState, heads: _Heads) -> dict[str, Value]:
    """Return the fields that a write has to set, with `_deleted` where the row comes or goes."""
    given = {name: _clean(write, name, value) for name, value in write.fields.items()}
    beside = {name for part in write.beside for name in part}
    fields = {
        name: value for name, value in given.items() if name in beside or not _hold(heads.get(name), value)
    }
    described = schema.ENTITIES.get(write.entity)
    together = described.together if described else ()
    if any(name in fields for name in together):
        fields.update((name, given[name]) for name in together if name in given)
    deleted = any(head.value is True for head in heads.get(DELETED, ()))
    gone = state.outcome().row is None
    if write.delete:
        if gone:
            return {}
        return {**fields, DELETED: True}
    if write.delete is False and deleted:
        fields[DELETED] = False
    elif deleted and gone and any(value is not None for value in given.values()):
        fields = {**_blanks(state.entity, heads, given), **fields, DELETED: False}
    elif deleted and gone:
        return {}
    return fields


def _blanks(entity: str, heads: _Heads, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return what takes the old values out of a row that is created again."""
    return {
        name: None
        for name, found in heads.items()
        if name != DELETED
        and name not in given
        and schema.policy_of(entity, name) is not MergePolicy.IMMUTABLE
        and any(head.value is not None for head in found)
    }


def _hold(heads: Sequence[merging.RegisterHead] | None, value: Value) -> bool:
    """Tell whether a field with these heads holds a value already."""
    if not heads:
        return value is None
    return len(heads) == 1 and merging.same_value(heads[0].value, value)


def _before(state: ObjectState, all_heads: _Heads, names: set[str]) -> RowBefore:
    outcome = state.outcome()
    shown: dict[str, Any] = {}
    others: dict[bytes, dict[str, Any]] = {}
    is_open = DELETED in outcome.contradictions
    known = merging.known_of(state.registers) if is_open else frozenset()
    for name in names - {DELETED}:
        heads = all_heads.get(name, [])
        heads = [head for head in heads if head.id not in known] or heads
        winner = merging.winner(heads, schema.policy_of(state.entity, name)) if heads else None
        shown[name] = winner.value if winner else None
        if name in outcome.contradictions:
            for head in heads:
                if head is not winner:
                    others.setdefault(head.id, {})[name] = head.value
    for head_id, values in others.items():
        _complete(values, state.numbers[head_id].entry)
    return RowBefore(
        fields=shown,
        beside=[others[head] for head in sorted(others, key=lambda head: state.numbers[head].entry.t)],
        created=not any(register.heads for register in state.registers.values()),
        gone=outcome.row is None,
        open=is_open,
        known=sorted(head.hex() for head in known & state.numbers.keys()),
    )


def _complete(values: dict[str, Any], entry: Entry) -> None:
    """Add what an entry said together with some values: points mean nothing without what they are out of."""
    described = schema.ENTITIES.get(entry.e)
    together = described.together if described else ()
    if any(name in values for name in together):
        values.update((name, entry.s[name]) for name in together if name in entry.s)


def _and_after(before: RowBefore, state: ObjectState, *, brought_back: bool) -> RowBefore:
    after = state.outcome()
    return msgspec.structs.replace(
        before,
        fields={} if before.created else before.fields,
        gone_after=after.row is None,
        open_after=DELETED in after.contradictions,
        row=after.row if brought_back else None,
    )


def _clean(write: Write, name: str, value: Value) -> Value:
    """Return a value as it is stored: text in NFC. Refuse one that its field could not show."""
    cleaned = _normal(value)
    if cleaned is not None and not schema.fits(write.entity, name, cleaned):
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
    described = schema.fields_of(entity)
    personal = bool(reason) or any(name in described and described[name].personal for name in fields)
    return os.urandom(8).hex() if personal else ""
