"""Tests before and after a course, feedback counts, and what was learnt."""

from dataclasses import dataclass, field
from enum import StrEnum


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
class LearningResult:
    """What a course's tests say. Means and gains in hundredths of a per cent; None where n/a.

    `hake_g` is the gain of the class means (Hake 1998), `mean_individual_g` the mean of the single
    gains (Bao 2006), both in ten-thousandths; participants with pre = 100 % have no single gain.
    """

    matched: int
    only_pre: int
    only_post: int
    pre_mean: int | None = None
    post_mean: int | None = None
    gain_points: int | None = None
    hake_g: int | None = None
    mean_individual_g: int | None = None
    losses: int = 0
    without_gain: int = 0


FEEDBACK_QUESTIONS = ("useful", "clear", "trainers", "practice", "materials", "recommend")
"""Statements of the short feedback form, answered from 1 (not at all) to 5 (fully)."""


@dataclass(frozen=True)
class FeedbackCount:
    """How many sheets ticked which option of a question; `counts[0]` is option 1."""

    question: str
    counts: tuple[int, ...] = (0, 0, 0, 0, 0)

    @property
    def answers(self) -> int:
        """Answers in all."""
        return sum(self.counts)


@dataclass(frozen=True)
class Evaluation:
    """Everything the evaluations tab of a course shows."""

    course: str
    rows: tuple[ScoreRow, ...]
    result: LearningResult
    feedback: tuple[FeedbackCount, ...] = field(default_factory=tuple)
