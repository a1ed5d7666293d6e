"""Makes the copy of the day by itself: after unlocking, every two hours of work, at locking and closing."""

import logging

from PySide6.QtCore import QObject, QTimer

from trainer_app.actions import backups
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.backups import Snapshot
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.jobs import Jobs
from trainer_app.ui.shell.desk import Desk

_AFTER_START = 3_000
_EVERY = 2 * 60 * 60 * 1000
SMALL = 16 << 20
"""Bytes of a database that is copied while the window closes: a moment that nobody notices."""
_TOLD = frozenset({"database.damaged", "backup.not_kept"})
_log = logging.getLogger(__name__)


class Keeper(QObject):
    """Nobody waits for it, and Today and Settings show when the newest copy was made.

    Told is only that no copy can be made because a file is damaged.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("backup_keeper")
        self._desk: Desk | None = None
        self._jobs: Jobs | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("backup_timer")
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)

    def begin(self, desk: Desk, *, synchronous: bool = False) -> None:
        """Watch over an opened workplace; the first copy is of what the day before left."""
        self._desk = desk
        if self._jobs is not None:
            self._jobs.deleteLater()
        self._jobs = Jobs(self, release=desk.work.release, synchronous=synchronous)
        self._timer.start()
        # The first screen does not wait for it.
        QTimer.singleShot(_AFTER_START, self, self.keep)

    def keep(self) -> None:
        """Make the copy of the day in the background, out of the way of everything."""
        desk, jobs = self._desk, self._jobs
        if desk is None or jobs is None or jobs.busy:
            return
        jobs.run(
            "",
            lambda _progress: backups.keep_day(desk.work),
            done=lambda made: self._made(desk, made),
            failed=lambda error: self._failed(desk, error),
            writes=False,
        )

    def _made(self, desk: Desk, made: Snapshot | None) -> None:
        """Let those who show when the newest copy was made look again, if they are still there."""
        if made is not None and desk is self._desk:
            desk.backup_made.emit()

    def _failed(self, desk: Desk, error: TrainerError) -> None:
        _note(error)
        if desk is self._desk and error.code in _TOLD:
            desk.tell_error(error)

    def wait(self) -> None:
        """Wait for a copy that is being made: the database is about to give way."""
        if self._jobs is not None:
            self._jobs.wait()

    def end(self) -> None:
        """Make the last copy before the workplace closes; a large database waits for the next start."""
        desk, jobs, self._desk = self._desk, self._jobs, None
        self._timer.stop()
        if desk is not None and jobs is not None and not jobs.busy:
            _keep_small(desk.work)


def _keep_small(work: Workplace) -> None:
    try:
        if not work.locked and work.folder.database.stat().st_size <= SMALL:
            backups.keep_day(work)
    except (TrainerError, OSError) as problem:
        _note(problem)


def _note(problem: Exception) -> None:
    _log.warning("no copy of the day could be made: %s", problem)
