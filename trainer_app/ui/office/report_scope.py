"""Choosing what a report is of: several projects, several courses, donors, fields of work.

The list finds by words; a press (or Space) takes a line in or out.
"""

from collections.abc import Sequence
from typing import override

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer_app.actions.courses import courses
from trainer_app.actions.courses.projects import list_projects
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

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
        for line in self._context.ask(courses.list_courses) or []:
            parts = (line.course.code, line.course.town, line.course.title.best(language))
            found.append(ScopeLine("courses", line.course.key, " · ".join(filter(None, parts))))
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
            "donors": self.tr("Donor"),
            "fields": self.tr("Field of work"),
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
