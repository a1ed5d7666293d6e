"""The band below the three steps: ready with the one filled button, then how it went."""

from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import set_role
from trainer_app.ui.widgets.rows import IconMark

_LEAST = 72


class BandState(StrEnum):
    """What the band is about."""

    READY = "ready"
    NOT_READY = "not_ready"
    SAVED = "saved"
    FAILED = "failed"


_LOOKS = {
    BandState.READY: ("banner_now", "card_title", "send", "accent_text"),
    BandState.NOT_READY: ("banner_now", "card_title", "info", "accent_text"),
    BandState.SAVED: ("banner_good", "good_title", "okcircle", "present"),
    BandState.FAILED: ("banner_bad", "bad_title", "alert", "absent_text"),
}


class SendBand(QFrame):
    """`pressed` is emitted by the filled button, `copy_asked` by the one beside it."""

    pressed = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sending_band")
        self.setMinimumHeight(_LEAST)
        self.state = BandState.READY
        self.mark = IconMark("sending_band_icon", "send", "accent_text", 28)
        self.title = ElidedLabel("card_title", "sending_band_title")
        self.text = label("body", "sending_band_text", wrap=True)
        self.copy = Button("sending_copy", Kind.PLAIN, "mail")
        self.button = Button("sending_send", Kind.PRIMARY, "send")
        self.copy.clicked.connect(self.copy_asked)
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.button)

    def show_state(self, state: BandState, title: str, text: str, act: str, *, copy: str = "") -> None:
        """Show how things stand; without `act` or `copy` their buttons are not there."""
        told = state in (BandState.SAVED, BandState.FAILED) and title != self.title.text()
        self.state = state
        role, title_role, icon, token = _LOOKS[state]
        set_role(self, role)
        set_role(self.title, title_role)
        self.mark.set_icon(icon, token)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.button.setEnabled(state is not BandState.NOT_READY)
        self.copy.setText(copy)
        self.copy.setVisible(bool(copy))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def minimumSizeHint(self) -> QSize:
        """Let the words give way."""
        return QSize(420, super().minimumSizeHint().height())
