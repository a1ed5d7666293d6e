"""What the answers on a scale say: counts, median, both ends; the mean only beside them.

A scale has 2 to 7 steps, the lowest first. Its steps have an order, but nobody knows how far they lie apart:
hence the median. Everything is exact, rounded once where it is shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.answers import chosen_options

BOTH_ENDS = 4
"""From so many steps on an end of the scale is two steps; on a shorter one it is one, or ends would meet."""


@dataclass(frozen=True)
class ScaleSummary:
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


def count_steps(answers: Iterable[str], steps: int) -> tuple[int, ...]:
    """Return how many of the answers chose each option alone; blanks and double ticks choose none."""
    counts = [0] * steps
    for answer in answers:
        chosen = chosen_options(answer)
        if len(chosen) == 1 and 1 <= chosen[0] <= steps:
            counts[chosen[0] - 1] += 1
    return tuple(counts)


def answer_at(counts: Sequence[int], position: int) -> int:
    """Return the step at a position (from 0) among all answers in rising order."""
    passed = 0
    for step, count in enumerate(counts, 1):
        passed += count
        if position < passed:
            return step
    return len(counts)
