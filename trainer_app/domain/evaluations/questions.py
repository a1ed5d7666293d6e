"""Questions of the bank, their kinds and topics, and answers: what may be answered and what it is worth.

What is particular to one kind of question stands in its handler (`HANDLERS`); nothing else asks which kind it
is. A new kind is a member of `QuestionKind` and a handler; how it is shown is said in
`ui.evaluations.question_kinds`, how it is printed in `documents.evaluations.question_layout`, its words in
`messages/question.json`.

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
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

import msgspec
from msgspec import Struct, field

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


UNKNOWN_KIND = QuestionKind.TEXT
"""Stands for a kind that only a newer version of the program knows: what is written can always be read."""


class Option(Struct, frozen=True):
    """One option. `note` is what is told to somebody who chose it, where such a thing is told."""

    text: Texts
    credit: int = 0
    note: Texts = field(default_factory=Texts)


class Accepted(Struct, frozen=True):
    """An answer that is worth something: a number ("3.5"), bounds ("3..4"), or words; * is any letters."""

    value: str
    credit: int = WHOLE


class Question(Struct, frozen=True):
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
        return self.handler.scored(self)

    @property
    def handler(self) -> "KindHandler":
        """What is particular to its kind."""
        return HANDLERS[self.kind]

    @property
    def right_options(self) -> frozenset[int]:
        """Numbers of the options, from 1, that give credit."""
        return frozenset(number for number, option in enumerate(self.options, 1) if option.credit > 0)


BLANK = ""
"""Seen, and left blank by whoever filled in the paper."""
LETTERS = "ABCDEFGHIJ"
LONGEST_ANSWER = 4000


def options_text(chosen: Iterable[int]) -> str:
    """Return chosen options (numbers from 1) as an answer: {3, 1} -> "1,3"."""
    return ",".join(str(number) for number in sorted(set(chosen)))


@lru_cache(maxsize=1024)
def chosen_options(answer: str) -> tuple[int, ...]:
    """Return the numbers of the options of an answer; none for a blank one or one that is not a choice."""
    parts = answer.split(",") if answer else []
    return (
        tuple(int(part) for part in parts) if all(re.fullmatch("[0-9]{1,2}", part) for part in parts) else ()
    )


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


class KindHandler(ABC):
    """What is particular to questions of one kind."""

    has_options = False
    """Answered by choosing options; otherwise typed."""
    several = False
    """More than one option may be chosen."""
    is_scale = False
    """The options are steps, the lowest first: nothing is right, and their order stays."""
    numeric = False
    """The answer is a number; bounds may be accepted."""
    free_text = False
    """Answered in somebody's own words."""
    most_options = MOST_OPTIONS
    counted_as: QuestionKind
    """The kind by whose rule an answer is worth something: `FORMAT.md` tells it to other programs."""
    gift: str | None = None
    """The sign of the answers by which GIFT knows the kind; one without is told in a remark of ours."""
    xlsform: tuple[str, str]
    """Type and appearance of its row in an XLSForm. No other kind has the same, nor the same sign of GIFT."""
    example: tuple[Accepted, ...] = ()
    """What is accepted in `question.example.<kind>`; none where a standard form has an example."""

    def scored(self, question: Question) -> bool:
        """Tell whether an answer can be right."""
        return bool(question.accepted)

    @abstractmethod
    def check(self, question: Question) -> None:
        """Refuse options and accepted answers that could not be asked or scored; see `check_question`."""

    @abstractmethod
    def tidy_answer(self, question: Question, answer: str) -> str:
        """Return an answer that is not blank as it is stored; refuse one that cannot be given."""

    def read_printed(self, question: Question, typed: str, order: Sequence[int]) -> str:
        """Return as an answer what was typed from a paper with its `order` of options."""
        return typed

    @abstractmethod
    def credit(self, question: Question, answer: str) -> Fraction:
        """Return what an answer that is not blank is worth, from 0 to 1; the question is scored."""

    def spread_credits(self, right: Sequence[bool]) -> tuple[int, ...]:
        """Return what each option is worth when all right ones are worth the same."""
        return (0,) * len(right)

    def spreads_evenly(self, credits: Sequence[int]) -> bool:
        """Tell whether options are worth what `spread_credits` gives them."""
        return tuple(credits) == self.spread_credits([credit > 0 for credit in credits])

    def marks(self, count: int) -> tuple[str, ...]:
        """Return what a paper prints in the boxes of so many options."""
        return tuple(LETTERS[:count])

    def option_counts(self, question: Question, answers: Sequence[str]) -> tuple[int, ...]:
        """Return how many of the answers choose each option."""
        return ()

    def numbers(self, answers: Sequence[str]) -> list[Fraction]:
        """Return the answers that are numbers, where numbers are summed up."""
        return []

    def plain_accepted(self, value: str) -> str:
        """Return what is accepted as it is written in a file."""
        return value

    def same_accepted(self, value: str) -> object:
        """Return what is the same for two spellings of what is accepted."""
        return value

    def read_accepted(self, value: str) -> str:
        """Return what a cell says is accepted."""
        return value


