"""Keying in papers with names: whose a number is, what an answer becomes, second entries, the list."""

import pytest

from tests.actions.sheets import Sheet, choose, multiple, number, scale, single, sitting_of, words
from tests.kit.writing import Room, newest_label
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import forms, keying, progress, scores
from trainer_app.actions.evaluations.keying import PaperView
from trainer_app.actions.evaluations.progress import Absence, PaperDoubts, PaperState, paper_doubts
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import FormKind, KeyingDifference, Occasion
from trainer_app.domain.evaluations.questions import Question, points_of
from trainer_app.system.messages import label_text


def key_in(
    work: Workplace, view: PaperView, *answers: str | None, second: bool = False, by: str = ""
) -> None:
    """Key in the first answers of a paper; None leaves one out."""
    for question, answer in zip(view.form.questions, answers, strict=False):
        if answer is not None:
            keying.key_answer(work, view, question.key, answer, second=second, by=by)


def test_a_number_names_the_person_and_opening_writes_nothing(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    before = trainer.journal.number
    view = keying.open_paper(trainer, sheet.sitting, 2)
    assert (view.name, view.list_number, view.paper.number, view.answered) == ("Гулмуродова Зарина", 2, 2, 0)
    assert trainer.journal.number == before


def test_a_number_that_nobody_has_is_refused_and_can_be_said_to_be_somebodys(
    trainer: Workplace, room: Room
) -> None:
    sheet = choose(trainer, room.course, [single("a")])
    with pytest.raises(TrainerError, match=r"keying\.unknown_number"):
        keying.open_paper(trainer, sheet.sitting, 31)
    keying.assign_paper(trainer, sheet.sitting, 31, room.enrolments[2])
    view = keying.open_paper(trainer, sheet.sitting, 31)
    assert (view.name, view.list_number, view.paper.number) == ("Раҳимов Некрӯз", 3, 31)
    key_in(trainer, view, "2")
    assert keying.open_paper_of(trainer, sheet.sitting, room.enrolments[2]).paper.number == 31
    with pytest.raises(TrainerError, match=r"keying\.number_taken"):
        keying.assign_paper(trainer, sheet.sitting, 31, room.enrolments[0])
    with pytest.raises(TrainerError, match=r"keying\.has_answers"):
        keying.assign_paper(trainer, sheet.sitting, 32, room.enrolments[2])


def test_a_re_sit_has_a_number_and_answers_of_its_own(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a")])
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "2")
    again = keying.next_attempt(trainer, sheet.sitting, room.enrolments[0])
    assert (again.paper.attempt, again.paper.number, again.paper.answers) == (2, 2001, {})
    key_in(trainer, again, "1")
    assert keying.open_paper(trainer, sheet.sitting, 2001).paper.attempt == 2
    assert keying.open_paper(trainer, sheet.sitting, 1).paper.answers[sheet.questions[0]] == "2"
    assert keying.next_attempt(trainer, sheet.sitting, room.enrolments[0]).paper.number == 3001


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        (single("a"), "4", "4"),
        (multiple(), "3,1", "1,3"),
        (scale(), "5", "5"),
        (number(), "12,5", "12.5"),
        (words(), "  бале, ҳа ", "бале, ҳа"),
        (single("a"), "", ""),
    ],
)
def test_each_kind_of_answer_is_kept_as_it_is_counted(
    trainer: Workplace, room: Room, question: Question, typed: str, kept: str
) -> None:
    sheet = choose(trainer, room.course, [single("first"), question])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    keying.key_answer(trainer, view, sheet.questions[1], typed, by="D. Nazarova")
    found = keying.open_paper(trainer, sheet.sitting, 1).paper
    assert found.answers == {sheet.questions[1]: kept}
    assert found.keyed_by == "D. Nazarova"


@pytest.mark.parametrize(
    ("place", "typed", "code"),
    [(0, "5", "no_such_option"), (0, "x", "no_such_option"), (1, "twelve", "not_a_number")],
)
def test_an_answer_that_cannot_be_is_refused_and_nothing_is_written(
    trainer: Workplace, room: Room, place: int, typed: str, code: str
) -> None:
    sheet = choose(trainer, room.course, [single("a"), number()])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    before = trainer.journal.number
    with pytest.raises(TrainerError, match=rf"answer\.{code}"):
        keying.key_answer(trainer, view, sheet.questions[place], typed)
    assert trainer.journal.number == before


