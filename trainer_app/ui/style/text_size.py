"""How large everything is shown: text, controls and pictures together, 90 to 150 %, at once.

Qt scales a whole screen by a factor, as for a screen of finer dots. The factor of a running program is
changed by a function of Qt that its headers do not offer; where a build of Qt lacks it, sizes stay as the
system has them, and `can_change` says so. Windows are made anew on their screens: they ask for it only then.
"""

import logging
import sys
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

from trainer_app.system.preferences import Preferences
from trainer_app.ui.style.tokens import LEAST_WINDOW, TITLE_BAR

USUAL = 100
SIZES = Preferences.text_size.choices
"""What can be chosen, in per cent."""

_LIBRARIES = {
    "linux": ("libQt6Gui.so.6", "_ZN15QHighDpiScaling15setScreenFactorEP7QScreend"),
    "win32": ("Qt6Gui.dll", "?setScreenFactor@QHighDpiScaling@@SAXPEAVQScreen@@N@Z"),
}
type SetFactor = Callable[[int, float], object]
"""Takes the address of a screen and its factor."""


@cache
def _function(platform: str = sys.platform) -> SetFactor | None:
    """Return Qt's function; None where this Qt has none. The library is the one that is loaded already."""
    library, name = _LIBRARIES.get(platform, ("", ""))
    if not library:
        return None
    # Here: who has the usual size never needs it.
    import ctypes

    try:
        found = getattr(ctypes.CDLL(library), name)
    except (OSError, AttributeError):
        logging.getLogger(__name__).warning("this Qt cannot change the size of the text")
        return None
    found.argtypes = [ctypes.c_void_p, ctypes.c_double]
    found.restype = None
    set_factor: SetFactor = found
    return set_factor


def can_change() -> bool:
    """Tell whether the size can be changed with this Qt."""
    return _function() is not None


class TextSize(QObject):
    """The size in use, in per cent of the system's. There is one of it for the application."""

    changed = Signal(int)

    def __init__(self, app: QApplication, percent: int = USUAL) -> None:
        super().__init__(app)
        self.setObjectName("text_size")
        self._app, self._percent = app, USUAL
        self._factors: dict[str, float] = {}
        app.screenAdded.connect(self._scale)
        self.choose(percent)

    @property
    def percent(self) -> int:
        """The size that is shown."""
        return self._percent

    def choose(self, percent: int) -> None:
        """Show everything larger or smaller; what is not in `SIZES` counts as the usual size."""
        percent = percent if percent in SIZES else USUAL
        if percent == self._percent or not can_change():
            return
        self._percent = percent
        for screen in QGuiApplication.screens():
            self._scale(screen)
        for window in [each for each in self._app.topLevelWidgets() if each.isWindow() and each.isVisible()]:
            _make_anew(window)
        self.changed.emit(percent)

    def _scale(self, screen: QScreen) -> None:
        """Scale a screen, but never so far that the window would not fit on it."""
        before = self._factors.get(screen.name(), 1.0)
        if self._percent == USUAL and before == 1:
            return
        scale, room = _function(), screen.availableSize() * before
        fits = min(room.width() / LEAST_WINDOW[0], room.height() / (LEAST_WINDOW[1] + TITLE_BAR))
        factor = min(self._percent / USUAL, max(1.0, fits))
        if scale is not None:
            scale(getCppPointer(screen)[0], factor)
            self._factors[screen.name()] = factor


def _make_anew(window: QWidget) -> None:
    """Give a window a new surface at the same place, as large on the screen as it was."""
    handle = window.windowHandle()
    if handle is None:
        return
    screen, state, focus = window.screen(), window.windowState(), QApplication.focusWidget()
    # The window still has the factor of before, and the screen that of now.
    wanted = window.size() * (window.devicePixelRatioF() / screen.devicePixelRatio())
    size = wanted.boundedTo(screen.availableSize())
    window.hide()
    handle.destroy()
    window.resize(size)
    window.setWindowState(state)
    window.show()
    if focus is not None and window.isAncestorOf(focus):
        window.activateWindow()
        focus.setFocus()


def text_size() -> TextSize:
    """Return the one of the application, of the usual size if nobody made it before."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application yet")
    found = app.findChild(TextSize)
    return found if isinstance(found, TextSize) else TextSize(app)
