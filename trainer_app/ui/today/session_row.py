"""One of today's sessions: when, what, how far it is marked, and one button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.courses import SessionState
from trainer_app.domain.today import TodaySession
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.shell.tokens import SESSION_ROW
from trainer_app.ui.today.wording import Wording
from trainer_app.ui.widgets.bars import HeadcountBar
from trainer_app.ui.widgets.buttons import Button, IconButton
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import set_role

_BUTTON, _TIME, _MARGIN = 180, 56, 20
_BAR, _NARROW_BAR = 132, 72


class SessionRow(QWidget):
    """`opened` asks to open the grid there, `rest_asked` to mark the rest present."""

    opened = Signal(object)
    rest_asked = Signal(object)

    def __init__(self, number: int) -> None:
        super().__init__()
        name = f"session_{number}"
        self.setObjectName(name)
        self.setFixedHeight(SESSION_ROW - 1)
        self.session: TodaySession | None = None
        self.start = label("row_title", f"{name}_start")
        self.end = label("caption", f"{name}_end")
        self.topic = ElidedLabel("row_title", f"{name}_topic")
        self.chip = Chip(f"{name}_chip")
        self.number = label("second", f"{name}_number")
        self.bar = HeadcountBar(f"{name}_bar")
        self.counts = ElidedLabel("second", f"{name}_counts")
        self.button = Button(f"{name}_button")
        self.button.setMinimumWidth(_BUTTON)
        self.button.clicked.connect(self._pressed)
        self.open_button = IconButton(f"{name}_open", "right")
        self.open_button.clicked.connect(lambda: self.session and self.opened.emit(self.session))
        self._lay_out()

    def _lay_out(self) -> None:
        times = QVBoxLayout()
        times.setSpacing(1)
        times.addStretch(1)
        times.addWidget(self.start)
        times.addWidget(self.end)
        times.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.topic)
        first.addWidget(self.chip)
        first.addStretch(1)
        second = QHBoxLayout()
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
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, 16, 0)
        row.setSpacing(12)
        row.addLayout(times)
        row.addLayout(words, 1)
        # Left of the large button, so that the large ones stand below each other whether it is there or not.
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_session(
        self,
        session: TodaySession,
        wording: Wording,
        formats: Formats,
        *,
        with_course: bool,
        marks: bool = True,
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
        text, icon = wording.session_button(session, marks=marks)
        self.button.setText(text)
        self.button.set_icon(icon)
        spoken = ", ".join(part for part in (number, self.topic.text()) if part)
        self.button.setAccessibleName(f"{text}: {spoken}")
        words = wording.open_words()
        self.open_button.set_words(words)
        self.open_button.setAccessibleName(f"{words}: {spoken}")
        self.open_button.setVisible(icon == "check")
        self.setAccessibleName(f"{self.start.text()} {self.topic.text()}, {counts}")

    def minimumSizeHint(self) -> QSize:
        """Let topic, bar and counts give way before the page scrolls; nothing ever overlaps."""
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout else 0, SESSION_ROW - 1)

    def _pressed(self) -> None:
        if self.session is None:
            return
        marks = self.button.icon_name == "check"
        (self.rest_asked if marks else self.opened).emit(self.session)


class NoSession(QWidget):
    """What stands in the card when there is no session today."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("no_session")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel("body", "no_session_title")
        self.second = ElidedLabel("caption", "no_session_second")
        self.button = Button("no_session_open")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 14, 16, 14)
        row.addLayout(words, 1)
        row.addWidget(self.button)
