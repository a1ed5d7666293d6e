"""Questions that stand in a file: each with its place, and what becomes of it.

Every question that a reader meets is either taken or refused with a reason; what is no question (notes,
groups of a form) is left out by name. found = taken + refused. Nothing in a file goes without a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import FormKind
from trainer_app.domain.letters import TAJIK_LETTERS, is_cyrillic, is_latin
from trainer_app.domain.numbers import as_fraction
from trainer_app.domain.questions import Question, QuestionKind, check_question, read_bounds
from trainer_app.domain.tables import Severity
from trainer_app.domain.texts import LANGUAGES, Texts

MOST_FOUND = 2000
"""Questions of one file; a form holds 200, a bank some hundred."""
_SHOWN = 80
_TAJIK = frozenset(TAJIK_LETTERS)
_UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]")
_BLANKS = re.compile(r"[^\S\n]+")


class QuestionFormat(StrEnum):
    """How a file writes its questions down."""

    GIFT = "gift"
    AIKEN = "aiken"
    XLSFORM = "xlsform"
    TABLE = "xlsx"
    """The table of our own."""


class Fate(StrEnum):
    """What becomes of something that stands in a file."""

    TAKEN = "taken"
    KNOWN = "known"
    """The bank, or the file further up, has the very same question."""
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    """Not a question: a note, the frame of a group."""


@dataclass(frozen=True)
class Place:
    """Where something stands: `row` is the line of a text or the row of a sheet, `column` a heading."""

    row: int | None = None
    sheet: str = ""
    column: str = ""


@dataclass(frozen=True)
class Trouble:
    """Something wrong or not kept. `values` fill the words of `code`; `value` is what stands there."""

    place: Place
    code: str
    value: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.WARNING

    @property
    def label(self) -> Label:
        """The trouble in words; they may name the value."""
        return Label(self.code, {"value": self.value, **self.values})


@dataclass(frozen=True)
class Found:
    """One thing in a file. `words` are how it begins there; `known` is the key of the same question here."""

    place: Place
    fate: Fate
    words: str
    question: Question | None = None
    troubles: tuple[Trouble, ...] = ()
    known: str = ""


@dataclass(frozen=True)
class FormDraft:
    """What a file says of the form as a whole."""

    title: Texts = field(default_factory=Texts)
    intro: Texts = field(default_factory=Texts)
    kind: FormKind | None = None
    shuffled: bool = False


@dataclass(frozen=True)
class QuestionFile:
    """All that stands in a file, in order. `language` is that of texts whose language the file does not say.

    It is empty where the file names the language of each of its texts.
    """

    name: str
    format: QuestionFormat
    lines: tuple[Found, ...]
    troubles: tuple[Trouble, ...] = ()
    language: str = ""
    form: FormDraft = field(default_factory=FormDraft)

    def count(self, *fates: Fate) -> int:
        """Return how many lines have one of these fates."""
        return sum(line.fate in fates for line in self.lines)

    @property
    def found(self) -> int:
        """How many questions there are: taken, known and refused together."""
        return len(self.lines) - self.count(Fate.LEFT_OUT)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are taken, in order."""
        return tuple(line.question for line in self.lines if line.question and line.fate is Fate.TAKEN)

    @property
    def all_troubles(self) -> tuple[Trouble, ...]:
        """Every trouble: of the file, then of its lines in order."""
        return self.troubles + tuple(each for line in self.lines for each in line.troubles)


