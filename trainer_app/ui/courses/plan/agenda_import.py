"""Importing an agenda from a file: choose it, check every row, import the sessions as one step."""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.actions.courses import agendas
from trainer_app.actions.courses.agendas import AgendaPreview
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.agenda_import import AgendaLine, AgendaOutcome
from trainer_app.domain.courses.courses import CourseView, Teacher
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import TableImportModel, TableImportPage
from trainer_app.ui.kit.language import field_title
from trainer_app.ui.kit.picked_fields import FileWords
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import ChipWords, Tone
from trainer_app.ui.widgets.table_models import Column, TextStyle


class AgendaModel(TableImportModel[AgendaLine]):
    """Columns: row, what happens, day, time, topic with what is wrong below it, trainers, room."""

    def __init__(
        self, context: AppContext, teachers: Callable[[], tuple[Teacher, ...]], parent: QObject
    ) -> None:
        self._context, self._teachers = context, teachers
        columns: tuple[Column[AgendaLine], ...] = (
            Column("day", field_title("session", "day"), self._day, 130, look=TextStyle.STRONG),
            Column("time", lambda: self.tr("Time"), self._time, 120),
            Column("topic", field_title("session", "topic"), self._topic, look=TextStyle.STRONG),
            Column("trainers", field_title("session", "trainers"), self._trainers, 200, look=TextStyle.QUIET),
            Column("room", field_title("session", "room"), self._room, 120, look=TextStyle.QUIET),
        )
        super().__init__(context, "agenda_model", self._chip, columns, "topic", parent)

    @override
    def stands_out(self, line: AgendaLine) -> bool:
        """Let what is wrong stand out; that a break is left out does not."""
        return bool(line.problems) and line.outcome is not AgendaOutcome.LEFT_OUT

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


class AgendaPage(TableImportPage[AgendaLine]):
    """An agenda from a file, in the place of the table of sessions."""

    template_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        self.view: CourseView | None = None
        self.preview: AgendaPreview | None = None
        self.template = Button("agenda_template", ButtonKind.PLAIN, "save")
        super().__init__(context, "agenda", self._model, (self.template,))
        self.extend = Tick("agenda_extend")
        self.in_place = Tick("agenda_in_place")
        self._lay_out()
        self.template.clicked.connect(self.template_requested)
        self.extend.clicked.connect(lambda _on: self._plan_again())
        withhold("courses/agendas/apply", self.accept)
        self.retranslate()

    def _model(self, context: AppContext, parent: QObject) -> AgendaModel:
        return AgendaModel(context, lambda: self.view.teachers if self.view else (), parent)

    def _lay_out(self) -> None:
        self.first.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        head, ticks = FlowRow(), FlowRow()
        head.addWidget(self.title, 1)
        head.addWidget(self.other)
        ticks.setSpacing(20)
        for tick in (self.only_problems, self.extend, self.in_place):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        column = QVBoxLayout(self.second)
        column.setContentsMargins(WORKSPACE_MARGIN, 10, WORKSPACE_MARGIN, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addLayout(ticks)
        column.addWidget(self.card, 1)
        column.addWidget(self.trouble)
        column.addLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.steps)

    @override
    def lines(self) -> tuple[AgendaLine, ...] | None:
        return self.preview.plan.lines if self.preview is not None else None

    def set_course(self, view: CourseView) -> None:
        """Take in for this course, as it is now; what is being looked at is compared with it anew."""
        changed = self.view is not None and view != self.view
        self.view = view
        if changed and self.preview is not None and self.preview.course == view.course.key:
            self._plan_again()

    @override
    def reset(self) -> None:
        self.preview = None
        for tick in (self.extend, self.in_place):
            tick.setChecked(False)
        super().reset()

    # Reading

    @override
    def read(self, path: Path) -> None:
        """Read a file and show what would become of every row."""
        if self.view is None:
            return
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
        self.show_rows()
        self.retranslate()
        if fresh:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Taking in

    @override
    def apply(self) -> None:
        """Take the sessions in."""
        preview, in_place = self.preview, self.in_place.isVisibleTo(self) and self.in_place.isChecked()
        if preview is not None:
            self.context.run(
                self.tr("Importing the agenda"),
                lambda work, _progress: agendas.apply(work, preview, in_place=in_place),
                done=lambda result: self.done(result.changes),
            )

    # Words

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.first.set_words(
            FileWords(
                self.tr("Choose the agenda or drop it here"),
                self.tr(
                    "Excel (xlsx, xls), LibreOffice (ods) or CSV with a heading such as “Day, From, To, "
                    "Topic” in Tajik, Russian or English. Nothing is saved before you say so."
                ),
                self.tr("Back to the sessions"),
                self.tr("Choose an agenda"),
                self.tr("Tables ({endings})"),
            )
        )
        self.template.setText(self.tr("Save a table to fill in"))
        self.extend.setText(self.tr("Make the course longer for days outside it"))
        self.in_place.setText(self.tr("In place of the sessions there are"))
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
        self.say_notes(notes)
        self.accept.setText(self.tr("Import %n session(s)", "", len(plan.drafts)))
        self.accept.setEnabled(bool(plan.drafts))
        self.accept.updateGeometry()
        self.show_trouble()
