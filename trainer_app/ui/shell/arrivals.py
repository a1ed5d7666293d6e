"""What reaches an open window from outside: files that a second start hands over, and the wish to see it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer

from trainer_app.system.handover import OpenWindow
from trainer_app.ui.shell.window import MainWindow

_TOGETHER = 150
"""Milliseconds in which more files may come: Windows starts a program once for each file that is opened."""
_TRY_AGAIN = 1000
"""Milliseconds between two tries to be the one window, while another one still closes."""


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
