"""What is done about people and the session besides marks: walk-ins, replacing, locking, counting."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.actions import enrolments, sessions
from trainer_app.domain.arranging import replaceable
from trainer_app.domain.attendance import GridRow
from trainer_app.domain.changes import Changes
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.courses.reason_form import ReasonForm
from trainer_app.ui.room.row_menu import RowMenu
from trainer_app.ui.room.scan_desk import scan_desk_of
from trainer_app.ui.room.session_list import SessionList
from trainer_app.ui.room.session_marking import SessionMarking
from trainer_app.ui.room.session_rows import SessionRows
from trainer_app.ui.shell.desk import Desk

_PICTURES = "*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.pdf"


class SessionActs(QObject):
    """Writes with the page as the source, and keeps the way back in sight."""

    done = Signal()
    """Something was written: the page is to be read anew."""

    def __init__(
        self, desk: Desk, words: Wording, rows: SessionRows, marking: SessionMarking, page: QWidget
    ) -> None:
        super().__init__(page)
        self.setObjectName("room_acts")
        self._desk, self._words, self._rows, self._marking, self._page = desk, words, rows, marking, page
        self.reason = ReasonForm(desk, page)

    def add_walk_in(self, course: str, name: str) -> str:
        """Add somebody by name alone; return the enrolment, "" if it was refused."""
        changes = self._desk.attempt(enrolments.add_walk_in, self._page, course, name, first_day=self._day())
        return (changes.key or "") if changes is not None else ""

    def open_menu(self, view: SessionList, at: QPoint) -> None:
        """Offer what else can be done with the current person."""
        if view.place >= 0:
            self.make_menu(view).open_at(view.viewport().mapToGlobal(at))

    def make_menu(self, view: SessionList) -> RowMenu:
        """Make the menu of the current person."""
        row = self._rows.row(view.place)
        menu = RowMenu(self._words, row, self.replaceable(row), self._page)
        acts: dict[str, Callable[[], object]] = {
            "clear": self._marking.clear,
            "remark": view.edit_remark,
            "history": view.history_key.emit,
            "rest": self._marking.mark_rest,
            "withdraw": lambda: self._write(enrolments.withdraw, row.enrolment),
        }
        menu.asked.connect(lambda name: acts[name]())
        menu.replaces.connect(lambda key: self._write(enrolments.replace, key, row.enrolment))
        return menu

    def replaceable(self, row: GridRow) -> list[GridRow]:
        """Return whose place somebody may take: nominated, and absent or not marked in this session."""
        if self._marking.now is None:
            return []
        model = self._marking.now.model
        cells = [cells[self._rows.column] for cells in model.cells]
        return replaceable(model.rows, cells, row.enrolment)

    def change_session(self, name: str) -> None:
        """Hold, lock, restore; cancel and unlock with a reason."""
        session = self._rows.session
        if session is None:
            return
        key = session.key
        plain = {
            "hold": sessions.hold_session,
            "lock": sessions.lock_session,
            "restore": sessions.restore_session,
        }
        if name in plain:
            self._write(plain[name], key)
            return
        if name == "cancel":
            about = self.tr("It counts for nobody. Marks are kept and come back with it.")
            accept, action = self.tr("Cancel session"), sessions.cancel_session
        else:
            about = self.tr("Its marks can be changed again.")
            accept, action = self.tr("Open again"), sessions.unlock_session
        work = self._desk.work
        self.reason.ask(accept, about, accept, lambda reason: action(work, key, reason))

    def toggle_lock(self) -> None:
        """Lock the session, or ask why it is opened again."""
        session = self._rows.session
        if session is not None:
            self.change_session("unlock" if session.locked else "lock")

    def count(self, counted: int | None) -> None:
        """Keep how many heads or signatures somebody counted."""
        if self._marking.now is not None and self._rows.session is not None:
            self._marking.now.count_heads(self._rows.session.key, counted)
            self.done.emit()

    def scan(self, digits: str) -> None:
        """Mark by the digits of a badge."""
        scan_desk_of(self._desk, self._page).scan(digits)

    def choose_files(self) -> None:
        """Ask for pictures, and mark everybody whose badge is on them."""
        title = self.tr("Pictures or PDF files with badges")
        kinds = self.tr("Pictures and PDF files ({kinds})").format(kinds=_PICTURES)
        names, _ = QFileDialog.getOpenFileNames(self._page, title, "", kinds)
        self.read_files([Path(name) for name in names])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Mark everybody whose badge is on these pictures."""
        scan_desk_of(self._desk, self._page).read_files(paths)

    def _write(self, action: Callable[..., Changes], *values: object) -> None:
        changes = self._desk.attempt(action, self._page, *values)
        if changes is not None:
            self._desk.offer_undo(changes)
            self.done.emit()

    def _day(self) -> date | None:
        return self._rows.session.day if self._rows.session is not None else None
