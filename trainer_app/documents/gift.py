"""Questions as a text in GIFT, the format of Moodle: in one language, everything else in our own remarks.

Moodle passes over remarks; this program reads from those that begin with //! what GIFT has no sign for
(scales, points, fixed order, topics with odd names).
"""

from collections.abc import Iterable
from fractions import Fraction

import msgspec

from trainer_app.domain.amounts import WHOLE, round_half_up
from trainer_app.domain.questions import (
    CHOICES,
    POINT,
    Option,
    Question,
    QuestionKind,
    missing_texts,
    read_bounds,
)

_RESERVED = str.maketrans({sign: f"\\{sign}" for sign in "\\:#=~{}"} | {"\n": "\\n"})
# Moodle knows these shares only, and asks for five decimals of them.
_SHARES = ("83.33333", "66.66667", "33.33333", "16.66667", "14.28571", "11.11111")
_EXACT = {round_half_up(Fraction(share) * 100): share for share in _SHARES}


def write_gift(questions: Iterable[Question], language: str) -> bytes:
    """Return those questions that have all their words in a language, as UTF-8."""
    blocks = [f"// Trainer App\n{_remark({'language': language})}"]
    topic = ""
    for question in questions:
        if missing_texts(question, (language,)):
            continue
        if question.topic and question.topic != topic and _is_path(question.topic):
            topic = question.topic
            blocks.append(f"$CATEGORY: $course$/top/{topic.replace('/', '//')}")
        blocks.append(_Writer(question, language, topic).text())
    return ("\n\n".join(blocks) + "\n").encode()


def _is_path(topic: str) -> bool:
    """Tell whether a topic can be the last part of a path of categories."""
    return not topic.startswith("/") and not topic.endswith("/")


def _remark(said: dict[str, object]) -> str:
    return f"//! {msgspec.json.encode(said).decode()}"


class _Writer:
    """Writes one question."""

    def __init__(self, question: Question, language: str, topic: str) -> None:
        self._question, self._language, self._topic = question, language, topic
        texts = [question.text, question.explanation]
        texts += [each for option in question.options for each in (option.text, option.note)]
        words = [self._in_language(each) for each in texts] + [each.value for each in question.accepted]
        # Signs of web pages are meant as they stand.
        self._plain = any("<" in each or "&" in each or each.startswith("[") for each in words)

    def text(self) -> str:
        """Return the question with its remark and name."""
        question, words = self._question, self._in_language(self._question.text)
        said: dict[str, object] = {}
        if self._kind_is_unsaid():
            said["kind"] = question.kind.value
        if question.points != POINT:
            said["points"] = question.points
        if question.fixed_order:
            said["fixed"] = True
        if question.topic != self._topic:
            said["topic"] = question.topic
        name = f"::{_escaped(question.name)}::" if question.name else ""
        plain = self._plain or words.startswith(("//", "$"))
        head = f"{name}{'[plain]' if plain else ''}{_escaped(words)}{{"
        explanation = self._in_language(question.explanation)
        lines = self._answers()
        lines += [f"\t####{self._part(explanation)}"] if explanation else []
        sign = "#" if question.kind is QuestionKind.NUMBER and question.accepted else ""
        body = "\n".join([f"{head}{sign}", *lines, "}"]) if lines else f"{head}}}"
        return f"{_remark(said)}\n{body}" if said else body

    def _kind_is_unsaid(self) -> bool:
        """Tell whether a reader would take the question for another kind."""
        question = self._question
        if question.kind is QuestionKind.SINGLE:
            return not self._has_equals()
        if question.kind is QuestionKind.MULTIPLE:
            return not any(option.credit for option in question.options)
        if question.kind is QuestionKind.TEXT:
            return any("->" in accepted.value for accepted in question.accepted)
        return question.kind is QuestionKind.LIKERT or not question.accepted

    def _has_equals(self) -> bool:
        """Tell whether = marks the right options of a single choice: some are right, others are not."""
        question = self._question
        whole = [option for option in question.options if option.credit == WHOLE]
        odd = any(self._in_language(option.text).startswith("%") for option in whole)
        single = question.kind is QuestionKind.SINGLE
        return single and not odd and 0 < len(whole) < len(question.options)

    def _answers(self) -> list[str]:
        question = self._question
        if question.kind in CHOICES:
            return [self._option(option) for option in question.options]
        if question.kind is QuestionKind.NUMBER:
            values = ["..".join(dict.fromkeys(read_bounds(each.value))) for each in question.accepted]
        else:
            values = [self._part(each.value) for each in question.accepted]
        return [
            f"\t={_weight(each.credit) if each.credit != WHOLE or value.startswith('%') else ''}{value}"
            for each, value in zip(question.accepted, values, strict=True)
        ]

    def _option(self, option: Option) -> str:
        text, note = self._in_language(option.text), self._in_language(option.note)
        if option.credit == WHOLE and self._has_equals():
            sign = "="
        elif option.credit or text.startswith("%"):
            sign = f"~{_weight(option.credit)}"
        else:
            sign = "~"
        return f"\t{sign}{self._part(text)}{f'#{self._part(note)}' if note else ''}"

    def _part(self, text: str) -> str:
        """Return an answer or a note; it has the format of the question unless it says otherwise."""
        return f"{'[plain]' if text.startswith('[') else ''}{_escaped(text)}"

    def _in_language(self, texts: object) -> str:
        return str(getattr(texts, self._language))


def _escaped(text: str) -> str:
    return text.translate(_RESERVED)


def _weight(credit: int) -> str:
    """Return what an answer is worth: 3333 -> "%33.33333%"."""
    share = _EXACT.get(abs(credit))
    if share is None:
        whole, rest = divmod(abs(credit), 100)
        share = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
    return f"%{'-' if credit < 0 else ''}{share}%"
