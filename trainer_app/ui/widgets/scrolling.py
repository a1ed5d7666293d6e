"""A page that scrolls and whose bar cannot come and go without an end.

With the bar a page is narrower, its words take more lines, and it tells so only when it has been laid out.
Near the height at which the bar comes it would come and go, each time by what the page needed before.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_TURNS = 4
"""So often the bar may come or go at once: it comes, what was narrower finds its height, it is not needed."""


class SteadyScrollArea(QScrollArea):
    """Keeps its bar where it would come and go, until it is not needed or there is another room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns, self._tried = 0, False
        self._room = QSize()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._come_to_rest)

    @property
    def held(self) -> bool:
        """Tell whether the bar stands there whatever the page needs."""
        return self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin anew in another room."""
        if self._room != self.size():
            self._room, self._turns, self._tried = QSize(self.size()), 0, False
            self._hold(held=False)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bar when the page has become narrower and wider in the same room."""
        if isinstance(event, QResizeEvent) and watched is self.widget():
            if event.size().width() != event.oldSize().width():
                self._turns += 1
                self._rest.start()
            if self._turns >= _TURNS:
                self._hold(held=True)
        return super().eventFilter(watched, event)

    def _come_to_rest(self) -> None:
        """Once in a room, let a bar go that is not needed when the page is as narrow as beside it."""
        self._turns = 0
        if self.held and not self._tried and not self.verticalScrollBar().maximum():
            self._tried = True
            self._hold(held=False)

    def _hold(self, *, held: bool) -> None:
        policy = Qt.ScrollBarPolicy
        if held != self.held and self.verticalScrollBarPolicy() is not policy.ScrollBarAlwaysOff:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if held else policy.ScrollBarAsNeeded)
