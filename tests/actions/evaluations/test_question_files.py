"""Questions in files: what the bank gets is one step, nothing is doubled, what was written comes back."""

import random
import tracemalloc
from pathlib import Path

import pytest

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import forms, question_files, questions
from trainer_app.actions.evaluations.question_files import NewForm, bank_questions
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, is_made_by
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.question_files import QuestionFile, QuestionFormat, QuestionOutcome
from trainer_app.domain.evaluations.questions import Question, QuestionKind

EXAMPLES = Path(__file__).parents[2] / "data" / "questions"
GIFT = "::Имя::Что это?{=да#Верно. ~нет}\n\nСколько?{#3..4}\n\nMatch{=a -> b =c -> d}\n\nЧто это?{=да ~нет}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Закон.txt"
    path.write_text(GIFT, encoding="utf-8")
    return path


def count(work: Workplace) -> int:
    return len(bank_questions(work))


def fates(file: QuestionFile) -> list[str]:
    return [line.fate.value for line in file.lines]


def test_a_look_writes_nothing(trainer: Workplace, file: Path) -> None:
    found = question_files.check(trainer, file)
    assert fates(found) == ["taken", "taken", "refused", "known"]
    assert found.lines[3].troubles[0].code == "question_file.twice"
    assert count(trainer) == 0


def test_taking_in_is_one_step_with_its_undo(trainer: Workplace, file: Path) -> None:
    found = question_files.check(trainer, file)
    result = question_files.take_in(trainer, found, form=NewForm(FormKind.TEST))
    assert (result.found, result.taken, result.known, result.refused) == (4, 2, 1, 1)
    full = forms.get_form(trainer, result.form)
    assert full.form.title == Texts(ru="Закон")
    assert [question.text["ru"] for question in full.questions] == ["Что это?", "Сколько?"]
    assert full.questions[0].options[0].note["ru"] == "Верно."
    assert result.changes.step is not None
    trainer.store.history.undo_step(result.changes.step)
    assert count(trainer) == 0
    assert forms.list_forms(trainer) == []


def test_nothing_is_doubled(trainer: Workplace, file: Path) -> None:
    first = question_files.take_in(
        trainer, question_files.check(trainer, file), form=NewForm(FormKind.TEST, Texts(ru="Тест"))
    )
    again = question_files.check(trainer, file)
    assert fates(again) == ["known", "known", "refused", "known"]
    second = question_files.take_in(trainer, again, form=NewForm(FormKind.TEST, Texts(ru="Тест")))
    assert (second.taken, second.known, second.form_known) == (0, 3, True)
    assert second.form == first.form
    assert second.changes.step is None
    third = question_files.take_in(trainer, again, form=NewForm(FormKind.FEEDBACK, Texts(ru="Тест")))
    assert third.form not in ("", first.form)
    assert count(trainer) == 2
    assert (
        forms.get_form(trainer, third.form).form.questions
        == forms.get_form(trainer, first.form).form.questions
    )


def test_what_the_bank_holds_in_three_languages_is_known_again_in_one(trainer: Workplace, file: Path) -> None:
    question_files.take_in(trainer, question_files.check(trainer, file))
    own = next(each for each in bank_questions(trainer) if each.name == "Имя")
    options = tuple(replace(each, text=each.text.changed(tg=f"{each.text['ru']}-т")) for each in own.options)
    questions.save_question(
        trainer, replace(own, text=own.text.changed(tg="Ин чист?"), name="Другое", options=options)
    )
    again = question_files.check(trainer, file)
    assert fates(again)[0] == "known"
    assert [each.code for each in again.lines[0].troubles] == [
        "question_file.known",
        "question_file.known_differs.name",
    ]


def test_questions_that_were_put_away_come_back(trainer: Workplace, file: Path) -> None:
    question_files.take_in(trainer, question_files.check(trainer, file))
    key = bank_questions(trainer)[0].key
    questions.archive_question(trainer, key)
    again = question_files.check(trainer, file)
    put_away = next(line for line in again.lines if line.known == key)
    assert put_away.troubles[0].code == "question_file.known_put_away"
    result = question_files.take_in(trainer, again)
    assert result.changes.touches("question")
    assert not any(question.archived for question in bank_questions(trainer))


