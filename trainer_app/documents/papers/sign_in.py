"""The sign-in sheet: A4 landscape, 18 rows a page, three empty ones at the least after the last name.

Pure black without grey, so that any printer and copier keeps it; names large enough to find one's own at a
glance. More sessions in a day make the other columns narrower; more than six go on pages of their own. A
sheet of one session has a single wide column to sign in. At the end stands the agenda of a course.
"""

from collections.abc import Sequence

from msgspec import Struct

from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.base.course_head import (
    OpenedEmblem,
    draw_emblems,
    has_pictures,
    name_line,
    open_emblems,
    open_paper,
    write_head,
)
from trainer_app.documents.base.fitting import Box, fit
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import Speech, clock, format_weekday, joined, sex_letter
from trainer_app.domain.attendance.sheets import ROWS, count_pages
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts, word, words
from trainer_app.domain.courses.agenda_cells import Agenda, AgendaBreak, AgendaDay, AgendaSession
from trainer_app.domain.papers.course_papers import (
    SECOND,
    PaperLanguage,
    SheetRow,
    SheetSession,
    SignInSheet,
    read_paper_language,
)
from trainer_app.domain.people.persons import Sex

LEFT, RIGHT = 15.0, 287.0
"""Edges of everything on the sheet, in millimetres."""

HIGH = 28.0
"""Height of the head without the organisations."""

_TOP = 12.0
_CODE = 21.0
_EMBLEMS = 9.5
_STEP = 8.7
_LEAST = 6.0
_FACTS, _COUNTS, _VALUE = 128.0, 214.0, 18.5


def head_height(shown: tuple[OpenedEmblem, ...]) -> float:
    """Return where the table may begin, in millimetres from the top."""
    return _TOP + _room(shown) + HIGH


def _room(shown: tuple[OpenedEmblem, ...]) -> float:
    """Return how much room the organisations take beyond the margin."""
    if has_pictures(shown):
        return 8.5
    return 4.0 if shown else 0.0


