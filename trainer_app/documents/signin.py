"""The sign-in sheet: A4 landscape, 18 rows a page, ten empty ones after the last name.

Pure black without grey, so that any printer and copier keeps it; names large enough to find one's own at
a glance. More sessions in a day make the other columns narrower; more than six go on pages of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched

from trainer_app.documents import fonts, qr
from trainer_app.documents.dates import clock, format_weekday
from trainer_app.documents.fitting import fit
from trainer_app.documents.paper import POINTS, Paper, text_width
from trainer_app.documents.wording import word
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.papers import SheetRow, SheetSession, SignInSheet
from trainer_app.domain.people import Sex
from trainer_app.domain.sheets import ROWS, count_pages
from trainer_app.domain.texts import Texts

_LEFT, _RIGHT, _TOP = 15.0, 287.0, 40.0
_HEAD, _ROW = 12.0, 8.0
_THIN, _THICK = 0.35, 0.8
_PAD = 2.0
_MOST_SESSIONS = 6
_CODE = 21.0


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
        xs = [_LEFT]
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
    """Return one or more sheets as a PDF; Tajik and Russian ones carry English second lines."""
    every = [sheets] if isinstance(sheets, SignInSheet) else list(sheets)
    if not every:
        raise TrainerError("documents.nothing_to_print")
    title = f"{word('signin.title', language)} – {every[0].title.best(language)} – {every[0].code}"
    paper = Paper(297, 210, language, title)
    for sheet in every:
        for page in _pages(sheet):
            _Drawing(paper, page, language).draw()
            paper.end_page()
    return paper.finish()


def _pages(sheet: SignInSheet) -> tuple[_Page, ...]:
    """Divide a sheet into pages: by rows, then by sessions."""
    count = count_pages(len(sheet.rows))
    groups = list(batched(sheet.sessions, _MOST_SESSIONS)) or [()]
    parts = [
        (sheet.rows[first : first + ROWS], sessions)
        for sessions in groups
        for first in range(0, count * ROWS, ROWS)
    ]
    return tuple(
        _Page(sheet, number, len(parts), rows, sessions)
        for number, (rows, sessions) in enumerate(parts, start=1)
    )


def _columns(sessions: int) -> _Columns:
    """Return the widths for a number of sessions: 37 mm to sign in for three, never under 22."""
    if sessions <= 3:
        width = min(111.0 / max(1, sessions), 50.0)
        spare = 111.0 - width * sessions
        return _Columns(9, 62 + spare * 0.4, 33 + spare * 0.25, 45 + spare * 0.35, 12, (width,) * sessions)
    room = {4: 122.0, 5: 130.0}.get(sessions, 136.0)
    left = _RIGHT - _LEFT - room - 9 - 11
    return _Columns(9, left * 0.45, left * 0.23, left * 0.32, 11, (room / sessions,) * sessions)


class _Drawing:
    """One page being drawn."""

    def __init__(self, paper: Paper, page: _Page, language: str) -> None:
        self.paper, self.page, self.language = paper, page, language
        self.sheet = page.sheet
        self.columns = _columns(len(page.sessions))
        self.edges = self.columns.edges()
        self.bottom = _TOP + _HEAD + ROWS * _ROW

    def draw(self) -> None:
        """Draw everything."""
        self._titles()
        self._facts()
        self._grid()
        self._heads()
        for index, row in enumerate(self.page.rows):
            self._row(row, _TOP + _HEAD + index * _ROW)
        self._foot()

    def _second(self, texts: Texts) -> str:
        """Return the English second line of a text, "" where it would only repeat the first."""
        return "" if self.language == "en" or texts.en == texts.best(self.language) else texts.en

    def _word(self, code: str) -> Texts:
        """Return a word in the sheet's language and English."""
        return Texts(**{self.language: word(code, self.language), "en": word(code, "en")})

    def _set(
        self, x: float, y: float, text: str, font: str, size: float, width: float, align: str = "left"
    ) -> None:
        """Set one line, smaller if it must be."""
        fitted = fit(text, font, size, width, min_size=1.0)
        self.paper.text(x, y, text, font, fitted.size, align=align)

    def _titles(self) -> None:
        """Name the paper and the course, at the top left."""
        width, title = 108.0, self.sheet.title
        heading = self._word("signin.title")
        self._set(_LEFT, 16.2, heading.best(self.language), fonts.SANS_BOLD, 17.5, width)
        self._set(_LEFT, 22.4, self._second(heading), fonts.SANS, 10, width)
        second = self._second(title)
        course = fit(
            title.best(self.language), fonts.SANS_SEMIBOLD, 10, width, 8.5, max_lines=1 if second else 2
        )
        for number, line in enumerate(course.lines):
            self.paper.text(_LEFT, 30 + number * 4.4, line, fonts.SANS_SEMIBOLD, course.size)
        self._set(_LEFT, 34.8, second, fonts.SANS, 8, width)

    def _facts(self) -> None:
        """Say when, where and by whom; day, page and code; and the code for a scanner."""
        sheet, language = self.sheet, self.language
        day = Texts(**{language: format_weekday(sheet.day, language), "en": format_weekday(sheet.day, "en")})
        trainers = Texts(
            **{
                language: ", ".join(trainer.best(language) for trainer in sheet.trainers),
                "en": ", ".join(trainer.en or trainer.best(language) for trainer in sheet.trainers),
            }
        )
        for index, (code, texts) in enumerate(
            (("date", day), ("venue", sheet.venue), ("trainers", trainers))
        ):
            y = 15.0 + index * 8.7
            self._pair(128, y, self._word(f"signin.{code}"), fonts.SANS, 8.5, 7.5, 18.5)
            self._pair(147.5, y, texts, fonts.SANS_SEMIBOLD, 8.5, 7.5, 70)
        count = f"{self.page.number} / {self.page.count}"
        days = f"{sheet.day_number} / {sheet.day_count}"
        counts = {"day": days, "page": count, "code": sheet.code}
        for index, (code, text) in enumerate(counts.items()):
            y = 15.0 + index * 8.7
            self._pair(219, y, self._word(f"signin.{code}"), fonts.SANS, 8.5, 7.5, 17.5)
            if code == "code":
                self._set(238.5, y + 1.8, text, fonts.SANS_MEDIUM, 8.5, 26)
            else:
                self._set(238.5, y + 2.4, text, fonts.SANS_BOLD, 13, 26)
        square = qr.encode(sheet.code)
        self.paper.bits(_RIGHT - _CODE, 12.2, _CODE, square.modules, square.packed)

    def _pair(
        self, x: float, y: float, texts: Texts, font: str, size: float, second_size: float, width: float
    ) -> None:
        """Set a text and, below it, its English second line; alone it may take both lines."""
        second = self._second(texts)
        fitted = fit(texts.best(self.language), font, size, width, size - 1.5, max_lines=1 if second else 2)
        for number, line in enumerate(fitted.lines):
            self.paper.text(x, y + number * 3.6, line, font, fitted.size)
        self._set(x, y + 3.5, second, fonts.SANS, second_size, width)

    def _grid(self) -> None:
        """Draw the lines of the table: thin inside, thick round it and before the signatures."""
        paper, bottom = self.paper, self.bottom
        for row in range(ROWS):
            y = _TOP + _HEAD + row * _ROW
            paper.line(_LEFT, y, _RIGHT, y, _THICK if row == 0 else _THIN)
        for index, x in enumerate(self.edges[1:-1], start=1):
            paper.line(x, _TOP, x, bottom, _THICK if index == 5 else _THIN)
        paper.box(_LEFT, _TOP, _RIGHT - _LEFT, bottom - _TOP, _THICK)

    def _heads(self) -> None:
        """Set the heads of the columns."""
        edges = self.edges
        self.paper.text(edges[1] - _PAD, _TOP + 7, "№", fonts.SANS_SEMIBOLD, 8.5, align="right")
        for index, code in enumerate(("name", "rank", "unit"), start=1):
            texts = self._word(f"signin.{code}")
            width = edges[index + 1] - edges[index] - 2 * _PAD
            self._head(edges[index] + _PAD, texts, width, "left")
        self._head((edges[4] + edges[5]) / 2, self._word("signin.sex"), self.columns.sex - 2, "centre")
        for session, x, width in zip(self.page.sessions, edges[5:], self.columns.sessions, strict=False):
            self._session_head(session, x + _PAD, width - 2 * _PAD)

    def _head(self, x: float, texts: Texts, width: float, align: str) -> None:
        """Set one head: one line, or two with the English below."""
        second = self._second(texts)
        first_y = _TOP + (5.2 if second else 7)
        self._set(x, first_y, texts.best(self.language), fonts.SANS_SEMIBOLD, 8.5, width, align)
        self._set(x, _TOP + 9, second, fonts.SANS, 7.5, width, align)

    def _session_head(self, session: SheetSession, x: float, width: float) -> None:
        """Set the head of a column to sign in: word, number, time; in narrow ones the time goes below."""
        texts = self._word("signin.signature")
        first, second = f"{texts.best(self.language)} {session.number}", self._second(texts)
        hours = f"{clock(session.start)}–{clock(session.end)}"
        needed = sum(text_width(text, fonts.SANS_SEMIBOLD, 8.5) for text in (first, hours)) + 2
        if needed <= width:
            top = _TOP + (5.2 if second else 7)
            self.paper.text(x, top, first, fonts.SANS_SEMIBOLD, 8.5)
            self.paper.text(x + width, top, hours, fonts.SANS_MEDIUM, 8, align="right")
            self._set(x, _TOP + 9, second, fonts.SANS, 7.5, width)
            return
        lines = [(first, fonts.SANS_SEMIBOLD, 8.5), (second, fonts.SANS, 7), (hours, fonts.SANS_MEDIUM, 7.5)]
        shown = [line for line in lines if line[0]]
        for index, (text, font, size) in enumerate(shown):
            self._set(x, _TOP + (4.2 if len(shown) == 3 else 5.2) + index * 3.3, text, font, size, width)

    def _row(self, row: SheetRow, top: float) -> None:
        """Set one participant's line."""
        edges = self.edges
        base = top + _ROW / 2 + 1.25
        self.paper.text(edges[1] - _PAD, base, str(row.number), fonts.SANS, 9, align="right")
        self._cell(edges[1], edges[2], top, row.name, fonts.SANS_MEDIUM, 10, 8.5)
        self._cell(edges[2], edges[3], top, row.rank, fonts.SANS, 8.5, 7.5)
        self._cell(edges[3], edges[4], top, row.unit, fonts.SANS, 8.5, 7.5)
        letter = word(f"sex.{row.sex.value}.letter", self.language)
        self.paper.text((edges[4] + edges[5]) / 2, base, letter, fonts.SANS, 8.5, align="centre")

    def _cell(
        self, left: float, right: float, top: float, text: str, font: str, size: float, least: float
    ) -> None:
        """Set a text in the middle of its cell's height, on as many lines as the row can take."""
        fitted = fit(text, font, size, right - left - 2 * _PAD, least, max_lines=2)
        leading = fitted.size * 1.17 / POINTS
        base = top + _ROW / 2 + 0.35 * fitted.size / POINTS - leading * (len(fitted.lines) - 1) / 2
        for number, line in enumerate(fitted.lines):
            self.paper.text(left + _PAD, base + number * leading, line, font, fitted.size)

    def _foot(self) -> None:
        """Explain the letters, leave a line for the trainer and boxes for the number of people."""
        y = self.bottom + 5.4
        x = _LEFT
        for sex in (Sex.FEMALE, Sex.MALE):
            text = f"{word(f'sex.{sex.value}.letter', self.language)} {self._both(f'sex.{sex.value}')}"
            self.paper.text(x, y, text, fonts.SANS, 7.5)
            x += text_width(text, fonts.SANS, 7.5) + 3
        label = self._both("signin.trainer")
        self.paper.text(x + 3, y, label, fonts.SANS, 8)
        x += 3 + text_width(label, fonts.SANS, 8) + 1.5
        room = self._both("signin.in_room")
        end = self.edges[5] - _PAD
        start = end - text_width(room, fonts.SANS, 8)
        self.paper.line(x, y + 0.6, min(x + 45, start - 4), y + 0.6, _THIN)
        self.paper.text(end, y, room, fonts.SANS, 8, align="right")
        for session, left, width in zip(
            self.page.sessions, self.edges[5:], self.columns.sessions, strict=False
        ):
            box = min(13.0, width - 9)
            right = left + width - _PAD
            self.paper.box(right - box, self.bottom + 1.8, box, 5.8, _THIN)
            self.paper.text(right - box - 1.5, y, str(session.number), fonts.SANS, 8.5, align="right")

    def _both(self, code: str) -> str:
        """Return a word and its English, parted by a stroke."""
        texts = self._word(code)
        second = self._second(texts)
        return f"{texts.best(self.language)} / {second}" if second else texts.best(self.language)
