"""One page of a sheet as a table: number, name and rank as printed, then one column for each session."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer_app.domain.attendance import Attendance, GridSession
from trainer_app.domain.reconciliation import PaperRow, SheetView
from trainer_app.ui.signatures.wording import SheetWording

type Index = QModelIndex | QPersistentModelIndex

NUMBER, NAME, RANK, FIRST = 0, 1, 2, 3
"""Columns; the sessions stand from FIRST on."""


class PaperModel(QAbstractTableModel):
    """Shows the rows of a page. A tick changes one cell; another page or other people reset it."""

    def __init__(self, words: SheetWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_model")
        self.words = words
        self.rows: tuple[PaperRow, ...] = ()
        self.sessions: tuple[GridSession, ...] = ()

    def show(self, view: SheetView, page: int) -> None:
        """Show a page of a sheet."""
        pages = view.pages
        rows = pages[page] if page < len(pages) else ()
        same = [row.enrolment for row in rows] == [row.enrolment for row in self.rows]
        if not same or [each.key for each in view.sessions] != [each.key for each in self.sessions]:
            self.beginResetModel()
            self.rows, self.sessions = rows, view.sessions
            self.endResetModel()
            return
        before, self.rows, self.sessions = self.rows, rows, view.sessions
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def place(self, index: Index) -> tuple[PaperRow, GridSession, Attendance] | None:
        """Return person, session and cell of a place to sign; None elsewhere."""
        if not index.isValid() or index.column() < FIRST:
            return None
        row, at = self.rows[index.row()], index.column() - FIRST
        return row, self.sessions[at], row.cells[at]

    def retranslate(self) -> None:
        """Say everything anew."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of people on the page."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the printed columns and the sessions."""
        return 0 if parent.isValid() else FIRST + len(self.sessions)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only places to sign be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.column() >= FIRST:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is printed, or what is said aloud."""
        if not index.isValid():
            return None
        place = self.place(index)
        if place is not None:
            spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
            return self.words.spoken_cell(*place) if role in spoken else None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (str(row.number), row.name, self.words.rank(row))[index.column()]
        return row.full_name if role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if section >= FIRST:
            session = self.sessions[section - FIRST]
            if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                return self.words.spoken_session(session)
            return str(session.number) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ("№", self.tr("Participant"), self.tr("Rank"))[section]
        return None
