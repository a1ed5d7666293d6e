"""Forms: questions in order, frozen by the first use, changed by versions, copied, put away, deleted."""

from pathlib import Path

import pytest

from tests.actions.questionnaires import make_form, scale, single, words
from tests.kit.writing import Room
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import forms, keying, questions
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import MOST_QUESTIONS, Form, FormKind, Occasion

NOBODY = "00000000-0000-7000-8000-000000000000"


def make(work: Workplace, title: str = "Test", count: int = 3) -> str:
    """Make a test of some questions."""
    return make_form(work, FormKind.TEST, [single(f"Q{number}") for number in range(count)], title)


def key_in(work: Workplace, room: Room, form: str, occasion: Occasion = Occasion.PRE) -> None:
    """Choose a form and key in one answer."""
    sitting = forms.choose_form(work, room.course, form, occasion).key or ""
    keying.key_answer(
        work, keying.open_paper(work, sitting, 1), forms.get_form(work, form).form.questions[0], "1"
    )


def test_a_form_is_read_as_it_was_written_and_a_step_is_undone(trainer: Workplace) -> None:
    keys = [questions.save_question(trainer, each).key or "" for each in (scale("a"), words("b"))]
    form = Form(
        "", FormKind.FEEDBACK, Texts(tg="Т", ru="", en="F"), tuple(keys), Texts(ru="Как"), shuffled=True
    )
    key = forms.save_form(trainer, form).key or ""
    assert forms.get_form(trainer, key).form == replace(form, key=key)
    forms.set_questions(trainer, key, [keys[1], keys[0], keys[1]])
    assert forms.get_form(trainer, key).form.questions == (keys[1], keys[0])
    history.undo(trainer)
    assert forms.get_form(trainer, key).form.questions == tuple(keys)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (Form("", FormKind.TEST, Texts()), "no_title"),
        (Form("", FormKind.TEST, Texts(en="x"), ("q",) * (MOST_QUESTIONS + 1)), "too_many_questions"),
        (Form(NOBODY, FormKind.TEST, Texts(en="x")), "unknown"),
    ],
)
def test_what_is_no_form_is_refused(trainer: Workplace, form: Form, code: str) -> None:
    with pytest.raises(TrainerError) as refused:
        forms.save_form(trainer, form)
    assert refused.value.code == f"form.{code}"
    assert forms.list_forms(trainer) == []


def test_the_first_use_freezes_it_and_only_words_may_change(trainer: Workplace, room: Room) -> None:
    key = make(trainer)
    key_in(trainer, room, key)
    full = forms.get_form(trainer, key)
    assert full.locked
    for changed in (
        replace(full.form, questions=full.form.questions[1:]),
        replace(full.form, shuffled=True),
        replace(full.form, kind=FormKind.PRACTICAL),
    ):
        with pytest.raises(TrainerError, match=r"form\.frozen"):
            forms.save_form(trainer, changed)
    forms.save_form(trainer, replace(full.form, title=Texts(en="Better"), intro=Texts(en="How")))
    after = forms.get_form(trainer, key)
    assert after.form.title["en"] == "Better"
    assert after.locked
    assert forms.freeze(trainer, after) == []


def test_an_empty_form_and_a_test_without_a_key_cannot_be_used(trainer: Workplace, room: Room) -> None:
    empty = forms.save_form(trainer, Form("", FormKind.TEST, Texts(en="x"))).key or ""
    with pytest.raises(TrainerError, match=r"form\.no_questions"):
        forms.choose_form(trainer, room.course, empty, Occasion.PRE)
    opinions = make_form(trainer, FormKind.TEST, [scale("a")])
    with pytest.raises(TrainerError, match=r"form\.unscored_test"):
        key_in(trainer, room, opinions)
    assert not forms.get_form(trainer, opinions).form.frozen


def test_a_new_version_is_changed_apart_and_the_list_shows_the_newest(trainer: Workplace, room: Room) -> None:
    first = make(trainer)
    key_in(trainer, room, first)
    second = forms.add_version(trainer, first).key or ""
    forms.set_questions(trainer, second, forms.get_form(trainer, first).form.questions[:1])
    own = forms.get_form(trainer, second).form
    assert (own.version, own.previous, own.frozen) == (2, first, "")
    assert len(forms.get_form(trainer, first).questions) == 3
    assert [form.key for form in forms.list_forms(trainer)] == [second]
    assert [form.version for form in forms.versions(trainer, first)] == [2, 1]
    third = forms.add_version(trainer, first).key or ""
    assert forms.get_form(trainer, third).form.previous == second, "from the old one, after the newest"
    assert len(forms.get_form(trainer, third).questions) == 3
    assert [form.key for form in forms.versions(trainer, second)] == [third, second, first]


