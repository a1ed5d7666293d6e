"""The menu of a cell: what the keys do, for those who use the mouse."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.attendance import GridSession, Mark
from trainer_app.ui.attendance.wording import Wording


class GridMenu(QMenu):
    """Offers marks, minutes, a remark, and what concerns the session. Made anew each time it opens."""

    marked = Signal(object)
    """A `Mark`, or None to take it away."""
    asked = Signal(str)
    """One of: early, remark, rest, rest_of_day, count, lock."""

    def __init__(self, words: Wording, session: GridSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in Mark:
            action = self.addAction(f"{words.letter(mark)}   {words.word(mark)}")
            action.setObjectName(f"attendance_menu_{mark.value}")
            action.triggered.connect(lambda _checked=False, mark=mark: self.marked.emit(mark))
        none = self._add("none", self.tr("Take the mark away"), "Del")
        none.triggered.connect(lambda: self.marked.emit(None))
        self.addSeparator()
        self._ask("early", self.tr("Left early…"), "-")
        self._ask("remark", self.tr("Remark…"), "F2")
        self.addSeparator()
        self._ask("rest", self.tr("Mark the rest present"), "Ctrl+Shift+P")
        self._ask("rest_of_day", self.tr("Mark the rest of the day present…"), "Ctrl+Shift+D")
        self._ask("count", self.tr("Count on paper…"), "Ctrl+H")
        locking = self.tr("Open the session again…") if session.locked else self.tr("Lock the session")
        self._ask("lock", locking, "Ctrl+K")

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen; it holds nothing up."""
        self.popup(place)

    def _ask(self, name: str, words: str, keys: str) -> None:
        self._add(name, words, keys).triggered.connect(lambda: self.asked.emit(name))

    def _add(self, name: str, words: str, keys: str) -> QAction:
        """Add an entry; its keys are told only, the grid listens to them itself."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{words}\t{shown}")
        action.setObjectName(f"attendance_menu_{name}")
        return action
