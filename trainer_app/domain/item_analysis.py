"""Items of a test: how hard each is, how well it tells who knows from who does not; how reliable the test is.

Everything is an exact `Fraction`, rounded once where it is shown. An item's score is what the answer is
worth, from 0 to 1; a blank is worth nothing. The order of the papers never matters.

Sources: T. L. Kelley (1939), "The selection of upper and lower groups for the validation of test items",
Journal of Educational Psychology 30, 17-24, for the groups of 27 %; G. F. Kuder and M. W. Richardson (1937),
"The theory of the estimation of test reliability", Psychometrika 2, 151-160, formula 20; L. J. Cronbach
(1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16, 297-334, of which it is a
case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import isqrt

from trainer_app.domain.amounts import WHOLE, round_half_up
from trainer_app.domain.answers import chosen_options, credit_of
from trainer_app.domain.questions import CHOICES, Question, QuestionKind

FEW_PAPERS = 30
"""Under so many papers the reliability is told with a caution."""
HARD, EASY, WEAK = Fraction(3, 10), Fraction(9, 10), Fraction(2, 10)
_GROUP = Fraction(27, 100)

type Answers = Mapping[str, str]
"""One paper: its answers by the questions' keys."""


class Flag(StrEnum):
    """What somebody should look at in an item."""

    HARD = "hard"
    """p < 0.3: few could answer it."""
    EASY = "easy"
    """p > 0.9: nearly everybody could."""
    WEAK = "weak"
    """D < 0.2: those who know more do hardly better here."""
    CHECK_KEY = "check_key"
    """D < 0: those who know more do worse; the key may be wrong."""


class ReliabilityKind(StrEnum):
    """By which formula the reliability was computed."""

    KR20 = "kr20"
    """Kuder and Richardson's formula 20: every item right or wrong, of the same points."""
    ALPHA = "alpha"
    """Cronbach's alpha: some items have partial credit, or points differ."""


@dataclass(frozen=True)
class Reliability:
    """How far a test can be relied on: at most 1; negative where its items contradict one another."""

    kind: ReliabilityKind
    value: Fraction
    items: int
    papers: int

    @property
    def caution(self) -> bool:
        """Tell whether it rests on too few papers to be quoted without a word."""
        return self.papers < FEW_PAPERS


@dataclass(frozen=True)
class ItemResult:
    """One item. `difficulty` is p, the mean score; `discrimination` is D, upper minus lower group.

    `correlation_square` is r times |r|, r the correlation of the item with the rest of the test (for items
    that are right or wrong: the corrected point-biserial one); see `correlation`. Both are None where the
    papers do not differ. `choices[0]` is how many chose option 1; `several`: more options than the one.
    """

    question: Question
    place: int
    papers: int
    difficulty: Fraction
    discrimination: Fraction | None
    correlation_square: Fraction | None
    blank: int = 0
    several: int = 0
    choices: tuple[int, ...] = ()

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What to look at; limits are compared with exact values."""
        found = [Flag.HARD] if self.difficulty < HARD else []
        found += [Flag.EASY] if self.difficulty > EASY else []
        if self.discrimination is not None and self.discrimination < WEAK:
            found.append(Flag.CHECK_KEY if self.discrimination < 0 else Flag.WEAK)
        return tuple(found)

    def correlation(self, parts: int) -> int | None:
        """Return r in parts (100: hundredths), rounded once; None where it cannot be said."""
        if self.correlation_square is None:
            return None
        return round_root(self.correlation_square, parts)


@dataclass(frozen=True)
class ItemAnalysis:
    """The scored items of a form in their order; `group` is how many papers each of the two groups holds."""

    items: tuple[ItemResult, ...]
    papers: int
    group: int
    reliability: Reliability | None


def analyse(questions: Sequence[Question], papers: Sequence[Answers]) -> ItemAnalysis:
    """Analyse the questions that can be right. `questions` are the form's, in order."""
    scored = [(place, each) for place, each in enumerate(questions, 1) if each.scored]
    points = [question.points for _, question in scored]
    columns = [[_score(question, paper) for paper in papers] for _, question in scored]
    totals = [
        sum(score * each for score, each in zip(row, points, strict=True))
        for row in zip(*columns, strict=True)
    ]
    items = tuple(
        _item(question, place, papers, column, totals)
        for (place, question), column in zip(scored, columns, strict=True)
        if papers
    )
    reliable = _reliability([question for _, question in scored], columns, totals)
    return ItemAnalysis(items, len(papers), group_size(len(papers)), reliable)


