"""A course's grid as plain lists, whole, whatever part of it is shown: marks, heads, shares."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from trainer_app.domain.attendance import (
    Attendance,
    AttendanceGrid,
    GridRow,
    GridSession,
    Headcount,
    count_heads,
    count_walk_ins,
    held_minutes,
    share_of_held,
    share_so_far,
)
from trainer_app.domain.courses import SessionState
from trainer_app.ui.attendance.lazy_rows import LazyRows


class GridData:
    """Rows are participants, columns sessions. `put` keeps counts and shares true."""

    def __init__(self) -> None:
        self.sessions: tuple[GridSession, ...] = ()
        self.rows: list[GridRow] = []
        self.cells: list[Sequence[Attendance | None]] = []
        self.heads: LazyRows[Headcount] = LazyRows()
        self.walk_ins: LazyRows[int] = LazyRows()
        self.begun: list[bool] = []
        self.shares: LazyRows[int | None] = LazyRows()
        self.conflicts = 0
        self._held: list[int | None] = []
        self._walk_in_rows: list[int] = []
        self.share_limit: int | None = None
        self.today, self.minute = date.max, -1

    def take(self, grid: AttendanceGrid, today: date, minute: int = -1) -> list[tuple[int, int]]:
        """Take over what is on the disk; return the cells (row, column) that differ from before.

        Of another list or plan nothing is compared.
        """
        before, old = self.cells, [row.enrolment for row in self.rows]
        shared = min(len(old), len(grid.rows))
        alike = (
            [each.key for each in self.sessions] == [each.key for each in grid.sessions]
            and [row.enrolment for row in grid.rows[:shared]] == old[:shared]
        )  # fmt: skip
        self.today, self.minute = today, minute
        self.sessions, self.rows = grid.sessions, list(grid.rows)
        self.cells = [row.cells for row in grid.rows]
        self.share_limit, self.conflicts = grid.share_limit, grid.conflicts
        self._held = held_minutes(self.sessions)
        self._walk_in_rows = [at for at, row in enumerate(self.rows) if row.walk_in]
        columns = len(self.sessions)
        self.heads = LazyRows(columns, self._heads)
        self.walk_ins = LazyRows(columns, self._count_walk_ins)
        self.begun = [self._has_begun(column) for column in range(columns)]
        self.shares = LazyRows(len(self.rows), self._share)
        if not alike:
            return []
        return [
            (row, column)
            for row in range(shared)
            for column, (was, now) in enumerate(zip(before[row], self.cells[row], strict=True))
            if was != now
        ]

    def put(self, row: int, column: int, cell: Attendance) -> None:
        """Take over one cell as it now is on the disk."""
        before = self.cells[row]
        was = before[column]
        self.conflicts += cell.conflict - (was is not None and was.conflict)
        self.cells[row] = (*before[:column], cell, *before[column + 1 :])
        if cell.mark is not None and self.sessions[column].state is SessionState.PLANNED:
            self._hold(column)
            self.shares.forget()
        self.heads.forget(column)
        self.walk_ins.forget(column)
        self.begun[column] = self._has_begun(column)
        self.shares.forget(row)

    def _share(self, row: int) -> int | None:
        return share_so_far(self._held, self.cells[row])

    def share_of_held(self, row: int) -> int | None:
        """Return the share that the certificates board shows: over all held sessions."""
        return share_of_held(self.sessions, self.cells[row])

    def row_of(self, enrolment: str) -> int:
        """Return the row of an enrolment; -1 if there is none."""
        return next((at for at, row in enumerate(self.rows) if row.enrolment == enrolment), -1)

    def column_of(self, session: str) -> int:
        """Return the column of a session; -1 if there is none."""
        return next((at for at, each in enumerate(self.sessions) if each.key == session), -1)

    def column_to_mark(self) -> int:
        """Return where marking goes on.

        The session under way comes first if it is unfinished: a walk-in has no mark in those before. Then
        today's first unfinished one, else the last one before.
        """
        open_columns = [at for at, each in enumerate(self.sessions) if not (each.cancelled or each.locked)]
        today = [at for at in open_columns if self.sessions[at].day == self.today]
        unfinished = [at for at in today if self.heads[at].unmarked]
        under_way = [
            at for at in unfinished if self.sessions[at].start <= self.minute < self.sessions[at].end
        ]
        if unfinished:
            return (under_way or unfinished)[0]
        past = [at for at in open_columns if self.sessions[at].day <= self.today]
        return past[-1] if past else next(iter(open_columns), 0)

    def _hold(self, column: int) -> None:
        """Know that a marked session is held: the action wrote that with the mark."""
        held = replace(self.sessions[column], state=SessionState.HELD)
        self.sessions = (*self.sessions[:column], held, *self.sessions[column + 1 :])
        self._held[column] = held.minutes

    def _heads(self, column: int) -> Headcount:
        return count_heads(map(itemgetter(column), self.cells))

    def _count_walk_ins(self, column: int) -> int:
        places = self._walk_in_rows
        return count_walk_ins([self.rows[row] for row in places], [self.cells[row][column] for row in places])

    def _has_begun(self, column: int) -> bool:
        """Tell whether marks are expected: heads are counted only where nothing else says so."""
        session = self.sessions[column]
        if session.state is SessionState.HELD or session.day < self.today:
            return True
        return self.heads[column].expected > self.heads[column].unmarked
