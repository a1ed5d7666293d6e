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
    """An enrolment with its person, as lists show it. `from_day` is the first day of taking part."""

    enrolment: Enrolment
    person: Person
    from_day: date | None = None
    marks: int = 0

    @property
    def expected(self) -> bool:
        """Tell whether the person is expected in the room."""
        return self.enrolment.state in ON_THE_LIST
