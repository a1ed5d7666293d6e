"""A day is typed as people write days, over any day that stands there; one that does not exist is said."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import press, show, type_text
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme, tokens
from trainer_app.ui.style.tokens import contrast
from trainer_app.ui.widgets import pickers
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.pickers import DateField, DayCalendar, TimeField
from trainer_app.ui.widgets.typed_parts import MONTH, DateTyping

FORMS = ("{0.day:02}.{0.month:02}.{0.year}", "{0.day:02}{0.month:02}{0.year}", "{0.day}/{0.month}/{0.year}")
"""The same day with dots, without, and as short as it goes."""


def days(first: date, step: int) -> Iterator[date]:
    """Yield days through two years, one of them a leap year."""
    for number in range(0, 731, step):
        yield first + timedelta(days=number)


def typed(shown: date, text: str) -> DateTyping:
    """Type a text over a shown day."""
    typing = DateTyping(shown)
    for sign in text:
        typing.digit(sign) if sign.isdecimal() else typing.separate()
    return typing


@pytest.mark.parametrize("form", FORMS)
def test_every_day_is_typed_over_every_other(form: str) -> None:
    for shown in days(date(2027, 1, 1), 23):
        for wanted in days(date(2027, 1, 1), 1):
            assert typed(shown, form.format(wanted)).whole() == wanted


def test_short_days_take_what_is_missing_from_the_day_shown() -> None:
    shown = date(2026, 11, 30)
    assert typed(shown, "3.4.27").finished() == date(2027, 4, 3)
    assert typed(shown, "7").finished() == date(2026, 11, 7)
    assert typed(shown, "7.12").finished() == date(2026, 12, 7)
    assert typed(shown, "7.12.2").whole() is None, "a year that is not all there is no year yet"


def test_days_that_do_not_exist_are_no_days() -> None:
    shown = date(2026, 11, 30)
    for text in ("31.02.2027", "29.02.2027", "00.05.2027", "12.00.2027", "01.01.0001", "01.01.3011"):
        assert typed(shown, text).finished() is None, text
    assert typed(shown, "29.02.2028").finished() == date(2028, 2, 29)


def test_one_part_is_typed_alone_and_digits_are_taken_back() -> None:
    typing = DateTyping(date(2026, 11, 30), MONTH)
    typing.digit("1")
    typing.digit("2")
    assert typing.text() == "30.12.2026"
    typing.erase()
    assert typing.text() == "30.12."
    typing.erase()
    typing.digit("0")
    assert typing.text() == "30.10."
    assert typing.finished() == date(2026, 10, 30)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> Iterator[DateField]:
    """Show a day between two lines of text, with the keyboard in it."""
    host = QWidget()
    host.setObjectName("host")
    made = DateField("day", QDate(2026, 11, 30))
    column = QVBoxLayout(host)
    for widget in (QLineEdit(objectName="before"), FormRow("day", made), QLineEdit(objectName="after")):
        column.addWidget(widget)
    qtbot.addWidget(host)
    show(host)
    before = host.findChild(QLineEdit, "before")
    assert before is not None
    before.setFocus()
    press(before, Qt.Key.Key_Tab)
    assert made.hasFocus()
    yield made
    host.close()


def focused(field: DateField) -> str:
    """Return the name of what has the keyboard."""
    window = field.window()
    has = window.focusWidget()
    assert has is not None
    return has.objectName()


@pytest.mark.parametrize("text", ["03.04.2027", "03042027", "3.4.27", "3,4,2027"])
def test_a_day_is_typed_into_the_field_and_one_tab_leaves_it(field: DateField, text: str) -> None:
    type_text(field, text)
    press(field, Qt.Key.Key_Tab)
    assert focused(field) == "after"
    assert field.date() == QDate(2027, 4, 3)
    assert field.text() == "03.04.2027"
    press(field.window().focusWidget() or field, Qt.Key.Key_Backtab)
    assert field.hasFocus()
    press(field, Qt.Key.Key_Backtab)
    assert focused(field) == "before"


def test_a_day_that_does_not_exist_is_said_and_the_old_one_stays(field: DateField) -> None:
    row = field.parentWidget()
    assert isinstance(row, FormRow)
    type_text(field, "31.02.2027")
    press(field, Qt.Key.Key_Tab)
    assert row.error.text() == "There is no day 31.02.2027"
    assert field.date() == QDate(2026, 11, 30)
    assert field.text() == "30.11.2026"
    assert field.hasFocus(), "the keyboard is where something is wrong"
    type_text(field, "28.02.2027")
    press(field, Qt.Key.Key_Tab)
    assert row.error.isHidden()
    assert focused(field) == "after"


def test_days_are_told_when_they_are_whole_and_not_on_the_way(field: DateField) -> None:
    told: list[QDate] = []
    field.dateChanged.connect(told.append)
    type_text(field, "15.12.2")
    assert told == [], "never the year 2 or 202"
    type_text(field, "028")
    assert told == [QDate(2028, 12, 15)]


def test_escape_takes_back_what_is_being_typed(field: DateField) -> None:
    type_text(field, "1.1.20")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == "30.11.2026"
    press(field, Qt.Key.Key_Down)
    assert field.date() == QDate(2026, 11, 29), "arrows go on from the day that is shown"


def drawn(calendar: DayCalendar, day: QDate) -> set[str]:
    """Return the colours of a day's place as it is painted, "#rrggbb"."""
    picture = QImage(38, 38, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    calendar.paintCell(painter, QRect(0, 0, 38, 38), day)
    painter.end()
    return {picture.pixelColor(x, y).name() for x in range(38) for y in range(38)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_calendar_is_in_the_colours_of_the_theme(
    qtbot: QtBot, field: DateField, theme: Theme, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose(scheme)
    assert isinstance(field.calendarWidget(), DayCalendar)
    assert field.calendarWidget().objectName() == f"{field.objectName()}_calendar"
    calendar = DayCalendar("alone")
    qtbot.addWidget(calendar)
    calendar.setSelectedDate(QDate(2026, 11, 28))
    show(calendar)
    now = tokens()
    assert QColor(now.accent).name() in drawn(calendar, QDate(2026, 11, 28))
    saturday, other = drawn(calendar, QDate(2026, 11, 21)), drawn(calendar, QDate(2026, 12, 1))
    assert QColor(now.text).name() in saturday, "a Saturday is a day like any other"
    assert QColor(now.text).name() not in other, "a day of another month is quiet"
    assert contrast(now.text3, now.surface) >= 4.5
    heads = calendar.headerTextFormat().foreground().color().name()
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert heads == weekend == QColor(now.text3).name()
    today = QDate(2026, 12, 16)
    monkeypatch.setattr(pickers.QDate, "currentDate", lambda: today)
    calendar.setCurrentPage(today.year(), today.month())
    calendar.setSelectedDate(today.addDays(40))
    calendar.setCurrentPage(today.year(), today.month())
    assert QColor(now.accent).name() in drawn(calendar, today), "today has a ring"
    assert calendar.verticalHeaderFormat() is QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader


@pytest.mark.parametrize("text", ["2.40", "2:40", "02,40", "0240"])
def test_times_are_typed_with_a_dot_too(qtbot: QtBot, theme: Theme, text: str) -> None:
    time = TimeField("start", 5 * 60 + 40)
    qtbot.addWidget(time)
    show(time)
    type_text(time, text)
    assert time.minutes() == 160


@pytest.fixture
def hour(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> Iterator[TimeField]:
    """Show 16:00 in a form row."""
    made = TimeField("start", 16 * 60)
    row = FormRow("start", made)
    qtbot.addWidget(row)
    show(row)
    made.setFocus()
    yield made
    row.close()


def error(field: QWidget) -> str:
    """Return what the row of a field says is wrong."""
    row = field.parentWidget()
    assert isinstance(row, FormRow)
    return "" if row.error.isHidden() else row.error.text()


@pytest.mark.parametrize("text", ["18:00", "1800", "18.0", "18 00", "18-00"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_time_is_typed_over_whatever_is_selected(hour: TimeField, text: str, whole: bool) -> None:
    if whole:
        press(hour, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(hour, text)
    press(hour, Qt.Key.Key_Tab)
    assert (hour.text(), hour.minutes(), error(hour)) == ("18:00", 18 * 60, "")


@pytest.mark.parametrize("text", ["09:15", "9:15"])
def test_shift_before_a_colon_ends_no_typing(hour: TimeField, text: str) -> None:
    """A window system tells Shift as a key of its own: 09:00 became 00:30."""
    for sign in text:
        if sign == ":":
            QTest.keyPress(hour, Qt.Key.Key_Shift)
            QTest.keyClicks(hour, sign, Qt.KeyboardModifier.ShiftModifier)
            QTest.keyRelease(hour, Qt.Key.Key_Shift)
        else:
            QTest.keyClicks(hour, sign)
    assert hour.minutes() == 9 * 60 + 15
    press(hour, Qt.Key.Key_Tab)
    assert (hour.text(), error(hour)) == ("09:15", "")


@pytest.mark.parametrize("first", ["8", "08"])
def test_an_arrow_goes_on_to_the_next_part(hour: TimeField, field: DateField, first: str) -> None:
    """8, Right, 15 became 15:00 in silence."""
    type_text(hour, first)
    press(hour, Qt.Key.Key_Right)
    type_text(hour, "15")
    press(hour, Qt.Key.Key_Tab)
    assert (hour.text(), error(hour)) == ("08:15", "")
    field.setFocus()
    for part in ("5", "1", "2027"):
        type_text(field, part)
        press(field, Qt.Key.Key_Right)
    press(field, Qt.Key.Key_Tab)
    assert field.date() == QDate(2027, 1, 5)


def test_a_day_is_typed_over_the_whole_of_it(field: DateField) -> None:
    press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(field, "05.06.2027")
    assert field.date() == QDate(2027, 6, 5)


def test_what_is_copied_is_pasted_over_the_time(hour: TimeField) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(" 8.30 ")
    press(hour, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(hour, Qt.Key.Key_Tab)
    assert hour.minutes() == 8 * 60 + 30
    clipboard.setText("noon")
    press(hour, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert error(hour) == "Only a time is taken here, as 08:30."
    assert hour.text() == "08:30"


def test_a_time_that_does_not_exist_is_said_and_not_saved_at_once(hour: TimeField) -> None:
    for text in ("25:00", "9:75", "24.00"):
        press(hour, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(hour, text)
        assert not hour.settled(), text
        assert error(hour) == "There is no time " + text.replace(".", ":")
        assert hour.minutes() == 16 * 60
        assert hour.settled(), "who saves once more means the time that is shown"
    type_text(hour, "25")
    press(hour, Qt.Key.Key_Tab)
    assert error(hour) == "There is no time 25:00"
    assert not hour.settled(), "a press with the mouse left the field: it saves nothing yet"
    type_text(hour, "17")
    assert not error(hour)


def test_what_was_said_of_a_day_is_over_once_another_one_is_chosen(field: DateField) -> None:
    type_text(field, "31.02.2027")
    press(field, Qt.Key.Key_Tab)
    assert error(field) == "There is no day 31.02.2027"
    field.setDate(QDate(2027, 3, 15))
    assert error(field) == ""
    assert field.settled(), "the day that is shown was chosen after that"
    type_text(field, "31.02.2027")
    press(field, Qt.Key.Key_Tab)
    field.window().hide()
    field.window().show()
    assert field.settled(), "the form was left, and is asked about something else now"


def test_a_letter_is_said_and_a_digit_goes_on(hour: TimeField, field: DateField) -> None:
    hour.setFocus()
    type_text(hour, "x")
    assert error(hour) == "Only a time is taken here, as 08:30."
    type_text(hour, "17:15")
    assert (hour.minutes(), error(hour)) == (17 * 60 + 15, "")
    type_text(field, "x")
    assert error(field) == "Only a day is taken here, as 17.10.2018."
    alone = TimeField("alone", 9 * 60)
    layout = field.window().layout()
    assert layout is not None
    layout.addWidget(alone)
    type_text(alone, "y")
    assert QToolTip.text() == "Only a time is taken here, as 08:30."
    QToolTip.hideText()


def test_going_back_begins_with_the_first_part(field: DateField) -> None:
    time = TimeField("start", 9 * 60 + 30)
    layout = field.window().layout()
    assert layout is not None
    layout.addWidget(time)
    time.show()
    press(field, Qt.Key.Key_Tab)
    press(field.window().focusWidget() or field, Qt.Key.Key_Backtab)
    type_text(field, "05.06.2027")
    assert field.date() == QDate(2027, 6, 5)
    time.setFocus(Qt.FocusReason.BacktabFocusReason)
    type_text(time, "14.45")
    assert time.minutes() == 14 * 60 + 45
