"""What the keys do while papers are keyed in, without a widget: one paper after the other, answer by answer.

run.begin(source); run.open(7); run.choose(2); run.blank(); run.back() ...

An answer is shown only after it is on the disk; one that could not be kept is told of and not shown.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.answers import BLANK
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.questions import CHOICES, Question, QuestionKind
from trainer_app.ui.keying.sources import OpenPaper, PaperSource
from trainer_app.ui.shell.desk import Desk


@dataclass(frozen=True)
class Slip:
    """An answer to a paper of nobody that was changed here: what it was and what it became."""

    paper: OpenPaper
    place: int
    before: str | None
    after: str | None


class Run(QObject):
    """Keys in the papers of one source. `paper` is the open one, `place` its current question, from 0."""

    changed = Signal()
    """Another paper, another place, another answer."""
    kept = Signal(object)
    """A step is on the disk (`Changes`), or an answer of a draft (None)."""
    refused = Signal(object)
    """A `TrainerError`: nothing was kept."""
    missing = Signal(int)
    """The end was reached and so many questions are not keyed in."""
    closed = Signal(object)
    """A paper is done with; None if it was left in the middle."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keying_run")
        self._desk = desk
        self.source: PaperSource | None = None
        self.paper: OpenPaper | None = None
        self.last: OpenPaper | None = None
        self.place = 0
        self.writing = False
        self._was_whole = False
        self._slips: list[Slip] = []
        self._undone: list[Slip] = []

    # Papers

    def begin(self, source: PaperSource) -> None:
        """Key in other papers."""
        self.source, self.paper, self.last, self.place = source, None, None, 0
        self._slips, self._undone = [], []
        self.changed.emit()

    def show(self, find: Callable[[], OpenPaper | None], place: int | None = None) -> bool:
        """Open the paper that `find` returns; tell why not if it is refused."""
        try:
            found = find()
        except TrainerError as error:
            self.refused.emit(error)
            return False
        if found is None:
            return False
        self.paper, self._was_whole = found, found.whole
        self.place = found.first_missing if place is None else place
        self.changed.emit()
        return True

    def leave(self) -> None:
        """Put the paper away as it is."""
        if self.paper is not None:
            self._close(self.paper if self.paper.whole else None)

    # Answers

    @property
    def question(self) -> Question | None:
        """The question that is being keyed in."""
        return None if self.paper is None else self.paper.questions[self.place]

    @property
    def takes_words(self) -> bool:
        """Tell whether the current question is answered in a field."""
        return self.question is not None and self.question.kind not in CHOICES

    def choose(self, option: int) -> None:
        """Tick the option at a place (from 1) of the paper: a single choice goes on by itself."""
        paper, question = self.paper, self.question
        if paper is None or question is None or not 1 <= option <= len(question.options):
            return
        if question.kind is QuestionKind.MULTIPLE:
            ticked = paper.ticked(self.place) ^ {option}
            self._keep(paper.answer_of(self.place, sorted(ticked)))
        elif self._keep(paper.answer_of(self.place, [option])):
            self._advance()

    def write(self, text: str) -> bool:
        """Keep a number or words and go on; nothing written is a blank."""
        if not self._keep(text.strip() or BLANK):
            return False
        self._advance()
        return True

    def blank(self) -> None:
        """Keep that the question was left blank, and go on."""
        if self._keep(BLANK):
            self._advance()

    def clear(self) -> None:
        """Take the answer away: it is not keyed in any more."""
        if self.paper is not None and self.paper.answers[self.place] is not None:
            self._keep(None)

    def rest(self) -> None:
        """Keep that nothing more is on the paper, and put it away."""
        if self.paper is None or self.source is None:
            return
        if not self.paper.whole and not self._wrote(self.source.rest, self.paper):
            return
        self._close(self.paper)

    # Going

    def next(self) -> None:
        """Go to the next question; from the last one to the first that is missing, or out of the paper."""
        if self.paper is not None:
            self._advance()

    def back(self) -> None:
        """Go to the question before."""
        if self.paper is not None and self.place > 0:
            self.go(self.place - 1)

    def go(self, place: int) -> None:
        """Go to a question."""
        if self.paper is not None and 0 <= place < len(self.paper.questions):
            self.place = place
            self.changed.emit()

    # Taking back

    def reread(self) -> None:
        """Show what was changed elsewhere: an undo brings its question up, also of the last paper."""
        paper = self.paper or self.last
        if paper is None or self.source is None or self.writing:
            return
        found = self.source.reread(paper)
        if found is None:
            self.paper = self.last = None
            self.changed.emit()
            return
        differ = [at for at, answer in enumerate(found.answers) if answer != paper.answers[at]]
        if self.paper is not None or differ:
            self.paper, self.place = found, (differ or [self.place])[0]
            self._was_whole = self._was_whole and found.whole
            self.changed.emit()

    @property
    def own_undo(self) -> bool:
        """Tell whether answers are taken back here: those of drafts are in no journal."""
        return self.source is not None and self.source.anonymous

    @property
    def can_undo(self) -> bool:
        """Tell whether there is an answer to take back."""
        return bool(self._slips)

    def undo(self) -> None:
        """Take the last answer to a paper of nobody back, and go there."""
        self._swap(self._slips, self._undone, back=True)

    def redo(self) -> None:
        """Give it again."""
        self._swap(self._undone, self._slips, back=False)

    def _swap(self, taken: list[Slip], given: list[Slip], *, back: bool) -> None:
        if not taken or self.source is None:
            return
        slip = taken[-1]
        paper = self.source.reread(slip.paper) or slip.paper
        self.paper, self.place = paper, slip.place
        if self._wrote(self.source.key, paper, slip.place, slip.before if back else slip.after):
            given.append(taken.pop())
            self._was_whole = False
        self.changed.emit()

    def _keep(self, answer: str | None) -> bool:
        paper, source = self.paper, self.source
        if paper is None or source is None:
            return False
        before, place = paper.answers[self.place], self.place
        if not self._wrote(source.key, paper, place, answer):
            return False
        if source.anonymous and self.paper is not None and before != answer:
            self._slips.append(Slip(self.paper, place, before, self.paper.answers[place]))
            self._undone = []
        self.changed.emit()
        return True

    def _wrote(
        self, act: Callable[..., tuple[OpenPaper, Changes | None]], paper: OpenPaper, *values: object
    ) -> bool:
        """Write something of a paper; tell why it was not kept."""
        self.writing = True
        try:
            if self._desk.jobs.writing:
                raise TrainerError("job.wait")
            self.paper, changes = act(paper, *values)
            if changes is not None:
                # Whoever shows this paper has the answer already, and need not read it again.
                self._desk.changes.announce(changes, self)
        except TrainerError as error:
            self.refused.emit(error)
            return False
        finally:
            self.writing = False
        self.kept.emit(changes)
        return True

    def _advance(self) -> None:
        paper = self.paper
        if paper is None:
            return
        last = self.place == len(paper.questions) - 1
        if paper.whole and (last or not self._was_whole):
            self._close(paper)
        elif last:
            self.go(paper.first_missing)
            self.missing.emit(len(paper.questions) - paper.answered)
        else:
            self.go(self.place + 1)

    def _close(self, paper: OpenPaper | None) -> None:
        if paper is not None and self.source is not None:
            try:
                self.source.close(paper)
            except TrainerError as error:
                self.refused.emit(error)
                return
        self.last, self.paper, self.place = self.paper, None, 0
        self.changed.emit()
        self.closed.emit(paper)
