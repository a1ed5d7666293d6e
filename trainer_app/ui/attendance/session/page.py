"""One session marked on the spot: the people large, the session and its headcount beside them, badges.

page = SessionPage(context)
page.show_course(course)        its session to be marked now; page.show_session(session): that one
"""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions.attendance import attendance, scanning
from trainer_app.actions.base.rights import ENTITY
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import GridSession, is_in_room
from trainer_app.domain.attendance.sheets import ScanResult
from trainer_app.domain.base.changes import Changes
from trainer_app.system.preferences import Preferences
from trainer_app.ui.attendance.key_input import is_typed
from trainer_app.ui.attendance.marking import MarkHistoryPanel
from trainer_app.ui.attendance.model import GridData
from trainer_app.ui.attendance.prompt_bar import TransientMessage
from trainer_app.ui.attendance.session.cards import (
    WIDTH,
    HeadcountCard,
    ScanCard,
    SessionCard,
    SessionListCard,
)
from trainer_app.ui.attendance.session.commands import SessionMarkingController, SessionPageCommands
from trainer_app.ui.attendance.session.finder import PersonFinder
from trainer_app.ui.attendance.session.model import SessionColumn, SessionModel
from trainer_app.ui.attendance.session.scan_banner import ANSWER, scan_person, scan_word
from trainer_app.ui.attendance.session.scanner import ScanController, scan_controller_of
from trainer_app.ui.attendance.session.view import LIST_LEAST
from trainer_app.ui.attendance.walk_in import KnownFinder
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.history_panel import HistorySource, ShownHistory
from trainer_app.ui.kit.screens import KeyHint, shown_keys, withhold
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import BesideOrBelow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import bring_into_sight
from trainer_app.ui.widgets.flow import laid_out_first
from trainer_app.ui.widgets.labels import Retranslated

_SHOWN = ("attendance", "enrolment", "session", "course", "person", "pair", "assignment")


