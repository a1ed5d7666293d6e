"""The grid as a table model over plain lists. One edit is one `dataChanged`; it never resets for an edit.

Painting does not come here: the view reads `faces` directly, Qt's `data` serves screen readers and tool tips.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer_app.domain.attendance import (
    Attendance,
    AttendanceGrid,
    GridRow,
    GridSession,
    Headcount,
    Mark,
    count_heads,
    share_so_far,
)
from trainer_app.domain.courses import SessionState
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.attendance.faces import Face, face_of
from trainer_app.ui.attendance.wording import Wording

type Index = QModelIndex | QPersistentModelIndex
type Entry = tuple[Mark | None, int]
"""What one edit sets: mark, minutes missed."""
type Save = Callable[[str, str, Mark | None, int], None]
"""Saves one mark of (enrolment, session) before it is shown; raises TrainerError if it cannot."""

_MANY = 64  # changed cells from which one announcement of the whole range is cheaper


class GridModel(QAbstractTableModel):
    """Rows are participants, columns sessions. `setData` saves first and shows afterwards."""

    refused = Signal(object)
    """A TrainerError: nothing was saved, the cell still shows what is on the disk."""
    counted = Signal()
    """Counts, shares or heads changed."""

    def __init__(self, words: Wording, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_model")
        self.words = words
        self.sessions: tuple[GridSession, ...] = ()
        self.rows: list[GridRow] = []
        self.cells: list[list[Attendance | None]] = []
        self.faces: list[list[Face]] = []
        self.heads: list[Headcount] = []
        self.shares: list[int | None] = []
        self.begun: list[bool] = []
        self.share_limit: int | None = None
        self._save = save
        self._today = date.max

    def load(self, grid: AttendanceGrid, today: date) -> list[tuple[int, int]]:
        """Take over what is on the disk; return the cells (row, column) that differ from before.

        Rows that only came or went at the end are inserted or removed; anything else resets the model.
        """
        self._today = today
        new = [row.enrolment for row in grid.rows]
        old = [row.enrolment for row in self.rows]
        same_columns = [each.key for each in grid.sessions] == [each.key for each in self.sessions]
        shared = min(len(new), len(old))
        if not same_columns or new[:shared] != old[:shared]:
            self.beginResetModel()
            self._take(grid)
            self.endResetModel()
            changed = []
        else:
            changed = self._load_in_place(grid, len(old), len(new))
        self.counted.emit()
        return changed

    def put(self, row: int, column: int, cell: Attendance) -> None:
        """Show one cell as it now is on the disk."""
        self.cells[row][column] = cell
        was_begun = self.begun[column]
        if cell.mark is not None and self.sessions[column].state is SessionState.PLANNED:
            self._hold(column)
            self.shares = [share_so_far(self.sessions, cells) for cells in self.cells]
        self._count(column)
        self.shares[row] = share_so_far(self.sessions, self.cells[row])
        if self.begun[column] != was_begun:
            self._face_column(column)
            self.dataChanged.emit(self.index(0, column), self.index(len(self.rows) - 1, column))
        else:
            self.faces[row][column] = self._face(row, column)
            place = self.index(row, column)
            self.dataChanged.emit(place, place)
        self.counted.emit()

    def spoken(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell: person, session, mark."""
        begun = self.begun[column]
        return self.words.spoken_cell(
            self.rows[row], self.sessions[column], self.cells[row][column], begun=begun
        )

    def starts_day(self, column: int) -> bool:
        """Tell whether a column is the first one of its day."""
        return column == 0 or self.sessions[column].day != self.sessions[column - 1].day

    def row_of(self, enrolment: str) -> int:
        """Return the row of an enrolment; -1 if there is none."""
        return next((at for at, row in enumerate(self.rows) if row.enrolment == enrolment), -1)

    def column_of(self, session: str) -> int:
        """Return the column of a session; -1 if there is none."""
        return next((at for at, each in enumerate(self.sessions) if each.key == session), -1)

    def column_to_mark(self) -> int:
        """Return where marking goes on: today's first unfinished session, else the last one before."""
        open_columns = [at for at, each in enumerate(self.sessions) if not (each.cancelled or each.locked)]
        today = [at for at in open_columns if self.sessions[at].day == self._today]
        for at in today:
            if self.heads[at].unmarked:
                return at
        past = [at for at in open_columns if self.sessions[at].day <= self._today]
        return past[-1] if past else next(iter(open_columns), 0)

    def conflicts(self) -> int:
        """Return how many cells hold a contradiction."""
        return sum(1 for row in self.cells for cell in row if cell is not None and cell.conflict)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of participants."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of sessions."""
        return 0 if parent.isValid() else len(self.sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return letter and minutes, or the spoken text."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        cell = self.cells[row][column]
        if role == Qt.ItemDataRole.DisplayRole:
            if cell is None or cell.mark is None:
                return ""
            letter = self.words.letter(cell.mark)
            return f"{letter} {cell.missed}" if cell.missed else letter
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.spoken(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return None if cell is None else (cell.mark, cell.missed)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return number or name, or the spoken text of a head."""
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.sessions) if across else len(self.rows)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.sessions[section].number) if across else self.rows[section].name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if across:
                return self.words.spoken_session(self.sessions[section])
            return self.words.spoken_row(self.rows[section], self.shares[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be reached; a locked one is refused only when it is marked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Save an entry (mark, minutes), then show it. False, and `refused`, if it could not be saved."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not isinstance(value, tuple):
            return False
        row, column = index.row(), index.column()
        mark, missed = value
        try:
            self._save(self.rows[row].enrolment, self.sessions[column].key, mark, missed)
        except TrainerError as problem:
            self.refused.emit(problem)
            return False
        before = self.cells[row][column] or Attendance()
        self.put(row, column, replace(before, mark=mark, missed=missed, conflict=False))
        return True

    def retranslate(self) -> None:
        """Say everything anew after a change of language."""
        self.words.refresh()
        if self.rows and self.sessions:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.sessions) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.sessions) - 1))

    def _load_in_place(self, grid: AttendanceGrid, old: int, new: int) -> list[tuple[int, int]]:
        before, looked = self.cells, self.faces
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self._take(grid)
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self._take(grid)
            self.endRemoveRows()
        else:
            self._take(grid)
        places = [(row, column) for row in range(min(old, new)) for column in range(len(self.sessions))]
        changed = [(row, column) for row, column in places if before[row][column] != self.cells[row][column]]
        other_looks = [
            (row, column) for row, column in places if looked[row][column] != self.faces[row][column]
        ]
        self._announce(sorted({*changed, *other_looks}))
        return changed

    def _announce(self, changed: list[tuple[int, int]]) -> None:
        """Announce changed cells: one by one, or a whole range when there are many or a session changed."""
        if self.rows and self.sessions:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.sessions) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
        if len(changed) > _MANY:
            rows, columns = zip(*changed, strict=True)
            self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))
            return
        for row, column in changed:
            place = self.index(row, column)
            self.dataChanged.emit(place, place)

    def _take(self, grid: AttendanceGrid) -> None:
        self.sessions = grid.sessions
        self.rows = list(grid.rows)
        self.cells = [list(row.cells) for row in grid.rows]
        self.share_limit = grid.share_limit
        self.heads = [Headcount() for _ in self.sessions]
        self.begun = [False for _ in self.sessions]
        for column in range(len(self.sessions)):
            self._count(column)
        self.shares = [share_so_far(self.sessions, cells) for cells in self.cells]
        starts = [self.starts_day(column) for column in range(len(self.sessions))]
        self.faces = [
            [
                face_of(session, cell, begun=begun, starts_day=start)
                for session, cell, begun, start in zip(self.sessions, cells, self.begun, starts, strict=True)
            ]
            for cells in self.cells
        ]

    def _hold(self, column: int) -> None:
        """Know that a marked session is held: the action wrote that with the mark."""
        held = replace(self.sessions[column], state=SessionState.HELD)
        self.sessions = (*self.sessions[:column], held, *self.sessions[column + 1 :])

    def _count(self, column: int) -> None:
        session = self.sessions[column]
        heads = count_heads([cells[column] for cells in self.cells])
        self.heads[column] = heads
        self.begun[column] = (
            session.state is SessionState.HELD or session.day < self._today or heads.expected > heads.unmarked
        )

    def _face(self, row: int, column: int) -> Face:
        return face_of(
            self.sessions[column],
            self.cells[row][column],
            begun=self.begun[column],
            starts_day=self.starts_day(column),
        )

    def _face_column(self, column: int) -> None:
        for row, faces in enumerate(self.faces):
            faces[column] = self._face(row, column)
