"""What is told of people in open data, the keys that stand for them, and what describes the tables."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.evaluations.forms import MIN_ANSWERS
from trainer_app.domain.office.open_data import (
    TABLES,
    PackageFacts,
    Pseudonyms,
    WrittenTable,
    descriptor,
    place_key,
    told_together,
)

_FACTS = st.tuples(st.sampled_from("fm"), st.sampled_from(["", "a", "b", "c"]), st.sampled_from("xyz"))


@given(st.lists(_FACTS, max_size=60))
def test_whoever_is_told_of_shares_it_with_four_others_and_so_do_those_left_out(
    rows: list[tuple[str, ...]],
) -> None:
    told = told_together(rows)
    assert len(told) == len(rows)
    for row, shown in zip(rows, told, strict=True):
        assert all(value in ("", said) for said, value in zip(row, shown, strict=True))
    for width in range(1, 4):
        counts = Counter(shown[:width] for shown in told)
        for shown, count in counts.items():
            # A group that is smaller is a whole course of fewer people, of whom nothing is told.
            assert count >= MIN_ANSWERS or (len(rows) < MIN_ANSWERS and not any(shown))


def test_the_rest_is_never_one_who_is_told_by_being_left_out() -> None:
    # Nine men and one woman: with the men told, she would be the blank one.
    assert set(told_together([("m",)] * 9 + [("f",)])) == {("",)}
    assert Counter(told_together([("m",)] * 9 + [("f",)] * 5)) == {("m",): 9, ("f",): 5}
    # Of three kinds the smaller of the told ones joins the rest.
    told = told_together([("a",)] * 8 + [("b",)] * 6 + [("c",)] * 2)
    assert Counter(told) == {("a",): 8, ("",): 8}


def test_what_is_told_first_bounds_what_is_told_next() -> None:
    rows = [("f", "major")] * 5 + [("m", "major")] * 2 + [("m", "captain")] * 5
    assert Counter(told_together(rows)) == {("f", "major"): 5, ("m", ""): 7}


def test_a_key_says_nothing_and_is_another_in_each_scope() -> None:
    secret = bytes(range(32))
    made = {
        (scope, names, table): Pseudonyms(secret, scope, names=names).of(table, "person-1")
        for scope in ("", "p1", "p2")
        for names in (False, True)
        for table in ("people", "enrolments")
    }
    assert len(set(made.values())) == len(made) == 12
    assert Pseudonyms(secret, "p1", names=False).of("people", "person-1") == made["p1", False, "people"]
    assert Pseudonyms(bytes(32), "p1", names=False).of("people", "person-1") not in made.values()


def test_a_place_has_one_key_by_what_was_typed() -> None:
    assert place_key("Ғарм", "Рашт") == place_key("Ғарм", "Рашт") != place_key("ҒармРашт", "")
    assert place_key("", "") == ""


@pytest.mark.parametrize("names", [False, True])
def test_every_reference_leads_to_the_key_of_a_table(names: bool) -> None:
    known = {each.name: each for each in TABLES}
    for each in TABLES:
        shown = [field.name for field in each.shown(names=names)]
        assert set(each.key) <= set(shown), "a key is there with and without names"
        assert len(set(shown)) == len(shown)
        for field in each.shown(names=names):
            if field.refers is not None:
                table, target = field.refers
                assert known[table].key == (target,)
    assert any(field.named for each in TABLES for field in each.fields)


@pytest.mark.parametrize("names", [False, True])
def test_the_descriptor_says_first_whether_people_are_named(names: bool) -> None:
    facts = PackageFacts("Office", "2026-01-02T03:04:05+05:00", "Program", "3 courses", names)
    found: dict[str, Any] = dict(descriptor(facts, [WrittenTable(TABLES[3], 1, 2, "00")]))
    assert ("IT NAMES PEOPLE" in found["description"]) is names
    assert ("Nobody is named" in found["description"]) is not names
    (people,) = found["resources"]
    fields = [field["name"] for field in people["schema"]["fields"]]
    assert ("family" in fields) is names
