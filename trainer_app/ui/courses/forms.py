"""Forms of courses and projects: a new course with its sessions, changing it, its project."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import courses, projects, sessions, teachers
from trainer_app.domain.base.structs import Meanwhile
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import (
    LATE_AFTER,
    CompletionRule,
    Course,
    CourseDraft,
    CourseKind,
    LogoOwner,
    Project,
    ProjectDraft,
)
from trainer_app.domain.courses.planning import goes_over_weekend
from trainer_app.ui.courses.plan_form import PlanFields
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import (
    Choice,
    Day,
    Flag,
    Layout,
    Number,
    NumberField,
    Own,
    Text,
    Translated,
    Whole,
    read_day,
    show_day,
)
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.language import field_title, formats, window_language
from trainer_app.ui.kit.picked_fields import LogoRow, PlaceText
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, rule
from trainer_app.ui.widgets.pickers import DateField

_SHARE, _TEST, _SCALE = 80, 60, 100  # per cent; limits are kept in hundredths of a per cent


class RuleFields(Retranslated, QWidget):
    """Two ticks with a percentage each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self._kept: dict[NumberField, int] = {}
        self.caption = label("body_strong", "rule_label")
        self.share = Tick("rule_share")
        self.share_limit = NumberField("rule_share_limit", 1, 100, _SHARE, 5)
        self.test = Tick("rule_test")
        self.test_limit = NumberField("rule_test_limit", 1, 100, _TEST, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.caption)
        for tick, field in ((self.share, self.share_limit), (self.test, self.test_limit)):
            field.valueChanged.connect(partial(self._typed, field))
            field.setFixedWidth(92)
            line = FlowRow()
            line.addWidget(tick, 1)
            line.addWidget(field)
            column.addLayout(line)
            tick.toggled.connect(field.setEnabled)
        self.set_rule(None)
        self.retranslate()

    def rule(self) -> CompletionRule:
        """Return what is chosen."""
        share = self._kept[self.share_limit] if self.share.isChecked() else None
        test = self._kept[self.test_limit] if self.test.isChecked() else None
        return CompletionRule(share, test)

    def _typed(self, field: NumberField, whole: int) -> None:
        self._keep(field, whole * _SCALE)

    def _keep(self, field: NumberField, limit: int) -> None:
        """Keep a limit; hundredths, which cannot be typed here, are shown and stay until it is changed."""
        self._kept[field] = limit
        field.setSuffix(formats(window_language()).limit(limit).removeprefix(str(limit // _SCALE)))

    def set_rule(self, rule: CompletionRule | None) -> None:
        """Show a rule; a part that is off keeps the usual limit in sight."""
        rule = rule or CompletionRule()
        parts = (
            (self.share, self.share_limit, rule.share, _SHARE),
            (self.test, self.test_limit, rule.post_test, _TEST),
        )
        for tick, field, limit, usual in parts:
            tick.setChecked(limit is not None)
            field.setEnabled(limit is not None)
            shown = limit if limit is not None else usual * _SCALE
            field.setValue(shown // _SCALE)
            self._keep(field, shown)

    @override
    def retranslate(self) -> None:
        for field, limit in self._kept.items():
            self._keep(field, limit)
        self.caption.setText(self.tr("Certificate of completion for"))
        self.share.setText(self.tr("attendance of at least"))
        self.share_limit.setAccessibleName(self.tr("Least attendance in per cent"))
        self.test.setText(self.tr("a post-test of at least"))
        self.test_limit.setAccessibleName(self.tr("Least result of the post-test in per cent"))


class LanguageTicks(QWidget):
    """A tick for each language that a course can be held in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.ticks = {code: Tick(f"course_language_{code}", formats(code).name) for code in LANGUAGES}
        line = FlowRow(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for tick in self.ticks.values():
            line.addWidget(tick)
        line.addStretch(1)

    def chosen(self) -> tuple[str, ...]:
        """Return the languages that are ticked."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())

    def choose(self, languages: tuple[str, ...]) -> None:
        """Tick languages."""
        for code, tick in self.ticks.items():
            tick.setChecked(code in languages)


_USUAL_LENGTH = timedelta(days=3)
_NO_COURSE = CourseDraft("", Texts(), date(2000, 1, 1), date(2000, 1, 1))


class CourseForm(FieldsForm):
    """Creates a course, with its sessions if they are wanted, or changes one. `saved` tells its key."""

    entity = "course"
    needs = (
        "courses/courses/create_course",
        "courses/courses/change_course",
        "courses/sessions/create_course_with_sessions",
    )

    saved = Signal(str)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("course_form", context, host)
        self._wording = CourseWording(context)
        self._course: Course | None = None
        self._draft = _NO_COURSE
        self._projects: list[Project] = []
        self._length = timedelta()
        self._day_moved = self._sessions_move = False
        self.plan = PlanFields(context)
        self.build()
        self.plan.changed.connect(self.say_fields)
        self.rows["district"].field.follow(self.rows["town"].field)

    def fields(self) -> Layout:
        """Ask for everything about a course, and for the sessions of a new one."""
        new = self._course is None
        return (
            *self._titles(),
            *self._days_and_place(),
            *self._rules(),
            Flag(
                "move_sessions",
                self.tr("Move the sessions along with the first day"),
                usual=True,
                shown=self._sessions_move,
            ),
            Flag(
                "lead",
                self.tr("I lead this course: my name stands on its certificates"),
                usual=True,
                shown=new and self._may_lead(),
            ),
            Own("plan_rule", widget=rule, shown=new),
            Flag("plan", self.tr("Plan the sessions now"), usual=True, shown=new, changed=self.say_fields),
            Own("plan_fields", widget=lambda _name: self.plan, shown=new and self.value("plan") is not False),
        )

    def _titles(self) -> Layout:
        kinds = [(kind, self._wording.kind(kind)) for kind in CourseKind]
        code = Text(
            "code",
            about=self.tr("Required; short, such as DSH1; stands on papers and files"),
            refused=("course.no_code", "course.bad_code", "course.code_taken"),
        )
        return (code, Choice("kind", options=kinds)), Translated("title")

    def _days_and_place(self) -> Layout:
        moved = ("course.sessions_marked",)
        wrong = ("course.days_reversed", "course.sessions_outside", "planning.no_day")
        return (
            (
                Day("first_day", changed=self._first_day_changed, refused=moved),
                Day("last_day", about=self._said_length(), changed=self._last_day_changed, refused=wrong),
            ),
            (PlaceText("town"), PlaceText("district")),
            Text("venue"),
        )

    def _rules(self) -> Layout:
        without = (None, self.tr("without a project"))
        named = [(each.key, self._wording.project(each)) for each in self._projects]
        return (
            Choice("project", options=[without, *named]),
            Own(
                "languages",
                widget=LanguageTicks,
                read=LanguageTicks.chosen,
                fill=LanguageTicks.choose,
                said=lambda codes: ", ".join(formats(code).name for code in codes),
            ),
            Own(
                "rule",
                widget=lambda _name: RuleFields(),
                read=RuleFields.rule,
                fill=RuleFields.set_rule,
                said=self._said_rule,
            ),
            (
                Number(
                    "capacity",
                    about=self.tr("For how many people there is room."),
                    none=self.tr("not said", "places"),
                ),
                Number(
                    "late_after",
                    about=self.tr("Minutes from the start; a badge scanned later counts as late."),
                    most=240,
                    step=5,
                    usual=LATE_AFTER,
                    unit=self.tr(" min"),
                ),
            ),
        )

    def words(self) -> tuple[str, str]:
        """Say whether a course is created or changed."""
        if self._course is None:
            return self.tr("New course"), self.tr("Create course")
        return self.tr("Change the course"), self.tr("Save")

    def open_new(self, project: str = "") -> None:
        """Ask for a new course. Its code is proposed: what is typed first is the title."""
        self._course = None
        day, language = self.context.today(), self.context.language.code
        known = self.context.ask(projects.list_projects) or []
        # Where there is one project, a course without it would be missing in its reports.
        wanted = project or (known[0].key if len(known) == 1 else None)
        code = self.context.ask(courses.propose_code, day) or ""
        draft = CourseDraft(code, Texts(), day, day + _USUAL_LENGTH, project=wanted, languages=(language,))
        self._show(draft, self.rows["title"].lines[language] if code else None)

    def open_course(self, key: str) -> None:
        """Show a course to be changed."""
        view = self.context.ask(courses.get_course, key)
        if view is not None:
            self._course = view.course
            self._show(courses.draft_of(view.course))

    def save(self) -> None:
        """Create the course, with its sessions if they are wanted; or change it."""
        course, draft, work = self._course, self.read(self._draft), self.context.work
        if course is not None:
            key, move = course.key, self._sessions_move and self.value("move_sessions")
            typed, opened = self.edited(self._draft), self.opened(self._draft)
            changes = self.submit(
                lambda: courses.change_course(work, key, typed, opened=opened, move_sessions=move)
            )
        elif self.value("plan"):
            plan = self.plan.plan()
            changes = self.submit(
                lambda: sessions.create_course_with_sessions(work, draft, plan, lead=self._leads())
            )
        else:
            changes = self.submit(lambda: courses.create_course(work, draft, lead=self._leads()))
        if changes is not None:
            self.saved.emit(course.key if course else changes.key or "")

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        super().settle_meanwhile(field, theirs=theirs)
        self._last_day_changed()

    def _may_lead(self) -> bool:
        """Tell whether whoever sits here may be the one who teaches."""
        return teachers.may_lead(self.context.work)

    def _leads(self) -> bool:
        return self._may_lead() and bool(self.value("lead"))

    def _said_rule(self, rule: CompletionRule) -> str:
        parts, shown = [], self.context.formats.limit
        if rule.share is not None:
            parts.append(self.tr("attendance of at least {share}").format(share=shown(rule.share)))
        if rule.post_test is not None:
            parts.append(self.tr("a post-test of at least {share}").format(share=shown(rule.post_test)))
        return ", ".join(parts) or self.tr("everybody")

    def _show(self, draft: CourseDraft, focus: QWidget | None = None) -> None:
        self._draft, self._projects = draft, self.context.ask(projects.list_projects) or []
        self._length = max(draft.last_day - draft.first_day, timedelta())
        self._day_moved = self._sessions_move = False
        self.plan.set_days(draft.first_day, draft.last_day)
        self.open_filled(draft, focus=focus)

    def _first_day_changed(self) -> None:
        """Keep the length of the course."""
        last = self.value("first_day") + self._length
        moved = last != self.value("last_day")
        show_day(self.rows["last_day"].field, last)
        self._day_moved = moved or self._day_moved
        self._days_changed()

    def _said_length(self) -> str:
        """Say how long the course is, and that the last day went along with the first."""
        first, last = self.value("first_day"), self.value("last_day")
        if first is not None and last is not None and last < first:
            return self.tr("The last day is before the first one.")
        days = self._length.days + 1
        said = self.tr("%n day(s) in all", "", days)
        if self._day_moved:
            said = self.tr("Moved with the first day: %n day(s)", "", days)
        return f"{said}. {over}" if (over := self._over_weekend()) else said

    def _over_weekend(self) -> str:
        """Say where the sessions of a new course end that leave out a weekend between its days, else ""."""
        planned = self.plan.drafts
        if self._course is not None or self.value("plan") is False or not planned:
            return ""
        first, last = self.value("first_day"), self.value("last_day")
        if not self.plan.plan().skip_weekends or not goes_over_weekend(first, last):
            return ""
        return self.context.words("season.over_weekend", last=planned[-1].day)

    def _last_day_changed(self) -> None:
        self._day_moved = False
        self._length = max(self.value("last_day") - self.value("first_day"), timedelta())
        self._days_changed()

    def _days_changed(self) -> None:
        first, course = self.value("first_day"), self._course
        self.plan.set_days(first, self.value("last_day"))
        self._sessions_move = course is not None and self._moves(course, first)
        self.say_fields()

    def _moves(self, course: Course, first_day: date) -> bool:
        """Tell whether there are sessions that another first day would take along."""
        if course.first_day == first_day:
            return False
        view = self.context.ask(courses.get_course, course.key)
        return view is not None and bool(view.sessions)


class OptionalDay(Retranslated, QWidget):
    """A day, called `title`, that there may be none of: a tick says so, and shows the day, first today."""

    def __init__(self, name: str, title: Callable[[], str], today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title, self._today = title, today
        self.known = Tick(f"{name}_known")
        self.shown = DateField(f"{name}_day")
        self.shown.hide()
        self.known.toggled.connect(self.shown.setVisible)
        self.setFocusProxy(self.known)
        line = FlowRow(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.known)
        line.addWidget(self.shown, 1)
        self.retranslate()

    def day(self) -> date | None:
        """Return the day, None for none."""
        return read_day(self.shown) if self.known.isChecked() else None

    def set_day(self, day: date | None) -> None:
        """Show a day, or that there is none."""
        self.known.setChecked(day is not None)
        show_day(self.shown, day or self._today())

    @override
    def retranslate(self) -> None:
        self.known.setText(self.tr("Planned", "a day"))
        self.shown.setAccessibleName(self._title())


_NO_PROJECT = ProjectDraft("", Texts())


class ProjectForm(FieldsForm):
    """Creates a project or changes one; `saved` tells its key."""

    entity = "project"
    needs = (
        "courses/projects/create_project",
        "courses/projects/change_project",
        "courses/projects/set_logos",
    )

    saved = Signal(str)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("project_form", context, host)
        self.key = ""
        """The project that is changed; "" for a new one."""
        self._draft = _NO_PROJECT
        self._logos: dict[LogoOwner, str | None] = {}
        self.logos = LogoRow(context)
        self.build()

    def fields(self) -> Layout:
        """Ask for codes, names and logos."""
        return (
            (
                Text(
                    "code",
                    about=self.tr("Required; short, such as DV18"),
                    refused=("project.no_code", "project.code_taken"),
                ),
                Text("donor"),
            ),
            Translated("title"),
            Translated("partner", about=self.tr("For example the Ministry of Internal Affairs")),
            Translated("organiser", about=self.tr("Printed at the top of every certificate")),
            Text("head", about=self.tr("Signs the certificates")),
            Text("field_of_work", ending="field"),
            (self._day("first_day"), self._day("last_day")),
            (
                Whole("planned_participants", width=110),
                Whole("planned_women", width=110, refused=("project.more_women",)),
            ),
            (Whole("planned_courses", width=110), Whole("planned_districts", width=110)),
            Own("logos", widget=lambda _name: self.logos),
        )

    def _day(self, name: str) -> Own[OptionalDay]:
        made = partial(OptionalDay, title=field_title("project", name), today=self.context.today)
        read, fill, refused = OptionalDay.day, OptionalDay.set_day, ("project.days_reversed",)
        return Own(name, widget=made, read=read, fill=fill, refused=refused)

    def words(self) -> tuple[str, str]:
        """Say whether a project is created or changed."""
        if not self.key:
            return self.tr("New project"), self.tr("Create project")
        return self.tr("Change the project"), self.tr("Save")

    @override
    def choices_now(self) -> object:
        return super().choices_now(), dict(self.logos.chosen)

    def open_new(self) -> None:
        """Ask for a new project."""
        self.key, self._draft, self._logos = "", _NO_PROJECT, {}
        self.logos.show_logos({})
        self.open_filled(self._draft)

    def open_project(self, key: str) -> None:
        """Show a project to be changed; "" asks for a new one."""
        if not key:
            self.open_new()
            return
        project = self.context.ask(projects.get_project, key)
        if project is not None:
            self.key, self._draft = key, projects.draft_of_project(project)
            self._logos = {**project.logos}
            self.logos.show_logos(self.context.ask(projects.logos, key) or {})
            self.open_filled(self._draft)

    def save(self) -> None:
        """Create or change the project."""
        key, work, chosen = self.key, self.context.work, self.logos.chosen
        typed, opened = self.edited(self._draft), self.opened(self._draft)
        begun = self._logos
        changes = self.submit(
            lambda: (
                projects.change_project(work, key, typed, opened=opened, logos=chosen, logos_opened=begun)
                if key
                else projects.create_project(work, self.read(self._draft), chosen)
            )
        )
        if changes is not None:
            self.saved.emit(key or changes.key or "")
