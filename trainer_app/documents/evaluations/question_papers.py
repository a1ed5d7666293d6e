"""Papers made of questions in numbered piles: tests, anonymous forms, rating sheets, answer sheets.

Pure black, one number on every page; two short papers to a page, fronts and backs. Compact ones stand in two
columns where that takes fewer pages.
"""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import EDGE, THIN, Slot, slots, tick_box, to_write_on
from trainer_app.documents.base.flow import Block, Cell, Placed, Row, set_out
from trainer_app.documents.base.paper import Paper, text_width
from trainer_app.documents.base.wording import Speech, joined
from trainer_app.documents.evaluations.question_heads import FOOT, RUNNING, STRIP, Heading
from trainer_app.documents.evaluations.question_layout import (
    KnownBlocks,
    QuestionSetting,
    question_blocks,
    text_rows,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.domain.evaluations.questions import Question, option_marks
from trainer_app.domain.papers.course_papers import (
    Leaf,
    MarkedSheets,
    NamePlacement,
    QuestionPaper,
    QuestionPapers,
    cut_order,
    is_shuffled,
)

WIDE, HIGH = 210.0, 297.0
_BETWEEN = 8.0
COLUMN = (WIDE - 2 * EDGE - _BETWEEN) / 2
"""The width of one of two columns, in millimetres."""


class Extent(Struct, frozen=True):
    """How long the papers of a pile are: pages of one, and pages of the whole pile with the white ones.

    `step` is how many pages lie between the beginnings of two papers, or of two pages with several papers.
    """

    each: int
    all: int
    a_page: int = 1
    step: int = 1

    @property
    def sheets(self) -> int:
        """Sheets of paper that it takes where both sides are printed and nobody's back is another's front."""
        return -(-self.all // self.step) * -(-self.step // 2)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """What belongs together on the sheets of one person, in the order of the pages."""
        begins = range(0, self.all, self.step)
        return tuple(Leaf("", tuple(range(at, min(at + self.step, self.all)))) for at in begins)


class Pile(Struct, frozen=True):
    """Papers under one heading. `blocks` returns what a paper says.

    `alike`: they say the same but for number and name. `halves`: two short ones may share a page.
    `ordered`: a pile of such pages that is cut lies in order. `narrow` returns what may stand in columns of
    `COLUMN` millimetres instead, below the first of its blocks, which is as wide as the page.
    """

    heading: Heading
    papers: tuple[QuestionPaper, ...]
    blocks: Callable[[QuestionPaper], Sequence[Block]]
    alike: bool
    halves: bool
    duplex: bool = False
    ordered: bool = True
    narrow: Callable[[QuestionPaper], Sequence[Block]] | None = None

    def extent(self) -> Extent:
        """Return how many pages the pile takes, without drawing it."""
        return _Sheaf(self, None).extent()

    def draw(self) -> bytes:
        """Return the pile as a PDF. Raises documents.nothing_to_print."""
        if not self.papers:
            raise TrainerError("documents.nothing_to_print")
        facts, speech = self.heading.pile.facts, self.heading.speech
        code = f" – {facts.code}" if facts else ""
        title = f"{self.heading.kind.text} – {self.heading.title.text}{code}"
        return _Sheaf(self, Paper(WIDE, HIGH, speech.main, title)).draw()


class _Sheaf:
    """A pile set out on pages, and drawn where there is a paper to draw on."""

    def __init__(self, pile: Pile, paper: Paper | None) -> None:
        self.pile, self.heading = pile, pile.heading
        first = pile.papers[0] if pile.papers else QuestionPaper()
        self.in_columns = False
        self.first = self._set_out(first)
        if pile.narrow is not None and len(self.first) > 1:
            self._try_columns(first, pile.narrow(first))
        self.half = self._fits_half()
        if paper is not None:
            self.paper = paper

    def extent(self) -> Extent:
        """Return how many pages there will be."""
        count, each = len(self.pile.papers), len(self.first)
        if self.half:
            return Extent(1, -(-count // 2), 2)
        step = each + (1 if self._padded(each) else 0)
        return Extent(each, count * step, step=step)

    def draw(self) -> bytes:
        """Draw every paper."""
        if self.half:
            for page in self._halves():
                self._draw_halves(page)
        else:
            for each in self.pile.papers:
                self._draw_paper(each)
        return self.paper.finish()

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
            each.row.draw(self.paper, EDGE + each.x, top + each.y)

    def _set_out(self, paper: QuestionPaper) -> list[list[Placed]]:
        """Return what stands on each page of a paper."""
        if self.in_columns and self.pile.narrow is not None:
            return _two_columns(self.pile.narrow(paper), self._rooms())
        return set_out(self.pile.blocks(paper), self._rooms())

    def _rooms(self) -> tuple[float, float, float]:
        """Return the heights of what may stand on the first page, the second, and every other."""
        first = HIGH - FOOT - self.heading.height(half=False)
        later = HIGH - FOOT - RUNNING
        return first - self._strip(1), later - self._strip(2), later

    def _try_columns(self, paper: QuestionPaper, blocks: Sequence[Block]) -> None:
        """Take two columns where they save a page and no question has to go from one into the next."""
        lowest = min(self._rooms()) - blocks[0].height - blocks[1].gap if len(blocks) > 1 else 0.0
        if all(block.height <= lowest for block in blocks[1:]):
            self.in_columns = True
            pages = self._set_out(paper)
            self.in_columns = len(pages) < len(self.first)
            self.first = pages if self.in_columns else self.first

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


def _two_columns(blocks: Sequence[Block], rooms: Sequence[float]) -> list[list[Placed]]:
    """Return the pages of blocks that stand in two columns below the first block, a line between them."""
    opening, *others = blocks
    below = opening.height + others[0].gap
    first, *later = rooms
    heights = [height for room in (first - below, *later) for height in (room, room)]
    columns = set_out(others, heights)
    pages = []
    for at in range(0, len(columns), 2):
        top = 0.0 if at else below
        page = [] if at else [*set_out([opening], rooms)[0]]
        for side, column in enumerate(columns[at : at + 2]):
            page += [Placed(each.row, each.y + top, side * (COLUMN + _BETWEEN)) for each in column]
        low = max(each.y + each.row.height for each in page)
        page.append(Placed(Row(0.0, partial(_upright, low - top)), top, COLUMN + _BETWEEN / 2))
        pages.append(page)
    return pages


def _upright(height: float, paper: Paper, x: float, y: float) -> None:
    """Draw the line between two columns."""
    paper.line(x, y, x, y + height, THIN)


def question_papers_pdf(papers: QuestionPapers, language: str) -> bytes:
    """Return a pile of papers; short anonymous forms and rating sheets stand two to a page.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    return _pile(papers, language).draw()


def papers_extent(papers: QuestionPapers, language: str) -> Extent:
    """Return how many pages the papers take, without drawing them. Raises paper.unknown_language."""
    return _pile(papers, language).extent()


def _pile(papers: QuestionPapers, language: str) -> Pile:
    """Return the pile; a compact one is set small only where that takes fewer pages."""
    if not papers.compact:
        return _set(papers, language)
    sizes = [_set(replace(papers, compact=compact), language) for compact in (False, True)]
    return min(sizes, key=lambda pile: pile.extent().all)


def _set(papers: QuestionPapers, language: str) -> Pile:
    speech = Speech(language)
    setting = QuestionSetting(papers, speech, WIDE - 2 * EDGE)
    columns = replace(setting, width=COLUMN)
    is_test = papers.form.form.kind is FormKind.TEST
    # The boxes of a scale need the width of a page.
    scales = any(each.handler.is_scale for each in papers.form.questions)

    known: tuple[KnownBlocks, KnownBlocks] = {}, {}

    def blocks(paper: QuestionPaper) -> list[Block]:
        opening = _opening(setting)
        found = [Block(tuple(opening), 0.0)] if opening else []
        found += question_blocks(setting, paper, known[0])
        return [*found, _closing(setting)] if papers.rating else found

    def narrow(paper: QuestionPaper) -> list[Block]:
        return [Block(tuple(_opening(setting)), 0.0), *question_blocks(columns, paper, known[1])]

    sample = "leaf.sample" if papers.facts is None else ""
    return Pile(
        Heading(papers, speech, "leaf.booklet" if papers.booklet else sample),
        papers.papers,
        blocks,
        alike=papers.booklet or not is_shuffled(papers.form),
        halves=not is_test,
        duplex=papers.duplex,
        ordered=not papers.form.form.anonymous,
        narrow=narrow if papers.compact and is_test and not scales else None,
    )


def _opening(setting: QuestionSetting) -> list[Row]:
    """Say whose answers these are and how to give them, in the words of the form and in ours."""
    papers, speech = setting.pile, setting.speech
    form = papers.form.form
    said: list[tuple[Cell, str]] = []
    if form.anonymous:
        said.append((speech.word("leaf.anonymous"), fonts.SANS_SEMIBOLD))
    if form.intro.best(speech.main):
        said.append((speech.texts(form.intro), fonts.SANS))
    if papers.booklet:
        said.append((speech.word("leaf.booklet_how"), fonts.SANS_SEMIBOLD))
    elif any(each.handler.has_options for each in papers.form.questions) and not papers.rating:
        tested = form.kind is FormKind.TEST
        said.append((speech.word("leaf.how" if tested else "leaf.how_open"), fonts.SANS))
    return [row for cell, font in said for row in text_rows(cell, setting.width, font, 8.5)]


def _closing(setting: QuestionSetting) -> Block:
    """Leave room for a remark, and lines for the trainer's signature and the day."""
    width, both = setting.width, setting.speech.both

    def line(paper: Paper, x: float, y: float) -> None:
        paper.line(x, y + 7.6, x + width, y + 7.6, THIN)

    def sign(paper: Paper, x: float, y: float) -> None:
        middle = x + width * 0.62
        to_write_on(paper, x, y + 8.5, middle - 6, both("rating.signature"))
        to_write_on(paper, middle, y + 8.5, x + width, both("rating.date"))

    label = text_rows(Cell(both("rating.remark")), width, size=8.5)
    return Block((*label, Row(7.6, line), Row(8.0, line), Row(10.0, sign)), 4.0)


_NUMBER, _STEP, _BOX, _GAP = 11.0, 7.4, 6.0, 6.0
_ROW, _FIFTH = 7.6, 1.6
_WRITING = 9.0
_CHUNK = 25
"""Rows of boxes that are kept on one page."""

type _Item = tuple[int, Question]


def marked_sheets_pdf(sheets: MarkedSheets, language: str) -> bytes:
    """Return the answer sheets of everybody, two to a page where they are short enough.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    return _marked_pile(sheets, language).draw()


def marked_extent(sheets: MarkedSheets, language: str) -> Extent:
    """Return how many pages the sheets take, without drawing them. Raises paper.unknown_language."""
    return _marked_pile(sheets, language).extent()


def _marked_pile(sheets: MarkedSheets, language: str) -> Pile:
    speech = Speech(language)
    papers = QuestionPapers(sheets.form, sheets.papers, sheets.facts, sheets.occasion, NamePlacement.KEPT)
    blocks = _blocks(sheets, speech)

    def same(_paper: QuestionPaper) -> Sequence[Block]:
        return blocks

    return Pile(Heading(papers, speech, "sheet.title"), sheets.papers, same, alike=True, halves=True)


def _blocks(sheets: MarkedSheets, speech: Speech) -> list[Block]:
    """Return how to answer, the boxes in columns, and lines for the questions without options."""
    width = WIDE - 2 * EDGE
    items = list(enumerate(sheets.form.questions, start=1))
    boxes = [item for item in items if item[1].options]
    codes = ["sheet.how"] if boxes else []
    codes += ["sheet.several"] if any(each.handler.several for _, each in boxes) else []
    codes += ["sheet.same"] if is_shuffled(sheets.form) else []
    opening = [row for code in codes for row in text_rows(Cell(joined(speech.word(code))), width, size=8.0)]
    blocks = [Block(tuple(opening), 0.0)] if opening else []
    if boxes:
        longest = max(len(question.options) for _, question in boxes)
        block = _NUMBER + longest * _STEP
        columns = max(1, min(len(boxes), int((width + _GAP) // (block + _GAP))))
        many = columns * _CHUNK
        blocks += [
            _columns(boxes[at : at + many], columns, block + _GAP) for at in range(0, len(boxes), many)
        ]
    written = [_written(number, width) for number, question in items if not question.options]
    return [*blocks, Block(tuple(written), 3.0, whole=False)] if written else blocks


def _columns(boxes: Sequence[_Item], columns: int, step: float) -> Block:
    """Return boxes in columns of one height, with some white after every fifth row."""
    count = -(-len(boxes) // columns)
    rows = []
    for place in range(count):
        across = [(at // count, boxes[at]) for at in range(place, len(boxes), count)]
        fifth = _FIFTH if place % 5 == 4 else 0.0
        rows.append(Row(_ROW + fifth, partial(_boxes, across, step)))
    return Block(tuple(rows), 3.0)


def _boxes(across: Sequence[tuple[int, _Item]], step: float, paper: Paper, x: float, y: float) -> None:
    """Draw the boxes of the questions that stand beside one another."""
    for column, (number, question) in across:
        left = x + column * step
        _number(paper, left, y + _BOX / 2, number, several=question.handler.several)
        for index, mark in enumerate(option_marks(question)):
            tick_box(paper, left + _NUMBER + index * _STEP, y, _BOX, mark, high=1.5)


def _written(number: int, width: float) -> Row:
    """Return a line to write an answer on."""

    def draw(paper: Paper, x: float, y: float) -> None:
        _number(paper, x, y + _WRITING - 2.4, number)
        paper.line(x + _NUMBER, y + _WRITING - 1, x + width, y + _WRITING - 1, THIN)

    return Row(_WRITING, draw)


def _number(paper: Paper, x: float, middle: float, number: int, *, several: bool = False) -> None:
    """Write the number of a question before its boxes; a star where several may be crossed."""
    right = x + _NUMBER - 2.6
    paper.text(right, middle + 1.3, str(number), fonts.SANS_SEMIBOLD, 10, align="right")
    if several:
        at = right - text_width(str(number), fonts.SANS_SEMIBOLD, 10) - 0.6
        paper.text(at, middle + 1.3, "*", fonts.SANS_SEMIBOLD, 10, align="right")
