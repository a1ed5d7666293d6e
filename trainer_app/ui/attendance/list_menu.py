"""The menu of the grid's corner: who is shown, and in what order."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.arranging import Order, Shown
from trainer_app.ui.attendance.grid_model import Arrangement


class ListMenu(QMenu):
    """Ticks what is chosen now. Made anew each time it opens."""

    shown_chosen = Signal(object)
    order_chosen = Signal(object)

    def __init__(self, now: Arrangement, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_list_menu")
        self.aboutToHide.connect(self.deleteLater)
        shown, order = QActionGroup(self), QActionGroup(self)
        for what, words in (
            (Shown.ALL, self.tr("Everybody")),
            (Shown.UNMARKED, self.tr("Not marked in this session")),
            (Shown.MISSED, self.tr("Absent or late in this session")),
            (Shown.BELOW, self.tr("Share below the limit")),
            (Shown.WALK_INS, self.tr("Walk-ins")),
        ):
            action = self._add(f"attendance_show_{what.value}", words, shown, ticked=what is now.shown)
            action.triggered.connect(lambda _ticked=False, what=what: self.shown_chosen.emit(what))
        self.addSeparator()
        for by, words in (
            (Order.NUMBER, self.tr("By number")),
            (Order.NAME, self.tr("By name")),
            (Order.UNIT, self.tr("By unit")),
        ):
            action = self._add(f"attendance_sort_{by.value}", words, order, ticked=by is now.order)
            action.triggered.connect(lambda _ticked=False, by=by: self.order_chosen.emit(by))

    def open_at(self, place: QPoint) -> None:
        """Show the menu with its first entry ready for Enter and the arrows; it holds nothing up."""
        self.popup(place)
        self.setActiveAction(self.actions()[0])

    def _add(self, name: str, words: str, group: QActionGroup, *, ticked: bool) -> QAction:
        action = self.addAction(words)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(ticked)
        group.addAction(action)
        return action
