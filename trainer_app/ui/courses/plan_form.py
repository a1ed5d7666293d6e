"""Planning all sessions of a course that has none."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import sessions
from trainer_app.domain.courses import Course
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.plan_fields import PlanFields
from trainer_app.ui.shell.desk import Desk


class PlanForm(FormPanel):
    """The generator in a panel."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("plan_form", desk, host)
        self._course = ""
        self.plan = PlanFields(desk)
        self.body.addWidget(self.plan)
        self.end_body()
        self.retranslate()

    def open_course(self, course: Course) -> None:
        """Ask how a day of the course looks."""
        self._course = course.key
        self.clear_errors()
        self.plan.set_days(course.first_day, course.last_day)
        self.reveal(self.plan.per_day.field)

    def save(self) -> None:
        """Make the sessions."""
        plan = self.plan.plan()
        self.submit(lambda: sessions.plan_sessions(self.desk.work, self._course, plan))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Plan the sessions"), self.tr("Make the sessions"))
