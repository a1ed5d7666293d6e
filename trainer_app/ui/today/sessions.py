"""The band with the next step, today's sessions with the papers to print for them, the courses of the day."""

from functools import cached_property
from typing import TYPE_CHECKING, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.today.overview import NextKind, NextStep, TodayCourse, TodaySession, TodayView
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.due_items import DUE_ICONS, DueWording
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import SESSION_ROW
from trainer_app.ui.widgets.cards import ActionRow, Card, IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.indicators import Chip, HeadcountBar, Ring
from trainer_app.ui.widgets.labels import SUBJECT, FittingLabel, Retranslated, is_made, label, set_role

if TYPE_CHECKING:
    from trainer_app.actions.papers.papers import CoursePaper

_HEIGHT = 72
_ICONS = {
    NextKind.CREATE_COURSE: "courses",
    NextKind.PLAN_SESSIONS: "today",
    NextKind.ADD_PEOPLE: "people",
    NextKind.MARK: "pen",
    NextKind.COMING: "clock",
    NextKind.DUE: "alert",
    NextKind.INCOMING: "file",
    NextKind.REVIEW: "review",
    NextKind.ISSUE: "certificates",
    NextKind.SEND: "send",
    NextKind.RETENTION: "clock",
    NextKind.NOTHING: "okcircle",
}


class NextStepBand(QFrame):
    """`requested(step)` is emitted by its button, the one filled button of the screen."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("next_step")
        self.setProperty("role", "banner_now")
        stand_at_least(self, _HEIGHT)
        self._step = NextStep()
        self.ring = Ring("next_step_ring")
        self.mark = IconMark("next_step_icon", "okcircle", "accent_text", 28)
        self.caption = FittingLabel("second", "next_step_caption")
        self.title = FittingLabel("card_title", "next_step_title")
        self.button = Button("next_step_button", ButtonKind.PRIMARY)
        self.button.clicked.connect(lambda: self.requested.emit(self._step))
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        words.addWidget(self.caption)
        words.addWidget(self.title)
        words.addStretch(1)
        row = FlowRow(self)
        row.setContentsMargins(18, 8, 16, 6)
        row.setSpacing(16)
        row.addWidget(self.ring)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_step(self, step: NextStep, wording: DueWording, formats: Formats) -> None:
        """Show what comes next."""
        self._step = step
        title = wording.next_step(step)
        counted = step.whole > 0 and step.kind is NextKind.MARK
        self.ring.setVisible(counted)
        self.mark.setVisible(not counted)
        self.ring.set_ring(step.done, step.whole, f"{step.done}/{step.whole}")
        self.mark.set_icon(DUE_ICONS[step.due.kind] if step.due else _ICONS[step.kind], "accent_text")
        caption = wording.next_caption(step, formats)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.title.setText(title)
        act = wording.next_button(step)
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.button.setAccessibleName(f"{act}: {title}" if act else "")
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)


_BUTTON, _TIME, _MARGIN = 180, 56, 20
_BAR, _NARROW_BAR = 132, 72


class SessionRow(QWidget):
    """`opened` asks to open the grid there, `rest_requested` to mark the rest present."""

    opened = Signal(object)
    rest_requested = Signal(object)

    def __init__(self, number: int) -> None:
        super().__init__()
        name = f"session_{number}"
        self.setObjectName(name)
        stand_at_least(self, SESSION_ROW - 1)
        self.session: TodaySession | None = None
        self.start = label("row_title", f"{name}_start")
        self.end = label("caption", f"{name}_end")
        self.topic = FittingLabel("row_title", f"{name}_topic")
        self.chip = Chip(f"{name}_chip")
        self.number = label("second", f"{name}_number")
        self.bar = HeadcountBar(f"{name}_bar")
        self.counts = FittingLabel("second", f"{name}_counts")
        self.button = Button(f"{name}_button")
        self.button.setMinimumWidth(_BUTTON)
        self.button.clicked.connect(self._pressed)
        self._lay_out()

    def _lay_out(self) -> None:
        times = QVBoxLayout()
        times.setSpacing(1)
        times.addStretch(1)
        times.addWidget(self.start)
        times.addWidget(self.end)
        times.addStretch(1)
        first = FlowRow()
        first.setSpacing(10)
        first.addWidget(self.topic)
        first.addWidget(self.chip)
        first.addStretch(1)
        second = FlowRow()
        second.setSpacing(10)
        second.addWidget(self.number)
        second.addWidget(self.bar)
        second.addSpacing(2)
        second.addWidget(self.counts, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addLayout(first)
        words.addLayout(second)
        words.addStretch(1)
        self.start.setMinimumWidth(_TIME)
        row = FlowRow(self)
        row.setContentsMargins(_MARGIN, 6, 16, 6)
        row.setSpacing(12)
        row.addLayout(times)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row

    @cached_property
    def open_button(self) -> IconButton:
        """The small button, made where the large one does not open the session: most open it."""
        made = IconButton(f"{self.objectName()}_open", "right", parent=self)
        made.clicked.connect(self._open)
        # Left of the large button, so that the large ones stand below each other whether it is there or not.
        self._row.insertWidget(self._row.count() - 1, made, 0, Qt.AlignmentFlag.AlignVCenter)
        QWidget.setTabOrder(made, self.button)
        return made

    def show_session(
        self,
        session: TodaySession,
        wording: DueWording,
        formats: Formats,
        *,
        with_course: bool,
    ) -> None:
        """Show a session in the words of the window."""
        self.session = session
        self.start.setText(formats.clock(session.start))
        set_role(self.start, "row_title_now" if session.now else "row_title")
        self.end.setText(wording.until(session, formats))
        self.topic.setText(wording.title(session, formats))
        chip = wording.chip(session)
        self.chip.setVisible(chip is not None)
        if chip is not None:
            self.chip.set_chip(*chip)
        number = wording.number(session, formats, with_course=with_course)
        self.number.setText(number)
        self.number.setVisible(bool(number))
        counts = wording.counts(session)
        self.counts.setText(counts)
        self.bar.set_heads(session.heads, counts)
        self.bar.setVisible(session.state is not SessionState.CANCELLED)
        # The course's code takes the room that the bar gives up; the counts are never cut for it.
        self.bar.setMaximumWidth(_NARROW_BAR if with_course else _BAR)
        text, icon = wording.session_button(session)
        self.button.setText(text)
        self.button.set_icon(icon)
        spoken = ", ".join(part for part in (number, self.topic.text()) if part)
        self.button.setAccessibleName(f"{text}: {spoken}")
        marked = icon == "check"
        # Once it has marked, the same button opens the session: another thing for the second of two presses.
        self.button.setProperty(SUBJECT, f"{session.key} {icon}")
        if marked or is_made(self, "open_button"):
            words = wording.open_words()
            self.open_button.set_words(words)
            self.open_button.setAccessibleName(f"{words}: {spoken}")
            self.open_button.setVisible(marked)
        self.setAccessibleName(f"{self.start.text()} {self.topic.text()}, {counts}")

    def _open(self) -> None:
        if self.session is not None:
            self.opened.emit(self.session)

    def _pressed(self) -> None:
        if self.session is None:
            return
        marks = self.button.icon_name == "check"
        (self.rest_requested if marks else self.opened).emit(self.session)


class NoSession(QWidget):
    """What stands in the card when there is no session today."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("no_session")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = FittingLabel("body", "no_session_title")
        self.second = FittingLabel("caption", "no_session_second")
        self.button = Button("no_session_open")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        row = FlowRow(self)
        row.setContentsMargins(_MARGIN, 14, 16, 14)
        row.addLayout(words, 1)
        row.addWidget(self.button)


