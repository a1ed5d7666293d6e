"""What waits for a decision, own values that others replaced, and the history of a row.

A contradiction shows both sides: what was written, by whom, when, on which laptop. A lost value is shown
until whoever wrote it has seen it.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.schema import DELETED, policy_of
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.sending import ChangeState


class ReviewKind(StrEnum):
    """Why something waits."""

    CONTRADICTION = "contradiction"
    """Two laptops wrote different values without knowing of each other."""
    DELETED = "deleted"
    """Deleted on one computer, changed on another: the row is kept until somebody decides."""
    IMMUTABLE = "immutable"
    """A second value for something that must never change; the first is shown."""
    DOUBLE_NUMBER = "double_number"
    """Two participants of a course got one number on the list."""
    DOUBLE_SERIAL = "double_serial"
    """Two certificates carry one serial: a cloned laptop printed both."""
    TWICE_ON_LIST = "twice_on_list"
    """A joined person stands on a course's list more than once: one row is to be kept."""
    JOINED_APART = "joined_apart"
    """Two people of whom was said that they are not the same are one person by way of others."""
    PROPOSAL = "proposal"
    """A laptop asks to change what is not its own: the office takes it or leaves it."""
    WAITING = "waiting"
    """A row whose course, session or person was deleted or has not come yet."""


LAPTOPS_DISAGREE = (ReviewKind.CONTRADICTION, ReviewKind.DELETED, ReviewKind.IMMUTABLE)
"""What is called a conflict: two laptops wrote different things. Everything else has words of its own."""


class ReviewSide(Struct, frozen=True):
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
    taken_back: bool = False
    """Whether it deletes nothing but what the same laptop had written."""


class ReviewItem(Struct, frozen=True):
    """One thing to decide. `id` is "entity/key/field"; `title` and `place` say what it is about.

    `person`, `course` and `session` are the keys of what it belongs to, "" for none. `choices` are the values
    of which a third one may be chosen, with their words, where they are its own. `echoes` are participations
    (keys) in which the same stands against each other: they are decided along with it. `more` sides are not
    told. `kept` are fields of a deleted row that are decided with keeping it: nobody else says otherwise. In
    those `contested` they do, and who keeps the row says by whose side it is kept.
    """

    id: str
    kind: ReviewKind
    entity: str
    key: str
    fields: tuple[str, ...]
    title: Label
    place: Label
    sides: tuple[ReviewSide, ...] = field(default_factory=tuple)
    person: str = ""
    course: str = ""
    session: str = ""
    choices: tuple[tuple[str, Label], ...] = ()
    echoes: tuple[str, ...] = ()
    more: int = 0
    kept: Mapping[str, Any] = {}
    contested: frozenset[str] = frozenset()


class Covered(Struct, frozen=True):
    """One row that a decision was about: whose it is, which field and where, and what was decided.

    `place` is None where the decision has no other place than the two people whom it is about.
    """

    title: Label
    place: Label | None
    words: Label


class SettledBy(Struct, frozen=True):
    """Who decided a step, and which two people it was about, where it was about people.

    `person` in `course` is who got a new number. `stands`: nothing of it was changed since.
    """

    user: str
    people: Label | None = None
    person: Label | None = None
    course: str = ""
    stands: bool = True


class SettledBefore(Struct, frozen=True):
    """A decision of this computer that only the journal tells of: its step was forgotten, so it stays.

    `at` is in wall milliseconds; `rows` are those of one press.
    """

    at: int
    user: str
    reason: str
    rows: tuple[Covered, ...]


class Loss(Struct, frozen=True):
    """One own value that was replaced. `title` and `place` say what it is about, as in Review.

    `own` is what was written here, `new` what stands there now. `settled` tells that a contradiction was
    decided, with what the third side said in `other`, if there was one. `places` are the records behind it.
    """

    id: str
    entity: str
    key: str
    title: Label
    place: Label
    own: ReviewSide
    new: ReviewSide
    settled: bool
    other: ReviewSide | None = None
    course: str = ""
    session: str = ""
    places: tuple[tuple[int, int, str], ...] = ()


