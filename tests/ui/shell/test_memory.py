"""What is left in the memory of a locked program: looked for in all of it, as a thief would."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from tests.kit import worlds
from tests.kit.running import SECONDS
from tests.kit.samples import NAMES, PASSPHRASE
from trainer_app.actions.base import data_key, workplace
from trainer_app.system.folders import DataFolder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read by /proc")

RUN = """
import ctypes, os, sys
from PySide6.QtCore import QTimer
from trainer_app import __main__, app

loop = app.run_loop

def dumpable():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)

def page(application):
    window = next(w for w in application.topLevelWidgets() if w.objectName() == "window")
    return window, window.page()

def watched(application):
    timer, told = QTimer(), []
    def look():
        window, shown = page(application)
        name = shown.objectName()
        if name == "workspace" and not told:
            gate = window.findChild(object, "gate")
            gate.workspace.open("courses")
            told.append(name)
            print("open", dumpable(), flush=True)
            sys.stdin.readline()
            if os.environ.get("TYPED"):
                gate.workspace.holds_work = lambda: True
            gate.lock()
        elif name == "unlock" and told != ["unlock"] and not shown.field.text():
            if os.environ.get("TRAINER_PASSPHRASE") and not told:
                return
            told[:] = ["unlock"]
            print("locked", dumpable(), shown.title.text(), flush=True)
    timer.timeout.connect(look)
    timer.start(20)
    return loop(application)

app.run_loop = watched
if os.environ.get("BROKEN"):
    __main__.own_command = lambda: ("/nowhere/python", "-m", "trainer_app")
sys.exit(__main__.main())
"""


class Secrets:
    """What must not be found: the key as bytes and as hex, the passphrase, a participant's name."""

    def __init__(self, folder: DataFolder) -> None:
        key = data_key.unlock_key(folder, PASSPHRASE).key
        name = NAMES[0].split()[0]
        self.forms: Mapping[str, list[bytes]] = {
            "raw key": [key],
            "enter hex": [key.hex().encode(), key.hex().upper().encode(), key.hex().encode("utf-16-le")],
            "passphrase": _forms(PASSPHRASE),
            "name": _forms(name),
        }

    def found_in(self, process: int) -> dict[str, int]:
        """Return how often each is in the memory of a process."""
        counts = dict.fromkeys(self.forms, 0)
        for block in _memory(process):
            for what, forms in self.forms.items():
                counts[what] += sum(len(re.findall(re.escape(form), block)) for form in forms)
        return counts


def _forms(text: str) -> list[bytes]:
    return list({text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")})


def _memory(process: int) -> Iterator[bytes]:
    """Yield all that a process can read of its own memory."""
    maps = Path(f"/proc/{process}/maps").read_text("utf-8").splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            start, end = (int(each, 16) for each in place.split("-"))
            if rights.startswith("r"):
                with contextlib.suppress(OSError, OverflowError):
                    memory.seek(start)
                    yield memory.read(end - start)


class Program:
    """The real program in a process of its own, opened and then locked."""

    def __init__(self, root: Path, **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        self.running = subprocess.Popen(
            [sys.executable, "-c", RUN, "--data", str(root), "--lang", "ru"],
            env={**kept, "QT_QPA_PLATFORM": "offscreen", "TRAINER_PASSPHRASE": PASSPHRASE, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_for(self, word: str) -> str:
        """Wait until the program tells that it has come so far; return what it says of it."""
        assert self.running.stdout is not None
        for line in _lines(self.running.stdout):
            if line.startswith(word):
                return line.removeprefix(word).strip()
        raise AssertionError(f"it ended before it was {word}")

    def lock(self) -> None:
        """Let it go on from where it is open, to lock itself."""
        assert self.running.stdin is not None
        self.running.stdin.write("\n")
        self.running.stdin.flush()

    def has_passphrase_given(self) -> bool:
        """Tell whether it is still the process that was started with the passphrase."""
        return b"TRAINER_PASSPHRASE" in Path(f"/proc/{self.running.pid}/environ").read_bytes()

    def forbids_core_files(self) -> bool:
        """Tell whether the system writes no core file of it."""
        limits = Path(f"/proc/{self.running.pid}/limits").read_text("utf-8")
        return re.search(r"Max core file size +0 +0 ", limits) is not None

    def end(self) -> None:
        """End it, whatever it does."""
        self.running.send_signal(signal.SIGKILL)
        self.running.communicate(timeout=SECONDS)


def _lines(stream: IO[str]) -> Iterator[str]:
    while line := stream.readline():
        yield line


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return worlds.at_noon(tmp_path).lay()


@dataclass
class Seen:
    """What was seen of one program while it was open, and after it had locked itself."""

    folder: Path
    secrets: Secrets
    told: list[str] = field(default_factory=list)
    """What it said itself."""
    core_files_forbidden: list[bool] = field(default_factory=list)
    started_with_passphrase: list[bool] = field(default_factory=list)
    found: list[dict[str, int]] = field(default_factory=list)
    """How often each secret was in its memory; nothing where that may not be read."""

    def look(self, program: Program, word: str) -> None:
        """Wait until it has come so far, and look at it from outside."""
        self.told.append(program.wait_for(word))
        self.core_files_forbidden.append(program.forbids_core_files())
        self.started_with_passphrase.append(program.has_passphrase_given())
        with contextlib.suppress(PermissionError):
            self.found.append(self.secrets.found_in(program.running.pid))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Open a program and let it lock itself."""
    root = worlds.at_noon(tmp_path_factory.mktemp("memory")).lay()
    found = Seen(root, Secrets(DataFolder(root)))
    program = Program(root)
    try:
        found.look(program, "open")
        program.lock()
        found.look(program, "locked")
    finally:
        program.end()
    return found


def test_nothing_that_was_open_is_left_in_the_memory_of_a_locked_program(seen: Seen) -> None:
    """Locked program: data key (raw 1, hex 10), passphrase (2) and names stay in memory."""
    assert seen.started_with_passphrase == [True, False]
    if not seen.found:
        pytest.skip("only root reads the memory of a program that forbids it")
    before, after = seen.found
    assert all(before.values()), before
    assert after == dict.fromkeys(seen.secrets.forms, 0)
    work = workplace.open_workplace(DataFolder(seen.folder), PASSPHRASE)
    assert work.user
    assert work.user in seen.told[1], "who sat there is greeted by name"
    work.close()


def test_a_program_keeps_its_memory_to_itself(seen: Seen) -> None:
    """Locked program: no RLIMIT_CORE, PR_SET_DUMPABLE."""
    opened, locked = seen.told
    assert opened == "0"
    assert locked.startswith("0 ")
    assert seen.core_files_forbidden == [True, True]


@pytest.mark.parametrize("why", ["TYPED", "BROKEN"])
def test_where_something_is_typed_or_nothing_can_be_started_it_locks_in_its_process(
    root: Path, why: str
) -> None:
    program = Program(root, **{why: "1"})
    try:
        program.wait_for("open")
        program.lock()
        program.wait_for("locked")
        assert program.has_passphrase_given()
    finally:
        program.end()
