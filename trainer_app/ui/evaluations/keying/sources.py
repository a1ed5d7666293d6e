"""Where papers come from and where their answers go, for participants' papers and for anonymous ones.

Both look the same to whoever keys in: a number opens a paper, an answer is on the disk when the call returns.
Also where two people keyed in different things, settling what stands on the paper, and the lines of the list.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, forms, keying, progress
from trainer_app.actions.evaluations.keying import PaperView
from trainer_app.actions.evaluations.progress import PaperLine, PaperState
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import AnonymousPaper, FullForm, KeyingDifference, Sitting
from trainer_app.domain.evaluations.questions import (
    BLANK,
    Question,
    chosen_options,
    option_marks,
    options_text,
    order_seed,
)
from trainer_app.domain.papers.course_papers import orders_of


class OpenPaper(Struct, frozen=True):
    """A paper while it is keyed in. `answers` are those of the entry that is being made, None: not yet.

    `order` of a question are the options' own numbers as they stand on this paper. `number` is None for a
    sheet without one, `name` is empty for a paper of nobody.
    """

    key: str
    number: int | None
    name: str
    attempt: int
    questions: tuple[Question, ...]
    orders: Mapping[str, tuple[int, ...]]
    answers: tuple[str | None, ...]
    held: PaperView | AnonymousPaper

    @property
    def answered(self) -> int:
        """How many questions are keyed in."""
        return sum(answer is not None for answer in self.answers)

    @property
    def whole(self) -> bool:
        """Tell whether nothing is missing."""
        return self.answered == len(self.questions)

    @property
    def first_missing(self) -> int:
        """The place of the first question that is not keyed in; 0 for a whole paper."""
        return next((index for index, answer in enumerate(self.answers) if answer is None), 0)

    def order(self, place: int) -> tuple[int, ...]:
        """Return the options of a question as they stand on the paper."""
        question = self.questions[place]
        return self.orders.get(question.key) or tuple(range(1, len(question.options) + 1))

    def ticked(self, place: int) -> frozenset[int]:
        """Return the places (from 1) of the options that are ticked on the paper."""
        answer, order = self.answers[place], self.order(place)
        chosen = chosen_options(answer or "")
        return frozenset(at for at, number in enumerate(order, 1) if number in chosen)

    def mark(self, place: int, option: int) -> str:
        """Return what is printed beside the option at a place (from 1): a letter; a digit on a scale."""
        return option_marks(self.questions[place])[option - 1]

    def shown(self, place: int) -> str:
        """Return an answer as the strip shows it: letters of the paper, a dash for a blank, "" for none."""
        answer = self.answers[place]
        if answer is None:
            return ""
        if answer == BLANK:
            return "\N{EN DASH}"
        if self.questions[place].handler.has_options:
            return "".join(self.mark(place, option) for option in sorted(self.ticked(place)))
        return answer

    def answer_of(self, place: int, options: Sequence[int]) -> str | None:
        """Return the answer for ticked places of options; None where nothing is ticked."""
        order = self.order(place)
        return options_text(order[option - 1] for option in options) or None


class PaperSource(Protocol):
    """One entry, the first or the second, of the papers of a sitting. Everything may raise `TrainerError`."""

    sitting: Sitting
    form: FullForm
    second: bool
    by: str
    anonymous: bool

    def open(self, number: int) -> OpenPaper:
        """Return the paper with a printed number. Writes nothing."""
        ...

    def reread(self, paper: OpenPaper) -> OpenPaper | None:
        """Return the same paper as it is on the disk now; None if it is gone."""
        ...

    def key(self, paper: OpenPaper, place: int, answer: str | None) -> tuple[OpenPaper, Changes | None]:
        """Keep one answer."""
        ...

    def rest(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Keep that nothing more is on the paper."""
        ...

    def close(self, paper: OpenPaper) -> None:
        """Put a whole paper to the others."""
        ...

    def may_delete(self, paper: OpenPaper) -> bool:
        """Tell whether a paper can be taken away: it is kept, and nothing rests on it yet."""
        ...

    def delete(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Take away what is kept of a paper."""
        ...

    def put_back(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Keep again what was taken away of one that no step of the journal holds."""
        ...


class NamedPapers:
    """Papers of participants: each answer is a step of the journal."""

    anonymous = False

    def __init__(self, work: Workplace, sitting: Sitting, *, second: bool = False, by: str = "") -> None:
        self._work = work
        self.sitting, self.second, self.by = sitting, second, by
        self.form = forms.get_form(work, sitting.form)

    def open(self, number: int) -> OpenPaper:
        """Return the paper with a printed number. Raises keying.unknown_number, keying.same_person."""
        return self.opened(keying.open_paper(self._work, self.sitting.key, number))

    def open_of(self, enrolment: str, attempt: int = 1) -> OpenPaper:
        """Return a participant's paper."""
        return self.opened(keying.open_paper_of(self._work, self.sitting.key, enrolment, attempt))

    def open_again(self, enrolment: str) -> OpenPaper:
        """Return the paper of a re-sit."""
        return self.opened(keying.next_attempt(self._work, self.sitting.key, enrolment))

    def doubts(self, paper: OpenPaper) -> progress.PaperDoubts:
        """Return what to ask about before anything of a paper is keyed in."""
        return progress.paper_doubts(self._work, _view(paper), second=self.second)

    def opened(self, view: PaperView) -> OpenPaper:
        """Return a view as what is keyed in; refuse a second entry by whoever made the first."""
        if self.second:
            keying.check_second(self.by, view.paper.keyed_by)
        return self._open(view)

    def reread(self, paper: OpenPaper) -> OpenPaper | None:
        """Read it again."""
        held = _view(paper)
        try:
            return self.open_of(held.paper.enrolment, held.paper.attempt)
        except TrainerError:
            return None

    def key(self, paper: OpenPaper, place: int, answer: str | None) -> tuple[OpenPaper, Changes | None]:
        """Keep one answer as a step."""
        question, view = paper.questions[place], _view(paper)
        changes = keying.key_answer(self._work, view, question.key, answer, second=self.second, by=self.by)
        if not view.form.form.frozen or not question.handler.has_options:
            # The first answer freezes the form; words are kept tidied up.
            return self._again(paper), changes
        return self._open(self._with(view, question.key, answer)), changes

    def rest(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Leave the rest blank, in one step."""
        changes = keying.leave_rest_blank(self._work, _view(paper), second=self.second, by=self.by)
        return self._again(paper), changes

    def close(self, paper: OpenPaper) -> None:
        """Do nothing: a paper is whole when its last question is keyed in."""

    def may_delete(self, paper: OpenPaper) -> bool:
        """Tell whether anything of it is kept, whole or not: undo brings it back with its result."""
        return keying.is_begun(self._work, _view(paper))

    def delete(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Take it away in one step."""
        return paper, keying.delete_paper(self._work, _view(paper))

    def put_back(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Do nothing: the journal takes its steps back itself."""
        return paper, None

    def _with(self, view: PaperView, question: str, answer: str | None) -> PaperView:
        """Return a view with the answer that was just kept, without reading the paper again at every key."""
        held = view.paper.second if self.second else view.paper.answers
        kept = {key: value for key, value in held.items() if key != question}
        if answer is not None:
            kept[question] = answer
        if self.second:
            return replace(view, paper=replace(view.paper, second=kept, checked_by=self.by))
        return replace(view, paper=replace(view.paper, answers=kept, keyed_by=self.by))

    def _again(self, paper: OpenPaper) -> OpenPaper:
        held = _view(paper).paper
        view = keying.open_paper_of(self._work, self.sitting.key, held.enrolment, held.attempt)
        return self._open(view)

    def _open(self, view: PaperView) -> OpenPaper:
        answers = view.paper.second if self.second else view.paper.answers
        return OpenPaper(
            view.paper.key,
            view.paper.number,
            view.name,
            view.paper.attempt,
            view.form.questions,
            view.orders,
            tuple(answers.get(question.key) for question in view.form.questions),
            view,
        )


class AnonymousPapers:
    """Papers of nobody: drafts, of which nothing says who keyed them in, when, or one after which."""

    anonymous = True

    def __init__(self, work: Workplace, sitting: Sitting, *, second: bool = False, by: str = "") -> None:
        self._work = work
        self.sitting, self.second, self.by = sitting, second, by
        self.form = forms.get_form(work, sitting.form)

    def open(self, number: int) -> OpenPaper:
        """Return the sheet with a number, begun or new."""
        return self._open(feedback.begin_paper(self._work, self.sitting.key, number))

    def open_new(self) -> OpenPaper:
        """Return a new sheet without a number. Raises keying.no_sheet_number for a second entry."""
        if self.second:
            raise TrainerError("keying.no_sheet_number")
        return self._open(feedback.begin_paper(self._work, self.sitting.key))

    def marks(self, held: AnonymousPaper) -> str:
        """Return what is ticked on a sheet, to be found again by: "5 4 – 3"; words say nothing here."""
        paper = self._open(held)
        ticks = [place for place, asked in enumerate(paper.questions) if asked.handler.has_options]
        return " ".join(paper.shown(place) for place in ticks if paper.answers[place] is not None)

    def open_key(self, key: str) -> OpenPaper | None:
        """Return a sheet that was begun, or a whole one."""
        found = feedback.get_paper(self._work, key)
        return None if found is None else self._open(found)

    def reread(self, paper: OpenPaper) -> OpenPaper | None:
        """Read it again."""
        return self.open_key(paper.key)

    def key(self, paper: OpenPaper, place: int, answer: str | None) -> tuple[OpenPaper, Changes | None]:
        """Keep one answer; with the last one that was missing the sheet is whole, however it is left."""
        held = feedback.answer_paper(self._work, _sheet(paper), place, answer, second=self.second)
        found = self._open(held)
        if found.whole and not self.second and not held.finished:
            found = self._open(feedback.finish_paper(self._work, held))
        return found, None

    def rest(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Leave the rest blank."""
        if self.second:
            for index, answer in enumerate(paper.answers):
                if answer is None:
                    paper, _ = self.key(paper, index, BLANK)
            return paper, None
        return self._open(feedback.finish_paper(self._work, _sheet(paper))), None

    def close(self, paper: OpenPaper) -> None:
        """Put the sheet to those that wait for each other."""
        if not self.second and not _sheet(paper).finished:
            feedback.finish_paper(self._work, _sheet(paper))

    def may_delete(self, paper: OpenPaper) -> bool:
        """Tell whether it is kept and waits, whole or not: later nothing tells one entered twice."""
        sheet = _sheet(paper)
        if not sheet.waiting:
            return False
        return bool(paper.answered) or feedback.get_paper(self._work, sheet.key) is not None

    def delete(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Forget it: no step of the journal tells of it."""
        feedback.discard_paper(self._work, _sheet(paper))
        return paper, None

    def put_back(self, paper: OpenPaper) -> tuple[OpenPaper, Changes | None]:
        """Let it wait again as it was."""
        feedback.put_back_paper(self._work, _sheet(paper))
        return paper, None

    def _open(self, held: AnonymousPaper) -> OpenPaper:
        answers = held.second if self.second else held.answers
        count = len(self.form.questions)
        return OpenPaper(
            held.key,
            held.number,
            "",
            1,
            self.form.questions,
            self._orders(held),
            tuple([*answers, *[None] * count][:count]),
            held,
        )

    def _orders(self, held: AnonymousPaper) -> dict[str, tuple[int, ...]]:
        own = self.sitting
        seed = order_seed(own.course, own.form, own.occasion.value, held.number or 0)
        return orders_of(self.form, seed)


def paper_source(work: Workplace, sitting: Sitting, *, second: bool = False, by: str = "") -> PaperSource:
    """Return the papers of a sitting, of whichever kind its form is. Raises form.unknown."""
    kind = AnonymousPapers if forms.get_form(work, sitting.form).form.anonymous else NamedPapers
    return kind(work, sitting, second=second, by=by)


def _view(paper: OpenPaper) -> PaperView:
    assert isinstance(paper.held, PaperView)
    return paper.held


def _sheet(paper: OpenPaper) -> AnonymousPaper:
    assert isinstance(paper.held, AnonymousPaper)
    return paper.held


class DifferenceRow(Struct, frozen=True):
    """A difference with the paper on which it is. `place` of the question counts from 0."""

    difference: KeyingDifference
    paper: OpenPaper
    place: int
    keyed_by: str = ""
    checked_by: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.difference.paper}/{self.difference.question}"

    @property
    def question(self) -> Question:
        """The question about which the two differ."""
        return self.paper.questions[self.place]


def difference_rows(work: Workplace, sitting: Sitting) -> list[DifferenceRow]:
    """Return the differences of a sitting, by number and question. Raises as the actions do."""
    source = paper_source(work, sitting)
    anonymous = isinstance(source, AnonymousPapers)
    found = (feedback if anonymous else keying).differences(work, sitting.key)
    opened: dict[str, OpenPaper] = {}
    rows = []
    for each in found:
        if each.paper not in opened:
            paper = source.open_key(each.paper) if isinstance(source, AnonymousPapers) else None
            opened[each.paper] = paper if paper is not None else source.open(each.number)
        paper = opened[each.paper]
        place = next(at for at, asked in enumerate(paper.questions) if asked.key == each.question)
        held = paper.held
        names = (
            (held.paper.keyed_by, held.paper.checked_by) if isinstance(held, keying.PaperView) else ("", "")
        )
        rows.append(DifferenceRow(each, paper, place, *names))
    return rows


def settle(work: Workplace, sitting: Sitting, row: DifferenceRow, answer: str) -> Changes:
    """Say what stands on the paper: both entries become that. Raises as the actions do."""
    source = paper_source(work, sitting)
    if isinstance(source, NamedPapers):
        held = row.paper.held
        assert isinstance(held, keying.PaperView)
        return keying.settle_difference(work, held, row.difference.question, answer)
    sheet = feedback.get_paper(work, row.difference.paper)
    if sheet is not None:
        feedback.settle_difference(work, sheet, row.place, answer)
    return Changes(Label("feedback_paper.step.correct"))


class PaperListRow(Struct, frozen=True):
    """A line of the list: a participant's paper, or a sheet of nobody. `key` opens it."""

    key: str
    number: int | None
    name: str
    state: PaperState
    done: int
    whole: int
    conflict: bool = False


def row_of_line(line: PaperLine, questions: int, *, second: bool) -> PaperListRow:
    """Return a participant's line; a second entry tells nothing of the first."""
    state, done = line.state, line.answered
    if second and line.state in (PaperState.KEYED, PaperState.UNFINISHED):
        done = line.twice
        state = PaperState.KEYED if done >= questions else PaperState.UNFINISHED
        state = state if done else PaperState.MISSING
    key = line.paper or f"of {line.enrolment}"
    return PaperListRow(key, line.number, line.name, state, done, questions, line.conflict)
