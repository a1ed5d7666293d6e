"""Whatever a strange file does to its reader, here it is one refused file, and the program works on."""

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from ctypes import Structure, byref, c_int32, c_size_t, c_uint16, c_uint32, c_void_p, sizeof
from pathlib import Path
from typing import Any

import pytest

from tests.system import hostile
from trainer_app.__main__ import READ_STRANGE_FILE
from trainer_app.domain.base.changes import no_progress
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.system import child
from trainer_app.system.child import Child, ChildNotStarted, Limits

pytestmark = pytest.mark.child
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limits are looked at on Linux")
SHORT = Child(Limits(seconds=1.0))


def refused(of: Child, *call: Any) -> TrainerError:
    with pytest.raises(TrainerError) as refusal:
        of.run(no_progress, *call)
    return refusal.value


def children() -> list[str]:
    """Return the children of this process that read files."""
    if sys.platform == "win32":
        return _children_on_windows()
    if shutil.which("ps") is None:
        pytest.skip("processes are looked at with ps, which is not here")
    found = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    return [line for line in found.stdout.splitlines() if READ_STRANGE_FILE in line]


class _Process(Structure):
    """PROCESSENTRY32W: what Windows tells of each process that runs."""

    _fields_ = (
        ("size", c_uint32),
        ("uses", c_uint32),
        ("pid", c_uint32),
        ("heap", c_size_t),
        ("module", c_uint32),
        ("threads", c_uint32),
        ("parent", c_uint32),
        ("priority", c_int32),
        ("flags", c_uint32),
        ("name", c_uint16 * 260),
    )


_ALL_PROCESSES = 0x2


def _children_on_windows() -> list[str]:
    """Windows does not say with which words a process was started: all in Python count."""
    if sys.platform != "win32":
        return []
    from ctypes import WinDLL

    kernel, found, entry = WinDLL("kernel32"), list[str](), _Process(size=sizeof(_Process))
    kernel.CreateToolhelp32Snapshot.restype = c_void_p
    listed = c_void_p(kernel.CreateToolhelp32Snapshot(_ALL_PROCESSES, 0))
    more = kernel.Process32FirstW(listed, byref(entry))
    while more:
        name = bytes(entry.name).decode("utf-16-le").partition("\0")[0]
        if entry.parent == os.getpid() and name.startswith("python"):
            found.append(f"{entry.pid} {name}")
        more = kernel.Process32NextW(listed, byref(entry))
    kernel.CloseHandle(listed)
    return found


def test_what_a_child_returns_is_what_it_was_given(tmp_path: Path) -> None:
    words = Texts(tg="ӯ", ru="он", en="he")
    path = tmp_path / os.fsdecode(b"\xd3\xaf \xff.xlsx")
    found = Child().run(no_progress, hostile.echo, path, b"\x00\xff", words, values={"rows": ("4", 5)})
    assert (found.name, found.content, found.words) == (str(tmp_path / "ӯ ?.xlsx"), b"\x00\xff", words)
    assert found.values == {"rows": ("4", 5)}
    assert found.pid != os.getpid()
    assert children() == []


def test_a_large_content_goes_through_both_ways(tmp_path: Path) -> None:
    content = os.urandom(20_000_000)
    found = Child().run(no_progress, hostile.echo, tmp_path, content, Texts(), values={})
    assert found.content == content


def test_a_content_of_the_largest_bundle_lies_in_the_child_but_once() -> None:
    content = bytes(257 * 1024 * 1024)
    assert Child().run(no_progress, hostile.measure, content, 1) == len(content) + 1


def test_a_relative_path_means_the_same_in_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = Child().run(no_progress, hostile.echo, Path("list.csv"), b"", Texts(), values={})
    assert Path(found.name) == tmp_path / "list.csv"


def test_a_refusal_keeps_its_code_and_values(tmp_path: Path) -> None:
    refusal = refused(Child(), hostile.refuse, tmp_path / "a.pdf")
    assert (refusal.code, refusal.values) == ("codes.unreadable", {"file": "a.pdf"})


def test_steps_are_told_in_their_order() -> None:
    told: list[tuple[str, float]] = []
    assert Child().run(lambda code, fraction: told.append((code, fraction)), hostile.count, 3) == 3
    steps = [fraction for code, fraction in told if code == "attachments.reading"]
    assert sorted(set(steps)) == [0.0, 1 / 3, 2 / 3]
    assert told[0] == ("strange_file.reading", 0.0)


def test_steps_without_an_end_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_MOST_STEPS", 10)
    assert refused(Child(), hostile.count, 100_000).code == "strange_file.too_slow"


def test_one_that_never_ends(tmp_path: Path) -> None:
    refusal = refused(SHORT, hostile.never_end, tmp_path)
    assert (refusal.code, refusal.values) == ("strange_file.too_slow", {"limit": 1})
    assert refused(SHORT, hostile.never_end_a_step, tmp_path).code == "strange_file.too_slow"
    assert children() == []


