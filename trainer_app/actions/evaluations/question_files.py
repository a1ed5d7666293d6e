"""Questions in files: importing GIFT, XLSForm, Aiken and tables as one step; exporting; empty tables.

file = check(work, path)                         # reads and compares with the bank; writes nothing
result = take_in(work, file, form=NewForm(...))  # one transaction, one undo step
found = export(work, QuestionFormat.GIFT, "ru", form=key)
save(found, path)
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations.forms import get_form, list_forms, standard_form
from trainer_app.actions.evaluations.questions import get_question, short_name
from trainer_app.documents.evaluations.question_files import (
    write_gift,
    write_question_table,
    write_template,
    write_xlsform,
)
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts, words
from trainer_app.domain.evaluations.forms import MOST_QUESTIONS, Form, FormKind
from trainer_app.domain.evaluations.question_files import (
    FilePosition,
    QuestionDraft,
    QuestionFile,
    QuestionFormat,
    QuestionOutcome,
    QuestionProblem,
    TableSheet,
    guess_language,
    in_language,
    line_of,
    mark_known,
    table_word,
)
from trainer_app.domain.evaluations.questions import HANDLERS, Question, QuestionKind, missing_texts
from trainer_app.intake.question_files import read_question_file
from trainer_app.store.base.drafts import Write
from trainer_app.store.evaluations import forms
from trainer_app.system.files import write_checked
from trainer_app.system.messages import text


class NewForm(Struct, frozen=True):
    """The form that the questions of a file shall make. Without a title it takes that of the file."""

    kind: FormKind
    title: Texts = field(default_factory=Texts)


class ImportResult(Struct, frozen=True):
    """What an import did: found = taken + known + refused. `form` is the key of the form, "" without one.

    `form_known`: a form of that kind and title with these very questions was there already.
    """

    changes: Changes
    found: int
    taken: int
    known: int
    refused: int
    left_out: int
    form: str = ""
    form_known: bool = False


def check(
    work: Workplace, path: Path, language: str = "", *, progress: Progress = no_progress
) -> QuestionFile:
    """Read a file and say what would become of each of its questions. Nothing is written.

    `language` is that of texts whose language the file does not say; by default their letters tell.
    Raises table.*, question_file.*, strange_file.*, cancelled.
    """
    progress("question_file.reading", 0.0)
    found = work.child.run(part_of(progress, 0.0, 0.7), read_question_file, path, language)
    progress("question_file.reading", 0.7)
    return look_again(work, found)


def look_again(work: Workplace, file: QuestionFile) -> QuestionFile:
    """Compare a file that was read with the bank as it is now."""
    fresh = replace(file, lines=tuple(map(_forget, file.lines)))
    bank = bank_questions(work)
    put_away = {question.key for question in bank if question.archived}
    known = mark_known(fresh, bank)
    return replace(known, lines=tuple(_say_put_away(line, put_away) for line in known.lines))


@guarded
def take_in(
    work: Workplace, file: QuestionFile, *, form: NewForm | None = None, progress: Progress = no_progress
) -> ImportResult:
    """Add the questions of a file to the bank, and make a form of them if one is wanted; one undo step.

    Questions that the bank has are not doubled; those put away are brought back. Raises
    question_file.nothing_to_take, form.too_many_questions, cancelled; then nothing was written.
    """
    progress("question_file.writing", 0.0)
    with work.journal.transaction():
        file = look_again(work, file)
        if not file.count(QuestionOutcome.TAKEN, QuestionOutcome.KNOWN):
            raise TrainerError("question_file.nothing_to_take", found=file.found)
        writes, keys = _question_writes(work, file)
        made, form_known = "", False
        if form is not None:
            made, write = _form_write(work, file, form, keys)
            form_known = write is None
            writes += [write] if write else []
        changes = work.journal.record(_label(file, form, form_known=form_known), writes, key=made or None)
    progress("question_file.writing", 1.0)
    return ImportResult(
        changes,
        file.found,
        file.count(QuestionOutcome.TAKEN),
        file.count(QuestionOutcome.KNOWN),
        file.count(QuestionOutcome.REFUSED),
        file.count(QuestionOutcome.LEFT_OUT),
        made,
        form_known,
    )


def bank_questions(work: Workplace) -> list[Question]:
    """Return the questions of the bank without older states; those that are not put away first."""
    everything = forms.list_questions(work.database)
    replaced = {question.previous for question in everything if question.previous}
    return sorted(
        (each for each in everything if each.key not in replaced), key=lambda question: question.archived
    )


def form_title(file: QuestionFile) -> Texts:
    """Return the title that a form of this file would have: the file's own, or its name."""
    if file.form.title.best(""):
        return file.form.title
    name = line_of(file.name.rpartition(".")[0] or file.name)
    return in_language(name, file.language or guess_language([name]))


def _forget(line: QuestionDraft) -> QuestionDraft:
    """Forget what a line was compared with before."""
    if line.fate is not QuestionOutcome.KNOWN:
        return line
    own = tuple(each for each in line.troubles if not _is_comparison(each))
    return replace(line, fate=QuestionOutcome.TAKEN, known="", troubles=own)


def _is_comparison(trouble: QuestionProblem) -> bool:
    return trouble.code.startswith(("question_file.known", "question_file.twice"))


def _say_put_away(line: QuestionDraft, put_away: set[str]) -> QuestionDraft:
    if line.known not in put_away or not line.known:
        return line
    first, *rest = line.troubles
    return replace(line, troubles=(replace(first, code="question_file.known_put_away"), *rest))


