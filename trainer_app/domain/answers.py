"""Answers: how one is written down, what it is worth, and in which order a printed paper shows the options.

An answer is a text, the same for a person's paper and an anonymous one: numbers of options in the order of
the question ("2", "1,3"), a number with a point ("12.5"), or words. The empty text is a question that was
seen and left blank; no text at all (None) is one that was not keyed in yet.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.numbers import as_fraction, is_number
from trainer_app.domain.questions import CHOICES, Question, QuestionKind, read_bounds

BLANK = ""
"""Seen, and left blank by whoever filled in the paper."""
LETTERS = "ABCDEFGHIJ"
MOST_LETTERS = 4000


def options_text(chosen: Iterable[int]) -> str:
    """Return chosen options (numbers from 1) as an answer: {3, 1} -> "1,3"."""
    return ",".join(str(number) for number in sorted(set(chosen)))


def chosen_options(answer: str) -> tuple[int, ...]:
    """Return the numbers of the options of an answer; none for a blank one or one that is not a choice."""
    parts = answer.split(",") if answer else []
    return (
        tuple(int(part) for part in parts) if all(re.fullmatch("[0-9]{1,2}", part) for part in parts) else ()
    )


def check_answer(question: Question, answer: str) -> str:
    """Return an answer as it is stored. Raises answer.no_such_option, not_a_number, too_long."""
    tidy = unicodedata.normalize("NFC", answer.replace("\x00", "")).strip()
    if not tidy:
        return BLANK
    if question.kind in CHOICES:
        chosen = chosen_options(tidy)
        if not chosen or not all(1 <= number <= len(question.options) for number in chosen):
            raise TrainerError("answer.no_such_option", text=tidy, count=len(question.options))
        return options_text(chosen)
    if question.kind is QuestionKind.NUMBER:
        number = tidy.replace(",", ".").replace("\N{MINUS SIGN}", "-").replace(" ", "")
        if not is_number(number):
            raise TrainerError("answer.not_a_number", text=tidy)
        return number
    if len(tidy) > MOST_LETTERS:
        raise TrainerError("answer.too_long", most=MOST_LETTERS)
    return tidy


def credit_of(question: Question, answer: str | None) -> Fraction | None:
    """Return what an answer is worth, from 0 to 1 of the question's points; None where nothing is right.

    Single choice: the option's credit; two ticks on it are worth nothing. Multiple choice: the sum of the
    credits chosen, never below nothing; exactly the right options are worth all, whatever thirds round to.
    """
    if not question.scored:
        return None
    if not answer:
        return Fraction(0)
    if question.kind is QuestionKind.NUMBER:
        return _best(question, (_within(each.value, answer) for each in question.accepted))
    if question.kind is QuestionKind.TEXT:
        return _best(question, (_matches(each.value, answer) for each in question.accepted))
    chosen = frozenset(chosen_options(answer))
    if question.kind is QuestionKind.SINGLE and len(chosen) != 1:
        return Fraction(0)
    if question.kind is QuestionKind.MULTIPLE and chosen == question.right_options:
        return Fraction(1)
    total = sum(question.options[number - 1].credit for number in chosen if number <= len(question.options))
    return min(max(Fraction(total, WHOLE), Fraction(0)), Fraction(1))


def points_of(questions: Sequence[Question], answers: Mapping[str, str]) -> Fraction:
    """Return the points of a paper, in hundredths of a point, not rounded. `answers` go by question key."""
    return sum(
        (
            credit * question.points
            for question in questions
            if (credit := credit_of(question, answers.get(question.key))) is not None
        ),
        Fraction(0),
    )


def most_points(questions: Iterable[Question]) -> int:
    """Return how many points a form can give, in hundredths of a point."""
    return sum(question.points for question in questions if question.scored)


def option_order(question: Question, seed: str, *, shuffled: bool) -> tuple[int, ...]:
    """Return the options' own numbers in the order in which a paper prints them.

    The order is a function of the paper's seed and the question's key alone (sorted by SHA-256), so that
    every laptop finds the same key to the same paper. Scales, and questions that say so, keep their order.
    """
    numbers = range(1, len(question.options) + 1)
    if not shuffled or not moves_options(question):
        return tuple(numbers)

    def place(number: int) -> bytes:
        return hashlib.sha256(f"{seed}/{question.key}/{number}".encode()).digest()

    return tuple(sorted(numbers, key=place))


def moves_options(question: Question) -> bool:
    """Tell whether a question has options whose order may differ from paper to paper."""
    return len(question.options) > 1 and not question.fixed_order and question.kind is not QuestionKind.LIKERT


def option_marks(question: Question) -> tuple[str, ...]:
    """Return what a paper prints in the boxes of a question, from the first to the last: A B C, or 1 2 3.

    Scales are numbered from the lowest step on; the options of other questions have letters.
    """
    count = range(len(question.options))
    if question.kind is QuestionKind.LIKERT:
        return tuple(str(place + 1) for place in count)
    return tuple(LETTERS[place] for place in count)


def read_printed(question: Question, text: str, order: Sequence[int] = ()) -> str:
    """Return as an answer what was typed from a paper: "B", "AC", a number, words; "-" and "." are blank.

    Letters and digits are places on the paper, whose `order` of options is given; 0 is the tenth.
    Raises answer.no_such_option and what `check_answer` raises.
    """
    typed = text.strip()
    if typed in ("", "-", "."):
        return BLANK
    if question.kind not in CHOICES:
        return check_answer(question, typed)
    shown = order or range(1, len(question.options) + 1)
    places = [_place(mark) for mark in typed.upper() if mark not in " ,"]
    if not all(0 <= place < len(shown) for place in places):
        raise TrainerError("answer.no_such_option", text=typed, count=len(shown))
    return check_answer(question, options_text(shown[place] for place in places))


def _place(mark: str) -> int:
    """Return the place from 0 of what is printed in a box; -1 for what is no mark."""
    if mark in "0123456789":
        return (int(mark) - 1) % 10
    return LETTERS.find(mark)


def split_answers(text: str) -> list[str]:
    """Return what was typed for each question: "AB-[AC][12.5]" is five, brackets hold longer ones.

    Raises answer.open_bracket.
    """
    found = re.findall(r"\[([^\[\]]*)\]|([^\[\]\s])", text)
    if text.count("[") != text.count("]") or len(re.findall(r"\[[^\[\]]*\]", text)) != text.count("["):
        raise TrainerError("answer.open_bracket", text=text)
    return [inside or single or BLANK for inside, single in found]


def order_seed(course: str, form: str, occasion: str, number: int) -> str:
    """Return the seed of a printed paper: what is printed on it decides, not whose it turns out to be."""
    return f"{course}/{form}/{occasion}/{number}"


def _best(question: Question, fits: Iterable[bool]) -> Fraction:
    credits = [each.credit for each, fit in zip(question.accepted, fits, strict=True) if fit]
    return min(max(Fraction(max(credits, default=0), WHOLE), Fraction(0)), Fraction(1))


def _within(bounds: str, answer: str) -> bool:
    low, high = read_bounds(bounds)
    return is_number(answer) and as_fraction(low) <= as_fraction(answer) <= as_fraction(high)


def _matches(pattern: str, answer: str) -> bool:
    """Compare words without regard to case and spaces; * stands for any letters."""
    parts = [re.escape(_plain(part)) for part in pattern.split("*")]
    return re.fullmatch(".*".join(parts), _plain(answer), re.DOTALL) is not None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
