"""Forward compatibility: finds fields and values written by a newer version of the program.

They are stored and passed on unchanged, but not shown until this program is updated.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base import schema
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.courses.courses import EnrolmentState, SessionState

_KNOWN: Mapping[str, frozenset[str]] = {
    entity: frozenset((*found.fields, schema.DELETED)) for entity, found in schema.ENTITIES.items()
}
_CHOICES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("attendance", "mark"): Mark,
    ("enrolment", "state"): EnrolmentState,
    ("session", "state"): SessionState,
}
"""Fields that hold one of some words, of which a newer version may have more."""


class NewerChanges(Struct, frozen=True):
    """How many changes from one laptop wait for the update.

    `version` is that of the laptop's program; "" where the laptop only passed on what others wrote.
    """

    device: str
    version: str
    count: int

    @property
    def label(self) -> Label:
        """Say it in a sentence."""
        values: dict[str, object] = {"device": self.device, "version": self.version, "count": self.count}
        return Label("newer.device" if self.version else "newer.others", values)


def knows_field(entity: str, name: str) -> bool:
    """Tell whether this version knows a field, or may delete rows of a kind."""
    return name in _KNOWN.get(entity, ())


def is_strange(entity: str, name: str, value: object) -> bool:
    """Tell whether a value is none of the words that this version knows for a field of words."""
    choices = _CHOICES.get((entity, name))
    return choices is not None and value is not None and value not in tuple(choices)


def fits(entity: str, name: str, value: object) -> bool:
    """Tell whether this version knows a field and can show its value, which is blank or of its kind."""
    if value is None or name == schema.DELETED:
        return True
    return knows_field(entity, name) and not _misfits(entity, name, value)


def waiting_labels(waiting: Sequence[NewerChanges]) -> tuple[Label, Label]:
    """Return how many changes wait for the update, and from whom, as two sentences."""
    who = ", ".join(f"{one.device} ({one.version})" if one.version else one.device for one in waiting)
    count = sum(one.count for one in waiting)
    return Label("newer.waiting", {"count": count}), Label("newer.waiting_who", {"who": who})


def is_beyond(entry: Entry) -> bool:
    """Tell whether an entry says anything that this version cannot show: rows, fields or values.

    A value that does not fit counts only where a newer version wrote it; otherwise it is a mistake.
    """
    if entry.erased:
        return False
    known = _KNOWN.get(entry.e)
    if known is None or not known.issuperset(entry.s):
        return True
    return entry.v > schema.VERSION and any(_misfits(entry.e, *pair) for pair in entry.s.items())


def _misfits(entity: str, name: str, value: object) -> bool:
    if value is None or name == schema.DELETED:
        return False
    return is_strange(entity, name, value) or not schema.project(entity, {name: value})
