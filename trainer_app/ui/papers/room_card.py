"""For the room today: the sign-in sheets, today's first, and forms for people who come unasked."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import papers
from trainer_app.actions.paper_pages import PaperPages
from trainer_app.domain.courses import CourseView, Session
from trainer_app.ui.papers.paper_row import PaperBlock, PaperRow, SubRow
from trainer_app.ui.papers.papers import PaperOrder
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ActionRow

_FEW = 5
"""Days up to which all are shown at once; of more, all but the first fold away."""


class RoomCard(Retranslated, Card):
    """`ordered` asks for a paper, `wanted` for another tab."""

    ordered = Signal(object)
    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("print_sheets")
        self.desk = desk
        self.course = ""
        self.days: tuple[date, ...] = ()
        self.day_blocks: list[PaperBlock] = []
        self.session_rows: list[list[SubRow]] = []
        self._rules: list[QWidget] = []
        self.no_days = ActionRow("print_no_days", "today")
        self.no_days.button.clicked.connect(lambda: self.wanted.emit("schedule"))
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
        self.ordered.emit(
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
        self.ordered.emit(
            PaperOrder(
                words,
                f"sign-in-session-{number}",
                lambda work, language: papers.sign_in(work, course, None, language, session=session),
            )
        )

    def _show_registration(self) -> None:
        course, phone = self.course, self.phone.isChecked()
        self.ordered.emit(
            PaperOrder(
                self.tr("Registration forms"),
                "registration",
                lambda work, language: papers.registration_form(work, course, language, phone=phone),
            )
        )
