"""The back of a certificate: what was taught, day by day with its hours, as it was frozen when it was issued.

It is the same for a whole course but for the serial and the name, so it is drawn once as a form.
"""

from datetime import date

from trainer_app.documents import fonts
from trainer_app.documents.dates import format_days, short_day
from trainer_app.documents.fitting import fit, wrap
from trainer_app.documents.list_words import LIST_WORDS
from trainer_app.documents.paper import POINTS, Paper
from trainer_app.documents.wording import decimal
from trainer_app.domain.certificates import Facts, TaughtSession

_SIDE, _TOP, _FOOT = 26.0, 24.0, 20.0
_THIN, _THICK = 0.4, 0.9
_INK, _SECOND = "18202C", "465264"
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
_COLUMNS = (1, 2, 3)
_DAY, _HOURS, _BETWEEN = 24.0, 15.0, 10.0
_LEADING = 1.28


class Backs:
    """The backs of a batch of certificates."""

    def __init__(self) -> None:
        self._forms: dict[tuple[object, ...], str] = {}

    def draw(self, paper: Paper, facts: Facts) -> None:
        """Draw a back as the next page, of the size that the paper has now; nothing without sessions."""
        if not facts.sessions:
            return
        model = (facts.sessions, facts.language, facts.course_title, paper.width, paper.height)
        name = self._forms.get(model)
        if name is None:
            name = self._forms[model] = f"Back{len(self._forms) + 1}"
            paper.begin_form()
            _draw_shared(paper, facts)
            paper.end_form(name)
        paper.show_form(name)
        belongs = _word("back.belongs", facts.language).format(serial=facts.serial)
        y = paper.height - _FOOT + 6
        paper.text(_SIDE, y, belongs, fonts.SANS, 8, _SECOND)
        room = paper.width - 2 * _SIDE - 110
        fitted = fit(facts.name, fonts.SANS, 8, room, min_size=5)
        paper.text(paper.width - _SIDE, y, fitted.lines[0], fonts.SANS, fitted.size, _SECOND, align="right")
        paper.end_page()


def _word(code: str, language: str) -> str:
    return LIST_WORDS[code].best(language)


def _draw_shared(paper: Paper, facts: Facts) -> None:
    """Draw all that the backs of a course have in common."""
    middle, wide = paper.width / 2, paper.width - 2 * _SIDE
    paper.text(
        middle, _TOP, _word("back.title", facts.language), fonts.SANS_SEMIBOLD, 11, _SECOND, align="centre"
    )
    title = fit(facts.course_title, fonts.SANS_BOLD, 15, wide, 11, max_lines=2)
    y = _TOP + 8
    for line in title.lines:
        paper.text(middle, y, line, fonts.SANS_BOLD, title.size, _INK, align="centre")
        y += 6.2
    first, last = date.fromisoformat(facts.first_day), date.fromisoformat(facts.last_day)
    about = " · ".join(part for part in (facts.town, format_days(first, last, facts.language)) if part)
    paper.text(middle, y, about, fonts.SANS, 9.5, _SECOND, align="centre")
    _draw_sessions(paper, facts, y + 6)


