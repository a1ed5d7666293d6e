"""Results of a course, a project, a form, gathered from real papers; computed by hand from the same marks."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

import pytest

from tests.actions.evaluated import PRE, SHEETS, Evaluated, choose, evaluate, hand_in, key_in
from tests.actions.sheets import enter_alone
from tests.kit.world import Story
from tests.kit.writing import everybody_came
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, projects
from trainer_app.actions.evaluations import forms, results, scores
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts, words
from trainer_app.domain.courses.courses import CourseDraft, ResitRule
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.feedback import Results
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.evaluations.statistics import ItemFlag, ReliabilityKind


def evaluate_here(story: Story) -> None:
    story.notes["made"] = evaluate(story.work)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (evaluate_here,) if "made" in request.fixturenames else ()


@pytest.fixture
def made(story: Story, trainer: Workplace) -> Evaluated:
    found: Evaluated = story.notes["made"]
    return found


def notes(found: Results) -> dict[str, object]:
    return {label.code.rpartition(".")[2]: label.values.get("count") for label in found.notes}


def test_a_course_tells_what_was_learnt_by_hand(trainer: Workplace, made: Evaluated) -> None:
    found = results.gather(trainer, course=made.course)
    # Both tests: numbers 1 to 9 and 11. Right of 4, before: 1 2 0 1 1 2 1 1 3 1 = 13; after: 2 3 1 2 4 3 2 2
    # 2 2 = 23. Means 13/40 = 32.5 % and 57.5 %; g = 25/67.5 = 10/27.
    # Own gains: 1/3 1/2 1/4 1/3 1 1/2 1/3 1/3 -1 1/3; their sum 35/12, mean 7/24.
    learning = found.learning
    assert (learning.matched, learning.only_pre, learning.only_post) == (10, 1, 1)
    assert (learning.pre_mean, learning.post_mean, learning.gain_points) == (3250, 5750, 2500)
    assert (learning.hake_g, learning.mean_individual_g) == (Fraction(10, 27), Fraction(7, 24))
    assert (learning.losses, learning.same, learning.without_gain) == (1, 0, 0)
    assert found.courses == ("DSH1",)
    assert found.limit == 6000
    post = found.on(Occasion.POST)
    assert post is not None
    assert post.distribution.bins == (0, 0, 1, 0, 0, 6, 0, 3, 0, 1)
    assert notes(found) == {}


def test_items_before_and_after_by_hand(trainer: Workplace, made: Evaluated) -> None:
    (test,) = results.gather(trainer, course=made.course).tests
    pre, post = test.on(Occasion.PRE), test.on(Occasion.POST)
    assert pre is not None
    assert post is not None
    assert pre.items is not None
    assert post.items is not None
    assert [item.difficulty for item in pre.items.items] == [
        Fraction(7, 11),
        Fraction(3, 11),
        Fraction(2, 11),
        Fraction(2, 11),
    ]
    assert [item.difficulty for item in post.items.items] == [
        Fraction(10, 11),
        Fraction(9, 11),
        Fraction(5, 11),
        Fraction(2, 11),
    ]
    assert post.items.items[0].choices == (10, 1, 0)
    assert ItemFlag.EASY in post.items.items[0].flags
    assert ItemFlag.HARD in post.items.items[3].flags
    assert post.items.reliability is not None
    assert post.items.reliability.kind is ReliabilityKind.KR20
    assert post.items.reliability.caution
    # Totals 2 3 1 2 4 3 2 2 2 2 3: sum 26, of squares 68: variance (11 x 68 - 26 x 26)/121 = 72/121.
    # pq: 10 + 18 + 30 + 18 = 76 by 121. KR-20 = 4/3 (1 - 76/72) = -2/27.
    assert post.items.reliability.value == Fraction(-2, 27)


def test_ratings_and_feedback_stand_beside(trainer: Workplace, made: Evaluated) -> None:
    found = results.gather(trainer, course=made.course)
    (practical,) = found.practical
    assert [(person.rating.number, person.mean) for person in practical.people] == [
        (1, Fraction(9, 2)),
        (2, 4),
        (3, 3),
        (4, 5),
    ]
    (feedback,) = found.feedback
    assert feedback.papers == len(SHEETS)
    clear, useful, needed, more = feedback.questions
    assert clear.counts == (0, 1, 1, 2, 3)
    assert useful.scale is not None
    assert (useful.scale.median, useful.scale.top) == (4, Fraction(50_000, 7))
    assert needed.counts == (4, 2, 1)
    assert sorted(more.texts) == sorted(row[3] for row in SHEETS if row[3])


def test_a_resit_counts_as_the_course_says(trainer: Workplace, made: Evaluated) -> None:
    key_in(trainer, made.post, ("0000",), attempt=2)

    def post_of_first() -> Fraction | None:
        person = next(each for each in results.gather(trainer, course=made.course).people if each.number == 1)
        return person.percent(Occasion.POST)

    assert post_of_first() == 5000
    assert notes(results.gather(trainer, course=made.course)) == {"again": 1}
    forms.set_resit_rule(trainer, made.course, ResitRule.LAST)
    assert post_of_first() == 0
    (test,) = results.gather(trainer, course=made.course).tests
    post = test.on(Occasion.POST)
    assert post is not None
    assert post.items is not None
    assert post.items.papers == 11, "one paper of each person"
    history.undo(trainer)
    assert post_of_first() == 5000


def test_a_paper_that_was_only_begun_is_told_and_not_counted(trainer: Workplace, made: Evaluated) -> None:
    key_in(trainer, made.pre, (*[""] * 11, "11"))
    found = results.gather(trainer, course=made.course)
    assert notes(found) == {"unfinished": 1}
    assert found.learning.matched == 10


def test_typed_points_are_a_test_without_items(trainer: Workplace, made: Evaluated) -> None:
    scores.set_score(trainer, made.enrolments[11], Occasion.PRE, 1000, 2000)
    found = results.gather(trainer, course=made.course)
    assert found.learning.matched == 11
    assert (found.mixed, notes(found)) == (0, {}), "who typed the points knows of which test they are"
    keyed, typed = found.tests
    assert keyed.learning.matched == 10
    assert typed.form is None
    assert [person.number for person in typed.people] == [12]
    before = typed.on(Occasion.PRE)
    assert before is not None
    assert (before.items, before.typed) == (None, 1)


def test_versions_stay_apart(trainer: Workplace, made: Evaluated) -> None:
    newer = forms.add_version(trainer, made.test).key or ""
    forms.set_questions(trainer, newer, forms.get_form(trainer, newer).form.questions[:2])
    course = another_course(trainer, "DSH2", 5)
    for occasion in (Occasion.PRE, Occasion.POST):
        key_in(trainer, choose(trainer, course, newer, occasion), ("10", "11", "00", "01", "11"))
    found = results.gather(trainer, form=made.test)
    assert [(test.form.form.version, len(test.people)) for test in found.tests if test.form] == [
        (1, 12),
        (2, 5),
    ]
    assert found.courses == ("DSH1", "DSH2")
    assert [len(each.items.items) for test in found.tests for each in test.occasions if each.items] == [
        4,
        4,
        2,
        2,
    ]
    assert results.gather(trainer, form=newer).learning == found.learning
    assert {full.form.key for full in results.used_forms(trainer)} == {newer, made.practical, made.feedback}


def test_a_project_adds_courses_and_hides_a_few_sheets(trainer: Workplace, made: Evaluated) -> None:
    course = another_course(trainer, "DSH2", 3)
    hand_in(trainer, choose(trainer, course, made.feedback, Occasion.END), [("1", "1", "3", "Бад")] * 3)
    # What waits here was seen by nobody yet, and is not to be seen one by one.
    waiting = results.gather(trainer, course=course)
    assert (waiting.feedback, notes(waiting)) == ((), {"waiting": 3})
    enter_alone(trainer)
    project = projects.find_project(trainer, "DV18").key
    (feedback,) = results.gather(trainer, project=project).feedback
    assert (feedback.questions[0].answers, feedback.questions[0].left_out) == (7, 3)
    assert "Бад" not in feedback.questions[3].texts
    assert notes(results.gather(trainer, project=project)) == {}
    assert results.gather(trainer, project=project).title["en"] == "Series of courses"
    alone = results.gather(trainer, course=course)
    assert alone.feedback[0].questions[0].hidden
    assert alone.tests == ()
    more = [("2", "2", "3", "Бад")] * 2
    hand_in(trainer, choose(trainer, course, made.feedback, Occasion.END), more)
    assert results.gather(trainer, project=project).feedback[0].questions[0].answers == 7
    enter_alone(trainer)
    assert results.gather(trainer, project=project).feedback[0].questions[0].answers == 12


def test_nothing_yet_is_empty(trainer: Workplace) -> None:
    found = results.gather(trainer)
    assert found.empty
    assert found.title == words("report.all_courses")


def test_what_is_not_there_is_said(trainer: Workplace) -> None:
    with pytest.raises(TrainerError, match="form.unknown"):
        results.gather(trainer, form="none")
    with pytest.raises(TrainerError, match="course.unknown"):
        results.gather(trainer, course="none")


def another_course(work: Workplace, code: str, people: int) -> str:
    """Write another course of the same project."""
    project = projects.find_project(work, "DV18").key
    day = date(2018, 11, 5)
    draft = CourseDraft(code, Texts(en=f"Course {code}"), day, day, project=project)
    key = courses.create_course(work, draft).key or ""
    for place in range(people):
        enrolments.add_walk_in(work, key, f"Каримов Али {'АБВГДЕЖЗИК'[place]}", first_day=day)
    agendas.plan_sessions(work, key, DayPlan(per_day=1))
    everybody_came(work, key)
    return key


def test_the_sample_is_what_it_says(made: Evaluated) -> None:
    assert len(made.enrolments) == len(PRE) + 1
    assert replace(made) == made
