"""Sheets for the trainer alone: the key to a test, and the grid to rate everybody on one sheet.

The key gives right answers by paper number where papers are shuffled; the grid has every participant and
every
criterion of a practical.
"""

from collections.abc import Sequence

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import MARGIN, THICK, THIN, to_write_on
from trainer_app.documents.base.fitting import Box, Piece, fit, shorten, stack
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import Speech, decimal, format_days, joined
from trainer_app.documents.evaluations.question_heads import kind_words
from trainer_app.documents.evaluations.question_layout import broken, line_height
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import limit_text
from trainer_app.domain.evaluations.questions import Question, moves_options, option_marks
from trainer_app.domain.papers.course_papers import BLACK, KeySheet, QuestionPaper, RatingGrid

_LETTER, _WHITE, _NUMBERS = 2.1, 3.4, 13.0
"""Width of a letter, of the white beside the letters of a column, and of the numbers of papers (mm)."""
_LONGEST = 160
"""Letters of a question or an answer that are shown; the whole stands on the paper."""

type _Item = tuple[int, Question]


def key_sheet_pdf(key: KeySheet, language: str) -> bytes:
    """Return the key: a list of right answers; where papers are shuffled, a row of letters for each of them.

    Raises paper.unknown_language.
    """
    speech = Speech(language)
    flow = _open(key, speech)
    items = list(enumerate(key.form.questions, start=1))
    moved = [item for item in items if key.papers and _scored_choice(item[1]) and moves_options(item[1])]
    if moved:
        flow.paragraph(joined(speech.word("key.shuffled")), fonts.SANS, 9, BLACK)
        for group in _side_by_side(moved, flow.width - _NUMBERS):
            _by_paper(flow, speech, key.papers, group)
    same = [item for item in items if item not in moved]
    if same:
        if moved:
            flow.heading(joined(speech.word("key.all")))
        _listed(flow, speech, same)
    return flow.finish()


def _open(key: KeySheet, speech: Speech) -> Flow:
    """Begin the paper with a head that says who may see it."""
    facts, form = key.facts, key.form.form
    name = joined(speech.word("key.title"))
    kind, title = joined(kind_words(form.kind, key.occasion, speech)), joined(speech.texts(form.title))
    paper = Paper(210, 297, speech.main, f"{speech.plain('key.title')} – {facts.code}")
    secret = joined(speech.word("key.secret"))
    flow = Flow(paper, MARGIN, f"{secret} · {facts.code} · {kind} · {title}")
    paper.box(flow.margin, flow.y, flow.width, 9, 1.2)
    paper.text(flow.margin + flow.width / 2, flow.y + 6, secret, fonts.SANS_BOLD, 11, align="centre")
    flow.y += 13
    flow.paragraph(f"{name} · {kind}", fonts.SANS_SEMIBOLD, 10, BLACK)
    flow.paragraph(title, fonts.SANS_BOLD, 14, BLACK)
    days = format_days(facts.first_day, facts.last_day, speech.main)
    course = joined(speech.texts(facts.title))
    flow.paragraph(f"{course} · {facts.code} · {days}", fonts.SANS, 8.5, BLACK)
    flow.y += 3
    return flow


def _by_paper(flow: Flow, speech: Speech, papers: Sequence[QuestionPaper], items: Sequence[_Item]) -> None:
    """Write a table with a row for each paper and a column for each question."""
    first, last = str(items[0][0]), str(items[-1][0])
    flow.heading(joined(speech.word("key.questions", first=first, last=last)), 30)
    widths = [_column(question) for _, question in items]
    rest = flow.width - _NUMBERS - sum(widths)
    columns = [Column(speech.plain("leaf.number"), _NUMBERS, right=True)]
    columns += [Column(str(number), width) for (number, _), width in zip(items, widths, strict=True)]
    columns.append(Column("", max(rest, 0.1)))
    rows = []
    for paper in papers:
        cells = [Cell(str(paper.number or ""), strong=True)]
        cells += [Cell(right_letters(question, paper.order_of(question))) for _, question in items]
        rows.append([*cells, Cell("")])
    flow.table(columns, rows, 8.5)


