"""What is kept when the program fails and no person is at fault: a report of places and types, no values."""

import faulthandler
import logging
import platform
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from trainer_app.system.scrubbing import trace
from trainer_app.system.version import VERSION

_KEPT = 20
_HARD = "hard-crash.log"

_log = logging.getLogger(__name__)

Tell = Callable[[BaseException, Path | None], None]
"""Told about a failure and where its report lies (None when even that could not be written)."""


def record(folder: Path, error: BaseException) -> Path | None:
    """Write a report into `folder` and return its path; None when the disk refuses.

    The name holds only the time (UTC). The newest 20 reports are kept.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    path = folder / f"crash-{stamp}.txt"
    lines = [
        f"trainer-app {VERSION}",
        f"python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}",
        f"time {stamp} UTC, thread {threading.current_thread().name}",
        "",
        trace(error),
        "",
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError as failure:
        _log.error("no crash report could be written: errno %s", failure.errno)
        return None
    return path


@dataclass
class Guard:
    """The hooks of the interpreter while the program runs; `release` gives the former ones back."""

    folder: Path
    tell: Tell

    def __post_init__(self) -> None:
        self._before = (sys.excepthook, threading.excepthook)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._hard = (self.folder / _HARD).open("a", encoding="utf-8")
        sys.excepthook = self._main
        threading.excepthook = self._thread
        faulthandler.enable(self._hard)

    def release(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook = self._before
        faulthandler.disable()
        self._hard.close()
        if (self.folder / _HARD).stat().st_size == 0:
            (self.folder / _HARD).unlink()

    def _main(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._before[0](kind, error, traceback)
            return
        _log.critical("unexpected failure", exc_info=error)
        self.tell(error, record(self.folder, error))

    def _thread(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._main(failure.exc_type, failure.exc_value, failure.exc_traceback)
