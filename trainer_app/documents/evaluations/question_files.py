"""Questions as files: GIFT of Moodle, XLSForm of ODK and KoboToolbox, and the program's own table.

GIFT is in one language; remarks that begin with //! hold what it has no sign for (scales, points, fixed
order,
topics with odd names). In an XLSForm, columns that begin with trainer_ hold what it has no place for (the
key,
points, topics). Other programs pass over both. Every text of a workbook is stored as text, so that nothing
typed is ever run.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from fractions import Fraction

import msgspec
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import WHOLE, round_half_up
from trainer_app.domain.base.texts import LANGUAGES, Texts, word
from trainer_app.domain.evaluations.forms import Form
from trainer_app.domain.evaluations.question_files import (
    KINDS,
    FormTableRow,
    TableColumn,
    TableRow,
    TableSheet,
    column_heading,
    table_word,
)
from trainer_app.domain.evaluations.questions import (
    POINT,
    Option,
    Question,
    QuestionKind,
    missing_texts,
)

_LONGEST = 32_767
"""What one cell can hold."""


class SheetWriter:
    """Writes the rows of one sheet under a heading that stays in sight."""

    def __init__(self, sheet: Worksheet, head: Format, body: Format) -> None:
        self.sheet, self._head, self._body = sheet, head, body
        self._row = 0

    def heading(self, cells: Sequence[str], widths: Sequence[int]) -> None:
        """Write the heading and set the widths of the columns, in characters."""
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width, self._body)
        for column, text in enumerate(cells):
            self.sheet.write_string(self._row, column, text, self._head)
        self._row += 1
        self.sheet.freeze_panes(self._row, 0)

    def row(self, cells: Sequence[str], form: Format | None = None) -> int:
        """Write a row; empty texts leave their cells empty. Returns its number, from 1."""
        for column, text in enumerate(cells):
            if len(text) > _LONGEST:
                raise TrainerError("documents.cell_too_long", row=self._row + 1, length=len(text))
            if text or form is not None:
                self.sheet.write_string(self._row, column, text, form or self._body)
        self._row += 1
        return self._row


class QuestionWorkbook:
    """A workbook that is built in memory."""

    def __init__(self, title: str) -> None:
        self._buffer = io.BytesIO()
        self._book: Workbook = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        made = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        self._book.set_properties({"title": title[:255], "created": made})
        wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self._head = self._book.add_format({**wrapped, "bold": True, "bg_color": "#E9EDF2", "border": 1})
        self._body = self._book.add_format(wrapped)
        self.strong = self._book.add_format({**wrapped, "bold": True, "top": 1})

    def add(self, name: str) -> SheetWriter:
        """Add a sheet."""
        return SheetWriter(self._book.add_worksheet(name), self._head, self._body)

    def finish(self) -> bytes:
        """Return the workbook."""
        self._book.close()
        return self._buffer.getvalue()


_WIDTHS = (18, 44, 44, 44, 11, 9, 20, 20, 14, 34, 34, 34)
_LAST = 2000
"""Rows below the heading that offer a list of what a row may be."""
_HELP_WIDTH = 110


def write_question_table(questions: Sequence[Question], form: Form | None, language: str) -> bytes:
    """Return a workbook with all that is known of the questions; with a form, a sheet about it too.

    `language` is that of headings and words.
    """
    book = QuestionWorkbook(form.title.best(language) if form else table_word(TableSheet.QUESTIONS, language))
    _write_questions(book, table_word(TableSheet.QUESTIONS, language), questions, language)
    if form is not None:
        _write_form(book, form, language)
    return book.finish()


def write_template(examples: Sequence[Question], help_lines: Sequence[str], language: str) -> bytes:
    """Return an empty table to fill in, with a sheet of examples and one that says how it is done."""
    book = QuestionWorkbook(table_word(TableSheet.QUESTIONS, language))
    _write_questions(book, table_word(TableSheet.QUESTIONS, language), (), language)
    _write_questions(book, table_word(TableSheet.EXAMPLE, language), examples, language)
    sheet = book.add(table_word(TableSheet.HELP, language))
    sheet.heading((table_word(TableSheet.HELP, language),), (_HELP_WIDTH,))
    for line in help_lines:
        sheet.row((line,))
    return book.finish()


def _write_questions(book: QuestionWorkbook, name: str, questions: Sequence[Question], language: str) -> None:
    sheet = book.add(name)
    texts, remarks = (
        tuple(column_heading(column, language, of) for of in LANGUAGES)
        for column in (TableColumn.TEXT, TableColumn.REMARK)
    )
    between = (
        TableColumn.WORTH,
        TableColumn.POINTS,
        TableColumn.TOPIC,
        TableColumn.NAME,
        TableColumn.FIXED,
    )
    heads = [column_heading(column, language) for column in between]
    sheet.heading((column_heading(TableColumn.WHAT, language), *texts, *heads, *remarks), _WIDTHS)
    for question in questions:
        _write_question(book, sheet, question, language)
    kinds = [table_word(kind, language) for kind in KINDS]
    sheet.sheet.data_validation(
        1, 0, _LAST, 0, {"validate": "list", "source": kinds, "error_type": "warning"}
    )


def _write_question(book: QuestionWorkbook, sheet: SheetWriter, question: Question, language: str) -> None:
    def kind(key: QuestionKind | TableRow) -> str:
        return table_word(key, language)

    sheet.row(
        (
            kind(question.kind),
            *_all(question.text),
            "",
            _decimal(question.points),
            question.topic,
            question.name,
            word("question_table.yes", language) if question.fixed_order else "",
            *_all(question.explanation),
        ),
        book.strong,
    )
    for option in question.options:
        worth = percent(option.credit) if option.credit else ""
        sheet.row((kind(TableRow.OPTION), *_all(option.text), worth, "", "", "", "", *_all(option.note)))
    for accepted in question.accepted:
        worth = percent(accepted.credit) if accepted.credit != WHOLE else ""
        sheet.row((kind(TableRow.ACCEPTED), accepted.value, "", "", worth))


def _write_form(book: QuestionWorkbook, form: Form, language: str) -> None:
    sheet = book.add(table_word(TableSheet.FORM, language))
    names = (word(f"language.{of}", language) for of in LANGUAGES)
    sheet.heading((table_word(TableSheet.FORM, language), *names), (24, 50, 50, 50))
    rows = {
        FormTableRow.KIND: (table_word(form.kind, language),),
        FormTableRow.TITLE: _all(form.title),
        FormTableRow.INTRO: _all(form.intro),
        FormTableRow.SHUFFLED: (word("question_table.yes", language) if form.shuffled else "",),
    }
    for row, cells in rows.items():
        sheet.row((table_word(row, language), *cells))


def percent(credit: int) -> str:
    """Return what an answer is worth: 3333 -> "33.33". Where that could be taken for a share, "0.5 %"."""
    text = _decimal(credit)
    return f"{text} %" if abs(credit) <= 100 else text


def _decimal(hundredths: int) -> str:
    whole, rest = divmod(abs(hundredths), 100)
    text = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
    return f"-{text}" if hundredths < 0 else text


def _all(texts: Texts) -> tuple[str, ...]:
    return tuple(texts[language] for language in LANGUAGES)


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
        if self._sign() != question.handler.gift:
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
        number = "#" if self._sign() == "#" else ""
        body = "\n".join([f"{head}{number}", *lines, "}"]) if lines else f"{head}}}"
        return f"{_remark(said)}\n{body}" if said else body

    def _sign(self) -> str:
        """Return the sign of the answers by which a reader will know the kind."""
        question = self._question
        if question.handler.has_options:
            worth = any(option.credit for option in question.options)
            return "=" if self._has_equals() else "~" if worth else ""
        if any("->" in accepted.value for accepted in question.accepted):
            return "->"
        return question.handler.gift or "" if question.accepted else ""

    def _has_equals(self) -> bool:
        """Tell whether = marks the right options of a single choice: some are right, others are not."""
        question = self._question
        whole = [option for option in question.options if option.credit == WHOLE]
        odd = any(self._in_language(option.text).startswith("%") for option in whole)
        return question.handler.gift == "=" and not odd and 0 < len(whole) < len(question.options)

    def _answers(self) -> list[str]:
        question = self._question
        if question.handler.has_options:
            return [self._option(option) for option in question.options]
        values = [self._part(question.handler.plain_accepted(each.value)) for each in question.accepted]
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

    def _in_language(self, texts: Texts) -> str:
        return texts[self._language]


def _escaped(text: str) -> str:
    return text.translate(_RESERVED)


def _weight(credit: int) -> str:
    """Return what an answer is worth: 3333 -> "%33.33333%"."""
    share = _EXACT.get(abs(credit))
    if share is None:
        whole, rest = divmod(abs(credit), 100)
        share = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
    return f"%{'-' if credit < 0 else ''}{share}%"


_OWN = ("points", "topic", "name", "fixed", "accepted", "credits", "notes")
_DEFAULT = "default_language"
_UNSEEN = "\N{ZERO WIDTH SPACE}"


def write_xlsform(
    questions: Sequence[Question], form: Form | None, title: str, identifier: str, language: str
) -> bytes:
    """Return a workbook with sheets survey, choices and settings. `language` is shown first by telephones.

    `identifier` (small letters, digits, _) tells this form from others on a telephone.
    """
    book = QuestionWorkbook(title)
    shuffled = form is not None and form.shuffled
    survey, choices, settings = book.add("survey"), book.add("choices"), book.add("settings")
    survey.heading(
        (
            "type",
            "name",
            *_heads("label"),
            "appearance",
            "parameters",
            *_own(),
            *_heads("trainer_explanation"),
        ),
        (24, 10, 44, 44, 44, 12, 16, 9, 20, 20, 9, 24, 24, 24, 30, 30, 30),
    )
    # A column of our own among the choices would travel into the form on the telephone, the key with it.
    choices.heading(("list_name", "name", *_heads("label")), (12, 8, 40, 40, 40))
    for number, question in enumerate(questions, 1):
        _write(survey, choices, question, number, shuffled=shuffled)
    _write_settings(settings, form, title, identifier, language)
    return book.finish()


def _write(
    survey: SheetWriter, choices: SheetWriter, question: Question, number: int, *, shuffled: bool
) -> None:
    (kind, appearance), choice = question.handler.xlsform, question.handler.has_options
    mixed = shuffled and choice and not question.fixed_order and not question.handler.is_scale
    accepted = [[each.value, each.credit] for each in question.accepted]
    worth = [option.credit for option in question.options]
    notes = [_all(option.note) for option in question.options]
    survey.row(
        _literal(
            f"{kind} list{number}" if choice else kind,
            f"q{number}",
            *_all(question.text),
            appearance,
            "randomize=true" if mixed else "",
            str(question.points),
            question.topic,
            question.name,
            "yes" if question.fixed_order else "",
            _json(accepted),
            _json(worth if any(worth) else []),
            _json(notes if any(map(any, notes)) else []),
            *_all(question.explanation),
        )
    )
    for place, option in enumerate(question.options, 1):
        choices.row(_literal(f"list{number}", str(place), *_all(option.text)))


def _write_settings(
    settings: SheetWriter, form: Form | None, title: str, identifier: str, language: str
) -> None:
    heads = ("form_title", "form_id", _DEFAULT, "trainer_app", "trainer_kind", "trainer_shuffled")
    settings.heading((*heads, *_heads("trainer_title"), *_heads("trainer_intro")), (30, 20, 18, *[16] * 9))
    said = (form.kind.value, "yes" if form.shuffled else "") if form else ("", "")
    titles, intro = (form.title, form.intro) if form else (Texts(), Texts())
    settings.row(_literal(title, identifier, _language(language), "1", *said, *_all(titles), *_all(intro)))


def _literal(*cells: str) -> tuple[str, ...]:
    """Return cells in which "${name}" is text: in an XLSForm it stands for the answer to another question.

    There is no way to write it as text but to part the two signs; what parts them nobody sees.
    """
    return tuple(cell.replace("${", f"${_UNSEEN}{{") for cell in cells)


def _json(found: Sequence[object]) -> str:
    return msgspec.json.encode(found).decode() if found else ""


def _own() -> tuple[str, ...]:
    return tuple(f"trainer_{name}" for name in _OWN)


def _heads(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}::{_language(language)}" for language in LANGUAGES)


def _language(code: str) -> str:
    """Return a language as XLSForm names it: "English (en)"."""
    return f"{LANGUAGES[code].name} ({code})"
