"""The story's papers: what is counted of them is what the story wrote on them, and nothing is typed in."""

from collections.abc import Iterator
from datetime import date
from statistics import mean

import pytest

from tests.kit import worlds
from tests.kit.samples import clock_at
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace, open_workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.evaluations import feedback, results, scores
from trainer_app.actions.evaluations import forms as chosen
from trainer_app.actions.today import demo
from trainer_app.domain.courses.courses import EnrolmentState
from trainer_app.domain.evaluations.feedback import Results
from trainer_app.domain.evaluations.forms import TEST_OCCASIONS, Occasion
from trainer_app.domain.evaluations.questions import credit_of
from trainer_app.domain.evaluations.statistics import ItemFlag
from trainer_app.store.evaluations import papers
from trainer_app.system.folders import DataFolder

CODES = ("GARM", "KHUJAND", "DUSHANBE")
PRACTICE_DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    root = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINER_STATE", str(root / "state"))
        made = worlds.demo_in(root / "data", now=clock_at(PRACTICE_DAY, 10))
        work = open_workplace(DataFolder(made.trainers[0]), demo.PASSPHRASE, clock=demo.clock_of_pictures())
        yield work
        work.close()


def of_course(work: Workplace, code: str) -> Results:
    return results.gather(work, course=courses.find_course(work, code))


def story_of(code: str) -> demo.StoryPart:
    found: demo.StoryPart = next(each for each in demo.read_story()["courses"] if each["code"] == code)
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_paper_counts_what_stands_on_it(filled: Workplace, code: str) -> None:
    course = courses.find_course(filled, code)
    written = story_of(code)["tests"]
    found = {(score.occasion, score.paper_number): score for score in scores.all_scores(filled, course)}
    signs = {
        (occasion, int(number)): row
        for occasion in TEST_OCCASIONS
        for number, row in written[occasion].items()
    }
    signs |= {(Occasion.POST, 2000 + int(number)): row for number, row in written["resit"].items()}
    assert found.keys() == signs.keys()
    for place, row in signs.items():
        whole = row.count("1") * 100
        assert whole <= found[place].points <= whole + 50 * row.count("2")
        assert found[place].out_of == 2000
    # Keyed in, not typed: no paper has points of its own.
    assert all(paper.points is None for paper in papers.list_papers(filled.database, course))


@pytest.mark.parametrize("code", CODES)
def test_people_learnt_some_lost_and_some_wrote_one_test_only(filled: Workplace, code: str) -> None:
    learning = of_course(filled, code).learning
    assert (learning.only_pre, learning.only_post) == (1, 1)
    assert learning.losses >= 1
    assert learning.pre_mean is not None
    assert learning.post_mean is not None
    assert 4000 < learning.pre_mean < 5500
    assert 7000 < learning.post_mean < 8500


@pytest.mark.parametrize("code", CODES)
def test_one_item_has_a_key_to_be_checked(filled: Workplace, code: str) -> None:
    (test,) = of_course(filled, code).tests
    for occasion in test.occasions:
        assert occasion.items is not None
        assert ItemFlag.CHECK_KEY in occasion.items.items[12].flags


def test_a_re_sit_counts_and_is_told(filled: Workplace) -> None:
    notes = [note.code for note in of_course(filled, "KHUJAND").notes]
    assert notes == ["result_note.again"]
    course = courses.find_course(filled, "KHUJAND")
    (number,) = story_of("KHUJAND")["tests"]["resit"]
    row = next(row for row in eligibility.board(filled, course) if row.number == int(number))
    assert row.post_test is not None
    assert row.post_test >= 6000


@pytest.mark.parametrize(("code", "sheets"), [("GARM", 17), ("KHUJAND", 21), ("DUSHANBE", 25)])
def test_feedback_is_anonymous_and_in_the_journal(filled: Workplace, code: str, sheets: int) -> None:
    course = courses.find_course(filled, code)
    (found,) = of_course(filled, code).feedback
    assert found.papers == sheets
    assert feedback.waiting(filled, course) == 0
    written = story_of(code)["feedback"]
    for place in range(6):
        steps = [int(sheet["steps"][place]) for sheet in written]
        assert found.questions[place].counts == tuple(steps.count(step) for step in range(1, 6))
        assert mean(steps) > 3.5
    assert sorted(found.questions[6].texts) == sorted(sheet["useful"] for sheet in written if sheet["useful"])


def test_one_course_has_ratings_of_a_role_play(filled: Workplace) -> None:
    assert [len(of_course(filled, code).practical) for code in CODES] == [0, 0, 1]
    course = courses.find_course(filled, "DUSHANBE")
    views = {view.sitting.occasion: view for view in chosen.list_sittings(filled, course)}
    assert views[Occasion.POST].papers == views[Occasion.POST].finished


def test_signs_become_answers_of_the_form(filled: Workplace) -> None:
    course = courses.find_course(filled, "GARM")
    view = next(
        each for each in chosen.list_sittings(filled, course) if each.sitting.occasion is Occasion.PRE
    )
    for question in view.form.questions:
        for turn in range(5):
            credits = {sign: credit_of(question, demo.answer_of(question, sign, turn)) for sign in "10-"}
            assert credits == {"1": 1, "0": 0, "-": 0}


def test_whoever_practises_finds_a_course_of_that_day_with_nothing_marked(filled: Workplace) -> None:
    course = courses.find_course(filled, "TODAY")
    view = courses.get_course(filled, course)
    assert view.course.first_day == PRACTICE_DAY
    assert view.sessions[0].day == PRACTICE_DAY
    listed = enrolments.list_enrolments(filled, course)
    assert len(listed) == 12
    assert {each.enrolment.state for each in listed} == {EnrolmentState.CONFIRMED}
    table = attendance.grid(filled, course)
    assert len(table.sessions) == len(view.sessions)
    assert all(cell.bare for row in table.rows for cell in row.cells if cell)
