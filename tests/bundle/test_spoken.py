"""What is read aloud: every slip of tongue or finger is found, and in which group."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from trainer_app.bundle import bech32, sealing, spoken
from trainer_app.domain.errors import TrainerError

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_what_is_spoken_is_heard(key: bytes) -> None:
    said = spoken.speak(key)
    assert len(said.split()) == spoken.groups_of(len(key)) == 17
    assert spoken.hear(said, 32) == spoken.hear(said.replace(" ", ""), 32) == key
    assert spoken.hear(f" {said.replace(' ', ' - ')}.", 32) == key


@given(KEYS, st.integers(0, 16), st.integers(0, 5), st.integers(1, 9))
def test_a_wrong_digit_is_found_in_its_group(key: bytes, group: int, place: int, more: int) -> None:
    groups = spoken.speak(key).split()
    digit = str((int(groups[group][place]) + more) % 10)
    groups[group] = groups[group][:place] + digit + groups[group][place + 1 :]
    assert spoken.wrong_group(" ".join(groups)) == group + 1


@given(KEYS, st.integers(0, 16), st.integers(0, 4))
def test_digits_that_changed_places_are_found(key: bytes, group: int, place: int) -> None:
    groups = spoken.speak(key).split()
    old = groups[group]
    groups[group] = old[:place] + old[place + 1] + old[place] + old[place + 2 :]
    assert spoken.wrong_group(" ".join(groups)) == (group + 1 if groups[group] != old else 0)


@given(KEYS, st.integers(0, 15))
def test_groups_that_changed_places_are_found(key: bytes, first: int) -> None:
    groups = spoken.speak(key).split()
    groups[first], groups[first + 1] = groups[first + 1], groups[first]
    if groups[first] == groups[first + 1]:
        return
    with pytest.raises(TrainerError):
        spoken.hear(" ".join(groups), 32)


def test_what_is_typed_so_far_is_judged_so_far() -> None:
    said = spoken.speak(bytes(range(32)))
    for length in range(len(said)):
        assert spoken.wrong_group(said[:length]) == 0
    assert spoken.whole_groups(said[:20]) == 3


@pytest.mark.parametrize("typed", ["", "12", "А", "௧௨௩", "999999 " * 17, "9" * 5000])
def test_what_is_no_answer_is_refused(typed: str) -> None:
    with pytest.raises(TrainerError, match="spoken"):
        spoken.hear(typed, 32)


def test_every_group_right_and_the_whole_wrong_is_refused() -> None:
    first, second = spoken.speak(bytes(32)).split(), spoken.speak(bytes([1] * 32)).split()
    with pytest.raises(TrainerError, match=r"spoken\.does_not_fit"):
        spoken.hear(" ".join([*first[:9], *second[9:]]), 32)


@given(KEYS)
def test_bech32_is_what_age_writes(key: bytes) -> None:
    identity = bech32.encode(key, "age-secret-key-").upper()
    recipient = sealing.recipient_of(identity)
    assert bech32.decode(identity, "age-secret-key-") == key
    assert bech32.encode(bech32.decode(recipient, "age"), "age") == recipient


@given(KEYS, st.integers(4, 61), st.integers(1, 31))
def test_bech32_finds_every_wrong_letter(key: bytes, place: int, more: int) -> None:
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    text = bech32.encode(key, "age")
    wrong = letters[(letters.index(text[place]) + more) % 32]
    with pytest.raises(ValueError, match="checksum"):
        bech32.decode(text[:place] + wrong + text[place + 1 :], "age")
