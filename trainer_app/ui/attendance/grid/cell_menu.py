"""The menu of a cell: marks, minutes, a remark, and what concerns its person and session."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.attendance.marks import GridRow, GridSession, Mark, replaceable_rows
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.marking import MarkingController
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import AttendanceWording

_NEEDS = {
    "none": "attendance/attendance/mark",
    "early": "attendance/attendance/mark",
    "remark": "attendance/attendance/set_remark",
    "replaced_by": "courses/enrolments/replace",
    "withdraw": "courses/enrolments/withdraw",
    "badge": "attendance/scanning/scan",
    "rest": "attendance/attendance/mark_rest",
    "rest_of_day": "attendance/attendance/mark_rest_of_day",
    "count": "courses/sessions/count_heads",
    "lock": ("courses/sessions/lock_session", "courses/sessions/unlock_session"),
}
"""Entries of the menu and the action that each does; the others look."""


class CellMenu(QMenu):
    """Offers marks, minutes, a remark, and what concerns person and session. Made anew each time it opens.

    `others` are those whose place the person may take; without any the entry is left out. Of several `cells`
    it offers what can be done to all of them.
    """

    marked = Signal(object)
    """A `Mark`, or None to take it away."""
    requested = Signal(str)
    """One of: early, remark, history, column, copy, badge, rest, rest_of_day, count, lock, schedule."""
    replaces = Signal(str)
    """The enrolment whose place the person takes."""
    replaced = Signal()
    withdrawn = Signal()

    def __init__(
        self,
        words: AttendanceWording,
        session: GridSession,
        person: GridRow,
        others: Sequence[GridRow],
        parent: QWidget,
        cells: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if cells > 1:
            self._add("chosen", self.tr("%n cell(s) selected", "", cells), "").setEnabled(False)
        for mark in Mark:
            action = self.addAction(f"{words.letter(mark)}   {words.word(mark)}")
            action.setObjectName(f"attendance_menu_{mark.value}")
            action.triggered.connect(lambda _checked=False, mark=mark: self.marked.emit(mark))
            withhold("attendance/attendance/mark", action)
        none = self._add("none", self.tr("Remove the mark"), "Del")
        none.triggered.connect(lambda: self.marked.emit(None))
        self.addSeparator()
        self._ask("early", self.tr("Left early…"), "-")
        if cells > 1:
            self._ask("copy", self.tr("Copy for a spreadsheet"), "Ctrl+C")
            return
        self._ask("remark", self.tr("Remark…"), "F2")
        self._ask("history", self.tr("History of the mark…"), "Ctrl+I")
        self._add_replaced(others)
        if not person.gone:
            self._add("replaced_by", self.tr("Find a replacement…"), "").triggered.connect(self.replaced)
        self._add("withdraw", self.tr("Withdraw from the course"), "").triggered.connect(self.withdrawn)
        self.addSeparator()
        self._ask("column", self.tr("Select everybody in this session"), "Ctrl+A")
        self._ask("copy", self.tr("Copy for a spreadsheet"), "Ctrl+C")
        self.addSeparator()
        self._ask("badge", self.tr("Type the digits of a badge…"), "Ctrl+B")
        self._ask("rest", self.tr("Mark the rest present"), "Ctrl+Shift+P")
        self._ask("rest_of_day", self.tr("Mark the rest of the day present…"), "Ctrl+Shift+D")
        self._ask("count", self.tr("Signatures on the sheet…"), "Ctrl+H")
        locking = self.tr("Open the session again…") if session.locked else self.tr("Lock the session")
        self._ask("lock", locking, "Ctrl+Shift+K")
        self._ask("schedule", self.tr("Move, shorten or split in the schedule"), "")

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen; it holds nothing up."""
        self.popup(place)

    def _add_replaced(self, others: Sequence[GridRow]) -> None:
        if not others:
            return
        choices = QMenu(self.tr("Takes the place of"), self)
        choices.setObjectName("attendance_menu_replaces")
        self.addMenu(choices)
        for each in others:
            action = choices.addAction(f"{each.number}  {shown_name(each.called)}")
            action.setObjectName(f"attendance_menu_replaces_{each.number}")
            action.triggered.connect(lambda _checked=False, key=each.enrolment: self.replaces.emit(key))
            withhold("courses/enrolments/replace", action)

    def _ask(self, name: str, words: str, keys: str) -> None:
        self._add(name, words, keys).triggered.connect(lambda: self.requested.emit(name))

    def _add(self, name: str, words: str, keys: str) -> QAction:
        """Add an entry; its keys are told only, the grid listens to them itself."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{words}\t{shown}" if shown else words)
        action.setObjectName(f"attendance_menu_{name}")
        if needs := _NEEDS.get(name):
            withhold(needs, action)
        return action


class PersonCommands(QObject):
    """Opens the menu at the current cell; replacing is one step."""

    marked = Signal(object)
    """A `Mark`, or None to take it away."""
    replaced = Signal(str, str)
    """Somebody came in an enrolment's place, from a session on: whoever hears it asks who."""
    left = Signal(str, str)
    """An enrolment is to leave the list, perhaps from a session on: whoever hears it asks."""

    def __init__(
        self,
        marking: MarkingController,
        view: GridView,
        acts: Mapping[str, Callable[[], object]],
        host: QWidget,
    ) -> None:
        super().__init__(host)
        self.setObjectName("attendance_person_acts")
        self._marking, self._view, self._acts, self._host = marking, view, acts, host

    def open_here(self) -> None:
        """Open the menu by key, at the current cell."""
        self.open_menu(self._view.visualRect(self._view.currentIndex()).center())

    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the table."""
        row, column = self._view.place
        if row < 0 or column < 0:
            return
        marking, model = self._marking, self._marking.model
        person = model.rows[row]
        whole, place = model.whole, model.column_places[column]
        about = (whole.sessions, whole.rows, whole.cells, place, person.enrolment)
        # Of whoever was there later the form asks what holds.
        others = replaceable_rows(*about) if person.walk_in else []
        session = model.sessions[column].key
        block = self._view.chosen.block
        menu = CellMenu(
            model.words,
            model.sessions[column],
            person,
            others,
            self._host,
            1 if block is None else len(block),
        )
        menu.marked.connect(self.marked)
        menu.requested.connect(lambda what: self._acts[what]())
        menu.replaces.connect(lambda gone: marking.replace(gone, person.enrolment, session))
        menu.replaced.connect(lambda: self.replaced.emit(person.enrolment, session))
        leaves = marking.leaves_from(row, column)
        menu.withdrawn.connect(lambda: self.left.emit(person.enrolment, leaves))
        menu.open_at(self._view.viewport().mapToGlobal(at))
