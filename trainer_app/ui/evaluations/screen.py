"""Evaluations: all courses at a glance, the forms, the bank of questions. Three pages of one screen.

Each page is made when it is shown for the first time, and what fills the screen when it is asked for: whoever
looks at the courses does not wait for editors.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations import scores
from trainer_app.actions.evaluations.scores import CourseEvaluation, Overview
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.evaluations.forms import MIN_ANSWERS, Learning, left_out_note
from trainer_app.domain.evaluations.statistics import band_of_gain
from trainer_app.system.messages import label_text
from trainer_app.ui.evaluations import wording
from trainer_app.ui.evaluations.bank.export_page import QuestionExportPage
from trainer_app.ui.evaluations.bank.form_page import FormPage
from trainer_app.ui.evaluations.bank.forms_page import FormPreviewPage, FormsPage
from trainer_app.ui.evaluations.bank.import_page import QuestionImportPage
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.evaluations.bank.questions_page import IMPORT, QuestionsPage
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.kit.screens import KeyHint, Screen
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import ButtonKind, Tabs
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.overlays import make_way
from trainer_app.ui.widgets.pages import EmptyState, PageHeader, ScrollPage
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

if TYPE_CHECKING:
    from trainer_app.ui.evaluations.results.page import ResultsPage


class CoursesPage(Screen):
    """A table of courses. Enter opens a course's tests; the buttons open results, tests or feedback."""

    counted = Signal()
    """`summary` says something else."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("evaluations_courses", context)
        self.overview = Overview((), Learning(0, 0, 0))
        self.card = Card("evaluations_card")
        self.view = TableView("evaluations_table")
        self.model = ListTableModel[CourseEvaluation](
            "evaluations_model", self._columns(), lambda row: row.line.course.key, self
        )
        self.selection = Selection(self.view, self.model)
        self.buttons = CommandButtons("evaluations", self._commands)
        self.empty = EmptyState("evaluations_empty", "evaluations")
        self.empty.add_button(self.buttons["to_courses"])
        self.body = PageStack()
        self.body.setObjectName("evaluations_body")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[CourseEvaluation], ...]:
        return (
            Column("code", lambda: self.tr("Course"), self._code, 116, look=TextStyle.STRONG),
            Column("title", lambda: self.tr("Title"), self._title),
            Column(
                "days",
                lambda: self.tr("Days"),
                self._days,
                190,
                look=TextStyle.QUIET,
                order=lambda row: (row.line.course.first_day, row.line.course.last_day),
            ),
            Column("pre", wording.pre_short, lambda row: str(row.pre_tests or wording.DASH), 86, right=True),
            Column(
                "post", wording.post_short, lambda row: str(row.post_tests or wording.DASH), 90, right=True
            ),
            #: Heading: how many wrote both tests
            Column("pairs", lambda: self.tr("Both"), lambda row: str(row.result.matched), 64, right=True),
            Column(
                "gain",
                lambda: self.tr("Gain, points"),
                lambda row: self.context.formats.change(row.result.gain_points),
                112,
                right=True,
            ),
            Column("g", lambda: self.tr("g (Hake)"), self._gain, 128, chip=self._gain_chip),
            Column("sheets", lambda: self.tr("Feedback"), self._sheets, 108, right=True),
        )

    def _lay_out(self) -> None:
        page = ScrollPage("evaluations_page")
        page.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(page)
        page.column.addWidget(self.body, 1)
        self.card.add_row(self.view)
        self.view.fit_to_rows(13)
        holder = QWidget()
        holder.setObjectName("evaluations_list")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.body.addWidget(holder)
        self.body.addWidget(self.empty)

    def _commands(self) -> Sequence[Command]:
        chosen, plain, primary = bool(self.selection.key()), ButtonKind.PLAIN, ButtonKind.PRIMARY
        tests, feedback = self.tr("Open the tests"), self.tr("Open the feedback")
        to_courses = self.tr("Go to the courses")
        return (
            Command("open_feedback", feedback, lambda: self._open("feedback"), plain, enabled=chosen),
            Command("open_tests", tests, lambda: self._open("tests"), plain, enabled=chosen),
            Command("open_results", self.tr("Results"), self._open_results, primary, "evaluations"),
            Command("to_courses", to_courses, lambda: self.context.go("courses"), primary, "courses"),
        )

    def _connect(self) -> None:
        self.view.allow_sorting()
        self.view.opened.connect(lambda _row: self._open("tests"))
        self.view.selectionModel().currentChanged.connect(lambda *_: self.buttons.refresh())

    def refresh(self) -> None:
        """Read all courses anew."""
        found = self.context.ask(scores.overview)
        if found is None:
            return
        self.overview = found
        kept = self.selection.key()
        # The newest first: what is looked at is seldom of years ago.
        newest = sorted(found.courses, key=lambda row: row.line.course.first_day, reverse=True)
        self.model.set_rows(newest)
        self.body.setCurrentIndex(0 if found.courses else 1)
        self.selection.choose(kept)
        self.buttons.refresh()
        self.counted.emit()

    def concerns(self, changes: Changes) -> bool:
        """Listen to papers, feedback, courses and lists."""
        return changes.touches("paper", "answer", "feedback_paper", "course", "enrolment")

    def first_focus(self) -> QWidget:
        """Start in the table."""
        return self.view if self.overview.courses else self.buttons["to_courses"]

    @override
    def retranslate(self) -> None:
        self.card.set_title(self.tr("Courses"))
        self.view.setAccessibleName(self.tr("Courses with their evaluations"))
        self.buttons.refresh()
        self.empty.set_words(
            self.tr("No course yet"),
            self.tr("Tests and feedback are typed into a course. Create one or import a file of the office."),
        )

    def own_buttons(self) -> Sequence[QWidget]:
        """Return every button that may stand in the head."""
        return [self.buttons[name] for name in ("open_feedback", "open_tests", "open_results")]

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what stands in the head while this page is open, the primary one last."""
        return self.own_buttons() if self.overview.courses else ()

    def summary(self) -> str:
        """Say what all courses add up to."""
        left_out = left_out_note("result_note.left_out", self.overview.left_out, names=False)
        said = [self._learnt(), *([label_text(left_out, self.context.language.code)] if left_out else [])]
        return " · ".join(said)

    def _learnt(self) -> str:
        result, formats = self.overview.result, self.context.formats
        if result.matched and result.gain_points is not None:
            return self.tr("All courses: {pairs} with both tests, {gain} points, g {g}").format(
                pairs=formats.number(result.matched),
                gain=formats.change(result.gain_points),
                g=wording.gain(result.hake_g, formats),
            )
        return self.tr("Tests before and after, and what the participants say")

    def _open(self, tab: str) -> None:
        if self.selection.key():
            self.context.go("courses", course=self.selection.key(), tab=tab)

    def _open_results(self) -> None:
        self.context.go("evaluations", page="results", course=self.selection.key())

    def _code(self, row: CourseEvaluation) -> str:
        return row.line.course.code

    def _title(self, row: CourseEvaluation) -> str:
        return row.line.course.title.best(self.context.language.code)

    def _days(self, row: CourseEvaluation) -> str:
        course = row.line.course
        return self.context.formats.days(course.first_day, course.last_day)

    def _gain(self, row: CourseEvaluation) -> str:
        value = row.result.hake_g
        if value is None:
            return wording.DASH
        return f"{wording.gain(value, self.context.formats)} {wording.band_word(band_of_gain(value))}"

    def _gain_chip(self, row: CourseEvaluation) -> tuple[Tone, str, str] | None:
        value = row.result.hake_g
        return None if value is None else (wording.band_tone(band_of_gain(value)), self._gain(row), "")

    def _sheets(self, row: CourseEvaluation) -> str:
        if 0 < row.answers < MIN_ANSWERS:
            return self.tr("under {least}").format(least=MIN_ANSWERS)
        return str(row.answers) if row.answers else wording.DASH


