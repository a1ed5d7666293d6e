"""How fast the attendance grid opens, paints, marks, jumps, scrolls, against an empty QTableView of its size.

500 people x 40 sessions, all marked. `measure` is what `dev.py bench` calls; nothing here fails for
being slow. Saving is measured elsewhere: here marks go to memory, so that only the window's part shows.
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from tests.ui.attendance_course import plain_grid, show_in_window
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, Mark
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.attendance.ports import RealActions
from trainer_app.ui.kit.context import ChangeHub

PEOPLE, DAYS, PER_DAY = 500, 10, 4
SIZE = (1366, 768)
TARGET = 2.0
_JUMPS = (3, 47, 486)
"""Rows of the numbers 4, 48 and 487, which three digits pass through."""
_FAR, _FOUND = 400, (16, 16, 16)
"""Where a search begins, and the row that its letters lead to."""


@dataclass(frozen=True)
class Row:
    """One line of the benchmark: milliseconds here and for the baseline (medians), and what is aimed at."""

    work: str
    ours: float
    baseline: str
    theirs: float
    target: float = TARGET

    @property
    def ratio(self) -> float:
        """How many times as long as the baseline."""
        return self.ours / self.theirs


class MemoryActions(RealActions):
    """Grid and marks in memory; the rest of the actions is not used here."""

    def __init__(self, grid: AttendanceGrid) -> None:
        self._grid = grid
        self._steps = 0

    def grid(self, work: Any, course: str) -> AttendanceGrid:
        """Return the grid made at the start."""
        return self._grid

    def mark(self, work: Any, enrolment: str, session: str, cell: Attendance) -> Changes:
        """Count a step."""
        self._steps += 1
        return Changes(Label("attendance.step.mark"), self._steps, frozenset({("attendance", enrolment)}))

    def undo_label(self, work: Any) -> Label | None:
        """Return nothing to undo."""
        return None

    def redo_label(self, work: Any) -> Label | None:
        """Return nothing to do again."""
        return None

    def now(self, work: Any) -> tuple[date, int]:
        """Return the evening of the last day of the sessions."""
        return date(2018, 10, DAYS), 1200


def measure(repeats: int = 200) -> tuple[Row, ...]:
    """Measure repaint, mark and scroll; needs a QApplication, a screen is not needed."""
    app = QApplication.instance() or QApplication([])
    page = grid_page()
    table = baseline_table(page)
    holders = [show_in_window(each, *SIZE) for each in (page, table)]
    _settle()
    card = page.card
    whole = [
        *_parts(page.view),
        page.view.corner,
        card.shares,
        card.totals,
        page.legend,
        *page.legend.buttons,
    ]
    rows = tuple(
        Row(work, _median(ours, repeats), "an empty QTableView of that size", _median(theirs, repeats))
        for work, ours, theirs in (
            ("repaint the grid", _repaint(_parts(page.view)), _repaint(_parts(table))),
            ("repaint the whole tab", _repaint(whole), _repaint(_parts(table))),
            ("mark a cell", marking(page), _set_item(table)),
            ("scroll three rows", scrolling(page.view), scrolling(table)),
            ("jump by number, three digits", jumping(page), _going(table, _JUMPS)),
            ("jump by name, three letters", finding(page), _going(table, (_FAR, *_FOUND))),
        )
    )
    for holder in holders:
        holder.close()
        holder.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return (_opened(max(7, repeats // 20)), *rows)


def _opened(repeats: int) -> Row:
    """Measure opening: widgets made, filled, shown and painted; in turn, since the first of all is slower."""
    ours, theirs = [], []
    grid = plain_grid(PEOPLE, DAYS, PER_DAY, Attendance(Mark.PRESENT))
    model = grid_page(grid)
    for _ in range(repeats):
        # What was opened before is garbage by now; looking for it is no part of opening the next.
        gc.collect()
        ours.append(_open(lambda: grid_page(grid)))
        gc.collect()
        theirs.append(_open(lambda: baseline_table(model)))
    model.deleteLater()
    work = "open the tab: grid, heads, counts, legend"
    return Row(work, statistics.median(ours), "an empty QTableView of that size", statistics.median(theirs))


def _open(make: Callable[[], QWidget]) -> float:
    """Return the milliseconds until a new widget is painted."""
    start = time.perf_counter()
    holder = show_in_window(make(), *SIZE)
    _settle()
    took = (time.perf_counter() - start) * 1000
    holder.close()
    holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return took


def grid_page(grid: AttendanceGrid | None = None) -> AttendancePage:
    """Return the tab with everybody present in every session, or with another grid that is made already."""
    grid = grid or plain_grid(PEOPLE, DAYS, PER_DAY, Attendance(Mark.PRESENT))
    work: Any = None
    return AttendancePage(work, grid.course, ChangeHub(), actions=MemoryActions(grid), language=lambda: "en")


def baseline_table(page: AttendancePage) -> QTableView:
    """Return Qt's own table with nothing in its cells, rows and columns as large as the grid's."""
    table = QTableView()
    table.setObjectName("baseline")
    table.setModel(QStandardItemModel(PEOPLE, DAYS * PER_DAY, table))
    table.verticalHeader().setMinimumSectionSize(8)
    table.horizontalHeader().setDefaultSectionSize(page.view.columnWidth(0))
    table.verticalHeader().setDefaultSectionSize(page.view.rowHeight(0))
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
    return table


def _settle() -> None:
    """Let Qt lay out and paint what is asked for by now."""
    QCoreApplication.sendPostedEvents()
    QApplication.processEvents()


def _median(act: Callable[[int], None], repeats: int) -> float:
    """Return the median milliseconds of an action, in time of the processor: nothing here waits for anything.

    Not by turns: what a table puts off until the next round of events would be counted for the other one.
    """
    for at in range(10):
        act(at)
    times = []
    for at in range(repeats):
        start = time.process_time()
        act(at)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def _repaint(parts: Sequence[QWidget]) -> Callable[[int], None]:
    """Ask for widgets to be painted anew, as a change of theme does, and let Qt paint them in one go.

    One by one, whatever lies below two of them would be painted twice, and what lies on a third, too.
    """

    def act(_at: int) -> None:
        for part in parts:
            part.update()
        _settle()

    return act


def _parts(table: QTableView) -> list[QWidget]:
    """Return what a table consists of: cells and both heads."""
    return [table.viewport(), table.horizontalHeader().viewport(), table.verticalHeader().viewport()]


def marking(page: AttendancePage) -> Callable[[int], None]:
    """Go to a person and mark it."""
    marks = tuple(Mark)

    def act(at: int) -> None:
        page.view.go_to(at % 20, 3)
        _settle()
        page.mark(marks[at // 20 % 4])
        _settle()

    return act


def _set_item(table: QTableView) -> Callable[[int], None]:
    """Go to a cell and put a letter into it."""
    model = table.model()
    assert isinstance(model, QStandardItemModel)

    def act(at: int) -> None:
        table.setCurrentIndex(model.index(at % 20, 3))
        _settle()
        model.setItem(at % 20, 3, QStandardItem("PLEA"[at // 20 % 4]))
        _settle()

    return act


def scrolling(view: QTableView) -> Callable[[int], None]:
    """Scroll by three rows."""

    def act(at: int) -> None:
        view.verticalScrollBar().setValue(at * 3 % (PEOPLE - 60))
        _settle()

    return act


def jumping(page: AttendancePage) -> Callable[[int], None]:
    """Type the number of a person far down; each digit goes to the number typed so far."""

    def act(_at: int) -> None:
        page.jump.end()
        for digit in (4, 8, 7):
            page.take_digit(digit)
            _settle()

    return act


def finding(page: AttendancePage) -> Callable[[int], None]:
    """Type the beginning of a name; each letter goes to the first who has it."""

    def act(_at: int) -> None:
        page.view.go_to(_FAR, 3)
        _settle()
        page.asking.find()
        for text in ("р", "ра", "рах"):
            page.strip.field.setText(text)
            page.strip.field.textEdited.emit(text)
            _settle()

    return act


def _going(table: QTableView, rows: Sequence[int]) -> Callable[[int], None]:
    """Go to as many rows, those that the jump goes to."""

    def act(_at: int) -> None:
        for row in rows:
            table.setCurrentIndex(table.model().index(row, 3))
            _settle()

    return act
