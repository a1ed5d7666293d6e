"""Anonymous papers: collected as drafts, entered into the journal together.

A draft is on the disk at every answer, under a random id, with no time finer than the day and no place in
an order. Drafts enter the journal in the order of their ids, five or more at once: what stands beside them
there then tells of none when it was filled in. Fewer wait, or are deleted when no more will come. Where fewer
than five people are on a course's list, their papers enter together, once, when everybody has handed in. What
few would share, and so would identify them, is not kept: the language of a sheet, a day of its own.
"""

import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from trainer_app.actions.base.history import ENTER_FEEDBACK
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, forms
from trainer_app.actions.evaluations.forms import get_sitting
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts, words
from trainer_app.domain.evaluations.forms import (
    FEEDBACK_BEGINS,
    FEEDBACK_NUMBERS,
    FIRST_NUMBERS,
    MIN_ANSWERS,
    AnonymousPaper,
    FormKind,
    FullForm,
    KeyingDifference,
    Sitting,
    compare_keying,
)
from trainer_app.domain.evaluations.questions import check_answer
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import papers
from trainer_app.store.evaluations.forms import get_form, list_sittings

if TYPE_CHECKING:
    from trainer_app.domain.evaluations.feedback import FeedbackResult
    from trainer_app.domain.office.reports import FeedbackLine


class Collection(Struct, frozen=True):
    """The anonymous papers of a sitting. `waiting` counts whole drafts, `begun` those that are not whole.

    `shown` are those of which results may be made: not what was filled in here without a number and still
    waits. A look at the results before and after one sheet would tell what stands on it. `known` are the keys
    of those that wait again, since their entering was taken back.
    """

    sitting: Sitting
    form: FullForm
    papers: tuple[AnonymousPaper, ...]
    waiting: int = 0
    begun: int = 0
    known: frozenset[str] = frozenset()

    @property
    def shown(self) -> tuple[AnonymousPaper, ...]:
        """The papers that may be counted."""
        return tuple(paper for paper in self.papers if not paper.waiting or paper.number is not None)

    @property
    def listed(self) -> tuple[AnonymousPaper, ...]:
        """The papers that can be opened one by one: those that were read here before, on paper or entered.

        Not what a participant filled in here and waits: a new line would be of whoever was here last.
        """
        return tuple(
            paper
            for paper in self.papers
            if not paper.waiting or paper.number is not None or paper.typed or paper.key in self.known
        )

    @property
    def late(self) -> bool:
        """Tell whether those that wait came after others had entered."""
        return 0 < self.waiting < len(self.papers)

    @property
    def missing(self) -> int:
        """How many more must come before those that wait enter; 0 where none waits, or enough do."""
        return MIN_ANSWERS - self.waiting if 0 < self.waiting < MIN_ANSWERS else 0


def collection(work: Workplace, sitting: str) -> Collection:
    """Return what came in of a sitting so far, drafts too. Raises sitting.unknown, form.unknown."""
    found = get_sitting(work, sitting)
    full = forms.get_form(work, found.form)
    drafts = [each for each in papers.list_drafts(work.database, found.course) if _belongs(each, found)]
    entered = [
        each for each in papers.list_feedback_papers(work.database, found.course) if _belongs(each, found)
    ]
    whole = [draft for draft in drafts if draft.finished]
    inside = {draft.key for draft in drafts}
    everything = [*(each for each in entered if each.key not in inside), *whole]
    everything.sort(key=lambda paper: paper.key)
    known = frozenset(draft.key for draft in whole if papers.was_entered(work.database, draft.key))
    return Collection(found, full, tuple(everything), len(whole), len(drafts) - len(whole), known)


def waiting(work: Workplace, course: str | None = None) -> int:
    """Return how many whole papers have not entered the journal yet, so that they cannot be sent."""
    return sum(draft.finished for draft in papers.list_drafts(work.database, course))


def outside(work: Workplace, course: str) -> int:
    """Return how many papers of a course are in no result yet: they wait, or were begun and are not whole."""
    return sum(draft.course == course for draft in papers.list_drafts(work.database))


