"""What waits for a decision: contradictions with both sides, who, when, which laptop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from trainer_app.domain.changes import Label


class ReviewKind(StrEnum):
    """Why something waits."""

    CONTRADICTION = "contradiction"
    """Two laptops wrote different values without knowing of each other."""
    DELETED = "deleted"
    """Deleted on one laptop, changed on another: the row is kept until somebody decides."""
    IMMUTABLE = "immutable"
    """A second value for something that must never change; the first is shown."""
    DOUBLE_NUMBER = "double_number"
    """Two participants of a course got one number on the list."""
    DOUBLE_SERIAL = "double_serial"
    """Two certificates carry one serial: a cloned laptop printed both."""
    WAITING = "waiting"
    """A row whose course, session or person was deleted or has not come yet."""


@dataclass(frozen=True)
class Side:
    """One of the values. `values` maps fields to what was written; `at` is in wall milliseconds.

    `device` is the laptop's code or, if it is unknown, the first digits of its replica id.
    """

    values: Mapping[str, Any]
    user: str = ""
    at: int = 0
    device: str = ""
    file: str = ""
    shown: bool = False
    words: Label | None = None
    effect: Label | None = None
    saw: tuple[tuple[str, Label], ...] | None = None
    """What whoever wrote it knew: (who had written before, the value in words); None where not asked."""
    reason: str = ""
    """Why whoever decided so did, in their own words."""


@dataclass(frozen=True)
class ReviewItem:
    """One thing to decide. `id` is "entity/key/field"; `title` and `place` say what it is about.

    `person`, `course` and `session` are the keys of what it belongs to, "" for none. `choices` are the values
    of which a third one may be chosen, with their words, where they are its own.
    """

    id: str
    kind: ReviewKind
    entity: str
    key: str
    fields: tuple[str, ...]
    title: Label
    place: Label
    sides: tuple[Side, ...] = field(default_factory=tuple)
    person: str = ""
    course: str = ""
    session: str = ""
    choices: tuple[tuple[str, Label], ...] = ()
