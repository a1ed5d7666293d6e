"""Reports: every figure of a course, a project or everything, each opening the rows behind it.

`ReportPage(desk)` chooses by itself; `ReportPage(desk, course=key)` stands in the workspace of a course.
"""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import reports
from trainer_app.actions.behind import Behind
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Progress
from trainer_app.domain.reports import Figure, Report
from trainer_app.ui.office.figure_card import FigureCard, give_way
from trainer_app.ui.office.report_controls import Asked, ReportControls
from trainer_app.ui.office.report_files import Form, file_name, report_bytes, save_report
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.shell.desk import Desk, Paper
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_FIGURES = 372
_NOTES = 560
_AT_ONCE = 12  # courses that are counted without a thread of their own


class ReportPage(Retranslated, QWidget):
    """Call `show_report` when it comes into view and after changes."""

    def __init__(self, desk: Desk, *, course: str | None = None, project: str | None = None) -> None:
        super().__init__()
        self.setObjectName("report_page")
        self._desk = desk
        self.wording = OfficeWording(desk, self)
        self.report: Report | None = None
        self._behind: Behind | None = None
        self.controls = ReportControls(desk, self.wording, course, project)
        self.notes = label("caption", "report_notes", wrap=True)
        # A wrapped text asks for the height that it has at its least width.
        self.notes.setMinimumWidth(_NOTES)
        self.figures = Card("report_figures")
        self.figures.grow()
        self.figures.setFixedWidth(_FIGURES)
        self.figures.head.setContentsMargins(18, 0, 18, 0)
        self.model = RowsModel("report_figures_model", self._columns(), lambda figure: figure.code, self)
        self.table = TableView("report_figures_table")
        self.table.show_model(self.model)
        give_way(self.table)
        self.figures.add_row(self.table, 1)
        self.figure = FigureCard(self.wording)
        self.empty = EmptyState("report_empty", "courses")
        self.body = QStackedWidget()
        self.body.setObjectName("report_body")
        self._lay_out()
        self.controls.changed.connect(self.show_report)
        self.controls.shown.connect(self._show_paper)
        self.controls.wanted.connect(self._ask_where)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_figure())
        self.retranslate()

    def _lay_out(self) -> None:
        full = QWidget()
        full.setObjectName("report_full")
        row = QHBoxLayout(full)
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
        column.addWidget(self.body, 1)

    def show_report(self) -> None:
        """Count what is asked for and show it: many courses off the GUI thread."""
        count = self.controls.read_scopes()
        self.body.setCurrentIndex(0 if count else 1)
        self.controls.setVisible(count > 0)
        if not count:
            return
        asked = self.controls.asked()
        if asked.course is not None or count <= _AT_ONCE:
            report = self._desk.ask(lambda work: count_report(work, asked))
            if report is not None:
                self._show(report)
            return
        self._desk.run(
            self.tr("Counting"),
            lambda work, progress: _counted(work, asked, progress),
            done=self._show,
            writes=False,
        )

    def show_course(self, key: str) -> None:
        """Show another course, where the page stands in the workspace of one."""
        self.controls.fix_course(key)
        self.show_report()

    def first(self) -> QWidget:
        """Return what gets the keyboard when the page opens."""
        return self.table

    def retranslate(self) -> None:
        """Set every word."""
        self.figures.set_title(self.tr("Figures"))
        self.table.setAccessibleName(self.tr("Figures of the report"))
        self.empty.set_words(
            self.tr("No course to report on yet"),
            self.tr(
                "Take in the files of the trainers, or create a course: its figures appear here at once."
            ),
        )
        self._show_notes()

    def _show(self, report: Report) -> None:
        self.report = report
        self._behind = self._desk.ask(Behind, report)
        self.controls.show_bounds(report.first, report.last)
        kept = self.table.currentIndex().row()
        self.model.set_rows(report.figures)
        self.table.setCurrentIndex(self.model.index(max(0, kept), 0))
        self._show_notes()
        self._show_figure()

    def _show_notes(self) -> None:
        notes = [self.wording.say(note) for note in self.report.notes] if self.report else []
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
                look=Look.STRONG,
            ),
        )

    # Files

    def _show_paper(self) -> None:
        report, language = self.report, self._desk.language.code
        if report is None:
            return
        title = report.title.best(language)
        self._desk.run(
            self.tr("Setting the report"),
            lambda _work, _progress: report_bytes(report, Form.PDF, language),
            done=lambda data: self._desk.show_paper(Paper(data, title, file_name(report, Form.PDF))),
            writes=False,
        )

    def _ask_where(self, form: str, language: str) -> None:
        if self.report is None:
            return
        kind = Form(form)
        start = Path(self._desk.preferences.now.export_folder or Path.home())
        name = str(start / file_name(self.report, kind))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), name)
        if chosen:
            self.save(kind, language or self._desk.language.code, Path(chosen))

    def save(self, form: Form, language: str, path: Path) -> None:
        """Write the report into a new file; a file that is there already is never written over."""
        report = self.report
        if report is None:
            return
        self._desk.run(
            self.tr("Saving the report"),
            lambda _work, _progress: save_report(report, form, language, path),
            done=lambda saved: self._desk.tell_good(self.tr("Saved and checked"), str(saved)),
            writes=False,
        )


def count_report(work: Workplace, asked: Asked) -> Report:
    """Count what was asked for."""
    return reports.report(
        work,
        project=asked.project,
        course=asked.course,
        first=asked.first,
        last=asked.last,
        by=asked.by,
    )


def _counted(work: Workplace, asked: Asked, _progress: Progress) -> Report:
    return count_report(work, asked)