def ready(work: Workplace, course: str | None = None) -> int:
    """Return how many of those that wait enter by themselves when a file is written: five or more at once."""
    return len(_settled(work, _ready(work, course, few=False)))


def held(work: Workplace, course: str | None = None) -> int:
    """Return how many could enter, but wait for sheets that are not finished: too few to enter later."""
    return len(_ready(work, course, few=False)) - ready(work, course)


def is_small(work: Workplace, course: str) -> bool:
    """Tell whether fewer than five people are on a course's list, so that five sheets never come together."""
    return 0 < _people(work, course) < MIN_ANSWERS


def may_close(work: Workplace, sitting: str) -> bool:
    """Tell whether fewer than five papers may enter: all those of a small course, for the first time.

    Any others would enter by themselves at a moment that tells whose they are.
    """
    found = get_sitting(work, sitting)
    drafts = papers.list_drafts(work.database, found.course)
    return _is_everybody(work, [draft for draft in drafts if draft.finished and _belongs(draft, found)])


def everybody_handed_in(work: Workplace, sitting: Sitting) -> bool:
    """Tell whether there are as many whole papers as people on the list: no more will come."""
    return not not_handed_in(work, collection(work, sitting.key))


def not_handed_in(work: Workplace, found: Collection) -> int:
    """Return how many more people are on the list than whole papers came."""
    return max(0, _people(work, found.sitting.course) - len(found.papers))


def begun_papers(work: Workplace, sitting: str) -> list[AnonymousPaper]:
    """Return the papers that were begun and are not whole, numbered ones first. Raises sitting.unknown."""
    found = get_sitting(work, sitting)
    drafts = [draft for draft in papers.list_drafts(work.database, found.course) if _belongs(draft, found)]
    open_ones = [draft for draft in drafts if not draft.finished]
    return sorted(open_ones, key=lambda paper: (paper.number is None, paper.number or 0, paper.key))


def get_paper(work: Workplace, key: str) -> AnonymousPaper | None:
    """Return one paper, as a draft or from the journal; None when it was thrown away meanwhile."""
    return papers.get_draft(work.database, key) or papers.get_feedback_paper(work.database, key)


@guarded
def begin_paper(
    work: Workplace, sitting: str, number: int | None = None, language: str = ""
) -> AnonymousPaper:
    """Begin a paper, or go on with the one that has a number. Writes nothing yet.

    Raises sitting.unknown, form.no_questions, feedback_paper.named.
    """
    found = get_sitting(work, sitting)
    full = forms.get_form(work, found.form)
    if not full.form.anonymous:
        raise TrainerError("feedback_paper.named")
    forms.freeze(work, full)
    key = work.journal.make_anonymous_key(found.course) if number is None else _key(found, number)
    known = papers.get_draft(work.database, key) or papers.get_feedback_paper(work.database, key)
    if known is not None:
        return known
    blank = (None,) * len(full.questions)
    return AnonymousPaper(
        key,
        found.course,
        found.form,
        found.occasion,
        work.today().isoformat(),
        blank,
        (),
        number,
        language,
        finished=False,
        waiting=True,
    )


@guarded
def answer_paper(
    work: Workplace, paper: AnonymousPaper, place: int, answer: str | None, *, second: bool = False
) -> AnonymousPaper:
    """Record the answer to the question at a place (from 0) and return the paper; on the disk then.

    `second` is the entry of a second person. Raises feedback_paper.no_such_question and what
    `check_answer` raises.
    """
    full = forms.get_form(work, paper.form)
    if not 0 <= place < len(full.questions):
        raise TrainerError("feedback_paper.no_such_question", place=place + 1)
    value = None if answer is None else check_answer(full.questions[place], answer)
    if second:
        changed = replace(paper, second=_put(paper.second, place, value, len(full.questions)))
    else:
        answers = _put(paper.answers, place, value, len(full.questions))
        # A whole draft of which an answer is taken away is no longer whole.
        finished = paper.finished and (value is not None or not paper.waiting)
        changed = replace(paper, answers=answers, finished=finished)
    return _save(work, changed)


