"""Copying a course: the same sessions and trainers under another code from another day on."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import courses
from trainer_app.domain.courses import Course
from trainer_app.ui.courses.course_fields import day_of, show_day
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.day_field import DateField
from trainer_app.ui.widgets.forms import FormRow, text_field

_WEEK = timedelta(days=7)


class CopyForm(FormPanel):
    """`saved` tells the key of the copy."""

    saved = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("copy_form", desk, host)
        self._course = ""
        self.code = FormRow("copy_code", text_field("copy_code", most=20))
        self.first_day = FormRow("copy_first_day", DateField("copy_first_day"))
        self.skip_weekends = Tick("copy_skip_weekends")
        self.skip_weekends.setChecked(True)
        self.places = {"course.no_code": self.code, "course.code_taken": self.code}
        for part in (self.code, self.first_day, self.skip_weekends):
            self.body.addWidget(part)
        self.end_body()
        self.retranslate()

    def open_course(self, course: Course) -> None:
        """Ask for code and first day of the copy."""
        self._course = course.key
        self.clear_errors()
        self.code.field.setText("")
        show_day(self.first_day.field, max(course.first_day, self.desk.today()) + _WEEK)
        self.reveal(self.code.field)

    def save(self) -> None:
        """Make the copy."""
        code, day = self.code.field.text(), day_of(self.first_day.field)
        skip = self.skip_weekends.isChecked()
        changes = self.submit(
            lambda: courses.copy_course(self.desk.work, self._course, code, day, skip_weekends=skip)
        )
        if changes is not None:
            self.saved.emit(changes.key or "")

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Copy the course"), self.tr("Make the copy"))
        self.code.set_words(
            self.tr("Code of the copy"), self.tr("Sessions and trainers are copied, participants are not.")
        )
        self.first_day.set_words(self.tr("First day"))
        self.skip_weekends.setText(self.tr("Not on Saturdays and Sundays"))
