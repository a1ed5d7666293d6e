"""What is around the window: a second start that hands its files over, or waits; whether somebody sits here.

Nobody does after some minutes without a key, after sleep, and when the system's own lock says so. And where
the window lies among those of other programs: a window that locks itself stays there.
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    SLOT,
    QCoreApplication,
    QEvent,
    QFileSystemWatcher,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.system.computer import end_listening, listen
from trainer_app.system.handover import OpenWindow
from trainer_app.ui.shell.window import MainWindow

_log = logging.getLogger(__name__)

_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)
_MINUTE = 60_000
_SOON = 5_000
"""Milliseconds between two tries to lock while long work goes on."""
_TICK = 20_000
"""Milliseconds between two looks at the clock."""
_REST = 2_000
"""Milliseconds after a sign of life during which none is looked for."""


class IdleLock(QObject):
    """Emits `due` after some minutes without a key or a click, or when somebody left. 0 minutes: never.

    A timer stands still while the computer sleeps: so the clock is looked at too.

    Qt calls a filter of the whole program for each of its events, thousands in a busy second. So after a sign
    of life it rests for some seconds, whose end counts as another sign: nobody knows what came meanwhile.
    """

    due = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self.setObjectName("idle_lock")
        self._timer, self._rest, self._tick = QTimer(self), QTimer(self), QTimer(self)
        for timer, name in ((self._timer, "idle_timer"), (self._rest, "idle_rest")):
            timer.setObjectName(name)
            timer.setSingleShot(True)
        self._tick.setObjectName("idle_tick")
        self._tick.setInterval(_TICK)
        self._timer.timeout.connect(self.due)
        self._rest.timeout.connect(self._rested)
        self._tick.timeout.connect(self.look_at_clock)
        self._minutes = 0
        self._now, self._since = now, now()

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self.stop()
        self._minutes = minutes
        if minutes > 0:
            self._tick.start()
            self._count_anew()

    def remind(self) -> None:
        """Be due again soon: locking had to wait for long work. A sign of life counts from the beginning."""
        self._since = self._now()
        self._rested()
        self._timer.start(_SOON)

    @property
    def waiting(self) -> int:
        """Milliseconds until it is due; 0 while it does not watch."""
        return self._timer.interval() if self._timer.isActive() else 0

    def left(self) -> None:
        """Be due now: the session was locked or left, or the computer falls asleep."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()

    def look_at_clock(self) -> None:
        """Be due if more time went by than the timer knows of."""
        if self._slept():
            self.left()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._tick.stop()
        self._rest.stop()
        self._listen(on=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at every sign of life."""
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            # The key that wakes a computer is no sign that somebody was here.
            if self._slept():
                self.left()
            else:
                self._count_anew()
        return False

    def _count_anew(self) -> None:
        self._since = self._now()
        self._timer.start(self._minutes * _MINUTE)
        self._listen(on=False)
        self._rest.start(_REST)

    def _rested(self) -> None:
        self._rest.stop()
        if self._slept():
            self.left()
            return
        self._since = self._now()
        self._timer.start(self._minutes * _MINUTE)
        self._listen(on=True)

    def _slept(self) -> bool:
        limit = self._minutes * _MINUTE + _TICK
        return self._timer.isActive() and (self._now() - self._since) * 1000 > limit

    def _listen(self, *, on: bool) -> None:
        application = QCoreApplication.instance()
        if application is not None and on:
            application.installEventFilter(self)
        elif application is not None:
            application.removeEventFilter(self)


_LOGIND = "org.freedesktop.login1"
_SAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)


class SessionWatch(QObject):
    """Emits `left` when the system says that nobody sits here: it sleeps, or its session was locked or left.

    On Windows by a message, on Linux by logind and by the desktop's own lock, both over D-Bus, which is no
    network. `system` and `desktop` are the two buses; by default those of this computer.
    """

    left = Signal()

    def __init__(self, parent: QObject, system: Any = None, desktop: Any = None) -> None:
        super().__init__(parent)
        self.setObjectName("session_watch")
        self._system, self._desktop = system, desktop
        self._listening = False

    def begin(self) -> None:
        """Listen from now on."""
        if self._listening:
            return
        self._listening = True
        if sys.platform == "win32":
            listen(self.left.emit)
        elif sys.platform == "linux":
            self._connect()

    def end(self) -> None:
        """Listen no more."""
        if self._listening and sys.platform == "win32":
            end_listening()
            self._listening = False

    def _connect(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            _log.warning("without D-Bus the lock of the session is not heard")
            return
        system: Any = self._system or QDBusConnection.systemBus()
        desktop: Any = self._desktop or QDBusConnection.sessionBus()
        manager, session = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
        system.connect(_LOGIND, "", manager, "PrepareForSleep", self, SLOT("_told(bool)"))
        system.connect(_LOGIND, "", session, "Lock", self, SLOT("_locked()"))
        for saver in _SAVERS:
            desktop.connect(saver, "", saver, "ActiveChanged", self, SLOT("_told(bool)"))

    @Slot(bool)
    def _told(self, away: bool) -> None:
        if away:
            self.left.emit()

    @Slot()
    def _locked(self) -> None:
        self.left.emit()


MINIMIZED, BEHIND = "minimized", "behind"


def where_it_lies(window: QWidget) -> str:
    """Return where a window lies among those of other programs; "" in front, where somebody works in it."""
    if window.isMinimized():
        return MINIMIZED
    return "" if QApplication.activeWindow() is not None else BEHIND


def show_where_it_lay(window: QWidget, place: str) -> None:
    """Show the window of a program that follows on one which locked itself: nobody is called away for that.

    A new window comes in front of all others with the keyboard, whatever is typed there at that moment.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=bool(place))
    if place == MINIMIZED:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    window.show()
    if place == BEHIND:
        window.lower()


