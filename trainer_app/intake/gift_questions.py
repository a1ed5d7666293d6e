"""Reads one question in GIFT: name, words, and what stands between its braces."""

import re
from dataclasses import dataclass
from fractions import Fraction

from trainer_app.domain.amounts import WHOLE, round_half_up
from trainer_app.domain.question_drafts import (
    Found,
    Place,
    Trouble,
    in_language,
    judge,
    line_of,
    refuse,
    shown,
    tidy,
)
from trainer_app.domain.questions import POINT, Accepted, Option, Question, QuestionKind
from trainer_app.domain.texts import Texts
from trainer_app.intake.gift_numbers import read_accepted_number
from trainer_app.intake.markup import has_markup, plain_html, plain_markdown

_ESCAPED = "\\:#={}~n"
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_PLACED = re.compile("[\ud800-\ud807]")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:[.,][0-9]{0,20})?)%")
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")
TRUE, FALSE = Texts("Дуруст", "Верно", "True"), Texts("Нодуруст", "Неверно", "False")
_GAP = "_____"
_MOST_ANSWERS = 50


@dataclass(frozen=True)
class Extras:
    """What stands around a question: the language of its texts, its topic, and what our remarks say."""

    language: str
    topic: str = ""
    kind: str = ""
    points: int | None = None
    fixed: bool | None = None


def escape(text: str) -> str:
    r"""Return a text in which \: \# \= \{ \} \~ \\ \n are signs that no file can hold."""
    return _ESCAPE.sub(lambda found: chr(0xD800 + _ESCAPED.index(found[1])), text)


def restore(text: str) -> str:
    """Return a text with what was escaped put back."""

    def back(found: re.Match[str]) -> str:
        sign = _ESCAPED[ord(found[0]) - 0xD800]
        return "\n" if sign == "n" else sign

    return _PLACED.sub(back, text)


def read_question(text: str, place: Place, extras: Extras) -> Found:
    """Read one question whose text was escaped."""
    name, text = _name(text)
    words = restore(text.partition("{")[0]) or name
    opening, closing = text.count("{"), text.count("}")
    if not opening and not closing:
        return refuse(place, words, "question_file.description")
    if (opening, closing) != (1, 1) or text.index("{") > text.index("}"):
        return refuse(place, words, "question_file.braces", value=restore(text))
    before, _, rest = text.partition("{")
    inside, _, after = rest.partition("}")
    gap = _GAP if after.strip() else ""
    return _Reader(place, extras, name, f"{before}{gap}{after}").read(inside.strip())


def _name(text: str) -> tuple[str, str]:
    """Part the name of a question from the rest."""
    if not text.startswith("::"):
        return "", text
    name, found, rest = text[2:].partition("::")
    return (line_of(restore(name)), rest.strip()) if found else ("", text[2:])