def tidy(text: str) -> str:
    """Return a text as it is kept: NFC, no signs that cannot be seen, no blanks at the ends of its lines."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if any("\ud800" <= letter <= "\udfff" for letter in composed):
        composed = composed.encode("utf-8", "replace").decode()
    lines = (_BLANKS.sub(" ", line).strip() for line in _UNWANTED.sub("", composed).split("\n"))
    # What was taken out may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def line_of(text: str) -> str:
    """Return a text as one line: for names and topics."""
    return " ".join(tidy(text).split())


def shown(text: str) -> str:
    """Return the beginning of a text, for lists and troubles."""
    line = line_of(text[: 4 * _SHOWN])
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def guess_language(texts: Iterable[str]) -> str:
    """Return the language that texts are most probably written in, by their letters."""
    tajik = russian = english = 0
    for text in texts:
        if _TAJIK & set(text.lower()):
            tajik += 1
        elif is_cyrillic(text):
            russian += 1
        elif is_latin(text):
            english += 1
    if tajik:
        return "tg"
    return "ru" if russian >= english and russian else "en" if english else "tg"


def in_language(text: str, language: str) -> Texts:
    """Return a text of one language."""
    return Texts(**{language: text})


def judge(place: Place, words: str, question: Question, troubles: Sequence[Trouble] = ()) -> Found:
    """Take a question, or refuse it with the reason why it could not be asked or scored."""
    try:
        check_question(question)
    except TrainerError as problem:
        # The same rule as in the editor, in words for somebody who looks at a file.
        code = f"question_file.bad.{problem.code.partition('.')[2]}"
        reason = Trouble(place, code, shown(words), problem.values, Severity.REFUSED)
        return Found(place, Fate.REFUSED, shown(words), None, (reason, *troubles))
    return Found(place, Fate.TAKEN, shown(words), question, tuple(troubles))


def refuse(
    place: Place, words: str, code: str, troubles: Sequence[Trouble] = (), value: str = "", **values: object
) -> Found:
    """Refuse a question, the reason first."""
    reason = Trouble(place, code, shown(value or words), values, Severity.REFUSED)
    return Found(place, Fate.REFUSED, shown(words), None, (reason, *troubles))


def leave_out(place: Place, words: str, code: str, **values: object) -> Found:
    """Leave out what is no question."""
    return Found(place, Fate.LEFT_OUT, shown(words), None, (Trouble(place, code, shown(words), values),))


def recognise(file: QuestionFile, bank: Sequence[Question]) -> QuestionFile:
    """Return the file with those of its questions marked that the bank has, or that stood further up.

    Only texts that the file has are compared: a file in Russian knows its question again in a bank where it
    stands in three languages. What differs and is neither asked nor scored is told.
    """
    known: dict[object, Question] = {}
    for each in bank:
        for language in _languages(each):
            known.setdefault((language, _asked(each, language)), each)
    lines = []
    for line in file.lines:
        question = line.question
        if question is None or line.fate is not Fate.TAKEN:
            lines.append(line)
            continue
        same = _find(question, known)
        if same is None:
            for language in _languages(question):
                known.setdefault((language, _asked(question, language)), question)
            lines.append(line)
            continue
        lines.append(_known(line, question, same))
    return replace(file, lines=tuple(lines))


def _find(question: Question, known: Mapping[object, Question]) -> Question | None:
    """Return the question that is the same in every language of this one."""
    found = [known.get((language, _asked(question, language))) for language in _languages(question)]
    first = found[0] if found else None
    return first if first is not None and all(each is first for each in found) else None


def _known(line: Found, question: Question, same: Question) -> Found:
    code = "question_file.known" if same.key else "question_file.twice"
    troubles = [Trouble(line.place, code, line.words), *line.troubles]
    if same.key:
        differing = [name for name in ("name", "topic") if getattr(question, name) != getattr(same, name)]
        languages = _languages(question)
        if any(_differ(question.explanation, same.explanation, each) for each in languages):
            differing.append("explanation")
        pairs = list(zip(question.options, same.options, strict=True))
        if any(_differ(own.note, other.note, each) for own, other in pairs for each in languages):
            differing.append("notes")
        for name in differing:
            troubles.append(Trouble(line.place, f"question_file.known_differs.{name}", line.words))
    return replace(line, fate=Fate.KNOWN, known=same.key, troubles=tuple(troubles))


def _differ(own: Texts, other: Texts, language: str) -> bool:
    return bool(getattr(own, language)) and getattr(own, language) != getattr(other, language)


def _languages(question: Question) -> tuple[str, ...]:
    """Return the languages in which a question has words."""
    return tuple(each for each in LANGUAGES if getattr(question.text, each))


def _asked(question: Question, language: str) -> object:
    """Return what is asked and what is right, in one language."""
    return (
        question.kind,
        getattr(question.text, language),
        tuple((getattr(option.text, language), option.credit) for option in question.options),
        tuple((_value(question, accepted.value), accepted.credit) for accepted in question.accepted),
        question.points,
        question.fixed_order,
    )


def _value(question: Question, value: str) -> object:
    """Return an answer that is accepted; numbers are the same however they are written."""
    if question.kind is not QuestionKind.NUMBER:
        return value
    try:
        low, high = read_bounds(value)
    except TrainerError:
        return value
    return as_fraction(low), as_fraction(high)
