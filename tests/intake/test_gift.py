"""Questions in GIFT: every construct of the format, every question accounted for by its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.questions_parts import EXAMPLES, codes, gift, only, refused, sums
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import words
from trainer_app.domain.evaluations.question_files import FilePosition
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.intake.gift import (
    Extras,
    escape,
    read_accepted_number,
    read_gift,
    read_question,
    read_topic,
    restore,
)
from trainer_app.intake.question_files import read_question_file


def test_every_question_of_the_example_is_taken_or_refused_by_line() -> None:
    file = read_gift(EXAMPLES / "all_kinds.gift.txt")
    assert sums(file) == (23, 14, 9)
    assert refused(file) == {
        47: ["matching"],
        49: ["description"],
        51: ["braces"],
        53: ["braces"],
        55: ["braces"],
        57: ["bad.credits_not_whole"],
        59: ["bad.blank_option"],
        61: ["bad.bad_accepted"],
        63: ["bad.credit_out_of_range"],
    }
    assert [line.question.kind.value for line in file.lines if line.question] == (
        ["single", "multiple", "single", "single", "single", "text"]
        + ["number"] * 3
        + ["text"]
        + ["single"] * 4
    )
    assert file.language == "en"
    assert {line.question.topic for line in file.lines if line.question} == {r"Law / Family \& home"}


def test_choices_weights_notes_and_explanation() -> None:
    order, signs, year = (line.question for line in read_gift(EXAMPLES / "all_kinds.gift.txt").lines[:3])
    assert order is not None
    assert order.name == "Protective order"
    assert [(option.text["en"], option.credit) for option in order.options] == [
        ("the victim", 10_000),
        ("the neighbour", 0),
        ("a relative of the victim", 5_000),
    ]
    assert order.options[0].note["en"] == "Yes, at any police station."
    assert order.explanation["en"] == "Article 21 of the law."
    assert signs is not None
    assert [option.credit for option in signs.options] == [5_000, 5_000, -10_000, 0]
    assert signs.options[2].note["en"] == "no, not that"
    assert year is not None
    assert year.text["en"] == "The law came into force in _____ in the whole country."


def test_true_and_false_keep_their_order_and_their_notes(tmp_path: Path) -> None:
    question = only(gift(tmp_path, "It is so.{FALSE#No.#Yes.####Because.}"))
    assert [(option.text, option.credit, option.note["en"]) for option in question.options] == [
        (words("question_table.true"), 0, "No."),
        (words("question_table.false"), 10_000, "Yes."),
    ]
    assert question.fixed_order
    assert question.explanation["en"] == "Because."
    for right in ("T", "TRUE", "T#No.#Yes."):
        assert only(gift(tmp_path, f"It is so.{{{right}}}")).right_options == {1}
    assert only(gift(tmp_path, "So.{true}")).kind is QuestionKind.TEXT


def test_words_and_numbers_with_shares(tmp_path: Path) -> None:
    words = only(gift(tmp_path, "Who?{=%75%Nazereth =Nazareth =%0%*}"))
    assert [(each.value, each.credit) for each in words.accepted] == [
        ("Nazereth", 7_500),
        ("Nazareth", 10_000),
        ("*", 0),
    ]
    number = only(gift(tmp_path, "When?{#=1822:0 =%50%1822:2 =%33.33333%1..1e3}"))
    assert [(each.value, each.credit) for each in number.accepted] == [
        ("1822", 10_000),
        ("1820..1824", 5_000),
        ("1..1000", 3_333),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", "4"),
        ("-4.50", "-4.5"),
        ("3.1415:0.0005", "3.141..3.142"),
        ("3.141..3.142", "3.141..3.142"),
        ("0,5", "0.5"),
        ("−2:1", "-3..-1"),
        ("1e2", "100"),
        (".5", "0.5"),
        ("-0", "0"),
        ("5:0", "5"),
        ("", None),
        ("x", None),
        ("1:x", None),
        ("1:-1", None),
        ("2..1", None),
        ("1..2..3", None),
        ("1e50", None),
        ("0.0000000001", None),
        ("9" * 5000, None),
        ("inf", None),
        ("nan", None),
    ],
)
def test_numbers_are_reckoned_exactly(text: str, value: str | None) -> None:
    assert read_accepted_number(text) == value


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    file = read_gift(EXAMPLES / "all_kinds.gift.txt")
    page, marked, plain, escaped = file.lines[10:14]
    assert page.question is not None
    assert page.question.text["en"] == "Look at the page:\n• H₂O\n• x²\n[a map]What is shown?"
    assert codes(page) == ["lost.link", "lost.image"]
    assert marked.question is not None
    assert marked.question.text["en"] == "Which word is not there?"
    assert [option.text["en"] for option in marked.question.options] == ["none", "[map]", "code"]
    assert codes(marked) == ["lost.emphasis", "lost.image"]
    assert plain.question is not None
    assert plain.question.text["en"] == "Is 1 < 2 and <b> a letter?"
    assert not plain.troubles
    assert escaped.question is not None
    assert escaped.question.text["en"] == "Escapes: { } ~ = # \\ are signs,\nand this is the second line"
    assert escaped.question.options[0].text["en"] == "so = it"
    noted = gift(tmp_path, "Who?{=a#Good! =b}").lines[0]
    assert codes(noted) == ["note_not_kept"]
    assert noted.troubles[0].value == "Good!"


def test_comparisons_and_strange_tags_are_no_markup(tmp_path: Path) -> None:
    assert (
        only(gift(tmp_path, "Is 1 < 2 & 3 > 2 in <stdio.h>?{T}")).text["en"]
        == "Is 1 < 2 & 3 > 2 in <stdio.h>?"
    )
    assert only(gift(tmp_path, "Is 5 &lt; 6?{T}")).text["en"] == "Is 5 < 6?"
    page = only(gift(tmp_path, "[html]Keep <name> of <object>a thing{T}"))
    assert page.text["en"] == "Keep <name> of a thing"


def test_no_right_option_is_taken_without_a_key_and_told(tmp_path: Path) -> None:
    file = gift(tmp_path, "How was it?{~good ~bad}")
    assert only(file).kind is QuestionKind.SINGLE
    assert not only(file).scored
    assert codes(file.lines[0]) == ["nothing_right"]


def test_forgotten_and_needless_blank_lines_are_mended(tmp_path: Path) -> None:
    file = gift(
        tmp_path, "One?{T}\nTwo?{\n=a\n\n~b\n}\n::Three::Third?{F}\nFour {=a ~b} it is.\nnot a question"
    )
    assert [line.question and line.question.text["en"] for line in file.lines] == [
        "One?",
        "Two?",
        "Third?",
        "Four _____ it is.\nnot a question",
    ]
    assert codes(file.lines[1]) == ["blank_line_inside"]


def test_an_open_brace_does_not_swallow_the_rest(tmp_path: Path) -> None:
    file = gift(tmp_path, "One?{=a ~b\n\nTwo?{T}\n\n~stray\n\nThree?{F}")
    assert [line.fate.value for line in file.lines] == ["refused", "taken", "refused", "taken"]


def test_encodings_and_ends_of_lines(tmp_path: Path) -> None:
    text = "// қайд\r\n::Ном::Савол чист?{=ҷавоб ~дигар}\r\n\r\nДуюм?{T}\r\n"
    for data in (
        text.encode(),
        text.encode("utf-8-sig"),
        text.encode("utf-16"),
        text.replace("\r\n", "\r").encode(),
    ):
        file = gift(tmp_path, data, "")
        assert sums(file) == (2, 2, 0)
        assert file.language == "tg"
        assert [line.place.row for line in file.lines] == [2, 4]
    old = gift(tmp_path, "Вопрос?{=да ~нет}".encode("cp1251"), "")
    assert old.language == "ru"
    assert [trouble.code for trouble in old.troubles] == ["table.cp1251"]


def test_topics_from_categories() -> None:
    assert read_topic(" $course$/top/Law/Basics ") == "Law / Basics"
    assert read_topic("$system$/Default") == "Default"
    assert read_topic("top") == ""
    assert read_topic("A//B/C") == "A/B / C"


def test_our_own_remarks_say_what_gift_cannot(tmp_path: Path) -> None:
    text = (
        '//! {"language":"ru"}\n\n//! {"kind":"likert","points":0,"fixed":true,"topic":"О курсе"}\n'
        'Как?{~плохо ~хорошо}\n\n//! {"kind":"number"}\nСколько?{}\n\n//! broken\nДа?{T}'
    )
    file = gift(tmp_path, text, "")
    assert file.language == "ru"
    scale, number, last = file.lines
    assert scale.question is not None
    assert scale.question.kind is QuestionKind.LIKERT
    assert (scale.question.points, scale.question.topic) == (0, "О курсе")
    assert scale.question.fixed_order
    assert number.question is not None
    assert number.question.kind is QuestionKind.NUMBER
    assert codes(last) == ["remark_unreadable"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x00\x01\x02binary\xff", "question_file.not_text"),
        ("Савол ".encode() + b"\xed\xa0\x80" + " чист?{T}".encode(), "question_file.not_text"),
        (b"a\x00b?{T}", "question_file.not_text"),
        (b"x" * 5_000_001, "question_file.too_large"),
        (b"// only a remark\n", "question_file.nothing_found"),
        (b" \n\n", "table.empty_file"),
        (b"a?{T}\n\n" * 2001, "question_file.too_many"),
    ],
)
def test_files_that_are_refused_as_a_whole(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(TrainerError) as found:
        gift(tmp_path, data)
    assert found.value.code == code


def test_a_hundred_thousand_options_and_endless_words(tmp_path: Path) -> None:
    many = gift(tmp_path, "Which?{=a" + "~b" * 100_000 + "}")
    assert refused(many) == {1: ["too_many_answers"]}
    assert refused(gift(tmp_path, "Which?{=a" + "~b" * 10 + "}")) == {1: ["bad.too_many_options"]}
    long = gift(tmp_path, f"{'a' * 4_000_000}{{T}}")
    assert refused(long) == {1: ["bad.text_too_long"]}
    assert len(long.lines[0].words) <= 80
    deep = gift(tmp_path, '//! {"x":' + "[" * 300_000 + "\na?{T}")
    assert codes(deep.lines[0]) == ["remark_unreadable"]
    nested = gift(tmp_path, f"[html]{'<ul>' * 900_000}a{{T}}")
    assert sums(nested) == (1, 0, 1)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_read_to_the_end(text: str) -> None:
    found = read_question(escape(text), FilePosition(1), Extras("en"))
    assert (found.question is None) == (found.fate.value == "refused")
    assert restore(escape(text.replace("\\", ""))) == text.replace("\\", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            '<?xml version="1.0"?>\n<quiz>\n<question type="multichoice"><name/></question></quiz>',
            "moodle_xml",
        ),
        ("\n<quiz><question/></quiz>", "moodle_xml"),
        ('<?xml version="1.0"?><examview-test><question/></examview-test>', "xml"),
    ],
)
def test_files_in_xml_are_named_and_not_taken_for_gift(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "questions.xml"
    path.write_text(text, "utf-8")
    with pytest.raises(TrainerError) as refused:
        read_question_file(path)
    assert refused.value.code == f"question_file.{code}"
