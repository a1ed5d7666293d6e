"""The cards of the session view: the table with filter and menu; beside it session, headcount and badges."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trainer_app.domain.attendance.marks import GridRow, GridSession, Headcount, people_here
from trainer_app.domain.attendance.sheets import DIGITS, plain_code
from trainer_app.domain.courses.courses import SessionState
from trainer_app.ui.attendance.prompt_bar import PromptField
from trainer_app.ui.attendance.session.model import SessionModel
from trainer_app.ui.attendance.session.view import SessionView
from trainer_app.ui.attendance.walk_in import WalkInBar
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.widgets.cards import Card, NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Tick
from trainer_app.ui.widgets.fields import DigitsOnly
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.indicators import Chip, HeadcountBar, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label, set_role
from trainer_app.ui.widgets.pages import EmptyState

WIDTH = 292
_PAD = 16


def _body(card: Card, spacing: int = 4) -> QVBoxLayout:
    layout = card.add_body()
    layout.setContentsMargins(_PAD, 12, _PAD, 12)
    layout.setSpacing(spacing)
    return layout


class SessionCard(Retranslated, Card):
    """The session, the way to its neighbours, and what can become of it."""

    stepped = Signal(int)
    requested = Signal(str)
    """One of: hold, cancel, restore, lock, unlock."""
    left = Signal()
    """The button that has the keyboard goes: it would land on the next one, which does something else."""

    def __init__(self) -> None:
        super().__init__("room_facts", titled=False)
        self.before = IconButton("room_before", "left", size=32)
        self.after = IconButton("room_after", "right", size=32)
        self.number = FittingLabel("card_title", "room_number")
        self.when = FittingLabel("body", "room_when")
        self.topic = label("body_strong", "room_topic", wrap=True)
        self.where = label("second", "room_where", wrap=True)
        self.locked = label("caption", "room_locked", wrap=True)
        self.state = Chip("room_state")
        self.plan = IconButton("room_schedule", "today", size=32)
        self.main = Button("room_main", ButtonKind.GHOST)
        self.cancel = Button("room_cancel", ButtonKind.GHOST)
        self._main, self._cancel = "", ""
        self._lay_out()
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.main.clicked.connect(lambda: self.requested.emit(self._main))
        self.cancel.clicked.connect(lambda: self.requested.emit(self._cancel))
        withhold("courses/sessions/hold_session", self.main, self.cancel)
        self.retranslate()

    def _lay_out(self) -> None:
        body = _body(self)
        head = FlowRow()
        head.setSpacing(4)
        head.addWidget(self.before)
        head.addWidget(self.number, 1)
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.after)
        body.addLayout(head)
        body.addWidget(self.when)
        self.when.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(4)
        for part in (self.topic, self.where):
            body.addWidget(part)
        state = FlowRow()
        state.addWidget(self.state)
        state.addStretch(1)
        state.addWidget(self.plan)
        body.addSpacing(4)
        body.addLayout(state)
        body.addWidget(self.locked)
        foot = self.add_foot(46)
        foot.setContentsMargins(_PAD - 10, 0, _PAD - 10, 0)
        foot.addWidget(self.main)
        foot.addStretch(1)
        foot.addWidget(self.cancel)

    def show_session(
        self, session: GridSession, words: AttendanceWording, trainers: str, *, now: bool
    ) -> None:
        """Show a session's facts; `now` says that it is under way."""
        self.number.setText(words.session(session))
        times = words.formats.times(session.start, session.end)
        self.when.setText(f"{words.formats.weekday_short(session.day)} · {times}")
        topic = session.topic.best(words.language)
        self.topic.setText(topic)
        self.topic.setVisible(bool(topic))
        room = self.tr("Room {name}").format(name=session.room) if session.room else ""
        where = " · ".join(part for part in (room, trainers) if part)
        self.where.setText(where)
        self.where.setVisible(bool(where))
        self.locked.setText(words.locked(session) if session.locked else words.cancelled(session))
        self.locked.setVisible(session.locked or (session.cancelled and bool(session.cancel_reason)))
        self._show_state(session, now=now)
        self.setAccessibleName(words.spoken_session(session))

    def show_steps(self, *, before: bool, after: bool) -> None:
        """Enable the ways to the sessions before and after."""
        self.before.setEnabled(before)
        self.after.setEnabled(after)

    def _show_state(self, session: GridSession, *, now: bool) -> None:
        if session.cancelled:
            self.state.set_chip(self.tr("cancelled"), Tone.QUIET, "close")
            self._offer("restore", self.tr("Restore"), "", "")
        elif session.locked:
            self.state.set_chip(self.tr("locked"), Tone.GOOD, "lock")
            self._offer("unlock", self.tr("Open again"), "", "")
        else:
            cancel = self.tr("Cancel session")
            if session.state is SessionState.HELD:
                self.state.set_chip(self.tr("under way") if now else self.tr("held"), *_tone(now=now))
                #: A button: nobody changes the marks of the session any more
                self._offer("lock", self.tr("Lock"), "cancel", cancel)
            else:
                self.state.set_chip(self.tr("planned"), Tone.QUIET, "clock")
                self._offer("hold", self.tr("It was held"), "cancel", cancel)

    def _offer(self, main: str, words: str, cancel: str, cancel_words: str) -> None:
        self._main, self._cancel = main, cancel
        self.main.setText(words)
        self.cancel.setText(cancel_words)
        if not cancel and self.cancel.hasFocus():
            self.left.emit()
        self.cancel.setVisible(bool(cancel))

    def retranslate(self) -> None:
        """Set the words of the ways."""
        self.before.set_words(self.tr("Session before"), "Ctrl+PgUp")
        self.after.set_words(self.tr("Session after"), "Ctrl+PgDown")
        self.plan.set_words(self.tr("Move, shorten or split in the schedule"))


