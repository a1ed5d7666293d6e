"""`demo`: fills a new data folder with the story."""

from typing import Annotated

import typer

from trainer_app.actions import demo as actions
from trainer_app.cli.session import Session


def demo(
    context: typer.Context,
    office: Annotated[bool, typer.Option("--office", help="Also make the office's folder.")] = False,
    trainers: Annotated[int, typer.Option(min=0, max=3, help="One folder per trainer, enrolled.")] = 0,
    exchange: Annotated[bool, typer.Option("--exchange", help="Also exchange files, write figures.")] = False,
) -> None:
    """Fill a new data folder with the story: one project, three courses, 65 participants."""
    session: Session = context.obj
    made = actions.fill(
        session.folder.root,
        office=office,
        trainers=trainers,
        exchange=exchange,
        cost=session.cost,
        progress=session.progress,
    )
    folders = {
        "office": str(made.office) if made.office else None,
        "trainers": [str(folder) for folder in made.trainers],
    }
    lines = [str(folder) for folder in (*made.trainers, made.office) if folder]
    session.result(
        {
            "folders": folders,
            "passphrase": actions.PASSPHRASE,
            "recovery_key": made.recovery_key,
            "bundles": [str(path) for path in made.bundles],
            "results": [str(path) for path in made.results],
        },
        [*lines, f"TRAINER_PASSPHRASE={actions.PASSPHRASE!r}"],
    )
