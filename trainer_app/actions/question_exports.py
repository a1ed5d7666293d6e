"""Writing questions into files: GIFT, XLSForm, our own table; and the empty table to fill in.

found = export(work, QuestionFormat.GIFT, "ru", form=key)
save(found, path)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer_app.actions import forms, standard_forms
from trainer_app.actions.question_files import bank_questions
from trainer_app.actions.questions import get_question, short_name
from trainer_app.actions.workplace import Workplace
from trainer_app.documents.gift import write_gift
from trainer_app.documents.question_tables import write_question_table, write_template
from trainer_app.documents.xlsform import write_xlsform
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import Form
from trainer_app.domain.question_drafts import Place, QuestionFormat, Trouble
from trainer_app.domain.question_tables import LANGUAGE_WORDS, SHEET_WORDS
from trainer_app.domain.questions import Accepted, Question, QuestionKind, missing_texts
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.system.files import write_checked
from trainer_app.system.messages import text

FORMATS = (QuestionFormat.TABLE, QuestionFormat.GIFT, QuestionFormat.XLSFORM)
"""Formats that are written, the one that keeps everything first."""
_HELP = tuple(f"question_file.help.{number}" for number in range(1, 8))


@dataclass(frozen=True)
class Export:
    """A file to be saved under a name like `name`, with `written` of `found` questions."""

    data: bytes
    name: str
    found: int
    written: int
    troubles: tuple[Trouble, ...] = ()


def export(
    work: Workplace,
    format: QuestionFormat,
    language: str,
    *,
    form: str = "",
    questions: Sequence[str] = (),
) -> Export:
    """Return a file with a form, with these questions, or with the whole bank.

    GIFT holds one language: what is not in it is told. In tables `language` is that of the headings. Raises
    form.unknown, question.unknown, question_file.nothing_to_write, nothing_in_language.
    """
    full = forms.get_form(work, form) if form else None
    if full is not None:
        chosen = list(full.questions)
    elif questions:
        chosen = [get_question(work, key) for key in questions]
    else:
        chosen = _bank(work)
    if not chosen:
        raise TrainerError("question_file.nothing_to_write")
    own = full.form if full else None
    troubles = _lost(len(full.lost)) if full else []
    written = [each for each in chosen if _is_written(each, format, language)]
    if format is QuestionFormat.GIFT:
        troubles += _untold(chosen, written, language)
    data = _data(written, own, format, language)
    name = f"{_name(own, language)}.{'txt' if format is QuestionFormat.GIFT else 'xlsx'}"
    return Export(data, name, len(chosen), len(written), tuple(troubles))


def save(found: Export, path: Path) -> Path:
    """Write a file and read it back; a name that is taken is never written over. Raises files.*."""
    return write_checked(path, found.data)


def template(language: str) -> Export:
    """Return the empty table with a question of each kind as an example, and how it is filled in."""
    lines = [text(code, language) for code in _HELP]
    data = write_template(_examples(), lines, language)
    return Export(data, f"{SHEET_WORDS['questions'].best(language)}.xlsx", 0, 0)


def languages_of(work: Workplace, form: str = "") -> dict[str, int]:
    """Return how many questions of a form, or of the bank, have all their words in each language."""
    questions = forms.get_form(work, form).questions if form else tuple(_bank(work))
    return {each: sum(not missing_texts(question, (each,)) for question in questions) for each in LANGUAGES}


def find_form(work: Workplace, name: str) -> str:
    """Return the key of a form by its title in any language, or its key. Raises form.unknown."""
    wanted = name.strip().casefold()
    for found in forms.list_forms(work):
        titles = {getattr(found.title, language).casefold() for language in LANGUAGES}
        if wanted and (wanted == found.key or wanted in titles):
            return found.key
    raise TrainerError("form.unknown")


def _bank(work: Workplace) -> list[Question]:
    """Return the questions of the bank that are not put away, by topic."""
    found = [question for question in bank_questions(work) if not question.archived]
    return sorted(found, key=lambda question: question.topic.casefold())


def _data(questions: Sequence[Question], form: Form | None, format: QuestionFormat, language: str) -> bytes:
    if format is QuestionFormat.GIFT:
        if not questions:
            raise TrainerError("question_file.nothing_in_language", language=LANGUAGE_WORDS[language])
        return write_gift(questions, language)
    if format is QuestionFormat.XLSFORM:
        title = form.title.best(language) if form else SHEET_WORDS["questions"].best(language)
        identifier = f"form_{form.key.replace('-', '')[-12:]}" if form else "questions"
        return write_xlsform(questions, form, title, identifier, language)
    return write_question_table(questions, form, language)


def _is_written(question: Question, format: QuestionFormat, language: str) -> bool:
    return format is not QuestionFormat.GIFT or not missing_texts(question, (language,))


def _untold(chosen: Sequence[Question], written: Sequence[Question], language: str) -> list[Trouble]:
    """Tell what a file in one language does not hold."""
    kept = {question.key for question in written}
    troubles = [
        Trouble(Place(), "question_file.not_in_language", short_name(question))
        for question in chosen
        if question.key not in kept
    ]
    others = [each for each in LANGUAGES if each != language]
    more = sum(any(getattr(question.text, each) for each in others) for question in written)
    if more:
        troubles.append(Trouble(Place(), "question_file.other_languages", values={"count": more}))
    return troubles


def _lost(count: int) -> list[Trouble]:
    return [Trouble(Place(), "question_file.lost_questions", values={"count": count})] if count else []


def _name(form: Form | None, language: str) -> str:
    words = form.title.best(language) if form else SHEET_WORDS["questions"].best(language)
    return "".join(each if each.isalnum() or each in " -_." else " " for each in words).strip()[:60] or "1"


def _examples() -> list[Question]:
    """Return a question of each kind, in three languages: from the forms that come with the program."""
    asked = [
        question
        for name in ("knowledge_test", "feedback_short")
        for question in standard_forms.standard_form(name).questions
    ]
    found: dict[QuestionKind, Question] = {}
    for question in asked:
        found.setdefault(question.kind, question)
    found[QuestionKind.NUMBER] = Question(
        key="",
        kind=QuestionKind.NUMBER,
        text=Texts(
            "Як шабонарӯз чанд соат аст?", "Сколько часов в сутках?", "How many hours are there in a day?"
        ),
        accepted=(Accepted("24"), Accepted("23..25", 5_000)),
    )
    return [found[kind] for kind in QuestionKind if kind in found]
