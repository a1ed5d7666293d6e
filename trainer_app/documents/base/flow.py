"""What flows over pages: headings, paragraphs, tables with repeated heads, page numbers; and rows in blocks.

Rows are measured first, set out on pages or in columns, and then drawn.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import shorten, wrap
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.domain.papers.course_papers import ACCENT, INK, LINE, SECOND, SHADE, STRONG_LINE

_COUNT = "PageCount"
_DEEP = 5.0
"""How far above the origin the count of pages is drawn inside its form, so that nothing is cut off."""

_LEADING = 1.32
"""From line to line, in sizes of type."""


class Column(Struct, frozen=True):
    """A column of a table: `share` is its part of the width, in any unit; `below` stands under the title."""

    title: str
    share: float
    right: bool = False
    below: str = ""


type Drawing = Callable[[Paper, float, float, float], None]
"""Draws into a cell: paper, left edge, middle of the first line, width; in millimetres."""


class Cell(Struct, frozen=True):
    """A cell of a table: its text, and a second one below it, smaller.

    `struck`: crossed out, because it does not count; `quiet`: said less loudly than its neighbours; `strong`:
    said louder. `wide`: it takes the columns after it too, whose cells stay empty.
    """

    text: str
    below: str = ""
    struck: bool = False
    quiet: bool = False
    strong: bool = False
    wide: int = 1
    drawing: Drawing | None = None


class Flow:
    """Writes down a page and onto the next. Lengths in millimetres, sizes of type in points."""

    def __init__(self, paper: Paper, margin: float, footer: str, page_word: str = "") -> None:
        self.paper, self.margin, self.footer, self.page_word = paper, margin, footer, page_word
        self.y = margin
        self.page = 1
        self.tail = 0.0
        """The height that must be left below the last row of a table: what follows is not to stand alone."""

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.paper.width - 2 * self.margin

    @property
    def bottom(self) -> float:
        """Where the last line of a page may stand."""
        return self.paper.height - self.margin - 4

    def turn_page(self, width: float = 0.0, height: float = 0.0) -> None:
        """Go on with the next page, of another size if one is given."""
        self._foot()
        self.paper.end_page()
        self.page += 1
        if width:
            self.paper.width, self.paper.height = width, height
        self.y = self.margin

    def finish(self) -> bytes:
        """Close the last page and return the PDF."""
        self._foot()
        self.paper.end_page()
        self.paper.begin_form()
        count = f" / {self.page}"
        self.paper.text(_DEEP, self.paper.height - _DEEP, count, fonts.SANS, 7.5, SECOND)
        self.paper.end_form(_COUNT)
        return self.paper.finish()

    def need(self, height: float) -> None:
        """Turn the page if less than this height is left."""
        if self.y + height > self.bottom and self.y > self.margin:
            self.turn_page()

    def space(self, height: float) -> None:
        """Leave room; at the top of a page it is not needed."""
        if self.y > self.margin:
            self.y += height

    def paragraph(
        self, text: str, font: str = fonts.SANS, size: float = 9.0, colour: str = INK, indent: float = 0.0
    ) -> None:
        """Write a paragraph."""
        if not text:
            return
        for line in wrap(text, font, size, self.width - indent):
            self.need(_line(size))
            self.y += _line(size)
            self.paper.text(self.margin + indent, self.y - _line(size) * 0.25, line, font, size, colour)

    def heading(self, text: str, below: float = 24.0, second: str = "") -> None:
        """Write a heading that stays with at least `below` millimetres of what follows; `second` under it."""
        self.space(7)
        self.need(below)
        self.paragraph(text, fonts.SANS_SEMIBOLD, 12)
        self.paragraph(second, fonts.SANS, 9, SECOND)
        self.y += 1.6

    def bullet(self, text: str, second: str = "") -> None:
        """Write a paragraph behind a dot, and under it its second line."""
        self.need(_line(9))
        self.paper.text(self.margin, self.y + _line(9) * 0.75, "•", fonts.SANS, 9, ACCENT)
        self.paragraph(text, indent=4)
        self.paragraph(second, fonts.SANS, 8, SECOND, indent=4)
        self.y += 1

    def bullet_height(self, text: str, second: str = "") -> float:
        """Return how high such a paragraph is on one page, in millimetres."""
        parts = ((text, 9.0), (second, 8.0))
        lines = ((len(wrap(each, fonts.SANS, size, self.width - 4)), size) for each, size in parts if each)
        return sum(count * _line(size) for count, size in lines) + 1

    def last_bullets(self, texts: Sequence[tuple[str, str]], heading: str, second: str, tail: float) -> None:
        """Write a heading and bullets, the last of which stays with the `tail` millimetres that follow."""
        heights = [self.bullet_height(*each) for each in texts]
        head = _line(12) + (_line(9) if second else 0) + 1.6
        least = head + heights[0] + (tail if len(texts) == 1 else 0)
        self.heading(heading, below=max(24.0, least), second=second)
        for number, (text, below) in enumerate(texts, start=1):
            if number == len(texts):
                self.need(heights[-1] + tail - 0.01)
            self.bullet(text, below)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        size: float = 8.5,
        total: bool = False,
        again: str = "",
    ) -> None:
        """Write a table; its head is repeated on every page, under the words `again` where there are any.

        `total` sets the last row apart.
        """
        table = _Table(self, columns, size, again)
        table.head()
        for index, row in enumerate(rows):
            last = index == len(rows) - 1
            table.row(row, total and last, self.tail if index and last else 0.0)
        self.y += 1

    def table_height(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], size: float = 8.5
    ) -> float:
        """Return how high a table would be on one page, in millimetres."""
        table = _Table(self, columns, size, "")
        return table.head_height() + sum(table.row_height(row) for row in rows) + 1

    def _foot(self) -> None:
        """Write the running foot: what this is, which page."""
        y = self.paper.height - self.margin + 3
        right = self.paper.width - self.margin
        self.paper.line(self.margin, y - 4, right, y - 4, 0.4, LINE)
        middle = right - 8
        page = f"{self.page_word} {self.page}".lstrip()
        room = middle - self.margin - text_width(page, fonts.SANS, 7.5) - 4
        shown = shorten(self.footer, fonts.SANS, 7.5, room)
        self.paper.text(self.margin, y, shown, fonts.SANS, 7.5, SECOND)
        self.paper.text(middle, y, page, fonts.SANS, 7.5, SECOND, align="right")
        left, base = self.paper.place(middle - _DEEP, y)
        self.paper.raw(f"q 1 0 0 1 {left:.2f} {base - _DEEP * POINTS:.2f} cm /{_COUNT} Do Q")


class _Table:
    """One table being written."""

    def __init__(self, flow: Flow, columns: Sequence[Column], size: float, again: str) -> None:
        self.flow, self.columns, self.size, self.again = flow, columns, size, again
        whole = sum(column.share for column in columns)
        self.widths = [flow.width * column.share / whole for column in columns]
        self.pad = 1.4
        self.seconds = [
            wrap(column.below, fonts.SANS, size - 1.5, width - 2 * self.pad) if column.below else ()
            for column, width in zip(columns, self.widths, strict=True)
        ]

    def head(self) -> None:
        """Write the heads of the columns."""
        size, small = self._head_size(), self.size - 1.5
        lines = self._head_lines(size)
        height = self.head_height()
        self.flow.need(height + _line(self.size) * 2)
        top = self.flow.y
        if not height:
            self._rule(0.6, STRONG_LINE)
            return
        self.flow.paper.box(self.flow.margin, top, self.flow.width, height, fill=SHADE)
        for index, (texts, below) in enumerate(zip(lines, self.seconds, strict=True)):
            first = top + height - self.pad - len(texts) * _line(size) - len(below) * _line(small)
            right, second = self.columns[index].right, first + len(texts) * _line(size)
            self._lines(index, first, texts, fonts.SANS_SEMIBOLD, size, SECOND, right=right)
            self._lines(index, second, below, fonts.SANS, small, SECOND, right=right)
        self.flow.y = top + height
        self._rule(0.6, STRONG_LINE)

    def head_height(self) -> float:
        """Return the height of the heads; none where no column has one."""
        if not any(column.title for column in self.columns):
            return 0.0
        size, small = self._head_size(), self.size - 1.5
        pairs = zip(self._head_lines(size), self.seconds, strict=True)
        return max(len(up) * _line(size) + len(down) * _line(small) for up, down in pairs) + 2 * self.pad

    def _head_lines(self, size: float) -> list[tuple[str, ...]]:
        return [
            wrap(column.title, fonts.SANS_SEMIBOLD, size, width - 2 * self.pad)
            for column, width in zip(self.columns, self.widths, strict=True)
        ]

    def _head_size(self) -> float:
        """Return the size for the heads: small enough that no word of them is cut."""
        size = self.size - 0.5
        for column, width in zip(self.columns, self.widths, strict=True):
            for word in column.title.replace("-", "- ").split():
                longest = text_width(word, fonts.SANS_SEMIBOLD, 1.0)
                size = min(size, (width - 2 * self.pad) / longest - 0.01)
        return size

    def row(self, cells: Sequence[Cell], total: bool, tail: float = 0.0) -> None:
        """Write a row, as high as its highest cell, and with room below it; a page break repeats the head."""
        height = self.row_height(cells, total)
        if self.flow.y + height + tail > self.flow.bottom:
            self.flow.turn_page()
            if self.again:
                self.flow.paragraph(self.again, fonts.SANS, 8, SECOND)
                self.flow.y += 1
            self.head()
        top = self.flow.y + 0.8
        small = self.size - 1.5
        for index, (cell, up, down) in enumerate(self._wrapped(cells, total)):
            colour = SECOND if cell.quiet else INK
            right = self.columns[index].right and cell.wide == 1
            font = self._font(cell, total)
            self._lines(index, top, up, font, self.size, colour, right=right, struck=cell.struck)
            below = top + len(up) * _line(self.size)
            self._lines(index, below, down, fonts.SANS, small, SECOND, right=right)
            if cell.drawing is not None:
                left = self.flow.margin + sum(self.widths[:index]) + self.pad
                width = self._room(index, cell)
                cell.drawing(self.flow.paper, left, top + _line(self.size) / 2, width)
        self.flow.y += height
        self._rule(0.3, LINE)

    def row_height(self, cells: Sequence[Cell], total: bool = False) -> float:
        """Return the height of a row."""
        small = self.size - 1.5
        wrapped = self._wrapped(cells, total)
        return max(len(up) * _line(self.size) + len(down) * _line(small) for _, up, down in wrapped) + 1.6

    def _wrapped(
        self, cells: Sequence[Cell], total: bool
    ) -> list[tuple[Cell, tuple[str, ...], tuple[str, ...]]]:
        """Return every cell with the lines of its text and of what stands below it."""
        small = self.size - 1.5
        found = []
        for index, cell in enumerate(cells):
            room = self._room(index, cell)
            up = wrap(cell.text, self._font(cell, total), self.size, room)
            found.append((cell, up, wrap(cell.below, fonts.SANS, small, room) if cell.below else ()))
        return found

    def _room(self, index: int, cell: Cell) -> float:
        return sum(self.widths[index : index + cell.wide]) - 2 * self.pad

    def _font(self, cell: Cell, total: bool) -> str:
        return fonts.SANS_SEMIBOLD if total or cell.strong else fonts.SANS

    def _lines(
        self,
        index: int,
        top: float,
        texts: Sequence[str],
        font: str,
        size: float,
        colour: str,
        *,
        right: bool,
        struck: bool = False,
    ) -> None:
        """Set lines in a column, from a height downwards."""
        left = self.flow.margin + sum(self.widths[:index])
        x = left + self.widths[index] - self.pad if right else left + self.pad
        for number, text in enumerate(texts, start=1):
            y = top + number * _line(size) - _line(size) * 0.25
            self.flow.paper.text(x, y, text, font, size, colour, "right" if right else "left")
            if struck:
                long, middle = text_width(text, font, size), y - size * 0.3 / POINTS
                self.flow.paper.line(
                    x - (long if right else 0), middle, x + (0 if right else long), middle, 0.45
                )

    def _rule(self, weight: float, colour: str) -> None:
        margin, y = self.flow.margin, self.flow.y
        self.flow.paper.line(margin, y, margin + self.flow.width, y, weight, colour)


def _line(size: float) -> float:
    """Return the height of a line of type in millimetres."""
    return size * _LEADING / POINTS


type Draw = Callable[[Paper, float, float], None]
"""Draws onto a paper, by the left top corner (mm)."""


class Row(Struct, frozen=True):
    """What no page break goes through. `height` is in millimetres."""

    height: float
    draw: Draw


class Block(Struct, frozen=True):
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


class Placed(Struct, frozen=True):
    """A row, how far below the top of its page's body it stands, and how far right of its edge."""

    row: Row
    y: float
    x: float = 0.0


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
