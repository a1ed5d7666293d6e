"""The search field: an icon, a hint, and a signal that waits until typing pauses."""

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLineEdit

from trainer_app.ui.shell import icons
from trainer_app.ui.shell.tokens import ICON_CHIP
from trainer_app.ui.widgets.mirroring import visual

_PAUSE = 120  # milliseconds of quiet before a search starts


class SearchField(QLineEdit):
    """Emits `searched` with the text, shortly after typing stops or at once on Enter. Esc empties it."""

    searched = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "search")
        self.setMinimumWidth(220)
        # A file that is let go above it is for the window, not a name to look for.
        self.setAcceptDrops(False)
        self.set_hint(hint)
        self._last = ""
        self._pause = QTimer(self)
        self._pause.setObjectName(f"{name}_pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._announce)
        self.textChanged.connect(self._text_changed)
        self.returnPressed.connect(self._announce)

    def set_hint(self, hint: str) -> None:
        """Set the words that stand in the empty field."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window while there is nothing typed to take back."""
        # Qt's field keeps these keys for itself, even where it has nothing to undo.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            )
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc; an empty field lets Esc through."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._announce()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the icon in its padding."""
        super().paintEvent(event)
        size = ICON_CHIP
        painter = QPainter(self)
        box = QRectF(8, (self.height() - size) / 2, size, size)
        icons.draw(painter, "search", visual(painter, QRectF(self.rect()), box), "text3")

    def _text_changed(self) -> None:
        self._pause.start()

    def _announce(self) -> None:
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self.text())
