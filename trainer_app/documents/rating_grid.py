"""The rating grid: everybody and every criterion of a practical on one sheet, for the trainer's clipboard."""

from collections.abc import Sequence

from trainer_app.documents import fonts
from trainer_app.documents.dates import format_days
from trainer_app.documents.fitting import fit, shorten
from trainer_app.documents.form_parts import THICK, THIN, to_write_on
from trainer_app.documents.paper import Paper
from trainer_app.documents.question_rows import broken, line_height
from trainer_app.documents.question_words import QUESTION_WORDS
from trainer_app.documents.speech import Speech, joined
from trainer_app.documents.stacking import Box, Piece, stack
from trainer_app.domain.answers import option_marks
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.question_papers import QuestionPaper, RatingGrid
from trainer_app.domain.questions import Question

_EDGE, _TOP, _FOOT = 12.0, 9.0, 12.0
_NUMBER, _NAME, _REMARK = 9.0, 48.0, 24.0
_MOST = 12
"""Criteria on one sheet; more go on to the next."""
_WIDE_STEP = 20.0
"""Criteria stand level above columns that are so wide (mm), and upright above narrower ones."""
_TALL = 44.0
"""Height of the head over which upright criteria run."""
_ROW, _LEAST_ROW, _SPARE_ROWS = 8.0, 6.6, 3
_HEAD_LINES, _SMALL = 6, 7.5

type _Item = tuple[int, Question]


