"""The table of the schedule and its model: rows moved with mouse or keys, topics typed in place.

A day stands once, before its first session; days without sessions are shown too.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import override

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import CourseView, Session, SessionState
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_title
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.indicators import ChipWords
from trainer_app.ui.widgets.table_models import Column, Index, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_ROW = 50
_DAY = timedelta(days=1)
TOPIC = 3
"""The column of the topic."""


class ScheduleLine(Struct, frozen=True):
    """A session as the table shows it, or days of the course without any (`last` is the last of them).

    `day_number` counts the days with sessions from 1. `clashes` says who or what is needed elsewhere.
    """

    day: date
    session: Session | None = None
    day_number: int = 0
    opens_day: bool = True
    trainers: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    last: date | None = None

    @property
    def key(self) -> str:
        """The session's key, or the day."""
        return self.session.key if self.session is not None else self.day.isoformat()


def schedule_lines(view: CourseView, clashes: Mapping[str, Sequence[str]]) -> list[ScheduleLine]:
    """Return the lines of a course; `clashes` holds words by session."""
    names = {teacher.person: teacher.name for teacher in view.teachers}
    days = sorted({session.day for session in view.sessions})
    lines: list[ScheduleLine] = []
    for session in view.sessions:
        opens = not lines or lines[-1].day != session.day
        if opens:
            before = lines[-1].day + _DAY if lines else view.course.first_day
            lines += _free(before, session.day - _DAY)
        trainers = tuple(names[key] for key in session.trainers if key in names)
        number = days.index(session.day) + 1
        told = tuple(clashes.get(session.key, ()))
        lines.append(ScheduleLine(session.day, session, number, opens, trainers, told))
    if lines:
        lines += _free(lines[-1].day + _DAY, view.course.last_day)
    return lines


def _free(first: date, last: date) -> list[ScheduleLine]:
    """Return one line for a run of days without sessions; none if there is no such day."""
    return [ScheduleLine(first, last=last)] if first <= last else []