def test_shuffled_options_map_the_letters_of_the_paper_to_the_right_options(
    trainer: Workplace, room: Room
) -> None:
    sheet = choose(trainer, room.course, [single(str(each), 6) for each in range(12)], shuffled=True)
    papers = [keying.open_paper(trainer, sheet.sitting, each) for each in (1, 2)]
    assert papers[0].orders != papers[1].orders
    for view in papers:
        again = keying.open_paper(trainer, sheet.sitting, view.paper.number)
        assert again.orders == view.orders
        for question in view.form.questions:
            order = view.orders[question.key]
            assert sorted(order) == [1, 2, 3, 4, 5, 6]
            # Whoever ticks the letter beside the right text has the point, wherever it was printed.
            place = order.index(1)
            keying.key_answer(trainer, view, question.key, str(order[place]))
            shown = keying.shown_answer(view, question, str(order[place]))
            assert shown == "ABCDEF"[place]
        done = keying.open_paper(trainer, sheet.sitting, view.paper.number)
        assert points_of(done.form.questions, done.paper.answers) == 1200
    assert len({"".join(map(str, order)) for view in papers for order in view.orders.values()}) > 5


def test_an_assigned_number_decides_the_order_in_which_the_options_stand(
    trainer: Workplace, room: Room
) -> None:
    sheet = choose(trainer, room.course, [single(str(each), 6) for each in range(8)], shuffled=True)
    own = keying.open_paper_of(trainer, sheet.sitting, room.enrolments[0]).orders
    keying.assign_paper(trainer, sheet.sitting, 77, room.enrolments[0])
    assert keying.open_paper_of(trainer, sheet.sitting, room.enrolments[0]).orders != own


def test_a_form_is_frozen_by_its_first_answer_and_stays_so(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    assert not forms.get_form(trainer, sheet.form).form.frozen
    key_in(trainer, view, "1")
    frozen = forms.get_form(trainer, sheet.form)
    assert frozen.form.frozen
    assert not frozen.changed
    with pytest.raises(TrainerError, match=r"form\.frozen"):
        forms.set_questions(trainer, sheet.form, sheet.questions[:1])
    # A view from before the freezing writes no second one.
    changes = keying.key_answer(trainer, view, sheet.questions[1], "2")
    assert not changes.touches("form")


def test_each_answer_is_a_step_that_can_be_taken_back_in_words(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 3)
    key_in(trainer, view, "1", "4")
    label = newest_label(trainer)
    assert label is not None
    assert (label.code, label.values["question"], label.values["answer"]) == ("keying.step.answer", 2, "D")
    history.undo(trainer)
    assert keying.open_paper(trainer, sheet.sitting, 3).paper.answers == {sheet.questions[0]: "1"}
    history.redo(trainer)
    assert keying.open_paper(trainer, sheet.sitting, 3).answered == 2
    keying.key_answer(trainer, keying.open_paper(trainer, sheet.sitting, 3), sheet.questions[1], "")
    label = newest_label(trainer)
    assert label is not None
    assert label_text(label, "en").endswith("question 2 left blank"), "S3: it ended with a comma"


def test_deleting_a_paper_takes_everything_away_in_one_step(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 3)
    key_in(trainer, view, "1", "4")
    keying.finish_paper(trainer, view)
    keying.delete_paper(trainer, keying.open_paper(trainer, sheet.sitting, 3))
    cleared = keying.open_paper(trainer, sheet.sitting, 3).paper
    assert (cleared.answers, cleared.finished) == ({}, False)
    assert not keying.is_begun(trainer, keying.open_paper(trainer, sheet.sitting, 3))
    history.undo(trainer)
    assert len(keying.open_paper(trainer, sheet.sitting, 3).paper.answers) == 2
    history.redo(trainer)
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 3), "2")
    again = keying.open_paper(trainer, sheet.sitting, 3).paper
    assert (again.answers, again.finished) == ({sheet.questions[0]: "2"}, False), "it is begun anew, blank"


def test_an_answer_that_was_removed_before_goes_with_its_paper_and_asks_nothing(
    trainer: Workplace, room: Room
) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 3)
    key_in(trainer, view, "1", "4")
    keying.key_answer(trainer, view, sheet.questions[1], None)
    keying.delete_paper(trainer, keying.open_paper(trainer, sheet.sitting, 3))
    assert review.list_items(trainer) == []
    assert review.count(trainer) == 0
    history.undo(trainer)
    assert keying.open_paper(trainer, sheet.sitting, 3).paper.answers == {sheet.questions[0]: "1"}
    assert review.list_items(trainer) == []


