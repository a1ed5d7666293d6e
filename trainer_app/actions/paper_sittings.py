"""Which forms of a course there are papers for, and the standard form where none was chosen yet."""

from dataclasses import dataclass, replace

from trainer_app.actions import question_papers, sittings, standard_forms
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.question_papers import Extents
from trainer_app.actions.question_warnings import form_warnings
from trainer_app.actions.sittings import SittingView
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import OCCASIONS, FormKind
from trainer_app.domain.question_papers import is_shuffled
from trainer_app.domain.texts import LANGUAGES

STANDARD = {FormKind.FEEDBACK: "feedback_short", FormKind.FOLLOW_UP: "follow_up"}
"""The forms that anonymous papers are made of where nothing else was chosen."""


@dataclass(frozen=True)
class SittingLine:
    """A form of a course as something to print. `extents` are None where `problem` says why it cannot be.

    `people` are those expected in the room; `shuffled`: every paper has its own order of options;
    `warnings` are those of `question_warnings`, in the language of the papers.
    """

    view: SittingView
    people: int
    extents: Extents | None = None
    problem: Label | None = None
    shuffled: bool = False
    warnings: tuple[Label, ...] = ()

    @property
    def kind(self) -> FormKind:
        """The kind of the form."""
        return self.view.form.form.kind


def sitting_lines(work: Workplace, course: str, language: str) -> list[SittingLine]:
    """Return every form of a course with the pages of its papers, the earliest occasion first."""
    people = sum(each.expected for each in list_enrolments(work, course))
    found = []
    for view in sittings.list_sittings(work, course):
        line = SittingLine(view, people, shuffled=is_shuffled(view.form))
        try:
            extents = question_papers.extents(work, view.sitting.key, language)
        except TrainerError as error:
            found.append(replace(line, problem=Label(error.code, error.values)))
            continue
        warnings = form_warnings(work, view.form.form.key, language)
        found.append(replace(line, extents=extents, warnings=tuple(warnings)))
    return found


def find_sitting(
    work: Workplace, course: str, kind: FormKind, occasion: Occasion | None = None, title: str = ""
) -> SittingView | None:
    """Return the sitting of a kind of form, on an occasion and with words in its title where asked for.

    The whole title goes before words that stand in several.

    Without an occasion the earliest one counts. None where no form was chosen. Raises paper.several_forms.
    """
    found = [each for each in sittings.list_sittings(work, course) if each.form.form.kind is kind]
    wanted = title.casefold()
    fitting = [
        each
        for each in found
        if occasion in (None, each.sitting.occasion)
        and any(wanted in getattr(each.form.form.title, spoken).casefold() for spoken in LANGUAGES)
    ]
    if occasion is None and fitting:
        fitting = [each for each in fitting if each.sitting.occasion is fitting[0].sitting.occasion]
    if wanted and len(fitting) > 1:
        titles = [
            {getattr(each.form.form.title, spoken).casefold() for spoken in LANGUAGES} for each in fitting
        ]
        exact = [each for each, own in zip(fitting, titles, strict=True) if wanted in own]
        fitting = exact or fitting
    if len(fitting) > 1:
        raise TrainerError("paper.several_forms", names=[each.form.form.title for each in fitting])
    if title and not fitting:
        raise TrainerError("paper.no_form")
    return fitting[0] if fitting else None


def choose_standard(
    work: Workplace, course: str, kind: FormKind, occasion: Occasion | None = None
) -> Changes:
    """Let a course use the standard form of an anonymous kind; `key` of what is returned is the sitting's.

    Raises course.unknown, sitting.wrong_occasion.
    """
    with work.journal.transaction():
        form = standard_forms.ensure(work, STANDARD[kind])
        return sittings.choose_form(work, course, form, occasion or OCCASIONS[kind][0])