@guarded
def finish_paper(work: Workplace, paper: AnonymousPaper) -> AnonymousPaper:
    """Say that a paper is whole; what was not answered is blank."""
    answers = tuple(each or "" for each in paper.answers)
    whole = replace(paper, answers=answers, finished=True, language="")
    if not whole.waiting:
        return _save(work, whole)
    whole = replace(whole, typed=paper.typed or not (paper.finished or paper.language))
    papers.put_whole_draft(work.database, whole)
    return whole


@guarded
def key_paper(
    work: Workplace, sitting: str, answers: Sequence[str], number: int | None = None
) -> AnonymousPaper:
    """Keep a whole paper at once: `answers` stand in the order of the questions, the rest was left blank.

    The paper that has the number is corrected. Raises what `begin_paper` and `answer_paper` raise.
    """
    paper = begin_paper(work, sitting, number)
    asked = forms.get_form(work, paper.form).questions
    if len(answers) > len(asked):
        raise TrainerError("feedback_paper.no_such_question", place=len(asked) + 1)
    checked = [check_answer(question, answer) for question, answer in zip(asked, answers, strict=False)]
    blank = ("",) * (len(asked) - len(checked))
    return finish_paper(work, replace(paper, answers=(*checked, *blank)))


@guarded
def discard_paper(work: Workplace, paper: AnonymousPaper) -> Changes:
    """Throw a paper away: a draft leaves no trace, one that is in the journal is deleted by a step."""
    if paper.waiting:
        papers.forget_drafts(work.database, [paper.key])
        return Changes(Label("feedback_paper.step.discard"))
    return work.journal.record(
        Label("feedback_paper.step.discard"), [Write("feedback_paper", paper.key, delete=True)]
    )


@guarded
def put_back_paper(work: Workplace, paper: AnonymousPaper) -> Changes:
    """Take it back that a draft was thrown away: it waits again as it was, a whole one among the others."""
    keep = papers.put_whole_draft if paper.finished else papers.put_draft
    keep(work.database, paper)
    return Changes(Label("feedback_paper.step.put_back"))


@guarded
def discard_waiting(work: Workplace, course: str, sitting: str | None = None) -> Changes:
    """Throw away the whole papers that wait, since no more will come; with `sitting` its papers alone.

    Nothing of them is left. One that is in the journal and was opened again stays there as it was.
    """
    found = get_sitting(work, sitting) if sitting is not None else None
    drafts = papers.list_drafts(work.database, course)
    gone = [one.key for one in drafts if one.finished and (found is None or _belongs(one, found))]
    papers.forget_drafts(work.database, gone)
    return Changes(Label("feedback_paper.step.discarded", {"count": len(gone)}))


@guarded
def enter_papers(
    work: Workplace,
    course: str | None = None,
    *,
    few: bool = False,
    sitting: str | None = None,
    unasked: bool = False,
) -> Changes:
    """Enter whole drafts into the journal, in the order of their random ids and in one step.

    Of each sitting five or more at once. With `few` fewer too where `may_close` allows it, and nowhere else;
    with `sitting` its papers alone. `unasked`: none of a sitting of which sheets are not finished. Nothing is
    said of who, in which order and at which time of the day.
    """
    found = get_sitting(work, sitting) if sitting is not None else None
    whole = _ready(work, course, few=few)
    entering = [
        draft
        for draft in (_settled(work, whole) if unasked else whole)
        if found is None or (draft.course == found.course and _belongs(draft, found))
    ]
    if not entering:
        return Changes(Label(ENTER_FEEDBACK, {"count": 0}))
    entering = sorted(_on_one_day(entering), key=lambda paper: paper.key)
    writes = [Write("feedback_paper", each.key, papers.feedback_paper_fields(each)) for each in entering]
    frozen = [
        write
        for form in sorted({each.form for each in entering})
        for write in forms.freeze(work, forms.get_form(work, form))
    ]
    with work.journal.transaction():
        if frozen:
            work.journal.record(Label("form.step.freeze"), frozen)
        changes = work.journal.record(Label(ENTER_FEEDBACK, {"count": len(entering)}), writes)
        papers.drop_drafts(work.database, [each.key for each in entering])
    work.database.empty_log()
    return changes