def test_a_second_entry_stands_beside_the_first_and_differences_are_listed(
    trainer: Workplace, room: Room
) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b"), multiple()])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    key_in(trainer, view, "1", "2", "1,3", by="D. Nazarova")
    view = keying.open_paper(trainer, sheet.sitting, 1)
    key_in(trainer, view, "1", "3", "", second=True, by="F. Azizov")
    paper = keying.open_paper(trainer, sheet.sitting, 1).paper
    assert (paper.keyed_by, paper.checked_by) == ("D. Nazarova", "F. Azizov")
    assert keying.differences(trainer, sheet.sitting) == [
        KeyingDifference(paper.key, 1, sheet.questions[1], "2", "3"),
        KeyingDifference(paper.key, 1, sheet.questions[2], "1,3", ""),
    ]
    view = keying.open_paper(trainer, sheet.sitting, 1)
    keying.settle_difference(trainer, view, sheet.questions[1], "4")
    left = keying.differences(trainer, sheet.sitting)
    assert [each.question for each in left] == [sheet.questions[2]]
    settled = keying.open_paper(trainer, sheet.sitting, 1).paper
    assert (settled.answers[sheet.questions[1]], settled.second[sheet.questions[1]]) == ("4", "4")


@pytest.mark.parametrize("name", ["D. Nazarova", "  d.  NAZAROVA "])
def test_nobody_checks_an_entry_of_their_own(trainer: Workplace, room: Room, name: str) -> None:
    sheet = choose(trainer, room.course, [single("a")])
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "1", by="D. Nazarova")
    view = keying.open_paper(trainer, sheet.sitting, 1)
    with pytest.raises(TrainerError, match=r"keying\.same_person"):
        keying.key_answer(trainer, view, sheet.questions[0], "2", second=True, by=name)
    assert keying.open_paper(trainer, sheet.sitting, 1).paper.second == {}


def test_a_paper_of_another_form_is_not_keyed_over(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a")], title="First")
    other = choose(trainer, room.course, [single("b")], title="Second")
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "1")
    for attempt in (
        lambda: keying.open_paper(trainer, other.sitting, 1),
        lambda: keying.open_paper_of(trainer, other.sitting, room.enrolments[0]),
    ):
        with pytest.raises(TrainerError, match=r"keying\.other_form"):
            attempt()
    assert keying.next_attempt(trainer, other.sitting, room.enrolments[0]).paper.number == 2001


def test_papers_of_nobody_are_not_keyed_in_by_name(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    with pytest.raises(TrainerError, match=r"keying\.anonymous"):
        keying.open_paper(trainer, sheet.sitting, 1)


def test_the_list_says_who_was_in_the_room_and_has_no_paper(trainer: Workplace, room: Room) -> None:
    last = room.sessions[-1]
    attendance.mark(trainer, room.enrolments[0], last, Mark.PRESENT)
    attendance.mark(trainer, room.enrolments[1], last, Mark.LATE, 5)
    attendance.mark(trainer, room.enrolments[2], last, Mark.ABSENT)
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    found = progress.paper_list(trainer, sheet.sitting)
    assert [line.state for line in found.lines] == ["missing", "missing", "absent"]
    assert (found.expected, found.keyed, found.questions) == (2, 0, 2)
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "1")
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 3), "1", "")
    found = progress.paper_list(trainer, sheet.sitting)
    assert [line.state for line in found.lines] == ["unfinished", "missing", "keyed"]
    assert (found.expected, found.keyed, found.unfinished) == (3, 1, 1)
    assert [line.answered for line in found.lines] == [1, 0, 2]
    missing = found.next_missing(after=1)
    assert missing is not None
    assert missing.list_number == 2
    again = found.next_missing(after=3)
    assert again is not None
    assert again.list_number == 1


