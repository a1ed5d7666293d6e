"""Today: where we are, the next thing to do, today's sessions, what has not reached the office."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import attendance, today
from trainer_app.actions.workplace import Role
from trainer_app.domain.today import Due, NextKind, NextStep, TodaySession, TodayView
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys, Screen
from trainer_app.ui.shell.taking_in import TakingIn
from trainer_app.ui.today import places
from trainer_app.ui.today.answer_panel import AnswerPanel
from trainer_app.ui.today.backup_card import BackupCard
from trainer_app.ui.today.day_clock import DayClock
from trainer_app.ui.today.due_card import DueCard
from trainer_app.ui.today.from_office_card import FromOfficeCard
from trainer_app.ui.today.history_card import HistoryCard
from trainer_app.ui.today.leaving_card import LeavingCard
from trainer_app.ui.today.next_step import NextStepBand
from trainer_app.ui.today.office_card import OfficeCard
from trainer_app.ui.today.sessions_card import SessionsCard
from trainer_app.ui.today.wording import Wording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.columns import TwoColumns
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.page import Page
from trainer_app.ui.widgets.search import SearchField

_SIDE, _STACK_BELOW = 336, 960


class TodayScreen(Screen):
    """The first screen. Everything on it leads somewhere; nothing is typed here but a name to find."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("today", desk)
        self.view = TodayView(desk.today())
        self.wording = Wording(self)
        self.header = PageHeader("today_header")
        self.search = SearchField("today_search")
        self.header.add_action(self.search)
        self.next_step = NextStepBand()
        self.sessions = SessionsCard(desk, self.wording)
        self.due = DueCard(self.wording)
        self.office = OfficeCard(desk, office=desk.work.role is Role.OFFICE)
        self.from_office = FromOfficeCard(desk)
        self.leaving = LeavingCard(desk)
        self.backup = BackupCard(desk)
        self.recent = HistoryCard(desk)
        self.empty = EmptyState("today_empty", "courses")
        self.create_button = Button("today_create_course", Kind.PRIMARY, "plus")
        self.take_in = Button("today_take_in", Kind.PLAIN, "file")
        self.empty.add_button(self.create_button)
        self.empty.add_button(self.take_in)
        self.clock = DayClock(desk, self)
        self.page = Page("today_page")
        self.body = QStackedWidget()
        self.body.setObjectName("today_body")
        self._lay_out()
        self.answer = AnswerPanel(desk, self)
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        columns = TwoColumns("today_columns", _STACK_BELOW, _SIDE)
        columns.fill([self.sessions, self.due, self.recent], [self.office, self.backup])
        full = QWidget()
        full.setObjectName("today_full")
        column = self._full = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.next_step)
        column.addWidget(self.from_office)
        column.addWidget(self.leaving)
        column.addWidget(columns, 1)
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        self.page.column.addWidget(self.header)
        self.page.column.addWidget(self.body, 1)
        self.page.column.setSpacing(14)
        self.column.addWidget(self.page)

    def _connect(self) -> None:
        self.search.returnPressed.connect(self._find)
        self.next_step.asked.connect(self._do_next)
        self.sessions.opened.connect(self._open_session)
        self.sessions.rest_asked.connect(self._mark_rest)
        self.sessions.course_asked.connect(lambda key: self.desk.go("courses", course=key))
        self.due.asked.connect(self._do_due)
        self.office.asked.connect(lambda screen, place: self.desk.go(screen, **place))
        self.desk.watcher.found.connect(self.refresh_now)
        self.from_office.asked.connect(lambda screen, place: self.desk.go(screen, **place))
        self.from_office.answer_asked.connect(self.answer.open)
        self.clock.moved.connect(self.refresh_now)
        self.create_button.clicked.connect(lambda: self.desk.go("courses", create=True))
        self.take_in.clicked.connect(self._take_in)

    def refresh(self) -> None:
        """Read the day anew and show it."""
        watcher = self.desk.watcher
        view = self.desk.ask(today.overview, None if watcher.place is None else len(watcher.new))
        if view is None:
            return
        self.view = view
        formats = self.desk.formats
        self.header.set_words(formats.day_title(view.day), self.wording.subtitle(view, formats))
        self.body.setCurrentIndex(0 if view.courses else 1)
        self._show_take_in()
        self.search.setVisible(view.courses > 0)
        # Below the next step; where there is no course yet it stands alone.
        (self._full if view.courses else self.page.column).insertWidget(1, self.from_office)
        at_next = self.next_step.button.hasFocus()
        self.next_step.show_step(view.next_step, self.wording, formats)
        if at_next and self.next_step.button.isHidden():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sessions.show_view(view)
        self.due.show_day(view.due, len(view.sessions))
        self.office.show_state(view.office)
        self.from_office.show_state(view.office)
        self.leaving.show_leaving()
        self.backup.show_backup()
        # With much to do there is no room left for what was done.
        self.recent.setVisible(self.recent.show_recent() and len(view.sessions) + len(view.due) < 4)
        self.clock.watch(view)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.search.set_hint(self.tr("Find a person"))
        at_office = self.desk.work.role is Role.OFFICE
        office = self.tr(
            "Create the course here: its days, its sessions, its participants. Laptops get it with their "
            "next file."
        )
        laptop = self.tr(
            "The office sends courses to your laptop in a file. If there is no office, create the course "
            "here: its days, its sessions, its participants."
        )
        self.empty.set_words(self.tr("No course yet"), office if at_office else laptop)
        self.create_button.setText(self.tr("Create a course"))
        self._show_take_in()

    def first_focus(self) -> QWidget:
        """Start at the next thing to do."""
        if not self.view.courses:
            return self.create_button
        return self.search if self.next_step.button.isHidden() else self.next_step.button

    def keys(self) -> list[Keys]:
        """Nothing beyond the window's keys."""
        return []

    def _show_take_in(self) -> None:
        """Name the second button of the empty screen: files that wait come first."""
        waiting = self.view.office.waiting
        if waiting:
            self.take_in.setText(self.tr("Look at %n file(s) in the watched folder", "", waiting))
        elif self.desk.work.role is Role.OFFICE:
            self.take_in.setText(self.tr("Take in a file"))
        else:
            self.take_in.setText(self.tr("Take in a file from the office"))

    def _take_in(self) -> None:
        if self.view.office.waiting:
            self._do_next(NextStep(NextKind.INCOMING))
        else:
            TakingIn(self.desk).choose(self)

    def _find(self) -> None:
        self.desk.go("people", search=self.search.text())
        self.search.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock rest while nobody looks; what it changes is read anew when the screen comes back."""
        super().hideEvent(event)
        self.clock.rest()
        self._stale = True

    def _open_session(self, session: TodaySession) -> None:
        self.desk.go("courses", course=session.course, tab="attendance", session=session.key)

    def _mark_rest(self, session: TodaySession) -> None:
        changes = self.desk.do(attendance.mark_rest, session.key)
        if changes is not None:
            self.desk.offer_undo(changes)

    def _do_next(self, step: NextStep) -> None:
        screen, place = places.of_step(step)
        self.desk.go(screen, **place)

    def _do_due(self, due: Due) -> None:
        self.desk.go("courses", **places.of_due(due))
