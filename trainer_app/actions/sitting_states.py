"""How far the papers of a course are, sitting by sitting, and what comes next with each."""

from collections.abc import Collection as Group
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.actions import attendance, feedback_papers, paper_lists, sittings
from trainer_app.actions.paper_lists import PaperList
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.forms import FormKind, FullForm
from trainer_app.domain.learning import MIN_ANSWERS
from trainer_app.domain.sittings import Sitting


class SittingStep(StrEnum):
    """The one thing to do next with the papers of a sitting."""

    KEY_IN = "key_in"
    """Papers are missing, or not whole."""
    SECOND = "second"
    """Somebody else has to key them in too."""
    DIFFERENCES = "differences"
    """Two entries do not say the same."""
    ENTER = "enter"
    """Anonymous papers wait until five are together, or until no more will come."""
    RESULTS = "results"
    """Everything is in."""


@dataclass(frozen=True)
class SittingState:
    """A sitting and its counts. `expected` are the people who were there or have a paper.

    `twice` counts whole papers that were keyed in by two people, `waiting` anonymous ones that are not in
    the journal yet, of which `ready` (five or more) can enter at once.
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

    @property
    def begun(self) -> bool:
        """Tell whether there is any paper."""
        return self.keyed + self.unfinished > 0

    @property
    def step(self) -> SittingStep:
        """What comes next."""
        if self.unfinished or not self.keyed or (self.keyed < self.expected and not self.form.form.anonymous):
            return SittingStep.KEY_IN
        if self.differences:
            return SittingStep.DIFFERENCES
        if self.sitting.double and self.twice < self.keyed:
            return SittingStep.SECOND
        if self.keyed < self.expected and not self.ready:
            return SittingStep.KEY_IN
        return SittingStep.ENTER if self.waiting else SittingStep.RESULTS


def sitting_states(work: Workplace, course: str, kinds: Group[FormKind]) -> list[SittingState]:
    """Return the sittings of a course whose forms are of some kinds, the earliest occasion first."""
    found = [view for view in sittings.list_sittings(work, course) if view.form.form.kind in kinds]
    return [_state(work, view.sitting, view.form) for view in found]


def _state(work: Workplace, sitting: Sitting, form: FullForm) -> SittingState:
    if form.form.anonymous:
        return _anonymous(work, sitting, form)
    found: PaperList = paper_lists.paper_list(work, sitting.key)
    return SittingState(
        sitting, form, found.keyed, found.expected, found.unfinished, found.twice, found.differences
    )


def _anonymous(work: Workplace, sitting: Sitting, form: FullForm) -> SittingState:
    found = feedback_papers.collection(work, sitting.key)
    came = paper_lists.in_the_room(attendance.grid(work, sitting.course), sitting.occasion)
    whole = len(form.questions)
    twice = sum(
        len(paper.second) == whole and all(answer is not None for answer in paper.second)
        for paper in found.papers
    )
    differences = len(feedback_papers.differences(work, sitting.key))
    return SittingState(
        sitting,
        form,
        len(found.papers),
        len(came),
        found.begun,
        twice,
        differences,
        found.waiting,
        found.waiting >= MIN_ANSWERS,
    )
