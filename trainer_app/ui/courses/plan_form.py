"""Planning all sessions of a course: generated, or copied from another's agenda; and copying a whole course.

Sessions are generated from a day plan, or are those of an earlier course. A course can be planned anew while
nobody is marked in its sessions.
"""

from datetime import date, timedelta
from typing import Any, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer_app.actions.courses import agendas, course_life, courses
from trainer_app.actions.courses.agendas import AgendaSource
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import Course, CourseView
from trainer_app.domain.courses.planning import (
    DayPlan,
    SessionDraft,
    is_weekend,
    plan_day,
    plan_sessions,
    without_place,
)
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import (
    Choice,
    Day,
    Flag,
    Layout,
    Note,
    Number,
    Own,
    Text,
    Time,
    Translated,
    indent,
)
from trainer_app.ui.kit.forms import FieldSet, FieldsForm
from trainer_app.ui.kit.picked_fields import PlaceText
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, set_role
from trainer_app.ui.widgets.pickers import TimeField

_USUAL = DayPlan(per_day=3)


class LunchFields(Retranslated, QWidget):
    """A tick, and from when to when; `changed` is emitted at every change."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_line")
        self.tick = Tick(name)
        self.start, self.end = (indent(TimeField(f"{name}_{end}")) for end in ("from", "to"))
        line = FlowRow(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.tick, 1)
        for part in (self.start, label("body", f"{name}_dash", "–"), self.end):
            line.addWidget(part)
        for time in (self.start, self.end):
            self.tick.toggled.connect(time.setEnabled)
            time.timeChanged.connect(self.changed)
        self.tick.toggled.connect(self.changed)
        self.retranslate()

    def times(self) -> tuple[int, int] | None:
        """Return what is typed, None without a lunch."""
        return (self.start.minutes(), self.end.minutes()) if self.tick.isChecked() else None

    def set_times(self, times: tuple[int, int]) -> None:
        """Show when the lunch is."""
        self.start.set_minutes(times[0])
        self.end.set_minutes(times[1])
        self.tick.setChecked(True)

    @override
    def retranslate(self) -> None:
        self.tick.setText(self.tr("Lunch"))
        self.start.setAccessibleName(self.tr("Lunch from"))
        self.end.setAccessibleName(self.tr("Lunch to"))


class ResultBox(QFrame):
    """What comes of a plan, in a quiet box: a strong line and a small one below it."""

    def __init__(self, name: str, strong: str, small: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self.strong, self.small = label("body_strong", strong, wrap=True), label("caption", small, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        column.addWidget(self.strong)
        column.addWidget(self.small)


class PlanFields(FieldSet, Retranslated, QWidget):
    """Sessions a day, their times, the lunch; below it the times that result, or why there are none."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("plan")
        self._context = context
        self._wording = CourseWording(context)
        self._days: tuple[date, date] | None = None
        self.drafts: tuple[SessionDraft, ...] = ()
        self.lunch = LunchFields("plan_lunch")
        self.lunch.changed.connect(self.show_result)
        self.result = ResultBox("plan_result", "plan_times", "plan_total")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.build_fields("plan_", column)
        self.fill(_USUAL)
        self.show_result()

    @override
    def fields(self) -> Layout:
        said, pause = self.show_result, self.tr("Break, minutes")
        return (
            (
                Number("per_day", self.tr("Sessions a day"), least=1, most=12, changed=said),
                Time("first_start", self.tr("First one begins at"), changed=said),
            ),
            (
                Number("minutes", self.tr("Minutes each"), least=5, most=600, step=5, changed=said),
                Number("break_minutes", pause, most=240, step=5, changed=said, ending="break"),
            ),
            Own("lunch", widget=lambda _name: self.lunch, read=LunchFields.times, fill=LunchFields.set_times),
            Flag("skip_weekends", self.tr("Not on Saturdays and Sundays"), changed=said),
            Own("result", widget=lambda _name: self.result),
        )

    def set_days(self, first: date, last: date) -> None:
        """Plan for other days."""
        self._days = (first, last)
        self.show_result()

    def plan(self) -> DayPlan:
        """Return what is typed."""
        return self.read(_USUAL)

    def show_result(self) -> None:
        """Say which sessions the plan gives."""
        plan, total = self.plan(), ""
        try:
            times = plan_day(plan)
            self.drafts = plan_sessions(*self._days, plan) if self._days else ()
        except TrainerError as error:
            self.drafts = ()
            role, words = "error", self._context.words(error.code, **error.values)
        else:
            role = "body_strong"
            words = "   ".join(self._context.formats.times(start, end) for start, end in times)
            total = self._wording.drafts(self.drafts) if self.drafts else ""
        set_role(self.result.strong, role)
        self.result.strong.setText(words)
        self.result.small.setText(total)
        self.result.small.setVisible(bool(total))
        self.changed.emit()

    @override
    def retranslate(self) -> None:
        self.say_fields()
        self.show_result()


