"""Parts of the empty forms: boxes to write in, boxes to cross, lines to cut along. Pure black, no grey."""

from dataclasses import dataclass

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import Box, Piece, fit, stack
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import Speech, format_days
from trainer_app.domain.courses.courses import CourseFacts

THIN, THICK = 0.35, 0.8
EDGE = 14.0
"""White at the left and right edge of every form, in millimetres."""
_LEADING = 1.25


@dataclass(frozen=True)
class Slot:
    """The part of a page that one form takes, in millimetres."""

    paper: Paper
    top: float
    height: float

    @property
    def left(self) -> float:
        """The left edge of what is printed."""
        return EDGE

    @property
    def right(self) -> float:
        """The right edge of what is printed."""
        return self.paper.width - EDGE

    @property
    def width(self) -> float:
        """The width of what is printed."""
        return self.right - self.left


def slots(paper: Paper, count: int) -> list[Slot]:
    """Divide a page into parts of one height, and draw the lines to cut along."""
    height = paper.height / count
    for number in range(1, count):
        paper.line(6, number * height, paper.width - 6, number * height, THIN, dash="1.5 2.5")
    return [Slot(paper, number * height, height) for number in range(count)]


def heading(slot: Slot, speech: Speech, code: str, facts: CourseFacts, width: float) -> float:
    """Write what the form is and for which course; return where what follows may stand."""
    title, course = speech.word(code), speech.texts(facts.title)
    days = speech.made(lambda language: format_days(facts.first_day, facts.last_day, language))
    pieces = [
        Piece(title.text, fonts.SANS_BOLD, 14, 9),
        Piece(title.below, fonts.SANS, 9, 7, gap=0.8),
        Piece(course.text, fonts.SANS_SEMIBOLD, 9, 7, 2, gap=1.8),
        Piece(course.below, fonts.SANS, 8, 6.5, gap=0.6),
        Piece(f"{facts.code} · {days.text}", fonts.SANS, 8, 6, gap=1.0),
    ]
    height = 25.0 if title.below else 19.0
    stack(slot.paper, Box(slot.left, slot.top + 9, width, height), pieces)
    return slot.top + 9 + height


def field(paper: Paper, x: float, y: float, width: float, label: str, height: float = 7.6) -> None:
    """Draw a box to write in, with its name above it."""
    small = fit(label, fonts.SANS, 7.5, width, 5.0)
    paper.text(x, y + 2.6, label, fonts.SANS, small.size)
    paper.box(x, y + 3.6, width, height, THIN)


def comb(paper: Paper, x: float, y: float, width: float, label: str, cells: int, height: float = 7.6) -> None:
    """Draw boxes for one letter each, with their name above."""
    small = fit(label, fonts.SANS, 7.5, width, 5.0)
    paper.text(x, y + 2.6, label, fonts.SANS, small.size)
    paper.box(x, y + 3.6, width, height, THIN)
    for number in range(1, cells):
        at = x + width * number / cells
        paper.line(at, y + 3.6, at, y + 3.6 + height, THIN)


def tick_box(
    paper: Paper,
    x: float,
    y: float,
    size: float,
    letter: str = "",
    *,
    crossed: bool = False,
    high: float = 1.35,
) -> None:
    """Draw a box to cross, by its top left corner; the letter in it stays readable under a cross.

    `high` is the size of the letter in points for each millimetre of the box.
    """
    paper.box(x, y, size, size, 0.6)
    if letter:
        points = size * high
        base = y + size / 2 + points * 0.36 / POINTS
        paper.text(x + size / 2, base, letter, fonts.SANS, points, align="centre")
    if crossed:
        paper.line(x, y, x + size, y + size, 1.0)
        paper.line(x, y + size, x + size, y, 1.0)


def to_write_on(paper: Paper, x: float, y: float, end: float, label: str, size: float = 8.0) -> None:
    """Write a name on a baseline and draw a line to write on behind it."""
    paper.text(x, y, label, fonts.SANS, size)
    paper.line(x + text_width(label, fonts.SANS, size) + 2, y + 0.6, end, y + 0.6, THIN)


def small_print(paper: Paper, x: float, y: float, width: float, text: str, size: float = 7.5) -> float:
    """Write a text on as many lines as it takes, three at most; return where what follows may stand."""
    fitted = fit(text, fonts.SANS, size, width, size, max_lines=3)
    for line in fitted.lines if text else ():
        y += fitted.size * _LEADING / POINTS
        paper.text(x, y, line, fonts.SANS, fitted.size)
    return y