def group_size(papers: int) -> int:
    """Return how many papers are 27 %: rounded half up, at least one, at most half of all."""
    return min(max(round_half_up(papers * _GROUP), 1), papers // 2)


def discrimination(scores: Sequence[int], totals: Sequence[int]) -> Fraction | None:
    """Return D, in the unit of the scores: their mean in the upper 27 % of totals minus that in the lower.

    Papers whose equal totals stand on the border of a group share its last places evenly, so that D does not
    depend on the order of the papers. None for fewer than two papers, or where all totals are the same.
    """
    size = group_size(len(totals))
    if not size or min(totals) == max(totals):
        return None
    upper = _group_sum(scores, [-total for total in totals], size)
    return (upper - _group_sum(scores, totals, size)) / size


def round_root(square: Fraction, parts: int) -> int:
    """Return the root of |square|, with its sign, in parts: exactly rounded, halves away from zero."""
    doubled = 4 * parts * parts * abs(square)
    whole = (isqrt(doubled.numerator // doubled.denominator) + 1) // 2
    return whole if square >= 0 else -whole


def dichotomous(question: Question) -> bool:
    """Tell whether an answer can only be right or wrong, nothing in between."""
    if question.kind is QuestionKind.MULTIPLE:
        return False
    credits = [option.credit for option in question.options] + [each.credit for each in question.accepted]
    return all(credit <= 0 or credit >= WHOLE for credit in credits)


def _score(question: Question, paper: Answers) -> int:
    """Return what an answer is worth in hundredths of a per cent: credits are whole numbers of them."""
    return int((credit_of(question, paper.get(question.key)) or 0) * WHOLE)


def _group_sum(scores: Sequence[int], order: Sequence[int], size: int) -> Fraction:
    """Return the sum of scores of the `size` papers that come first; ties share the last places."""
    border = sorted(order)[size - 1]
    inside = [score for score, place in zip(scores, order, strict=True) if place < border]
    tied = [score for score, place in zip(scores, order, strict=True) if place == border]
    return sum(inside) + Fraction((size - len(inside)) * sum(tied), len(tied))


def _item(
    question: Question, place: int, papers: Sequence[Answers], scores: Sequence[int], totals: Sequence[int]
) -> ItemResult:
    answers = [paper.get(question.key, "") for paper in papers]
    chosen = [chosen_options(answer) if question.kind in CHOICES else () for answer in answers]
    single = question.kind is QuestionKind.SINGLE
    rest = [total - score * question.points for score, total in zip(scores, totals, strict=True)]
    found = discrimination(scores, totals)
    return ItemResult(
        question=question,
        place=place,
        papers=len(papers),
        difficulty=Fraction(sum(scores), len(scores) * WHOLE),
        discrimination=None if found is None else found / WHOLE,
        correlation_square=_correlation_square(scores, rest),
        blank=sum(not answer for answer in answers),
        several=sum(single and len(options) > 1 for options in chosen),
        choices=tuple(
            sum(number in options for options in chosen if not single or len(options) == 1)
            for number in range(1, len(question.options) + 1)
        ),
    )


def _correlation_square(first: Sequence[int], second: Sequence[int]) -> Fraction | None:
    """Return r times |r|; None where one of the two does not vary."""
    spread = _spread(first, first) * _spread(second, second)
    if not spread:
        return None
    together = _spread(first, second)
    return Fraction(together * abs(together), spread)


def _spread(first: Sequence[int], second: Sequence[int]) -> int:
    """Return n squared times the covariance (of a list with itself: the variance), a whole number."""
    products = sum(one * other for one, other in zip(first, second, strict=True))
    return len(first) * products - sum(first) * sum(second)


def _reliability(
    questions: Sequence[Question], columns: Sequence[Sequence[int]], totals: Sequence[int]
) -> Reliability | None:
    """Return alpha over the points; None under two items or papers, or where all totals are the same."""
    worth = [
        (question, column) for question, column in zip(questions, columns, strict=True) if question.points
    ]
    whole = _spread(totals, totals)
    count = len(worth)
    if count < 2 or not whole:
        return None
    parts = sum(question.points**2 * _spread(column, column) for question, column in worth)
    value = Fraction(count, count - 1) * (1 - Fraction(parts, whole))
    same = len({question.points for question, _ in worth}) == 1
    plain = same and all(dichotomous(question) for question, _ in worth)
    kind = ReliabilityKind.KR20 if plain else ReliabilityKind.ALPHA
    return Reliability(kind, value, count, len(totals))
