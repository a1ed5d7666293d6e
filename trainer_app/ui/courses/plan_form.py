"""Planning all sessions of a course: generated from a day plan, or copied from an earlier course's agenda.

A course can be planned anew while nobody is marked in its sessions.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.courses import agendas
from trainer_app.actions.courses.agendas import AgendaSource
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseView
from trainer_app.domain.courses.planning import DayPlan, SessionDraft, plan_day, plan_sessions, without_place
from trainer_app.system import messages
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import NumberField, indent, side_by_side
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.fields import ComboBox, FormRow, TimeField
from trainer_app.ui.widgets.labels import Retranslated, label, set_role

_USUAL = DayPlan(per_day=3)


class PlanFields(Retranslated, QWidget):
    """Sessions a day, their times, the lunch; below it the times that result, or why there are none."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("plan")
        self._context = context
        self._wording = CourseWording(context)
        self._days: tuple[date, date] | None = None
        self.drafts: tuple[SessionDraft, ...] = ()
        self.per_day = FormRow("plan_per_day", NumberField("plan_per_day", 1, 12, _USUAL.per_day))
        self.first_start = FormRow(
            "plan_first_start", indent(TimeField("plan_first_start", _USUAL.first_start))
        )
        self.minutes = FormRow("plan_minutes", NumberField("plan_minutes", 5, 600, _USUAL.minutes, 5))
        self.pause = FormRow("plan_break", NumberField("plan_break", 0, 240, _USUAL.break_minutes, 5))
        lunch_from, lunch_to = _USUAL.lunch or (0, 0)
        self.lunch = Tick("plan_lunch")
        self.lunch.setChecked(True)
        self.lunch_from = indent(TimeField("plan_lunch_from", lunch_from))
        self.lunch_to = indent(TimeField("plan_lunch_to", lunch_to))
        self.skip_weekends = Tick("plan_skip_weekends")
        self.times = label("body_strong", "plan_times", wrap=True)
        self.total = label("caption", "plan_total", wrap=True)
        self._lay_out()
        for field in (self.per_day.field, self.minutes.field, self.pause.field):
            field.valueChanged.connect(self.show_result)
        for time in (self.first_start.field, self.lunch_from, self.lunch_to):
            time.timeChanged.connect(self.show_result)
        for tick in (self.lunch, self.skip_weekends):
            tick.toggled.connect(self.show_result)
        self.retranslate()

    def _lay_out(self) -> None:
        lunch = QHBoxLayout()
        lunch.setSpacing(8)
        lunch.addWidget(self.lunch, 1)
        lunch.addWidget(self.lunch_from)
        lunch.addWidget(label("body", "plan_lunch_dash", "–"))
        lunch.addWidget(self.lunch_to)
        result = QFrame()
        result.setObjectName("plan_result")
        result.setProperty("role", "quiet")
        inside = QVBoxLayout(result)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(2)
        inside.addWidget(self.times)
        inside.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(side_by_side(self.per_day, self.first_start))
        column.addLayout(side_by_side(self.minutes, self.pause))
        column.addLayout(lunch)
        column.addWidget(self.skip_weekends)
        column.addWidget(result)

    def set_days(self, first: date, last: date) -> None:
        """Plan for other days."""
        self._days = (first, last)
        self.show_result()

    def plan(self) -> DayPlan:
        """Return what is typed."""
        lunch = (self.lunch_from.minutes(), self.lunch_to.minutes()) if self.lunch.isChecked() else None
        return DayPlan(
            per_day=self.per_day.field.value(),
            first_start=self.first_start.field.minutes(),
            minutes=self.minutes.field.value(),
            break_minutes=self.pause.field.value(),
            lunch=lunch,
            skip_weekends=self.skip_weekends.isChecked(),
        )

    def show_result(self) -> None:
        """Say which sessions the plan gives."""
        for time in (self.lunch_from, self.lunch_to):
            time.setEnabled(self.lunch.isChecked())
        plan = self.plan()
        try:
            times = plan_day(plan)
            self.drafts = plan_sessions(*self._days, plan) if self._days else ()
        except TrainerError as error:
            self.drafts = ()
            set_role(self.times, "error")
            self.times.setText(messages.text(error.code, self._context.language.code, **error.values))
            self.total.setText("")
        else:
            set_role(self.times, "body_strong")
            self.times.setText("   ".join(self._context.formats.times(start, end) for start, end in times))
            self.total.setText(self._wording.drafts(self.drafts) if self.drafts else "")
        self.total.setVisible(bool(self.total.text()))
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every word."""
        self.per_day.set_words(self.tr("Sessions a day"))
        self.first_start.set_words(self.tr("First one begins at"))
        self.minutes.set_words(self.tr("Minutes each"))
        self.pause.set_words(self.tr("Break, minutes"))
        self.lunch.setText(self.tr("Lunch"))
        self.lunch_from.setAccessibleName(self.tr("Lunch from"))
        self.lunch_to.setAccessibleName(self.tr("Lunch to"))
        self.skip_weekends.setText(self.tr("Not on Saturdays and Sundays"))
        self.show_result()


class PlanForm(FormPanel):
    """The generator in a panel."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("plan_form", context, host)
        self._view: CourseView | None = None
        self.plan = PlanFields(context)
        self.consequences = label("second", "plan_consequences", wrap=True)
        self.body.addWidget(self.plan)
        self.body.addWidget(self.consequences)
        self.end_body()
        self.plan.changed.connect(self._show_consequences)
        self.retranslate()

    def open_course(self, view: CourseView) -> None:
        """Ask how a day of the course looks."""
        self._view = view
        self.clear_errors()
        self.plan.set_days(view.course.first_day, view.course.last_day)
        self.reveal(self.plan.per_day.field)

    def save(self) -> None:
        """Make the sessions."""
        view, plan = self._view, self.plan.plan()
        if view is None:
            return
        self.submit(
            lambda: agendas.plan_sessions(
                self.context.work, view.course.key, plan, in_place=bool(view.sessions)
            )
        )

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Plan the sessions"), self.tr("Make the sessions"))
        self._show_consequences()

    def _show_consequences(self) -> None:
        """Say what becomes of the sessions that are there."""
        said = []
        if self._view is not None and self._view.sessions:
            there = self._view.sessions
            said.append(self.tr("In place of %n planned session(s).", "", len(there)))
            said.append(self.tr("Topics, trainers and rooms go along in their order."))
            lost = len(without_place(self.plan.drafts, there))
            if lost:
                said.append(self.tr("%n topic(s) will have no place and be lost.", "", lost))
        self.consequences.setText(" ".join(said))
        self.consequences.setVisible(bool(said))


