"""What the grid shows of a course: a span of days, the people of a filter, in an order.

None of it changes what is counted: heads and shares are those of the whole course.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from trainer_app.domain.attendance.marks import Attendance, GridRow, GridSession, Mark
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.text_cleaning import sort_key


class GridSpan(StrEnum):
    """How much of the course stands side by side."""

    COURSE = "course"
    WEEK = "week"
    DAY = "day"


class PeopleFilter(StrEnum):
    """Which people are shown; marks are those of the current session."""

    ALL = "all"
    UNMARKED = "unmarked"
    MISSED = "missed"
    """Absent or late."""
    BELOW = "below"
    """Below the course's limit so far."""
    WALK_INS = "walk_ins"


class PeopleOrder(StrEnum):
    """By what people are sorted."""

    NUMBER = "number"
    NAME = "name"
    UNIT = "unit"


def visible_sessions(sessions: Sequence[GridSession], span: GridSpan, day: date | None) -> tuple[int, ...]:
    """Return the places of the sessions that a span shows around a day; all of them without one."""
    if span is GridSpan.COURSE or day is None:
        return tuple(range(len(sessions)))
    first, last = _days_of(span, day)
    return tuple(index for index, each in enumerate(sessions) if first <= each.day <= last)


def next_day(sessions: Sequence[GridSession], span: GridSpan, day: date, by: int) -> date | None:
    """Return the nearest day with sessions after (1) or before (-1) the span around a day; None at the end.

    Going on by week leads to the first day of the next week that has sessions, going back to the last one
    of the week before. In the view of the whole course it is the next day.
    """
    first, last = _days_of(GridSpan.DAY if span is GridSpan.COURSE else span, day)
    if by > 0:
        return min((each.day for each in sessions if each.day > last), default=None)
    return max((each.day for each in sessions if each.day < first), default=None)


def visible_rows(
    rows: Sequence[GridRow],
    cells: Sequence[Attendance | None],
    shares: Sequence[Percent | None],
    limit: int | None,
    shown: PeopleFilter,
    order: PeopleOrder,
) -> list[int]:
    """Return the places of the people to show, in order.

    `cells` are those of the current session, `shares` the shares so far, both by row.
    """
    places = [
        index
        for index, (row, cell, share) in enumerate(zip(rows, cells, shares, strict=True))
        if _is_shown(row, cell, share, limit, shown)
    ]
    return sorted(places, key=lambda place: _KEYS[order](rows[place]))


def _days_of(span: GridSpan, day: date) -> tuple[date, date]:
    """Return the first and the last day of a span; weeks begin on Monday."""
    if span is GridSpan.DAY:
        return day, day
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _is_shown(
    row: GridRow, cell: Attendance | None, share: Percent | None, limit: int | None, shown: PeopleFilter
) -> bool:
    if shown is PeopleFilter.UNMARKED:
        return cell is not None and cell.bare
    if shown is PeopleFilter.MISSED:
        return cell is not None and cell.mark in (Mark.ABSENT, Mark.LATE)
    if shown is PeopleFilter.BELOW:
        return share is not None and limit is not None and share < limit
    return row.walked_in if shown is PeopleFilter.WALK_INS else True


_KEYS: dict[PeopleOrder, Callable[[GridRow], tuple[object, ...]]] = {
    PeopleOrder.NUMBER: lambda row: (row.number,),
    PeopleOrder.NAME: lambda row: (sort_key(row.full_name or row.name), row.number),
    # Who has no unit comes last.
    PeopleOrder.UNIT: lambda row: (not row.unit, sort_key(row.unit), row.number),
}
