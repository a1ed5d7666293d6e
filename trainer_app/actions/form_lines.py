"""Forms as lists and their own pages show them: with questions, versions, and the courses that use them."""

from dataclasses import dataclass

from trainer_app.actions import forms
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.folding import searcher
from trainer_app.domain.forms import Form, FormKind, FullForm, gather
from trainer_app.domain.texts import LANGUAGES
from trainer_app.store import courses
from trainer_app.store import forms as stored
from trainer_app.store.questions import get_questions


@dataclass(frozen=True)
class CourseOf:
    """A course that has chosen a form."""

    key: str
    code: str


@dataclass(frozen=True)
class FormLine:
    """The newest version of a form. `courses` chose any version, the earliest course first."""

    full: FullForm
    courses: tuple[CourseOf, ...] = ()
    versions: int = 1


def list_lines(
    work: Workplace, text: str = "", kind: FormKind | None = None, *, archived: bool = False
) -> list[FormLine]:
    """Return forms by kind and title; those of which some words of the title fit `text`."""
    fits = searcher(text)
    listed = [form for form in forms.list_forms(work, kind, archived=archived) if fits(_words(form))]
    keys = [key for form in listed for key in form.questions]
    found = get_questions(work.database, keys)
    older = {form.key: form.previous for form in stored.list_forms(work.database)}
    chosen = _chosen(work)
    lines = []
    for form in listed:
        chain = _chain(form.key, older)
        taken = {course.key: course for key in chain for course in chosen.get(key, ())}
        lines.append(FormLine(gather(form, found), tuple(taken.values()), len(chain)))
    return lines


def get_line(work: Workplace, key: str) -> FormLine:
    """Return one version of a form with the courses that chose this version. Raises form.unknown."""
    full = forms.get_form(work, key)
    return FormLine(full, tuple(_chosen(work).get(key, ())), len(forms.versions(work, key)))


def count_put_away(work: Workplace) -> int:
    """Return how many forms are put away."""
    return len(forms.list_forms(work, archived=True))


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
    sittings = stored.list_sittings(work.database)
    for key in codes:
        for sitting in sittings:
            course = CourseOf(key, codes[key])
            if sitting.course == key and course not in found.setdefault(sitting.form, []):
                found[sitting.form].append(course)
    return found


def _words(form: Form) -> str:
    return " ".join(getattr(form.title, language) for language in LANGUAGES)
