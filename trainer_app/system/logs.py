"""Log file and crash reports: what happened, by ids; names and notes never reach them.

A word passes when it is a number, a compound lower-case identifier (a code, a module, an id), a serial or
device code (capitals *with* a digit), the name of an exception, or a word of the vocabulary: entities,
fields and some technical words. Anything else - Cyrillic, capitalised, quoted, unknown - becomes an ellipsis.
What is lost is wording; what is kept is where it happened and to which row. A crash report lists places and
types, no values.
"""

import faulthandler
import logging
import os
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any

from trainer_app import VERSION
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.native.disk import unlink_file
from trainer_app.system.folders import error_of

HIDDEN = "…"

_PASSES = regex(
    r"(?=.*[0-9._:/=])(?=.*[a-z])[a-z0-9_]+([._:/=\-][a-z0-9_]+)+"  # codes, paths of modules, keys
    r"|(?=[a-z]*[0-9])[a-z0-9]+"  # hexadecimal ids
    r"|(?=[A-Z0-9\-]*[A-Z])(?=[A-Z\-]*[0-9])[A-Z0-9]+(-[A-Z0-9]+)*"  # KD07, KD07-0123-X
    r"|-?[0-9][0-9.,:%]*"
    r"|[A-Z]?[a-zA-Z]*(Error|Exception|Warning|Interrupt|Cancelled|Exit)"
)
_TECHNICAL = (
    "a after already an and archive as at attribute be before bytes call can cannot closed column constraint "
    "could database disk does done error expected export failed file folder for found from full got has have "
    "import in index integer invalid is it item key line list locked malformed missing must no not object of "
    "on open opened or out program range read record row rows step string such syntax table text than that "
    "the thread to too type unable unexpected unknown value was were when with write written "
    "CHECK DELETE FOREIGN INSERT KEY NULL SELECT UNIQUE UPDATE EACCES EDQUOT EIO ENOENT ENOSPC EPERM EROFS"
)
_QUOTED = regex(r"'[^']*'|\"[^\"]*\"|«[^»]*»|“[^”]*”")
_LONGEST_ID = 40
"""Letters of an id without any mark between: what is longer may be a key, written as hexadecimal digits."""
_LONG = regex(rf"[A-Za-z0-9]{{{_LONGEST_ID + 1},}}")
_EDGES = "()[]{}<>,;:.!?"


@cache
def _vocabulary() -> frozenset[str]:
    # With the first line of the log, not with the program: the schema is large.
    from trainer_app.domain.base.schema import ENTITIES

    fields = (field for entity in ENTITIES.values() for field in entity.fields)
    return frozenset([*_TECHNICAL.split(), *ENTITIES, *fields])


def scrub(text: str) -> str:
    """Return the text with every word hidden that could be a name or a note."""
    without_quotes = _QUOTED.sub(HIDDEN, text)
    return " ".join(_word(word) for word in without_quotes.split())


def _word(word: str) -> str:
    core = word.strip(_EDGES)
    if not core or core == HIDDEN:
        return word
    passes = core in _vocabulary() or (_PASSES.fullmatch(core) is not None and not _LONG.search(core))
    return word if passes else word.replace(core, HIDDEN)


def trace(error: BaseException) -> str:
    """Return an exception and its causes as text: types, places, codes; no source lines, no values.

    A place is module path, line and function. The chain goes from the first cause to the last error.
    """
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused\n".join(_one(each) for each in reversed(chain))


