"""The table of questions that this program writes and reads: its columns, its kinds of rows, their words.

One row is a question; the rows below it are its options, or the answers that are accepted. The three
languages stand side by side. Words are understood in any of the languages, whatever case they are in.
"""

from collections.abc import Mapping
from enum import StrEnum

from trainer_app.domain.folding import fold
from trainer_app.domain.forms import FormKind
from trainer_app.domain.questions import QuestionKind
from trainer_app.domain.texts import LANGUAGES, Texts


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


class FormRow(StrEnum):
    """What a row of the sheet about the form says."""

    KIND = "kind"
    TITLE = "title"
    INTRO = "intro"
    SHUFFLED = "shuffled"


COLUMN_WORDS: Mapping[TableColumn, Texts] = {
    TableColumn.WHAT: Texts("Чист", "Что это", "What it is"),
    TableColumn.TEXT: Texts("Матн", "Текст", "Text"),
    TableColumn.WORTH: Texts("Арзиш, %", "Ценность, %", "Worth, %"),
    TableColumn.POINTS: Texts("Хол", "Баллы", "Points"),
    TableColumn.TOPIC: Texts("Мавзӯъ", "Тема", "Topic"),
    TableColumn.NAME: Texts("Номи кӯтоҳ", "Короткое имя", "Short name"),
    TableColumn.FIXED: Texts("Тартиби доимӣ", "Не перемешивать", "Keep the order"),
    TableColumn.REMARK: Texts("Шарҳ", "Пояснение", "Explanation"),
}
LANGUAGE_WORDS = {
    "tg": Texts("тоҷикӣ", "таджикский", "Tajik"),
    "ru": Texts("русӣ", "русский", "Russian"),
    "en": Texts("англисӣ", "английский", "English"),
}
KIND_WORDS: Mapping[QuestionKind | TableRow, Texts] = {
    QuestionKind.SINGLE: Texts("як ҷавоб", "один ответ", "one answer"),
    QuestionKind.MULTIPLE: Texts("якчанд ҷавоб", "несколько ответов", "several answers"),
    QuestionKind.LIKERT: Texts("ҷадвали баҳо", "шкала", "scale"),
    QuestionKind.NUMBER: Texts("адад", "число", "number"),
    QuestionKind.TEXT: Texts("матн", "слова", "words"),
    TableRow.OPTION: Texts("вариант", "вариант", "option"),
    TableRow.ACCEPTED: Texts("ҷавоби дуруст", "верный ответ", "right answer"),
}
FORM_WORDS: Mapping[FormRow, Texts] = {
    FormRow.KIND: Texts("Намуди варақа", "Вид анкеты", "Kind of form"),
    FormRow.TITLE: Texts("Ном", "Название", "Title"),
    FormRow.INTRO: Texts("Сарсухан", "Вступление", "Introduction"),
    FormRow.SHUFFLED: Texts("Вариантҳо омехта", "Варианты перемешаны", "Options mixed"),
}
FORM_KIND_WORDS: Mapping[FormKind, Texts] = {
    FormKind.TEST: Texts("санҷиш", "тест", "test"),
    FormKind.FEEDBACK: Texts("баҳогузорӣ", "отзыв", "feedback"),
    FormKind.PRACTICAL: Texts("баҳои амалӣ", "практическая оценка", "practical rating"),
    FormKind.FOLLOW_UP: Texts("пурсиши минбаъда", "последующий опрос", "follow-up"),
}
SHEET_WORDS = {
    "questions": Texts("Саволҳо", "Вопросы", "Questions"),
    "form": Texts("Варақа", "Анкета", "Form"),
    "example": Texts("Намуна", "Пример", "Example"),
    "help": Texts("Дастур", "Как заполнять", "How to fill in"),
}
YES = Texts("ҳа", "да", "yes")
_TICKS = frozenset(("x", "х", "+", "✓", "✔", "v", "*"))
_YES = frozenset(map(fold, ("ҳа", "ха", "бале", "да", "yes", "y", "true", "1", "дуруст", "верно", "right")))


def heading(column: TableColumn, language: str, of: str = "") -> str:
    """Return the heading of a column; `of` is the language whose texts it holds."""
    words = COLUMN_WORDS[column].best(language)
    return f"{words}, {LANGUAGE_WORDS[of].best(language)}" if of else words


def _both(words: Mapping[TableColumn, Texts]) -> dict[str, tuple[TableColumn, str]]:
    """Return every spelling of every heading, folded, with the language of its texts."""
    found: dict[str, tuple[TableColumn, str]] = {}
    for column, texts in words.items():
        for language in LANGUAGES:
            found[fold(texts.best(language))] = (column, "")
            if column in (TableColumn.TEXT, TableColumn.REMARK):
                for of in LANGUAGES:
                    found[fold(heading(column, language, of))] = (column, of)
                    found[fold(f"{texts.best(language)} {of}")] = (column, of)
    return found


_HEADINGS = _both(COLUMN_WORDS)


def read_heading(text: str) -> tuple[TableColumn, str] | None:
    """Return which column a heading names, and the language of its texts ("" for none said)."""
    return _HEADINGS.get(fold(text))


def read_kind(text: str) -> QuestionKind | TableRow | None:
    """Return what a row is; None for words that name nothing. "вариант" and "матн" say the same in both."""
    return _find(KIND_WORDS, text)


def read_form_row(text: str) -> FormRow | None:
    """Return what a row of the sheet about the form says."""
    return _find(FORM_WORDS, text)


def read_form_kind(text: str) -> FormKind | None:
    """Return the kind of form that is named."""
    return _find(FORM_KIND_WORDS, text)


def names_sheet(text: str, which: str) -> bool:
    """Tell whether a sheet is called as this program calls it, in any language."""
    words = SHEET_WORDS[which]
    return fold(text) in {fold(words.best(language)) for language in LANGUAGES}


def is_yes(text: str) -> bool:
    """Tell whether a cell says yes or is ticked."""
    return text.strip().lower() in _TICKS or fold(text) in _YES


def _find[Key](words: Mapping[Key, Texts], text: str) -> Key | None:
    folded = fold(text)
    for key, texts in words.items():
        if folded in {fold(texts.best(language)) for language in LANGUAGES} | {fold(str(key))}:
            return key
    return None
