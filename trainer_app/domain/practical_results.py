"""Ratings that trainers gave for each participant: per person and per item. They are named, not anonymous."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from trainer_app.domain.answers import chosen_options
from trainer_app.domain.distributions import Spread, spread_of
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import Form, FullForm
from trainer_app.domain.numbers import as_fraction, is_number
from trainer_app.domain.questions import Question, QuestionKind
from trainer_app.domain.scales import ScaleSummary, count_steps, summarize_scale


@dataclass(frozen=True)
class Rating:
    """The sheet of one participant: who, and the answers by the questions' keys."""

    enrolment: str
    course: str
    number: int
    name: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class RatedPerson:
    """One participant: `steps` of `most` that could be had on the items that were rated."""

    rating: Rating
    rated: int
    steps: int
    most: int

    @property
    def mean(self) -> Fraction | None:
        """The mean step; None where nothing was rated."""
        return Fraction(self.steps, self.rated) if self.rated else None


@dataclass(frozen=True)
class ItemRating:
    """One item: its scale, or its numbers; `remarks` are texts with the numbers of the participants."""

    question: Question
    place: int
    rated: int
    scale: ScaleSummary | None = None
    numbers: Spread | None = None
    counts: tuple[int, ...] = ()
    remarks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class PracticalResult:
    """The sheets of one version of a practical form. `people` are in the order of course and number."""

    form: Form
    occasion: Occasion
    people: tuple[RatedPerson, ...]
    items: tuple[ItemRating, ...]


def practical_result(full: FullForm, occasion: Occasion, ratings: Sequence[Rating]) -> PracticalResult:
    """Summarize rating sheets."""
    ordered = sorted(ratings, key=lambda rating: (rating.course, rating.number, rating.enrolment))
    scales = [question for question in full.questions if question.kind is QuestionKind.LIKERT]
    people = tuple(_person(rating, scales) for rating in ordered)
    items = tuple(_item(question, place, ordered) for place, question in enumerate(full.questions, 1))
    return PracticalResult(full.form, occasion, people, items)


def step_of(question: Question, rating: Rating) -> int | None:
    """Return the step that was ticked, from 1; None for none, or for more than one."""
    chosen = chosen_options(rating.answers.get(question.key, ""))
    return chosen[0] if len(chosen) == 1 and chosen[0] <= len(question.options) else None


def _person(rating: Rating, scales: Sequence[Question]) -> RatedPerson:
    steps = [(step, len(each.options)) for each in scales if (step := step_of(each, rating)) is not None]
    return RatedPerson(rating, len(steps), sum(step for step, _ in steps), sum(most for _, most in steps))


def _item(question: Question, place: int, ratings: Sequence[Rating]) -> ItemRating:
    given = [(rating, answer) for rating in ratings if (answer := rating.answers.get(question.key, ""))]
    answers = [answer for _, answer in given]
    match question.kind:
        case QuestionKind.LIKERT:
            scale = summarize_scale(count_steps(answers, len(question.options)))
            return ItemRating(question, place, scale.answers, scale=scale, counts=scale.counts)
        case QuestionKind.NUMBER:
            numbers = spread_of(as_fraction(answer) for answer in answers if is_number(answer))
            return ItemRating(question, place, len(given), numbers=numbers)
        case QuestionKind.TEXT:
            remarks = tuple((rating.number, answer) for rating, answer in given)
            return ItemRating(question, place, len(given), remarks=remarks)
    chosen = [chosen_options(answer) for answer in answers]
    counts = tuple(
        sum(number in options for options in chosen) for number in range(1, len(question.options) + 1)
    )
    return ItemRating(question, place, len(given), counts=counts)
