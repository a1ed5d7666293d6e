"""Planning all sessions of a course: the first time, or anew while nobody is marked in them."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import sessions
from trainer_app.domain.courses import CourseView
from trainer_app.domain.planning import without_place
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.plan_fields import PlanFields
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.labels import label


class PlanForm(FormPanel):
    """The generator in a panel."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("plan_form", desk, host)
        self._view: CourseView | None = None
        self.plan = PlanFields(desk)
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
            lambda: sessions.plan_sessions(
                self.desk.work, view.course.key, plan, in_place=bool(view.sessions)
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