def test_one_that_eats_memory() -> None:
    assert Child().run(no_progress, hostile.eat_memory, 300) == 300
    refusal = refused(Child(), hostile.eat_memory, 600)
    assert (refusal.code, refusal.values) == ("strange_file.too_much_memory", {"limit": 512})


def test_one_that_is_killed(tmp_path: Path) -> None:
    refusal = refused(Child(), hostile.kill_itself, tmp_path)
    assert (refusal.code, refusal.values) == ("strange_file.died", {"limit": 512})
    assert children() == []


@pytest.mark.logs("the reader of a file failed")
def test_one_with_a_fault_of_its_own_is_logged_without_its_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert refused(Child(), hostile.fall_over, tmp_path).code == "strange_file.died"
    assert "hostile.py" in caplog.text
    assert "KeyError" in caplog.text
    assert "Назарова" not in caplog.text


def test_one_that_answers_what_it_should_not(tmp_path: Path) -> None:
    assert refused(Child(), hostile.lie, tmp_path).code == "strange_file.died"


def test_one_that_answers_more_than_is_let_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_MOST_BYTES", 1_000)
    monkeypatch.setattr(child._read, "__defaults__", (1_000,))
    with pytest.raises(TrainerError, match=r"strange_file\.died"):
        Child().run(no_progress, hostile.echo, tmp_path, bytes(2_000), Texts(), values={})


def test_what_a_library_prints_disturbs_no_answer(tmp_path: Path) -> None:
    assert Child().run(no_progress, hostile.print_much, tmp_path / "a") == "a"


@LINUX
def test_a_child_writes_no_file(tmp_path: Path) -> None:
    told = Child().run(no_progress, hostile.write_file, tmp_path / "a.pdf")
    assert told == "OSError OSError"
    assert not any(path.stat().st_size for path in tmp_path.iterdir())


@LINUX
def test_a_child_gets_no_secret_and_nothing_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "TRAINER_PASSPHRASE",
        "TRAINER_RECOVERY_KEY",
        "TRAINER_STANDBY_KEY",
        "TRAINER_DATA",
        "TOKEN",
    ):
        monkeypatch.setenv(name, "tell nobody")
    with (tmp_path / "trainer.db").open("wb") as opened:
        os.set_inheritable(opened.fileno(), True)
        seen = Child().run(no_progress, hostile.environment)
        files = Child().run(no_progress, hostile.open_files)
    assert "tell nobody" not in "".join(seen.values())
    assert seen["called"].split()[1:] == ["-m", "trainer_app", READ_STRANGE_FILE]
    assert not [each for each in files if "trainer.db" in each]


def test_a_child_loads_nothing_that_it_does_not_need() -> None:
    loaded = Child().run(no_progress, hostile.modules)
    strange = re.compile(
        r"PySide6|sqlcipher3|peewee|reportlab|PIL|cryptography|argparse|multiprocessing|pickle$"
    )
    assert [name for name in loaded if strange.match(name)] == []


def test_stop_kills_the_child(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def stop(code: str, fraction: float) -> None:
        # The child has begun: it tells its own step.
        if code == "attachments.reading":
            seen.append(children())
            raise Cancelled

    with pytest.raises(Cancelled):
        Child().run(stop, hostile.never_end_a_step, tmp_path)
    assert [len(each) for each in seen] == [1]
    assert children() == []


def test_ctrl_c_kills_the_child(tmp_path: Path) -> None:
    def interrupt(code: str, fraction: float) -> None:
        if code == "attachments.reading":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Child().run(interrupt, hostile.never_end_a_step, tmp_path)
    assert children() == []


@LINUX
def test_a_child_outlives_its_program_by_no_more_than_its_time(tmp_path: Path) -> None:
    """Whoever would have stopped it was killed itself: the kernel does it then."""
    code = (
        "import os, sys; from pathlib import Path; from tests.system import hostile\n"
        "from trainer_app.system.child import Child, Limits\n"
        "def tell(code, fraction):\n"
        "    if code == 'attachments.reading': os._exit(0)\n"
        f"Child(Limits(seconds=0.5)).run(tell, hostile.never_end_a_step, Path({str(tmp_path)!r}))\n"
    )
    marked = {**os.environ, "TRAINER_APP_MARK": str(tmp_path)}
    root = Path(child.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], env=marked, cwd=root, check=False).returncode == 0

    def alive() -> bool:
        return any(_is_marked(each, str(tmp_path).encode()) for each in Path("/proc").glob("[0-9]*"))

    until = time.monotonic() + 120
    while alive() and time.monotonic() < until:
        threading.Event().wait(0.1)
    assert not alive()


def _is_marked(process: Path, mark: bytes) -> bool:
    try:
        return b"TRAINER_APP_MARK=" + mark in (process / "environ").read_bytes()
    except OSError:
        return False


def test_several_at_once(tmp_path: Path) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(
            target=lambda steps=steps: found.append(Child().run(no_progress, hostile.count, steps))
        )
        for steps in (1, 2, 3)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(found) == [1, 2, 3]


