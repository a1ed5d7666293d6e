"""The bank: found, changed, put away; what was used stays what it was; two laptops at one question."""

from pathlib import Path

import pytest

from tests.actions.questionnaires import scale, single, words
from tests.kit.writing import Room
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import forms, keying, questions
from trainer_app.actions.evaluations.questions import Bank
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.evaluations.forms import question_fields
from trainer_app.system.messages import label_text

EVERYTHING = Question(
    "",
    QuestionKind.MULTIPLE,
    Texts(tg="Чӣ?", ru="Что?", en="What?"),
    (
        Option(Texts(tg="а", ru="", en="a"), 3334, Texts(en="A note")),
        Option(Texts(tg="б", ru="б", en=""), 6666),
        Option(Texts(tg="в", ru="в", en="c"), -5000),
    ),
    points=250,
    name="short",
    topic="Calls",
    explanation=Texts(ru="Потому что"),
    fixed_order=True,
)


def save(work: Workplace, question: Question) -> str:
    return questions.save_question(work, question).key or ""


def use(work: Workplace, room: Room, key: str) -> str:
    """Make a test of one question, choose it, key one paper in; return the form."""
    form = forms.save_form(work, Form("", FormKind.TEST, Texts(en="Test"), (key,))).key or ""
    sitting = forms.choose_form(work, room.course, form, Occasion.PRE).key or ""
    paper = keying.open_paper(work, sitting, 1)
    keying.key_answer(work, paper, key, "1")
    return form


@pytest.mark.parametrize(
    "question",
    [
        EVERYTHING,
        single("x"),
        scale("y"),
        words("z"),
        Question("", QuestionKind.NUMBER, Texts(en="n"), accepted=(Accepted("3..4", 5000), Accepted("5"))),
    ],
)
def test_what_is_written_is_read_again(trainer: Workplace, question: Question) -> None:
    key = save(trainer, question)
    assert questions.get_question(trainer, key) == replace(question, key=key)


def test_an_unused_question_is_changed_in_place_and_one_step_is_undone(trainer: Workplace) -> None:
    key = save(trainer, EVERYTHING)
    changed = replace(
        EVERYTHING, key=key, points=300, options=EVERYTHING.options[:2] + EVERYTHING.options[:0]
    )
    assert save(trainer, replace(changed, options=EVERYTHING.options)) == key
    assert questions.get_question(trainer, key).points == 300
    history.undo(trainer)
    assert questions.get_question(trainer, key) == replace(EVERYTHING, key=key)
    again = questions.save_question(trainer, replace(EVERYTHING, key=key))
    assert again.step is None


def test_a_question_that_could_not_be_asked_is_not_saved(trainer: Workplace) -> None:
    with pytest.raises(TrainerError, match=r"question\.no_text"):
        save(trainer, replace(EVERYTHING, text=Texts()))
    with pytest.raises(TrainerError, match=r"question\.unknown"):
        save(trainer, replace(EVERYTHING, key="00000000-0000-7000-8000-000000000000"))
    assert questions.list_questions(trainer) == []


def test_a_used_question_stays_and_forms_not_in_use_take_the_new_one(trainer: Workplace, room: Room) -> None:
    key = save(trainer, single("Old"))
    used = use(trainer, room, key)
    free = forms.save_form(trainer, Form("", FormKind.TEST, Texts(en="Draft"), (key,))).key or ""
    old = questions.get_question(trainer, key)
    new = save(trainer, replace(old, points=200))
    assert new != key
    assert questions.get_question(trainer, key) == old
    assert questions.get_question(trainer, new).previous == key
    assert forms.get_form(trainer, used).form.questions == (key,)
    assert forms.get_form(trainer, free).form.questions == (new,)
    assert [each.key for each in questions.list_questions(trainer)] == [new]
    assert Bank(trainer).keys() == [new]
    history.undo(trainer)
    assert forms.get_form(trainer, free).form.questions == (key,)
    assert [each.key for each in questions.list_questions(trainer)] == [key]


def test_what_is_missing_is_filled_in_without_a_new_question(trainer: Workplace, room: Room) -> None:
    key = save(trainer, replace(single("Old"), text=Texts(en="Old")))
    used = use(trainer, room, key)
    filled = replace(
        questions.get_question(trainer, key), text=Texts(tg="Кӯҳна", ru="", en="Old"), topic="T", name="n"
    )
    assert save(trainer, filled) == key
    assert forms.get_form(trainer, used).locked
    assert questions.get_question(trainer, key).text["tg"] == "Кӯҳна"
    assert save(trainer, replace(filled, text=Texts(tg="Дигар", ru="", en="Old"))) != key


def test_one_that_was_changed_twice_is_one_question_of_the_bank(trainer: Workplace, room: Room) -> None:
    first = save(trainer, single("One"))
    use(trainer, room, first)
    second = save(trainer, replace(questions.get_question(trainer, first), points=200))
    third = save(trainer, replace(questions.get_question(trainer, second), points=300))
    assert third == second, "the new one was not used yet"
    assert questions.get_question(trainer, third).points == 300


