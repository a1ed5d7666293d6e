"""Forms: what the digest of a frozen form notices, which languages are whole, what a form can give."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain import questions_made as made
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import (
    ANONYMOUS,
    OCCASIONS,
    Form,
    FormKind,
    FullForm,
    form_digest,
    gather_questions,
)
from trainer_app.domain.evaluations.questions import Question


@st.composite
def full_forms(draw: st.DrawFn) -> FullForm:
    asked = draw(st.lists(made.ANY, min_size=1, max_size=5))
    asked = [replace(question, key=f"k{place}") for place, question in enumerate(asked)]
    form = Form(
        "f",
        draw(st.sampled_from(FormKind)),
        draw(made.texts()),
        tuple(question.key for question in asked),
        shuffled=draw(st.booleans()),
    )
    return FullForm(form, tuple(asked))


def frozen(full: FullForm) -> FullForm:
    return replace(full, form=replace(full.form, frozen=form_digest(full)))


@given(full_forms(), made.texts())
def test_words_may_be_mended_without_breaking_what_was_frozen(full: FullForm, words: Texts) -> None:
    own = frozen(full)
    assert own.locked
    mended = replace(
        own,
        form=replace(own.form, title=words, intro=words, archived=True, version=9),
        questions=tuple(
            replace(each, text=words, name="n", topic="t", explanation=words) for each in own.questions
        ),
    )
    assert not mended.changed
    assert mended.locked


@given(full_forms(), st.data())
def test_whatever_decides_what_is_asked_and_right_is_noticed(full: FullForm, data: st.DataObject) -> None:
    own = frozen(full)
    place = data.draw(st.integers(0, len(own.questions) - 1))
    change = data.draw(st.sampled_from(["points", "order", "credit", "drop", "shuffle", "swap"]))
    changed = _change(own, place, change)
    if changed is None:
        return
    assert changed.changed
    assert not changed.locked


def _change(own: FullForm, place: int, change: str) -> FullForm | None:
    question = own.questions[place]
    if change == "shuffle":
        return replace(own, form=replace(own.form, shuffled=not own.form.shuffled))
    if change == "drop":
        return replace(
            own,
            form=replace(own.form, questions=tuple(key for key in own.form.questions if key != question.key)),
            questions=tuple(each for each in own.questions if each != question),
        )
    if change == "swap":
        if len(own.questions) < 2:
            return None
        return gather_questions(
            replace(own.form, questions=own.form.questions[::-1]), {each.key: each for each in own.questions}
        )
    if change == "points":
        other = replace(question, points=question.points + 1)
    elif change == "order":
        other = replace(question, fixed_order=not question.fixed_order)
    elif question.options:
        first = question.options[0]
        other = replace(question, options=(replace(first, credit=first.credit + 1), *question.options[1:]))
    else:
        return None
    return replace(own, questions=_put(own.questions, place, other))


def _put(asked: tuple[Question, ...], place: int, other: Question) -> tuple[Question, ...]:
    return (*asked[:place], other, *asked[place + 1 :])


@given(full_forms())
def test_a_form_that_is_not_frozen_is_neither_locked_nor_changed(full: FullForm) -> None:
    assert not full.locked
    assert not full.changed
    assert form_digest(full) == form_digest(replace(full))
    assert len(form_digest(full)) == 32


@given(full_forms())
def test_a_language_is_whole_when_nothing_is_missing_in_it(full: FullForm) -> None:
    for language in LANGUAGES:
        assert (language in full.languages()) is (full.missing((language,)) == [])
    missing = full.missing()
    assert (not full.form.title["tg"].strip()) is any(
        (each.question, each.language) == ("", "tg") for each in missing
    )


def test_questions_that_are_not_here_are_named_and_the_rest_stays_in_order() -> None:
    asked = {key: Question(key, made.QuestionKind.TEXT, Texts(en=key)) for key in "ac"}
    full = gather_questions(Form("f", FormKind.TEST, Texts(en="F"), ("c", "b", "a")), asked)
    assert [question.key for question in full.questions] == ["c", "a"]
    assert full.lost == ("b",)


def test_every_kind_has_its_occasions_and_only_feedback_and_follow_ups_are_anonymous() -> None:
    assert set(OCCASIONS) == set(FormKind)
    assert all(OCCASIONS.values())
    assert {FormKind.FEEDBACK, FormKind.FOLLOW_UP} == ANONYMOUS
    assert Form("f", FormKind.FEEDBACK, Texts()).anonymous
    assert not Form("f", FormKind.PRACTICAL, Texts()).anonymous


def test_the_digest_is_kept_for_good() -> None:
    asked = Question("k", made.QuestionKind.TEXT, Texts(en="Why?"))
    full = FullForm(Form("f", FormKind.TEST, Texts(en="F"), ("k",)), (asked,))
    assert form_digest(full) == GOLDEN


GOLDEN = "70703ba4a710ada6e82599a296150b68"
