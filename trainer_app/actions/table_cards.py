"""Table cards: a name to stand in front of its owner."""

from collections.abc import Sequence

from trainer_app.actions.name_cards import name_cards
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.table_cards import table_cards_pdf
from trainer_app.system.resources import resource


def table_cards(
    work: Workplace, course: str, language: str = "tg", enrolments: Sequence[str] | None = None
) -> bytes:
    """Return the table cards of a course, two on a page, in the order of the list.

    `enrolments` (keys) prints only theirs. Otherwise everybody who is expected has one, and a place that is
    left on the last page is a card without a name. `language` is one of `PAPER_LANGUAGES`.
    Raises course.unknown, enrolment.unknown, paper.unknown_language.
    """
    fonts.use(resource("fonts"))
    return table_cards_pdf(name_cards(work, course, enrolments), language)
