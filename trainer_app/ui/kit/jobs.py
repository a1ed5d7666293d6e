"""Work beside the window: long actions on a worker thread, changes told to all, and what others write.

See `Jobs`, `ChangeHub`, `OtherPrograms` (another
window on the same data) and `FolderWatcher` (the office's shared folder, looked at as soon as the system
reports a change, otherwise every few seconds).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FunctionType, TracebackType
from typing import TYPE_CHECKING, Any, override

import msgspec
from msgspec import Struct
from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QRunnable, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.base.changes import Changes, Label, Progress
from trainer_app.domain.base.errors import Cancelled, TrainerError

if TYPE_CHECKING:
    from trainer_app.actions.base.workplace import Workplace
    from trainer_app.actions.exchange.incoming import FoundFile, KnownNames

_TELL_EVERY = 0.04  # seconds between two steps of progress that are passed on


class Job(Struct, eq=False):
    """One piece of long work. `title` says what it is; `writes` that nothing else may write meanwhile."""

    title: str
    action: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[TrainerError], None]
    writes: bool = True
    _stop: threading.Event = msgspec.field(default_factory=threading.Event)

    def repeats(self, other: Job) -> bool:
        """Tell whether it writes what another one does that is still to do it: a button pressed twice."""
        if not (self.writes and other.writes) or other.cancelling:
            return False
        return _is_same(self.action, other.action) and _is_same(self.done, other.done)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it then raises `Cancelled` and has changed nothing."""
        self._stop.set()

    @property
    def cancelling(self) -> bool:
        """Tell whether it was asked to stop."""
        return self._stop.is_set()


def _is_same(one: object, other: object) -> bool:
    """Tell whether two values are the same; functions, whether one line of code made both of the same values.

    A press makes its functions anew each time: what they do is the same all the same.
    """
    if isinstance(one, FunctionType) and isinstance(other, FunctionType):
        if one is other or one.__code__ is not other.__code__:
            return one is other
        mine, others = _held_by(one), _held_by(other)
        return len(mine) == len(others) and all(map(_is_same, mine, others))
    return one is other or (type(one) is type(other) and bool(one == other))


def _held_by(function: FunctionType) -> list[object]:
    cells = function.__closure__ or ()
    return [*(function.__defaults__ or ()), *(cell.cell_contents for cell in cells)]


class _Outcome:
    """What came of an action: a value, or whatever it raised, kept for the GUI thread to deal with."""

    def __init__(self) -> None:
        self.value: Any = None
        self.error: BaseException | None = None

    def __enter__(self) -> _Outcome:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        self.error = error
        return True


class _Signals(QObject):
    """How a worker reports: it lives on the GUI thread, so Qt carries the calls there."""

    progressed = Signal(str, float)
    finished = Signal(object)


