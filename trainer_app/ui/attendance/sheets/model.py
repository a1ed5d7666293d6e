"""The signed sheet that is open: a page of it as a table model, and its ticks, each saved before it is shown.

Columns as printed: number, name and rank, then one column for each session.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer_app.actions.attendance import attendance, reconciliation
from trainer_app.actions.courses import sessions
from trainer_app.domain.attendance.marks import Attendance, GridSession, Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import (
    DifferenceKind,
    SheetDifference,
    SheetState,
    SheetView,
    SignatureRow,
    difference_kind,
    reason_label,
    with_cell,
)
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_caption, number_sign, shown_name
from trainer_app.ui.kit.wording import AttendanceWording


class TickController(QObject):
    """Holds the sheet that is open. `writing` is true while it writes, so that nobody reads twice."""

    changed = Signal()
    """The sheet is another one, or something on it changed."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_ticking")
        self._context = context
        self.course = ""
        self.view: SheetView | None = None
        self.writing = False

    @property
    def state(self) -> SheetState | None:
        """The open sheet in figures."""
        return self.view.state if self.view is not None else None

    def open(self, state: SheetState | None) -> None:
        """Show another sheet, None for none."""
        self.view = None if state is None else self._read(state.day, state.session)
        self.changed.emit()

    def reload(self) -> None:
        """Read the open sheet again."""
        self.open(self.state)

    def cell(self, enrolment: str, session: str) -> Attendance:
        """Return a place of the open sheet."""
        if self.view is not None:
            at = next((at for at, each in enumerate(self.view.sessions) if each.key == session), -1)
            row = next((each for each in self.view.rows if each.enrolment == enrolment), None)
            if at >= 0 and row is not None:
                return row.cells[at]
        return Attendance()

    def tick(self, enrolment: str, session: str, signed: SignatureState) -> bool:
        """Say what the paper shows in one place; False if it was refused."""
        before = self.cell(enrolment, session)
        if before.signed is signed and not before.conflict:
            return True
        if not self._write(reconciliation.set_signed, enrolment, session, signed):
            return False
        if before.conflict or self.view is None:
            # Whether the contradiction is settled now is known only on the disk.
            self.reload()
        else:
            settled = before.settled if before.signed is signed else ""
            cell = replace(before, signed=signed, settled=settled)
            self.view = with_cell(self.view, enrolment, session, cell)
            self.changed.emit()
        return True

    def tick_line(self, enrolment: str, keys: Sequence[str], signed: SignatureState) -> None:
        """Say the same of several sessions of one person, as one step."""
        self._shown(self._write(reconciliation.sign_line, enrolment, keys, signed))

    def rest(self, rows: Sequence[SignatureRow] | None) -> Changes | None:
        """Say of every place of some rows (or all) that nobody looked at that it is signed, as one step."""
        state = self.state
        if state is None:
            return None
        only = None if rows is None else [row.enrolment for row in rows]
        changes = self._write(
            lambda work: reconciliation.sign_rest(work, self.course, state.day, state.session, only=only)
        )
        if changes is not None:
            self.reload()
        return changes

    def settle(self, found: Sequence[SheetDifference], reason: str) -> bool:
        """Keep a reason with one difference or several, as one step."""
        if len(found) == 1:
            return self._shown(
                self._write(reconciliation.settle, found[0].enrolment, found[0].session, reason)
            )
        places = [(each.enrolment, each.session) for each in found]
        changes = self._write(reconciliation.settle_all, places, reason)
        self._context.offer_undo(changes)
        return self._shown(changes)

    def unsettle(self, found: SheetDifference) -> bool:
        """Take a reason away."""
        return self._shown(self._write(reconciliation.unsettle, found.enrolment, found.session))

    def mark(self, found: SheetDifference, mark: Mark) -> bool:
        """Change the mark of a difference."""
        return self._shown(self._write(attendance.mark, found.enrolment, found.session, mark))

    def count(self, session: str, counted: int | None) -> bool:
        """Keep how many signatures were counted on the paper."""
        return self._shown(self._write(sessions.count_heads, session, counted))

    def _shown(self, changes: Changes | None) -> bool:
        if changes is not None:
            self.reload()
        return changes is not None

    def _read(self, day: date, session: str | None) -> SheetView | None:
        return self._context.ask(reconciliation.sheet, self.course, day, session)

    def _write(self, action: Callable[..., Changes], *args: object) -> Changes | None:
        self.writing = True
        try:
            return self._context.attempt(action, self, *args)
        finally:
            self.writing = False


