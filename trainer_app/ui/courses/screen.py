"""The Courses screen: the list, the forms, and the workspace of one course with its header and tabs."""

from functools import cached_property
from typing import Any, override

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.courses.courses import CourseLine
from trainer_app.ui.courses.course_list import NEW_COURSE, NEW_PROJECT, CourseList
from trainer_app.ui.courses.forms import CourseForm, ProjectForm
from trainer_app.ui.courses.season_page import SeasonPage
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.history_panel import Page
from trainer_app.ui.kit.screens import CourseTab, KeyHint, Screen, TabSpec, shown_keys
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import CONTROL, WORKSPACE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Tabs
from trainer_app.ui.widgets.flow import FlowRow, PageStack, stand_at_least
from trainer_app.ui.widgets.labels import ElidedLabel, FittingLabel, Retranslated, is_made, rule
from trainer_app.ui.widgets.overlays import SidePanel, make_way

_HEADER_HEIGHT, _BACK_SIZE, _GAP, _BESIDE_TABS = 54, 32, 8, 12
_MOST_WORDS, _ANY_WIDTH = 64, 16777215
_WORDS = 1
"""Where the course's place and days stand in the row of the head."""
BACK, NEXT_TAB, TAB_BEFORE = "Alt+Left", "Ctrl+Tab", "Ctrl+Shift+Tab"
_FIRST = "overview"


