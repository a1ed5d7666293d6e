"""Today's sessions in one card, with the papers to print for them below."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from trainer_app.actions.workplace import Role, Workplace
from trainer_app.domain.today import TodaySession, TodayView
from trainer_app.ui.papers.papers import PaperOrder, show_order
from trainer_app.ui.shell.desk import Desk, Paper
from trainer_app.ui.today.session_row import NoSession, SessionRow
from trainer_app.ui.today.wording import Wording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class SessionsCard(Retranslated, Card):
    """Rows for the sessions of all courses that run today, in the order of time."""

    opened = Signal(object)
    rest_asked = Signal(object)
    course_asked = Signal(str)

    def __init__(self, desk: Desk, wording: Wording) -> None:
        super().__init__("sessions")
        self._desk = desk
        self._wording = wording
        self._view = TodayView(desk.today())
        self.rows: list[SessionRow] = []
        self.nothing = NoSession()
        self.nothing.button.clicked.connect(self._open_course)
        self.prints = label("second", "sessions_prints")
        self.sign_in = Button("print_sign_in", Kind.GHOST, "print")
        self.sign_in.clicked.connect(self._print_sign_in)
        self.badges = Button("print_badges", Kind.GHOST, "badge")
        self.badges.clicked.connect(self._print_badges)
        self.cards = Button("print_table_cards", Kind.GHOST, "user")
        self.cards.clicked.connect(self._print_cards)
        self.add_row(self.nothing)
        foot = self.add_foot(height=52)
        foot.addWidget(self.prints)
        foot.addStretch(1)
        for button in (self.sign_in, self.badges, self.cards):
            foot.addWidget(button)
        self._foot = self.prints.parentWidget()
        self.retranslate()

    def show_view(self, view: TodayView) -> None:
        """Show the sessions of a day."""
        self._view = view
        while len(self.rows) < len(view.sessions):
            self._add_session_row()
        several = bool(view.others)
        formats = self._desk.formats
        for place, row in enumerate(self.rows):
            shown = place < len(view.sessions)
            self.show_row(row, shown=shown)
            if shown:
                row.show_session(
                    view.sessions[place],
                    self._wording,
                    formats,
                    with_course=several,
                    marks=self._desk.work.role is Role.TRAINER,
                )
        self.show_row(self.nothing, shown=not view.sessions)
        if self._foot is not None:
            self.show_row(self._foot, shown=bool(view.sessions))
        self._say_nothing()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Today's sessions"))
        self.prints.setText(self.tr("Print for today"))
        self.sign_in.setText(self.tr("Sign-in sheet"))
        self.badges.setText(self.tr("Badges"))
        self.cards.setText(self.tr("Table cards"))
        self.nothing.button.setText(self.tr("Open the course"))
        self._say_nothing()

    def _say_nothing(self) -> None:
        course = self._view.course
        self.nothing.title.setText(self.tr("No session today"))
        place = self._wording.place(course, self._desk.formats) if course else ""
        self.nothing.second.setText(place)
        self.nothing.second.setVisible(bool(place))
        self.nothing.button.setVisible(course is not None)

    def _add_session_row(self) -> None:
        row = SessionRow(len(self.rows) + 1)
        row.opened.connect(self.opened)
        row.rest_asked.connect(self.rest_asked)
        self.insert_row(len(self.rows), row)
        self.rows.append(row)

    def _open_course(self) -> None:
        if self._view.course is not None:
            self.course_asked.emit(self._view.course.key)

    def _print_sign_in(self) -> None:
        """Make the day's sheet of the course that is in the room now, or comes first."""
        # Papers are loaded when one is wanted, so that the first screen does not wait for them.
        from trainer_app.actions import papers

        view, desk = self._view, self._desk
        session = self._in_the_room()
        language = desk.language.code
        title = self.tr("Sign-in sheet")
        file = f"{session.course_code}-{view.day.isoformat()}-sign-in.pdf"
        desk.run(
            title,
            lambda work, _progress: papers.sign_in(work, session.course, view.day, language),
            done=lambda data: desk.show_paper(Paper(data, title, file)),
            writes=False,
        )

    def _print_badges(self) -> None:
        from trainer_app.actions import badges

        self._print(self.badges.text(), "badges", badges.badges)

    def _print_cards(self) -> None:
        from trainer_app.actions import table_cards

        self._print(self.cards.text(), "cards", table_cards.table_cards)

    def _print(self, words: str, stem: str, make: Callable[[Workplace, str, str], bytes]) -> None:
        """Make a paper for everybody of the course that is in the room now, or comes first."""
        session = self._in_the_room()
        order = PaperOrder(words, stem, lambda work, language: make(work, session.course, language))
        show_order(self._desk, order, session.course_code)

    def _in_the_room(self) -> TodaySession:
        sessions = self._view.sessions
        return next((each for each in sessions if each.now), sessions[0])
