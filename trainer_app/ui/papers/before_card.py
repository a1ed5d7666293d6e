"""Before the course: the agenda, badges, and table cards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from trainer_app.actions import badge_prints, papers
from trainer_app.actions.paper_pages import PaperPages
from trainer_app.domain.courses import CourseView
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.number_lists import read_numbers
from trainer_app.ui.papers.paper_row import PaperBlock, PaperRow, SubRow
from trainer_app.ui.papers.papers import PaperOrder
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated

_FIELD = 150


class BeforeCard(Retranslated, Card):
    """`ordered` asks for a paper."""

    ordered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("print_before")
        self.desk = desk
        self.course = ""
        self.new: list[str] = []
        self.agenda = PaperRow("print_agenda", "courses")
        self.agenda.shown.connect(self._show_agenda)
        self.badges = PaperBlock(PaperRow("print_badges", "badge", fold=True))
        self.badges.row.shown.connect(lambda: self._show_badges(None))
        self.new_badges = SubRow("print_badges_new")
        self.new_badges.button.clicked.connect(lambda: self._show_badges(self.new))
        self.numbers = QLineEdit()
        self.numbers.setObjectName("print_badges_numbers")
        self.numbers.setFixedWidth(_FIELD)
        self.numbers.returnPressed.connect(self._show_chosen)
        self.chosen = SubRow("print_badges_chosen", self.numbers)
        self.chosen.button.clicked.connect(self._show_chosen)
        for row in (self.new_badges, self.chosen):
            self.badges.rows.addWidget(row)
        self.cards = PaperRow("print_cards", "user")
        self.cards.shown.connect(self._show_cards)
        for each in (self.agenda, self.badges, self.cards):
            self.add_row(each)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.set_title(self.tr("Before the course"))
        self.badges.row.fold.set_words(self.tr("Badges of some people only"))
        self.numbers.setPlaceholderText(self.tr("1, 4, 7–9"))
        self.numbers.setAccessibleName(self.tr("Numbers on the list"))

    def show_papers(self, view: CourseView, pages: PaperPages) -> None:
        """Show what can be printed for a course."""
        fresh = view.course.key != self.course
        self.course = view.course.key
        self.new = self.desk.ask(badge_prints.new_badges, self.course) or []
        printed = bool(self.desk.ask(badge_prints.any_printed, self.course))
        later = len(self.new) if printed else 0
        if fresh:
            self.numbers.clear()
            self.badges.set_open(open_=later > 0)
        self._show_agenda_row(pages.agenda)
        badges = self.tr("%n badge(s), eight on a page", "", pages.people)
        if not pages.people:
            badges = self.tr("nobody is on the list yet: empty ones, to fill in by hand")
        self.badges.row.set_row(self.tr("Badges"), self._with_pages(badges, pages.badges), self.tr("Show"))
        self._show_new(later, printed, pages)
        self.chosen.set_row(
            self.tr("Chosen numbers"), self.tr("as on the list of participants"), self.tr("Show")
        )
        cards = self.tr("%n name(s), to fold and stand on the table", "", pages.people)
        self.cards.set_row(self.tr("Table cards"), self._with_pages(cards, pages.cards), self.tr("Show"))

    def _show_agenda_row(self, pages: int) -> None:
        words = self.tr("days, times, topics and trainers, to hand out")
        second = self._with_pages(words, pages) if pages else self.tr("needs sessions: plan them first")
        self.agenda.set_row(self.tr("Agenda"), second, self.tr("Show"))
        self.agenda.button.setEnabled(pages > 0)

    def _show_new(self, later: int, printed: bool, pages: PaperPages) -> None:
        """Say who came onto the list since badges were printed here last."""
        if later:
            count = self.tr("%n person(s)", "", later)
            second = self._with_pages(count, pages.badges_of(later))
        elif printed:
            second = self.tr("nobody since the last print")
        else:
            second = self.tr("no badges were printed on this computer yet")
        self.new_badges.set_row(self.tr("Added since the last print"), second, self.tr("Show"))
        self.new_badges.button.setEnabled(later > 0)

    def _with_pages(self, words: str, pages: int) -> str:
        count = self.tr("%n page(s)", "", pages)
        return f"{words} · {count}"

    def _show_agenda(self) -> None:
        course = self.course
        self.ordered.emit(
            PaperOrder(
                self.tr("Agenda"), "agenda", lambda work, language: papers.agenda(work, course, language)
            )
        )

    def _show_cards(self) -> None:
        course = self.course
        self.ordered.emit(
            PaperOrder(
                self.tr("Table cards"),
                "table-cards",
                lambda work, language: papers.table_cards(work, course, language),
            )
        )

    def _show_badges(self, enrolments: Sequence[str] | None) -> None:
        """Ask for badges; once they are printed or saved, it is kept whose they were."""
        course, desk = self.course, self.desk
        chosen = None if enrolments is None else list(enrolments)
        self.ordered.emit(
            PaperOrder(
                self.tr("Badges"),
                "badges" if chosen is None else "badges-some",
                lambda work, language: papers.badges(work, course, language, chosen),
                kept=lambda: badge_prints.remember_badges(desk.work, course, chosen),
            )
        )

    def _show_chosen(self) -> None:
        """Read the numbers; what cannot be read stays in the field."""
        try:
            numbers = read_numbers(self.numbers.text())
        except TrainerError as error:
            self.desk.tell_error(error)
            self.numbers.setFocus()
            return
        enrolments = self.desk.ask(badge_prints.with_numbers, self.course, numbers)
        if enrolments is None:
            self.numbers.setFocus()
        else:
            self._show_badges(enrolments)
