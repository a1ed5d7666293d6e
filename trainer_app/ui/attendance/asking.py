"""The short questions of the grid, without a dialog: whom to find, what to remark, who just came.

Also how many signatures the paper has, which digits a badge has, and why a locked session is opened again.
"""

from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from trainer_app.domain.attendance import Attendance
from trainer_app.domain.badges import plain
from trainer_app.ui.attendance.arranger import Arranger
from trainer_app.ui.attendance.grid_card import GridCard
from trainer_app.ui.attendance.marking import Marking
from trainer_app.ui.attendance.name_search import NameSearch
from trainer_app.ui.attendance.strip import FieldStrip

_FIND, _REMARK, _COUNT, _UNLOCK, _BADGE = "find", "remark", "count", "unlock", "badge"


class Asking(QObject):
    """Opens a field, does what was typed, and gives the keyboard back to the grid."""

    opened = Signal()
    """The walk-in's row came or went: the grid has other room."""
    badge_typed = Signal(str)
    """The digits of a badge."""

    def __init__(self, marking: Marking, arranger: Arranger, card: GridCard, stack: QStackedWidget) -> None:
        super().__init__(card)
        self.setObjectName("attendance_asking")
        self._marking, self._arranger, self._card, self._stack = marking, arranger, card, stack
        self._view = card.view
        self._purpose = ""
        self._place = (-1, -1)
        card.walk_in_entered.connect(self._add)
        card.walk_in_left.connect(self.close_walk_in)

    @cached_property
    def strip(self) -> FieldStrip:
        """The field that takes the place of the legend, made for the first question."""
        strip = FieldStrip("attendance_strip")
        self._stack.addWidget(strip)
        field = strip.field
        field.textEdited.connect(self._typed)
        field.entered.connect(self._entered)
        field.blurred.connect(self._blurred)
        field.left.connect(self._left)
        field.stepped.connect(self._step)
        return strip

    @cached_property
    def _search(self) -> NameSearch:
        people = self._marking.model.whole
        return NameSearch(self.strip, lambda: people.rows, self._person, self._arranger.reveal)

    def find(self, letter: str = "") -> None:
        """Ask for a name, a rank or a unit, from its first letter on; the grid follows while it is typed."""
        self._begin(_FIND)
        self._search.begin(letter)

    def remark(self) -> None:
        """Ask for a remark beside the current mark."""
        row, column = self._view.place
        if row < 0:
            return
        model = self._marking.model
        title = self.tr("Remark · No. {number}, session {session}").format(
            number=model.rows[row].number, session=model.sessions[column].number
        )
        self._open(_REMARK, title, self._cell().remark, self.tr("Enter keeps it, Esc leaves it as it was"))

    def count(self) -> None:
        """Ask how many signatures the paper of the current session has."""
        column = self._view.place[1]
        if column < 0:
            return
        session = self._marking.model.sessions[column]
        title = self.tr("Signatures on paper, session {number}").format(number=session.number)
        text = "" if session.counted is None else str(session.counted)
        self._open(
            _COUNT, title, text, self.tr("Enter keeps the number and compares; an empty field forgets it")
        )

    def badge(self) -> None:
        """Ask for the digits of a badge that no scanner can read."""
        note = self.tr("Ten digits · Enter marks the person by the time of now, Esc leaves")
        self._open(_BADGE, self.tr("Digits of the badge"), "", note)

    def unlock(self) -> None:
        """Ask why the current, locked session is opened again."""
        column = self._view.place[1]
        if column < 0:
            return
        session = self._marking.model.sessions[column]
        title = self.tr("Why is session {number} opened again?").format(number=session.number)
        self._open(_UNLOCK, title, "", self._marking.model.words.locked(session))

    def walk_in(self) -> None:
        """Ask for the name of somebody who came to the current session."""
        model, day = self._marking.model, self._day()
        other = day is not None and day != model.whole.today
        self._card.walk_in.open_row(model.words.formats.weekday_short(day) if day and other else "")
        self.opened.emit()

    def close_walk_in(self) -> None:
        """Take the row away and give the keyboard back."""
        self._card.walk_in.hide()
        self.opened.emit()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, purpose: str) -> None:
        self._purpose, self._place = purpose, self._view.place
        self._stack.setCurrentWidget(self.strip)

    def _open(self, purpose: str, title: str, text: str, note: str) -> None:
        self._begin(purpose)
        self.strip.ask(title, text, note)

    def _close(self) -> None:
        self._purpose = ""
        self._stack.setCurrentIndex(0)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person(self) -> int:
        """Return the place of the current person in the whole course."""
        places, row = self._marking.model.row_places, self._view.place[0]
        return places[row] if 0 <= row < len(places) else -1

    def _typed(self, text: str) -> None:
        if self._purpose == _FIND:
            self._search.follow(text)

    def _step(self, step: int) -> None:
        if self._purpose == _FIND:
            self._search.step(step)

    def _entered(self) -> None:
        """Do what was asked for."""
        purpose, text = self._purpose, self.strip.field.text().strip()
        if purpose == _FIND:
            self._end_search()
            return
        if purpose == _COUNT and text and not text.isdecimal():
            self.strip.note.setText(self.tr("Only a number can be compared; nothing was kept yet"))
            return
        if purpose == _UNLOCK and not text:
            self.strip.note.setText(self.tr("The reason is kept with the session; type a few words"))
            return
        if not purpose:
            return
        self._close()
        row, column = self._place
        if purpose == _REMARK and text != self._cell().remark:
            self._marking.set_remark(row, column, text)
        elif purpose == _COUNT:
            self._keep_count(column, int(text) if text else None)
        elif purpose == _UNLOCK:
            self._marking.unlock(self._marking.model.sessions[column].key, text)
        elif purpose == _BADGE and text:
            self.badge_typed.emit(plain(text))

    def _end_search(self) -> None:
        stays = self._search.enter()
        if stays is False:
            return
        self._close()
        if stays is None:
            self._view.go_down()

    def _keep_count(self, column: int, counted: int | None) -> None:
        session = self._marking.model.sessions[column]
        if counted != session.counted:
            self._marking.count_heads(session.key, counted)

    def _blurred(self) -> None:
        """Typing somewhere else counts as Enter, so that nothing typed is lost."""
        if self._purpose not in (_FIND, _BADGE):
            self._entered()
        if self._purpose:
            self._purpose = ""
            self._stack.setCurrentIndex(0)

    def _left(self) -> None:
        if self._purpose == _FIND:
            self._search.go_back()
        self._close()

    def _day(self) -> date | None:
        """Return the day of the current session, for which somebody is added."""
        sessions, column = self._marking.model.sessions, self._view.place[1]
        return sessions[column].day if 0 <= column < len(sessions) else None

    def _add(self, name: str) -> None:
        if not name.strip():
            self.close_walk_in()
            return
        column = max(self._view.place[1], 0)
        row = self._marking.add_walk_in(name, self._day())
        if row >= 0:
            self.close_walk_in()
            self._view.go_to(row, column)

    def _cell(self) -> Attendance:
        row, column = self._place
        return self._marking.model.cells[row][column] or Attendance()
