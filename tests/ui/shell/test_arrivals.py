"""A second start: the window comes forward, and takes the files that came along, several of them together."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from trainer_app import __main__
from trainer_app.system import installed
from trainer_app.system.folders import DataFolder
from trainer_app.system.handover import LOCKED_BY, OpenWindow
from trainer_app.system.installed import Installation
from trainer_app.ui.shell.surroundings import Arrivals
from trainer_app.ui.shell.window import MainWindow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))
    return DataFolder(tmp_path / "data")


def start_again(folder: DataFolder, *names: str) -> None:
    """Start the program a second time; fail unless it ends in order by itself."""
    command = [sys.executable, "-m", "trainer_app", "--data", str(folder.root), *names]
    environment = {**os.environ, "QT_QPA_PLATFORM": "none such: it ends before it needs a screen"}
    done = subprocess.run(command, env=environment, timeout=SECONDS, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_files_of_later_starts_are_taken_together_by_the_open_window(
    qtbot: QtBot, window: MainWindow, folder: DataFolder, tmp_path: Path
) -> None:
    arrivals = Arrivals(window, OpenWindow(folder))
    arrivals.begin()
    taken: list[Path] = []
    window.dropped.connect(taken.extend)
    window.showMinimized()
    names = [str(tmp_path / name) for name in ("Душанбе 1.tsync", "Хуҷанд 2.tsync")]
    starts = [threading.Thread(target=start_again, args=(folder, name)) for name in names]
    for start in starts:
        start.start()
    qtbot.waitUntil(lambda: len(taken) == 2)
    for start in starts:
        start.join()
    assert sorted(map(str, taken)) == sorted(names)
    assert not window.isMinimized()
    assert window.isVisible()
    arrivals.end()


def test_a_start_without_files_only_shows_the_window(
    qtbot: QtBot, window: MainWindow, folder: DataFolder
) -> None:
    arrivals = Arrivals(window, OpenWindow(folder))
    arrivals.begin()
    taken: list[list[Path]] = []
    window.dropped.connect(taken.append)
    window.showMinimized()
    start = threading.Thread(target=start_again, args=(folder,))
    start.start()
    qtbot.waitUntil(lambda: not window.isMinimized())
    start.join()
    assert taken == []
    arrivals.end()


def test_a_window_becomes_the_one_when_another_is_closed(
    qtbot: QtBot, window: MainWindow, folder: DataFolder
) -> None:
    """So it is after the program locked itself: the new one is there before the old one is gone."""
    old, new = OpenWindow(folder), OpenWindow(folder)
    assert old.hold()
    arrivals = Arrivals(window, new)
    arrivals.begin()
    assert not new.held
    old.let_go()
    qtbot.waitUntil(lambda: new.held)
    arrivals.end()
    assert old.hold()
    old.let_go()


def test_the_program_that_follows_a_locked_one_is_not_handed_over(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = OpenWindow(folder)
    assert old.hold()
    monkeypatch.setenv(LOCKED_BY, "somebody")
    found = __main__.the_one_window(folder.root, [])
    assert found is not None
    assert not found.held
    old.let_go()


def test_a_window_that_hangs_does_not_keep_a_second_one_from_opening(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer_app.system.handover.ANSWERED_WITHIN", 0.1)
    hanging = OpenWindow(folder)
    assert hanging.hold()
    found = __main__.the_one_window(folder.root, [tmp_path / "a.tsync"])
    assert found is not None
    hanging.let_go()


def test_a_start_that_was_handed_over_is_not_counted_against_a_new_version(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "unseen.txt").write_bytes(b"x")
    monkeypatch.setattr(installed, "installation", lambda: Installation(home, home / "versions" / "0.1.1"))
    monkeypatch.setattr(OpenWindow, "hand_over", lambda _self, _files: True)
    old = OpenWindow(folder)
    assert old.hold()
    assert __main__.the_one_window(folder.root, []) is None
    assert (home / "unseen.txt").read_bytes() == b""
    old.let_go()
