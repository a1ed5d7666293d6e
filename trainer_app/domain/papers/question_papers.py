"""Papers made of questions, and blank forms to fill in by hand, as plain data, and how they lie on pages.

Tests carry a number, feedback forms are anonymous; besides them rating sheets, keys and answer sheets. What a
paper prints in the box beside an option is what is keyed in for it; the order of the options follows from the
number on the paper alone, so that the key to it can be found anywhere. A registration form is for somebody
who comes without an invitation; an answer sheet carries a number that points to a participant.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseFacts
from trainer_app.domain.evaluations.forms import FormKind, FullForm, Occasion
from trainer_app.domain.evaluations.questions import Question, moves_options, option_order

SPARE = 4
"""Papers beyond the list, for people who come unasked."""
MOST_SPARE = 100


class NamePlacement(StrEnum):
    """Where a paper that belongs to somebody names that person."""

    STRIP = "strip"
    """On a strip that is torn off once the paper is handed out; the paper itself has a number only."""
    KEPT = "kept"
    """In the head of the paper."""


class QuestionPaper(Struct, frozen=True):
    """One paper. `number` is printed on it; None is a paper without one. A spare one has no name.

    `orders` holds for each question (key) the options' own numbers in the order in which they are printed.
    """

    number: int | None = None
    name: str = ""
    orders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def order_of(self, question: Question) -> tuple[int, ...]:
        """Return the options' own numbers as this paper prints them."""
        return self.orders.get(question.key) or tuple(range(1, len(question.options) + 1))


class QuestionPapers(Struct, frozen=True):
    """A pile of papers of one form. `facts` is None for a form that is looked at outside of a course.

    `booklet`: read only, answers go on answer sheets. `duplex`: every paper begins on an odd page.
    """

    form: FullForm
    papers: tuple[QuestionPaper, ...]
    facts: CourseFacts | None = None
    occasion: Occasion | None = None
    names: NamePlacement = NamePlacement.STRIP
    booklet: bool = False
    duplex: bool = True

    @property
    def rating(self) -> bool:
        """Tell whether a trainer fills the papers in."""
        return self.form.form.kind is FormKind.PRACTICAL

    @property
    def shows_points(self) -> bool:
        """Tell whether the questions differ in points, so that each has to say its own."""
        scored = {question.points for question in self.form.questions if question.scored}
        return self.form.form.kind is FormKind.TEST and len(scored) > 1


class KeySheet(Struct, frozen=True):
    """The right answers of a test: one column of them, or one row for each of `papers` that are shuffled."""

    facts: CourseFacts
    occasion: Occasion
    form: FullForm
    papers: tuple[QuestionPaper, ...] = ()


class RatingGrid(Struct, frozen=True):
    """All participants and all criteria of a practical on one sheet, for the trainer's clipboard."""

    facts: CourseFacts
    form: FullForm
    papers: tuple[QuestionPaper, ...]


class MarkedSheets(Struct, frozen=True):
    """Answer sheets to a form: for each question as many boxes as it has options."""

    facts: CourseFacts
    occasion: Occasion
    form: FullForm
    papers: tuple[QuestionPaper, ...]


def orders_of(form: FullForm, seed: str) -> dict[str, tuple[int, ...]]:
    """Return the order of the options of each question that has some, on the paper with a seed."""
    shuffled = is_shuffled(form)
    return {
        question.key: option_order(question, seed, shuffled=shuffled)
        for question in form.questions
        if question.options
    }


def is_shuffled(form: FullForm) -> bool:
    """Tell whether papers of a form differ in the order of some options; only tests ever do."""
    own = form.form
    return own.kind is FormKind.TEST and own.shuffled and any(map(moves_options, form.questions))


def spare_numbers(taken: Sequence[int], count: int) -> list[int]:
    """Return numbers for spare papers: those that follow the highest one on the list."""
    first = max((number for number in taken), default=0) + 1
    return list(range(first, first + count))


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
SPARE_SHEETS = 4
"""Answer sheets without a number, at the least, for people who come unasked."""


class RegistrationForm(Struct, frozen=True):
    """The form of somebody who is not on the list. `phone`: the office wants the telephone number."""

    facts: CourseFacts
    phone: bool = False


class AnswerSheet(Struct, frozen=True):
    """One person's sheet. A spare one has no number and no name: both are written by hand."""

    number: int | None = None
    name: str = ""


class AnswerSheets(Struct, frozen=True):
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
    count = -(-(len(sheets) + SPARE_SHEETS) // a_page) * a_page
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
