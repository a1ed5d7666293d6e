"""What one mark costs in the open window, to all that shows, in a large database and a small one."""

import gc
import statistics
from datetime import date
from time import perf_counter

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex
from PySide6.QtWidgets import QApplication

from tests.bench.row import BenchRow
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
from trainer_app.ui.shell import window
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

TARGET = 1.2
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


def mark_row(large: Opened, small: Opened, marks: int, today: date, count: int = 100) -> BenchRow:
    """Measure marks by turns in both windows; the medians count."""
    application = QApplication.instance() or window.make_application(["bench"])
    assert isinstance(application, QApplication)
    switch, theme = LanguageSwitch(application, "tg"), Theme(application, "light")
    seats = [Seat(*each, today, theme, switch) for each in (large, small)]
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(count):
        for seat, found in zip(seats, times, strict=True):
            gc.collect(0)
            found.append(seat.mark(turn))
    for seat in seats:
        seat.close()
    # What runs after this in the same program has a language and colours of its own, one of each.
    switch.remove()
    application.setStyleSheet("")
    for each in (switch, theme):
        shiboken6.delete(each)
    ours, theirs = (statistics.median(found) * 1000 for found in times)
    name = f"one mark in the window, {marks:,} marks"
    return BenchRow(name, ours, "ms", "the same with 2,000 marks", theirs, TARGET)
