"""Results of tests: published gains, Bao's identity, people in any order, versions and typed points apart."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.tests_taken import form_of, printed
from tests.kit.chances import chances
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.feedback import (
    Scored,
    learnt,
    mixed_pairs,
    on_occasions,
    reached,
    results_by_form,
)
from trainer_app.domain.evaluations.forms import Form, FormKind, FullForm, Occasion, TestScore
from trainer_app.domain.evaluations.statistics import GainBand, band_of_gain

QUESTIONS = tuple(form_of(2))
FORMS = {
    key: FullForm(Form(key, FormKind.TEST, Texts(en="Law"), ("q1", "q2"), version=version), QUESTIONS)
    for version, key in enumerate(("f1", "f2"), 1)
}
marks = st.one_of(st.none(), st.integers(0, 20))
classes = st.lists(st.tuples(marks, marks), max_size=20)


def somebody(number: int, pre: int | None, post: int | None, out_of: int = 20) -> Scored:
    scores = {
        occasion: TestScore(f"e{number}", occasion, points * 100, out_of * 100)
        for occasion, points in ((Occasion.PRE, pre), (Occasion.POST, post))
        if points is not None
    }
    return Scored(f"e{number}", "K", number, f"Person {number}", scores)


def keyed(number: int, form: str, pre: str, post: str) -> Scored:
    """Return somebody whose two papers, rows of 1 and 0, were keyed in."""
    rows = {Occasion.PRE: pre, Occasion.POST: post}
    scores = {
        each: TestScore(f"e{number}", each, row.count("1") * 100, 200, form=form)
        for each, row in rows.items()
    }
    answers = {
        each: {"q1": "1" if row[0] == "1" else "2", "q2": "1" if row[1] == "1" else "2"}
        for each, row in rows.items()
    }
    return Scored(f"e{number}", "K", number, f"Person {number}", scores, answers)


@pytest.mark.parametrize(
    ("before", "after", "published"),
    [
        (40, 40, "0.0"),
        (40, 70, "0.5"),
        (40, 100, "1.0"),
        (41, 49, "0.14"),
        (33, 52, "0.28"),
        (30, 37, "0.10"),
    ],
)
def test_published_gains_of_class_means(before: int, after: int, published: str) -> None:
    # Hake's g as P. M. Len explains it ("Education research: FCI gains", Cuesta College, 2007), and the class
    # means and class-wise gains of the Force Concept Inventory that he printed for 2007, 2009 and 2018.
    people = [somebody(1, before - 1, after, 100), somebody(2, before + 1, after, 100)]
    found = learnt(people)
    places = len(published.partition(".")[2])
    assert printed(found.hake_g, places) == published


def test_bands_are_told_from_exact_gains() -> None:
    # 0.29999 would be shown as 0.30, but it is under 0.3.
    assert band_of_gain(Fraction(29_951, 100_000)) is GainBand.LOW
    assert band_of_gain(Fraction(29_999, 100_000)) is GainBand.LOW
    assert band_of_gain(Fraction(3, 10)) is GainBand.MEDIUM


@given(classes)
def test_the_gain_of_means_is_the_mean_of_gains_weighted_by_what_was_still_to_learn(
    rows: list[tuple[int | None, int | None]],
) -> None:
    # L. Bao (2006), American Journal of Physics 74, 917: that is where the two measures differ.
    people = [somebody(number, *row) for number, row in enumerate(rows)]
    found = learnt(people)
    pairs = [
        (person.gain, 10_000 - before)
        for person in people
        if (before := person.percent(Occasion.PRE)) is not None and person.gain is not None
    ]
    room = sum((weight for _, weight in pairs), Fraction(0))
    if found.without_gain or not room:
        return
    assert (
        found.hake_g == sum((gain * weight for gain, weight in pairs if gain is not None), Fraction(0)) / room
    )
    if len({gain for gain, _ in pairs}) == 1:
        assert found.hake_g == found.mean_individual_g


@given(classes, chances(20))
def test_people_may_stand_in_any_order(rows: list[tuple[int | None, int | None]], chance: Random) -> None:
    people = [somebody(number, *row) for number, row in enumerate(rows)]
    mixed = people.copy()
    chance.shuffle(mixed)
    assert learnt(mixed) == learnt(people)
    assert on_occasions(mixed) == on_occasions(people)


@given(classes)
def test_every_figure_keeps_its_bounds(rows: list[tuple[int | None, int | None]]) -> None:
    people = [somebody(number, *row) for number, row in enumerate(rows)]
    found = learnt(people)
    assert found.matched + found.only_pre == sum(pre is not None for pre, _ in rows)
    assert found.losses + found.same <= found.matched
    if found.gain_points is not None:
        assert -10_000 <= found.gain_points <= 10_000
    for gain in (found.hake_g, found.mean_individual_g):
        assert gain is None or gain <= 1
    for person in people:
        if person.change is not None:
            assert person.gain is None or (person.gain > 0) == (person.change > 0)


def test_forms_stand_apart_and_typed_points_last() -> None:
    people = [
        keyed(1, "f1", "10", "11"),
        keyed(2, "f2", "00", "10"),
        somebody(3, 5, 9),
        keyed(4, "gone", "10", "11"),
    ]
    first, second, typed = results_by_form(people, FORMS)
    assert [test.form.form.version if test.form else 0 for test in (first, second, typed)] == [1, 2, 0]
    assert [[person.number for person in test.people] for test in (first, second, typed)] == [
        [1],
        [2],
        [3, 4],
    ]
    after = first.on(Occasion.POST)
    assert after is not None
    assert after.items is not None
    assert [item.difficulty for item in after.items.items] == [1, 1]
    assert [each.items for each in typed.occasions] == [None, None]
    assert [each.typed for each in typed.occasions] == [2, 2]


def test_two_forms_of_one_person_are_told() -> None:
    person = keyed(1, "f1", "10", "11")
    scores = {**person.scores, Occasion.POST: TestScore("e1", Occasion.POST, 200, 200, form="f2")}
    crossed = Scored("e1", "K", 1, "Person 1", scores, person.answers)
    assert mixed_pairs([person, crossed, somebody(3, 1, 2)]) == 1
    assert [test.learning.matched for test in results_by_form([crossed], FORMS)] == [0, 0]


def test_points_of_an_unknown_form_are_no_other_test() -> None:
    person = keyed(1, "f1", "10", "11")
    scores = {**person.scores, Occasion.POST: TestScore("e1", Occasion.POST, 200, 200)}
    assert mixed_pairs([Scored("e1", "K", 1, "Person 1", scores, person.answers)]) == 0


def test_who_reached_the_limit() -> None:
    people = [somebody(1, 11, 12), somebody(2, 0, 11), somebody(3, 20, None)]
    assert reached(people, Occasion.POST, 6000) == 1
    assert reached(people, Occasion.PRE, 6000) == 1


def test_a_paper_out_of_nothing_says_nothing() -> None:
    nobody = Scored("e", "K", 1, "Person", {Occasion.PRE: TestScore("e", Occasion.PRE, 0, 0)})
    assert nobody.percent(Occasion.PRE) is None
    assert on_occasions([nobody]) == ()