def told_undone(said: Label, *, undone: bool, again: str | None = None) -> Label:
    """Return what was said with what undo did to it: took it back, or opened it again in whose words."""
    if again is not None:
        return Label("evidence.again", {"who": again or "–", "said": said})
    return Label("evidence.undone", {"said": said}) if undone else said


class RowChange(Struct, frozen=True):
    """One entry about a row: who wrote it, when (wall milliseconds), on which laptop, which file brought it.

    `said` is what it says, the most important first; `values` are the fields behind it. `state` is how far it
    has come to the office; None for what others wrote, and at the office itself.
    """

    said: tuple[Label, ...]
    values: Mapping[str, Any]
    user: str
    at: int
    device: str
    file: str = ""
    state: ChangeState | None = None
    stands: bool = False
    """Whether anything of it still holds."""
    contradicts: bool = False
    """Whether another change says otherwise, and nobody has decided between them yet."""
    decided: tuple[tuple[str, Label], ...] = ()
    """The values between which this change decided, each with who had written it."""
    reason: str = ""
    """Why, in the words of whoever decided."""
    undone: bool = False
    """Whether undo took back what was decided here."""
    again: str | None = None
    """Who had said it first, where undo of a decision only wrote it anew."""

    @property
    def told(self) -> tuple[Label, ...]:
        """What it says, with what undo did to it."""
        return tuple(told_undone(each, undone=self.undone, again=self.again) for each in self.said)

    @property
    def standing(self) -> Label:
        """Whether it holds, in a word: what contradicts another change does not yet."""
        if self.contradicts:
            return Label("evidence.waits")
        return Label("review.value.yes" if self.stands else "review.value.no")


_ONE_GO = 60_000
"""Milliseconds between two digits of one number, at the most."""


class RowHistory(Struct, frozen=True):
    """Everything that was written about one mark or answer, the newest first."""

    changes: tuple[RowChange, ...] = ()

    @property
    def contradicts(self) -> bool:
        """Tell whether a decision is open."""
        return any(change.contradicts for change in self.changes)

    def finished(self, typed: Collection[str]) -> "RowHistory":
        """Return it without what was only on its way: each digit is kept at once, one after the other.

        `typed` are the fields that digits go into. Where a change differs in nothing else from the one
        before, by the same hand and soon after it, both were one; what was sent meanwhile, contradicted or
        decided stays as it is.
        """
        told: list[RowChange] = []
        for older in self.changes:
            newer = told[-1] if told else None
            if newer is not None and _goes_on(older, newer, typed):
                told[-1] = replace(newer, stands=newer.stands or older.stands)
            else:
                told.append(older)
        return RowHistory(tuple(told))


def _goes_on(older: RowChange, newer: RowChange, typed: Collection[str]) -> bool:
    """Tell whether a change is the next digit of what was begun with an older one."""
    plain = not any(each.contradicts or each.decided or each.reason for each in (older, newer))
    one, other = (
        (each.user, each.device, each.file, each.state, each.undone, each.again) for each in (older, newer)
    )
    soon = 0 <= newer.at - older.at <= _ONE_GO
    said, before = (
        {name: value for name, value in each.values.items() if name not in typed} for each in (newer, older)
    )
    return plain and soon and one == other and said == before


def read_hundredths(item: ReviewItem, name: str, word: str) -> int:
    """Parse "12,5" into hundredths of a point (1250).

    An empty maximum keeps the larger one of the two sides' maxima. Raises review.bad_choice.
    """
    if not word and name == "out_of":
        return max(int(side.values.get("out_of") or 0) for side in item.sides)
    try:
        value = Decimal(word.replace(",", ".")) * 100
    except InvalidOperation as problem:
        raise TrainerError("review.bad_choice") from problem
    if not value.is_finite() or value < 0 or value != value.to_integral_value():
        raise TrainerError("review.bad_choice")
    return int(value)


def kind_of(entity: str, fields: tuple[str, ...]) -> ReviewKind:
    """Return why values wait that stand against each other in some fields of a row."""
    if fields == (DELETED,):
        return ReviewKind.DELETED
    immutable = policy_of(entity, fields[0]) is MergePolicy.IMMUTABLE
    return ReviewKind.IMMUTABLE if immutable else ReviewKind.CONTRADICTION
