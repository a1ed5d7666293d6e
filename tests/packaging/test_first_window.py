"""What a start costs: every file of the tree that anything opens is counted once, and memory at its peak."""

import os
import sys
from pathlib import Path

import pytest

from tests.packaging import tools  # noqa: F401

import acceptance  # isort: skip
import first_window  # isort: skip

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux tells what is opened")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Lay a tree whose program reads two of its three files, one of them twice, and waits to be looked at."""
    made = tmp_path / "Барнома"
    (made / "runtime" / "pkgs").mkdir(parents=True)
    for name in ("runtime/pkgs/a.pyc", "runtime/ID", "runtime/unread"):
        (made / name).write_text("x", encoding="ascii")
    program(made, "cat runtime/pkgs/a.pyc runtime/ID runtime/ID; sleep 0.2")
    return made


def program(tree: Path, does: str) -> None:
    """Make the program of a tree."""
    path = tree / "trainer-app"
    path.write_text(f'#!/bin/sh\ntest "$1" = --self-test || exit 9\ncd "$(dirname "$0")"\n{does}\n', "utf-8")
    path.chmod(0o755)


def test_each_file_that_was_opened_counts_once(tree: Path, tmp_path: Path) -> None:
    found = first_window.measure(tree, acceptance.bare_environment(tmp_path))
    assert found.files == {"trainer-app", "runtime/pkgs/a.pyc", "runtime/ID"}
    assert 0.1 < found.memory < first_window.MEMORY
    found.check()
    assert "3 files of its own (at most 150)" in found.line()


def test_more_than_the_kernel_can_tell_is_no_measure(tree: Path) -> None:
    with first_window.opened(tree) as files:
        queue = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text("ascii"))
        for turn in range(queue + 2):
            # By turns: what is told of one file twice in a row is told once.
            os.close(os.open(tree / "runtime" / ("ID", "unread")[turn % 2], os.O_RDONLY))
        with pytest.raises(acceptance.Failed, match="More files were opened"):
            files()


def test_a_window_that_does_not_open_is_no_measure(tree: Path, tmp_path: Path) -> None:
    program(tree, "echo no screen >&2; exit 3")
    with pytest.raises(acceptance.Failed, match=r"did not open \(3\): no screen"):
        first_window.measure(tree, acceptance.bare_environment(tmp_path))
    assert first_window.resident(2**30) == 0


def test_a_start_above_a_limit_fails() -> None:
    many = frozenset(str(number) for number in range(first_window.FILES + 1))
    for found in (first_window.FirstWindow(many, 1.0), first_window.FirstWindow(frozenset("a"), 110.5)):
        with pytest.raises(acceptance.Failed, match="costs too much"):
            found.check()
