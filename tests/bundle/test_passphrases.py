"""Passphrases: what counts as the same, what is refused, what a guess costs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.bundle.sealing import (
    MINIMUM_COST,
    calibrate_cost,
    normalise_passphrase,
    passphrase_key,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import MAX_MEMORY, KdfCost


def test_composed_and_decomposed_tajik_letters_are_one_passphrase() -> None:
    composed = "Ӣди Ӯрун"
    assert (
        normalise_passphrase(unicodedata.normalize("NFD", composed))
        == normalise_passphrase(composed)
        == composed
    )


def test_every_kind_of_space_is_the_plain_one() -> None:
    assert normalise_passphrase("чой\u00a0нон\u2003об") == "чой нон об"


@pytest.mark.parametrize("pair", [("Нон", "нон"), ("нон", " нон"), ("ﬁ", "fi"), ("２", "2")])
def test_what_differs_stays_different(pair: tuple[str, str]) -> None:
    assert normalise_passphrase(pair[0]) != normalise_passphrase(pair[1])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "vault.empty_passphrase"),
        (" \u00a0", "vault.empty_passphrase"),
        ("а\x00б", "vault.passphrase_unreadable"),
        ("а\nб", "vault.passphrase_unreadable"),
        ("а\ud800", "vault.passphrase_unreadable"),
    ],
)
def test_what_cannot_be_typed_again_is_refused(typed: str, code: str) -> None:
    with pytest.raises(TrainerError) as problem:
        normalise_passphrase(typed)
    assert problem.value.code == code


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_normalising_twice_changes_nothing_more(typed: str) -> None:
    if not typed.strip():
        return
    assert normalise_passphrase(normalise_passphrase(typed)) == normalise_passphrase(typed)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("password", "cddea3ed3772ee6e50209491ab918b66bc3052583f37a0321fdd130833d846ef"),
        ("Ӣди нав", "f403fd7f42b305bf140e6cffde796de2253310ac2da197c11179521014348f90"),
    ],
)
def test_the_derivation_is_the_published_one(passphrase: str, expected: str) -> None:
    # Known answers of the reference implementation (argon2-cffi 25), same salt and cost.
    assert passphrase_key(passphrase, b"saltsalt16bytes!", MINIMUM_COST).hex() == expected


@pytest.mark.parametrize("cost", [(1024, 3, 4), (64 * 1024, 2, 4), (64 * 1024, 3, 1), (2**31, 3, 4)])
def test_no_cost_is_below_the_minimum_or_beyond_reason(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of range"):
        KdfCost(*cost)


@pytest.mark.parametrize(
    ("spent", "expected"),
    [
        (60.0, KdfCost(128 * 1024, 3, 4)),
        (2.0, KdfCost(128 * 1024, 3, 4)),
        (0.5, KdfCost(128 * 1024, 3, 4)),
        (0.125, KdfCost(MAX_MEMORY, 6, 4)),
        (0.0, KdfCost(MAX_MEMORY, 12, 4)),
    ],
)
def test_calibration_takes_memory_first_and_then_passes(spent: float, expected: KdfCost) -> None:
    ticks = iter((10.0, 10.0 + spent))
    assert calibrate_cost(1.0, lambda: next(ticks)) == expected
