"""Says in words what stands on papers: which question, which option, on whose paper, for Review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.answers import (
    BLANK,
    LETTERS,
    chosen_options,
    option_marks,
    order_seed,
    read_printed,
)
from trainer_app.domain.changes import Label
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FullForm, gather
from trainer_app.domain.question_papers import orders_of
from trainer_app.domain.questions import Question, QuestionKind
from trainer_app.domain.texts import Texts
from trainer_app.store import chronicle
from trainer_app.store import forms as stored
from trainer_app.store.questions import get_questions

_LISTED = (QuestionKind.SINGLE, QuestionKind.LIKERT)
"""Kinds of which one option is the answer, so that it can be chosen from a list."""


@dataclass(frozen=True)
class Asked:
    """A question as a paper asks it: its place from 1, and the options' own numbers in the order printed."""

    question: Question
    place: int
    order: tuple[int, ...]


class AnswerWords:
    """Looks up papers and forms once for a whole list."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._forms: dict[str, FullForm | None] = {}

    def paper_of(self, answer: str) -> Mapping[str, Any]:
        """Return the row of the paper on which an answer stands; nothing if it is not here."""
        return self._row("paper", str(self._row("answer", answer).get("paper") or ""))

    def asked(self, answer: str) -> Asked | None:
        """Return the question of an answer as its paper asks it; None if form or question are not here."""
        paper, question = self.paper_of(answer), self._row("answer", answer).get("question")
        full = self.form(str(paper.get("form") or ""))
        if full is None:
            return None
        parts = (str(paper.get("course")), full.form.key, str(paper.get("occasion")))
        orders = orders_of(full, order_seed(*parts, int(paper.get("number") or 0)))
        return next(
            (
                Asked(each, place, orders.get(each.key, ()))
                for place, each in enumerate(full.questions, 1)
                if each.key == question
            ),
            None,
        )

    def form(self, key: str) -> FullForm | None:
        """Return a form, if it is here."""
        if key not in self._forms:
            found = stored.get_form(self._work.database, key) if key else None
            questions = get_questions(self._work.database, found.questions) if found else {}
            self._forms[key] = gather(found, questions) if found else None
        return self._forms[key]

    def title(self, entity: str, key: str) -> Texts | None:
        """Return what a form, a sitting's form, a sheet's form or a question is called."""
        if entity == "question":
            row = self._row("question", key)
            return Texts(**{each: str(row.get(f"text_{each}") or "") for each in ("tg", "ru", "en")})
        full = self.form(key if entity == "form" else str(self._row(entity, key).get("form") or ""))
        return full.form.title if full is not None else None

    def say_answer(self, answer: str, value: str | None) -> Label:
        """Return one answer of somebody's paper in words."""
        asked = self.asked(answer)
        return say_value(asked, value) if asked is not None else _plain(value)

    def choices(self, answer: str) -> tuple[tuple[str, Label], ...]:
        """Return the options from which another answer is chosen, by their marks; none where it is typed."""
        asked = self.asked(answer)
        if asked is None or asked.question.kind not in _LISTED:
            return ()
        marks = option_marks(asked.question)
        found = [(mark, say_value(asked, str(own))) for mark, own in zip(marks, asked.order, strict=True)]
        return (*found, ("-", say_value(asked, BLANK)))

    def read_answer(self, answer: str, text: str) -> str:
        """Return as an answer what was typed as on the paper. Raises what `read_printed` raises."""
        asked = self.asked(answer)
        return read_printed(asked.question, text, asked.order) if asked is not None else text

    def say_sheet(self, key: str, values: Sequence[object], places: Sequence[int] = ()) -> Label:
        """Return what stands on an anonymous sheet at some places (from 0), else everywhere, in words."""
        full = self.form(str(self._row("feedback_paper", key).get("form") or ""))
        parts = []
        for place in places or range(len(values)):
            value = values[place] if place < len(values) else None
            given = value if isinstance(value, str) else None
            if full is None or place >= len(full.questions):
                parts.append(Label("review.value.at_place", {"place": place + 1, "answer": _plain(given)}))
                continue
            question = full.questions[place]
            asked = Asked(question, place + 1, tuple(range(1, len(question.options) + 1)))
            told = {"place": place + 1, "question": question.text, "answer": say_value(asked, given)}
            parts.append(Label("review.value.at_question", told))
        return _one_by_one(parts)

    @cached_property
    def occasions(self) -> Mapping[str, Label]:
        """The occasions in words."""
        return {each.value: Label(f"evaluation.occasion.{each.value}") for each in Occasion}

    def _row(self, entity: str, key: str) -> dict[str, Any]:
        return chronicle.row_of(self._work.journal, entity, key) if key else {}


def _one_by_one(parts: Sequence[Label]) -> Label:
    """Return several answers with their questions, so that none runs into the next."""
    if len(parts) < 2:
        return parts[0] if parts else Label("review.value.blank")
    return Label("review.value.then", {"first": parts[0], "rest": _one_by_one(parts[1:])})


def say_value(asked: Asked, value: str | None) -> Label:
    """Return an answer as whoever holds the paper reads it: "B: Make everybody safe", "left blank"."""
    if not value:
        return _plain(value)
    chosen = chosen_options(value) if asked.order else ()
    if not chosen:
        return _plain(value)
    marks = option_marks(asked.question) or LETTERS
    places = sorted(asked.order.index(own) for own in chosen if own in asked.order)
    parts = [
        Label(
            "review.value.option",
            {"mark": marks[place], "text": asked.question.options[asked.order[place] - 1].text},
        )
        for place in places
    ]
    return parts[0] if len(parts) == 1 else Label("review.value.list", {"parts": parts})


def differing(sides: Sequence[Sequence[object]]) -> list[int]:
    """Return the places (from 0) at which lists of answers differ."""
    longest = max(map(len, sides), default=0)
    return [place for place in range(longest) if len({_at(each, place) for each in sides}) > 1]


def _at(values: Sequence[object], place: int) -> str | None:
    value = values[place] if place < len(values) else None
    return value if isinstance(value, str) else None


def _plain(value: str | None) -> Label:
    if value is None:
        return Label("review.value.not_keyed")
    return Label("review.value.text", {"text": value}) if value else Label("review.value.left_blank")
