"""Blank forms of a course that people fill in by hand, as plain data, and how they lie on pages.

A registration form is for who comes unasked; an answer sheet carries a number that points to a participant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.domain.course_facts import CourseFacts
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion

FORMS_A_PAGE = 3
"""Registration forms on a page."""
HALVES = 2
"""Answer sheets on a page where they are short enough."""
ITEMS = (20, 30)
"""Numbers of questions that are offered."""
MOST_ITEMS = 100
MOST_ON_HALF = 40
"""More questions than these take a whole page."""
OPTIONS = "ABCDE"
SPARE = 4
"""Answer sheets without a number, at the least, for people who come unasked."""


@dataclass(frozen=True)
class RegistrationForm:
    """The form of somebody who is not on the list. `phone`: the office wants the telephone number."""

    facts: CourseFacts
    phone: bool = False


@dataclass(frozen=True)
class AnswerSheet:
    """One person's sheet. A spare one has no number and no name: both are written by hand."""

    number: int | None = None
    name: str = ""


@dataclass(frozen=True)
class AnswerSheets:
    """The sheets of a test on one occasion. Raises paper.items_out_of_range."""

    facts: CourseFacts
    occasion: Occasion
    sheets: tuple[AnswerSheet, ...]
    items: int = ITEMS[0]

    def __post_init__(self) -> None:
        """Refuse a number of questions that no page holds."""
        check_items(self.items)

    @property
    def a_page(self) -> int:
        """Sheets on one page."""
        return sheets_a_page(self.items)


def check_items(items: int) -> None:
    """Raise paper.items_out_of_range for a number of questions that no sheet has room for."""
    if not 1 <= items <= MOST_ITEMS:
        raise TrainerError("paper.items_out_of_range", items=items, most=MOST_ITEMS)


def sheets_a_page(items: int) -> int:
    """Return how many answer sheets of a number of questions stand on one page."""
    return HALVES if items <= MOST_ON_HALF else 1


def with_spare(sheets: Sequence[AnswerSheet], items: int) -> tuple[AnswerSheet, ...]:
    """Return the sheets with spare ones, as many as fill the last page."""
    a_page = sheets_a_page(items)
    count = -(-(len(sheets) + SPARE) // a_page) * a_page
    return (*sheets, *[AnswerSheet()] * (count - len(sheets)))


def cut_order[T](things: Sequence[T], a_page: int) -> list[tuple[T, ...]]:
    """Return what stands on each page, so that a cut pile of pages lies in order, part upon part.

    Of four on two pages, the first page has 1 and 3, the second 2 and 4. The things fill the last page.
    """
    pages = len(things) // a_page
    return [tuple(things[page + part * pages] for part in range(a_page)) for page in range(pages)]


def pages_for(count: int, a_page: int) -> int:
    """Return how many pages hold a number of forms; one at the least."""
    return max(1, -(-count // a_page))
