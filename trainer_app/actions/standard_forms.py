"""Forms that come with the program: what there is, and adding one to the bank in one step."""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from trainer_app.actions import forms
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import FormKind
from trainer_app.domain.standard_forms import Scale, StandardForm, read_scales, read_standard_form
from trainer_app.store import forms as stored
from trainer_app.store import questions
from trainer_app.store.journal import Write
from trainer_app.system.resources import resource

NAMES = ("knowledge_test", "feedback_short", "role_play", "interview", "follow_up")
"""The forms, in the order in which they are offered: files of `resources/forms`."""


class Standing(StrEnum):
    """Whether a standard form is in the bank of this laptop."""

    ABSENT = "absent"
    THERE = "there"
    PUT_AWAY = "put_away"


@dataclass(frozen=True)
class Offer:
    """A standard form and how it stands here."""

    standard: StandardForm
    standing: Standing


def list_standard_forms(work: Workplace, kind: FormKind | None = None) -> list[Offer]:
    """Return the forms that come with the program, those of one kind if asked."""
    return [
        Offer(standard, _standing(work, standard))
        for standard in map(standard_form, NAMES)
        if kind in (None, standard.form.kind)
    ]


def add_standard_form(work: Workplace, name: str) -> Changes:
    """Put a standard form and its questions into the bank, or bring it back; `key` is its newest version's.

    Questions that are there already stay as they are. Raises form.unknown for a name that there is not.
    """
    standard = standard_form(name)
    label = Label("form.step.standard", {"name": standard.form.title})
    own = standard.form
    if stored.get_form(work.database, own.key) is not None:
        newest = forms.versions(work, own.key)[0]
        return work.journal.record(label, [Write("form", newest.key, {"archived": False})], key=newest.key)
    there = questions.get_questions(work.database, own.questions)
    writes = [
        Write("question", question.key, questions.question_fields(question))
        for question in standard.questions
        if question.key not in there
    ]
    writes.append(Write("form", own.key, stored.form_fields(own)))
    return work.journal.record(label, writes, key=own.key)


def ensure(work: Workplace, name: str) -> str:
    """Return the key of a standard form's newest version, adding the form if it is not there."""
    return add_standard_form(work, name).key or ""


def standard_form(name: str) -> StandardForm:
    """Return a form that comes with the program. Raises form.unknown."""
    if name not in NAMES:
        raise TrainerError("form.unknown")
    return _read(name)


@functools.cache
def scales() -> Mapping[str, Scale]:
    """Return the ready-made scales by name."""
    return read_scales(_json("scales"))


@functools.cache
def _read(name: str) -> StandardForm:
    return read_standard_form(name, _json(name), scales())


def _json(name: str) -> Any:
    return json.loads(resource("forms", f"{name}.json").read_text(encoding="utf-8"))


def _standing(work: Workplace, standard: StandardForm) -> Standing:
    if stored.get_form(work.database, standard.form.key) is None:
        return Standing.ABSENT
    archived = forms.versions(work, standard.form.key)[0].archived
    return Standing.PUT_AWAY if archived else Standing.THERE