class _Choice(KindHandler):
    """Answered by choosing options."""

    has_options = True

    def scored(self, question: Question) -> bool:
        return any(option.credit > 0 for option in question.options)

    def check(self, question: Question) -> None:
        if len(question.options) < 2:
            raise TrainerError("question.too_few_options")
        if len(question.options) > self.most_options:
            raise TrainerError("question.too_many_options", most=self.most_options)
        for number, option in enumerate(question.options, 1):
            if not option.text.best(""):
                raise TrainerError("question.blank_option", number=number)
        self._check_credits(question)

    def _check_credits(self, question: Question) -> None:
        credits = [option.credit for option in question.options]
        if question.points > 0 and any(credits) and max(credits) <= 0:
            raise TrainerError("question.nothing_right")

    def tidy_answer(self, question: Question, answer: str) -> str:
        chosen = chosen_options(answer)
        if not chosen or not all(1 <= number <= len(question.options) for number in chosen):
            raise TrainerError("answer.no_such_option", text=answer, count=len(question.options))
        return options_text(chosen)

    def read_printed(self, question: Question, typed: str, order: Sequence[int]) -> str:
        shown = order or range(1, len(question.options) + 1)
        places = [_place(mark) for mark in typed.upper() if mark not in " ,"]
        if not all(0 <= place < len(shown) for place in places):
            raise TrainerError("answer.no_such_option", text=typed, count=len(shown))
        return options_text(shown[place] for place in places)

    def credit(self, question: Question, answer: str) -> Fraction:
        worth = [option.credit for option in question.options]
        chosen = frozenset(chosen_options(answer))
        return _share(sum(worth[number - 1] for number in chosen if number <= len(worth)))

    def option_counts(self, question: Question, answers: Sequence[str]) -> tuple[int, ...]:
        chosen = [chosen_options(answer) for answer in answers]
        return tuple(sum(number in each for each in chosen) for number in range(1, len(question.options) + 1))


class _SingleChoice(_Choice):
    """One of the options; two ticks are worth nothing."""

    counted_as = QuestionKind.SINGLE
    gift: str | None = "="
    xlsform = "select_one", ""

    def credit(self, question: Question, answer: str) -> Fraction:
        return super().credit(question, answer) if len(set(chosen_options(answer))) == 1 else Fraction(0)

    def spread_credits(self, right: Sequence[bool]) -> tuple[int, ...]:
        return tuple(WHOLE if each else 0 for each in right)


