"""Forms of courses and projects: a new course with its sessions, changing or copying it, its project."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.courses import courses, logos, projects, sessions
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import (
    LATE_AFTER,
    CompletionRule,
    Course,
    CourseDraft,
    CourseKind,
    Project,
    ProjectDraft,
)
from trainer_app.ui.courses.plan_form import PlanFields
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_fields import LogoRow
from trainer_app.ui.kit.forms import FormPanel, NumberField, TextsRow, side_by_side
from trainer_app.ui.kit.language import formats
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.fields import ComboBox, DateField, FormRow, text_field
from trainer_app.ui.widgets.labels import Retranslated, label, rule

_SHARE, _TEST, _SCALE = 80, 60, 100  # per cent; limits are kept in hundredths of a per cent


class RuleFields(Retranslated, QWidget):
    """Two ticks with a percentage each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
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
            field.setSuffix(" %")
            field.setFixedWidth(92)
            line = QHBoxLayout()
            line.addWidget(tick, 1)
            line.addWidget(field)
            column.addLayout(line)
            tick.toggled.connect(field.setEnabled)
        self.set_rule(CompletionRule())
        self.retranslate()

    def rule(self) -> CompletionRule:
        """Return what is chosen."""
        share = self.share_limit.value() * _SCALE if self.share.isChecked() else None
        test = self.test_limit.value() * _SCALE if self.test.isChecked() else None
        return CompletionRule(share, test)

    def set_rule(self, rule: CompletionRule) -> None:
        """Show a rule; a part that is off keeps the usual limit in sight."""
        parts = (
            (self.share, self.share_limit, rule.share, _SHARE),
            (self.test, self.test_limit, rule.post_test, _TEST),
        )
        for tick, field, limit, usual in parts:
            tick.setChecked(limit is not None)
            field.setEnabled(limit is not None)
            field.setValue(limit // _SCALE if limit is not None else usual)

    def retranslate(self) -> None:
        """Set every word."""
        self.caption.setText(self.tr("Certificate of completion for"))
        self.share.setText(self.tr("attendance of at least"))
        self.share_limit.setAccessibleName(self.tr("Least attendance in per cent"))
        self.test.setText(self.tr("a post-test of at least"))
        self.test_limit.setAccessibleName(self.tr("Least result of the post-test in per cent"))


_MOST_PEOPLE = 9999


def read_day(field: DateField) -> date:
    """Return the day that a field shows."""
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())


