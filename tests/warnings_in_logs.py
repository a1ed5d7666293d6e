"""A pytest plugin: a test fails when the log warned of something it did not announce with `pytest.mark.logs`.

Every announced pattern must be logged, too: a mark that nothing answers is a test that checks nothing.
"""

import logging
import re
from collections.abc import Iterator

import pytest


class _Heard(logging.Handler):
    """Collects what is logged from WARNING up, by any logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line: logger, level, message."""
        self.lines.append(f"{record.name} {record.levelname} {record.getMessage()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Listen while the test runs, then compare with what it announced."""
    heard = _Heard()
    root = logging.getLogger()
    root.addHandler(heard)
    try:
        result = yield
    finally:
        root.removeHandler(heard)
    patterns = [mark.args[0] for mark in item.iter_markers("logs")]
    unannounced = [line for line in heard.lines if not any(re.search(each, line) for each in patterns)]
    unheard = [each for each in patterns if not any(re.search(each, line) for line in heard.lines)]
    if unannounced:
        pytest.fail(f"logged without being announced by pytest.mark.logs: {unannounced}", pytrace=False)
    if unheard:
        pytest.fail(f"announced but never logged: {unheard}", pytrace=False)
    return result
