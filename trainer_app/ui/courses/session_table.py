"""The sessions of a course as a table: the day stands once, before its first session."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject

from trainer_app.domain.courses import CourseView, Session, SessionState
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.courses.wording import ChipWords, CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.table import TableView

_ROW = 50


@dataclass(frozen=True)
class Line:
    """A session as the table shows it. `day_number` counts the days with sessions from 1."""

    session: Session
    day_number: int
    opens_day: bool
    trainers: str
    clashes: bool

    @property
    def key(self) -> str:
        """The session's key."""
        return self.session.key


def lines_of(view: CourseView, clashing: Collection[str]) -> list[Line]:
    """Return the lines of a course; `clashing` holds keys of sessions that need what another one has."""
    names = {teacher.person: teacher.name for teacher in view.teachers}
    days = sorted({session.day for session in view.sessions})
    lines: list[Line] = []
    for session in view.sessions:
        opens = not lines or lines[-1].session.day != session.day
        trainers = ", ".join(names[key] for key in session.trainers if key in names)
        number = days.index(session.day) + 1
        lines.append(Line(session, number, opens, trainers, session.key in clashing))
    return lines


class SessionModel(RowsModel[Line]):
    """Columns: day, time, number, topic, trainers, state."""

    def __init__(self, desk: Desk, wording: CourseWording, parent: QObject) -> None:
        self._desk, self._wording = desk, wording
        columns: tuple[Column[Line], ...] = (
            Column("day", lambda: self.tr("Day"), self._day, 148, look=Look.STRONG),
            Column("time", lambda: self.tr("Time"), self._time, 120),
            Column("number", lambda: self.tr("No."), lambda line: str(line.session.number), 56, right=True),
            Column("topic", lambda: self.tr("Topic"), self._topic, look=Look.STRONG),
            Column(
                "trainers", lambda: self.tr("Taught by"), lambda line: line.trainers, 210, look=Look.QUIET
            ),
            Column("state", lambda: self.tr("State"), lambda line: self._chip(line)[1], 190, chip=self._chip),
        )
        super().__init__("sessions_model", columns, lambda line: line.key, parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        second = {"day": self._day_number, "time": self._minutes, "topic": self._other_topics}
        show_two_lines(table, second, _ROW)

    def _day(self, line: Line) -> str:
        return self._desk.formats.weekday_short(line.session.day) if line.opens_day else ""

    def _day_number(self, line: Line) -> str:
        return self.tr("Day {number}").format(number=line.day_number) if line.opens_day else ""

    def _time(self, line: Line) -> str:
        return self._desk.formats.times(line.session.start, line.session.end)

    def _minutes(self, line: Line) -> str:
        return self.tr("{minutes} min").format(minutes=line.session.minutes)

    def _topic(self, line: Line) -> str:
        return line.session.topic.best(self._desk.language.code) or self.tr("without a topic")

    def _other_topics(self, line: Line) -> str:
        """Return why it is cancelled, or the topic in the other languages."""
        session = line.session
        if session.state is SessionState.CANCELLED:
            return session.cancel_reason
        own = session.topic.best(self._desk.language.code)
        texts = [str(getattr(session.topic, code)) for code in LANGUAGES]
        return " · ".join(text for text in texts if text and text != own)

    def _chip(self, line: Line) -> ChipWords:
        return self._wording.session_chip(line.session, clashes=line.clashes)
