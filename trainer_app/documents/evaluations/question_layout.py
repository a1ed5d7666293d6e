"""Layout of papers of questions: rows and blocks measured, questions with their options, scales.

Rows are measured first, set out on pages, and then drawn. A scale is statements below each other with
numbered boxes each, under a head that names the steps. `Measures` are the sizes of it all.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, product

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import THICK, THIN, tick_box
from trainer_app.documents.base.fitting import wrap
from trainer_app.documents.base.flow import Block, Cell, Draw, Row
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import Speech, decimal, joined
from trainer_app.domain.base.texts import fill, find_words
from trainer_app.domain.evaluations.questions import POINT, Question, QuestionKind, option_marks
from trainer_app.domain.papers.course_papers import QuestionPaper, QuestionPapers, is_shuffled

LEADING = 1.3
"""From line to line, in sizes of type."""
TEXT, SMALL = 10.0, 8.5
"""Sizes of what is asked, and of its second language, in points."""


class Measures(Struct, frozen=True):
    """Sizes of what is printed: of type in points, all others in millimetres.

    `indent` is where what is asked begins, right of its number; `box` the side of a box, with `lead` above it
    in its row and `slack` in a higher one; `gap` and `between` stand right of a box and of an option, `above`
    over a question, `below` under an option of many lines. `line` is the room for a line of handwriting.
    `step_box` and `air` are those of the statements of a scale.
    """

    text: float = TEXT
    indent: float = 9.0
    box: float = 5.6
    lead: float = 0.7
    gap: float = 2.2
    between: float = 4.0
    row: float = 6.6
    slack: float = 1.6
    above: float = 3.0
    below: float = 1.4
    line: float = 8.5
    step_box: float = 6.6
    air: float = 2.0


USUAL_SIZE = Measures()
COMPACT_SIZE = Measures(
    text=9.0,
    indent=7.0,
    box=4.6,
    lead=0.45,
    gap=1.6,
    between=2.5,
    row=5.5,
    slack=1.0,
    above=2.2,
    below=0.7,
    line=7.5,
    step_box=5.2,
    air=1.2,
)
"""For papers that are to take little paper: as small as a copier can still bear."""


@lru_cache(maxsize=2048)
def broken(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of a text in a width; the same texts stand on hundreds of papers."""
    return wrap(text, font, size, width) if text else ()


def line_height(size: float) -> float:
    """Return the height of a line of type in millimetres."""
    return size * LEADING / POINTS