def rating_grid_pdf(grid: RatingGrid, language: str) -> bytes:
    """Return the grid: one page where people and criteria allow it.

    Whole words of long criteria stand on the rating sheets; here their beginning does. Raises
    documents.nothing_to_print, paper.unknown_language.
    """
    if not grid.form.questions:
        raise TrainerError("documents.nothing_to_print")
    speech = Speech(language, QUESTION_WORDS)
    title = (
        f"{speech.plain('kind.practical')} – {speech.texts(grid.form.form.title).text} – {grid.facts.code}"
    )
    paper = Paper(210, 297, speech.main, title)
    items = list(enumerate(grid.form.questions, start=1))
    parts = -(-len(items) // _MOST)
    each = -(-len(items) // parts)
    sheets = [_Sheet(grid, speech, paper, items[at : at + each]) for at in range(0, len(items), each)]
    pages = [(sheet, rows) for sheet in sheets for rows in sheet.pages()]
    for number, (sheet, rows) in enumerate(pages, start=1):
        sheet.draw(rows, number, len(pages))
        paper.end_page()
    return paper.finish()


class _Sheet:
    """Some criteria of a grid, for all people."""

    def __init__(self, grid: RatingGrid, speech: Speech, paper: Paper, items: Sequence[_Item]) -> None:
        self.grid, self.speech, self.paper, self.items = grid, speech, paper, items
        self.width = paper.width - 2 * _EDGE
        self.step = (self.width - _NUMBER - _NAME - _REMARK) / len(items)
        self.legend = self._legend()
        self.level = self.step >= _WIDE_STEP
        self.heads = [self._head(number, question) for number, question in items]
        small = line_height(_SMALL)
        self.table = _TOP + 21.0 + len(self.legend) * line_height(8)
        level = max(len(lines) for lines in self.heads) * small + 2.4
        self.first = self.table + (level if self.level else _TALL)
        room = paper.height - _FOOT - self.first - 8
        people = len(grid.papers) + _SPARE_ROWS
        self.row = min(_ROW, max(_LEAST_ROW, room / max(1, people)))
        self.a_page = int(room / self.row + 0.001)

    def pages(self) -> list[list[QuestionPaper]]:
        """Return who stands on each page; below the last there are empty rows for who comes unasked."""
        people = self.grid.papers
        found = [list(people[at : at + self.a_page]) for at in range(0, len(people), self.a_page)] or [[]]
        spare = min(_SPARE_ROWS, self.a_page - len(found[-1]))
        found[-1] += [QuestionPaper()] * spare
        return found

    def draw(self, rows: Sequence[QuestionPaper], page: int, count: int) -> None:
        """Draw one page."""
        self._title()
        y = _TOP + 19.0
        for line in self.legend:
            y += line_height(8)
            self.paper.text(_EDGE, y, line, fonts.SANS, 8)
        self._table_head()
        for place, each in enumerate(rows):
            self._person(each, self.first + place * self.row)
        self._lines(len(rows))
        foot = self.paper.height - 6
        said = self.speech.word("leaf.page", page=str(page), count=str(count)).text
        self.paper.text(self.paper.width - _EDGE, foot, said, fonts.SANS, 8, align="right")
        middle = _EDGE + self.width * 0.42
        to_write_on(self.paper, _EDGE, foot, middle, self.speech.both("rating.signature"))
        to_write_on(self.paper, middle + 4, foot, middle + 50, self.speech.both("rating.date"))

    def _title(self) -> None:
        facts, title = self.grid.facts, self.speech.texts(self.grid.form.form.title)
        course = joined(self.speech.texts(facts.title))
        days = format_days(facts.first_day, facts.last_day, self.speech.main)
        pieces = [
            Piece(joined(self.speech.word("kind.practical")), fonts.SANS_SEMIBOLD, 9, 6.5),
            Piece(title.text, fonts.SANS_BOLD, 13, 9, 2, gap=1.0),
            Piece(title.below, fonts.SANS, 8.5, 6.5, gap=0.6),
            Piece(f"{course} · {facts.code} · {days}", fonts.SANS, 8, 6, 2, gap=1.0),
        ]
        stack(self.paper, Box(_EDGE, _TOP, self.width, 19), pieces)

    def _legend(self) -> tuple[str, ...]:
        """Say what the marks stand for, once for each scale that occurs."""
        lines: list[str] = []
        scales: dict[tuple[object, ...], list[int]] = {}
        by_number = dict(self.items)
        for number, question in self.items:
            if question.options:
                scales.setdefault(tuple(option.text for option in question.options), []).append(number)
        for numbers in scales.values():
            question = by_number[numbers[0]]
            steps = [
                f"{mark} – {joined(self.speech.texts(option.text))}"
                for mark, option in zip(option_marks(question), question.options, strict=True)
            ]
            where = f"{', '.join(map(str, numbers))}:  " if len(scales) > 1 else ""
            lines += broken(where + ";  ".join(steps), fonts.SANS, 8, self.width)[:3]
        return tuple(lines[:8])

    def _head(self, number: int, question: Question) -> tuple[str, ...]:
        """Return the lines above a column: a criterion, or the beginning of a long one."""
        words = f"{number}. {' '.join(self.speech.texts(question.text).text.split())}"
        room = (self.step if self.level else _TALL) - 2.4
        most = _HEAD_LINES if self.level else max(1, int((self.step - 1.0) / line_height(_SMALL)))
        lines = broken(words, fonts.SANS, _SMALL, room)
        if len(lines) <= most:
            return lines
        rest = " ".join(lines[most - 1 :])
        return (*lines[: most - 1], shorten(rest, fonts.SANS, _SMALL, room))

    def _table_head(self) -> None:
        base = self.first - 1.6
        size = _SMALL
        number = self.speech.plain("leaf.number")
        self.paper.text(_EDGE + _NUMBER - 1.5, base, number, fonts.SANS_SEMIBOLD, size, align="right")
        for code, x, width in (
            ("leaf.name", _EDGE + _NUMBER, _NAME),
            ("rating.remark", _EDGE + self.width - _REMARK, _REMARK),
        ):
            fitted = fit(self.speech.both(code), fonts.SANS_SEMIBOLD, size, width - 3, 5)
            self.paper.text(x + 1.5, base, fitted.lines[0], fonts.SANS_SEMIBOLD, fitted.size)
        for place, lines in enumerate(self.heads):
            self._criterion(self._column(place), lines)

    def _criterion(self, x: float, lines: Sequence[str]) -> None:
        """Write a criterion above its column."""
        step = line_height(_SMALL)
        if self.level:
            y = self.first - 1.6 - (len(lines) - 1) * step
            for place, line in enumerate(lines):
                self.paper.text(x + 1.2, y + place * step, line, fonts.SANS, _SMALL)
            return
        x += (self.step - len(lines) * step) / 2 + step * 0.75
        y = self.first - 1.2
        with self.paper.upright(x, y):
            for place, line in enumerate(lines):
                self.paper.text(x, y + place * step, line, fonts.SANS, _SMALL)

    def _person(self, person: QuestionPaper, y: float) -> None:
        base = y + self.row / 2 + 1.3
        if person.number is not None:
            right = _EDGE + _NUMBER - 1.5
            shown = fit(str(person.number), fonts.SANS_SEMIBOLD, 9.5, _NUMBER - 2.5, 5)
            self.paper.text(right, base, str(person.number), fonts.SANS_SEMIBOLD, shown.size, align="right")
        if person.name:
            box = Box(_EDGE + _NUMBER + 1.5, y + 0.5, _NAME - 3, self.row - 1, high=0.5)
            stack(self.paper, box, [Piece(person.name, fonts.SANS, 9, 7, 2)])

    def _lines(self, rows: int) -> None:
        end, right = self.first + rows * self.row, _EDGE + self.width
        self.paper.line(_EDGE, self.table, right, self.table, THICK)
        for place in range(rows + 1):
            y = self.first + place * self.row
            self.paper.line(_EDGE, y, right, y, THICK if place in (0, rows) else THIN)
        inner = [_EDGE + _NUMBER, *(self._column(place) for place in range(len(self.items)))]
        for x in (*inner, right - _REMARK):
            self.paper.line(x, self.table, x, end, THIN)
        for x in (_EDGE, right):
            self.paper.line(x, self.table, x, end, THICK)

    def _column(self, place: int) -> float:
        return _EDGE + _NUMBER + _NAME + place * self.step