class WorkspaceHead(QWidget):
    """The way back, the course's place and days over its title, and the buttons of the open tab.

    Where there is no room beside the words the buttons stand in `below`, under the tabs: those never jump.
    Where they would need two lines there, those that can be a drawing alone stay above.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("course_head")
        self.below = QWidget()
        self.below.setObjectName("course_head_below")
        self.below.hide()
        self._row_below = FlowRow(self.below)
        self._row_below.setContentsMargins(WORKSPACE_MARGIN, _GAP, WORKSPACE_MARGIN, 0)
        self._row_below.setSpacing(_GAP)
        stand_at_least(self, _HEADER_HEIGHT)
        self.back = IconButton("course_back", "left", size=_BACK_SIZE)
        self.title = FittingLabel("card_title", "course_head_title")
        self.subtitle = FittingLabel("second", "course_head_subtitle")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._buttons: list[QWidget] = []
        self._above: list[QWidget] = []
        self._row = FlowRow(self)
        self._row.setContentsMargins(WORKSPACE_MARGIN - 6, 0, WORKSPACE_MARGIN, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.back)
        self._row.addLayout(words, 1)

    def show_buttons(self, tab: CourseTab) -> None:
        """Show the buttons of a tab instead of those before, which stay with their tab."""
        wanted = list(tab.head_buttons())
        for button in self._buttons:
            if button not in wanted:
                self._row.removeWidget(button)
                self._row_below.removeWidget(button)
                button.hide()
        had_none_below = self.below.isHidden()
        self._buttons = wanted
        self._put(wanted if had_none_below else [])
        self._fold()

    def _put(self, above: list[QWidget]) -> None:
        """Let some buttons stand beside the words, the others below; what has the keyboard keeps it."""
        focus, self._above = QApplication.focusWidget(), above
        for button in self._buttons:
            self._row.removeWidget(button)
            self._row_below.removeWidget(button)
            (self._row if button in self._above else self._row_below).addWidget(button)
            button.show()
        # Not `above`: while they are put there the head may have found that there is less room.
        self.below.setVisible(any(button not in self._above for button in self._buttons))
        if focus is not None and focus in self._buttons:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Make room as soon as there is less of it, or words become longer."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        """Let long words go on in a second line, then buttons show drawings alone, the first ones first.

        It is asked for as much room as the row wants for one line: else the page became higher and lower by
        turns, for ever. Where that is too little in any case, they keep their words and stand below the tabs.
        """
        wide = [
            each.full_width() if isinstance(each, Button) else each.sizeHint().width()
            for each in self._buttons
        ]
        self._wrap_words(self.width() - self._beside_words(wide))
        words = self._row.led_by(_WORDS, self.width())
        missing = words + self._beside_words(wide) - self.width()
        folding = {
            each: width
            for each, width in zip(self._buttons, wide, strict=True)
            if isinstance(each, Button) and _gives_way(each)
        }
        folded = _folded(folding, missing)
        above = self._buttons
        if missing - sum(folding[each] - CONTROL for each in folded) > 0:
            margins = self._row.contentsMargins()
            of_folded = _BACK_SIZE + words + len(folding) * CONTROL + _GAP * (len(folding) + 1)
            room = self.width() - margins.left() - margins.right()
            one_line = sum(wide) + _GAP * (len(wide) - 1) <= self.width() - 2 * WORKSPACE_MARGIN
            above = [] if one_line or of_folded > room else list(folding)
            folded = _folded(folding, words + self._beside_words(list(folding.values())) - self.width())
        for button in folding:
            button.fold(button in folded and button in above)
        if above != self._above:
            self._put(above)

    def _beside_words(self, wide: list[int]) -> int:
        """Return how much room the way back and buttons that are so wide take, with all that lies between."""
        margins = self._row.contentsMargins()
        return margins.left() + margins.right() + _BACK_SIZE + sum(wide) + _GAP * (len(wide) + 1)

    def _wrap_words(self, room: int) -> None:
        """Let place and title be as narrow as the room beside the buttons, if one more line is enough."""
        lines = (self.title, self.subtitle)
        fits = all(each.minimumSizeHint().width() <= room for each in lines)
        fits = fits and sum(each.heightForWidth(room) for each in lines) <= _MOST_WORDS
        for each in lines:
            wraps = fits and each.sizeHint().width() > room
            each.setMaximumWidth(room if wraps else _ANY_WIDTH)


def _folded(wide: dict[Button, int], missing: int) -> list[Button]:
    """Return which buttons have to be a drawing alone where so many pixels lack, the first ones first."""
    found = []
    for button, width in wide.items():
        if missing > 0:
            found.append(button)
            missing -= width - CONTROL
    return found


def _gives_way(button: Button) -> bool:
    """Tell whether a button may show its drawing alone."""
    return bool(button.icon_name) and button.kind is not ButtonKind.PRIMARY and not button.keeps_words


class _Summaries(QStackedWidget):
    """What stands at the end of the row of tabs: as wide as the one shown, also when its text grows."""

    changed = Signal()
    """It asks for another width, also while it is out of sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("course_summaries")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return what the one shown asks for; Qt's own answer is the widest of all."""
        shown = self.currentWidget()
        return (shown.sizeHint() if shown is not None else QSize()).expandedTo(QSize(1, 20))

    def minimumSizeHint(self) -> QSize:
        """Give nothing away: a number that is cut reads as another number."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell when what it shows has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return super().event(event)


class CourseWorkspace(Retranslated, QWidget):
    """Shows one course. Each course remembers its tab while the program runs."""

    closed = Signal()
    """The way back to the list."""
    shown = Signal()
    """Another course or tab is in sight."""

    def __init__(self, context: AppContext, table: tuple[TabSpec, ...]) -> None:
        super().__init__()
        self.setObjectName("course_workspace")
        self.context = context
        self.specs = table
        self.wording = CourseWording(context)
        self.course = ""
        self.head = WorkspaceHead()
        self.tabs = Tabs("course_tabs")
        self.counts = ElidedLabel("second", "course_counts")
        self.rule = rule("course_tabs_rule")
        self.summaries = _Summaries()
        self.stack = PageStack()
        self.stack.currentChanged.connect(lambda _place: self._follow_page())
        self._opened: dict[str, CourseTab] = {}
        self._tab_of: dict[str, str] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.stack.setObjectName("course_pages")
        self.summaries.addWidget(self.counts)
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for _ in self.specs:
            self.tabs.addTab("")
        line = FlowRow()
        line.setContentsMargins(WORKSPACE_MARGIN - 14, 0, WORKSPACE_MARGIN, 0)
        line.setSpacing(_BESIDE_TABS)
        line.addWidget(self.tabs, 1)
        line.addWidget(self.summaries, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self.rule)
        column.addWidget(self.head.below)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.closed)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.summaries.changed.connect(self._fit_summary)
        for keys, act in (
            (BACK, self.closed.emit),
            (NEXT_TAB, lambda: self._step(1)),
            (TAB_BEFORE, lambda: self._step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"course_key_{keys.casefold()}")
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Which course, which tab

    def follow_theme(self) -> None:
        """Let what stands around the tabs follow the theme; each tab does so from when it is opened."""
        for part in (self.head, self.tabs, self.summaries, self.rule):
            theme.follow_theme(part)

    def show_course(self, key: str, tab: str = "", **place: Any) -> None:
        """Show a course at a tab (by any of its names), by default the one it had before."""
        self.course = key
        name = self._name(tab) or self._tab_of.get(key, _FIRST)
        place_of = self._place(name)
        if self.tabs.currentIndex() == place_of:
            self._show_tab(place_of)
        else:
            self.tabs.setCurrentIndex(place_of)
        self.refresh()
        opened = self.tab()
        if place and opened is not None:
            opened.show_place(**place)

    def tab(self) -> CourseTab | None:
        """Return the tab that is open."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, CourseTab) else None

    def tab_name(self) -> str:
        """Return the name of the tab that is open."""
        return self.specs[self.tabs.currentIndex()].name if self.specs else ""

    def open_tab(self, name: str) -> None:
        """Open another tab of the same course; a name that this program lacks is ignored."""
        if self._name(name):
            self.tabs.setCurrentIndex(self._place(self._name(name)))
            self.focus_tab()

    def at_way_out(self) -> bool:
        """Tell whether the keyboard is where one goes from part to part: in the row of tabs, or at "Back"."""
        return QApplication.focusWidget() in (self.tabs, self.head.back)

    def focus_tab(self) -> None:
        """Give the keyboard to the open tab."""
        opened = self.tab()
        target = opened.first_focus() if opened is not None else None
        (target or self.tabs).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> bool:
        """Read the head anew; tell whether the course is still there."""
        if not self.course or not self.context.ask(courses.has_course, self.course):
            return False
        try_line = self._line()
        if try_line is None:
            return False
        lines = self.wording.place_and_days(try_line.course), self.wording.title(try_line.course)
        # Days alone are no title.
        first, second = lines if try_line.course.town else lines[::-1]
        self.head.title.setText(first)
        self.head.subtitle.setText(second)
        self.counts.setText(self.wording.people(try_line) if try_line.participants else "")
        self._show_summary()
        return True

    def scan_place(self) -> tuple[str | None, str | None]:
        """Let badges mark in this course while it takes place, else in the one that does."""
        line = self._line()
        if line is None or not line.course.first_day <= self.context.today() <= line.course.last_day:
            return None, None
        return self.course, None

    def keys(self) -> list[KeyHint]:
        """Return the keys of the workspace and of its open tab."""
        opened = self.tab()
        own = [
            KeyHint("Alt+←", self.tr("Back to all courses")),
            KeyHint("Ctrl+Tab", self.tr("Next tab of the course")),
        ]
        return [*(opened.keys() if opened is not None else []), *own]

    @override
    def retranslate(self) -> None:
        self.head.back.set_words(self.tr("Back to all courses"), BACK)
        self.tabs.setAccessibleName(self.tr("Parts of the course"))
        for index, spec in enumerate(self.specs):
            self.tabs.setTabText(index, spec.title)
        self._fit_summary()

    def _line(self) -> CourseLine | None:
        return self.context.ask(courses.get_line, self.course)

    def _name(self, asked: str) -> str:
        """Return a tab's own name for any name it has, "" if there is no such tab."""
        return next((spec.name for spec in self.specs if asked in (spec.name, *spec.also)), "")

    def _place(self, name: str) -> int:
        return next((index for index, spec in enumerate(self.specs) if spec.name == name), 0)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self.focus_tab()

    def _tab_chosen(self, place: int) -> None:
        if self.course and place >= 0:
            self._show_tab(place)
            # A click on a tab goes into it: typing must not land in whatever Qt finds first. The arrow
            # keys stay in the row of tabs.
            if self.isVisible() and not self.tabs.hasFocus():
                self.focus_tab()

    def _show_tab(self, place: int) -> None:
        spec = self.specs[place]
        self._tab_of[self.course] = spec.name
        opened = self._opened.get(spec.name)
        if opened is None:
            opened = self._opened[spec.name] = self.context.make_in(self.stack, spec.create)
            opened.tab_requested.connect(self.open_tab)
            opened.head_changed.connect(self._head_changed)
            opened.follow_theme()
            self.stack.addWidget(opened)
        if opened.course != self.course:
            opened.show_course(self.course)
        self.stack.setCurrentWidget(opened)
        self._head_changed()
        self.shown.emit()

    def _follow_page(self) -> None:
        """Let the row of tabs go along where a form brought its page in sight."""
        shown = self.stack.currentWidget()
        name = next((name for name, opened in self._opened.items() if opened is shown), "")
        if name and self.tabs.currentIndex() != self._place(name):
            self.tabs.setCurrentIndex(self._place(name))

    def _head_changed(self) -> None:
        opened = self.tab()
        if opened is not None:
            self.head.show_buttons(opened)
            self._show_summary()

    def _show_summary(self) -> None:
        opened = self.tab()
        own = opened.summary() if opened is not None else None
        if own is not None and self.summaries.indexOf(own) < 0:
            self.summaries.addWidget(own)
        shown = own or self.counts
        self.summaries.setCurrentWidget(shown)
        self.summaries.updateGeometry()
        self._fit_summary()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ins begin what the open tab makes, at its head and arrows too, but in no line of text."""
        opened = self.tab()
        button = opened.new_button() if opened is not None else None
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        typing = isinstance(QApplication.focusWidget(), QLineEdit)
        if event.key() == Qt.Key.Key_Insert and plain and not typing and button is not None:
            if button.isVisible():
                button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the tabs, or for the count beside them."""
        super().resizeEvent(event)
        self._fit_summary()

    def _fit_summary(self) -> None:
        """Let the count yield where the tabs would stand close together for it: each has to be seen whole."""
        room = self.width() - (WORKSPACE_MARGIN - 14) - WORKSPACE_MARGIN - _BESIDE_TABS
        self.summaries.setVisible(self.tabs.easy_width() + self.summaries.sizeHint().width() <= room)


