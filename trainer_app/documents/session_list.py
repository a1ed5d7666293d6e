"""The list of sessions within a design: day, topic and hours in a box, as large as it fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer_app.documents.dates import short_day
from trainer_app.documents.elements import SessionList
from trainer_app.documents.fitting import wrap
from trainer_app.documents.paper import POINTS, Paper, text_width
from trainer_app.documents.wording import decimal
from trainer_app.domain.certificates import Facts

_LEADING = 1.2
_ROW = 1.5
"""Height of a row of one line, in sizes of type."""

_GAP = 0.9
"""The way between columns of a row, in sizes of type."""

_BETWEEN = 7.0
"""Millimetres between two lists side by side."""

_MOST = 3
_SMALLEST = 2.0
_STEP = 0.5


@dataclass(frozen=True)
class _Row:
    """A session in words; `again`: the row above has the same day."""

    day: str
    again: bool
    topic: tuple[str, ...]
    hours: str


def draw_session_list(
    paper: Paper, element: SessionList, facts: Facts, colour: str, line_colour: str
) -> None:
    """Draw the sessions of a certificate; nothing where none were frozen."""
    if not facts.sessions:
        return
    columns, size = _fit(element, facts)
    width = _width(element, columns)
    rows = _rows(element, facts, width, size)
    x = element.x
    for part in _divide(rows, columns):
        _draw_column(paper, element, part, (x, width, size), (colour, line_colour))
        x += width + _BETWEEN


def _fit(element: SessionList, facts: Facts) -> tuple[int, float]:
    """Return in how many columns the list stands, and the size of type."""
    for columns in range(1, _MOST + 1):
        size = element.size
        while size >= element.min_size:
            if _fits(element, facts, columns, size):
                return columns, size
            size -= _STEP
    size = element.min_size
    while size > _SMALLEST and not _fits(element, facts, _MOST, size):
        size -= _STEP
    return _MOST, size


def _fits(element: SessionList, facts: Facts, columns: int, size: float) -> bool:
    rows = _rows(element, facts, _width(element, columns), size)
    return all(sum(_height(row, size) for row in part) <= element.height for part in _divide(rows, columns))


def _width(element: SessionList, columns: int) -> float:
    return (element.width - _BETWEEN * (columns - 1)) / columns


def _rows(element: SessionList, facts: Facts, width: float, size: float) -> list[_Row]:
    """Return the sessions in words, topics broken over lines."""
    room = width - _side(element, size)
    rows = []
    before = ""
    for each in facts.sessions:
        day = short_day(date.fromisoformat(each.day))
        topic = wrap(each.topic or "\N{EN DASH}", element.font, size, max(room, 5.0))
        hours = decimal(each.hours, 2, facts.language)
        rows.append(_Row(day, day == before, topic, hours))
        before = day
    return rows


def _side(element: SessionList, size: float) -> float:
    """Return the room that days and hours take, in millimetres."""
    gaps = 2 * _GAP * size / POINTS
    return text_width("00.00.0000", element.font, size) + text_width("00,00", element.font, size) + gaps


def _height(row: _Row, size: float) -> float:
    return (_ROW + (len(row.topic) - 1) * _LEADING) * size / POINTS


def _divide(rows: Sequence[_Row], columns: int) -> list[Sequence[_Row]]:
    """Return which rows stand in which column, as even as they can be."""
    each = -(-len(rows) // columns)
    return [rows[at : at + each] for at in range(0, len(rows), each)]


def _draw_column(
    paper: Paper,
    element: SessionList,
    rows: Sequence[_Row],
    place: tuple[float, float, float],
    colours: tuple[str, str],
) -> None:
    """Draw rows below each other; `place` is left edge, width (mm) and size of type."""
    x, width, size = place
    colour, line_colour = colours
    day = text_width("00.00.0000", element.font, size) + _GAP * size / POINTS
    y = element.y
    for number, row in enumerate(rows):
        if number and not row.again:
            paper.line(x, y, x + width, y, 0.3, line_colour)
        base = y + size / POINTS
        if not (number and row.again):
            paper.text(x, base, row.day, element.font, size, colour)
        paper.text(x + width, base, row.hours, element.font, size, colour, align="right")
        for text in row.topic:
            paper.text(x + day, base, text, element.font, size, colour)
            base += size * _LEADING / POINTS
        y += _height(row, size)
