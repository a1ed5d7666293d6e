"""Forms made of questions, frozen by their first use, changed by new versions; lists; standard forms."""

import functools
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from trainer_app.actions.base.history import check_no_papers
from trainer_app.actions.base.naming import told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace, typed_onto, value_onto
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.base.texts import LANGUAGES, Texts, resource
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import (
    MOST_MINUTES,
    MOST_QUESTIONS,
    OCCASIONS,
    Form,
    FormKind,
    FullForm,
    Occasion,
    Scale,
    Sitting,
    StandardForm,
    form_digest,
    gather_questions,
    read_scales,
    read_standard_form,
)
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import changed_fields
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms, papers
from trainer_app.store.evaluations.forms import get_questions


def list_forms(work: Workplace, kind: FormKind | None = None, *, archived: bool = False) -> list[Form]:
    """Return forms by kind and title; of each only the newest version."""
    everything = forms.list_forms(work.database)
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
    found = work.database.remembered(f"form {key}", lambda: _read_form(work, key), ("form", "question"))
    if found is None:
        raise TrainerError("form.unknown")
    return found


def _read_form(work: Workplace, key: str) -> FullForm | None:
    form = forms.get_form(work.database, key)
    return gather_questions(form, get_questions(work.database, form.questions)) if form is not None else None


def versions(work: Workplace, key: str) -> list[Form]:
    """Return all versions of a form, the newest first. Raises form.unknown."""
    by_key = {form.key: form for form in forms.list_forms(work.database)}
    if key not in by_key:
        raise TrainerError("form.unknown")
    chain = {key}
    while True:
        more = {form.key for form in by_key.values() if form.previous in chain}
        more |= {by_key[each].previous or each for each in chain} & by_key.keys()
        if more <= chain:
            return sorted((by_key[each] for each in chain), key=lambda form: (-form.version, form.key))
        chain |= more


@guarded
def save_form(work: Workplace, form: Form, *, opened: Form | None = None) -> Changes:
    """Add a form (with an empty key) or change one; a frozen one takes a new title and intro only.

    One that another laptop changed after it was frozen can be put right. `opened` is what it was when it was
    begun to be changed; raises ChangedMeanwhile, see `domain.base.structs`.

    Raises form.unknown, form.no_title, form.frozen, form.too_many_questions.
    """
    if not form.key:
        _check_form(form)
        label = Label("form.step.create", {"name": form.title})
        return _write(work, label, replace(form, key=work.journal.make_key()))
    with work.journal.transaction():
        full = get_form(work, form.key)
        with told_by_whom(work, "form", form.key):
            form = typed_onto(full.form, form, opened)
        _check_form(form)
        asked = replace(full.form, title=form.title, intro=form.intro, archived=form.archived)
        if full.locked and form != asked:
            raise TrainerError("form.frozen")
        return _write(work, Label("form.step.change", {"name": form.title}), form, full.form)


def _check_form(form: Form) -> None:
    if not form.title.best(""):
        raise TrainerError("form.no_title")
    if len(form.questions) > MOST_QUESTIONS:
        raise TrainerError("form.too_many_questions", most=MOST_QUESTIONS)


@guarded
def set_questions(
    work: Workplace, key: str, questions: Sequence[str], *, opened: Sequence[str] | None = None
) -> Changes:
    """Say which questions a form has, in order; one that is named twice stands in it once.

    `opened` are those that it had where it was shown; raises ChangedMeanwhile, form.unknown, form.frozen,
    form.too_many_questions.
    """
    with work.journal.transaction():
        form = get_form(work, key).form
        begun = form if opened is None else replace(form, questions=tuple(opened))
        return save_form(work, replace(form, questions=tuple(dict.fromkeys(questions))), opened=begun)


@guarded
def add_version(work: Workplace, key: str) -> Changes:
    """Make a new version of a form, to be changed; `key` of what is returned is its key."""
    old = get_form(work, key).form
    newest = versions(work, key)[0]
    made = replace(
        old, key=work.journal.make_key(), version=newest.version + 1, previous=newest.key, frozen=""
    )
    return _write(work, Label("form.step.version", {"name": old.title}), made)


