"""What anonymous papers say, question by question, and what of it may be shown.

A question with fewer than `MIN_ANSWERS` answers says only how many it has: fewer would point at somebody.
Where courses are added up, a rest of fewer answers stays out of the sum as well, or the sum less the parts
that are shown would tell it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from trainer_app.domain.answers import chosen_options
from trainer_app.domain.distributions import Spread, spread_of
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import Form, FullForm
from trainer_app.domain.learning import MIN_ANSWERS
from trainer_app.domain.numbers import as_fraction, is_number
from trainer_app.domain.questions import Question, QuestionKind
from trainer_app.domain.scales import ScaleSummary, count_steps, summarize_scale
from trainer_app.domain.sittings import AnonymousPaper


@dataclass(frozen=True)
class QuestionResult:
    """One question of the papers. `counts` are of its options, `texts` open answers in a shuffled order.

    `hidden`: there are answers, but too few to be shown. `left_out`: answers of courses with too few, which
    are not in the sum.
    """

    question: Question
    place: int
    answers: int
    blank: int = 0
    hidden: bool = False
    left_out: int = 0
    counts: tuple[int, ...] = ()
    scale: ScaleSummary | None = None
    numbers: Spread | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class FeedbackResult:
    """The papers of one version of a form on one occasion. `parts`: the same for each course, by its code."""

    form: Form
    occasion: Occasion
    papers: int
    questions: tuple[QuestionResult, ...]
    parts: tuple[tuple[str, "FeedbackResult"], ...] = ()


def feedback_result(
    full: FullForm, occasion: Occasion, courses: Mapping[str, Sequence[AnonymousPaper]]
) -> FeedbackResult:
    """Summarize the papers of a form's version by course; `courses` maps a course's code to its papers."""
    parts = tuple(
        (code, _of_papers(full, occasion, {code: papers})) for code, papers in courses.items() if papers
    )
    whole = _of_papers(full, occasion, courses)
    if len(parts) < 2:
        return whole
    return FeedbackResult(whole.form, occasion, whole.papers, whole.questions, parts)


def counted_parts(answers: Mapping[str, int], least: int = MIN_ANSWERS) -> frozenset[str]:
    """Return which parts may be added up so that a sum less any shown parts is never 1 to `least` - 1."""
    small = {name for name, count in answers.items() if count < least}
    rest = sum(answers[name] for name in small)
    return frozenset(answers) if rest == 0 or rest >= least else frozenset(answers.keys() - small)


def _of_papers(
    full: FullForm, occasion: Occasion, courses: Mapping[str, Sequence[AnonymousPaper]]
) -> FeedbackResult:
    questions = tuple(
        _question(question, place, {code: _column(papers, place) for code, papers in courses.items()})
        for place, question in enumerate(full.questions, 1)
    )
    return FeedbackResult(full.form, occasion, sum(map(len, courses.values())), questions)


def _column(papers: Sequence[AnonymousPaper], place: int) -> list[str | None]:
    """Return what stands on each paper at a question, the first at 1; None where nothing was keyed in yet."""
    return [paper.answers[place - 1] if place <= len(paper.answers) else None for paper in papers]


def _question(question: Question, place: int, columns: Mapping[str, list[str | None]]) -> QuestionResult:
    given = {code: [answer for answer in column if answer] for code, column in columns.items()}
    # An open answer is told by whoever reads it: what matters is among how many sheets it stands.
    open_ended = question.kind is QuestionKind.TEXT
    sizes = {
        code: sum(answer is not None for answer in columns[code]) if open_ended else len(answers)
        for code, answers in given.items()
    }
    kept = counted_parts(sizes)
    answers = [answer for code, each in given.items() if code in kept for answer in each]
    left_out = sum(len(each) for code, each in given.items() if code not in kept)
    blank = sum(answer == "" for column in columns.values() for answer in column)
    if sum(sizes[code] for code in kept) < MIN_ANSWERS:
        count = len(answers) + left_out
        return QuestionResult(question, place, count, blank, hidden=count > 0)
    return _shown(QuestionResult(question, place, len(answers), blank, left_out=left_out), answers)


def _shown(found: QuestionResult, answers: Sequence[str]) -> QuestionResult:
    """Fill in what the answers say."""
    question = found.question
    counts: tuple[int, ...] = ()
    scale: ScaleSummary | None = None
    numbers: Spread | None = None
    texts: tuple[str, ...] = ()
    if question.kind is QuestionKind.LIKERT:
        counts = count_steps(answers, len(question.options))
        scale = summarize_scale(counts)
    elif question.kind is QuestionKind.NUMBER:
        numbers = spread_of(_numbers(answers))
    elif question.kind is QuestionKind.TEXT:
        texts = _shuffled(question.key, answers)
    else:
        chosen = [chosen_options(answer) for answer in answers]
        counts = tuple(
            sum(number in options for options in chosen) for number in range(1, len(question.options) + 1)
        )
    return QuestionResult(
        question,
        found.place,
        found.answers,
        found.blank,
        left_out=found.left_out,
        counts=counts,
        scale=scale,
        numbers=numbers,
        texts=texts,
    )


def _numbers(answers: Sequence[str]) -> list[Fraction]:
    return [as_fraction(answer) for answer in answers if is_number(answer)]


def _shuffled(key: str, answers: Sequence[str]) -> tuple[str, ...]:
    """Return open answers in an order that says nothing of the one in which they were stored."""

    def place(answer: str) -> bytes:
        return hashlib.sha256(f"{key}/{answer}".encode()).digest()

    return tuple(sorted(answers, key=place))