class SessionsCard(Retranslated, Card):
    """Rows for the sessions of all courses that run today, in the order of time."""

    opened = Signal(object)
    rest_requested = Signal(object)
    course_requested = Signal(str)

    def __init__(self, context: AppContext, wording: DueWording) -> None:
        super().__init__("sessions")
        self._context = context
        self._wording = wording
        self._view = TodayView(context.today())
        self.rows: list[SessionRow] = []
        self.nothing = NoSession()
        self.nothing.button.clicked.connect(self._open_course)
        self.prints = label("second", "sessions_prints")
        self.sign_in = Button("print_sign_in", ButtonKind.GHOST, "print")
        self.sign_in.clicked.connect(self._print_sign_in)
        self.badges = Button("print_badges", ButtonKind.GHOST, "badge")
        self.badges.clicked.connect(self._print_badges)
        self.cards = Button("print_table_cards", ButtonKind.GHOST, "user")
        self.cards.clicked.connect(self._print_cards)
        withhold("papers/sign_in/sign_in", self.sign_in)
        withhold("papers/course_papers/badges", self.badges)
        withhold("papers/course_papers/table_cards", self.cards)
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
        several = bool(view.others)
        for index, session in enumerate(view.sessions):
            # Said before it is among others: its looks are then looked up once.
            row = self.rows[index] if index < len(self.rows) else self._new_row()
            row.show_session(session, self._wording, self._context.formats, with_course=several)
            if index == len(self.rows):
                self.insert_row(index, row)
                self.rows.append(row)
        for index, row in enumerate(self.rows):
            self.show_row(row, shown=index < len(view.sessions))
        self.show_row(self.nothing, shown=not view.sessions)
        if self._foot is not None:
            self.show_row(self._foot, shown=bool(view.sessions))
        self._say_nothing()

    @override
    def retranslate(self) -> None:
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
        place = self._wording.place(course, self._context.formats) if course else ""
        self.nothing.second.setText(place)
        self.nothing.second.setVisible(bool(place))
        self.nothing.button.setVisible(course is not None)

    def _new_row(self) -> SessionRow:
        row = SessionRow(len(self.rows) + 1)
        row.opened.connect(self.opened)
        row.rest_requested.connect(self.rest_requested)
        return row

    def _open_course(self) -> None:
        if self._view.course is not None:
            self.course_requested.emit(self._view.course.key)

    def _print_sign_in(self) -> None:
        """Make the day's sheet of the course that is in the room now, or comes first."""
        # Here and not above: papers are loaded when one is wanted, the first screen does not wait for them.
        from trainer_app.actions.papers.papers import Chosen
        from trainer_app.actions.papers.sign_in import ON_DAY, SIGN_IN
        from trainer_app.ui.kit.papers import order_of

        context, session = self._context, self._in_the_room()
        language = context.language.code
        order = order_of(context, SIGN_IN, session.course, Chosen({ON_DAY: self._view.day}))
        file = order.called(session.course_code, language).file
        context.run(
            order.words,
            lambda work, _progress: order.make(work, language),
            done=lambda data: context.show_paper(PrintablePdf(data, order.words, file)),
            writes=False,
        )

    def _print_badges(self) -> None:
        from trainer_app.actions.papers.course_papers import BADGES

        self._print(BADGES)

    def _print_cards(self) -> None:
        from trainer_app.actions.papers.course_papers import TABLE_CARDS

        self._print(TABLE_CARDS)

    def _print(self, paper: "CoursePaper") -> None:
        """Show a paper for everybody of the course that is in the room now, or comes first."""
        from trainer_app.ui.kit.papers import order_of, show_order

        session = self._in_the_room()
        order = order_of(self._context, paper, session.course)
        # By its name: the file of table cards is called "cards" from here, "table-cards" from the tab Print.
        show_order(self._context, replace(order, file=paper.name), session.course_code)

    def _in_the_room(self) -> TodaySession:
        sessions = self._view.sessions
        return next((each for each in sessions if each.now), sessions[0])