@guarded
def copy_form(work: Workplace, key: str, title: Texts) -> Changes:
    """Make another form with the same questions under another title. Raises form.unknown."""
    old = get_form(work, key).form
    return save_form(work, replace(old, key="", title=title, version=1, previous=None, frozen=""))


@guarded
def archive_form(work: Workplace, key: str, *, archived: bool = True) -> Changes:
    """Put a form away, or bring it back; its papers stay. Raises form.unknown."""
    form = get_form(work, key).form
    label = Label("form.step.archive" if archived else "form.step.restore", {"name": form.title})
    return work.journal.record(label, [Write("form", key, {"archived": archived})])


@guarded
def delete_form(work: Workplace, key: str) -> Changes:
    """Delete a form that no course has chosen. Raises form.unknown, form.frozen, form.chosen."""
    form = get_form(work, key).form
    if form.frozen or papers.count_answers(work.database, key):
        raise TrainerError("form.frozen")
    if any(sitting.form == key for sitting in forms.list_sittings(work.database)):
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
    return [Write("form", full.form.key, {"frozen": form_digest(full)})]


def _write(work: Workplace, label: Label, form: Form, held: Form | None = None) -> Changes:
    fields = forms.form_fields(form)
    if held is not None:
        fields = changed_fields("form", fields, forms.form_fields(held))
    return work.journal.record(label, [Write("form", form.key, fields)], key=form.key)


class CourseOf(Struct, frozen=True):
    """A course that has chosen a form."""

    key: str
    code: str


class FormLine(Struct, frozen=True):
    """The newest version of a form. `courses` chose any version, the earliest course first."""

    full: FullForm
    courses: tuple[CourseOf, ...] = ()
    versions: int = 1


def list_form_lines(
    work: Workplace, text: str = "", kind: FormKind | None = None, *, archived: bool = False
) -> list[FormLine]:
    """Return forms by kind and title; those of which some words of the title fit `text`."""
    fits = searcher(text)
    listed = [form for form in list_forms(work, kind, archived=archived) if fits(_words(form))]
    keys = [key for form in listed for key in form.questions]
    found = get_questions(work.database, keys)
    older = {form.key: form.previous for form in forms.list_forms(work.database)}
    chosen = _chosen(work)
    lines = []
    for form in listed:
        chain = _chain(form.key, older)
        taken = {course.key: course for key in chain for course in chosen.get(key, ())}
        lines.append(FormLine(gather_questions(form, found), tuple(taken.values()), len(chain)))
    return lines


def get_form_line(work: Workplace, key: str) -> FormLine:
    """Return one version of a form with the courses that chose this version. Raises form.unknown."""
    full = get_form(work, key)
    return FormLine(full, tuple(_chosen(work).get(key, ())), len(versions(work, key)))


def count_archived(work: Workplace) -> int:
    """Return how many forms are put away."""
    return len(list_forms(work, archived=True))


def _chain(key: str, older: dict[str, str | None]) -> list[str]:
    """Return the keys of a form's versions, the newest first."""
    found = [key]
    while (before := older.get(found[-1])) and before not in found:
        found.append(before)
    return found


def _chosen(work: Workplace) -> dict[str, list[CourseOf]]:
    """Return the courses by the key of the form that they chose."""
    codes = {course.key: course.code for course in courses.list_courses(work.database)}
    found: dict[str, list[CourseOf]] = {}
    sittings = forms.list_sittings(work.database)
    for key in codes:
        for sitting in sittings:
            course = CourseOf(key, codes[key])
            if sitting.course == key and course not in found.setdefault(sitting.form, []):
                found[sitting.form].append(course)
    return found


def _words(form: Form) -> str:
    return " ".join(form.title[language] for language in LANGUAGES)


STANDARD_FORM_NAMES = ("knowledge_test", "feedback_short", "role_play", "interview", "follow_up")
"""The forms, in the order in which they are offered: files of `resources/forms`."""


class StandardFormState(StrEnum):
    """Whether a standard form is in the bank of this laptop."""

    ABSENT = "absent"
    THERE = "there"
    PUT_AWAY = "put_away"