def test_putting_away_keeps_forms_and_deleting_needs_none(trainer: Workplace) -> None:
    key = save(trainer, EVERYTHING)
    form = forms.save_form(trainer, Form("", FormKind.TEST, Texts(en="T"), (key,))).key or ""
    questions.archive_question(trainer, key)
    assert questions.list_questions(trainer) == []
    assert [each.key for each in questions.list_questions(trainer, archived=True)] == [key]
    assert len(forms.get_form(trainer, form).questions) == 1
    with pytest.raises(TrainerError, match=r"question\.in_use"):
        questions.delete_question(trainer, key)
    forms.set_questions(trainer, form, ())
    questions.delete_question(trainer, key)
    with pytest.raises(TrainerError, match=r"question\.unknown"):
        questions.get_question(trainer, key)


@pytest.mark.parametrize("typed", ["calls", "short", "Что", "chto", "cjrr"])
def test_it_is_found_by_topic_name_and_words_in_any_script(trainer: Workplace, typed: str) -> None:
    key = save(trainer, EVERYTHING)
    save(trainer, single("Другое"))
    found = Bank(trainer).keys(typed)
    assert found == ([] if typed == "cjrr" else [key])
    assert [each.key for each in questions.list_questions(trainer, typed)] == found


def test_the_bank_filters_counts_and_tells_what_is_used(trainer: Workplace, room: Room) -> None:
    used, away = save(trainer, replace(single("A"), topic="Б")), save(trainer, replace(scale("B"), topic="А"))
    plain = save(trainer, words("C"))
    use(trainer, room, used)
    questions.archive_question(trainer, away)
    bank = Bank(trainer)
    assert len(bank) == 3
    assert bank.put_away == 1
    assert bank.topics == ("А", "Б")
    assert questions.topics(trainer) == bank.topics
    assert bank.keys() == [plain, used]
    assert bank.keys(archived=True) == [away]
    assert bank.keys(topic="Б") == [used]
    assert bank.keys(topic="") == [plain]
    assert bank.keys(kind=QuestionKind.TEXT) == [plain]
    line = bank.lines([used])[used]
    assert (line.forms, line.used) == (1, True)
    assert bank.lines([plain])[plain].used is False


def test_questions_written_in_one_step_stand_in_their_order(trainer: Workplace) -> None:
    keys = [new_key() for _ in range(40)]
    writes = [
        Write("question", key, question_fields(replace(words(str(place)), topic="same")))
        for place, key in enumerate(keys)
    ]
    trainer.journal.record(Label("question.step.import", {"count": 40, "file": "x"}), writes)
    assert Bank(trainer).keys() == keys


def test_two_laptops_fill_in_two_languages_of_one_question(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    key = save(joined, replace(EVERYTHING, text=Texts(en="What?")))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    theirs = questions.get_question(bureau, key)
    save(bureau, replace(theirs, text=Texts(tg="", ru="Что?", en="What?")))
    save(joined, replace(theirs, text=Texts(tg="Чӣ?", ru="", en="What?"), topic="Calls by night"))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    whole = questions.get_question(bureau, key)
    assert whole.text == Texts(tg="Чӣ?", ru="Что?", en="What?")
    assert whole.topic == "Calls by night"
    assert review.count(bureau) == 0


def test_two_keys_to_one_question_are_a_review_item_and_never_a_mixture(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    key = save(joined, single("Which?"))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    own = questions.get_question(bureau, key)
    second = tuple(replace(each, credit=10_000 * (place == 1)) for place, each in enumerate(own.options))
    third = (*own.options[:3], Option(Texts(en="Another"), 0))
    save(bureau, replace(own, options=second))
    save(joined, replace(own, options=third))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert questions.get_question(bureau, key).options in (second, third)
    [item] = review.list_items(bureau)
    assert item.entity == "question"
    assert label_text(item.title, "en") == "Which?"
    said = [label_text(side.words, "en") for side in item.sides if side.words]
    assert any("A: Which? 1, B: Which? 2, C: Which? 3, D: Another" in each for each in said), said
    assert any(
        "A: 0\N{NO-BREAK SPACE}%, B: 100\N{NO-BREAK SPACE}%, C: 0\N{NO-BREAK SPACE}%, D: 0\N{NO-BREAK SPACE}%"
        in each
        for each in said
    ), said
    sides = [side.values["credits"] for side in item.sides]
    assert sorted(sides, reverse=True) == [[10_000, 0, 0, 0], [0, 10_000, 0, 0]]
    review.settle(bureau, item.id, "#0")
    assert review.count(bureau) == 0
    settled = questions.get_question(bureau, key).options
    assert settled in (second, third)


def test_a_used_question_that_another_laptop_changed_makes_its_form_warn(
    joined: Workplace, bureau: Workplace, stick: Path, room: Room
) -> None:
    key = save(joined, single("Which?"))
    form = forms.save_form(joined, Form("", FormKind.TEST, Texts(en="Test"), (key,))).key or ""
    importing.import_files(bureau, [sending.export(joined, stick).file])
    sitting = forms.choose_form(joined, room.course, form, Occasion.PRE).key or ""
    keying.key_answer(joined, keying.open_paper(joined, sitting, 1), key, "1")
    own = questions.get_question(bureau, key)
    wrong = tuple(replace(each, credit=10_000 * (place == 2)) for place, each in enumerate(own.options))
    assert save(bureau, replace(own, options=wrong)) == key, "it is not in use there yet"
    importing.import_files(bureau, [sending.export(joined, stick).file])
    full = forms.get_form(bureau, form)
    assert full.changed
    assert key not in questions.frozen_questions(bureau)
    assert save(bureau, replace(full.questions[0], options=own.options)) == key, "it can be put right"
    assert forms.get_form(bureau, form).locked
