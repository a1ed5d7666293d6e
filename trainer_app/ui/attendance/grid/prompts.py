"""The short questions of the grid, without a dialog: whom to find, what to remark, who just came.

Also how many signatures the paper has, which digits a badge has, and why a locked session is opened again. A
participant's number needs no field: each digit goes to the number typed so far.
"""

from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.actions.attendance.attendance import DayRest
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.attendance.sheets import plain_code
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.attendance.grid.arranging import GridFilterController
from trainer_app.ui.attendance.grid.card import GridCard
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.key_input import TypedBadge, TypedNumber, letters_of
from trainer_app.ui.attendance.marking import MarkingController
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.attendance.prompt_bar import NameSearch, PromptBar
from trainer_app.ui.kit.screens import KeyHint, shown_keys
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.widgets.flow import laid_out_first
from trainer_app.ui.widgets.overlays import confirm

_DIGITS_APART = 1500  # milliseconds after which the next digit begins another number


class NumberJump(QObject):
    """Goes to the person whose number is typed; ten digits of a badge of the course are no number."""

    badge_typed = Signal(str)
    """The digits of a badge that somebody typed without a pause."""
    arrived = Signal()
    """Somebody has the number typed so far."""

    def __init__(self, model: GridModel, view: GridView, arranger: GridFilterController) -> None:
        super().__init__(view)
        self.setObjectName("attendance_jump")
        self._model, self._view, self._arranger = model, view, arranger
        self._number = TypedNumber()
        self._going = False
        self._badge = TypedBadge()
        self._from = -1
        self._arrived = False
        self.pause = QTimer(self)
        self.pause.setObjectName("attendance_digits_apart")
        self.pause.setSingleShot(True)
        self.pause.setInterval(_DIGITS_APART)
        self.pause.timeout.connect(self._pause)
        view.moved.connect(self._moved)

    @property
    def typed(self) -> str:
        """The digits that the next one follows."""
        return self._number.typed

    def type(self, digit: int) -> None:
        """Add a digit and go to the number typed so far, in the same session, also if it is filtered out.

        The last digit of a badge goes back to where its first one was typed.
        """
        if not self._badge.digits:
            row = self._view.place[0]
            self._from = self._model.row_places[row] if row >= 0 else -1
        code = self._badge.type(digit, self._model.whole.rows)
        if code:
            self.end()
            self._arranger.reveal(self._from)
            self.badge_typed.emit(code)
            return
        place = self._number.type(digit, [row.number for row in self._model.whole.rows])
        if place is None:
            hint = self.tr("There is no number {number}").format(number=self._number.typed)
        else:
            hint = self.tr("No.\u00a0{number}").format(number=self._number.typed)
            self._going = True
            self._arranger.reveal(place)
            self._going = False
            self.arrived.emit()
        self._view.corner.show_hint(hint)
        self._arrived = True
        self.pause.start()

    def confirm(self) -> bool:
        """Stay where a number led to, however long ago, at the first Enter; False if none was typed last."""
        arrived = self._arrived
        self.end()
        return arrived

    def end(self) -> None:
        """Let the next digit begin a new number."""
        self._arrived = False
        self._pause()

    def _pause(self) -> None:
        self.pause.stop()
        if self._badge.digits:
            self._number.forget()
            self._badge.forget()
            self._view.corner.show_hint("")

    def _moved(self, _row: int, _column: int) -> None:
        if not self._going:
            self.end()


_FIND, _REMARK, _COUNT, _UNLOCK, _BADGE = "find", "remark", "count", "unlock", "badge"