def _question_writes(work: Workplace, file: QuestionFile) -> tuple[list[Write], list[str]]:
    """Return what is written of the questions, and the keys of all of them in the order of the file."""
    put_away = {each.key for each in bank_questions(work) if each.archived}
    writes: list[Write] = []
    keys: list[str] = []
    for line in file.lines:
        if line.fate is QuestionOutcome.TAKEN and line.question is not None:
            fields = forms.question_fields(line.question)
            key = work.journal.make_key()
            writes.append(Write("question", key, fields))
            keys.append(key)
        elif line.known:
            keys.append(line.known)
            if line.known in put_away:
                writes.append(Write("question", line.known, {"archived": False}))
    return writes, list(dict.fromkeys(keys))


def _form_write(
    work: Workplace, file: QuestionFile, wanted: NewForm, keys: Sequence[str]
) -> tuple[str, Write | None]:
    """Return the key of the form and what is written of it; nothing if the very same one is there."""
    if len(keys) > MOST_QUESTIONS:
        raise TrainerError("form.too_many_questions", most=MOST_QUESTIONS)
    title = wanted.title if wanted.title.best("") else form_title(file)
    form = Form("", wanted.kind, title, tuple(keys), intro=file.form.intro, shuffled=file.form.shuffled)
    for there in forms.list_forms(work.database):
        same = (there.kind, there.title, there.questions) == (form.kind, form.title, form.questions)
        if same and not there.archived:
            return there.key, None
    fields = forms.form_fields(form)
    key = work.journal.make_key()
    return key, Write("form", key, fields)


def _label(file: QuestionFile, form: NewForm | None, *, form_known: bool) -> Label:
    taken = file.count(QuestionOutcome.TAKEN)
    if not taken and form is not None and not form_known:
        title = form.title if form.title.best("") else form_title(file)
        return Label("form.step.create", {"name": title})
    return Label("question.step.import", {"count": taken, "file": file.name})


FORMATS = (QuestionFormat.TABLE, QuestionFormat.GIFT, QuestionFormat.XLSFORM)
"""Formats that are written, the one that keeps everything first."""
_HELP = tuple(f"question_file.help.{number}" for number in range(1, 8))


class Export(Struct, frozen=True):
    """A file to be saved under a name like `name`, with `written` of `found` questions."""

    data: bytes
    name: str
    found: int
    written: int
    troubles: tuple[QuestionProblem, ...] = ()


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
    full = get_form(work, form) if form else None
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


def question_template(language: str) -> Export:
    """Return the empty table with a question of each kind as an example, and how it is filled in."""
    lines = [text(code, language) for code in _HELP]
    data = write_template(_examples(), lines, language)
    return Export(data, f"{table_word(TableSheet.QUESTIONS, language)}.xlsx", 0, 0)


def languages_of(work: Workplace, form: str = "") -> dict[str, int]:
    """Return how many questions of a form, or of the bank, have all their words in each language."""
    questions = get_form(work, form).questions if form else tuple(_bank(work))
    return {each: sum(not missing_texts(question, (each,)) for question in questions) for each in LANGUAGES}


def find_form(work: Workplace, name: str) -> str:
    """Return the key of a form by its title in any language, or its key. Raises form.unknown."""
    wanted = name.strip().casefold()
    for found in list_forms(work):
        titles = {found.title[language].casefold() for language in LANGUAGES}
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
            raise TrainerError("question_file.nothing_in_language", language=words(f"language.{language}"))
        return write_gift(questions, language)
    if format is QuestionFormat.XLSFORM:
        title = form.title.best(language) if form else table_word(TableSheet.QUESTIONS, language)
        identifier = f"form_{form.key.replace('-', '')[-12:]}" if form else "questions"
        return write_xlsform(questions, form, title, identifier, language)
    return write_question_table(questions, form, language)


def _is_written(question: Question, format: QuestionFormat, language: str) -> bool:
    return format is not QuestionFormat.GIFT or not missing_texts(question, (language,))


def _untold(chosen: Sequence[Question], written: Sequence[Question], language: str) -> list[QuestionProblem]:
    """Tell what a file in one language does not hold."""
    kept = {question.key for question in written}
    troubles = [
        QuestionProblem(FilePosition(), "question_file.not_in_language", short_name(question))
        for question in chosen
        if question.key not in kept
    ]
    others = [each for each in LANGUAGES if each != language]
    more = sum(any(question.text[each] for each in others) for question in written)
    if more:
        troubles.append(
            QuestionProblem(FilePosition(), "question_file.other_languages", values={"count": more})
        )
    return troubles


def _lost(count: int) -> list[QuestionProblem]:
    return (
        [QuestionProblem(FilePosition(), "question_file.lost_questions", values={"count": count})]
        if count
        else []
    )


def _name(form: Form | None, language: str) -> str:
    words = form.title.best(language) if form else table_word(TableSheet.QUESTIONS, language)
    return "".join(each if each.isalnum() or each in " -_." else " " for each in words).strip()[:60] or "1"


def _examples() -> list[Question]:
    """Return a question of each kind, in three languages: from the forms that come with the program."""
    asked = [
        question
        for name in ("knowledge_test", "feedback_short")
        for question in standard_form(name).questions
    ]
    found: dict[QuestionKind, Question] = {}
    for question in asked:
        found.setdefault(question.kind, question)
    for kind, handler in HANDLERS.items():
        if handler.example:
            asked_text = words(f"question.example.{kind.value}")
            found[kind] = Question("", kind, asked_text, accepted=handler.example)
    return [found[kind] for kind in QuestionKind if kind in found]