def _tone(*, now: bool) -> tuple[Tone, str]:
    return (Tone.NOW, "clock") if now else (Tone.GOOD, "check")


class HeadcountCard(Retranslated, Card):
    """How many came of how many, always in sight, beside what somebody counted."""

    counted = Signal(object)
    """A typed number, None for none."""

    def __init__(self) -> None:
        super().__init__("room_heads", titled=False)
        self.number = label("counter", "room_came")
        self.expected = label("subtitle", "room_expected")
        self.bar = HeadcountBar("room_bar", width=WIDTH)
        self.rest = label("second", "room_rest", wrap=True)
        self.caption = label("body_strong", "room_count_label")
        self.field = PromptField("room_count")
        self.field.setFixedWidth(72)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.caption.setBuddy(self.field)
        self.problem = label("error", "room_count_error", wrap=True)
        DigitsOnly(self.field, 4).say_below(self.problem)
        self.compared = label("caption", "room_compared", wrap=True)
        self._kept = ""
        self._lay_out()
        self.field.entered.connect(self._enter)
        self.field.blurred.connect(self._enter)
        self.field.closed.connect(lambda: self.field.setText(self._kept))
        withhold("courses/sessions/count_heads", self.field)
        self.retranslate()

    def _lay_out(self) -> None:
        body = _body(self)
        head = FlowRow()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.expected, 1, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(head)
        body.addWidget(self.bar)
        body.addWidget(self.rest)
        body.addSpacing(6)
        row = FlowRow()
        row.setSpacing(8)
        row.addWidget(self.caption, 1)
        row.addWidget(self.field)
        body.addLayout(row)
        body.addWidget(self.problem)
        body.addWidget(self.compared)

    def show_heads(
        self,
        heads: Headcount,
        walk_ins: int,
        words: AttendanceWording,
        *,
        counted: int | None,
        came_since: int = 0,
    ) -> None:
        """Show the counts of the session as they are now; `came_since` were added after somebody counted."""
        self.number.setText(str(heads.in_room))
        self.expected.setText(self.tr("of {expected} are here").format(expected=heads.expected))
        said = [self.tr("%n not on the list any more", "", heads.left)] if heads.left else []
        said += [self.tr("%n walk-in(s)", "", walk_ins)] if walk_ins else []
        said.append(self.tr("%n not marked", "", heads.unmarked) if heads.unmarked else self.tr("all marked"))
        if heads.unknown:
            said.append(self.tr("%n marked by a newer version", "", heads.unknown))
        self.rest.setText(" · ".join(said))
        self.bar.show()
        self.rest.show()
        self.bar.set_heads(heads, words.spoken_heads(heads))
        self.setAccessibleName(words.heads(heads, walk_ins))
        self._kept = "" if counted is None else str(counted)
        if not self.field.hasFocus():
            self.field.setText(self._kept)
        agrees = counted == heads.in_room
        text = "" if counted is None else words.compared(heads, counted)
        self.compared.setText(text if counted is not None else self.tr("Heads in the room, or signatures"))
        set_role(self.compared, "caption" if counted is None else "good_text" if agrees else "due_text")
        if counted is not None and heads.in_room > counted and came_since:
            self.compared.setText(self.tr("%n added after this count: count again", "", came_since))

    def show_cancelled(self) -> None:
        """Say that there is nothing to count; what was counted before comes back with the session."""
        self.number.setText("–")
        self.expected.setText(self.tr("counts for nobody"))
        self.bar.hide()
        self.rest.hide()
        self.setAccessibleName(self.tr("The session is cancelled: it counts for nobody"))

    def set_open(self, *, is_open: bool) -> None:
        """Let a count be typed, or not."""
        self.field.setEnabled(is_open)

    def retranslate(self) -> None:
        """Set the words of the field."""
        #: Heads counted in the room
        self.caption.setText(self.tr("Counted"))
        self.field.setAccessibleName(self.tr("Counted heads or signatures"))

    def _enter(self) -> None:
        text = self.field.text().strip()
        if text != self._kept:
            self._kept = text
            self.counted.emit(int(text) if text else None)


