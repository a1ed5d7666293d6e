"""Points as typed, what a test is out of, and all courses together."""

from fractions import Fraction

import pytest

from tests.actions.evaluated import SHEETS, evaluate
from tests.actions.sheets import choose, feed_back, single
from tests.kit.writing import Room, everybody_came, write_course
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import forms, scores
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import Occasion, TotalDoubt


@pytest.mark.parametrize(
    ("typed", "points"),
    [("14", 1400), ("14,5", 1450), (" 14.05 ", 1405), ("0", 0), ("007", 700), ("9999", 999900)],
)
def test_points_are_read_as_people_type_them(typed: str, points: int) -> None:
    assert scores.read_points(typed) == points


@pytest.mark.parametrize("typed", ["", "-1", "1e1", "1_0", "14.", ".5", "1.234", "١٤", "12345", "14 5"])
def test_other_texts_are_no_points(typed: str) -> None:
    with pytest.raises(TrainerError) as caught:
        scores.read_points(typed)
    assert caught.value.code == "evaluation.not_a_number"


def test_out_of_is_twenty_then_what_was_set_then_what_most_papers_say(trainer: Workplace, room: Room) -> None:
    assert scores.out_of(trainer, room.course) == {Occasion.PRE: 2000, Occasion.POST: 2000}
    assert scores.set_out_of(trainer, room.course, Occasion.POST, 2500).step is None
    assert scores.out_of(trainer, room.course)[Occasion.POST] == 2500
    for enrolment, whole in zip(room.enrolments, (3000, 3000, 2500), strict=True):
        scores.set_score(trainer, enrolment, Occasion.POST, 1000, whole)
    assert scores.out_of(trainer, room.course) == {Occasion.PRE: 2000, Occasion.POST: 3000}


def totals(work: Workplace, course: str) -> tuple[int, int]:
    found = scores.out_of(work, course)
    return found[Occasion.PRE], found[Occasion.POST]


def test_out_of_follows_the_form_of_each_test_and_each_change_of_it(trainer: Workplace, room: Room) -> None:
    asked = [single(f"q{place}") for place in range(5)]
    five = choose(trainer, room.course, asked, occasion=Occasion.PRE)
    assert totals(trainer, room.course) == (500, 2000)
    choose(trainer, room.course, asked[:2], occasion=Occasion.POST)
    assert totals(trainer, room.course) == (500, 200)
    forms.set_questions(trainer, five.form, five.questions[:3])
    assert totals(trainer, room.course) == (300, 200)
    forms.drop_sitting(trainer, five.sitting)
    assert totals(trainer, room.course) == (2000, 200)
    choose(trainer, room.course, asked[:4], occasion=Occasion.PRE)
    scores.set_score(trainer, room.enrolments[0], Occasion.PRE, 300, 400)
    assert totals(trainer, room.course) == (400, 200)
    assert scores.doubtful_totals(trainer, room.course) == []


def test_points_typed_before_the_form_was_chosen_are_told(trainer: Workplace, room: Room) -> None:
    for enrolment in room.enrolments[:2]:
        scores.set_score(trainer, enrolment, Occasion.PRE, 400, 2000)
    assert scores.doubtful_totals(trainer, room.course) == []
    choose(trainer, room.course, [single(f"q{place}") for place in range(5)], occasion=Occasion.PRE)
    assert totals(trainer, room.course)[0] == 500, "what is typed from now on is out of the form's points"
    assert scores.doubtful_totals(trainer, room.course) == [
        TotalDoubt(Occasion.PRE, (500,), typed=(2000,), count=2)
    ]
    scores.set_out_of(trainer, room.course, Occasion.PRE, 500)
    assert scores.doubtful_totals(trainer, room.course) == []
    row = scores.evaluation(trainer, room.course).rows[0]
    assert row.pre is not None
    assert row.pre.percent == 8000


def test_a_total_that_was_said_stays_beside_a_form_and_is_told(trainer: Workplace, room: Room) -> None:
    scores.set_out_of(trainer, room.course, Occasion.POST, 1000)
    sheet = choose(trainer, room.course, [single(f"q{place}") for place in range(5)])
    assert totals(trainer, room.course)[1] == 1000
    assert scores.doubtful_totals(trainer, room.course) == [TotalDoubt(Occasion.POST, (500,), said=1000)]
    scores.set_out_of(trainer, room.course, Occasion.POST, 500)
    assert scores.doubtful_totals(trainer, room.course) == []
    forms.set_questions(trainer, sheet.form, sheet.questions[:4])
    assert totals(trainer, room.course)[1] == 400, "taken over from the form, it follows the form"


