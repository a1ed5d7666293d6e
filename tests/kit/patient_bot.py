"""pytest-qt's driver with a limit for a busy machine."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

from tests.kit.running import MILLISECONDS
from trainer_app.ui.style.theme import dress


class PatientBot(QtBot):
    """Waits as long as `tests.kit.running` says, not for five seconds."""

    def addWidget(self, widget: QWidget, **more: Any) -> None:  # noqa: N802
        """Keep a widget until the test ends; a window of its own is styled as the program's window is."""
        super().addWidget(widget, **more)
        if widget.parentWidget() is None:
            dress(widget)

    def waitUntil(  # noqa: N802
        self, callback: Callable[[], bool | None], *, timeout: int = MILLISECONDS
    ) -> None:
        """Wait until a condition holds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802
        self, signal: Any, *, timeout: int = MILLISECONDS, **more: Any
    ) -> SignalBlocker:
        """Wait at the end of a block until a signal has come."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(  # noqa: N802
        self, signals: Any, *, timeout: int = MILLISECONDS, **more: Any
    ) -> MultiSignalBlocker:
        """Wait at the end of a block until all of some signals have come."""
        return super().waitSignals(signals, timeout=timeout, **more)
