"""Evaluations: all courses at a glance, the forms, the bank of questions. Three pages of one screen.

Each page is made when it is shown for the first time, and what fills the screen when it is asked for: whoever
looks at the courses does not wait for editors.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.changes import Changes
from trainer_app.ui.bank.form_page import FormPage
from trainer_app.ui.bank.forms_page import FormsPage
from trainer_app.ui.bank.preview_page import PreviewPage
from trainer_app.ui.bank.question_form import QuestionForm
from trainer_app.ui.bank.questions_page import IMPORT, QuestionsPage
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.evaluations.courses_page import CoursesPage
from trainer_app.ui.questions.export_page import ExportPage
from trainer_app.ui.questions.import_page import ImportPage
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys, Screen
from trainer_app.ui.shell.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from trainer_app.ui.results.page import ResultsPage

COURSES, FORMS, QUESTIONS = PAGES = ("courses", "forms", "questions")
RESULTS = "results"
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
"""What Ctrl with a key does: the next page, the page before."""


def _create_exchange(name: str, desk: Desk) -> ImportPage | ExportPage:
    """Make the page that reads or writes files of questions."""
    return ImportPage(desk) if name == IMPORT else ExportPage(desk)


class EvaluationsScreen(Screen):
    """`show_place` takes page, question, form, search; other pages fill the screen until they are left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("evaluations", desk)
        self.wording = BankWording(desk)
        self.header = PageHeader("evaluations_header")
        self.tabs = Tabs("evaluations_tabs")
        self.courses = CoursesPage(desk)
        self.pages = QStackedWidget()
        self.whole = QStackedWidget()
        self._made: dict[str, CoursesPage | FormsPage | QuestionsPage] = {}
        self._others: dict[str, QWidget] = {}
        self._before_results: dict[str, str] = {}
        self._shown = 0
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_page()

    def _lay_out(self) -> None:
        self.pages.setObjectName("evaluations_pages")
        self.whole.setObjectName("evaluations_whole")
        for _ in PAGES:
            self.tabs.addTab("")
        self._add_page(COURSES, self.courses)
        self.listed = listed = QWidget()
        listed.setObjectName("evaluations_listed")
        column = QVBoxLayout(listed)
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(rule("evaluations_tabs_rule"))
        column.addSpacing(14)
        column.addWidget(self.pages, 1)
        self.whole.addWidget(listed)
        self.column.addWidget(self.whole)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _place: self._show_page())

    # Parts, made when they are wanted

    @cached_property
    def form(self) -> QuestionForm:
        """The editor of a question, for all pages."""
        return QuestionForm(self.desk, self, self.wording)

    @cached_property
    def forms(self) -> FormsPage:
        """The page of forms."""
        made = FormsPage(self.desk, self, self.wording)
        made.opened.connect(self.open_form)
        self._add_page(FORMS, made)
        return made

    @cached_property
    def questions(self) -> QuestionsPage:
        """The page of questions."""
        made = QuestionsPage(self.desk, self.form, self.wording)
        made.exchange_asked.connect(self._open_other)
        self._add_page(QUESTIONS, made)
        return made

    @cached_property
    def form_page(self) -> FormPage:
        """The page of one form."""
        made = FormPage(self.desk, self, self.form, self.wording)
        made.opened.connect(self.open_form)
        made.left.connect(self._leave_form)
        made.preview_asked.connect(self._open_preview)
        self.whole.addWidget(made)
        return made

    @cached_property
    def preview(self) -> PreviewPage:
        """The preview of a form."""
        made = PreviewPage(self.desk, self.wording)
        made.left.connect(lambda: self._show_whole(self.form_page))
        self.whole.addWidget(made)
        return made

    @cached_property
    def results(self) -> "ResultsPage":
        """The results; what writes files comes in with them."""
        from trainer_app.ui.results.page import ResultsPage

        made = ResultsPage(self.desk)
        made.left.connect(self._leave_results)
        self.whole.addWidget(made)
        return made

    def _add_page(self, name: str, page: CoursesPage | FormsPage | QuestionsPage) -> None:
        self._made[name] = page
        self.pages.addWidget(page)
        for button in page.own_buttons():
            self.header.add_action(button)
        page.counted.connect(self._say)

    # Places

    def show_place(self, **place: Any) -> None:
        """Open a page (`page`), a form (`form`), a question (`question`), or search the bank (`search`).

        The page "results" takes course, project or form, a part, and the tab to go `back` to.
        """
        page = str(place.pop("page", "") or "")
        if page == RESULTS:
            self._open_results(place)
            return
        if place.get("form"):
            self.tabs.setCurrentIndex(PAGES.index(FORMS))
            self.open_form(str(place["form"]))
            return
        if place.get("question") or place.get("search") is not None:
            page = QUESTIONS
        if page in PAGES:
            self.show_lists()
            self.tabs.setCurrentIndex(PAGES.index(page))
        if not self._free():
            return
        shown = self.page()
        if place:
            shown.show_place(**place)

    def page(self) -> CoursesPage | FormsPage | QuestionsPage:
        """Return the page that is open below the tabs."""
        name = PAGES[self.tabs.currentIndex()]
        return self.courses if name == COURSES else self.forms if name == FORMS else self.questions

    def open_form(self, key: str) -> None:
        """Show a form's own page."""
        self.form_page.show_form(key)
        if self.form_page.key:
            self._show_whole(self.form_page)

    def show_lists(self) -> None:
        """Go back to the three pages from one that fills the screen."""
        self._show_whole(self.listed)

    # Screen

    def refresh(self) -> None:
        """Say what the open page says; the pages read what they show by themselves."""
        self._say()

    def concerns(self, _changes: Changes) -> bool:
        """Leave changes to the pages."""
        return False

    def first_focus(self) -> QWidget:
        """Start in what the open page is about."""
        editor = self.__dict__.get("form")
        if isinstance(editor, QuestionForm) and not editor.isHidden():
            return editor.text.field
        return self._filling().first_focus() or self.tabs

    def keys(self) -> list[Keys]:
        """Return the keys of the open page, and the way to the next one."""
        shown = self._filling()
        if shown is not self.page():
            return shown.keys()
        return [*self.page().keys(), Keys("Ctrl+Tab", self.tr("Next page"))]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        for place, words in enumerate((self.tr("Courses"), self.tr("Forms"), self.tr("Questions"))):
            self.tabs.setTabText(place, words)
        self.tabs.setAccessibleName(self.tr("Pages of evaluations"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a page that fills the screen on Esc, if nothing in it wanted the key; turn pages."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape and self.whole.currentIndex():
            self.show_lists()
        elif control and event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _filling(self) -> Screen:
        """Return what fills the screen, or the open page."""
        shown = self.whole.currentWidget()
        return shown if isinstance(shown, Screen) else self.page()

    def _free(self) -> bool:
        """Close the editors that are open; one in which much was typed asks first, and nothing moves."""
        panels = self.findChildren(SidePanel)
        typed = next((panel for panel in panels if panel.would_lose()), None)
        if typed is not None:
            typed.leave()
            return False
        for panel in panels:
            panel.dismiss()
        return True

    def _show_whole(self, part: QWidget) -> None:
        if not self._free():
            return
        self.whole.setCurrentWidget(part)
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_form(self) -> None:
        key = self.form_page.key
        self.form_page.key = ""
        self.show_lists()
        if key:
            self.forms.choose(key)

    def _open_preview(self, key: str) -> None:
        self.preview.show_form(key)
        self._show_whole(self.preview)

    def _show_page(self) -> None:
        if not self._free():
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(self._shown)
            self.tabs.blockSignals(False)
            return
        self._shown = self.tabs.currentIndex()
        self.pages.setCurrentWidget(self.page())
        self._say()
        if self.isVisible() and not self.tabs.hasFocus():
            self.page().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        if not self.whole.currentIndex():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _say(self) -> None:
        shown = self.page()
        self.header.set_words(self.tr("Evaluations"), shown.summary())
        wanted = list(shown.head_buttons())
        for page in self._made.values():
            for button in page.own_buttons():
                button.setVisible(button in wanted)

    def _open_other(self, name: str) -> None:
        """Show a page for reading or writing files of questions; it stays made."""
        if name not in self._others:
            page = _create_exchange(name, self.desk)
            page.left.connect(self.show_lists)
            self._others[name] = page
            self.whole.addWidget(page)
        self._show_whole(self._others[name])
        self._others[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_results(self, place: dict[str, Any]) -> None:
        """Show results over the lists; leaving them leads back to the course's tab, if they came from one."""
        tab = str(place.pop("back", "") or "")
        self._before_results = {"course": str(place.get("course", "")), "tab": tab} if tab else {}
        self.whole.setCurrentWidget(self.results)
        self.results.show_scope(**place)

    def _leave_results(self) -> None:
        self.show_lists()
        if self._before_results:
            self.desk.go("courses", **self._before_results)
        else:
            self.page().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
