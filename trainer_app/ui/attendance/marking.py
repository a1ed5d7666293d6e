"""What a key does to a mark: every mark is saved first and shown afterwards, and can be undone.

Minutes after L: L itself is saved at once as late without minutes; each digit saves the mark again with
the minutes typed so far, and goes on with the step of the time before. So whatever the screen shows is on
the disk after each key, and one undo takes back the whole of it. The minus begins the minutes left early:
L 15 - 20 is one step, too. After a pause the next digit is somebody's number; a letter after a digit that did
not fit marks nobody, for it may be meant for whose number that was.

A step is told in few words, such as "Раҳимов, session 3, late 15" (`StepDescriber`).

The actions are called directly; refusals that are an answer rather than a fault become a short message.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.attendance import attendance, many_marks
from trainer_app.actions.attendance.attendance import DayRest
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.domain.attendance.marks import IN_THE_ROOM, Attendance, Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.clock import civil_date, civil_minute
from trainer_app.ui.attendance.key_input import (
    MinutesInput,
    MinutesState,
    TakenLetter,
    TypedLetter,
    TypedWord,
    is_name,
)
from trainer_app.ui.attendance.model import GridModel, MarkEntry
from trainer_app.ui.attendance.walk_in import KnownFinder
from trainer_app.ui.kit.history_panel import RowHistoryPanel, ShownHistory
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.wording import AttendanceWording


def _civil_now(work: Workplace) -> tuple[date, int]:
    """Return the day and the minute of the day where the courses are: by it a session is past or not."""
    millis = work.clock.millis()
    return civil_date(millis, ZONE), civil_minute(millis, ZONE)


_QUIET = ("attendance.", "session.", "history.", "person.no_name", "job.wait")
"""Refusals that are an answer, not a fault: a short message is enough."""

_LEFT_EARLY = (MinutesState.EARLY, MinutesState.NOBODYS)
_ASKED = {MinutesState.EARLY: "early", MinutesState.NOBODYS: ""}


class MarkingController(QObject):
    """Stands between keys, model and actions. Rows and columns are the model's."""

    message = Signal(str)
    """A quiet message."""
    failed = Signal(object)
    """A TrainerError: something could not be saved, and the grid shows what is on the disk."""
    written = Signal(object)
    """The Changes of a step that was saved."""
    unchanged = Signal(str)
    """A key asked for what a cell says already; the cell as a screen reader says it."""
    loaded = Signal()
    locked = Signal(str)
    """A mark was refused because this session is locked."""
    minutes_asked = Signal(str)  # what the next digits are: minutes "late", left "early", or neither

    def __init__(
        self,
        work: Workplace,
        course: str,
        words: AttendanceWording,
        host: QWidget,
        busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(host)
        self.setObjectName("attendance_marking")
        self._work, self._course, self._words = work, course, words
        self.known = KnownFinder(work, lambda: course)
        self._host, self._busy = host, busy
        self._agreed_ahead = set[str]()
        self._goes_on: int | None = None
        self._seen: Attendance | None = None
        self._minutes: MinutesInput | None = None
        self._just_marked: MinutesInput | None = None
        self._repeated: MarkEntry = (Mark.PRESENT, 0, 0)
        self._before_word: MarkEntry = self._repeated
        self._word = TypedWord()
        self._step: int | None = None
        self._changed: list[tuple[int, int]] = []
        self.model = GridModel(words, self._save, self)
        self.model.refused.connect(self._refuse)
        self.model.state = lambda enrolment, session: attendance.mark_state(work, enrolment, session)

    def load(self) -> None:
        """Read the grid from the disk."""
        try:
            grid = attendance.grid(self._work, self._course)
        except TrainerError as problem:
            self.failed.emit(problem)
            return
        # Whoever hears of a step may have the page read anew before the step itself looks what it changed.
        self._changed = self.model.load(grid, *_civil_now(self._work)) or self._changed
        self.loaded.emit()

    def end_typing(self) -> None:
        """Know that somebody else wrote: what is typed next begins anew."""
        self.end_minutes()
        self.end_word()

    def take_letter(self, row: int, column: int, letter: TypedLetter, *, moves: bool = False) -> TakenLetter:
        """Mark with a letter, or begin the minutes left early; or know that the letters are a name.

        What they have marked is taken back then: see `is_name`. `moves`: the next letter is of somebody else.
        """
        if self.unfit:
            self.message.emit(
                self.tr("The last digit did not fit into the session. Press Enter, then go on.")
            )
            return TakenLetter()
        word, people = self._word, self.model.whole.rows
        names = [each.full_name or each.name for each in people]
        word.add(letter, names, waits=self.waits_for_early)
        if word.letters == letter.text:
            self._before_word = self._repeated
        placed = row >= 0 and column >= 0
        if letter.early and placed and (not letter.text.isalpha() or self.came(row, column)):
            self.leave_early(row, column)
            return TakenLetter()
        if is_name(word.letters, names, marks=letter.mark is not None, moves=moves, quick=word.quick):
            return TakenLetter(self._take_back())
        if letter.mark is None or not placed:
            return TakenLetter()
        marked = self._mark(row, column, letter.mark)
        word.steps += [self._step] if self._step is not None else []
        return TakenLetter(marked=marked)

    @property
    def word_begins(self) -> bool:
        """Whether the letter typed last begins a word, which may become a name."""
        return len(self._word.letters) == 1

    def _take_back(self) -> str:
        """Undo what the letters of a name have marked; return the letters."""
        letters, steps = self._word.letters, self._word.steps
        self.end_minutes()
        self.end_word()
        for step in reversed(steps):
            try:
                self._wait_if_busy()
                changes = history.undo_step(self._work, step, for_good=True)
            except TrainerError as problem:
                self._refuse(problem)
                return letters
            self.written.emit(changes)
        self._repeated = self._before_word
        if steps:
            self.load()
            self.message.emit(self.tr("These are letters of a name: what they had marked is taken back."))
        return letters

    def end_word(self) -> None:
        """Let the next letter begin anew: another key or a click came between."""
        self._word.end()

    def expect_mark(self) -> None:
        """Know that somebody was looked up by name or number: the next letter is a mark."""
        self._word.expect_mark()

    def mark(self, row: int, column: int, mark: Mark) -> None:
        """Set a mark. L begins the minutes; on somebody who is late already it only begins them anew."""
        self.end_word()
        self._mark(row, column, mark)

    def _mark(self, row: int, column: int, mark: Mark) -> bool:
        """Set a mark; True if the cell now has it."""
        self.end_minutes()
        self._step = None
        cell = self._cell(row, column)
        late_already = mark is cell.mark is Mark.LATE and not cell.conflict and not cell.taken_from
        if late_already:
            self.unchanged.emit(self.model.spoken(row, column))
        done = late_already or self._set(row, column, mark)
        if done:
            self._repeated = (mark, cell.missed, cell.early) if late_already else (mark, 0, 0)
        if mark in IN_THE_ROOM:
            early = str(cell.early) if late_already and cell.early else ""
            state = MinutesState.LATE if done else MinutesState.REFUSED
            run = MinutesInput(row, column, early=early, state=state)
            # Digits after P are numbers to jump to, as after A; only the minus makes them minutes.
            self._begin_minutes(run if mark is Mark.LATE else None)
            self._just_marked = run
        return done

    def leave_early(self, row: int, column: int) -> bool:
        """Let the next digits be minutes left early; False, and said, for somebody who did not come."""
        cell, run = self._cell(row, column), self._just_marked
        if not self.came(row, column):
            self.message.emit(
                self.tr("Mark the person present or late first; then type the minutes left early.")
            )
            self._begin_minutes(MinutesInput(row, column, state=MinutesState.NOBODYS))
            return False
        if run is None or (run.row, run.column) != (row, column):
            run, self._step = MinutesInput(row, column), None
        late = run.late or str(cell.late or "")
        self._begin_minutes(replace(run, late=late, early="", state=run.early_state))
        return True

    def came(self, row: int, column: int) -> bool:
        """Tell whether a cell says that somebody came, who then can leave early."""
        return self._cell(row, column).mark in IN_THE_ROOM

    @property
    def waits_for_early(self) -> bool:
        """Whether minutes left early were begun and none was typed yet."""
        run = self._minutes
        return run is not None and run.state is MinutesState.EARLY and not run.typed

    def digit(self, row: int, column: int, digit: int, at: int = 0) -> bool:
        """Add a digit, typed `at` (milliseconds, 0: unknown), to minutes; False if none are open there."""
        run = self._minutes
        if run is None or (run.row, run.column) != (row, column):
            return False
        if run.is_over(at):
            self.end_minutes()
            return False
        run.at = at
        if run.taken:
            self._set_minutes(run, f"{run.typed}{digit}")
        return True

    def erase(self, row: int, column: int) -> None:
        """Take back the last digit of the minutes; without any, the mark."""
        run = self._minutes
        if run is not None and run.unfit:
            run.unfit = False
        elif run is not None and run.state in _LEFT_EARLY and not run.typed:
            self.end_minutes()
        elif run is None or not run.typed:
            self.clear(row, column)
        else:
            self._set_minutes(run, run.typed[:-1])

    def _set_minutes(self, run: MinutesInput, typed: str) -> None:
        self.end_word()
        late, early = run.with_digits(typed)
        mark = self._cell(run.row, run.column).mark or Mark.LATE
        if self._set(run.row, run.column, mark, late + early, early, joins=True):
            run.keep(typed)
            self._repeated = (mark, late + early, early)
        elif late + early > (minutes := self.model.sessions[run.column].minutes):
            run.unfit = True
            words = self.tr(
                "The session lasts {minutes} min: {typed} do not fit, {kept} are kept. Enter goes on."
            )
            self.message.emit(words.format(minutes=minutes, typed=typed, kept=run.typed or 0))

    @property
    def course(self) -> str:
        """The course that is marked."""
        return self._course

    def end_minutes(self) -> None:
        """Let the next digit be a number to jump to."""
        self._begin_minutes(None)
        self._just_marked = None

    def _begin_minutes(self, run: MinutesInput | None) -> None:
        self._minutes = run
        asked = "" if run is None else _ASKED.get(run.state, "late")
        self.minutes_asked.emit(asked)

    @property
    def typing(self) -> bool:
        """Whether the next digit would be minutes."""
        return self._minutes is not None and self._minutes.state is not MinutesState.NOBODYS

    @property
    def unfit(self) -> bool:
        """Whether the digit typed last made more minutes than the session has, and was not taken."""
        return self._minutes is not None and self._minutes.unfit

    def clear(self, row: int, column: int) -> None:
        """Take a mark away."""
        self.end_minutes()
        self._set(row, column, None)

    def repeat(self, row: int, column: int) -> bool:
        """Set the last mark again, with its minutes; False if it was refused."""
        self.end_minutes()
        return self._set(row, column, *self._repeated)

    def ask_rest(self, column: int) -> None:
        """Do as `mark_rest`; ask first where the session has not begun."""
        session = self.model.sessions[column]
        if not attendance.is_ahead(self._work, session):
            self.mark_rest(column)
            return
        self._words.confirm_ahead(
            self._host, session.number, session.day, session.start, lambda: self.mark_rest(column)
        )

    def asks_ahead(self, row: int, column: int, mark: Mark | None, then: Callable[[], object]) -> bool:
        """Ask before the first mark of a session that begins much later; False where nothing is asked.

        `then` does what was asked for; the session is not asked about again.
        """
        if mark is None or row < 0 or column < 0:
            return False
        session, at = self.model.sessions[column], self.model.column_places[column]
        begun = any((cell := cells[at]) is not None and cell.mark for cells in self.model.whole.cells)
        agreed = begun or session.key in self._agreed_ahead
        if agreed or session.locked or session.cancelled or not attendance.is_long_ahead(self._work, session):
            return False

        def go_on() -> None:
            self._agreed_ahead.add(session.key)
            then()

        name = shown_name(self.model.rows[row].called)
        self._words.confirm_ahead(self._host, session.number, session.day, session.start, go_on, name)
        return True

    @property
    def last_mark(self) -> Mark | None:
        """The mark that `repeat` sets again."""
        return self._repeated[0]

    def mark_rest(self, column: int) -> None:
        """Mark everybody of a session present who has no mark yet, as one step."""
        self.end_minutes()
        session = self.model.sessions[column]
        changes = self._do(lambda: attendance.mark_rest(self._work, session.key, Mark.PRESENT))
        if changes is not None:
            if changes.step is None:
                self.message.emit(self.tr("Everybody has a mark in this session already."))
            self.load()

    def rest_of_day(self, day: date) -> DayRest:
        """Return what `mark_rest_of_day` would mark."""
        return attendance.rest_of_day(self._work, self._course, day)

    def mark_rest_of_day(self, day: date) -> None:
        """Mark everybody present who has no mark yet in the day's begun sessions, as one step."""
        changes = self._do(lambda: attendance.mark_rest_of_day(self._work, self._course, day))
        if changes is not None:
            self.load()

    def count_heads(self, session: str, counted: int | None) -> bool:
        """Keep a head count from the paper; False if it was refused."""
        return self._change(lambda: sessions.count_heads(self._work, session, counted))

    def lock(self, session: str) -> bool:
        """Lock a session; False if it was refused."""
        return self._change(lambda: sessions.lock_session(self._work, session))

    def unlock(self, session: str, reason: str) -> bool:
        """Open a locked session again; False if it was refused."""
        return self._change(lambda: sessions.unlock_session(self._work, session, reason))

    def _change(self, action: Callable[[], Changes]) -> bool:
        changes = self._do(action)
        if changes is not None:
            self.load()
        return changes is not None

    def set_remark(self, row: int, column: int, text: str) -> bool:
        """Keep a remark beside a mark; False if it could not be saved."""
        enrolment, session = self.model.rows[row].enrolment, self.model.sessions[column].key
        return self._change(lambda: attendance.set_remark(self._work, enrolment, session, text))

    def add_walk_in(self, name: str, column: int = -1, *, known: bool = False) -> int:
        """Enrol somebody who came to a session, -1 for today; return the shown row, -1 if it was refused.

        The name is the key of whoever is `known`.
        """
        sessions = self.model.sessions
        came = sessions[column] if 0 <= column < len(sessions) else None
        day, since = (came.day, came.key) if came is not None else (None, None)
        add = enrolments.add_known if known else enrolments.add_walk_in
        changes = self._do(lambda: add(self._work, self._course, name, first_day=day, since=since))
        if changes is None:
            return -1
        self.load()
        return self.model.row_of(changes.key or "")

    def replace(self, gone: str, by: str, session: str) -> bool:
        """Say whose place somebody takes from a session on; False if it was refused."""
        absence = many_marks.marked_from(self._work, gone, session).absence_taken
        put = partial(enrolments.replace, self._work, gone, by, session)
        done = self._change(lambda: many_marks.replace_unmarked(self._work, gone, session, put))
        if done and absence is not None:
            self.message.emit(self._words.say(absence))
        return done

    def leaves_from(self, row: int, column: int) -> str:
        """Return from which session on somebody may have left, "" for the one after their last mark.

        From the session on, where they came to earlier ones and are not in this one; who never had a mark
        was never there.
        """
        session, cells = self.model.sessions[column], self.model.whole.cells[self.model.row_places[row]]
        marked = any(cell is not None and not cell.bare for cell in cells)
        return session.key if marked and self._cell(row, column).mark not in IN_THE_ROOM else ""

    def history(self, row: int, column: int) -> ShownHistory | None:
        """Return a cell's person and session and what was written there in the end; None without a cell."""
        if row < 0 or column < 0:
            return None
        person, session = self.model.rows[row], self.model.sessions[column]
        found = attendance.mark_history(self._work, person.enrolment, session.key)
        about = f"{person.number}  {shown_name(person.called)}"
        # Of minutes each digit is kept at once: only what became of them is told.
        whole = found.finished(("missed", "early"))
        return ShownHistory(about, self._words.spoken_session(session), whole)

    def undo(self) -> tuple[int, int] | None:
        """Take back the newest step; return where in the whole course, None if no mark changed."""
        return self._travel(history.undo)

    def redo(self) -> tuple[int, int] | None:
        """Do again what was undone last; return where."""
        return self._travel(history.redo)

    def _travel(self, action: Callable[[Workplace], Changes]) -> tuple[int, int] | None:
        self.end_minutes()
        try:
            self._wait_if_busy()
            changes = action(self._work)
        except TrainerError as problem:
            self._refuse(problem)
            return None
        self._changed = []
        self.written.emit(changes)
        self.load()
        return self._changed[0] if self._changed else None

    def _set(
        self,
        row: int,
        column: int,
        mark: Mark | None,
        missed: int = 0,
        early: int = 0,
        *,
        joins: bool = False,
    ) -> bool:
        """Save and show one cell; True if it now is what was asked for."""
        cell = self._cell(row, column)
        same = (cell.mark, cell.missed, cell.early) == (mark, missed, early)
        same = same and not cell.conflict and not cell.taken_from
        # A cancelled session hides its marks: even the same one must be refused in words.
        if same and not self.model.sessions[column].cancelled:
            self.unchanged.emit(self.model.spoken(row, column))
            return True
        self._goes_on, self._seen = self._step if joins else None, cell
        saved = self.model.setData(self.model.index(row, column, QModelIndex()), (mark, missed, early))
        if saved and (cell.conflict or self.model.whole.stands_twice(self.model.row_places[row])):
            # Whether the contradiction is settled now, and in which row a mark shows, the disk says.
            self.load()
        return saved

    def _save(self, enrolment: str, session: str, cell: Attendance) -> None:
        self._wait_if_busy()
        place, value = (self._work, enrolment, session), (cell.mark, cell.missed)
        beside = partial(attendance.mark, early=cell.early, arrived=cell.arrived, seen=self._seen)
        changes = beside(*place, *value, goes_on=self._goes_on)
        self._step = changes.step
        self.written.emit(changes)

    def _do(self, action: Callable[[], Changes]) -> Changes | None:
        """Run an action that is a step of its own; None if it was refused."""
        self.end_minutes()
        try:
            self._wait_if_busy()
            changes = action()
        except TrainerError as problem:
            self._refuse(problem)
            return None
        self._note(changes)
        return changes

    def _note(self, changes: Changes) -> None:
        """Know of a step with which the next key may go on, and tell of it."""
        if changes.step is not None:
            self._step = changes.step
            self.written.emit(changes)

    def _wait_if_busy(self) -> None:
        """Refuse to write while long work writes: the database has one writer."""
        if self._busy():
            raise TrainerError("job.wait")

    def _refuse(self, problem: TrainerError) -> None:
        if problem.code == "attendance.locked":
            self.locked.emit(self._words.error(problem))
            return
        if problem.code.startswith(_QUIET):
            self.message.emit(self._words.error(problem))
            if problem.code == "attendance.changed_meanwhile":
                # What stands there now is seen before the next key decides.
                self.load()
            return
        self.failed.emit(problem)
        self.load()

    def _cell(self, row: int, column: int) -> Attendance:
        return self.model.cells[row][column] or Attendance()


class MarkHistoryPanel(RowHistoryPanel):
    """Lies over the right edge of the grid."""

    def title_words(self) -> str:
        """Return what the panel is called."""
        return self.tr("History of the mark")

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        return self.tr("Nothing was ever marked here.")
