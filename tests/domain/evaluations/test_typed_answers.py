"""Answers as they are typed from a paper: letters and digits by place, brackets, blanks, words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.questions import (
    LETTERS,
    Accepted,
    Option,
    Question,
    QuestionKind,
    chosen_options,
    read_printed,
    split_answers,
)


def choice(kind: QuestionKind, options: int) -> Question:
    return Question("q", kind, Texts(en="?"), tuple(Option(Texts(en=str(each))) for each in range(options)))


SINGLE = choice(QuestionKind.SINGLE, 4)
MULTIPLE = choice(QuestionKind.MULTIPLE, 10)
NUMBER = Question("q", QuestionKind.NUMBER, Texts(en="?"), accepted=(Accepted("12"),))
WORDS = Question("q", QuestionKind.TEXT, Texts(en="?"))


@pytest.mark.parametrize(
    ("question", "typed", "order", "answer"),
    [
        (SINGLE, "B", (), "2"),
        (SINGLE, "b", (), "2"),
        (SINGLE, "2", (), "2"),
        # The paper prints option 3 first.
        (SINGLE, "A", (3, 1, 4, 2), "3"),
        (SINGLE, "4", (3, 1, 4, 2), "2"),
        (SINGLE, "-", (), ""),
        (SINGLE, ".", (), ""),
        (SINGLE, "", (), ""),
        (MULTIPLE, "AC", (), "1,3"),
        (MULTIPLE, "c, a", (), "1,3"),
        (MULTIPLE, "130", (), "1,3,10"),
        (NUMBER, "12,5", (), "12.5"),
        (WORDS, "More practice.", (), "More practice."),
    ],
)
def test_what_is_typed_is_read_by_its_place_on_the_paper(
    question: Question, typed: str, order: tuple[int, ...], answer: str
) -> None:
    assert read_printed(question, typed, order) == answer


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        (SINGLE, "E", "answer.no_such_option"),
        (SINGLE, "0", "answer.no_such_option"),
        (SINGLE, "Б", "answer.no_such_option"),
        (SINGLE, "²", "answer.no_such_option"),
        (NUMBER, "twelve", "answer.not_a_number"),
    ],
)
def test_what_is_not_on_the_paper_is_refused(question: Question, typed: str, code: str) -> None:
    with pytest.raises(TrainerError, match=code.replace(".", r"\.")):
        read_printed(question, typed)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ABCD", ["A", "B", "C", "D"]),
        ("AB-[AC][12.5]", ["A", "B", "-", "AC", "12.5"]),
        ("A B\tC", ["A", "B", "C"]),
        ("[]A", ["", "A"]),
        ("45[more practice, please]", ["4", "5", "more practice, please"]),
        ("", []),
    ],
)
def test_one_sign_is_one_answer_and_brackets_hold_longer_ones(text: str, parts: list[str]) -> None:
    assert split_answers(text) == parts


@pytest.mark.parametrize("text", ["A[B", "A]B", "[[A]]", "]A["])
def test_brackets_must_fit(text: str) -> None:
    with pytest.raises(TrainerError, match=r"answer\.open_bracket"):
        split_answers(text)


@given(st.permutations(range(1, 11)), st.sets(st.integers(1, 10), min_size=1))
def test_letters_of_a_shuffled_paper_lead_back_to_the_options(order: list[int], chosen: set[int]) -> None:
    typed = "".join(LETTERS[order.index(own)] for own in chosen)
    assert set(chosen_options(read_printed(MULTIPLE, typed, order))) == chosen
