"""Statistics of tests and feedback: distributions, scales, gains, item analysis, reliability.

Everything is exact (`Fraction`) and rounded once where it is shown. Percentages are hundredths of a per cent,
normalised gains shares of 1. An item's score is what the answer is worth, from 0 to 1; a blank is worth
nothing. The order of the papers never matters. For gains only participants with both tests count; who has
only one is reported beside. The steps of a scale (2 to 7, the lowest first) have an order but no known
distances: hence the median, with the mean only beside it.

Sources: R. Hake (1998), American Journal of Physics 66, 64, for g of class means and the bands at 0.3 and
0.7; L. Bao (2006), American Journal of Physics 74, 917, for the mean of individual gains.
T. L. Kelley (1939), "The selection of upper and lower groups for the validation of test items", Journal of
Educational Psychology 30, 17-24, for the groups of 27 %; G. F. Kuder and M. W. Richardson (1937), "The theory
of the estimation of test reliability", Psychometrika 2, 151-160, formula 20; L. J. Cronbach (1951),
"Coefficient alpha and the internal structure of tests", Psychometrika 16, 297-334, of which it is a case.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from math import isqrt

from msgspec import Struct

from trainer_app.domain.base.numbers import WHOLE, Percent, round_half_up
from trainer_app.domain.evaluations.forms import Learning, Occasion, TestScore
from trainer_app.domain.evaluations.questions import Question, chosen_options, credit_of

BINS = 10
"""Ten bins of ten percentage points each; the last one holds 100 % too."""


class Spread(Struct, frozen=True):
    """Numbers in short: how many, mean, median, lowest, highest, all exact and in their own unit."""

    count: int
    mean: Fraction
    median: Fraction
    lowest: Fraction
    highest: Fraction


class Distribution(Struct, frozen=True):
    """Scores in hundredths of a per cent. `bins[0]` counts those under 10 %, `bins[9]` those from 90 % on."""

    spread: Spread
    bins: tuple[int, ...]


def spread_of(values: Iterable[Percent]) -> Spread | None:
    """Return numbers in short; None for no number."""
    found = sorted(map(Fraction, values))
    if not found:
        return None
    count = len(found)
    median = (found[(count - 1) // 2] + found[count // 2]) / 2
    return Spread(count, sum(found, Fraction(0)) / count, median, found[0], found[-1])


def distribute(percents: Iterable[Percent]) -> Distribution | None:
    """Return the distribution of scores in hundredths of a per cent; None for no score."""
    found = list(percents)
    spread = spread_of(found)
    if spread is None:
        return None
    bins = [0] * BINS
    for percent in found:
        bins[min(max(int(percent * BINS // WHOLE), 0), BINS - 1)] += 1
    return Distribution(spread, tuple(bins))


BOTH_ENDS = 4
"""From so many steps on an end of the scale is two steps; on a shorter one it is one, or ends would meet."""


class ScaleSummary(Struct, frozen=True):
    """Answers on a scale. `counts[0]` is the lowest step; `ends` is how many steps one end has.

    `median` and `mean` are in steps; `top` and `bottom` are shares of the answers at each end, in hundredths
    of a per cent. Without an answer they are None.
    """

    counts: tuple[int, ...]
    median: Fraction | None = None
    mean: Fraction | None = None
    top: Fraction | None = None
    bottom: Fraction | None = None

    @property
    def answers(self) -> int:
        """Answers in all."""
        return sum(self.counts)

    @property
    def ends(self) -> int:
        """How many steps count as one end."""
        return 2 if len(self.counts) >= BOTH_ENDS else 1


def summarize_scale(counts: Sequence[int]) -> ScaleSummary:
    """Return what the counts of each step say."""
    steps, answers = tuple(counts), sum(counts)
    if not answers:
        return ScaleSummary(steps)
    ends = ScaleSummary(steps).ends
    weighted = sum(step * count for step, count in enumerate(steps, 1))
    return ScaleSummary(
        counts=steps,
        median=Fraction(answer_at(steps, (answers - 1) // 2) + answer_at(steps, answers // 2), 2),
        mean=Fraction(weighted, answers),
        top=Fraction(sum(steps[-ends:]) * WHOLE, answers),
        bottom=Fraction(sum(steps[:ends]) * WHOLE, answers),
    )


def answer_at(counts: Sequence[int], position: int) -> int:
    """Return the step at a position (from 0) among all answers in rising order."""
    passed = 0
    for step, count in enumerate(counts, 1):
        passed += count
        if position < passed:
            return step
    return len(counts)


MEDIUM, HIGH = Fraction(3, 10), Fraction(7, 10)
"""Where Hake's bands of a gain begin."""


class GainBand(StrEnum):
    """Hake's bands of a normalised gain."""

    LOSS = "loss"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


