"""What was just done and a way back: a small card at the lower edge, gone after a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_SHOWN_FOR = 12_000  # milliseconds
_MARGIN, _WIDEST = 16, 560


class UndoBar(Retranslated, QFrame):
    """An arrow, the step in words, "Undo" and its key. Also used inside screens."""

    asked = Signal()

    def __init__(self, name: str = "undo_bar") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.words = ElidedLabel("second", f"{name}_words")
        self.button = Button(f"{name}_button", Kind.GHOST)
        self.button.clicked.connect(self.asked)
        key = QFrame()
        key.setObjectName(f"{name}_key")
        key.setProperty("role", "key")
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        key_row = QHBoxLayout(key)
        key_row.setContentsMargins(6, 1, 6, 1)
        key_row.addWidget(label("caption", f"{name}_key_words", shown_keys("Ctrl+Z")))
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(IconMark(f"{name}_icon", "undo", size=16))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(key)
        self.retranslate()

    def set_step(self, words: str) -> None:
        """Show what would be undone."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.button.setAccessibleDescription(words)
        self.adjustSize()

    def retranslate(self) -> None:
        """Set the word of the button."""
        self.button.setText(self.tr("Undo"))


class Toast(UndoBar):
    """The bar as a card over a page."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("toast")
        self.setParent(host)
        self._host = host
        self._life = QTimer(self)
        self._life.setObjectName("toast_life")
        self._life.setSingleShot(True)
        self._life.setInterval(_SHOWN_FOR)
        self._life.timeout.connect(self.hide)
        self.asked.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def offer(self, words: str) -> None:
        """Show a step for a while, and say it to a screen reader."""
        self.set_step(words)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._life.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the page changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(self.sizeHint().width(), _WIDEST, self._host.width() - 2 * _MARGIN)
        height = self.sizeHint().height()
        # Where words begin: the buttons of cards and panels, which may be wanted next, stand at the other
        # end.
        left = self._host.width() - width - _MARGIN if self._host.isRightToLeft() else _MARGIN
        self.setGeometry(left, self._host.height() - height - _MARGIN, width, height)