class StandardFormOffer(Struct, frozen=True):
    """A standard form and how it stands here."""

    standard: StandardForm
    standing: StandardFormState


def list_standard_forms(work: Workplace, kind: FormKind | None = None) -> list[StandardFormOffer]:
    """Return the forms that come with the program, those of one kind if asked."""
    return [
        StandardFormOffer(standard, _standing(work, standard))
        for standard in map(standard_form, STANDARD_FORM_NAMES)
        if kind in (None, standard.form.kind)
    ]


@guarded
def add_standard_form(work: Workplace, name: str) -> Changes:
    """Put a standard form and its questions into the bank, or bring it back; `key` is its newest version's.

    Questions that are there already stay as they are. Raises form.unknown for a name that there is not.
    """
    standard = standard_form(name)
    label = Label("form.step.standard", {"name": standard.form.title})
    own = standard.form
    if forms.get_form(work.database, own.key) is not None:
        newest = versions(work, own.key)[0]
        return work.journal.record(label, [Write("form", newest.key, {"archived": False})], key=newest.key)
    there = forms.get_questions(work.database, own.questions)
    writes = [
        Write("question", question.key, forms.question_fields(question))
        for question in standard.questions
        if question.key not in there
    ]
    writes.append(Write("form", own.key, forms.form_fields(own)))
    return work.journal.record(label, writes, key=own.key)


@guarded
def ensure_standard_form(work: Workplace, name: str) -> str:
    """Return the key of a standard form's newest version, adding the form if it is not there."""
    return add_standard_form(work, name).key or ""


def standard_form(name: str) -> StandardForm:
    """Return a form that comes with the program. Raises form.unknown."""
    if name not in STANDARD_FORM_NAMES:
        raise TrainerError("form.unknown")
    return _read(name)


@functools.cache
def standard_scales() -> Mapping[str, Scale]:
    """Return the ready-made scales by name."""
    return read_scales(_json("scales"))


@functools.cache
def _read(name: str) -> StandardForm:
    return read_standard_form(name, _json(name), standard_scales())


def _json(name: str) -> Any:
    return json.loads(resource("forms", f"{name}.json").read_text(encoding="utf-8"))


def _standing(work: Workplace, standard: StandardForm) -> StandardFormState:
    if forms.get_form(work.database, standard.form.key) is None:
        return StandardFormState.ABSENT
    archived = versions(work, standard.form.key)[0].archived
    return StandardFormState.PUT_AWAY if archived else StandardFormState.THERE


class SittingView(Struct, frozen=True):
    """A sitting with its form; `papers` counts those that were begun, `finished` the whole ones."""

    sitting: Sitting
    form: FullForm
    papers: int
    finished: int


def list_sittings(work: Workplace, course: str) -> list[SittingView]:
    """Return the sittings of a course, the earliest occasion first."""
    found = []
    for sitting in forms.list_sittings(work.database, course):
        full = get_form(work, sitting.form)
        done = _finished(work, sitting, full)
        found.append(SittingView(sitting, full, len(done), sum(done)))
    return found


def get_sitting(work: Workplace, key: str) -> Sitting:
    """Return one sitting. Raises sitting.unknown."""
    found = forms.get_sitting(work.database, key)
    if found is None:
        raise TrainerError("sitting.unknown")
    return found


@guarded
def choose_form(work: Workplace, course: str, form: str, occasion: Occasion) -> Changes:
    """Let a course use a form on an occasion; `key` of what is returned is the sitting's.

    The same choice made on two laptops is one. Raises course.unknown, form.unknown, form.no_questions,
    sitting.wrong_occasion.
    """
    get_course(work, course)
    full = get_form(work, form)
    if not full.questions:
        raise TrainerError("form.no_questions")
    if occasion not in OCCASIONS[full.form.kind]:
        raise TrainerError("sitting.wrong_occasion")
    key = forms.sitting_key(course, form, occasion)
    sitting = forms.get_sitting(work.database, key) or Sitting(key, course, form, occasion)
    return _sittings_write(work, Label("sitting.step.choose", _names(full, occasion)), sitting)


