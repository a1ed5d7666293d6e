"""The people of one session, as a table model over the grid's: the marks have one source."""

from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer_app.domain.attendance.marks import Attendance, GridRow, GridSession, replaceable_rows
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.style.tokens import CARD_TITLE, SMALL
from trainer_app.ui.widgets.painting import height_for, width_of

type Index = QModelIndex | QPersistentModelIndex


class SessionColumn(IntEnum):
    """The columns of a row."""

    PERSON = 0
    MARK = 1
    LATE = 2
    EARLY = 3
    REMARK = 4
    CAME = 5


EDITED = (SessionColumn.LATE, SessionColumn.EARLY, SessionColumn.REMARK)
"""Columns with a field in them, for those who use the mouse."""


class SessionModel(QAbstractTableModel):
    """Shows a column of the grid. With `only_unmarked` whoever has a mark goes as soon as the cursor does."""

    typed = Signal(int, int, str)
    """Something was typed into a field: row of the grid, part, text."""
    emptied = Signal()
    """Whether there are rows may have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room_rows")
        self.grid: GridModel | None = None
        self.column = -1
        self.only_unmarked = self.barred = False
        self.shown: list[int] = []
        self._kept = ""

    def show_grid(self, grid: GridModel | None) -> None:
        """Show another course."""
        if self.grid is not None:
            self.grid.disconnect(self)
        self.grid = grid
        if grid is not None:
            grid.dataChanged.connect(self._changed)
            for signal in (grid.modelReset, grid.rowsInserted, grid.rowsRemoved):
                signal.connect(self.follow)
        self.column = -1
        self.follow()

    def show_column(self, column: int) -> None:
        """Show another session."""
        self.column = column
        self._kept = ""
        self.follow()

    def filter(self, *, only_unmarked: bool) -> None:
        """Show everybody, or only those who are still to be marked."""
        self.only_unmarked = only_unmarked
        self.follow()

    def keep(self, row: int) -> None:
        """Let the row of the cursor stay, marked or not; others that are done go."""
        kept = self.row(row).enrolment if 0 <= row < len(self.shown) else ""
        if kept == self._kept:
            return
        self._kept = kept
        if self.only_unmarked:
            self._drop_done()

    def follow(self) -> None:
        """Take the rows anew."""
        wanted = self._wanted()
        if wanted != self.shown or not wanted:
            self.beginResetModel()
            self.shown = wanted
            self.endResetModel()
            self.emptied.emit()
        else:
            self.repaint()

    def repaint(self) -> None:
        """Say that every cell may look another way."""
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(SessionColumn) - 1))

    # What stands in a row

    @property
    def session(self) -> GridSession | None:
        """The session, None while there is none."""
        if self.grid is None or not 0 <= self.column < len(self.grid.sessions):
            return None
        return self.grid.sessions[self.column]

    @property
    def is_open(self) -> bool:
        """Whether whoever is here can change marks of the session: it is neither locked nor cancelled."""
        if self.session is None or self.barred:
            return False
        return not self.session.locked and not self.session.cancelled

    def row(self, place: int) -> GridRow:
        """Return the person of a row."""
        assert self.grid is not None
        return self.grid.rows[self.shown[place]]

    def cell(self, place: int) -> Attendance | None:
        """Return the mark of a row; None for somebody not on the list that day."""
        assert self.grid is not None
        return self.grid.cells[self.shown[place]][self.column]

    def place_of(self, enrolment: str) -> int:
        """Return where somebody stands; -1 if not shown."""
        return next((at for at in range(len(self.shown)) if self.row(at).enrolment == enrolment), -1)

    def place_replaced(self, before: Sequence[GridRow], current: GridRow | None = None) -> int:
        """Return where who came in a place stands, or whose place is their own again; -1 as `before`.

        Told by who came: whoever is replaced from the first session on leaves the list. `current`: only if
        this person was one of the two.
        """
        rows = self.grid.rows if self.grid is not None else ()
        old, new = ({(row.number, row.replaces) for row in each if row.replaces} for each in (before, rows))
        shown = [self.row(at).number for at in range(len(self.shown))]
        for came, gone in (*sorted(new - old), *sorted(old - new)):
            if current is None or current.number in (came, gone):
                number = came if (came, gone) in new else gone
                return shown.index(number) if number in shown else -1
        return -1

    def replaceable(self, row: GridRow) -> list[GridRow]:
        """Return whose place somebody may take: nominated, absent or not marked, and not there later."""
        if self.grid is None:
            return []
        whole, column = self.grid.whole, self.grid.column_places[self.column]
        return replaceable_rows(whole.sessions, whole.rows, whole.cells, column, row.enrolment)

    def first_unmarked(self) -> int:
        """Return the first row without a mark, else the first."""
        waiting = (at for at in range(len(self.shown)) if (cell := self.cell(at)) and cell.bare)
        return next(waiting, 0)

    def second_line(self, place: int, form: RankForm = RankForm.FULL) -> str:
        """Return how somebody came onto the list if not by it, or left it, rank and unit."""
        assert self.grid is not None
        row = self.row(place)
        words = self.grid.words
        came = words.left(row) or words.in_place(row) or (self.tr("walk-in") if row.walk_in else "")
        parts = (
            came,
            "" if row.gone else words.from_day(row),
            rank_name(row.rank, words.language, form),
            row.unit,
        )
        return " · ".join(part for part in parts if part)

    def said(self, place: int, parts: Collection[int]) -> str:
        """Return in words what was typed about somebody into these parts: "left 20 min early · unwell"."""
        assert self.grid is not None
        early, remark = (
            self.text(place, part) if part in parts else ""
            for part in (SessionColumn.EARLY, SessionColumn.REMARK)
        )
        return " · ".join(
            word for word in (self.grid.words.early(int(early)) if early else "", remark) if word
        )

    def below(self, place: int, width: int, unseen: Collection[int]) -> str:
        """Return what stands below a name: what was said of the person, rank and unit as far as they fit."""
        said, name = self.said(place, unseen), self.text(place, SessionColumn.PERSON)
        if not said and width_of(name, CARD_TITLE, 600, narrow=True) > width:
            return ""  # A whole name on two lines says more.
        known = [self.second_line(place, form) for form in (RankForm.FULL, RankForm.SHORT)]
        lines = [" · ".join(part for part in (said, second) if part) for second in known]
        fits = [line for line in (*lines, said) if line and width_of(line, SMALL, narrow=True) <= width]
        if fits or not said:
            return next(iter(fits), lines[-1])
        # What was said takes several lines: it ends on the last of them, after what is short.
        whole = [" · ".join(part for part in (second, said) if part) for second in known]
        return min(whole, key=lambda line: height_for(line, width, SMALL, 0))

    def text(self, place: int, part: int) -> str:
        """Return what a cell shows."""
        assert self.grid is not None
        if part == SessionColumn.PERSON:
            return shown_name(self.row(place).called)
        if self.session is not None and self.session.cancelled:
            # Marks are kept for the day on which the session is restored; until then they count for nobody.
            return ""
        cell = self.cell(place) or Attendance()
        if part == SessionColumn.MARK:
            return self.grid.words.unknown() if cell.unknown else self.grid.words.word(cell.mark)
        if part == SessionColumn.LATE:
            return str(cell.late) if cell.late else ""
        if part == SessionColumn.EARLY:
            return str(cell.early) if cell.early else ""
        if part == SessionColumn.REMARK:
            return cell.remark
        return self.grid.words.formats.clock(cell.arrived) if cell.arrived is not None else ""

    def heading(self, part: int) -> str:
        """Return the head of a column."""
        return {
            SessionColumn.PERSON: self.tr("Participant"),
            #: Heading: present, late, excused or absent
            SessionColumn.MARK: self.tr("Mark"),
            SessionColumn.LATE: self.tr("Late, min"),
            SessionColumn.EARLY: self.tr("Left early"),
            SessionColumn.REMARK: self.tr("Remark"),
            SessionColumn.CAME: self.tr("Badge"),
        }[SessionColumn(part)]

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many people are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of parts."""
        return 0 if parent.isValid() else len(SessionColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return texts, and for a screen reader whose they are."""
        if not index.isValid() or self.session is None:
            return None
        place, part = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(place, part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place, part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(place, part) if part in (SessionColumn.PERSON, SessionColumn.REMARK) else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Horizontal and role in shown:
            return self.heading(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let minutes and remarks be typed where a mark can be set."""
        flags = super().flags(index)
        if index.column() in EDITED and self.is_open and self.cell(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed into a field."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == self.text(index.row(), index.column()):
            return False
        self.typed.emit(self.shown[index.row()], index.column(), text)
        return True

    def _spoken(self, place: int, part: int) -> str:
        assert self.grid is not None
        session = self.session
        assert session is not None
        row, cell = self.row(place), self.cell(place)
        if part == SessionColumn.MARK:
            return self.grid.words.spoken_cell(row, session, cell, begun=True)
        if part == SessionColumn.PERSON:
            return f"{row.number} {self.text(place, part)}, {self.second_line(place)}"
        said = self.text(place, part) or self.tr("nothing")
        return f"{shown_name(row.called)}, {self.heading(part)}: {said}"

    def _wanted(self) -> list[int]:
        if self.grid is None or self.session is None:
            return []
        rows = range(len(self.grid.rows))
        if not self.only_unmarked:
            return list(rows)
        return [row for row in rows if self._waits(row)]

    def _waits(self, row: int) -> bool:
        assert self.grid is not None
        cell = self.grid.cells[row][self.column]
        return (cell is not None and cell.bare) or self.grid.rows[row].enrolment == self._kept

    def _drop_done(self) -> None:
        """Take rows away one by one, so that the cursor stays where it is."""
        for place in range(len(self.shown) - 1, -1, -1):
            if not self._waits(self.shown[place]):
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.shown[place]
                self.endRemoveRows()
        self.emptied.emit()

    def _changed(self, first: Index, last: Index) -> None:
        if first.column() <= self.column <= last.column():
            self.repaint()
