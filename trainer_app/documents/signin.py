"""The sign-in sheet: A4 landscape, 18 rows a page, ten empty ones after the last name.

Pure black without grey, so that any printer and copier keeps it; names large enough to find one's own at
a glance. More sessions in a day make the other columns narrower; more than six go on pages of their own.
A sheet of one session has a single wide column to sign in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.documents import fonts
from trainer_app.documents.dates import clock
from trainer_app.documents.emblems import Shown, open_emblems
from trainer_app.documents.fitting import fit
from trainer_app.documents.paper import POINTS, Paper, text_width
from trainer_app.documents.signin_head import LEFT, RIGHT, Head, head_height
from trainer_app.documents.wording import texts, word
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.paper_languages import Tongue, read_paper_language
from trainer_app.domain.papers import SheetRow, SheetSession, SignInSheet
from trainer_app.domain.people import Sex
from trainer_app.domain.sheets import ROWS, count_pages
from trainer_app.domain.texts import Texts

_HEAD, _BOTTOM = 12.0, 196.0
_THIN, _THICK = 0.35, 0.8
_PAD = 2.0
_MOST_SESSIONS = 6
_ALONE = 84.0
"""Width of the column of a sheet for one session."""
_SMALL = 5.75
"""The size of type at which three lines go into a row."""


@dataclass(frozen=True)
class _Columns:
    """Widths in millimetres; together they are as wide as the table."""

    number: float
    name: float
    rank: float
    unit: float
    sex: float
    sessions: tuple[float, ...]

    def edges(self) -> tuple[float, ...]:
        """Return the x of every upright line, from the left edge to the right one."""
        xs = [LEFT]
        for width in (self.number, self.name, self.rank, self.unit, self.sex, *self.sessions):
            xs.append(xs[-1] + width)
        return tuple(xs)


@dataclass(frozen=True)
class _Page:
    """One page of a sheet: which of how many, its rows and its sessions."""

    sheet: SignInSheet
    number: int
    count: int
    rows: tuple[SheetRow, ...]
    sessions: tuple[SheetSession, ...]


def signin_pdf(sheets: SignInSheet | Sequence[SignInSheet], language: str) -> bytes:
    """Return one or more sheets as a PDF. Raises documents.nothing_to_print, paper.unknown_language."""
    tongue = read_paper_language(language)
    every = [sheets] if isinstance(sheets, SignInSheet) else list(sheets)
    if not every:
        raise TrainerError("documents.nothing_to_print")
    name = word("signin.title", tongue.main)
    paper = Paper(297, 210, tongue.main, f"{name} – {tongue.first(every[0].title)} – {every[0].code}")
    for sheet in every:
        shown = open_emblems(sheet.emblems)
        for page in _pages(sheet):
            Head(paper, sheet, shown, tongue).draw(page.number, page.count)
            _Table(paper, page, shown, tongue).draw()
            paper.end_page()
    return paper.finish()


def _pages(sheet: SignInSheet) -> tuple[_Page, ...]:
    """Divide a sheet into pages: by rows, then by sessions."""
    count = count_pages(len(sheet.rows))
    parts = [
        (sheet.rows[first : first + ROWS], sessions)
        for sessions in _groups(sheet.sessions)
        for first in range(0, count * ROWS, ROWS)
    ]
    return tuple(
        _Page(sheet, number, len(parts), rows, sessions)
        for number, (rows, sessions) in enumerate(parts, start=1)
    )


def _groups(sessions: tuple[SheetSession, ...]) -> list[tuple[SheetSession, ...]]:
    """Divide sessions into as few groups as can be signed for, as even as can be: eight are four and four."""
    count = max(1, -(-len(sessions) // _MOST_SESSIONS))
    size = -(-len(sessions) // count)
    return [sessions[at * size : (at + 1) * size] for at in range(count)]


def _columns(sessions: int, alone: bool) -> _Columns:
    """Return the widths for a number of sessions: 37 mm to sign in for three, never under 22.

    `alone`: the sheet is for one session.
    """
    if sessions <= 3:
        width = _ALONE if alone else min(111.0 / max(1, sessions), 50.0)
        spare = 111.0 - width * sessions
        return _Columns(9, 62 + spare * 0.4, 33 + spare * 0.25, 45 + spare * 0.35, 12, (width,) * sessions)
    room = {4: 122.0, 5: 130.0}.get(sessions, 136.0)
    left = RIGHT - LEFT - room - 9 - 11
    return _Columns(9, left * 0.45, left * 0.23, left * 0.32, 11, (room / sessions,) * sessions)


class _Table:
    """The table of one page being drawn, with what stands below it."""

    def __init__(self, paper: Paper, page: _Page, shown: tuple[Shown, ...], tongue: Tongue) -> None:
        self.paper, self.page, self.tongue = paper, page, tongue
        self.alone = page.sheet.code.session is not None
        self.columns = _columns(len(page.sessions), self.alone)
        self.edges = self.columns.edges()
        self.top = head_height(shown)
        self.row = (_BOTTOM - self.top - _HEAD) / ROWS

    def draw(self) -> None:
        """Draw everything."""
        self._grid()
        self._heads()
        for index, row in enumerate(self.page.rows):
            self._row(row, self.top + _HEAD + index * self.row)
        self._foot()

    def _set(
        self, x: float, y: float, text: str, font: str, size: float, width: float, align: str = "left"
    ) -> None:
        """Set one line, smaller if it must be."""
        fitted = fit(text, font, size, width, min_size=1.0)
        self.paper.text(x, y, text, font, fitted.size, align=align)

    def _grid(self) -> None:
        """Draw the lines of the table: thin inside, thick round it and before the signatures."""
        paper = self.paper
        for row in range(ROWS):
            y = self.top + _HEAD + row * self.row
            paper.line(LEFT, y, RIGHT, y, _THICK if row == 0 else _THIN)
        for index, x in enumerate(self.edges[1:-1], start=1):
            paper.line(x, self.top, x, _BOTTOM, _THICK if index == 5 else _THIN)
        paper.box(LEFT, self.top, RIGHT - LEFT, _BOTTOM - self.top, _THICK)

    def _heads(self) -> None:
        """Set the heads of the columns."""
        edges = self.edges
        self.paper.text(edges[1] - _PAD, self.top + 7, "№", fonts.SANS_SEMIBOLD, 8.5, align="right")
        for index, code in enumerate(("name", "rank", "unit"), start=1):
            width = edges[index + 1] - edges[index] - 2 * _PAD
            self._head(edges[index] + _PAD, texts(f"signin.{code}"), width, "left")
        self._head((edges[4] + edges[5]) / 2, texts("signin.sex"), self.columns.sex - 2, "centre")
        for session, x, width in zip(self.page.sessions, edges[5:], self.columns.sessions, strict=False):
            self._session_head(session, x + _PAD, width - 2 * _PAD)

    def _head(self, x: float, said: Texts, width: float, align: str) -> None:
        """Set one head: one line, or two with the second language below."""
        second = self.tongue.below(said)
        first_y = self.top + (5.2 if second else 7)
        self._set(x, first_y, self.tongue.first(said), fonts.SANS_SEMIBOLD, 8.5, width, align)
        self._set(x, self.top + 9, second, fonts.SANS, 7.5, width, align)

    def _session_head(self, session: SheetSession, x: float, width: float) -> None:
        """Set the head of a column to sign in: word, number, time; in narrow ones the time goes below.

        A sheet for one session says what it is about too.
        """
        said = texts("signin.signature")
        first, second = f"{self.tongue.first(said)} {session.number}", self.tongue.below(said)
        hours = f"{clock(session.start)}–{clock(session.end)}"
        below = [(second, fonts.SANS, 7.5)] if second else []
        if self.alone:
            first = f"{self._both('signin.signature')} {session.number}"
            topics = self.tongue.first(session.topic), self.tongue.below(session.topic)
            below = [(text, fonts.SANS, 7.5) for text in topics if text]
        needed = sum(text_width(text, fonts.SANS_SEMIBOLD, 8.5) for text in (first, hours)) + 2
        beside = needed <= width
        if not beside:
            below.append((hours, fonts.SANS_MEDIUM, 7.5))
        y = self.top + {0: 7.0, 1: 5.2}.get(len(below), 4.2)
        self._set(x, y, first, fonts.SANS_SEMIBOLD, 8.5, width)
        if beside:
            self.paper.text(x + width, y, hours, fonts.SANS_MEDIUM, 8, align="right")
        step = 3.8 if len(below) == 1 else 3.3
        for index, (text, font, size) in enumerate(below, start=1):
            self._set(x, y + index * step, text, font, size, width)

    def _row(self, row: SheetRow, top: float) -> None:
        """Set one participant's line."""
        edges = self.edges
        base = top + self.row / 2 + 1.25
        self.paper.text(edges[1] - _PAD, base, str(row.number), fonts.SANS, 9, align="right")
        self._cell(edges[1], edges[2], top, row.name, fonts.SANS_MEDIUM, 10, 8.5)
        self._cell(edges[2], edges[3], top, row.rank, fonts.SANS, 8.5, 7.5)
        self._cell(edges[3], edges[4], top, row.unit, fonts.SANS, 8.5, 7.5)
        letter = word(f"sex.{row.sex.value}.letter", self.tongue.main)
        self.paper.text((edges[4] + edges[5]) / 2, base, letter, fonts.SANS, 8.5, align="centre")

    def _cell(
        self, left: float, right: float, top: float, text: str, font: str, size: float, least: float
    ) -> None:
        """Set a text in the middle of its cell's height, on as many lines as the row can take."""
        width = right - left - 2 * _PAD
        fitted = fit(text, font, size, width, least, max_lines=2)
        if fitted.crowded:
            three = fit(text, font, _SMALL, width, _SMALL, max_lines=3)
            fitted = max(fitted, three, key=lambda way: way.size)
        leading = fitted.size * 1.17 / POINTS
        base = top + self.row / 2 + 0.35 * fitted.size / POINTS - leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            self.paper.text(left + _PAD, base + number * leading, line, font, fitted.size)

    def _foot(self) -> None:
        """Explain the letters, leave a line for the trainer and boxes for the number of signatures."""
        y = _BOTTOM + 5.4
        x = LEFT
        for sex in (Sex.FEMALE, Sex.MALE):
            letter = word(f"sex.{sex.value}.letter", self.tongue.main)
            text = f"{letter} – {self._both(f'sex.{sex.value}')}"
            self.paper.text(x, y, text, fonts.SANS, 7.5)
            x += text_width(text, fonts.SANS, 7.5) + 3
        label = self._both("signin.trainer")
        self.paper.text(x + 3, y, label, fonts.SANS, 8)
        x += 3 + text_width(label, fonts.SANS, 8) + 1.5
        signed = self._both("signin.signed")
        end = self.edges[5] - _PAD
        start = end - text_width(signed, fonts.SANS, 8)
        self.paper.line(x, y + 0.6, min(x + 60, start - 4), y + 0.6, _THIN)
        self.paper.text(end, y, signed, fonts.SANS, 8, align="right")
        for session, left, width in zip(
            self.page.sessions, self.edges[5:], self.columns.sessions, strict=False
        ):
            box = min(13.0, width - 9)
            right = left + width - _PAD
            self.paper.box(right - box, _BOTTOM + 1.8, box, 5.8, _THIN)
            self.paper.text(right - box - 1.5, y, str(session.number), fonts.SANS, 8.5, align="right")

    def _both(self, code: str) -> str:
        """Return a word and its second language, parted by a stroke."""
        said = texts(code)
        return " / ".join(filter(None, (self.tongue.first(said), self.tongue.below(said))))
