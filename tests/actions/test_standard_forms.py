"""Forms that come with the program: complete in three languages, one row on two laptops."""

from pathlib import Path

import pytest

from trainer_app.actions import forms, history, merging, questions, review, sending, standard_forms
from trainer_app.actions.standard_forms import NAMES, Standing
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.answers import BLANK, check_answer, credit_of, options_text
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import FormKind, FullForm
from trainer_app.domain.questions import LIKERT_OPTIONS, QuestionKind, check_question
from trainer_app.domain.standard_forms import StandardForm
from trainer_app.domain.texts import LANGUAGES
from trainer_app.domain.topics import topic_in
from trainer_app.system.resources import resource

KINDS = {
    "knowledge_test": FormKind.TEST,
    "feedback_short": FormKind.FEEDBACK,
    "role_play": FormKind.PRACTICAL,
    "interview": FormKind.PRACTICAL,
    "follow_up": FormKind.FOLLOW_UP,
}


@pytest.fixture(params=NAMES)
def standard(request: pytest.FixtureRequest) -> StandardForm:
    return standard_forms.standard_form(request.param)


def test_every_file_of_the_folder_is_offered_and_of_its_kind() -> None:
    files = {path.stem for path in resource("forms").glob("*.json")} - {"scales"}
    assert files == set(NAMES) == set(KINDS)
    assert {name: standard_forms.standard_form(name).form.kind for name in NAMES} == KINDS


def test_nothing_is_missing_in_any_language(standard: StandardForm) -> None:
    full = FullForm(standard.form, standard.questions)
    assert full.missing() == []
    for language in LANGUAGES:
        assert getattr(standard.form.intro, language)
        assert topic_in(standard.questions[0].topic, language)
    for question in standard.questions:
        check_question(question)
        for texts in (question.text, *(option.text for option in question.options)):
            written = [getattr(texts, language) for language in LANGUAGES]
            assert len(set(written)) == len(written), written
            assert all(each == each.strip() for each in written)


def test_no_question_and_no_option_stands_twice(standard: StandardForm) -> None:
    for language in LANGUAGES:
        asked = [getattr(question.text, language) for question in standard.questions]
        assert len(set(asked)) == len(asked)
        for question in standard.questions:
            offered = [getattr(option.text, language) for option in question.options]
            assert len(set(offered)) == len(offered)
    assert len(set(standard.form.questions)) == len(standard.questions)


def test_the_test_has_twenty_questions_with_keys_in_every_place() -> None:
    test = standard_forms.standard_form("knowledge_test")
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
    form = standard_forms.standard_form("feedback_short")
    for question in form.questions[:6]:
        assert question.kind is QuestionKind.LIKERT
        assert len(question.options) == 5
    assert [question.kind for question in form.questions[6:]] == [QuestionKind.TEXT] * 2
    assert not any(question.scored for question in form.questions)


def test_the_other_forms_have_their_criteria() -> None:
    for name in ("role_play", "interview"):
        rated = [each for each in standard_forms.standard_form(name).questions if each.options]
        assert [len(question.options) for question in rated] == [4] * 8
    assert 8 <= len(standard_forms.standard_form("follow_up").questions) <= 10
    calls = standard_forms.standard_form("follow_up").questions[0]
    assert check_answer(calls, "12") == "12"
    assert check_answer(calls, " ") == BLANK


def test_the_scales_have_two_to_seven_steps_in_three_languages() -> None:
    found = standard_forms.scales()
    assert {"agreement", "quality", "frequency"} <= set(found)
    for scale in found.values():
        assert len(scale.steps) in LIKERT_OPTIONS
        for texts in (scale.title, *scale.steps):
            assert all(getattr(texts, language) for language in LANGUAGES)


def test_adding_is_one_step_and_undone_whole(trainer: Workplace) -> None:
    standing = {each.standard.name: each.standing for each in standard_forms.list_standard_forms(trainer)}
    assert set(standing.values()) == {Standing.ABSENT}
    changes = standard_forms.add_standard_form(trainer, "knowledge_test")
    assert changes.key
    full = forms.get_form(trainer, changes.key)
    assert (full.form.kind, len(full.questions), full.lost) == (FormKind.TEST, 20, ())
    assert full.languages() == LANGUAGES
    [offer] = standard_forms.list_standard_forms(trainer, FormKind.TEST)
    assert offer.standing is Standing.THERE
    history.undo(trainer)
    assert forms.list_forms(trainer) == []
    assert questions.list_questions(trainer) == []


def test_adding_again_changes_nothing_that_was_written_since(trainer: Workplace) -> None:
    key = standard_forms.ensure(trainer, "role_play")
    own = questions.get_question(trainer, forms.get_form(trainer, key).form.questions[0])
    changed = type(own)(**{**own.__dict__, "name": "Safety first"})
    questions.save_question(trainer, changed)
    again = standard_forms.add_standard_form(trainer, "role_play")
    assert (again.step, again.key) == (None, key)
    assert questions.get_question(trainer, own.key).name == "Safety first"


def test_a_form_that_was_put_away_or_deleted_comes_back_and_a_new_version_is_what_is_given(
    trainer: Workplace,
) -> None:
    key = standard_forms.ensure(trainer, "follow_up")
    forms.archive_form(trainer, key)
    [offer] = standard_forms.list_standard_forms(trainer, FormKind.FOLLOW_UP)
    assert offer.standing is Standing.PUT_AWAY
    assert standard_forms.ensure(trainer, "follow_up") == key
    assert not forms.get_form(trainer, key).form.archived
    newer = forms.add_version(trainer, key).key
    assert standard_forms.ensure(trainer, "follow_up") == newer
    forms.delete_form(trainer, newer or "")
    forms.delete_form(trainer, key)
    questions.delete_question(trainer, standard_forms.standard_form("follow_up").questions[0].key)
    assert standard_forms.ensure(trainer, "follow_up") == key
    full = forms.get_form(trainer, key)
    assert full.lost == ()
    assert len(full.questions) == len(standard_forms.standard_form("follow_up").questions)


def test_a_name_that_there_is_not_is_refused(trainer: Workplace) -> None:
    with pytest.raises(TrainerError, match=r"form\.unknown"):
        standard_forms.ensure(trainer, "../demo/story")


def test_two_laptops_that_add_the_same_form_have_one(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for work in (joined, bureau):
        standard_forms.ensure(work, "knowledge_test")
    merging.import_files(bureau, [sending.export(joined, stick).file])
    assert len(forms.list_forms(bureau)) == 1
    assert len(questions.list_questions(bureau)) == 20
    assert review.count(bureau) == 0
