"""Runs pytest in the Python for Windows: `in_wine.py LIST PYTEST-ARGUMENTS`; it stands alone there.

LIST is `tests.toml`. What Windows lacks is skipped, each time with its reason: where a program is called that
only tests call, and tests that the list names.
"""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

LIST = "tests.toml"


class Skips:
    """The plugin that skips: `reasons` by the name of a test without its parameters, or of its file."""

    def __init__(self, reasons: dict[str, str], programs: set[str]) -> None:
        self.reasons, self.programs = reasons, programs

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Mark the tests of the list."""
        for item in items:
            name = item.nodeid.partition("[")[0]
            reason = self.reasons.get(name) or self.reasons.get(name.partition("::")[0])
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))

    def guard(self, start: Any) -> Any:
        """Return what starts a process, but skips the test where Windows has no such program."""

        def started(process: object, command: Any, *more: Any, **named: Any) -> None:
            words = [command] if isinstance(command, str) else list(command)
            name = Path(str(words[0])).name
            if name in self.programs:
                pytest.skip(f"needs {name}, which only Linux has here")
            start(process, command, *more, **named)

        return started


def skips(told: dict[str, Any]) -> Skips:
    """Return the plugin of a list."""
    reasons = {name: reason for reason, names in told["skipped"].items() for name in names}
    return Skips(reasons, set(told["programs"]))


def main(arguments: list[str]) -> int:
    """Run pytest; return its exit code."""
    plugin = skips(tomllib.loads(Path(arguments[0]).read_text(encoding="utf-8")))
    subprocess.Popen.__init__ = plugin.guard(subprocess.Popen.__init__)  # type: ignore[method-assign]
    return int(pytest.main(arguments[1:], plugins=[plugin]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