class AgendaCopyForm(FormPanel):
    """Which course, with its trainers or without; below it what comes of it."""

    def __init__(self, context: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__("agenda_copy_form", context, host)
        self._wording = wording
        self._view: CourseView | None = None
        self._sources: list[AgendaSource] = []
        self.source = FormRow("agenda_copy_source", ComboBox("agenda_copy_source"))
        self.trainers = Tick("agenda_copy_trainers")
        self.trainers.setChecked(True)
        self.skip_weekends = Tick("agenda_copy_skip_weekends")
        self.skip_weekends.setChecked(True)
        self.count = label("body_strong", "agenda_copy_count", wrap=True)
        self.result = label("caption", "agenda_copy_result", wrap=True)
        self._lay_out()
        self.source.field.currentIndexChanged.connect(self._show_result)
        for tick in (self.trainers, self.skip_weekends):
            tick.toggled.connect(self._show_result)
        self.retranslate()

    def _lay_out(self) -> None:
        box = QFrame()
        box.setObjectName("agenda_copy_box")
        box.setProperty("role", "quiet")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(2)
        inside.addWidget(self.count)
        inside.addWidget(self.result)
        for part in (self.source, self.trainers, self.skip_weekends, box):
            self.body.addWidget(part)
        self.end_body()

    def open_course(self, view: CourseView) -> None:
        """Ask whose agenda the course takes."""
        self._view = view
        self.clear_errors()
        self._sources = self.context.ask(agendas.list_sources, view.course.key) or []
        self.source.field.blockSignals(True)
        self.source.field.clear()
        for each in self._sources:
            self.source.field.addItem("", each.course.key)
        self.source.field.blockSignals(False)
        self.retranslate()
        self.reveal(self.source.field)

    def save(self) -> None:
        """Copy the agenda."""
        view, source = self._view, self._chosen()
        if view is None or source is None:
            return
        trainers, skip = self.trainers.isChecked(), self.skip_weekends.isChecked()
        self.submit(
            lambda: agendas.copy_agenda(
                self.context.work, view.course.key, source.course.key, trainers=trainers, skip_weekends=skip
            )
        )

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Agenda of another course"), self.tr("Take this agenda"))
        self.source.set_words(self.tr("Course"))
        self.trainers.setText(self.tr("Its trainers teach here too"))
        self.skip_weekends.setText(self.tr("Not on Saturdays and Sundays"))
        for index, each in enumerate(self._sources):
            title = self._wording.title(each.course)
            days = self._wording.place_and_days(each.course)
            self.source.field.setItemText(index, f"{each.course.code} · {title} · {days}")
        self._show_result()

    def _chosen(self) -> AgendaSource | None:
        key = self.source.field.currentData()
        return next((each for each in self._sources if each.course.key == key), None)

    def _show_result(self) -> None:
        view, source = self._view, self._chosen()
        self.accept_button.setEnabled(source is not None)
        if view is None or source is None:
            self.count.setText(self.tr("No other course has sessions yet."))
            self.result.setText("")
            return
        drafts = (
            self.context.ask(
                agendas.preview_copy,
                view.course.key,
                source.course.key,
                trainers=self.trainers.isChecked(),
                skip_weekends=self.skip_weekends.isChecked(),
            )
            or ()
        )
        self.count.setText(self._wording.drafts(drafts))
        self.result.setText(self._consequences(view, drafts))

    def _consequences(self, view: CourseView, drafts: tuple[SessionDraft, ...]) -> str:
        """Say what else the copy does: what it takes the place of, whether the course becomes longer."""
        said = []
        if view.sessions:
            said.append(self.tr("In place of %n planned session(s).", "", len(view.sessions)))
        last = agendas.last_day_after(drafts, view.course)
        if last > view.course.last_day:
            day = self.context.formats.day_long(last)
            said.append(self.tr("The course will last until {day}.").format(day=day))
        return " ".join(said)