class GridPrompts(QObject):
    """Opens a field, does what was typed, and gives the keyboard back to the grid."""

    opened = Signal()
    """The walk-in's row came or went: the grid has other room."""
    badge_typed = Signal(str)
    """The digits of a badge."""

    def __init__(
        self,
        marking: MarkingController,
        arranger: GridFilterController,
        card: GridCard,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(card)
        self.setObjectName("attendance_asking")
        self._marking, self._arranger, self._card, self._stack = marking, arranger, card, stack
        self._view = card.view
        self._purpose = ""
        self._place = (-1, -1)
        self._shown_before = arranger.now
        card.walk_in.people = lambda: marking.model.whole.rows
        card.walk_in.known = marking.known
        card.walk_in_entered.connect(self._add)
        card.walk_in_chosen.connect(self._add_known)
        card.walk_in_left.connect(self.close_walk_in)

    @cached_property
    def strip(self) -> PromptBar:
        """The field that takes the place of the legend, made for the first question."""
        strip = PromptBar("attendance_strip")
        self._stack.addWidget(strip)
        field = strip.field
        field.textEdited.connect(self._typed)
        field.entered.connect(self._entered)
        field.blurred.connect(self._blurred)
        field.closed.connect(self._left)
        field.stepped.connect(self._step)
        return strip

    @cached_property
    def _search(self) -> NameSearch:
        people = self._marking.model.whole
        return NameSearch(self.strip, lambda: people.rows, self._person, self._arranger.reveal)

    def find(self, letter: str = "") -> None:
        """Ask for a name, a rank or a unit, from its first letter on; the grid follows while it is typed."""
        self._begin(_FIND)
        self._shown_before = self._arranger.now
        self._search.begin(letter)

    def remark(self) -> None:
        """Ask for a remark beside the current mark."""
        row, column = self._view.place
        if row < 0:
            return
        model = self._marking.model
        title = self.tr("Remark · No.\u00a0{number}, session {session}").format(
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
        self._begin(_UNLOCK)
        words = self._marking.model.words.locked(session)
        self.strip.ask(title, "", words, enter=self.tr("Open again"))

    def walk_in(self) -> None:
        """Ask for the name of somebody who came to the current session."""
        model, column = self._marking.model, self._view.place[1]
        session = model.sessions[column] if 0 <= column < len(model.sessions) else None
        later = session is not None and session.number > 1
        day = model.words.formats.weekday_short(session.day) if session is not None and later else ""
        self._card.walk_in.open_from(session.number if session is not None and later else 0, day)
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
            self.strip.tell(self.tr("Only a number can be compared; nothing was kept yet"))
            return
        if purpose == _UNLOCK and not text:
            self.strip.tell(self.tr("The reason is kept with the session; type a few words"))
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
            self.badge_typed.emit(plain_code(text))

    def _end_search(self) -> None:
        stays = self._search.enter()
        if stays is False:
            return
        self._close()
        if stays is None:
            self._view.go_down()
        else:
            self._marking.expect_mark()

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
            if self._arranger.now != self._shown_before:
                # Whoever was found was not among those who are shown.
                self._arranger.arrange(self._shown_before)
        self._close()

    def _add(self, name: str) -> None:
        if not name.strip():
            self.close_walk_in()
            return
        self._show_added(self._marking.add_walk_in(name, self._view.place[1]))

    def _add_known(self, person: str) -> None:
        self._show_added(self._marking.add_walk_in(person, self._view.place[1], known=True))

    def _show_added(self, row: int) -> None:
        """Go to the row of who was just added, -1 if that was refused."""
        column = max(self._view.place[1], 0)
        if row >= 0:
            # The message stands where the new row is not: that must be known first.
            with laid_out_first(self._card):
                self.close_walk_in()
            self._view.go_to(row, column)
            self._marking.message.emit(self._marking.model.words.walk_in_added())

    def _cell(self) -> Attendance:
        row, column = self._place
        return self._marking.model.cells[row][column] or Attendance()


class GridKeys(QObject):
    """Says what each key does. A mark has a letter in each language, and all of them work at any time."""

    def __init__(self, words: AttendanceWording) -> None:
        super().__init__(words)
        self.setObjectName("attendance_keys")
        self._words = words

    def keys(self) -> list[KeyHint]:
        """Return keys and words, in the order in which they are needed."""
        marks = [KeyHint(" ".join(letters_of(mark)), self._words.word(mark)) for mark in Mark]
        return [
            *marks,
            KeyHint("0–9", self.tr("After “late”: minutes, then Enter; else the person with this number")),
            KeyHint(
                "−",
                self.tr(
                    "After “present” or “late”: the digits that follow are minutes left early; also the key "
                    "of Latin H"
                ),
            ),
            KeyHint(shown_keys("Space"), self.tr("The last mark again")),
            KeyHint(shown_keys("Del"), self.tr("Remove the mark")),
            KeyHint(shown_keys("Return"), self.tr("Next person; a letter alone stays here")),
            KeyHint(shown_keys("Ctrl+Shift+P"), self.tr("Mark the rest of the session present")),
            KeyHint(
                shown_keys("Ctrl+Shift+D"), self.tr("Mark the rest of the day present, after a question")
            ),
            KeyHint(
                f"/  {shown_keys('Ctrl+F')}", self.tr("Find a person by name, rank or unit, in any alphabet")
            ),
            KeyHint(
                "A–Z  А–Я",
                self.tr("A name, typed without a pause: go there; what its letters marked is taken back"),
            ),
            KeyHint(
                f"{shown_keys('Shift+Down')}  →",
                self.tr("Select several cells, also by dragging: a letter marks all of them"),
            ),
            KeyHint(shown_keys("Ctrl+A"), self.tr("Select everybody in the session")),
            KeyHint(
                f"{shown_keys('Ctrl+C')}  {shown_keys('Ctrl+Shift+C')}",
                self.tr("Copy the selected cells, or the whole table, for a spreadsheet"),
            ),
            KeyHint(shown_keys("Ctrl+B"), self.tr("Type the digits of a badge")),
            KeyHint(shown_keys("Ins"), self.tr("Add somebody who just came")),
            KeyHint(f"F2  {shown_keys('Ctrl+R')}", self.tr("Remark")),
            KeyHint(shown_keys("Ctrl+I"), self.tr("History of the mark: who, when, and whether it was sent")),
            KeyHint(shown_keys("Ctrl+H"), self.tr("Type how many signatures the paper has")),
            KeyHint(shown_keys("Ctrl+Shift+K"), self.tr("Lock the session, or open it again with a reason")),
            KeyHint(f"{shown_keys('Ctrl+Left')}  →", self.tr("The day or week before, after")),
            KeyHint("F4", self.tr("Who is shown, and in what order")),
            KeyHint("F5", self.tr("Choose and sort anew")),
            KeyHint("Esc", self.tr("End the minutes or the number; show everybody again")),
        ]


class SessionCommands(QObject):
    """Acts on the current session or its day."""

    message = Signal(str)

    def __init__(
        self, marking: MarkingController, view: GridView, asking: GridPrompts, host: QWidget
    ) -> None:
        super().__init__(host)
        self.setObjectName("attendance_session_jobs")
        self._marking, self._view, self._asking, self._host = marking, view, asking, host

    def mark_rest(self) -> None:
        """Mark everybody of the current session present who has no mark; a question only ahead of time."""
        # Before asking: the question has the keyboard until it is answered.
        self._view.setFocus()
        column = self._view.place[1]
        if column >= 0:
            self._marking.ask_rest(column)

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
            self.message.emit(self.tr("Everybody has a mark in the sessions of this day that have begun."))
        elif len(rest.sessions) == 1:
            self._marking.mark_rest_of_day(day)
        else:
            self._ask(day, rest)

    def _ask(self, day: date, rest: DayRest) -> None:
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
            self.message.emit(
                self.tr("Session {number} is locked; its marks stay as they are.").format(
                    number=session.number
                )
            )
