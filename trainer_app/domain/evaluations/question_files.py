"""Questions read from a file: each with its position and outcome; and the table that this program writes.

Every question that a reader meets is either taken or refused with a reason; what is no question (notes,
groups of a form) is left out by name. found = taken + refused. Nothing in a file is dropped silently.

In the table one row is a question; the rows below it are its options, or the answers that are accepted. The
three languages stand side by side. Words are understood in any of the languages, whatever their case.
"""

import functools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import TAJIK_LETTERS, is_cyrillic, is_latin
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.base.texts import LANGUAGES, Texts, word, words
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.questions import Question, QuestionKind, check_question


class TableColumn(StrEnum):
    """What a column holds."""

    WHAT = "what"
    TEXT = "text"
    WORTH = "worth"
    POINTS = "points"
    TOPIC = "topic"
    NAME = "name"
    FIXED = "fixed"
    REMARK = "remark"
    """Of a question its explanation, of an option what is told to whoever chose it."""


class TableRow(StrEnum):
    """What a row is, beside the kinds of questions."""

    OPTION = "option"
    ACCEPTED = "accepted"


class TableSheet(StrEnum):
    """A sheet of the workbook."""

    QUESTIONS = "questions"
    FORM = "form"
    EXAMPLE = "example"
    HELP = "help"


class FormTableRow(StrEnum):
    """What a row of the sheet about the form says."""

    KIND = "kind"
    TITLE = "title"
    INTRO = "intro"
    SHUFFLED = "shuffled"


type TableWord = TableColumn | TableRow | TableSheet | QuestionKind | FormTableRow | FormKind
"""What has a name in the table."""

KINDS: tuple[QuestionKind | TableRow, ...] = (*QuestionKind, *TableRow)
"""What a row may be, in the order of the list that Excel offers."""

_STEMS: Mapping[type, str] = {
    TableColumn: "column",
    TableRow: "kind",
    TableSheet: "sheet",
    FormTableRow: "form",
    FormKind: "form_kind",
}

_TICKS = frozenset(("x", "х", "+", "✓", "✔", "v", "*"))
_YES = frozenset(map(fold, ("ха", "бале", "y", "true", "1", "дуруст", "верно", "right")))


def table_words(what: TableWord) -> Texts:
    """Return what something is called in the table."""
    if isinstance(what, QuestionKind):
        return words(f"question.kind.{what.value}")
    return words(f"question_table.{_STEMS[type(what)]}.{what.value}")


def table_word(what: TableWord, language: str) -> str:
    """Return what something is called in the table of a language."""
    return table_words(what).best(language)


def column_heading(column: TableColumn, language: str, of: str = "") -> str:
    """Return the heading of a column; `of` is the language whose texts it holds."""
    heading = table_word(column, language)
    return f"{heading}, {word(f'language.{of}', language)}" if of else heading


@functools.cache
def _headings() -> dict[str, tuple[TableColumn, str]]:
    """Return every spelling of every heading, folded, with the language of its texts."""
    found: dict[str, tuple[TableColumn, str]] = {}
    for column in TableColumn:
        for language in LANGUAGES:
            heading = table_word(column, language)
            found[fold(heading)] = (column, "")
            if column in (TableColumn.TEXT, TableColumn.REMARK):
                for of in LANGUAGES:
                    found[fold(column_heading(column, language, of))] = (column, of)
                    found[fold(f"{heading} {of}")] = (column, of)
    return found


def read_heading(text: str) -> tuple[TableColumn, str] | None:
    """Return which column a heading names, and the language of its texts ("" for none said)."""
    return _headings().get(fold(text))


def read_kind(text: str) -> QuestionKind | TableRow | None:
    """Return what a row is; None for words that name nothing. "вариант" and "матн" say the same in both."""
    return _find(KINDS, text)


def read_form_row(text: str) -> FormTableRow | None:
    """Return what a row of the sheet about the form says."""
    return _find(FormTableRow, text)


def read_form_kind(text: str) -> FormKind | None:
    """Return the kind of form that is named."""
    return _find(FormKind, text)


