"""`check`, `self-test`, `bench`: is everything in order, and how fast is it."""

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions import attachments, checking, newer, salvaging, selftest
from trainer_app.cli.fields import field_lines
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError


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
    with tempfile.TemporaryDirectory() as folder:
        steps = selftest.run(Path(folder), session.progress)
    if window:
        _try_window()
        steps = (*steps, "window")
    said = [session.words(Label(f"selftest.{step}")) for step in steps]
    session.result({"ok": True, "steps": list(steps)}, said)


def bench(
    context: typer.Context,
    full: Annotated[bool, typer.Option(help="The sizes of the quality page, not the quick ones.")] = False,
    growth: Annotated[
        bool, typer.Option("--growth", help="Only an office that grows to ten million entries: 15 minutes.")
    ] = False,
    files: Annotated[int, typer.Option(min=4, help="With --growth: how many files of 100,000.")] = 100,
) -> None:
    """Measure the heavy work as ratios against named baselines in the same run."""
    session: Session = context.obj
    try:
        # The baselines are other libraries, which an installed program does not have.
        bench = importlib.import_module("tests.bench.rows")
        rows = bench.measure_growth(files) if growth else bench.measure(full=full)
    except ModuleNotFoundError as problem:
        raise TrainerError("bench.source_only", module=problem.name or "") from problem
    document = {"rows": [row.document() for row in rows]}
    session.result(document, [row.line() for row in rows])


def _try_window() -> None:
    """Open and close the window in a process of its own, since no window belongs to this program."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "trainer_app"]
    done = subprocess.run([*program, "--self-test"], capture_output=True, check=False, timeout=120)
    if done.returncode:
        raise TrainerError("selftest.window_failed", status=done.returncode)
