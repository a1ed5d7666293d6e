"""Fields in which something is picked or typed in parts: a day, a time, one of a few.

A day is typed as people write it or picked from a calendar: day, month and year fill one after the other
while they are typed; the calendar has the colours of the theme, and days large enough for a touchpad.
"""

from datetime import date
from typing import override

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import SMALL
from trainer_app.ui.widgets.painting import draw_arrow

_BESIDE_ICON = 4
_LENGTHS = (2, 2, 4)
_FIRSTS = ("0123", "01", "0123456789")
"""First digits that a second one may follow: "4" is the whole of a day, "2" the whole of a month."""
_CENTURY = 2000
_YEARS = range(1900, 2200)
DAY, MONTH, YEAR = range(3)
SEPARATORS = frozenset(".,/- ")


class DateTyping:
    """Starts from a shown day and the part typed first; the other parts stand until they are reached."""

    def __init__(self, shown: date, part: int = DAY) -> None:
        self._shown = shown
        self.parts = [f"{shown.day:02}", f"{shown.month:02}", f"{shown.year:04}"]
        self.part = part
        self._fresh = True
        """Whether the next digit begins the part anew."""

    def digit(self, sign: str) -> None:
        """Take one digit; a part that is full passes on to the next one."""
        if self._fresh:
            self.parts[self.part] = ""
            self._fresh = False
        text = self.parts[self.part]
        if len(text) == _LENGTHS[self.part]:
            return
        text += sign
        self.parts[self.part] = text
        if self.part < YEAR and (len(text) == _LENGTHS[self.part] or text not in _FIRSTS[self.part]):
            self._pass_on()

    def separate(self) -> None:
        """Take a dot or what people write for it: a part that has no digit yet was begun by itself."""
        if not self._fresh and self.parts[self.part] and self.part < YEAR:
            self._pass_on()

    def erase(self) -> None:
        """Take the last digit back, or that of the part before."""
        if not self.parts[self.part] and self.part > DAY:
            self.part -= 1
        self.parts[self.part] = self.parts[self.part][:-1] if not self._fresh else ""
        self._fresh = False

    def text(self) -> str:
        """Return what is typed so far, as it is shown."""
        return ".".join(self.parts)

    def span(self) -> tuple[int, int]:
        """Return first place and length of what the next digit replaces; length 0: it is added there."""
        start = sum(len(part) + 1 for part in self.parts[: self.part])
        length = len(self.parts[self.part])
        return (start, length) if self._fresh else (start + length, 0)

    def whole(self) -> date | None:
        """Return the day once the year is all there; None as well if there is no such day."""
        there = self.part == YEAR and not self._fresh and len(self.parts[YEAR]) == _LENGTHS[YEAR]
        return self.finished() if there else None

    def finished(self) -> date | None:
        """Return the day if nothing more is typed: "26" is 2026, an empty part is the one that was shown."""
        day = int(self.parts[DAY] or self._shown.day)
        month = int(self.parts[MONTH] or self._shown.month)
        year = int(self.parts[YEAR] or self._shown.year)
        if len(self.parts[YEAR]) == 2:
            year += _CENTURY
        if year not in _YEARS:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None

    def _pass_on(self) -> None:
        self.part += 1
        self._fresh = True


_DAY = 38
"""Pixels of a day's place in the calendar: enough for a finger on a touchpad."""
_ROUND = 15.0
_STEPS = {"qt_calendar_prevmonth": "left", "qt_calendar_nextmonth": "right"}