class ScheduleModel(ListTableModel[ScheduleLine]):
    """Columns: day, time, number, topic, trainers, state."""

    def __init__(self, context: AppContext, wording: CourseWording, parent: QObject) -> None:
        self._context, self._wording = context, wording
        columns: tuple[Column[ScheduleLine], ...] = (
            Column("day", field_title("session", "day"), self._day, 128, look=TextStyle.STRONG),
            Column("time", lambda: self.tr("Time"), self._time, 116),
            Column("number", lambda: self.tr("No."), self._number, 52, right=True),
            Column("topic", field_title("session", "topic"), self._topic, look=TextStyle.STRONG),
            Column("trainers", field_title("session", "trainers"), self._trainers, 176, look=TextStyle.QUIET),
            Column("state", field_title("session", "state"), self._state, 220, chip=self._chip),
        )
        super().__init__("sessions_model", columns, lambda line: line.key, parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        second = {
            "day": self._day_number,
            "time": self._minutes,
            "topic": self._below_topic,
            "trainers": self._room,
            "state": self._below_state,
        }
        show_two_lines(table, second, _ROW, self._due)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the table shows; the second lines too for a tool tip."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self._more(self.columns[index.column()].name, self.row(index.row())) or None
        return super().data(index, role)

    @override
    def spoken(self, row: int, column: Column[ScheduleLine]) -> str:
        line = self.row(row)
        more = self._more(column.name, line)
        said = f"{column.title()}: {column.text(line)}"
        return f"{said}. {more}" if more else said

    def _more(self, column: str, line: ScheduleLine) -> str:
        if column == "topic":
            return "\n".join(line.clashes) or self._below_topic(line)
        if column == "trainers":
            return "\n".join([*line.trainers, *filter(None, [self._room(line)])])
        return self._below_state(line) if column == "state" else ""

    def _day(self, line: ScheduleLine) -> str:
        return self._context.formats.weekday_short(line.day) if line.opens_day else ""

    def _day_number(self, line: ScheduleLine) -> str:
        if line.session is None:
            if line.last is None or line.last == line.day:
                return ""
            return self.tr("to {day}").format(day=self._context.formats.weekday_short(line.last))
        return self.tr("Day {number}").format(number=line.day_number) if line.opens_day else ""

    def _time(self, line: ScheduleLine) -> str:
        return self._context.formats.times(line.session.start, line.session.end) if line.session else ""

    def _minutes(self, line: ScheduleLine) -> str:
        return self.tr("{minutes} min").format(minutes=line.session.minutes) if line.session else ""

    def _number(self, line: ScheduleLine) -> str:
        return str(line.session.number) if line.session else ""

    def _topic(self, line: ScheduleLine) -> str:
        if line.session is None:
            return self.tr("no sessions")
        return line.session.topic.best(self._context.language.code) or self.tr("without a topic")

    def _below_topic(self, line: ScheduleLine) -> str:
        """Return what clashes, why it is cancelled, or the topic in the other languages."""
        session = line.session
        if session is None:
            return self.tr("Insert adds one here")
        if line.clashes:
            return " · ".join(line.clashes)
        if session.state is SessionState.CANCELLED:
            return session.cancel_reason
        own = session.topic.best(self._context.language.code)
        texts = [session.topic[code] for code in LANGUAGES]
        return " · ".join(text for text in texts if text and text != own)

    def _trainers(self, line: ScheduleLine) -> str:
        """Return family and given name of one trainer; of two or more, with initials, side by side."""
        if len(line.trainers) == 1:
            return " ".join(line.trainers[0].split()[:2])
        return ", ".join(map(_short, line.trainers))

    def _room(self, line: ScheduleLine) -> str:
        return line.session.room if line.session else ""

    def _state(self, line: ScheduleLine) -> str:
        return self._wording.session_chip(line.session, clashes=bool(line.clashes))[1] if line.session else ""

    def _chip(self, line: ScheduleLine) -> ChipWords | None:
        if line.session is None:
            return None
        return self._wording.session_chip(line.session, clashes=bool(line.clashes))

    def _below_state(self, line: ScheduleLine) -> str:
        return self._wording.locked(line.session) if line.session else ""

    def _due(self, line: ScheduleLine) -> Collection[str]:
        return ("topic",) if line.clashes else ()


def _short(name: str) -> str:
    """Return "Назарова Д." for "Назарова Дилбар Саидовна"."""
    family, _, given = name.partition(" ")
    return f"{family} {given[0]}." if given else family


_EDGE, _STEP = 28, 18
"""How near to the edge a dragged row scrolls the table, and how far at a time."""
_ALT = Qt.KeyboardModifier.AltModifier


class TopicLine(QLineEdit):
    """One line over the cell of a topic. Enter keeps what is typed, Esc leaves the topic as it was."""

    typed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("schedule_topic")
        self.setMaxLength(300)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, leave on Esc; the arrows up and down keep too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(keep=False)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Esc and Enter before the shortcuts of the window do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed when the person goes on elsewhere in the window."""
        super().focusOutEvent(event)
        staying = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and event.reason() not in staying:
            self._keep()

    def _close(self, *, keep: bool) -> None:
        if keep:
            self._keep()
        self.hide()
        self.closed.emit()

    def _keep(self) -> None:
        self.hide()
        if self.isModified():
            self.setModified(False)
            self.typed.emit(self.text().strip())


class SessionTable(TableView):
    """`dropped` gives the row that was dragged, the row it was let go at, and whether behind that one.

    `shifted` is -1 or 1 within the day, `day_shifted` to the day before or the next one.
    """

    dropped = Signal(int, int, bool)
    shifted = Signal(int)
    day_shifted = Signal(int)
    removed = Signal()
    rename_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("schedule_table", parent)
        self._pressed: QPoint | None = None
        self._dragged = -1
        self._target: tuple[int, bool] | None = None
        self.topic_line = TopicLine(self.viewport())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_line())
        self.topic_line.closed.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))

    def rename(self, text: str, name: str) -> None:
        """Let the topic of the current row be typed where it stands."""
        self.scrollTo(self.currentIndex())
        self._place_line()
        self.topic_line.setAccessibleName(name)
        self.topic_line.setText(text)
        self.topic_line.show()
        self.topic_line.selectAll()
        self.topic_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_line(self) -> None:
        """Put the line over its cell: again whenever the rows are scrolled or the window changes."""
        index = self.model().index(self.currentIndex().row(), TOPIC)
        box: QRect = self.visualRect(index)
        self.topic_line.setGeometry(box.adjusted(2, 6, -6, -6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line over its cell."""
        super().resizeEvent(event)
        self._place_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, rename and remove the current row; stop a drag on Esc; the rest is the table's."""
        key, alt = event.key(), event.modifiers() == _ALT
        if key == Qt.Key.Key_Escape and self._dragged >= 0:
            self._stop()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.day_shifted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    # Dragging: nothing of it leaves the table, so it needs no drag and drop of the desktop.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the row current; it may be dragged from here."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would go."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._dragged < 0:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged = self.indexAt(self._pressed).row()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll(at)
        self._target = self._place(at) if self._dragged >= 0 else None
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go where the line is."""
        dragged, target = self._dragged, self._target
        self._stop()
        if dragged >= 0 and target is not None and target[0] != dragged:
            self.dropped.emit(dragged, *target)
        elif dragged < 0:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them the line where a dragged row would go."""
        super().paintEvent(event)
        if self._target is None or self._target[0] == self._dragged:
            return
        row, behind = self._target
        box = self.visualRect(self.model().index(row, 0))
        at = box.bottom() if behind else box.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tokens().accent), 3))
        painter.drawLine(6, at, self.viewport().width() - 6, at)

    def _place(self, at: QPoint) -> tuple[int, bool] | None:
        """Return the row under the mouse and whether its lower half is meant."""
        index = self.indexAt(QPoint(max(at.x(), 0), at.y()))
        if not index.isValid():
            last = self.model().rowCount() - 1
            return (last, True) if at.y() > 0 and last >= 0 else None
        box = self.visualRect(index)
        return index.row(), at.y() > box.center().y()

    def _scroll(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _stop(self) -> None:
        self._pressed, self._dragged, self._target = None, -1, None
        self.viewport().unsetCursor()
        self.viewport().update()
