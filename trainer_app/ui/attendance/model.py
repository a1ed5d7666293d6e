"""A course's attendance as plain lists, and the part of it that is shown as a table model.

`GridData` holds the whole course: marks, headers, counts, shares. `GridModel` shows a part of it. One edit is
one `dataChanged`; the model never resets for an edit. Only choosing another span, filter or order does, so
that no row ever moves under the hands of somebody who marks.

Painting does not come here: the view reads `faces` directly, Qt's `data` serves screen readers and tool tips.

What is only needed of visible rows is computed when a row is looked at first (`LazySequence`): of 500 people
some 25 are seen at once.
"""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from typing import Any, overload

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer_app.domain.attendance.arranging import (
    GridSpan,
    PeopleFilter,
    PeopleOrder,
    visible_rows,
    visible_sessions,
)
from trainer_app.domain.attendance.marks import (
    IN_THE_ROOM,
    Attendance,
    AttendanceGrid,
    GridRow,
    GridSession,
    Headcount,
    Mark,
    count_heads,
    count_once,
    count_walk_ins,
    doubled_rows,
    held_minutes,
    rows_left,
    share_of_held,
    share_so_far,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.marks import HEAD, HEAD_TOPIC, CellStyle, bare_styles, style_of
from trainer_app.ui.kit.wording import AttendanceWording


class LazySequence[T](Sequence[T]):
    """One value for each of `count` rows; `make` returns that of a row."""

    def __init__(self, count: int = 0, make: Callable[[int], T] | None = None) -> None:
        self._count, self._make = count, make
        self._made: dict[int, T] = {}

    @overload
    def __getitem__(self, row: int) -> T: ...
    @overload
    def __getitem__(self, row: slice) -> list[T]: ...
    def __getitem__(self, row: int | slice) -> T | list[T]:
        """Return the value of one row, from 0 on, or those of several."""
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(self._count))]
        if row not in self._made:
            if self._make is None or not 0 <= row < self._count:
                raise IndexError(row)
            self._made[row] = self._make(row)
        return self._made[row]

    def __len__(self) -> int:
        """Return how many rows there are, looked at or not."""
        return self._count

    def forget(self, row: int = -1) -> None:
        """Know that a row has another value now; without a row, that all have."""
        if row < 0:
            self._made.clear()
        else:
            self._made.pop(row, None)


