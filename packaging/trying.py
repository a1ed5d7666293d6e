"""Tries what was built as somebody has it who knows nothing of this tree: `dev.py try linux|deb|windows`.

  linux     builds the tree and runs its self-test, window and all, as CI does each time

Whatever is tried keeps its data in a folder that is gone afterwards.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import linux
from environment import Unprepared, say
from layers import digest

PATIENCE = 300
"""Seconds for a self-test on a busy machine; by itself it takes five."""
_STEPS = ["database", "certificate", "bundle", "window"]


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


def self_test(command: Sequence[str | Path], environment: dict[str, str], cwd: Path) -> None:
    """Run a self-test and tell how long it took. Raises `Failed`."""
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
        steps = json.loads(done.stdout).get("steps")
    except ValueError:
        steps = None
    if done.returncode or steps != _STEPS:
        raise Failed(f"The self-test ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    print(f"self-test: {', '.join(steps)} ({time.monotonic() - begun:.1f} s)")


def tell_size(tree: Path) -> None:
    """Print how many files a tree has, and how large they are."""
    sizes = [path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"installed: {len(sizes)} files, {sum(sizes) / 2**20:.0f} MB")


def try_linux() -> None:
    """Build the tree for Linux and run its self-test from there; the tree must stay as it was built."""
    with tempfile.TemporaryDirectory(prefix="trainer-linux-") as name:
        folder = Path(name)
        (folder / "person").mkdir()
        begun = time.monotonic()
        # A name with a blank and other letters: people unpack to wherever they like.
        tree = linux.build(folder / "Барнома Trainer", stripped=False)
        print(f"built in {time.monotonic() - begun:.1f} s")
        tell_size(tree)
        before = digest(tree)
        self_test([tree / "trainer-cli"], bare_environment(folder / "person"), folder)
        if digest(tree) != before:
            raise Failed("The program wrote into its own folder.")
        left = [path.name for path in (folder / "person").rglob("*") if path.is_file()]
        if left:
            raise Failed(f"The self-test left files behind: {left}")


TARGETS = {"linux": try_linux}


def main(arguments: Sequence[str] | None = None) -> int:
    """Try one target; return 1 if it does not work, or this machine cannot try it."""
    made = argparse.ArgumentParser(prog="dev.py try", description=__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("target", choices=TARGETS)
    options = made.parse_args(arguments)
    try:
        TARGETS[options.target]()
    except (Unprepared, Failed) as problem:
        say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
