"""Keys: the form of RFC 9562, order by time, the same key on two laptops."""

import time
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.journal import derive_key, is_key, new_key

entities = st.sampled_from(["enrolment", "attendance", "feedback_paper", "paper"])
parents = st.lists(st.uuids().map(str), min_size=1, max_size=3)


def test_a_new_key_is_a_version_7_of_now() -> None:
    before = time.time_ns() // 1_000_000
    keys = [new_key() for _ in range(2_000)]
    after = time.time_ns() // 1_000_000
    for key in keys:
        read = uuid.UUID(key)
        assert (read.version, read.variant) == (7, uuid.RFC_4122)
        assert before <= read.int >> 80 <= after
        assert is_key(key)
    assert len(set(keys)) == len(keys)


def test_the_random_bits_are_all_used() -> None:
    keys = [uuid.UUID(new_key()).int for _ in range(500)]
    ever, always = 0, (1 << 128) - 1
    for key in keys:
        ever, always = ever | key, always & key
    random_bits = (1 << 76) - 1 ^ 0x3 << 62
    assert ever & random_bits == random_bits
    assert always & random_bits == 0


def test_later_keys_sort_later() -> None:
    first = new_key()
    start = time.time_ns() // 1_000_000
    while time.time_ns() // 1_000_000 == start:
        pass
    assert first < new_key()


def test_two_laptops_make_one_row() -> None:
    # Golden: these must never change, or laptops of two versions stop meeting in one row.
    course, person = "0190f5a2-7c3e-7abc-8def-0123456789ab", "0190f5a2-7c3e-7abc-8def-ba9876543210"
    enrolment = derive_key("enrolment", course, person)
    assert enrolment == "092c0404-fa01-522e-a746-1e632ce45514"
    assert derive_key("attendance", enrolment, course) == "a4780926-2f7a-5187-8efd-50b5e1c2b850"


@given(entities, parents)
def test_a_derived_key_is_a_version_5_and_depends_only_on_its_parents(entity: str, keys: list[str]) -> None:
    derived = derive_key(entity, *keys)
    assert uuid.UUID(derived).version == 5
    assert is_key(derived)
    assert derived == derive_key(entity, *keys)
    assert derived not in keys


@given(entities, parents, entities, parents)
def test_other_parents_other_key(entity: str, keys: list[str], other: str, others: list[str]) -> None:
    assert (derive_key(entity, *keys) == derive_key(other, *others)) == ((entity, keys) == (other, others))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0190F5A2-7C3E-7ABC-8DEF-0123456789AB",
        "0190f5a27c3e7abc8def0123456789ab",
        "{0190f5a2-7c3e-7abc-8def-0123456789ab}",
        "urn:uuid:0190f5a2-7c3e-7abc-8def-0123456789ab",
        "0190f5a2-7c3e-7abc-8def-0123456789ab\n",
        " 0190f5a2-7c3e-7abc-8def-0123456789ab",
        "0190f5a2-7c3e-7abc-8def-0123456789ag",
        "٠190f5a2-7c3e-7abc-8def-0123456789ab",
    ],
)
def test_other_forms_are_no_key(text: str) -> None:
    assert not is_key(text)


@given(st.uuids())
def test_every_canonical_form_is_a_key(value: uuid.UUID) -> None:
    assert is_key(str(value))
    assert not is_key(value.hex)
