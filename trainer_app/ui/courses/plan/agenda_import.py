"""Importing an agenda from a file: choose it, check every row, import the sessions as one step."""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import agendas
from trainer_app.actions.courses.agendas import AgendaPreview, AgendaResult
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.agenda_import import AgendaLine, AgendaOutcome, AgendaPlan
from trainer_app.domain.courses.courses import CourseView, Teacher
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.wording import ChipWords
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.picked_fields import TABLE_EXTENSIONS, DropField
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.file_dialogs import FileDialog, begin_in
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.table_models import Column, Index, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_ROW = 46


class AgendaModel(ListTableModel[AgendaLine]):
    """Columns: row, what happens, day, time, topic with what is wrong below it, trainers, room."""

    def __init__(
        self, context: AppContext, teachers: Callable[[], tuple[Teacher, ...]], parent: QObject
    ) -> None:
        self._context, self._teachers = context, teachers
        columns: tuple[Column[AgendaLine], ...] = (
            Column("row", lambda: self.tr("Row"), lambda line: str(line.number), 80, right=True),
            Column(
                "fate",
                lambda: self.tr("What happens"),
                lambda line: self._chip(line)[1],
                170,
                chip=self._chip,
            ),
            Column("day", lambda: self.tr("Day"), self._day, 130, look=TextStyle.STRONG),
            Column("time", lambda: self.tr("Time"), self._time, 120),
            Column("topic", lambda: self.tr("Topic"), self._topic, look=TextStyle.STRONG),
            Column("trainers", lambda: self.tr("Taught by"), self._trainers, 200, look=TextStyle.QUIET),
            Column("room", lambda: self.tr("Room"), self._room, 120, look=TextStyle.QUIET),
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
        return " ".join(label_text(each.label, self._context.language.code) for each in order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say what is wrong in the tool tip too."""
        about_topic = index.isValid() and self.columns[index.column()].name == "topic"
        if about_topic and role == Qt.ItemDataRole.ToolTipRole:
            return self.trouble(self.row(index.row())) or None
        return super().data(index, role)

    def _chip(self, line: AgendaLine) -> ChipWords:
        return {
            AgendaOutcome.TAKEN: (
                Tone.DUE if line.problems else Tone.GOOD,
                self.tr("session"),
                "alert" if line.problems else "check",
            ),
            AgendaOutcome.LEFT_OUT: (Tone.QUIET, self.tr("skipped"), "minus"),
            AgendaOutcome.REFUSED: (Tone.BAD, self.tr("refused"), "close"),
        }[line.outcome]

    def _day(self, line: AgendaLine) -> str:
        return self._context.formats.weekday_short(line.draft.day) if line.draft else ""

    def _time(self, line: AgendaLine) -> str:
        return self._context.formats.times(line.draft.start, line.draft.end) if line.draft else ""

    def _topic(self, line: AgendaLine) -> str:
        if line.draft is None:
            return " · ".join(clean_text(cell) for cell in line.cells if cell.strip())
        return line.draft.topic.best(self._context.language.code) or self.tr("without a topic")

    def _trainers(self, line: AgendaLine) -> str:
        names = {teacher.person: teacher.name for teacher in self._teachers()}
        return ", ".join(names.get(key, "") for key in line.draft.trainers) if line.draft else ""

    def _room(self, line: AgendaLine) -> str:
        return line.draft.room if line.draft else ""


def _due(line: AgendaLine) -> tuple[str, ...]:
    """Say that what is wrong stands out; that a break is left out does not."""
    return ("topic",) if line.problems and line.outcome is not AgendaOutcome.LEFT_OUT else ()


class AgendaPage(Retranslated, QWidget):
    """Two steps in the place of the table; `closed` leads back to it."""

    closed = Signal()
    template_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("agenda_page")
        self.context = context
        self.view: CourseView | None = None
        self.preview: AgendaPreview | None = None
        self.path: Path | None = None
        self.steps = PageStack()
        self.field = DropField("agenda_drop")
        self.choose = Button("agenda_choose", ButtonKind.PRIMARY, "folder")
        self.template = Button("agenda_template", ButtonKind.PLAIN, "save")
        self.choose_cancel = Button("agenda_choose_cancel")
        self.title = FittingLabel("card_title", "agenda_title")
        self.notes = label("second", "agenda_notes", wrap=True)
        self.only_problems = Tick("agenda_only_problems")
        self.extend = Tick("agenda_extend")
        self.in_place = Tick("agenda_in_place")
        self.table = TableView("agenda_table")
        self.model = AgendaModel(context, lambda: self.view.teachers if self.view else (), self)
        self.card = Card("agenda_rows", titled=False)
        self.trouble = label("second", "agenda_trouble", wrap=True)
        self.sum = FittingLabel("body_strong", "agenda_sum")
        self.other = Button("agenda_other_file", icon="folder")
        self.cancel = Button("agenda_cancel")
        self.accept = Button("agenda_accept", ButtonKind.PRIMARY, "check")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for button in (self.choose, self.template, self.choose_cancel):
            self.field.add_button(button)
        first, second = QWidget(), QWidget()
        first.setObjectName("agenda_choose_page")
        second.setObjectName("agenda_preview_page")
        choosing = QVBoxLayout(first)
        choosing.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        choosing.addWidget(self.field, 1)
        self.model.show_in(self.table)
        self.card.grow()
        self.card.add_row(self.table, 1)
        head, ticks, foot = FlowRow(), FlowRow(), FlowRow()
        head.addWidget(self.title, 1)
        head.addWidget(self.other)
        ticks.setSpacing(20)
        for tick in (self.only_problems, self.extend, self.in_place):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        foot.setSpacing(8)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        column = QVBoxLayout(second)
        column.setContentsMargins(WORKSPACE_MARGIN, 10, WORKSPACE_MARGIN, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addLayout(ticks)
        column.addWidget(self.card, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.steps.setObjectName("agenda_steps")
        for step in (first, second):
            self.steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.steps)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
        self.other.clicked.connect(self.ask_file)
        self.template.clicked.connect(self.template_requested)
        self.field.dropped.connect(self.read)
        self.choose_cancel.clicked.connect(self._leave)
        self.cancel.clicked.connect(self._leave)
        self.accept.clicked.connect(self.apply)
        withhold("courses/agendas/apply", self.accept)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_trouble())
        self.only_problems.toggled.connect(lambda _on: self._show_rows())
        self.extend.clicked.connect(lambda _on: self._plan_again())

    def set_course(self, view: CourseView) -> None:
        """Take in for this course, as it is now; what is being looked at is compared with it anew."""
        changed = self.view is not None and view != self.view
        self.view = view
        if changed and self.preview is not None and self.preview.course == view.course.key:
            self._plan_again()

    def reset(self) -> None:
        """Forget the file that was looked at."""
        self.path, self.preview = None, None
        for tick in (self.only_problems, self.extend, self.in_place):
            tick.setChecked(False)
        self.steps.setCurrentIndex(0)

    def holds_work(self) -> bool:
        """Tell whether an agenda is being looked through that is not taken in yet."""
        return self.preview is not None

    def first_focus(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.table if self.steps.currentIndex() else self.choose

    # Reading

    def ask_file(self) -> None:
        """Ask which file to read."""
        kinds = self.tr("Tables ({endings})").format(
            endings=" ".join(f"*.{ending}" for ending in TABLE_EXTENSIONS)
        )
        every = self.tr("All files (*)")
        name, _ = FileDialog.getOpenFileName(
            self, self.tr("Choose an agenda"), begin_in(), f"{kinds};;{every}"
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file and show what would become of every row."""
        if self.view is None:
            return
        self.path = path
        key, extend = self.view.course.key, self.extend.isChecked()
        self.context.run(
            self.tr("Reading the agenda"),
            lambda work, progress: agendas.check(work, path, key, extend=extend, progress=progress),
            done=self._show,
            failed=lambda error: self.context.tell_error(error, path),
            writes=False,
        )

    def _plan_again(self) -> None:
        """Read the rows anew: the course changed, or may become longer."""
        preview = self.preview
        if preview is not None:
            found = self.context.ask(
                agendas.plan, preview.table, preview.course, extend=self.extend.isChecked()
            )
            if found is not None:
                self._show(found)

    def _show(self, preview: AgendaPreview) -> None:
        self.context.be_quiet()
        fresh = self.preview is None
        self.preview = preview
        replaceable = bool(self.context.ask(agendas.can_replace, preview.course))
        self.in_place.setVisible(replaceable)
        if fresh:
            self.in_place.setChecked(False)
        outside = any(problem.code == "agenda.outside_course" for problem in preview.plan.problems)
        self.extend.setVisible(outside or preview.extended)
        self.steps.setCurrentIndex(1)
        self._show_rows()
        self.retranslate()
        if fresh:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        if self.preview is None:
            return
        self.model.show_plan(self.preview.plan, only_problems=self.only_problems.isChecked())
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

        self._show_trouble()

    def _show_trouble(self) -> None:
        """Say in full what is wrong with the current row: its cell may have no room for it."""
        index = self.table.currentIndex()
        line = self.model.row(index.row()) if index.isValid() and self.model.rowCount() else None
        words = self.model.trouble(line) if line is not None else ""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    # Taking in

    def apply(self) -> None:
        """Take the sessions in."""
        preview, in_place = self.preview, self.in_place.isVisibleTo(self) and self.in_place.isChecked()
        if preview is not None:
            self.context.run(
                self.tr("Importing the agenda"),
                lambda work, _progress: agendas.apply(work, preview, in_place=in_place),
                done=self._applied,
            )

    def _applied(self, result: AgendaResult) -> None:
        self.reset()
        self.context.changes.announce(result.changes)
        self.closed.emit()
        self.context.offer_undo(result.changes)

    def _leave(self) -> None:
        self.reset()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # Words

    @override
    def retranslate(self) -> None:
        self.field.set_words(
            self.tr("Choose the agenda or drop it here"),
            self.tr(
                "Excel (xlsx, xls), LibreOffice (ods) or CSV with a heading such as “Day, From, To, Topic” "
                "in Tajik, Russian or English. Nothing is saved before you say so."
            ),
        )
        self.choose.setText(self.tr("Choose a file"))
        self.template.setText(self.tr("Save a table to fill in"))
        self.choose_cancel.setText(self.tr("Back to the sessions"))
        self.only_problems.setText(self.tr("Only rows to look at"))
        self.extend.setText(self.tr("Make the course longer for days outside it"))
        self.in_place.setText(self.tr("In place of the sessions there are"))
        self.other.setText(self.tr("Another file"))
        self.cancel.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Rows of the agenda"))
        preview = self.preview
        if preview is None:
            return
        plan = preview.plan
        counts = {outcome.value: plan.count(outcome) for outcome in AgendaOutcome}
        self.sum.setText(self.context.words("agenda.sum", rows=plan.rows, **counts))
        self.title.setText(preview.table.file)
        notes = [
            problem
            for problem in plan.problems
            if problem.row is None or problem.code == "agenda.above_heading"
        ]
        code = self.context.language.code
        self.notes.setText(" ".join(label_text(problem.label, code) for problem in notes))
        self.notes.setVisible(bool(notes))
        self.accept.setText(self.tr("Import %n session(s)", "", len(plan.drafts)))
        self.accept.setEnabled(bool(plan.drafts))
        self.accept.updateGeometry()
        self._show_trouble()
