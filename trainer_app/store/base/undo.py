"""Undo and redo: new entries with the old values, never a removal.

A step is undone only where its values still stand: if another entry has come since, undoing would
hide it, so it is refused.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
import peewee
from msgspec import Struct

from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.schema import DELETED, ENTITIES, read_entry
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.dialect import VALUE, Statement
from trainer_app.store.base.drafts import RowBefore, Step, Write, entries_of, read_steps, steps_newest_first
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import ProposalRow, StepEntryRow, StepRow
from trainer_app.store.base.object_ids import EntityKey, line_bytes
from trainer_app.store.base.registers import ObjectState
from trainer_app.store.base.rows import is_used_outside

_DONE = StepRow.kind != "undo"


def _next_redo() -> peewee.Query:
    done = StepRow.alias("done")
    last = done.select(peewee.fn.coalesce(peewee.fn.max(done.id), 0)).where(done.kind == "do")
    undone = steps_newest_first().where(StepRow.kind == "undo", StepRow.undone == 0)
    return undone.where(StepRow.id > last).limit(1)


_PENDING = Statement(
    # A note says what has happened in the world, which no key takes back.
    lambda: (
        steps_newest_first().where(StepRow.kind.not_in(["undo", "note"]), StepRow.undone == 0).limit(VALUE)
    )
)
_NEXT_REDO = Statement(_next_redo)
_RECENT = Statement(lambda: steps_newest_first().where(_DONE).limit(VALUE))
_FIND = Statement(lambda: steps_newest_first().where(_DONE, StepRow.id == VALUE))


_WAITING_OF = Statement(
    lambda: (
        StepEntryRow.select(StepEntryRow.entry)
        .join(ProposalRow, on=ProposalRow.entry == StepEntryRow.entry)
        .where(StepEntryRow.step == VALUE)
        .limit(1)
    )
)


_LOOKED_AT = 20
"""So many entries of a step say in which courses it is: what takes in a list of 500 is in one."""


class History:
    """The steps of this laptop, kept in the database, so that undo outlives a restart."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._database = journal.database
        self._courses: dict[EntityKey, str] = {}

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._first(_PENDING, 1)

    def pending(self, limit: int) -> list[Step]:
        """Return the steps that stand and can be taken back, newest first."""
        return read_steps(self._database, _PENDING, limit)

    def courses_of(self, number: int) -> frozenset[str]:
        """Return the courses of the rows that a step wrote: of a long one those of its first rows."""
        found = set()
        for raw, before in entries_of(self._database, self._done_by(number), _LOOKED_AT):
            entry = read_entry(line_bytes(raw))
            stated = {name: value for name, value in entry.s.items() if value is not None}
            found.add(self._course_of(entry.e, entry.k, {**before.fields, **(before.row or {}), **stated}))
        return frozenset(found - {""})

    def _done_by(self, number: int) -> int:
        """Return the step that an undo takes back, for any other the step itself."""
        rows = self._database.select(
            StepRow.select(StepRow.inverts).where(StepRow.id == number, StepRow.kind == "undo")
        )
        return int(rows[0][0]) if rows and rows[0][0] else number

    def next_redo(self) -> Step | None:
        """Return the undone step that redo would do again; a new step ends the chain."""
        return self._first(_NEXT_REDO)

    def recent(self, limit: int = 50) -> list[Step]:
        """Return the newest steps that were done, newest first."""
        return read_steps(self._database, _RECENT, limit)

    def undo(self) -> Changes:
        """Take back the newest step.

        Raises history.nothing_to_undo, history.changed_since, history.waits (the office has to agree to it).
        """
        step = self.next_undo()
        if step is None:
            raise TrainerError("history.nothing_to_undo")
        return self._invert(step, "undo")

    def redo(self) -> Changes:
        """Do again what was undone last. Raises history.nothing_to_redo, history.changed_since."""
        step = self.next_redo()
        if step is None:
            raise TrainerError("history.nothing_to_redo")
        return self._invert(step, "redo")

    def find(self, number: int) -> Step | None:
        """Return a step that was done, by its number."""
        return self._first(_FIND, number)

    def undo_step(self, number: int) -> Changes:
        """Take back one step as a whole.

        Raises history.changed_since, history.waits, history.used_since (something else rests on what it
        added), history.undone_already, history.unknown_step.
        """
        found = self.find(number)
        if found is None:
            raise TrainerError("history.unknown_step")
        return self._invert(found, "undo")

    def _course_of(self, entity: str, key: str, known: Mapping[str, Any]) -> str:
        """Return the course to which a row belongs, by way of other rows if need be; "" for none."""
        if entity == "course" or entity not in ENTITIES:
            return key if entity == "course" else ""
        if (entity, key) not in self._courses:
            described = ENTITIES[entity]
            state = self._journal.projector.load([(entity, key)])[entity, key]
            # Of what is deleted too: its registers keep where it was.
            kept = {name: head.value for name in described.home for head in state.heads(name)}
            values = {**kept, **known}
            ways = ((str(described.fields[name].target), values.get(name)) for name in described.home)
            found = (self._course_of(target, str(value), {}) for target, value in ways if value)
            self._courses[entity, key] = next(filter(None, found), "")
        return self._courses[entity, key]

    def _first(self, steps: Statement, *values: object) -> Step | None:
        found = read_steps(self._database, steps, *values)
        return found[0] if found else None

    def _invert(self, step: Step, kind: str) -> Changes:
        if step.undone:
            raise TrainerError("history.undone_already")
        with self._journal.transaction():
            if self._database.select(_WAITING_OF, step.number):
                raise TrainerError("history.waits")
            rows = self._rows_of(step.number)
            states = self._journal.projector.load(rows)
            for place, row in rows.items():
                if not row.still_stands(states[place]):
                    raise TrainerError("history.changed_since")
            self._database.run(StepRow.update({StepRow.undone: 1}).where(StepRow.id == step.number))
            writes = [row.inverse(place) for place, row in reversed(rows.items())]
            if kind == "redo":
                why = self._reasons(step.number)
                writes = [replace(each, reason=why.get((each.entity, each.key), "")) for each in writes]
            gone = [
                (write.entity, states[write.entity, write.key].number) for write in writes if write.delete
            ]
            changes = self._journal.record_step(step.label, kind, step.number, writes)
            # Only now: a row of the same step may have pointed there, and does so no longer.
            if is_used_outside(self._database, gone):
                raise TrainerError("history.used_since")
            return changes

    def _reasons(self, undoing: int) -> dict[EntityKey, str]:
        """Return why the step decided as it did that a step has undone: done again, it says so again."""
        rows = self._database.select(StepRow.select(StepRow.inverts).where(StepRow.id == undoing))
        lines = entries_of(self._database, int(rows[0][0])) if rows and rows[0][0] else []
        entries = (read_entry(line_bytes(raw)) for raw, _ in lines)
        return {(entry.e, entry.k): entry.y for entry in entries if entry.y}

    def _rows_of(self, step: int) -> dict[EntityKey, "_Row"]:
        rows: dict[EntityKey, _Row] = {}
        for raw, before in entries_of(self._database, step):
            entry = read_entry(line_bytes(raw))
            if entry.erased:
                raise TrainerError("history.changed_since")
            rows.setdefault((entry.e, entry.k), _Row()).add(entry.s, before)
        return rows


