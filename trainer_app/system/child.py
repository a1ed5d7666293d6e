"""Reads what strangers made in a process of its own, so that no file can stop or fill the program.

    table = work.child.run(progress, read_table, path, sheet)

A file from outside may make its reader eat all memory, work without an end, or fall over a fault of the
library below it. So the function that reads it runs in a child: at most 512 MiB, 20 seconds between two of
its steps, one file. Whatever becomes of the child, here it is one refused file with its reason.

Why a program started anew, which talks in msgpack over its own pipes, and not `multiprocessing`: that one
hands values over as pickles, which whoever has taken the child over could fill with code; it starts its
children by running the main module again, which a built program does not have; and its processes outlive a
kill of the parent's. Why a new child for every file: what the one before has done to it cannot reach the
next. A child imports the reader and what that needs, never the window.

The child is told the function's name and its arguments through its pipe, nothing by its command line, and of
the environment only what a Python needs to start. It is given no key, no passphrase and no database. What it
answers is taken as data: decoded by the type that the function declares, or refused.
"""

import contextlib
import importlib
import logging
import os
import signal
import struct
import sys
import threading
import time
import typing
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts, program_folder
from trainer_app.native.windows import NO_CONSOLE
from trainer_app.system.installed import same_version, window_program

if TYPE_CHECKING:
    # In the functions below: who opens no file from outside needs no child, and a start waits for neither.
    import queue
    import subprocess

OPTION = "--read-strange-file"
"""The hidden option by which this program is started as a child."""
MEMORY = 512 * 1024 * 1024
SECONDS = 20.0
"""For a whole file, or for each page of one that tells its pages."""

_START_SECONDS = 60.0
"""For the child's own start, on the slowest laptop with the busiest virus scanner."""
_BEAT = 0.1
_MOST_STEPS = 1_000
_MOST_BYTES = 320 * 1024 * 1024
"""Of all answers of one child."""
_LENGTH = 8
_PASSED_ON = (
    *("APPDATA", "HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT"),
    *("TEMP", "TMP", "TMPDIR", "USERPROFILE", "WINDIR"),
)
_PASSED_ON_WITH = ("LC_", "PYTHON", "TRAINER_APP_")
_READING = "strange_file.reading"
_log = logging.getLogger(__name__)


class ChildNotStarted(TrainerError):
    """There was no child, so the file has done nothing to it. No answer of a child can say so."""

    def __init__(self) -> None:
        super().__init__("strange_file.not_started")


class Limits(Struct, frozen=True):
    """What a child may use."""

    memory: int = MEMORY
    seconds: float = SECONDS


class _Hello(Struct, frozen=True, tag=True):
    """The child's first word: a launcher may stand between it and whoever started it."""

    pid: int


class _Step(Struct, frozen=True, tag=True):
    code: str
    fraction: float


class _Refused(Struct, frozen=True, tag=True):
    code: str
    values: dict[str, Any]


class _Failed(Struct, frozen=True, tag=True):
    """A fault of the reader itself, as a trace without values."""

    trace: str


class _Done(Struct, frozen=True, tag=True):
    value: msgspec.Raw


type _Answer = _Hello | _Step | _Refused | _Failed | _Done


class _Request(Struct, frozen=True):
    """A function by its module and name, and what it is called with.

    The first argument follows apart where it is bytes, so that a large file lies in memory but once.
    """

    module: str
    name: str
    memory: int
    seconds: float
    arguments: list[msgspec.Raw]
    named: dict[str, msgspec.Raw]
    content: bool


def _plain(value: object) -> object:
    """Return what msgpack can hold of a value: a path may have letters that no text may have."""
    if isinstance(value, Path):
        return os.fsencode(value.absolute())
    if isinstance(value, Texts):
        return dict(value)
    raise NotImplementedError(type(value).__name__)


def _restored(kind: type, value: Any) -> object:
    """Return a value of a type of our own from what msgpack held of it."""
    if kind is object:
        return tuple(value) if isinstance(value, list) else value
    if issubclass(kind, Path):
        return Path(os.fsdecode(value))
    if issubclass(kind, Texts):
        return Texts.read(value)
    raise NotImplementedError(kind.__name__)


def _encode(value: object) -> bytes:
    try:
        return msgspec.msgpack.encode(value, enc_hook=_plain)
    except UnicodeEncodeError:
        # The name of a file whose bytes are no letters: it is told as far as it can be.
        return msgspec.msgpack.encode(
            _readable(msgspec.to_builtins(value, builtin_types=(bytes,), enc_hook=_plain))
        )


def _readable(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {_readable(name): _readable(each) for name, each in value.items()}
        case list() | tuple():
            return [_readable(each) for each in value]
    return value


def _decode(data: bytes | msgspec.Raw, kind: Any) -> Any:
    return msgspec.msgpack.decode(data, type=kind, dec_hook=_restored)


def _write(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_LENGTH, "little"))
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes], most: int = _MOST_BYTES) -> bytes:
    """Return the next piece of a conversation. Raises EOFError at its end and for one that is too long."""
    length = int.from_bytes(_exactly(stream, _LENGTH), "little")
    if length > most:
        raise EOFError
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


