"""Fields in which something is picked or typed in parts: a day, a time, one of a few.

A day or a time is typed as people write it, a day picked from a calendar too: its parts fill one after the
other while they are typed; the calendar has the colours of the theme, and days large enough for a touchpad.
"""

from datetime import date
from typing import override

from PySide6.QtCore import QDate, QEvent, QLocale, QMetaMethod, QRect, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
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
    QDateTimeEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QToolTip,
    QWidget,
)

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import SMALL
from trainer_app.ui.widgets.labels import announce
from trainer_app.ui.widgets.painting import draw_arrow
from trainer_app.ui.widgets.presses import show_as_offers
from trainer_app.ui.widgets.typed_parts import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    YEAR,
    DateTyping,
    PartsTyping,
    TimeTyping,
)

_BESIDE_ICON = 4

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
    QDateTimeEdit.Section.DaySection: DAY,
    QDateTimeEdit.Section.MonthSection: MONTH,
    QDateTimeEdit.Section.YearSection: YEAR,
    QDateTimeEdit.Section.HourSection: HOUR,
    QDateTimeEdit.Section.MinuteSection: MINUTE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_SHORTCUTS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


_HELD = frozenset(
    (
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch),
    )
)
"""Keys that only alter another one: Shift comes before a colon, and ends no typing."""


class PartsField[T: (date, int)](QDateTimeEdit):
    """A value that is typed part by part, over what is selected too.

    Qt's own typing takes a dot behind a full part for the end of the next part, bends days that a month does
    not have, and drops what is typed over the whole: "03.04.2027" became another day, "18:00" nothing at all,
    in silence. Here what does not exist, and a sign that is not taken, is said; what was there before stays.
    """

    refused = Signal(str)
    """What was typed is no such value, in words; a form row shows them."""
    taken = Signal()
    """What was typed is one, be it the same as before, or another one came there without a key."""

    def __init__(self, name: str, shown: str) -> None:
        super().__init__()
        self._typing: PartsTyping | None = None
        self._before: T | None = None
        """The value that what is being typed is typed over."""
        self._told = ""
        """What was said of the last typing, while no other key was pressed and no other value came there."""
        self.setObjectName(name)
        self.setDisplayFormat(shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dateTimeChanged.connect(self._stop)

    def settled(self) -> bool:
        """Take what was typed before it is saved; False, said once, where what was there before stayed."""
        told, self._told = self._told, ""
        if self._typing is not None:
            taken = self._finish()
            self._told = ""
            return taken
        if told:
            self._refuse(told)
        return not told

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, what stands between them and what erases them; leave the other keys to Qt."""
        self._told = ""
        sign = event.text()
        plain = not event.modifiers() & _SHORTCUTS
        if event.matches(QKeySequence.StandardKey.Paste):
            self._finish()
            self._type(QGuiApplication.clipboard().text().strip(), self._begin(0))
        elif plain and event.key() in _ERASERS:
            typing = self._begin()
            typing.erase()
            self._show(typing)
        elif plain and event.key() == Qt.Key.Key_Right and self._typing is not None:
            # To the next part of what is being typed, as by a dot: 8, Right, 15 is 8:15.
            self._typing.separate()
            self._show(self._typing)
        elif plain and len(sign) == 1 and sign.isprintable():
            self._type(sign, self._begin())
        elif event.key() == Qt.Key.Key_Escape and self._typing is not None:
            self._take_back()
        elif event.key() in _HELD:
            event.ignore()
        elif self._finish() or event.key() not in _ENTER:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first part, from whichever side the keyboard comes."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.setSelectedSection(self.sectionAt(0))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew where the form was left meanwhile: what was said then is of another time."""
        super().showEvent(event)
        self._told = ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, however short."""
        self._finish()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what was typed before the mouse chooses another part or the calendar."""
        self._finish()
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take what was typed before Tab leaves; stay where there is no such value."""
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

    def _refuse(self, words: str) -> None:
        """Say what is wrong: in the form's row, or just below a field that stands in none."""
        if self.isSignalConnected(QMetaMethod.fromSignal(self.refused)):
            self.refused.emit(words)
        else:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), words, self)
            announce(self, words)

    def _start(self) -> PartsTyping:
        """Return a typing over the value that is shown."""
        raise NotImplementedError

    def _value(self, typing: PartsTyping, *, whole: bool) -> T | None:
        """Return what is typed: as soon as it is whole, or if nothing more is typed."""
        raise NotImplementedError

    def _put(self, value: T) -> None:
        """Make a value the field's."""
        raise NotImplementedError

    def _unknown(self, text: str) -> str:
        """Say that there is no such value."""
        raise NotImplementedError

    def _wanted(self) -> str:
        """Say how a value is written."""
        raise NotImplementedError

    def _begin(self, part: int | None = None) -> PartsTyping:
        """Return what is being typed; begun here, from the part that has the keyboard if none is given."""
        if self._typing is None:
            typing = self._start()
            self._before = self._value(typing, whole=False)
            if part is None and typing.mark not in self.lineEdit().selectedText():
                part = _PARTS.get(self.currentSection())
            typing.part = part or 0
            self._typing = typing
        return self._typing

    def _type(self, signs: str, typing: PartsTyping) -> None:
        """Take signs; say what is none of a value."""
        if all(map(typing.take, signs)):
            self.taken.emit()
            self._show(typing)
        else:
            self._take_back()
            self._refuse(self._wanted())

    def _show(self, typing: PartsTyping) -> None:
        """Show what is typed; a value that is whole is the field's at once."""
        value = self._value(typing, whole=True)
        if value is not None:
            self._put(value)
        self._typing = typing
        line = self.lineEdit()
        blocked = line.blockSignals(True)  # Qt would bend what is no value yet
        line.setText(typing.text())
        start, length = typing.span()
        line.setSelection(start, length) if length else line.setCursorPosition(start)
        line.blockSignals(blocked)

    def _finish(self) -> bool:
        """Take what was typed; tell whether there is such a value."""
        typing = self._typing
        if typing is None:
            return True
        value = self._value(typing, whole=False)
        if value is None:
            self._take_back()
            self._told = self._unknown(typing.text())
            self._refuse(self._told)
            return False
        self._put(value)
        self._restore()
        self.taken.emit()
        return True

    def _take_back(self) -> None:
        """Return to the value that was there before."""
        before, self._before = self._before, None
        if before is not None:
            self._put(before)
        self._restore()

    def _restore(self) -> None:
        """Show the field's value."""
        self._typing = None
        line = self.lineEdit()
        blocked = line.blockSignals(True)
        line.setText(self.dateTime().toString(self.displayFormat()))
        line.blockSignals(blocked)
        self.setSelectedSection(self.sectionAt(0))

    def _stop(self) -> None:
        """Forget what was typed and said of it: another value stands there, as from the calendar."""
        self._typing, self._told = None, ""
        self.taken.emit()


