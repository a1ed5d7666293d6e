"""Which form a course uses on which occasion: chosen, changed, taken away, and counted."""

import pytest

from tests.actions.evaluations.test_keying import key_in
from tests.actions.sheets import Sheet, choose, scale, single, sitting_of
from tests.kit.writing import Room
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.store.base.drafts import Write


@pytest.fixture
def tested(trainer: Workplace, room: Room) -> Sheet:
    return choose(trainer, room.course, [single("a"), single("b")])


def test_the_same_choice_is_one_sitting(trainer: Workplace, room: Room, tested: Sheet) -> None:
    again = forms.choose_form(trainer, room.course, tested.form, Occasion.POST)
    assert (again.key, again.step) == (tested.sitting, None)
    before = forms.choose_form(trainer, room.course, tested.form, Occasion.PRE).key
    found = forms.list_sittings(trainer, room.course)
    assert [view.sitting.key for view in found] == [before, tested.sitting]


@pytest.mark.parametrize(
    ("kind", "occasion"),
    [(FormKind.FEEDBACK, Occasion.PRE), (FormKind.PRACTICAL, Occasion.POST), (FormKind.TEST, Occasion.END)],
)
def test_a_form_is_chosen_only_where_its_kind_is_used(
    trainer: Workplace, room: Room, kind: FormKind, occasion: Occasion
) -> None:
    with pytest.raises(TrainerError, match=r"sitting\.wrong_occasion"):
        choose(trainer, room.course, [scale()], kind=kind, occasion=occasion)
    assert forms.list_sittings(trainer, room.course) == []


def test_an_empty_form_is_not_chosen(trainer: Workplace, room: Room) -> None:
    empty = forms.save_form(trainer, Form("", FormKind.TEST, Texts(en="Empty"))).key or ""
    with pytest.raises(TrainerError, match=r"form\.no_questions"):
        forms.choose_form(trainer, room.course, empty, Occasion.PRE)


def test_settings_are_changed_and_form_and_occasion_stay(
    trainer: Workplace, room: Room, tested: Sheet
) -> None:
    old = sitting_of(trainer, tested)
    wanted = replace(
        old, double=True, minutes=30, language="tg", paged=False, form="x", occasion=Occasion.PRE
    )
    forms.change_sitting(trainer, wanted)
    assert sitting_of(trainer, tested) == replace(old, double=True, minutes=30, language="tg", paged=False)
    with pytest.raises(TrainerError, match=r"sitting\.minutes_out_of_range"):
        forms.change_sitting(trainer, replace(old, minutes=241))
    history.undo(trainer)
    assert sitting_of(trainer, tested) == old


def test_a_form_with_papers_stays_with_its_course(trainer: Workplace, room: Room, tested: Sheet) -> None:
    key_in(trainer, keying.open_paper(trainer, tested.sitting, 1), "1", "2")
    key_in(trainer, keying.open_paper(trainer, tested.sitting, 2), "1")
    with pytest.raises(TrainerError, match=r"sitting\.has_papers"):
        forms.drop_sitting(trainer, tested.sitting)
    other = choose(trainer, room.course, [single("c")], occasion=Occasion.PRE)
    forms.drop_sitting(trainer, other.sitting)
    assert [view.sitting.key for view in forms.list_sittings(trainer, room.course)] == [tested.sitting]
    with pytest.raises(TrainerError, match=r"sitting\.unknown"):
        forms.get_sitting(trainer, other.sitting)


def test_papers_that_are_not_whole_hold_their_form_until_they_are_deleted(
    trainer: Workplace, room: Room, tested: Sheet
) -> None:
    key_in(trainer, keying.open_paper(trainer, tested.sitting, 1), "1")
    with pytest.raises(TrainerError, match=r"sitting\.has_unfinished") as problem:
        forms.drop_sitting(trainer, tested.sitting)
    assert problem.value.values["count"] == 1
    assert problem.value.values["place"] == {"course": room.course, "tab": "tests", "sitting": tested.sitting}
    keying.delete_paper(trainer, keying.open_paper(trainer, tested.sitting, 1))
    forms.drop_sitting(trainer, tested.sitting)
    assert forms.list_sittings(trainer, room.course) == []


