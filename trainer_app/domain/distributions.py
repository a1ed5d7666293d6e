"""How numbers are spread: a histogram of test scores, and the middle and ends of any numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from trainer_app.domain.amounts import WHOLE, Percent

BINS = 10
"""Ten bins of ten percentage points each; the last one holds 100 % too."""


@dataclass(frozen=True)
class Spread:
    """Numbers in short: how many, mean, median, lowest, highest, all exact and in their own unit."""

    count: int
    mean: Fraction
    median: Fraction
    lowest: Fraction
    highest: Fraction


@dataclass(frozen=True)
class Distribution:
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
