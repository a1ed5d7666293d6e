"""`office watch`, `office incoming`: the folder in which files arrive."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import watching
from trainer_app.cli.session import Session


def watch(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Option(help="The folder; without it none is watched.")] = None,
) -> None:
    """Choose the folder whose new files are proposed to be taken in."""
    session: Session = context.obj
    with session.open() as work:
        watching.watch(work, folder)
    session.result({"folder": str(folder) if folder else None})


def incoming(context: typer.Context) -> None:
    """List what is new in the watched folder; `bundle import` takes it in."""
    session: Session = context.obj
    with session.open() as work:
        place, found = watching.folder(work), watching.list_new(work)
    document = {"folder": str(place) if place else None, "files": [str(path) for path in found]}
    session.result(document, [str(path) for path in found])