def test_papers_are_counted_and_whole_ones_among_them(trainer: Workplace, room: Room, tested: Sheet) -> None:
    key_in(trainer, keying.open_paper(trainer, tested.sitting, 1), "1", "2")
    key_in(trainer, keying.open_paper(trainer, tested.sitting, 2), "1")
    (view,) = forms.list_sittings(trainer, room.course)
    assert (view.papers, view.finished, view.form.form.title["en"]) == (2, 1, "A form")


def test_sheets_of_nobody_are_counted_while_they_wait(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    paper = feedback.begin_paper(trainer, sheet.sitting, 101)
    paper = feedback.answer_paper(trainer, paper, 0, "4")
    (view,) = forms.list_sittings(trainer, room.course)
    assert (view.papers, view.finished) == (1, 0)
    feedback.finish_paper(trainer, paper)
    (view,) = forms.list_sittings(trainer, room.course)
    assert (view.papers, view.finished) == (1, 1)


def test_the_rule_for_re_sits_is_the_courses(trainer: Workplace, room: Room) -> None:
    assert courses.get_course(trainer, room.course).course.resit_rule is ResitRule.BEST
    forms.set_resit_rule(trainer, room.course, ResitRule.LAST)
    assert courses.get_course(trainer, room.course).course.resit_rule is ResitRule.LAST
    history.undo(trainer)
    assert courses.get_course(trainer, room.course).course.resit_rule is ResitRule.BEST


def test_a_choice_with_waiting_sheets_is_not_undone_and_says_why(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale(), scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    paper = feedback.begin_paper(trainer, sheet.sitting)
    paper = feedback.answer_paper(trainer, paper, 0, "4")
    with pytest.raises(TrainerError, match=r"sitting\.has_unfinished") as problem:
        history.undo(trainer)
    assert problem.value.values["place"] == {
        "course": room.course,
        "tab": "feedback",
        "sitting": sheet.sitting,
    }
    feedback.discard_paper(trainer, paper)
    feedback.put_back_paper(trainer, paper)
    assert feedback.begun_papers(trainer, sheet.sitting) == [paper], "as it was"
    with pytest.raises(TrainerError, match=r"sitting\.has_unfinished"):
        history.undo(trainer)
    feedback.finish_paper(trainer, paper)
    with pytest.raises(TrainerError, match=r"sitting\.has_papers"):
        history.undo(trainer)
    feedback.discard_paper(trainer, paper)
    history.undo(trainer)
    assert forms.list_sittings(trainer, room.course) == []
    history.redo(trainer)
    assert [view.sitting.key for view in forms.list_sittings(trainer, room.course)] == [sheet.sitting]


def test_removing_a_choice_is_not_done_again_once_sheets_wait(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    forms.drop_sitting(trainer, sheet.sitting)
    history.undo(trainer)
    feedback.key_paper(trainer, sheet.sitting, ["4"])
    with pytest.raises(TrainerError, match=r"sitting\.has_papers"):
        history.redo(trainer)
    assert forms.get_sitting(trainer, sheet.sitting).key == sheet.sitting


def test_sheets_that_wait_keep_the_choice_that_another_laptop_removed(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale(), scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    begun = feedback.begin_paper(trainer, sheet.sitting)
    trainer.journal.record(Label("sitting.step.drop"), [Write("sitting", sheet.sitting, delete=True)])
    assert forms.list_sittings(trainer, room.course) == []
    # A sheet was open meanwhile: what is told as saved is there, and so is what it belongs to.
    feedback.answer_paper(trainer, begun, 0, "5")
    assert [view.sitting.key for view in forms.list_sittings(trainer, room.course)] == [sheet.sitting]
    assert feedback.collection(trainer, sheet.sitting).begun == 1
