"""The bank at hand: questions found while typing, filtered by topic and kind, a page of rows at a time.

A bank is read once (5,000 questions take about 0.1 seconds) and answers from memory until something changes;
then whoever holds it reads a new one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from trainer_app.actions.questions import frozen_questions
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.letters import sort_key
from trainer_app.domain.questions import Question, QuestionKind
from trainer_app.domain.word_index import WordIndex
from trainer_app.store import forms
from trainer_app.store import questions as stored


@dataclass(frozen=True)
class QuestionLine:
    """One question in a list. `forms` counts the forms in which it stands; `used`: one of them was used."""

    question: Question
    forms: int = 0
    used: bool = False


class Bank:
    """All questions but older states of those that were changed after their use."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        everything = stored.bank_lines(work.database)
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
            for place, line in enumerate(self._lines)
            if line.archived == archived
            and (kind is None or line.kind == kind.value)
            and (topic is None or line.topic == topic)
            and (found is None or place in found)
        ]

    def lines(self, keys: Collection[str]) -> dict[str, QuestionLine]:
        """Return the rows of some keys."""
        found = stored.get_questions(self._work.database, list(keys))
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
