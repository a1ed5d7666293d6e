"""How far the papers of a course are, and the one thing to do next with them."""

from tests.actions.evaluations.test_feedback_papers import fill
from tests.actions.evaluations.test_keying import key_in
from tests.actions.sheets import choose, scale, single, sitting_of
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import feedback, forms, keying, progress, scores
from trainer_app.actions.evaluations.progress import SittingState, SittingStep, sitting_states
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import FormKind, Occasion

TESTS = (FormKind.TEST, FormKind.PRACTICAL)
SHEETS = (FormKind.FEEDBACK, FormKind.FOLLOW_UP)


def only(work: Workplace, room: Room, kinds: tuple[FormKind, ...]) -> SittingState:
    (found,) = sitting_states(work, room.course, kinds)
    return found


def test_a_test_is_keyed_in_then_checked_then_compared_then_read(trainer: Workplace, room: Room) -> None:
    for enrolment in room.enrolments[:2]:
        attendance.mark(trainer, enrolment, room.sessions[-1], Mark.PRESENT)
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    state = only(trainer, room, TESTS)
    assert (state.keyed, state.expected, state.step, state.begun) == (0, 2, SittingStep.KEY_IN, False)
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 1), "1", "2")
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 2), "1")
    state = only(trainer, room, TESTS)
    assert (state.keyed, state.unfinished, state.step) == (1, 1, SittingStep.KEY_IN)
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 2), None, "2")
    assert only(trainer, room, TESTS).step is SittingStep.RESULTS
    forms.change_sitting(trainer, replace(sitting_of(trainer, sheet), double=True))
    assert only(trainer, room, TESTS).step is SittingStep.SECOND
    for number in (1, 2):
        view = keying.open_paper(trainer, sheet.sitting, number)
        key_in(trainer, view, "1", "3" if number == 2 else "2", second=True, by="F. Azizov")
    state = only(trainer, room, TESTS)
    assert (state.twice, state.differences, state.step) == (2, 1, SittingStep.DIFFERENCES)
    keying.settle_difference(trainer, keying.open_paper(trainer, sheet.sitting, 2), sheet.questions[1], "2")
    assert only(trainer, room, TESTS).step is SittingStep.RESULTS


def test_kinds_are_kept_apart(trainer: Workplace, room: Room) -> None:
    choose(trainer, room.course, [single("a")])
    choose(trainer, room.course, [scale()], kind=FormKind.PRACTICAL, occasion=Occasion.END, title="Rating")
    choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END, title="Feedback")
    titles = [state.form.form.title["en"] for state in sitting_states(trainer, room.course, TESTS)]
    assert titles == ["A form", "Rating"]
    assert only(trainer, room, SHEETS).form.form.title["en"] == "Feedback"


def test_sheets_of_nobody_wait_until_five_are_there(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    assert only(trainer, room, SHEETS).step is SittingStep.KEY_IN
    for _ in range(3):
        fill(trainer, sheet, "4")
    state = only(trainer, room, SHEETS)
    assert (state.keyed, state.expected, state.waiting, state.ready) == (3, 3, 3, False)
    assert state.step is SittingStep.ENTER
    for _ in range(2):
        fill(trainer, sheet, "4")
    assert only(trainer, room, SHEETS).ready
    feedback.enter_papers(trainer)
    assert only(trainer, room, SHEETS).step is SittingStep.RESULTS


def test_a_sheet_that_is_not_whole_comes_first(trainer: Workplace, room: Room) -> None:
    sheet = choose(
        trainer, room.course, [scale("a"), scale("b")], kind=FormKind.FEEDBACK, occasion=Occasion.END
    )
    for _ in range(5):
        fill(trainer, sheet, "4", "4")
    paper = feedback.begin_paper(trainer, sheet.sitting, 77)
    feedback.answer_paper(trainer, paper, 0, "2")
    state = only(trainer, room, SHEETS)
    assert (state.unfinished, state.step) == (1, SittingStep.KEY_IN)


def test_second_entries_of_sheets_are_counted(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale("a")], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    forms.change_sitting(trainer, replace(sitting_of(trainer, sheet), double=True))
    for number in (101, 102, 103):
        paper = fill(trainer, sheet, "4", number=number)
        if number > 101:
            feedback.answer_paper(trainer, paper, 0, "4" if number == 102 else "5", second=True)
    state = only(trainer, room, SHEETS)
    assert (state.twice, state.differences, state.step) == (2, 1, SittingStep.DIFFERENCES)


def test_no_paper_is_awaited_of_whoever_left_though_they_came_that_day(
    trainer: Workplace, room: Room
) -> None:
    """25 should have written where 24 stood in the table of points: one was replaced on the last day."""
    first, second, third = room.enrolments
    for enrolment in (first, second):
        attendance.mark(trainer, enrolment, room.sessions[-2], Mark.PRESENT)
    sheet = choose(trainer, room.course, [single("a")])
    choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    enrolments.replace(trainer, second, third, since=room.sessions[-1])
    attendance.mark(trainer, first, room.sessions[-1], Mark.PRESENT)
    attendance.mark(trainer, third, room.sessions[-1], Mark.PRESENT)
    assert second in progress.in_the_room(attendance.grid(trainer, room.course), Occasion.POST)
    assert only(trainer, room, TESTS).expected == only(trainer, room, SHEETS).expected == 2
    told = {line.enrolment: line.state for line in progress.paper_list(trainer, sheet.sitting).lines}
    assert told == {first: "missing", second: "absent", third: "missing"}, "it may still be keyed in"
    key_in(trainer, keying.open_paper(trainer, sheet.sitting, 2), "1")
    assert only(trainer, room, TESTS).expected == 3, "what they wrote is there"


def test_typed_points_are_as_good_as_papers(trainer: Workplace, room: Room) -> None:
    """The card said that no paper is entered and 25 should have one after all points had been typed."""
    for enrolment in room.enrolments:
        attendance.mark(trainer, enrolment, room.sessions[-1], Mark.PRESENT)
    choose(trainer, room.course, [single("a")])
    for count, enrolment in enumerate(room.enrolments, 1):
        assert only(trainer, room, TESTS).step is SittingStep.KEY_IN
        scores.set_score(trainer, enrolment, Occasion.POST, 100, 100)
        state = only(trainer, room, TESTS)
        assert (state.keyed, state.typed, state.expected, state.begun) == (0, count, 3, True)
    assert state.step is SittingStep.RESULTS
