"""Small forms about how long a session lasts: it ended earlier, it is split in two."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import sessions
from trainer_app.domain.courses import Session
from trainer_app.ui.courses.fields import NumberField, indent, side_by_side
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow, TimeField
from trainer_app.ui.widgets.labels import label

_WIDTH, _STEP = 420, 5


class ShortenForm(FormPanel):
    """When the session ended; below it what that means for the marks."""

    def __init__(self, desk: Desk, host: QWidget, wording: CourseWording) -> None:
        super().__init__("shorten_form", desk, host, _WIDTH)
        self._wording = wording
        self._session: Session | None = None
        self._marks = 0
        self.about = label("subtitle", "shorten_about", wrap=True)
        self.end = FormRow("shorten_end", indent(TimeField("shorten_end")))
        self.result = label("caption", "shorten_result", wrap=True)
        self.places = {"session.not_shorter": self.end}
        for part in (self.about, self.end, self.result):
            self.body.addWidget(part)
        self.end_body()
        self.end.field.timeChanged.connect(self._show_result)
        self.retranslate()

    def open_session(self, session: Session) -> None:
        """Ask when a session ended."""
        self._session = session
        self._marks = self.desk.ask(sessions.count_marks, session) or 0
        self.clear_errors()
        self.end.field.set_minutes(max(session.start, session.end - session.minutes // 3 // _STEP * _STEP))
        self.retranslate()
        self.reveal(self.end.field)

    def save(self) -> None:
        """Shorten the session."""
        session, end = self._session, self.end.field.minutes()
        if session is not None:
            self.submit(lambda: sessions.shorten_session(self.desk.work, session.key, end))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("End earlier"), self.tr("End earlier"))
        self.end.set_words(self.tr("It ended at"))
        if self._session is not None:
            self.about.setText(self._wording.session(self._session))
        self._show_result()

    def _show_result(self) -> None:
        session = self._session
        if session is None:
            return
        left = self.end.field.minutes() - session.start
        words = self.tr("{left} of {minutes} minutes remain.").format(left=left, minutes=session.minutes)
        if not 0 < left < session.minutes:
            words = ""
        elif self._marks:
            words += " " + self.tr(
                "Marks stay: whoever left early left at the same time as before, and nobody loses minutes "
                "that were not taught."
            )
        self.result.setText(words)


class SplitForm(FormPanel):
    """When the first part ends and how long the break is; below it both parts."""

    def __init__(self, desk: Desk, host: QWidget, wording: CourseWording) -> None:
        super().__init__("split_form", desk, host, _WIDTH)
        self._wording = wording
        self._session: Session | None = None
        self._marks = 0
        self.about = label("subtitle", "split_about", wrap=True)
        self.at = FormRow("split_at", indent(TimeField("split_at")))
        self.pause = FormRow("split_break", NumberField("split_break", 0, 240, 0, _STEP))
        self.parts = label("body_strong", "split_parts", wrap=True)
        self.result = label("caption", "split_result", wrap=True)
        self.places = {"session.split_outside": self.at}
        self.body.addWidget(self.about)
        self.body.addLayout(side_by_side(self.at, self.pause))
        self.body.addWidget(self.parts)
        self.body.addWidget(self.result)
        self.end_body()
        self.at.field.timeChanged.connect(self._show_parts)
        self.pause.field.valueChanged.connect(self._show_parts)
        self.retranslate()

    def open_session(self, session: Session) -> None:
        """Ask where to split a session; half is proposed."""
        self._session = session
        self._marks = self.desk.ask(sessions.count_marks, session) or 0
        self.clear_errors()
        self.at.field.set_minutes(session.start + max(session.minutes // 2 // _STEP * _STEP, 1))
        self.pause.field.setValue(0)
        self.retranslate()
        self.reveal(self.at.field)

    def save(self) -> None:
        """Split the session."""
        session, at, pause = self._session, self.at.field.minutes(), self.pause.field.value()
        if session is not None:
            self.submit(lambda: sessions.split_session(self.desk.work, session.key, at, pause))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Split the session"), self.tr("Split"))
        self.at.set_words(self.tr("The first part ends at"))
        self.pause.set_words(self.tr("Break, minutes"))
        if self._session is not None:
            self.about.setText(self._wording.session(self._session))
        self._show_parts()

    def _show_parts(self) -> None:
        session = self._session
        if session is None:
            return
        at = self.at.field.minutes()
        begin = at + self.pause.field.value()
        possible = session.start < at <= begin < session.end
        times = self.desk.formats.times
        shown = f"{times(session.start, at)}   {times(begin, session.end)}" if possible else ""
        self.parts.setText(shown)
        words = self.tr("Topic, trainers and room are the same in both parts.")
        if self._marks:
            words += " " + self.tr(
                "Every mark is carried over: whoever was in the room in a part has those minutes there. "
                "Remarks stay with the first part."
            )
        self.result.setText(words if possible else "")
