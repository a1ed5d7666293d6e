"""Whose names hold signs that papers cannot show: they are kept as typed, and told before printing."""

from dataclasses import dataclass

from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.enrolments import Participant
from trainer_app.domain.signs import strange_signs


@dataclass(frozen=True)
class StrangeNames:
    """Numbers on the list of those concerned, and the signs that print as empty boxes, each once."""

    numbers: tuple[int, ...] = ()
    signs: str = ""


def strange_names(work: Workplace, course: str) -> StrangeNames:
    """Return whose name, Latin spelling, rank or unit holds such signs, of those expected in a course."""
    found = {
        item.enrolment.number: signs
        for item in list_enrolments(work, course)
        if item.expected and (signs := _signs_of(item))
    }
    return StrangeNames(tuple(sorted(found)), "".join(dict.fromkeys("".join(found.values()))))


def _signs_of(item: Participant) -> str:
    person = item.person
    return strange_signs("".join((person.name, person.latin, person.rank, person.unit)))