_TOGETHER = 150
"""Milliseconds in which more files may come: Windows starts a program once for each file that is opened."""
_TRY_AGAIN = 1000
"""Milliseconds between two tries to be the one window, while another one still closes."""
_ASK_AGAIN = 250
"""Milliseconds between two looks whether a busy window has answered."""


class Turn(QObject):
    """Waits for the window that is open and busy.

    Emits `answered` once that deals with what it was asked, or `free` once it is gone: then this one has the
    folder.
    """

    answered = Signal()
    free = Signal()

    def __init__(self, window: MainWindow, open_window: OpenWindow) -> None:
        super().__init__(window)
        self.setObjectName("turn")
        self._open = open_window
        self._timer = QTimer(self)
        self._timer.setObjectName("turn_timer")
        self._timer.setInterval(_ASK_AGAIN)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.closing.connect(self.end)

    def look(self) -> None:
        """Look whether it is this one's turn, or nobody need wait any more."""
        if not self._open.asks:
            return
        if not self._open.answered() and not self._open.hold():
            return
        taken = not self._open.take_back()
        self._timer.stop()
        if taken:
            self._open.let_go()
        (self.answered if taken else self.free).emit()

    def end(self) -> None:
        """Wait no more: nobody is asked for anything."""
        self._timer.stop()
        self._open.take_back()


class Arrivals(QObject):
    """Puts the window in front when the program was started again, and drops files on it that came along."""

    def __init__(self, window: MainWindow, open_window: OpenWindow) -> None:
        super().__init__(window)
        self.setObjectName("arrivals")
        self._window, self._open = window, open_window
        self._system = QFileSystemWatcher(self)
        self._system.setObjectName("arrivals_system")
        self._system.directoryChanged.connect(self._soon)
        self._timer, self._again = QTimer(self), QTimer(self)
        for timer, name, every in ((self._timer, "soon", _TOGETHER), (self._again, "again", _TRY_AGAIN)):
            timer.setObjectName(f"arrivals_{name}")
            timer.setInterval(every)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take)
        self._again.timeout.connect(self.begin)
        self._files: list[Path] = []
        self._called = False
        window.closing.connect(self.end)

    def begin(self) -> None:
        """Be the one window of the data folder, or become it as soon as another one is closed."""
        if not self._open.hold():
            self._again.start()
            return
        # Where the system tells of no change in the folder, it is looked at every second.
        told = str(self._open.messages) in self._system.directories() or self._system.addPath(
            str(self._open.messages)
        )
        if told:
            self._again.stop()
        else:
            self._again.start()
        self._soon()

    def end(self) -> None:
        """Take nothing more."""
        self._timer.stop()
        self._again.stop()
        self._open.let_go()

    def take(self) -> None:
        """Show the window, and take what came."""
        if self._called:
            files, self._files, self._called = self._files, [], False
            self._come_forward()
            if files:
                self._window.dropped.emit(files)

    def _soon(self) -> None:
        """Answer whoever waits at once; deal with the files when no more come."""
        if not self._open.held:
            return
        files = self._open.take()
        if files is not None:
            self._called = True
            self._files += (path for path in files if path not in self._files)
            self._timer.start()

    def _come_forward(self) -> None:
        window = self._window
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()
