"""What this computer tells and plays: which one it is, whether somebody still sits here, its memory, sounds.

Windows tells the second to a window that nobody sees, one of its own: only what concerns this reaches
Python, a few messages a day. On other systems the program's window asks by itself.

Three short sounds for scanned badges are made in code and played by what the system brings along. Windows
plays a wave file itself; elsewhere a player found on the path is started and left alone. Where there is
none, or it fails, nothing is heard: a sound only repeats what the window says.
"""

import hashlib
import importlib
import io
import logging
import math
import shutil
import struct
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer_app.native import windows

if TYPE_CHECKING:
    import subprocess

_OF_LINUX = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_MEMORY = Path("/proc/meminfo")
_REGISTRY_KEY, _REGISTRY_NAME = r"SOFTWARE\Microsoft\Cryptography", "MachineGuid"
_KILOBYTE = 1024


def machine_mark(replica: str, machine: str | None = None) -> str:
    """Return 16 hexadecimal digits of this computer for somebody who has an id of their own.

    The number of the computer itself is nobody's business: it is never written down.
    """
    name = machine_id() if machine is None else machine
    return hashlib.sha256(f"trainer-app/{name}/{replica}".encode()).hexdigest()[:16]


@cache
def machine_id(platform: str = sys.platform) -> str:
    """Return the number that a system gave its computer when it was installed; "" where there is none."""
    return _SOURCES.get(platform, lambda: "")()


def linux_id(files: tuple[Path, ...] = _OF_LINUX) -> str:
    """Return the number that systemd or D-Bus wrote."""
    for file in files:
        try:
            found = file.read_text("ascii").strip()
        except (OSError, ValueError):
            continue
        if found and found != "uninitialized":
            return found
    return ""


def windows_id(registry: Any = None) -> str:
    """Return the number that Windows' set-up made; a 64-bit one also where the program were 32-bit."""
    try:
        if registry is None:
            registry = importlib.import_module("winreg")
        access = registry.KEY_READ | registry.KEY_WOW64_64KEY
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _REGISTRY_KEY, 0, access) as key:
            return str(registry.QueryValueEx(key, _REGISTRY_NAME)[0]).strip().lower()
    except (ImportError, OSError):
        return ""


def mac_id(library: Callable[[], Any] | None = None) -> str:
    """Return the number of the hardware (IOPlatformUUID), for which the C library has a call."""
    import ctypes

    found = (ctypes.c_ubyte * 16)()
    wait = (ctypes.c_long * 2)(1, 0)
    try:
        if (library() if library else ctypes.CDLL(None)).gethostuuid(found, wait) != 0:
            return ""
    except (AttributeError, OSError):
        return ""
    return bytes(found).hex()


_SOURCES: dict[str, Callable[[], str]] = {"linux": linux_id, "win32": windows_id, "darwin": mac_id}


def free_memory(file: Path = _MEMORY) -> int | None:
    """Return how many bytes of memory a program can have without pushing others out; None if unknown."""
    kernel = windows.kernel()
    if kernel is not None:
        return windows.free_memory(kernel)
    try:
        lines = file.read_text("ascii").splitlines()
    except (OSError, ValueError):
        return None
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    words = told.get("MemAvailable", "").split()
    return int(words[0]) * _KILOBYTE if words and words[0].isdigit() else None


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

    handle: int | None
    _user: Any
    _sessions: Any

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


RATE = 22_050
"""Samples a second: 16 bit, one channel."""
_LOUD = 0.5
_EDGE = 0.006  # seconds in which a tone swells and fades, so that it does not crack
_PLAYERS = ("paplay", "pw-play", "aplay", "afplay")
_QUIET_FLAGS = {"aplay": ["-q"]}


class Sound(StrEnum):
    """What a scan sounds like."""

    FOUND = "found"
    ALREADY = "already"
    UNKNOWN = "unknown"


_TONES: dict[Sound, tuple[tuple[int, int], ...]] = {
    Sound.FOUND: ((880, 70), (1319, 110)),
    Sound.ALREADY: ((659, 80), (0, 50), (659, 80)),
    Sound.UNKNOWN: ((311, 150), (208, 230)),
}
"""Hertz (0 for a pause) and milliseconds: rising, level, falling, so that they are told apart by ear."""


def wave_of(sound: Sound) -> bytes:
    """Return a sound as a WAV file."""
    samples = [sample for hertz, millis in _TONES[sound] for sample in _tone(hertz, millis)]
    # Here and not above: most who ask this module something play no sound.
    import wave

    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return stream.getvalue()


def _tone(hertz: int, millis: int) -> list[int]:
    count = RATE * millis // 1000
    edge = RATE * _EDGE
    step = 2 * math.pi * hertz / RATE
    return [
        round(32767 * _LOUD * min(1.0, at / edge, (count - at) / edge) * math.sin(step * at))
        for at in range(count)
    ]


class Sounds:
    """Plays sounds while `wanted` says so. `folder` keeps the wave files; `find` looks for a program."""

    def __init__(
        self,
        folder: Path,
        wanted: Callable[[], bool] = lambda: True,
        find: Callable[[str], str | None] = shutil.which,
    ) -> None:
        self._folder = folder
        self._wanted = wanted
        self._find = find
        self._running: list[subprocess.Popen[bytes]] = []

    def play(self, sound: Sound) -> bool:
        """Begin to play a sound; tell whether something plays it. Never waits, never fails."""
        if not self._wanted():
            return False
        # Whoever has ended is asked for its exit code, or it would stay in the system's list.
        self._running = [each for each in self._running if each.poll() is None]
        try:
            path = self._file(sound)
            return self._play(path)
        except (OSError, RuntimeError) as error:
            _log.info("a sound was not played: %s", type(error).__name__)
            return False

    def _play(self, path: Path) -> bool:
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
            return True
        program = next((found for name in _PLAYERS if (found := self._find(name))), None)
        if program is None:
            return False
        # Here and not above: a start plays nothing.
        import subprocess

        flags = _QUIET_FLAGS.get(Path(program).name, [])
        self._running.append(
            subprocess.Popen(
                [program, *flags, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )
        return True

    def _file(self, sound: Sound) -> Path:
        """Return the wave file of a sound, written when it is needed for the first time."""
        path = self._folder / f"{sound.value}.wav"
        content = wave_of(sound)
        if not path.exists() or path.stat().st_size != len(content):
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return path
