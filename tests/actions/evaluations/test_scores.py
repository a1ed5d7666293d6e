"""Which paper counts: whole ones only, by the rule of the course; keyed answers before typed points."""

from fractions import Fraction

import pytest

from tests.actions.evaluations.test_keying import key_in
from tests.actions.sheets import choose, multiple, scale, single
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.evaluations import forms, keying, scores
from trainer_app.domain.base.numbers import exact_percent, percent_text, round_half_up
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind


def sit(work: Workplace, sitting: str, enrolment: str, *answers: str) -> None:
    """Key in one more paper of a person."""
    key_in(work, keying.next_attempt(work, sitting, enrolment), *answers)


def test_a_paper_counts_when_the_last_question_of_it_is_keyed_in(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a", points=200), single("b"), multiple()])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    key_in(trainer, view, "1", "")
    assert scores.course_scores(trainer, room.course) == []
    keying.key_answer(trainer, view, sheet.questions[2], "1")
    (found,) = scores.course_scores(trainer, room.course)
    # 2 points, a blank, half a point: of 4.
    assert (found.points, found.out_of, found.percent) == (250, 400, 6250)
    assert (found.form, found.paper_number, found.attempt) == (sheet.form, 1, 1)


def test_the_share_is_made_of_the_exact_points_and_not_of_those_shown(trainer: Workplace, room: Room) -> None:
    thirds = Question(
        "",
        QuestionKind.MULTIPLE,
        Texts(en="Thirds"),
        tuple(Option(Texts(en=f"option {credit}"), credit) for credit in (6667, 3333)),
    )
    asked = [single(str(place), points=425) for place in range(4)] + [thirds, single("b", points=200)]
    sheet = choose(trainer, room.course, asked)
    view = keying.open_paper(trainer, sheet.sitting, 1)
    key_in(trainer, view, "1", "1", "1", "1", "1", "2")
    (found,) = scores.course_scores(trainer, room.course)
    assert (found.points, found.out_of) == (1767, 2000), "shown as 17.67 of 20"
    assert percent_text(round_half_up(found.percent), "en") == percent_text(round_half_up(8833), "en")
    assert found.share == found.percent == exact_percent(Fraction("1766.67"), 2000)
    row = eligibility.board(trainer, room.course)[0]
    assert row.post_test == found.share, "as on the board"


def test_a_paper_that_was_handed_in_counts_with_what_is_on_it(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    key_in(trainer, view, "1")
    keying.finish_paper(trainer, view)
    assert [found.percent for found in scores.course_scores(trainer, room.course)] == [5000]
    keying.finish_paper(trainer, view, finished=False)
    assert scores.course_scores(trainer, room.course) == []


@pytest.mark.parametrize(
    ("rule", "attempt", "percent"),
    [(ResitRule.BEST, 2, 10000), (ResitRule.LAST, 3, 5000), (ResitRule.FIRST, 1, 0)],
)
def test_the_rule_of_the_course_says_which_of_several_papers_counts(
    trainer: Workplace, room: Room, rule: ResitRule, attempt: int, percent: int
) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    for answers in (("2", "2"), ("1", "1"), ("1", "2")):
        sit(trainer, sheet.sitting, room.enrolments[0], *answers)
    forms.set_resit_rule(trainer, room.course, rule)
    (found,) = scores.course_scores(trainer, room.course)
    assert (found.attempt, found.percent) == (attempt, percent)
    assert [each.attempt for each in scores.all_scores(trainer, room.course)] == [1, 2, 3]
    row = eligibility.board(trainer, room.course)[0]
    assert row.post_test == percent


def test_an_unfinished_re_sit_changes_nothing(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    sit(trainer, sheet.sitting, room.enrolments[0], "1", "2")
    forms.set_resit_rule(trainer, room.course, ResitRule.LAST)
    sit(trainer, sheet.sitting, room.enrolments[0], "1")
    (found,) = scores.course_scores(trainer, room.course)
    assert (found.attempt, found.percent) == (1, 5000)


def test_keyed_answers_come_before_points_that_were_typed_in(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 1500, 2000)
    scores.set_score(trainer, room.enrolments[1], Occasion.POST, 1000, 2000)
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "1", "2")
    found = {each.paper_number: each for each in scores.course_scores(trainer, room.course)}
    assert (found[1].percent, found[1].form) == (5000, sheet.form)
    assert (found[2].percent, found[2].form) == (5000, "")
    assert [each.paper_number for each in scores.typed_scores(trainer, room.course)] == [2]


def test_ratings_and_feedback_are_no_tests(trainer: Workplace, room: Room) -> None:
    rated = choose(
        trainer, room.course, [scale(), single("met")], kind=FormKind.PRACTICAL, occasion=Occasion.END
    )
    key_in(trainer, keying.open_paper(trainer, rated.sitting, 1), "4", "1")
    assert scores.course_scores(trainer, room.course) == []


def test_two_forms_for_one_occasion_share_the_papers_of_a_person(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a")], title="First")
    other = choose(trainer, room.course, [single("b"), single("c")], title="Second")
    sit(trainer, sheet.sitting, room.enrolments[0], "1")
    sit(trainer, other.sitting, room.enrolments[0], "1", "2")
    found = scores.all_scores(trainer, room.course)
    assert [(each.form, each.attempt, each.percent) for each in found] == [
        (sheet.form, 1, 10000),
        (other.form, 2, 5000),
    ]