class _Reader:
    """Reads what stands in the braces of one question."""

    def __init__(self, place: Place, extras: Extras, name: str, words: str) -> None:
        self._place, self._extras = place, extras
        self._troubles: list[Trouble] = []
        self._format = "moodle"
        words, self._format = self._part_format(words.strip())
        self._words = self._plain(words, self._format)
        self._name = name

    def read(self, inside: str) -> Found:
        """Return what becomes of the question."""
        answers, _, general = inside.rpartition("####") if "####" in inside else (inside, "", "")
        answers = answers.strip()
        self._explanation = self._text(general)
        kind = self._extras.kind
        if not answers:
            number = kind == QuestionKind.NUMBER
            return self._taken(QuestionKind.NUMBER if number else QuestionKind.TEXT)
        if max(map(answers.count, "=~")) > _MOST_ANSWERS:
            # More than any question may have; they need not be looked at one by one.
            code, most = "question_file.too_many_answers", _MOST_ANSWERS
            return refuse(self._place, self._words, code, self._troubles, most=most)
        if answers.startswith("#"):
            return self._number(answers[1:])
        if "~" in answers:
            return self._choice(answers)
        if "=" in answers and "->" in answers and kind != QuestionKind.TEXT:
            return refuse(self._place, self._words, "question_file.matching", self._troubles)
        bare = answers.partition("#")[0].strip()
        if bare in _TRUE + _FALSE:
            return self._true_or_false(answers, right=bare in _TRUE)
        return self._short(answers)

    def _taken(
        self,
        kind: QuestionKind,
        options: tuple[Option, ...] = (),
        accepted: tuple[Accepted, ...] = (),
        *,
        fixed: bool = False,
    ) -> Found:
        extras = self._extras
        question = Question(
            key="",
            kind=kind,
            text=in_language(self._words, extras.language),
            options=options,
            accepted=accepted,
            points=POINT if extras.points is None else extras.points,
            name=self._name,
            topic=extras.topic,
            explanation=in_language(self._explanation, extras.language),
            fixed_order=fixed if extras.fixed is None else extras.fixed,
        )
        return judge(self._place, self._words or self._name, question, self._troubles)

    def _choice(self, answers: str) -> Found:
        single = "=" in answers
        options = []
        for piece in _pieces(answers.replace("=", "~="), "~"):
            right = piece.startswith("=")
            credit, rest = _weight(piece.removeprefix("=").strip(), WHOLE if right else 0)
            if right and credit != WHOLE:
                self._note("question_file.weight_after_equals", restore(piece))
            text, note = self._commented(rest)
            options.append(Option(self._in_language(text), credit, self._in_language(note)))
        kind = QuestionKind.SINGLE if single else QuestionKind.MULTIPLE
        if self._extras.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.LIKERT):
            kind = QuestionKind(self._extras.kind)
        elif not any(option.credit for option in options):
            kind = QuestionKind.SINGLE
            self._note("question_file.nothing_right", self._words)
        return self._taken(kind, tuple(options))

    def _true_or_false(self, answers: str, *, right: bool) -> Found:
        _, *comments = answers.split("#", 2)
        notes = [self._in_language(self._text(each)) for each in comments] + [Texts(), Texts()]
        wrong_note, right_note = notes[0], notes[1]
        options = (
            Option(TRUE, WHOLE if right else 0, right_note if right else wrong_note),
            Option(FALSE, 0 if right else WHOLE, wrong_note if right else right_note),
        )
        return self._taken(QuestionKind.SINGLE, options, fixed=True)

    def _short(self, answers: str) -> Found:
        accepted = []
        for piece in _pieces(answers, "="):
            credit, rest = _weight(piece, WHOLE)
            if "\\*" in rest:
                self._note("question_file.literal_star", restore(rest))
                rest = rest.replace("\\*", "*")
            text, note = self._commented(rest)
            self._lose_note(note)
            accepted.append(Accepted(text, credit))
        return self._taken(QuestionKind.TEXT, accepted=tuple(accepted))

    def _number(self, answers: str) -> Found:
        right, _, wrong = answers.partition("~")
        if wrong:
            self._lose_note(self._text(wrong.partition("#")[2]))
        accepted = []
        for piece in _pieces(right, "="):
            credit, rest = _weight(piece, WHOLE)
            text, _, comment = rest.partition("#")
            self._lose_note(self._text(comment))
            text = restore(text).strip()
            if text == "*" and credit <= 0:
                continue
            value = read_accepted_number(text)
            if value is None:
                code = "question_file.bad.bad_accepted"
                return refuse(self._place, self._words, code, self._troubles, text=shown(text))
            accepted.append(Accepted(value, credit))
        if not accepted:
            return refuse(self._place, self._words, "question_file.no_number", self._troubles)
        return self._taken(QuestionKind.NUMBER, accepted=tuple(accepted))

    def _commented(self, text: str) -> tuple[str, str]:
        """Part an answer from what is told to whoever gives it."""
        answer, _, comment = text.partition("#")
        return self._text(answer), self._text(comment)

    def _text(self, text: str) -> str:
        """Return a text that may name its format; it has that of the question otherwise."""
        text, form = self._part_format(text.strip())
        return self._plain(text, form)

    def _part_format(self, text: str) -> tuple[str, str]:
        found = _FORMAT.match(text)
        return (text[found.end() :], found[1]) if found else (text, self._format)

    def _plain(self, text: str, form: str) -> str:
        text = restore(text)
        lost: list[Trouble] = []
        if form == "html" or (form == "moodle" and has_markup(text)):
            text, lost = plain_html(text, self._place, wrapped=form == "html")
        elif form == "markdown":
            text, lost = plain_markdown(text, self._place)
        known = {each.code for each in self._troubles}
        self._troubles += [each for each in lost if each.code not in known]
        return tidy(text)

    def _in_language(self, text: str) -> Texts:
        return in_language(text, self._extras.language)

    def _lose_note(self, note: str) -> None:
        if note:
            self._note("question_file.note_not_kept", note)

    def _note(self, code: str, value: str) -> None:
        if not any(each.code == code for each in self._troubles):
            self._troubles.append(Trouble(self._place, code, shown(value)))


def _pieces(text: str, sign: str) -> list[str]:
    """Return the answers that a sign begins; what stands before the first sign is one too, if anything."""
    first, *rest = text.split(sign)
    return [piece.strip() for piece in ([first] if first.strip() else []) + rest]


def _weight(text: str, usual: int) -> tuple[int, str]:
    """Part the worth of an answer, such as %50%, from the answer."""
    found = _WEIGHT.match(text)
    if found is None:
        return usual, text
    return round_half_up(Fraction(found[1].replace(",", ".").rstrip(".")) * 100), text[found.end() :]
