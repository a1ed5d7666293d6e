"""Names as badges and table cards show them."""

from collections.abc import Sequence

from trainer_app.actions.courses import get_course
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.paper_heads import course_head, in_both_scripts
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.badges import badge_code
from trainer_app.domain.enrolments import Participant
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.latin_names import part_latin
from trainer_app.domain.papers import NameCard, NameCards
from trainer_app.domain.ranks import rank_name
from trainer_app.domain.texts import LANGUAGES, Texts


def name_cards(work: Workplace, course: str, enrolments: Sequence[str] | None) -> NameCards:
    """Return the cards of everybody on the list, with spare ones; or only those of some enrolments (keys).

    Who was withdrawn or replaced has none unless asked for. Raises course.unknown, enrolment.unknown.
    """
    view = get_course(work, course)
    people = list_enrolments(work, course)
    if enrolments is None:
        wanted = [each for each in people if each.expected]
    else:
        keys = set(enrolments)
        wanted = [each for each in people if each.enrolment.key in keys]
        if len(wanted) < len(keys):
            raise TrainerError("enrolment.unknown")
    cards = tuple(name_card(each) for each in wanted)
    return NameCards(course_head(work, view), cards, spare=enrolments is None)


def name_card(participant: Participant) -> NameCard:
    """Return the card of one participant."""
    person = participant.person
    family, given = part_latin(person.latin, person.family, person.given)
    shown = " ".join(part for part in (person.given, person.patronymic) if part)
    return NameCard(
        family=Texts(person.family, person.family, family),
        given=Texts(shown, shown, given),
        rank=Texts(*(rank_name(person.rank, language) for language in LANGUAGES)),
        unit=in_both_scripts(person.unit),
        code=badge_code(participant.enrolment.key),
    )
