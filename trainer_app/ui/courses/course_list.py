"""The list of all courses: found while typing, of one project, year or state, or of all. A press opens one.

What is on stands first, then what comes next, then the newest of what is over; a press on a head sorts anew.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import course_life, courses, projects
from trainer_app.domain.courses.courses import CourseLine, CourseStage, Project, course_stage
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import FileImporter
from trainer_app.ui.kit.list_page import (
    ChoiceFilter,
    ClearFilters,
    Command,
    Filter,
    FilterBar,
    Listing,
    SearchFilter,
    TickFilter,
)
from trainer_app.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.indicators import ChipWords
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState, PageHeader
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_PROJECTS_WIDTH, _YEARS_WIDTH, _STATES_WIDTH = 240, 118, 176
NEW_COURSE, NEW_PROJECT, FIND = "Ctrl+N", "Ctrl+Shift+N", "/"


class CourseList(Listing[CourseLine], Retranslated, QWidget):
    """Emits which course is opened, and that a course or a project is wanted; the screen does the rest."""

    opened = Signal(str)
    create_requested = Signal()
    plan_requested = Signal()
    """Many courses from one table are wanted."""
    project_requested = Signal(str)
    """The key of the project to change, "" for a new one."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("course_list")
        self.context = context
        self.wording = CourseWording(context)
        self.header = PageHeader("courses_header")
        self._projects: list[Project] = []
        self._years: list[int] = []
        self._away = 0
        self._is_new_project = False
        self.table = TableView("courses_table")
        self.model: ListTableModel[CourseLine] = ListTableModel(
            "courses_model", self._columns(), lambda line: line.course.key, self
        )
        self.empty = EmptyState("courses_empty", "courses")
        self.none_found = EmptyState("courses_none_found", "search")
        self.filter_by(FilterBar("courses_filters", "courses", self._filters))
        self.make_body("courses")
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
            Column(
                "place",
                lambda: self.tr("Town and days"),
                lambda line: line.course.town or "–",
                180,
                order=lambda line: (line.course.first_day, line.course.last_day),
            ),
            Column(
                "people", lambda: self.tr("Participants"), lambda line: number(line.participants), 112, True
            ),
            Column("women", lambda: self.tr("Women"), lambda line: number(line.women), 88, True, yields=1),
            Column(
                "sessions",
                lambda: self.tr("Sessions"),
                lambda line: number(line.sessions - line.cancelled),
                104,
                True,
                yields=2,
            ),
            Column(
                "unmarked",
                lambda: self.tr("Marks missing"),
                lambda line: number(line.unmarked),
                112,
                True,
                yields=3,
                hint=lambda: self.tr("How many marks are missing in sessions that were held"),
            ),
            Column(
                "stage",
                lambda: self.tr("State"),
                lambda line: self._stage(line)[1],
                176,
                chip=self._stage,
                order=lambda line: list(CourseStage).index(self._reached(line)),
            ),
        )

    def _reached(self, line: CourseLine) -> CourseStage:
        return course_stage(line.course, self.context.today())

    def _first_what_is_on(self, line: CourseLine) -> tuple[int, int]:
        """Return what the list is sorted by until somebody presses a head."""
        day = line.course.first_day.toordinal()
        if self._reached(line) is CourseStage.RUNNING:
            return 0, day
        return (1, day) if self._reached(line) is CourseStage.PLANNED else (2, -day)

    def _stage(self, line: CourseLine) -> ChipWords:
        if line.course.archived:
            return self.wording.away()
        return self.wording.stage(self._reached(line))

    def _filters(self) -> Sequence[Filter]:
        named = [(project.key, self.wording.project(project)) for project in self._projects]
        offered = [("", self.tr("All projects")), *named]
        years = [(None, self.tr("All years")), *((year, str(year)) for year in self._years)]
        stages = [
            (None, self.tr("Any state")),
            *((each, self.wording.stage(each)[1]) for each in CourseStage),
        ]
        return (
            SearchFilter("search", self.tr("Find a course"), width=320),
            ChoiceFilter(
                "projects", self.tr("Project"), offered, width=_PROJECTS_WIDTH, shown=bool(self._projects)
            ),
            ChoiceFilter("years", self.tr("Year"), years, width=_YEARS_WIDTH, shown=len(self._years) > 1),
            ChoiceFilter("stages", self.tr("State"), stages, width=_STATES_WIDTH),
            TickFilter("away", self.tr("Archived"), shown=self._away > 0),
            ClearFilters("reset", self.tr("All courses")),
        )

    @override
    def head(self) -> Sequence[Command]:
        project, change, plain = self.project(), self.project_requested.emit, ButtonKind.PLAIN
        from_table, new_project = self.tr("Plan from a table"), self.tr("New project")
        return (
            Command(
                "plan",
                from_table,
                self.plan_requested.emit,
                plain,
                "courses",
                shown=self.context.work.role is Role.OFFICE,
                needs="courses/seasons/apply",
            ),
            Command(
                "create_project",
                new_project,
                lambda: change(""),
                plain,
                "folder",
                keys=NEW_PROJECT,
                needs="courses/projects/create_project",
            ),
            self._create("create", self.tr("New course"), keys=NEW_COURSE),
            Command(
                "edit_project",
                "",
                lambda: change(project),
                icon="pen",
                shown=bool(project),
                spoken=self.tr("Change the project"),
                needs="courses/projects/change_project",
            ),
        )

    @override
    def further_steps(self) -> Sequence[Command]:
        return (
            self._create("create_here", self.tr("Create a course in it"), shown=self._is_new_project),
            Command("show_all", self.tr("Show all courses"), self._show_all, ButtonKind.PLAIN),
        )

    @override
    def first_steps(self) -> Sequence[Command]:
        at_office = self.context.work.role is Role.OFFICE
        return (
            self._create("create_first", self.tr("New course")),
            Command(
                "take_in",
                self.tr("Import a file") if at_office else self.tr("Import a file from the office"),
                lambda: FileImporter(self.context).choose(self),
                ButtonKind.PLAIN,
                "file",
                needs="exchange/importing/import_files",
            ),
        )

    def _create(self, name: str, words: str, *, keys: str = "", shown: bool = True) -> Command:
        act, needs = self.create_requested.emit, "courses/courses/create_course"
        return Command(name, words, act, ButtonKind.PRIMARY, "plus", keys=keys, shown=shown, needs=needs)

    def _lay_out(self) -> None:
        show_two_lines(self.table, {"title": self._second, "place": self._days})
        for name in ("plan", "create_project", "create"):
            self.header.add_action(self.buttons[name])
        self.bar.row.insertWidget(2, self.buttons["edit_project"])
        inside = QVBoxLayout()
        inside.setSpacing(CARD_GAP)
        inside.addWidget(self.bar)
        inside.addWidget(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addLayout(inside, 1)

    def _connect(self) -> None:
        self.table.open_on_press()
        self.table.opened.connect(lambda row: self.opened.emit(self.model.key(row)))
        shortcut = QShortcut(QKeySequence(NEW_PROJECT), self)
        shortcut.setObjectName(f"courses_key_{NEW_PROJECT.casefold()}")
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.project_requested.emit(""))

    # What is shown

    def project(self) -> str:
        """Return the key of the project whose courses are shown, "" for all."""
        return str(self.bar.value("projects") or "")

    def refresh(self) -> None:
        """Read projects and courses, and show them; the course that was current stays so."""
        self._projects = self.context.ask(projects.list_projects) or []
        self._away = self.context.ask(course_life.count_archived) or 0
        if not self._away:
            self.bar.parts["away"].setChecked(False)
        every = self.context.ask(courses.list_courses) or []
        self._years = sorted({line.course.first_day.year for line in every}, reverse=True)
        self.bar.retranslate()
        search, away = self.bar.value("search"), bool(self.bar.value("away"))
        found = self.context.ask(courses.list_courses, self.project() or None, search, archived=away) or []
        lines = sorted(filter(self._is_wanted, found), key=self._first_what_is_on)
        others = any((search, away, self.bar.value("years"), self.bar.value("stages")))
        self._is_new_project = not lines and bool(self.project()) and not others
        # A project is there to be seen and changed also before it has a course.
        anything = bool(lines or self._projects or self._away) or self.bar.active
        current = self.selection.key()
        self.model.set_rows(lines)
        self.selection.choose(current)
        self.show_body(anything=self.bar.active or self._away > 0)
        self._say_none_found()
        self.bar.setVisible(anything)
        self.buttons["create"].setVisible(anything)
        self.page_buttons.refresh()
        self._show_counts(lines, len(every))

    def _is_wanted(self, line: CourseLine) -> bool:
        """Tell whether a course has the year and the state that are chosen."""
        year, stage, course = self.bar.value("years"), self.bar.value("stages"), line.course
        in_year = year is None or course.first_day.year <= year <= course.last_day.year
        return in_year and (stage is None or self._reached(line) is stage)

    def first_focus(self) -> QWidget:
        """Start in the list, or at what fills it."""
        if self.body.currentWidget() is self.empty:
            return self.buttons["create_first"]
        return self.table if self.model.rowCount() else self.bar.search()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.table.setAccessibleName(self.tr("Courses"))
        laptop = self.tr("Create the first course here, or import the file that the office has given you.")
        office = self.tr("Create the first course here, or import the files of the trainers.")
        at_office = self.context.work.role is Role.OFFICE
        self.empty.set_words(self.tr("No course yet"), office if at_office else laptop)
        self._say_none_found()
        self.header.title.setText(self.tr("Courses"))

    def show_project(self, key: str) -> None:
        """Choose a project, and nothing else: all its courses are shown, and new ones belong to it."""
        self.refresh()
        self.bar.choose_only("projects", key)

    def let_be_seen(self, key: str) -> None:
        """Take the filters back where they would hide a course that was just created."""
        self.refresh()
        if key not in map(self.model.key, range(self.model.rowCount())):
            self.bar.clear()
        self.selection.choose(key)

    def _say_none_found(self) -> None:
        if self._is_new_project:
            named = next(
                (self.wording.project(each) for each in self._projects if each.key == self.project()), ""
            )
            self.none_found.set_words(
                self.tr("No course yet in {project}").format(project=named),
                self.tr("Create its first course here. The pencil above changes the project."),
            )
        elif self.bar.active:
            self.none_found.set_words(
                self.tr("Nothing found"),
                self.tr("No course has this in its title, code, town or days, with what is chosen above."),
            )
        else:
            self.none_found.set_words(
                self.tr("All courses are archived"), self.tr("The tick above shows them.")
            )

    def _second(self, line: CourseLine) -> str:
        named = line.course.title.best(self.context.language.code)
        return " · ".join(part for part in (line.course.code if named else "", line.project_code) if part)

    def _days(self, line: CourseLine) -> str:
        return self.context.formats.days(line.course.first_day, line.course.last_day)

    def _show_counts(self, lines: list[CourseLine], there: int) -> None:
        count = self.tr("%n course(s)", "", len(lines))
        if len(lines) < there:
            #: In a list of which a part is shown: how many of all
            count = self.tr("{shown} of %n course(s)", "", there).format(
                shown=self.context.formats.number(len(lines))
            )
        people = self.tr("%n on the lists", "", sum(line.participants for line in lines))
        self.header.set_words(self.tr("Courses"), f"{count} · {people}" if lines or there else "")

    # What a person does

    def _show_all(self) -> None:
        self.bar.clear()
        self.first_focus().setFocus()