class PlanForm(FieldsForm):
    """The generator in a panel."""

    needs = "courses/agendas/plan_sessions"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("plan_form", context, host)
        self._view: CourseView | None = None
        self.plan = PlanFields(context)
        self.plan.changed.connect(self.say_fields)
        self.build()

    @override
    def fields(self) -> Layout:
        consequences = self._consequences()
        return (
            Own("fields", widget=lambda _name: self.plan),
            Note("consequences", consequences, role="second", shown=bool(consequences)),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Plan the sessions"), self.tr("Make the sessions")

    def open_course(self, view: CourseView) -> None:
        """Ask how a day of the course looks."""
        self._view = view
        self.plan.set_days(view.course.first_day, view.course.last_day)
        self.open_filled(focus=self.plan.entry("per_day"))

    @override
    def save(self) -> None:
        view, plan = self._view, self.plan.plan()
        if view is None:
            return
        self.submit(
            lambda: agendas.plan_sessions(
                self.context.work, view.course.key, plan, in_place=bool(view.sessions)
            )
        )

    def _consequences(self) -> str:
        """Say what becomes of the sessions that are there."""
        there = self._view.sessions if self._view is not None else ()
        if not there:
            return ""
        said = [
            self.tr("In place of %n planned session(s).", "", len(there)),
            self.tr("Topics, trainers and rooms go along in their order."),
        ]
        lost = len(without_place(self.plan.drafts, there))
        if lost:
            said.append(self.tr("%n topic(s) will have no place and be lost.", "", lost))
        return " ".join(said)


class AgendaCopyForm(FieldsForm):
    """Which course, with its trainers or without; below it what comes of it."""

    needs = "courses/agendas/copy_agenda"

    def __init__(self, context: AppContext, host: QWidget, wording: CourseWording) -> None:
        super().__init__("agenda_copy_form", context, host)
        self._wording = wording
        self._view: CourseView | None = None
        self._sources: list[AgendaSource] = []
        self.result = ResultBox("agenda_copy_box", "agenda_copy_count", "agenda_copy_result")
        self.build()
        self.fill()

    @override
    def fields(self) -> Layout:
        sources = [(each.course.key, self._source_words(each.course)) for each in self._sources]
        trainers, skip = self.tr("Its trainers teach here too"), self.tr("Not on Saturdays and Sundays")
        return (
            Choice("source", self.tr("Course"), options=sources, changed=self._show_result),
            Flag("trainers", trainers, usual=True, changed=self._show_result),
            Flag("skip_weekends", skip, usual=True, changed=self._show_result),
            Own("box", widget=lambda _name: self.result),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Agenda of another course"), self.tr("Take this agenda")

    def open_course(self, view: CourseView) -> None:
        """Ask whose agenda the course takes."""
        self._view = view
        self._sources = self.context.ask(agendas.list_sources, view.course.key) or []
        self.open_filled(**self._ticked())

    @override
    def save(self) -> None:
        view, source, ticked = self._view, self.value("source"), self._ticked()
        if view is not None and source is not None:
            self.submit(lambda: agendas.copy_agenda(self.context.work, view.course.key, source, **ticked))

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._show_result()

    def _source_words(self, course: Course) -> str:
        return f"{course.code} · {self._wording.title(course)} · {self._wording.place_and_days(course)}"

    def _ticked(self) -> dict[str, Any]:
        return {name: self.value(name) for name in ("trainers", "skip_weekends")}

    def _show_result(self) -> None:
        view, source = self._view, self.value("source")
        self.accept_button.setEnabled(source is not None)
        if view is None or source is None:
            count, consequences = self.tr("No other course has sessions yet."), ""
        else:
            drafts = self.context.ask(agendas.preview_copy, view.course.key, source, **self._ticked()) or ()
            count, consequences = self._wording.drafts(drafts), self._consequences(view, drafts)
        self.result.strong.setText(count)
        self.result.small.setText(consequences)

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


_WEEK, _DAY = timedelta(days=7), timedelta(days=1)


class CopyForm(FieldsForm):
    """Asks what is other than in the course that is copied. `saved` tells the key of the copy."""

    entity = "course"
    needs = "courses/course_life/copy_course"

    saved = Signal(str)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("copy_form", context, host)
        self._view: CourseView | None = None
        self.build()
        self.rows["district"].field.follow(self.rows["town"].field)

    def fields(self) -> Layout:
        """Ask for code, days and place of the copy."""
        said = self.say_fields
        return (
            Text(
                "code",
                self.tr("Code of the copy"),
                self.tr("Needed. Sessions and trainers are copied, participants are not."),
                refused=("course.no_code", "course.bad_code", "course.code_taken"),
            ),
            Translated("title"),
            (PlaceText("town"), PlaceText("district")),
            Text("venue"),
            Day("first_day", changed=said),
            Flag("skip_weekends", self.tr("Not on Saturdays and Sundays"), usual=True, changed=said),
            Note("days", self._days(), role="second"),
            Flag("forms", self.tr("Its tests and feedback forms too"), usual=True),
        )

    def words(self) -> tuple[str, str]:
        """Return the words of the panel."""
        return self.tr("Copy the course"), self.tr("Make the copy")

    def open_course(self, view: CourseView) -> None:
        """Propose the same place, a week later or a week from now, and no day of a weekend."""
        self._view, course = view, view.course
        day = max(course.first_day, self.context.today()) + _WEEK
        while is_weekend(day):
            day += _DAY
        code = self.context.ask(courses.propose_code, day, course.code) or ""
        self.open_filled(course, code=code, first_day=day, skip_weekends=True)
        self.rows["code"].field.selectAll()

    def save(self) -> None:
        """Make the copy."""
        view = self._view
        if view is None:
            return
        wanted = self._copy()
        changes = self.submit(lambda: course_life.copy_course(self.context.work, view.course.key, wanted))
        if changes is not None:
            self.saved.emit(changes.key or "")

    def _copy(self) -> CourseCopy:
        return CourseCopy(**self.values())

    def _days(self) -> str:
        """Say from when to when the copy will last: its sessions say so."""
        if self._view is None or not self.rows.get("forms"):
            return ""
        first, last = course_life.copied_days(self._view, self._copy())
        days = self.context.formats.days(first, last)
        count = self.tr("%n session(s)", "", len(self._view.sessions))
        return self.tr("The copy will last {days}: {sessions}.").format(days=days, sessions=count)
