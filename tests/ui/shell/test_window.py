"""The window: closing waits for work, its size is kept, it locks itself, and it survives faults."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from tests.ui.driving import find, press, settle, show, switched_off
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.surroundings import IdleLock
from trainer_app.ui.shell.window import CrashGuard, CrashOverlay, MainWindow, has_screen
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.overlays import ConfirmDialog


class LongWork:
    """Work that goes on until it is let go, and says how it ended."""

    def __init__(self, jobs: Jobs) -> None:
        self.go_on = threading.Event()
        self.done: list[Any] = []
        self.errors: list[TrainerError] = []
        jobs.run("Export", self._work, done=self.done.append, failed=self.errors.append)

    def _work(self, progress: Progress) -> str:
        assert self.go_on.wait(SECONDS)
        progress("print.page", 0.5)
        return "done"


@pytest.fixture
def jobs(window: MainWindow) -> Iterator[Jobs]:
    """Watch jobs from the window."""
    made = Jobs()
    window.watch(made)
    yield made
    window.watch(None)


def test_an_idle_window_closes_at_once_and_keeps_its_size(
    qtbot: QtBot, window: MainWindow, preferences: PreferenceStore, tmp_path: Path
) -> None:
    window.resize(760, 480)
    with qtbot.waitSignal(window.closing):
        window.close()
    assert not window.isVisible()
    again = MainWindow(PreferenceStore(tmp_path / "preferences.json"))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 480)


def test_the_first_window_has_the_promised_size(window: MainWindow) -> None:
    assert (window.width(), window.height()) == SMALLEST
    assert window.minimumWidth() <= 683, "1366 at 200 %"
    assert window.minimumHeight() <= 348


def test_closing_waits_until_the_work_is_done(qtbot: QtBot, window: MainWindow, jobs: Jobs) -> None:
    show(window)
    work = LongWork(jobs)
    window.close()
    assert window.isVisible()
    window.close()
    assert len(window.findChildren(ConfirmDialog)) == 1, "it asks once"
    with qtbot.waitSignal(window.closing):
        work.go_on.set()
    assert work.done == ["done"]
    assert not window.isVisible()


def test_closing_can_stop_the_work(qtbot: QtBot, window: MainWindow, jobs: Jobs) -> None:
    show(window)
    work = LongWork(jobs)
    window.close()
    find(window, ConfirmDialog, "close_question").yes.click()
    assert window.isVisible(), "the work has not stopped yet"
    with qtbot.waitSignal(window.closing):
        work.go_on.set()
    assert work.done == []
    assert [error.code for error in work.errors] == ["cancelled"]


def test_one_can_stay_and_go_on_working(qtbot: QtBot, window: MainWindow, jobs: Jobs) -> None:
    show(window)
    work = LongWork(jobs)
    window.close()
    find(window, ConfirmDialog, "close_question").no.click()
    with qtbot.assertNotEmitted(window.closing), qtbot.waitSignal(jobs.ended):
        work.go_on.set()
    settle()
    assert window.isVisible()
    with qtbot.waitSignal(window.closing):
        window.close()


def test_switching_off_is_held_back_while_something_is_done(
    qtbot: QtBot, window: MainWindow, jobs: Jobs
) -> None:
    show(window)
    assert not switched_off(window), "nothing would be lost"
    work = LongWork(jobs)
    assert switched_off(window)
    assert find(window, ConfirmDialog, "close_question").isVisible()
    assert not switched_off(window, asks=False), "where the system lets nobody ask, it goes on"
    with qtbot.waitSignal(window.closing):
        work.go_on.set()
    assert not switched_off(window), "the window is closed"


def test_a_page_takes_the_place_of_the_one_before(window: MainWindow) -> None:
    first, second = QLabel("first"), QLabel("second")
    first.setObjectName("first_page")
    window.show_page(first)
    window.show_page(second)
    settle()
    assert window.page() is second
    assert window.findChild(QLabel, "first_page") is None


def test_the_title_follows_the_language(window: MainWindow, language: LanguageSwitch) -> None:
    assert window.windowTitle() == "Trainer"
    language.choose("ru")
    settle()
    assert window.windowTitle() == "Тренер"


@pytest.mark.logs("unexpected failure")
def test_a_fault_is_shown_kept_and_survived(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, language: LanguageSwitch
) -> None:
    show(window)
    before = sys.excepthook
    guard = CrashGuard(tmp_path / "logs", window)

    def fail() -> None:
        raise ValueError("Ғафуров Сӯҳроб")

    try:
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: window.findChild(CrashOverlay) is not None)
    finally:
        guard.release()
    assert sys.excepthook is before
    sheet = find(window, CrashOverlay, "crash")
    assert sheet.kind.text() == "ValueError"
    reports = list((tmp_path / "logs").glob("crash-*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in sheet.place.text()
    assert "Ғафуров" not in reports[0].read_text(encoding="utf-8")
    language.choose("tg")
    settle()
    assert sheet.title.text() == "Дар барнома хато рух дод"
    press(sheet.go_on, Qt.Key.Key_Return)
    settle()
    assert window.findChild(CrashOverlay) is None
    assert window.isVisible()


@pytest.mark.logs("unexpected failure")
def test_a_fault_in_another_thread_is_shown_too(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    show(window)
    guard = CrashGuard(tmp_path / "logs", window)

    def fail() -> None:
        raise KeyError("x")

    try:
        for _ in range(2):
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
        qtbot.waitUntil(lambda: window.findChild(CrashOverlay) is not None)
    finally:
        guard.release()
    assert len(window.findChildren(CrashOverlay)) == 1, "one sheet at a time"


def test_nobody_there_is_noticed_and_a_key_is_a_sign_of_life(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer_app.ui.shell.surroundings._REST", 3_600_000)
    show(window)
    idle = IdleLock(window)
    idle.start(1)
    timer = find(idle, QTimer, "idle_timer")
    assert timer.isActive()
    idle.remind()
    assert timer.interval() <= 10_000, "due again soon, after long work"
    press(window, Qt.Key.Key_Shift)
    assert timer.interval() == 60_000, "counted anew from the beginning"
    rest = find(idle, QTimer, "idle_rest")
    assert rest.isActive(), "for a moment nobody listens"
    timer.setInterval(10_000)
    press(window, Qt.Key.Key_Shift)
    assert timer.interval() == 10_000
    rest.timeout.emit()
    assert timer.interval() == 60_000, "what came meanwhile is not known: it counts"
    timer.setInterval(10_000)
    press(window, Qt.Key.Key_Shift)
    assert timer.interval() == 60_000
    with qtbot.waitSignal(idle.due):
        timer.setInterval(1)
    idle.stop()
    assert not timer.isActive()
    idle.start(0)
    assert not timer.isActive()


@pytest.mark.parametrize(
    ("environment", "platform", "answer"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_whether_there_is_a_screen(environment: dict[str, str], platform: str, answer: bool) -> None:
    assert has_screen(environment, platform) is answer


def test_preferences_that_cannot_be_written_are_told_not_raised(tmp_path: Path, qapp: QApplication) -> None:
    place = tmp_path / "file"
    place.write_text("not a folder")
    store = PreferenceStore(tmp_path / "preferences.json")
    assert store.change(Preferences.theme, "dark") is None
    assert PreferenceStore(tmp_path / "preferences.json").now.theme == "dark"
    assert store.change(Preferences.theme, "dark") is None
    (tmp_path / "preferences.json").unlink()
    (tmp_path / "preferences.json").mkdir()
    error = store.change(Preferences.theme, "light")
    assert error is not None
    assert error.code.startswith("files.")
    assert store.now.theme == "light", "what was chosen holds until the program ends"


def test_the_window_fills_a_screen_on_which_it_would_not_stand_whole(window: MainWindow) -> None:
    window.resize(1366, 697)
    window.fit(QSize(1366, 728))
    assert not window.isMaximized()
    assert window.size() == QSize(1366, 697)
    window.fit(QSize(1092, 582))  # 1366x728 at 125 %
    assert window.isMaximized()
    assert window.normalGeometry().width() <= 1092, "nor does it stand over the edge when it is made small"
