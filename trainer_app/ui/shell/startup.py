"""Qt's start: whether a window can be shown at all, the application object, its loop."""

import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

NO_SCREEN = (
    "No screen was found, so the window cannot be shown. trainer-cli does the same work without one.\n"
    "Экран не найден, поэтому окно показать нельзя. Ту же работу без окна делает trainer-cli.\n"
    "Экран ёфт нашуд, бинобар ин тирезаро нишон додан мумкин нест. Ҳамин корро бе тиреза trainer-cli мекунад."
)


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown: on Linux Qt would end the program without a word."""
    if platform != "linux":
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def do_without_screen(
    environment: MutableMapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Let Qt draw into memory where no window can be shown: a machine is tested without a screen, too."""
    if not has_screen(environment, platform):
        environment["QT_QPA_PLATFORM"] = "offscreen"


def make_application(arguments: Sequence[str]) -> QApplication:
    """Return Qt's application object, with the names by which a desktop knows the program."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(list(arguments))
    application.setApplicationName("trainer-app")
    application.setDesktopFileName("trainer-app")
    application.setQuitOnLastWindowClosed(True)
    return application


def run_loop(application: QApplication) -> int:
    """Work until the last window is closed; return the exit code."""
    return application.exec()
