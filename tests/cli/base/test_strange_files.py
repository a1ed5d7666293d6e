"""Files that never end on the command line: refused with their reason, and stopped by Ctrl+C."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.actions.base.test_strange_files import nested_pdf
from tests.kit import samples
from tests.kit.running import SECONDS
from tests.kit.world import World
from trainer_app.__main__ import READ_STRANGE_FILE
from trainer_app.cli import program
from trainer_app.cli.context import PASSPHRASE, REFUSED, CliContext
from trainer_app.system import child

pytestmark = [
    pytest.mark.child,
    pytest.mark.skipif(sys.platform != "linux", reason="signals and processes of Linux"),
]


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "trainer_app.cli.program", "--json", "--data", str(folder), *arguments],
        env={**os.environ, PASSPHRASE: samples.PASSPHRASE},
        cwd=Path(child.__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    )


def children_of(process: int) -> list[int]:
    found = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return [int(line.split()[0]) for line in found.stdout.splitlines() if READ_STRANGE_FILE in line]


def wait_for(what: Callable[[], bool]) -> None:
    patience = threading.Event()
    for _ in range(SECONDS * 10):
        if what():
            return
        patience.wait(0.1)
    pytest.fail("it never came")


def test_ctrl_c_ends_the_program_and_its_child(tmp_path: Path) -> None:
    """M4: what was begun on the command line can be stopped there."""
    folder = World(tmp_path / "world").trainer().lay()
    path = nested_pdf(tmp_path / "certificate.pdf", 90, 3)
    process = start(folder, "certificate", "verify", str(path))
    wait_for(lambda: bool(children_of(process.pid)))
    (own,) = children_of(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(SECONDS) != 0
    assert not Path(f"/proc/{own}").exists()
    process.communicate()


def test_a_file_without_an_end_is_refused_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """M4: after twenty seconds, as in the window. Here after two: its reader would keep a processor busy."""
    assert child.Limits().seconds == 20
    monkeypatch.setattr(child, "Limits", partial(child.Limits, seconds=2.0))
    monkeypatch.setenv(PASSPHRASE, samples.PASSPHRASE)
    folder = World(tmp_path / "world").trainer().lay()
    path = nested_pdf(tmp_path / "certificate.pdf", 90, 3)
    out = io.StringIO()
    session = CliContext(out=out, err=io.StringIO())
    code = program.run(["--json", "--data", str(folder), "certificate", "verify", str(path)], session)
    error = json.loads(out.getvalue())["error"]
    assert (code, error["code"], "2" in error["message"]) == (REFUSED, "strange_file.too_slow", True)