def test_a_copy_is_another_form(trainer: Workplace, room: Room) -> None:
    key = make(trainer)
    key_in(trainer, room, key)
    copy = forms.copy_form(trainer, key, Texts(en="Copy")).key or ""
    own = forms.get_form(trainer, copy).form
    assert (own.version, own.previous, own.frozen, own.title["en"]) == (1, None, "", "Copy")
    assert own.questions == forms.get_form(trainer, key).form.questions
    assert len(forms.list_forms(trainer)) == 2
    assert [form.key for form in forms.versions(trainer, copy)] == [copy]


def test_a_form_in_use_or_chosen_is_kept_and_can_be_put_away(trainer: Workplace, room: Room) -> None:
    used, chosen, free = make(trainer, "Used"), make(trainer, "Chosen"), make(trainer, "Free")
    key_in(trainer, room, used)
    forms.choose_form(trainer, room.course, chosen, Occasion.POST)
    for key, code in ((used, "frozen"), (chosen, "chosen")):
        with pytest.raises(TrainerError, match=rf"form\.{code}"):
            forms.delete_form(trainer, key)
    forms.delete_form(trainer, free)
    forms.archive_form(trainer, used)
    assert [form.key for form in forms.list_forms(trainer)] == [chosen]
    assert [form.key for form in forms.list_forms(trainer, archived=True)] == [used]
    assert forms.count_archived(trainer) == 1
    assert keying.list_papers(trainer, forms.list_sittings(trainer, room.course)[0].sitting.key)
    forms.archive_form(trainer, used, archived=False)
    assert len(forms.list_forms(trainer)) == 2


def test_lines_tell_versions_courses_and_questions(trainer: Workplace, room: Room) -> None:
    first = make(trainer, "Домашнее насилие")
    key_in(trainer, room, first)
    second = forms.add_version(trainer, first).key or ""
    make_form(trainer, FormKind.FEEDBACK, [scale("a")], "Отзыв")
    [test, feedback] = forms.list_form_lines(trainer)
    assert (test.full.form.key, test.versions, len(test.full.questions)) == (second, 2, 3)
    assert [course.code for course in test.courses] == ["DSH1"]
    assert (feedback.versions, feedback.courses) == (1, ())
    assert [line.full.form.kind for line in forms.list_form_lines(trainer, "otz")] == [FormKind.FEEDBACK]
    assert forms.list_form_lines(trainer, kind=FormKind.PRACTICAL) == []
    assert forms.list_form_lines(trainer, archived=True) == []
    assert forms.get_form_line(trainer, first).courses
    assert forms.get_form_line(trainer, second).courses == ()
    with pytest.raises(TrainerError, match=r"form\.unknown"):
        forms.get_form_line(trainer, NOBODY)


def test_versions_made_on_two_laptops_are_two_and_nothing_is_lost(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    key = make(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    own, theirs = (forms.add_version(work, key).key or "" for work in (joined, bureau))
    forms.set_questions(joined, own, ())
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert {form.key for form in forms.versions(bureau, key)} == {key, own, theirs}
    assert {form.key for form in forms.list_forms(bureau)} == {own, theirs}
    assert review.count(bureau) == 0


def test_an_order_changed_on_two_laptops_is_a_review_item(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    key = make(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    a, b, c = forms.get_form(joined, key).form.questions
    forms.set_questions(joined, key, (b, a, c))
    forms.set_questions(bureau, key, (a, c, b))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    [item] = review.list_items(bureau)
    assert (item.entity, item.fields) == ("form", ("questions",))
    review.settle(bureau, item.id, "theirs")
    assert review.count(bureau) == 0
    assert set(forms.get_form(bureau, key).form.questions) == {a, b, c}


def test_a_form_changed_where_its_use_was_not_known_yet_warns_and_can_be_put_right(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    key = make(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    asked = forms.get_form(joined, key).form.questions
    key_in(joined, room, key)
    forms.set_questions(bureau, key, asked[:2])
    importing.import_files(bureau, [sending.export(joined, stick).file])
    full = forms.get_form(bureau, key)
    assert full.changed
    assert not full.locked
    forms.set_questions(bureau, key, asked)
    assert forms.get_form(bureau, key).locked
    with pytest.raises(TrainerError, match=r"form\.frozen"):
        forms.set_questions(bureau, key, asked[:2])
