"""Participants fill in forms on the laptop: their own tests by number, feedback that belongs to nobody."""

from tests.actions.questionnaires import knowledge_test, opinions
from tests.actions.refusing import refused
from tests.kit import samples
from tests.kit.writing import Room
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, filling, forms, keying, scores
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.store.evaluations.papers import list_drafts
from trainer_app.system.clock import FixedClock


def test_a_test_is_filled_in_by_its_number_and_counts_when_it_is_handed_in(
    trainer: Workplace, room: Room
) -> None:
    sitting = knowledge_test(trainer, room.course)
    assert filling.whose(trainer, sitting, 3).name.startswith("Раҳимов")
    sheet = filling.begin_named(trainer, sitting, 3, "ru")
    for question in sheet.form.questions[:3]:
        sheet = filling.answer(trainer, sheet, question.key, "2")
    sheet = filling.answer(trainer, sheet, sheet.form.questions[3].key, "1")
    assert (sheet.answered, sheet.language, sheet.name.split()[0]) == (4, "ru", "Раҳимов")
    assert scores.course_scores(trainer, room.course) == []
    assert filling.hand_in(trainer, sheet).finished
    (found,) = scores.course_scores(trainer, room.course)
    assert (found.points, found.out_of, found.occasion) == (300, 500, Occasion.PRE)
    refused("filling.handed_in", filling.whose, trainer, sitting, 3)


def test_an_answer_is_taken_back_and_a_number_of_nobody_is_refused(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    sheet = filling.begin_named(trainer, sitting, 1)
    key = sheet.form.questions[0].key
    sheet = filling.answer(trainer, filling.answer(trainer, sheet, key, "3"), key, "")
    assert (sheet.answered, dict(sheet.answers)) == (0, {key: ""})
    refused("keying.unknown_number", filling.begin_named, trainer, sitting, 77)
    refused("answer.no_such_option", filling.answer, trainer, sheet, key, "9")


def test_what_was_keyed_in_from_paper_is_not_filled_in_again(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    view = keying.open_paper(trainer, sitting, 2)
    keying.key_answer(trainer, view, view.form.questions[0].key, "2")
    refused("filling.keyed_in", filling.begin_named, trainer, sitting, 2)


def test_after_a_power_cut_a_sheet_goes_on_where_it_was(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    sheet = filling.begin_named(trainer, sitting, 1, "tg")
    filling.answer(trainer, sheet, sheet.form.questions[0].key, "2")
    trainer.close()
    again = workplace.open_workplace(trainer.folder, samples.PASSPHRASE, clock=trainer.clock)
    try:
        resumed = filling.begin_named(again, sitting, 1)
        assert dict(resumed.answers) == {sheet.form.questions[0].key: "2"}
        assert (resumed.started, resumed.language) == (sheet.started, "tg")
    finally:
        again.close()


def test_time_runs_from_the_first_beginning_and_ends(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    sitting = knowledge_test(trainer, room.course)
    forms.change_sitting(trainer, replace(forms.get_sitting(trainer, sitting), minutes=20))
    sheet = filling.begin_named(trainer, sitting, 1)
    key = sheet.form.questions[0].key
    sheet = filling.answer(trainer, sheet, key, "2")
    assert sheet.remaining(sheet.started + 60_000) == 19 * 60_000
    assert sheet.remaining(sheet.started - 10**9) == 20 * 60_000, "a clock set back gives no more than all"
    assert sheet.remaining(sheet.started + 21 * 60_000) == 0
    clock.now = sheet.started + 21 * 60_000
    refused("filling.time_over", filling.answer, trainer, sheet, key, "1")
    assert dict(filling.begin_named(trainer, sitting, 1).answers) == {key: "2"}


def test_feedback_belongs_to_nobody_and_waits_as_a_draft(trainer: Workplace, room: Room) -> None:
    sitting = opinions(trainer, room.course)
    sheet = filling.begin_anonymous(trainer, sitting, "tg")
    sheet = filling.answer(trainer, sheet, sheet.form.questions[0].key, "5")
    (draft,) = list_drafts(trainer.database)
    assert (draft.answers, draft.finished, draft.number) == (("5", None, None), False, None)
    assert (sheet.name, sheet.started, sheet.remaining(10**15)) == ("", 0, None)
    resumed = filling.interrupted(trainer, sitting)
    assert resumed is not None
    assert dict(resumed.answers) == dict(sheet.answers)
    done = filling.hand_in(trainer, resumed)
    assert done.paper is not None
    assert done.paper.answers == ("5", "", "")
    assert filling.interrupted(trainer, sitting) is None
    assert feedback.waiting(trainer, room.course) == 1


def test_two_interrupted_sheets_are_given_to_nobody_and_one_that_was_left_is_forgotten(
    trainer: Workplace, room: Room
) -> None:
    sitting = opinions(trainer, room.course)
    sheets = [filling.begin_anonymous(trainer, sitting, "ru") for _ in range(2)]
    kept = [filling.answer(trainer, each, each.form.questions[0].key, "3") for each in sheets]
    assert filling.interrupted(trainer, sitting) is None
    filling.throw_away(trainer, kept[0])
    assert filling.interrupted(trainer, sitting) is not None
    filling.throw_away(trainer, kept[1])
    assert list_drafts(trainer.database) == []