class Child:
    """Runs functions in children, one after the other or in several threads at once: it keeps nothing."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def run[**P, R](
        self, progress: Progress, function: Callable[P, R], /, *arguments: P.args, **named: P.kwargs
    ) -> R:
        """Return what a function of a module returns for a strange file.

        Its arguments and its result are values that msgspec knows, paths and texts; one with `progress` tells
        its steps through it. Raises what it raises as `TrainerError`, the listener's `Cancelled` (then the
        child is killed), and strange_file.too_slow, .too_much_memory, .died, .not_started.
        """
        first = arguments[0] if arguments else None
        content = first if isinstance(first, bytes) else None
        request = _Request(
            function.__module__,
            function.__qualname__,
            self._limits.memory,
            self._limits.seconds,
            [msgspec.Raw(_encode(each)) for each in arguments[content is not None :]],
            {name: msgspec.Raw(_encode(each)) for name, each in named.items()},
            content is not None,
        )
        pieces = [_encode(request), *([] if content is None else [content])]
        done = self._ask(progress, pieces)
        try:
            result: R = _decode(done.value, typing.get_type_hints(function)["return"])
        except (msgspec.MsgspecError, ValueError) as problem:
            raise TrainerError("strange_file.died", limit=self._megabytes) from problem
        return result

    @property
    def _megabytes(self) -> int:
        return self._limits.memory // 1024 // 1024

    def _ask(self, progress: Progress, request: list[bytes]) -> _Done:
        """Follow a child to its result; it is gone when this returns or raises."""
        import queue

        answers: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()
        with _started() as process:
            talk = threading.Thread(target=_talk, args=(process, request, self._limits, answers), daemon=True)
            talk.start()
            try:
                return self._follow(progress, process, answers)
            finally:
                _kill(process)
                talk.join(_START_SECONDS)

    def _follow(
        self,
        progress: Progress,
        process: "subprocess.Popen[bytes]",
        answers: "queue.SimpleQueue[_Answer | None]",
    ) -> _Done:
        import queue

        step = _Step(_READING, 0.0)
        begun, until, steps = False, time.monotonic() + _START_SECONDS, 0
        while True:
            progress(step.code, step.fraction)
            try:
                answer = answers.get(timeout=_BEAT)
            except queue.Empty:
                if time.monotonic() > until:
                    raise self._late(begun=begun) from None
                continue
            match answer:
                case _Done():
                    return answer
                case _Refused():
                    raise TrainerError(answer.code, **answer.values)
                case _Failed():
                    _log.error("the reader of a file failed: %s", answer.trace)
                    raise TrainerError("strange_file.died", limit=self._megabytes)
                case None:
                    raise self._end(process, begun=begun)
                case _Step():
                    step, steps = answer, steps + 1
                    if steps > _MOST_STEPS:
                        raise self._late(begun=True)
            begun, until = True, time.monotonic() + self._limits.seconds

    def _late(self, *, begun: bool) -> TrainerError:
        if not begun:
            return ChildNotStarted()
        return TrainerError("strange_file.too_slow", limit=round(self._limits.seconds))

    def _end(self, process: "subprocess.Popen[bytes]", *, begun: bool) -> TrainerError:
        """Return why a child ended without a result."""
        _kill(process)
        code = process.wait()
        if not begun:
            return ChildNotStarted()
        if os.name == "posix" and code == -signal.SIGXCPU:
            return self._late(begun=True)
        _log.info("a child that read a file ended with %s", code)
        return TrainerError("strange_file.died", limit=self._megabytes)


@contextlib.contextmanager
def _started() -> Iterator["subprocess.Popen[bytes]"]:
    """Start a child: in the folder of the program, which nobody else may write to, without a console."""
    import subprocess

    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _PASSED_ON or name.upper().startswith(_PASSED_ON_WITH)
    }
    # A group of its own: Ctrl+C is for whoever waits for it.
    more: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {}
    try:
        process = subprocess.Popen(
            [*window_program(), OPTION],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environment, **same_version()},
            cwd=program_folder(),
            creationflags=NO_CONSOLE,
            **more,
        )
    except OSError as problem:
        raise ChildNotStarted from problem
    try:
        yield process
    finally:
        _kill(process)
        process.wait()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                assert stream is not None
                stream.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a child, and on Linux whatever it may have started."""
    if os.name == "posix" and process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _talk(
    process: "subprocess.Popen[bytes]",
    request: list[bytes],
    limits: Limits,
    answers: "queue.SimpleQueue[_Answer | None]",
) -> None:
    """Say to a child what it shall do, and hand on what it answers; None is its end. Runs in a thread."""
    assert process.stdin
    assert process.stdout
    room = _MOST_BYTES
    with contextlib.ExitStack() as held:
        # It ends, it was killed by us or by a limit, or it speaks in another way than a child of ours.
        with contextlib.suppress(OSError, EOFError, ValueError, MemoryError, msgspec.MsgspecError):
            hello = _decode(_read(process.stdout), _Hello)
            # Not before it is held is it told of a strange byte.
            held.enter_context(_held(hello.pid, limits))
            answers.put(hello)
            for piece in request:
                _write(process.stdin, piece)
            while True:
                data = _read(process.stdout, room)
                room -= len(data)
                answers.put(_decode(data, _Answer.__value__))
        answers.put(None)


