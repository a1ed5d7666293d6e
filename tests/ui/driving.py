"""Driving a window as a person does: typing in any script, pressing, finding by name."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QSessionManager, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.kit.running import MILLISECONDS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.style.theme import Theme, ThemeMode
from trainer_app.ui.style.tokens import LIGHT
from trainer_app.ui.widgets.overlays import Banner


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any script. `QTest.keyClicks` ends the interpreter at the first Cyrillic one."""
    widget.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release one key."""
    QTest.keyClick(widget, key, modifier)


def hold(
    window: MainWindow,
    key: Qt.Key,
    text: str,
    times: int,
    *,
    told: bool = True,
    since: int = 1000,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key and hold it, as X11 tells it: let go and pressed anew at one moment.

    `told`: Qt knew that it is held; on a busy computer it may read the new press too late for that. `since`
    is the moment of the first press, in milliseconds.
    """
    handle = window.windowHandle()

    def send(kind: QEvent.Type, at: int, *, again: bool) -> None:
        event = QKeyEvent(kind, key, modifiers, text, again and told)
        event.setTimestamp(at)
        QCoreApplication.sendEvent(handle, event)
        settle()

    for each in range(times):
        if each:
            send(QEvent.Type.KeyRelease, since + 40 * each, again=True)
        send(QEvent.Type.KeyPress, since + 40 * each, again=each > 0)
    send(QEvent.Type.KeyRelease, since + 1 + 40 * times, again=False)


def show(window: QWidget) -> None:
    """Show a window and wait until it has the keyboard."""
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, MILLISECONDS)


def click(widget: QWidget) -> None:
    """Press the left button in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_button(within: QObject, name: str) -> None:
    """Press the one button of a name that is shown; it must be usable."""
    named = within.findChildren(QAbstractButton, name)
    shown = [button for button in named if button.isVisible()]
    assert len(shown) == 1, f"{name}: {len(named)} there, {len(shown)} shown"
    assert shown[0].isEnabled(), f"{name} is switched off"
    shown[0].click()
    settle()


def settle() -> None:
    """Deliver what Qt has posted: changes of language, layouts, deletions. Waits for nothing."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def find[T: QObject](within: QObject, kind: type[T], name: str) -> T:
    """Return the one object of a name; fail with the names there are."""
    found = within.findChildren(kind, name)
    names = sorted({child.objectName() for child in within.findChildren(kind)})
    assert found, f"{name} is not among {names}"
    return found[0]


def in_sight(shown: QWidget) -> Iterator[QWidget]:
    """Return all parts that are shown; those of a screen that is not are not looked at, and they are most."""
    for part in shown.children():
        if isinstance(part, QWidget) and part.isVisible():
            yield part
            yield from in_sight(part)


def read_messages(banner: Banner) -> list[str]:
    """Close what is told in the line below, one message after another; return their words."""
    told = []
    while banner.isVisible():
        told.append(f"{banner.title.text()} {banner.text.text()}")
        click(banner.close_button)
    return told


def let_pause_pass(within: QObject) -> None:
    """Let the seconds go by that follow on wrong passphrases, without waiting for them."""
    second = find(within, QTimer, "passphrase_second")
    while second.isActive():
        second.timeout.emit()


def make_light(theme: Theme) -> None:
    """Go back to the light theme where a test left it: to set a style sheet anew takes long each time."""
    if (theme.mode, theme.scheme) != (ThemeMode.LIGHT, LIGHT):
        theme.choose(ThemeMode.LIGHT)


class EndOfSession:
    """What Qt asks with when the computer is switched off: QSessionManager, as far as it is used."""

    def __init__(self, *, asks: bool) -> None:
        self.asks, self.cancelled = asks, False

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
        return self.asks

    def cancel(self) -> None:
        self.cancelled = True


def switched_off(window: MainWindow, *, asks: bool = True) -> bool:
    """Switch the computer off; tell whether the window held that back. `asks`: the system lets it ask."""
    manager = EndOfSession(asks=asks)
    window.end_of_session(cast("QSessionManager", manager))
    return manager.cancelled


def turn_wheel(widget: QWidget, turned: int = -120) -> bool:
    """Turn the wheel over a widget, downwards; tell whether the widget took it."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, turned),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.accept()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