class SessionPage(Retranslated, QWidget):
    """Shows one session of one course. What it writes is announced with the page as its source."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("session_page")
        self.context = context
        self.course = ""
        self._stale, self._row, self._added = False, -1, -1
        self._scans: ScanController | None = None
        self.words = AttendanceWording(self, lambda: context.language.code)
        self.rows = SessionModel(self)
        self.card = SessionListCard(self.rows)
        self.view = self.card.view
        self.marking = SessionMarkingController(context, self.words, self.rows, self.view)
        self.acts = SessionPageCommands(context, self.words, self.rows, self.marking, self)
        self.heads, self.facts, self.scan = HeadcountCard(), SessionCard(), ScanCard()
        self.add_button = Button("room_add", ButtonKind.PLAIN, "adduser")
        self.rest_button = Button("room_all_present", ButtonKind.PRIMARY, "check")
        self.finder = PersonFinder(self.card, self.rows)
        self.notice = TransientMessage(self.card)
        self.both = BesideOrBelow("room", self.card, WIDTH, LIST_LEAST, WORKSPACE_MARGIN)
        for card in (self.heads, self.facts, self.scan):
            self.both.side.column.addWidget(card)
        self.both.side.column.addStretch(1)
        # Whether the cards are shown below the list, and whether a key asked for one of their fields.
        self._below_shown = self._asked = False
        row = QHBoxLayout(self)
        row.addWidget(self.both)
        row.setContentsMargins(WORKSPACE_MARGIN, 8, 0, 8)  # the cards' bar stands in the right margin
        self._connect()
        self._arrange()
        self.retranslate()

    def _connect(self) -> None:
        view, card, marking, acts = self.view, self.card, self.marking, self.acts
        marking.message.connect(self.notice.say)
        marking.written.connect(self._announce)
        marking.counted.connect(self._show_counts)
        marking.name_requested.connect(self.finder.begin)
        marking.session_requested.connect(self._go_to_column)
        marking.badge_typed.connect(acts.scan)
        view.badge_key.connect(marking.unless_barred(lambda: self._ask_for(self.scan.field)))
        view.count_key.connect(marking.unless_barred(lambda: self._ask_for(self.heads.field)))
        view.lock_key.connect(marking.unless_barred(acts.toggle_lock))
        self.finder.closed.connect(self._give_back)
        self.finder.arrived.connect(marking.expect_mark)
        for leaving in (self.heads.field.entered, self.heads.field.closed, self.scan.field.closed):
            leaving.connect(self._give_back)
        view.history_key.connect(lambda: self.history.open())
        view.walk_in_key.connect(marking.unless_barred(self.ask_name))
        view.menu_key.connect(self.open_menu)
        view.customContextMenuRequested.connect(lambda at: acts.open_menu(view, at))
        view.refused.connect(self._say_why)
        self.rows.modelAboutToBeReset.connect(self._note_row)
        self.rows.modelReset.connect(self._keep_row)
        view.next_key.connect(self.step)
        card.filtered.connect(self._filter)
        card.goes_on.setChecked(self.context.preferences.now.goes_on)
        marking.goes_on = card.goes_on.isChecked()
        card.goes_on.toggled.connect(self._turn_going_on)
        card.more.clicked.connect(self._open_menu_below)
        card.fold.clicked.connect(self._turn_cards)
        self.both.turned.connect(self._cards_turned)
        card.add.clicked.connect(self.ask_name)
        card.plan.clicked.connect(lambda: self.context.go("courses", course=self.course, tab="schedule"))
        card.name.people = lambda: self.rows.grid.rows if self.rows.grid is not None else ()
        card.name.known = KnownFinder(self.context.work, lambda: self.course)
        card.name.entered.connect(self.add_walk_in)
        card.name.chosen.connect(partial(self.add_walk_in, known=True))
        card.name.closed.connect(self._close_name)
        self.facts.stepped.connect(self.step)
        self.facts.plan.clicked.connect(self._open_schedule)
        self.facts.requested.connect(acts.change_session)
        self.facts.left.connect(self.view.setFocus)
        self.heads.counted.connect(acts.count)
        self.scan.typed.connect(acts.scan)
        self.scan.files_requested.connect(acts.choose_files)
        acts.done.connect(self.refresh)
        self.add_button.clicked.connect(self.ask_name)
        self.rest_button.clicked.connect(marking.mark_rest)
        withhold("attendance/attendance/mark_rest", self.rest_button)
        withhold("courses/enrolments/add_walk_in", self.add_button, card.add)
        self.context.changes.announced.connect(self._hear)

    @cached_property
    def history(self) -> MarkHistoryPanel:
        """What was ever written about the current mark; made when it is asked for first."""
        context = self.context
        around = HistorySource(
            self._history_here, lambda: context.language.code, context.today, lambda: context.go("review")
        )
        panel = MarkHistoryPanel("room", self, around)
        self.view.moved.connect(panel.follow)
        context.changes.announced.connect(panel.follow)
        return panel

    def _history_here(self) -> ShownHistory | None:
        marking, place = self.marking.now, self.view.place
        if marking is None or place < 0:
            return None
        row = marking.model.row_of(self.rows.row(place).enrolment)
        return marking.history(row, self.rows.column)

    # Where

    def show_course(self, key: str, session: str = "") -> None:
        """Show a course, at a session or the one to be marked now; the course shown stays where it is."""
        if key == self.course:
            self.refresh()
            self.show_session(session)
            return
        self.course = key
        self.scan.show_last("")
        model = self.marking.open(key).model
        column = model.column_of(session)
        self._go_to_column(column if column >= 0 else model.column_to_mark())

    def show_session(self, key: str) -> None:
        """Show a session of the course that is shown."""
        column = self.marking.now.model.column_of(key) if self.marking.now is not None else -1
        if column >= 0:
            self._go_to_column(column)

    def step(self, by: int) -> None:
        """Show the session after (1) or before (-1)."""
        count = len(self.marking.now.model.sessions) if self.marking.now is not None else 0
        if 0 <= self.rows.column + by < count:
            self._go_to_column(self.rows.column + by)

    def refresh(self) -> None:
        """Read everything anew; the current person and session stay."""
        if (marking := self.marking.now) is None:
            return
        self._stale = False
        session = self.rows.session.key if self.rows.session else ""
        before = self.rows.row(self.view.place) if self.view.place >= 0 else None
        current = before.enrolment if before is not None else ""
        people = list(marking.model.rows)
        marking.load()
        if (column := marking.model.column_of(session)) < 0:
            self._go_to_column(marking.model.column_to_mark())
            return
        self.rows.column = column
        self.rows.follow()
        if (place := self.rows.place_of(current)) not in (-1, self.view.place):
            self.view.go_to(place)
        if before is not None:
            # The next key that marks is for the one in the room.
            self.marking.follow_replacement(people, before)
        self._show()

    def scan_place(self) -> tuple[str | None, str | None]:
        """Let badges mark in the session shown, unless it is over or of another day."""
        session = self.rows.session
        if session is None or not scanning.takes_scans(self.context.work, session.key):
            return None, None
        return self.course, session.key

    # Interface of the tab

    def concerns(self, _changes: Changes) -> bool:
        """Nothing: the page listens itself, since it knows what it wrote."""
        return False

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.view if self.rows.rowCount() else self.add_button

    def undo(self) -> None:
        """Take back the newest step and go to where it was."""
        self.marking.undo()

    def redo(self) -> None:
        """Do again what was taken back and go to where it is."""
        self.marking.redo()

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what stands in the head of the workspace, the filled one last."""
        return (self.add_button, self.rest_button)

    def keys(self) -> list[KeyHint]:
        """Return the keys of the page in words."""
        return [
            KeyHint(" ".join(self.words.letters()), self.tr("Present, late, excused, absent")),
            KeyHint("0–9", self.tr("After “late”: minutes, then Enter; else the person with this number")),
            KeyHint("−", self.tr("Minutes left early; also the key of Latin H")),
            KeyHint(
                "Enter", self.tr("Next person; a mark goes there by itself while the tick above says so")
            ),
            KeyHint("Space", self.tr("The last mark again")),
            KeyHint("Del", self.tr("Remove the mark")),
            KeyHint("Ctrl+Shift+P", self.tr("Mark the rest of the session present")),
            KeyHint(
                f"/  {shown_keys('Ctrl+F')}", self.tr("Find a person by name, rank or unit, in any alphabet")
            ),
            KeyHint(
                "A–Z  А–Я",
                self.tr("A name, typed without a pause: go there; what its letters marked is taken back"),
            ),
            KeyHint(shown_keys("Ctrl+B"), self.tr("Type the digits of a badge")),
            KeyHint(shown_keys("Ctrl+H"), self.tr("Type how many were counted")),
            KeyHint(shown_keys("Ctrl+Shift+K"), self.tr("Lock the session, or open it again with a reason")),
            KeyHint("Ins", self.tr("Add somebody who just came")),
            KeyHint("F2", self.tr("Remark")),
            KeyHint(shown_keys("Ctrl+I"), self.tr("History of the mark: who, when, and whether it was sent")),
            KeyHint("Shift+F10", self.tr("More about the person: replaces, withdraw")),
            KeyHint("Ctrl+PgUp", self.tr("Session before")),
            KeyHint("Ctrl+PgDown", self.tr("Session after")),
            KeyHint("Esc", self.tr("End what is typed, then show everybody, then go back")),
            KeyHint(ANSWER, self.tr("Undo a scan, or answer what it asks")),
        ]

    @override
    def retranslate(self) -> None:
        self.add_button.setText(self.tr("Add walk-in"))
        self.add_button.set_hint("Ins")
        self._show()

    # What a person can do

    def ask_name(self) -> None:
        """Ask for the name of somebody who just came."""
        if self.course:
            # Opened first: a row that is shown already keeps what was typed for somebody before.
            self.card.name.open()
            self.card.show_row(self.card.name, shown=True)

    def add_walk_in(self, name: str, *, known: bool = False) -> None:
        """Add somebody by name alone, or by the key of whoever is `known`, and go there to be marked."""
        enrolment = self.acts.add_walk_in(self.course, name, known=known)
        if enrolment:
            self.refresh()
            with laid_out_first(self):
                self._close_name()
            self.view.go_to(max(self.rows.place_of(enrolment), 0), SessionColumn.MARK)
            self.view.show_whole()
            said = self.words.walk_in_added()
            if (session := self.rows.session) is not None and self.rows.column > 0:
                said += ". " + self.tr(
                    "Expected from session {number} on: mark them in an earlier one if they were there."
                ).format(number=session.number)
            self.notice.say(said, "check")
            self._added = self.view.place

    def open_menu(self) -> None:
        """Offer what else can be done with the current person."""
        self.acts.open_menu(self.view, self.view.visualRect(self.view.currentIndex()).center())

    def _open_menu_below(self) -> None:
        """Offer the same below the button that was pressed."""
        button = self.card.more
        at = self.view.viewport().mapFromGlobal(button.mapToGlobal(button.rect().bottomLeft()))
        self.acts.open_menu(self.view, at)

    # What follows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End what is typed on Esc, or show everybody again; only after that it leads out of the course."""
        if event.key() == Qt.Key.Key_Escape and self._let_go():
            event.accept()
        elif self.focusWidget() in (self.facts.before, self.facts.after) and is_typed(event):
            # Who moved to another session marks there; Space and Enter move on.
            self.view.setFocus()
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> bool:
        """End one thing that was begun, or a walk-in's field that ended itself; False where there is none."""
        added, self._added = self._added, -1
        if self.marking.end_typed() or not self.notice.isHidden() or 0 <= added == self.view.place:
            self.notice.hide()
            return True
        filtered = self.rows.only_unmarked
        self.card.only.setChecked(False)
        return filtered

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the page was hidden."""
        super().showEvent(event)
        if self._scans is None:
            # Only now the page lies in its window, which may have a controller of scans already.
            self._scans = scan_controller_of(self.context, self)
            self._scans.message.connect(self._show_scan)
        if self._stale:
            self.refresh()

    def _go_to_column(self, column: int) -> None:
        self.rows.show_column(column)
        self._show()
        self.view.go_to(self.rows.first_unmarked(), SessionColumn.MARK)
        self.view.show_in_the_middle()

    def _filter(self, only_unmarked: bool) -> None:
        enrolment = self.rows.row(self.view.place).enrolment if self.view.place >= 0 else ""
        self.rows.filter(only_unmarked=only_unmarked)
        self.view.go_to(max(self.rows.place_of(enrolment), 0), SessionColumn.MARK)
        self.card.show_state()
        if self.isVisible():
            (self.first_focus() or self).setFocus()

    def _turn_going_on(self, on: bool) -> None:
        """Let a key that marks go on to the next person, or stay."""
        self.marking.goes_on = on
        self.context.preferences.change(Preferences.goes_on, on)
        self._give_back()

    def _cards_turned(self) -> None:
        """Leave all room to the list where the cards do not fit beside it, until somebody asks for them."""
        self._below_shown = False
        self._arrange()

    def _turn_cards(self) -> None:
        """Show or hide the cards: beside the list for good, below it for now."""
        shown = self.both.side.isHidden()
        self._asked = False
        if self.both.below:
            self._below_shown = shown
        else:
            self.context.preferences.change(Preferences.cards_folded, not shown)
        with laid_out_first(self):
            self._arrange()
        if shown:
            bring_into_sight(self.both.side)

    def _ask_for(self, field: QWidget) -> None:
        """Go to a field of the cards; those that are folded away are shown until it was left."""
        self._asked = True
        with laid_out_first(self):
            self._arrange()
        field.setFocus()

    def _arrange(self) -> None:
        """Show the cards, or the list alone."""
        folded = not self._below_shown if self.both.below else self.context.preferences.now.cards_folded
        self.both.show_side(shown=self._asked or not folded)
        self._show_counts()

    def _open_schedule(self) -> None:
        session = self.rows.session.key if self.rows.session else ""
        self.context.go("courses", course=self.course, tab="schedule", session=session)

    def _say_why(self) -> None:
        """Say why nothing can be typed at the current person."""
        session = self.rows.session
        if self.marking.barred:
            self.notice.say(self.marking.barred)
        elif session is not None and not self.rows.is_open:
            self.notice.say(self.words.locked(session) if session.locked else self.words.cancelled(session))

    def _close_name(self) -> None:
        self.card.show_row(self.card.name, shown=False)
        self._give_back()

    def _give_back(self) -> None:
        """Give the keyboard back to the list."""
        (self.first_focus() or self).setFocus()
        if self._asked:
            self._asked = False
            self._arrange()

    def _announce(self, changes: Changes) -> None:
        self.context.changes.announce(changes, self)
        self.notice.withdraw(self.words.walk_in_added())
        if changes.label.code == "attendance.step.rest":
            self.context.offer_undo(changes)

    def _hear(self, changes: Changes, source: object) -> None:
        """Read again what somebody else changed, a scan too."""
        marking = self.marking.now
        if source is self or marking is None:
            return
        marking.end_typing()
        if not changes.touches(*_SHOWN, ENTITY):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _note_row(self) -> None:
        self._row = self.view.place

    def _keep_row(self) -> None:
        """Stay near where one was: whoever was added last may be gone again."""
        if self.view.place < 0 <= self._row:
            self.view.go_to(self._row)

    def _show_scan(self, result: ScanResult) -> None:
        """Keep the newest result in sight when its banner is gone, and go to its person."""
        name, _ = scan_person(self.context, result)
        time = self.context.formats.clock(result.minute) if result.minute else ""
        self.scan.show_last(" · ".join(filter(None, (time, name, scan_word(self.context, result)))))
        place = self.rows.place_of(result.enrolment) if result.enrolment else -1
        if place >= 0 and self.view.state() is not self.view.State.EditingState:
            self.view.go_to(place, SessionColumn.MARK)

    def _show(self) -> None:
        """Show everything beside the list."""
        session, marking = self.rows.session, self.marking.now
        self.card.tell_barred(self.marking.follow_role())
        self.card.show_state()
        for card in (self.facts, self.heads):
            card.setVisible(session is not None)
        if session is None or marking is None:
            self.rest_button.setEnabled(False)
            self.rest_button.setText(self.tr("All present"))
            return
        now = scanning.is_under_way(self.context.work, session.key)
        self.facts.show_session(session, self.words, self._trainers(session.key), now=now)
        last = len(marking.model.sessions) - 1
        self.facts.show_steps(before=self.rows.column > 0, after=self.rows.column < last)
        self._show_counts()

    def _show_counts(self) -> None:
        session, marking = self.rows.session, self.marking.now
        hidden = self.both.side.isHidden()
        self.card.show_fold(shown=not hidden)
        if session is None or marking is None:
            return
        heads = marking.model.heads[self.rows.column]
        whole = marking.model.whole
        walk_ins = whole.walk_ins[whole.column_of(session.key)]
        more = session.counted is not None and heads.in_room > session.counted
        came = self._came_after(session, whole) if more else 0
        self.heads.show_heads(heads, walk_ins, self.words, counted=session.counted, came_since=came)
        if session.cancelled:
            self.heads.show_cancelled()
        self.heads.set_open(is_open=self.rows.is_open)
        self.rest_button.setEnabled(self.rows.is_open and heads.unmarked > 0)
        untouched = heads.unmarked == heads.expected
        self.rest_button.setText(self.tr("All present") if untouched else self.tr("Mark the rest present"))
        self.card.tell_session(self.words.session(session) if hidden else "", heads)

    def _came_after(self, session: GridSession, whole: GridData) -> int:
        """Return how many of those in the room were added after the heads were counted."""
        column = whole.column_of(session.key)
        here = [
            row.enrolment
            for row, cells in zip(whole.rows, whole.cells, strict=True)
            if (row.walk_in or row.replaces) and is_in_room(cells[column])
        ]
        return self.context.ask(attendance.came_after_count, session.key, here) or 0

    def _trainers(self, session: str) -> str:
        """Return the names of a session's trainers."""
        view = self.context.ask(courses.get_course, self.course)
        if view is None:
            return ""
        keys = next((each.trainers for each in view.sessions if each.key == session), ())
        return ", ".join(each.name for each in view.teachers if each.person in keys)
