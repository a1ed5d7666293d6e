"""The bank of questions: reading, saving, archiving; and the bank in memory, searched while typing.

A `Bank` is read once (5,000 questions take about 0.1 seconds) and answers from memory until something
changes; then whoever holds it reads a new one.
"""

from collections.abc import Collection
from functools import cached_property

from msgspec import Struct

from trainer_app.actions.base.naming import told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.structs import replace, typed_onto
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.text_search import WordIndex, searcher
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.forms import gather_questions
from trainer_app.domain.evaluations.questions import Question, QuestionKind, asks_the_same, check_question
from trainer_app.store.base.drafts import Write
from trainer_app.store.evaluations import forms

_LONGEST_NAME = 60


def list_questions(work: Workplace, text: str = "", *, archived: bool = False) -> list[Question]:
    """Return the questions of the bank by topic, the oldest first; those of which some words fit `text`.

    Older states of a question that was changed after its use are left out, as are those put away unless
    `archived` asks for them.
    """
    everything = forms.list_questions(work.database)
    replaced = {question.previous for question in everything if question.previous}
    fits = searcher(text)
    found = [
        question
        for question in everything
        if question.key not in replaced and question.archived == archived and fits(_words(question))
    ]
    return sorted(found, key=lambda question: question.topic.casefold())


def get_question(work: Workplace, key: str) -> Question:
    """Return one question. Raises question.unknown."""
    found = forms.get_question(work.database, key)
    if found is None:
        raise TrainerError("question.unknown")
    return found


def topics(work: Workplace) -> tuple[str, ...]:
    """Return the topics of the bank, in the order of the alphabet."""
    return tuple(sorted({line.topic for line in forms.bank_lines(work.database) if line.topic}, key=sort_key))


def frozen_questions(work: Workplace) -> frozenset[str]:
    """Return the keys of the questions that stand in a form that was used, and still is what it was."""
    frozen = [form for form in forms.list_forms(work.database) if form.frozen]
    found = forms.get_questions(work.database, [key for form in frozen for key in form.questions])
    fulls = (gather_questions(form, found) for form in frozen)
    return frozenset(key for full in fulls if full.locked for key in full.form.questions)


@guarded
def save_question(work: Workplace, question: Question, *, opened: Question | None = None) -> Changes:
    """Add a question (with an empty key) or change one; `key` of what is returned is the question's.

    One that was used stays as it was, but for texts that were missing, its name, topic and explanation: with
    any other change a new question takes its place in the bank and in the forms that are
    not frozen. In a form that another laptop changed after its use it can be put right. `opened` is what it
    was when the form was opened; raises ChangedMeanwhile, see `domain.base.structs`.

    Raises question.unknown and what `check_question` raises.
    """
    if not question.key:
        check_question(question)
        label = Label("question.step.create", {"name": short_name(question)})
        return _write(work, label, replace(question, key=work.journal.make_key()))
    with work.journal.transaction():
        return _change(work, question, opened)


def _change(work: Workplace, question: Question, opened: Question | None) -> Changes:
    old = get_question(work, question.key)
    with told_by_whom(work, "question", question.key):
        question = typed_onto(old, question, opened)
    check_question(question)
    name = {"name": short_name(question)}
    if asks_the_same(old, question) or question.key not in frozen_questions(work):
        return _write(work, Label("question.step.change", name), question)
    changed = replace(question, key=work.journal.make_key(), previous=old.key)
    moved = []
    for form in forms.list_forms(work.database):
        if not form.frozen and old.key in form.questions:
            keys: list[Value] = [changed.key if key == old.key else key for key in form.questions]
            moved.append(Write("form", form.key, {"questions": keys}))
    return _write(work, Label("question.step.change", name), changed, *moved)


@guarded
def archive_question(work: Workplace, key: str, *, archived: bool = True) -> Changes:
    """Put a question away, or bring it back; forms that hold it keep it. Raises question.unknown."""
    question = get_question(work, key)
    label = Label(
        "question.step.archive" if archived else "question.step.restore", {"name": short_name(question)}
    )
    return work.journal.record(label, [Write("question", key, {"archived": archived})])


@guarded
def delete_question(work: Workplace, key: str) -> Changes:
    """Delete a question that stands in no form. Raises question.unknown, question.in_use."""
    question = get_question(work, key)
    if any(key in form.questions for form in forms.list_forms(work.database)):
        raise TrainerError("question.in_use")
    label = Label("question.step.delete", {"name": short_name(question)})
    return work.journal.record(label, [Write("question", key, delete=True)])


def short_name(question: Question) -> str:
    """Return what a question is called in lists: its name, or the beginning of its words."""
    name = question.name or " ".join(question.text.best("").split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _write(work: Workplace, label: Label, question: Question, *more: Write) -> Changes:
    write = Write("question", question.key, forms.question_fields(question))
    return work.journal.record(label, [write, *more], key=question.key)


def _words(question: Question) -> str:
    texts = [question.text, *(option.text for option in question.options)]
    words = [each[language] for each in texts for language in LANGUAGES]
    return " ".join([question.name, question.topic, *words])


class QuestionLine(Struct, frozen=True):
    """One question in a list. `forms` counts the forms in which it stands; `used`: one of them was used."""

    question: Question
    forms: int = 0
    used: bool = False


def has_questions(work: Workplace) -> bool:
    """Tell whether there is a question in the bank that is not archived."""
    return any(not line.archived for line in forms.bank_lines(work.database))


class Bank:
    """All questions but older states of those that were changed after their use."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        everything = forms.bank_lines(work.database)
        replaced = {line.previous for line in everything if line.previous}
        self._lines = sorted(
            (line for line in everything if line.key not in replaced), key=lambda line: sort_key(line.topic)
        )
        self._forms: dict[str, int] = {}
        for form in forms.list_forms(work.database):
            for key in form.questions:
                self._forms[key] = self._forms.get(key, 0) + 1
        self._used = frozen_questions(work)

    def __len__(self) -> int:
        return len(self._lines)

    def keys(
        self,
        text: str = "",
        *,
        topic: str | None = None,
        kind: QuestionKind | None = None,
        archived: bool = False,
    ) -> list[str]:
        """Return the keys of the questions found: by topic, the oldest first.

        `text` is looked for in names, topics, questions and options, in any script or layout; `topic` is
        one of `topics`, "" for those without one.
        """
        found = self._index.find(text) if text.strip() else None
        return [
            line.key
            for index, line in enumerate(self._lines)
            if line.archived == archived
            and (kind is None or line.kind == kind.value)
            and (topic is None or line.topic == topic)
            and (found is None or index in found)
        ]

    def lines(self, keys: Collection[str]) -> dict[str, QuestionLine]:
        """Return the rows of some keys."""
        found = forms.get_questions(self._work.database, list(keys))
        return {
            key: QuestionLine(question, self._forms.get(key, 0), key in self._used)
            for key, question in found.items()
        }

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """All topics, in the order of the alphabet."""
        return tuple(sorted({line.topic for line in self._lines if line.topic}, key=sort_key))

    @cached_property
    def put_away(self) -> int:
        """How many questions are put away."""
        return sum(line.archived for line in self._lines)

    def warm_up(self) -> None:
        """Read the words now, so that the first letter typed is answered at once."""
        self._index.find("")

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(line.words for line in self._lines)
