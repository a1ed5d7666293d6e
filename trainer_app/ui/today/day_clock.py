"""Tells when the clock alone changes what the first screen shows: a session begins, the day ends."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.workplace import ZONE
from trainer_app.domain.today import TodayView, next_change
from trainer_app.system.clock import civil_minute
from trainer_app.ui.shell.desk import Desk

_MINUTE = 60_000


class DayClock(QObject):
    """Sleeps until the next moment that matters, and looks again when the window comes to the front.

    A laptop that slept comes back with timers that stood still: the window's activation makes up for it.
    """

    moved = Signal()

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self.setObjectName("day_clock")
        self._desk = desk
        self._due: int | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("day_clock_timer")
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.tick)
        screen.installEventFilter(self)

    def watch(self, view: TodayView) -> None:
        """Wait for the next moment at which this view is out of date."""
        now = self._desk.work.clock.millis()
        minute = civil_minute(now, ZONE)
        self._due = (now // _MINUTE + next_change(view.sessions, minute)) * _MINUTE
        self._timer.start(self._due - now)

    def tick(self) -> None:
        """Look at the clock: say so if the moment has come, else wait on."""
        if self._due is None:
            return
        now = self._desk.work.clock.millis()
        if now < self._due:
            self._timer.start(self._due - now)
            return
        self.rest()
        self.moved.emit()

    def rest(self) -> None:
        """Wait for nothing."""
        self._due = None
        self._timer.stop()

    @property
    def waiting(self) -> int:
        """Milliseconds that the timer waits for at most; 0 while it rests."""
        return self._timer.interval() if self._timer.isActive() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock when the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self.tick()
        return super().eventFilter(watched, event)
