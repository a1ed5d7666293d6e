"""Two trainers key in the papers of one course on two laptops: halves, overlaps, contradictions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from tests.actions.sheets import Sheet, choose, multiple, scale, single, words
from tests.kit.samples import FIRST, LAST
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, room_of, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.evaluations import feedback, forms, keying, questions, results
from trainer_app.actions.evaluations.scores import course_scores
from trainer_app.actions.exchange import importing, outstanding, packs, sending
from trainer_app.actions.review import review
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ResitRule
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import BLANK, points_of
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.messages import label_text

PEOPLE = 10
ITEMS = 5


@dataclass
class Scene:
    """An office and two laptops that know a course, with its post-test and its feedback form."""

    bureau: Workplace
    first: Workplace
    second: Workplace
    room: Room
    test: Sheet
    feedback: Sheet
    stick: Path

    def send(self, work: Workplace) -> Path:
        """Write a file of a laptop."""
        return sending.export(work, self.stick).file

    def exchange(self) -> None:
        """Carry everything to the office, and what the office knows back to both."""
        having = [work for work in (self.first, self.second) if outstanding.pending(work).total]
        importing.import_files(self.bureau, [self.send(work) for work in having])
        for work, code in ((self.first, "K7"), (self.second, "K9")):
            importing.import_files(work, [packs.export_pack(self.bureau, code, self.stick).file])

    def item(self) -> ReviewItem:
        """Return the one thing that waits at the office."""
        (item,) = review.list_items(self.bureau)
        return item


def furnish(story: Story) -> None:
    """Write the course with its two forms at the office, and let both laptops have it."""
    bureau, stick = story.works["office"], story.stick
    room = write_course(bureau)
    for place in range(3, PEOPLE):
        enrolments.add_walk_in(bureau, room.course, f"Назаров Ном{'абвгдежз'[place - 3]}", first_day=FIRST)
    for session in room.sessions:
        attendance.mark_rest(bureau, session)
    asked = [single(f"item {place}", right=2) for place in range(1, ITEMS)]
    test = choose(bureau, room.course, [*asked, multiple()], shuffled=True, title="Knowledge")
    said = [scale("clear"), scale("useful"), words("more")]
    feedback = choose(
        bureau, room.course, said, kind=FormKind.FEEDBACK, occasion=Occasion.END, title="Feedback"
    )
    enrol(bureau, story.works["trainer"], "K7", stick, [room.course])
    enrol(bureau, set_up(story, "second", "F. Saidzoda"), "K9", stick, [room.course])
    story.room = room_of(bureau, room.course)
    story.notes["sheets"] = (test, feedback)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (furnish,) if "scene" in request.fixturenames else ()


@pytest.fixture
def scene(story: Story, bureau: Workplace, trainer: Workplace) -> Scene:
    assert story.room is not None
    return Scene(
        bureau, trainer, story.works["second"], story.room, *story.notes["sheets"], stick=story.stick
    )


def key_in(work: Workplace, sheet: Sheet, number: int, *answers: str, by: str = "") -> None:
    """Key in the first answers of a paper."""
    view = keying.open_paper(work, sheet.sitting, number)
    for question, answer in zip(view.form.questions, answers, strict=False):
        keying.key_answer(work, view, question.key, answer, by=by)


def whole(number: int) -> tuple[str, ...]:
    """Return the answers of a paper: the higher its number, the more of them are wrong."""
    return (*("2" if place < 6 - number // 2 else "1" for place in range(1, ITEMS)), "1,3")


def points(work: Workplace, scene: Scene) -> dict[int | None, int]:
    """Return the points of each paper, in hundredths."""
    return {score.paper_number: score.points for score in course_scores(work, scene.room.course)}


def say(item: ReviewItem, language: str = "en") -> list[str]:
    """Return the sides in words."""
    return [label_text(side.words, language) for side in item.sides if side.words]


def test_halves_give_the_whole(scene: Scene) -> None:
    for number in range(1, PEOPLE + 1):
        key_in(scene.first if number <= 5 else scene.second, scene.test, number, *whole(number))
    scene.exchange()
    full = forms.get_form(scene.bureau, scene.test.form)
    expected = {
        number: points_of(full.questions, dict(zip(scene.test.questions, whole(number), strict=True)))
        for number in range(1, PEOPLE + 1)
    }
    for work in (scene.bureau, scene.first, scene.second):
        assert review.count(work) == 0
        assert {number: Fraction(value) for number, value in points(work, scene).items()} == expected
    assert sync_status.check(scene.first).digest == sync_status.check(scene.second).digest


def test_halves_of_one_paper_give_the_whole_and_who_keyed_in_is_no_question(scene: Scene) -> None:
    key_in(scene.first, scene.test, 3, "2", "2", by="D. Nazarova")
    view = keying.open_paper(scene.second, scene.test.sitting, 3)
    for question, answer in zip(scene.test.questions[2:], ("2", "2", "1,3"), strict=True):
        keying.key_answer(scene.second, view, question, answer, by="F. Saidzoda")
    scene.exchange()
    assert review.count(scene.bureau) == 0
    assert points(scene.bureau, scene) == {3: 500}


def test_equal_answers_are_silent(scene: Scene) -> None:
    for work, name in ((scene.first, "D. Nazarova"), (scene.second, "F. Saidzoda")):
        for number in range(1, 6):
            key_in(work, scene.test, number, *whole(number), by=name)
            view = keying.open_paper(work, scene.test.sitting, number)
            keying.finish_paper(work, view)
    scene.exchange()
    assert review.count(scene.bureau) == 0
    assert len(points(scene.bureau, scene)) == 5


def contradict(scene: Scene) -> ReviewItem:
    """Key in paper 4 on both laptops: question 3 differs, and the certificate with it."""
    courses_view = courses.get_course(scene.bureau, scene.room.course)
    assert courses_view.course.rule.post_test == 6000
    key_in(scene.first, scene.test, 4, "2", "2", "2", "1", "")
    key_in(scene.second, scene.test, 4, "2", "2", "4", "1", "")
    scene.exchange()
    return scene.item()


def test_two_answers_are_told_with_question_options_user_and_laptop(scene: Scene) -> None:
    item = contradict(scene)
    assert (item.kind, item.entity, item.fields) == (ReviewKind.CONTRADICTION, "answer", ("value",))
    view = keying.open_paper(scene.bureau, scene.test.sitting, 4)
    marks = {own: "ABCD"[view.orders[scene.test.questions[2]].index(own)] for own in (2, 4)}
    assert set(say(item)) == {f"{marks[2]}: item 3 2", f"{marks[4]}: item 3 4"}
    assert {(side.user, side.device) for side in item.sides} == {
        ("D. Nazarova", "K7"),
        ("F. Saidzoda", "K9"),
    }
    name = label_text(item.title, "tg")
    assert name == attendance.grid(scene.bureau, scene.room.course).rows[3].name
    place = label_text(item.place, "en")
    assert place == "question 3: Question item 3 · post-test, paper 4 · course DSH1"
    assert item.course == scene.room.course
    assert item.person
    (score,) = course_scores(scene.bureau, scene.room.course)
    assert score.conflict
    found = results.gather(scene.bureau, course=scene.room.course)
    assert any(note.code == "result_note.conflicts" for note in found.notes)


def test_each_answer_tells_which_certificate_it_would_give(scene: Scene) -> None:
    item = contradict(scene)
    effects = {
        side.values["value"]: (decision.result, label_text(decision.reasons[-1], "en"))
        for side in item.sides
        if (decision := review.effect(scene.bureau, item, side)) is not None
    }
    assert {value: found[0] for value, found in effects.items()} == {"2": "completion", "4": "attendance"}
    assert "60" in effects["2"][1]
    assert "40" in effects["4"][1]


def marked(scene: Scene, own: int) -> str:
    """Return the letter under which paper 4 prints an option of question 3."""
    view = keying.open_paper(scene.bureau, scene.test.sitting, 4)
    return "ABCD"[view.orders[scene.test.questions[2]].index(own)]


TAKES: Mapping[str, Callable[[Scene, ReviewItem], tuple[str, int]]] = {
    "right": lambda scene, item: (_side(item, "2"), 300),
    "wrong": lambda scene, item: (_side(item, "4"), 200),
    "typed": lambda scene, item: (marked(scene, 2).lower(), 300),
    "blank": lambda scene, item: ("-", 200),
}


def _side(item: ReviewItem, value: str) -> str:
    return f"#{next(at for at, side in enumerate(item.sides) if side.values['value'] == value)}"


@pytest.mark.parametrize("take", TAKES)
def test_settling_changes_the_score_and_the_board_on_every_laptop(scene: Scene, take: str) -> None:
    item = contradict(scene)
    word, expected = TAKES[take](scene, item)
    review.settle(scene.bureau, item.id, word)
    assert review.count(scene.bureau) == 0
    for work, code in ((scene.first, "K7"), (scene.second, "K9")):
        importing.import_files(work, [packs.export_pack(scene.bureau, code, scene.stick).file])
        assert review.count(work) == 0
        assert points(work, scene) == {4: expected}
        (row,) = (row for row in eligibility.board(work, scene.room.course) if row.number == 4)
        assert row.result == ("completion" if expected == 300 else "attendance")
    history.undo(scene.bureau)
    assert review.count(scene.bureau) == 1


def test_a_third_answer_is_chosen_from_the_options_of_the_paper(scene: Scene) -> None:
    item = contradict(scene)
    choices = review.choices(item)
    assert [mark for mark, _ in choices] == ["A", "B", "C", "D", "-"]
    assert label_text(choices[-1][1], "ru") == "оставлено без ответа"
    assert label_text(dict(choices)[marked(scene, 2)], "en").endswith("item 3 2")


def test_a_re_sit_is_a_paper_of_its_own_and_the_rule_decides(scene: Scene) -> None:
    key_in(scene.first, scene.test, 7, "1", "1", "1", "1", "")
    key_in(scene.second, scene.test, 2007, "2", "2", "2", "1", "")
    scene.exchange()
    assert review.count(scene.bureau) == 0
    counting: dict[ResitRule, list[tuple[int, int]]] = {}
    for rule in ResitRule:
        forms.set_resit_rule(scene.bureau, scene.room.course, rule)
        counting[rule] = [(one.attempt, one.points) for one in course_scores(scene.bureau, scene.room.course)]
    assert counting == {
        ResitRule.BEST: [(2, 300)],
        ResitRule.LAST: [(2, 300)],
        ResitRule.FIRST: [(1, 0)],
    }


def test_a_number_that_two_people_got_opens_nobodys_paper_in_silence(scene: Scene) -> None:
    added = {}
    for work, name in ((scene.first, "Тоирова Лола"), (scene.second, "Ҷӯраев Шӯҳрат")):
        added[name] = enrolments.add_walk_in(work, scene.room.course, name).key or ""
        key_in(work, scene.test, PEOPLE + 1, *whole(1 if work is scene.first else 8))
    scene.exchange()
    assert scene.item().kind is ReviewKind.DOUBLE_NUMBER
    assert sorted(score.points for score in course_scores(scene.bureau, scene.room.course)) == [200, 500]
    with pytest.raises(TrainerError, match=r"keying\.number_twice") as refused:
        keying.open_paper(scene.bureau, scene.test.sitting, PEOPLE + 1)
    assert len(refused.value.values["names"]) == 2
    for key in added.values():
        assert keying.open_paper_of(scene.bureau, scene.test.sitting, key).answered == ITEMS
    # Both papers still carry the number when one person has got another.
    review.settle(scene.bureau, scene.item().id, "ours")
    with pytest.raises(TrainerError, match=r"keying\.number_twice"):
        keying.open_paper(scene.bureau, scene.test.sitting, PEOPLE + 1)


def feed_back(work: Workplace, scene: Scene, number: int, *answers: str) -> None:
    """Key in an anonymous sheet by its number and finish it."""
    paper = feedback.begin_paper(work, scene.feedback.sitting, number)
    for place, answer in enumerate(answers):
        paper = feedback.answer_paper(work, paper, place, answer)
    feedback.finish_paper(work, paper)


def test_anonymous_sheets_with_one_number_are_one_and_differences_are_told(scene: Scene) -> None:
    for number in range(301, 306):
        feed_back(scene.first, scene, number, "4", "5", "good")
        third = "5" if number == 303 else "4"
        feed_back(scene.second, scene, number, third, "5", "" if number == 303 else "good")
    scene.exchange()
    item = scene.item()
    assert (item.entity, item.fields) == ("feedback_paper", ("answers",))
    assert label_text(item.title, "en") == "anonymous sheet 303"
    assert label_text(item.place, "en") == "answers · Feedback · course DSH1"
    assert sorted(say(item)) == [
        "question 1 “Statement clear” – 4: step 4; question 3 “Question more” – good",
        "question 1 “Statement clear” – 5: step 5; question 3 “Question more” – left blank",
    ]
    # Nobody stands beside them: a user's name would tell who was in the room with that sheet.
    assert {(side.user, side.device) for side in item.sides} == {("", "K7"), ("", "K9")}
    (found,) = results.gather(scene.bureau, course=scene.room.course).feedback
    assert found.papers == 5
    take = next(at for at, side in enumerate(item.sides) if side.values["answers"][0] == "5")
    review.settle(scene.bureau, item.id, f"#{take}")
    (found,) = results.gather(scene.bureau, course=scene.room.course).feedback
    assert found.questions[0].counts == (0, 0, 0, 4, 1)
    assert review.count(scene.bureau) == 0


def test_a_form_that_was_edited_where_it_was_not_used_yet_says_that_it_changed(scene: Scene) -> None:
    key_in(scene.first, scene.test, 1, *whole(1))
    forms.set_questions(scene.bureau, scene.test.form, scene.test.questions[:-1])
    full = forms.get_form(scene.first, scene.test.form)
    assert full.form.frozen
    assert not full.changed
    scene.exchange()
    for work in (scene.bureau, scene.first, scene.second):
        after = forms.get_form(work, scene.test.form)
        assert after.form.frozen == full.form.frozen
        assert after.changed
    notes = [note.code for note in results.gather(scene.bureau, course=scene.room.course).notes]
    assert "result_note.changed" in notes
    history.undo(scene.bureau)
    scene.exchange()
    assert not forms.get_form(scene.bureau, scene.test.form).changed


def test_a_form_frozen_in_two_states_is_a_question_for_review(scene: Scene) -> None:
    key_in(scene.first, scene.test, 1, *whole(1))
    forms.set_questions(scene.bureau, scene.test.form, scene.test.questions[:-1])
    key_in(scene.bureau, scene.test, 2, "2", "2", "2", "2")
    scene.exchange()
    (item,) = (item for item in review.list_items(scene.bureau) if item.fields == ("frozen",))
    assert item.kind is ReviewKind.IMMUTABLE
    assert label_text(item.title, "en") == "Knowledge"
    assert all("as they were here" in words for words in say(item))
    # What was keyed in on both stays.
    assert len(keying.list_papers(scene.bureau, scene.test.sitting)) == 2


def test_a_question_that_was_changed_after_its_use_elsewhere_is_seen(scene: Scene) -> None:
    key_in(scene.first, scene.test, 1, *whole(1))
    asked = questions.get_question(scene.bureau, scene.test.questions[0])
    questions.save_question(scene.bureau, replace(asked, points=300))
    scene.exchange()
    assert forms.get_form(scene.bureau, scene.test.form).changed


def test_a_form_taken_away_where_no_paper_was_known_stays_with_its_papers(scene: Scene) -> None:
    forms.drop_sitting(scene.second, scene.test.sitting)
    forms.drop_sitting(scene.second, scene.feedback.sitting)
    key_in(scene.first, scene.test, 1, *whole(1))
    for number in range(301, 306):
        feed_back(scene.first, scene, number, "4", "5", "good")
    scene.exchange()
    for work in (scene.bureau, scene.first, scene.second):
        assert [view.papers for view in forms.list_sittings(work, scene.room.course)] == [1, 5]
        assert keying.open_paper(work, scene.test.sitting, 1).answered == ITEMS
        assert points(work, scene) == {1: 500}
        (found,) = results.gather(work, course=scene.room.course).feedback
        assert found.papers == 5


def test_somebody_taken_off_the_list_where_no_paper_was_known_is_asked_about(scene: Scene) -> None:
    enrolments.add_walk_in(scene.second, scene.room.course, "Тоирова Лола")
    scene.exchange()
    history.undo(scene.second)
    key_in(scene.first, scene.test, PEOPLE + 1, *whole(1))
    scene.exchange()
    item = scene.item()
    assert (item.kind, item.entity) == (ReviewKind.WAITING, "paper")
    assert points(scene.bureau, scene) == {}
    review.settle(scene.bureau, item.id, "keep")
    assert points(scene.bureau, scene) == {PEOPLE + 1: 500}


def test_a_paper_deleted_while_another_answered_more_of_it_is_named_and_comes_back_whole(
    scene: Scene,
) -> None:
    key_in(scene.first, scene.test, 1, "2", "2")
    scene.exchange()
    keying.delete_paper(scene.first, keying.open_paper(scene.first, scene.test.sitting, 1))
    third = keying.open_paper(scene.second, scene.test.sitting, 1)
    keying.key_answer(scene.second, third, scene.test.questions[2], "3")
    importing.import_files(scene.bureau, [scene.send(scene.first), scene.send(scene.second)])
    items = {item.kind: item for item in review.list_items(scene.bureau)}
    waiting = items[ReviewKind.WAITING]
    assert label_text(waiting.title, "en") == keying.open_paper(scene.second, scene.test.sitting, 1).name
    assert "paper 1 · course" in label_text(waiting.place, "en")
    review.settle(scene.bureau, waiting.id, "keep")
    assert review.list_items(scene.bureau) == []
    assert dict(keying.open_paper(scene.bureau, scene.test.sitting, 1).paper.answers) == dict(
        zip(scene.test.questions[:3], ("2", "2", "3"), strict=True)
    )


def test_undo_after_the_file_was_sent_goes_with_the_next_file(scene: Scene) -> None:
    key_in(scene.first, scene.test, 2, "2", "2")
    scene.exchange()
    assert keying.open_paper(scene.bureau, scene.test.sitting, 2).answered == 2
    history.undo(scene.first)
    scene.exchange()
    for work in (scene.bureau, scene.second):
        assert dict(keying.open_paper(work, scene.test.sitting, 2).paper.answers) == {
            scene.test.questions[0]: "2"
        }
    history.redo(scene.first)
    scene.exchange()
    assert keying.open_paper(scene.second, scene.test.sitting, 2).answered == 2


def test_a_blank_and_an_answer_differ_and_an_empty_place_does_not(scene: Scene) -> None:
    key_in(scene.first, scene.test, 6, "2", BLANK)
    key_in(scene.second, scene.test, 6, "2", "2", "2")
    scene.exchange()
    item = scene.item()
    assert "left blank" in say(item)
    assert label_text(item.place, "en").startswith("question 2:")


def test_packs_carry_forms_and_the_papers_of_their_own_courses_only(scene: Scene) -> None:
    other = courses.create_course(scene.bureau, CourseDraft("KHJ", Texts(en="Other"), FIRST, LAST)).key
    assert other is not None
    enrolments.add_walk_in(scene.bureau, other, "Пирова Шаҳноза", first_day=FIRST)
    sitting = forms.choose_form(scene.bureau, other, scene.test.form, Occasion.POST).key or ""
    view = keying.open_paper(scene.bureau, sitting, 1)
    keying.key_answer(scene.bureau, view, scene.test.questions[0], "3", by="P. Secret")
    made = single("a new one")
    alone = questions.save_question(scene.bureau, made).key or ""
    scene.exchange()
    journal = b"\n".join(line for _, line in all_lines(scene.first.database)).decode()
    assert "P. Secret" not in journal
    assert "Пирова" not in journal
    assert other not in journal
    assert view.paper.key not in journal
    assert questions.get_question(scene.first, alone).text == Texts(en="Question a new one")
    assert forms.get_form(scene.first, scene.test.form).form.title == Texts(en="Knowledge")
