"""Evaluations: all courses at a glance, the forms, the bank of questions. Three pages of one screen."""

from typing import Any, Protocol, cast

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.changes import Changes
from trainer_app.ui.bank.exchange import create_page
from trainer_app.ui.bank.form_page import FormPage
from trainer_app.ui.bank.forms_page import FormsPage
from trainer_app.ui.bank.preview_page import PreviewPage
from trainer_app.ui.bank.question_form import QuestionForm
from trainer_app.ui.bank.questions_page import QuestionsPage
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.evaluations.courses_page import CoursesPage
from trainer_app.ui.results.page import ResultsPage
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys, Screen
from trainer_app.ui.shell.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.tabs import Tabs

COURSES, FORMS, QUESTIONS = PAGES = ("courses", "forms", "questions")
RESULTS = "results"
NEXT_PAGE, PAGE_BEFORE = "Ctrl+Tab", "Ctrl+Shift+Tab"


class _LeftPage(Protocol):
    """A page that fills the screen and says when it is done."""

    left: SignalInstance


class EvaluationsScreen(Screen):
    """`show_place` takes page, question, form, search; other pages fill the screen until they are left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("evaluations", desk)
        self.wording = BankWording(desk)
        self.header = PageHeader("evaluations_header")
        self.tabs = Tabs("evaluations_tabs")
        self.form = QuestionForm(desk, self, self.wording)
        self.courses = CoursesPage(desk)
        self.forms = FormsPage(desk, self, self.wording)
        self.questions = QuestionsPage(desk, self.form, self.wording)
        self.form_page = FormPage(desk, self, self.form, self.wording)
        self.preview = PreviewPage(desk, self.wording)
        self.pages = QStackedWidget()
        self.whole = QStackedWidget()
        self._others: dict[str, QWidget] = {}
        self.results: ResultsPage | None = None
        self._before_results: dict[str, str] = {}
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_page()

    def _lay_out(self) -> None:
        self.pages.setObjectName("evaluations_pages")
        self.whole.setObjectName("evaluations_whole")
        for page in self._all():
            self.tabs.addTab("")
            self.pages.addWidget(page)
            for button in page.own_buttons():
                self.header.add_action(button)
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
        for part in (listed, self.form_page, self.preview):
            self.whole.addWidget(part)
        self.column.addWidget(self.whole)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _place: self._show_page())
        for page in self._all():
            page.counted.connect(self._say)
        self.questions.exchange_asked.connect(self._open_other)
        self.forms.opened.connect(self.open_form)
        self.form_page.opened.connect(self.open_form)
        self.form_page.left.connect(self._leave_form)
        self.form_page.preview_asked.connect(self._open_preview)
        self.preview.left.connect(lambda: self._show_whole(self.form_page))
        for keys, by in ((NEXT_PAGE, 1), (PAGE_BEFORE, -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"evaluations_key_{keys.casefold()}")
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))

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
        shown = self.page()
        if place:
            shown.show_place(**place)

    def page(self) -> CoursesPage | FormsPage | QuestionsPage:
        """Return the page that is open below the tabs."""
        return self._all()[self.tabs.currentIndex()]

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
        if not self.form.isHidden():
            return self.form.text.field
        shown = self.whole.currentWidget()
        if isinstance(shown, FormPage | PreviewPage | ResultsPage):
            return shown.first_focus()
        return self.page().first_focus()

    def keys(self) -> list[Keys]:
        """Return the keys of the open page, and the way to the next one."""
        shown = self.whole.currentWidget()
        if isinstance(shown, FormPage | PreviewPage | ResultsPage):
            return shown.keys()
        return [*self.page().keys(), Keys("Ctrl+Tab", self.tr("Next page"))]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        for place, words in enumerate((self.tr("Courses"), self.tr("Forms"), self.tr("Questions"))):
            self.tabs.setTabText(place, words)
        self.tabs.setAccessibleName(self.tr("Pages of evaluations"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a page that fills the screen on Esc, if nothing in it wanted the key."""
        if event.key() == Qt.Key.Key_Escape and self.whole.currentIndex():
            self.show_lists()
        else:
            super().keyPressEvent(event)

    def _all(self) -> tuple[CoursesPage, FormsPage, QuestionsPage]:
        return self.courses, self.forms, self.questions

    def _show_whole(self, part: QWidget) -> None:
        for form in self.findChildren(SidePanel):
            form.dismiss()
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
        for form in self.findChildren(SidePanel):
            form.dismiss()
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
        for page in self._all():
            for button in page.own_buttons():
                button.setVisible(button in wanted)

    def _open_other(self, name: str) -> None:
        """Show a page for reading or writing files of questions; it stays made."""
        if name not in self._others:
            page = create_page(name, self.desk)
            cast(_LeftPage, page).left.connect(self.show_lists)
            self._others[name] = page
            self.whole.addWidget(page)
        self._show_whole(self._others[name])
        self._others[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_results(self, place: dict[str, Any]) -> None:
        """Show results over the lists; leaving them leads back to the course's tab, if they came from one."""
        if self.results is None:
            self.results = ResultsPage(self.desk)
            self.results.left.connect(self._leave_results)
            self.whole.addWidget(self.results)
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


def create(desk: Desk) -> Screen:
    """Make the screen."""
    return EvaluationsScreen(desk)