class SignInHead:
    """The head of one page being drawn."""

    def __init__(
        self, paper: Paper, sheet: SignInSheet, shown: tuple[OpenedEmblem, ...], tongue: PaperLanguage
    ) -> None:
        self.paper, self.sheet, self.shown, self.tongue = paper, sheet, shown, tongue
        self.top = _TOP + _room(shown)

    def draw(self, page: int, pages: int) -> None:
        """Draw it for a page of so many."""
        self._organisations()
        self._titles()
        self._facts()
        self._counts(page, pages)

    def _organisations(self) -> None:
        if has_pictures(self.shown):
            draw_emblems(self.paper, self.shown, self.tongue, Box(LEFT, 6.5, RIGHT - LEFT, _EMBLEMS))
        else:
            languages = [language for language in (self.tongue.main, self.tongue.second) if language]
            for index, language in enumerate(languages):
                y = (8.2 if len(languages) > 1 else 9.4) + index * 3.4
                self._line(LEFT, y, name_line(self.shown, language), fonts.SANS, 8 - index, RIGHT - LEFT)

    def _titles(self) -> None:
        """Name the paper and the course."""
        width, top = 108.0, self.top
        heading, title = words("signin.title"), self.sheet.title
        second, below = self.tongue.below(heading), self.tongue.below(title)
        first_line = top + (4.2 if second else 6.2)
        self._line(LEFT, first_line, self.tongue.first(heading), fonts.SANS_BOLD, 17.5, width)
        self._line(LEFT, top + 10.4, second, fonts.SANS, 10, width)
        alone = not below
        course = fit(self.tongue.first(title), fonts.SANS_SEMIBOLD, 10, width, 8.5, max_lines=2)
        under = fit(below, fonts.SANS, 8, width, 6.5, max_lines=2)
        tight = not alone and (course.broken or under.broken)
        y = top + (15.2 if tight else 18.0 if second else 15.5)
        for line in course.lines:
            self.paper.text(LEFT, y, line, fonts.SANS_SEMIBOLD, course.size)
            y += 4.4 if alone else 3.7
        y += 0.0 if tight else 1.1
        for line in under.lines:
            self.paper.text(LEFT, y, line, fonts.SANS, under.size)
            y += 2.9

    def _facts(self) -> None:
        """Say when, where and by whom."""
        sheet, languages = self.sheet, (self.tongue.main, self.tongue.second)
        day = Texts(**{code: format_weekday(sheet.code.day, code) for code in languages if code})
        trainers = Texts(
            **{code: ", ".join(each.best(code) for each in sheet.trainers) for code in languages if code}
        )
        facts = (("list.date", day), ("signin.venue", sheet.venue), ("signin.trainers", trainers))
        for index, (code, said) in enumerate(facts):
            y = self.top + 3 + index * _STEP
            self._pair(_FACTS, y, words(code), fonts.SANS, 8.5, 18.5)
            self._pair(_FACTS + 19.5, y, said, fonts.SANS_SEMIBOLD, 8.5, 63)

    def _counts(self, page: int, pages: int) -> None:
        """Say which day, which page and which code, and show the code for a scanner."""
        sheet, code = self.sheet, replace(self.sheet.code, page=page)
        counts = {"signin.day": f"{sheet.day_number} / {sheet.day_count}", "list.page": f"{page} / {pages}"}
        for index, (said, text) in enumerate(counts.items()):
            y = self.top + 3 + index * _STEP
            self._pair(_COUNTS, y, words(said), fonts.SANS, 8.5, 17.5)
            self._line(_COUNTS + _VALUE, y + 2.4, text, fonts.SANS_BOLD, 13, 26)
        y = self.top + 3 + len(counts) * _STEP
        self._pair(_COUNTS, y, words("signin.code"), fonts.SANS, 8.5, 17.5)
        printed = fit(str(code), fonts.SANS_MEDIUM, 8.5, RIGHT - _CODE - 3 - _COUNTS - _VALUE, 7, max_lines=2)
        for number, line in enumerate(printed.lines):
            self.paper.text(_COUNTS + _VALUE, y + 1.8 + number * 3.2, line, fonts.SANS_MEDIUM, printed.size)
        square = graphics.encode_qr(str(code))
        self.paper.bits(RIGHT - _CODE, self.top + 0.2, _CODE, square.modules, square.packed)

    def _pair(self, x: float, y: float, said: Texts, font: str, size: float, width: float) -> None:
        """Set a text and its second line; alone it may take both lines, and one stands between them.

        A text that would get too small beside its second line takes both.
        """
        first, second = self.tongue.first(said), self.tongue.below(said)
        if second and fit(first, font, size, width, min_size=_LEAST).crowded:
            second = ""
        fitted = fit(first, font, size, width, size - 1.5, max_lines=1 if second else 2)
        alone = not second and not fitted.broken
        for number, line in enumerate(fitted.lines):
            self.paper.text(x, y + (1.8 if alone else 0) + number * 3.6, line, font, fitted.size)
        self._line(x, y + 3.5, second, fonts.SANS, size - 1, width)

    def _line(self, x: float, y: float, text: str, font: str, size: float, width: float) -> None:
        """Set one line, smaller if it must be."""
        self.paper.text(x, y, text, font, fit(text, font, size, width, min_size=1.0).size)


_HEAD, _BOTTOM = 12.0, 196.0
_THIN, _THICK = 0.35, 0.8
_PAD = 2.0
_MOST_SESSIONS = 6
_ALONE = 84.0
"""Width of the column of a sheet for one session."""
_SMALL = 5.75
"""The size of type at which three lines go into a row."""


class _Columns(Struct, frozen=True):
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


class _Page(Struct, frozen=True):
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
            SignInHead(paper, sheet, shown, tongue).draw(page.number, page.count)
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

    def __init__(
        self, paper: Paper, page: _Page, shown: tuple[OpenedEmblem, ...], tongue: PaperLanguage
    ) -> None:
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
        number = self.tongue.first(words("list.number"))
        self.paper.text(edges[1] - _PAD, self.top + 7, number, fonts.SANS_SEMIBOLD, 8.5, align="right")
        for index, code in enumerate(("list.name", "list.rank", "list.unit"), start=1):
            width = edges[index + 1] - edges[index] - 2 * _PAD
            self._head(edges[index] + _PAD, words(code), width, "left")
        self._head((edges[4] + edges[5]) / 2, words("list.sex"), self.columns.sex - 2, "centre")
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
        said = words("list.signature")
        first, second = f"{self.tongue.first(said)} {session.number}", self.tongue.below(said)
        hours = f"{clock(session.start)}–{clock(session.end)}"
        below = [(second, fonts.SANS, 7.5)] if second else []
        if self.alone:
            first = f"{self._both('list.signature')} {session.number}"
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
        letter = sex_letter(row.sex, self.tongue.main)
        self.paper.text((edges[4] + edges[5]) / 2, base, letter, fonts.SANS, 8.5, align="centre")
        for session, left, width in zip(self.page.sessions, edges[5:], self.columns.sessions, strict=False):
            if session.number in row.free:
                self.paper.text(left + width / 2, base, "–", fonts.SANS, 10, align="centre")

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
            letter = sex_letter(sex, self.tongue.main)
            text = f"{letter} – {self._both(f'sex.{sex.value}')}"
            self.paper.text(x, y, text, fonts.SANS, 7.5)
            x += text_width(text, fonts.SANS, 7.5) + 3
        label = self._both("list.trainer")
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
        said = words(code)
        return " / ".join(filter(None, (self.tongue.first(said), self.tongue.below(said))))


