"""Three short sounds for scanned badges, made in code and played by what the system brings along.

Windows plays a wave file itself; elsewhere a player found on the path is started and left alone. Where there
is none, or it fails, nothing is heard: a sound only repeats what the window says.
"""

import io
import logging
import math
import shutil
import struct
import subprocess
import sys
import wave
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

_log = logging.getLogger(__name__)

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