def compare_tests(pre: Mapping[str, Percent], post: Mapping[str, Percent]) -> Learning:
    """Compare two tests exactly. Both map an enrolment to hundredths of a per cent."""
    pairs = [(Fraction(pre[key]), Fraction(post[key])) for key in sorted(pre.keys() & post.keys())]
    only_pre, only_post = len(pre.keys() - post.keys()), len(post.keys() - pre.keys())
    if not pairs:
        return Learning(0, only_pre, only_post)
    before = _mean([first for first, _ in pairs])
    after = _mean([second for _, second in pairs])
    gains = [gain for gain in (gain_of(*pair) for pair in pairs) if gain is not None]
    return Learning(
        matched=len(pairs),
        only_pre=only_pre,
        only_post=only_post,
        pre_mean=before,
        post_mean=after,
        gain_points=after - before,
        hake_g=gain_of(before, after),
        mean_individual_g=_mean(gains) if gains else None,
        losses=sum(second < first for first, second in pairs),
        same=sum(second == first for first, second in pairs),
        without_gain=len(pairs) - len(gains),
    )


def learning_of_scores(scores: Iterable[TestScore]) -> Learning:
    """Compare the papers of a course, unrounded. Of two papers for one occasion the later in the list counts.

    A paper out of nothing says nothing and is left out.
    """
    percents: dict[Occasion, dict[str, Percent]] = {Occasion.PRE: {}, Occasion.POST: {}}
    for score in scores:
        percent = score.share
        if percent is not None:
            percents[score.occasion][score.enrolment] = percent
    return compare_tests(percents[Occasion.PRE], percents[Occasion.POST])


def band_of_gain(gain: Fraction) -> GainBand:
    """Return the band of a normalised gain, a share of 1: medium from 0.3, high from 0.7."""
    if gain < 0:
        return GainBand.LOSS
    if gain < MEDIUM:
        return GainBand.LOW
    return GainBand.MEDIUM if gain < HIGH else GainBand.HIGH


def gain_of(before: Fraction, after: Fraction) -> Fraction | None:
    """Return (post - pre) / (100 % - pre); None from 100 % on, where nothing can be gained."""
    return (after - before) / (WHOLE - before) if before < WHOLE else None


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _rounded(value: Fraction | None, parts: int = 1) -> int | None:
    return None if value is None else round_half_up(value * parts)


FEW_PAPERS = 30
"""Under so many papers the reliability is told with a caution."""
HARD, EASY, WEAK = Fraction(3, 10), Fraction(9, 10), Fraction(2, 10)
_GROUP = Fraction(27, 100)

type PaperAnswers = Mapping[str, str]
"""One paper: its answers by the questions' keys."""


class ItemFlag(StrEnum):
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


class Reliability(Struct, frozen=True):
    """How far a test can be relied on: at most 1; negative where its items contradict one another."""

    kind: ReliabilityKind
    value: Fraction
    items: int
    papers: int

    @property
    def caution(self) -> bool:
        """Tell whether it rests on too few papers to be quoted without a word."""
        return self.papers < FEW_PAPERS


class ItemResult(Struct, frozen=True):
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
    def flags(self) -> tuple[ItemFlag, ...]:
        """What to look at; limits are compared with exact values."""
        found = [ItemFlag.HARD] if self.difficulty < HARD else []
        found += [ItemFlag.EASY] if self.difficulty > EASY else []
        if self.discrimination is not None and self.discrimination < WEAK:
            found.append(ItemFlag.CHECK_KEY if self.discrimination < 0 else ItemFlag.WEAK)
        return tuple(found)

    def correlation(self, parts: int) -> int | None:
        """Return r in parts (100: hundredths), rounded once; None where it cannot be said."""
        if self.correlation_square is None:
            return None
        return round_root(self.correlation_square, parts)


class ItemAnalysis(Struct, frozen=True):
    """The scored items of a form in their order; `group` is how many papers each of the two groups holds."""

    items: tuple[ItemResult, ...]
    papers: int
    group: int
    reliability: Reliability | None


def analyse(questions: Sequence[Question], papers: Sequence[PaperAnswers]) -> ItemAnalysis:
    """Analyse the questions that can be right. `questions` are the form's, in order."""
    scored = [(number, each) for number, each in enumerate(questions, 1) if each.scored]
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
    if question.handler.several:
        return False
    credits = [option.credit for option in question.options] + [each.credit for each in question.accepted]
    return all(credit <= 0 or credit >= WHOLE for credit in credits)


def _score(question: Question, paper: PaperAnswers) -> int:
    """Return what an answer is worth in hundredths of a per cent: credits are whole numbers of them."""
    return int((credit_of(question, paper.get(question.key)) or 0) * WHOLE)


def _group_sum(scores: Sequence[int], order: Sequence[int], size: int) -> Fraction:
    """Return the sum of scores of the `size` papers that come first; ties share the last places."""
    border = sorted(order)[size - 1]
    inside = [score for score, place in zip(scores, order, strict=True) if place < border]
    tied = [score for score, place in zip(scores, order, strict=True) if place == border]
    return sum(inside) + Fraction((size - len(inside)) * sum(tied), len(tied))


def _item(
    question: Question,
    place: int,
    papers: Sequence[PaperAnswers],
    scores: Sequence[int],
    totals: Sequence[int],
) -> ItemResult:
    answers = [paper.get(question.key, "") for paper in papers]
    chosen = [chosen_options(answer) for answer in answers] if question.options else []
    single = not question.handler.several
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
