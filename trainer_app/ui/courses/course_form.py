"""The form of a course: a new one with its sessions, or one to be changed."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import courses, sessions
from trainer_app.domain.courses import Course, CourseDraft
from trainer_app.domain.texts import Texts
from trainer_app.ui.courses.course_fields import CourseFields
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.plan_fields import PlanFields
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import rule

_USUAL_LENGTH = timedelta(days=3)


class CourseForm(FormPanel):
    """`saved` tells the key of the course."""

    saved = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("course_form", desk, host)
        self._course: Course | None = None
        self.fields = CourseFields(CourseWording(desk))
        self.move_sessions = Tick("course_move_sessions")
        self.plan_line = rule("course_plan_rule")
        self.plan_wanted = Tick("course_plan")
        self.plan = PlanFields(desk)
        fields = self.fields
        self.places = {
            "course.no_code": fields.code,
            "course.code_taken": fields.code,
            "course.days_reversed": fields.last_day,
            "course.sessions_outside": fields.last_day,
            "course.sessions_marked": fields.first_day,
            "planning.no_day": fields.last_day,
        }
        for part in (fields, self.move_sessions, self.plan_line, self.plan_wanted, self.plan):
            self.body.addWidget(part)
        self.end_body()
        fields.days_changed.connect(self._days_changed)
        self.plan_wanted.toggled.connect(self.plan.setVisible)
        self.retranslate()

    def open_new(self, project: str = "") -> None:
        """Ask for a new course."""
        self._course = None
        day = self.desk.today()
        draft = CourseDraft(
            "", Texts(), day, day + _USUAL_LENGTH, project=project or None, languages=(self._language(),)
        )
        self._show(draft)

    def open_course(self, key: str) -> None:
        """Show a course to be changed."""
        view = self.desk.ask(courses.get_course, key)
        if view is not None:
            self._course = view.course
            self._show(courses.draft_of(view.course))

    def save(self) -> None:
        """Create the course, with its sessions if they are wanted; or change it."""
        course, draft, work = self._course, self.fields.draft(), self.desk.work
        if course is not None:
            key, move = course.key, self.move_sessions.isVisibleTo(self) and self.move_sessions.isChecked()
            changes = self.submit(lambda: courses.change_course(work, key, draft, move_sessions=move))
        elif self.plan_wanted.isChecked():
            plan = self.plan.plan()
            changes = self.submit(lambda: sessions.create_course_with_sessions(work, draft, plan))
        else:
            changes = self.submit(lambda: courses.create_course(work, draft))
        if changes is not None:
            self.saved.emit(course.key if course else changes.key or "")

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        new = self._course is None
        self.set_words(
            self.tr("New course") if new else self.tr("Change the course"),
            self.tr("Create course") if new else self.tr("Save"),
        )
        self.move_sessions.setText(self.tr("Move the sessions along with the first day"))
        self.plan_wanted.setText(self.tr("Plan the sessions now"))

    def _show(self, draft: CourseDraft) -> None:
        new = self._course is None
        self.clear_errors()
        self.fields.show_draft(draft, self.desk.ask(courses.list_projects) or [])
        self.move_sessions.setChecked(True)
        self.plan_wanted.setChecked(new)
        for part in (self.plan_line, self.plan_wanted, self.plan):
            part.setVisible(new)
        self.retranslate()
        self._days_changed()
        self.reveal(self.fields.code.field)

    def _days_changed(self) -> None:
        draft = self.fields.draft()
        self.plan.set_days(draft.first_day, draft.last_day)
        course = self._course
        self.move_sessions.setVisible(course is not None and self._moves(course, draft.first_day))

    def _moves(self, course: Course, first_day: date) -> bool:
        """Tell whether there are sessions that another first day would take along."""
        if course.first_day == first_day:
            return False
        view = self.desk.ask(courses.get_course, course.key)
        return view is not None and bool(view.sessions)

    def _language(self) -> str:
        return self.desk.language.code
