"""A screen that nobody sees, as large as that of an old laptop: its windows are waited for, used, and drawn.

Pictures are for people: a release is looked at before it is handed out.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from acceptance import PATIENCE, Failed
from environment import Unprepared, install_debian

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox", "import": "imagemagick"}
_LOOK = 1.0
_STILL = 20
"""Pictures in a row of which two must be the same: a caret that blinks may take a few."""


@contextmanager
def screen() -> Iterator[str]:
    """Give the name of a fresh screen, e.g. `:1`. Raises `Unprepared`."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise Unprepared("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Photographer:
    """Uses what is shown on a screen, and keeps pictures of it in a folder."""

    def __init__(self, display: str, into: Path) -> None:
        self.into = into
        self.environment = {**os.environ, "DISPLAY": display}
        self.taken: list[Path] = []
        self._last = b""

    def wait(self, title: str) -> None:
        """Wait until a window with such a title (a regular expression) is shown. Raises `Failed`."""
        shown = ("search", "--onlyvisible", "--name", title)
        self.until(lambda: self._do(*shown) == 0, f"a window that is called {title}")

    def leave(self, title: str) -> None:
        """Press Return until no window with such a title is shown any more. Raises `Failed`."""

        def gone() -> bool:
            if self._do("search", "--onlyvisible", "--name", title) != 0:
                return True
            self.press("Return")
            return False

        self.until(gone, f"an end of what is called {title}")

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait for something. Raises `Failed` where it does not come."""
        until = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > until:
                raise Failed(f"There was not {what} within {PATIENCE} s.")
            time.sleep(_LOOK)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, e.g. `ctrl+3`, `Return`."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)
            time.sleep(_LOOK / 2)

    def step(self, *keys: str) -> None:
        """Press keys, each when the screen stands still after the one before: a slow machine keeps up."""
        for key in keys[:-1]:
            self.press(key)
            self._still()
        self.press(keys[-1])

    def shoot(self, name: str) -> Path:
        """Keep a picture of the screen as soon as it is another than the last one, and stands still."""
        path = self.into / f"{len(self.taken) + 1:02}-{name}.png"
        path.write_bytes(self._still())
        self.taken.append(path)
        print(f"picture: {path}", flush=True)
        return path

    def _still(self) -> bytes:
        """Return what is shown as soon as it is another than the last time, and stands still."""
        before = b""
        for _ in range(_STILL):
            time.sleep(_LOOK)
            done = subprocess.run(
                ["import", "-window", "root", "-strip", "png:-"],
                env=self.environment,
                capture_output=True,
                check=True,
            )
            if done.stdout == before != self._last:
                break
            before = done.stdout
        self._last = before
        return before

    def _do(self, *words: str) -> int:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, check=False)
        return done.returncode


@contextmanager
def photographer(display: str, into: Path) -> Iterator[Photographer]:
    """Give one who takes pictures of a screen; meanwhile windows have frames. Raises `Unprepared`."""
    prepare()
    into.mkdir(parents=True, exist_ok=True)
    made = Photographer(display, into)
    frames = subprocess.Popen(["openbox"], env=made.environment, stderr=subprocess.DEVNULL)
    try:
        yield made
    finally:
        frames.terminate()
        frames.wait()


def prepare() -> None:
    """Install what is missing. Raises `Unprepared`."""
    install_debian(
        [package for program, package in TOOLS.items() if shutil.which(program) is None], "Pictures"
    )
