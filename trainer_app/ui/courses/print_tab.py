"""Papers of a course: the sign-in sheet of each day, the report; each in the language that is chosen."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions import courses, papers, reports
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Progress
from trainer_app.domain.courses import CourseView, SessionState
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.courses.papers import sign_in_paper
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.shell.desk import Desk, Paper
from trainer_app.ui.shell.language import formats
from trainer_app.ui.shell.tokens import CARD_GAP, WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.page import Page
from trainer_app.ui.widgets.rows import ActionRow

_WIDTH, _BUTTON = 820, 132


class PrintTab(CourseTab):
    """Only papers that this program can print stand here; certificates have their own tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("print", desk)
        self.days: list[date] = []
        self.view: CourseView | None = None
        self.language_label = label("body_strong", "print_language_label")
        self.language = Switch("print_language", LANGUAGES)
        self.language.set_words(*(formats(code).name for code in LANGUAGES))
        self.language.set_value(desk.language.code)
        self.sheets = Card("print_sheets")
        self.day_rows: list[ActionRow] = []
        self.no_days = ActionRow("print_no_days", "today")
        self.no_days.button.clicked.connect(lambda: self.wanted.emit("schedule"))
        self.sheets.add_row(self.no_days)
        self.others = Card("print_others")
        self.report = ActionRow("print_report", "file", Kind.PLAIN)
        self.report.button.set_icon("print")
        self.report.button.setMinimumWidth(_BUTTON)
        self.others.add_row(self.report)
        self.report.button.clicked.connect(self.show_report)
        self.page = Page("print_page")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        language = QHBoxLayout()
        language.setSpacing(12)
        language.addWidget(self.language_label)
        language.addWidget(self.language)
        language.addStretch(1)
        column = self.page.column
        column.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        column.setSpacing(CARD_GAP)
        column.addLayout(language)
        for card in (self.sheets, self.others):
            card.setMaximumWidth(_WIDTH)
            column.addWidget(card)
        column.addStretch(1)
        self.column.addWidget(self.page)

    def refresh(self) -> None:
        """Read which days have a sheet."""
        view = self.desk.ask(courses.get_course, self.course)
        if view is None:
            return
        self.view = view
        self.days = self.desk.ask(papers.sign_in_days, self.course) or []
        while len(self.day_rows) < len(self.days):
            self._add_day_row()
        for place, row in enumerate(self.day_rows):
            self.sheets.show_row(row, shown=place < len(self.days))
        self.sheets.show_row(self.no_days, shown=not self.days)
        for place, day in enumerate(self.days):
            self._show_day(place, day, view)

    def concerns(self, changes: Changes) -> bool:
        """Follow what makes sheets appear and disappear."""
        return changes.touches("session", "course")

    def first_focus(self) -> QWidget | None:
        """Start at today's sheet, else at the first."""
        if not self.days:
            return self.no_days.button
        today = self.desk.today()
        place = self.days.index(today) if today in self.days else 0
        return self.day_rows[place].button

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.language_label.setText(self.tr("Language of the papers"))
        self.sheets.set_title(self.tr("Sign-in sheets"))
        self.no_days.set_row(
            self.tr("No sessions yet"),
            self.tr("A sheet needs sessions to sign for."),
            self.tr("Plan sessions"),
        )
        self.others.set_title(self.tr("Other papers"))
        self.report.set_row(
            self.tr("Report on the course"),
            self.tr("participants, women, hours, results, with the list behind them"),
            self.tr("Show"),
        )

    # What a person does

    def show_sheet(self, day: date) -> None:
        """Show the sign-in sheet of a day."""
        paper = sign_in_paper(self.desk, self.course, day, self.language.value())
        if paper is not None:
            self.desk.show_paper(paper)

    def show_report(self) -> None:
        """Count and lay out the report in the background, then show it."""
        course, language = self.course, self.language.value()

        def make(work: Workplace, _progress: Progress) -> bytes:
            return papers.print_report(reports.report(work, course=course), language)

        self.desk.run(self.tr("Making the report"), make, done=self._show_report, writes=False)

    def _show_report(self, data: Any) -> None:
        if self.view is not None:
            code = self.view.course.code
            words = self.tr("Report on the course")
            title = f"{words} · {code}"
            self.desk.show_paper(Paper(data, title, f"{code}-report-{self.language.value()}.pdf"))

    def _add_day_row(self) -> None:
        place = len(self.day_rows)
        row = ActionRow(f"print_day_{place}", "today", Kind.PLAIN)
        row.button.set_icon("print")
        row.button.setMinimumWidth(_BUTTON)
        row.button.clicked.connect(lambda: self.show_sheet(self.days[place]))
        self.day_rows.append(row)
        self.sheets.insert_row(place, row)

    def _show_day(self, place: int, day: date, view: CourseView) -> None:
        shown = self.desk.formats
        today = self.desk.today() == day
        count = sum(
            1 for each in view.sessions if each.day == day and each.state is not SessionState.CANCELLED
        )
        number = self.tr("Day {number}").format(number=place + 1)
        title = f"{number} · {shown.day_title(day)}"
        sessions = self.tr("%n session(s)", "", count)
        now = self.tr("today")
        second = f"{now} · {sessions}" if today else sessions
        self.day_rows[place].set_row(title, second, self.tr("Show"))
        self.day_rows[place].button.set_kind(Kind.PRIMARY if today else Kind.PLAIN)


def create(desk: Desk) -> CourseTab:
    """Make the tab."""
    return PrintTab(desk)
