"""The draw of a sample, the list of files, and what a comparison says of changed folders."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.evidence import (
    MOST_SAMPLED,
    EvidenceFault,
    compare_files,
    draw_sample,
    read_sums,
    write_sums,
)

KEYS = [f"key-{number}" for number in range(40)]


def test_the_draw_is_the_order_of_hashes_that_anybody_can_calculate() -> None:
    drawn = draw_sample(KEYS, "2026-11, 7", 5)
    ordered = sorted(KEYS, key=lambda key: hashlib.sha256(f"2026-11, 7/{key}".encode()).hexdigest())
    assert [each.key for each in drawn] == ordered
    assert [each.key for each in drawn if each.taken] == ordered[:5]


def test_the_order_in_which_keys_come_does_not_matter_and_another_seed_draws_others() -> None:
    first = draw_sample(KEYS, "a", 5)
    assert draw_sample(KEYS[::-1], "a", 5) == first
    others = {each.key for each in draw_sample(KEYS, "b", 5) if each.taken}
    assert others != {each.key for each in first if each.taken}


def test_a_larger_sample_holds_the_smaller_one() -> None:
    small = {each.key for each in draw_sample(KEYS, "a", 5) if each.taken}
    assert small < {each.key for each in draw_sample(KEYS, "a", 9) if each.taken}


@pytest.mark.parametrize("count", [0, 41, MOST_SAMPLED + 1])
def test_a_sample_is_of_those_that_are_there(count: int) -> None:
    with pytest.raises(TrainerError, match="evidence.sample_size"):
        draw_sample(KEYS, "a", count)


def test_a_sample_needs_a_seed() -> None:
    with pytest.raises(TrainerError, match="evidence.no_seed"):
        draw_sample(KEYS, "  ", 3)


@given(st.dictionaries(st.from_regex(r"[A-Za-z0-9_./-]{1,30}", fullmatch=True), st.binary(), min_size=1))
def test_a_list_of_files_is_read_as_it_was_written(files: dict[str, bytes]) -> None:
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert read_sums(write_sums(hashes)) == hashes


@pytest.mark.parametrize("data", [b"", b"nothing\n", b"\xff\xfe", b"0" * 64 + b" one\n"])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(TrainerError, match="evidence.bad_sums"):
        read_sums(data)


SIGNED = {"a": "1" * 64, "b": "2" * 64, "c": "3" * 64}


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (SIGNED, []),
        ({**SIGNED, "a": "9" * 64}, [(EvidenceFault.CHANGED, "a", "")]),
        ({"a": "1" * 64, "b": "2" * 64}, [(EvidenceFault.MISSING, "c", "")]),
        ({**SIGNED, "d": "4" * 64}, [(EvidenceFault.ADDED, "d", "")]),
        ({"a": "1" * 64, "b": "2" * 64, "d": "3" * 64}, [(EvidenceFault.RENAMED, "c", "d")]),
        ({"a": "2" * 64, "b": "1" * 64, "c": "3" * 64}, [(EvidenceFault.CHANGED, each, "") for each in "ab"]),
    ],
)
def test_each_difference_is_told_by_its_name(
    there: dict[str, str], told: list[tuple[EvidenceFault, str, str]]
) -> None:
    found = compare_files(SIGNED, {**there, "SHA256SUMS": "0" * 64, "SHA256SUMS.minisig": "0" * 64})
    assert [(each.fault, each.file, each.now) for each in found] == told
