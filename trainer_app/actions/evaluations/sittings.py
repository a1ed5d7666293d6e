"""Sittings: which form a course uses on which occasion, and how its papers count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.evaluations import forms
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import MOST_MINUTES, OCCASIONS, FullForm, Occasion, Sitting
from trainer_app.store.base.drafts import Write
from trainer_app.store.evaluations import forms as stored
from trainer_app.store.evaluations import papers


@dataclass(frozen=True)
class SittingView:
    """A sitting with its form; `papers` counts those that were begun, `finished` the whole ones."""

    sitting: Sitting
    form: FullForm
    papers: int
    finished: int


def list_sittings(work: Workplace, course: str) -> list[SittingView]:
    """Return the sittings of a course, the earliest occasion first."""
    found = []
    for sitting in stored.list_sittings(work.database, course):
        full = forms.get_form(work, sitting.form)
        done = _finished(work, sitting, full)
        found.append(SittingView(sitting, full, len(done), sum(done)))
    return found


def get_sitting(work: Workplace, key: str) -> Sitting:
    """Return one sitting. Raises sitting.unknown."""
    found = stored.get_sitting(work.database, key)
    if found is None:
        raise TrainerError("sitting.unknown")
    return found


def choose_form(work: Workplace, course: str, form: str, occasion: Occasion) -> Changes:
    """Let a course use a form on an occasion; `key` of what is returned is the sitting's.

    The same choice made on two laptops is one. Raises course.unknown, form.unknown, form.no_questions,
    sitting.wrong_occasion.
    """
    get_course(work, course)
    full = forms.get_form(work, form)
    if not full.questions:
        raise TrainerError("form.no_questions")
    if occasion not in OCCASIONS[full.form.kind]:
        raise TrainerError("sitting.wrong_occasion")
    key = stored.sitting_key(course, form, occasion)
    sitting = stored.get_sitting(work.database, key) or Sitting(key, course, form, occasion)
    return _write(work, Label("sitting.step.choose", _names(full, occasion)), sitting)


def change_sitting(work: Workplace, sitting: Sitting) -> Changes:
    """Change how a sitting goes. Raises sitting.unknown, sitting.minutes_out_of_range."""
    old = get_sitting(work, sitting.key)
    if not 0 <= sitting.minutes <= MOST_MINUTES:
        raise TrainerError("sitting.minutes_out_of_range", most=MOST_MINUTES)
    kept = replace(sitting, course=old.course, form=old.form, occasion=old.occasion)
    label = Label("sitting.step.change", _names(forms.get_form(work, old.form), old.occasion))
    return _write(work, label, kept)


def drop_sitting(work: Workplace, key: str) -> Changes:
    """Take a form away from a course that has no papers of it. Raises sitting.unknown, sitting.has_papers."""
    sitting = get_sitting(work, key)
    full = forms.get_form(work, sitting.form)
    count = len(_finished(work, sitting, full))
    if count:
        raise TrainerError("sitting.has_papers", count=count)
    label = Label("sitting.step.drop", _names(full, sitting.occasion))
    return work.journal.record(label, [Write("sitting", key, delete=True)])


def set_resit_rule(work: Workplace, course: str, rule: ResitRule) -> Changes:
    """Say which paper of a person counts when there are several for one occasion. Raises course.unknown."""
    get_course(work, course)
    label = Label("sitting.step.resit_rule", {"rule": Label(f"sitting.resit.{rule.value}")})
    return work.journal.record(label, [Write("course", course, {"resit_rule": rule.value})])


def _finished(work: Workplace, sitting: Sitting, full: FullForm) -> Sequence[bool]:
    """Return for each paper of a sitting whether it is whole."""
    if full.form.anonymous:
        found = papers.list_feedback_papers(work.database, sitting.course)
        found += papers.list_drafts(work.database, sitting.course)
        return [
            paper.finished
            for paper in found
            if (paper.form, paper.occasion) == (sitting.form, sitting.occasion)
        ]
    keys = {question.key for question in full.questions}
    return [
        paper.finished or keys <= paper.answers.keys()
        for paper in papers.list_papers(work.database, sitting.course)
        if (paper.form, paper.occasion) == (sitting.form, sitting.occasion)
    ]


def _names(full: FullForm, occasion: Occasion) -> dict[str, object]:
    return {"name": full.form.title, "occasion": Label(f"evaluation.occasion.{occasion.value}")}


def _write(work: Workplace, label: Label, sitting: Sitting) -> Changes:
    write = Write("sitting", sitting.key, stored.sitting_fields(sitting))
    return work.journal.record(label, [write], key=sitting.key)