class _Worker(QRunnable):
    """Runs a job in a thread of the pool."""

    def __init__(self, job: Job, release: Callable[[], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = _Signals()
        self._job = job
        self._release = release
        self._told = 0.0

    def run(self) -> None:
        outcome = _Outcome()
        with outcome:
            try:
                outcome.value = self._job.action(self._progress)
            finally:
                self._release()
        self.signals.finished.emit(outcome)

    def _progress(self, code: str, fraction: float) -> None:
        if self._job.cancelling:
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY or fraction >= 1.0:
            self._told = now
            self.signals.progressed.emit(code, fraction)


class Jobs(QObject):
    """Runs jobs. `started`, `progressed(code, fraction)` and `ended` are for the window's progress band.

    `release` is called in the worker's thread when a job is over, to close its database connection.
    `synchronous` runs everything at once in the calling thread: for tests.
    """

    started = Signal(str)
    progressed = Signal(str, float)
    ended = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        release: Callable[[], None] = lambda: None,
        synchronous: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("jobs")
        self._release = release
        self._synchronous = synchronous
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: list[Job] = []
        self._running: Job | None = None
        self._worker: _Worker | None = None

    @property
    def synchronous(self) -> bool:
        """Tell whether everything is run at once."""
        return self._synchronous

    @property
    def busy(self) -> bool:
        """Tell whether a job runs or waits."""
        return self._running is not None

    @property
    def writing(self) -> bool:
        """Tell whether a job is at work during which nothing else may write."""
        return self._running is not None and self._running.writes

    def run[T](
        self,
        title: str,
        action: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[TrainerError], None],
        writes: bool = True,
    ) -> Job:
        """Start an action, or queue it behind the one that runs. `title` is shown while it works.

        What writes is done once: pressed again before it is over, it is the job that there is already.
        """
        job = Job(title, action, done, failed, writes)
        if self._synchronous:
            self._run_here(job)
            return job
        for other in (self._running, *self._waiting):
            if other is not None and job.repeats(other):
                return other
        self._waiting.append(job)
        self._start_next()
        return job

    def cancel(self) -> None:
        """Stop the running job at its next step, and forget those that wait."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel()

    def wait(self) -> None:
        """Wait until the running job is over, its connection to the database closed."""
        self._waiting.clear()
        self._pool.waitForDone()

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        job = self._waiting.pop(0)
        self._running = job
        self._worker = _Worker(job, self._release)
        self._worker.signals.progressed.connect(self.progressed)
        self._worker.signals.finished.connect(self._finished)
        self.started.emit(job.title)
        self._pool.start(self._worker)

    def _finished(self, outcome: _Outcome) -> None:
        job = self._running
        self._pool.waitForDone()
        self._running, self._worker = None, None
        self.ended.emit()
        try:
            if job is not None:
                _deliver(job, outcome)
        finally:
            self._start_next()

    def _run_here(self, job: Job) -> None:
        self._running = job
        self.started.emit(job.title)
        outcome = _Outcome()
        with outcome:
            outcome.value = job.action(self.progressed.emit)
        self._running = None
        self.ended.emit()
        _deliver(job, outcome)


def _deliver(job: Job, outcome: _Outcome) -> None:
    if isinstance(outcome.error, TrainerError):
        job.failed(outcome.error)
    elif outcome.error is not None:
        raise outcome.error
    else:
        job.done(outcome.value)


class ChangeHub(QObject):
    """Announces what actions returned.

    `announced(changes, source)`: `source` is whoever did it, so that a screen which has already shown its
    own change (the attendance grid) need not read everything again.
    """

    announced = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")

    def announce(self, changes: Changes, source: object = None) -> None:
        """Tell every open screen. A change that wrote nothing is not told."""
        if changes.step is not None or changes.touched:
            self.announced.emit(changes, source)


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

    Asked about once in `_LOOK_EVERY` milliseconds, and only while a page is in view; see `store.base.journal`
    for what that costs. What lies on a server tells by itself: see `server_watch`.
    """

    failed = Signal(object)
    """A `TrainerError` kept it from looking."""

    def __init__(self, work: Workplace, changes: ChangeHub, jobs: Jobs) -> None:
        super().__init__(changes)
        self.setObjectName("other_programs")
        self._work, self._changes, self._jobs = work, changes, jobs
        # Here and not above: the page that asks for the passphrase does without the history.
        from trainer_app.actions.base import history

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
            if not self._work.database.on_server:
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
        except TrainerError as error:
            self.failed.emit(error)
            return  # whoever works meets the same error where it can be told
        if touched:
            self._changes.announce(Changes(Label("history.elsewhere"), None, touched), self)

    def tell_everything(self) -> None:
        """Announce that all may have changed: nobody heard what was written for a while."""
        self._others.miss()
        self.look()

    def _put_off(self, _changes: Changes, source: object) -> None:
        """Begin the wait anew after own work: no screen is read again between two keys of one mark."""
        if source is not self and self._timer.isActive():
            self._timer.start()

    def _pass_over(self) -> None:
        if not self._work.locked:
            with suppress(TrainerError):
                self._others.pass_over()
