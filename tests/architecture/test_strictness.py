"""The settings of the tests themselves: what must fail does fail, without any variable set by the caller."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

HEAD = "import logging\nimport warnings\nimport pytest\nlog = logging.getLogger('trainer_app.x')\n"


def run(folder: Path, body: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run one test file with the project's own settings and plugins, as a caller without a screen does."""
    (folder / "test_sample.py").write_text(HEAD + body, encoding="utf-8")
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"), "utf-8")
    unset = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}"]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", "-p", "no:hypothesispytest", *options, str(folder)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "body",
    [
        "def test_a():\n    log.info('x')\n",
        "@pytest.mark.logs('odd .* 3')\ndef test_a():\n    log.warning('odd row %d', 3)\n",
        "@pytest.mark.logs('a')\n@pytest.mark.logs('b')\ndef test_a():\n    log.error('a, b')\n",
    ],
)
def test_what_is_expected_passes(tmp_path: Path, body: str) -> None:
    done = run(tmp_path, body)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("def test_a():\n    log.warning('odd')\n", "logged without being announced"),
        (
            "@pytest.mark.logs('even')\ndef test_a():\n    log.warning('odd')\n",
            "logged without being announced",
        ),
        ("@pytest.mark.logs('odd')\ndef test_a():\n    pass\n", "announced but never logged"),
        ("def test_a():\n    warnings.warn('old')\n", "UserWarning: old"),
        ("@pytest.mark.unheard_of\ndef test_a():\n    pass\n", "unheard_of"),
        ("@pytest.mark.xfail\ndef test_a():\n    pass\n", "XPASS"),
        (
            "def test_a(qapp):\n    from PySide6.QtCore import qWarning\n    qWarning('Qt is unhappy')\n",
            "Qt messages",
        ),
    ],
)
def test_what_is_unexpected_fails(tmp_path: Path, body: str, words: str) -> None:
    done = run(tmp_path, body)
    assert done.returncode != 0
    assert words in done.stdout + done.stderr, done.stdout + done.stderr


def test_no_screen_and_no_variable_is_needed_and_the_order_is_random(tmp_path: Path) -> None:
    body = (
        "def test_window(qtbot):\n"
        "    from PySide6.QtWidgets import QLabel\n"
        "    label = QLabel('Ҷ')\n"
        "    qtbot.addWidget(label)\n"
        "    label.show()\n"
        "    assert label.isVisible()\n"
    )
    done = run(tmp_path, body)
    assert "1 passed" in done.stdout, done.stdout + done.stderr
    assert "Using --randomly-seed" in done.stdout


def test_the_folders_of_the_person_at_this_computer_are_left_alone(tmp_path: Path) -> None:
    body = (
        "def test_places():\n"
        "    from trainer_app.system.folders import default_root, state_root\n"
        "    assert 'trainer-tests-' in str(default_root())\n"
        "    assert 'trainer-tests-' in str(state_root())\n"
    )
    done = run(tmp_path, body)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_a_hang_is_dumped_and_ended(tmp_path: Path) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"][
        "ini_options"
    ]
    assert 0 < settings["faulthandler_timeout"] < settings["timeout"]
    body = "import threading\ndef test_stuck():\n    threading.Event().wait(60)\n"
    done = run(tmp_path, body, "-o", "faulthandler_timeout=0.5", "-o", "timeout=1")
    assert "test_stuck" in done.stderr
    assert "Timeout" in done.stdout
    assert done.returncode != 0
