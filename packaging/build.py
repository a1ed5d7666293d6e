"""Builds what is handed out: `dev.py build linux|deb|windows --out DIR`. `LAYOUT.md` says what it looks like.

  linux     the tree alone, as CI tries it
  deb       the package for Debian 13 and Ubuntu 24.04 or newer
  windows   the installer, and the same tree as a plain zip for a stick

`--twice` builds a second time elsewhere and compares bit by bit.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import linux
from environment import ROOT, Unprepared, say
from layers import digest, fresh, git

OUT = ROOT / "build" / "out"


def build_linux(out: Path) -> list[Path]:
    """Build the tree for Linux."""
    return [linux.build(out / "linux", stripped=False)]


TARGETS = {"linux": build_linux}


def differences(one: list[Path], other: list[Path]) -> list[str]:
    """Return the names of what two builds made differently."""
    pairs = zip(one, other, strict=True)
    return [left.name for left, right in pairs if _content(left) != _content(right)]


def _content(path: Path) -> str | bytes:
    return digest(path) if path.is_dir() else path.read_bytes()


def main(arguments: Sequence[str] | None = None) -> int:
    """Build one target; return 1 if it could not be built, or two builds differ."""
    made = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("target", choices=TARGETS)
    made.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where to (default: build/out)")
    made.add_argument("--twice", action="store_true", help="build again and compare")
    options = made.parse_args(arguments)
    if git("status", "--porcelain", "--", "trainer_app", "resources", "packaging"):
        say("This tree holds changes that no commit has: good to try, not to hand out.")
    build = TARGETS[options.target]
    try:
        paths = build(options.out.resolve())
        differ = []
        if options.twice:
            with tempfile.TemporaryDirectory(dir=options.out.resolve()) as again:
                differ = differences(paths, build(fresh(Path(again, "again"))))
    except Unprepared as problem:
        say(str(problem))
        return 1
    for path in paths:
        print(path)
    if differ:
        print(f"A second build differs: {', '.join(differ)}")
    elif options.twice:
        print("A second build is the same, bit by bit.")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