class ScanCard(Retranslated, Card):
    """Badges: a scanner works everywhere; here digits can be typed and pictures chosen."""

    typed = Signal(str)
    files_requested = Signal()

    def __init__(self) -> None:
        super().__init__("room_scan", titled=False)
        self.hint = label("second", "room_scan_hint", wrap=True)
        self.field = PromptField("room_scan_code")
        self.field.setMaxLength(DIGITS + 4)
        self.files = Button("room_scan_files", ButtonKind.GHOST, "file")
        self.last = label("caption", "room_scan_last", wrap=True)
        body = _body(self, 6)
        body.addWidget(self.hint)
        body.addWidget(self.field)
        body.addWidget(self.last)
        foot = self.add_foot(46)
        foot.setContentsMargins(_PAD - 10, 0, _PAD - 10, 0)
        foot.addWidget(self.files)
        foot.addStretch(1)
        self.last.hide()
        self.field.entered.connect(self._enter)
        self.field.closed.connect(self.field.clear)
        self.files.clicked.connect(self.files_requested)
        withhold("attendance/scanning/scan", self.field, self.files)
        self.retranslate()

    def show_last(self, text: str) -> None:
        """Keep the result of the newest scan in sight when its banner is gone."""
        self.last.setText(text)
        self.last.setVisible(bool(text))

    @override
    def retranslate(self) -> None:
        self.hint.setText(self.tr("Scan a badge now, or type its ten digits:"))
        self.field.setPlaceholderText("412 903 7756")
        self.field.setAccessibleName(self.tr("Ten digits of a badge"))
        self.files.setText(self.tr("Read codes from image files"))

    def _enter(self) -> None:
        digits = plain_code(self.field.text())
        if digits:
            self.field.clear()
            self.typed.emit(digits)


class SessionListCard(Retranslated, Card):
    """Shows the list, or what to do while it is empty."""

    filtered = Signal(bool)

    def __init__(self, rows: SessionModel) -> None:
        super().__init__("room_people")
        self._rows = rows
        self.goes_on = Tick("room_goes_on")
        self.only = Tick("room_only_unmarked")
        self.more = IconButton("room_more", "more", size=28)
        self.fold = IconButton("room_fold", "side", size=28)
        self._of_session = ""
        self.view = SessionView(rows)
        self.nobody = EmptyState("room_nobody", "adduser")
        self.add = Button("room_nobody_add", ButtonKind.PLAIN, "adduser")
        self.nobody.add_button(self.add)
        self.done = EmptyState("room_done", "okcircle")
        self.everybody = Button("room_show_all", ButtonKind.PLAIN)
        self.done.add_button(self.everybody)
        self.none = EmptyState("room_none", "today")
        self.plan = Button("room_plan", ButtonKind.PLAIN, "today")
        self.none.add_button(self.plan)
        self.name = WalkInBar()
        self.barred = NoteRow("room_barred", "info", "text3")
        self.barred.setContentsMargins(_PAD, 8, _PAD, 8)
        set_role(self.barred.words, "second")
        self._stack = PageStack()
        self._stack.setObjectName("room_list_stack")
        for part in (self.view, self.nobody, self.done, self.none):
            self._stack.addWidget(part)
        for each in (self.goes_on, self.only, self.more, self.fold):
            self.add_to_head(each)
        self.head.setContentsMargins(16, 0, 10, 0)
        self.add_row(self._stack, 1)
        self.add_row(self.name)
        self.add_row(self.barred)
        for row in (self.name, self.barred):
            self.show_row(row, shown=False)
        self.grow()
        self.only.toggled.connect(self.filtered)
        self.everybody.clicked.connect(lambda: self.only.setChecked(False))
        rows.emptied.connect(self.show_state)
        self.retranslate()

    def show_state(self) -> None:
        """Show the list, or why there is none."""
        grid = self._rows.grid
        people = len(grid.rows) if grid is not None else 0
        if self._rows.session is None:
            shown: QWidget = self.none
        elif not people:
            shown = self.nobody
        else:
            shown = self.view if self._rows.rowCount() else self.done
        self._stack.setCurrentWidget(shown)
        self.only.setEnabled(bool(people))
        self.more.setEnabled(shown is self.view)
        # As on the list of participants: who left it takes part no more.
        self.set_title(self._title(people_here(grid.rows) if grid is not None else 0))

    def tell_barred(self, why: str) -> None:
        """Say below the list why whoever is here marks nobody; "" to who may."""
        self.barred.words.setText(why)
        self.show_row(self.barred, shown=bool(why))

    def show_filter(self) -> None:
        """Tick the filter as the list has it, without another round."""
        self.only.blockSignals(True)
        self.only.setChecked(self._rows.only_unmarked)
        self.only.blockSignals(False)
        self.show_state()

    def tell_session(self, session: str, heads: Headcount) -> None:
        """Have in the title what the cards tell, while they are out of sight; "" while they are not."""
        words = self.tr("{session}: {came} of {expected}")
        told = words.format(session=session, came=heads.in_room, expected=heads.expected)
        self._of_session = told if session else ""
        self.show_state()

    def show_fold(self, *, shown: bool) -> None:
        """Say what the button does with the cards: hide them, or show them."""
        self.fold.set_words(
            self.tr("Hide headcount, session and badges")
            if shown
            else self.tr("Show headcount, session and badges")
        )

    def _title(self, people: int) -> str:
        shown = self._rows.rowCount()
        if self._rows.only_unmarked and shown:
            return self.tr("%n still to be marked", "", shown)
        if self._of_session:
            return self._of_session
        return self.tr("%n participant(s)", "", people) if people else self.tr("Participants")

    @override
    def retranslate(self) -> None:
        self.goes_on.setText(self.tr("Go on after a mark"))
        self.goes_on.setToolTip(
            self.tr("A key that marks goes on to the next person; after “late” Enter does")
        )
        self.only.setText(self.tr("Only not marked"))
        self.more.set_words(self.tr("More about the current person"), "Shift+F10")
        self.view.setAccessibleName(self.tr("People of the session"))
        self.nobody.set_words(
            self.tr("Nobody is on the list yet"),
            self.tr("Add who is here by name alone; the rest can be typed later."),
        )
        self.add.setText(self.tr("Add walk-in"))
        self.done.set_words(
            self.tr("Everybody is marked"), self.tr("Nobody of this session waits for a mark.")
        )
        self.everybody.setText(self.tr("Show everybody"))
        self.none.set_words(
            self.tr("No sessions yet"),
            self.tr("Plan the sessions of the course; then people are marked here."),
        )
        self.plan.setText(self.tr("Plan sessions"))
        self.show_state()


