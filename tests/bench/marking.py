"""What a mark and a report cost in the open window, to all that shows."""

import gc
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import perf_counter

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QModelIndex
from PySide6.QtWidgets import QApplication

from tests.bench.row import BenchRow, cpu_seconds
from tests.bench.start import looks
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.store.courses.courses import list_courses
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

TARGET = 1.2
REPORT_LIMIT = 2.0
"""Seconds of the processor in which a report over a million marks opens."""
type Opened = tuple[DataFolder, DataKey]
_ZONE = "Asia/Dushanbe"


class Seat:
    """The program's window over a folder, at the attendance of the course that runs."""

    def __init__(
        self, folder: DataFolder, key: DataKey, today: date, theme: Theme, switch: LanguageSwitch
    ) -> None:
        self.work: Workplace = workplace.open_with_key(folder, key, fixed_at(today, 11, _ZONE))
        preferences = PreferenceStore(folder.preferences)
        self.window = MainWindow(preferences)
        self.workspace = Workspace(AppContext(self.work, theme, switch, preferences))
        self.window.show_page(self.workspace)
        self.window.resize(1366, 697)
        self.window.show()
        self.workspace.open("today")
        courses = list_courses(self.work.database)
        course = next(each for each in courses if each.first_day <= today <= each.last_day)
        self.workspace.open("courses", course=course.key, tab="attendance")
        QApplication.processEvents()
        view = self.workspace.findChild(GridView)
        assert view is not None
        self.model = view.model()

    def mark(self, turn: int) -> float:
        """Mark a cell that is marked already otherwise; return the seconds until all is shown."""
        row, column = turn % self.model.rowCount(), turn % 7
        value = (Mark.LATE, 1 + turn % 40, 0)
        began = perf_counter()
        saved = self.model.setData(self.model.index(row, column, QModelIndex()), value)
        QApplication.processEvents()
        took = perf_counter() - began
        assert saved
        return took

    def close(self) -> None:
        """Close the window and the database."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.work.close()


@contextmanager
def seats(today: date, *folders: Opened) -> Iterator[list[Seat]]:
    """Open a window over each of some folders; at the end nothing of it is left in this program."""
    with looks() as (switch, theme):
        opened = [Seat(*each, today, theme, switch) for each in folders]
        yield opened
        for seat in opened:
            seat.close()


def mark_row(large: Opened, small: Opened, marks: int, today: date, count: int = 100) -> BenchRow:
    """Measure marks by turns in both windows; the medians count."""
    times: tuple[list[float], list[float]] = ([], [])
    with seats(today, large, small) as both:
        for turn in range(count):
            for seat, found in zip(both, times, strict=True):
                gc.collect(0)
                found.append(seat.mark(turn))
    ours, theirs = (statistics.median(found) * 1000 for found in times)
    name = f"one mark in the window, {marks:,} marks"
    return BenchRow(name, ours, "ms", "the same with 2,000 marks", theirs, TARGET)


def report_row(opened: Opened, marks: int, today: date) -> BenchRow:
    """Measure how much the processor works until a window shows the report of everything for the first time.

    It stands there with the list behind its first figure, painted. What is open is looked for after that.
    """
    with seats(today, opened) as (seat,):
        page = ReportPage(seat.workspace.context)
        page.resize(1120, 560)
        page.show()
        page._show_first = lambda counted: page._show(counted, whole=False)  # type: ignore[method-assign]

        def show() -> None:
            page.show_report()
            while page.report is None:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            page.grab()

        took = cpu_seconds(show)
        assert page.figure.rows.rowCount() > 0
        shiboken6.delete(page)
    name = f"report over {marks:,} marks, opened in the window, CPU"
    return BenchRow(name, took, "s", f"{REPORT_LIMIT:.0f} s", REPORT_LIMIT, 1.0)
