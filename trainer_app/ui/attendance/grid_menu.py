"""The menu of a cell: what the keys do, for those who use the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.attendance import GridRow, GridSession, Mark
from trainer_app.ui.attendance.wording import Wording


class GridMenu(QMenu):
    """Offers marks, minutes, a remark, and what concerns person and session. Made anew each time it opens.

    `others` are those whose place the person may take; without any the entry is left out.
    """

    marked = Signal(object)
    """A `Mark`, or None to take it away."""
    asked = Signal(str)
    """One of: early, remark, history, badge, rest, rest_of_day, count, lock, schedule."""
    replaces = Signal(str)
    """The enrolment whose place the person takes."""
    withdrawn = Signal()

    def __init__(
        self, words: Wording, session: GridSession, others: Sequence[GridRow], parent: QWidget
    ) -> None:
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
        self._ask("history", self.tr("History of the mark…"), "Ctrl+I")
        self._add_replaced(others)
        self._add("withdraw", self.tr("Withdraw from the course"), "").triggered.connect(self.withdrawn)
        self.addSeparator()
        self._ask("badge", self.tr("Type the digits of a badge…"), "Ctrl+B")
        self._ask("rest", self.tr("Mark the rest present"), "Ctrl+Shift+P")
        self._ask("rest_of_day", self.tr("Mark the rest of the day present…"), "Ctrl+Shift+D")
        self._ask("count", self.tr("Count on paper…"), "Ctrl+H")
        locking = self.tr("Open the session again…") if session.locked else self.tr("Lock the session")
        self._ask("lock", locking, "Ctrl+K")
        self._ask("schedule", self.tr("Move, shorten or split in the schedule"), "")

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen; it holds nothing up."""
        self.popup(place)

    def _add_replaced(self, others: Sequence[GridRow]) -> None:
        if not others:
            return
        choices = QMenu(self.tr("Replaces"), self)
        choices.setObjectName("attendance_menu_replaces")
        self.addMenu(choices)
        for each in others:
            action = choices.addAction(f"{each.number}  {each.full_name or each.name}")
            action.setObjectName(f"attendance_menu_replaces_{each.number}")
            action.triggered.connect(lambda _checked=False, key=each.enrolment: self.replaces.emit(key))

    def _ask(self, name: str, words: str, keys: str) -> None:
        self._add(name, words, keys).triggered.connect(lambda: self.asked.emit(name))

    def _add(self, name: str, words: str, keys: str) -> QAction:
        """Add an entry; its keys are told only, the grid listens to them itself."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{words}\t{shown}" if shown else words)
        action.setObjectName(f"attendance_menu_{name}")
        return action
