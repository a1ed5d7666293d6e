"""The rows of an agenda that is to be taken in: what becomes of each, and what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from trainer_app.domain.agenda_lines import AgendaLine, AgendaOutcome, AgendaPlan
from trainer_app.domain.courses import Teacher
from trainer_app.domain.letters import clean_text
from trainer_app.domain.tables import Severity
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.two_lines import show_two_lines
from trainer_app.ui.courses.wording import ChipWords
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.models import Column, Index, Look, RowsModel
from trainer_app.ui.widgets.table import TableView

_ROW = 46


class AgendaModel(RowsModel[AgendaLine]):
    """Columns: row, what happens, day, time, topic with what is wrong below it, trainers, room."""

    def __init__(self, desk: Desk, teachers: Callable[[], tuple[Teacher, ...]], parent: QObject) -> None:
        self._desk, self._teachers = desk, teachers
        columns: tuple[Column[AgendaLine], ...] = (
            Column("row", lambda: self.tr("Row"), lambda line: str(line.number), 80, right=True),
            Column(
                "fate",
                lambda: self.tr("What happens"),
                lambda line: self._chip(line)[1],
                170,
                chip=self._chip,
            ),
            Column("day", lambda: self.tr("Day"), self._day, 130, look=Look.STRONG),
            Column("time", lambda: self.tr("Time"), self._time, 120),
            Column("topic", lambda: self.tr("Topic"), self._topic, look=Look.STRONG),
            Column("trainers", lambda: self.tr("Taught by"), self._trainers, 200, look=Look.QUIET),
            Column("room", lambda: self.tr("Room"), self._room, 120, look=Look.QUIET),
        )
        super().__init__("agenda_model", columns, lambda line: str(line.number), parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        show_two_lines(table, {"topic": self.trouble}, _ROW, _due)

    def show_plan(self, plan: AgendaPlan, *, only_problems: bool) -> None:
        """Show the rows, or only those with something to look at."""
        self.set_rows([line for line in plan.lines if line.problems or not only_problems])

    def trouble(self, line: AgendaLine) -> str:
        """Return what is wrong with a row, the gravest first."""
        order = sorted(line.problems, key=lambda each: each.severity is not Severity.REFUSED)
        return " ".join(label_text(each.label, self._desk.language.code) for each in order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say what is wrong in the tool tip and to a screen reader too."""
        if index.isValid() and self.columns[index.column()].name == "topic":
            line = self.row(index.row())
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.trouble(line) or None
            if role == Qt.ItemDataRole.AccessibleTextRole and line.problems:
                return f"{super().data(index, role)}. {self.trouble(line)}"
        return super().data(index, role)

    def _chip(self, line: AgendaLine) -> ChipWords:
        return {
            AgendaOutcome.TAKEN: (
                Tone.DUE if line.problems else Tone.GOOD,
                self.tr("session"),
                "alert" if line.problems else "check",
            ),
            AgendaOutcome.LEFT_OUT: (Tone.QUIET, self.tr("left out"), "minus"),
            AgendaOutcome.REFUSED: (Tone.BAD, self.tr("refused"), "close"),
        }[line.outcome]

    def _day(self, line: AgendaLine) -> str:
        return self._desk.formats.weekday_short(line.draft.day) if line.draft else ""

    def _time(self, line: AgendaLine) -> str:
        return self._desk.formats.times(line.draft.start, line.draft.end) if line.draft else ""

    def _topic(self, line: AgendaLine) -> str:
        if line.draft is None:
            return " · ".join(clean_text(cell) for cell in line.cells if cell.strip())
        return line.draft.topic.best(self._desk.language.code) or self.tr("without a topic")

    def _trainers(self, line: AgendaLine) -> str:
        names = {teacher.person: teacher.name for teacher in self._teachers()}
        return ", ".join(names.get(key, "") for key in line.draft.trainers) if line.draft else ""

    def _room(self, line: AgendaLine) -> str:
        return line.draft.room if line.draft else ""


def _due(line: AgendaLine) -> tuple[str, ...]:
    """Say that what is wrong stands out; that a break is left out does not."""
    return ("topic",) if line.problems and line.outcome is not AgendaOutcome.LEFT_OUT else ()
