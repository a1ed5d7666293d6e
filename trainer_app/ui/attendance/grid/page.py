"""The grid of a course with its legend, live counts and prompts.

page = AttendancePage(work, course, changes)
page.show_session(session)      opened from Today
page.arranger.show_span(span)   course, week or day
page.head_buttons, page.summary parts for the header of the workspace around
page.keys()                     for the list of keys
"""

from collections.abc import Callable
from functools import cached_property, partial
from typing import override

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.base.rights import ENTITY
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.attendance.arranging import GridSpan
from trainer_app.domain.attendance.marks import Mark, people_here
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.attendance.grid.arranging import FilterMenu, GridFilterController
from trainer_app.ui.attendance.grid.blocks import BlockMarkingController
from trainer_app.ui.attendance.grid.card import GridCard, GridEmptyState
from trainer_app.ui.attendance.grid.cell_menu import PersonCommands
from trainer_app.ui.attendance.grid.legend import GridSummary, LegendBar
from trainer_app.ui.attendance.grid.prompts import (
    GridKeys,
    GridPrompts,
    NumberJump,
    SessionCommands,
)
from trainer_app.ui.attendance.grid.selection import copy_cells
from trainer_app.ui.attendance.key_input import StepDescriber, TypedDigit, TypedLetter
from trainer_app.ui.attendance.marking import MarkHistoryPanel
from trainer_app.ui.attendance.prompt_bar import PromptBar, TransientMessage
from trainer_app.ui.kit.context import notice_of
from trainer_app.ui.kit.history_panel import HistorySource
from trainer_app.ui.kit.jobs import ChangeHub, Jobs
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.kit.marks import LEGEND_BAR
from trainer_app.ui.kit.screens import KeyHint, withhold
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, announce, is_made, is_shown, set_role
from trainer_app.ui.widgets.overlays import Banner

TOP, BOTTOM = 6, 2


class GridPageLayout(Retranslated, QWidget):
    """Makes what the page always holds; what only shows at times is made by the page when it does."""

    def __init__(
        self,
        work: Workplace,
        course_key: str,
        language: Callable[[], str],
        busy: Callable[[], bool],
        jobs: Jobs | None,
    ) -> None:
        super().__init__()
        self.setObjectName("attendance_page")
        self.words = AttendanceWording(self, language)
        self.marking = BlockMarkingController(work, course_key, self.words, self, busy, jobs)
        self.card = GridCard(self.marking.model, self)
        self.view = self.card.view
        # Everything is made where it will stay: moving it under another parent later costs as much again.
        self.foot = QStackedWidget(self)
        self.legend = LegendBar(self.marking.model, self.foot)
        self.summary = GridSummary()
        self.add_button = Button("attendance_add", ButtonKind.PLAIN, "adduser")
        self.rest_button = Button("attendance_rest", ButtonKind.PRIMARY, "check")
        self.head_buttons = (self.add_button, self.rest_button)
        self._lay_out()
        self.arranger = GridFilterController(self.marking.model, self.view)
        self.asking = GridPrompts(self.marking, self.arranger, self.card, self.foot)
        self.jobs = SessionCommands(self.marking, self.view, self.asking, self)
        self.jump = NumberJump(self.marking.model, self.view, self.arranger)
        self.namer = StepDescriber(self.words, self.marking.model.whole)

    def _lay_out(self) -> None:
        self.foot.setObjectName("attendance_foot")
        self.foot.setFixedHeight(LEGEND_BAR)
        self.foot.addWidget(self.legend)
        column = self.column = QVBoxLayout(self)
        self.banner_gap = QSpacerItem(0, 0)
        column.setContentsMargins(WORKSPACE_MARGIN, TOP, WORKSPACE_MARGIN, BOTTOM)
        column.setSpacing(0)
        column.addSpacerItem(self.banner_gap)
        column.addWidget(self.card, 1000)
        column.addWidget(self.foot)
        # Takes what is left when the card has its whole rows, and nothing before.
        column.addStretch(0)


_UNDER_BANNER = 8
_ABOVE_NOTE = 4
_WRITING = (
    *("erase", "clear", "repeat", "rest", "rest_of_day", "early"),
    *("lock", "badge", "remark", "count", "walk_in"),
)
"""Commands that change something or ask for it: to who may not they say why."""
_SHOWN = ("attendance", "enrolment", "session", "course", "person", "pair")


