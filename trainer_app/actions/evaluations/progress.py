"""How far the papers of a course are: sitting by sitting with the next step, and paper by paper."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.enrolments import names_on_list
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.actions.evaluations.forms import get_sitting
from trainer_app.actions.evaluations.keying import PaperView
from trainer_app.domain.attendance.marks import AttendanceGrid, Mark
from trainer_app.domain.attendance.same_person import leading_row
from trainer_app.domain.courses.courses import OFF_THE_LIST, ON_THE_LIST
from trainer_app.domain.evaluations.forms import (
    FEEDBACK_BEGINS,
    FEEDBACK_NUMBERS,
    FIRST_NUMBERS,
    MIN_ANSWERS,
    FormKind,
    FullForm,
    Occasion,
    Sitting,
    compare_keying,
)
from trainer_app.domain.people.persons import by_person
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import papers

_LATER = (Occasion.MONTH3, Occasion.MONTH6)
_CAME = (Mark.PRESENT, Mark.LATE)


def is_strange_number(work: Workplace, sitting: str, number: int) -> bool:
    """Tell whether sheets of nobody were printed here for a sitting, and none with this number.

    Another laptop may have printed it all the same: that is no error.
    """
    after = work.store.setting(FEEDBACK_NUMBERS.of(sitting))
    begins = work.store.setting(FEEDBACK_BEGINS.of(sitting)) or FIRST_NUMBERS[0]
    return bool(after) and not begins <= number < after


class PaperState(StrEnum):
    """How far a paper is."""

    MISSING = "missing"
    """Was in the room, did not leave the course, and has no paper."""
    UNFINISHED = "unfinished"
    """Something of it is keyed in, not all."""
    KEYED = "keyed"
    """Nothing is missing any more."""
    TYPED = "typed"
    """Only its points were typed in."""
    ABSENT = "absent"
    """Was not in the room or left the course, and has no paper: nobody waits for one."""


class PaperLine(Struct, frozen=True):
    """One paper, or one person without one. `number` is printed on the paper, `list_number` on the list.

    `answered` and `twice` count what was keyed in and what a second person keyed in; `differences` where
    the two do not say the same.
    """

    enrolment: str
    list_number: int
    number: int
    name: str
    state: PaperState
    paper: str = ""
    attempt: int = 1
    answered: int = 0
    twice: int = 0
    differences: int = 0
    keyed_by: str = ""
    checked_by: str = ""
    conflict: bool = False


class PaperList(Struct, frozen=True):
    """All lines of a sitting by list number and attempt. `questions` is how many each paper has.

    `by_list` tells that nobody is marked yet, so that all those on the list are taken to be in the room.
    """

    sitting: Sitting
    questions: int
    lines: tuple[PaperLine, ...] = ()
    by_list: bool = False

    def count(self, *states: PaperState) -> int:
        """Return how many lines are in some states."""
        return sum(line.state in states for line in self.lines)

    @property
    def keyed(self) -> int:
        """Papers of which nothing is missing."""
        return self.count(PaperState.KEYED)

    @property
    def expected(self) -> int:
        """Papers that there are or should be: of everybody who has one or from whom one is awaited."""
        return len(self.lines) - self.count(PaperState.ABSENT)

    @property
    def unfinished(self) -> int:
        """Papers of which something is missing."""
        return self.count(PaperState.UNFINISHED)

    @property
    def twice(self) -> int:
        """Whole papers that a second person keyed in wholly."""
        return sum(line.state is PaperState.KEYED and line.twice >= line.answered for line in self.lines)

    @property
    def differences(self) -> int:
        """Answers that two people keyed in differently."""
        return sum(line.differences for line in self.lines)

    def next_missing(self, after: int = 0) -> PaperLine | None:
        """Return the next person without a whole paper, after a number on the list and then from the top."""
        waiting = [line for line in self.lines if line.state in (PaperState.MISSING, PaperState.UNFINISHED)]
        later = (line for line in waiting if line.list_number > after)
        return next(later, waiting[0] if waiting else None)


def paper_list(work: Workplace, sitting: str) -> PaperList:
    """Return the list of a sitting whose papers have names. Raises sitting.unknown, form.unknown."""
    found = get_sitting(work, sitting)
    begun: dict[str, list[PaperView]] = {}
    for view in keying.list_papers(work, sitting):
        begun.setdefault(view.paper.enrolment, []).append(view)
    typed = {
        paper.enrolment
        for paper in papers.list_papers(work.database, found.course)
        if paper.occasion is found.occasion and paper.form is None and paper.points is not None
    }
    table = attendance.grid(work, found.course)
    came = in_the_room(table, found.occasion)
    awaited = _each_once(table, awaited_from(table, found.occasion), begun.keys() | typed)
    names = names_on_list(work, found.course)
    lines = []
    for item in courses.list_enrolments(work.database, found.course):
        own = item.enrolment
        views = sorted(begun.get(own.key, ()), key=lambda view: view.paper.attempt)
        if views:
            lines += [_line(view) for view in views]
        elif own.key in typed or own.key in came or own.state in ON_THE_LIST:
            there = PaperState.MISSING if own.key in awaited else PaperState.ABSENT
            state = PaperState.TYPED if own.key in typed else there
            lines.append(PaperLine(own.key, own.number, own.number, names[own.key], state))
    questions = len(forms.get_form(work, found.form).questions)
    return PaperList(found, questions, tuple(lines), by_list=not _days_of(table))


def in_the_room(table: AttendanceGrid, occasion: Occasion) -> frozenset[str]:
    """Return who was there when the papers were filled in, as enrolments.

    Before the course that is its first marked day, later the last one, and months afterwards anybody who
    came at all. Everybody on the list, while nothing is marked.
    """
    days = _days_of(table)
    if not days:
        return frozenset(row.enrolment for row in table.rows if not row.gone)
    if occasion is Occasion.PRE:
        wanted: Sequence[date] = days[:1]
    elif occasion in (Occasion.POST, Occasion.END):
        wanted = days[-1:]
    else:
        wanted = days
    return frozenset(
        row.enrolment
        for row in table.rows
        for index, session in enumerate(table.sessions)
        if session.day in wanted and (cell := row.cells[index]) is not None and cell.mark in _CAME
    )


def awaited_from(table: AttendanceGrid, occasion: Occasion) -> frozenset[str]:
    """Return from whom a paper is awaited: who was in the room, after the start but for who left since.

    Whoever sat in on the first day may have written the first test. Others' papers may still be entered.
    """
    came = in_the_room(table, occasion)
    return came if occasion is Occasion.PRE else came - {row.enrolment for row in table.rows if row.gone}


def _each_once(
    table: AttendanceGrid, awaited: Collection[str], wrote: Collection[str] = ()
) -> frozenset[str]:
    """Return from whom a paper is awaited: of a joined person one row, none where one of theirs wrote."""
    people = by_person(table.rows, lambda row: row.person or row.enrolment)
    keys = ([row.enrolment for row in rows] for rows in people)
    return frozenset(
        next(key for key in own if key in awaited)
        for own in keys
        if any(key in awaited for key in own) and not any(key in wrote for key in own)
    )


def feedback_missing(table: AttendanceGrid, view: forms.SittingView) -> int:
    """Return how many sheets of a sitting are still missing, of those who were there.

    Nothing is missing where months afterwards is asked: that sitting is not over with the course.
    """
    occasion = view.sitting.occasion
    if occasion in _LATER:
        return 0
    return max(0, len(_each_once(table, awaited_from(table, occasion))) - view.papers)


def _days_of(table: AttendanceGrid) -> list[date]:
    """Return the days on which anybody was marked as having come, in order."""
    return sorted(
        {
            session.day
            for index, session in enumerate(table.sessions)
            for row in table.rows
            if (cell := row.cells[index]) is not None and cell.mark in _CAME
        }
    )


def _line(view: PaperView) -> PaperLine:
    paper = view.paper
    keys = [question.key for question in view.form.questions]
    first = {key: paper.answers[key] for key in keys if key in paper.answers}
    whole = paper.finished or len(first) == len(keys)
    return PaperLine(
        paper.enrolment,
        view.list_number,
        paper.number,
        view.name,
        PaperState.KEYED if whole else PaperState.UNFINISHED,
        paper.key,
        paper.attempt,
        len(first),
        sum(key in paper.second for key in keys),
        len(compare_keying(paper.key, paper.number, first, paper.second)),
        paper.keyed_by,
        paper.checked_by,
        paper.conflict,
    )


class Absence(StrEnum):
    """Why a paper can hardly be somebody's."""

    NEVER = "never"
    """Marked, and in no session as having come."""
    THAT_DAY = "that_day"
    """Marked on the day of the test, and not as having come."""
    LEFT = "left"
    """Off the list, and not there when the papers were filled in."""


