"""What every built program must do, whatever it was built for: its self-test; and how large it is."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 300
"""Seconds for a self-test on a busy machine; by itself it takes five."""
_OF_FONTS = (".cache", "fontconfig")
STEPS = ["database", "certificate", "bundle", "window"]
WITH_DRIVER = [*STEPS[:-1], "driver", "window"]
"""Those of a program that was installed with what an office needs on its own server."""
INSTALLER, PACKAGE = 45, 60
"""MB that may be carried to a laptop: the installer for Windows, the Debian package, packed as handed out."""
INSTALLED_FILES, INSTALLED = 1_300, 150
"""Files and MB that may lie on a laptop with Windows."""


class Failed(Exception):
    """What was built does not do what it must; the text says what."""


def bare_environment(home: Path) -> dict[str, str]:
    """Return the environment of a person who has just switched the computer on, without a screen."""
    return {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
        "TMPDIR": os.environ.get("TMPDIR", tempfile.gettempdir()),
    }


def self_test(
    command: Sequence[str | Path], environment: dict[str, str], cwd: Path, wanted: Sequence[str] = STEPS
) -> None:
    """Run a self-test, which must make these steps, and tell how long it took. Raises `Failed`."""
    begun = time.monotonic()
    done = subprocess.run(
        [*map(str, command), "--json", "self-test"],
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    try:
        document = json.loads(done.stdout)
    except ValueError:
        document = None
    steps = document.get("steps") if isinstance(document, dict) else None
    if done.returncode or steps != [*wanted]:
        raise Failed(f"The self-test ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    print(f"self-test: {', '.join(steps)} ({time.monotonic() - begun:.1f} s)")


def left_behind(home: Path) -> list[str]:
    """Return the files that a program left in an empty home; what the system's fonts keep is not its."""
    there = (path.relative_to(home) for path in home.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in there if path.parts[:2] != _OF_FONTS)


def tell_size(tree: Path, *, files: int = 0, megabytes: int = 0) -> None:
    """Print how many files a tree has, and how large they are. Raises `Failed` above a target."""
    sizes = [path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    _beside("installed", len(sizes), files, "files")
    _beside("installed", sum(sizes) / 2**20, megabytes, "MB")


def tell_file(path: Path, megabytes: int = 0) -> None:
    """Print how large a file to hand out is. Raises `Failed` where that is above a target."""
    _beside(path.name, path.stat().st_size / 2**20, megabytes, "MB")


def _beside(what: str, found: float, most: int, unit: str) -> None:
    """Print a figure beside its target; 0: it has none."""
    line = f"{what}: {found:,.{1 if isinstance(found, float) else 0}f} {unit}"
    print(f"{line} (at most {most:,})" if most else line)
    if most and found > most:
        raise Failed(f"That is too large. {line} (at most {most:,})")
