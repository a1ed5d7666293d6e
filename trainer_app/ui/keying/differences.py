"""Where two people keyed in different things: what each says, and saying what stands on the paper."""

from dataclasses import dataclass

from trainer_app.actions import feedback_papers, keying
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.questions import Question
from trainer_app.domain.sittings import Difference, Sitting
from trainer_app.ui.keying.sources import AnonymousPapers, NamedPapers, OpenPaper, source_of


@dataclass(frozen=True)
class DifferenceRow:
    """A difference with the paper on which it is. `place` of the question counts from 0."""

    difference: Difference
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
    source = source_of(work, sitting)
    anonymous = isinstance(source, AnonymousPapers)
    found = (feedback_papers if anonymous else keying).differences(work, sitting.key)
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
    source = source_of(work, sitting)
    if isinstance(source, NamedPapers):
        held = row.paper.held
        assert isinstance(held, keying.PaperView)
        return keying.settle_difference(work, held, row.difference.question, answer)
    sheet = feedback_papers.get_paper(work, row.difference.paper)
    if sheet is not None:
        feedback_papers.settle_difference(work, sheet, row.place, answer)
    return Changes(Label("feedback_paper.step.correct"))
