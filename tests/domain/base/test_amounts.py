"""Rounding and percentages as words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import (
    exact_percent,
    limit_label,
    limit_text,
    percent_label,
    percent_text,
    places_beside,
    points_text,
    progress_text,
    round_half_up,
)
from trainer_app.system.messages import label_text

PERCENT = st.fractions(min_value=0, max_value=10_000, max_denominator=5_000)
LIMIT = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(5, 2), 3),
        (Fraction(-5, 2), -2),
        (Fraction(7, 3), 2),
        (Fraction(8, 3), 3),
        (7, 7),
        (Fraction(-8, 3), -3),
    ],
)
def test_halves_go_up(value: Fraction | int, rounded: int) -> None:
    assert round_half_up(value) == rounded


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (7880, "78.8 %", "78,8 %"),
        (8000, "80 %", "80 %"),
        (7884, "78.8 %", "78,8 %"),
        (7885, "78.9 %", "78,9 %"),
        (10_000, "100 %", "100 %"),
        (0, "0 %", "0 %"),
        (-250, "−2.5 %", "−2,5 %"),
    ],
)
def test_a_percentage_reads_in_each_language(value: int, english: str, russian: str) -> None:
    label = percent_label(value)
    assert label_text(label, "en") == english.replace(" ", "\u00a0")
    assert label_text(label, "ru") == russian.replace(" ", "\u00a0")
    assert label_text(label, "tg") == russian.replace(" ", "\u00a0")


def test_almost_the_limit_does_not_read_like_the_limit() -> None:
    assert label_text(percent_label(7996, 8000), "en") == "79.96\u00a0%"
    assert label_text(percent_label(Fraction(799_999, 100), 8000), "en") == "79.9999\u00a0%"
    assert label_text(percent_label(7996), "en") == "80\u00a0%"


def test_a_limit_keeps_its_hundredths() -> None:
    assert label_text(limit_label(6667), "en") == "66.67\u00a0%"
    assert label_text(limit_label(7500), "tg") == "75\u00a0%"


def _read(text: str) -> Fraction:
    return Fraction(text.removesuffix("\u00a0%")) * 100


@given(PERCENT, LIMIT)
def test_what_is_shown_stands_on_the_same_side_of_the_limit(value: Fraction, limit: int) -> None:
    shown = _read(label_text(percent_label(value, limit), "en"))
    assert (shown >= limit) == (value >= limit)
    assert abs(shown - value) <= 5
    assert _read(label_text(limit_label(limit), "en")) == limit


@given(st.integers(0, 100_000), st.integers(-10, 100_000))
def test_an_exact_percentage_is_not_rounded(part: int, whole: int) -> None:
    found = exact_percent(part, whole)
    if whole <= 0:
        assert found is None
    else:
        assert found is not None
        assert found * whole == part * 10_000


@given(st.fractions(-1, 1, max_denominator=10_000), st.fractions(-1, 1, max_denominator=10))
def test_a_value_never_shows_on_the_other_side_of_a_limit(value: Fraction, limit: Fraction) -> None:
    places = places_beside(value, [limit], 2, 12)
    shown = Fraction(round_half_up(value * 10**places), 10**places)
    assert (shown < limit, shown > limit) == (value < limit, value > limit) or value == limit
    assert places_beside(value, [], 2) == 2


@given(PERCENT, LIMIT, st.sampled_from(("en", "ru", "tg")))
def test_screens_and_sentences_say_one_share_alike(value: Fraction, limit: int, language: str) -> None:
    assert percent_text(value, language) == label_text(percent_label(value), language)
    assert percent_text(value, language, limit) == label_text(percent_label(value, limit), language)
    assert limit_text(limit, language) == label_text(limit_label(limit), language)


def test_a_share_is_rounded_once() -> None:
    # 79.946 %: by way of 79.95 % it would become 80 %.
    assert percent_text(Fraction(799_460, 100), "ru") == "79,9\u00a0%"
    assert percent_text(None, "en") == "–"


def test_changes_and_progress() -> None:
    assert points_text(Fraction(2750), "tg") == "+27,5"
    assert points_text(-300, "en") == "−3"
    assert points_text(Fraction(1, 3), "en") == "0"
    assert progress_text(0.4) == "40\u00a0%"
    assert progress_text(0.999) == "99\u00a0%"
    assert progress_text(1.0) == "100\u00a0%"
    assert progress_text(1.25) == "125\u00a0%"
