"""How fast the attendance grid opens, paints, marks, jumps, scrolls, against an empty QTableView of its size.

500 people x 40 sessions, all marked. `measure` is what `dev.py bench` calls; nothing here fails for
being slow. Saving is measured elsewhere: here marks go to memory, so that only the window's part shows.
"""

import itertools
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from tests.bench.row import tidy
from tests.ui.attendance_course import plain_grid, show_in_window
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import ZONE
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.ui.attendance.grid.page import AttendancePage
from trainer_app.ui.attendance.key_input import TypedDigit
from trainer_app.ui.kit.jobs import ChangeHub

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


@contextmanager
def in_memory() -> Iterator[None]:
    """Let the actions read one grid made at the start and forget what is written, as long as this lasts."""
    grid = plain_grid(PEOPLE, DAYS, PER_DAY, Attendance(Mark.PRESENT))
    steps = itertools.count(1)

    def mark(_work: Any, enrolment: str, *_values: Any, **_minutes: Any) -> Changes:
        return Changes(Label("attendance.step.mark"), next(steps), frozenset({("attendance", enrolment)}))

    with patch.multiple(attendance, grid=lambda _work, _course: grid, mark=mark):
        yield


def measure(repeats: int = 200) -> tuple[Row, ...]:
    """Measure repaint, mark and scroll; needs a QApplication, a screen is not needed."""
    with in_memory():
        return _measure(repeats)


def _measure(repeats: int) -> tuple[Row, ...]:
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
    model = grid_page()
    for _ in range(repeats):
        # What was opened before is garbage by now; looking for it is no part of opening the next.
        tidy()
        ours.append(_open(grid_page))
        tidy()
        theirs.append(_open(lambda: baseline_table(model)))
    # At once: a page that lives on would ask the real actions when the theme or the language changes.
    model.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
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


def grid_page() -> AttendancePage:
    """Return the tab with everybody present in every session, in the evening of the last day."""
    evening = int(datetime(2018, 10, DAYS, 20, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)
    work: Any = SimpleNamespace(clock=SimpleNamespace(millis=lambda: evening))
    return AttendancePage(work, "course", ChangeHub(), language=lambda: "en")


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
            page.take_digit(TypedDigit(digit))
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