def _column(question: Question) -> float:
    """Return the width (mm) of a question's column, so that its letters stand on one line."""
    letters = right_letters(question, range(1, len(question.options) + 1))
    return _WHITE + max(2, len(letters)) * _LETTER


def _side_by_side(items: Sequence[_Item], width: float) -> list[list[_Item]]:
    """Return the questions in groups whose columns fit beside one another."""
    groups: list[list[_Item]] = [[]]
    for item in items:
        if sum(_column(question) for _, question in [*groups[-1], item]) > width:
            groups.append([])
        groups[-1].append(item)
    return groups


def _listed(flow: Flow, speech: Speech, items: Sequence[_Item]) -> None:
    """Write a table of what is right whatever the paper."""
    plain = speech.plain
    columns = [
        Column(plain("leaf.number"), 1.0, right=True),
        Column(plain("key.answer"), 2.6),
        Column(plain("key.points"), 1.4, right=True),
        Column(plain("key.question"), 11.0),
    ]
    rows = []
    for number, question in items:
        rows.append(
            [
                Cell(str(number)),
                Cell(_answer(question, speech), strong=True),
                Cell(decimal(question.points, 2, speech.main) if question.scored else "–"),
                Cell(_short(speech.texts(question.text).text), _right_words(question, speech)),
            ]
        )
    flow.table(columns, rows, 9)


def right_letters(question: Question, order: Sequence[int]) -> str:
    """Return what is right on a paper that prints the options in an order: "B", "ACD", "B (D)".

    An option of a single choice that gives a part of the points stands in brackets.
    """
    marks = option_marks(question)
    best = max((option.credit for option in question.options), default=0)
    right: list[str] = []
    partly: list[str] = []
    for mark, own in zip(marks, order, strict=True):
        credit = question.options[own - 1].credit
        if credit > 0:
            whole = question.handler.several or credit == best
            (right if whole else partly).append(mark)
    brackets = f" ({''.join(partly)})" if partly else ""
    return f"{''.join(right)}{brackets}"


def _scored_choice(question: Question) -> bool:
    return bool(question.options) and question.scored


def _answer(question: Question, speech: Speech) -> str:
    """Return what is right as it is keyed in."""
    if not question.scored:
        return speech.plain("key.open")
    if question.options:
        return right_letters(question, range(1, len(question.options) + 1))
    best = max(each.credit for each in question.accepted)
    said = []
    for each in question.accepted:
        part = "" if each.credit == best else f" ({limit_text(each.credit, speech.main)})"
        if each.credit > 0:
            said.append(f"{_short(each.value.replace('..', '–'))}{part}")
    return "; ".join(said)


def _right_words(question: Question, speech: Speech) -> str:
    """Return the words of the right options."""
    right = [question.options[number - 1] for number in sorted(question.right_options)]
    return _short("; ".join(speech.texts(option.text).text for option in right))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"


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

type _Criterion = tuple[int, Question]


def rating_grid_pdf(grid: RatingGrid, language: str) -> bytes:
    """Return the grid: one page where people and criteria allow it.

    Whole words of long criteria stand on the rating sheets; here their beginning does. Raises
    documents.nothing_to_print, paper.unknown_language.
    """
    if not grid.form.questions:
        raise TrainerError("documents.nothing_to_print")
    speech = Speech(language)
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

    def __init__(self, grid: RatingGrid, speech: Speech, paper: Paper, items: Sequence[_Criterion]) -> None:
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
        for index, each in enumerate(rows):
            self._person(each, self.first + index * self.row)
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
        for index, lines in enumerate(self.heads):
            self._criterion(self._column(index), lines)

    def _criterion(self, x: float, lines: Sequence[str]) -> None:
        """Write a criterion above its column."""
        step = line_height(_SMALL)
        if self.level:
            y = self.first - 1.6 - (len(lines) - 1) * step
            for index, line in enumerate(lines):
                self.paper.text(x + 1.2, y + index * step, line, fonts.SANS, _SMALL)
            return
        x += (self.step - len(lines) * step) / 2 + step * 0.75
        y = self.first - 1.2
        with self.paper.upright(x, y):
            for index, line in enumerate(lines):
                self.paper.text(x, y + index * step, line, fonts.SANS, _SMALL)

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