class PaperDoubts(Struct, frozen=True):
    """What to ask about before anything of a paper is keyed in, while a slip costs nothing yet.

    `points` of `out_of` were typed by hand, and the paper would take their place. `day` is that of the test.
    """

    points: int | None = None
    out_of: int = 0
    absence: Absence | None = None
    day: date | None = None

    @property
    def any(self) -> bool:
        """Tell whether there is something to ask."""
        return self.points is not None or self.absence is not None


def paper_doubts(work: Workplace, view: PaperView, *, second: bool = False) -> PaperDoubts:
    """Return what speaks against a paper that is about to be keyed in; nothing once it is begun."""
    paper = view.paper
    if paper.answers or paper.second or paper.finished:
        return PaperDoubts()
    points = None if second else paper.points
    absence, day = _absence(work, view)
    return PaperDoubts(points, paper.out_of if points is not None else 0, absence, day)


def _absence(work: Workplace, view: PaperView) -> tuple[Absence | None, date | None]:
    table, occasion = attendance.grid(work, view.sitting.course), view.sitting.occasion
    own = leading_row(table, view.paper.enrolment)
    days = _days_of(table)
    if not days or own in in_the_room(table, occasion):
        return None, None
    item = courses.get_enrolment(work.database, own)
    if item is not None and item.enrolment.state in OFF_THE_LIST:
        return Absence.LEFT, None
    row = next((each for each in table.rows if each.enrolment == own), None)
    if row is None:
        return None, None
    marked = [
        (session.day, cell.mark)
        for session, cell in zip(table.sessions, row.cells, strict=True)
        if cell is not None and cell.mark is not None
    ]
    if marked and all(mark in (Mark.ABSENT, Mark.EXCUSED) for _, mark in marked):
        return Absence.NEVER, None
    that_day = days[0] if occasion is Occasion.PRE else days[-1]
    if any(day == that_day for day, _ in marked):
        return Absence.THAT_DAY, that_day
    return None, None


