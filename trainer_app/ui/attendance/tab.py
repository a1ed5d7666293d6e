"""The tab that marks: the grid of a course, with its buttons in the head of the workspace."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from trainer_app.actions import courses, papers
from trainer_app.domain.changes import Changes
from trainer_app.ui.attendance.attendance_page import AttendancePage
from trainer_app.ui.courses.papers import sign_in_paper
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.widgets.buttons import Button, Kind


class AttendanceTab(CourseTab):
    """Holds one page at a time: another course gets another page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("attendance", desk)
        self.page: AttendancePage | None = None
        self._shown = ""
        self._wanted_session = ""
        self.sheet_button = Button("attendance_sheet", Kind.PLAIN, "print")
        self.sheet_button.clicked.connect(self._show_sheet)
        self.retranslate()

    def refresh(self) -> None:
        """Show the course's grid; the page itself follows changes."""
        if self._shown != self.course:
            self._make_page()
        line = self.desk.ask(courses.get_line, self.course)
        if self.page is not None and line is not None:
            self.page.summary.set_women(line.women if line.participants else -1)
            self.sheet_button.setEnabled(line.sessions > 0)
        self.head_changed.emit()
        self._go_to_session()

    def concerns(self, changes: Changes) -> bool:
        """Follow the counts of the head only: the page reads marks itself."""
        return changes.touches("enrolment", "person", "session")

    def show_place(self, **place: Any) -> None:
        """Make a session the current one."""
        self._wanted_session = str(place.get("session") or "")
        if self._shown == self.course:
            self._go_to_session()

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the sign-in sheet, and what the page offers."""
        return (self.sheet_button, *(self.page.head_buttons if self.page is not None else ()))

    def summary(self) -> QWidget | None:
        """Contradictions and participants, as the page counts them."""
        return self.page.summary if self.page is not None else None

    def first_focus(self) -> QWidget | None:
        """Start in the grid."""
        return self.page.first_focus() if self.page is not None else None

    def keys(self) -> list[Keys]:
        """Return the keys of the grid."""
        return self.page.keys() if self.page is not None else []

    def retranslate(self) -> None:
        """Set the word of the sheet's button."""
        self.sheet_button.setText(self.tr("Sign-in sheet"))

    def _make_page(self) -> None:
        desk = self.desk
        page = AttendancePage(
            desk.work,
            self.course,
            desk.changes,
            language=lambda: desk.language.code,
            busy=lambda: desk.jobs.writing,
        )
        page.wanted.connect(self.wanted)
        old, self.page, self._shown = self.page, page, self.course
        self.column.addWidget(page, 1)
        if old is not None:
            self.head_changed.emit()
            for part in (*old.head_buttons, old.summary, old):
                part.hide()
                part.deleteLater()

    def _go_to_session(self) -> None:
        if self._wanted_session and self.page is not None:
            self.page.show_session(self._wanted_session)
            self._wanted_session = ""

    def _show_sheet(self) -> None:
        """Show the sheet of the day that is being marked, in the language of the window."""
        if self.page is None:
            return
        sessions = self.page.marking.model.sessions
        column = self.page.view.place[1]
        day = sessions[column].day if 0 <= column < len(sessions) else None
        days = self.desk.ask(papers.sign_in_days, self.course) or []
        chosen = day if day in days else None
        paper = sign_in_paper(self.desk, self.course, chosen, self.desk.language.code)
        if paper is not None:
            self.desk.show_paper(paper)


def create(desk: Desk) -> CourseTab:
    """Make the tab."""
    return AttendanceTab(desk)
