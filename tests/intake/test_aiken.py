"""Questions in Aiken: what is right is taken, every error is named by its line."""

from pathlib import Path

from tests.intake.questions_parts import EXAMPLES, refused, sums
from trainer_app.domain.evaluations.question_files import QuestionFile
from trainer_app.intake.question_files import looks_like_aiken, read_aiken


def aiken(folder: Path, text: str) -> QuestionFile:
    path = folder / "questions.txt"
    path.write_text(text, encoding="utf-8")
    return read_aiken(path)


def test_every_error_has_its_line() -> None:
    file = read_aiken(EXAMPLES / "errors.aiken.txt")
    assert sums(file) == (10, 3, 7)
    assert refused(file) == {
        6: ["bad.too_few_options"],
        10: ["not_started", "not_started"],
        14: ["no_answer"],
        18: ["no_options"],
        26: ["letters"],
        31: ["bad_answer"],
        36: ["bad_answer"],
    }
    orphan = file.lines[2]
    assert [trouble.place.row for trouble in orphan.troubles] == [10, 12]
    assert file.lines[3].troubles[0].place.row == 18, "where the next question began"


def test_labels_of_both_alphabets_and_loose_spelling() -> None:
    file = read_aiken(EXAMPLES / "errors.aiken.txt", "ru")
    risk, letters, lines = (line.question for line in file.lines if line.question)
    assert risk.right_options == {2}
    assert [option.text["ru"] for option in letters.options] == ["первый", "второй", "третий"]
    assert letters.right_options == {3}
    assert lines.text["ru"] == "A question of\ntwo lines <b>with signs</b> & more"
    assert [option.text["ru"] for option in lines.options] == ["No blank", "here either"]
    assert lines.right_options == {2}


def test_alike_letters_of_the_other_alphabet(tmp_path: Path) -> None:
    latin_labels = aiken(tmp_path, "Q\nA) a\nB) b\nC) c\nANSWER: С")  # the answer is a Cyrillic С
    assert latin_labels.lines[0].question is not None
    assert latin_labels.lines[0].question.right_options == {3}


def test_a_question_that_begins_like_an_option(tmp_path: Path) -> None:
    file = aiken(tmp_path, "E. coli is a\nA) virus\nB) bacterium\nANSWER: B\n")
    assert file.lines[0].question is not None
    assert file.lines[0].question.text["en"] == "E. coli is a"


def test_very_many_options(tmp_path: Path) -> None:
    options = "\n".join("A) a" for _ in range(100_000))
    file = aiken(tmp_path, f"Q\n{options}\nANSWER: A")
    assert sums(file) == (1, 0, 1)
    assert len(file.lines[0].troubles) < 12


def test_what_looks_like_aiken() -> None:
    assert looks_like_aiken(["Q", " A) a", "ANSWER: A"])
    assert not looks_like_aiken(["::Q::Which?{", "=A) a", "~b}"])
    assert not looks_like_aiken(["A) only options"])
