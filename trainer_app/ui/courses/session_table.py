"""The sessions of a course as a table: the day stands once, before its first session; free days stand too."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt

from trainer_app.domain.courses import CourseView, Session, SessionState
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.courses.wording import ChipWords, CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.models import Column, Index, Look, RowsModel
from trainer_app.ui.widgets.table import TableView

_ROW = 50
_DAY = timedelta(days=1)
TOPIC = 3
"""The column of the topic."""


@dataclass(frozen=True)
class Line:
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


def lines_of(view: CourseView, clashes: Mapping[str, Sequence[str]]) -> list[Line]:
    """Return the lines of a course; `clashes` holds words by session."""
    names = {teacher.person: teacher.name for teacher in view.teachers}
    days = sorted({session.day for session in view.sessions})
    lines: list[Line] = []
    for session in view.sessions:
        opens = not lines or lines[-1].day != session.day
        if opens:
            before = lines[-1].day + _DAY if lines else view.course.first_day
            lines += _free(before, session.day - _DAY)
        trainers = tuple(names[key] for key in session.trainers if key in names)
        number = days.index(session.day) + 1
        told = tuple(clashes.get(session.key, ()))
        lines.append(Line(session.day, session, number, opens, trainers, told))
    if lines:
        lines += _free(lines[-1].day + _DAY, view.course.last_day)
    return lines


def _free(first: date, last: date) -> list[Line]:
    """Return one line for a run of days without sessions; none if there is no such day."""
    return [Line(first, last=last)] if first <= last else []


class SessionModel(RowsModel[Line]):
    """Columns: day, time, number, topic, trainers, state."""

    def __init__(self, desk: Desk, wording: CourseWording, parent: QObject) -> None:
        self._desk, self._wording = desk, wording
        columns: tuple[Column[Line], ...] = (
            Column("day", lambda: self.tr("Day"), self._day, 128, look=Look.STRONG),
            Column("time", lambda: self.tr("Time"), self._time, 116),
            Column("number", lambda: self.tr("No."), self._number, 52, right=True),
            Column("topic", lambda: self.tr("Topic"), self._topic, look=Look.STRONG),
            Column("trainers", lambda: self.tr("Taught by"), self._trainers, 176, look=Look.QUIET),
            Column("state", lambda: self.tr("State"), self._state, 284, chip=self._chip),
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
        """Return what the table shows; the second lines too for a tool tip and a screen reader."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            said = super().data(index, role)
            more = self._more(self.columns[index.column()].name, self.row(index.row()))
            return f"{said}. {more}" if more else said
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self._more(self.columns[index.column()].name, self.row(index.row())) or None
        return super().data(index, role)

    def _more(self, column: str, line: Line) -> str:
        if column == "topic":
            return "\n".join(line.clashes) or self._below_topic(line)
        if column == "trainers":
            return "\n".join([*line.trainers, *filter(None, [self._room(line)])])
        return self._below_state(line) if column == "state" else ""

    def _day(self, line: Line) -> str:
        return self._desk.formats.weekday_short(line.day) if line.opens_day else ""

    def _day_number(self, line: Line) -> str:
        if line.session is None:
            if line.last is None or line.last == line.day:
                return ""
            return self.tr("to {day}").format(day=self._desk.formats.weekday_short(line.last))
        return self.tr("Day {number}").format(number=line.day_number) if line.opens_day else ""

    def _time(self, line: Line) -> str:
        return self._desk.formats.times(line.session.start, line.session.end) if line.session else ""

    def _minutes(self, line: Line) -> str:
        return self.tr("{minutes} min").format(minutes=line.session.minutes) if line.session else ""

    def _number(self, line: Line) -> str:
        return str(line.session.number) if line.session else ""

    def _topic(self, line: Line) -> str:
        if line.session is None:
            return self.tr("no sessions")
        return line.session.topic.best(self._desk.language.code) or self.tr("without a topic")

    def _below_topic(self, line: Line) -> str:
        """Return what clashes, why it is cancelled, or the topic in the other languages."""
        session = line.session
        if session is None:
            return self.tr("Insert adds one here")
        if line.clashes:
            return " · ".join(line.clashes)
        if session.state is SessionState.CANCELLED:
            return session.cancel_reason
        own = session.topic.best(self._desk.language.code)
        texts = [str(getattr(session.topic, code)) for code in LANGUAGES]
        return " · ".join(text for text in texts if text and text != own)

    def _trainers(self, line: Line) -> str:
        """Return family and given name of one trainer; of two or more, with initials, side by side."""
        if len(line.trainers) == 1:
            return " ".join(line.trainers[0].split()[:2])
        return ", ".join(map(_short, line.trainers))

    def _room(self, line: Line) -> str:
        return line.session.room if line.session else ""

    def _state(self, line: Line) -> str:
        return self._wording.session_chip(line.session, clashes=bool(line.clashes))[1] if line.session else ""

    def _chip(self, line: Line) -> ChipWords | None:
        if line.session is None:
            return None
        return self._wording.session_chip(line.session, clashes=bool(line.clashes))

    def _below_state(self, line: Line) -> str:
        return self._wording.locked(line.session) if line.session else ""

    def _due(self, line: Line) -> Collection[str]:
        return ("topic",) if line.clashes else ()


def _short(name: str) -> str:
    """Return "Назарова Д." for "Назарова Дилбар Саидовна"."""
    family, _, given = name.partition(" ")
    return f"{family} {given[0]}." if given else family
