"""What a report is about (scope, period, splits), and saving it, or a list, as a file that is verified."""

import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolTip, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.projects import list_projects
from trainer_app.actions.office import reports
from trainer_app.actions.office.building import EVERYTHING, courses_of
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import Course, CourseState, Project
from trainer_app.domain.office.counting import SplitBy, months_around
from trainer_app.domain.office.crossing import ReportLayout, TableQuery
from trainer_app.domain.office.report_json import report_document
from trainer_app.domain.office.reports import Basis, Report, ReportExtent
from trainer_app.system import messages
from trainer_app.system.files import write_checked
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import read_day, show_day
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CONTROL
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Tick, TickMenu
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pickers import ComboBox, DateField


class ReportFormat(StrEnum):
    """What a report can be saved as, in the order of the menu: first the table in which nothing runs."""

    XLSX = "xlsx"
    PDF = "pdf"
    CSV = "csv"
    JSON = "json"


def report_bytes(report: Report, form: ReportFormat, language: str) -> bytes:
    """Return a report in a form and a language."""
    if form is ReportFormat.PDF:
        return reports.print_report(report, language)
    if form is ReportFormat.XLSX:
        return reports.write_report_xlsx(report, language)
    if form is ReportFormat.CSV:
        return reports.write_report_csv(report, language)

    document = report_document(report, lambda words: messages.label_text(words, language))
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


WITH_NAMES = (ReportFormat.XLSX, ReportFormat.PDF)
"""Forms that list participants where their names were asked for; the others hold figures alone."""


def save_report(work: Workplace, report: Report, form: ReportFormat, language: str, path: Path) -> Path:
    """Write a report into a new file, read it back, and return where it lies. Raises files.*.

    That names left in it is noted with it: both or neither.
    """
    made = report_bytes(report, form, language)
    if not report.listed or form not in WITH_NAMES:
        return write_checked(path, made)
    with work.journal.transaction():
        reports.note_names(work, report, form.value)
        return write_checked(path, made)


_ALL, _PROJECT, _COURSE, _SEVERAL = "all", "project:", "course:", "several"
_DEFAULT = (SplitBy.SEX, SplitBy.COURSE)
_SPANS = {"this_quarter": (3, 0), "last_quarter": (3, 1), "this_year": (12, 0), "last_year": (12, 1)}
_NAMED = 2  # splits that are named on the button; the others are counted
_LEAST, _FAIR, _MOST, _AROUND, _GAP = 120, 180, 320, 58, 8
"""Pixels of the list of courses: at least, before a button has fewer words, at most; between the parts."""


class ReportQuery(ReportExtent, frozen=True):
    """What was asked for, and how it is to be counted and told."""

    by: tuple[SplitBy, ...] = _DEFAULT
    names: bool = False
    basis: Basis = Basis.TODAY
    table: TableQuery = TableQuery()

    @property
    def extent(self) -> ReportExtent:
        """Of what it is, alone."""
        return ReportExtent(self.projects, self.courses, self.donors, self.fields, self.first, self.last)

    @property
    def of(self) -> tuple[object, ...]:
        """Of what it is: as long as this is the same nothing is read anew."""
        return self.projects, self.courses, self.donors, self.fields, self.basis

    @property
    def splits(self) -> tuple[SplitBy, ...]:
        """All that it is split by, its table too."""
        return (*self.by, *self.table.dimensions)


