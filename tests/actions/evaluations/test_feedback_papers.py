"""Papers of nobody: drafts at every answer, entering in an order that tells nothing, second entries."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.actions.sheets import Sheet, choose, enter_alone, scale, single, sitting_of, words
from tests.kit.writing import Room
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import feedback, filling, forms, scores
from trainer_app.actions.evaluations.progress import is_strange_number
from trainer_app.actions.exchange import erased, outstanding, sending
from trainer_app.actions.today import today
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import FEEDBACK_BEGINS, AnonymousPaper, FormKind, Occasion
from trainer_app.domain.today.overview import DueKind
from trainer_app.store.exchange.transfers import lines_of
from trainer_app.system.clock import FixedClock


@pytest.fixture
def sheet(trainer: Workplace, room: Room) -> Sheet:
    asked = [scale("a"), scale("b"), words()]
    return choose(trainer, room.course, asked, kind=FormKind.FEEDBACK, occasion=Occasion.END)


def fill(work: Workplace, sheet: Sheet, *answers: str | None, number: int | None = None) -> AnonymousPaper:
    """Key in one sheet and finish it."""
    paper = feedback.begin_paper(work, sheet.sitting, number)
    for place, answer in enumerate(answers):
        if answer is not None:
            paper = feedback.answer_paper(work, paper, place, answer)
    return feedback.finish_paper(work, paper)


def test_every_answer_is_on_the_disk_before_anything_is_in_the_journal(
    trainer: Workplace, sheet: Sheet
) -> None:
    before = trainer.journal.number
    paper = feedback.begin_paper(trainer, sheet.sitting, 204)
    assert feedback.get_paper(trainer, paper.key) is None
    paper = feedback.answer_paper(trainer, paper, 0, "4")
    assert feedback.get_paper(trainer, paper.key) == paper
    assert paper.answers == ("4", None, None)
    assert [each.key for each in feedback.begun_papers(trainer, sheet.sitting)] == [paper.key]
    # The number leads back to the sheet.
    assert feedback.begin_paper(trainer, sheet.sitting, 204) == paper
    assert trainer.journal.number == before


def test_fewer_than_five_wait_and_five_enter_in_one_step(
    trainer: Workplace, room: Room, sheet: Sheet
) -> None:
    for each in range(4):
        fill(trainer, sheet, "3", "4", f"words {each}")
    assert feedback.enter_papers(trainer).step is None
    assert feedback.waiting(trainer, room.course) == 4
    fill(trainer, sheet, "5")
    begun = feedback.begin_paper(trainer, sheet.sitting, 300)
    feedback.answer_paper(trainer, begun, 0, "1")
    changes = feedback.enter_papers(trainer)
    assert len(changes.touched) == 5
    found = feedback.collection(trainer, sheet.sitting)
    assert (len(found.papers), found.waiting, found.begun) == (5, 0, 1)
    assert sorted(paper.answers[0] or "" for paper in found.papers) == ["3", "3", "3", "3", "5"]
    # What was left out is blank, not unknown.
    assert [paper.answers for paper in found.papers if paper.answers[0] == "5"] == [("5", "", "")]


def test_a_course_of_three_is_closed_once_when_all_three_have_handed_in(
    trainer: Workplace, room: Room, sheet: Sheet
) -> None:
    assert feedback.is_small(trainer, room.course)
    for _ in range(2):
        fill(trainer, sheet, "3", "4")
        assert not feedback.may_close(trainer, sheet.sitting)
        assert feedback.enter_papers(trainer, room.course, few=True).step is None
    fill(trainer, sheet, "5", "4")
    assert feedback.may_close(trainer, sheet.sitting)
    assert feedback.enter_papers(trainer, room.course).step is None, "somebody has to say so"
    assert len(feedback.enter_papers(trainer, room.course, few=True).touched) == 3
    # One more would stand there by itself, and so would three more, after those that are known.
    for _ in range(3):
        fill(trainer, sheet, "1", "1")
        assert feedback.enter_papers(trainer, room.course, few=True).step is None
    assert feedback.waiting(trainer) == 3
    history.undo(trainer)
    assert feedback.enter_papers(trainer, room.course, few=True).touched, "what was entered enters again"
    assert feedback.waiting(trainer) == 3


def test_in_a_course_of_five_fewer_than_five_never_enter_by_themselves(
    trainer: Workplace, room: Room, sheet: Sheet, stick: Path
) -> None:
    for name in ("Каримов Алӣ", "Салимов Алӣ"):
        enrolments.add_by_name(trainer, room.course, name)
    assert not feedback.is_small(trainer, room.course)
    ways: list[Callable[[], object]] = [
        lambda: feedback.enter_papers(trainer, few=True),
        lambda: feedback.enter_papers(trainer, room.course, few=True, sitting=sheet.sitting),
        lambda: filling.end_filling(trainer, sitting_of(trainer, sheet)),
        lambda: sending.export(trainer, stick),
        lambda: erased.resume(trainer),
    ]
    for place in range(4):
        fill(trainer, sheet, "3", "4", f"words {place}")
        for way in ways:
            with suppress(TrainerError):
                way()
        found = feedback.collection(trainer, sheet.sitting)
        assert (found.waiting, found.shown) == (place + 1, ())
    fill(trainer, sheet, "3", "4")
    assert len(feedback.enter_papers(trainer).touched) == 5
    fill(trainer, sheet, "1", "1", "too late")
    for way in ways:
        with suppress(TrainerError):
            way()
    assert feedback.waiting(trainer) == 1


def test_each_sitting_waits_for_its_own_five(trainer: Workplace, room: Room, sheet: Sheet) -> None:
    other = choose(
        trainer, room.course, [scale("c")], kind=FormKind.FOLLOW_UP, occasion=Occasion.MONTH3, title="Later"
    )
    for each in (sheet, other):
        for _ in range(3):
            fill(trainer, each, "2")
    assert feedback.enter_papers(trainer).step is None
    for _ in range(2):
        fill(trainer, other, "2")
    assert len(feedback.enter_papers(trainer).touched) == 5
    assert feedback.collection(trainer, sheet.sitting).waiting == 3


def test_the_order_in_which_sheets_were_filled_in_is_nowhere(trainer: Workplace, sheet: Sheet) -> None:
    filled = [fill(trainer, sheet, None, None, f"sheet {each}").key for each in range(12)]
    feedback.enter_papers(trainer)
    lines = lines_of(trainer.database, trainer.journal.replica, 0)
    order = [
        key
        for _, line in lines
        for key in filled
        if key.encode() in line or key.replace("-", "").encode() in line
    ]
    assert len(order) == 12
    assert order == sorted(order)
    assert order != filled
    listed = [paper.key for paper in feedback.collection(trainer, sheet.sitting).papers]
    assert listed == sorted(filled)


def test_the_form_freezes_with_the_first_sheets_that_enter(trainer: Workplace, sheet: Sheet) -> None:
    for _ in range(5):
        fill(trainer, sheet, "2")
    assert not forms.get_form(trainer, sheet.form).form.frozen
    feedback.enter_papers(trainer)
    assert forms.get_form(trainer, sheet.form).form.frozen


def test_a_draft_goes_without_a_trace_and_an_entered_sheet_by_a_step(
    trainer: Workplace, sheet: Sheet
) -> None:
    before = trainer.journal.number
    paper = fill(trainer, sheet, "2", number=101)
    assert feedback.discard_paper(trainer, paper).step is None
    assert feedback.get_paper(trainer, paper.key) is None
    assert trainer.journal.number == before
    fill(trainer, sheet, "2", number=102)
    enter_alone(trainer)
    (entered,) = feedback.collection(trainer, sheet.sitting).papers
    assert not entered.waiting
    assert feedback.discard_paper(trainer, entered).step is not None
    assert feedback.collection(trainer, sheet.sitting).papers == ()


def test_a_second_entry_finds_differences_and_settling_ends_them(trainer: Workplace, sheet: Sheet) -> None:
    paper = fill(trainer, sheet, "3", "4", "good", number=101)
    for place, answer in enumerate(("3", "5", "good")):
        paper = feedback.answer_paper(trainer, paper, place, answer, second=True)
    (found,) = feedback.differences(trainer, sheet.sitting)
    assert (found.number, found.question, found.first, found.second) == (101, sheet.questions[1], "4", "5")
    settled = feedback.settle_difference(trainer, paper, 1, "5")
    assert (settled.answers, settled.second) == (("3", "5", "good"), ("3", "5", "good"))
    assert feedback.differences(trainer, sheet.sitting) == []
    enter_alone(trainer)
    (entered,) = feedback.collection(trainer, sheet.sitting).papers
    feedback.answer_paper(trainer, entered, 0, "1", second=True)
    assert len(feedback.differences(trainer, sheet.sitting)) == 1


def test_wrong_answers_and_forms_with_names_are_refused(trainer: Workplace, room: Room, sheet: Sheet) -> None:
    paper = feedback.begin_paper(trainer, sheet.sitting)
    with pytest.raises(TrainerError, match=r"answer\.no_such_option"):
        feedback.answer_paper(trainer, paper, 0, "6")
    with pytest.raises(TrainerError, match=r"feedback_paper\.no_such_question"):
        feedback.answer_paper(trainer, paper, 3, "1")
    named = choose(trainer, room.course, [single("a")], title="Named")
    with pytest.raises(TrainerError, match=r"feedback_paper\.named"):
        feedback.begin_paper(trainer, named.sitting)
    assert feedback.begun_papers(trainer, sheet.sitting) == []


def test_numbers_to_print_are_all_different_and_not_in_order(trainer: Workplace, sheet: Sheet) -> None:
    first = feedback.take_numbers(trainer, sheet.sitting, 40)
    second = feedback.take_numbers(trainer, sheet.sitting, 40)
    assert len({*first, *second}) == 80
    assert first != sorted(first)


def test_every_number_printed_here_is_known_however_many_they_are(trainer: Workplace, sheet: Sheet) -> None:
    """S3: after more than two hundred sheets of one sitting the first ones were said not to be printed."""
    assert not is_strange_number(trainer, sheet.sitting, 7), "nothing was printed, nothing is known"
    printed = [
        number for count in (25, 150, 75) for number in feedback.take_numbers(trainer, sheet.sitting, count)
    ]
    assert not any(is_strange_number(trainer, sheet.sitting, number) for number in printed)
    for number in (min(printed) - 1, max(printed) + 1):
        assert is_strange_number(trainer, sheet.sitting, number)
    trainer.store.change_setting(FEEDBACK_BEGINS.of(sheet.sitting), 0)
    again = feedback.take_numbers(trainer, sheet.sitting, 5)
    assert not any(is_strange_number(trainer, sheet.sitting, number) for number in (*printed, *again)), (
        "an older version printed the first ones"
    )


def test_what_waits_goes_into_the_file_when_there_are_five(
    joined: Workplace, room: Room, sheet: Sheet, stick: Path
) -> None:
    for _ in range(4):
        fill(joined, sheet, "2")
    sending.export(joined, stick)
    assert feedback.waiting(joined) == 4
    fill(joined, sheet, "3")
    assert outstanding.pending(joined).counts.get("feedback_paper") == 5
    sending.export(joined, stick)
    assert feedback.waiting(joined) == 0
    assert len(feedback.collection(joined, sheet.sitting).papers) == 5


def test_one_sitting_is_closed_without_the_others(trainer: Workplace, room: Room, sheet: Sheet) -> None:
    other = choose(
        trainer, room.course, [scale("c")], kind=FormKind.FOLLOW_UP, occasion=Occasion.MONTH3, title="Later"
    )
    for each in (sheet, other):
        for _ in room.enrolments:
            fill(trainer, each, "2")
    assert len(feedback.enter_papers(trainer, few=True, sitting=other.sitting).touched) == 3
    assert feedback.collection(trainer, other.sitting).waiting == 0
    assert feedback.collection(trainer, sheet.sitting).waiting == 3


def test_taking_the_entering_back_makes_drafts_of_the_sheets_again(
    trainer: Workplace, room: Room, sheet: Sheet
) -> None:
    filled = {fill(trainer, sheet, "3", "4", f"words {each}").key for each in range(5)}
    feedback.enter_papers(trainer)
    history.undo(trainer)
    found = feedback.collection(trainer, sheet.sitting)
    assert (found.waiting, {paper.key for paper in found.papers}) == (5, filled)
    assert all(paper.waiting for paper in found.papers)
    history.redo(trainer)
    found = feedback.collection(trainer, sheet.sitting)
    assert (found.waiting, {paper.key for paper in found.papers}) == (0, filled)
    history.undo(trainer)
    assert len(feedback.enter_papers(trainer).touched) == 5
    assert sorted(paper.answers[2] or "" for paper in feedback.collection(trainer, sheet.sitting).papers) == [
        f"words {each}" for each in range(5)
    ]


def test_the_list_of_courses_counts_sheets_and_nothing_is_due_after_the_first(
    trainer: Workplace, room: Room, sheet: Sheet, clock: FixedClock
) -> None:
    clock.set(datetime(2018, 10, 18, 15, tzinfo=ZoneInfo(ZONE)))
    due = {each.kind for each in today.due(trainer, room.course)}
    assert DueKind.FEEDBACK in due
    fill(trainer, sheet, "3", "4")
    fill(trainer, sheet, "3", "5")
    feedback.answer_paper(trainer, feedback.begin_paper(trainer, sheet.sitting), 0, "4")
    found = {each.kind: each.count for each in today.due(trainer, room.course)}
    assert DueKind.FEEDBACK not in found
    assert found[DueKind.FEEDBACK_WAITS] == 3, "those that wait, and the one that is not finished"
    (line,) = scores.overview(trainer).courses
    assert line.answers == 2
