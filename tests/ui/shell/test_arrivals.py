"""A second start: the window comes forward, and takes the files that came along, several of them together."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from tests.ui.driving import show
from trainer_app import __main__
from trainer_app.app import Options, start_in
from trainer_app.system import installed
from trainer_app.system.folders import DataFolder
from trainer_app.system.handover import LOCKED_AT, LOCKED_BY, LOCKED_LYING, OpenWindow
from trainer_app.system.installed import Installation
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.surroundings import Arrivals
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.start.unlock import OpeningFailedPage
from trainer_app.ui.style.theme import Theme


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


@pytest.mark.parametrize(
    ("minimized", "active", "told"),
    [(False, True, ""), (False, False, "behind"), (True, False, "minimized")],
)
def test_a_program_that_locks_itself_tells_the_next_one_where_its_window_lay(
    minimized: bool,
    active: bool,
    told: str,
    window: MainWindow,
    folder: DataFolder,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It came in front of whatever was typed into at that moment, and took the keys."""
    options = Options(folder.root, command=("/usr/bin/trainer-app",))
    program = start_in(options, folder, window, theme, language, preferences)
    show(window)
    if minimized:
        window.showMinimized()
    front = window if active else None
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: front))
    given: list[dict[str, str]] = []
    monkeypatch.setattr(os, "execve", lambda _path, _command, env: given.append(env))
    monkeypatch.setattr(subprocess, "Popen", lambda _command, env: given.append(env))
    assert program._start_anew("saidova", "courses")
    program.end()
    (env,) = given
    assert (env[LOCKED_BY], env[LOCKED_AT]) == ("saidova", "courses")
    assert env.get(LOCKED_LYING, "") == told


FOLLOWS = """
import sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtWidgets import QWidget
from trainer_app import app
from trainer_app.system.folders import DataFolder
from trainer_app.ui.shell.window import MainWindow
lowered, activated = [], []
MainWindow.lower = lambda self: lowered.append(self)
MainWindow.activateWindow = MainWindow.raise_ = lambda self: activated.append(self)
loop = app.run_loop
def once(application):
    def leave():
        window = next(each for each in application.topLevelWidgets() if each.objectName() == "window")
        quiet = window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        print(quiet, window.isMinimized(), len(lowered), len(activated))
        window.close()
    QTimer.singleShot(0, leave)
    return loop(application)
app.run_loop = once
sys.exit(app.run(app.Options(data=__import__("pathlib").Path(sys.argv[1]))))
"""


@pytest.mark.parametrize(
    ("lying", "said"),
    [("", "False False 0 0"), ("behind", "True False 1 0"), ("minimized", "True True 0 0")],
)
def test_the_locked_window_stays_where_it_lay(lying: str, said: str, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", LOCKED_BY: "saidova", LOCKED_LYING: lying}
    done = subprocess.run(
        [sys.executable, "-c", FOLLOWS, str(tmp_path / "data")],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == (said, 0), done.stderr


WAITING = """
import sys
from trainer_app import __main__, app
from trainer_app.system import handover
handover.ANSWERED_WITHIN = 0.0
loop = app.run_loop
def tell(application):
    window = next(each for each in application.topLevelWidgets() if each.objectName() == "window")
    error = window.page().error
    print(error.code, window.isVisible(), window.page().title.text(), flush=True)
    return loop(application)
app.run_loop = tell
sys.exit(__main__.main(sys.argv[1:]))
"""


def test_a_start_beside_a_busy_window_says_so_and_ends_when_that_has_answered(
    folder: DataFolder, tmp_path: Path
) -> None:
    """As two double-clicks while the first one still loads: the folder is never open twice."""
    busy = OpenWindow(folder)
    assert busy.hold()
    command = [sys.executable, "-c", WAITING, "--lang", "ru", "--data", str(folder.root)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    given = str(tmp_path / "а.tsync")
    second = subprocess.Popen([*command, given], env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    assert second.stdout is not None
    try:
        said = second.stdout.readline()
        assert said == "workplace.window_busy True Программа уже открыта и занята\n"
        assert not folder.root.exists(), "nothing of the folder was touched"
        assert busy.take() == [Path(given)]
        assert second.wait(SECONDS) == 0
    finally:
        second.kill()
        second.wait(SECONDS)
        second.stdout.close()
        busy.let_go()


@dataclass
class Second:
    """A start beside a window that is busy, which it has asked to take a file."""

    busy: OpenWindow
    window: MainWindow
    opened: OpenWindow
    program: object

    def page(self) -> QWidget | None:
        return self.window.page()


@pytest.fixture
def second(
    window: MainWindow,
    folder: DataFolder,
    tmp_path: Path,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
) -> Iterator[Second]:
    busy, opened = OpenWindow(folder), OpenWindow(folder)
    assert busy.hold()
    given = tmp_path / "а.tsync"
    assert not opened.hold()
    assert not opened.hand_over([given], 0.0)
    options = Options(data=folder.root, files=(given,))
    program = start_in(options, folder, window, theme, language, preferences, opened)
    yield Second(busy, window, opened, program)
    program.end()
    busy.let_go()
    opened.let_go()


def test_it_begins_in_the_place_of_one_that_is_gone(qtbot: QtBot, second: Second) -> None:
    assert isinstance(second.page(), OpeningFailedPage)
    second.busy.let_go()
    qtbot.waitUntil(lambda: second.opened.held)
    assert isinstance(second.page(), FirstStartPage)
    assert list(second.opened.messages.iterdir()) == [], "its file is its own again"


def test_trying_again_looks_at_once(second: Second) -> None:
    page = second.page()
    assert isinstance(page, OpeningFailedPage)
    second.busy.let_go()
    page.retry.click()
    assert second.opened.held


def test_closing_it_asks_for_nothing_more(qtbot: QtBot, second: Second) -> None:
    page = second.page()
    assert isinstance(page, OpeningFailedPage)
    with qtbot.waitSignal(second.window.closing):
        page.leave.click()
    assert not second.opened.asks
    assert second.busy.take() is None


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
