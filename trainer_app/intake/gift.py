"""Reads questions in GIFT, the text format of Moodle.

Blank lines part the questions; // begins a remark; $CATEGORY names where the questions below it belong.
Remarks that begin with //! are this program's own: they hold as JSON what GIFT has no syntax for. Numbers are
a value, a value with a tolerance, or bounds; all exact.
"""

import re
from decimal import Context, Decimal
from fractions import Fraction
from pathlib import Path

import msgspec
from msgspec import Struct, field

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import WHOLE, is_number, round_half_up
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts, words
from trainer_app.domain.evaluations.question_files import (
    MOST_FOUND,
    FilePosition,
    QuestionDraft,
    QuestionFile,
    QuestionFormat,
    QuestionProblem,
    clean_lines,
    excerpt,
    guess_language,
    in_language,
    judge,
    line_of,
    refuse,
)
from trainer_app.domain.evaluations.questions import HANDLERS, POINT, Accepted, Option, Question, QuestionKind
from trainer_app.intake.markup import has_markup, plain_html, plain_markdown
from trainer_app.intake.tables import read_lines

_NUMBER = regex(r"[-+]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][-+]?[0-9]{1,2})?")
_EXACT = Context(prec=80)


def read_accepted_number(text: str) -> str | None:
    """Return "3.5" or "3..4" for "3.5", "3..4" and "3.5:0.5"; None for what is no number, or too long."""
    if text.find("..") > 0:
        low, high = map(_read, text.split("..", 1))
    elif text.find(":") > 0:
        value, margin = map(_read, text.split(":", 1))
        if value is None or margin is None or margin < 0:
            return None
        low, high = _EXACT.subtract(value, margin), _EXACT.add(value, margin)
    else:
        low = high = _read(text)
    if low is None or high is None or low > high:
        return None
    bounds = [_plain(low), _plain(high)]
    if not all(map(is_number, bounds)):
        return None
    return bounds[0] if low == high else "..".join(bounds)


def _read(text: str) -> Decimal | None:
    tidy = text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return Decimal(tidy) if _NUMBER.fullmatch(tidy) else None


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


_ESCAPED = "\\:#={}~n"
_ESCAPE = regex(r"\\([\\:#={}~n])")
_PLACED = regex("[\ud800-\ud807]")
_FORMAT = regex(r"\[(html|moodle|plain|markdown)\]")
_WEIGHT = regex(r"%(-?[0-9]{1,3}(?:[.,][0-9]{0,20})?)%")
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")
_KINDS = {handler.gift: kind for kind, handler in HANDLERS.items() if handler.gift is not None}
"""Which kind the sign of the answers means."""
_GAP = "_____"
_MOST_ANSWERS = 50


class Extras(Struct, frozen=True):
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


