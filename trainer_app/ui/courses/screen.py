"""Courses: the list of all, the forms, and the workspace of the course that is open."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.domain.changes import Changes
from trainer_app.ui.courses.course_form import CourseForm
from trainer_app.ui.courses.course_list import NEW_COURSE, NEW_PROJECT, CourseList
from trainer_app.ui.courses.project_form import ProjectForm
from trainer_app.ui.courses.tab import TabSpec
from trainer_app.ui.courses.workspace import CourseWorkspace
from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys, Screen
from trainer_app.ui.widgets.panel import SidePanel

_HEAD = ("course", "session", "project", "enrolment", "person")
"""What the list and the head of the workspace show; marks matter to the list alone."""


class CoursesScreen(Screen):
    """The list, or one course. `show_place` takes course, tab, session; or create, project."""

    def __init__(self, desk: Desk, tabs: tuple[TabSpec, ...]) -> None:
        super().__init__("courses", desk)
        self.pages = QStackedWidget()
        self.pages.setObjectName("courses_pages")
        self.list = CourseList(desk)
        self.workspace = CourseWorkspace(desk, tabs)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.workspace)
        self.column.addWidget(self.pages)
        self.course_form = CourseForm(desk, self)
        self.project_form = ProjectForm(desk, self)
        self.list.opened.connect(self._open)
        self.list.create_asked.connect(self._create)
        self.list.project_asked.connect(self._edit_project)
        self.workspace.left.connect(self.show_list)
        self.course_form.saved.connect(self._saved)

    # Places

    def show_place(self, **place: Any) -> None:
        """Open a course (`course`, `tab`, and what the tab understands), or the form (`create=True`)."""
        asked = dict(place)
        course, tab = asked.pop("course", None), asked.pop("tab", "")
        if asked.pop("create", False):
            self.show_list()
            self._create()
        elif course:
            self._dismiss_forms()
            self.workspace.show_course(str(course), str(tab or ""), **asked)
            self.pages.setCurrentWidget(self.workspace)
        else:
            self.show_list()

    def show_list(self) -> None:
        """Go back to all courses; the one that was open is the current row."""
        self._dismiss_forms()
        self.pages.setCurrentWidget(self.list)
        self.list.refresh()
        self.list.choose(self.workspace.course)
        self.list.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def in_course(self) -> bool:
        """Tell whether a course is open."""
        return self.pages.currentWidget() is self.workspace

    # Screen

    def refresh(self) -> None:
        """Read the list or the head of the course; back to the list if the course is gone."""
        if not self.in_course():
            self.list.refresh()
        elif not self.workspace.refresh():
            self.show_list()

    def concerns(self, changes: Changes) -> bool:
        """Leave marks out while a course is open: its head does not show them."""
        return not self.in_course() or changes.touches(*_HEAD)

    def first_focus(self) -> QWidget | None:
        """Start in the form, the list, or the open tab."""
        for form, field in (
            (self.course_form, self.course_form.fields.code.field),
            (self.project_form, self.project_form.code.field),
        ):
            if not form.isHidden():
                return field
        if not self.in_course():
            return self.list.first_focus()
        opened = self.workspace.tab()
        return (opened.first_focus() if opened is not None else None) or self.workspace.tabs

    def keys(self) -> list[Keys]:
        """Return the keys of what is shown."""
        if self.in_course():
            return self.workspace.keys()
        return [
            Keys(shown_keys("Return"), self.tr("Open the course")),
            Keys(shown_keys(NEW_COURSE), self.tr("New course")),
            Keys(shown_keys(NEW_PROJECT), self.tr("New project")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the course on Esc, if nothing in it wanted the key."""
        if event.key() == Qt.Key.Key_Escape and self.in_course():
            self.show_list()
        else:
            super().keyPressEvent(event)

    # Forms

    def _open(self, key: str) -> None:
        self.show_place(course=key)
        self.workspace.focus_tab()

    def _create(self) -> None:
        self.project_form.dismiss()
        self.course_form.open_new(self.list.project())

    def _edit_project(self, key: str) -> None:
        self.course_form.dismiss()
        if key:
            self.project_form.open_project(key)
        else:
            self.project_form.open_new()

    def _saved(self, key: str) -> None:
        self._open(key)

    def _dismiss_forms(self) -> None:
        for form in self.findChildren(SidePanel):
            form.dismiss()
