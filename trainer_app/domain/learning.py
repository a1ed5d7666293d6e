"""What was learnt: gains of matched pre- and post-tests, and the summary of feedback.

Only participants with both tests count; who has one only is told beside. Percentages are hundredths of a
per cent, normalised gains shares of 1; both are exact, and rounded once where they are shown.

Sources: R. Hake (1998), American Journal of Physics 66, 64, for g of class means and the bands at 0.3 and
0.7; L. Bao (2006), American Journal of Physics 74, 917, for the mean of individual gains.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from trainer_app.domain.amounts import WHOLE, Percent, exact_percent, round_half_up
from trainer_app.domain.evaluations import Learning, Occasion, TestScore
from trainer_app.domain.reports import Figure, Unit

MIN_ANSWERS = 5
"""Summaries of fewer answers are not shown: they would point at a person."""


MEDIUM, HIGH = Fraction(3, 10), Fraction(7, 10)
"""Where Hake's bands of a gain begin."""


class Band(StrEnum):
    """Hake's bands of a normalised gain."""

    LOSS = "loss"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


def compare(pre: Mapping[str, Percent], post: Mapping[str, Percent]) -> Learning:
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
        percent = exact_percent(score.points, score.out_of)
        if percent is not None:
            percents[score.occasion][score.enrolment] = percent
    return compare(percents[Occasion.PRE], percents[Occasion.POST])


def band(gain: Fraction) -> Band:
    """Return the band of a normalised gain, a share of 1: medium from 0.3, high from 0.7."""
    if gain < 0:
        return Band.LOSS
    if gain < MEDIUM:
        return Band.LOW
    return Band.MEDIUM if gain < HIGH else Band.HIGH


def learning_figures(found: Learning) -> tuple[Figure, ...]:
    """Return the figures of a report: how many were matched, both means, points gained, both gains."""
    return (
        Figure("tests_matched", found.matched),
        Figure("tests_only_pre", found.only_pre),
        Figure("tests_only_post", found.only_post),
        Figure("pre_mean", found.pre_mean, Unit.PERCENT),
        Figure("post_mean", found.post_mean, Unit.PERCENT),
        Figure("gain_points", found.gain_points, Unit.PERCENT),
        Figure("hake_g", _in_ten_thousandths(found.hake_g), Unit.GAIN),
        Figure("mean_individual_g", _in_ten_thousandths(found.mean_individual_g), Unit.GAIN),
        Figure("losses", found.losses),
    )


def gain_of(before: Fraction, after: Fraction) -> Fraction | None:
    """Return (post - pre) / (100 % - pre); None from 100 % on, where nothing can be gained."""
    return (after - before) / (WHOLE - before) if before < WHOLE else None


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _in_ten_thousandths(gain: Fraction | None) -> Fraction | None:
    return None if gain is None else gain * 10_000


def _rounded(value: Fraction | None, parts: int = 1) -> int | None:
    return None if value is None else round_half_up(value * parts)
