"""Reports: every figure of a course, a project or everything, each with the rows behind it.

`ReportPage(context)` lets a person choose; with `course=key` it stands in the workspace of a course.
"""

from pathlib import Path
from typing import override

from msgspec import Struct
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import reports
from trainer_app.actions.office.drilldown import Drilldown
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.office.reports import Figure, Release, Report, ReportExtent
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.evidence import EvidenceBar
from trainer_app.ui.office.figure_rows import FigureRows
from trainer_app.ui.office.report_controls import (
    WITH_NAMES,
    ReportControls,
    ReportFormat,
    ReportQuery,
    report_bytes,
    report_file_name,
    save_report,
)
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, offered
from trainer_app.ui.widgets.flow import FlowRow, PageStack, PanelRow
from trainer_app.ui.widgets.labels import Retranslated, SentenceList, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_PARTS, _ABOUT = 3, 300


class FigurePart(Struct, frozen=True):
    """The whole figure (`by` is ""), or one part of a split."""

    by: str
    name: str
    words: str
    figure: Figure


def let_shrink(table: TableView, least: int = 112) -> None:
    """Let a table take the height there is, from `least` on: its own wish would make the page scroll."""
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    table.setMinimumHeight(least)
    table.wished = least


class FigureCard(Retranslated, Card):
    """Choosing a part shows its rows; the first line is the whole figure."""

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__("report_figure")
        self._wording = wording
        self._report: Report | None = None
        self._figure: Figure | None = None
        self._behind: Drilldown | None = None
        self.grow()
        self.head.setContentsMargins(18, 0, 18, 0)
        self.value = label("card_title", "report_value")
        self.add_to_head(self.value)
        self.about = label("caption", "report_exclusions", wrap=True)
        self.about.setMinimumWidth(_ABOUT)
        self._about = QWidget()
        self._about.setObjectName("report_about")
        about = FlowRow(self._about)
        about.setContentsMargins(CARD_PADDING - 2, 8, CARD_PADDING, 8)
        about.addWidget(self.about, 1)
        self.parts = ListTableModel(
            "report_parts_model", self._part_columns(), lambda row: f"{row.by}/{row.name}", self
        )
        self.parts_table = TableView("report_parts")
        self.parts_table.show_model(self.parts)
        self.parts_table.fit_to_rows(_PARTS)
        self.below = FigureRows(context, wording)
        self.rows, self.rows_table, self.rows_title = self.below.model, self.below.table, self.below.title
        self.add_row(self._about)
        self.add_row(self.parts_table)
        self.add_row(self.below, 1)
        self.parts_table.selectionModel().currentChanged.connect(lambda *_: self._show_rows())
        self.retranslate()

    def show_figure(self, report: Report, figure: Figure, behind: Drilldown) -> None:
        """Show a figure of a report."""
        self._report, self._figure, self._behind = report, figure, behind
        wording = self._wording
        self.set_title(wording.figure_name(figure.code))
        self.value.setText(wording.figure_value(figure))
        said = [wording.say(label) for label in figure.exclusions]
        notes = [wording.say(split.note) for split in report.splits if split.note and self._in(split.total)]
        text = self.tr("Left out: {what}").format(what="; ".join(said)) if said else ""
        beside = [wording.sentence(label) for label in figure.beside]
        self.about.setText("\n".join(part for part in (*beside, text, *notes) if part))
        self.show_row(self._about, shown=bool(self.about.text()))
        self.parts.set_rows(self._parts(report, figure))
        self.parts_table.setCurrentIndex(self.parts.index(0, 0))
        self._show_rows()

    @override
    def retranslate(self) -> None:
        self.parts_table.setAccessibleName(self.tr("Parts of the figure"))
        if self._report is not None and self._figure is not None and self._behind is not None:
            self.show_figure(self._report, self._figure, self._behind)

    def _in(self, figures: tuple[Figure, ...]) -> bool:
        return any(self._figure is not None and one.code == self._figure.code for one in figures)

    def _parts(self, report: Report, figure: Figure) -> list[FigurePart]:
        rows = [FigurePart("", "", self.tr("All", "the total"), figure)]
        for split in report.splits:
            for index, line in enumerate(split.lines):
                found = next((one for one in line.figures if one.code == figure.code), None)
                if found is not None:
                    words = self._wording.line_name(split, line.name)
                    rows.append(FigurePart(split.by, f"{index}/{line.name}", words, found))
        return rows

    def _show_rows(self) -> None:
        index = self.parts_table.currentIndex()
        if not index.isValid() or self._behind is None or self._report is None:
            return
        part = self.parts.row(index.row())
        self.below.show_rows(self._report, part.figure, part.words if part.by else "", self._behind)

    def _part_columns(self) -> tuple[Column[FigurePart], ...]:
        return (
            Column("by", lambda: self.tr("Split by"), self._by, 170, look=TextStyle.QUIET),
            #: Heading: a share of the figure, such as women
            Column("part", lambda: self.tr("Part"), lambda row: row.words),
            Column(
                "value",
                lambda: self.tr("Value"),
                lambda row: self._wording.figure_value(row.figure),
                130,
                right=True,
            ),
        )

    def _by(self, row: FigurePart) -> str:
        return self._wording.split_name(row.by) if row.by else ""