def test_a_program_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretended = refused(Child(), hostile.pretend, tmp_path)
    assert not isinstance(pretended, ChildNotStarted), "only whoever starts children can say so"
    for wrong in ([str(tmp_path / "gone")], [sys.executable, "-c", "print('hello')"]):
        monkeypatch.setattr(child, "window_program", lambda wrong=wrong: wrong)
        refusal = refused(Child(), hostile.refuse, tmp_path)
        assert isinstance(refusal, ChildNotStarted)
        assert refusal.code == pretended.code == "strange_file.not_started"


def test_a_built_program_is_entered_again_by_its_launcher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no Python to be told of modules: the launcher passes options on, and is told the version."""
    launcher, told = tmp_path / "trainer-app", tmp_path / "told"
    passed_on = f'exec "{sys.executable}" -m trainer_app "$@"'
    launcher.write_text(f'#!/bin/sh\necho "$TRAINER_APP_PROGRAM" >"{told}"\n{passed_on}\n', encoding="utf-8")
    launcher.chmod(0o755)
    monkeypatch.setattr(child, "window_program", lambda: [str(launcher)])
    monkeypatch.setattr(child, "same_version", lambda: {"TRAINER_APP_PROGRAM": "/versions/0.1.0"})
    assert Child().run(no_progress, hostile.count, 2) == 2
    assert told.read_text(encoding="utf-8").strip() == "/versions/0.1.0"


def test_the_hidden_option_is_the_one_that_children_are_started_with() -> None:
    assert child.OPTION == READ_STRANGE_FILE
    done = subprocess.run(
        [sys.executable, "-m", "trainer_app", READ_STRANGE_FILE], input=b"", capture_output=True, check=False
    )
    assert b"_Hello" in done.stdout
    helped = subprocess.run(
        [sys.executable, "-m", "trainer_app", "--help"], capture_output=True, text=True, check=False
    )
    assert READ_STRANGE_FILE not in helped.stdout


class Kernel:
    """Plays kernel32.dll; each of its functions says what it was called with, and fails when told to."""

    class Function:
        """One of its functions."""

        restype: object = None

        def __init__(self, name: str, calls: list[tuple[Any, ...]], answer: int) -> None:
            self.name, self.calls, self.answer = name, calls, answer

        def __call__(self, *values: Any) -> int:
            self.calls.append((self.name, *values))
            return self.answer

    def __init__(self, failing: str = "") -> None:
        self.calls: list[tuple[Any, ...]] = []
        handles = {"CreateJobObjectW": 0x1_0000_0007, "OpenProcess": 0x1_0000_0009}
        for name in (*handles, "SetInformationJobObject", "AssignProcessToJobObject", "CloseHandle"):
            answer = 0 if name == failing else handles.get(name, 1)
            setattr(self, name, self.Function(name, self.calls, answer))

    @property
    def closed(self) -> list[int]:
        """The handles that were closed."""
        return [values[0].value for name, *values in self.calls if name == "CloseHandle"]


def test_on_windows_a_child_is_put_into_a_job_of_its_own() -> None:
    kernel = Kernel()
    limits = child.job_limits(512 * 1024 * 1024)
    job = child.hold_in_job(kernel, 4711, limits)
    assert job.value == 0x1_0000_0007
    assert [name for name, *_ in kernel.calls] == [
        "CreateJobObjectW",
        "OpenProcess",
        "SetInformationJobObject",
        "AssignProcessToJobObject",
        "CloseHandle",
    ]
    assert kernel.calls[1][1:] == (0x0101, False, 4711)
    assert kernel.calls[2][2:] == (9, limits, 144)
    assert kernel.closed == [0x1_0000_0009]
    assert sizeof(c_void_p) == 8


@pytest.mark.parametrize(
    ("failing", "closed"),
    [
        ("CreateJobObjectW", [0x1_0000_0009]),
        ("OpenProcess", [0x1_0000_0007]),
        ("SetInformationJobObject", [0x1_0000_0009, 0x1_0000_0007]),
        ("AssignProcessToJobObject", [0x1_0000_0009, 0x1_0000_0007]),
    ],
)
def test_a_child_that_windows_does_not_hold_is_told_of_no_file(failing: str, closed: list[int]) -> None:
    kernel = Kernel(failing)
    with pytest.raises(OSError, match="no job"):
        child.hold_in_job(kernel, 4711, child.job_limits(1))
    assert kernel.closed == closed


def test_what_windows_is_told_lies_where_its_headers_say() -> None:
    """winnt.h: JOBOBJECT_EXTENDED_LIMIT_INFORMATION on 64 bit."""
    limits = child.job_limits(0x1234)
    assert len(limits) == 144
    assert int.from_bytes(limits[16:20], "little") == 0x8 | 0x100 | 0x400 | 0x2000
    assert int.from_bytes(limits[40:44], "little") == 1
    assert int.from_bytes(limits[112:120], "little") == 0x1234
    assert sum(limits[44:112]) == 0
    assert sum(limits[120:]) == 0
