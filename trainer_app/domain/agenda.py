"""An agenda that somebody made elsewhere: every row becomes a session, or it is said why not.

A day stands in each row, or once above its rows; an end may be missing and is then where the next row
begins. Breaks, titles and repeated headings are left out by name. Rows = taken + left out + refused.
"""

from dataclasses import replace
from datetime import date

from trainer_app.domain.agenda_lines import AgendaCourse, AgendaLine, AgendaOutcome, AgendaPlan
from trainer_app.domain.agenda_reader import ENOUGH, AgendaReader, row_text
from trainer_app.domain.agenda_words import AgendaColumn, recognise
from trainer_app.domain.letters import clean_text
from trainer_app.domain.tables import Problem, RawTable, Severity

_LOOKED_AT = 40


def plan_agenda(table: RawTable, course: AgendaCourse, *, extend: bool = False) -> AgendaPlan:
    """Read a table. With `extend` days beyond the course's own are taken too."""
    place, columns = _find_columns(table)
    if place is None:
        blank = AgendaPlan((AgendaColumn.NOTHING,) * table.width, ("",) * table.width)
        unread_rows = tuple(AgendaLine(row.number, AgendaOutcome.REFUSED, row.cells) for row in table.rows)
        unread = Problem(None, "", "", "agenda.no_columns", severity=Severity.REFUSED)
        return replace(blank, lines=unread_rows, problems=(*table.warnings, unread))
    headings = tuple(clean_text(cell) for cell in table.rows[place].cells)
    rows = table.rows[place + 1 :]
    reader = AgendaReader(columns, headings, course, rows, extend=extend)
    lines = _find_overlaps(reader.read())
    above = tuple(
        Problem(row.number, "", row_text(row), "agenda.above_heading") for row in table.rows[:place]
    )
    told = [problem for line in lines for problem in line.problems]
    return AgendaPlan(columns, headings, tuple(lines), (*table.warnings, *above, *told))


def _find_columns(table: RawTable) -> tuple[int | None, tuple[AgendaColumn, ...]]:
    """Return where the heading is, and what the columns hold; a second column of a kind holds nothing."""
    for place, row in enumerate(table.rows[:_LOOKED_AT]):
        found = [recognise(cell) for cell in row.cells]
        known = {each for each in found if each is not None}
        times = known & {AgendaColumn.TIME, AgendaColumn.START}
        if len(known) < ENOUGH or not times:
            continue
        columns: list[AgendaColumn] = []
        for each in found:
            taken = each is None or (each in columns)
            columns.append(AgendaColumn.NOTHING if each is None or taken else each)
        return place, tuple(columns)
    return None, ()


def _find_overlaps(lines: list[AgendaLine]) -> list[AgendaLine]:
    """Point out sessions that begin before an earlier one of the same day has ended."""
    order = sorted(
        (
            (line.draft.day, line.draft.start, line.draft.end, at)
            for at, line in enumerate(lines)
            if line.draft
        )
    )
    found = list(lines)
    last: tuple[date, int, int] | None = None
    for day, start, end, at in order:
        if last is not None and last[0] == day and start < last[1]:
            line = found[at]
            told = Problem(line.number, "", "", "agenda.overlaps", {"other": last[2]})
            found[at] = replace(line, problems=(*line.problems, told))
        if last is None or last[0] != day or end > last[1]:
            last = (day, end, lines[at].number)
    return found
