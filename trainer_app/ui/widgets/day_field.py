"""A field for a day, typed as people write days or picked from a calendar."""

from datetime import date
from typing import override

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from trainer_app.ui.widgets.arrow import draw_arrow
from trainer_app.ui.widgets.day_typing import DAY, MONTH, SEPARATORS, YEAR, DayTyping

_PARTS = {
    QDateEdit.Section.DaySection: DAY,
    QDateEdit.Section.MonthSection: MONTH,
    QDateEdit.Section.YearSection: YEAR,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class DateField(QDateEdit):
    """A day, typed as dd.MM.yyyy, ddMMyyyy or d.M.yy, or picked from a calendar.

    Qt's own typing takes a dot behind a full part for the end of the next part and bends days that a month
    does not have, so "03.04.2027" became another day in silence. Here a day that does not exist is said, and
    the day that was there before stays.
    """

    refused = Signal(str)
    """What was typed is no day, in words; a form row shows them."""
    taken = Signal()
    """What was typed is a day, be it the same as before."""

    def __init__(self, name: str, day: QDate | None = None) -> None:
        super().__init__(day or QDate.currentDate())
        self._typing: DayTyping | None = None
        self.setObjectName(name)
        self.setDisplayFormat("dd.MM.yyyy")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dateChanged.connect(self._stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, what stands between them and what erases them; leave the other keys to Qt."""
        sign = event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        if plain and len(sign) == 1 and sign.isdecimal():
            typing = self._begin()
            typing.digit(str(int(sign)))
            self._show(typing)
        elif plain and sign and sign in SEPARATORS:
            typing = self._begin()
            typing.separate()
            self._show(typing)
        elif plain and event.key() in _ERASERS:
            typing = self._begin()
            typing.erase()
            self._show(typing)
        elif event.key() == Qt.Key.Key_Escape and self._typing is not None:
            self._restore()
        elif self._finish() or event.key() not in _ENTER:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the day, from whichever side the keyboard comes."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, however short."""
        self._finish()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what was typed before the mouse chooses another part or the calendar."""
        self._finish()
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take what was typed before Tab leaves; stay where it is no day."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _TABS and not self._finish():
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the whole field: nobody types a day with Tab between its parts."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and our own arrow."""
        super().paintEvent(event)
        draw_arrow(self)

    def _begin(self) -> DayTyping:
        if self._typing is None:
            shown = self.date()
            everything = self.lineEdit().hasSelectedText() and len(self.lineEdit().selectedText()) > 4
            part = DAY if everything else _PARTS.get(self.currentSection(), DAY)
            self._typing = DayTyping(date(shown.year(), shown.month(), shown.day()), part)
        return self._typing

    def _show(self, typing: DayTyping) -> None:
        """Show what is typed; a day that is whole is the field's day at once."""
        day = typing.whole()
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        self._typing = typing
        line = self.lineEdit()
        blocked = line.blockSignals(True)  # Qt would bend what is not a day yet
        line.setText(typing.text())
        start, length = typing.span()
        line.setSelection(start, length) if length else line.setCursorPosition(start)
        line.blockSignals(blocked)

    def _finish(self) -> bool:
        """Take what was typed; tell whether it was a day."""
        if self._typing is None:
            return True
        text, day = self._typing.text(), self._typing.finished()
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        self._restore()
        if day is None:
            self.refused.emit(self.tr("There is no day {0}").format(text))
        else:
            self.taken.emit()
        return day is not None

    def _restore(self) -> None:
        """Show the field's day."""
        self._typing = None
        line = self.lineEdit()
        blocked = line.blockSignals(True)
        line.setText(self.date().toString(self.displayFormat()))
        line.blockSignals(blocked)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def _stop(self) -> None:
        self._typing = None
