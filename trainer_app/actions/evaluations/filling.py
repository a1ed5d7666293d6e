"""A participant fills in a form on the laptop: one sheet after the other, each answer on the disk at once.

A test belongs to whoever types the own paper number; feedback is anonymous, and nothing that is kept tells
when in the day or after whom it was filled in. After a power cut a sheet goes on where it was; one without a
name only if the trainer says so, since whoever sits there next would read it.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from trainer_app.actions.base.history import ENTER_FEEDBACK
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.actions.evaluations.forms import get_sitting
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import AnonymousPaper, FullForm, Sitting
from trainer_app.domain.people.persons import head_of
from trainer_app.store.courses import courses
from trainer_app.store.evaluations.papers import list_drafts
from trainer_app.store.people import people

_MINUTE = 60_000


class FillingSheet(Struct, frozen=True):
    """A form in the hands of a participant.

    `answers` map a question's key to an answer; `orders` hold the options' own numbers in the order in
    which they are shown. `started` is in wall milliseconds, 0 for a sheet without a name. One of `view`
    (a participant's) and `paper` (nobody's) is there.
    """

    sitting: Sitting
    form: FullForm
    language: str
    answers: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    name: str = ""
    started: int = 0
    finished: bool = False
    view: keying.PaperView | None = None
    paper: AnonymousPaper | None = None

    @property
    def answered(self) -> int:
        """How many questions were answered; blank ones do not count."""
        return sum(bool(self.answers.get(question.key)) for question in self.form.questions)

    def remaining(self, now: int) -> int | None:
        """Return the milliseconds that are left at a wall time; None without a limit.

        A clock that was set back gives no more than the whole limit again.
        """
        if not self.sitting.minutes or not self.started:
            return None
        whole = self.sitting.minutes * _MINUTE
        return min(max(self.started + whole - now, 0), whole)


def whose(work: Workplace, sitting: str, number: int) -> keying.PaperView:
    """Return whose paper has a number, so that the participant can say yes. Writes nothing.

    Any number can be typed by anybody, so the name says no more than its owner needs to know it.

    Raises keying.unknown_number, keying.anonymous, filling.handed_in, filling.keyed_in.
    """
    view = keying.open_paper(work, sitting, number)
    if view.paper.finished:
        raise TrainerError("filling.handed_in", number=number)
    if view.paper.answers and not view.paper.started:
        raise TrainerError("filling.keyed_in", number=number)
    return replace(view, name=_recognisable_name(work, view))


@guarded
def begin_named(work: Workplace, sitting: str, number: int, language: str = "") -> FillingSheet:
    """Begin a participant's sheet, or go on with it; the time runs from the first beginning.

    Raises what `whose` raises, form.no_questions, form.unscored_test.
    """
    view = whose(work, sitting, number)
    if not view.paper.started:
        now = work.clock.millis()
        occasion = Label(f"evaluation.occasion.{view.sitting.occasion.value}")
        label = Label("filling.step.begin", {"number": number, "occasion": occasion})
        keying.begin_filling(work, view, label, started=now, language=language)
        view = replace(view, paper=replace(view.paper, started=now, language=language))
    return _of_view(view, language or view.paper.language)


@guarded
def begin_anonymous(work: Workplace, sitting: str, language: str) -> FillingSheet:
    """Begin a sheet that belongs to nobody. Raises form.no_questions, feedback_paper.named.

    Its language, which a whole sheet loses, tells it from one that somebody keys in from paper.
    """
    paper = feedback.begin_paper(work, sitting, language=language)
    return _of_paper(get_sitting(work, sitting), forms.get_form(work, paper.form), paper, language)


def interrupted(work: Workplace, sitting: str) -> FillingSheet | None:
    """Return a sheet without a name that was begun here and left; None if there is none, or more than one.

    It is for the trainer to say what becomes of it.
    """
    found = get_sitting(work, sitting)
    begun = [
        draft
        for draft in list_drafts(work.database, found.course)
        if not draft.finished
        and draft.number is None
        and draft.language
        and (draft.form, draft.occasion) == (found.form, found.occasion)
    ]
    if len(begun) != 1:
        return None
    return _of_paper(found, forms.get_form(work, found.form), begun[0], begun[0].language)


@guarded
def answer(work: Workplace, sheet: FillingSheet, question: str, value: str) -> FillingSheet:
    """Keep one answer and return the sheet; on the disk then. A blank one takes an answer back.

    Raises filling.time_over, question.unknown and what `check_answer` raises.
    """
    if sheet.remaining(work.clock.millis()) == 0:
        raise TrainerError("filling.time_over")
    if sheet.view is not None:
        keying.key_answer(work, sheet.view, question, value)
        fresh = keying.open_paper(work, sheet.sitting.key, sheet.view.paper.number)
        return _of_view(replace(fresh, name=sheet.name), sheet.language)
    assert sheet.paper is not None
    keys = [each.key for each in sheet.form.questions]
    if question not in keys:
        raise TrainerError("question.unknown")
    paper = feedback.answer_paper(work, sheet.paper, keys.index(question), value)
    return _of_paper(sheet.sitting, sheet.form, paper, sheet.language)


@guarded
def hand_in(work: Workplace, sheet: FillingSheet) -> FillingSheet:
    """Finish a sheet: what was not answered is blank, and nothing of it changes here any more."""
    if sheet.view is not None:
        keying.finish_paper(work, sheet.view)
        return replace(sheet, finished=True)
    assert sheet.paper is not None
    paper = feedback.finish_paper(work, sheet.paper)
    return replace(sheet, paper=paper, finished=True)


@guarded
def throw_away(work: Workplace, sheet: FillingSheet) -> Changes:
    """Forget a sheet without a name that was begun and left; a whole one stays."""
    if sheet.paper is not None and sheet.paper.waiting and not sheet.finished:
        return feedback.discard_paper(work, sheet.paper)
    return Changes(Label("feedback_paper.step.discard"))


@guarded
def end_filling(work: Workplace, sitting: Sitting) -> Changes:
    """Let the sheets without a name enter the journal if nobody is left who could hand one in.

    Else they wait: those who hand in after the others entered may be too few ever to enter themselves.
    """
    if not feedback.everybody_handed_in(work, sitting):
        return Changes(Label(ENTER_FEEDBACK, {"count": 0}))
    return feedback.enter_papers(work, sitting.course, sitting=sitting.key, unasked=True)


def _recognisable_name(work: Workplace, view: keying.PaperView) -> str:
    """Return family name and initial; the given name too where another on the list has the same initial."""
    listed = courses.list_enrolments(work.database, view.sitting.course)
    persons = people.people_by_key(work.database)
    names = {item.enrolment.key: head_of(persons, item.enrolment.person).initialled_name for item in listed}
    own = names[view.paper.enrolment]
    return own if list(names.values()).count(own) == 1 else view.name


def _of_view(view: keying.PaperView, language: str) -> FillingSheet:
    paper = view.paper
    return FillingSheet(
        view.sitting,
        view.form,
        language,
        paper.answers,
        view.orders,
        view.name,
        paper.started,
        paper.finished,
        view=view,
    )


def _of_paper(sitting: Sitting, form: FullForm, paper: AnonymousPaper, language: str) -> FillingSheet:
    answers = {
        question.key: given
        for question, given in zip(form.questions, paper.answers, strict=False)
        if given is not None
    }
    orders = {
        question.key: tuple(range(1, len(question.options) + 1))
        for question in form.questions
        if question.options
    }
    return FillingSheet(sitting, form, language, answers, orders, finished=paper.finished, paper=paper)