class ReportControls(Retranslated, QWidget):
    """`changed` is emitted for another report, `requested(form, language)` for a file of this one."""

    changed = Signal()
    requested = Signal(str, str)
    shown = Signal()

    def __init__(
        self, context: AppContext, wording: OfficeWording, course: str | None, project: str | None
    ) -> None:
        super().__init__()
        self.setObjectName("report_controls")
        self._context, self._wording = context, wording
        self._fixed = f"{_COURSE}{course}" if course else f"{_PROJECT}{project}" if project else ""
        self.scope = ComboBox("report_scope")
        self.scope.setMinimumWidth(_LEAST)
        self.scope.setMaximumWidth(_MOST)
        self.several = IconButton("report_several", "filter")
        self._several = ReportExtent()
        self._known: Sequence[Course] = ()
        self._projects: Sequence[Project] = ()
        if self._fixed:
            self.scope.hide()
            self.several.hide()
        self.basis = ComboBox("report_basis")
        self.basis.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        for basis in Basis:
            self.basis.addItem("", basis.value)
        self._approved: list[tuple[str, str | None, str, str]] = []
        self.period = Tick("report_period")
        self.names = Tick("report_names")
        self.first = DateField("report_first")
        self.last = DateField("report_last")
        self.until = label("second", "report_until", "–")
        self.spans = {name: Button(f"report_{name}", ButtonKind.GHOST) for name in _SPANS}
        self.days = QWidget()
        self.days.setObjectName("report_days")
        self.split = Button("report_split", icon="down")
        self.split_menu = TickMenu(self)
        self.split_menu.setObjectName("report_split_menu")
        self.splits = {by: self._split_action(by) for by in SplitBy}
        # By the keyboard too, which Qt's own tips of a menu do not follow.
        self.split_menu.hovered.connect(self._explain)
        self.split_menu.aboutToHide.connect(QToolTip.hideText)
        self.save = Button("report_save", icon="save")
        self.save_menu = QMenu(self)
        self.save_menu.setObjectName("report_save_menu")
        self.files = {
            (form, language): self._file_action(form, language)
            for form in ReportFormat
            for language in (LANGUAGES if form is ReportFormat.PDF else ("",))
        }
        self.show_pdf = Button("report_show", ButtonKind.PRIMARY, "print")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = FlowRow()
        row.setSpacing(_GAP)
        row.addWidget(self.scope, 2)
        row.addWidget(self.several)
        row.addWidget(self.basis)
        row.addWidget(self.split)
        row.addWidget(self.period)
        row.addStretch(1)
        row.addWidget(self.names)
        row.addWidget(self.save)
        row.addWidget(self.show_pdf)
        days = FlowRow(self.days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(8)
        for part in (self.first, self.until, self.last, *self.spans.values()):
            days.addWidget(part)
        days.addStretch(1)
        for field in (self.first, self.last):
            field.setFixedWidth(132)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.days)

    def event(self, event: QEvent) -> bool:
        """Make room as soon as there is less of it, or words become longer."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        """Let all stand in one row: one after the other has fewer words, and the whole ones as a tip."""
        parts = [self.scope, self.several, self.basis, self.period, self.names]
        widths = [each.sizeHint().width() for each in parts if not each.isHidden()]
        if not self.scope.isHidden():
            widths[0] = min(max(widths[0], self._least()), _MOST)
        split, shown = self._split_words(), self._pdf_words()
        full = [self.save.full_width(), _wide(self.split, split[0]), _wide(self.show_pdf, shown[0])]
        less = [CONTROL, _wide(self.split, split[1]), _wide(self.show_pdf, shown[1])]
        missing = sum(widths) + sum(full) + _GAP * (len(widths) + len(full) - 1) - self.width()
        scope, folded = widths[0], []
        fair, least = (scope, scope) if self.scope.isHidden() else (min(scope, _FAIR), self._least())
        given = max(0, min(missing, scope - fair))
        missing -= given
        for whole, small in zip(full, less, strict=True):
            folded.append(missing > 0)
            missing -= whole - small if missing > 0 else 0
        rest = max(0, min(missing, scope - given - least))
        self.scope.setMinimumWidth(self._least())
        self.scope.setMaximumWidth(scope - given - rest if given + rest else _MOST)
        self.save.fold(folded[0])
        self.show_pdf.fold(missing > rest)
        for button, words, short in ((self.split, split, folded[1]), (self.show_pdf, shown, folded[2])):
            if button.text() != words[short]:
                button.setText(words[short])
            button.setToolTip(words[0] if short else "")
            button.setAccessibleName(words[0])

    def _least(self) -> int:
        """Return how wide what it is of has to be: "All courses" is never cut."""
        words = self.scope.fontMetrics().horizontalAdvance(self.scope.itemText(0))
        return min(max(_LEAST, words + _AROUND), _FAIR)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._scope_changed)
        self.period.toggled.connect(self._period_toggled)
        self.names.toggled.connect(self.changed)
        self.basis.currentIndexChanged.connect(self.changed)
        self.first.dateChanged.connect(self.changed)
        self.last.dateChanged.connect(self.changed)
        for name, button in self.spans.items():
            button.clicked.connect(lambda _checked=False, span=_SPANS[name]: self._choose_span(*span))
        self.split.clicked.connect(lambda: _drop_down(self.split, self.split_menu))
        self.save.clicked.connect(lambda: _drop_down(self.save, self.save_menu))
        self.show_pdf.clicked.connect(self.shown)
        withhold("office/reports/note_names", self.names)

    def fix_course(self, course: str) -> None:
        """Report on one course only."""
        self._fixed = f"{_COURSE}{course}"
        self.scope.hide()
        self.several.hide()

    def asked(self) -> ReportQuery:
        """Return what is chosen."""
        extent, bounded = self.extent(), self.period.isChecked()
        return ReportQuery(
            projects=extent.projects,
            courses=extent.courses,
            donors=extent.donors,
            fields=extent.fields,
            first=read_day(self.first) if bounded else None,
            last=read_day(self.last) if bounded else None,
            by=self._by(),
            names=self.names.isChecked(),
            basis=Basis(self.basis.currentData()),
        )

    def extent(self) -> ReportExtent:
        """Return of what the report is, without the period."""
        scope = self._fixed or str(self.scope.currentData() or _ALL)
        if scope == _SEVERAL:
            return self._several
        if scope.startswith(_COURSE):
            return ReportExtent((), (scope.removeprefix(_COURSE),))
        return ReportExtent((scope.removeprefix(_PROJECT),)) if scope.startswith(_PROJECT) else ReportExtent()

    def ask(self, kept: ReportLayout) -> None:
        """Show what is asked for, without asking: the page counts it then."""
        extent = kept.extent
        self.blockSignals(True)
        self.period.setChecked(False)
        self.take_extent(extent)
        self.basis.setCurrentIndex(self.basis.findData(kept.basis.value))
        for by, action in self.splits.items():
            action.setChecked(by in kept.by)
        self.period.setChecked(bool(extent.first or extent.last))
        self._show_days(extent.first, extent.last)
        self.blockSignals(False)
        self._show_split()
        self._show_period()

    def take_extent(self, extent: ReportExtent) -> None:
        """Be of several things at once; of one project or course as if it was chosen by itself."""
        self._several = extent
        kind = _PROJECT if extent.projects else _COURSE
        keys = (*extent.projects, *extent.courses, *extent.donors, *extent.fields)
        alone = len(keys) == 1 and not (extent.donors or extent.fields)
        chosen = _ALL if extent.everything else f"{kind}{keys[0]}" if alone else _SEVERAL
        self._show_several()
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))

    def _show_several(self) -> None:
        """Have an entry for what is chosen by several lines, where there is any."""
        place = self.scope.findData(_SEVERAL)
        if self._several.everything:
            return
        if place < 0:
            self.scope.insertItem(1, "", _SEVERAL)
            place = 1
        chosen = self._several
        count = sum(map(len, (chosen.projects, chosen.courses, chosen.donors, chosen.fields)))
        self.scope.setItemText(place, self.tr("Chosen: %n", "", count))

    def says_something(self) -> bool:
        """Tell whether there is anything to count: as approved, only where a course of the scope is."""
        asked = self.asked()
        return asked.basis is Basis.TODAY or any(asked.takes(*course) for course in self._approved)

    def let_save(self, *, there: bool) -> None:
        """Let files be written only where there are figures."""
        self.save.setEnabled(there)
        self.show_pdf.setEnabled(there)

    def read_scopes(self) -> int:
        """Read the courses and projects anew; what is chosen stays. Returns how many courses there are."""
        self._known = known = self._context.ask(courses_of, EVERYTHING) or []
        self._projects = projects = self._context.ask(list_projects) or []
        self._fill_scopes()
        paid = {each.key: each for each in projects}
        self._approved = [
            (one.key, one.project, project.donor if project else "", project.field_of_work if project else "")
            for one in known
            for project in [paid.get(one.project or "")]
            if one.state is CourseState.APPROVED
        ]
        # Where nothing was approved yet there is nothing to choose.
        self.basis.setVisible(bool(self._approved) or self.asked().basis is Basis.APPROVED)
        return len(known)

    def _fill_scopes(self) -> None:
        """Offer the courses and projects as they are called in the language of the window."""
        chosen = self.scope.currentData()
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItem(self.tr("All courses"), _ALL)
        language = self._context.language.code
        self._show_several()
        for project in self._projects:
            title = project.title.best(language)
            self.scope.addItem(f"{project.code} · {title}" if title else project.code, _PROJECT + project.key)
        for course in self._known:
            place = f"{course.code} · {course.town}" if course.town else course.code
            self.scope.addItem(place, _COURSE + course.key)
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        self.scope.blockSignals(False)

    def show_bounds(self, first: date | None, last: date | None) -> None:
        """Show which days the report covers, unless a period was typed."""
        if not self.period.isChecked():
            self._show_days(first, last)

    def _show_days(self, *days: date | None) -> None:
        """Show a first and a last day, as far as they are known, without counting anew."""
        for field, day in zip((self.first, self.last), days, strict=True):
            if day is not None:
                field.blockSignals(True)
                show_day(field, day)
                field.blockSignals(False)

    @override
    def retranslate(self) -> None:
        self.scope.setAccessibleName(self.tr("Course or project"))
        self.several.set_words(self.tr("Several projects or courses, a donor, a field of work"))
        self._fill_scopes()
        self.basis.setAccessibleName(self.tr("As of today or as approved"))
        self.basis.setItemText(0, self.tr("As of today"))
        self.basis.setItemText(1, self.tr("As approved"))
        self.basis.setToolTip(
            self.tr("As approved: approved courses alone, as the office approved them, whatever came later.")
        )
        #: From one day to another
        self.period.setText(self.tr("Period"))
        spans = (
            self.tr("This quarter"),
            self.tr("Last quarter"),
            self.tr("This year"),
            self.tr("Last year"),
        )
        for button, said in zip(self.spans.values(), spans, strict=True):
            button.setText(said)
        self.names.setText(self.tr("With names"))
        self.names.setToolTip(
            self.tr("PDF and workbook list the participants. It is said on the first page, and noted here.")
        )
        self.names.setAccessibleDescription(self.names.toolTip())
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        for by, action in self.splits.items():
            action.setText(self._wording.split_name(by.value))
            action.setToolTip(self._wording.split_about(by.value))
            action.setWhatsThis(action.toolTip())
        self._show_split()
        words = {
            ReportFormat.XLSX: self.tr("Workbook (xlsx)"),
            ReportFormat.CSV: self.tr("Table (CSV)"),
            ReportFormat.JSON: self.tr("Data (JSON)"),
        }
        for (form, language), action in self.files.items():
            action.setText(words.get(form) or f"PDF · {LANGUAGES[language].name}")
        self.save.setText(self.tr("Save as…"))
        self._show_period()
        self._fold()

    def _split_action(self, by: SplitBy) -> QAction:
        action = QAction(self.split_menu)
        action.setObjectName(f"report_by_{by.value}")
        action.setCheckable(True)
        action.setChecked(by in _DEFAULT)
        action.toggled.connect(self._split_toggled)
        self.split_menu.addAction(action)
        return action

    def _file_action(self, form: ReportFormat, language: str) -> QAction:
        action = QAction(self.save_menu)
        action.setObjectName(f"report_save_{form.value}{'_' if language else ''}{language}")
        action.triggered.connect(lambda: self.requested.emit(form.value, language))
        self.save_menu.addAction(action)
        return action

    def _explain(self, action: QAction) -> None:
        """Say beside an entry what its parts are."""
        place = self.split_menu.actionGeometry(action).topRight()
        QToolTip.showText(self.split_menu.mapToGlobal(place), action.toolTip(), self.split_menu)

    def _split_toggled(self) -> None:
        self._show_split()
        self.changed.emit()

    def _scope_changed(self) -> None:
        # A period that was chosen stays: a report of a quarter must not become one of all time unseen.
        # Names are asked for anew: those of one course were wanted, not those of the next.
        self.names.blockSignals(True)
        self.names.setChecked(False)
        self.names.blockSignals(False)
        self.changed.emit()

    def _period_toggled(self) -> None:
        self._show_period()
        self.changed.emit()

    def _choose_span(self, months: int, back: int) -> None:
        """Count the quarter or year of today, or the one before."""
        self._show_days(*months_around(self._context.today(), months, back=back))
        self.changed.emit()

    def _show_period(self) -> None:
        self.days.setVisible(self.period.isChecked())

    def _show_split(self) -> None:
        self._fold()

    def _split_words(self) -> tuple[str, str]:
        """Return by what it is split, whole and short."""
        names = [self._wording.split_name(by.value) for by in self._by()]
        shown = ", ".join(names[:_NAMED]) or self.tr("nothing", "chosen")
        more = f" +{len(names) - _NAMED}" if len(names) > _NAMED else ""
        said = self.tr("Split by: {what}")
        return said.format(what=f"{shown}{more}"), said.format(what=len(names))

    def _pdf_words(self) -> tuple[str, str]:
        """Return what shows the report as a paper, whole and short."""
        return self.tr("Show as PDF"), "PDF"

    def _by(self) -> tuple[SplitBy, ...]:
        return tuple(by for by, action in self.splits.items() if action.isChecked())


def _wide(button: Button, words: str) -> int:
    """Return how wide a button is with some words."""
    metrics = button.fontMetrics()
    own = button.full_width() - metrics.horizontalAdvance(button.text())
    return own + metrics.horizontalAdvance(words)


def _drop_down(button: Button, menu: QMenu) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
