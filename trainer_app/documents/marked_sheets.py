"""Answer sheets to a form: as many boxes for each question as it has options, lines for what is written."""

from collections.abc import Sequence
from functools import partial

from trainer_app.documents import fonts
from trainer_app.documents.flow import Cell
from trainer_app.documents.form_parts import EDGE, THIN, tick_box
from trainer_app.documents.paper import Paper, text_width
from trainer_app.documents.question_heads import Heading
from trainer_app.documents.question_piles import WIDE, Extent, Pile
from trainer_app.documents.question_rows import Block, Row, text_rows
from trainer_app.documents.question_words import QUESTION_WORDS
from trainer_app.documents.speech import Speech, joined
from trainer_app.domain.answers import option_marks
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.question_papers import MarkedSheets, Names, QuestionPaper, QuestionPapers, is_shuffled
from trainer_app.domain.questions import Question, QuestionKind

_NUMBER, _STEP, _BOX, _GAP = 11.0, 7.4, 6.0, 6.0
_ROW, _FIFTH = 7.6, 1.6
_WRITING = 9.0
_CHUNK = 25
"""Rows of boxes that are kept on one page."""

type _Item = tuple[int, Question]


def marked_sheets_pdf(sheets: MarkedSheets, language: str, progress: Progress = no_progress) -> bytes:
    """Return the answer sheets of everybody, two to a page where they are short enough.

    Raises documents.nothing_to_print, paper.unknown_language.
    """
    return _pile(sheets, language).draw(progress)


def marked_extent(sheets: MarkedSheets, language: str) -> Extent:
    """Return how many pages the sheets take, without drawing them. Raises paper.unknown_language."""
    return _pile(sheets, language).extent()


def _pile(sheets: MarkedSheets, language: str) -> Pile:
    speech = Speech(language, QUESTION_WORDS)
    papers = QuestionPapers(sheets.form, sheets.papers, sheets.facts, sheets.occasion, Names.KEPT)
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
    codes += ["sheet.several"] if any(_several(each) for _, each in boxes) else []
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
        _number(paper, left, y + _BOX / 2, number, several=_several(question))
        for place, mark in enumerate(option_marks(question)):
            tick_box(paper, left + _NUMBER + place * _STEP, y, _BOX, mark, high=1.5)


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


def _several(question: Question) -> bool:
    return question.kind is QuestionKind.MULTIPLE
