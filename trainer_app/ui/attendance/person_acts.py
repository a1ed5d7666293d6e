"""The menu of the grid: what the keys do, and what else can be done with the current person."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.arranging import replaceable
from trainer_app.ui.attendance.grid_menu import GridMenu
from trainer_app.ui.attendance.grid_view import GridView
from trainer_app.ui.attendance.marking import Marking


class PersonActs(QObject):
    """Opens the menu at the current cell; replacing and withdrawing are one step each."""

    marked = Signal(object)
    """A `Mark`, or None to take it away."""

    def __init__(
        self, marking: Marking, view: GridView, acts: Mapping[str, Callable[[], object]], host: QWidget
    ) -> None:
        super().__init__(host)
        self.setObjectName("attendance_person_acts")
        self._marking, self._view, self._acts, self._host = marking, view, acts, host

    def open_here(self) -> None:
        """Open the menu by key, at the current cell."""
        self.open_menu(self._view.visualRect(self._view.currentIndex()).center())

    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the table."""
        row, column = self._view.place
        if row < 0 or column < 0:
            return
        marking, model = self._marking, self._marking.model
        person = model.rows[row]
        whole, place = model.whole, model.column_places[column]
        cells = [cells[place] for cells in whole.cells]
        others = replaceable(whole.rows, cells, person.enrolment) if person.walk_in else []
        menu = GridMenu(model.words, model.sessions[column], others, self._host)
        menu.marked.connect(self.marked)
        menu.asked.connect(lambda what: self._acts[what]())
        menu.replaces.connect(lambda gone: marking.replace(gone, person.enrolment))
        menu.withdrawn.connect(lambda: marking.withdraw(person.enrolment))
        menu.open_at(self._view.viewport().mapToGlobal(at))