@guarded
def change_sitting(work: Workplace, sitting: Sitting, *, opened: Sitting | None = None) -> Changes:
    """Change how a sitting goes. Raises sitting.unknown, sitting.minutes_out_of_range.

    `opened` is what it was when the form was opened; raises ChangedMeanwhile.
    """
    with work.journal.transaction():
        old = get_sitting(work, sitting.key)
        with told_by_whom(work, "sitting", sitting.key):
            sitting = typed_onto(old, sitting, opened)
        if not 0 <= sitting.minutes <= MOST_MINUTES:
            raise TrainerError("sitting.minutes_out_of_range", most=MOST_MINUTES)
        kept = replace(sitting, course=old.course, form=old.form, occasion=old.occasion)
        label = Label("sitting.step.change", _names(get_form(work, old.form), old.occasion))
        return _sittings_write(work, label, kept)


@guarded
def drop_sitting(work: Workplace, key: str) -> Changes:
    """Take a form away from a course that has no papers of it.

    Raises sitting.unknown, sitting.has_papers, sitting.has_unfinished.
    """
    sitting = get_sitting(work, key)
    full = get_form(work, sitting.form)
    check_no_papers(work, sitting)
    label = Label("sitting.step.drop", _names(full, sitting.occasion))
    return work.journal.record(label, [Write("sitting", key, delete=True)])


@guarded
def set_resit_rule(
    work: Workplace, course: str, rule: ResitRule, *, opened: ResitRule | None = None
) -> Changes:
    """Say which paper of a person counts when there are several for one occasion. Raises course.unknown.

    `opened` is what the form was opened with; raises ChangedMeanwhile.
    """
    with work.journal.transaction():
        now = get_course(work, course).course.resit_rule
        rule = value_onto("resit_rule", now, rule, now if opened is None else opened)
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


def _sittings_write(work: Workplace, label: Label, sitting: Sitting) -> Changes:
    write = Write("sitting", sitting.key, forms.sitting_fields(sitting))
    return work.journal.record(label, [write], key=sitting.key)


ANONYMOUS_FORMS = {FormKind.FEEDBACK: "feedback_short", FormKind.FOLLOW_UP: "follow_up"}
"""The program's own forms that anonymous papers are made of where nothing else was chosen."""


def find_sitting(
    work: Workplace, course: str, kind: FormKind, occasion: Occasion | None = None, title: str = ""
) -> SittingView | None:
    """Return the sitting of a kind of form, on an occasion and with words in its title where asked for.

    The whole title goes before words that stand in several. Without an occasion the earliest one counts.
    None where no form was chosen. Raises paper.several_forms, paper.no_form.
    """
    found = [each for each in list_sittings(work, course) if each.form.form.kind is kind]
    wanted = title.casefold()
    fitting = [
        each
        for each in found
        if occasion in (None, each.sitting.occasion)
        and any(wanted in each.form.form.title[spoken].casefold() for spoken in LANGUAGES)
    ]
    if occasion is None and fitting:
        fitting = [each for each in fitting if each.sitting.occasion is fitting[0].sitting.occasion]
    if wanted and len(fitting) > 1:
        titles = [{each.form.form.title[spoken].casefold() for spoken in LANGUAGES} for each in fitting]
        exact = [each for each, own in zip(fitting, titles, strict=True) if wanted in own]
        fitting = exact or fitting
    if len(fitting) > 1:
        raise TrainerError("paper.several_forms", names=[each.form.form.title for each in fitting])
    if title and not fitting:
        raise TrainerError("paper.no_form")
    return fitting[0] if fitting else None


@guarded
def choose_standard(
    work: Workplace, course: str, kind: FormKind, occasion: Occasion | None = None
) -> Changes:
    """Let a course use the standard form of an anonymous kind; `key` of what is returned is the sitting's.

    Raises course.unknown, sitting.wrong_occasion.
    """
    with work.journal.transaction():
        form = ensure_standard_form(work, ANONYMOUS_FORMS[kind])
        return choose_form(work, course, form, occasion or OCCASIONS[kind][0])
