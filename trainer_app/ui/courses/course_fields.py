"""The fields of a course, without the buttons around them: what a draft is typed into."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.courses import LATE_AFTER, CourseDraft, CourseKind, Project
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.courses.fields import NumberField, TextsRow, side_by_side
from trainer_app.ui.courses.rule_fields import RuleFields
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.language import formats
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.day_field import DateField
from trainer_app.ui.widgets.forms import ComboBox, FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_MOST_PEOPLE = 9999


def day_of(field: DateField) -> date:
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
            first_day=day_of(self.first_day.field),
            last_day=day_of(self.last_day.field),
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
