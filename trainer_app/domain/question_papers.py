"""Papers made of questions, as plain data: tests with a number, anonymous forms, rating sheets, keys.

What a paper prints in the box beside an option is what is keyed in for it; the order of the options follows
from the number on the paper alone, so that the key to it is found anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.answers import moves_options, option_order
from trainer_app.domain.course_facts import CourseFacts
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FormKind, FullForm
from trainer_app.domain.questions import Question

SPARE = 4
"""Papers beyond the list, for people who come unasked."""
MOST_SPARE = 100


class Names(StrEnum):
    """Where a paper that belongs to somebody names that person."""

    STRIP = "strip"
    """On a strip that is torn off once the paper is handed out; the paper itself has a number only."""
    KEPT = "kept"
    """In the head of the paper."""


@dataclass(frozen=True)
class QuestionPaper:
    """One paper. `number` is printed on it; None is a paper without one. A spare one has no name.

    `orders` holds for each question (key) the options' own numbers in the order in which they are printed.
    """

    number: int | None = None
    name: str = ""
    orders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def order_of(self, question: Question) -> tuple[int, ...]:
        """Return the options' own numbers as this paper prints them."""
        return self.orders.get(question.key) or tuple(range(1, len(question.options) + 1))


@dataclass(frozen=True)
class QuestionPapers:
    """A pile of papers of one form. `facts` is None for a form that is looked at outside of a course.

    `booklet`: read only, answers go on answer sheets. `duplex`: every paper begins on an odd page.
    """

    form: FullForm
    papers: tuple[QuestionPaper, ...]
    facts: CourseFacts | None = None
    occasion: Occasion | None = None
    names: Names = Names.STRIP
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


@dataclass(frozen=True)
class KeySheet:
    """The right answers of a test: one column of them, or one row for each of `papers` that are shuffled."""

    facts: CourseFacts
    occasion: Occasion
    form: FullForm
    papers: tuple[QuestionPaper, ...] = ()


@dataclass(frozen=True)
class RatingGrid:
    """All participants and all criteria of a practical on one sheet, for the trainer's clipboard."""

    facts: CourseFacts
    form: FullForm
    papers: tuple[QuestionPaper, ...]


@dataclass(frozen=True)
class MarkedSheets:
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
