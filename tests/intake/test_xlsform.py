"""XLSForm: each row of the survey is taken, refused or left out, and each column that is not kept is told."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.intake.questions_parts import codes, sums
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.question_files import (
    FilePosition,
    QuestionFile,
    QuestionFormat,
    QuestionOutcome,
)
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.intake import xlsform
from trainer_app.intake.question_files import find_format, read_question_file
from trainer_app.intake.xlsform_sheets import RowSort, RowType, find_language, read_type

HEAD = (
    "type",
    "name",
    "label::Русский (ru)",
    "label::Tajik",
    "hint::ru",
    "relevant",
    "constraint",
    "required",
)
SURVEY: Sequence[Sequence[str]] = (
    ("start", "start"),
    ("note", "hello", "Здравствуйте"),
    ("begin group", "g", "Знания", "", "", "${age} > 18"),
    ("select_one yes_no", "law", "Закон есть?", "Қонун ҳаст?", "", "", "", "yes"),
    ("select_multiple signs", "signs", "Какие признаки?", "", "Можно несколько"),
    ("end group", ""),
    ("integer", "age", "Возраст?", "", "", "", ". > 0", "true()"),
    ("decimal", "share", "Доля?"),
    ("text", "why", "Почему **так**, ${law}?", "", "", "${law} = 'yes'"),
    ("begin repeat", "r", "Дети"),
    ("string", "child", "Имя?"),
    ("end repeat", ""),
    ("geopoint", "where", "Где вы?"),
    ("image", "photo", "Снимок"),
    ("select_one towns", "town", "Город?"),
    ("select_one nowhere", "x", "Нет списка"),
    ("select_one_from_file a.csv", "y", "Из файла"),
    ("select_one long", "z", "Длинный список"),
    ("select_one yes_no or_other", "o", "Или другое?"),
    ("mystery", "m", "Неизвестно"),
    ("", "", "Без типа"),
    ("calculate", "c", ""),
)
CHOICES: Sequence[Sequence[str]] = (
    ("yes_no", "yes", "Да", "Ҳа"),
    ("yes_no", "no", "Нет", "Не"),
    ("signs", "1", "Запреты", ""),
    ("signs", "2", "Угрозы", ""),
    *(("long", str(number), f"Пункт {number}", "") for number in range(11)),
)


def form(folder: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    path = folder / "form.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write(number, column, text)
    return path


def read(
    folder: Path, survey: Sequence[Sequence[str]], *more: Sequence[str], language: str = ""
) -> QuestionFile:
    choices = (("list_name", "name", "label"), *more)
    return read_question_file(form(folder, {"survey": survey, "choices": choices}), language)


@pytest.fixture
def whole(tmp_path: Path) -> QuestionFile:
    choices = (("list_name", "name", "label::ru", "label::тоҷикӣ (tg)"), *CHOICES)
    settings = (("form_title", "form_id"), ("Тест о законе", "law_test"))
    sheets = {"Survey": (HEAD, *SURVEY), "choices": choices, "settings": settings, "notes": (("x",),)}
    return read_question_file(form(tmp_path, sheets))


def test_every_row_is_accounted_for(whole: QuestionFile) -> None:
    assert sums(whole) == (14, 7, 7)
    assert len(whole.lines) == len(SURVEY)
    by_row = {line.place.row: (line.fate.value, codes(line)) for line in whole.lines}
    assert by_row == {
        2: ("left_out", ["silent"]),
        3: ("left_out", ["note"]),
        4: ("left_out", ["group", "relevant"]),
        5: ("taken", []),
        6: ("taken", ["hint_joined"]),
        7: ("left_out", ["end"]),
        8: ("taken", ["constraint"]),
        9: ("taken", []),
        10: ("taken", ["relevant", "lost.emphasis", "reference"]),
        11: ("left_out", ["repeat", "in_repeat"]),
        12: ("taken", ["in_repeat"]),
        13: ("left_out", ["end"]),
        14: ("refused", ["foreign"]),
        15: ("refused", ["foreign"]),
        16: ("refused", ["no_list"]),
        17: ("refused", ["no_list"]),
        18: ("refused", ["other_file"]),
        19: ("refused", ["bad.too_many_options"]),
        20: ("taken", ["or_other"]),
        21: ("refused", ["unknown"]),
        22: ("left_out", ["no_type"]),
        23: ("left_out", ["silent"]),
    }


def test_kinds_languages_topics_and_title(whole: QuestionFile) -> None:
    law, signs, age, share, why, child, other = (line.question for line in whole.lines if line.question)
    assert law.kind is QuestionKind.SINGLE
    assert law.text == Texts(tg="Қонун ҳаст?", ru="Закон есть?", en="")
    assert [option.text for option in law.options] == [Texts(tg="Ҳа", ru="Да"), Texts(tg="Не", ru="Нет")]
    assert (law.name, law.topic, law.scored) == ("law", "Знания", False)
    assert signs.kind is QuestionKind.MULTIPLE
    assert signs.text["ru"] == "Какие признаки?\nМожно несколько"
    assert {age.kind, share.kind} == {QuestionKind.NUMBER}
    assert why.text["ru"] == "Почему так, ${law}?"
    assert child.topic == "Дети"
    assert len(other.options) == 2
    assert whole.form.title["ru"] == "Тест о законе"
    assert whole.language == ""


def test_places_name_sheet_row_and_column(whole: QuestionFile) -> None:
    bound = next(each for each in whole.all_troubles if each.code == "question_file.constraint")
    assert bound.place == FilePosition(8, "Survey", "constraint")
    assert bound.value == ". > 0"
    required = next(each for each in whole.troubles if each.code == "question_file.required")
    assert required.values == {"column": "required", "rows": "5, 8"}
    sheets = next(each for each in whole.troubles if each.code == "question_file.sheets_not_read")
    assert sheets.value == "notes"


def test_languages_that_are_not_here_are_told(tmp_path: Path) -> None:
    survey = (
        ("type", "name", "label::English (en)", "label::Français (fr)"),
        ("text", "a", "Why?", "Pourquoi ?"),
    )
    file = read(tmp_path, survey)
    assert [each.code for each in file.troubles] == ["question_file.language_not_kept"]
    assert file.lines[0].question is not None
    assert file.lines[0].question.text == Texts(en="Why?")


def test_labels_without_a_language(tmp_path: Path) -> None:
    survey = (("type", "name", "label"), ("text", "a", "Чаро қонун?"), ("text", "b", "When?"))
    assert read(tmp_path, survey).language == "tg"
    assert read(tmp_path, survey, language="ru").questions[1].text == Texts(ru="When?")


def test_scales_ratings_and_ranges(tmp_path: Path) -> None:
    survey = (
        ("type", "name", "label", "appearance", "parameters"),
        ("select_one scale", "a", "How?", "w1 likert"),
        ("range", "b", "Stars?", "rating", "start=1 end=5 step=1"),
        ("range", "c", "Degrees?", "", "start = 0, end = 40"),
        ("range", "d", "Far?", "rating", "start=1 end=99999999"),
        ("range", "e", "Zero?", "rating", "step=0"),
    )
    file = read(tmp_path, survey, ("scale", "1", "bad"), ("scale", "2", "good"))
    scale, stars, degrees, far, zero = file.lines
    assert scale.question is not None
    assert scale.question.kind is QuestionKind.LIKERT
    assert stars.question is not None
    assert [option.text["tg"] for option in stars.question.options] == ["1", "2", "3", "4", "5"]
    assert degrees.question is not None
    assert degrees.question.kind is QuestionKind.NUMBER
    assert codes(degrees) == ["constraint"]
    assert far.fate is QuestionOutcome.REFUSED
    assert zero.question is not None
    assert zero.question.kind is QuestionKind.NUMBER


def test_the_appearance_of_a_typed_row_decides_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(xlsform._KINDS, ("integer", "spelled"), QuestionKind.TEXT)
    rows = (("integer", "a", "How many?", "Spelled"), ("integer", "b", "How many?", ""))
    file = read(tmp_path, (("type", "name", "label", "appearance"), *rows))
    assert [each.kind for each in file.questions] == [QuestionKind.TEXT, QuestionKind.NUMBER]


def test_filters_switched_off_rows_and_pictures(tmp_path: Path) -> None:
    survey = (
        ("type", "name", "label", "choice_filter", "disabled", "media::image"),
        ("select_one l", "a", "Which?", "x = ${b}"),
        ("text", "b", "Off?", "", "yes"),
        ("text", "c", "What is this?", "", "", "face.png"),
    )
    file = read(tmp_path, survey, ("l", "1", "one"), ("l", "2", "two"))
    assert [(line.fate.value, codes(line)) for line in file.lines] == [
        ("refused", ["choice_filter"]),
        ("left_out", ["disabled"]),
        ("taken", ["lost.image"]),
    ]
    assert file.lines[0].troubles[0].place.column == "choice_filter"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select_one yes_no", RowType(RowSort.SINGLE, "yes_no")),
        ("Select One from Yes_No", RowType(RowSort.SINGLE, "Yes_No")),
        ("select1 a", RowType(RowSort.SINGLE, "a")),
        ("select all that apply from a or_other", RowType(RowSort.MULTIPLE, "a", other=True)),
        ("add select multiple prompt using a", RowType(RowSort.MULTIPLE, "a")),
        ("select one from a or specify other", RowType(RowSort.SINGLE, "a", other=True)),
        ("select_one", RowType(RowSort.SINGLE)),
        ("select_multiple_from_file x.csv", RowType(RowSort.OTHER_FILE)),
        ("begin_group", RowType(RowSort.BEGIN)),
        ("begin loop over a", RowType(RowSort.REPEAT)),
        ("end repeat", RowType(RowSort.END)),
        ("add integer prompt", RowType(RowSort.NUMBER)),
        ("q string", RowType(RowSort.TEXT)),
        ("get start time", RowType(RowSort.SILENT)),
        ("dateTime", RowType(RowSort.FOREIGN)),
        ("what", RowType(RowSort.UNKNOWN)),
    ],
)
def test_types_old_and_new(text: str, expected: RowType) -> None:
    assert read_type(text) == expected


def test_names_of_languages() -> None:
    assert [
        find_language(text) for text in ("Русский (ru)", "tg", "English", "Тоҷикӣ (tgk)", "Deutsch (de)")
    ] == [
        "ru",
        "tg",
        "en",
        "tg",
        None,
    ]


def test_a_survey_under_another_name_is_found(tmp_path: Path) -> None:
    path = form(tmp_path, {"Sheet1": (("type", "name", "label"), ("text", "a", "Why?"))})
    assert find_format(path) is QuestionFormat.XLSFORM
    assert read_question_file(path).found == 1


def test_workbooks_that_are_no_forms(tmp_path: Path) -> None:
    for sheets, code in (
        ({"survey": (("a", "b"), ("c", "d"))}, "question_file.no_survey"),
        ({"people": (("name", "age"), ("x", "1"))}, "question_file.no_heading"),
    ):
        with pytest.raises(TrainerError) as found:
            read_question_file(form(tmp_path, sheets))
        assert found.value.code == code


def test_a_text_table_names_its_sheets_in_the_first_column(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    text = (
        "survey,,,\n,type,name,label\n,select_one c,a,Which?\n,note,n,Read\n\n"
        "choices,,,\n,list_name,name,label\n,c,1,one\n,c,2,two\nsettings,,,\n,form_title,,\n,A form,,\n"
    )
    path.write_text(text, encoding="utf-8")
    file = read_question_file(path)
    assert sums(file) == (1, 1, 0)
    assert [line.place.row for line in file.lines] == [3, 4]
    assert [option.text["en"] for option in file.questions[0].options] == ["one", "two"]
    assert file.form.title == Texts(en="A form")


@pytest.mark.parametrize(
    "credits", ["[1e400]", "[[[[[[1]]]]]]", '["a"]', "[" * 20_000, "[99999999999999999999]"]
)
def test_columns_of_our_own_that_were_changed(tmp_path: Path, credits: str) -> None:
    survey = (("type", "name", "label", "trainer_credits"), ("select_one c", "a", "Which?", credits))
    file = read(tmp_path, survey, ("c", "1", "one"), ("c", "2", "two"))
    assert codes(file.lines[0]) == ["remark_unreadable"]


def test_very_many_choices(tmp_path: Path) -> None:
    survey = (("type", "name", "label"), ("select_one c", "a", "Which?"))
    file = read(tmp_path, survey, *[("c", "1", "x")] * 50_000)
    assert codes(file.lines[0]) == ["bad.too_many_options"]
    with pytest.raises(TrainerError) as found:
        read(tmp_path, survey, *[("c", "1", "x")] * 60_001)
    assert found.value.code == "table.sheet_too_large"
