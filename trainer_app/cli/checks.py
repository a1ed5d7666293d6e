"""`check` and `self-test`: are the data in order, and does the program work on this computer."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions import attachments, checking, newer, salvaging, selftest
from trainer_app.cli.fields import field_lines
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError

_PATIENCE = 120
"""Seconds for the window to open and close on the slowest laptop."""


def check(
    context: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make tables that differ anew from the journal, after a copy.")
    ] = False,
) -> None:
    """Check database, journal and tables against each other."""
    session: Session = context.obj
    with session.open() as work:
        found = salvaging.repair(work, session.progress) if repair else checking.check(work)
        missing = [one.key for one in attachments.missing(work)]
        later = newer.waiting(work)
    document: dict[str, Any] = {
        "ok": found.ok,
        "digest": found.digest,
        "entries": found.entries,
        "problems": list(found.problems),
        # No fault: scans that stay on the laptop where they were attached, or are on their way.
        "attachments_elsewhere": missing,
        # Nor this: what came from newer versions of the program and is shown after the update.
        "newer": [{"device": one.device, "version": one.version, "entries": one.count} for one in later],
    }
    told = {name: value for name, value in document.items() if name != "newer"}
    lines = field_lines({**told, "attachments_elsewhere": len(missing)}, session.language)
    session.result(document, [*lines, *(session.words(one.label) for one in later)])
    if not found.ok:
        session.exit_code = REFUSED


def self_test(
    context: typer.Context,
    window: Annotated[bool, typer.Option(help="Also open and close a window.")] = True,
) -> None:
    """Make a database, a certificate and a bundle, read them back, open and close a window."""
    session: Session = context.obj
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with _state_in(folder / "state"):
            steps = selftest.run(folder, session.progress)
            if window:
                _try_window(folder / "trainer", session.language)
                steps = (*steps, "window")
    said = [session.words(Label(f"selftest.{step}")) for step in steps]
    session.result({"ok": True, "steps": list(steps)}, said)


@contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    """Keep what is noted outside of data folders in a folder of its own: nothing of the test is to stay."""
    before = os.environ.get("TRAINER_STATE")
    os.environ["TRAINER_STATE"] = str(folder)
    try:
        yield
    finally:
        del os.environ["TRAINER_STATE"]
        if before is not None:
            os.environ["TRAINER_STATE"] = before


def _try_window(data: Path, language: str) -> None:
    """Open and close the window in a process of its own, since no window belongs to this program.

    Raises selftest.window_failed, with the last that the window's program said as a note.
    """
    options = ["--self-test", "--data", str(data), "--lang", language]
    environment = {**os.environ, "TRAINER_PASSPHRASE": selftest.PASSPHRASE}
    try:
        done = subprocess.run(
            [*_window_program(), *options],
            env=environment,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise TrainerError("selftest.window_failed", status=type(problem).__name__) from problem
    if done.returncode:
        failed = TrainerError("selftest.window_failed", status=done.returncode)
        said = done.stderr.decode("utf-8", "replace").split("\n")
        for line in [line.strip() for line in said if line.strip()][-1:]:
            failed.add_note(line)
        raise failed


def _window_program() -> list[str]:
    """Return what starts the window: in a program frozen into files of its own it lies beside this one."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name(f"trainer-app{here.suffix}"))]
    return [sys.executable, "-m", "trainer_app"]