def differences(work: Workplace, sitting: str) -> list[KeyingDifference]:
    """Return where the second entries of a sitting's papers differ from the first, by number."""
    found = []
    everything = collection(work, sitting)
    keys = [question.key for question in everything.form.questions]
    for paper in sorted(everything.papers, key=lambda paper: paper.number or 0):
        first = _by_question(keys, paper.answers)
        found += compare_keying(paper.key, paper.number or 0, first, _by_question(keys, paper.second))
    return found


@guarded
def settle_difference(work: Workplace, paper: AnonymousPaper, place: int, answer: str) -> AnonymousPaper:
    """Say what stands on a sheet where two entries differ: both become that. Raises as `answer_paper`."""
    full = forms.get_form(work, paper.form)
    if not 0 <= place < len(full.questions):
        raise TrainerError("feedback_paper.no_such_question", place=place + 1)
    value = check_answer(full.questions[place], answer)
    count = len(full.questions)
    both = replace(
        paper,
        answers=_put(paper.answers, place, value, count),
        second=_put(paper.second, place, value, count),
    )
    return _save(work, both)


@guarded
def take_numbers(work: Workplace, sitting: str, count: int) -> list[int]:
    """Return numbers for sheets to print, in random order; no two sheets of a sitting get the same one here.

    Each laptop begins at a hundred chosen at random and goes on from there, so that two laptops rarely
    print the same number; where they do, different answers are shown in Review.
    """
    numbers = plan_numbers(work, sitting, count)
    keep_numbers(work, sitting, numbers)
    return numbers


def plan_numbers(work: Workplace, sitting: str, count: int) -> list[int]:
    """Return such numbers without taking them yet: the sheets are looked at before they are printed."""
    found = get_sitting(work, sitting)
    first = work.store.setting(FEEDBACK_NUMBERS.of(found.key)) or secrets.choice(FIRST_NUMBERS)
    return secrets.SystemRandom().sample(range(first, first + count), count)


@guarded
def keep_numbers(work: Workplace, sitting: str, numbers: Sequence[int]) -> None:
    """Take numbers that were planned, because their sheets were printed or saved."""
    found = get_sitting(work, sitting).key
    first, after = FEEDBACK_BEGINS.of(found), FEEDBACK_NUMBERS.of(found)
    before = work.store.setting(after)
    if numbers and (not before or min(numbers) < work.store.setting(first)):
        work.store.change_setting(first, min(numbers))
    if max(numbers, default=0) >= before:
        work.store.change_setting(after, max(numbers, default=0) + 1)


def _ready(work: Workplace, course: str | None, *, few: bool) -> list[AnonymousPaper]:
    """Return the whole drafts of every sitting that has enough of them, with `few` of small courses too."""
    groups: dict[str, list[AnonymousPaper]] = defaultdict(list)
    for draft in papers.list_drafts(work.database, course):
        if draft.finished:
            groups[_sitting_of(draft)].append(draft)
    return [draft for group in groups.values() for draft in _enough(work, group, few=few)]


def _settled(work: Workplace, whole: Sequence[AnonymousPaper]) -> list[AnonymousPaper]:
    """Return those of the sittings of which nothing is begun: a rest finished later would be stuck."""
    begun = {_sitting_of(draft) for draft in papers.list_drafts(work.database) if not draft.finished}
    return [draft for draft in whole if _sitting_of(draft) not in begun]


def _enough(work: Workplace, group: Sequence[AnonymousPaper], *, few: bool) -> Sequence[AnonymousPaper]:
    """Return which whole drafts of a sitting may enter together.

    The journal knows those whose entering was taken back: one new sheet beside them would stand alone.
    """
    known = [draft for draft in group if papers.was_entered(work.database, draft.key)]
    if len(group) - len(known) >= MIN_ANSWERS or (few and _is_everybody(work, group)):
        return group
    return known