class ReleasesPanel(SidePanel):
    """Lists when names of participants left in reports: by whom, in which form, on which courses."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("report_given_panel", host, 480)
        self._context = context
        self.list = SentenceList("report_given_list")
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.accepted.connect(self.dismiss)
        self.retranslate()

    def open(self) -> None:
        """Show all of them, the newest first."""
        self.retranslate()
        self.reveal(self.accept_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Reports with names"), self.tr("Close"))
        self.cancel_button.hide()
        lines = [self._said(each) for each in self._context.ask(reports.releases) or []]
        self.list.show_lines(self.tr("They left the program as files or on paper"), lines)

    def _said(self, release: Release) -> str:
        lines = self.tr("%n line(s) with a name", "", release.people)
        kind = self._context.words(f"evidence.release.{release.kind}")
        parts = (self._context.when(release.at), release.by, kind, release.form.upper(), release.scope, lines)
        return " · ".join(part for part in parts if part)


_FIGURES = 372
_AT_ONCE = 12  # courses that are counted without a thread of their own


class ReportPage(Retranslated, QWidget):
    """Call `show_report` when it comes into view and after changes."""

    def __init__(self, context: AppContext, *, course: str | None = None, project: str | None = None) -> None:
        super().__init__()
        self.setObjectName("report_page")
        self._context = context
        self.wording = OfficeWording(context, self)
        self.report: Report | None = None
        self._behind: Drilldown | None = None
        self.controls = ReportControls(context, self.wording, course, project)
        self.notes = label("caption", "report_notes", wrap=True)
        self.figures = Card("report_figures")
        self.figures.grow()
        self.figures.setMinimumWidth(_FIGURES)
        self.figures.head.setContentsMargins(18, 0, 18, 0)
        self.model = ListTableModel("report_figures_model", self._columns(), lambda figure: figure.code, self)
        self.table = TableView("report_figures_table")
        self.table.show_model(self.model)
        let_shrink(self.table)
        self.figures.add_row(self.table, 1)
        self.figure = FigureCard(context, self.wording)
        self.empty = EmptyState("report_empty", "courses")
        self.body = PageStack()
        self.body.setObjectName("report_body")
        self.given = Button("report_given", ButtonKind.GHOST, "history")
        self.given_panel = ReleasesPanel(context, self)
        self.evidence = EvidenceBar(context, self, self._extent)
        self._lay_out()
        self.given.clicked.connect(self.given_panel.open)
        self.evidence.made.connect(self._show_releases)
        self.controls.changed.connect(self.show_report)
        self.controls.shown.connect(self._show_paper)
        self.controls.requested.connect(self._ask_where)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_figure())
        self.retranslate()

    def _lay_out(self) -> None:
        full = QWidget()
        full.setObjectName("report_full")
        row = PanelRow(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.figures)
        row.addWidget(self.figure, 1)
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.controls)
        column.addWidget(self.notes)
        below = FlowRow()
        below.addWidget(self.given)
        below.addWidget(self.evidence, 1)
        column.addLayout(below)
        column.addWidget(self.body, 1)

    def show_report(self) -> None:
        """Count what is asked for and show it: many courses off the GUI thread."""
        self._show_releases()
        count = self.controls.read_scopes()
        there = count > 0 and self.controls.says_something()
        self.body.setCurrentIndex(0 if there else 1)
        self.controls.setVisible(count > 0)
        self.controls.let_save(there=there)
        self.evidence.offer(there=there)
        self._say_empty(count)
        if not there:
            self.report = self._behind = None
            self._show_notes()
            return
        asked = self.controls.asked()
        if asked.course is not None or count <= _AT_ONCE:
            report = self._context.ask(lambda work: count_report(work, asked))
            if report is not None:
                self._show(report)
            return
        self._context.run(
            self.tr("Counting"),
            lambda work, progress: count_report(work, asked, progress),
            done=self._show,
            writes=False,
        )

    def _extent(self) -> ReportExtent:
        asked = self.controls.asked()
        return ReportExtent(asked.project, asked.course, asked.first, asked.last)

    def show_course(self, key: str) -> None:
        """Show another course, where the page stands in the workspace of one."""
        self.controls.fix_course(key)
        self.show_report()

    def first(self) -> QWidget:
        """Return what gets the keyboard when the page opens."""
        return self.table

    @override
    def retranslate(self) -> None:
        self.figures.set_title(self.tr("Figures"))
        self.table.setAccessibleName(self.tr("Figures of the report"))
        self._say_empty(self.controls.scope.count() - 1)
        self._show_notes()
        self._show_releases()

    def _say_empty(self, courses: int) -> None:
        """Say why there are no figures: no course, or none of those asked for is approved."""
        if courses > 0:
            self.empty.set_words(
                self.tr("No course of this report is approved"),
                self.tr(
                    "The office approves a course on its page, once it is closed. Or choose “As of today”."
                ),
            )
            return
        self.empty.set_words(
            self.tr("No course to report on yet"),
            self.tr("Import the files of the trainers, or create a course: its figures appear here at once."),
        )

    def _show_releases(self) -> None:
        """Say how often names left in reports, where they ever did."""
        found = self._context.ask(reports.releases) or []
        self.given.setText(self.tr("Reports with names: %n", "", len(found)))
        self.given.setVisible(bool(found))

    def _show(self, report: Report) -> None:
        self.report = report
        self._behind = self._context.ask(Drilldown, report)
        self.controls.show_bounds(report.first, report.last)
        kept = self.table.currentIndex().row()
        self.model.set_rows(report.figures)
        self.table.setCurrentIndex(self.model.index(max(0, kept), 0))
        self._show_notes()
        self._show_figure()

    def _show_notes(self) -> None:
        notes = [self.wording.say(note) for note in self.report.told] if self.report else []
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))

    def _show_figure(self) -> None:
        index = self.table.currentIndex()
        if self.report is not None and self._behind is not None and index.isValid():
            self.figure.show_figure(self.report, self.model.row(index.row()), self._behind)

    def _columns(self) -> tuple[Column[Figure], ...]:
        return (
            Column("figure", lambda: self.tr("Figure"), lambda one: self.wording.figure_name(one.code)),
            Column(
                "value",
                lambda: self.tr("Value"),
                lambda one: self.wording.figure_value(one),
                104,
                right=True,
                look=TextStyle.STRONG,
            ),
        )

    # Files

    def _show_paper(self) -> None:
        report, language = self.report, self._context.language.code
        if report is None:
            return
        title, name = report.title.best(language), report_file_name(report, ReportFormat.PDF)

        def show(data: bytes) -> None:
            kept = (lambda _how: self._note(report)) if report.listed else None
            self._context.show_paper(PrintablePdf(data, title, name, kept=kept))

        self._context.run(
            self.tr("Preparing the report"),
            lambda _work, _progress: report_bytes(report, ReportFormat.PDF, language),
            done=show,
            writes=False,
        )

    def _note(self, report: Report) -> None:
        """Note that a report with names was printed or saved from its preview."""
        self._context.do(reports.note_names, report, ReportFormat.PDF.value)
        self._show_releases()

    def _ask_where(self, form: str, language: str) -> None:
        if self.report is None:
            return
        kind = ReportFormat(form)
        name = offered(report_file_name(self.report, kind), self._context.preferences.now.export_folder)
        chosen, _ = FileDialog.getSaveFileName(self, self.tr("Save the report"), name)
        if chosen:
            self.save(kind, language or self._context.language.code, Path(chosen))

    def save(self, form: ReportFormat, language: str, path: Path) -> None:
        """Write the report into a new file; a file that is there already is never written over."""
        report = self.report
        if report is None:
            return
        self._context.run(
            self.tr("Saving the report"),
            lambda work, _progress: save_report(work, report, form, language, path),
            done=lambda saved: self._saved(saved, named=bool(report.listed) and form in WITH_NAMES),
            writes=bool(report.listed),
        )

    def _saved(self, path: Path, *, named: bool) -> None:
        said = self.tr("It names participants, and it is noted that you saved it.") if named else ""
        self._context.tell_saved(
            path, self.tr("Saved and checked"), "\n".join(part for part in (str(path), said) if part)
        )
        self._show_releases()


def count_report(work: Workplace, asked: ReportQuery, progress: Progress = no_progress) -> Report:
    """Count what was asked for."""
    return reports.report(
        work,
        project=asked.project,
        course=asked.course,
        first=asked.first,
        last=asked.last,
        by=asked.by,
        names=asked.names,
        basis=asked.basis,
        progress=progress,
    )