_SIZE = 9.0


def agenda_flow(agenda: Agenda, language: str) -> Flow:
    """Write the agenda of a course: `page` says how many pages it has, `finish` gives the PDF.

    A day stands on one page where a page can hold it.
    """
    speech = Speech(language)
    flow = open_paper(agenda.facts, speech, "programme.title")
    write_head(flow, agenda.facts, speech, "programme.title")
    columns = {
        "trainers": any(session.trainers for session in agenda.sessions),
        "room": any(session.room.best(speech.main) for session in agenda.sessions),
    }
    for day in agenda.days:
        _Day(flow, day, speech, {name for name, shown in columns.items() if shown}).write()
    kept = speech.word("programme.kept")
    flow.space(3)
    flow.paragraph(kept.text, fonts.SANS, 8, SECOND)
    flow.paragraph(kept.below, fonts.SANS, 7.5, SECOND)
    return flow


_HEADS = {"number": "list.number", "trainers": "facts.trainers"}


class _Day:
    """One day being written; `more` are the columns that the agenda has something to say in."""

    def __init__(self, flow: Flow, day: AgendaDay, speech: Speech, more: set[str]) -> None:
        self.flow, self.day, self.speech = flow, day, speech
        widths = {"trainers": 46.0, "room": 26.0}
        self.shares = {"number": 9.0, "time": 25.0, "topic": 0.0}
        self.shares |= {name: width for name, width in widths.items() if name in more}
        self.shares["topic"] = flow.width - sum(self.shares.values())

    def write(self) -> None:
        """Write heading and table, on the next page if only that one holds the whole day."""
        number = self.speech.word("programme.day", number=str(self.day.number))
        when = self.speech.made(lambda language: format_weekday(self.day.day, language))
        title = f"{number.text} · {when.text}"
        second = f"{number.below} · {when.below}" if number.below else ""
        columns, rows = self._columns(), [self._row(line) for line in self.day.lines]
        height = self.flow.table_height(columns, rows, _SIZE) + 18
        whole = self.flow.bottom - self.flow.margin
        self.flow.heading(title, below=height if height <= whole else 30, second=second)
        again = f"{title} ({self.speech.word('programme.again').text})"
        self.flow.table(columns, rows, size=_SIZE, again=again)

    def _columns(self) -> list[Column]:
        columns = []
        for name, share in self.shares.items():
            head = self.speech.word(_HEADS.get(name, f"programme.{name}"))
            columns.append(Column(head.text, share, right=name == "number", below=head.below))
        return columns

    def _row(self, line: AgendaSession | AgendaBreak) -> list[Cell]:
        cells = self._break(line) if isinstance(line, AgendaBreak) else self._session(line)
        return [cells.get(name, Cell("")) for name in self.shares]

    def _break(self, line: AgendaBreak) -> dict[str, Cell]:
        minutes = self.speech.word("programme.minutes", count=str(line.end - line.start)).text
        words = f"{joined(self.speech.word(f'programme.{line.kind.value}'))} · {minutes}"
        time = Cell(f"{clock(line.start)}–{clock(line.end)}", quiet=True)
        return {"time": time, "topic": Cell(words, quiet=True)}

    def _session(self, line: AgendaSession) -> dict[str, Cell]:
        gone = line.cancelled
        topic = self.speech.texts(line.topic)
        if not topic.text:
            topic = self.speech.word("programme.no_topic", number=str(line.number))
        below = topic.below
        if gone:
            why = joined(self.speech.word("programme.cancelled"))
            below = f"{why}: {line.reason}" if line.reason else why
        trainers, room = self.speech.listed(line.trainers), self.speech.texts(line.room)
        return {
            "number": Cell(str(line.number), quiet=gone),
            "time": Cell(f"{clock(line.start)}–{clock(line.end)}", struck=gone, quiet=gone),
            "topic": Cell(topic.text, below, struck=gone, quiet=gone, strong=not gone),
            "trainers": replace(trainers, quiet=gone),
            "room": replace(room, quiet=gone),
        }
