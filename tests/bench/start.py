"""How much the processor works until the program can be used, and when the theme is switched.

Beside each start stands an empty window of Qt's, by turns in the same run, since a busy machine slows both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import process_time

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.bench.row import BenchRow
from trainer_app.actions.base import workplace
from trainer_app.bundle.vault import DataKey
from trainer_app.store.courses.courses import list_courses
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell import window
from trainer_app.ui.shell.navigation import TABS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme

ROOT = Path(__file__).parents[2]
UNLOCK_TARGET, TODAY_TARGET = 3.0, 4.0
THEME_LIMIT = 300.0
"""Milliseconds of the processor that a switch of theme may take with every screen open."""
TURNS, _SWITCHES = 7, 6
_EMPTY_WINDOW = "an empty PySide6 main window"
_ZONE = "Asia/Dushanbe"


def measure(
    folder: DataFolder, key: DataKey, marks: int, today: date, runs: int = TURNS
) -> Iterator[BenchRow]:
    """Measure starts over a folder and a switch of theme in its window."""
    yield unlock_row(folder, runs)
    yield today_row(folder, key, marks, runs)
    yield theme_row(folder, key, today)


def unlock_row(folder: DataFolder, runs: int = TURNS) -> BenchRow:
    """Measure a start of the program, as people start it, to the page that asks for the passphrase."""
    ours, theirs = _by_turns(_UNLOCK, [str(folder.root)], runs)
    return BenchRow("start to the unlock page, CPU", ours, "s", _EMPTY_WINDOW, theirs, UNLOCK_TARGET)


def today_row(folder: DataFolder, key: DataKey, marks: int, runs: int = TURNS) -> BenchRow:
    """Measure a start to Today, painted and usable.

    Unlocking is left out: a passphrase is made slow on purpose.
    """
    ours, theirs = _by_turns(_TODAY, [str(folder.root), (key.key + key.salt).hex()], runs)
    return BenchRow(f"start to Today, {marks:,} marks, CPU", ours, "s", _EMPTY_WINDOW, theirs, TODAY_TARGET)


@contextmanager
def looks() -> Iterator[tuple[LanguageSwitch, Theme]]:
    """Give a program the language and the colours of the benchmark; nothing of them is left at the end.

    What runs after this in the same program has a language and colours of its own, one of each.
    """
    application = QApplication.instance() or window.make_application(["bench"])
    assert isinstance(application, QApplication)
    switch, theme = LanguageSwitch(application, "tg"), Theme(application, "light")
    try:
        yield switch, theme
    finally:
        switch.remove()
        application.setStyleSheet("")
        for each in (switch, theme):
            shiboken6.delete(each)


def theme_row(folder: DataFolder, key: DataKey, today: date, switches: int = _SWITCHES) -> BenchRow:
    """Measure switches of theme with every screen and every tab of a course open, the last one seen."""
    with looks() as (switch, theme):
        found = list(_switch_times(folder, key, today, switches, switch, theme))
    limit = f"{THEME_LIMIT:.0f} ms"
    return BenchRow(
        "switch of theme, all screens open, CPU", statistics.median(found), "ms", limit, THEME_LIMIT, 1.0
    )


def _switch_times(
    folder: DataFolder, key: DataKey, today: date, switches: int, switch: LanguageSwitch, theme: Theme
) -> Iterator[float]:
    work = workplace.open_with_key(folder, key, fixed_at(today, 11, _ZONE))
    preferences = PreferenceStore(folder.preferences)
    frame = MainWindow(preferences)
    workspace = Workspace(AppContext(work, theme, switch, preferences))
    frame.show_page(workspace)
    frame.resize(1366, 697)
    frame.show()
    for name in workspace.specs:
        workspace.open(name)
        QApplication.processEvents()
    course = list_courses(work.database)[-1].key
    for tab in TABS:
        workspace.open("courses", course=course, tab=tab.name)
        QApplication.processEvents()
    for turn in range(switches):
        began = process_time()
        theme.choose("light" if turn % 2 else "dark")
        QApplication.processEvents()
        frame.grab()
        yield (process_time() - began) * 1000
    frame.close()
    frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    work.close()
    theme.choose("light")


def _by_turns(code: str, arguments: list[str], runs: int) -> tuple[float, float]:
    """Return the medians for some code and for an empty window. The first run of each only compiles."""
    ours, theirs = [], []
    with tempfile.TemporaryDirectory(prefix="bench-") as compiled:
        for _ in range(runs + 1):
            theirs.append(_start(_EMPTY, [], compiled))
            ours.append(_start(code, arguments, compiled))
    return statistics.median(ours[1:]), statistics.median(theirs[1:])


def _start(code: str, arguments: list[str], compiled: str) -> float:
    """Return the seconds that a process has used by the time its window is painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # Both sides find their modules compiled, as an installed program does, whatever this shell wishes.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.pop("TRAINER_PASSPHRASE", None)
    environment["PYTHONPYCACHEPREFIX"] = compiled
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        env=environment,
        cwd=ROOT,
        text=True,
        check=False,
    )
    word, _, used = done.stdout.strip().rpartition(" ")
    if word != "painted" or done.returncode != 0:
        raise RuntimeError(f"the window did not open: {done.stdout}{done.stderr}")
    return float(used)


_TELL = """
from time import process_time
from PySide6.QtCore import QTimer
def painted():
    print("painted", process_time(), flush=True)
    application.quit()
window.show()
window.grab()
QTimer.singleShot(0, painted)
application.exec()
"""
_EMPTY = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 697)
"""
    + _TELL
)
_START = """
import sys
from datetime import date
from pathlib import Path
from time import process_time
# As in the program: from here on PySide no longer reads the source of all that is imported after it.
import trainer_app.ui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
loop = QApplication.exec
def begin(application):
    (window,) = [each for each in application.topLevelWidgets() if each.objectName() == "window"]
    window.resize(1366, 697)
    def painted():
        if shows(window):
            print("painted", process_time(), flush=True)
        application.quit()
    enter(window)
    window.grab()
    QTimer.singleShot(0, painted)
    return loop()
QApplication.exec = begin
"""
_UNLOCK = (
    _START
    + """
def enter(window):
    pass
def shows(window):
    return window.page().objectName() == "unlock"
from trainer_app.__main__ import main
sys.exit(main(["--data", sys.argv[1], "--lang", "tg"]))
"""
)
_TODAY = (
    _START
    + """
def enter(window):
    from trainer_app.actions.base import workplace
    from trainer_app.bundle.vault import DataKey
    from trainer_app.system.clock import fixed_at
    from trainer_app.system.folders import DataFolder
    folder, raw = DataFolder(Path(sys.argv[1])), bytes.fromhex(sys.argv[2])
    clock = fixed_at(date(2018, 10, 17), 11, "Asia/Dushanbe")
    work = workplace.open_with_key(folder, DataKey(raw[:32], raw[32:]), clock)
    window.findChild(QObject, "gate")._enter(work)
def shows(window):
    return window.page().objectName() == "workspace" and window.page().current() == "today"
from trainer_app.__main__ import main
sys.exit(main(["--data", sys.argv[1], "--lang", "tg"]))
"""
)
