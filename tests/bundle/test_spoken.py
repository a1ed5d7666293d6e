"""What is read aloud: every slip of tongue or finger is found, and in which group."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from trainer_app.bundle import encodings, sealing
from trainer_app.domain.base.errors import TrainerError

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_what_is_spoken_is_heard(key: bytes) -> None:
    said = encodings.spoken_groups(key)
    assert len(said.split()) == encodings.groups_of(len(key)) == 17
    assert encodings.read_spoken(said, 32) == encodings.read_spoken(said.replace(" ", ""), 32) == key
    assert encodings.read_spoken(f" {said.replace(' ', ' - ')}.", 32) == key


@given(KEYS, st.integers(0, 16), st.integers(0, 5), st.integers(1, 9))
def test_a_wrong_digit_is_found_in_its_group(key: bytes, group: int, place: int, more: int) -> None:
    groups = encodings.spoken_groups(key).split()
    digit = str((int(groups[group][place]) + more) % 10)
    groups[group] = groups[group][:place] + digit + groups[group][place + 1 :]
    assert encodings.wrong_group(" ".join(groups)) == group + 1


@given(KEYS, st.integers(0, 16), st.integers(0, 4))
def test_digits_that_changed_places_are_found(key: bytes, group: int, place: int) -> None:
    groups = encodings.spoken_groups(key).split()
    old = groups[group]
    groups[group] = old[:place] + old[place + 1] + old[place] + old[place + 2 :]
    assert encodings.wrong_group(" ".join(groups)) == (group + 1 if groups[group] != old else 0)


@given(KEYS, st.integers(0, 15))
def test_groups_that_changed_places_are_found(key: bytes, first: int) -> None:
    groups = encodings.spoken_groups(key).split()
    groups[first], groups[first + 1] = groups[first + 1], groups[first]
    if groups[first] == groups[first + 1]:
        return
    with pytest.raises(TrainerError):
        encodings.read_spoken(" ".join(groups), 32)


def test_what_is_typed_so_far_is_judged_so_far() -> None:
    said = encodings.spoken_groups(bytes(range(32)))
    for length in range(len(said)):
        assert encodings.wrong_group(said[:length]) == 0
    assert encodings.whole_groups(said[:20]) == 3


@pytest.mark.parametrize("typed", ["", "12", "А", "௧௨௩", "999999 " * 17, "9" * 5000])
def test_what_is_no_answer_is_refused(typed: str) -> None:
    with pytest.raises(TrainerError, match="spoken"):
        encodings.read_spoken(typed, 32)


def test_every_group_right_and_the_whole_wrong_is_refused() -> None:
    first, second = (
        encodings.spoken_groups(bytes(32)).split(),
        encodings.spoken_groups(bytes([1] * 32)).split(),
    )
    with pytest.raises(TrainerError, match=r"spoken\.does_not_fit"):
        encodings.read_spoken(" ".join([*first[:9], *second[9:]]), 32)


@given(KEYS)
def test_bech32_is_what_age_writes(key: bytes) -> None:
    identity = encodings.encode_bech32(key, "age-secret-key-").upper()
    recipient = sealing.recipient_of(identity)
    assert encodings.decode_bech32(identity, "age-secret-key-") == key
    assert encodings.encode_bech32(encodings.decode_bech32(recipient, "age"), "age") == recipient


@given(KEYS, st.integers(4, 61), st.integers(1, 31))
def test_bech32_finds_every_wrong_letter(key: bytes, place: int, more: int) -> None:
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    text = encodings.encode_bech32(key, "age")
    wrong = letters[(letters.index(text[place]) + more) % 32]
    with pytest.raises(ValueError, match="checksum"):
        encodings.decode_bech32(text[:place] + wrong + text[place + 1 :], "age")
