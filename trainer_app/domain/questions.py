"""Questions of the bank: what is asked, what may be answered, what an answer is worth.

Credits are hundredths of a per cent of a question's points (10000 = all of them, -5000 = half of them taken
away), points are hundredths of a point. A question is frozen with the first form in which it was used; a
change then makes a new question that names the old one as `previous`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.numbers import as_fraction, is_number
from trainer_app.domain.texts import LANGUAGES, Texts

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


def missing_texts(question: Question, languages: tuple[str, ...] = LANGUAGES) -> list[MissingText]:
    """Return the texts of a question that are missing in some of the languages."""
    parts = [
        (0, question.text),
        *((number, option.text) for number, option in enumerate(question.options, 1)),
    ]
    return [
        MissingText(question.key, language, number)
        for number, texts in parts
        for language in languages
        if not getattr(texts, language).strip()
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
    return all(
        getattr(before, language) in ("", getattr(after, language))
        for before, after in pairs
        for language in LANGUAGES
    )


def check_question(question: Question) -> None:
    """Refuse a question that could not be asked or scored.

    Raises question.no_text, text_too_long, too_long_together, points_out_of_range, too_few_options,
    too_many_options, blank_option, nothing_right, credits_not_whole, credit_out_of_range, bad_accepted.
    """
    if not question.text.best(""):
        raise TrainerError("question.no_text")
    texts = [question.text, question.explanation, *(option.text for option in question.options)]
    if any(len(getattr(each, language)) > MOST_LETTERS for each in texts for language in LANGUAGES):
        raise TrainerError("question.text_too_long", most=MOST_LETTERS)
    texts += [option.note for option in question.options]
    words = [[each.tg, each.ru, each.en] for each in texts]
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
