"""Forms: made of questions, used in courses, frozen by their first use, changed by a new version."""

from collections.abc import Sequence
from dataclasses import replace

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.forms import MOST_QUESTIONS, Form, FormKind, FullForm, digest, gather
from trainer_app.domain.keys import new_key
from trainer_app.domain.texts import Texts
from trainer_app.store import forms as stored
from trainer_app.store import papers
from trainer_app.store.journal import Write
from trainer_app.store.questions import get_questions


def list_forms(work: Workplace, kind: FormKind | None = None, *, archived: bool = False) -> list[Form]:
    """Return forms by kind and title; of each only the newest version."""
    everything = stored.list_forms(work.database)
    replaced = {form.previous for form in everything if form.previous}
    order = list(FormKind)
    found = [
        form
        for form in everything
        if form.key not in replaced and form.archived == archived and kind in (None, form.kind)
    ]
    return sorted(found, key=lambda form: (order.index(form.kind), form.title.best("").casefold()))


def get_form(work: Workplace, key: str) -> FullForm:
    """Return a form with its questions. Raises form.unknown."""
    form = stored.get_form(work.database, key)
    if form is None:
        raise TrainerError("form.unknown")
    return gather(form, get_questions(work.database, form.questions))


def versions(work: Workplace, key: str) -> list[Form]:
    """Return all versions of a form, the newest first. Raises form.unknown."""
    by_key = {form.key: form for form in stored.list_forms(work.database)}
    if key not in by_key:
        raise TrainerError("form.unknown")
    chain = {key}
    while True:
        more = {form.key for form in by_key.values() if form.previous in chain}
        more |= {by_key[each].previous or each for each in chain} & by_key.keys()
        if more <= chain:
            return sorted((by_key[each] for each in chain), key=lambda form: (-form.version, form.key))
        chain |= more


def save_form(work: Workplace, form: Form) -> Changes:
    """Add a form (with an empty key) or change one; a frozen one takes a new title and intro only.

    One that another laptop changed after it was frozen can be put right.

    Raises form.unknown, form.no_title, form.frozen, form.too_many_questions.
    """
    if not form.title.best(""):
        raise TrainerError("form.no_title")
    if len(form.questions) > MOST_QUESTIONS:
        raise TrainerError("form.too_many_questions", most=MOST_QUESTIONS)
    name = {"name": form.title}
    if not form.key:
        return _write(work, Label("form.step.create", name), replace(form, key=new_key()))
    full = get_form(work, form.key)
    asked = replace(full.form, title=form.title, intro=form.intro, archived=form.archived)
    if full.locked and form != asked:
        raise TrainerError("form.frozen")
    return _write(work, Label("form.step.change", name), form)


def set_questions(work: Workplace, key: str, questions: Sequence[str]) -> Changes:
    """Say which questions a form has, in order; one that is named twice stands in it once.

    Raises form.unknown, form.frozen, form.too_many_questions.
    """
    form = get_form(work, key).form
    return save_form(work, replace(form, questions=tuple(dict.fromkeys(questions))))


def add_version(work: Workplace, key: str) -> Changes:
    """Make a new version of a form, to be changed; `key` of what is returned is its key."""
    old = get_form(work, key).form
    newest = versions(work, key)[0]
    made = replace(old, key=new_key(), version=newest.version + 1, previous=newest.key, frozen="")
    return _write(work, Label("form.step.version", {"name": old.title}), made)


def copy_form(work: Workplace, key: str, title: Texts) -> Changes:
    """Make another form with the same questions under another title. Raises form.unknown."""
    old = get_form(work, key).form
    return save_form(work, replace(old, key="", title=title, version=1, previous=None, frozen=""))


def archive_form(work: Workplace, key: str, *, archived: bool = True) -> Changes:
    """Put a form away, or bring it back; its papers stay. Raises form.unknown."""
    form = get_form(work, key).form
    label = Label("form.step.archive" if archived else "form.step.restore", {"name": form.title})
    return work.journal.record(label, [Write("form", key, {"archived": archived})])


def delete_form(work: Workplace, key: str) -> Changes:
    """Delete a form that no course has chosen. Raises form.unknown, form.frozen, form.chosen."""
    form = get_form(work, key).form
    if form.frozen or papers.count_answers(work.database, key):
        raise TrainerError("form.frozen")
    if any(sitting.form == key for sitting in stored.list_sittings(work.database)):
        raise TrainerError("form.chosen")
    return work.journal.record(
        Label("form.step.delete", {"name": form.title}), [Write("form", key, delete=True)]
    )


def freeze(work: Workplace, full: FullForm) -> list[Write]:
    """Return what has to be written with the first use of a form: nothing from the second on.

    Raises form.no_questions, form.unscored_test.
    """
    if full.form.frozen:
        return []
    if not full.questions:
        raise TrainerError("form.no_questions")
    if full.form.kind is FormKind.TEST and not any(question.scored for question in full.questions):
        raise TrainerError("form.unscored_test")
    return [Write("form", full.form.key, {"frozen": digest(full)})]


def _write(work: Workplace, label: Label, form: Form) -> Changes:
    return work.journal.record(label, [Write("form", form.key, stored.form_fields(form))], key=form.key)
