"""`self-test` as a person starts it on a new machine, and what it says of a failure."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.running import SECONDS
from trainer_app.cli import program
from trainer_app.cli.context import REFUSED, CliContext
from trainer_app.cli.program import run

STEPS = ["database", "certificate", "bundle"]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("screen", [{}, {"QT_QPA_PLATFORM": "offscreen"}], ids=["no screen", "offscreen"])
def test_it_goes_through_everything_and_leaves_nothing(tmp_path: Path, screen: dict[str, str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in SCREENS}
    places = {"TRAINER_DATA": str(tmp_path / "data"), "TRAINER_STATE": str(tmp_path / "state")}
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "trainer_app.cli.program", "--json", "self-test"],
        env={**kept, **places, **screen, "TMPDIR": str(temporary), "TRAINER_PASSPHRASE": "of somebody"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"ok": True, "steps": [*STEPS, "driver", "window"]}
    assert sorted(tmp_path.iterdir()) == [temporary]
    assert list(temporary.iterdir()) == []


def self_test(*arguments: str) -> tuple[int, dict[str, dict[str, str]], str]:
    """Run it in this process; return exit code, document and what was said."""
    out, err = io.StringIO(), io.StringIO()
    code = run(["--json", "self-test", *arguments], CliContext(out=out, err=err))
    return code, json.loads(out.getvalue()), err.getvalue()


def test_without_the_window_it_needs_no_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "window_program", lambda: pytest.fail("the window was started"))
    before = os.environ["TRAINER_STATE"]
    code, document, _ = self_test("--no-window")
    assert (code, document["steps"]) == (0, [*STEPS, "driver"])
    assert os.environ["TRAINER_STATE"] == before


def test_a_laptop_is_whole_without_the_driver_and_one_that_does_not_load_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as laptop:
        laptop.setitem(sys.modules, "psycopg", None)
        code, document, _ = self_test("--no-window")
        assert (code, document["steps"]) == (0, STEPS)
    for name in [name for name in sys.modules if name.partition(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    (tmp_path / "psycopg.py").write_text("import a_library_that_is_not_there\n", encoding="ascii")
    monkeypatch.syspath_prepend(tmp_path)
    code, document, _ = self_test("--no-window")
    assert (code, document["error"]["code"]) == (REFUSED, "server.no_driver")


def test_a_window_that_fails_is_told_with_its_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "import sys; sys.stderr.write('first\\nlibGL.so.1 is missing\\n\\n'); sys.exit(7)"
    monkeypatch.setattr(program, "window_program", lambda: [sys.executable, "-c", words])
    code, document, _ = self_test()
    assert (code, document["error"]["code"]) == (REFUSED, "selftest.window_failed")
    assert "7" in document["error"]["message"]
    assert document["error"]["message"].endswith("libGL.so.1 is missing")


def test_a_window_that_cannot_be_started_or_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "window_program", lambda: ["/nowhere/trainer-app"])
    assert self_test()[1]["error"]["code"] == "selftest.window_failed"
    monkeypatch.setattr(program, "_PATIENCE", 0.0)
    waiting = "import threading; threading.Event().wait()"
    monkeypatch.setattr(program, "window_program", lambda: [sys.executable, "-c", waiting])
    code, document, _ = self_test()
    assert code == REFUSED
    assert "TimeoutExpired" in document["error"]["message"]
