"""Counts the program's steps, the calls into some of its files, and kills it at one of them.

The work is done by a fork of the program, so that nothing but the kernel tells the survivor what is left.
"""

import os
import signal
import sys
from collections.abc import Callable
from types import CodeType, FrameType


class Steps:
    """Python's hook for profilers: counts calls into `files` and kills this program at number `at`."""

    def __init__(self, files: tuple[str, ...], at: int) -> None:
        self.count = 0
        self._files, self._at = files, at
        self._known: dict[CodeType, bool] = {}

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """Be told of a call."""
        if event != "call":
            return
        code = frame.f_code
        counts = self._known.get(code)
        if counts is None:
            # Helpers that are asked again and again while nothing moves are no steps.
            counts = code.co_filename.endswith(self._files) and not code.co_name.startswith("<")
            self._known[code] = counts
        if counts:
            self.count += 1
            if self.count == self._at:
                os.kill(os.getpid(), signal.SIGKILL)


def steps_of(work: Callable[[], object], files: tuple[str, ...], at: int = 0) -> int:
    """Work in a child that is killed at a step; return how many steps it took, or 0 if it was killed.

    Raises RuntimeError when the work fails by itself.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        steps = Steps(files, at)
        sys.setprofile(steps)
        try:
            work()
        except BaseException as problem:  # noqa: BLE001  this process ends here, whatever it was
            os.write(writer, repr(problem).encode())
            os._exit(1)
        sys.setprofile(None)
        os.write(writer, str(steps.count).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        words = told.read().decode()
    os.waitpid(child, 0)
    if words and not words.isdigit():
        raise RuntimeError(words)
    return int(words or 0)