class AttendancePage(GridPageLayout):
    """Shows one course. Everything it writes is announced with the page as its source."""

    tab_requested = Signal(str)
    """Another tab is needed first: "schedule", "participants"."""
    badge_typed = Signal(str)
    """The digits of a badge, typed by hand."""
    schedule_requested = Signal(str)
    """A session is to be changed where it is planned."""

    def __init__(
        self,
        work: Workplace,
        course_key: str,
        changes: ChangeHub,
        *,
        language: Callable[[], str] = window_language,
        busy: Callable[[], bool] = lambda: False,
        jobs: Jobs | None = None,
        review: Callable[[], object] = lambda: None,
        may_undo: Callable[[], bool] = lambda: True,
        may_redo: Callable[[], bool] = lambda: True,
        barred: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(work, course_key, language, busy, jobs)
        self._changes, self._review = changes, review
        self._may_undo, self._may_redo = may_undo, may_redo
        self._why_barred, self._barred = barred, ""
        self._stale = False
        self._acts: dict[str, Callable[[], object]] = {}
        self.acts = PersonCommands(self.marking, self.view, self._acts, self)
        commands = self._commands()
        self._acts |= commands | {name: partial(self._unless_barred, commands[name]) for name in _WRITING}
        self._wire_parts()
        self._wire_keys()
        changes.announced.connect(self._hear)
        self.retranslate()
        self.marking.load()
        self.view.go_to(0, self.marking.model.column_to_mark())

    def _wire_parts(self) -> None:
        marking = self.marking
        marking.message.connect(self._say)
        marking.locked.connect(self.offer_to_unlock)
        marking.failed.connect(self.tell_failure)
        marking.written.connect(self.announce)
        marking.unchanged.connect(lambda words: announce(self.view, words))
        marking.loaded.connect(self.show_loaded)
        marking.minutes_asked.connect(self._hint_at_minutes)
        self.arranger.message.connect(self._say)
        self.arranger.changed.connect(self.show_arranged)
        self.jobs.message.connect(self._say)
        self.legend.chosen.connect(self.mark)
        self.legend.paper.clicked.connect(self.asking.count)
        self.add_button.clicked.connect(self.asking.walk_in)
        self.rest_button.clicked.connect(self.mark_rest)
        withhold("attendance/attendance/mark_rest", self.rest_button)
        withhold("courses/enrolments/add_walk_in", self.add_button)
        withhold("courses/sessions/count_heads", self.legend.paper)
        self.asking.opened.connect(self.show_state)
        self.asking.badge_typed.connect(self.badge_typed)
        self.jump.badge_typed.connect(self.badge_typed)
        self.jump.arrived.connect(marking.expect_mark)
        corner = self.view.corner
        corner.state_clicked.connect(self.arranger.show_all)
        corner.list_button.clicked.connect(self.open_list)
        corner.stepped.connect(self.arranger.step)

    def _wire_keys(self) -> None:
        view, arranger = self.view, self.arranger
        view.requested.connect(lambda command: self._acts[command]())
        view.letter_key.connect(self.take_letter)
        view.other_key.connect(self.marking.end_word)
        view.digit_key.connect(self.take_digit)
        view.day_key.connect(arranger.step)
        view.edge_key.connect(arranger.edge)
        view.moved.connect(self.follow)
        view.chosen.changed.connect(self._follow_chosen)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self.acts.open_menu)
        self.acts.marked.connect(self.mark)

    def _commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does that a key or the menu of a cell asks for."""
        marking, asking = self.marking, self.asking
        return {
            "down": self._go_down,
            "erase": lambda: self.here(marking.erase),
            "clear": lambda: self.here(marking.clear),
            "repeat": self.repeat,
            "rest": self.mark_rest,
            "rest_of_day": self.jobs.mark_rest_of_day,
            "lock": self._toggle_lock,
            "undo": self.undo,
            "redo": self.redo,
            "leave": self.leave,
            "find": asking.find,
            "badge": asking.badge,
            "remark": asking.remark,
            "history": lambda: self.history.open(),
            "count": asking.count,
            "walk_in": asking.walk_in,
            "early": self.take_early,
            "list": self.open_list,
            "again": self.arranger.again,
            "menu": self.acts.open_here,
            "column": self.view.choose_column,
            "copy": self.copy,
            "copy_all": lambda: self.copy(whole=True),
            "schedule": self._ask_schedule,
        }

    def _toggle_lock(self) -> None:
        self._hide_notice()
        self.jobs.toggle_lock()

    def _ask_schedule(self) -> None:
        self.schedule_requested.emit(self.marking.model.sessions[self.view.place[1]].key)

    # What only shows at times

    @cached_property
    def banner(self) -> Banner:
        """The band that tells of a failure."""
        banner = Banner("attendance_banner")
        self.column.insertWidget(0, banner)
        banner.closed.connect(self.fit)
        return banner

    @cached_property
    def empty(self) -> GridEmptyState:
        """What stands there while there can be no grid."""
        empty = GridEmptyState(self.marking.model)
        self.column.insertWidget(self.column.indexOf(self.card), empty, 1000)
        empty.tab_requested.connect(self.tab_requested)
        return empty

    @cached_property
    def barred_note(self) -> NoteRow:
        """The line that says why whoever is here marks nobody."""
        note = NoteRow("attendance_barred", "info", "text3")
        set_role(note.words, "second")
        self.column.insertWidget(self.column.indexOf(self.foot) + 1, note)
        return note

    @cached_property
    def notice(self) -> TransientMessage:
        """The quiet message, upon the legend: no row of the grid is covered."""
        notice = TransientMessage(self, self.foot)
        notice.taken.connect(self.asking.unlock)
        return notice

    @cached_property
    def history(self) -> MarkHistoryPanel:
        """What was ever written about the current mark; made when it is asked for first."""
        marking, words = self.marking, self.words
        around = HistorySource(
            lambda: marking.history(*self.view.place),
            lambda: words.language,
            lambda: marking.model.whole.today,
            self._review,
        )
        panel = MarkHistoryPanel("attendance", self, around)
        self.view.moved.connect(panel.follow)
        self._changes.announced.connect(panel.follow)
        return panel

    @property
    def strip(self) -> PromptBar:
        """The field in the place of the legend."""
        return self.asking.strip

    def _say(self, words: str) -> None:
        self.notice.say(words)

    def _hide_notice(self) -> None:
        if is_shown(self, "notice"):
            self.notice.hide()

    # What a person can do

    def mark(self, mark: Mark | None) -> None:
        """Mark the current cell, or all that are chosen; None takes marks away."""
        if self._barred:
            self._say(self._barred)
            return
        marking = self.marking
        if not marking.asks_ahead(*self.view.place, mark, lambda: self.mark(mark)):
            self.here(marking.clear if mark is None else lambda row, column: marking.mark(row, column, mark))

    def repeat(self) -> None:
        """Set the last mark again."""
        if not self.marking.asks_ahead(*self.view.place, self.marking.last_mark, self.repeat):
            self.here(self.marking.repeat)

    def copy(self, *, whole: bool = False) -> None:
        """Put the chosen cells, or all that are shown, where a spreadsheet takes them from."""
        block = None if whole else self.view.block
        copy_cells(self.marking.model, block, (self.tr("No."), self.tr("Participant")))

    def mark_rest(self) -> None:
        """Mark everybody of the current session present who has no mark."""
        self.jump.end()
        self.jobs.mark_rest()

    def open_list(self) -> None:
        """Offer who is shown, and in what order."""
        menu = FilterMenu(self.arranger.now, self)
        menu.shown_chosen.connect(self.arranger.show)
        menu.order_chosen.connect(self.arranger.sort)
        button = self.view.corner.list_button
        menu.open_at(button.mapToGlobal(QPoint(0, button.height())))

    def undo(self) -> None:
        """Take back the newest step and go to where it was, if that belongs here."""
        if self._may_undo():
            self._go_to(self.marking.undo())

    def redo(self) -> None:
        """Do again what was undone last and go to where it is, if that belongs here."""
        if self._may_redo():
            self._go_to(self.marking.redo())

    def show_session(self, session: str) -> None:
        """Make a session the current one, at its first person without a mark."""
        whole = self.marking.model.whole
        column = whole.column_of(session)
        if column >= 0:
            waiting = (at for at, cells in enumerate(whole.cells) if (cell := cells[column]) and cell.bare)
            self.arranger.reveal(next(waiting, 0), column)

    def show_person(self, enrolment: str) -> None:
        """Make somebody the current one, at the session that was current; hidden rows are shown for it."""
        row, column = self.marking.model.whole.row_of(enrolment), max(self.view.place[1], 0)
        if row >= 0:
            places = self.marking.model.column_places
            self.arranger.reveal(row, places[column] if column < len(places) else column)

    def go_to_session(self, session: str) -> None:
        """Make a session the current one, at the same person."""
        column = self.marking.model.whole.column_of(session)
        row = self.view.place[0]
        if column >= 0 and 0 <= row < len(self.marking.model.row_places):
            self.arranger.reveal(self.marking.model.row_places[row], column)

    def refresh(self) -> None:
        """Read the grid from the disk again; what did not change is not painted anew."""
        self._stale = False
        first = not self.marking.model.sessions
        self.marking.load()
        if first or self.view.place[0] < 0:
            self.view.go_to(max(self.view.place[0], 0), self.marking.model.column_to_mark())

    def first_focus(self) -> QWidget:
        """Return what has the keyboard when the tab is opened."""
        return self.empty.button if self.card.isHidden() else self.view

    def keys(self) -> list[KeyHint]:
        """Return the keys of the grid in words."""
        return GridKeys(self.words).keys()

    # What follows

    def _go_down(self) -> None:
        if not self.jump.confirm():
            self.view.go_down(1)

    def here(self, act: Callable[[int, int], object]) -> None:
        """Do something at the current cell."""
        row, column = self.view.place
        self.jump.end()
        if row >= 0 and column >= 0:
            act(row, column)

    def _go_to(self, place: tuple[int, int] | None) -> None:
        """Go to a place of the whole course."""
        self.jump.end()
        if place is not None and not self.arranger.is_chosen(*place):
            self.arranger.reveal(*place)

    def take_digit(self, typed: TypedDigit) -> None:
        """Minutes after L, else a number to jump to."""
        row, column = self.view.place
        if row >= 0 and not self.marking.digit(row, column, typed.digit, typed.at):
            self.jump.type(typed.digit)

    def take_letter(self, letter: TypedLetter) -> None:
        """Mark, begin the minutes left early, or look for the name that begins with the letters so far."""
        self.jump.end()
        if self._barred:
            # Who marks nobody looks somebody up: each letter begins a name.
            if letter.text.isalpha():
                self.asking.find(letter.text)
            else:
                self._say(self._barred)
            return
        if self.marking.asks_ahead(*self.view.place, letter.mark, lambda: self.take_letter(letter)):
            return
        taken = self.marking.take_letter(*self.view.place, letter)
        if taken.name:
            self.asking.find(taken.name)

    def _unless_barred(self, act: Callable[[], object]) -> None:
        """Do something that writes, or say to who may not why."""
        if self._barred:
            self._say(self._barred)
        else:
            act()

    def follow_role(self) -> None:
        """Show what whoever is here may do, before anything is typed."""
        try:
            self._barred = self._why_barred()
        except TrainerError as problem:
            self.tell_failure(problem)
            return
        self.legend.say_how(may_mark=not self._barred)
        if self._barred or is_made(self, "barred_note"):
            self.barred_note.words.setText(self._barred)
            self.barred_note.setVisible(bool(self._barred))
        hint = self.tr("Letters mark, arrows move; Ctrl+F1 lists the keys")
        self.view.setAccessibleDescription(self._barred or hint)

    def take_early(self) -> None:
        """Let the next digits be minutes left early."""
        self.here(self.marking.leave_early)

    def _hint_at_minutes(self, asked: str) -> None:
        """Say that digits are minutes, for as long as they are; else how many cells are chosen."""
        if not asked:
            self.view.corner.show_hint(*self._chosen_words())
        elif asked == "late":
            self.view.corner.show_hint(self.tr("Late: minutes, then Enter"))
        else:
            self.view.corner.show_hint(self.tr("Left early: minutes…"))

    def _chosen_words(self) -> tuple[str, str]:
        """Say how many cells are chosen and what to do with them, whole and short.

        Of one alone it is said how minutes are added to "late"; of any other nothing.
        """
        block = self.view.chosen.block
        if block is None:
            return self._late_words()
        count = self.tr("%n cell(s)", "", len(block))
        return self.tr("{cells}: a letter marks all").format(cells=count), count

    def _late_words(self) -> tuple[str, str]:
        """Say, on a mark "late" without minutes, that digits alone lead to a person."""
        row, column = self.view.place
        if self._barred or not (0 <= row < self.marking.model.rowCount() and column >= 0):
            return "", ""
        cell = self.marking.model.cells[row][column]
        if cell is None or cell.mark is not Mark.LATE or cell.late:
            return "", ""
        letter = self.marking.model.words.letter(Mark.LATE)
        words = self.tr("{letter} again, then minutes").format(letter=letter)
        return words, words

    def _follow_chosen(self) -> None:
        """Know that other cells are chosen, and say how many."""
        self.jump.end()
        self.marking.take_block(self.view.chosen.block)
        said = self._chosen_words()
        self.view.corner.show_hint(*said)
        announce(self.view, said[0])

    def follow(self, _row: int, column: int) -> None:
        """Know that another cell is the current one."""
        self.marking.end_minutes()
        if column != self.legend.column:
            self.legend.show_column(column)

    def leave(self) -> None:
        """End what is being typed, choose one cell alone; if nothing was, show everybody again."""
        busy = self.marking.typing or bool(self.jump.typed) or is_shown(self, "notice")
        self.marking.end_minutes()
        self.jump.end()
        self._hide_notice()
        if not self.view.chosen.drop() and not busy:
            self.arranger.show_all()

    def announce(self, changes: Changes) -> None:
        """Tell the other screens what was saved here."""
        if is_shown(self, "banner"):
            self.banner.hide()
            self.fit()
        self._changes.announce(changes, self)
        if is_shown(self, "notice"):
            self.notice.withdraw(self.marking.model.words.walk_in_added())
        if not self.marking.typing:
            self._hint_at_minutes("")

    def _hear(self, changes: Changes, source: object) -> None:
        """Read again what somebody else changed; now if it is seen, else when it is."""
        if source is self:
            return
        self.marking.end_typing()
        if changes.touches(ENTITY):
            self.follow_role()
            self.fit()
        if changes.touches(*_SHOWN):
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def offer_to_unlock(self, words: str) -> None:
        """Say that a session is locked, by whom and when, and offer to open it again."""
        column = self.view.place[1]
        if 0 <= column < len(self.marking.model.sessions) and self.marking.model.sessions[column].locked:
            session = self.marking.model.sessions[column]
            words = self.tr("Session {number} · {locked}. Nothing was changed.").format(
                number=session.number, locked=self.words.locked(session)
            )
        self.notice.say(words, "lock", self.tr("Open again…"))

    def tell_failure(self, problem: TrainerError) -> None:
        """Say in the banner that something could not be saved."""
        notice = notice_of(problem, self.words.language)
        self.banner.tell(notice.mood, notice.title, notice.text, notice.details)
        self.fit()

    def show_loaded(self) -> None:
        """Show what was read."""
        model = self.marking.model
        if not model.rows and model.whole.rows and self.arranger.show_all():
            return
        self.summary.set_counts(model.conflicts(), people_here(model.whole.rows))
        self.follow_role()
        self.show_arranged()

    def show_arranged(self) -> None:
        """Fit the columns to what is shown, and say who is."""
        self.view.corner.show_steps(shown=self.arranger.now.span is not GridSpan.COURSE)
        self.view.corner.show_state(*self.arranger.words())
        self.card.fit_columns()
        self.legend.show_column(self.view.place[1])
        self.show_state()

    def show_state(self) -> None:
        """Show the grid, or what must be done before there can be one."""
        model = self.marking.model
        usable = bool(model.sessions) and (bool(model.rows) or is_shown(self.card, "walk_in"))
        self.card.setVisible(usable)
        self.foot.setVisible(usable)
        if not usable:
            self.empty.retranslate()
            self.empty.show()
        elif is_shown(self, "empty"):
            self.empty.hide()
        for button in self.head_buttons:
            button.setEnabled(bool(model.sessions))
        self.fit()

    # Window

    @override
    def retranslate(self) -> None:
        self.marking.model.retranslate()
        self.view.setAccessibleName(self.tr("Attendance"))
        self.follow_role()
        self.add_button.setText(self.tr("Add participant"))
        self.add_button.set_hint("Ins")
        self.rest_button.setText(self.tr("Mark the rest present"))
        self.rest_button.set_hint("Ctrl+Shift+P")
        self.legend.refresh()
        self.view.corner.show_state(*self.arranger.words())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many whole rows as fit."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the tab was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self.fit()

    def fit(self) -> None:
        """Give the card the height of as many whole rows as there is room for."""
        room = self.height() - TOP - BOTTOM - LEGEND_BAR
        if is_shown(self, "banner"):
            width = self.width() - 2 * WORKSPACE_MARGIN
            asked = self.banner.heightForWidth(width) if self.banner.hasHeightForWidth() else -1
            room -= _UNDER_BANNER + (asked if asked > 0 else self.banner.sizeHint().height())
        if is_shown(self, "barred_note"):
            room -= _ABOVE_NOTE + self.barred_note.heightForWidth(self.width() - 2 * WORKSPACE_MARGIN)
        self.banner_gap.changeSize(0, _UNDER_BANNER if is_shown(self, "banner") else 0)
        self.column.invalidate()
        self.card.setMaximumHeight(self.card.wanted_height(room))
