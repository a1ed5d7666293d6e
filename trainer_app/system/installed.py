"""Where a built program lies on this machine: `packaging/LAYOUT.md` is the map. A checkout has none of it.

HOME/trainer-app, HOME/runtime (the interpreter's prefix), VERSION/trainer_app.zip, VERSION/resources
"""

import os
import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.domain.base.catalogue import program_folder

CHOSEN = "TRAINER_APP_PROGRAM"
"""Variable that tells a launcher which version to run; it is gone from the environment once that runs."""
_MODULE = "trainer_app"


class Build(Struct, frozen=True):
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
    def release(self) -> Build:
        """What this version says of itself; only its number where the file was lost."""
        try:
            return msgspec.json.decode((self.version / "release.json").read_bytes(), type=Build)
        except (OSError, msgspec.MsgspecError):
            return Build(self.version.name)


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
