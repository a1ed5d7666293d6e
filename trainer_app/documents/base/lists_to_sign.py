"""A list that participants sign, as a table with room to write by hand. A4 landscape, black.

Its rows are equally high and its lines are drawn, so a page has `ROWS` of them.
"""

from collections.abc import Sequence

from msgspec import Struct

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import draw_emblems, has_pictures, name_line, open_emblems
from trainer_app.documents.base.fitting import Box, fit
from trainer_app.documents.base.flow import Cell
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import Speech, format_days, joined
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseFacts

_LEFT, _RIGHT = 15.0, 282.0
_WIDE = _RIGHT - _LEFT
_TOP, _HEAD, _ROW, _BOTTOM = 44.0, 11.0, 9.2, 193.5
ROWS = int((_BOTTOM - _TOP - _HEAD) / _ROW)
"""Names on a page."""
_THIN, _THICK, _PAD = 0.35, 0.8, 2.0
_EMBLEMS = 9.5
_LEAST = 6.5


class ListColumn(Struct, frozen=True):
    """A column: the code of its head and its width in millimetres; `right` for numbers."""

    code: str
    width: float
    right: bool = False
    strong: bool = False


class ListToSign(Struct, frozen=True):
    """A list to draw. `title` and `how` are codes; `foot` stands under the last row of every page."""

    title: str
    how: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[tuple[Cell, ...]]
    foot: Cell = Cell("")


