"""What this computer is asked: whether somebody still sits here, and how much of its memory is free.

Windows tells the first to a window that nobody sees, one of its own: only what concerns this comes to Python,
a few messages a day. On other systems the program's window asks by itself.
"""

import logging
import sys
from collections.abc import Callable
from typing import Any

from trainer_app.native import computer

_log = logging.getLogger(__name__)
_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
_OF_SESSION = frozenset({0x2, 0x4, 0x6, 0x7})
"""Console and remote disconnected, logged off, locked."""
_SUSPEND = 0x4
_THIS_SESSION = 0
_NAME = "TrainerAppSession"


def is_absence(message: int, what: int) -> bool:
    """Tell whether a message says that nobody sits here any more: locked, left, or about to sleep."""
    return (message == _SESSION_CHANGE and what in _OF_SESSION) or (message == _POWER and what == _SUSPEND)


def procedure(told: Callable[[], object], default: Callable[..., int]) -> Callable[[Any, int, int, int], int]:
    """Return what Windows calls for each message to the window."""

    def answer(window: Any, message: int, what: int, more: int) -> int:
        if is_absence(message, what):
            told()
        return default(window, message, what, more)

    return answer


class SessionWindow:
    """The window, in the thread that makes it; `told` is called whenever nobody sits here any more."""

    def __init__(self, told: Callable[[], object]) -> None:
        if sys.platform != "win32":
            raise OSError("there are no such windows here")
        import ctypes

        load: Any = getattr(ctypes, "WinDLL")  # noqa: B009
        result, what, more = ctypes.c_ssize_t, ctypes.c_size_t, ctypes.c_ssize_t
        self._user, self._sessions = load("user32", use_last_error=True), load("wtsapi32")
        kind = getattr(ctypes, "WINFUNCTYPE")(  # noqa: B009 - only there on Windows
            result, ctypes.c_void_p, ctypes.c_uint, what, more
        )
        self._user.DefWindowProcW.restype = result
        self._user.DestroyWindow.argtypes = (ctypes.c_void_p,)
        self._user.UnregisterClassW.argtypes = (ctypes.c_wchar_p, ctypes.c_void_p)
        self._user.DefWindowProcW.argtypes = (ctypes.c_void_p, ctypes.c_uint, what, more)
        # Windows keeps the address alone: the object has to live as long as the window.
        self._procedure = kind(procedure(told, self._user.DefWindowProcW))

        class WindowClass(ctypes.Structure):
            """WNDCLASSW."""

            _fields_ = (
                ("style", ctypes.c_uint),
                ("procedure", kind),
                ("class_extra", ctypes.c_int),
                ("window_extra", ctypes.c_int),
                ("instance", ctypes.c_void_p),
                ("icon", ctypes.c_void_p),
                ("cursor", ctypes.c_void_p),
                ("background", ctypes.c_void_p),
                ("menu", ctypes.c_wchar_p),
                ("name", ctypes.c_wchar_p),
            )

        self._class = WindowClass(procedure=self._procedure, name=_NAME)
        self._user.RegisterClassW(ctypes.byref(self._class))
        self._user.CreateWindowExW.restype = ctypes.c_void_p
        self._user.CreateWindowExW.argtypes = (
            (ctypes.c_uint, ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_uint)
            + (ctypes.c_int,) * 4
            + (ctypes.c_void_p,) * 4
        )
        # No message window: the system tells those nothing of its sleep.
        self.handle = self._user.CreateWindowExW(0, _NAME, _NAME, 0, 0, 0, 0, 0, None, None, None, None)
        if not self.handle:
            raise OSError("the system makes no window")
        self._sessions.WTSRegisterSessionNotification.argtypes = (ctypes.c_void_p, ctypes.c_uint)
        self._sessions.WTSUnRegisterSessionNotification.argtypes = (ctypes.c_void_p,)
        self._sessions.WTSRegisterSessionNotification(self.handle, _THIS_SESSION)

    def close(self) -> None:
        """Hear no more."""
        if self.handle:
            self._sessions.WTSUnRegisterSessionNotification(self.handle)
            self._user.DestroyWindow(self.handle)
            self._user.UnregisterClassW(_NAME, None)
            self.handle = None


_windows: list[SessionWindow] = []


def listen(told: Callable[[], object]) -> None:
    """Call `told` in this thread whenever the session is locked or left, or the computer falls asleep."""
    end_listening()
    try:
        _windows.append(SessionWindow(told))
    except (OSError, AttributeError) as problem:
        _log.warning("the lock of the session is not heard: %s", type(problem).__name__)


def end_listening() -> None:
    """Hear no more."""
    while _windows:
        _windows.pop().close()


def free_memory() -> int | None:
    """Return how many bytes of memory a program can have without pushing others out; None if unknown."""
    return computer.free_memory()
