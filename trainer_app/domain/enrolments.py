"""Who takes part in which course."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer_app.domain.people import Person


class EnrolmentState(StrEnum):
    """How a person came onto the list, or left it."""

    NOMINATED = "nominated"
    CONFIRMED = "confirmed"
    WALK_IN = "walk_in"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


ON_THE_LIST = (EnrolmentState.NOMINATED, EnrolmentState.CONFIRMED, EnrolmentState.WALK_IN)
"""States of people who are expected in the room."""
OFF_THE_LIST = (EnrolmentState.REPLACED, EnrolmentState.WITHDRAWN)
"""States of people who have left it."""


class Standing(StrEnum):
    """What somebody on a list is by now; worked out from the state and the marks, never stored."""

    NOMINATED = "nominated"
    CONFIRMED = "confirmed"
    TAKING_PART = "taking_part"
    WALK_IN = "walk_in"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


def standing_of(state: EnrolmentState, *, came: bool) -> Standing:
    """Return what somebody is who was (or was not yet) present or late in a session that counts.

    Who came takes part, whether the place was ever confirmed or not. A walk-in stays one, and who left the
    list has left it, whatever the marks say.
    """
    if came and state in (EnrolmentState.NOMINATED, EnrolmentState.CONFIRMED):
        return Standing.TAKING_PART
    return Standing(state.value)


@dataclass(frozen=True)
class Enrolment:
    """One person in one course. `replaces` is the key of the enrolment whose place it takes."""

    key: str
    course: str
    person: str
    number: int
    state: EnrolmentState = EnrolmentState.NOMINATED
    replaces: str | None = None
    remark: str = ""


@dataclass(frozen=True)
class Participant:
    """An enrolment with its person, as lists show it. `from_day` is the first day of taking part.

    `marks` counts every mark, `came` the sessions marked present or late, cancelled ones left out.
    """

    enrolment: Enrolment
    person: Person
    from_day: date | None = None
    marks: int = 0
    came: int = 0

    @property
    def expected(self) -> bool:
        """Tell whether the person is expected in the room."""
        return self.enrolment.state in ON_THE_LIST

    @property
    def standing(self) -> Standing:
        """What to call this place on the list today."""
        return standing_of(self.enrolment.state, came=self.came > 0)
