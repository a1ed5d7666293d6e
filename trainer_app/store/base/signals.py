"""What desks on one server tell each other beside the data: that something was written, of an import.

A connection of its own listens. Nothing is asked for again and again: the server sends, `Listener.fileno` is
what a window's loop waits on, and `heard` never waits. What is told of an import is only ever shown; whether
one is at work, its lock says, which goes with the connection of a desk that dies.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

import msgspec

from trainer_app.domain.base.changes import ImportElsewhere, Progress
from trainer_app.domain.base.errors import Cancelled, TrainerError

_EVERY = 0.4
"""Seconds between two messages of one import."""
_LONGEST_NAME = 120
"""Letters of a file's name: the server refuses a message of 8000 bytes."""


class Telling(Protocol):
    """An open database, as far as it is told by it how something goes on."""

    def telling(self) -> AbstractContextManager[Callable[[str], object] | None]:
        """Give what tells other desks something at once; None where there are none."""


class News(msgspec.Struct, frozen=True):
    """What was heard at once: whether anything was written, and what was told last of an import."""

    written: bool = False
    importing: ImportElsewhere | None = None


class Listener:
    """Hears what others write into a database on a server, from when it is made. Use it in one thread."""

    def __init__(self, connection: Any, failures: tuple[type[Exception], ...], statement: str) -> None:
        self._connection, self._failures = connection, failures
        connection.execute(statement)
        self._own = connection.info.backend_pid

    def fileno(self) -> int:
        """Return the socket that has something to be read when something was told, or the server is gone."""
        return int(self._connection.fileno())

    def heard(self) -> News:
        """Return what was told since; never waits. Raises server.gone."""
        written, importing = False, None
        try:
            self._connection.pgconn.consume_input()
            while (told := self._connection.pgconn.notifies()) is not None:
                found = _read(told.extra)
                if found is None:
                    written = True
                else:
                    importing = found
        except self._failures as problem:
            raise TrainerError("server.gone") from problem
        return News(written, importing)

    def close(self) -> None:
        """Listen no more."""
        self._connection.close()


def _read(told: bytes) -> ImportElsewhere | None:
    """Return what is told of an import; None for a write, and for what a newer version tells."""
    try:
        return msgspec.json.decode(told, type=ImportElsewhere)
    except (msgspec.ValidationError, msgspec.DecodeError):
        return None


@contextmanager
def told_to_others(database: Telling, desk: str, file: str, progress: Progress) -> Iterator[Progress]:
    """Let other desks see how an import goes on; give what is called with its progress.

    That they are not told stops nothing. In a file nobody is.
    """
    with database.telling() as tell:
        if tell is None:
            yield progress
            return
        name = file[:_LONGEST_NAME]
        told = _Told(lambda share: tell(msgspec.json.encode(ImportElsewhere(desk, name, share)).decode()))
        told.tell(0.0)

        def passed_on(code: str, share: float) -> None:
            told.tell(min(share, 0.99))
            progress(code, share)

        try:
            yield passed_on
        finally:
            told.tell(1.0)


class _Told:
    """Passes a share on, not too often, until it cannot be told: then no more."""

    def __init__(self, tell: Callable[[float], object]) -> None:
        self._tell: Callable[[float], object] | None = tell
        self._last = 0.0

    def tell(self, share: float) -> None:
        """Tell how far it is, if it is the beginning, the end, or long after the last time."""
        now = time.monotonic()
        if self._tell is None or (0.0 < share < 1.0 and now - self._last < _EVERY):
            return
        self._last = now
        try:
            self._tell(share)
        except Cancelled:
            raise
        except TrainerError:
            self._tell = None
