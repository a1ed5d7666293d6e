"""What is still to be typed about a participant: whoever came by name only is completed later."""

from enum import StrEnum

from trainer_app.domain.enrolments import EnrolmentState, Participant
from trainer_app.domain.people import Person, Sex


class Missing(StrEnum):
    """Something that papers and figures need and nobody has typed yet, in the order of the form."""

    LATIN = "latin"
    """The spelling of the passport, which stands on the certificate."""
    SEX = "sex"
    """Without it the donor's figures count the person apart."""
    SERVICE = "service"
    """Neither rank nor unit: a civilian has no rank, so one of the two is enough."""


def missing(person: Person) -> tuple[Missing, ...]:
    """Return what is to be completed, in the order of the form; nothing if all is there."""
    lacks = {
        Missing.LATIN: not person.latin,
        Missing.SEX: person.sex is Sex.UNKNOWN,
        Missing.SERVICE: not (person.rank or person.unit),
    }
    return tuple(each for each, lacking in lacks.items() if lacking)


def to_complete(item: Participant) -> bool:
    """Tell whether anything is missing about somebody who is expected; who left the list can wait."""
    return item.expected and bool(missing(item.person))


def name_only(item: Participant) -> bool:
    """Tell whether somebody came without being on the list and nothing but the name is known."""
    if item.enrolment.state is not EnrolmentState.WALK_IN:
        return False
    return {Missing.SEX, Missing.SERVICE} <= set(missing(item.person))
