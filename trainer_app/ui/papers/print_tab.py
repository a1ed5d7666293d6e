"""The Print tab: every paper of a course in the language that is chosen, in four cards."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions import courses, name_signs, paper_pages, paper_sittings
from trainer_app.domain.changes import Changes
from trainer_app.domain.courses import CourseView
from trainer_app.domain.paper_languages import PAPER_LANGUAGES
from trainer_app.ui.certificates.notes import Note
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.papers.after_card import AfterCard
from trainer_app.ui.papers.before_card import BeforeCard
from trainer_app.ui.papers.forms_card import FormsCard
from trainer_app.ui.papers.papers import PaperOrder, paper_language, show_order
from trainer_app.ui.papers.room_card import RoomCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import formats
from trainer_app.ui.shell.tokens import CARD_GAP, WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.columns import TwoColumns
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.page import Page

_STACK_BELOW = 1040
_SHOWN = (
    "session",
    "course",
    "enrolment",
    "person",
    "paper",
    "answer",
    "sitting",
    "form",
    "question",
    "certificate",
)


class PrintTab(CourseTab):
    """Only papers that this program can print stand here; certificates have their own tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("print", desk)
        self.view: CourseView | None = None
        self.language_label = label("body_strong", "print_language_label")
        self.language = Switch("print_language", PAPER_LANGUAGES)
        self.language.set_words(*map(_language_name, PAPER_LANGUAGES))
        self.language.chosen.connect(self._choose_language)
        self.room, self.forms = RoomCard(desk), FormsCard(desk)
        self.before, self.after = BeforeCard(desk), AfterCard()
        self.room.wanted.connect(self.wanted)
        self.forms.wanted.connect(self.wanted)
        for card in (self.room, self.forms, self.before, self.after):
            card.ordered.connect(self._show)
        self.strange = Note("print_strange", "alert", "late")
        self.strange.hide()
        self.page = Page("print_page")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        language = QHBoxLayout()
        language.setSpacing(12)
        language.addWidget(self.language_label)
        language.addWidget(self.language)
        language.addStretch(1)
        columns = TwoColumns("print_columns", _STACK_BELOW)
        columns.fill([self.room, self.forms], [self.before, self.after])
        column = self.page.column
        column.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        column.setSpacing(CARD_GAP)
        column.addLayout(language)
        column.addWidget(self.strange)
        column.addWidget(columns)
        column.addStretch(1)
        self.column.addWidget(self.page)

    def refresh(self) -> None:
        """Read what there is to print."""
        self.language.set_value(paper_language(self.desk))
        view = self.desk.ask(courses.get_course, self.course)
        pages = self.desk.ask(paper_pages.paper_pages, self.course, self.language.value())
        lines = self.desk.ask(paper_sittings.sitting_lines, self.course, self.language.value())
        if view is None or pages is None or lines is None:
            return
        self.view = view
        self.forms.show_papers(view, pages, lines)
        for card in (self.room, self.before, self.after):
            card.show_papers(view, pages)
        self._say_strange()
        self._point_out()

    def concerns(self, changes: Changes) -> bool:
        """Follow what makes papers appear, and how many pages they have."""
        return changes.touches(*_SHOWN)

    def first_focus(self) -> QWidget | None:
        """Start at today's sheet or the next one; at the report when the course is over."""
        if not self.room.days:
            return self.room.no_days.button
        row = self.room.primary(self.desk.today())
        return (row or self.after.report).button

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.language_label.setText(self.tr("Language of the papers"))

    def _say_strange(self) -> None:
        """Say before anything is printed whose names would have empty boxes in them."""
        found = self.desk.ask(name_signs.strange_names, self.course) or name_signs.StrangeNames()
        self.strange.setVisible(bool(found.numbers))
        words = self.tr(
            "Papers cannot show the signs {signs} and print empty boxes: No {numbers} on the list."
        )
        numbers = ", ".join(map(str, found.numbers))
        self.strange.words.setText(words.format(signs=" ".join(found.signs), numbers=numbers))

    def _point_out(self) -> None:
        """Fill the one button that is the likeliest."""
        likely = self.first_focus()
        rows = [block.row for block in self.room.day_blocks[:1]] + [self.after.report]
        for row in rows:
            row.button.set_kind(Kind.PRIMARY if row.button is likely else Kind.PLAIN)

    def _choose_language(self, language: str) -> None:
        """Keep the language for the next time, and count pages anew."""
        self.desk.preferences.change(paper_language=language)
        self.refresh()

    def _show(self, order: PaperOrder) -> None:
        if self.view is not None:
            show_order(self.desk, order, self.view.course.code)


def _language_name(code: str) -> str:
    """Return what a language of papers is called: each by its own name."""
    return " + ".join(formats(part).name for part in code.split("+"))