class GridData:
    """Rows are participants, columns sessions. `put` keeps counts and shares true."""

    def __init__(self) -> None:
        self.sessions: tuple[GridSession, ...] = ()
        self.rows: list[GridRow] = []
        self.cells: list[Sequence[Attendance | None]] = []
        self.heads: LazySequence[Headcount] = LazySequence()
        self.walk_ins: LazySequence[int] = LazySequence()
        self.begun: list[bool] = []
        self.shares: LazySequence[Fraction | None] = LazySequence()
        self.conflicts = 0
        self._held: list[int | None] = []
        self._held_by_today: list[int | None] = []
        self._walk_in_rows: list[int] = []
        self._gone_rows: list[int] = []
        self._doubled: list[list[int]] = []
        self.share_limit: int | None = None
        self.complete = False
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
        # Who was marked early for another day has come to nothing of it yet.
        days = zip(self.sessions, self._held, strict=True)
        self._held_by_today = [minutes if each.day <= today else None for each, minutes in days]
        self._walk_in_rows = [at for at, row in enumerate(self.rows) if row.walked_in]
        self._gone_rows = rows_left(self.rows)
        self._doubled = doubled_rows(self.rows)
        columns = len(self.sessions)
        self.heads = LazySequence(columns, self._heads)
        self.walk_ins = LazySequence(columns, self._count_walk_ins)
        self.begun = [self._has_begun(column) for column in range(columns)]
        self.complete = self._is_complete()
        self.shares = LazySequence(len(self.rows), self._share)
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
        first, end = self.rows[row].expected
        # Where somebody is not expected, a mark that is taken away leaves nothing to wait for.
        kept = cell if first <= column < end or cell != Attendance() else None
        self.cells[row] = (*before[:column], kept, *before[column + 1 :])
        if cell.mark is not None and self.sessions[column].state is SessionState.PLANNED:
            self._hold(column)
            self.shares.forget()
        self.heads.forget(column)
        self.walk_ins.forget(column)
        self.begun[column] = self._has_begun(column)
        was_complete, self.complete = self.complete, self._is_complete()
        self.shares.forget(row if self.complete == was_complete else -1)

    def _is_complete(self) -> bool:
        """Tell whether every session was held and nobody waits for a mark.

        From then on the share that is shown is the certificate's: there is nothing left to wait for.
        """
        counted = [at for at, each in enumerate(self.sessions) if not each.cancelled]
        held = bool(counted) and all(self._held_by_today[at] is not None for at in counted)
        return held and not any(self.heads[at].unmarked for at in counted)

    def _share(self, row: int) -> Fraction | None:
        if self.complete or self.rows[row].same_as:
            return self.share_of_held(row)
        return share_so_far(self._held_by_today, self.cells[row])

    @property
    def counting(self) -> tuple[object, ...]:
        """What everybody's shares depend on beside their own marks: another one changes all rows."""
        return self.complete, self.today, self.share_limit, tuple(self._held)

    def certificate_share(self, row: int) -> Fraction | None:
        """Return the certificate's share where another one is shown of somebody; None where both agree.

        A session under way makes no difference yet: whoever is expected there is only not marked so far.
        None also of whom nothing is marked: there is no share beside which another one could stand.
        """
        if self.shares[row] is None:
            return None
        missed = any(
            minutes is not None and (cell is None or (cell.mark is None and session.day < self.today))
            for session, minutes, cell in zip(
                self.sessions, self._held_by_today, self.cells[row], strict=True
            )
        )
        share = self.share_of_held(row) if missed and not self.complete else None
        return None if share == self.shares[row] else share

    def share_of_held(self, row: int) -> Fraction | None:
        """Return the share that the certificates board shows: over all held sessions.

        None of a row that does not count, since its person is counted in another one.
        """
        return None if self.rows[row].same_as else share_of_held(self._held, self.cells[row])

    def row_of(self, enrolment: str) -> int:
        """Return the row of an enrolment; -1 if there is none."""
        return next((at for at, row in enumerate(self.rows) if row.enrolment == enrolment), -1)

    def stands_twice(self, row: int) -> bool:
        """Tell whether a row is one of several of the same person: what it shows may stand in another."""
        return any(row in rows for rows in self._doubled)

    def column_of(self, session: str) -> int:
        """Return the column of a session; -1 if there is none."""
        return next((at for at, each in enumerate(self.sessions) if each.key == session), -1)

    def column_to_mark(self) -> int:
        """Return where marking goes on.

        The session under way comes first if it is unfinished: a walk-in has no mark in those before. Then
        today's first unfinished one, else the last one before. Of a course that is over it is the first one
        without all marks: it is filled in from paper then, in the order of the sheets.
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
        if past == open_columns and not today:
            return next((at for at in past if self.heads[at].unmarked), past[-1] if past else 0)
        return past[-1] if past else next(iter(open_columns), 0)

    def _hold(self, column: int) -> None:
        """Know that a marked session is held: the action wrote that with the mark."""
        held = replace(self.sessions[column], state=SessionState.HELD)
        self.sessions = (*self.sessions[:column], held, *self.sessions[column + 1 :])
        self._held[column] = held.minutes
        self._held_by_today[column] = held.minutes if held.day <= self.today else None

    def _heads(self, column: int) -> Headcount:
        cells = self._counted(column)
        return count_heads(cells, sum(cells[row] is not None for row in self._gone_rows))

    def _counted(self, column: int) -> Sequence[Attendance | None]:
        """Return a session's cells as they count, by row: of a person in several rows only one."""
        return count_once(map(itemgetter(column), self.cells), self._doubled)

    def _count_walk_ins(self, column: int) -> int:
        places = self._walk_in_rows
        cells = self._counted(column) if places else ()
        return count_walk_ins([self.rows[row] for row in places], [cells[row] for row in places])

    def _has_begun(self, column: int) -> bool:
        """Tell whether marks are expected: heads are counted only where nothing else says so."""
        session = self.sessions[column]
        if session.state is SessionState.HELD or session.day < self.today:
            return True
        return self.heads[column].expected > self.heads[column].unmarked