class Lines(Struct, frozen=True):
    """A text broken into lines, and below them those of its second language."""

    up: tuple[str, ...]
    down: tuple[str, ...] = ()
    font: str = fonts.SANS
    size: float = TEXT
    small: float = SMALL

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.up) * line_height(self.size) + len(self.down) * line_height(self.small)

    def each(self) -> list[tuple[str, str, float]]:
        """Return every line with its font and size, from the top down."""
        return [(line, self.font, self.size) for line in self.up] + [
            (line, fonts.SANS, self.small) for line in self.down
        ]

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw all lines, by the left top corner."""
        for line, font, size in self.each():
            y += line_height(size)
            paper.text(x, y - line_height(size) * 0.25, line, font, size)


def lines_of(cell: Cell, width: float, font: str = fonts.SANS, size: float = TEXT) -> Lines:
    """Break both texts of a cell."""
    small = size - (TEXT - SMALL)
    return Lines(
        broken(cell.text, font, size, width), broken(cell.below, fonts.SANS, small, width), font, size, small
    )


def line_rows(lines: Lines, indent: float = 0.0) -> list[Row]:
    """Return one row for each line."""
    return [Row(line_height(size), _line(indent, line, font, size)) for line, font, size in lines.each()]


def text_rows(
    cell: Cell, width: float, font: str = fonts.SANS, size: float = TEXT, indent: float = 0.0
) -> list[Row]:
    """Return the rows of a text, one for each line."""
    return line_rows(lines_of(cell, width - indent, font, size), indent)


def with_drawing(row: Row, draw: Draw) -> Row:
    """Return a row with something drawn beside it."""

    def both(paper: Paper, x: float, y: float) -> None:
        draw(paper, x, y)
        row.draw(paper, x, y)

    return Row(row.height, both)


def white(height: float) -> Row:
    """Return a row of white."""
    return Row(height, lambda _paper, _x, _y: None)


def _line(indent: float, text: str, font: str, size: float) -> Draw:
    down = line_height(size) * 0.75
    return lambda paper, x, y: paper.text(x + indent, y + down, text, font, size)


_PAD = 1.0
_WIDE, _NARROW = 90.0, 9.4
_STEPS = (13.0, 15.0, 18.0, 21.0)
"""Widths of a step from which the narrowest is taken that holds all names."""
_NAME, _LINES, _LONG = 7.0, (2, 3), 6


class _Scale(Struct, frozen=True):
    """A scale as it is set: the width of a step, the names in the head, or a legend instead of them."""

    marks: tuple[str, ...]
    step: float
    names: tuple[Lines, ...] = ()
    legend: tuple[Row, ...] = ()

    @property
    def width(self) -> float:
        return self.step * len(self.marks)


def scale_block(setting: "QuestionSetting", number: int, questions: Sequence[Question]) -> Block:
    """Return statements on one scale, the first with a number, under the head of the scale."""
    scale = _scale(questions[0], setting.speech, setting.width)
    rows = [
        row
        for index, question in enumerate(questions)
        for row in _statement(setting, number + index, question, scale)
    ]
    head = (*scale.legend, _head(scale, setting.width))
    return Block(tuple(rows), setting.sizes.above, head, whole=len(questions) == 1)


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
        for index, lines in enumerate(scale.names):
            middle, at = left + (index + 0.5) * scale.step, y + height - 1.0 - lines.height
            for text, font, size in lines.each():
                at += line_height(size)
                paper.text(middle, at - line_height(size) * 0.25, text, font, size, align="centre")
        paper.line(x, y + height, x + width, y + height, THICK)

    return Row(height, draw)


def _statement(setting: "QuestionSetting", number: int, question: Question, scale: _Scale) -> list[Row]:
    """Return the row of a statement; one of very many lines is a row for each line."""
    sizes, width, box = setting.sizes, setting.width, setting.sizes.step_box
    room = width - scale.width - sizes.indent - 3
    lines = lines_of(setting.speech.texts(question.text), room, fonts.SANS_MEDIUM, sizes.text)
    height = max(lines.height + sizes.air - 0.2, box + sizes.air)
    many = len(lines.each()) > _LONG
    level = box + sizes.air if many else height

    def draw(paper: Paper, x: float, y: float) -> None:
        first = y + (0.9 if many else (height - lines.height) / 2)
        base = first + line_height(sizes.text) * 0.75
        paper.text(x + sizes.indent - 2.4, base, str(number), fonts.SANS_BOLD, sizes.text, align="right")
        left = x + width - scale.width + (scale.step - box) / 2
        for index, mark in enumerate(scale.marks):
            tick_box(paper, left + index * scale.step, y + (level - box) / 2, box, mark, high=1.5)

    def whole(paper: Paper, x: float, y: float) -> None:
        draw(paper, x, y)
        lines.draw(paper, x + sizes.indent, y + (height - lines.height) / 2)
        paper.line(x, y + height, x + width, y + height, THIN)

    if not many:
        return [Row(height, whole)]
    first, *others = line_rows(lines, sizes.indent)
    top = Row(first.height + 0.9, lambda paper, x, y: first.draw(paper, x, y + 0.9))
    end = Row(0.9, lambda paper, x, y: paper.line(x, y + 0.9, x + width, y + 0.9, THIN))
    return [with_drawing(top, draw), *others, end]


_COLUMNS = (5, 4, 3, 2)
_SAVING = 0.85
"""Options of two lines stand in two columns where that takes so much less than one below another."""
_OPEN_LINES = 3


class QuestionSetting(Struct, frozen=True):
    """How the questions of a pile of papers are set: the pile, its voice, the width of a line."""

    pile: QuestionPapers
    speech: Speech
    width: float

    @property
    def sizes(self) -> Measures:
        """The sizes of what is printed."""
        return COMPACT_SIZE if self.pile.compact else USUAL_SIZE

    @property
    def room(self) -> float:
        """The width of what is asked, right of the number."""
        return self.width - self.sizes.indent


type KnownBlocks = dict[tuple[int, tuple[int, ...]], Block]
"""Blocks that are set already, by the number of the question and the order of its options."""
_SET_ALREADY = 1_000
"""As many blocks are remembered: on hundreds of papers the same few orders of options come again."""


def question_blocks(setting: QuestionSetting, paper: QuestionPaper, known: KnownBlocks) -> list[Block]:
    """Return the blocks of a paper: one for each question, and one for scales that follow one another.

    `known` keeps them for the next papers of this setting.
    """
    blocks, number = [], 1
    for scale, group in groupby(setting.pile.form.questions, _scale_of):
        questions = list(group)
        if scale is not None:
            blocks.append(scale_block(setting, number, questions))
        else:
            blocks += [
                _known_question(setting, paper, number + index, question, known)
                for index, question in enumerate(questions)
            ]
        number += len(questions)
    return blocks


def _known_question(
    setting: QuestionSetting, paper: QuestionPaper, number: int, question: Question, known: KnownBlocks
) -> Block:
    place = number, tuple(paper.order_of(question))
    block = known.get(place)
    if block is None:
        if len(known) >= _SET_ALREADY:
            known.clear()
        block = known[place] = _question(setting, place[1], number, question)
    return block


def worth(points: int, speech: Speech) -> Cell:
    """Return what a question is worth in words; `points` are hundredths of a point."""

    def say(language: str) -> str:
        whole, part = divmod(points, POINT)
        values = {"points": decimal(points, 2, language), "count": whole}
        return fill("leaf.worth_part" if part else "leaf.worth", language, values)

    return speech.made(say)


def _scale_of(question: Question) -> tuple[object, ...] | None:
    """Return the steps of a scale, so that neighbours with the same ones share a head."""
    if not question.handler.is_scale:
        return None
    return tuple(option.text for option in question.options)


def _question(setting: QuestionSetting, order: Sequence[int], number: int, question: Question) -> Block:
    """Return one question that is no scale, its options in an order."""
    speech, sizes = setting.speech, setting.sizes
    said = worth(question.points, speech) if setting.pile.shows_points and question.scored else Cell("")
    aside = text_width(said.text, fonts.SANS, 8) + 4 if said.text else 0.0
    asked = lines_of(speech.texts(question.text), setting.room - aside, fonts.SANS_MEDIUM, sizes.text)
    first, *others = line_rows(asked, sizes.indent)

    def label(on: Paper, x: float, y: float) -> None:
        base = y + line_height(sizes.text) * 0.75
        on.text(x + sizes.indent - 2.4, base, str(number), fonts.SANS_BOLD, sizes.text, align="right")
        on.text(x + setting.width, base, said.text, fonts.SANS, 8, align="right")

    rows = [with_drawing(first, label), *others, *_hint(setting, question)]
    if question.options:
        rows += [white(0.6), *_options(setting, order, question)]
    elif not setting.pile.booklet:
        rows += DRAWINGS[question.kind](setting, question)
    return Block(tuple(rows), sizes.above)


def _hint(setting: QuestionSetting, question: Question) -> list[Row]:
    """Say what is not seen from the question itself, in other words where nothing is right."""
    kind = question.kind.value
    found = None if question.scored else find_words(f"question.leaf_open.{kind}")
    found = found or find_words(f"question.leaf.{kind}")
    if found is None:
        return []
    words = Cell(f"({joined(setting.speech.texts(found))})")
    return line_rows(lines_of(words, setting.room, size=8.0), setting.sizes.indent)


def _options(setting: QuestionSetting, order: Sequence[int], question: Question) -> list[Row]:
    """Return the options in the order of the paper, side by side where all are short."""
    sizes, room = setting.sizes, setting.room
    cells = [setting.speech.texts(question.options[own - 1].text) for own in order]
    marked = list(zip(option_marks(question), cells, strict=True))
    shuffled = is_shuffled(setting.pile.form)
    single = [row for mark, cell in marked for row in _one_below_another(sizes, mark, cell, room)]
    for columns in _COLUMNS:
        filled = columns == 2 or len(marked) % columns == 0
        if columns <= len(marked) and filled and _fit_columns(sizes, cells, room / columns, 1):
            return _side_by_side(sizes, marked, columns, room, even=shuffled)
    if _fit_columns(sizes, cells, room / 2, 2):
        double = _side_by_side(sizes, marked, 2, room, even=shuffled)
        if _height(double) < _SAVING * _height(single):
            return double
    return single


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _beside_box(sizes: Measures, cell: Cell, width: float) -> Lines:
    """Break what stands right of a box."""
    return lines_of(cell, width - sizes.box - sizes.gap, size=sizes.text)


def _fit_columns(sizes: Measures, cells: Sequence[Cell], width: float, most: int) -> bool:
    """Tell whether every option takes a number of lines of a column at the most, in each language."""
    found = [_beside_box(sizes, cell, width - sizes.between) for cell in cells]
    return all(len(lines.up) <= most and len(lines.down) <= most for lines in found)


def _side_by_side(
    sizes: Measures, marked: Sequence[tuple[str, Cell]], columns: int, room: float, *, even: bool
) -> list[Row]:
    """Return rows of options, in the order in which one reads.

    `even`: all rows are equally high, so that every order of the options takes the same room.
    """
    step = room / columns
    lines = [(mark, _beside_box(sizes, cell, step - sizes.between)) for mark, cell in marked]

    def row(part: Sequence[tuple[str, Lines]]) -> Row:
        def draw(on: Paper, x: float, y: float) -> None:
            for index, (mark, found) in enumerate(part):
                _marked(on, sizes, x + sizes.indent + index * step, y, mark, found)

        highest = max(found.height for _, found in (lines if even else part))
        return Row(max(sizes.row, highest + sizes.slack), draw)

    return [row(lines[at : at + columns]) for at in range(0, len(lines), columns)]


def _one_below_another(sizes: Measures, mark: str, cell: Cell, room: float) -> list[Row]:
    """Return the rows of an option that may take many lines."""
    lines = _beside_box(sizes, cell, room)
    if lines.height + sizes.slack <= sizes.row:
        return [Row(sizes.row, lambda on, x, y: _marked(on, sizes, x + sizes.indent, y, mark, lines))]
    first, *others = line_rows(lines, sizes.indent + sizes.box + sizes.gap)
    lead = max(0.0, (sizes.row - 1.0 - line_height(sizes.text)) / 2)
    top = Row(first.height, lambda on, x, y: _box(on, sizes, x + sizes.indent, y - lead + sizes.lead, mark))
    return [white(lead), with_drawing(first, top.draw), *others, white(sizes.below)]


def _marked(paper: Paper, sizes: Measures, x: float, y: float, mark: str, lines: Lines) -> None:
    """Draw a box and what it stands for; the first line is level with the letter in the box."""
    _box(paper, sizes, x, y + sizes.lead, mark)
    level = sizes.lead + sizes.box / 2 - line_height(sizes.text) / 2
    lines.draw(paper, x + sizes.box + sizes.gap, y + (min(0.4, level) if lines.down else level))


def _box(paper: Paper, sizes: Measures, x: float, y: float, mark: str) -> None:
    tick_box(paper, x, y, sizes.box, mark, high=1.65)


def _lines(setting: QuestionSetting, question: Question) -> list[Row]:
    """Return a line for some words, more for an open answer."""
    count, sizes, room = 1 if question.scored else _OPEN_LINES, setting.sizes, setting.room
    row = Row(sizes.line, lambda on, x, y: _rule(on, x + sizes.indent, y + sizes.line - 0.6, room))
    return [row] * count


def _rule(paper: Paper, x: float, y: float, width: float) -> None:
    paper.line(x, y, x + width, y, THIN)


def _number_box(setting: QuestionSetting, _question: Question) -> list[Row]:
    """Return a box for a number."""
    sizes = setting.sizes
    high = sizes.line + 0.5
    return [Row(high + 2.0, lambda on, x, y: on.box(x + sizes.indent, y + 1.2, 40, high, THIN))]


DRAWINGS: Mapping[QuestionKind, Callable[[QuestionSetting, Question], list[Row]]] = {
    QuestionKind.SINGLE: _lines,
    QuestionKind.MULTIPLE: _lines,
    QuestionKind.LIKERT: _lines,
    QuestionKind.NUMBER: _number_box,
    QuestionKind.TEXT: _lines,
}
"""The room for an answer of each kind on paper, where a question has no options."""