def test_a_bank_that_changed_since_the_look(trainer: Workplace, file: Path) -> None:
    looked = question_files.check(trainer, file)
    question_files.take_in(trainer, looked)
    result = question_files.take_in(trainer, looked)
    assert (result.taken, result.known) == (0, 3)
    assert count(trainer) == 2


def test_each_laptop_makes_questions_of_its_own_which_it_may_change(
    trainer: Workplace, bureau: Workplace, file: Path
) -> None:
    """A row that two laptops met in would be nobody's: neither could correct it without the office."""
    made = [
        question_files.take_in(work, question_files.check(work, file), form=NewForm(FormKind.TEST)).form
        for work in (trainer, bureau)
    ]
    assert made[0] != made[1]
    keys = [{each.key for each in bank_questions(work)} for work in (trainer, bureau)]
    assert keys[0].isdisjoint(keys[1])
    assert all(is_made_by(key, author_of(trainer.journal.replica)) for key in keys[0])


def test_what_was_undone_deleted_or_changed_can_be_taken_in_again(trainer: Workplace, file: Path) -> None:
    def again() -> int:
        found = question_files.check(trainer, file)
        return question_files.take_in(trainer, found, form=NewForm(FormKind.TEST, Texts(ru="Т"))).taken

    first = question_files.take_in(trainer, question_files.check(trainer, file), form=NewForm(FormKind.TEST))
    assert first.changes.step is not None
    trainer.store.history.undo_step(first.changes.step)
    assert again() == 2
    form = forms.list_forms(trainer)[0]
    forms.delete_form(trainer, form.key)
    for question in bank_questions(trainer):
        questions.delete_question(trainer, question.key)
    assert count(trainer) == 0
    assert again() == 2
    named = next(each for each in bank_questions(trainer) if each.name)
    questions.save_question(trainer, replace(named, text=Texts(ru="Другое?")))
    assert again() == 1
    assert {each.text["ru"] for each in bank_questions(trainer)} == {"Другое?", "Что это?", "Сколько?"}
    assert len(forms.list_forms(trainer)) == 2


