"""The list of all courses: found while typing, of one project or of all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.courses import courses, projects
from trainer_app.domain.courses.courses import CourseLine, course_stage
from trainer_app.ui.courses.wording import ChipWords, CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import FileImporter
from trainer_app.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import ComboBox, SearchField
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState, PageHeader
from trainer_app.ui.widgets.tables import Column, ListTableModel, TableView, TextStyle, show_two_lines

_PROJECTS_WIDTH = 300
NEW_COURSE, NEW_PROJECT, FIND = "Ctrl+N", "Ctrl+Shift+N", "/"


class CourseList(Retranslated, QWidget):
    """Emits which course is opened, and that a course or a project is wanted; the screen does the rest."""

    opened = Signal(str)
    create_requested = Signal()
    project_requested = Signal(str)
    """The key of the project to change, "" for a new one."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("course_list")
        self.context = context
        self.wording = CourseWording(context)
        self.header = PageHeader("courses_header")
        self.create_button = Button("courses_create", ButtonKind.PRIMARY, "plus")
        self.project_button = Button("courses_create_project", ButtonKind.PLAIN, "folder")
        self.header.add_action(self.project_button)
        self.header.add_action(self.create_button)
        self.search = SearchField("courses_search")
        self.projects = ComboBox("courses_projects")
        self.projects.setFixedWidth(_PROJECTS_WIDTH)
        self.edit_project = IconButton("courses_edit_project", "pen")
        self.model = ListTableModel("courses_model", self._columns(), lambda line: line.course.key, self)
        self.table = TableView("courses_table")
        self.empty = EmptyState("courses_empty", "courses")
        self.first_button = Button("courses_create_first", ButtonKind.PRIMARY, "plus")
        self.take_in = Button("courses_take_in", ButtonKind.PLAIN, "file")
        self.none_found = EmptyState("courses_none_found", "search")
        self.show_all = Button("courses_show_all")
        self.body = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[CourseLine], ...]:
        number = self.context.formats.number
        words = self.wording
        return (
            Column(
                "title",
                lambda: self.tr("Course"),
                lambda line: words.title(line.course),
                0,
                False,
                TextStyle.STRONG,
            ),
            Column("place", lambda: self.tr("Town and days"), lambda line: line.course.town or "–", 204),
            Column(
                "people", lambda: self.tr("Participants"), lambda line: number(line.participants), 112, True
            ),
            Column("women", lambda: self.tr("Women"), lambda line: number(line.women), 88, True, yields=1),
            Column("sessions", lambda: self.tr("Sessions"), lambda line: number(line.sessions), 112, True),
            Column("unmarked", lambda: self.tr("Not marked"), lambda line: number(line.unmarked), 100, True),
            Column(
                "stage", lambda: self.tr("State"), lambda line: self._stage(line)[1], 176, chip=self._stage
            ),
        )

    def _stage(self, line: CourseLine) -> ChipWords:
        return self.wording.stage(course_stage(line.course, self.context.today()))

    def _lay_out(self) -> None:
        self.body.setObjectName("courses_body")
        self.table.show_model(self.model)
        show_two_lines(self.table, {"title": self._second, "place": self._days})
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.search.setMaximumWidth(360)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.projects)
        tools.addWidget(self.edit_project)
        tools.addStretch(1)
        card = Card("courses_card", titled=False)
        card.grow()
        card.add_row(self.table, 1)
        self.empty.add_button(self.first_button)
        self.empty.add_button(self.take_in)
        self.none_found.add_button(self.show_all)
        for page in (card, self.none_found):
            self.body.addWidget(page)
        self.full = QFrame()
        self.full.setObjectName("courses_full")
        inside = QVBoxLayout(self.full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(CARD_GAP)
        inside.addLayout(tools)
        inside.addWidget(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.full, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self.refresh)
        self.search.returnPressed.connect(self._to_table)
        self.projects.activated.connect(self._project_chosen)
        self.edit_project.clicked.connect(lambda: self.project_requested.emit(self.project()))
        self.table.opened.connect(lambda place: self.opened.emit(self.model.key(place)))
        for button in (self.create_button, self.first_button):
            button.clicked.connect(self.create_requested)
        self.project_button.clicked.connect(lambda: self.project_requested.emit(""))
        self.take_in.clicked.connect(lambda: FileImporter(self.context).choose(self))
        self.show_all.clicked.connect(self._show_all)
        for keys, act in (
            (NEW_COURSE, self.create_requested.emit),
            (NEW_PROJECT, lambda: self.project_requested.emit("")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"courses_key_{keys.casefold()}")
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # What is shown

    def project(self) -> str:
        """Return the key of the project whose courses are shown, "" for all."""
        return str(self.projects.currentData() or "")

    def refresh(self) -> None:
        """Read projects and courses, and show them; the course that was current stays so."""
        self._fill_projects()
        lines = self.context.ask(courses.list_courses, self.project() or None, self.search.text()) or []
        filtered = bool(self.project() or self.search.text().strip())
        nothing = not lines and not filtered
        current = self.current()
        self.model.set_rows(lines)
        self.choose(current)
        self.body.setCurrentIndex(0 if lines else 1)
        self.full.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self.create_button.setVisible(not nothing)
        self._show_counts(lines)

    def current(self) -> str:
        """Return the key of the current row, "" for none."""
        index = self.table.currentIndex()
        return self.model.key(index.row()) if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Make a course the current row; the first row if it is not shown."""
        place = self.model.place(key) or 0
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(place, 0))

    def first_focus(self) -> QWidget:
        """Start in the list, or at what fills it."""
        if not self.empty.isHidden():
            return self.first_button
        return self.table if self.model.rowCount() else self.search

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.create_button.setText(self.tr("New course"))
        self.create_button.set_hint(NEW_COURSE)
        self.project_button.setText(self.tr("New project"))
        self.project_button.set_hint(NEW_PROJECT)
        self.search.set_hint(self.tr("Find a course"))
        self.projects.setAccessibleName(self.tr("Project"))
        self.edit_project.set_words(self.tr("Change the project"))
        self.table.setAccessibleName(self.tr("Courses"))
        self.empty.set_words(
            self.tr("No course yet"),
            self.tr("Create the first course here, or take in the file that the office has given you."),
        )
        self.first_button.setText(self.tr("Create a course"))
        self.take_in.setText(self.tr("Take in a file from the office"))
        self.none_found.set_words(
            self.tr("Nothing found"), self.tr("No course has this in its title, code or town.")
        )
        self.show_all.setText(self.tr("Show all courses"))
        self.header.title.setText(self.tr("Courses"))

    def _second(self, line: CourseLine) -> str:
        named = line.course.title.best(self.context.language.code)
        return " · ".join(part for part in (line.course.code if named else "", line.project_code) if part)

    def _days(self, line: CourseLine) -> str:
        return self.context.formats.days(line.course.first_day, line.course.last_day)

    def _show_counts(self, lines: list[CourseLine]) -> None:
        count = self.tr("%n course(s)", "", len(lines))
        people = self.tr("%n participation(s)", "", sum(line.participants for line in lines))
        self.header.set_words(self.tr("Courses"), f"{count} · {people}" if lines else "")

    def _fill_projects(self) -> None:
        chosen = self.project()
        found = self.context.ask(projects.list_projects) or []
        self.projects.clear()
        self.projects.addItem(self.tr("All projects"), "")
        for project in found:
            self.projects.addItem(self.wording.project(project), project.key)
        self.projects.setCurrentIndex(max(self.projects.findData(chosen), 0))
        self.projects.setVisible(bool(found))
        self.edit_project.setVisible(bool(self.project()))

    # What a person does

    def _project_chosen(self) -> None:
        self.refresh()

    def _show_all(self) -> None:
        self.projects.setCurrentIndex(0)
        self.search.clear()
        self.refresh()
        self.first_focus().setFocus()

    def _to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
