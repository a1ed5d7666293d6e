"""The Today screen: the next step, today's sessions, what is due, what has not reached the office.

A clock refreshes it when time alone changes what is shown: a session begins, the day ends.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import ZONE, Role
from trainer_app.actions.exchange import dropping
from trainer_app.actions.today import finished, today
from trainer_app.domain.today.overview import (
    Due,
    NextKind,
    NextStep,
    TodaySession,
    TodayView,
    ToOffice,
    next_change,
)
from trainer_app.system import handover
from trainer_app.system.clock import civil_minute
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.due_items import DueCard, DueWording
from trainer_app.ui.kit.screens import TO_MARK, KeyHint, Screen, destination_of_due, withhold
from trainer_app.ui.today.backup_card import BackupCard
from trainer_app.ui.today.cards import (
    JoinOfficeCard,
    NamesLeavingCard,
    OfficeRequestsCard,
    RecentChangesCard,
    UnsentChangesCard,
)
from trainer_app.ui.today.sessions import CoursesTodayCard, NextStepBand, SessionsCard
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.flow import PageStack
from trainer_app.ui.widgets.labels import is_made
from trainer_app.ui.widgets.pages import EmptyState, PageHeader, ScrollPage, TwoColumns

if TYPE_CHECKING:
    from trainer_app.ui.today.answer_form import AnswerPanel

_MINUTE = 60_000


class DayClock(QObject):
    """Sleeps until the next moment that matters, and looks again when the window comes to the front.

    A laptop that slept comes back with timers that stood still: the window's activation makes up for it.
    """

    moved = Signal()

    def __init__(self, context: AppContext, screen: QWidget) -> None:
        super().__init__(screen)
        self.setObjectName("day_clock")
        self._context = context
        self._due: int | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("day_clock_timer")
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.tick)
        screen.installEventFilter(self)

    def watch(self, view: TodayView) -> None:
        """Wait for the next moment at which this view is out of date."""
        now = self._context.work.clock.millis()
        minute = civil_minute(now, ZONE)
        self._due = (now // _MINUTE + next_change(view.sessions, minute)) * _MINUTE
        self._timer.start(self._due - now)

    def tick(self) -> None:
        """Look at the clock: say so if the moment has come, else wait on."""
        if self._due is None:
            return
        now = self._context.work.clock.millis()
        if now < self._due:
            self._timer.start(self._due - now)
            return
        self.rest()
        self.moved.emit()

    def rest(self) -> None:
        """Wait for nothing."""
        self._due = None
        self._timer.stop()

    @property
    def waiting(self) -> int:
        """Milliseconds that the timer waits for at most; 0 while it rests."""
        return self._timer.interval() if self._timer.isActive() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock when the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self.tick()
        return super().eventFilter(watched, event)


_TABS = {
    NextKind.PLAN_SESSIONS: "sessions",
    NextKind.ADD_PEOPLE: "participants",
    NextKind.ISSUE: "certificates",
}
_SCREENS: dict[NextKind, tuple[str, dict[str, Any]]] = {
    NextKind.SEND: ("sending", {}),
    NextKind.RECEIPTS: ("sending", {}),
    NextKind.REVIEW: ("review", {}),
    NextKind.INCOMING: ("office", {"tab": "incoming", "new": True}),
    NextKind.RETENTION: ("office", {"tab": "retention"}),
}


def destination_of_step(step: NextStep) -> tuple[str, dict[str, Any]]:
    """Return the screen of the next step, and the place on it."""
    if step.kind in _SCREENS:
        return _SCREENS[step.kind]
    if step.kind is NextKind.CREATE_COURSE:
        return "courses", {"create": True}
    if step.kind is NextKind.DUE and step.due is not None:
        return destination_of_due(step.due)
    place: dict[str, Any] = {"course": step.course}
    if step.kind in (NextKind.MARK, NextKind.COMING):
        place |= TO_MARK
    elif step.kind in _TABS:
        place["tab"] = _TABS[step.kind]
    if step.session:
        place["session"] = step.session
    return "courses", place


_SIDE, _STACK_BELOW = 336, 960


def _reach_after(before: QWidget, card: QWidget) -> None:
    """Let the Tab key reach the buttons of a card right after what stands above it."""
    for button in card.findChildren(Button):
        QWidget.setTabOrder(before, button)
        before = button


class TodayScreen(Screen):
    """The first screen. Everything on it leads somewhere; nothing is typed here but a name to find."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("today", context)
        self.view = TodayView(context.today())
        self._lately = False
        self.wording = DueWording(self)
        self.header = PageHeader("today_header")
        self.search = SearchField("today_search")
        self.header.add_action(self.search)
        self.next_step = NextStepBand()
        self.day = self.courses if context.work.role is Role.OFFICE else self.sessions
        self.due = DueCard(self.wording)
        self.office = UnsentChangesCard(context, office=context.work.role is Role.OFFICE)
        self.backup = BackupCard(context)
        context.archive_copied.connect(self.refresh_now)
        self.empty = EmptyState("today_empty", "courses")
        self.create_button = Button("today_create_course", ButtonKind.PRIMARY, "plus")
        self.take_in = Button("today_take_in", ButtonKind.PLAIN, "file")
        self.empty.add_button(self.create_button)
        self.empty.add_button(self.take_in)
        self.join_button = Button("today_join_first", ButtonKind.GHOST, "office")
        self.empty.add_button(self.join_button)
        self.clock = DayClock(context, self)
        self.page = ScrollPage("today_page")
        self.body = PageStack()
        self.body.setObjectName("today_body")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        # From the outside in: with each widget that is put into another, Qt goes through all it holds.
        self.column.addWidget(self.page)
        self.page.column.setSpacing(14)
        self.page.column.addWidget(self.header)
        self.page.column.addWidget(self.body, 1)
        full = QWidget()
        full.setObjectName("today_full")
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        column = self._full = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.next_step)
        self._columns = columns = TwoColumns("today_columns", _STACK_BELOW, _SIDE)
        column.addWidget(columns, 1)
        # The office looks after what is due everywhere first.
        first: list[QWidget] = [self.day, self.due]
        if self.context.work.role is Role.OFFICE:
            first.reverse()
        columns.fill(first, [self.office, self.backup])

    def _connect(self) -> None:
        self.search.returnPressed.connect(self._find)
        self.next_step.requested.connect(self._do_next)
        self.day.course_requested.connect(lambda key: self.context.go("courses", course=key))
        self.due.requested.connect(self._do_due)
        self.office.requested.connect(lambda screen, place: self.context.go(screen, **place))
        self.context.watcher.found.connect(self.refresh_now)
        self.context.pairs_found.connect(self._show_pairs)
        self.clock.moved.connect(self.refresh_now)
        self.create_button.clicked.connect(lambda: self.context.go("courses", create=True))
        self.take_in.clicked.connect(self._take_in)
        withhold("exchange/importing/import_files", self.take_in)
        withhold("courses/courses/create_course", self.create_button)
        self.join_button.clicked.connect(self._join)

    @cached_property
    def sessions(self) -> SessionsCard:
        """Today's sessions, for whoever is in the room."""
        made = SessionsCard(self.context, self.wording)
        made.opened.connect(self._open_session)
        made.rest_requested.connect(self._mark_rest)
        return made

    @cached_property
    def courses(self) -> CoursesTodayCard:
        """The courses that run today, for an office."""
        made = CoursesTodayCard(self.context, self.wording)
        made.list_requested.connect(lambda: self.context.go("courses", course=""))
        return made

    def _show_due(self) -> None:
        """Show as much of what is due as has room beside the rows of the day."""
        at_office = isinstance(self.day, CoursesTodayCard)
        rows = len(self.view.others) + 1 if at_office else len(self.view.sessions)
        self.due.show_day(self.view.due, rows, self.height())

    def _show_pairs(self) -> None:
        """Count in who was found to be perhaps one person, which takes longer than the rest.

        So do certificates of finished courses that no longer fit. At most starts there are none: then the
        day, which was read a moment ago, is not read once more.
        """
        looked, self._lately = self._lately, True
        misfits = not looked and bool(self.context.ask(finished.unfit_lately))
        if misfits or self.context.waiting.pairs != self.view.office.pairs:
            self.refresh_now()

    @cached_property
    def recent(self) -> RecentChangesCard:
        """What was done last, made when there is room for it: a day with a course leaves none."""
        made = RecentChangesCard(self.context)
        self._columns.left.insertWidget(self._columns.left.count() - 1, made)
        # After what stands above it, before the other column.
        before: QWidget | None = self.office
        while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        _reach_after(before or self.next_step.button, made)
        return made

    @cached_property
    def from_office(self) -> OfficeRequestsCard:
        """What comes from the office, made when there is something: most starts have nothing."""
        made = OfficeRequestsCard(self.context)
        made.requested.connect(lambda screen, place: self.context.go(screen, **place))
        made.answer_requested.connect(lambda errand: self.answer.open(errand))
        self._full.insertWidget(1, made)
        _reach_after(self.next_step.button, made)
        return made

    @cached_property
    def joining(self) -> JoinOfficeCard:
        """The way to an office, made where there is none."""
        made = JoinOfficeCard()
        made.join_requested.connect(self._join)
        made.not_needed.connect(self._need_no_office)
        self._columns.right.insertWidget(0, made)
        return made

    @cached_property
    def leaving(self) -> NamesLeavingCard:
        """The courses whose names leave, made when there are any."""
        made = NamesLeavingCard(self.context)
        self._full.insertWidget(self._full.indexOf(self._columns), made)
        _reach_after(self.next_step.button, made)
        return made

    @cached_property
    def answer(self) -> "AnswerPanel":
        """The form for a request of the office, made when one is answered."""
        from trainer_app.ui.today.answer_form import AnswerPanel

        return AnswerPanel(self.context, self)

    def refresh(self) -> None:
        """Read the day anew and show it."""
        watcher = self.context.watcher
        waiting = None if watcher.place is None else len(watcher.new)
        view = self.context.ask(today.overview, waiting, self.context.waiting.pairs, late=self._lately)
        if view is None:
            return
        self.view = view
        formats = self.context.formats
        self.header.set_words(formats.day_title(view.day), self.wording.subtitle(view, formats))
        self.body.setCurrentIndex(0 if view.course else 1)
        self._show_take_in()
        self.search.setVisible(view.course is not None)
        at_next = self.next_step.button.hasFocus()
        self.next_step.show_step(view.next_step, self.wording, formats)
        if at_next and self.next_step.button.isHidden():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.show_view(view)
        self._show_due()
        self.office.show_state(view.office)
        # Changes that nobody waits for frighten: without an office there is nothing to be sent.
        state, at_office = view.office, self.context.work.role is Role.OFFICE
        self.office.setVisible(
            at_office or state.joined or state.to_decide > 0 or state.last_sent is not None
        )
        self._show_joining(state)
        self._show_from_office(view)
        leaving = self.context.ask(dropping.notices) or []
        if leaving or is_made(self, "leaving"):
            self.leaving.show_leaving(leaving)
        self.backup.show_backup()
        self.backup.show_archive(view.office.copied_at, view.office.copy_gap)
        # With much to do there is no room left for what was done.
        room = len(view.sessions) + len(view.due) < 4
        if room or is_made(self, "recent"):
            self.recent.setVisible(self.recent.show_recent() and room)
        self.clock.watch(view)

    def _show_joining(self, state: ToOffice) -> None:
        """Lead to an office, where there is none and nobody said that none is needed."""
        folder = self.context.work.folder
        waits = not state.joined and folder.first_file.exists()
        wanted = waits or not (state.joined or self.context.preferences.now.alone)
        shown = wanted and self.context.work.role is Role.TRAINER and not handover.is_practice(folder.root)
        self.join_button.setVisible(shown and self.view.course is None)
        if not shown and not is_made(self, "joining"):
            return
        self.joining.setVisible(shown)
        self.joining.show_waiting(waits=waits)

    def _join(self) -> None:
        self.context.go("sending", joining=True)

    def _need_no_office(self) -> None:
        self.context.preferences.change(Preferences.alone, True)
        self.refresh_now()

    def _show_from_office(self, view: TodayView) -> None:
        if not OfficeRequestsCard.tells(view.office) and not is_made(self, "from_office"):
            return
        # Below the next step; where there is no course yet it stands alone.
        (self._full if view.course else self.page.column).insertWidget(1, self.from_office)
        self.from_office.show_state(view.office)

    @override
    def retranslate(self) -> None:
        self.search.set_hint(self.tr("Find a person"))
        at_office = self.context.work.role is Role.OFFICE
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
        self.join_button.setText(self.tr("Join an office…"))
        self._show_take_in()

    def first_focus(self) -> QWidget:
        """Start at the next thing to do."""
        if self.view.course is None:
            return self.create_button
        return self.search if self.next_step.button.isHidden() else self.next_step.button

    def keys(self) -> list[KeyHint]:
        """Nothing beyond the window's keys."""
        return []

    def _show_take_in(self) -> None:
        """Name the second button of the empty screen: files that wait come first."""
        waiting = self.view.office.waiting
        if waiting:
            self.take_in.setText(self.tr("Look at %n file(s) in the watched folder", "", waiting))
        elif self.context.work.role is Role.OFFICE:
            self.take_in.setText(self.tr("Import a file"))
        else:
            self.take_in.setText(self.tr("Import a file from the office"))

    def _take_in(self) -> None:
        if self.view.office.waiting:
            self._do_next(NextStep(NextKind.INCOMING))
        else:
            from trainer_app.ui.kit.file_import import FileImporter

            FileImporter(self.context).choose(self)

    def _find(self) -> None:
        self.context.go("people", search=self.search.text())
        self.search.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top: the day, and what is next."""
        super().showEvent(event)
        self.page.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide no line beside an empty half of a large screen."""
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            self._show_due()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock rest while nobody looks; what it changes is read anew when the screen comes back."""
        super().hideEvent(event)
        self.clock.rest()
        self._stale = True

    def _open_session(self, session: TodaySession) -> None:
        self.context.go("courses", course=session.course, **TO_MARK, session=session.key)

    def _mark_rest(self, session: TodaySession) -> None:
        if session.begins_in <= 0 or session.begun:
            self._mark_present(session)
            return
        # Here and not above: only few ask for it, and the first screen does not wait for its words.
        from trainer_app.ui.kit.wording import AttendanceWording

        words, today = AttendanceWording(self), self.context.work.clock.today(ZONE)
        words.confirm_ahead(
            self.window(), session.number, today, session.start, lambda: self._mark_present(session)
        )

    def _mark_present(self, session: TodaySession) -> None:
        self.context.offer_undo(self.context.do(attendance.mark_rest, session.key))

    def _do_next(self, step: NextStep) -> None:
        screen, place = destination_of_step(step)
        self.context.go(screen, **place)

    def _do_due(self, due: Due) -> None:
        screen, place = destination_of_due(due)
        self.context.go(screen, **place)
