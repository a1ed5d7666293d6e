"""What stands in the list at the left: everything that waits, in groups, as plain data."""

from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.losses import Loss
from trainer_app.domain.matching import Candidate
from trainer_app.domain.people import Person
from trainer_app.domain.review import ReviewItem, ReviewKind
from trainer_app.domain.sending import Quarantined


class Group(StrEnum):
    """The heads of the list, in their order."""

    CONTRADICTIONS = "contradictions"
    DELETED = "deleted"
    NUMBERS = "numbers"
    SERIALS = "serials"
    WAITING = "waiting"
    PEOPLE = "people"
    FILES = "files"
    LOSSES = "losses"


GROUP_OF = {
    ReviewKind.CONTRADICTION: Group.CONTRADICTIONS,
    ReviewKind.IMMUTABLE: Group.CONTRADICTIONS,
    ReviewKind.DELETED: Group.DELETED,
    ReviewKind.DOUBLE_NUMBER: Group.NUMBERS,
    ReviewKind.DOUBLE_SERIAL: Group.SERIALS,
    ReviewKind.WAITING: Group.WAITING,
}
_ICONS = {
    Group.CONTRADICTIONS: "pen",
    Group.DELETED: "trash",
    Group.NUMBERS: "people",
    Group.SERIALS: "certificates",
    Group.WAITING: "clock",
    Group.PEOPLE: "users2",
    Group.FILES: "file",
    Group.LOSSES: "history",
}

type Subject = ReviewItem | Candidate | Quarantined | Loss


@dataclass(frozen=True)
class Entry:
    """One thing of the list. `marks` are painted in place of the icon: (mark, minutes)."""

    id: str
    group: Group
    subject: Subject
    title: str
    second: str
    marks: tuple[tuple[str, int], ...] = ()

    @property
    def icon(self) -> str:
        """The drawing for things without marks."""
        return _ICONS[self.group]


@dataclass(frozen=True)
class Found:
    """Everything that waits, as it was read: what the entries are made of."""

    items: tuple[ReviewItem, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    files: tuple[Quarantined, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()


def marks_of(item: ReviewItem) -> tuple[tuple[str, int], ...]:
    """Return the marks of the sides, (mark, minutes), if the item is about marks."""
    if item.entity != "attendance" or "mark" not in item.fields:
        return ()
    return tuple(
        (side.values.get("mark") or "unmarked", side.values.get("missed") or 0) for side in item.sides
    )