COURSES, FORMS, QUESTIONS = PAGES = ("courses", "forms", "questions")
RESULTS = "results"
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
"""What Ctrl with a key does: the next page, the page before."""


class EvaluationsScreen(Screen):
    """`show_place` takes page, question, form, search; other pages fill the screen until they are left."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("evaluations", context)
        self.wording = BankWording(context)
        self.header = PageHeader("evaluations_header")
        self.tabs = Tabs("evaluations_tabs")
        self.courses = CoursesPage(context)
        self.pages = PageStack()
        self.whole = PageStack()
        self._made: dict[str, CoursesPage | FormsPage | QuestionsPage] = {}
        self._others: dict[str, QWidget] = {}
        self._before_results: dict[str, str] = {}
        self._shown = 0
        self._lay_out()
        self.retranslate()
        self._show_page()

    def _lay_out(self) -> None:
        self.pages.setObjectName("evaluations_pages")
        self.whole.setObjectName("evaluations_whole")
        for _ in PAGES:
            self.tabs.addTab("")
        self.column.addWidget(self.whole)
        self._add_page(COURSES, self.courses)
        self.listed = listed = QWidget()
        listed.setObjectName("evaluations_listed")
        self.whole.addWidget(listed)
        column = QVBoxLayout(listed)
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(0)
        # What a page says and offers is longer or shorter: below the tabs, which so never jump.
        column.addWidget(self.header.title)
        column.addSpacing(2)
        column.addWidget(self.tabs)
        column.addWidget(rule("evaluations_tabs_rule"))
        column.addSpacing(10)
        column.addWidget(self.header)
        column.addSpacing(10)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(lambda _index: self._show_page())

    # Parts, made when they are wanted

    @cached_property
    def form(self) -> QuestionForm:
        """The editor of a question, for all pages."""
        return QuestionForm(self.context, self, self.wording)

    @cached_property
    def forms(self) -> FormsPage:
        """The page of forms."""
        made = FormsPage(self.context, self, self.wording)
        made.opened.connect(self.open_form)
        self._add_page(FORMS, made)
        return made

    @cached_property
    def questions(self) -> QuestionsPage:
        """The page of questions."""
        made = QuestionsPage(self.context, self.form, self.wording)
        made.exchange_requested.connect(self._open_other)
        self._add_page(QUESTIONS, made)
        return made

    @cached_property
    def form_page(self) -> FormPage:
        """The page of one form."""
        made = FormPage(self.context, self, self.form, self.wording)
        made.opened.connect(self.open_form)
        made.closed.connect(self._leave_form)
        made.preview_requested.connect(self._open_preview)
        self.whole.addWidget(made)
        return made

    @cached_property
    def preview(self) -> FormPreviewPage:
        """The preview of a form."""
        made = FormPreviewPage(self.context, self.wording)
        made.closed.connect(lambda: self._show_whole(self.form_page))
        self.whole.addWidget(made)
        return made

    @cached_property
    def results(self) -> "ResultsPage":
        """The results; what writes files comes in with them."""
        from trainer_app.ui.evaluations.results.page import ResultsPage

        made = ResultsPage(self.context)
        made.closed.connect(self._leave_results)
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

    @override
    def go_home(self) -> None:
        """Go back to the courses with their tests."""
        self.show_lists()
        if not self.whole.currentIndex():
            self.tabs.setCurrentIndex(PAGES.index(COURSES))

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
            return editor.entry("text")
        return self._filling().first_focus() or self.tabs

    def keys(self) -> list[KeyHint]:
        """Return the keys of the open page, and the way to the next one."""
        shown = self._filling()
        if shown is not self.page():
            return shown.keys()
        return [*self.page().keys(), KeyHint("Ctrl+Tab", self.tr("Next page"))]

    @override
    def retranslate(self) -> None:
        for index, words in enumerate((self.tr("Courses"), self.tr("Forms"), self.tr("Questions"))):
            self.tabs.setTabText(index, words)
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
        return make_way(self)

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
            self.forms.selection.choose(key)

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
            kind = QuestionImportPage if name == IMPORT else QuestionExportPage
            page = kind(self.context)
            page.closed.connect(self.show_lists)
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
            self.context.go("courses", **self._before_results)
        else:
            self.page().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
