"""Questions of the bank, their topics, and answers: what may be answered and what it is worth.

Credits are hundredths of a per cent of a question's points (10000 = all of them, -5000 = half of them taken
away), points are hundredths of a point. A question is frozen with the first form in which it was used; a
change then makes a new question that names the old one as `previous`.

A topic is one text, or one in each language with strokes between them: "Насилие" is a topic as it stands,
"Зӯроварӣ | Насилие | Violence" is one topic in Tajik, Russian and English. So two laptops in two languages
hold the same topic, and a search finds it in each.

An answer is a text, the same for a person's paper and an anonymous one: numbers of options in the order of
the question ("2", "1,3"), a number with a point ("12.5"), or words. The empty text is a question that was
seen and left blank; no text at all (None) is one that was not keyed in yet.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

import msgspec

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import WHOLE, as_fraction, is_number
from trainer_app.domain.base.texts import ALWAYS_LISTED, LANGUAGES, Texts

POINT = 100
"""One point, in hundredths of a point."""
MOST_POINTS = 100 * POINT
MOST_OPTIONS = 10
"""Options of one question: the letters A to J, and one digit each."""
MOST_LETTERS = 4000
"""Letters of one text, so that a question always fits a line of the journal."""
MOST_BYTES = 60_000
"""All words of a question as they stand in that line, which holds 64 KiB."""
LIKERT_OPTIONS = range(2, 8)
BOUNDS = ".."
"""Between the lowest and the highest number that are accepted."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    """One of the options."""
    MULTIPLE = "multiple"
    """Any of the options, with partial credit."""
    LIKERT = "likert"
    """One step of a scale, the lowest first; nothing is right or wrong."""
    NUMBER = "number"
    """A number; right within the bounds of what is accepted."""
    TEXT = "text"
    """Words; compared with what is accepted, or an open answer where nothing is."""


CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.LIKERT)
"""Kinds that are answered by choosing options."""


@dataclass(frozen=True)
class Option:
    """One option. `note` is what is told to somebody who chose it, where such a thing is told."""

    text: Texts
    credit: int = 0
    note: Texts = field(default_factory=Texts)


@dataclass(frozen=True)
class Accepted:
    """An answer that is worth something: a number ("3.5"), bounds ("3..4"), or words; * is any letters."""

    value: str
    credit: int = WHOLE


@dataclass(frozen=True)
class Question:
    """One question. `name` is a short name for lists, `topic` the part of the bank in which it stands."""

    key: str
    kind: QuestionKind
    text: Texts
    options: tuple[Option, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    points: int = POINT
    name: str = ""
    topic: str = ""
    explanation: Texts = field(default_factory=Texts)
    fixed_order: bool = False
    previous: str | None = None
    archived: bool = False

    @property
    def scored(self) -> bool:
        """Tell whether an answer can be right."""
        if self.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
            return any(option.credit > 0 for option in self.options)
        return self.kind is not QuestionKind.LIKERT and bool(self.accepted)

    @property
    def right_options(self) -> frozenset[int]:
        """Numbers of the options, from 1, that give credit."""
        return frozenset(number for number, option in enumerate(self.options, 1) if option.credit > 0)


@dataclass(frozen=True)
class MissingText:
    """A text that is missing in a language. `option`: its number, 0 for the question itself."""

    question: str
    language: str
    option: int = 0


def spread_credits(kind: QuestionKind, right: Sequence[bool]) -> tuple[int, ...]:
    """Return what each option is worth when all right ones are worth the same.

    Single choice: a right option is worth all. Multiple choice: the right ones share the whole, and the
    wrong ones take the whole away together, so that ticking everything is worth nothing.
    """
    if kind is QuestionKind.LIKERT or not any(right):
        return (0,) * len(right)
    if kind is QuestionKind.SINGLE:
        return tuple(WHOLE if each else 0 for each in right)
    shares = {True: iter(_shares(sum(right))), False: iter(_shares(len(right) - sum(right)))}
    return tuple(next(shares[True]) if each else -next(shares[False]) for each in right)


def credits_are_even(kind: QuestionKind, credits: Sequence[int]) -> bool:
    """Tell whether options are worth what `spread_credits` gives them."""
    return tuple(credits) == spread_credits(kind, [credit > 0 for credit in credits])


def _shares(count: int) -> list[int]:
    """Return the whole in as many parts, the first ones larger by the least where it does not divide."""
    least, larger = divmod(WHOLE, count) if count else (0, 0)
    return [least + (place < larger) for place in range(count)]


def missing_texts(question: Question, languages: Iterable[str] = LANGUAGES) -> list[MissingText]:
    """Return the texts of a question that are missing in some of the languages."""
    parts = [
        (0, question.text),
        *((number, option.text) for number, option in enumerate(question.options, 1)),
    ]
    return [
        MissingText(question.key, language, number)
        for number, texts in parts
        for language in languages
        if not texts[language].strip()
    ]


def asks_the_same(old: Question, new: Question) -> bool:
    """Tell whether whoever answered one question would have read and been scored by the other alike.

    A text that was missing may have been filled in; name, topic, explanation and notes do not matter.
    """

    def scoring(question: Question) -> tuple[object, ...]:
        credits = [option.credit for option in question.options]
        return question.kind, question.points, question.fixed_order, credits, question.accepted

    if scoring(old) != scoring(new):
        return False
    pairs = [(old.text, new.text)]
    pairs += [(a.text, b.text) for a, b in zip(old.options, new.options, strict=True)]
    return all(before[language] in ("", after[language]) for before, after in pairs for language in LANGUAGES)


def check_question(question: Question) -> None:
    """Refuse a question that could not be asked or scored.

    Raises question.no_text, text_too_long, too_long_together, points_out_of_range, too_few_options,
    too_many_options, blank_option, nothing_right, credits_not_whole, credit_out_of_range, bad_accepted.
    """
    if not question.text.best(""):
        raise TrainerError("question.no_text")
    texts = [question.text, question.explanation, *(option.text for option in question.options)]
    if any(len(each[language]) > MOST_LETTERS for each in texts for language in LANGUAGES):
        raise TrainerError("question.text_too_long", most=MOST_LETTERS)
    texts += [option.note for option in question.options]
    words = [each.as_list() for each in texts]
    accepted_words = [accepted.value for accepted in question.accepted]
    if len(msgspec.json.encode([words, accepted_words, question.name, question.topic])) > MOST_BYTES:
        raise TrainerError("question.too_long_together")
    if not 0 <= question.points <= MOST_POINTS:
        raise TrainerError("question.points_out_of_range", most=MOST_POINTS // POINT)
    credits = [option.credit for option in question.options]
    credits += [accepted.credit for accepted in question.accepted]
    if any(abs(credit) > WHOLE for credit in credits):
        raise TrainerError("question.credit_out_of_range")
    if question.kind in CHOICES:
        _check_options(question)
    elif question.kind is QuestionKind.NUMBER:
        for accepted in question.accepted:
            read_bounds(accepted.value)


def _check_options(question: Question) -> None:
    count = len(question.options)
    if count < 2:
        raise TrainerError("question.too_few_options")
    most = LIKERT_OPTIONS[-1] if question.kind is QuestionKind.LIKERT else MOST_OPTIONS
    if count > most:
        raise TrainerError("question.too_many_options", most=most)
    for number, option in enumerate(question.options, 1):
        if not option.text.best(""):
            raise TrainerError("question.blank_option", number=number)
    if question.kind is QuestionKind.LIKERT:
        return
    if question.points > 0 and not question.right_options and any(each.credit for each in question.options):
        raise TrainerError("question.nothing_right")
    if question.kind is QuestionKind.MULTIPLE and question.right_options:
        total = sum(option.credit for option in question.options if option.credit > 0)
        # Thirds are written as 33.33 %: the sum may miss the whole by a hundredth per option.
        if abs(total - WHOLE) > count:
            raise TrainerError("question.credits_not_whole")


def read_bounds(text: str) -> tuple[str, str]:
    """Return the lowest and the highest number of "3", "3,5" or "3..4", with a point in each.

    Raises question.bad_accepted.
    """
    parts = [part.strip().replace(",", ".") for part in text.split(BOUNDS)]
    if len(parts) == 1:
        parts *= 2
    if (
        len(parts) != 2
        or not all(is_number(part) for part in parts)
        or as_fraction(parts[0]) > as_fraction(parts[1])
    ):
        raise TrainerError("question.bad_accepted", text=text)
    return parts[0], parts[1]


STROKE = "|"


def topic_in(topic: str, language: str) -> str:
    """Return what a topic is called in a language."""
    parts = [part.strip() for part in topic.split(STROKE)]
    if not ALWAYS_LISTED <= len(parts) <= len(LANGUAGES):
        return topic.strip()
    return Texts.of_list(parts).best(language)


def topic_of(texts: Texts) -> str:
    """Return the topic that has these names."""
    return f" {STROKE} ".join(texts.as_list())


BLANK = ""
"""Seen, and left blank by whoever filled in the paper."""
LETTERS = "ABCDEFGHIJ"
LONGEST_ANSWER = 4000


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
    if len(tidy) > LONGEST_ANSWER:
        raise TrainerError("answer.too_long", most=LONGEST_ANSWER)
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
