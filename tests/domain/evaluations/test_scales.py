"""Scales of two to seven steps, and numbers in short."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind
from trainer_app.domain.evaluations.statistics import (
    ScaleSummary,
    distribute,
    spread_of,
    summarize_scale,
)

steps = st.integers(2, 7).flatmap(lambda size: st.lists(st.integers(0, 30), min_size=size, max_size=size))
percents = st.lists(st.integers(0, WHOLE), min_size=1, max_size=40)


def test_five_steps_computed_by_hand() -> None:
    # 1 3 3 4 4 4 5 5: median between 4 and 4; 5 of 8 at the top, 1 of 8 at the bottom; sum 29 of 8.
    found = summarize_scale((1, 0, 2, 3, 2))
    assert (found.answers, found.median, found.mean) == (8, 4, Fraction(29, 8))
    assert (found.top, found.bottom) == (6250, 1250)


@pytest.mark.parametrize(
    ("counts", "ends", "top", "bottom"),
    [
        ((3, 1), 1, 2500, 7500),
        ((1, 2, 1), 1, 2500, 2500),
        ((1, 1, 1, 1), 2, 5000, 5000),
        ((1, 0, 0, 0, 0, 0, 3), 2, 7500, 2500),
    ],
)
def test_the_ends_of_a_short_scale_never_meet(
    counts: tuple[int, ...], ends: int, top: int, bottom: int
) -> None:
    found = summarize_scale(counts)
    assert (found.ends, found.top, found.bottom) == (ends, top, bottom)


def test_without_an_answer_nothing_is_said() -> None:
    assert summarize_scale((0, 0, 0)) == ScaleSummary((0, 0, 0))


def test_blanks_and_double_ticks_choose_no_step() -> None:
    scale = Question("q", QuestionKind.LIKERT, Texts(), (Option(Texts()),) * 3)
    answers = ["1", "3", "3", "", "1,2", "9", "words"]
    assert scale.handler.option_counts(scale, answers) == (1, 0, 2)


@given(steps)
def test_against_the_answers_written_out(counts: list[int]) -> None:
    found = summarize_scale(counts)
    answers = [Fraction(step) for step, times in enumerate(counts, 1) for _ in range(times)]
    assert found.answers == len(answers)
    if not answers:
        assert found.median is None
        return
    assert (found.median, found.mean) == (statistics.median(answers), statistics.mean(answers))
    assert found.top is not None
    assert found.bottom is not None
    assert found.top + found.bottom <= WHOLE
    assert found.top * len(answers) == WHOLE * sum(step > len(counts) - found.ends for step in answers)
    # Turned round, the scale says the same from its other end.
    turned = summarize_scale(counts[::-1])
    assert (turned.top, turned.bottom) == (found.bottom, found.top)


def test_scores_fall_into_ten_bins() -> None:
    found = distribute([0, 999, 1000, Fraction(59_999, 10), 6000, 9000, 9999, 10_000])
    assert found is not None
    assert found.bins == (2, 1, 0, 0, 0, 1, 1, 0, 0, 3)
    assert (found.spread.lowest, found.spread.highest) == (0, 10_000)
    assert distribute([]) is None
    assert spread_of([]) is None


@given(percents)
def test_a_distribution_counts_everybody_once(found: list[int]) -> None:
    shown = distribute(found)
    assert shown is not None
    assert sum(shown.bins) == shown.spread.count == len(found)
    assert shown.spread.mean == statistics.mean(map(Fraction, found))
    assert shown.spread.median == statistics.median(map(Fraction, found))
    assert shown.spread.lowest <= shown.spread.median <= shown.spread.highest
