"""Scales: statements below each other with numbered boxes each, under a head that names the steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from trainer_app.documents import fonts
from trainer_app.documents.flow import Cell
from trainer_app.documents.form_parts import THICK, THIN, tick_box
from trainer_app.documents.paper import Paper, text_width
from trainer_app.documents.question_rows import (
    TEXT,
    Block,
    Lines,
    Row,
    line_height,
    line_rows,
    lines_of,
    with_drawing,
)
from trainer_app.documents.speech import Speech, joined
from trainer_app.domain.answers import option_marks
from trainer_app.domain.questions import Question

_INDENT, _BOX, _PAD = 9.0, 6.6, 1.0
_WIDE, _NARROW = 90.0, 9.4
_STEPS = (13.0, 15.0, 18.0, 21.0)
"""Widths of a step from which the narrowest is taken that holds all names."""
_NAME, _LINES, _LONG = 7.0, (2, 3), 6


@dataclass(frozen=True)
class _Scale:
    """A scale as it is set: the width of a step, the names in the head, or a legend instead of them."""

    marks: tuple[str, ...]
    step: float
    names: tuple[Lines, ...] = ()
    legend: tuple[Row, ...] = ()

    @property
    def width(self) -> float:
        return self.step * len(self.marks)


def scale_block(number: int, questions: Sequence[Question], speech: Speech, width: float) -> Block:
    """Return statements on one scale, the first with a number, under the head of the scale."""
    scale = _scale(questions[0], speech, width)
    rows = [
        row
        for place, question in enumerate(questions)
        for row in _statement(number + place, question, scale, speech, width)
    ]
    return Block(tuple(rows), head=(*scale.legend, _head(scale, width)), whole=len(questions) == 1)


def _scale(question: Question, speech: Speech, width: float) -> _Scale:
    """Name the steps above their boxes where the names fit there, else in a legend."""
    marks = option_marks(question)
    cells = [speech.texts(option.text) for option in question.options]
    for most, step in product(_LINES, _STEPS):
        if step * len(marks) <= _WIDE:
            names = [_name(cell, step - _PAD, most) for cell in cells]
            if all(names):
                return _Scale(marks, step, tuple(each for each in names if each))
    said = [f"{mark} – {joined(cell)}" for mark, cell in zip(marks, cells, strict=True)]
    # What belongs to one step is kept together, with no-break spaces, where a line is long enough.
    whole = ";  ".join(part.replace(" ", "\u00a0") if len(part) < 40 else part for part in said)
    return _Scale(marks, _NARROW, (), tuple(line_rows(lines_of(Cell(whole), width, size=8.5))))


def _name(cell: Cell, width: float, most: int) -> Lines | None:
    """Return a step's name in its column; None where it takes too many lines or a word would be cut."""
    for text, size in ((cell.text, _NAME), (cell.below, _NAME - 0.5)):
        if any(text_width(word, fonts.SANS, size) > width for word in text.replace("-", "- ").split()):
            return None
    lines = lines_of(cell, width, size=_NAME)
    lines = Lines(lines.up, lines_of(Cell(cell.below), width, size=_NAME - 0.5).up, size=_NAME, small=6.5)
    return lines if max(len(lines.up), len(lines.down)) <= most else None


def _head(scale: _Scale, width: float) -> Row:
    """Return the row that names the steps, with a thick line below it."""
    height = max((lines.height for lines in scale.names), default=0.0) + 1.0

    def draw(paper: Paper, x: float, y: float) -> None:
        left = x + width - scale.width
        for place, lines in enumerate(scale.names):
            middle, at = left + (place + 0.5) * scale.step, y + height - 1.0 - lines.height
            for text, font, size in lines.each():
                at += line_height(size)
                paper.text(middle, at - line_height(size) * 0.25, text, font, size, align="centre")
        paper.line(x, y + height, x + width, y + height, THICK)

    return Row(height, draw)


def _statement(number: int, question: Question, scale: _Scale, speech: Speech, width: float) -> list[Row]:
    """Return the row of a statement; one of very many lines is a row for each line."""
    lines = lines_of(speech.texts(question.text), width - scale.width - _INDENT - 3, fonts.SANS_MEDIUM)
    height = max(lines.height + 1.8, _BOX + 2.0)
    many = len(lines.each()) > _LONG
    level = _BOX + 2.0 if many else height

    def draw(paper: Paper, x: float, y: float) -> None:
        first = y + (0.9 if many else (height - lines.height) / 2)
        base = first + line_height(TEXT) * 0.75
        paper.text(x + _INDENT - 2.4, base, str(number), fonts.SANS_BOLD, TEXT, align="right")
        left = x + width - scale.width + (scale.step - _BOX) / 2
        for place, mark in enumerate(scale.marks):
            tick_box(paper, left + place * scale.step, y + (level - _BOX) / 2, _BOX, mark, high=1.5)

    def whole(paper: Paper, x: float, y: float) -> None:
        draw(paper, x, y)
        lines.draw(paper, x + _INDENT, y + (height - lines.height) / 2)
        paper.line(x, y + height, x + width, y + height, THIN)

    if not many:
        return [Row(height, whole)]
    first, *others = line_rows(lines, _INDENT)
    top = Row(first.height + 0.9, lambda paper, x, y: first.draw(paper, x, y + 0.9))
    end = Row(0.9, lambda paper, x, y: paper.line(x, y + 0.9, x + width, y + 0.9, THIN))
    return [with_drawing(top, draw), *others, end]
