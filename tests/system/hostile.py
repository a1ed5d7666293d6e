"""Functions that do to a child what strange files might; named here, so that a child finds them."""

import os
import signal
import sys
from pathlib import Path

from msgspec import Struct

from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts


class Report(Struct, frozen=True):
    """What came through, of every kind that a reader has."""

    name: str
    content: bytes
    words: Texts
    values: dict[str, object]
    pid: int


def echo(path: Path, content: bytes, words: Texts, *, values: dict[str, object]) -> Report:
    """Return what it was given."""
    return Report(str(path), content, words, values, os.getpid())


def measure(content: bytes, more: int) -> int:
    """Return how long a content is, when nothing else lies in memory but it."""
    return len(content) + more


def refuse(path: Path) -> str:
    """Refuse, as a reader does."""
    raise TrainerError("codes.unreadable", file=path.name)


def pretend(path: Path) -> str:
    """Say that there was no child."""
    raise TrainerError("strange_file.not_started")


def count(steps: int, progress: Progress = no_progress) -> int:
    """Tell each step."""
    for step in range(steps):
        progress("attachments.reading", step / steps)
    return steps


def never_end(path: Path) -> str:
    """Work without an end."""
    while path:
        pass
    return ""


def never_end_a_step(path: Path, progress: Progress = no_progress) -> str:
    """Tell of one step, then work without an end."""
    progress("attachments.reading", 0.5)
    return never_end(path)


def eat_memory(megabytes: int) -> int:
    """Take so much memory and use it."""
    return len([bytearray(b"x" * 1_000_000) for _ in range(megabytes)])


def kill_itself(path: Path) -> str:
    """Be killed, as a system that is short of memory kills."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return path.name


def fall_over(path: Path) -> str:
    """Have a fault nobody thought of, with what stands in the file in its words."""
    raise KeyError(f"Назарова {path}")


def lie(path: Path) -> int:
    """Return what was not promised."""
    return path.name  # type: ignore[return-value]


def write_file(path: Path) -> str:
    """Write a file beside one, and over it; return what came of that."""
    told = []
    for name in ("from-a-child", "a.pdf"):
        try:
            path.with_name(name).write_bytes(b"x")
            told.append("written")
        except OSError as problem:
            told.append(type(problem).__name__)
    return " ".join(told)


def environment() -> dict[str, str]:
    """Return what of the environment it sees, and how it was called."""
    called = Path(f"/proc/{os.getpid()}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return {**os.environ, "called": called}


def open_files() -> list[str]:
    """Return what it has open."""
    return sorted(str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.exists())


def modules() -> list[str]:
    """Return the modules that it has loaded."""
    return sorted(sys.modules)


def print_much(path: Path) -> str:
    """Print, as a library might, where the answers go."""
    os.write(1, b"\xff" * 100)
    sys.stdout.write("x" * 100)
    sys.stdout.flush()
    return path.name
