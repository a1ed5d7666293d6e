"""Who takes part in which course."""

from dataclasses import dataclass
from enum import StrEnum


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