def count_pages(names: int) -> int:
    """Return how many pages a list of so many names has."""
    return max(1, -(-names // ROWS))


def list_to_sign_pdf(wanted: ListToSign, facts: CourseFacts, speech: Speech) -> bytes:
    """Return a list as PDF. Raises documents.nothing_to_print."""
    if not wanted.rows:
        raise TrainerError("documents.nothing_to_print")
    name = speech.plain(wanted.title)
    paper = Paper(297, 210, speech.main, f"{name} – {facts.title.best(speech.main)} – {facts.code}")
    pages = count_pages(len(wanted.rows))
    drawing = _Drawing(paper, wanted, facts, speech)
    for page in range(pages):
        drawing.head(page + 1, pages)
        drawing.table(wanted.rows[page * ROWS : (page + 1) * ROWS])
        paper.end_page()
    return paper.finish()


class _Drawing:
    """The pages of one list being drawn."""

    def __init__(self, paper: Paper, wanted: ListToSign, facts: CourseFacts, speech: Speech) -> None:
        self.paper, self.list, self.facts, self.speech = paper, wanted, facts, speech
        self.shown = open_emblems(facts.emblems)
        self.edges = [_LEFT]
        for column in wanted.columns:
            self.edges.append(self.edges[-1] + column.width)

    def head(self, page: int, pages: int) -> None:
        """Name the organisations, the list, the course, when and where; say how it is filled in."""
        speech, facts = self.speech, self.facts
        if has_pictures(self.shown):
            draw_emblems(self.paper, self.shown, speech.tongue, Box(_LEFT, 5.5, _WIDE, _EMBLEMS))
        else:
            self._line(_LEFT, 10.5, name_line(self.shown, speech.main), fonts.SANS, 8, _WIDE)
        title = speech.word(self.list.title)
        self._line(_LEFT, 21.4, title.text, fonts.SANS_BOLD, 16, 150)
        self._line(_LEFT, 25.6, title.below, fonts.SANS, 9, 150)
        course = speech.texts(facts.title)
        self._line(_LEFT, 31, course.text, fonts.SANS_SEMIBOLD, 10, 168)
        self._line(_LEFT, 34.8, course.below, fonts.SANS, 8, 168)
        days = speech.made(lambda language: format_days(facts.first_day, facts.last_day, language))
        self._fact(20, "list.days", days)
        self._fact(26.6, "list.venue", speech.texts(facts.venue))
        self._fact(
            33.2, "list.code", Cell(f"{facts.code}   ·   {speech.plain('list.page')} {page} / {pages}")
        )
        how = speech.word(self.list.how).text
        fitted = fit(how, fonts.SANS, 8, _WIDE, 6.5, max_lines=2)
        for number, line in enumerate(reversed(fitted.lines)):
            self.paper.text(_LEFT, _TOP - 2 - number * 3.2, line, fonts.SANS, fitted.size)

    def table(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Draw the rows of a page, and the foot right below them."""
        bottom = _TOP + _HEAD + len(rows) * _ROW
        for place in range(len(rows)):
            y = _TOP + _HEAD + place * _ROW
            self.paper.line(_LEFT, y, _RIGHT, y, _THICK if place == 0 else _THIN)
        for x in self.edges[1:-1]:
            self.paper.line(x, _TOP, x, bottom, _THIN)
        self.paper.box(_LEFT, _TOP, _WIDE, bottom - _TOP, _THICK)
        for place, column in enumerate(self.list.columns):
            text = joined(self.speech.word(column.code))
            self._cell(place, _TOP, _HEAD, text, fonts.SANS_SEMIBOLD, 8.5)
        for number, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                self._row_cell(place, _TOP + _HEAD + number * _ROW, cell)
        self._foot(bottom + 8)

    def _row_cell(self, place: int, top: float, cell: Cell) -> None:
        strong = self.list.columns[place].strong
        font, size = (fonts.SANS_SEMIBOLD, 11.0) if strong else (fonts.SANS, 9.0)
        room = self.list.columns[place].width - 2 * _PAD
        # A text that would get tiny beside its second line takes the room of both.
        if not cell.below or text_width(cell.text, font, _LEAST) > room:
            self._cell(place, top, _ROW, cell.text, font, size)
            return
        self._cell(place, top, _ROW * 0.62, cell.text, font, min(size, 9.0), lines=1)
        self._cell(place, top + _ROW * 0.5, _ROW * 0.45, cell.below, fonts.SANS, 7, lines=1)

    def _cell(
        self, place: int, top: float, height: float, text: str, font: str, size: float, lines: int = 2
    ) -> None:
        """Set a text in the middle of a cell's height, on two lines where one would get too small."""
        column, left = self.list.columns[place], self.edges[place] + _PAD
        width = column.width - 2 * _PAD
        fitted = fit(text, font, size, width, 7.5 if lines > 1 else 5.5, max_lines=lines)
        leading = fitted.size * 1.15 / POINTS
        base = top + height / 2 + 0.35 * fitted.size / POINTS - leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            x, align = (left + width, "right") if column.right else (left, "left")
            self.paper.text(x, base + number * leading, line, font, fitted.size, align=align)

    def _foot(self, y: float) -> None:
        """Leave lines for whoever held the list and for the day; say what is to be counted."""
        x = _LEFT
        if self.list.foot.text:
            text = joined(self.list.foot)
            self.paper.text(x, y, text, fonts.SANS_MEDIUM, 9)
            x += text_width(text, fonts.SANS_MEDIUM, 9) + 12
        for code, length in (("list.trainer", 62.0), ("list.date", 34.0)):
            words = joined(self.speech.word(code))
            self.paper.text(x, y, words, fonts.SANS, 9)
            x += text_width(words, fonts.SANS, 9) + 2
            self.paper.line(x, y + 0.6, x + length, y + 0.6, _THIN)
            x += length + 8

    def _fact(self, y: float, code: str, value: Cell) -> None:
        label = self.speech.word(code)
        self._line(196, y, label.text, fonts.SANS, 8, 24)
        self._line(196, y + 3.1, label.below, fonts.SANS, 7, 24)
        self._line(221, y, value.text, fonts.SANS_SEMIBOLD, 8.5, _RIGHT - 221)
        self._line(221, y + 3.1, value.below, fonts.SANS, 7, _RIGHT - 221)

    def _line(self, x: float, y: float, text: str, font: str, size: float, width: float) -> None:
        if text:
            self.paper.text(x, y, text, font, fit(text, font, size, width, min_size=1.0).size)
