"""Counts the program's steps, the calls into some of its files, and kills it at one of them.

The work is done by a fork of the program, so that nothing but the kernel tells the survivor what is left.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import CodeType

type Called = Callable[[CodeType], bool]
"""Is told of each call of the thread that works; False: of this code it need not be told again."""

_CALLS = sys.monitoring.events.PY_START | sys.monitoring.events.PY_RESUME
_TOOL = sys.monitoring.PROFILER_ID


@contextlib.contextmanager
def calls_told(called: Called) -> Iterator[None]:
    """Tell of the calls of this thread, and of each time that a generator goes on.

    What it raises is raised where the call was. A hook of `sys.setprofile` is told of all that C does, too,
    and of the same again and again, which makes the work ten times as long.
    """
    thread = threading.get_ident()

    def told(code: CodeType, _offset: int) -> object:
        if threading.get_ident() != thread or called(code):
            return None
        return sys.monitoring.DISABLE

    sys.monitoring.use_tool_id(_TOOL, "faults")
    for event in (sys.monitoring.events.PY_START, sys.monitoring.events.PY_RESUME):
        sys.monitoring.register_callback(_TOOL, event, told)
    sys.monitoring.restart_events()
    sys.monitoring.set_events(_TOOL, _CALLS)
    try:
        yield
    finally:
        sys.monitoring.set_events(_TOOL, 0)
        sys.monitoring.free_tool_id(_TOOL)


def is_step(code: CodeType, files: tuple[str, ...]) -> bool:
    """Tell whether a call is a step: helpers that are asked again and again while nothing moves are none."""
    return code.co_filename.endswith(files) and not code.co_name.startswith("<")


def steps_of(work: Callable[[], object], files: tuple[str, ...], at: int = 0) -> int:
    """Work in a child that is killed at a step; return how many steps it took, or 0 if it was killed.

    Raises RuntimeError when the work fails by itself.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        count = 0

        def called(code: CodeType) -> bool:
            nonlocal count
            if not is_step(code, files):
                return False
            count += 1
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return True

        try:
            with calls_told(called):
                work()
        except BaseException as problem:  # noqa: BLE001  this process ends here, whatever it was
            os.write(writer, repr(problem).encode())
            os._exit(1)
        os.write(writer, str(count).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        words = told.read().decode()
    os.waitpid(child, 0)
    if words and not words.isdigit():
        raise RuntimeError(words)
    return int(words or 0)
