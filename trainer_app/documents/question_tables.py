"""Questions as the table of our own: a row a question, a row an option, the three languages side by side."""

from collections.abc import Sequence

from trainer_app.documents.question_workbooks import Book, SheetWriter
from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.forms import Form
from trainer_app.domain.question_tables import (
    FORM_KIND_WORDS,
    FORM_WORDS,
    KIND_WORDS,
    LANGUAGE_WORDS,
    SHEET_WORDS,
    YES,
    FormRow,
    TableColumn,
    TableRow,
    heading,
)
from trainer_app.domain.questions import Question, QuestionKind
from trainer_app.domain.texts import LANGUAGES, Texts

_WIDTHS = (18, 44, 44, 44, 11, 9, 20, 20, 14, 34, 34, 34)
_LAST = 2000
"""Rows below the heading that offer a list of what a row may be."""
_HELP_WIDTH = 110


def write_question_table(questions: Sequence[Question], form: Form | None, language: str) -> bytes:
    """Return a workbook with all that is known of the questions; with a form, a sheet about it too.

    `language` is that of headings and words.
    """
    book = Book(form.title.best(language) if form else SHEET_WORDS["questions"].best(language))
    _write_questions(book, SHEET_WORDS["questions"].best(language), questions, language)
    if form is not None:
        _write_form(book, form, language)
    return book.finish()


def write_template(examples: Sequence[Question], help_lines: Sequence[str], language: str) -> bytes:
    """Return an empty table to fill in, with a sheet of examples and one that says how it is done."""
    book = Book(SHEET_WORDS["questions"].best(language))
    _write_questions(book, SHEET_WORDS["questions"].best(language), (), language)
    _write_questions(book, SHEET_WORDS["example"].best(language), examples, language)
    sheet = book.add(SHEET_WORDS["help"].best(language))
    sheet.heading((SHEET_WORDS["help"].best(language),), (_HELP_WIDTH,))
    for line in help_lines:
        sheet.row((line,))
    return book.finish()


def _write_questions(book: Book, name: str, questions: Sequence[Question], language: str) -> None:
    sheet = book.add(name)
    texts, remarks = (
        tuple(heading(column, language, of) for of in LANGUAGES)
        for column in (TableColumn.TEXT, TableColumn.REMARK)
    )
    between = (
        TableColumn.WORTH,
        TableColumn.POINTS,
        TableColumn.TOPIC,
        TableColumn.NAME,
        TableColumn.FIXED,
    )
    heads = [heading(column, language) for column in between]
    sheet.heading((heading(TableColumn.WHAT, language), *texts, *heads, *remarks), _WIDTHS)
    for question in questions:
        _write_question(book, sheet, question, language)
    kinds = [words.best(language) for words in KIND_WORDS.values()]
    sheet.sheet.data_validation(
        1, 0, _LAST, 0, {"validate": "list", "source": kinds, "error_type": "warning"}
    )


def _write_question(book: Book, sheet: SheetWriter, question: Question, language: str) -> None:
    def kind(key: QuestionKind | TableRow) -> str:
        return KIND_WORDS[key].best(language)

    sheet.row(
        (
            kind(question.kind),
            *_all(question.text),
            "",
            _decimal(question.points),
            question.topic,
            question.name,
            YES.best(language) if question.fixed_order else "",
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


def _write_form(book: Book, form: Form, language: str) -> None:
    sheet = book.add(SHEET_WORDS["form"].best(language))
    names = (LANGUAGE_WORDS[of].best(language) for of in LANGUAGES)
    sheet.heading((SHEET_WORDS["form"].best(language), *names), (24, 50, 50, 50))
    rows = {
        FormRow.KIND: (FORM_KIND_WORDS[form.kind].best(language),),
        FormRow.TITLE: _all(form.title),
        FormRow.INTRO: _all(form.intro),
        FormRow.SHUFFLED: (YES.best(language) if form.shuffled else "",),
    }
    for row, cells in rows.items():
        sheet.row((FORM_WORDS[row].best(language), *cells))


def percent(credit: int) -> str:
    """Return what an answer is worth: 3333 -> "33.33". Where that could be taken for a share, "0.5 %"."""
    text = _decimal(credit)
    return f"{text} %" if abs(credit) <= 100 else text


def _decimal(hundredths: int) -> str:
    whole, rest = divmod(abs(hundredths), 100)
    text = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
    return f"-{text}" if hundredths < 0 else text


def _all(texts: Texts) -> tuple[str, ...]:
    return tuple(str(getattr(texts, language)) for language in LANGUAGES)