class DayCalendar(QCalendarWidget):
    """The calendar of a field: days of other months are quiet, today has a ring, the chosen day a disc."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_calendar")
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._name_days()

    def _name_days(self) -> None:
        """Name months and days in the language of the window: of itself Qt takes that of the first window."""
        self.setLocale(QLocale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_days()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the colours of the theme, and drawings that are seen on its ground."""
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens().text3))
        self.setHeaderTextFormat(quiet)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # A course is held on any day: none of them is an alarm.
            self.setWeekdayTextFormat(day, quiet)
        for name, drawing in _STEPS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(theme.icon(drawing, "text2"))
                button.setIconSize(QSize(20, 20))
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """Six weeks, their heading, and month and year above."""
        return QSize(7 * _DAY + 16, 7 * _DAY + 48)

    def minimumSizeHint(self) -> QSize:
        """As large as it is wished to be."""
        return self.sizeHint()

    @override
    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Draw a day's number, with a disc or a ring around it."""
        shown = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
        scheme, here = tokens(), shown.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(scheme.surface))
        place = QRectF(0, 0, 2 * _ROUND, 2 * _ROUND)
        place.moveCenter(QRectF(rect).center())
        chosen = shown == self.selectedDate()
        ink = scheme.on_accent if chosen else scheme.text if here else scheme.text3
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            painter.drawEllipse(place)
        elif shown == QDate.currentDate():
            painter.setPen(QPen(QColor(scheme.accent), 1.5))
            painter.drawEllipse(place)
        painter.setFont(theme.font(SMALL, 600 if chosen else 400))
        painter.setPen(QColor(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(shown.day()))
        painter.restore()


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
        self._typing: DateTyping | None = None
        self.setObjectName(name)
        self.setDisplayFormat("dd.MM.yyyy")
        self.setCalendarPopup(True)
        self.setCalendarWidget(DayCalendar(name))
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

    def _begin(self) -> DateTyping:
        if self._typing is None:
            shown = self.date()
            everything = self.lineEdit().hasSelectedText() and len(self.lineEdit().selectedText()) > 4
            part = DAY if everything else _PARTS.get(self.currentSection(), DAY)
            self._typing = DateTyping(date(shown.year(), shown.month(), shown.day()), part)
        return self._typing

    def _show(self, typing: DateTyping) -> None:
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


_BRIEF = Qt.ItemDataRole.UserRole + 1
_BESIDE_LIST = 40
"""Room beside the longest line of a list: its edges, and a bar to scroll it."""


class ComboBox(QComboBox):
    """A choice of few. The wheel never turns it: it still lies under the pointer when a form is scrolled.

    What is too long for the field may have short words for it (`add_brief`): its list says all.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # Qt lets the wheel give the focus before the field sees it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def add_brief(self, text: str, brief: str, data: object) -> None:
        """Add a choice that the closed field calls `brief`."""
        self.addItem(text, data)
        self.setItemData(self.count() - 1, brief, _BRIEF)
        self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)

    def closed_text(self) -> str:
        """Return what the closed field calls the choice."""
        return str(self.currentData(_BRIEF) or self.currentText())

    @override
    def showPopup(self) -> None:
        """Let the list be as wide as its longest choice, where those of the field are short."""
        if self.currentData(_BRIEF):
            texts = (self.itemText(place) for place in range(self.count()))
            wide = max(map(self.fontMetrics().horizontalAdvance, texts)) + _BESIDE_LIST
            self.view().setMinimumWidth(min(wide, self.window().width() - _BESIDE_LIST))
        super().showPopup()

    def shown_text(self) -> str:
        """Return what there is room to show of the choice; an ellipsis says that there is more of it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        room -= 0 if option.currentIcon.isNull() else option.iconSize.width() + _BESIDE_ICON
        return self.fontMetrics().elidedText(self.closed_text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and our own arrow; Qt would cut a long choice in the middle of a letter."""
        shown = self.shown_text()
        if self.isEditable() or shown == self.currentText():
            super().paintEvent(event)
        else:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            option.currentText = shown
            painter = QStylePainter(self)
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
            painter.end()
        draw_arrow(self)


class TimeField(QTimeEdit):
    """A time of day as "09:00"; `minutes` after midnight in and out."""

    def __init__(self, name: str, minutes: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDisplayFormat("HH:mm")
        self.set_minutes(minutes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minutes(self) -> int:
        """Return minutes after midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def set_minutes(self, minutes: int) -> None:
        """Show a time given in minutes after midnight."""
        self.setTime(QTime(minutes // 60, minutes % 60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a dot or a comma between hours and minutes too: "8.30" is how people write it."""
        if event.text() in (".", ","):
            event = QKeyEvent(event.type(), Qt.Key.Key_Colon, event.modifiers(), ":")
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the hour, from whichever side the keyboard comes: a whole time is what is typed."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.setSelectedSection(QTimeEdit.Section.HourSection)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
