"""Badges with a code that a scanner reads."""

from collections.abc import Sequence

from trainer_app.actions.name_cards import name_cards
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.badges import badges_pdf
from trainer_app.system.resources import resource


def badges(
    work: Workplace, course: str, language: str = "tg", enrolments: Sequence[str] | None = None
) -> bytes:
    """Return the badges of a course, eight on a page, in the order of the list.

    `enrolments` (keys) prints only theirs. Otherwise everybody who is expected has one, and what is left of
    the last page are badges without a name, at least two, to be filled in by hand. `language` is one of
    `PAPER_LANGUAGES`. Raises course.unknown, enrolment.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    return badges_pdf(name_cards(work, course, enrolments), language)
