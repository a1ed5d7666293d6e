"""The log file: what happened, by ids. Names and notes never reach it, whatever the caller passes."""

import logging
import os
import time
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from trainer_app.domain.errors import TrainerError
from trainer_app.system.disk import error_of
from trainer_app.system.scrubbing import scrub, trace

NAME = "trainer.log"
_BYTES = 512 * 1024
_KEPT = 5
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Send what `trainer_app` logs to `folder`/trainer.log, in six files of at most 512 KiB each.

    Returns the handler, which `stop` wants back. A log that cannot be opened raises `TrainerError`.
    """
    logger = logging.getLogger("trainer_app")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _PrivateFiles(folder / NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError as error:
        raise error_of(error, NAME) from error
    handler.setFormatter(IdsOnly(_FORMAT))
    logger.addHandler(handler)
    logger.setLevel(level)
    return handler


def stop(handler: logging.Handler) -> None:
    """Write to this log no more."""
    logging.getLogger("trainer_app").removeHandler(handler)
    handler.close()


class _PrivateFiles(RotatingFileHandler):
    """Log files that only their owner can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)


class IdsOnly(logging.Formatter):
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
