"""Questions as blocks: what is asked, boxes with letters beside the options, room to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from trainer_app.documents import fonts
from trainer_app.documents.flow import Cell
from trainer_app.documents.form_parts import THIN, tick_box
from trainer_app.documents.paper import Paper, text_width
from trainer_app.documents.question_rows import (
    TEXT,
    Block,
    Lines,
    Row,
    line_height,
    line_rows,
    lines_of,
    white,
    with_drawing,
)
from trainer_app.documents.question_scale import scale_block
from trainer_app.documents.question_words import QUESTION_WORDS
from trainer_app.documents.speech import Speech, joined
from trainer_app.documents.wording import decimal, russian_plural
from trainer_app.domain.answers import option_marks
from trainer_app.domain.question_papers import QuestionPaper, QuestionPapers, is_shuffled
from trainer_app.domain.questions import POINT, Question, QuestionKind

INDENT, BOX = 9.0, 5.6
"""Where what is asked begins, right of its number, and the side of a box."""
_GAP, _BETWEEN, _ROW = 2.2, 4.0, 6.6
_COLUMNS = (5, 4, 3, 2)
_SAVING = 0.85
"""Options of two lines stand in two columns where that takes so much less than one below another."""
_WRITING = 8.5
_OPEN_LINES = 3


@dataclass(frozen=True)
class Setting:
    """How the questions of a pile of papers are set: the pile, its voice, the width of a line."""

    pile: QuestionPapers
    speech: Speech
    width: float


def question_blocks(setting: Setting, paper: QuestionPaper) -> list[Block]:
    """Return the blocks of a paper: one for each question, and one for scales that follow one another."""
    blocks, number = [], 1
    for scale, group in groupby(setting.pile.form.questions, _scale_of):
        questions = list(group)
        if scale is not None:
            blocks.append(scale_block(number, questions, setting.speech, setting.width))
        else:
            blocks += [
                _question(setting, paper, number + place, question)
                for place, question in enumerate(questions)
            ]
        number += len(questions)
    return blocks


def worth(points: int, speech: Speech) -> Cell:
    """Return what a question is worth in words; `points` are hundredths of a point."""

    def say(language: str) -> str:
        if language == "ru":
            whole, part = divmod(points, POINT)
            form = "few" if part else russian_plural(whole, "one", "few", "many")
        else:
            form = "one" if points == POINT else "many"
        words = QUESTION_WORDS[f"leaf.worth.{form}"].best(language)
        return words.format(points=decimal(points, 2, language))

    return speech.made(say)


def _scale_of(question: Question) -> tuple[object, ...] | None:
    """Return the steps of a scale, so that neighbours with the same ones share a head."""
    if question.kind is not QuestionKind.LIKERT:
        return None
    return tuple(option.text for option in question.options)


def _question(setting: Setting, paper: QuestionPaper, number: int, question: Question) -> Block:
    """Return one question that is no scale."""
    speech, room = setting.speech, setting.width
    said = worth(question.points, speech) if setting.pile.shows_points and question.scored else Cell("")
    aside = text_width(said.text, fonts.SANS, 8) + 4 if said.text else 0.0
    asked = lines_of(speech.texts(question.text), room - INDENT - aside, fonts.SANS_MEDIUM)
    first, *others = line_rows(asked, INDENT)

    def label(on: Paper, x: float, y: float) -> None:
        base = y + line_height(TEXT) * 0.75
        on.text(x + INDENT - 2.4, base, str(number), fonts.SANS_BOLD, TEXT, align="right")
        on.text(x + room, base, said.text, fonts.SANS, 8, align="right")

    rows = [with_drawing(first, label), *others, *_hint(setting, question)]
    if question.options:
        rows += [white(0.6), *_options(setting, paper, question)]
    elif not setting.pile.booklet:
        rows += _room_to_write(question, room)
    return Block(tuple(rows))


def _hint(setting: Setting, question: Question) -> list[Row]:
    """Say what is not seen from the question itself."""
    if question.kind is QuestionKind.MULTIPLE:
        code = "leaf.several" if question.scored else "leaf.several_open"
    elif question.kind is QuestionKind.NUMBER:
        code = "leaf.figure"
    else:
        return []
    words = Cell(f"({joined(setting.speech.word(code))})")
    return line_rows(lines_of(words, setting.width - INDENT, size=8.0), INDENT)


def _options(setting: Setting, paper: QuestionPaper, question: Question) -> list[Row]:
    """Return the options in the order of the paper, side by side where all are short."""
    order = paper.order_of(question)
    cells = [setting.speech.texts(question.options[own - 1].text) for own in order]
    marked = list(zip(option_marks(question), cells, strict=True))
    room = setting.width - INDENT
    shuffled = is_shuffled(setting.pile.form)
    single = [row for mark, cell in marked for row in _one_below_another(mark, cell, room)]
    for columns in _COLUMNS:
        filled = columns == 2 or len(marked) % columns == 0
        if columns <= len(marked) and filled and _fit_columns(cells, room / columns, 1):
            return _side_by_side(marked, columns, room, even=shuffled)
    if _fit_columns(cells, room / 2, 2):
        double = _side_by_side(marked, 2, room, even=shuffled)
        if _height(double) < _SAVING * _height(single):
            return double
    return single


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _fit_columns(cells: Sequence[Cell], width: float, most: int) -> bool:
    """Tell whether every option takes a number of lines of a column at the most, in each language."""
    room = width - BOX - _GAP - _BETWEEN
    found = [lines_of(cell, room) for cell in cells]
    return all(len(lines.up) <= most and len(lines.down) <= most for lines in found)


def _side_by_side(marked: Sequence[tuple[str, Cell]], columns: int, room: float, *, even: bool) -> list[Row]:
    """Return rows of options, in the order in which one reads.

    `even`: all rows are equally high, so that every order of the options takes the same room.
    """
    step = room / columns
    lines = [(mark, lines_of(cell, step - BOX - _GAP - _BETWEEN)) for mark, cell in marked]

    def row(part: Sequence[tuple[str, Lines]]) -> Row:
        def draw(on: Paper, x: float, y: float) -> None:
            for place, (mark, found) in enumerate(part):
                _marked(on, x + INDENT + place * step, y, mark, found)

        return Row(max(_ROW, max(found.height for _, found in (lines if even else part)) + 1.6), draw)

    return [row(lines[at : at + columns]) for at in range(0, len(lines), columns)]


def _one_below_another(mark: str, cell: Cell, room: float) -> list[Row]:
    """Return the rows of an option that may take many lines."""
    lines = lines_of(cell, room - BOX - _GAP)
    if lines.height + 1.6 <= _ROW:
        return [Row(_ROW, lambda on, x, y: _marked(on, x + INDENT, y, mark, lines))]
    first, *others = line_rows(lines, INDENT + BOX + _GAP)
    lead = (_ROW - 1.0 - line_height(TEXT)) / 2
    top = Row(first.height, lambda on, x, y: _box(on, x + INDENT, y - lead + 0.7, mark))
    return [white(lead), with_drawing(first, top.draw), *others, white(1.4)]


def _marked(paper: Paper, x: float, y: float, mark: str, lines: Lines) -> None:
    """Draw a box and what it stands for; the first line is level with the letter in the box."""
    _box(paper, x, y + 0.7, mark)
    top = y + 0.4 if lines.down else y + 0.7 + BOX / 2 - line_height(TEXT) / 2
    lines.draw(paper, x + BOX + _GAP, top)


def _box(paper: Paper, x: float, y: float, mark: str) -> None:
    tick_box(paper, x, y, BOX, mark, high=1.65)


def _room_to_write(question: Question, width: float) -> list[Row]:
    """Return a box for a number; a line for some words, more for an open answer."""
    if question.kind is QuestionKind.NUMBER:
        return [Row(11.0, lambda on, x, y: on.box(x + INDENT, y + 1.2, 40, 9, THIN))]
    count = 1 if question.scored else _OPEN_LINES
    return [Row(_WRITING, lambda on, x, y: _rule(on, x + INDENT, y + _WRITING - 0.6, width - INDENT))] * count


def _rule(paper: Paper, x: float, y: float, width: float) -> None:
    paper.line(x, y, x + width, y, THIN)
