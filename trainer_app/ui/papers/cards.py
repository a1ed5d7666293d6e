"""The cards of papers by stage: before the course, in the room today, at the end of the course."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.actions.certificates import printing
from trainer_app.actions.office import reports
from trainer_app.actions.papers import papers
from trainer_app.actions.papers.papers import PaperPages
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseView, Session, read_numbers
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.papers import PaperOrder
from trainer_app.ui.papers.rows import PaperBlock, PaperRow, SubRow
from trainer_app.ui.widgets.cards import ActionRow, Card
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.labels import Retranslated, rule

_FIELD = 150


class BeforeCourseCard(Retranslated, Card):
    """`requested` asks for a paper."""

    requested = Signal(object)

    def __init__(self, desk: AppContext) -> None:
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
        self.new = self.desk.ask(papers.new_badges, self.course) or []
        printed = bool(self.desk.ask(papers.any_printed, self.course))
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
        self.requested.emit(
            PaperOrder(
                self.tr("Agenda"), "agenda", lambda work, language: papers.agenda(work, course, language)
            )
        )

    def _show_cards(self) -> None:
        course = self.course
        self.requested.emit(
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
        self.requested.emit(
            PaperOrder(
                self.tr("Badges"),
                "badges" if chosen is None else "badges-some",
                lambda work, language: papers.badges(work, course, language, chosen),
                kept=lambda: papers.remember_badges(desk.work, course, chosen),
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
        enrolments = self.desk.ask(papers.with_numbers, self.course, numbers)
        if enrolments is None:
            self.numbers.setFocus()
        else:
            self._show_badges(enrolments)


_FEW = 5
"""Days up to which all are shown at once; of more, all but the first fold away."""


class RoomPapersCard(Retranslated, Card):
    """`requested` asks for a paper, `tab_requested` for another tab."""

    requested = Signal(object)
    tab_requested = Signal(str)

    def __init__(self, desk: AppContext) -> None:
        super().__init__("print_sheets")
        self.desk = desk
        self.course = ""
        self.days: tuple[date, ...] = ()
        self.day_blocks: list[PaperBlock] = []
        self.session_rows: list[list[SubRow]] = []
        self._rules: list[QWidget] = []
        self.no_days = ActionRow("print_no_days", "today")
        self.no_days.button.clicked.connect(lambda: self.tab_requested.emit("schedule"))
        self.others = PaperBlock(PaperRow("print_other_days", "today", fold=True))
        self.others.row.button.hide()
        self.others.rows.setContentsMargins(0, 0, 0, 0)
        self.phone = Tick("print_registration_phone")
        self.registration = PaperRow("print_registration", "adduser", option=self.phone)
        self.registration.shown.connect(self._show_registration)
        for row in (self.no_days, self.others, self.registration):
            self.add_row(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.set_title(self.tr("For the room today"))
        self.no_days.set_row(
            self.tr("No sessions yet"),
            self.tr("A sheet needs sessions to sign for."),
            self.tr("Plan sessions"),
        )
        self.phone.setText(self.tr("Telephone"))
        self.phone.setToolTip(self.tr("Ask for the telephone number too"))
        self.phone.setAccessibleDescription(self.phone.toolTip())
        pages = self.tr("%n page(s)", "", 1)
        forms = self.tr("for walk-ins")
        self.registration.set_row(self.tr("Registration forms"), f"{forms} · {pages}", self.tr("Show"))

    def show_papers(self, view: CourseView, pages: PaperPages) -> None:
        """Show the days of a course."""
        if view.course.key != self.course:
            self.course = view.course.key
            for block in (*self.day_blocks, self.others):
                block.set_open(open_=False)
        self.days = pages.days(self.desk.today())
        while len(self.day_blocks) < len(self.days):
            self._add_day()
        many = len(self.days) > _FEW
        self.show_row(self.no_days, shown=not self.days)
        self.show_row(self.others, shown=len(self.days) > 1)
        self.others.row.setVisible(many)
        if not many:
            self.others.set_open(open_=True)
        self.others.row.words.set_lines(self.tr("Other days"), self.tr("%n day(s)", "", len(self.days) - 1))
        self.others.row.fold.set_words(self.tr("Show the other days"))
        for place, block in enumerate(self.day_blocks):
            shown = place < len(self.days)
            block.setVisible(shown)
            if place > 1:
                self._rules[place - 2].setVisible(shown)
            if shown:
                self._show_day(place, view, pages)
        if self.day_blocks:
            self.show_row(self.day_blocks[0], shown=bool(self.days))

    def primary(self, today: date) -> PaperRow | None:
        """Return the row of today's or the next day's sheet; None when the course is over."""
        return self.day_blocks[0].row if self.days and self.days[0] >= today else None

    def _add_day(self) -> None:
        """Add a place for a day: the first stands in the card, all others can be folded away together."""
        place = len(self.day_blocks)
        block = PaperBlock(PaperRow(f"print_day_{place}", "today", fold=True))
        block.row.shown.connect(lambda: self._show_sheet(self.days[place]))
        self.day_blocks.append(block)
        self.session_rows.append([])
        if place == 0:
            self.insert_row(0, block)
            return
        if place > 1:
            self._rules.append(rule(f"print_day_{place}_rule"))
            self.others.rows.addWidget(self._rules[-1])
        self.others.rows.addWidget(block)

    def _show_day(self, place: int, view: CourseView, pages: PaperPages) -> None:
        day, block = self.days[place], self.day_blocks[place]
        sessions = [
            session for session in view.sessions if session.day == day and session.key in pages.session_sheets
        ]
        number = self.tr("Day {number}").format(number=sorted(self.days).index(day) + 1)
        formats = self.desk.formats
        weekday = formats.weekdays[day.weekday()]
        title = f"{number} · {weekday[0].upper()}{weekday[1:]}, {formats.day(day)}"
        parts = [self.tr("sign-in sheet")]
        if day == self.desk.today():
            parts.append(self.tr("today"))
        parts.append(self.tr("%n page(s)", "", pages.sheets[day]))
        block.row.set_row(title, " · ".join(parts), self.tr("Show"))
        name = self.tr("Sign-in sheet")
        block.row.button.setAccessibleName(f"{name}: {title}")
        block.row.fold.set_words(self.tr("Sheets of single sessions: {day}").format(day=title))
        self._show_sessions(block, place, sessions, pages)

    def _show_sessions(
        self, block: PaperBlock, place: int, sessions: list[Session], pages: PaperPages
    ) -> None:
        """Show a row for each session of a day."""
        rows = self.session_rows[place]
        while len(rows) < len(sessions):
            row = SubRow(f"print_day_{place}_session_{len(rows)}")
            row.button.clicked.connect(partial(self._show_session, row))
            block.rows.addWidget(row)
            rows.append(row)
        for index, row in enumerate(rows):
            row.setVisible(index < len(sessions))
            if index < len(sessions):
                self._fill_session(row, sessions[index], pages)

    def _fill_session(self, row: SubRow, session: Session, pages: PaperPages) -> None:
        number = self.tr("Session {number}").format(number=session.number)
        hours = self.desk.formats.times(session.start, session.end)
        topic = session.topic.best(self.desk.language.code)
        count = self.tr("%n page(s)", "", pages.session_sheets[session.key])
        second = " · ".join(part for part in (topic, count) if part)
        row.set_row(f"{number} · {hours}", second, self.tr("Show"))
        row.setProperty("session", session.key)
        row.setProperty("session_number", session.number)

    def _show_sheet(self, day: date) -> None:
        words = f"{self.tr('Sign-in sheet')} · {self.desk.formats.weekday_short(day)}"
        course = self.course
        self.requested.emit(
            PaperOrder(
                words,
                f"sign-in-{day:%Y-%m-%d}",
                lambda work, language: papers.sign_in(work, course, day, language),
            )
        )

    def _show_session(self, row: SubRow) -> None:
        course, session, number = (
            self.course,
            str(row.property("session")),
            int(row.property("session_number")),
        )
        words = f"{self.tr('Sign-in sheet')} · {self.tr('Session {number}').format(number=number)}"
        self.requested.emit(
            PaperOrder(
                words,
                f"sign-in-session-{number}",
                lambda work, language: papers.sign_in(work, course, None, language, session=session),
            )
        )

    def _show_registration(self) -> None:
        course, phone = self.course, self.phone.isChecked()
        self.requested.emit(
            PaperOrder(
                self.tr("Registration forms"),
                "registration",
                lambda work, language: papers.registration_form(work, course, language, phone=phone),
            )
        )


class AfterCourseCard(Retranslated, Card):
    """`requested` asks for a paper."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__("print_after")
        self.course = ""
        self.proof = PaperRow("print_proof", "pen")
        self.receipts = PaperRow("print_receipts", "receipt")
        self.names = Tick("print_report_names")
        self.names.setChecked(True)
        self.report = PaperRow("print_report", "file", option=self.names)
        self.proof.shown.connect(self._show_proof)
        self.receipts.shown.connect(self._show_receipts)
        self.report.shown.connect(self._show_report)
        for row in (self.proof, self.receipts, self.report):
            self.add_row(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.set_title(self.tr("After the course"))
        self.names.setText(self.tr("With names"))
        self.names.setToolTip(self.tr("Name the participants in the annex"))
        self.names.setAccessibleDescription(self.names.toolTip())

    def show_papers(self, view: CourseView, pages: PaperPages) -> None:
        """Show what can be printed for a course."""
        self.course = view.course.key
        about = self.tr("about %n page(s)", "", pages.report)
        self.report.set_row(self.tr("Report on the course"), about, self.tr("Show"))
        self.proof.set_row(
            self.tr("Name proof list"),
            self.tr("%n page(s), to be signed before printing", "", pages.proof),
            self.tr("Show"),
        )
        self.proof.button.setEnabled(pages.people > 0)
        some = self.tr("%n page(s), to be signed when handed out", "", pages.receipts)
        none = self.tr("no certificate is issued yet")
        self.receipts.set_row(
            self.tr("Certificate receipt list"), some if pages.receipts else none, self.tr("Show")
        )
        self.receipts.button.setEnabled(pages.receipts > 0)

    def _show_proof(self) -> None:
        course = self.course
        self.requested.emit(
            PaperOrder(
                self.tr("Name proof list"),
                "proof",
                lambda work, language: printing.proof_paper(work, course, language),
            )
        )

    def _show_receipts(self) -> None:
        course = self.course
        self.requested.emit(
            PaperOrder(
                self.tr("Certificate receipt list"),
                "receipts",
                lambda work, language: printing.receipt_paper(work, course, language),
            )
        )

    def _show_report(self) -> None:
        course, names = self.course, self.names.isChecked()
        self.requested.emit(
            PaperOrder(
                self.tr("Report on the course"),
                "report",
                lambda work, language: reports.course_report(work, course, language, names=names),
            )
        )