def read_question(text: str, place: FilePosition, extras: Extras) -> QuestionDraft:
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

    def __init__(self, place: FilePosition, extras: Extras, name: str, words: str) -> None:
        self._place, self._extras = place, extras
        self._troubles: list[QuestionProblem] = []
        self._format = "moodle"
        words, self._format = self._part_format(words.strip())
        self._words = self._plain(words, self._format)
        self._name = name

    def read(self, inside: str) -> QuestionDraft:
        """Return what becomes of the question."""
        answers, _, general = inside.rpartition("####") if "####" in inside else (inside, "", "")
        answers = answers.strip()
        self._explanation = self._text(general)
        said = self._said(options=False)
        if not answers:
            return self._taken(said or _KINDS[""])
        if max(map(answers.count, "=~")) > _MOST_ANSWERS:
            # More than any question may have; they need not be looked at one by one.
            code, most = "question_file.too_many_answers", _MOST_ANSWERS
            return refuse(self._place, self._words, code, self._troubles, most=most)
        if answers.startswith("#"):
            return self._number(answers[1:])
        if "~" in answers:
            return self._choice(answers)
        written = said if said and not HANDLERS[said].gift else None
        if "=" in answers and "->" in answers and written is None:
            return refuse(self._place, self._words, "question_file.matching", self._troubles)
        bare = answers.partition("#")[0].strip()
        if bare in _TRUE + _FALSE:
            return self._true_or_false(answers, right=bare in _TRUE)
        return self._short(answers, written or _KINDS[""])

    def _said(self, *, options: bool) -> QuestionKind | None:
        """Return the kind that our remark says, where it is answered as this question is."""
        fitting = (kind for kind, handler in HANDLERS.items() if handler.has_options is options)
        return next((kind for kind in fitting if kind == self._extras.kind), None)

    def _taken(
        self,
        kind: QuestionKind,
        options: tuple[Option, ...] = (),
        accepted: tuple[Accepted, ...] = (),
        *,
        fixed: bool = False,
    ) -> QuestionDraft:
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

    def _choice(self, answers: str) -> QuestionDraft:
        single = "=" in answers
        options = []
        for piece in _pieces(answers.replace("=", "~="), "~"):
            right = piece.startswith("=")
            credit, rest = _weight(piece.removeprefix("=").strip(), WHOLE if right else 0)
            if right and credit != WHOLE:
                self._note("question_file.weight_after_equals", restore(piece))
            text, note = self._commented(rest)
            options.append(Option(self._in_language(text), credit, self._in_language(note)))
        kind = self._said(options=True)
        if kind is None and not any(option.credit for option in options):
            kind = _KINDS["="]
            self._note("question_file.nothing_right", self._words)
        return self._taken(kind or _KINDS["=" if single else "~"], tuple(options))

    def _true_or_false(self, answers: str, *, right: bool) -> QuestionDraft:
        _, *comments = answers.split("#", 2)
        notes = [self._in_language(self._text(each)) for each in comments] + [Texts(), Texts()]
        wrong_note, right_note = notes[0], notes[1]
        options = (
            Option(words("question_table.true"), WHOLE if right else 0, right_note if right else wrong_note),
            Option(words("question_table.false"), 0 if right else WHOLE, wrong_note if right else right_note),
        )
        return self._taken(_KINDS["="], options, fixed=True)

    def _short(self, answers: str, kind: QuestionKind) -> QuestionDraft:
        accepted = []
        for piece in _pieces(answers, "="):
            credit, rest = _weight(piece, WHOLE)
            if "\\*" in rest:
                self._note("question_file.literal_star", restore(rest))
                rest = rest.replace("\\*", "*")
            text, note = self._commented(rest)
            self._lose_note(note)
            accepted.append(Accepted(text, credit))
        return self._taken(kind, accepted=tuple(accepted))

    def _number(self, answers: str) -> QuestionDraft:
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
                return refuse(self._place, self._words, code, self._troubles, text=excerpt(text))
            accepted.append(Accepted(value, credit))
        if not accepted:
            return refuse(self._place, self._words, "question_file.no_number", self._troubles)
        return self._taken(_KINDS["#"], accepted=tuple(accepted))

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
        lost: list[QuestionProblem] = []
        if form == "html" or (form == "moodle" and has_markup(text)):
            text, lost = plain_html(text, self._place, wrapped=form == "html")
        elif form == "markdown":
            text, lost = plain_markdown(text, self._place)
        known = {each.code for each in self._troubles}
        self._troubles += [each for each in lost if each.code not in known]
        return clean_lines(text)

    def _in_language(self, text: str) -> Texts:
        return in_language(text, self._extras.language)

    def _lose_note(self, note: str) -> None:
        if note:
            self._note("question_file.note_not_kept", note)

    def _note(self, code: str, value: str) -> None:
        if not any(each.code == code for each in self._troubles):
            self._troubles.append(QuestionProblem(self._place, code, excerpt(value)))


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


OWN_REMARK = "//!"
_CATEGORY = "$CATEGORY:"
_LONGEST_REMARK = 10_000
"""Letters: of a topic at most; what is deeply nested would exhaust the decoder."""


class _Remark(msgspec.Struct):
    """What one of our remarks may say."""

    language: str = ""
    kind: str = ""
    points: int | None = None
    fixed: bool | None = None
    topic: str | None = None