_HEAD = ("course", "session", "project", "enrolment", "person", "pair")
"""What the list and the head of the workspace show; marks matter to the list alone."""


class CoursesScreen(Screen):
    """The list, one course, or a season.

    `show_place` takes course, tab and what the tab takes; create, create_project, plan; a stage of the list.
    """

    def __init__(self, context: AppContext, tabs: tuple[TabSpec, ...]) -> None:
        super().__init__("courses", context)
        self._came_from = ""
        """The other screen from which the open course was opened; "" for the list."""
        self.pages = PageStack()
        self.pages.setObjectName("courses_pages")
        self.column.addWidget(self.pages)
        self.workspace = CourseWorkspace(context, tabs)
        self.pages.addWidget(self.workspace)
        self.workspace.closed.connect(lambda: make_way(self, self.show_list))
        self.workspace.shown.connect(self.page_changed)
        self.pages.currentChanged.connect(lambda _place: self.page_changed.emit())

    @cached_property
    def course_list(self) -> CourseList:
        """All courses; made when they are first shown: most go straight to theirs from Today."""
        made = CourseList(self.context)
        theme.follow_theme(made)
        made.opened.connect(self._open)
        made.create_requested.connect(self._create)
        made.project_requested.connect(self._edit_project)
        made.plan_requested.connect(self._plan)
        self.pages.addWidget(made)
        return made

    @cached_property
    def course_form(self) -> CourseForm:
        """Ask for a new course."""
        made = CourseForm(self.context, self)
        theme.follow_theme(made)
        made.saved.connect(self._saved)
        return made

    @cached_property
    def project_form(self) -> ProjectForm:
        """Ask for a project, or change one."""
        made = ProjectForm(self.context, self)
        theme.follow_theme(made)
        made.saved.connect(self._project_saved)
        return made

    @cached_property
    def season(self) -> SeasonPage:
        """Make many courses from one table."""
        made = SeasonPage(self.context)
        theme.follow_theme(made)
        made.closed.connect(self.show_list)
        self.pages.addWidget(made)
        return made

    # Places

    def show_place(self, **place: Any) -> None:
        """Open a course (`course`, `tab`, what it takes), a `stage` of all, or a form.

        `create=True` asks for a new course, `create_project=True` for a new project.
        """
        wanted: SidePanel | None = self._new_course() if place.get("create") else None
        if place.get("create_project"):
            wanted = self._project_open("")
        make_way(self, lambda: self._show_place(**place), wanted)

    def _show_place(self, **place: Any) -> None:
        asked = dict(place)
        course, tab = asked.pop("course", None), asked.pop("tab", "")
        stage = asked.pop("stage", None)
        if asked.pop("create", False):
            self.show_list()
            self._create()
        elif asked.pop("create_project", False):
            self.show_list()
            self._edit_project("")
        elif asked.pop("plan", False):
            self._plan()
        elif course:
            stack = self.parentWidget()
            before = stack.currentWidget() if isinstance(stack, QStackedWidget) else None
            if isinstance(before, Screen) and before is not self:
                self._came_from = before.objectName().removeprefix("screen_")
            self.workspace.show_course(str(course), str(tab or ""), **asked)
            self.pages.setCurrentWidget(self.workspace)
        else:
            if stage is not None:
                self.course_list.bar.choose_only("stages", stage)
            self.show_list()

    def show_list(self) -> None:
        """Go back to all courses; the one that was open is the current row."""
        self._came_from = ""
        self._dismiss_forms()
        self.pages.setCurrentWidget(self.course_list)
        self.course_list.refresh()
        self.course_list.selection.choose(self.workspace.course)
        self.course_list.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_home(self) -> None:
        """Go back to all courses."""
        if self.in_course() or self.in_season():
            self.show_list()

    def in_course(self) -> bool:
        """Tell whether a course is open."""
        return self.pages.currentWidget() is self.workspace

    # Screen

    @override
    def follow_theme(self) -> None:
        if is_made(self, "course_list"):
            theme.follow_theme(self.course_list)
        self.workspace.follow_theme()

    def refresh(self) -> None:
        """Read the list or the head of the course; back to the list if the course is gone."""
        if not self.in_course():
            self.course_list.refresh()
        elif not self.workspace.refresh():
            self.show_list()

    def in_sight(self) -> Page:
        """Return the tab of the course that is open, or the list."""
        if not self.in_course():
            return Page("courses")
        return Page("courses", self.workspace.tab_name(), self.workspace.course)

    @override
    def place(self) -> str:
        opened = self._open_tab()
        return (opened.help_place() if opened is not None else "") or super().place()

    def new_button(self) -> QAbstractButton | None:
        """Return the list's own, or that of the open tab."""
        if not self.in_course():
            buttons = self.course_list.buttons
            names = ("create", "create_first")
            return next((buttons[each] for each in names if buttons[each].isVisible()), None)
        opened = self._open_tab()
        return opened.new_button() if opened is not None else None

    def recent_place(self) -> tuple[str, dict[str, Any]] | None:
        """Return the course that is open, with its tab; nothing where its making was just undone."""
        # Asked at each change of page, and after each step: the code alone, no counts.
        code = self.context.ask(courses.code_of, self.workspace.course) if self.in_course() else None
        place = {"course": self.workspace.course, "tab": self.workspace.tab_name()}
        return (code, place) if code is not None else None

    def take_back(self) -> bool:
        """Leave it to the open tab."""
        opened = self._open_tab()
        return opened is not None and opened.take_back()

    def do_again(self) -> bool:
        """Leave it to the open tab."""
        opened = self._open_tab()
        return opened is not None and opened.do_again()

    def step_words(self, label: Label) -> str:
        """Ask the open tab."""
        opened = self._open_tab()
        return opened.step_words(label) if opened is not None else ""

    def _open_tab(self) -> CourseTab | None:
        return self.workspace.tab() if self.in_course() else None

    def concerns(self, changes: Changes) -> bool:
        """Leave marks out while a course is open: its head does not show them."""
        return not self.in_course() or changes.touches(*_HEAD)

    def first_focus(self) -> QWidget | None:
        """Start in the list or the open tab."""
        if self.in_season():
            return self.season.first_focus()
        if not self.in_course():
            return self.course_list.first_focus()
        opened = self.workspace.tab()
        return (opened.first_focus() if opened is not None else None) or self.workspace.tabs

    def keys(self) -> list[KeyHint]:
        """Return the keys of what is shown."""
        if self.in_course():
            return self.workspace.keys()
        return [
            KeyHint(shown_keys("Return"), self.tr("Open the course")),
            KeyHint(shown_keys(NEW_COURSE), self.tr("New course")),
            KeyHint(shown_keys(NEW_PROJECT), self.tr("New project")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where one came from on Esc, but from the row of tabs alone, or from "Back".

        Elsewhere one too many leaves nothing, nor at a button of the head: what it opened gives it the
        keyboard back, and what it was refused is read there.
        """
        if event.key() != Qt.Key.Key_Escape or not self.workspace.at_way_out():
            super().keyPressEvent(event)
        elif self._came_from:
            self.context.go(self._came_from)
        else:
            make_way(self, self.show_list)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget where one came from: who comes again comes from elsewhere."""
        super().hideEvent(event)
        self._came_from = ""

    # Forms

    def _open(self, key: str) -> None:
        self.show_place(course=key)
        self.workspace.focus_tab()

    def _new_course(self) -> CourseForm | None:
        """Return the form of a new course, once it was opened."""
        return self.course_form if is_made(self, "course_form") else None

    def _create(self) -> None:
        make_way(self, lambda: self.course_form.open_new(self.course_list.project()), self._new_course())

    def _plan(self) -> None:
        make_way(self, self._show_season)

    def _show_season(self) -> None:
        self.season.reset()
        self.pages.setCurrentWidget(self.season)
        self.season.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def in_season(self) -> bool:
        """Tell whether a season is being planned."""
        return is_made(self, "season") and self.pages.currentWidget() is self.season

    def _edit_project(self, key: str) -> None:
        form = self.project_form
        make_way(self, lambda: form.open_project(key), self._project_open(key))

    def _project_open(self, key: str) -> ProjectForm | None:
        """Return the form of a project, or of a new one, if that is what it shows."""
        form = self.__dict__.get("project_form")
        return form if isinstance(form, ProjectForm) and form.key == key else None

    def _saved(self, key: str) -> None:
        self.course_list.let_be_seen(key)
        self._open(key)

    def _project_saved(self, key: str) -> None:
        """Show the project, chosen: it can be changed further, and its first course created."""
        self.course_list.show_project(key)
        self.course_list.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _dismiss_forms(self) -> None:
        for form in self.findChildren(SidePanel):
            form.dismiss()
