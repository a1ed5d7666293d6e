"""Undo and redo once more, naively: rows as dictionaries, steps as pictures of before and after."""

import copy
from dataclasses import dataclass, field
from typing import Any

type Fields = dict[str, Any]


@dataclass
class Row:
    """One row: what it holds, whether it is there, whether anything was ever written to it."""

    fields: Fields = field(default_factory=dict)
    there: bool = False
    known: bool = False


@dataclass
class Touch:
    """What a step did to one row. `whole` ones made it or brought it back."""

    before: Row
    after: Row
    names: set[str]
    created: bool
    whole: bool


@dataclass
class Done:
    """A step."""

    kind: str
    touches: dict[str, Touch]
    undone: bool = False


class Refused(Exception):
    """The model refuses: its text is the code's last word."""


class Model:
    """Rows by name, and the steps."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.steps: list[Done] = []

    def shown(self) -> dict[str, Fields]:
        """Return what is to be seen."""
        return {name: row.fields for name, row in self.rows.items() if row.there}

    def put(self, *writes: tuple[str, Fields]) -> None:
        """Write some rows as one step."""
        touches: dict[str, Touch] = {}
        for name, fields in writes:
            self._put(touches, name, fields)
        if touches:
            self.steps.append(Done("do", touches))

    def _put(self, touches: dict[str, Touch], name: str, fields: Fields) -> None:
        row = self.rows.setdefault(name, Row())
        before = copy.deepcopy(row)
        given = {field: value for field, value in fields.items() if value is not None}
        if row.there:
            names = {field for field, value in fields.items() if row.fields.get(field) != value}
            row.fields = {
                **{field: value for field, value in row.fields.items() if field not in fields},
                **given,
            }
        elif given:
            names = set(given) | (set(row.fields) if row.known else set())
            row.fields, row.there, row.known = given, True, True
        else:
            return
        if not names and before.there:
            return
        self._touch(touches, name, before, names)

    def _touch(self, touches: dict[str, Touch], name: str, before: Row, names: set[str]) -> None:
        row = self.rows[name]
        touch = touches.setdefault(name, Touch(before, row, set(), False, False))
        touch.after = copy.deepcopy(row)
        touch.names |= names
        touch.created |= not before.known
        touch.whole |= not before.there and row.there

    def delete(self, name: str) -> None:
        """Take a row away."""
        row = self.rows.get(name)
        if row is not None and row.there:
            self._flip(name, there=False)

    def bring_back(self, name: str) -> None:
        """Bring a row back as it was."""
        row = self.rows.get(name)
        if row is not None and row.known and not row.there:
            self._flip(name, there=True)

    def _flip(self, name: str, *, there: bool) -> None:
        before = copy.deepcopy(self.rows[name])
        self.rows[name].there = there
        touches: dict[str, Touch] = {}
        self._touch(touches, name, before, set())
        self.steps.append(Done("do", touches))

    def undo(self) -> None:
        """Take back the newest step."""
        found = [step for step in self.steps if step.kind != "undo" and not step.undone]
        if not found:
            raise Refused("nothing_to_undo")
        self._invert(found[-1], "undo")

    def redo(self) -> None:
        """Do the newest undone step again, unless something new was done since."""
        last = max((place for place, step in enumerate(self.steps) if step.kind == "do"), default=-1)
        found = [step for step in self.steps[last + 1 :] if step.kind == "undo" and not step.undone]
        if not found:
            raise Refused("nothing_to_redo")
        self._invert(found[-1], "redo")

    def undo_step(self, place: int) -> None:
        """Take back any step."""
        step = self.steps[place]
        if step.kind == "undo":
            raise Refused("unknown_step")
        self._invert(step, "undo")

    def _invert(self, step: Done, kind: str) -> None:
        if step.undone:
            raise Refused("undone_already")
        if not all(self._stands(name, touch) for name, touch in step.touches.items()):
            raise Refused("changed_since")
        step.undone = True
        touches: dict[str, Touch] = {}
        for name, touch in step.touches.items():
            row = self.rows[name]
            before = copy.deepcopy(row)
            names: set[str] = set()
            if not touch.created:
                names = {
                    field for field in touch.names if row.fields.get(field) != touch.before.fields.get(field)
                }
                kept = {field: value for field, value in row.fields.items() if field not in touch.names}
                old = {field: value for field, value in touch.before.fields.items() if field in touch.names}
                row.fields = kept | old
            row.there = touch.before.there
            self._touch(touches, name, before, names)
        self.steps.append(Done(kind, touches))

    def _stands(self, name: str, touch: Touch) -> bool:
        row = self.rows[name]
        names = touch.names | (set(row.fields) | set(touch.after.fields) if touch.whole else set())
        return row.there == touch.after.there and all(
            row.fields.get(field) == touch.after.fields.get(field) for field in names
        )
