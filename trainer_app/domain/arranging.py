"""Which sessions and which people of a course's grid are shown, and in what order.

Showing less never counts less: heads and shares are those of the whole course.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from trainer_app.domain.attendance import Attendance, GridRow, GridSession, Mark
from trainer_app.domain.letters import sort_key


class Span(StrEnum):
    """How much of the course stands side by side."""

    COURSE = "course"
    WEEK = "week"
    DAY = "day"


class Shown(StrEnum):
    """Which people are shown; marks are those of the current session."""

    ALL = "all"
    UNMARKED = "unmarked"
    MISSED = "missed"
    """Absent or late."""
    BELOW = "below"
    """Below the course's limit so far."""
    WALK_INS = "walk_ins"


class Order(StrEnum):
    """By what people are sorted."""

    NUMBER = "number"
    NAME = "name"
    UNIT = "unit"


def columns_of(sessions: Sequence[GridSession], span: Span, day: date | None) -> tuple[int, ...]:
    """Return the places of the sessions that a span shows around a day; all of them without one."""
    if span is Span.COURSE or day is None:
        return tuple(range(len(sessions)))
    first, last = _days_of(span, day)
    return tuple(place for place, each in enumerate(sessions) if first <= each.day <= last)


def next_day(sessions: Sequence[GridSession], span: Span, day: date, by: int) -> date | None:
    """Return the nearest day with sessions after (1) or before (-1) the span around a day; None at the end.

    Going on by week leads to the first day of the next week that has sessions, going back to the last one
    of the week before. In the view of the whole course it is the next day.
    """
    first, last = _days_of(Span.DAY if span is Span.COURSE else span, day)
    if by > 0:
        return min((each.day for each in sessions if each.day > last), default=None)
    return max((each.day for each in sessions if each.day < first), default=None)


def rows_of(
    rows: Sequence[GridRow],
    cells: Sequence[Attendance | None],
    shares: Sequence[int | None],
    limit: int | None,
    shown: Shown,
    order: Order,
) -> list[int]:
    """Return the places of the people to show, in order.

    `cells` are those of the current session, `shares` the shares so far, both by row.
    """
    places = [
        place
        for place, (row, cell, share) in enumerate(zip(rows, cells, shares, strict=True))
        if _is_shown(row, cell, share, limit, shown)
    ]
    return sorted(places, key=lambda place: _KEYS[order](rows[place]))


def replaceable(rows: Sequence[GridRow], cells: Sequence[Attendance | None], enrolment: str) -> list[GridRow]:
    """Return whose place somebody may take: nominated, and absent or not marked in the current session.

    `cells` are those of the session, by row.
    """
    return [
        row
        for row, cell in zip(rows, cells, strict=True)
        if row.enrolment != enrolment
        and not row.walk_in
        and (cell is None or cell.bare or cell.mark is Mark.ABSENT)
    ]


def _days_of(span: Span, day: date) -> tuple[date, date]:
    """Return the first and the last day of a span; weeks begin on Monday."""
    if span is Span.DAY:
        return day, day
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _is_shown(
    row: GridRow, cell: Attendance | None, share: int | None, limit: int | None, shown: Shown
) -> bool:
    if shown is Shown.UNMARKED:
        return cell is not None and cell.bare
    if shown is Shown.MISSED:
        return cell is not None and cell.mark in (Mark.ABSENT, Mark.LATE)
    if shown is Shown.BELOW:
        return share is not None and limit is not None and share < limit
    return row.walk_in if shown is Shown.WALK_INS else True


_KEYS: dict[Order, Callable[[GridRow], tuple[object, ...]]] = {
    Order.NUMBER: lambda row: (row.number,),
    Order.NAME: lambda row: (sort_key(row.full_name or row.name), row.number),
    # Who has no unit comes last.
    Order.UNIT: lambda row: (not row.unit, sort_key(row.unit), row.number),
}
