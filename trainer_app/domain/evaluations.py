"""Tests before and after a course, and what was learnt."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Occasion(StrEnum):
    """When a paper is filled in."""

    PRE = "pre"
    POST = "post"
    END = "end"
    MONTH3 = "month3"
    MONTH6 = "month6"


TEST_OCCASIONS = (Occasion.PRE, Occasion.POST)
"""The two tests whose difference is what was learnt."""


@dataclass(frozen=True)
class TestScore:
    """One test paper of one participant. `points` and `out_of` are hundredths of a point.

    `form` is the version of the test that was keyed in; empty where only points were typed in.
    """

    __test__ = False

    enrolment: str
    occasion: Occasion
    points: int
    out_of: int
    paper_number: int | None = None
    conflict: bool = False
    paper: str = ""
    attempt: int = 1
    form: str = ""

    @property
    def percent(self) -> int:
        """Hundredths of a per cent, rounded half up."""
        if self.out_of <= 0:
            return 0
        return (self.points * 20000 + self.out_of) // (2 * self.out_of)


@dataclass(frozen=True)
class ScoreRow:
    """One participant's two tests."""

    enrolment: str
    number: int
    name: str
    pre: TestScore | None = None
    post: TestScore | None = None


@dataclass(frozen=True)
class Learning:
    """What two tests say, exact: percentages in hundredths of a per cent, gains as shares of 1.

    Means and gains are of the matched pairs; None without a pair. `hake_g` is the gain of the class means
    (Hake 1998), `mean_individual_g` the mean of the single gains (Bao 2006); who had 100 % before
    (`without_gain`) has none.
    """

    matched: int
    only_pre: int
    only_post: int
    pre_mean: Fraction | None = None
    post_mean: Fraction | None = None
    gain_points: Fraction | None = None
    hake_g: Fraction | None = None
    mean_individual_g: Fraction | None = None
    losses: int = 0
    same: int = 0
    without_gain: int = 0


@dataclass(frozen=True)
class Evaluation:
    """Everything the evaluations tab of a course shows."""

    course: str
    rows: tuple[ScoreRow, ...]
    result: Learning
