"""`office archive show`, `copy`, `safety`; `office rebuild`."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import archiving, rebuilding
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.archiving import Rebuilt
from trainer_app.domain.errors import TrainerError

app = typer.Typer(no_args_is_help=True, help="The sealed originals of all files taken in.")


@app.command()
def show(context: typer.Context) -> None:
    """Show what the archive holds, and what of it lies on another disk too."""
    session: Session = context.obj
    with session.open() as work:
        archiving.archive_own(work)
        found = archiving.state(work)
    session.result(
        {
            "files": found.files,
            "size": found.size,
            "missing": found.missing,
            "copied": found.copied,
            "copied_at": found.copied_at or None,
            "safe": "elsewhere" if found.elsewhere else "here",
        }
    )


@app.command()
def copy(context: typer.Context, to: Annotated[Path, typer.Option(help="Folder on another disk.")]) -> None:
    """Copy what is new of the archive to another disk, and read it back."""
    session: Session = context.obj
    with session.open() as work:
        done = archiving.copy_archive(work, to, progress=session.progress)
    session.result({"folder": str(done.folder), "new": done.new, "files": done.files}, [str(done.folder)])


@app.command()
def safety(
    context: typer.Context,
    elsewhere: Annotated[bool, typer.Option("--elsewhere/--here", help="Only with a copy on another disk.")],
) -> None:
    """Choose when receipts tell a laptop that its changes are safe."""
    session: Session = context.obj
    with session.open() as work:
        archiving.choose_safety(work, elsewhere=elsewhere)
    session.result({"safe": "elsewhere" if elsewhere else "here"})


def rebuild(
    context: typer.Context,
    source: Annotated[Path | None, typer.Option("--from", help="A copy of the archive elsewhere.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the database's place.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; off a terminal nobody is asked.")] = False,
) -> None:
    """Make the database anew from the archive alone and compare; only --replace changes anything.

    With --replace on a terminal it says first what both hold and where the database of now is kept.
    """
    session: Session = context.obj
    with session.open() as work:
        done = rebuilding.rebuild(work, source, keep=replace, progress=session.progress)
        if replace and done.missing:
            rebuilding.forget(work)
            raise TrainerError("archive.incomplete", count=len(done.missing), file=done.missing[0])
        if replace and session.must_ask(yes=yes):
            _ask(session, work, done)
        kept = rebuilding.put_in_place(work) if replace else None
    session.result(
        {
            "same": done.same,
            "digest": done.digest,
            "entries": done.entries,
            "digest_before": done.digest_before,
            "entries_before": done.entries_before,
            "files": done.files,
            "missing": list(done.missing),
            "replaced": replace,
            "kept": str(kept) if kept else None,
        }
    )
    if not done.same and not replace:
        session.exit_code = REFUSED


def _ask(session: Session, work: Workplace, done: Rebuilt) -> None:
    """Say what the new database would replace, and ask."""
    try:
        session.agree(
            "cli.rebuild_same" if done.same else "cli.rebuild_differs",
            made=done.entries,
            now=done.entries_before,
            folder=session.folder.snapshots,
        )
    except TrainerError:
        rebuilding.forget(work)
        raise
