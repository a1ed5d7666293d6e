"""What is done to a whole session or day from the grid: the rest present, locking, opening again."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.attendance import Rest
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.attendance.asking import Asking
from trainer_app.ui.attendance.grid_view import GridView
from trainer_app.ui.attendance.marking import Marking
from trainer_app.ui.widgets.sheet import confirm


class SessionJobs(QObject):
    """Acts on the current session or its day."""

    told = Signal(str)

    def __init__(self, marking: Marking, view: GridView, asking: Asking, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("attendance_session_jobs")
        self._marking, self._view, self._asking, self._host = marking, view, asking, host

    def mark_rest(self) -> None:
        """Mark everybody of the current session present who has no mark; no question, one undo."""
        column = self._view.place[1]
        if column >= 0:
            self._marking.mark_rest(column)
        self._view.setFocus()

    def mark_rest_of_day(self) -> None:
        """Mark the rest of the day; a question first where that is more than one session."""
        model, column = self._marking.model, self._view.place[1]
        if column < 0:
            return
        day = model.sessions[column].day
        try:
            rest = self._marking.rest_of_day(day)
        except TrainerError as problem:
            self._marking.failed.emit(problem)
            return
        if not rest.marks:
            self.told.emit(self.tr("Everybody has a mark in the sessions of this day that have begun."))
        elif len(rest.sessions) == 1:
            self._marking.mark_rest_of_day(day)
        else:
            self._ask(day, rest)

    def _ask(self, day: date, rest: Rest) -> None:
        """Say how much one press would mark."""
        people = self.tr("%n participant(s)", "", rest.people)
        count = self.tr("in %n session(s)", "", len(rest.sessions))
        marks = self.tr("%n mark(s)", "", rest.marks)
        numbers = ", ".join(map(str, rest.sessions))
        confirm(
            self._host,
            self.tr("Mark the rest of {day} present?").format(
                day=self._marking.model.words.formats.weekday_short(day)
            ),
            self.tr(
                "{people} {sessions} ({numbers}) get {marks} together. One undo takes all of it back."
            ).format(people=people, sessions=count, numbers=numbers, marks=marks),
            self.tr("Mark present"),
            lambda: self._marking.mark_rest_of_day(day),
            danger=False,
            name="attendance_rest_of_day_question",
        )

    def toggle_lock(self) -> None:
        """Lock the current session, or ask why it is opened again."""
        column = self._view.place[1]
        if column < 0:
            return
        session = self._marking.model.sessions[column]
        if session.locked:
            self._asking.unlock()
        elif self._marking.lock(session.key):
            self.told.emit(
                self.tr("Session {number} is locked; its marks stay as they are.").format(
                    number=session.number
                )
            )
