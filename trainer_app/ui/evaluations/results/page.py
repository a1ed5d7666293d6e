"""Results of a course, a project, a form or all courses: four parts, one way to paper and files."""

from functools import cached_property
from pathlib import Path
from typing import Any, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.evaluations import results
from trainer_app.actions.evaluations.results import ResultText
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.evaluations.feedback import Results
from trainer_app.system.files import write_checked
from trainer_app.ui.evaluations.results.controls import (
    ResultFormat,
    SaveResultsButton,
    results_bytes,
)
from trainer_app.ui.evaluations.results.feedback_view import FeedbackView
from trainer_app.ui.evaluations.results.items_view import ItemsView
from trainer_app.ui.evaluations.results.learning_view import LearningView, PracticalView
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.screens import KeyHint, Screen
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Tabs
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.pages import PageHeader
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.presses import LeftByEscape

PARTS = ("learning", "items", "practical", "feedback")
_KINDS = (LearningView, ItemsView, PracticalView, FeedbackView)
_ALL, _PROJECT, _COURSE, _FORM = "all", "project:", "course:", "form:"
_AT_ONCE = 6
"""Courses that are counted without a thread of their own."""


type _View = LearningView | ItemsView | PracticalView | FeedbackView


class ResultsPage(LeftByEscape, Screen):
    """`show_scope(course=..., part=...)` opens it; `closed` asks to go back where it was opened."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("results", context)
        self.results: Results | None = None
        self._scope = _ALL
        self.back = IconButton("results_back", "left")
        self.header = PageHeader("results_header")
        self.scope = ComboBox("results_scope")
        self.save = SaveResultsButton()
        self.show_pdf = Button("results_show", ButtonKind.PRIMARY, "print")
        self.tabs = Tabs("results_tabs")
        self._places = [QWidget() for _ in PARTS]
        self._made: list[_View] = []
        self.body = PageStack()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.scope.setMinimumWidth(220)
        self.scope.setMaximumWidth(320)
        for widget in (self.scope, self.save, self.show_pdf):
            self.header.add_action(widget)
        self.body.setObjectName("results_body")
        for part, place in zip(PARTS, self._places, strict=True):
            self.tabs.addTab("")
            place.setObjectName(f"results_place_{part}")
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.body.addWidget(place)
        page = QVBoxLayout()
        page.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        page.setSpacing(0)
        page.addLayout(self.header.behind(self.back))
        page.addSpacing(6)
        page.addWidget(self.tabs)
        page.addWidget(rule("results_tabs_rule"))
        page.addSpacing(14)
        page.addWidget(self.body, 1)
        self.column.addLayout(page)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.scope.currentIndexChanged.connect(self._choose)
        self.tabs.currentChanged.connect(self._turn_to)
        self.save.requested.connect(self._ask_where)
        self.show_pdf.clicked.connect(self._show_paper)

    # Parts, made when they are wanted

    @cached_property
    def learning(self) -> LearningView:
        """What was learnt, from the tests before and after."""
        return self._lay(LearningView())

    @cached_property
    def items(self) -> ItemsView:
        """How each question was answered."""
        return self._lay(ItemsView())

    @cached_property
    def practical(self) -> PracticalView:
        """How practical work was rated."""
        return self._lay(PracticalView())

    @cached_property
    def feedback(self) -> FeedbackView:
        """What the sheets without a name say."""
        return self._lay(FeedbackView())

    def _lay[V: (LearningView, ItemsView, PracticalView, FeedbackView)](self, view: V) -> V:
        """Put a part in its place and let it show what the others do."""
        column = self._places[_KINDS.index(type(view))].layout()
        assert column is not None
        column.addWidget(view)
        self._made.append(view)
        if self.results is not None:
            view.show_results(self.results, ResultText(self.context.language.code))
        return view

    def _view(self) -> _View:
        """Return the part whose tab is open."""
        part: _View = getattr(self, PARTS[self.tabs.currentIndex()])
        return part

    def _turn_to(self, place: int) -> None:
        self._view()
        self.body.setCurrentIndex(place)

    # What is shown

    def show_scope(
        self, *, course: str = "", project: str = "", form: str = "", part: str = "", **_other: Any
    ) -> None:
        """Show the results of a course, a project or a form (their keys), or of all; open a part."""
        self._scope = (
            f"{_COURSE}{course}"
            if course
            else f"{_PROJECT}{project}"
            if project
            else f"{_FORM}{form}"
            if form
            else _ALL
        )
        if part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(part))
        self.refresh_now()

    def refresh(self) -> None:
        """Read the results anew; those of many courses off the GUI thread."""
        self._offer_scopes()
        asked = self._asked()
        count = len(self.context.ask(courses.search_courses) or ())
        if "course" in asked or count <= _AT_ONCE:
            found = self.context.ask(lambda work: results.gather(work, **asked))
            if found is not None:
                self._show(found)
            return
        self.context.run(
            self.tr("Counting"),
            lambda work, progress: results.gather(work, **asked, progress=progress),
            done=self._show,
            writes=False,
        )

    def concerns(self, changes: Changes) -> bool:
        """Listen to papers, answers, sheets, forms, courses and lists."""
        return changes.touches(
            "paper",
            "answer",
            "feedback_paper",
            "form",
            "question",
            "sitting",
            "course",
            "enrolment",
            "person",
            "pair",
        )

    def first_focus(self) -> QWidget:
        """Start in the open part."""
        return self._view().first_focus()

    def keys(self) -> list[KeyHint]:
        """Return the keys of the page."""
        return [KeyHint("↑ ↓", self.tr("Choose a figure or a question")), KeyHint("Esc", self.tr("Back"))]

    @override
    def leave(self) -> None:
        self.closed.emit()

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back"), "Esc")
        self.scope.setAccessibleName(self.tr("Results of what"))
        self.show_pdf.setText(self.tr("Show as PDF"))
        self.tabs.setAccessibleName(self.tr("Parts of the results"))
        words = (
            self.tr("What was learnt"),
            self.tr("Questions"),
            self.tr("Practical ratings"),
            self.tr("Feedback"),
        )
        for index, text in enumerate(words):
            self.tabs.setTabText(index, text)
        if self.results is not None:
            self._show(self.results)

    def _show(self, found: Results) -> None:
        self._view()
        self.results = found
        text = ResultText(self.context.language.code)
        self.header.set_words(
            found.title.best(self.context.language.code),
            self.tr("Results · {courses}").format(courses=", ".join(found.courses) or "–"),
        )
        for view in self._made:
            view.show_results(found, text)
        for button in (self.save, self.show_pdf):
            button.setEnabled(not found.empty)

    def _offer_scopes(self) -> None:
        """Offer all courses, each project, each form that is used, each course."""
        language = self.context.language.code
        all_courses = self.tr("All courses")
        entries = [(all_courses, all_courses, _ALL)]
        for project in self.context.ask(projects.list_projects) or []:
            words = self.tr("Project: {code}").format(code=project.code)
            entries.append((words, words, f"{_PROJECT}{project.key}"))
        for course in self.context.ask(courses.search_courses) or []:
            words = f"{course.code} · {course.title.best(language)}"
            entries.append(
                (words, self.tr("Course: {code}").format(code=course.code), f"{_COURSE}{course.key}")
            )
        for full in self.context.ask(results.used_forms) or []:
            words = self.tr("Form: {title}").format(title=full.form.title.best(language))
            # Its title, which may be long, is that of the page.
            entries.append((words, self.tr("One form"), f"{_FORM}{full.form.key}"))
        self.scope.blockSignals(True)
        self.scope.clear()
        for words, brief, key in entries:
            self.scope.add_brief(words, brief, key)
        place = self.scope.findData(self._scope)
        self.scope.setCurrentIndex(max(0, place))
        self.scope.setToolTip(self.scope.currentText())
        self.scope.setAccessibleDescription(self.scope.currentText())
        self.scope.blockSignals(False)

    def _choose(self) -> None:
        self._scope = str(self.scope.currentData() or _ALL)
        self.refresh_now()

    def _asked(self) -> dict[str, Any]:
        for name, start in (("project", _PROJECT), ("course", _COURSE), ("form", _FORM)):
            if self._scope.startswith(start):
                return {name: self._scope.removeprefix(start)}
        return {}

    # Files

    def _show_paper(self) -> None:
        found, language = self.results, self.context.language.code
        if found is None:
            return
        self.context.run(
            self.tr("Preparing the results"),
            lambda work, _progress: self._bytes(work, found, ResultFormat.PDF, language),
            done=lambda data: self.context.show_paper(
                PrintablePdf(data, *results.results_name(found, language))
            ),
            writes=False,
        )

    def _ask_where(self, form: str, language: str) -> None:
        if self.results is None:
            return
        kind = ResultFormat(form)
        name = results.results_name(self.results, language, kind.value).file
        path = FileDialog.ask_where(self, self.tr("Save the results"), name, purpose=Purpose.PAPERS)
        if path is not None:
            self.save_to(kind, language or self.context.language.code, path)

    def save_to(self, form: ResultFormat, language: str, path: Path) -> None:
        """Write the results into a new file and read it back; a file that is there is never written over."""
        found = self.results
        if found is None:
            return
        self.context.run(
            self.tr("Saving the results"),
            lambda work, _progress: write_checked(path, self._bytes(work, found, form, language)),
            done=self.context.tell_saved,
            writes=False,
        )

    def _bytes(self, work: Workplace, found: Results, form: ResultFormat, language: str) -> bytes:
        course = self._asked().get("course")
        return results_bytes(work, found, form, language, course, names=self.save.names)