def _is_everybody(work: Workplace, group: Sequence[AnonymousPaper]) -> bool:
    """Tell whether whole drafts of a sitting are all that a small course hands in, none entered before."""
    if not group or not is_small(work, group[0].course) or len(group) < _people(work, group[0].course):
        return False
    sitting, course = _sitting_of(group[0]), group[0].course
    entered = (_sitting_of(paper) for paper in papers.list_feedback_papers(work.database, course))
    return sitting not in entered and not any(papers.was_entered(work.database, one.key) for one in group)


def _people(work: Workplace, course: str) -> int:
    return courses.people_on_list(work.database, course)


def _on_one_day(entering: Sequence[AnonymousPaper]) -> list[AnonymousPaper]:
    """Return papers with the day of most of their sitting: one of the day before would stand out."""
    days: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in entering:
        days[_sitting_of(paper)][paper.day] += 1
    usual = {sitting: max(found, key=lambda day: (found[day], day)) for sitting, found in days.items()}
    return [replace(paper, day=usual[_sitting_of(paper)]) for paper in entering]


def _sitting_of(paper: AnonymousPaper) -> str:
    return f"{paper.course}/{paper.form}/{paper.occasion.value}"


def _key(sitting: Sitting, number: int) -> str:
    """Return the key of a numbered paper, the same on every laptop; the order of keys says nothing."""
    return derive_key("feedback_paper", sitting.course, sitting.form, sitting.occasion.value, str(number))


def _belongs(paper: AnonymousPaper, sitting: Sitting) -> bool:
    return (paper.form, paper.occasion) == (sitting.form, sitting.occasion)


def _save(work: Workplace, paper: AnonymousPaper) -> AnonymousPaper:
    if paper.waiting:
        papers.put_draft(work.database, paper)
        return paper
    fields = papers.feedback_paper_fields(paper)
    work.journal.record(Label("feedback_paper.step.correct"), [Write("feedback_paper", paper.key, fields)])
    return paper


def _put(answers: Sequence[str | None], place: int, value: str | None, count: int) -> tuple[str | None, ...]:
    longer = [*answers, *[None] * (count - len(answers))]
    longer[place] = value
    return tuple(longer)


def _by_question(keys: Sequence[str], answers: Sequence[str | None]) -> dict[str, str]:
    return {key: answer for key, answer in zip(keys, answers, strict=False) if answer is not None}


def feedback_lines(work: Workplace, course: str) -> "tuple[FeedbackLine, ...]":
    """Return the scales of the feedback forms of a course, version by version.

    Follow-ups months later are not feedback on the course.
    """
    return tuple(line for each in _collected(work, course) for line in _lines(each))


def _collected(work: Workplace, course: str) -> "list[FeedbackResult]":
    """Summarize each feedback form of a course that has sheets."""
    # Here and not above: whether sheets wait is asked at every start, and what they say only in reports.
    from trainer_app.domain.evaluations.feedback import feedback_result

    found = []
    for sitting in list_sittings(work.database, course):
        form = get_form(work.database, sitting.form)
        if form is not None and form.kind is FormKind.FEEDBACK:
            collected = feedback.collection(work, sitting.key)
            if collected.shown:
                found.append(feedback_result(collected.form, sitting.occasion, {"": collected.shown}))
    return found


def _lines(found: "FeedbackResult") -> "list[FeedbackLine]":
    from trainer_app.domain.office.reports import FeedbackLine

    versions = words("results.version")
    named = {
        language: f"{found.form.title.best(language)} · "
        f"{versions.best(language).format(number=found.form.version)}"
        for language in LANGUAGES
    }
    return [
        FeedbackLine(each.question.text, each.answers, each.scale, Texts(**named))
        for each in found.questions
        if each.question.handler.is_scale
    ]