def names_sheet(text: str, which: TableSheet) -> bool:
    """Tell whether a sheet is called as this program calls it, in any language."""
    return fold(text) in _folded(table_words(which))


def is_yes(text: str) -> bool:
    """Tell whether a cell says yes or is ticked."""
    folded = fold(text)
    return text.strip().lower() in _TICKS or folded in _YES or folded in _folded(words("question_table.yes"))


def _find[Key: TableWord](known: Iterable[Key], text: str) -> Key | None:
    folded = fold(text)
    return next((key for key in known if folded in _folded(table_words(key)) | {fold(str(key))}), None)


def _folded(texts: Texts) -> set[str]:
    return {fold(texts.best(language)) for language in LANGUAGES}


MOST_FOUND = 2000
"""Questions of one file; a form holds 200, a bank some hundred."""
_SHOWN = 80
_TAJIK = frozenset(TAJIK_LETTERS)
_UNWANTED = regex("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]")
_BLANKS = regex(r"[^\S\n]+")


class QuestionFormat(StrEnum):
    """How a file writes its questions down."""

    GIFT = "gift"
    AIKEN = "aiken"
    XLSFORM = "xlsform"
    TABLE = "xlsx"
    """The table of our own."""


class QuestionOutcome(StrEnum):
    """What becomes of something that stands in a file."""

    TAKEN = "taken"
    KNOWN = "known"
    """The bank, or the file further up, has the very same question."""
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    """Not a question: a note, the frame of a group."""


class FilePosition(Struct, frozen=True):
    """Where something stands: `row` is the line of a text or the row of a sheet, `column` a heading."""

    row: int | None = None
    sheet: str = ""
    column: str = ""


class QuestionProblem(Struct, frozen=True):
    """Something wrong or not kept. `values` fill the words of `code`; `value` is what stands there."""

    place: FilePosition
    code: str
    value: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.WARNING

    @property
    def label(self) -> Label:
        """The trouble in words; they may name the value."""
        return Label(self.code, {"value": self.value, **self.values})


class QuestionDraft(Struct, frozen=True):
    """One thing in a file. `words` are how it begins there; `known` is the key of the same question here."""

    place: FilePosition
    fate: QuestionOutcome
    words: str
    question: Question | None = None
    troubles: tuple[QuestionProblem, ...] = ()
    known: str = ""


class FormDraft(Struct, frozen=True):
    """What a file says of the form as a whole."""

    title: Texts = field(default_factory=Texts)
    intro: Texts = field(default_factory=Texts)
    kind: FormKind | None = None
    shuffled: bool = False


class QuestionFile(Struct, frozen=True):
    """All that stands in a file, in order. `language` is that of texts whose language the file does not say.

    It is empty where the file names the language of each of its texts.
    """

    name: str
    format: QuestionFormat
    lines: tuple[QuestionDraft, ...]
    troubles: tuple[QuestionProblem, ...] = ()
    language: str = ""
    form: FormDraft = field(default_factory=FormDraft)

    def count(self, *fates: QuestionOutcome) -> int:
        """Return how many lines have one of these fates."""
        return sum(line.fate in fates for line in self.lines)

    @property
    def found(self) -> int:
        """How many questions there are: taken, known and refused together."""
        return len(self.lines) - self.count(QuestionOutcome.LEFT_OUT)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are taken, in order."""
        return tuple(
            line.question for line in self.lines if line.question and line.fate is QuestionOutcome.TAKEN
        )

    @property
    def all_troubles(self) -> tuple[QuestionProblem, ...]:
        """Every trouble: of the file, then of its lines in order."""
        return self.troubles + tuple(each for line in self.lines for each in line.troubles)


def clean_lines(text: str) -> str:
    """Return a text as it is kept: NFC, no signs that cannot be seen, no blanks at the ends of its lines."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if any("\ud800" <= letter <= "\udfff" for letter in composed):
        composed = composed.encode("utf-8", "replace").decode()
    lines = (_BLANKS.sub(" ", line).strip() for line in _UNWANTED.sub("", composed).split("\n"))
    # What was taken out may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def line_of(text: str) -> str:
    """Return a text as one line: for names and topics."""
    return " ".join(clean_lines(text).split())


