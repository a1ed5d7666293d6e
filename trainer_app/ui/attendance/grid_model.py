"""The part of the grid that is shown, as a table model over plain lists.

One edit is one `dataChanged`; it never resets for an edit. Only choosing another span, filter or order does,
so that no row ever moves under the hands of somebody who marks.

Painting does not come here: the view reads `faces` directly, Qt's `data` serves screen readers and tool tips.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer_app.domain.arranging import Order, Shown, Span, columns_of, rows_of
from trainer_app.domain.attendance import (
    IN_THE_ROOM,
    Attendance,
    AttendanceGrid,
    GridRow,
    GridSession,
    Headcount,
    Mark,
)
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import ChangeState
from trainer_app.ui.attendance.faces import Face, bare_faces, face_of
from trainer_app.ui.attendance.grid_data import GridData
from trainer_app.ui.attendance.lazy_rows import LazyRows
from trainer_app.ui.attendance.wording import Wording

type Index = QModelIndex | QPersistentModelIndex
type Entry = tuple[Mark | None, int, int]
"""What one edit sets: mark, minutes missed altogether, how many of them at the end."""
type Save = Callable[[str, str, Attendance], None]
"""Saves the mark of (enrolment, session) before it is shown; raises TrainerError if it cannot."""

type State = Callable[[str, str], ChangeState | None]
"""(enrolment, session) -> how far the mark has come to the office."""

_MANY = 64  # changed cells from which one announcement of the whole range is cheaper


@dataclass(frozen=True)
class Arrangement:
    """What is shown: the span around a day, and the people of a filter (by one session) in an order."""

    span: Span = Span.COURSE
    day: date | None = None
    shown: Shown = Shown.ALL
    session: str = ""
    order: Order = Order.NUMBER

    @property
    def plain_rows(self) -> bool:
        """Tell whether everybody is shown, by number."""
        return self.shown is Shown.ALL and self.order is Order.NUMBER


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
        self.whole = GridData()
        self.arrangement = Arrangement()
        self.row_places: list[int] = []
        self.column_places: list[int] = []
        self.sessions: tuple[GridSession, ...] = ()
        self.rows: list[GridRow] = []
        self.cells: list[Sequence[Attendance | None]] = []
        self.faces: LazyRows[list[Face]] = LazyRows()
        self._seen = range(0)
        self._starts: list[bool] = []
        self.days: list[range] = []
        self._bare: list[dict[Mark, Face]] = []
        self.notes: list[list[str]] = []
        self.heads: LazyRows[Headcount] = LazyRows()
        self.shares: LazyRows[int | None] = LazyRows()
        self.begun: list[bool] = []
        self._save = save
        self.state: State = lambda _enrolment, _session: None

    @property
    def wide(self) -> bool:
        """Tell whether cells have room for words beside the mark."""
        return self.arrangement.span is Span.DAY

    @property
    def share_limit(self) -> int | None:
        """The course's limit, in hundredths of a per cent."""
        return self.whole.share_limit

    def load(self, grid: AttendanceGrid, today: date, minute: int = -1) -> list[tuple[int, int]]:
        """Take over what is on the disk; return the cells (places in `whole`) that differ from before.

        Rows that only came or went at the end are inserted or removed; anything else resets the model.
        """
        known = {row.enrolment for row in self.whole.rows}
        kept = [row.enrolment for row in self.rows]
        columns = [each.key for each in self.sessions]
        changed = self.whole.take(grid, today, minute)
        row_places, column_places = self._rows_now(kept, known), self._columns_now()
        new = [self.whole.rows[place].enrolment for place in row_places]
        shared = min(len(new), len(kept))
        same_columns = [self.whole.sessions[place].key for place in column_places] == columns
        if not same_columns or new[:shared] != kept[:shared]:
            self.beginResetModel()
            self._show(row_places, column_places)
            self.endResetModel()
        else:
            self._load_in_place(row_places, column_places, len(kept))
        self.counted.emit()
        return changed

    def arrange(self, arrangement: Arrangement) -> None:
        """Show another part of the grid, or in another order."""
        self.arrangement = arrangement
        whole = self.whole
        at = whole.column_of(arrangement.session)
        cells = [cells[at] if at >= 0 else None for cells in whole.cells]
        rows = rows_of(
            whole.rows, cells, whole.shares, whole.share_limit, arrangement.shown, arrangement.order
        )
        self.beginResetModel()
        self._show(rows, self._columns_now())
        self.endResetModel()
        self.counted.emit()

    def put(self, row: int, column: int, cell: Attendance) -> None:
        """Show one cell as it now is on the disk."""
        whole, at = self.whole, (self.row_places[row], self.column_places[column])
        was_held, was_begun = whole.sessions, whole.begun[at[1]]
        whole.put(*at, cell)
        self.cells[row] = self._shown(at[0])
        self.heads.forget(column)
        if whole.sessions is not was_held:
            self.sessions = tuple(whole.sessions[place] for place in self.column_places)
            self.shares.forget()
        self.shares.forget(row)
        self.begun[column] = whole.begun[at[1]]
        if self.begun[column] != was_begun:
            self.faces.forget()
            self.dataChanged.emit(self.index(0, column), self.index(len(self.rows) - 1, column))
        else:
            self.faces.forget(row)
            place_now = self.index(row, column)
            self.dataChanged.emit(place_now, place_now)
        if self.wide:
            self.notes[row][column] = self.words.note(cell)
        self.counted.emit()

    def see(self, columns: range) -> None:
        """Let `faces` hold the looks of these columns alone: of forty a third is in sight."""
        if columns != self._seen:
            self._seen = columns
            self.faces.forget()

    def spoken(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell: person, session, mark."""
        begun = self.begun[column]
        return self.words.spoken_cell(
            self.rows[row], self.sessions[column], self.cells[row][column], begun=begun
        )

    def _tip(self, row: int, column: int) -> str:
        """Return what stands beside the mouse: what is spoken, and how far the mark has come."""
        cell, spoken = self.cells[row][column], self.spoken(row, column)
        if cell is None or cell.bare:
            return spoken
        state = self.state(self.rows[row].enrolment, self.sessions[column].key)
        return f"{spoken} · {self.words.state(state)}" if state is not None else spoken

    def starts_day(self, column: int) -> bool:
        """Tell whether a column is the first one of its day."""
        return column == 0 or self.sessions[column].day != self.sessions[column - 1].day

    def row_of(self, enrolment: str) -> int:
        """Return the shown row of an enrolment; -1 if there is none."""
        return next((at for at, row in enumerate(self.rows) if row.enrolment == enrolment), -1)

    def column_of(self, session: str) -> int:
        """Return the shown column of a session; -1 if there is none."""
        return next((at for at, each in enumerate(self.sessions) if each.key == session), -1)

    def column_to_mark(self) -> int:
        """Return the shown column where marking goes on."""
        at = self.whole.column_to_mark()
        return self.column_places.index(at) if at in self.column_places else 0

    def conflicts(self) -> int:
        """Return how many cells of the course hold a contradiction."""
        return self.whole.conflicts

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of participants shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of sessions shown."""
        return 0 if parent.isValid() else len(self.sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return letter and minutes, or the spoken text."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        cell = self.cells[row][column]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.short(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return None if cell is None else (cell.mark, cell.missed, cell.early)
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
        """Save an `Entry`, then show it. False, and `refused`, if it could not be saved."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not isinstance(value, tuple):
            return False
        row, column = index.row(), index.column()
        mark, missed, early = value
        before = self.cells[row][column] or Attendance()
        came = mark in IN_THE_ROOM
        arrived = before.arrived if came else None
        now = replace(
            before, mark=mark, missed=missed, early=early, arrived=arrived, conflict=False, unknown=False
        )
        try:
            self._save(self.rows[row].enrolment, self.sessions[column].key, now)
        except TrainerError as problem:
            self.refused.emit(problem)
            return False
        self.put(row, column, now)
        return True

    def retranslate(self) -> None:
        """Say everything anew after a change of language."""
        self.words.refresh()
        self._take_notes()
        if self.rows and self.sessions:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.sessions) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.sessions) - 1))

    def _rows_now(self, kept: Sequence[str], known: set[str]) -> list[int]:
        """Return the rows to show after loading: those shown before, in their places, and who is new."""
        if self.arrangement.plain_rows:
            return list(range(len(self.whole.rows)))
        places = {row.enrolment: place for place, row in enumerate(self.whole.rows)}
        new = [place for enrolment, place in places.items() if enrolment not in known]
        return [places[enrolment] for enrolment in kept if enrolment in places] + new

    def _columns_now(self) -> list[int]:
        """Return the columns to show: those of the span, or of another day where it has lost its own."""
        sessions, span = self.whole.sessions, self.arrangement.span
        found = columns_of(sessions, span, self.arrangement.day)
        if not found and sessions:
            day = sessions[self.whole.column_to_mark()].day
            self.arrangement = replace(self.arrangement, day=day)
            found = columns_of(sessions, span, day)
        return list(found)

    def _load_in_place(self, row_places: list[int], column_places: list[int], old: int) -> None:
        new, cells, looks = len(row_places), self.cells, self._looks()
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self._show(row_places, column_places)
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self._show(row_places, column_places)
            self.endRemoveRows()
        else:
            self._show(row_places, column_places)
        other = [was != now for was, now in zip(looks, self._looks(), strict=True)]
        self._announce(
            [
                (row, column)
                for row in range(min(old, new))
                for column, (was, now) in enumerate(zip(cells[row], self.cells[row], strict=True))
                if other[column] or was != now
            ]
        )

    def _looks(self) -> list[tuple[object, ...]]:
        """Return by column what else decides how its cells look."""
        return [
            (session.cancelled, session.locked, begun, start)
            for session, begun, start in zip(self.sessions, self.begun, self._starts, strict=True)
        ]

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

    def _show(self, row_places: list[int], column_places: list[int]) -> None:
        """Fill the lists of what is shown from the whole."""
        whole = self.whole
        self.row_places, self.column_places = row_places, column_places
        self.sessions = tuple(whole.sessions[place] for place in column_places)
        self.rows = [whole.rows[place] for place in row_places]
        self.cells = [self._shown(row) for row in row_places]
        self.heads = LazyRows(len(column_places), lambda column: whole.heads[column_places[column]])
        self.begun = [whole.begun[place] for place in column_places]
        self.shares = LazyRows(len(row_places), lambda row: whole.shares[row_places[row]])
        self._starts = [self.starts_day(column) for column in range(len(self.sessions))]
        self.days = _days(self._starts)
        self._bare = [
            bare_faces(cancelled=session.cancelled, locked=session.locked, starts_day=start)
            for session, start in zip(self.sessions, self._starts, strict=True)
        ]
        self._seen = range(len(self.sessions))
        self.faces = LazyRows(len(self.rows), self._faces_of)
        self._take_notes()

    def _shown(self, place: int) -> Sequence[Attendance | None]:
        """Return the cells of a row of the whole that lie in the columns shown."""
        cells, columns = self.whole.cells[place], self.column_places
        return cells if len(columns) == len(cells) else [cells[column] for column in columns]

    def _take_notes(self) -> None:
        """Write what wide cells say beside the mark; in narrow ones there is no room."""
        note = self.words.note
        self.notes = [[note(cell) for cell in cells] for cells in self.cells] if self.wide else []

    def _faces_of(self, row: int) -> list[Face]:
        seen = slice(self._seen.start, self._seen.stop)
        # Most cells hold a bare mark, and there are a thousand in sight: those are only looked up.
        return [
            bare[cell.mark]
            if cell and cell.mark and not (cell.missed or cell.conflict or cell.remark)
            else face_of(session, cell, begun=begun, starts_day=start)
            for session, cell, begun, start, bare in zip(
                self.sessions[seen],
                self.cells[row][seen],
                self.begun[seen],
                self._starts[seen],
                self._bare[seen],
                strict=True,
            )
        ]


def _days(starts: list[bool]) -> list[range]:
    """Return for each column the columns of its day, from where days start."""
    edges = [column for column, start in enumerate(starts) if start] + [len(starts)]
    return [range(*each) for each in pairwise(edges) for _ in range(*each)]
