"""Windows programs on this machine, by Wine: a fresh prefix, and calls in it. For trying only, never shipped.

Wine 10 lacks two libraries that Qt loads; stubs that answer "no" stand in for them.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from environment import Unprepared, install_debian, say
from screens import Photographer, screen

TOOLS = {
    "wine": "wine",
    "wineserver": "wine64",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
}
PATIENCE = 900
"""Seconds for one call: Wine is slow on a busy machine."""
# What stands in for functions that Wine's own libraries lack; ucnv_open must say that there is no converter.
_ICU = """ucnv_close ucnv_reset ucnv_getMaxCharSize ucnv_getName ucnv_getToUCallBack ucnv_getFromUCallBack
    ucnv_setToUCallBack ucnv_setFromUCallBack ucnv_cbToUWriteUChars ucnv_toUnicode ucnv_cbFromUWriteUChars
    ucnv_toUCountPending ucnv_fromUCountPending ucnv_getStandardName ucnv_getAvailableName
    ucnv_countAvailable ucnv_fromUnicode ucnv_getDefaultName u_errorName ucnv_getAlias ucnv_countAliases"""
_COLOURS = "GetColorProfileFromHandle CloseColorProfile WcsCreateIccProfile OpenColorProfileW"
_STUB = "__declspec(dllexport) void *{name}(void) {{ return 0; }}\n"
_OPEN = "__declspec(dllexport) void *ucnv_open(const char *n, int *e) { if (e) *e = 4; return 0; }\n"
STUBS = {
    "icuuc": "".join(_STUB.format(name=name) for name in _ICU.split()) + _OPEN,
    "mscms": "".join(_STUB.format(name=name) for name in _COLOURS.split()),
}


class Prefix:
    """One Windows of its own: drive C lies in a folder of this machine."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder, self.display = folder, display
        self.drive = folder / "drive_c"

    def environment(self) -> dict[str, str]:
        """Return the variables of a call; nothing of the person's own Qt or Python comes in.

        Nor does TMPDIR: where it is set at all, Wine 10 ends at once ("free(): invalid pointer").
        """
        kept = ("PATH", "HOME", "LANG")
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            "DISPLAY": self.display,
            "WINEPREFIX": str(self.folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscms=n;mscoree,mshtml=",
            "XDG_RUNTIME_DIR": str(self.folder),
        }

    def call(
        self, command: Sequence[str | Path], more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows and return what it said.

        It speaks into files: Wine's server may hold a pipe open as long as any other program runs.
        """
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as wrong:
            done = subprocess.run(
                ["wine", *map(str, command)],
                env={**self.environment(), **(more or {})},
                cwd=self.drive,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=wrong,
                timeout=PATIENCE,
                check=False,
            )
            told = [_read(each) for each in (said, wrong)]
        return subprocess.CompletedProcess(done.args, done.returncode, *told)

    def write(self, command: Sequence[str | Path], log: Path, cwd: Path, patience: int) -> int:
        """Run a program of Windows in a folder, let what it says grow into a file, and return its exit code.

        `patience` in seconds. Raises `subprocess.TimeoutExpired`.
        """
        with log.open("w", encoding="utf-8") as into:
            done = subprocess.run(
                ["wine", *map(str, command)],
                env=self.environment(),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=into,
                stderr=subprocess.STDOUT,
                timeout=patience,
                check=False,
            )
        return done.returncode

    def pretend(self, version: str) -> None:
        """Be another Windows for the programs that are started from now on: win7, win81, win10."""
        self.call(["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f"])

    def start(
        self, command: Sequence[str | Path], more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program of Windows and leave it running; `stop` ends it."""
        return subprocess.Popen(
            ["wine", *map(str, command)],
            env={**self.environment(), **(more or {})},
            cwd=self.drive,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def shown(self, title: str) -> None:
        """Wait until a window with such a title (a regular expression) is shown. Raises `Failed`."""
        Photographer(self.display, self.folder).wait(title)

    def stop(self, name: str) -> None:
        """End a program that was started, by the name of its file, and wait until it has."""
        self.call(["taskkill", "/F", "/IM", name])
        self.settle()

    def settle(self) -> None:
        """Wait until every program of this Windows has ended, also those that others started."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), timeout=PATIENCE, check=True)

    def cut(self) -> None:
        """Take the power away: all that runs in this Windows ends at once, what keeps its registry too."""
        until = time.monotonic() + PATIENCE
        while running := self._running():
            if time.monotonic() > until:
                raise Unprepared(f"These processes cannot be ended: {running}")
            for process in running:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)

    def _running(self) -> list[int]:
        """Return the processes of this machine that belong to this Windows."""
        mark, found = f"WINEPREFIX={self.folder}\0".encode(), []
        for folder in Path("/proc").glob("[0-9]*"):
            # What has ended meanwhile, or waits to be asked for its exit code, says nothing any more.
            with suppress(OSError):
                if mark in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
        return found

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA% of its only person."""
        return next((self.drive / "users").glob("[!P]*")) / "AppData" / "Local"

    def knows(self, key: str) -> bool:
        """Tell whether the person's registry holds a key."""
        return self.call(["reg", "query", f"HKCU\\{key}"]).returncode == 0


def _read(spoken: IO[bytes]) -> str:
    spoken.seek(0)
    return spoken.read().decode(errors="replace").replace("\r\n", "\n")


@contextmanager
def prefix() -> Iterator[Prefix]:
    """Make a fresh Windows, and take it away afterwards. Raises `Unprepared`."""
    missing = [package for program, package in TOOLS.items() if shutil.which(program) is None]
    install_debian(missing, "Trying it under Wine")
    folder = tempfile.TemporaryDirectory(prefix="trainer-wine-", ignore_cleanup_errors=True)
    with screen() as display, folder as name:
        made = Prefix(Path(name), display)
        made.drive.mkdir()
        say("making a fresh Windows")
        if made.call(["wineboot", "-i"]).returncode != 0:
            raise Unprepared("Wine could not make a prefix: type  wineboot -i  and see what it says.")
        made.settle()
        for library, text in STUBS.items():
            source = made.folder / f"{library}.c"
            source.write_text(text, encoding="ascii")
            target = made.drive / "windows" / "system32" / f"{library}.dll"
            command = ["x86_64-w64-mingw32-gcc", "-shared", "-s", str(source), "-o", str(target)]
            subprocess.run(command, check=True)
        try:
            yield made
        finally:
            subprocess.run(["wineserver", "-k"], env=made.environment(), check=False)
            subprocess.run(["wineserver", "-w"], env=made.environment(), timeout=PATIENCE, check=False)
