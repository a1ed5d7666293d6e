"""Reports: every figure of a course, a project or everything, each with the rows behind it.

`ReportPage(context)` lets a person choose; with `course=key` it stands in the workspace of a course.
"""

from functools import cached_property
from pathlib import Path
from typing import NamedTuple, override

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.spellings import UnitQuestion
from trainer_app.actions.office import building, reports
from trainer_app.actions.office.building import Material, add_charts, add_doubts, build, doubted_like, gather
from trainer_app.actions.office.drilldown import Drilldown
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.office.crossing import ReportLayout, TableQuery
from trainer_app.domain.office.reports import Figure, Report
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.evidence import EvidenceBar
from trainer_app.ui.office.open_data import OpenDataForm
from trainer_app.ui.office.report_builder import BuilderBar, ReportView, TableCard, view_of
from trainer_app.ui.office.report_choices import KeptBar, LayoutsPanel, ListMenu, ReleasesPanel, ScopePanel
from trainer_app.ui.office.report_controls import (
    WITH_NAMES,
    ReportControls,
    ReportFormat,
    ReportQuery,
    report_bytes,
    save_report,
)
from trainer_app.ui.office.report_figure import FigureCard, make_current
from trainer_app.ui.office.report_rows import let_shrink
from trainer_app.ui.office.report_views import ChartsCard, RowsPanel, TargetsCard, WordsCard
from trainer_app.ui.office.spellings import Spelled, SpellingsButton, asked_units
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, PageStack, PanelRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_FIGURES = 372
_AT_ONCE = 12  # courses that are counted without a thread of their own


class _Counted(NamedTuple):
    """A report with what it was counted from, so that it can be counted otherwise at once."""

    asked: ReportQuery
    material: Material
    report: Report
    units: UnitQuestion | None


