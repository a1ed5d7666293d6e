"""What the keys do: every mark is saved first and shown afterwards, and can be taken back.

Minutes after L: L itself is saved at once as late without minutes; each digit saves the mark again with
the minutes typed so far. So whatever the screen shows is on the disk after each key, and one undo takes
back the whole of it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Signal

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Attendance, Mark
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.attendance.grid_model import Entry, GridModel
from trainer_app.ui.attendance.ports import AttendanceActions
from trainer_app.ui.attendance.step_runs import StepRuns
from trainer_app.ui.attendance.wording import Wording

_QUIET = ("attendance.", "history.", "person.no_name", "job.wait")
"""Refusals that are an answer, not a fault: a short message is enough."""


@dataclass
class _Minutes:
    """Minutes being typed in one cell. `saved` tells whether this run has a step of its own yet.

    A run whose "late" was `refused` only swallows its digits: somebody typing without looking must not
    be taken to another person by them.
    """

    row: int
    column: int
    typed: str = ""
    saved: bool = False
    refused: bool = False


class Marking(QObject):
    """Stands between keys, model and actions. Rows and columns are the model's."""

    told = Signal(str)
    """A quiet message."""
    failed = Signal(object)
    """A TrainerError: something could not be saved, and the grid shows what is on the disk."""
    written = Signal(object)
    """The Changes of a step that was saved."""
    loaded = Signal()

    def __init__(
        self,
        work: Workplace,
        course: str,
        actions: AttendanceActions,
        words: Wording,
        parent: QObject,
        busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_marking")
        self._work, self._course, self._actions, self._words = work, course, actions, words
        self._busy = busy
        self._runs = StepRuns()
        self._joins = False
        self._minutes: _Minutes | None = None
        self._repeated: Entry = (Mark.PRESENT, 0)
        self.model = GridModel(words, self._save, self)
        self.model.refused.connect(self._refuse)

    def load(self) -> list[tuple[int, int]]:
        """Read the grid from the disk; return the cells that differ from what was shown."""
        try:
            grid = self._actions.grid(self._work, self._course)
        except TrainerError as problem:
            self.failed.emit(problem)
            return []
        changed = self.model.load(grid, self._actions.today(self._work))
        self.loaded.emit()
        return changed

    def forget_runs(self) -> None:
        """Know that somebody else wrote: one undo is one step again."""
        self._runs.forget()
        self.end_minutes()

    def mark(self, row: int, column: int, mark: Mark) -> None:
        """Set a mark. L begins the minutes; on somebody who is late already it only begins them anew."""
        self.end_minutes()
        cell = self._cell(row, column)
        late_already = mark is Mark.LATE and cell.mark is Mark.LATE and not cell.conflict
        done = late_already or self._set(row, column, mark, 0)
        if done:
            self._repeated = (mark, cell.missed if late_already else 0)
        if mark is Mark.LATE:
            self._minutes = _Minutes(row, column, saved=not late_already, refused=not done)

    def digit(self, row: int, column: int, digit: int) -> bool:
        """Add a digit to the minutes of a mark just made; False if none is open there."""
        run = self._minutes
        if run is None or (run.row, run.column) != (row, column):
            return False
        if not run.refused:
            self._set_minutes(run, f"{run.typed}{digit}")
        return True

    def erase(self, row: int, column: int) -> None:
        """Take back the last digit of the minutes; without any, the mark."""
        run = self._minutes
        if run is None or not run.typed:
            self.clear(row, column)
        else:
            self._set_minutes(run, run.typed[:-1])

    def _set_minutes(self, run: _Minutes, typed: str) -> None:
        missed = int(typed or 0)
        if self._set(run.row, run.column, Mark.LATE, missed, joins=run.saved):
            run.typed, run.saved = typed, True
            self._repeated = (Mark.LATE, missed)

    def end_minutes(self) -> None:
        """Let the next digit be a number to jump to."""
        self._minutes = None

    def clear(self, row: int, column: int) -> None:
        """Take a mark away."""
        self.end_minutes()
        self._set(row, column, None, 0)

    def repeat(self, row: int, column: int) -> None:
        """Set the last mark again, with its minutes."""
        self.end_minutes()
        mark, missed = self._repeated
        self._set(row, column, mark, missed)

    def mark_rest(self, column: int) -> None:
        """Mark everybody of a session present who has no mark yet, as one step."""
        self.end_minutes()
        session = self.model.sessions[column]
        changes = self._do(lambda: self._actions.mark_rest(self._work, session.key, Mark.PRESENT))
        if changes is not None:
            if changes.step is None:
                self.told.emit(self.tr("Everybody has a mark in this session already."))
            self.load()

    def set_remark(self, row: int, column: int, text: str) -> bool:
        """Keep a remark beside a mark; False if it could not be saved."""
        enrolment, session = self.model.rows[row].enrolment, self.model.sessions[column].key
        changes = self._do(lambda: self._actions.set_remark(self._work, enrolment, session, text))
        if changes is not None:
            self.load()
        return changes is not None

    def add_walk_in(self, name: str) -> int:
        """Enrol somebody who just came; return the row, -1 if it was refused."""
        changes = self._do(lambda: self._actions.add_walk_in(self._work, self._course, name))
        if changes is None:
            return -1
        self.load()
        return self.model.row_of(changes.key or "")

    def undo(self) -> tuple[int, int] | None:
        """Take back the newest step, or the run of steps that were one to the person; return where."""
        return self._travel(self._runs.next_undo(), self._actions.undo, self._runs.undone)

    def redo(self) -> tuple[int, int] | None:
        """Do again what was undone last; return where."""
        return self._travel(self._runs.next_redo(), self._actions.redo, self._runs.redone)

    def undo_words(self) -> str:
        """Return what undo would take back, in words; empty if nothing."""
        label = self._actions.undo_label(self._work)
        return self._words.step(label) if label else ""

    def _travel(
        self, steps: int, action: Callable[[Workplace], Changes], done: Callable[[], None]
    ) -> tuple[int, int] | None:
        self.end_minutes()
        for _ in range(steps):
            try:
                self._wait_if_busy()
                changes = action(self._work)
            except TrainerError as problem:
                self._runs.forget()
                self._refuse(problem)
                return None
            self.written.emit(changes)
        done()
        changed = self.load()
        return changed[0] if changed else None

    def _set(self, row: int, column: int, mark: Mark | None, missed: int, *, joins: bool = False) -> bool:
        """Save and show one cell; True if it now is what was asked for."""
        cell = self._cell(row, column)
        if (cell.mark, cell.missed) == (mark, missed) and not cell.conflict:
            return True
        self._joins = joins
        saved = self.model.setData(self.model.index(row, column, QModelIndex()), (mark, missed))
        if saved and cell.conflict:
            # Whether the contradiction is settled now is known only on the disk.
            self.load()
        return saved

    def _save(self, enrolment: str, session: str, mark: Mark | None, missed: int) -> None:
        self._wait_if_busy()
        changes = self._actions.mark(self._work, enrolment, session, mark, missed)
        self._runs.add(joins=self._joins)
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
        if changes.step is not None:
            self._runs.add(joins=False)
            self.written.emit(changes)
        return changes

    def _wait_if_busy(self) -> None:
        """Refuse to write while long work writes: the database has one writer."""
        if self._busy():
            raise TrainerError("job.wait")

    def _refuse(self, problem: TrainerError) -> None:
        if problem.code.startswith(_QUIET):
            self.told.emit(self._words.error(problem))
            return
        self.failed.emit(problem)
        self.load()

    def _cell(self, row: int, column: int) -> Attendance:
        return self.model.cells[row][column] or Attendance()
