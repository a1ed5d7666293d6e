"""Undo and redo: new entries with the old values, never a removal.

A step is undone only where its values still stand: if another entry has come since, undoing would
hide it, so it is refused.
"""

from dataclasses import dataclass
from typing import Any

import msgspec

from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import decode_entry
from trainer_app.domain.schema import DELETED
from trainer_app.store.journal import Journal, Write, line_bytes
from trainer_app.store.projection import ObjectState


@dataclass(frozen=True)
class Step:
    """Something that was done: words, wall milliseconds, whether it is undone now."""

    number: int
    label: Label
    at: int
    undone: bool


@dataclass(frozen=True)
class _Done:
    """One entry of a step and what its fields held before and after."""

    entity: str
    key: str
    after: dict[str, Any]
    before: dict[str, Any]
    created: bool


class History:
    """The steps of this laptop, kept in the database, so that undo outlives a restart."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._database = journal.database

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._first("kind != 'undo' AND undone = 0", "id DESC")

    def next_redo(self) -> Step | None:
        """Return the undone step that redo would do again; a new step ends the chain."""
        return self._first(
            "kind = 'undo' AND undone = 0 AND id > (SELECT coalesce(max(id), 0) FROM step WHERE kind = 'do')",
            "id DESC",
        )

    def recent(self, limit: int = 50) -> list[Step]:
        """Return the newest steps that were done, newest first."""
        rows = self._database.rows(
            "SELECT id, label, at, undone FROM step WHERE kind != 'undo' ORDER BY id DESC LIMIT ?", limit
        )
        return [_step(row) for row in rows]

    def undo(self) -> Changes:
        """Take back the newest step. Raises history.nothing_to_undo, history.changed_since."""
        step = self.next_undo()
        if step is None:
            raise TrainerError("history.nothing_to_undo")
        return self.undo_step(step.number)

    def redo(self) -> Changes:
        """Do again what was undone last. Raises history.nothing_to_redo, history.changed_since."""
        step = self.next_redo()
        if step is None:
            raise TrainerError("history.nothing_to_redo")
        return self._invert(step.number, "redo")

    def undo_step(self, number: int) -> Changes:
        """Take back one step as a whole. Raises history.changed_since, history.undone_already."""
        return self._invert(number, "undo")

    def _first(self, condition: str, order: str) -> Step | None:
        rows = self._database.rows(
            f"SELECT id, label, at, undone FROM step WHERE {condition} ORDER BY {order} LIMIT 1"
        )
        return _step(rows[0]) if rows else None

    def _invert(self, number: int, kind: str) -> Changes:
        rows = self._database.rows("SELECT id, label, at, undone FROM step WHERE id = ?", number)
        if not rows:
            raise TrainerError("history.unknown_step")
        step = _step(rows[0])
        if step.undone:
            raise TrainerError("history.undone_already")
        done = self._entries_of(number)
        with self._journal.transaction():
            states = self._journal.projector.load((entry.entity, entry.key) for entry in done)
            _check_still_ours(done, states)
            self._database.run("UPDATE step SET undone = 1 WHERE id = ?", number)
            return self._journal.record_step(step.label, kind, number, _inverse(done))

    def _entries_of(self, number: int) -> list[_Done]:
        rows = self._database.rows(
            "SELECT entry.line, step_entry.created, step_entry.before FROM step_entry "
            "JOIN entry ON entry.id = step_entry.entry WHERE step_entry.step = ? ORDER BY entry.id DESC",
            number,
        )
        done = []
        for raw, created, before in rows:
            entry = decode_entry(line_bytes(raw))
            done.append(
                _Done(
                    entry.e,
                    entry.k,
                    dict(entry.s),
                    msgspec.json.decode(str(before)),
                    bool(created),
                )
            )
        return done


def _step(row: tuple[object, ...]) -> Step:
    number, label, at, undone = row
    return Step(int(str(number)), _label(msgspec.json.decode(str(label))), int(str(at)), bool(undone))


def _label(raw: dict[str, Any]) -> Label:
    values = {
        name: _label(value) if isinstance(value, dict) else value for name, value in raw["values"].items()
    }
    return Label(raw["code"], values)


def _check_still_ours(done: list[_Done], states: dict[tuple[str, str], ObjectState]) -> None:
    """Refuse unless each field still holds what the step set.

    By value, not by entry: undoing a later step writes the same value anew.
    """
    after: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in reversed(done):
        after.setdefault((entry.entity, entry.key), {}).update(entry.after)
    created = {(entry.entity, entry.key) for entry in done if entry.created}
    for target, fields in after.items():
        registers = states[target].registers
        for name in registers if target in created else fields:
            values = [head.value for head in registers[name].heads.values()]
            if any(value != fields.get(name) for value in values if not _neutral(name, value)):
                raise TrainerError("history.changed_since")


def _neutral(name: str, value: object) -> bool:
    """Tell whether a head says only that a row is there."""
    return name == DELETED and value is not True


def _inverse(done: list[_Done]) -> list[Write]:
    """Return the writes that take entries back; what a step created goes away."""
    created = {(entry.entity, entry.key) for entry in done if entry.created}
    writes: dict[tuple[str, str], Write] = {}
    for entry in done:
        target = (entry.entity, entry.key)
        if target in created:
            writes[target] = Write(entry.entity, entry.key, delete=True)
        else:
            earlier = writes.get(target)
            fields = {**(earlier.fields if earlier else {}), **entry.before}
            delete = fields.pop(DELETED, None) if DELETED in fields else None
            gone = bool(delete) if DELETED in entry.before else (earlier.delete if earlier else None)
            writes[target] = Write(entry.entity, entry.key, fields, delete=gone)
    return list(writes.values())
