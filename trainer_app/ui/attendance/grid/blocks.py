"""What a key does to all chosen cells: the same as to one, as one step that one undo takes back.

Nobody is marked who is not expected, nor in a session that is locked or cancelled: it is said how many cells
were passed over, and why. Where some of the sessions have not begun it is asked first, once for these cells.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtWidgets import QWidget

from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.many_marks import CellMark, MarkedCells, SkipReason, mark_cells
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.attendance.marks import IN_THE_ROOM, GridSession, Mark
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.attendance.grid.selection import CellBlock, Place
from trainer_app.ui.attendance.key_input import MinutesInput, MinutesState
from trainer_app.ui.attendance.marking import MarkingController
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.widgets.overlays import confirm

_AT_ONCE = 600
"""So many cells are saved within a moment, also on an old laptop; more are marked beside the window."""


@dataclass
class BlockMinutes(MinutesInput):
    """A run of digits for several cells: `cells` are those that it is for, with (late, early) before it."""

    cells: Mapping[Place, tuple[int, int]] = field(default_factory=dict)

    def of_cell(self, place: Place, typed: str) -> tuple[int, int]:
        """Return minutes late and left early of one cell if the digits being typed were these."""
        late, early = self.cells[place]
        if self.state is MinutesState.EARLY:
            return int(self.late or late), int(typed or 0)
        return int(typed or 0), int(self.early or early)


class BlockMarkingController(MarkingController):
    """Marks the current cell, or all chosen cells while the current one is among them."""

    def __init__(
        self,
        work: Workplace,
        course: str,
        words: AttendanceWording,
        host: QWidget,
        busy: Callable[[], bool] = lambda: False,
        jobs: Jobs | None = None,
    ) -> None:
        super().__init__(work, course, words, host, busy)
        self._jobs = jobs
        self._block: CellBlock | None = None
        self._agreed: frozenset[str] = frozenset()

    def take_block(self, block: CellBlock | None) -> None:
        """Know which cells are chosen; None: the current one alone."""
        self.end_minutes()
        self.end_word()
        self._block, self._agreed = block, frozenset()

    def _over(self, row: int, column: int) -> CellBlock | None:
        block = self._block
        return block if block is not None and (row, column) in block else None

    def came(self, row: int, column: int) -> bool:
        """Tell whether any of the cells says that somebody came."""
        block = self._over(row, column)
        places = block.places if block is not None else [(row, column)]
        return any(self._cell(*place).mark in IN_THE_ROOM for place in places)

    def repeat(self, row: int, column: int) -> bool:
        """Set the last mark again; a question first where sessions have not begun."""
        if self._asks(row, column, self._repeated[0], lambda: self.repeat(row, column)):
            return False
        return super().repeat(row, column)

    def leave_early(self, row: int, column: int) -> bool:
        """Let the next digits be minutes left early of everybody among the cells who came."""
        block, run = self._over(row, column), self._just_marked
        if block is None or not self.came(row, column):
            return super().leave_early(row, column)
        if not isinstance(run, BlockMinutes):
            run, self._step = self._minutes_of(block, row, column), None
        skipped = len(block) - len(run.cells)
        if skipped:
            self.message.emit(
                self.tr("Minutes left early count only for who came. Skipped: {count}.").format(count=skipped)
            )
        self._begin_minutes(replace(run, early="", state=run.early_state))
        return True

    def _minutes_of(self, block: CellBlock, row: int, column: int) -> BlockMinutes:
        cells = {place: self._cell(*place) for place in block.places}
        came = {place: (cell.late, cell.early) for place, cell in cells.items() if cell.mark in IN_THE_ROOM}
        return BlockMinutes(row, column, cells=came)

    def _mark(self, row: int, column: int, mark: Mark) -> bool:
        """Set a mark in all cells. L begins their minutes; who is late already keeps those until then."""
        block = self._over(row, column)
        if block is None:
            return super()._mark(row, column, mark)
        if self._asks(row, column, mark, lambda: self.mark(row, column, mark)):
            return False
        self.end_minutes()
        late = [place for place in block.places if self._is_late(place)] if mark is Mark.LATE else []
        wanted = [(place, (mark, 0, 0)) for place in block.places if place not in late]
        self._step = None
        done = self._set_cells(wanted) if wanted else True
        if done:
            self._repeated = (mark, 0, 0)
        if mark in IN_THE_ROOM:
            run = self._minutes_of(block, row, column)
            run.state = MinutesState.LATE if done else MinutesState.REFUSED
            self._begin_minutes(run if mark is Mark.LATE else None)
            self._just_marked = run
        return done

    def _is_late(self, place: Place) -> bool:
        cell = self._cell(*place)
        return cell.mark is Mark.LATE and not cell.conflict

    def _set_minutes(self, run: MinutesInput, typed: str) -> None:
        if not isinstance(run, BlockMinutes):
            super()._set_minutes(run, typed)
            return
        wanted = []
        for place in run.cells:
            late, early = run.of_cell(place, typed)
            wanted.append((place, (self._cell(*place).mark or Mark.LATE, late + early, early)))
        if self._set_cells(wanted, joins=True):
            run.keep(typed)
            (mark, missed, early) = wanted[0][1]
            self._repeated = (mark, missed, early)

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
        """Save and show one cell or all chosen ones; True if any now is what was asked for."""
        block = self._over(row, column)
        if block is None:
            return super()._set(row, column, mark, missed, early, joins=joins)
        return self._set_cells([(place, (mark, missed, early)) for place in block.places], joins=joins)

    def _set_cells(
        self, wanted: Sequence[tuple[Place, tuple[Mark | None, int, int]]], *, joins: bool = False
    ) -> bool:
        model = self.model
        cells = [
            CellMark(model.rows[row].enrolment, model.sessions[column].key, *entry)
            for (row, column), entry in wanted
        ]
        removed = wanted[0][1][0] is None
        try:
            self._wait_if_busy()
            if self._jobs is not None and len(cells) > _AT_ONCE:
                self._mark_in_job(self._jobs, cells, removed=removed)
                return False
            found = mark_cells(self._work, self._course, cells, goes_on=self._step if joins else None)
        except TrainerError as problem:
            self._refuse(problem)
            return False
        self._take(found, removed=removed)
        return found.marked > 0

    def undo(self) -> Place | None:
        """Take back the newest step; one of very many cells beside the window."""
        found = history.pending(self._work, 1)
        if not found or not self._is_large(found[0].label):
            return super().undo()
        self._travel_in_job(self.tr("Taking the marks back"), history.undo)
        return None

    def redo(self) -> Place | None:
        """Do again what was undone last, likewise."""
        found = history.next_redo(self._work)
        if found is None or not self._is_large(found.label):
            return super().redo()
        self._travel_in_job(self.tr("Marking the selected cells"), history.redo)
        return None

    def _is_large(self, step: Label) -> bool:
        count = step.values.get("count")
        return self._jobs is not None and isinstance(count, int) and count > _AT_ONCE

    def _travel_in_job(self, title: str, act: Callable[[Workplace], Changes]) -> None:
        def done(changes: Changes) -> None:
            self.written.emit(changes)
            self.load()

        self.end_minutes()
        if self._jobs is None or self._busy():
            self._refuse(TrainerError("job.wait"))
            return
        self._jobs.run(title, lambda _progress: act(self._work), done=done, failed=self._refuse)

    def _mark_in_job(self, jobs: Jobs, cells: Sequence[CellMark], *, removed: bool) -> None:
        """Mark so many cells that it takes a while; until it is done nothing else is marked."""
        jobs.run(
            self.tr("Marking the selected cells"),
            lambda _progress: mark_cells(self._work, self._course, cells),
            done=lambda found: self._take(found, removed=removed),
            failed=self._refuse,
        )

    def _take(self, found: MarkedCells, *, removed: bool) -> None:
        """Show what was saved, and say what was skipped."""
        self._note(found.changes)
        self.load()
        if found.skipped:
            self.message.emit(self._told(found, removed=removed))

    def _told(self, found: MarkedCells, *, removed: bool) -> str:
        """Say how many cells were skipped, and why."""
        words = {
            SkipReason.REPLACED: self.tr("replaced by then"),
            SkipReason.WITHDRAWN: self.tr("withdrawn by then"),
            SkipReason.NOT_YET: self.tr("not on the list yet"),
            SkipReason.LOCKED: self.tr("session locked"),
            SkipReason.CANCELLED: self.tr("session cancelled"),
        }
        why = ", ".join(
            f"{words[each]} {found.skipped[each]}" for each in SkipReason if each in found.skipped
        )
        if removed:
            return self.tr("Marks removed: {count}. Skipped: {why}.").format(count=found.marked, why=why)
        return self.tr("Marked: {count}. Skipped: {why}.").format(count=found.marked, why=why)

    def asks_ahead(self, row: int, column: int, mark: Mark | None, then: Callable[[], object]) -> bool:
        """Ask as for one cell; chosen cells have a question of their own."""
        return self._over(row, column) is None and super().asks_ahead(row, column, mark, then)

    def _asks(self, row: int, column: int, mark: Mark | None, then: Callable[[], object]) -> bool:
        """Ask before cells of sessions that have not begun are marked; False if nothing must be asked."""
        block = self._over(row, column)
        if block is None or mark is None:
            return False
        sessions = [self.model.sessions[at] for at in block.columns]
        ahead = [each for each in sessions if self._is_asked_about(each)]
        if not ahead:
            return False

        def go_on() -> None:
            self._agreed |= {each.key for each in ahead}
            then()

        first, formats = min(ahead, key=lambda each: (each.day, each.start)), self._words.formats
        confirm(
            self._host.window(),
            self.tr("Not begun yet: %n session(s)", "", len(ahead)),
            self.tr(
                "Session {number} begins on {when}. Give all selected cells the mark “{mark}” all the same?"
            ).format(
                number=first.number,
                when=f"{formats.weekday_short(first.day)}, {formats.clock(first.start)}",
                mark=self._words.word(mark),
            ),
            self.tr("Mark all the same"),
            go_on,
            danger=False,
            name="attendance_ahead_question",
        )
        return True

    def _is_asked_about(self, session: GridSession) -> bool:
        """Tell whether a session has not begun, could be marked, and nobody agreed to that yet."""
        free = not session.locked and not session.cancelled and session.key not in self._agreed
        return free and attendance.is_ahead(self._work, session)
