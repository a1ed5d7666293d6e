"""Rows and blocks of a paper of questions: what is measured first, set out on pages, and then drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainer_app.documents import fonts
from trainer_app.documents.fitting import wrap
from trainer_app.documents.flow import Cell
from trainer_app.documents.paper import POINTS, Paper

LEADING = 1.3
"""From line to line, in sizes of type."""
TEXT, SMALL = 10.0, 8.5
"""Sizes of what is asked, and of its second language, in points."""

type Draw = Callable[[Paper, float, float], None]
"""Draws onto a paper, by the left top corner (mm)."""


@dataclass(frozen=True)
class Row:
    """What no page break goes through. `height` is in millimetres."""

    height: float
    draw: Draw


@dataclass(frozen=True)
class Block:
    """Rows that belong together, with `gap` above them; `head` stands again on each page they go on to.

    `whole`: they stay on one page where one holds them.
    """

    rows: tuple[Row, ...]
    gap: float = 3.0
    head: tuple[Row, ...] = ()
    whole: bool = True

    @property
    def height(self) -> float:
        """The height of head and rows, without the gap."""
        return sum(row.height for row in (*self.head, *self.rows))


@dataclass(frozen=True)
class Placed:
    """A row and how far below the top of its page's body it stands."""

    row: Row
    y: float


def set_out(blocks: Sequence[Block], rooms: Sequence[float]) -> list[list[Placed]]:
    """Return the rows of every page; `rooms` are the heights of the first pages, the last one of all others.

    A block that is higher than a page is broken between rows; no row is higher than a page.
    """
    run = _Run(rooms)
    for block in blocks:
        run.add(block)
    return run.pages


class _Run:
    """Pages being filled."""

    def __init__(self, rooms: Sequence[float]) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.rooms, self.y = tuple(rooms), 0.0

    @property
    def room(self) -> float:
        """The height of the page that is being filled."""
        return self.rooms[min(len(self.pages), len(self.rooms)) - 1]

    @property
    def next_room(self) -> float:
        """The height of the page after it."""
        return self.rooms[min(len(self.pages) + 1, len(self.rooms)) - 1]

    def add(self, block: Block) -> None:
        """Put a block below what is there, or onto the next page."""
        gap = block.gap if self.y else 0.0
        if self.y + gap + block.height > self.room:
            start = sum(row.height for row in (*block.head, *block.rows[:2]))
            kept = block.whole and block.height <= self.next_room
            if self.y and (kept or self.y + gap + start > self.room):
                self._turn()
                gap = 0.0
        self.y += gap
        self._put(block.head)
        for row in block.rows:
            if self.y + row.height > self.room and self.y:
                self._turn()
                self._put(block.head)
            self._put((row,))

    def _put(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self.pages[-1].append(Placed(row, self.y))
            self.y += row.height

    def _turn(self) -> None:
        self.pages.append([])
        self.y = 0.0


@lru_cache(maxsize=2048)
def broken(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of a text in a width; the same texts stand on hundreds of papers."""
    return wrap(text, font, size, width) if text else ()


def line_height(size: float) -> float:
    """Return the height of a line of type in millimetres."""
    return size * LEADING / POINTS


@dataclass(frozen=True)
class Lines:
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
