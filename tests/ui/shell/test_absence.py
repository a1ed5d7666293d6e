"""Whoever leaves is missed: minutes without a key, sleep, the system's own lock, heard over a real bus."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from tests.ui.driving import find
from trainer_app.ui.shell.surroundings import IdleLock, SessionWatch

LOGIND = "org.freedesktop.login1"


class Clock:
    """A clock that a test sets: seconds."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(qtbot: QtBot, clock: Clock) -> Iterator[IdleLock]:
    parent = QObject()
    made = IdleLock(parent, clock)
    made.start(15)
    yield made
    made.stop()


def counted(idle: IdleLock) -> list[str]:
    due: list[str] = []
    idle.due.connect(lambda: due.append("due"))
    return due


def test_a_lid_that_was_closed_for_longer_than_the_minutes_locks_on_waking(
    idle: IdleLock, clock: Clock
) -> None:
    due = counted(idle)
    clock.now += 14 * 60
    find(idle, QTimer, "idle_tick").timeout.emit()
    assert due == []
    clock.now += 3 * 60 * 60
    find(idle, QTimer, "idle_tick").timeout.emit()
    assert due == ["due"]
    find(idle, QTimer, "idle_tick").timeout.emit()
    assert due == ["due"], "once"


def test_the_key_that_wakes_it_is_no_sign_that_somebody_was_here(idle: IdleLock, clock: Clock) -> None:
    due = counted(idle)
    clock.now += 60 * 60
    idle.eventFilter(idle, QEvent(QEvent.Type.KeyPress))
    assert due == ["due"]


def test_a_rest_that_the_sleep_made_long_is_no_sign_either(idle: IdleLock, clock: Clock) -> None:
    due = counted(idle)
    clock.now += 60 * 60
    find(idle, QTimer, "idle_rest").timeout.emit()
    assert due == ["due"]


def test_a_key_in_time_begins_anew_and_a_clock_set_back_harms_nobody(idle: IdleLock, clock: Clock) -> None:
    due = counted(idle)
    clock.now += 14 * 60
    idle.eventFilter(idle, QEvent(QEvent.Type.KeyPress))
    clock.now += 14 * 60
    idle.look_at_clock()
    clock.now -= 24 * 60 * 60
    idle.look_at_clock()
    assert due == []


def test_who_leaves_is_missed_at_once_unless_it_never_locks(idle: IdleLock) -> None:
    due = counted(idle)
    idle.left()
    assert due == ["due"]
    idle.start(0)
    idle.left()
    assert due == ["due"]


Send = Callable[..., None]


@pytest.fixture
def buses(qtbot: QtBot) -> Iterator[tuple[Any, Send]]:
    """Give a bus of its own, and what sends a signal over it under a service's name."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no D-Bus daemon is installed")
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    here = QDBusConnection.connectToBus(address, "here")
    there = QDBusConnection.connectToBus(address, "there")
    assert here.isConnected()

    def send(service: str, path: str, interface: str, name: str, *values: object) -> None:
        assert there.registerService(service)
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(values))
        assert there.send(message)

    yield here, send
    QDBusConnection.disconnectFromBus("here")
    QDBusConnection.disconnectFromBus("there")
    daemon.kill()
    daemon.wait(SECONDS)
    daemon.stdout.close()


@pytest.mark.parametrize(
    "signal",
    [
        (LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", True),
        (LOGIND, "/org/freedesktop/login1/session/_31", f"{LOGIND}.Session", "Lock"),
        *(
            (
                f"org.{desktop}.ScreenSaver",
                "/ScreenSaver",
                f"org.{desktop}.ScreenSaver",
                "ActiveChanged",
                True,
            )
            for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
        ),
    ],
    ids=lambda signal: "-".join(map(str, signal[2:])),
)
def test_linux_says_that_it_sleeps_or_is_locked(
    qtbot: QtBot, buses: tuple[Any, Send], signal: tuple[Any, ...]
) -> None:
    bus, send = buses
    parent = QObject()
    watch = SessionWatch(parent, bus, bus)
    watch.begin()
    with qtbot.waitSignal(watch.left):
        send(*signal)
    watch.end()


def test_waking_up_and_unlocking_lock_nothing(qtbot: QtBot, buses: tuple[Any, Send]) -> None:
    bus, send = buses
    parent = QObject()
    watch = SessionWatch(parent, bus, bus)
    left: list[str] = []
    watch.left.connect(lambda: left.append("left"))
    watch.begin()
    watch.begin()
    send(LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", False)
    send("org.gnome.ScreenSaver", "/a", "org.gnome.ScreenSaver", "ActiveChanged", False)
    with qtbot.waitSignal(watch.left):
        send(LOGIND, "/org/freedesktop/login1/session/_31", f"{LOGIND}.Session", "Lock")
    assert left == ["left"]
