"""What can be done with one person of the list besides a mark: remark, replacing, withdrawing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.attendance import GridRow
from trainer_app.ui.attendance.wording import Wording


class RowMenu(QMenu):
    """Made anew each time it opens. `others` are those whose place somebody may take."""

    asked = Signal(str)
    """One of: clear, remark, history, withdraw, rest."""
    replaces = Signal(str)
    """The enrolment whose place the person takes."""

    def __init__(self, words: Wording, row: GridRow, others: Sequence[GridRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("room_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ask("remark", self.tr("Remark…"), "F2")
        self._ask("history", self.tr("History of the mark…"), "Ctrl+I")
        self._ask("clear", self.tr("Take the mark away"), "Del")
        self.addSeparator()
        self.choices = QMenu(self.tr("Replaces"), self)
        self.choices.setObjectName("room_menu_replaces")
        if row.walk_in and others:
            self.addMenu(self.choices)
            for each in others:
                action = self.choices.addAction(f"{each.number}  {each.full_name or each.name}")
                action.setObjectName(f"room_menu_replaces_{each.number}")
                action.triggered.connect(lambda _checked=False, key=each.enrolment: self.replaces.emit(key))
        self._ask("withdraw", self.tr("Withdraw from the course"), "")
        self.addSeparator()
        self._ask("rest", self.tr("Mark the rest present"), "Ctrl+Shift+P")

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen; it holds nothing up."""
        self.popup(place)

    def _ask(self, name: str, words: str, keys: str) -> QAction:
        """Add an entry; its keys are told only, the list listens to them itself."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{words}\t{shown}" if shown else words)
        action.setObjectName(f"room_menu_{name}")
        action.triggered.connect(lambda: self.asked.emit(name))
        return action