_MOST_COURSES = 6
"""Courses that are seen at once; the list of courses has all of them."""


class CoursesTodayCard(Retranslated, Card):
    """The office stands in no room: a row for each course of the day, and how far its marks have come."""

    course_requested = Signal(str)
    list_requested = Signal()

    def __init__(self, context: AppContext, wording: DueWording) -> None:
        super().__init__("courses_today")
        self._context = context
        self._wording = wording
        self._view = TodayView(context.today())
        self.rows: list[ActionRow] = []
        self.every = Button("courses_today_all", ButtonKind.GHOST)
        self.every.clicked.connect(self.list_requested)
        self.add_to_head(self.every)
        self.head.setContentsMargins(20, 0, 10, 0)
        self.nothing = NoSession()
        self.nothing.button.clicked.connect(self._open_first)
        self.add_row(self.nothing)
        self.retranslate()

    def show_view(self, view: TodayView) -> None:
        """Show the courses of a day."""
        self._view = view
        running = self._running()
        while len(self.rows) < len(running):
            self._add_row()
        for row, course in zip(self.rows, running, strict=False):
            title = " · ".join((course.code, course.title.best(self._context.language.code)))
            #: A button
            row.set_row(title, self._second(course), self.tr("Open"))
        for index, row in enumerate(self.rows):
            self.show_row(row, shown=index < len(running))
        self.show_row(self.nothing, shown=not running)
        self._say_nothing()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Today's courses"))
        self.every.setText(self.tr("All courses"))
        self.nothing.button.setText(self.tr("Open the course"))
        self.show_view(self._view)

    def _running(self) -> list[TodayCourse]:
        view = self._view
        if view.course is None or not view.running:
            return []
        return [view.course, *view.others][:_MOST_COURSES]

    def _second(self, course: TodayCourse) -> str:
        """Return "Dushanbe · day 4 of 4 · marked in full: 2 of 3 sessions"."""
        day = self.tr("day {day} of {days}").format(day=course.day_number, days=course.days)
        held = [
            each
            for each in self._view.sessions
            if each.course == course.key and each.state is not SessionState.CANCELLED
        ]
        marked = sum(each.complete for each in held)
        sessions = self.tr("sessions of today marked in full: {marked} of {count}")
        sessions = sessions.format(marked=marked, count=len(held)) if held else self.tr("no session today")
        return " · ".join(part for part in (course.town, day, sessions) if part)

    def _say_nothing(self) -> None:
        course = self._view.course
        self.nothing.title.setText(self.tr("No course runs today"))
        place = self._wording.place(course, self._context.formats) if course else ""
        self.nothing.second.setText(place)
        self.nothing.second.setVisible(bool(place))
        self.nothing.button.setVisible(course is not None)

    def _add_row(self) -> None:
        place = len(self.rows)
        row = ActionRow(f"course_today_{place + 1}", "courses")
        row.button.clicked.connect(lambda: self.course_requested.emit(self._running()[place].key))
        self.insert_row(place, row)
        self.rows.append(row)

    def _open_first(self) -> None:
        if self._view.course is not None:
            self.course_requested.emit(self._view.course.key)
