"""Forms that come with the program: complete in three languages, one row on two laptops."""

from pathlib import Path

import pytest

from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import forms, questions
from trainer_app.actions.evaluations.forms import STANDARD_FORM_NAMES, StandardFormState
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, resource
from trainer_app.domain.evaluations.forms import FormKind, FullForm, StandardForm
from trainer_app.domain.evaluations.questions import (
    BLANK,
    LIKERT_OPTIONS,
    QuestionKind,
    check_answer,
    check_question,
    credit_of,
    options_text,
    topic_in,
)

KINDS = {
    "knowledge_test": FormKind.TEST,
    "feedback_short": FormKind.FEEDBACK,
    "role_play": FormKind.PRACTICAL,
    "interview": FormKind.PRACTICAL,
    "follow_up": FormKind.FOLLOW_UP,
}


@pytest.fixture(params=STANDARD_FORM_NAMES)
def standard(request: pytest.FixtureRequest) -> StandardForm:
    return forms.standard_form(request.param)


def test_every_file_of_the_folder_is_offered_and_of_its_kind() -> None:
    files = {path.stem for path in resource("forms").glob("*.json")} - {"scales"}
    assert files == set(STANDARD_FORM_NAMES) == set(KINDS)
    assert {name: forms.standard_form(name).form.kind for name in STANDARD_FORM_NAMES} == KINDS


def test_nothing_is_missing_in_any_language(standard: StandardForm) -> None:
    full = FullForm(standard.form, standard.questions)
    assert full.missing() == []
    for language in LANGUAGES:
        assert standard.form.intro[language]
        assert topic_in(standard.questions[0].topic, language)
    for question in standard.questions:
        check_question(question)
        for texts in (question.text, *(option.text for option in question.options)):
            written = [texts[language] for language in LANGUAGES]
            assert len(set(written)) == len(written), written
            assert all(each == each.strip() for each in written)


def test_no_question_and_no_option_stands_twice(standard: StandardForm) -> None:
    for language in LANGUAGES:
        asked = [question.text[language] for question in standard.questions]
        assert len(set(asked)) == len(asked)
        for question in standard.questions:
            offered = [option.text[language] for option in question.options]
            assert len(set(offered)) == len(offered)
    assert len(set(standard.form.questions)) == len(standard.questions)


def test_the_test_has_twenty_questions_with_keys_in_every_place() -> None:
    test = forms.standard_form("knowledge_test")
    assert len(test.questions) == 20
    assert {question.kind for question in test.questions} == {QuestionKind.SINGLE, QuestionKind.MULTIPLE}
    places = set[int]()
    for question in test.questions:
        right = question.right_options
        assert credit_of(question, options_text(right)) == 1
        everything = options_text(range(1, len(question.options) + 1))
        assert credit_of(question, everything) == 0
        places |= set(right) if question.kind is QuestionKind.SINGLE else set()
    assert places == {1, 2, 3, 4}
    assert test.form.shuffled
    assert FullForm(test.form, test.questions).points == 2000


def test_the_short_feedback_asks_the_six_statements_and_two_open_questions() -> None:
    form = forms.standard_form("feedback_short")
    for question in form.questions[:6]:
        assert question.kind is QuestionKind.LIKERT
        assert len(question.options) == 5
    assert [question.kind for question in form.questions[6:]] == [QuestionKind.TEXT] * 2
    assert not any(question.scored for question in form.questions)


def test_the_other_forms_have_their_criteria() -> None:
    for name in ("role_play", "interview"):
        rated = [each for each in forms.standard_form(name).questions if each.options]
        assert [len(question.options) for question in rated] == [4] * 8
    assert 8 <= len(forms.standard_form("follow_up").questions) <= 10
    calls = forms.standard_form("follow_up").questions[0]
    assert check_answer(calls, "12") == "12"
    assert check_answer(calls, " ") == BLANK


def test_the_scales_have_two_to_seven_steps_in_three_languages() -> None:
    found = forms.standard_scales()
    assert {"agreement", "quality", "frequency"} <= set(found)
    for scale in found.values():
        assert len(scale.steps) in LIKERT_OPTIONS
        for texts in (scale.title, *scale.steps):
            assert all(texts[language] for language in LANGUAGES)


def test_adding_is_one_step_and_undone_whole(trainer: Workplace) -> None:
    standing = {each.standard.name: each.standing for each in forms.list_standard_forms(trainer)}
    assert set(standing.values()) == {StandardFormState.ABSENT}
    changes = forms.add_standard_form(trainer, "knowledge_test")
    assert changes.key
    full = forms.get_form(trainer, changes.key)
    assert (full.form.kind, len(full.questions), full.lost) == (FormKind.TEST, 20, ())
    assert full.languages() == tuple(LANGUAGES)
    [offer] = forms.list_standard_forms(trainer, FormKind.TEST)
    assert offer.standing is StandardFormState.THERE
    history.undo(trainer)
    assert forms.list_forms(trainer) == []
    assert questions.list_questions(trainer) == []


def test_adding_again_changes_nothing_that_was_written_since(trainer: Workplace) -> None:
    key = forms.ensure_standard_form(trainer, "role_play")
    own = questions.get_question(trainer, forms.get_form(trainer, key).form.questions[0])
    changed = replace(own, name="Safety first")
    questions.save_question(trainer, changed)
    again = forms.add_standard_form(trainer, "role_play")
    assert (again.step, again.key) == (None, key)
    assert questions.get_question(trainer, own.key).name == "Safety first"


def test_a_form_that_was_put_away_or_deleted_comes_back_and_a_new_version_is_what_is_given(
    trainer: Workplace,
) -> None:
    key = forms.ensure_standard_form(trainer, "follow_up")
    forms.archive_form(trainer, key)
    [offer] = forms.list_standard_forms(trainer, FormKind.FOLLOW_UP)
    assert offer.standing is StandardFormState.PUT_AWAY
    assert forms.ensure_standard_form(trainer, "follow_up") == key
    assert not forms.get_form(trainer, key).form.archived
    newer = forms.add_version(trainer, key).key
    assert forms.ensure_standard_form(trainer, "follow_up") == newer
    forms.delete_form(trainer, newer or "")
    forms.delete_form(trainer, key)
    questions.delete_question(trainer, forms.standard_form("follow_up").questions[0].key)
    assert forms.ensure_standard_form(trainer, "follow_up") == key
    full = forms.get_form(trainer, key)
    assert full.lost == ()
    assert len(full.questions) == len(forms.standard_form("follow_up").questions)


def test_a_name_that_there_is_not_is_refused(trainer: Workplace) -> None:
    with pytest.raises(TrainerError, match=r"form\.unknown"):
        forms.ensure_standard_form(trainer, "../demo/story")


def test_two_laptops_that_add_the_same_form_have_one(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for work in (joined, bureau):
        forms.ensure_standard_form(work, "knowledge_test")
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert len(forms.list_forms(bureau)) == 1
    assert len(questions.list_questions(bureau)) == 20
    assert review.count(bureau) == 0