class ReportPage(Retranslated, QWidget):
    """Call `show_report` when it comes into view and after changes."""

    def __init__(self, context: AppContext, *, course: str | None = None, project: str | None = None) -> None:
        super().__init__()
        self.setObjectName("report_page")
        self._context = context
        self.wording = OfficeWording(context, self)
        self.report: Report | None = None
        self._counted: _Counted | None = None
        self._doubted: _Counted | None = None
        self._behind: Drilldown | None = None
        self._stopped, self._figure_before = False, ""
        self.controls = ReportControls(context, self.wording, course, project)
        self.builder = BuilderBar(self.wording)
        self.scope_panel = ScopePanel(context, self)
        self.notes = label("caption", "report_notes", wrap=True)
        self.again = Button("report_look_again", icon="search")
        self.kept = KeptBar()
        self.places, self.units = (SpellingsButton(context, self, each) for each in Spelled)
        self.figures = Card("report_figures", titled=False)
        self.figures.grow()
        self.figures.setMinimumWidth(_FIGURES)
        self.model = ListTableModel("report_figures_model", self._columns(), lambda figure: figure.code, self)
        self.table = TableView("report_figures_table")
        self.table.show_model(self.model)
        self.menu = ListMenu(context, self.table)
        let_shrink(self.table)
        self.figures.add_row(self.table, 1)
        self.figure = FigureCard(context, self.wording)
        self.cross = TableCard(context, self.wording)
        self.words = WordsCard(context)
        self.charts = ChartsCard(context)
        self.targets = TargetsCard(context, self.wording)
        self.layouts_panel = LayoutsPanel(context, self.wording, self._as_layout, self)
        self.rows_panel = RowsPanel(context, self.wording, self)
        self.empty = EmptyState("report_empty", "courses")
        self.body = PageStack()
        self.body.setObjectName("report_body")
        self.given = Button("report_given", ButtonKind.GHOST, "history")
        self.open_data = Button("report_open_data", ButtonKind.GHOST, "send")
        self.given_panel = ReleasesPanel(context, self)
        self.evidence = EvidenceBar(context, self, lambda: self.controls.asked().extent)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.given.clicked.connect(self.given_panel.open)
        self.evidence.made.connect(self._show_releases)
        self.again.clicked.connect(self.recount)
        self.open_data.clicked.connect(lambda: self.open_form.ask(self.controls.asked(), self._scope()))
        self.controls.changed.connect(self.recount)
        self.controls.shown.connect(self._show_paper)
        self.controls.requested.connect(self._ask_where)
        self.controls.several.clicked.connect(lambda: self.scope_panel.open(self.controls.extent()))
        self.scope_panel.chosen.connect(self._take_scope)
        self.builder.looked_at.connect(lambda _view: self._look())
        self.builder.changed.connect(self.recount)
        self.builder.notes_turned.connect(self._show_notes)
        self.builder.layouts.clicked.connect(self.layouts_panel.open)
        self.layouts_panel.opened.connect(self.open_layout)
        self.kept.back.connect(lambda before: self._ask_for(before))
        self.cross.opened.connect(self._open_rows)
        self.figure.listed.connect(self._open_rows)
        self.cross.looked_at.connect(self._map_figure)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_figure())

    @cached_property
    def open_form(self) -> OpenDataForm:
        """Ask which data other programs are to have."""
        made = OpenDataForm(self._context, self, self.wording)
        made.named.connect(self._show_releases)
        return made

    def _scope(self) -> str:
        """Say which courses are chosen."""
        codes = self.report.courses if self.report is not None else ()
        return codes[0] if len(codes) == 1 else self.controls.scope.currentText()

    def _lay_out(self) -> None:
        full = QWidget()
        full.setObjectName("report_full")
        row = PanelRow(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.figures)
        row.addWidget(self.figure, 1)
        self._views: dict[str, QWidget] = {
            ReportView.FIGURES: full,
            ReportView.TABLE: self.cross,
            ReportView.CHARTS: self.charts,
            ReportView.TARGETS: self.targets,
            ReportView.WORDS: self.words,
        }
        for part in (*self._views.values(), self.empty):
            self.body.addWidget(part)
        self.builder.offer(self.places, self.units, self.open_data, self.evidence, self.given)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.controls)
        column.addWidget(self.builder)
        column.addWidget(self.kept)
        below = FlowRow()
        below.setSpacing(8)
        below.addWidget(self.notes, 1)
        below.addWidget(self.again)
        column.addLayout(below)
        column.addWidget(self.body, 1)

    def show_report(self) -> None:
        """Read what is asked for anew, count it and show it."""
        self._counted = self._doubted = None
        self.recount()

    def recount(self) -> None:
        """Count what is asked for and show it: many courses off the GUI thread.

        As long as the report is of the same courses nothing is read again.
        """
        self._stopped = False
        self._show_releases()
        count = self.controls.read_scopes()
        there = count > 0 and self.controls.says_something()
        self.kept.compare(self._as_layout(""))
        self.controls.setVisible(count > 0)
        self.builder.setVisible(count > 0)
        self.controls.let_save(there=there)
        self.open_data.setVisible(count > 0)
        self.evidence.offer(there=there)
        self._say_empty(count)
        if not there:
            self.report = self._behind = None
            self.body.setCurrentWidget(self.empty)
            self._show_notes()
            return
        self._show_notes()
        self._look()
        asked = replace(self.controls.asked(), table=self._asked_table())
        kept = self._counted.material if self._counted and self._counted.asked.of == asked.of else None
        if len(asked.courses) == 1 or count <= _AT_ONCE:
            counted = self._context.ask(lambda work: count_report(work, asked, kept, doubts=True))
            if counted is not None:
                self._show(counted)
            return
        self.controls.let_save(there=False)
        self._context.run(
            self.tr("Counting"),
            lambda work, progress: count_report(work, asked, kept, progress=progress),
            done=self._show_first,
            failed=self._offer_again,
            writes=False,
        )

    def _show_first(self, counted: _Counted) -> None:
        """Show the figures; what is open behind them is looked for after that, and only then they leave."""
        known = self._doubted
        if known and known.material is counted.material and _period(known) == _period(counted):
            self._show(counted._replace(report=doubted_like(counted.report, known.report)))
            return
        self._show(counted, whole=False)
        self._context.run(
            self.tr("Looking for what is open"),
            lambda work, progress: counted._replace(
                report=add_charts(
                    counted.material, add_doubts(work, counted.material, counted.report, progress)
                )
            ),
            done=self._show_doubts,
            failed=self._offer_again,
            writes=False,
        )

    def _offer_again(self, error: TrainerError) -> None:
        """Say why nothing can leave after Stop, and how it can: no total is quoted without what is open."""
        self._context.tell_error(error)
        self._stopped = True
        self._show_notes()

    def _show_doubts(self, counted: _Counted) -> None:
        self._doubted = counted
        now = self._counted
        if now is not None and now.material is counted.material and _period(now) == _period(counted):
            self._show(now._replace(report=doubted_like(now.report, counted.report)))

    def _take_scope(self) -> None:
        """Report on what was chosen in the panel."""
        self.controls.blockSignals(True)
        self.controls.take_extent(self.scope_panel.extent)
        self.controls.blockSignals(False)
        self.recount()

    def _as_layout(self, name: str) -> ReportLayout:
        asked = self.controls.asked()
        view = self.builder.views.value()
        return ReportLayout(name, asked.extent, asked.by, self._asked_table(), asked.basis, view)

    def _asked_table(self) -> TableQuery:
        return replace(self.builder.asked(), mapped=self.cross.mapped())

    def _map_figure(self) -> None:
        """Let what leaves have the map that is looked at; nothing is counted for it."""
        if self.report is not None:
            self.report = replace(self.report, mapped=self.cross.mapped())

    def open_layout(self, kept: ReportLayout) -> None:
        """Show a report that was kept, in the view in which it was, and say which one it is."""
        before = self._as_layout("")
        self.table.setCurrentIndex(QModelIndex())
        self._ask_for(kept)
        self.kept.begin(kept, before)

    def _ask_for(self, kept: ReportLayout) -> None:
        self._choose(kept)
        self.recount()

    def _choose(self, kept: ReportLayout) -> None:
        self.builder.look(view_of(kept))
        self.controls.ask(kept)
        self.builder.ask(kept.table)
        self.cross.look_at(kept.table.mapped)

    def put_by(self) -> None:
        """Keep what is chosen while the program is locked."""
        if self.report is not None:
            layout, place = self._as_layout(""), self.table.currentIndex()
            figure = self.model.key(place.row()) if place.isValid() else ""
            self._context.ask(building.put_by, layout, figure)

    def take_up(self) -> None:
        """Choose what was chosen when the program was locked, once."""
        found = self._context.ask(building.take_up)
        if found is not None:
            self.controls.read_scopes()
            self._choose(found.layout)
            self._figure_before = found.figure

    def _look(self) -> None:
        """Show the view that is chosen, where there is anything to look at."""
        self.body.setCurrentWidget(self._views.get(self.builder.views.value(), self.cross))

    def _open_rows(self, words: str, figure: Figure, lacking: bool = False) -> None:
        if self.report is not None and self._behind is not None:
            self.rows_panel.open(words, self.report, figure, self._behind, lacking=lacking)

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
        self.open_data.setText(self.tr("Data for other programs…"))
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

    def _show(self, counted: _Counted, *, whole: bool = True) -> None:
        """Show a report; it may leave once it says how `whole` the data behind it are."""
        report = counted.report
        self.report, self._counted = report, counted
        self.controls.let_save(there=whole)
        self._behind = self._context.ask(Drilldown, report)
        self.places.offer_places(counted.asked.splits)
        self.units.offer_units(counted.units)
        self.controls.show_bounds(report.first, report.last)
        kept = self.table.currentIndex()
        code = self.model.key(kept.row()) if kept.isValid() else self._figure_before
        self._figure_before = ""
        self.model.set_rows(report.figures)
        make_current(self.table, self.model.row_of(code) or 0, self._show_figure)
        self.cross.show_table(report.table)
        self.words.show_report(report)
        self.charts.show_report(report)
        self.targets.show_targets(report.targets)
        self._show_notes()

    def _show_notes(self) -> None:
        notes = [self.wording.say(note) for note in self.report.told] if self.report else []
        if self._stopped:
            notes.append(self.tr("The report was stopped before its end: it can be saved once that is done."))
        self.again.setText(self.tr("Look again"))
        self.again.setVisible(self._stopped)
        self.notes.setText(" ".join(notes))
        self.builder.count_notes(len(notes))
        self.notes.setVisible(bool(notes) and (self._stopped or self.builder.notes_open))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more where there is more room."""
        super().resizeEvent(event)
        self._show_notes()

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
                order=lambda one: one.shown,
                value=lambda one: one,
            ),
        )

    # Files

    def _show_paper(self) -> None:
        report, language = self.report, self._context.language.code
        if report is None:
            return

        def show(data: bytes) -> None:
            kept = (lambda _how: self._note(report)) if report.listed else None
            self._context.show_paper(PrintablePdf(data, *reports.report_name(report, language), kept=kept))

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
        name = reports.report_name(self.report, language, kind.value).file
        path = FileDialog.ask_where(self, self.tr("Save the report"), name, purpose=Purpose.PAPERS)
        if path is not None:
            self.save(kind, language or self._context.language.code, path)

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
        self._context.tell_saved(path, "\n".join(part for part in (str(path), said) if part))
        self._show_releases()


def count_report(
    work: Workplace,
    asked: ReportQuery,
    kept: Material | None = None,
    *,
    doubts: bool = False,
    progress: Progress = no_progress,
) -> _Counted:
    """Count what was asked for, from what is there already where there is any."""
    material = kept or gather(work, asked.extent, basis=asked.basis, progress=progress)
    made = build(
        work,
        material,
        first=asked.first,
        last=asked.last,
        by=asked.by,
        table=asked.table,
        names=asked.names,
        doubts=doubts,
    )
    # What takes longer among very many courses comes after the figures.
    whole = add_charts(material, made) if doubts or kept is not None else made
    return _Counted(asked, material, whole, asked_units(work, asked.splits))


def _period(counted: _Counted) -> tuple[object, object]:
    return counted.asked.first, counted.asked.last