type Index = QModelIndex | QPersistentModelIndex
type MarkEntry = tuple[Mark | None, int, int]
"""What one edit sets: mark, minutes missed altogether, how many of them at the end."""
type Save = Callable[[str, str, Attendance], None]
"""Saves the mark of (enrolment, session) before it is shown; raises TrainerError if it cannot."""

type State = Callable[[str, str], ChangeState | None]
"""(enrolment, session) -> how far the mark has come to the office."""

_MANY = 64  # changed cells from which one announcement of the whole range is cheaper


class FilterState(Struct, frozen=True):
    """What is shown: the span around a day, and the people of a filter (by one session) in an order."""

    span: GridSpan = GridSpan.COURSE
    day: date | None = None
    shown: PeopleFilter = PeopleFilter.ALL
    session: str = ""
    order: PeopleOrder = PeopleOrder.NUMBER

    @property
    def plain_rows(self) -> bool:
        """Tell whether everybody is shown, by number."""
        return self.shown is PeopleFilter.ALL and self.order is PeopleOrder.NUMBER


class GridModel(QAbstractTableModel):
    """Rows are participants, columns sessions. `setData` saves first and shows afterwards."""

    refused = Signal(object)
    """A TrainerError: nothing was saved, the cell still shows what is on the disk."""
    counted = Signal()
    """Counts, shares or heads changed."""

    def __init__(self, words: AttendanceWording, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_model")
        self.words = words
        self.whole = GridData()
        self.arrangement = FilterState()
        self.row_places: list[int] = []
        self.column_places: list[int] = []
        self.sessions: tuple[GridSession, ...] = ()
        self.rows: list[GridRow] = []
        self.cells: list[Sequence[Attendance | None]] = []
        self.faces: LazySequence[list[CellStyle]] = LazySequence()
        self._seen = range(0)
        self._starts: list[bool] = []
        self.days: list[range] = []
        self._bare: list[dict[Mark, CellStyle]] = []
        self.notes: list[list[str]] = []
        self.heads: LazySequence[Headcount] = LazySequence()
        self.shares: LazySequence[Fraction | None] = LazySequence()
        self.begun: list[bool] = []
        self._save = save
        self.state: State = lambda _enrolment, _session: None

    @property
    def wide(self) -> bool:
        """Tell whether cells have room for words beside the mark."""
        return self.arrangement.span is GridSpan.DAY

    @property
    def head_height(self) -> int:
        """Return how high the heads are: in the day view they say below the time what a session is about."""
        told = self.wide and any(each.topic.best(self.words.language) for each in self.sessions)
        return HEAD + (HEAD_TOPIC if told else 0)

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

    def arrange(self, arrangement: FilterState) -> None:
        """Show another part of the grid, or in another order."""
        self.arrangement = arrangement
        whole = self.whole
        at = whole.column_of(arrangement.session)
        cells = [cells[at] if at >= 0 else None for cells in whole.cells]
        rows = visible_rows(
            whole.rows, cells, whole.shares, whole.share_limit, arrangement.shown, arrangement.order
        )
        self.beginResetModel()
        self._show(rows, self._columns_now())
        self.endResetModel()
        self.counted.emit()

    def put(self, row: int, column: int, cell: Attendance) -> None:
        """Show one cell as it now is on the disk."""
        whole, at = self.whole, (self.row_places[row], self.column_places[column])
        was_held, was_begun = (whole.sessions, whole.complete), whole.begun[at[1]]
        whole.put(*at, cell)
        self.cells[row] = self._shown(at[0])
        self.heads.forget(column)
        others = whole.sessions is not was_held[0] or whole.complete != was_held[1]
        if others:
            self.sessions = tuple(whole.sessions[place] for place in self.column_places)
            self.shares.forget()
        self.shares.forget(row)
        self.begun[column] = whole.begun[at[1]]
        if others or self.begun[column] != was_begun:
            # Shares of everybody may look another way too.
            self.faces.forget()
            self.dataChanged.emit(self.index(0, column), self.index(len(self.rows) - 1, column))
        else:
            self.faces.forget(row)
            place_now = self.index(row, column)
            self.dataChanged.emit(place_now, place_now)
        if self.wide:
            self.notes[row][column] = self.words.note(self.cells[row][column])
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
            return str(self.sessions[section].number) if across else shown_name(self.rows[section].name)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if across:
                return self.words.spoken_session(self.sessions[section])
            place = self.row_places[section]
            other = self.shares[section] if self.whole.complete else self.whole.certificate_share(place)
            return self.words.spoken_row(self.rows[section], self.shares[section], other)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be reached; a locked one is refused only when it is marked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Save (mark, minutes missed, minutes early), then show it; False, and `refused`, if not saved."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not isinstance(value, tuple):
            return False
        row, column = index.row(), index.column()
        mark, missed, early = value
        before = self.cells[row][column] or Attendance()
        came = mark in IN_THE_ROOM
        if before.taken_from:
            before = Attendance()
        now = Attendance(
            mark,
            missed,
            early,
            before.arrived if came else None,
            remark=before.remark,
            signed=before.signed,
            settled=before.settled,
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
        self._take_notes()
        if self.rows and self.sessions:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.sessions) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.sessions) - 1))

    def _rows_now(self, kept: Sequence[str], known: set[str]) -> list[int]:
        """Return the rows to show after loading: those shown before, in their places, and who is new."""
        if self.arrangement.plain_rows:
            return list(range(len(self.whole.rows)))
        places = {row.enrolment: index for index, row in enumerate(self.whole.rows)}
        new = [place for enrolment, place in places.items() if enrolment not in known]
        return [places[enrolment] for enrolment in kept if enrolment in places] + new

    def _columns_now(self) -> list[int]:
        """Return the columns to show: those of the span, or of another day where it has lost its own."""
        sessions, span = self.whole.sessions, self.arrangement.span
        found = visible_sessions(sessions, span, self.arrangement.day)
        if not found and sessions:
            day = sessions[self.whole.column_to_mark()].day
            self.arrangement = replace(self.arrangement, day=day)
            found = visible_sessions(sessions, span, day)
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
        self.heads = LazySequence(len(column_places), lambda column: whole.heads[column_places[column]])
        self.begun = [whole.begun[place] for place in column_places]
        self.shares = LazySequence(len(row_places), lambda row: whole.shares[row_places[row]])
        self._starts = [self.starts_day(column) for column in range(len(self.sessions))]
        self.days = _days(self._starts)
        self._bare = [
            bare_styles(cancelled=session.cancelled, locked=session.locked, starts_day=start)
            for session, start in zip(self.sessions, self._starts, strict=True)
        ]
        self._seen = range(len(self.sessions))
        self.faces = LazySequence(len(self.rows), self._faces_of)
        self._take_notes()

    def _shown(self, place: int) -> Sequence[Attendance | None]:
        """Return the cells of a row of the whole that lie in the columns shown."""
        cells, columns = self.whole.cells[place], self.column_places
        return cells if len(columns) == len(cells) else [cells[column] for column in columns]

    def _take_notes(self) -> None:
        """Write what wide cells say beside the mark; in narrow ones there is no room."""
        note = self.words.note
        self.notes = [[note(cell) for cell in cells] for cells in self.cells] if self.wide else []

    def _faces_of(self, row: int) -> list[CellStyle]:
        seen = slice(self._seen.start, self._seen.stop)
        # Most cells hold a bare mark, and there are a thousand in sight: those are only looked up.
        return [
            bare[cell.mark]
            if cell and cell.mark and not (cell.missed or cell.conflict or cell.remark or cell.taken_from)
            else style_of(session, cell, begun=begun, starts_day=start)
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
