"""Watchers of what others write: another window on the same data, and the office's shared folder.

The folder is looked at as soon as the system reports a change, otherwise every few seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base import history
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.kit.jobs import ChangeHub, Jobs

if TYPE_CHECKING:
    from trainer_app.actions.base.workplace import Workplace
    from trainer_app.actions.exchange.incoming import FoundFile, KnownNames


_EVERY = 5_000  # milliseconds between two looks; network folders tell of no change
_AGAIN = 700  # milliseconds after which a file is looked at again: it may still be being copied
_AFTER_START = 300  # milliseconds that the first screen has for itself
_LOOK_EVERY = 800  # milliseconds between two looks at what other programs wrote into the database


class FolderWatcher(QObject):
    """`found` gives the files that are new and whole: twice in a row they had the same size.

    The folder is read in a worker, without the database: a slow network holds nothing up. `new` is what was
    found last, `place` the folder.
    """

    found = Signal(list)

    def __init__(
        self, work: Workplace, writing: Callable[[], bool], parent: QObject, *, synchronous: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("office_watcher")
        self._work, self._writing = work, writing
        self._sizes: dict[Path, int] = {}
        self._whole: list[FoundFile] = []
        self.names: KnownNames = {}
        self.new: list[Path] = []
        self.place: Path | None = None
        self._started = False
        self._system: QFileSystemWatcher | None = None
        self._jobs = Jobs(self, synchronous=synchronous)
        self._timer, self._soon = QTimer(self), QTimer(self)
        for timer, name, every in ((self._timer, "regular", _EVERY), (self._soon, "soon", _AGAIN)):
            timer.setObjectName(f"office_watcher_{name}")
            timer.setInterval(every)
            timer.timeout.connect(self.look)
        self._soon.setSingleShot(True)

    def begin(self) -> None:
        """Start a moment later: the first screen does not wait for it."""
        self.place = self._folder()
        QTimer.singleShot(_AFTER_START, self, self.start)

    def start(self) -> None:
        """Watch the folder that is chosen now; rest if there is none."""
        place = self._folder()
        if place != self.place or not self._started:
            self._started = True
            self.place, self._sizes, self._whole = place, {}, []
            self._watch_nothing()
        self.recount()
        if place is None:
            self._timer.stop()
            return
        self._timer.start()
        self.look()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._soon.stop()
        self._jobs.cancel()

    def look(self) -> None:
        """Look once, in the background; files that grew since the last look are waited for."""
        place = self.place
        if place is None or self._work.locked or self._jobs.busy:
            return
        # Here and below, not at the top: a laptop without such a folder never loads what reads one.
        from trainer_app.actions.exchange.incoming import look_at_folder

        self._jobs.run(
            "",
            lambda progress: look_at_folder(place, self.names, progress),
            done=lambda seen: self._seen(place, seen),
            failed=lambda _error: None,
            writes=False,
        )

    def _seen(self, place: Path, seen: list[FoundFile]) -> None:
        if place != self.place or self._work.locked:
            return
        self._watch(place)
        self._whole = [each for each in seen if self._sizes.get(each.path) == each.size]
        if len(self._whole) < len(seen):
            self._soon.start()
        self._sizes = {each.path: each.size for each in seen}
        self.recount()

    def recount(self) -> None:
        """Find out what of the files seen last is new now: some may have been taken in."""
        if self._work.locked or self._writing():
            return
        try:
            new = self._unknown()
        except TrainerError:
            return  # the next look asks again; whoever works meets the same error where it can be told
        if new != self.new:
            self.new = new
            self.found.emit(new)

    def _unknown(self) -> list[Path]:
        if not self._whole:
            return []
        from trainer_app.actions.exchange.incoming import unknown_files

        return unknown_files(self._work, self._whole)

    def _folder(self) -> Path | None:
        from trainer_app.actions.exchange.incoming import watched_folder

        try:
            return watched_folder(self._work)
        except TrainerError:
            return None

    def _watch(self, place: Path) -> None:
        """Let the system tell of changes, in a folder that was just read and so is there."""
        if self._system is None:
            self._system = QFileSystemWatcher(self)
            self._system.setObjectName("office_watcher_system")
            self._system.directoryChanged.connect(lambda _path: self._soon.start())
        if str(place) not in self._system.directories():
            self._system.addPath(str(place))

    def _watch_nothing(self) -> None:
        if self._system is not None and self._system.directories():
            self._system.removePaths(self._system.directories())


class OtherPrograms(QObject):
    """Announces what another window or the command line has written into the same data folder.

    Asked about once in `_LOOK_EVERY` milliseconds, and only while a page is in view; see `store.base.others`
    for what that costs.
    """

    def __init__(self, work: Workplace, changes: ChangeHub, jobs: Jobs) -> None:
        super().__init__(changes)
        self.setObjectName("other_programs")
        self._work, self._changes, self._jobs = work, changes, jobs
        self._others = history.others_of(work)
        self._page: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("other_programs_timer")
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        jobs.ended.connect(self._pass_over)
        changes.announced.connect(self._put_off)

    @property
    def watching(self) -> bool:
        """Tell whether it looks by itself."""
        return self._timer.isActive()

    def watch(self, page: QWidget) -> None:
        """Look from now on whenever a page is in view."""
        self._page = page
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the page comes into view, with a look at once; end when it leaves."""
        if event.type() == QEvent.Type.Show:
            self._timer.start()
            self.look()
        elif event.type() == QEvent.Type.Hide:
            self.end()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, and announce what was changed."""
        page = self._page
        if self._work.locked or self._jobs.writing or (page is not None and page.window().isMinimized()):
            return
        try:
            touched = self._others.look()
        except TrainerError:
            return  # whoever works meets the same error where it can be told
        if touched:
            self._changes.announce(Changes(Label("history.elsewhere"), None, touched), self)

    def _put_off(self, _changes: Changes, source: object) -> None:
        """Begin the wait anew after own work: no screen is read again between two keys of one mark."""
        if source is not self and self._timer.isActive():
            self._timer.start()

    def _pass_over(self) -> None:
        if not self._work.locked:
            with suppress(TrainerError):
                self._others.pass_over()
