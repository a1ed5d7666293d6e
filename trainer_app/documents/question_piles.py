"""Piles of numbered papers: head, rows and foot of each, two short ones to a page, fronts and backs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer_app.documents.form_parts import EDGE, Slot, slots
from trainer_app.documents.paper import Paper
from trainer_app.documents.question_heads import FOOT, RUNNING, STRIP, Heading
from trainer_app.documents.question_rows import Block, Placed, set_out
from trainer_app.domain.blanks import cut_order
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.question_papers import QuestionPaper

WIDE, HIGH = 210.0, 297.0
_EVERY = 10
"""Papers between two reports of progress."""


@dataclass(frozen=True)
class Extent:
    """How long the papers of a pile are: pages of one, and pages of the whole pile with the white ones."""

    each: int
    all: int
    a_page: int = 1


@dataclass(frozen=True)
class Pile:
    """Papers under one heading. `blocks` returns what a paper says.

    `alike`: they say the same but for number and name. `halves`: two short ones may share a page.
    `ordered`: a pile of such pages that is cut lies in order.
    """

    heading: Heading
    papers: tuple[QuestionPaper, ...]
    blocks: Callable[[QuestionPaper], Sequence[Block]]
    alike: bool
    halves: bool
    duplex: bool = False
    ordered: bool = True

    def extent(self) -> Extent:
        """Return how many pages the pile takes, without drawing it."""
        return _Sheaf(self, None).extent()

    def draw(self, progress: Progress = no_progress) -> bytes:
        """Return the pile as a PDF. Raises documents.nothing_to_print."""
        if not self.papers:
            raise TrainerError("documents.nothing_to_print")
        facts, speech = self.heading.pile.facts, self.heading.speech
        code = f" – {facts.code}" if facts else ""
        title = f"{self.heading.kind.text} – {self.heading.title.text}{code}"
        return _Sheaf(self, Paper(WIDE, HIGH, speech.main, title)).draw(progress)


class _Sheaf:
    """A pile set out on pages, and drawn where there is a paper to draw on."""

    def __init__(self, pile: Pile, paper: Paper | None) -> None:
        self.pile, self.heading = pile, pile.heading
        self.first = self._set_out(pile.papers[0] if pile.papers else QuestionPaper())
        self.half = self._fits_half()
        if paper is not None:
            self.paper = paper

    def extent(self) -> Extent:
        """Return how many pages there will be."""
        count, each = len(self.pile.papers), len(self.first)
        if self.half:
            return Extent(1, -(-count // 2), 2)
        return Extent(each, count * (each + (1 if self._padded(each) else 0)))

    def draw(self, progress: Progress) -> bytes:
        """Draw every paper."""
        papers = self.pile.papers
        if self.half:
            pages = self._halves()
            for at, page in enumerate(pages):
                progress("documents.papers", at / len(pages))
                self._draw_halves(page)
        else:
            for at, each in enumerate(papers):
                if at % _EVERY == 0:
                    progress("documents.papers", at / len(papers))
                self._draw_paper(each)
        data = self.paper.finish()
        progress("documents.papers", 1.0)
        return data

    def _halves(self) -> list[tuple[QuestionPaper | None, ...]]:
        """Return the two papers of each page; the last page may lack one."""
        papers: list[QuestionPaper | None] = [*self.pile.papers]
        papers += [None] * (len(papers) % 2)
        if self.pile.ordered:
            return cut_order(papers, 2)
        return [(papers[at], papers[at + 1]) for at in range(0, len(papers), 2)]

    def _draw_halves(self, papers: Sequence[QuestionPaper | None]) -> None:
        """Draw two short papers on one page."""
        for slot, each in zip(slots(self.paper, 2), papers, strict=True):
            if each is None:
                continue
            self.heading.draw(slot, each, half=True)
            placed = self.first[0] if self.pile.alike else self._set_out(each)[0]
            self._body(0, placed, slot.top + self.heading.height(half=True))
            self.heading.draw_foot(slot, each, 1, 1, 0)
        self.paper.end_page()

    def _draw_paper(self, paper: QuestionPaper) -> None:
        """Draw one paper; where both sides are printed, the next one begins on a front."""
        pages = self.first if self.pile.alike else self._set_out(paper)
        slot = Slot(self.paper, 0, HIGH)
        for number, placed in enumerate(pages, start=1):
            if number == 1:
                self.heading.draw(slot, paper, half=False)
                if self.heading.has_strip:
                    self.heading.draw_strip(self.paper, paper)
            else:
                self.heading.draw_running(slot, paper)
            top = RUNNING if number > 1 else self.heading.height(half=False)
            self._body(number, placed, top)
            self.heading.draw_foot(slot, paper, number, len(pages), self._strip(number))
            self.paper.end_page()
        if self._padded(len(pages)):
            self.paper.end_page()

    def _body(self, page: int, placed: Sequence[Placed], top: float) -> None:
        """Draw the rows of a page; those of papers that are all alike are drawn once and then shown."""
        if not self.pile.alike or len(self.pile.papers) == 1:
            self._rows(placed, top)
            return
        name = f"Body{page}"
        if not self.paper.has_form(name):
            self.paper.begin_form()
            self._rows(placed, 0.0)
            self.paper.end_form(name)
        with self.paper.moved(0, top):
            self.paper.show_form(name)

    def _rows(self, placed: Sequence[Placed], top: float) -> None:
        for each in placed:
            each.row.draw(self.paper, EDGE, top + each.y)

    def _set_out(self, paper: QuestionPaper) -> list[list[Placed]]:
        """Return what stands on each page of a paper."""
        first = HIGH - FOOT - self.heading.height(half=False)
        later = HIGH - FOOT - RUNNING
        rooms = (first - self._strip(1), later - self._strip(2), later)
        return set_out(self.pile.blocks(paper), rooms)

    def _fits_half(self) -> bool:
        """Tell whether two papers go on a page."""
        if not self.pile.halves or len(self.first) > 1 or not self.first[0]:
            return False
        last = self.first[0][-1]
        return last.y + last.row.height <= HIGH / 2 - FOOT - self.heading.height(half=True)

    def _strip(self, page: int) -> float:
        """Return what the strip takes of a page: of the first one, and of what is printed on its back."""
        behind = page == 2 and self.pile.duplex
        return STRIP if self.heading.has_strip and (page == 1 or behind) else 0.0

    def _padded(self, pages: int) -> bool:
        """Tell whether a white page follows a paper of a number of pages."""
        return self.pile.duplex and len(self.pile.papers) > 1 and pages > 1 and pages % 2 == 1
