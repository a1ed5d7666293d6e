"""What a start of the built program costs on Linux: files of its own opened, memory held at the first page.

The tree is built for it, since a person does not start the program from its source.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import BenchRow
from tests.packaging import tools  # noqa: F401

import acceptance  # isort: skip
import dev  # isort: skip
import first_window  # isort: skip
import linux  # isort: skip

_FILES, _MEMORY = "files of its own opened to the first window", "resident at the first page"


def measure() -> Iterator[BenchRow]:
    """Build the tree, start it once, and compare both figures with their limits."""
    if not dev.can_build(Path(sys.executable)):
        why = "the tree for Linux is built on Debian 13 alone"
        yield BenchRow(_FILES, 0, "files", "built tree", 0, 1.0, skipped=why)
        yield BenchRow(_MEMORY, 0, "MB", "built tree", 0, 1.0, skipped=why)
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        tree = linux.build(Path(name, "tree"), stripped=False)
        Path(name, "person").mkdir()
        found = first_window.measure(tree, acceptance.bare_environment(Path(name, "person")))
    yield from rows(found)


def rows(found: "first_window.FirstWindow") -> Iterator[BenchRow]:
    """Yield what was found beside the limits."""
    files, memory = float(first_window.FILES), float(first_window.MEMORY)
    yield BenchRow(_FILES, float(len(found.files)), "files", f"{files:.0f} files", files, 1.0)
    yield BenchRow(_MEMORY, found.memory, "MB", f"{memory:.0f} MB", memory, 1.0)