@contextlib.contextmanager
def _held(pid: int, limits: Limits) -> Iterator[None]:
    """On Windows hold a child within its limits, so that it ends with this program; elsewhere it does so."""
    if sys.platform == "win32":
        from ctypes import WinDLL

        kernel = WinDLL("kernel32")
        job = hold_in_job(kernel, pid, job_limits(limits.memory))
        try:
            yield
        finally:
            kernel.CloseHandle(job)
    else:
        yield


_EXTENDED_LIMITS = struct.Struct("<qqI4xQQI4xQII48xQQQQ")
"""JOBOBJECT_EXTENDED_LIMIT_INFORMATION of a 64-bit Windows."""
_EXTENDED_LIMIT_CLASS = 9
_ONE_PROCESS, _PROCESS_MEMORY, _QUIET_DEATH, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
_SET_QUOTA_AND_TERMINATE = 0x0101


def job_limits(memory: int) -> bytes:
    """Return what Windows wants to be told: so much memory, no other process, no window when it dies."""
    flags = _ONE_PROCESS | _PROCESS_MEMORY | _QUIET_DEATH | _KILL_ON_CLOSE
    return _EXTENDED_LIMITS.pack(0, 0, flags, 0, 0, 1, 0, 0, 0, memory, 0, 0, 0)


def hold_in_job(kernel: Any, pid: int, limits: bytes) -> Any:
    """Put a process into a job of its own and return the job: closing that ends the process.

    `kernel` is kernel32.dll. Raises OSError.
    """
    from ctypes import c_void_p

    # A handle is as wide as a pointer, which ctypes has to be told.
    kernel.CreateJobObjectW.restype = kernel.OpenProcess.restype = c_void_p
    job = c_void_p(kernel.CreateJobObjectW(None, None))
    process = c_void_p(kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, pid))
    done = (
        job
        and process
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMIT_CLASS, limits, len(limits))
        and kernel.AssignProcessToJobObject(job, process)
    )
    if process:
        kernel.CloseHandle(process)
    if not done:
        if job:
            kernel.CloseHandle(job)
        raise OSError("no job for a child")
    return job


def serve() -> int:
    """Be a child: read one request, do it, answer; return the exit code."""
    requests, answers = _take_pipes()
    _write(answers, _encode(_Hello(os.getpid())))
    request: _Request = _decode(_read(requests), _Request)
    limits = Limits(request.memory, request.seconds)
    _limit_self(limits)
    try:
        content = [_read(requests)] if request.content else []
        answer: _Answer = _do(request, content, partial(_tell, answers, limits))
    except TrainerError as problem:
        answer = _Refused(problem.code, problem.values)
    except MemoryError:
        answer = _Refused("strange_file.too_much_memory", {"limit": limits.memory // 1024 // 1024})
    except Exception as problem:
        # Here, since it is needed so seldom.
        from trainer_app.system.logs import trace

        _write(answers, _encode(_Failed(trace(problem))))
        raise
    _write(answers, _encode(answer))
    return 0


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the pipes to whoever started this; what a library prints goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nowhere, each)
    return requests, answers


def _do(request: _Request, content: list[bytes], tell: Progress) -> _Done:
    function = getattr(importlib.import_module(request.module), request.name)
    hints = typing.get_type_hints(function)
    kinds = list(hints.values())[len(content) :]
    arguments = [_decode(raw, kind) for raw, kind in zip(request.arguments, kinds, strict=False)]
    named: dict[str, Any] = {name: _decode(raw, hints[name]) for name, raw in request.named.items()}
    if "progress" in hints:
        named["progress"] = tell
    return _Done(msgspec.Raw(_encode(function(*content, *arguments, **named))))


def _tell(answers: IO[bytes], limits: Limits, code: str, fraction: float) -> None:
    """Tell of a step, after which the time begins anew."""
    _limit_time(limits)
    _write(answers, _encode(_Step(code, fraction)))


def _limit_self(limits: Limits) -> None:
    """Give up for good what reading a file does not need. Windows is told by whoever started this."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # No file can be written; a pipe is none.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        # macOS counts all libraries of the system in, and refuses.
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    _limit_time(limits)


def _limit_time(limits: Limits) -> None:
    """Let the kernel end this if whoever waits for it, and would, is gone itself."""
    if sys.platform == "win32":
        return
    import resource

    until = int(time.process_time() + limits.seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
