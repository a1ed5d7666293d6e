"""What the charts of a report show: always time, sex and districts, and what else it is split by."""

from datetime import date

from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import TableQuery, cross
from trainer_app.domain.office.participations import Period, Records
from trainer_app.domain.office.reports import CrossTable, Report

MOST_CHARTS = 6
_BARS = 14
"""Bars of a chart over time, at most, before it takes longer spans."""
_TIMES = (SplitBy.MONTH, SplitBy.QUARTER, SplitBy.YEAR)
_ALWAYS = (SplitBy.SEX, SplitBy.DISTRICT)


def chart_tables(records: Records, period: Period, made: Report) -> tuple[CrossTable, ...]:
    """Return the tables that the charts of a report draw; none where nothing lies in time.

    The one course of a report says nothing beside the others, and has no chart.
    """
    first, last = made.about.first, made.about.last
    if first is None or last is None:
        return ()
    asked = [SplitBy(split.by) for split in made.splits]
    time = next((by for by in asked if by in _TIMES), _span(first, last))
    more = [by for by in asked if by not in (*_TIMES, *_ALWAYS)]
    counted = [_table(records, period, by) for by in (time, *_ALWAYS)]
    beside = (_table(records, period, by) for by in more)
    said = (table for table in beside if table.rows != SplitBy.COURSE or len(table.lines) > 1)
    return (*counted, *said)[:MOST_CHARTS]


def _span(first: date, last: date) -> SplitBy:
    """Return the shortest spans of which there are few enough."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return SplitBy.MONTH if months <= _BARS else SplitBy.QUARTER if months <= _BARS * 3 else SplitBy.YEAR


def _table(records: Records, period: Period, by: SplitBy) -> CrossTable:
    figure = "unique_persons" if by is SplitBy.SEX else "participations"
    return cross(records, period, TableQuery(by, None, (figure,)))
