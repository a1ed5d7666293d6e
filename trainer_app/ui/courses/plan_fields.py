"""The generator of sessions: how a day looks, and at once what comes of it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.planning import DayPlan, SessionDraft, plan_day, plan_sessions
from trainer_app.system import messages
from trainer_app.ui.courses.fields import NumberField, indent, side_by_side
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import FormRow, TimeField
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated, set_role

_USUAL = DayPlan(per_day=3)


class PlanFields(Retranslated, QWidget):
    """Sessions a day, their times, the lunch; below it the times that result, or why there are none."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("plan")
        self._desk = desk
        self._wording = CourseWording(desk)
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
            self.times.setText(messages.text(error.code, self._desk.language.code, **error.values))
            self.total.setText("")
        else:
            set_role(self.times, "body_strong")
            self.times.setText("   ".join(self._desk.formats.times(start, end) for start, end in times))
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
