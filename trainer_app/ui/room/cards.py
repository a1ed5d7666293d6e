"""Beside the list: which session it is, how many heads, and the badges."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attendance import GridSession, Headcount
from trainer_app.domain.badges import DIGITS, plain
from trainer_app.domain.courses import SessionState
from trainer_app.ui.attendance.strip import KeyField
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.widgets.bars import HeadcountBar
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated, set_role

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
    asked = Signal(str)
    """One of: hold, cancel, restore, lock, unlock."""

    def __init__(self) -> None:
        super().__init__("room_facts", titled=False)
        self.before = IconButton("room_before", "left", size=32)
        self.after = IconButton("room_after", "right", size=32)
        self.number = ElidedLabel("card_title", "room_number")
        self.when = ElidedLabel("body", "room_when")
        self.topic = label("body_strong", "room_topic", wrap=True)
        self.where = label("second", "room_where", wrap=True)
        self.locked = label("caption", "room_locked", wrap=True)
        self.state = Chip("room_state")
        self.plan = IconButton("room_schedule", "today", size=32)
        self.main = Button("room_main", Kind.GHOST)
        self.cancel = Button("room_cancel", Kind.GHOST)
        self._main, self._cancel = "", ""
        self._lay_out()
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.main.clicked.connect(lambda: self.asked.emit(self._main))
        self.cancel.clicked.connect(lambda: self.asked.emit(self._cancel))
        self.retranslate()

    def _lay_out(self) -> None:
        body = _body(self)
        head = QHBoxLayout()
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
        state = QHBoxLayout()
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

    def show_session(self, session: GridSession, words: Wording, trainers: str, *, now: bool) -> None:
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
                self._offer("lock", self.tr("Lock"), "cancel", cancel)
            else:
                self.state.set_chip(self.tr("planned"), Tone.QUIET, "clock")
                self._offer("hold", self.tr("It was held"), "cancel", cancel)

    def _offer(self, main: str, words: str, cancel: str, cancel_words: str) -> None:
        self._main, self._cancel = main, cancel
        self.main.setText(words)
        self.cancel.setText(cancel_words)
        self.cancel.setVisible(bool(cancel))

    def retranslate(self) -> None:
        """Set the words of the ways."""
        self.before.set_words(self.tr("Session before"), "Ctrl+PgUp")
        self.after.set_words(self.tr("Session after"), "Ctrl+PgDown")
        self.plan.set_words(self.tr("Move, shorten or split in the schedule"))


def _tone(*, now: bool) -> tuple[Tone, str]:
    return (Tone.NOW, "clock") if now else (Tone.GOOD, "check")


class HeadsCard(Retranslated, Card):
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
        self.field = KeyField("room_count")
        self.field.setFixedWidth(72)
        self.field.setMaxLength(4)
        self.field.setValidator(QIntValidator(0, 9999, self.field))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.caption.setBuddy(self.field)
        self.compared = label("caption", "room_compared", wrap=True)
        self._kept = ""
        self._lay_out()
        self.field.entered.connect(self._enter)
        self.field.blurred.connect(self._enter)
        self.field.left.connect(lambda: self.field.setText(self._kept))
        self.retranslate()

    def _lay_out(self) -> None:
        body = _body(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.expected, 1, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(head)
        body.addWidget(self.bar)
        body.addWidget(self.rest)
        body.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.caption, 1)
        row.addWidget(self.field)
        body.addLayout(row)
        body.addWidget(self.compared)

    def show_heads(self, heads: Headcount, walk_ins: int, words: Wording, *, counted: int | None) -> None:
        """Show the counts of the session as they are now."""
        self.number.setText(str(heads.in_room))
        self.expected.setText(self.tr("of {expected} are here").format(expected=heads.expected))
        said = [self.tr("%n walk-in(s)", "", walk_ins)] if walk_ins else []
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
    files_asked = Signal()

    def __init__(self) -> None:
        super().__init__("room_scan", titled=False)
        self.hint = label("second", "room_scan_hint", wrap=True)
        self.field = KeyField("room_scan_code")
        self.field.setMaxLength(DIGITS + 4)
        self.files = Button("room_scan_files", Kind.GHOST, "file")
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
        self.field.left.connect(self.field.clear)
        self.files.clicked.connect(self.files_asked)
        self.retranslate()

    def show_last(self, text: str) -> None:
        """Keep the result of the newest scan in sight when its banner is gone."""
        self.last.setText(text)
        self.last.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set every word."""
        self.hint.setText(self.tr("Scan a badge now, or type its ten digits:"))
        self.field.setPlaceholderText("412 903 7756")
        self.field.setAccessibleName(self.tr("Ten digits of a badge"))
        self.files.setText(self.tr("Read codes from image files"))

    def _enter(self) -> None:
        digits = plain(self.field.text())
        if digits:
            self.field.clear()
            self.typed.emit(digits)


class SideColumn(QWidget):
    """The cards below each other, at the width of the narrowest that reads well."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self.setObjectName("room_side")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the cards."""
        return QSize(WIDTH, super().minimumSizeHint().height())