def test_two_forms_of_one_test_with_different_points_are_told(trainer: Workplace, room: Room) -> None:
    asked = [single(f"q{place}") for place in range(5)]
    choose(trainer, room.course, asked)
    choose(trainer, room.course, asked[:3])
    assert scores.doubtful_totals(trainer, room.course) == []
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 300, 500)
    (doubt,) = scores.doubtful_totals(trainer, room.course)
    assert (sorted(doubt.forms), doubt.typed, doubt.count) == ([300, 500], (500,), 1)


def test_out_of_changes_all_papers_in_one_step_and_undo_brings_them_back(
    trainer: Workplace, room: Room
) -> None:
    for enrolment, whole in zip(room.enrolments, (3000, 3000, 2500), strict=True):
        scores.set_score(trainer, enrolment, Occasion.POST, 1000, whole)
    scores.set_out_of(trainer, room.course, Occasion.POST, 4000)
    rows = scores.evaluation(trainer, room.course).rows
    assert [row.post.percent if row.post else None for row in rows] == [2500] * 3
    history.undo(trainer)
    rows = scores.evaluation(trainer, room.course).rows
    assert [row.post.out_of if row.post else None for row in rows] == [3000, 3000, 2500]


def test_out_of_never_falls_below_a_score(trainer: Workplace, room: Room) -> None:
    for enrolment, points in zip(room.enrolments, (1000, 1900, 1800), strict=True):
        scores.set_score(trainer, enrolment, Occasion.PRE, points, 2000)
    before = trainer.journal.number
    with pytest.raises(TrainerError) as caught:
        scores.set_out_of(trainer, room.course, Occasion.PRE, 1500)
    assert (caught.value.code, caught.value.values) == (
        "evaluation.out_of_too_small",
        {"number": 2, "count": 2},
    )
    for points in (0, -100, 100_001):
        with pytest.raises(TrainerError, match="out_of_out_of_range"):
            scores.set_out_of(trainer, room.course, Occasion.PRE, points)
    assert trainer.journal.number == before
    assert scores.out_of(trainer, room.course)[Occasion.PRE] == 2000


def test_what_was_learnt_is_reckoned_from_the_papers_not_from_rounded_shares(
    trainer: Workplace, room: Room
) -> None:
    everybody_came(trainer, room.course)
    for enrolment, (before, after) in zip(room.enrolments, ((1, 2), (1, 2), (2, 3)), strict=True):
        scores.set_score(trainer, enrolment, Occasion.PRE, before * 100, 300)
        scores.set_score(trainer, enrolment, Occasion.POST, after * 100, 300)
    result = scores.evaluation(trainer, room.course).result
    # Means 4/9 and 7/9: 44.44 and 77.78, gain 33.33, g = 3/5 exactly.
    assert (result.pre_mean, result.post_mean, result.gain_points) == (
        Fraction(40_000, 9),
        Fraction(70_000, 9),
        Fraction(10_000, 3),
    )
    assert result.hake_g == Fraction(3, 5)


def test_the_overview_adds_pairs_not_means(trainer: Workplace, room: Room) -> None:
    everybody_came(trainer, room.course)
    scores.set_score(trainer, room.enrolments[0], Occasion.PRE, 1000, 2000)
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 2000, 2000)
    scores.set_score(trainer, room.enrolments[1], Occasion.PRE, 400, 2000)
    feed_back(trainer, room.course, *[("5",)] * 7, ("2",))
    found = scores.overview(trainer)
    assert [(each.pre_tests, each.post_tests, each.answers) for each in found.courses] == [(2, 1, 8)]
    assert (found.result.matched, found.result.only_pre, found.result.gain_points) == (1, 1, 5000)


def test_never_are_more_tested_than_there_are_people(trainer: Workplace, room: Room) -> None:
    for enrolment in room.enrolments[:2]:
        scores.set_score(trainer, enrolment, Occasion.PRE, 1000, 2000)
    enrolments.withdraw(trainer, room.enrolments[0])
    enrolments.withdraw(trainer, room.enrolments[2])
    (only,) = scores.overview(trainer).courses
    rows = scores.evaluation(trainer, room.course).rows
    assert only.pre_tests == sum(row.pre is not None for row in rows) == 2
    listed = {row.enrolment for row in rows}
    assert room.enrolments[0] in listed, "who left with a test stays"
    assert room.enrolments[2] not in listed, "who left without does not"


def test_an_empty_place_has_an_overview(trainer: Workplace) -> None:
    assert scores.overview(trainer).courses == ()
    write_course(trainer)
    only = scores.overview(trainer).courses[0]
    assert (only.pre_tests, only.answers, only.result.matched, only.result.hake_g) == (0, 0, 0, None)


def test_the_overview_counts_sheets_and_adds_pairs_from_keyed_papers(trainer: Workplace) -> None:
    evaluate(trainer)
    (only,) = scores.overview(trainer).courses
    assert (only.pre_tests, only.post_tests, only.answers, only.result.matched) == (11, 11, len(SHEETS), 10)