class _Row(Struct):
    """One row as a step found it and as it left it, gathered from the step's entries in their order."""

    first: RowBefore | None = None
    last: RowBefore = msgspec.field(default_factory=RowBefore)
    before: dict[str, Any] = {}
    beside: list[dict[str, Any]] = []
    after: dict[str, set[str]] = {}
    whole: bool = False
    """Whether `after` holds all that the row had, so that any other value came since."""

    def add(self, fields: dict[str, Any], before: RowBefore) -> None:
        """Take in one entry of the step."""
        if not before.more:
            if self.first is None:
                self.first = before
            self.last = before
            for name, value in before.fields.items():
                self.before.setdefault(name, value)
            self.beside += [part for part in before.beside if not any(name in self.after for name in part)]
            self.whole = self.whole or before.created
        if before.row is not None:
            self.whole = True
            self.after = {name: {_canonical(value)} for name, value in before.row.items()}
        for name, value in fields.items():
            if before.more:
                self.after.setdefault(name, set()).add(_canonical(value))
            else:
                self.after[name] = {_canonical(value)}

    def still_stands(self, state: ObjectState) -> bool:
        """Tell whether the row is as the step left it: by value, since a later undo writes values anew."""
        outcome = state.outcome()
        if (outcome.row is None) != self.last.gone_after:
            return False
        if (DELETED in outcome.contradictions) != self.last.open_after:
            return False
        for name in set(state.registers) | set(self.after):
            values = {_canonical(head.value) for head in state.heads(name)}
            expected = self.after.get(name)
            if name == DELETED or values == expected:
                continue
            if expected is not None or (self.whole and not values <= {_BLANK}):
                return False
        return True

    def inverse(self, place: EntityKey) -> Write:
        """Return the write that takes the step back in this row; what it created goes away."""
        first = self.first or RowBefore()
        if first.created:
            return Write(*place, delete=True)
        opened = [{DELETED: True}] if first.open else []
        return Write(*place, self.before, delete=first.gone, beside=[*self.beside, *opened])


_BLANK = msgspec.json.encode(None).decode()


def _canonical(value: Any) -> str:
    return msgspec.json.encode(value).decode()
