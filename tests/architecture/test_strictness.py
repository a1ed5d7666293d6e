"""The settings of the tests themselves: what must fail does fail, without any variable set by the caller."""

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import pytest

from tests.architecture.tree import ROOT

HEAD = "import logging\nimport warnings\nimport pytest\nlog = logging.getLogger('trainer_app.x')\n"
GOOD = (
    "def test_a():\n    log.info('x')\n",
    "@pytest.mark.logs('odd .* 3')\ndef test_a():\n    log.warning('odd row %d', 3)\n",
    "@pytest.mark.logs('a')\n@pytest.mark.logs('b')\ndef test_a():\n    log.error('a, b')\n",
)
BAD = (
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
)
WINDOW = (
    "def test_window(qtbot):\n"
    "    from PySide6.QtWidgets import QLabel\n"
    "    label = QLabel('Ҷ')\n"
    "    qtbot.addWidget(label)\n"
    "    label.show()\n"
    "    assert label.isVisible()\n"
)
PLACES = (
    "def test_places():\n"
    "    from trainer_app.system.folders import default_root, state_root\n"
    "    assert 'trainer-tests-' in str(default_root())\n"
    "    assert 'trainer-tests-' in str(state_root())\n"
)


HANGS = """
import threading
import time
from pathlib import Path
from typing import IO

import pytest

patient = pytest.mark.timeout(240)

@patient
def test_before():
    "What is set up once in a run is not dumped in place of the next, however long it takes."

@patient
def test_is_dumped():
    while "test_is_dumped" not in Path("told.txt").read_text():
        time.sleep(0.05)

def test_is_ended():
    threading.Event().wait(240)
"""


def run(folder: Path, *options: str, told: IO[str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the test files of a folder with the project's own settings and plugins, as without a screen.

    `told` is where it writes its errors.
    """
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"), "utf-8")
    unset = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}"]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", "-p", "no:hypothesispytest", *options, str(folder)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=told or subprocess.PIPE,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class Told:
    """What became of each file, "" where its test passed, and what was said of the whole run."""

    outcomes: dict[str, str]
    said: str


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Run every sample in a file of its own, all of them in one process: to start one takes seconds."""
    folder = tmp_path_factory.mktemp("strictness")
    samples = {f"good{number}": body for number, body in enumerate(GOOD)}
    samples |= {f"bad{number}": body for number, (body, _) in enumerate(BAD)}
    samples |= {"window": WINDOW, "places": PLACES}
    for name, body in samples.items():
        (folder / f"test_{name}.py").write_text(HEAD + body, encoding="utf-8")
    report = folder / "report.xml"
    done = run(folder, "--continue-on-collection-errors", f"--junitxml={report}")
    assert done.returncode == 1, done.stdout + done.stderr
    outcomes: dict[str, list[str]] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        place = case.get("classname") or case.get("name") or ""
        problems = [f"{each.get('message')} {each.text}" for each in case if each.tag in ("failure", "error")]
        outcomes.setdefault(place.removeprefix("test_"), []).extend(problems)
    assert set(outcomes) == set(samples), done.stdout + done.stderr
    return Told({name: "\n".join(problems) for name, problems in outcomes.items()}, done.stdout)


@pytest.mark.parametrize("number", range(len(GOOD)))
def test_what_is_expected_passes(told: Told, number: int) -> None:
    assert told.outcomes[f"good{number}"] == ""


@pytest.mark.parametrize("number", range(len(BAD)))
def test_what_is_unexpected_fails(told: Told, number: int) -> None:
    assert BAD[number][1] in told.outcomes[f"bad{number}"]


def test_no_screen_and_no_variable_is_needed_and_the_order_is_random(told: Told) -> None:
    assert told.outcomes["window"] == ""
    assert "Using --randomly-seed" in told.said


def test_the_folders_of_the_person_at_this_computer_are_left_alone(told: Told) -> None:
    assert told.outcomes["places"] == ""


def test_a_hang_is_dumped_and_ended(tmp_path: Path) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"][
        "ini_options"
    ]
    assert 0 < settings["faulthandler_timeout"] < settings["timeout"]
    (tmp_path / "test_sample.py").write_text(HANGS, encoding="utf-8")
    with (tmp_path / "told.txt").open("w", encoding="utf-8") as told:
        done = run(
            tmp_path, "-p", "no:randomly", "-o", "faulthandler_timeout=0.5", "-o", "timeout=1", told=told
        )
    assert "test_is_dumped" in (tmp_path / "told.txt").read_text(encoding="utf-8")
    assert "Timeout" in done.stdout
    assert done.returncode != 0