class _Block(Struct):
    """The lines of one question, remarks left out; `texts` are escaped."""

    row: int
    texts: list[str] = field(default_factory=list)
    remark: _Remark = field(default_factory=_Remark)
    troubles: list[QuestionProblem] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many braces are open at the end."""
        return sum(text.count("{") - text.count("}") for text in self.texts)


def read_gift(path: Path, language: str = "") -> QuestionFile:
    """Read a file in GIFT. Texts are taken to be in `language`, or in that of their letters.

    Raises table.missing, unreadable, empty_file, too_large, question_file.too_large, not_text, too_many,
    nothing_found.
    """
    lines, troubles = read_lines(path)
    blocks, said = _split(lines)
    asked = [block for block in blocks if not block.texts[0].startswith(_CATEGORY)]
    if len(asked) > MOST_FOUND:
        raise TrainerError("question_file.too_many", count=len(asked), most=MOST_FOUND)
    if not asked:
        raise TrainerError("question_file.nothing_found")
    if not language:
        language = said if said in LANGUAGES else guess_language("\n".join(block.texts) for block in asked)
    found: list[QuestionDraft] = []
    topic = ""
    for block in blocks:
        if block.texts[0].startswith(_CATEGORY):
            topic = read_topic(" ".join(block.texts)[len(_CATEGORY) :])
            continue
        found.append(_read_block(block, topic, language))
    return QuestionFile(path.name, QuestionFormat.GIFT, tuple(found), troubles, language)


def _read_block(block: _Block, topic: str, language: str) -> QuestionDraft:
    remark = block.remark
    extras = Extras(
        language=language,
        topic=topic if remark.topic is None else line_of(remark.topic),
        kind=remark.kind,
        points=remark.points,
        fixed=remark.fixed,
    )
    found = read_question("\n".join(block.texts), FilePosition(block.row), extras)
    return replace(found, troubles=found.troubles + tuple(block.troubles)) if block.troubles else found


def read_topic(text: str) -> str:
    """Return the topic that a path of categories names: "$course$/top/Law/Basics" -> "Law / Basics".

    A slash that belongs to a name is doubled there.
    """
    parts = [part.replace("\0", "/").strip() for part in text.replace("//", "\0").split("/")]
    parts = [part for part in parts if part]
    if parts and parts[0].startswith("$") and parts[0].endswith("$"):
        parts = parts[1:]
    if parts and parts[0] == "top":
        parts = parts[1:]
    return line_of(" / ".join(parts))


def _split(lines: list[str]) -> tuple[list[_Block], str]:
    """Return the blocks of a file, and the language that a remark names.

    A blank line within braces, and a missing one after them, are mended.
    """
    blocks: list[_Block] = []
    current: _Block | None = None
    remark, unread, language = _Remark(), list[QuestionProblem](), ""
    for row, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith(OWN_REMARK):
            read = _remark(bare)
            remark = read or remark
            language = remark.language or language
            unread += (
                [] if read else [QuestionProblem(FilePosition(row), "question_file.remark_unreadable", bare)]
            )
            continue
        if bare.startswith("//"):
            continue
        if not bare:
            current = None
            continue
        text = bare if bare.startswith(_CATEGORY) else escape(bare)
        if current is None and blocks and _closes(blocks[-1], text):
            current = blocks[-1]
            current.troubles.append(
                QuestionProblem(FilePosition(row), "question_file.blank_line_inside", bare)
            )
        elif current is not None and _complete(current) and ("{" in text or text.startswith("::")):
            current = None
        if current is None:
            current = _Block(row, remark=remark, troubles=unread)
            remark, unread = _Remark(), []
            blocks.append(current)
        current.texts.append(text)
        if text.startswith(_CATEGORY):
            current = None
    return blocks, language


def _closes(block: _Block, text: str) -> bool:
    """Tell whether a line after a blank one belongs to a question whose braces are still open."""
    if block.depth != 1 or text.startswith((_CATEGORY, "::")):
        return False
    opening, closing = text.find("{"), text.find("}")
    return text.startswith(("~", "=", "}", "####")) and (opening < 0 or 0 <= closing < opening)


def _complete(block: _Block) -> bool:
    """Tell whether the braces of a question were closed at the end of its last line."""
    return block.depth == 0 and "{" in "".join(block.texts) and block.texts[-1].rstrip('.?!;" ').endswith("}")


def _remark(line: str) -> _Remark | None:
    if len(line) > _LONGEST_REMARK:
        return None
    try:
        return msgspec.json.decode(line[len(OWN_REMARK) :], type=_Remark)
    except msgspec.MsgspecError:
        return None
