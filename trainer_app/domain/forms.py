"""Forms made of questions: tests, feedback, practical rating sheets and follow-ups, each in versions.

A form is frozen when it is first used; a change then makes a new version, whose results stand apart. What it
was frozen as is kept as a digest, so that a change that another laptop made meanwhile does not go unseen.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from trainer_app.domain.answers import most_points
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.questions import MissingText, Question, missing_texts
from trainer_app.domain.texts import LANGUAGES, Texts

MOST_QUESTIONS = 200


class FormKind(StrEnum):
    """What a form is for."""

    TEST = "test"
    """Before and after the course: what somebody knows."""
    FEEDBACK = "feedback"
    """At the end, without a name: what somebody thinks of the course."""
    PRACTICAL = "practical"
    """A rating sheet that the trainer fills in for each participant: role play, interview."""
    FOLLOW_UP = "follow_up"
    """Three and six months later, without a name: what is used at work."""


ANONYMOUS = frozenset({FormKind.FEEDBACK, FormKind.FOLLOW_UP})
"""Kinds whose papers point to nobody."""
OCCASIONS = {
    FormKind.TEST: (Occasion.PRE, Occasion.POST, Occasion.MONTH3, Occasion.MONTH6),
    FormKind.FEEDBACK: (Occasion.END,),
    FormKind.PRACTICAL: (Occasion.END,),
    FormKind.FOLLOW_UP: (Occasion.MONTH3, Occasion.MONTH6),
}
"""When forms of a kind are filled in, the usual occasion first."""


@dataclass(frozen=True)
class Form:
    """One version of a form. `questions` are keys, in order; `frozen` is the digest, empty before use."""

    key: str
    kind: FormKind
    title: Texts
    questions: tuple[str, ...] = ()
    intro: Texts = field(default_factory=Texts)
    shuffled: bool = False
    version: int = 1
    previous: str | None = None
    frozen: str = ""
    archived: bool = False

    @property
    def anonymous(self) -> bool:
        """Tell whether its papers point to nobody."""
        return self.kind in ANONYMOUS


@dataclass(frozen=True)
class FullForm:
    """A form with its questions, in order. `lost` are keys of questions that are not here (yet)."""

    form: Form
    questions: tuple[Question, ...]
    lost: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """What the form can give, in hundredths of a point."""
        return most_points(self.questions)

    @property
    def changed(self) -> bool:
        """Tell whether it is no longer what it was frozen as."""
        return bool(self.form.frozen) and self.form.frozen != digest(self)

    @property
    def locked(self) -> bool:
        """Tell whether its questions have to stay as they are.

        A frozen form that another laptop changed meanwhile is not locked: it can be put right again.
        """
        return bool(self.form.frozen) and not self.changed

    def missing(self, languages: tuple[str, ...] = LANGUAGES) -> list[MissingText]:
        """Return every text that is missing in some of the languages; the title counts as question ""."""
        own = [MissingText("", each) for each in languages if not getattr(self.form.title, each).strip()]
        return own + [each for question in self.questions for each in missing_texts(question, languages)]

    def languages(self) -> tuple[str, ...]:
        """Return the languages in which nothing is missing."""
        without = {each.language for each in self.missing()}
        return tuple(each for each in LANGUAGES if each not in without)


def gather(form: Form, found: Mapping[str, Question]) -> FullForm:
    """Return a form with its questions among those that were found, by key."""
    return FullForm(
        form,
        tuple(found[key] for key in form.questions if key in found),
        tuple(key for key in form.questions if key not in found),
    )


def digest(full: FullForm) -> str:
    """Return 32 hex digits over all that decides what is asked and what is right; titles may be mended."""
    asked: list[object] = [full.form.kind.value, full.form.shuffled, list(full.form.questions)]
    asked += [_asked(question) for question in full.questions]
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:32]


def _asked(question: Question) -> Sequence[object]:
    return [
        question.key,
        question.kind.value,
        question.points,
        question.fixed_order,
        [option.credit for option in question.options],
        [[accepted.value, accepted.credit] for accepted in question.accepted],
    ]
