"""The table of our own: filled in by people, in any of the three languages, with their slips."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.intake.files import cell, write_ods
from tests.intake.files import row as ods_row
from tests.intake.questions_parts import codes, sums
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.question_files import (
    FilePosition,
    QuestionFile,
    TableColumn,
    column_heading,
    is_yes,
    read_heading,
    read_kind,
)
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.intake.question_files import read_question_file

HEAD = ("Что это", "Текст, таджикский", "Текст, русский", "Вес, %", "Баллы", "Тема")


def table(folder: Path, *rows: Sequence[str], head: Sequence[str] = HEAD, language: str = "") -> QuestionFile:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    path = folder / "questions.csv"
    path.write_bytes(text.getvalue().encode())
    return read_question_file(path, language)


def test_questions_with_options_and_right_answers(tmp_path: Path) -> None:
    file = table(
        tmp_path,
        ("один ответ", "Чаро?", "Почему?", "", "2,5", "Закон"),
        ("вариант", "а", "а1", "100"),
        ("", "б", "б1", "50"),
        ("вариант", "в", "в1", "-50 %"),
        ("число", "Чанд?", "Сколько?"),
        ("верный ответ", "3,5..4"),
        ("верный ответ", "5", "", "50"),
        ("СЛОВА", "Кӣ?", "Кто?"),
        ("верный ответ", "Раҳмон", "Рахмон"),
        ("Шкала", "Чӣ тавр?", "Как?"),
        ("вариант", "бад", "плохо"),
        ("вариант", "хуб", "хорошо"),
    )
    assert sums(file) == (4, 4, 0)
    why, count, who, scale = file.questions
    assert (why.kind, why.points, why.topic) == (QuestionKind.SINGLE, 250, "Закон")
    assert [(option.text["ru"], option.credit) for option in why.options] == [
        ("а1", 10_000),
        ("б1", 5_000),
        ("в1", -5_000),
    ]
    assert [(each.value, each.credit) for each in count.accepted] == [("3.5..4", 10_000), ("5", 5_000)]
    assert [each.value for each in who.accepted] == ["Раҳмон", "Рахмон"]
    assert scale.kind is QuestionKind.LIKERT


def test_ticks_shares_of_excel_and_shares_of_ticks(tmp_path: Path) -> None:
    file = table(
        tmp_path,
        ("один ответ", "?"),
        ("вариант", "а", "", "да"),
        ("вариант", "б", "", "0.5"),
        ("вариант", "в", "", "0.5 %"),
        ("вариант", "г", "", "1"),
        ("вариант", "д", "", "1 %"),
        ("вариант", "е", "", "-1 %"),
        ("несколько ответов", "?"),
        ("вариант", "а", "", "+"),
        ("вариант", "б", "", "х"),
        ("вариант", "в", "", "✓"),
        ("вариант", "г"),
    )
    one, several = file.questions
    assert [option.credit for option in one.options] == [10_000, 5_000, 50, 10_000, 100, -100]
    assert [option.credit for option in several.options] == [3_333, 3_333, 3_333, 0]


def test_slips_are_named_by_row_and_column(tmp_path: Path) -> None:
    file = table(
        tmp_path,
        ("вариант", "сирота", "", "100"),
        ("вопрос", "непонятно"),
        ("вариант", "а"),
        ("один ответ", "Савол", "", "", "много"),
        ("вариант", "а", "", "наверное"),
        ("верный ответ", "б"),
        ("один ответ", "Танҳо"),
        ("вариант", "як"),
        ("число", "Чанд?"),
        ("верный ответ", "бисёр"),
    )
    assert sums(file) == (5, 0, 5)
    assert [codes(line) for line in file.lines] == [
        ["no_question"],
        ["unknown_row"],
        ["not_worth", "row_does_not_fit", "not_points"],
        ["bad.too_few_options"],
        ["bad.bad_accepted"],
    ]
    assert [trouble.place for trouble in file.lines[2].troubles] == [
        FilePosition(6, "", "Вес, %"),
        FilePosition(7, "", "Что это"),
        FilePosition(5, "", "Баллы"),
    ]


def test_columns_that_mean_nothing_and_texts_without_a_language(tmp_path: Path) -> None:
    file = table(
        tmp_path,
        ("words", "Why?", "note to self"),
        head=("What it is", "Text", "My column"),
    )
    assert file.language == "en"
    assert file.questions[0].text == Texts(en="Why?")
    assert [trouble.code for trouble in file.troubles] == ["question_file.column_not_kept"]
    again = table(tmp_path, ("words", "Why?"), head=("What it is", "Text"), language="tg")
    assert again.questions[0].text == Texts(tg="Why?")


def test_an_ods_with_a_title_above_the_heading(tmp_path: Path) -> None:
    rows = [
        ods_row(cell("Саволҳои мо")),
        ods_row(cell("Чист"), cell("Матн, тоҷикӣ")),
        ods_row(cell("матн"), cell("Чаро?")),
    ]
    file = read_question_file(write_ods(tmp_path / "a.ods", rows))
    assert sums(file) == (1, 1, 0)
    assert file.lines[0].place.row == 3
    assert file.form.kind is None


def test_a_hundred_thousand_options_and_a_formula(tmp_path: Path) -> None:
    many = table(tmp_path, ("один ответ", "?"), *[("вариант", "а", "", "100")] * 59_000)
    assert codes(many.lines[0]) == ["bad.too_many_options"]
    with pytest.raises(TrainerError) as found:
        table(tmp_path, ("один ответ", "?"), *[("вариант", "а")] * 100_000)
    assert found.value.code == "table.too_many_cells"
    formula = table(tmp_path, ("слова", "=cmd|' /C calc'!A0"))
    assert formula.questions[0].text["tg"] == "=cmd|' /C calc'!A0"


def test_every_heading_and_kind_is_understood_in_every_language() -> None:
    for language in LANGUAGES:
        for column in TableColumn:
            assert read_heading(column_heading(column, language)) == (column, "")
        for of in LANGUAGES:
            assert read_heading(column_heading(TableColumn.TEXT, language, of)) == (TableColumn.TEXT, of)
    assert read_kind("Несколько  ОТВЕТОВ") is QuestionKind.MULTIPLE
    assert read_kind("likert") is QuestionKind.LIKERT
    assert read_kind("") is None
    assert is_yes("Ҳа")
    assert not is_yes("не")
