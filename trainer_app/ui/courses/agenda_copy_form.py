"""Taking the agenda of an earlier course: its topics and times on the days of this one."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer_app.actions import agenda_copy
from trainer_app.actions.agenda_copy import AgendaSource
from trainer_app.domain.courses import CourseView
from trainer_app.domain.planning import SessionDraft
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import ComboBox, FormRow
from trainer_app.ui.widgets.labels import label


class AgendaCopyForm(FormPanel):
    """Which course, with its trainers or without; below it what comes of it."""

    def __init__(self, desk: Desk, host: QWidget, wording: CourseWording) -> None:
        super().__init__("agenda_copy_form", desk, host)
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
        self._sources = self.desk.ask(agenda_copy.list_sources, view.course.key) or []
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
            lambda: agenda_copy.copy_agenda(
                self.desk.work, view.course.key, source.course.key, trainers=trainers, skip_weekends=skip
            )
        )

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Agenda of another course"), self.tr("Take this agenda"))
        self.source.set_words(self.tr("Course"))
        self.trainers.setText(self.tr("Its trainers teach here too"))
        self.skip_weekends.setText(self.tr("Not on Saturdays and Sundays"))
        for place, each in enumerate(self._sources):
            title = self._wording.title(each.course)
            days = self._wording.place_and_days(each.course)
            self.source.field.setItemText(place, f"{each.course.code} · {title} · {days}")
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
            self.desk.ask(
                agenda_copy.preview,
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
        last = agenda_copy.last_day_after(drafts, view.course)
        if last > view.course.last_day:
            day = self.desk.formats.day_long(last)
            said.append(self.tr("The course will last until {day}.").format(day=day))
        return " ".join(said)
