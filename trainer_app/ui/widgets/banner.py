"""A band across the page that tells how something went: what happened, what was kept, what to do."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.rows import IconMark


class Mood(StrEnum):
    """How it went."""

    GOOD = "good"
    BAD = "bad"
    DUE = "due"
    NOW = "now"


_LOOKS = {
    Mood.GOOD: ("banner_good", "good_title", "okcircle", "present"),
    Mood.BAD: ("banner_bad", "bad_title", "alert", "absent_text"),
    Mood.DUE: ("banner_due", "due_title", "alert", "late"),
    Mood.NOW: ("banner_now", "card_title", "info", "accent_text"),
}


class Banner(Retranslated, QFrame):
    """Hidden until it has something to say. `closed` is emitted when a person closes it."""

    closed = Signal()

    def __init__(self, name: str = "banner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "banner_good")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.mood = Mood.GOOD
        self._words: Callable[[], tuple[str, str]] | None = None
        self.mark = IconMark(f"{name}_icon", "okcircle", size=28)
        self.title = label("good_title", f"{name}_title", wrap=True)
        self.text = label("body", f"{name}_text", wrap=True)
        self.details = label("caption", f"{name}_details", wrap=True)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.more = Button(f"{name}_more", Kind.GHOST)
        self.more.clicked.connect(self._toggle_details)
        self.close_button = IconButton(f"{name}_close", "close", size=32)
        # Whoever closes it with the mouse goes on typing where they were, not on the next button.
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self._close)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._lay_out()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self.title, self.text, self.details):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 14, 14, 14)
        row.setSpacing(12)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(self.more)
        row.addWidget(self.close_button)

    def say(self, mood: Mood, words: Callable[[], tuple[str, str]], details: str = "") -> None:
        """Tell title and text, which are asked for anew when the language changes."""
        self.tell(mood, *words(), details)
        self._words = words

    def tell(self, mood: Mood, title: str, text: str = "", details: str = "") -> None:
        """Show what happened (`title`), what was kept and what to do (`text`), and hide the details."""
        self.mood, self._words = mood, None
        role, title_role, icon, token = _LOOKS[mood]
        set_role(self, role)
        set_role(self.title, title_role)
        self.mark.set_icon(icon, token)
        self._set_words(title, text)
        self.details.setText(details)
        self.details.hide()
        self.more.setVisible(bool(details))
        self.clear_actions()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def _set_words(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def add_action(self, button: Button) -> None:
        """Offer the next step beside the words."""
        self._actions.addWidget(button)

    def clear_actions(self) -> None:
        """Take away the buttons of the last message."""
        while (taken := self._actions.takeAt(0)) is not None:
            widget = taken.widget()
            if widget:
                widget.hide()
                widget.deleteLater()

    def retranslate(self) -> None:
        """Set the words of the buttons, and what is told where it can be said anew."""
        if self._words is not None:
            self._set_words(*self._words())
        self.more.setText(self.tr("Details"))
        self.close_button.set_words(self.tr("Close"))

    def minimumSizeHint(self) -> QSize:
        """Give way before the page does."""
        return QSize(240, super().minimumSizeHint().height())

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
