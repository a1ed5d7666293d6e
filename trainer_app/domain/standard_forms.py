"""Forms that come with the program, and ready-made scales, as they are written in `resources/forms`.

Keys are derived from the form's name, its edition and the question's name, so that two laptops that add the
same form have one. An edition is never changed once it was handed out: another wording is another edition.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.forms import Form, FormKind
from trainer_app.domain.keys import derive_key
from trainer_app.domain.questions import POINT, Option, Question, QuestionKind, spread_credits
from trainer_app.domain.texts import Texts
from trainer_app.domain.topics import topic_of


@dataclass(frozen=True)
class Scale:
    """A ready-made scale: its steps, the lowest first."""

    name: str
    title: Texts
    steps: tuple[Texts, ...]


@dataclass(frozen=True)
class StandardForm:
    """A form with its questions, not frozen, under the keys that every laptop gives them."""

    name: str
    form: Form
    questions: tuple[Question, ...]


def read_scales(listed: Sequence[Mapping[str, Any]]) -> dict[str, Scale]:
    """Return scales by name."""
    return {
        each["name"]: Scale(
            each["name"], Texts(**each["title"]), tuple(Texts(**step) for step in each["steps"])
        )
        for each in listed
    }


def read_standard_form(name: str, written: Mapping[str, Any], scales: Mapping[str, Scale]) -> StandardForm:
    """Return the form that a file describes."""
    edition = str(written["edition"])
    topic = topic_of(Texts(**written["topic"]))
    questions = tuple(
        _question(derive_key("question", "standard", name, edition, each["id"]), topic, each, scales)
        for each in written["questions"]
    )
    form = Form(
        key=derive_key("form", "standard", name, edition),
        kind=FormKind(written["kind"]),
        title=Texts(**written["title"]),
        intro=Texts(**written["intro"]),
        questions=tuple(question.key for question in questions),
        shuffled=bool(written.get("shuffled")),
    )
    return StandardForm(name, form, questions)


def _question(key: str, topic: str, written: Mapping[str, Any], scales: Mapping[str, Scale]) -> Question:
    kind = QuestionKind(written["kind"])
    texts = [Texts(**each) for each in written.get("options", ())]
    if kind is QuestionKind.LIKERT:
        texts = list(scales[written["scale"]].steps)
    right = set(written.get("right", ()))
    credits = spread_credits(kind, [number in right for number in range(1, len(texts) + 1)])
    return Question(
        key=key,
        kind=kind,
        text=Texts(**written["text"]),
        options=tuple(Option(text, credit) for text, credit in zip(texts, credits, strict=True)),
        points=POINT,
        topic=topic,
        fixed_order=bool(written.get("fixed_order")),
    )