def test_the_first_day_decides_who_was_there_before_the_course(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    attendance.mark(trainer, room.enrolments[1], room.sessions[-1], Mark.PRESENT)
    table = attendance.grid(trainer, room.course)
    assert progress.in_the_room(table, Occasion.PRE) == {room.enrolments[0]}
    assert progress.in_the_room(table, Occasion.POST) == {room.enrolments[1]}
    assert progress.in_the_room(table, Occasion.MONTH3) == set(room.enrolments[:2])


def test_while_nothing_is_marked_everybody_is_expected(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a")])
    assert progress.paper_list(trainer, sheet.sitting).expected == 3


def test_the_list_counts_second_entries_and_re_sits(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    key_in(trainer, view, "1", "2")
    key_in(trainer, view, "1", "3", second=True, by="F. Azizov")
    key_in(trainer, keying.next_attempt(trainer, sheet.sitting, room.enrolments[0]), "1", "1")
    found = progress.paper_list(trainer, sheet.sitting)
    assert [(line.number, line.attempt, line.twice, line.differences) for line in found.lines[:2]] == [
        (1, 1, 2, 1),
        (2001, 2, 0, 0),
    ]
    assert (found.twice, found.differences, found.keyed) == (1, 1, 2)


def test_typed_points_are_no_missing_paper(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a")])
    scores.set_score(trainer, room.enrolments[1], Occasion.POST, 1500, 2000)
    enrolments.withdraw(trainer, room.enrolments[2])
    found = progress.paper_list(trainer, sheet.sitting)
    assert [line.state for line in found.lines] == [PaperState.MISSING, PaperState.TYPED]
    assert sitting_of(trainer, sheet).occasion is Occasion.POST


def test_the_rest_of_a_paper_is_left_blank_in_one_step(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b"), multiple()])
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "1")
    keying.leave_rest_blank(trainer, keying.open_paper(trainer, sheet.sitting, 1), by="D. Nazarova")
    view = keying.open_paper(trainer, sheet.sitting, 1)
    assert [view.paper.answers[key] for key in sheet.questions] == ["1", "", ""]
    keying.leave_rest_blank(trainer, view, second=True, by="F. Azizov")
    assert len(keying.differences(trainer, sheet.sitting)) == 1
    with pytest.raises(TrainerError, match=r"keying\.same_person"):
        keying.leave_rest_blank(trainer, view, second=True, by="D. Nazarova")
    history.undo(trainer)
    history.undo(trainer)
    assert keying.open_paper(trainer, sheet.sitting, 1).paper.answers == {sheet.questions[0]: "1"}


def typed_and_keyed(work: Workplace, room: Room) -> Sheet:
    """Type points of the first participant by hand, then key in the paper wholly wrong."""
    sheet = choose(work, room.course, [single("a"), single("b")])
    scores.set_score(work, room.enrolments[0], Occasion.POST, 150, 200)
    key_in(work, keying.open_paper(work, sheet.sitting, 1), "2", "2")
    return sheet


def points(work: Workplace, room: Room) -> list[int]:
    return [score.points for score in scores.all_scores(work, room.course)]


def test_points_given_by_hand_come_back_with_undo_and_when_the_paper_is_deleted(
    trainer: Workplace, room: Room
) -> None:
    sheet = typed_and_keyed(trainer, room)
    assert points(trainer, room) == [0]
    changes = keying.delete_paper(trainer, keying.open_paper(trainer, sheet.sitting, 1))
    assert points(trainer, room) == [150]
    assert not keying.is_begun(trainer, keying.open_paper(trainer, sheet.sitting, 1))
    assert changes.step is not None
    history.undo_step(trainer, changes.step)
    assert points(trainer, room) == [0]
    history.undo(trainer)
    assert points(trainer, room) == []
    history.undo(trainer)
    assert points(trainer, room) == [150]
    assert not keying.is_begun(trainer, keying.open_paper(trainer, sheet.sitting, 1))


def test_points_are_not_typed_onto_a_paper_whose_answers_are_being_keyed_in(
    trainer: Workplace, room: Room
) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "2")
    with pytest.raises(TrainerError) as caught:
        scores.set_score(trainer, room.enrolments[0], Occasion.POST, 150, 200)
    assert caught.value.code == "evaluation.paper_begun"
    view = keying.open_paper(trainer, sheet.sitting, 1)
    assert view.paper.points is None


def test_a_re_sit_keeps_points_given_by_hand_beside_it(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 150, 200)
    view = keying.next_attempt(trainer, sheet.sitting, room.enrolments[0])
    assert view.paper.attempt == 2
    key_in(trainer, view, "2", "1")
    assert sorted(points(trainer, room)) == [100, 150]
    assert [score.points for score in scores.course_scores(trainer, room.course)] == [150]


def test_a_paper_that_can_hardly_be_somebodys_is_asked_about(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])

    def doubts(number: int, *, second: bool = False) -> PaperDoubts:
        return paper_doubts(trainer, keying.open_paper(trainer, sheet.sitting, number), second=second)

    assert not doubts(1).any, "nobody is marked yet"
    first, last = room.sessions[0], room.sessions[-1]
    attendance.mark(trainer, room.enrolments[0], last, Mark.PRESENT)
    assert not doubts(2).any, "not marked yet is not absent"
    attendance.mark(trainer, room.enrolments[1], last, Mark.ABSENT)
    assert doubts(2).absence is Absence.NEVER
    attendance.mark(trainer, room.enrolments[1], first, Mark.PRESENT)
    assert doubts(2).absence is Absence.THAT_DAY
    assert doubts(2).day is not None
    assert not doubts(1).any
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 150, 200)
    assert (doubts(1).points, doubts(1).out_of, doubts(1).absence) == (150, 200, None)
    assert not doubts(1, second=True).any, "a second entry gives no points"
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 2), "1")
    assert not doubts(2).any, "it was begun in spite of that"
    enrolments.withdraw(trainer, room.enrolments[2])
    assert doubts(3).absence is Absence.LEFT
