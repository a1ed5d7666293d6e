"""Typing a number of the list goes to that line of the sheet, on whatever page it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from trainer_app.ui.attendance.number_jump import TypedNumber

_DIGITS_APART = 1500  # milliseconds after which the next digit begins another number


class PlaceJump(QObject):
    """`found` gives the line of the sheet, counted from 0 over all pages; `hinted` what was typed."""

    found = Signal(int)
    hinted = Signal(str)

    def __init__(self, numbers: Callable[[], list[int]], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_jump")
        self._numbers = numbers
        self._number = TypedNumber()
        self.pause = QTimer(self)
        self.pause.setObjectName("signatures_digits_apart")
        self.pause.setSingleShot(True)
        self.pause.setInterval(_DIGITS_APART)
        self.pause.timeout.connect(self.end)

    def type(self, digit: int) -> None:
        """Add a digit and go to the number typed so far."""
        place = self._number.type(digit, self._numbers())
        if place is None:
            self.hinted.emit(self.tr("There is no number {number}").format(number=self._number.typed))
        else:
            self.hinted.emit(self.tr("No. {number}").format(number=self._number.typed))
            self.found.emit(place)
        self.pause.start()

    def end(self) -> None:
        """Let the next digit begin a new number."""
        if self.pause.isActive() or self._number.typed:
            self.pause.stop()
            self._number.forget()
            self.hinted.emit("")