class DateField(PartsField[date]):
    """A day, typed as dd.MM.yyyy, ddMMyyyy or d.M.yy, or picked from a calendar."""

    def __init__(self, name: str, day: QDate | None = None) -> None:
        super().__init__(name, "dd.MM.yyyy")
        self.setDate(day or QDate.currentDate())
        self.setCalendarPopup(True)
        self.setCalendarWidget(DayCalendar(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and our own arrow."""
        super().paintEvent(event)
        draw_arrow(self)

    @override
    def _start(self) -> DateTyping:
        shown = self.date()
        return DateTyping(date(shown.year(), shown.month(), shown.day()))

    @override
    def _value(self, typing: PartsTyping, *, whole: bool) -> date | None:
        assert isinstance(typing, DateTyping)
        return typing.whole() if whole else typing.finished()

    @override
    def _put(self, value: date) -> None:
        self.setDate(QDate(value.year, value.month, value.day))

    @override
    def _unknown(self, text: str) -> str:
        return self.tr("There is no day {0}").format(text)

    @override
    def _wanted(self) -> str:
        return self.tr("Only a day is taken here, as 17.10.2018.")


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
        show_as_offers(self.view())
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


class TimeField(PartsField[int]):
    """A time of day, typed as 09:00, 9.00 or 0900; `minutes` after midnight in and out."""

    def __init__(self, name: str, minutes: int = 0) -> None:
        super().__init__(name, "HH:mm")
        self.set_minutes(minutes)

    def minutes(self) -> int:
        """Return minutes after midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def set_minutes(self, minutes: int) -> None:
        """Show a time given in minutes after midnight."""
        self.setTime(QTime(minutes // 60, minutes % 60))

    @override
    def _start(self) -> TimeTyping:
        return TimeTyping(self.minutes())

    @override
    def _value(self, typing: PartsTyping, *, whole: bool) -> int | None:
        assert isinstance(typing, TimeTyping)
        return typing.whole() if whole else typing.finished()

    @override
    def _put(self, value: int) -> None:
        self.set_minutes(value)

    @override
    def _unknown(self, text: str) -> str:
        return self.tr("There is no time {0}").format(text)

    @override
    def _wanted(self) -> str:
        return self.tr("Only a time is taken here, as 08:30.")
