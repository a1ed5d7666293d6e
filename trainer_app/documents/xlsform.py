"""Questions as an XLSForm, the workbook of ODK and KoboToolbox, in all three languages side by side.

Columns that begin with trainer_ hold what XLSForm has no place for (the key, points, topics); other programs
pass them over.
"""

from collections.abc import Sequence

import msgspec

from trainer_app.documents.question_workbooks import Book, SheetWriter
from trainer_app.domain.forms import Form
from trainer_app.domain.questions import CHOICES, Question, QuestionKind
from trainer_app.domain.texts import LANGUAGES, Texts

_NAMES = {"tg": "Тоҷикӣ (tg)", "ru": "Русский (ru)", "en": "English (en)"}
_TYPES = {
    QuestionKind.SINGLE: "select_one",
    QuestionKind.LIKERT: "select_one",
    QuestionKind.MULTIPLE: "select_multiple",
    QuestionKind.NUMBER: "decimal",
    QuestionKind.TEXT: "text",
}
_OWN = ("points", "topic", "name", "fixed", "accepted", "credits", "notes")
_DEFAULT = "default_language"


def write_xlsform(
    questions: Sequence[Question], form: Form | None, title: str, identifier: str, language: str
) -> bytes:
    """Return a workbook with sheets survey, choices and settings. `language` is shown first by telephones.

    `identifier` (small letters, digits, _) tells this form from others on a telephone.
    """
    book = Book(title)
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
    kind, choice = _TYPES[question.kind], question.kind in CHOICES
    mixed = shuffled and choice and not question.fixed_order and question.kind is not QuestionKind.LIKERT
    accepted = [[each.value, each.credit] for each in question.accepted]
    worth = [option.credit for option in question.options]
    notes = [_all(option.note) for option in question.options]
    survey.row(
        (
            f"{kind} list{number}" if choice else kind,
            f"q{number}",
            *_all(question.text),
            "likert" if question.kind is QuestionKind.LIKERT else "",
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
        choices.row((f"list{number}", str(place), *_all(option.text)))


def _write_settings(
    settings: SheetWriter, form: Form | None, title: str, identifier: str, language: str
) -> None:
    heads = ("form_title", "form_id", _DEFAULT, "trainer_app", "trainer_kind", "trainer_shuffled")
    settings.heading((*heads, *_heads("trainer_title"), *_heads("trainer_intro")), (30, 20, 18, *[16] * 9))
    said = (form.kind.value, "yes" if form.shuffled else "") if form else ("", "")
    titles, intro = (form.title, form.intro) if form else (Texts(), Texts())
    settings.row((title, identifier, _NAMES[language], "1", *said, *_all(titles), *_all(intro)))


def _json(found: Sequence[object]) -> str:
    return msgspec.json.encode(found).decode() if found else ""


def _own() -> tuple[str, ...]:
    return tuple(f"trainer_{name}" for name in _OWN)


def _heads(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}::{_NAMES[language]}" for language in LANGUAGES)


def _all(texts: Texts) -> tuple[str, ...]:
    return tuple(str(getattr(texts, language)) for language in LANGUAGES)
