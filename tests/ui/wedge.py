"""A badge scanner and a person at the same keyboard: key events with time stamps on their way to a window."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

SCANNER, PERSON = 8, 150
"""Milliseconds between two keys."""
_NONE = Qt.KeyboardModifier.NoModifier
ENTER = "\r"


class Wedge:
    """Sends keys to the window itself, as the system does, so that everything on the way is asked."""

    def __init__(self, window: QWidget) -> None:
        handle = window.window().windowHandle()
        assert isinstance(handle, QWindow)
        self._handle = handle
        self.now = 100_000

    def key(
        self,
        text: str,
        gap: int,
        *,
        held: Qt.KeyboardModifier = _NONE,
        code: int | None = None,
        release: bool = True,
        repeat: bool = False,
    ) -> None:
        """Press a key `gap` milliseconds after the last one, and release it before the next."""
        self.now += gap
        key = self._code(text) if code is None else code
        kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) if release else (QEvent.Type.KeyPress,)
        for place, kind in enumerate(kinds):
            event = QKeyEvent(kind, key, held, 10, 0, 0, text, repeat)
            event.setTimestamp(self.now + place * min(gap, 40) // 2)
            QCoreApplication.sendEvent(self._handle, event)

    def let_go(self, text: str) -> None:
        """Release a key that was pressed before."""
        self.now += 1
        event = QKeyEvent(QEvent.Type.KeyRelease, self._code(text), _NONE, 10, 0, 0, text)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self._handle, event)

    def scan(self, code: str, gap: int = SCANNER, end: str = ENTER) -> None:
        """Send a code as a scanner does, after a pause."""
        self.now += 1_000
        for sign in code + end:
            self.key(sign, gap)

    def type(self, text: str, gap: int = PERSON) -> None:
        """Type as a person does."""
        for sign in text:
            self.key(sign, gap)

    @staticmethod
    def _code(text: str) -> int:
        if text == ENTER:
            return Qt.Key.Key_Return.value
        if text == "\t":
            return Qt.Key.Key_Tab.value
        return ord(text.upper()) if text.isascii() else 0
