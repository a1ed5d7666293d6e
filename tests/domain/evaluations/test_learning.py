"""Gains and feedback: examples computed by hand, and properties against naive recounts."""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import Percent, round_half_up
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Learning, Occasion, TestScore
from trainer_app.domain.evaluations.statistics import (
    GainBand,
    band_of_gain,
    compare_tests,
    learning_of_scores,
)
from trainer_app.domain.office.reports import learning_figures

keys = st.sampled_from([f"enrolment {number}" for number in range(12)])
papers = st.dictionaries(keys, st.integers(0, 10_000))
counts = st.tuples(*(st.integers(0, 40) for _ in range(5)))


@dataclass(frozen=True)
class Told:
    """What is told of two tests: means and points in hundredths of a per cent, gains in ten-thousandths."""

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


def told(found: Learning) -> Told:
    """Round once, halves up."""

    def rounded(value: Fraction | None, parts: int = 1) -> int | None:
        return None if value is None else round_half_up(value * parts)

    return Told(
        matched=found.matched,
        only_pre=found.only_pre,
        only_post=found.only_post,
        pre_mean=rounded(found.pre_mean),
        post_mean=rounded(found.post_mean),
        gain_points=rounded(found.gain_points),
        hake_g=rounded(found.hake_g, 10_000),
        mean_individual_g=rounded(found.mean_individual_g, 10_000),
        losses=found.losses,
        without_gain=found.without_gain,
    )


def learning(pre: Mapping[str, Percent], post: Mapping[str, Percent]) -> Told:
    return told(compare_tests(pre, post))


def test_a_class_of_four_computed_by_hand() -> None:
    # a 40->80, b 50->60, c 100->90, d 60->50: means 62.5 and 70, g of means 7.5/37.5 = 0.2.
    # Single gains: a 40/60 = 0.66667, b 10/50 = 0.2, d -10/40 = -0.25, c none; their mean 0.20556.
    pre = {"a": 4000, "b": 5000, "c": 10_000, "d": 6000, "left early": 3000}
    post = {"a": 8000, "b": 6000, "c": 9000, "d": 5000, "came late": 7000, "came later": 7100}
    assert learning(pre, post) == Told(
        matched=4,
        only_pre=1,
        only_post=2,
        pre_mean=6250,
        post_mean=7000,
        gain_points=750,
        hake_g=2000,
        mean_individual_g=2056,
        losses=2,
        without_gain=1,
    )


def test_the_two_gains_are_different_measures() -> None:
    # Hake: means 50 -> 70, 20/50 = 0.4. Bao: a 10 -> 50 gains 40/90 = 0.44444, b nothing; their mean 0.22222.
    result = learning({"a": 1000, "b": 9000}, {"a": 5000, "b": 9000})
    assert (result.hake_g, result.mean_individual_g) == (4000, 2222)


def test_means_are_not_computed_from_rounded_papers() -> None:
    # 8/11 = 72.727 % and 1/8 = 12.5 %: the mean is 42.6136 %; of rounded papers (72.73) it would be 42.62 %.
    scores = [TestScore("a", Occasion.PRE, 800, 1100), TestScore("b", Occasion.PRE, 100, 800)]
    scores += [TestScore(key, Occasion.POST, 300, 300) for key in "ab"]
    result = told(learning_of_scores(scores))
    assert (result.pre_mean, result.post_mean, result.gain_points) == (4261, 10_000, 5739)
    assert (result.hake_g, result.mean_individual_g, result.losses) == (10_000, 10_000, 0)


def test_a_loss_is_negative_and_halves_go_up() -> None:
    result = learning({"a": 5000, "b": 5001}, {"a": 4000, "b": 4000})
    assert result.pre_mean == 5001
    assert result.gain_points == -1000
    assert result.hake_g is not None
    assert band_of_gain(Fraction(result.hake_g, 10_000)) is GainBand.LOSS
    assert result.losses == 2


def test_when_everybody_knew_everything_there_is_no_gain_to_speak_of() -> None:
    result = learning({"a": 10_000}, {"a": 10_000})
    assert (result.matched, result.hake_g, result.mean_individual_g, result.without_gain) == (
        1,
        None,
        None,
        1,
    )
    assert result.gain_points == 0


def test_almost_everything_known_still_leaves_a_gain() -> None:
    result = learning({"a": Fraction(19_999, 2)}, {"a": 10_000})
    assert (result.hake_g, result.mean_individual_g, result.without_gain) == (10_000, 10_000, 0)


def test_without_a_pair_nothing_is_said() -> None:
    assert learning({"a": 1}, {"b": 2}) == Told(0, 1, 1)
    assert learning({}, {}) == Told(0, 0, 0)


def test_a_paper_out_of_nothing_is_no_paper_and_a_later_paper_counts() -> None:
    scores = [
        TestScore("a", Occasion.PRE, 0, 0),
        TestScore("b", Occasion.PRE, 500, 1000),
        TestScore("b", Occasion.PRE, 600, 1000),
        TestScore("b", Occasion.POST, 800, 1000),
    ]
    assert told(learning_of_scores(scores)) == learning({"b": 6000}, {"b": 8000})


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        (-1, GainBand.LOSS),
        (0, GainBand.LOW),
        (2999, GainBand.LOW),
        (3000, GainBand.MEDIUM),
        (6999, GainBand.MEDIUM),
        (7000, GainBand.HIGH),
    ],
)
def test_bands(gain: int, expected: GainBand) -> None:
    assert band_of_gain(Fraction(gain, 10_000)) is expected


def test_figures_of_a_report_carry_their_units() -> None:
    figures = {
        figure.code: (figure.value, figure.unit.value)
        for figure in learning_figures(compare_tests({"a": 5000}, {"a": 7500}))
    }
    assert figures["tests_matched"] == (1, "count")
    assert figures["gain_points"] == (2500, "points")
    assert figures["hake_g"] == (5000, "gain")


@given(papers, papers)
def test_learning_against_a_naive_recount(pre: dict[str, int], post: dict[str, int]) -> None:
    result = learning(pre, post)
    both = [key for key in pre if key in post]
    assert result.matched == len(both)
    assert result.matched + result.only_pre == len(pre)
    assert result.matched + result.only_post == len(post)
    if not both:
        return
    total_before, total_after = sum(pre[key] for key in both), sum(post[key] for key in both)
    assert result.pre_mean == (2 * total_before + len(both)) // (2 * len(both))
    assert result.gain_points == (2 * (total_after - total_before) + len(both)) // (2 * len(both))
    room = 10_000 * len(both) - total_before
    if room:
        assert result.hake_g is not None
        # Half up: the rounded value lies in (exact - 1/2, exact + 1/2].
        exact = Fraction(10_000 * (total_after - total_before), room)
        assert Fraction(-1, 2) < result.hake_g - exact <= Fraction(1, 2)
    else:
        assert result.hake_g is None
    single = [Fraction(post[key] - pre[key], 10_000 - pre[key]) for key in both if pre[key] < 10_000]
    assert result.without_gain == len(both) - len(single)
    assert result.losses == len([key for key in both if post[key] < pre[key]])
    if single:
        assert result.mean_individual_g is not None
        assert abs(result.mean_individual_g - 10_000 * statistics.mean(single)) <= Fraction(1, 2)


@given(papers, papers, st.dictionaries(st.text("xyz", min_size=1), st.integers(0, 10_000)))
def test_single_papers_move_no_mean(
    pre: dict[str, int], post: dict[str, int], single: dict[str, int]
) -> None:
    before, after = learning(pre, post), learning(pre | single, post)
    assert replace(after, only_pre=before.only_pre) == before
