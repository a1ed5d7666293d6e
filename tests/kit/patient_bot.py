"""pytest-qt's driver with a limit for a busy machine."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

from tests.kit.running import MILLISECONDS


class PatientBot(QtBot):
    """Waits as long as `tests.kit.running` says, not for five seconds."""

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