def show_day(field: DateField, day: date) -> None:
    """Show a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))


class CourseFields(Retranslated, QWidget):
    """Code, titles, project, place, days, languages and rule. `days_changed` when first or last day is."""

    days_changed = Signal()

    def __init__(self, wording: CourseWording) -> None:
        super().__init__()
        self.setObjectName("course_fields")
        self._wording = wording
        self._projects: list[Project] = []
        self.code = FormRow("course_code", text_field("course_code", most=20))
        self.project = FormRow("course_project", ComboBox("course_project"))
        self.title_row = TextsRow("course_title")
        self.kind = FormRow("course_kind", ComboBox("course_kind"))
        self.first_day = FormRow("course_first_day", DateField("course_first_day"))
        self.last_day = FormRow("course_last_day", DateField("course_last_day"))
        self.town = FormRow("course_town", text_field("course_town", most=80))
        self.district = FormRow("course_district", text_field("course_district", most=80))
        self.venue = FormRow("course_venue", text_field("course_venue", most=160))
        self.languages_label = label("body_strong", "course_languages_label")
        self.languages = {code: Tick(f"course_language_{code}", formats(code).name) for code in LANGUAGES}
        self.rule = RuleFields()
        self.capacity = FormRow("course_capacity", NumberField("course_capacity", 0, _MOST_PEOPLE, 0))
        self.late_after = FormRow(
            "course_late_after", NumberField("course_late_after", 0, 240, LATE_AFTER, 5)
        )
        self._length = 0
        self._lay_out()
        self.first_day.field.dateChanged.connect(self._first_day_changed)
        self.last_day.field.dateChanged.connect(self._last_day_changed)
        self.retranslate()

    def _lay_out(self) -> None:
        languages = QVBoxLayout()
        languages.setSpacing(2)
        languages.addWidget(self.languages_label)
        ticks = QHBoxLayout()
        ticks.setSpacing(16)
        for tick in self.languages.values():
            ticks.addWidget(tick)
        ticks.addStretch(1)
        languages.addLayout(ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(side_by_side(self.code, self.kind))
        column.addWidget(self.title_row)
        column.addLayout(side_by_side(self.first_day, self.last_day))
        column.addLayout(side_by_side(self.town, self.district))
        column.addWidget(self.venue)
        column.addWidget(self.project)
        column.addLayout(languages)
        column.addWidget(self.rule)
        column.addLayout(side_by_side(self.capacity, self.late_after))

    def show_draft(self, draft: CourseDraft, projects: list[Project]) -> None:
        """Show a course as it would be typed, and the projects it can belong to."""
        self.code.field.setText(draft.code)
        self.title_row.set_texts(draft.title)
        for row, text in (
            (self.town, draft.town),
            (self.district, draft.district),
            (self.venue, draft.venue),
        ):
            row.field.setText(text)
        combo = self.project.field
        combo.clear()
        self._projects = projects
        for key in ("", *(project.key for project in projects)):
            combo.addItem("", key)
        self._say_projects()
        combo.setCurrentIndex(max(combo.findData(draft.project or ""), 0))
        self.kind.field.setCurrentIndex(self.kind.field.findData(draft.kind.value))
        self._length = max((draft.last_day - draft.first_day).days, 0)
        for field, day in ((self.first_day.field, draft.first_day), (self.last_day.field, draft.last_day)):
            field.blockSignals(True)  # or the first day would carry the last one along
            show_day(field, day)
            field.blockSignals(False)
        for code, tick in self.languages.items():
            tick.setChecked(code in draft.languages)
        self.rule.set_rule(draft.rule)
        self.capacity.field.setValue(draft.capacity or 0)
        self.late_after.field.setValue(draft.late_after)

    def draft(self) -> CourseDraft:
        """Return what is typed."""
        return CourseDraft(
            code=self.code.field.text().strip(),
            title=self.title_row.texts(),
            first_day=read_day(self.first_day.field),
            last_day=read_day(self.last_day.field),
            project=str(self.project.field.currentData() or "") or None,
            kind=CourseKind(self.kind.field.currentData()),
            venue=self.venue.field.text().strip(),
            town=self.town.field.text().strip(),
            district=self.district.field.text().strip(),
            languages=tuple(code for code, tick in self.languages.items() if tick.isChecked()),
            rule=self.rule.rule(),
            capacity=self.capacity.field.value() or None,
            late_after=self.late_after.field.value(),
        )

    def retranslate(self) -> None:
        """Set every word."""
        self.code.set_words(self.tr("Code"), self.tr("Short, such as DSH1"))
        self.kind.set_words(self.tr("Kind"))
        chosen = self.kind.field.currentData()
        self.kind.field.clear()
        for kind in CourseKind:
            self.kind.field.addItem(self._wording.kind(kind), kind.value)
        self.kind.field.setCurrentIndex(max(self.kind.field.findData(chosen), 0))
        self.title_row.set_words(self.tr("Title"))
        self.first_day.set_words(self.tr("First day"))
        self.last_day.set_words(self.tr("Last day"))
        self.town.set_words(self.tr("Town"))
        self.district.set_words(self.tr("District"))
        self.venue.set_words(self.tr("Venue"))
        self.project.set_words(self.tr("Project"))
        if self.project.field.count():
            self._say_projects()
        self.languages_label.setText(self.tr("Languages of the course"))
        self.capacity.set_words(self.tr("Places"), self.tr("For how many people there is room."))
        self.capacity.field.setSpecialValueText(self.tr("not said", "places"))
        self.late_after.set_words(
            self.tr("Late after"), self.tr("Minutes from the start; a badge scanned later counts as late.")
        )
        self.late_after.field.setSuffix(self.tr(" min"))

    def _say_projects(self) -> None:
        words = [self.tr("without a project"), *(self._wording.project(each) for each in self._projects)]
        for place, text in enumerate(words):
            self.project.field.setItemText(place, text)

    def _first_day_changed(self) -> None:
        """Keep the length of the course."""
        field = self.last_day.field
        field.blockSignals(True)
        field.setDate(self.first_day.field.date().addDays(self._length))
        field.blockSignals(False)
        self.days_changed.emit()

    def _last_day_changed(self) -> None:
        self._length = max(self.first_day.field.date().daysTo(self.last_day.field.date()), 0)
        self.days_changed.emit()


_USUAL_LENGTH = timedelta(days=3)


class CourseForm(FormPanel):
    """`saved` tells the key of the course."""

    saved = Signal(str)

    def __init__(self, desk: AppContext, host: QWidget) -> None:
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
        self.fields.show_draft(draft, self.desk.ask(projects.list_projects) or [])
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


_WEEK = timedelta(days=7)


class CopyForm(FormPanel):
    """`saved` tells the key of the copy."""

    saved = Signal(str)

    def __init__(self, desk: AppContext, host: QWidget) -> None:
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
        code, day = self.code.field.text(), read_day(self.first_day.field)
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


class ProjectForm(FormPanel):
    """Creates a project or changes one; `saved` tells its key."""

    saved = Signal(str)

    def __init__(self, desk: AppContext, host: QWidget) -> None:
        super().__init__("project_form", desk, host)
        self._project: Project | None = None
        self.code = FormRow("project_code", text_field("project_code", most=20))
        self.title_row = TextsRow("project_title")
        self.donor = FormRow("project_donor", text_field("project_donor", most=200))
        self.partner = TextsRow("project_partner")
        self.organiser = TextsRow("project_organiser")
        self.head = FormRow("project_head", text_field("project_head", most=120))
        self.field_of_work = FormRow("project_field", text_field("project_field", most=200))
        self.logos = LogoRow(desk)
        self.places = {"project.no_code": self.code, "project.code_taken": self.code}
        self.body.addLayout(side_by_side(self.code, self.donor))
        for row in (self.title_row, self.partner, self.organiser, self.head, self.field_of_work, self.logos):
            self.body.addWidget(row)
        self.end_body()
        self.retranslate()

    def open_new(self) -> None:
        """Ask for a new project."""
        self._project = None
        self.logos.show_logos({})
        self._show(ProjectDraft("", Texts()))

    def open_project(self, key: str) -> None:
        """Show a project to be changed."""
        project = self.desk.ask(projects.get_project, key)
        if project is not None:
            self._project = project
            self.logos.show_logos(self.desk.ask(logos.logos, key) or {})
            self._show(projects.draft_of_project(project))

    def save(self) -> None:
        """Create or change the project."""
        project, draft = self._project, self._draft()
        if project is None:
            changes = self.submit(lambda: projects.create_project(self.desk.work, draft))
        else:
            key = project.key
            changes = self.submit(lambda: projects.change_project(self.desk.work, key, draft))
        if changes is not None:
            key = project.key if project else changes.key or ""
            if self.logos.chosen:
                self.desk.do(logos.set_logos, key, self.logos.chosen)
            self.saved.emit(key)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        new = self._project is None
        self.set_words(
            self.tr("New project") if new else self.tr("Change the project"),
            self.tr("Create project") if new else self.tr("Save"),
        )
        self.code.set_words(self.tr("Code"), self.tr("Short, such as DV18"))
        self.title_row.set_words(self.tr("Title"))
        self.donor.set_words(self.tr("Donor"))
        self.partner.set_words(self.tr("Partner"), self.tr("For example the Ministry of Internal Affairs"))
        self.organiser.set_words(self.tr("Organiser"), self.tr("Stands at the top of every certificate"))
        self.head.set_words(self.tr("Head of programme"), self.tr("Signs the certificates"))
        self.field_of_work.set_words(self.tr("Field of work"))

    def _show(self, draft: ProjectDraft) -> None:
        self.clear_errors()
        fields: tuple[tuple[FormRow[QLineEdit], str], ...] = (
            (self.code, draft.code),
            (self.donor, draft.donor),
            (self.head, draft.head),
            (self.field_of_work, draft.field_of_work),
        )
        for row, text in fields:
            row.field.setText(text)
        self.title_row.set_texts(draft.title)
        self.partner.set_texts(draft.partner)
        self.organiser.set_texts(draft.organiser)
        self.retranslate()
        self.reveal(self.code.field)

    def _draft(self) -> ProjectDraft:
        old = self._project
        return ProjectDraft(
            code=self.code.field.text().strip(),
            title=self.title_row.texts(),
            donor=self.donor.field.text().strip(),
            partner=self.partner.texts(),
            organiser=self.organiser.texts(),
            head=self.head.field.text().strip(),
            field_of_work=self.field_of_work.field.text().strip(),
            first_day=old.first_day if old else None,
            last_day=old.last_day if old else None,
        )
