"""Where a built program lies on this machine: `packaging/LAYOUT.md` is the map. A checkout has none of it.

HOME/trainer-app, HOME/runtime (the interpreter's prefix), VERSION/trainer_app.zip, VERSION/resources
"""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import platformdirs
from msgspec import Struct

from trainer_app.domain.base.catalogue import program_folder
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.program_place import ProgramPlace, is_writable

CHOSEN = "TRAINER_APP_PROGRAM"
"""Variable that tells a launcher which version to run; it is gone from the environment once that runs."""
_MODULE = "trainer_app"
_TRY = 300.0
"""Seconds for the self-test of a new version, on the slowest laptop."""


class Release(Struct, frozen=True):
    """What `release.json` of a version says; `built` is the day of its commit, YYYY-MM-DD."""

    version: str
    commit: str = ""
    built: str = ""
    needs_runtime: str = ""
    reads_data: int = 0


class Installation(Struct, frozen=True):
    """A program that was built: `home` holds launchers and runtime, `version` the layer that runs now."""

    home: Path
    version: Path

    def launcher(self, name: str) -> Path:
        """Return the path of a launcher: `trainer-app` or `trainer-cli`."""
        return self.home / (f"{name}.exe" if os.name == "nt" else name)

    @property
    def release(self) -> Release:
        """What this version says of itself."""
        return read_release(self.version)

    @property
    def installed_release(self) -> Release:
        """What the version says of itself that the installer or package brought."""
        try:
            number = (self.home / "current.txt").read_text("ascii", "replace").strip()
        except OSError:
            number = ""
        return read_release(self.home / "versions" / number) if number else Release("")

    @property
    def runtime_id(self) -> str:
        """Which Python and packages these are; an update names the one that it needs."""
        try:
            return (self.home / "runtime" / "ID").read_text("ascii", "replace").strip()
        except OSError:
            return ""


def read_release(version: Path) -> Release:
    """Return what a version says of itself; only its number where the file was lost."""
    try:
        return msgspec.json.decode((version / "release.json").read_bytes(), type=Release)
    except (OSError, msgspec.MsgspecError):
        return Release(version.name)


def installation() -> Installation | None:
    """Return how the program that runs was installed; None in a checkout."""
    version = program_folder()
    if not (version / f"{_MODULE}.zip").is_file():
        return None
    return Installation(Path(sys.prefix).parent, version)


def window_program() -> list[str]:
    """Return what starts the window's program: the launcher, or this interpreter in a checkout."""
    found = installation()
    return [str(found.launcher("trainer-app"))] if found else [sys.executable, "-m", _MODULE]


def same_version() -> dict[str, str]:
    """Return the variables by which another process of this program runs this very version.

    An update may have become the current version while this one was running.
    """
    found = installation()
    return {CHOSEN: str(found.version)} if found else {}


def place_of(found: Installation) -> ProgramPlace:
    """Return where versions that come by update lie: beside the program, or with this person's own files."""
    if is_writable(found.home):
        return ProgramPlace(found.home)
    return ProgramPlace(Path(platformdirs.user_data_path("trainer-app-program", appauthor=False)))


def runs(found: Installation, version: Path) -> bool:
    """Tell whether a version passes its own self-test, window and all, in a process of its own."""
    command = [str(found.launcher("trainer-cli")), "self-test"]
    told = {**os.environ, CHOSEN: str(version)}
    try:
        done = subprocess.run(command, env=told, stdin=subprocess.DEVNULL, capture_output=True, timeout=_TRY)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def note_window() -> None:
    """Note that the window has shown: from now on the launcher does not go back from this version."""
    found = installation()
    if found is None:
        return
    place = place_of(found)
    if place.current == found.version.name:
        with contextlib.suppress(TrainerError):
            # Then the launcher counts one start too many, and at worst goes back to what ran before.
            place.note_window()
