"""Looks at the office's watched folder: at once when the system tells of a change, else every few seconds."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from trainer_app.actions import watching
from trainer_app.ui.shell.desk import Desk

_EVERY = 5_000  # milliseconds between two looks; network folders tell of no change
_AGAIN = 700  # milliseconds after which a file is looked at again: it may still be being copied


class FolderWatcher(QObject):
    """`found` gives the files that are new and whole: twice in a row they had the same size."""

    found = Signal(list)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("office_watcher")
        self._desk = desk
        self._sizes: dict[Path, int] = {}
        self._names: watching.Names = {}
        self._told: list[Path] | None = None
        self._timer, self._soon = QTimer(self), QTimer(self)
        self._system = QFileSystemWatcher(self)
        self._system.setObjectName("office_watcher_system")
        self._system.directoryChanged.connect(lambda _path: self._soon.start())
        for timer, name, every in ((self._timer, "regular", _EVERY), (self._soon, "soon", _AGAIN)):
            timer.setObjectName(f"office_watcher_{name}")
            timer.setInterval(every)
            timer.timeout.connect(self.look)
        self._soon.setSingleShot(True)

    def start(self) -> None:
        """Watch the folder that is chosen now; rest if there is none."""
        old = self._system.directories()
        if old:
            self._system.removePaths(old)
        place = watching.folder(self._desk.work)
        self._told = None
        if place is None:
            self._timer.stop()
            self.look()
            return
        if place.is_dir():
            self._system.addPath(str(place))
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once; files that grew since the last look are waited for."""
        if self._desk.work.locked or self._desk.jobs.writing:
            return
        paths = self._desk.ask(watching.list_new, self._names) or []
        sizes = {path: _size(path) for path in paths}
        whole = [path for path in paths if self._sizes.get(path) == sizes[path]]
        growing = len(whole) < len(paths)
        self._sizes = sizes
        if growing:
            self._soon.start()
        if whole != self._told:
            self._told = whole
            self.found.emit(whole)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