def test_a_file_without_anything_to_take(trainer: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Match{=a -> b =c -> d}", encoding="utf-8")
    with pytest.raises(TrainerError) as found:
        question_files.take_in(trainer, question_files.check(trainer, path))
    assert found.value.code == "question_file.nothing_to_take"


def test_a_form_of_too_many_questions_leaves_the_bank_alone(trainer: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(f"Question {number}?{{T}}" for number in range(201)), encoding="utf-8")
    found = question_files.check(trainer, path)
    with pytest.raises(TrainerError) as refused:
        question_files.take_in(trainer, found, form=NewForm(FormKind.TEST))
    assert refused.value.code == "form.too_many_questions"
    assert count(trainer) == 0
    assert question_files.take_in(trainer, found).taken == 201


def test_a_question_that_no_line_of_the_journal_holds_is_refused_alone(
    trainer: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    options = "".join(f"~{letter * 3900}" for letter in "абвгдежзи")
    path.write_text(f"Длинно?{{={'к' * 3900}{options}}}\n\nКоротко?{{T}}", encoding="utf-8")
    found = question_files.check(trainer, path)
    assert fates(found) == ["refused", "taken"]
    assert found.lines[0].troubles[0].code == "question_file.bad.too_long_together"
    long = "".join(f"~{letter * 2700}" for letter in "абвгдежзи")
    path.write_text(f"Почти?{{={'к' * 2700}{long}}}", encoding="utf-8")
    assert question_files.take_in(trainer, question_files.check(trainer, path)).taken == 1


@pytest.mark.parametrize("name", forms.STANDARD_FORM_NAMES)
@pytest.mark.parametrize("format", question_files.FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_of_the_program_come_back_as_known(
    trainer: Workplace, tmp_path: Path, name: str, format: QuestionFormat, language: str
) -> None:
    key = forms.ensure_standard_form(trainer, name)
    full = forms.get_form(trainer, key)
    found = question_files.export(trainer, format, language, form=key)
    assert (found.found, found.written) == (len(full.questions), len(full.questions))
    path = question_files.save(found, tmp_path / found.name)
    again = question_files.check(trainer, path)
    assert again.format is format
    assert {line.fate for line in again.lines} == {QuestionOutcome.KNOWN}
    assert [line.known for line in again.lines] == list(full.form.questions)
    assert {each.code for each in again.all_troubles} == {"question_file.known"}
    if format is not QuestionFormat.GIFT:
        result = question_files.take_in(trainer, again, form=NewForm(full.form.kind))
        assert (result.form, result.form_known) == (key, True)


def test_what_a_file_in_one_language_does_not_hold_is_told(trainer: Workplace) -> None:
    both, only = Texts(tg="чист?", ru="что?", en=""), Texts(tg="танҳо тоҷикӣ", ru="", en="")
    for words in (both, only):
        questions.save_question(trainer, Question("", QuestionKind.TEXT, words))
    found = question_files.export(trainer, QuestionFormat.GIFT, "ru")
    assert (found.found, found.written) == (2, 1)
    assert [(each.code, each.value) for each in found.troubles] == [
        ("question_file.not_in_language", "танҳо тоҷикӣ"),
        ("question_file.other_languages", ""),
    ]
    assert question_files.languages_of(trainer) == {"tg": 2, "ru": 1, "en": 0}
    with pytest.raises(TrainerError) as refused:
        question_files.export(trainer, QuestionFormat.GIFT, "en")
    assert refused.value.code == "question_file.nothing_in_language"


def test_an_empty_bank_and_an_unknown_form(trainer: Workplace) -> None:
    for form, code in (("", "question_file.nothing_to_write"), ("no", "form.unknown")):
        with pytest.raises(TrainerError) as refused:
            question_files.export(trainer, QuestionFormat.TABLE, "tg", form=form)
        assert refused.value.code == code
    with pytest.raises(TrainerError):
        question_files.find_form(trainer, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_table_is_empty_until_it_is_filled_in(
    trainer: Workplace, tmp_path: Path, language: str
) -> None:
    path = question_files.save(question_files.question_template(language), tmp_path / "leer.xlsx")
    with pytest.raises(TrainerError) as refused:
        question_files.check(trainer, path)
    assert refused.value.code == "question_file.nothing_found"


@pytest.mark.parametrize("name", ["all_kinds.gift.txt", "errors.aiken.txt"])
def test_damaged_files_end_in_words(trainer: Workplace, tmp_path: Path, name: str) -> None:
    """Bytes changed at random: either still questions, all accounted for, or a refusal with words."""
    good, chance = (EXAMPLES / name).read_bytes(), random.Random(name)
    path, codes = tmp_path / name, set[str]()
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.choice((1, 2, 20))):
            place = chance.randrange(len(data))
            data[place : place + chance.randrange(3)] = chance.choice(
                (b"{", b"}", b"\n\n", b"#", b"\xff", b"~")
            )
        path.write_bytes(data)
        try:
            found = question_files.check(trainer, path)
        except TrainerError as problem:
            codes.add(problem.code)
            continue
        assert found.found == found.count(
            QuestionOutcome.TAKEN, QuestionOutcome.KNOWN, QuestionOutcome.REFUSED
        )
        assert all(line.troubles for line in found.lines if line.fate is QuestionOutcome.REFUSED)
    assert codes <= {"question_file.not_text", "question_file.nothing_found", "table.cp1251"}


def test_a_large_hostile_text_stays_within_memory(trainer: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Which?{=a" + "~b" * 2_000_000 + "}", encoding="utf-8")
    tracemalloc.start()
    found = question_files.check(trainer, path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert fates(found) == ["refused"]
    assert peak < 100_000_000
