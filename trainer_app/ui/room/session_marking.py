"""What the keys of the session view do: the grid's own marking, at the person who is current in the list."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.marking import Marking
from trainer_app.ui.attendance.number_jump import TypedBadge, TypedNumber
from trainer_app.ui.attendance.ports import RealActions
from trainer_app.ui.attendance.step_words import NOTHING, StepNamer, StepWords
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.room.session_list import SessionList
from trainer_app.ui.room.session_rows import Part, SessionRows
from trainer_app.ui.shell.desk import Desk


class SessionMarking(QObject):
    """Holds the marking of one course at a time; rows are those of the list, in their order."""

    told = Signal(str)
    """A quiet message."""
    written = Signal(object)
    """The Changes of a step that was saved."""
    counted = Signal()
    """Heads may be others."""
    session_wanted = Signal(int)
    """Another session of the course is to be shown: its column."""
    name_asked = Signal(str)
    """Somebody is looked for; the letters of the name that were typed already."""
    badge_typed = Signal(str)
    """Ten digits typed into the list are a badge's."""

    def __init__(self, desk: Desk, words: Wording, rows: SessionRows, view: SessionList) -> None:
        super().__init__(view)
        self.setObjectName("room_marking")
        self._desk, self._words, self._rows, self._view = desk, words, rows, view
        self._number, self._badge = TypedNumber(), TypedBadge()
        self._early_letter = ""
        self.now: Marking | None = None
        self._namer: StepNamer | None = None
        view.mark_key.connect(self.mark)
        view.early_key.connect(self._take_early)
        view.name_key.connect(self._take_letter)
        view.digit_key.connect(self._take_digit)
        view.erase_key.connect(lambda: self._here(lambda each, at: each.erase(at, rows.column)))
        view.clear_key.connect(self.clear)
        view.repeat_key.connect(lambda: self._here(lambda each, at: each.repeat(at, rows.column)))
        view.rest_key.connect(self.mark_rest)
        view.undo_key.connect(self.undo)
        view.redo_key.connect(self.redo)
        view.moved.connect(self._moved)
        rows.typed.connect(self._typed)

    def open(self, course: str) -> Marking:
        """Read another course."""
        old, desk = self.now, self._desk
        made = Marking(desk.work, course, RealActions(), self._words, self, lambda: desk.jobs.writing)
        made.told.connect(self.told)
        made.locked.connect(self.told)
        made.failed.connect(desk.tell_error)
        made.written.connect(self.written)
        made.model.counted.connect(self.counted)
        self.now = made
        if self._namer is not None:
            self._namer.deleteLater()
        self._namer = StepNamer(self._words, made.model.whole)
        self._rows.show_grid(made.model)
        if old is not None:
            old.deleteLater()
        made.load()
        return made

    def mark(self, mark: Mark) -> None:
        """Mark the current person."""
        self._here(lambda each, at: each.mark(at, self._rows.column, mark))

    def clear(self) -> None:
        """Take the mark of the current person away."""
        self._here(lambda each, at: each.clear(at, self._rows.column))

    def mark_rest(self) -> None:
        """Mark everybody of the session present who has no mark yet, as one step."""
        if self.now is not None and self._rows.session is not None:
            self.now.mark_rest(self._rows.column)

    def undo(self) -> None:
        """Take back the newest step; minutes typed after "late" go with it."""
        if self.now is not None:
            self._go_to(self.now.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.now is not None:
            self._go_to(self.now.redo())

    def steps(self) -> tuple[StepWords, StepWords]:
        """Return in words what undo would take back and what redo would do again."""
        if self.now is None or self._namer is None:
            return NOTHING, NOTHING
        undo, redo = self.now.steps()
        return self._namer.words_of(undo), self._namer.words_of(redo)

    def _here(self, act: Callable[[Marking, int], object]) -> None:
        """Do something with the current person; the row is that of the grid."""
        self._forget_digits()
        place = self._view.place
        if place >= 0 and self.now is not None:
            act(self.now, self._rows.shown[place])

    def _forget_digits(self) -> None:
        self._number.forget()
        self._badge.forget()

    def _take_early(self, typed: str) -> None:
        """Begin the minutes left early; a letter begins a name where nobody came."""
        place, column = self._view.place, self._rows.column
        if place < 0 or self.now is None:
            return
        if typed.isalpha() and not self.now.came(self._rows.shown[place], column):
            self._take_letter(typed)
            return
        self._early_letter = typed if typed.isalpha() else ""
        self._here(lambda each, at: each.leave_early(at, column))

    def _take_letter(self, letter: str) -> None:
        """Look for a name; H or Р before it may have been its first letter."""
        self._forget_digits()
        if self.now is None:
            return
        before = self._early_letter if letter and self.now.waits_for_early else ""
        self.now.end_minutes()
        self.name_asked.emit(f"{before}{letter}")

    def _take_digit(self, digit: int) -> None:
        """Minutes after L, else a number to go to."""
        place = self._view.place
        if place < 0 or self.now is None:
            return
        if self.now.digit(self._rows.shown[place], self._rows.column, digit):
            return
        code = self._badge.type(digit, self.now.model.rows)
        if code:
            self._forget_digits()
            self.badge_typed.emit(code)
            return
        numbers = [self._rows.row(each).number for each in range(self._rows.rowCount())]
        found = self._number.type(digit, numbers)
        if found is not None:
            typed, digits = self._number.typed, self._badge.digits
            self._view.go_to(found)
            self._number.typed, self._badge.digits = typed, digits

    def _typed(self, row: int, part: int, text: str) -> None:
        """Take over what was typed into a field of a row."""
        marking, column = self.now, self._rows.column
        if marking is None:
            return
        if part == Part.REMARK:
            marking.set_remark(row, column, text)
            return
        if text and not text.isdecimal():
            self.told.emit(self.tr("Type whole minutes."))
            return
        if part == Part.LATE:
            marking.mark(row, column, Mark.LATE)
        elif not marking.leave_early(row, column):
            return
        for digit in str(int(text or "0")):
            marking.digit(row, column, int(digit))
        marking.end_minutes()

    def _moved(self, place: int) -> None:
        """Let the next digit begin a number, and whoever is done leave the list."""
        self._forget_digits()
        if self.now is not None:
            self.now.end_minutes()
        enrolment = self._rows.row(place).enrolment if place >= 0 else ""
        self._rows.keep(place)
        if enrolment and self._rows.place_of(enrolment) != self._view.place:
            self._view.go_to(self._rows.place_of(enrolment))

    def _go_to(self, place: tuple[int, int] | None) -> None:
        """Go to what a step changed, also in another session."""
        if place is None:
            return
        row, column = place
        if column != self._rows.column:
            self.session_wanted.emit(column)
        if row in self._rows.shown:
            self._view.go_to(self._rows.shown.index(row))