def _one(error: BaseException) -> str:
    places = [
        f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([*places, f"{type(error).__module__}.{type(error).__qualname__}: {_message(error)}"])


def _message(error: BaseException) -> str:
    match error:
        case TrainerError():
            return error.code
        case OSError():
            return f"errno {error.errno}"
    return scrub(str(error))


def _module(filename: str) -> str:
    """Return the end of a path only: its beginning holds the name of the person at this computer."""
    parts = filename.replace("\\", "/").split("/")
    for root in ("trainer_app", "site-packages", "tests"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]


NAME = "trainer.log"
_BYTES = 512 * 1024
_KEPT = 5
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_log(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Send what `trainer_app` logs to `folder`/trainer.log, in six files of at most 512 KiB each.

    Returns the handler, which `stop` wants back. A log that cannot be opened raises `TrainerError`.
    """
    logger = logging.getLogger("trainer_app")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _PrivateFiles(folder / NAME, encoding="utf-8")
    except OSError as error:
        raise error_of(error, NAME) from error
    handler.setFormatter(IdsOnlyFormatter(_FORMAT))
    logger.addHandler(handler)
    logger.setLevel(level)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Write to this log no more."""
    logging.getLogger("trainer_app").removeHandler(handler)
    handler.close()


class _PrivateFiles(logging.FileHandler):
    """Log files that only their owner can read: one, and the `_KEPT` before it, which were full.

    Where another program holds the full one, as on Windows, that one grows on. The library's own handler that
    turns files comes with others that need sockets: 4 ms of each start.
    """

    _turns_at = _BYTES
    """Bytes of a file that is full."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, into a new file where the one before is full."""
        try:
            if self.stream is not None and self.stream.tell() + len(self.format(record)) >= self._turns_at:
                self._turn(self.stream)
        except OSError:
            self.handleError(record)
        else:
            super().emit(record)

    def _turn(self, full: TextIOWrapper) -> None:
        newest = Path(self.baseFilename)
        files = [newest.with_name(f"{newest.name}.{number}") for number in range(_KEPT + 1)]
        full.close()
        try:
            # First the one that another program may hold, which Windows then does not let go.
            newest.replace(files[0])
            for younger, older in reversed(list(pairwise(files))):
                if younger.exists():
                    younger.replace(older)
        except OSError:
            self._turns_at = newest.stat().st_size + _BYTES if newest.exists() else _BYTES
        else:
            self._turns_at = _BYTES
        finally:
            self.stream = self._open()

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)


class IdsOnlyFormatter(logging.Formatter):
    """Formats a record so that only numbers, codes and ids of its values can be read.

    The message itself is a literal of the program and stays; its values pass through `scrub`.
    """

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, and a trace without values when there was an exception."""
        safe = logging.makeLogRecord(record.__dict__)
        safe.args = _safe(record.args)
        safe.exc_info, safe.exc_text = None, None
        line = super().format(safe)
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n" + trace(record.exc_info[1])
        return line


def _safe(args: Any) -> Any:
    match args:
        case tuple():
            return tuple(_safe(each) for each in args)
        case dict():
            return {name: _safe(each) for name, each in args.items()}
        case bool() | int() | float() | None:
            return args
        case TrainerError():
            return args.code
        case BaseException():
            return type(args).__qualname__
    return scrub(str(args))


_REPORTS_KEPT = 20
_HARD = "hard-crash.log"

_log = logging.getLogger(__name__)

Tell = Callable[[BaseException, Path | None], None]
"""Told about a failure and where its report lies (None when even that could not be written)."""


def record_crash(folder: Path, error: BaseException) -> Path | None:
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
        for old in sorted(folder.glob("crash-*.txt"))[:-_REPORTS_KEPT]:
            unlink_file(old)
    except OSError as failure:
        _log.error("no crash report could be written: errno %s", failure.errno)
        return None
    return path


_PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """Let no crash write this program's memory to the disk, and no other program of the person read it.

    It holds the key and people's names. On Linux alone: Windows writes small dumps only where somebody asked
    for them, and on macOS core files are off.
    """
    if sys.platform != "linux":
        return
    import ctypes
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        _log.warning("the system does not keep the memory private")


class CrashHooks:
    """The hooks of the interpreter while the program runs; `release` gives the former ones back."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.folder = folder
        self.tell = tell
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
        # Another window may hold it, or have removed it.
        with suppress(OSError):
            if (self.folder / _HARD).stat().st_size == 0:
                (self.folder / _HARD).unlink()

    def _main(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._before[0](kind, error, traceback)
            return
        _log.critical("unexpected failure", exc_info=error)
        self.tell(error, record_crash(self.folder, error))

    def _thread(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._main(failure.exc_type, failure.exc_value, failure.exc_traceback)