class _MultipleChoice(_Choice):
    """Any of the options: the sum of their credits, never below nothing."""

    several = True
    counted_as = QuestionKind.MULTIPLE
    gift: str | None = "~"
    xlsform = "select_multiple", ""

    def _check_credits(self, question: Question) -> None:
        super()._check_credits(question)
        if question.right_options:
            total = sum(option.credit for option in question.options if option.credit > 0)
            # Thirds are written as 33.33 %: the sum may miss the whole by a hundredth per option.
            if abs(total - WHOLE) > len(question.options):
                raise TrainerError("question.credits_not_whole")

    def credit(self, question: Question, answer: str) -> Fraction:
        # Exactly the right options are worth all, whatever thirds round to.
        exact = frozenset(chosen_options(answer)) == question.right_options
        return Fraction(1) if exact else super().credit(question, answer)

    def spread_credits(self, right: Sequence[bool]) -> tuple[int, ...]:
        # The right ones share the whole and the wrong ones take it away: ticking all is worth nothing.
        if not any(right):
            return (0,) * len(right)
        shares = {True: iter(_shares(sum(right))), False: iter(_shares(len(right) - sum(right)))}
        return tuple(next(shares[True]) if each else -next(shares[False]) for each in right)


class _LikertScale(_Choice):
    """One step of a scale."""

    is_scale = True
    most_options = LIKERT_OPTIONS[-1]
    counted_as = QuestionKind.LIKERT
    xlsform = "select_one", "likert"

    def scored(self, question: Question) -> bool:
        return False

    def _check_credits(self, question: Question) -> None:
        """Accept any: nothing is right."""

    def marks(self, count: int) -> tuple[str, ...]:
        return tuple(str(step) for step in range(1, count + 1))

    def option_counts(self, question: Question, answers: Sequence[str]) -> tuple[int, ...]:
        """Leave out double ticks: they are no step."""
        return super().option_counts(question, [each for each in answers if len(chosen_options(each)) == 1])