_NEEDS = {
    "remark": "attendance/attendance/set_remark",
    "early": "attendance/attendance/mark",
    "clear": "attendance/attendance/mark",
    "replaced_by": "courses/enrolments/replace",
    "withdraw": "courses/enrolments/withdraw",
    "rest": "attendance/attendance/mark_rest",
    "was_here": "attendance/attendance/mark",
}


class PersonMenu(QMenu):
    """Made anew each time it opens. `others` are those whose place somebody may take."""

    requested = Signal(str)
    """One of: clear, remark, early, history, replaced_by, withdraw, rest, was_here."""
    replaces = Signal(str)
    """The enrolment whose place the person takes."""

    def __init__(
        self,
        words: AttendanceWording,
        row: GridRow,
        others: Sequence[GridRow],
        parent: QWidget,
        *,
        expected: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("room_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not expected:
            self._ask("was_here", self.tr("Was here all the same: mark present"), "")
        self._ask("remark", self.tr("Remark…"), "F2")
        self._ask("early", self.tr("Left early…"), "-")
        self._ask("history", self.tr("History of the mark…"), "Ctrl+I")
        self._ask("clear", self.tr("Remove the mark"), "Del")
        self.addSeparator()
        self.choices = QMenu(self.tr("Takes the place of"), self)
        self.choices.setObjectName("room_menu_replaces")
        if row.walk_in and others:
            self.addMenu(self.choices)
            for each in others:
                action = self.choices.addAction(f"{each.number}  {shown_name(each.called)}")
                action.setObjectName(f"room_menu_replaces_{each.number}")
                action.triggered.connect(lambda _checked=False, key=each.enrolment: self.replaces.emit(key))
                withhold("courses/enrolments/replace", action)
        if not row.gone:
            self._ask("replaced_by", self.tr("Find a replacement…"), "")
        self._ask("withdraw", self.tr("Withdraw from the course"), "")
        self.addSeparator()
        self._ask("rest", self.tr("Mark the rest present"), "Ctrl+Shift+P")

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen; it holds nothing up."""
        self.popup(place)

    def _ask(self, name: str, words: str, keys: str) -> QAction:
        """Add an entry; its keys are told only, the list listens to them itself."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{words}\t{shown}" if shown else words)
        action.setObjectName(f"room_menu_{name}")
        action.triggered.connect(lambda: self.requested.emit(name))
        withhold(_NEEDS.get(name, ()), action)
        return action
