"""Forms of a session: day, times, topic and trainers; ending it earlier; splitting it in two."""

from datetime import date, timedelta
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import sessions
from trainer_app.domain.courses.courses import CourseView, Session, Teacher
from trainer_app.domain.courses.planning import SessionDraft, next_draft
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Layout, Note, Number, Own, Text, Time, Translated
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.labels import Retranslated, label

_FIRST_START, _LENGTH, _LATEST = 9 * 60, 90, 24 * 60 - 1
_BEFORE, _AFTER = 1, 3
"""Days before and after the course that are offered too: the course then becomes longer."""


class TeacherTicks(Retranslated, QWidget):
    """A tick for each trainer of the course, with name and role; words where there is none."""

    def __init__(self, name: str, wording: CourseWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self._wording = wording
        self._teachers: tuple[Teacher, ...] = ()
        self.ticks: dict[str, Tick] = {}
        self.nobody = label("caption", "session_nobody", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.nobody)
        self.retranslate()

    def offer(self, teachers: tuple[Teacher, ...]) -> None:
        """Offer other trainers, none of them ticked."""
        for tick in self.ticks.values():
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks, self._teachers = {}, teachers
        for index, teacher in enumerate(teachers):
            tick = Tick(f"session_trainer_{index}")
            self._column.addWidget(tick)
            self.ticks[teacher.person] = tick
        self.retranslate()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the people who are ticked."""
        return tuple(person for person, tick in self.ticks.items() if tick.isChecked())

    def choose(self, people: tuple[str, ...]) -> None:
        """Tick people."""
        for person, tick in self.ticks.items():
            tick.setChecked(person in people)

    def names(self, people: tuple[str, ...]) -> str:
        """Return people in words."""
        return ", ".join(each.name for each in self._teachers if each.person in people)

    @override
    def retranslate(self) -> None:
        self.nobody.setText(self.tr("This course has no trainers yet: assign trainers in the overview."))
        self.nobody.setVisible(not self._teachers)
        for teacher in self._teachers:
            words = f"{teacher.name}, {self._wording.role(teacher.role)}"
            self.ticks[teacher.person].setText(words)


class SessionForm(FieldsForm):
    """Adds a session or changes one; `added` tells its key. Changing its beginning keeps its length."""

    added = Signal(str)

    entity = "session"
    needs = ("courses/sessions/change_session", "courses/sessions/add_session")

    def __init__(self, context: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__("session_form", context, host)
        self._wording = wording
        self._view: CourseView | None = None
        self._session: Session | None = None
        self._draft = SessionDraft(date(2000, 1, 1), 0, 0)
        self._marks = 0
        self._length = _LENGTH
        self.trainers = TeacherTicks("session_trainers", wording)
        self.build()

    def fields(self) -> Layout:
        """Ask for day, times, topic, trainers and room."""
        marked = self.tr(
            "%n person(s) marked in this session. The marks move along with it; if it becomes shorter, "
            "what was missed at its end shrinks too.",
            "",
            self._marks,
        )
        days = [(day, self._day_words(day)) for day in self._days()]
        keep, measure, end = self._keep_length, self._measure, _FIRST_START + _LENGTH
        outside, reversed_ = ("session.outside_course",), ("session.times_reversed",)
        return (
            Note("marked", marked, shown=self._marks > 0),
            Choice("day", about=self._longer(), options=days, refused=outside, changed=self.say_fields),
            (
                Time("start", usual=_FIRST_START, changed=keep),
                Time("end", usual=end, refused=reversed_, changed=measure),
            ),
            Translated("topic"),
            Own(
                "trainers",
                self.tr("Taught by (one or more)"),
                widget=lambda _name: self.trainers,
                read=TeacherTicks.chosen,
                fill=TeacherTicks.choose,
                said=self.trainers.names,
            ),
            Text("room", about=self.tr("Leave it blank for the course's venue.")),
        )

    def words(self) -> tuple[str, str]:
        """Say whether a session is added or changed."""
        if self._session is None:
            return self.tr("New session"), self.tr("Add session")
        return self.tr("Session {number}").format(number=self._session.number), self.tr("Save")

    def open_new(self, view: CourseView, day: date | None = None) -> None:
        """Ask for a new session, proposed after the last one of a day."""
        self._session, self._marks = None, 0
        day = day or (view.sessions[-1].day if view.sessions else view.course.first_day)
        self._show(view, next_draft(view.sessions, day))

    def open_session(self, view: CourseView, session: Session) -> None:
        """Show a session to be changed or moved."""
        self._session = session
        self._marks = self.context.ask(sessions.count_marks, session) or 0
        self._show(view, sessions.draft_of(session))

    def save(self) -> None:
        """Add or change the session."""
        view, session, work = self._view, self._session, self.context.work
        if session is not None:
            typed, opened = self.edited(self._draft), self.opened(self._draft)
            self.submit(lambda: sessions.change_session(work, session.key, typed, opened=opened, extend=True))
        elif view is not None:
            draft = self.read(self._draft)
            changes = self.submit(lambda: sessions.add_session(work, view.course.key, draft, extend=True))
            if changes is not None:
                self.added.emit(changes.key or "")

    def _show(self, view: CourseView, draft: SessionDraft) -> None:
        self._view, self._draft, self._length = view, draft, draft.minutes
        self.trainers.offer(view.teachers)
        line = self.rows["topic"].lines[self.context.language.code]
        self.open_filled(draft, end=min(draft.end, _LATEST), focus=line)
        line.end(False)

    def _days(self) -> list[date]:
        """Return the days that are offered: those of the course, a few around it, and the session's own."""
        if self._view is None:
            return []
        first, last = self._view.course.first_day, self._view.course.last_day
        days = {first + timedelta(days=each) for each in range(-_BEFORE, (last - first).days + 1 + _AFTER)}
        return sorted(days | {self._draft.day})

    def _day_words(self, day: date) -> str:
        words = self.context.formats.day_title(day)
        return words if self._is_inside(day) else self.tr("{day} – not yet in the course").format(day=words)

    def _longer(self) -> str:
        """Say that the course becomes longer, where it would, and what that does to its certificates."""
        day: date | None = self.value("day")
        if day is None or self._view is None:
            return ""
        course, session = self._view.course, self._session
        longer = (
            self.tr("The course will last until {day}.")
            if day > course.last_day
            else self.tr("The course will begin on {day}.")
        )
        said = "" if self._is_inside(day) else longer.format(day=self.context.formats.day_long(day))
        unfit = self._wording.unfit(course, day, session.key if session is not None else None)
        return " ".join(part for part in (said, unfit) if part)

    def _is_inside(self, day: date) -> bool:
        course = self._view.course if self._view is not None else None
        return course is None or course.first_day <= day <= course.last_day

    def _keep_length(self) -> None:
        length = self._length
        self.rows["end"].field.set_minutes(min(self.value("start") + length, _LATEST))
        self._length = length

    def _measure(self) -> None:
        self._length = max(self.value("end") - self.value("start"), 0)


_WIDTH, _STEP = 420, 5


class _DivisionForm(FieldsForm):
    """Asks for times inside one session."""

    def __init__(self, name: str, context: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__(name, context, host, _WIDTH)
        self._wording = wording
        self._session: Session | None = None
        self._marks = 0
        self.build()

    def about(self) -> Note:
        """Return the words that name the session."""
        words = self._wording.session(self._session) if self._session is not None else ""
        return Note("about", words, role="subtitle")

    def take(self, session: Session) -> None:
        """Remember the session that is asked about."""
        self._session = session
        self._marks = self.context.ask(sessions.count_marks, session) or 0


class ShortenForm(_DivisionForm):
    """When the session ended; below it what that means for the marks."""

    needs = "courses/sessions/shorten_session"

    def __init__(self, context: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__("shorten_form", context, host, wording)

    def fields(self) -> Layout:
        """Ask when the session ended."""
        refused, said = ("session.not_shorter",), self.say_fields
        return (
            self.about(),
            Time("end", self.tr("It ended at"), refused=refused, changed=said),
            Note("result", self._result()),
        )

    def words(self) -> tuple[str, str]:
        """Return the words of the panel."""
        return self.tr("End earlier"), self.tr("End earlier")

    def open_session(self, session: Session) -> None:
        """Ask when a session ended; two thirds of it are proposed."""
        self.take(session)
        self.open_filled(end=max(session.start, session.end - session.minutes // 3 // _STEP * _STEP))

    def save(self) -> None:
        """Shorten the session."""
        session, end = self._session, self.value("end")
        if session is not None:
            self.submit(lambda: sessions.shorten_session(self.context.work, session.key, end))

    def _result(self) -> str:
        session = self._session
        if session is None:
            return ""
        left = self.value("end") - session.start
        if not 0 < left < session.minutes:
            return ""
        words = self.tr("{left} of {minutes} minutes remain.").format(left=left, minutes=session.minutes)
        if self._marks:
            words += " " + self.tr(
                "Marks stay: whoever left early left at the same time as before, and nobody loses minutes "
                "that were not taught."
            )
        return words


class SplitForm(_DivisionForm):
    """When the first part ends and how long the break is; below it both parts."""

    needs = "courses/sessions/split_session"

    def __init__(self, context: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__("split_form", context, host, wording)

    def fields(self) -> Layout:
        """Ask where the session is split."""
        refused, said = ("session.split_outside",), self.say_fields
        parts, result = self._parts()
        return (
            self.about(),
            (
                Time("at", self.tr("The first part ends at"), refused=refused, changed=said),
                Number("break", self.tr("Break, minutes"), most=240, step=_STEP, changed=said),
            ),
            Note("parts", parts, role="body_strong"),
            Note("result", result),
        )

    def words(self) -> tuple[str, str]:
        """Return the words of the panel."""
        #: A button: makes two sessions of one
        split = self.tr("Split")
        return self.tr("Split the session"), split

    def open_session(self, session: Session) -> None:
        """Ask where to split a session; half is proposed."""
        self.take(session)
        self.open_filled(at=session.start + max(session.minutes // 2 // _STEP * _STEP, 1))

    def save(self) -> None:
        """Split the session."""
        session, at, pause = self._session, self.value("at"), self.value("break")
        if session is not None:
            self.submit(lambda: sessions.split_session(self.context.work, session.key, at, pause))

    def _parts(self) -> tuple[str, str]:
        """Return both parts and what becomes of the marks; nothing where it cannot be split so."""
        session = self._session
        if session is None:
            return "", ""
        at = self.value("at")
        begin = at + self.value("break")
        if not session.start < at <= begin < session.end:
            return "", ""
        times = self.context.formats.times
        words = self.tr("Topic, trainers and room are the same in both parts.")
        if self._marks:
            words += " " + self.tr(
                "Every mark is carried over: whoever was in the room in a part has those minutes there. "
                "Remarks stay with the first part."
            )
        return f"{times(session.start, at)}   {times(begin, session.end)}", words
