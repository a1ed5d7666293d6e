"""What a grid is put together from: its sessions, the cells of a row, and which rows are shown."""

from collections.abc import Collection, Mapping, Sequence

from trainer_app.domain.attendance.marks import Attendance, GridRow, GridSession, doubled_rows
from trainer_app.domain.courses.courses import Session

_BLANK = Attendance()


def grid_sessions(sessions: Sequence[Session]) -> tuple[GridSession, ...]:
    """Return the columns of a grid."""
    days = sorted({session.day for session in sessions})
    return tuple(
        GridSession(
            key=session.key,
            number=session.number,
            day=session.day,
            day_number=days.index(session.day) + 1,
            start=session.start,
            end=session.end,
            topic=session.topic,
            state=session.state,
            cancel_reason=session.cancel_reason,
            locked=session.locked,
            room=session.room,
            counted=session.counted,
            locked_by=session.locked_by,
            locked_at=session.locked_at,
        )
        for session in sessions
    )


def within_a_day(sessions: Sequence[GridSession], first: int) -> int:
    """Return the number of the session that somebody is expected from, 0 where a day begins with it."""
    within = 0 < first < len(sessions) and sessions[first - 1].day == sessions[first].day
    return sessions[first].number if within else 0


def row_cells(
    enrolment: str,
    sessions: Sequence[GridSession],
    span: tuple[int, int],
    marks: Mapping[tuple[str, str], Attendance],
) -> tuple[Attendance | None, ...]:
    """Return a row's cells; outside the sessions at which somebody is expected only what was marked."""
    cells = [marks.get((enrolment, session.key), _BLANK) for session in sessions]
    if span == (0, len(sessions)):
        return tuple(cells)
    first, end = span
    # A mark that was taken away leaves a blank behind: nobody is expected because of it.
    return tuple(cell if first <= place < end or cell != _BLANK else None for place, cell in enumerate(cells))


def shown_rows(rows: Sequence[GridRow], marked: Collection[str]) -> list[GridRow]:
    """Return the rows without those of people who left before the first session; `marked` rows stay.

    So does a row in which something of another row of the same person counts.
    """
    leading = {rows[at].enrolment for places in doubled_rows(rows) for at in places if not rows[at].same_as}
    return [
        row
        for row in rows
        if not row.gone
        or row.expected[0] != row.expected[1]
        or row.enrolment in marked
        or (row.enrolment in leading and any(cell is not None for cell in row.cells))
    ]