def _draw_sessions(paper: Paper, facts: Facts, top: float) -> None:
    """Draw the table in one column; in more of them and smaller where there is much of it."""
    room = paper.height - _FOOT - top - 8
    for columns in _COLUMNS:
        width = (paper.width - 2 * _SIDE - _BETWEEN * (columns - 1)) / columns
        # Two columns of readable letters rather than one of tiny ones.
        for size in _SIZES if columns == _COLUMNS[-1] else _SIZES[:4]:
            heights = [_height(each, width, size) for each in facts.sessions]
            parts = _divide(heights, columns, room - _row(size))
            if parts is not None:
                _draw_columns(paper, facts, top, width, size, parts)
                return
    # More than any course has: the table grows over the foot rather than lose a line.
    third = -(-len(facts.sessions) // _COLUMNS[-1])
    starts = range(0, len(facts.sessions), third)
    parts = [range(at, min(at + third, len(facts.sessions))) for at in starts]
    _draw_columns(paper, facts, top, width, _SIZES[-1], parts)


def _divide(heights: list[float], columns: int, room: float) -> list[range] | None:
    """Return which rows stand in which column, filled from the left and even; None if they do not fit."""
    total = sum(heights)
    if total > room * columns:
        return None
    target, start, filled = total / columns, 0, 0.0
    parts: list[range] = []
    for place, height in enumerate(heights):
        if len(parts) < columns - 1 and filled and filled + height / 2 > target:
            parts.append(range(start, place))
            start, filled = place, 0.0
        filled += height
    parts.append(range(start, len(heights)))
    fits = all(sum(heights[at] for at in part) <= room for part in parts)
    return parts if fits else None


def _draw_columns(
    paper: Paper, facts: Facts, top: float, width: float, size: float, parts: list[range]
) -> None:
    bottom = top
    for number, part in enumerate(parts):
        left = _SIDE + number * (width + _BETWEEN)
        y = _draw_head(paper, facts, left, top, width, size)
        before = ""
        for at in part:
            session = facts.sessions[at]
            y = _draw_row(paper, facts, session, left, y, width, size, again=session.day == before)
            before = session.day
        bottom = max(bottom, y)
    left = _SIDE + (len(parts) - 1) * (width + _BETWEEN)
    y = bottom + size * _LEADING / POINTS + 0.8
    paper.line(left, bottom, left + width, bottom, _THICK, _INK)
    paper.text(left + _DAY, y, _word("back.total", facts.language), fonts.SANS_SEMIBOLD, size, _INK)
    total = decimal(sum(each.hours for each in facts.sessions), 2, facts.language)
    paper.text(left + width, y, total, fonts.SANS_SEMIBOLD, size, _INK, align="right")


def _draw_head(paper: Paper, facts: Facts, left: float, top: float, width: float, size: float) -> float:
    """Draw the heads of the columns and return where the rows begin."""
    y = top + size * _LEADING / POINTS
    paper.text(left, y, _word("back.day", facts.language), fonts.SANS_SEMIBOLD, size * 0.9, _SECOND)
    paper.text(left + _DAY, y, _word("back.topic", facts.language), fonts.SANS_SEMIBOLD, size * 0.9, _SECOND)
    hours = _word("back.hours", facts.language)
    paper.text(left + width, y, hours, fonts.SANS_SEMIBOLD, size * 0.9, _SECOND, align="right")
    paper.line(left, y + 1.4, left + width, y + 1.4, _THICK, _INK)
    return y + 1.4


def _draw_row(
    paper: Paper,
    facts: Facts,
    session: TaughtSession,
    left: float,
    top: float,
    width: float,
    size: float,
    *,
    again: bool,
) -> float:
    """Draw one session and return where the next begins; a day is written once."""
    y = top + size * 1.1 / POINTS + 0.4
    if top > 0 and not again:
        paper.line(left, top, left + width, top, _THIN, _SECOND)
    if not again:
        paper.text(left, y, short_day(date.fromisoformat(session.day)), fonts.SANS, size, _INK)
    hours = decimal(session.hours, 2, facts.language)
    paper.text(left + width, y, hours, fonts.SANS, size, _INK, align="right")
    for line in _topic(session, width, size):
        paper.text(left + _DAY, y, line, fonts.SANS, size, _INK)
        y += size * _LEADING / POINTS
    return top + _height(session, width, size)


def _topic(session: TaughtSession, width: float, size: float) -> tuple[str, ...]:
    return wrap(session.topic or "\N{EN DASH}", fonts.SANS, size, width - _DAY - _HOURS)


def _height(session: TaughtSession, width: float, size: float) -> float:
    return len(_topic(session, width, size)) * size * _LEADING / POINTS + 1.5


def _row(size: float) -> float:
    return 2 * (size * _LEADING / POINTS + 1.6)
