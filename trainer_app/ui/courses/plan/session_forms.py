"""Forms of a session: day, times, topic and trainers; ending it earlier; splitting it in two."""

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import sessions
from trainer_app.domain.courses.courses import CourseView, Session, Teacher
from trainer_app.domain.courses.planning import SessionDraft, next_place
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import FormPanel, NumberField, TextsRow, indent, side_by_side
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.fields import ComboBox, FormRow, TimeField, text_field
from trainer_app.ui.widgets.labels import label

_FIRST_START, _LENGTH, _LATEST = 9 * 60, 90, 24 * 60 - 1
_BEFORE, _AFTER = 1, 3
"""Days before and after the course that are offered too: the course then becomes longer."""


class SessionForm(FormPanel):
    """Adds a session or changes one. Changing its beginning keeps its length."""

    def __init__(self, desk: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__("session_form", desk, host)
        self._wording = wording
        self._course = ""
        self._session: Session | None = None
        self._length = _LENGTH
        self._inside: tuple[date, date] | None = None
        self._marks = 0
        self.marked = label("caption", "session_marked", wrap=True)
        self.day = FormRow("session_day", ComboBox("session_day"))
        self.start = FormRow("session_start", indent(TimeField("session_start", _FIRST_START)))
        self.end = FormRow("session_end", indent(TimeField("session_end", _FIRST_START + _LENGTH)))
        self.topic = TextsRow("session_topic")
        self.room = FormRow("session_room", text_field("session_room", most=80))
        self.trainers_label = label("body_strong", "session_trainers_label")
        self.trainers: dict[str, Tick] = {}
        self._teachers: tuple[Teacher, ...] = ()
        self._trainers = QVBoxLayout()
        self._trainers.setSpacing(2)
        self._trainers.addWidget(self.trainers_label)
        self.nobody = label("caption", "session_nobody", wrap=True)
        self._trainers.addWidget(self.nobody)
        self.places = {"session.times_reversed": self.end, "session.outside_course": self.day}
        self.body.addWidget(self.marked)
        self.body.addWidget(self.day)
        self.body.addLayout(side_by_side(self.start, self.end))
        self.body.addWidget(self.topic)
        self.body.addLayout(self._trainers)
        self.body.addWidget(self.room)
        self.end_body()
        self.day.field.currentIndexChanged.connect(self._say_day)
        self.start.field.timeChanged.connect(self._keep_length)
        self.end.field.timeChanged.connect(self._measure)
        self.retranslate()

    def open_new(self, view: CourseView, day: date | None = None) -> None:
        """Ask for a new session, proposed after the last one of a day."""
        self._session, self._marks = None, 0
        day = day or (view.sessions[-1].day if view.sessions else view.course.first_day)
        place = next_place(view.sessions, day)
        self._show(view, SessionDraft(place.day, place.start, place.end))

    def open_session(self, view: CourseView, session: Session) -> None:
        """Show a session to be changed or moved."""
        self._session = session
        self._marks = self.desk.ask(sessions.count_marks, session) or 0
        self._show(view, sessions.draft_of(session))

    def save(self) -> None:
        """Add or change the session."""
        session, draft, work = self._session, self._draft(), self.desk.work
        if session is None:
            self.submit(lambda: sessions.add_session(work, self._course, draft, extend=True))
        else:
            self.submit(lambda: sessions.change_session(work, session.key, draft, extend=True))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        session = self._session
        if session is None:
            self.set_words(self.tr("New session"), self.tr("Add session"))
        else:
            words = self.tr("Session {number}").format(number=session.number)
            self.set_words(words, self.tr("Save"))
        self.start.set_words(self.tr("From"))
        self.end.set_words(self.tr("To"))
        self.topic.set_words(self.tr("Topic"))
        self.trainers_label.setText(self.tr("Taught by (one or more)"))
        self.nobody.setText(self.tr("Nobody teaches at this course yet: assign trainers in the overview."))
        self.room.set_words(self.tr("Room"), self.tr("Leave it blank for the course's venue."))
        self.marked.setText(
            self.tr(
                "%n person(s) marked in this session. The marks move along with it; if it becomes shorter, "
                "what was missed at its end shrinks too.",
                "",
                self._marks,
            )
        )
        self.marked.setVisible(self._marks > 0)
        for place in range(self.day.field.count()):
            self.day.field.setItemText(place, self._day_words(place))
        self._say_day()
        for teacher in self._teachers:
            words = f"{teacher.name}, {self._wording.role(teacher.role)}"
            self.trainers[teacher.person].setText(words)

    def _show(self, view: CourseView, draft: SessionDraft) -> None:
        self.clear_errors()
        self._course = view.course.key
        self.day.field.clear()
        first, last = view.course.first_day, view.course.last_day
        self._inside = (first, last)
        days = {first + timedelta(days=each) for each in range(-_BEFORE, (last - first).days + 1 + _AFTER)}
        for day in sorted(days | {draft.day}):
            self.day.field.addItem("", day.isoformat())
        self.day.field.setCurrentIndex(self.day.field.findData(draft.day.isoformat()))
        for row, minutes in ((self.start, draft.start), (self.end, min(draft.end, _LATEST))):
            row.field.blockSignals(True)  # or one would move the other
            row.field.set_minutes(minutes)
            row.field.blockSignals(False)
        self._length = draft.minutes
        self.topic.set_texts(draft.topic)
        self.room.field.setText(draft.room)
        self._show_trainers(view.teachers, draft.trainers)
        self.retranslate()
        line = self.topic.lines[self.desk.language.code]
        self.reveal(line)
        line.end(False)

    def _show_trainers(self, teachers: tuple[Teacher, ...], chosen: tuple[str, ...]) -> None:
        for tick in self.trainers.values():
            self._trainers.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.trainers, self._teachers = {}, teachers
        for place, teacher in enumerate(teachers):
            tick = Tick(f"session_trainer_{place}")
            tick.setChecked(teacher.person in chosen)
            self._trainers.addWidget(tick)
            self.trainers[teacher.person] = tick
        self.nobody.setVisible(not teachers)

    def _draft(self) -> SessionDraft:
        trainers = tuple(person for person, tick in self.trainers.items() if tick.isChecked())
        return SessionDraft(
            day=date.fromisoformat(str(self.day.field.currentData())),
            start=self.start.field.minutes(),
            end=self.end.field.minutes(),
            topic=self.topic.texts(),
            trainers=trainers,
            room=self.room.field.text().strip(),
        )

    def _day_words(self, place: int) -> str:
        day = date.fromisoformat(str(self.day.field.itemData(place)))
        words = self.desk.formats.day_title(day)
        return words if self._is_inside(day) else self.tr("{day} – not yet in the course").format(day=words)

    def _say_day(self) -> None:
        """Say that the course becomes longer, where it would."""
        shown = self.day.field.currentData()
        day = date.fromisoformat(str(shown)) if shown else None
        words = ""
        if day is not None and self._inside is not None and not self._is_inside(day):
            long = self.desk.formats.day_long(day)
            later = day > self._inside[1]
            words = (
                self.tr("The course will last until {day}.")
                if later
                else self.tr("The course will begin on {day}.")
            )
            words = words.format(day=long)
        self.day.set_words(self.tr("Day"), words)

    def _is_inside(self, day: date) -> bool:
        return self._inside is None or self._inside[0] <= day <= self._inside[1]

    def _keep_length(self) -> None:
        end = min(self.start.field.minutes() + self._length, _LATEST)
        self.end.field.blockSignals(True)
        self.end.field.set_minutes(end)
        self.end.field.blockSignals(False)

    def _measure(self) -> None:
        self._length = max(self.end.field.minutes() - self.start.field.minutes(), 0)


_WIDTH, _STEP = 420, 5


class ShortenForm(FormPanel):
    """When the session ended; below it what that means for the marks."""

    def __init__(self, desk: AppContext, host: QWidget, wording: CourseWording) -> None:
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

    def __init__(self, desk: AppContext, host: QWidget, wording: CourseWording) -> None:
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
