"""Questions in files: look, take in as one step, write out; and an empty table to fill in.

file = check(work, path)                        reads and compares with the bank; writes nothing
result = take_in(work, file, form=NewForm(...)) one transaction, one undo step
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import MOST_QUESTIONS, Form, FormKind
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import derive_key, new_key
from trainer_app.domain.question_drafts import (
    Fate,
    Found,
    QuestionFile,
    Trouble,
    guess_language,
    in_language,
    line_of,
    recognise,
)
from trainer_app.domain.questions import Question
from trainer_app.domain.texts import Texts
from trainer_app.intake.question_files import read_question_file
from trainer_app.store import forms as stored_forms
from trainer_app.store import questions as stored
from trainer_app.store.journal import Write


@dataclass(frozen=True)
class NewForm:
    """The form that the questions of a file shall make. Without a title it takes that of the file."""

    kind: FormKind
    title: Texts = field(default_factory=Texts)


@dataclass(frozen=True)
class ImportResult:
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
    Raises table.*, question_file.*, cancelled.
    """
    progress("question_file.reading", 0.0)
    found = read_question_file(path, language)
    progress("question_file.reading", 0.7)
    return look_again(work, found)


def look_again(work: Workplace, file: QuestionFile) -> QuestionFile:
    """Compare a file that was read with the bank as it is now."""
    fresh = replace(file, lines=tuple(map(_forget, file.lines)))
    bank = bank_questions(work)
    put_away = {question.key for question in bank if question.archived}
    known = recognise(fresh, bank)
    return replace(known, lines=tuple(_say_put_away(line, put_away) for line in known.lines))


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
        if not file.count(Fate.TAKEN, Fate.KNOWN):
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
        file.count(Fate.TAKEN),
        file.count(Fate.KNOWN),
        file.count(Fate.REFUSED),
        file.count(Fate.LEFT_OUT),
        made,
        form_known,
    )


def bank_questions(work: Workplace) -> list[Question]:
    """Return the questions of the bank without older states; those that are not put away first."""
    everything = stored.list_questions(work.database)
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


def _forget(line: Found) -> Found:
    """Forget what a line was compared with before."""
    if line.fate is not Fate.KNOWN:
        return line
    own = tuple(each for each in line.troubles if not _is_comparison(each))
    return replace(line, fate=Fate.TAKEN, known="", troubles=own)


def _is_comparison(trouble: Trouble) -> bool:
    return trouble.code.startswith(("question_file.known", "question_file.twice"))


def _say_put_away(line: Found, put_away: set[str]) -> Found:
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
        if line.fate is Fate.TAKEN and line.question is not None:
            fields = stored.question_fields(line.question)
            key = _key("question", fields)
            if stored.get_question(work.database, key) is not None:
                key = new_key()  # it was changed since, or has an older state
            writes.append(Write("question", key, fields))
            keys.append(key)
        elif line.known:
            keys.append(line.known)
            if line.known in put_away:
                writes.append(Write("question", line.known, {"archived": False}))
    return writes, list(dict.fromkeys(keys))


def _key(entity: str, fields: Mapping[str, Value]) -> str:
    """Return a key that follows from the contents: two laptops that take the same file in make one row."""
    digest = hashlib.sha256(msgspec.json.encode(sorted(fields.items()))).hexdigest()
    return derive_key(entity, "file", digest)


def _form_write(
    work: Workplace, file: QuestionFile, wanted: NewForm, keys: Sequence[str]
) -> tuple[str, Write | None]:
    """Return the key of the form and what is written of it; nothing if the very same one is there."""
    if len(keys) > MOST_QUESTIONS:
        raise TrainerError("form.too_many_questions", most=MOST_QUESTIONS)
    title = wanted.title if wanted.title.best("") else form_title(file)
    form = Form("", wanted.kind, title, tuple(keys), intro=file.form.intro, shuffled=file.form.shuffled)
    for there in stored_forms.list_forms(work.database):
        same = (there.kind, there.title, there.questions) == (form.kind, form.title, form.questions)
        if same and not there.archived:
            return there.key, None
    fields = stored_forms.form_fields(form)
    key = _key("form", fields)
    if stored_forms.get_form(work.database, key) is not None:
        key = new_key()
    return key, Write("form", key, fields)


def _label(file: QuestionFile, form: NewForm | None, *, form_known: bool) -> Label:
    taken = file.count(Fate.TAKEN)
    if not taken and form is not None and not form_known:
        title = form.title if form.title.best("") else form_title(file)
        return Label("form.step.create", {"name": title})
    return Label("question.step.import", {"count": taken, "file": file.name})