class SittingStep(StrEnum):
    """The one thing to do next with the papers of a sitting."""

    KEY_IN = "key_in"
    """Papers are missing, or not whole."""
    SECOND = "second"
    """Somebody else has to key them in too."""
    DIFFERENCES = "differences"
    """Two entries do not say the same."""
    ENTER = "enter"
    """Anonymous papers that waited for each other may enter together."""
    RESULTS = "results"
    """Everything is in."""


class SittingState(Struct, frozen=True):
    """A sitting and its counts. `expected` are the people who have a paper or of whom one is awaited.

    Of a test some may be `typed`: only their points are there, and no paper of theirs is awaited either.
    While nobody is marked, `by_list`, they are all those on the list.

    `twice` counts whole papers that were keyed in by two people, `waiting` anonymous ones that are not in
    the journal yet, of which `ready` (five or more) can enter at once. In a `small` course there are never
    five: its papers are `closable` once everybody on the list has handed in. Of those that wait `unseen` are
    in no result yet, `paperless` were filled in on this computer. `left` are people on the list for whom no
    anonymous paper has come.
    """

    sitting: Sitting
    form: FullForm
    keyed: int
    expected: int
    unfinished: int = 0
    twice: int = 0
    differences: int = 0
    waiting: int = 0
    ready: bool = False
    small: bool = False
    closable: bool = False
    by_list: bool = False
    unseen: int = 0
    paperless: int = 0
    left: int = 0
    typed: int = 0

    @property
    def entered(self) -> bool:
        """Tell whether there is any paper: until then papers may have to be printed."""
        return self.keyed + self.unfinished > 0

    @property
    def begun(self) -> bool:
        """Tell whether there is any paper, or the points of one."""
        return self.entered or self.typed > 0

    @property
    def missing(self) -> int:
        """Return how many papers are awaited."""
        return self.expected - self.keyed - self.typed

    @property
    def late(self) -> bool:
        """Tell whether those that wait came after others had entered."""
        return 0 < self.waiting < self.keyed

    @property
    def step(self) -> SittingStep:
        """What comes next."""
        there = self.keyed + self.typed
        if self.unfinished or not there or (self.missing > 0 and not self.form.form.anonymous):
            return SittingStep.KEY_IN
        if self.differences:
            return SittingStep.DIFFERENCES
        if self.sitting.double and self.twice < self.keyed:
            return SittingStep.SECOND
        if self.missing > 0:
            return SittingStep.KEY_IN
        return SittingStep.ENTER if self.ready or self.closable else SittingStep.RESULTS


def sitting_states(work: Workplace, course: str, kinds: Collection[FormKind]) -> list[SittingState]:
    """Return the sittings of a course whose forms are of some kinds, the earliest occasion first."""
    found = [view for view in forms.list_sittings(work, course) if view.form.form.kind in kinds]
    return [_state(work, view.sitting, view.form) for view in found]


def _state(work: Workplace, sitting: Sitting, form: FullForm) -> SittingState:
    if form.form.anonymous:
        return _anonymous(work, sitting, form)
    found: PaperList = paper_list(work, sitting.key)
    return SittingState(
        sitting,
        form,
        found.keyed,
        found.expected,
        found.unfinished,
        found.twice,
        found.differences,
        by_list=found.by_list,
        typed=found.count(PaperState.TYPED),
    )


def _anonymous(work: Workplace, sitting: Sitting, form: FullForm) -> SittingState:
    found = feedback.collection(work, sitting.key)
    table = attendance.grid(work, sitting.course)
    awaited = _each_once(table, awaited_from(table, sitting.occasion))
    whole = len(form.questions)
    twice = sum(
        len(paper.second) == whole and all(answer is not None for answer in paper.second)
        for paper in found.papers
    )
    differences = len(feedback.differences(work, sitting.key))
    return SittingState(
        sitting,
        form,
        len(found.papers),
        len(awaited),
        found.begun,
        twice,
        differences,
        found.waiting,
        found.waiting >= MIN_ANSWERS,
        feedback.is_small(work, sitting.course),
        feedback.may_close(work, sitting.key),
        by_list=not _days_of(table),
        unseen=len(found.papers) - len(found.shown),
        paperless=sum(each.waiting and not each.typed and each.number is None for each in found.papers),
        left=feedback.not_handed_in(work, found),
    )