class _NumberAnswer(KindHandler):
    """A number, right within bounds."""

    numeric = True
    counted_as = QuestionKind.NUMBER
    gift: str | None = "#"
    xlsform = "decimal", ""
    example: tuple[Accepted, ...] = (Accepted("24"), Accepted("23..25", WHOLE // 2))

    def check(self, question: Question) -> None:
        for accepted in question.accepted:
            read_bounds(accepted.value)

    def tidy_answer(self, question: Question, answer: str) -> str:
        number = answer.replace(",", ".").replace("\N{MINUS SIGN}", "-").replace(" ", "")
        if not is_number(number):
            raise TrainerError("answer.not_a_number", text=answer)
        return number

    def credit(self, question: Question, answer: str) -> Fraction:
        return _best(question, (_within(each.value, answer) for each in question.accepted))

    def numbers(self, answers: Sequence[str]) -> list[Fraction]:
        return [as_fraction(answer) for answer in answers if is_number(answer)]

    def plain_accepted(self, value: str) -> str:
        bounds = _bounds(value)
        return BOUNDS.join(dict.fromkeys(bounds)) if bounds is not None else value

    def same_accepted(self, value: str) -> object:
        bounds = _bounds(value)
        return tuple(map(as_fraction, bounds)) if bounds is not None else value

    def read_accepted(self, value: str) -> str:
        return value.replace(",", ".").replace("\N{MINUS SIGN}", "-")


class _TextAnswer(KindHandler):
    """Words; without any that are accepted the question is an open one."""

    free_text = True
    counted_as = QuestionKind.TEXT
    gift: str | None = ""
    xlsform = "text", ""

    def check(self, question: Question) -> None:
        """Accept any words."""

    def tidy_answer(self, question: Question, answer: str) -> str:
        if len(answer) > LONGEST_ANSWER:
            raise TrainerError("answer.too_long", most=LONGEST_ANSWER)
        return answer

    def credit(self, question: Question, answer: str) -> Fraction:
        return _best(question, (_matches(each.value, answer) for each in question.accepted))


HANDLERS: Mapping[QuestionKind, KindHandler] = {
    QuestionKind.SINGLE: _SingleChoice(),
    QuestionKind.MULTIPLE: _MultipleChoice(),
    QuestionKind.LIKERT: _LikertScale(),
    QuestionKind.NUMBER: _NumberAnswer(),
    QuestionKind.TEXT: _TextAnswer(),
}


def _place(mark: str) -> int:
    """Return the place from 0 of what is printed in a box; -1 for what is no mark."""
    if mark in "0123456789":
        return (int(mark) - 1) % 10
    return LETTERS.find(mark)


def _shares(count: int) -> list[int]:
    """Return the whole in as many parts, the first ones larger by the least where it does not divide."""
    least, larger = divmod(WHOLE, count) if count else (0, 0)
    return [least + (place < larger) for place in range(count)]


@lru_cache(maxsize=1024)
def _share(credit: int) -> Fraction:
    return min(max(Fraction(credit, WHOLE), Fraction(0)), Fraction(1))


def _best(question: Question, fits: Iterable[bool]) -> Fraction:
    credits = [each.credit for each, fit in zip(question.accepted, fits, strict=True) if fit]
    return _share(max(credits, default=0))


def _within(bounds: str, answer: str) -> bool:
    # A question from elsewhere may accept what is no number: then nothing is right, and no figure fails.
    found = _bounds(bounds)
    if found is None or not is_number(answer):
        return False
    return as_fraction(found[0]) <= as_fraction(answer) <= as_fraction(found[1])


def _bounds(text: str) -> tuple[str, str] | None:
    """Return what `read_bounds` does, None where it would refuse."""
    try:
        return read_bounds(text)
    except TrainerError:
        return None


def _matches(pattern: str, answer: str) -> bool:
    """Compare words without regard to case and spaces; * stands for any letters."""
    parts = [re.escape(_plain(part)) for part in pattern.split("*")]
    return re.fullmatch(".*".join(parts), _plain(answer), re.DOTALL) is not None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class MissingText(Struct, frozen=True):
    """A text that is missing in a language. `option`: its number, 0 for the question itself."""

    question: str
    language: str
    option: int = 0


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
    question.handler.check(question)


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


def check_answer(question: Question, answer: str) -> str:
    """Return an answer as it is stored. Raises answer.no_such_option, not_a_number, too_long."""
    tidy = unicodedata.normalize("NFC", answer.replace("\x00", "")).strip()
    if not tidy:
        return BLANK
    return question.handler.tidy_answer(question, tidy)


def credit_of(question: Question, answer: str | None) -> Fraction | None:
    """Return what an answer is worth, from 0 to 1 of the question's points; None where nothing is right."""
    if not question.scored:
        return None
    return question.handler.credit(question, answer) if answer else Fraction(0)


def points_of(questions: Sequence[Question], answers: Mapping[str, str]) -> Fraction:
    """Return the points of a paper, in hundredths of a point, not rounded. `answers` go by question key."""
    whole, parts = 0, Fraction(0)
    for question in questions:
        credit = credit_of(question, answers.get(question.key))
        if credit is None:
            continue
        # Nearly all are right or wrong: then without fractions.
        if credit.denominator == 1:
            whole += credit.numerator * question.points
        else:
            parts += credit * question.points
    return whole + parts


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
    return len(question.options) > 1 and not question.fixed_order and not question.handler.is_scale


def option_marks(question: Question) -> tuple[str, ...]:
    """Return what a paper prints in the boxes of a question, from the first to the last: A B C, or 1 2 3.

    Scales are numbered from the lowest step on; the options of other questions have letters.
    """
    return question.handler.marks(len(question.options))


def read_printed(question: Question, text: str, order: Sequence[int] = ()) -> str:
    """Return as an answer what was typed from a paper: "B", "AC", a number, words; "-" and "." are blank.

    Letters and digits are places on the paper, whose `order` of options is given; 0 is the tenth.
    Raises answer.no_such_option and what `check_answer` raises.
    """
    typed = text.strip()
    if typed in ("", "-", "."):
        return BLANK
    return check_answer(question, question.handler.read_printed(question, typed, order))


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