class SheetWording(QObject):
    """What is said of sheets, places and differences, on the screen and aloud."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_wording")
        self._context = context
        self.marks = AttendanceWording(self, lambda: context.language.code)

    def sheet(self, state: SheetState) -> str:
        """Return a sheet's name: "Day 3 · Wed 17 Oct", or "Session 8 · Wed 17 Oct" for a session's own."""
        date = self._context.formats.weekday_short(state.day)
        if state.session is None:
            return self.tr("Day {number} · {date}").format(number=state.day_number, date=date)
        return self.tr("Session {number} · {date}").format(number=state.numbers[0], date=date)

    def stage(self, state: SheetState) -> str:
        """Return how far a sheet is."""
        return self._context.words(f"reconciliation.stage.{state.stage.value}")

    def checked(self, state: SheetState) -> str:
        """Return "41 of 66 places for signatures checked"."""
        return self.tr("{checked} of {whole} places checked").format(checked=state.checked, whole=state.whole)

    def progress(self, state: SheetState) -> str:
        """Return "41 of 66 checked · 2 differences"."""
        said = self.checked(state)
        return f"{said} · {self.open_differences(state)}" if state.differences else said

    def open_differences(self, state: SheetState) -> str:
        """Return "2 differences": those that wait."""
        return self.tr("%n difference(s)", "", state.differences)

    def session(self, number: int) -> str:
        """Return "Session 8"."""
        return self.tr("Session {number}").format(number=number)

    def rank(self, row: SignatureRow) -> str:
        """Return a rank as short as the column needs."""
        return rank_name(row.rank, self._context.language.code, RankForm.SHORT)

    def kind(self, kind: DifferenceKind) -> str:
        """Return "present, not signed"."""
        return self._context.words(f"reconciliation.kind.{kind.value}")

    def reason(self, settled: str) -> str:
        """Return a kept reason in words."""
        return label_text(reason_label(settled), self._context.language.code)

    def difference(self, found: SheetDifference) -> str:
        """Return the second line of a difference: "Session 8: present, not signed"."""
        if found.kind is DifferenceKind.COUNT:
            told = self.tr("counted {counted}, signatures ticked {signed}")
            return told.format(counted=found.counted, signed=found.signed)
        return self._in_session(found, self.kind(found.kind))

    def lines(self, found: SheetDifference) -> tuple[str, ...]:
        """Return what does not fit and, where it is settled, why it may stay; the last one is shown."""
        said = self.difference(found)
        if not found.settled:
            return (said,)
        return said, self._in_session(found, self.reason(found.settled))

    def title(self, found: SheetDifference) -> str:
        """Return the first line of a difference: number and name, or the session whose count is wrong."""
        if found.kind is DifferenceKind.COUNT:
            return self.session(found.session_number)
        return f"{found.number}. {found.name}"

    def _in_session(self, found: SheetDifference, words: str) -> str:
        """Return words with the session before them, as short as a narrow list needs."""
        return self.tr("Session {number}: {words}").format(number=found.session_number, words=words)

    def spoken_cell(self, row: SignatureRow, session: GridSession, cell: Attendance) -> str:
        """Say a place: person, session, mark, signature, what does not fit and why it may stay."""
        said = [
            f"{row.number} {shown_name(row.full_name)}",
            self.session(session.number),
            self.marks.spoken_mark(session, cell, begun=True),
            self._context.words(f"reconciliation.signed.{cell.signed.value}"),
        ]
        kind = difference_kind(cell, cancelled=session.cancelled)
        if kind is not None:
            said.append(self.tr("difference: {words}").format(words=self.kind(kind)))
            if cell.settled:
                said.append(self.tr("settled: {reason}").format(reason=self.reason(cell.settled)))
        return ", ".join(said)

    def spoken_session(self, session: GridSession) -> str:
        """Say a column's head."""
        return self.marks.spoken_session(session)


type Index = QModelIndex | QPersistentModelIndex

NUMBER, NAME, RANK, FIRST = 0, 1, 2, 3
"""Columns; the sessions stand from FIRST on."""


class SheetPageModel(QAbstractTableModel):
    """Shows the rows of a page. A tick changes one cell; another page or other people reset it."""

    def __init__(self, words: SheetWording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_model")
        self.words = words
        self.rows: tuple[SignatureRow, ...] = ()
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

    def place(self, index: Index) -> tuple[SignatureRow, GridSession, Attendance] | None:
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
            return (str(row.number), shown_name(row.name, short=True), self.words.rank(row))[index.column()]
        tip = role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME
        return shown_name(row.full_name) if tip else None

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
            return (number_sign(), self.tr("Participant"), field_caption("person", "rank"))[section]
        return None
