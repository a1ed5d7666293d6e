"""Side panels of the reports: choosing what a report is of, and the reports that are kept by name.

A report is of several projects, courses, donors or fields of work: the list finds by words; a press (or
Space) takes a line in or out. What is asked for now is kept by a name; a kept one is opened, renamed or
removed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.actions.courses import courses
from trainer_app.actions.courses.projects import list_projects
from trainer_app.actions.office import building, drilldown, reports
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.office.crossing import ReportLayout, TableQuery
from trainer_app.domain.office.reports import Release, ReportExtent
from trainer_app.ui.kit.context import AppContext, Notice, NoticeAction
from trainer_app.ui.kit.language import field_caption
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import SearchField, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, SentenceList, label
from trainer_app.ui.widgets.overlays import Mood, SidePanel
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

KINDS = ("projects", "donors", "fields", "courses")
"""What can be chosen from, as in `ReportExtent`, in the order of the list."""
_LEAST = 320


class ScopeLine(Struct, frozen=True):
    """One thing that a report can be of: `value` is a project's or a course's key, else the text itself."""

    kind: str
    value: str
    text: str

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.kind}/{self.value}"


class ScopePanel(SidePanel):
    """`chosen` tells that `extent` is what was chosen."""

    chosen = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("report_scope_panel", host, 520)
        self._context = context
        self._lines: list[ScopeLine] = []
        self._taken: set[str] = set()
        self._shown_first = frozenset[str]()
        self.search = SearchField("report_scope_search")
        self.about = label("caption", "report_scope_about", wrap=True)
        self.none = Button("report_scope_none", ButtonKind.GHOST)
        self.model = ListTableModel("report_scope_model", self._columns(), lambda line: line.key, self)
        self.table = TableView("report_scope_table")
        self.table.show_model(self.model)
        self.table.setMinimumHeight(_LEAST)
        for part in (self.about, self.search, self.none):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.search.textChanged.connect(self._show)
        self.none.clicked.connect(self._take_none)
        self.table.clicked.connect(self._toggle)
        self.table.installEventFilter(self)
        self.accepted.connect(self._accept)
        self.retranslate()

    @property
    def extent(self) -> ReportExtent:
        """What is taken."""

        def of(kind: str) -> tuple[str, ...]:
            return tuple(line.value for line in self._lines if line.kind == kind and line.key in self._taken)

        return ReportExtent(of("projects"), of("courses"), of("donors"), of("fields"))

    def open(self, extent: ReportExtent) -> None:
        """Show everything that can be chosen; what the report is of now is taken."""
        self._lines = self._read()
        self._taken = {f"{kind}/{value}" for kind in KINDS for value in getattr(extent, kind)}
        self._shown_first = frozenset(self._taken)
        self.search.setText("")
        self._show()
        self.reveal(self.search)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("What the report is of"), self.tr("Show this report"))
        self.about.setText(
            self.tr(
                "Courses of the chosen projects, and the chosen courses besides. A donor or a field of work "
                "narrows them."
            )
        )
        self.search.set_hint(self.tr("Find a project, a course, a donor"))
        self.none.setText(self.tr("Take nothing: all courses"))
        self.table.setAccessibleName(self.tr("Projects, donors, fields of work and courses"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() == QEvent.Type.KeyPress:
                self._toggle(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _read(self) -> list[ScopeLine]:
        projects = self._context.ask(list_projects) or []
        language = self._context.language.code
        found = []
        for project in projects:
            title = project.title.best(language)
            text = f"{project.code} · {title}" if title else project.code
            found.append(ScopeLine("projects", project.key, text))
        for kind, texts in (
            ("donors", {project.donor for project in projects}),
            ("fields", {project.field_of_work for project in projects}),
        ):
            found += [ScopeLine(kind, text, text) for text in sorted(texts - {""}, key=sort_key)]
        for course in self._context.ask(courses.search_courses) or []:
            parts = (course.code, course.town, course.title.best(language))
            found.append(ScopeLine("courses", course.key, " · ".join(filter(None, parts))))
        return found

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        shown = [line for line in self._lines if all(word in self._said(line) for word in words)]
        self.model.set_rows(shown)

    def _said(self, line: ScopeLine) -> str:
        return f"{self._kind(line)} {line.text}".casefold()

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self._taken ^= {self.model.row(index.row()).key}
            self.model.forget([self.model.row(index.row()).key])
            self.table.viewport().update()

    def is_begun(self) -> bool:
        """Tell whether another choice was made; what is only searched for is nothing to be lost."""
        return not self.isHidden() and self._taken != self._shown_first

    def _take_none(self) -> None:
        self._taken = set()
        self._show()
        self.table.viewport().update()

    def _accept(self) -> None:
        self.dismiss()
        self.chosen.emit()

    def _kind(self, line: ScopeLine) -> str:
        return {
            "projects": self.tr("Project"),
            "donors": field_caption("project", "donor"),
            "fields": field_caption("project", "field_of_work"),
            "courses": self.tr("Course"),
        }[line.kind]

    def _columns(self) -> Sequence[Column[ScopeLine]]:
        def mark(line: ScopeLine) -> tuple[Tone, str, str] | None:
            return (Tone.NOW, self.tr("taken"), "check") if line.key in self._taken else None

        def word(line: ScopeLine) -> str:
            return self.tr("taken") if line.key in self._taken else ""

        return (
            Column("taken", lambda: self.tr("Taken"), word, 112, chip=mark),
            Column("kind", lambda: self.tr("Kind"), self._kind, 118, look=TextStyle.QUIET),
            Column("text", lambda: self.tr("Name"), lambda line: line.text),
        )


_LEAST_KEPT = 180


class LayoutsPanel(SidePanel):
    """`asked` gives what the page asks for now; `opened(layout)` tells that a kept report is wanted."""

    opened = Signal(object)

    def __init__(
        self, context: AppContext, wording: OfficeWording, asked: Callable[[str], ReportLayout], host: QWidget
    ) -> None:
        super().__init__("report_layouts_panel", host, 460)
        self._context, self._wording, self._asked = context, wording, asked
        self.name = text_field("report_layout_name", most=building.LONGEST_NAME)
        self.about = label("caption", "report_layouts_about", wrap=True)
        self.told = AnnouncedLabel("error", "report_layouts_told")
        self.model = ListTableModel("report_layouts_model", self._columns(), lambda each: each.name, self)
        self.table = TableView("report_layouts_table")
        self.table.setMinimumHeight(_LEAST_KEPT)
        self.selection = Selection(self.table, self.model)
        self.table.allow_sorting()
        self.open_button = Button("report_layout_open", ButtonKind.PLAIN)
        self.rename_button = Button("report_layout_rename", ButtonKind.GHOST)
        self.remove_button = Button("report_layout_remove", ButtonKind.GHOST)
        row = FlowRow()
        row.setSpacing(8)
        for button in (self.open_button, self.rename_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        for part in (self.about, self.name, self.told):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.accepted.connect(self._keep)
        self.table.opened.connect(lambda _row: self._open())
        self.open_button.clicked.connect(self._open)
        self.rename_button.clicked.connect(self._rename)
        self.remove_button.clicked.connect(self._remove)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.name.textChanged.connect(lambda _text: self._show_buttons())

    def open(self) -> None:
        """Show what is kept."""
        self.name.setText("")
        self.told.say(None)
        self._read()
        self.reveal(self.table if self.model.rowCount() else self.name)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Kept reports"), self.tr("Keep this report"))
        self.about.setText(
            self.tr("Kept on this computer: of what the report is, its period, splits, table and figures.")
        )
        self.name.setPlaceholderText(self.tr("Name of the report"))
        self.name.setAccessibleName(self.tr("Name of the kept report"))
        #: A button: open the report that is chosen
        self.open_button.setText(self.tr("Open"))
        self.rename_button.setText(self.tr("Rename to this name"))
        self.remove_button.setText(self.tr("Remove"))
        self.table.setAccessibleName(self.tr("Kept reports"))
        self._show_buttons()

    def _read(self) -> None:
        self.model.set_rows(self._context.ask(building.list_layouts) or [])
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen, typed = self.selection.row() is not None, bool(self.name.text().strip())
        self.accept_button.setEnabled(typed)
        self.open_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
        self.rename_button.setEnabled(chosen and typed)

    def _keep(self) -> None:
        """Keep what is asked for now, and say so: it can be opened at once."""
        kept: list[ReportLayout] = []
        asked = self._asked(self.name.text())
        if not self._done(lambda: kept.append(building.keep_layout(self._context.work, asked))):
            return
        self.dismiss()

        def said() -> tuple[str, str]:
            return (
                self.tr("Kept: “{name}”").format(name=kept[0].name),
                self.tr("It opens from “Kept reports” above the figures, and is counted anew each time."),
            )

        def opens() -> str:
            return self.open_button.text()

        offer = NoticeAction("report_kept_open", opens(), lambda: self.opened.emit(kept[0]), opens)
        self._context.noticed.emit(Notice(Mood.GOOD, *said(), offers=(offer,), again=said))

    def _open(self) -> None:
        found = self.selection.row()
        if found is not None:
            self.dismiss()
            self.opened.emit(found)

    def _rename(self) -> None:
        found, new = self.selection.row(), self.name.text()
        if found is not None and self._done(
            lambda: building.rename_layout(self._context.work, found.name, new)
        ):
            self.name.setText("")

    def _remove(self) -> None:
        found = self.selection.row()
        if found is not None:
            self._done(lambda: building.remove_layout(self._context.work, found.name))

    def _done(self, act: Callable[[], object]) -> bool:
        """Do something and show what is kept then; tell whether it went well, say why where it did not."""
        try:
            act()
        except TrainerError as error:
            words = self._context.words(error.code, **error.values)
            self.told.say(lambda: words)
            return False
        self.told.say(None)
        self._read()
        return True

    def _columns(self) -> Sequence[Column[ReportLayout]]:
        return (
            Column("name", lambda: self.tr("Name"), lambda each: each.name, look=TextStyle.STRONG),
            Column("table", lambda: self.tr("Table"), lambda each: self._said(each.table), 180),
        )

    def _said(self, table: TableQuery) -> str:
        return " × ".join(self._wording.split_name(each.value) for each in table.dimensions)


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


class KeptBar(Retranslated, QWidget):
    """Says which kept report is looked at, and leads back to what was looked at before: `back(layout)`."""

    back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report_kept")
        self._kept: ReportLayout | None = None
        self._before: ReportLayout | None = None
        self._changed = False
        self.name = AnnouncedLabel("body_strong", "report_kept_name")
        self.return_button = Button("report_kept_back", ButtonKind.GHOST, "left")
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.return_button)
        self.return_button.clicked.connect(self._return)
        self.retranslate()
        self.hide()

    def begin(self, kept: ReportLayout, before: ReportLayout) -> None:
        """Say that a kept report is looked at; what was there before any of them is what it leads back to."""
        self._before = self._before or before
        self._kept = kept
        self.compare(kept)
        self.show()

    def compare(self, asked: ReportLayout) -> None:
        """Say whether what is asked for is still the kept report, and not another one made out of it."""
        if self._kept is None:
            return
        # Which figure a map shows, and which view is looked at, make no other report.
        kept, now = (_without_look(each) for each in (self._kept, asked))
        self._changed = replace(now, name=kept.name) != kept
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.return_button.setText(self.tr("Back to what was here before"))
        words = self.tr("Kept report “{name}”, changed since it was opened")
        if not self._changed:
            words = self.tr("Kept report: “{name}”")
        self.name.say(lambda: words.format(name=self._kept.name) if self._kept else "")

    def _return(self) -> None:
        before, self._kept, self._before = self._before, None, None
        self.hide()
        if before is not None:
            self.back.emit(before)


def _without_look(kept: ReportLayout) -> ReportLayout:
    return replace(kept, table=replace(kept.table, mapped=""), view="")


LIST_FORMS = ("xlsx", "csv")
"""What a list can be saved as."""


class ListMenu(QMenu):
    """Makes a list whole that names no participant: it is sorted; a right press on it copies and saves it."""

    def __init__(self, context: AppContext, table: TableView) -> None:
        super().__init__(table)
        self.setObjectName(f"{table.objectName()}_menu")
        self._context, self._table = context, table
        self.copy_rows, self.copy_all = self.addAction(""), self.addAction("")
        self.addSeparator()
        self.files = {form: self.addAction("") for form in LIST_FORMS}
        self.copy_rows.setObjectName(f"{self.objectName()}_copy_rows")
        self.copy_all.setObjectName(f"{self.objectName()}_copy_all")
        self.copy_rows.triggered.connect(lambda _on=False: table.copy())
        self.copy_all.triggered.connect(lambda _on=False: table.copy(whole=True))
        for form, action in self.files.items():
            action.setObjectName(f"{self.objectName()}_save_{form}")
            action.triggered.connect(lambda _on=False, form=form: self._ask_where(form))
        table.allow_sorting()
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open)

    def _open(self, place: QPoint) -> None:
        """Offer what can be done with the rows, in the language of the window."""
        there = self._table.model().rowCount() > 0
        self.copy_rows.setText(self.tr("Copy the chosen rows"))
        self.copy_all.setText(self.tr("Copy the list"))
        self.files["xlsx"].setText(self.tr("Save as a workbook (xlsx)…"))
        self.files["csv"].setText(self.tr("Save as a table (CSV)…"))
        self.copy_rows.setEnabled(self._table.selectionModel().hasSelection())
        for action in (self.copy_all, *self.files.values()):
            action.setEnabled(there)
        self.popup(self._table.viewport().mapToGlobal(place))

    def _ask_where(self, form: str) -> None:
        name = f"{self._table.objectName().replace('_', '-')}.{form}"
        path = FileDialog.ask_where(self._table, self.tr("Save the list"), name, purpose=Purpose.PAPERS)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the list as it stands there, numbers as numbers, into a new file."""
        model, name = self._table.model(), self._table.accessibleName()
        assert isinstance(model, KeyedTableModel)
        columns = [one for at, one in enumerate(model.columns) if not self._table.isColumnHidden(at)]
        rows = [model.row(place) for place in range(model.rowCount())]
        lines = [[(one.value or one.text)(row) for one in columns] for row in rows]
        heads = [one.title() for one in columns]
        self._context.run(
            self.tr("Saving the list"),
            lambda _work, _progress: drilldown.save_list(name, heads, lines, path),
            done=self._context.tell_saved,
            writes=False,
        )
