"""The menu of a cell: what the keys do, for those who use the mouse."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.wording import Wording


class GridMenu(QMenu):
    """Offers marks, a remark, and the rest of the session. Made anew each time it opens."""

    marked = Signal(object)
    """A `Mark`, or None to take it away."""
    remark_asked = Signal()
    rest_asked = Signal()

    def __init__(self, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in Mark:
            action = self.addAction(f"{words.letter(mark)}   {words.word(mark)}")
            action.setObjectName(f"attendance_menu_{mark.value}")
            action.triggered.connect(lambda _checked=False, mark=mark: self.marked.emit(mark))
        none = self.addAction(self.tr("Take the mark away"))
        none.setObjectName("attendance_menu_none")
        none.triggered.connect(lambda: self.marked.emit(None))
        self.addSeparator()
        remark = self.addAction(self.tr("Remark…"))
        remark.setObjectName("attendance_menu_remark")
        remark.triggered.connect(self.remark_asked)
        rest = self.addAction(self.tr("Mark the rest present"))
        rest.setObjectName("attendance_menu_rest")
        rest.triggered.connect(self.rest_asked)

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen; it holds nothing up."""
        self.popup(place)