def excerpt(text: str) -> str:
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


def judge(
    place: FilePosition, words: str, question: Question, troubles: Sequence[QuestionProblem] = ()
) -> QuestionDraft:
    """Take a question, or refuse it with the reason why it could not be asked or scored."""
    try:
        check_question(question)
    except TrainerError as problem:
        # The same rule as in the editor, in words for somebody who looks at a file.
        code = f"question_file.bad.{problem.code.partition('.')[2]}"
        reason = QuestionProblem(place, code, excerpt(words), problem.values, Severity.REFUSED)
        return QuestionDraft(place, QuestionOutcome.REFUSED, excerpt(words), None, (reason, *troubles))
    return QuestionDraft(place, QuestionOutcome.TAKEN, excerpt(words), question, tuple(troubles))


def refuse(
    place: FilePosition,
    words: str,
    code: str,
    troubles: Sequence[QuestionProblem] = (),
    value: str = "",
    **values: object,
) -> QuestionDraft:
    """Refuse a question, the reason first."""
    reason = QuestionProblem(place, code, excerpt(value or words), values, Severity.REFUSED)
    return QuestionDraft(place, QuestionOutcome.REFUSED, excerpt(words), None, (reason, *troubles))


def leave_out(place: FilePosition, words: str, code: str, **values: object) -> QuestionDraft:
    """Leave out what is no question."""
    return QuestionDraft(
        place,
        QuestionOutcome.LEFT_OUT,
        excerpt(words),
        None,
        (QuestionProblem(place, code, excerpt(words), values),),
    )


def mark_known(file: QuestionFile, bank: Sequence[Question]) -> QuestionFile:
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
        if question is None or line.fate is not QuestionOutcome.TAKEN:
            lines.append(line)
            continue
        same = _find_known(question, known)
        if same is None:
            for language in _languages(question):
                known.setdefault((language, _asked(question, language)), question)
            lines.append(line)
            continue
        lines.append(_known(line, question, same))
    return replace(file, lines=tuple(lines))


def _find_known(question: Question, known: Mapping[object, Question]) -> Question | None:
    """Return the question that is the same in every language of this one."""
    found = [known.get((language, _asked(question, language))) for language in _languages(question)]
    first = found[0] if found else None
    return first if first is not None and all(each is first for each in found) else None


def _known(line: QuestionDraft, question: Question, same: Question) -> QuestionDraft:
    code = "question_file.known" if same.key else "question_file.twice"
    troubles = [QuestionProblem(line.place, code, line.words), *line.troubles]
    if same.key:
        differing = [name for name in ("name", "topic") if getattr(question, name) != getattr(same, name)]
        languages = _languages(question)
        if any(_differ(question.explanation, same.explanation, each) for each in languages):
            differing.append("explanation")
        pairs = list(zip(question.options, same.options, strict=True))
        if any(_differ(own.note, other.note, each) for own, other in pairs for each in languages):
            differing.append("notes")
        for name in differing:
            troubles.append(QuestionProblem(line.place, f"question_file.known_differs.{name}", line.words))
    return replace(line, fate=QuestionOutcome.KNOWN, known=same.key, troubles=tuple(troubles))


def _differ(own: Texts, other: Texts, language: str) -> bool:
    return bool(own[language]) and own[language] != other[language]


def _languages(question: Question) -> tuple[str, ...]:
    """Return the languages in which a question has words."""
    return tuple(each for each in LANGUAGES if question.text[each])


def _asked(question: Question, language: str) -> object:
    """Return what is asked and what is right, in one language."""
    return (
        question.kind,
        question.text[language],
        tuple((option.text[language], option.credit) for option in question.options),
        tuple((question.handler.same_accepted(each.value), each.credit) for each in question.accepted),
        question.points,
        question.fixed_order,
    )
