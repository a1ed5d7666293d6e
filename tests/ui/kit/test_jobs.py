"""Long work: off the GUI thread, one after the other, stopped without harm, its faults not hidden."""

import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.ui.kit.jobs import Job, Jobs


class Heard:
    """What came back."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.errors: list[TrainerError] = []
        self.threads: list[bool] = []

    def take(self, value: Any) -> None:
        self.done.append(value)
        application = QCoreApplication.instance()
        assert application is not None
        self.threads.append(QThread.currentThread() is application.thread())

    def refuse(self, error: TrainerError) -> None:
        self.errors.append(error)


@pytest.fixture
def heard() -> Heard:
    """Listen."""
    return Heard()


def test_work_runs_elsewhere_and_is_delivered_here(qtbot: QtBot, heard: Heard) -> None:
    released: list[str] = []
    jobs = Jobs(release=lambda: released.append(threading.current_thread().name))
    names: list[str] = []

    def work(progress: Progress) -> int:
        names.append(threading.current_thread().name)
        progress("print.page", 1.0)
        return 42

    with qtbot.waitSignals([jobs.started, jobs.progressed, jobs.ended]):
        jobs.run("Counting", work, done=heard.take, failed=heard.refuse)
    assert heard.done == [42]
    assert heard.threads == [True]
    assert names[0] != threading.current_thread().name
    assert released == names, "the connection of the worker's thread is closed there"
    assert not jobs.busy


def test_jobs_wait_their_turn(qtbot: QtBot, heard: Heard) -> None:
    jobs = Jobs()
    gate = threading.Event()

    def wait(_progress: Progress) -> str:
        assert gate.wait(SECONDS)
        return "first"

    jobs.run("First", wait, done=heard.take, failed=heard.refuse)
    jobs.run("Second", lambda _progress: "second", done=heard.take, failed=heard.refuse, writes=False)
    assert jobs.busy
    assert jobs.writing
    gate.set()
    qtbot.waitUntil(lambda: len(heard.done) == 2)
    assert heard.done == ["first", "second"]
    assert not jobs.writing


def test_a_stop_reaches_the_work_at_its_next_step(qtbot: QtBot, heard: Heard) -> None:
    jobs = Jobs()
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        assert go_on.wait(SECONDS)
        progress("print.page", 0.5)
        return "never"

    with qtbot.waitSignal(jobs.ended):
        job = jobs.run("Long", work, done=heard.take, failed=heard.refuse)
        jobs.run("Behind it", lambda _progress: "never", done=heard.take, failed=heard.refuse)
        assert begun.wait(SECONDS)
        jobs.cancel()
        assert job.cancelling
        go_on.set()
    assert heard.done == []
    assert [type(error) for error in heard.errors] == [Cancelled]
    assert not jobs.busy, "what waited behind it is forgotten"


@pytest.mark.parametrize("synchronous", [True, False])
def test_an_error_with_words_goes_to_failed(qtbot: QtBot, heard: Heard, synchronous: bool) -> None:
    jobs = Jobs(synchronous=synchronous)

    def work(_progress: Progress) -> None:
        raise TrainerError("disk.full")

    jobs.run("Export", work, done=heard.take, failed=heard.refuse)
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert heard.errors[0].code == "disk.full"
    assert heard.done == []


def test_a_fault_of_the_program_is_raised_on_the_gui_thread(
    qtbot: QtBot, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs()
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: seen.append(kind))

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    jobs.run("Export", work, done=heard.take, failed=heard.refuse)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [ZeroDivisionError]
    assert heard.errors == []
    assert not jobs.busy, "the next job can run"


def test_synchronous_work_is_done_when_run_returns(qtbot: QtBot, heard: Heard) -> None:
    jobs = Jobs(synchronous=True)
    steps: list[tuple[str, float]] = []
    jobs.progressed.connect(lambda code, fraction: steps.append((code, fraction)))

    def work(progress: Progress) -> str:
        assert jobs.busy
        progress("print.page", 0.5)
        return "done"

    jobs.run("Now", work, done=heard.take, failed=heard.refuse)
    assert heard.done == ["done"]
    assert steps == [("print.page", 0.5)]


def test_steps_come_slowly_enough_to_be_read(qtbot: QtBot, heard: Heard) -> None:
    """Ten thousand steps of progress must not fill the GUI thread's queue."""
    jobs = Jobs()
    steps: list[float] = []
    jobs.progressed.connect(lambda _code, fraction: steps.append(fraction))

    def work(progress: Progress) -> None:
        for step in range(10_000):
            progress("print.page", step / 10_000)
        progress("print.page", 1.0)

    with qtbot.waitSignal(jobs.ended):
        jobs.run("Many steps", work, done=heard.take, failed=heard.refuse)
    assert steps[-1] == 1.0
    assert len(steps) < 1000


def test_what_done_raises_does_not_block_the_next_job(
    qtbot: QtBot, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs()
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: seen.append(kind))

    def fail(_value: Any) -> None:
        raise KeyError("widget")

    first: Callable[[Progress], int] = lambda _progress: 1  # noqa: E731
    jobs.run("First", first, done=fail, failed=heard.refuse)
    jobs.run("Second", lambda _progress: 2, done=heard.take, failed=heard.refuse)
    qtbot.waitUntil(lambda: heard.done == [2])
    assert seen == [KeyError]


class Page:
    """Starts work as a page does: with functions that are made anew at every press."""

    def __init__(self, jobs: Jobs, heard: Heard, act: Callable[[dict[int, str]], object]) -> None:
        self.jobs, self.heard, self.act = jobs, heard, act
        self.decisions: dict[int, str] = {}

    def press(self, *, writes: bool = True) -> Job:
        decisions = dict(self.decisions)
        act: Callable[[Progress], object] = lambda _progress: self.act(decisions)  # noqa: E731
        return self.jobs.run(
            "Import",
            lambda progress: act(progress),
            done=lambda value: self.heard.take(value),
            failed=self.heard.refuse,
            writes=writes,
        )


def test_work_that_writes_is_done_once_however_often_it_is_asked_for(qtbot: QtBot, heard: Heard) -> None:
    jobs, gate = Jobs(), threading.Event()

    def act(decisions: dict[int, str]) -> dict[int, str]:
        assert gate.wait(SECONDS)
        return decisions

    page, other = Page(jobs, heard, act), Page(jobs, heard, act)
    first = page.press()
    assert page.press() is first
    waiting = other.press()
    assert waiting is not first, "another page asks for work of its own"
    assert other.press() is waiting, "neither while it waits"
    page.decisions[3] = "new"
    assert page.press() is not first, "what was decided otherwise is other work"
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard.done == [{}, {}, {3: "new"}]
    assert page.press() is not first, "what is over can be done again"
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(heard.done) == 4


def test_work_that_only_reads_or_was_stopped_may_be_asked_for_again(qtbot: QtBot, heard: Heard) -> None:
    jobs, gate = Jobs(), threading.Event()

    def act(_decisions: dict[int, str]) -> str:
        assert gate.wait(SECONDS)
        return "read"

    page = Page(jobs, heard, act)
    assert page.press(writes=False) is not page.press(writes=False)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    gate.clear()
    stopped = page.press()
    stopped.cancel()
    assert page.press() is not stopped
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(heard.done) == 4
